"""Who may do what on the desk, as one table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a person is on the desk; a person may be several things."""

    READER = "reader"
    CODER = "coder"
    ADJUDICATOR = "adjudicator"
    PUBLISHER = "publisher"


class Act(StrEnum):
    """What there is to do."""

    READ = "read"
    JUDGE = "judge"  # accept, correct, reject, unsure, add, join, split, look
    ADJUDICATE = "adjudicate"  # decide where coders differ
    COMMENT = "comment"
    ANSWER = "answer"  # answer and close comments, disputes and corrections
    PUBLISH = "publish"  # sign off a release


MAY: Final[Mapping[Role, frozenset[Act]]] = {
    Role.READER: frozenset({Act.READ, Act.COMMENT}),
    Role.CODER: frozenset({Act.READ, Act.COMMENT, Act.JUDGE}),
    Role.ADJUDICATOR: frozenset({Act.READ, Act.COMMENT, Act.JUDGE, Act.ADJUDICATE, Act.ANSWER}),
    Role.PUBLISHER: frozenset({Act.READ, Act.COMMENT, Act.ANSWER, Act.PUBLISH}),
}

ALL: Final = frozenset(Role)
"""What somebody is who keeps a workspace alone."""


def may(roles: frozenset[Role], act: Act) -> bool:
    return any(act in MAY[role] for role in roles)
