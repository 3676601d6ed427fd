"""The proposal: one reading of one document by a machine, tied to the exact words field by field; believed by nobody.

A proposal is kept as its reader made it, one JSON line in the file of its run (`runs`), and never edited: what a
person thinks of it is a decision. Every field carries its own quote and offsets, so `body[start:end] == quote`
holds for each of them in the body of the document's text (`documents.text.model.Text.body`); the words around them
can always be shown.

| kind | fields | besides |
|---|---|---|
| deal | form, instrument, stage, status, binding, basis, on, area, place, programme, voice, speaker | parties, sums |
| bundle | the same, and count ("80 documents"): many papers told as one number | parties, sums |
| mandate | person, office, body, country, charge, since | |
| expectation | side, goal, said (expectation, goal, condition, complaint), speaker | sums |
| talk | issue, movement (-2 … 2: -2 a door closed, 0 talked and nothing changed, 2 a new agreed basis), on | |

Values are the words of `terms.codelist` (form "memorandum", stage "in force"), EDTF dates, ISO codes, and decimal
numbers in full units, all as text. A field that the document does not tell is absent; it is never empty and never zero.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Final

import msgspec


class Kind(StrEnum):
    """What is proposed?"""

    DEAL = "deal"
    BUNDLE = "bundle"
    MANDATE = "mandate"
    EXPECTATION = "expectation"
    TALK = "talk"


FIELDS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.DEAL: (
        "form", "instrument", "stage", "status", "binding", "basis", "on", "area", "place", "programme", "voice",
        "speaker",
    ),
    Kind.BUNDLE: (
        "form", "instrument", "stage", "status", "binding", "basis", "on", "area", "place", "programme", "voice",
        "speaker", "count",
    ),
    Kind.MANDATE: ("person", "office", "body", "country", "charge", "since"),
    Kind.EXPECTATION: ("side", "goal", "said", "speaker"),
    Kind.TALK: ("issue", "movement", "on"),
}  # fmt: skip
"""The names that `Proposal.fields` may hold, kind by kind, in the order in which they are shown."""


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """One field as read: its value, the words it was read from and where they stand, and the rule that read it."""

    value: str
    quote: str
    start: int
    end: int
    rule: str


class PartyRead(msgspec.Struct, frozen=True, omit_defaults=True):
    """A party as read.

    `name` is the fullest form the document gives; `party` the id in the workspace's `sheets/parties.csv` or, for one
    that only the reader's own table knows, in that table (empty: known to neither). `country` is ISO 3166-1 alpha-2
    (EU for the Union, empty: unknown, or a body of many states); `role` and `type` are words of the codelists.
    """

    name: str
    role: str
    quote: str
    start: int
    end: int
    rule: str
    party: str = ""
    country: str = ""
    type: str = "unknown"


class SumRead(msgspec.Struct, frozen=True, omit_defaults=True):
    """An amount as read.

    `number` is a decimal in full units. `upper` is the other end of a range (bound "range"). Sums of one proposal with
    the same `money` (a number that means nothing else) are one sum told in several currencies: never add them.
    """

    number: str
    currency: str
    kind: str
    bound: str
    quote: str
    start: int
    end: int
    rule: str
    upper: str = ""
    money: int = 0

    @property
    def value(self) -> Decimal:
        return Decimal(self.number)


class Match(msgspec.Struct, frozen=True, omit_defaults=True):
    """The deal of the workspace that the proposal seems to be about; `deal` is empty for "new"."""

    deal: str
    score: float
    reasons: tuple[str, ...] = ()


class Proposal(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reading. Equal documents read by equal readers give equal proposals, with equal ids.

    Attributes:
        id: The first 16 hex digits of the SHA-256 of what is read (document, kind, fields, parties, sums).
        kind: What is proposed.
        document: Digest of the document.
        source: The source it is a capture of (`Capture.source`).
        run: Id of the run that made it (`runs`).
        reader: Name and version of the reader, or name of the model.
        start: Where the passage begins that it was read from.
        end: Where it ends.
        passage: The words there, usually one sentence.
        fields: The single-valued fields by name (`FIELDS`).
        parties: Who takes part.
        sums: The amounts.
        confidence: From 0 to 1: of proposals with this figure about so many in a hundred were right on the marked set.
        reasons: What speaks for and against it, one sentence each; never empty.
        doubtful: The document is spun, or one of these figures looks garbled: never promote this alone.
        copy_group: Digest of the document that stands for this one's copies; empty where it has none.
        match: The deal it was matched with, or "new"; None where nobody has tried.
    """

    id: str
    kind: Kind
    document: str
    source: str
    run: str
    reader: str
    start: int
    end: int
    passage: str
    fields: dict[str, Told] = {}
    parties: tuple[PartyRead, ...] = ()
    sums: tuple[SumRead, ...] = ()
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    doubtful: bool = False
    copy_group: str = ""
    match: Match | None = None

    def value(self, name: str) -> str:
        """The value of a field; empty where the document does not tell it."""
        told = self.fields.get(name)
        return "" if told is None else told.value

    def quotes(self) -> list[tuple[int, int, str]]:
        """Every quote with its offsets, in the order of the document."""
        anchored: list[Told | PartyRead | SumRead] = [*self.fields.values(), *self.parties, *self.sums]
        return sorted({(one.start, one.end, one.quote) for one in anchored})
