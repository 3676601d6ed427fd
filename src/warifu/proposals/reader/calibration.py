"""How sure a proposal is: points for and against, and the share of right ones among proposals with as many points.

The table `SHARE` was fitted on the tuning half of the marked set; fit it again (`python bench/reader.py calibrate`)
whenever a rule of the reader changes.
"""

from __future__ import annotations

from typing import Final

from warifu.proposals.reader.clauses import Happened
from warifu.proposals.reader.deals import WEAK, Draft, Story

SHARE: Final[dict[int, float]] = {-3: 0.1, -2: 0.15, -1: 0.25, 0: 0.35, 1: 0.45, 2: 0.55, 3: 0.65, 4: 0.72, 5: 0.8}
"""Points to the share of right proposals; scores beyond its ends take the end's share."""


def points(draft: Draft, story: Story, event: Happened) -> int:
    """Points for and against a draft; each is one plain fact about how it was read."""
    score = 0
    known = [one for one in draft.parties if one.mention.id]
    score += min(len(known), 2)
    score -= 1 if not draft.parties else 0
    score += 1 if event.event in {"sign", "approve", "give", "draw"} else 0
    score += 1 if any(one.kind != "cost" for one in draft.sums) else 0
    score += 1 if draft.paper.value in {"mou", "loan", "grant"} else 0
    score -= 2 if draft.paper.value in WEAK and draft.count is None else 0
    score -= 1 if draft.inherited else 0
    score -= 1 if draft.hedged else 0
    score -= 1 if len({one.mention.country for one in draft.parties}) < 2 else 0
    return score


def confidence(draft: Draft, story: Story, event: Happened, doubtful: bool) -> float:
    """The share of right ones among proposals read like this one; halved for a doubtful source."""
    score = max(min(points(draft, story, event), max(SHARE)), min(SHARE))
    share = SHARE[score]
    return round(share * 0.5 if doubtful else share, 2)
