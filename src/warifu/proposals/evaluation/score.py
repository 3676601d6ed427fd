"""What a reader found, missed and invented on marked texts.

A statement is right when its instrument-or-form and its stage are the marked ones and its main parties agree: at least
half of the larger side's providers and receivers (signatories, where there are none) are the same bodies. Each marked
statement is paired with one read statement at most, the most alike first. Amounts, dates, counts and binding are
compared inside pairs and, for amounts, over the whole text as well.
"""
# ruff: noqa: E501 - tables read better on one line

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from warifu.proposals.evaluation.convert import to_gold
from warifu.proposals.evaluation.gold import Gold, GoldAmount, GoldParty, GoldStatement, GoldText
from warifu.proposals.proposal import Proposal
from warifu.proposals.reader.likeness import alike
from warifu.proposals.reader.page import Page, folded
from warifu.proposals.reader.table import default_table, keys

SAME_IN_A_TEXT: Final = 84.0
"""Likeness of two names from which they are one body *inside one text*, where few bodies are named: there
"Energy Ministry" and "Ministry of Energy" are one. Names of different texts are told apart by `reader.likeness`."""
SHARED_PARTIES: Final = 0.5

Reader = Callable[[Page], Sequence[Proposal]]


@dataclass(slots=True)
class Rate:
    """Right ones of those read, and of those marked."""

    right: int = 0
    read: int = 0
    marked: int = 0

    def add(self, right: int, read: int, marked: int) -> None:
        self.right += right
        self.read += read
        self.marked += marked

    @property
    def precision(self) -> float | None:
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        return self.right / self.marked if self.marked else None

    @property
    def f1(self) -> float | None:
        total = self.read + self.marked
        return 2 * self.right / total if total else None


@dataclass(slots=True)
class Part:
    """The scores of one language, or of all."""

    texts: int = 0
    statements: Rate = field(default_factory=Rate)
    loose: Rate = field(default_factory=Rate)
    instruments: Rate = field(default_factory=Rate)
    stages: Rate = field(default_factory=Rate)
    main_parties: Rate = field(default_factory=Rate)
    parties: Rate = field(default_factory=Rate)
    roles: Rate = field(default_factory=Rate)
    amounts: Rate = field(default_factory=Rate)
    amount_kinds: Rate = field(default_factory=Rate)
    amount_bounds: Rate = field(default_factory=Rate)
    dates: Rate = field(default_factory=Rate)
    areas: Rate = field(default_factory=Rate)
    counts: Rate = field(default_factory=Rate)
    binding: Rate = field(default_factory=Rate)
    expectations: Rate = field(default_factory=Rate)
    mandates: Rate = field(default_factory=Rate)
    talks: Rate = field(default_factory=Rate)
    quotes: Rate = field(default_factory=Rate)
    no_deal: Rate = field(default_factory=Rate)
    false_statements: int = 0


@dataclass(slots=True)
class Scores:
    """All scores: by language (BCP 47) and "all"; `confidence` holds each proposal's figure and whether it was right."""

    parts: dict[str, Part] = field(default_factory=dict)
    confidence: list[tuple[float, bool]] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def part(self, language: str) -> Part:
        return self.parts.setdefault(language, Part())

    def take(self, other: Scores) -> None:
        """Add the scores of other texts."""
        for language, theirs in other.parts.items():
            mine = self.part(language)
            for name in (one.name for one in fields(Part)):
                had, more = getattr(mine, name), getattr(theirs, name)
                if isinstance(had, Rate):
                    had.add(more.right, more.read, more.marked)
                else:
                    setattr(mine, name, had + more)
        self.confidence += other.confidence
        self.misses += other.misses


def evaluate(texts: Iterable[GoldText], reader: Reader) -> Scores:
    """Score a reader on marked texts."""
    scores = Scores()
    for text in texts:
        proposals = list(reader(text.page))
        read = to_gold(text.gold.id, text.gold.lang, proposals)
        for part in (scores.part(text.gold.lang), scores.part("all")):
            score_text(part, text, read, proposals)
        pairs = paired(text.gold.statements, read.statements)
        deals = [one for one in proposals if one.kind.value in {"deal", "bundle"}]
        right = {at for _, at, exact in pairs if exact}
        scores.confidence += [(one.confidence, at in right) for at, one in enumerate(deals)]
        scores.misses += _misses(text.gold, read, pairs)
    return scores


def score_text(part: Part, text: GoldText, read: Gold, proposals: Sequence[Proposal]) -> None:
    """Add what was read in one text to a part of the scores."""
    gold = text.gold
    part.texts += 1
    pairs = paired(gold.statements, read.statements)
    exact = [pair for pair in pairs if pair[2]]
    part.statements.add(len(exact), len(read.statements), len(gold.statements))
    part.loose.add(len(pairs), len(read.statements), len(gold.statements))
    if not gold.statements:
        part.no_deal.add(0 if read.statements else 1, 1, 1)
        part.false_statements += len(read.statements)
    _score_amounts(part, gold, read)
    for mine, theirs, _ in pairs:
        _score_pair(part, gold.statements[mine], read.statements[theirs])
    part.expectations.add(_alike(len(gold.expectations), len(read.expectations), lambda at, to: gold.expectations[at].side in {None, read.expectations[to].side} and _same_target(gold.expectations[at].target_value, read.expectations[to].target_value)), len(read.expectations), len(gold.expectations))  # fmt: skip
    part.mandates.add(_alike(len(gold.mandates), len(read.mandates), lambda at, to: _same_mandate(gold, read, at, to)), len(read.mandates), len(gold.mandates))  # fmt: skip
    part.talks.add(_alike(len(gold.linked_talks), len(read.linked_talks), lambda at, to: gold.linked_talks[at].movement == read.linked_talks[to].movement and _same_issue(gold.linked_talks[at].issue, read.linked_talks[to].issue)), len(read.linked_talks), len(gold.linked_talks))  # fmt: skip
    quotes = [quote for one in proposals for quote in one.quotes()]
    good = sum(1 for start, end, quote in quotes if quote and text.body[start:end] == quote)
    part.quotes.add(good, len(quotes), len(quotes))


def _score_amounts(part: Part, gold: Gold, read: Gold) -> None:
    marked = {money(one) for statement in gold.statements for one in statement.amounts}
    found = {money(one) for statement in read.statements for one in statement.amounts}
    part.amounts.add(len(marked & found), len(found), len(marked))
    kinds = {(*money(one), one.kind) for statement in gold.statements for one in statement.amounts}
    bounds = {(*money(one), one.bound) for statement in gold.statements for one in statement.amounts if one.bound}
    both = marked & found
    mine = {(*money(one), one.kind) for statement in read.statements for one in statement.amounts if money(one) in both}
    edges = {
        (*money(one), one.bound) for statement in read.statements for one in statement.amounts if money(one) in both
    }
    part.amount_kinds.add(
        sum(1 for pair in both if any((*pair, kind[2]) in mine for kind in kinds if kind[:2] == pair)),
        len(both),
        len(both),
    )
    bounded = {pair for pair in both if any(edge[:2] == pair for edge in bounds)}
    part.amount_bounds.add(
        sum(1 for pair in bounded if any((*pair, edge[2]) in edges for edge in bounds if edge[:2] == pair)),
        len(bounded),
        len(bounded),
    )


def _score_pair(part: Part, gold: GoldStatement, read: GoldStatement) -> None:
    matched = _matched_parties(gold.parties, read.parties)
    part.instruments.add(int(gold.instrument == read.instrument), 1, 1)
    part.stages.add(int(gold.stage == read.stage), 1, 1)
    part.main_parties.add(int(same_parties(gold.parties, read.parties)), 1, 1)
    part.parties.add(len(matched), len(read.parties), len(gold.parties))
    part.roles.add(
        sum(1 for at, to in matched if gold.parties[at].role == read.parties[to].role), len(matched), len(matched)
    )
    part.dates.add(
        int(gold.date is not None and gold.date == read.date), int(read.date is not None), int(gold.date is not None)
    )
    part.counts.add(
        int(gold.count is not None and gold.count == read.count),
        int(read.count is not None),
        int(gold.count is not None),
    )
    if gold.area is not None:
        part.areas.add(int(gold.area == read.area), 1, 1)
    if gold.binding is not None:
        part.binding.add(int(gold.binding == read.binding), 1, 1)


# -- pairs ------------------------------------------------------------------------------------------------------------


def paired(gold: Sequence[GoldStatement], read: Sequence[GoldStatement]) -> list[tuple[int, int, bool]]:
    """Marked and read statements that are about one thing, the most alike first; the flag says that they agree."""
    candidates = []
    for mine, one in enumerate(gold):
        for theirs, other in enumerate(read):
            exact = agrees(one, other)
            likeness = _likeness(one, other)
            if exact or likeness >= 1.2:
                candidates.append((not exact, -likeness, mine, theirs))
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    pairs = []
    for loose, _, mine, theirs in sorted(candidates):
        if mine not in taken_gold and theirs not in taken_read:
            taken_gold.add(mine)
            taken_read.add(theirs)
            pairs.append((mine, theirs, not loose))
    return sorted(pairs)


def agrees(gold: GoldStatement, read: GoldStatement) -> bool:
    """Whether a read statement is the marked one: instrument-or-form, stage and main parties."""
    return gold.instrument == read.instrument and gold.stage == read.stage and same_parties(gold.parties, read.parties)


def _likeness(gold: GoldStatement, read: GoldStatement) -> float:
    shared = {money(one) for one in gold.amounts} & {money(one) for one in read.amounts}
    return (
        (1.0 if shared else 0.0) + _party_share(gold.parties, read.parties) + 0.3 * (gold.instrument == read.instrument)
        + 0.2 * (gold.stage == read.stage) + 0.3 * (gold.area is not None and gold.area == read.area) + 0.1 * (gold.count == read.count)
    )  # fmt: skip


def main_parties(parties: Sequence[GoldParty]) -> list[GoldParty]:
    """Providers and receivers, or those who sign where there are none."""
    chief = [one for one in parties if one.role in {"provider", "receiver"}]
    return chief or [one for one in parties if one.role == "signatory"] or list(parties)


def same_parties(gold: Sequence[GoldParty], read: Sequence[GoldParty]) -> bool:
    chief = main_parties(gold)
    if not chief:
        return True
    matched = len(_matched_parties(chief, read))
    others = len(main_parties(read))
    return matched >= SHARED_PARTIES * len(chief) and matched >= SHARED_PARTIES * min(others, len(chief) + 1)


def _party_share(gold: Sequence[GoldParty], read: Sequence[GoldParty]) -> float:
    if not gold or not read:
        return 0.0
    return len(_matched_parties(gold, read)) / max(len(gold), len(read))


def _matched_parties(gold: Sequence[GoldParty], read: Sequence[GoldParty]) -> list[tuple[int, int]]:
    pairs = []
    taken: set[int] = set()
    for at, one in enumerate(gold):
        for to, other in enumerate(read):
            if to not in taken and same_body(one.name, other.name):
                taken.add(to)
                pairs.append((at, to))
                break
    return pairs


@lru_cache(maxsize=50_000)
def same_body(one: str, other: str) -> bool:
    """Whether two names are one body: alike in words, one in the table, or both a state and its government."""
    if one == other:
        return True
    left, right = _resolved(one), _resolved(other)
    if left is not None and left == right:
        return True
    if left is not None and right is not None:
        return False
    if alike(one, other):
        return True
    mine, theirs = " ".join(keys(one)), " ".join(keys(other))
    return min(len(mine), len(theirs)) >= 4 and fuzz.token_set_ratio(mine, theirs) >= SAME_IN_A_TEXT


@lru_cache(maxsize=50_000)
def _resolved(name: str) -> str | None:
    """The id of a name in the table; a state and its government are the country's code."""
    plain = folded(name).strip()
    hits = default_table().find(plain)
    for start, end, known in hits:
        if known.sort == "body" and (end - start) >= 0.75 * len(plain):
            return known.id
    for start, end, known in hits:
        rest = (plain[:start] + plain[end:]).strip(" .,'").lower()
        if known.sort in {"country", "capital"} and _GOVERNMENT.fullmatch(rest):
            return known.country
        if known.sort == "adjective" and rest and _GOVERNMENT.fullmatch(rest):
            return known.country
    return None


_GOVERNMENT: Final = re.compile(
    r"(?:the |)(?:government(?: of(?: the)?)?|republic of|state|kingdom of|federation|правительств\w*|сторон\w*|政府|側|政府側|共和国|国|정부|regierung|bundes\w*|gobierno(?: de)?|gouvernement(?: d\w*)?|etat|l'etat|s government|republic|республик\w*|)?", re.I
)  # fmt: skip


def money(one: GoldAmount) -> tuple[str, str]:
    """An amount as a plain number with its currency, so that equal ones are equal."""
    try:
        return f"{Decimal(one.value).normalize():f}", one.currency
    except InvalidOperation:
        return one.value, one.currency


def _alike(marked: int, read: int, same: Callable[[int, int], bool]) -> int:
    taken: set[int] = set()
    for at in range(marked):
        for to in range(read):
            if to not in taken and same(at, to):
                taken.add(to)
                break
    return len(taken)


def _same_target(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other


def _same_mandate(gold: Gold, read: Gold, at: int, to: int) -> bool:
    mine, theirs = gold.mandates[at], read.mandates[to]
    if mine.person and theirs.person:
        return same_body(mine.person, theirs.person) or mine.person.split()[-1].lower() in theirs.person.lower()
    if mine.body and theirs.body:
        return same_body(mine.body, theirs.body)
    if mine.office and theirs.office:
        return fuzz.token_set_ratio(" ".join(keys(mine.office)), " ".join(keys(theirs.office))) >= 70
    return False


def _same_issue(one: str, other: str) -> bool:
    mine, theirs = one.lower(), other.lower()
    for group in _ISSUES:
        if any(word in mine for word in group) and any(word in theirs for word in group):
            return True
    return fuzz.token_set_ratio(mine, theirs) >= 70


_ISSUES: Final = (("island", "territor", "kuril", "sovereign", "ownership"), ("peace treaty",), ("joint economic",), ("nuclear",), ("inter-korean",), ("defence", "security"), ("taiwan",), ("border",))  # fmt: skip


def _misses(gold: Gold, read: Gold, pairs: Sequence[tuple[int, int, bool]]) -> list[str]:
    exact = [pair for pair in pairs if pair[2]]
    found = {mine for mine, _, _ in exact}
    used = {theirs for _, theirs, _ in exact}
    lines = []
    for at, one in enumerate(gold.statements):
        if at not in found:
            near = next((read.statements[theirs] for mine, theirs, _ in pairs if mine == at), None)
            lines.append(f"{gold.id} missed: {_short(one)}" + (f"   read as: {_short(near)}" if near else ""))
    loosely = {theirs for _, theirs, _ in pairs}
    for at, one in enumerate(read.statements):
        if at not in used and at not in loosely:
            lines.append(f"{gold.id} invented: {_short(one)}")
    return lines


def _short(one: GoldStatement) -> str:
    parties = "; ".join(f"{party.name} ({party.role[:4]})" for party in one.parties)
    sums = ", ".join(f"{amount.value} {amount.currency} {amount.kind}" for amount in one.amounts)
    return f"{one.instrument} {one.stage} [{parties}] {sums} {one.date or ''} {one.count or ''}".strip()
