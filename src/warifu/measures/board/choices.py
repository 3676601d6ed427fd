"""The score under other defensible choices, every headline under every combination of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, NamedTuple

from warifu.measures import choices
from warifu.measures.board import countries
from warifu.measures.board.page import Page, count_of, money, percent
from warifu.measures.board.record import Board
from warifu.measures.choices import Choice, Curve, Flip, Options, Values
from warifu.terms.codelist import Answer, Belongs, Binding, Form, Stage, Standing, SumKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import ORDER, Converted, Deal, DealSum
from warifu.terms.report import Axis, Chart, Point, Verdict

CURRENCY: Final = "currency"
UMBRELLAS: Final = "umbrellas"
BINDS: Final = "binding"
SILENT: Final = "silent deals"
VOICE: Final = "voice"
COPIES: Final = "copies"

DAY, YEAR, START = "rate of the day", "mean rate of the year", "rate at the programme's start"
PARTS, FRAMES = "count the parts", "count the frames"
AS_TOLD, CONTESTED, FIRM, UNKNOWN = (
    "as told",
    "contested counts as binding",
    "any agreement or contract binds",
    "unknown counts as binding",
)
KEPT, LEFT_OUT = "kept", "left out"
ALL, GOVERNMENTS = "all voices", "governments only"
ONCE, EACH = "a copy is no witness", "every source counts"

FIRM_FORMS: Final = frozenset({Form.AGREEMENT, Form.CONTRACT, Form.EXCHANGE_OF_LETTERS})
KINDS: Final[Mapping[SumKind, str]] = {
    SumKind.PLEDGE: "pledged",
    SumKind.COMMITMENT: "committed",
    SumKind.DISBURSEMENT: "paid",
}
HEADLINES: Final[Mapping[str, str]] = {
    "share binding": "Binding, of promised deals",
    "share paid": "Paid, of promised deals",
    "share delivered": "Delivered, of promised deals",
    "one witness": "Resting on one witness, of promised deals",
    "pledged": "Pledged money",
    "committed": "Committed money",
    "paid": "Paid money",
    "paid of committed": "Paid money over committed money",
}


def page(board: Board) -> Page:
    """How far each headline moves over all combinations, how often a verdict turns, and which choice is to blame."""
    made = Page(board.id, "choices", "choices.specification_curve")
    table = Signatures.of(board)
    found = choices.specification_curve(
        choices_of(board),
        table.compute,
        verdicts={
            "more than half binds": lambda values: _more_than_half(values["share binding"]),
            "more than half of what was committed is paid": lambda values: _more_than_half(values["paid of committed"]),
            "area with most committed money": lambda values: _largest(values, table.areas, "committed"),
            "area with most promised deals": lambda values: _largest(values, table.areas, "promised"),
        },
    )
    curves = {curve.headline: curve for curve in found.curves if curve.headline in HEADLINES}
    for name in HEADLINES:
        _curve(made, board, name, curves[name])
    turnings = [Turning.of(flip) for flip in found.flips]
    _flips(made, turnings, board)
    _blame(made, curves)
    any_promised = curves["share binding"].default is not None
    return made.close(
        "Under other choices",
        "Would another careful tracker, who chose otherwise, have said something else?",
        Verdict.SAYS if any_promised else Verdict.NOT_APPLICABLE,
        _says(found.n, turnings, curves)
        if any_promised
        else "Nothing was promised here, so there is nothing to choose about.",
        found.n,
        assumption=found.assumption,
        details=(
            f"{found.n:,} combinations: "
            + "; ".join(f"{choice.name} ({', '.join(choice.options)})" for choice in choices_of(board))
            + ".",
            *(_told_turning(turning) for turning in turnings),
        ),
        warnings=[
            f"“{HEADLINES[name]}” has no value in {curve.undefined} of {found.n} combinations."
            for name, curve in sorted(curves.items())
            if curve.undefined
        ],
        made_from=(deal.id for deal in board.deals),
    )


def choices_of(board: Board) -> tuple[Choice, ...]:
    """What could defensibly be decided otherwise; the first option is what the published figures take."""
    sides = tuple(only(side) for side in board.sides)
    return (
        Choice(CURRENCY, (DAY, YEAR, START), DAY),
        Choice(UMBRELLAS, (PARTS, FRAMES), PARTS),
        Choice(BINDS, (AS_TOLD, CONTESTED, FIRM, UNKNOWN), AS_TOLD),
        Choice(SILENT, (KEPT, LEFT_OUT), KEPT),
        Choice(VOICE, (ALL, *sides, GOVERNMENTS), ALL),
        Choice(COPIES, (ONCE, EACH), ONCE),
    )


def only(side: str) -> str:
    return f"voices of {countries.name(side)} only"


# --- signatures ------------------------------------------------------------------------------------------------------


class Told(NamedTuple):
    """What one choice of voices tells of a deal."""

    promised: bool
    binding: Binding
    firm: bool
    paid: bool
    delivered: bool


class Seen(NamedTuple):
    """Everything about a deal that any combination asks; deals alike in it are counted together."""

    parts: bool
    frames: bool
    silent: bool
    told: tuple[Told, ...]
    one_origin: bool
    one_source: bool


class Amount(NamedTuple):
    """Everything about a sum that any combination asks, but for the amount."""

    kind: str
    parts: bool
    frames: bool
    voices: tuple[bool, ...]
    doubtful: bool


Three = list[float | None]
"""Sums in the programme's currency on each currency basis; None while no rate was at hand for any, never 0."""


@dataclass(slots=True)
class Signatures:
    """Deals and sums counted by what the choices ask of them, so that a combination costs no walk over the deals."""

    voices: tuple[str, ...]
    areas: tuple[str, ...]
    seen: Counter[Seen] = field(default_factory=Counter)
    sums: dict[Amount, Three] = field(default_factory=dict)
    seen_by_area: dict[str, Counter[Seen]] = field(default_factory=dict)
    sums_by_area: dict[str, dict[Amount, Three]] = field(default_factory=dict)

    @classmethod
    def of(cls, board: Board) -> Signatures:
        made = cls((ALL, *(only(side) for side in board.sides), GOVERNMENTS), tuple(board.areas))
        made.seen_by_area = {area: Counter() for area in made.areas}
        made.sums_by_area = {area: {} for area in made.areas}
        convert = _converter(board)
        core = [deal for deal in board.deals if deal.case.belongs is Belongs.CORE]
        frames = frozenset(deal.id for deal in core if deal.case.umbrella)
        for deal in core:
            made._add(deal, board.sides, frames, convert)
        return made

    def _add(self, deal: Deal, sides: tuple[str, str], frames: frozenset[str], convert: _Convert) -> None:
        parts, as_frame = deal.leaf, deal.case.part_of not in frames
        of_voice = _voices(deal, sides)
        sums: dict[SumKind, list[DealSum]] = {kind: [] for kind in KINDS}
        for item in deal.sums:
            if item.kind in sums:
                sums[item.kind].append(item)
        told = {heard: _told(deal, heard, sums[SumKind.DISBURSEMENT]) for heard in of_voice}
        sources = {item.source for item in deal.case.statements if item.source}
        seen = Seen(
            parts,
            as_frame,
            deal.silent_since is not None,
            tuple([told[heard] for heard in of_voice]),
            deal.support <= 1,
            len(sources) <= 1,
        )
        self.seen[seen] += 1
        for area in deal.case.areas:
            if area in self.seen_by_area:
                self.seen_by_area[area][seen] += 1
        for item, key in _amounts(deal, sums, of_voice, as_frame):
            values = convert(item)
            for into in (
                self.sums,
                *(self.sums_by_area[area] for area in deal.case.areas if area in self.sums_by_area),
            ):
                held = into.setdefault(key, [None, None, None])
                for place, value in enumerate(values):
                    if value is not None:
                        held[place] = (held[place] or 0.0) + value

    def compute(self, options: Options) -> Values:
        """The headlines under one combination."""
        values: dict[str, float | None] = {}
        promised, binds, paid, delivered, single = self._count(self.seen, options)
        for name, number in (
            ("share binding", binds),
            ("share paid", paid),
            ("share delivered", delivered),
            ("one witness", single),
        ):
            values[name] = number / promised if promised else None
        sums = self._sum(self.sums, options)
        values |= sums
        committed, disbursed = sums["committed"], sums["paid"]
        values["paid of committed"] = None if not committed or disbursed is None else disbursed / committed
        for area in self.areas:
            values[f"promised {area}"] = float(self._count(self.seen_by_area[area], options)[0])
            values[f"committed {area}"] = self._sum(self.sums_by_area[area], options)["committed"]
        return values

    def _count(self, seen: Counter[Seen], options: Options) -> tuple[int, int, int, int, int]:
        voice = self.voices.index(options[VOICE])
        found = [0, 0, 0, 0, 0]
        for key, number in seen.items():
            inside = key.parts if options[UMBRELLAS] == PARTS else key.frames
            told = key.told[voice]
            if not inside or not told.promised or (key.silent and options[SILENT] == LEFT_OUT):
                continue
            found[0] += number
            found[1] += number * _binds(told, options[BINDS])
            found[2] += number * told.paid
            found[3] += number * told.delivered
            found[4] += number * (key.one_origin if options[COPIES] == ONCE else key.one_source)
        return found[0], found[1], found[2], found[3], found[4]

    def _sum(self, sums: dict[Amount, Three], options: Options) -> dict[str, float | None]:
        voice, basis = self.voices.index(options[VOICE]), (DAY, YEAR, START).index(options[CURRENCY])
        found: dict[str, float | None] = dict.fromkeys(KINDS.values())
        for key, values in sums.items():
            inside = key.parts if options[UMBRELLAS] == PARTS else key.frames
            value = values[basis]
            doubted = key.doubtful and options[COPIES] == ONCE
            if inside and key.voices[voice] and value is not None and not doubted:
                found[key.kind] = (found[key.kind] or 0.0) + value
        return found


def _binds(told: Told, rule: str) -> bool:
    match rule:
        case "contested counts as binding":
            return told.binding in (Binding.YES, Binding.CONTESTED)
        case "any agreement or contract binds":
            return told.binding is Binding.YES or told.firm
        case "unknown counts as binding":
            return told.binding in (Binding.YES, Binding.UNKNOWN)
        case _:
            return told.binding is Binding.YES


def _voices(deal: Deal, sides: tuple[str, str]) -> tuple[frozenset[str] | None, ...]:
    """The statements that each choice of voices hears; None: all of them."""
    told = deal.case.statements
    return (
        None,
        *(frozenset(item.id for item in told if item.side == side) for side in sides),
        frozenset(item.id for item in told if item.voice.endswith("government")),
    )


def _told(deal: Deal, heard: frozenset[str] | None, payments: Sequence[DealSum]) -> Told:
    """What these statements tell of the deal; all of them give what the ledger publishes."""
    if heard is None:
        reached = {item.stage for item in deal.reached}
        binding, firm = deal.binding, deal.form in FIRM_FORMS
        paid = Standing.COUNTED in [item.standing for item in payments]
    else:
        reached = {item.stage for item in deal.reached if not heard.isdisjoint(item.statements)}
        versions = [version for version in deal.versions if not heard.isdisjoint(version.statements)]
        answers = {version.binding for version in versions if version.binding is not None}
        binding = _one(answers)
        firm = any(version.form in FIRM_FORMS for version in versions)
        paid = False in [heard.isdisjoint(item.statements) for item in payments]
    far = max([ORDER[stage] for stage in reached if stage is not Stage.CANCELLED], default=-1)
    return Told(
        far >= ORDER[Stage.ANNOUNCED], binding, firm, Stage.FINANCED in reached or paid, far >= ORDER[Stage.DELIVERED]
    )


def _one(answers: set[Binding]) -> Binding:
    """One answer from several voices: yes and no together are contested."""
    if {Binding.YES, Binding.NO} <= answers or Binding.CONTESTED in answers:
        return Binding.CONTESTED
    return Binding.YES if Binding.YES in answers else Binding.NO if Binding.NO in answers else Binding.UNKNOWN


def _amounts(
    deal: Deal, sums: Mapping[SumKind, Sequence[DealSum]], of_voice: tuple[frozenset[str] | None, ...], frames: bool
) -> Iterator[tuple[DealSum, Amount]]:
    """The sums that any combination adds, each once, with the voices that tell it.

    A voice that tells another version of a counted sum, and not the counted one, is heard with its own version.
    """
    for kind, of_kind in sums.items():
        if deal.case.umbrella:
            counted = [item for item in of_kind if item.standing in (Standing.COUNTED, Standing.WHOLE)]
        else:
            counted = [item for item in of_kind if item.standing is Standing.COUNTED]
        versions = [item for item in of_kind if item.standing is Standing.VERSION]
        chosen: dict[int, list[bool]] = defaultdict(lambda: [False] * len(of_voice))
        for place, heard in enumerate(of_voice):
            told = counted if heard is None else [item for item in counted if not heard.isdisjoint(item.statements)]
            if not told and heard is not None:
                told = [item for item in versions if not heard.isdisjoint(item.statements)][:1]
            for item in told:
                chosen[item.row][place] = True
        for item in of_kind:
            if item.row in chosen:
                yield item, Amount(KINDS[kind], deal.leaf, frames, tuple(chosen[item.row]), item.doubtful)


_Convert = Callable[[DealSum], tuple[float | None, float | None, float | None]]


def _converter(board: Board) -> _Convert:
    """A sum on the three currency bases."""
    start = PartialDate.of(board.programme.begin.first)

    @cache
    def year(text: str) -> PartialDate:
        return PartialDate.parse(text)

    def convert(item: DealSum) -> tuple[float | None, float | None, float | None]:
        day = item.converted
        if item.money.currency == board.currency:
            told = float(item.money.number)
            return _number(day), told, told
        of_year = None if item.on is None or item.on.year is None else year(str(item.on.year))
        mean = board.rates.convert(item.money, of_year, board.currency)
        first = board.rates.convert(item.money, start, board.currency)
        return _number(day), _number(mean), _number(first)

    return convert


def _number(found: Converted | None) -> float | None:
    return None if found is None else float(found.money.number)


# --- what it says ----------------------------------------------------------------------------------------------------


def _more_than_half(share: float | None) -> str:
    return "cannot be told" if share is None else "yes" if share > 0.5 else "no"


def _largest(values: Values, areas: Iterable[str], what: str) -> str:
    known = {area: value for area in areas if (value := values.get(f"{what} {area}"))}
    return max(sorted(known), key=lambda area: known[area]) if known else "none"


def _curve(made: Page, board: Board, name: str, curve: Curve) -> None:
    unit = "share" if name.startswith(("share", "one", "paid of")) else board.currency
    slug = name.replace(" ", "-")
    made.figure(
        f"choices-{slug}",
        f"{HEADLINES[name]}, over all combinations of choices",
        curve.default,
        unit,
        len(curve.points),
        low=curve.low,
        high=curve.high,
        deals=(deal.id for deal in board.inside),
        note=f"The range runs over {count_of(len(curve.points), 'combination')}; undefined in {curve.undefined}.",
    )
    points = []
    default = {choice.name: choice.default for choice in choices_of(board)}
    for number, point in enumerate(curve.points, start=1):
        other = [f"{key}: {option}" for key, option in point.options if option != default[key]]
        points.append(
            Point(
                at=str(number),
                x=float(number),
                y=point.value,
                label="; ".join(other) or "as published",
                mark="published" if point.is_default else "",
                group=" | ".join(option for _, option in point.options),
            )
        )
    made.draw(
        f"choices-{slug}",
        f"{HEADLINES[name]} under every combination",
        Chart.CURVE,
        Axis.NUMBER,
        points,
        x_title="combinations in order",
        y_title=HEADLINES[name],
        unit=unit,
        says=_says_curve(name, curve, board),
    )


def _says_curve(name: str, curve: Curve, board: Board) -> str:
    def words(value: float | None) -> str:
        if value is None:
            return "nothing"
        return percent(value) if name.startswith(("share", "one", "paid of")) else money(value, board.currency)

    if curve.low is None:
        return "No combination gives a value."
    blame = curve.influences[0] if curve.influences else None
    told = f"From {words(curve.low)} to {words(curve.high)}; published: {words(curve.default)}."
    if blame is None or not blame.swing:
        return f"{told} No choice moves it."
    return f"{told} The choice that moves it most: {blame.choice}."


UNTOLD: Final = frozenset({"cannot be told", "none"})


@dataclass(frozen=True, slots=True)
class Turning:
    """A verdict over the combinations that give one at all."""

    name: str
    default: str
    answers: tuple[tuple[str, int], ...]
    told: int
    turned: int
    blame: str

    @classmethod
    def of(cls, flip: Flip) -> Turning:
        told = sum(number for answer, number in flip.answers if answer not in UNTOLD)
        same = sum(number for answer, number in flip.answers if answer == flip.default and answer not in UNTOLD)
        return cls(flip.name, flip.default, flip.answers, told, told - same, flip.blame)

    @property
    def share(self) -> float | None:
        """The share that turns, of those that can be told; None where the published verdict is no verdict."""
        return None if not self.told or self.default in UNTOLD else self.turned / self.told


def _flips(made: Page, turnings: Iterable[Turning], board: Board) -> None:
    rows = []
    for turning in turnings:
        combinations = sum(number for _, number in turning.answers)
        note = f"Published: {_area(turning.default, board)}. Told in {turning.told} of {combinations} combinations."
        made.figure(
            f"flips-{turning.name.replace(' ', '-')}",
            f"Combinations in which the verdict turns, of those that give one: {turning.name}",
            turning.share,
            "share of combinations",
            turning.told,
            answer=None if turning.share is not None else Answer.NOT_APPLICABLE,
            note=note + (f" Most to blame: {turning.blame}." if turning.blame else ""),
        )
        answers = "; ".join(f"{_area(answer, board)} ({number})" for answer, number in turning.answers)
        turns = "" if turning.share is None else percent(turning.share)
        default = _area(turning.default, board)
        rows.append(((turning.name, default, turns, f"{turning.told} of {combinations}", answers, turning.blame), ()))
    made.table(
        "choices-flips",
        "Verdicts under other choices",
        ("verdict", "as published", "turns in", "can be told in", "all answers, with combinations", "most to blame"),
        rows,
        says="A share of combinations is no probability: nobody draws choices by lot.",
    )


def _area(answer: str, board: Board) -> str:
    return board.areas.get(answer, answer)


def _blame(made: Page, curves: Mapping[str, Curve]) -> None:
    points = [
        Point(at=HEADLINES[name], y=item.share, group=item.choice, label=f"moves it by {item.swing:.3g} on average")
        for name, curve in curves.items()
        for item in curve.influences
        if item.share is not None
    ]
    made.draw(
        "choices-blame",
        "Which choice moves which headline",
        Chart.BARS,
        Axis.CATEGORY,
        points,
        y_title="share of the spread",
        unit="share",
        says="How much of a headline's spread over all combinations one choice explains alone.",
    )


def _told_turning(turning: Turning) -> str:
    if turning.share is None:
        return f"“{turning.name}” cannot be told as published."
    return f"“{turning.name}” turns in {percent(turning.share)} of the combinations that tell it" + (
        f", most by the choice of {turning.blame}." if turning.blame else "."
    )


def _says(combinations: int, turnings: Iterable[Turning], curves: Mapping[str, Curve]) -> str:
    binding, committed = curves["share binding"], curves["committed"]
    known = [(turning.share, turning) for turning in turnings if turning.share is not None]
    text = (
        f"The share that binds runs from {percent(binding.low)} to {percent(binding.high)} over {combinations:,} "
        f"combinations (published: {percent(binding.default)})"
    )
    text += "." if committed.low is None else f", committed money by a factor of {_factor(committed)}."
    turning = sorted((pair for pair in known if pair[0]), key=lambda pair: (-pair[0], pair[1].name))
    if turning:
        share, worst = turning[0]
        text += f" “{worst.name}” turns in {percent(share)} of them, most by the choice of {worst.blame}."
    steady = [item.name for share, item in known if not share]
    if steady:
        text += f" The same wherever it can be told: {'; '.join(steady)}."
    return text


def _factor(curve: Curve) -> str:
    if not curve.low or curve.high is None:
        return "unknown size (from nothing)"
    return f"{curve.high / curve.low:.2g}"
