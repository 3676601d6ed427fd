"""What each side wanted, hoped for and tied to what, and where the two do not meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from warifu.measures import mismatch
from warifu.measures.board import countries
from warifu.measures.board.control import control
from warifu.measures.board.page import Page, count_of, money, percent
from warifu.measures.board.record import Board
from warifu.measures.board.sayings import TAKES_FOR, TIES, By, by, in_order, position_of, quote, utterances
from warifu.measures.mismatch import Act, Kind, Span
from warifu.proposals.lists import SaidRow, names
from warifu.proposals.programme import Hope
from warifu.terms.codelist import Answer
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money
from warifu.terms.report import Axis, Chart, Point, Verdict

WORDS: Final[Mapping[float, str]] = {1.0: "conditional", 0.5: "creates conditions", 0.0: "kept apart"}


@dataclass(frozen=True, slots=True)
class Stand:
    """How one side stands on tying the programme to the talks.

    Attributes:
        side: The side.
        tied: Sayings that tie a topic of the programme to one of the talks, or the other way.
        apart: Sayings that keep them apart.
        instead: What it tied the talks to, outside the programme, with the number of sayings.
        sayings: How many of its own sayings are kept.
    """

    side: str
    tied: tuple[SaidRow, ...]
    apart: tuple[SaidRow, ...]
    instead: tuple[tuple[str, int], ...]
    sayings: int


def page(board: Board) -> Page:
    """Where the two sides' expectations do not meet, goal by goal; silence is shown as silence."""
    made = Page(board.id, "expectations", "mismatch.link_mismatch")
    stands = tuple(stand_of(board, side) for side in board.sides)
    said = utterances(board)
    quotes = [quote(row) for row in in_order({row.id: row for s in stands for row in (*s.tied, *s.apart)}.values())]
    warnings = [*_links(made, board, said), *_goals(made, board, said), *_numbers(made, board)]
    _frames(made, board, said)
    dated = {row.id for row in board.heard if row.on is not None}
    ordered = control(made, board, said)
    moved = _moves(made, board, [item for item in said if item.id in dated])
    _sayings(made, board)
    sound = [row for stand in stands for row in (*stand.tied, *stand.apart) if by(row, board) is not By.DOUBTFUL]
    verdict = Verdict.SAYS if sound else Verdict.CANNOT_TELL
    return made.close(
        "What each side expected",
        "Did the two sides tie the same things together, and hope for the same?",
        verdict,
        headline(board, stands),
        len(board.heard),
        assumption="the sayings kept are those that matter; what nobody wrote down cannot be seen",
        details=(
            *(_instead(stand) for stand in stands),
            "Who spoke of a tie but not of its denial, or of neither, is shown as silent: silence is not denial.",
            moved,
            ordered,
        ),
        warnings=warnings,
        quotes=quotes,
        made_from=(row.id for row in board.heard),
    )


def stand_of(board: Board, side: str) -> Stand:
    """A side's sayings on the tie between programme and talks."""
    talks = frozenset(board.programme.talks_topics)
    topics = {row.topic for row in board.heard if row.topic} - talks
    own = [row for row in board.heard if position_of(row) == side]
    across = [
        row
        for row in own
        if row.tie in TIES
        and ((row.topic in talks and row.ties_to in topics) or (row.topic in topics and row.ties_to in talks))
    ]
    outside = Counter(
        row.ties_to
        for row in own
        if row.topic in talks and row.tie in TIES and TIES[row.tie] > 0 and row.ties_to not in topics
    )
    return Stand(
        side,
        tuple(row for row in across if TIES[row.tie] > 0),
        tuple(row for row in across if TIES[row.tie] == 0),
        tuple(sorted(outside.items(), key=lambda item: (-item[1], item[0]))),
        sum(1 for row in own if not row.about),
    )


def headline(board: Board, stands: Sequence[Stand]) -> str:
    """One sentence a side, told so that each can be contradicted."""
    if not board.programme.talks_topics:
        return "Cannot tell: the workspace does not say which topics belong to the linked talks (talks_topics)."
    if not any(stand.tied or stand.apart for stand in stands):
        return (
            f"Cannot tell: in {count_of(len(board.heard), 'saying')} kept here neither side tied the programme to the "
            "talks, and neither denied a tie. Silence is not denial."
        )
    told = " ".join(_stands(stand, board) for stand in stands)
    sound = any(by(row, board) is not By.DOUBTFUL for stand in stands for row in (*stand.tied, *stand.apart))
    return told if sound else f"Cannot tell. {told}"


def _stands(stand: Stand, board: Board) -> str:
    who = countries.begins(stand.side)
    if stand.tied and stand.apart and _by(stand.tied, board) == _by(stand.apart, board):
        return f"{who} said both: {_pairs(stand.tied)} tied, {_pairs(stand.apart)} kept apart."
    if stand.tied and all(by(row, board) is By.DOUBTFUL for row in stand.tied):
        return f"{who} is said to have tied {_pairs(stand.tied)}, {By.DOUBTFUL}: a lead to follow, no evidence."
    if stand.tied:
        return f"{who} linked: it tied {_pairs(stand.tied)}, {_by(stand.tied, board)}."
    if not stand.apart and not stand.instead:
        return f"{who} is silent on it in {count_of(stand.sayings, 'saying')} of its own kept here."
    if not stand.instead and all(by(row, board) is By.DOUBTFUL for row in stand.apart):
        return f"{who} is said to have kept {_pairs(stand.apart, 'and')} apart, {By.DOUBTFUL}: no evidence."
    told = f"none of its {count_of(stand.sayings, 'saying')} kept here ties them"
    if stand.instead:
        told += f"; it tied the talks to {_things(stand)} instead"
    if stand.apart:
        told += f"; it kept {_pairs(stand.apart, 'and')} apart, {_by(stand.apart, board)}"
    return f"{who} did not: {told}."


def _things(stand: Stand) -> str:
    """The two or three things a side tied the talks to most often."""
    shown = [thing for thing, _ in stand.instead[:3]]
    more = len(stand.instead) - len(shown)
    return ", ".join(shown) + (f" and {count_of(more, 'other thing')}" if more else "")


def _instead(stand: Stand) -> str:
    if not stand.instead:
        return ""
    things = ", ".join(f"{thing} ({number})" for thing, number in stand.instead)
    return f"{countries.begins(stand.side)} tied the talks to other things: {things}."


def _pairs(rows: Sequence[SaidRow], word: str = "to") -> str:
    found = dict.fromkeys(f"{row.topic} {word} {row.ties_to}" for row in in_order(rows))
    return " and ".join(found)


def _by(rows: Sequence[SaidRow], board: Board) -> str:
    """By whose word, in the order of how much it is worth, with how many sayings each."""
    found = Counter(by(row, board) for row in rows)
    return " and ".join(f"{how} ({count_of(found[how], 'saying')})" for how in By if how in found)


# --- links ---------------------------------------------------------------------------------------------------------


def _links(made: Page, board: Board, said: Sequence[mismatch.Utterance]) -> tuple[str, ...]:
    rows = {row.id: row for row in board.heard}
    a, b = board.sides
    warnings: list[str] = []
    for name, label, kept in (
        ("own", "in their own words", (By.OWN,)),
        ("told", "with what others read them to hold", (By.OWN, By.OTHERS)),
        ("all", "with doubtful sources too", tuple(By)),
    ):
        heard = [item for item in said if item.kind is Kind.LINK and by(rows[item.id], board) in kept]
        left, right = (mismatch.links_of(heard, side, board.as_of) for side in (a, b))
        found = mismatch.link_mismatch(left, right)
        ends = found.interval
        made.figure(
            f"links-gap-{name}",
            f"Disagreement on what is tied to what, {label}",
            found.gap,
            "0 to 1",
            found.n,
            low=None if ends is None else ends.low,
            high=None if ends is None else ends.high,
            rows=(item.id for item in heard if item.side in (a, b)),
            note="The range takes silence as agreement and as disagreement.",
        )
        made.figure(
            f"links-coverage-{name}",
            f"Share of ties that both sides spoke on, {label}",
            found.coverage,
            "share",
            found.n,
            rows=(item.id for item in heard if item.side in (a, b)),
        )
        if name == "all":
            _matrix(made, board, found, heard)
        if name == "own":
            warnings += found.warnings
    return tuple(warnings)


def _matrix(made: Page, board: Board, found: mismatch.LinkMismatch, heard: Sequence[mismatch.Utterance]) -> None:
    rows = {row.id: row for row in board.heard}
    points: list[Point] = []
    cells: list[tuple[Sequence[str], Sequence[str]]] = []
    for gap in found.rows:
        pair = f"{gap.pair[0]} → {gap.pair[1]}"
        told: list[str] = []
        origin: list[str] = []
        for side, span in zip(board.sides, (gap.a, gap.b), strict=True):
            mine = [item.id for item in heard if item.side == side and (item.goal, item.link_to) == gap.pair]
            origin += mine
            if span is None:
                told.append("silent")
            else:
                how = _by([rows[name] for name in mine], board)
                told.append(f"{_said(span)}, {how}")
            points.append(
                Point(
                    at=pair,
                    y=None if span is None else mismatch._nearest(span),
                    group=side,
                    label=told[-1],
                    mark="" if span is not None else "silent",
                    made_from=tuple(mine),
                )
            )
        cells.append(((pair, *told, _ends(gap.bounds)), origin))
    made.draw(
        "links",
        "Who tied what to what",
        Chart.MATRIX,
        Axis.CATEGORY,
        points,
        unit="0 apart, 1 conditional",
        says="A dark square: the side made one depend on the other. White: it kept them apart. Empty: it was silent.",
    )
    a, b = (countries.begins(side) for side in board.sides)
    made.table("links", "Who tied what to what", ("tie", a, b, "gap"), cells, says="1 is full disagreement, 0 none.")


def _said(span: Span) -> str:
    if span.low == span.high and span.low is not None:
        return WORDS.get(span.low, f"{span.low:g}")
    return "both ways"


def _ends(span: Span) -> str:
    if span.low == span.high:
        return f"{span.low:g}"
    return f"{span.low or 0:g} to {'unknown' if span.high is None else f'{span.high:g}'}"


# --- goals, frames, numbers -----------------------------------------------------------------------------------------


def _goals(made: Page, board: Board, said: Sequence[mismatch.Utterance]) -> tuple[str, ...]:
    a, b = board.sides
    (left, how_a), (right, how_b) = (mismatch.goal_weights(said, side, board.as_of) for side in (a, b))
    found = mismatch.goal_mismatch(left, right)
    rows = [item.id for item in said if item.kind is Kind.GOAL and item.side in (a, b)]
    ends = found.interval
    made.figure(
        "goals-gap",
        "How differently the two sides weigh their goals",
        found.total,
        "0 to 1",
        found.n,
        low=None if ends is None else ends.low,
        high=None if ends is None else ends.high,
        rows=rows,
        note=f"Weights: {countries.name(a)} {how_a}; {countries.name(b)} {how_b}.",
    )
    points = [
        Point(at=row.goal, y=weight, group=side, label="not listed" if weight is None else percent(weight))
        for row in found.rows
        for side, weight in ((a, row.weight_a), (b, row.weight_b))
    ]
    equal = "equal, none stated" in (how_a, how_b)
    made.draw(
        "goals",
        "What each side listed as a goal",
        Chart.BARS,
        Axis.CATEGORY,
        points,
        y_title="weight",
        unit="share",
        says="Goals that a side named. " + ("No weights were stated, so all of a side's goals weigh alike." * equal),
    )
    return found.warnings


def _frames(made: Page, board: Board, said: Sequence[mismatch.Utterance]) -> None:
    a, b = board.sides
    gap, one, other = mismatch.frame_gap(said, a, b, board.as_of)
    rows = [row for row in board.heard if row.tie == TAKES_FOR]
    if not rows:
        return
    doubtful = all(by(row, board) is By.DOUBTFUL for row in rows)
    made.figure(
        "frames-gap",
        "Whether the sides took the programme for different things (1 they did)",
        gap,
        "0 or 1",
        len(rows),
        answer=Answer.CONTESTED if doubtful else None,
        rows=(row.id for row in rows),
        note=f"{countries.begins(a)}: {one or 'silent'}; {countries.name(b)}: {other or 'silent'}."
        + (" Told by a doubtful source alone: a lead to follow, no evidence." if doubtful else ""),
    )


def _numbers(made: Page, board: Board) -> tuple[str, ...]:
    """What was hoped for, what came, and by whose word."""
    rows: list[tuple[Sequence[str], Sequence[str]]] = []
    points: list[Point] = []
    warnings: list[str] = []
    for place, hope in enumerate(board.hopes, start=1):
        hoped, came = _converted(hope.hoped_amount, hope, board, 0), _converted(hope.came_amount, hope, board, -1)
        found = None
        if hoped is not None and came is not None:
            found = mismatch.fulfilment(Span(float(came), float(came)), Span(float(hoped), float(hoped)))
        sole = (
            hope.single_voice
            or len({board.sources[name].origin for name in hope.sources if name in board.sources}) == 1
        )
        doubt = hope.doubtful or board.doubtful(hope.sources)
        standing = "one doubtful voice" if doubt else "one voice" if sole else ""
        ratio = None if found is None else found.ratio
        gap = None if found is None or found.gap is None else found.gap
        rows.append(
            (
                (
                    hope.hoped,
                    hope.came,
                    percent(ratio) if ratio is not None else "",
                    "" if gap is None else f"{gap:.4f}",
                    hope.voice or ", ".join(board.voices(hope.sources)),
                    standing,
                ),
                hope.sources,
            )
        )
        if ratio is None:
            continue
        made.figure(
            f"hoped-came-{place}",
            f"What came of what was hoped for: {hope.hoped}",
            ratio,
            "share",
            1,
            answer=Answer.CONTESTED if doubt else None,
            sources=hope.sources,
            note=f"{hope.came}. {_signed(gap)}{f' By {standing}.' if standing else ''}"
            f"{f' {hope.note}' if hope.note else ''}",
        )
        points.append(
            Point(
                at=hope.hoped,
                y=ratio,
                label=f"{hope.came} ({money(came, board.currency)} of {money(hoped, board.currency)})",
                group=standing or "two voices or more",
                mark="told" if doubt else "",
                made_from=hope.sources,
            )
        )
        if doubt:
            warnings.append(f"“{hope.hoped}; {hope.came}” is one doubtful voice's claim: no second source was found.")
    made.draw(
        "hoped-came",
        "What came of what was hoped for",
        Chart.BARS,
        Axis.CATEGORY,
        points,
        y_title="came ÷ hoped",
        unit="share",
        says="A bar of full length would mean that all came. Hollow bars rest on one doubtful voice.",
    )
    made.table(
        "hoped-came",
        "Hoped for, and came",
        ("hoped", "came", "share", "signed gap", "by whose word", "standing"),
        rows,
        says="The signed gap is 0 when all came and 1 when nothing did.",
    )
    return tuple(warnings)


def _signed(gap: float | None) -> str:
    return "" if gap is None else f"Signed gap {gap:.4f}."


def _converted(amount: Money | None, hope: Hope, board: Board, place: int) -> Decimal | None:
    """In the programme's currency, at the rate of its source's day: the first source for hoped, the last for came."""
    known: list[PartialDate] = [
        day for name in hope.sources if name in board.sources and (day := board.sources[name].published) is not None
    ]
    return board.in_account_currency(amount, known[place] if known else None)


# --- who moved -----------------------------------------------------------------------------------------------------


def _moves(made: Page, board: Board, said: Sequence[mismatch.Utterance]) -> str:
    """The running ledger of every gap that both sides have spoken on."""
    a, b = board.sides
    rows: list[tuple[Sequence[str], Sequence[str]]] = []
    points: list[Point] = []
    topics = {(item.kind, item.goal, item.link_to, item.unit) for item in said if item.kind in (Kind.LINK, Kind.TARGET)}
    shared = 0
    for kind, goal, link_to, unit in sorted(topics):
        spoke = {
            item.side for item in said if (item.kind, item.goal, item.link_to, item.unit) == (kind, goal, link_to, unit)
        }
        if not {a, b} <= spoke:
            continue
        shared += 1
        name = f"{goal} → {link_to}" if kind is Kind.LINK else f"{goal} ({unit})"
        for move in mismatch.moves(said, kind, goal, (a, b), lambda v: abs(v[a] - v[b]), link_to, unit):
            change = "" if move.change is None else f"{move.change:+.3g}"
            gap = "" if move.gap is None else f"{move.gap:.3g}"
            origin = [
                item.id
                for item in said
                if (item.kind, item.goal, item.link_to) == (kind, goal, link_to)
                and item.side == move.mover
                and item.made_on == move.on
            ]
            rows.append(((name, move.on.isoformat(), countries.begins(move.mover), str(move.act), change, gap), origin))
            if move.gap is not None:
                points.append(
                    Point(
                        at=move.on.isoformat(),
                        x=float(move.on.toordinal()),
                        y=move.gap,
                        group=name,
                        label=f"{countries.name(move.mover)}: {move.act}",
                        made_from=tuple(origin),
                    )
                )
    made.table(
        "moves",
        "Who moved",
        ("on what", "on", "who", "what it did", "change of the gap", "gap after"),
        rows,
        says="Changes add up to the last gap less the first. A first word creates the gap and is no move.",
    )
    made.draw(
        "moves",
        "The gap over time",
        Chart.STEPS,
        Axis.DAY,
        points,
        y_title="gap",
        says="Each step is one side's word; where a line ends, nobody has spoken since.",
    )
    if not shared:
        return "Who moved over time cannot be told: on no tie and no number did both sides speak."
    moved = [row for row in rows if row[0][3] == Act.MOVE]
    return f"On {count_of(shared, 'topic')} both sides spoke, and {count_of(len(moved), 'move')} changed a gap."


def _sayings(made: Page, board: Board) -> None:
    """Everything that was said, on one line of time a side."""
    points = list(_said_points(board))
    made.draw(
        "said",
        "What was said, and when",
        Chart.CALENDAR,
        Axis.DAY,
        points,
        says=f"{count_of(len(points), 'saying')} with a date, one line a side; dark marks tie one thing to another.",
    )


def _said_points(board: Board) -> Iterator[Point]:
    for row in in_order(board.heard):
        if row.on is not None:
            tied = row.tie in TIES and bool(row.ties_to)
            yield Point(
                at=row.on.text,
                x=float(row.on.first.toordinal()),
                group=position_of(row),
                label=f"{row.speaker}: {row.paraphrase}",
                mark="tied" if tied else str(row.kind),
                made_from=(row.id, *names(row.sources)),
            )
