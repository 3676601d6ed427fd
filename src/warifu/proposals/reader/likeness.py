"""Whether two names that no table knows are one body: word by word, without legal forms, and shy of false matches.

Measured by `eval/names/run.py` on labelled pairs. One word that differs is enough to part two names, unless it is the
same word misspelt; a short form is one with its long form only if it begins it.
"""
# ruff: noqa: E501 - patterns read better on one line

from __future__ import annotations

import re
from typing import Final

from rapidfuzz import fuzz

from warifu.proposals.reader.page import folded
from warifu.proposals.reader.table import EAST, WORD, key

SAME_WORD: Final = 86.0
"""Likeness of two words (0 to 100) from which one may be the other misspelt, if they are long."""
LONG: Final = 6

_FORMS: Final = re.compile(
    r"(?<![^\W_])(?:limited liability company|open joint stock company|public joint stock company|closed joint stock company|joint stock company|"
    r"общество с ограниченной ответственностью|открытое акционерное общество|публичное акционерное общество|закрытое акционерное общество|акционерное общество|"
    r"aktiengesellschaft|gesellschaft mit beschränkter haftung|société anonyme|societatea cu răspundere limitată|sociedad anónima|"
    r"ltd|limited|llc|llp|inc|incorporated|corp|corporation|company|co|plc|gmbh|ag|kg|sa|s\.a|spa|srl|bv|nv|ab|asa|as|oy|oyj|jsc|ojsc|pjsc|cjsc|oao|pao|zao|ooo|ano|pte|pty|sdn|bhd|berhad|holdings?|group|the|ооо|оао|пао|зао|ао|гк|нк)(?![^\W_])\.?",
    re.I,
)  # fmt: skip
_EAST_FORMS: Final = re.compile(
    r"株式会社|有限責任会社|有限会社|合同会社|独立行政法人|\(株\)|有限公司|股份|주식회사|\(주\)"
)


def words_of(name: str) -> tuple[str, ...]:
    """The words that tell a name from others: initials joined, legal forms and marks left out."""
    plain = re.sub(
        r"\b(?:[A-Za-zА-ЯЁ]\.\s?){2,}", lambda match: match[0].replace(".", "").replace(" ", "") + " ", folded(name)
    )
    bare = _FORMS.sub(" ", re.sub(r"[\"«»“”'’().,]", " ", plain))
    found = tuple(key(match[0]) for match in WORD.finditer(bare))
    return found or tuple(key(match[0]) for match in WORD.finditer(plain))


def alike(one: str, other: str) -> bool:
    """Whether two names are one body by their words alone."""
    if EAST.search(one) or EAST.search(other):
        mine, theirs = (_EAST_FORMS.sub("", "".join(folded(name).split())) for name in (one, other))
        brief, full = sorted((mine, theirs), key=len)
        return len(brief) >= 2 and (brief == full or (len(brief) >= 3 and brief in full))
    left, right = words_of(one), words_of(other)
    if not left or not right:
        return False
    if "".join(left) == "".join(right):
        return True
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == len(longer):
        return all(_same(a, b) for a, b in zip(sorted(left), sorted(right), strict=True))
    begins = longer[: len(shorter)] == shorter
    return begins and len("".join(shorter)) >= 5


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < LONG or one[0] != other[0]:
        return False
    return fuzz.ratio(one, other) >= SAME_WORD
