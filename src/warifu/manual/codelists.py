"""The page of codelists: every word with its meaning in three languages and the nearest term of other lists."""

from __future__ import annotations

import inspect
from enum import StrEnum
from itertools import groupby

from warifu.terms.codelist import MEANINGS, Meaning

INTRO = """# Codelists

After reading this page you know what each word in a sheet, a table or an export means, and which word of IATI, the
OECD, PLOVER or TUFF comes nearest.

Five questions have five fields: *form* (what paper is it?), *instrument* (how does value move?), *stage* (what has
happened?), *status* (how does the work go?) and *binding* (does the paper bind, as the paper or a side says?). Each sum
has a *kind*; kinds are never added to each other. An empty cell means that the other list has nothing near.

This page is made by `python -m warifu.manual`; change `src/warifu/terms/meanings.py` instead of it.
"""

NEAR = ("IATI 2.03", "OECD", "CAMEO", "PLOVER", "TUFF")


def page() -> str:
    """The whole page as Markdown."""
    parts = [INTRO]
    for kind, words in groupby(MEANINGS, key=type):
        parts.append(section(kind, list(words)))
    return "\n".join(parts)


def section(kind: type[StrEnum], words: list[StrEnum]) -> str:
    cells = [_near(MEANINGS[word]) for word in words]
    columns = [name for index, name in enumerate(NEAR) if any(near[index] for near in cells)]
    wanted = [NEAR.index(name) for name in columns]
    rows = [
        [f"`{word}`", meaning.text, f"{meaning.ja}: {meaning.text_ja}", f"{meaning.ru}: {meaning.text_ru}"]
        + [_near(meaning)[index] for index in wanted]
        for word in words
        for meaning in [MEANINGS[word]]
    ]
    header = ["word", "meaning", "日本語", "русский", *columns]
    lines = [f"## {title(kind)}", ""]
    question = inspect.getdoc(kind)
    if question and not question.startswith("StrEnum"):
        lines += [question, ""]
    lines += [_row(header), _row(["---"] * len(header)), *(_row(row) for row in rows), ""]
    return "\n".join(lines)


def title(kind: type[StrEnum]) -> str:
    """SumKind as "Sum kind"."""
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind.__name__)
    return spaced.strip().capitalize()


def _near(meaning: Meaning) -> tuple[str, ...]:
    return (meaning.iati, meaning.oecd, meaning.cameo, meaning.plover, meaning.tuff)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
