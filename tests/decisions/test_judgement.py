"""Whether judgements settle a proposal."""

from __future__ import annotations

import msgspec
import pytest

from readings import ENGLISH, loan, power_station, told
from warifu.decisions.judgement import (
    Change,
    State,
    corrected,
    deal_of,
    encoded,
    judgements,
    outcome,
    outcomes,
    own_deal,
    reading,
)
from warifu.decisions.log import Decision

LOAN = loan()


def judged(*said: str, changes: dict[str, Change] | None = None) -> list[Decision]:
    """ "mori accept", "sato accept adjudicator": decisions about the loan, one a minute."""
    found = []
    for minute, text in enumerate(said):
        analyst, action, *role = text.split()
        change = (changes or {}).get(analyst)
        found.append(
            Decision(
                about=LOAN.id,
                action=action,
                analyst=analyst,
                at=f"2026-01-01T00:{minute:02}:00+00:00",
                role="".join(role),
                value="" if change is None else encoded(change),
            )
        )
    return found


def came(decisions: list[Decision], needed: int = 1) -> State:
    return outcome(LOAN, judgements(decisions).get(LOAN.id, ()), needed).state


STAGE = Change(fields={"stage": told(ENGLISH, "in force", "signed")})


@pytest.mark.parametrize(
    ("said", "needed", "state"),
    [
        ((), 1, State.OPEN),
        (("mori accept",), 1, State.AGREED),
        (("mori accept",), 2, State.WAITING),
        (("mori accept", "ito accept"), 2, State.AGREED),
        (("mori reject", "ito reject"), 2, State.AGREED),
        (("mori accept", "ito reject"), 2, State.DISPUTED),
        (("mori accept", "ito reject"), 1, State.DISPUTED),
        (("mori unsure",), 1, State.UNSURE),
        (("mori unsure", "ito accept"), 1, State.AGREED),
        (("mori unsure", "ito accept"), 2, State.UNSURE),
        (("mori accept", "ito reject", "sato accept adjudicator"), 2, State.DECIDED),
        (("mori accept", "ito reject", "mori accept adjudicator"), 2, State.DISPUTED),
        (("mori accept", "mori undo"), 1, State.OPEN),
        (("mori accept", "ito reject", "sato unsure adjudicator"), 2, State.DISPUTED),
    ],
)
def test_how_far_a_judging_has_come(said: tuple[str, ...], needed: int, state: State) -> None:
    assert came(judged(*said), needed) is state


def test_two_coders_agree_only_when_they_correct_alike() -> None:
    both = judged("mori correct", "ito correct", changes={"mori": STAGE, "ito": STAGE})
    one = judged("mori correct", "ito accept", changes={"mori": STAGE})
    assert came(both, 2) is State.AGREED
    assert came(one, 2) is State.DISPUTED


def test_two_coders_who_put_it_into_different_deals_differ() -> None:
    other = {"ito": Change(deal="harbour-2")}
    assert came(judged("mori accept", "ito accept", changes=other), 2) is State.DISPUTED


def test_the_machines_value_stays_beside_the_persons() -> None:
    mine = corrected(LOAN, STAGE)
    assert (LOAN.value("stage"), mine.value("stage")) == ("signed", "in force")
    assert mine.id == LOAN.id


def test_a_field_that_the_document_does_not_tell_can_be_taken_out() -> None:
    assert "binding" not in corrected(LOAN, Change(fields={"binding": None})).fields


def test_a_proposal_without_a_match_begins_a_deal_of_its_own() -> None:
    station = power_station()
    assert deal_of(station, Change()) == own_deal(station)
    assert deal_of(LOAN, Change()) == "cranes"
    assert deal_of(LOAN, Change(deal="new")) == own_deal(LOAN)


def test_amounts_written_differently_read_alike() -> None:
    plain = msgspec.structs.replace(LOAN, sums=(msgspec.structs.replace(LOAN.sums[0], number="4.5E+8"),))
    assert reading(plain) == reading(LOAN)


def test_whoever_joins_a_proposal_to_a_deal_accepts_it_into_that_deal() -> None:
    found = [Decision(about=LOAN.id, action="join", analyst="mori", at="2026-01-01T00:00:00Z", value="quay")]
    outcome_of = outcomes([LOAN], found)[LOAN.id]
    assert outcome_of.judgement is not None
    assert deal_of(LOAN, outcome_of.judgement.change) == "quay"


def test_a_value_that_cannot_be_read_changes_nothing() -> None:
    broken = [Decision(about=LOAN.id, action="accept", analyst="mori", at="2026-01-01T00:00:00Z", value="{")]
    assert outcomes([LOAN], broken)[LOAN.id].accepted
