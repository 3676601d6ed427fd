"""A page of the report under work: what one measure puts on it, with the ids made the same way everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from warifu.measures.result import count_of as count_of
from warifu.terms.codelist import Answer
from warifu.terms.figure import Figure
from warifu.terms.report import Axis, Chart, Grid, Point, Quote, Section, Series, Table, Verdict

FOUR: Final = Decimal("0.0001")
BESIDE: Final = 2  # warnings in a figure's own note; all of them stand on its page
MOST_ROWS: Final = 2_000
MOST_MARKS: Final = 2_000
"""Marks in one picture: above it deals are drawn together by year or month, for a picture of more is a blot."""


def exact(number: float | Decimal | None, places: Decimal = FOUR) -> Decimal | None:
    """A computed number as it is published: to four decimals, None stays None."""
    if number is None:
        return None
    return (number if isinstance(number, Decimal) else Decimal(repr(number))).quantize(places)


METHODS: Final = (
    ("conversion-binding-by-money", "conversion.share_of_money"),
    ("conversion-paid-by-money", "conversion.share_of_money"),
    ("conversion-delivered-by-money", "conversion.share_of_money"),
    ("control-came", "conversion.share_of_money"),
    ("control-", "mismatch.control_gap"),
    ("goals-gap", "mismatch.goal_mismatch"),
    ("hoped-came-", "mismatch.fulfilment"),
    ("frames-gap", "mismatch.frame_gap"),
    ("hill-", "dependence.hill"),
    ("without-top-", "dependence.without"),
    ("concentration-change-", "dependence.before_and_after"),
    ("concentration-document-", "dependence.with_rest"),
    ("effective-document-", "dependence.with_rest"),
    ("owner-change", "shift.kind_change"),
    ("mix-", "shift.mix_change"),
    ("linkage-p-holm-", "linkage.holm"),
    ("linkage-p-within-strata", "linkage.within_strata"),
    ("linkage-p-circular-shift", "linkage.circular"),
    ("linkage-p-plain", "linkage.plain"),
    ("linkage-smallest", "linkage.smallest_effect"),
    ("linkage-half-width", "linkage.half_width"),
    ("linkage-placebo", "linkage.placebo"),
    ("threshold-", "bargain.thresholds"),
    ("schedule-slack", "bargain.check_schedule"),
    ("waiting-round", "bargain.best_wait"),
    ("deadline-belief", "bargain.deadline_belief"),
    ("claims-share-", "claims.ratio"),
)
"""Which function made a figure, by how its name begins; every other figure of a page is its page's own method."""


@dataclass(slots=True)
class Page:
    """One measure of one programme, filled by its module and then closed into a section.

    The only thing here that changes: it lives inside one call and never leaves it.
    """

    programme: str
    measure: str
    method: str
    figures: list[Figure] = field(default_factory=list)
    series: list[Series] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    shown: list[str] = field(default_factory=list)  # figures made elsewhere that this page shows

    def figure(
        self,
        name: str,
        label: str,
        value: float | Decimal | None,
        unit: str,
        n: int,
        *,
        low: float | Decimal | None = None,
        high: float | Decimal | None = None,
        part: str = "all",
        answer: Answer | None = None,
        places: Decimal = FOUR,
        deals: Iterable[str] = (),
        sums: Iterable[str] = (),
        missing: Iterable[str] = (),
        sources: Iterable[str] = (),
        rows: Iterable[str] = (),
        note: str = "",
    ) -> str:
        """Add a figure and give its id. Without a value it is "not applicable" unless `answer` says more."""
        found = exact(value, places)
        made = Figure(
            id=f"{self.programme}/{part}/{name}",
            programme=self.programme,
            slice=part,
            measure=name,
            label=label,
            value=found,
            unit=unit,
            low=exact(low, places),
            high=exact(high, places),
            n=n,
            answer=answer or (Answer.FOUND if found is not None else Answer.NOT_APPLICABLE),
            method=next((method for start, method in METHODS if name.startswith(start)), self.method),
            deals=tuple(deals),
            sums=tuple(sums),
            missing=tuple(missing),
            sources=_each_once(sources),
            note=note,
            rows=_each_once(rows),
        )
        self.figures.append(made)
        return made.id

    def draw(
        self,
        name: str,
        title: str,
        chart: Chart,
        axis: Axis,
        points: Sequence[Point],
        *,
        says: str,
        x_title: str = "",
        y_title: str = "",
        unit: str = "",
        part: str = "all",
    ) -> str:
        """Add a picture and give its id; one without points is left out, and its id is empty."""
        if not points:
            return ""
        made = Series(
            id=f"{self.programme}/{part}/{name}",
            programme=self.programme,
            measure=self.measure,
            title=title,
            chart=chart,
            axis=axis,
            x_title=x_title,
            y_title=y_title,
            unit=unit,
            says=says,
            points=tuple(points),
        )
        self.series.append(made)
        return made.id

    def table(
        self,
        name: str,
        title: str,
        columns: Sequence[str],
        rows: Sequence[tuple[Sequence[str], Iterable[str]]],
        says: str = "",
        part: str = "all",
    ) -> str:
        """Add a table, each row as its cells and what it was made from, and give its id; empty for one without rows.

        A table of more than two thousand rows is cut and says so: the ledger's own tables hold all.
        """
        if not rows:
            return ""
        if len(rows) > MOST_ROWS:
            says = f"The first {MOST_ROWS:,} of {len(rows):,} rows; the ledger's own tables hold all. {says}"
            rows = rows[:MOST_ROWS]
        made = Table(
            id=f"{self.programme}/{part}/{name}",
            programme=self.programme,
            measure=self.measure,
            title=title,
            columns=tuple(columns),
            rows=tuple(tuple(cells) for cells, _ in rows),
            made_from=tuple(_each_once(origin) for _, origin in rows),
            says=says,
        )
        self.tables.append(made)
        return made.id

    def grid(self, name: str, title: str, text: str, part: str = "all") -> str:
        made = Grid(f"{self.programme}/{part}/{name}", self.programme, self.measure, title, text)
        self.grids.append(made)
        return made.id

    def close(
        self,
        title: str,
        question: str,
        verdict: Verdict,
        says: str,
        n: int,
        *,
        assumption: str = "",
        details: Iterable[str] = (),
        warnings: Iterable[str] = (),
        quotes: Iterable[Quote] = (),
        made_from: Iterable[str] = (),
    ) -> Page:
        """Close the page: all that was added so far belongs to its section, in the order it was added.

        Each figure with a value takes the assumption and the first warnings into its note, so that it never travels
        without them.
        """
        warnings = _each_once(warnings)
        beside = ([f"Assumes: {assumption.rstrip('.')}."] if assumption else []) + list(warnings[:BESIDE])
        if len(warnings) > BESIDE:
            beside.append(f"And {len(warnings) - BESIDE} more to know beside it, on its page.")
        self.figures = [
            replace(item, note=" ".join([*filter(None, [item.note]), *beside]) if item.value is not None else item.note)
            for item in self.figures
        ]
        self.sections.append(
            Section(
                programme=self.programme,
                measure=self.measure,
                title=title,
                question=question,
                verdict=verdict,
                says=says,
                n=n,
                method=self.method.partition(".")[0],
                assumption=assumption,
                details=tuple(item for item in details if item),
                warnings=warnings,
                figures=(*self.shown, *(item.id for item in self.figures)),
                series=tuple(item.id for item in self.series),
                tables=tuple(item.id for item in self.tables),
                grids=tuple(item.id for item in self.grids),
                quotes=tuple(quotes),
                made_from=_each_once(made_from),
            )
        )
        return self


def _each_once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in items if item))


def percent(share: float | Decimal | None, digits: int = 0) -> str:
    """A share in words for a page: 0.2366 is "24 %"; an unknown one is "unknown"."""
    return "unknown" if share is None else f"{float(share):.{digits}%}".replace("%", " %")


def money(number: float | Decimal | None, currency: str) -> str:
    """An amount in words for a page: 2600000000 is "USD 2.6 bn"."""
    if number is None:
        return "unknown"
    size = abs(float(number))
    for scale, word in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if size >= scale:
            return f"{currency} {float(number) / scale:.3g} {word}"
    return f"{currency} {float(number):,.0f}"
