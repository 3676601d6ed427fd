"""The shelf: sheets that were read before and have not changed are taken from it, not parsed again.

The shelf is derived: it can be deleted at any time, and the next reading gives the same sheets. An entry counts only
for the same bytes under the same name, read by the same code.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from warifu.proposals import sheets, yaml_text
from warifu.proposals.sheets import Sheet, SheetFile
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money
from warifu.terms.problem import Problem

SHELF: Final = "shelf/sheets.msgpack"
"""Where a workspace keeps it, below `build/`."""

WORTH_A_POOL: Final = 400
"""Sheets to parse from which on a second process pays for its start (measured: 0.4 s against 1 ms a sheet)."""

Step = Callable[[int], None]


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """One sheet as it stands on the shelf: its lines as pairs, since a path cannot be a key."""

    sheet: Sheet
    lines: list[tuple[list[str | int], int]]


def _out(value: Any) -> Any:
    if isinstance(value, Money):
        return f"{value.number} {value.currency}"
    if isinstance(value, PartialDate):
        return value.text
    raise TypeError(f"{type(value).__name__} has no place in a sheet")


_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=_out, decimal_format="string")
_DECODER: Final = msgspec.msgpack.Decoder(_Kept, dec_hook=yaml_text.hook)


@cache
def _readers_digest() -> bytes:
    """A digest of the code that reads sheets: another reader makes the whole shelf stale."""
    digest = hashlib.sha256()
    for room in (Path(sheets.__file__).parent, Path(__file__).parents[1] / "terms"):
        for path in sorted(room.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.digest()


def key_of(name: str, data: bytes) -> str:
    return hashlib.sha256(_readers_digest() + name.encode() + b"\0" + data).hexdigest()


def read(
    folder: Path, paths: Sequence[Path], shelf: Path | None = None, step: Step | None = None
) -> tuple[list[SheetFile], list[Problem]]:
    """Read sheets, in the order given.

    Args:
        folder: The workspace; sheets are named by their path inside it.
        paths: The sheets' files.
        shelf: Where read sheets are kept between runs; None reads them all.
        step: Told how many more sheets were read, for a progress bar.

    Returns:
        Every sheet that could be read, and every problem in the others.
    """
    kept = _load(shelf)
    named = [(path, path.relative_to(folder).as_posix()) for path in paths]
    keys = [key_of(name, path.read_bytes()) for path, name in named]
    fresh = [place for place, key in enumerate(keys) if key not in kept]
    if step is not None:
        step(len(named) - len(fresh))
    results: dict[int, tuple[SheetFile | None, list[Problem]]] = {}
    for place, result in zip(fresh, _parsed([named[place] for place in fresh]), strict=True):
        results[place] = result
        if step is not None:
            step(1)
    files: list[SheetFile] = []
    problems: list[Problem] = []
    shelved: dict[str, bytes] = {}
    for place, key in enumerate(keys):
        if place in results:
            file, faults = results[place]
            problems.extend(faults)
            if file is not None:
                shelved[key] = _ENCODER.encode(_Kept(file.sheet, [(list(p), at) for p, at in file.lines.items()]))
        else:
            shelved[key] = kept[key]
            found = _DECODER.decode(kept[key])
            file = SheetFile(named[place][1], found.sheet, {tuple(path): at for path, at in found.lines})
        if file is not None:
            files.append(file)
    if shelf is not None and (fresh or shelved.keys() != kept.keys()):
        _save(shelf, shelved)
    return files, problems


def _parsed(named: Sequence[tuple[Path, str]]) -> list[tuple[SheetFile | None, list[Problem]]]:
    if len(named) < WORTH_A_POOL or (os.cpu_count() or 1) < 2:
        return [sheets.read(path, name) for path, name in named]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(_read_pair, named, chunksize=100))


def _read_pair(pair: tuple[Path, str]) -> tuple[SheetFile | None, list[Problem]]:
    return sheets.read(*pair)


def _load(shelf: Path | None) -> dict[str, bytes]:
    if shelf is None or not shelf.exists():
        return {}
    try:
        return msgspec.msgpack.decode(shelf.read_bytes(), type=dict[str, bytes])
    except msgspec.DecodeError:  # half-written by a run that was stopped: it is only a memory
        return {}


def _save(shelf: Path, kept: dict[str, bytes]) -> None:
    shelf.parent.mkdir(parents=True, exist_ok=True)
    partial = shelf.with_suffix(".part")
    partial.write_bytes(msgspec.msgpack.encode(dict(sorted(kept.items()))))
    partial.replace(shelf)
