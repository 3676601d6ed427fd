"""Commands that publish: export the tables, make a release, list releases, rebuild one."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from warifu.cli.workspace import FOLDER, OUT, Bars, make

if TYPE_CHECKING:
    from warifu.release.record import Release


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="One format; may be repeated; needs --to.")
@click.option("--to", "out", type=FOLDER, help="Where to write; FOLDER/build/exports without.")
@click.option("--list", "listing", is_flag=True, help="List the formats and end.")
def export(folder: Path, formats: tuple[str, ...], out: Path | None, listing: bool) -> None:
    """Write the tables in the forms that other tools read.

    Builds first. The same tables give the same bytes; SHA256SUMS beside the files says which.
    """
    from warifu import exports
    from warifu.tables.files import Tables

    if listing:
        for name, one in exports.FORMATS.items():
            click.echo(f"{name:14} {one.title}: for {one.for_whom}{' (only when asked for)' if one.asked else ''}")
        return
    if formats and out is None:
        raise click.UsageError("with --format, name a folder with --to: build/exports always holds every format")
    build = make(folder, rooms=())
    where = out or build / "exports"
    with Bars() as bars:
        made = exports.build(Tables(build), where, bars.told, formats)
    for path in made:
        click.echo(str(where / path))


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--signed-by", metavar="NAME", help="Who answers for it; without, whoever signed it off on the desk.")
@click.option("--words", default="", help="What they say when signing.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the release; today without.")
@click.option("--no-commit", is_flag=True, help="Leave the record for you to commit.")
def release(folder: Path, signed_by: str | None, words: str, day: datetime | None, no_commit: bool) -> None:
    """Freeze a numbered, dated release that can be cited and rebuilt byte for byte.

    Everything kept must be committed. Refused while a severe problem stands, while proposals wait to be judged, when
    nothing has changed, or when a deal of an earlier release is gone without a word of where to. The record is written
    to FOLDER/releases and committed.
    """
    from warifu import ledger
    from warifu.errors import HistoryError, NotReadyError
    from warifu.exports import freeze
    from warifu.exports.book import Book
    from warifu.release import history, record
    from warifu.tables.files import Tables

    loose = history.uncommitted(folder)
    if loose:
        shown = ", ".join(loose[:3]) + (f" and {len(loose) - 3} more" if len(loose) > 3 else "")
        raise HistoryError(f"not committed: {shown}", "Commit what is kept, then release")
    _check_that_git_holds_all(folder)
    signature = (signed_by, words) if signed_by else _signed_off(folder)
    if signature is None:
        raise NotReadyError(["nobody has signed off just this: sign on the desk (warifu desk), or give --signed-by"])
    book = Book(Tables(make(folder, rooms=())))
    made = freeze.freeze(
        book,
        folder,
        on=date.today() if day is None else day.date(),
        signed_by=signature[0],
        words=signature[1],
        unjudged=len(ledger.unjudged(ledger.read(folder))),
    )
    try:
        build = make(folder)  # the tables anew, and all that follows, for the published files name the release
        record.write_digests(folder, made.number, freeze.published(build))
        if not no_commit:
            history.commit(folder, [f"{record.FOLDER}/{made.number}"], f"Release {made.number} of {made.programme}")
    except BaseException:
        shutil.rmtree(record.place(folder, made.number))
        raise
    OUT.print(
        f"Release {made.number} of {made.programme}, {made.on}, signed by {made.signed_by}: {made.deals} deals, "
        f"{made.statements:,} statements, {len(record.changes_of(folder, made.number))} changes."
    )
    OUT.print(f"Publish {build.absolute()}; rebuild it at any time: warifu rebuild {made.number} {folder}")


def _check_that_git_holds_all(folder: Path) -> None:
    """What git holds must give the digest of what is kept: an ignored file would be missing from every rebuild."""
    from warifu import ledger
    from warifu.errors import HistoryError
    from warifu.release import history

    with tempfile.TemporaryDirectory(prefix="warifu-") as place:
        there = Path(place) / "kept"
        history.files_at(folder, history.head(folder), there)
        if ledger.digest(there) == ledger.digest(folder):
            return
        held = {path.relative_to(there) for path in there.rglob("*") if path.is_file()}
        here = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
        missing = sorted(str(path) for path in here - held if not ledger.aside(path))
    shown = ", ".join(missing[:3]) or "a file whose line ends git changes"
    raise HistoryError(f"git does not hold what is kept: {shown}", "Take it out of .gitignore, or out of the workspace")


def _signed_off(folder: Path) -> tuple[str, str] | None:
    """Who signed off on the desk exactly what would be released, and in which words."""
    from warifu.desk import signing
    from warifu.desk.book import Book

    desk = Book(folder)
    shown = signing.preview(desk)
    signed = [one for one, value in signing.signed(desk.standing()) if value.digest == shown.digest]
    return (signed[-1].analyst, signed[-1].reason) if signed else None


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--changes", "number", type=int, metavar="NUMBER", help="What changed in this release, line by line.")
def releases(folder: Path, number: int | None) -> None:
    """List the releases of a workspace, or what changed in one."""
    from warifu.release import record
    from warifu.release.changes import KINDS

    if number is not None:
        record.read(folder, number)
        for one in record.changes_of(folder, number):
            moved = " → ".join(part for part in (one.before, one.after) if part)
            why = f" ({one.why})" if one.why else ""
            told = f" [{', '.join(one.sources)}]" if one.sources else ""
            click.echo(f"{KINDS[one.kind]}: {one.deal} {one.title}: {moved}{why}{told}")
        return
    found = record.read_all(folder)
    for item in found:
        click.echo(_line(folder, item))
    if not found:
        click.echo(f"No release was made yet: warifu release {folder}")


def _line(folder: Path, item: Release) -> str:
    from warifu.release import record

    changed = len(record.changes_of(folder, item.number))
    return (
        f"{item.number:>4}  {item.on}  as known on {item.as_of}  {item.deals:>6} deals  {changed:>5} changes  "
        f"signed by {item.signed_by}  warifu {item.warifu}"
    )


@click.command()
@click.argument("number", type=int)
@click.argument("folder", type=FOLDER, default=".")
@click.option("--into", type=FOLDER, help="Where to put it; FOLDER/build/releases/NUMBER without.")
def rebuild(number: int, folder: Path, into: Path | None) -> None:
    """Rebuild a past release from git, and check every byte.

    The kept files are taken as they were in the commit that made the release; the workspace itself is not touched.
    """
    from warifu.errors import HistoryError, NotTheSameError
    from warifu.exports import freeze
    from warifu.ledger import BUILD
    from warifu.release import history, record

    made = record.read(folder, number)
    where = into or folder / BUILD / "releases" / str(number)
    if where.exists() and any(where.iterdir()):
        raise HistoryError(f"{where} is not empty", "Name another folder with --into, or delete it")
    commit = history.came_with(folder, f"{record.FOLDER}/{number}/{record.RECORD}")
    with tempfile.TemporaryDirectory(prefix="warifu-") as place:
        there = Path(place) / folder.absolute().name
        history.files_at(folder, commit, there)
        build = make(there)
        wrong = freeze.differing(record.digests_of(folder, number), freeze.published(build))
        if wrong:
            same = made.code == freeze.code_digest()
            cause = (
                "The program is the same, so the machine or a library differs: report it with both versions."
                if same
                else f"It was made by warifu {made.warifu} (code {made.code[:12]}), this is another: install that one."
            )
            raise NotTheSameError(number, wrong, cause)
        for name in freeze.PUBLISHED:
            if (build / name).exists():
                where.mkdir(parents=True, exist_ok=True)
                shutil.move(build / name, where / name)
    count = len(record.digests_of(folder, number))
    OUT.print(f"Release {number} of {made.programme}, {made.on}: {count:,} files, each the same byte for byte.")
    OUT.print(f"It is in {where.absolute()}")
