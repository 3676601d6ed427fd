"""The deals as IATI 2.03 activities: one a deal, a transaction for each sum that may be added, the rest beside it.

IATI has no code for much of what the ledger holds (form, binding, signed and not in force, hoped sums, ceilings,
partial dates). That stands in warifu's own namespace, so a reader of plain IATI sees only what IATI can say, and a
reader of the namespace gets every sum, stage and party. Where IATI demands what no source tells, `warifu:basis` says
how it was filled.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_DOWN, Decimal
from pathlib import Path
from typing import Any, Final

from lxml import etree

from warifu.exports.book import HOME, Book, moves, number
from warifu.tables import contract as c
from warifu.terms.dates import OPEN, PartialDate

FILE: Final = "iati.xml"
NAMESPACE: Final = f"{HOME}/iati/1.0"
OWN: Final = f"{{{NAMESPACE}}}"
LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

STATUS: Final[tuple[tuple[str, str, str], ...]] = (
    ("stage", "cancelled", "5"),
    ("status", "stalled", "6"),
    ("status", "over", "4"),
    ("stage", "delivered", "4"),
    ("status", "under way", "2"),
    ("stage", "financed", "2"),
    ("stage", "in force", "2"),
)
"""The activity status of a deal: the first line that fits; pipeline (1) where none does."""

PIPELINE: Final = "1"

TRANSACTIONS: Final[Mapping[tuple[str, str], str]] = {
    ("pledge", ""): "12",
    ("commitment", ""): "2",
    ("commitment", "guarantee"): "10",
    ("disbursement", ""): "3",
    ("disbursement", "equity"): "8",
    ("repayment", ""): "6",
    ("repayment", "equity"): "9",
}
"""The transaction type of a kind of sum, by instrument where that matters. Other kinds are no transactions."""

FINANCE: Final[Mapping[str, str]] = {
    "grant": "110",
    "loan": "421",
    "guarantee": "1100",
    "equity": "510",
    "fund": "520",
}
"""The finance type of an instrument; the others have none."""

ROLES: Final[tuple[tuple[str, str], ...]] = (
    ("provider", "1"),
    ("overseer", "2"),
    ("implementer", "4"),
)
"""The organisation roles that IATI has. Receivers and signatories have none: they stand in the own namespace."""

NEAREST: Final = "4"
"""Where no party has a role that IATI knows, each of them is named in the nearest role that it has: implementing."""

TYPES: Final[Mapping[str, str]] = {"state body": "10", "state-owned company": "15", "private company": "70"}

PAPERS: Final[Mapping[str, str]] = {
    "memorandum": "A09",
    "letter of intent": "A09",
    "joint statement": "B13",
    "exchange of letters": "A09",
    "framework agreement": "A09",
    "agreement": "A11",
    "contract": "A11",
}
"""The document category of what a source shows, by the form of the paper it tells of; a web page of the deal (A12)
where it tells of none."""

OTHER_LINK: Final = "A12"
NO_AREA: Final = "none"
OTHER_ORGANISATION: Final = "90"


def write(book: Book, folder: Path) -> None:
    """Write the activity file; each activity is written as it is made, so a large ledger needs little memory."""
    stamp = f"{book.dated}T00:00:00Z"
    with etree.xmlfile(str(folder / FILE), encoding="utf-8") as out:
        out.write_declaration()
        heads = {"version": "2.03", "generated-datetime": stamp}
        with out.element("iati-activities", heads, nsmap={"warifu": NAMESPACE}):
            for deal in book.each(c.DealRow):
                out.write("\n")
                out.write(activity(book, deal, stamp))
            out.write("\n")


def identifier(book: Book, deal: str) -> str:
    """The activity's identifier: the publisher's and the deal's; it never changes."""
    return f"{reporter(book)}-{deal}"


def reporter(book: Book) -> str:
    """The publisher's identifier in IATI's list, where it has one."""
    return book.publication.organisation or f"WARIFU-{book.programme.programme}"


def activity(book: Book, deal: c.DealRow, stamp: str) -> Any:
    """One deal as an activity, its elements in the order that the schema demands."""
    root = etree.Element(
        "iati-activity",
        {
            LANG: "en",
            "default-currency": book.programme.currency,
            "last-updated-datetime": stamp,
            "hierarchy": "2" if deal.part_of else "1",
            "linked-data-uri": book.address("deals", deal.deal),
        },
        nsmap={"warifu": NAMESPACE},
    )
    _text(root, "iati-identifier", identifier(book, deal.deal))
    organisation = etree.SubElement(
        root, "reporting-org", {"ref": reporter(book), "type": OTHER_ORGANISATION, "secondary-reporter": "1"}
    )
    _narrative(organisation, book.publication.publisher)
    _narrative(etree.SubElement(root, "title"), deal.title)
    _narrative(etree.SubElement(root, "description", {"type": "1"}), _description(deal))
    _participants(root, book, deal)
    etree.SubElement(root, "other-identifier", {"ref": deal.deal, "type": "A1"})
    for former in book.former.get(deal.deal, ()):
        etree.SubElement(root, "other-identifier", {"ref": identifier(book, former), "type": "A3"})
    etree.SubElement(root, "activity-status", {"code": _status(deal)})
    _dates(root, book, deal)
    _countries(root, book, deal)
    _place(root, deal)
    _sectors(root, book, deal)
    if deal.instrument in FINANCE:
        etree.SubElement(root, "default-finance-type", {"code": FINANCE[deal.instrument]})
    for item in book.sums.get(deal.deal, ()):
        if moves(item, deal) and _transaction_type(item, deal):
            _transaction(root, book, deal, item)
    _links(root, book, deal)
    for part in book.parts.get(deal.deal, ()):
        etree.SubElement(root, "related-activity", {"ref": identifier(book, part), "type": "2"})
    if deal.part_of:
        etree.SubElement(root, "related-activity", {"ref": identifier(book, deal.part_of), "type": "1"})
    _own(root, book, deal)
    return root


def _text(parent: Any, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = clean(text)


def _narrative(parent: Any, text: str, language: str = "") -> None:
    found = etree.SubElement(parent, "narrative", {LANG: language} if language else {})
    found.text = clean(text)


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return "".join(sign for sign in text if sign in "\t\n\r" or (ord(sign) >= 32 and sign not in "\ufffe\uffff"))


def _description(deal: c.DealRow) -> str:
    """What the ledger knows of the deal in a sentence, and the coder's note."""
    paper = "no paper told" if deal.form == "none" else deal.form
    when = f" ({deal.stage_text})" if deal.stage_text else ""
    told = f"{paper.capitalize()}; {deal.stage}{when}; binding: {deal.binding}; work: {deal.status}."
    return f"{told} {deal.note}".strip()


def _status(deal: c.DealRow) -> str:
    return next((code for field, word, code in STATUS if getattr(deal, field) == word), PIPELINE)


def _participants(root: Any, book: Book, deal: c.DealRow) -> None:
    known = dict(ROLES)
    rows = book.deal_parties.get(deal.deal, ())
    named = [(row, known[row.role]) for row in rows if row.role in known] or [(row, NEAREST) for row in rows]
    seen: set[tuple[str, str]] = set()
    for row, role in named:
        if (row.party, role) in seen:
            continue
        seen.add((row.party, role))
        party = book.parties[row.party]
        attributes = {"role": role, f"{OWN}party": party.party, f"{OWN}role": row.role}
        if party.type in TYPES:
            attributes["type"] = TYPES[party.type]
        _names(etree.SubElement(root, "participating-org", attributes), party)
    if not named:
        empty = etree.SubElement(root, "participating-org", {"role": NEAREST, f"{OWN}basis": "not told"})
        _narrative(empty, "Not told by any source")


def _names(parent: Any, party: c.PartyRow) -> None:
    _narrative(parent, party.name)
    for language, name in (("ja", party.name_ja), ("ru", party.name_ru)):
        if name:
            _narrative(parent, name, language)


def day_of(text: str) -> date | None:
    """The first day a date can mean; the last where it has no beginning; None where nothing is told."""
    if not text:
        return None
    told = PartialDate.parse(text)
    return told.last if text.startswith(OPEN) else told.first


def _dates(root: Any, book: Book, deal: c.DealRow) -> None:
    """Planned start: when it was first promised. Actual start: in force or financed. Actual end: delivered."""
    stages = book.stages.get(deal.deal, ())
    begun = [row.on_text for row in stages if row.stage in ("in force", "financed") and row.on_text]
    ended = [row.on_text for row in stages if row.stage == "delivered" and row.on_text]
    start = min(begun, key=_order) if begun else ""
    end = max(ended, key=_order) if ended else ""
    if start and end and _order(start) > _order(end):
        start = ""  # the end came first by its words: the timeline says so, IATI refuses it
    _activity_date(root, "1", *_promised(book, deal))
    if start:
        _activity_date(root, "2", start, "")
    if end:
        _activity_date(root, "4", end, "")


def _order(text: str) -> tuple[date, str]:
    return (day_of(text) or date.max, text)


def _promised(book: Book, deal: c.DealRow) -> tuple[str, str]:
    """When the deal was first promised, and the ground for the day where no source gives one."""
    if deal.first_text:
        return deal.first_text, ""
    staged = [row.on_text for row in book.stages.get(deal.deal, ()) if row.on_text]
    if staged:
        return min(staged, key=_order), "first stage"
    told = [row.published_text for row in book.statements.get(deal.deal, ()) if row.published_text]
    return (min(told, key=_order), "first publication") if told else (deal.coded, "coding")


def _activity_date(root: Any, kind: str, text: str, basis: str) -> None:
    found = etree.SubElement(root, "activity-date", {"type": kind, "iso-date": str(day_of(text)), f"{OWN}edtf": text})
    if basis:
        found.set(f"{OWN}basis", basis)
        _narrative(found, f"No source gives the day; this is the day of the {basis}: {text}")
    elif len(text) != len("2016-12-16"):
        _narrative(found, text)


def _countries(root: Any, book: Book, deal: c.DealRow) -> None:
    """The country of the place; else the receivers'; else both sides, half each: IATI demands one."""
    if deal.country:
        codes, basis = [deal.country], ""
    else:
        receivers = {
            book.parties[row.party].country for row in book.deal_parties.get(deal.deal, ()) if row.role == "receiver"
        }
        codes, basis = sorted(receivers - {""}), "receivers"
        if not codes:
            codes, basis = sorted({book.programme.side_left, book.programme.side_right}), "sides"
    for code, share in zip(codes, shares(len(codes)), strict=True):
        found = etree.SubElement(root, "recipient-country", {"code": code})
        if len(codes) > 1:
            found.set("percentage", number(share))
        if basis:
            found.set(f"{OWN}basis", basis)


def shares(count: int) -> list[Decimal]:
    """Equal percentages that come to exactly 100; the last takes what rounding leaves."""
    each = (Decimal(100) / count).quantize(Decimal("0.01"), ROUND_DOWN)
    return [each] * (count - 1) + [Decimal(100) - each * (count - 1)]


def _place(root: Any, deal: c.DealRow) -> None:
    if deal.place:
        _narrative(etree.SubElement(etree.SubElement(root, "location"), "name"), deal.place)


def _sectors(root: Any, book: Book, deal: c.DealRow) -> None:
    """The programme's areas, in the publisher's own vocabulary; a deal of several areas is split evenly."""
    if not deal.areas:
        attributes = {"vocabulary": "99", "code": NO_AREA, "vocabulary-uri": f"{book.publication.address}/areas.html"}
        _narrative(etree.SubElement(root, "sector", attributes), "In none of the programme's areas")
        return
    for area, share in zip(deal.areas, shares(len(deal.areas)), strict=True):
        attributes = {"vocabulary": "99", "code": area, "vocabulary-uri": f"{book.publication.address}/areas.html"}
        if len(deal.areas) > 1:
            attributes |= {"percentage": number(share), f"{OWN}basis": "split evenly"}
        _narrative(
            etree.SubElement(root, "sector", attributes), book.areas[area].name_en if area in book.areas else area
        )


def _transaction_type(item: c.SumRow, deal: c.DealRow) -> str:
    return TRANSACTIONS.get((item.kind, deal.instrument)) or TRANSACTIONS.get((item.kind, ""), "")


def _transaction(root: Any, book: Book, deal: c.DealRow, item: c.SumRow) -> None:
    found = etree.SubElement(root, "transaction", {"ref": item.sum})
    etree.SubElement(found, "transaction-type", {"code": _transaction_type(item, deal)})
    text, basis = (item.on_text, "") if item.on_text else _promised(book, deal)
    day = str(day_of(text))
    dated = etree.SubElement(found, "transaction-date", {"iso-date": day, f"{OWN}edtf": item.on_text})
    if not item.on_text:
        dated.set(f"{OWN}basis", basis or "first promised")
    value = etree.SubElement(found, "value", {"currency": item.currency, "value-date": day})
    value.text = number(item.amount)
    if item.note:
        _narrative(etree.SubElement(found, "description"), item.note)
    for role, name in (("provider", "provider-org"), ("receiver", "receiver-org")):
        parties = [row.party for row in book.deal_parties.get(deal.deal, ()) if row.role == role]
        if len(parties) == 1:  # with several, no source says whose share this sum is
            _names(etree.SubElement(found, name, {f"{OWN}party": parties[0]}), book.parties[parties[0]])
    _sum(found, item)


def _links(root: Any, book: Book, deal: c.DealRow) -> None:
    forms = {
        row.source: row.says.partition(";")[0]
        for row in book.statements.get(deal.deal, ())
        if row.field == "paper" and row.source
    }
    for source in book.evidence(deal.deal):
        if not source.url.startswith(("http://", "https://")):
            continue
        found = etree.SubElement(
            root, "document-link", {"format": "text/html", "url": source.url, f"{OWN}source": source.source}
        )
        name = f"{source.publisher}, {source.published_text}" if source.published_text else source.publisher
        _narrative(etree.SubElement(found, "title"), name or source.source)
        form = forms.get(source.source, "")
        etree.SubElement(found, "category", {"code": PAPERS.get(form, OTHER_LINK), f"{OWN}form": form})
        if source.language:
            etree.SubElement(found, "language", {"code": source.language.partition("-")[0]})
        if len(source.published_text) == len("2016-12-16"):
            etree.SubElement(found, "document-date", {"iso-date": source.published_text})


def _own(root: Any, book: Book, deal: c.DealRow) -> None:
    """What IATI has no place for."""
    words = ("form", "binding", "basis", "instrument", "stage", "status", "belongs", "confidence")
    attributes = {name: str(getattr(deal, name)) for name in words}
    attributes |= {"umbrella": _yes(deal.umbrella), "counted": _yes(deal.counted), "stage-on": deal.stage_text}
    etree.SubElement(root, f"{OWN}deal", attributes)
    for row in book.deal_parties.get(deal.deal, ()):
        etree.SubElement(root, f"{OWN}party", {"ref": row.party, "role": row.role})
    for stage in book.stages.get(deal.deal, ()):
        etree.SubElement(root, f"{OWN}stage", {"stage": stage.stage, "on": stage.on_text})
    for item in book.sums.get(deal.deal, ()):
        if not (moves(item, deal) and _transaction_type(item, deal)):
            _sum(root, item)


def _sum(parent: Any, item: c.SumRow) -> None:
    attributes = {
        "ref": item.sum,
        "kind": item.kind,
        "amount": number(item.amount),
        "currency": item.currency,
        "bound": item.bound,
        "standing": item.standing,
        "on": item.on_text,
        "doubtful": _yes(item.doubtful),
    }
    if item.upper is not None:
        attributes["upper"] = number(item.upper)
    etree.SubElement(parent, f"{OWN}sum", attributes)


def _yes(value: bool) -> str:
    return "true" if value else "false"
