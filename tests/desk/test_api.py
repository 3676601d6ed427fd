"""The API does what the pages do, and no input brings it to its knees."""

from __future__ import annotations

import pytest
from visitors import Visitor, alone

from readings import Desk
from warifu.desk import api


def test_what_the_description_says_is_there(visitor: Visitor) -> None:
    found = visitor.get("/api/openapi.json").json()
    assert found["openapi"].startswith("3.1")
    assert set(found["paths"]) == {one.path for one in api.ENDPOINTS}
    assert "Judging" in found["components"]["schemas"]


def test_the_queue_and_a_judgement(visitor: Visitor) -> None:
    first = visitor.get("/api/queue?limit=1").json()
    about = first["questions"][0]["id"]
    shown = visitor.get(f"/api/proposals/{about}").json()
    done = visitor.send(f"/api/proposals/{about}/judgements", {"action": "accept", "seen": shown["seen"]})
    assert done.status_code == 201
    again = visitor.send(f"/api/proposals/{about}/judgements", {"action": "accept", "seen": shown["seen"]})
    assert again.status_code == 409
    assert visitor.get("/api/queue").json()["count"] == first["count"] - 1
    assert visitor.send("/api/undo").status_code == 201
    assert visitor.get("/api/queue").json()["count"] == first["count"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"action": "publish"}, 422),
        ({"action": "reject"}, 422),
        ({"action": "correct", "reason": "x"}, 422),
        ({"action": "accept", "change": {"deal": "nowhere"}}, 422),
        ({"action": "accept", "role": "king"}, 422),
        ({"action": "accept", "surprise": 1}, 400),
        ({"action": "correct", "reason": "x", "change": {"fields": {"stage": {
            "value": "signed", "quote": "not there", "start": 0, "end": 9, "rule": "x"}}}}, 422),
        ({"action": "correct", "reason": "x", "change": {"fields": {"colour": None}}}, 422),
        ({"action": "correct", "reason": "x", "change": {"sums": [{
            "number": "NaN", "currency": "USD", "kind": "pledge", "bound": "exact", "quote": "On", "start": 0, "end": 2,
            "rule": "x"}]}}, 422),
    ],
)  # fmt: skip
def test_a_judgement_that_cannot_be_one_is_refused_and_told(
    visitor: Visitor, body: dict[str, object], status: int
) -> None:
    about = next(one.id for one in visitor.book.proposals.values() if "On 3 March" in one.passage)
    answer = visitor.send(f"/api/proposals/{about}/judgements", body)
    assert answer.status_code == status
    assert answer.json()["error"]
    assert visitor.book.decisions() == []


def test_a_batch_a_look_and_a_comment(visitor: Visitor) -> None:
    names = list(visitor.book.proposals)[:3]
    assert visitor.send("/api/batches", {"about": names, "action": "accept"}).json()["decisions"] == 3
    assert visitor.send("/api/deals/cranes/looks", {"found": "a photograph"}).status_code == 201
    assert visitor.send("/api/comments", {"about": "cranes", "text": "late?", "kind": "dispute"}).status_code == 201
    (comment,) = visitor.get("/api/comments").json()
    assert (comment["number"], comment["open"]) == ("1", True)
    assert visitor.get("/api/log").json()["decisions"] == 5
    assert any(one["id"] == "cranes" for one in visitor.get("/api/deals").json())
    assert visitor.send("/api/batches", {"about": [], "action": "accept"}).status_code == 422


def _fuzz(desk: Desk, examples: int) -> int:
    """Throw what the description allows, and what it does not, at every address; how many were thrown."""
    schemathesis = pytest.importorskip("schemathesis")
    from hypothesis import HealthCheck, Phase, given, settings

    visitor = alone(desk)
    about = next(iter(visitor.book.proposals))
    schema = schemathesis.openapi.from_dict(api.description())
    thrown = 0
    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        )
        @given(case=operation.as_strategy())
        def throw(case: object) -> None:
            nonlocal thrown
            path = case.formatted_path  # type: ignore[attr-defined]
            for real in {path, case.path.replace("{about}", about).replace("{deal}", "cranes")}:  # type: ignore[attr-defined]
                body = case.body  # type: ignore[attr-defined]
                known = isinstance(body, dict | list | str | int | float | bool | type(None))
                answer = visitor.client.request(
                    case.method,  # type: ignore[attr-defined]
                    real,
                    params=case.query,  # type: ignore[attr-defined]
                    json=body if known else None,
                    headers={"X-CSRF-Token": visitor.csrf},
                )
                thrown += 1
                assert answer.status_code < 500, (real, body, answer.text)

        throw()
    assert visitor.client.get("/api/log").status_code == 200
    return thrown


def test_no_input_gives_a_fault_of_the_desk(harbour: Desk) -> None:
    assert _fuzz(harbour, 5) >= 60


@pytest.mark.slow
def test_no_input_of_many_gives_a_fault_of_the_desk(harbour: Desk) -> None:
    assert _fuzz(harbour, 150) >= 2_000


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b"[]", b'{"action": 1}', b"\xff\xfe", b'{"action":"accept","action":"reject"}', b"9" * 9_000],
)
def test_broken_json_is_refused(visitor: Visitor, body: bytes) -> None:
    about = next(iter(visitor.book.proposals))
    answer = visitor.client.post(
        f"/api/proposals/{about}/judgements", content=body, headers={"X-CSRF-Token": visitor.csrf}
    )
    assert answer.status_code in (400, 422)
