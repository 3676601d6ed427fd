"""References: whether everything that kept files name is in the lists: sources, areas, parties, countries, sides.

A name that is in no list loses something without a word: a deal in an unknown area is in no area's figures, a party
without a country on no side. Each such name is a problem at the file and line where it stands.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from warifu.proposals import lists, programme
from warifu.proposals.lists import Listed, SourceRow, TargetRow
from warifu.proposals.programme import Programme
from warifu.proposals.sheets import SheetFile
from warifu.proposals.yaml_text import Lines
from warifu.statements.paper_checks import cannot_give
from warifu.terms.countries import COUNTRIES
from warifu.terms.deal import Party
from warifu.terms.evidence import THIRD, Source
from warifu.terms.problem import Problem, Severity

SOURCES_FILE: Final = "reference/sources.csv"
PARTIES_FILE: Final = "sheets/parties.csv"
OUTSIDE: Final = "origin:"
"""Begins the name of an original that is known of, but is not in the list of sources."""

Path = tuple[str | int, ...]


def check(
    of: Programme,
    lines: Lines,
    sheets: Iterable[SheetFile],
    sources: Mapping[str, Source],
    parties: Mapping[str, Party],
    rows: Iterable[Listed[Any]],
) -> tuple[Problem, ...]:
    """Every name that is in no list, sorted.

    Args:
        of: The programme; its areas are the areas there are. A programme without areas takes any.
        lines: Where its values stand.
        sheets: The sheets.
        sources: Every source by id.
        parties: Every party by id.
        rows: The rows of every other list, and of the sources and parties where their lines are wanted.
    """
    areas = frozenset(area.id for area in of.areas)
    found: list[Problem] = [*_in_programme(of, lines, sources)]
    for file in sheets:
        found.extend(_in_sheet(file, areas, sources, parties))
    for listed in rows:
        found.extend(_in_row(listed, of, sources))
    return tuple(sorted(set(found)))


def _in_programme(of: Programme, lines: Lines, sources: Mapping[str, Source]) -> Iterator[Problem]:
    for path, name in _cited(of, ()):
        if name not in sources:
            line = next((lines[path[:cut]] for cut in range(len(path), 0, -1) if path[:cut] in lines), 1)
            message = f"the source {name!r} is not in {SOURCES_FILE}{_near(name, sources)}: add it there, or correct it"
            where = f"{programme.FILE}:{line}"
            yield Problem(programme.FILE, "dangling-source", message, Severity.SEVERE, where)


def _cited(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Every source id that a programme names, with its place."""
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from _cited(getattr(value, field), (*path, field))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, str) and path and path[-1] == "sources":
                yield (*path, number), item
            else:
                yield from _cited(item, (*path, number))


def _in_sheet(
    file: SheetFile, areas: Collection[str], sources: Mapping[str, Source], parties: Mapping[str, Party]
) -> Iterator[Problem]:
    sheet = file.sheet

    def at(*path: str | int) -> str:
        cuts = (path[:cut] for cut in range(len(path), 0, -1))
        return f"{file.file}:{next((file.lines[cut] for cut in cuts if cut in file.lines), 1)}"

    for number, area in enumerate(sheet.areas):
        if areas and area not in areas:
            message = (
                f"the area {area!r} is none of the programme's{_near(area, areas)}: no area's figures count this deal; "
                f"correct it, or add the area to {programme.FILE}"
            )
            yield Problem(sheet.deal, "unknown-area", message, where=at("areas", number))
    for number, row in enumerate(sheet.parties):
        if parties and row.party not in parties:
            message = (
                f"the party {row.party!r} is not in {PARTIES_FILE}{_near(row.party, parties)}: without a country it is "
                "on no side; correct it, or add it there"
            )
            yield Problem(sheet.deal, "unknown-party", message, where=at("parties", number))
    if sheet.place.country and sheet.place.country not in COUNTRIES:
        yield Problem(sheet.deal, "unknown-country", _no_country(sheet.place.country), where=at("place", "country"))
    for number, name in enumerate(sheet.sources):
        published = sources[name].published if name in sources else None
        if published is not None and published.surely_after(sheet.coded.last):
            message = f"{name} is dated {published}, after the deal was coded ({sheet.coded}): correct one of the days"
            yield Problem(sheet.deal, "source-after-coding", message, where=at("sources", number))


def _in_row(listed: Listed[Any], of: Programme, sources: Mapping[str, Source]) -> Iterator[Problem]:
    row, where = listed.row, f"{listed.file}:{listed.line}"
    about = str(getattr(row, "id", listed.file))
    for name in lists.names(getattr(row, "sources", "")):
        if name not in sources:
            message = f"the source {name!r} is not in {SOURCES_FILE}{_near(name, sources)}: add it there, or correct it"
            yield Problem(about, "dangling-source", message, Severity.SEVERE, where)
    country = getattr(row, "country", "")
    if country and country not in COUNTRIES:
        yield Problem(about, "unknown-country", _no_country(country), where=where)
    side = getattr(row, "side", None)
    if side and side != THIRD and side not in of.sides and side not in COUNTRIES:
        message = f"{side!r} is no side: write {of.sides[0]}, {of.sides[1]}, another country's code, or {THIRD}"
        yield Problem(about, "unknown-side", message, where=where)
    if isinstance(row, SourceRow):
        yield from _original(row, sources, where)
    if isinstance(row, TargetRow):
        yield from _ratio(row, where)


def _original(row: SourceRow, sources: Mapping[str, Source], where: str) -> Iterator[Problem]:
    if row.original == row.id:
        yield Problem(row.id, "unknown-original", "it is given as its own original: leave the cell empty", where=where)
    elif row.original and not row.original.startswith(OUTSIDE) and row.original not in sources:
        message = (
            f"the original {row.original!r} is not in {SOURCES_FILE}{_near(row.original, sources)}: correct it, or "
            f"write {OUTSIDE}{row.original} for one that lies outside"
        )
        yield Problem(row.id, "unknown-original", message, where=where)


def _ratio(row: TargetRow, where: str) -> Iterator[Problem]:
    """A ratio that the target and the actual beside it cannot give."""
    if row.ratio is None or row.actual_usd_bn is None or not row.target_usd_bn:
        return
    share = format((100 * row.ratio).normalize(), "f")
    if cannot_give(row.actual_usd_bn, row.target_usd_bn, share):
        message = (
            f"{row.actual_usd_bn} of {row.target_usd_bn} is {row.actual_usd_bn / row.target_usd_bn:.3f}, "
            f"not {row.ratio}: one of the three is wrong, or they are not of one basis"
        )
        yield Problem(row.id, "impossible-percentage", message, where=where)


def _no_country(code: str) -> str:
    return f"{code!r} is no country code of ISO 3166-1, such as JP, RU or US"


def _near(word: str, words: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""
