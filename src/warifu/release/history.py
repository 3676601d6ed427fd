"""The git history of a workspace: what is committed, and the files as they were. Nothing here changes a kept file."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from warifu.errors import HistoryError

FIRST: Final = "Put the workspace under git: git init, git add ., git commit. Then any past release can be rebuilt"


def git(folder: Path, *words: str) -> bytes:
    """What git answers.

    Raises:
        HistoryError: Git is not installed, or refused; its own words are in the message.
    """
    try:
        done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, check=False)
    except FileNotFoundError as fault:
        raise HistoryError("git is not installed", "Install it, then try again") from fault
    if done.returncode != 0:
        raise HistoryError(f"{folder}: git {words[0]} says: {done.stderr.decode(errors='replace').strip()}", FIRST)
    return done.stdout


def prefix(folder: Path) -> str:
    """Where the workspace lies in its repository: empty, or a path that ends with a slash."""
    return git(folder, "rev-parse", "--show-prefix").decode().strip()


def uncommitted(folder: Path) -> tuple[str, ...]:
    """Files of the workspace that are not in the last commit as they stand; what git ignores does not count."""
    out = git(folder, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames", "--", ".")
    start = len(prefix(folder))
    return tuple(sorted(entry[3 + start :] for entry in out.decode().split("\0") if entry))


def head(folder: Path) -> str:
    return git(folder, "rev-parse", "HEAD").decode().strip()


def commit(folder: Path, paths: Sequence[str], message: str) -> str:
    """Commit these files alone; the new commit."""
    git(folder, "add", "--", *paths)
    git(folder, "commit", "--quiet", "--message", message, "--only", "--", *paths)
    return head(folder)


def came_with(folder: Path, path: str) -> str:
    """The commit that a file came with first.

    Raises:
        HistoryError: No commit holds it.
    """
    out = git(folder, "log", "--diff-filter=A", "--format=%H", "--", path).decode().split()
    if not out:
        raise HistoryError(f"{folder}: no commit holds {path}", f"Commit it: git add {path}, git commit")
    return out[-1]


def files_at(folder: Path, commit: str, into: Path) -> None:
    """Put the workspace as it was in a commit into an empty folder.

    Raises:
        HistoryError: The repository does not hold that commit.
    """
    start = prefix(folder)
    top = Path(git(folder, "rev-parse", "--show-toplevel").decode().strip())
    data = git(top, "archive", "--format=tar", f"{commit}:{start}" if start else commit)
    into.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        archive.extractall(into, filter="data")
