"""Grammar of Russian and Japanese: what a clause says happened, and how a name hangs in it."""

from __future__ import annotations

from datetime import date

import pytest

from warifu.proposals.reader.clauses import Happened, clauses, masked
from warifu.proposals.reader.days import days
from warifu.proposals.reader.deals import Deals
from warifu.proposals.reader.events import happened
from warifu.proposals.reader.lexicon import lexicon_of
from warifu.proposals.reader.links import link_of
from warifu.proposals.reader.mentions import Names
from warifu.proposals.reader.money import amounts
from warifu.proposals.reader.page import Page
from warifu.proposals.reader.sentences import sentences
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.table import default_table


def told(line: str, language: str) -> Happened | None:
    """What the last clause of a line says happened."""
    names, sums = Names(default_table(), language).read(line), amounts(line)
    when = days(line, date(2024, 5, 5))
    lexicon = lexicon_of(language)
    found = clauses(line, names, sums, when, lexicon)
    return happened(found[-1], masked(line, names, sums, when), lexicon)


@pytest.mark.parametrize(
    ("line", "event", "denied"),
    [
        ("Стороны подписали меморандум.", "sign", False),
        ("Соглашение пока не подписано.", "sign", True),
        ("Ни одного документа по проекту подписано не было.", "sign", True),
        ("Подписание контракта ожидается в мае.", "plan", False),
        ("Договор подпишут осенью.", "plan", False),
        ("Контракт будет заключен до конца года.", "plan", False),
        ("Банк предоставит кредит на 50 млн долларов.", "pledge", False),
        ("Банк предоставил кредит на 50 млн долларов.", "give", False),
        ("Переговоры о кредите прекращены.", "cancel", False),
        ("Подписанное в 2014 году соглашение расторгнуто.", "cancel", False),
        ("Обещанный кредит так и не выдан.", "stall", False),
        ("Заем был бы выделен в мае.", "plan", False),
        ("Стороны договорились рассмотреть проект.", "plan", False),
        ("Компания объявила о выходе из проекта.", "cancel", False),
        ("Минфин опроверг, что кредит выделен.", "give", True),
        ("Власти надеются на новый заем.", "plan", False),
    ],
)
def test_a_russian_clause_is_told_by_the_form_of_its_verb(line: str, event: str, denied: bool) -> None:
    found = told(line, "ru")
    assert found is not None
    assert (found.event, found.denied) == (event, denied)


@pytest.mark.parametrize("line", ["Выделение средств на дороги.", "Предоставление кредита Кубе."])
def test_a_russian_noun_of_an_act_tells_no_act(line: str) -> None:
    assert told(line, "ru") is None


@pytest.mark.parametrize(
    ("line", "event", "denied"),
    [
        ("両者は覚書に署名した。", "sign", False),
        ("契約にはまだ署名していない。", "sign", True),
        ("具体的な合意には至っていない。", "pledge", True),
        ("貸付契約を結んだと発表した。", "sign", False),
        ("銀行は1億ドルを融資すると発表した。", "pledge", False),
        ("銀行は1億ドルを融資した。", "give", False),
        ("銀行は1億ドルを融資する見通しだ。", "plan", False),
        ("追加の拠出を凍結したことが分かった。", "stall", False),
        ("両国は締結に向け協議を続けることで一致した。", "plan", False),
        ("円借款を供与する方針を決めた。", "pledge", False),
        ("書簡の交換が行われました。", "sign", False),
        ("融資契約の署名を終えた。", "sign", False),
        ("協議を本格的に始めた。", "plan", False),
        ("交渉は物別れに終わった。", "cancel", False),
        ("投資協定を結びたいと述べた。", "plan", False),
        ("機材の引き渡し式が催された。", "finish", False),
        ("融資の3割を払い込んだ。", "work", False),
        ("契約に調印", "sign", False),
        ("鉄道の契約に調印へ", "plan", False),
        ("議定書は批准されないまま眠っている。", "stall", False),
        ("資金を貸し付ける意向書を出した。", "sign", False),
        ("計画を白紙に", "cancel", False),
    ],
)
def test_a_japanese_clause_is_told_by_what_ends_it(line: str, event: str, denied: bool) -> None:
    found = told(line, "ja")
    assert found is not None
    assert (found.event, found.denied) == (event, denied)


@pytest.mark.parametrize(
    ("line", "verb", "name", "link"),
    [
        ("Кредит на 50 млн долларов выделит Киргизии Китай.", "выделит", "Китай", "subject"),
        ("Кредит на 50 млн долларов выделит Киргизии Китай.", "выделит", "Киргизии", "to"),
        ("Заем одобрен Всемирным банком.", "одобрен", "Всемирным банком", "by"),
        ("Средства выделены за счет кредита Всемирного банка.", "выделены", "Всемирного банка", "from"),
        ("Сербия подписала с ЕБРР договор.", "подписала", "ЕБРР", "with"),
    ],
)
def test_a_russian_name_hangs_by_its_case(line: str, verb: str, name: str, link: str) -> None:
    at = line.index(verb)
    one = next(one for one in Names(default_table(), "ru").read(line) if one.text == name)
    assert link_of(line, one, (at, at + len(verb)), "ru") == link


def test_a_japanese_body_named_for_its_officer_takes_no_part() -> None:
    found = Names(default_table(), "ja").read("アフマド財務省次官が署名した。")
    assert [one.sort for one in found if "財務省" in one.text] == ["person"]


@pytest.mark.parametrize("line", ["タイトルを改めた。", "Груз доставлен в порт.", "Самым важным стал спор."])
def test_a_part_of_a_word_is_no_country(line: str) -> None:
    language = "ja" if line[0] > "\u3000" else "ru"
    assert not [one for one in Names(default_table(), language).read(line) if one.sort == "country"]


def test_a_comma_parts_the_fraction_before_a_russian_scale() -> None:
    (one,) = amounts("Сделка на 1,025 млрд долларов.")
    assert one.number == 1_025_000_000


@pytest.mark.parametrize(
    ("line", "edtf"),
    [("路線は17年12月に着工した。", "2017-12"), ("22年春から停止している。", "2022"), ("償還期間は30年。", "")],
)
def test_a_japanese_year_of_two_digits_is_a_year_only_where_it_dates(line: str, edtf: str) -> None:
    assert "".join(one.edtf for one in days(line, date(2024, 5, 5))) == edtf


@pytest.mark.parametrize(
    ("line", "roles"),
    [
        ("日本の円借款で建てられたケニアの港が開いた。", {"日本": "provider", "ケニア": "receiver"}),
        (
            "台湾電力は、カタールエナジーから天然ガスを買う契約を結んだ。",
            {"台湾電力": "receiver", "カタールエナジー": "provider"},
        ),
        ("ブータン農業省は、日本が贈ったトラクターを受領した。", {"ブータン農業省": "receiver", "日本": "provider"}),
        (
            "メキシコ市は、港の運営をハチソン社に委ねる契約を結んだ。",
            {"メキシコ市": "receiver", "ハチソン社": "provider"},
        ),
    ],
)
def test_who_gives_and_who_gets_in_japanese(line: str, roles: dict[str, str]) -> None:
    page = Page("d" * 64, line, "", "2020-06-15", "ja", spun="none")
    story = Story(page, line, "ja", lexicon_of("ja"), default_table(), sentences(line))
    found = {one.mention.text: one.role for one in Deals(story).candidates()[0].draft.parties}
    assert found == roles


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("日本の商社と中国企業が争う。", ["日本の商社", "中国企業"]),
        ("クリティカル・メタルズ社は米側と話した。", ["クリティカル・メタルズ社", "アメリカ合衆国"]),
        ("日印の協定は発効した。", ["日本", "インド"]),
        ("上水道と天然資源の事業は遅れた。", []),
    ],
)
def test_japanese_names_told_by_their_form(line: str, names: list[str]) -> None:
    assert [one.text for one in Names(default_table(), "ja").read(line) if one.party] == names
