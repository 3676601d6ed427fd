"""A desk that really listens, and a real browser before it."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from visitors import TEAM, Served, Visitor, alone, filled, listening

import readings
from readings import Desk
from warifu.desk.book import Book
from warifu.desk.people import Gate, Users
from warifu.desk.transient import FILE, Transient


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose documents have been read, to be copied: reading them again for each test takes a second."""
    desk = filled(readings.workspace(tmp_path_factory.mktemp("filled") / "harbour"))
    Book(desk.folder)
    return desk.folder


@pytest.fixture
def harbour(tmp_path: Path, filled_once: Path) -> Desk:
    """A workspace with an English, a Japanese and a Russian article, and what a reader read from them."""
    return Desk(shutil.copytree(filled_once, tmp_path / "harbour"))


@pytest.fixture
def served(harbour: Desk) -> Iterator[Served]:
    """That workspace, served to one person."""
    with listening(harbour) as found:
        yield found


@pytest.fixture
def visitor(harbour: Desk) -> Visitor:
    """One person alone at the desk."""
    return alone(harbour)


@pytest.fixture(scope="session")
def users_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the team's users: to hash five passwords well takes a second."""
    users = Users(tmp_path_factory.mktemp("users") / "team.json")
    for name, role in TEAM.items():
        users.add(name, f"password of {name}", (role,))
    return users.path


@pytest.fixture
def team(harbour: Desk, users_once: Path) -> Callable[[str], Visitor]:
    """Two coders, an adjudicator, a publisher and a reader at one desk; each proposal wants two coders."""
    (harbour.folder / "decisions").mkdir(exist_ok=True)
    (harbour.folder / "decisions" / "coding.yaml").write_text("coders: 2\n")
    book = Book(harbour.folder)
    gate = Gate(Transient(harbour.folder / FILE), time.time, users=Users(users_once))
    return lambda name: Visitor(book, gate).login(name, f"password of {name}")


@pytest.fixture
def page(chromium: object, served: Served) -> Iterator[object]:
    """A page of a browser that has entered the desk; what goes wrong in its console fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})  # type: ignore[attr-defined]
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(served.link)
    yield page
    context.close()
    assert [one for one in wrong if "409" not in one and "422" not in one] == []
