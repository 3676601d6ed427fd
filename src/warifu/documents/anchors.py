"""Quote to anchor and back, exactly; anchors go out as W3C Web Annotation selectors.

An anchor holds the words themselves, a little of what stands around them, and where they stand in the text. The words
decide: an anchor whose place no longer holds them is found again by its words, or refused, never bent to fit.
Positions count Unicode code points of the text's body, from 0.

A quote typed by a person or a machine may differ from the text in ways that the eye does not see: composed or
decomposed letters, soft hyphens, line breaks, width of spaces, curly quotation marks. `find` forgives these, and
nothing else; the anchor's `exact` is always the text's own characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from warifu.documents.text.model import Place, Text
from warifu.errors import AnchorError

AROUND: Final = 32
"""Code points of prefix and suffix."""

_FORGIVEN: Final = {ord(char): None for char in "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c"}
_ALIKE: Final = {
    **dict.fromkeys(map(ord, "‘’‚‛′＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″＂«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters `start:end` of the text of document `digest`, which read `exact`."""

    digest: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


def anchor_at(text: Text, digest: str, start: int, end: int) -> Anchor:
    """The anchor of body characters `start:end`.

    Raises:
        AnchorError: The range is empty or runs past the body.
    """
    body = text.body
    if not 0 <= start < end <= len(body):
        raise AnchorError(f"{start}:{end}", f"is no range of a text of {len(body)} characters")
    return Anchor(digest, start, end, body[start:end], body[max(0, start - AROUND) : start], body[end : end + AROUND])


def find(text: Text, digest: str, quote: str, prefix: str = "", suffix: str = "") -> Anchor:
    """The anchor of a quote.

    Args:
        text: The text to look in.
        digest: The document it is the text of.
        quote: The words.
        prefix: What stands before them, where the words stand more than once.
        suffix: What stands after them.

    Raises:
        AnchorError: The words are not there, or stand there more than once and nothing tells which is meant.
    """
    places = find_all(text, quote)
    if not places:
        raise AnchorError(quote, "is not in the text; quote it letter for letter")
    if len(places) > 1 and (prefix or suffix):
        before, after = _folded(prefix)[0], _folded(suffix)[0]
        scores = [_agreement(text.body, start, end, before, after) for start, end in places]
        best = max(scores)
        places = [place for place, score in zip(places, scores, strict=True) if score == best]
    if len(places) > 1:
        raise AnchorError(quote, f"stands in the text {len(places)} times; quote more of the words around it")
    return anchor_at(text, digest, *places[0])


def find_all(text: Text, quote: str) -> list[tuple[int, int]]:
    """Every range of the body that reads as the quote does: letter for letter, else forgiving what is not seen."""
    if not quote.strip():
        return []
    exact = _all(text.body, quote)
    if exact:
        return exact
    for spaced in (True, False):
        needle, _ = _folded(quote, spaced)
        needle = needle.strip()
        hay, where = _folded(text.body, spaced)
        if not needle:
            return []
        found = []
        for start, end in _all(hay, needle):
            if _whole(hay, where, start, end):
                found.append((where[start], _end(text.body, where, end)))
        if found:
            return found
    return []


def resolve(text: Text, anchor: Anchor) -> tuple[int, int]:
    """Where an anchor's words stand in the text as it reads now.

    Raises:
        AnchorError: The words are no longer there, or cannot be told from others.
    """
    if text.body[anchor.start : anchor.end] == anchor.exact:
        return anchor.start, anchor.end
    places = _all(text.body, anchor.exact)
    if not places:
        raise AnchorError(anchor.exact, "is no longer in the text of the document")
    scores = [_kept_around(text.body, start, end, anchor) for start, end in places]
    best = max(scores)
    if scores.count(best) > 1:
        raise AnchorError(anchor.exact, f"stands in the text {scores.count(best)} times, with the same words around it")
    return places[scores.index(best)]


def places(text: Text, anchor: Anchor) -> tuple[Place, ...]:
    """The bytes, or page and boxes, where an anchor's words stand in the document itself."""
    return text.places(*resolve(text, anchor))


def _all(hay: str, needle: str) -> list[tuple[int, int]]:
    found = []
    at = hay.find(needle)
    while at >= 0:
        found.append((at, at + len(needle)))
        at = hay.find(needle, at + 1)
    return found


def _folded(text: str, spaced: bool = True) -> tuple[str, list[int]]:
    """The text as the eye reads it, and for each of its characters the character of `text` it came from."""
    letters: list[str] = []
    where: list[int] = []
    hyphen = False
    for at, char in enumerate(text):
        if char == "\u00ad":
            hyphen = True
            continue
        if ord(char) in _FORGIVEN:
            continue
        if char.isspace():
            if hyphen or not spaced or (letters and letters[-1] == " "):
                continue
            char = " "
        hyphen = False
        for part in unicodedata.normalize("NFD", _ALIKE.get(ord(char), char)):
            letters.append(part)
            where.append(at)
    return _ordered("".join(letters), where)


def _ordered(letters: str, where: list[int]) -> tuple[str, list[int]]:
    """Runs of combining marks in canonical order, so that equivalent sequences are equal."""
    if letters.isascii():
        return letters, where
    classes = [unicodedata.combining(char) for char in letters]
    order = list(range(len(letters)))
    at = 0
    while at < len(order):
        if classes[at] == 0:
            at += 1
            continue
        stop = at
        while stop < len(order) and classes[stop] != 0:
            stop += 1
        order[at:stop] = sorted(order[at:stop], key=lambda one: classes[one])
        at = stop
    return "".join(letters[one] for one in order), [where[one] for one in order]


def _whole(hay: str, where: list[int], start: int, end: int) -> bool:
    """Whether a match takes whole characters: none cut in two, no mark left behind."""
    if end < len(hay) and (unicodedata.combining(hay[end]) or where[end] in where[start:end]):
        return False
    return start == 0 or where[start - 1] != where[start]


def _end(body: str, where: list[int], end: int) -> int:
    return max(where[max(0, end - 8) : end]) + 1


def _agreement(body: str, start: int, end: int, before: str, after: str) -> int:
    left, right = _folded(body[max(0, start - 400) : start])[0], _folded(body[end : end + 400])[0]
    return _shared(left[::-1].strip(), before[::-1].strip()) + _shared(right.strip(), after.strip())


def _kept_around(body: str, start: int, end: int, anchor: Anchor) -> int:
    left = body[max(0, start - AROUND) : start]
    return _shared(left[::-1], anchor.prefix[::-1]) + _shared(body[end : end + AROUND], anchor.suffix)


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def selectors(text: Text, anchor: Anchor) -> list[dict[str, Any]]:
    """The anchor as Web Annotation selectors (W3C Recommendation of 23 February 2017, section 4.2).

    Quote and position refer to the text; data positions (byte ranges) and page fragments to the document itself.
    """
    found: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix},
        {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
    ]
    for place in text.places(anchor.start, anchor.end):
        if place.page is not None:
            fragment = f"page={place.page}"
            if place.box is not None:
                left, bottom, right, top = place.box
                fragment += f"&viewrect={left:g},{bottom:g},{right - left:g},{top - bottom:g}"
            standard = "http://tools.ietf.org/rfc/rfc3778"
            found.append({"type": "FragmentSelector", "conformsTo": standard, "value": fragment})
        elif place.part is None and place.byte_start is not None:
            found.append({"type": "DataPositionSelector", "start": place.byte_start, "end": place.byte_end})
    return found


def annotation_target(text: Text, anchor: Anchor) -> dict[str, Any]:
    """The `target` of a Web Annotation: the document by its digest, and the selectors."""
    return {"source": f"urn:sha256:{anchor.digest}", "selector": selectors(text, anchor)}


def from_selectors(digest: str, found: list[Mapping[str, Any]]) -> Anchor:
    """The anchor that selectors made here stand for.

    Raises:
        AnchorError: The quote or its position is missing.
    """
    by_type = {selector["type"]: selector for selector in found}
    quote, position = by_type.get("TextQuoteSelector"), by_type.get("TextPositionSelector")
    if quote is None or position is None:
        raise AnchorError(digest[:12], "selectors need a TextQuoteSelector and a TextPositionSelector")
    around = str(quote.get("prefix", "")), str(quote.get("suffix", ""))
    return Anchor(digest, int(position["start"]), int(position["end"]), str(quote["exact"]), *around)
