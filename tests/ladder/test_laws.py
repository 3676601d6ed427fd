"""Money cannot be counted twice, the ladder balances, and the order of arrival never matters: shown for any ledger."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ladder import shelf
from ladder.shelf import changed, day
from warifu.deals import timeline
from warifu.proposals.sheets import Sheet, StageRow, SumRow
from warifu.statements import checks, fold
from warifu.terms.codelist import Bound, Stage, Standing, Status, SumKind
from warifu.terms.money import Money

quick = settings(max_examples=40, deadline=None)
rngs = st.randoms(use_true_random=False)


@given(shelf.shelves(), rngs)
@quick
def test_the_order_of_arrival_never_matters(sheets: list[Sheet], rng: Random) -> None:
    files = shelf.filed(sheets)
    ordered, problems = fold.fold(files, shelf.SOURCES)
    shuffled, again = fold.fold(rng.sample(files, len(files)), shelf.SOURCES)
    assert (shuffled, again) == (ordered, problems)
    mixed = [replace(case, statements=tuple(rng.sample(case.statements, len(case.statements)))) for case in ordered]
    rng.shuffle(mixed)
    assert [replace(deal, case=None) for deal in shelf.deals(mixed)] == [  # type: ignore[arg-type]
        replace(deal, case=None)  # type: ignore[arg-type]
        for deal in shelf.deals(ordered)
    ]
    assert shelf.figures(mixed) == shelf.figures(ordered)
    evidence = [
        checks.Evidence(tuple(found), shelf.SOURCES, shelf.RATES.gap, shelf.AS_OF) for found in (ordered, mixed)
    ]
    assert checks.run(evidence[0]) == checks.run(evidence[1])


@given(shelf.shelves(), rngs)
@quick
def test_duplicating_records_never_changes_a_total(sheets: list[Sheet], rng: Random) -> None:
    """
    A row copied within its sheet, a sheet copied under another file name, a statement that arrives twice.

    A row copied within its sheet was added again: 9 million became 18, and nothing said so.
    """
    before = shelf.money(shelf.figures(shelf.cases(sheets)))
    rows = [
        changed(
            sheet,
            sums=tuple(rng.sample(sheet.sums * 2, 2 * len(sheet.sums))),
            stages=sheet.stages * 2,
            papers=sheet.papers * 2,
            parties=sheet.parties * 2,
            areas=sheet.areas * 2,
        )
        for sheet in sheets
    ]
    assert shelf.money(shelf.figures(shelf.cases(rows))) == before
    files, problems = fold.fold(shelf.filed([*sheets, *sheets]), shelf.SOURCES)
    assert shelf.money(shelf.figures(files)) == before
    assert [problem.rule for problem in problems].count("same-id") == len(sheets)
    twice = [replace(case, statements=case.statements * 2) for case in shelf.cases(sheets)]
    assert shelf.money(shelf.figures(twice)) == before


@given(shelf.shelves(), shelf.sheets("umbrella"), shelf.sheets("list"), st.sets(st.integers(0, 3)))
@quick
def test_adding_an_umbrella_never_changes_a_total(
    sheets: list[Sheet], umbrella: Sheet, above: Sheet, under: set[int]
) -> None:
    before = shelf.money(shelf.figures(shelf.cases(sheets)))
    frames = [changed(umbrella, umbrella=True, part_of="list"), changed(above, umbrella=True)]
    parts = [changed(sheet, part_of="umbrella") if number in under else sheet for number, sheet in enumerate(sheets)]
    after = shelf.money(shelf.figures(shelf.cases([*parts, *frames])))
    assert after == before


@given(shelf.shelves(), st.lists(shelf.sums((Standing.PART, Standing.WHOLE)), max_size=3))
@quick
def test_a_part_or_a_whole_never_changes_a_total(sheets: list[Sheet], more: list[SumRow]) -> None:
    before = shelf.money(shelf.figures(shelf.cases(sheets)))
    told = [changed(sheet, sums=(*sheet.sums, *more)) for sheet in sheets]
    assert shelf.money(shelf.figures(shelf.cases(told))) == before


@given(shelf.shelves(), shelf.sums((Standing.VERSION,)))
@quick
def test_another_version_widens_a_range_and_never_moves_a_total(sheets: list[Sheet], version: SumRow) -> None:
    """One sum told again in another currency, or by another voice, is one sum."""
    before = shelf.money(shelf.figures(shelf.cases(sheets)))
    told = [changed(sheet, sums=(*sheet.sums, version)) for sheet in sheets]
    after = shelf.money(shelf.figures(shelf.cases(told)))
    assert after.keys() >= before.keys()
    for name, (value, low, high, n) in before.items():
        new_value, new_low, new_high, new_n = after[name]
        assert (new_value, new_n) == (value, n)
        if value is not None and name.rpartition("/")[2].startswith("money-"):
            assert new_low is None or (isinstance(low, Decimal) and isinstance(new_low, Decimal) and new_low <= low)
            assert new_high is None or (
                isinstance(high, Decimal) and isinstance(new_high, Decimal) and new_high >= high
            )


@given(shelf.shelves(), shelf.sums((Standing.COUNTED,)))
@quick
def test_what_only_a_garbled_source_tells_never_changes_a_total(sheets: list[Sheet], row: SumRow) -> None:
    before = shelf.money(shelf.figures(shelf.cases(sheets)))
    garbled = SumRow(
        kind=row.kind, amount=Money(Decimal("77.77"), row.amount.currency), on=day("2018-03-03"), sources=("garbled",)
    )
    told = [changed(sheet, sums=(*sheet.sums, garbled)) for sheet in sheets]
    assert shelf.money(shelf.figures(shelf.cases(told))) == before


@given(shelf.shelves())
@quick
def test_the_ladder_balances_to_the_last_digit(sheets: list[Sheet]) -> None:
    found = {item.id: item.value for item in shelf.figures(shelf.cases(sheets))}
    rungs = {
        "pledged": ("committed", "not-yet-committed", "lapsed", "no-commitment-told"),
        "committed": ("disbursed", "outstanding", "cancelled", "no-payment-told"),
    }
    for part in {name.split("/")[1] for name in found}:
        for top, words in rungs.items():
            whole = found[f"p/{part}/ladder-{top}-whole"]
            parts = [found[f"p/{part}/ladder-{top}-{word}"] for word in words]
            told = [value for value in parts if value is not None]
            assert (whole or Decimal(0)) == sum(told, Decimal(0))
            assert all(value > 0 for value in told)


@given(shelf.shelves())
@quick
def test_a_total_lies_in_its_range_and_nothing_told_is_missing_and_not_zero(sheets: list[Sheet]) -> None:
    for figure in shelf.figures(shelf.cases(sheets)):
        if figure.value is None:
            assert (figure.low, figure.high) == (None, None)
            assert figure.answer != "found"
        else:
            assert figure.low is None or figure.low <= figure.value
            assert figure.high is None or figure.high >= figure.value
        if figure.measure.startswith("money-"):
            assert (figure.value is None) is (figure.n == 0)
            assert not set(figure.deals) & (set(figure.missing) - set(figure.deals))


@given(shelf.shelves(), shelf.sums((Standing.COUNTED,)))
@quick
def test_kinds_are_never_added_to_each_other(sheets: list[Sheet], row: SumRow) -> None:
    measure = {
        SumKind.HOPED: "money-hoped", SumKind.PLEDGE: "money-pledged", SumKind.COMMITMENT: "money-committed",
        SumKind.DISBURSEMENT: "money-paid", SumKind.REPAYMENT: "money-repaid", SumKind.COST: "money-cost",
        SumKind.LOSS: "money-lost",
    }  # fmt: skip
    before = shelf.money(shelf.figures(shelf.cases(sheets)))
    told = [changed(sheet, sums=(*sheet.sums, row)) for sheet in sheets]
    after = shelf.money(shelf.figures(shelf.cases(told)))
    for name, value in before.items():
        key = name.rpartition("/")[2]
        if key.startswith("money-") and key != measure.get(row.kind):
            assert after[name] == value


@given(shelf.shelves(), st.dates(date(2016, 1, 1), date(2023, 12, 31)), st.integers(0, 900))
@quick
def test_a_later_day_never_knows_less(sheets: list[Sheet], first: date, more: int) -> None:
    cases = shelf.cases(sheets)

    def told(on: date) -> set[str]:
        return {item.id for case in timeline.known(cases, on) for item in case.statements}

    assert told(first) <= told(first + timedelta(days=more))
    assert told(date(2030, 1, 1)) == {item.id for case in cases for item in case.statements}


@given(shelf.shelves(), st.dates(date(2016, 1, 1), date(2022, 12, 31)))
@quick
def test_nothing_that_was_published_later_moves_a_figure(sheets: list[Sheet], on: date) -> None:
    """What was known on a day is what the ledger would have been, had coding stopped that day."""
    cases = shelf.cases(sheets)
    cut = [
        replace(case, statements=tuple(item for item in case.statements if timeline.seen(item, on))) for case in cases
    ]
    assert shelf.figures([case for case in cut if case.statements], on) == shelf.figures(cases, on)


@given(shelf.shelves())
@quick
def test_signed_is_not_binding_and_binding_is_not_paid(sheets: list[Sheet]) -> None:
    """Taking every paper away leaves nothing that binds, whatever was signed; taking money away, nothing paid."""
    bare = [
        changed(
            sheet,
            papers=(),
            sums=(),
            stages=tuple(row for row in sheet.stages if row.stage is not Stage.FINANCED),
        )
        for sheet in sheets
    ]
    found = {item.id: item.value for item in shelf.figures(shelf.cases(bare))}
    for name, value in found.items():
        if name.endswith(("/binding", "/paid")):
            assert value == 0


def ladder(*rows: SumRow, stages: tuple[StageRow, ...] = (), status: Status | None = None) -> dict[str, Decimal | None]:
    """The rungs of one deal, in millions of dollars."""
    base = Sheet(deal="d", title="d", coder="mori", coded=day("2021-12-01"), sums=rows, stages=stages, sources=("jp",))
    if status is not None:
        from warifu.proposals.sheets import StatusRow

        base = changed(base, status=(StatusRow(status=status, on=day("2018-02-20"), sources=("jp",)),))
    found = shelf.figures(shelf.cases([base]))
    return {
        item.measure.removeprefix("ladder-"): None if item.value is None else item.value / 1_000_000
        for item in found
        if item.slice == "all" and item.measure.startswith("ladder-") and item.value is not None
    }


def row(kind: SumKind, millions: int, **more: object) -> SumRow:
    amount = Money(Decimal(millions) * 1_000_000, str(more.pop("currency", "USD")))
    return SumRow(kind=kind, amount=amount, on=day("2018-02-14"), sources=("jp",), **more)  # type: ignore[arg-type]


def stage(told: Stage, on: str = "2018-02-14") -> StageRow:
    return StageRow(stage=told, on=day(on), sources=("jp",))


def test_over_delivery_is_shown_beside_and_never_clipped() -> None:
    assert ladder(row(SumKind.PLEDGE, 100), row(SumKind.COMMITMENT, 130)) == {
        "pledged-whole": 100, "pledged-committed": 100, "pledged-over-committed": 30,
        "committed-whole": 130, "committed-no-payment-told": 130,
    }  # fmt: skip


def test_a_works_that_was_paid_opened_and_sold_did_not_break_its_promise() -> None:
    """
    A plant was pledged, opened in 2017 and given up in 2018: cancelled came last, so the whole pledge was "lapsed".
    """
    told = ladder(
        row(SumKind.PLEDGE, 100), stages=(stage(Stage.DELIVERED, "2017-05"), stage(Stage.CANCELLED, "2018-02-20"))
    )
    assert told == {"pledged-whole": 100, "pledged-no-commitment-told": 100}


def test_what_was_cancelled_before_any_money_flowed_lapsed() -> None:
    told = ladder(row(SumKind.PLEDGE, 100), stages=(stage(Stage.SIGNED), stage(Stage.CANCELLED, "2018-02-20")))
    assert told == {"pledged-whole": 100, "pledged-lapsed": 100}


def test_what_is_left_of_a_deal_that_is_over_is_not_outstanding() -> None:
    """
    Purchases of 100 were committed, 60 came, and the term ended: nothing more is to come.
    """
    told = ladder(row(SumKind.COMMITMENT, 100), row(SumKind.DISBURSEMENT, 60), status=Status.OVER)
    assert told == {"committed-whole": 100, "committed-disbursed": 60, "committed-cancelled": 40}


def test_silence_about_payments_is_no_cancellation() -> None:
    told = ladder(row(SumKind.COMMITMENT, 100), status=Status.OVER)
    assert told == {"committed-whole": 100, "committed-no-payment-told": 100}


def test_what_is_told_to_have_lapsed_leaves_the_rest_open() -> None:
    told = ladder(row(SumKind.PLEDGE, 100), row(SumKind.COMMITMENT, 50), row(SumKind.LAPSED, 20))
    assert told["pledged-lapsed"] == 20
    assert told["pledged-not-yet-committed"] == 30


def test_a_version_of_one_of_two_sums_widens_the_total_though_nobody_says_of_which() -> None:
    """
    Two loans of 100 and 40 were counted, and another voice told 70 of one of them: the total stood at exactly 140, as
    if nobody differed.
    """
    rows = (
        row(SumKind.COMMITMENT, 100),
        row(SumKind.COMMITMENT, 40),
        row(SumKind.COMMITMENT, 70, standing=Standing.VERSION),
    )
    base = Sheet(deal="d", title="d", coder="mori", coded=day("2021-12-01"), sums=rows, sources=("jp",))
    found = {item.measure: item for item in shelf.figures(shelf.cases([base])) if item.slice == "all"}[
        "money-committed"
    ]
    million = Decimal(1_000_000)
    assert (found.value, found.low, found.high) == (140 * million, 110 * million, 170 * million)


def test_a_sum_without_a_rate_keeps_its_deal_off_the_ladder() -> None:
    """
    100 million dollars and a sum in tenge were pledged, 150 million dollars committed: with the tenge left out, the
    commitment looked 50 million above the promise.
    """
    told = ladder(row(SumKind.PLEDGE, 100), row(SumKind.PLEDGE, 900, currency="KZT"), row(SumKind.COMMITMENT, 150))
    assert "pledged-over-committed" not in told
    assert "pledged-whole" not in told


def test_a_payment_dated_after_the_readers_day_is_a_plan() -> None:
    """
    A schedule published in 2018 tells a payment of 2022: seen from 2021 nothing had been paid.
    """
    later = SumRow(
        kind=SumKind.DISBURSEMENT,
        amount=Money(Decimal(5), "USD"),
        on=day("2022-03-04"),
        sources=("jp",),
        bound=Bound.EXACT,
    )
    base = Sheet(deal="d", title="d", coder="mori", coded=day("2021-12-01"), sums=(later,), sources=("jp",))
    found = {item.measure: item.value for item in shelf.figures(shelf.cases([base])) if item.slice == "all"}
    assert found["money-paid"] is None
    assert found["paid"] == 0
