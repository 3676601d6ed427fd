# ruff: noqa: E501  a table is printed here
"""Grouping many documents: time, memory, growth; and what a plain MinHash library finds of the same edited copies.

    python bench/grouping.py [--documents 10000 100000 1000000] [--words 110] [--engine] [--made] [--recall 2000]

The corpus is made here with a fixed seed: stories of invented words, drawn as in English (a few very common), and for every tenth
of them two edited copies. Fingerprints are made first (their time by itself, on CPU time) and grouped then. Each size runs in a
process of its own. `--recall` beside MinHash (rensa, for this bench only): 5-word shingles, 128 hashes, Jaccard 0.5, the usual setting, and
0.1; on copies with 5 to 40 per cent of the words changed, and on spins by the families of eval/copies.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "eval" / "copies"))

COMMON = Path(__file__).resolve().parents[1] / "src/warifu/documents/data/common-words-en.txt"
COPIES = 2


def words() -> tuple[list[str], np.ndarray]:
    """A vocabulary and how often each word is drawn: 2,000 common words, 60,000 rare ones, by Zipf's law."""
    common = [line for line in COMMON.read_text("utf-8").splitlines() if line and not line.startswith("#")][:2000]
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "or", "un")]
    chance = np.random.default_rng(1)
    rare = {"".join(chance.choice(syllables, 3)) for _ in range(66_000)}
    every = common + sorted(rare)[:60_000]
    weight = 1.0 / (np.arange(len(every)) + 8.0)
    return every, np.cumsum(weight / weight.sum())


def story(number: int, size: int, vocabulary: list[str], chances: np.ndarray) -> list[str]:
    """The words of one story: rare ones partly as names, and a figure here and there."""
    chance = np.random.default_rng(number)
    drawn = np.searchsorted(chances, chance.random(size))
    made = [vocabulary[at].capitalize() if at > 2000 and at % 3 == 0 else vocabulary[at] for at in drawn]
    for place in chance.integers(0, size, size // 14):
        made[place] = str(chance.integers(10, 9999))
    return made


def edited(made: list[str], share: float, seed: int, vocabulary: list[str]) -> list[str]:
    """A copy with a share of its words changed."""
    chance = np.random.default_rng(seed)
    swap = chance.random(len(made)) < share
    return [vocabulary[chance.integers(0, 2000)] if out else word for word, out in zip(made, swap, strict=True)]


def one_size(count: int, size: int, engine: bool) -> dict[str, float]:
    """Group `count` documents and say what it took."""
    from warifu.documents import grouping
    from warifu.documents.fingerprint import fingerprint

    vocabulary, chances = words()
    prints = {}
    begun = time.process_time()
    making = 0.0
    number = 0
    while len(prints) < count:
        at = time.process_time()
        base = story(number, size, vocabulary, chances)
        texts = [base] + (
            [edited(base, 0.1, number * 7 + n, vocabulary) for n in range(COPIES)] if number % 10 == 0 else []
        )
        making += time.process_time() - at
        for n, text in enumerate(texts):
            if len(prints) < count:
                prints[f"{number:07}-{n}"] = fingerprint(" ".join(text))
        number += 1
    fingerprints = time.process_time() - begun - making
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, begun = time.perf_counter(), time.process_time()
    if engine:
        from warifu.documents.engine import clusters

        found = clusters(prints)
    else:
        found = grouping.clusters(prints)
    seconds, wall = time.process_time() - begun, time.perf_counter() - wall
    right = sum(len({name[:7] for name in names}) == 1 for names in found if len(names) > 1)
    groups = sum(len(names) > 1 for names in found)
    wanted = sum(1 for at in range(0, number, 10) if f"{at:07}-2" in prints)
    whole = sum(len(names) == COPIES + 1 and len({name[:7] for name in names}) == 1 for names in found)
    return {
        "documents": count, "fingerprints": count / fingerprints, "seconds": seconds, "wall": wall, "before": before / 1024,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "groups": groups, "right": right, "whole": whole,
        "wanted": wanted,
    }  # fmt: skip


def made_directly(count: int) -> dict[str, float]:
    """Group `count` fingerprints that were made as arrays, with no text behind them: what a million documents cost.

    Each holds 110 skeleton pairs, 130 content pairs and 100 shingles, as a text of about 110 words does; a seventh of them
    are drawn from pairs that many documents hold. Every tenth document has two copies that keep seven tenths of each set.
    """
    from warifu.documents import grouping
    from warifu.documents.grouping import Sets

    chance = np.random.default_rng(9)
    copies = np.arange(count) % 12
    origin = np.where(copies < COPIES, np.arange(count) - copies + 11, np.arange(count)).clip(max=count - 1)
    origin = np.where(copies < COPIES, origin, np.arange(count))

    def sets(size: int) -> Sets:
        rows = chance.integers(0, 1 << 63, (count, size), dtype=np.uint64) * np.uint64(2)
        common = size // 7
        drawn = (40_000 * chance.random((count, common)) ** 3).astype(np.uint64)
        spread = np.uint64(0x9E3779B97F4A7C15)
        rows[:, :common] = (drawn * np.uint64(64) + np.arange(common, dtype=np.uint64)) * spread
        kept = int(0.7 * size)
        copied = np.flatnonzero(origin != np.arange(count))
        rows[copied, common : common + kept] = rows[origin[copied], common : common + kept]
        rows.sort(axis=1)
        return Sets(rows.ravel(), np.arange(count + 1, dtype=np.int64) * size)

    skeleton, content, shingles = sets(110), sets(130), sets(100)
    sketch = Sets(skeleton.flat.reshape(count, 110)[:, :96].ravel(), np.arange(count + 1, dtype=np.int64) * 96)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, begun = time.perf_counter(), time.process_time()
    made = grouping.corpus_of(skeleton, content, shingles, sketch, np.full(count, 110, dtype=np.int64))
    found = grouping.grouped(made)
    seconds, wall = time.process_time() - begun, time.perf_counter() - wall
    several = [names for names in found if len(names) > 1]
    right = sum(len({int(origin[at]) for at in names}) == 1 for names in several)
    wanted = int((np.bincount(origin[origin != np.arange(count)], minlength=count) == COPIES).sum())
    whole = sum(len(names) == COPIES + 1 and len({int(origin[at]) for at in names}) == 1 for names in several)
    return {
        "documents": count, "fingerprints": float("nan"), "seconds": seconds, "wall": wall, "before": before / 1024,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "groups": len(several), "right": right,
        "whole": whole, "wanted": wanted,
    }  # fmt: skip


def recall(count: int, size: int) -> None:
    """Recall and false pairs on edited and spun copies, beside MinHash in the same run."""
    from rensa import RMinHash, RMinHashLSH
    from spinner import FAMILIES, spin

    from warifu.documents.fingerprint import fingerprint
    from warifu.documents.grouping import KIN, likeness

    vocabulary, chances = words()

    def minhash(text: str) -> RMinHash:
        made = RMinHash(num_perm=128, seed=42)
        parts = text.lower().split()
        made.update([" ".join(parts[at : at + 5]) for at in range(max(len(parts) - 4, 1))])
        return made

    kinds = {f"{share:.0%} of words changed": share for share in (0.05, 0.1, 0.2, 0.3, 0.4)}
    print(f"{'copies of ' + str(count) + ' texts':<28}{'warifu':>9}{'MinHash .5':>12}{'MinHash .1':>12}")
    texts = [" ".join(story(at, size, vocabulary, chances)) for at in range(count)]
    mine, theirs = [fingerprint(text) for text in texts], [minhash(text) for text in texts]
    for name in [*kinds, *(f"spun: {family}" for family in FAMILIES)]:
        hits = [0, 0, 0]
        for at, text in enumerate(texts):
            if name in kinds:
                copy = " ".join(edited(text.split(), kinds[name], at + 1, vocabulary))
            else:
                copy = spin(text, name.removeprefix("spun: "), at, 2.0)
            jaccard = minhash(copy).jaccard(theirs[at])
            hits[0] += likeness(fingerprint(copy), mine[at]) >= KIN
            hits[1] += jaccard >= 0.5
            hits[2] += jaccard >= 0.1
        print(f"{name:<28}{hits[0] / count:>9.3f}{hits[1] / count:>12.3f}{hits[2] / count:>12.3f}")
    pairs = [(at, (at * 7 + 1) % count) for at in range(count) if at != (at * 7 + 1) % count]
    false = [sum(likeness(mine[a], mine[b]) >= KIN for a, b in pairs), *(
        sum(theirs[a].jaccard(theirs[b]) >= limit for a, b in pairs) for limit in (0.5, 0.1))]  # fmt: skip
    print(f"{'strangers called copies':<28}{false[0]:>9}{false[1]:>12}{false[2]:>12}  of {len(pairs)}")
    begun = time.process_time()
    for text in texts:
        fingerprint(text)
    ours = count / (time.process_time() - begun)
    begun = time.process_time()
    for text in texts:
        minhash(text)
    print(f"{'fingerprints a second':<28}{ours:>9.0f}{count / (time.process_time() - begun):>12.0f}")
    lsh = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    begun = time.process_time()
    for at, one in enumerate(theirs):
        lsh.insert(at, one)
    print(f"{'MinHash LSH inserts a second':<28}{'':>9}{count / (time.process_time() - begun):>12.0f}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, nargs="*", default=[10_000, 100_000])
    asked.add_argument("--words", type=int, default=110)
    asked.add_argument("--engine", action="store_true")
    asked.add_argument("--made", action="store_true", help="fingerprints without texts, for the largest sizes")
    asked.add_argument("--recall", type=int, default=1000)
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one is not None:
        print(json.dumps(made_directly(given.one) if given.made else one_size(given.one, given.words, given.engine)))
        return
    if given.documents:
        heads = ("documents", "prints/s", "group CPU s", "wall s", "before MB", "peak MB", "whole groups", "wrong")
        print("".join(f"{head:>14}" for head in heads))
    for count in given.documents:
        command = [sys.executable, __file__, "--words", str(given.words), "--one", str(count)]
        command += ["--engine"] * given.engine + ["--made"] * given.made
        line = json.loads(
            subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[-1]
        )
        shown = (f"{count:,}", f"{line['fingerprints']:.0f}", f"{line['seconds']:.1f}", f"{line['wall']:.1f}",
                 f"{line['before']:.0f}", f"{line['peak']:.0f}", f"{line['whole']} of {line['wanted']}",
                 f"{line['groups'] - line['right']}")  # fmt: skip
        print("".join(f"{cell:>14}" for cell in shown), flush=True)
    if given.recall:
        recall(given.recall, given.words)


if __name__ == "__main__":
    main()
