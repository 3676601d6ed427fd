"""Assumptions: what no source tells and somebody must state before a measure may run, with the reason in words.

Two files of a workspace, both optional: `reference/what-if.yaml` holds the bargain that is asked about and a range with
a reason for every input that no ledger knows; `reference/linkage.yaml` holds the protocol of the linkage test, first
the one that was fixed before the first run, then every later one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, TypeVar

import msgspec

from warifu.proposals import yaml_text
from warifu.terms.dates import PartialDate
from warifu.terms.problem import Problem

WHAT_IF: Final = "reference/what-if.yaml"
LINKAGE: Final = "reference/linkage.yaml"

F = TypeVar("F", bound=msgspec.Struct)


class Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of the bargain as the ledger or a source gives it, and why it is taken."""

    value: float
    reason: str = ""
    sources: tuple[str, ...] = ()


class StepRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One political step that exists, as a share of the whole concession; steps are given in order."""

    share: float
    what: str
    sources: tuple[str, ...] = ()


class PriorRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A range for one input, every value in it as likely, and why it is that range.

    `placeholder` marks a range that is there to show the page at work and claims nothing.
    """

    name: str
    low: float
    high: float
    reason: str = ""
    placeholder: bool = False
    sources: tuple[str, ...] = ()


class ChangeRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One input changed in every draw, to see what the answer hangs on: its value times `times`, plus `add`."""

    label: str
    name: str
    times: float = 1.0
    add: float = 0.0


class WhatIfFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The bargain asked about: who pays, who concedes, what, and in which unit of money at present value.

    `flow` is what the conceder gets a round while talks last; `public` what the payer's government can give itself and
    `private` what was announced for its firms. `axes` are the inputs on the page's sliders with their values.
    """

    payer: str
    conceder: str
    concession: str
    unit: str
    unit_size: float
    hoped: Told
    came: Told | None = None
    steps: tuple[StepRow, ...] = ()
    flow: Told | None = None
    public: Told | None = None
    private: Told | None = None
    priors: tuple[PriorRow, ...] = ()
    changes: tuple[ChangeRow, ...] = ()
    axes: dict[str, tuple[float, ...]] = {}
    note: str = ""


class ProtocolRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The linkage test as somebody fixed it on a day; `reason` is needed for every one but the first."""

    on: PartialDate
    by: str
    window: int = 180
    gap: int = 14
    stage: str = "binding"
    strata: str = "year"
    margin: float | None = None
    reason: str = ""


class LinkageFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Every protocol in the order it was fixed: the first before the first run, the last is the one that is run."""

    protocols: tuple[ProtocolRow, ...]


def read_what_if(folder: Path) -> tuple[WhatIfFile | None, list[Problem]]:
    """The what-if file of a workspace; None where there is none or it has a fault, which is then a problem."""
    return _read(folder, WHAT_IF, WhatIfFile)


def read_linkage(folder: Path) -> tuple[LinkageFile | None, list[Problem]]:
    """The linkage file of a workspace; None likewise."""
    return _read(folder, LINKAGE, LinkageFile)


def _read(folder: Path, name: str, kind: type[F]) -> tuple[F | None, list[Problem]]:
    path = folder / name
    if not path.is_file():
        return None, []
    value, lines, problems = yaml_text.load(path.read_bytes(), name)
    if problems:
        return None, problems
    return yaml_text.shape(value, kind, name, lines)
