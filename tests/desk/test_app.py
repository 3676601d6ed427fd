"""The pages: what is judged lands in the log, and what may not be done is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec import json
from visitors import Visitor, alone

import readings
from readings import Desk
from warifu.decisions import log
from warifu.decisions.judgement import State
from warifu.desk.app import ROUTES
from warifu.desk.words import LANGUAGES, WORDS
from warifu.proposals.proposal import Proposal

Team = Callable[[str], Visitor]


def passage(visitor: Visitor, words: str) -> Proposal:
    return next(one for one in visitor.book.proposals.values() if words in one.passage)


def judge(visitor: Visitor, one: Proposal, action: str, **form: str) -> Any:
    from warifu.desk.people import Person

    person = visitor.gate.person(visitor.client.cookies["warifu_desk"])
    assert isinstance(person, Person)
    return visitor.post(f"/proposals/{one.id}/judge", action=action, seen=visitor.book.seen(one.id, person), **form)


def written(desk: Desk, name: str = "mori") -> list[str]:
    path = log.path_of(desk.folder / "decisions", name)
    return [f"{one.action} {one.about}" for one in log.read(path)]


def test_accepting_writes_one_decision_and_goes_on(visitor: Visitor, harbour: Desk) -> None:
    one = passage(visitor, "On 3 March")
    answer = judge(visitor, one, "accept")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/proposals/")
    assert written(harbour) == [f"accept {one.id}"]
    assert visitor.book.ledger().deals[0].stage == "signed"


def test_a_correction_without_a_reason_is_refused_and_the_form_comes_back(visitor: Visitor, harbour: Desk) -> None:
    one = passage(visitor, "On 3 March")
    answer = judge(visitor, one, "accept", f__stage__value="in force")
    assert answer.status_code == 422
    assert "Say in a few words why" in answer.text
    assert not (harbour.folder / "decisions" / "mori.jsonl").exists()


def test_a_correction_keeps_the_words_that_were_pointed_at(visitor: Visitor) -> None:
    one = passage(visitor, "On 3 March")
    body = visitor.book.text(one.document)
    assert body is not None
    start = body.body.index("loan agreement")
    judge(
        visitor, one, "accept", reason="a contract", f__form__value="contract", f__form__start=str(start),
        f__form__end=str(start + 4),
    )  # fmt: skip
    came = visitor.book.outcomes[one.id].judgement
    assert came is not None
    assert came.action == "correct"
    told = came.change.fields["form"]
    assert told is not None
    assert (told.value, told.quote) == ("contract", "loan")
    assert one.value("form") == "agreement"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("f.stage.value", "half done"),
        ("f.on.value", "yesterday"),
        ("s.0.number", "a lot"),
        ("s.0.currency", "XXX1"),
        ("deal", "no-such-deal"),
        ("f.form.start", "999999"),
    ],
)
def test_a_value_that_cannot_be_one_is_refused(visitor: Visitor, harbour: Desk, field: str, value: str) -> None:
    one = passage(visitor, "On 3 March")
    form = {"f.form.value": "contract", "f.form.end": "999999", "s.0.number": "1", "s.0.currency": "USD"}
    form |= {"s.0.kind": "pledge", field: value, "reason": "so"}
    answer = visitor.post(f"/proposals/{one.id}/judge", action="accept", **form)
    assert answer.status_code == 422
    assert not (harbour.folder / "decisions" / "mori.jsonl").exists()


def test_a_stale_judgement_is_refused_with_both_versions_shown(visitor: Visitor, harbour: Desk) -> None:
    """Two tabs: the second still shows the proposal as nobody had judged it."""
    one = passage(visitor, "On 3 March")
    page = visitor.get(f"/proposals/{one.id}").text
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    assert visitor.post(f"/proposals/{one.id}/judge", action="accept", seen=seen).status_code == 303
    second = visitor.post(f"/proposals/{one.id}/judge", action="reject", reason="no", seen=seen)
    assert second.status_code == 409
    assert "rejected" in second.text
    assert "accepted" in second.text
    assert written(harbour) == [f"accept {one.id}"]


def test_undo_takes_back_the_last_decision_and_shows_it_again(visitor: Visitor, harbour: Desk) -> None:
    one = passage(visitor, "On 3 March")
    judge(visitor, one, "accept")
    answer = visitor.post("/undo")
    assert answer.headers["location"] == f"/proposals/{one.id}"
    assert written(harbour) == [f"accept {one.id}", f"undo {one.id}"]
    assert one.id not in visitor.book.outcomes
    assert visitor.post("/undo").headers["location"].endswith("done=nothing-to-undo")


def test_a_batch_is_shown_first_and_one_undo_takes_all_of_it_back(visitor: Visitor, harbour: Desk) -> None:
    names = [one.id for one in visitor.book.proposals.values() if one.value("form") == "agreement"]
    shown = visitor.post("/batch/preview", action="accept", about=names)
    assert shown.text.count('name="about"') == 3
    assert not (harbour.folder / "decisions" / "mori.jsonl").exists()
    assert visitor.post("/batch", action="accept", about=names).status_code == 303
    assert len(written(harbour)) == 3
    assert visitor.book.unjudged() == 2
    visitor.post("/undo")
    assert len(written(harbour)) == 4
    assert visitor.book.unjudged() == 5


def test_a_batch_takes_all_of_one_pattern(visitor: Visitor) -> None:
    pattern = visitor.book.by_id[passage(visitor, "国際協力銀行").id].pattern
    shown = visitor.post("/batch/preview", action="accept", pattern=pattern)
    assert shown.text.count('name="about"') == 2


def test_skipped_proposals_come_last(visitor: Visitor) -> None:
    first = visitor.get("/next").headers["location"].rpartition("/")[2]
    visitor.post(f"/proposals/{first}/judge", action="skip")
    seen = []
    for _ in range(5):
        now = visitor.get("/next").headers["location"].rpartition("/")[2].partition("?")[0]
        seen.append(now)
        visitor.post(f"/proposals/{now}/judge", action="unsure")
    assert seen[-1] == first
    assert len(set(seen)) == 5


def test_what_the_machine_missed_is_added_by_its_words(visitor: Visitor, harbour: Desk) -> None:
    document = passage(visitor, "On 3 March").document
    body = visitor.book.text(document)
    assert body is not None
    start = body.body.index("officials said")
    answer = visitor.post(
        f"/documents/{document}/add", start=str(start), end=str(start + 9), kind="expectation", f__side__value="ID",
        f__said__value="goal",
    )  # fmt: skip
    assert answer.status_code == 303, answer.text
    found = next(one for one in visitor.book.proposals.values() if one.reader == "person:mori")
    assert (found.passage, found.kind.value) == ("officials", "expectation")
    assert visitor.book.outcomes[found.id].state is State.AGREED
    assert [row.row.kind.value for row in visitor.book.ledger().kept.lists.said] == ["goal"]
    visitor.post("/undo")
    assert found.id not in visitor.book.proposals
    again = alone(harbour)
    assert found.id not in again.book.proposals or not again.book.outcomes.get(found.id)


def test_a_source_that_changed_is_asked_about_again_only_where_the_reading_changed(
    visitor: Visitor, harbour: Desk
) -> None:
    """The article is captured again, corrected: the loan now reads 460 million, the rest as before."""
    first = passage(visitor, "On 3 March")
    for words in ("On 3 March", "Earlier the two"):
        judge(visitor, passage(visitor, words), "accept", reason="")
    body = readings.ENGLISH.replace("USD 450 million", "USD 460 million") + " Corrected."
    document = harbour.document("article-2.txt", body, source=first.source, publisher="Harbour Times", language="en")
    shown = harbour.body(document)
    loan = readings.reading(
        shown,
        shown.partition(". Earlier")[0] + ".",
        document=document,
        source=first.source,
        match="cranes",
        fields={"form": ("agreement", "loan agreement"), "stage": ("signed", "signed")},
        sums=[("commitment", "460000000", "USD", "USD 460 million")],
    )
    again = readings.reading(
        shown,
        "Earlier the two had signed a memorandum of understanding on a USD 300 million loan.",
        document=document,
        source=first.source,
        match="cranes",
        fields={"form": ("memorandum", "memorandum of understanding")},
        sums=[("pledge", "300000000", "USD", "USD 300 million")],
    )
    harbour.read([loan, again], "rules", "2")
    waiting = [one["passage"] for one in visitor.get("/api/queue").json()["questions"]]
    assert any("460 million" in words for words in waiting)
    assert not any(words.startswith("Earlier the two") for words in waiting)
    assert "have both changed since this was judged" in visitor.get(f"/proposals/{loan.id}").text
    assert len(visitor.book.decisions()) == 2


def test_what_was_missed_may_open_a_deal_and_one_undo_takes_both_back(visitor: Visitor, harbour: Desk) -> None:
    document = passage(visitor, "国際協力銀行").document
    answer = visitor.post(
        f"/documents/{document}/add", start="0", end="6", kind="deal", f__stage__value="announced", deal="new",
        title="港の計画",
    )  # fmt: skip
    assert answer.status_code == 303, answer.text
    assert "港の計画" in {deal.case.title for deal in visitor.book.ledger().deals}
    visitor.post("/undo")
    assert "港の計画" not in {deal.case.title for deal in visitor.book.ledger().deals}
    assert len(written(harbour)) == 3


def test_a_look_is_one_key_with_date_and_name(visitor: Visitor) -> None:
    assert "cranes" in visitor.get("/deals?silent=1").text
    assert visitor.post("/deals/cranes/look", back="/deals?silent=1").status_code == 303
    (look,) = visitor.book.ledger().deals[0].case.looks
    assert (look.by, look.found) == ("mori", "nothing")
    assert "/deals/cranes" not in visitor.get("/deals?silent=1").text


def test_deals_are_joined_and_split(visitor: Visitor) -> None:
    station, loan = passage(visitor, "A power station"), passage(visitor, "On 3 March")
    judge(visitor, station, "accept", title="Station")
    judge(visitor, loan, "accept")
    new = next(name for name in visitor.book.deals() if name != "cranes")
    visitor.get("/deals")
    going = [one.id for one in visitor.book.ledger().deals[0].case.statements if loan.id[:10] in one.id]
    split = visitor.post("/deals/cranes/split", statement=going, title="Loan", reason="another quay")
    assert split.status_code == 303, split.text
    assert len(visitor.book.ledger().deals) == 3
    joined = visitor.post(f"/deals/{new}/join", into="cranes", reason="one deal")
    assert joined.status_code == 303
    assert len(visitor.book.ledger().deals) == 2
    visitor.post("/undo")
    assert len(visitor.book.ledger().deals) == 3


def test_among_thousands_of_deals_the_nearest_are_offered_and_any_can_be_named(visitor: Visitor) -> None:
    visitor.book._titles |= {f"deal-{number}": f"Road number {number}" for number in range(3_000)}
    one = passage(visitor, "On 3 March")
    page = visitor.get(f"/proposals/{one.id}").text
    assert page.count('<option value="deal-') < 100
    assert 'value="cranes" selected' in page
    assert "deal-2718" in visitor.get("/deals/options?other=road+2718").text
    judge(visitor, one, "accept", deal="cranes", other="deal-2718")
    came = visitor.book.outcomes[one.id].judgement
    assert came is not None
    assert came.change.deal == "deal-2718"


def test_a_comment_is_numbered_answered_and_lands(visitor: Visitor) -> None:
    visitor.post("/comments", about="cranes", kind="dispute", text="It was 310 million", by="A reader")
    visitor.post("/comments", about="cranes", kind="comment", text="See also the annual report")
    visitor.post("/comments/1/answer", text="You are right", upheld="yes", release="2")
    page = visitor.get("/comments").text
    assert "№ 1" in page
    assert "№ 2" in page
    assert "upheld" in page
    assert visitor.post("/comments/9/answer", text="x").status_code == 404


def test_a_release_is_refused_until_all_is_judged_and_somebody_has_looked(visitor: Visitor) -> None:
    def digest() -> str:
        return visitor.get("/release").text.partition('name="digest" value="')[2].partition('"')[0]

    assert visitor.post("/release/publish", digest=digest()).status_code == 409
    names = list(visitor.book.proposals)
    visitor.post("/batch", action="accept", about=names)
    assert visitor.post("/release/publish", digest=digest()).status_code == 409
    visitor.post("/release/look", digest=digest())
    done = visitor.post("/release/publish", digest=digest())
    assert done.status_code == 303, done.text
    (signed,) = [one for one in visitor.book.standing() if one.action == "sign-off"]
    value = json.decode(signed.value)
    assert value["looked"] == ["mori"]
    assert "Signed off" in visitor.get("/release").text
    visitor.post("/deals/cranes/look")
    assert visitor.post("/release/publish", digest=digest()).status_code in (303, 409)


def test_history_shows_what_differs_between_two_days(visitor: Visitor) -> None:
    judge(visitor, passage(visitor, "On 3 March"), "accept")
    page = visitor.get("/history?since=2023-12-31&until=2024-12-31").text
    assert "announced" in page
    assert "signed" in page


def test_every_page_answers_in_three_languages(visitor: Visitor) -> None:
    judge(visitor, passage(visitor, "On 3 March"), "accept")
    one = passage(visitor, "国際協力銀行")
    paths = [
        path
        for method, path, *_ in ROUTES
        if method == "GET" and "{" not in path and path not in ("/enter", "/deals/options")
    ]
    paths += [f"/proposals/{one.id}", f"/documents/{one.document}", "/deals/cranes"]
    for language in LANGUAGES:
        for path in paths:
            answer = visitor.get(path, **{"Accept-Language": language})
            assert answer.status_code in (200, 303), (path, answer.text)
            if answer.status_code == 200:
                assert f'<html lang="{language}"' in answer.text


def test_every_word_of_the_templates_is_in_the_table() -> None:
    import re

    from warifu.desk import app

    folder = Path(app.__file__).parent / "templates"
    used = {key for path in folder.glob("*.html") for key in re.findall(r'\bt\("([a-z0-9-]+)"\)', path.read_text())}
    assert used - WORDS.keys() == set()
    assert [key for key, row in WORDS.items() if not all(row)] == []


def test_a_coder_does_not_see_the_others_judgement_before_both_have_judged(team: Team) -> None:
    mori, ito, sato = team("mori"), team("ito"), team("sato")
    one = passage(mori, "On 3 March")
    judge(mori, one, "reject", reason="the secret reason of mori")
    for path in (f"/proposals/{one.id}", "/queue", "/log", "/comments", f"/api/proposals/{one.id}", "/history"):
        assert "secret reason" not in ito.get(path).text, path
    judge(ito, one, "accept")
    assert "secret reason" in ito.get(f"/proposals/{one.id}").text or one.id in sato.get("/disputes").text


def test_where_coders_differ_a_third_person_decides_with_both_readings(team: Team) -> None:
    mori, ito, sato = team("mori"), team("ito"), team("sato")
    one = passage(mori, "On 3 March")
    judge(mori, one, "accept", reason="in force by then", f__stage__value="in force")
    judge(ito, one, "accept")
    assert mori.book.outcomes[one.id].state is State.DISPUTED
    assert ito.get("/disputes").status_code == 403
    assert one.id in sato.get("/disputes").text
    page = sato.get(f"/proposals/{one.id}").text
    assert "in force by then" in page
    taken = judge(sato, one, "take", take="ito", role="adjudicator")
    assert taken.status_code == 303, taken.text
    assert mori.book.outcomes[one.id].state is State.DECIDED
    assert one.passage[:40] in mori.get("/overruled").text
    assert one.passage[:40] not in ito.get("/overruled").text


def test_agreement_is_shown_while_people_code(team: Team) -> None:
    mori, ito = team("mori"), team("ito")
    for number, one in enumerate(list(mori.book.proposals.values())):
        judge(mori, one, "accept")
        judge(ito, one, "accept" if number else "reject", reason="no deal")
    page = mori.get("/agreement").text
    assert "α" in page
    found = {one["field"]: one for one in mori.get("/api/agreement").json()}
    assert found["verdict"]["n"] == 5
    assert len(found["verdict"]["disputed"]) == 1
    assert found["form"]["alpha"] == 1.0


@pytest.mark.parametrize(
    ("name", "path", "form"),
    [
        ("reader", "/proposals/{one}/judge", {"action": "accept"}),
        ("abe", "/proposals/{one}/judge", {"action": "accept"}),
        ("mori", "/release/publish", {"digest": "x"}),
        ("sato", "/release/publish", {"digest": "x"}),
        ("reader", "/comments/1/answer", {"text": "x"}),
        ("reader", "/deals/cranes/look", {}),
    ],
)
def test_a_role_allows_what_it_allows_and_no_more(team: Team, name: str, path: str, form: dict[str, str]) -> None:
    visitor = team(name)
    one = passage(visitor, "On 3 March")
    assert visitor.post(path.format(one=one.id), **form).status_code == 403
    assert visitor.book.decisions() == []


def test_a_reader_sees_no_button_that_would_be_refused(team: Team) -> None:
    reader = team("reader")
    one = passage(reader, "On 3 March")
    for path in ("/queue", f"/proposals/{one.id}", "/deals/cranes"):
        page = reader.get(path).text
        assert 'value="accept"' not in page
        assert "/look" not in page


def test_a_coder_cannot_settle_a_dispute_that_they_are_part_of(team: Team) -> None:
    mori, ito = team("mori"), team("ito")
    one = passage(mori, "On 3 March")
    judge(mori, one, "accept")
    judge(ito, one, "reject", reason="no")
    assert judge(mori, one, "accept", role="adjudicator").status_code == 422
    assert mori.book.outcomes[one.id].state is State.DISPUTED


def test_a_desk_before_anything_was_read_says_how_to_have_it_read(tmp_path: Path) -> None:
    page = alone(readings.workspace(tmp_path / "harbour")).get("/queue").text
    assert "warifu read FOLDER" in page
    assert "All proposals are judged" not in page
