"""A fingerprint of where a text comes from, which survives synonyms and cuts.

Three sets are read off a text, all with direct quotations left out, because independent reports of one event
share its quotes:

- the *skeleton*: names, acronyms, figures and rare stems in order, as pairs of anchors at most 3 apart. A spinner
  swaps common words; it seldom knows a synonym for a name, a figure or a rare word.
- *content pairs*: ordered pairs of content words at most 2 apart
- *shingles*: runs of 3 words (5 characters in Japanese and Chinese, which write no spaces)

How alike two fingerprints are is one figure, computed in `grouping`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Fingerprint", "Hashes", "containment", "fingerprint", "hashes", "overlap", "without_quotations"]

Hashes = NDArray[np.uint64]

ANCHOR_REACH: Final = 3
CONTENT_REACH: Final = 2
SKETCH: Final = 96
"""How many of its skeleton pairs a document shows to the index: the ones of smallest hash, so that two relatives show
the same ones."""
_QUOTATION: Final = re.compile(r'“[^”]{20,900}”|«[^»]{20,900}»|「[^」]{12,400}」|„[^“”]{20,900}[“”]|"[^"\n]{20,900}"')
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[぀-ゟ]+|[゠-ヿー]+|[一-鿿々〇]+|[^\W\d_぀-ヿ一-鿿々〇]+(?:[’'][^\W\d_]+)?")
_CJK: Final = re.compile(r"[぀-ヿ一-鿿々〇]")
_KANA: Final = re.compile(r"[぀-ヿ]")
_SENTENCE_END: Final = re.compile(r"[.!?:;\n“\"(—–-]\s*$")
_SUFFIX: Final = re.compile(r"(?:ational|ations?|ements?|ments?|ingly|ings?|edly|ies|ied|ers?|ed|es|ly|s|e|y)$")
_OTHER_FUNCTION_WORDS: Final = frozenset(
    (  # noqa: SIM905
        "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было "
        "вот от меня еще нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас "
        "нибудь вам сказал ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем "
        "была сам чтоб без будто чего раз тоже себе под будет ж тогда кто этот того потому этого какой совсем "
        "ним здесь этом один почти мой тем чтобы нее были куда зачем всех никогда можно при наконец два об "
        "другой хоть после над больше тот через эти нас про всего них какая много разве три эту моя свою этой "
        "перед том такой им более также которые который которая "
    ).split()
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a text keeps when its words are swapped.

    Sets are 64-bit hashes, the same on every machine, ascending, each once, packed little-endian: see `hashes`.

    Attributes:
        skeleton: Ordered pairs of anchors.
        content: Ordered pairs of content words.
        shingles: Runs of words, or of characters.
        sketch: The skeleton pairs of smallest hash, ascending; the index is made from these.
        digest: Of the words alone, whatever their spacing, case and punctuation: equal for exact copies.
        anchors: The first words of each anchor, in order, to say why two texts are kin.
        length: Number of tokens, quotations included.
    """

    skeleton: bytes
    content: bytes
    shingles: bytes
    sketch: bytes
    digest: str
    anchors: tuple[str, ...]
    length: int


def hashes(packed: bytes) -> Hashes:
    """The hashes that a packed set holds, ascending."""
    return np.frombuffer(packed, dtype="<u8")


def without_quotations(text: str) -> str:
    """`text` with each direct quotation of some length replaced by one space."""
    return _QUOTATION.sub(" ", text)


def fingerprint(text: str) -> Fingerprint:
    """Read the fingerprint of `text`. Pure: the same text gives the same fingerprint anywhere."""
    every = [match.group(0).lower() for match in _TOKEN.finditer(text)]
    digest = blake2b("\x1f".join(every).encode(), digest_size=16).hexdigest()
    bare = without_quotations(text)
    if len(bare) < 0.4 * len(text):
        bare = text
    tokens, cjk = _tokens(bare)
    anchors = [anchor for token, starts in tokens if (anchor := _anchor(token, starts))]
    words = [stem(token.lower()) for token, _ in tokens if _is_content(token)]
    skeleton = _pairs(anchors, ANCHOR_REACH, salt=1)
    content = _pairs(words, CONTENT_REACH, salt=2)
    shingles = _runs(re.sub(r"\W+", "", bare), 5) if cjk else _runs([token.lower() for token, _ in tokens], 3)
    return Fingerprint(
        _packed(skeleton),
        _packed(content),
        _packed(shingles),
        _packed(skeleton[:SKETCH]),
        digest,
        tuple(anchors[:400]),
        len(every),
    )


def overlap(left: bytes, right: bytes) -> float:
    """Jaccard overlap of two packed sets; 0 where either is empty."""
    shared = _shared(left, right)
    return shared / ((len(left) + len(right)) // 8 - shared) if shared else 0.0


def containment(part: bytes, whole: bytes) -> float:
    """The share of `part` that stands in `whole`; 0 where `part` is empty."""
    return _shared(part, whole) / (len(part) // 8) if part else 0.0


def _shared(left: bytes, right: bytes) -> int:
    return len(np.intersect1d(hashes(left), hashes(right), assume_unique=True))


def _packed(found: Hashes) -> bytes:
    return found.astype("<u8", copy=False).tobytes()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A rough English stem: enough to see one word in two inflections."""
    word = word.removesuffix("’s").removesuffix("'s")
    return _SUFFIX.sub("", word) if len(word) > 5 else word


def _tokens(text: str) -> tuple[list[tuple[str, bool]], bool]:
    """Tokens with whether each opens a sentence, and whether the text is written without spaces."""
    cjk = len(_CJK.findall(text)) > 0.2 * max(len(text), 1)
    chinese = cjk and len(_KANA.findall(text)) < 0.02 * len(text)
    tokens: list[tuple[str, bool]] = []
    for match in _TOKEN.finditer(text):
        token = match.group(0)
        if chinese and _CJK.match(token):
            tokens.extend((token[at : at + 2], False) for at in range(max(len(token) - 1, 1)))
        else:
            before = text[max(match.start() - 4, 0) : match.start()]
            tokens.append((token, match.start() == 0 or _SENTENCE_END.search(before) is not None))
    return tokens, cjk


@lru_cache(maxsize=200_000)
def _anchor(token: str, starts: bool) -> str | None:
    """The anchor a token stands for: figure, acronym, name or rare stem; None for a common word."""
    if token[0].isdigit():
        return figure_key(token)
    if _CJK.match(token):
        return token if len(token) >= 2 and not "぀" <= token[0] <= "ゟ" else None
    common, _ = _common_words()
    low = token.lower().removesuffix("’s").removesuffix("'s")
    if len(low) >= 2 and token.isupper():
        return low
    if token[0].isupper() and not (starts and (low in common or stem(low) in common)):
        return low if len(low) >= 2 and low not in common else None
    if len(low) < 4 or low in common or stem(low) in common or low in _OTHER_FUNCTION_WORDS:
        return None
    return stem(low)


def figure_key(token: str) -> str | None:
    """A figure with its grouping taken out: 1,000 is 1000 and 2.50 is 2.5. Single digits carry too little to anchor."""
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", token).replace(",", ".")
    if plain.count(".") == 1:
        plain = plain.rstrip("0").rstrip(".")
    return plain if len(plain) >= 2 else None


@lru_cache(maxsize=200_000)
def _is_content(token: str) -> bool:
    _, function = _common_words()
    low = token.lower()
    if "぀" <= token[0] <= "ゟ":
        return False
    return low not in function and low not in _OTHER_FUNCTION_WORDS and (len(low) > 1 or low.isdigit())


@lru_cache(maxsize=1)
def _common_words() -> tuple[frozenset[str], frozenset[str]]:
    """The commonest English words with their stems, and the 120 of them that only join others."""
    lines = files("warifu.documents").joinpath("data/common-words-en.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if line and not line.startswith("#")]
    return frozenset(words) | {stem(word) for word in words}, frozenset(words[:120])


@lru_cache(maxsize=400_000)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


_FIRST: Final = np.uint64(0x9E3779B97F4A7C15)
_SECOND: Final = np.uint64(0xC2B2AE3D27D4EB4F)
_LAST: Final = np.uint64(0xBF58476D1CE4E5B9)


def mixed(first: Hashes, second: Hashes, salt: int) -> Hashes:
    """One hash of two, for each place of two equally long arrays."""
    value = first * _FIRST + second * _SECOND + np.uint64(salt)
    value ^= value >> np.uint64(29)
    return value * _LAST


def _hashed(items: Sequence[str]) -> Hashes:
    return np.fromiter(map(_hash, items), dtype=np.uint64, count=len(items))


def _pairs(items: list[str], reach: int, salt: int) -> Hashes:
    found = _hashed(items)
    parts = [np.empty(0, dtype=np.uint64)]
    for step in range(1, min(reach, len(found) - 1) + 1):
        left, right = found[:-step], found[step:]
        other = left != right
        parts.append(mixed(left[other], right[other], salt))
    return np.unique(np.concatenate(parts))


def _runs(items: str | list[str], size: int) -> Hashes:
    found = _hashed(items)
    count = len(found) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    value = np.zeros(count, dtype=np.uint64)
    for offset in range(size):
        value = mixed(value, found[offset : offset + count], 3)
    return np.unique(value)
