"""Coding sheets: what an analyst writes about one deal, and what a sheet may not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.proposals import sheets
from warifu.terms.codelist import Belongs, Bound, Standing

SHEET = """\
# Comments are for the reader of the file.
deal: cranes-1
title: "Cranes: for the harbour"
coder: mori
coded: 2021-12-01
sums:
  - {kind: pledge, amount: "9,000,000 USD", bound: about, on: 2021-03-04, sources: [jp]}
sources: [jp]
"""


def read(folder: Path, text: str) -> tuple[sheets.SheetFile | None, list[tuple[str, str]]]:
    path = folder / "cranes.yaml"
    path.write_text(text, "utf-8")
    file, problems = sheets.read(path, "sheets/deals/cranes.yaml")
    return file, [(problem.rule, problem.where.rpartition(":")[2]) for problem in problems]


def test_a_sheet_says_only_what_it_must_and_the_rest_has_its_plain_meaning(tmp_path: Path) -> None:
    file, problems = read(tmp_path, SHEET)
    assert problems == []
    assert file is not None
    sheet = file.sheet
    assert (sheet.deal, sheet.title, sheet.umbrella, sheet.part_of) == (
        "cranes-1",
        "Cranes: for the harbour",
        False,
        "",
    )
    assert (sheet.belongs, sheet.partial, sheet.parties) == (Belongs.CORE, False, ())
    assert (sheet.sums[0].bound, sheet.sums[0].standing) == (Bound.ABOUT, Standing.COUNTED)
    assert file.lines["sums", 0] == 7


@pytest.mark.parametrize(
    "deal", ["../etc/passwd", "a/b", "a b", "", "-a", ".a", "a@b", "a?b", "a#b", "a" * 121, "a\\b"]
)
def test_an_id_that_could_leave_its_folder_or_its_address_is_refused(tmp_path: Path, deal: str) -> None:
    """
    The id of a deal becomes a file of the site: "../../index" would have been written outside of it.
    """
    file, problems = read(tmp_path, SHEET.replace("cranes-1", f"'{deal}'"))
    assert file is None
    assert problems in ([("bad-id", "2")], [("missing-field", "2")])


@pytest.mark.parametrize("deal", ["ep-001", "uj-003a", "覚書-1", "проект.2", "a_b+c", "1"])
def test_an_id_may_be_of_any_script(tmp_path: Path, deal: str) -> None:
    file, problems = read(tmp_path, SHEET.replace("cranes-1", deal))
    assert problems == []
    assert file is not None


@pytest.mark.parametrize(
    ("row", "problems"),
    [
        ('amount: "-5 USD"', [("bad-amount", "7")]),
        ('amount: "5 USD", bound: range', [("bad-range", "7")]),
        ('amount: "5 USD", to: "6 USD"', [("bad-range", "7")]),
        ('amount: "5 USD", to: "4 USD", bound: range', [("bad-range", "7")]),
        ('amount: "5 USD", to: "6 EUR", bound: range', [("bad-range", "7")]),
        ('amount: "5 USD", to: "5 USD", bound: range', []),
        ('amount: "0 USD"', []),
    ],
)
def test_a_sum_says_what_it_is(tmp_path: Path, row: str, problems: list[tuple[str, str]]) -> None:
    file, found = read(tmp_path, SHEET.replace('amount: "9,000,000 USD", bound: about', row))
    assert found == problems
    assert (file is None) is bool(problems)


def test_sheets_are_found_in_the_order_of_their_names_in_every_folder(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "deep/c.yaml", "notes.txt", "d.yaml/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    assert [path.relative_to(tmp_path).as_posix() for path in sheets.paths(tmp_path)] == [
        "a.yml",
        "b.yaml",
        "deep/c.yaml",
    ]
