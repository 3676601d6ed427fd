"""Sentences and table rows of a body, with their offsets."""
# ruff: noqa: E501 - patterns and tables read better on one line

from __future__ import annotations

import re
from typing import Final, NamedTuple


class Sentence(NamedTuple):
    """Characters `start:end` of the body. `row` says that it is a row of a table or a list item without a verb of its
    own; `paragraph` numbers the line it stands on."""

    start: int
    end: int
    text: str
    row: bool
    paragraph: int


_ROW: Final = re.compile(r"\s\|\s|\t|\s{3,}\S|\|[^|]+\|")
_PARTED: Final = re.compile(r"\s([–—/-])\s")
_RUN: Final = 3
"""Lines in a row, each in three cells or more that one sign parts, from which they are a table."""
_END: Final = re.compile(r"([.!?…]+)([\"'”»)\]]*)\s+(?=[\"'“«(\[—–-]*\s?[A-ZÀ-ÝА-ЯЁ0-9Ѐ-Я])|[。！？؟](?![」』）)])|[!?](?=[一-龥ぁ-んァ-ヴ])")  # fmt: skip
_SHORT: Final = frozenset(
    [
        "mr",
        "rs",
        "approx",
        "incl",
        "est",
        "vol",
        "shri",
        "smt",
        "ms",
        "mrs",
        "dr",
        "prof",
        "st",
        "no",
        "nos",
        "co",
        "corp",
        "inc",
        "ltd",
        "vs",
        "gen",
        "gov",
        "sen",
        "rep",
        "lt",
        "col",
        "jr",
        "sr",
        "approx",
        "est",
        "cf",
        "eg",
        "ie",
        "u.s",
        "u.k",
        "u.n",
        "e.g",
        "i.e",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "art",
        "p",
        "pp",
        "vol",
        "fig",
        "dlrs",
        "mln",
        "bln",
        "г",
        "гг",
        "млн",
        "млрд",
        "трлн",
        "тыс",
        "долл",
        "руб",
        "др",
        "им",
        "ул",
        "пр",
        "стр",
        "ст",
        "п",
        "тел",
        "т.е",
        "т.д",
        "т.п",
        "т.к",
        "евр",
        "hr",
        "fr",
        "nr",
        "bzw",
        "z.b",
        "u.a",
        "d.h",
        "mio",
        "mrd",
        "ca",
        "sr",
        "sra",
        "ee",
        "uu",
        "amb",
        "hon",
        "capt",
        "maj",
        "adm",
        "sgt",
        "eng",
        "messrs",
        "rev",
        "brig",
        "cmdr",
        "assoc",
        "dept",
        "govt",
        "intl",
        "univ",
        "ave",
        "blvd",
        "mt",
        "ft",
    ]
)
_WORD_BEFORE: Final = re.compile(r"([\w.]+)$")


def sentences(body: str) -> list[Sentence]:
    """All sentences, in order; line ends part them, as headings and rows have no full stop."""
    found: list[Sentence] = []
    at = 0
    lines = body.split("\n")
    parted = _parted(lines)
    for paragraph, line in enumerate(lines):
        if line.strip():
            if paragraph in parted or _ROW.search(line.strip()):
                _add(found, body, at, at + len(line), True, paragraph)
            else:
                for start, end in _cuts(line):
                    _add(found, body, at + start, at + end, False, paragraph)
        at += len(line) + 1
    return found


def _parted(lines: list[str]) -> set[int]:
    """The lines that are rows of a table whose cells a stroke or a dash parts."""
    out: set[int] = set()
    run: list[int] = []
    sign = ""
    for number, line in enumerate([*lines, ""]):
        marks = [match[1] for match in _PARTED.finditer(line)] if len(line) < 240 else []
        mine = marks[0] if len(marks) > 1 and marks.count(marks[0]) == len(marks) and not _END.search(line) else ""
        if not mine or mine != sign:
            out |= set(run) if len(run) >= _RUN else set()
            run, sign = [], mine
        if mine:
            run.append(number)
    return out


def _add(found: list[Sentence], body: str, start: int, end: int, row: bool, paragraph: int) -> None:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Sentence(start, end, body[start:end], row, paragraph))


def _cuts(line: str) -> list[tuple[int, int]]:
    cuts: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(line):
        if match[0][0] in ".…" and match[1] == "." and _abbreviated(line, match.start(), match.end()):
            continue
        cuts.append((start, match.end()))
        start = match.end()
    cuts.append((start, len(line)))
    return cuts


def _abbreviated(line: str, dot: int, after: int) -> bool:
    word = _WORD_BEFORE.search(line, max(0, dot - 12), dot)
    if word is None:
        return False
    last = word[1].lower()
    if "." in last and len(last.rsplit(".", 1)[1]) == 1 and last[0].isalpha():
        return (
            last not in {"u.s", "u.k", "u.n"} or re.match(r"(?:The|In|It|A|But|He|She|They|On)\b", line[after:]) is None
        )
    if last.isdigit():
        return len(last) <= 2 and (word.start() == 0 or line[: word.start()].isspace())
    if len(last) == 1 and last.isalpha():
        return word[1].isupper() or last in "гпт"
    if last in {"г", "гг", "долл", "руб", "млн", "млрд"}:
        return after >= len(line) or not line[after : after + 1].isupper() or line.startswith("США", after)
    return last in _SHORT
