"""The same pages read by the embedded engine and by a local cluster of two workers: the proposals must be equal.

    python bench/reader_engine.py [--texts 300] [--cluster]

Without an engine the pages are read one after another in this process. With `daft` (`pip install "warifu[engine]"`)
they are read by its native runner, in two processes; with `--cluster` (`pip install "warifu[cluster]"`) by two workers
of a local Ray cluster. Each way's proposals are put in order and digested; the digests must agree. An archive that does
not fit one machine is read by the same `read_row`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from warifu.proposals.reader import Page, read

HERE = Path(__file__).resolve()
sys.path.insert(0, str(HERE.parent))


def columns(count: int) -> dict[str, list[str]]:
    """The pages as columns, in three languages."""
    from reader import pages

    made: dict[str, list[str]] = {"document": [], "body": [], "title": [], "published": [], "language": []}
    for language in ("en", "ru", "ja"):
        for page in pages(count // 3, language):
            made["document"].append(f"{language}-{page.document}")
            made["body"].append(page.body)
            made["title"].append(page.title)
            made["published"].append(page.published or "")
            made["language"].append(page.language or "")
    return made


def read_row(document: str, body: str, title: str, published: str, language: str) -> str:
    """The proposals of one page as canonical JSON: what an engine calls for each row."""
    page = Page(document, body, title, published or None, language or None)
    return msgspec.json.encode(read(page), order="deterministic").decode()


def digest(rows: Iterator[tuple[str, str]]) -> str:
    """The digest of all proposals, whatever the order in which an engine gave them back."""
    whole = hashlib.sha256()
    for document, proposals in sorted(rows):
        whole.update(document.encode() + b"\t" + proposals.encode() + b"\n")
    return whole.hexdigest()


def here(made: dict[str, list[str]]) -> str:
    rows = zip(*made.values(), strict=True)
    return digest((row[0], read_row(*row)) for row in rows)


def by_engine(made: dict[str, list[str]]) -> str:
    """Read by daft's runner: native in this process, or Ray's when it was set before."""
    import daft

    @daft.cls(use_process=os.environ.get("WARIFU_RUNNER") != "ray", max_concurrency=2)
    class PageReader:
        @daft.method(return_dtype=daft.DataType.string())
        def __call__(self, document: str, body: str, title: str, published: str, language: str) -> str:
            return read_row(document, body, title, published, language)

    reader = PageReader()
    frame = daft.from_pydict(made)
    if os.environ.get("WARIFU_RUNNER") == "ray":  # the native runner spreads its batches itself
        frame = frame.into_partitions(4)
    frame = frame.with_column("proposals", reader(*(frame[name] for name in made)))
    found = frame.select("document", "proposals").to_pydict()
    return digest(zip(found["document"], found["proposals"], strict=True))


def by_cluster(made: dict[str, list[str]]) -> str:
    import daft
    import ray

    path = os.pathsep.join([str(HERE.parents[1] / "src"), str(HERE.parent), os.environ.get("PYTHONPATH", "")])
    ray.init(
        address="local", num_cpus=2, include_dashboard=False, log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": path}},
    )  # fmt: skip
    os.environ["WARIFU_RUNNER"] = "ray"
    daft.set_runner_ray(noop_if_initialized=True)
    try:
        return by_engine(made)
    finally:
        ray.shutdown()


def ask(way: str, texts: int) -> subprocess.CompletedProcess[str]:
    """One way in a process of its own: an engine's runner cannot be changed once it is set."""
    command = [sys.executable, str(HERE), "--only", way, "--texts", str(texts)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def ended(done: subprocess.CompletedProcess[str]) -> str:
    """Why a process gave no digest."""
    last = (done.stderr.strip().splitlines() or ["no word why"])[-1]
    return f"ended by {signal.Signals(-done.returncode).name}; its last word: {last}" if done.returncode < 0 else last


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=300)
    parser.add_argument("--cluster", action="store_true")
    parser.add_argument("--only", choices=("here", "engine", "cluster"))
    arguments = parser.parse_args()
    if arguments.only is not None:
        way = {"here": here, "engine": by_engine, "cluster": by_cluster}[arguments.only]
        print(json.dumps({"digest": way(columns(arguments.texts))}), flush=True)
        os._exit(0)  # an engine's native threads can fall over while the interpreter is taken down around them
    digests = {}
    for name in ["here", "engine", *(["cluster"] if arguments.cluster else [])]:
        done = ask(name, arguments.texts)
        if done.returncode < 0:  # killed: not an answer of ours, so it is asked once more, and that is said
            print(f"{name:8} {ended(done)}; once more")
            done = ask(name, arguments.texts)
        if done.returncode:
            print(f"{name:8} not run: {ended(done)}")
            continue
        digests[name] = json.loads(done.stdout.strip().splitlines()[-1])["digest"]
        print(f"{name:8} {digests[name]}")
    equal = len(set(digests.values())) == 1
    print("equal" if equal else "NOT EQUAL", "over", len(digests), "ways")
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
