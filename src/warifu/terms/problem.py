"""Problems: faults in the evidence. They are values; no problem stops a build, severe ones stop a release."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter


class Severity(StrEnum):
    NOTE = "note"  # worth knowing
    LOOK = "look"  # a person should look
    SEVERE = "severe"  # a release is refused while it stands


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in the evidence, or in a kept file.

    `rule` is the name under which the manual explains it; `about` is the deal or row; `message` says what is wrong and
    what to do; `where` is the file and line (or cell) when it was found in one.
    """

    about: str
    rule: str
    message: str
    severity: Severity = Severity.LOOK
    where: str = ""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sorted as problems compare, with each key made once: a large ledger has hundreds of thousands."""
    return tuple(sorted(problems, key=attrgetter("about", "rule", "message", "severity", "where")))
