"""DOCX and ODT: paragraphs and table rows as lines, each character mapped to its bytes in the part that holds it.

What Word or Writer would not show is cut off: hidden, deleted, white and tiny letters (by the run, by its style, or by
the style that one rests on), text boxes moved off the page, comments and fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from warifu.documents import hidden, media
from warifu.documents.hidden import Cuttings
from warifu.documents.text.dates import iso, line_dates
from warifu.documents.text.language import language_of
from warifu.documents.text.model import Composer, Spot, Text
from warifu.documents.text.package import Attributes, Package, Walker

BAR: Final = " | "
OFF: Final = frozenset({"0", "false", "off", "none"})
EMU_FAR: Final = 914_400 * 2
"""A box moved out by more than two inches to the left or above, in Word's units, stands off the page."""


@dataclass(frozen=True, slots=True)
class Looks:
    """How a run is drawn, as far as it decides whether it can be seen; None where nothing is said."""

    vanish: bool | None = None
    colour: hidden.Colour | None = None
    ground: hidden.Colour | None = None
    points: float | None = None

    def over(self, below: Looks) -> Looks:
        """These looks, with what they leave open taken from `below`."""
        return Looks(
            below.vanish if self.vanish is None else self.vanish,
            below.colour if self.colour is None else self.colour,
            below.ground if self.ground is None else self.ground,
            below.points if self.points is None else self.points,
        )

    def why_unseen(self) -> str | None:
        if self.vanish:
            return "not-displayed"
        if self.points is not None and self.points <= hidden.TINY_POINTS:
            return "tiny"
        if self.colour is not None and hidden.alike(self.colour, self.ground or hidden.WHITE):
            return "same-colour"
        return None


PLAIN: Final = Looks()


class Lines:
    """Writes words into a body line by line; zero-width characters go out, and table rows stay whole."""

    def __init__(self, cuttings: Cuttings) -> None:
        self.composer = Composer("utf-8")
        self.cuttings = cuttings
        self.tables = 0
        self._cells = 0
        self._break = False
        self._in_cell = False

    def text(self, text: str, start: int, end: int, part: str) -> None:
        if not text:
            return
        if self._break:
            self._break = False
            if self.tables:
                if self._in_cell:
                    self.composer.put_in(" ")
            else:
                self.composer.line_end()
        self._in_cell = True
        size = len(text.encode("utf-8"))
        if size != end - start:
            self.composer.add(text, Spot(start, end, part))
            return
        at = 0
        for low, high in [*hidden.unseen(text), (len(text), len(text))]:
            first = start + len(text[:at].encode("utf-8"))
            piece = text[at:low]
            self.composer.add(piece, Spot(first, first + len(piece.encode("utf-8")), part), linear=True)
            self.cuttings.cut("zero-width", "".join(f"U+{ord(char):04X} " for char in text[low:high]))
            at = high

    def space(self, mark: str = " ") -> None:
        if len(self.composer) and not self.composer.ends_in_space():
            self.composer.put_in(" " if self.tables else mark)

    def paragraph(self) -> None:
        self._break = True

    def row(self) -> None:
        if self.tables <= 1:
            self.composer.line_end()
            self._cells = 0
            self._in_cell = False
            self._break = False

    def cell(self) -> None:
        if self.tables <= 1:
            if self._cells:
                self.composer.put_in(BAR)
            self._cells += 1
            self._in_cell = False
            self._break = False
        else:
            self._break = True


def _finished(lines: Lines, kind: str, title: str | None, modified: str | None) -> Text:
    body = lines.composer.body()
    seen = [line.strip() for line in body.splitlines() if line.strip()]
    dates = line_dates(seen)
    return Text(
        body=body,
        segments=lines.composer.segments(),
        media_type=kind,
        encoding="utf-8",
        title=title or (seen[0][:200] if seen else None),
        language=language_of(body),
        published=dates.published,
        modified=dates.modified or modified,
        stated=dates.stated or dates.published,
        flags=lines.cuttings.flags(),
    )


def read_docx(data: bytes) -> Text:
    """Read a Word document (its main story and footnotes; headers, comments and properties are not its text).

    Raises:
        UnreadableError: It is broken, or breaks a limit.
    """
    package = Package(data, media.DOCX)
    lines = Lines(Cuttings())
    styles = _docx_styles(package)
    for part in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if part == "word/document.xml" or part in package.names:
            _DocxStory(part, lines, styles).read(package)
            lines.paragraph()
    title, modified = _core(package, "docProps/core.xml")
    return _finished(lines, media.DOCX, title, modified)


def _core(package: Package, part: str) -> tuple[str | None, str | None]:
    """The title and the day of the last change, as the properties state them."""
    if part not in package.names:
        return None, None
    said: dict[str, str] = {}
    path: list[str] = []

    def text(words: str, _start: int, _end: int) -> None:
        said[path[-1]] = said.get(path[-1], "") + words

    def closed(_name: str) -> None:
        path.pop()

    Walker(lambda name, _: path.append(name), closed, text).walk(package.part(part), package.kind, part)
    title = " ".join(hidden.without_unseen(said.get("title", "")).split())
    return title or None, iso(said.get("modified") or said.get("date"))


def _docx_look(name: str, attributes: Attributes, looks: Looks) -> Looks:
    value = attributes.get("val", "")
    if name in {"vanish", "specVanish", "webHidden"}:
        return replace(looks, vanish=value not in OFF)
    if name == "color":
        if attributes.get("themeColor", "") in {"background1", "light1", "bg1"} and not attributes.get("themeShade"):
            return replace(looks, colour=hidden.WHITE)
        return replace(looks, colour=hidden.colour(value) or hidden.BLACK)
    if name == "sz" and value.isdigit():
        return replace(looks, points=int(value) / 2)
    if name == "shd":
        return replace(looks, ground=hidden.colour(attributes.get("fill", "")) or looks.ground)
    if name == "highlight":
        return replace(looks, ground=hidden.colour(value.lower()) or hidden.BLACK)
    return looks


@dataclass(slots=True)
class _Styles:
    looks: dict[str, Looks] = field(default_factory=dict)
    based_on: dict[str, str] = field(default_factory=dict)
    default: Looks = PLAIN

    def of(self, name: str | None) -> Looks:
        found, seen = PLAIN, set[str]()
        while name is not None and name in self.looks and name not in seen:
            seen.add(name)
            found = found.over(self.looks[name])
            name = self.based_on.get(name)
        return found


def _docx_styles(package: Package) -> _Styles:
    styles = _Styles()
    if "word/styles.xml" not in package.names:
        return styles
    current: list[str | None] = [None]
    defaults = [False]

    def opened(name: str, attributes: Attributes) -> None:
        if name == "docDefaults":
            defaults[0] = True
        elif name == "style":
            current[0] = attributes.get("styleId")
            styles.looks[current[0] or ""] = PLAIN
        elif name == "basedOn" and current[0] is not None:
            styles.based_on[current[0]] = attributes.get("val", "")
        elif defaults[0]:
            styles.default = _docx_look(name, attributes, styles.default)
        elif current[0] is not None:
            styles.looks[current[0]] = _docx_look(name, attributes, styles.looks[current[0]])

    def closed(name: str) -> None:
        if name == "docDefaults":
            defaults[0] = False
        elif name == "style":
            current[0] = None

    part = "word/styles.xml"
    Walker(opened, closed, lambda *_: None).walk(package.part(part), package.kind, part)
    return styles


class _DocxStory:
    """One part of a Word document that holds paragraphs."""

    SKIPPED: Final = frozenset({"Fallback", "instrText", "delInstrText", "posOffset"})
    DELETED: Final = frozenset({"del", "moveFrom"})

    def __init__(self, part: str, lines: Lines, styles: _Styles) -> None:
        self.part = part
        self.lines = lines
        self.styles = styles
        self._path: list[str] = []
        self._skipped = self._deleted = 0
        self._paragraph = self._run = PLAIN
        self._cell_ground: list[hidden.Colour | None] = []
        self._away: list[bool] = []
        self._offset = ""
        self._outer: list[tuple[Looks, Looks]] = []

    def read(self, package: Package) -> None:
        Walker(self._opened, self._closed, self._text).walk(package.part(self.part), package.kind, self.part)

    def _opened(self, name: str, attributes: Attributes) -> None:
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if name in self.SKIPPED:
            self._skipped += 1
        elif name in self.DELETED:
            self._deleted += 1
        elif name == "p":
            self._outer.append((self._paragraph, self._run))
            self._paragraph = self._run = PLAIN
            self.lines.paragraph()
        elif name == "r":
            self._run = PLAIN
        elif name == "pStyle":
            self._paragraph = self.styles.of(attributes.get("val")).over(self._paragraph)
        elif name == "rStyle":
            self._run = self._run.over(self.styles.of(attributes.get("val")))
        elif parent == "rPr" and "pPr" not in self._path:
            self._run = _docx_look(name, attributes, self._run)
        elif parent == "pPr" and name == "shd":
            self._paragraph = _docx_look(name, attributes, self._paragraph)
        elif parent == "tcPr" and name == "shd" and self._cell_ground:
            self._cell_ground[-1] = hidden.colour(attributes.get("fill", ""))
        elif name == "tbl":
            self.lines.paragraph()
            if self.lines.tables == 0:
                self.lines.composer.line_end()
            self.lines.tables += 1
        elif name == "tr":
            self.lines.row()
        elif name == "tc":
            self._cell_ground.append(None)
            self.lines.cell()
        elif name in {"tab", "ptab"} and parent == "r":
            self.lines.space("\t")
        elif name in {"br", "cr"} and parent == "r":
            self.lines.paragraph()
        elif name == "noBreakHyphen" and parent == "r":
            self.lines.composer.put_in("-")
        elif name == "anchor":
            self._away.append(attributes.get("hidden") in {"1", "true"})
        elif name == "shape":
            style = attributes.get("style", "").replace(" ", "").lower()
            self._away.append("visibility:hidden" in style or ("left:-" in style and _far_left(style)))

    def _closed(self, name: str) -> None:
        self._path.pop()
        if name in self.SKIPPED:
            self._skipped -= 1
            if name == "posOffset":
                try:
                    far = int(self._offset.strip() or "0") < -EMU_FAR
                except ValueError:
                    far = False
                if self._away and far:
                    self._away[-1] = True
                self._offset = ""
        elif name in self.DELETED:
            self._deleted -= 1
        elif name == "p":
            self._paragraph, self._run = self._outer.pop()
            self.lines.paragraph()
        elif name == "tbl":
            self.lines.tables -= 1
            self.lines.paragraph()
        elif name == "tc" and self._cell_ground:
            self._cell_ground.pop()
        elif name in {"anchor", "shape"} and self._away:
            self._away.pop()

    def _text(self, text: str, start: int, end: int) -> None:
        inside = self._path[-1] if self._path else ""
        if inside == "posOffset":
            self._offset += text
            return
        if self._skipped or inside not in {"t", "delText"}:
            return
        reason = "deleted" if self._deleted or inside == "delText" else "off-page" if any(self._away) else None
        if reason is None:
            cell = next((ground for ground in reversed(self._cell_ground) if ground is not None), None)
            looks = self._run.over(self._paragraph).over(Looks(ground=cell)).over(self.styles.default)
            reason = looks.why_unseen()
        if reason is None:
            self.lines.text(text, start, end, self.part)
        else:
            self.lines.cuttings.cut(reason, text)


def _far_left(style: str) -> bool:
    number = style.partition("left:-")[2].partition("pt")[0].partition("px")[0].partition(";")[0]
    return number.replace(".", "", 1).isdigit() and float(number) > 144


def read_odt(data: bytes) -> Text:
    """Read an OpenDocument text.

    Raises:
        UnreadableError: It is broken, or breaks a limit.
    """
    package = Package(data, media.ODT)
    lines = Lines(Cuttings())
    styles = _Styles()
    for part in ("styles.xml", "content.xml"):
        if part in package.names:
            _odt_styles(package, part, styles)
    _OdtStory("content.xml", lines, styles).read(package)
    title, modified = _core(package, "meta.xml")
    return _finished(lines, media.ODT, title, modified)


def _odt_styles(package: Package, part: str, styles: _Styles) -> None:
    current: list[str | None] = [None]

    def opened(name: str, attributes: Attributes) -> None:
        if name in {"style", "default-style"}:
            current[0] = attributes.get("name", "") if name == "style" else None
            if current[0] is not None:
                styles.looks[current[0]] = PLAIN
                if "parent-style-name" in attributes:
                    styles.based_on[current[0]] = attributes["parent-style-name"]
        elif name in {"text-properties", "paragraph-properties", "table-cell-properties"} and current[0] is not None:
            styles.looks[current[0]] = _odt_look(attributes, styles.looks[current[0]])

    def closed(name: str) -> None:
        if name == "style":
            current[0] = None

    Walker(opened, closed, lambda *_: None).walk(package.part(part), package.kind, part)


def _odt_look(attributes: Attributes, looks: Looks) -> Looks:
    if attributes.get("display") == "none":
        looks = replace(looks, vanish=True)
    if (named := hidden.colour(attributes.get("color", ""))) is not None:
        looks = replace(looks, colour=named)
    if (ground := hidden.colour(attributes.get("background-color", ""))) is not None:
        looks = replace(looks, ground=ground)
    size = attributes.get("font-size", "")
    if size.endswith("pt") and size[:-2].replace(".", "", 1).isdigit():
        looks = replace(looks, points=float(size[:-2]))
    return looks


class _OdtStory:
    """The body of an OpenDocument text."""

    SKIPPED: Final = {
        "tracked-changes": "deleted", "annotation": "field", "hidden-text": "not-displayed",
        "hidden-paragraph": "not-displayed",
        "script": "field", "note-citation": None, "sequence-decls": None, "forms": None, "title": None, "desc": None,
        "automatic-styles": None, "scripts": None, "font-face-decls": None,
    }  # fmt: skip

    def __init__(self, part: str, lines: Lines, styles: _Styles) -> None:
        self.part = part
        self.lines = lines
        self.styles = styles
        self._skipped: list[str | None] = []
        self._looks: list[Looks] = [PLAIN]
        self._in_text = 0

    def read(self, package: Package) -> None:
        Walker(self._opened, self._closed, self._text).walk(package.part(self.part), package.kind, self.part)

    def _opened(self, name: str, attributes: Attributes) -> None:
        style = attributes.get("style-name")
        self._looks.append(self.styles.of(style).over(self._looks[-1]))
        if name in self.SKIPPED:
            self._skipped.append(self.SKIPPED[name])
        elif name == "section" and attributes.get("display") == "none":
            self._looks[-1] = replace(self._looks[-1], vanish=True)
        elif name in {"p", "h"}:
            self._in_text += 1
            self.lines.paragraph()
        elif name == "table":
            if self.lines.tables == 0:
                self.lines.composer.line_end()
            self.lines.tables += 1
        elif name == "table-row":
            self.lines.row()
        elif name == "table-cell":
            self.lines.cell()
        elif name in {"s", "tab"}:
            self.lines.space()
        elif name == "line-break":
            self.lines.paragraph()

    def _closed(self, name: str) -> None:
        self._looks.pop()
        if name in self.SKIPPED:
            self._skipped.pop()
        elif name in {"p", "h"}:
            self._in_text -= 1
            self.lines.paragraph()
        elif name == "table":
            self.lines.tables -= 1
            self.lines.paragraph()

    def _text(self, text: str, start: int, end: int) -> None:
        if not self._in_text and not self._skipped:
            return
        if self._skipped:
            if self._skipped[-1] is not None:
                self.lines.cuttings.cut(self._skipped[-1], text)
            return
        reason = self._looks[-1].why_unseen()
        if reason is None:
            self.lines.text(text, start, end, self.part)
        else:
            self.lines.cuttings.cut(reason, text)
