# ruff: noqa: E501  tables of cases read best with one case a line
"""Listing documents by what is known of them, and saying what each thing known rests on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from warifu.documents.intake import Details, add
from warifu.documents.listing import Wanted, listed, why
from warifu.documents.records import records
from warifu.documents.store import open_store


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    made = {
        "a.html": ("<html><body><p>2016年12月16日</p><p>日本とロシアは協力プランに合意した。</p></body></html>", "https://www.mofa.go.jp/a"),
        "b.html": ("<html><body><p hidden>Secret words here.</p><p>Подписан меморандум о сотрудничестве.</p></body></html>", "https://tass.ru/b"),
        "c.txt": ("The sum was not stated by either side in Tokyo.", None),
    }  # fmt: skip
    details = {}
    for name, (words, address) in made.items():
        path = tmp_path / name
        path.write_text(words, "utf-8")
        details[str(path)] = Details(address=address, published="2017" if name == "b.html" else None)
    add(tmp_path / "w", sorted(details), details=details, now=lambda: datetime(2026, 1, 2, tzinfo=UTC))
    return tmp_path / "w"


@pytest.mark.parametrize(("wanted", "names"), [
    (Wanted(), "abc"), (Wanted(side="JP"), "a"), (Wanted(kind="news_agency"), "b"), (Wanted(rank=1), "a"),
    (Wanted(language="ru"), "b"), (Wanted(flag="hidden"), "b"), (Wanted(media_type="text/plain"), "c"),
    (Wanted(published_from="2016-12-17"), "b"), (Wanted(published_to="2016"), "a"), (Wanted(published_from="2017-05"), "b"),
    (Wanted(source="tass"), "b"), (Wanted(unread=True), ""), (Wanted(unread=False, side="RU"), "b"),
    (Wanted(copy="alone"), "abc"), (Wanted(copy="spun"), ""),
])  # fmt: skip
def test_documents_are_listed_by_what_is_known_of_them(workspace: Path, wanted: Wanted, names: str) -> None:
    found = listed(records(workspace), wanted)
    assert "".join(record.source.rpartition("/")[2][0] for record in found) == names


def test_why_says_what_a_date_a_voice_and_a_flag_rest_on(workspace: Path) -> None:
    store, found = open_store(workspace), records(workspace)
    first, second, third = ([line for _, line in why(store, capture.digest[:12], found)] for capture in store)
    assert "published 2016-12-16: read in the document" in first
    assert "publisher Ministry of Foreign Affairs of Japan: side JP, government, rank 1" in first
    assert "published 2017: given from outside (a feed, or whoever added it)" in second
    assert any("18 characters" in line and "Secret words" in line for line in second)
    assert any("side, kind and rank are unknown" in line for line in third)
    assert "published: the document does not say" in third
    assert any("a witness of its own" in line for line in third)


def test_why_can_be_asked_about_one_subject(workspace: Path) -> None:
    store = open_store(workspace)
    said = why(store, next(iter(store)).digest, records(workspace), ["voice"])
    assert [subject for subject, _ in said] == ["voice"]
