"""Tables: what their heads, titles and cells tell of each row."""

from __future__ import annotations

import pytest

from warifu.proposals.reader.deals import Deals
from warifu.proposals.reader.lexicon import lexicon_of
from warifu.proposals.reader.page import Page
from warifu.proposals.reader.rows import cells_of
from warifu.proposals.reader.sentences import sentences
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.table import default_table
from warifu.proposals.reader.words import Draft


def drafts(title: str, body: str, language: str = "en") -> list[Draft]:
    story = Story(
        Page("d", body, title, "2024-05-02", language),
        body,
        language,
        lexicon_of(language),
        default_table(),
        sentences(body),
    )
    return [one.draft for one in Deals(story).candidates() if one.draft.stage.rule == "stage:table"]


def roles(draft: Draft) -> set[tuple[str, str]]:
    return {(one.role, one.mention.text) for one in draft.parties}


def test_columns_tell_who_gives_what_was_paid_and_that_it_is_a_loan() -> None:
    body = (
        "Lender / project / signed / amount (USD million) / disbursed\n"
        "JICA / Bor road / 2018 / 128.0 / 41.9\n"
        "KfW / Juba grid / 2019 / 77.0 / 12.5\n"
        "India Exim / solar park / – / 30.0 / approved, not signed\n"
    )
    first, _, last = drafts("Portfolio list: Uganda (USD million)", body)
    assert ("provider", "JICA") in roles(first)
    assert ("receiver", "Uganda") in roles(first)
    assert (first.paper.value, first.stage.value) == ("loan", "financed")
    assert [one.kind for one in first.sums] == ["commitment", "disbursement"]
    assert last.stage.value == "announced"


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        ("suspended", "stalled"),
        ("withdrawn from the agenda", "cancelled"),
        ("signed 12 April 2024", "signed"),
        ("handed over in full", "delivered"),
        ("under negotiation", "proposed"),
        ("works in progress", "under way"),
        ("fully disbursed", "financed"),
        ("approved 3 April 2024", "announced"),
    ],
)
def test_the_cell_of_the_state_tells_the_stage(state: str, stage: str) -> None:
    body = f"Beneficiary | Project | Amount | State\nNiger | trucks | EUR 25 million | {state}\n"
    (draft,) = drafts("European Peace Facility: grants", body)
    assert draft.stage.value == stage
    assert ("receiver", "Niger") in roles(draft)


def test_russian_rows_without_a_sum_are_told_too() -> None:
    body = "Заемщик | Цель | Сумма | Примечание\nИордания | АЭС | — | переговоры прекращены в 2018 году\n"
    (draft,) = drafts("Межправительственные кредиты", body, "ru")
    assert (draft.paper.value, draft.stage.value) == ("loan", "cancelled")
    assert ("receiver", "Иордания") in roles(draft)


def test_sums_that_are_still_owed_are_none() -> None:
    body = (
        "Creditor – loan – original amount – outstanding (USD m)\n"
        "JICA – port – USD 40.0 m – 36.4\nKfW – road – USD 20.0 m – 3.5\nADB – grid – USD 10.0 m – 1.5\n"
    )
    assert [len(one.sums) for one in drafts("External loans of Tonga", body)] == [1, 1, 1]


def test_a_dash_in_running_text_parts_no_cells() -> None:
    body = "The loan – the first – was signed. It was large.\nJapan – the lender – paid. It was quick.\nAll was well."
    assert not any(one.row for one in sentences(body))
    assert [cell.text for cell in cells_of("Kenya | road | EUR 5 m")] == ["Kenya", "road", "EUR 5 m"]
