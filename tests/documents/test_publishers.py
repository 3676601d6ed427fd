# ruff: noqa: E501  tables of cases read best with one case a line
"""Whose voice a publisher is: from the table, the workspace's own rows first, and unknown where it does not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.documents.publishers import Publisher, load_publishers, read_publishers


@pytest.mark.parametrize(("address", "name", "side", "kind", "rank"), [
    ("https://www.mofa.go.jp/mofaj/x.html", "Ministry of Foreign Affairs of Japan", "JP", "government", 1),
    ("https://www.enecho.meti.go.jp/", "Agency for Natural Resources and Energy", "JP", "government", 1),
    ("http://en.kremlin.ru/events/1", "President of Russia", "RU", "government", 1),
    ("https://www.whitehouse.gov/x", "The White House", "US", "government", 1),
    ("http://english.mofcom.gov.cn/x", "Ministry of Commerce of China", "CN", "government", 1),
    ("https://www.jbic.go.jp/ja/x", "Japan Bank for International Cooperation", "JP", "implementing_body", 2),
    ("https://tass.com/economy/1", "TASS", "RU", "news_agency", 7),
    ("https://jp.reuters.com/a", "Reuters", "GB", "news_agency", 7),
    ("https://data.imf.org/", "International Monetary Fund", "third", "international", 3),
    ("https://www.piie.com/blogs/x", "Peterson Institute for International Economics", "US", "think_tank", 6),
])  # fmt: skip
def test_known_publishers_have_a_side_a_kind_and_a_rank(
    address: str, name: str, side: str, kind: str, rank: int
) -> None:
    found = load_publishers().of_address(address)
    assert found is not None
    assert (found.name, found.side, found.kind, found.rank) == (name, side, kind, rank)


@pytest.mark.parametrize("address", [
    "https://mofa.go.jp.evil.example/", "https://notkremlin.ru/", "https://example.ru/", "file:///x", "kremlin.ru", None, "http://[",
])  # fmt: skip
def test_what_the_table_does_not_know_stays_unknown(address: str | None) -> None:
    assert load_publishers().of_address(address) is None


def test_names_are_known_in_several_scripts() -> None:
    table = load_publishers()
    assert (
        table.of_name("外務省") == table.of_name("ministry of foreign affairs of Japan") == table.of_name("МИД Японии")
    )
    assert table.of_name("ＮＩＫＫＥＩ") is not None
    assert table.of_name("The Unheard-of Times") is None


def test_the_workspaces_own_rows_come_first(tmp_path: Path) -> None:
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference/publishers.csv").write_text(
        "match,publisher,side,kind,rank,voice\ntass.com,TASS (own),RU,news_agency,1,government\nblog.example,A blog,,,,\n"
    )
    table = load_publishers(tmp_path)
    assert table.of_address("https://tass.com/x") == Publisher("TASS (own)", "RU", "news_agency", 1, "government")
    assert table.of_address("https://blog.example/") == Publisher("A blog", None, None, None, None)
    assert table.of_address("https://www.kremlin.ru/") is not None


def test_rows_that_cannot_be_used_are_said_and_the_others_used() -> None:
    rows, problems = read_publishers(
        "match,publisher,side,kind,rank\na.example,A,JPN,,\nb.example,B,JP,blog,\nc.example,C,JP,,9\n,D,,,\ne.example,E,JP,,7\n",
        "own.csv",
    )
    assert [match for match, _ in rows] == ["e.example"]
    assert [(problem.line, problem.why.split("'")[0].strip()) for problem in problems] == [
        (2, "side"), (3, "kind"), (4, "rank"), (5, "match and publisher must both be filled in"),
    ]  # fmt: skip


def test_the_table_that_ships_is_without_fault() -> None:
    table = load_publishers()
    assert table.problems == ()
    assert len(table) > 350
