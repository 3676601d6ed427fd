"""The commands as a newcomer types them, in a process of their own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from warifu.cli import CHAPTERS, COMMANDS, EXIT_CODES
from warifu.errors import WarifuError

HARBOUR = Path(__file__).parents[1] / "books" / "harbour" / "kept"
RUN = (sys.executable, "-c", "from warifu.cli import main; main()")


def warifu(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*RUN, *map(str, words)], capture_output=True, text=True, check=False)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    shutil.copytree(HARBOUR, tmp_path / "harbour", ignore=shutil.ignore_patterns("build"))
    return tmp_path / "harbour"


def test_the_help_names_every_command_with_a_sentence() -> None:
    told = warifu("--help")
    assert told.returncode == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} +[A-Z]", told.stdout, re.MULTILINE), name
    assert set(sum(CHAPTERS.values(), ())) <= set(COMMANDS)


def test_a_new_workspace_checks_and_builds_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "my-tracker"
    assert warifu("new", folder).returncode == 0
    checked = warifu("check", folder)
    assert checked.returncode == 0
    assert "0 severe" in checked.stdout
    built = warifu("build", folder)
    assert built.returncode == 0, built.stderr
    assert (folder / "build" / "site" / "index.html").is_file()
    assert (folder / "build" / "warifu.duckdb").is_file()


def test_new_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    told = warifu("new", tmp_path)
    assert told.returncode == EXIT_CODES_BY_NAME["WorkspaceError"]
    assert "nothing was written" in told.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


EXIT_CODES_BY_NAME = {kind.__name__: code for kind, code in EXIT_CODES.items()}


def test_a_fault_has_its_file_line_and_remedy_and_exit_code_1(harbour: Path) -> None:
    path = harbour / "sheets" / "deals" / "hb-003.yaml"
    path.write_text(path.read_text().replace("form: memorandum", "form: memorandun"))
    for command in ("check", "build"):
        told = warifu(command, harbour)
        assert told.returncode == 1, told.stdout + told.stderr
        where = r"sheets/deals/hb-003\.yaml:12: .*'memorandun' is not one of .*Did you mean 'memorandum'\?"
        assert re.search(where, told.stdout + told.stderr)
    assert not (harbour / "build" / "tables").exists()


def test_why_walks_from_the_measure_alone_to_the_words(harbour: Path) -> None:
    told = warifu("why", "paid", harbour)
    assert told.returncode == 0, told.stderr
    assert "The first tranche was drawn in June." in " ".join(told.stdout.split())
    assert "sheets/deals/hb-002.yaml" in told.stdout


def test_an_unknown_figure_names_its_neighbours(harbour: Path) -> None:
    told = warifu("why", "bindng", harbour)
    assert told.returncode == EXIT_CODES_BY_NAME["UnknownFigureError"]
    assert "Did you mean binding" in told.stderr


def test_an_unknown_command_names_its_neighbour() -> None:
    told = warifu("chekc")
    assert told.returncode == 2
    assert "Did you mean 'warifu check'?" in told.stderr


def test_every_class_of_fault_that_stands_alone_has_an_exit_code() -> None:
    """A new branch of the tree of faults must say which code it exits with, or be content with the last one."""
    covered = {kind for kind in WarifuError.__subclasses__() if kind in EXIT_CODES}
    left = {kind.__name__ for kind in WarifuError.__subclasses__()} - {kind.__name__ for kind in covered}
    assert left == {"MoneyError", "DateError", "TableError"}, "say in cli.EXIT_CODES how it exits"


def test_a_second_build_says_that_nothing_changed_until_something_did(harbour: Path) -> None:
    """A lost page is something too: it is drawn again, and the bytes are the same."""
    assert warifu("build", harbour).returncode == 0
    page = harbour / "build" / "site" / "index.html"
    first = page.read_bytes()
    assert "Nothing changed" in warifu("build", harbour).stdout
    page.unlink()
    assert "Nothing changed" not in warifu("build", harbour).stdout
    assert page.read_bytes() == first
    sheet = harbour / "sheets" / "deals" / "hb-003.yaml"
    sheet.write_text(sheet.read_text().replace("Cranes for", "Two cranes for"))
    assert "Nothing changed" not in warifu("build", harbour).stdout
    assert "Two cranes for" in (harbour / "build" / "site" / "deals" / "hb-003.html").read_text(encoding="utf-8")


def test_a_command_whose_extra_is_missing_names_the_extra(tmp_path: Path) -> None:
    """`warifu desk` ended in a traceback after a plain `pip install`, which brings no web server."""
    hide = "import sys; sys.modules['starlette'] = None; from warifu.cli import main; main()"
    assert warifu("new", tmp_path / "mine").returncode == 0
    command = [sys.executable, "-c", hide, "desk", str(tmp_path / "mine"), "--no-browser"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == EXIT_CODES_BY_NAME["MissingExtraError"]
    assert "pip install 'warifu[desk]'" in told.stderr
