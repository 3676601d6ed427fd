"""The rows of a deal are found whether a table is held in memory or walked through."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.exports import book as books_of
from warifu.exports.book import Book, Held, Walked
from warifu.tables import contract as c


class Row(NamedTuple):
    deal: str
    number: int


NAMES = st.sampled_from(["a", "b", "c", "ep-1", "ep-10", "ep-2", "z"])


@given(st.lists(st.tuples(NAMES, st.integers(0, 9))), st.lists(NAMES))
def test_walking_through_a_table_finds_what_holding_it_finds(told: list[tuple[str, int]], asked: list[str]) -> None:
    rows = [Row(*one) for one in sorted(told, key=lambda one: one[0])]
    held, walked = Held(rows), Walked(lambda: iter(rows))
    for name in asked:
        assert walked.get(name) == held.get(name)


def test_asked_in_order_a_table_is_walked_through_once() -> None:
    begun = []

    def begin():  # type: ignore[no-untyped-def]
        begun.append(1)
        return iter([Row("b", 1), Row("d", 2)])

    walked = Walked(begin)
    assert [len(walked.get(name)) for name in "abcdefgh"] == [0, 1, 0, 1, 0, 0, 0, 0]
    assert len(begun) == 1


def test_the_tables_lie_in_the_order_of_their_deals(books: dict[str, Book]) -> None:
    """What walking through them rests on."""
    for book in books.values():
        for row in (c.DealRow, c.DealPartyRow, c.SumRow, c.StageRow, c.StatementRow, c.VersionRow, c.GapRow):
            names = [one.deal for one in book.rows(row)]
            assert names == sorted(names), row


def test_large_and_small_ledgers_are_exported_alike(
    books: dict[str, Book], tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    from warifu.exports import followthemoney, iati, package, plover, statements, workbook

    modules = (package, workbook, statements, iati, followthemoney, plover)
    book = books["phase-one"]
    small, large = tmp_path_factory.mktemp("small"), tmp_path_factory.mktemp("large")
    for module in modules:
        module.write(Book(book.tables), small)
    monkeypatch.setattr(books_of, "MANY", 0)
    for module in modules:
        module.write(Book(book.tables), large)
    for path in sorted(path for path in small.rglob("*") if path.is_file()):
        assert path.read_bytes() == (large / path.relative_to(small)).read_bytes(), path.name
