"""The log is only ever added to, line by line, each chained to the one before; nothing in it changes unseen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.decisions import log
from warifu.decisions.log import EMPTY_HEAD, Decision, append, head, read, read_all
from warifu.errors import BrokenLogError, DecisionError, StaleWriteError

WRITER = """
import sys
from pathlib import Path
from warifu.decisions import log
from warifu.decisions.log import Decision
from warifu.errors import StaleWriteError
path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(count):
    while True:
        try:
            log.append(path, Decision(about=f"{name}-{number}", action="note", analyst="mori",
                       at="2026-01-01T00:00:00Z", value=name), after=log.head(path))
            break
        except StaleWriteError:
            continue
    print(number, flush=True)
"""


def decision(about: str = "ep-001", action: str = "note", **more: str) -> Decision:
    return Decision(about=about, action=action, analyst="mori", at="2026-01-01T10:00:00+09:00", **more)


def written(path: Path, count: int) -> list[str]:
    heads = [EMPTY_HEAD]
    for number in range(count):
        heads.append(append(path, decision(f"ep-{number:03}"), after=heads[-1]))
    return heads


def test_what_is_appended_is_read_back_in_order(tmp_path: Path) -> None:
    path = log.path_of(tmp_path, "mori")
    heads = written(path, 3)
    assert [item.about for item in read(path)] == ["ep-000", "ep-001", "ep-002"]
    assert head(path) == heads[-1]
    assert len(set(heads)) == 4


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_any_words_come_back_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    words = [word.encode("utf-8", "ignore").decode() for word in words]
    path = tmp_path_factory.mktemp("log") / "mori.jsonl"
    after = EMPTY_HEAD
    for word in words:
        after = append(path, decision(value=word, reason="\n\r\u2028"), after=after)
    assert [item.value for item in read(path)] == words


def test_a_stale_write_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mori.jsonl"
    heads = written(path, 2)
    before = path.read_bytes()
    with pytest.raises(StaleWriteError, match="somebody wrote first"):
        append(path, decision(), after=heads[1])
    with pytest.raises(StaleWriteError):
        append(path, decision(), after=EMPTY_HEAD)
    assert path.read_bytes() == before


def test_a_half_written_line_is_named_and_the_lines_before_it_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "mori.jsonl"
    written(path, 2)
    whole = path.read_bytes()
    path.write_bytes(whole + b'{"after":"12')
    with pytest.raises(BrokenLogError, match=r"mori.jsonl:3: the last line is half-written"):
        read(path)
    with pytest.raises(BrokenLogError):
        append(path, decision(), after=EMPTY_HEAD)
    assert log.mend(path) == len(b'{"after":"12')
    assert path.read_bytes() == whole
    assert len(read(path)) == 2


@pytest.mark.parametrize("line", [0, 1, 2])
def test_an_altered_line_is_found_wherever_it_stands(tmp_path: Path, line: int) -> None:
    """
    The last line has no line after it that would show the change: its reason could be rewritten unseen.
    """
    path = tmp_path / "mori.jsonl"
    written(path, 3)
    lines = path.read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b'"ep-', b'"po-')
    path.write_bytes(b"".join(lines))
    with pytest.raises(BrokenLogError, match="version control"):
        read(path)


@pytest.mark.parametrize("change", ["removed", "swapped", "twice", "no-json"])
def test_a_removed_swapped_or_foreign_line_is_found(tmp_path: Path, change: str) -> None:
    path = tmp_path / "mori.jsonl"
    written(path, 3)
    a, b, c = path.read_bytes().splitlines(keepends=True)
    lines = {"removed": [a, c], "swapped": [b, a, c], "twice": [a, b, b, c], "no-json": [a, b"<<<<<<< HEAD\n", b, c]}
    path.write_bytes(b"".join(lines[change]))
    with pytest.raises(BrokenLogError):
        read(path)


def test_a_log_written_without_seals_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "mori.jsonl"
    line = (
        b'{"after":"' + EMPTY_HEAD.encode() + b'","decision":{"about":"a","action":"note","analyst":"mori","at":""}}\n'
    )
    path.write_bytes(line)
    assert [item.about for item in read(path)] == ["a"]
    assert append(path, decision(), after=log.digest(line)) == head(path)


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (decision(action="delete"), "is no decision: use one of"),
        (decision(action="reject"), "to reject needs a reason"),
        (decision(action="correct", reason=" "), "to correct needs a reason"),
        (Decision(about="a", action="note", analyst="sato", at="2026-01-01T00:00:00Z"), "this is the log of mori"),
        (Decision(about="a", action="note", analyst="mori", at="yesterday"), "is no instant"),
        (Decision(about="a", action="note", analyst="mori", at="2026-01-01T00:00:00"), "is no instant"),
    ],
)
def test_what_is_no_decision_is_refused_and_nothing_is_written(tmp_path: Path, bad: Decision, words: str) -> None:
    path = tmp_path / "mori.jsonl"
    with pytest.raises(DecisionError, match=words):
        append(path, bad, after=EMPTY_HEAD)
    assert not path.exists()


@pytest.mark.parametrize("name", ["", "Mori", "../mori", "mori.jsonl", "森", "a" * 65])
def test_a_name_that_cannot_be_a_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(DecisionError, match="cannot name a log"):
        log.path_of(tmp_path, name)


def test_decisions_of_several_analysts_come_in_the_order_of_their_instants(tmp_path: Path) -> None:
    """
    Ten o'clock in Tokyo is one o'clock in London: sorted by the letters, the later decision came first.
    """
    for name, at in (("mori", "2026-01-01T10:00:00+09:00"), ("smith", "2026-01-01T02:00:00+00:00")):
        append(
            tmp_path / f"{name}.jsonl",
            Decision(about="a", action="note", analyst=name, at=at),
            after=EMPTY_HEAD,
        )
    assert [item.analyst for item in read_all(tmp_path)] == ["mori", "smith"]


def test_writers_in_several_processes_lose_nothing_and_break_nothing(tmp_path: Path) -> None:
    path = tmp_path / "mori.jsonl"
    count, names = 8, ("a", "b", "c")
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, str(count)], stdout=subprocess.DEVNULL)
        for name in names
    ]
    assert [one.wait(timeout=60) for one in running] == [0] * len(names)
    found = [item.about for item in read(path)]
    assert sorted(found) == sorted(f"{name}-{number}" for name in names for number in range(count))
    for name in names:  # and each writer's own decisions keep their order
        own = [int(about.partition("-")[2]) for about in found if about.startswith(f"{name}-")]
        assert all(a < b for a, b in pairwise(own))


def test_a_writer_killed_in_the_middle_leaves_every_line_that_it_was_told_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "mori.jsonl"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), "a", "100000"], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    told = 0
    until = time.monotonic() + 60
    while told < 20 and time.monotonic() < until:
        told = int(writer.stdout.readline()) + 1
    os.kill(writer.pid, signal.SIGKILL)
    told = max([told, *(int(line) + 1 for line in writer.stdout.read().split())])
    writer.wait(timeout=60)
    log.mend(path)
    kept = read(path)
    assert len(kept) >= told
    assert append(path, decision(), after=head(path)) == head(path)  # and the log can be written on
