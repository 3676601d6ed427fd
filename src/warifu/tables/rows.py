"""A ledger's rows, table by table, each sorted so that the order of arrival never shows."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import pkgutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import ModuleType
from typing import Any, Final

from warifu.decisions import policy
from warifu.decisions.standing import standing
from warifu.ledger import Ledger
from warifu.measures import scorecard
from warifu.proposals import assumptions, lists
from warifu.release import record, redirects
from warifu.tables import comparing, trust
from warifu.tables import contract as c
from warifu.terms import codelist
from warifu.terms.codelist import MEANINGS, Stage
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Deal, DealSum
from warifu.terms.money import Money
from warifu.terms.statement import InstrumentTold, PaperTold, PartyTold, StageTold, Statement, StatusTold, SumTold, Told


def rows(ledger: Ledger, meta: Mapping[str, str]) -> dict[str, Sequence[Any]]:
    """Every row of every table of the contract.

    Args:
        ledger: The ledger.
        meta: What else to say of its making, such as the digest of what is kept.
    """
    named: dict[str, Sequence[Any]] = {
        "programmes": [_programme(ledger)],
        "areas": [_area(item) for item in ledger.programme.areas],
        "deals": list(_deals(ledger)),
        "deal_parties": [row for deal in ledger.deals for row in _deal_parties(deal)],
        "stages": [row for deal in ledger.deals for row in _stages(deal)],
        "sums": [_sum(deal, item) for deal in ledger.deals for item in deal.sums],
        "restated": [row for deal in ledger.deals for item in deal.sums for row in _restated(deal, item)],
        "labels": [c.LabelRow(deal.id, label, value) for deal in ledger.deals for label, value in deal.case.labels],
        "statements": [_statement(item) for case in ledger.cases for item in case.statements],
        "readings": list(trust.readings(ledger.kept)),
        "versions": [row for deal in ledger.deals for row in _versions(deal)],
        "gaps": [row for deal in ledger.deals for row in _gaps(deal)],
        "looks": [row for deal in ledger.deals for row in _looks(deal)],
        "sources": list(_sources(ledger)),
        "parties": list(_parties(ledger)),
        **_programme_lists(ledger),
        **_workspace_lists(ledger),
        **_settings(ledger),
        **_figures(ledger),
        **comparing.rows(ledger),
        **_report(ledger),
        **_documents(ledger),
        "problems": [
            c.ProblemRow(number, item.about, item.rule, item.severity, item.message, item.where)
            for number, item in enumerate(ledger.problems, start=1)
        ],
        "codes": list(_codes()),
        **_releases(ledger),
        "agreement": list(trust.agreement(ledger.kept)),
        "accuracy": list(trust.accuracy(ledger.kept)),
        "comments": list(trust.comments(ledger.kept, _whose(ledger))),
        "meta": [c.MetaRow(name, value) for name, value in sorted(_meta(ledger, meta).items())],
    }
    return {name: named[name] for name in c.TABLES}


def _text(day: PartialDate | None) -> str:
    return "" if day is None else day.text


def _first(day: PartialDate | None) -> date | None:
    return None if day is None or day.first == date.min else day.first


def _last(day: PartialDate | None) -> date | None:
    return None if day is None or day.last == date.max else day.last


def _programme(ledger: Ledger) -> c.ProgrammeRow:
    it = ledger.programme
    return c.ProgrammeRow(
        programme=it.id,
        name_en=it.names.get("en", it.id),
        name_ja=it.names.get("ja", ""),
        name_ru=it.names.get("ru", ""),
        side_left=it.sides[0],
        side_right=it.sides[1],
        currency=it.account_currency,
        legal_form=it.legal_form,
        binding=it.binding,
        linked_talks=it.linked_talks,
        begin_text=it.begin.text,
        end_text=_text(it.end),
        status=it.status,
        looked_until=it.looked_until.text,
        as_of=ledger.as_of,
        summary_en=it.summary.get("en", ""),
        summary_ja=it.summary.get("ja", ""),
        summary_ru=it.summary.get("ru", ""),
        note=it.note,
        talks_topics=it.talks_topics,
        names=_other_languages(it.names),
        summaries=_other_languages(it.summary),
    )


OWN_COLUMNS: Final = ("en", "ja", "ru")
"""The languages that have columns of their own."""


def _other_languages(words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{code}: {words[code]}" for code in sorted(words) if code not in OWN_COLUMNS)


def _area(item: Any) -> c.AreaRow:
    return c.AreaRow(
        item.id,
        item.names.get("en", item.id),
        item.names.get("ja", ""),
        item.names.get("ru", ""),
        item.sources,
        _other_languages(item.names),
    )


def _whose(ledger: Ledger) -> dict[str, str]:
    """The deal that each deal, statement and sum belongs to."""
    return {
        name: deal.id
        for deal in ledger.deals
        for name in (
            deal.id,
            *(item.id for item in deal.case.statements),
            *(sum_id(deal.id, item.row) for item in deal.sums),
        )
    }


def _deals(ledger: Ledger) -> Iterator[c.DealRow]:
    counts = Counter(problem.about for problem in ledger.problems)
    sheets = {item.sheet.deal: item.sheet for item in ledger.kept.sheets}
    out = {name for name, item in ledger.kept.sources.items() if _out(item.published, ledger.as_of)}
    for deal in ledger.deals:
        sheet = sheets.get(deal.id)  # None: it was opened on the desk, by judging a proposal
        cited = [one.source for one in deal.case.statements if one.source] if sheet is None else sheet.sources
        read = tuple(name for name in dict.fromkeys(cited) if name in out)
        yield _deal(deal, counts[deal.id], "" if sheet is None else sheet.place.region, read)


def _out(published: PartialDate | None, as_of: date) -> bool:
    """Whether a source was surely out on the reader's day, or does not say when."""
    return published is None or published.surely_by(as_of)


def _deal(deal: Deal, problems: int, region: str, read: tuple[str, ...]) -> c.DealRow:
    case, health = deal.case, deal.health
    came = deal.first(deal.stage)
    first = deal.first(Stage.ANNOUNCED, Stage.SIGNED, Stage.IN_FORCE, Stage.FINANCED, Stage.DELIVERED)
    return c.DealRow(
        deal=deal.id,
        title=case.title,
        areas=case.areas,
        belongs=case.belongs,
        umbrella=case.umbrella,
        part_of=case.part_of,
        counted=scorecard.counted_in(deal),
        instrument=deal.instrument,
        form=deal.form,
        binding=deal.binding,
        basis=deal.basis or "",
        stage=deal.stage,
        stage_text=_text(came.on if came is not None else None),
        status=deal.status,
        status_text=_text(deal.status_on),
        first_text=_text(first.on if first is not None else None),
        year=scorecard.first_year(deal),
        place=case.place,
        country=case.country,
        confidence=case.confidence,
        support=deal.support,
        versions=len(deal.versions),
        gaps=len(deal.gaps),
        problems=problems,
        last_text=_text(deal.last_evidence),
        silent_since=_text(deal.silent_since),
        health_sources=health.sources,
        health_completeness=health.completeness,
        health_follow_up=health.follow_up,
        health_agreement=health.agreement,
        health_missing=health.missing,
        coder=case.coder,
        coded=case.coded.text,
        judged=case.judged,
        note=case.note,
        file=case.at.file,
        line=case.at.line,
        region=region,
        partial=case.partial,
        sources=read,
    )


def _deal_parties(deal: Deal) -> Iterator[c.DealPartyRow]:
    for place, (party, roles) in enumerate(deal.parties, start=1):
        for role in roles:
            yield c.DealPartyRow(deal.id, party.id, role, place)


def _stages(deal: Deal) -> Iterator[c.StageRow]:
    for number, item in enumerate(deal.reached, start=1):
        yield c.StageRow(
            deal.id,
            number,
            item.stage,
            _text(item.on),
            _first(item.on),
            _last(item.on),
            item.statements,
            item.sources,
            item.note,
        )


def sum_id(deal: str, row: int) -> str:
    """The address of a sum: the deal and the row of its sheet."""
    return f"{deal}/sums-{row + 1}"


def _sum(deal: Deal, item: DealSum) -> c.SumRow:
    converted, span = item.converted, item.converted_range
    return c.SumRow(
        sum=sum_id(deal.id, item.row),
        deal=deal.id,
        kind=item.kind,
        amount=item.money.number,
        currency=item.money.currency,
        bound=item.bound,
        upper=item.upper,
        low=item.range.low,
        high=item.range.high,
        standing=item.standing,
        counted=scorecard.counted_in(deal) and item in deal.counted(item.kind),
        on_text=_text(item.on),
        converted=None if converted is None else converted.money.number,
        converted_low=None if span is None else span.low,
        converted_high=None if span is None else span.high,
        rate=None if converted is None else converted.rate,
        rate_on="" if converted is None else converted.rate_on,
        rate_source="" if converted is None else converted.rate_source,
        support=item.support,
        doubtful=item.doubtful,
        statements=item.statements,
        sources=item.sources,
        note=item.note,
    )


def _restated(deal: Deal, item: DealSum) -> Iterator[c.RestatedRow]:
    for number, one in enumerate(item.restated, start=1):
        yield c.RestatedRow(
            sum=sum_id(deal.id, item.row),
            number=number,
            amount=one.money.number,
            currency=one.money.currency,
            rate=_digits(one.rate),
            prices=one.prices,
            deflator=_digits(one.deflator),
        )


def _digits(number: Decimal | None) -> str:
    """A rate as it was told: a column of decimals would cut what has more places than it holds."""
    return "" if number is None else f"{number:f}"


def _statement(item: Statement) -> c.StatementRow:
    field, says = says_of(item.told)
    return c.StatementRow(
        statement=item.id,
        deal=item.deal,
        field=field,
        says=says,
        on_text=_text(item.on),
        published_text=_text(item.published),
        source=item.source,
        voice=item.voice,
        side=item.side or "",
        quote=item.quote,
        note=item.note,
        by=item.by,
        file=item.place.file,
        line=item.place.line,
        read_by=item.read_by,
    )


def says_of(told: Told) -> tuple[str, str]:
    """What a statement tells of, and what it says, in the words of the codelists."""
    match told:
        case StageTold():
            return "stage", told.stage
        case StatusTold():
            return "status", told.status
        case PaperTold():
            return "paper", f"{told.form}; binding: {told.binding} (basis: {told.basis})"
        case InstrumentTold():
            return "instrument", told.instrument
        case PartyTold():
            return "party", f"{told.party}: {', '.join(told.roles)}"
        case SumTold():
            upper = "" if told.upper is None else f" to {Money(told.upper, told.money.currency)}"
            return "sum", f"{told.kind}, {told.bound}: {told.money}{upper}"


def _versions(deal: Deal) -> Iterator[c.VersionRow]:
    for item in deal.versions:
        yield c.VersionRow(
            deal=deal.id,
            voice=item.voice,
            side=item.side or "",
            stage=item.stage or "",
            stage_text=_text(item.stage_on),
            form=item.form or "",
            binding=item.binding or "",
            sums=tuple(f"{kind}, {bound}: {money}" for kind, money, bound in item.sums),
            statements=item.statements,
        )


def _gaps(deal: Deal) -> Iterator[c.GapRow]:
    for number, item in enumerate(deal.gaps, start=1):
        yield c.GapRow(
            deal=deal.id,
            number=number,
            field=item.field,
            left_voice=item.left_voice,
            left=item.left,
            right_voice=item.right_voice,
            right=item.right,
            left_side=item.left_side or "",
            right_side=item.right_side or "",
            between_sides=item.between_sides,
        )


def _looks(deal: Deal) -> Iterator[c.LookRow]:
    for number, item in enumerate(deal.case.looks, start=1):
        yield c.LookRow(deal.id, number, item.on.text, item.by, item.found)


def _sources(ledger: Ledger) -> Iterator[c.SourceRow]:
    uses = Counter(item.source for case in ledger.cases for item in case.statements if item.source)
    for name in sorted(ledger.kept.sources):
        item = ledger.kept.sources[name]
        yield c.SourceRow(
            source=item.id,
            publisher=item.publisher,
            published_text=_text(item.published),
            language=item.language,
            kind=item.kind,
            side=item.side or "",
            rank=item.rank,
            voice=item.voice,
            url=item.url,
            origin=item.origin,
            doubtful=item.doubtful,
            document=item.document,
            statements=uses[name],
            note=item.note,
        )


def _parties(ledger: Ledger) -> Iterator[c.PartyRow]:
    uses = Counter(party.id for deal in ledger.deals for party, _ in deal.parties)
    known = dict(ledger.kept.parties)
    known |= {party.id: party for deal in ledger.deals for party, _ in deal.parties}
    listed = {item.row.id: item.row for item in reversed(ledger.kept.named) if isinstance(item.row, lists.PartyListRow)}
    for name in sorted(known):
        item, row = known[name], listed.get(name)
        yield c.PartyRow(
            item.id,
            item.name,
            item.country,
            item.type,
            item.name_ja,
            item.name_ru,
            uses[name],
            "" if row is None else row.note,
            () if row is None else lists.names(row.sources),
        )


def _programme_lists(ledger: Ledger) -> dict[str, Sequence[Any]]:
    it = ledger.programme
    return {
        "mandates": [
            c.MandateRow(
                number,
                item.side,
                item.person,
                item.charge,
                item.body,
                _text(item.since),
                _first(item.since),
                _text(item.until),
                _last(item.until),
                item.note,
                item.sources,
            )
            for number, item in enumerate(it.mandates, start=1)
        ],
        "bodies": [
            c.BodyRow(number, item.name, item.level, _text(item.since), item.note, item.sources)
            for number, item in enumerate(it.bodies, start=1)
        ],
        "headlines": [
            c.HeadlineRow(
                number,
                item.label,
                item.kind,
                item.on.text,
                _number(item.amount),
                _currency(item.amount),
                item.number,
                item.unit,
                item.bound,
                item.voice,
                item.sources,
                item.whole,
            )
            for number, item in enumerate(it.headlines, start=1)
        ],
        "hopes": [
            c.HopeRow(
                number,
                item.hoped,
                item.came,
                _number(item.hoped_amount),
                _currency(item.hoped_amount),
                _number(item.came_amount),
                _currency(item.came_amount),
                item.single_voice,
                item.doubtful,
                item.voice,
                item.note,
                item.sources,
            )
            for number, item in enumerate(it.hopes, start=1)
        ],
        "counts": [
            c.CountRow(number, item.on.text, item.voice, item.signed, item.bound, item.moving, item.note, item.sources)
            for number, item in enumerate(it.counts, start=1)
        ],
        "events": [
            c.EventRow(number, item.on.text, _first(item.on), item.what, item.note, item.sources)
            for number, item in enumerate(it.events, start=1)
        ],
        "rationales": [
            c.RationaleRow(number, item.side, item.what, _text(item.on), item.sources)
            for number, item in enumerate(it.rationales, start=1)
        ],
    }


def _number(money: Money | None) -> Decimal | None:
    return None if money is None else money.number


def _currency(money: Money | None) -> str:
    return "" if money is None else money.currency


def _workspace_lists(ledger: Ledger) -> dict[str, Sequence[Any]]:
    """The lists of the workspace: what was said, talks, rivals, context, open questions, targets."""
    it = ledger.kept.lists
    return {
        "said": [
            c.SaidRow(
                said=row.id,
                on_text=_text(row.on),
                on_first=_first(row.on),
                speaker=row.speaker,
                office=row.office,
                side=row.side,
                kind=row.kind,
                topic=row.topic,
                paraphrase=row.paraphrase,
                quote=row.quote,
                ties_to=row.ties_to,
                tie=row.tie,
                hoped_low=row.hoped_low,
                hoped_high=row.hoped_high,
                unit=row.unit,
                confidence=row.confidence,
                sources=lists.names(row.sources),
                file=item.file,
                line=item.line,
                about=row.about,
            )
            for item in it.said
            for row in (item.row,)
        ],
        "talks": [
            c.TalkRow(
                talk=row.id,
                on_text=row.on.text,
                on_first=row.on.first,
                on_last=row.on.last,
                kind=row.kind,
                title=row.title,
                place=row.place,
                country=row.country,
                meeting_no=row.meeting_no,
                movement=row.movement,
                reason=row.reason,
                confidence=row.confidence,
                sources=lists.names(row.sources),
            )
            for row in (item.row for item in it.talks)
        ],
        "rivals": [
            c.RivalRow(
                rival=row.id,
                country=row.rival,
                period=row.period,
                metric=row.metric,
                value=row.value,
                unit=row.unit,
                currency=row.currency,
                scope=row.scope,
                basis=row.basis,
                note=row.note,
                confidence=row.confidence,
                sources=lists.names(row.sources),
                measured=row.measured,
            )
            for row in (item.row for item in it.rivals)
        ],
        "context": [
            c.ContextRow(
                context=row.id,
                series=row.series,
                period=row.period,
                value=row.value,
                unit=row.unit,
                currency=row.currency,
                note=row.note,
                confidence=row.confidence,
                sources=lists.names(row.sources),
            )
            for row in (item.row for item in it.context)
        ],
        "claims": [
            c.ClaimRow(
                claim=row.id,
                on_text=row.on,
                voice=row.voice,
                subject=row.subject,
                item=row.item,
                value=row.value,
                unit=row.unit,
                total=row.total,
                complete=row.complete,
                part=row.part,
                whole=row.whole,
                note=row.note,
                sources=lists.names(row.sources),
            )
            for row in (item.row for item in it.claims)
        ],
        "questions": [
            c.QuestionRow(
                question=row.id,
                version=row.version,
                topic=row.topic,
                asked=row.question,
                claim=row.claim,
                treatment=row.treatment,
                sources=lists.names(row.sources),
            )
            for row in (item.row for item in it.questions)
        ],
        "targets": [
            c.TargetRow(
                target=row.id,
                category=row.category,
                period=row.period,
                basis=row.basis,
                increase_usd_bn=row.increase_usd_bn,
                target_usd_bn=row.target_usd_bn,
                actual_usd_bn=row.actual_usd_bn,
                ratio=row.ratio,
                as_of_text=_text(row.as_of),
                note=row.note,
                sources=lists.names(row.sources),
            )
            for row in (item.row for item in it.targets)
        ],
    }


SETTINGS: Final = (assumptions.LINKAGE, assumptions.WHAT_IF, policy.FILE)
"""The files of a workspace that say how the measures are to compute, and how many must judge what."""


def _settings(ledger: Ledger) -> dict[str, Sequence[Any]]:
    """What else the figures rest on: rates of the workspace's own, what coders read off the talks, assumptions."""
    kept = ledger.kept
    return {
        "statistics": [
            c.StatisticRow(
                number=number,
                measure=item.measure,
                category=item.category,
                period=item.period.text,
                value=_digits(item.value),
                unit=item.unit,
                basis=item.basis,
                published_text=_text(item.published),
                source=item.source,
                rows=item.rows,
            )
            for number, item in enumerate(kept.series, start=1)
        ],
        "rates": [
            c.RateRow(number, item.currency, item.base, item.on.text, _digits(item.rate), item.source)
            for number, item in enumerate(kept.rates, start=1)
        ],
        "movements": [
            c.MovementRow(number, row.talk, row.coder, row.movement, _text(row.on), row.reason)
            for number, row in enumerate((item.row for item in kept.lists.movement), start=1)
        ],
        "settings": [
            c.SettingRow(name, (kept.folder / name).read_text(encoding="utf-8"))
            for name in SETTINGS
            if (kept.folder / name).is_file()
        ],
    }


def _figures(ledger: Ledger) -> dict[str, Sequence[Any]]:
    labels = ledger.slice_labels
    figures = [
        c.FigureRow(
            figure=item.id,
            slice=item.slice,
            slice_label=labels.get(item.slice, item.slice),
            measure=item.measure,
            label=item.label,
            value=item.value,
            unit=item.unit,
            low=item.low,
            high=item.high,
            n=item.n,
            answer=item.answer,
            method=item.method,
            note=item.note,
            deals=item.deals,
            sums=item.sums,
            rows=item.rows,
            sources=item.sources,
            missing=item.missing,
        )
        for item in ledger.figures
    ]
    return {"figures": figures, "methods": list(_methods(ledger))}


def _methods(ledger: Ledger) -> Iterator[c.MethodRow]:
    """The words of every function or module that made a figure or a section."""
    used = {item.method for item in ledger.figures} | {item.method for item in ledger.report.sections}
    for name in sorted(used):
        yield c.MethodRow(name, method_text(name))


METHOD_ROOMS: Final = ("measures", "measures.board", "deals", "statements")
"""Where the function or module that a figure names as its method is looked for, in this order."""


def method_text(name: str) -> str:
    """The docstring of what "scorecard.money", "conversion" or "linkage.link" names, without its indentation.

    The first word is a module or room; the second, if any, a function or class of it or of a module of that room.

    Raises:
        LookupError: A figure names a method that does not exist: a fault of this program.
    """
    module, _, rest = name.removeprefix("measures.").partition(".")
    for room in METHOD_ROOMS:
        if importlib.util.find_spec(f"warifu.{room}.{module}") is None:
            continue
        found: Any = importlib.import_module(f"warifu.{room}.{module}")
        if rest:
            found = _inside(found, rest.rpartition(".")[2])
        if found is not None:
            return inspect.cleandoc(found.__doc__ or "")
    raise LookupError(f"{name} names nothing in {', '.join(METHOD_ROOMS)}")


def _inside(room: ModuleType, name: str) -> Any:
    """What a module, or any module of a room, has under this name; None for nothing."""
    if hasattr(room, name):
        return getattr(room, name)
    for found in sorted(pkgutil.iter_modules(getattr(room, "__path__", ())), key=lambda item: item.name):
        module = importlib.import_module(f"{room.__name__}.{found.name}")
        if found.name == name or hasattr(module, name):
            return getattr(module, name, module)
    return None


def _report(ledger: Ledger) -> dict[str, Sequence[Any]]:
    """What the measures say beside their figures: sections, quotes, pictures, tables of words, sliders."""
    report = ledger.report
    sections = [
        c.SectionRow(
            section=item.measure,
            place=place,
            title=item.title,
            question=item.question,
            verdict=item.verdict,
            says=item.says,
            n=item.n,
            method=item.method,
            assumption=item.assumption,
            details=item.details,
            warnings=item.warnings,
            figures=item.figures,
            series=item.series,
            grids=item.tables,
            sliders=item.grids,
            made_from=item.made_from,
        )
        for place, item in enumerate(report.sections, start=1)
    ]
    quotes = [
        c.QuoteRow(item.measure, number, one.row, one.who, one.side, one.on, one.words, one.quoted, one.sources)
        for item in report.sections
        for number, one in enumerate(item.quotes, start=1)
    ]
    series = [
        c.SeriesRow(
            item.id,
            item.measure,
            item.title,
            item.chart,
            item.axis,
            item.x_title,
            item.y_title,
            item.unit,
            item.says,
        )
        for item in report.series
    ]
    points = [
        c.PointRow(
            item.id, number, one.at, one.x, one.y, one.low, one.high, one.group, one.label, one.mark, one.made_from
        )
        for item in report.series
        for number, one in enumerate(item.points, start=1)
    ]
    cells = [
        c.CellRow(item.id, number, row, made_from)
        for item in report.tables
        for number, (row, made_from) in enumerate(zip(item.rows, item.made_from, strict=True), start=1)
    ]
    return {
        "sections": sections,
        "quotes": quotes,
        "series": series,
        "points": points,
        "grids": [c.GridRow(item.id, item.measure, item.title, item.says, item.columns) for item in report.tables],
        "cells": cells,
        "sliders": [c.SliderRow(item.id, item.measure, item.title, item.json) for item in report.grids],
    }


def _documents(ledger: Ledger) -> dict[str, Sequence[Any]]:
    cited: dict[str, list[str]] = {}
    for name in sorted(ledger.kept.sources):
        digest = ledger.kept.sources[name].document
        if digest:
            cited.setdefault(digest, []).append(name)
    documents, flags, doubtful = [], [], []
    for item in ledger.kept.documents:
        documents.append(
            c.DocumentRow(
                document=item.digest,
                source=item.source,
                cited_as=tuple(
                    name for digest, names in cited.items() if item.digest.startswith(digest) for name in names
                ),
                capture=item.capture,
                address=item.address or "",
                publisher=item.publisher or "",
                side=item.side or "",
                rank=item.rank,
                title=item.title or "",
                language=item.language or "",
                published_text=item.published or "",
                modified_text=item.modified or "",
                captured_text=item.captured or "",
                stated_text=item.stated or "",
                media_type=item.media_type,
                size=item.size,
                licence=item.licence or "",
                unread=item.unread or "",
                group=item.group,
                copy_kind=item.copy,
                copy_why=item.copy_why,
                likeness=item.likeness,
                spun=item.spun,
            )
        )
        flags += [c.FlagRow(item.digest, flag.name, flag.amount, flag.why, flag.signs) for flag in item.flags]
        doubtful += [
            c.DoubtfulRow(item.digest, one.start, one.words, one.rule, one.why, one.likely or "")
            for one in item.figures
        ]
    return {"documents": documents, "flags": flags, "doubtful": doubtful}


def _codes() -> Iterator[c.CodeRow]:
    for name, kind in sorted(vars(codelist).items()):
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum:
            for word in kind:
                meaning = MEANINGS.get(word)
                if meaning is None:
                    yield c.CodeRow(name, word, "", "", "", "", "", "", "")
                else:
                    yield c.CodeRow(
                        name,
                        word,
                        meaning.text,
                        meaning.iati,
                        meaning.oecd,
                        meaning.plover,
                        meaning.tuff,
                        meaning.ja,
                        meaning.ru,
                    )


def _releases(ledger: Ledger) -> dict[str, Sequence[Any]]:
    """The releases that were made, what changed in each, and where old ids lead."""
    folder = ledger.kept.folder
    releases = record.read_all(folder)
    changed = {item.number: record.changes_of(folder, item.number) for item in releases}
    led = redirects.redirects(folder, standing(ledger.kept.decisions), frozenset(deal.id for deal in ledger.deals))
    return {
        "releases": [
            c.ReleaseRow(
                release=item.number,
                on_day=item.on,
                as_of=item.as_of,
                kept=item.kept,
                warifu=item.warifu,
                contract=item.contract,
                signed_by=item.signed_by,
                words=item.words,
                deals=item.deals,
                statements=item.statements,
                changes=len(changed[item.number]),
            )
            for item in releases
        ],
        "changes": [
            c.ChangeRow(number, place, one.deal, one.title, one.kind, one.before, one.after, one.why, one.sources)
            for number, rows in changed.items()
            for place, one in enumerate(rows, start=1)
        ],
        "redirects": [c.RedirectRow(item.old, item.new, item.on, item.by, item.why) for item in led.values()],
    }


def _meta(ledger: Ledger, meta: Mapping[str, str]) -> dict[str, str]:
    told = {"contract": c.VERSION, "as_of": ledger.as_of.isoformat(), **meta}
    it = ledger.programme.publication
    if it is not None:
        told |= {name: value for name in it.__struct_fields__ if (value := getattr(it, name))}
    now = record.current(record.read_all(ledger.kept.folder), meta.get("kept", ""))
    return told if now is None else told | {"release": str(now.number), "released": now.on.isoformat()}
