"""What every measure carries beside its figure: how many cases, by what method, under which assumption.

A figure alone invites belief. So each result of this room says on what it stands, and a page that prints the figure
prints these beside it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A range that a method puts round a figure.

    Attributes:
        low: The lower end; None where the method gives no bound on that side.
        high: The upper end; None likewise.
        level: The share of repeated samples whose range would hold the true figure, such as 0.95. For bounds that are
            certain given the evidence (what silence could hide), 1.0.
        method: How the ends were found, in words a reader can look up.
    """

    low: float | None
    high: float | None
    level: float
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a measure found, and on what it rests; each measure adds its own fields.

    Attributes:
        n: How many cases the figure rests on.
        method: The name of the method, as on its page.
        assumption: What must hold for the figure to mean what it says.
        seed: The seed of the random numbers used; None where none were.
        warnings: Sentences that must be printed wherever the figure is.
    """

    n: int
    method: str
    assumption: str
    seed: int | None = None
    warnings: tuple[str, ...] = ()


def count_of(number: int, one: str, many: str = "") -> str:
    """ "1 deal", "2 deals"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def left_out(missing: int, every: int | None = None) -> str:
    """The warning that deals without an amount are not in a figure."""
    part = f"{missing:,} of {count_of(every, 'deal')}" if every is not None else count_of(missing, "deal")
    return f"{part} {'has no amount and is' if missing == 1 else 'have no amount and are'} left out."
