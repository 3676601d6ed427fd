"""Every fault in the *running* of warifu. Faults in the *evidence* are problems, and live in `terms.problem`.

    WarifuError
    ├── WorkspaceError          the folder is not one warifu can open
    │   ├── NoWorkspaceError        there is no programme.yaml
    │   └── WorkspaceExistsError    `warifu new` would write over something
    ├── BadInputError           kept files cannot be read as they stand; carries every problem found
    ├── MoneyError              an amount that cannot be one
    │   └── CurrencyMismatchError   two currencies were added
    ├── DateError               words that are no date
    ├── DecisionError           the log refused a decision
    │   ├── StaleWriteError         somebody else wrote first
    │   └── BrokenLogError          a line of the log is half-written or was altered
    ├── MeasureError            a measure was given what it cannot compute from
    │   ├── ChoicesError            choices that cannot all be run
    │   ├── MoversError             a change that cannot be split among its movers
    │   └── UnstatedPriorError      a what-if prior is missing, or has no written reason
    ├── DocumentError           a document could not be taken in, read or found
    │   ├── UnreadableError         the bytes are no document that a reader reads
    │   ├── BrokenIndexError        a line of the document index was altered
    │   ├── NoDocumentError         no document has that digest
    │   ├── AlteredDocumentError    kept bytes no longer give their digest
    │   ├── StoreBusyError          another run is adding documents
    │   ├── FetchError              an address was not fetched
    │   │   └── RefusedAddressError     it leads into a private network
    │   ├── TooMuchError            larger than the limits allow
    │   ├── HostileXmlError         a file declares entities, or an element never ends
    │   └── AnchorError             a quote is not in the text, or more than once
    ├── TableError              the built tables cannot be used
    │   ├── NoTablesError           nothing was built here yet
    │   └── TableContractError      they were built under another contract
    ├── MissingExtraError       something needs an extra that is not installed
    ├── UnknownFormatError      an export was asked for in a form that warifu does not write
    ├── ReleaseError            a release was not made, or not rebuilt
    │   ├── NotReadyError           something stands against it; each thing is named
    │   ├── NoReleaseError          there is no release of that number
    │   ├── HistoryError            the version control of the workspace does not hold what is needed
    │   └── NotTheSameError         the rebuilt bytes are not those that were published
    └── UnknownFigureError      `why` was asked about a figure the ledger does not have

Exit codes of the command line are in `cli.EXIT_CODES`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class WarifuError(Exception):
    """Something warifu was asked to do could not be done; the message says what to do next."""


class WorkspaceError(WarifuError):
    """The folder is not one that warifu can open."""


class NoWorkspaceError(WorkspaceError):
    """Go to a workspace, name one, or make one with `warifu new`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: no programme.yaml here, so this is not a workspace. "
            "Name a workspace folder, or make one: warifu new my-tracker"
        )
        self.folder = folder


class WorkspaceExistsError(WorkspaceError):
    """Choose another name: nothing was written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: already there and not empty, so nothing was written. Choose another name.")
        self.folder = folder


class BadInputError(WarifuError):
    """Mend the files named in the problems, then build again; nothing derived was changed."""

    def __init__(self, problems: Sequence[object]) -> None:
        count = len(problems)
        super().__init__(f"{count} {'problem stops' if count == 1 else 'problems stop'} the build; nothing was changed")
        self.problems = tuple(problems)


class MoneyError(WarifuError):
    """The words or the number are no amount of money."""


class CurrencyMismatchError(MoneyError):
    """Convert one of the two first (`measures.rates`); they were not added."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"{left} and {right} cannot be added: convert one of them first")
        self.left = left
        self.right = right


class DateError(WarifuError):
    """The words are no EDTF date that warifu reads."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"{text!r} is not a date: {why}. Write 2016, 2016-12, 2016-12-16, or 2016-12/2017-03")
        self.text = text
        self.why = why


class DecisionError(WarifuError):
    """The decision log refused; nothing was written."""


class StaleWriteError(DecisionError):
    """Someone else wrote to the log first: reload and decide again."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(
            f"the log ends at {found[:12]}, not at {expected[:12]}: somebody wrote first. Reload and decide again."
        )
        self.expected = expected
        self.found = found


class BrokenLogError(DecisionError):
    """A line of a decision log cannot be trusted; the lines before it can."""

    def __init__(self, path: Path, line: int, why: str, remedy: str) -> None:
        super().__init__(f"{path}:{line}: {why}. {remedy}")
        self.path = path
        self.line = line


class UnknownFigureError(WarifuError):
    """Ask for a figure that is there; the message lists the nearest names."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        hint = f" Did you mean {', '.join(near)}?" if near else " `warifu why` alone lists all figures."
        super().__init__(f"there is no figure {name!r}.{hint}")
        self.name = name


class TableError(WarifuError):
    """The built tables cannot be used: build again."""


class NoTablesError(TableError):
    """Build the workspace first."""

    def __init__(self, build: Path) -> None:
        super().__init__(f"{build}: no tables here yet. Build them: warifu build {build.parent}")
        self.build = build


class TableContractError(TableError):
    """The tables were written under another contract than this program reads: build again with this warifu."""

    def __init__(self, table: str, why: str) -> None:
        super().__init__(f"table {table}: {why}. Build again: warifu build")
        self.table = table


class MeasureError(WarifuError):
    """Change the named input; no figure was made, for it would have meant nothing."""

    def __init__(self, measure: str, why: str, remedy: str) -> None:
        super().__init__(f"{measure}: {why}. {remedy}")
        self.measure = measure


class UnstatedPriorError(MeasureError):
    """Give each prior a range and the reason for it, in words; the what-if table was not made."""

    def __init__(self, prior: str, why: str) -> None:
        super().__init__("what-if", f"prior {prior!r} {why}", "Write a range and the reason for it, then run again.")
        self.prior = prior


class DocumentError(WarifuError):
    """A document could not be taken in, read or found."""


class UnreadableError(DocumentError):
    """The bytes cannot be read as a document: keep them, and read the original another way."""

    def __init__(self, kind: str, why: str) -> None:
        super().__init__(f"cannot be read as {kind}: {why}")
        self.kind = kind
        self.why = why


class BrokenIndexError(DocumentError):
    """A line of a document index cannot be trusted: restore the file from version control."""

    def __init__(self, path: Path, line: int, why: str) -> None:
        super().__init__(f"{path}:{line}: {why}. Restore the file from version control or a backup")
        self.path = path
        self.line = line


class NoDocumentError(DocumentError):
    """The workspace has no one document of that digest: list them with `warifu documents`."""

    def __init__(self, digest: str, where: Path, found: int = 0) -> None:
        super().__init__(
            f"{where} holds {found} documents whose digests begin with {digest[:16]}. Give more of the digest"
            if found
            else f"{where} holds no document {digest[:16]}. List what is there: warifu documents"
        )
        self.digest = digest


class AlteredDocumentError(DocumentError):
    """The kept bytes no longer give their digest: restore the file from a backup."""

    def __init__(self, path: Path, digest: str) -> None:
        super().__init__(f"{path}: the bytes have changed since they were filed as {digest[:16]}. Restore the file")
        self.path = path
        self.digest = digest


class StoreBusyError(DocumentError):
    """Somebody else is adding documents to this workspace: wait, then add again."""

    def __init__(self, folder: Path, seconds: float) -> None:
        super().__init__(
            f"{folder}: another run is adding documents (waited {seconds:g} s). Wait for it, then add again"
        )
        self.folder = folder


class FetchError(DocumentError):
    """An address was not fetched; the message says why and what to do."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{address}: {why}")
        self.address = address
        self.why = why


class RefusedAddressError(FetchError):
    """The address leads to a machine that pages on the web have no business with; it is never fetched."""


class TooMuchError(DocumentError):
    """A file, archive or answer is larger than the limits allow; raise the limit if you trust it."""

    def __init__(self, what: str, limit: str) -> None:
        super().__init__(f"{what}: more than {limit}")
        self.what = what
        self.limit = limit


class HostileXmlError(DocumentError):
    """The file tries what no file of its kind needs; it was not read."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name}: {what}. It was not read: ask whoever sent it for a plain file")
        self.name = name
        self.what = what


class AnchorError(DocumentError):
    """A quote is not in the text, or stands there more than once: quote more of the words around it."""

    def __init__(self, quote: str, why: str) -> None:
        shown = quote if len(quote) <= 60 else f"{quote[:57]}…"
        super().__init__(f"“{shown}”: {why}")
        self.quote = quote
        self.why = why


class ChoicesError(MeasureError):
    """Drop choices or options, or mend the default; nothing was computed."""

    def __init__(self, runs: int, most: int, wrong: Sequence[str]) -> None:
        if wrong:
            super().__init__("specification curve", f"the default of {', '.join(wrong)} is no option of it", "Mend it.")
        else:
            why = f"{runs:,} combinations are more than {most:,}"
            super().__init__("specification curve", why, "Drop a choice or an option.")
        self.runs = runs
        self.most = most
        self.wrong = tuple(wrong)


class MoversError(MeasureError):
    """Give the same movers before and after, and no more than can be split exactly."""

    def __init__(self, before: Sequence[str], after: Sequence[str], most: int) -> None:
        if list(before) == list(after):
            why = f"{len(before)} movers, and at most {most} can be split exactly"
            super().__init__("who moved", why, "Join some of them.")
        else:
            why = f"the movers differ: {', '.join(before)} before, {', '.join(after)} after"
            super().__init__("who moved", why, "Give each mover a value on both days.")
        self.before = tuple(before)
        self.after = tuple(after)


class UnknownFormatError(WarifuError):
    """Ask for one of the named formats."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"{name!r} is no format that warifu writes. Choose from: {', '.join(known)}")
        self.name = name


class ReleaseError(WarifuError):
    """The release was not made or not rebuilt; nothing was changed."""


class NotReadyError(ReleaseError):
    """Mend each thing that stands against the release, then release again."""

    def __init__(self, against: Sequence[str]) -> None:
        more = "; ".join(against[:5]) + (f"; and {len(against) - 5} more" if len(against) > 5 else "")
        super().__init__(f"nothing was released: {more}")
        self.against = tuple(against)


class NoReleaseError(ReleaseError):
    """Ask for a release that was made: list them with `warifu releases`."""

    def __init__(self, number: int, made: Sequence[int]) -> None:
        known = f"There are: {', '.join(map(str, made))}" if made else "None was made yet: warifu release"
        super().__init__(f"there is no release {number}. {known}")
        self.number = number


class HistoryError(ReleaseError):
    """The workspace must be a git repository that holds the kept files as they were released."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"{why}. {remedy}")


class NotTheSameError(ReleaseError):
    """The rebuilt files differ from those that were published; the message names the first, and the likely cause."""

    def __init__(self, number: int, differing: Sequence[str], cause: str) -> None:
        shown = ", ".join(differing[:3]) + (f" and {len(differing) - 3} more" if len(differing) > 3 else "")
        super().__init__(f"release {number} came out different: {shown}. {cause}")
        self.number = number
        self.differing = tuple(differing)


class MissingExtraError(WarifuError):
    """Install the named extra, then try again."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the extra `{extra}`, which is not installed: pip install 'warifu[{extra}]'")
        self.extra = extra
