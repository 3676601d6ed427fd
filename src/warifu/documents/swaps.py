"""Is a text its relative with the words swapped? What a spinner did, told from the two side by side.

A light spin leaves too little in one text to call it spun. Beside a copy that is not spun the swaps themselves can be
read off: the two are aligned, and each place where a word or a few stand for others is weighed by `wording`, what
stands there now against what stood there. People, translators and editors swap as well, but not all one way.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from warifu.documents.wording import change, tokens

__all__ = ["Swap", "Swaps", "swaps"]

GAIN: Final = 5.0
"""Weight that all swaps together must bring. On the half of the texts that is for setting limits, of 1,400 pairs of
translations of one text by different machines and people none brought more than 4.6, and of 850 pairs of edited,
scanned or retold texts none more than 2.5."""
FEWEST: Final = 5
"""Fewest swaps that speak for a spinner."""
WIDEST: Final = 4
"""More words than this in place of others are a passage rewritten, no swap."""
LONGEST: Final = 2500
"""Words of each text that are looked at."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Words that stand in a text where its relative has others.

    Attributes:
        start: Offset of the words in the text.
        end: Offset after them.
        words: The words.
        instead_of: What the relative has there.
        gain: How much more they weigh for the family, 0 for a swap that anybody could make.
    """

    start: int
    end: int
    words: str
    instead_of: str
    gain: float


@dataclass(frozen=True, slots=True)
class Swaps:
    """All swaps between a text and its relative, for the family of spinners for which they speak most.

    Attributes:
        family: The family.
        gain: Sum of the gains, those below 0 too.
        swaps: The swaps that speak for the family, the heaviest first.
    """

    family: str
    gain: float
    swaps: tuple[Swap, ...]

    @property
    def is_spun(self) -> bool:
        return self.gain >= GAIN and len(self.swaps) >= FEWEST


def swaps(text: str, relative: str) -> Swaps:
    """What `text` has in place of the words of `relative`, weighed for the likeliest family of spinners."""
    mine, theirs = tokens(text)[:LONGEST], tokens(relative)[:LONGEST]
    aligned = SequenceMatcher(None, [one.low for one in theirs], [one.low for one in mine], autojunk=False)
    gains: dict[str, float] = {}
    found: dict[str, list[Swap]] = {}
    for kind, i, i_end, j, j_end in aligned.get_opcodes():
        if kind != "replace" or i_end - i > WIDEST or j_end - j > WIDEST:
            continue
        old, new = theirs[i:i_end], mine[j:j_end]
        if not all(token.word.isalpha() and token.word.islower() for token in [*old, *new]):
            continue
        start, end = new[0].start, new[-1].end
        before = relative[old[0].start : old[-1].end]
        for family, gain in change(theirs[max(i - 2, 0) : i_end + 2], mine[max(j - 2, 0) : j_end + 2]).items():
            gains[family] = gains.get(family, 0.0) + gain
            if gain > 0.2:
                found.setdefault(family, []).append(Swap(start, end, text[start:end], before, round(gain, 2)))
    family = max(sorted(gains), key=lambda name: gains[name], default="")
    ones = sorted(found.get(family, ()), key=lambda one: (-one.gain, one.start))
    return Swaps(family, round(gains.get(family, 0.0), 2), tuple(ones))
