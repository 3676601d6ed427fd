"""Whether a build is up to date: same kept files, same program, same day, and nothing of it lost or touched since."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final

from warifu import ledger

STAMP: Final = "stamp"
RELEASES: Final = "releases"
OUTPUTS: Final = ("tables", "site", "exports", "warifu.duckdb")
LIBRARIES: Final = ("currencyconverter", "duckdb", "jinja2", "lxml", "openpyxl", "pyarrow", "xlsxwriter")
"""Libraries whose version can show in the bytes of a build."""


def is_current(folder: Path, as_of: date | None) -> bool:
    """Whether building again would give what is there already."""
    path = folder / ledger.BUILD / STAMP
    return path.is_file() and path.read_text(encoding="ascii") == _stamp(folder, as_of)


def write(folder: Path, as_of: date | None) -> None:
    """Say that what is built now is up to date; the last step of a build."""
    path = folder / ledger.BUILD / STAMP
    path.write_text(_stamp(folder, as_of), encoding="ascii")


def _stamp(folder: Path, as_of: date | None) -> str:
    releases = ledger.digest(folder / RELEASES) if (folder / RELEASES).is_dir() else ""
    parts = [ledger.digest(folder), releases, _program(), str(as_of), _outputs(folder / ledger.BUILD)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """A digest of the program itself and of the libraries whose bytes can show."""
    total = hashlib.sha256()
    root = Path(ledger.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    for name in LIBRARIES:
        total.update(f"{name} {metadata.version(name)}\n".encode())
    return total.hexdigest()


def _outputs(build: Path) -> str:
    """A digest of the names, sizes and times of everything built: a lost or altered file is built again."""
    total = hashlib.sha256()
    for name in OUTPUTS:
        top = build / name
        for path in sorted([top, *top.rglob("*")] if top.exists() else []):
            if path.is_file():
                found = path.stat()
                total.update(f"{path.relative_to(build).as_posix()} {found.st_size} {found.st_mtime_ns}\n".encode())
    return total.hexdigest()
