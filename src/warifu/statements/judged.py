"""Judged proposals become statements: what a machine read counts once a person stands behind it.

What `fold` made of the sheets comes in; the same comes out with every accepted proposal in its place. A proposal that
two coders must judge counts only when they agree, or when an adjudicator decided (`decisions.judgement`). Sums follow
the rule that money is counted once: the same sum of the same kind told again supports the row that is there; another
sum of a kind that is counted already is a version of it, unless the person said that it is money of its own. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Final, TypeVar

import msgspec

from warifu.decisions.judgement import Change, Outcome, corrected, deal_of, own_deal
from warifu.decisions.log import Decision
from warifu.errors import DateError, MoneyError
from warifu.proposals.proposal import Kind, PartyRead, Proposal, SumRead
from warifu.terms.codelist import (
    Basis,
    Belongs,
    Binding,
    Bound,
    Form,
    Instrument,
    PartyType,
    Role,
    SourceKind,
    Stage,
    Standing,
    Status,
    SumKind,
)
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Case, Look, Party
from warifu.terms.document import DocumentRecord
from warifu.terms.evidence import Place, Source
from warifu.terms.money import Money
from warifu.terms.problem import Problem, Severity
from warifu.terms.statement import InstrumentTold, PaperTold, PartyTold, StageTold, Statement, StatusTold, SumTold, Told

W = TypeVar("W", Form, Instrument, Stage, Status, Binding, Basis, SumKind, Bound, Role)

BY_PERSON: Final = "person:"
"""Begins the reader of what a person added because the machines had missed it."""

FIRST_ROW: Final = 1000
"""Rows of judged sums begin here, so that a sheet may grow without changing them."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A proposal that counts: as the person left it, where it belongs, who stands behind it, and where it is kept."""

    proposal: Proposal
    change: Change
    by: str
    on: PartialDate
    reason: str
    place: Place

    @property
    def deal(self) -> str:
        return deal_of(self.proposal, self.change)


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of folding accepted proposals in.

    `parties` are those that no list has. `others` are accepted proposals that tell of no deal (mandates, expectations,
    talks), each with its source. `joined` maps each deal that was joined to another to that one: an id never
    disappears.
    """

    cases: tuple[Case, ...]
    sources: Mapping[str, Source]
    others: tuple[tuple[Accepted, Source], ...]
    parties: Mapping[str, Party]
    joined: Mapping[str, str]
    problems: tuple[Problem, ...]


def accepted(
    proposals: Iterable[Proposal], outcomes: Mapping[str, Outcome], places: Mapping[str, Place]
) -> tuple[Accepted, ...]:
    """The proposals that count, in an order that does not depend on when they were judged."""
    found = []
    for one in proposals:
        outcome = outcomes.get(one.id)
        if outcome is None or outcome.judgement is None or not outcome.accepted:
            continue
        judgement = outcome.judgement
        found.append(
            Accepted(
                corrected(one, judgement.change),
                judgement.change,
                judgement.analyst,
                PartialDate.parse(judgement.at[:10]),
                judgement.reason,
                places.get(one.id, Place(f"proposals/{one.run}.jsonl", 1)),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.proposal.source, one.proposal.start, one.proposal.id)))


def fold_in(
    cases: Iterable[Case],
    counting: Sequence[Accepted],
    sources: Mapping[str, Source],
    documents: Mapping[str, DocumentRecord],
    decisions: Sequence[Decision] = (),
    programme: str = "",
    areas: frozenset[str] = frozenset(),
    parties: Mapping[str, Party] | None = None,
) -> Judged:
    """Put accepted proposals, joins, splits and closings into the cases of the sheets.

    Args:
        cases: What `fold.fold` made of the sheets.
        counting: What `accepted` gives.
        sources: Every source by id; documents that none of them cites get a source of their own.
        documents: What is known of the documents, by digest.
        decisions: Those that stand (`standing.standing`).
        programme: The programme that new deals belong to.
        areas: The programme's areas: another area that a machine read is nobody's, until a person says which.
        parties: The workspace's list of parties; one that is read and not in it is known as the document names it.
    """
    book = {case.id: case for case in cases}
    cited = _Sources(sources, documents)
    problems: list[Problem] = []
    deals = [one for one in counting if one.proposal.kind in (Kind.DEAL, Kind.BUNDLE)]
    for one in deals:
        _open_case(book, one, programme, areas, problems)
    for one in deals:
        source = cited.of(one.proposal)
        case = book[one.deal]
        told = [item for item in _statements(one, case, source, problems) if not _already_told(case, item)]
        book[one.deal] = _with(case, told)
    others = [(one, cited.of(one.proposal)) for one in counting if one.proposal.kind not in (Kind.DEAL, Kind.BUNDLE)]
    _split(book, decisions, problems)
    joined = _join(book, decisions, problems)
    _close(book, decisions)
    return Judged(
        cases=tuple(book[name] for name in sorted(book)),
        sources=cited.all,
        others=tuple(others),
        parties=_strangers(deals, parties or {}),
        joined=joined,
        problems=tuple(sorted(problems)),
    )


def _open_case(
    book: dict[str, Case], one: Accepted, programme: str, areas: frozenset[str], problems: list[Problem]
) -> None:
    """The case of a new deal; the first proposal that names it says what it is called."""
    name = one.deal
    if name in book:
        return
    if name != own_deal(one.proposal) and not one.change.title:
        message = f"{one.by} put a proposal into the deal {name!r}, which is not in the ledger: it opens it, untitled"
        problems.append(Problem(name, "judged-into-nothing", message, Severity.LOOK, str(one.place)))
    proposal = one.proposal
    area = proposal.value("area")
    book[name] = Case(
        id=name,
        title=one.change.title or title_of(proposal),
        programme=proposal.value("programme") or programme,
        areas=one.change.areas or ((area,) if area and (area in areas or not areas) else ()),
        belongs=Belongs.CORE,
        umbrella=proposal.kind is Kind.BUNDLE,
        part_of=one.change.part_of,
        place=proposal.value("place"),
        country="",
        confidence="",
        coder=one.by,
        coded=one.on,
        looks=(),
        judged=(f"read by {proposal.reader}, accepted by {one.by} on {one.on}",),
        note=one.reason,
        at=one.place,
        statements=(),
    )


def title_of(proposal: Proposal) -> str:
    """What to call a deal until a person names it: its parties and its paper, else the beginning of its passage."""
    names = " – ".join(dict.fromkeys(party.name for party in proposal.parties))
    paper = proposal.value("form") or proposal.value("instrument")
    if names:
        return f"{names}: {paper}" if paper else names
    return proposal.passage if len(proposal.passage) <= 80 else f"{proposal.passage[:79]}…"


class _Sources:
    """The sources by id, and one for each document that no source cites."""

    def __init__(self, sources: Mapping[str, Source], documents: Mapping[str, DocumentRecord]) -> None:
        self.all: dict[str, Source] = dict(sources)
        self._documents = documents
        self._by_document = {
            one.document.removeprefix("sha256:").lower(): one.id for one in sources.values() if one.document
        }
        self._by_url = {one.url: one.id for one in sources.values() if one.url}

    def of(self, proposal: Proposal) -> Source:
        digest = proposal.document
        for known, name in self._by_document.items():
            if len(known) >= 8 and digest.startswith(known):
                return self.all[name]
        if proposal.source in self._by_url:
            return self.all[self._by_url[proposal.source]]
        if proposal.source in self.all:
            return self.all[proposal.source]
        name = f"doc-{digest[:12]}"
        if name not in self.all:
            self.all[name] = _source(name, digest, self._documents.get(digest), proposal)
        known_source = self.all[name]
        if proposal.doubtful and not known_source.doubtful:
            self.all[name] = known_source = replace(known_source, doubtful=True)
        return known_source


def _source(name: str, digest: str, record: DocumentRecord | None, proposal: Proposal) -> Source:
    if record is None:
        return Source(name, proposal.source, None, "", SourceKind.UNKNOWN, None, proposal.source, document=digest)
    kinds = {kind.value: kind for kind in SourceKind}
    return Source(
        id=name,
        publisher=record.publisher or record.title or record.source,
        published=_date(record.published),
        language=record.language or "",
        kind=kinds.get(record.kind or "", SourceKind.UNKNOWN),
        side=record.side,
        url=record.address or "",
        note=record.title or "",
        original=f"doc-{record.group[:12]}" if record.group and record.group != digest else "",
        doubtful=record.spun,
        document=digest,
    )


def _date(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except DateError:
        return None


def _statements(one: Accepted, case: Case, source: Source, problems: list[Problem]) -> list[Statement]:
    proposal = one.proposal
    on = _date(proposal.value("on"))
    found: list[Statement] = []

    def tell(family: str, told: Told, quote: str, number: int = 0) -> None:
        suffix = f"-{number + 1}" if number else ""
        found.append(_statement(one, source, f"{family}-{proposal.id[:10]}{suffix}", told, on, quote))

    form = _word(Form, one, "form", problems)
    if form is not None and form is not Form.NONE:
        binding = _word(Binding, one, "binding", problems) or Binding.UNKNOWN
        basis = _word(Basis, one, "basis", problems) or Basis.RULE
        tell("papers", PaperTold(form, binding, basis), proposal.fields["form"].quote)
    stage = _word(Stage, one, "stage", problems)
    if stage is not None:
        tell("stages", StageTold(stage), proposal.fields["stage"].quote)
    status = _word(Status, one, "status", problems)
    if status is not None and status is not Status.UNKNOWN:
        tell("status", StatusTold(status), proposal.fields["status"].quote)
    instrument = _word(Instrument, one, "instrument", problems)
    if instrument is not None and instrument is not Instrument.UNSPECIFIED:
        tell("instrument", InstrumentTold(instrument), proposal.fields["instrument"].quote)
    known = {item.told.party for item in case.statements if isinstance(item.told, PartyTold)}
    for number, (party, roles) in enumerate(_parties(proposal.parties).items()):
        if party not in known:
            quote = next(read.quote for read in proposal.parties if (read.party or read.name) == party)
            tell("parties", PartyTold(party, roles), quote, number)
    for number, (told, quote) in enumerate(_sums(one, case, problems)):
        tell("sums", told, quote, number)
    return found


def _statement(one: Accepted, source: Source, name: str, told: Told, on: PartialDate | None, quote: str) -> Statement:
    voice = one.proposal.value("voice") or source.voice
    first = voice.split(" ")[0]
    return Statement(
        id=f"{one.deal}/{name}@{source.id}",
        deal=one.deal,
        told=told,
        on=None if isinstance(told, PartyTold | InstrumentTold) else on,
        source=source.id,
        voice=voice,
        side=first if first.isupper() and one.proposal.value("voice") else source.side,
        published=source.published,
        note=one.reason,
        quote=quote,
        by=one.by,
        place=one.place,
        recorded=one.on,
        read_by="" if one.proposal.reader.startswith(BY_PERSON) else one.proposal.reader,
    )


def _word(kind: type[W], one: Accepted, field: str, problems: list[Problem]) -> W | None:
    value = one.proposal.value(field)
    if not value:
        return None
    try:
        return kind(value)
    except ValueError:
        message = f"{field}: {value!r} is none of {', '.join(kind)}, so it was left out: correct it on the desk"
        problems.append(Problem(one.deal, "unknown-code", message, Severity.LOOK, str(one.place)))
        return None


def _parties(read: Iterable[PartyRead]) -> dict[str, tuple[Role, ...]]:
    roles: dict[str, list[Role]] = {}
    words = {role.value: role for role in Role}
    for one in read:
        kept = roles.setdefault(one.party or one.name, [])
        role = words.get(one.role)
        if role is not None and role not in kept:
            kept.append(role)
    return {party: tuple(kept) for party, kept in roles.items()}


def _strangers(deals: Iterable[Accepted], known: Mapping[str, Party]) -> dict[str, Party]:
    """The parties that were read and stand in no list, as their documents name them; the first by proposal counts."""
    types = {kind.value: kind for kind in PartyType}
    found: dict[str, Party] = {}
    for one in deals:
        for read in one.proposal.parties:
            name = read.party or read.name
            if name not in known and name not in found:
                found[name] = Party(name, read.name, read.country, types.get(read.type, PartyType.UNKNOWN))
    return found


def _sums(one: Accepted, case: Case, problems: list[Problem]) -> list[tuple[SumTold, str]]:
    """Each sum with its row and standing beside those that the deal has."""
    rows = [item.told for item in case.statements if isinstance(item.told, SumTold)]
    found: list[tuple[SumTold, str]] = []
    moneys: set[int] = set()
    for read in one.proposal.sums:
        told = _sum(one, read, problems)
        if told is None:
            continue
        again = bool(read.money) and read.money in moneys
        moneys.add(read.money)
        told = _placed(told, rows, again, one.change.counted)
        rows.append(told)
        found.append((told, read.quote))
    return found


def _sum(one: Accepted, read: SumRead, problems: list[Problem]) -> SumTold | None:
    try:
        bound = Bound(read.bound or Bound.EXACT)
        upper = Decimal(read.upper) if read.upper else None
        money = Money(Decimal(read.number), read.currency)
        return SumTold(SumKind(read.kind), money, bound, Standing.COUNTED, 0, upper)
    except (ValueError, InvalidOperation, MoneyError) as fault:
        message = (
            f"the sum {read.number} {read.currency} ({read.kind}, {read.bound}) cannot be one ({fault}): correct it"
        )
        problems.append(Problem(one.deal, "bad-amount", message, Severity.LOOK, str(one.place)))
        return None


def _placed(told: SumTold, rows: Sequence[SumTold], again: bool, counted: bool | None) -> SumTold:
    """A sum beside the rows that are there: the row of the same sum, else a row of its own, counted or a version."""
    same = [row for row in rows if (row.kind, row.money, row.bound, row.upper) == _key(told)]
    if same and counted is not True:
        return replace(told, row=same[0].row, standing=same[0].standing)
    beside = any(row.kind is told.kind and row.standing is Standing.COUNTED for row in rows)
    version = again or (beside if counted is None else not counted)
    row = max([FIRST_ROW - 1, *(row.row for row in rows)]) + 1
    return replace(told, row=row, standing=Standing.VERSION if version else Standing.COUNTED)


def _key(told: SumTold) -> tuple[SumKind, Money, Bound, Decimal | None]:
    return told.kind, told.money, told.bound, told.upper


def _already_told(case: Case, item: Statement) -> bool:
    """Whether the same source already tells the same of this deal, in a sheet or in another reading of it."""
    return any(
        other.source == item.source and other.told == item.told and (item.on is None or other.on == item.on)
        for other in case.statements
    )


def _with(case: Case, told: Iterable[Statement]) -> Case:
    kept = {item.id: item for item in case.statements}
    for item in told:
        kept.setdefault(item.id, item)
    return replace(case, statements=tuple(sorted(kept.values(), key=lambda item: item.sort_key)))


class Parted(msgspec.Struct, frozen=True):
    """The value of a split: the new deal, its title, and the statements that go there."""

    deal: str
    title: str
    statements: tuple[str, ...]


def _split(book: dict[str, Case], decisions: Iterable[Decision], problems: list[Problem]) -> None:
    for item in decisions:
        if item.action != "split":
            continue
        try:
            parted = msgspec.json.decode(item.value, type=Parted)
        except (msgspec.DecodeError, msgspec.ValidationError) as fault:
            message = f"{item.analyst} split it on {item.at[:10]}, but the decision cannot be read ({fault})"
            problems.append(Problem(item.about, "broken-split", message, Severity.LOOK))
            continue
        old = book.get(item.about)
        if old is None:
            continue
        going = [one for one in old.statements if one.id in parted.statements]
        if not going:
            continue
        new = book.get(parted.deal) or replace(
            old,
            id=parted.deal,
            title=parted.title,
            looks=(),
            judged=(f"split off {old.id} by {item.analyst} on {item.at[:10]}: {item.reason}",),
            note=item.reason,
            statements=(),
            labels=(),
        )
        gone = {one.id for one in going}
        book[old.id] = replace(old, statements=tuple(one for one in old.statements if one.id not in gone))
        book[parted.deal] = _with(new, [replace(one, deal=parted.deal) for one in going])


def _join(book: dict[str, Case], decisions: Iterable[Decision], problems: list[Problem]) -> dict[str, str]:
    """Join deals to deals; chains lead to their last, and a ring is left alone and told."""
    wanted: dict[str, str] = {}
    for item in decisions:
        if item.action == "join" and item.about in book:
            wanted[item.about] = item.value
    joined: dict[str, str] = {}
    for old in sorted(wanted):
        new, seen = wanted[old], {old}
        while new in wanted and new not in seen:
            seen.add(new)
            new = wanted[new]
        if new in seen or new not in book:
            why = "leads back to itself" if new in seen else f"names {new!r}, which is no deal"
            problems.append(Problem(old, "broken-join", f"the join of {old} {why}: undo it", Severity.LOOK))
            continue
        joined[old] = new
    for old, new in sorted(joined.items()):
        into, gone = book[new], book.pop(old)
        rows = [item.told for item in into.statements if isinstance(item.told, SumTold)]
        places: dict[int, SumTold] = {}
        moved = []
        for one in gone.statements:
            told = one.told
            if isinstance(told, SumTold):
                if told.row not in places:
                    placed = _placed(told, rows, told.standing is not Standing.COUNTED, None)
                    keep = told.standing in (Standing.PART, Standing.WHOLE)
                    places[told.row] = replace(placed, standing=told.standing) if keep else placed
                    rows.append(places[told.row])
                told = replace(told, row=places[told.row].row, standing=places[told.row].standing)
            moved.append(replace(one, deal=new, told=told))
        looks = into.looks + tuple(look for look in gone.looks if look not in into.looks)
        note = f"{gone.id} ({gone.title}) was joined to this deal"
        book[new] = replace(_with(into, moved), looks=looks, judged=(*into.judged, note))
    return joined


def _close(book: dict[str, Case], decisions: Iterable[Decision]) -> None:
    """A closed deal was looked at for the last time: it is not asked about again until something new is said."""
    for item in decisions:
        if item.action == "close" and item.about in book:
            look = Look(PartialDate.parse(item.at[:10]), item.analyst, item.reason or "closed")
            case = book[item.about]
            if look not in case.looks:
                book[item.about] = replace(case, looks=(*case.looks, look))
