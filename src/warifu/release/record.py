"""A release as kept: written once, never edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Final, TypeVar

import msgspec
import yaml

from warifu.errors import BadInputError, NoReleaseError
from warifu.proposals import yaml_text
from warifu.release.changes import Change, DealThen

FOLDER: Final = "releases"
RECORD: Final = "release.yaml"
DEALS: Final = "deals.jsonl"
CHANGES: Final = "changes.jsonl"
METHODS: Final = "methods.md"
DIGESTS: Final = "SHA256SUMS"

T = TypeVar("T", bound=msgspec.Struct)


class Release(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a release is: `kept` is the digest of the kept folders, `code` of the program that made it.

    `contract` is the version of the tables' contract, `as_of` the reader's day, `on` the day of the release.
    """

    number: int
    on: date
    programme: str
    as_of: date
    kept: str
    warifu: str
    code: str
    contract: str
    signed_by: str
    words: str = ""
    deals: int = 0
    statements: int = 0


HEAD: Final = (
    "# Release {number} of {programme}. Written by `warifu release`; never edited, for it is what was published.\n"
)


def place(workspace: Path, number: int) -> Path:
    return workspace / FOLDER / str(number)


def numbers(workspace: Path) -> tuple[int, ...]:
    """The numbers of all releases, in order."""
    return tuple(sorted(int(path.parent.name) for path in (workspace / FOLDER).glob(f"[0-9]*/{RECORD}")))


def read(workspace: Path, number: int) -> Release:
    """One release.

    Raises:
        NoReleaseError: There is none of that number.
        BadInputError: Its record cannot be read; the problems name file and line.
    """
    path = place(workspace, number) / RECORD
    if not path.is_file():
        raise NoReleaseError(number, numbers(workspace))
    name = path.relative_to(workspace).as_posix()
    value, lines, problems = yaml_text.load(path.read_bytes(), name)
    found, faults = (None, problems) if problems else yaml_text.shape(value, Release, name, lines)
    if found is None or faults:
        raise BadInputError(tuple(faults))
    return found


def read_all(workspace: Path) -> tuple[Release, ...]:
    return tuple(read(workspace, number) for number in numbers(workspace))


def write(
    workspace: Path, release: Release, deals: Sequence[DealThen], changes: Sequence[Change], methods: str
) -> Path:
    """Write the record of a release; the digests of its files follow when they are made (`write_digests`)."""
    folder = place(workspace, release.number)
    folder.mkdir(parents=True)
    fields = {name: value for name, value in msgspec.structs.asdict(release).items() if value != ""}
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=100)
    head = HEAD.format(number=release.number, programme=release.programme)
    (folder / RECORD).write_text(head + text, encoding="utf-8")
    (folder / DEALS).write_bytes(_lines(deals))
    (folder / CHANGES).write_bytes(_lines(changes))
    (folder / METHODS).write_text(methods, encoding="utf-8")
    return folder


def _lines(rows: Iterable[msgspec.Struct]) -> bytes:
    encoder = msgspec.json.Encoder(order="deterministic", decimal_format="string")
    return b"".join(encoder.encode(row) + b"\n" for row in rows)


def deals_of(workspace: Path, number: int) -> tuple[DealThen, ...]:
    return _read_lines(place(workspace, number) / DEALS, DealThen)


def changes_of(workspace: Path, number: int) -> tuple[Change, ...]:
    return _read_lines(place(workspace, number) / CHANGES, Change)


def _read_lines(path: Path, kind: type[T]) -> tuple[T, ...]:
    decoder = msgspec.json.Decoder(kind)
    return tuple(decoder.decode(line) for line in path.read_bytes().splitlines())


def write_digests(workspace: Path, number: int, digests: dict[str, str]) -> None:
    """Keep the digest of every published file, in the form that `sha256sum --check` reads."""
    text = "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))
    (place(workspace, number) / DIGESTS).write_text(text, encoding="utf-8")


def digests_of(workspace: Path, number: int) -> dict[str, str]:
    text = (place(workspace, number) / DIGESTS).read_text(encoding="utf-8")
    return {name: digest for digest, _, name in (line.partition("  ") for line in text.splitlines())}


def current(releases: Sequence[Release], kept: str) -> Release | None:
    """The release that the workspace stands at: the last one, where nothing kept has changed since."""
    return releases[-1] if releases and releases[-1].kept == kept else None
