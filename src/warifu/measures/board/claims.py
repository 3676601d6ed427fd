"""Do published numbers hold in themselves: sums, parts, percentages, units, and counts as they move?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from warifu.measures import claims
from warifu.measures.board.dependence import partial_date
from warifu.measures.board.page import Page, count_of
from warifu.measures.board.record import Board, middle
from warifu.measures.claims import Breakdown, Checked, Claim, Rate, Share
from warifu.proposals.lists import ClaimRow, names
from warifu.terms.codelist import Answer, Bound
from warifu.terms.currencies import CURRENCIES
from warifu.terms.money import Money
from warifu.terms.problem import Problem
from warifu.terms.report import Axis, Chart, Point, Verdict

YES: Final = "yes"
QUALIFIERS: Final = {Bound.FLOOR: "+", Bound.ABOUT: "~", Bound.CEILING: "≤"}


def page(board: Board) -> Page:
    """Every published number that was kept for checking, and what cannot stand."""
    made = Page(board.id, "claims", "claims.check")
    book, breakdowns, shares = claims_of(board.claims)
    found = claims.check(book, rate_of(board), breakdowns, shares)
    told = list(counts_of(board))
    series = claims.counts(told)
    rows = {row.id: row for row in board.claims}
    made.figure(
        "claims-flagged",
        "Published numbers that cannot stand",
        float(len(found.problems)),
        "numbers",
        found.n,
        rows=(problem.about for problem in found.problems),
    )
    made.figure("claims-passed", "Checks that hold", float(len(found.passed)), "checks", found.n, rows=rows)
    made.figure("claims-unchecked", "Checks that could not be made", float(len(found.unchecked)), "checks", found.n)
    _ratios(made, book, shares, rows)
    _tables(made, found, rows)
    _counts(made, board, told, series)
    asked = bool(found.passed or found.problems)
    return made.close(
        "Published numbers",
        "Do the published numbers hold in themselves?",
        Verdict.SAYS if asked or len(told) > 1 else Verdict.NOT_ASKED,
        _says(found, told, series.warnings),
        found.n + len(told),
        assumption=found.assumption,
        details=tuple(problem.message for problem in found.problems),
        warnings=(*found.warnings, *series.warnings),
        made_from=(*rows, *(name for count in board.counts for name in count.sources)),
    )


def claims_of(rows: tuple[ClaimRow, ...]) -> tuple[list[Claim], list[Breakdown], list[Share]]:
    """The kept rows as claims, with what each is a part or a share of."""
    book: list[Claim] = []
    parts: dict[str, list[str]] = defaultdict(list)
    complete: set[str] = set()
    shares: list[Share] = []
    for row in rows:
        unit, scale, qualifier = claims.read_unit(row.unit)
        also = claims.read_equivalent(row.note)
        book.append(Claim(row.id, row.on, row.voice, row.subject, row.item, row.value, unit, scale, qualifier, also))
        if row.total:
            parts[row.total].append(row.id)
        if row.complete == YES:
            complete.add(row.id)
        if row.part and row.whole:
            shares.append(Share(row.id, row.part, row.whole))
    breakdowns = [Breakdown(total, tuple(found), total in complete) for total, found in sorted(parts.items())]
    return book, breakdowns, shares


def rate_of(board: Board) -> Rate:
    """Cross rates of a day, month or year from the workspace's rates; None where none is at hand."""

    def rate(one: str, other: str, on: str) -> Decimal | None:
        day = partial_date(on)
        if day is None or one not in CURRENCIES or other not in CURRENCIES:
            return None
        found = board.rates.convert(Money(Decimal(1), one), day, other)
        return None if found is None else found.rate

    return rate


def counts_of(board: Board) -> Iterator[Claim]:
    """The counts of papers that voices gave for the programme, as claims."""
    for number, count in enumerate(board.counts, start=1):
        yield Claim(
            f"count-{number}",
            count.on.text,
            count.voice,
            board.id,
            "papers signed",
            Decimal(count.signed),
            "papers",
            qualifier=QUALIFIERS.get(count.bound, ""),
        )


def _ratios(made: Page, book: list[Claim], shares: list[Share], rows: dict[str, ClaimRow]) -> None:
    by_id = {claim.id: claim for claim in book}
    for share in shares:
        part, whole = by_id.get(share.part), by_id.get(share.whole)
        found = None if part is None or whole is None else claims.ratio(part, whole)
        if found is None:
            continue
        made.figure(
            f"claims-share-{share.percent}",
            f"{rows[share.part].item} of {rows[share.whole].item}",
            found.low if found.low == found.high else None,
            "share",
            2,
            low=found.low,
            high=found.high,
            answer=Answer.FOUND,
            rows=(share.percent, share.part, share.whole),
            note=f"Printed as {by_id[share.percent].text} %.",
        )


def _tables(made: Page, found: Checked, rows: dict[str, ClaimRow]) -> None:
    flagged: dict[str, Problem] = {problem.about: problem for problem in found.problems}
    passed: dict[str, list[str]] = defaultdict(list)
    for rule, about in found.passed:
        passed[about].append(rule)
    unchecked = {about: reason for _, about, reason in found.unchecked}
    cells = []
    for row in sorted(rows.values(), key=lambda row: (row.on, row.id)):
        verdict = (
            f"cannot stand: {flagged[row.id].message}"
            if row.id in flagged
            else f"holds ({', '.join(dict.fromkeys(passed[row.id]))})"
            if row.id in passed
            else f"not checked: {unchecked[row.id]}"
            if row.id in unchecked
            else "nothing to check it against"
        )
        cells.append(
            ((row.id, row.on, row.voice, row.item, f"{row.value:f}", row.unit, verdict), (row.id, *names(row.sources)))
        )
    made.table(
        "claims",
        "Published numbers, checked for themselves",
        ("row", "on", "voice", "what", "value", "unit", "verdict"),
        cells,
        says="A part-list that does not say it is complete is no error for adding up to less.",
    )


def _counts(made: Page, board: Board, told: list[Claim], series: claims.Counts) -> None:
    points = []
    for count, claim in zip(board.counts, told, strict=True):
        day = middle(count.on)
        points.append(
            Point(
                at=day.isoformat(),
                x=float(day.toordinal()),
                y=float(claim.value),
                low=None if claim.qualifier == "≤" else float(claim.low),
                high=None if claim.high is None else float(claim.high),
                group=count.voice,
                label=f"{claim.text} ({count.on.text}). {count.note}".strip(),
                made_from=count.sources,
            )
        )
    made.draw(
        "claims-counts",
        "How many papers, by whom, and when",
        Chart.INTERVALS,
        Axis.DAY,
        points,
        y_title="papers",
        unit="papers",
        says=f"As told, in order: {', '.join(claim.text for claim in told)}. "
        "A plus means “more than”: nobody gave an upper end.",
    )


def _says(found: Checked, told: list[Claim], warnings: tuple[str, ...]) -> str:
    text = ""
    if found.n:
        text = (
            f"Of {count_of(found.n, 'published number')} {len(found.problems) or 'none'} fails a check"
            + (f" ({', '.join(problem.about for problem in found.problems)})" if found.problems else "")
            + f"; {len(found.passed)} checks hold, {len(found.unchecked) or 'none'} could not be made. "
        )
    if len(told) > 1:
        text += f"The count of papers was told as {', '.join(claim.text for claim in told)}. {' '.join(warnings)}"
    return text.strip() or "Not asked: the workspace keeps no published numbers to check (sheets/claims.csv)."
