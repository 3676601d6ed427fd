"""Twenty people at once, and a desk that is killed in the middle: nothing acknowledged is lost or doubled."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from visitors import Visitor

import readings
from readings import Desk
from warifu.decisions import log
from warifu.decisions.log import Decision
from warifu.decisions.roles import Role
from warifu.desk.people import Users

WRITERS = 20


@dataclass
class Browser:
    """One browser: its own connection, session and list of what the desk acknowledged."""

    port: int
    name: str
    cookie: str = ""
    csrf: str = ""
    acknowledged: list[str] = field(default_factory=list)
    refused: int = 0

    def enter(self) -> None:
        body = f"name={self.name}&password=password+of+{self.name}"
        answer = self.ask("POST", "/login", body, {"Content-Type": "application/x-www-form-urlencoded"})
        self.cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        me = self.ask("GET", "/api/me")
        self.csrf = json.loads(me.read())["csrf"]

    def ask(
        self, method: str, path: str, body: str | None = None, more: dict[str, str] | None = None
    ) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Cookie": self.cookie, "X-CSRF-Token": self.csrf, **(more or {})}
        connection.request(method, path, body, headers)
        return connection.getresponse()

    def work(self, count: int, stop: threading.Event) -> None:
        """Go through the queue as a person does, and note what the desk said was kept."""
        for _ in range(count):
            try:
                found = json.loads(self.ask("GET", "/api/queue?limit=1").read())["questions"]
                if not found or stop.is_set():
                    return
                about = found[0]["id"]
                body = json.dumps({"action": "unsure"})
                answer = self.ask("POST", f"/api/proposals/{about}/judgements", body)
                answer.read()
            except (OSError, http.client.HTTPException, ValueError):
                return
            if answer.status == 201:
                self.acknowledged.append(about)
            else:
                self.refused += 1


@pytest.fixture
def crowd(tmp_path: Path) -> Desk:
    """A workspace with 400 proposals."""
    desk = readings.workspace(tmp_path / "harbour")
    text = " ".join(
        f"On day {number} the bank signed a loan agreement for USD {number} million." for number in range(1, 401)
    )
    document = desk.document("long.txt", text, publisher="Times", language="en", published="2024-03-04")
    body = desk.body(document)
    desk.read(
        readings.reading(
            body,
            f"On day {number} the bank signed a loan agreement for USD {number} million.",
            document=document,
            source=desk.source(document),
            sums=[("commitment", f"{number}000000", "USD", f"USD {number} million")],
        )
        for number in range(1, 401)
    )
    return desk


START = """
import sys, time
from pathlib import Path
from warifu.desk.serve import serve
folder, users = Path(sys.argv[1]), Path(sys.argv[2])
serve(folder, analyst="mori", port=0, users=users, told=lambda link: print(link, flush=True))
"""


def started(desk: Desk, users: Path) -> tuple[subprocess.Popen[str], int]:
    process = subprocess.Popen(
        [sys.executable, "-c", START, str(desk.folder), str(users)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    port = int(process.stdout.readline().rpartition(":")[2].partition("/")[0])
    return process, port


@pytest.mark.slow
def test_twenty_browsers_at_once_and_kill_minus_nine_lose_and_double_nothing(crowd: Desk, tmp_path: Path) -> None:
    """
    Twenty people judge; in the middle the desk dies by SIGKILL; it starts again; they go on.
    """
    users = tmp_path / "team.json"
    for number in range(WRITERS):
        Users(users).add(f"coder-{number}", f"password of coder-{number}", (Role.CODER,))
    everything: list[Browser] = []
    for round_ in range(2):
        process, port = started(crowd, users)
        browsers = [Browser(port, f"coder-{number}") for number in range(WRITERS)]
        everything += browsers
        for browser in browsers:
            browser.enter()
        stop = threading.Event()
        threads = [threading.Thread(target=browser.work, args=(15, stop)) for browser in browsers]
        for thread in threads:
            thread.start()
        if round_ == 0:
            while sum(len(browser.acknowledged) for browser in browsers) < 60:
                time.sleep(0.005)
            os.kill(process.pid, signal.SIGKILL)
        for thread in threads:
            thread.join()
        if round_ == 1:
            process.terminate()
        process.wait(timeout=30)
    acknowledged = Counter((browser.name, about) for browser in everything for about in browser.acknowledged)
    folder = crowd.folder / "decisions"
    for path in folder.glob("*.jsonl"):
        log.mend(path)
    kept = Counter((one.analyst, one.about) for one in log.read_all(folder))
    assert sum(acknowledged.values()) >= 200
    assert max(kept.values()) == 1
    assert acknowledged.keys() - kept.keys() == set()
    beyond = kept.keys() - acknowledged.keys()
    assert len(beyond) <= WRITERS  # written, but killed before the answer: at most one a browser


def test_one_person_in_twenty_tabs_loses_and_doubles_nothing(visitor: Visitor, harbour: Desk) -> None:
    names = list(visitor.book.proposals)
    answers: list[int] = []

    def tab(number: int) -> None:
        about = names[number % len(names)]
        seen = visitor.get(f"/api/proposals/{about}").json()["seen"]
        answers.append(
            visitor.send(f"/api/proposals/{about}/judgements", {"action": "accept", "seen": seen}).status_code
        )

    threads = [threading.Thread(target=tab, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = log.read(log.path_of(harbour.folder / "decisions", "mori"))
    assert answers.count(201) == len(found)
    assert set(answers) <= {201, 409}
    assert {one.about for one in found} == set(names)


def test_another_program_that_writes_the_same_log_is_noticed(visitor: Visitor, harbour: Desk) -> None:
    first, second = list(visitor.book.proposals)[:2]
    assert visitor.send(f"/api/proposals/{first}/judgements", {"action": "unsure"}).status_code == 201
    seen = visitor.get(f"/api/proposals/{second}").json()["seen"]
    harbour.decide("mori", "accept", second, at="2026-06-01T10:00:00+00:00")
    refused = visitor.send(f"/api/proposals/{second}/judgements", {"action": "accept", "seen": seen})
    assert refused.status_code == 409
    assert visitor.send(f"/api/proposals/{first}/judgements", {"action": "accept"}).status_code == 201
    assert len(log.read(log.path_of(harbour.folder / "decisions", "mori"))) == 3


def test_a_clock_that_is_set_back_never_turns_the_order_of_ones_decisions(visitor: Visitor, harbour: Desk) -> None:
    harbour.decide("mori", "accept", "cranes-x", at="2099-01-01T00:00:00+00:00")
    about = next(iter(visitor.book.proposals))
    visitor.send(f"/api/proposals/{about}/judgements", {"action": "accept"})
    visitor.send("/api/undo")
    found: list[Decision] = log.read(log.path_of(harbour.folder / "decisions", "mori"))
    assert [one.action for one in found] == ["accept", "accept", "undo"]
    assert [one.at for one in found] == sorted(one.at for one in found)


def test_a_half_written_line_is_cut_off_when_the_desk_starts(harbour: Desk) -> None:
    from visitors import alone

    harbour.decide("mori", "accept", "x")
    path = log.path_of(harbour.folder / "decisions", "mori")
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    assert alone(harbour).book.broken == {}
    assert path.read_bytes() == whole


def test_an_altered_log_is_told_and_not_written_to(harbour: Desk) -> None:
    from visitors import alone

    harbour.decide("mori", "accept", "x")
    harbour.decide("mori", "accept", "y")
    path = log.path_of(harbour.folder / "decisions", "mori")
    path.write_bytes(path.read_bytes().replace(b'"about":"x"', b'"about":"z"'))
    visitor = alone(harbour)
    assert "mori.jsonl" in visitor.get("/queue").text
    about = next(iter(visitor.book.proposals))
    assert visitor.send(f"/api/proposals/{about}/judgements", {"action": "accept"}).status_code == 422
    assert visitor.get("/api/log").status_code == 503
