"""The calendar of deals over the calendar of the talks, and the one test that may be run on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from warifu.decisions import movement
from warifu.decisions.agreement import Agreement
from warifu.errors import MeasureError
from warifu.measures.board.expectations import stand_of
from warifu.measures.board.page import MOST_MARKS, Page, count_of, percent
from warifu.measures.board.record import Board, middle
from warifu.measures.board.sayings import in_order, quote
from warifu.measures.linkage.exposure import expose
from warifu.measures.linkage.protocol import CODES, DealEvent, DealStage, Meeting, Protocol, Strata
from warifu.measures.linkage.report import NEVER, Linkage, link
from warifu.proposals.lists import TalkRow, names
from warifu.terms.codelist import Answer, Binding, Stage, SumKind
from warifu.terms.deal import Deal
from warifu.terms.report import Axis, Chart, Point, Verdict
from warifu.terms.statement import PaperTold

MEETINGS: Final = ("meeting", "call", "summit", "round", "talks", "visit")
"""A step of the talks whose kind has one of these words is a meeting; a law or a statement is none."""

LANES: Final = (
    DealStage.ANNOUNCED,
    DealStage.MEMORANDUM,
    DealStage.BINDING,
    DealStage.FINANCED,
    DealStage.DELIVERED,
    DealStage.CANCELLED,
)

VERDICTS: Final = {
    "unreliable": Verdict.NOT_ASKED,
    "too few": Verdict.CANNOT_TELL,
    "silent": Verdict.CANNOT_TELL,
    "small": Verdict.SAYS,
    "differs": Verdict.SAYS,
}


def page(board: Board) -> Page:
    """Whether coded movement in the talks differed after binding deals; refused where it cannot be asked."""
    made = Page(board.id, "linkage", "linkage.link")
    rows = [row for row in board.steps if is_meeting(row)]
    coders = agreement_of(board, rows)
    meetings = [Meeting(name=row.id, date=row.on, movement=movement_of(board, row)) for row in rows]
    deals = board.promised
    events = [event for deal in deals for event in events_of(deal)]
    protocols = protocols_of(board)
    protocol = protocols[-1] if protocols else Protocol()
    fixed = protocols[0].digest() if protocols else None
    found = link(meetings, events, protocol, None if coders is None else coders.alpha, fixed)
    _calendar(made, board, deals, events, protocol)
    _figures(made, found, deals, rows)
    _tables(made, found, board, rows)
    stands = [stand_of(board, side) for side in board.sides]
    said = [row for stand in stands for row in (*stand.tied, *stand.apart)]
    return made.close(
        "Deals and the talks",
        "Did movement in the talks differ after binding deals?",
        VERDICTS[found.verdict],
        found.sentence or "Nothing was asked.",
        found.n,
        assumption=found.assumption,
        details=(
            f"A deal counts for meetings from {protocol.gap} to {protocol.window} days after it reached "
            f"“{protocol.stage}”; one signed within {protocol.gap} days of a meeting is part of a package and counts "
            "for none.",
            f"{count_of(found.counting, 'act')} of deals came so far, {found.bundled} of them at a meeting.",
            _coders(coders, board),
            _even_so(found),
        ),
        warnings=found.warnings,
        quotes=[quote(row) for row in in_order(said)],
        made_from=(*(row.id for row in rows), *(deal.id for deal in deals)),
    )


def protocols_of(board: Board) -> tuple[Protocol, ...]:
    """The protocols that were fixed, first to last.

    Raises:
        MeasureError: A stage or stratum is none the test knows, or a number makes no sense.
    """
    found = () if board.linkage is None else board.linkage.protocols
    for row in found:
        if row.stage not in set(DealStage) or row.strata not in set(Strata):
            raise MeasureError(
                "linkage",
                f"reference/linkage.yaml asks for stage {row.stage!r} within {row.strata!r}",
                f"Stages: {', '.join(DealStage)}. Strata: {', '.join(Strata)}.",
            )
    return tuple(
        Protocol(
            window=row.window, gap=row.gap, stage=DealStage(row.stage), strata=Strata(row.strata), margin=row.margin
        )
        for row in found
    )


def is_meeting(row: TalkRow) -> bool:
    return any(word in row.kind.lower() for word in MEETINGS)


def agreement_of(board: Board, rows: Sequence[TalkRow]) -> Agreement | None:
    """Agreement of coders who had not seen the deals; None where fewer than two coded."""
    return movement.agree([row.id for row in rows], board.codes)


def movement_of(board: Board, row: TalkRow) -> float | None:
    """The mean of the blind coders; without any, the movement in the list of talks."""
    codes = [code.movement for code in board.codes if code.talk == row.id]
    if codes:
        return sum(codes) / len(codes)
    return None if row.movement is None else float(row.movement)


def events_of(deal: Deal) -> Iterator[DealEvent]:
    """A deal's dated acts as the test reads them."""
    binds = deal.binding is Binding.YES
    for item in deal.reached:
        if item.on is None:
            continue
        stage = {
            Stage.ANNOUNCED: DealStage.ANNOUNCED,
            Stage.SIGNED: DealStage.MEMORANDUM,
            Stage.IN_FORCE: DealStage.BINDING if binds else DealStage.MEMORANDUM,
            Stage.FINANCED: DealStage.FINANCED,
            Stage.DELIVERED: DealStage.DELIVERED,
            Stage.CANCELLED: DealStage.CANCELLED,
        }.get(item.stage)
        if stage is not None:
            yield DealEvent(deal=deal.id, stage=stage, date=item.on)
    if binds:
        papers = [item for item in deal.case.statements if isinstance(item.told, PaperTold)]
        days = {
            item.on.text: item.on
            for item in papers
            if isinstance(item.told, PaperTold) and item.told.binding is Binding.YES and item.on is not None
        }
        for text in sorted(days):
            yield DealEvent(deal=deal.id, stage=DealStage.BINDING, date=days[text])
    for paid in deal.counted(SumKind.DISBURSEMENT):
        if paid.on is not None:
            yield DealEvent(deal=deal.id, stage=DealStage.FINANCED, date=paid.on)


def _coders(coders: Agreement | None, board: Board) -> str:
    if coders is None or coders.alpha is None:
        one = sum(1 for row in board.steps if row.movement is not None)
        return (
            f"The movement shown is one coder's reading of {count_of(one, 'step')}, made with the deals at hand; a "
            "test needs two people who code the record of the talks alone."
        )
    ends = "" if coders.low is None else f" (95 %: {coders.low:.2f} to {coders.high:.2f})"
    meetings = count_of(coders.n, "meeting")
    return f"Agreement of the blind coders (ordinal alpha) is {coders.alpha:.2f}{ends} over {meetings}."


def _even_so(found: Linkage) -> str:
    """What would keep the test from being run even with coders who agree."""
    fewer = min(found.exposed, found.n - found.exposed)
    least, strata = found.protocol.least, found.protocol.least_strata
    if found.verdict != "unreliable" or (fewer >= least and found.strata_with_both >= strata):
        return ""
    return (
        f"Even with coders who agree it would be too few to test: {found.exposed} of {found.n} meetings followed such "
        f"a deal and {found.n - found.exposed} did not; {least} of each are needed, in {strata} strata that hold both."
    )


def _calendar(made: Page, board: Board, deals: Sequence[Deal], events: Sequence[DealEvent], protocol: Protocol) -> None:
    """Everything on one line of time: the talks above, the deals below by how far they came."""
    points: list[Point] = []
    meetings: list[Meeting] = []
    for row in sorted(board.steps, key=lambda row: not is_meeting(row)):
        moved = movement_of(board, row)
        lane = "talks: meetings" if is_meeting(row) else "talks: other steps"
        if is_meeting(row):
            meetings.append(Meeting(name=row.id, date=row.on, movement=moved))
        words = CODES.get(round(moved), "") if moved is not None else "not coded"
        points.append(
            Point(
                at=row.on.text,
                x=float(middle(row.on).toordinal()),
                y=moved,
                group=lane,
                label=f"{row.title}. {row.reason} ({words})".strip(),
                made_from=(row.id, *names(row.sources)),
            )
        )
    titles = {deal.id: deal.case.title for deal in deals}
    days = {meeting.date.text: meeting for meeting in meetings}
    near = expose(list(days.values()), events, protocol) if meetings else None
    if len(events) > MOST_MARKS:
        points += _by_month(events)
    else:
        days_of = [middle(meeting.date).toordinal() for meeting in meetings]
        for event in sorted(events, key=lambda event: LANES.index(event.stage)):
            on = middle(event.date).toordinal()
            bundled = any(abs(on - day) < protocol.gap for day in days_of)
            points.append(
                Point(
                    at=event.date.text,
                    x=float(on),
                    group=f"deals: {event.stage}",
                    label=titles[event.deal],
                    mark="bundled" if bundled else "",
                    made_from=(event.deal,),
                )
            )
    bundles = 0 if near is None else near.bundled
    made.draw(
        "calendar",
        "Deals over the talks",
        Chart.CALENDAR,
        Axis.DAY,
        points,
        y_title="movement",
        unit="-2 to 2",
        says=f"{count_of(len(meetings), 'meeting')} and {count_of(len(events), 'act')} of deals on one line of time; "
        f"{count_of(bundles, 'binding act')} fell within {protocol.gap} days of a meeting.",
    )


def _by_month(events: Sequence[DealEvent]) -> Iterator[Point]:
    """Acts of one stage and month as one mark, its height their number, where there are too many for a mark each."""
    months: Counter[tuple[str, date]] = Counter(
        (str(event.stage), middle(event.date).replace(day=15)) for event in events
    )
    for (stage, day), number in sorted(months.items()):
        yield Point(
            at=day.isoformat()[:7],
            x=float(day.toordinal()),
            y=float(number),
            group=f"deals: {stage}",
            label=count_of(number, "act"),
            mark="thin",
        )


def _figures(made: Page, found: Linkage, deals: Sequence[Deal], rows: Sequence[TalkRow]) -> None:
    ids, talks = tuple(deal.id for deal in deals), tuple(row.id for row in rows)
    tested = found.effect is not None
    missing = None if tested else (Answer.NOT_LOOKED if found.verdict == "unreliable" else Answer.NOT_APPLICABLE)
    ends = found.interval
    why = "" if tested else found.sentence

    def add(
        name: str, label: str, value: float | None, unit: str, low: float | None = None, high: float | None = None
    ) -> None:
        answer = missing if value is None else None
        made.figure(
            name, label, value, unit, found.n, low=low, high=high, answer=answer, deals=ids, rows=talks, note=why
        )

    add(
        "linkage-effect",
        "Movement after binding deals less movement otherwise",
        found.effect,
        "steps of the code",
        None if ends is None else ends.low,
        None if ends is None else ends.high,
    )
    add("linkage-reverse", "The same for deals that came after the meeting", found.reverse_effect, "steps of the code")
    for test in found.tests:
        add(f"linkage-p-{test.name.replace(' ', '-')}", f"Chance by relabelling, {test.name}", test.p, "share")
    for name, p in found.holm:
        add(f"linkage-p-holm-{name}", f"Chance within strata, adjusted for both directions, {name}", p, "share")
    add("linkage-smallest", "Smallest effect seen four times in five", found.smallest_effect, "standard deviations")
    add("linkage-half-width", "Half the width of the interval", found.half_width, "standard deviations")
    placebo = found.placebo
    share = None if placebo is None else placebo.share
    add("linkage-placebo", "Share of false calendars with a difference as large", share, "share")
    made.figure("linkage-meetings", "Meetings with coded movement", float(found.n), "meetings", found.n, rows=talks)
    made.figure(
        "linkage-exposed", "Of these, meetings that followed a binding deal", float(found.exposed), "meetings", found.n
    )
    made.figure(
        "linkage-bundled", "Binding acts of deals at a meeting", float(found.bundled), "acts", found.counting, deals=ids
    )
    if tested:
        _pictures(made, found)


def _pictures(made: Page, found: Linkage) -> None:
    ends = found.interval
    points = [
        Point(
            at="as fixed beforehand" if not found.explored else "as explored",
            y=found.effect,
            low=None if ends is None else ends.low,
            high=None if ends is None else ends.high,
            group="the test",
        ),
        *(
            Point(at=f"window of {row.window} days", y=row.effect, group="explored", mark="thin")
            for row in found.windows
        ),
    ]
    made.draw(
        "linkage-effect",
        "Movement after binding deals, less movement otherwise",
        Chart.INTERVALS,
        Axis.CATEGORY,
        points,
        y_title="difference",
        unit="steps of the code",
        says=found.sentence,
    )
    if found.lead_lag is not None:
        band = found.lead_lag.band
        made.draw(
            "linkage-lead-lag",
            "Leads and lags",
            Chart.BARS,
            Axis.NUMBER,
            [
                Point(at=f"{lag:+d}", x=float(lag), y=r, low=None if band is None else -band, high=band)
                for lag, r in found.lead_lag.correlations
            ],
            x_title="meetings between deal and movement",
            y_title="correlation",
            says="A picture and no test: one band for all bars together, and no bar is ever singled out.",
        )


def _tables(made: Page, found: Linkage, board: Board, rows: Sequence[TalkRow]) -> None:
    table = found.table
    made.table(
        "linkage-table",
        "Meetings by what came before them",
        ("", "moved forward", "did not"),
        [
            (("after a binding deal", str(table.moved_after), str(table.still_after)), ()),
            (("otherwise", str(table.moved_other), str(table.still_other)), ()),
        ],
        says="Counts only; bundled deals count for neither row.",
    )
    known = {row.id: row for row in rows}
    made.table(
        "linkage-meetings",
        "Every meeting as the test saw it",
        ("on", "meeting", "movement", "means", "followed a deal", "preceded one", "stratum"),
        [
            (
                (
                    row.date,
                    known[row.meeting].title,
                    f"{row.movement:+g}",
                    CODES.get(round(row.movement), ""),
                    "yes" if row.forward else "no",
                    "yes" if row.reverse else "no",
                    row.stratum,
                ),
                (row.meeting, *names(known[row.meeting].sources)),
            )
            for row in found.rows
        ],
    )
    made.table(
        "linkage-never",
        "What is never said here",
        ("never", "because"),
        [((never.claim, never.why), ()) for never in NEVER],
    )
    if found.bayes:
        made.table(
            "linkage-bayes",
            "Two rates against one, under three priors",
            ("prior", "Bayes factor", "chance that the rate after deals is higher by a tenth", "in words"),
            [
                ((f"Beta({row.a:g}, {row.a:g})", f"{row.factor:.2f}", percent(row.higher), row.words), ())
                for row in found.bayes
            ],
            says="All three are printed, so that none can be picked. A Bayes factor cures no confound.",
        )
