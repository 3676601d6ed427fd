"""A translation keeps its facts and their order, in any script."""

from __future__ import annotations

import stories

from warifu.documents.copies import Doc, group
from warifu.documents.translated import agreement, facts, shared_facts, tongue


def test_sums_are_one_fact_in_any_language() -> None:
    """47.8 billion yen, 47,8 млрд иен, 478億円"""
    told = [set(facts(text)) for text in (stories.ORIGINAL, stories.RUSSIAN, stories.JAPANESE)]
    assert ("sum", "47800000000") in set.intersection(*told)
    assert ("sum", "412000000") in set.intersection(*told)
    assert ("date", "3-14") in set.intersection(*told) or ("date", "03-14") in set.intersection(*told)


def test_a_translation_agrees_and_another_story_does_not() -> None:
    english = facts(stories.ORIGINAL)
    for text in (stories.RUSSIAN, stories.JAPANESE):
        assert agreement(facts(text), english) > 0
        assert shared_facts(facts(text), english)
    for text in (stories.OTHER, stories.INDEPENDENT):
        assert agreement(facts(stories.RUSSIAN), facts(text)) == 0


def test_two_independent_reports_never_meet_through_a_translation() -> None:
    docs = [Doc("a", stories.ORIGINAL, "en"), Doc("b", stories.INDEPENDENT, "en"), Doc("ru", stories.RUSSIAN, "ru")]
    groups = {member.id: one.representative for one in group(docs) for member in one.members}
    assert groups["ru"] == groups["a"] != groups["b"]


def test_the_language_is_as_told_else_as_the_script_shows() -> None:
    assert tongue(stories.RUSSIAN, "uk-UA") == "uk"
    assert [tongue(text, None) for text in (stories.RUSSIAN, stories.JAPANESE, stories.ORIGINAL)] == ["ru", "ja", "en"]
