"""How odd the joints of a text are: words and pairs that a family of spinners leaves and honest writers seldom do.

A spinner's dictionary holds tens of thousands of swaps; the table of `signatures` holds the ones that prove
something alone. Here the many that prove little alone are added up. Only common words are seen (names, figures and rare
words are masked, these but for their endings), so that a topic counts for nothing. The table of phrases and weights,
`data/wording-en.tsv`, is made by `eval/copies/train.py` from honest texts and from spins of the same texts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

__all__ = ["Wording", "phrases", "wordings"]

_TOKEN: Final = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text's wording says for one family of spinners.

    Attributes:
        family: The family.
        weight: Sum of the weights of its phrases that stand in the text, each word once.
        limit: From this weight on the text is spun: of the honest texts set aside for it one in 10,000 reaches it.
        odd: The heaviest phrases and where they first stand: start, end, weight.
    """

    family: str
    weight: float
    limit: float
    odd: tuple[tuple[int, int, float], ...]


def phrases(text: str) -> dict[str, tuple[int, int]]:
    """The masked words and pairs of words of a text, each with the place where it first stands."""
    common = _common()
    found: dict[str, tuple[int, int]] = {}
    before, before_start = "", 0
    for match in _TOKEN.finditer(text):
        word = match.group(0)
        low = word.lower().replace("’", "'")
        if word[0].isdigit():
            shown = "0"
        elif not word[0].isalpha():
            shown = word if word in ".,;:%$?!" else "-"
        elif low in common:
            shown = low if word[0].islower() else f"^{low}"
        else:
            shown = "^" if word[0].isupper() else f"~{low[-3:]}"
        found.setdefault(shown, match.span())
        if before:
            found.setdefault(f"{before} {shown}", (before_start, match.end()))
        before, before_start = shown, match.start()
    return found


def weighed(found: Mapping[str, tuple[int, int]], weights: Mapping[str, float]) -> list[tuple[float, int, int]]:
    """The phrases that count: weight, start and end, the heaviest first.

    A word counts once, in its heaviest phrase: a text about the universe says “universe” many times, and one swap
    stands in two pairs.
    """
    function = _function()
    hits = sorted(
        ((-weights[phrase], phrase) for phrase in found.keys() & weights.keys()), key=lambda hit: (hit[0], hit[1])
    )
    kept: list[tuple[float, int, int]] = []
    used: set[str] = set()
    for negative, phrase in hits:
        start, end = found[phrase]
        words = {word.lstrip("^") for word in phrase.split()} - function
        if words & used or any(start < b and a < end for _, a, b in kept):
            continue
        used |= words
        kept.append((-negative, start, end))
    return kept


def wordings(text: str, most: int = 8) -> list[Wording]:
    """The weight of the text's wording for each family, the strongest for its limit first."""
    found = phrases(text)
    made = []
    for family, (limit, weights) in _table().items():
        kept = weighed(found, weights)
        odd = tuple((start, end, weight) for weight, start, end in kept[:most])
        made.append(Wording(family, round(sum(weight for weight, _, _ in kept), 3), limit, odd))
    return sorted(made, key=lambda one: (-one.weight / one.limit, one.family))


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[float, Mapping[str, float]]]:
    limits: dict[str, float] = {}
    weights: dict[str, dict[str, float]] = {}
    lines = files("warifu.documents").joinpath("data/wording-en.tsv").read_text(encoding="utf-8").splitlines()
    for family, phrase, weight in (line.split("\t") for line in lines if line and not line.startswith("#")):
        if phrase == "LIMIT":
            limits[family] = float(weight)
        else:
            weights.setdefault(family, {})[phrase] = float(weight)
    return {family: (limit, weights[family]) for family, limit in limits.items()}


@lru_cache(maxsize=1)
def _function() -> frozenset[str]:
    """The commonest words and the masks: two phrases that share only these are two."""
    return frozenset([*_words()[:150], "", "0", "-", *".,;:%$?!"])


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(_words())


@lru_cache(maxsize=1)
def _words() -> list[str]:
    lines = files("warifu.documents").joinpath("data/common-words-en.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
