"""The commands of the review desk: `desk`, `log`, `diff`."""

from __future__ import annotations

import getpass
import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from warifu.errors import BrokenLogError, DecisionError

if TYPE_CHECKING:
    from warifu.ledger import Ledger

FOLDER = click.Path(path_type=Path, file_okay=False)
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--as", "analyst", metavar="NAME", help="Your name, which names your log (mori). Default: your login.")
@click.option("--port", type=click.IntRange(0, 65535), default=8712, show_default=True, help="0 takes a free one.")
@click.option("--address", default="127.0.0.1", show_default=True, help="What to listen on; others only with --users.")
@click.option("--users", type=click.Path(path_type=Path, dir_okay=False), help="For a team: the file of its users.")
@click.option("--host", "hosts", multiple=True, metavar="NAME", help="A name under which browsers reach it.")
@click.option("--https", "secure", is_flag=True, help="Browsers reach it by HTTPS, through your own proxy.")
@click.option("--add-user", metavar="NAME", help="Add a person to --users, or give them a new password, then stop.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    type=click.Choice(["reader", "coder", "adjudicator", "publisher"]),
    help="What that person may do; give it several times.",
)
@click.option("--browser/--no-browser", default=True, help="Open the link in your browser.")
def desk(
    folder: Path,
    analyst: str | None,
    port: int,
    address: str,
    users: Path | None,
    hosts: tuple[str, ...],
    secure: bool,
    add_user: str | None,
    roles: tuple[str, ...],
    browser: bool,
) -> None:
    """Judge what machines read: the review desk of the workspace FOLDER, in your browser.

    It listens on this machine only and prints a link that works once. For a team, keep a file of users outside of
    the workspace's history, add people to it, and serve it under your own proxy:

    \b
      warifu desk my-tracker
      warifu desk --users team.json --add-user mori --role coder
      warifu desk my-tracker --users team.json --host desk.example.org --https
    """
    from warifu.decisions.roles import Role
    from warifu.desk.people import Users
    from warifu.desk.serve import serve

    if add_user is not None:
        if users is None:
            raise click.UsageError("--add-user needs --users FILE: the file that the team is kept in")
        password = click.prompt(f"Password of {add_user}", hide_input=True, confirmation_prompt=True)
        Users(users).add(add_user, password, tuple(Role(role) for role in roles))
        click.echo(f"{users}: {add_user} is there now ({', '.join(roles)}).")
        return
    if users is None and address not in LOOPBACK:
        raise click.UsageError(f"without users it listens on this machine only, not on {address}: add --users FILE")
    if users is not None and not users.exists():
        raise click.UsageError(
            f"{users}: no such file. Add somebody first: warifu desk --users {users} --add-user mori"
        )

    def told(link: str) -> None:
        click.echo(f"The desk is at {link}")
        click.echo("The link works once. Stop with Ctrl+C." if users is None else "Stop with Ctrl+C.")
        if browser and users is None and sys.stdout.isatty():
            click.launch(link)

    serve(
        folder,
        analyst=analyst or _login(),
        address=address,
        port=port,
        users=users,
        hosts=hosts,
        secure=secure,
        told=told,
    )


def _login() -> str:
    """The login name as a log's name."""
    name = re.sub(r"[^a-z0-9-]+", "-", getpass.getuser().lower()).strip("-")
    return name or "analyst"


@click.group()
def log() -> None:
    """The decision logs: who decided what, and whether every line is as it was written."""


@log.command()
@click.argument("folder", type=FOLDER, default=".")
@click.option("--mend", is_flag=True, help="Cut off a last line that a killed run left half-written.")
def verify(folder: Path, mend: bool) -> None:
    """Check every log from its first line to its last.

    Each line carries the digest of the line before, so a line that was altered, removed or put in is found. Exit code
    5 where a log is broken; the message names the file and the line.
    """
    from warifu.decisions import log as logs

    folder = folder / "decisions"
    faults = 0
    for path in sorted(folder.glob("*.jsonl")):
        cut = logs.mend(path) if mend else 0
        try:
            found = logs.read(path)
        except BrokenLogError as fault:
            faults += 1
            click.echo(str(fault), err=True)
            continue
        note = f", {cut} bytes of a half-written line cut off" if cut else ""
        last = f", last {found[-1].at}" if found else ""
        click.echo(f"{path.name}: {len(found)} decisions{last}, head {logs.head(path)[:16]}{note}")
    if faults:
        sys.exit(5)
    click.echo("Every line follows from the one before it.")


@log.command("show")
@click.argument("folder", type=FOLDER, default=".")
@click.option("--about", default="", help="Only decisions about this deal, proposal or statement.")
@click.option("--analyst", default="", help="Only this person's.")
def show(folder: Path, about: str, analyst: str) -> None:
    """Print decisions, oldest first; what was taken back is marked."""
    from warifu.decisions import log as logs
    from warifu.decisions.standing import standing

    found = logs.read_all(folder / "decisions")
    stands = {id(item) for item in standing(found)}
    for item in found:
        if (not about or item.about == about) and (not analyst or item.analyst == analyst):
            mark = " " if id(item) in stands else "-"
            role = f" as {item.role}" if item.role else ""
            click.echo(f"{mark} {item.at}  {item.analyst}{role}  {item.action}  {item.about}  {item.reason}".rstrip())


@log.command()
@click.argument("folder", type=FOLDER, default=".")
def agreement(folder: Path) -> None:
    """Print how far coders agree who did not see each other: Krippendorff's alpha, field by field."""
    from warifu import ledger
    from warifu.decisions import blind, movement
    from warifu.decisions.judgement import judgements
    from warifu.decisions.standing import standing

    kept = ledger.read(folder)
    found = blind.per_field([one for one, _ in kept.proposals], judgements(kept.decisions))
    for one in found:
        result = one.agreement
        alpha = "cannot tell" if result.alpha is None else f"{result.alpha:.2f}"
        span = "" if result.low is None or result.high is None else f" (95 %: {result.low:.2f} to {result.high:.2f})"
        click.echo(f"{one.field}: {alpha}{span}, n = {result.n}, {len(one.disputed)} differ")
        for warning in result.warnings:
            click.echo(f"  {warning}")
    rows = movement.rows(standing(kept.decisions), [item.row for item in kept.lists.movement])
    talks = movement.agree(sorted({row.talk for row in rows}), rows)
    if talks is not None and talks.alpha is not None:
        span = "" if talks.low is None or talks.high is None else f" (95 %: {talks.low:.2f} to {talks.high:.2f})"
        click.echo(f"movement of the talks: {talks.alpha:.2f}{span}, n = {talks.n}, {len(talks.disputed)} differ")
    if not found and talks is None:
        click.echo("No proposal was judged by two coders, and no meeting coded by two.")


@click.command()
@click.argument("before")
@click.argument("after")
@click.argument("folder", type=FOLDER, default=".")
def diff(before: str, after: str, folder: Path) -> None:
    """What differs between two days, two releases, or two workspaces.

    BEFORE and AFTER are days (2018-12-31), which show FOLDER as it was known then; numbers of releases of FOLDER; or
    folders of workspaces, such as two checkouts of one history.

    \b
      warifu diff 2017-12-31 2018-12-31 examples/eight-point-plan
      warifu diff 3 4 my-tracker
      warifu diff last-month/ today/
    """
    from warifu.decisions.history import differences

    found = differences(_state(before, folder).deals, _state(after, folder).deals)
    for one in found:
        if one.field:
            click.echo(f"{one.deal}: {one.field}: {one.before or 'not known'} → {one.after or 'not known'}")
        else:
            click.echo(f"{one.deal}: {one.what} deal “{one.title}” ({one.after or one.before})")
    click.echo(f"{len(found)} differences in {len({one.deal for one in found})} deals between {before} and {after}.")


def _state(name: str, folder: Path) -> Ledger:
    """The ledger that an argument stands for."""
    from warifu import ledger

    if name.isascii() and name.isdecimal() and len(name) < 4:
        return _release(int(name), folder)
    try:
        day = date.fromisoformat(name)
    except ValueError:
        if not Path(name).is_dir():
            remedy = "give a day (2018-12-31), the number of a release, or the folder of a workspace"
            raise DecisionError(f"{name!r} is none that can be compared: {remedy}") from None
        return ledger.open_ledger(Path(name))
    return ledger.open_ledger(folder, day)


def _release(number: int, folder: Path) -> Ledger:
    """The ledger of a release, from the files that git holds of it."""
    import tempfile

    from warifu import ledger
    from warifu.release import history, record

    commit = history.came_with(folder, f"{record.FOLDER}/{number}/{record.RECORD}")
    with tempfile.TemporaryDirectory(prefix="warifu-") as place:
        there = Path(place) / folder.absolute().name
        history.files_at(folder, commit, there)
        return ledger.open_ledger(there)
