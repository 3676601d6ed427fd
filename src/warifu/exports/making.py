"""Makes the exports: every format, or those asked for, into one folder, with a list of what is in it."""

from __future__ import annotations

import filecmp
import hashlib
import importlib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from warifu.errors import UnknownFormatError
from warifu.exports.book import Book, digest_of, take
from warifu.tables import contract as c
from warifu.tables.files import FOLDER as TABLES
from warifu.tables.files import NAMES, Tables

if TYPE_CHECKING:
    import pyarrow as pa

R = TypeVar("R")

Told = Callable[[str, int | None, int], None]

LIST: Final = "exports.json"
"""What is in the folder: every file with its title, media type, size and digest."""

DIGESTS: Final = "SHA256SUMS"
"""The same digests in the form that `sha256sum --check` reads."""


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which others read the tables; the module of that name has `write(book, folder)`."""

    title: str
    for_whom: str
    asked: bool = False
    """Made only when asked for by name: it takes long, or needs an extra that not everybody has installed."""
    of_files: bool = False
    """It tells of the files that were made before it, and so is made whenever anything is."""


FORMATS: Final[Mapping[str, Format]] = {
    "package": Format("Data Package (CSV)", "everybody: plain tables with types, keys, codelists, sources and licence"),
    "workbook": Format("Workbook (XLSX)", "people who filter and sort: definitions, frozen heads, filters"),
    "statements": Format("Statements (JSON Lines)", "programs that read one statement at a time, with a JSON Schema"),
    "iati": Format("IATI 2.03 (XML)", "aid data tools; what IATI lacks stands in warifu's own namespace"),
    "followthemoney": Format("FollowTheMoney (JSON Lines)", "investigators' tools; one entity for each amount"),
    "plover": Format("Events (PLOVER, CAMEO)", "students of events: who did what to whom, and when"),
    "annotations": Format("Evidence (Web Annotations)", "tools that show a reading on the words that it rests on"),
    "provenance": Format("Provenance (PROV-O)", "whoever asks where everything came from"),
    "codelists": Format("Codelists (SKOS)", "those who map other lists to these words, each with a stable address"),
    "feed": Format("News (Atom, RSS)", "feed readers: releases and what changed in them"),
    "citation": Format("Citation (BibTeX, CSL-JSON)", "those who cite the ledger"),
    "catalogue": Format(
        "Catalogue (schema.org, DCAT 3, Croissant)", "search engines, data portals, model trainers", of_files=True
    ),
    "briefing": Format("Briefing (PDF)", "a minister (one page) and a desk (up to ten)", asked=True),
    "charts": Format("Pictures (SVG, PNG, Vega-Lite)", "whoever prints, pastes or embeds a picture", asked=True),
}
"""Every format by its name on the command line, in the order in which they are made: the catalogue names the others."""

MEDIA: Final[Mapping[str, str]] = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".jsonl": "application/jsonl",
    ".xml": "application/xml",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".atom": "application/atom+xml",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".bib": "application/x-bibtex",
}


def build(tables: Tables, out: Path, told: Told | None = None, formats: Sequence[str] = ()) -> tuple[Path, ...]:
    """Make the exports.

    Nothing is made anew while neither the tables nor this program changed. After a change only those formats are
    written that read a table which changed; a file whose bytes are as before is left as it is.

    Args:
        tables: The tables of a build.
        out: The folder to fill; what stands there and was not made now is removed.
        told: Told of progress.
        formats: Names of `FORMATS`; when empty, all but those that must be asked for.

    Returns:
        Every file of the folder, relative to it, sorted.

    Raises:
        UnknownFormatError: A name is none of `FORMATS`.
    """
    names = tuple(formats) or tuple(name for name, one in FORMATS.items() if not one.asked)
    for name in names:
        if name not in FORMATS:
            raise UnknownFormatError(name, tuple(FORMATS))
    digests, code = _digests(tables), _code()
    origin = _origin(digests, code, names)
    if _made_from(out) == origin:
        return _files(out)
    before = _memory(out)
    known = before.formats if before.code == code else {}
    same = frozenset(name for name, digest in digests.items() if known and before.tables.get(name) == digest)
    partial = out.with_name(out.name + ".part")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    by_format: dict[str, tuple[Path, ...]] = {}
    memories: dict[str, Memory] = {}
    seen: set[Path] = set()
    for name in names:
        if told is not None:
            told("writing exports", len(names), 0)
        memory = None if FORMATS[name].of_files else known.get(name)
        if memory is None or not same.issuperset(memory.read) or not _taken(memory, out, partial):
            watched = Watched(tables)
            importlib.import_module(f"warifu.exports.{name}").write(Book(watched, out, same), partial)
            made = sorted(set(_files(partial)) - seen)
            memory = Memory(watched.asked, {path.as_posix(): digest_of(partial / path) for path in made})
        memories[name] = memory
        by_format[name] = tuple(map(Path, memory.files))
        seen.update(by_format[name])
        if told is not None:
            told("writing exports", len(names), 1)
    _write_list(Book(tables), partial, memories, origin)
    _memory_path(out).unlink(missing_ok=True)  # a build that is broken off must not be believed
    _settle(partial, out)
    _memory_path(out).write_bytes(msgspec.json.encode(Memories(code, digests, memories)))
    return _files(out)


class Memory(msgspec.Struct):
    """What a format was made from, by the names of tables, and the digest of each file that came of it."""

    read: set[str]
    files: dict[str, str]


class Memories(msgspec.Struct):
    """What the last build left; it may be deleted: everything is made anew."""

    code: str = ""
    tables: dict[str, str] = {}
    formats: dict[str, Memory] = {}


class Watched(Tables):
    """Tables that note which of them were asked for; what was read before is not read again."""

    def __init__(self, tables: Tables) -> None:
        self.build = tables.build
        self._read = tables._read
        self.asked: set[str] = set()

    def rows(self, row: type[R]) -> tuple[R, ...]:
        self.asked.add(NAMES[row])
        return super().rows(row)

    def count(self, row: type[Any]) -> int:
        self.asked.add(NAMES[row])
        return super().count(row)

    def each(self, row: type[R]) -> Iterator[R]:
        self.asked.add(NAMES[row])
        return super().each(row)

    def arrow(self, name: str) -> pa.Table:
        self.asked.add(name)
        return super().arrow(name)


def _memory_path(out: Path) -> Path:
    return out.with_name(f"{out.name}.manifest.json")


def _memory(out: Path) -> Memories:
    try:
        return msgspec.json.decode(_memory_path(out).read_bytes(), type=Memories)
    except (FileNotFoundError, msgspec.DecodeError):
        return Memories()


def _taken(memory: Memory, out: Path, partial: Path) -> bool:
    """Take the files of a format over as they are; whether they are all there, with their old digests."""
    for name, digest in memory.files.items():
        if not (out / name).is_file() or digest_of(out / name) != digest:
            return False
    for name in memory.files:
        take(out / name, partial / name)
    return True


def _files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file()))


KEPT: Final = "kept"
"""The digest of what is kept changes with every file, and few formats tell it: it counts as a table of its own."""


def _digests(tables: Tables) -> dict[str, str]:
    """The digest of each table."""
    found = {path.stem: digest_of(path) for path in sorted((tables.build / TABLES).glob("*.parquet"))}
    meta = {row.name: row.value for row in tables.rows(c.MetaRow)}
    kept = meta.pop(KEPT, "")
    return {**found, "meta": hashlib.sha256(repr(sorted(meta.items())).encode()).hexdigest(), KEPT: kept}


def _code() -> str:
    total = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _origin(digests: Mapping[str, str], code: str, names: Sequence[str]) -> str:
    """What the exports follow from: the tables, the formats asked for, and the code that writes them."""
    return hashlib.sha256(repr((names, sorted(digests.items()), code)).encode()).hexdigest()


def _made_from(out: Path) -> str:
    try:
        return str(json.loads((out / LIST).read_text(encoding="utf-8"))["made_from"])
    except (FileNotFoundError, ValueError, KeyError):
        return ""


def _write_list(book: Book, folder: Path, by_format: Mapping[str, Memory], origin: str) -> None:
    entries, sums = [], []
    for name, memory in by_format.items():
        for path, digest in ((Path(file), digest) for file, digest in memory.files.items()):
            sums.append(f"{digest}  {path.as_posix()}\n")
            entries.append(
                {
                    "path": path.as_posix(),
                    "format": name,
                    "title": FORMATS[name].title,
                    "media_type": MEDIA.get(path.suffix, "application/octet-stream"),
                    "bytes": (folder / path).stat().st_size,
                    "sha256": digest,
                }
            )
    listed = {
        "programme": book.programme.programme,
        "as_of": book.programme.as_of.isoformat(),
        "release": book.publication.release,
        "licence": book.publication.licence,
        "made_from": origin,
        "formats": {name: {"title": FORMATS[name].title, "for": FORMATS[name].for_whom} for name in by_format},
        "files": entries,
    }
    (folder / LIST).write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (folder / DIGESTS).write_text("".join(sorted(sums, key=lambda line: line[66:])), encoding="utf-8")


def _settle(partial: Path, out: Path) -> None:
    """Bring the new files into their place; those that are as before stay untouched, strays go."""
    wanted = _files(partial)
    if out.is_dir():
        for path in set(_files(out)) - set(wanted):
            (out / path).unlink()
    for path in wanted:
        target = out / path
        if target.is_file() and (target.samefile(partial / path) or filecmp.cmp(target, partial / path, shallow=False)):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        (partial / path).replace(target)
    for folder in sorted((path for path in out.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    shutil.rmtree(partial)
