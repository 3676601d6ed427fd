"""The score under other defensible choices: every headline under every combination, as a specification curve.

A tracker decides a dozen things that another careful tracker would decide otherwise: the currency basis, what becomes
of umbrella deals, whose word counts. This module runs all combinations and says how far each headline moves, how often
a ranking or a verdict turns, and which choice is to blame.

Sources: Simonsohn, Simmons and Nelson 2020 (specification curve); Steegen et al. 2016 (multiverse); Sobol 1993 (share
of spread by one choice; exact here, as all combinations are run).
Example: two currencies and two umbrella rules are four combinations; if the verdict turns in one, the share is .25.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from warifu.errors import ChoicesError
from warifu.measures.result import Result

MOST: Final = 20_000

Options = Mapping[str, str]
Values = Mapping[str, float | None]
Verdict = Callable[[Values], str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision that could defensibly go otherwise.

    Attributes:
        name: Such as "umbrella rule".
        options: All defensible answers.
        default: The one that the published figures take.
    """

    name: str
    options: tuple[str, ...]
    default: str


@dataclass(frozen=True, slots=True)
class Specification:
    """One combination of options, and the value of a headline under it; None: undefined there."""

    options: tuple[tuple[str, str], ...]
    value: float | None
    is_default: bool


@dataclass(frozen=True, slots=True)
class Influence:
    """What one choice does to a headline.

    Attributes:
        choice: Its name.
        swing: How far the headline moves over the options of this choice, the others held, on average.
        largest: The largest such move.
        share: The share of the spread over all combinations that this choice explains alone; None: there is no spread.
        by_option: Mean of the headline under each option; None: undefined under all.
    """

    choice: str
    swing: float
    largest: float
    share: float | None
    by_option: tuple[tuple[str, float | None], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """One headline over all combinations.

    Attributes:
        headline: Its name.
        points: All combinations, by value; those without a value at the end.
        default: The published value.
        low: The least value; None: never defined.
        high: The largest.
        median: The middle value.
        rank_of_default: The share of values below the published one, ties counting half: near 0 or 1, the published
            choice is an extreme one. None where the published value is undefined.
        influences: The choices, the one that moves the headline most first.
        undefined: In how many combinations it has no value.
    """

    headline: str
    points: tuple[Specification, ...]
    default: float | None
    low: float | None
    high: float | None
    median: float | None
    rank_of_default: float | None
    influences: tuple[Influence, ...]
    undefined: int


@dataclass(frozen=True, slots=True)
class Flip:
    """How often a ranking or a verdict turns.

    Attributes:
        name: Of the ranking or verdict.
        default: What the published choices say.
        share: The share of combinations that say otherwise.
        answers: Every answer with its number of combinations, commonest first.
        by_option: For each choice and option, the share of its combinations that say otherwise.
        blame: The choice over whose options that share differs most; empty: it never differs.
    """

    name: str
    default: str
    share: float
    answers: tuple[tuple[str, int], ...]
    by_option: tuple[tuple[str, str, float], ...]
    blame: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecificationCurve(Result):
    """All headlines and verdicts over all combinations; `n` counts the combinations."""

    curves: tuple[Curve, ...]
    flips: tuple[Flip, ...]


def specification_curve(
    choices: Sequence[Choice],
    compute: Callable[[Options], Values],
    verdicts: Mapping[str, Verdict] | None = None,
    rankings: Mapping[str, Sequence[str]] | None = None,
) -> SpecificationCurve:
    """Run every combination of the choices.

    Args:
        choices: Named decisions with their options and defaults.
        compute: From one option a choice to the headlines; called once a combination, and must be pure.
        verdicts: Sentences decided from the headlines, such as "more than half delivered".
        rankings: Headlines to put in order, largest first; a flip is any other order. Equal values share a place.

    Raises:
        ChoicesError: There are more than 20,000 combinations, or a default is not among its options.
    """
    runs = math.prod(len(choice.options) for choice in choices)
    wrong = [choice.name for choice in choices if choice.default not in choice.options]
    if runs > MOST or wrong:
        raise ChoicesError(runs, MOST, wrong)
    default = {choice.name: choice.default for choice in choices}
    results = [
        (options, {name: None if value is None else float(value) for name, value in compute(options).items()})
        for options in _combinations(choices)
    ]
    published = next(values for options, values in results if options == default)
    headlines = sorted({name for _, values in results for name in values})
    sayings: dict[str, Verdict] = {name: _ranking(items) for name, items in sorted((rankings or {}).items())}
    sayings |= dict(sorted((verdicts or {}).items()))
    curves = tuple(_curve(name, choices, results, default) for name in headlines)
    flips = tuple(_flip(name, say, choices, results, published) for name, say in sayings.items())
    warnings = [
        f"{curve.headline} is undefined in {curve.undefined} of {runs} combinations."
        for curve in curves
        if curve.undefined
    ]
    return SpecificationCurve(
        n=runs,
        method="all combinations of the named choices",
        assumption="every combination is as defensible as the published one; the share that flips is no probability",
        warnings=tuple(warnings),
        curves=curves,
        flips=flips,
    )


def _combinations(choices: Sequence[Choice]) -> Iterator[dict[str, str]]:
    names = [choice.name for choice in choices]
    for options in product(*(choice.options for choice in choices)):
        yield dict(zip(names, options, strict=True))


Results = Sequence[tuple[Mapping[str, str], Values]]


def _curve(name: str, choices: Sequence[Choice], results: Results, default: Options) -> Curve:
    points = [
        Specification(tuple(options.items()), values.get(name), options == default) for options, values in results
    ]
    points.sort(key=lambda point: (point.value is None, point.value or 0.0, point.options))
    known = [point.value for point in points if point.value is not None]
    published = next(point.value for point in points if point.is_default)
    influences = [_influence(name, choice, results) for choice in choices]
    influences.sort(key=lambda item: (-item.swing, item.choice))
    middle = len(known) // 2
    rank = None
    if published is not None:
        below, ties = sum(v < published for v in known), sum(v == published for v in known)
        rank = (below + ties / 2) / len(known)
    return Curve(
        headline=name,
        points=tuple(points),
        default=published,
        low=known[0] if known else None,
        high=known[-1] if known else None,
        median=None if not known else known[middle] if len(known) % 2 else (known[middle - 1] + known[middle]) / 2,
        rank_of_default=rank,
        influences=tuple(influences),
        undefined=len(points) - len(known),
    )


def _influence(name: str, choice: Choice, results: Results) -> Influence:
    by_rest: dict[tuple[tuple[str, str], ...], list[float]] = defaultdict(list)
    by_option: dict[str, list[float]] = {option: [] for option in choice.options}
    for options, values in results:
        value = values.get(name)
        if value is not None:
            by_rest[tuple((key, option) for key, option in options.items() if key != choice.name)].append(value)
            by_option[options[choice.name]].append(value)
    swings = [max(values) - min(values) for values in by_rest.values()]
    known = [value for values in by_option.values() for value in values]
    means = {option: math.fsum(values) / len(values) for option, values in by_option.items() if values}
    share = None
    if known:
        middle = math.fsum(known) / len(known)
        spread = math.fsum((value - middle) ** 2 for value in known)
        between = math.fsum(len(by_option[option]) * (mean - middle) ** 2 for option, mean in means.items())
        share = between / spread if spread > 1e-18 * max(1.0, middle**2) else None
    return Influence(
        choice.name,
        math.fsum(swings) / len(swings) if swings else 0.0,
        max(swings, default=0.0),
        share,
        tuple((option, means.get(option)) for option in choice.options),
    )


def _ranking(items: Sequence[str]) -> Verdict:
    """The order of some headlines in words: "a > b = c"; those without a value are named at the end."""

    def say(values: Values) -> str:
        known: dict[float, list[str]] = defaultdict(list)
        unknown = []
        for item in sorted(items):
            value = values.get(item)
            if value is None:
                unknown.append(item)
            else:
                known[value].append(item)
        order = " > ".join(" = ".join(known[value]) for value in sorted(known, reverse=True))
        return order + (f"; no value: {', '.join(unknown)}" if unknown else "")

    return say


def _flip(name: str, say: Verdict, choices: Sequence[Choice], results: Results, published: Values) -> Flip:
    default = say(published)
    said = [(options, say(values)) for options, values in results]
    counts: dict[str, int] = defaultdict(int)
    for _, answer in said:
        counts[answer] += 1
    by_option = []
    spread = []
    for choice in choices:
        shares = []
        for option in choice.options:
            answers = [answer for options, answer in said if options[choice.name] == option]
            shares.append(sum(answer != default for answer in answers) / len(answers))
            by_option.append((choice.name, option, shares[-1]))
        spread.append((-(max(shares) - min(shares)), choice.name))
    worst = min(spread, default=(0.0, ""))
    return Flip(
        name=name,
        default=default,
        share=sum(answer != default for _, answer in said) / len(said),
        answers=tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))),
        by_option=tuple(by_option),
        blame=worst[1] if worst[0] < 0 else "",
    )
