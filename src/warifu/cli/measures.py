"""`warifu score` and `warifu compare`: what the measures say, in the terminal or as JSON."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from warifu.ledger import Ledger
    from warifu.measures.compare import Beside
    from warifu.proposals.lists import BesideRow
    from warifu.terms.figure import Figure
    from warifu.terms.report import Section, Table

COLOURS: Final = {"says": "green", "cannot tell": "yellow", "not asked": "blue", "not applicable": "blue"}
ROWS_SHOWN: Final = 12
COUNTED: Final = frozenset({"acts", "deals", "single deals", "areas", "providers", "questions", "meetings", "days"})
"""Units of which there may be one."""


DAY: Final = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("workspace", type=click.Path(path_type=Path), default=Path())
@click.option("--as-of", type=DAY, help="Look from this day: what was published later is not seen.")
@click.option("--measure", "only", help="Only this measure, in full: its figures, tables and words.")
@click.option("--json", "as_json", is_flag=True, help="Everything, as JSON.")
def score(workspace: Path, as_of: datetime | None, only: str | None, as_json: bool) -> None:
    """Say what the measures found: what was promised, bound, paid and delivered, and how sure that is.

    Each measure answers one question in a sentence, with its figures and what must be known beside them. Where the
    record does not tell, it says so: "cannot tell" is an answer.

    \b
      warifu score my-tracker                              every measure, in short
      warifu score my-tracker --measure expectations       one measure in full
      warifu score my-tracker --as-of 2019-06-30           as it was known on a day
      warifu score my-tracker --json > score.json
    """
    from warifu.ledger import open_ledger

    ledger = open_ledger(workspace, None if as_of is None else as_of.date())
    if as_json:
        click.echo(_json(ledger), nl=False)
        return
    console = _console()
    sections = [item for item in ledger.report.sections if only in (None, item.measure)]
    if not sections:
        known = ", ".join(item.measure for item in ledger.report.sections)
        raise click.BadParameter(f"there is no measure {only!r}. Measures: {known}", param_hint="--measure")
    console.print(f"[bold]{_name(ledger)}[/bold], as known on {ledger.as_of.isoformat()}")
    for section in sections:
        _section(console, ledger, section, full=only is not None)


@click.command()
@click.argument("workspaces", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as-of", type=DAY, help="Look from this day: what was published later is not seen.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--keep", is_flag=True, help="Keep the others' figures in the first workspace: its site compares.")
def compare(workspaces: tuple[Path, ...], as_of: datetime | None, as_json: bool, keep: bool) -> None:
    """Set several programmes side by side, like with like.

    Two figures are put in order only where their ranges do not overlap; sums stand beside each other only in one
    currency, and sizes are never ranked. With --keep the first workspace takes the figures of the others over, as they
    are now, and its site has a page that compares; without others it is compared with those that it keeps.

    \b
      warifu compare examples/eight-point-plan examples/us-japan-550
      warifu compare examples/eight-point-plan examples/us-japan-550 --keep
      warifu compare examples/eight-point-plan
    """
    from warifu.ledger import open_ledger
    from warifu.measures.compare import beside

    ledgers = [open_ledger(folder, None if as_of is None else as_of.date()) for folder in workspaces]
    programmes, figures = [_beside_row(ledger) for ledger in ledgers], [ledger.figures for ledger in ledgers]
    if len(ledgers) == 1:
        _kept_beside(ledgers[0], programmes, figures)
    if len(programmes) < 2 or (keep and len(ledgers) < 2):
        raise click.UsageError("name two workspaces or more to compare them")
    if len({row.programme for row in programmes}) < len(programmes):
        raise click.UsageError("two of these are one programme: give each programme.yaml an id of its own")
    if keep:
        _keep(ledgers[0], programmes[1:], figures[1:])
    names = [row.programme for row in programmes]
    rows = beside(names, figures)
    if as_json:
        import msgspec

        told = {"programmes": names, "as_of": {row.programme: row.as_of.text for row in programmes}, "rows": rows}
        click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2).decode())
        return
    _beside(_console(), programmes, rows)


def _beside_row(ledger: Ledger) -> BesideRow:
    """A programme as it is named beside others: its release where nothing has changed since, and the digest."""
    from warifu.ledger import digest
    from warifu.proposals.lists import BesideRow
    from warifu.release import record
    from warifu.terms.dates import PartialDate

    it, folder = ledger.programme, ledger.kept.folder
    kept = digest(folder)
    now = record.current(record.read_all(folder), kept)
    return BesideRow(
        programme=it.id,
        name=_name(ledger),
        as_of=PartialDate.of(ledger.as_of),
        kept=kept,
        name_ja=it.names.get("ja", ""),
        name_ru=it.names.get("ru", ""),
        release="" if now is None else str(now.number),
        address="" if it.publication is None else it.publication.address,
    )


def _kept_beside(ledger: Ledger, programmes: list[BesideRow], figures: list[tuple[Figure, ...]]) -> None:
    """Set beside a programme those whose figures its workspace keeps."""
    from warifu.proposals.beside import figure_of

    for row in ledger.kept.beside:
        programmes.append(row)
        figures.append(tuple(figure_of(item) for item in ledger.kept.beside_figures if item.programme == row.programme))


def _keep(ledger: Ledger, programmes: Sequence[BesideRow], figures: Sequence[Sequence[Figure]]) -> None:
    from warifu.measures.compare import ROWS
    from warifu.proposals import beside

    wanted = {measure: place for place, measure in enumerate(ROWS)}
    kept = [
        beside.row_of(item)
        for found in figures
        for item in sorted((one for one in found if one.slice == "all" and one.measure in wanted),
                           key=lambda one: wanted[one.measure])
    ]  # fmt: skip
    for path in beside.keep(ledger.kept.folder, programmes, kept):
        click.echo(f"Kept in {path}. Build to see the page: warifu build {ledger.kept.folder}", err=True)


# --- in the terminal ------------------------------------------------------------------------------------------------


def _console() -> Console:
    from rich.console import Console

    return Console(soft_wrap=False, highlight=False)


def _name(ledger: Ledger) -> str:
    return ledger.programme.names.get("en", ledger.programme.id)


def _section(console: Console, ledger: Ledger, section: Section, *, full: bool) -> None:
    from rich.markup import escape
    from rich.padding import Padding

    colour = COLOURS.get(str(section.verdict), "white")
    console.print()
    console.rule(f"[bold]{escape(section.title)}[/bold]  [{colour}]{section.verdict}[/{colour}]", align="left")
    console.print(f"[italic]{escape(section.question)}[/italic]")
    console.print(Padding(escape(section.says), (0, 0, 0, 2)))
    for text in section.warnings if full else section.warnings[:3]:
        console.print(Padding(f"[yellow]! {escape(text)}[/yellow]", (0, 0, 0, 2)))
    if not full:
        more = len(section.warnings) - 3
        rest = f"{len(section.figures)} figures" + (f", {more} more to know beside them" if more > 0 else "")
        console.print(Padding(f"[dim]{rest}: warifu score --measure {section.measure}[/dim]", (0, 0, 0, 2)))
        return
    for text in section.details:
        console.print(Padding(escape(text), (0, 0, 0, 2)))
    if section.assumption:
        console.print(Padding(f"[dim]Assumes: {escape(section.assumption)}.[/dim]", (0, 0, 0, 2)))
    for quote in section.quotes:
        words = f"“{quote.words}”" if quote.quoted else quote.words
        line = f"{quote.side}  {quote.who}{f', {quote.on}' if quote.on else ''}: {words} [{quote.row}]"
        console.print(Padding(escape(line), (0, 0, 0, 4)))
    wanted = set(section.figures)
    _figures(console, [item for item in ledger.figures if item.id in wanted])
    for table in ledger.report.tables:
        if table.id in section.tables:
            _table(console, table)


def _figures(console: Console, figures: list[Figure]) -> None:
    from rich.markup import escape
    from rich.table import Table as Grid

    if not figures:
        return
    grid = Grid(title="Figures", title_justify="left", box=None, pad_edge=False)
    for column, where in (("figure", "left"), ("value", "right"), ("range", "right"), ("n", "right"), ("", "left")):
        grid.add_column(column, justify=where, overflow="fold")  # type: ignore[arg-type]
    for item in figures:
        value = _value(item)
        span = "" if item.low is None and item.high is None else f"{_end(item.low, item)} … {_end(item.high, item)}"
        grid.add_row(escape(item.label), value, span, f"{item.n:,}", escape(item.measure))
    console.print(grid)


NONE_TOLD: Final = "none told"


def _value(figure: Figure) -> str:
    """What a figure says: its answer where it has no value; none told where a nought only means that nobody tells."""
    from warifu.site.pen import SILENT_AT_ZERO

    if figure.value is None:
        return str(figure.answer)
    return NONE_TOLD if not figure.value and figure.measure in SILENT_AT_ZERO else _number(figure.value, figure.unit)


def _number(value: Decimal, unit: str) -> str:
    if unit.startswith("share"):
        return f"{float(value):.1%}".replace("%", " %")
    whole = value == value.to_integral_value()
    written = f"{value:,.0f}" if whole or abs(value) >= 1000 else f"{value:,.3f}"
    named = "" if " to " in unit else unit.removesuffix("s") if value == 1 and unit in COUNTED else unit
    return f"{written} {named}".rstrip()


def _end(value: Decimal | None, item: Figure) -> str:
    return "open" if value is None else _number(value, item.unit)


def _table(console: Console, table: Table) -> None:
    from rich.markup import escape
    from rich.table import Table as Grid

    grid = Grid(title=escape(table.title), title_justify="left", caption=escape(table.says), caption_justify="left")
    for column in table.columns:
        grid.add_column(escape(column), overflow="fold")
    for row in table.rows[:ROWS_SHOWN]:
        grid.add_row(*map(escape, row))
    console.print(grid)
    if len(table.rows) > ROWS_SHOWN:
        console.print(f"[dim]  and {len(table.rows) - ROWS_SHOWN:,} rows more: --json, or the site[/dim]")


def _beside(console: Console, programmes: Sequence[BesideRow], rows: tuple[Beside, ...]) -> None:
    from rich.markup import escape
    from rich.table import Table as Grid

    grid = Grid(title="Side by side, like with like", title_justify="left")
    grid.add_column("measure", overflow="fold")
    for one in programmes:
        grid.add_column(f"{one.programme}\nas of {one.as_of.text}", justify="right", overflow="fold")
    grid.add_column("what may be said", overflow="fold")
    for row in rows:
        cells = []
        for figure in row.figures:
            if figure is None:
                cells.append("")
            elif figure.value is None or _value(figure) == NONE_TOLD:
                cells.append(f"[dim]{_value(figure)}[/dim]")
            else:
                span = ""
                if figure.low is not None and figure.low != figure.high:
                    span = f"\n[dim]{_end(figure.low, figure)} … {_end(figure.high, figure)}[/dim]"
                cells.append(_number(figure.value, figure.unit) + span)
        grid.add_row(escape(row.label), *cells, escape(row.says))
    console.print(grid)


# --- as JSON --------------------------------------------------------------------------------------------------------


def _json(ledger: Ledger) -> str:
    """The report with the scorecard's figures in it; the same ledger gives the same bytes."""
    import msgspec

    report = ledger.report
    told = {
        "programme": ledger.programme.id,
        "as_of": ledger.as_of,
        "sections": report.sections,
        "figures": ledger.figures,
        "series": report.series,
        "tables": report.tables,
        "grids": [{"id": one.id, "title": one.title, "grid": msgspec.Raw(one.json.encode())} for one in report.grids],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1).decode() + "\n"
