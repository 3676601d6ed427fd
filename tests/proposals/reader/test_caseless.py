"""Patterns without regard to case and tables of words find what Python's own, slower search finds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.documents.caseless import Caseless, lowered
from warifu.proposals.reader import cues, days, money
from warifu.proposals.reader.lexicon import LEXICONS
from warifu.proposals.reader.lexicon.tables import Table

LINES = [
    line
    for path in sorted((Path(__file__).parent / "sentences").glob("*.tsv"))
    for line in path.read_text(encoding="utf-8").splitlines()[:150]
]
LETTERS = st.text(st.sampled_from("aAbBзЗ█ İß元,.-1"), max_size=12)


def _patterns() -> list[tuple[str, Caseless]]:
    rooms = [cues, days, money, *LEXICONS.values()]
    named = [
        (name, getattr(room, name))
        for room in rooms
        for name in (getattr(room, "__slots__", None) or sorted(vars(room)))
    ]
    return [(name, one) for name, one in named if isinstance(one, Caseless)]


@pytest.mark.parametrize(("name", "pattern"), _patterns())
def test_it_finds_what_a_search_without_regard_to_case_finds(name: str, pattern: Caseless) -> None:
    plain = re.compile(pattern.pattern, re.I)
    for line in LINES:
        for text in (line, line.upper()):
            found = [(one.span(), one.groups()) for one in pattern.finditer(text)]
            assert found == [(one.span(), one.groups()) for one in plain.finditer(text)], f"{name}: {text}"


@given(LETTERS, st.integers(0, 12))
def test_it_searches_a_part_of_a_text_as_a_pattern_does(text: str, start: int) -> None:
    pattern = r"\bA(?P<B>b)?|\b[A-B]з|(?P<C>a)(?P=C)|\Wз|元"
    found = Caseless(pattern).search(text, start, 9)
    plain = re.compile(pattern, re.I).search(text, start, 9)
    assert (found and (found.span(), found.groupdict())) == (plain and (plain.span(), plain.groupdict()))


@given(LETTERS)
def test_small_letters_stand_where_the_letters_stood(text: str) -> None:
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize("language", sorted(LEXICONS))
def test_a_table_finds_what_its_rows_find_at_each_place(language: str) -> None:
    table = LEXICONS[language].events
    rows = "|".join(f"(?P<{name}>{row})" for name, row in table.rows.items())
    place = re.compile(rf"(?<![^\W\d_])(?={rows})" if table.spaced else rf"(?={rows})", re.I)
    for line in LINES:
        wanted, done = [], 0
        for one in place.finditer(line):
            length = len(one[one.lastgroup or 0])
            if one.start() >= done and length:
                done = one.start() + length
                wanted.append((one.lastgroup, one.start(), done))
        assert [(one.lastgroup, *one.span()) for one in table.finditer(line)] == wanted, line


def test_the_earlier_row_wins_and_a_row_of_any_letter_is_tried_everywhere() -> None:
    table = Table({"one": r"\bloans?\b", "two": r"\bloan to\b", "any": r"\w+ bank"})
    assert [(one.lastgroup, one[0]) for one in table.finditer("Loans, a loan to it, a state bank")] == [
        ("one", "Loans"),
        ("one", "loan"),
        ("any", "state bank"),
    ]
