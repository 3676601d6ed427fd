"""How many coders must judge what."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from readings import loan, memorandum, power_station
from warifu.decisions import policy
from warifu.decisions.policy import Policy
from warifu.terms.money import Money


def test_without_a_file_one_coder_is_enough(tmp_path: Path) -> None:
    assert policy.read(tmp_path) == (Policy(), [])


def test_a_fault_of_the_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "decisions").mkdir()
    (tmp_path / policy.FILE).write_text("coders: 2\nshares: 0.5\n")
    _, problems = policy.read(tmp_path)
    assert [(one.where, one.rule) for one in problems] == [("decisions/coding.yaml:2", "unknown-field")]


def test_large_sums_want_two_whatever_the_share() -> None:
    careful = Policy(above=Money(Decimal(10**9), "USD"))
    assert careful.needed(loan(), Decimal(2 * 10**9)) == 2
    assert careful.needed(loan(), Decimal(10**6)) == 1
    assert careful.needed(loan(), None) == 1


def test_a_share_is_drawn_by_the_ids_so_that_nobody_can_choose() -> None:
    every = [make(document=f"{number:064x}") for number in range(200) for make in (loan, memorandum, power_station)]
    drawn = sum(Policy(coders=2, share=Decimal("0.2")).needed(one, None) == 2 for one in every)
    assert 80 < drawn < 160
    assert all(Policy(coders=2).needed(one, None) == 2 for one in every)
