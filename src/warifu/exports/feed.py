"""What is new, as Atom and RSS: each release and what changed in it; before the first, the latest steps of deals."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from pathlib import Path
from typing import Any, Final

from lxml import etree

from warifu.exports.book import Book
from warifu.exports.iati import clean, day_of
from warifu.release.changes import KINDS
from warifu.tables import contract as c

ATOM: Final = "feed.atom"
RSS: Final = "feed.rss"
SPACE: Final = "http://www.w3.org/2005/Atom"
MOST: Final = 200
"""Entries of a feed at most: the newest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new."""

    name: str
    title: str
    text: str
    link: str
    on: date


def write(book: Book, folder: Path) -> None:
    """Write both feeds, from the same entries."""
    found = list(entries(book))[:MOST]
    _save(_atom(book, found), folder / ATOM)
    _save(_rss(book, found), folder / RSS)


def entries(book: Book) -> Iterator[Entry]:
    """The newest first."""
    releases = {row.release: row for row in book.rows(c.ReleaseRow)}
    if not releases:
        yield from _steps(book)
        return
    changed: dict[int, list[c.ChangeRow]] = {number: [] for number in releases}
    for row in book.rows(c.ChangeRow):
        changed[row.release].append(row)
    for number in sorted(releases, reverse=True):
        release = releases[number]
        yield Entry(
            name=f"release-{number}",
            title=f"Release {number}: {release.deals} deals, {release.changes} changes",
            text=f"As known on {release.as_of}. Signed by {release.signed_by}. {release.words}".strip(),
            link=book.publication.address,
            on=release.on_day,
        )
        for row in changed[number]:
            moved = " → ".join(part for part in (row.before, row.after) if part)
            yield Entry(
                name=f"release-{number}-{row.number}",
                title=f"{KINDS[row.kind]}: {row.title}",
                text=f"{row.deal}: {moved}. {row.why}".strip(),
                link=book.address("deals", row.deal),
                on=release.on_day,
            )


def _steps(book: Book) -> Iterator[Entry]:
    dated = [
        (day, row) for row in book.rows(c.StageRow) if (day := day_of(row.on_text)) and day <= book.programme.as_of
    ]
    for day, row in sorted(dated, key=lambda item: (item[0], item[1].deal, item[1].number), reverse=True):
        yield Entry(
            name=f"{row.deal}-stage-{row.number}",
            title=f"{row.stage.capitalize()}: {book.deals[row.deal].title}",
            text=f"{row.on_text}. {row.note}".strip(),
            link=book.address("deals", row.deal),
            on=day,
        )


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _tag(book: Book, name: str) -> str:
    """The permanent name of an entry."""
    return f"{book.publication.address}/feed/{name}"


def _atom(book: Book, found: list[Entry]) -> Any:
    plain: Any = {None: SPACE}
    root = etree.Element(f"{{{SPACE}}}feed", nsmap=plain)

    def put(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
        item = etree.SubElement(parent, f"{{{SPACE}}}{name}", attributes)
        item.text = clean(text) or None
        return item

    put(root, "id", f"{book.publication.address}/feed")
    put(root, "title", f"{book.programme.name_en}: what is new")
    put(root, "updated", _moment(max([entry.on for entry in found], default=book.programme.as_of)).isoformat())
    put(root, "link", rel="self", href=f"{book.publication.address}/exports/{ATOM}")
    put(root, "link", rel="alternate", href=book.publication.address)
    put(put(root, "author"), "name", book.publication.publisher)
    for entry in found:
        one = put(root, "entry")
        put(one, "id", _tag(book, entry.name))
        put(one, "title", entry.title)
        put(one, "updated", _moment(entry.on).isoformat())
        put(one, "link", rel="alternate", href=entry.link)
        put(one, "summary", entry.text or entry.title)
    return root


def _rss(book: Book, found: list[Entry]) -> Any:
    """RSS 2.0. Readers take a description for HTML, and some a title too: what a document says must not act there."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": SPACE})
    channel = etree.SubElement(root, "channel")

    def put(parent: Any, name: str, text: str, **attributes: str) -> None:
        etree.SubElement(parent, name, attributes).text = clean(text)

    put(channel, "title", f"{book.programme.name_en}: what is new")
    put(channel, "link", book.publication.address)
    put(channel, "description", f"What changed in the ledger of {book.programme.name_en}")
    put(channel, "language", "en")
    etree.SubElement(
        channel,
        f"{{{SPACE}}}link",
        {"rel": "self", "type": "application/rss+xml", "href": f"{book.publication.address}/exports/{RSS}"},
    )
    for entry in found:
        one = etree.SubElement(channel, "item")
        put(one, "title", entry.title.replace("<", "‹").replace(">", "›"))
        put(one, "link", entry.link)
        put(one, "description", html.escape(entry.text or entry.title, quote=False))
        put(one, "guid", _tag(book, entry.name), isPermaLink="false")
        put(one, "pubDate", format_datetime(_moment(entry.on)))
    return root


def _save(root: Any, path: Path) -> None:
    path.write_bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
