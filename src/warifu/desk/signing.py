"""Preview, look, sign off: a release is published when nothing severe stands, all is judged, and somebody has looked.

The sign-off is a decision in its signer's log. It names the digest of what was looked at, so whoever makes the release
(`exports`) can show that it is the same, and says in it who signed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from warifu.decisions import comments
from warifu.decisions.history import Difference, differences
from warifu.decisions.log import Decision
from warifu.desk.book import Book, Draft
from warifu.desk.people import Person
from warifu.errors import DecisionError
from warifu.ledger import Ledger

ABOUT: Final = "release"
"""What a sign-off is about, followed by a colon and the digest of what was signed."""


class SignOff(msgspec.Struct, frozen=True):
    """The value of a sign-off: what was released, how many judgements it rests on, and who had looked."""

    digest: str
    as_of: str
    deals: int
    decisions: int
    looked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a release made now would hold, and what stands in its way; `changes` is what is new since the last one."""

    ledger: Ledger
    digest: str
    severe: int
    unjudged: int
    open_threads: int
    changes: tuple[Difference, ...]

    @property
    def free(self) -> bool:
        """Whether nothing stands in its way but a look."""
        return not self.severe and not self.unjudged


def preview(book: Book) -> Preview:
    """Look at what would be released."""
    walked = book.ledger_to_publish()
    threads = comments.threads(book.standing())
    last = signed(book.standing())
    before = book.ledger_to_publish(last[-1][0].at).deals if last else ()
    return Preview(
        ledger=walked,
        digest=digest_of(walked),
        severe=len(walked.severe),
        unjudged=book.unjudged(),
        open_threads=sum(1 for thread in threads if thread.open),
        changes=differences(before, walked.deals),
    )


def digest_of(walked: Ledger) -> str:
    """The digest of what a release says: all that its figures follow from. Equal ledgers have equal digests."""
    total = hashlib.sha256()
    kept = walked.kept
    for part in (walked.as_of, walked.deals, walked.problems, kept.programme, kept.lists, sorted(kept.sources.items())):
        total.update(repr(part).encode())
    return total.hexdigest()


def looks(book: Book, shown: Preview) -> list[Decision]:
    """Who has looked at exactly this."""
    return [one for one in book.about(f"{ABOUT}:{shown.digest}") if one.action == "look"]


def look(book: Book, person: Person, shown: Preview) -> None:
    """Record that a person looked at the preview."""
    book.decide(person, [Draft(f"{ABOUT}:{shown.digest}", "look", "the preview of the release")])


def sign_off(book: Book, person: Person, shown: Preview, reason: str = "") -> Decision:
    """Sign the release off.

    Raises:
        DecisionError: Severe problems or unjudged proposals stand, nobody has looked at it, or the person may not.
    """
    if shown.severe:
        raise DecisionError(f"{shown.severe} severe problems stand: mend them first. Nothing was published")
    if shown.unjudged:
        raise DecisionError(f"{shown.unjudged} proposals are not judged: judge them first. Nothing was published")
    looked = tuple(sorted({one.analyst for one in looks(book, shown)}))
    if not looked:
        raise DecisionError("nobody has looked at this preview: look at it first. Nothing was published")
    value = SignOff(
        digest=shown.digest,
        as_of=shown.ledger.as_of.isoformat(),
        deals=len(shown.ledger.deals),
        decisions=len(book.decisions()),
        looked=looked,
    )
    draft = Draft(f"{ABOUT}:{shown.digest}", "sign-off", msgspec.json.encode(value).decode(), reason)
    (decision,) = book.decide(person, [draft])
    if book.publish is not None:
        book.publish(decision)
    return decision


def signed(decisions: Sequence[Decision]) -> list[tuple[Decision, SignOff]]:
    """Every sign-off that stands, with what it says, in order of time."""
    found = []
    for item in decisions:
        if item.action == "sign-off":
            try:
                found.append((item, msgspec.json.decode(item.value, type=SignOff)))
            except (msgspec.DecodeError, msgspec.ValidationError):
                continue
    return found
