"""The gallery: one folder a problem, with a small input and the exact message. The manual's page is made from it.

Each folder's `input` is laid over that of `a-sound-workspace`, which has no problem; the whole ledger is opened, and
every problem that it tells stands in `message.txt`, in order. `--rewrite-golden` writes these files; read the diff.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from warifu import ledger
from warifu.errors import BadInputError
from warifu.manual import problems as page
from warifu.statements import checks
from warifu.terms.problem import Problem

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SOUND = HERE / "a-sound-workspace"
FOLDERS = sorted(path.parent.name for path in HERE.glob("*/input"))


def found(folder: Path) -> tuple[Problem, ...]:
    """Every problem of a workspace, in one run, whether or not it keeps the ledger from being built."""
    try:
        return ledger.walk(ledger.read(folder)).problems
    except BadInputError as fault:
        return tuple(problem for problem in fault.problems if isinstance(problem, Problem))


def laid_over(name: str, folder: Path) -> Path:
    shutil.copytree(SOUND / "input", folder, dirs_exist_ok=True)
    shutil.copytree(HERE / name / "input", folder, dirs_exist_ok=True)
    return folder


@pytest.mark.parametrize("name", FOLDERS)
def test_a_problem_has_exactly_its_message(name: str, tmp_path: Path, rewrite_golden: bool) -> None:
    problems = found(laid_over(name, tmp_path / "workspace"))
    told = "".join(f"{problem.where}\n{problem.severity} {problem.rule}: {problem.message}\n" for problem in problems)
    path = HERE / name / "message.txt"
    if rewrite_golden:
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")
    if name != SOUND.name:
        assert name in {problem.rule for problem in problems}
        shown = [problem for problem in problems if problem.rule == name]
        assert all(re.fullmatch(r"[\w./-]+:[0-9]+", problem.where) for problem in shown)


def test_a_sound_workspace_has_no_problem(tmp_path: Path) -> None:
    assert found(laid_over(SOUND.name, tmp_path / "workspace")) == ()


def test_every_rule_has_a_folder() -> None:
    assert set(checks.RULES) <= set(FOLDERS)


def test_every_rule_that_reading_and_folding_name_has_a_folder() -> None:
    """Rules are told by their names, in words with hyphens, at the place where the problem is made."""
    rooms = ROOT / "src" / "warifu"
    files = [rooms / "proposals" / f"{name}.py" for name in ("sheets", "programme", "lists", "yaml_text")]
    files += [rooms / "statements" / f"{name}.py" for name in ("fold", "references")]
    named = {rule for file in files for rule in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', file.read_text("utf-8"))}
    assert named - {"utf-8", "utf-8-sig"} <= set(FOLDERS)


def test_every_fault_of_a_workspace_is_told_in_one_run(tmp_path: Path) -> None:
    """Eight broken files at once: a wrong encoding, a broken sheet, an unknown code, a half-written log and more."""
    names = ("wrong-encoding", "unknown-code", "bad-column", "broken-log", "bad-number", "unknown-original")
    folder = tmp_path / "workspace"
    shutil.copytree(SOUND / "input", folder)
    for name in names:
        for path in sorted((HERE / name / "input").rglob("*")):
            if path.is_file():
                inside = path.relative_to(HERE / name / "input")
                at = folder / inside.with_name(f"{name}{inside.suffix}") if "deals" in inside.parts else folder / inside
                at.parent.mkdir(parents=True, exist_ok=True)
                at.write_bytes(path.read_bytes())
    assert set(names) <= {problem.rule for problem in found(folder)}


def test_problems_do_not_depend_on_the_order_of_the_files(tmp_path: Path) -> None:
    """The same sheets under other names, so that they are read in another order, with the same problems."""
    told = []
    for turn in ("a", "z"):
        folder = tmp_path / turn
        laid_over("twins", folder)
        deals = folder / "sheets" / "deals"
        (deals / "copy.yaml").rename(deals / f"{turn}.yaml")
        told.append([(problem.about, problem.rule, problem.message) for problem in found(folder)])
    assert told[0] == told[1] != []


def test_the_manuals_page_of_problems_is_up_to_date() -> None:
    """Write it again with `python -m warifu.manual`."""
    assert (ROOT / "docs" / "problems.md").read_text("utf-8") == page.page(HERE)
