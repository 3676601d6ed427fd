"""The first-run assistant: good guesses with reasons, questions where it cannot guess, nothing believed unread."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from warifu.proposals import imports
from warifu.proposals.imports import assistant, mapping

from .conftest import told

TODAY = date(2026, 11, 26)

ENGLISH = """\
Deal ID,Project title,Donor,Recipient,Status,Date signed,Amount (USD m),Type of finance,Sector,Source URL
A-1,Harbour cranes,Japan,Indonesia,Signed,04/03/2019,12.5,Concessional loan,Transport,https://a.example/1
A-2,Solar park,Japan,Viet Nam,Under implementation,15/04/2019,300,Grant,Energy,https://a.example/2
A-3,Railway,China,Laos,Completed,28/05/2020,"1,200.5",Export credit,Transport,https://a.example/3
A-4,Clinic,China,Cambodia,On hold,30/06/2021,,Grant,Health,https://a.example/4
"""

JAPANESE = """\
案件番号,案件名,相手国,状況,署名年月日,金額（億円）,形態,分野
J-1,港湾整備計画,インドネシア,署名,2019年3月4日,12.5,円借款,運輸
J-2,太陽光発電所建設計画,ベトナム,実施中,2019年4月15日,300,無償資金協力,エネルギー
J-3,鉄道改修計画第二期,ラオス,完了,2020年5月28日,45,円借款,運輸
"""

RUSSIAN = """\
Номер;Название проекта;Получатель;Статус;Дата подписания;Сумма, млн;Валюта;Отрасль
Р-1;Модернизация порта;Индонезия;подписано;04.03.2019;12,5;JPY;Транспорт
Р-2;Солнечная электростанция;Вьетнам;реализуется;15.04.2019;300;USD;Энергетика
Р-3;Железная дорога, вторая очередь;Лаос;завершено;28.05.2020;45;USD;Транспорт
"""


def answered(text: str) -> str:
    """The proposal with its questions answered and nothing else changed."""
    text = text.replace('publisher: "???"', "publisher: A ministry").replace('published: "???"', "published: 2021")
    return text.replace('coder: "???"', "coder: A coder").replace('{text: "???"}', "{text: JPY}")


def proposed(
    tmp_path: Path, table: str, name: str = "aid.csv", encoding: str = "utf-8"
) -> tuple[assistant.Draft, Path]:
    path = tmp_path / name
    path.write_text(table, encoding=encoding)
    return assistant.propose(path, TODAY), path


def imported(tmp_path: Path, text: str, table: Path) -> imports.Imported:
    path = tmp_path / "aid.yaml"
    path.write_text(text, encoding="utf-8")
    return imports.read_one(path, "imports/aid.yaml", table)


def test_an_english_table_needs_only_its_questions_answered(tmp_path: Path) -> None:
    draft, table = proposed(tmp_path, ENGLISH)
    assert draft.asks == (
        "who published the table (release, publisher)",
        "when it was published (release, published)",
        "who coded its rows (coder)",
    )
    found = imported(tmp_path, answered(draft.text), table)
    assert told(found) == []
    cranes, _, railway, clinic = (file.sheet for file in found.sheets)
    assert (cranes.deal, cranes.title, cranes.instrument) == ("A-1", "Harbour cranes", "loan")
    assert [(row.kind, str(row.amount), row.on and row.on.text) for row in cranes.sums] == [
        ("commitment", "12,500,000 USD", "2019-03-04")
    ]
    assert [(row.stage, row.on and row.on.text) for row in railway.stages] == [("delivered", "2020-05-28")]
    assert str(railway.sums[0].amount) == "1,200,500,000 USD"
    assert [row.status for row in clinic.status] == ["stalled"]
    assert {(item.row.name) for item in found.parties} == {
        "Japan",
        "China",
        "Indonesia",
        "Viet Nam",
        "Laos",
        "Cambodia",
    }


def test_a_japanese_table_in_its_own_encoding(tmp_path: Path) -> None:
    draft, table = proposed(tmp_path, JAPANESE, encoding="cp932")
    found = imported(tmp_path, answered(draft.text), table)
    assert told(found) == []
    assert [(file.sheet.title, file.sheet.stages[0].stage, file.sheet.instrument) for file in found.sheets] == [
        ("港湾整備計画", "signed", "loan"),
        ("太陽光発電所建設計画", "financed", "grant"),
        ("鉄道改修計画第二期", "delivered", "loan"),
    ]
    assert [str(file.sheet.sums[0].amount) for file in found.sheets][:1] == ["1,250,000,000 JPY"]
    assert found.sheets[0].sheet.stages[0].on is not None
    assert found.sheets[0].sheet.stages[0].on.text == "2019-03-04"


def test_a_russian_table_with_semicolons(tmp_path: Path) -> None:
    draft, table = proposed(tmp_path, RUSSIAN)
    found = imported(tmp_path, answered(draft.text), table)
    assert told(found) == []
    assert [(file.sheet.title, file.sheet.stages[0].stage) for file in found.sheets] == [
        ("Модернизация порта", "signed"),
        ("Солнечная электростанция", "financed"),
        ("Железная дорога, вторая очередь", "delivered"),
    ]
    assert [str(file.sheet.sums[0].amount) for file in found.sheets] == [
        "12,500,000 JPY", "300,000,000 USD", "45,000,000 USD",
    ]  # fmt: skip


def test_every_guess_says_why(tmp_path: Path) -> None:
    draft, _ = proposed(tmp_path, ENGLISH)
    why = {guess.field: guess.why for guess in draft.guesses}
    assert why["amount"] == "its name has 'amount', and 100% of its values are numbers"
    assert why["id"] == "its name has 'deal id', and no value stands twice"
    for guess in draft.guesses:
        assert guess.why in draft.text


def test_a_proposal_with_open_questions_cannot_be_imported(tmp_path: Path) -> None:
    draft, table = proposed(tmp_path, ENGLISH)
    found = imported(tmp_path, draft.text, table)
    assert {problem.rule for problem in found.problems} == {"unanswered"}
    assert len(found.problems) == 3


def test_words_it_does_not_know_are_asked_and_not_guessed(tmp_path: Path) -> None:
    draft, table = proposed(tmp_path, ENGLISH.replace("On hold", "Blue"))
    assert any("'Blue'" in ask for ask in draft.asks)
    assert re.search(r'# "Blue": \?\?\? +\(1 rows looked at\)', draft.text)
    [problem] = {problem.message for problem in imported(tmp_path, answered(draft.text), table).problems}
    assert problem.startswith("'Blue' is none of the words of the mapping")


def test_a_table_of_which_nothing_is_known_is_all_questions(tmp_path: Path) -> None:
    draft, _ = proposed(tmp_path, "x,y\n1,2\n1,3\n")
    assert "which column names each deal by an id of its own (deals, id)" in draft.asks
    assert "which column is the title (deals, title)" in draft.asks


def test_the_same_table_gives_the_same_proposal(tmp_path: Path) -> None:
    assert proposed(tmp_path, ENGLISH)[0] == proposed(tmp_path, ENGLISH)[0]


def test_every_proposal_is_a_well_formed_mapping(tmp_path: Path) -> None:
    for table, encoding in ((ENGLISH, "utf-8"), (JAPANESE, "cp932"), (RUSSIAN, "cp1251")):
        draft, _ = proposed(tmp_path, table, encoding=encoding)
        path = tmp_path / "aid.yaml"
        path.write_text(answered(draft.text), encoding="utf-8")
        assert mapping.read(path, "aid.yaml")[2] == []


def test_a_hostile_column_name_cannot_break_out_of_its_quotes(tmp_path: Path) -> None:
    draft, table = proposed(tmp_path, ENGLISH.replace("Project title", '"Project title""}: #\\ \n coder: x"'))
    found = imported(tmp_path, answered(draft.text), table)
    assert all(file.sheet.coder == "A coder" for file in found.sheets)


def test_an_iati_file_needs_no_questions(tmp_path: Path) -> None:
    path = tmp_path / "activities.xml"
    path.write_text(
        '<iati-activities version="2.03" generated-datetime="2020-06-07T00:00:00"><iati-activity>'
        "<iati-identifier>XM-DAC-1-7</iati-identifier><reporting-org ref='XM-DAC-1'><narrative>A ministry</narrative>"
        "</reporting-org><title><narrative>A harbour</narrative></title></iati-activity></iati-activities>",
        encoding="utf-8",
    )
    draft = assistant.propose(path, TODAY)
    assert (draft.asks, draft.rows) == ((), 1)
    found = imported(tmp_path, draft.text, path)
    assert told(found) == []
    assert [file.sheet.deal for file in found.sheets] == ["XM-DAC-1-7"]


@pytest.mark.parametrize("table", ["", "id,title\n"])
def test_a_table_without_rows_is_told(tmp_path: Path, table: str) -> None:
    draft, _ = proposed(tmp_path, table)
    assert [problem.rule for problem in draft.problems] == ["no-rows"]
