# ruff: noqa: E501  tables of cases read best unbroken
"""Gather honest English texts, by style, from data that is already on the machine.

    WARIFU_SHARED=../shared NLTK_DATA=… WMT22=… BOOKS=… python eval/copies/honest.py > honest.jsonl

Nothing is downloaded. Each collection is read where it is found and skipped, with a word, where it is not:

- ``WARIFU_SHARED/data``: descriptions of AidData's Global Chinese Official Finance 1.0 and narratives of IATI activities
- ``NLTK_DATA/corpora``: Brown, ABC news, Wall Street Journal sample, movie reviews, state of the union, inaugural
  addresses, web text, Genesis (get them with ``python -m nltk.downloader``)
- ``WMT22``: a checkout of the WMT 2022 general task: references and the outputs of machine translation systems into English
- ``BOOKS``: folders of HTML books, such as Debian's: the Handbook (translated from French), the Reference (by an author
  whose mother tongue is Japanese), the Policy, the Anarchist FAQ
- package descriptions (``APT_LISTS``, written by maintainers of many mother tongues), licences (legal boilerplate) and
  the documentation of Python's own modules
- the marked texts of ``eval/reading`` that are in English and not spun
- made here, by a fixed seed, from all of the above: pages as OCR leaves them, and the English of learners (articles and
  endings dropped, prepositions changed)

Every text is cut to at most 3,000 characters and is at least 350 long; two texts are never alike. No collection gives
more than `MOST_OF_ONE` texts, so that no style outweighs all others.
"""

from __future__ import annotations

import csv
import gzip
import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

from lxml import etree, html

LEAST, MOST = 350, 3000
MOST_OF_ONE = 4000
HERE = Path(__file__).resolve().parent


def half_of(text: str) -> int:
    """0 for texts to train on, 1 for texts to report on."""
    return int(sha256(text.encode()).hexdigest(), 16) % 2


def collections(shared: Path, nltk: Path, wmt: Path, apt: Path, books: Path) -> Iterator[tuple[str, str]]:
    """Pairs of style and text, raw."""
    yield from _aid(shared / "data")
    yield from _nltk(nltk / "corpora")
    yield from _wmt(wmt)
    yield from _debian(apt)
    yield from _books(books)
    yield from _licences(Path("/usr/share/common-licenses"))
    yield from _python()
    yield from _marked(HERE.parent / "reading")


def gather(shared: Path, nltk: Path, wmt: Path, apt: Path, books: Path) -> list[tuple[str, str]]:
    """The texts, each once, cut to length, in a fixed order."""
    seen: dict[str, str] = {}
    for style, text in collections(shared, nltk, wmt, apt, books):
        clean = re.sub(r"[ \t]+", " ", text).strip()[:MOST]
        if len(clean) >= LEAST:
            seen.setdefault(clean, style)
    by_style: dict[str, list[str]] = {}
    for text, style in sorted(seen.items(), key=lambda item: sha256(item[0].encode()).hexdigest()):
        if len(by_style.setdefault(style, [])) < MOST_OF_ONE:
            by_style[style].append(text)
    found = sorted((style, text) for style, texts in by_style.items() for text in texts)
    chance = Random(20261126)
    for made, change in (("made: OCR", scanned), ("made: learners' English", learnt)):
        found += [(made, change(text, chance)) for _, text in chance.sample(found, min(len(found), 1500))]
    return found


def _aid(data: Path) -> Iterator[tuple[str, str]]:
    finance = data / "aiddata_gcof_1_0" / "gcof_v1.0.csv.gz"
    if finance.exists():
        with gzip.open(finance, "rt", encoding="utf-8", errors="replace", newline="") as lines:
            for row in csv.DictReader(lines):
                yield "aid records (non-native coders)", row["description"]
    for path in sorted((data / "iati" / "activities").glob("*.xml.gz")):
        with gzip.open(path) as stream:
            for description in etree.parse(stream).iterfind(".//description/narrative"):
                yield "IATI narratives", description.text or ""


def _nltk(corpora: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(corpora.glob("brown/c???")):
        bare = re.sub(r"(\S+?)/\S+", r"\1", path.read_text(encoding="utf-8"))
        bare = re.sub(r"\s+([.,;:?!)])", r"\1", bare).replace("``", "“").replace("''", "”")
        yield from (("books and press of 1961", piece) for piece in _pieces(bare))
    for name in ("rural", "science"):
        path = corpora / "abc" / f"{name}.txt"
        if path.exists():
            text = path.read_text(encoding="utf-8", errors="replace")
            yield from (("ABC news", story) for story in _pieces(text, 1300))
    for path in sorted(corpora.glob("treebank/raw/wsj_*")):
        yield "Wall Street Journal", path.read_text(encoding="latin-1").removeprefix(".START").strip()
    for path in sorted(corpora.glob("movie_reviews/*/*.txt")):
        yield "film reviews of amateurs", path.read_text(encoding="latin-1")
    for name in ("state_union", "inaugural"):
        for path in sorted((corpora / name).glob("*.txt")):
            yield from (("speeches", piece) for piece in _pieces(path.read_text(encoding="latin-1")))
    for name in ("english-web", "english-kjv"):
        path = corpora / "genesis" / f"{name}.txt"
        if path.exists():
            yield from (("scripture", piece) for piece in _pieces(path.read_text("utf-8").replace("\n", "\n\n")))
    for path in sorted((corpora / "webtext").glob("*.txt")):
        yield from (("web chat and forums", piece) for piece in _pieces(path.read_text(encoding="latin-1")))


def _wmt(checkout: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((checkout / "xml").glob("wmttest2022.*-en.all.xml")):
        source = path.name.split(".")[1].split("-")[0]
        for doc in etree.parse(str(path)).iterfind(".//doc"):
            for node in [*doc.iterfind("ref"), *doc.iterfind("hyp")]:
                if node.get("lang") != "en":
                    continue
                text = " ".join(segment.text or "" for segment in node.iterfind(".//seg"))
                kind = "human translation" if node.tag == "ref" else "machine translation"
                yield f"{kind} from {source}", text


def _debian(lists: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(lists.glob("*_i18n_Translation-en*")):
        if path.suffix == ".lz4":
            text = subprocess.run(["lz4", "-dc", str(path)], capture_output=True, check=True).stdout.decode()
        else:
            text = path.read_text(encoding="utf-8")
        for entry in text.split("\n\n"):
            _, _, body = entry.partition("\nDescription-en: ")
            yield "package descriptions", re.sub(r"\n \.?", " ", body).strip()


def _books(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(path for path in folder.rglob("*.html") if path.is_file()):
        if "/en" not in f"{path}" and re.search(r"[./](?:de|fr|it|ja|ru|es|pt|zh|nl|ko|pl|da)(?:-\w+)?[./]", f"{path}"):
            continue
        tree = html.fromstring(path.read_bytes())
        paragraphs = [" ".join(node.text_content().split()) for node in tree.iter("p")]
        name = path.relative_to(folder).parts[0]
        yield from ((f"book: {name}", piece) for piece in _pieces("\n\n".join(paragraphs)))


def _licences(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*")):
        yield from (("legal boilerplate", piece) for piece in _pieces(path.read_text("utf-8", "replace"), 1200))


def _python() -> Iterator[tuple[str, str]]:
    for name in sorted(module.name for module in pkgutil.iter_modules() if module.name in sys.stdlib_module_names):
        if name.startswith("_") or name in ("antigravity", "this", "idlelib", "turtledemo", "turtle"):
            continue
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        for thing in [module, *(value for _, value in sorted(vars(module).items()) if callable(value))]:
            doc = getattr(thing, "__doc__", None)
            if isinstance(doc, str):
                yield "documentation of Python", doc


def _marked(folder: Path) -> Iterator[tuple[str, str]]:
    for table in sorted(folder.glob("*/gold.jsonl")):
        for line in table.read_text("utf-8").splitlines():
            row = json.loads(line)
            if row["lang"] == "en" and "spun" not in row["kind"]:
                yield f"marked texts: {row['kind']}", (table.parent / "texts" / f"{row['id']}.txt").read_text("utf-8")


_SCAN = (("rn", "m"), ("m", "rn"), ("l", "1"), ("I", "l"), ("e", "c"), ("h", "b"), ("cl", "d"), ("O", "0"), ("S", "5"),
         ("B", "8"), (", ", " , "), (" the ", " tbe "), (" and ", " aud "), ("fi", "ﬁ"), ("ti", "t i"))  # fmt: skip
_LEARN = (
    (r"\b(?:the|a|an) (?=[a-z])", 0.5, ""), (r"(?<=[a-z]{3})s\b", 0.15, ""), (r"\bin (?=[a-z])", 0.2, "on "),
    (r"\bof (?=[a-z])", 0.1, "from "), (r"\bhas (?=[a-z]+ed\b)", 0.4, "have "), (r"\b(\d+)\.(\d)\b", 0.6, r"\1,\2"),
    (r"\bwill\b", 0.2, "is going to"), (r"\bmuch\b", 0.4, "many"), (r"\bsaid that\b", 0.4, "told that"),
    (r"\bbig\b|\blarge\b", 0.4, "huge"), (r"\bbecause of\b", 0.5, "due to"), (r"\bto ([a-z]{4,})\b", 0.15, r"for \1"),
    (r"\ball\b", 0.15, "all the"), (r"\bmore ", 0.1, "more and more "), (r"(?<=[a-z]), ", 0.1, " and "),
)  # fmt: skip


def scanned(text: str, chance: Random) -> str:
    """The text as OCR of an old page leaves it: letters mistaken, words cut at line ends."""
    for old, new in _SCAN:
        text = re.sub(re.escape(old), lambda match, new=new: new if chance.random() < 0.03 else match.group(0), text)
    return re.sub(r"(?<=[a-z]{3}) ", lambda match: "-\n" if chance.random() < 0.02 else " ", text)


def learnt(text: str, chance: Random) -> str:
    """The text as somebody writes who is learning English."""
    for pattern, rate, words in _LEARN:
        text = re.sub(
            pattern,
            lambda match, rate=rate, words=words: match.expand(words) if chance.random() < rate else match.group(0),
            text,
        )
    return text


def _pieces(text: str, size: int = 2000) -> Iterator[str]:
    """The text in paragraphs put together to about `size` characters."""
    piece = ""
    for paragraph in re.split(r"\n\s*\n", text):
        piece += " ".join(paragraph.split()) + "\n"
        if len(piece) >= size:
            yield piece
            piece = ""
    yield piece


def main() -> None:
    """Write the texts as JSON lines to standard output."""
    root = Path(__file__).resolve().parents[2]
    texts = gather(
        Path(os.environ.get("WARIFU_SHARED", root.parent / "shared")),
        Path(os.environ.get("NLTK_DATA", "/usr/share/nltk_data")),
        Path(os.environ.get("WMT22", "wmt22-news-systems")),
        Path(os.environ.get("APT_LISTS", "/var/lib/apt/lists")),
        Path(os.environ.get("BOOKS", "books")),
    )
    for style, text in texts:
        print(json.dumps({"style": style, "text": text}, ensure_ascii=False))
    print(f"{len(texts)} texts", file=sys.stderr)


if __name__ == "__main__":
    main()
