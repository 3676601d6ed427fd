"""A rule is passed over only on texts that it cannot match."""

from __future__ import annotations

import re

import pytest
import stories
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.documents.literals import may_match, needed
from warifu.documents.signatures import SIGNATURES


@pytest.mark.parametrize(("pattern", "words"), [
    (r"\b(?:gived|taked) up\b", {"gived", "taked"}), (r"(?i)White Home", {"white home"}),
    (r"[a-z]+s that is \d", {"s that is "}), (r"\d+ (?:of|to)", None), (r"(?:brand )?new", {"new"}),
])  # fmt: skip
def test_the_words_that_a_pattern_needs(pattern: str, words: set[str] | None) -> None:
    assert needed(re.compile(pattern)) == (None if words is None else frozenset(words))


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(SIGNATURES), st.data())
def test_what_a_rule_matches_holds_a_word_it_needs(row: object, data: st.DataObject) -> None:
    from warifu.documents.signatures import Signature

    assert isinstance(row, Signature)
    text = data.draw(st.from_regex(re.compile(row.pattern.pattern, row.pattern.flags)))
    assert may_match(needed(row.pattern), text.casefold())


def test_no_sign_of_a_spun_page_is_passed_over() -> None:
    for text in (stories.SPUN, stories.ORIGINAL, stories.REWRITTEN):
        for row in SIGNATURES:
            assert may_match(needed(row.pattern), text.casefold()) or not row.pattern.search(text)
