"""Is a text machine-spun? The signs, where they stand, and a verdict that names them.

Two kinds of evidence, each enough alone: rules that prove much by themselves (the table in `signatures`), and many
small oddities of wording that add up (`wording`); less of each is enough together. A verdict is about *known families*
of spinners: a fluent rewrite leaves no sign in itself and is found by its relatives (`copies.group`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from warifu.documents.literals import may_match, needed
from warifu.documents.signatures import SIGNATURES
from warifu.documents.wording import Wording, wordings

__all__ = ["Sign", "SpunVerdict", "judge", "signs"]

Verdict = Literal["spun", "suspect", "none"]

SPUN: Final = 3.5
"""Score of one family at which a text is spun: set on one half of the honest texts, reported on the other."""
SUSPECT: Final = 2.5
RATE: Final = 0.8
"""Least hits in 1,000 characters: a long honest text may hold any two odd phrases."""
SUSPECT_RATE: Final = 0.5
BOTH: Final = 1.5
"""Score of rules that, beside wording as odd as one honest text's in 1,000, make a text spun."""
_LATIN_SHARE: Final = 0.6
"""Below this share of Latin letters the table of English signatures does not apply."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One trace of a spinner in a text.

    Attributes:
        rule: The row of the table that found it.
        family: The family of spinners that leaves it, or ``any``.
        weight: What the row counts.
        start: Offset of its first character.
        end: Offset after its last character.
        words: The text between the two.
        meaning: What the trace stands for.
    """

    rule: str
    family: str
    weight: float
    start: int
    end: int
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SpunVerdict:
    """What the signs amount to.

    Attributes:
        verdict: ``spun``, ``suspect`` or ``none``.
        family: The family that explains most of the signs; None where there is no sign.
        score: Its score; two different rules are always needed.
        rate: Its signs in 1,000 characters.
        wording: Weight of its odd wording as a share of the limit from which a text is spun.
        signs: All signs, in order of place, of every family.
        reasons: One sentence a rule, the heaviest first.
    """

    verdict: Verdict
    family: str | None
    score: float
    rate: float
    wording: float
    signs: tuple[Sign, ...]
    reasons: tuple[str, ...]


def signs(text: str) -> list[Sign]:
    """Every trace of a known spinner in `text`, in order of place.

    A text in another script than Latin has none: the table knows English only.
    """
    if not _is_english(text):
        return []
    folded = text.casefold()
    found = [
        Sign(row.rule, row.family, row.weight, match.start(), match.end(), match.group(0).strip(), row.meaning)
        for row, words in zip(SIGNATURES, _needed(), strict=True)
        if may_match(words, folded)
        for match in row.pattern.finditer(text)
    ]
    return sorted(found, key=lambda sign: (sign.start, sign.end, sign.rule))


@lru_cache(maxsize=1)
def _needed() -> tuple[frozenset[str] | None, ...]:
    return tuple(needed(row.pattern) for row in SIGNATURES)


def _is_english(text: str) -> bool:
    """Whether the tables, which know English only, apply: by the share of Latin letters."""
    counts = [(character, count) for character, count in Counter(text).items() if character.isalpha()]
    letters = sum(count for _, count in counts)
    latin = sum(count for character, count in counts if character < "ɐ")
    return letters > 0 and latin >= _LATIN_SHARE * letters


def judge(text: str) -> SpunVerdict:
    """Say whether `text` is spun, and by which signs.

    Each rule counts its weight once, half again for a second hit and twice from the third on: a spinner is known by the
    variety of its traces, while an honest writer repeats one habit. Traces of no family count for each family.
    """
    found = signs(text)
    odd = wordings(text)[0] if _is_english(text) else None
    share = 0.0 if odd is None else max(odd.weight / odd.limit, 0.0)
    is_odd = odd is not None and odd.weight >= odd.suspect and odd.weight > odd.odd[0][2]  # no phrase proves it alone
    if not found and not is_odd:
        return SpunVerdict("none", None, 0.0, 0.0, round(share, 3), (), ())
    families = sorted({sign.family for sign in found} - {"any"}) or ["any"]
    scored = [(_score(found, family), family) for family in families]
    (score, rules, hits), family = max(scored, key=lambda pair: (pair[0][0], pair[1]))
    rate = 1000 * hits / max(len(text), 1)
    by_rules = rules >= 2 and score >= SPUN and rate >= RATE
    verdict: Verdict = "none"
    if by_rules or (is_odd and share >= 1) or (is_odd and score >= BOTH and rate >= RATE):
        verdict = "spun"
    elif is_odd or (rules >= 2 and score >= SUSPECT and rate >= SUSPECT_RATE):
        verdict = "suspect"
    if odd is not None and is_odd:
        found = sorted([*found, *_odd_signs(text, odd)], key=lambda sign: (sign.start, sign.end, sign.rule))
        family = family if by_rules else odd.family
    return SpunVerdict(verdict, family, score, rate, round(share, 3), tuple(found), tuple(_reasons(found)))


def _odd_signs(text: str, odd: Wording) -> list[Sign]:
    meaning = f"a phrase that spinners of this family ({odd.family}) leave and honest writers seldom do"
    return [
        Sign("odd-wording", odd.family, 0.5, start, end, text[start:end], meaning) for start, end, _ in sorted(odd.odd)
    ]


def _score(found: Sequence[Sign], family: str) -> tuple[float, int, int]:
    """Score, number of different rules and number of signs that speak for one family; a place counts once."""
    counts: dict[tuple[str, float], int] = {}
    taken: list[tuple[int, int]] = []
    for sign in sorted(found, key=lambda sign: (-sign.weight, sign.start, sign.rule)):
        if sign.family in (family, "any") and not any(a < sign.end and sign.start < b for a, b in taken):
            taken.append((sign.start, sign.end))
            key = (sign.rule, sign.weight)
            counts[key] = counts.get(key, 0) + 1
    score = sum(weight * (1.0, 1.5, 2.0)[min(hits, 3) - 1] for (_, weight), hits in counts.items())
    return score, len(counts), sum(counts.values())


def _reasons(found: Sequence[Sign]) -> list[str]:
    by_rule: dict[str, list[Sign]] = {}
    for sign in found:
        by_rule.setdefault(sign.rule, []).append(sign)
    rows = sorted(by_rule.values(), key=lambda hits: (-hits[0].weight * len(hits), hits[0].rule))
    return [
        f"{hits[0].rule}: {hits[0].meaning} (“{hits[0].words}”{f', {len(hits)} times' if len(hits) > 1 else ''})"
        for hits in rows
    ]
