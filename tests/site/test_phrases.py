"""What the measures say, said in Japanese and Russian: whole sentences or none, and no number lost on the way."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from warifu.ledger import open_ledger
from warifu.site import phrases
from warifu.terms.report import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def report(name: str) -> Report:
    return open_ledger(EXAMPLES / name).report


@pytest.mark.parametrize("language", phrases.LANGUAGES)
@pytest.mark.parametrize("name", ["us-japan-550", "phase-one"])
def test_every_title_question_and_assumption_is_known(name: str, language: str) -> None:
    for section in report(name).sections:
        for text in (section.title, section.question, section.assumption):
            if text:
                told = phrases.say(text, language)
                assert told is not None, text
                assert all(own for _, own in told), text


@pytest.mark.parametrize("language", phrases.LANGUAGES)
@pytest.mark.parametrize("name", ["us-japan-550", "phase-one"])
def test_what_a_section_says_is_said_in_the_language_with_every_number(name: str, language: str) -> None:
    for section in report(name).sections:
        told = phrases.say(section.says, language)
        assert told is not None, section.says
        whole = " ".join(part for part, _ in told)
        assert numbers(whole) == numbers(scaled(section.says) if language == "ja" else section.says), section.says


def numbers(text: str) -> list[str]:
    return sorted(found.replace(",", ".") for found in NUMBER.findall(text))


def scaled(text: str) -> str:
    """Sums as Japanese counts them: in millions of millions, hundreds of millions, or tens of thousands."""

    def told(found: re.Match[str]) -> str:
        whole = Decimal(found[1]) * {"tn": 10**12, "bn": 10**9, "m": 10**6}[found[2]]
        size = next(size for size in (10**12, 10**8, 10**4) if whole >= size)
        return f"{(whole / size).normalize():f}"

    return re.sub(r"([\d.]+) (tn|bn|m)\b", told, text)


def kept(name: str) -> str:
    """Every word that the workspace keeps: what may stay in the language it was written in."""
    folder = EXAMPLES / name
    paths = [folder / "programme.yaml", *folder.rglob("sheets/**/*.*"), *folder.rglob("reference/*.yaml")]
    words = " ".join(path.read_text("utf-8") for path in sorted(paths)).replace('""', '"')
    return re.sub(r"\s+", " ", words)


def shown(found: Report) -> Iterator[str]:
    """Every label of a report: what figures, units, pictures, axes, bars, lines, marks and columns are called."""
    for figure in found.figures:
        yield from (figure.label, figure.unit, figure.note)
    for series in found.series:
        yield from (series.title, series.says, series.x_title, series.y_title, series.unit)
        for point in series.points:
            yield from (point.at, point.group)
            if not series.id.endswith(
                ("/size", "/said", "/calendar", "/claims-counts", "/hoped-came", "/partner-shares")
            ):
                yield point.label  # in these the label is a title or somebody's words with a number
    for table in found.tables:
        yield from (table.title, table.says, *table.columns)
        if table.id.endswith(("/parts", "/choices-flips", "/linkage-never", "/ladder-pledged", "/conversion-at-risk")):
            yield from (cell for row in table.rows for cell in row)
    for section in found.sections:
        yield from (section.title, section.question, section.says, section.assumption, *section.warnings)
    for grid in found.grids:
        held = json.loads(grid.json)
        yield from (grid.title, held["label"], held["assumption"], *held["warnings"])
        yield from (axis["meaning"] for axis in held["axes"])
        yield from (item["title"] for item in held["mechanisms"])


@pytest.mark.parametrize("language", phrases.LANGUAGES)
@pytest.mark.parametrize("name", ["eight-point-plan", "us-japan-550", "phase-one"])
def test_no_english_is_left_but_the_words_that_the_workspace_keeps(name: str, language: str) -> None:
    ledger = open_ledger(EXAMPLES / name)
    areas = {area.names["en"]: (area.names["ja"], area.names["ru"]) for area in ledger.programme.areas}
    names, words = phrases.Names(areas), kept(name)
    left = []
    for text in dict.fromkeys((*(figure.label for figure in ledger.scored), *shown(ledger.report))):
        told = phrases.say(text, language, names) or ((text, False),)
        for part, own in told:
            bare = part.strip(" .")
            if not own and re.search("[a-z]{2}", bare) and bare not in words and not KNOWN_BY_ID.fullmatch(bare):
                left.append(text)
    assert not left, left


KNOWN_BY_ID = re.compile(r"[a-z]{2}-[a-z]?\d+|.* \([\d, ]+ EUR\)")
"""Rows are named by their ids in every language."""


def test_a_list_of_labels_is_told_whole_or_not_at_all() -> None:
    assert phrases.say("currency: rate of the day; copies: every source counts", "ru") == (
        ("валюта: курс дня; копии: каждый источник считается", True),
    )
    assert phrases.say("currency: rate of the day; copies: by the moon", "ru") is None
    assert phrases.say("JP press, third scholarship", "ja") == (("日本・報道、第三者・研究", True),)
    assert phrases.say("USD 4.42 bn", "ja") == (("USD 44.2億", True),)
    assert phrases.say("EUR 200 m", "ja") == (("EUR 2億", True),)


def test_a_text_begun_by_a_label_ends_in_its_own_words() -> None:
    assert phrases.say("What came of what was hoped for: a bridge", "ja") == (
        ("期待のうち実現したもの:", True),
        ("a bridge", False),
    )


def test_a_sentence_that_is_not_known_stays_english_and_says_so() -> None:
    told = phrases.say("Silence is not denial. Nobody has ever written this sentence before.", "ja")
    assert told == (("沈黙は否定ではない。", True), ("Nobody has ever written this sentence before.", False))
    assert phrases.say("Nobody has ever written this sentence before.", "ru") is None
    assert phrases.say("Silence is not denial.", "en") is None


@pytest.mark.parametrize(("english", "ja", "ru"), [*phrases.PATTERNS, *phrases.PARTS])
def test_a_pattern_has_the_same_places_in_each_language(english: str, ja: str, ru: str) -> None:
    places = set(re.findall(r"\{(\w+)\}", english))
    assert set(re.findall(r"\{(\w+)\}", ja)) <= places
    assert set(re.findall(r"\{(\w+)\}", ru)) <= places


def test_a_pattern_takes_no_second_sentence_into_a_place() -> None:
    told = phrases.say("Owner: cannot tell. 9 deals: below 12 there is only the plot.", "ru")
    assert told is not None
    assert len(told) == 2
    assert all(own for _, own in told)
