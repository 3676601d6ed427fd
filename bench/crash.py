"""Kill a run that adds documents, again and again at random moments, until it has added them all; then count.

    python bench/crash.py [--documents 1000] [--seed 1]

Each run is ended with SIGKILL at a random moment. After the last, nothing may be lost or double, and the index whole.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from documents import html_page, pdf_paper
from warifu.documents.store import digest_of, open_store

ADD = "import sys; from warifu.documents.intake import add; add(sys.argv[1], [sys.argv[2]])"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as folder:
        source, workspace = Path(folder) / "given", Path(folder) / "workspace"
        source.mkdir()
        for at in range(given.documents):
            kind, data = ("pdf", pdf_paper(at)) if at % 5 == 0 else ("html", html_page(at))
            (source / f"{at:05}.{kind}").write_bytes(data)
        kills, begun, longest, done = 0, time.monotonic(), 3.0, 0
        while True:
            run = subprocess.Popen([sys.executable, "-c", ADD, str(workspace), str(source)])
            try:
                run.wait(timeout=chance.uniform(0.3, longest))
            except subprocess.TimeoutExpired:
                run.kill()
                run.wait()
                kills += 1
                lines = workspace / "documents" / "index.jsonl"
                now = lines.read_bytes().count(b"\n") if lines.exists() else 0
                longest *= 1.3 if now == done else 1.0  # a busy machine needs longer to begin
                done = now
                continue
            assert run.returncode == 0, run.returncode
            break
        store = open_store(workspace)
        wanted = {digest_of(path.read_bytes()) for path in source.iterdir()}
        assert {capture.digest for capture in store} == wanted, "documents were lost"
        doubled = [name for name, count in Counter(capture.source for capture in store).items() if count > 1]
        assert not doubled, doubled
        assert store.verify() == []
        assert not list((workspace / "documents" / "incoming").iterdir())
    seconds = time.monotonic() - begun
    outcome = "nothing lost, nothing double, index whole"
    print(f"{given.documents} documents, killed {kills} times in {seconds:.0f} s: {outcome}")


if __name__ == "__main__":
    main()
