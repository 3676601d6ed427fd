"""Pages: which there are, and the rows that each shows.

A page's view holds everything its template needs and nothing else, so that the digest of the view says whether the
page must be drawn again.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from warifu.site import addresses
from warifu.site.book import Book, gathered
from warifu.site.halves import notch, notches, tallied
from warifu.site.kept import mentioned, named
from warifu.tables import contract as c
from warifu.tables.why import FIELDS

PER_PAGE: Final = 250
"""Rows of a long list on one page. A list that fits stays whole; the script shows longer ones without turning pages."""

LISTED: Final = 400
"""Parts of one figure listed on its why-page; the rest is in the table `figures`."""

STEPS: Final = ("promised", "signed", "binding", "paid", "delivered")
"""The scorecard's ladder."""

LADDER_MONEY: Final = {
    "promised": "money-pledged",
    "binding": "money-committed",
    "paid": "money-paid",
}
"""The kind of sum that stands beside a step; steps without one have no sum of their own."""


class Page(NamedTuple):
    """A page to be: its place under a language's first page, its template, its name in the menu, and what it shows."""

    path: str
    template: str
    name: str
    view: dict[str, Any]
    title: str = ""


class DealLine(NamedTuple):
    """A deal as a row of a list."""

    deal: str
    title: str
    areas: tuple[str, ...]
    year: int | None
    first_text: str
    stage: str
    form: str
    instrument: str
    binding: str
    status: str
    sum: c.SumRow | None
    gaps: int
    support: int
    umbrella: bool
    counted: bool


class SourceLine(NamedTuple):
    """A source as a citation."""

    source: str
    publisher: str
    published_text: str
    language: str
    doubtful: bool
    url: str


def deal_line(book: Book, deal: str) -> DealLine:
    row = book.deals[deal]
    return DealLine(
        row.deal, row.title, row.areas, row.year, row.first_text, row.stage, row.form, row.instrument, row.binding,
        row.status, book.largest.get(deal), row.gaps, row.support, row.umbrella, row.counted,
    )  # fmt: skip


def source_line(book: Book, source: str) -> SourceLine:
    row = book.sources.get(source)
    if row is None:
        return SourceLine(source, source, "", "", False, "")
    return SourceLine(row.source, row.publisher, row.published_text, row.language, row.doubtful, row.url)


def cited(book: Book, rows: Iterable[Any]) -> dict[str, SourceLine]:
    """The sources that rows cite, by identifier."""
    return {source: source_line(book, source) for row in rows for source in row.sources}


def every(book: Book) -> Iterator[Page]:
    """All pages of a programme, each list before its members."""
    for make in MAKERS:
        yield from make(book)


def overview(book: Book) -> Iterator[Page]:
    found = notches(book)
    targets = [
        row for row in book.rows(c.TargetRow) if row.target_usd_bn is not None and row.actual_usd_bn is not None
    ][:HOPES]
    hopes = book.rows(c.HopeRow)
    headlines = book.rows(c.HeadlineRow)
    yield Page(
        "index.html",
        "overview.html",
        "overview",
        {
            "programme": book.programme,
            "ladder": ladder(book, "all"),
            "figures": {
                key: book.figure(key) for key in ("deals", "cancelled", "stalled", "silent", "one-origin", *STEPS)
            },
            "money": [row for key in MONEY if (row := book.figure(key)) is not None],
            "notches": found,
            "tallied": tallied(found),
            "targets": targets,
            "hopes": hopes[:HOPES],
            "more_hopes": len(hopes) > HOPES,
            "headlines": headlines,
            "events": book.rows(c.EventRow),
            "sources": cited(book, [*hopes, *headlines, *targets, *book.rows(c.EventRow), *book.rows(c.QuestionRow)]),
            "mismatch": mismatch(book),
            "disputes": disputes(book)[:DISPUTES],
            "more_disputes": len(disputes(book)) > DISPUTES,
            "areas": [(row, ladder(book, f"area-{row.area}")) for row in book.areas.values()],
        },
    )


HOPES: Final = 8
DISPUTES: Final = 4
MONEY: Final = ("money-hoped", "money-pledged", "money-committed", "money-paid", "money-cost", "money-lost")


def ladder(book: Book, part: str) -> list[tuple[str, c.FigureRow | None, c.FigureRow | None]]:
    """The steps with their count and, where the step has one, their sum."""
    return [
        (step, book.figure(step, part), book.figure(LADDER_MONEY[step], part) if step in LADDER_MONEY else None)
        for step in STEPS
    ]


def disputes(book: Book) -> list[tuple[c.QuestionRow, ...]]:
    """Questions about the whole on which accounts differ, those with the most answers first."""
    found = gathered(book.rows(c.QuestionRow), lambda row: row.question).values()
    return sorted(found, key=lambda versions: (-len(versions), versions[0].question))


MISMATCH: Final = "expectations"


def mismatch(book: Book) -> dict[str, Any] | None:
    """The section on expectations that did not match, where the measures made one, with one voice of each side."""
    row = book.sections.get(MISMATCH)
    if row is None:
        return None
    view = section_view(book, row)
    return {**view, "voices": {side: _soundest(book, view["quotes"], side) for side in book.sides}}


def _soundest(book: Book, quotes: Sequence[c.QuoteRow], side: str) -> c.QuoteRow | None:
    """The first of a side's quotes that a sound source tells, in the speaker's own words where there are any."""

    def doubt(quote: c.QuoteRow) -> tuple[bool, bool, int]:
        told = [book.sources[source] for source in quote.sources if source in book.sources]
        return (all(source.doubtful for source in told), not quote.quoted, quote.number)

    return min((quote for quote in quotes if quote.side == side), key=doubt, default=None)


def scorecard(book: Book) -> Iterator[Page]:
    groups: dict[str, list[tuple[c.FigureRow, list[Any], list[c.FigureRow | None]]]] = defaultdict(list)
    for part, figures in book.slices.items():
        kind = part.partition("-")[0]
        if kind in ("all", "area", "side", "year"):
            money = [book.figure(key, part) for key in MONEY[1:4]]
            groups[kind].append((figures[0], ladder(book, part), money))
    shown = [row for row in book.slices.get("all", ()) if row.measure in SCORED or row.measure.startswith(OTHER_RULE)]
    yield Page("scorecard.html", "scorecard.html", "scorecard", {"groups": dict(groups), "figures": shown})


OTHER_RULE: Final = "safe-to-add"
"""Begins the names of totals by another ledger's rule; their label says whose."""

SCORED: Final = frozenset(
    {
        "deals", "promised", "signed", "binding", "paid", "delivered", "cancelled", "stalled", "silent", "contested",
        "versions-differ", "one-origin", "share-signed", "share-binding", "share-paid", "share-delivered", *MONEY,
        *(f"ladder-pledged-{word}" for word in
          ("whole", "committed", "not-yet-committed", "lapsed", "no-commitment-told", "over-committed")),
        *(f"ladder-committed-{word}" for word in
          ("whole", "disbursed", "outstanding", "cancelled", "no-payment-told", "over-disbursed")),
    }
)  # fmt: skip


def deals(book: Book) -> Iterator[Page]:
    lines = [deal_line(book, deal) for deal in book.deals]
    years = sorted({line.year for line in lines if line.year is not None})
    codes = {
        name: [code for code in order if any(getattr(line, name) == code for line in lines)]
        for name, order in (
            (name, list(dict.fromkeys(row.code for row in book.rows(c.CodeRow) if row.codelist == codelist)))
            for name, codelist in (("stage", "Stage"), ("form", "Form"), ("binding", "Binding"), ("status", "Status"))
        )
    }
    whole = max(1, -(-len(lines) // PER_PAGE))
    for number in range(whole):
        yield Page(
            "deals.html" if number == 0 else f"deals-{number + 1}.html",
            "deals.html",
            "deals",
            {
                "lines": lines[number * PER_PAGE : (number + 1) * PER_PAGE],
                "total": len(lines),
                "number": number + 1,
                "pages": whole,
                "years": years,
                "areas": list(book.areas.values()),
                "codes": codes,
                "currency": book.programme.currency,
            },
        )
    for deal in book.deals:
        yield deal_page(book, deal)


class Told(NamedTuple):
    """A statement with its source beside it."""

    row: c.StatementRow
    source: SourceLine | None


FIELD_ORDER: Final = ("stage", "status", "paper", "sum", "instrument", "party")


def deal_page(book: Book, deal: str) -> Page:
    row = book.deals[deal]
    told = [
        Told(item, source_line(book, item.source) if item.source else None)
        for item in book.deal_statements.get(deal, ())
    ]
    by_field = gathered(told, lambda item: item.row.field)
    fields = [*FIELD_ORDER, *sorted(set(by_field) - set(FIELD_ORDER))]
    sums = book.deal_sums.get(deal, ())
    stages = book.deal_stages.get(deal, ())
    versions = book.deal_versions.get(deal, ())
    own = notch(book, deal)
    figures = [book.named[figure] for figure in book.deal_figures.get(deal, ())]
    return Page(
        addresses.deal(deal),
        "deal.html",
        "deals",
        {
            "deal": row,
            "areas": [book.areas[area] for area in row.areas if area in book.areas],
            "notch": own,
            "sides": book.sides,
            "currency": book.programme.currency,
            "left": [item for item in versions if item.side == book.sides[0]],
            "right": [item for item in versions if item.side == book.sides[1]],
            "others": [item for item in versions if item.side not in book.sides],
            "gaps": book.deal_gaps.get(deal, ()),
            "sums": sums,
            "stages": stages,
            "parties": [
                (book.parties.get(party), party, tuple(item.role for item in items))
                for party, items in gathered(book.deal_parties.get(deal, ()), lambda item: item.party).items()
            ],
            "told": [(field, by_field[field]) for field in fields if field in by_field],
            "sources": cited(book, [*sums, *stages]),
            "looks": book.deal_looks.get(deal, ()),
            "problems": book.deal_problems.get(deal, ()),
            "comments": book.deal_comments.get(deal, ()),
            "readings": book.deal_readings.get(deal, ()),
            "parts": [deal_line(book, item.deal) for item in book.umbrella_parts.get(deal, ())],
            "whole": book.deals.get(row.part_of),
            "figures": figures,
        },
        title=row.title,
    )


def compare(book: Book) -> Iterator[Page]:
    """This programme beside those of other ledgers, like with like."""
    others = book.rows(c.BesideRow)
    rows = [
        (row, book.figure(row.measure), [book.beside_figures.get((one.programme, row.measure)) for one in others])
        for row in book.rows(c.ComparisonRow)
    ]
    names: dict[str, Any] = {book.programme.programme: book.programme, **{one.programme: one for one in others}}
    view = {"programme": book.programme, "others": others, "rows": rows, "names": names}
    yield Page("compare.html", "compare.html", "compare", view)


def areas(book: Book) -> Iterator[Page]:
    rows = [(row, ladder(book, f"area-{row.area}")) for row in book.areas.values()]
    yield Page("areas.html", "areas.html", "areas", {"areas": rows, "currency": book.programme.currency})
    for row in book.areas.values():
        found = [book.deals[deal] for deal in book.area_deals.get(row.area, ())]
        yield Page(
            addresses.area(row.area),
            "area.html",
            "areas",
            {
                "area": row,
                "ladder": ladder(book, f"area-{row.area}"),
                "money": _money(book, f"area-{row.area}"),
                "deals": [deal_line(book, item.deal) for item in found],
                "sources": cited(book, [row]),
                "currency": book.programme.currency,
            },
            title=row.name_en,
        )


def _money(book: Book, part: str) -> list[c.FigureRow]:
    return [row for key in MONEY if (row := book.figure(key, part)) is not None]


def parties(book: Book) -> Iterator[Page]:
    rows = sorted(book.parties.values(), key=lambda row: (-row.deals, row.name.casefold(), row.party))
    yield from _chunked("parties", "parties.html", rows, lambda part: {"parties": part, "busiest": rows[0]})
    roles = gathered(book.rows(c.DealPartyRow), lambda row: (row.party, row.deal))
    for row in rows:
        own = [
            (deal_line(book, deal), tuple(item.role for item in roles[row.party, deal]))
            for deal in book.party_deals.get(row.party, ())
        ]
        part = f"party-{row.party}"
        yield Page(
            addresses.party(row.party),
            "party.html",
            "parties",
            {
                "party": row,
                "deals": own,
                "ladder": ladder(book, part) if part in book.slices else [],
                "money": _money(book, part),
                "currency": book.programme.currency,
            },
            title=row.name,
        )


def _chunked(name: str, template: str, rows: Sequence[Any], view: Callable[[Sequence[Any]], Any]) -> Iterator[Page]:
    """A long list as several pages, the first of which has the plain name."""
    if not rows:
        yield Page(f"{name}.html", "empty.html", name, {})
        return
    whole = -(-len(rows) // PER_PAGE)
    for number in range(whole):
        path = f"{name}.html" if number == 0 else f"{name}-{number + 1}.html"
        part = rows[number * PER_PAGE : (number + 1) * PER_PAGE]
        yield Page(path, template, name, {**view(part), "total": len(rows), "number": number + 1, "pages": whole})


def timeline(book: Book) -> Iterator[Page]:
    talks = book.rows(c.TalkRow)
    dated = [(row.deal, row.first_text) for row in book.deals.values() if row.counted and row.first_text]
    events = book.rows(c.EventRow)
    quarters: Counter[tuple[int, int]] = Counter()
    years: Counter[int] = Counter()
    for _, text in dated:
        year, month = int(text[:4]), text[5:7]
        if month.isdigit():
            quarters[year, (int(month) + 2) // 3] += 1
        else:
            years[year] += 1
    yield Page(
        "timeline.html",
        "timeline.html",
        "timeline",
        {
            "talks": talks,
            "events": events,
            "quarters": sorted((year, quarter, count) for (year, quarter), count in quarters.items()),
            "years": sorted(years.items()),
            "dated": len(dated),
            "sources": cited(book, [*talks, *events]),
        },
    )


def mandates(book: Book) -> Iterator[Page]:
    rows, bodies = book.rows(c.MandateRow), book.rows(c.BodyRow)
    view = {
        "mandates": rows,
        "bodies": bodies,
        "sides": book.sides,
        "end": book.programme.as_of,
        "sources": cited(book, [*rows, *bodies]),
    }
    yield Page("mandates.html", "mandates.html", "mandates", view)


def rationale(book: Book) -> Iterator[Page]:
    rows = book.rows(c.RationaleRow)
    view = {"rationales": rows, "sides": book.sides, "sources": cited(book, rows)}
    yield Page("rationale.html", "rationale.html", "rationale", view)


def expectations(book: Book) -> Iterator[Page]:
    hopes, counts, headlines = book.rows(c.HopeRow), book.rows(c.CountRow), book.rows(c.HeadlineRow)
    view = {
        "hopes": hopes,
        "counts": counts,
        "headlines": headlines,
        "sources": cited(book, [*hopes, *counts, *headlines]),
        "mismatch": mismatch(book),
    }
    yield Page("expectations.html", "expectations.html", "expectations", view)


def statements(book: Book) -> Iterator[Page]:
    rows = book.rows(c.SaidRow)
    sources = cited(book, rows)
    yield from _chunked("statements", "statements.html", rows, lambda part: {"said": part, "sources": sources})


def lists(book: Book) -> Iterator[Page]:
    """Pages that show one table each."""
    for name, kind in (("rivals", c.RivalRow), ("context", c.ContextRow), ("targets", c.TargetRow)):
        rows = book.rows(kind)
        yield Page(f"{name}.html", f"{name}.html", name, {"rows": rows, "sources": cited(book, rows)})
    claims = book.rows(c.ClaimRow)
    yield Page("claims.html", "claims.html", "claims", {"claims": claims, "sources": cited(book, claims)})
    questions = book.rows(c.QuestionRow)
    view = {
        "questions": list(gathered(questions, lambda row: row.question).values()),
        "sources": cited(book, questions),
    }
    yield Page("questions.html", "questions.html", "questions", view)


def sources(book: Book) -> Iterator[Page]:
    rows = sorted(book.sources.values(), key=lambda row: (row.publisher.casefold(), row.published_text, row.source))
    origins = len({row.origin or row.source for row in rows})
    yield from _chunked("sources", "sources.html", rows, lambda part: {"sources": part, "origins": origins})
    for row in rows:
        told = book.source_statements.get(row.source, ())
        by_deal = gathered(told, lambda item: item.deal)
        yield Page(
            addresses.source(row.source),
            "source.html",
            "sources",
            {
                "source": row,
                "origin": source_line(book, row.origin) if row.origin and row.origin != row.source else None,
                "copies": [source_line(book, copy) for copy in book.source_copies.get(row.source, ())],
                "rests": [
                    (deal, book.deals[deal].title, items) for deal, items in by_deal.items() if deal in book.deals
                ],
                "lists": book.cited_by.get(row.source, ()),
                "document": book.documents.get(row.document),
                "flags": book.flags.get(row.document, ()),
            },
            title=row.publisher,
        )


def _reasons(book: Book, row: c.DocumentRow) -> Iterator[str]:
    yield row.copy_why
    yield from (sign for flag in book.flags.get(row.document, ()) for sign in flag.signs)
    yield from (doubt.why for doubt in book.doubtful.get(row.document, ()))


def documents(book: Book) -> Iterator[Page]:
    groups = [
        (book.documents.get(original), members)
        for original, members in sorted(book.copy_groups.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    flags = {digest: book.flags.get(digest, ()) for digest in book.documents}
    view = {
        "groups": [(original, members) for original, members in groups if len(members) > 1],
        "alone": sorted((members[0] for _, members in groups if len(members) == 1), key=named),
        "originals": len(groups),
        "flags": flags,
        "total": len(book.documents),
        "names": mentioned(book.documents, (row.copy_why for row in book.documents.values())),
    }
    yield Page("documents.html", "documents.html", "documents", view)
    for row in book.documents.values():
        yield Page(
            addresses.document(row.document),
            "document.html",
            "documents",
            {
                "document": row,
                "flags": flags[row.document],
                "doubtful": book.doubtful.get(row.document, ()),
                "group": book.copy_groups.get(row.group, ()),
                "names": mentioned(book.documents, _reasons(book, row)),
                "cited": [source_line(book, source) for source in row.cited_as],
            },
            title=named(row),
        )


def problems(book: Book) -> Iterator[Page]:
    rows = book.rows(c.ProblemRow)
    by_rule = sorted(
        gathered(rows, lambda row: row.rule).items(),
        key=lambda item: (min(SEVERITIES.index(row.severity) for row in item[1]), -len(item[1]), item[0]),
    )
    shown = [(rule, found[:LISTED], len(found)) for rule, found in by_rule]
    deals = {row.about for row in rows if row.about in book.deals}
    view = {"rules": shown, "total": len(rows), "deals": sorted(deals) if len(deals) <= PER_PAGE * 4 else []}
    yield Page("problems.html", "problems.html", "problems", view)


SEVERITIES: Final = ("severe", "look", "note")


def section_view(book: Book, row: c.SectionRow) -> dict[str, Any]:
    """A section with everything that stands on its page."""
    quotes = book.quotes.get(row.section, ())
    points = [point for name in row.series for point in book.points.get(name, ())]
    refs = dict.fromkeys([*row.made_from, *(ref for point in points for ref in point.made_from)])
    return {
        "section": row,
        "figures": [book.figures[figure] for figure in row.figures if figure in book.figures],
        "series": [(book.series[name], book.points.get(name, ())) for name in row.series if name in book.series],
        "grids": [(book.grids[name], book.cells.get(name, ())) for name in row.grids if name in book.grids],
        "sliders": [book.sliders[name] for name in row.sliders if name in book.sliders],
        "quotes": quotes,
        "sources": cited(book, quotes),
        "places": {ref: book.places[ref] for ref in refs if ref in book.places},
    }


def measures(book: Book) -> Iterator[Page]:
    rows = list(book.sections.values())
    yield Page("measures.html", "measures.html", "measures", {"sections": rows})
    for row in rows:
        yield Page(addresses.section(row.section), "section.html", "measures", section_view(book, row), title=row.title)
        for name in row.series:
            series, points = book.series.get(name), book.points.get(name, ())
            if series is not None and points and series.chart != "matrix":
                yield Page(addresses.picture(name), "picture.svg", "measures", {"series": series, "points": points})
    sliding = [row for row in rows if row.sliders]
    view = {"sections": [(row, [book.sliders[name] for name in row.sliders]) for row in sliding]}
    yield Page("whatif.html", "whatif.html", "whatif", view)


class Evidence(NamedTuple):
    """A deal in a figure, and the statements that put it there."""

    deal: str
    title: str
    told: tuple[tuple[c.StatementRow, SourceLine | None], ...]


class Reason(NamedTuple):
    """A figure and what it was made from; numbers say how many parts there are where not all are listed."""

    figure: c.FigureRow
    deals: tuple[Evidence, ...]
    all_deals: int
    sums: tuple[tuple[c.SumRow, str, tuple[SourceLine, ...]], ...]
    all_sums: int
    missing: tuple[tuple[str, str], ...]
    all_missing: int
    sources: tuple[SourceLine, ...]
    others: tuple[tuple[str, str], ...]
    comments: tuple[c.CommentRow, ...]


SHOWN_STATEMENTS: Final = 4


def reason(book: Book, figure: c.FigureRow) -> Reason:
    in_it = [ref for ref in figure.deals if ref in book.deals]
    missing = [ref for ref in figure.missing if ref in book.deals]
    sums = [book.sums[ref] for ref in figure.sums if ref in book.sums]
    others = [(ref, book.places.get(ref, "")) for ref in figure.rows]
    return Reason(
        figure=figure,
        deals=tuple(_evidence(book, figure, deal) for deal in in_it[:LISTED]),
        all_deals=len(in_it),
        sums=tuple(
            (row, book.deals[row.deal].title, tuple(source_line(book, source) for source in row.sources))
            for row in sums[:LISTED]
        ),
        all_sums=len(sums),
        missing=tuple((deal, book.deals[deal].title) for deal in missing[:LISTED]),
        all_missing=len(missing),
        sources=tuple(source_line(book, source) for source in figure.sources[:LISTED]),
        others=tuple(others[:LISTED]),
        comments=book.figure_comments.get(figure.figure, ()),
    )


PROOF: Final = {
    "promised": ("announced", "signed", "in force", "financed", "delivered"),
    "signed": ("signed", "in force", "financed", "delivered"),
    "paid": ("financed", "disbursement"),
    "delivered": ("delivered",),
    "cancelled": ("cancelled",),
    "stalled": ("stalled",),
}
"""The words of a statement that prove a step; a statement that says none of them proves another."""


def _evidence(book: Book, figure: c.FigureRow, deal: str) -> Evidence:
    fields = FIELDS.get(figure.measure)
    if fields is None or figure.measure.startswith("share-"):
        return Evidence(deal, book.deals[deal].title, ())
    told = [row for row in book.deal_statements.get(deal, ()) if row.field in fields]
    proof = PROOF.get(figure.measure)
    if proof is not None:
        told = [row for row in told if row.says.startswith(proof)]
    shown = told[:SHOWN_STATEMENTS]
    return Evidence(
        deal,
        book.deals[deal].title,
        tuple((row, source_line(book, row.source) if row.source else None) for row in shown),
    )


def whys(book: Book) -> Iterator[Page]:
    """One page a slice, one anchor a figure."""
    for part, figures in book.slices.items():
        reasons = [reason(book, row) for row in figures]
        yield Page(
            f"why/{addresses.slug(part)}.html",
            "why.html",
            "why",
            {"slice": part, "label": figures[0].slice_label, "reasons": reasons, "currency": book.programme.currency},
            title=figures[0].slice_label,
        )
    index = [(part, figures[0].slice_label, len(figures)) for part, figures in book.slices.items()]
    yield Page("why.html", "whys.html", "why", {"slices": index})


def releases(book: Book) -> Iterator[Page]:
    """What changed from release to release, and a page at each address that was given up."""
    changes = gathered(book.rows(c.ChangeRow), lambda row: row.release)
    rows = sorted(book.rows(c.ReleaseRow), key=lambda row: -row.release)
    known = sorted({row.deal for row in book.rows(c.ChangeRow) if row.deal in book.deals})
    view = {
        "releases": [(row, changes.get(row.release, ())) for row in rows],
        "known": known,
        "sources": cited(book, book.rows(c.ChangeRow)),
    }
    yield Page("releases.html", "releases.html", "releases", view)
    for row in book.rows(c.RedirectRow):
        if row.old not in book.deals:
            targets = [(deal, book.deals[deal].title) for deal in row.new if deal in book.deals]
            yield Page(addresses.deal(row.old), "moved.html", "deals", {"row": row, "targets": targets}, title=row.old)


READ: Final = (
    "statements", "loose", "instruments", "stages", "main_parties", "parties", "roles", "amounts", "amount_kinds",
    "amount_bounds", "dates", "counts", "areas", "binding", "expectations", "mandates", "talks", "quotes", "no_deal",
)  # fmt: skip
"""What readers are scored on, in the order of the page."""


def trust(book: Book) -> Iterator[Page]:
    """How far the ledger can be trusted: accuracy of readers, agreement of coders, corrections."""
    agreement = book.rows(c.AgreementRow)
    measured = [
        (reader, texts, *_accuracy(rows))
        for (reader, texts), rows in gathered(book.rows(c.AccuracyRow), lambda row: (row.reader, row.set)).items()
    ]
    coders = len({row.coder for row in book.deals.values() if row.coder})
    waiting = Counter(row.reader for row in book.rows(c.ReadingRow))
    accepted = Counter(row.read_by for row in book.rows(c.StatementRow) if row.read_by)
    machines = [(reader, accepted[reader], waiting[reader]) for reader in sorted({*waiting, *accepted})]
    view = {"agreement": agreement, "measured": measured, "coders": coders, "machines": machines}
    yield Page("accuracy.html", "accuracy.html", "accuracy", view)
    rows = book.rows(c.CommentRow)
    places = {row.about: book.places[row.about] for row in rows if row.about in book.places}
    titles = {row.deal: book.deals[row.deal].title for row in rows if row.deal in book.deals}
    releases = sorted({str(row.release) for row in book.rows(c.ReleaseRow)})
    view = {"comments": rows, "places": places, "titles": titles, "known_releases": releases}
    yield Page("corrections.html", "corrections.html", "corrections", view)


def _accuracy(
    rows: Sequence[c.AccuracyRow],
) -> tuple[list[str], list[tuple[str, list[c.AccuracyRow | None]]]]:
    """The languages of a marked set, all of them first, and each field with its score in each of them."""
    languages = sorted({row.language for row in rows}, key=lambda name: (name != "all", name))
    scores = {(row.field, row.language): row for row in rows}
    fields = sorted({row.field for row in rows}, key=lambda name: (READ.index(name) if name in READ else 99, name))
    return languages, [(name, [scores.get((name, language)) for language in languages]) for name in fields]


def about(book: Book) -> Iterator[Page]:
    methods = book.rows(c.MethodRow)
    yield Page("method.html", "method.html", "method", {"methods": methods, "sections": list(book.sections.values())})
    codes = book.rows(c.CodeRow)
    lists_of_codes = gathered(codes, lambda row: row.codelist)
    yield Page("glossary.html", "glossary.html", "glossary", {"lists": lists_of_codes})
    yield Page("codelists.html", "codelists.html", "codelists", {"lists": lists_of_codes})
    build = book.tables.build
    tables = [build / "warifu.duckdb", *sorted((build / "tables").glob("*.parquet"))]
    view = {
        "exports": exports(build),
        "files": [(path.relative_to(build).as_posix(), path.stat().st_size) for path in tables if path.is_file()],
        "meta": book.rows(c.MetaRow),
        "tables": contents(book),
    }
    yield Page("downloads.html", "downloads.html", "downloads", view)


def exports(build: Path) -> list[tuple[str, list[tuple[str, int]]]]:
    """The exports that lie beside the site, by format as their own list names it, each file with its size."""
    folder = build / "exports"
    try:
        listed = json.loads((folder / "exports.json").read_bytes())["files"]
    except (FileNotFoundError, ValueError, KeyError):
        listed = []
    formats = {entry["path"]: str(entry["format"]) for entry in listed}
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in formats.values()}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".part":
            name = formats.get(path.relative_to(folder).as_posix(), "")
            found.setdefault(name, []).append((path.relative_to(build).as_posix(), path.stat().st_size))
    return [(name, files) for name, files in found.items() if files]


def contents(book: Book) -> list[tuple[str, str, int, list[tuple[str, str, str]]]]:
    """Every table: its name, what one row is, how many there are, and its columns."""
    return [
        (
            name,
            (row.__doc__ or "").strip(),
            len(book.rows(row)),
            [(field.name, field.kind, field.column.meaning) for field in c.fields(row)],
        )
        for name, row in c.TABLES.items()
    ]


MAKERS: Final[Sequence[Callable[[Book], Iterator[Page]]]] = (
    overview, scorecard, compare, deals, areas, parties, timeline, mandates, rationale, expectations, statements, lists,
    sources, documents, problems, measures, whys, releases, trust, about,
)  # fmt: skip


def empty(book: Book) -> frozenset[str]:
    """Pages that have nothing to show in this programme: they are made, and no menu names them."""
    return frozenset(
        name
        for name, kind in (
            ("rivals", c.RivalRow), ("context", c.ContextRow), ("targets", c.TargetRow), ("claims", c.ClaimRow),
            ("statements", c.SaidRow), ("compare", c.ComparisonRow),
            ("questions", c.QuestionRow), ("whatif", c.SliderRow), ("measures", c.SectionRow),
            ("documents", c.DocumentRow), ("mandates", c.MandateRow), ("rationale", c.RationaleRow),
        )
        if not book.rows(kind)
    )  # fmt: skip
