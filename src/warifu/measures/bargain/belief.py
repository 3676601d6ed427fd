"""Errors about the other side: what it can order, how it will fare, what the concession costs it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from warifu.errors import MeasureError
from warifu.measures.bargain.setting import COMPLETE, Setting, bounds
from warifu.measures.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity(Result):
    """What the conceder asks for, believing the payer can order its firms, against what the payer can deliver.

    Attributes:
        seen: The largest package the conceder thinks the payer would and could give.
        demand: What it asks for; None where it sees no package worth having.
        deliverable: What the payer can deliver.
        gap: What the demand lies above it, 0 where it does not; None where nothing is asked.
    """

    seen: float
    demand: float | None
    deliverable: float
    gap: float | None

    @property
    def deal(self) -> bool:
        return self.gap == 0


def capacity(
    setting: Setting, public: float, private: float, arrives: float, thought: float, conceder_share: float = 0.5
) -> Capacity:
    """Demand E_lo + s (E_seen - E_lo), E_seen = min(E_hi, public + theta_hat private), against public + theta private.

    Args:
        setting: Values and costs.
        public: Money the payer's government itself can give.
        private: Money announced for firms.
        arrives: theta, the share of announced private money that arrives.
        thought: theta_hat, the share the conceder thinks the government can order.
        conceder_share: s, how much of the room it sees the conceder asks for.
    """
    low, high, _ = bounds(setting)
    seen = min(high, public + thought * private)
    deliverable = public + arrives * private
    demand = low + conceder_share * (seen - low) if seen >= low else None
    return Capacity(
        n=1,
        method="Demand under a belief about control",
        assumption=COMPLETE + " Only the payer's control over its firms is misjudged.",
        warnings=setting.warnings,
        seen=seen,
        demand=demand,
        deliverable=deliverable,
        gap=None if demand is None else max(0.0, demand - deliverable),
    )


def learned_share(done_before: float, failed_before: float, done: float, promised: float) -> float:
    """The mean of theta after `done` of `promised` arrived: (a + done) / (a + b + promised), from Beta(a, b)."""
    return (done_before + done) / (done_before + failed_before + promised)


def first_agreement(optimism: Sequence[float], patience: float) -> int | None:
    """The first round in which two optimists agree; the last round of `optimism` is a firm deadline.

    y_t = p1 + p2 - 1 is by how much the two chances of making the next offer, as each sees its own, exceed 1. Looking
    back from Lam_T = 1: S_t = (1 + y_t) Lam_t; they settle in t iff d S_(t+1) <= 1, and then Lam_t = 1 - d y_(t+1)
    Lam_(t+1), otherwise d Lam_(t+1).

    Source: Yildiz 2003, 2004, 2011 (abstracts); the recursion derived here.

    Returns:
        The round, counted from 0; None where there is no round at all.
    """
    agrees = agreement_rounds(optimism, patience)
    return agrees[0] if agrees else None


def agreement_rounds(optimism: Sequence[float], patience: float) -> tuple[int, ...]:
    """Every round in which they would agree if they came to it; see `first_agreement`."""
    last = len(optimism) - 1
    if last < 0:
        return ()
    settles = [last]
    pie = 1.0
    for number in range(last - 1, -1, -1):
        hoped = optimism[number + 1]
        if patience * (1 + hoped) * pie <= 1:
            settles.append(number)
            pie = 1 - patience * hoped * pie
        else:
            pie *= patience
    return tuple(reversed(settles))


def silent_rounds(optimism: float, patience: float) -> int:
    """How many rounds before a firm deadline pass without agreement: the largest m with d^m (1 + y) > 1.

    Raises:
        MeasureError: Waiting costs nothing, so optimists would never agree before the deadline.
    """
    if not 0 < patience < 1:
        raise MeasureError("optimism", f"{patience} leaves waiting free or pointless", "Put patience between 0 and 1.")
    if optimism <= 0:
        return 0
    return max(0, math.ceil(math.log(1 + optimism) / -math.log(patience) - 1e-12) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SingleOffer(Result):
    """The best single package to a conceder whose cost is known only to lie between 0 and K.

    Attributes:
        package: E*.
        accepted: The chance that it is accepted.
        gain: The payer's expected gain, in money.
    """

    package: float
    accepted: float
    gain: float


def single_offer(setting: Setting, highest_cost: float) -> SingleOffer:
    """E* = min(v / (2 kappa), K / beta), accepted with min(1, beta E* / K), for k uniform on [0, K].

    Raises:
        MeasureError: kappa, beta or K is not above 0.
    """
    if not (setting.kappa > 0 and setting.beta > 0 and highest_cost > 0):
        raise MeasureError("single offer", "kappa, beta and K must all be above 0", "Change the one that is not.")
    package = min(setting.v / (2 * setting.kappa), highest_cost / setting.beta)
    accepted = min(1.0, setting.beta * package / highest_cost)
    return SingleOffer(
        n=1,
        method="One offer to an unknown cost",
        assumption="The conceder's cost is anywhere between 0 and K with equal chance; the offer is not repeated.",
        package=package,
        accepted=accepted,
        gain=accepted * (setting.v - setting.kappa * package),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoOffers(Result):
    """Two offers without commitment: the second is better for the other side, so some wait for it.

    Attributes:
        cutoff: Sides that value the deal above this accept at once.
        first: What the first offer asks, as a share of the largest value the other side may have.
        second: What the second asks.
    """

    cutoff: float
    first: float
    second: float


def two_offers(patience: float) -> TwoOffers:
    """Ask, and if refused ask again, of a side whose value of the deal is uniform on [0, 1].

    cut-off c = (1 - d/2) / (2 - 3d/2), first c (1 - d/2), second c / 2.

    Source: Sobel and Takahashi 1983.
    """
    kept = 1 - patience / 2
    cutoff = kept / (2 - 1.5 * patience)
    return TwoOffers(
        n=2,
        method="Two offers without commitment",
        assumption="The other side's value is uniform on [0, 1]; whoever offers cannot promise not to offer again.",
        cutoff=cutoff,
        first=cutoff * kept,
        second=cutoff / 2,
    )
