"""Every word has a meaning in three languages, and the terms named beside it exist where they are said to."""

from __future__ import annotations

import csv
import gzip
import os
import re
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree

import pytest

from warifu.manual import codelists
from warifu.terms import words
from warifu.terms.codelist import MEANINGS, RANKS, Binding, Bound, Instrument, SourceKind, Status, SumKind

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("WARIFU_SHARED", ROOT.parent / "shared")) / "data"
LISTS = [
    kind
    for kind in vars(words).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
]
ALL = [word for kind in LISTS for word in kind]


def data(*parts: str) -> Path:
    path = DATA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"{path.name} is not at {path.parent}; set WARIFU_SHARED to the folder that holds data/")
    return path


@pytest.mark.parametrize("word", ALL, ids=lambda word: f"{type(word).__name__}-{word.name}")
def test_every_word_has_a_meaning_in_english_japanese_and_russian(word: StrEnum) -> None:
    meaning = MEANINGS[word]
    assert meaning.text.endswith(".")
    assert meaning.text_ja.endswith("。")
    assert meaning.text_ru.endswith(".")
    assert re.search(r"[ぁ-んァ-ヶ一-龯]|SNS", meaning.ja + meaning.text_ja)
    assert re.fullmatch(r"[А-Яа-яЁё ,.]+", meaning.ru)
    assert re.search(r"[А-Яа-яЁё]", meaning.text_ru)


def test_no_meaning_is_left_over() -> None:
    assert len(MEANINGS) == len(ALL) == len(list(MEANINGS))


def test_two_lists_may_share_a_word_and_keep_their_own_meanings() -> None:
    """
    Keyed by the word alone, "unknown" of `binding` took the place of "unknown" of `status`, and "ceiling" of the bounds
    that of the kinds of sum: the page of codelists told the meaning of another list.
    """
    assert MEANINGS[SumKind.CEILING].text == "A bound on what may be drawn; added to nothing."
    assert MEANINGS[Bound.CEILING].text == "Up to the number."
    assert MEANINGS[Status.UNKNOWN].text != MEANINGS[Binding.UNKNOWN].text


def test_every_kind_of_source_has_its_rank_or_is_said_to_have_none() -> None:
    assert set(RANKS) == set(SourceKind)


@pytest.mark.parametrize("word", [word for word in ALL if MEANINGS[word].iati], ids=str)
def test_the_iati_term_exists_in_iati(word: StrEnum) -> None:
    codelist, code = MEANINGS[word].iati.split(" ")
    folder = data("iati")
    path = next(path for path in sorted(folder.rglob(f"{codelist}.xml")))
    found = {
        item.findtext("code"): item.get("status") for item in ElementTree.parse(path).getroot().iter("codelist-item")
    }
    assert code in found
    assert found[code] != "withdrawn"


def test_a_fund_is_a_collective_investment_and_not_reinvested_earnings() -> None:
    """
    A fund stood beside IATI's type of finance 530, which is "reinvested earnings".
    """
    path = data("iati", "codelists-nonembedded", "FinanceType.xml")
    names = {
        item.findtext("code"): item.findtext("name/narrative")
        for item in ElementTree.parse(path).getroot().iter("codelist-item")
    }
    assert names[MEANINGS[Instrument.FUND].oecd] == "Shares in collective investment vehicles"
    assert all(MEANINGS[word].oecd in names for word in Instrument if MEANINGS[word].oecd)


def test_plover_terms_follow_from_cameo_by_plovers_own_map() -> None:
    path = data("event_codebooks", "CAMEO2PLOVER-2021.txt")
    table = dict(re.findall(r"^(\d+): (\w+)", path.read_text("utf-8"), re.MULTILINE))
    assert table["057"] == "SUPPORT"  # "sign formal agreement": not AGREE
    for word in ALL:
        meaning = MEANINGS[word]
        assert meaning.plover == (table[meaning.cameo] if meaning.cameo else ""), word


def test_tuff_terms_are_words_of_its_release() -> None:
    with gzip.open(data("aiddata_gcof_1_0", "gcof_v1.0.csv.gz"), "rt", encoding="utf-8", errors="replace") as file:
        rows = [(row["status"], row["flow"]) for row in csv.DictReader(file)]
    used = {word for row in rows for word in row}
    assert {MEANINGS[word].tuff for word in ALL} - {""} <= used


def test_the_page_of_codelists_is_up_to_date() -> None:
    """Write it again with `python -m warifu.manual`."""
    assert (ROOT / "docs" / "codelists.md").read_text("utf-8") == codelists.page()
