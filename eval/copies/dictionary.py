"""The dictionaries of the spinners: what stands for what, beside the tics of `spinner.py`.

``wordswap`` swaps words one for one, as an English text looks that was turned into another language and back word by
word; its table is `one-for-one.txt`. ``essay`` takes any synonym of any sense out of WordNet and puts the old ending
on it; ``synonym`` takes one of the commonest sense. WordNet is read where it is installed (Debian: wordnet-base, or
``WORDNET=folder``); without it those two families have their tics alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

__all__ = ["ONE_FOR_ONE", "inflected", "lemma", "synonyms"]

HERE = Path(__file__).resolve().parent


ONE_FOR_ONE: Mapping[str, tuple[str, ...]] = {
    word: tuple(others.replace("_", " ").split("|"))
    for word, _, others in (row.partition(":") for row in (HERE / "one-for-one.txt").read_text("utf-8").split())
}
"""Word to what it becomes."""

Senses = tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def synonyms() -> Mapping[str, Senses]:
    """Of each word of WordNet its senses, the commonest of each part of speech first, each with its other words."""
    folder = Path(os.environ.get("WORDNET", "/usr/share/wordnet"))
    found: dict[str, list[tuple[str, ...]]] = {}
    for part in ("noun", "verb", "adj", "adv"):
        if not (folder / f"data.{part}").exists():
            return {}
        sets = {
            line.split(" ", 1)[0]: _members(line)
            for line in (folder / f"data.{part}").read_text("latin-1").splitlines()
            if not line.startswith(" ")
        }
        for line in (folder / f"index.{part}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split()
            senses = [tuple(w for w in sets[at] if w != cells[0]) for at in cells[-int(cells[2]) :]]
            found.setdefault(cells[0], []).extend(others for others in senses if others)
    return {word: tuple(senses) for word, senses in found.items() if senses}


def _members(line: str) -> tuple[str, ...]:
    cells = line.split()
    words = (cells[4 + 2 * at] for at in range(int(cells[3], 16)))
    return tuple(re.sub(r"\(\w+\)$", "", word).replace("_", " ") for word in words)


_ENDINGS = (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ing", "e"), ("ing", ""), ("ed", "e"), ("ed", ""))


def lemma(word: str) -> tuple[str, str]:
    """The word in WordNet behind a form, and the ending that was taken off; the word itself where none is."""
    known = synonyms()
    if word in known:
        return word, ""
    for ending, back in _ENDINGS:
        if word.endswith(ending) and word[: -len(ending)] + back in known:
            return word[: -len(ending)] + back, {"ies": "s", "es": "s"}.get(ending, ending)
    return word, ""


def inflected(word: str, ending: str) -> str:
    """`word` with an ending put on as a machine does, right or wrong."""
    if not ending:
        return word
    return (word[:-1] if word.endswith("e") and ending != "s" else word) + ending
