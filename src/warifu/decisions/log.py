"""The decision log: JSON Lines, hash-chained, fsynced, locked, one file an analyst."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec
from filelock import FileLock

from warifu.documents import index
from warifu.documents.index import sync_folder
from warifu.errors import BrokenLogError, DecisionError, StaleWriteError

EMPTY_HEAD: Final = "0" * 64
"""The head of a log that has no line yet."""

ACTIONS: Final = (
    "accept", "correct", "reject", "unsure", "join", "split", "add", "note", "answer", "look", "close", "sign-off",
    "code", "undo",
)  # fmt: skip
ANALYST: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement.

    `about` is the id of a proposal, statement or deal; `value` what was decided, as text or JSON; `at` the clock at
    recording, ISO 8601 with an offset; `saw` the digest of what the analyst was looking at. `role` is what they judged
    as (`roles`; empty: coder), `batch` the name that decisions made in one go share.
    """

    about: str
    action: str
    analyst: str
    at: str
    reason: str = ""
    value: str = ""
    saw: str = ""
    role: str = ""
    batch: str = ""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as it stands in the log: with the digest of the line before, and a seal over its own words.

    The line after a line would show that it was altered; the seal shows it for the last line too.
    """

    after: str
    decision: Decision
    seal: str = ""


def path_of(folder: Path, analyst: str) -> Path:
    """The log of an analyst; the name is lower-case letters, digits and hyphens.

    Raises:
        DecisionError: The name could not be a file's name.
    """
    if ANALYST.fullmatch(analyst) is None:
        raise DecisionError(f"{analyst!r} cannot name a log: use lower-case letters, digits and hyphens, such as mori")
    return folder / f"{analyst}.jsonl"


def append(path: Path, decision: Decision, *, after: str) -> str:
    """Add one decision to the end of the log.

    Args:
        path: The log file; made if absent.
        decision: What was decided.
        after: The head the analyst was looking at when deciding.

    Returns:
        The new head. When this returns, the line is on the disk.

    Raises:
        StaleWriteError: The log has grown since `after`. Nothing was written.
        BrokenLogError: The log itself is damaged. Nothing was written.
        DecisionError: The action is none of `ACTIONS`, a correction or rejection has no reason, the log is another
            analyst's, or the clock says no instant.
    """
    return append_all(path, [decision], after=after)


def append_all(path: Path, decisions: Sequence[Decision], *, after: str) -> str:
    """Add decisions made in one go, in one write; the arguments, the answer and the refusals are those of `append`.

    A run that is killed while it writes may leave the first of them; nobody was told that any was kept.
    """
    for decision in decisions:
        if decision.action not in ACTIONS:
            raise DecisionError(f"{decision.action!r} is no decision: use one of {', '.join(ACTIONS)}")
        if decision.action in ("correct", "reject") and not decision.reason.strip():
            raise DecisionError(f"to {decision.action} needs a reason: say in a few words why")
        if decision.analyst != path.stem:
            raise DecisionError(f"this is the log of {path.stem}, and the decision is signed by {decision.analyst!r}")
        if instant(decision) == NO_INSTANT:
            raise DecisionError(f"at: {decision.at!r} is no instant: write date, time and offset, as ISO 8601 does")
    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_suffix(".lock")):
        found = _head_as_written(path) or head(path)
        if found != after:
            raise StaleWriteError(after, found)
        lines = []
        for decision in decisions:
            sealed = Line(after=after, decision=decision, seal=seal(after, decision))
            line = msgspec.json.encode(sealed, order="sorted") + b"\n"
            lines.append(line)
            after = digest(line)
        new = not path.exists()
        with path.open("ab") as log:
            log.write(b"".join(lines))
            log.flush()
            os.fsync(log.fileno())
            _WRITTEN[path] = (_stamp(os.fstat(log.fileno())), after)
        if new:
            sync_folder(path.parent)
    return after


_WRITTEN: Final[dict[Path, tuple[tuple[int, int, int], str]]] = {}
"""The head of each log that this process wrote last, and what the file looked like then: a log of 100,000 lines is not
checked from its beginning for every line that is added to it."""


def _stamp(stat: os.stat_result) -> tuple[int, int, int]:
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def _head_as_written(path: Path) -> str | None:
    """The head, if nobody touched the file since this process wrote it."""
    stamp, found = _WRITTEN.get(path, (None, None))
    try:
        return found if stamp == _stamp(path.stat()) else None
    except FileNotFoundError:
        return None


def mend(path: Path) -> int:
    """Cut off a last line that a killed run left without its end: nobody was told that it was kept.

    Returns:
        How many bytes went.
    """
    if not path.exists():
        return 0
    with FileLock(path.with_suffix(".lock")):
        return index.mend(path)


def seal(after: str, decision: Decision) -> str:
    """The digest of what a line says; empty fields are left out, so that a field of a later version changes no seal."""
    words = {name: value for name, value in msgspec.structs.asdict(decision).items() if value != ""}
    return digest(after.encode() + msgspec.json.encode(words, order="sorted"))


def digest(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()


def head(path: Path) -> str:
    """The digest of the last line, or `EMPTY_HEAD`.

    Raises:
        BrokenLogError: See `read`.
    """
    last = EMPTY_HEAD
    for line, _ in _verified(path):
        last = digest(line)
    return last


def read(path: Path) -> list[Decision]:
    """Every decision of a log, in order, each line checked against the one before.

    Raises:
        BrokenLogError: A line is half-written, is no decision, or does not follow from the line before.
    """
    return [line.decision for _, line in _verified(path)]


def read_all(folder: Path) -> list[Decision]:
    """The decisions of every analyst, in the order of `in_order`."""
    return in_order({path.stem: read(path) for path in folder.glob("*.jsonl")})


def in_order(logs: Mapping[str, Sequence[Decision]]) -> list[Decision]:
    """Decisions of several logs by the instant at recording, ties by analyst and place in the log.

    By the instant and not by the letters: ten o'clock in Tokyo comes before two o'clock in London.
    """
    found = [(instant(item), name, place, item) for name in sorted(logs) for place, item in enumerate(logs[name])]
    return [item for *_, item in sorted(found, key=lambda entry: entry[:3])]


NO_INSTANT: Final = datetime.min.replace(tzinfo=UTC)


def instant(decision: Decision) -> datetime:
    """When it was recorded; `NO_INSTANT`, which comes first, where the words tell none."""
    try:
        at = datetime.fromisoformat(decision.at)
    except ValueError:
        return NO_INSTANT
    return NO_INSTANT if at.tzinfo is None else at


def _verified(path: Path) -> Iterator[tuple[bytes, Line]]:
    if not path.exists():
        return
    after = EMPTY_HEAD
    for number, raw in enumerate(path.read_bytes().splitlines(keepends=True), start=1):
        if not raw.endswith(b"\n"):
            raise BrokenLogError(
                path, number, "the last line is half-written (no line end)",
                "It was never acknowledged, so delete this line and decide again; the lines before it are whole.",
            )  # fmt: skip
        try:
            line = msgspec.json.decode(raw, type=Line)
        except msgspec.DecodeError as fault:
            raise BrokenLogError(
                path, number, f"this line is no decision ({fault})",
                "Take the line back from version control; the log is only ever added to.",
            ) from fault  # fmt: skip
        if line.after != after:
            raise BrokenLogError(
                path, number, f"this line follows {line.after[:12]}, but the line before it is {after[:12]}",
                "A line was altered, removed or merged out of order: take the file back from version control.",
            )  # fmt: skip
        if line.seal and line.seal != seal(line.after, line.decision):
            raise BrokenLogError(
                path, number, "this line was altered after it was written (its seal does not fit)",
                "Take the file back from version control; whoever changes their mind decides again.",
            )  # fmt: skip
        yield raw, line
        after = digest(raw)
