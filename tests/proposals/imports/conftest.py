"""Small tables and mappings to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from warifu.proposals import imports
from warifu.proposals.imports.workspace import Imported

RELEASE = """\
release: {id: rel, publisher: A publisher, published: 2020-01-01, kind: dataset, side: third}
coder: A coder
coded: 2020-01-01
"""

DEALS = """\
deals:
  id: {column: id}
  title: {column: title}
  stages:
    - stage: {column: status, values: {Signed: signed, Pledged: announced, Done: delivered}}
      on: {column: date}
  sums:
    - kind: {text: commitment}
      amount: {column: amount}
      currency: {column: currency}
      on: {column: date}
"""

Importer = Callable[..., Imported]


@pytest.fixture
def read(tmp_path: Path) -> Importer:
    """Read a table, given as text or bytes, with a mapping: `read("id,title…")`."""

    def reading(
        table: str | bytes, *, deals: str = DEALS, spec: str = "table: {at_least: 1}\n", name: str = "deals.csv"
    ) -> Imported:
        path = tmp_path / name
        path.write_bytes(table.encode() if isinstance(table, str) else table)
        mapping = tmp_path / "map.yaml"
        mapping.write_text(RELEASE + spec + deals, encoding="utf-8")
        return imports.read_one(mapping, "imports/map.yaml", path)

    return reading


def told(found: Imported) -> list[str]:
    """Every problem as a person sees it."""
    return [f"{problem.where}: [{problem.rule}] {problem.message}" for problem in found.problems]
