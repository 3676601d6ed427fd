# ruff: noqa: E501  tables of cases read best unbroken
"""Measure the finding of copies, spun texts and garbled figures, and print the report.

    python eval/copies/run.py [HONEST.jsonl]

HONEST.jsonl is what `honest.py` writes. Only the half of it that neither the weights of the rules nor `train.py` looked at
is used here; without it, honest texts and sources of spins are the stories of this folder alone. Thresholds are the
constants of the modules (`grouping.KIN`, `spun.SPUN`, `translated.SHARE`). ``WARIFU_SHARED`` is where the seed is,
``CLOUGH`` the CSV of Clough and Stevenson's corpus of plagiarised answers (text, source, label 0 to 3), where you have it.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from multiprocessing import Pool
from pathlib import Path
from random import Random
from typing import Any

import yaml

from warifu.documents.copies import Doc, group
from warifu.documents.figures import garbled_figures
from warifu.documents.spun import judge

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from spinner import FAMILIES, spin  # noqa: E402  (a script beside this one)
from train import half_of  # noqa: E402

from warifu.documents.fingerprint import fingerprint  # noqa: E402
from warifu.documents.grouping import KIN, likeness  # noqa: E402

PROSE = ("ABC news", "Wall Street Journal", "human translation", "aid records", "speeches", "books and press")
"""Styles of the honest texts that are spun here: what spinners feed on is prose."""
STRENGTHS = (1.0, 2.0, 3.0)
"""Rates of swaps as multiples of the study's; pages of the synonym and essay families are denser than 1."""


@dataclass(frozen=True)
class Labelled:
    """A text, the origin it derives from, and how it was made (`source`, `independent`, or a kind of copy)."""

    doc: Doc
    origin: str
    made: str


def stories() -> list[dict[str, Any]]:
    """The source stories, in a fixed order."""
    return [
        story for path in sorted((HERE / "stories").glob("*.yaml")) for story in yaml.safe_load(path.read_text("utf-8"))
    ]


def labelled() -> list[Labelled]:
    """Every source, independent report and derived copy."""
    texts: list[Labelled] = []
    hand: list[dict[str, str]] = yaml.safe_load((HERE / "hand.yaml").read_text("utf-8"))
    for story in stories():
        name, language, text = story["id"], story.get("language", "en"), " ".join(story["text"].split())
        source = Doc(f"{name}/source", text, language, "2020-01-01")

        def add(made: str, words: str, tongue: str = language, story_id: str = name) -> None:
            origin = f"{story_id}/other" if made == "independent" else story_id
            texts.append(Labelled(Doc(f"{story_id}/{made}-{tongue}", words, tongue, "2020-01-02"), origin, made))

        texts.append(Labelled(source, name, "source"))
        add("independent", " ".join(story["other"].split()))
        add("exact", text.replace(". ", ".\n\n").replace("。", "。\n"))
        add("syndicated", syndicated(text, language))
        add("cut", cut(text))
        if "rewrite" in story:
            add("rewritten", " ".join(story["rewrite"].split()))
        for tongue, words in sorted(story.get("translations", {}).items()):
            add("translated", " ".join(words.split()), tongue)
        if language == "en":
            for family in FAMILIES:
                add(f"spun-{family}", spin(text, family, seed=1))
    for row in hand:
        words = " ".join(row["text"].split())
        made = f"spun-{row['family']}-by-hand"
        texts.append(Labelled(Doc(f"{row['story']}/{made}", words, "en", "2020-01-03"), row["story"], made))
    return texts


def syndicated(text: str, language: str) -> str:
    """The story as another paper prints it: dateline, house spelling, a furniture line, one sentence moved, a credit."""
    if language != "en":
        return (
            {"ja": "【共同】", "ru": "ТАСС. "}[language]
            + text
            + {"ja": "（記事はここまで）", "ru": " Читайте также."}[language]
        )
    for pair in (
        ("kilometres", "kilometers"),
        ("programme", "program"),
        (" percent", "%"),
        ("dollars", "US dollars"),
        ("agency", "Agency"),
    ):
        text = text.replace(*pair)
    parts = re.split(r"(?<=[.])\s+", text)
    parts[-2:] = reversed(parts[-2:])
    return f"(Wire) — {' '.join(parts)} Reporting by our staff. Sign up for our newsletter."


def cut(text: str) -> str:
    """The first three fifths of the story, ended at a sentence."""
    parts = re.split(r"(?<=[.。])\s*", text)
    kept = ""
    for part in parts:
        if len(kept) >= 0.5 * len(text):
            break
        kept += part + " "
    return kept.strip()


def spun_pages(seeds: Iterable[int] = range(4)) -> list[tuple[str, str]]:
    """Spun pages of two stories each (about 1,200 characters, the median of real ones), with their family."""
    english = [" ".join(s["text"].split()) for s in stories() if s.get("language", "en") == "en"]
    pages = []
    for seed in seeds:
        order = Random(seed).sample(english, len(english))
        for family in FAMILIES:
            pages += [
                (family, spin(f"{a}\n\n{b}", family, seed)) for a, b in zip(order[::2], order[1::2], strict=False)
            ]
    return pages


def grouping_report(texts: list[Labelled], background: list[str]) -> dict[str, Any]:
    """Pairwise precision, recall and F1, recall of copies by how they were made, and false merges of independent reports."""
    docs = [one.doc for one in texts] + [Doc(f"background/{at}", text, "en") for at, text in enumerate(background)]
    home = {member.id: at for at, found in enumerate(group(docs)) for member in found.members}
    pairs = Counter[str]()
    wrong: list[tuple[str, str]] = []
    for a, b in combinations(texts, 2):
        same, joined = a.origin == b.origin, home[a.doc.id] == home[b.doc.id]
        pairs["true" if same and joined else "missed" if same else "false" if joined else "right"] += 1
        if joined and not same:
            wrong.append((a.doc.id, b.doc.id))
    alone = Counter(home.values())
    stray = sum(home[f"background/{at}"] in {home[one.doc.id] for one in texts} for at in range(len(background)))
    source = {one.origin: home[one.doc.id] for one in texts if one.made == "source"}
    recall: dict[str, list[int]] = {}
    for one in texts:
        if one.made not in ("source", "independent"):
            recall.setdefault(one.made, []).append(int(home[one.doc.id] == source[one.origin]))
    independents = [one for one in texts if one.made == "independent"]
    merged = [one.doc.id for one in independents if home[one.doc.id] == source[one.origin.removesuffix("/other")]]
    precision = pairs["true"] / (pairs["true"] + pairs["false"])
    reached = pairs["true"] / (pairs["true"] + pairs["missed"])
    return {
        "pairs": dict(pairs), "precision": precision, "recall": reached, "f1": 2 * precision * reached / (precision + reached),
        "copies": {made: (sum(hits), len(hits)) for made, hits in sorted(recall.items())},
        "independent merged": (len(merged), len(independents)), "merged": merged, "wrong": wrong[:20],
        "missed": [o.doc.id for o in texts if o.made not in ("source", "independent") and home[o.doc.id] != source[o.origin]],
        "background in a story's group": (stray, len(background)), "groups": len(alone),
    }  # fmt: skip


def family_report(honest: list[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Spun pages found, by family, rate and length; pages by hand and the seed by themselves."""
    pages: list[tuple[str, str]] = []
    sources = [text for style, text in honest if style.startswith(PROSE) and len(text) > 900]
    sources = Random(11).sample(sources, min(len(sources), 200))
    for family in FAMILIES:
        for strength in STRENGTHS:
            for text in sources:
                size = "to 1,800" if len(text) < 1800 else "over 1,800"
                pages.append((f"{family}, rate x{strength:g}, {size} characters", spin(text, family, 1, strength)))
    pages += [(f"{family}, rate x1, two short wires", text) for family, text in spun_pages()]
    hand = yaml.safe_load((HERE / "hand.yaml").read_text("utf-8"))
    pages += [(f"{row['family']}, written by hand", row["text"]) for row in hand]
    seed = Path(os.environ.get("WARIFU_SHARED", HERE.parents[1].parent / "shared")) / "seed"
    pages += [("filler, a real page: the seed", path.read_text("utf-8")) for path in sorted(seed.glob("*.txt"))]
    hits: dict[str, list[int]] = {}
    with Pool() as pool:
        for (family, _), verdict in zip(
            pages, pool.map(_verdict, [text for _, text in pages], chunksize=50), strict=True
        ):
            hits.setdefault(family, []).append(int(verdict == "spun"))
    return {family: (sum(found), len(found)) for family, found in sorted(hits.items())}


def _verdict(text: str) -> str:
    return judge(text).verdict


def _flags(text: str) -> tuple[str, bool]:
    return judge(text).verdict, bool(garbled_figures(text))


def rewriting_report(path: Path) -> dict[str, tuple[int, int]]:
    """Clough and Stevenson's answers beside the article they may derive from: how many are called kin."""
    names = ("independent answers", "heavy revisions", "light revisions", "cut and paste")
    hits: dict[str, list[int]] = {}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for text, source, label in csv.reader(lines):
            kin = likeness(fingerprint(text), fingerprint(source)) >= KIN
            hits.setdefault(names[int(label)], []).append(int(kin))
    return {name: (sum(found), len(found)) for name, found in sorted(hits.items())}


def flag_report(honest: Iterable[tuple[str, str]]) -> dict[str, Counter[str]]:
    """Honest texts called spun or suspect, and honest texts with a figure called garbled, by style."""
    styles: dict[str, Counter[str]] = {}
    rows = list(honest)
    with Pool() as pool:
        for (style, _), (verdict, garbled) in zip(
            rows, pool.map(_flags, [text for _, text in rows], chunksize=100), strict=True
        ):
            counts = styles.setdefault(style, Counter())
            counts["texts"] += 1
            counts[verdict] += 1
            counts["garbled figure"] += garbled
    return dict(sorted(styles.items()))


def own_honest(texts: list[Labelled]) -> list[tuple[str, str]]:
    """The honest texts of this folder: sources, independent reports, rewrites and translations."""
    honest = ("source", "independent", "syndicated", "rewritten", "translated")
    return [(f"stories here ({one.doc.language})", one.doc.text) for one in texts if one.made in honest]


def main() -> None:
    """Print the report."""
    texts = labelled()
    honest = own_honest(texts)
    if len(sys.argv) > 1:
        rows = (json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines())
        honest += [(row["style"], row["text"]) for row in rows if half_of(row["text"]) == 1]
    print("Spun pages of known families found")
    for family, (found, of) in family_report(honest).items():
        print(f"  {family:52} {found:4} of {of:4}  {found / of:.3f}")
    print("Honest texts flagged                    texts   spun  suspect  garbled figure")
    total = Counter[str]()
    for style, counts in flag_report(honest).items():
        total += counts
        print(f"  {style:38} {counts['texts']:6} {counts['spun']:6} {counts['suspect']:8} {counts['garbled figure']:8}")
    print(f"  {'all':38} {total['texts']:6} {total['spun']:6} {total['suspect']:8} {total['garbled figure']:8}"
          f"   spun {100 * total['spun'] / total['texts']:.3f} %")  # fmt: skip
    background = [
        text for style, text in Random(7).sample(honest, min(len(honest), 2000)) if not style.startswith("stories")
    ]
    report = grouping_report(texts, background)
    print(f"Grouping, {len(texts)} labelled texts beside {len(background)} others")
    print(f"  pairs {report['pairs']}")
    print(f"  precision {report['precision']:.4f}  recall {report['recall']:.4f}  F1 {report['f1']:.4f}")
    print("Copies whose relative is in the store, found in its group")
    for made, (found, of) in report["copies"].items():
        print(f"  {made:52} {found:4} of {of:4}  {found / of:.3f}")
    every = [sum(side) for side in zip(*report["copies"].values(), strict=True)]
    print(f"  {'all':52} {every[0]:4} of {every[1]:4}  {every[0] / every[1]:.3f}")
    for name in ("independent merged", "background in a story's group", "merged", "wrong", "missed"):
        print(f"  {name}: {report[name]}")
    clough = os.environ.get("CLOUGH")
    if clough:
        print("Answers beside the article they may derive from (Clough and Stevenson), called kin")
        for name, (found, of) in rewriting_report(Path(clough)).items():
            print(f"  {name:52} {found:4} of {of:4}  {found / of:.3f}")


if __name__ == "__main__":
    main()
