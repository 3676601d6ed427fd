"""Mappings: what is wrong with one is told once, at its own line, before any row is blamed."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.proposals.imports import mapping

from .conftest import DEALS, Importer, told

ROOT = Path(__file__).resolve().parents[3]

GOOD = "id,title,status,date,amount,currency\nd1,A harbour,Signed,2019-03-04,1000000,JPY\n"


def test_a_column_that_is_not_there_is_told_at_the_mappings_line_with_the_nearest(read: Importer) -> None:
    [line] = told(read(GOOD, deals=DEALS.replace("column: title", "column: titel")))
    assert line == "imports/map.yaml:7: [no-column] imports/deals.csv has no column 'titel'. Did you mean 'title'?"


def test_a_code_that_is_none_is_told_at_its_line(read: Importer) -> None:
    [line] = told(read(GOOD, deals=DEALS.replace("Done: delivered", "Done: deliverd")))
    assert line.startswith("imports/map.yaml:9: [unknown-code] 'deliverd' is not one of proposed, announced")
    assert line.endswith("Did you mean 'delivered'?")


def test_a_field_that_there_is_not_is_told(read: Importer) -> None:
    [line] = told(read(GOOD, deals=DEALS.replace("  title:", "  tittle:", 1) + "  title: {column: title}\n"))
    assert "there is no field 'tittle' here. Did you mean 'title'?" in line


def test_a_question_of_the_assistant_must_be_answered(read: Importer) -> None:
    [line] = told(read(GOOD, deals=DEALS.replace("{text: commitment}", '{text: "???"}')))
    assert line.startswith("imports/map.yaml:12: [unanswered]")


def test_a_mapping_that_gives_nothing_is_told(read: Importer) -> None:
    [line] = told(read(GOOD, deals=""))
    assert "[empty-mapping]" in line


@pytest.mark.parametrize(
    ("value", "cell", "amount"),
    [
        ("{column: amount, times: 1000000}", "12.5", "12,500,000 JPY"),
        ('{column: amount, thousands: ","}', '"1,234.5"', "1,234.5 JPY"),
        ('{column: amount, decimal: ",", thousands: "."}', '"1.234,5"', "1,234.5 JPY"),
        ('{column: amount, thousands: " "}', "1 234", "1,234 JPY"),
        ("{column: amount}", "\u22125", "-5 JPY"),
        ("{column: amount, none: [n/a]}", "n/a", None),
    ],
)
def test_numbers_are_read_as_the_mapping_says_they_are_written(
    read: Importer, value: str, cell: str, amount: str | None
) -> None:
    found = read(GOOD.replace("1000000", cell), deals=DEALS.replace("{column: amount}", value))
    assert told(found) == []
    assert [str(row.amount) for row in found.sheets[0].sheet.sums] == ([amount] if amount else [])


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ('{column: amount, thousands: ","}', '"12,5"'),
        ('{column: amount, thousands: ","}', '"1,2345"'),
        ('{column: amount, decimal: ",", thousands: "."}', "1.5"),
        ('{column: amount, decimal: ","}', "1.5"),
        ("{column: amount}", '"1,234"'),
        ("{column: amount}", "1_000"),
        ("{column: amount}", "about 5"),
        ("{column: amount}", "NaN"),
    ],
)
def test_a_number_written_in_another_way_is_never_read_as_another_number(read: Importer, value: str, cell: str) -> None:
    """A first version read 12,5 as 125 where the mapping gave the comma for thousands."""
    found = read(GOOD.replace("1000000", cell), deals=DEALS.replace("{column: amount}", value))
    assert [problem.rule for problem in found.problems] == ["bad-number"]


@pytest.mark.parametrize(
    ("pattern", "cell", "day"),
    [
        ("", "2019-03", "2019-03"),
        ("", "2019-03-04T10:20:30Z", "2019-03-04"),
        ("%d/%m/%Y", "04/03/2019", "2019-03-04"),
        ("%m.%Y", "03.2019", "2019-03"),
        ("FY%Y", "FY2019", "2019"),
    ],
)
def test_days_are_never_told_more_exactly_than_the_table_tells_them(
    read: Importer, pattern: str, cell: str, day: str
) -> None:
    deals = DEALS.replace("{column: date}", f'{{column: date, date: "{pattern}"}}')
    found = read(GOOD.replace("2019-03-04", cell), deals=deals)
    assert told(found) == []
    on = found.sheets[0].sheet.stages[0].on
    assert on is not None
    assert on.text == day


def test_a_row_is_given_only_under_its_conditions(read: Importer) -> None:
    deals = DEALS.replace(
        "      on: {column: date}\n  sums:",
        "      on: {column: date}\n      when: [{column: status, apart: [Signed]}]\n  sums:",
    )
    assert read(GOOD, deals=deals).sheets[0].sheet.stages == ()
    assert len(read(GOOD, deals=deals.replace("apart", "among")).sheets[0].sheet.stages) == 1
    filled = deals.replace("apart: [Signed]", "filled: true")
    assert len(read(GOOD, deals=filled).sheets[0].sheet.stages) == 1


def test_parties_sources_labels_and_rates_come_with_the_deals(read: Importer) -> None:
    table = (
        "id,title,status,date,amount,currency,who,links,rate\n"
        "d1,A harbour,Signed,2019,100,JPY,"
        '"Bank of X, State; 国際協力銀行","http://a.example/1, News; a paper, News",110\n'
        'd2,A bridge,Signed,2019,100,JPY,"Bank of X, State",,111\n'
    )
    deals = (
        DEALS
        + """\
  parties:
    - name: {column: who, split: "; "}
      roles: [provider]
      country: {text: JP}
      endings: {", State": state body}
  cited:
    - address: {column: links, split: "; "}
      endings: {", News": newspaper}
  labels:
    whose: {column: who}
rates:
  - {currency: {column: currency}, base: USD, on: {column: date}, rate: {column: rate}}
"""
    )
    found = read(table, deals=deals)
    assert [problem.rule for problem in found.problems] == ["rates-differ"]
    assert [(item.row.id, item.row.name, item.row.type) for item in found.parties] == [
        ("bank-of-x", "Bank of X", "state body"),
        ("x-f785816441", "国際協力銀行", "unknown"),
    ]
    assert [(item.row.publisher, item.row.kind, item.row.url) for item in found.sources[1:]] == [
        ("a.example", "newspaper", "http://a.example/1"),
        ("a paper", "newspaper", ""),
    ]
    first = found.sheets[0].sheet
    assert first.sources == ("rel", *(item.row.id for item in found.sources[1:]))
    assert first.labels == {"whose": "Bank of X, State; 国際協力銀行"}
    assert [(item.row.currency, item.row.on.text, item.row.rate) for item in found.rates] == [("JPY", "2019", 110)]


@pytest.mark.parametrize("path", sorted((ROOT / "examples" / "mappings").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_example_is_a_sound_mapping_with_a_floor(path: Path) -> None:
    found, _, problems = mapping.read(path, path.name)
    assert problems == []
    assert found is not None
    assert found.table.at_least is not None
