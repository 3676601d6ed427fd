"""A gap is two voices that say different things of one matter; silence and other papers are no gap."""

from __future__ import annotations

import pytest

from statements.book import Book
from warifu.terms.deal import Gap


def gaps(text: str) -> list[tuple[str, str, str]]:
    return [(gap.field, gap.left, gap.right) for gap in Book(cranes=f"{text}sources: [jp, ru]\n").deal().gaps]


def papers(*rows: tuple[str, str, str, str]) -> str:
    lines = [
        f"  - {{form: {form}, on: {on}, binding: {binding}, basis: sides, sources: [{source}]}}\n"
        for source, form, on, binding in rows
    ]
    return "papers:\n" + "".join(lines)


def stages(stage: str, ours: str, theirs: str) -> str:
    lines = (
        f"  - {{stage: {stage}, on: {on}, sources: [{source}]}}\n" for source, on in (("jp", ours), ("ru", theirs))
    )
    return "stages:\n" + "".join(lines)


def test_two_forms_of_one_paper_are_a_gap_in_form_and_two_answers_one_in_binding() -> None:
    told = papers(("jp", "memorandum", "2021-03-04", "no"), ("ru", "agreement", "2021-03-05", "yes"))
    assert gaps(told) == [("form", "memorandum", "agreement"), ("binding", "no", "yes")]


def test_two_papers_of_two_days_are_no_gap() -> None:
    """
    A Russian paper told the memorandum of December, a Japanese one the contract of September: the page set the two
    against each other in form, in binding and in timing, though neither denied what the other told.
    """
    told = papers(("jp", "memorandum", "2020-12-16", "no"), ("ru", "agreement", "2021-09", "yes"))
    told += (
        "stages:\n  - {stage: signed, on: 2020-12-16, sources: [jp]}\n  - {stage: signed, on: 2021-09, sources: [ru]}\n"
    )
    assert gaps(told) == []


def test_a_paper_that_both_tell_leaves_no_gap_where_one_tells_another_too() -> None:
    told = papers(
        ("jp", "memorandum", "2021-03-04", "no"),
        ("ru", "memorandum", "2021-03-04", "no"),
        ("ru", "agreement", "2021-03-20", "yes"),
    )
    assert gaps(told) == []


def test_an_unknown_answer_contradicts_nobody() -> None:
    told = papers(("jp", "agreement", "2021-03-04", "unknown"), ("ru", "agreement", "2021-03-05", "yes"))
    assert gaps(told) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("2021-03-04", "2021-03-05", []),
        ("2021-03", "2021-04-10", []),
        ("2020", "2021-01-20", []),
        ("2020-12-16", "2021-03", [("timing (signed)", "2020-12-16", "2021-03")]),
    ],
)
def test_one_signature_told_months_apart_is_a_gap_in_timing(
    ours: str, theirs: str, found: list[tuple[str, str, str]]
) -> None:
    assert gaps(stages("signed", ours, theirs)) == found


@pytest.mark.parametrize("stage", ["proposed", "announced", "financed"])
def test_what_happens_many_times_is_no_gap_in_timing(stage: str) -> None:
    assert gaps(stages(stage, "2020-12", "2021-06")) == []


def sums(*rows: str) -> str:
    return "sums:\n" + "".join(f"  - {{on: 2021-03-04, {row}}}\n" for row in rows)


OURS = 'kind: commitment, amount: "3,000,000 USD", sources: [jp]'


@pytest.mark.parametrize(
    ("theirs", "found"),
    [
        ('kind: commitment, amount: "2,000,000 USD", standing: version, sources: [ru]',
         [("sum (commitment)", "3,000,000 USD", "2,000,000 USD")]),
        ('kind: commitment, amount: "2,900,000 USD", bound: about, standing: version, sources: [ru]', []),
        ('kind: commitment, amount: 1000000 USD, to: 2000000 USD, bound: range, standing: version, sources: [ru]',
         [("sum (commitment)", "3,000,000 USD", "1,000,000 USD to 2,000,000 USD")]),
        ('kind: commitment, amount: "2,000,000 USD", standing: part, sources: [ru]', []),
        ('kind: commitment, amount: "2,000,000 USD", sources: [ru]', []),  # another payment, says the coder
        ('kind: pledge, amount: "2,000,000 USD", standing: version, sources: [ru]', []),
        ('kind: commitment, amount: "200,000,000 JPY", standing: version, sources: [ru]', []),
    ],
)  # fmt: skip
def test_two_tellings_of_one_sum_that_do_not_meet_are_a_gap(theirs: str, found: list[tuple[str, str, str]]) -> None:
    """
    The upper end of a range was lost on the way, so that "1 to 2 million" met any larger sum, and no gap was seen.
    """
    assert gaps(sums(OURS, theirs)) == found


def test_two_tellings_of_the_whole_are_compared() -> None:
    told = sums(
        'kind: hoped, amount: "400 USD", bound: about, standing: whole, sources: [jp]',
        'kind: hoped, amount: "467 USD", standing: whole, sources: [ru]',
    )
    assert gaps(told) == [("sum (hoped)", "about 400 USD", "467 USD")]


def test_a_gap_knows_whether_it_lies_between_the_sides() -> None:
    sides = Gap("form", "JP government", "a", "RU press", "b", "JP", "RU")
    own = Gap("form", "JP government", "a", "JP press", "b", "JP", "JP")
    third = Gap("form", "JP government", "a", "third press", "b", "JP", "third")
    unknown = Gap("form", "JP government", "a", "unknown press", "b", "JP", None)
    assert [gap.between_sides for gap in (sides, own, third, unknown)] == [True, False, False, False]


def test_every_voice_keeps_its_own_version_side_by_side() -> None:
    deal = Book(
        cranes="""
            parties:
              - {party: bank, roles: [provider]}
            stages:
              - {stage: announced, on: 2021-01, sources: [jp]}
              - {stage: signed, on: 2021-03-04, sources: [jp, ru]}
            sums:
              - {kind: pledge, amount: "5 USD", sources: [jp]}
              - {kind: pledge, amount: "4 USD", to: "6 USD", bound: range, standing: version, sources: [ru]}
            sources: [jp, ru]
        """
    ).deal()
    assert [(one.voice, one.side, one.stage, str(one.stage_on)) for one in deal.versions] == [
        ("JP government", "JP", "signed", "2021-03-04"),
        ("RU government", "RU", "signed", "2021-03-04"),
    ]
    (ours,), (theirs,) = (one.ranges for one in deal.versions)
    assert (ours.low, theirs.low, theirs.high) == (5, 4, 6)
    assert not any("coder" in one.voice for one in deal.versions)
