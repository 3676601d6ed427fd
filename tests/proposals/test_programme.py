"""The programme file: the package as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.proposals import programme

PROGRAMME = """\
id: harbour
names: {en: Harbour Programme}
sides: [JP, ID]
account_currency: USD
begin: 2017
looked_until: 2021-12-31
areas:
  - {id: ports, names: {en: Ports}}
"""


def read(folder: Path, text: str) -> tuple[programme.Programme | None, list[tuple[str, str]]]:
    (folder / programme.FILE).write_text(text, "utf-8")
    found, _, problems = programme.read(folder / programme.FILE)
    return found, [(problem.rule, problem.where) for problem in problems]


def test_a_programme_needs_two_sides_a_currency_and_the_day_until_which_it_was_followed(tmp_path: Path) -> None:
    found, problems = read(tmp_path, PROGRAMME)
    assert problems == []
    assert found is not None
    assert (found.sides, found.account_currency, str(found.looked_until)) == (("JP", "ID"), "USD", "2021-12-31")


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ("account_currency: USD", "account_currency: usd", "unknown-code", 4),
        ("[JP, ID]", "[JP, JP]", "unknown-code", 3),
        ("[JP, ID]", "[JP, Indonesia]", "unknown-code", 3),
        ("[JP, ID]", "[JP]", "wrong-shape", 3),
        ("id: harbour", "id: the harbour", "bad-id", 1),
        ("id: ports", "id: ports/1", "bad-id", 8),
        ("{id: ports, names: {en: Ports}}", "{id: a, names: {}}\n  - {id: a, names: {}}", "same-id", 9),
        ("looked_until: 2021-12-31\n", "", "missing-field", 1),
        ("begin: 2017", "begin: May", "bad-date", 5),
    ],
)
def test_what_a_programme_may_not_say_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, rule: str, line: int
) -> None:
    """
    With "usd" for a currency every conversion was missing, and nothing said why.
    """
    found, problems = read(tmp_path, PROGRAMME.replace(old, new))
    assert found is None
    assert problems[0] == (rule, f"programme.yaml:{line}")
