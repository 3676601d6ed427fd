"""The command line: one module a room, each command loaded only when it is called.

In:   what a person types
Out:  calls into the rooms; their answers and faults in words; an exit code
Not here: any rule, figure or page

`COMMANDS` is the one table of commands, `EXIT_CODES` the one table of exit codes.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from typing import Any, Final

import click

from warifu.errors import (
    BadInputError,
    DecisionError,
    DocumentError,
    MeasureError,
    MissingExtraError,
    ReleaseError,
    UnknownFigureError,
    UnknownFormatError,
    WarifuError,
    WorkspaceError,
)

COMMANDS: Final[Mapping[str, str]] = {
    "new": "warifu.cli.workspace:new",
    "import": "warifu.cli.imports:import_table",
    "add": "warifu.cli.documents:add",
    "documents": "warifu.cli.documents:documents",
    "read": "warifu.cli.reader:read",
    "evaluate": "warifu.cli.reader:evaluate",
    "check": "warifu.cli.workspace:check",
    "build": "warifu.cli.workspace:build",
    "why": "warifu.cli.workspace:why",
    "score": "warifu.cli.measures:score",
    "compare": "warifu.cli.measures:compare",
    "serve": "warifu.cli.workspace:serve",
    "desk": "warifu.cli.desk:desk",
    "log": "warifu.cli.desk:log",
    "diff": "warifu.cli.desk:diff",
    "export": "warifu.cli.exports:export",
    "release": "warifu.cli.exports:release",
    "releases": "warifu.cli.exports:releases",
    "rebuild": "warifu.cli.exports:rebuild",
}
"""Every command: its name, and the module and function that carry it out."""

CHAPTERS: Final[Mapping[str, tuple[str, ...]]] = {
    "Begin": ("new", "check", "build", "serve"),
    "Ask": ("why", "score", "compare", "diff"),
    "Take in": ("import", "add", "documents", "read", "evaluate"),
    "Judge": ("desk", "log"),
    "Publish": ("export", "release", "releases", "rebuild"),
}
"""The commands in the order in which a newcomer meets them; what stands in no chapter comes last."""

EXIT_CODES: Final[Mapping[type[WarifuError], int]] = {
    BadInputError: 1,
    MissingExtraError: 2,
    UnknownFormatError: 2,
    WorkspaceError: 3,
    DocumentError: 4,
    DecisionError: 5,
    MeasureError: 6,
    UnknownFigureError: 7,
    ReleaseError: 8,
}
"""0: done. 1: the evidence has faults, each was told. 2: the command was not understood. The rest by class."""

OTHER: Final = 9
"""Any other running fault that warifu knows."""


EXTRAS: Final[Mapping[str, str]] = {
    "argon2": "desk",
    "daft": "engine",
    "fastwarc": "archives",
    "fpdf": "print",
    "multipart": "desk",
    "ray": "cluster",
    "starlette": "desk",
    "uvicorn": "desk",
    "warcio": "archives",
}
"""Which extra of the installation brings a module that a plain installation does without."""


class Tutorial(click.Group):
    """A group that loads a command when it is called, and whose help reads like a first lesson."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        placed = [name for names in CHAPTERS.values() for name in names]
        return [*placed, *sorted(set(COMMANDS) - set(placed))]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, function = COMMANDS[name].partition(":")
        command = getattr(importlib.import_module(module), function)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as fault:
            import difflib

            near = difflib.get_close_matches(args[0], list(COMMANDS), n=1)
            hint = f" Did you mean 'warifu {near[0]}'?" if near else " 'warifu --help' lists the commands."
            raise click.UsageError(f"there is no command {args[0]!r}.{hint}", ctx) from fault

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        chapters = dict(CHAPTERS)
        rest = tuple(sorted(set(COMMANDS) - {name for names in CHAPTERS.values() for name in names}))
        if rest:
            chapters["More"] = rest
        for title, names in chapters.items():
            rows = []
            for name in names:
                command = self.get_command(ctx, name)
                if command is not None:
                    rows.append((name, command.get_short_help_str(limit=200)))
            with formatter.section(title):
                formatter.write_dl(rows)


@click.command(
    cls=Tutorial,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="'warifu COMMAND --help' says more of each. Exit codes: 0 done, 1 faults in the evidence (all are told), "
    "2 not understood, 3 no such workspace, 4 documents, 5 decisions, 6 measures, 7 no such figure, 8 releases.",
)
@click.version_option(package_name="warifu")
def warifu() -> None:
    """Keep the ledger of what governments promise each other.

    A workspace is a folder of plain files: the programme, one coding sheet a deal, the sources. From it warifu makes
    tables and a site in which every figure leads back to the words it rests on.

    \b
      warifu new my-tracker            make a workspace with one example deal
      warifu check my-tracker          read everything, report every fault with file and line
      warifu build my-tracker          make the tables, the site and the exports in my-tracker/build
      warifu serve my-tracker          look at the site in your browser
      warifu why binding my-tracker    walk from a figure back to the quoted sources
    """


def _run() -> None:
    try:
        warifu(prog_name="warifu")
    except ModuleNotFoundError as fault:
        extra = EXTRAS.get((fault.name or "").partition(".")[0])
        if extra is None:
            raise
        raise MissingExtraError("this command", extra) from fault


def main() -> None:
    """Run a command; a fault that warifu knows becomes its sentence and its exit code."""
    try:
        _run()
    except WarifuError as fault:
        for problem in getattr(fault, "problems", ()):
            click.echo(f"{problem.where or problem.about}: {problem.message} [{problem.rule}]", err=True)
        click.echo(f"warifu: {fault}", err=True)
        codes = (EXIT_CODES[kind] for kind in type(fault).__mro__ if kind in EXIT_CODES)
        sys.exit(next(codes, OTHER))
    except BrokenPipeError:  # the reader of a pipe left early, as `head` does
        sys.stderr.close()
        sys.exit(0)
