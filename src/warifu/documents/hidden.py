"""What a person looking at the page would not see: the rules, and the reasons given.

A sentence that is in the file but not on the page can be written for machines only. Such text is cut off before
anybody reads the document, and the document carries a flag that names the way, the amount and how it began.
Text that is shown only after a click (a closed tab) is cut as well: the file alone cannot tell it from planted text.
A style sheet kept in another file is not seen here; `VEILED` names the classes that such sheets hide by custom.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from warifu.documents.text.model import Flag

REASONS: Final = {
    "not-displayed": "display:none, the hidden attribute, a closed dialogue or a template",
    "invisible": "visibility:hidden, opacity 0, an invisible text mode, or clipped away",
    "aria-hidden": "marked aria-hidden",
    "tiny": "letters of two points or less",
    "same-colour": "letters in the colour of what they stand on",
    "off-page": "moved outside the page",
    "behind": "behind an image or a filled area",
    "zero-width": "characters without width, or from the invisible tag block",
    "comment": "a comment in the source that reads like prose",
    "fallback": "shown only where scripts, frames or media do not run",
    "deleted": "deleted by a tracked change",
    "field": "stored in a field, a note or metadata, not on the page",
    "replaced": "a reading text that the drawn letters do not show",
    "hidden-sheet": "a hidden sheet, row or column",
}
"""Why text was cut, by the name that the flag carries after `hidden:`."""

UNSEEN: Final = frozenset("\u200b\u2060\u2061\u2062\u2063\u2064\ufeff\u180e\u202d\u202e\ufff9\ufffa\ufffb")
"""Zero-width and order-turning characters that no language needs. Joiners and soft hyphens are not among them."""

VEILED: Final = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader",
    "a11y-hidden", "element-invisible", "element-hidden", "d-none", "is-hidden", "u-hidden", "hidden", "offscreen",
    "off-screen", "invisible", "hide", "displaynone", "display-none",
})  # fmt: skip

TINY_POINTS: Final = 2.0
TINY_PIXELS: Final = 2.7
NEAR: Final = 24
"""Two colours whose channels all differ by no more than this (of 255) are one colour to the eye."""
FAR_PIXELS: Final = 400.0
"""A box moved further out than this stands off the page; menus are moved by less."""

_SUSPECT = re.compile(
    "[\u180e\u200b-\u200d\u202d\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef]"
)
_TAGS = re.compile("[\U000e0000-\U000e007f]+")
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2,}")
_JOINERS = re.compile(
    "[\u200c\u200d]{2,}|(?<![^\\W_])[\u200c\u200d](?![^\\W_])(?![\U0001f000-\U0001faff\u2600-\u27bf])"
)


def unseen(text: str) -> list[tuple[int, int]]:
    """Ranges of `text` that have no width and no business in it.

    A joiner inside a Persian or Indic word, or in an emoji, stays; so does one variation selector after a character.
    """
    if text.isascii() or _SUSPECT.search(text) is None:
        return []
    ranges = [match.span() for rule in (_TAGS, _SELECTORS, _JOINERS) for match in rule.finditer(text)]
    ranges += [(at, at + 1) for at, char in enumerate(text) if char in UNSEEN]
    return _merged(ranges)


def without_unseen(text: str) -> str:
    """`text` with its zero-width characters taken out; for lines whose offsets do not matter, such as a title."""
    kept, at = [], 0
    for start, end in unseen(text):
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class Cuttings:
    """What was cut off while one document was read, by reason."""

    SAMPLE: Final = 160

    def __init__(self) -> None:
        self._amounts: dict[str, int] = {}
        self._samples: dict[str, str] = {}

    def cut(self, reason: str, text: str) -> None:
        """Count `text` as cut off for `reason`, one of `REASONS`. White space alone is not worth a flag."""
        assert reason in REASONS
        words = " ".join(text.split())
        if not words:
            return
        self._amounts[reason] = self._amounts.get(reason, 0) + len(words)
        sample = self._samples.get(reason, "")
        if len(sample) < self.SAMPLE:
            self._samples[reason] = f"{sample} {words}".strip()[: self.SAMPLE]

    def flags(self) -> tuple[Flag, ...]:
        return tuple(Flag(f"hidden:{name}", self._amounts[name], self._samples[name]) for name in sorted(self._amounts))


Colour = tuple[int, int, int]
WHITE: Final = (255, 255, 255)
BLACK: Final = (0, 0, 0)

_NAMED: Final[dict[str, Colour]] = {
    "white": WHITE, "black": BLACK, "snow": (255, 250, 250), "ivory": (255, 255, 240), "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245), "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255), "navy": (0, 0, 128),
    "yellow": (255, 255, 0), "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192),
    "maroon": (128, 0, 0), "purple": (128, 0, 128), "teal": (0, 128, 128), "orange": (255, 165, 0),
    "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211), "darkgray": (169, 169, 169),
    "aliceblue": (240, 248, 255),
    "floralwhite": (255, 250, 240), "mintcream": (245, 255, 250), "azure": (240, 255, 255), "canvas": WHITE,
}  # fmt: skip
_RGB = re.compile(r"rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+([\d.]+%?))?\s*\)")
_HSL = re.compile(r"hsla?\(\s*[\d.]+(?:deg)?[\s,]+[\d.]+%[\s,]+([\d.]+)%(?:[\s,/]+([\d.]+%?))?\s*\)")


def colour(words: str) -> Colour | None:
    """The colour that CSS or HTML words name; None where they name none. Nearly transparent is read as None too.

    >>> colour("#fff"), colour("rgb(250, 250, 250)"), colour("currentcolor")
    ((255, 255, 255), (250, 250, 250), None)
    """
    words = words.strip().lower()
    if words in _NAMED:
        return _NAMED[words]
    if re.fullmatch(r"#?[0-9a-f]{6}(?:[0-9a-f]{2})?", words):
        words = words.lstrip("#")
        return int(words[0:2], 16), int(words[2:4], 16), int(words[4:6], 16)
    if re.fullmatch(r"#[0-9a-f]{3,4}", words):
        return int(words[1] * 2, 16), int(words[2] * 2, 16), int(words[3] * 2, 16)
    if found := _RGB.fullmatch(words):
        red, green, blue = (_channel(part) for part in found.group(1, 2, 3))
        return red, green, blue
    if (found := _HSL.fullmatch(words)) and float(found.group(1)) >= 96:
        return WHITE
    return None


def transparent(words: str) -> bool:
    """Whether letters of this colour cannot be seen on anything."""
    words = words.strip().lower()
    if words == "transparent":
        return True
    if re.fullmatch(r"#[0-9a-f]{8}", words):
        return int(words[7:9], 16) <= 12
    if re.fullmatch(r"#[0-9a-f]{4}", words):
        return words[4] == "0"
    found = _RGB.fullmatch(words)
    alpha = found.group(4) if found else (match.group(2) if (match := _HSL.fullmatch(words)) else None)
    if alpha is None:
        return False
    return float(alpha.rstrip("%")) / (100 if alpha.endswith("%") else 1) <= 0.05


def _channel(part: str) -> int:
    value = float(part.rstrip("%")) * (2.55 if part.endswith("%") else 1)
    return min(255, round(value))


def alike(one: Colour, other: Colour) -> bool:
    """Whether the eye cannot tell letters of one colour on a ground of the other."""
    return all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def veiled(classes: Iterable[str]) -> bool:
    """Whether a class says by custom that its style sheet hides the element on a wide screen."""
    names = {name.lower() for name in classes}
    if any(
        re.fullmatch(r"(?:sm|md|lg|xl|2xl|print|d-\w{2}):?-?(?:block|flex|grid|inline|inline-block|table)", name)
        for name in names
    ):
        return False
    return not names.isdisjoint(VEILED)
