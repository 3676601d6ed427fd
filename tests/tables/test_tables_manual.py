"""The manual's page of tables is the contract's."""

from __future__ import annotations

from pathlib import Path

from warifu.tables import manual

PAGE = Path(__file__).parents[2] / "docs" / "tables.md"


def test_the_page_of_tables_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == manual.page(), "run: python -m warifu.tables.manual > docs/tables.md"
