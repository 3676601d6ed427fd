"""What was known when, and what differs between two days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from readings import ENGLISH, loan, workspace
from warifu import ledger
from warifu.decisions.history import What, differences


def test_a_deal_is_compared_as_it_was_known_on_two_days(tmp_path: Path) -> None:
    """
    2023-04-02  ministry   announced, pledge of 300 million, memorandum
    2024-03-04  newspaper  signed, commitment of 450 million, agreement that binds
    """
    desk = workspace(tmp_path / "harbour")
    document = desk.document("a.txt", ENGLISH, publisher="Times", published="2024-03-04")
    (one,) = desk.read([loan(document, desk.source(document))])
    desk.decide("mori", "accept", one.id)
    kept = ledger.read(desk.folder)
    days = {
        day: ledger.walk(kept, day).deals
        for day in (
            date.fromisoformat("2023-03-01"),
            date.fromisoformat("2023-12-31"),
            date.fromisoformat("2024-12-31"),
        )
    }
    first, second, third = days.values()
    found = {item.field: (item.before, item.after) for item in differences(second, third)}
    assert found["stage"] == ("announced", "signed")
    assert found["binding"] == ("no", "yes")
    assert found["form"] == ("memorandum", "agreement")
    assert found["commitment 450,000,000 USD"][0] == ""
    assert all(item.why for item in differences(second, third))
    assert {item.what for item in differences(first, second)} <= {What.NEW, What.CHANGED}
    assert differences(third, third) == ()
