# ruff: noqa: E501  tables of cases read best unbroken
"""Make the table of odd wording that `documents/wording.py` reads.

    python eval/copies/train.py HONEST.jsonl

Honest texts are one half (by digest) of those that `honest.py` wrote; spun ones are spins of that half by the families
of `spinner.py`, at rates from half to one and a half times those of the study. A phrase's weight is the log of how much
oftener it stands in spun texts than in honest ones. A family's limit is the weight that one honest text in 10,000 reaches when their own
half of the half was not used for the weights. The other half of all texts is never looked at here: it is what `run.py` reports on.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from hashlib import sha256
from math import log
from multiprocessing import Pool
from pathlib import Path
from random import Random

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from spinner import FAMILIES, spin  # noqa: E402  (a script beside this one)

from warifu.documents import wording  # noqa: E402

EACH = 3000
"""Spun texts a family, each of an original of its own: one spun twice would teach its topic."""
LEAST, SEEN = 3.0, 4
"""Least weight of a phrase, and least number of spun texts that hold it."""
FALSE = 1e-4


def half_of(text: str) -> int:
    """0 for texts to train on, 1 for texts to report on."""
    return int(sha256(text.encode()).hexdigest(), 16) % 2


Phrases = dict[str, tuple[int, int]]


def _spun(job: tuple[str, str, int, float]) -> Phrases:
    text = spin(*job)
    return wording.phrases(text) if text != job[0] else {}


def _sum(one: Phrases, weights: dict[str, float]) -> float:
    return sum(weight for weight, _, _ in wording.weighed(one, weights))


def _weights(spun: list[Phrases], honest: Counter[str], texts: int) -> dict[str, float]:
    held = Counter(phrase for one in spun for phrase in one)
    found = {}
    for phrase, count in held.items():
        weight = log((count / len(spun)) / ((honest[phrase] + 0.5) / texts))
        if count >= SEEN and weight >= LEAST:
            found[phrase] = round(weight, 2)
    return found


def main() -> None:
    """Count, weigh, set the limits, write."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    ours = sorted({row["text"] for row in rows if half_of(row["text"]) == 0})
    prose = [text for text in ours if len(text) > 500]
    lines = [
        "# Made by eval/copies/train.py: family, masked phrase, weight; LIMIT is the weight from which a text is spun."
    ]
    with Pool() as pool:
        honest = pool.map(wording.phrases, ours, chunksize=200)
        quarters = [[one for at, one in enumerate(honest) if at % 2 == side] for side in (0, 1)]
        counts = [Counter(phrase for one in side for phrase in one) for side in quarters]
        for family in FAMILIES:
            chance = Random(family)
            jobs = [
                (text, family, at, chance.uniform(0.5, 1.5))
                for at, text in enumerate(chance.sample(prose, min(EACH, len(prose))))
            ]
            spun = [one for one in pool.map(_spun, jobs, chunksize=100) if one]
            reached = []
            for side in (0, 1):
                weights = _weights(spun, counts[side], len(quarters[side]))
                reached += [_sum(one, weights) for one in quarters[1 - side]]
            limit = sorted(reached, reverse=True)[int(FALSE * len(reached))] + 0.01
            weights = _weights(spun, counts[0] + counts[1], len(honest))
            found = sum(_sum(one, weights) >= limit for one in spun) / len(spun)
            print(f"{family}: {len(weights)} phrases, limit {limit:.2f}, {found:.3f} of its own {len(spun)} texts")
            lines.append(f"{family}\tLIMIT\t{limit:.2f}")
            lines += [f"{family}\t{phrase}\t{weight}" for phrase, weight in sorted(weights.items())]
    target = HERE.parents[1] / "src" / "warifu" / "documents" / "data" / "wording-en.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"wrote {target.name}, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
