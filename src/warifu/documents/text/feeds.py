"""RSS and Atom: the items of a feed, with their addresses and days; the feed's own text is its titles and summaries."""

from __future__ import annotations

from dataclasses import dataclass, field

from warifu.documents.hidden import Cuttings, unseen
from warifu.documents.text.dates import iso
from warifu.documents.text.language import language_of
from warifu.documents.text.model import Composer, Spot, Text
from warifu.documents.text.package import Attributes, Walker


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a feed."""

    address: str | None
    title: str | None
    published: str | None
    modified: str | None


@dataclass(slots=True)
class _Pieces:
    texts: dict[str, list[tuple[str, int, int]]] = field(default_factory=dict)
    address: str | None = None


def _items(data: bytes, kind: str) -> tuple[_Pieces, list[_Pieces], str]:
    feed = _Pieces()
    items: list[_Pieces] = []
    path: list[str] = []

    def opened(name: str, attributes: Attributes) -> None:
        path.append(name)
        if name in {"item", "entry"}:
            items.append(_Pieces())
        elif name == "link" and "href" in attributes and attributes.get("rel", "alternate") == "alternate":
            holder = items[-1] if _inside(path) else feed
            holder.address = holder.address or attributes["href"]

    def text(words: str, start: int, end: int) -> None:
        holder = items[-1] if items and _inside(path) else feed
        holder.texts.setdefault(path[-1] if path else "", []).append((words, start, end))

    def closed(_name: str) -> None:
        path.pop()

    walker = Walker(opened, closed, text)
    walker.walk(data, kind, "the feed")
    return feed, items, walker.encoding


def _inside(path: list[str]) -> bool:
    return "item" in path or "entry" in path


def _said(pieces: _Pieces, *names: str) -> str | None:
    for name in names:
        words = " ".join("".join(text for text, _, _ in pieces.texts.get(name, ())).split())
        if words:
            return words
    return None


def feed_items(data: bytes, kind: str) -> list[Item]:
    """The entries of a feed, in its order.

    Raises:
        UnreadableError: It is no well-formed XML, or declares entities.
    """
    return [
        Item(
            item.address or _said(item, "link"),
            _said(item, "title"),
            iso(_said(item, "pubDate", "published", "date", "issued")),
            iso(_said(item, "updated", "modified")),
        )
        for item in _items(data, kind)[1]
    ]


def read_feed(data: bytes, kind: str) -> Text:
    """Read a feed: a line for each title and summary. Markup inside a summary is left as it stands."""
    feed, items, encoding = _items(data, kind)
    composer, cuttings = Composer(encoding), Cuttings()
    for pieces in [feed, *items]:
        for name in ("title", "description", "summary", "subtitle"):
            if name in pieces.texts:
                composer.line_end()
            for text, start, end in pieces.texts.get(name, ()):
                if gone := unseen(text):
                    cuttings.cut(
                        "zero-width", "".join(f"U+{ord(c):04X} " for low, high in gone for c in text[low:high])
                    )
                    kept = "".join(char for at, char in enumerate(text) if not any(a <= at < b for a, b in gone))
                    composer.add(kept, Spot(start, end))
                else:
                    composer.add(text, Spot(start, end), linear=len(text.encode(encoding, "replace")) == end - start)
    body = composer.body()
    return Text(
        body=body,
        segments=composer.segments(),
        media_type=kind,
        encoding=encoding,
        title=_said(feed, "title"),
        language=language_of(body, _said(feed, "language")),
        published=iso(_said(feed, "pubDate", "published")),
        modified=iso(_said(feed, "lastBuildDate", "updated", "date")),
        flags=cuttings.flags(),
    )
