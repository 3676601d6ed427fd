"""Documents a second and peak memory of reading HTML, PDF and WARC, beside the plain library in the same run.

    python bench/documents.py [--documents 200] [--only html]

Each line is measured in a process of its own, on CPU time, over documents made here with a fixed seed. "add" is the
whole of taking in: filing with flush to the disk, reading in the bounded process, indexing; its time is by the clock.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "documents"))

import papers

WORDS = [
    "Japan",
    "Russia",
    "memorandum",
    "energy",
    "cooperation",
    "signed",
    "investment",
    "ministry",
    "plan",
    "billion",
    "contract",
    "harbour",
    "pipeline",
    "talks",
    "governor",
    "company",
    "fund",
    "loan",
    "agreement",
    "area",
    "health",
    "city",
    "farming",
    "tourism",
    "export",
    "credit",
    "bank",
    "project",
    "summit",
]


def sentences(chance: random.Random, count: int) -> list[str]:
    return [" ".join(chance.choices(WORDS, k=chance.randint(9, 18))).capitalize() + "." for _ in range(count)]


def html_page(number: int) -> bytes:
    chance = random.Random(number)
    paragraphs = "".join(f"<p>{' '.join(sentences(chance, 4))}</p>" for _ in range(12))
    links = "".join(f'<li><a href="/{at}">{chance.choice(WORDS)}</a></li>' for at in range(60))
    rows = "".join(f"<tr><td>{chance.choice(WORDS)}</td><td>{chance.randint(1, 999)}</td></tr>" for _ in range(15))
    return (
        f"<html><head><title>Page {number}</title><style>.q{{display:none}} nav a{{color:#333}}</style></head><body>"
        f"<nav><ul>{links}</ul></nav><article><h1>Page {number}</h1>{paragraphs}<table>{rows}</table></article>"
        "<footer>About</footer></body></html>"
    ).encode()


def pdf_paper(number: int) -> bytes:
    chance = random.Random(number)
    pages = []
    for _ in range(4):
        lines = [" ".join(chance.choices(WORDS, k=11)) for _ in range(45)]
        pages.append(b"".join(papers.words(line, 60, 780 - 16 * at, 10) for at, line in enumerate(lines)))
    return papers.pdf(*pages)


def warifu_html(documents: list[bytes]) -> int:
    from warifu.documents.text.html import read_html

    return sum(len(read_html(data).body) for data in documents)


def trafilatura_html(documents: list[bytes]) -> int:
    import trafilatura

    return sum(len(trafilatura.extract(data, include_comments=False) or "") for data in documents)


def warifu_pdf(documents: list[bytes]) -> int:
    from warifu.documents.text.pdf import read_pdf

    return sum(len(read_pdf(data).body) for data in documents)


def pypdfium2_pdf(documents: list[bytes]) -> int:
    import pypdfium2

    total = 0
    for data in documents:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            total += len(page.get_textpage().get_text_range())
        document.close()
    return total


def _archive(documents: list[bytes]) -> bytes:
    return papers.warc(
        *((f"https://example.org/{at}", b"Content-Type: text/html\r\n", data) for at, data in enumerate(documents))
    )


def warifu_warc(documents: list[bytes]) -> int:
    from warifu.documents.archives import Arrival, Sizes, opened

    outer = Arrival(_archive(documents), "file:x.warc", "file", "x.warc")
    return sum(len(one.data) for one in opened(outer, Sizes()) if isinstance(one, Arrival))


def warcio_warc(documents: list[bytes]) -> int:
    from warcio.archiveiterator import ArchiveIterator

    return sum(len(record.content_stream().read()) for record in ArchiveIterator(BytesIO(_archive(documents))))


def warifu_add(documents: list[bytes]) -> int:
    from warifu.documents.intake import add

    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "given"
        given.mkdir()
        for at, data in enumerate(documents):
            (given / f"{at:06}.html").write_bytes(data)
        return len(add(Path(folder) / "workspace", [given]).added)


RUNS: dict[str, list[tuple[str, Callable[[list[bytes]], int], Callable[[int], bytes]]]] = {
    "html": [("warifu", warifu_html, html_page), ("trafilatura alone", trafilatura_html, html_page)],
    "pdf": [("warifu", warifu_pdf, pdf_paper), ("pypdfium2 alone", pypdfium2_pdf, pdf_paper)],
    "warc": [("warifu (fastwarc)", warifu_warc, html_page), ("warcio alone", warcio_warc, html_page)],
    "add": [("warifu add, html", warifu_add, html_page), ("warifu add, pdf", warifu_add, pdf_paper)],
}


def measure(kind: str, which: int, count: int) -> dict[str, float | str]:
    """One line of the table, in this process; a first document warms the imports up and is not counted."""
    name, run, make = RUNS[kind][which]
    documents = [make(number) for number in range(count)]
    run(documents[:1])
    clock = time.perf_counter if kind == "add" else time.process_time
    begun = clock()
    run(documents)
    seconds = clock() - begun
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
    return {"kind": kind, "name": name, "rate": count / seconds, "peak": peak}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=200)
    asked.add_argument("--only", choices=sorted(RUNS))
    asked.add_argument("--one", nargs=2, metavar=("KIND", "WHICH"), help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one is not None:
        print(json.dumps(measure(given.one[0], int(given.one[1]), given.documents)))
        return
    print(f"{'kind':<6}{'reader':<24}{'documents/s':>12}{'peak MB':>10}")
    for kind in RUNS if given.only is None else [given.only]:
        for which in range(len(RUNS[kind])):
            command = [sys.executable, __file__, "--documents", str(given.documents), "--one", kind, str(which)]
            line = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            print(f"{kind:<6}{line['name']:<24}{line['rate']:>12.1f}{line['peak']:>10.0f}")


if __name__ == "__main__":
    main()
