"""Single sentences of three languages, each with the instrument and stage that a careful reader takes from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.proposals.evaluation.convert import to_gold
from warifu.proposals.reader import Page, read

HERE = Path(__file__).parent / "sentences"
FLOORS = {"english": ("en", 0.80), "russian": ("ru", 0.72), "japanese": ("ja", 0.78)}
"""Share of sentences read exactly so; only a person may lower one."""


def told(text: str, language: str) -> list[str]:
    page = Page("d" * 64, text, "", "2020-06-15", language, spun="none")
    return sorted(f"{one.instrument}:{one.stage}" for one in to_gold("s", language, read(page)).statements)


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_most_single_sentences_are_read_as_they_were_meant(name: str) -> None:
    """A line is "instrument:stage" ("+" where the sentence tells of two, "-" for none), a tab, and the sentence."""
    language, floor = FLOORS[name]
    lines = [line.split("\t") for line in (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines() if line]
    wrong = []
    for wanted, sentence in lines:
        meant = [] if wanted == "-" else sorted(wanted.replace("letter:", "mou:").split("+"))
        if told(sentence, language) != meant:
            wrong.append((wanted, told(sentence, language), sentence))
    assert 1 - len(wrong) / len(lines) >= floor, wrong
