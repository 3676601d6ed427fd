"""A whole activity file: its sheets one by one, or all of them with the frames and parts set right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from warifu.errors import HostileXmlError
from warifu.proposals.imports import tables
from warifu.proposals.imports.iati import stream
from warifu.proposals.imports.iati.activity import DAY, Reader
from warifu.proposals.imports.mapping import Mapping
from warifu.proposals.imports.places import fault
from warifu.proposals.lists import Listed, PartyListRow
from warifu.proposals.sheets import SheetFile
from warifu.terms.dates import PartialDate
from warifu.terms.problem import Problem, Severity

READ: Final = frozenset({"1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03"})


def sheets(file: stream.File, reader: Reader) -> Iterator[SheetFile]:
    """Each activity's sheet in turn, in memory that does not grow with the file.

    Frames and parts are as each activity tells them itself: a parent that only its child names is not yet marked.
    """
    first = True
    for activity in stream.activities(file):
        if first:
            first = False
            reader.version = file.version
            made = DAY.match(file.generated)
            if made is not None:
                reader.coded = PartialDate.parse(made[0])
        sheet = reader.sheet(activity, file.count)
        if sheet is not None:
            yield sheet


def count(path: Path, name: str) -> int:
    """How many activities a file holds."""
    return sum(1 for _ in stream.activities(stream.File(path, name)))


def read(path: Path, mapping: Mapping, name: str) -> tuple[list[SheetFile], list[Listed[PartyListRow]], list[Problem]]:
    """Read an activity file as a mapping says.

    Args:
        path: The file; packed or not.
        mapping: What the file is as a source, and what it must hold to be whole.
        name: How to call it in messages and in the ledger.
    """
    told = mapping.iati
    assert told is not None
    file = stream.File(path, name)
    reader = Reader(name, mapping.release.id, mapping.coded, programme=told.programme, currency=told.currency)
    problems: list[Problem] = []
    if mapping.table.digest and tables.digest_of(path) != mapping.table.digest:
        message = (
            "these are not the bytes that were imported: put the old file back, or import the new one: warifu import"
        )
        problems.append(fault(name, 1, "", "table-changed", message))
    try:
        found = list(sheets(file, reader))
    except HostileXmlError as error:
        return [], [], [*problems, fault(name, 1, "", "hostile-xml", str(error))]
    if file.version not in READ and not file.problems:
        message = f"its version is {file.version or 'not told'}; 1.01 to 2.03 are read, so look at what came of it"
        problems.append(fault(name, 1, "", "unknown-version", message, Severity.LOOK))
    least = 1 if mapping.table.at_least is None else mapping.table.at_least
    if file.count < least and not file.problems:
        message = f"{file.count:,} activities, and at_least says {least:,}: the file is cut off; fetch it again"
        problems.append(fault(name, 1, "", "too-few-rows", message))
    related, notes = _related(found, name)
    return related, list(reader.parties.values()), [*problems, *file.problems, *reader.problems, *notes]


def _related(found: list[SheetFile], name: str) -> tuple[list[SheetFile], list[Problem]]:
    """Mark every parent that a child names as a frame; a parent that is not in the file stays a label of the child."""
    ids = {file.sheet.deal for file in found}
    parents = {file.sheet.part_of for file in found} & ids
    children = {file.sheet.part_of for file in found if file.sheet.part_of}
    result, away = [], []
    for file in found:
        sheet = file.sheet
        if sheet.part_of == sheet.deal:
            sheet = msgspec.structs.replace(sheet, part_of="")
        if sheet.part_of and sheet.part_of not in ids:
            away.append(sheet.deal)
            labels = {**sheet.labels, "part-of-elsewhere": sheet.part_of}
            sheet = msgspec.structs.replace(sheet, part_of="", labels=labels)
        # An activity that names children of which none is here adds its own money: no part would count it.
        umbrella = sheet.deal in parents
        if umbrella != sheet.umbrella:
            sheet = msgspec.structs.replace(sheet, umbrella=umbrella)
        result.append(file if sheet is file.sheet else SheetFile(file.file, sheet, file.lines))
    if not away:
        return result, []
    missing = len(children - ids)
    message = (
        f"{len(away):,} activities are parts of {missing:,} that are not in this file (the first: {away[0]}): "
        "import the file that has them too, or their sums may be counted there as well"
    )
    return result, [Problem(name, "parent-elsewhere", message, Severity.NOTE, name)]
