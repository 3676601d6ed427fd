"""A release is read as it was written; what changed is told by kind, deal and sum; old ids lead to their end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.decisions.log import Decision
from warifu.errors import BadInputError, NoReleaseError
from warifu.release import changes, record, redirects
from warifu.release.changes import DealThen, SumThen
from warifu.release.redirects import Redirect

DEAL = DealThen("ep-001", "A fund", "signed", "2016-12", "memorandum", "no", "under way", True, ("tass",))
SUM = SumThen("ep-001/sums-1", "pledge", Decimal(1_000_000), "USD", "exact", "counted", True, ("tass",))


def test_a_release_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Also digests that look like numbers, and a version that ends in a zero."""
    made = record.Release(
        number=3, on=date(2026, 11, 26), programme="plan", as_of=date(2026, 1, 1), kept="0123", warifu="0.10",
        code="1e5", contract="1.10", signed_by="mori", words="yes: on", deals=2, statements=7,
    )  # fmt: skip
    told = changes.compare([DEAL], [], {})
    record.write(tmp_path, made, [DEAL], told, "# Methods")
    record.write_digests(tmp_path, 3, {"site/a b.html": "0" * 64, "tables/x.parquet": "1" * 64})
    assert record.read(tmp_path, 3) == made
    assert record.read_all(tmp_path) == (made,)
    assert record.deals_of(tmp_path, 3) == (DEAL,)
    assert record.changes_of(tmp_path, 3) == told
    assert record.digests_of(tmp_path, 3) == {"site/a b.html": "0" * 64, "tables/x.parquet": "1" * 64}
    assert record.current([made], "0123") == made
    assert record.current([made], "4567") is None


def test_a_broken_record_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "releases" / "1").mkdir(parents=True)
    (tmp_path / "releases" / "1" / "release.yaml").write_text("number: 1\non: yesterday\n")
    with pytest.raises(BadInputError) as fault:
        record.read(tmp_path, 1)
    assert any("releases/1/release.yaml" in problem.where for problem in fault.value.problems)
    with pytest.raises(NoReleaseError):
        record.read(tmp_path, 2)


def test_every_kind_of_change_is_told() -> None:
    """
    ep-001 moves stage, form, binding, status; one sum changes, one comes, one goes; ep-002 is new, ep-003 and -4 go
    """
    before = [
        DealThen(
            "ep-001", "A fund", "signed", "2016-12", "memorandum", "no", "under way", True, (),
            (SUM, SumThen("ep-001/sums-2", "cost", Decimal(5), "JPY", "about", "counted", True)),
        ),
        DealThen("ep-003", "Joined", "signed", "", "none", "no", "unknown", True),
        DealThen("ep-004", "Spun", "announced", "", "none", "no", "unknown", True),
    ]  # fmt: skip
    now = [
        DealThen(
            "ep-001", "A fund", "financed", "2017", "contract", "yes", "over", False, ("jbic",),
            (
                SumThen("ep-001/sums-1", "pledge", Decimal(2_000_000), "USD", "ceiling", "counted", True, ("jbic",)),
                SumThen("ep-001/sums-3", "disbursement", Decimal(7), "USD", "exact", "part", False, ("rt",)),
            ),
        ),
        DealThen("ep-002", "New", "announced", "", "none", "no", "unknown", True),
    ]  # fmt: skip
    led = {
        "ep-003": Redirect("ep-003", ("ep-001",), "2026", "mori", "The same fund"),
        "ep-004": Redirect("ep-004", (), "2026", "mori", "A spun page alone"),
    }
    told = changes.compare(before, now, led)
    assert {one.kind for one in told} == set(changes.KINDS)
    by_kind = {one.kind: one for one in told}
    assert (by_kind["joined"].after, by_kind["joined"].why) == ("ep-001", "The same fund")
    assert by_kind["withdrawn"].why == "A spun page alone"
    assert (by_kind["stage"].before, by_kind["stage"].after, by_kind["stage"].sources) == (
        "signed",
        "financed",
        ("jbic",),
    )
    assert by_kind["sum-changed"].before == "pledge 1,000,000 USD"
    assert by_kind["sum-changed"].after == "pledge 2,000,000 USD, ceiling"
    assert by_kind["sum-told"].after == "disbursement 7 USD, in no total"
    assert by_kind["sum-dropped"].before == "cost 5 JPY, about"


@given(st.permutations([DEAL, *(DealThen(f"ep-{n}", "x", "signed", "", "none", "no", "", True) for n in range(5))]))
def test_the_order_of_arrival_never_matters_and_nothing_is_no_change(deals: list[DealThen]) -> None:
    assert changes.compare(deals, sorted(deals, key=lambda deal: deal.deal), {}) == ()
    assert changes.compare([], deals, {}) == changes.compare([], deals[::-1], {})


def join(old: str, new: str) -> Decision:
    return Decision(about=old, action="join", value=new, analyst="mori", at="2026-11-26T10:00:00+00:00", reason="same")


def test_a_chain_of_joins_leads_to_its_end(tmp_path: Path) -> None:
    found = redirects.redirects(tmp_path, [join("a", "b"), join("b", "c")], frozenset({"c"}))
    assert {old: item.new for old, item in found.items()} == {"a": ("c",), "b": ("c",)}


def test_a_ring_leads_nowhere_and_ends(tmp_path: Path) -> None:
    found = redirects.redirects(tmp_path, [join("a", "b"), join("b", "a")], frozenset())
    assert {old: item.new for old, item in found.items()} == {"a": (), "b": ()}


def test_a_redirect_without_a_reason_is_refused(tmp_path: Path) -> None:
    path = tmp_path / redirects.FILE
    path.parent.mkdir()
    path.write_text("old,new,on,by,why\na,b,2026,mori,\n")
    with pytest.raises(BadInputError) as fault:
        redirects.redirects(tmp_path, [], frozenset({"b"}))
    assert [problem.where for problem in fault.value.problems] == [f"{redirects.FILE}:2"]
    path.write_text("from,to\na,b\n")
    with pytest.raises(BadInputError, match="1"):
        redirects.redirects(tmp_path, [], frozenset({"b"}))


def test_a_split_deal_leads_to_each_of_its_parts(tmp_path: Path) -> None:
    path = tmp_path / redirects.FILE
    path.parent.mkdir()
    path.write_text("old,new,on,by,why\na,b; c,2026,mori,Two deals\nz,,2026,mori,Never agreed\n")
    found = redirects.redirects(tmp_path, [], frozenset({"b", "c"}))
    assert (found["a"].new, found["z"].new) == (("b", "c"), ())
