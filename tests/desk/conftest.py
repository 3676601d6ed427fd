"""A desk that really listens, and a real browser before it."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import readings
from readings import Desk

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
    book: object
    gate: object
    address: str

    @property
    def link(self) -> str:
        return f"{self.address}/enter?word={self.gate.link}"  # type: ignore[attr-defined]


@contextlib.contextmanager
def listening(desk: Desk, analyst: str = "mori", users: Path | None = None) -> Iterator[Served]:
    import uvicorn

    from warifu.desk.app import make_app
    from warifu.desk.book import Book
    from warifu.desk.people import Gate, Users
    from warifu.desk.transient import FILE, Transient

    book = Book(desk.folder)
    gate = Gate(
        Transient(desk.folder / FILE), time.time, alone=analyst, users=None if users is None else Users(users)
    )
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


@pytest.fixture
def harbour(tmp_path: Path) -> Desk:
    """A workspace with an English, a Japanese and a Russian article, and what a reader read from them."""
    return filled(readings.workspace(tmp_path / "harbour"))


def filled(desk: Desk) -> Desk:
    english = desk.document(
        "article.txt", readings.ENGLISH, publisher="Harbour Times", published="2024-03-04", language="en"
    )
    japanese = desk.document(
        "kiji.txt", readings.JAPANESE, publisher="港湾新聞", published="2024-03-04", language="ja"
    )
    russian = desk.document(
        "statya.txt", readings.RUSSIAN, publisher="Портовая газета", published="2024-03-05", language="ru"
    )
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


Serve = Callable[..., contextlib.AbstractContextManager[Served]]
