# ruff: noqa: E501  tables of cases read best with one case a line
"""The reading process: a bad document is given up, and the next one is read as if nothing had been."""

from __future__ import annotations

from pathlib import Path

import pytest

from warifu.documents import media
from warifu.documents.text import Text
from warifu.documents.worker import Limits, Reader


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text("The memorandum was signed in Tokyo.")
    return path


def test_a_document_that_takes_too_long_is_given_up_and_the_next_is_read(tmp_path: Path, good: Path) -> None:
    slow = tmp_path / "slow.html"
    slow.write_bytes(b"<html><style>" + b"".join(b"a " * 12 + b".x%d{display:none}" % n for n in range(3000)) + b"</style>"
                     + b"<a class='x1 x2 x3'>" * 5000 + b"end")  # fmt: skip
    reader = Reader(Limits(seconds=1.0))
    outcome = reader.read(slow, media.HTML)
    assert isinstance(outcome, Text) or "more than 1 s" in outcome or "died" in outcome
    after = Reader(Limits()).read(good)
    assert isinstance(after, Text)
    reader.close()


def test_a_document_that_needs_too_much_memory_is_given_up_and_the_next_is_read(tmp_path: Path, good: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(600 << 20)
    reader = Reader(Limits(memory=500 << 20))
    outcome = reader.read(large, media.PLAIN)
    assert isinstance(outcome, str)
    assert "more than 500 MB" in outcome
    assert isinstance(reader.read(good), Text)
    reader.close()


def test_a_process_that_dies_is_replaced(good: Path) -> None:
    reader = Reader(Limits())
    assert isinstance(reader.read(good), Text)
    assert reader._child is not None
    reader._child.kill()
    reader._child.wait()
    assert isinstance(reader.read(good), Text)
    reader.close()


def test_a_process_is_replaced_after_so_many_documents(good: Path) -> None:
    reader = Reader(Limits(documents=2))
    first = reader.read(good)
    assert reader._child is not None
    process = reader._child.pid
    assert reader.read(good) == first
    assert reader.read(good) == first
    assert reader._child.pid != process
    reader.close()


def test_a_file_that_is_not_there_is_a_sentence_and_no_crash(tmp_path: Path) -> None:
    reader = Reader(Limits())
    assert "No such file" in str(reader.read(tmp_path / "gone.txt", media.PLAIN))
    reader.close()
