"""How the talks moved, as people code it blind: the last code counts, untold is no nought, sheets and desk together."""

from __future__ import annotations

from warifu.decisions import movement
from warifu.decisions.log import Decision
from warifu.decisions.standing import standing
from warifu.proposals.lists import MovementRow


def coded(talk: str, value: str, who: str = "mori", at: int = 0, action: str = "code") -> Decision:
    return Decision(
        about=movement.about(talk), action=action, analyst=who, at=f"2026-11-26T10:{at:02}:00+00:00", value=value
    )


def test_what_a_coder_decided_last_counts() -> None:
    found = movement.rows([coded("t1", "1"), coded("t1", "-2", at=1), coded("t1", "0", "sato")])
    assert [(row.talk, row.coder, row.movement) for row in found] == [("t1", "mori", -2), ("t1", "sato", 0)]
    assert str(found[0].on) == "2026-11-26"


def test_where_the_record_does_not_tell_there_is_no_code_and_no_nought() -> None:
    given = [coded("t1", "1"), coded("t1", "", at=1)]
    assert movement.rows(given) == ()
    assert movement.codes(given)["t1"]["mori"].value == movement.UNTOLD


def test_a_code_that_was_taken_back_is_gone() -> None:
    assert movement.rows(standing([coded("t1", "1"), coded("t1", "", at=1, action="undo")])) == ()


def test_the_desk_goes_before_the_same_coders_sheet_and_leaves_others_alone() -> None:
    sheet = [MovementRow(talk="t1", coder=who, movement=2) for who in ("mori", "sato")]
    found = movement.rows([coded("t1", "-1")], sheet)
    assert sorted((row.coder, row.movement) for row in found) == [("mori", -1), ("sato", 2)]


def test_a_value_outside_the_code_book_is_no_code() -> None:
    assert movement.rows([coded("t1", "3"), coded("t1", "much")]) == ()


def test_agreement_wants_two_coders_and_is_ordinal() -> None:
    alone = [coded(f"t{n}", "1", at=n) for n in range(3)]
    assert movement.agree(["t0", "t1", "t2"], movement.rows(alone)) is None
    both = [*alone, *(coded(f"t{n}", value, "sato", n) for n, value in enumerate(("1", "1", "2")))]
    found = movement.agree(["t0", "t1", "t2"], movement.rows(both))
    assert found is not None
    assert (found.n, found.disputed, found.scale) == (3, (2,), "ordinal")
