"""Comments keep their number, are answered, and land in a release."""

from __future__ import annotations

from msgspec import json

from warifu.decisions.comments import Answered, CommentKind, Said, name, next_number, threads
from warifu.decisions.log import Decision


def note(
    number: int, text: str, kind: CommentKind = CommentKind.DISPUTE, analyst: str = "mori", at: str = "01"
) -> Decision:
    value = json.encode(Said(number, kind, text)).decode()
    return Decision(about="cranes", action="note", analyst=analyst, at=f"2026-01-{at}T00:00:00+00:00", value=value)


def answer(number: str, text: str, upheld: bool | None = None, release: str = "", at: str = "05") -> Decision:
    value = json.encode(Answered(text, upheld, release)).decode()
    return Decision(about=name(number), action="answer", analyst="sato", at=f"2026-01-{at}T00:00:00+00:00", value=value)


def test_a_dispute_is_open_until_a_verdict() -> None:
    (asked,) = threads([note(1, "It was 310 million"), answer("1", "We look into it")])
    assert asked.open
    (upheld,) = threads([note(1, "It was 310 million"), answer("1", "You are right", True, "3")])
    assert (upheld.open, upheld.upheld, upheld.release) == (False, True, "3")


def test_a_comment_is_open_until_an_answer() -> None:
    said = note(1, "See the report", CommentKind.COMMENT)
    assert threads([said])[0].open
    assert not threads([said, answer("1", "Thank you")])[0].open


def test_two_of_one_number_are_told_apart() -> None:
    """Two analysts recorded a comment on the same day in two copies of the workspace."""
    found = threads([note(1, "first", at="01"), note(1, "second", analyst="ito", at="02")])
    assert [(one.number, one.said.text) for one in found] == [("1", "first"), ("1b", "second")]


def test_a_number_is_never_given_twice_even_if_taken_back() -> None:
    taken = Decision(about="cranes", action="undo", analyst="mori", at="2026-01-02T00:00:00+00:00")
    assert threads([note(4, "x"), taken]) == ()
    assert next_number([note(4, "x"), taken]) == 5
    assert next_number([]) == 1


def test_a_note_that_is_no_comment_is_none() -> None:
    assert (
        threads([Decision(about="x", action="note", analyst="mori", at="2026-01-01T00:00:00+00:00", value="{")]) == ()
    )
