"""The scorecard: promised, signed, binding, paid, delivered, in deals and in money, for any slice of a programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import filterfalse
from statistics import NormalDist
from typing import Final

from warifu.terms.codelist import Answer, Belongs, Binding, Role, Stage, Standing, Status, SumKind
from warifu.terms.deal import Deal, DealSum, Health
from warifu.terms.figure import Figure
from warifu.terms.money import CENT, Range, total

Test = Callable[[Deal], bool]


@dataclass(frozen=True, slots=True)
class Counted:
    """A deal's counted sums of one kind, in the programme's currency; `value` is None where none of them has a rate."""

    value: Decimal | None
    span: Range
    sums: tuple[str, ...]
    unrated: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """The counted sums of one kind, by deal: every one; those with a rate; deals with a sum that has none; the others.

    A deal may tell one sum that has a rate and another that has none: it is rated, and not whole.
    """

    every: Mapping[str, Counted]
    rated: Mapping[str, Counted]
    unrated: frozenset[str]
    whole: Mapping[str, Counted]

    @classmethod
    def of(cls, every: Mapping[str, Counted]) -> Kind:
        unrated = frozenset(deal for deal, item in every.items() if item.unrated)
        rated = {deal: item for deal, item in every.items() if item.value is not None}
        whole = {deal: item for deal, item in rated.items() if deal not in unrated} if unrated else rated
        return cls(every, rated, unrated, whole)


NO_KIND: Final = Kind({}, {}, frozenset(), {})

OPEN_ANSWERS: Final = frozenset({Binding.UNKNOWN, Binding.CONTESTED})
"""Answers about binding that may turn out either way."""


class Known:
    """What the scorecard asks of each deal, found out once: a deal stands in several slices, and each asks the same.

    It only remembers; every answer is the one that the test, or the deal itself, gives.
    """

    def __init__(self, deals: Sequence[Deal]) -> None:
        tests = {test for _, test in COUNTS.values()} | {test for _, *two in SHARES.values() for test in two}
        self.holds: dict[Test, frozenset[str]] = {
            test: frozenset(deal.case.id for deal in deals if test(deal)) for test in tests
        }
        told: dict[SumKind, dict[str, Counted]] = defaultdict(dict)
        steps_of: list[Rung] = []
        for deal in deals:
            counted = deal.counted_sums()
            for kind, sums in counted.items():
                told[kind][deal.case.id] = _counted(deal, kind, sums)
            if deal.leaf:
                steps_of.append(_rung(deal, counted))
        self.told = {kind: Kind.of(found) for kind, found in told.items()}
        self.ladders = {top: balance(found) for top, found in steps(steps_of).items()}
        self.looked = frozenset(deal.case.id for deal in deals if deal.case.looks)
        self.open = {deal.case.id: deal.binding for deal in deals if deal.binding in OPEN_ANSWERS}
        self.marks: dict[str, dict[str, int]] = {
            key: {deal.case.id: mark for deal in deals if (mark := of(deal.health)) is not None}
            for key, (_, of) in MARKS.items()
        }

    def of_kind(self, kind: SumKind) -> Kind:
        return self.told.get(kind, NO_KIND)

    def unfound(self, deals: Sequence[str]) -> Answer:
        """Why none of these deals tells it: "looked, nothing found" only where a look at each of them is on record."""
        if not deals:
            return Answer.NOT_APPLICABLE
        return Answer.NOTHING_FOUND if self.looked.issuperset(deals) else Answer.NOT_LOOKED


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a programme that figures are given for: all of it, an area, a side, a party or a year.

    `known` may hold what was found of these deals, and others, before.
    """

    id: str
    label: str
    deals: tuple[Deal, ...]
    known: Known | None = field(default=None, compare=False, repr=False)
    ids: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @property
    def asked(self) -> Known:
        return self.known or Known(self.deals)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of its deals, in their order."""
        return self.ids or tuple([deal.case.id for deal in self.deals])


def counted_in(deal: Deal) -> bool:
    """Whether a deal is in the programme's figures: told as part of it, and no umbrella over other deals."""
    return deal.leaf and deal.case.belongs is Belongs.CORE


def promised(deal: Deal) -> bool:
    """Deals announced or signed, or further; a mere proposal is no promise."""
    return deal.has_reached(Stage.ANNOUNCED)


def signed(deal: Deal) -> bool:
    """Deals for which a paper was signed, or that came further. Signed is not binding."""
    return deal.has_reached(Stage.SIGNED)


def binding(deal: Deal) -> bool:
    """Deals that stand on a paper which binds, as the paper, the sides or the codebook's rule for it says."""
    return deal.binding is Binding.YES and promised(deal)


def paid(deal: Deal) -> bool:
    """Deals with money drawn or paid in, shares bought, or a disbursement told. Binding is not paid."""
    return any(item.stage is Stage.FINANCED for item in deal.reached) or bool(deal.counted(SumKind.DISBURSEMENT))


def delivered(deal: Deal) -> bool:
    """Deals opened, shipped, handed over or in operation at any time, even if later lost."""
    return deal.has_reached(Stage.DELIVERED)


def cancelled(deal: Deal) -> bool:
    """Deals refused, withdrawn or decided against."""
    return deal.stage is Stage.CANCELLED


def stalled(deal: Deal) -> bool:
    """Deals whose work stopped, by the latest word on it."""
    return deal.status is Status.STALLED


def silent(deal: Deal) -> bool:
    """Open deals of which nothing was heard, and at which nobody looked, for twelve months."""
    return deal.silent_since is not None


def contested(deal: Deal) -> bool:
    """Deals whose binding force the sides or sources describe differently."""
    return deal.binding is Binding.CONTESTED


def versions_differ(deal: Deal) -> bool:
    """Deals on which two voices differ in sum, form, binding or timing."""
    return bool(deal.gaps)


def one_origin(deal: Deal) -> bool:
    """Deals that rest on a single independent origin."""
    return deal.support <= 1


COUNTS: Final[Mapping[str, tuple[str, Test]]] = {
    "promised": ("Promised", promised),
    "signed": ("Signed", signed),
    "binding": ("Binding", binding),
    "paid": ("Paid", paid),
    "delivered": ("Delivered", delivered),
    "cancelled": ("Cancelled", cancelled),
    "stalled": ("Stalled", stalled),
    "silent": ("Silent", silent),
    "contested": ("Binding force contested", contested),
    "versions-differ": ("Versions differ", versions_differ),
    "one-origin": ("Resting on one origin", one_origin),
}

SHARES: Final[Mapping[str, tuple[str, Test, Test]]] = {
    "share-signed": ("Signed, of promised", signed, promised),
    "share-binding": ("Binding, of promised", binding, promised),
    "share-paid": ("Paid, of promised", paid, promised),
    "share-delivered": ("Delivered, of promised", delivered, promised),
}

MONEY: Final[Mapping[str, tuple[str, SumKind]]] = {
    "money-hoped": ("Hoped for", SumKind.HOPED),
    "money-pledged": ("Pledged", SumKind.PLEDGE),
    "money-committed": ("Committed", SumKind.COMMITMENT),
    "money-paid": ("Disbursed", SumKind.DISBURSEMENT),
    "money-repaid": ("Paid back", SumKind.REPAYMENT),
    "money-cost": ("Cost of whole projects", SumKind.COST),
    "money-lost": ("Lost or written off", SumKind.LOSS),
}


MARKS: Final[Mapping[str, tuple[str, Callable[[Health], int | None]]]] = {
    "health-sources": ("Record health: sources", lambda health: health.sources),
    "health-completeness": ("Record health: completeness", lambda health: health.completeness),
    "health-follow-up": ("Record health: follow-up", lambda health: health.follow_up),
    "health-agreement": ("Record health: agreement of voices", lambda health: health.agreement),
}


def slices(deals: Sequence[Deal], sides: Sequence[str], areas: Mapping[str, str]) -> tuple[Slice, ...]:
    """The parts that figures are given for.

    A deal in two areas stands in both, so areas do not add up to the whole; likewise parties. A deal's year is that of
    its first announcement or signature; its side the country of a provider.
    """
    inside = tuple(deal for deal in deals if counted_in(deal))
    by_area: dict[str, list[Deal]] = {area: [] for area in areas}
    by_side: dict[str, list[Deal]] = {side: [] for side in sides}
    by_year: dict[int, list[Deal]] = defaultdict(list)
    by_party: dict[str, list[Deal]] = defaultdict(list)
    names: dict[str, str] = {}
    for deal in inside:  # once over the deals: a ledger may have as many parties as deals
        for area in dict.fromkeys(deal.case.areas):
            if area in by_area:
                by_area[area].append(deal)
        for side in _givers(deal):
            if side in by_side:
                by_side[side].append(deal)
        year = first_year(deal)
        if year is not None:
            by_year[year].append(deal)
        for party in {one.id: one for one, _ in deal.parties}.values():
            names[party.id] = party.name
            by_party[party.id].append(deal)
    known = Known(inside)
    return (
        Slice("all", "All", inside, known),
        *(Slice(f"area-{area}", areas[area], tuple(found), known) for area, found in by_area.items()),
        *(Slice(f"side-{side}", f"Provided by {side}", tuple(found), known) for side, found in by_side.items()),
        *(Slice(f"year-{year}", str(year), tuple(by_year[year]), known) for year in sorted(by_year)),
        *(Slice(f"party-{party}", names[party], tuple(by_party[party]), known) for party in sorted(by_party)),
    )


def _givers(deal: Deal) -> set[str]:
    return {party.country for party, roles in deal.parties if Role.PROVIDER in roles}


def first_year(deal: Deal) -> int | None:
    """The year in which a deal was first announced or signed; None while it is only proposed or has no dated act."""
    first = deal.first(Stage.ANNOUNCED, Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED, Stage.DELIVERED)
    return None if first is None or first.on is None else first.on.year


def score(programme: str, part: Slice, currency: str) -> tuple[Figure, ...]:
    """Every figure of the scorecard for one slice."""
    part = replace(part, known=part.asked, ids=part.names)
    figures = [_deals(programme, part)]
    figures += [_count(programme, part, key) for key in COUNTS]
    figures += [_share(programme, part, key) for key in SHARES]
    figures += [money(programme, part, key, currency) for key in MONEY]
    figures += [_came(programme, part)]
    figures += [_mark(programme, part, key) for key in MARKS]
    figures += ladder(programme, part, currency)
    return tuple(figures)


def _deals(programme: str, part: Slice) -> Figure:
    ids = part.names
    return _figure(programme, part, "deals", "Deals", Decimal(len(ids)), "deals", len(ids), "counted_in", deals=ids)


def _count(programme: str, part: Slice, key: str) -> Figure:
    label, test = COUNTS[key]
    asked = part.asked
    hits = tuple(filter(asked.holds[test].__contains__, part.names))
    unknown: tuple[str, ...] = ()
    if key == "binding":
        unknown = tuple(deal for deal in part.names if deal in asked.open and deal in asked.holds[promised])
    return _figure(
        programme, part, key, label, Decimal(len(hits)), "deals", len(part.deals), test.__name__,
        deals=hits, missing=unknown,
        high=Decimal(len(hits) + len(unknown)),
        note=f"{len(unknown)} more where no source says whether the paper binds, or they differ" if unknown else "",
    )  # fmt: skip


def _share(programme: str, part: Slice, key: str) -> Figure:
    """A share of deals, with Wilson's 95 % interval. None where nothing was promised: there is nothing to break.

    None also where no source tells of a single payment, or delivery: that nobody tells of one is no share of zero.

    Source: Wilson (1927); it says how far a share of so few deals could lie from that of more deals like them.
    """
    label, top, base = SHARES[key]
    asked = part.asked
    whole = list(filter(asked.holds[base].__contains__, part.names))
    hits = tuple(filter(asked.holds[top].__contains__, whole))
    if not whole:
        return _figure(
            programme, part, key, label, None, "share", 0, "_share", answer=Answer.NOT_APPLICABLE,
            note="nothing was promised here, so there is no share",
        )  # fmt: skip
    if not hits and key in UNTOLD:
        return _figure(
            programme, part, key, label, None, "share", len(whole), "_share",
            answer=part.asked.unfound(whole), missing=tuple(whole), note=UNTOLD[key],
        )  # fmt: skip
    low, high = wilson(len(hits), len(whole))
    share = (Decimal(len(hits)) / len(whole)).quantize(FOUR)
    unknown: tuple[str, ...] = ()
    note = UNTOLD.get(key, "")
    if key == "share-binding":  # what no source tells, or what they tell differently, may be either
        unknown = tuple(filter(asked.open.__contains__, whole))
        high = wilson(len(hits) + len(unknown), len(whole))[1]
        note = f"{len(unknown)} more where no source says whether the paper binds, or they differ" if unknown else ""
    return _figure(
        programme, part, key, label, share, "share", len(whole), "_share",
        deals=hits, low=low, high=high, missing=unknown, note=note,
    )  # fmt: skip


UNTOLD: Final[Mapping[str, str]] = {
    "share-paid": "counts deals for which a source tells of a payment; of the others none tells, which is no proof",
    "share-delivered": "counts deals for which a source tells of delivery; of the others none tells, which is no proof",
}
"""What a share of told acts must say beside it: silence is not denial."""


FOUR: Final = Decimal("0.0001")


def wilson(hits: int, n: int, level: float = 0.95) -> tuple[Decimal, Decimal]:
    """Wilson's interval for a share, to four decimals.

    Source: E. B. Wilson, JASA 22 (1927), 209-212. 3 of 12 gives .0889 to .5323.
    """
    z = Decimal(str(round(NormalDist().inv_cdf(0.5 + level / 2), 12)))
    share, count = Decimal(hits) / n, Decimal(n)
    centre = share + z * z / (2 * count)
    half = z * (share * (1 - share) / count + z * z / (4 * count * count)).sqrt()
    scale = 1 + z * z / count
    return (
        max(Decimal(0), (centre - half) / scale).quantize(FOUR),
        min(Decimal(1), (centre + half) / scale).quantize(FOUR),
    )


def money(programme: str, part: Slice, key: str, currency: str) -> Figure:
    """The sums of one kind, added once each over leaf deals, in the programme's currency.

    Umbrellas, second tellings of the same money, parts of counted sums and sums that only doubtful sources tell are
    never added. The range holds what bounds ("up to", "about", "more than") and other versions of the same sum leave
    open. Deals that tell no such sum are listed as missing: they are not zero.
    """
    label, kind = MONEY[key]
    told, ids = part.asked.of_kind(kind), part.names
    deals = tuple(filter(told.rated.__contains__, ids))
    found = [told.rated[deal] for deal in deals]
    unrated = sum(map(told.unrated.__contains__, ids)) if told.unrated else 0
    missing = tuple(sorted(filterfalse(told.whole.__contains__, ids)))
    tell = "1 deal tells" if unrated == 1 else f"{unrated} deals tell"
    note = f"{tell} it in a currency for which no rate of the day is at hand" if unrated else ""
    span = total([item.span for item in found])
    if span is None:
        return _figure(
            programme, part, key, label, None, currency, 0, "money",
            answer=Answer.NO_RATE if unrated else part.asked.unfound(ids), missing=missing, note=note,
        )  # fmt: skip
    return _figure(
        programme, part, key, label, sum([item.value for item in found if item.value is not None], Decimal(0)),
        currency, len(found), "money", low=span.low, high=span.high, deals=deals,
        sums=tuple([name for item in found for name in item.sums]), missing=missing, note=note,
    )  # fmt: skip


def _came(programme: str, part: Slice) -> Figure:
    """What came of what was hoped for: money disbursed as a share of money hoped for, over deals that tell both.

    Not a verdict on the whole: deals that tell only one of the two are listed as missing, and are no zero.
    """
    hoped = came = Decimal(0)
    deals: list[str] = []
    missing: list[str] = []
    hopes, payments = (part.asked.of_kind(kind).every for kind in (SumKind.HOPED, SumKind.DISBURSEMENT))
    either = hopes.keys() | payments.keys() if hopes else payments.keys()
    for deal in filter(either.__contains__, part.names):
        wish, paid_out = _whole(hopes.get(deal)), _whole(payments.get(deal))
        if wish is not None and paid_out is not None:
            hoped, came = hoped + wish, came + paid_out
            deals.append(deal)
        elif wish is not None or paid_out is not None:
            missing.append(deal)
    value = (came / hoped).quantize(FOUR) if hoped else None
    answer = Answer.FOUND if value is not None else part.asked.unfound(part.names)
    return _figure(
        programme, part, "came-of-hoped", "Came, of hoped for", value, "share", len(deals), "_came",
        low=value, high=value, deals=tuple(deals), missing=tuple(missing), answer=answer,
    )  # fmt: skip


def _mark(programme: str, part: Slice, key: str) -> Figure:
    """The mean mark of the deals' records, 0 to 5, with the lowest and the highest; deals without this mark are listed.

    A mark says how well the record is founded, and nothing about the deal (CODEBOOK, "Record health").
    """
    label, _ = MARKS[key]
    marks = part.asked.marks[key]
    ids = tuple(filter(marks.__contains__, part.names))
    missing = tuple(filterfalse(marks.__contains__, part.names))
    values = [marks[deal] for deal in ids]
    if not values:
        return _figure(
            programme, part, key, label, None, "marks", 0, "_mark", answer=Answer.NOT_APPLICABLE, missing=missing
        )
    return _figure(
        programme, part, key, label, (Decimal(sum(values)) / len(values)).quantize(CENT), "marks", len(values), "_mark",
        low=Decimal(min(values)), high=Decimal(max(values)), deals=ids, missing=missing,
    )  # fmt: skip


def _whole(told: Counted | None) -> Decimal | None:
    """All of it, or None: with half of it in money without a rate, the rest would look like all."""
    return None if told is None or told.unrated else told.value


def _counted(deal: Deal, kind: SumKind, sums: Sequence[DealSum]) -> Counted:
    """A deal's counted sums of a kind, added, with the range that bounds and other versions leave open."""
    rated = [
        (item, item.converted.money.number, item.converted_range)
        for item in sums
        if item.converted is not None and item.converted_range is not None
    ]
    ranges = [span for _, _, span in rated]
    span = total(ranges)
    if span is None:
        return Counted(None, Range(None, None), (), True)
    return Counted(
        sum([number for _, number, _ in rated], Decimal(0)),
        _with_versions(ranges, span, deal, kind),
        tuple([f"{deal.case.id}/sums-{item.row + 1}" for item, _, _ in rated]),
        len(rated) < len(sums),
    )


def _with_versions(counted: Sequence[Range], span: Range, deal: Deal, kind: SumKind) -> Range:
    """Widen a deal's range to what other voices say of the same money.

    Of which counted sum another version tells is plain where there is one; where there are several it may be any, and
    the range holds the total with each of them replaced.
    """
    for item in deal.sums:
        again = item.kind is kind and item.standing is Standing.VERSION and not item.doubtful
        if not again or item.converted_range is None:
            continue
        for place in range(len(counted)):
            instead = total([*counted[:place], item.converted_range, *counted[place + 1 :]])
            if instead is not None:
                span = span.hull(instead)
    return span


@dataclass(frozen=True, slots=True)
class Size:
    """How large a deal is, in the programme's currency, and which kind of sum says so."""

    number: Decimal
    kind: SumKind
    sum: str


SIZES: Final = (SumKind.COMMITMENT, SumKind.PLEDGE, SumKind.DISBURSEMENT)
"""Which sum tells a deal's size, the first that is told: what was firmly promised, else promised, else paid."""


def size_of(deal: Deal) -> Size | None:
    """A deal's size, for weighing deals against each other; None where no counted sum has a rate, never 0."""
    for kind in SIZES:
        rated = [item for item in deal.counted(kind) if item.converted is not None]
        if rated:
            number = sum((item.converted.money.number for item in rated if item.converted is not None), Decimal(0))
            return Size(number, kind, f"{deal.id}/sums-{rated[0].row + 1}")
    return None


@dataclass(frozen=True, slots=True)
class Rung:
    """One deal's money on the ladder, in the programme's currency; None where not told.

    `lapsed` is what is told to have lapsed of the pledge. `closed` says that nothing more is to come; `unmet` that the
    deal was cancelled before any money flowed or anything was delivered.
    """

    deal: str
    pledged: Decimal | None
    committed: Decimal | None
    paid: Decimal | None
    lapsed: Decimal | None
    closed: bool
    unmet: bool


def _rung(deal: Deal, counted: Mapping[SumKind, Sequence[DealSum]]) -> Rung:
    return Rung(
        deal.case.id,
        _told(counted.get(SumKind.PLEDGE, ())),
        _told(counted.get(SumKind.COMMITMENT, ())),
        _told(counted.get(SumKind.DISBURSEMENT, ())),
        _told(counted.get(SumKind.LAPSED, ())),
        deal.stage is Stage.CANCELLED or deal.status is Status.OVER,
        deal.stage is Stage.CANCELLED and not deal.has_reached(Stage.FINANCED),
    )


def _told(sums: Sequence[DealSum]) -> Decimal | None:
    """The sum of all of them; None where one has no rate: with half a pledge, a full payment would look too much."""
    known = [item.converted.money.number for item in sums if item.converted is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(sums) else None


LADDER: Final[Mapping[str, tuple[str, ...]]] = {
    "pledged": ("committed", "not-yet-committed", "lapsed", "no-commitment-told", "over-committed"),
    "committed": ("disbursed", "outstanding", "cancelled", "no-payment-told", "over-disbursed"),
}
"""The two steps of the ladder: what stands above, and what became of it, in the order of `balance`."""


def steps(rungs: Sequence[Rung]) -> dict[str, list[Step]]:
    """Both steps of each deal that tells the sum above it."""
    return {
        "pledged": [
            Step(one.deal, one.pledged, one.committed, one.lapsed, one.closed, one.unmet)
            for one in rungs
            if one.pledged is not None
        ],
        "committed": [
            Step(one.deal, one.committed, one.paid, None, one.closed, one.unmet)
            for one in rungs
            if one.committed is not None
        ],
    }


def ladder(programme: str, part: Slice, currency: str) -> list[Figure]:
    """The money ladder, which balances: what was pledged, and what became of it.

    pledged = committed of it + not yet committed + lapsed + no commitment told. "No commitment told" is not zero
    commitment: it is silence. What was committed beyond the pledge is over-delivery, shown beside and never clipped.
    Likewise committed = disbursed of it + outstanding + cancelled + no payment told. A sum in a currency for which no
    rate of the day is at hand keeps its deal off the ladder.
    """
    figures = []
    for top, words in LADDER.items():
        split = part.asked.ladders[top]
        told = tuple(filter(split[0].__contains__, part.names))
        parts = [_part(amounts, told) for amounts in split]
        for name, (value, deals) in zip(("whole", *words), parts, strict=True):
            key = f"ladder-{top}-{name}"
            label = (
                f"{top.capitalize()}: {name.replace('-', ' ')}" if name != "whole" else f"{top.capitalize()}, of which"
            )
            figures.append(
                _figure(
                    programme,
                    part,
                    key,
                    label,
                    value,
                    currency,
                    len(deals),
                    "ladder",
                    deals=deals,
                    answer=Answer.FOUND if value is not None else part.asked.unfound(part.names),
                )
            )
    return figures


@dataclass(frozen=True, slots=True)
class Step:
    """One deal between two rungs: what stands above, what came of it below, and what is told to have ended."""

    deal: str
    above: Decimal | None
    below: Decimal | None
    lapsed: Decimal | None
    closed: bool
    unmet: bool


Part = tuple[Decimal | None, tuple[str, ...]]


def balance(steps: Iterable[Step]) -> tuple[dict[str, Decimal], ...]:
    """Split a rung of the ladder: the whole, what was met, still open, ended, not told, and beyond (not in the whole).

    whole = met + open + ended + not told, to the last digit. Each part holds what the deals have in it; a deal that has
    none is not in it. What is left of a deal has ended where that is told, where the deal was cancelled before any
    money flowed, or where something was met and nothing more is to come. Silence about a deal that is over is silence:
    a works that was opened, sold and closed did not break a promise of which nobody told the payments.
    """
    parts: tuple[dict[str, Decimal], ...] = ({}, {}, {}, {}, {}, {})
    whole, met, still, ended, untold, beyond = parts
    for step in steps:
        if step.above is None:
            continue
        whole[step.deal] = left = step.above
        if step.below is not None:
            met[step.deal] = min(step.above, step.below)
            left = max(Decimal(0), step.above - step.below)
            if step.below > step.above:
                beyond[step.deal] = step.below - step.above
        gone = left if step.unmet or (step.closed and step.below is not None) else min(left, step.lapsed or Decimal(0))
        if gone:
            ended[step.deal] = gone
        if left - gone:
            (untold if step.below is None else still)[step.deal] = left - gone
    return parts


def _part(amounts: Mapping[str, Decimal], names: Sequence[str]) -> Part:
    ids = tuple(filter(amounts.__contains__, names)) if amounts else ()
    return (sum(map(amounts.__getitem__, ids), Decimal(0)), ids) if ids else (None, ())


def _figure(
    programme: str,
    part: Slice,
    measure: str,
    label: str,
    value: Decimal | None,
    unit: str,
    n: int,
    method: str,
    *,
    low: Decimal | None = None,
    high: Decimal | None = None,
    deals: tuple[str, ...] = (),
    sums: tuple[str, ...] = (),
    missing: tuple[str, ...] = (),
    answer: Answer = Answer.FOUND,
    note: str = "",
) -> Figure:
    if unit == "deals":
        low, high = value, high if high is not None else value
    return Figure(
        id=f"{programme}/{part.id}/{measure}",
        programme=programme,
        slice=part.id,
        measure=measure,
        label=label,
        value=value,
        unit=unit,
        low=low,
        high=high,
        n=n,
        answer=answer,
        method=f"scorecard.{method}",
        deals=deals,
        sums=sums,
        missing=missing,
        note=note,
    )
