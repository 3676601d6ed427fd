"""Which documents are one witness: ten copies raise support by nothing."""

from __future__ import annotations

from random import Random

import pytest
import stories
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.documents.copies import CopyGroup, Doc, Kind, drifts, group, independent_origins
from warifu.documents.mosaics import passages
from warifu.documents.spun import judge

EVERY = [
    Doc("original", stories.ORIGINAL, "en", "2019-03-14"),
    Doc("again", stories.ORIGINAL.replace(". ", ".\n\n").upper(), "en", "2019-03-16"),
    Doc("syndicated", stories.SYNDICATED, "en", "2019-03-15"),
    Doc("cut", stories.CUT, "en", "2019-03-15"),
    Doc("rewritten", stories.REWRITTEN, "en", "2019-03-17"),
    Doc("spun", stories.SPUN, "en", "2019-03-01"),
    Doc("ru", stories.RUSSIAN, "ru", "2019-03-15"),
    Doc("ja", stories.JAPANESE, "ja", "2019-03-15"),
    Doc("independent", stories.INDEPENDENT, "en", "2019-03-14"),
    Doc("other", stories.OTHER, "en"),
]


def home(groups: list[CopyGroup], name: str) -> CopyGroup:
    return next(one for one in groups if name in {member.id for member in one.members})


@pytest.mark.parametrize(("name", "kind"), [
    ("original", "original"), ("again", "exact"), ("syndicated", "syndicated"), ("cut", "cut"),
    ("rewritten", "rewritten"), ("spun", "spun"), ("ru", "translated"), ("ja", "translated"),
])  # fmt: skip
def test_each_copy_is_found_and_told_by_its_kind(name: str, kind: Kind) -> None:
    found = home(group(EVERY), "original")
    assert {member.id: member.kind for member in found.members}.get(name) == kind


def test_independent_reports_of_one_event_stay_two_witnesses() -> None:
    groups = group(EVERY)
    assert home(groups, "independent") != home(groups, "original")
    assert independent_origins(["original", "independent", "other"], groups) == 3


def test_ten_copies_raise_support_by_nothing() -> None:
    copies = [Doc(f"copy-{at}", f"City {at} - {stories.ORIGINAL} Page {at}.", "en") for at in range(10)]
    groups = group([EVERY[0], EVERY[-1], *copies])
    names = [doc.id for doc in copies]
    assert independent_origins(["original", "other"], groups) == 2
    assert independent_origins(["original", "other", *names], groups) == 2


def test_a_spun_copy_never_stands_for_its_group_and_supports_nothing_alone() -> None:
    """The spun page bears the earlier date, and is still not taken for the original."""
    assert home(group(EVERY), "spun").representative == "original"
    alone = group([Doc("spun", stories.SPUN), Doc("other", stories.OTHER)])
    assert home(alone, "spun").spun_only
    assert independent_origins(["spun"], alone) == 0
    assert independent_origins(["spun", "other"], alone) == 1


def test_each_member_but_the_representative_says_why_it_is_there() -> None:
    found = home(group(EVERY), "original")
    assert all(member.why for member in found.members if member.id != found.representative)
    spun = next(member for member in found.members if member.id == "spun")
    assert "kensetsu" in spun.why


@settings(deadline=None, max_examples=10)
@given(st.randoms())
def test_the_order_of_arrival_never_matters(chance: Random) -> None:
    assert group(chance.sample(EVERY, len(EVERY))) == group(EVERY)


def test_what_is_told_twice_is_counted_once() -> None:
    assert group([*EVERY, *EVERY]) == group(EVERY)


def test_short_pages_are_nobodys_copies() -> None:
    groups = group([Doc("a", "Not found"), Doc("b", "Not found"), Doc("c", ""), Doc("d", "")])
    assert len(groups) == 4


def test_a_figure_that_differs_from_most_copies_is_told_and_without_a_majority_both_are() -> None:
    changed = stories.SYNDICATED.replace("47.8 billion yen", "47.8 million yen")
    docs = [Doc("a", stories.ORIGINAL), Doc("b", changed), Doc("c", stories.REWRITTEN)]
    texts = {doc.id: doc.text for doc in docs}
    found = drifts(group(docs), texts.__getitem__)
    (one,) = found["b"]
    assert (one.rule, one.words, one.likely) == ("drift-scale", "47.8 million yen", "47.8 billion yen")
    assert "of the same origin" in one.why
    assert found.keys() == {"b"}
    both = drifts(group(docs[:2]), texts.__getitem__)
    assert {name: [drift.likely for drift in ones] for name, ones in both.items()} == {"a": [None], "b": [None]}


def test_a_light_spin_is_known_beside_its_original() -> None:
    """In itself the page has too few signs; what stands in place of the original's words gives it away."""
    docs = [Doc("a", stories.LONG, "en", "2019-01-01"), Doc("b", stories.SWAPPED, "en", "2019-01-02")]
    assert judge(stories.SWAPPED).verdict == "none"
    (one,) = group(docs)
    assert {member.id: member.kind for member in one.members} == {"a": "original", "b": "spun"}
    assert one.representative == "a"
    assert not one.spun_only


def test_a_mosaic_joins_no_two_originals_and_is_no_witness() -> None:
    first, second = stories.ORIGINAL, stories.OTHER
    docs = [Doc("a", first, "en"), Doc("b", second, "en"), Doc("m", stories.MOSAIC, "en", "2020-01-01")]
    groups = group(docs)
    assert home(groups, "a") != home(groups, "b")
    (member,) = [member for one in groups for member in one.members if member.id == "m"]
    assert (member.kind, set(member.pieces)) == ("mosaic", {"a", "b"})
    assert independent_origins(["a", "b", "m"], groups) == 2
    assert [name for *_, name in passages(stories.MOSAIC, {"a": first, "b": second})] == ["a", "b"]


def test_nothing_makes_no_groups() -> None:
    assert group([]) == []
