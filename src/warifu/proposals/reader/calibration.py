"""How sure a proposal is: points for and against, and the share of right ones among proposals with as many points.

Points are read off the proposal itself, so that any proposal can be judged again. The table `SHARE` is that of the
tuning half (`python bench/reader.py calibrate`), smoothed so that more points never mean less, and lowered by about a
third, since rules hold better on texts they were made with. `warifu evaluate` prints how well it holds elsewhere.
"""

from __future__ import annotations

from typing import Final

from warifu.proposals.proposal import Kind, Proposal

SHARE: Final[dict[int, float]] = {-1: 0.15, 0: 0.2, 1: 0.27, 2: 0.34, 3: 0.38, 4: 0.45, 5: 0.55, 6: 0.65, 7: 0.75}
"""Points to the share of right proposals; scores beyond its ends take the end's share."""

HEDGED: Final = "the sentence hedges"
INHERITED: Final = "a party was taken from the sentence before"
SURE_EVENTS: Final = frozenset({"stage:sign", "stage:approve", "stage:give", "stage:draw", "stage:pledge"})


def points_of(proposal: Proposal) -> int:
    """Points for and against a deal; each is one plain fact about how it was read."""
    known = sum(1 for one in proposal.parties if one.party)
    countries = {one.country for one in proposal.parties if one.country}
    told = proposal.fields.get("stage") or proposal.fields.get("status")
    named = proposal.value("form") in {"memorandum", "letter of intent", "exchange of letters"}
    score = min(known, 2)
    score -= not proposal.parties
    score += told is not None and told.rule in SURE_EVENTS
    score += any(one.kind != "cost" for one in proposal.sums)
    score += named or proposal.value("instrument") in {"loan", "grant", "equity", "guarantee"}
    score += len(countries) > 1
    score += proposal.kind is Kind.BUNDLE
    score -= HEDGED in proposal.reasons
    score -= INHERITED in proposal.reasons
    score -= any(one.rule.startswith(("party:text", "party:sides", "party:told-before")) for one in proposal.parties)
    return score


def confidence(proposal: Proposal) -> float:
    """The share of right ones among proposals read like this one; halved for a doubtful source."""
    share = SHARE[max(min(points_of(proposal), max(SHARE)), min(SHARE))]
    return round(share * 0.5 if proposal.doubtful else share, 2)
