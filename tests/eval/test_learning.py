"""Weights can be learned anew from the marked set, and the same texts teach the same weights."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

READING = Path(__file__).parents[2] / "eval" / "reading"
pytest.importorskip("sklearn", reason="skipped: scikit-learn is not installed (the extra `learn`)")


def test_a_few_texts_teach_the_same_weights_twice() -> None:
    sys.path.insert(0, str(READING))
    import learn

    texts = learn.stories()[:40]
    taught = [learn.examples(text) for text in texts]
    once, again = learn.learn(taught), learn.learn(taught)
    assert learn.kept(once) == learn.kept(again)
    assert set(once.told.answers) == {"told", "not"}
    assert "signed" in once.stage.answers


def test_every_sentence_that_teaches_names_its_parties_as_they_stand() -> None:
    sys.path.insert(0, str(READING))
    import learn

    for file in sorted((READING / "sentences").glob("*.jsonl")):
        for one in learn.passages(file):
            for statement in one.gold.statements:
                assert all(party.name in one.body for party in statement.parties), one.gold.id
