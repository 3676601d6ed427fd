"""Who is put in charge: subjects, objects and agents of charge."""

from __future__ import annotations

import pytest

from proposals.reader.beside_a_paper import readings
from warifu.proposals.proposal import Kind, Proposal


def charged(text: str, language: str = "en") -> list[Proposal]:
    return readings(Kind.MANDATE, text, language)


@pytest.mark.parametrize(
    ("text", "field", "who", "charge"),
    [
        ("Finance Minister Ana Rojas will oversee the works.", "person", "Ana Rojas", "the works"),
        ("Ana Rojas, the energy minister of Peru, is in charge of the talks.", "person", "Ana Rojas", "the talks"),
        ("Peru's president has tasked Ana Rojas with the follow-up.", "person", "Ana Rojas", "Ana Rojas"),
        (
            "The works are supervised by the Ministry of Transport of Peru.",
            "body",
            "Ministry of Transport",
            "The works",
        ),
        (
            "The Minister of Transport shall coordinate the programme.",
            "office",
            "Minister of Transport",
            "the programme",
        ),
        (
            "Responsibility for the plan lies with State Secretary Ana Rojas.",
            "person",
            "Ana Rojas",
            "State Secretary Ana Rojas",
        ),
    ],
)
def test_the_one_in_charge_and_the_charge(text: str, field: str, who: str, charge: str) -> None:
    (found,) = charged(text)
    assert who in found.value(field)
    assert charge in found.value("charge")


@pytest.mark.parametrize(
    "text",
    [
        "A delegation headed by the Minister of Transport arrived in Lima.",
        "The loan was arranged by a consortium led by Banco Azul.",
        "Nobody will oversee the works.",
    ],
)
def test_guests_and_lenders_are_not_in_charge(text: str) -> None:
    assert charged(text) == []


def test_two_offices_may_share_a_charge() -> None:
    found = charged(
        "Both presidents instructed the Finance Minister of Peru and the Trade Minister of Chile to check it."
    )
    assert len(found) == 2


def test_a_russian_charge_laid_on_somebody() -> None:
    (found,) = charged("Контроль за ходом работ возложен на Министерство транспорта Перу.", "ru")
    assert "транспорта" in found.value("body") or "транспорта" in found.value("office")


def test_a_japanese_title_may_name_the_charge() -> None:
    (found,) = charged("会談には山田太郎対ペルー経済協力担当大臣が出席した。", "ja")
    assert "担当大臣" in found.value("office")


def test_a_japanese_subject_of_charge() -> None:
    (found,) = charged("経済産業省は官民協議会の事務局を担当する。", "ja")
    assert (found.value("body"), found.value("country")) == ("経済産業省", "JP")


@pytest.mark.parametrize(
    ("text", "language", "field", "who"),
    [
        ("Executing agency: Ministry of Works.", "en", "body", "Ministry of Works"),
        ("The follow-up was entrusted to the Ministry of Transport of Peru.", "en", "body", "Ministry of Transport"),
        ("The presidents instructed their energy ministers to draft a treaty.", "en", "office", "energy ministers"),
        ("Minister Ana Rojas is in Lima and will conduct the negotiations.", "en", "person", "Ana Rojas"),
        ("Peru named Ana Rojas special envoy for the talks.", "en", "person", "Ana Rojas"),
        ("Исполнителем проекта назначено Министерство транспорта Перу.", "ru", "body", "Министерство транспорта"),
        ("Контроль за исполнением соглашения возложен на вице-премьера Анну Рохас.", "ru", "person", "Анну Рохас"),
        ("委員会の議長には田中一郎経産相が就く。", "ja", "person", "田中一郎"),
    ],
)  # fmt: skip
def test_whoever_is_told_to_see_to_it(text: str, language: str, field: str, who: str) -> None:
    (found,) = charged(text, language)
    assert who in found.value(field)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Министры подписали договор.", "ru"),
        ("Банк сохраняет контроль над дочерним банком.", "ru"),
        ("Peru has been asked for a first loan.", "en"),
        ("外務省所管の無償資金協力予算は減った。", "ja"),
    ],
)
def test_signing_and_owning_put_nobody_in_charge(text: str, language: str) -> None:
    assert charged(text, language) == []
