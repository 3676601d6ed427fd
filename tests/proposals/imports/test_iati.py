"""IATI files: every version, any size, no attack; what each code means, and no money counted twice."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from warifu.errors import HostileXmlError
from warifu.proposals.imports.iati import reading, stream
from warifu.proposals.imports.iati.validation import Rulebook, worst
from warifu.proposals.imports.mapping import IatiMap, Mapping, TableMap
from warifu.proposals.lists import SourceRow
from warifu.proposals.sheets import Sheet, SheetFile
from warifu.terms.codelist import Standing, SumKind
from warifu.terms.dates import PartialDate
from warifu.terms.problem import Problem

SHARED = Path(os.environ.get("WARIFU_SHARED", Path(__file__).resolve().parents[4] / "shared"))
STANDARD = SHARED / "data" / "iati"

ACTIVITY = """
  <iati-activity default-currency="EUR" last-updated-datetime="2020-05-06T00:00:00" hierarchy="1" xml:lang="en">
    <iati-identifier>XM-DAC-1-{id}</iati-identifier>
    <reporting-org ref="XM-DAC-1" type="10"><narrative>A ministry</narrative></reporting-org>
    <title><narrative xml:lang="ja">港</narrative><narrative xml:lang="en">A harbour</narrative></title>
    <description><narrative>Cranes and quays</narrative></description>
    <participating-org role="1" type="10" ref="XM-DAC-1"><narrative>A ministry</narrative></participating-org>
    <participating-org role="4" type="70"><narrative>Builders Ltd</narrative></participating-org>
    <activity-status code="2"/>
    <activity-date type="2" iso-date="2019-04-01"/>
    <recipient-country code="ID"/>
    <sector vocabulary="1" code="21040"/>
    <default-finance-type code="421"/>
    {more}
  </iati-activity>"""


def transaction(code: str, value: str, day: str = "2019-03-01", currency: str = "") -> str:
    own = f' currency="{currency}"' if currency else ""
    return (
        f'<transaction><transaction-type code="{code}"/><transaction-date iso-date="{day}"/>'
        f'<value{own} value-date="{day}">{value}</value></transaction>'
    )


def document(*activities: str, version: str = "2.03") -> str:
    head = f'<?xml version="1.0"?><iati-activities version="{version}" generated-datetime="2020-06-07T00:00:00">'
    return f"{head}{''.join(activities)}</iati-activities>"


def read(path: Path, text: str | bytes, at_least: int | None = None) -> tuple[list[Sheet], list[Problem]]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    mapping = Mapping(
        release=SourceRow(id="rel", publisher="A ministry"),
        coder="A ministry",
        coded=PartialDate.parse("2020"),
        table=TableMap(at_least=at_least),
        iati=IatiMap(),
    )
    sheets, _, problems = reading.read(path, mapping, f"imports/{path.name}")
    return [file.sheet for file in sheets], problems


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "activities.xml"


def test_an_activity_becomes_a_sheet(file: Path) -> None:
    money = transaction("2", "1000000") + transaction("3", "250000.50", "2019-06-01", "JPY")
    [sheet], problems = read(file, document(ACTIVITY.format(id="7", more=money)))
    assert problems == []
    assert (sheet.deal, sheet.title, sheet.coder, sheet.coded.text) == (
        "XM-DAC-1-7",
        "A harbour",
        "A ministry",
        "2020-05-06",
    )
    assert (sheet.areas, sheet.place.country, sheet.instrument) == (("crs-21040",), "ID", "loan")
    assert [(row.kind, str(row.amount), row.on and row.on.text) for row in sheet.sums] == [
        ("commitment", "1,000,000 EUR", "2019-03-01"),
        ("disbursement", "250,000.5 JPY", "2019-06-01"),
    ]
    assert [(row.stage, row.on and row.on.text) for row in sheet.stages] == [
        ("signed", "2019-03-01"),
        ("financed", "2019-06-01"),
    ]
    assert [(row.form, row.binding, row.basis) for row in sheet.papers] == [("agreement", "yes", "rule")]
    assert [(row.status, row.on and row.on.text) for row in sheet.status] == [
        ("under way", "2019-04-01"),
        ("under way", "2020-06-07"),
    ]
    assert [(row.party, row.roles) for row in sheet.parties] == [
        ("xm-dac-1", ("provider",)),
        ("builders-ltd", ("implementer",)),
    ]
    assert sheet.labels["iati-identifier"] == "XM-DAC-1-7"


def test_every_value_has_its_activity_and_its_path(file: Path) -> None:
    more = transaction("2", "1") + transaction("3", "one")
    sheets, [problem] = read(file, document(ACTIVITY.format(id="6", more=""), ACTIVITY.format(id="7", more=more)))
    assert [sheet.deal for sheet in sheets] == ["XM-DAC-1-6"]
    assert (problem.rule, problem.where) == ("bad-number", "imports/activities.xml:activity 2, transaction 2")


def test_version_one_is_read_like_version_two(file: Path) -> None:
    activity = """<iati-activity default-currency="GBP">
      <reporting-org ref="GB-1" type="10">Department</reporting-org>
      <iati-identifier>GB-1-202766</iati-identifier>
      <title>A clinic</title>
      <participating-org role="Funding" ref="GB">UK</participating-org>
      <participating-org role="Implementing">An NGO</participating-org>
      <activity-date type="start-actual" iso-date="2011-01-05">2011-01-05</activity-date>
      <activity-status code="2">Implementation</activity-status>
      <transaction><value value-date="2011-01-05">5000.00</value>
        <transaction-type code="C">Commitment</transaction-type><transaction-date iso-date="2011-01-05"/></transaction>
      <transaction><value currency="USD" value-date="2011-02-05">-20</value><transaction-type code="D"/></transaction>
      </iati-activity>"""
    [sheet], problems = read(file, document(activity, version="1.01"))
    assert problems == []
    assert (sheet.title, sheet.coder) == ("A clinic", "Department")
    assert [(row.kind, str(row.amount), row.on and row.on.text) for row in sheet.sums] == [
        ("commitment", "5,000 GBP", "2011-01-05"),
        ("disbursement", "-20 USD", "2011-02-05"),
    ]
    assert [row.roles for row in sheet.parties] == [("provider",), ("implementer",)]
    assert [row.stage for row in sheet.stages] == ["signed"]  # money taken back reached no stage


def test_money_that_comes_in_and_goes_out_is_counted_once(file: Path) -> None:
    more = transaction("11", "100") + transaction("2", "100") + transaction("1", "60") + transaction("3", "60")
    [sheet], _ = read(file, document(ACTIVITY.format(id="7", more=more)))
    counted = [(row.kind, row.amount.number) for row in sheet.sums if row.standing is Standing.COUNTED]
    assert counted == [(SumKind.COMMITMENT, 100), (SumKind.DISBURSEMENT, 60)]
    [sheet], _ = read(file, document(ACTIVITY.format(id="7", more=transaction("11", "100"))))
    assert [row.standing for row in sheet.sums] == [Standing.COUNTED]


def test_expenditure_is_kept_and_added_to_nothing(file: Path) -> None:
    more = transaction("4", "5") + transaction("6", "7")
    [sheet], _ = read(file, document(ACTIVITY.format(id="7", more=more)))
    assert [row.kind for row in sheet.sums] == ["cost", "repayment"]
    assert sheet.sums[0].note == "IATI transaction 4, expenditure"


def test_a_guarantee_that_was_signed_is_a_commitment_of_its_own_instrument(file: Path) -> None:
    """It was read as a ceiling, so that our own export of a guarantee came back in no total."""
    plain = ACTIVITY.format(id="7", more=transaction("10", "6")).replace('<default-finance-type code="421"/>', "")
    [sheet], _ = read(file, document(plain))
    assert [row.kind for row in sheet.sums] == ["commitment"]
    assert sheet.instrument == "guarantee"
    assert [row.stage for row in sheet.stages] == ["signed"]


def test_a_parent_is_a_frame_and_one_that_is_elsewhere_is_told(file: Path) -> None:
    child = ACTIVITY.format(id="8", more='<related-activity type="1" ref="XM-DAC-1-7"/>')
    lost = ACTIVITY.format(id="9", more='<related-activity type="1" ref="XM-DAC-1-0"/>')
    sheets, [note] = read(file, document(ACTIVITY.format(id="7", more=""), child, lost))
    assert [(sheet.deal, sheet.umbrella, sheet.part_of) for sheet in sheets] == [
        ("XM-DAC-1-7", True, ""), ("XM-DAC-1-8", False, "XM-DAC-1-7"), ("XM-DAC-1-9", False, ""),
    ]  # fmt: skip
    assert (note.rule, note.severity) == ("parent-elsewhere", "note")


def test_cancelled_and_stalled_are_told(file: Path) -> None:
    [sheet], _ = read(file, document(ACTIVITY.format(id="7", more="").replace('status code="2"', 'status code="5"')))
    assert [row.stage for row in sheet.stages] == ["cancelled"]
    [sheet], _ = read(file, document(ACTIVITY.format(id="7", more="").replace('status code="2"', 'status code="6"')))
    assert sheet.status[-1].status == "stalled"


@pytest.mark.parametrize("end", [10, 300, -5, -20])
def test_a_file_that_is_cut_off_is_never_taken_for_a_whole(file: Path, end: int) -> None:
    whole = document(*(ACTIVITY.format(id=number, more="") for number in range(3)))
    assert len(read(file, whole, 3)[0]) == 3
    _, problems = read(file, whole[:end], 3)
    assert [problem.rule for problem in problems] == ["broken-xml"]
    packed = gzip.compress(whole.encode())
    assert len(read(file, packed, 3)[0]) == 3
    _, problems = read(file, packed[:end])
    assert [problem.rule for problem in problems] in (["cut-off"], ["broken-xml"])


def test_fewer_activities_than_the_floor_are_refused(file: Path) -> None:
    _, problems = read(file, document(ACTIVITY.format(id="7", more="")), 2)
    assert [problem.rule for problem in problems] == ["too-few-rows"]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
ATTACKS = {
    "a billion laughs": f"<!DOCTYPE iati-activities [{LAUGHS}]><iati-activities version='2.03'>&l11;</iati-activities>",
    "a file of this machine": (
        '<!DOCTYPE iati-activities [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<iati-activities version='2.03'><iati-activity><title>&x;</title></iati-activity></iati-activities>"
    ),
    "laughs in an attribute": (
        f"<!DOCTYPE iati-activities [{LAUGHS}]>"
        "<iati-activities version='2.03'><iati-activity hierarchy='&l11;'/></iati-activities>"
    ),
    "parameter entities": (
        "<!DOCTYPE iati-activities [<!ENTITY % p \"<!ENTITY q 'r'>\"> %p;]>"
        "<iati-activities version='2.03'><iati-activity/></iati-activities>"
    ),
}


@pytest.mark.parametrize("attack", ATTACKS, ids=str)
def test_a_hostile_file_is_refused_and_says_so(file: Path, attack: str) -> None:
    sheets, problems = read(file, ATTACKS[attack])
    assert sheets == []
    assert problems[0].rule in ("hostile-xml", "broken-xml")
    assert problems[0].severity == "severe"


def test_an_activity_without_end_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "MOST_AN_ACTIVITY", 1 << 20)
    file.write_text(document(ACTIVITY.format(id="7", more="<x/>" * (1 << 19))), encoding="utf-8")
    with pytest.raises(HostileXmlError):
        list(stream.activities(stream.File(file, file.name)))


def test_another_kind_of_file_is_told(file: Path) -> None:
    _, problems = read(file, "<rss><channel/></rss>")
    assert [problem.rule for problem in problems] == ["not-iati"]


SIZE = """
import resource, sys
from pathlib import Path
from warifu.proposals.imports.iati import reading, stream
from warifu.proposals.imports.iati.activity import Reader
from warifu.terms.dates import PartialDate
reader = Reader("x", "rel", PartialDate.parse("2020"))
count = sum(1 for _ in reading.sheets(stream.File(Path(sys.argv[1]), "x"), reader))
print(count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """1,000 activities and 8,000 of them take the same memory, to 6 MB; the larger file has 12."""
    peaks = []
    for many in (1_000, 8_000):
        path = tmp_path / f"{many}.xml"
        with path.open("w", encoding="utf-8") as out:
            out.write('<iati-activities version="2.03">')
            for number in range(many):
                out.write(ACTIVITY.format(id=number, more=transaction("2", "1") + transaction("3", "1")))
            out.write("</iati-activities>")
        done = subprocess.run([sys.executable, "-c", SIZE, str(path)], capture_output=True, text=True, check=True)
        count, peak = map(int, done.stdout.split())
        assert count == many
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 6 * 1024


# --- judged by the standard ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def book() -> Rulebook:
    if not STANDARD.exists():
        pytest.skip("the IATI standard's schema, codelists and rulesets are not at hand (../shared/data/iati)")
    return Rulebook.read(STANDARD)


VALID = ACTIVITY.format(id="7", more=transaction("2", "1")).replace('<default-finance-type code="421"/>', "")


def rules(book: Rulebook, file: Path, activity: str) -> set[str]:
    file.write_text(document(activity), encoding="utf-8")
    return {problem.rule for problem in book.check(file, date(2026, 11, 26))}


def test_a_good_activity_breaks_nothing_but_what_is_asked(book: Rulebook, file: Path) -> None:
    assert rules(book, file, VALID) == set()


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("<title>", "<title><title>", "broken-xml"),
        ('<activity-status code="2"/>', "", "iati-schema"),
        ('code="21040"', 'code="99999"', "iati-codelist"),
        ('<recipient-country code="ID"/>', '<recipient-country code="QQ"/>', "iati-codelist"),
        ('type="2" iso-date', 'type="3" iso-date', "iati-rule-6.11.1"),
        ('<sector vocabulary="1" code="21040"/>', "", "iati-rule-6.2.2"),
        (
            '<recipient-country code="ID"/>',
            '<recipient-country code="ID" percentage="60"/><recipient-country code="JP" percentage="60"/>',
            "iati-rule-3.1.2",
        ),
        (
            'iso-date="2019-04-01"/>',
            'iso-date="2019-04-01"/><activity-date type="4" iso-date="2018-01-01"/>',
            "iati-rule-11.1.3",
        ),
        (' default-currency="EUR"', "", "iati-rule-7.8.1"),
    ],
)
def test_each_kind_of_fault_is_found(book: Rulebook, file: Path, before: str, after: str, rule: str) -> None:
    assert before in VALID
    found = rules(book, file, VALID.replace(before, after, 1))
    assert rule in found, found


def test_a_large_file_is_judged_activity_by_activity_alike(
    book: Rulebook, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from warifu.proposals.imports.iati import validation

    bad = VALID.replace('<activity-status code="2"/>', "")
    file.write_text(document(VALID, bad, VALID), encoding="utf-8")
    whole = [problem.message for problem in book.schema_faults(file)]
    monkeypatch.setattr(validation, "LARGE", 1)
    assert [problem.message for problem in book.schema_faults(file)] == whole
    assert worst(book.schema_faults(file)) == "severe"


def test_the_order_of_arrival_never_shows(file: Path) -> None:
    texts = [ACTIVITY.format(id=number, more=transaction("2", str(number))) for number in range(5)]
    forward, _ = read(file, document(*texts))
    backward, _ = read(file, document(*reversed(texts)))
    assert sorted(forward, key=lambda sheet: sheet.deal) == sorted(backward, key=lambda sheet: sheet.deal)


def test_a_sheet_file_names_its_file(file: Path) -> None:
    file.write_text(document(ACTIVITY.format(id="7", more=transaction("2", "1"))), encoding="utf-8")
    from warifu.proposals.imports.iati.activity import Reader

    [found] = reading.sheets(
        stream.File(file, "imports/a.xml"), Reader("imports/a.xml", "rel", PartialDate.parse("2020"))
    )
    assert isinstance(found, SheetFile)
    assert f"{found.file}:{found.lines['sums', 0]}" == "imports/a.xml:activity 1, transaction 1"
