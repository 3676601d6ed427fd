"""What would have had to be true: thresholds first, then shares of named priors under which each way of paying works.

The ledger fixes sums, steps and dates. It shows neither v nor k, nor patience, nor ways out; whoever wants a table says
for each of these a range and the reason for it. Without the reason there is no table.
"""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import pairwise, repeat
from typing import Final

from warifu.errors import MeasureError, UnstatedPriorError
from warifu.measures.bargain.belief import capacity
from warifu.measures.bargain.delay import deadline_belief, milking_flow
from warifu.measures.bargain.setting import COMPLETE, NO_THREAT, SYMBOLS, Setting, bounds
from warifu.measures.bargain.tranches import GRIM, free_steps_hold, steps_hold
from warifu.measures.result import Result

FIXED_SENTENCE: Final = "These shares describe the assumptions, not the past."
PLACEHOLDERS: Final = "Some priors are placeholders: the shares are no findings about any government."
DRAWS: Final = 20_000
SEED: Final = 1956

BELIEFS: Final[Mapping[str, str]] = {
    "belief_extension": "how likely the conceder thinks it that a deadline would be extended",
    "theta": "share of announced private money that arrives",
    "theta_hat": "share of private money the conceder thinks the payer's government can order",
}
NEEDED: Final = ("v", "k")
SETTING_NAMES: Final = tuple(field.name for field in fields(Setting))
INPUTS: Final = (*SETTING_NAMES, *BELIEFS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the ledger fixes of one bargain. Sums are in one unit of money at present value.

    Attributes:
        name: The programme.
        unit: Such as "USD bn".
        hoped: The package hoped for.
        came: What came; None if not known.
        steps: The political steps that exist, as shares of the whole concession, in order.
        flow: What the conceder receives per round while talks last, unconditionally.
        public: What the payer's government itself can give; None if not known.
        private: What was announced for firms; None if not known.
    """

    name: str
    unit: str
    hoped: float
    came: float | None = None
    steps: tuple[float, ...] = ()
    flow: float | None = None
    public: float | None = None
    private: float | None = None


@dataclass(frozen=True, slots=True)
class Prior:
    """A range, every value in it as likely as any other, and why it is that range.

    Attributes:
        name: One of `INPUTS`.
        low: The lower end.
        high: The upper end; the same as `low` to hold the input fixed.
        reason: Why, in words, with a source where there is one.
        placeholder: True where the range was put there to show the page at work.
    """

    name: str
    low: float
    high: float
    reason: str
    placeholder: bool = False

    def at(self, chance: float) -> float:
        return self.low + (self.high - self.low) * chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One input changed in every draw: its value times `times`, plus `add`."""

    label: str
    name: str
    times: float = 1.0
    add: float = 0.0

    def of(self, value: float) -> float:
        return value * self.times + self.add


@dataclass(frozen=True, slots=True)
class Draw:
    """One draw from the priors."""

    setting: Setting
    beliefs: Mapping[str, float]


Works = Callable[[Case, Draw], bool]


@dataclass(frozen=True, slots=True)
class Mechanism:
    """One way of paying, and when it works.

    Attributes:
        title: As printed in the table.
        works: Whether it works in one draw.
        needs: What must be known: fields of `Case`, or beliefs with a prior.
    """

    title: str
    works: Works
    needs: tuple[str, ...] = ()


def _trade_exists(case: Case, draw: Draw) -> bool:
    return bounds(draw.setting)[2] is not None


def _package_fits(case: Case, draw: Draw) -> bool:
    low, high, surplus = bounds(draw.setting)
    return surplus is not None and low <= case.hoped <= high


def _paid_up_front(case: Case, draw: Draw) -> bool:
    setting = draw.setting
    concedes = setting.r_conceder - setting.o_conceder >= setting.k
    return concedes and setting.v + setting.r_payer - setting.o_payer >= setting.kappa * case.hoped


def _given_steps(case: Case, draw: Draw) -> bool:
    return steps_hold(draw.setting, case.steps)


def _free_steps(case: Case, draw: Draw) -> bool:
    return free_steps_hold(draw.setting)


def _deadline(case: Case, draw: Draw) -> bool:
    setting = draw.setting
    gain = setting.beta * case.hoped - setting.k
    if gain < setting.o_conceder or setting.v - setting.kappa * case.hoped < setting.o_payer:
        return False
    limit = deadline_belief(gain, setting.beta * (case.flow or 0.0), setting.d_conceder, setting.o_conceder)
    return draw.beliefs["belief_extension"] <= limit


def _not_milked(case: Case, draw: Draw) -> bool:
    setting = draw.setting
    gain = setting.beta * case.hoped - setting.k
    return gain >= 0 and setting.beta * (case.flow or 0.0) <= milking_flow(gain, setting.d_conceder)


def _can_deliver(case: Case, draw: Draw) -> bool:
    beliefs = draw.beliefs
    return capacity(draw.setting, case.public or 0.0, case.private or 0.0, beliefs["theta"], beliefs["theta_hat"]).deal


MECHANISMS: Final[Mapping[str, Mechanism]] = {
    "trade": Mechanism("some package suits both (a third party paying on completion reaches this)", _trade_exists),
    "package": Mechanism("the hoped package suits both", _package_fits),
    "upfront": Mechanism("the hoped package paid up front", _paid_up_front),
    "given_steps": Mechanism("tranches against the steps that exist", _given_steps, ("steps",)),
    "free_steps": Mechanism("tranches, concession freely divisible", _free_steps),
    "deadline": Mechanism("the hoped package with a deadline", _deadline, ("flow", "belief_extension")),
    "not_milked": Mechanism("settling pays more than living on the flow", _not_milked, ("flow",)),
    "capacity": Mechanism("what is asked can be delivered", _can_deliver, ("public", "private", "theta", "theta_hat")),
}


@dataclass(frozen=True, slots=True)
class Share:
    """In what share of draws a mechanism works; `error` is the Monte Carlo standard error."""

    mechanism: str
    title: str
    share: float
    error: float

    @property
    def sentence(self) -> str:
        return f"Under these priors, {self.title}: works in {self.share:.1%} of draws (± {1.96 * self.error:.1%})."


@dataclass(frozen=True, slots=True)
class Difference:
    """How a change of one input moves a share, on the same draws."""

    change: str
    mechanism: str
    before: float
    after: float
    difference: float
    error: float


@dataclass(frozen=True, slots=True)
class Driver:
    """Success in the top third of an input less success in its bottom third."""

    name: str
    mechanism: str
    difference: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf(Result):
    """Shares of the named priors under which each way of paying works, and what moves them.

    Attributes:
        case: What the ledger fixed.
        priors: What somebody assumed, with the reasons.
        shares: One row for each mechanism that could be asked.
        differences: Each change against each mechanism.
        drivers: Each input against each mechanism, the strongest first within a mechanism.
        note: The sentence printed under every table.
    """

    case: Case
    priors: tuple[Prior, ...]
    shares: tuple[Share, ...]
    differences: tuple[Difference, ...]
    drivers: tuple[Driver, ...]
    note: str = FIXED_SENTENCE


def what_if(
    case: Case, priors: Sequence[Prior], changes: Sequence[Change] = (), draws: int = DRAWS, seed: int = SEED
) -> WhatIf:
    """Ask every mechanism over draws from the priors.

    Each input has its own stream of random numbers, seeded by its name, so that the same draws stand behind every row
    and adding a prior leaves the others' draws as they were. Inputs without a prior are held at the values that the
    assumption names.

    Raises:
        UnstatedPriorError: v or k has no prior, or a prior has no reason.
        MeasureError: A prior's name or range is impossible, or a change names no input.
    """
    check_priors(priors)
    _refuse_few_draws(draws)
    chances = _chances(priors, draws, seed)
    asked, missing = _mechanisms(case, priors)
    drawn = list(_draws(priors, chances))
    works = {name: [MECHANISMS[name].works(case, draw) for draw in drawn] for name in asked}
    return WhatIf(
        n=draws,
        method="Monte Carlo over named priors",
        assumption=f"{GRIM} {_held(priors)}",
        seed=seed,
        warnings=_warnings(priors, drawn, missing),
        case=case,
        priors=tuple(priors),
        shares=tuple(_share(name, works[name]) for name in asked),
        differences=tuple(row for change in changes for row in _differences(case, priors, chances, works, change)),
        drivers=_drivers(priors, chances, works),
    )


def check_priors(priors: Sequence[Prior]) -> None:
    """Refuse priors that are missing, unreasoned, doubled or impossible; see `what_if` for the errors."""
    names = [prior.name for prior in priors]
    for needed in NEEDED:
        if needed not in names:
            raise UnstatedPriorError(needed, f"is missing: nobody can know {SYMBOLS[needed].meaning} from a ledger")
    for prior in priors:
        if not prior.reason.strip():
            raise UnstatedPriorError(prior.name, "has no written reason")
        if prior.name not in INPUTS:
            raise MeasureError("what-if", f"there is no input {prior.name!r}", f"Use one of: {', '.join(INPUTS)}.")
        if names.count(prior.name) > 1:
            raise MeasureError("what-if", f"prior {prior.name!r} is given twice", "Keep one of them.")
        if not (math.isfinite(prior.low) and math.isfinite(prior.high) and prior.low <= prior.high):
            raise MeasureError(
                "what-if", f"prior {prior.name!r} runs from {prior.low} to {prior.high}", "Put the low end first."
            )


@dataclass(frozen=True, slots=True)
class Threshold:
    """What the whole concession may cost the conceder at most, for a sum to have bought it.

    Attributes:
        label: Which sum: hoped or came.
        amount: The sum.
        beta: What a unit is worth to the conceder.
        cost: beta x amount - oC.
    """

    label: str
    amount: float
    beta: float
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds(Result):
    """Break-even values that need no prior for v or k.

    Attributes:
        costs: For each sum and each beta, the highest cost at which it could have bought the whole concession.
        relationship_up_front: The least RC - oC, as a multiple of k, for which paying up front works: always 1.
        collateral_last_step: The least collateral, as a multiple of k, for which the last existing step is made; None
            without steps.
        value_over_cost: The least v / k for which freely divisible tranches work, by beta.
        sentences: The same in words.
    """

    costs: tuple[Threshold, ...]
    relationship_up_front: float
    collateral_last_step: float | None
    value_over_cost: tuple[tuple[float, float], ...]
    sentences: tuple[str, ...]


def thresholds(
    case: Case,
    betas: Sequence[float] = (1.0, 0.6, 0.3),
    o_conceder: float = 0.0,
    kappa: float = 1.0,
    d_conceder: float = 0.9,
) -> Thresholds:
    """What would have had to be true, without assuming v or k.

    A sum E buys the whole concession only if k <= beta E - oC; the last step g_N is made only if the collateral is at
    least k g_N / dC; freely divisible tranches need v / k > kappa / (beta dC).

    Raises:
        MeasureError: A beta, or the conceder's patience, is not above 0.
    """
    if d_conceder <= 0 or any(beta <= 0 for beta in betas):
        raise MeasureError("thresholds", "a beta or dC is not above 0, so money buys nothing", "Put it above 0.")
    sums = [("hoped", case.hoped)] + ([("came", case.came)] if case.came is not None else [])
    costs = tuple(
        Threshold(label, amount, beta, beta * amount - o_conceder) for label, amount in sums for beta in betas
    )
    return Thresholds(
        n=len(costs),
        method="Break-even values",
        assumption=COMPLETE,
        warnings=() if kappa > 0 else (NO_THREAT,),
        costs=costs,
        relationship_up_front=1.0,
        collateral_last_step=case.steps[-1] / d_conceder if case.steps else None,
        value_over_cost=tuple((beta, kappa / (beta * d_conceder)) for beta in betas),
        sentences=tuple(_threshold_sentence(case, label, costs) for label, _ in sums),
    )


def _threshold_sentence(case: Case, label: str, costs: Iterable[Threshold]) -> str:
    rows = [row for row in costs if row.label == label]
    values = ", ".join(f"{row.cost:.1f} at beta {row.beta:g}" for row in rows)
    what = "hoped" if label == "hoped" else "that came"
    return (
        f"The {rows[0].amount:g} {case.unit} {what} could have bought the whole concession only if "
        f"it cost the conceder less than {values}."
    )


def round_length(meetings: Sequence[date]) -> float | None:
    """The median gap between meetings, in days, as the length of a round; None for fewer than two days."""
    days = sorted(set(meetings))
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return float(statistics.median(gaps)) if gaps else None


GRID_LABEL: Final = (
    "Computed beforehand at the points shown; values between points are not computed. "
    "Each cell is the share of draws from the remaining priors. " + FIXED_SENTENCE
)


def grid(
    case: Case, priors: Sequence[Prior], axes: Mapping[str, Sequence[float]], draws: int = 500, seed: int = SEED
) -> dict[str, object]:
    """Shares at each point of a grid over some inputs, the others drawn from their priors; plain JSON values.

    Args:
        case: What the ledger fixes.
        priors: As for `what_if`; those of the axes only say that the input was thought about.
        axes: For each input on the page's sliders, its values.
        draws: How many draws stand behind each cell; the same ones behind every cell.
        seed: See `what_if`.

    Returns:
        `label`, `case`, `priors`, `axes`, `draws`, `seed`, `mechanisms` (name and title) and `shares`: by mechanism,
        one list of shares for all points, the last axis running fastest.

    Raises:
        UnstatedPriorError, MeasureError: As for `what_if`; or an axis names no prior.
    """
    check_priors(priors)
    _refuse_few_draws(draws)
    names = [prior.name for prior in priors]
    for axis in axes:
        if axis not in names:
            raise UnstatedPriorError(axis, "is on the grid but has no range and reason")
    chances = _chances(priors, draws, seed)
    asked, missing = _mechanisms(case, priors)
    shares: dict[str, list[float]] = {name: [] for name in asked}
    for point in _points(axes):
        fixed = [
            replace(prior, low=point[prior.name], high=point[prior.name]) if prior.name in point else prior
            for prior in priors
        ]
        drawn = list(_draws(fixed, chances))
        for name in asked:
            shares[name].append(sum(MECHANISMS[name].works(case, draw) for draw in drawn) / draws)
    return {
        "label": GRID_LABEL,
        "warnings": list(_warnings(priors, (), missing)),
        "assumption": f"{GRIM} {_held(priors)}",
        "case": {field.name: _plain(getattr(case, field.name)) for field in fields(case)},
        "priors": [{field.name: getattr(prior, field.name) for field in fields(prior)} for prior in priors],
        "axes": [
            {
                "name": name,
                "meaning": SYMBOLS[name].meaning if name in SYMBOLS else BELIEFS[name],
                "values": [float(value) for value in values],
            }
            for name, values in axes.items()
        ],
        "draws": draws,
        "seed": seed,
        "mechanisms": [{"name": name, "title": MECHANISMS[name].title} for name in asked],
        "shares": shares,
    }


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _points(axes: Mapping[str, Sequence[float]]) -> Iterable[dict[str, float]]:
    points: list[dict[str, float]] = [{}]
    for name, values in axes.items():
        points = [{**point, name: value} for point in points for value in values]
    return points


def _chances(priors: Sequence[Prior], draws: int, seed: int) -> list[list[float]]:
    """For each prior its own stream of numbers in [0, 1)."""
    streams = [random.Random(f"{seed}:{prior.name}") for prior in priors]
    return [[stream.random() for _ in range(draws)] for stream in streams]


def _draws(priors: Sequence[Prior], chances: Sequence[Sequence[float]], change: Change | None = None) -> Iterable[Draw]:
    """A draw for every row of chances; inputs that are beliefs stand apart from the setting."""
    inputs = [
        [prior.low + (prior.high - prior.low) * chance for chance in row]
        for prior, row in zip(priors, chances, strict=True)
    ]
    names = [prior.name for prior in priors]
    if change is not None:
        if change.name in names:
            place = names.index(change.name)
            inputs[place] = [change.of(value) for value in inputs[place]]
        else:
            names.append(change.name)
            inputs.append([change.of(_default(change.name))] * len(chances[0]))
    settings = [name for name in names if name not in BELIEFS]
    beliefs = [name for name in names if name in BELIEFS]
    of_setting = [inputs[names.index(name)] for name in settings]
    of_belief = [inputs[names.index(name)] for name in beliefs]
    held = zip(*of_belief, strict=True) if of_belief else repeat(())
    for values, believed in zip(zip(*of_setting, strict=True), held, strict=False):
        yield Draw(Setting(**dict(zip(settings, values, strict=True))), dict(zip(beliefs, believed, strict=True)))


def _default(name: str) -> float:
    value = {field.name: field.default for field in fields(Setting)}.get(name)
    if not isinstance(value, float):
        raise MeasureError("what-if", f"{name!r} is changed but has no prior", "Give it one first.")
    return value


def _mechanisms(case: Case, priors: Sequence[Prior]) -> tuple[list[str], list[str]]:
    """The mechanisms that can be asked, and sentences about those that cannot."""
    given = {prior.name for prior in priors}
    asked: list[str] = []
    missing: list[str] = []
    for name, mechanism in MECHANISMS.items():
        lacking = [need for need in mechanism.needs if need not in given and getattr(case, need, None) in (None, ())]
        if lacking:
            missing.append(f"Not asked: {mechanism.title} (not given: {', '.join(lacking)}).")
        else:
            asked.append(name)
    return asked, missing


def _warnings(priors: Sequence[Prior], drawn: Sequence[Draw], missing: Sequence[str]) -> tuple[str, ...]:
    found = [PLACEHOLDERS] if any(prior.placeholder for prior in priors) else []
    idle = sum(not draw.setting.threat_is_credible for draw in drawn)
    if idle:
        found.append(f"In {idle / len(drawn):.1%} of draws: {NO_THREAT}")
    return (*found, *missing)


def _held(priors: Sequence[Prior]) -> str:
    given = {prior.name for prior in priors}
    held = [f"{name} = {_default(name):g}" for name in SETTING_NAMES if name not in given and name not in NEEDED]
    return f"Held fixed: {', '.join(held)}." if held else "Every input has a prior."


def _share(name: str, works: Sequence[bool]) -> Share:
    share = sum(works) / len(works)
    return Share(name, MECHANISMS[name].title, share, math.sqrt(share * (1 - share) / len(works)))


def _differences(
    case: Case,
    priors: Sequence[Prior],
    chances: Sequence[Sequence[float]],
    works: Mapping[str, Sequence[bool]],
    change: Change,
) -> Iterable[Difference]:
    if change.name not in INPUTS:
        raise MeasureError("what-if", f"there is no input {change.name!r}", f"Use one of: {', '.join(INPUTS)}.")
    changed = list(_draws(priors, chances, change))
    for name, before in works.items():
        after = [MECHANISMS[name].works(case, draw) for draw in changed]
        moved = [int(now) - int(then) for now, then in zip(after, before, strict=True)]
        count = len(moved)
        mean = sum(moved) / count
        spread = sum(step * step for step in moved) / count - mean * mean
        yield Difference(change.label, name, sum(before) / count, sum(after) / count, mean, math.sqrt(spread / count))


def _drivers(
    priors: Sequence[Prior], chances: Sequence[Sequence[float]], works: Mapping[str, Sequence[bool]]
) -> tuple[Driver, ...]:
    rows: list[Driver] = []
    for prior, row in zip(priors, chances, strict=True):
        if prior.low == prior.high:
            continue
        order = sorted(range(len(row)), key=lambda place: (row[place], place))
        third = len(order) // 3
        bottom, top = order[:third], order[-third:]
        for name, worked in works.items():
            gained = sum(worked[place] for place in top) - sum(worked[place] for place in bottom)
            rows.append(Driver(prior.name, name, gained / third))
    places = {name: place for place, name in enumerate(works)}
    return tuple(sorted(rows, key=lambda row: (places[row.mechanism], -abs(row.difference), row.name)))


def _refuse_few_draws(draws: int) -> None:
    if draws < 100:
        raise MeasureError("what-if", f"{draws} draws are too few for a share", "Take at least 100.")
