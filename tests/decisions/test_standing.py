"""Which decisions stand."""

from __future__ import annotations

from warifu.decisions.log import Decision
from warifu.decisions.standing import last_standing, standing


def said(text: str) -> list[Decision]:
    """ "mori accept a; ito reject b #3" as decisions; #3 is the batch."""
    found = []
    for part in text.split(";"):
        analyst, action, about, *batch = part.split()
        found.append(
            Decision(
                analyst=analyst, action=action, about=about, at="2026-01-01T00:00:00Z", batch="".join(batch).lstrip("#")
            )
        )
    return found


def words(found: list[Decision]) -> str:
    return "; ".join(f"{one.analyst} {one.action} {one.about}" for one in found)


def test_an_undo_takes_back_ones_own_last_decision_about_the_thing() -> None:
    assert words(standing(said("mori accept a; mori reject a; mori undo a"))) == "mori accept a"


def test_a_second_undo_takes_back_the_one_before() -> None:
    assert words(standing(said("mori accept a; mori reject a; mori undo a; mori undo a"))) == ""


def test_nobody_takes_back_what_somebody_else_decided() -> None:
    assert words(standing(said("mori accept a; ito undo a"))) == "mori accept a"


def test_one_undo_takes_back_a_whole_batch() -> None:
    found = standing(said("mori accept a; mori accept b #7; mori reject c #7; mori undo 7"))
    assert words(found) == "mori accept a"


def test_an_undo_after_a_batch_was_undone_finds_what_was_there_before_it() -> None:
    found = standing(said("mori accept a; mori reject a #7; mori undo 7; mori undo a"))
    assert words(found) == ""


def test_what_to_undo_next_is_the_last_that_stands() -> None:
    found = last_standing(said("mori accept a; mori accept b; ito accept c; mori undo b"), "mori")
    assert found is not None
    assert found.about == "a"
    assert last_standing([], "mori") is None
