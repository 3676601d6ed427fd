"""Floors under the finding of copies and spun texts; `python eval/copies/run.py` prints the whole report.

Only the stories of `eval/copies` are read here, so that this runs anywhere in seconds. Raise a floor when a change
earns it; only a person lowers one.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "eval" / "copies"))

import run

from warifu.documents.spun import judge

FLOORS = {
    "cut": 0.98, "exact": 1.0, "syndicated": 0.98, "rewritten": 0.75, "translated": 0.9, "spun-filler": 0.98,
    "spun-synonym": 0.98, "spun-essay": 0.98, "spun-wordswap": 0.98,
}  # fmt: skip


@pytest.fixture(scope="module")
def report() -> dict[str, object]:
    return run.grouping_report(run.labelled(), [])


def test_groups_of_labelled_texts_are_right(report: dict[str, float]) -> None:
    assert report["f1"] >= 0.98
    assert report["precision"] >= 0.99


def test_copies_whose_relative_is_there_are_found(report: dict[str, dict[str, tuple[int, int]]]) -> None:
    rates = {made: found / of for made, (found, of) in report["copies"].items()}
    assert {made: rates[made] for made, floor in FLOORS.items() if rates[made] < floor} == {}
    hits = [sum(side) for side in zip(*report["copies"].values(), strict=True)]
    assert hits[0] / hits[1] >= 0.97


def test_independent_reports_of_one_event_are_not_merged(report: dict[str, object]) -> None:
    assert report["merged"] == []


def test_pages_of_the_seeds_family_are_found() -> None:
    pages = [text for family, text in run.spun_pages(seeds=[0]) if family == "filler"]
    assert sum(judge(text).verdict == "spun" for text in pages) >= 0.85 * len(pages)


def test_pages_swapped_word_for_word_are_found() -> None:
    """The other families take their synonyms out of WordNet, which is not here; `run.py` reports on them."""
    english = [" ".join(story["text"].split()) for story in run.stories() if story.get("language", "en") == "en"]
    pages = [run.spin(f"{a}\n\n{b}", "wordswap", 0, 2.0) for a, b in zip(english[::2], english[1::2], strict=False)]
    assert sum(judge(text).verdict == "spun" for text in pages) >= 0.95 * len(pages)


def test_mosaics_are_found_and_nothing_else_is_called_one() -> None:
    found = run.mosaic_report(run.labelled())
    assert found["copied"][0] >= 0.95 * found["copied"][1]
    assert found["right originals named"][0] >= 0.9 * found["right originals named"][1]
    assert found["others called mosaics"][0] == 0


def test_honest_copies_are_not_called_spun_beside_their_original() -> None:
    pairs = [(run.syndicated(text, "en"), text) for story in run.stories()[:12] if (text := story["text"])]
    pairs += [(story["rewrite"], story["text"]) for story in run.stories() if "rewrite" in story]
    assert not any(run.beside(pair) for pair in pairs)


def test_pages_spun_by_hand_are_found() -> None:
    rows = run.yaml.safe_load((run.HERE / "hand.yaml").read_text("utf-8"))
    assert all(judge(row["text"]).verdict == "spun" for row in rows)


def test_no_honest_story_is_flagged() -> None:
    honest = run.own_honest(run.labelled())
    assert [text[:60] for _, text in honest if judge(text).verdict == "spun"] == []
    assert sum(judge(text).verdict == "suspect" for _, text in honest) <= 1
