"""The manual's page of tables, made from the contract so that it cannot be out of date.

Run `python -m warifu.tables.manual > docs/tables.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from warifu.tables import contract

OPENING = """\
# Tables

After this page you can ask the ledger anything with any engine that reads Parquet.

<!-- Made by `python -m warifu.tables.manual` from `tables/contract.py`; do not edit. -->

`warifu build` writes one Parquet file a table into `build/tables/` and all of them into `build/warifu.duckdb`:

```sql
-- duckdb build/warifu.duckdb
select kind, sum(converted) from sums where counted group by kind;
```
"""


def page() -> str:
    """The whole page, in Markdown."""
    return "\n".join([OPENING, f"Contract {contract.VERSION}. {_rules()}", *_tables()])


def _rules() -> str:
    text = (contract.__doc__ or "").split("\n\n")
    return " ".join(" ".join(part.split()) for part in text[1:]) + "\n"


def _tables() -> Iterator[str]:
    for name, row in contract.TABLES.items():
        yield f"## {name}\n"
        yield " ".join((row.__doc__ or "").split()) + "\n"
        yield "| column | type | meaning |\n|---|---|---|"
        yield from _columns(row)
        yield ""


def _columns(row: type[Any]) -> Iterator[str]:
    for field in contract.fields(row):
        meaning = field.column.meaning
        if field.column.to:
            meaning += f" → `{field.column.to}`"
        if field.column.codelist:
            meaning += f" (codelist {field.column.codelist})"
        name = f"**{field.name}**" if field.column.key else field.name
        yield f"| {name} | {field.kind}{', may be empty' if field.empty else ''} | {meaning} |"


if __name__ == "__main__":
    print(page(), end="")
