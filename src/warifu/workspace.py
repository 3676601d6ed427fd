"""The workspace: everything that its folder keeps, read with every fault in it.

In:   a workspace folder
Out:  a `Kept`: the programme, sheets, sources, parties, lists, rates, decisions and documents, and the faults of files
Not here: what follows from it (`ledger`)

Nothing is judged here: a fault of one file never stops the reading of the rest, and all are told together.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from warifu.decisions import judgement, log, policy
from warifu.decisions.log import Decision
from warifu.decisions.policy import Policy
from warifu.documents import records
from warifu.errors import BadInputError, BrokenLogError, NoWorkspaceError
from warifu.proposals import assumptions, beside, imports, lists, programme, runs, sheets, shelf, yaml_text
from warifu.proposals.assumptions import LinkageFile, WhatIfFile
from warifu.proposals.lists import (
    AccuracyRow,
    BesideFigureRow,
    BesideRow,
    ClaimRow,
    ContextRow,
    Listed,
    MovementRow,
    PartyListRow,
    QuestionRow,
    RateRow,
    RivalRow,
    SaidRow,
    SeriesRow,
    SourceRow,
    TalkRow,
    TargetRow,
)
from warifu.proposals.programme import Programme
from warifu.proposals.proposal import Proposal
from warifu.proposals.sheets import SheetFile
from warifu.terms.deal import Party
from warifu.terms.document import DocumentRecord
from warifu.terms.evidence import Place, Source, rooted
from warifu.terms.problem import Problem, Severity
from warifu.terms.series import Entry

Told = Callable[[str, int | None, int], None]
"""Told of progress: what is being done, out of how many (None: unknown), and how many more are done."""

R = TypeVar("R", bound=msgspec.Struct)

SHEETS: Final = "sheets/deals"
DECISIONS: Final = "decisions"
BUILD: Final = "build"
SERIES: Final = "reference/series.csv"
YES: Final = frozenset({"yes", "true", "1"})


@dataclass(frozen=True, slots=True)
class Lists:
    """The tables of a workspace that are longer than they are deep, each row with its file and line."""

    said: tuple[Listed[SaidRow], ...]
    talks: tuple[Listed[TalkRow], ...]
    rivals: tuple[Listed[RivalRow], ...]
    context: tuple[Listed[ContextRow], ...]
    questions: tuple[Listed[QuestionRow], ...]
    targets: tuple[Listed[TargetRow], ...]
    movement: tuple[Listed[MovementRow], ...] = ()
    claims: tuple[Listed[ClaimRow], ...] = ()


DEFAULT_POLICY: Final = Policy()


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that a workspace keeps, as read; `problems` are the faults of the files themselves."""

    folder: Path
    programme: Programme
    lines: yaml_text.Lines
    sheets: tuple[SheetFile, ...]
    sources: Mapping[str, Source]
    parties: Mapping[str, Party]
    lists: Lists
    rates: tuple[RateRow, ...]
    decisions: tuple[Decision, ...]
    documents: tuple[DocumentRecord, ...]
    problems: tuple[Problem, ...]
    proposals: tuple[tuple[Proposal, Place], ...] = ()
    """Those that somebody judged, each with the place where it is kept."""
    policy: Policy = DEFAULT_POLICY
    linkage: LinkageFile | None = None
    what_if: WhatIfFile | None = None
    series: tuple[Entry, ...] = ()
    named: tuple[Listed[Any], ...] = ()
    """The rows of the workspace's own lists of sources and parties, with their lines."""
    accuracy: tuple[AccuracyRow, ...] = ()
    """How well readers read, as it was measured."""
    beside: tuple[BesideRow, ...] = ()
    """The programmes of other workspaces that this one is set beside, with their figures."""
    beside_figures: tuple[BesideFigureRow, ...] = ()

    @property
    def stopping(self) -> frozenset[Problem]:
        """The faults of files that keep a ledger from being built: what was meant cannot be known."""
        return frozenset(problem for problem in self.problems if problem.severity is Severity.SEVERE)


def read(folder: Path, *, told: Told | None = None) -> Kept:
    """Read all that a workspace keeps; every fault is collected, none stops the reading of the rest.

    Raises:
        NoWorkspaceError: There is no programme file.
        BadInputError: The programme file itself cannot be read, so that nothing else has a meaning.
    """
    if not (folder / programme.FILE).is_file():
        raise NoWorkspaceError(folder)
    found, lines, problems = programme.read(folder / programme.FILE)
    paths = sheets.paths(folder / SHEETS) if (folder / SHEETS).is_dir() else []
    if told is not None:
        told("reading sheets", len(paths), 0)
    step = None if told is None else partial(told, "reading sheets", len(paths))
    files, faults = shelf.read(folder, paths, folder / BUILD / shelf.SHELF, step)
    imported = imports.read_all(folder / imports.FOLDER)
    series, series_faults = imports.read_series(folder / imports.FOLDER)
    problems = [*problems, *faults, *imported.problems, *series_faults]
    rows = partial(_rows, folder, problems)
    named: tuple[tuple[Listed[SourceRow], ...], tuple[Listed[PartyListRow], ...]] = (
        rows("reference/sources.csv", SourceRow),
        rows("sheets/parties.csv", PartyListRow),
    )
    sources = _sources((*named[0], *imported.sources), problems)
    parties = _parties((*named[1], *imported.parties), problems)
    lists_read = Lists(
        said=rows("sheets/said.csv", SaidRow),
        talks=rows("sheets/talks.csv", TalkRow),
        rivals=rows("sheets/rivals.csv", RivalRow),
        context=rows("sheets/context.csv", ContextRow),
        questions=rows("sheets/questions.csv", QuestionRow),
        targets=rows("sheets/targets.csv", TargetRow),
        movement=rows("sheets/movement.csv", MovementRow),
        claims=rows("sheets/claims.csv", ClaimRow),
    )
    linkage, linkage_faults = assumptions.read_linkage(folder)
    what_if, what_if_faults = assumptions.read_what_if(folder)
    problems += [*linkage_faults, *what_if_faults]
    rates = tuple(item.row for item in (*rows("reference/rates.csv", RateRow), *imported.rates))
    accuracy = tuple(item.row for item in rows("reference/accuracy.csv", AccuracyRow))
    series = sorted([*series, *_entries(rows(SERIES, SeriesRow))], key=lambda entry: entry.sort_key)
    set_beside = tuple(item.row for item in rows(beside.FILE, BesideRow))
    beside_figures = tuple(item.row for item in rows(beside.FIGURES, BesideFigureRow))
    problems += _not_read(folder)
    decisions = _decisions(folder / DECISIONS, problems)
    coding, faults = policy.read(folder)
    problems += faults
    documents = records.records(folder)
    judged = records.judged(tuple(sources.values()), documents)
    problems += records.unknown_documents(judged, documents)
    if found is None:
        raise BadInputError(tuple(sorted(problems)))
    return Kept(
        folder=folder,
        programme=found,
        lines=lines,
        sheets=(*files, *imported.sheets),
        sources={source.id: source for source in rooted(judged)},
        parties=parties,
        lists=lists_read,
        rates=rates,
        decisions=decisions,
        documents=documents,
        problems=tuple(sorted(problems)),
        proposals=tuple(_judged_proposals(folder, decisions)),
        policy=coding,
        linkage=linkage,
        what_if=what_if,
        series=tuple(series),
        named=(*named[0], *named[1]),
        accuracy=accuracy,
        beside=set_beside,
        beside_figures=beside_figures,
    )


def _judged_proposals(folder: Path, decisions: tuple[Decision, ...]) -> Iterator[tuple[Proposal, Place]]:
    """What machines read and somebody judged, and what somebody added, each once with its place in the files."""
    about = set(judgement.judgements(decisions))
    added = [one for one in judgement.added(decisions) if one.id in about]
    by = {one.id: one.reader.rpartition(":")[2] for one in added}
    for path in runs.paths(folder) if about else ():
        for number, one in enumerate(runs.read(path)[1], start=2):
            if one.id in about:
                about.discard(one.id)
                yield one, Place(f"{runs.FOLDER}/{path.name}", number)
    for one in added:
        if one.id in about:
            yield one, Place(f"{DECISIONS}/{by[one.id]}.jsonl", 1)


def _entries(rows: tuple[Listed[SeriesRow], ...]) -> Iterator[Entry]:
    for item in rows:
        it = item.row
        yield Entry(
            it.measure, it.category, it.period, it.value, it.unit, it.basis, it.published, it.source, it.rows,
            f"{item.file}:{item.line}",
        )  # fmt: skip


LISTS: Final = tuple(f"sheets/{name}.csv" for name in ("parties", *Lists.__dataclass_fields__))


def _not_read(folder: Path) -> list[Problem]:
    """Files below `sheets/` that nothing reads: a list whose name is misspelt would be lost without a word."""
    found = []
    for root, _, names in os.walk(folder / "sheets"):
        inside = Path(root).relative_to(folder).as_posix()
        deals = inside == SHEETS or inside.startswith(f"{SHEETS}/")
        for name in names:
            path = f"{inside}/{name}"
            if path in LISTS or (deals and name.endswith(sheets.SUFFIXES)) or "/." in path:
                continue
            near = yaml_text.nearest(path, LISTS) if name.endswith(".csv") else "."
            message = f"nothing reads this file{near or '.'} Deals lie in {SHEETS}/ as .yaml: move, rename or delete it"
            found.append(Problem(path, "file-not-read", message, Severity.LOOK, f"{path}:1"))
    return found


def _rows(folder: Path, problems: list[Problem], name: str, kind: type[R]) -> tuple[Listed[R], ...]:
    found, faults = lists.read(folder / name, kind, name)
    problems.extend(faults)
    return tuple(found)


def _sources(rows: tuple[Listed[SourceRow], ...], problems: list[Problem]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for item in _unlike(rows, problems):
        row = item.row
        sources[row.id] = Source(
            id=row.id,
            publisher=row.publisher,
            published=row.published,
            language=row.language,
            kind=row.kind,
            side=row.side,
            url=row.url,
            note=row.note,
            original=row.original,
            doubtful=row.doubtful.lower() in YES,
            document=row.document,
        )
    return sources


def _parties(rows: tuple[Listed[PartyListRow], ...], problems: list[Problem]) -> dict[str, Party]:
    return {
        row.id: Party(row.id, row.name, row.country, row.type, row.name_ja, row.name_ru)
        for row in (item.row for item in _unlike(rows, problems))
    }


def _unlike(rows: tuple[Listed[Any], ...], problems: list[Problem]) -> list[Listed[Any]]:
    """The rows with an id of their own; each later row with an id already seen is a problem."""
    seen: dict[str, Listed[Any]] = {}
    for item in rows:
        if item.row.id in seen:
            message = (
                f"the id {item.row.id!r} stands here and on line {seen[item.row.id].line}: give one of them another id"
            )
            problems.append(yaml_text.file_fault(item.file, item.line, "same-id", message))
        else:
            seen[item.row.id] = item
    return list(seen.values())


def _decisions(folder: Path, problems: list[Problem]) -> tuple[Decision, ...]:
    """Every decision; a log with a broken line is a problem, and none of its decisions count until it is mended."""
    found: dict[str, list[Decision]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        try:
            found[path.stem] = log.read(path)
        except BrokenLogError as fault:
            message = str(fault).partition(": ")[2]
            problems.append(yaml_text.file_fault(f"{DECISIONS}/{path.name}", fault.line, "broken-log", message))
    return tuple(log.in_order(found))


def digest(kept_folder: Path) -> str:
    """The digest of all kept files, by name and bytes: the same digest, the same ledger."""
    total = hashlib.sha256()
    for path in sorted(kept_folder.rglob("*")):
        inside = path.relative_to(kept_folder)
        if path.is_file() and not aside(inside):
            total.update(inside.as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


ASIDE: Final = frozenset({BUILD, "releases"})
"""Folders that no figure follows from: what is derived, and the releases, which name the digest of the rest."""


def aside(inside: Path) -> bool:
    """Whether a file of a workspace is no part of what is kept: derived, hidden (as .git is), or half-written."""
    return (
        inside.parts[0] in ASIDE
        or any(part.startswith(".") for part in inside.parts)
        or inside.suffix in (".lock", ".part")
    )
