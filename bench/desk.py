"""The desk under load: 100,000 proposals in the queue, pages timed as a browser gets them, and decisions an hour.

    python bench/desk.py                     100,000 proposals of 250 documents
    python bench/desk.py --proposals 5000    a smaller queue

Prints one line a figure. Pages are asked over HTTP from a desk that listens in another process; "decisions an hour" is
what a script reaches that does what a person does: it loads each proposal's page, posts the form, and gets the next.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import msgspec

import readings
from warifu.decisions import log
from warifu.proposals import runs

START = """
import sys
from pathlib import Path
from warifu.desk.serve import serve
serve(Path(sys.argv[1]), analyst="mori", port=0, told=lambda link: print(link, flush=True))
"""
READINGS = 4
STAGES = ("signed", "announced", "financed", "proposed")
SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]
"""Each document gets words of its own: documents that say the same are copies, and here none should be."""


def filled(folder: Path, documents: int, each: int) -> readings.Desk:
    """A workspace with `documents` times `each` proposals, their offsets true."""
    desk = readings.workspace(folder)
    papers: dict[str, tuple[str | bytes, dict[str, str]]] = {}
    for number in range(documents):
        rng = random.Random(number)
        own = ["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))) for _ in range(400)]
        lines = [
            f"{rng.choice(own)} {rng.choice(own)} on day {place} {STAGES[(number + place) % 4]} {rng.choice(own)} loan "
            f"{rng.choice(own)} USD {(number * 7919 + place * 104729) % 9000 + 1} million {rng.choice(own)} "
            f"{rng.choice(own)} ward {place} {rng.choice(own)}."
            for place in range(each // READINGS)
        ]
        language = ("en", "ja", "ru")[number % 3]
        papers[f"paper-{number}.txt"] = (
            "\n".join(lines),
            {"publisher": f"Paper {number % 40}", "language": language, "published": f"202{number % 5}-03-04"},
        )
    digests = desk.take_in(papers)
    found = []
    for number, (name, digest) in enumerate(digests.items()):
        body = desk.body(digest)
        source = desk.source(digest)
        at = 0
        for place, line in enumerate(papers[name][0].split("\n")):  # type: ignore[union-attr, arg-type]
            start = body.index(str(line), at)
            at = start + len(line)
            found += [moved(one, start) for one in read_from(str(line), digest, source, number, place)]
    desk.read(found)
    return desk


def read_from(line: str, digest: str, source: str, number: int, place: int) -> list[readings.Proposal]:
    """What a reader might make of one line: as many readings as `READINGS`."""
    return [
        readings.reading(
            line,
            line,
            document=digest,
            source=source,
            fields={
                "stage": (STAGES[(number + place) % 4], STAGES[(number + place) % 4]),
                "instrument": ("loan", "loan"),
                "area": ("ports" if place % 2 else "power", "ward"),
                "place": (f"ward {place}, {which}", "ward"),
                "on": (f"202{number % 5}-03-04", f"day {place}"),
            },
            sums=[("pledge", f"{(number * 7919 + place * 104729) % 9000 + 1}000000", "USD", "USD")],
            confidence=0.3 + place % 7 / 10,
        )
        for which in range(READINGS)
    ]


def moved(one: readings.Proposal, by: int) -> readings.Proposal:
    """The reading of a line, at its place in the document."""

    def shift(anchor: object) -> object:
        return msgspec.structs.replace(anchor, start=anchor.start + by, end=anchor.end + by)  # type: ignore[attr-defined, type-var]

    made = msgspec.structs.replace(
        one,
        start=one.start + by,
        end=one.end + by,
        fields={name: shift(told) for name, told in one.fields.items()},
        parties=tuple(shift(party) for party in one.parties),
        sums=tuple(shift(told) for told in one.sums),
    )
    return msgspec.structs.replace(made, id=runs.proposal_id(made))


class Browser:
    """A client that keeps its session and its connection."""

    def __init__(self, link: str, process: int) -> None:
        self.process = process
        address = link.partition("//")[2]
        host, _, rest = address.partition("/")
        self.connection = http.client.HTTPConnection(host, timeout=120)
        answer = self.ask("GET", f"/{rest}")
        self.cookie = (answer[1].get("set-cookie") or "").partition(";")[0]
        self.csrf = msgspec.json.decode(self.ask("GET", "/api/me")[2])["csrf"]

    cookie = ""
    csrf = ""

    def processor(self) -> float:
        """Seconds of processor time that the desk has used."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, dict[str, str], bytes]:
        headers = {"Cookie": self.cookie}
        body = None
        if form is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
            body = urlencode({"csrf": self.csrf, **form})
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


def timed(browser: Browser, name: str, path: str, times: int = 30) -> float:
    spent = []
    before = browser.processor()
    for _ in range(times):
        begin = time.perf_counter()
        status, _, _ = browser.ask("GET", path)
        spent.append((time.perf_counter() - begin) * 1000)
        assert status == 200, (path, status)
    spent.sort()
    told(name, spent, (browser.processor() - before) * 1000 / times)
    return statistics.median(spent)


def told(name: str, spent: list[float], processor: float) -> None:
    """One line: by the clock, which other work on the machine slows, and what the processor spent on each."""
    print(
        f"{name:<40} median {statistics.median(spent):7.1f} ms, 95 of 100 below "
        f"{sorted(spent)[int(len(spent) * 0.95) - 1]:7.1f} ms; processor {processor:6.1f} ms each",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--proposals", type=int, default=100_000)
    parser.add_argument("--reviews", type=int, default=3_000)
    asked = parser.parse_args()
    each = min(400, asked.proposals)
    with tempfile.TemporaryDirectory() as place:
        begin = time.perf_counter()
        desk = filled(Path(place) / "harbour", max(1, asked.proposals // each), each)
        print(f"{'made':<44} {asked.proposals:,} proposals in {time.perf_counter() - begin:.1f} s")
        begin = time.perf_counter()
        process = subprocess.Popen([sys.executable, "-c", START, str(desk.folder)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        link = process.stdout.readline().strip()
        print(f"{'the desk opens in':<44} {time.perf_counter() - begin:.1f} s")
        try:
            measure(Browser(link, process.pid), asked.reviews)
        finally:
            process.terminate()
            process.wait()
        path = log.path_of(desk.folder / "decisions", "mori")
        begin = time.perf_counter()
        kept = log.read(path)
        print(f"{'every line of the log checked':<44} {len(kept):,} decisions in {time.perf_counter() - begin:.2f} s")


def measure(browser: Browser, reviews: int) -> None:
    timed(browser, "the queue", "/queue")
    timed(browser, "the queue, page 100", "/queue?page=100")
    timed(browser, "the queue of one language", "/queue?language=ja")
    timed(browser, "the queue by reason and area", "/queue?reason=doubt&area=ports")
    first = browser.ask("GET", "/next")[1]["location"]
    timed(browser, "one proposal beside its source", first)
    before = browser.processor()
    spent = one_by_one(browser, first, reviews)
    each = (browser.processor() - before) / reviews
    told("accept and next", spent, each * 1000)
    print(f"{'decisions an hour, one by one':<44} {3_600_000 / statistics.fmean(spent):,.0f} by the clock, "
          f"{3600 / each:,.0f} by the processor")  # fmt: skip
    timed(browser, f"the queue, after {reviews:,} decisions", "/queue")
    in_batches(browser, reviews)
    timed(browser, "the queue, after the batches too", "/queue")


def one_by_one(browser: Browser, address: str, reviews: int) -> list[float]:
    """Accept, and get the next, as a person does with one key."""
    spent = []
    status, _, page = browser.ask("GET", address)
    for _ in range(reviews):
        seen = page.partition(b'name="seen" value="')[2].partition(b'"')[0].decode()
        about = address.partition("/proposals/")[2].partition("?")[0]
        begin = time.perf_counter()
        status, headers, page = browser.ask("POST", f"/proposals/{about}/judge", {"action": "accept", "seen": seen})
        spent.append((time.perf_counter() - begin) * 1000)
        assert status == 200, (status, page[:300])
        address = headers["hx-push-url"]
    return spent


def in_batches(browser: Browser, reviews: int) -> None:
    """All of a pattern, previewed, then accepted."""
    count, begin = 0, time.perf_counter()
    while count < reviews:
        found = msgspec.json.decode(browser.ask("GET", "/api/queue?limit=1")[2])["questions"]
        page = browser.ask("GET", f"/proposals/{found[0]['id']}")
        assert page[0] == 200
        names = [one["id"] for one in msgspec.json.decode(browser.ask("GET", "/api/queue?limit=200")[2])["questions"]]
        form = urlencode([("csrf", browser.csrf), ("action", "accept"), *(("about", name) for name in names)])
        headers = {"Cookie": browser.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        for path in ("/batch/preview", "/batch"):
            browser.connection.request("POST", path, form, headers)
            answer = browser.connection.getresponse()
            answer.read()
            assert answer.status in (200, 303), answer.status
        count += len(names)
    spent = time.perf_counter() - begin
    print(f"{'decisions an hour, in batches of 200':<44} {count * 3600 / spent:,.0f}")


if __name__ == "__main__":
    main()
