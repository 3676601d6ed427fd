# ruff: noqa: E501  tables of cases read best unbroken
"""Measure the finding of copies, spun texts and garbled figures, and print the report.

    python eval/copies/run.py [HONEST.jsonl]

HONEST.jsonl is what `honest.py` writes. Only the half of it that neither the weights of the rules nor `train.py` looked at
is used here; without it, honest texts and sources of spins are the stories of this folder alone. Thresholds are the
constants of the modules (`grouping.KIN`, `spun.SPUN`, `swaps.GAIN`, `mosaics.COVERED`, `translated.SHARE`) and those
in the table that `train.py` made. ``WARIFU_SHARED`` is where the seed is, ``WMT22`` a checkout of the WMT 2022 general task,
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
from itertools import combinations, permutations
from multiprocessing import Pool
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import yaml
from lxml import etree

from warifu.documents.copies import Doc, group
from warifu.documents.figures import garbled_figures
from warifu.documents.spun import judge

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from honest import half_of, learnt, scanned  # noqa: E402  (scripts beside this one)
from spinner import FAMILIES, spin  # noqa: E402

from warifu.documents.fingerprint import fingerprint, overlap  # noqa: E402
from warifu.documents.grouping import KIN, likeness  # noqa: E402

PROSE = ("ABC news", "Wall Street Journal", "human translation", "aid records", "speeches", "books and press")
"""Styles of the honest texts that are spun here: what spinners feed on is prose."""
STRENGTHS = (1.0, 2.0, 3.0)
"""Rates of swaps; `density` prints how much of the original's wording is left at each (real pages of a study: 0.18)."""
LENGTHS = ((1000, "500 to 1,000 characters"), (1800, "1,000 to 1,800"), (10**9, "over 1,800"))
"""Lengths of the originals, in characters; a word has six."""


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


def sources_of(honest: list[tuple[str, str]], most: int) -> list[str]:
    """Honest prose to be spun, never looked at by training."""
    found = [text for style, text in honest if style.startswith(PROSE) and len(text) > 500]
    return Random(11).sample(found, min(len(found), most))


def length_of(text: str) -> str:
    """The row of the table that a text belongs to, by its length."""
    return next(name for most, name in LENGTHS if len(text) < most)


def family_report(honest: list[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Spun pages found in themselves, by family, rate and length of the original; pages by hand and the seed apart."""
    pages: list[tuple[str, str]] = []
    sources = sources_of(honest, 400)
    for family in FAMILIES:
        for strength in STRENGTHS:
            for text in sources:
                pages.append((f"{family}, rate x{strength:g}, {length_of(text)}", spin(text, family, 1, strength)))
        for text in sources:
            if len(text) >= 1000:
                pages.append((f"{family}, tics alone, rate x1, from 1,000", spin(text, family, 1, 1.0, None, False)))
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


def density(honest: list[tuple[str, str]]) -> dict[str, float]:
    """How much of its original's wording a spun page keeps: median overlap of runs of three words, by family and rate."""
    texts = [text for text in sources_of(honest, 400) if len(text) >= 1000][:60]
    return {
        f"{family}, rate x{strength:g}": median(
            overlap(fingerprint(spin(text, family, 1, strength)).shingles, fingerprint(text).shingles) for text in texts
        )
        for family in FAMILIES
        for strength in STRENGTHS
    }


def beside_report(honest: list[tuple[str, str]], wmt: Path | None) -> dict[str, tuple[int, int]]:
    """Spun pages found when the original is in the store, and honest pairs of kin called spun."""
    chance = Random(9)
    sources = sources_of(honest, 200)
    pairs = {
        f"{family}, rate x{strength:g}, {length_of(text)}": [] for family in FAMILIES for strength in STRENGTHS
        for text in sources
    }  # fmt: skip
    for family in FAMILIES:
        for strength in STRENGTHS:
            for text in sources:
                name = f"{family}, rate x{strength:g}, {length_of(text)}"
                pairs[name].append((spin(text, family, 3, strength), text))
    pairs["honest: learner's English beside the original"] = [(learnt(text, chance), text) for text in sources]
    pairs["honest: OCR beside the original"] = [(scanned(text, chance), text) for text in sources]
    pairs["honest: syndicated beside the original"] = [(syndicated(text, "en"), text) for text in sources]
    pairs["honest: rewrite beside the original"] = [(s["rewrite"], s["text"]) for s in stories() if "rewrite" in s]
    if wmt is not None:
        pairs["honest: two translations of one text"] = translations(wmt)
    with Pool() as pool:
        found = {}
        for name, ones in pairs.items():
            kin = [hit for hit in pool.map(beside, ones, chunksize=20) if hit is not None]
            found[name] = (sum(kin), len(kin))
    return dict(sorted(found.items()))


def beside(pair: tuple[str, str]) -> bool | None:
    """Whether the first text is called spun where the second is in the store; None where the two are not kin."""
    text, original = pair
    groups = group([Doc("text", text, "en", "2020-01-02"), Doc("original", original, "en", "2020-01-01")])
    if len(groups) > 1:
        return None
    return next(member.kind == "spun" for member in groups[0].members if member.id == "text")


def translations(wmt: Path) -> list[tuple[str, str]]:
    """Pairs of translations of one text by different machines and people, of the half that is for reporting."""
    found = []
    for path in sorted(wmt.rglob("wmttest2022.*-en.all.xml")):
        for doc in etree.parse(str(path)).iterfind(".//doc"):
            texts = [
                " ".join(segment.text or "" for segment in node.iterfind(".//seg"))[:3000]
                for node in [*doc.iterfind("ref"), *doc.iterfind("hyp")]
                if node.get("lang") == "en"
            ]
            long = [text for text in texts if len(text) > 350]
            found += [pair for pair in permutations(long, 2) if half_of(min(pair)) == 1]
    return Random(3).sample(found, min(len(found), 1500))


def mosaic_report(texts: list[Labelled]) -> dict[str, Any]:
    """Mosaics of two or three stories, whole passages or sentence by sentence, a third of them spun as well."""
    chance = Random(4)
    english = [story for story in stories() if story.get("language", "en") == "en"]
    made: dict[str, set[str]] = {}
    docs = []
    for number in range(60):
        chosen = chance.sample(english, 2 + number % 2)
        parts = []
        for story in chosen:
            sentences = re.split(r"(?<=[.])\s+", " ".join(story["text"].split()))
            size = max(3, round(0.6 * len(sentences)))
            parts.append(sentences[:size] if chance.random() < 0.5 else sentences[-size:])
        shortest = min(map(len, parts))
        woven = number % 4 >= 2
        rows = [list(row) for row in zip(*(part[:shortest] for part in parts), strict=True)] if woven else parts
        text = " ".join(sentence for row in rows for sentence in row)
        name = f"mosaic/{number:02}{'-spun' if number % 3 == 0 else ''}"
        docs.append(Doc(name, spin(text, "synonym", 1) if number % 3 == 0 else text, "en", "2020-01-05"))
        made[name] = {story["id"] for story in chosen}
    members = {member.id: member for one in group([*(one.doc for one in texts), *docs]) for member in one.members}
    found = {name for name in made if members[name].kind == "mosaic"}
    right = {name for name in found if {piece.partition("/")[0] for piece in members[name].pieces} == made[name]}
    false = [name for name, member in members.items() if member.kind == "mosaic" and name not in made]
    return {
        "copied": (sum(not name.endswith("spun") for name in found), sum(not name.endswith("spun") for name in made)),
        "copied and spun": (sum(name.endswith("spun") for name in found), sum(name.endswith("spun") for name in made)),
        "right originals named": (len(right), len(found)),
        "others called mosaics": (len(false), len(texts)),
    }


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
    print("Of the wording of its original a spun page keeps (median)")
    for name, left in density(honest).items():
        print(f"  {name:52} {left:.2f}")
    print("Spun pages of known families found in themselves")
    for family, (found, of) in family_report(honest).items():
        print(f"  {family:52} {found:4} of {of:4}  {found / of:.3f}")
    print("Called spun beside a relative in the store")
    wmt = os.environ.get("WMT22")
    for name, (found, of) in beside_report(honest, Path(wmt) if wmt else None).items():
        print(f"  {name:52} {found:4} of {of:4}  {found / max(of, 1):.3f}")
    print("Mosaics")
    for name, (found, of) in mosaic_report(texts).items():
        print(f"  {name:52} {found:4} of {of:4}  {found / max(of, 1):.3f}")
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
