"""Freezing: whether the tables may be released, and the record of the release that they become.

Refused while a severe problem stands, a proposal waits to be judged, nothing has changed, or an id of an earlier
release has disappeared without a word of where to. The record is written to `releases/<number>/`; the files that it
publishes are built after it, so that they can name it, and their digests are kept beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import warifu
from warifu.errors import NotReadyError
from warifu.exports.book import Book, digest_of
from warifu.release import changes, record
from warifu.release.changes import DealThen, SumThen
from warifu.release.record import Release
from warifu.release.redirects import Redirect
from warifu.tables import contract as c
from warifu.terms.problem import Severity

PUBLISHED: Final = ("tables", "exports", "site", "warifu.duckdb")
"""What a release publishes: these folders and files of the build."""


def against(book: Book, workspace: Path, unjudged: int) -> tuple[str, ...]:
    """What stands against a release, each in a sentence."""
    found = [
        f"{row.where or row.about}: {row.message} [{row.rule}]"
        for row in book.rows(c.ProblemRow)
        if row.severity == Severity.SEVERE
    ]
    if unjudged:
        many = "1 proposal waits" if unjudged == 1 else f"{unjudged:,} proposals wait"
        found.append(f"{many} to be judged: warifu desk")
    releases = record.read_all(workspace)
    if record.current(releases, book.kept) is not None:
        found.append(f"nothing has changed since release {releases[-1].number} of {releases[-1].on}")
    led = {row.old for row in book.rows(c.RedirectRow)}
    for release in releases:
        for deal in record.deals_of(workspace, release.number):
            if deal.deal not in book.deals and deal.deal not in led:
                found.append(
                    f"{deal.deal} ({deal.title}) was in release {release.number} and is gone: say where to, or why it "
                    f"was withdrawn, in reference/redirects.csv"
                )
    return tuple(dict.fromkeys(found))


def freeze(book: Book, workspace: Path, *, on: date, signed_by: str, words: str, unjudged: int) -> Release:
    """Write the record of the next release.

    Args:
        book: The tables of a build of what is kept now.
        workspace: The workspace; its `releases` folder is added to.
        on: The day of the release.
        signed_by: Who answers for it.
        words: What they said when signing.
        unjudged: Proposals that nobody has judged.

    Raises:
        NotReadyError: Something stands against it; nothing was written.
    """
    stands = against(book, workspace, unjudged)
    if stands:
        raise NotReadyError(stands)
    numbers = record.numbers(workspace)
    release = Release(
        number=numbers[-1] + 1 if numbers else 1,
        on=on,
        programme=book.programme.programme,
        as_of=book.programme.as_of,
        kept=book.kept,
        warifu=warifu.__version__,
        code=code_digest(),
        contract=c.VERSION,
        signed_by=signed_by,
        words=words,
        deals=len(book.deals),
        statements=book.count(c.StatementRow),
    )
    now = deals_then(book)
    before = record.deals_of(workspace, numbers[-1]) if numbers else ()
    led = {row.old: Redirect(row.old, row.new, row.on_text, row.by, row.why) for row in book.rows(c.RedirectRow)}
    changed = changes.compare(before, now, led) if numbers else ()
    record.write(workspace, release, now, changed, methods(book, release))
    return release


def deals_then(book: Book) -> tuple[DealThen, ...]:
    """Every deal as it stands, as a release keeps it."""
    return tuple(
        DealThen(
            deal=deal.deal,
            title=deal.title,
            stage=deal.stage,
            stage_on=deal.stage_text,
            form=deal.form,
            binding=deal.binding,
            status=deal.status,
            counted=deal.counted,
            stage_sources=_stage_sources(book.stages.get(deal.deal, ()), deal.stage),
            sums=tuple(
                SumThen(
                    sum=item.sum,
                    kind=item.kind,
                    amount=item.amount,
                    currency=item.currency,
                    bound=item.bound,
                    standing=item.standing,
                    counted=item.counted,
                    sources=item.sources,
                )
                for item in book.sums.get(deal.deal, ())
            ),
        )
        for deal in book.deals.values()
    )


def _stage_sources(stages: Sequence[c.StageRow], stage: str) -> tuple[str, ...]:
    return tuple(sorted({name for row in stages if row.stage == stage for name in row.sources}))


def methods(book: Book, release: Release) -> str:
    """The method behind every figure, as it is now."""
    parts = [f"# Methods of release {release.number}, {release.on}\n", f"warifu {release.warifu}\n"]
    parts += [f"## {row.method}\n\n{row.text}\n" for row in book.rows(c.MethodRow)]
    return "\n".join(parts)


def code_digest() -> str:
    """The digest of this program's own files, so that a rebuild can say whether it is the same program."""
    root = Path(warifu.__file__).parent
    total = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix not in (".pyc", ".pyo"):
            total.update(path.relative_to(root).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def published(build: Path) -> dict[str, str]:
    """The digest of every file that a build publishes, by its path in the build."""
    found: dict[str, str] = {}
    for name in PUBLISHED:
        top = build / name
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file():
                found[path.relative_to(build).as_posix()] = digest_of(path)
    return found


def differing(wanted: Mapping[str, str], found: Mapping[str, str]) -> tuple[str, ...]:
    """The files that are missing, too many, or not the same."""
    return tuple(sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name)))
