"""A desk that really listens, and a real browser before it."""

from __future__ import annotations

import contextlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import readings
from readings import Desk
from warifu.decisions.roles import Role
from warifu.desk.book import Book
from warifu.desk.people import Gate, Users
from warifu.desk.transient import FILE, Transient

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Served:
    """A desk that listens: `address` of the machine, `link` that lets one person in."""

    desk: Desk
    book: Book
    gate: Gate
    address: str

    @property
    def link(self) -> str:
        return f"{self.address}/enter?word={self.gate.link}"


@contextlib.contextmanager
def listening(desk: Desk, analyst: str = "mori", users: Path | None = None) -> Iterator[Served]:
    import uvicorn

    from warifu.desk.app import make_app

    book = Book(desk.folder)
    gate = Gate(Transient(desk.folder / FILE), time.time, alone=analyst, users=None if users is None else Users(users))
    config = uvicorn.Config(make_app(book, gate), host="127.0.0.1", port=0, log_level="error", lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield Served(desk, book, gate, f"http://127.0.0.1:{port}")
    finally:
        server.should_exit = True
        thread.join(timeout=10)


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


def filled(desk: Desk) -> Desk:
    known = {"published": "2024-03-04"}
    digests = desk.take_in(
        {
            "article.txt": (readings.ENGLISH, {"publisher": "Harbour Times", "language": "en", **known}),
            "kiji.txt": (readings.JAPANESE, {"publisher": "港湾新聞", "language": "ja", **known}),
            "statya.txt": (readings.RUSSIAN, {"publisher": "Портовая газета", "language": "ru", **known}),
        }
    )
    english, japanese, russian = digests["article.txt"], digests["kiji.txt"], digests["statya.txt"]
    found = [make(english, desk.source(english)) for make in (readings.loan, readings.memorandum)]
    found.append(readings.power_station(english, desk.source(english)))
    found.append(
        readings.reading(
            readings.JAPANESE,
            readings.JAPANESE,
            document=japanese,
            source=desk.source(japanese),
            match="cranes",
            fields={
                "form": ("agreement", "融資契約"),
                "stage": ("signed", "署名"),
                "binding": ("yes", "法的拘束力を持つ"),
                "on": ("2024-03-03", "2024年3月3日"),
            },
            parties=[("provider", "国際協力銀行", "jbic"), ("receiver", "プリンド社", "pelindo")],
            sums=[("commitment", "450000000", "USD", "4億5000万米ドル")],
        )
    )
    found.append(
        readings.reading(
            readings.RUSSIAN,
            readings.RUSSIAN,
            document=russian,
            source=desk.source(russian),
            match="cranes",
            fields={
                "form": ("agreement", "кредитный договор"),
                "stage": ("signed", "подписал"),
                "binding": ("yes", "обязательную силу"),
                "on": ("2024-03-03", "3 марта 2024 года"),
            },
            parties=[("provider", "Японский банк международного сотрудничества", "jbic")],
            sums=[("commitment", "450000000", "USD", "450 млн долларов США")],
        )
    )
    desk.read(found)
    return desk


@pytest.fixture
def served(harbour: Desk) -> Iterator[Served]:
    """That workspace, served to one person."""
    with listening(harbour) as found:
        yield found


class Visitor:
    """Somebody at the desk without a browser: forms and JSON, with the session's word in every form."""

    def __init__(self, book: Book, gate: Gate, name: str = "mori") -> None:
        from starlette.testclient import TestClient

        from warifu.desk.app import make_app

        self.book, self.gate = book, gate
        self.client = TestClient(make_app(book, gate), base_url="http://127.0.0.1", follow_redirects=False)
        self.csrf = ""

    def enter(self) -> Visitor:
        answer = self.client.get(f"/enter?word={self.gate.link}")
        assert answer.status_code == 303
        self.csrf = self.client.get("/api/me").json()["csrf"]
        return self

    def login(self, name: str, password: str) -> Visitor:
        answer = self.client.post("/login", data={"name": name, "password": password})
        assert answer.status_code == 303, answer.text
        self.csrf = self.client.get("/api/me").json()["csrf"]
        return self

    def get(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=headers)

    def post(self, path: str, **form: object) -> Any:
        return self.client.post(
            path, data={"csrf": self.csrf, **{key.replace("__", "."): value for key, value in form.items()}}
        )

    def send(self, path: str, value: object = None) -> Any:
        return self.client.post(path, json=value, headers={"X-CSRF-Token": self.csrf})


@pytest.fixture
def visitor(harbour: Desk) -> Visitor:
    """One person alone at the desk."""
    return alone(harbour)


def alone(desk: Desk) -> Visitor:
    gate = Gate(Transient(desk.folder / FILE), time.time, alone="mori")
    return Visitor(Book(desk.folder), gate).enter()


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


TEAM = {
    "mori": Role.CODER,
    "ito": Role.CODER,
    "sato": Role.ADJUDICATOR,
    "abe": Role.PUBLISHER,
    "reader": Role.READER,
}


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    if not CHROMIUM.exists():
        pytest.skip("needs a Chromium at /usr/bin/chromium")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()


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
