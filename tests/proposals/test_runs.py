"""One file a run, named after what it did: the same reading done again is the same file with the same bytes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from warifu.errors import BadInputError
from warifu.proposals import runs
from warifu.proposals.reader import NAME, VERSION, Page, read
from warifu.proposals.runs import Run

TEXTS = (
    "Japan signed a loan agreement of $5 million with Kenya on Friday. The World Bank approved a grant of $2 million.",
    "Russia and India plan to sign an agreement on railways. China will lend Serbia 900 million dollars.",
)


def settled(documents: list[str]) -> Run:
    return Run(runs.run_id(NAME, VERSION, {}, documents), NAME, VERSION, {}, tuple(sorted(documents)), {})


def test_the_order_of_arrival_never_shows(tmp_path: Path) -> None:
    found = [
        one for at, text in enumerate(TEXTS) for one in read(Page(f"d{at}", text, "", "2016-12-16", "en"), run="r")
    ]
    run = settled(["d0", "d1"])
    first = runs.write(tmp_path / "a", run, found).read_bytes()
    Random(7).shuffle(found)
    assert runs.write(tmp_path / "b", run, found).read_bytes() == first


def test_what_is_written_is_read_back_equal(tmp_path: Path) -> None:
    found = read(Page("d0", TEXTS[0], "", "2016-12-16", "en"))
    path = runs.write(tmp_path, settled(["d0"]), found)
    run, back = runs.read(path)
    assert run == settled(["d0"])
    assert back == sorted(found, key=lambda one: (one.document, one.start, one.end, one.kind, one.id))
    assert list(runs.proposals_of(tmp_path)) == back


def test_an_altered_line_is_told_with_its_number(tmp_path: Path) -> None:
    path = runs.write(tmp_path, settled(["d0"]), read(Page("d0", TEXTS[0], "", "2016-12-16", "en")))
    path.write_bytes(path.read_bytes() + b"{broken\n")
    with pytest.raises(BadInputError) as fault:
        runs.read(path)
    lines = len(path.read_bytes().splitlines())
    assert str(fault.value.problems[0].where).endswith(f":{lines}")  # type: ignore[attr-defined]
