"""Evidence: sources, whose word they carry, and the place in them where something stands."""

from __future__ import annotations

from dataclasses import dataclass

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

    @property
    def rank(self) -> int | None:
        """Rank by kind (CODEBOOK, "Ranks of sources"); a doubtful page has none."""
        return None if self.doubtful else RANKS[self.kind]

    @property
    def official(self) -> bool:
        return self.kind is SourceKind.OFFICIAL

    @property
    def origin(self) -> str:
        """What counts as one witness: the source copied, else the source itself."""
        return self.original or self.id

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


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the kept files a statement was told: the sheet and its line."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"
