"""A book: a few sheets written as an analyst writes them, read, folded and resolved, all in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from textwrap import dedent

from warifu.deals import resolve, timeline
from warifu.decisions.log import Decision
from warifu.measures.rates import Rate, Rates
from warifu.proposals import yaml_text
from warifu.proposals.sheets import Sheet, SheetFile
from warifu.statements import checks, fold
from warifu.terms.codelist import PartyType, SourceKind
from warifu.terms.dates import PartialDate
from warifu.terms.deal import Case, Deal, Party
from warifu.terms.evidence import Source
from warifu.terms.problem import Problem

AS_OF = date(2021, 12, 31)
HEAD = "coder: mori\ncoded: 2021-12-01\n"


def source(name: str, kind: SourceKind, side: str | None, on: str, **more: object) -> Source:
    published = PartialDate.parse(on) if on else None
    return Source(name, name, published, "en", kind, side, "", **more)  # type: ignore[arg-type]


SOURCES = {
    item.id: item
    for item in (
        source("jp", SourceKind.OFFICIAL, "JP", "2021-03-05"),
        source("jp-news", SourceKind.NEWSPAPER, "JP", "2021-03-06"),
        source("ru", SourceKind.OFFICIAL, "RU", "2021-03-07"),
        source("firm", SourceKind.COMPANY, "RU", "2021-11-20"),
        source("wire", SourceKind.NEWS_AGENCY, "third", "2021-03-04"),
        source("copy", SourceKind.NEWSPAPER, "JP", "2021-03-05", original="wire"),
        source("year", SourceKind.THINK_TANK, "third", "2021"),
        source("undated", SourceKind.THINK_TANK, None, ""),
        source("garbled", SourceKind.SECONDARY, "third", "2021-03-08", doubtful=True),
    )
}
PARTIES = {
    "bank": Party("bank", "Bank of Exports", "JP", PartyType.STATE_BODY),
    "port": Party("port", "Port of Vanino", "RU", PartyType.STATE_BODY),
}
RATES = Rates(
    Rate(currency, "USD", PartialDate.parse(year), rate, "made up")
    for currency, rate in (("JPY", Decimal(100)), ("RUB", Decimal(50)))
    for year in ("2019", "2020", "2021", "2021-03-04")
)


class Book:
    """Sheets as text, each with `deal` and `title` from its name; everything that follows is made when asked for."""

    def __init__(self, decisions: Sequence[Decision] = (), **sheets: str) -> None:
        self.files: list[SheetFile] = []
        for name, text in sheets.items():
            whole = f"deal: {name}\ntitle: {name}\n{HEAD}{dedent(text)}"
            value, lines, problems = yaml_text.load(whole.encode(), f"{name}.yaml")
            assert problems == []
            sheet, problems = yaml_text.shape(value, Sheet, f"{name}.yaml", lines)
            assert sheet is not None, problems
            self.files.append(SheetFile(f"{name}.yaml", sheet, lines))
        self.cases, self.problems = fold.fold(self.files, SOURCES, decisions)

    def known(self, as_of: date = AS_OF) -> tuple[Case, ...]:
        return timeline.known(self.cases, as_of)

    def deals(self, as_of: date = AS_OF) -> dict[str, Deal]:
        found = resolve.resolve(
            self.known(as_of), PARTIES, SOURCES, lambda money, on: RATES.convert(money, on, "USD"), as_of
        )
        return {deal.id: deal for deal in found}

    def deal(self, as_of: date = AS_OF) -> Deal:
        return next(iter(self.deals(as_of).values()))

    def checked(self, as_of: date = AS_OF) -> tuple[Problem, ...]:
        return checks.run(checks.Evidence(self.known(as_of), SOURCES, RATES.gap, as_of))

    def rules(self, as_of: date = AS_OF) -> list[str]:
        """The rules that found something, without those about how well a deal is looked after."""
        tended = ("silent-deal", "large-and-alone", "looked-at-once", "one-pair-of-eyes", "umbrella-without-parts")
        return [problem.rule for problem in self.checked(as_of) if problem.rule not in tended]
