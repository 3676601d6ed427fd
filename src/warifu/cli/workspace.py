"""Commands on a workspace: make one, check it, build it, ask why, look at it."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections import Counter
from datetime import date, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from warifu.errors import WorkspaceExistsError
from warifu.terms.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from warifu.tables.files import Tables
    from warifu.tables.why import Step

FOLDER = click.Path(exists=False, file_okay=False, path_type=Path)
OUT: Final = Console(highlight=False, soft_wrap=True)
ERR: Final = Console(stderr=True, highlight=False, soft_wrap=True)


class Bars:
    """Progress bars on the error stream, one a job; plain lines where it is no terminal."""

    def __init__(self) -> None:
        self._progress = Progress(
            SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
            console=ERR, transient=True, disable=not ERR.is_terminal,
        )  # fmt: skip
        self._jobs: dict[str, object] = {}

    def __enter__(self) -> Bars:
        self._progress.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self._progress.stop()

    def told(self, job: str, of: int | None, more: int) -> None:
        """Something more of a job is done."""
        if job not in self._jobs:
            self._jobs[job] = self._progress.add_task(job, total=of)
            if not ERR.is_terminal:
                ERR.print(f"warifu: {job}" + (f" ({of:,})" if of else ""))
        self._progress.update(self._jobs[job], total=of, advance=more)  # type: ignore[arg-type]


def _day(ctx: click.Context, parameter: click.Parameter, value: datetime | None) -> date | None:
    return None if value is None else value.date()


as_of_option = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="DAY",
    help="The ledger as it was known on this day (2018-12-31); nothing published later is seen.",
)


@click.command()
@click.argument("folder", type=FOLDER)
def new(folder: Path) -> None:
    """Make a workspace with one example deal to copy.

    FOLDER is made; it must not exist, or be empty. Then open its files in your editor: `programme.yaml` first, then
    `sheets/deals/example-001.yaml`, which explains itself.
    """
    if folder.exists() and any(folder.iterdir()):
        raise WorkspaceExistsError(folder)
    template = resources.files("warifu.cli").joinpath("template")
    with resources.as_file(template) as path:
        shutil.copytree(path, folder, dirs_exist_ok=True)
    (folder / ".gitignore").write_text("build/\n*.lock\n", encoding="utf-8")
    click.echo(f"{folder} is a workspace now. Next:")
    click.echo(f"  warifu check {folder}    read it and report every fault")
    click.echo(f"  warifu build {folder}    make its tables and its site")
    click.echo(f"  warifu serve {folder}    look at the site")


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@as_of_option
@click.option("--all", "everything", is_flag=True, help="Show notes too, and every problem of a rule that finds many.")
def check(folder: Path, as_of: date | None, everything: bool) -> None:
    """Read everything and report every fault, each with its file, line and remedy.

    Exit code 0 when nothing keeps the ledger from being built, 1 when something does. Problems marked "look" want a
    person; notes are worth knowing. Neither stops a build; a severe one does, or refuses a release.
    """
    from warifu import ledger

    with Bars() as bars:
        found = ledger.walk(ledger.read(folder, told=bars.told), as_of)
    for severity in (Severity.SEVERE, Severity.LOOK, Severity.NOTE):
        problems = [problem for problem in found.problems if problem.severity is severity]
        if problems and (severity is not Severity.NOTE or everything):
            OUT.print(f"\n[bold]{HEADINGS[severity]}[/bold] ({len(problems)})")
            _print_problems(problems, everything)
    counts = Counter(problem.severity for problem in found.problems)
    notes = counts[Severity.NOTE]
    if notes and not everything:
        OUT.print(f"\n{_count(notes, 'note')}: warifu check {folder} --all shows them.")
    OUT.print(
        f"\n{_count(len(found.deals), 'deal')}, "
        f"{_count(sum(len(case.statements) for case in found.cases), 'statement')}, "
        f"{_count(len(found.kept.sources), 'source')}; {counts[Severity.SEVERE]} severe, "
        f"{counts[Severity.LOOK]} to look at, {_count(notes, 'note')}."
    )
    if any(problem.rule in ledger.STOPPING or problem in found.kept.stopping for problem in found.problems):
        OUT.print("It cannot be built until the severe problems above are mended. Nothing was changed.")
        sys.exit(1)


HEADINGS: Final = {
    Severity.SEVERE: "Severe: mend these before you publish",
    Severity.LOOK: "Have a look",
    Severity.NOTE: "Notes",
}


MANY: Final = 10
"""Problems of one rule that are shown before the rest is only counted; severe ones are all shown."""


def _print_problems(problems: Sequence[Problem], everything: bool) -> None:
    shown: Counter[str] = Counter()
    for problem in problems:
        shown[problem.rule] += 1
        if everything or shown[problem.rule] <= MANY or problem.severity is Severity.SEVERE:
            where = problem.where or problem.about
            OUT.print(f"  {escape(where)}: {escape(problem.message)} [dim]\\[{escape(problem.rule)}][/dim]")
    for rule, count in sorted(shown.items()):
        if count > MANY and not everything and problems[0].severity is not Severity.SEVERE:
            OUT.print(f"  … and {count - MANY:,} more of the rule {escape(rule)} (--all shows them)")


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@as_of_option
def build(folder: Path, as_of: date | None) -> None:
    """Make the tables, the site and the exports in FOLDER/build.

    The same kept files give the same bytes on any machine. Only what changed since the last build is written anew.
    """
    from warifu.cli import stamp
    from warifu.ledger import BUILD

    made = folder / BUILD
    if stamp.is_current(folder, as_of):
        OUT.print("Nothing changed since the last build.")
    else:
        make(folder, as_of)
    _say_what_was_found(folder, made)
    OUT.print(f"Site:    {(made / 'site' / 'index.html').absolute()}")
    OUT.print(f"Tables:  {(made / 'tables').absolute()} and {(made / 'warifu.duckdb').absolute()}")
    OUT.print(f"Exports: {(made / 'exports').absolute()}")
    OUT.print(f"Look at it: warifu serve {folder}")


ROOMS: Final = ("exports", "site")
"""What is made from the tables, in this order: the site lists what the exports are."""


def make(folder: Path, as_of: date | None = None, rooms: Sequence[str] = ROOMS) -> Path:
    """The tables and what these rooms make of them, anew where it changed; returns the build folder."""
    from warifu import exports, ledger, site
    from warifu.cli import stamp
    from warifu.tables import files, rows

    makers: dict[str, Callable[[Tables, Path, ledger.Told], object]] = {"exports": exports.build, "site": site.build}
    made = folder / ledger.BUILD
    with Bars() as bars:
        found = ledger.open_ledger(folder, as_of, told=bars.told)
        bars.told("writing tables", None, 0)
        files.write(rows.rows(found, {"kept": ledger.digest(folder)}), made)
        tables = files.Tables(made)
        for room in rooms:
            makers[room](tables, made / room, bars.told)
    if tuple(rooms) == ROOMS:
        stamp.write(folder, as_of)
    return made


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _say_what_was_found(folder: Path, made: Path) -> None:
    from warifu.tables import contract
    from warifu.tables.files import Tables

    tables = Tables(made)
    (programme,) = tables.rows(contract.ProgrammeRow)
    counts = Counter(problem.severity for problem in tables.rows(contract.ProblemRow))
    OUT.print(
        f"{programme.name_en}, as known on {programme.as_of}: {_count(len(tables.rows(contract.DealRow)), 'deal')}, "
        f"{_count(len(tables.rows(contract.FigureRow)), 'figure')}; "
        f"{_count(counts[Severity.SEVERE], 'severe problem')}, {counts[Severity.LOOK]} to look at "
        f"(warifu check {folder})."
    )


@click.command()
@click.argument("figure", required=False)
@click.argument("folder", type=FOLDER, default=".")
@click.option("--depth", type=click.IntRange(1, 9), default=9, help="How many rooms to walk back.")
def why(figure: str | None, folder: Path, depth: int) -> None:
    """Walk from a figure back to the quoted sources, room by room.

    FIGURE is its address as the site shows it (all/binding, area-4/money-pledged, party-jbic/deals), or for the whole
    programme the measure alone (binding). Without one, every figure is listed. FOLDER is the workspace.
    """
    from warifu.ledger import BUILD
    from warifu.tables.files import Tables
    from warifu.tables.why import Walker, described

    if figure is not None and (Path(figure) / "programme.yaml").is_file():
        folder, figure = Path(figure), None
    if not (folder / BUILD / "tables").is_dir():
        make(folder)
    walker = Walker(Tables(folder / BUILD))
    if figure is None:
        for row in walker.figures.values():
            click.echo(f"{row.figure.partition('/')[2]:50} {described(row)}")
        return
    for line in _lines(walker.why(walker.find(figure)), 0, depth):
        click.echo(line)


def _lines(step: Step, level: int, depth: int) -> Iterator[str]:
    width = max(60, shutil.get_terminal_size().columns)
    margin = "  " * level
    head = f"{margin}{step.room} {step.ref}"
    text = " ".join(step.text.split())
    where = f" [{step.where}]" if step.where else ""
    yield from textwrap.wrap(
        f"{head}: {text}{where}" if text else head + where, width, subsequent_indent=margin + "    "
    )
    if level + 1 < depth:
        for one in step.steps:
            yield from _lines(one, level + 1, depth)


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, help="0 takes any free port.")
@click.option("--host", default="127.0.0.1", help="127.0.0.1 is this machine alone.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def serve(folder: Path, port: int, host: str, no_browser: bool) -> None:
    """Show the built site in your browser, and the tables over HTTP where the extra `serve` is installed.

    Builds first if nothing was built yet. Ctrl-C ends it.
    """
    from warifu import api
    from warifu.ledger import BUILD

    if not (folder / BUILD / "site" / "index.html").is_file():
        make(folder)
    api.serve(folder / BUILD, host=host, port=port, browser=not no_browser)
