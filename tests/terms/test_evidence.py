"""Copies are not witnesses, and a rank never hides that a page has none."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.terms.codelist import SourceKind
from warifu.terms.evidence import Source, rooted


def source(name: str, original: str = "", kind: SourceKind = SourceKind.NEWSPAPER, **more: object) -> Source:
    return Source(name, name, None, "en", kind, "JP", "", original=original, **more)  # type: ignore[arg-type]


def origins(*sources: Source) -> dict[str, str]:
    return {item.id: item.origin for item in rooted(sources)}


def test_a_copy_of_a_copy_is_no_second_witness() -> None:
    """
    A paper copied a paper that copied the wire: followed one step only, they were two witnesses.
    """
    found = origins(source("wire"), source("paper", "wire"), source("blog", "paper"), source("own"))
    assert found == {"wire": "wire", "paper": "wire", "blog": "wire", "own": "own"}


def test_a_chain_may_end_outside_of_the_list() -> None:
    assert origins(source("paper", "origin:tass"), source("blog", "paper")) == {
        "paper": "origin:tass",
        "blog": "origin:tass",
    }


def test_sources_that_copy_each_other_in_a_circle_are_one_witness() -> None:
    found = origins(source("b", "c"), source("c", "a"), source("a", "b"), source("d", "a"), source("e", "e"))
    assert found == {"a": "a", "b": "a", "c": "a", "d": "a", "e": "e"}


@given(st.lists(st.integers(-1, 7), min_size=8, max_size=8), st.randoms(use_true_random=False))
def test_origins_do_not_depend_on_the_order_of_the_list(copied: list[int], rng: Random) -> None:
    sources = [source(f"s{number}", f"s{above}" if above >= 0 else "") for number, above in enumerate(copied)]
    found = origins(*sources)
    assert origins(*rng.sample(sources, len(sources))) == found
    for item in sources:  # whoever copies has the origin of what it copies
        if item.original:
            assert found[item.id] == found[item.original]


@pytest.mark.parametrize(
    ("kind", "doubtful", "rank"),
    [
        (SourceKind.OFFICIAL, False, 1),
        (SourceKind.NEWSPAPER, False, 7),
        (SourceKind.SECONDARY, False, None),
        (SourceKind.OFFICIAL, True, None),
    ],
)
def test_a_spun_or_unattributed_page_has_no_rank(kind: SourceKind, doubtful: bool, rank: int | None) -> None:
    assert source("a", kind=kind, doubtful=doubtful).rank == rank


@pytest.mark.parametrize(
    ("kind", "side", "voice"),
    [
        (SourceKind.OFFICIAL, "JP", "JP government"),
        (SourceKind.COMPANY, "RU", "RU firm"),
        (SourceKind.THINK_TANK, "third", "third scholarship"),
        (SourceKind.NEWS_AGENCY, None, "unknown press"),
    ],
)
def test_a_source_speaks_in_the_voice_of_its_kind_and_side(kind: SourceKind, side: str | None, voice: str) -> None:
    assert Source("a", "a", None, "en", kind, side, "").voice == voice
