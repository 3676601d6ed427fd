"""What was promised beside somebody else's count of what came; every base with its own rate."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from warifu.measures import delivery
from warifu.measures.board import monthly
from warifu.measures.board.page import Page, percent
from warifu.measures.board.record import Board
from warifu.measures.delivery import Count, Delivery, Promise, Rate
from warifu.proposals.lists import TargetRow, names
from warifu.terms.report import Axis, Chart, Point, Verdict

UNIT: Final = "USD bn"
ROUNDED: Final = Decimal("0.011")  # a ratio printed to two places may lie half a hundredth and a rounded input off


def page(board: Board) -> Page:
    """Promises against independent statistics; a promise on one base meets no count on another."""
    made = Page(board.id, "delivery", "delivery.delivery")
    rows = {row.id: row for row in board.aims}
    if not rows and not board.series:
        return made.close(
            "Delivery by independent statistics",
            "What came of it, by somebody else's count?",
            Verdict.NOT_ASKED,
            "Not asked: the workspace keeps no targets beside somebody's statistics (sheets/targets.csv).",
            0,
        )
    promises = [promise for row in rows.values() if (promise := promise_of(row)) is not None]
    counts = [count for row in rows.values() if (count := count_of_row(row)) is not None]
    found = delivery.delivery(promises, counts)
    rates = [rate for rate in found.rates if rate.rate is not None]
    for rate in rates:
        _rate(made, rate, rows)
    made.draw(
        "delivery",
        "What came, of what was promised",
        Chart.BARS,
        Axis.CATEGORY,
        list(_points(rates)),
        y_title="came ÷ promised",
        unit="share",
        says="One colour a base: the two sides count from different statistics, and both are kept. At 1 all came.",
    )
    _table(made, found, rows)
    months = monthly.add(made, board)
    differing = list(_printed(rates, rows))
    spread = _spread(rates)
    return made.close(
        "Delivery by independent statistics",
        "What came of it, by somebody else's count?",
        Verdict.SAYS if rates or months.n else Verdict.CANNOT_TELL,
        " ".join(filter(None, [_says(rates, found) if rates or not months.n else "", months.says])),
        len(rates) + months.n,
        assumption=found.assumption,
        details=(
            *spread,
            *_of_increase(rates),
            f"Pairs of promise and count on different bases, which are not divided: {len(found.refused)}.",
            *_two_targets(board),
            *months.details,
        ),
        warnings=(*found.warnings, *differing),
        made_from=(*rows, *months.made_from),
    )


def promise_of(row: TargetRow) -> Promise | None:
    """A row as a promise: the level told, and the base that its increase was promised over."""
    if row.target_usd_bn is None and row.increase_usd_bn is None:
        return None
    base = None
    if row.target_usd_bn is not None and row.increase_usd_bn is not None:
        base = row.target_usd_bn - row.increase_usd_bn
    return Promise(row.id, row.category, row.period, row.basis, UNIT, row.increase_usd_bn, base, row.target_usd_bn)


def count_of_row(row: TargetRow) -> Count | None:
    """What came, by the statistics of the row's base, over exactly the row's period."""
    if row.actual_usd_bn is None:
        return None
    return Count(row.id, row.category, row.period, row.basis, UNIT, row.actual_usd_bn, 12, row.sources)


def _rate(made: Page, rate: Rate, rows: dict[str, TargetRow]) -> None:
    promise, count = rate.promise, rate.count
    row = rows[count.id]
    of_increase = "" if rate.of_increase is None else f" Of the promised increase: {percent(rate.of_increase)}."
    made.figure(
        f"delivery-{promise.category}-{promise.period.replace('/', '-')}-{promise.basis}",
        f"Came of what was promised: {_words(promise.category)}, {promise.period}, by {_words(promise.basis)}",
        rate.rate,
        "share",
        1,
        rows=dict.fromkeys((promise.id, count.id)),
        sources=(*names(rows[promise.id].sources), *names(row.sources)),
        note=f"{count.value:f} of {rate.expected:f} {UNIT}.{of_increase}",
    )


def _words(text: str) -> str:
    """A category or base as words: us_exports is "US exports"."""
    return " ".join(
        word.upper() if len(word) == 2 and place == 0 else word for place, word in enumerate(text.split("_"))
    )


def _points(rates: list[Rate]) -> Iterator[Point]:
    for rate in sorted(rates, key=lambda item: (item.promise.period, item.promise.category, item.promise.basis)):
        yield Point(
            at=f"{_words(rate.promise.category)}, {rate.promise.period}",
            y=None if rate.rate is None else float(rate.rate),
            group=_words(rate.promise.basis),
            label=f"{rate.count.value:f} of {rate.expected:f} {UNIT}",
            made_from=(rate.promise.id, rate.count.id),
        )


def _table(made: Page, found: Delivery, rows: dict[str, TargetRow]) -> None:
    cells = []
    by_count = {rate.count.id: rate for rate in found.rates}
    for row in sorted(rows.values(), key=lambda row: (row.category, row.period, row.basis, row.id)):
        rate = by_count.get(row.id)
        cells.append(
            (
                (
                    _words(row.category),
                    row.period,
                    _words(row.basis),
                    _plain(row.increase_usd_bn),
                    _plain(row.target_usd_bn),
                    _plain(row.actual_usd_bn),
                    "" if rate is None or rate.rate is None else percent(rate.rate, 1),
                    "" if row.ratio is None else percent(row.ratio, 1),
                    row.note,
                ),
                (row.id, *names(row.sources)),
            )
        )
    made.table(
        "delivery",
        "Targets and what came, in billions of US dollars",
        ("what", "period", "base", "increase", "target", "came", "rate computed", "rate as printed", "note"),
        cells,
        says="An empty cell was not told. A rate stands only where promise and count are on one base.",
    )
    made.table(
        "delivery-refused",
        "Pairs that must not be divided",
        ("promise", "why"),
        [((problem.about, problem.message), (problem.about,)) for problem in found.refused],
    )


def _plain(number: Decimal | None) -> str:
    return "" if number is None else f"{number.normalize():f}"


def _printed(rates: list[Rate], rows: dict[str, TargetRow]) -> Iterator[str]:
    """Where the printed rate is not the one that its own numbers give."""
    for rate in rates:
        printed = rows[rate.count.id].ratio
        if printed is not None and rate.rate is not None and abs(printed - rate.rate) > ROUNDED:
            yield (
                f"{rate.count.id}: {percent(rate.rate, 1)} by its own numbers, printed as {percent(printed, 1)}; "
                "both are kept."
            )


def _spread(rates: list[Rate]) -> list[str]:
    """Where two bases of one thing give different rates."""
    found: dict[tuple[str, str], list[Rate]] = {}
    for rate in rates:
        found.setdefault((rate.promise.category, rate.promise.period), []).append(rate)
    return [
        f"{_words(category).capitalize()} {period}: "
        + ", ".join(f"{percent(rate.rate)} by {_words(rate.promise.basis)}" for rate in several)
        + "."
        for (category, period), several in sorted(found.items())
        if len({rate.promise.basis for rate in several}) > 1
    ]


def _of_increase(rates: list[Rate]) -> list[str]:
    """What came of the promised increase, which may be less than nothing."""
    return [
        f"Of the promised increase of {_plain(rate.promise.increase)} {UNIT} in {_words(rate.promise.category)} "
        f"{rate.promise.period}, by {_words(rate.promise.basis)}: {percent(rate.of_increase)}"
        + (", that is none of it: less came than in the base years." if rate.of_increase < 0 else ".")
        for rate in rates
        if rate.of_increase is not None
    ]


def _two_targets(board: Board) -> list[str]:
    """Questions on the target itself, kept with all their answers."""
    found: dict[str, list[str]] = {}
    for row in board.disputes:
        if "target" in row.topic:
            found.setdefault(row.question, []).append(row.claim)
    return [f"{question}: {' · '.join(claims)}." for question, claims in found.items() if len(claims) > 1]


def _says(rates: list[Rate], found: Delivery) -> str:
    if not rates:
        return f"Cannot tell: {len(found.unmatched)} promises have no count on their own base."
    whole = max(rates, key=lambda rate: (rate.expected or Decimal(0), rate.promise.id))
    text = (
        f"{percent(whole.rate)} of what was promised for {_words(whole.promise.category)} in {whole.promise.period} "
        f"came, by {_words(whole.promise.basis)} ({_plain(whole.count.value)} of {_plain(whole.expected)} {UNIT})."
    )
    if whole.of_increase is not None and whole.of_increase < 0:
        text += " Of the increase that was promised over the base years none came."
    bases = {rate.promise.basis for rate in rates}
    if len(bases) > 1:
        text += f" The sides count on {len(bases)} bases; each has its own rate."
    return text
