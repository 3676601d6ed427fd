"""How many coders must judge a proposal before it counts: `decisions/coding.yaml`, kept with the workspace.

coders: 2                    every proposal is judged by two coders who do not see each other's judgement
share: 0.2                   … or only this share of them, drawn by their ids, so that nobody can choose
above: 1,000,000,000 USD     … and in any case those that tell of at least so much money
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Final

import msgspec

from warifu.proposals import yaml_text
from warifu.proposals.proposal import Proposal
from warifu.terms.money import Money
from warifu.terms.problem import Problem

FILE: Final = "decisions/coding.yaml"
Worth = Callable[[Proposal], Decimal | None]
"""The largest sum of a proposal in the currency of `Policy.above`; None where it tells none or no rate is at hand."""


class Policy(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who must judge what. The default: one coder, whatever the sum."""

    coders: int = 1
    share: Decimal = Decimal(1)
    above: Money | None = None

    def needed(self, proposal: Proposal, worth: Decimal | None) -> int:
        """How many coders must hold the same of this proposal."""
        if self.above is not None and worth is not None and worth >= self.above.number:
            return max(2, self.coders)
        drawn = int(proposal.id[:8], 16) < self.share * (1 << 32) if _hex(proposal.id[:8]) else True
        return self.coders if self.coders > 1 and drawn else 1


def _hex(text: str) -> bool:
    return bool(text) and all(char in "0123456789abcdef" for char in text)


def read(workspace: Path) -> tuple[Policy, list[Problem]]:
    """The policy of a workspace, the default where there is no file, and the faults of the file."""
    path = workspace / FILE
    if not path.exists():
        return Policy(), []
    value, lines, problems = yaml_text.load(path.read_bytes(), FILE)
    if problems:
        return Policy(), problems
    policy, problems = yaml_text.shape(value, Policy, FILE, lines)
    return (Policy() if policy is None else policy), problems
