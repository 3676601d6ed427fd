"""Could money for the concession have been a deal that nobody gains by breaking? Thresholds before shares."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from warifu.errors import MeasureError, UnstatedPriorError
from warifu.measures.bargain import delay, tranches, whatif
from warifu.measures.bargain.setting import SYMBOLS, Setting
from warifu.measures.bargain.whatif import BELIEFS, FIXED_SENTENCE, Case, Change, Prior, Threshold, WhatIf
from warifu.measures.board import countries
from warifu.measures.board.page import Page, count_of, percent
from warifu.measures.board.record import Board, middle
from warifu.measures.board.talks import is_meeting
from warifu.proposals.assumptions import WHAT_IF, Told, WhatIfFile
from warifu.terms.codelist import Answer, Role, SumKind
from warifu.terms.deal import Deal
from warifu.terms.report import Axis, Chart, Point, Verdict

HALF_A_YEAR: Final = 182.625  # days; the round where the meetings do not set one
SHORTEST: Final = 91.0  # days: meetings closer than a quarter are one round of bargaining
GRID_DRAWS: Final = 200
MOST_CELLS: Final = 1_000
DRIVERS_SHOWN: Final = 5
DRIVEN: Final = ("package", "given_steps", "free_steps")  # ways of paying whose drivers are drawn


@dataclass(frozen=True, slots=True)
class Rounds:
    """The ledger's own payments by round of bargaining.

    Attributes:
        begin: The first day of the first round.
        days: How long a round is.
        paid: What was paid in each round, in the unit of the case.
        promised: What had been promised by each round, added up.
        deals: The deals whose payments are in it.
        sums: The sums.
    """

    begin: date
    days: float
    paid: tuple[float, ...]
    promised: tuple[float, ...]
    deals: tuple[str, ...]
    sums: tuple[str, ...]

    def on(self, number: int) -> str:
        """The month in which a round begins; rounds are counted from 1."""
        return date.fromordinal(round(self.begin.toordinal() + (number - 1) * self.days)).isoformat()[:7]


def page(board: Board) -> Page:
    """Break-even values that need no prior; then shares of reasoned priors; then the ledger's payments, act by act."""
    made = Page(board.id, "bargain", "bargain.what_if")
    file = board.what_if
    if file is None:
        return made.close(
            "What if",
            "Could money for the concession have been a deal that nobody gains by breaking?",
            Verdict.NOT_ASKED,
            "Not asked: nobody has stated, with reasons, what a concession is worth to each side, "
            f"which no ledger tells ({WHAT_IF}).",
            0,
        )
    rounds = rounds_of(board, file)
    case = case_of(board, file, rounds)
    thresholds = _thresholds(made, case, file)
    found, refusal = _table(made, case, file)
    middle_says = ""
    if found is not None:
        middle_says = _schedule(made, file, rounds, found.priors)
        _waiting(made, file, case, rounds, found.priors)
        _grid(made, case, file)
    doubt = board.doubtful((*file.hoped.sources, *(() if file.came is None else file.came.sources)))
    return made.close(
        "What if",
        f"Could money have bought “{file.concession}”, as a deal that nobody gains by breaking?",
        Verdict.SAYS if found is not None else Verdict.NOT_ASKED,
        " ".join([*thresholds, refusal or _best(found)]),
        found.n if found is not None else 0,
        assumption="" if found is None else found.assumption.rstrip("."),
        details=(
            f"{countries.begins(file.payer)} pays, {countries.name(file.conceder)} concedes. {file.note}",
            middle_says,
            *(f"{name}: {symbol.meaning} ({symbol.known_from})." for name, symbol in SYMBOLS.items()),
        ),
        warnings=(
            FIXED_SENTENCE,
            *(("The sums of this bargain are one doubtful source's claim.",) if doubt else ()),
            *(() if found is None else found.warnings),
        ),
        made_from=(*file.hoped.sources, *rounds.deals),
    )


# --- what the ledger fixes -------------------------------------------------------------------------------------------


def rounds_of(board: Board, file: WhatIfFile) -> Rounds:
    """Payments by the paying side, and its promises, in rounds as long as the median gap between meetings."""
    meetings = [middle(row.on) for row in board.steps if is_meeting(row)]
    days = max(SHORTEST, whatif.round_length(meetings) or HALF_A_YEAR)
    begin = board.programme.begin.first
    end = board.as_of if board.programme.end is None else min(board.as_of, board.programme.end.last)
    number = max(1, round((end - begin).days / days))
    paid, promised = [0.0] * number, [0.0] * number
    deals: list[str] = []
    sums: list[str] = []
    for deal in board.inside:
        if not _pays(deal, file.payer):
            continue
        for kind, into in ((SumKind.DISBURSEMENT, paid), (SumKind.PLEDGE, promised), (SumKind.COMMITMENT, promised)):
            for item in deal.counted(kind):
                if item.converted is None or item.on is None:
                    continue
                place = int((middle(item.on) - begin).days // days)
                if 0 <= place < number:
                    into[place] += float(item.converted.money.number) / file.unit_size
                    deals.append(deal.id)
                    sums.append(f"{deal.id}/sums-{item.row + 1}")
    running = [sum(promised[: place + 1]) for place in range(number)]
    return Rounds(begin, days, tuple(paid), tuple(running), tuple(dict.fromkeys(deals)), tuple(dict.fromkeys(sums)))


def _pays(deal: Deal, side: str) -> bool:
    """Whether the side's money is in it: a provider of that side, or none told at all."""
    givers = {party.country for party, roles in deal.parties if Role.PROVIDER in roles}
    return not givers or side in givers


def case_of(board: Board, file: WhatIfFile, rounds: Rounds) -> Case:
    """The bargain as the ledger fixes it; the flow is what came a round, unless the file says otherwise."""
    flow = _number(file.flow)
    if flow is None and any(rounds.paid):
        flow = sum(rounds.paid) / len(rounds.paid)
    return Case(
        name=board.id,
        unit=file.unit,
        hoped=file.hoped.value,
        came=_number(file.came),
        steps=tuple(step.share for step in file.steps),
        flow=flow,
        public=_number(file.public),
        private=_number(file.private),
    )


def _number(told: Told | None) -> float | None:
    return None if told is None else told.value


def priors_of(file: WhatIfFile) -> tuple[Prior, ...]:
    return tuple(Prior(row.name, row.low, row.high, row.reason, row.placeholder) for row in file.priors)


# --- thresholds ------------------------------------------------------------------------------------------------------


def _thresholds(made: Page, case: Case, file: WhatIfFile) -> tuple[str, ...]:
    found = whatif.thresholds(case)
    points = []
    for row in found.costs:
        sources = file.hoped.sources if row.label == "hoped" or file.came is None else file.came.sources
        made.figure(
            f"threshold-{row.label}-{row.beta:g}",
            f"Highest cost of the whole concession at which the sum {row.label} could have bought it, a unit being "
            f"worth {row.beta:g} to {countries.name(file.conceder)}",
            row.cost,
            case.unit,
            1,
            sources=sources,
        )
        points.append(
            Point(
                at=f"a unit is worth {row.beta:g}",
                y=row.cost,
                group=f"{row.amount:g} {case.unit} {row.label}",
                label=f"at most {row.cost:.1f}",
                made_from=sources,
            )
        )
    made.figure(
        "threshold-last-step",
        "Least collateral for which the last step that exists is made, as a multiple of the concession's cost",
        found.collateral_last_step,
        "times",
        1,
        answer=None if case.steps else Answer.NOT_APPLICABLE,
    )
    for beta, least in found.value_over_cost:
        made.figure(
            f"threshold-tranches-{beta:g}",
            "Least value over cost for which freely divisible tranches work, a unit being worth "
            f"{beta:g} to {countries.name(file.conceder)}",
            least,
            "times",
            1,
        )
    made.draw(
        "thresholds",
        "What the concession may cost at most",
        Chart.BARS,
        Axis.CATEGORY,
        points,
        y_title="highest cost",
        unit=case.unit,
        says="No assumption about either government's values is needed for these: a concession that costs more than "
        "the bar could not have been bought with that sum.",
    )
    return tuple(
        _threshold_words(label, found.costs, file) for label in dict.fromkeys(row.label for row in found.costs)
    )


def _threshold_words(label: str, costs: Sequence[Threshold], file: WhatIfFile) -> str:
    """What a sum could have bought at most, in a sentence for people who have never seen the model."""
    rows = [row for row in costs if row.label == label]
    currency, _, size = file.unit.partition(" ")
    who = countries.name(file.conceder)
    what = "hoped for" if label == "hoped" else "that came"
    first, *others = rows
    text = (
        f"The {currency} {first.amount:g} {size} {what} could have bought the whole concession only if it cost {who} "
        f"less than {first.cost:.1f}, were each unit worth its full value to {who}"
    )
    return text + "".join(f"; less than {row.cost:.1f}, were it worth {row.beta:g} of it" for row in others) + "."


# --- shares of the priors --------------------------------------------------------------------------------------------


def _table(made: Page, case: Case, file: WhatIfFile) -> tuple[WhatIf | None, str]:
    """The table, or the sentence that says why there is none."""
    changes = [Change(label=row.label, name=row.name, times=row.times, add=row.add) for row in file.changes]
    try:
        found = whatif.what_if(case, priors_of(file), changes)
    except UnstatedPriorError as fault:
        return None, f"No table of shares is made: {fault}"
    rows = {row.name: row for row in file.priors}
    made.table(
        "priors",
        "What was assumed, and why",
        ("input", "means", "from", "to", "why", "placeholder"),
        [
            (
                (
                    prior.name,
                    SYMBOLS[prior.name].meaning if prior.name in SYMBOLS else BELIEFS[prior.name],
                    f"{prior.low:g}",
                    f"{prior.high:g}",
                    prior.reason,
                    "yes" if prior.placeholder else "no",
                ),
                rows[prior.name].sources,
            )
            for prior in found.priors
        ],
        says="Change a range in the file and the table changes with it: these are somebody's assumptions.",
    )
    points = []
    for share in found.shares:
        half = 1.96 * share.error
        made.figure(
            f"whatif-{share.mechanism.replace('_', '-')}",
            f"Under these priors: {share.title}",
            share.share,
            "share of draws",
            found.n,
            low=max(0.0, share.share - half),
            high=min(1.0, share.share + half),
            note=f"{share.sentence} {FIXED_SENTENCE} Seed {found.seed}.",
        )
        points.append(
            Point(
                at=share.title,
                y=share.share,
                low=max(0.0, share.share - half),
                high=min(1.0, share.share + half),
                label=share.sentence,
            )
        )
    made.draw(
        "whatif",
        "Under these priors, how often each way of paying works",
        Chart.INTERVALS,
        Axis.CATEGORY,
        points,
        y_title="share of draws",
        unit="share",
        says=f"{FIXED_SENTENCE} Each dot is a share of {found.n:,} draws; its line is the error of drawing.",
    )
    made.table(
        "whatif-changes",
        "What a change would do, on the same draws",
        ("change", "way of paying", "before", "after", "difference", "error"),
        [
            (
                (
                    row.change,
                    whatif.MECHANISMS[row.mechanism].title,
                    percent(row.before, 1),
                    percent(row.after, 1),
                    f"{row.difference:+.3f}",
                    f"{row.error:.3f}",
                ),
                (),
            )
            for row in found.differences
        ],
    )
    drivers = [
        Point(
            at=f"{SYMBOLS[row.name].meaning if row.name in SYMBOLS else BELIEFS[row.name]} ({row.name})",
            y=row.difference,
            group=whatif.MECHANISMS[row.mechanism].title,
        )
        for name in DRIVEN
        for row in [item for item in found.drivers if item.mechanism == name][:DRIVERS_SHOWN]
    ]
    made.draw(
        "whatif-drivers",
        "What the answer hangs on",
        Chart.BARS,
        Axis.CATEGORY,
        drivers,
        y_title="success in the top third less in the bottom third",
        unit="share",
        says="A long bar: this assumption decides. Below zero: the larger it is, the less often it works.",
    )
    return found, ""


def _best(found: WhatIf | None) -> str:
    if found is None:
        return ""
    ranked = sorted(found.shares, key=lambda row: (-row.share, row.mechanism))
    placeholder = " placeholder" if any(prior.placeholder for prior in found.priors) else ""
    told = "; ".join(f"{row.title}, {percent(row.share)}" for row in ranked[:4])
    return f"Under these{placeholder} priors, the share of draws in which it works: {told}."


# --- the ledger's own payments ---------------------------------------------------------------------------------------


def middle_of(priors: Sequence[Prior]) -> tuple[Setting, dict[str, float]]:
    """Every input at the middle of its range: one point to walk the ledger's payments at, labelled as such."""
    values = {prior.name: (prior.low + prior.high) / 2 for prior in priors}
    beliefs = {name: values.pop(name) for name in BELIEFS if name in values}
    return Setting(**values), beliefs


def _schedule(made: Page, file: WhatIfFile, rounds: Rounds, priors: Sequence[Prior]) -> str:
    """Had the whole concession been due at the end: the first act its side gained by not doing."""
    if not any(rounds.paid):
        made.figure(
            "schedule-slack", "Least gain of any act of the actual payments", None, file.unit, 0, deals=rounds.deals
        )
        return "The ledger tells no dated payment by the paying side, so there is no schedule to check."
    setting, _ = middle_of(priors)
    concede = [0.0] * (len(rounds.paid) - 1) + [1.0]
    found = tranches.check_schedule(setting, rounds.paid, concede)
    made.figure(
        "schedule-slack",
        "Least gain of any act, had the concession been due after the last actual payment",
        found.slack,
        file.unit,
        found.n,
        deals=rounds.deals,
        sums=rounds.sums,
        note="Every input at the middle of its range; below zero: a side gained by stopping.",
    )
    who = {"payer": file.payer, "conceder": file.conceder}
    made.draw(
        "schedule",
        "Every actual payment, and the concession had it been due at the end",
        Chart.BARS,
        Axis.CATEGORY,
        [
            Point(
                at=f"round {act.round} ({rounds.on(act.round)})",
                x=float(act.round),
                y=act.slack,
                group=countries.name(who[act.side]),
                label=f"gains {act.slack:.2f} {file.unit} by acting"
                if act.slack >= 0
                else f"gains by not acting: {-act.slack:.2f} {file.unit}",
                mark="breaks" if act == found.breaks else "",
            )
            for act in found.acts
        ],
        y_title="gain over stopping",
        unit=file.unit,
        says="A bar below zero is an act its side would rather not have done, with every input at the middle of its "
        "range.",
    )
    if found.breaks is None:
        return "With every input at the middle of its range, no act of the actual payments was worth dropping."
    act = found.breaks
    side = countries.name(who[act.side])
    what = "the concession" if act.side == "conceder" else "the payment"
    return (
        f"With every input at the middle of its range, the first act its side gained by not doing is {what} of "
        f"{side} in round {act.round} ({rounds.on(act.round)}), by {-act.slack:.2f} {file.unit}."
    )


def _waiting(made: Page, file: WhatIfFile, case: Case, rounds: Rounds, priors: Sequence[Prior]) -> None:
    """Whether announced sums were worth waiting for, and how firm a deadline would have had to be."""
    setting, _ = middle_of(priors)
    offers = [setting.beta * promised - setting.k for promised in rounds.promised]
    flows = [setting.beta * paid for paid in rounds.paid]
    waits = delay.best_wait(offers, flows, setting.d_conceder)
    made.figure(
        "waiting-round",
        f"Round in which {countries.name(file.conceder)} would have settled for what had been announced",
        None if waits.settles is None else float(waits.settles + 1),
        "round",
        waits.n,
        deals=rounds.deals,
        sums=rounds.sums,
        answer=None if waits.settles is not None else Answer.NOT_APPLICABLE,
        note=f"Of {count_of(waits.n, 'round')} of {rounds.days:.0f} days; every input at the middle of its range. "
        + ("" if waits.settles is not None else "It never would have."),
    )
    if case.flow is None:
        return
    gain = setting.beta * case.hoped - setting.k
    belief = delay.deadline_belief(gain, case.flow, setting.d_conceder, setting.o_conceder)
    made.figure(
        "deadline-belief",
        "Belief in an extension up to which a deadline would have been kept",
        min(belief, 1.0),
        "chance",
        1,
        note="Every input at the middle of its range; 1 means whatever it believed. No ledger shows the belief itself.",
    )


# --- the grid --------------------------------------------------------------------------------------------------------


def _grid(made: Page, case: Case, file: WhatIfFile) -> None:
    if not file.axes:
        return
    cells = 1
    for values in file.axes.values():
        cells *= len(values)
    if cells > MOST_CELLS:
        raise MeasureError(
            "what-if",
            f"the axes of {WHAT_IF} make {cells:,} points, more than {MOST_CELLS:,}",
            "Take fewer values on an axis.",
        )
    found = whatif.grid(case, priors_of(file), file.axes, draws=GRID_DRAWS)
    made.grid(
        "whatif-grid",
        "What if, to try out",
        json.dumps(found, sort_keys=True, ensure_ascii=False, separators=(",", ":")),
    )
