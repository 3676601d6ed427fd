"""Agreement of the blind, and what they may see."""

from __future__ import annotations

from readings import ENGLISH, loan, memorandum, power_station, told
from warifu.decisions import blind
from warifu.decisions.judgement import Change, Judgement, State, outcome

AT = "2026-01-01T00:00:00Z"
EVERY = [loan(), memorandum(), power_station()]


def said(one: object, analyst: str, action: str = "accept", change: Change | None = None, role: str = "") -> Judgement:
    return Judgement(one.id, analyst, action, change or Change(), "", AT, role)  # type: ignore[attr-defined]


FORCE = Change(fields={"stage": told(ENGLISH, "in force", "signed")})


def test_coders_who_say_the_same_agree_on_every_field() -> None:
    judged = {one.id: [said(one, "mori"), said(one, "ito")] for one in EVERY}
    found = blind.per_field(EVERY, judged, resamples=50)
    assert {one.field for one in found} >= {"verdict", "deal", "stage", "sums"}
    assert all(one.agreement.alpha == 1 and not one.disputed for one in found)


def test_a_field_on_which_they_differ_is_named_with_its_proposal() -> None:
    judged = {one.id: [said(one, "mori"), said(one, "ito", change=FORCE if one is EVERY[0] else None)] for one in EVERY}
    found = {one.field: one for one in blind.per_field(EVERY, judged, resamples=50)}
    assert found["stage"].disputed == (EVERY[0].id,)
    assert found["stage"].agreement.alpha is not None
    assert found["stage"].agreement.alpha < 1
    assert found["form"].disputed == ()


def test_an_adjudicator_and_the_unsure_are_no_coders() -> None:
    one = EVERY[0]
    judged = {one.id: [said(one, "mori"), said(one, "ito", "unsure"), said(one, "sato", role="adjudicator")]}
    assert blind.per_field(EVERY, judged) == ()


def test_who_may_see_what_before_it_is_settled() -> None:
    one = EVERY[0]
    both = outcome(one, [said(one, "mori")], 2)
    assert blind.may_see(both, "ito", 2, False) == ()
    assert len(blind.may_see(both, "mori", 2, False)) == 1
    assert len(blind.may_see(both, "sato", 2, True)) == 1
    agreed = outcome(one, [said(one, "mori"), said(one, "ito")], 2)
    assert agreed.state is State.AGREED
    assert len(blind.may_see(agreed, "mori", 2, False)) == 2


def test_the_third_person_sees_first_where_coders_differ() -> None:
    one = EVERY[0]
    assert blind.differences(one, [said(one, "mori"), said(one, "ito", "reject")]) == ("verdict",)
    assert blind.differences(one, [said(one, "mori"), said(one, "ito", change=FORCE)]) == ("stage",)


def test_a_coder_sees_where_they_were_overruled_and_only_there() -> None:
    one, other = EVERY[0], EVERY[1]
    final = said(one, "sato", change=FORCE, role="adjudicator")
    came = {
        one.id: outcome(one, [said(one, "mori"), said(one, "ito", change=FORCE), final], 2),
        other.id: outcome(other, [said(other, "mori"), said(other, "ito")], 2),
    }
    assert blind.overruled(EVERY, came, "mori") == [one.id]
    assert blind.overruled(EVERY, came, "ito") == []
