"""Tranches against concessions, step by step, so that nobody gains by stopping.

In round t the payer pays e_t, then the conceder concedes g_t; neither can be taken back. Whoever stops ends it: the
other stops too, and the breaker loses its relationship. With W_t and V_t the values to conceder and payer from round t
on, nobody stops iff

    conceder:  k g_t <= dC (W_(t+1) - oC)        payer:  V_t = v g_t - kappa e_t + dP V_(t+1) >= oP

Everything here follows from those two lines. Source of the setting: Admati and Perry 1991; Thomas and Worrall 1994;
Lockwood and Thomas 2002; Pitchford and Snyder 2004; the closed forms are derived from the two lines and tested.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from warifu.errors import MeasureError
from warifu.measures.bargain.setting import COMPLETE, Setting
from warifu.measures.result import Result

Side = Literal["payer", "conceder"]

GRIM: Final = COMPLETE + " If the payer would forgive, these results are upper bounds."
FALLBACK: Final = (
    "If a part of the concession itself improves the other side's fallback (a line recognised, a treaty without "
    "territory), count it in oP or oC at that step: concessions must then be gradual."
)
MOST_STEPS: Final = 10_000
ROUNDING: Final = 1e-9


def cost_benefit(setting: Setting) -> float:
    """lam = kappa k / (dC beta v): cost over benefit of the exchange, inflated by the conceder's impatience.

    Infinite where money is worth nothing to the conceder.
    """
    if setting.beta <= 0:
        return math.inf
    return setting.kappa * setting.k / (setting.d_conceder * setting.beta * setting.v)


def collateral(setting: Setting) -> float:
    """Q = RC - oC + (beta / kappa) (RP - oP)^+, floored at 0: what both lose if the last step is not made.

    Where the payer gains from paying (kappa <= 0) it would pay anyway, so only the conceder's own bond counts.
    """
    own = setting.r_conceder - setting.o_conceder
    if not setting.threat_is_credible:
        return max(0.0, own)
    pledged = max(0.0, setting.r_payer - setting.o_payer) * setting.beta / setting.kappa
    return max(0.0, own + max(0.0, pledged))


@dataclass(frozen=True, slots=True, kw_only=True)
class LastStep(Result):
    """The largest concession that a known last step can carry.

    Attributes:
        steps: The concessions in the order made, first to last; the first is cut where the whole is reached.
        total: Their sum, at most 1.
        exact: Whether `total` is the largest possible; otherwise it is a lower bound.
    """

    steps: tuple[float, ...]
    total: float
    exact: bool

    @property
    def whole(self) -> bool:
        return self.total >= 1


def largest_concession(setting: Setting, most_steps: int = MOST_STEPS) -> LastStep:
    """How much can be conceded if both know which step is the last, in at most `most_steps` free steps.

    The last step is at most g_N = dC Q / k; before it g_(t-1) = g_t / lam - h, with
    h = (dC beta / (kappa k)) ((1 - dP) oP + kappa (1 - dC) oC / beta); a step below lam h is not worth making.
    Q = 0 carries nothing, for any number of steps: the exchange unravels from its end.
    Exact without ways out, and with them whenever dP lam <= 1; otherwise a lower bound.
    """
    steps = _steps_backwards(setting, most_steps)
    total = math.fsum(steps)
    no_options = setting.o_payer == 0 and setting.o_conceder == 0
    return LastStep(
        n=len(steps),
        method="Backward recursion from a known last step",
        assumption=GRIM,
        warnings=(*setting.warnings, FALLBACK),
        steps=tuple(reversed(steps)),
        total=1.0 if total >= 1 - ROUNDING else total,
        exact=no_options or setting.d_payer * cost_benefit(setting) <= 1,
    )


def _steps_backwards(setting: Setting, most_steps: int) -> list[float]:
    """The steps from the last to the first."""
    last = setting.d_conceder * collateral(setting) / setting.k
    if not setting.threat_is_credible:
        return [min(1.0, last)] if last > 0 else []
    lam = cost_benefit(setting)
    if last <= 0 or not math.isfinite(lam):
        return []
    leak = _lost_by_waiting(setting)
    steps: list[float] = []
    left, step = 1.0, last
    while len(steps) < most_steps and left > 0 and step > 0 and step >= lam * leak:
        steps.append(min(step, left))
        left = 1.0 - math.fsum(steps)
        if step < ROUNDING * last:
            break  # lam > 1: what would still come is less than a billionth of the last step
        step = step / lam - leak
    return steps


def _lost_by_waiting(setting: Setting) -> float:
    """h: how much smaller each earlier step is because both could have left with their ways out."""
    waiting = (1 - setting.d_payer) * setting.o_payer
    waiting += setting.kappa * (1 - setting.d_conceder) * setting.o_conceder / setting.beta
    return setting.d_conceder * setting.beta / (setting.kappa * setting.k) * waiting


def tranches_needed(setting: Setting) -> int | None:
    """How many steps the whole concession takes when neither side has a way out; None where no number suffices.

    N = ceil(ln(1 + (1 / lam - 1) k / (dC Q)) / ln(1 / lam)) for lam < 1. For lam > 1 the total never exceeds
    (dC Q / k) / (1 - 1 / lam).

    Raises:
        MeasureError: There is a way out, or the payer gains from paying: use `largest_concession`.
    """
    if setting.o_payer != 0 or setting.o_conceder != 0 or not setting.threat_is_credible:
        raise MeasureError(
            "tranches", "the closed form holds without ways out and for kappa above 0", "Use largest_concession."
        )
    last = setting.d_conceder * collateral(setting) / setting.k
    lam = cost_benefit(setting)
    if last <= 0 or not math.isfinite(lam):
        return None
    if last >= 1:
        return 1
    if lam == 1:
        return math.ceil(1 / Fraction(last) - Fraction(ROUNDING))
    grown = 1 + (1 / lam - 1) / last
    if grown <= 0:
        return None
    # A collateral next to nothing: 1 is lost beside the rest, and the quotient would leave the range of numbers.
    size = math.log(grown) if math.isfinite(grown) else math.log(1 / lam - 1) - math.log(last)
    return math.ceil(size / -math.log(lam) - ROUNDING)


def cheapest_payments(setting: Setting, concede: Sequence[float]) -> tuple[float, ...]:
    """The least payments e_1 .. e_(N+1) for which the conceder makes every one of the given steps.

    e_(t+1) = ((1 - dC) oC + k g_t / dC) / beta, and the last (oC + k g_N / dC - RC)^+ / beta, where the relationship
    does not already make a payment needless; then it is smaller, never negative.

    Raises:
        MeasureError: Money is worth nothing to the conceder.
    """
    if setting.beta <= 0:
        raise MeasureError("tranches", "money is worth nothing to the conceder", "Put beta above 0.")
    after = setting.r_conceder
    payments: list[float] = []
    made = [0.0, *concede, 0.0]
    for done, ahead in zip(reversed(made[:-1]), reversed(made[1:]), strict=True):
        is_last = not payments
        follows = after if is_last else -setting.k * ahead + setting.d_conceder * after
        needed = setting.o_conceder + setting.k * done / setting.d_conceder
        payment = max(0.0, (needed - follows) / setting.beta)
        payments.append(payment)
        after = follows + setting.beta * payment
    return tuple(reversed(payments))


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenSteps(Result):
    """Whether given steps can be paid for so that nobody stops.

    Attributes:
        payments: The cheapest payments e_1 .. e_(N+1), the last after the last step.
        feasible: Whether every act is worth making, and no step hangs on a threat that is not credible.
        breaks: The first act that its side gains by not making; None where there is none.
    """

    payments: tuple[float, ...]
    feasible: bool
    breaks: Act | None


def pay_for_steps(setting: Setting, concede: Sequence[float]) -> GivenSteps:
    """Pay for steps that cannot be divided, as cheaply as the conceder's patience allows, and check every act."""
    payments = cheapest_payments(setting, concede) if setting.beta > 0 else (0.0,) * (len(concede) + 1)
    checked = check_schedule(setting, payments, concede)
    return GivenSteps(
        n=len(concede),
        method="Cheapest payments for given steps, then every act checked",
        assumption=GRIM,
        warnings=checked.warnings,
        payments=payments,
        feasible=checked.breaks is None and (setting.threat_is_credible or not any(payments)),
        breaks=checked.breaks,
    )


def steps_hold(setting: Setting, concede: Sequence[float]) -> bool:
    """Whether `pay_for_steps` would find the steps feasible, in one walk backwards, for the many draws of a what-if.

    The cheapest payments leave the conceder no reason to stop, so only the payer's acts are looked at.
    """
    if setting.beta <= 0 or not concede:
        return pay_for_steps(setting, concede).feasible
    payment = max(
        0.0, (setting.o_conceder + setting.k * concede[-1] / setting.d_conceder - setting.r_conceder) / setting.beta
    )
    after = setting.r_conceder + setting.beta * payment
    value = setting.r_payer - setting.kappa * payment if payment > 0 else max(setting.r_payer, setting.o_payer)
    if payment > 0 and not (setting.threat_is_credible and value - setting.o_payer >= -ROUNDING):
        return False
    for place in range(len(concede) - 1, -1, -1):
        before = concede[place - 1] if place else 0.0
        follows = setting.d_conceder * after - setting.k * concede[place]
        needed = setting.o_conceder + setting.k * before / setting.d_conceder
        payment = max(0.0, (needed - follows) / setting.beta)
        after = follows + setting.beta * payment
        value = setting.v * concede[place] - setting.kappa * payment + setting.d_payer * value
        if payment > 0 and not (setting.threat_is_credible and value - setting.o_payer >= -ROUNDING):
            return False
    return True


def free_steps_hold(setting: Setting) -> bool:
    """Whether the whole concession can be made in free steps: without a known last one, or with one.

    The same answer as `endless(...).feasible or largest_concession(...).whole`, for the many draws of a what-if.
    """
    lam = cost_benefit(setting)
    if lam < 1 and setting.o_payer <= 0 and setting.o_conceder <= 0 and setting.threat_is_credible:
        return True
    last = step = setting.d_conceder * collateral(setting) / setting.k
    if not setting.threat_is_credible:
        return last >= 1 - ROUNDING
    if last <= 0 or not math.isfinite(lam):
        return False
    leak, total = _lost_by_waiting(setting), 0.0
    for _ in range(MOST_STEPS):
        if step <= 0 or step < lam * leak:
            return False
        total += step
        if total >= 1 - ROUNDING:
            return True
        if step < ROUNDING * last:
            return False
        step = step / lam - leak
    return False


@dataclass(frozen=True, slots=True)
class Act:
    """One payment or one step of the concession, and what its side gains by making it.

    Attributes:
        round: Counted from 1.
        side: Who acts.
        slack: The gain over stopping, in money; negative: the side gains by not doing it.
    """

    round: int
    side: Side
    slack: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Result):
    """An actual schedule of payments and steps, and the first act its side gained by not doing.

    Attributes:
        breaks: That act; None where every act was worth making.
        slack: The least gain of all acts, in money; None where there was none.
        acts: Every act with its gain, in order.
    """

    breaks: Act | None
    slack: float | None
    acts: tuple[Act, ...]


def check_schedule(setting: Setting, pay: Sequence[float], concede: Sequence[float]) -> Schedule:
    """Walk an actual schedule and find the first act that its side gained by not doing.

    Each act is judged as if all later ones were made. A round without payment, or without concession, has no such act.

    Args:
        setting: Values and ways out.
        pay: What was paid in round 1, 2, ..; as many as `concede`, or one more for a payment after the last step.
        concede: The share conceded in each round, after that round's payment.

    Raises:
        MeasureError: The two lists do not fit, a number is negative, or more than the whole is conceded.
    """
    _refuse_bad_schedule(pay, concede)
    acts: list[Act] = []
    extra = pay[len(concede)] if len(pay) > len(concede) else 0.0
    payer, conceder = setting.r_payer, setting.r_conceder
    if extra > 0:
        payer -= setting.kappa * extra
        conceder += setting.beta * extra
        acts.append(Act(len(concede) + 1, "payer", payer - setting.o_payer))
    else:
        payer = max(payer, setting.o_payer)
    for number in range(len(concede), 0, -1):
        paid, conceded = pay[number - 1], concede[number - 1]
        slack = setting.d_conceder * (conceder - setting.o_conceder) - setting.k * conceded
        payer = setting.v * conceded - setting.kappa * paid + setting.d_payer * payer
        conceder = setting.beta * paid - setting.k * conceded + setting.d_conceder * conceder
        if conceded > 0:
            acts.append(Act(number, "conceder", slack))
        if paid > 0:
            acts.append(Act(number, "payer", payer - setting.o_payer))
    acts.reverse()
    return Schedule(
        n=len(acts),
        method="Every act of the schedule against stopping there",
        assumption=GRIM,
        warnings=(*setting.warnings, FALLBACK),
        breaks=next((act for act in acts if act.slack < -ROUNDING), None),
        slack=min((act.slack for act in acts), default=None),
        acts=tuple(acts),
    )


def _refuse_bad_schedule(pay: Sequence[float], concede: Sequence[float]) -> None:
    if len(pay) not in (len(concede), len(concede) + 1):
        raise MeasureError(
            "schedule",
            f"{len(pay)} payments do not fit {len(concede)} steps",
            "Give one payment for each round, 0 where nothing was paid, and at most one after the last step.",
        )
    if any(number < 0 for number in (*pay, *concede)):
        raise MeasureError("schedule", "a payment or a step is negative", "Give each as 0 or above.")
    if math.fsum(concede) > 1 + ROUNDING:
        raise MeasureError(
            "schedule", f"the steps add up to {math.fsum(concede):g}", "Give each as a share of the whole concession."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Endless(Result):
    """An exchange in ever smaller steps without a known last one.

    Attributes:
        feasible: Whether it holds: lam < 1.
        lam: Cost over benefit, see `cost_benefit`.
        payer: The payer's payoff v (1 - lam); None where it does not hold.
        share_of_best: That payoff as a share of the first-best surplus, (1 - lam) / (1 - dC lam); None likewise.
    """

    feasible: bool
    lam: float
    payer: float | None
    share_of_best: float | None


def endless(setting: Setting) -> Endless:
    """Steps (1 - lam) lam^t, each paid for in the round after it by k g_t / (dC beta); the first payment is 0.

    Holds iff lam < 1, that is dC > kappa k / (beta v), while neither side has a way out: at its far end both would
    rather leave than wait for almost nothing, so with a way out worth more than 0 it does not hold.
    """
    lam = cost_benefit(setting)
    feasible = lam < 1 and setting.o_payer <= 0 and setting.o_conceder <= 0 and setting.threat_is_credible
    return Endless(
        n=1,
        method="Endless exchange in shrinking steps",
        assumption=GRIM + " No step is known to be the last.",
        warnings=(*setting.warnings, FALLBACK),
        feasible=feasible,
        lam=lam,
        payer=setting.v * (1 - lam) if feasible else None,
        share_of_best=(1 - lam) / (1 - setting.d_conceder * lam) if feasible else None,
    )


def endless_steps(setting: Setting, count: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The first `count` payments and steps of the endless exchange."""
    lam = cost_benefit(setting)
    steps = tuple((1 - lam) * lam**t for t in range(count))
    price = setting.k / (setting.d_conceder * setting.beta)
    return (0.0, *(price * step for step in steps[:-1])), steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Smooth(Result):
    """How far an endless exchange goes when the value of the concession flattens.

    Attributes:
        limit: The share conceded in the end, approached and never reached.
        best: The share that would be best for both together.
        payer: The payer's payoff.
        reached: The share conceded after step 1, 2, ..
    """

    limit: float
    best: float
    payer: float
    reached: tuple[float, ...]


def smooth(setting: Setting, value: Callable[[float], float], cost: Callable[[float], float], steps: int = 2) -> Smooth:
    """Maximise value(G) - (kappa / (dC beta)) cost(G): the limit stops short of the best for any dC below 1.

    Args:
        setting: Only kappa, beta and dC are read; v and k give way to the two functions.
        value: What a share G in [0, 1] is worth to the payer; rising and concave up to the limit.
        cost: What it costs the conceder; rising and convex.
        steps: How many steps to lay out.

    Source: the claim, Lockwood and Thomas 2002; this form derived here.
    """
    price = setting.kappa / (setting.d_conceder * setting.beta)
    limit = _highest(lambda share: value(share) - price * cost(share))
    payoff = value(limit) - price * cost(limit)
    reached: list[float] = []
    done = 0.0
    for _ in range(steps):
        # Each payment leaves the payer with nothing more, so value(G_t) = payoff + price cost(G_(t-1)).
        done = _where(value, payoff + price * cost(done), limit)
        reached.append(done)
    return Smooth(
        n=1,
        method="Endless exchange with smooth values",
        assumption=GRIM + " No step is known to be the last.",
        warnings=(*setting.warnings, FALLBACK),
        limit=limit,
        best=_highest(lambda share: value(share) - setting.kappa / setting.beta * cost(share)),
        payer=payoff,
        reached=tuple(reached),
    )


def _highest(function: Callable[[float], float]) -> float:
    """Where on [0, 1] a concave function is highest, by halving where its slope changes sign."""
    low, high, nudge = 0.0, 1.0, 1e-7
    for _ in range(60):
        middle = (low + high) / 2
        if function(middle + nudge) > function(middle - nudge):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _where(rising: Callable[[float], float], level: float, end: float) -> float:
    """Where on [0, end] a rising function reaches a level."""
    low, high = 0.0, end
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if rising(middle) < level else (low, middle)
    return (low + high) / 2
