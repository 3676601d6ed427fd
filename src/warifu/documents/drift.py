"""Figures that the copies of one original tell differently, matched by the words around them.

Copies are alike, so most of their figures stand among the same words: each such *telling* is looked at once, however
many documents carry it, and a set of documents is one number, a bit a document. So a thousand long copies cost little
more than ten.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from warifu.documents.figures import Figure, figures
from warifu.documents.fingerprint import stem

__all__ = ["Drift", "drifting_figures"]

SHARED: Final = 3
"""Words around two figures that must agree for the two to be one figure in two documents."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Two members of one group tell one figure differently.

    Attributes:
        kind: ``scale`` (same digits, other unit of size), ``decimal`` (same digits, moved point), ``measure`` (same
            number, other thing counted) or ``digits``.
        doc_id: The document whose figure is doubted here; where most sound documents agree, they are not doubted.
        start: Offset of the figure in it.
        end: Offset after it.
        words: The figure as it stands.
        other_id: The document that disagrees.
        other_words: The figure there.
        likely: The reading that most members carry; None where no reading has a majority.
    """

    kind: str
    doc_id: str
    start: int
    end: int
    words: str
    other_id: str
    other_words: str
    likely: str | None


Around = frozenset[tuple[bool, str]]
"""Stems of the words before a figure (True) and after it (False)."""
Telling = tuple[str, str, Decimal, str, str, Around]
"""A figure and the words around it, wherever they stand: words, digits, value, scale, measure, around."""


def drifting_figures(texts: Mapping[str, str], spun: Collection[str]) -> list[Drift]:
    """Figures that the members of one copy group tell differently.

    Args:
        texts: The members' texts by id.
        spun: The ids of those that are machine-spun.

    A drift says that two tellings disagree, not which is right. The likely reading is the one that more members carry
    than any other, a spun member counting for nothing; None where that does not decide.
    """
    names = sorted(texts)
    told = {name: [(one, _telling(texts[name], one)) for one in figures(texts[name])] for name in names}
    held: defaultdict[Telling, int] = defaultdict(int)
    first: dict[Telling, int] = {}
    for bit, name in enumerate(names):
        for one, telling in told[name]:
            held[telling] |= 1 << bit
            first[telling] = min(first.get(telling, one.start), one.start)
    sound = sum(1 << bit for bit, name in enumerate(names) if name not in spun)
    tellings = sorted(held, key=lambda telling: (first[telling], telling[:5], sorted(telling[5])))
    heard = {
        telling: _heard(telling, others, held, sound)
        for telling, others in zip(tellings, _counterparts(tellings), strict=True)
    }
    found = []
    for name in names:
        for one, telling in told[name]:
            against = heard[telling]
            if against is not None:
                kind, bit, words, likely = against
                found.append(Drift(kind, name, one.start, one.end, one.words, names[bit], words, likely))
    return found


def _heard(
    mine: Telling, others: Iterable[Telling], held: Mapping[Telling, int], sound: int
) -> tuple[str, int, str, str | None] | None:
    """How the first document that disagrees with a telling disagrees: kind, its bit, its words, the likely reading.

    Each document is heard once, with its nearest telling.
    """
    covered = held[mine]
    votes = [(mine, covered & sound)]
    worst: tuple[int, str, str] | None = None
    for other in others:
        fresh = held[other] & ~covered
        if fresh:
            covered |= fresh
            votes.append((other, fresh & sound))
            kind, bit = _disagreement(mine, other), (fresh & -fresh).bit_length() - 1
            if kind is not None and (worst is None or bit < worst[0]):
                worst = (bit, kind, other[0])
    if worst is None:
        return None
    reading = _majority(votes)
    if reading == _reading(mine) and worst[1] != "measure":
        return None  # most say what this one says: the others are doubted, and name it
    words = {_reading(telling): telling[0] for telling, _ in reversed(votes)}
    return worst[1], worst[0], worst[2], None if reading is None else words[reading]


def _telling(text: str, figure: Figure) -> Telling:
    """The figure with the stems of the four longer words before it, and of the four after it."""
    before = re.findall(r"[^\W\d_]{3,}", text[max(figure.start - 90, 0) : figure.start])[-4:]
    after = re.findall(r"[^\W\d_]{3,}", text[figure.end : figure.end + 90])[:4]
    around = frozenset(
        {(True, stem(word.lower())) for word in before} | {(False, stem(word.lower())) for word in after}
    )
    return figure.words, figure.digits, figure.value, figure.scale, figure.measure, around


def _counterparts(tellings: Sequence[Telling]) -> Iterator[list[Telling]]:
    """For each telling the ones that stand in the same place, the nearest first, an agreeing one before a differing."""
    index: defaultdict[tuple[bool, str], list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        for word in telling[5]:
            index[word].append(at)
    for mine in tellings:
        shared = Counter(at for word in mine[5] for at in index[word])
        ranked = []
        for at, count in shared.items():
            if count >= SHARED:
                other = tellings[at]
                agrees = _disagreement(mine, other) is None
                ranked.append((-(count + 2 * agrees), other[1] != mine[1], at))
        yield [tellings[at] for _, _, at in sorted(ranked)]


def _disagreement(one: Telling, other: Telling) -> str | None:
    _, digits, value, scale, measure, _ = one
    _, its_digits, its_value, its_scale, its_measure, _ = other
    if value == its_value:
        return None if scale or its_scale or _kin(measure, its_measure) else "measure"
    if digits == its_digits:
        return "scale" if scale != its_scale else "decimal"
    return None if (measure == "%") != (its_measure == "%") else "digits"


def _kin(left: str, right: str) -> bool:
    times = ("minut", "hour", "day", "week", "month", "year", "cent", "%")
    named = [next((time for time in times if word.startswith(time)), None) for word in (left, right)]
    return None in named or named[0] == named[1]


def _reading(telling: Telling) -> tuple[Decimal, bool]:
    return telling[2], telling[4] == "%"


def _majority(votes: Sequence[tuple[Telling, int]]) -> tuple[Decimal, bool] | None:
    """The reading that more sound documents carry than any other."""
    counts: Counter[tuple[Decimal, bool]] = Counter()
    for telling, documents in votes:
        if documents:
            counts[_reading(telling)] += documents.bit_count()
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
