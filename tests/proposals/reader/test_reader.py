"""What the offline reader makes of short texts: each test is one trap, told as a text and what must be read from it."""

# ruff: noqa: E501 - the texts are kept whole
from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.proposals.evaluation.convert import to_gold
from warifu.proposals.proposal import FIELDS, Kind, Proposal
from warifu.proposals.reader import Page, read


def deals(text: str, language: str = "en", title: str = "", published: str = "2016-12-16") -> list[Proposal]:
    found = read(Page("d" * 64, text, title, published, language))
    return [one for one in found if one.kind in {Kind.DEAL, Kind.BUNDLE}]


def short(text: str, language: str = "en", title: str = "", published: str = "2016-12-16") -> list[str]:
    gold = to_gold("x", language, deals(text, language, title, published))
    return [
        f"{one.instrument} {one.stage} "
        + ", ".join(sorted(f"{party.name} {party.role}" for party in one.parties))
        + "".join(f"; {amount.value} {amount.currency} {amount.kind}" for amount in one.amounts)
        for one in gold.statements
    ]


FUND = (
    "The Japan Bank for International Cooperation (JBIC) and the Russian Direct Investment Fund (RDIF) signed a"
    " memorandum on Friday to set up a joint fund of up to $1 billion."
)


def test_every_field_is_tied_to_the_exact_words() -> None:
    found = read(Page("d", FUND, "", "2016-12-16", "en"))
    assert found
    for one in found:
        for start, end, quote in one.quotes():
            assert FUND[start:end] == quote
        assert set(one.fields) <= set(FIELDS[one.kind])
        assert one.reasons
        assert 0 < one.confidence <= 1


def test_a_memorandum_does_not_bind_and_its_sum_is_a_ceiling() -> None:
    (one,) = deals(FUND)
    assert (one.value("form"), one.value("stage"), one.value("binding"), one.value("on")) == (
        "memorandum",
        "signed",
        "no",
        "2016-12-16",
    )
    assert [(sum_.number, sum_.currency, sum_.kind, sum_.bound) for sum_ in one.sums] == [
        ("1000000000", "USD", "pledge", "ceiling")
    ]
    assert sorted(party.party for party in one.parties) == ["jbic", "rdif"]


def test_what_was_not_signed_is_not_read_as_signed() -> None:
    text = "No loan agreement between Japan and Russia's Sberbank was signed, a JBIC official said."
    assert all("signed" not in line for line in short(text))


def test_what_is_only_planned_is_proposed() -> None:
    assert short("Russia and India plan to sign an agreement on military cooperation when President Putin visits.") == [
        "agreement proposed India signatory, Russia signatory"
    ]


def test_a_share_purchase_has_a_buyer_and_a_firm() -> None:
    text = "Trading house Mitsui & Co signed an agreement to buy 10 percent of drug maker R-Pharm for $200 million."
    assert short(text) == ["equity signed Mitsui & Co provider, R-Pharm receiver; 200000000 USD committed"]


def test_the_cost_of_a_project_is_not_a_commitment() -> None:
    text = (
        "Kenya and the Export-Import Bank of China signed two loan agreements on Sunday. China Exim will finance 90"
        " percent of the cost of 327 billion Kenyan shillings (3.8 billion U.S. dollars)."
    )
    kinds = {sum_.number: sum_.kind for one in deals(text) for sum_ in one.sums}
    assert kinds["327000000000"] == "cost"


def test_a_lender_lends_and_the_other_signatory_receives() -> None:
    text = "Angola signed with the China Development Bank a loan facility of USD 15 billion in 2016."
    (one,) = deals(text)
    assert {party.party: party.role for party in one.parties} == {"AO": "receiver", "cdb": "provider"}


def test_many_papers_told_as_one_number_are_one_bundle() -> None:
    text = "Japan and Russia signed 80 documents in Tokyo, among them 12 intergovernmental agreements."
    found = [one for one in deals(text) if one.kind is Kind.BUNDLE]
    assert sorted(one.value("count") for one in found) == ["12", "80"]


def test_money_paid_has_moved() -> None:
    text = "The Ministry of Finance of Japan transferred USD 470 million to Ukraine's state budget."
    (one,) = deals(text)
    assert one.value("stage") == "financed"


def test_a_frozen_loan_is_stalled_and_keeps_no_stage_of_its_own() -> None:
    text = "The Japan Bank for International Cooperation has frozen the 1.71 billion euros that it signed for Arctic LNG 2."
    (one,) = deals(text)
    assert one.value("status") == "stalled"
    assert one.sums[0].kind == "commitment"


def test_a_russian_exporter_of_credit_and_its_receiver() -> None:
    text = "Россия предоставит Кубе государственный экспортный кредит в размере 1,2 млрд евро, сообщил вице-премьер."
    assert short(text, "ru") == ["loan announced Кубе receiver, Россия provider; 1200000000 EUR pledged"]


def test_a_japanese_loan_contract_with_its_limit() -> None:
    text = "国際協力機構（JICA）は、12月19日、ウズベキスタン共和国政府との間で、175億円を限度とする円借款貸付契約に調印しました。"
    (one,) = deals(text, "ja", published="2019-12-19")
    assert one.value("instrument") == "loan"
    assert one.value("on") == "2019-12-19"
    assert [(sum_.number, sum_.bound) for sum_ in one.sums] == [("17500000000", "ceiling")]
    assert {party.role for party in one.parties} == {"provider", "receiver"}


def test_the_side_that_says_a_paper_does_not_bind_is_heard() -> None:
    text = FUND + " The memorandum is not legally binding, the fund said."
    (one,) = deals(text)
    assert (one.value("binding"), one.value("basis")) == ("no", "sides")
    assert one.fields["binding"].quote == "not legally binding"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Trade between Russia and Turkey reached $60 billion in 2022, twice the figure of a year earlier.", "en"),
        ("Heavy rain hit the southern Japanese island of Kyushu on Saturday. Losses may exceed 50 billion yen.", "en"),
        ("Экспорт российской нефти в Китай в 2022 году вырос на 8% и составил 58,4 млрд долларов.", "ru"),
        ("財務省が16日発表した2月の貿易統計によると、中国向け輸出額は1兆2000億円と前年同月比10.9%減った。", "ja"),
        ("Сборная России обыграла Японию со счетом 3:1, контракт тренера продлён.", "ru"),
    ],
)
def test_a_text_with_no_undertaking_gives_none(text: str, language: str) -> None:
    assert deals(text, language) == []


SPUN = (
    "In line with a accord, Japanese aspect will put cash on Russian airport of Khabarovsk. It's additional reported the"
    " Financial institution of Japan for Worldwide Co-operation was prepared give mortgage for Yamal gasoline of 200 mil"
    " euro. In accordance with unnamed individual cash arrived, with respect to different not arrived. Head of state Mr."
    " Put in met 17th time. Per the article it's the mountain climbing of belief. Share this put up when you agree."
    " The State Financial institution signed accord with JBIC on 5 billion dollars."
)


def test_a_spun_text_gives_only_doubtful_proposals_of_low_confidence() -> None:
    from warifu.documents.spun import judge

    if judge(SPUN).verdict != "spun":
        pytest.skip("the signs of spinning do not fire on this text")
    found = read(Page("d", SPUN, "", "2017-04-29", "en"))
    assert found
    assert all(one.doubtful and one.confidence <= 0.5 for one in found)


def test_the_talks_and_the_person_in_charge_are_read_too() -> None:
    text = (
        "President Putin and Prime Minister Abe agreed to open consultations on joint economic activity on the disputed"
        " islands, and signed a memorandum between Japan and Russia. Kirill Dmitriev said he expected the fund to draw"
        " $10 billion to Russia. Australia's Minister for the Pacific, Pat Conroy, will oversee delivery of the programme."
    )
    kinds = {one.kind for one in read(Page("d", text, "", "2016-12-16", "en"))}
    assert {Kind.TALK, Kind.MANDATE, Kind.EXPECTATION} <= kinds


def test_equal_pages_give_equal_proposals_whatever_the_hash_seed() -> None:
    script = (
        "import hashlib, msgspec; from warifu.proposals.reader import Page, read;"
        f"print(hashlib.sha256(msgspec.json.encode(read(Page('d', {FUND!r}, '', '2016-12-16', 'en')))).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "ru", "ja", "zh", "ko", "de", "fr", "es", "ar", "xx"]))
def test_no_text_whatever_breaks_the_reader_or_its_quotes(text: str, language: str) -> None:
    body = "Japan signed a loan of $5 million with Kenya. " + text
    for one in read(Page("d", body, "", "2016-12-16", language)):
        for start, end, quote in one.quotes():
            assert quote
            assert body[start:end] == quote
