"""What is read off one text for grouping and judging, kept under `build/`, so that no text is read twice for it.

build/readings/ab/cdef….bin    the fingerprint, facts, verdict and doubtful figures of one document    derived
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from warifu.documents import translated
from warifu.documents.figures import GarbledFigure, doubtful_figures
from warifu.documents.fingerprint import Fingerprint, fingerprint
from warifu.documents.index import current
from warifu.documents.spun import Sign, SpunVerdict, judge

if TYPE_CHECKING:
    from warifu.documents.index import Capture
    from warifu.documents.store import Store
    from warifu.documents.swaps import Swaps

__all__ = ["Prepared", "Reading", "beside", "prepare", "readings"]


AT_ONCE: Final = 2048
"""Texts held in memory together."""
SHOWN: Final = 6
"""Swapped words that a reason names."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document as the copy finder needs it; its text is not needed any more.

    Attributes:
        id: Its digest or any name of its own.
        published: Day of publication; None where unknown.
        tongue: The language it is written in.
        length: Characters of its text.
        spun: Whether its text is machine-spun.
        print: Its derivation fingerprint.
        facts: What of it survives translation, in order.
    """

    id: str
    published: str | None
    tongue: str
    length: int
    spun: bool
    print: Fingerprint
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that is read off one text."""

    prepared: Prepared
    verdict: SpunVerdict
    doubtful: tuple[GarbledFigure, ...]


def beside(one: Reading, text: str, relative: str, seen: Swaps) -> Reading:
    """The reading of a text that is spun, as shows beside a relative: its verdict, and every figure of it doubted."""
    meaning = f"stands where {relative[:16]}, of the same origin, has other words"
    signs = [
        Sign("swapped-word", seen.family, swap.gain, swap.start, swap.end, swap.words, meaning) for swap in seen.swaps
    ]
    shown = ", ".join(f"“{swap.words}” for “{swap.instead_of}”" for swap in seen.swaps[:SHOWN])
    reason = f"swapped-word: {len(seen.swaps)} words of {relative[:16]} were swapped as a spinner swaps them ({shown})"
    verdict = replace(
        one.verdict,
        verdict="spun",
        family=seen.family,
        signs=tuple(sorted((*one.verdict.signs, *signs), key=lambda sign: (sign.start, sign.end, sign.rule))),
        reasons=(reason, *one.verdict.reasons),
    )
    return Reading(replace(one.prepared, spun=True), verdict, tuple(doubtful_figures(text, verdict)))


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    version: str
    length: int
    tongue: str
    verdict: SpunVerdict
    doubtful: tuple[GarbledFigure, ...]
    print: Fingerprint
    facts: tuple[tuple[str, str], ...]


def prepare(name: str, text: str, language: str | None = None, published: str | None = None) -> Prepared:
    """Read a text for the copy finder."""
    return Prepared(
        name,
        published,
        translated.tongue(text, language),
        len(text),
        judge(text).verdict == "spun",
        fingerprint(text),
        translated.facts(text),
    )


def read(text: str) -> bytes:
    """What is kept of one text; the same text gives the same bytes."""
    verdict = judge(text)
    found = doubtful_figures(text, verdict)
    kept = _Kept(
        version(),
        len(text),
        translated.tongue(text, None),
        verdict,
        tuple(found),
        fingerprint(text),
        translated.facts(text),
    )
    return _ENCODER.encode(kept)


def reading(raw: bytes, capture: Capture) -> Reading | None:
    """The reading that some kept bytes are; None where they were made by other rules than those of today."""
    try:
        kept = _DECODER.decode(raw)
    except msgspec.DecodeError:
        return None
    if kept.version != version():
        return None
    tongue = kept.tongue if capture.language is None else capture.language.split("-")[0].lower()
    spun = kept.verdict.verdict == "spun"
    prepared = Prepared(capture.digest, capture.published, tongue, kept.length, spun, kept.print, kept.facts)
    return Reading(prepared, kept.verdict, kept.doubtful)


def readings(store: Store, *, engine: bool = False) -> dict[str, Reading]:
    """The reading of every document that has a text, by digest.

    Args:
        store: The documents.
        engine: Make what is missing over `documents.engine`.
    """
    first: dict[str, Capture] = {}
    for capture in current(store):
        known = first.get(capture.digest)
        if known is None or (capture.published or "9999", capture.source) < (known.published or "9999", known.source):
            first[capture.digest] = capture
    found: dict[str, Reading] = {}
    missing: list[Capture] = []
    for digest in sorted(first):
        if first[digest].unread is None:
            path = path_of(store.workspace, digest)
            kept = reading(path.read_bytes(), first[digest]) if path.exists() else None
            if kept is None:
                missing.append(first[digest])
            else:
                found[digest] = kept
    for at in range(0, len(missing), AT_ONCE):
        some = missing[at : at + AT_ONCE]
        for capture, raw in zip(some, _read(store, some, engine), strict=True):
            keep(path_of(store.workspace, capture.digest), raw)
            made = reading(raw, capture)
            assert made is not None
            found[capture.digest] = made
    return {digest: found[digest] for digest in sorted(found)}


def _read(store: Store, captures: list[Capture], engine: bool) -> list[bytes]:
    texts = [store.text_of(capture.digest).body for capture in captures]
    if engine:
        from warifu.documents.engine import prepare

        return prepare(texts)
    return [read(text) for text in texts]


def path_of(workspace: Path, digest: str) -> Path:
    return workspace / "build" / "readings" / digest[:2] / f"{digest[2:]}.bin"


def keep(path: Path, raw: bytes) -> None:
    """Put a reading under `build/`, where it may be deleted at any time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    part.write_bytes(raw)
    part.replace(path)


_RULES: Final = (
    "spun.py",
    "signatures.py",
    "wording.py",
    "data/wording-en.tsv",
    "figures.py",
    "fingerprint.py",
    "translated.py",
    "data/common-words-en.txt",
    "data/names.tsv",
)


@lru_cache(maxsize=1)
def version() -> str:
    """A digest of the rules themselves: a reading made by other rules is made again, and nobody has to remember to."""
    from warifu.documents.store import READER_VERSION

    room = files("warifu.documents")
    state = blake2b(str(READER_VERSION).encode(), digest_size=8)
    for name in _RULES:
        state.update(room.joinpath(name).read_bytes())
    return state.hexdigest()


_ENCODER: Final = msgspec.msgpack.Encoder(order="deterministic")
_DECODER: Final = msgspec.msgpack.Decoder(_Kept)
