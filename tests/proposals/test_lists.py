"""Lists: one CSV a list, one row a thing, each row with its file and line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from warifu.proposals import lists
from warifu.proposals.lists import ContextRow, PartyListRow, RateRow, SourceRow


def read(
    folder: Path, text: str | bytes, kind: type[msgspec.Struct] = PartyListRow
) -> tuple[list[object], list[tuple[str, str]]]:
    path = folder / "list.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found, problems = lists.read(path, kind, "list.csv")
    return [item.row for item in found], [(problem.rule, problem.where) for problem in problems]


def test_a_list_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert lists.read(tmp_path / "none.csv", PartyListRow, "none.csv") == ([], [])


def test_columns_may_stand_in_any_order_and_empty_cells_are_left_out(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "name,id,country\nBank,bank,JP\n\nPort,port,\n")
    assert problems == []
    assert rows == [PartyListRow(id="bank", name="Bank", country="JP"), PartyListRow(id="port", name="Port")]


def test_a_row_knows_its_line_though_a_cell_before_it_holds_several(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('id,name,note\nbank,Bank,"one\ntwo\nthree"\nport,Port,\n', "utf-8")
    found, _ = lists.read(path, PartyListRow, "list.csv")
    assert [(item.row.id, item.line) for item in found] == [("bank", 2), ("port", 5)]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("id,nmae\nbank,Bank\n", [("bad-column", "list.csv:1"), ("bad-column", "list.csv:1")]),
        ("id\nbank\n", [("bad-column", "list.csv:1")]),
        ("id,name,name\nbank,Bank,B\n", [("bad-column", "list.csv:1")]),
        ("id,name\nbank,Bank,JP\nport\n", [("cell-count", "list.csv:2"), ("cell-count", "list.csv:3")]),
        ('id,name\nbank,"Bank" of\n', [("broken-csv", "list.csv:2")]),
        ('id,name\nbank,"Bank\n', [("broken-csv", "list.csv:2")]),
        ("id,name,type\nbank,Bank,bnak\n", [("unknown-code", "list.csv:2")]),
        ("id,name\n../bank,Bank\n", [("bad-id", "list.csv:2")]),
        ("id,name\n,Bank\n", [("missing-field", "list.csv:2")]),
        ("id,name\nbank,Банк\n".encode("cp1251"), [("wrong-encoding", "list.csv:2")]),
        ("id,name\n".encode("utf-16"), [("wrong-encoding", "list.csv:1")]),
    ],
)
def test_each_fault_has_its_line(tmp_path: Path, text: str | bytes, problems: list[tuple[str, str]]) -> None:
    assert read(tmp_path, text)[1] == problems


def test_the_rows_that_can_be_read_are_read_beside_those_that_cannot(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "id,name,type\nbank,Bank,bnak\nport,Port,state body\n")
    assert [getattr(row, "id", "") for row in rows] == ["port"]
    assert len(problems) == 1


@pytest.mark.parametrize("rate", ["0", "-3", "NaN", "many", "Infinity"])
def test_what_is_no_rate_is_refused(tmp_path: Path, rate: str) -> None:
    rows, problems = read(tmp_path, f"currency,base,on,rate,source\nJPY,USD,2021-03-04,{rate},bank\n", RateRow)
    assert rows == []
    assert problems[0][0] in ("bad-rate", "bad-number")


def test_a_rate_of_no_currency_is_refused(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "currency,base,on,rate,source\nYEN,DOL,2021-03-04,110,bank\n", RateRow)
    assert problems == [("unknown-code", "list.csv:2")] * 2


def test_a_number_is_exact_and_finite(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, "id,series,value\nc1,trade,0.10\nc2,trade,NaN\n", ContextRow)
    assert [getattr(row, "value", None) for row in rows] == [Decimal("0.10")]
    assert problems == [("bad-number", "list.csv:3")]


def test_a_source_may_have_no_date_and_no_side(tmp_path: Path) -> None:
    ((row,), problems) = read(tmp_path, "id,publisher,published,kind,side\nmofa,Ministry,,official,\n", SourceRow)
    assert problems == []
    assert isinstance(row, SourceRow)
    assert (row.published, row.side) == (None, None)


@pytest.mark.parametrize(("cell", "names"), [("", ()), ("a", ("a",)), ("a; b ;c;", ("a", "b", "c")), (" ; ", ())])
def test_a_cell_may_name_several_sources(cell: str, names: tuple[str, ...]) -> None:
    assert lists.names(cell) == names
