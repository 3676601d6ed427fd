"""What single English clauses tell by themselves: the stage, the paper, and who gives to whom."""

from __future__ import annotations

import pytest

from warifu.proposals.reader.deals import Deals
from warifu.proposals.reader.events import happened
from warifu.proposals.reader.lexicon.english import ENGLISH
from warifu.proposals.reader.page import Page, folded
from warifu.proposals.reader.sentences import sentences
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.table import default_table


def story(text: str) -> Story:
    body = folded(text)
    page = Page("d" * 64, text, "", "2020-06-15", "en", spun="none")
    return Story(page, body, "en", ENGLISH, default_table(), sentences(body))


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ghana gave up its contract with Rosatom.", "cancelled"),
        ("Canada reneged on its promise to Haiti.", "cancelled"),
        ("Kenya let the memorandum with Japan lapse.", "cancelled"),
        ("Norway said no to the loan.", "cancelled"),
        ("The memorandum with Japan sleeps in a drawer.", "stalled"),
        ("The Egyptian loan has been put on the back burner.", "stalled"),
        ("The plant stands idle.", "stalled"),
        ("Chile closed negotiations with Japan on a treaty.", "announced"),
        ("Chile and Japan initialled a treaty.", "announced"),
        ("The contract has gone to Siemens.", "announced"),
        ("Japan gave its word on a loan to Fiji.", "announced"),
        ("Fiji firmed up an order for two ships.", "signed"),
        ("Peru will buy gas from Chile under a contract signed in March.", "signed"),
        ("The treaty between Peru and Chile took effect.", "in force"),
        ("Japan has remitted 3 million dollars to Fiji.", "financed"),
        ("ADNOC raised its stake in the refinery.", "financed"),
        ("Turkey completed the purchase of the port.", "financed"),
        ("Works in Fiji press on.", "under way"),
        ("Japan is paying for teachers in Fiji.", "under way"),
        ("Of the buses, 61 of 84 have been delivered to Fiji.", "under way"),
        ("The hospital in Fiji opened its doors.", "delivered"),
        ("Japan donated two ambulances to Fiji.", "delivered"),
        ("Kenya is shopping for a loan.", "proposed"),
        ("Kenya is close to a deal with Japan.", "proposed"),
        ("The loan was drawn in May.", "financed"),
        ("At the request of Kenya the bank has cancelled the loan.", "cancelled"),
        ("The grant was announced in June and paid by September.", "financed"),
        ("Talks between Kenya and Japan on a loan are under way.", "proposed"),
        ("Japan will not pay for the road in Kenya.", "cancelled"),
        ("Work on the Korean-funded college in Kenya goes ahead.", "under way"),
        ("Fiji: loan from Japan, signed May 2019, cancelled.", "cancelled"),
        ("India has extended a credit line of 40 million dollars to Fiji.", "signed"),
        ("All of the 5 million dollars promised has been paid to Fiji.", "financed"),
        ("Japan will provide 5 million dollars to renew the port of Suva.", "announced"),
        ("The clinic in Fiji was built by Japan.", "delivered"),
        ("Spares from Iran are on order.", "signed"),
    ],
)
def test_the_stage_is_told_by_the_phrase(text: str, stage: str) -> None:
    spoken = story(text).spoken[0]
    told = [happened(clause, spoken.bare, ENGLISH) for clause in spoken.clauses]
    assert [one.stage for one in told if one is not None][-1] == stage


@pytest.mark.parametrize(
    ("words", "paper"),
    [
        ("a joint declaration of intent", "letter"),
        ("a shareholders' agreement", "venture"),
        ("their jointly owned refinery", "venture"),
        ("a power purchase agreement", "purchase"),
        ("bought 30 percent of the bank", "equity"),
        ("stands surety for the bonds", "guarantee"),
        ("a production sharing contract", "contract"),
        ("a climate fund of the two", "fund"),
        ("wheat at no charge", "grant"),
    ],
)
def test_the_paper_is_told_by_the_phrase(words: str, paper: str) -> None:
    hit = next(iter(ENGLISH.papers.finditer(words)))
    assert (hit.lastgroup or "").removesuffix("_phrase") == paper


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Kenya was lent 5 million dollars by Japan.", {"Kenya": "receiver", "Japan": "provider"}),
        ("Hyundai booked an order for two ferries from Norway.", {"Hyundai": "provider", "Norway": "receiver"}),
        ("Japan sent two doctors to Fiji.", {"Japan": "provider", "Fiji": "receiver"}),
        ("Siemens said on Monday it had signed a contract with Kenya.", {"Siemens": "provider", "Kenya": "receiver"}),
        ("Siemens was awarded a contract by Kenya for a plant.", {"Siemens": "provider", "Kenya": "receiver"}),
        (
            "Kenya turned down an offer of 5 million dollars in aid from Japan.",
            {"Kenya": "receiver", "Japan": "provider"},
        ),
        ("Japan gave 5 million dollars for Kenya's schools.", {"Japan": "provider", "Kenya": "receiver"}),
        ("Pretoria and Windhoek signed a memorandum on ports.", {"Pretoria": "signatory", "Windhoek": "signatory"}),
    ],
)
def test_who_gives_and_who_gets_is_told_by_the_verb(text: str, roles: dict[str, str]) -> None:
    drafts = [one.draft for one in Deals(story(text)).candidates()]
    assert roles in [{one.mention.text: one.role for one in draft.parties} for draft in drafts]


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("China agreed to reschedule 4 billion dollars of Ghana's debt.", "agreement"),
        ("Austria guaranteed half of a loan to Ghana.", "guarantee"),
        ("Ghana reached an agreement with the World Bank on 40 million dollars.", "loan"),
        ("Thailand and Saab signed for four aircraft.", "purchase"),
        ("Siemens is dredging the river for Peru.", "contract"),
        ("Japan handed two ambulances to Fiji.", "other"),
        ("Peru has sounded out the World Bank.", "loan"),
    ],
)
def test_the_paper_is_told_by_who_does_what(text: str, paper: str) -> None:
    drafts = [one.draft for one in Deals(story(text)).candidates()]
    assert paper in [draft.paper.value for draft in drafts]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("Japan lent Fiji 5 million dollars. It was cancelled in May.", ["cancelled"]),
        ("Japan and Fiji signed a memorandum on ports. A visit by bankers was put off.", ["signed"]),
    ],
)
def test_the_next_words_tell_of_the_deal_only_where_they_speak_of_it(text: str, stages: list[str]) -> None:
    found = [one.draft.stage.value for one in Deals(story(text)).candidates() if one.by == "rules"]
    assert found == stages


def test_who_vouches_for_a_loan_gives_a_guarantee_of_its_own() -> None:
    text = "KfW and Ghana concluded a loan agreement over 30 million euros, guaranteed by Austria."
    drafts = [one.draft for one in Deals(story(text)).candidates()]
    assert {"loan", "guarantee"} <= {draft.paper.value for draft in drafts}
