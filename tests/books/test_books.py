"""Each book is a small whole workspace (`kept/`) and what must be made of it (`made/`), byte for byte.

`make golden` writes `made/` anew; its diff is read like any other.
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from warifu import ledger
from warifu.tables import contract, rows
from warifu.terms.money import plain

BOOKS = sorted(path.parent for path in Path(__file__).parent.glob("*/kept"))


def as_text(row: Any) -> str:
    def words(value: object) -> object:
        if isinstance(value, Decimal):
            return str(plain(value))
        if isinstance(value, date):
            return value.isoformat()
        raise TypeError(type(value))

    return json.dumps(row._asdict(), ensure_ascii=False, default=words)


@pytest.mark.parametrize("book", BOOKS, ids=lambda path: path.name)
def test_a_book_gives_the_tables_it_gave_before(book: Path, tmp_path: Path, rewrite_golden: bool) -> None:
    shutil.copytree(book / "kept", tmp_path / "kept", ignore=shutil.ignore_patterns("build"))
    made = rows.rows(ledger.open_ledger(tmp_path / "kept"), {})
    expected = book / "made" / "tables"
    if rewrite_golden:
        shutil.rmtree(expected, ignore_errors=True)
        expected.mkdir(parents=True)
    for name in contract.TABLES:
        if name in ("codes", "methods"):  # the same for every book, and told in the manual
            continue
        text = "".join(as_text(row) + "\n" for row in made[name])
        if rewrite_golden and text:
            (expected / f"{name}.jsonl").write_text(text, encoding="utf-8")
        path = expected / f"{name}.jsonl"
        assert text == (path.read_text(encoding="utf-8") if path.exists() else ""), f"{name}: read the diff"
