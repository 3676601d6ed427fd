"""Every published figure answers why, down to a source and the line of the sheet that cites it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from warifu import ledger
from warifu.errors import UnknownFigureError
from warifu.tables import files, rows
from warifu.tables.why import Step, Walker

EXAMPLES = Path(__file__).parents[2] / "examples"
HARBOUR = Path(__file__).parents[1] / "books" / "harbour" / "kept"


def walker_of(workspace: Path, tmp: Path) -> Walker:
    shutil.copytree(workspace, tmp / "kept", ignore=shutil.ignore_patterns("build"))
    files.write(rows.rows(ledger.open_ledger(tmp / "kept"), {}), tmp / "build")
    return Walker(files.Tables(tmp / "build"))


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Walker:
    return walker_of(HARBOUR, tmp_path_factory.mktemp("harbour"))


def flat(step: Step) -> Iterator[Step]:
    yield step
    for one in step.steps:
        yield from flat(one)


def test_a_sum_is_walked_back_to_the_quoted_words(harbour: Walker) -> None:
    steps = list(flat(harbour.why(harbour.find("paid"))))
    assert any("The first tranche was drawn in June." in step.text for step in steps if step.room == "documents")
    assert [step.room for step in steps[:2]] == ["figure", "measures"]


def test_a_converted_sum_shows_its_rate_its_day_and_who_says_so(harbour: Walker) -> None:
    (step,) = [step for step in flat(harbour.why(harbour.find("money-committed"))) if step.room == "sums"]
    assert "25,000,000,000 JPY (2018-02-15) = 234,636,767.5 at 0.0093854707 (2018-02-15; European Central" in step.text


def test_what_is_missing_says_whether_it_was_not_told_or_not_converted(harbour: Walker) -> None:
    missing = {
        step.ref: step.text for step in flat(harbour.why(harbour.find("money-committed"))) if step.room == "missing"
    }
    assert "no rate of the day" in missing["hb-005"]
    assert "no source tells it" in missing["hb-003"]


def test_the_nearest_figures_are_named_when_there_is_none(harbour: Walker) -> None:
    with pytest.raises(UnknownFigureError, match="Did you mean binding"):
        harbour.find("bindng")


@pytest.mark.parametrize("name", ["eight-point-plan", "us-japan-550", "phase-one"])
def test_every_figure_of_the_examples_answers_why(name: str, tmp_path: Path) -> None:
    walker = walker_of(EXAMPLES / name, tmp_path)
    for address, figure in walker.figures.items():
        steps = list(flat(walker.why(address)))
        assert steps[1].room == "measures", address
        assert steps[1].text, f"{address}: its method says nothing"
        assert not [step for step in steps if step.text in ("not in these tables", "not in the list of sources")], (
            address
        )
        if figure.value:
            assert any(step.room == "documents" for step in steps), f"{address} = {figure.value} names no source"
