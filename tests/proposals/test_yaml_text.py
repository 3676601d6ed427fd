"""YAML as an analyst writes it: every value text, every value with its line, nothing clever, nothing dangerous."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.proposals import yaml_text
from warifu.terms.codelist import Form
from warifu.terms.dates import PartialDate
from warifu.terms.money import Money


class Inner(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    form: Form
    on: PartialDate | None = None
    amount: Money | None = None
    share: Decimal | None = None
    sure: bool = False


class Outer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    rows: tuple[Inner, ...] = ()
    names: dict[str, str] = {}


def load(text: str) -> tuple[object, list[tuple[str, str]]]:
    value, _, problems = yaml_text.load(text.encode(), "a.yaml")
    return value, [(problem.rule, problem.where) for problem in problems]


def shaped(text: str) -> tuple[Outer | None, list[tuple[str, str, str]]]:
    value, lines, problems = yaml_text.load(text.encode(), "a.yaml")
    assert problems == []
    found, problems = yaml_text.shape(value, Outer, "a.yaml", lines)
    return found, [(problem.rule, problem.where, problem.message) for problem in problems]


def test_every_value_is_text_until_a_field_asks_for_more() -> None:
    value, problems = load("a: no\nb: 2016-12-16\nc: 1_000\nd: 0x1F\ne: ~\nf: null\ng: ''\nh: [yes, 3.10]\n")
    assert problems == []
    assert value == {
        "a": "no", "b": "2016-12-16", "c": "1_000", "d": "0x1F", "e": None, "f": None, "g": "", "h": ["yes", "3.10"]
    }  # fmt: skip


def test_every_value_knows_its_line() -> None:
    _, lines, _ = yaml_text.load(b"a: 1\nrows:\n  - form: x\n    on: y\n  - form: z\n", "a.yaml")
    assert lines["a",] == 1
    assert lines["rows",] == 2
    assert lines["rows", 0, "on"] == 4
    assert lines["rows", 1] == 5


@pytest.mark.parametrize(
    ("text", "rule", "where"),
    [
        ("a: 1\na: 2\n", "repeated-key", "a.yaml:2"),
        ("a: &x 1\nb: *x\n", "yaml-alias", "a.yaml:1"),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml-tag", "a.yaml:1"),
        ("a: !local 1\n", "yaml-tag", "a.yaml:1"),
        ("a: [1\n", "broken-yaml", "a.yaml:2"),
        ("a: b: c\n", "broken-yaml", "a.yaml:1"),
        ("a: 1\n---\nb: 2\n", "broken-yaml", "a.yaml:2"),
        ("a: \x07\n", "broken-yaml", "a.yaml:1"),
        ("", "empty-file", "a.yaml:1"),
        ("# only a comment\n", "empty-file", "a.yaml:1"),
        ("[" * 400 + "]" * 400, "broken-yaml", "a.yaml:1"),
        ("[" * 100_000, "broken-yaml", "a.yaml:1"),
    ],
)
def test_what_is_clever_or_broken_is_refused_with_its_line(text: str, rule: str, where: str) -> None:
    value, problems = load(text)
    assert value is None or rule == "broken-yaml"
    if value is None:
        assert problems == [(rule, where)]


def test_a_billion_laughs_is_not_laughed_at() -> None:
    """Nine levels of ten aliases each would be a billion values; they are refused at the first."""
    laughs = "a0: &a0 [ha]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    value, problems = load(laughs)
    assert value is None
    assert {rule for rule, _ in problems} == {"yaml-alias"}


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"a: 1\nb: caf\xe9\n", 2), ("a: Кран\n".encode("cp1251"), 1), ("a: 覚書\n".encode("shift_jis"), 1)],
)
def test_a_file_that_is_not_utf8_is_named_with_the_line_of_the_first_wrong_byte(data: bytes, line: int) -> None:
    _, _, (problem,) = yaml_text.load(data, "a.yaml")
    assert (problem.rule, problem.where) == ("wrong-encoding", f"a.yaml:{line}")


def test_a_byte_order_mark_is_let_be() -> None:
    assert yaml_text.load(b"\xef\xbb\xbfa: 1\n", "a.yaml")[0] == {"a": "1"}


def test_a_value_takes_its_type_from_the_field() -> None:
    first = "{form: memorandum, on: 2016-12, amount: '1,000 USD', share: 0.40, sure: true}"
    found, problems = shaped(f"name: no\nrows:\n  - {first}\n  - {{form: none}}\n")
    assert problems == []
    assert found == Outer(
        name="no",
        rows=(
            Inner(
                form=Form.MEMORANDUM,
                on=PartialDate.parse("2016-12"),
                amount=Money(Decimal(1000), "USD"),
                share=Decimal("0.40"),
                sure=True,
            ),
            Inner(form=Form.NONE),
        ),
    )


@pytest.mark.parametrize(
    ("text", "rule", "where", "words"),
    [
        ("name: a\nnmae: b\n", "unknown-field", "a.yaml:2", "Did you mean 'name'?"),
        ("rows: []\n", "missing-field", "a.yaml:1", "name is missing: add a line 'name: …'"),
        ("name: a\nrows:\n  - {}\n", "missing-field", "a.yaml:3", "rows 1, form is missing"),
        ("name: [a, b]\n", "wrong-shape", "a.yaml:1", "name takes one value"),
        ("name: a\nrows: b\n", "wrong-shape", "a.yaml:2", "rows is a list"),
        ("name: a\nrows: [b]\n", "wrong-shape", "a.yaml:2", "rows 1 needs fields under it"),
        ("name: a\nnames: b\n", "wrong-shape", "a.yaml:2", "names needs names and values under it"),
        ("- a\n", "wrong-shape", "a.yaml:1", "the file needs fields under it"),
        ("name: a\nrows: [{form: memo}]\n", "unknown-code", "a.yaml:2", "rows 1, form: 'memo' is not one of"),
        ("name: a\nrows: [{form: none, on: 16 December}]\n", "day-without-year", "a.yaml:2", "tells a day and no year"),
        ("name: a\nrows: [{form: none, on: 12-16}]\n", "day-without-year", "a.yaml:2", "tells a day and no year"),
        ("name: a\nrows: [{form: none, on: 12月16日}]\n", "day-without-year", "a.yaml:2", "tells a day and no year"),
        ("name: a\nrows: [{form: none, on: soon}]\n", "bad-date", "a.yaml:2", "'soon' is not a date"),
        ("name: a\nrows: [{form: none, amount: '5'}]\n", "bad-amount", "a.yaml:2", "'5' is not an amount"),
        ("name: a\nrows: [{form: none, share: half}]\n", "bad-number", "a.yaml:2", "'half' is not a number"),
        ("name: a\nrows: [{form: none, share: .nan}]\n", "bad-number", "a.yaml:2", "'.nan' is not a number"),
        ("name: a\nrows: [{form: none, share: NaN}]\n", "bad-number", "a.yaml:2", "NaN is not a number"),
        ("name: a\nrows: [{form: none, share: Infinity}]\n", "bad-number", "a.yaml:2", "Infinity is not a number"),
        ("name: a\nrows: [{form: none, sure: yes}]\n", "wrong-shape", "a.yaml:2", "write true or false"),
    ],
)
def test_each_fault_is_named_where_it_stands(text: str, rule: str, where: str, words: str) -> None:
    found, problems = shaped(text)
    assert found is None
    ((told, at, message),) = problems
    assert (told, at) == (rule, where)
    assert words in message


def test_all_faults_are_told_at_once() -> None:
    _, problems = shaped("nmae: a\nrows:\n  - {form: memo, on: soon}\n  - {amount: '5'}\n")
    assert [(rule, where) for rule, where, _ in problems] == [
        ("unknown-field", "a.yaml:1"),
        ("missing-field", "a.yaml:1"),
        ("unknown-code", "a.yaml:3"),
        ("bad-date", "a.yaml:3"),
        ("missing-field", "a.yaml:4"),
        ("bad-amount", "a.yaml:4"),
    ]


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_bytes_break_the_reader(data: bytes) -> None:
    value, lines, problems = yaml_text.load(data, "a.yaml")
    assert (value is None) or problems == []
    if problems == []:
        found, faults = yaml_text.shape(value, Outer, "a.yaml", lines)
        assert (found is None) is bool(faults)


json_like = st.recursive(
    st.none() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "rows", "form", "x"]), inner),
    max_leaves=12,
)


@given(json_like)
@settings(deadline=None)
def test_a_value_that_does_not_fit_always_has_a_fault(value: object) -> None:
    """Nothing is ever dropped without a word: either it fits, or at least one problem says why not."""
    found, faults = yaml_text.shape(value, Outer, "a.yaml", {(): 1})
    assert (found is None) is bool(faults)
