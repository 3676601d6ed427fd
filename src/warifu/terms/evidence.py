"""Evidence: sources, whose word they carry, and the place in them where something stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from warifu.terms.codelist import RANKS, SourceKind
from warifu.terms.dates import PartialDate

THIRD = "third"
"""The side of a source or speaker that belongs to neither party of the programme."""


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, as cited.

    `side` is the ISO 3166-1 code of the government's side that the publisher belongs to or speaks for, `third`, or
    None where nobody has judged it. `original` names the source that this one copies or quotes, where known: support
    is counted by originals. `doubtful` is set for spun or garbled text, which supports nothing alone.
    """

    id: str
    publisher: str
    published: PartialDate | None
    language: str
    kind: SourceKind
    side: str | None
    url: str
    note: str = ""
    original: str = ""
    doubtful: bool = False
    document: str = ""
    root: str = ""
    """The source at the beginning of a chain of copies, where `rooted` has followed it."""

    @property
    def rank(self) -> int | None:
        """Rank by kind (CODEBOOK, "Ranks of sources"); a doubtful page has none."""
        return None if self.doubtful else RANKS[self.kind]

    @property
    def official(self) -> bool:
        return self.kind is SourceKind.OFFICIAL

    @property
    def origin(self) -> str:
        """What counts as one witness: the source copied, through copies of copies, else the source itself."""
        return self.root or self.original or self.id

    @property
    def voice(self) -> str:
        """Whose word it is when nobody is quoted: "JP government", "RU press", "third press" …"""
        side = self.side if self.side is not None else "unknown"
        match self.kind:
            case SourceKind.OFFICIAL:
                return f"{side} government"
            case SourceKind.COMPANY:
                return f"{side} firm"
            case SourceKind.JOURNAL | SourceKind.ACADEMIC | SourceKind.THINK_TANK | SourceKind.DATASET:
                return f"{side} scholarship"
            case _:
                return f"{side} press"


def rooted(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources, each with the root of its chain of copies: a copy of a copy is no second witness.

    A chain ends at a source that copies nothing, or at an original that is not listed. Sources that are said to copy
    each other in a circle are one witness, named after the first of them.
    """
    listed = list(sources)
    by_id = {source.id: source for source in listed}
    roots: dict[str, str] = {}
    for source in listed:
        passed: list[str] = []
        name = source.id
        while name not in roots and name not in passed:
            passed.append(name)
            above = by_id[name].original if name in by_id else ""
            if not above or above == name:
                break
            name = above
        root = roots.get(name) or (min(passed[passed.index(name) :]) if name in passed else name)
        roots.update(dict.fromkeys(passed, root))
    return tuple(
        source if roots[source.id] == (source.original or source.id) else replace(source, root=roots[source.id])
        for source in listed
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the kept files a statement was told: the sheet and its line."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"
