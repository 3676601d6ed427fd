"""The reference table of names: countries, capitals, bodies and firms in every script, and how words are compared.

Names are looked up word by word through a tree, Russian words by their stems, Chinese, Japanese and Korean ones letter
by letter, so that a table of thousands costs the reader no more than one of ten. A workspace's own `sheets/parties.csv`
is laid over it.
"""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Final, NamedTuple

from warifu.proposals.reader.page import folded

DATA: Final = "warifu.proposals.reader.data"
WORD: Final = re.compile("[^\\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々]+(?:'[^\\W\\d_]+)?")
_RU_END: Final = re.compile(
    r"(?:ами|ями|ого|его|ому|ему|ыми|ими|иями|ией|иям|иях|ов|ев|ей|ий|ый|ой|ая|яя|ое|ее|ые|ие|ых|их|ую|юю|ом|ем|им|ым|ам|ям|ах|ях|ии|ия|ию|а|я|о|е|у|ю|ы|и|й|ь)$"
)
_KATAKANA: Final = re.compile("[\u30a1-\u30fa\u30fc]+")
EAST: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3々]")


class Name(NamedTuple):
    """What a name stands for. `sort` is country, adjective, capital, place, or body (an organisation of any kind)."""

    id: str
    sort: str
    country: str
    type: str
    work: str
    full: str


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """How a word is compared: lower case, Russian by its stem."""
    lower = word.lower().replace("ё", "е")
    if lower.isascii():
        return lower[:-2] if lower.endswith("'s") else lower
    if "а" <= lower[0] <= "я" and len(lower) > 3:
        stem = _RU_END.sub("", lower)
        again = _RU_END.sub("", stem)
        stem = again if len(again) >= 4 else stem
        return stem if len(stem) >= 2 else lower
    return lower


def keys(words: str) -> tuple[str, ...]:
    """The keys of every word of a name."""
    return tuple(key(match[0]) for match in WORD.finditer(folded(words)))


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    name: Name | None = None
    shouted: bool = False
    small: bool = False


LATELY: Final = 256
"""Lines whose names are remembered: a sentence is asked about several times while it is read."""


class Table:
    """Names to look up in a text."""

    def __init__(self, rows: Iterable[tuple[str, Name]]) -> None:
        self._root = _Node()
        self._east: dict[str, list[tuple[str, Name]]] = {}
        self.by_id: dict[str, Name] = {}
        self._lately: dict[str, tuple[tuple[int, int, Name], ...]] = {}
        self.forms: set[str] = set()
        for alias, name in rows:
            self._add(folded(alias).strip(), name)
        for entries in self._east.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def _add(self, alias: str, name: Name) -> None:
        if not alias:
            return
        if name.sort in {"body", "country"}:
            self.by_id.setdefault(name.id, name)
        if EAST.search(alias):
            entries = self._east.setdefault(alias[0], [])
            if all(known != alias for known, _ in entries):
                entries.append((alias, name))
            return
        if alias[0] > "\u0400":
            self.forms.add(alias.split()[0].split("-")[0].lower())
            self.forms.add(alias.split()[0].lower())
        node = self._root
        for word in keys(alias):
            node = node.next.setdefault(word, _Node())
        if node.name is None or name.sort == "body":
            shouted = alias.replace(".", "").replace(" ", "").isupper() and len(alias.replace(".", "")) <= 6
            node.shouted = shouted and (node.name is None or node.shouted)
            node.name = name
            node.small = alias[0].islower()

    def find(self, line: str) -> list[tuple[int, int, Name]]:
        """Every name in a line of plain widths: the longest at each place, none overlapping."""
        known = self._lately.get(line)
        if known is None:
            if len(self._lately) >= LATELY:
                self._lately.clear()
            known = self._lately[line] = tuple(self._found(line))
        return list(known)

    def _found(self, line: str) -> list[tuple[int, int, Name]]:
        found = self._in_words(line)
        if self._east and EAST.search(line):
            found += self._in_letters(line)
            found.sort(key=lambda hit: (hit[0], hit[0] - hit[1]))
            kept: list[tuple[int, int, Name]] = []
            for hit in found:
                if not kept or hit[0] >= kept[-1][1]:
                    kept.append(hit)
            return kept
        return found

    def _in_words(self, line: str) -> list[tuple[int, int, Name]]:
        words = list(WORD.finditer(line))
        found: list[tuple[int, int, Name]] = []
        at = 0
        root = self._root.next
        while at < len(words):
            node = root.get(key(words[at][0]))
            best: tuple[int, Name] | None = None
            step = at
            while node is not None:
                if node.name is not None and _cased(line, words[at].start(), words[step].end(), node):
                    best = step, node.name
                step += 1
                if step >= len(words) or not _near(line, words[step - 1].end(), words[step].start()):
                    break
                node = node.next.get(key(words[step][0]))
            if best is None:
                at += 1
                continue
            end = words[best[0]].end()
            if line[end - 2 : end].lower() == "'s":
                end -= 2
            found.append((words[at].start(), end, best[1]))
            at = best[0] + 1
        return found

    def _in_letters(self, line: str) -> list[tuple[int, int, Name]]:
        found: list[tuple[int, int, Name]] = []
        at = 0
        east = self._east
        while at < len(line):
            for alias, name in east.get(line[at], ()):
                if line.startswith(alias, at) and not _inside_a_word(line, at, alias):
                    found.append((at, at + len(alias), name))
                    at += len(alias) - 1
                    break
            at += 1
        return found


def _inside_a_word(line: str, at: int, alias: str) -> bool:
    """Whether a name in katakana is only a part of a longer word: タイ in タイトル."""
    if _KATAKANA.fullmatch(alias) is None:
        return False
    end = at + len(alias)
    return _KATAKANA.fullmatch(line[end : end + 1]) is not None or (
        at > 0 and _KATAKANA.fullmatch(line[at - 1]) is not None
    )


def _near(line: str, end: int, start: int) -> bool:
    return start - end <= 3 and all(char in " .-&,«»\"'/()" for char in line[end:start]) and "\n" not in line[end:start]


_RU_NOT_NAMES: Final = re.compile(r"[Гг]руз(?:а|у|ом|е|ы|ов|ам|ами|ах)?|[Тт]ого|мали|[Ии]ракл\w+")


def _cased(line: str, start: int, end: int, node: _Node) -> bool:
    if _RU_NOT_NAMES.fullmatch(line, start, end):
        return False
    if node.shouted:
        return line[start:end].replace("'s", "").isupper()
    return (
        node.small
        or line[start].isupper()
        or (node.name is not None and node.name.sort == "adjective" and line[start] > "\u0400")
    )


def _rows(file: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(resources.files(DATA).joinpath(file).read_text(encoding="utf-8").splitlines())


def _countries() -> Iterator[tuple[str, Name]]:
    first: dict[str, str] = {}
    for row in _rows("countries.csv"):
        first[row["iso"]] = row["en"]
    for row in _rows("countries_more.csv"):
        full = first.get(row["iso"], row["iso"])
        for form in row["forms"].split("|"):
            yield form, Name(row["iso"], "country" if row["kind"] == "name" else row["kind"], row["iso"], "state body", "state", full)  # fmt: skip
            if row["kind"] == "adjective" and row["lang"] in {"de"}:
                for ending in ("e", "er", "en", "es", "em"):
                    yield form + ending, Name(row["iso"], "adjective", row["iso"], "state body", "state", full)
    for row in _rows("countries.csv"):
        for language in ("en", "ru", "ja", "zh", "ko", "de", "fr", "es"):
            form = row[language]
            if form and not (len(form) <= 2 and not EAST.search(form)):
                yield form, Name(row["iso"], "country", row["iso"], "state body", "state", row["en"])
                if " (" in form:
                    yield form.split(" (")[0], Name(row["iso"], "country", row["iso"], "state body", "state", row["en"])


@lru_cache(maxsize=1)
def _state_names() -> dict[tuple[str, str], str]:
    languages = ("en", "ru", "ja", "zh", "ko", "de", "fr", "es")
    return {
        (row["iso"], one): row[one].split(" (")[0] for row in _rows("countries.csv") for one in languages if row[one]
    }


def state_name(code: str, language: str) -> str:
    """How a language calls a country; empty where the table does not know."""
    return _state_names().get((code, language), "")


def _bodies() -> Iterator[tuple[str, Name]]:
    for row in _rows("parties.csv"):
        for language in ("en", "ru", "ja", "zh", "ko"):
            for form in row[language].split("|"):
                if form:
                    yield form, Name(row["id"], "body", row["country"], row["type"], row["work"], row["en"].split("|")[0])  # fmt: skip


def workspace_rows(path: Path) -> list[tuple[str, Name]]:
    """The names of a workspace's own `sheets/parties.csv`, where it has one; its ids go before those of the table."""
    if not path.exists():
        return []
    rows: list[tuple[str, Name]] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            identity = (row.get("id") or "").strip()
            full = (row.get("name") or row.get("name_en") or identity).strip()
            if not identity or not full:
                continue
            name = Name(identity, "body", (row.get("country") or "").strip(), (row.get("type") or "unknown").strip(), "", full)  # fmt: skip
            forms = [full, *(row.get(column) or "" for column in ("name_ja", "name_ru", "name_en", "aliases", "also"))]
            for form in forms:
                for part in re.split(r"[|;]", form):
                    if len(part.strip()) > 1:
                        rows.append((part.strip(), name))
    return rows


@lru_cache(maxsize=1)
def default_table() -> Table:
    """The table that comes with warifu."""
    return Table([*_bodies(), *_countries()])


@lru_cache(maxsize=8)
def table_for(path: Path) -> Table:
    """The table of a workspace: its own parties over those that come with warifu."""
    own = workspace_rows(path)
    return default_table() if not own else Table([*_prefer(own), *_bodies(), *_countries()])


def _prefer(own: list[tuple[str, Name]]) -> list[tuple[str, Name]]:
    """Keep what the shipped table knows of a name (its work, its type) under the workspace's id."""
    shipped = default_table()
    out = []
    for form, name in own:
        hits = shipped.find(folded(form))
        whole = [hit[2] for hit in hits if hit[0] == 0 and hit[1] >= len(form) - 1 and hit[2].sort == "body"]
        if whole:
            known = whole[0]
            name = name._replace(work=known.work, country=name.country or known.country, type=known.type if name.type in {"", "unknown"} else name.type)  # fmt: skip
        elif any(hit[2].sort == "country" and hit[0] == 0 and hit[1] >= len(form) - 1 for hit in hits):
            continue
        out.append((form, name))
    return out
