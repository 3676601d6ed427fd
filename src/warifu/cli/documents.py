"""`warifu add` and `warifu documents`: take documents in, list them, and say why each says what it says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from warifu.errors import NoWorkspaceError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.documents.intake import AddReport
    from warifu.terms.document import DocumentRecord

SHOWN = 12
"""Characters of a digest in a listing; four are enough to ask for a document, if no other begins so."""


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), default=Path(), help="The workspace; the folder you are in."
)
@click.option("--source", help="Which publication it is, when two addresses or files are states of one.")
@click.option("--address", help="The web address of the publication, for a file you saved yourself.")
@click.option("--publisher", help="Who published it.")
@click.option("--title", help="Its title.")
@click.option("--language", help="Its language, such as en, ru or ja.")
@click.option("--published", help="Day of publication: 2016, 2016-12 or 2016-12-16.")
@click.option("--modified", help="Day of its last change.")
@click.option("--captured", help="Day on which these bytes were got.")
@click.option("--stated", help="The day that the document itself bears.")
@click.option("--licence", help="Under which licence it may be kept and shown.")
@click.option("--seconds", type=float, default=30.0, show_default=True, help="Longest time to read one document.")
@click.option("--memory", type=int, default=2048, show_default=True, help="Most memory to read one document, in MB.")
@click.option("--engine", is_flag=True, help="Read on all cores, or on a cluster, over daft (extra 'engine').")
def add(inputs: tuple[str, ...], folder: Path, seconds: float, memory: int, engine: bool, **known: str | None) -> None:
    """Add documents: files, folders, globs, ZIP, WARC and mbox archives, mail, feeds, http(s) addresses.

    Bytes are filed unchanged by their digest. Adding twice does nothing; a page that has changed is a second capture of
    its source. What could not be taken in is told with the reason.

    \b
      warifu add statement.html --published 2016-12-16 --publisher kantei.go.jp
      warifu add archive.warc.gz "downloads/*.pdf" --to my-tracker
      warifu add https://www.kantei.go.jp/foreign/
    """
    from warifu.documents.intake import Details, add
    from warifu.documents.worker import Limits

    _workspace(folder)
    details = Details(**known)
    with _progress() as told:
        report = add(
            folder,
            inputs,
            details=dict.fromkeys(inputs, details) if any(known.values()) else None,
            limits=Limits(seconds=seconds, memory=memory << 20),
            told=told,
            engine=engine,
        )
    for line in report.sentences():
        click.echo(line)


class _Documents(click.Group):
    """A group whose `list` need not be said."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("-h", "--help")):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Documents)
def documents() -> None:
    """List the documents of a workspace, filter them, and ask why.

    \b
      warifu documents                           all documents of the folder you are in
      warifu documents my-tracker --flag spun    those that a machine rewrote
      warifu documents groups my-tracker         which documents are copies of which
      warifu documents why c8be9cfc my-tracker   what its dates, flags, figures and group rest on
      warifu documents verify my-tracker         whether the kept bytes are still what was filed
    """


@documents.command("list")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--side", help="Whose side the publisher is on: JP, RU, third, …")
@click.option("--kind", help="government, news_agency, think_tank, …")
@click.option("--rank", type=int, help="Rank of the source, 1 to 8.")
@click.option("--language", help="en, ru, ja, …")
@click.option("--type", "media_type", help="text/html, application/pdf, …")
@click.option("--flag", help="A flag or its beginning: spun, suspect, garbled-figures, hidden, needs-ocr, unread.")
@click.option("--source", help="A part of the address or file name.")
@click.option("--from", "published_from", help="Published on this day or later.")
@click.option("--until", "published_to", help="Published on this day or before.")
@click.option("--copy", help="alone, original, exact, syndicated, cut, rewritten, translated, mosaic or spun.")
@click.option("--group", help="The group of this document: its digest or the beginning of it.")
@click.option("--json", "as_json", is_flag=True, help="One line of JSON a document, with everything known of it.")
def list_(folder: Path, as_json: bool, **conditions: Any) -> None:
    """List documents by day of publication; each condition narrows the list."""
    from warifu.documents.listing import Wanted, listed

    found = _records(folder)
    if conditions["group"]:
        group = next((one.group for one in found if one.digest.startswith(conditions["group"])), conditions["group"])
        conditions["group"] = group
    chosen = listed(found, Wanted(**conditions))
    if as_json:
        import msgspec

        for record in chosen:
            click.echo(msgspec.json.encode(record).decode())
        return
    if not found:
        click.echo("no documents here yet: warifu add FILE_OR_ADDRESS")
        return
    for record in chosen:
        click.echo(_line(record))
    click.echo(f"{len(chosen)} of {len(found)} documents", err=True)


@documents.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def groups(folder: Path) -> None:
    """Show which documents derive from one original, and why; each group is one witness."""
    from warifu.documents.records import groups as grouped

    found = _records(folder)
    several = grouped(found)
    for group in several:
        click.echo(
            f"{len(group.members)} documents, one witness" + (": spun, supports nothing" if group.spun_only else "")
        )
        for record in group.members:
            click.echo(f"  {_line(record)}")
            if record.copy_why:
                click.echo(f"      {record.copy_why}")
    alone = len(found) - sum(len(group.members) for group in several)
    click.echo(f"{len(several)} groups; {alone} documents with no relative here", err=True)


@documents.command()
@click.argument("digest")
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--about", type=click.Choice(["origin", "dates", "voice", "flags", "figures", "group"]), multiple=True)
def why(digest: str, folder: Path, about: tuple[str, ...]) -> None:
    """Say what a document's dates, voice, flags, doubtful figures and group rest on.

    DIGEST is the document's digest or its beginning, four characters or more, as `warifu documents` shows it.
    """
    from warifu.documents.listing import SUBJECTS
    from warifu.documents.listing import why as reasons
    from warifu.documents.store import open_store

    found = _records(folder)
    with open_store(folder) as store:
        subject = ""
        for about_now, line in reasons(store, digest, found, [one for one in SUBJECTS if not about or one in about]):
            if about_now != subject:
                click.echo(f"{about_now}:")
                subject = about_now
            click.echo(f"  {line}")


@documents.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
def verify(folder: Path) -> None:
    """Check that the index is whole and that every kept byte is still what was filed."""
    from warifu.documents.store import open_store

    _workspace(folder)
    with open_store(folder) as store:
        faults = store.verify()
        for fault in faults:
            click.echo(fault, err=True)
        if faults:
            sys.exit(1)
        click.echo(f"{len(store)} captures, all as they were filed")


def _workspace(folder: Path) -> None:
    if not (folder / "programme.yaml").exists():
        raise NoWorkspaceError(folder.resolve())


def _records(folder: Path) -> tuple[DocumentRecord, ...]:
    from warifu.documents.records import records

    _workspace(folder)
    return records(folder)


def _line(record: DocumentRecord) -> str:
    name = record.title or record.source.rpartition("/")[2] or record.source
    marks = [flag.name for flag in record.flags]
    if record.copy not in ("alone", "original"):
        marks.append(f"{record.copy} of {record.group[:SHOWN]}" if record.group != record.digest else record.copy)
    marks = list(dict.fromkeys(marks))
    who = record.publisher or "unknown"
    known = f"{record.published or 'undated':10}  {record.language or '?':3} {who[:32]:32}  {name[:60]}"
    return f"{record.digest[:SHOWN]}  {known}" + (f"  [{', '.join(marks)}]" if marks else "")


@contextmanager
def _progress() -> Iterator[Callable[[AddReport], None] | None]:
    """A line that counts while a person looks on; nothing where the output goes to a file."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking …")

        def told(report: AddReport) -> None:
            bar.update(
                task,
                description=f"{len(report.added)} added, {report.known} already there, {report.dropped} dropped",
            )

        yield told
