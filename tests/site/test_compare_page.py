"""The page that sets a programme beside others: the figures of `warifu compare`, kept in the workspace."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import lxml.html
import pytest
from click.testing import CliRunner
from harbour_rows import harbour, row, tables

from warifu.cli.measures import compare
from warifu.proposals import beside
from warifu.site import build
from warifu.tables import contract as c

ROOT = Path(__file__).resolve().parents[2]
NEIGHBOURS = ("us-japan-550", "phase-one")


def cells(page: Path) -> dict[str, list[str]]:
    """The words of each row of the comparison by its measure."""
    root = lxml.html.parse(page).getroot()
    return {
        line.get("id"): [" ".join(cell.text_content().split()) for cell in line.findall("td")]
        for line in root.findall(".//table[@class='grid compare']/tbody/tr")
    }


def test_what_the_example_keeps_of_its_neighbours_is_what_they_say(tmp_path: Path, rewrite_golden: bool) -> None:
    """Written anew by `warifu compare examples/eight-point-plan examples/us-japan-550 examples/phase-one --keep`."""
    for name in ("eight-point-plan", *NEIGHBOURS):
        shutil.copytree(ROOT / "examples" / name, tmp_path / name, ignore=shutil.ignore_patterns("build", "*.lock"))
    here = tmp_path / "eight-point-plan"
    told = CliRunner().invoke(
        compare, [str(here), *(str(tmp_path / name) for name in NEIGHBOURS), "--keep"], catch_exceptions=False
    )
    assert told.exit_code == 0
    for name in (beside.FILE, beside.FIGURES):
        kept = ROOT / "examples" / "eight-point-plan" / name
        if rewrite_golden:
            shutil.copyfile(here / name, kept)
        made, lines = (list(csv.DictReader(path.open(encoding="utf-8"))) for path in (here / name, kept))
        for line in (*made, *lines):
            line.pop("kept", None)  # the digest of files beside the figures changes with every word of a note
        assert made == lines, "the neighbours have changed: run the command above"


@pytest.mark.parametrize("folder", ["", "ja", "ru"])
def test_the_page_sets_like_beside_like_in_every_language(eight: Path, folder: str) -> None:
    found = cells(eight / folder / "compare.html")
    assert len(found) > 20
    assert found["deals"] == ["105", "27", "10"]
    binding = found["share-binding"]
    assert len(binding) == 4
    assert binding[2].startswith("100")
    said = {"": "above Eight-Point", "ja": "上回る", "ru": "выше, чем"}[folder]
    assert said in binding[3]
    nought = {"": "none told", "ja": "記述なし", "ru": "не сообщается"}[folder]
    assert found["delivered"][1].lower() == nought


def test_sums_in_another_currency_stand_each_alone_and_figures_lead_to_the_other_site(tmp_path: Path) -> None:
    told = harbour()
    told[c.BesideRow] = [
        row(c.BesideRow, programme="other", place=1, name_en="Other", as_of_text="2024-01-01",
            address="https://ledger.example/other/", release="3"),
        row(c.BesideRow, programme="evil", place=2, name_en="<b>Evil</b>", as_of_text="2024",
            address="javascript:alert(1)"),
    ]  # fmt: skip
    told[c.BesideFigureRow] = [
        row(c.BesideFigureRow, programme=name, measure="money-pledged", label="Pledged", value=5, low=5, high=5,
            unit="EUR", n=1, answer="found")
        for name in ("other", "evil")
    ]  # fmt: skip
    told[c.ComparisonRow] = [
        row(c.ComparisonRow, measure="money-pledged", place=1, label="Pledged", size=False, n=2,
            says="Each alone: the units differ.")
    ]  # fmt: skip
    build(tables(told, tmp_path), tmp_path / "site")
    page = (tmp_path / "site" / "compare.html").read_text(encoding="utf-8")
    assert 'href="https://ledger.example/other/why/all.html#money-pledged"' in page
    assert "javascript:" not in page
    assert "<b>Evil" not in page
    assert "Each alone: the units differ." in page
    assert "単位が異なる" in (tmp_path / "site" / "ja" / "compare.html").read_text(encoding="utf-8")


def test_a_programme_beside_no_other_says_how_to_set_it_there(small: Path) -> None:
    page = (small / "compare.html").read_text(encoding="utf-8")
    assert "--keep" in page
    assert 'href="compare.html"' not in (small / "index.html").read_text(encoding="utf-8")


def test_one_workspace_is_compared_with_those_that_it_keeps() -> None:
    told = CliRunner().invoke(compare, [str(ROOT / "examples" / "eight-point-plan"), "--json"], catch_exceptions=False)
    assert '"phase-one"' in told.output
    alone = CliRunner().invoke(compare, [str(ROOT / "examples" / "phase-one")])
    assert alone.exit_code == 2
    assert "name two workspaces" in alone.output
