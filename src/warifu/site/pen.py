"""What stands on many pages: figures with their way back, citations, links, small bars. One pen a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

from markupsafe import Markup, escape

from warifu.site import addresses
from warifu.site.book import FigureName
from warifu.site.writing import Writer, tame
from warifu.tables import contract as c

SILENT_AT_ZERO: Final = frozenset({"paid", "delivered", "share-paid", "share-delivered"})
"""Counts in which nought means that no source tells of any, which is no finding that there was none."""

SIDE_CLASS: Final = ("left", "right")


@dataclass(frozen=True)
class Pen:
    """Writes the recurring parts of one page: the language's writer, and where the page lies."""

    w: Writer
    here: str
    sides: tuple[str, str]
    areas: Mapping[str, c.AreaRow]
    questioned: Mapping[str, Sequence[c.CommentRow]] = field(default_factory=dict)
    """What was said of figures, by their address."""

    def to(self, there: str) -> str:
        return addresses.relative(self.here, there)

    def area_title(self, area: str) -> str:
        row = self.areas.get(area)
        return self.w.plain_name(row) if row is not None else area

    def side_class(self, side: str) -> str:
        """The colour of a side: `left`, `right` or `other`; used for nothing else on the site."""
        return SIDE_CLASS[self.sides.index(side)] if side in self.sides else "other"

    def side(self, side: str) -> Markup:
        """A side by name, in its colour."""
        return Markup(f'<span class="side {self.side_class(side)}">{escape(self.w.country(side))}</span>')

    def deal(self, deal: str, title: str) -> Markup:
        return Markup(f'<a href="{escape(self.to(addresses.deal(deal)))}">{self.w.text(title)}</a>')

    def cite(self, lines: Iterable[Any]) -> Markup:
        """Citations: publisher and day, each a link to the source's own page here."""
        items = [self.source(line) for line in lines]
        if not items:
            return Markup("")
        return Markup(f'<ul class="cites">{"".join(f"<li>{item}</li>" for item in items)}</ul>')

    def source(self, line: Any) -> Markup:
        day = f" ({escape(self.w.plain_day(line.published_text))})" if line.published_text else ""
        doubt = f' <span class="tag warn">{self.w.t("doubtful")}</span>' if line.doubtful else ""
        href = escape(self.to(addresses.source(line.source)))
        return Markup(f'<a href="{href}">{self.w.text(line.publisher)}{day}</a>{doubt}')

    def cites(self, row: Any, sources: Mapping[str, Any]) -> Markup:
        return self.cite(sources[source] for source in row.sources if source in sources)

    def figure(self, row: c.FigureRow | None, *, ranged: bool = True) -> Markup:
        """A figure as it is published: its value or the word for its absence, its range, the way back, its mark."""
        if row is None:
            return self.w.unknown(self.w.t("untold"))
        written = self._figure(row, self.to(addresses.why(row.figure)), ranged)
        return written + self.mark(self.questioned.get(row.figure, ()))

    def outside(self, row: c.BesideFigureRow | None, address: str) -> Markup:
        """A figure of another ledger, with the way back where that ledger's site is known."""
        if row is None:
            return self.w.unknown(self.w.t("untold"))
        site = addresses.outward(address)
        return self._figure(row, f"{site.rstrip('/')}/why/all.html#{addresses.slug(row.measure)}" if site else "", True)

    def _figure(self, row: c.FigureRow | c.BesideFigureRow, href: str, ranged: bool) -> Markup:
        def linked(shown: object, kind: str = "fig", title: str = "") -> Markup:
            told = Markup(' title="{}"').format(title) if title else ""
            if not href:
                return Markup('<span class="{}"{}>{}</span>').format(kind, told, shown)
            return Markup('<a class="{}" href="{}"{}>{}</a>').format(kind, href, told, shown)

        if row.value is None and row.answer == "found" and row.low != row.high:  # only bounds are known
            return linked(self.w.span(row.low, row.high, row.unit))
        if row.value is None:
            return linked(self.w.code("Answer", row.answer), "fig none")
        if row.value == 0 and row.measure in SILENT_AT_ZERO:
            return linked(self.w.t("none_told"), "fig none")
        span = self.w.span(row.low, row.high, row.unit) if ranged else ""
        after = Markup(' <span class="range">{}</span>').format(span) if span else Markup("")
        return linked(self.w.quantity(row.value, row.unit), title=self.w.exact(row.value, row.unit)) + after

    def mark(self, comments: Sequence[c.CommentRow]) -> Markup:
        """The mark of what was questioned: it leads to the first comment, and says how it stands."""
        if not comments:
            return Markup("")
        first = comments[0]
        words = f"{self.w.t('comment.n', n=first.number, kind=self.w.t('comment.kind.' + first.kind))}: "
        words += str(self.w.t(f"comment.{first.status}"))
        href = self.to(f"corrections.html#{addresses.slug('n-' + first.number)}")
        kind = "questioned open" if first.status == "open" else "questioned"
        return Markup(' <a class="{}" href="{}" title="{}" aria-label="{}">※</a>').format(kind, href, words, words)

    def machine(self, row: c.StatementRow) -> Markup:
        """The mark of what a machine read and a person accepted; nothing where a person read it."""
        if not row.read_by:
            return Markup("")
        told = self.w.t("machine.accepted", reader=tame(row.read_by), by=tame(row.by))
        return Markup(' <span class="tag machine" title="{}">{}</span>').format(told, self.w.t("machine.read"))

    def measure(self, row: c.FigureRow | c.ComparisonRow | FigureName) -> Markup:
        """The name of a measure: translated where it is one of the scorecard's, else as the measure calls it."""
        if self.w.language != "en":
            own = self.w.plain_code("Measure", row.measure)
            if own != row.measure:
                return escape(own)
        return self.w.text(row.label)

    def bar(self, value: Decimal | int | None, whole: Decimal | int | None, kind: str, low: Any = None,
            high: Any = None) -> Markup:  # fmt: skip
        """A small bar beside a number; it says nothing that the number does not, so readers by ear skip it."""
        if value is None or not whole:
            return Markup("")

        def part(number: Any) -> str:
            return f"{max(Decimal(0), min(Decimal(100), Decimal(number) * 100 / Decimal(whole))):.1f}%"

        mark = Markup("")
        if low is not None and high is not None and low != high:
            mark = Markup('<line class="whisker" x1="{}" x2="{}" y1="50%" y2="50%"/>').format(part(low), part(high))
        return Markup(
            '<svg class="bar" aria-hidden="true" focusable="false" width="100%" height="14">'
            '<rect class="rail" width="100%" height="14"/><rect class="{}" width="{}" height="14"/>{}</svg>'
        ).format(kind, part(value), mark)

    def dots(self, mark: int | None) -> Markup:
        """A mark of 0 to 5 as dots, with the number for readers by ear."""
        if mark is None:
            return Markup('<span class="unknown">{}</span>').format(self.w.t("one.voice"))
        circles = Markup("").join(
            Markup('<circle class="{}" cx="{}" cy="6" r="4"/>').format("on" if place < mark else "off", 6 + place * 12)
            for place in range(5)
        )
        return Markup(
            '<svg class="dots" viewBox="0 0 60 12" width="60" height="12" aria-hidden="true" focusable="false">{}</svg>'
            ' <span class="small">{}</span>'
        ).format(circles, self.w.t("health.of", n=mark))

    def outward(self, url: str) -> Markup:
        """A link out, if the address is a plain one on the web; else its text, unlinked."""
        safe = addresses.outward(url)
        if not url:
            return Markup('<span class="unknown">{}</span>').format(self.w.t("no.address"))
        if not safe:
            return Markup("{} <code>{}</code>").format(self.w.t("unsafe.address"), tame(url))
        return Markup('<a class="out" href="{}" rel="noopener nofollow" referrerpolicy="no-referrer">{}</a>').format(
            safe, safe if len(safe) <= LONG else safe[: LONG - 1] + "…"
        )

    def refs(self, refs: Sequence[str], places: Mapping[str, str]) -> Markup:
        """Identifiers, each linked to where it stands."""
        return Markup(", ").join(
            Markup('<a href="{}"><code>{}</code></a>').format(self.to(places[ref]), ref)
            if places.get(ref)
            else Markup("<code>{}</code>").format(tame(ref))
            for ref in refs
        )


LONG: Final = 90
