"""How odd the wording of a text is: words and runs of words that spinners leave and honest writers seldom do.

A spinner's dictionary holds tens of thousands of swaps; the table of `signatures` holds the ones that prove something
alone. Here the many that prove little alone are added up. Only common words and words that spinners bring in are seen
(names, figures and other rare words are masked, these but for their endings), so that a topic counts for nothing. The
table of phrases and weights, `data/wording-en.tsv`, is made by `eval/copies/train.py` from honest texts and from spins
of the same texts.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import fsum
from typing import Final, NamedTuple

__all__ = ["Table", "Token", "Wording", "change", "phrases", "read_table", "tokens", "wordings"]

_TOKEN: Final = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+|[^\w\s]")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a text's wording says for one family of spinners.

    Attributes:
        family: The family.
        weight: Sum of the weights of the phrases that stand in the text, each once; below 0 it speaks for honesty.
        limit: From this weight on the text is spun: no honest text set aside for it reached it.
        suspect: From this weight on it is suspect: one honest text in 1,000 reaches it.
        odd: The heaviest phrases and where they first stand: start, end, weight.
    """

    family: str
    weight: float
    limit: float
    suspect: float
    odd: tuple[tuple[int, int, float], ...]


@dataclass(frozen=True, slots=True)
class _Family:
    bias: float
    limit: float
    suspect: float
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Table:
    """Phrases and what they weigh, by family."""

    lexicon: frozenset[str]
    families: Mapping[str, _Family]


class Token(NamedTuple):
    """A word, figure or mark: as written, in small letters, and its place."""

    word: str
    low: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The words, figures and marks of a text, in order."""
    return [
        Token(word := match.group(0), word.lower().replace("’", "'"), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    ]


def phrases(text: str, lexicon: Collection[str]) -> dict[str, Span]:
    """The masked words, pairs and triples of words of a text, each with the place where it first stands.

    Args:
        text: The text.
        lexicon: Words that are seen beside the common ones.
    """
    return _phrases(tokens(text), lexicon)


def _phrases(run: Iterable[Token], lexicon: Collection[str]) -> dict[str, Span]:
    common = _common()
    found: dict[str, Span] = {}
    last: list[tuple[str, int]] = []
    for word, low, start, end in run:
        if word[0].isdigit():
            shown = "0"
        elif not word[0].isalpha():
            shown = word if word in ".,;:%$?!" else "-"
        elif low in common or low in lexicon:
            shown = low if word[0].islower() else f"^{low}"
        else:
            shown = "^" if word[0].isupper() else f"~{low[-3:]}"
        phrase = shown
        found.setdefault(phrase, (start, end))
        for before, first in reversed(last):
            phrase = f"{before} {phrase}"
            found.setdefault(phrase, (first, end))
        last = [*last[-1:], (shown, start)]
    return found


def change(old: Sequence[Token], new: Sequence[Token]) -> dict[str, float]:
    """How much more the phrases of one run of words weigh than those of another, by family."""
    table = _table()
    before, after = (_phrases(run, table.lexicon).keys() for run in (old, new))
    gone, come = before - after, after - before
    return {
        name: sum(family.weights.get(phrase, 0.0) for phrase in come)
        - sum(family.weights.get(phrase, 0.0) for phrase in gone)
        for name, family in table.families.items()
    }


def wordings(text: str, most: int = 8, table: Table | None = None) -> list[Wording]:
    """The weight of the text's wording for each family, the strongest for its limit first.

    Args:
        text: The text.
        most: How many of the heaviest phrases to name.
        table: Another table than the one that ships.
    """
    table = table or _table()
    found = phrases(text, table.lexicon)
    made = []
    for name, family in table.families.items():
        hits = [(family.weights[phrase], found[phrase]) for phrase in found.keys() & family.weights.keys()]
        weight = fsum((family.bias, *(weight for weight, _ in hits)))  # exact, so that the order of a set never shows
        odd = _apart(sorted(hits, key=lambda hit: (-hit[0], hit[1])), most)
        made.append(Wording(name, round(weight, 3), family.limit, family.suspect, odd))
    return sorted(made, key=lambda one: (one.limit - one.weight, one.family))


def _apart(hits: list[tuple[float, Span]], most: int) -> tuple[tuple[int, int, float], ...]:
    """The first of the hits that lie apart from each other."""
    kept: list[tuple[int, int, float]] = []
    for weight, (start, end) in hits:
        if len(kept) == most or weight <= 0:
            break
        if not any(start < other_end and other_start < end for other_start, other_end, _ in kept):
            kept.append((start, end, weight))
    return tuple(kept)


@lru_cache(maxsize=1)
def _table() -> Table:
    return read_table(files("warifu.documents").joinpath("data/wording-en.tsv").read_text(encoding="utf-8"))


def read_table(written: str) -> Table:
    """A table as `eval/copies/train.py` writes it."""
    lexicon: frozenset[str] = frozenset()
    heads: dict[str, dict[str, float]] = {}
    weights: dict[str, dict[str, float]] = {}
    lines = written.splitlines()
    for family, phrase, weight in (line.split("\t") for line in lines if line and not line.startswith("#")):
        if family == "LEXICON":
            lexicon = frozenset(phrase.split())
        elif phrase in ("BIAS", "LIMIT", "SUSPECT"):
            heads.setdefault(family, {})[phrase.lower()] = float(weight)
        else:
            weights.setdefault(family, {})[phrase] = float(weight)
    return Table(lexicon, {name: _Family(**head, weights=weights[name]) for name, head in heads.items()})


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lines = files("warifu.documents").joinpath("data/common-words-en.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
