"""The manual's page of importing: its mapping is read, and it names every problem that an import can tell."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl

from warifu.proposals import imports

from .conftest import told

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "import.md"


def test_every_problem_of_an_import_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    named: set[str] = set()
    for path in sorted((ROOT / "src" / "warifu" / "proposals" / "imports").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r'(?:fault|Problem)\([^"\n]*(?:"",)?[^"\n]*"([a-z]+(?:-[a-z]+)+)"', text))
    named = {word for word in named if not word.startswith("iati-")} - {"activity-status"}
    assert len(named) > 25
    assert {word for word in named if f"`{word}`" not in page} == set()


def test_the_pages_mapping_reads_the_table_it_describes(tmp_path: Path) -> None:
    [mapping] = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    mapping = mapping.replace("at_least: 412", "at_least: 2").replace("98234.5", "1234.5")
    (tmp_path / "aid.yaml").write_text(mapping, encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Projects"
    for row in (
        ["A Ministry's projects"],
        ["No", "Project", "Framework", "Recipient", "Status", "Date", "Amount"],
        [1, "A harbour", "N", "Indonesia", "Signed", "04/03/2019", 1234.5],
        [2, "A frame", "Y", "Laos", "Unknown", "-", "-"],
    ):
        sheet.append(row)
    book.save(tmp_path / "aid.xlsx")
    found = imports.read_one(tmp_path / "aid.yaml", "imports/aid.yaml", tmp_path / "aid.xlsx")
    assert told(found) == []
    harbour, frame = (file.sheet for file in found.sheets)
    assert (harbour.deal, str(harbour.sums[0].amount), harbour.umbrella) == ("aid-1", "1,234,500,000 JPY", False)
    assert (frame.umbrella, frame.sums, frame.stages) == (True, (), ())
