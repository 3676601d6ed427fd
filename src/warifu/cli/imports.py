"""The command `import`: somebody else's table into a workspace, with an assistant the first time."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from rich.console import Console
from rich.markup import escape

from warifu.errors import BadInputError, NoWorkspaceError, WorkspaceExistsError
from warifu.terms.problem import Problem, Severity

if TYPE_CHECKING:
    from warifu.proposals.imports.assistant import Draft
    from warifu.proposals.imports.workspace import Imported

OUT: Final = Console(highlight=False, soft_wrap=True)
ERR: Final = Console(stderr=True, highlight=False)
SHOWN: Final = 20


@click.command(name="import")
@click.argument("table", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option(
    "--mapping", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Which column gives what."
)
@click.option("--name", default="", help="What to call the import; by default the mapping's or the table's name.")
@click.option("--sheet", default="", help="The sheet of a workbook, or the resource of a data package.")
@click.option("--link", is_flag=True, help="Leave the table where it is, instead of copying it into the workspace.")
@click.option(
    "--standard",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="For IATI: the folder with the standard's xsd-2.03, codelists and rulesets; the file is judged by them first.",
)
@click.option("--try", "only_try", is_flag=True, help="Read and report, and keep nothing.")
def import_table(
    table: Path,
    folder: Path,
    mapping: Path | None,
    name: str,
    sheet: str,
    link: bool,
    standard: Path | None,
    only_try: bool,
) -> None:
    """Take a table of deals, or an IATI file, into a workspace.

    TABLE is CSV, XLSX, JSON, JSON Lines (also .gz), IATI XML or a datapackage.json; FOLDER is the workspace.

    The first time, leave --mapping out: warifu looks at the columns and proposes a mapping, with the reason for each
    guess, in FOLDER/imports. Read it, answer its questions, and import again with --mapping. Then the table is kept
    in the workspace beside its mapping, with its digest and its number of rows: a file that is cut off, or changed,
    is refused from then on.

    An export of warifu's own (build/exports/data-package/datapackage.json) becomes a new workspace in FOLDER.

    \b
      warifu import aid.xlsx my-tracker
      warifu import aid.xlsx my-tracker --mapping my-tracker/imports/aid.draft
    """
    if mapping is None and table.name == "datapackage.json" and _restore(table, folder, only_try):
        return
    if not only_try and not (folder / "programme.yaml").is_file():
        raise NoWorkspaceError(folder)
    if standard is not None:
        _judge(table, standard)
    if mapping is None:
        _propose(table, folder, name, sheet, only_try)
        return
    found, rows = _read(table, mapping)
    severe = [problem for problem in found.problems if problem.severity is Severity.SEVERE]
    if severe:
        raise BadInputError(_first(severe))
    _report(found, rows)
    if only_try:
        OUT.print("Nothing was kept: --try.")
        return
    from warifu.proposals.imports import keeping
    from warifu.proposals.imports import mapping as mappings

    called = name or re.sub(r"(\.(draft|yaml|yml))+$", "", mapping.name)
    told, _, _ = mappings.read(mapping, mapping.name)
    resource = "" if told is None else told.table.sheet
    text = mapping.read_text(encoding="utf-8")
    path, kept = keeping.keep(folder, table, text, called, rows, link=link, sheet=resource)
    OUT.print(f"Kept: {path}\n      {kept}")
    OUT.print(f"Next: warifu check {folder}, then warifu build {folder}")


def _restore(table: Path, folder: Path, only_try: bool) -> bool:
    """Make a workspace of warifu's own export; False where the package is somebody else's."""
    from warifu.proposals.imports import own

    if not own.is_own(table):
        return False
    if folder.exists() and any(folder.iterdir()):
        raise WorkspaceExistsError(folder)
    if only_try:
        OUT.print(f"{table} is warifu's own export; without --try it becomes a workspace in {folder}.")
        return True
    written = own.restore(table, folder)
    sheets = sum(path.parent.name == "deals" for path in written)
    OUT.print(f"{folder} is a workspace now: {sheets:,} sheets and {len(written) - sheets} other files.")
    OUT.print(
        "It gives the figures that the export gives; what was decided is worked in. An export holds no documents' "
        "bytes, no imported series and no comments of sheets: copy documents/ from the old workspace if you have it."
    )
    OUT.print(f"Next: warifu check {folder}")
    return True


def _propose(table: Path, folder: Path, name: str, sheet: str, only_try: bool) -> None:
    from warifu.proposals.imports import assistant
    from warifu.proposals.imports.rows import id_of
    from warifu.proposals.imports.workspace import FOLDER

    with ERR.status(f"looking at {table.name}"):
        draft = assistant.propose(table, date.today(), sheet)
    if not draft.text:
        raise BadInputError(_first(draft.problems))
    _show(draft, table)
    if only_try:
        OUT.print(draft.text, markup=False)
        return
    called = name or id_of(re.sub(r"(\.\w{2,5})+$", "", table.name) or table.name)
    path = folder / FOLDER / f"{called}.draft"
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.read_text(encoding="utf-8") != draft.text:
        OUT.print(f"{path} is there already and is left as it is: delete it to have a new proposal.")
    else:
        path.write_text(draft.text, encoding="utf-8")
        OUT.print(f"Proposed: {path}. Nothing is imported yet.")
    OUT.print("Read it, and mend it in your editor. Then:")
    OUT.print(f"  warifu import {table} {folder} --mapping {path}")


def _show(draft: Draft, table: Path) -> None:
    OUT.print(f"{table.name}: {draft.rows:,} rows.")
    for one in draft.guesses:
        OUT.print(f"  [bold]{one.field:<12}[/bold]{escape(one.column.name)}  [dim]{escape(one.why)}[/dim]")
    if draft.asks:
        OUT.print("It needs to be told:")
        for ask in draft.asks:
            OUT.print(f"  ? {escape(ask)}")
    for problem in _first(draft.problems):
        OUT.print(f"  {escape(problem.where)}: {escape(problem.message)} [dim]\\[{problem.rule}][/dim]")


def _read(table: Path, mapping: Path) -> tuple[Imported, int]:
    """What the table gives, with the number of its rows."""
    from warifu.proposals.imports.workspace import FOLDER, Imported, count_rows, read_one, read_series_of

    name = f"{FOLDER}/{mapping.name}"
    with ERR.status(f"reading {table.name}"):
        found = read_one(mapping, name, table)
        entries, problems = read_series_of(mapping, name, table)
    known = set(found.problems)
    problems = [*found.problems, *(problem for problem in problems if problem not in known)]
    if entries:
        OUT.print(f"{len(entries):,} entries of series: {', '.join(sorted({entry.measure for entry in entries}))}.")
    return Imported(found.sheets, found.sources, found.parties, found.rates, problems), count_rows(mapping, name, table)


def _report(found: Imported, rows: int) -> None:
    sums = Counter(row.kind for file in found.sheets for row in file.sheet.sums)
    OUT.print(
        f"{len(found.sheets):,} deals, {len(found.parties):,} parties, {len(found.sources):,} sources, "
        f"{len(found.rates):,} rates."
    )
    if sums:
        OUT.print("Sums: " + ", ".join(f"{count:,} {kind}" for kind, count in sorted(sums.items())) + ".")
    empty = sum(not file.sheet.sums for file in found.sheets)
    if empty:
        OUT.print(f"{empty:,} deals tell no sum: that is unknown, not zero.")
    for problem in _first(found.problems):
        OUT.print(f"  {escape(problem.where)}: {escape(problem.message)} [dim]\\[{problem.rule}][/dim]")


def _judge(table: Path, standard: Path) -> None:
    """Judge an IATI file by the standard; one that breaks the schema is not imported."""
    from warifu.proposals.imports.iati.validation import Rulebook

    with ERR.status(f"judging {table.name}"):
        found = Rulebook.read(standard).check(table, date.today())
    schema = [problem for problem in found if not problem.rule.startswith(("iati-codelist", "iati-rule"))]
    if schema:
        raise BadInputError(_first(schema))
    OUT.print(f"{table.name} is valid by the schema.")
    counts = Counter(problem.rule for problem in found)
    for rule, count in counts.most_common(SHOWN):
        example = next(problem for problem in found if problem.rule == rule)
        OUT.print(f"  {count:,} x {rule}: {escape(example.message)} [dim](first: {escape(example.where)})[/dim]")


def _first(problems: list[Problem] | tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The first problems, and how many more there are: ten thousand alike help nobody."""
    if len(problems) <= SHOWN:
        return tuple(problems)
    more = f"and {len(problems) - SHOWN:,} more"
    return (*problems[:SHOWN], Problem("import", "more", more, Severity.NOTE, "…"))
