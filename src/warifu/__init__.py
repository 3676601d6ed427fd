"""Warifu: the ledger of what governments promise each other.

    import warifu

    ledger = warifu.open("examples/eight-point-plan").as_of("2018-12-31")
    ledger.tables                       # every table by name
    ledger["deals"]                     # an Arrow table; polars.from_arrow(...) or .to_pandas() reads it
    ledger.figure("all/binding")        # a published figure with its range and its method
    ledger.why("all/binding")           # the way from that figure back to the quoted words

Importing this loads nothing else; opening a workspace loads what it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from warifu.api.workspace import Workspace

__version__ = "0.1.0"


def open(folder: str | PathLike[str] = ".") -> Workspace:
    """Open a workspace: the folder with `programme.yaml`.

    Raises:
        NoWorkspaceError: There is no such file there.
    """
    from warifu.api.workspace import Workspace

    return Workspace(folder)
