"""The scorecard's page: promised, signed, binding, paid, delivered, in deals and in money, for every slice."""

from __future__ import annotations

from typing import Final

from warifu.measures import scorecard
from warifu.measures.board import countries
from warifu.measures.board.page import Page, count_of, money, percent
from warifu.measures.board.record import Board
from warifu.terms.figure import Figure
from warifu.terms.report import Axis, Chart, Point, Verdict

FUNNEL: Final = ("promised", "signed", "binding", "paid", "delivered")
LADDERS: Final = ("ladder-pledged-", "ladder-committed-")
SHOWN: Final = ("area-", "side-", "year-")


def page(board: Board) -> Page:
    """Counts, shares and sums of the whole programme and of each of its parts.

    The figures themselves are the ledger's (`scorecard.score` for every slice); this page shows them.
    """
    made = Page(board.id, "scorecard", "scorecard.score")
    scored = board.scored or scored_here(board)
    found = {(item.slice, item.measure): item for item in scored if item.slice == "all" or item.slice.startswith(SHOWN)}
    made.shown = [item.id for item in scored if item.slice == "all"]
    whole = {name: found["all", name] for name in ("deals", *FUNNEL, *scorecard.MONEY, *scorecard.SHARES)}
    parts = list(dict.fromkeys(part for part, _ in found))
    _funnel(made, found, parts)
    made.draw(
        "money",
        "Money, by what kind of sum it is",
        Chart.INTERVALS,
        Axis.CATEGORY,
        [_sum(whole[name]) for name in scorecard.MONEY],
        y_title="sum",
        unit=board.currency,
        says="Kinds of sum are never added to each other. A line without an end is open: a source says “more than”.",
    )
    _ladders(made, found, board.currency)
    _parts(made, found, {part: _label(part, board) for part in parts}, board.currency)
    promised, binding = whole["promised"], whole["binding"]
    return made.close(
        "Scorecard",
        "What was promised, signed, made binding, paid and delivered?",
        Verdict.SAYS if whole["deals"].value else Verdict.CANNOT_TELL,
        (
            f"Of {count_of(int(promised.value or 0), 'deal')} promised, {whole['signed'].value} were signed, "
            f"{_count(binding)} bind; a payment is told for {whole['paid'].value}, delivery for "
            f"{whole['delivered'].value}. Firmly promised: {_money(whole['money-committed'], board.currency)}; paid: "
            f"{_money(whole['money-paid'], board.currency)}."
        ),
        int(whole["deals"].value or 0),
        assumption="deals are told once each, and the sums that only doubtful sources tell are left out",
        details=(
            "Signed is not binding, binding is not paid. Where no source tells of a payment there may still be one.",
            f"Umbrella deals and deals beside the programme are not counted: {len(board.deals) - len(board.inside)}.",
        ),
        made_from=(deal.id for deal in board.inside),
    )


def scored_here(board: Board) -> tuple[Figure, ...]:
    """The scorecard of the whole, of each area, side and year; parties have theirs in the ledger only."""
    parts = scorecard.slices(board.deals, board.sides, board.areas)
    return tuple(
        figure
        for part in parts
        if part.id == "all" or part.id.startswith(SHOWN)
        for figure in scorecard.score(board.id, part, board.currency)
    )


def _label(part: str, board: Board) -> str:
    kind, _, name = part.partition("-")
    match kind:
        case "area":
            return board.areas.get(name, name)
        case "side":
            return f"Provided by {countries.name(name)}"
        case _:
            return name or "All"


def _count(figure: Figure) -> str:
    """ "22", or "22 to 34" where some may or may not."""
    if figure.high is not None and figure.high != figure.value:
        return f"{figure.value} to {figure.high}"
    return str(figure.value)


def _money(figure: Figure, currency: str) -> str:
    if figure.value is None:
        return "no sum is told"
    return money(figure.value, currency)


def _funnel(made: Page, found: dict[tuple[str, str], Figure], parts: list[str]) -> None:
    for part in parts:
        if part != "all" and not part.startswith(SHOWN):
            continue
        points = [
            Point(
                at=figure.label,
                y=float(figure.value or 0),
                low=None if figure.low is None else float(figure.low),
                high=None if figure.high is None else float(figure.high),
                label=figure.note,
                made_from=(figure.id,),
            )
            for name in FUNNEL
            for figure in (found[part, name],)
        ]
        share = found[part, "share-binding"]
        says = (
            "Nothing was promised here."
            if share.value is None
            else f"{percent(share.value)} of what was promised binds ({percent(share.low)} to {percent(share.high)}, "
            "as far as so few deals can tell)."
        )
        made.draw(
            "funnel",
            "From promise to delivery",
            Chart.BARS,
            Axis.CATEGORY,
            points,
            y_title="deals",
            unit="deals",
            says=says,
            part=part,
        )


def _sum(figure: Figure) -> Point:
    return Point(
        at=figure.label,
        y=None if figure.value is None else float(figure.value),
        low=None if figure.low is None else float(figure.low),
        high=None if figure.high is None else float(figure.high),
        label=f"{count_of(figure.n, 'deal')} tell one; {count_of(len(figure.missing), 'deal')} tell none",
        made_from=(figure.id,),
    )


def _ladders(made: Page, found: dict[tuple[str, str], Figure], currency: str) -> None:
    for prefix in LADDERS:
        rows = [
            (
                (
                    figure.label,
                    "not told" if figure.value is None else money(figure.value, currency),
                    count_of(figure.n, "deal"),
                ),
                (figure.id,),
            )
            for (part, name), figure in found.items()
            if part == "all" and name.startswith(prefix)
        ]
        made.table(
            prefix.rstrip("-"),
            "What became of what was " + prefix.split("-")[1],
            ("of which", "sum", "in"),
            rows,
            says="The parts add up to the whole, to the last digit; what lies beyond it is shown beside.",
        )


def _parts(made: Page, found: dict[tuple[str, str], Figure], parts: dict[str, str], currency: str) -> None:
    rows = []
    for part, label in parts.items():
        if part.startswith(SHOWN):
            row = [found[part, name] for name in FUNNEL]
            sums = [found[part, name] for name in ("money-committed", "money-paid")]
            cells = (
                label,
                *(_count(figure) for figure in row),
                *("" if figure.value is None else money(figure.value, currency) for figure in sums),
            )
            rows.append((cells, tuple(figure.id for figure in (*row, *sums))))
    made.table(
        "parts",
        "By area, side and year",
        ("part", "promised", "signed", "binding", "paid", "delivered", "firmly promised", "paid in money"),
        rows,
        says="A deal in two areas stands in both, so areas do not add up to the whole.",
    )
