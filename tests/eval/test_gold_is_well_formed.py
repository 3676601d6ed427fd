"""The marked set for reading keeps to its own format (eval/reading/README.md)."""

import json
import re
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

READING = Path(__file__).parents[2] / "eval" / "reading"
HALVES = ("test", "tuning")
FILES = [path for half in HALVES for path in sorted((READING / half / "gold").glob("*.json"))]

KEYS = {"id", "lang", "kind", "copy_group", "statements", "expectations", "mandates", "linked_talks"}
STATEMENT = {"instrument", "stage", "parties", "amounts", "date", "area", "binding", "count", "programme"}
INSTRUMENTS = {
    "pledge",
    "mou",
    "agreement",
    "contract",
    "loan",
    "equity",
    "grant",
    "fund",
    "purchase",
    "joint_venture",
    "guarantee",
    "other",
    "unspecified",
}
STAGES = {"proposed", "announced", "signed", "financed", "under_way", "delivered", "stalled", "cancelled"}
ROLES = {"provider", "receiver", "signatory", "implementer"}
AMOUNT_KINDS = {"pledged", "committed", "disbursed", "hoped", "cost", "total"}
BOUNDS = {"exact", "about", "ceiling", "floor"}
BINDING = {"yes", "no", "contested", "unknown"}
AREAS = {
    "energy",
    "minerals",
    "industry",
    "technology",
    "telecom",
    "transport",
    "urban",
    "water",
    "agriculture",
    "fisheries",
    "health",
    "education",
    "culture",
    "tourism",
    "environment",
    "finance",
    "trade",
    "space",
    "security",
    "emergency",
}
KINDS = {"wire", "newspaper", "ministry", "joint_statement", "think_tank", "company", "budget_note", "spun", "none"}
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
#: ISO 3166-1 alpha-2, and EU, which it reserves for the Union.
COUNTRIES = set(
    re.findall(
        "[A-Z]{2}",
        """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW EU
""",
    )
)
WORDS_FOR_NUMBERS = {
    "1": ("one", "a billion", "a million", "milliard", "mil millones", "eine", "مليار"),
    "2": ("two", "zwei", "deux", "dos", "два", "две", "مليارين", "ملياري"),
    "3": ("three", "drei", "trois", "tres"),
    "5": ("five", "half a", "полмиллиарда", "halbe", "demi", "medio", "نصف"),
    "15": ("anderthalb", "полтора", "one and a half"),
    "25": ("quarter of a",),
    "75": ("three quarters of a",),
}


def text_of(gold_file: Path) -> str:
    return (gold_file.parents[1] / "texts" / f"{gold_file.stem}.txt").read_text(encoding="utf-8")


def digits_of(line: str) -> str:
    """The digits of a line in order, in Western form, all else left out."""
    plain = unicodedata.normalize("NFKC", line)
    return "".join(str(unicodedata.digit(mark)) for mark in plain if unicodedata.digit(mark, None) is not None)


def stands_in(value: str, text: str) -> bool:
    significant = value.replace(".", "").strip("0")
    if any(significant in digits_of(line) for line in text.splitlines()):
        return True
    return any(word in text.lower() for word in WORDS_FOR_NUMBERS.get(significant, ()))


def amounts_of(gold: dict[str, Any]) -> list[dict[str, str]]:
    return [amount for statement in gold["statements"] for amount in statement["amounts"]]


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def gold_file(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture
def gold(gold_file: Path) -> dict[str, Any]:
    marked: dict[str, Any] = json.loads(gold_file.read_text(encoding="utf-8"))
    return marked


def test_every_text_has_its_gold_and_stands_in_the_half_its_number_gives() -> None:
    for half in HALVES:
        texts = {path.stem for path in (READING / half / "texts").glob("*.txt")}
        assert texts == {path.stem for path in (READING / half / "gold").glob("*.json")}
        assert all((int(name[3:]) % 3 == 1) == (half == "tuning") for name in texts)


@pytest.mark.parametrize("half", HALVES)
def test_the_joined_file_holds_each_object_once_sorted(half: str) -> None:
    joined = [json.loads(line) for line in (READING / half / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    single = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((READING / half / "gold").glob("*.json"))]
    assert joined == single


def test_copies_stand_together_in_one_half() -> None:
    groups: dict[str, list[str]] = {}
    for path in FILES:
        group = json.loads(path.read_text(encoding="utf-8"))["copy_group"]
        if group is not None:
            groups.setdefault(group, []).append(path.parents[1].name)
    assert groups
    for group, halves in groups.items():
        assert len(halves) > 1, group
        assert len(set(halves)) == 1, group


def test_a_text_opens_with_its_title_and_perhaps_its_day(gold_file: Path) -> None:
    first, second, *rest = text_of(gold_file).splitlines()
    assert re.fullmatch(r"Title: \S.*", first)
    if second:
        assert re.fullmatch(r"Published: \d{4}(-\d{2}(-\d{2})?)?", second)
        assert rest[0] == ""
    assert "\n".join(rest).strip()


def test_an_object_uses_the_words_of_the_format_only(gold_file: Path, gold: dict[str, Any]) -> None:
    assert set(gold) == KEYS
    assert gold["id"] == gold_file.stem
    assert gold["kind"] in KINDS
    assert gold["lang"] == gold["id"][:2] or gold["id"].startswith("xx-")
    for statement in gold["statements"]:
        assert set(statement) == STATEMENT
        assert statement["instrument"] in INSTRUMENTS
        assert statement["stage"] in STAGES
        assert statement["binding"] in BINDING
        assert statement["area"] is None or statement["area"] in AREAS
        assert statement["date"] is None or PARTIAL_DATE.fullmatch(statement["date"])
        assert statement["count"] is None or isinstance(statement["count"], int)
        for party in statement["parties"]:
            assert set(party) == {"name", "role", "country"}
            assert party["role"] in ROLES
            assert party["country"] is None or party["country"] in COUNTRIES
        for amount in statement["amounts"]:
            assert set(amount) == {"value", "currency", "kind", "bound"}
            assert amount["kind"] in AMOUNT_KINDS
            assert amount["bound"] in BOUNDS
            assert re.fullmatch(r"[A-Z]{3}", amount["currency"])
    for expectation in gold["expectations"]:
        assert set(expectation) == {"side", "goal", "target_value", "currency", "speaker"}
        assert expectation["side"] is None or expectation["side"] in COUNTRIES
    for mandate in gold["mandates"]:
        assert set(mandate) == {"person", "office", "body", "country", "charge"}
    for talks in gold["linked_talks"]:
        assert set(talks) == {"issue", "movement"}
        assert talks["movement"] in {-2, -1, 0, 1, 2}


def test_every_sum_is_a_plain_number_whose_digits_stand_in_the_text(gold_file: Path, gold: dict[str, Any]) -> None:
    for amount in amounts_of(gold):
        assert re.fullmatch(r"[1-9]\d*(\.\d+)?", amount["value"])
        assert Decimal(amount["value"]) > 0
        assert stands_in(amount["value"], text_of(gold_file)), amount


def test_a_party_is_named_as_the_text_names_it(gold_file: Path, gold: dict[str, Any]) -> None:
    if gold["lang"] == "ru":
        return  # Russian names stand in cases, and a country may stand as "the Japanese side" only
    text = " ".join(text_of(gold_file).split())
    for statement in gold["statements"]:
        for party in statement["parties"]:
            assert party["name"] in text, party


def test_a_text_with_no_undertaking_is_marked_empty(gold: dict[str, Any]) -> None:
    if gold["kind"] == "none":
        assert not any(gold[part] for part in ("statements", "expectations", "mandates", "linked_talks"))
    else:
        assert any(gold[part] for part in ("statements", "expectations", "mandates", "linked_talks"))
