"""A printable briefing of a programme: one page for the minister, up to ten for the desk. Needs the extra `print`.

Both say the same and end with how to cite it; what does not fit is counted and said, never dropped without a word.
Fonts are embedded, so Japanese and Russian print everywhere; links lead to the site.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from warifu.errors import MissingExtraError
from warifu.exports.book import Book, number
from warifu.tables import contract as c

MINISTER: Final = "briefing-minister.pdf"
DESK: Final = "briefing-desk.pdf"
MOST_PAGES: Final = 10

LINE: Final = 4.6
"""Height of a line of text, in millimetres."""

MARGIN: Final = 16
INK, PALE, ACCENT, SECOND = (26, 26, 26), (110, 110, 110), (27, 77, 107), (196, 98, 45)

FUNNEL: Final = ("promised", "signed", "binding", "paid", "delivered")
MONEY: Final = ("money-hoped", "money-pledged", "money-committed", "money-paid", "money-cost", "money-lost")
STATES: Final = ("stalled", "silent", "contested", "cancelled", "one-origin", "versions-differ")
KEY_SECTIONS: Final = ("expectations", "versions", "linkage", "dependence", "shift", "rivals", "bargain")
"""What a minister asks first, in this order; the scorecard stands above it."""


def write(book: Book, folder: Path) -> None:
    """Write both briefings.

    Raises:
        MissingExtraError: The extra `print` is not installed.
    """
    with tempfile.TemporaryDirectory(prefix="warifu-") as place:
        faces = _faces(book, Path(place))
        _Paper(book, faces).minister().output(str(folder / MINISTER))
        _Paper(book, faces).desk().output(str(folder / DESK))


WEIGHTS: Final = {"": 400, "B": 700}
LETTERS: Final = (range(0x20, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00), range(0x2000, 0x2200))
"""Latin, Greek and Cyrillic with their marks and signs; what lies outside is set in the Japanese face."""

UNUSED: Final = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "MATH", "VORG", "vhea", "vmtx"]
"""The tables of a font that hold rules for fine typesetting."""

PRINTED: Final = (c.ProgrammeRow, c.DealRow, c.SectionRow, c.MandateRow, c.GapRow, c.HopeRow)
"""The tables whose words a briefing prints."""


def _faces(book: Book, place: Path) -> dict[str, Path]:
    """The font files: Noto Sans at two weights, cut down to the letters above, and Noto Sans CJK to those needed.

    Whole, they take ten seconds: the one because it is a variable font whose weight must be fixed, the other because it
    has sixty thousand signs.
    """
    try:
        import fontpkg_noto_sans
        import noto_cjk_sans_jp_regular
        from fontTools.ttLib import TTFont
        from fontTools.varLib import instancer
    except ImportError as fault:
        raise MissingExtraError("a briefing", "print") from fault
    latin = next(Path(fontpkg_noto_sans.__file__).parent.glob("files/NotoSans[[]*.ttf"))
    cjk = next(Path(noto_cjk_sans_jp_regular.__file__).parent.glob("*.otf"))
    plain = frozenset(sign for letters in LETTERS for sign in letters)
    found = {"japanese": place / "japanese.otf"}
    _cut(TTFont(cjk, recalcTimestamp=False), _signs(book) - plain | {0x3042}).save(found["japanese"])
    for style, weight in WEIGHTS.items():
        font = _cut(TTFont(latin, recalcTimestamp=False), plain)
        found[style] = place / f"text-{weight}.ttf"
        instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}).save(found[style])
    return found


def _signs(book: Book) -> frozenset[int]:
    """Every sign of the words that a briefing may print."""
    texts = (cell for row in PRINTED for one in book.rows(row) for cell in one)
    return frozenset(ord(sign) for text in texts if isinstance(text, str) for sign in text)


def _cut(font: Any, signs: frozenset[int]) -> Any:
    """A font with these signs alone, and without rules for fine typesetting."""
    from fontTools import subset

    cutter = subset.Subsetter(subset.Options(layout_features=[], drop_tables=UNUSED, notdef_outline=True))
    cutter.populate(unicodes=signs)
    cutter.subset(font)
    return font


def _blank(book: Book, faces: Mapping[str, Path]) -> Any:
    """An empty document with its fonts; the day it bears is the release's."""
    import fpdf

    it, release = book.programme, book.publication.release
    cited = f"{it.name_en}, {f'release {release}' if release else 'not a release'}, as known on {it.as_of}. "

    class Sheet(fpdf.FPDF):  # type: ignore[misc]
        def footer(self) -> None:
            """How to cite it, at the foot of every page."""
            self.set_y(-MARGIN)
            self.set_font("text", "", 7)
            self.set_text_color(*PALE)
            line = _fit(self, cited + book.publication.publisher, self.epw - 14)
            self.cell(self.epw - 12, 4, line, link=book.publication.address)
            self.cell(12, 4, str(self.page_no()), align="R")

    pdf = Sheet(format="A4", unit="mm")
    pdf.set_creation_date(datetime.fromisoformat(book.dated).replace(tzinfo=UTC))
    pdf.set_title(f"{book.programme.name_en}: briefing")
    pdf.set_author(book.publication.publisher)
    pdf.set_lang("en")
    pdf.set_margin(MARGIN)
    for style in WEIGHTS:
        pdf.add_font("text", style, faces[style])
    pdf.add_font("japanese", "", faces["japanese"])
    pdf.set_fallback_fonts(["japanese"], exact_match=False)
    return pdf


class _Paper:
    """A document being written, from the top of its first page to its end."""

    def __init__(self, book: Book, faces: Mapping[str, Path]) -> None:
        self.book = book
        self.figures = {row.measure: row for row in book.rows(c.FigureRow) if row.slice == "all"}
        self.sections = {row.section: row for row in book.rows(c.SectionRow)}
        self.pdf = _blank(book, faces)

    # Pages

    def minister(self) -> Any:
        """Everything on one page: what does not fit is left for the desk's briefing, and said."""
        self.pdf.set_auto_page_break(False)
        self._first_page()
        return self.pdf

    def desk(self) -> Any:
        """The minister's page, then every measure, who is in charge, every gap, what to look at, and the deals."""
        self.pdf.set_auto_page_break(False)
        self._first_page()
        self.pdf.set_auto_page_break(True, MARGIN + 6)
        self._new_page()
        self._measures()
        self._mandates()
        self._gaps()
        self._open_ends()
        self._deals()
        return self.pdf

    def _first_page(self) -> None:
        self._new_page()
        self._head()
        self._funnel()
        self._money()
        bottom = self.pdf.h - MARGIN - 12
        left = 0
        self._heading("What to know")
        for name in KEY_SECTIONS:
            row = self.sections.get(name)
            if row is None or row.verdict not in ("says", "cannot tell"):
                continue
            text = f"**{row.title}.** {_first_sentences(row.says, 330)}"
            if self.pdf.get_y() + self._height(text) > bottom:
                left += 1
                continue
            self._paragraph(text)
        if left:
            self._small(f"{left} more findings are in the desk's briefing and on the site.")
        self._largest(bottom)

    def _new_page(self) -> None:
        self.pdf.add_page()

    # Parts of the first page

    def _head(self) -> None:
        pdf, it = self.pdf, self.book.programme
        pdf.set_text_color(*INK)
        pdf.set_font("text", "B", 17)
        pdf.multi_cell(0, 7.5, it.name_en, new_x="LMARGIN", new_y="NEXT", align="L")
        other = " · ".join(name for name in (it.name_ja, it.name_ru) if name)
        if other:
            self._small(other, 9.5)
        begin, end = it.begin_text, it.end_text or "now"
        self._small(
            f"{it.side_left} and {it.side_right}, {begin} to {end}. {it.status.capitalize()}. As known on {it.as_of}."
        )
        pdf.ln(1.5)
        self._paragraph(it.summary_en or it.legal_form)

    def _funnel(self) -> None:
        """Five bars: promised, signed, binding, paid, delivered, each with its range."""
        pdf = self.pdf
        shown = [self.figures[name] for name in FUNNEL if name in self.figures]
        most = max((row.high or row.value or Decimal(0) for row in shown), default=Decimal(0))
        if not most:
            return
        self._heading("From promise to delivery: deals")
        full = pdf.epw - 62
        for row in shown:
            y = pdf.get_y()
            pdf.set_font("text", "", 9)
            pdf.set_text_color(*INK)
            pdf.cell(24, LINE + 0.8, row.label)
            wide = full * float((row.value or 0) / most)
            pdf.set_fill_color(*ACCENT)
            if wide:
                pdf.rect(MARGIN + 25, y + 0.9, wide, LINE - 1, style="F")
            if row.low is not None and row.high is not None and row.low < row.high:
                pdf.set_draw_color(*SECOND)
                pdf.set_line_width(0.7)
                middle = y + 0.9 + (LINE - 1) / 2
                pdf.line(
                    MARGIN + 25 + full * float(row.low / most),
                    middle,
                    MARGIN + 25 + full * float(row.high / most),
                    middle,
                )
            pdf.set_xy(MARGIN + 27 + full * float(max(row.high or 0, row.value or 0) / most), y)
            pdf.cell(34, LINE + 0.8, _valued(row))
            pdf.set_xy(MARGIN, y + LINE + 0.8)
        self._small("Signed is not binding, binding is not paid. A thin line is the range that the sources leave open.")

    def _money(self) -> None:
        shown = [self.figures[name] for name in MONEY if name in self.figures and self.figures[name].value is not None]
        if shown:
            self._heading("Money, each kind by itself: kinds are never added")
            told = "; ".join(f"**{row.label}** {_valued(row)} ({row.n} deals)" for row in shown)
            self._paragraph(f"{told}.")
        states = [self.figures[name] for name in STATES if name in self.figures and self.figures[name].value]
        if states:
            self._paragraph("; ".join(f"**{row.label}** {_valued(row)}" for row in states) + ".")

        hopes = sorted(self.book.rows(c.HopeRow), key=lambda row: (not row.single_voice, row.number))
        for hope in hopes[:1]:
            alone = " One voice's claim, which nobody else confirms." if hope.single_voice else ""
            doubt = " Told by a doubtful source." if hope.doubtful else ""
            self._paragraph(f"**Hoped and came.** {hope.hoped}; {hope.came}.{alone}{doubt}")

    def _largest(self, bottom: float) -> None:
        """The largest deals, as many as the page holds."""
        size = self._sizes()
        names = sorted(size, key=lambda name: (-size[name], name))
        heads, widths = self._deal_columns()
        if not names or self.pdf.get_y() + 24 > bottom:
            return
        self._heading("The largest deals with a sum told")
        self._row(heads, widths, bold=True)
        for name in names:
            cells = self._deal_cells(self.book.deals[name], size)
            if self.pdf.get_y() + self._row_height(cells, widths) > bottom:
                return
            self._row(cells, widths, link=self.book.address("deals", name))

    # Parts of the pages after it

    def _measures(self) -> None:
        self._heading("What each measure says")
        for row in self.book.rows(c.SectionRow):
            self._paragraph(f"**{row.title}.** {row.question}")
            self._paragraph(row.says)
            for warning in row.warnings[:3]:
                self._small(f"Note: {warning}")
            if row.assumption:
                self._small(f"It assumes: {row.assumption}")
            self.pdf.ln(1.2)

    def _mandates(self) -> None:
        rows = self.book.rows(c.MandateRow)
        if rows:
            self._heading("Who is in charge")
            self._table(
                ("Side", "Who", "Charge", "Since", "Until"),
                (10, 42, 84, 21, 21),
                [(row.side, row.person, row.charge, row.since_text, row.until_text) for row in rows],
            )

    def _gaps(self) -> None:
        rows = self.book.rows(c.GapRow)
        if rows:
            self._heading("Where the two halves do not match")
            deals = self.book.deals
            self._table(
                ("Deal", "In", "One voice", "Another voice"),
                (56, 24, 49, 49),
                [
                    (
                        deals[row.deal].title,
                        row.field,
                        f"{row.left_voice}: {row.left}",
                        f"{row.right_voice}: {row.right}",
                    )
                    for row in rows[:40]
                ],
            )
            self._rest(len(rows) - 40, "gaps")

    def _open_ends(self) -> None:
        """Stalled and silent deals, the largest first."""
        size = self._sizes()
        rows = [
            deal
            for deal in self.book.deals.values()
            if deal.counted and (deal.status == "stalled" or deal.silent_since) and deal.stage != "cancelled"
        ]
        rows.sort(key=lambda deal: (deal.status != "stalled", -size.get(deal.deal, Decimal(0)), deal.deal))
        if rows:
            self._heading("Stuck or silent, the largest first")
            self._table(
                ("Deal", "Stage", "Work", "Last heard"),
                (100, 26, 26, 26),
                [(deal.title, deal.stage, deal.status, deal.silent_since or deal.last_text) for deal in rows[:30]],
            )
            self._rest(len(rows) - 30, "deals")

    def _deals(self) -> None:
        """Every deal, the largest first, as far as ten pages go."""
        size = self._sizes()
        rows = sorted(
            (deal for deal in self.book.deals.values() if deal.counted),
            key=lambda deal: (-size.get(deal.deal, Decimal(0)), deal.deal),
        )
        self._heading("The deals, the largest first")
        heads, widths = self._deal_columns()
        self._row(heads, widths, bold=True)
        for place, deal in enumerate(rows):
            cells = self._deal_cells(deal, size)
            room = self.pdf.h - MARGIN - 14 - self._row_height(cells, widths)
            if self.pdf.page_no() >= MOST_PAGES and self.pdf.get_y() > room:
                self._rest(len(rows) - place, "deals")
                return
            self._row(cells, widths, link=self.book.address("deals", deal.deal))

    def _deal_columns(self) -> tuple[tuple[str, ...], tuple[int, ...]]:
        return ("Deal", "Stage", "Paper", "Binding", f"{self.book.programme.currency} m"), (92, 22, 30, 17, 17)

    def _deal_cells(self, deal: c.DealRow, size: Mapping[str, Decimal]) -> tuple[str, ...]:
        told = size.get(deal.deal)
        millions = "not told" if told is None else f"{told / 1_000_000:,.0f}"
        return deal.title, deal.stage, deal.form, deal.binding, millions

    def _sizes(self) -> dict[str, Decimal]:
        """What each deal is worth: the largest sum that totals take, of the firmest kind told."""
        firm = {"disbursement": 2, "commitment": 3, "pledge": 1}
        best: dict[str, tuple[int, Decimal]] = {}
        for row in self.book.rows(c.SumRow):
            if row.counted and row.converted is not None and row.kind in firm:
                found = (firm[row.kind], row.converted)
                best[row.deal] = max(best.get(row.deal, found), found)
        return {deal: amount for deal, (_, amount) in best.items()}

    # Words on paper

    def _heading(self, text: str) -> None:
        self.pdf.ln(2)
        self._break_before(16)
        self.pdf.set_font("text", "B", 11)
        self.pdf.set_text_color(*ACCENT)
        self.pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT", align="L")

    def _paragraph(self, text: str) -> None:
        """A paragraph; `**…**` is bold."""
        self.pdf.set_text_color(*INK)
        self._write(text, 9, LINE)
        self.pdf.ln(0.9)

    def _small(self, text: str, size: float = 7.5) -> None:
        self.pdf.set_text_color(*PALE)
        self._write(text, size, LINE - 0.9)

    def _write(self, text: str, size: float, high: float) -> None:
        for place, part in enumerate(text.split("**")):
            self.pdf.set_font("text", "B" if place % 2 else "", size)
            self.pdf.write(high, part)
        self.pdf.ln(high)

    def _height(self, text: str) -> float:
        """How high a paragraph will be, a little too high rather than too low."""
        self.pdf.set_font("text", "B", 9)
        lines: list[str] = self.pdf.multi_cell(0, LINE, text.replace("**", ""), dry_run=True, output="LINES")
        return LINE * len(lines) + 1

    def _break_before(self, needed: float) -> None:
        """A new page where less room than this is left."""
        if self.pdf.auto_page_break and self.pdf.get_y() > self.pdf.h - MARGIN - 6 - needed:
            self._new_page()

    def _rest(self, count: int, what: str) -> None:
        if count > 0:
            self._small(f"{count} more {what} are on the site: {self.book.publication.address}")

    def _table(self, heads: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[str]]) -> None:
        self._row(heads, widths, bold=True)
        for row in rows:
            self._row(row, widths)

    def _lines(self, text: str, wide: float) -> list[str]:
        found: list[str] = self.pdf.multi_cell(wide - 1.5, LINE - 1, text, dry_run=True, output="LINES", align="L")
        return found[:3] if len(found) <= 3 else [*found[:2], f"{found[2]} …"]

    def _row_height(self, cells: Sequence[str], widths: Sequence[float]) -> float:
        self.pdf.set_font("text", "", 7.5)
        return (LINE - 1) * max(len(self._lines(cell, wide)) for cell, wide in zip(cells, widths, strict=True)) + 1.2

    def _row(self, cells: Sequence[str], widths: Sequence[float], *, bold: bool = False, link: str = "") -> None:
        """A row of a table; a cell of more than three lines ends in an ellipsis."""
        pdf = self.pdf
        pdf.set_font("text", "B" if bold else "", 7.5)
        pdf.set_text_color(*(PALE if bold else INK))
        parts = [self._lines(cell, wide) for cell, wide in zip(cells, widths, strict=True)]
        high = (LINE - 1) * max(len(part) for part in parts) + 1.2
        self._break_before(high)
        pdf.set_font("text", "B" if bold else "", 7.5)
        pdf.set_text_color(*(PALE if bold else INK))
        y, x = pdf.get_y(), float(MARGIN)
        pdf.set_draw_color(215, 215, 215)
        pdf.set_line_width(0.15)
        pdf.line(MARGIN, y, MARGIN + sum(widths), y)
        for part, wide in zip(parts, widths, strict=True):
            for place, line in enumerate(part):
                pdf.set_xy(x, y + 0.6 + place * (LINE - 1))
                pdf.cell(wide, LINE - 1, line, link=link if x == MARGIN and link else "")
            x += wide
        pdf.set_xy(MARGIN, y + high)


def _first_sentences(text: str, most: int) -> str:
    """As many whole sentences as fit, one at least."""
    found = ""
    for sentence in text.replace(". ", ".\n").split("\n"):
        if found and len(found) + len(sentence) > most:
            break
        found = f"{found} {sentence}".strip()
    return found


def _valued(row: c.FigureRow) -> str:
    """A figure with its range, in words."""
    shown = _amount(row)
    if row.value is None:
        return row.answer
    if row.low == row.high:
        return shown(row.value)
    if row.high is None:
        return f"{shown(row.value)} (at least {shown(row.low)})" if row.low is not None else shown(row.value)
    return f"{shown(row.value)} ({shown(row.low) if row.low is not None else 'unknown'} to {shown(row.high)})"


def _amount(row: c.FigureRow) -> Callable[[Decimal], str]:
    """How numbers of this figure are written: money in billions or millions, the rest as it is."""
    if len(row.unit) == 3 and row.unit.isupper():

        def money(value: Decimal) -> str:
            if abs(value) >= 1_000_000_000:
                return f"{row.unit} {value / 1_000_000_000:.2f} bn"
            return f"{row.unit} {value / 1_000_000:,.0f} m"

        return money
    return number


def _fit(pdf: Any, text: str, wide: float) -> str:
    """The text, cut with an ellipsis where it is wider than that."""
    if pdf.get_string_width(text) <= wide:
        return text
    while text and pdf.get_string_width(text + "…") > wide:
        text = text[:-1]
    return text + "…"
