"""What the desk knows of a workspace, kept in step with its files; the only module that writes: decisions.

One lock guards it all. Whoever decides says what they were looking at (`seen`); if that has changed meanwhile, nothing
is written (STYLE, section 8). When `decide` returns, the decision is on the disk.
"""

from __future__ import annotations

import hashlib
import heapq
import re
import secrets
import threading
from bisect import insort
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from warifu import ledger
from warifu.decisions import blind, log, movement, policy, queue, rereading
from warifu.decisions.judgement import (
    NEW,
    NOT_JUDGED,
    Judgement,
    Outcome,
    added,
    deal_of,
    judgements,
    outcome,
    own_deal,
)
from warifu.decisions.log import Decision
from warifu.decisions.queue import Around, Filter, Item, asks
from warifu.decisions.roles import Act, may
from warifu.decisions.standing import standing
from warifu.desk.people import Person
from warifu.documents.store import Store, open_store
from warifu.documents.text.model import Text
from warifu.errors import BrokenLogError, DecisionError, StaleWriteError, UnreadableError, WarifuError
from warifu.ledger import Kept, Ledger
from warifu.measures.board.talks import is_meeting
from warifu.proposals import runs
from warifu.proposals.lists import MovementRow
from warifu.proposals.proposal import Proposal
from warifu.statements.judged import title_of
from warifu.terms.deal import Deal
from warifu.terms.document import DocumentRecord
from warifu.terms.evidence import Place

Clock = Callable[[], datetime]

TEXTS_KEPT: Final = 200
"""Texts held in memory, so that going on to the next proposal of a document reads nothing."""


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Draft:
    """A decision before it is signed."""

    about: str
    action: str
    value: str = ""
    reason: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A proposal as one person may see it.

    `seen` is what a decision about it must name; `hidden` says that somebody else has judged it, and no more.
    """

    item: Item
    proposal: Proposal
    outcome: Outcome
    visible: tuple[Judgement, ...]
    needed: int
    record: DocumentRecord | None
    text: Text | None
    folded: tuple[Proposal, ...]
    before: tuple[tuple[Proposal, Judgement], ...]
    seen: str

    @property
    def body(self) -> str:
        """The text; the passage alone where the document cannot be read."""
        return self.proposal.passage if self.text is None else self.text.body


class Book:
    """A workspace as the desk sees it. All methods may be called from any thread."""

    def __init__(
        self, folder: Path, clock: Clock = utc_now, publish: Callable[[Decision], object] | None = None
    ) -> None:
        self.folder = folder
        self.clock = clock
        self.publish = publish
        self.lock = threading.RLock()
        self.broken: dict[str, str] = {}
        self._texts: OrderedDict[str, Text | None] = OrderedDict()
        self._store: Store | None = None
        for path in sorted((folder / ledger.DECISIONS).glob("*.jsonl")):
            log.mend(path)
        self.load()

    # -- reading ------------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Read everything anew."""
        with self.lock:
            if self._store is not None:
                self._store.close()
            self.kept = ledger.read(self.folder)
            self._store = open_store(self.folder)
            self._stamp = self._files()
            self._decisions: dict[str, list[Decision]] = {}
            self._heads: dict[str, str] = {}
            self._log_stamps: dict[str, tuple[int, int]] = {}
            self._by_about: dict[str, list[Decision]] = defaultdict(list)
            self._standing: dict[str, list[Decision]] = {}
            self._read_logs()
            self.documents = {record.digest: record for record in self.kept.documents}
            self._ledger: Ledger | None = None
            self._ledger_of: tuple[object, ...] = ()
            self._published: dict[tuple[object, ...], Ledger] = {}
            self._deals: dict[str, Deal] = {}
            self._titles: dict[str, str] = {}
            self._title_words: dict[str, tuple[str, frozenset[str]]] = {}
            self._read_proposals()

    def _files(self) -> tuple[object, ...]:
        watched = [
            *runs.paths(self.folder),
            self.folder / policy.FILE,
            self.folder / "documents" / "index.jsonl",
        ]
        return tuple((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in watched if path.exists())

    def _read_logs(self) -> None:
        self.broken.clear()
        for path in sorted((self.folder / ledger.DECISIONS).glob("*.jsonl")):
            self._read_log(path)
        self._index_decisions()

    def _read_log(self, path: Path) -> None:
        stat = path.stat()
        self._log_stamps[path.stem] = (stat.st_size, stat.st_mtime_ns)
        try:
            self._decisions[path.stem] = log.read(path)
            self._heads[path.stem] = log.head(path)
            self.broken.pop(path.stem, None)
        except BrokenLogError as fault:
            self.broken[path.stem] = str(fault)
            self._decisions.setdefault(path.stem, [])

    def _index_decisions(self) -> None:
        self._by_about.clear()
        self._standing = {name: standing(found) for name, found in self._decisions.items()}
        for item in self.standing():
            self._by_about[_topic(item)].append(item)

    def standing(self) -> list[Decision]:
        """Every decision that stands, by the clock at recording."""
        return log.in_order(self._standing)

    def decisions(self) -> list[Decision]:
        """Every decision ever made, by the clock at recording."""
        return log.in_order(self._decisions)

    def _read_proposals(self) -> None:
        self.proposals: dict[str, Proposal] = {}
        self._places: dict[str, Place] = {}
        for path in runs.paths(self.folder):
            for line, one in enumerate(runs.read(path)[1], start=2):
                if one.id not in self.proposals:
                    self.proposals[one.id] = one
                    self._places[one.id] = Place(f"{runs.FOLDER}/{path.name}", line)
        everything = self.decisions()
        for one in added(everything):
            if one.id not in self.proposals:
                self.proposals[one.id] = one
                self._places[one.id] = Place(f"{ledger.DECISIONS}/{one.reader.rpartition(':')[2]}.jsonl", 1)
        worth = ledger.worth_of(self.kept, self.proposals.values())
        self._worth = {one.id: worth(one) for one in self.proposals.values()}
        found = judgements(everything)
        self.heads = rereading.folded(self.proposals.values(), found.keys())
        self.items = queue.items(self.proposals.values(), self.heads, self._around())
        self.by_id = {item.id: item for item in self.items}
        coding = self.kept.policy
        self.needed = {
            one.id: wanted for one in self.proposals.values() if (wanted := coding.needed(one, self._worth[one.id])) > 1
        }
        self.judged = {about: kept for about, kept in found.items() if about in self.proposals}
        self.outcomes = {about: self._outcome(about) for about in self.judged}
        self._filtered: dict[Filter, list[Item]] = {}
        self._facets: dict[str, list[tuple[str, int]]] | None = None

    def _around(self) -> Around:
        self._know(ledger.walk(self.kept, self.today()))
        return Around(lambda one: self._worth.get(one.id), self._deals, self.documents, self.today())

    def _know(self, walked: Ledger) -> None:
        self._deals = {deal.id: deal for deal in walked.deals}
        self._titles = {name: deal.case.title for name, deal in self._deals.items()}
        self.talks = tuple(row for row in walked.board.steps if is_meeting(row))

    def today(self) -> date:
        return self.clock().date()

    def _outcome(self, about: str) -> Outcome:
        return outcome(self.proposals[about], self.judged.get(about, ()), self.needed.get(about, 1))

    def refresh(self) -> None:
        """Take in what others wrote since: other logs, new runs, new documents."""
        with self.lock:
            if self._files() != self._stamp:
                self.load()
                return
            changed = False
            for path in sorted((self.folder / ledger.DECISIONS).glob("*.jsonl")):
                stat = path.stat()
                if self._log_stamps.get(path.stem) != (stat.st_size, stat.st_mtime_ns):
                    self._read_log(path)
                    changed = True
            if changed:
                self._index_decisions()
                self._read_proposals()

    # -- looking ------------------------------------------------------------------------------------------------------

    def filtered(self, wanted: Filter) -> list[Item]:
        """The questions of a filter, in the order of the queue, judged or not."""
        if wanted == Filter():
            return self.items
        with self.lock:
            if wanted not in self._filtered:
                if len(self._filtered) > 64:
                    self._filtered.clear()
                self._filtered[wanted] = [item for item in self.items if wanted.admits(item)]
            return self._filtered[wanted]

    def facets(self) -> dict[str, list[tuple[str, int]]]:
        """What the queue can be narrowed to, with counts, the most frequent first."""
        with self.lock:
            if self._facets is None:
                found: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
                for item in self.items:
                    for name in FACETS:
                        value = getattr(item, name)
                        if value:
                            found[name][value] += 1
                    found.setdefault("reason", Counter()).update(item.reasons)
                self._facets = {
                    name: sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:200]
                    for name, counts in found.items()
                }
            return self._facets

    def waiting(self, person: Person, wanted: Filter, without: Iterable[str] = ()) -> tuple[int, Iterator[Item]]:
        """How many questions wait for a person, and these in order; skipped ones (`without`) come last."""
        kept = self.filtered(wanted)
        adjudicates = may(person.roles, Act.ADJUDICATE)
        skipped = [name for name in without if name in self.by_id]
        later = set(skipped)
        not_mine = sum(
            1
            for about, came in list(self.outcomes.items())
            if about in self.by_id and wanted.admits(self.by_id[about]) and not asks(came, person.name, adjudicates)
        )

        def ordered() -> Iterator[Item]:
            for item in kept:
                if item.id not in later and asks(self.outcomes.get(item.id, NOT_JUDGED), person.name, adjudicates):
                    yield item
            for name in skipped:
                item = self.by_id[name]
                if wanted.admits(item) and asks(self.outcomes.get(name, NOT_JUDGED), person.name, adjudicates):
                    yield item

        return len(kept) - not_mine, ordered()

    def disputed(self, person: Person) -> list[Item]:
        """What waits for a third person, and this one may be it."""
        names = [
            about
            for about, came in self.outcomes.items()
            if about in self.by_id and came.state.value in ("disputed", "unsure") and asks(came, person.name, True)
        ]
        return sorted((self.by_id[name] for name in names), key=lambda item: (-item.points, item.id))

    def unjudged(self) -> int:
        """Questions that are not settled yet."""
        return len(self.items) - sum(1 for about, came in self.outcomes.items() if came.settled and about in self.by_id)

    def text(self, digest: str) -> Text | None:
        """The text of a document; None where it has none."""
        with self.lock:
            if digest in self._texts:
                self._texts.move_to_end(digest)
                return self._texts[digest]
            found = None
            assert self._store is not None
            if digest in self.documents:
                try:
                    found = self._store.text_of(digest)
                except (UnreadableError, WarifuError):
                    found = None
            self._texts[digest] = found
            if len(self._texts) > TEXTS_KEPT:
                self._texts.popitem(last=False)
            return found

    def path_of(self, digest: str) -> Path:
        """Where the bytes of a document are filed."""
        assert self._store is not None
        return self._store.path_of(digest)

    def view(self, about: str, person: Person) -> View | None:
        """A proposal as a person may see it; None where there is none of that id."""
        with self.lock:
            proposal = self.proposals.get(about)
            if proposal is None:
                return None
            item = self.by_id.get(self.heads.get(about, about))
            if item is None:
                return None
            came = self.outcomes.get(about, NOT_JUDGED)
            return View(
                item=item,
                proposal=proposal,
                outcome=came,
                visible=self.visible(about, person),
                needed=self.needed.get(about, 1),
                record=self.documents.get(proposal.document),
                text=self.text(proposal.document),
                folded=tuple(self.proposals[one] for one in item.folded if one != about),
                before=self._before(proposal, person),
                seen=self.seen(about, person),
            )

    def _before(self, proposal: Proposal, person: Person) -> tuple[tuple[Proposal, Judgement], ...]:
        """Earlier readings of the same source that were settled and do not answer for this one: source and reading
        have both changed since."""
        found = []
        for about, came in self.outcomes.items():
            other = self.proposals[about]
            if (
                came.judgement is not None
                and about != proposal.id
                and other.source == proposal.source
                and other.document != proposal.document
                and other.kind == proposal.kind
            ):
                found.append((other, came.judgement))
        return tuple(sorted(found, key=lambda pair: pair[0].id)[:5])

    def visible(self, about: str, person: Person) -> tuple[Judgement, ...]:
        came = self.outcomes.get(about, NOT_JUDGED)
        adjudicates = may(person.roles, Act.ADJUDICATE)
        return blind.may_see(came, person.name, self.needed.get(about, 1), adjudicates)

    def open_to(self, item: Decision, person: Person) -> bool:
        """Whether a person may see a decision: another coder's on what two must judge, not before then."""
        about = _topic(item)
        if about.startswith(movement.TOPIC) and item.analyst != person.name:
            return self.coded_all(person)
        if item.analyst == person.name or about not in self.proposals:
            hides = item.action in ("undo", "add") and bool(self.needed)
            return item.analyst == person.name or not hides
        came = self.outcomes.get(about, NOT_JUDGED)
        if self.needed.get(about, 1) < 2 or came.settled:
            return True
        return any(one.analyst == item.analyst for one in self.visible(about, person))

    def seen(self, about: str, person: Person) -> str:
        """The digest of what a person sees of a thing; whoever decides about it says that they were looking at this."""
        with self.lock:
            shown: object
            if about in self.proposals:
                shown = [
                    (one.analyst, one.action, msgspec.to_builtins(one.change), one.at, one.role)
                    for one in self.visible(about, person)
                ]
            else:
                shown = [(one.analyst, one.action, one.value, one.at) for one in self._by_about.get(about, ())]
            return hashlib.sha256(msgspec.json.encode([about, shown], order="deterministic")).hexdigest()

    def seen_all(self, abouts: Sequence[str], person: Person) -> str:
        """The same for several things together."""
        if len(abouts) == 1:
            return self.seen(abouts[0], person)
        return hashlib.sha256("".join(self.seen(one, person) for one in abouts).encode()).hexdigest()

    def about(self, topic: str) -> list[Decision]:
        """The decisions that stand about a deal or statement, by the clock."""
        with self.lock:
            return sorted(self._by_about.get(topic, ()), key=lambda item: (item.at, item.analyst))

    def deals(self) -> dict[str, str]:
        """Every deal a proposal may be put into, with its title."""
        return self._titles

    # -- how the talks moved ------------------------------------------------------------------------------------------

    def codes(self) -> dict[str, dict[str, Decision]]:
        """The last code of each person for each meeting."""
        with self.lock:
            return movement.codes(self.standing())

    def movement(self) -> tuple[MovementRow, ...]:
        """All codes, those on the sheet too."""
        with self.lock:
            return movement.rows(self.standing(), [item.row for item in self.kept.lists.movement])

    def coded_all(self, person: Person) -> bool:
        """Whether a person has coded every meeting: only then may others' codes be seen."""
        given = self.codes()
        return bool(self.talks) and all(person.name in given.get(row.id, {}) for row in self.talks)

    def judged_by(self, person: Person) -> int:
        """How many readings of deals this person has judged: whoever has seen the deals does not code blind."""
        with self.lock:
            return len(
                {topic for one in self._standing.get(person.name, []) if (topic := _topic(one)) in self.proposals}
            )

    def near(self, words: str, first: Iterable[str] = (), most: int = 40) -> dict[str, str]:
        """Deals that a proposal might be about, with their titles: `first`, then those whose words are nearest."""
        with self.lock:
            titles = self._titles
            found = {name: titles[name] for name in first if name in titles}
            if len(titles) <= most:
                return found | titles
            wanted = set(re.findall(r"\w{3,}", words.lower()))
            if wanted:
                scored = ((len(wanted & self._words_of(name, title)), name) for name, title in titles.items())
                best = heapq.nlargest(most, (pair for pair in scored if pair[0]), key=lambda pair: (pair[0], pair[1]))
                found |= {name: titles[name] for _, name in best}
            return found

    def _words_of(self, name: str, title: str) -> frozenset[str]:
        kept = self._title_words.get(name)
        if kept is None or kept[0] != title:
            kept = (title, frozenset(re.findall(r"\w{3,}", f"{name} {title}".lower())))
            self._title_words[name] = kept
        return kept[1]

    def deal(self, name: str) -> Deal | None:
        """A deal as it was when the ledger was last walked: near enough to judge beside it."""
        return self._deals.get(name)

    # -- deciding -----------------------------------------------------------------------------------------------------

    def decide(
        self, person: Person, drafts: Sequence[Draft], seen: str = "", batch: bool = False
    ) -> tuple[Decision, ...]:
        """Write decisions of one person, all or none, and take them in.

        Args:
            person: Who decides.
            drafts: What.
            seen: What they were looking at (`seen_all` of what the drafts are about); empty: nothing that could change.
            batch: Whether one undo takes back all of them.

        Raises:
            StaleWriteError: What they were looking at has changed; nothing was written.
            DecisionError: They may not, or the decision is none.
        """
        with self.lock:
            self.refresh()
            for draft in drafts:
                self._allow(person, draft)
            abouts = [draft.about for draft in drafts]
            path = log.path_of(self.folder / ledger.DECISIONS, person.name)
            name = f"b-{secrets.token_hex(6)}" if batch else ""
            for _ in range(5):
                now = self.seen_all(abouts, person)
                if seen and seen != now:
                    raise StaleWriteError(seen, now)
                signed = tuple(self._signed(person, draft, seen, name, place) for place, draft in enumerate(drafts))
                after = self._heads.get(person.name)
                try:
                    head = log.append_all(path, signed, after=log.head(path) if after is None else after)
                except (
                    StaleWriteError
                ):  # another program wrote to this log: look again whether that changed what was seen
                    self._heads.pop(person.name, None)
                    self.refresh()
                    continue
                stat = path.stat()
                self._heads[person.name] = head
                self._log_stamps[person.name] = (stat.st_size, stat.st_mtime_ns)
                self._take_in(person.name, signed)
                return signed
            raise DecisionError(f"the log of {person.name} is being written by somebody else: try again")

    def _signed(self, person: Person, draft: Draft, seen: str, batch: str, place: int) -> Decision:
        now = self.clock()
        own = self._decisions.get(person.name)
        if own and (last := _time(own[-1].at)) is not None and last >= now:
            now = last + timedelta(milliseconds=1)  # a clock that was set back never turns the order of one's decisions
        now += timedelta(milliseconds=place)
        return Decision(
            about=draft.about,
            action=draft.action,
            analyst=person.name,
            at=now.isoformat(timespec="milliseconds"),
            reason=draft.reason.strip(),
            value=draft.value,
            saw=seen,
            role=draft.role,
            batch=batch,
        )

    def _allow(self, person: Person, draft: Draft) -> None:
        act = ACTS.get(draft.action, Act.JUDGE)
        if draft.role == "adjudicator":
            act = Act.ADJUDICATE
            coded = any(
                one.analyst == person.name and one.role != "adjudicator" for one in self.judged.get(draft.about, ())
            )
            if coded:
                raise DecisionError("you coded this yourself: a third person decides where coders differ")
        if not may(person.roles, act):
            raise DecisionError(f"{person.name} may not {act}: ask whoever keeps the file of users")

    def undo(self, person: Person) -> Decision | None:
        """Take back the person's own last decision, or batch, that stands; None where there is nothing to take back."""
        with self.lock:
            self.refresh()
            own = self._standing.get(person.name, [])
            if not own:
                return None
            last = own[-1]
            (signed,) = self.decide(person, [Draft(last.batch or last.about, "undo", role=last.role)])
            return last if signed else None

    def last(self, person: Person) -> Decision | None:
        own = self._standing.get(person.name, [])
        return own[-1] if own else None

    def _take_in(self, name: str, signed: Sequence[Decision]) -> None:
        own = self._decisions.setdefault(name, [])
        own.extend(signed)
        kept = self._standing.setdefault(name, [])
        if any(item.action == "undo" for item in signed):
            fresh = standing(own)
            still = {id(item) for item in fresh}
            gone = [item for item in kept if id(item) not in still]
            self._standing[name] = fresh
            topics = {_topic(item) for item in gone}
            for item in gone:
                rest = self._by_about[_topic(item)]
                rest[:] = [one for one in rest if one is not item]
                if item.action == "add":
                    self._drop_added(item)
        else:
            kept.extend(signed)
            topics = {_topic(item) for item in signed}
            for item in signed:
                self._by_about[_topic(item)].append(item)
                if item.action == "add":
                    self._put_added(item)
        for topic in topics:
            if topic in self.proposals:
                found = judgements(sorted(self._by_about[topic], key=lambda item: (item.at, item.analyst))).get(topic)
                if found:
                    self.judged[topic] = found
                    self.outcomes[topic] = self._outcome(topic)
                    self._open_title(topic)
                else:
                    self.judged.pop(topic, None)
                    self.outcomes.pop(topic, None)

    def _open_title(self, about: str) -> None:
        """Let the next proposal be joined to the deal that this one opened."""
        came = self.outcomes[about]
        if came.judgement is not None and came.accepted:
            proposal, change = self.proposals[about], came.judgement.change
            name = deal_of(proposal, change)
            if name == own_deal(proposal):
                self._titles[name] = change.title or title_of(proposal)

    def _put_added(self, decision: Decision) -> None:
        for one in added([decision]):
            if one.id in self.proposals:
                continue
            self.proposals[one.id] = one
            self._places[one.id] = Place(f"{ledger.DECISIONS}/{decision.analyst}.jsonl", 1)
            self.heads[one.id] = one.id
            self._worth[one.id] = ledger.worth_of(self.kept, [one])(one)
            wanted = self.kept.policy.needed(one, self._worth[one.id])
            if wanted > 1:
                self.needed[one.id] = wanted
            around = Around(lambda each: self._worth.get(each.id), {}, self.documents, self.today())
            (item,) = queue.items([one], {one.id: one.id}, around)
            insort(self.items, item, key=lambda each: -each.points)
            self.by_id[one.id] = item
            self._filtered.clear()
            self._facets = None

    def _drop_added(self, decision: Decision) -> None:
        for one in added([decision]):
            item = self.by_id.pop(one.id, None)
            if item is not None and one.reader.startswith("person:"):
                self.items.remove(item)
                self.proposals.pop(one.id, None)
                self.heads.pop(one.id, None)
                self.judged.pop(one.id, None)
                self.outcomes.pop(one.id, None)
                self._filtered.clear()
                self._facets = None

    # -- what follows from it -----------------------------------------------------------------------------------------

    def _kept_now(self) -> Kept:
        return replace(
            self.kept,
            decisions=tuple(self.decisions()),
            proposals=tuple((self.proposals[one], self._places[one]) for one in sorted(self.judged)),
        )

    def ledger(self) -> Ledger:
        """The ledger as it is known today with every decision in it, walked anew when something changed."""
        with self.lock:
            version = (self.today(), self._stamp, *sorted(self._log_stamps.items()))
            if self._ledger is not None and version == self._ledger_of:
                return self._ledger
            kept = self._kept_now()
        walked = ledger.walk(kept, self.today())
        with self.lock:
            self._ledger, self._ledger_of = walked, version
            self._know(walked)
        return walked

    def ledger_to_publish(self, before: str = "9999") -> Ledger:
        """The ledger as known on the day until which the programme was followed, from the decisions made before."""
        with self.lock:
            kept = self._kept_now()
            version = (before, self._stamp, *sorted(self._log_stamps.items()))
            if version in self._published:
                return self._published[version]
        walked = ledger.walk(replace(kept, decisions=tuple(one for one in kept.decisions if one.at < before)))
        with self.lock:
            if len(self._published) > 3:
                self._published.clear()
            self._published[version] = walked
        return walked

    def ledger_on(self, day: date) -> Ledger:
        """The ledger as it was known on a day."""
        with self.lock:
            kept = self._kept_now()
        return ledger.walk(kept, day)

    def agreement(self) -> tuple[blind.FieldAgreement, ...]:
        """How far coders agree, field by field, over all that two of them judged."""
        with self.lock:
            kept = [self.proposals[one] for one in self.judged]
            found = dict(self.judged)
        return blind.per_field(kept, found)

    def new_title(self, about: str) -> str:
        """What to call a deal that begins with this proposal, until a person says better."""
        return title_of(self.proposals[about])

    def matched(self, proposal: Proposal) -> str:
        """The deal that a proposal was matched with, if there is such a deal; else `new`."""
        name = proposal.match.deal if proposal.match is not None else ""
        return name if name in self._titles else NEW


FACETS: Final = ("kind", "publisher", "language", "area", "programme", "pattern", "deal")

ACTS: Final[Mapping[str, Act]] = {
    "note": Act.COMMENT,
    "answer": Act.ANSWER,
    "sign-off": Act.PUBLISH,
    "undo": Act.COMMENT,
}
"""What one must be allowed to do for a decision; all others are judgements."""


def _topic(item: Decision) -> str:
    """What a decision is about: for something added, the proposal that it is."""
    if item.action == "add":
        for one in added([item]):
            return one.id
    return item.about


def _time(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
