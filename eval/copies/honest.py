"""Gather honest English texts, by style, from data that is already on the machine.

Nothing is downloaded. Each collection is read where it is found and skipped, with a word, where it is not:

- ``WARIFU_SHARED/data``: descriptions of AidData's Global Chinese Official Finance 1.0 and narratives of IATI activities
- ``NLTK_DATA/corpora``: Brown, ABC news, Wall Street Journal sample, movie reviews, state of the union, inaugural
  addresses, web text (get them with ``python -m nltk.downloader``)
- ``WMT22``: a checkout of the WMT 2022 general task: references and the outputs of machine translation systems into English
- Debian's package descriptions (``/var/lib/apt/lists``): written by maintainers of many mother tongues

Every text is cut to at most 3,000 characters and is at least 350 long; two texts are never alike.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

LEAST, MOST = 350, 3000


def collections(shared: Path, nltk: Path, wmt: Path, apt: Path) -> Iterator[tuple[str, str]]:
    """Pairs of style and text, raw."""
    yield from _aid(shared / "data")
    yield from _nltk(nltk / "corpora")
    yield from _wmt(wmt)
    yield from _debian(apt)


def gather(shared: Path, nltk: Path, wmt: Path, apt: Path) -> list[tuple[str, str]]:
    """The texts, each once, cut to length, in a fixed order."""
    seen: dict[str, str] = {}
    for style, text in collections(shared, nltk, wmt, apt):
        clean = re.sub(r"[ \t]+", " ", text).strip()[:MOST]
        if len(clean) >= LEAST:
            seen.setdefault(clean, style)
    return sorted((style, text) for text, style in seen.items())


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
    for path in sorted(lists.glob("*_main_i18n_Translation-en")):
        for entry in path.read_text(encoding="utf-8").split("\n\n"):
            _, _, body = entry.partition("\nDescription-en: ")
            yield "package descriptions", re.sub(r"\n \.?", " ", body).strip()


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
    )
    for style, text in texts:
        print(json.dumps({"style": style, "text": text}, ensure_ascii=False))
    print(f"{len(texts)} texts", file=sys.stderr)


if __name__ == "__main__":
    main()
