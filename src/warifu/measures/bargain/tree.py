"""Small games solved exactly, looking back from their ends, and written as Gambit text for an outsider to check.

A threat that nobody would carry out counts for nothing here: each side's choice is the best one *at that point*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from warifu.errors import MeasureError
from warifu.measures.bargain.setting import Setting

SIDES: Final = ("Payer", "Conceder")
MOST_ENDS: Final = 20_000


@dataclass(frozen=True, slots=True)
class End:
    """Where the game ends, with the payoffs of payer and conceder."""

    payoffs: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """Where one side chooses.

    Attributes:
        side: 0 for the first side, 1 for the second.
        label: What is being decided.
        actions: Each action with what follows. Among equally good ones the first is taken.
    """

    side: int
    label: str
    actions: tuple[tuple[str, Node], ...]


Node = End | Choice


def solve(node: Node) -> tuple[tuple[float, float], tuple[str, ...]]:
    """The payoffs and the actions on the path when each side chooses best at every point (subgame perfection).

    Ties, to within a billionth, go to the action listed first.
    """
    if isinstance(node, End):
        return node.payoffs, ()
    found = [(action, *solve(follows)) for action, follows in node.actions]
    best = max(payoffs[node.side] for _, payoffs, _ in found)
    action, payoffs, path = next(row for row in found if row[1][node.side] >= best - 1e-9)
    return payoffs, (action, *path)


def alternating_tree(rounds: int, pieces: int, patience: float) -> Node:
    """Alternating offers on a grid, the last offer known; refusal of the last leaves both with nothing.

    Raises:
        MeasureError: The tree would have more than 20,000 ends; see `split.last_offer_on_a_grid`.
    """
    if (pieces + 1) ** rounds > MOST_ENDS:
        raise MeasureError(
            "tree", f"{rounds} rounds of {pieces + 1} offers are too many to write out", "Lower one of them."
        )
    return _offers(rounds, pieces, patience, 0)


def _offers(rounds: int, pieces: int, patience: float, passed: int) -> Node:
    if passed == rounds:
        return End((0.0, 0.0))
    proposer = passed % 2
    worth = patience**passed
    offers: list[tuple[str, Node]] = []
    for given in range(pieces + 1):
        kept = (pieces - given) / pieces
        shares = (kept, 1 - kept) if proposer == 0 else (1 - kept, kept)
        answer = Choice(
            1 - proposer,
            f"round {passed + 1}: answer to {given} of {pieces}",
            (
                ("accept", End((worth * shares[0], worth * shares[1]))),
                ("refuse", _offers(rounds, pieces, patience, passed + 1)),
            ),
        )
        offers.append((f"give {given}", answer))
    return Choice(proposer, f"round {passed + 1}: offer", tuple(offers))


def hold_up_tree(setting: Setting, paid: float) -> Node:
    """Pay first or not; then the conceder concedes or not. Payoffs are gains over walking away."""
    kept = (-setting.kappa * paid, setting.beta * paid)
    done = (
        kept[0] + setting.v + setting.r_payer - setting.o_payer,
        kept[1] - setting.k + setting.r_conceder - setting.o_conceder,
    )
    answer = Choice(1, "concede?", (("concede", End(done)), ("keep", End(kept))))
    return Choice(0, "pay first?", (("pay", answer), ("do not pay", End((0.0, 0.0)))))


def schedule_tree(setting: Setting, pay: Sequence[float], concede: Sequence[float]) -> Node:
    """The schedule as a game: at each payment and each step its side does it or stops, and who stops ends it.

    Worth is counted from round 1. It is performed to the end iff `tranches.check_schedule` finds no act to stop at.
    """
    return _round(setting, pay, concede, 0, (0.0, 0.0))


def _round(
    setting: Setting, pay: Sequence[float], concede: Sequence[float], passed: int, so_far: tuple[float, float]
) -> Node:
    paid = pay[passed] if passed < len(pay) else 0.0
    worth = (setting.d_payer**passed, setting.d_conceder**passed)
    is_last = passed >= len(concede)
    after = (so_far[0] - worth[0] * setting.kappa * paid, so_far[1] + worth[1] * setting.beta * paid)
    follows: Node
    if is_last:
        # Once all is done a payer that likes its way out better than the relationship takes it; nothing is owed to it.
        stays = setting.r_payer if paid > 0 else max(setting.r_payer, setting.o_payer)
        follows = End((after[0] + worth[0] * stays, after[1] + worth[1] * setting.r_conceder))
    else:
        follows = _step(setting, pay, concede, passed, after)
    if paid <= 0:
        return follows
    stop = End((so_far[0] + worth[0] * setting.o_payer, so_far[1] + worth[1] * setting.o_conceder))
    return Choice(0, f"round {passed + 1}: pay {paid:g}", (("pay", follows), ("stop", stop)))


def _step(
    setting: Setting, pay: Sequence[float], concede: Sequence[float], passed: int, so_far: tuple[float, float]
) -> Node:
    step = concede[passed]
    worth = (setting.d_payer**passed, setting.d_conceder**passed)
    after = (so_far[0] + worth[0] * setting.v * step, so_far[1] - worth[1] * setting.k * step)
    follows = _round(setting, pay, concede, passed + 1, after)
    if step <= 0:
        return follows
    stop = End(
        (
            so_far[0] + worth[0] * setting.d_payer * setting.o_payer,
            so_far[1] + worth[1] * setting.d_conceder * setting.o_conceder,
        )
    )
    return Choice(1, f"round {passed + 1}: concede {step:g}", (("concede", follows), ("stop", stop)))


def efg(node: Node, title: str, sides: tuple[str, str] = SIDES) -> str:
    """The game as Gambit's extensive-form text (version 2), nodes in prefix order, every information set of one node.

    Source: the EFG file format, Gambit manual.
    """
    lines = [f'EFG 2 R "{_quoted(title)}" {{ "{_quoted(sides[0])}" "{_quoted(sides[1])}" }}', '""', ""]
    sets = [0, 0]
    ends = 0
    waiting: list[Node] = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here, End):
            ends += 1
            lines.append(f't "" {ends} "" {{ {here.payoffs[0]!r}, {here.payoffs[1]!r} }}')
            continue
        sets[here.side] += 1
        names = " ".join(f'"{_quoted(action)}"' for action, _ in here.actions)
        lines.append(f'p "{_quoted(here.label)}" {here.side + 1} {sets[here.side]} "" {{ {names} }} 0')
        waiting.extend(follows for _, follows in reversed(here.actions))
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
