"""What is safe to add, and in the prices of which year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.deals import resolve
from warifu.measures import aggregates, scorecard
from warifu.measures.rates import Rates
from warifu.proposals.sheets import PartyRow, RestatedRow, Sheet, SheetFile, StageRow, StatusRow, SumRow
from warifu.statements import fold
from warifu.terms.codelist import Role, SourceKind, Stage, Status, SumKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Deal
from warifu.terms.evidence import Source
from warifu.terms.money import Money

DAY = PartialDate.parse("2010")
SOURCES = {"s": Source("s", "A publisher", DAY, "en", SourceKind.DATASET, "third", "")}


def sheet(
    name: str,
    stage: Stage = Stage.SIGNED,
    *,
    amount: str = "100",
    deflated: str | None = "200",
    status: Status | None = None,
    umbrella: bool = False,
    part_of: str = "",
    flow: str = "loan",
) -> SheetFile:
    restated = [RestatedRow(amount=Money.parse(f"{amount} USD"), rate=Decimal(1))]
    if deflated is not None:
        restated.append(RestatedRow(amount=Money.parse(f"{deflated} USD"), prices="2014", deflator=Decimal("0.5")))
    told = Money.parse(f"{amount} USD")
    kind = SumKind.PLEDGE if stage in (Stage.PROPOSED, Stage.ANNOUNCED) else SumKind.COMMITMENT
    return SheetFile(
        f"{name}.yaml",
        Sheet(
            deal=name, title=name, coder="a", coded=DAY, umbrella=umbrella, part_of=part_of, labels={"flow": flow},
            parties=(PartyRow(party=f"to-{flow}", roles=(Role.RECEIVER,)),),
            stages=(StageRow(stage=stage, on=DAY, sources=("s",)),),
            status=() if status is None else (StatusRow(status=status, on=DAY, sources=("s",)),),
            sums=(SumRow(kind=kind, amount=told, on=DAY, sources=("s",), restated=tuple(restated)),),
        ),
        {},
    )  # fmt: skip


def deals(*sheets: SheetFile) -> tuple[Deal, ...]:
    cases, problems = fold.fold(sheets, SOURCES)
    assert problems == ()
    rates = Rates(())
    return resolve.resolve(cases, {}, SOURCES, lambda money, on: rates.convert(money, on, "USD"), date(2015, 1, 1))


ALL = (
    sheet("a"),
    sheet("b", Stage.ANNOUNCED),
    sheet("c", umbrella=True),
    sheet("d", part_of="c", amount="40", deflated="80"),
    sheet("e", status=Status.STALLED),
    sheet("f", Stage.CANCELLED),
    sheet("g", Stage.DELIVERED, status=Status.OVER, deflated=None, flow="grant"),
    sheet("h", Stage.PROPOSED),
)


def test_each_deal_that_is_not_safe_names_its_rule() -> None:
    found = {deal.id: aggregates.why_unsafe(deal) for deal in deals(*ALL)}
    assert found == {
        "a": None,
        "b": "only promised",
        "c": "umbrella",
        "d": None,
        "e": "suspended",
        "f": "cancelled",
        "g": None,
        "h": "only promised",
    }
    assert aggregates.left_out(deals(*ALL))["only promised"] == ("b", "h")


def test_a_safe_total_counts_the_part_and_not_the_frame() -> None:
    part = scorecard.Slice("safe", "Safe", aggregates.safe(deals(*ALL)))
    assert scorecard.money("p", part, "money-committed", "USD").value == 240
    assert aggregates.everything_told(deals(*ALL)) == 740


def test_prices_of_a_year_are_the_sources_own_and_missing_where_it_gives_none() -> None:
    found = aggregates.in_prices(aggregates.safe(deals(*ALL)), "USD", "2014")
    part = scorecard.Slice("safe", "Safe", found)
    figure = scorecard.money("p", part, "money-committed", "USD")
    assert (figure.value, figure.n) == (280, 2)
    assert "g" in figure.missing
    [told] = next(deal for deal in found if deal.id == "a").sums
    assert told.converted is not None
    assert (told.converted.rate, told.converted.rate_on) == (2, "prices of 2014")
    assert [deal.sums[0].converted for deal in aggregates.in_prices(deals(ALL[0]), "USD", "2011")] == [None]


@settings(max_examples=40)
@given(st.sets(st.sampled_from(range(len(ALL))), min_size=1), st.randoms())
def test_a_frame_or_a_pledge_more_never_changes_the_safe_total(chosen: set[int], rng: Random) -> None:
    """Order, frames, pledges and cancelled deals: none of them moves it."""
    sheets = [ALL[place] for place in chosen if ALL[place].sheet.part_of == "" or 2 in chosen]
    more = [*sheets, sheet("x", umbrella=True), sheet("y", Stage.ANNOUNCED), sheet("z", Stage.CANCELLED)]
    rng.shuffle(more)

    def total(found: tuple[Deal, ...]) -> Decimal | None:
        part = scorecard.Slice("safe", "Safe", aggregates.safe(found))
        return scorecard.money("p", part, "money-committed", "USD").value

    assert total(deals(*more)) == total(deals(*sheets))


def test_slices_by_label_and_by_party_and_their_ranks() -> None:
    found = aggregates.safe(deals(*ALL))
    assert [(part.label, len(part.deals)) for part in aggregates.by_label(found, "flow")] == [("grant", 1), ("loan", 2)]
    parts = aggregates.by_party(found, Role.RECEIVER)

    def amount(part: scorecard.Slice) -> Decimal | None:
        return scorecard.money("p", part, "money-committed", "USD").value

    assert [(part.label, value) for part, value in aggregates.ranked(parts, amount, 1)] == [("to-loan", 140)]
    assert aggregates.by_party(found, Role.PROVIDER) == ()


def test_a_ledger_with_labels_gives_the_safe_total_as_a_figure_of_that_other_rule() -> None:
    told, restated = aggregates.score("p", deals(*ALL), "USD")
    assert (told.id, told.value, told.n) == ("p/all/safe-to-add", 240, 3)
    assert "AidData" in told.label
    assert told.note == "deals left out: 1 umbrella, 1 cancelled, 1 suspended, 2 only promised"
    assert (restated.id, restated.value, restated.unit) == ("p/all/safe-to-add-usd-2014", 280, "USD")
    assert "g" in restated.missing
    own = [replace(deal, case=replace(deal.case, labels=())) for deal in deals(*ALL)]
    assert aggregates.score("p", own, "USD") == ()
