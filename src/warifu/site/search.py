"""Search: every deal in one script file, since a page opened from a disk may load scripts and nothing else."""

from __future__ import annotations

import json
import unicodedata

from warifu.site import addresses
from warifu.site.book import ORDER, Book
from warifu.tables import contract as c


def folded(text: str) -> str:
    """Text as it is searched: wide and narrow letters alike, capitals alike."""
    return unicodedata.normalize("NFKC", text).casefold()


def data(book: Book) -> bytes:
    """The deals as JSON in a script: a row a deal, in the order of `COLUMNS` in site.js.

    Words of codelists stand as they are in the tables: the page knows them in its language.
    """
    areas = list(book.areas)
    rows = []
    for row in book.deals.values():
        largest = book.largest.get(row.deal)
        rows.append(
            [
                row.deal,
                row.title,
                addresses.slug(row.deal),
                [areas.index(area) for area in row.areas if area in book.areas],
                row.year,
                row.first_text,
                row.stage,
                ORDER.get(row.stage, 0),
                row.form,
                row.binding,
                row.status,
                float(largest.converted) if largest is not None and largest.converted is not None else None,
                row.gaps,
                row.support,
                int(row.counted),
                int(row.umbrella),
                folded(" ".join([row.deal, row.title, row.place, *_names(book, row.deal)])),
            ]
        )
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"window.warifuDeals = {_in_script(text)};\n".encode()


def _names(book: Book, deal: str) -> list[str]:
    parties = [book.parties[row.party] for row in book.deal_parties.get(deal, ()) if row.party in book.parties]
    return [name for row in parties for name in _all(row)]


def _all(row: c.PartyRow) -> list[str]:
    return [name for name in (row.name, row.name_ja, row.name_ru) if name]


def _in_script(text: str) -> str:
    """JSON that may stand in a script whatever it holds: no end tag and no comment can begin in it."""
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return text
