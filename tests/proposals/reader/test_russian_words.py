"""Russian words and idioms: what a sentence of each family tells before anything is weighed."""

from __future__ import annotations

import pytest

from warifu.proposals.reader.deals import Deals
from warifu.proposals.reader.lexicon import lexicon_of
from warifu.proposals.reader.page import Page, folded
from warifu.proposals.reader.sentences import sentences
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.table import default_table
from warifu.proposals.reader.words import Draft


def first(text: str) -> Draft:
    """The first draft that the rules make of a text."""
    page = Page("d" * 64, text, "", "2020-06-15", "ru", spun="none")
    body = folded(page.body)
    story = Story(page, body, "ru", lexicon_of("ru"), default_table(), sentences(body))
    return Deals(story).candidates()[0].draft


@pytest.mark.parametrize(
    ("text", "paper", "stage"),
    [
        ("Дорожная карта Армении и Турции о границе пылится с 2009 года.", "statement", "stalled"),
        ("Проект порта в Танзании, который вела China Harbour, заглох.", "project", "stalled"),
        ("Ниамей разорвал военное соглашение с Вашингтоном.", "agreement", "cancelled"),
        ("Совместное предприятие «Роснефти» и ExxonMobil ликвидировано.", "venture", "cancelled"),
        ("Третий год консорциум Bechtel прокладывает автостраду в Косове.", "contract", "under way"),
        ("Испанская Talgo собирает для Узбекистана два поезда по контракту.", "purchase", "under way"),
        ("Абхазия заняла у Москвы почти 900 млн рублей.", "loan", "financed"),
        ("По подписанному в Минске договору ВТБ откроет «Беларуськалию» кредит на 700 млн долларов.", "loan", "signed"),
        ("Японская NEXI выдала гарантию на 26 млрд иен банку MUFG.", "guarantee", "signed"),
        ("«Газпром» продал «Зарубежнефти» 20% компании «Блок»; сделка закрыта в мае.", "equity", "financed"),
        ("Польша подписала с Hyundai Rotem контракт на 180 танков.", "purchase", "signed"),
        ("Россия и Франция подписали договор о дружбе.", "agreement", "signed"),
        ("Казахстан и Оман учредили общий фонд на 100 млн долларов.", "fund", "under way"),
        ("Ташкент зовет Hyundai создать общее предприятие по выпуску грузовиков.", "venture", "proposed"),
        ("Россия будет десять лет отгружать Индии нефть.", "purchase", "announced"),
        ("Китай предложил Эфиопии льготный кредит.", "loan", "announced"),
        ("Европейский союз и Индия объявили о завершении переговоров по соглашению.", "agreement", "announced"),
        ("Египет и Саудовская Аравия парафировали соглашение.", "agreement", "announced"),
        ("Анкара и Багдад договорились делить воду Тигра.", "agreement", "announced"),
        ("Из Австралии в Японию отгружен первый из десяти танкеров с газом.", "purchase", "under way"),
        ("Таджикистан и Всемирный банк завершили подписание грантового соглашения.", "grant", "signed"),
        ("Сделка Тегерана с Пекином сорвана.", "papers", "cancelled"),
        ("Правительство Турции согласилось поручиться за заем «Роснефти».", "guarantee", "announced"),
        ("Кредитное соглашение между Россией и Кубой не заключено.", "loan", "stalled"),
    ],
)
def test_a_family_of_russian_words_tells_its_paper_and_stage(text: str, paper: str, stage: str) -> None:
    draft = first(text)
    assert (draft.paper.value, draft.stage.value) == (paper, stage)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Анкара и Багдад подписали меморандум о воде.", {"Анкара": "signatory", "Багдад": "signatory"}),
        ("Россия предоставит Мали кредит на 10 млн долларов.", {"Россия": "provider", "Мали": "receiver"}),
        ("Красный Крест Японии перечислил Филиппинам 4 млн долларов.", {"Филиппинам": "receiver"}),
        ("Сирия просит у Кувейта кредит на 50 млн долларов.", {"Сирия": "receiver", "Кувейта": "provider"}),
        ("Подаренная Китаем Белоруссии гостиница открыта.", {"Китаем": "provider", "Белоруссии": "receiver"}),
        ("ЕБРР одобрил заявку «Навоиазота» на кредит в 60 млн долларов.", {"Навоиазота": "receiver"}),
        ("Киргизия обратилась к Японии с просьбой о гранте.", {"Киргизия": "receiver", "Японии": "provider"}),
        ("Договор «Росатома» с Египтом на строительство подписан.", {"Росатома": "provider", "Египтом": "receiver"}),
    ],
)
def test_a_russian_name_takes_the_role_that_its_form_and_verb_tell(text: str, roles: dict[str, str]) -> None:
    found = {one.mention.text: one.role for one in first(text).parties}
    assert {name: found.get(name) for name in roles} == roles


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "Банк подписал с Грузией кредит на 45 млн евро. Программа обучения инженеров приостановлена.",
            "signed",
        ),
        ("Банк подписал с Грузией кредит на 45 млн евро. Позже договор расторгли.", "cancelled"),
    ],
)
def test_a_halt_of_something_else_leaves_the_deal_before_as_it_was(text: str, stages: str) -> None:
    assert first(text).stage.value == stages


def test_a_table_with_no_sentence_above_it_lists_what_its_head_names() -> None:
    head = "Заемщик кредита | Цель | Сумма | Примечание"
    row = "Бангладеш | АЭС «Руппур» | 11,38 млрд долл. | реализуется"
    draft = first(f"{head}\n{row}\n")
    assert (draft.paper.value, draft.stage.value, draft.parties[0].role) == ("loan", "under way", "receiver")
