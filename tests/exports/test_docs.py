"""The pages about exports, releases and the API say what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from warifu import cli, exports
from warifu.exports import iati

from .conftest import ROOT

PAGES = [ROOT / "docs" / name for name in ("exports.md", "releases.md", "api.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_and_option_on_the_page_is_there(page: Path) -> None:
    told = re.findall(r"^(?:warifu) (.+?)(?:  +#.*)?$", page.read_text(encoding="utf-8"), re.M)
    assert told
    for line in told:
        command, *words = line.split("  #")[0].split()
        helped = CliRunner().invoke(cli.warifu, [command, "--help"]).output
        assert "Usage:" in helped, line
        for word in words:
            if word.startswith("--"):
                assert word in helped, line


def test_the_page_of_exports_names_every_file_that_is_made() -> None:
    text = PAGES[0].read_text(encoding="utf-8")
    from warifu.exports import (
        annotations,
        briefing,
        catalogue,
        charts,
        citation,
        codelists,
        feed,
        followthemoney,
        making,
        package,
        plover,
        provenance,
        statements,
    )

    files = (
        annotations.FILE, briefing.MINISTER, briefing.DESK, catalogue.DCAT, catalogue.DATASET, catalogue.CROISSANT,
        citation.BIBTEX, citation.CSL, codelists.FILE, feed.ATOM, feed.RSS, followthemoney.FILE, iati.FILE,
        plover.FILE, provenance.FILE, statements.LINES, statements.SCHEMA, making.LIST, making.DIGESTS,
        f"{package.FOLDER}/", f"{charts.FOLDER}/",
    )  # fmt: skip
    for name in files:
        assert f"`{name}`" in text, name
    assert iati.NAMESPACE in text


def test_the_table_of_iati_on_the_page_is_the_one_in_the_code() -> None:
    text = PAGES[0].read_text(encoding="utf-8")
    for (kind, instrument), code in iati.TRANSACTIONS.items():
        row = next(line for line in text.splitlines() if line.startswith(f"| {kind} |"))
        assert re.search(rf"\b{code}\b", row), (kind, instrument)


def test_the_formats_are_listed_by_the_command() -> None:
    told = CliRunner().invoke(cli.warifu, ["export", "--list"]).output
    assert [line.split()[0] for line in told.splitlines()] == list(exports.FORMATS)


def test_the_python_on_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("polars", reason="Polars is not installed")
    monkeypatch.chdir(ROOT)
    (code,) = re.findall(r"```python\n(.+?)```", PAGES[2].read_text(encoding="utf-8"), re.S)
    small = code.replace("eight-point-plan", "us-japan-550").replace("2018-12-31", "2025-12-31")
    assert small != code
    exec(compile(small, "docs/api.md", "exec"), {})
