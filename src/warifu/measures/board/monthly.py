"""Targets against monthly statistics: what came by a month of what was due by then, publication by publication."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from warifu.measures import delivery, series
from warifu.measures.board.page import Page, percent
from warifu.measures.board.record import Board
from warifu.measures.delivery import Count, Promise, Rate
from warifu.terms.report import Axis, Chart, Point
from warifu.terms.series import Entry

PROMISED: Final = frozenset({"base", "increase", "level"})
"""Measures that tell a promise; every other one counts what came."""

ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Monthly:
    """What was found: how many rates, the sentence of the largest, further sentences, and what it was made from."""

    n: int
    says: str
    details: tuple[str, ...]
    made_from: tuple[str, ...]


def add(made: Page, board: Board) -> Monthly:
    """Put figures, a picture and tables of the imported series on the page of delivery."""
    out = tuple(entry for entry in board.series if series.seen(entry, board.as_of))
    known = series.known(out, board.as_of)
    rates = _rates(known)
    for measure, rate in rates:
        _figure(made, measure, rate, known)
    for measure, rate in _seasonal(known, rates):
        _figure(made, measure, rate, known, "-by-months")
    _table(made, out, board.as_of)
    revised = _revised(made, out)
    sources = tuple(sorted({entry.source for entry in out}))
    whole = max(
        (rate for _, rate in rates), key=lambda rate: (rate.expected or Decimal(0), rate.promise.id), default=None
    )
    return Monthly(len(rates), "" if whole is None else _says(whole), revised, sources)


def _rates(known: Sequence[Entry]) -> list[tuple[str, Rate]]:
    """Each promise against the latest months of each count on its basis, and all groups of a basis together."""
    found: list[tuple[str, Rate]] = []
    for measure, basis, year in _asked(known):
        pairs = [
            (promise, count)
            for category in sorted({entry.category for entry in known if entry.basis == basis})
            if (promise := series.promise(known, category, year, basis)) is not None
            and promise.target is not None
            and (count := _latest(known, measure, category, year, basis)) is not None
        ]
        for promise, count in pairs:
            found += [(measure, rate) for rate in delivery.delivery([promise], [count]).rates]
        whole = delivery.together([promise for promise, _ in pairs], f"{ALL}-{year}", ALL)
        through = min((count.through for _, count in pairs), default=0)
        same = [series.count(known, measure, promise.category, year, through, basis) for promise, _ in pairs]
        came = series.together(same, f"{ALL}-{year}", ALL)
        if len(pairs) > 1 and whole is not None and came is not None:
            found += [(measure, rate) for rate in delivery.delivery([whole], [came]).rates]
    return found


def _asked(known: Iterable[Entry]) -> list[tuple[str, str, int]]:
    """Which counts, on which basis, stand against promises of which year."""
    entries = tuple(known)
    years = {(entry.basis, entry.period.year) for entry in entries if entry.measure in PROMISED - {"base"}}
    counts = {(entry.measure, entry.basis) for entry in entries if entry.measure not in PROMISED}
    return sorted(
        (measure, basis, year) for measure, basis in counts for own, year in years if own == basis and year is not None
    )


def _latest(known: Sequence[Entry], measure: str, category: str, year: int, basis: str) -> Count | None:
    """What came by the last month that is known without a gap."""
    for through in range(series.MONTHS, 0, -1):
        found = series.count(known, measure, category, year, through, basis)
        if found is not None:
            return found
    return None


def _seasonal(known: Sequence[Entry], rates: Sequence[tuple[str, Rate]]) -> list[tuple[str, Rate]]:
    """The same, with the target due by the months of the base year, where all of these are known."""
    found = []
    for measure, rate in rates:
        own = rate.promise
        on_basis = [entry for entry in known if entry.basis == own.basis]
        base = next((entry.period.year for entry in on_basis if entry.measure == "base"), None)
        groups = sorted({one.promise.category for _, one in rates if _beside(one, rate)})
        names = groups if own.category == ALL else [own.category]
        months = None if base is None else series.months(on_basis, measure, names, base)
        if months is not None and rate.count.through < series.MONTHS:
            again = delivery.delivery([own], [rate.count], {(own.category, own.basis): months}).rates
            found += [(measure, one) for one in again]
    return found


def _beside(one: Rate, whole: Rate) -> bool:
    kinds = (one.promise.basis, one.promise.period)
    return one.promise.category != ALL and kinds == (whole.promise.basis, whole.promise.period)


def _figure(made: Page, measure: str, rate: Rate, known: Sequence[Entry], how: str = "") -> None:
    own = rate.promise
    until = f"{own.period}-01/{own.period}-{rate.count.through:02d}"
    by = " by the months of the base year" if how else ""
    expected = Decimal(0) if rate.expected is None else rate.expected
    made.figure(
        f"delivery-monthly-{_word(own.category)}-{_word(own.basis)}-{_word(measure)}-{own.period}{how}",
        f"{measure.capitalize()} of {own.category}, {until}, of what was due by then{by}: {own.basis}",
        rate.rate,
        "share",
        1,
        sources=_sources(known, own, measure),
        note=f"{rate.count.value:,.0f} of {expected:,.0f} {own.unit} due; the year's target is {own.target:,.0f}.",
    )


def _sources(entries: Sequence[Entry], promise: Promise, measure: str) -> list[str]:
    """The sources that tell of a promise or of its count; for all groups together those of every promised group."""
    groups = {entry.category for entry in entries if entry.measure in PROMISED - {"base"}}
    wanted = groups if promise.category == ALL else {promise.category}
    return sorted({
        entry.source
        for entry in entries
        if entry.basis == promise.basis and entry.measure in {measure, *PROMISED} and entry.category in wanted
    })  # fmt: skip


def _word(text: str) -> str:
    return "-".join("".join(char if char.isalnum() else " " for char in text.lower()).split())


def _says(rate: Rate) -> str:
    own = rate.promise
    return (
        f"By month {rate.count.through} of {own.period}, {percent(rate.rate)} of what was due by then had come for "
        f"{own.category} ({own.basis}), in equal parts of the year."
    )


def _table(made: Page, out: Sequence[Entry], as_of: date) -> None:
    """Every publication with what it said had come, in the order of their days: the history of one figure."""
    days = sorted(
        {entry.published.last for entry in out if entry.published is not None and entry.measure not in PROMISED}
    )
    rows, points = [], []
    for day in days:
        for measure, rate in _rates(series.known(out, min(day, as_of))):
            own, expected = rate.promise, rate.expected or Decimal(0)
            rows.append((
                (
                    day.isoformat(), own.category, own.basis, f"{own.period}-{rate.count.through:02d}",
                    f"{rate.count.value:,.0f} {own.unit}", f"{expected:,.0f} {own.unit}", percent(rate.rate, 1),
                ),
                _sources(out, own, measure),
            ))  # fmt: skip
            points.append(Point(
                at=day.isoformat(), x=float(day.toordinal()), y=None if rate.rate is None else float(rate.rate),
                group=f"{own.category}, {own.basis}", label=f"by month {rate.count.through}: {percent(rate.rate)}",
            ))  # fmt: skip
    made.draw(
        "delivery-published",
        "What each publication said had come, of what was due by its last month",
        Chart.STEPS,
        Axis.DAY,
        points,
        x_title="published",
        y_title="came ÷ due",
        unit="share",
        says="A step is a new publication. The reader's day decides which is the latest.",
    )
    made.table(
        "delivery-published",
        "Publication by publication",
        ("published", "what", "base", "through", "came", "due by then", "rate"),
        rows,
        says="Each row is what was known on its day; targets in equal parts of the year.",
    )


def _revised(made: Page, out: Sequence[Entry]) -> tuple[str, ...]:
    """Values that were published again with another number; each was right on its day."""
    found = series.revisions(out)
    made.table(
        "delivery-revised",
        "Revised values",
        ("what", "period", "first", "published", "then", "published", "change"),
        [
            (
                (
                    f"{item.after.measure} of {item.after.category}", item.after.period.text, _number(item.before),
                    _published(item.before), _number(item.after), _published(item.after), f"{item.change:+,f}",
                ),
                (item.before.source, item.after.source),
            )
            for item in found
        ],
        says="Neither number is wrong: the statistics were revised between them.",
    )  # fmt: skip
    return tuple(
        f"{item.after.measure.capitalize()} of {item.after.category} {item.after.period} was published as "
        f"{_number(item.before)} ({_published(item.before)}) and later as {_number(item.after)} "
        f"({_published(item.after)}): a revision."
        for item in found
    )


def _number(entry: Entry) -> str:
    return f"{entry.value.normalize():,f} {entry.unit}"


def _published(entry: Entry) -> str:
    if entry.published is None:
        return "day not told"
    return entry.published.text if "/" not in entry.published.text else f"by {entry.published.last}"
