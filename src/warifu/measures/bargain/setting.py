"""The setting of a bargain, and whether there is anything to trade."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, NamedTuple

from warifu.errors import MeasureError
from warifu.measures.result import Result


class Symbol(NamedTuple):
    """One input of the model: what it means, and whether the ledger knows it."""

    meaning: str
    known_from: str


SYMBOLS: Final[dict[str, Symbol]] = {
    "v": Symbol("what the whole concession is worth to the payer", "prior only"),
    "k": Symbol("what the whole concession costs the conceder", "prior only"),
    "kappa": Symbol(
        "net cost to the payer of one unit delivered: 1 a grant, 0.1 to 0.3 a subsidised loan, 0 sound business",
        "prior, informed by the instruments",
    ),
    "beta": Symbol("what one unit delivered is worth to the conceder", "prior"),
    "d_payer": Symbol("what the next round counts for the payer, as a share of this one", "prior"),
    "d_conceder": Symbol("what the next round counts for the conceder, as a share of this one", "prior"),
    "o_payer": Symbol("what the payer has if it walks away", "prior"),
    "o_conceder": Symbol("what the conceder has if it walks away", "prior; offers by others in the ledger are a floor"),
    "r_payer": Symbol("what the relationship after full performance is worth to the payer", "prior"),
    "r_conceder": Symbol("what the relationship after full performance is worth to the conceder", "prior"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Two governments, one concession, linear money: uP = v g - kappa E and uC = beta E - k g.

    g in [0, 1] is the share of the concession made, E the package delivered. `SYMBOLS` says what each input means and
    where it comes from. Whoever breaks the exchange loses its relationship (`r_`) and has its way out (`o_`).

    Raises:
        MeasureError: v or k is not above 0, or a discount factor is not in (0, 1].
    """

    v: float
    k: float
    kappa: float = 1.0
    beta: float = 1.0
    d_payer: float = 0.9
    d_conceder: float = 0.9
    o_payer: float = 0.0
    o_conceder: float = 0.0
    r_payer: float = 0.0
    r_conceder: float = 0.0

    def __post_init__(self) -> None:
        if self.v > 0 and self.k > 0 and 0 < self.d_payer <= 1 and 0 < self.d_conceder <= 1:
            return
        for name in ("v", "k"):
            if not getattr(self, name) > 0:
                raise MeasureError(
                    "bargain", f"{name} is {getattr(self, name)}, so there is nothing to trade for", "Put it above 0."
                )
        for name in ("d_payer", "d_conceder"):
            if not 0 < getattr(self, name) <= 1:
                raise MeasureError(
                    "bargain", f"{name} is {getattr(self, name)}, no discount factor", "Put it in (0, 1]."
                )

    @property
    def threat_is_credible(self) -> bool:
        """Whether the payer would rather keep its money: without that, to withhold is no threat."""
        return self.kappa > 0

    @property
    def warnings(self) -> tuple[str, ...]:
        return () if self.threat_is_credible else (NO_THREAT,)


NO_THREAT: Final = "P gains from these deals by itself, so a threat to withhold them is not credible."
COMPLETE: Final = (
    "Two governments, each of one mind; linear money; each knows the other's values; whoever is cheated stops for good."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone(Result):
    """The packages that both sides prefer to walking away.

    Attributes:
        low: E_lo, the least package the conceder would take.
        high: E_hi, the largest the payer would give; infinite where it gains from paying.
        surplus: What there is to share, in the payer's money; None where no package suits both.
    """

    low: float
    high: float
    surplus: float | None

    @property
    def exists(self) -> bool:
        return self.surplus is not None

    def holds(self, package: float) -> bool:
        """Whether both sides prefer this package to walking away."""
        return self.exists and self.low <= package <= self.high


def zone(setting: Setting) -> Zone:
    """Find the packages for which the whole concession could be traded.

    E_lo = max(0, (k + oC) / beta) and E_hi = (v - oP) / kappa; a deal exists iff E_lo <= E_hi, that is
    beta (v - oP) >= kappa (k + oC). Money worth nothing to the conceder (beta <= 0) buys nothing. A payer that gains
    from paying (kappa <= 0) has no upper end, unless walking away is worth more than the concession.

    Source: linkage of two issues, Tollison and Willett 1979; Sebenius 1983.
    """
    low, high, surplus = bounds(setting)
    return Zone(
        n=1,
        method="Zone of agreement",
        assumption=COMPLETE,
        warnings=setting.warnings,
        low=low,
        high=high,
        surplus=surplus,
    )


def bounds(setting: Setting) -> tuple[float, float, float | None]:
    """E_lo, E_hi and the surplus (None where there is none) as plain numbers, for the many draws of a what-if."""
    gain = setting.v - setting.o_payer
    low = max(0.0, (setting.k + setting.o_conceder) / setting.beta) if setting.beta > 0 else math.inf
    unlimited = math.inf if gain >= 0 else -math.inf
    high = gain / setting.kappa if setting.kappa > 0 else unlimited
    if low > high or low == math.inf:
        return low, high, None
    return low, high, gain - setting.kappa * low
