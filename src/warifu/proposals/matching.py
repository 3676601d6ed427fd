"""Which deal a proposal is about: a score with its reasons for the nearest one, or "new".

Two deals taken for one poison every total that holds either, while a missed match costs an analyst a click: so a match
needs a high score *and* a clear lead over the next deal, and anything that speaks against (another sum, another year,
another number in the name) counts more than what speaks for. The weights are the table `WEIGHTS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Protocol

from rapidfuzz import fuzz

from warifu.errors import DateError
from warifu.proposals.proposal import Kind, Match, Proposal
from warifu.proposals.sheets import SheetFile
from warifu.terms.dates import PartialDate

MATCH: Final = 0.7
"""Score from which a proposal is about a deal. Set on the GCOF's linked pairs: see docs/evaluation.md."""
LEAD: Final = 0.15
"""How far ahead of the next deal it must be."""

WEIGHTS: Final[dict[str, float]] = {
    "party": 0.2,  # each body in common, at most two
    "countries": 0.1,  # the two countries, where no body is in common
    "sum": 0.4,  # an equal sum in the same currency
    "day": 0.2,
    "month": 0.12,
    "year": 0.05,
    "instrument": 0.08,
    "area": 0.04,
    "name": 0.35,  # words of the deal's title, rare ones first
    "other sum": -0.35,
    "other year": -0.25,
    "other instrument": -0.1,
    "other number": -0.3,
}
NEAR_YEARS: Final = 1
_NUMBER: Final = re.compile(
    r"(?:phase|stage|section|lot|tranche|part|no\.?|第|этап|очередь)\s*(\d+|[ivx]+)\b|\b(\d+)(?:st|nd|rd|th)\b|第(\d+)[期次回弾]",
    re.I,
)
_COMMON: Final = frozenset(
    {
        "the",
        "and",
        "for",
        "with",
        "from",
        "project",
        "agreement",
        "memorandum",
        "loan",
        "grant",
        "cooperation",
        "between",
    }
    | {
        "japan",
        "russia",
        "china",
        "japanese",
        "russian",
        "chinese",
        "company",
        "usd",
        "million",
        "billion",
        "government",
    }
    | {"signed", "fund"}
)
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class KnownDeal:
    """What matching needs to know of a deal."""

    id: str
    title: str
    parties: frozenset[str]
    countries: frozenset[str]
    sums: frozenset[tuple[Decimal, str]]
    days: tuple[PartialDate, ...]
    instrument: str
    areas: frozenset[str] = frozenset()


def known(sheets: Iterable[SheetFile], countries: dict[str, str]) -> list[KnownDeal]:
    """The deals of a workspace, from its sheets; `countries` gives the country of each party."""
    found = []
    for file in sheets:
        sheet = file.sheet
        parties = frozenset(row.party for row in sheet.parties)
        found.append(
            KnownDeal(
                sheet.deal,
                sheet.title,
                parties,
                frozenset(countries[party] for party in parties if countries.get(party)),
                frozenset((row.amount.number, row.amount.currency) for row in sheet.sums),
                tuple(row.on for row in sheet.stages if row.on is not None),
                str(sheet.instrument),
                frozenset(sheet.areas),
            )
        )
    return sorted(found, key=lambda deal: deal.id)


class Adder(Protocol):
    """Adds a weight of the table to a score, with its reason."""

    def __call__(self, name: str, why: str, times: float = 1.0) -> None: ...


class Matcher:
    """Finds the deal of a proposal among many; deals with nothing in common are never looked at."""

    def __init__(self, deals: Sequence[KnownDeal]) -> None:
        self._deals = sorted(deals, key=lambda deal: deal.id)
        self._by_party: dict[str, list[int]] = {}
        self._by_sum: dict[tuple[Decimal, str], list[int]] = {}
        self._by_pair: dict[str, list[int]] = {}
        counts: dict[str, int] = {}
        self._words: list[frozenset[str]] = []
        for at, deal in enumerate(self._deals):
            for party in sorted(deal.parties):
                self._by_party.setdefault(party, []).append(at)
            for sum_ in deal.sums:
                self._by_sum.setdefault(sum_, []).append(at)
            for country in sorted(deal.countries):
                self._by_pair.setdefault(country, []).append(at)
            words = frozenset(_words(deal.title))
            self._words.append(words)
            for word in sorted(words):
                counts[word] = counts.get(word, 0) + 1
        self._rare = {word: 1.0 / count for word, count in counts.items()}

    def match(self, proposal: Proposal) -> Match:
        """The nearest deal, or "new" (an empty `deal`) with what came nearest among the reasons."""
        if proposal.kind not in {Kind.DEAL, Kind.BUNDLE}:
            return Match("", 0.0, ("only deals are matched with deals",))
        scored = sorted(
            (
                (*self._score(proposal, self._deals[at], self._words[at]), self._deals[at].id)
                for at in self._near(proposal)
            ),
            key=lambda one: (-one[0], one[2]),
        )
        if not scored:
            return Match("", 0.0, ("new: no known deal has a party, sum or country of it",))
        best, reasons, deal = scored[0]
        second = scored[1][0] if len(scored) > 1 else 0.0
        if best < MATCH:
            return Match("", round(best, 3), (f"new: {deal} comes nearest with {best:.2f}, below {MATCH}", *reasons))
        if best - second < LEAD:
            why = f"new: {deal} ({best:.2f}) and {scored[1][2]} ({second:.2f}) are too close to tell apart"
            return Match("", round(best, 3), (why, *reasons))
        return Match(deal, round(min(best, 1.0), 3), reasons)

    def _near(self, proposal: Proposal) -> list[int]:
        near: set[int] = set()
        for party in proposal.parties:
            near.update(self._by_party.get(party.party, ()))
            near.update(self._by_pair.get(party.country, ()))
        for one in proposal.sums:
            near.update(self._by_sum.get((one.value, one.currency), ()))
        return sorted(near)

    def _score(self, proposal: Proposal, deal: KnownDeal, words: frozenset[str]) -> tuple[float, tuple[str, ...]]:
        score = 0.0
        reasons: list[str] = []

        def add(name: str, why: str, times: float = 1.0) -> None:
            nonlocal score
            score += WEIGHTS[name] * times
            reasons.append(f"{WEIGHTS[name] * times:+.2f} {why}")

        mine = {one.party for one in proposal.parties if one.party and len(one.party) > 2}
        shared = sorted(mine & deal.parties)
        countries = {one.country for one in proposal.parties if one.country}
        if shared:
            add("party", f"parties in common: {', '.join(shared[:3])}", min(len(shared), 2))
        elif len(countries & deal.countries) > 1:
            add("countries", f"the same countries: {', '.join(sorted(countries & deal.countries)[:3])}")
        self._money(proposal, deal, add)
        self._days(proposal, deal, add)
        instrument = proposal.value("instrument")
        if "unspecified" not in {instrument, deal.instrument}:
            same = instrument == deal.instrument
            add(
                "instrument" if same else "other instrument",
                f"instrument {instrument}" + ("" if same else f", not {deal.instrument}"),
            )
        if proposal.value("area") in deal.areas:
            add("area", f"area {proposal.value('area')}")
        self._name(proposal, deal, words, add)
        return score, tuple(reasons)

    def _money(self, proposal: Proposal, deal: KnownDeal, add: Adder) -> None:
        sums = {(one.value, one.currency) for one in proposal.sums if one.kind != "cost"}
        equal = sorted(sums & deal.sums)
        if equal:
            add("sum", f"the sum of {equal[0][0]:f} {equal[0][1]}")
            return
        comparable = [(a, b) for a in sums for b in deal.sums if a[1] == b[1]]
        if comparable and not any(abs(a[0] - b[0]) <= abs(b[0]) / 50 for a, b in comparable):
            add("other sum", "no sum is equal")

    def _days(self, proposal: Proposal, deal: KnownDeal, add: Adder) -> None:
        if not deal.days or not proposal.value("on"):
            return
        try:
            day = PartialDate.parse(proposal.value("on"))
        except DateError:
            return
        if any(day.known_to_the_day and one == day for one in deal.days):
            add("day", f"the same day, {day}")
        elif any(one.text[:7] == day.text[:7] and len(day.text) >= 7 for one in deal.days):
            add("month", f"the same month, {day.text[:7]}")
        elif any(one.text[:4] == day.text[:4] for one in deal.days):
            add("year", f"the same year, {day.text[:4]}")
        elif all(abs(one.first.year - day.first.year) > NEAR_YEARS for one in deal.days):
            add("other year", f"{day.text[:4]}, not {deal.days[0].text[:4]}")

    def _name(self, proposal: Proposal, deal: KnownDeal, words: frozenset[str], add: Adder) -> None:
        told = set(_words(proposal.passage))
        starts: dict[str, list[str]] = {}
        for other in sorted(told):
            if len(other) > 4:
                starts.setdefault(other[:3], []).append(other)
        weight = sum(self._rare.get(word, 0.0) for word in words)
        if words and weight:
            hit = sorted(
                word
                for word in words
                if word in told or any(fuzz.ratio(word, other) >= 90 for other in starts.get(word[:3], ()))
            )
            share = sum(self._rare.get(word, 0.0) for word in hit) / weight
            if share >= 0.3:
                add("name", f"words of its title: {', '.join(hit[:4])}", share)
        mine, theirs = _numbers(proposal.passage), _numbers(deal.title)
        if mine and theirs and not mine & theirs:
            add("other number", f"number {', '.join(sorted(mine))}, not {', '.join(sorted(theirs))}")


def _words(text: str) -> list[str]:
    return [word for word in (match[0].lower() for match in _WORD.finditer(text)) if word not in _COMMON]


def _numbers(text: str) -> set[str]:
    return {next(part for part in match.groups() if part).lower() for match in _NUMBER.finditer(text)}
