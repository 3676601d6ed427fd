"""Desks that really listen, and people before them without a browser; for the tests of the desk."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import readings
from readings import Desk
from warifu.decisions.roles import Role
from warifu.desk.book import Book
from warifu.desk.people import Gate, Users
from warifu.desk.transient import FILE, Transient


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


def alone(desk: Desk) -> Visitor:
    gate = Gate(Transient(desk.folder / FILE), time.time, alone="mori")
    return Visitor(Book(desk.folder), gate).enter()


TEAM = {
    "mori": Role.CODER,
    "ito": Role.CODER,
    "sato": Role.ADJUDICATOR,
    "abe": Role.PUBLISHER,
    "reader": Role.READER,
}
