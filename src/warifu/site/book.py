"""The book: the tables of a workspace, read once and indexed the way pages ask for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple, TypeVar

from warifu.site import addresses
from warifu.tables import contract as c
from warifu.tables.files import Tables

R = TypeVar("R")
K = TypeVar("K", bound=Hashable)

ORDER: Final[Mapping[str, int]] = {
    "proposed": 1,
    "announced": 2,
    "signed": 3,
    "in force": 4,
    "financed": 5,
    "delivered": 6,
}
"""How far a stage is along the line; `cancelled` is no place on it."""


def gathered(rows: Iterable[R], key: Callable[[R], K]) -> dict[K, tuple[R, ...]]:
    """Rows by a key, each group in the order of the table."""
    found: dict[K, list[R]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {one: tuple(group) for one, group in found.items()}


class FigureName(NamedTuple):
    """A figure as a page of one of its deals names it: a figure's row holds the ids of all its deals."""

    figure: str
    measure: str
    label: str


class Book:
    """Every table of a programme, and the indexes that pages need; each is made when first asked for."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.programme: c.ProgrammeRow = self.rows(c.ProgrammeRow)[0]
        self.sides: tuple[str, str] = (self.programme.side_left, self.programme.side_right)

    def rows(self, row: type[R]) -> tuple[R, ...]:
        return self.tables.rows(row)

    @cached_property
    def areas(self) -> dict[str, c.AreaRow]:
        return {row.area: row for row in self.rows(c.AreaRow)}

    @cached_property
    def deals(self) -> dict[str, c.DealRow]:
        return {row.deal: row for row in self.rows(c.DealRow)}

    @cached_property
    def parties(self) -> dict[str, c.PartyRow]:
        return {row.party: row for row in self.rows(c.PartyRow)}

    @cached_property
    def sources(self) -> dict[str, c.SourceRow]:
        return {row.source: row for row in self.rows(c.SourceRow)}

    @cached_property
    def documents(self) -> dict[str, c.DocumentRow]:
        return {row.document: row for row in self.rows(c.DocumentRow)}

    @cached_property
    def statements(self) -> dict[str, c.StatementRow]:
        return {row.statement: row for row in self.rows(c.StatementRow)}

    @cached_property
    def sums(self) -> dict[str, c.SumRow]:
        return {row.sum: row for row in self.rows(c.SumRow)}

    @cached_property
    def figures(self) -> dict[str, c.FigureRow]:
        return {row.figure: row for row in self.rows(c.FigureRow)}

    @cached_property
    def named(self) -> dict[str, FigureName]:
        return {row.figure: FigureName(row.figure, row.measure, row.label) for row in self.rows(c.FigureRow)}

    @cached_property
    def sections(self) -> dict[str, c.SectionRow]:
        return {row.section: row for row in sorted(self.rows(c.SectionRow), key=lambda row: (row.place, row.section))}

    # What belongs to a deal

    @cached_property
    def deal_parties(self) -> dict[str, tuple[c.DealPartyRow, ...]]:
        return gathered(self.rows(c.DealPartyRow), lambda row: row.deal)

    @cached_property
    def deal_stages(self) -> dict[str, tuple[c.StageRow, ...]]:
        return gathered(self.rows(c.StageRow), lambda row: row.deal)

    @cached_property
    def deal_sums(self) -> dict[str, tuple[c.SumRow, ...]]:
        return gathered(self.rows(c.SumRow), lambda row: row.deal)

    @cached_property
    def deal_statements(self) -> dict[str, tuple[c.StatementRow, ...]]:
        return gathered(self.rows(c.StatementRow), lambda row: row.deal)

    @cached_property
    def deal_versions(self) -> dict[str, tuple[c.VersionRow, ...]]:
        return gathered(self.rows(c.VersionRow), lambda row: row.deal)

    @cached_property
    def deal_gaps(self) -> dict[str, tuple[c.GapRow, ...]]:
        return gathered(self.rows(c.GapRow), lambda row: row.deal)

    @cached_property
    def deal_looks(self) -> dict[str, tuple[c.LookRow, ...]]:
        return gathered(self.rows(c.LookRow), lambda row: row.deal)

    @cached_property
    def deal_problems(self) -> dict[str, tuple[c.ProblemRow, ...]]:
        return gathered(self.rows(c.ProblemRow), lambda row: row.about)

    @cached_property
    def deal_comments(self) -> dict[str, tuple[c.CommentRow, ...]]:
        return gathered((row for row in self.rows(c.CommentRow) if row.deal), lambda row: row.deal)

    @cached_property
    def deal_readings(self) -> dict[str, tuple[c.ReadingRow, ...]]:
        """What machines read of a deal and nobody has judged yet."""
        return gathered((row for row in self.rows(c.ReadingRow) if row.deal), lambda row: row.deal)

    @cached_property
    def figure_comments(self) -> dict[str, tuple[c.CommentRow, ...]]:
        """What was said of a figure itself, and what is not answered yet of the deals in it, the open ones first."""
        own: dict[str, list[c.CommentRow]] = defaultdict(list)
        below: dict[str, list[c.CommentRow]] = defaultdict(list)
        for row in self.rows(c.CommentRow):
            for address in (row.about, f"{self.programme.programme}/{row.about}"):
                if address in self.figures:
                    own[address].append(row)
            if row.deal and row.status == "open" and row.kind in QUESTIONING:
                below[row.deal].append(row)
        if below:
            for figure in self.figures.values():
                for deal in {*figure.deals, *(ref.partition("/")[0] for ref in figure.sums)} & below.keys():
                    own[figure.figure] += below[deal]

        def urgent(row: c.CommentRow) -> tuple[bool, int, str]:
            return (row.status != "open", len(row.number), row.number)

        return {figure: tuple(sorted(dict.fromkeys(rows), key=urgent)) for figure, rows in own.items()}

    @cached_property
    def row_comments(self) -> dict[str, tuple[c.CommentRow, ...]]:
        """What was said of a sum, a statement or any other row, by its id."""
        return gathered(self.rows(c.CommentRow), lambda row: row.about)

    @cached_property
    def beside_figures(self) -> dict[tuple[str, str], c.BesideFigureRow]:
        return {(row.programme, row.measure): row for row in self.rows(c.BesideFigureRow)}

    @cached_property
    def umbrella_parts(self) -> dict[str, tuple[c.DealRow, ...]]:
        return gathered((row for row in self.deals.values() if row.part_of), lambda row: row.part_of)

    @cached_property
    def largest(self) -> dict[str, c.SumRow]:
        """The largest converted sum told of each deal, of any kind: a size to sort by, never a figure to add."""
        found: dict[str, c.SumRow] = {}
        for row in self.rows(c.SumRow):
            best = found.get(row.deal)
            if row.converted is not None and (best is None or best.converted is None or row.converted > best.converted):
                found[row.deal] = row
        return found

    # What belongs to a party, an area, a source, a figure

    @cached_property
    def party_deals(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for row in self.rows(c.DealPartyRow):
            found[row.party][row.deal] = None
        return {party: tuple(deals) for party, deals in found.items()}

    @cached_property
    def area_deals(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.deals.values():
            for area in row.areas:
                found[area].append(row.deal)
        return {area: tuple(deals) for area, deals in found.items()}

    @cached_property
    def source_statements(self) -> dict[str, tuple[c.StatementRow, ...]]:
        return gathered((row for row in self.rows(c.StatementRow) if row.source), lambda row: row.source)

    @cached_property
    def source_copies(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.sources.values():
            if row.origin and row.origin != row.source:
                found[row.origin].append(row.source)
        return {origin: tuple(copies) for origin, copies in found.items()}

    @cached_property
    def cited_by(self) -> dict[str, tuple[tuple[str, str, str], ...]]:
        """Where else a source is cited: the page's word, the link, and the row's own words."""
        found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for kind, key, page in CITING:
            for row in self.rows(kind):
                entry = (page, f"{page}.html#{addresses.slug(str(getattr(row, key)))}", _words_of(row))
                for source in row.sources:
                    found[source].append(entry)
        return {source: tuple(entries) for source, entries in found.items()}

    @cached_property
    def slices(self) -> dict[str, tuple[c.FigureRow, ...]]:
        return gathered(self.rows(c.FigureRow), lambda row: row.slice)

    @cached_property
    def deal_figures(self) -> dict[str, tuple[str, ...]]:
        """The figures of the whole programme that a deal is in."""
        found: dict[str, list[str]] = defaultdict(list)
        for row in self.rows(c.FigureRow):
            if row.slice == "all":
                for deal in row.deals:
                    found[deal].append(row.figure)
        return {deal: tuple(figures) for deal, figures in found.items()}

    @cached_property
    def flags(self) -> dict[str, tuple[c.FlagRow, ...]]:
        return gathered(self.rows(c.FlagRow), lambda row: row.document)

    @cached_property
    def doubtful(self) -> dict[str, tuple[c.DoubtfulRow, ...]]:
        return gathered(self.rows(c.DoubtfulRow), lambda row: row.document)

    @cached_property
    def copy_groups(self) -> dict[str, tuple[c.DocumentRow, ...]]:
        return gathered(self.documents.values(), lambda row: row.group)

    @cached_property
    def points(self) -> dict[str, tuple[c.PointRow, ...]]:
        return gathered(self.rows(c.PointRow), lambda row: row.series)

    @cached_property
    def series(self) -> dict[str, c.SeriesRow]:
        return {row.series: row for row in self.rows(c.SeriesRow)}

    @cached_property
    def grids(self) -> dict[str, c.GridRow]:
        return {row.grid: row for row in self.rows(c.GridRow)}

    @cached_property
    def cells(self) -> dict[str, tuple[c.CellRow, ...]]:
        return gathered(self.rows(c.CellRow), lambda row: row.grid)

    @cached_property
    def sliders(self) -> dict[str, c.SliderRow]:
        return {row.slider: row for row in self.rows(c.SliderRow)}

    @cached_property
    def quotes(self) -> dict[str, tuple[c.QuoteRow, ...]]:
        return gathered(self.rows(c.QuoteRow), lambda row: row.section)

    def figure(self, measure: str, part: str = "all") -> c.FigureRow | None:
        return self.figures.get(f"{self.programme.programme}/{part}/{measure}")

    @cached_property
    def places(self) -> dict[str, str]:
        """The link to whatever an identifier names: a deal, sum, statement, row of a list, source, figure, party."""
        found: dict[str, str] = {}
        for kind, key, page in CITING:
            for row in self.rows(kind):
                name = getattr(row, key)
                if isinstance(name, str):  # rows that are only numbered are named by nobody
                    found[name] = f"{page}.html#{addresses.slug(name)}"
        found.update((row.party, addresses.party(row.party)) for row in self.parties.values())
        found.update((row.source, addresses.source(row.source)) for row in self.sources.values())
        found.update((row.figure, addresses.why(row.figure)) for row in self.figures.values())
        found.update((row.statement, addresses.statement(row.deal, row.statement)) for row in self.statements.values())
        found.update((row.sum, f"{addresses.deal(row.deal)}#{addresses.slug(row.sum)}") for row in self.sums.values())
        found.update((row.deal, addresses.deal(row.deal)) for row in self.deals.values())
        return found


QUESTIONING: Final = frozenset({"dispute", "correction"})
"""Comments that doubt what is published."""

CITING: Final[Sequence[tuple[type[Any], str, str]]] = (
    (c.SaidRow, "said", "statements"),
    (c.TalkRow, "talk", "timeline"),
    (c.RivalRow, "rival", "rivals"),
    (c.ContextRow, "context", "context"),
    (c.TargetRow, "target", "targets"),
    (c.ClaimRow, "claim", "claims"),
    (c.QuestionRow, "question", "questions"),
    (c.MandateRow, "number", "mandates"),
    (c.RationaleRow, "number", "rationale"),
    (c.HopeRow, "number", "expectations"),
)
"""Tables whose rows cite sources beside the deals: the row, its key, and the page on which it stands."""

WORDS: Final[Mapping[type[Any], tuple[str, ...]]] = {
    c.SaidRow: ("speaker", "paraphrase"),
    c.TalkRow: ("title",),
    c.RivalRow: ("metric", "period"),
    c.ContextRow: ("series", "period"),
    c.TargetRow: ("category", "period"),
    c.ClaimRow: ("subject", "item"),
    c.QuestionRow: ("asked", "claim"),
    c.MandateRow: ("person", "charge"),
    c.RationaleRow: ("what",),
    c.HopeRow: ("hoped", "came"),
}


def _words_of(row: Any) -> str:
    return ": ".join(str(getattr(row, name)) for name in WORDS[type(row)] if getattr(row, name))
