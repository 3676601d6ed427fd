"""What no rule may fire on. What each rule fires on, with its exact words, is in tests/problems."""

from __future__ import annotations

import inspect

import pytest

from statements.book import Book
from warifu.statements import checks
from warifu.statements.paper_checks import FIRM_WORDS, VAGUE, cannot_give

CLEAN = """
    areas: [ports]
    parties:
      - {party: bank, roles: [provider]}
      - {party: port, roles: [receiver]}
    instrument: loan
    papers:
      - {form: contract, on: 2021-03-04, binding: yes, sources: [jp]}
    stages:
      - {stage: announced, on: 2021-01, sources: [jp]}
      - {stage: signed, on: 2021-03-04, sources: [jp]}
      - {stage: financed, on: 2021-11, sources: [firm]}
    sums:
      - {kind: pledge, amount: "9,000,000 USD", bound: ceiling, on: 2021-01, sources: [jp]}
      - {kind: commitment, amount: "8,000,000 USD", on: 2021-03-04, sources: [jp]}
      - {kind: commitment, amount: "800,000,000 JPY", standing: version, on: 2021-03-04, sources: [ru]}
      - {kind: disbursement, amount: "800,000 USD", on: 2021-11, sources: [firm]}
    sources: [jp, ru, firm]
"""


def test_every_rule_says_in_a_sentence_what_it_finds() -> None:
    for name, check in checks.RULES.items():
        sentence = (inspect.getdoc(check) or "").partition("\n")[0]
        assert sentence.endswith("."), name
        assert len(sentence) < 120, name


def test_a_sound_deal_has_no_problem() -> None:
    assert Book(cranes=CLEAN).rules() == []


def test_two_sums_of_two_kinds_are_never_compared() -> None:
    assert Book(cranes=CLEAN.replace("9,000,000 USD", "9,000 USD")).rules() == []


@pytest.mark.parametrize(
    ("standing", "amount", "found"),
    [
        ("version", "80,000,000 USD", ["unit-slip"]),
        ("version", "800,000,000 USD", ["unit-slip"]),
        ("version", "81,000,000 USD", []),
        ("part", "800,000 USD", []),  # a tenth of a sum may well be a part of it
        ("part", "8,000 USD", ["unit-slip"]),
    ],
)
def test_a_power_of_ten_is_a_slip_where_it_cannot_be_a_part(standing: str, amount: str, found: list[str]) -> None:
    row = f'- {{kind: commitment, amount: "{amount}", standing: {standing}, on: 2021-03-04, sources: [ru]}}'
    end = "    sources: [jp, ru, firm]"
    assert Book(cranes=CLEAN.replace(end, f"      {row}\n{end}")).rules() == found


ANNOUNCED = "stages: [{stage: announced, on: 2021-03-04, sources: [jp]}]\nsources: [jp]\n"

PARTS = """
    umbrella: true
    {}
    papers:
      - {{form: memorandum, on: 2021-03-04, binding: no, sources: [jp]}}
    stages:
      - {{stage: signed, on: 2021-03-04, sources: [jp]}}
    sums:
      - {{kind: commitment, amount: "{}", bound: {}, standing: whole, on: 2021-03-04, sources: [jp]}}
    sources: [jp]
"""


@pytest.mark.parametrize(
    ("head", "amount", "bound", "found"),
    [
        ("", "16,000,000 USD", "exact", []),
        ("", "17,000,000 USD", "exact", ["parts-below-whole"]),
        ("", "17,000,000 USD", "about", []),  # 15.3 to 18.7
        ("", "17,000,000 USD", "ceiling", []),
        ("partial: true", "17,000,000 USD", "exact", []),
        ("", "15,000,000 USD", "exact", ["parts-above-whole"]),
        ("", "15,000,000 USD", "ceiling", ["parts-above-whole"]),
        ("", "15,000,000 USD", "floor", []),
    ],
)
def test_parts_are_added_up_through_umbrellas_in_between(head: str, amount: str, bound: str, found: list[str]) -> None:
    book = Book(
        frame=PARTS.format(head, amount, bound),
        tranche=f"umbrella: true\npart_of: frame\n{ANNOUNCED}",
        cranes=f"part_of: tranche\n{inspect.cleandoc(CLEAN)}\n",
        quay=f"part_of: frame\n{inspect.cleandoc(CLEAN).replace('[ports]', '[cities]')}\n",
    )
    ignored = ("commitment-on-frame",)
    assert [rule for rule in book.rules() if rule not in ignored] == found


def test_a_part_without_a_sum_leaves_open_whether_the_parts_add_up() -> None:
    bare = f"part_of: frame\n{ANNOUNCED}"
    book = Book(
        frame=PARTS.format("", "17,000,000 USD", "exact"),
        cranes=f"part_of: frame\n{inspect.cleandoc(CLEAN)}\n",
        quay=bare,
    )
    assert "parts-below-whole" not in book.rules()


def test_an_act_dated_partly_before_its_source_is_no_fault() -> None:
    """A source of 4 March tells an act of "March 2021": it may lie before it."""
    assert Book(cranes=CLEAN.replace("{stage: signed, on: 2021-03-04", "{stage: signed, on: 2021-03")).rules() == []


def test_a_deal_that_was_revived_is_not_out_of_order() -> None:
    text = CLEAN.replace(
        "      - {stage: signed", "      - {stage: cancelled, on: 2021-02-01, sources: [jp]}\n      - {stage: signed"
    )
    assert Book(cranes=text).rules() == []


@pytest.mark.parametrize(
    ("part", "whole", "share", "impossible"),
    [
        (3, 12, "25", False),
        (12, 40, "25", True),
        (2, 3, "67", False),
        (2, 3, "66", False),  # cut off instead of rounded
        (2, 3, "66.7", False),
        (2, 3, "66.9", True),
        (1, 0, "50", True),
    ],
)
def test_a_percentage_is_impossible_only_where_no_usual_rounding_gives_it(
    part: int, whole: int, share: str, impossible: bool
) -> None:
    from decimal import Decimal

    assert cannot_give(Decimal(part), Decimal(whole), share) is impossible


@pytest.mark.parametrize(
    "words",
    [
        "Agreement on the cranes was signed",
        "The board approved the loan agreement; contract signed on 4 March",
        "Заключён контракт; стороны договорились",
        "両社が合意書に署名",
    ],
)
def test_a_vague_verb_beside_a_firm_word_is_let_be(words: str) -> None:
    assert FIRM_WORDS.search(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        "Both sides agreed to build cranes",
        "A pact on ports",
        "Moscow approves the plan",
        "стороны договорились",
        "両者は合意した",
    ],
)
def test_a_vague_verb_alone_is_seen_in_three_languages(words: str) -> None:
    assert VAGUE.search(words) is not None
    assert FIRM_WORDS.search(words) is None


def test_checks_see_only_what_was_known_on_the_day() -> None:
    from datetime import date

    book = Book(cranes=CLEAN.replace("on: 2021-11, sources: [firm]", "on: 2021-12, sources: [firm]"))
    assert "dated-after-publication" in book.rules()
    assert book.rules(date(2021, 10, 1)) == []
