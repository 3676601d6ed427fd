"""Statements as JSON Lines: every line fits the published schema, and none is missing."""

from __future__ import annotations

import json
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

from warifu.exports import statements
from warifu.exports.book import Book
from warifu.tables import contract as c


def test_every_line_fits_the_schema(books: dict[str, Book], tmp_path: Path) -> None:
    for book in books.values():
        statements.write(book, tmp_path)
        schema = json.loads((tmp_path / statements.SCHEMA).read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        judge = Draft202012Validator(schema, format_checker=FormatChecker())
        lines = (tmp_path / statements.LINES).read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(book.rows(c.StatementRow))
        for line in lines:
            judge.validate(json.loads(line))


def test_a_line_that_says_more_or_less_is_refused(book: Book) -> None:
    judge = Draft202012Validator(statements.schema())
    line = next(statements.lines(book))
    assert judge.is_valid(line)
    assert not judge.is_valid({**line, "rumour": "x"})
    assert not judge.is_valid({name: value for name, value in line.items() if name != "voice"})
    assert not judge.is_valid({**line, "on": ""})


def test_a_statement_of_a_sum_carries_the_sum(book: Book) -> None:
    told = [line for line in statements.lines(book) if line["field"] == "sum"]
    assert told
    assert all(line["sum"]["id"] == line["id"].partition("@")[0] for line in told)
    assert all(line["sum"] is None for line in statements.lines(book) if line["field"] != "sum")
