"""Paying first and hoping: the hold-up."""

from __future__ import annotations

import math
from dataclasses import dataclass

from warifu.errors import MeasureError
from warifu.measures.bargain.setting import COMPLETE, Setting
from warifu.measures.result import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class UpFront(Result):
    """What happens once the payer has paid and the conceder decides.

    Attributes:
        concession: 1 if the conceder then concedes, else 0.
        payer: The payer's gain over walking away, in money.
        conceder: The conceder's gain over walking away, in money.
        worth_paying: Whether a payer that foresees this would pay at all.
    """

    concession: int
    payer: float
    conceder: float
    worth_paying: bool


def pay_first(setting: Setting, paid: float) -> UpFront:
    """Pay the whole package, then let the conceder decide.

    It concedes iff RC - oC >= k: what is paid is sunk, so it moves nothing, and only the relationship can. Otherwise
    the payer is left with -kappa e. In a single round without a relationship nobody pays and nobody concedes.

    Source: the sunk cost before the bargain, Grout 1984; Hart and Moore 1988.
    """
    bond = setting.r_conceder - setting.o_conceder
    concedes = bond >= setting.k
    payer = -setting.kappa * paid
    conceder = setting.beta * paid
    if concedes:
        payer += setting.v + setting.r_payer - setting.o_payer
        conceder += bond - setting.k
    return UpFront(
        n=1,
        method="Pay first, then the conceder decides",
        assumption=COMPLETE,
        warnings=setting.warnings,
        concession=int(concedes),
        payer=payer,
        conceder=conceder,
        worth_paying=concedes and payer >= 0,
    )


def sunk_investment(share: float) -> tuple[float, float]:
    """What an investor sinks who keeps `share` of a value 2 sqrt(i), and the surplus i leaves to both.

    It sinks share^2, and 2 share - share^2 is left; first best is 1 and 1. At one half: 0.25 and 0.75.

    Source: Grout 1984.
    """
    invested = share * share
    return invested, 2 * math.sqrt(invested) - invested


def patience_to_keep_conceding(cost: float, worth: float, price: float) -> float:
    """The least dC at which pay-then-concede goes on for ever: k / (beta q), for a price q per step that costs k.

    Above 1: no patience suffices.

    Raises:
        MeasureError: The price is worth nothing to the conceder.
    """
    if worth * price <= 0:
        raise MeasureError("hold-up", "the price per step is worth nothing to the conceder", "Put it above 0.")
    return cost / (worth * price)
