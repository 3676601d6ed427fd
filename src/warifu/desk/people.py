"""Who works at the desk: users with hashed passwords, one-time links, sessions, and the limits on trying.

Alone, a person gets a link that works once and binds to this machine. A team has a file of users (kept outside of the
workspace's history, readable by its owner only); there is no registration: whoever keeps the file adds people.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from warifu.decisions.log import ANALYST
from warifu.decisions.roles import ALL, Role
from warifu.desk.transient import Transient
from warifu.errors import DecisionError

SESSION: Final = 12 * 3600.0
"""Seconds that a session lasts."""
COOKIE: Final = "warifu_desk"
SHORTEST: Final = 10
"""Fewest characters of a password."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the desk; `csrf` is the word that their forms must carry."""

    name: str
    roles: frozenset[Role]
    csrf: str = ""


class User(msgspec.Struct, frozen=True):
    name: str
    password: str
    roles: tuple[Role, ...]


class Users:
    """The file of a team's users: names, argon2 hashes, roles."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> dict[str, User]:
        if not self.path.exists():
            return {}
        return {one.name: one for one in msgspec.json.decode(self.path.read_bytes(), type=list[User])}

    def add(self, name: str, password: str, roles: tuple[Role, ...]) -> None:
        """Add somebody, or give them another password and other roles.

        Raises:
            DecisionError: The name cannot name a log, the password is too short, or there is no role.
        """
        from argon2 import PasswordHasher

        if ANALYST.fullmatch(name) is None:
            raise DecisionError(f"{name!r} cannot name a log: use lower-case letters, digits and hyphens, such as mori")
        if len(password) < SHORTEST:
            raise DecisionError(f"the password has {len(password)} characters: use {SHORTEST} or more")
        if not roles:
            raise DecisionError(f"{name} has no role: give one of {', '.join(Role)}")
        users = self.read() | {name: User(name, PasswordHasher().hash(password), roles)}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode([users[key] for key in sorted(users)]), indent=1))
        part.replace(self.path)

    def check(self, name: str, password: str) -> User | None:
        """The user, if the password is theirs; it takes as long where there is no such user."""
        from argon2 import PasswordHasher
        from argon2.exceptions import Argon2Error, InvalidHashError

        user = self.read().get(name)
        try:
            PasswordHasher().verify(user.password if user is not None else _nobody(), password)
        except (Argon2Error, InvalidHashError):
            return None
        return user


_NOBODY: list[str] = []


def _nobody() -> str:
    """A hash that no password gives."""
    if not _NOBODY:
        from argon2 import PasswordHasher

        _NOBODY.append(PasswordHasher().hash(secrets.token_hex(32)))
    return _NOBODY[0]


class Limit:
    """At most `most` tries in `seconds` for one key; a bucket that fills again evenly."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float]) -> None:
        self.most = most
        self.seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._left: dict[str, tuple[float, float]] = {}

    def allows(self, key: str) -> bool:
        """Whether one more try may be made now; it is counted."""
        now = self._clock()
        with self._lock:
            if len(self._left) > 10_000:
                self._left = {one: kept for one, kept in self._left.items() if now - kept[1] < self.seconds}
            left, at = self._left.get(key, (float(self.most), now))
            left = min(float(self.most), left + (now - at) * self.most / self.seconds)
            allowed = left >= 1
            self._left[key] = (left - 1 if allowed else left, now)
            return allowed

    def give_back(self, key: str) -> None:
        """The try was a good one, and does not count."""
        with self._lock:
            left, at = self._left.get(key, (float(self.most), self._clock()))
            self._left[key] = (min(float(self.most), left + 1), at)


class Gate:
    """Lets people in and knows them again."""

    def __init__(self, transient: Transient, clock: Callable[[], float], alone: str = "", users: Users | None = None):
        self.transient = transient
        self.clock = clock
        self.alone = alone
        self.users = users
        self.tries_for = Limit(5, 900, clock)
        self.tries_from = Limit(30, 900, clock)
        self.requests = Limit(3_000, 60, clock)
        self._link = secrets.token_urlsafe(32) if users is None else ""
        self._lock = threading.Lock()

    @property
    def link(self) -> str:
        """The word of the one-time link; empty when it was used, or for a team."""
        return self._link

    def enter(self, word: str) -> str | None:
        """Use the one-time link: the session's token, or None where the word is not its, or it was used."""
        with self._lock:
            if not self._link or not hmac.compare_digest(word.encode(), self._link.encode()):
                return None
            self._link = ""
        return self._begin(self.alone)

    def login(self, name: str, password: str, address: str) -> str | None:
        """The session's token; None for a wrong name or password, or too many wrong ones. For a team only.

        Five wrong passwords for one name, or thirty from one address, and there is none for up to a quarter of an hour.
        """
        if self.users is None or not (self.tries_from.allows(address) and self.tries_for.allows(name)):
            return None
        user = self.users.check(name, password)
        if user is None:
            return None
        self.tries_from.give_back(address)
        self.tries_for.give_back(name)
        return self._begin(user.name)

    def _begin(self, name: str) -> str:
        token = secrets.token_urlsafe(32)
        self.transient.begin(_digest(token), name, secrets.token_urlsafe(24), self.clock() + SESSION)
        return token

    def person(self, token: str) -> Person | None:
        """Whose session it is, with the roles that they have now."""
        found = self.transient.session(_digest(token), self.clock()) if token else None
        if found is None:
            return None
        name, csrf = found
        if self.users is None:
            return Person(name, ALL, csrf) if name == self.alone else None
        user = self.users.read().get(name)
        return None if user is None else Person(name, frozenset(user.roles), csrf)

    def leave(self, token: str) -> None:
        self.transient.end(_digest(token))


def _digest(token: str) -> str:
    """Sessions are kept by digest: whoever reads the file cannot take them over."""
    return hashlib.sha256(token.encode()).hexdigest()
