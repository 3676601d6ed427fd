"""Make the table of odd wording that `documents/wording.py` reads.

    python eval/copies/train.py HONEST.jsonl [--part 0 --to TABLE]
    python eval/copies/train.py HONEST.jsonl --report TABLE

Honest texts are one half (by digest) of those that `honest.py` wrote; spun ones are spins of that half by the families
of `spinner.py`, at rates from half to twice 1. Phrases are weighed by logistic regression, a family at a time, against
all honest texts, the originals of the spins among them: so a topic weighs nothing. A family's limit is the highest weight that any honest text
reached when neither it nor its spin was used for the weights (`FOLDS`). The other half of all texts is never looked at here: it is what
`run.py` reports on. With ``--part 0`` the spinners use half of their tables and dictionaries; ``--report`` then says what wording alone finds of pages
spun with the whole, half of which the table has never seen. Needs scipy.
"""

# ruff: noqa: E501  tables of cases read best unbroken
from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from honest import half_of  # noqa: E402  (scripts beside this one)
from spinner import FAMILIES, spin  # noqa: E402

from warifu.documents import wording  # noqa: E402

EACH = 6000
"""Spun texts a family."""
SEEN = 6
"""Least number of a family's spun texts that hold a phrase."""
NEW = 4
"""Least number of spun texts into which a word was brought, for the word to be seen as itself and not masked."""
RIDGE = 5.0
"""Weight of the squares of the weights; 2, 5 and 15 gave the same within the folds."""
LEAST = 0.06
"""Smaller weights are left out of the table."""
FOLDS = 4
SUSPECT = 1e-3
"""Share of honest texts that may be called suspect by their wording."""
TARGET = HERE.parents[1] / "src" / "warifu" / "documents" / "data" / "wording-en.tsv"


def _brought(job: tuple[str, str]) -> list[str]:
    before, after = ({token.low for token in wording.tokens(text)} for text in job)
    return sorted(word for word in after - before if word.isalpha() and len(word) > 2)


def _spun(job: tuple[str, str, int, float, int | None]) -> str:
    return spin(*job)


class _Seen:
    """Reads the phrases of a text with a lexicon that the workers are given once."""

    lexicon: frozenset[str] = frozenset()

    @classmethod
    def set(cls, lexicon: frozenset[str]) -> None:
        cls.lexicon = lexicon

    @classmethod
    def phrases(cls, text: str) -> list[str]:
        return list(wording.phrases(text, cls.lexicon))


def matrix(texts: list[list[str]], places: dict[str, int]) -> Any:
    """Which text holds which phrase."""
    rows = [[places[phrase] for phrase in text if phrase in places] for text in texts]
    start = np.cumsum([0, *map(len, rows)])
    flat = np.fromiter((at for row in rows for at in row), dtype=np.int32, count=int(start[-1]))
    return csr_matrix((np.ones(len(flat)), flat, start), shape=(len(rows), len(places)))


def weigh(honest: Any, spun: Any) -> tuple[np.ndarray, float]:
    """Weights of logistic regression and its constant, small weights left out."""
    every = vstack([honest, spun]).tocsr()
    turned = every.T.tocsr()
    side = np.concatenate([-np.ones(honest.shape[0]), np.ones(spun.shape[0])])

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        margin = side * (every @ values[:-1] + values[-1])
        slope = -side / (1 + np.exp(np.minimum(margin, 500)))
        total = np.logaddexp(0, -margin).sum() + RIDGE / 2 * values[:-1] @ values[:-1]
        return float(total), np.append(turned @ slope + RIDGE * values[:-1], slope.sum())

    found = minimize(loss, np.zeros(every.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    return np.where(np.abs(found[:-1]) >= LEAST, found[:-1], 0.0), float(found[-1])


class _Judge:
    """Judges texts by one table that the workers are given once."""

    table: wording.Table

    @classmethod
    def set(cls, path: Path) -> None:
        cls.table = wording.read_table(path.read_text("utf-8"))

    @classmethod
    def spun(cls, text: str) -> bool:
        return any(one.weight >= one.limit for one in wording.wordings(text, table=cls.table))


def report(path: Path, texts: list[str]) -> None:
    """What a table finds by itself of pages over 1,000 characters, and which honest texts it takes for spun."""
    sources = Random(11).sample([text for text in texts if len(text) >= 1000], 300)
    with Pool(initializer=_Judge.set, initargs=(path,)) as pool:
        for family in FAMILIES:
            for strength in (1.0, 2.0, 3.0):
                pages = pool.map(_spun, [(text, family, 1, strength, None) for text in sources], chunksize=20)
                found = sum(pool.map(_Judge.spun, pages, chunksize=20))
                print(f"{family}, rate x{strength:g}: {found} of {len(pages)}", flush=True)
        print(f"honest: {sum(pool.map(_Judge.spun, texts, chunksize=100))} of {len(texts)}")


def main() -> None:
    """Spin, weigh, set the limits, write."""
    asked = argparse.ArgumentParser()
    asked.add_argument("honest", type=Path)
    asked.add_argument("--part", type=int, choices=(0, 1))
    asked.add_argument("--to", type=Path, default=TARGET)
    asked.add_argument("--report", type=Path)
    given = asked.parse_args()
    rows = [json.loads(line) for line in given.honest.read_text("utf-8").splitlines()]
    if given.report is not None:
        report(given.report, [row["text"] for row in rows if half_of(row["text"]) == 1])
        return
    ours = sorted({row["text"] for row in rows if half_of(row["text"]) == 0})
    originals: dict[str, list[int]] = {}
    jobs = []
    for family in FAMILIES:
        chance = Random(family)
        prose = [at for at, text in enumerate(ours) if len(text) > 500]
        originals[family] = chance.sample(prose, min(EACH, len(prose)))
        jobs += [(ours[at], family, at, chance.uniform(0.5, 2.0), given.part) for at in originals[family]]
    with Pool() as pool:
        spun = pool.map(_spun, jobs, chunksize=100)
        pairs = [(job[0], text) for job, text in zip(jobs, spun, strict=True)]
        brought = Counter(word for words in pool.imap(_brought, pairs, chunksize=100) for word in words)
    lexicon = frozenset(word for word, count in brought.items() if count >= NEW)
    with Pool(initializer=_Seen.set, initargs=(lexicon,)) as pool:
        honest = pool.map(_Seen.phrases, ours, chunksize=100)
        phrased = pool.map(_Seen.phrases, spun, chunksize=100)
    fold = np.arange(len(ours)) % FOLDS
    lines = [
        "# Made by eval/copies/train.py: family, phrase, weight; BIAS is added, from LIMIT on a text is spun, from SUSPECT on suspect.",
        "# LEXICON: words that are not masked beside the common ones; many of them are synonyms out of WordNet 3.0, (c) 2006 Princeton University.",
        "LEXICON\t" + " ".join(sorted(lexicon)) + "\t0",
    ]
    done = 0
    for family, chosen in originals.items():
        mine = phrased[done : done + len(chosen)]
        done += len(chosen)
        held = Counter(phrase for one in mine for phrase in one)
        places = {phrase: at for at, phrase in enumerate(sorted(p for p, count in held.items() if count >= SEEN))}
        texts, spins = matrix(honest, places), matrix(mine, places)
        # A phrase as common in honest texts as in spun ones says nothing.
        rate = [(np.asarray(m.sum(0)).ravel() + 0.5) / m.shape[0] for m in (texts, spins)]
        told = np.flatnonzero(np.abs(np.log(rate[1] / rate[0])) > 0.4)
        names = [name for name, at in sorted(places.items(), key=lambda item: item[1])]
        texts, spins = texts[:, told], spins[:, told]
        of = fold[np.array(chosen)]
        reached, found = np.empty(len(ours)), np.empty(len(mine))
        for out in range(FOLDS):
            weights, bias = weigh(texts[fold != out], spins[of != out])
            reached[fold == out] = texts[fold == out] @ weights + bias
            found[of == out] = spins[of == out] @ weights + bias
        ranked = np.sort(reached)[::-1]
        limit, suspect = max(ranked[0], 0.5) + 0.01, max(ranked[int(SUSPECT * len(ranked))], 0.0) + 0.01
        weights, bias = weigh(texts, spins)
        kept = [(names[told[at]], weights[at]) for at in np.flatnonzero(weights)]
        print(f"{family}: {len(kept)} phrases, limit {limit:.2f}, suspect {suspect:.2f}; {np.mean(found >= limit):.3f} of its own {len(mine)} texts in the folds;"
              f" highest honest {ranked[:6].round(2)}", flush=True)  # fmt: skip
        lines += [
            f"{family}\t{what}\t{value:.2f}" for what, value in (("BIAS", bias), ("LIMIT", limit), ("SUSPECT", suspect))
        ]
        lines += [f"{family}\t{phrase}\t{weight:.2f}" for phrase, weight in sorted(kept)]
    given.to.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {given.to.name}, {given.to.stat().st_size} bytes")


if __name__ == "__main__":
    main()
