"""The whole report on the three real packages, and what it must never say."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace as changed

from warifu.errors import MeasureError
from warifu.ledger import Ledger, open_ledger, read, walk
from warifu.measures.board.pages import PAGES
from warifu.proposals.assumptions import LinkageFile, ProtocolRow
from warifu.proposals.lists import Listed, MovementRow
from warifu.tables.rows import method_text
from warifu.terms.codelist import Answer
from warifu.terms.dates import PartialDate
from warifu.terms.figure import Figure
from warifu.terms.report import Axis, Report, Section, Verdict

EXAMPLES = Path(__file__).parents[2] / "examples"
ALL = ("eight-point-plan", "us-japan-550", "phase-one")


@cache
def ledger(name: str) -> Ledger:
    return open_ledger(EXAMPLES / name)


@cache
def report(name: str) -> Report:
    return ledger(name).report


def section(name: str, measure: str) -> Section:
    found = report(name).section(measure)
    assert found is not None
    return found


def figure(name: str, measure: str) -> Figure:
    found = report(name).figure(f"{name}/all/{measure}")
    assert found is not None, measure
    return found


# --- every report ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ALL)
def test_every_measure_answers_its_question_or_says_why_it_does_not(name: str) -> None:
    found = report(name)
    assert len(found.sections) == len(PAGES) == 12
    for item in found.sections:
        assert item.question.endswith("?")
        assert item.says
        assert item.verdict is Verdict.SAYS or any(
            words in item.says.lower()
            for words in ("cannot tell", "not asked", "not tested", "no table", "nothing", "no gap", "does not")
        ), item.says
        assert item.assumption or item.verdict is not Verdict.SAYS, item.measure


@pytest.mark.parametrize("name", ALL)
def test_ids_are_unique_and_every_section_names_what_is_there(name: str) -> None:
    found = report(name)
    scored = {item.id for item in ledger(name).figures}
    for items in (found.figures, found.series, found.tables, found.grids):
        ids = [item.id for item in items]
        assert len(ids) == len(set(ids))
        assert all(one.startswith(f"{name}/") for one in ids)
    for item in found.sections:
        assert set(item.figures) <= scored | {one.id for one in found.figures}
        assert set(item.series) <= {one.id for one in found.series}
        assert set(item.tables) <= {one.id for one in found.tables}
        assert set(item.grids) <= {one.id for one in found.grids}
    shown = [name for item in found.sections for name in (*item.series, *item.tables, *item.grids)]
    assert len(shown) == len(found.series) + len(found.tables) + len(found.grids)


@pytest.mark.parametrize("name", ALL)
def test_everything_a_figure_was_made_from_is_in_the_ledger(name: str) -> None:
    book = ledger(name)
    deals = {deal.id for deal in book.deals}
    sums = {f"{deal.id}/sums-{item.row + 1}" for deal in book.deals for item in deal.sums}
    lists = book.kept.lists
    rows = {
        item.row.id
        for kind in (lists.said, lists.talks, lists.rivals, lists.context, lists.questions, lists.targets, lists.claims)
        for item in kind
    }
    for item in book.report.figures:
        assert set(item.deals) | set(item.missing) <= deals, item.id
        assert set(item.sums) <= sums, item.id
        assert set(item.rows) <= rows, item.id
        assert set(item.sources) <= set(book.kept.sources), item.id


@pytest.mark.parametrize("name", ALL)
def test_no_value_is_never_a_zero_and_a_range_holds_its_value(name: str) -> None:
    for item in report(name).figures:
        if item.value is None:
            assert item.answer is not Answer.FOUND or (item.low is not None or item.high is not None), item.id
            continue
        if item.measure.startswith(("concentration-providers", "effective-providers", "mix-")):
            continue  # bootstrap ranges of so few deals are biased and may miss the value itself
        assert item.low is None or item.low <= item.value, item.id
        assert item.high is None or item.value <= item.high, item.id


@pytest.mark.parametrize("name", ALL)
def test_every_figure_says_how_it_was_made_and_what_must_hold(name: str) -> None:
    for item in report(name).figures:
        assert "." in item.method
        assert item.label
        assert item.n >= 0
        assert method_text(item.method), item.method
    bare = [item.id for item in report(name).figures if item.value is not None and not item.note]
    assert bare == []


@pytest.mark.parametrize("name", ALL)
def test_tables_are_whole_and_pictures_have_points(name: str) -> None:
    for table in report(name).tables:
        assert all(len(row) == len(table.columns) for row in table.rows), table.id
        assert len(table.made_from) == len(table.rows)
    for series in report(name).series:
        assert series.points
        assert series.says
        if series.axis is not Axis.CATEGORY:
            assert all(point.x is not None for point in series.points), series.id


@pytest.mark.parametrize("name", ["us-japan-550", "phase-one"])
def test_the_same_ledger_gives_the_same_report(name: str) -> None:
    assert open_ledger(EXAMPLES / name).report == report(name)


# --- the Eight-Point Plan ---------------------------------------------------------------------------------------------


def test_one_screen_tells_that_one_side_linked_and_the_other_did_not() -> None:
    found = section("eight-point-plan", "expectations")
    assert found.says.startswith("Japan linked: it tied")
    assert "as others read it" in found.says
    assert "Russia did not: none of its" in found.says
    assert "recognition of sovereignty" in found.says
    assert len(found.says) < 600
    assert {quote.side for quote in found.quotes} == {"JP", "RU"}
    assert any("silence is not denial" in text for text in found.details)


def test_nine_hoped_for_and_two_point_six_come_is_one_doubtful_voice() -> None:
    pairs = [item for item in report("eight-point-plan").figures if item.measure.startswith("hoped-came-")]
    (told,) = [item for item in pairs if item.sources == ("seed-garbled-copy",)]
    assert str(told.value) == "0.2889"
    assert told.answer is Answer.CONTESTED
    assert "Signed gap 0.5517" in told.note
    assert "one doubtful voice" in told.note


def test_what_the_area_lists_leave_out_gives_bounds_and_no_value() -> None:
    h = figure("eight-point-plan", "concentration-document-count-by-area")
    assert h.value is None
    assert (str(h.low), str(h.high)) == ("0.1805", "0.1875")
    parts = figure("eight-point-plan", "effective-document-count-by-area")
    assert (round(float(parts.low or 0), 1), round(float(parts.high or 0), 1)) == (5.3, 5.5)


def test_press_claims_give_intervals_and_no_curve() -> None:
    found = section("eight-point-plan", "conversion")
    assert "The base changed between tellings (100, 130, 200), so they give no rate." in found.details
    (table,) = [item for item in report("eight-point-plan").tables if item.id.endswith("conversion-told")]
    intervals = {row[2]: row[4] for row in table.rows if row[4]}
    assert intervals["more than 100"] == "31 % to 50 %"
    assert intervals["130"] == "38 % to 55 %"


def test_the_silence_of_deals_is_a_band_and_not_a_footnote() -> None:
    found = section("eight-point-plan", "conversion")
    assert "the silence of deals leaves open" in found.says
    bound = figure("eight-point-plan", "conversion-binding-3y")
    assert "by what silence is taken to mean" in bound.note
    assert bound.low is not None
    assert bound.high is not None
    assert bound.high - bound.low > bound.value / 10  # type: ignore[operator]


def test_chinas_loan_and_japans_are_the_one_pair_that_can_be_compared() -> None:
    assert str(figure("eight-point-plan", "rivals-1-ratio").value) == "46.5000"
    assert "The other" in section("eight-point-plan", "rivals").says


def test_one_coders_reading_is_not_tested() -> None:
    found = section("eight-point-plan", "linkage")
    assert found.verdict is Verdict.NOT_ASKED
    assert found.says.startswith("Not tested: agreement of two coders is not known")
    assert any(text.startswith("Even with coders who agree it would be too few") for text in found.details)
    assert figure("eight-point-plan", "linkage-effect").answer is Answer.NOT_LOOKED
    assert not any("exploration" in text for text in found.warnings)


def test_thresholds_need_no_prior_and_stand_first() -> None:
    found = section("eight-point-plan", "bargain")
    assert found.says.startswith(
        "The USD 9 bn hoped for could have bought the whole concession only if it cost Russia less"
    )
    assert [
        str(figure("eight-point-plan", f"threshold-{key}").value) for key in ("hoped-1", "hoped-0.6", "came-1")
    ] == [
        "9.0000",
        "5.4000",
        "2.6000",
    ]
    assert "These shares describe the assumptions, not the past." in found.warnings
    assert any("placeholders" in text for text in found.warnings)
    assert "Under these placeholder priors" in found.says


def test_the_first_act_a_side_gained_by_not_doing_is_named() -> None:
    found = section("eight-point-plan", "bargain")
    assert any(
        "the first act its side gained by not doing is the concession of Russia" in text for text in found.details
    )


def test_the_grid_says_what_it_is() -> None:
    (grid,) = report("eight-point-plan").grids
    told = json.loads(grid.json)
    assert told["label"].startswith("Computed beforehand at the points shown")
    points = 1
    for axis in told["axes"]:
        points *= len(axis["values"])
    assert all(len(shares) == points for shares in told["shares"].values())
    assert all(prior["reason"] for prior in told["priors"])


def test_the_published_choices_give_the_published_figures() -> None:
    book = ledger("eight-point-plan")
    scored = {item.measure: item.value for item in book.figures if item.slice == "all"}
    for ours, theirs in (
        ("share-binding", "share-binding"),
        ("share-paid", "share-paid"),
        ("share-delivered", "share-delivered"),
        ("pledged", "money-pledged"),
        ("committed", "money-committed"),
        ("paid", "money-paid"),
    ):
        assert float(figure("eight-point-plan", f"choices-{ours}").value or 0) == pytest.approx(
            float(scored[theirs] or 0), rel=1e-4
        )


def test_all_combinations_are_run_and_the_published_one_is_marked() -> None:
    (curve,) = [
        item for item in report("eight-point-plan").series if item.id == "eight-point-plan/all/choices-share-binding"
    ]
    assert len(curve.points) == 3 * 2 * 4 * 2 * 4 * 2
    assert sum(point.mark == "published" for point in curve.points) == 1
    assert "area with most committed money" in section("eight-point-plan", "choices").says


def test_the_eighty_documents_add_up_and_the_listed_areas_need_not() -> None:
    found = section("eight-point-plan", "claims")
    assert "none fails a check" in found.says
    assert "80, ≤70, 100+, 130+" in found.says


# --- the US-Japan package --------------------------------------------------------------------------------------------


def test_the_two_versions_stand_side_by_side_with_each_sides_words() -> None:
    found = section("us-japan-550", "versions")
    assert "Whether the programme binds is itself contested." in found.says
    for gap in ("sum", "share of profit", "timing", "standing"):
        assert gap in found.says, gap
    assert any("90% to the United States from the start" in text and "Half each" in text for text in found.details)
    assert {quote.side for quote in found.quotes} == {"JP", "US"}
    (words,) = [item for item in report("us-japan-550").tables if item.id.endswith("/versions-words")]
    profits = next(row for row in words.rows if row[0] == "profits")
    assert "not a gift of cash" in profits[1]
    assert "keeps 90%" in profits[2]


def test_a_package_too_young_has_no_rate_within_a_year() -> None:
    assert section("us-japan-550", "conversion").verdict is Verdict.CANNOT_TELL
    assert figure("us-japan-550", "conversion-delivered-1y").value is None
    assert figure("us-japan-550", "conversion-delivered-1y").answer is Answer.NOT_APPLICABLE


def test_without_a_what_if_file_nothing_is_assumed() -> None:
    found = section("us-japan-550", "bargain")
    assert found.verdict is Verdict.NOT_ASKED
    assert "reference/what-if.yaml" in found.says


# --- Phase One -------------------------------------------------------------------------------------------------------


def test_delivery_keeps_both_bases_and_divides_nothing_across_them() -> None:
    assert str(figure("phase-one", "delivery-agriculture-2020-us_exports").value) == "0.8159"
    assert str(figure("phase-one", "delivery-agriculture-2020-cn_imports").value) == "0.6421"
    assert report("phase-one").figure("phase-one/all/delivery-agriculture-2020-mixed") is None
    found = section("phase-one", "delivery")
    assert found.says.startswith("57 % of what was promised for goods and services in 2020/2021 came")
    assert "Of the increase that was promised over the base years none came." in found.says
    assert any("142.7bn" in text and "159.0bn" in text for text in found.details)


# --- other workspaces ------------------------------------------------------------------------------------------------


def test_an_earlier_day_knows_less() -> None:
    early = walk(replace(read(EXAMPLES / "eight-point-plan"), what_if=None), date(2017, 1, 31)).report
    said = early.section("expectations")
    assert said is not None
    assert said.n < section("eight-point-plan", "expectations").n
    assert "Japan linked" not in said.says  # the scholars had not written yet, and a garbled page is no evidence
    assert said.verdict is Verdict.CANNOT_TELL
    told = early.section("claims")
    assert told is not None
    assert "130" not in told.says


def coded(agree: bool) -> Section:
    """The Eight-Point Plan as if two people had coded every meeting blind."""
    kept = read(EXAMPLES / "eight-point-plan")
    rows = []
    for place, item in enumerate(kept.lists.talks):
        if "meeting" in item.row.kind:
            other = item.row.movement or 0
            codes = (other, other) if agree else (other, (place * 3) % 5 - 2)
            rows += [
                Listed(MovementRow(talk=item.row.id, coder=coder, movement=code), "sheets/movement.csv", place)
                for coder, code in zip(("a", "b"), codes, strict=True)
            ]
    book = walk(replace(kept, what_if=None, lists=replace(kept.lists, movement=tuple(rows))))
    found = book.report.section("linkage")
    assert found is not None
    return found


def test_coders_who_agree_still_leave_too_few_meetings() -> None:
    found = coded(agree=True)
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.says.startswith("Too few to test:")


def test_coders_who_do_not_agree_test_nothing() -> None:
    assert "is below" in coded(agree=False).says


def test_a_prior_without_a_reason_makes_no_table_but_leaves_the_thresholds() -> None:
    kept = read(EXAMPLES / "eight-point-plan")
    assert kept.what_if is not None
    bare = tuple(
        type(row)(name=row.name, low=row.low, high=row.high) if row.name == "v" else row for row in kept.what_if.priors
    )
    found = walk(replace(kept, what_if=changed(kept.what_if, priors=bare))).report.section("bargain")
    assert found is not None
    assert found.verdict is Verdict.NOT_ASKED
    assert "'v' has no written reason" in found.says
    assert "only if" in found.says


def test_a_protocol_that_asks_for_the_impossible_is_refused_by_name() -> None:
    kept = read(EXAMPLES / "phase-one")
    row = ProtocolRow(on=PartialDate.parse("2026"), by="x", stage="rumoured")
    with pytest.raises(MeasureError, match="'rumoured'"):
        assert walk(replace(kept, linkage=LinkageFile(protocols=(row,)))).report


def test_an_empty_programme_tells_nothing_and_breaks_nothing() -> None:
    kept = read(EXAMPLES / "phase-one")
    nothing = type(kept.lists)(*[()] * len(kept.lists.__dataclass_fields__))
    bare = changed(kept.programme, hopes=(), counts=(), headlines=(), rationales=())
    found = walk(replace(kept, programme=bare, sheets=(), lists=nothing)).report
    assert len(found.sections) == len(PAGES)
    assert [item.id for item in found.figures if item.value] == []
    assert all(item.verdict is not Verdict.SAYS for item in found.sections), [item.says for item in found.sections]
