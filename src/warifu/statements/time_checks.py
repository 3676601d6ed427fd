"""Checks of time: acts out of order, before their day, after their source, and deals of which nobody hears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warifu.statements.course import silent_since
from warifu.statements.rules import Evidence, at_deal, at_row
from warifu.terms.codelist import Stage, Status, SumKind
from warifu.terms.deal import ORDER
from warifu.terms.problem import Problem, Severity
from warifu.terms.statement import PaperTold, StageTold, StatusTold, SumTold

WISHES: Final = frozenset({SumKind.PLEDGE, SumKind.HOPED, SumKind.COST, SumKind.CEILING})
"""Sums that look ahead: their day may lie after their source, or after the reader."""

FIRM: Final = (Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED, Stage.DELIVERED)
BEFORE: Final = (Stage.SIGNED, Stage.FINANCED)
"""Stages that later ones cannot come before: what is paid was signed, what is delivered was paid or signed."""

YEAR: Final = re.compile(r"(?<![0-9])(1[89]|20|21)[0-9]{2}(?![0-9])|(令和|平成|昭和)")
DAY_AND_MONTH: Final = re.compile(
    r"""
    \b[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:January|February|March|April|May|June|July|August|September|October
        |November|December)\b
  | \b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+[0-9]{1,2}\b
  | \b[0-9]{1,2}\s+(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)\b
  | [0-9０-９]{1,2}月[0-9０-９]{1,2}日
    """,
    re.VERBOSE | re.IGNORECASE,
)


def stalled_before_commitment(evidence: Evidence) -> Iterator[Problem]:
    """The work stalled before anything was signed."""
    for reading in evidence.readings:
        stalled = [item for item, told in reading.statuses if told.status is Status.STALLED]
        if stalled and not reading.at(*FIRM):
            yield at_row(stalled[0], "stalled-before-commitment", (
                "the work is told to have stalled, but nothing was ever signed: was it under way at all?"
            ), Severity.NOTE)  # fmt: skip


def stage_out_of_order(evidence: Evidence) -> Iterator[Problem]:
    """A later stage is dated before an earlier one of the same chain (financed before signed)."""
    for reading in evidence.readings:
        for early in BEFORE:
            days = [item.on.first for item in reading.at(early) if item.on is not None]
            if not days:
                continue
            first = min(days)
            for item, told in reading.stages:
                later = told.stage is not Stage.CANCELLED and ORDER[told.stage] > ORDER[early]
                if later and item.on is not None and item.on.last < first:
                    yield at_row(item, "stage-out-of-order", (
                        f"{told.stage} on {item.on}, but first {early} on {first}: "
                        "one of the dates is wrong, or it is another deal's"
                    ))  # fmt: skip


def dated_after_publication(evidence: Evidence) -> Iterator[Problem]:
    """A source tells as done an act that lies after the day it was published."""
    for reading in evidence.readings:
        for item in reading.statements:
            if item.on is None or item.published is None or not item.source:
                continue
            plan = isinstance(item.told, SumTold) and item.told.kind in WISHES
            if not plan and item.on.first > item.published.last:
                yield at_row(item, "dated-after-publication", (
                    f"{item.source}, published {item.published}, is given for an act of {item.on}: "
                    "the day is wrong, or it was a plan and no act"
                ))  # fmt: skip


def in_the_future(evidence: Evidence) -> Iterator[Problem]:
    """An act dated after the reader's day: a plan coded as done."""
    for reading in evidence.readings:
        for item in reading.statements:
            if item.on is None or not item.on.surely_after(evidence.as_of):
                continue
            act = isinstance(item.told, StageTold | StatusTold | PaperTold) or (
                isinstance(item.told, SumTold) and item.told.kind not in WISHES
            )
            if act:
                yield at_row(item, "in-the-future", (
                    f"the act is dated {item.on}, after {evidence.as_of}: correct the day, or code a plan as proposed"
                ), Severity.SEVERE)  # fmt: skip


def day_without_year(evidence: Evidence) -> Iterator[Problem]:
    """A quote tells a day and no year, its source has no date, and yet the row has a year."""
    for reading in evidence.readings:
        for item in reading.statements:
            if item.on is None or not item.quote or item.published is not None:
                continue
            if DAY_AND_MONTH.search(item.quote) and not YEAR.search(item.quote):
                yield at_row(item, "day-without-year", (
                    f"the quote tells a day and no year, and {item.source or 'its source'} has no date, but the row "
                    f"says {item.on}: find the year, or leave on empty; never take it from an address"
                ))  # fmt: skip


def silent_deal(evidence: Evidence) -> Iterator[Problem]:
    """Open, and no news or look for twelve months."""
    for reading in evidence.readings:
        last = silent_since(reading, evidence.as_of)
        if last is not None:
            yield at_deal(reading.case, "silent-deal", (
                f"nothing heard and nobody looked since {last}: look, and record what was found or that nothing was"
            ), Severity.NOTE)  # fmt: skip
