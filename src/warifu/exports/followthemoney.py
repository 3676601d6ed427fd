"""The ledger as FollowTheMoney entities (one way): deals, parties, sources, talks, and one entity for each amount.

A deal may be told in several currencies; an entity of FollowTheMoney keeps amounts and currencies as two sets that lose
their pairing. So no amount stands on a deal: each sum is an entity of its own, a Debt, Payment or Contract where the
ledger knows what that demands, else an Asset linked to its deal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from warifu.exports.book import Book, number
from warifu.tables import contract as c

FILE: Final = "entities.ftm.json"

PARTIES: Final[Mapping[str, str]] = {
    "state body": "PublicBody",
    "state-owned company": "Company",
    "private company": "Company",
}
"""The schema of a party, by its type; a LegalEntity where the type is unknown."""

NEWS: Final = frozenset({"news agency", "newspaper", "trade press", "social media"})
CONTRACTS: Final = frozenset({"agreement", "contract"})
DAY: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
WEB: Final = ("http://", "https://")

LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fi": "fin", "fr": "fra", "hi": "hin", "id": "ind",
    "it": "ita", "ja": "jpn", "ko": "kor", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ru": "rus", "sv": "swe",
    "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip
"""The three letters (ISO 639-3) that FollowTheMoney wants for a language; others are left out."""

Entity = dict[str, Any]


def write(book: Book, folder: Path) -> None:
    """Write one entity a line."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        for entity in entities(book):
            file.write(encode(entity) + "\n")


def entities(book: Book) -> Iterator[Entity]:
    """Every entity: parties, sources, deals with what hangs on them, talks."""
    for party in book.rows(c.PartyRow):
        yield _party(book, party)
    for source in book.rows(c.SourceRow):
        yield _source(book, source)
    for deal in book.each(c.DealRow):
        yield _deal(book, deal)
        yield from _links(book, deal)
        for item in book.sums.get(deal.deal, ()):
            yield from _amount(book, deal, item)
    for talk in book.rows(c.TalkRow):
        yield _entity(
            book, "Event", "talks", talk.talk, name=talk.title, date=day(talk.on_text), location=talk.place,
            country=talk.country.lower(), keywords=talk.kind,
        )  # fmt: skip


def _name(book: Book, kind: str, name: str) -> str:
    return f"{book.programme.programme}-{kind}-{re.sub('[^A-Za-z0-9._-]', '-', name)}"


def _entity(book: Book, schema: str, kind: str, ref: str, /, **told: str | list[str]) -> Entity:
    """An entity with the properties that are told; each is a list of distinct texts."""
    properties = {}
    for word, value in told.items():
        values = [value] if isinstance(value, str) else value
        kept = list(dict.fromkeys(item.strip() for item in values if item.strip()))
        if kept:
            properties[word] = kept
    return {"id": _name(book, kind, ref), "schema": schema, "properties": properties}


def day(text: str) -> str:
    """The year, month or day; empty where the date is a period or about: FollowTheMoney has no such dates."""
    return text if DAY.fullmatch(text) else ""


def _party(book: Book, party: c.PartyRow) -> Entity:
    return _entity(
        book, PARTIES.get(party.type, "LegalEntity"), "party", party.party, name=party.name,
        alias=[party.name_ja, party.name_ru], country=party.country.lower(),
        sourceUrl=book.address("parties", party.party),
    )  # fmt: skip


def _source(book: Book, source: c.SourceRow) -> Entity:
    title = f"{source.publisher}, {source.published_text}" if source.published_text else source.publisher
    return _entity(
        book, "Article" if source.kind in NEWS else "Document", "source", source.source, title=title or source.source,
        publisher=source.publisher, publishedAt=day(source.published_text),
        language=LANGUAGES.get(source.language.partition("-")[0], ""),
        sourceUrl=source.url if source.url.startswith(WEB) else "", notes=source.note,
    )  # fmt: skip


def _deal(book: Book, deal: c.DealRow) -> Entity:
    return _entity(
        book, "Project", "deal", deal.deal, name=deal.title, projectId=deal.deal, status=deal.stage, phase=deal.status,
        startDate=day(deal.first_text), description=deal.note, country=deal.country.lower(),
        program=book.programme.name_en, sourceUrl=book.address("deals", deal.deal),
        keywords=[deal.form, deal.instrument, f"binding: {deal.binding}"],
    )  # fmt: skip


def _links(book: Book, deal: c.DealRow) -> Iterator[Entity]:
    project = _name(book, "deal", deal.deal)
    for row in book.deal_parties.get(deal.deal, ()):
        yield _entity(
            book, "ProjectParticipant", "role", f"{deal.deal}-{row.party}-{row.role}", project=project,
            participant=_name(book, "party", row.party), role=row.role,
        )  # fmt: skip
    for source in book.evidence(deal.deal):
        yield _entity(
            book, "Documentation", "evidence", f"{deal.deal}-{source.source}", entity=project,
            document=_name(book, "source", source.source), role="evidence",
        )  # fmt: skip
    if deal.part_of:
        yield _entity(
            book, "UnknownLink", "part", f"{deal.deal}-{deal.part_of}", subject=project,
            object=_name(book, "deal", deal.part_of), role="part of",
        )  # fmt: skip


def _amount(book: Book, deal: c.DealRow, item: c.SumRow) -> Iterator[Entity]:
    """A sum as an entity with one amount and one currency."""
    project = _name(book, "deal", deal.deal)
    ends = {
        role: [_name(book, "party", row.party) for row in book.deal_parties.get(deal.deal, ()) if row.role == role]
        for role in ("provider", "receiver")
    }
    told = f"{item.kind}, {item.bound}, {item.standing}"
    common: dict[str, str | list[str]] = {"amount": number(item.amount), "currency": item.currency}
    if item.kind == "disbursement" and all(ends.values()):
        yield _entity(
            book, "Payment", "sum", item.sum, **common, payer=ends["provider"], beneficiary=ends["receiver"],
            project=project, date=day(item.on_text), purpose=told, description=item.note,
            programme=book.programme.name_en,
        )  # fmt: skip
    elif item.kind == "commitment" and deal.instrument == "loan" and all(ends.values()):
        yield _entity(
            book, "Debt", "sum", item.sum, **common, creditor=ends["provider"], debtor=ends["receiver"],
            startDate=day(item.on_text), summary=told, description=item.note,
        )  # fmt: skip
        yield _entity(
            book, "UnknownLink", "sum-of", item.sum, subject=[*ends["provider"], *ends["receiver"]], object=project,
            role=f"debt {item.sum}",
        )  # fmt: skip
    elif item.kind == "commitment" and deal.form in CONTRACTS:
        yield _entity(
            book, "Contract", "sum", item.sum, **common, title=deal.title, project=project,
            contractDate=day(item.on_text), type=told, description=item.note,
        )  # fmt: skip
    else:
        yield _entity(
            book, "Asset", "sum", item.sum, **common, name=f"{item.kind}: {deal.title}", summary=told,
            description=item.note,
        )  # fmt: skip
        yield _entity(
            book, "UnknownLink", "sum-of", item.sum, subject=_name(book, "sum", item.sum), object=project,
            role=item.kind,
        )  # fmt: skip
