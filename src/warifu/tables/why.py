"""Why: walk from a figure back, room by room, to the words it rests on and the places where they stand.

Works on built tables alone, so what it says can be checked by anybody who has them.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final, TypeVar

from warifu.errors import UnknownFigureError
from warifu.measures import scorecard
from warifu.tables import contract as c
from warifu.tables.files import Tables
from warifu.terms.codelist import Answer
from warifu.terms.money import plain

FIELDS: Final[Mapping[str, frozenset[str]]] = {
    "promised": frozenset({"stage"}),
    "signed": frozenset({"stage"}),
    "binding": frozenset({"paper"}),
    "contested": frozenset({"paper"}),
    "paid": frozenset({"stage", "sum"}),
    "delivered": frozenset({"stage"}),
    "cancelled": frozenset({"stage"}),
    "stalled": frozenset({"status"}),
    "share-signed": frozenset({"stage"}),
    "share-binding": frozenset({"paper"}),
    "share-paid": frozenset({"stage", "sum"}),
    "share-delivered": frozenset({"stage"}),
}
"""Which statements of a deal put it into a figure; for other measures all of them."""

GAP_FIELDS: Final[Mapping[str, str]] = {"sum": "sum", "form": "paper", "binding": "paper", "timing": "stage"}
"""Which statements a difference between two voices rests on."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the walk: the room it stands in, what is there, where it is kept, and what it was made from."""

    room: str
    ref: str
    text: str
    where: str = ""
    steps: tuple[Step, ...] = ()


K = TypeVar("K")
V = TypeVar("V")


class Walker:
    """Walks back from figures; reads each table once."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    @cached_property
    def figures(self) -> Mapping[str, c.FigureRow]:
        return {row.figure: row for row in self._tables.rows(c.FigureRow)}

    @cached_property
    def _made_from(self) -> Mapping[str, tuple[str, ...]]:
        """What the section of a figure was made from: a figure that names nothing of its own rests on all of it."""
        return {figure: section.made_from for section in self._tables.rows(c.SectionRow) for figure in section.figures}

    @cached_property
    def _methods(self) -> Mapping[str, str]:
        return {row.method: row.text for row in self._tables.rows(c.MethodRow)}

    @cached_property
    def _deals(self) -> Mapping[str, c.DealRow]:
        return {row.deal: row for row in self._tables.rows(c.DealRow)}

    @cached_property
    def _sums(self) -> Mapping[str, c.SumRow]:
        return {row.sum: row for row in self._tables.rows(c.SumRow)}

    @cached_property
    def _sums_of(self) -> Mapping[str, list[c.SumRow]]:
        return _grouped((row.deal, row) for row in self._sums.values())

    @cached_property
    def _statements(self) -> Mapping[str, c.StatementRow]:
        return {row.statement: row for row in self._tables.rows(c.StatementRow)}

    @cached_property
    def _of_deal(self) -> Mapping[str, list[c.StatementRow]]:
        return _grouped((row.deal, row) for row in self._tables.rows(c.StatementRow))

    @cached_property
    def _gaps(self) -> Mapping[str, list[c.GapRow]]:
        return _grouped((row.deal, row) for row in self._tables.rows(c.GapRow))

    @cached_property
    def _sources(self) -> Mapping[str, c.SourceRow]:
        return {row.source: row for row in self._tables.rows(c.SourceRow)}

    @cached_property
    def _lists(self) -> Mapping[str, tuple[str, str, tuple[str, ...], str]]:
        """Rows of the lists by id: the room's word for it, what it says, its sources, where it stands."""
        found: dict[str, tuple[str, str, tuple[str, ...], str]] = {}
        for said in self._tables.rows(c.SaidRow):
            words = f"{said.on_text} {said.speaker} ({said.side}): {said.quote or said.paraphrase}"
            found[said.said] = ("said", words, said.sources, f"{said.file}:{said.line}")
        for talk in self._tables.rows(c.TalkRow):
            moved = "movement not coded" if talk.movement is None else f"movement {talk.movement:+d}"
            found[talk.talk] = ("talks", f"{talk.on_text} {talk.title} ({moved})", talk.sources, "sheets/talks.csv")
        for rival in self._tables.rows(c.RivalRow):
            words = f"{rival.period} {rival.metric}: {_amount(rival.value, rival.currency or rival.unit)}"
            found[rival.rival] = ("rivals", words, rival.sources, "sheets/rivals.csv")
        for row in self._tables.rows(c.ContextRow):
            words = f"{row.period} {row.series}: {_amount(row.value, row.currency or row.unit)}"
            found[row.context] = ("context", words, row.sources, "sheets/context.csv")
        for target in self._tables.rows(c.TargetRow):
            words = (
                f"{target.period} {target.category} ({target.basis}): target "
                f"{_amount(target.target_usd_bn, 'bn USD')}, came {_amount(target.actual_usd_bn, 'bn USD')}"
            )
            found[target.target] = ("targets", words, target.sources, "sheets/targets.csv")
        for claim in self._tables.rows(c.ClaimRow):
            words = f"{claim.on_text} {claim.voice}, {claim.subject}: {claim.item} {_amount(claim.value, claim.unit)}"
            found[claim.claim] = ("claims", words, claim.sources, "sheets/claims.csv")
        answers = _grouped((row.question, row) for row in self._tables.rows(c.QuestionRow))
        for question, versions in answers.items():
            words = f"{versions[0].asked}: " + "; ".join(f"({one.version}) {one.claim}" for one in versions)
            sources = tuple(dict.fromkeys(source for one in versions for source in one.sources))
            found[question] = ("questions", words, sources, "sheets/questions.csv")
        return found

    def find(self, words: str) -> str:
        """The address of a figure from what a person types: an address, slice/measure, or a measure of the whole.

        Raises:
            UnknownFigureError: None is meant by these words; the message names the nearest.
        """
        programme = next(iter(self.figures), "").partition("/")[0]
        for address in (words, f"{programme}/{words}", f"{programme}/all/{words}"):
            if address in self.figures:
                return address
        short = {address.partition("/")[2].removeprefix("all/"): address for address in self.figures}
        near = difflib.get_close_matches(words, list(short), n=3, cutoff=0.5)
        raise UnknownFigureError(words, near)

    def why(self, address: str) -> Step:
        """The whole walk from one figure; `address` is one of `figures`."""
        figure = self.figures[address]
        steps = [Step("measures", figure.method, self._methods.get(figure.method, ""))]
        sums: dict[str, list[str]] = defaultdict(list)
        for ref in figure.sums:
            sums[ref.partition("/")[0]].append(ref)
        steps += [self._deal(deal, figure.measure, sums[deal]) for deal in figure.deals]
        inside = set(figure.deals)
        steps += [self._sum(ref) for deal, refs in sums.items() if deal not in inside for ref in refs]
        steps += [self.row(ref) for ref in figure.rows]
        steps += [self._source(ref, "") for ref in figure.sources]
        if not (figure.deals or figure.sums or figure.rows or figure.sources):
            steps += [self.row(ref) for ref in self._made_from.get(address, ())]
        for deal in figure.missing:
            if not sums[deal] and deal in self._deals:
                steps.append(Step("missing", deal, f"{self._deals[deal].title}: {self._why_missing(deal, figure)}"))
        return Step("figure", address, described(figure), "", tuple(steps))

    def _why_missing(self, deal: str, figure: c.FigureRow) -> str:
        _, kind = scorecard.MONEY.get(figure.measure, ("", ""))
        unrated = [row for row in self._sums_of.get(deal, []) if row.counted and row.kind == kind and row.rate is None]
        if unrated:
            told = ", ".join(_amount(row.amount, row.currency) for row in unrated)
            return f"tells {told}, for which no rate of the day is at hand; it is not zero"
        return "no source tells it; it is not zero"

    def row(self, ref: str) -> Step:
        """A row of a list (a saying, a talk, a rival's figure …), or whatever else the id names."""
        if ref in self._lists:
            room, words, sources, where = self._lists[ref]
            return Step(room, ref, words, where, tuple(self._source(name, "") for name in sources))
        if ref in self._statements:
            return self._statement(self._statements[ref])
        if ref in self._sums:
            return self._sum(ref)
        if ref in self._deals:
            return self._deal(ref, "", [])
        if ref in self._sources:
            return self._source(ref, "")
        if ref in self.figures:
            return Step("figure", ref, described(self.figures[ref]))
        return Step("kept", ref, "")

    def _deal(self, deal: str, measure: str, sums: Sequence[str]) -> Step:
        row = self._deals.get(deal)
        if row is None:
            return Step("deals", deal, "not in these tables")
        if sums:
            steps = tuple(self._sum(ref) for ref in sums)
        elif measure == "versions-differ":
            steps = tuple(self._gap(gap) for gap in self._gaps.get(deal, []))
        else:
            wanted = FIELDS.get(measure)
            told = [one for one in self._of_deal.get(deal, []) if wanted is None or one.field in wanted]
            steps = tuple(self._statement(one) for one in told)
        words = f"{row.title}: {row.stage}{_on(row.stage_text)}; {row.form}, binding: {row.binding}"
        return Step("deals", deal, words, f"{row.file}:{row.line}", steps)

    def _gap(self, row: c.GapRow) -> Step:
        words = f"{row.field}: {row.left_voice} says {row.left}; {row.right_voice} says {row.right}"
        field = GAP_FIELDS.get(row.field.partition(" ")[0])
        told = tuple(
            self._statement(one)
            for one in self._of_deal.get(row.deal, [])
            if one.voice in (row.left_voice, row.right_voice) and one.field == field
        )
        return Step("gap", f"{row.deal}/gap-{row.number}", words, "", told)

    def _sum(self, ref: str) -> Step:
        row = self._sums[ref]
        words = f"{row.kind}, {row.bound}: {_amount(row.amount, row.currency)}{_on(row.on_text)}"
        if row.converted is not None and row.rate is not None and row.rate_source != "same currency":
            words += f" = {plain(row.converted):,} at {plain(row.rate)} ({row.rate_on}; {row.rate_source})"
        told = tuple(self._statement(self._statements[one]) for one in row.statements)
        return Step("sums", ref, words, "", told)

    def _statement(self, row: c.StatementRow) -> Step:
        reading = f"read by {row.by}" if not row.read_by else f"read by machine ({row.read_by}), accepted by {row.by}"
        words = f"{row.voice} tells {row.field}: {row.says}{_on(row.on_text)}; {reading}"
        steps = (self._source(row.source, row.quote),) if row.source else ()
        return Step("statements", row.statement, words, f"{row.file}:{row.line}", steps)

    def _source(self, name: str, quote: str) -> Step:
        row = self._sources.get(name)
        if row is None:
            return Step("documents", name, "not in the list of sources")
        words = f"{row.publisher}{_on(row.published_text)}"
        if quote:
            words += f": “{quote}”"
        if row.origin != name:
            words += f" (counts as one witness with {row.origin})"
        if row.doubtful:
            words += " (doubtful: supports nothing alone)"
        return Step("documents", name, words, row.url)


def described(figure: c.FigureRow) -> str:
    """A figure in one line: label, value, range, n, note."""
    value = figure.answer if figure.value is None else _amount(figure.value, figure.unit)
    if figure.value is None and figure.answer == Answer.FOUND and figure.low is not None and figure.high is not None:
        value = f"between {plain(figure.low):,} and {_amount(figure.high, figure.unit)}"
    span = ""
    if figure.value is not None and (figure.low, figure.high) != (figure.value, figure.value):
        ends = ["open" if end is None else f"{plain(end):,}" for end in (figure.low, figure.high)]
        span = f" (from {ends[0]} to {ends[1]})" if ends != ["open", "open"] else ""
    note = f". {figure.note}" if figure.note else ""
    return f"{figure.label}, {figure.slice_label}: {value}{span}; n = {figure.n}{note}"


def _amount(value: Decimal | None, unit: str) -> str:
    return "not told" if value is None else f"{plain(value):,} {unit}".strip()


def _on(text: str) -> str:
    return f" ({text})" if text else ""


def _grouped(pairs: Iterator[tuple[K, V]]) -> dict[K, list[V]]:
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
