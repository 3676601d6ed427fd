"""Two markers agree about as far as docs/evaluation.md says: the most that a reader can be asked for."""

from __future__ import annotations

import sys
from pathlib import Path

READING = Path(__file__).parents[2] / "eval" / "reading"


def test_two_markers_agree_on_four_statements_in_five_and_on_nearly_every_sum() -> None:
    sys.path.insert(0, str(READING))
    import agreement

    part = agreement.agreement().parts["all"]
    assert part.texts == len(list((READING / "second").glob("*.json")))
    assert 0.8 < (part.statements.f1 or 0) < 0.9
    assert (part.amounts.f1 or 0) > 0.97
    assert part.no_deal.right == part.no_deal.marked
