"""Build: draws the pages whose rows changed, removes those that are no more, and leaves the others alone."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import resources
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import jinja2
import msgspec
from markupsafe import Markup

from warifu.site import addresses, charts, kept, pages, sayings, search, tally
from warifu.site.book import ORDER, Book
from warifu.site.citation import Publication
from warifu.site.pages import Page
from warifu.site.pen import SILENT_AT_ZERO, Pen
from warifu.site.phrases import Names
from warifu.site.writing import LANGUAGES, Writer, tame
from warifu.tables import contract as c
from warifu.tables.files import FOLDER, Tables

Told = Callable[[str, int | None, int], None]
"""Told of progress: what is being done, out of how many (None: unknown), and how many more are done."""

MANIFEST: Final = "site.manifest.json"
"""Beside the site: what each page was drawn from. It is no page, and may be deleted: all is drawn again."""

MENU: Final = ("overview", "deals", "areas", "parties", "timeline", "expectations", "measures", "sources")
"""The pages in the head of every page; the foot names all."""

FOOT: Final[Mapping[str, tuple[str, ...]]] = {
    "story": ("overview", "expectations", "rationale", "statements", "mandates", "timeline", "rivals", "context",
              "targets"),
    "deals": ("deals", "areas", "parties", "scorecard", "compare", "measures", "whatif"),
    "evidence": ("sources", "documents", "questions", "claims", "problems", "accuracy", "corrections"),
    "about": ("method", "glossary", "codelists", "downloads", "releases", "why"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What a build of the site did, in files."""

    written: int
    unchanged: int
    removed: int


def build(tables: Tables, out: Path, told: Told | None = None) -> SiteReport:
    """Make the site of a workspace's tables.

    Only pages whose rows, template or words changed since the last build are drawn; a page whose bytes come out equal
    is not written. Pages that no longer exist are removed; files that are not ours are left alone.

    Args:
        tables: The tables of a built workspace.
        out: The folder of the site, made if absent.
        told: Told of progress.
    """
    tell = told or (lambda job, of, more: None)
    before = _manifest(out)
    stamp = _stamp(tables)
    if before.stamp == stamp and all((out / path).is_file() for path in before.pages):
        return SiteReport(0, len(before.pages), 0)
    work = _Work(out, before.pages)
    for name, data in _assets():
        work.put(f"assets/{name}", hashlib.sha256(data).hexdigest(), partial(bytes, data))
    book = Book(tables)
    frame = _frame(book)
    marks = hashlib.sha256(ENCODER.encode(sorted(book.figure_comments.items()))).hexdigest()
    press = Press(book)
    data = search.data(book)
    work.put("assets/deals.js", hashlib.sha256(data).hexdigest(), partial(bytes, data))
    for page in pages.every(book):
        drawn_from = _digest(frame + (marks if page.template in FIGURED else ""), page)
        for language in LANGUAGES:
            path = page.path if language == "en" else f"{language}/{page.path}"
            work.put(path, drawn_from, partial(press.draw, page, language))
        tell("drawing pages", None, len(LANGUAGES))
    report = work.finish()
    partly = _manifest_path(out).with_suffix(".part")
    partly.write_bytes(msgspec.json.encode(Manifest(stamp, dict(sorted(work.made.items())))))
    partly.replace(_manifest_path(out))
    return report


class Manifest(msgspec.Struct):
    """What the last build left: the digest of everything it read, and of what each page was drawn from."""

    stamp: str = ""
    pages: dict[str, str] = {}


class _Work:
    """The files of one build: what was there, what was drawn."""

    def __init__(self, out: Path, before: Mapping[str, str]) -> None:
        self._out = out
        self._before = before
        self._folders: set[Path] = set()
        self.made: dict[str, str] = {}
        self._written = 0

    def put(self, path: str, drawn_from: str, draw: Callable[[], bytes]) -> None:
        """Draw a page unless it was drawn from the same before and is still there."""
        self.made[path] = drawn_from
        place = self._out / path
        if self._before.get(path) == drawn_from and place.is_file():
            return
        data = draw()
        if place.is_file() and place.read_bytes() == data:
            return
        if not self._written:
            _manifest_path(self._out).unlink(missing_ok=True)  # a build that is broken off must not be believed
        if place.parent not in self._folders:
            place.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(place.parent)
        place.write_bytes(data)
        self._written += 1

    def finish(self) -> SiteReport:
        gone = [path for path in self._before if path not in self.made]
        removed = 0
        for path in gone:
            if (self._out / path).is_file():
                (self._out / path).unlink()
                removed += 1
        return SiteReport(self._written, len(self.made) - self._written, removed)


def _manifest_path(out: Path) -> Path:
    return out.with_name(MANIFEST)


def _manifest(out: Path) -> Manifest:
    try:
        return msgspec.json.decode(_manifest_path(out).read_bytes(), type=Manifest)
    except (FileNotFoundError, msgspec.DecodeError):
        return Manifest()  # nothing is known of the last build, so every page is drawn


def _stamp(tables: Tables) -> str:
    """The digest of everything that a build reads."""
    total = hashlib.sha256(own_digest().encode())
    for name, data in _assets():
        total.update(name.encode() + hashlib.sha256(data).digest())
    for path in sorted((tables.build / FOLDER).glob("*.parquet")):
        total.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    exports = tables.build / "exports"
    if exports.is_dir():
        for path in sorted(exports.rglob("*")):
            if path.is_file():
                total.update(f"{path.relative_to(exports).as_posix()} {path.stat().st_size}\n".encode())
    return total.hexdigest()


@lru_cache(maxsize=1)
def own_digest() -> str:
    """The digest of this room: its code, words and templates. A page drawn by other code is another page."""
    total = hashlib.sha256()
    for name, data in sorted(_files(resources.files("warifu.site"), "")):
        if not name.startswith("assets/"):
            total.update(name.encode() + b"\0" + data)
    return total.hexdigest()


def _files(folder: Any, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if not entry.name.startswith((".", "__")):
                yield from _files(entry, f"{prefix}{entry.name}/")
        elif not entry.name.endswith(".pyc"):
            yield f"{prefix}{entry.name}", entry.read_bytes()


def _assets() -> list[tuple[str, bytes]]:
    return sorted(_files(resources.files("warifu.site") / "assets", ""))


ENCODER: Final = msgspec.msgpack.Encoder(decimal_format="string")


PUBLISHED: Final = frozenset({"publisher", "address", "contact", "licence", "release", "released"})
"""What the tables say of themselves that stands on every page."""


FIGURED: Final = frozenset(
    {"overview.html", "scorecard.html", "compare.html", "areas.html", "area.html", "party.html", "section.html",
     "expectations.html", "measures.html"}
)  # fmt: skip
"""The templates that write figures: what is said of a figure stands at each of them."""


def report(contact: str, about: str, fallback: str) -> str:
    """The address under which to report an error in something: a letter that names it, or where the publisher says."""
    return f"{contact}?subject={quote(about)}" if contact.startswith("mailto:") else contact or fallback


def _contact(contact: str) -> str:
    """A link to whoever takes corrections: a page on the web, or an address for mail."""
    if MAIL.fullmatch(contact):
        return f"mailto:{contact}"
    return addresses.outward(contact)


MAIL: Final = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")


def _frame(book: Book) -> str:
    """The digest of what stands on every page: the programme, the codes, the names of areas, the menus."""
    meta = [row for row in book.rows(c.MetaRow) if row.name in PUBLISHED]
    shown = [book.programme, book.rows(c.CodeRow), book.rows(c.AreaRow), sorted(pages.empty(book)), meta]
    return hashlib.sha256(own_digest().encode() + ENCODER.encode(shown)).hexdigest()


def _digest(frame: str, page: Page) -> str:
    return hashlib.sha256(frame.encode() + ENCODER.encode(page)).hexdigest()


class PlainContext(jinja2.runtime.Context):
    """A context that calls what a template names, and asks nothing of it first: ours takes no context.

    A page of a deal makes hundreds of calls, and Jinja's own questions took more time than the calls.
    """

    def call(
        self, called: Callable[..., Any], /, *args: Any, _loop_vars: object = None, _block_vars: object = None,
        **named: Any,
    ) -> Any:  # fmt: skip
        if type(called) is jinja2.runtime.Macro:
            return called(self.eval_ctx, *args, **named)
        return called(*args, **named)


@lru_cache(maxsize=1)
def templates() -> jinja2.Environment:
    """The templates, each compiled once a process whatever the programme or language."""
    found = jinja2.Environment(
        loader=jinja2.PackageLoader("warifu.site"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    found.context_class = PlainContext
    found.globals.update(
        at=addresses,
        slug=addresses.slug,
        tame=tame,
        tally=tally,
        charts=charts,
        kept=kept,
        sayings=sayings,
        languages=LANGUAGES,
        stage_order=ORDER,
        silent_at_zero=SILENT_AT_ZERO,
        report=report,
    )
    return found


class Press:
    """Draws the pages of a programme."""

    def __init__(self, book: Book) -> None:
        codes = {(row.codelist, row.code): (row.name_ja, row.name_ru) for row in book.rows(c.CodeRow)}
        meta = {row.name: row.value for row in book.rows(c.MetaRow)}
        publication = Publication.of(book.programme.name_en, book.programme.as_of.isoformat(), meta)
        nothing = pages.empty(book)
        names = Names({row.name_en: (row.name_ja, row.name_ru) for row in book.areas.values()})
        self._writers = {language: Writer(language, codes, names) for language in LANGUAGES}
        self._book = book
        self._frames: dict[tuple[str, str, int], dict[str, Markup]] = {}
        self._given = {
            "programme_row": book.programme,
            "publication": publication,
            "contact": _contact(publication.contact),
            "area_names": book.areas,
            "menu": [name for name in MENU if name not in nothing],
            "foot": {group: [name for name in names if name not in nothing] for group, names in FOOT.items()},
        }

    def draw(self, page: Page, language: str) -> bytes:
        w = self._writers[language]
        pen = Pen(w, page.path, self._book.sides, self._book.areas, self._book.figure_comments)
        up = "../" * page.path.count("/")
        given = {
            **self._given,
            "page": page,
            "w": w,
            "t": w.t,
            "pen": pen,
            "to": pen.to,
            "cite_path": page.path if language == "en" else f"{language}/{page.path}",
            "root": up if language == "en" else up + "../",
        }
        template = templates().get_template(page.template)
        text = template.render({**given, "frame": self._frame(page, given), **page.view})
        return tame(text).encode()  # once over the whole page, so that no place in a template can forget it

    def _frame(self, page: Page, given: Mapping[str, Any]) -> dict[str, Markup]:
        """Menu and foot: equal on all pages of one name that lie equally deep."""
        key = (given["w"].language, page.name, page.path.count("/"))
        if key not in self._frames:
            self._frames[key] = {
                part: Markup(templates().get_template(f"{part}.html").render(given)) for part in ("menu", "foot")
            }
        return self._frames[key]
