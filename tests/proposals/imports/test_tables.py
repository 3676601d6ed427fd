"""Tables as rows: each fault with the row as a spreadsheet shows it, and a part never for the whole."""

from __future__ import annotations

import datetime
import gzip
import io
import json
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from warifu.errors import TooMuchError
from warifu.proposals import imports
from warifu.proposals.imports import tables
from warifu.proposals.imports import workbook as tables_of_workbooks

from .conftest import DEALS, RELEASE, Importer, told

GOOD = """\
id,title,status,date,amount,currency
d1,A harbour,Signed,2019-03-04,1000000,JPY
d2,"A bridge,
on two lines",Done,2019,2.50,USD
"""


def test_a_row_becomes_a_sheet_with_the_place_of_every_value(read: Importer) -> None:
    found = read(GOOD)
    assert told(found) == []
    first, second = found.sheets
    assert (first.sheet.deal, first.sheet.title, first.sheet.coder) == ("d1", "A harbour", "A coder")
    assert str(first.sheet.sums[0].amount) == "1,000,000 JPY"
    assert str(first.lines["sums", 0]) == 'row 2, column "amount"'
    assert f"{second.file}:{second.lines['sums', 0]}" == 'imports/deals.csv:row 3, column "amount"'
    assert second.sheet.title == "A bridge,\non two lines"
    assert second.sheet.stages[0].on is not None
    assert second.sheet.stages[0].on.text == "2019"


def test_an_empty_cell_is_unknown_and_not_zero(read: Importer) -> None:
    found = read("id,title,status,date,amount,currency\nd1,A harbour,Signed,,,\n")
    assert told(found) == []
    assert found.sheets[0].sheet.sums == ()
    assert found.sheets[0].sheet.stages[0].on is None


def test_every_fault_of_a_table_is_told_in_one_run_with_row_column_value_and_remedy(read: Importer) -> None:
    found = read(
        "id,title,status,date,amount,currency\n"
        "d1,A harbour,Sgned,2019-03-04,1000,JPY\n"
        "\n"
        'd2,A bridge,Signed,4.3.2019,"1,000",JPY\n'
        "d3,A road,Signed,2019-02-30,1000,YEN\n"
        "d4,A canal,Signed,2019,1000\n"
        ",A mine,Signed,2019,1000,JPY\n"
        "d6,A wall,Signed,2019,1000,\n"
    )
    assert found.sheets == []
    lines = told(found)
    assert len(lines) == 8
    at = {line.split(": [")[0]: line for line in lines}
    assert at['imports/deals.csv:row 2, column "status"'].endswith("Did you mean 'Signed'?")
    assert "'1,000' is not a number: say thousands" in at['imports/deals.csv:row 4, column "amount"']
    assert 'say date: "%d/%m/%Y" in the mapping' in at['imports/deals.csv:row 4, column "date"']
    assert "'YEN' is not a currency code of ISO 4217" in at['imports/deals.csv:row 5, column "currency"']
    assert "there is no such day" in at['imports/deals.csv:row 5, column "date"']
    assert "5 cells under 6 columns" in at["imports/deals.csv:row 6"]
    assert "the row has no id" in at['imports/deals.csv:row 7, column "id"']
    assert "1,000 has no currency: type one" in at['imports/deals.csv:row 8, column "currency"']


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (GOOD[:70], "cell-count"),
        (GOOD[: GOOD.index(" lines")], "cut-off"),
        ("id,title,status,date,amount,currency\n", "no-rows"),
        ("", "no-rows"),
    ],
)
def test_a_table_that_is_cut_off_never_passes_for_a_whole(read: Importer, text: str, rule: str) -> None:
    found = read(text, spec="table: {at_least: 2}\n")
    assert rule in {problem.rule for problem in found.problems}
    assert all(problem.severity == "severe" for problem in found.problems)


def test_fewer_rows_than_the_floor_are_refused(read: Importer) -> None:
    found = read(GOOD, spec="table: {at_least: 3}\n")
    assert [problem.rule for problem in found.problems] == ["too-few-rows"]
    assert "2 rows, and at_least says 3" in found.problems[0].message


def test_a_control_total_that_is_not_met_is_refused(read: Importer) -> None:
    good = "table:\n  at_least: 1\n  control: [{column: amount, total: 1000002.50}]\n"
    assert told(read(GOOD, spec=good)) == []
    found = read(GOOD, spec=good.replace("1000002.50", "1000002.51"))
    assert [problem.rule for problem in found.problems] == ["control-total"]


def test_another_file_than_the_one_imported_is_refused(tmp_path: Path) -> None:
    table, mapping = tmp_path / "deals.csv", tmp_path / "map.yaml"
    table.write_text(GOOD, encoding="utf-8")
    spec = f"table: {{file: deals.csv, digest: '{tables.digest_of(table)}'}}\n"
    mapping.write_text(RELEASE + spec + DEALS, encoding="utf-8")
    assert told(imports.read_one(mapping, "imports/map.yaml")) == []
    table.write_text(GOOD.replace("1000000", "9000000"), encoding="utf-8")
    assert [problem.rule for problem in imports.read_one(mapping, "imports/map.yaml").problems] == ["table-changed"]
    assert told(imports.read_one(mapping, "imports/map.yaml", table)) == []  # named by hand: a new version


def test_a_wrong_encoding_says_which_word_to_write(read: Importer) -> None:
    table = GOOD.replace("A harbour", "国際港").encode("cp932")
    [line] = told(read(table))
    assert line.startswith("imports/deals.csv:row 2: [wrong-encoding]")
    assert "encoding: under table:" in line
    found = read(table, spec="table: {encoding: cp932}\n")
    assert told(found) == []
    assert found.sheets[0].sheet.title == "国際港"


def test_a_packed_table_that_is_cut_off_is_told(read: Importer) -> None:
    packed = gzip.compress(GOOD.encode())
    assert told(read(packed, name="deals.csv.gz")) == []
    found = read(packed[:-9], name="deals.csv.gz")
    assert "cut-off" in {problem.rule for problem in found.problems}


def test_a_packed_table_that_swells_is_refused(read: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_BYTES", 1 << 20)
    with pytest.raises(TooMuchError):
        read(gzip.compress(b"a," * (1 << 20)), name="deals.csv.gz")


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


ROWS: list[list[object]] = [
    ["A heading over the table"],
    ["id", "title", "status", "date", "amount", "currency"],
    ["d1", "A harbour", "Signed", datetime.date(2019, 3, 4), 1000000, "JPY"],
    ["d2", "A bridge", "Done", 2019, 2.5, "USD"],
]


def test_a_workbook_is_read_by_sheet_and_row(read: Importer) -> None:
    data = workbook(("Notes", [["nothing here"]]), ("Deals 2019", ROWS))
    found = read(data, spec='table: {sheet: "Deals 2019", header: 2}\n', name="deals.xlsx")
    assert told(found) == []
    first, second = found.sheets
    assert f"{first.file}:{first.lines['sums', 0]}" == ('imports/deals.xlsx, sheet "Deals 2019":row 3, column "amount"')
    assert first.sheet.stages[0].on is not None
    assert first.sheet.stages[0].on.text == "2019-03-04"
    assert second.sheet.sums[0].amount.number == Decimal("2.5")


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(read: Importer) -> None:
    [line] = told(read(workbook(("Deals", ROWS)), spec="table: {sheet: Deal}\n", name="deals.xlsx"))
    assert "there are 'Deals'. Did you mean 'Deals'?" in line


def test_a_broken_workbook_is_told(read: Importer) -> None:
    data = workbook(("Deals", ROWS))
    assert [problem.rule for problem in read(data[:400], name="deals.xlsx").problems] == ["broken-xlsx"]


def test_a_formula_that_was_never_counted_out_is_told_and_not_taken_for_nothing(read: Importer) -> None:
    rows = [ROWS[1], ["d1", "A harbour", "Signed", "2019", "=2*3", "JPY"]]
    [line] = told(read(workbook(("Deals", rows)), name="deals.xlsx"))
    assert line.startswith('imports/deals.xlsx, sheet "Deals":row 2: [formula-without-value] E2 holds a formula')


def test_a_sheet_that_names_a_far_cell_is_refused(read: Importer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables_of_workbooks, "MOST_CELLS", 100)
    with pytest.raises(TooMuchError):
        read(workbook(("Deals", [*ROWS[1:], *[[""] * 40] * 3, ["x"] * 60])), name="deals.xlsx")


def test_json_is_read_exactly_and_by_the_path_to_its_records(read: Importer) -> None:
    items = [
        {"id": "d1", "title": "A harbour", "status": "Signed", "date": "2019", "sum": {"amount": 1, "currency": "JPY"}}
    ]
    text = json.dumps({"data": {"items": items}}).replace(": 1,", ": 1.10000000000000000001,")
    deals = DEALS.replace("column: amount", "column: sum.amount").replace("column: currency", "column: sum.currency")
    found = read(text, deals=deals, spec="table: {records: data.items}\n", name="deals.json")
    assert told(found) == []
    assert found.sheets[0].sheet.sums[0].amount.number == Decimal("1.10000000000000000001")
    [line] = told(read(text, deals=deals, name="deals.json"))
    assert "write records: under table:" in line
    assert [problem.rule for problem in read(text[:-4], deals=deals, name="deals.json").problems] == ["broken-json"]
    assert [problem.rule for problem in read("[" * 100_000, deals=deals, name="deals.json").problems] == ["broken-json"]


def test_json_lines_tell_the_line_that_is_broken(read: Importer) -> None:
    good = '{"id": "d1", "title": "A", "status": "Signed", "date": "2019", "amount": "5", "currency": "JPY"}'
    found = read(f"{good}\n{good[:-5]}\n", name="deals.jsonl")
    assert [problem.where for problem in found.problems] == ["imports/deals.jsonl:row 2"]


def test_two_columns_of_one_name_are_refused(read: Importer) -> None:
    found = read(GOOD.replace("status", "title"))
    assert "same-column" in {problem.rule for problem in found.problems}


def test_a_number_that_is_an_attack_is_refused(read: Importer) -> None:
    found = read("id,title,status,date,amount,currency\nd1,A,Signed,2019,1e999999999,JPY\n")
    assert [problem.rule for problem in found.problems] == ["bad-number"]


def test_many_rows_of_one_deal_are_one_sheet_where_the_mapping_says_so(read: Importer) -> None:
    table = GOOD.replace("d2", "d1")
    found = read(table, deals=DEALS.replace("deals:", "deals:\n  many_rows: true"))
    [file] = found.sheets
    assert [str(row.amount) for row in file.sheet.sums] == ["1,000,000 JPY", "2.5 USD"]
    assert str(file.lines["sums", 1]) == 'row 3, column "amount"'
    assert [row.stage for row in file.sheet.stages] == ["signed", "delivered"]


def test_a_folder_of_imports_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    folder = tmp_path / "imports"
    assert imports.read_all(folder) == ([], [], [], [], [])
    folder.mkdir()
    for name in ("b", "a"):
        (folder / f"{name}.csv").write_text(GOOD.replace("d1", f"{name}1").replace("d2", f"{name}2"), encoding="utf-8")
        (folder / f"{name}.yaml").write_text(RELEASE + f"table: {{file: {name}.csv}}\n" + DEALS, encoding="utf-8")
    (folder / "c.yaml").write_text(RELEASE + "table: {file: gone.csv}\n" + DEALS, encoding="utf-8")
    (folder / "d.draft").write_text("not read", encoding="utf-8")
    found = imports.read_all(folder)
    assert [file.sheet.deal for file in found.sheets] == ["a1", "a2", "b1", "b2"]
    assert [item.row.id for item in found.sources] == ["rel"]
    assert [(problem.rule, problem.where) for problem in found.problems] == [("no-table", "imports/c.yaml:4")]
