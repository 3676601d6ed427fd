"""Fold sheets and decisions into cases: one statement for each row and source, with its voice and its place."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from warifu.decisions.log import Decision
from warifu.decisions.standing import standing
from warifu.proposals.sheets import PaperRow, Row, Sheet, SheetFile, StageRow, StatusRow, SumRow
from warifu.terms.codelist import Instrument
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Case, Look
from warifu.terms.evidence import THIRD, Place, Source
from warifu.terms.problem import Problem, Severity
from warifu.terms.statement import (
    InstrumentTold,
    PaperTold,
    PartyTold,
    Restated,
    StageTold,
    Statement,
    StatusTold,
    SumTold,
    Told,
)

CODER = "coder"
"""The voice of a reading that rests on the sheet's sources together and on no single one."""


def fold(
    sheets: Iterable[SheetFile], sources: Mapping[str, Source], decisions: Sequence[Decision] = ()
) -> tuple[tuple[Case, ...], tuple[Problem, ...]]:
    """Turn sheets into cases.

    Args:
        sheets: The sheets as read, in any order.
        sources: Every source by id.
        decisions: What analysts decided since; a rejected statement is left out, a look is added to its deal.

    Returns:
        The cases by id, and the problems: two sheets for one deal, sources that are not in the list, rows with none.
    """
    problems: list[Problem] = []
    rejected: dict[str, Decision] = {}
    looks: dict[str, list[Look]] = defaultdict(list)
    for item in standing(decisions):
        if item.action == "reject":
            rejected[item.about] = item
        elif item.action in ("accept", "correct"):
            rejected.pop(item.about, None)
        elif item.action == "look":
            looks[item.about].append(Look(PartialDate.parse(item.at[:10]), item.analyst, item.value or "nothing"))
    cases: dict[str, Case] = {}
    for file in sorted(sheets, key=lambda item: item.file):
        sheet = file.sheet
        place = Place(file.file, file.lines.get(("deal",), 1))
        if sheet.deal in cases:
            other = cases[sheet.deal].at
            message = f"the deal {sheet.deal!r} has two sheets, here and at {other}: give one of them another id"
            problems.append(Problem(sheet.deal, "same-id", message, Severity.SEVERE, str(place)))
            continue
        told = [item for item in _statements(file, sources, problems) if _kept(item, rejected, problems)]
        cases[sheet.deal] = Case(
            id=sheet.deal,
            title=sheet.title,
            programme=sheet.programme,
            areas=sheet.areas,
            belongs=sheet.belongs,
            umbrella=sheet.umbrella,
            part_of=sheet.part_of,
            place=sheet.place.name,
            country=sheet.place.country,
            confidence=sheet.confidence,
            coder=sheet.coder,
            coded=sheet.coded,
            looks=tuple(Look(look.on, look.by, look.found) for look in sheet.looks),
            judged=sheet.judged,
            note=sheet.note,
            at=place,
            statements=tuple(sorted(told, key=lambda item: item.sort_key)),
            labels=tuple(sorted(sheet.labels.items())),
            partial=sheet.partial,
        )
    for deal, more in looks.items():
        if deal in cases:
            cases[deal] = replace(cases[deal], looks=cases[deal].looks + tuple(more))
    problems.extend(_dangling_umbrellas(cases))
    problems.extend(_umbrella_circles(cases))
    return tuple(cases[key] for key in sorted(cases)), tuple(sorted(problems))


SEAL: Final = "told:"
"""Begins what `seal` gives; a decision that saw something else is obeyed by the id alone."""


def seal(statement: Statement) -> str:
    """What a statement says, in short, for the `saw` of a decision about it.

    The id of a statement counts rows, so a row put in above gives its id to another row; the seal does not move.
    """
    told = replace(statement.told, row=0) if isinstance(statement.told, SumTold) else statement.told
    text = "\0".join((repr(told), str(statement.on), statement.source, statement.voice))
    return SEAL + hashlib.sha256(text.encode()).hexdigest()


def _kept(item: Statement, rejected: Mapping[str, Decision], problems: list[Problem]) -> bool:
    """Whether a statement stays in; a rejection of something that the row no longer says is told and not obeyed."""
    decision = rejected.get(item.id) if rejected else None
    if decision is None:
        return True
    if not decision.saw.startswith(SEAL) or decision.saw == seal(item):
        return False
    problems.append(Problem(item.deal, "moved-decision", (
        f"{decision.analyst} rejected {item.id} on {decision.at[:10]}, but the row says something else since: "
        "it is kept; judge it again"
    ), Severity.LOOK, str(item.place)))  # fmt: skip
    return True


def _statements(file: SheetFile, sources: Mapping[str, Source], problems: list[Problem]) -> Iterator[Statement]:
    sheet = file.sheet
    families: tuple[tuple[str, Sequence[Row], Callable[[Row, int], Told]], ...] = (
        ("papers", sheet.papers, _paper),
        ("stages", sheet.stages, _stage),
        ("status", sheet.status, _status),
        ("sums", sheet.sums, _sum),
    )
    for name in sheet.sources:
        if name not in sources:
            problems.append(_dangling(file, ("sources",), name))
    for family, rows, told in families:
        for number, row in enumerate(rows):
            path = (family, number)
            if not row.sources:
                message = f"{family} {number + 1} names no source: add sources: [id, …], or delete the row"
                grave = Severity.SEVERE if family == "sums" else Severity.LOOK  # no figure without its source
                problems.append(Problem(sheet.deal, "no-source", message, grave, _at(file, path)))
            value, place = told(row, number), Place(file.file, file.lines.get(path, 1))
            base = f"{sheet.deal}/{family}-{number + 1}"
            for name in dict.fromkeys(row.sources) if len(row.sources) > 1 else row.sources or ("",):
                source = sources.get(name)
                if name and source is None:
                    problems.append(_dangling(file, path, name))
                    continue
                yield _row_statement(sheet, base, place, row, value, source)
    # Parties and instrument are read from all the sheet's sources together: one statement each, in the coder's voice.
    first = _first_known(file, sources)
    for number, party in enumerate(sheet.parties):
        yield _coder_statement(file, ("parties", number), PartyTold(party.party, party.roles), first)
    if sheet.instrument is not Instrument.UNSPECIFIED:
        yield _coder_statement(file, ("instrument",), InstrumentTold(sheet.instrument), first)


def _paper(row: Row, number: int) -> Told:
    assert isinstance(row, PaperRow)
    return PaperTold(row.form, row.binding, row.basis)


def _stage(row: Row, number: int) -> Told:
    assert isinstance(row, StageRow)
    return StageTold(row.stage)


def _status(row: Row, number: int) -> Told:
    assert isinstance(row, StatusRow)
    return StatusTold(row.status)


def _sum(row: Row, number: int) -> Told:
    assert isinstance(row, SumRow)
    upper = None if row.to is None else row.to.number
    restated = tuple(Restated(item.amount, item.rate, item.prices, item.deflator) for item in row.restated)
    return SumTold(row.kind, row.amount, row.bound, row.standing, number, upper, restated)


def _row_statement(sheet: Sheet, base: str, place: Place, row: Row, told: Told, source: Source | None) -> Statement:
    """What one source of a row says, or the row itself where it names none."""
    side = source.side if source is not None else None
    voice = row.voice or (source.voice if source is not None else CODER)
    if row.voice:
        spoken = row.voice.partition(" ")[0]
        side = spoken if spoken == THIRD or spoken.isupper() else side
    return Statement(
        base if source is None else f"{base}@{source.id}",
        sheet.deal,
        told,
        row.on,
        "" if source is None else source.id,
        voice,
        side,
        sheet.coded if source is None else source.published,
        row.note,
        row.quote,
        sheet.coder,
        place,
        sheet.coded,
    )


def _first_known(file: SheetFile, sources: Mapping[str, Source]) -> PartialDate:
    """From when on the parties and the instrument were known: from the first source of the sheet that surely was out.

    Compared by the last day that each date can mean: a source of "2019" is not out before one of February 2019. Where
    no source has a date, from the first act told; where no act has one either, from the day of coding.
    """
    sheet = file.sheet
    out = [sources[name].published for name in sheet.sources if name in sources]
    acts = [row.on for rows in (sheet.papers, sheet.stages, sheet.status, sheet.sums) for row in rows]
    for days in (out, acts):
        known = [day for day in days if day is not None]
        if known:
            return min(known, key=lambda day: (day.last, day.text))
    return sheet.coded


def _coder_statement(file: SheetFile, path: tuple[str | int, ...], told: Told, first: PartialDate | None) -> Statement:
    deal = file.sheet.deal
    suffix = f"-{path[1] + 1}" if len(path) > 1 and isinstance(path[1], int) else ""
    return Statement(
        id=f"{deal}/{path[0]}{suffix}",
        deal=deal,
        told=told,
        on=None,
        source="",
        voice=CODER,
        side=None,
        published=first,
        note="",
        quote="",
        by=file.sheet.coder,
        place=Place(file.file, file.lines.get(path, 1)),
        recorded=file.sheet.coded,
    )


def _dangling(file: SheetFile, path: tuple[str | int, ...], name: str) -> Problem:
    message = f"the source {name!r} is not in reference/sources.csv: add it there, or correct the id"
    return Problem(file.sheet.deal, "dangling-source", message, Severity.SEVERE, _at(file, path))


def _dangling_umbrellas(cases: Mapping[str, Case]) -> Iterator[Problem]:
    for case in cases.values():
        if case.part_of and case.part_of not in cases:
            message = f"part_of names {case.part_of!r}, which is no deal here: correct the id"
            yield Problem(case.id, "dangling-deal", message, Severity.SEVERE, str(case.at))
        elif case.part_of and not cases[case.part_of].umbrella:
            message = (
                f"part_of names {case.part_of!r}, which is no umbrella: set umbrella: true there, "
                "so that its sum is not added to its parts"
            )
            yield Problem(case.id, "umbrella-unmarked", message, Severity.SEVERE, str(case.at))


def _umbrella_circles(cases: Mapping[str, Case]) -> Iterator[Problem]:
    """A deal that is, through its umbrellas, a part of itself: nothing could say where its money is counted."""
    for case in cases.values():
        passed, above = [case.id], case.part_of
        while above in cases and above not in passed:
            passed.append(above)
            above = cases[above].part_of
        if above == case.id:
            message = f"it is part of itself ({' → '.join([*passed, above])}): correct one part_of"
            yield Problem(case.id, "umbrella-circle", message, Severity.SEVERE, str(case.at))


def _at(file: SheetFile, path: tuple[str | int, ...]) -> str:
    return f"{file.file}:{file.lines.get(path, file.lines.get(path[:1], 1))}"
