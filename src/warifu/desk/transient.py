"""What the desk forgets without harm: sessions, drafts, skips, and who looks at what; `build/desk/state.sqlite`."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Final

FILE: Final = "build/desk/state.sqlite"
TABLES: Final = """
create table if not exists sessions (token text primary key, name text, csrf text, until real);
create table if not exists drafts (name text, about text, form text not null, primary key (name, about));
create table if not exists skips (name text, about text, at real not null, primary key (name, about));
create table if not exists looking (about text primary key, name text not null, until real not null);
"""
LOOKING: Final = 300.0
"""Seconds for which a proposal that somebody opened is not offered to another coder."""


class Transient:
    """The desk's short memory. All methods may be called from any thread."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._base.execute("pragma journal_mode = wal")
        self._base.execute("pragma synchronous = off")  # it may be lost: nothing here is a decision
        self._base.executescript(TABLES)

    def close(self) -> None:
        self._base.close()

    def _run(self, command: str, *values: object) -> list[tuple[object, ...]]:
        with self._lock:
            return self._base.execute(command, values).fetchall()

    def begin(self, token: str, name: str, csrf: str, until: float) -> None:
        """Open a session under the digest of its token."""
        self._run("insert or replace into sessions values (?, ?, ?, ?)", token, name, csrf, until)

    def session(self, token: str, now: float) -> tuple[str, str] | None:
        """Name and CSRF token of a session that is not over."""
        rows = self._run("select name, csrf from sessions where token = ? and until > ?", token, now)
        return (str(rows[0][0]), str(rows[0][1])) if rows else None

    def end(self, token: str) -> None:
        self._run("delete from sessions where token = ?", token)

    def end_all(self, name: str) -> None:
        self._run("delete from sessions where name = ?", name)

    def keep_draft(self, name: str, about: str, form: str) -> None:
        self._run("insert or replace into drafts values (?, ?, ?)", name, about, form)

    def draft(self, name: str, about: str) -> str:
        rows = self._run("select form from drafts where name = ? and about = ?", name, about)
        return str(rows[0][0]) if rows else ""

    def drop_draft(self, name: str, about: str) -> None:
        self._run("delete from drafts where name = ? and about = ?", name, about)

    def skip(self, name: str, about: str, now: float) -> None:
        """Put something at the end of this person's queue."""
        self._run("insert or replace into skips values (?, ?, ?)", name, about, now)

    def skipped(self, name: str) -> dict[str, float]:
        return {
            str(about): float(str(at)) for about, at in self._run("select about, at from skips where name = ?", name)
        }

    def drop_skip(self, name: str, about: str) -> None:
        self._run("delete from skips where name = ? and about = ?", name, about)

    def look_at(self, about: str, name: str, now: float) -> None:
        """Note that somebody has opened something, unless somebody else has it open."""
        self._run("delete from looking where name = ? or until <= ?", name, now)
        self._run("insert or ignore into looking values (?, ?, ?)", about, name, now + LOOKING)

    def looked_at(self, now: float) -> dict[str, str]:
        """Who has what open."""
        return {
            str(about): str(name) for about, name in self._run("select about, name from looking where until > ?", now)
        }
