# ruff: noqa: E501  a table is printed here
"""Grouping many documents: time, memory, growth; and what a plain MinHash library finds of the same edited copies.

    python bench/grouping.py [--documents 10000 100000 1000000] [--words 110] [--minhash] [--engine] [--made] [--recall 2000]

The corpus is made here with a fixed seed: stories of invented words, drawn as in English (a few very common), and for every tenth
of them two edited copies. Texts are read on all cores (fingerprints a second are of one core, on CPU time) and grouped then. Each size
runs in a process of its own. `--recall` beside MinHash (rensa, for this bench only): 5-word shingles, 128 hashes, Jaccard 0.5, the usual setting, and
0.1; on copies with 5 to 40 per cent of the words changed, and on spins by the families of eval/copies.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter
from functools import lru_cache
from multiprocessing import Pool
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
    rare = {"".join(three) for three in chance.choice(syllables, (66_000, 3)).tolist()}
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


STORIES_AT_ONCE = 1000


def texts_of(numbers: range, size: int) -> list[tuple[int, str]]:
    """The texts of some stories, as `story` and `edited` make them but many at once, each with the number of its story."""
    vocabulary, names, chances = _words()
    chance = np.random.default_rng(numbers.start)
    drawn = np.searchsorted(chances, chance.random((len(numbers), size)))
    texts = np.where((drawn > 2000) & (drawn % 3 == 0), names[drawn], vocabulary[drawn])
    figures = chance.random(texts.shape) < 1 / 14
    texts[figures] = chance.integers(10, 9999, int(figures.sum())).astype(str)
    copied = [at for at, number in enumerate(numbers) if number % 10 == 0]
    made = [(number, " ".join(row)) for number, row in zip(numbers, texts.tolist(), strict=True)]
    for _ in range(COPIES):
        copies = texts[copied]
        swapped = chance.random(copies.shape) < 0.1
        copies[swapped] = vocabulary[chance.integers(0, 2000, int(swapped.sum()))]
        made += [(numbers[at], " ".join(row)) for at, row in zip(copied, copies.tolist(), strict=True)]
    return made


@lru_cache(maxsize=1)
def _words() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    vocabulary, chances = words()
    names = [word.capitalize() for word in vocabulary]
    return np.array(vocabulary, dtype=object), np.array(names, dtype=object), chances


def _printed(job: tuple[range, int]) -> tuple[list[int], list[tuple[bytes, list[int]]], list[int], float, float]:
    """In a worker: the stories' fingerprints as packed sets one after the other, and the time that texts and they took."""
    from warifu.documents.fingerprint import fingerprint

    begun = time.process_time()
    texts = texts_of(*job)
    made = time.process_time()
    prints = [fingerprint(text) for _, text in texts]
    seconds = time.process_time() - made
    parts = [[getattr(one, part) for one in prints] for part in ("skeleton", "content", "shingles", "sketch")]
    packed = [(b"".join(sets), [len(one) // 8 for one in sets]) for sets in parts]
    return [number for number, _ in texts], packed, [one.length for one in prints], made - begun, seconds


def one_size(count: int, size: int, engine: bool) -> dict[str, float]:
    """Make `count` texts, read their fingerprints on all cores, group them, and say what it took.

    Texts are dropped as soon as they are read and fingerprints kept as arrays, so that memory is theirs alone.
    """
    from warifu.documents import grouping
    from warifu.documents.grouping import Sets

    stories = -(-count * 10 // (10 + COPIES))
    jobs = [(range(at, min(at + STORIES_AT_ONCE, stories)), size) for at in range(0, stories, STORIES_AT_ONCE)]
    numbers: list[int] = []
    lengths: list[int] = []
    flats: list[list[bytes]] = [[], [], [], []]
    sizes: list[list[int]] = [[], [], [], []]
    making = printing = 0.0
    wall = time.perf_counter()
    with Pool() as pool:
        for more, packed, long, took, read in pool.imap(_printed, jobs):
            numbers += more
            lengths += long
            making, printing = making + took, printing + read
            for at, (flat, own) in enumerate(packed):
                flats[at].append(flat)
                sizes[at] += own
    reading = time.perf_counter() - wall
    sets = []
    for at in range(4):
        start = np.zeros(len(numbers) + 1, dtype=np.int64)
        np.cumsum(sizes[at], out=start[1:])
        sets.append(Sets(np.frombuffer(b"".join(flats[at]), dtype="<u8"), start))
        flats[at], sizes[at] = [], []
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, begun = time.perf_counter(), time.process_time()
    made = grouping.corpus_of(*sets, np.array(lengths, dtype=np.int64))
    if engine:
        from warifu.documents import engine as over

        found, _ = grouping.grouped(made, find=over.candidates, score=over.scores)
    else:
        found, _ = grouping.grouped(made)
    seconds, wall = time.process_time() - begun, time.perf_counter() - wall
    return {
        "documents": len(numbers), "fingerprints": len(numbers) / printing, "reading": reading, "seconds": seconds, "wall": wall,
        "before": before / 1024, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        **_right(found, numbers),
    }  # fmt: skip


def _right(found: list[list[int]], numbers: list[int]) -> dict[str, float]:
    """How many groups there are, how many hold one story only, how many are whole, and how many should be."""
    several = [{numbers[at] for at in places} for places in found if len(places) > 1]
    whole = sum(len(places) == COPIES + 1 and len({numbers[at] for at in places}) == 1 for places in found)
    held = Counter(numbers)
    return {
        "groups": len(several), "right": sum(len(one) == 1 for one in several), "whole": whole,
        "wanted": sum(many == COPIES + 1 for many in held.values()),
    }  # fmt: skip


def minhash_size(count: int, size: int) -> dict[str, float]:
    """The same texts through a plain MinHash library: 5-word shingles, 128 hashes, LSH, Jaccard 0.5."""
    from rensa import RMinHash, RMinHashLSH

    from warifu.documents.grouping import components

    stories = -(-count * 10 // (10 + COPIES))
    lsh = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    kept: list[RMinHash] = []
    numbers: list[int] = []
    printing = grouping = 0.0
    wall = time.perf_counter()
    for at in range(0, stories, STORIES_AT_ONCE):
        texts = texts_of(range(at, min(at + STORIES_AT_ONCE, stories)), size)
        begun = time.process_time()
        for number, text in texts:
            one = RMinHash(num_perm=128, seed=42)
            parts = text.lower().split()
            one.update([" ".join(parts[at : at + 5]) for at in range(max(len(parts) - 4, 1))])
            kept.append(one)
            numbers.append(number)
        printing += time.process_time() - begun
    reading = time.perf_counter() - wall
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    wall, begun = time.perf_counter(), time.process_time()
    pairs = []
    for at, one in enumerate(kept):
        pairs += [(other, at) for other in lsh.query(one) if one.jaccard(kept[other]) >= 0.5]
        lsh.insert(at, one)
    found = components(range(len(kept)), np.array(pairs, dtype=np.int64).reshape(-1, 2))
    grouping, wall = time.process_time() - begun, time.perf_counter() - wall
    return {
        "documents": len(numbers), "fingerprints": len(numbers) / printing, "reading": reading, "seconds": grouping, "wall": wall,
        "before": before / 1024, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        **_right(found, numbers),
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
    found, _ = grouping.grouped(made)
    seconds, wall = time.process_time() - begun, time.perf_counter() - wall
    several = [names for names in found if len(names) > 1]
    right = sum(len({int(origin[at]) for at in names}) == 1 for names in several)
    wanted = int((np.bincount(origin[origin != np.arange(count)], minlength=count) == COPIES).sum())
    whole = sum(len(names) == COPIES + 1 and len({int(origin[at]) for at in names}) == 1 for names in several)
    return {
        "documents": count, "fingerprints": float("nan"), "reading": 0.0, "seconds": seconds, "wall": wall, "before": before / 1024,
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
    asked.add_argument("--minhash", action="store_true", help="the same texts by a plain MinHash library as well")
    asked.add_argument("--by", choices=("warifu", "minhash"), default="warifu", help=argparse.SUPPRESS)
    asked.add_argument("--recall", type=int, default=1000)
    asked.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.one is not None:
        if given.by == "minhash":
            print(json.dumps(minhash_size(given.one, given.words)))
        elif given.made:
            print(json.dumps(made_directly(given.one)))
        else:
            print(json.dumps(one_size(given.one, given.words, given.engine)))
        return
    if given.documents:
        heads = (
            "by",
            "documents",
            "prints/s",
            "read, s",
            "group CPU s",
            "wall s",
            "before MB",
            "peak MB",
            "whole groups",
            "wrong",
        )
        print("".join(f"{head:>13}" for head in heads))
    for count, by in ((count, by) for count in given.documents for by in ("warifu", *["minhash"] * given.minhash)):
        command = [sys.executable, __file__, "--words", str(given.words), "--one", str(count), "--by", by]
        command += ["--engine"] * given.engine + ["--made"] * given.made
        line = json.loads(
            subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()[-1]
        )
        shown = (by, f"{line['documents']:,}", f"{line['fingerprints']:.0f}", f"{line['reading']:.0f}", f"{line['seconds']:.1f}",
                 f"{line['wall']:.1f}", f"{line['before']:.0f}", f"{line['peak']:.0f}", f"{line['whole']} of {line['wanted']}",
                 f"{line['groups'] - line['right']}")  # fmt: skip
        print("".join(f"{cell:>13}" for cell in shown), flush=True)
    if given.recall:
        recall(given.recall, given.words)


if __name__ == "__main__":
    main()
