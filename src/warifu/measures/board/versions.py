"""Each side's version of one deal and of the whole, and the name of every gap between them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from warifu.measures.board import countries
from warifu.measures.board.page import Page, count_of
from warifu.measures.board.record import Board
from warifu.measures.board.sayings import in_order, position_of, quote
from warifu.proposals.lists import QuestionRow, SaidRow, names
from warifu.terms.codelist import Binding
from warifu.terms.deal import Deal, Gap
from warifu.terms.report import Axis, Chart, Point, Quote, Verdict

AMOUNT: Final = re.compile(r"\b[A-Z]{3} ?\d|\d ?(?:bn|m|tn)\b")
FIELDS: Final = (
    ("share of profit", ("profit",)),
    ("binding", ("bind",)),
    ("timing", ("date", "day of", "end of")),
    ("standing", ("status", "standing")),
    ("count", ("docs", "documents", "count", "number", "visitors", "projects")),
    ("share", ("split", "share", "who holds", "part of", "coverage")),
)
"""The name of a gap, by the first of these words in the topic or the question; two amounts make it a gap in sum."""
MOST_QUOTES: Final = 4  # a side and topic, the latest ones


def page(board: Board) -> Page:
    """Where the versions of one deal, and of the whole programme, differ; each gap by name, each voice by its words."""
    made = Page(board.id, "versions", "versions.gaps")
    differ = tuple(deal for deal in board.deals if deal.gaps)
    told = tuple(deal for deal in board.deals if len(deal.versions) > 1)
    kinds = Counter(_kind(gap) for deal in differ for gap in _each_kind_once(deal))
    made.figure(
        "versions-deals",
        "Deals that two voices tell differently",
        len(differ),
        "deals",
        len(told),
        deals=(deal.id for deal in differ),
        note=f"Of {count_of(len(told), 'deal')} told by two voices or more.",
    )
    for kind in sorted(kinds):
        made.figure(
            f"versions-{kind}",
            f"Deals with a gap in {kind}",
            kinds[kind],
            "deals",
            len(told),
            deals=(deal.id for deal in differ if any(_kind(gap) == kind for gap in deal.gaps)),
        )
    questions = _questions(board)
    named = {name: field_of(rows) for name, rows in questions.items()}
    made.figure(
        "versions-questions",
        "Questions on which sources differ",
        len(questions),
        "questions",
        len(questions),
        rows=questions,
        sources=(name for rows in questions.values() for row in rows for name in names(row.sources)),
    )
    _deal_table(made, differ)
    _question_table(made, board, questions, named)
    made.draw(
        "versions",
        "What the versions differ in",
        Chart.BARS,
        Axis.CATEGORY,
        list(_bars(kinds, named)),
        y_title="gaps",
        unit="count",
        says="Deals that voices tell differently, and questions on the whole, by what they differ in.",
    )
    shared = _shared_topics(board)
    _side_by_side(made, board, shared)
    found = len(differ) + len(questions)
    return made.close(
        "Both sides' versions",
        "Where do the two sides tell one agreement differently?",
        Verdict.SAYS if found or shared else Verdict.CANNOT_TELL,
        _says(board, differ, questions, named),
        len(board.deals) + len(questions),
        assumption="a voice that does not mention a thing has no version of it, so silence makes no gap",
        details=(
            f"Does the programme itself bind? {board.programme.binding.value}. {board.programme.legal_form}",
            *(_told(name, rows, named) for name, rows in questions.items()),
        ),
        quotes=_quotes(board, shared),
        made_from=(*(deal.id for deal in differ), *questions),
    )


def _kind(gap: Gap) -> str:
    return gap.field.partition(" (")[0]


def _each_kind_once(deal: Deal) -> Iterator[Gap]:
    seen: set[str] = set()
    for gap in deal.gaps:
        if _kind(gap) not in seen:
            seen.add(_kind(gap))
            yield gap


def _questions(board: Board) -> dict[str, list[QuestionRow]]:
    """Questions with two versions or more, as known on the reader's day."""
    found: dict[str, list[QuestionRow]] = defaultdict(list)
    for row in board.disputes:
        found[row.id].append(row)
    return {name: sorted(rows, key=lambda row: row.version) for name, rows in sorted(found.items()) if len(rows) > 1}


def field_of(rows: Sequence[QuestionRow]) -> str:
    """What kind of gap a question is."""
    words = f"{rows[0].topic} {rows[0].question}".lower()
    if "profit" not in words and all(AMOUNT.search(row.claim) for row in rows):
        return "sum"
    return next((name for name, keys in FIELDS if any(key in words for key in keys)), "content")


def _deal_table(made: Page, differ: Sequence[Deal]) -> None:
    rows = []
    for deal in differ:
        voices = {version.voice: version.statements for version in deal.versions}
        for gap in deal.gaps:
            origin = (deal.id, *voices.get(gap.left_voice, ()), *voices.get(gap.right_voice, ()))
            cells = (deal.id, deal.case.title, gap.field, gap.left_voice, gap.left, gap.right_voice, gap.right)
            rows.append(((*map(str, cells),), origin))
    made.table(
        "versions-deals",
        "One deal, two versions",
        ("deal", "title", "differs in", "one voice", "says", "another voice", "says otherwise"),
        rows,
        says="Every version is kept; none is corrected by another.",
    )


def _question_table(made: Page, board: Board, questions: dict[str, list[QuestionRow]], named: dict[str, str]) -> None:
    rows = []
    for name, found in questions.items():
        for row in found:
            voices = ", ".join(board.voices(names(row.sources)))
            cells = (named[name], row.question, row.version, row.claim, voices, row.treatment)
            rows.append((cells, (row.id, *names(row.sources))))
    made.table(
        "versions-questions",
        "One question, several answers",
        ("differs in", "question", "version", "what is said", "whose word", "what the ledger does"),
        rows,
        says="The ledger names the version it uses and why; the others stay.",
    )


def _bars(kinds: Counter[str], named: dict[str, str]) -> Iterator[Point]:
    questions = Counter(named.values())
    for kind in sorted({*kinds, *questions}):
        if kinds[kind]:
            yield Point(at=kind, y=float(kinds[kind]), group="deals")
        if questions[kind]:
            yield Point(at=kind, y=float(questions[kind]), group="questions on the whole")


def _told(name: str, rows: Sequence[QuestionRow], named: dict[str, str]) -> str:
    return f"{rows[0].question} ({named[name]}): " + " · ".join(f"{row.claim}" for row in rows) + "."


def _shared_topics(board: Board) -> dict[str, list[SaidRow]]:
    """Topics on which both sides are heard in their own words."""
    found: dict[str, list[SaidRow]] = defaultdict(list)
    for row in in_order(board.heard):
        if row.topic and not row.about and row.side in board.sides:
            found[row.topic].append(row)
    return {topic: rows for topic, rows in sorted(found.items()) if {row.side for row in rows} >= set(board.sides)}


def _side_by_side(made: Page, board: Board, shared: dict[str, list[SaidRow]]) -> None:
    """What each side says on a topic, its latest word last; the two columns are the two halves of the tally."""
    a, b = board.sides
    rows: list[tuple[tuple[str, ...], Sequence[str]]] = []
    for topic, said in shared.items():
        halves = [[row for row in said if row.side == side][-MOST_QUOTES:] for side in (a, b)]
        cells = (topic, *(" / ".join(_line(row) for row in half) for half in halves))
        rows.append((cells, [row.id for half in halves for row in half]))
    for turns in _rationales(board):
        rows.append(turns)
    made.table(
        "versions-words",
        "In each side's words",
        ("on", countries.begins(a), countries.begins(b)),
        rows,
        says="Wording is the coder's unless it stands in quotation marks.",
    )


def _line(row: SaidRow) -> str:
    words = f"“{row.quote}”" if row.quote else row.paraphrase
    on = f" ({row.on.text})" if row.on is not None else ""
    return f"{row.speaker}{on}: {words}"


def _rationales(board: Board) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    a, b = board.sides
    halves = [[turn for turn in board.rationales if turn.side == side] for side in (a, b)]
    if all(halves):
        texts = tuple(" / ".join(turn.what for turn in half) for half in halves)
        yield ("why it wants the programme", *texts), tuple(s for half in halves for turn in half for s in turn.sources)


def _quotes(board: Board, shared: dict[str, list[SaidRow]]) -> list[Quote]:
    """The words behind the gaps: on each shared topic each side's latest sayings."""
    found: list[Quote] = []
    for said in shared.values():
        for side in board.sides:
            found += [quote(row) for row in said if position_of(row) == side][-MOST_QUOTES:]
    return found


def _says(board: Board, differ: Sequence[Deal], questions: dict[str, list[QuestionRow]], named: dict[str, str]) -> str:
    if not differ and not questions:
        return (
            f"No gap between versions was found among {count_of(len(board.deals), 'deal')}; where only one voice "
            "speaks, none can be."
        )
    kinds = sorted(set(named.values()) | {_kind(gap) for deal in differ for gap in deal.gaps})
    binding = " Whether the programme binds is itself contested." * (board.programme.binding is Binding.CONTESTED)
    deals = count_of(len(differ), "deal") if differ else "no single deal"
    return (
        f"Versions differ on {count_of(len(questions), 'question')} about the whole and on {deals}, in "
        f"{', '.join(kinds)}.{binding}"
    )
