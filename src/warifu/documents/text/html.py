"""Web pages: the main text as trafilatura finds it, in the page's own characters, each mapped to its bytes.

Three views of one page are laid side by side. The *source* is cut into tags and text, so that every visible
character knows its bytes. The *tree* (libxml2's) says what is a paragraph, a table row, a thing hidden. *Trafilatura*
says which lines are the article and which are furniture. Trafilatura only ever chooses: the body is made of the
source's characters, so a line that it would have altered is still quoted as it stands.
"""

from __future__ import annotations

import html
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from warifu.documents import hidden
from warifu.documents.hidden import Cuttings
from warifu.documents.text.css import Sheet, Style
from warifu.documents.text.dates import page_dates
from warifu.documents.text.encoding import Decoded, decode
from warifu.documents.text.language import language_of
from warifu.documents.text.model import Composer, Segment, Spot, Text

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", "td", "th",
})  # fmt: skip
FURNITURE: Final = frozenset({"nav", "footer", "aside", "menu", "button", "header"})
UNREAD: Final = frozenset(
    {"rp", "rt", "script", "style", "head", "title", "svg", "math", "select", "textarea", "datalist", "meter"}
)
FALLBACK: Final = frozenset(
    {"noscript", "iframe", "object", "video", "audio", "canvas", "noframes", "noembed", "embed"}
)
RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Tags whose inside browsers and libxml2 do not read as markup."""

BAR: Final = " | "
WIDEST_CELL: Final = 400
"""A table with a longer cell holds the layout of the page, not data; its cells are read as paragraphs."""

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|<[!?][^>]*>?|</?[A-Za-z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>?", re.S
)
_TAG_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_WORD = re.compile(r"\S+")


class Piece(NamedTuple):
    """Some characters of a line and where they stand in the decoded source; nowhere when start equals end."""

    text: str
    start: int
    end: int
    linear: bool


class Stream:
    """All text of the source without its white space, in order; each character knows where it stands."""

    def __init__(self, source: str) -> None:
        self.comments: list[str] = []
        self._runs: list[tuple[int, int, int, bool]] = []  # where in the stream, where in the source, how long, linear
        self._starts = array("Q")
        pieces: list[str] = []
        self._length = 0
        for start, end in self._texts(source):
            self._add(source, start, end, pieces)
        self.text = "".join(pieces)
        self._cursor = 0

    def _texts(self, source: str) -> Iterator[tuple[int, int]]:
        at, length = 0, len(source)
        while at < length:
            found = _TOKEN.search(source, at)
            if found is None:
                break
            yield at, found.start()
            at = found.end()
            token = found.group()
            if token.startswith("<!--"):
                self.comments.append(token[4:].removesuffix("-->"))
                continue
            name = _TAG_NAME.match(token)
            if name is not None and token[1] != "/" and name.group(1).lower() in RAW and not token.endswith("/>"):
                tag = name.group(1).lower()
                closing = re.compile(rf"</{re.escape(tag)}(?=[\s/>])", re.I).search(source, at)
                stop = length if closing is None else closing.start()
                if tag not in {"script", "style"}:
                    yield at, stop
                at = stop
        if at < length:
            yield at, length

    def _add(self, source: str, start: int, end: int, pieces: list[str]) -> None:
        at = start
        for entity in _ENTITY.finditer(source, start, end):
            self._add_plain(source, at, entity.start(), pieces)
            letters = "".join(html.unescape(entity.group()).split())
            if letters:
                self._run(letters, entity.start(), entity.end() - entity.start(), False, pieces)
            at = entity.end()
        self._add_plain(source, at, end, pieces)

    def _add_plain(self, source: str, start: int, end: int, pieces: list[str]) -> None:
        for word in _WORD.finditer(source, start, end):
            self._run(word.group(), word.start(), len(word.group()), True, pieces)

    def _run(self, letters: str, source: int, size: int, linear: bool, pieces: list[str]) -> None:
        self._runs.append((self._length, source, size, linear))
        self._starts.append(self._length)
        self._length += len(letters)
        pieces.append(letters)

    def find(self, letters: str) -> int | None:
        """Where `letters` come next. The tree and the source tell the same text in the same order."""
        reach = self._cursor + len(letters) + 20_000
        at = self.text.find(letters, self._cursor, reach)
        if at < 0:
            return None
        self._cursor = at + len(letters)
        return at

    def source_at(self, where: int) -> int | None:
        """Where a stream character stands in the source; None inside an entity."""
        begin, source, _, linear = self._runs[bisect_right(self._starts, where) - 1]
        return source + where - begin if linear else None

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces that stream characters `start:end` are made of."""
        at = bisect_right(self._starts, start) - 1
        while at < len(self._runs) and self._runs[at][0] < end:
            where, source, size, linear = self._runs[at]
            at += 1
            length = (self._runs[at][0] if at < len(self._runs) else self._length) - where
            low, high = max(start, where), min(end, where + length)
            letters = self.text[low:high]
            if linear:
                yield Piece(letters, source + low - where, source + high - where, True)
            else:
                yield Piece(letters, source, source + size, False)


@dataclass(slots=True)
class Line:
    """One line of the page: a paragraph, a heading, an item, a whole table row."""

    tag: str
    furniture: bool
    table: int | None = None
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0

    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def squeezed(self) -> str:
        return "".join(self.text().replace(BAR, "").split())


class Look(NamedTuple):
    """How text at some point of the tree is seen: why not, in what size, in what colour, on what ground."""

    reason: str | None = None
    veil: str | None = None
    points: float = 12.0
    letters: hidden.Colour = hidden.BLACK
    ground: hidden.Colour | None = hidden.WHITE
    furniture: bool = False
    linked: bool = False
    skipped: bool = False
    row: int | None = None

    def why_unseen(self) -> str | None:
        if self.reason is not None:
            return self.reason
        if self.veil is not None:
            return self.veil
        if self.points <= hidden.TINY_PIXELS * 0.75:
            return "tiny"
        if self.ground is not None and hidden.alike(self.letters, self.ground):
            return "same-colour"
        return None


def read_html(data: bytes, declared: str | None = None, address: str | None = None) -> Text:
    """Read one page.

    Args:
        data: The page's bytes.
        declared: The encoding that the server named, if it did.
        address: Where the page came from; its host tells what kind of dates to expect.
    """
    decoded = decode(data, declared)
    source = decoded.text.replace("\x00", "\ufffd")
    tree = _parse(source)
    if tree is None:
        return Text("", (), "text/html", decoded.encoding)
    cuttings = Cuttings()
    page = _Page(source, tree, cuttings)
    lines = page.lines()
    for comment in page.stream.comments:
        if _is_prose(comment):
            cuttings.cut("comment", comment)
    dates = page_dates(tree, [line.text() for line in lines[:400]], address)
    title = _title(tree, lines)
    chosen = _chosen(lines, _main_text(tree))
    body, segments = _compose(chosen, decoded)
    return Text(
        body=body,
        segments=segments,
        media_type="text/html",
        encoding=decoded.encoding,
        title=title,
        language=language_of(body or title or "", _declared_language(tree)),
        published=dates.published,
        modified=dates.modified,
        stated=dates.stated,
        site=_meta(tree, "og:site_name"),
        flags=cuttings.flags(),
    )


def _parse(source: str) -> HtmlElement | None:
    cleaned = re.sub(r"^\s*<\?xml[^>]*\?>", lambda found: " " * len(found.group()), source)
    cleaned = re.sub("[\x01-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "\ufffd", cleaned)
    if not cleaned.strip():
        return None
    parser = lxml.html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return lxml.html.document_fromstring(cleaned, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


class _Page:
    """One walk over the tree, in which every text node is found in the source and judged seen or unseen."""

    def __init__(self, source: str, tree: HtmlElement, cuttings: Cuttings) -> None:
        self.source = source
        self.tree = tree
        self.stream = Stream(source)
        self.cuttings = cuttings
        self.sheet = Sheet([style.text or "" for style in tree.iter("style")])
        self._lines: list[Line] = []
        self._line = Line("body", False)
        self._spaced = False
        self._data_tables = {table for table in tree.iter("table") if _holds_data(table)}
        self._tables = 0
        self._blank: list[tuple[HtmlElement, str]] = []

    def lines(self) -> list[Line]:
        """All lines a person sees, in order. Unseen text is blanked in the tree as well."""
        todo: list[tuple[str, HtmlElement, Look]] = [("open", self.tree, Look())]
        while todo:
            action, element, look = todo.pop()
            if action == "open":
                inner = self._open(element, look)
                self._text(element, "text", inner)
                todo.append(("close", element, look if inner.row is None else inner))
                todo.extend(("child", child, inner) for child in reversed(element) if isinstance(child.tag, str))
            elif action == "child":
                todo.append(("tail", element, look))
                todo.append(("open", element, look))
            elif action == "tail":
                self._text(element, "tail", look)
            else:
                self._close(element, look)
        self._end_line("body", Look())
        for element, slot in self._blank:
            setattr(element, slot, "")
        return self._lines

    def _open(self, element: HtmlElement, outer: Look) -> Look:
        tag = str(element.tag)
        look = self._look(element, tag, outer)
        if tag == "table" and element in self._data_tables and outer.row is None:
            self._tables += 1
        if tag in {"td", "th"} and outer.row is not None:
            if any(piece.text.strip() for piece in self._line.pieces) or element.getprevious() is not None:
                self._line.pieces.append(Piece(BAR, -1, -1, False))
            self._spaced = False
        elif tag in BLOCKS:
            if outer.row is not None:
                self._spaced = True
            else:
                self._end_line(tag, look)
                if tag == "tr" and (table := _table_of(element)) is not None and table in self._data_tables:
                    self._line.table = self._tables
                    look = look._replace(row=self._tables)
        return look

    def _close(self, element: HtmlElement, look: Look) -> None:
        tag = str(element.tag)
        if tag in {"td", "th"} and look.row is not None:
            return
        if tag in BLOCKS:
            if look.row is not None and tag != "tr":
                self._spaced = True
            else:
                self._end_line("body", look._replace(row=None))

    def _end_line(self, tag: str, look: Look) -> None:
        if any(piece.text.strip(" |") for piece in self._line.pieces):
            self._lines.append(self._line)
        self._line = Line(tag, look.furniture)
        self._spaced = False

    def _look(self, element: HtmlElement, tag: str, outer: Look) -> Look:
        if tag in UNREAD:
            return outer._replace(skipped=True)
        style = self.sheet.style(element)
        look = _seen(element, tag, style, outer)
        return look._replace(
            furniture=outer.furniture or (tag in FURNITURE and not (tag == "header" and _inside_article(element))),
            linked=outer.linked or tag == "a",
        )

    def _text(self, element: HtmlElement, slot: str, look: Look) -> None:
        text = element.text if slot == "text" else element.tail
        if not text:
            return
        if look.skipped and str(element.tag if slot == "text" else "") in {"script", "style"}:
            return
        letters = "".join(text.split())
        if not letters:
            self._spaced = True
            return
        where = self.stream.find(letters)
        reason = look.why_unseen()
        if reason is not None and not look.skipped:
            self.cuttings.cut(reason, text)
            self._blank.append((element, slot))
            return
        if look.skipped or where is None:
            return
        if text[0].isspace():
            self._spaced = True
        for phrase in self._phrases(text, where):
            self._word(where, phrase)
            where += len(phrase) - phrase.count(" ")
            self._spaced = True
        self._spaced = text[-1].isspace()
        self._line.linked += len(letters) if look.linked else 0
        self._line.furniture = self._line.furniture or look.furniture

    def _phrases(self, text: str, where: int) -> list[str]:
        """The text as one phrase if it stands in the source just so, with single spaces; else its words."""
        phrase = text.strip()
        start = self.stream.source_at(where)
        if start is not None and self.source.startswith(phrase, start) and " ".join(phrase.split()) == phrase:
            return [phrase]
        return _WORD.findall(text)

    def _word(self, where: int, word: str) -> None:
        if " " in word:
            start = self.stream.source_at(where)
            assert start is not None
            pieces = [Piece(word, start, start + len(word), True)]
        else:
            pieces = list(self.stream.pieces(where, where + len(word)))
        gone = hidden.unseen(word)
        if gone:
            self.cuttings.cut("zero-width", hidden_letters(word, gone))
            pieces = _without(pieces, gone)
            if not pieces:
                return
        if self._spaced and self._line.pieces and not self._line.pieces[-1].text.endswith(" "):
            last = self._line.pieces[-1]
            start, end = last.end, pieces[0].start
            if 0 <= start < end:
                self._line.pieces.append(Piece(" ", start, end, self.source[start:end] == " "))
            else:
                self._line.pieces.append(Piece(" ", -1, -1, False))
        self._spaced = False
        self._line.pieces.extend(pieces)


def hidden_letters(word: str, gone: list[tuple[int, int]]) -> str:
    """What the unseen characters of a word spell, for the flag's sample: tag characters hide plain ASCII."""
    letters = "".join(word[start:end] for start, end in gone)
    return "".join(chr(ord(c) - 0xE0000) if 0xE0020 <= ord(c) < 0xE007F else f"U+{ord(c):04X} " for c in letters)


def _without(pieces: list[Piece], gone: list[tuple[int, int]]) -> list[Piece]:
    kept: list[Piece] = []
    at = 0
    for piece in pieces:
        stop = at + len(piece.text)
        low = at
        for start, end in [*gone, (stop, stop)]:
            start, end = max(start, at), min(end, stop)
            if start >= low and start <= stop:
                if start > low:
                    kept.append(_part(piece, low - at, start - at))
                low = max(low, end)
        at = stop
    return kept


def _part(piece: Piece, start: int, end: int) -> Piece:
    if piece.linear:
        return Piece(piece.text[start:end], piece.start + start, piece.start + end, True)
    return Piece(piece.text[start:end], piece.start, piece.end, False)


_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|%|vw|vh|cm|mm|in|pc|)")
_POINTS: Final = {
    "px": 0.75,
    "pt": 1.0,
    "": 0.75,
    "cm": 28.35,
    "mm": 2.835,
    "in": 72.0,
    "pc": 12.0,
    "vw": 9.6,
    "vh": 5.4,
}


def _points(value: str, base: float) -> float | None:
    """A CSS length in points; `base` is what 1em means."""
    found = _LENGTH.fullmatch(value.strip())
    if found is None:
        return None
    number, unit = float(found.group(1)), found.group(2)
    if unit in {"em", "rem", "ex", "ch"}:
        return number * (12.0 if unit == "rem" else base) * (0.5 if unit in {"ex", "ch"} else 1.0)
    if unit == "%":
        return number / 100 * base
    return number * _POINTS[unit]


def _seen(element: HtmlElement, tag: str, style: Style, outer: Look) -> Look:
    look = outer
    reason = outer.reason or _gone(element, tag, style)
    visibility = style.get("visibility")
    if visibility in {"hidden", "collapse"}:
        look = look._replace(veil="invisible")
    elif visibility == "visible":
        look = look._replace(veil=None)
    size = style.get("font-size")
    if size is None and (font := style.get("font")) is not None:
        sizes = [part.split("/")[0] for part in font.split() if _LENGTH.fullmatch(part.split("/")[0])]
        size = sizes[0] if sizes else None
    if size is not None and (points := _points(size, outer.points)) is not None:
        look = look._replace(points=points)
    look = _coloured(element, tag, style, look)
    fill = style.get("-webkit-text-fill-color") or style.get("color")
    if reason is None and fill is not None and hidden.transparent(fill) and "background" not in style:
        look = look._replace(veil="invisible")
    return look._replace(reason=reason)


def _coloured(element: HtmlElement, tag: str, style: Style, look: Look) -> Look:
    ground = style.get("background-color") or style.get("background")
    picture = "url(" in style.get("background", "") + style.get("background-image", "") or "gradient(" in (
        style.get("background", "") + style.get("background-image", "")
    )
    if picture or (element.get("background") is not None and tag in {"body", "table", "td", "th", "tr"}):
        look = look._replace(ground=None)
    elif ground is not None:
        named = next((found for part in _split(ground) if (found := hidden.colour(part)) is not None), None)
        if named is not None:
            look = look._replace(ground=named)
        elif "var(" in ground or "hsl" in ground:
            look = look._replace(ground=None)
    elif (legacy := element.get("bgcolor")) is not None and (named := hidden.colour(legacy)) is not None:
        look = look._replace(ground=named)
    letters = style.get("color") or (element.get("color") if tag == "font" else None)
    if letters is not None and (named := hidden.colour(letters)) is not None:
        look = look._replace(letters=named)
    if style.get("position") in {"absolute", "fixed"} and look.ground is not None and ground is None:
        look = look._replace(ground=None if not hidden.alike(look.ground, hidden.WHITE) else look.ground)
    return look


def _split(value: str) -> list[str]:
    return re.findall(r"[\w#-]+\([^)]*\)|[^\s,]+", value)


def _gone(element: HtmlElement, tag: str, style: Style) -> str | None:
    """Why the element and everything in it is not on the page."""
    if tag in FALLBACK:
        return "fallback"
    if tag == "template" or (tag == "dialog" and element.get("open") is None):
        return "not-displayed"
    if element.get("hidden") is not None or style.get("display") == "none":
        return "not-displayed"
    if style.get("content-visibility") == "hidden":
        return "not-displayed"
    if (element.get("aria-hidden") or "").strip().lower() == "true":
        return "aria-hidden"
    if "display" not in style and hidden.veiled((element.get("class") or "").split()):
        return "not-displayed"
    if (opacity := style.get("opacity")) is not None and (
        value := _points(opacity.replace("%", "e-2px"), 1)
    ) is not None:
        if value / 0.75 <= 0.05:
            return "invisible"
    elif re.search(r"opacity\(\s*0?(?:\.0\d*)?%?\s*\)", style.get("filter", "")):
        return "invisible"
    return _clipped(style) or _moved_away(style)


def _clipped(style: Style) -> str | None:
    if re.search(
        r"rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)", style.get("clip", "")
    ):
        return "invisible"
    path = style.get("clip-path", "")
    if re.search(
        r"inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0|polygon\(\s*0(?:px)?\s+0(?:px)?\s*(?:,\s*0(?:px)?\s+0(?:px)?\s*)*\)",
        path,
    ):
        return "invisible"
    cut = any(
        style.get(name, "").split(" ")[0] in {"hidden", "clip"} for name in ("overflow", "overflow-x", "overflow-y")
    )
    if cut:
        for name in ("height", "width", "max-height", "max-width"):
            size = _points(style.get(name, "none"), 12.0)
            if size is not None and size <= 1.5:
                return "invisible"
    if re.search(r"scale[xy]?\(\s*0?(?:\.0\d*)?\s*[,)]", style.get("transform", "")) or style.get("scale") == "0":
        return "invisible"
    return None


def _moved_away(style: Style) -> str | None:
    far = hidden.FAR_PIXELS * 0.75
    placed = style.get("position") in {"absolute", "fixed", "relative"}
    names = ("left", "right", "top", "bottom") if placed else ()
    for name in (*names, "text-indent", "margin-left", "margin-top"):
        moved = _points(style.get(name, "none"), 12.0)
        if moved is not None and (moved < -far or (placed and moved > 4 * far and name in names)):
            return "off-page"
        if placed and (share := re.fullmatch(r"(-?\d+)%", style.get(name, ""))) and abs(int(share.group(1))) > 200:
            return "off-page"
    for part in re.findall(
        r"-?\d*\.?\d+(?:px|em|rem|vw|vh|%)", style.get("transform", "") + style.get("translate", "")
    ):
        moved = _points(part, 12.0)
        if (moved is not None and moved < -far) or (part.endswith("%") and float(part[:-1]) <= -500):
            return "off-page"
    if placed and re.fullmatch(r"-\d+", style.get("z-index", "")):
        return "behind"
    return None


def _inside_article(element: HtmlElement) -> bool:
    return any(parent.tag in {"article", "main"} for parent in element.iterancestors())


def _table_of(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterancestors("table"), None)


def _holds_data(table: HtmlElement) -> bool:
    if next(table.iterdescendants("table"), None) is not None or (table.get("role") or "") == "presentation":
        return False
    widest = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        widest = max(widest, len(cells))
        if any(len("".join(cell.itertext())) > WIDEST_CELL for cell in cells):
            return False
    return widest >= 2


def _is_prose(comment: str) -> bool:
    words = comment.split()
    letters = sum(char.isalpha() for char in comment)
    if comment.lstrip().startswith("[if") or "<" in comment or "{" in comment:
        return False
    many = len(words) >= 6 and letters > 0.7 * len("".join(words))
    return many or sum("\u3040" <= char <= "\u9fff" for char in comment) >= 10


def _main_text(tree: HtmlElement) -> list[str]:
    """The lines that trafilatura takes for the article, without white space."""
    import trafilatura

    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    lines: list[str] = []
    for element in found.body.iter():
        text = "".join(element.itertext()) if element.tag in {"p", "head", "item", "cell", "quote", "code"} else ""
        lines += [squeezed for part in text.split("\n") if (squeezed := _squeeze(part))]
        lines += [squeezed for part in (element.text, element.tail) if part and (squeezed := _squeeze(part))]
    whole = _squeeze("".join(found.body.itertext()))
    return [whole, *lines]


def _squeeze(text: str) -> str:
    return "".join(hidden.without_unseen(text).split())


SHORTEST_INSIDE: Final = 16
"""A line this long that stands within the article's text is part of it; a shorter one must be a line there."""
COVERED: Final = 0.6
SURELY_PROSE: Final = 60
"""Letters of a line that is a sentence, wherever it stands; an ideograph counts as two."""


def _chosen(lines: list[Line], main: list[str]) -> list[Line]:
    if not main or not main[0]:
        return [line for line in lines if not line.furniture] or lines
    whole, own = main[0], set(main[1:])
    kept = [_belongs(line, whole, own) for line in lines]
    tables = {line.table for line, keep in zip(lines, kept, strict=True) if keep and line.table is not None}
    kept = [keep or (line.table is not None and line.table in tables) for line, keep in zip(lines, kept, strict=True)]
    if not any(kept):
        return [line for line in lines if not line.furniture] or lines
    _fill_gaps(lines, kept)
    first = kept.index(True)
    heads = [at for at, line in enumerate(lines) if line.tag == "h1" and at < first]
    if heads and not lines[heads[-1]].furniture:
        kept[heads[-1]] = True
    return [line for line, keep in zip(lines, kept, strict=True) if keep]


def _belongs(line: Line, whole: str, own: set[str]) -> bool:
    if line.table is not None:
        cells = [squeezed for cell in line.text().split(BAR) if (squeezed := "".join(cell.split()))]
        return not line.furniture and sum(cell in own for cell in cells) * 2 >= len(cells)
    text = line.squeezed()
    weight = sum(2 if char > "\u2e80" else 1 for char in text)
    if line.furniture and weight < SURELY_PROSE:
        return False
    if text in own:
        return True
    if weight >= SHORTEST_INSIDE and text in whole:
        return True
    if weight < SURELY_PROSE:
        return False
    windows = [text[at : at + 12] for at in range(0, len(text) - 11, 6)]
    return sum(window in whole for window in windows) > COVERED * len(windows)


def _fill_gaps(lines: list[Line], kept: list[bool]) -> None:
    """Keep up to three lines that stand between two kept ones and are neither links nor furniture."""
    at = 0
    while at < len(kept):
        if kept[at]:
            at += 1
            continue
        stop = at
        while stop < len(kept) and not kept[stop]:
            stop += 1
        if at > 0 and stop < len(kept) and stop - at <= 3:
            for gap in range(at, stop):
                line = lines[gap]
                kept[gap] = not line.furniture and line.linked * 2 < len(line.squeezed())
        at = stop


def _compose(lines: list[Line], decoded: Decoded) -> tuple[str, tuple[Segment, ...]]:
    composer = Composer(decoded.encoding)
    for line in lines:
        composer.line_end()
        for piece in line.pieces:
            if piece.start < 0 or piece.start >= piece.end:
                composer.put_in(piece.text)
                continue
            if not piece.linear:
                composer.add(piece.text, Spot(decoded.byte_at(piece.start), decoded.byte_at(piece.end)))
                continue
            for low, high, linear in decoded.runs(piece.start, piece.end):
                spot = Spot(decoded.byte_at(low), decoded.byte_at(high))
                composer.add(piece.text[low - piece.start : high - piece.start], spot, linear=linear)
    return composer.body(), composer.segments()


def _meta(tree: HtmlElement, *names: str) -> str | None:
    for name in names:
        for meta in tree.iter("meta"):
            if name in {(meta.get("property") or "").lower(), (meta.get("name") or "").lower()}:
                content = " ".join(hidden.without_unseen(meta.get("content") or "").split())
                if content:
                    return content
    return None


def _title(tree: HtmlElement, lines: list[Line]) -> str | None:
    heads = [line.text() for line in lines if line.tag == "h1"]
    titles = (hidden.without_unseen(element.text_content()) for element in tree.iter("title"))
    named = next((" ".join(title.split()) for title in titles), "")
    if len(heads) == 1 and (not named or heads[0] in named or named in heads[0]):
        return heads[0]
    return _meta(tree, "og:title") or named or (heads[0] if heads else None)


def _declared_language(tree: HtmlElement) -> str | None:
    return tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or _meta(tree, "content-language")
