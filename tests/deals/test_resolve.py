"""Resolving: what has happened, on what paper, for how much, as known on a day."""

from __future__ import annotations

from datetime import date

import pytest

from statements.book import Book
from warifu.terms.codelist import Basis, Binding, Form, Instrument, Role, Stage, Status, SumKind


def stages(*rows: str) -> str:
    return "stages:\n" + "".join(f"  - {{{row}}}\n" for row in rows) + "sources: [jp, ru, firm, undated, year]\n"


@pytest.mark.parametrize(
    ("rows", "stage"),
    [
        ((), Stage.PROPOSED),
        (
            ("stage: signed, on: 2021-03-04, sources: [jp]", "stage: announced, on: 2021-04, sources: [jp]"),
            Stage.SIGNED,
        ),
        (
            ("stage: signed, on: 2021-03-04, sources: [jp]", "stage: cancelled, on: 2021-04, sources: [jp]"),
            Stage.CANCELLED,
        ),
        # an undated act was put last, so that the deal seemed to have been signed after it was cancelled
        (("stage: cancelled, on: 2021-04, sources: [jp]", "stage: signed, sources: [jp]"), Stage.CANCELLED),
        (("stage: cancelled, sources: [jp]", "stage: signed, on: 2021-03-04, sources: [jp]"), Stage.CANCELLED),
        # on one day the words were put in the order of the alphabet, and "signed" came after "cancelled"
        (
            ("stage: cancelled, on: 2021-03-04, sources: [jp]", "stage: signed, on: 2021-03-04, sources: [jp]"),
            Stage.CANCELLED,
        ),
        (
            ("stage: cancelled, on: 2021, sources: [jp]", "stage: signed, on: 2021-03-04, sources: [jp]"),
            Stage.CANCELLED,
        ),
        # revived: it starts again from the bottom, and does not stand where it had stood
        (
            (
                "stage: signed, on: 2019-03, sources: [jp]",
                "stage: cancelled, on: 2020, sources: [jp]",
                "stage: proposed, on: 2021-03-04, sources: [jp]",
            ),
            Stage.PROPOSED,
        ),
        # a plan told by a source of March 2021 is no fact in December
        (
            ("stage: signed, on: 2021-03-04, sources: [jp]", "stage: delivered, on: 2022-06, sources: [jp]"),
            Stage.SIGNED,
        ),
    ],
)
def test_the_stage_is_the_furthest_unless_it_was_cancelled_last(rows: tuple[str, ...], stage: Stage) -> None:
    book = Book(cranes=stages(*(rows or ("stage: proposed, sources: [jp]",))))
    assert book.deal().stage is stage


def test_what_a_cancelled_deal_had_reached_is_remembered() -> None:
    told = ("stage: delivered, on: 2019-03, sources: [jp]", "stage: cancelled, on: 2020, sources: [jp]")
    deal = Book(cranes=stages(*told)).deal()
    assert deal.stage is Stage.CANCELLED
    assert deal.has_reached(Stage.DELIVERED)
    assert deal.has_reached(Stage.SIGNED)


def papers(*rows: str) -> str:
    return "papers:\n" + "".join(f"  - {{{row}}}\n" for row in rows) + "sources: [jp, ru]\n"


MEMO_NO = "form: memorandum, on: 2021-03-04, binding: no, sources: [jp]"
MEMO_YES = "form: memorandum, on: 2021-03-04, binding: yes, basis: sides, sources: [ru]"
LATER_MEMO_YES = "form: memorandum, on: 2021-10-04, binding: yes, basis: paper, sources: [ru]"
CONTRACT = "form: contract, on: 2021-03-04, binding: yes, basis: paper, sources: [jp]"
SILENT = "form: agreement, on: 2021-03-04, sources: [jp]"


@pytest.mark.parametrize(
    ("rows", "form", "binding"),
    [
        ((MEMO_NO,), Form.MEMORANDUM, Binding.NO),
        ((MEMO_NO, MEMO_YES), Form.MEMORANDUM, Binding.CONTESTED),
        ((MEMO_NO, CONTRACT), Form.CONTRACT, Binding.YES),
        ((MEMO_NO, MEMO_YES, CONTRACT), Form.CONTRACT, Binding.YES),
        ((SILENT,), Form.AGREEMENT, Binding.UNKNOWN),
        # a memorandum of March and another of October contradict nobody
        ((MEMO_NO, LATER_MEMO_YES), Form.MEMORANDUM, Binding.YES),
    ],
)
def test_one_binding_paper_binds_and_two_tellings_of_one_paper_contest_it(
    rows: tuple[str, ...], form: Form, binding: Binding
) -> None:
    deal = Book(cranes=papers(*rows)).deal()
    assert (deal.form, deal.binding) == (form, binding)


def test_binding_is_never_read_off_signed() -> None:
    deal = Book(cranes=stages("stage: signed, on: 2021-03-04, sources: [jp]")).deal()
    assert (deal.stage, deal.form, deal.binding, deal.basis) == (Stage.SIGNED, Form.NONE, Binding.UNKNOWN, None)


def test_the_ground_of_the_answer_goes_with_the_paper_that_gives_it() -> None:
    assert Book(cranes=papers(MEMO_NO, CONTRACT)).deal().basis is Basis.PAPER


def test_a_party_told_twice_is_one_party_with_all_its_roles() -> None:
    deal = Book(
        cranes="""
            parties:
              - {party: bank, roles: [provider]}
              - {party: stranger, roles: [receiver]}
              - {party: bank, roles: [signatory, provider]}
            instrument: loan
            sources: [jp]
        """
    ).deal()
    assert [(party.id, party.country, roles) for party, roles in deal.parties] == [
        ("bank", "JP", (Role.PROVIDER, Role.SIGNATORY)),
        ("stranger", "", (Role.RECEIVER,)),
    ]
    assert deal.instrument is Instrument.LOAN


def test_support_counts_origins_and_a_copy_is_no_second_witness() -> None:
    told = 'sums: [{kind: pledge, amount: "5 USD", on: 2021-03-04, sources: [%s]}]\nsources: [jp]\n'
    for sources, support, doubtful in (
        ("wire", 1, False),
        ("wire, copy", 1, False),
        ("wire, copy, jp", 2, False),
        ("garbled", 0, True),
        ("garbled, jp", 1, False),
    ):
        (found,) = Book(cranes=told % sources).deal().sums
        assert (found.support, found.doubtful) == (support, doubtful)


def test_one_sum_in_two_rows_is_one_sum_with_the_sources_of_both() -> None:
    deal = Book(
        cranes="""
            sums:
              - {kind: pledge, amount: "5,000,000 USD", on: 2021-03-04, sources: [jp]}
              - {kind: pledge, amount: "5,000,000.00 USD", on: 2021-03-04, sources: [ru]}
            sources: [jp, ru]
        """
    ).deal()
    assert [(item.sources, item.support) for item in deal.counted(SumKind.PLEDGE)] == [(("jp", "ru"), 2)]


def test_a_converted_sum_has_its_rate_day_and_source_beside_it_and_a_missing_rate_stays_missing() -> None:
    deal = Book(
        cranes="""
            sums:
              - {kind: pledge, amount: "500,000,000 JPY", bound: about, on: 2021-03-04, sources: [jp]}
              - {kind: cost, amount: "500,000,000 JPY", on: 2018-03-04, sources: [jp]}
            sources: [jp]
        """
    ).deal()
    rated, unrated = deal.sums
    assert rated.converted is not None
    assert str(rated.converted.money) == "5,000,000 USD"
    assert (rated.converted.rate_on, rated.converted.rate_source) == ("2021-03-04", "made up")
    assert rated.converted_range is not None
    assert [str(end) for end in (rated.converted_range.low, rated.converted_range.high)] == ["4500000.00", "5500000.00"]
    assert (unrated.converted, unrated.converted_range) == (None, None)


def test_the_latest_word_on_the_work_is_its_status() -> None:
    text = """
        status:
          - {status: stalled, on: 2021-03-04, sources: [jp]}
          - {status: under way, on: 2021-11-10, sources: [firm]}
          - {status: over, on: 2022-06, sources: [firm]}
        sources: [jp, firm]
    """
    book = Book(cranes=text)
    assert book.deal().status is Status.UNDER_WAY
    assert book.deal(date(2021, 6, 1)).status is Status.STALLED
    assert book.deal(date(2022, 6, 30)).status is Status.OVER


OPEN = "stages: [{stage: signed, on: 2020-03-04, sources: [jp]}]\n"


@pytest.mark.parametrize(
    ("more", "silent"),
    [
        ("", True),
        ("looks: [{on: 2021-11, by: sato}]\n", False),
        ("looks: [{on: 2020-11, by: sato}]\n", True),
        ("status: [{status: over, on: 2020-05, sources: [jp]}]\n", False),
        ("status: [{status: stalled, on: 2021-05, sources: [firm]}]\n", False),
        ("umbrella: true\n", False),
    ],
)
def test_a_deal_is_silent_when_it_is_open_and_nobody_looked_for_a_year(more: str, silent: bool) -> None:
    book = Book(cranes=f"{OPEN}{more}sources: [jp, firm]\n")
    assert (book.deal().silent_since is not None) is silent
    assert ("silent-deal" in [problem.rule for problem in book.checked()]) is silent


@pytest.mark.parametrize("end", ["delivered", "cancelled"])
def test_a_deal_that_ended_is_never_silent(end: str) -> None:
    text = f"stages: [{{stage: {end}, on: 2020-03-04, sources: [jp]}}]\nsources: [jp]\n"
    assert Book(cranes=text).deal().silent_since is None
