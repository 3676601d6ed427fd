"""Resolve a case into a deal: what has happened, on what paper, for how much, and who says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from warifu.deals import health, versions
from warifu.statements import course
from warifu.statements.reading import Reading, SumOfCase, read_all
from warifu.terms.codelist import (
    Basis,
    Binding,
    Form,
    Instrument,
    PartyType,
    Role,
    Stage,
    SumKind,
)
from warifu.terms.dates import PartialDate
from warifu.terms.deal import (
    Case,
    Converted,
    Deal,
    DealSum,
    Party,
    StageReached,
)
from warifu.terms.evidence import Source
from warifu.terms.money import Money, Range, in_cents
from warifu.terms.statement import PaperTold, Statement

Convert = Callable[[Money, PartialDate | None], Converted | None]

STRENGTH: Final[Mapping[Form, int]] = {
    Form.CONTRACT: 8,
    Form.AGREEMENT: 7,
    Form.EXCHANGE_OF_LETTERS: 6,
    Form.FRAMEWORK_AGREEMENT: 5,
    Form.MEMORANDUM: 4,
    Form.LETTER_OF_INTENT: 3,
    Form.JOINT_STATEMENT: 2,
    Form.ANNOUNCEMENT: 1,
    Form.NONE: 0,
}
"""Which paper gives a deal its form when it stands on several: the firmest one."""

DONE: Final = frozenset({SumKind.COMMITMENT, SumKind.DISBURSEMENT, SumKind.REPAYMENT, SumKind.LOSS, SumKind.LAPSED})
"""Sums that tell an act; dated after the reader's day they are plans and not yet money. A pledge looks ahead anyway."""


def resolve(
    cases: Iterable[Case],
    parties: Mapping[str, Party],
    sources: Mapping[str, Source],
    convert: Convert,
    as_of: date,
) -> tuple[Deal, ...]:
    """Resolve every case, sorted by id.

    Args:
        cases: The cases, already narrowed to what was known on `as_of` (`timeline.known`).
        parties: The list of parties by id; one that is not listed keeps its id as its name.
        sources: The list of sources by id.
        convert: Money and its day to the programme's currency; None where no rate is at hand.
        as_of: The reader's day.
    """
    return of_readings(read_all(cases), parties, sources, convert, as_of)


def of_readings(
    readings: Iterable[Reading],
    parties: Mapping[str, Party],
    sources: Mapping[str, Source],
    convert: Convert,
    as_of: date,
) -> tuple[Deal, ...]:
    """The same for cases that are laid out already."""
    return tuple(_deal(reading, parties, sources, convert, as_of) for reading in readings)


def _deal(
    reading: Reading, parties: Mapping[str, Party], sources: Mapping[str, Source], convert: Convert, as_of: date
) -> Deal:
    told = reading.statements
    reached = _reached(reading, as_of)
    form, binding, basis = _paper(reading)
    stage = course.stage_of((item.stage, item.on) for item in reached)
    status, status_on = course.status_of(reading, as_of)
    sums = _sums(reading, sources, convert, as_of)
    last = course.last_evidence(told, as_of)
    accounts = versions.accounts(told)
    kept = versions.of(accounts)
    gaps = versions.gaps(accounts)
    return Deal(
        case=reading.case,
        parties=_parties(reading, parties),
        instrument=reading.instruments[0][1].instrument if reading.instruments else Instrument.UNSPECIFIED,
        form=form,
        binding=binding,
        basis=basis,
        stage=stage,
        reached=reached,
        status=status,
        status_on=status_on,
        sums=sums,
        versions=kept,
        gaps=gaps,
        last_evidence=last,
        silent_since=course.silence(reading, stage, status, last, as_of),
        health=health.of(reading, sums, form, last, gaps, kept, sources, as_of),
        support=len({sources[item.source].origin for item in told if item.source in sources}),
        statements=tuple(item.id for item in told),
    )


def _reached(reading: Reading, as_of: date) -> tuple[StageReached, ...]:
    """One row a stage and day, with every statement that tells it; acts dated after `as_of` are plans, not facts."""
    rows: dict[tuple[Stage, str], list[Statement]] = defaultdict(list)
    for item, told in course.happened(reading, as_of):
        rows[told.stage, item.on.text if item.on is not None else ""].append(item)
    found = [
        StageReached(
            stage=stage,
            on=items[0].on,
            statements=tuple(item.id for item in items),
            sources=_sources(items),
            note=items[0].note,
        )
        for (stage, _), items in rows.items()
    ]
    return tuple(sorted(found, key=lambda item: (item.on is None, *(item.on.sort_key if item.on else ()), item.stage)))


def _paper(reading: Reading) -> tuple[Form, Binding, Basis | None]:
    """The firmest paper names the form; one binding paper makes the deal bind.

    Two tellings of one paper that disagree make it contested. Nothing is read off the stage: signed is not binding.
    """
    papers = [told for _, told in reading.papers]
    if not papers:
        return Form.NONE, Binding.UNKNOWN, None
    contested = _contested(reading.papers)
    yes = [paper for paper in papers if paper.binding is Binding.YES and paper.form not in contested]
    if yes:
        return _firmest(yes)
    if contested:
        form, _, basis = _firmest([paper for paper in papers if paper.form in contested])
        return form, Binding.CONTESTED, basis
    return _firmest(papers)


def _contested(papers: Sequence[tuple[Statement, PaperTold]]) -> set[Form]:
    """The forms of papers said to be contested, or of which one telling says that it binds and another that not.

    Two papers of one form far apart in time (a memorandum of 2016, another of 2018) contradict nobody.
    """
    found = {told.form for _, told in papers if told.binding is Binding.CONTESTED}
    yes = [(item, told) for item, told in papers if told.binding is Binding.YES]
    no = [(item, told) for item, told in papers if told.binding is Binding.NO]
    for item, told in yes:
        if any(told.form is other.form and versions.near(item.on, one.on) for one, other in no):
            found.add(told.form)
    return found


def _firmest(papers: Sequence[PaperTold]) -> tuple[Form, Binding, Basis]:
    best = max(
        papers,
        key=lambda paper: (STRENGTH[paper.form], paper.binding is not Binding.UNKNOWN, paper.binding, paper.basis),
    )
    return best.form, best.binding, best.basis


def _parties(reading: Reading, parties: Mapping[str, Party]) -> tuple[tuple[Party, tuple[Role, ...]], ...]:
    """Parties in the order of their sheet; one told twice is one party, with all its roles."""
    roles: dict[str, dict[Role, None]] = {}
    for _, told in reading.parties:
        roles.setdefault(told.party, {}).update(dict.fromkeys(told.roles))
    return tuple(
        (parties.get(name) or Party(name, name, "", PartyType.UNKNOWN), tuple(found)) for name, found in roles.items()
    )


def _sums(reading: Reading, sources: Mapping[str, Source], convert: Convert, as_of: date) -> tuple[DealSum, ...]:
    return tuple(
        _sum(one, sources, convert)
        for one in reading.sums
        if one.told.kind not in DONE or one.first.on is None or not one.first.on.surely_after(as_of)
    )


def _sum(one: SumOfCase, sources: Mapping[str, Source], convert: Convert) -> DealSum:
    told, first = one.told, one.first
    converted = convert(told.money, first.on)
    known = [sources[item.source] for item in one.statements if item.source in sources]
    sound = {source.origin for source in known if not source.doubtful}
    span = told.range
    return DealSum(
        row=told.row,
        kind=told.kind,
        money=told.money,
        bound=told.bound,
        upper=told.upper,
        standing=told.standing,
        on=first.on,
        range=span,
        converted=converted,
        converted_range=None if converted is None else _scaled(span, converted),
        statements=tuple(item.id for item in one.statements),
        sources=_sources(one.statements),
        support=len(sound),
        doubtful=bool(known) and not sound,
        note=first.note,
        restated=told.restated,
    )


def _scaled(told: Range, converted: Converted) -> Range:
    if told.known:
        return Range(converted.money.number, converted.money.number)
    return Range(
        None if told.low is None else in_cents(told.low * converted.rate),
        None if told.high is None else in_cents(told.high * converted.rate),
    )


def _sources(items: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(sorted({item.source for item in items if item.source}))
