"""Names that are in no list are told; and what all rules find in the real packages was read, hit by hit."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from warifu import ledger
from warifu.proposals import lists, yaml_text
from warifu.proposals.programme import Programme
from warifu.proposals.sheets import Sheet, SheetFile
from warifu.statements import references
from warifu.terms.countries import COUNTRIES
from warifu.terms.dates import PartialDate
from warifu.terms.problem import Severity

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

COMMON = {"silent-deal", "large-and-alone", "unranked-alone", "looked-at-once", "one-pair-of-eyes"}
"""Rules that fire on many deals of the real packages, and rightly: nobody has looked since 2019, or only one source."""


@pytest.mark.parametrize("name", ["eight-point-plan", "us-japan-550", "phase-one"])
def test_no_rule_cries_wolf_on_a_real_package(name: str) -> None:
    """No severe problem; and no rule, but those about how well deals are tended, fires on a tenth of them."""
    found = ledger.walk(ledger.read(EXAMPLES / name))
    assert [problem for problem in found.problems if problem.severity is Severity.SEVERE] == []
    deals = Counter(rule for rule, _ in {(problem.rule, problem.about) for problem in found.problems})
    often = {rule for rule, count in deals.items() if count > max(1, len(found.deals) / 10)}
    assert often <= COMMON


def programme(**more: object) -> Programme:
    value = {
        "id": "p", "names": {"en": "P"}, "sides": ["JP", "RU"], "account_currency": "USD", "begin": "2016",
        "looked_until": "2021", **more,
    }  # fmt: skip
    found, problems = yaml_text.shape(value, Programme, "programme.yaml", {(): 1})
    assert found is not None, problems
    return found


def sheet(**more: object) -> SheetFile:
    made = Sheet(deal="d", title="d", coder="mori", coded=PartialDate.parse("2021"), **more)  # type: ignore[arg-type]
    return SheetFile("d.yaml", made, {("areas",): 4, ("deal",): 1})


def test_a_programme_without_areas_takes_any_and_a_workspace_without_a_list_of_parties_any_party() -> None:
    file = sheet(areas=("energy",))
    assert references.check(programme(), {}, [file], {}, {}, []) == ()
    areas = [{"id": "health", "names": {"en": "Health"}}]
    (problem,) = references.check(programme(areas=areas), {}, [file], {}, {}, [])
    assert (problem.rule, problem.where) == ("unknown-area", "d.yaml:4")


def test_a_source_cited_deep_in_the_programme_is_told_at_the_nearest_line() -> None:
    it = programme(mandates=[{"side": "JP", "person": "X", "charge": "Y", "sources": ["mofa"]}])
    lines = {(): 1, ("mandates",): 8, ("mandates", 0): 9}
    (problem,) = references.check(it, lines, [], {}, {}, [])
    assert (problem.rule, problem.where) == ("dangling-source", "programme.yaml:9")


def test_a_ratio_that_target_and_actual_cannot_give_is_told() -> None:
    row = {"id": "t", "category": "soya", "period": "2020", "basis": "exports", "target_usd_bn": "36.6"}
    for actual, ratio, rules in (("23.5", "0.64", []), ("23.5", "0.46", ["impossible-percentage"])):
        found, _ = yaml_text.shape({**row, "actual_usd_bn": actual, "ratio": ratio}, lists.TargetRow, "t.csv", {(): 2})
        assert found is not None
        problems = references.check(programme(), {}, [], {}, {}, [lists.Listed(found, "t.csv", 2)])
        assert [problem.rule for problem in problems] == rules


def test_country_codes_are_those_of_iso_3166_and_the_two_beside_them(shared: Path) -> None:
    from xml.etree import ElementTree

    path = shared / "data" / "iati" / "codelists-nonembedded" / "Country.xml"
    items = ElementTree.parse(path).getroot().iter("codelist-item")
    listed = {item.findtext("code") for item in items if item.get("status") != "withdrawn"}
    assert listed - COUNTRIES == set()
    assert COUNTRIES - listed == {"EU"}
