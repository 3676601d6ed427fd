"""Readings of a text that stands beside a signed paper, without which the side readings stay silent."""

from __future__ import annotations

from warifu.proposals.proposal import Kind, Proposal
from warifu.proposals.reader import Page, read

PAPER = {
    "en": " Peru and Chile signed a loan agreement.",
    "ru": " Перу и Чили подписали кредитное соглашение.",
    "ja": "日本とペルーは借款契約に署名した。",
}


def readings(kind: Kind, text: str, language: str = "en") -> list[Proposal]:
    """Those of one kind; every quote stands in the body where it says."""
    page = Page("d", text + PAPER[language], "", "2024-05-02", language)
    found = [one for one in read(page) if one.kind is kind]
    assert all(page.body[start:end] == quote for one in found for start, end, quote in one.quotes())
    return found
