"""The commands of the desk: what they print, what they refuse, and their exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import readings
from readings import Desk
from warifu.cli.desk import desk as desk_command
from warifu.cli.desk import diff
from warifu.cli.desk import log as log_command
from warifu.decisions import log
from warifu.desk.people import Users


@pytest.fixture
def harbour(tmp_path: Path) -> Desk:
    desk = readings.workspace(tmp_path / "harbour")
    desk.decide("mori", "look", "cranes", at="2026-06-01T10:00:00+00:00")
    desk.decide("ito", "look", "cranes", "a photograph", at="2026-06-02T10:00:00+00:00")
    desk.decide("mori", "undo", "cranes", at="2026-06-03T10:00:00+00:00")
    return desk


def run(*words: object) -> Result:
    command = {"log": log_command, "diff": diff, "desk": desk_command}[str(words[0])]
    return CliRunner().invoke(command, [str(word) for word in words[1:]])


def test_log_verify_names_every_log_and_its_head(harbour: Desk) -> None:
    done = run("log", "verify", harbour.folder)
    assert done.exit_code == 0
    assert "mori.jsonl: 2 decisions" in done.output
    assert log.head(harbour.folder / "decisions" / "ito.jsonl")[:16] in done.output


@pytest.mark.parametrize("damage", ["alter", "remove", "cut", "insert"])
def test_log_verify_finds_a_line_that_was_tampered_with(harbour: Desk, damage: str) -> None:
    path = harbour.folder / "decisions" / "mori.jsonl"
    first, second = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(
        {
            "alter": first.replace(b"cranes", b"planes") + second,
            "remove": second,
            "cut": first + second[:-20],
            "insert": first + first + second,
        }[damage]
    )
    done = run("log", "verify", harbour.folder)
    assert done.exit_code == 5
    assert "mori.jsonl:" in done.output


def test_log_verify_can_mend_what_a_killed_run_left(harbour: Desk) -> None:
    path = harbour.folder / "decisions" / "mori.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"after":"')
    done = run("log", "verify", harbour.folder, "--mend")
    assert done.exit_code == 0
    assert "10 bytes of a half-written line cut off" in done.output
    assert path.read_bytes() == whole


def test_log_show_marks_what_was_taken_back(harbour: Desk) -> None:
    lines = run("log", "show", harbour.folder, "--about", "cranes").output.splitlines()
    assert [line[0] for line in lines] == ["-", " ", "-"]
    assert run("log", "show", harbour.folder, "--analyst", "ito").output.count("\n") == 1


def test_log_agreement_prints_alpha_for_each_field(harbour: Desk) -> None:
    assert "No proposal was judged by two coders, and no meeting" in run("log", "agreement", harbour.folder).output
    document = harbour.document("a.txt", readings.ENGLISH, publisher="Times", published="2024-03-04")
    every = harbour.read(
        make(document, harbour.source(document))
        for make in (readings.loan, readings.memorandum, readings.power_station)
    )
    for one in every:
        harbour.decide("mori", "accept", one.id, at="2026-06-04T10:00:00+00:00")
        harbour.decide("ito", "accept", one.id, at="2026-06-04T10:00:00+00:00")
    lines = run("log", "agreement", harbour.folder).output.splitlines()
    assert lines[0] == "verdict: 1.00, n = 3, 0 differ"
    assert any(line.startswith("stage: 1.00") for line in lines)


def test_diff_says_what_differs_between_two_days(harbour: Desk) -> None:
    done = run("diff", "2023-01-01", "2023-12-31", harbour.folder)
    assert done.exit_code == 0
    assert "cranes" in done.output
    assert "0 differences" in run("diff", "2024-06-01", "2024-07-01", harbour.folder).output
    assert run("diff", "yesterday", "2024-07-01", harbour.folder).exit_code != 0


def test_diff_compares_two_workspaces(harbour: Desk, tmp_path: Path) -> None:
    other = readings.workspace(tmp_path / "other")
    sheet = other.folder / "sheets" / "deals" / "cranes.yaml"
    sheet.write_text(sheet.read_text().replace("300,000,000", "310,000,000"))
    done = run("diff", harbour.folder, other.folder)
    assert "cranes: pledge 310,000,000 USD: not known →" in done.output


@pytest.mark.parametrize(
    "words",
    [
        ("--address", "0.0.0.0"),
        ("--add-user", "mori"),
        ("--users", "no-such-team.json"),
        ("--role", "king"),
    ],
)
def test_what_would_open_the_desk_to_strangers_is_refused(harbour: Desk, words: tuple[str, ...]) -> None:
    assert run("desk", harbour.folder, *words).exit_code == 2


def test_a_user_is_added_with_a_password_that_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "team.json"
    done = CliRunner().invoke(
        desk_command,
        ["--users", str(path), "--add-user", "mori", "--role", "coder"],
        input="long enough\nlong enough\n",
    )
    assert done.exit_code == 0, done.output
    assert "long enough" not in done.output
    assert Users(path).check("mori", "long enough") is not None
