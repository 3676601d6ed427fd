"""Accepted proposals become statements, and money told twice counts once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import json
from msgspec.structs import replace

from readings import ENGLISH, Desk, loan, memorandum, power_station, reading, told, workspace
from warifu import ledger
from warifu.decisions.judgement import Change, own_deal
from warifu.proposals.proposal import Kind, Proposal
from warifu.proposals.runs import proposal_id
from warifu.terms.codelist import Binding, Form, Stage, Standing, SumKind
from warifu.terms.deal import Deal


class Book:
    """A workspace whose English text was read, and what the ledger makes of it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.document = desk.document("article.txt", ENGLISH, publisher="Harbour Times", published="2024-03-04")
        source = desk.source(self.document)
        self.loan, self.memorandum, self.station = desk.read(
            make(self.document, source) for make in (loan, memorandum, power_station)
        )

    def ledger(self) -> ledger.Ledger:
        return ledger.walk(ledger.read(self.desk.folder))

    def deal(self, name: str = "cranes") -> Deal:
        return {deal.id: deal for deal in self.ledger().deals}[name]


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(workspace(tmp_path / "harbour"))


def sums(deal: Deal) -> list[tuple[str, Decimal, str, int]]:
    return [(one.kind.value, one.money.number, one.standing.value, one.support) for one in deal.sums]


def test_what_nobody_judged_says_nothing(book: Book) -> None:
    assert book.deal().stage is Stage.ANNOUNCED
    assert len(book.ledger().deals) == 1


def test_an_accepted_proposal_speaks_in_its_deal(book: Book) -> None:
    """
    The sheet knows a memorandum and a pledge of 300 million; the article tells of an agreement for 450.
    """
    book.desk.decide("mori", "accept", book.loan.id)
    deal = book.deal()
    assert (deal.stage, deal.form, deal.binding) == (Stage.SIGNED, Form.AGREEMENT, Binding.YES)
    assert sums(deal) == [
        ("pledge", Decimal(300_000_000), "counted", 1),
        ("commitment", Decimal(450_000_000), "counted", 1),
    ]
    assert {party.id for party, _ in deal.parties} == {"jbic", "pelindo"}
    told_by = [one for one in deal.case.statements if one.by == "mori" and one.source.startswith("doc-")]
    assert {one.place.file for one in told_by} == {f"proposals/{book.loan.run}.jsonl"}
    assert all(one.quote in ENGLISH and one.quote for one in told_by)


def test_the_same_sum_told_again_supports_the_row_and_is_not_added(book: Book) -> None:
    book.desk.decide("mori", "accept", book.memorandum.id)
    assert sums(book.deal()) == [("pledge", Decimal(300_000_000), "counted", 2)]


def test_another_sum_of_a_kind_that_is_counted_is_a_version_of_it(book: Book) -> None:
    """
    The sheet: a pledge of 300 million. A person reads 310 million in the article.
    """
    change = Change(sums=(replace(book.memorandum.sums[0], number="310000000"),))
    book.desk.decide("mori", "correct", book.memorandum.id, change)
    assert sums(book.deal()) == [
        ("pledge", Decimal(300_000_000), "counted", 1),
        ("pledge", Decimal(310_000_000), "version", 1),
    ]


def test_a_person_may_say_that_it_is_money_of_its_own(book: Book) -> None:
    book.desk.decide("mori", "accept", book.memorandum.id, Change(counted=True))
    assert [one.standing for one in book.deal().sums] == [Standing.COUNTED, Standing.COUNTED]


def test_a_correction_counts_and_the_machines_value_stays_where_it_was(book: Book) -> None:
    change = Change(fields={"stage": told(ENGLISH, "financed", "signed")})
    book.desk.decide("mori", "correct", book.loan.id, change, reason="the money was drawn that day")
    assert book.deal().stage is Stage.FINANCED
    (kept, _), *_ = book.ledger().kept.proposals
    assert kept.value("stage") == "signed"


def test_a_party_that_no_list_has_is_known_as_the_document_names_it(book: Book) -> None:
    read = tuple(replace(one, party="", country="ID") if one.party == "pelindo" else one for one in book.loan.parties)
    book.desk.decide("mori", "correct", book.loan.id, Change(parties=read))
    parties = {party.id: party.country for party, _ in book.deal().parties}
    assert parties == {"jbic": "JP", "Pelindo": "ID"}


def test_an_area_that_the_programme_does_not_have_is_nobodys(book: Book) -> None:
    change = Change(title="Station", fields={"area": told(ENGLISH, "transport", "power station")})
    book.desk.decide("mori", "correct", book.station.id, change)
    assert book.deal(own_deal(book.station)).case.areas == ()


def test_a_rejected_or_unsure_proposal_says_nothing(book: Book) -> None:
    book.desk.decide("mori", "reject", book.loan.id, reason="another bank")
    book.desk.decide("mori", "unsure", book.memorandum.id)
    assert sums(book.deal()) == [("pledge", Decimal(300_000_000), "counted", 1)]


def test_an_undo_takes_the_statements_out_again(book: Book) -> None:
    before = book.ledger().deals
    book.desk.decide("mori", "accept", book.loan.id)
    book.desk.decide("mori", "undo", book.loan.id)
    assert book.ledger().deals == before


def test_a_proposal_without_a_match_becomes_a_deal_of_its_own(book: Book) -> None:
    book.desk.decide("mori", "accept", book.station.id, Change(title="Power station", areas=("power",)))
    deal = book.deal(own_deal(book.station))
    assert (deal.case.title, deal.case.areas, deal.stage) == ("Power station", ("power",), Stage.PROPOSED)
    assert [one.kind for one in deal.sums] == [SumKind.HOPED]


def test_two_proposals_join_in_one_new_deal(book: Book) -> None:
    new = own_deal(book.station)
    book.desk.decide("mori", "accept", book.station.id, Change(title="Station"))
    book.desk.decide("mori", "accept", book.loan.id, Change(deal=new))
    assert {deal.id for deal in book.ledger().deals} == {"cranes", new}
    assert book.deal(new).stage is Stage.SIGNED


def test_what_two_coders_must_judge_counts_when_both_say_the_same(book: Book) -> None:
    (book.desk.folder / "decisions").mkdir(exist_ok=True)
    (book.desk.folder / "decisions" / "coding.yaml").write_text("coders: 2\n")
    book.desk.decide("mori", "accept", book.loan.id)
    assert book.deal().stage is Stage.ANNOUNCED
    book.desk.decide("ito", "accept", book.loan.id)
    assert book.deal().stage is Stage.SIGNED


def test_what_coders_dispute_counts_as_the_third_person_decided(book: Book) -> None:
    book.desk.decide("mori", "accept", book.loan.id)
    book.desk.decide("ito", "reject", book.loan.id, reason="only a plan")
    assert book.deal().stage is Stage.ANNOUNCED
    book.desk.decide("sato", "accept", book.loan.id, role="adjudicator")
    assert book.deal().stage is Stage.SIGNED


def test_large_sums_want_two_coders_when_the_policy_says_so(book: Book) -> None:
    (book.desk.folder / "decisions").mkdir(exist_ok=True)
    (book.desk.folder / "decisions" / "coding.yaml").write_text("above: 400,000,000 USD\n")
    book.desk.decide("mori", "accept", book.loan.id)
    book.desk.decide("mori", "accept", book.memorandum.id)
    deal = book.deal()
    assert deal.stage is Stage.ANNOUNCED
    assert deal.sums[0].support == 2


def test_what_a_person_added_counts(book: Book) -> None:
    added = power_station(book.document, book.loan.source, reader="person:mori", match=None)
    assert added.id == proposal_id(added)
    book.desk.decide("mori", "add", book.document, json.encode(added).decode())
    assert book.deal(own_deal(added)).stage is Stage.PROPOSED


def test_deals_joined_keep_every_statement_and_count_their_money_once(book: Book) -> None:
    """
    The loan was first taken for a deal of its own; then somebody saw that it is the cranes.
    """
    book.desk.decide("mori", "accept", book.loan.id, Change(deal="new", title="A loan"))
    book.desk.decide("mori", "accept", book.memorandum.id, Change(deal=own_deal(book.loan)))
    book.desk.decide("mori", "join", own_deal(book.loan), "cranes", reason="one deal")
    assert [deal.id for deal in book.ledger().deals] == ["cranes"]
    assert sums(book.deal()) == [
        ("pledge", Decimal(300_000_000), "counted", 2),
        ("commitment", Decimal(450_000_000), "counted", 1),
    ]


def test_a_join_that_leads_in_a_ring_is_told_and_left_alone(book: Book) -> None:
    book.desk.decide("mori", "accept", book.station.id, Change(title="Station"))
    new = own_deal(book.station)
    book.desk.decide("mori", "join", new, "cranes")
    book.desk.decide("mori", "join", "cranes", new)
    found = book.ledger()
    assert len(found.deals) == 2
    assert {problem.rule for problem in found.problems} >= {"broken-join"}


def test_statements_split_off_stand_in_a_new_deal(book: Book) -> None:
    book.desk.decide("mori", "accept", book.loan.id)
    going = [one.id for one in book.deal().case.statements if "-" + book.loan.id[:10] in one.id]
    value = json.encode({"deal": "quay-loan", "title": "Loan for the quay", "statements": going}).decode()
    book.desk.decide("mori", "split", "cranes", value, reason="another quay")
    assert book.deal("quay-loan").stage is Stage.SIGNED
    assert book.deal().stage is Stage.ANNOUNCED
    assert sums(book.deal("quay-loan")) == [("commitment", Decimal(450_000_000), "counted", 1)]


def test_a_spun_source_supports_nothing_alone(book: Book) -> None:
    (doubted,) = book.desk.read([loan(book.document, book.loan.source, doubtful=True)], "other", "2")
    book.desk.decide("mori", "accept", doubted.id)
    deal = book.deal()
    assert deal.counted(SumKind.COMMITMENT) == ()


def test_the_order_in_which_proposals_were_judged_never_shows(tmp_path: Path) -> None:
    made = []
    for name, order in (("a", (0, 1, 2)), ("b", (2, 1, 0))):
        book = Book(workspace(tmp_path / name / "harbour"))
        every = (book.loan, book.memorandum, book.station)
        for place in order:
            book.desk.decide("mori", "accept", every[place].id)
        made.append(book.ledger())
    assert made[0].deals == made[1].deals
    assert made[0].figures == made[1].figures


def test_expectations_talks_and_mandates_go_to_their_lists(book: Book) -> None:
    body = ENGLISH
    kinds: list[Proposal] = []
    for kind, fields in (
        (Kind.EXPECTATION, {"side": ("ID", "Pelindo"), "said": ("goal", "to build"), "goal": ("cranes", "cranes")}),
        (
            Kind.TALK,
            {"issue": ("fishing", "east quay"), "movement": ("1", "signed"), "on": ("2024-03-03", "3 March 2024")},
        ),
        (Kind.MANDATE, {"person": ("A. Example", "officials"), "country": ("JP", "Japan")}),
    ):
        kinds.append(reading(body, body, document=book.document, source=book.loan.source, kind=kind, fields=fields))
    for one in book.desk.read(kinds, "other", "3"):
        book.desk.decide("mori", "accept", one.id)
    kept = book.ledger().kept
    assert [row.row.topic for row in kept.lists.said] == ["cranes"]
    assert [row.row.movement for row in kept.lists.talks] == [1]
    assert [mandate.person for mandate in kept.programme.mandates] == ["A. Example"]
