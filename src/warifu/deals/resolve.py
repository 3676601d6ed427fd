"""Resolve a case into a deal: what has happened, on what paper, for how much, and who says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from warifu.deals import health, versions
from warifu.terms.codelist import (
    Basis,
    Binding,
    Form,
    Instrument,
    PartyType,
    Role,
    Stage,
    Status,
)
from warifu.terms.dates import PartialDate
from warifu.terms.deal import (
    ORDER,
    Case,
    Converted,
    Deal,
    DealSum,
    Party,
    StageReached,
)
from warifu.terms.evidence import Source
from warifu.terms.money import Money, Range, in_cents
from warifu.terms.statement import (
    InstrumentTold,
    PaperTold,
    PartyTold,
    StageTold,
    Statement,
    StatusTold,
    SumTold,
)

Convert = Callable[[Money, PartialDate | None], Converted | None]

SILENT_AFTER: Final = timedelta(days=365)
"""An open deal without news or a look for this long is silent (CODEBOOK, "silent deal")."""

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
    return tuple(_deal(case, parties, sources, convert, as_of) for case in sorted(cases, key=lambda item: item.id))


def _deal(
    case: Case, parties: Mapping[str, Party], sources: Mapping[str, Source], convert: Convert, as_of: date
) -> Deal:
    told = case.statements
    reached = _reached(told, as_of)
    form, binding, basis = _paper(told)
    status, status_on = _status(told, as_of)
    sums = _sums(told, sources, convert)
    last = _last_evidence(told, as_of)
    stage = _stage(reached)
    kept = versions.of(told)
    gaps = versions.gaps(kept)
    origins = {sources[item.source].origin for item in told if item.source in sources}
    return Deal(
        case=case,
        parties=_parties(told, parties),
        instrument=_instrument(told),
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
        silent_since=_silent_since(case, stage, status, last, as_of),
        health=health.of(case, told, sums, form, last, gaps, kept, sources, as_of),
        support=len(origins),
        statements=tuple(item.id for item in told),
    )


def _reached(told: Sequence[Statement], as_of: date) -> tuple[StageReached, ...]:
    """One row a stage and day, with every statement that tells it; acts dated after `as_of` are plans, not facts."""
    rows: dict[tuple[Stage, str], list[Statement]] = defaultdict(list)
    for item in told:
        if isinstance(item.told, StageTold) and not (item.on is not None and item.on.surely_after(as_of)):
            rows[item.told.stage, item.on.text if item.on is not None else ""].append(item)
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


def _stage(reached: Sequence[StageReached]) -> Stage:
    """The furthest stage; cancelled when nothing came after it."""
    if not reached:
        return Stage.PROPOSED
    if reached[-1].stage is Stage.CANCELLED or all(item.stage is Stage.CANCELLED for item in reached):
        return Stage.CANCELLED
    return max((item.stage for item in reached if item.stage is not Stage.CANCELLED), key=lambda stage: ORDER[stage])


def _paper(told: Sequence[Statement]) -> tuple[Form, Binding, Basis | None]:
    """The firmest paper names the form; one binding paper makes the deal bind.

    Two voices that disagree about papers of one form make it contested. Nothing is read off the stage.
    """
    papers = [item.told for item in told if isinstance(item.told, PaperTold)]
    if not papers:
        return Form.NONE, Binding.UNKNOWN, None
    answers: dict[Form, set[Binding]] = defaultdict(set)
    for paper in papers:
        answers[paper.form].add(paper.binding)
    contested = {form for form, found in answers.items() if Binding.CONTESTED in found or len(found & SAID) == 2}
    yes = [paper for paper in papers if paper.binding is Binding.YES and paper.form not in contested]
    if yes:
        return _firmest(yes)
    if contested:
        form, _, basis = _firmest([paper for paper in papers if paper.form in contested])
        return form, Binding.CONTESTED, basis
    return _firmest(papers)


SAID: Final = frozenset({Binding.YES, Binding.NO})


def _firmest(papers: Sequence[PaperTold]) -> tuple[Form, Binding, Basis]:
    best = max(papers, key=lambda paper: (STRENGTH[paper.form], paper.binding is not Binding.UNKNOWN, paper.binding))
    return best.form, best.binding, best.basis


def _status(told: Sequence[Statement], as_of: date) -> tuple[Status, PartialDate | None]:
    rows = [
        item
        for item in told
        if isinstance(item.told, StatusTold) and not (item.on is not None and item.on.surely_after(as_of))
    ]
    if not rows:
        return Status.UNKNOWN, None
    last = max(rows, key=lambda item: (item.on is not None, *(item.on.sort_key if item.on else ()), item.id))
    assert isinstance(last.told, StatusTold)
    return last.told.status, last.on


def _instrument(told: Sequence[Statement]) -> Instrument:
    found = [item.told.instrument for item in told if isinstance(item.told, InstrumentTold)]
    return found[0] if found else Instrument.UNSPECIFIED


def _parties(told: Sequence[Statement], parties: Mapping[str, Party]) -> tuple[tuple[Party, tuple[Role, ...]], ...]:
    """Parties in the order of their sheet, which is the order of their ids within one statement family."""
    rows = sorted(
        (item for item in told if isinstance(item.told, PartyTold)), key=lambda item: (item.place.line, item.id)
    )
    found = []
    for item in rows:
        assert isinstance(item.told, PartyTold)
        name = item.told.party
        party = parties.get(name) or Party(name, name, "", PartyType.UNKNOWN)
        found.append((party, item.told.roles))
    return tuple(found)


def _sums(told: Sequence[Statement], sources: Mapping[str, Source], convert: Convert) -> tuple[DealSum, ...]:
    rows: dict[int, list[Statement]] = defaultdict(list)
    for item in told:
        if isinstance(item.told, SumTold):
            rows[item.told.row].append(item)
    return tuple(_sum(rows[row], sources, convert) for row in sorted(rows))


def _sum(items: Sequence[Statement], sources: Mapping[str, Source], convert: Convert) -> DealSum:
    first = items[0]
    assert isinstance(first.told, SumTold)
    told = first.told
    converted = convert(told.money, first.on)
    known = [sources[item.source] for item in items if item.source in sources]
    sound = {source.origin for source in known if not source.doubtful}
    return DealSum(
        row=told.row,
        kind=told.kind,
        money=told.money,
        bound=told.bound,
        upper=told.upper,
        standing=told.standing,
        on=first.on,
        range=told.range,
        converted=converted,
        converted_range=None if converted is None else _scaled(told.range, converted),
        statements=tuple(item.id for item in items),
        sources=_sources(items),
        support=len(sound),
        doubtful=bool(known) and not sound,
        note=first.note,
        restated=told.restated,
    )


def _scaled(told: Range, converted: Converted) -> Range:
    return Range(
        None if told.low is None else in_cents(told.low * converted.rate),
        None if told.high is None else in_cents(told.high * converted.rate),
    )


def _sources(items: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(sorted({item.source for item in items if item.source}))


def _last_evidence(told: Sequence[Statement], as_of: date) -> PartialDate | None:
    """The latest day of which anything about the deal is known, not after `as_of`."""
    days = [item.on for item in told if item.on is not None and not item.on.surely_after(as_of)]
    return max(days, key=lambda day: (day.last, day.text), default=None)


def _silent_since(
    case: Case, stage: Stage, status: Status, last: PartialDate | None, as_of: date
) -> PartialDate | None:
    """The last evidence of an open deal that nobody has heard of or looked at for a year; None if it is not silent."""
    if stage in (Stage.DELIVERED, Stage.CANCELLED) or status is Status.OVER or case.umbrella or last is None:
        return None
    looked = [look.on.last for look in case.looks]
    latest = max([last.last, *looked])
    return last if as_of - min(latest, as_of) > SILENT_AFTER else None
