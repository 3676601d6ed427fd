"""Each step of each deal as an event: who did what to whom, tagged with PLOVER and CAMEO. One event a line.

PLOVER says that signing a formal agreement (CAMEO 057) is SUPPORT, not AGREE; AGREE is the intent to cooperate.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from warifu.exports.book import Book
from warifu.tables import contract as c
from warifu.terms.codelist import MEANINGS, Instrument, Stage

FILE: Final = "events.plover.jsonl"

GIFT: Final = ("AID", "071")
"""The event of a grant that is financed or delivered: provide economic aid."""

GIFT_STAGES: Final = frozenset({Stage.FINANCED, Stage.DELIVERED})

SECTORS: Final[Mapping[str, str]] = {"state body": "GOV", "state-owned company": "BUS", "private company": "BUS"}


def write(book: Book, folder: Path) -> None:
    """Write the events in the order of the timeline of each deal."""
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        for event in events(book):
            file.write(json.dumps(event, ensure_ascii=False) + "\n")


def code(deal: c.DealRow, stage: str) -> tuple[str, str]:
    """The PLOVER type and CAMEO code of a stage of this deal, by the codelists."""
    if deal.instrument == Instrument.GRANT and stage in GIFT_STAGES:
        return GIFT
    meaning = MEANINGS[Stage(stage)]
    return meaning.plover, meaning.cameo


def events(book: Book) -> Iterator[dict[str, Any]]:
    """Every stage that a deal reached, as an event; the day may be partial, or not told."""
    for deal in book.each(c.DealRow):
        actors = _actors(book, deal)
        for row in book.stages.get(deal.deal, ()):
            event, cameo = code(deal, row.stage)
            yield {
                "id": f"{book.programme.programme}-{deal.deal}-{row.number}",
                "date": row.on_text or None,
                "source": actors["source"],
                "target": actors["target"],
                "event": event,
                "mode": None,
                "context": "economic",
                "cameo": cameo,
                "eventText": f"{deal.title}: {row.stage}",
                "deal": deal.deal,
                "binding": deal.binding,
                "form": deal.form,
                "address": book.address("deals", deal.deal),
                "publication": [
                    {"source": name, "publisher": book.sources[name].publisher, "url": book.sources[name].url or None}
                    for name in row.sources
                    if name in book.sources
                ],
            }


def _actors(book: Book, deal: c.DealRow) -> dict[str, list[dict[str, str]]]:
    """Who acts on whom: providers on receivers; where neither is told, all signatories act together."""
    rows = book.deal_parties.get(deal.deal, ())
    left = [row.party for row in rows if row.role == "provider"]
    right = [row.party for row in rows if row.role == "receiver"]
    together = list(dict.fromkeys(row.party for row in rows))
    source, target = (left, right) if left and right else (together, [])
    return {"source": [_actor(book, name) for name in source], "target": [_actor(book, name) for name in target]}


def _actor(book: Book, name: str) -> dict[str, str]:
    party = book.parties[name]
    return {"actorText": party.name, "country": party.country, "sector": SECTORS.get(party.type, ""), "party": name}
