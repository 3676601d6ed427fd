"""The method pages are what the docstrings and the examples give now."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.manual import measures

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", sorted(measures.pages()))
def test_a_method_page_is_what_the_code_says(name: str) -> None:
    text = measures.pages()[name]
    assert (DOCS / name).read_text("utf-8") == text, "run: python -m warifu.manual"


def test_every_measure_has_a_page_with_an_example_that_runs() -> None:
    for entry in measures.ENTRIES:
        assert measures.run(entry.example), entry.name


def test_every_section_of_a_report_has_its_page() -> None:
    from warifu.measures.board.pages import PAGES

    layouts = {page.__module__.rpartition(".")[2] for page in PAGES}
    assert {entry.page for entry in measures.ENTRIES} == layouts
