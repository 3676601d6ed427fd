"""Claims check: whether published numbers can be true together.

Four questions, each a rule with a name. Do the parts give the total (`total-of-parts`)? Can a total have changed by so
much when its parts changed by this (`change-of-parts`)? Do the two currencies of one sum agree, and if not, which unit
was meant (`unit-slip`)? Is the share printed the share that its parts give (`share-of-parts`)? A part-list that does
not say it is complete is no error for adding up to less.

"More than", "about" and "up to" are part of the value: they turn a number into a range, and only ranges that cannot
meet are flagged.

Source: the rules are warifu's own (CODEBOOK, consistency checks).
Example: trade is said to have fallen by 33 %, exports by 15.5 % and imports by 29.4 %. A total moves no further than
the part that moved most, so one of the three is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from warifu.measures.result import Result
from warifu.terms.problem import Problem, Severity

PERCENT: Final = "percent"
SLACK: Final = Decimal("0.05")  # two currencies of one sum may differ by a rounded rate and the day's range
ABOUT: Final = Decimal("0.1")  # "about x" is [.9x, 1.1x]
SCALES: Final[Mapping[str, Decimal]] = {
    "": Decimal(1), "k": Decimal(10) ** 3, "m": Decimal(10) ** 6, "bn": Decimal(10) ** 9, "tn": Decimal(10) ** 12,
}  # fmt: skip
QUALIFIERS: Final[Mapping[str, str]] = {"more than": "+", "over": "+", "at least": "+", "about": "~", "up to": "≤"}
SUSPECTS: Final = ("RUB", "JPY", "USD", "EUR", "CNY", "KRW", "GBP")  # currencies tried when a unit does not fit
MAGNITUDES: Final = (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6)  # 4: the Japanese and Chinese count of ten thousands

UNIT: Final = re.compile(r"(?P<unit>[^()]*?)\s*(?:\((?P<qualifier>[^)]*)\))?")
MONEY: Final = re.compile(r"(?P<currency>[A-Z]{3})(?:\s+(?P<scale>k|m|bn|tn))?")
EQUIVALENT: Final = re.compile(r"about (?P<currency>[A-Z]{3}) (?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>k|m|bn|tn)?\b")

Rate = Callable[[str, str, str], Decimal | None]
"""From a currency, a currency and a date as told, to how much of the second one unit of the first is; None: unknown."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One published number.

    Attributes:
        id: Its row.
        on: The date it was said, as told (EDTF).
        voice: Who said it.
        subject: Of what.
        item: The thing counted or valued.
        value: The number as printed.
        unit: As printed without scale or bound: a currency code, "percent", "projects" …
        scale: What one printed unit stands for, such as 10^9 for "bn".
        qualifier: "" (exact), "+" (more than), "~" (about) or "≤" (up to).
        also: The same sum in another currency, as the source gives it: currency and amount.
    """

    id: str
    on: str
    voice: str
    subject: str
    item: str
    value: Decimal
    unit: str
    scale: Decimal = Decimal(1)
    qualifier: str = ""
    also: tuple[str, Decimal] | None = None

    @property
    def amount(self) -> Decimal:
        return self.value * self.scale

    @property
    def low(self) -> Decimal:
        match self.qualifier:
            case "~":
                return self.amount - abs(self.amount) * ABOUT
            case "≤":
                return Decimal(0)
            case _:
                return self.amount

    @property
    def high(self) -> Decimal | None:
        """None: open."""
        match self.qualifier:
            case "~":
                return self.amount + abs(self.amount) * ABOUT
            case "+":
                return None
            case _:
                return self.amount

    @property
    def text(self) -> str:
        """The value with its bound, as on a time line: 80, 100+, ~30."""
        number = f"{self.value:f}"
        return f"{number}+" if self.qualifier == "+" else f"{self.qualifier}{number}"


def read_unit(text: str) -> tuple[str, Decimal, str]:
    """Read "USD bn (about)": the unit, what one of it stands for, and the bound."""
    match = UNIT.fullmatch(text.strip())
    unit, words = (match["unit"], match["qualifier"] or "") if match is not None else (text.strip(), "")
    money = MONEY.fullmatch(unit)
    if money is not None:
        return money["currency"], SCALES[money["scale"] or ""], QUALIFIERS.get(words, "")
    return unit, Decimal(1), QUALIFIERS.get(words, "")


def read_equivalent(note: str) -> tuple[str, Decimal] | None:
    """The other currency in a coder's note, written "about JPY 88.5bn". None: the note gives none."""
    match = EQUIVALENT.search(note)
    if match is None:
        return None
    return match["currency"], Decimal(match["number"].replace(",", "")) * SCALES[match["scale"] or ""]


def read_row(row: Mapping[str, str]) -> Claim:
    """A claim from a row with the columns id, date, speaker_or_source, subject, item, value, unit and note."""
    unit, scale, qualifier = read_unit(row["unit"])
    return Claim(
        id=row["id"],
        on=row["date"],
        voice=row["speaker_or_source"],
        subject=row["subject"],
        item=row["item"],
        value=Decimal(row["value"]),
        unit=unit,
        scale=scale,
        qualifier=qualifier,
        also=read_equivalent(row.get("note", "")),
    )


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A total and its parts, by id. `complete`: whether the source says that these are all parts."""

    total: str
    parts: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage and the two numbers it is the share of, by id."""

    percent: str
    part: str
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked(Result):
    """What the check found; `n` counts the claims.

    Attributes:
        problems: The claims that cannot stand, by id.
        passed: Rule and claim for everything that was checked and holds.
        unchecked: Rule, claim and reason for what could not be checked.
    """

    problems: tuple[Problem, ...]
    passed: tuple[tuple[str, str], ...]
    unchecked: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer of one rule about one claim: a message (flagged), a reason (unchecked), or neither (holds)."""

    rule: str
    about: str
    flagged: str = ""
    unchecked: str = ""


def check(
    claims: Iterable[Claim], rate: Rate, breakdowns: Sequence[Breakdown] = (), shares: Sequence[Share] = ()
) -> Checked:
    """Run all rules.

    Args:
        claims: In any order.
        rate: Cross rate of two currencies on a date; a missing rate leaves the claim unchecked, never wrong.
        breakdowns: Which claims are totals of which parts.
        shares: Which percentages belong to which parts and wholes.
    """
    book = {claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id)}
    found = [*_breakdowns(book, breakdowns), *_shares(book, shares), *_units(book.values(), rate)]
    found.sort(key=lambda finding: (finding.about, finding.rule))
    unchecked = tuple((item.rule, item.about, item.unchecked) for item in found if item.unchecked)
    return Checked(
        n=len(book),
        method="sums, changes, shares and cross rates over ranges",
        assumption="the parts named are parts of the total named; rates of the day",
        warnings=(f"{len(unchecked)} checks could not be made.",) if unchecked else (),
        problems=tuple(Problem(item.about, item.rule, item.flagged, Severity.LOOK) for item in found if item.flagged),
        passed=tuple((item.rule, item.about) for item in found if not item.flagged and not item.unchecked),
        unchecked=unchecked,
    )


def _breakdowns(book: Mapping[str, Claim], breakdowns: Sequence[Breakdown]) -> Iterator[Finding]:
    for item in breakdowns:
        missing = [name for name in (item.total, *item.parts) if name not in book]
        if missing or not item.parts:
            yield Finding("total-of-parts", item.total, unchecked=f"not among the claims: {', '.join(missing)}")
        elif book[item.total].unit == PERCENT:
            yield _change(book[item.total], [book[name] for name in item.parts])
        else:
            yield _total(book[item.total], [book[name] for name in item.parts], item.complete)


def _total(total: Claim, parts: Sequence[Claim], complete: bool) -> Finding:
    rule = "total-of-parts"
    units = sorted({claim.unit for claim in (total, *parts)})
    money = [unit for unit in units if MONEY.fullmatch(unit)]
    if money and len(units) > 1:
        return Finding(rule, total.id, unchecked=f"units differ: {', '.join(units)}; convert first")
    low = sum((part.low for part in parts), Decimal(0))
    highs = [part.high for part in parts]
    high = None if None in highs else sum((value for value in highs if value is not None), Decimal(0))
    names = " + ".join(part.id for part in parts)
    if total.high is not None and low > total.high:
        return Finding(
            rule, total.id, f"{names} add up to {_said(low)} or more, above {total.text}: look at each again."
        )
    if complete and high is not None and high < total.low:
        return Finding(rule, total.id, f"{names} are said to be all, but give {_said(high)}, not {total.text}.")
    return Finding(rule, total.id)


def _change(total: Claim, parts: Sequence[Claim]) -> Finding:
    """A total is a weighted mean of its parts, so its change lies between theirs."""
    least = min(part.low for part in parts)
    highs = [part.high for part in parts]
    most = None if None in highs else max(high for high in highs if high is not None)
    if (total.high is not None and total.high < least) or (most is not None and total.low > most):
        edges = ", ".join(f"{part.value:f} % ({part.id})" for part in parts)
        return Finding(
            "change-of-parts",
            total.id,
            f"a total cannot change by {total.value:f} % when its parts change by {edges}: look at its own table.",
        )
    return Finding("change-of-parts", total.id)


def _shares(book: Mapping[str, Claim], shares: Sequence[Share]) -> Iterator[Finding]:
    rule = "share-of-parts"
    for item in shares:
        if any(name not in book for name in (item.percent, item.part, item.whole)):
            yield Finding(rule, item.percent, unchecked="a part or the whole is not among the claims")
            continue
        percent, found = book[item.percent], ratio(book[item.part], book[item.whole])
        half = Decimal(1).scaleb(int(percent.value.as_tuple().exponent)) / 2  # printed to this place
        top = None if percent.high is None else percent.high + half
        if found is None:
            yield Finding(rule, item.percent, unchecked="the whole is zero, or the units differ")
        elif (found.high is not None and found.high * 100 < percent.low - half) or (
            top is not None and found.low * 100 > top
        ):
            said = f"{item.part} of {item.whole} is {found.low:.1%}, not {percent.text} %"
            yield Finding(rule, item.percent, f"{said}: one of the three is wrong, or the base is another.")
        else:
            yield Finding(rule, item.percent)


@dataclass(frozen=True, slots=True)
class Ratio:
    """One claim over another, as a range; `high` None: open."""

    low: Decimal
    high: Decimal | None


def ratio(part: Claim, whole: Claim) -> Ratio | None:
    """`part` over `whole`. None: the units differ in currency, or the whole may be zero."""
    currencies = {claim.unit for claim in (part, whole) if MONEY.fullmatch(claim.unit)}
    if len(currencies) > 1 or whole.low <= 0:
        return None
    low = Decimal(0) if whole.high is None else part.low / whole.high
    return Ratio(low, None if part.high is None else part.high / whole.low)


def _units(claims: Iterable[Claim], rate: Rate) -> Iterator[Finding]:
    rule = "unit-slip"
    for claim in claims:
        if claim.also is None or not MONEY.fullmatch(claim.unit):
            continue
        currency, other = claim.also
        factor = rate(claim.unit, currency, claim.on)
        if other <= 0:
            yield Finding(rule, claim.id, unchecked=f"the sum in {currency} is {other:f}")
        elif factor is None:
            yield Finding(rule, claim.id, unchecked=f"no rate from {claim.unit} to {currency} on {claim.on}")
        elif _agree(claim.amount * factor, other):
            yield Finding(rule, claim.id)
        else:
            yield Finding(rule, claim.id, _slip(claim, currency, other, factor, rate))


def _agree(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= SLACK * max(abs(one), abs(other))


def _slip(claim: Claim, currency: str, other: Decimal, factor: Decimal, rate: Rate) -> str:
    """What is wrong with the two currencies of one sum, and which unit would make it right."""
    times = claim.amount * factor / other
    off = f"{times:.0f} times" if times >= 2 else f"{times:.2g} times"
    said = f"{_said(claim.amount)} {claim.unit} are {off} {_said(other)} {currency} at the rate of {claim.on}"
    meant = [
        unit
        for unit in SUSPECTS
        if unit not in (claim.unit, currency)
        and (cross := rate(unit, currency, claim.on)) is not None
        and _agree(claim.amount * cross, other)
    ]
    if meant:
        return f"{said}; in {' or '.join(meant)} the two agree, so the unit is likely {meant[0]}."
    powers = [power for power in MAGNITUDES if _agree(claim.amount * factor * Decimal(10) ** power, other)]
    if powers:
        return f"{said}; moved by 10^{powers[0]} they agree, so a count of zeros slipped."
    return f"{said}: find the sum in a second source."


def _said(number: Decimal) -> str:
    for name, scale in sorted(SCALES.items(), key=lambda item: -item[1]):
        if name not in ("", "k") and abs(number) >= scale:
            return f"{(number / scale).normalize():f} {name}"
    return f"{number.normalize():,f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Result):
    """One count as told over time: (date, value with its bound, what was counted, id), by date."""

    rows: tuple[tuple[str, str, str, str], ...]


def counts(claims: Iterable[Claim]) -> Counts:
    """A count that moves from source to source, with its bounds kept and a warning where what is counted changes."""
    rows = sorted(claims, key=lambda claim: (claim.on, claim.id))
    units = list(dict.fromkeys(claim.unit for claim in rows))
    warnings = (
        (f"The base changed: {', then '.join(units)} were counted, so no rate of growth is given.",)
        if len(units) > 1
        else ()
    )
    return Counts(
        n=len(rows),
        method="counts as told, by date",
        assumption="none: nothing is computed from them",
        warnings=warnings,
        rows=tuple((claim.on, claim.text, claim.unit, claim.id) for claim in rows),
    )
