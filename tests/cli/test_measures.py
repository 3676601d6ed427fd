"""`warifu score` and `warifu compare`: the answers in the terminal and as JSON, on the real packages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from warifu.cli.measures import compare, score

EXAMPLES = Path(__file__).parents[2] / "examples"


def call(command: object, *words: str | Path) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(command, list(map(str, words)))  # type: ignore[arg-type]


def test_score_asks_every_question_and_says_where_it_cannot_tell() -> None:
    told = call(score, EXAMPLES / "phase-one")
    assert told.exit_code == 0, told.output
    assert "Phase One: purchase commitments, as known on 2025-11-04" in told.output
    assert "What came of it, by somebody else's count?" in told.output
    assert "57 % of what was promised for goods and services in 2020/2021 came" in told.output
    assert "Cannot tell: no deal began as a promise that did not bind." in told.output


def test_score_gives_one_measure_in_full() -> None:
    told = call(score, EXAMPLES / "us-japan-550", "--measure", "versions")
    assert told.exit_code == 0, told.output
    assert "Split of profits" in told.output
    assert "[uj-s002]" in told.output
    assert "Scorecard" not in told.output


def test_score_names_the_measures_where_one_is_misspelt() -> None:
    told = call(score, EXAMPLES / "phase-one", "--measure", "delivry")
    assert told.exit_code == 2
    assert "delivery, claims" in told.output


def test_score_as_json_is_the_whole_report_and_the_same_each_time() -> None:
    first, second = (call(score, EXAMPLES / "phase-one", "--json") for _ in range(2))
    assert first.output == second.output
    told = json.loads(first.output)
    assert set(told) == {"programme", "as_of", "sections", "figures", "series", "tables", "grids"}
    assert len(told["sections"]) == 12
    rate = next(item for item in told["figures"] if item["measure"] == "delivery-agriculture-2020-us_exports")
    assert rate["value"] == "0.8159"
    assert rate["n"] == 1


def test_score_as_of_a_day_sees_nothing_published_later() -> None:
    told = json.loads(call(score, EXAMPLES / "phase-one", "--json", "--as-of", "2020-12-31").output)
    assert told["as_of"] == "2020-12-31"
    assert not any("goods_and_services-2020-2021" in item["measure"] for item in told["figures"])


def test_a_day_that_is_none_is_told() -> None:
    told = call(score, EXAMPLES / "phase-one", "--as-of", "last week")
    assert told.exit_code == 2
    assert "last week" in told.output


def test_compare_sets_programmes_side_by_side_and_ranks_no_sizes() -> None:
    told = call(compare, EXAMPLES / "us-japan-550", EXAMPLES / "phase-one")
    assert told.exit_code == 0, told.output
    assert "us-japan-550" in told.output
    assert "phase-one" in told.output
    assert "no order is" in told.output
    assert "Cannot be told apart" in told.output


def test_one_deal_is_no_deals_and_a_scale_is_no_unit() -> None:
    told = call(compare, EXAMPLES / "us-japan-550", EXAMPLES / "phase-one").output
    assert " 1 deal " in told
    assert "1 deals" not in told
    assert "0 to 1 …" not in told
    assert "none told" in told


def test_compare_as_json_keeps_every_figure_with_its_range() -> None:
    told = json.loads(call(compare, EXAMPLES / "us-japan-550", EXAMPLES / "phase-one", "--json").output)
    row = next(item for item in told["rows"] if item["measure"] == "share-binding")
    assert [figure["value"] for figure in row["figures"]] == ["0.6667", "1.0000"]
    assert all(figure["low"] and figure["high"] for figure in row["figures"])


@pytest.mark.parametrize("words", [(), (str(EXAMPLES / "phase-one"),)])
def test_compare_needs_two(words: tuple[str, ...]) -> None:
    assert call(compare, *words).exit_code == 2
