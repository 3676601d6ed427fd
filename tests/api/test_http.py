"""The API: what it says is what the tables say, it asks nothing twice, and it writes nothing."""

from __future__ import annotations

import os
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from warifu.api import answers, openapi, plain
from warifu.tables import contract as c
from warifu.tables.files import Tables

starlette = pytest.importorskip("starlette", reason="the extra `serve` is not installed")

from starlette.testclient import TestClient  # noqa: E402

from warifu.api import app  # noqa: E402


@pytest.fixture(scope="module")
def client(workspace: Path) -> TestClient:
    return TestClient(app.make(workspace / "build"), base_url="http://localhost", follow_redirects=False)


def test_every_table_comes_as_it_is_built(client: TestClient, workspace: Path) -> None:
    tables = Tables(workspace / "build")
    for name, row in c.TABLES.items():
        told: list[Any] = []
        while True:
            page = client.get(f"/api/tables/{name}", params={"limit": 1000, "offset": len(told)}).json()
            told += page["rows"]
            if len(told) >= page["total"]:
                break
        assert told == [answers.as_object(one) for one in tables.rows(row)], name


def test_a_figure_is_the_one_that_the_site_prints(client: TestClient, workspace: Path) -> None:
    row = next(row for row in Tables(workspace / "build").rows(c.FigureRow) if row.figure.endswith("/all/binding"))
    told = client.get("/api/figure", params={"address": "all/binding"}).json()
    assert told == answers.as_object(row)
    step = client.get("/api/why", params={"address": "all/binding"}).json()
    assert step["steps"]


def test_rows_are_asked_for_by_the_value_of_a_column(client: TestClient) -> None:
    told = client.get("/api/tables/deals", params={"stage": "signed", "counted": "true"}).json()
    assert told["total"] > 0
    assert {(row["stage"], row["counted"]) for row in told["rows"]} == {("signed", True)}
    sums = client.get("/api/tables/sums", params={"upper": ""}).json()
    assert all(row["upper"] is None for row in sums["rows"])
    listed = client.get("/api/tables/deals", params={"areas": "no-such-area"}).json()
    assert listed["total"] == 0


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("colour=red", "'colour' is no column of deals"),
        ("limit=0", "limit must be a whole number from 1 to 1000"),
        ("limit=1001", "limit must be"),
        ("limit=ten", "limit must be"),
        ("limit=", "limit must be"),
        ("offset=-1", "offset must be"),
        ("stage=signed&stage=announced", "'stage' is asked twice"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_ask(client: TestClient, question: str, why: str) -> None:
    told = client.get(f"/api/tables/deals?{question}")
    assert told.status_code == 400
    assert told.headers["content-type"] == "application/problem+json"
    assert why in told.json()["detail"]


def test_an_unchanged_answer_costs_no_body_and_a_new_build_is_seen(client: TestClient, workspace: Path) -> None:
    first = client.get("/api/tables/deals")
    tag = first.headers["etag"]
    for header in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get("/api/tables/deals", headers={"If-None-Match": header})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get("/api/tables/deals?limit=1", headers={"If-None-Match": tag}).status_code == 200
    path = workspace / "build" / "tables" / "looks.parquet"
    os.utime(path, ns=(1, 1))  # touched, not changed: the same answers, the same tag
    assert client.get("/api/tables/deals").headers["etag"] == tag
    kept = path.read_bytes()
    path.write_bytes(kept + b" ")
    try:
        assert client.get("/api/openapi.json").headers["etag"] != tag
        assert client.get("/api/tables/deals").headers["etag"] != tag
    finally:
        path.write_bytes(kept)


def test_a_deal_comes_with_all_that_belongs_to_it(client: TestClient, workspace: Path) -> None:
    told = client.get("/api/deals/uj-001").json()
    tables = Tables(workspace / "build")
    assert told["deal"]["deal"] == "uj-001"
    for name in answers.OF_A_DEAL:
        rows: tuple[Any, ...] = tables.rows(c.TABLES[name])
        assert told[name] == [answers.as_object(row) for row in rows if row.deal == "uj-001"]


def test_an_id_never_disappears(client: TestClient) -> None:
    moved = client.get("/api/deals/uj-old")
    assert (moved.status_code, moved.headers["location"]) == (301, "/api/deals/uj-001")
    split = client.get("/api/deals/uj-split")
    assert (split.status_code, split.json()["moved"]) == (300, ["uj-001", "uj-002"])
    gone = client.get("/api/deals/uj-gone")
    assert gone.status_code == 410
    assert "never agreed" in gone.json()["detail"]
    assert client.get("/api/deals/uj-nonsense").status_code == 404


def test_nothing_can_be_written(client: TestClient) -> None:
    for path in ("/api/", "/api/tables/deals", "/api/deals/uj-001", "/site/index.html", "/exports/statements.jsonl"):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert client.request(method, path).status_code == 405, (method, path)


def test_a_page_elsewhere_cannot_read_through_the_readers_browser(workspace: Path) -> None:
    """DNS rebinding: another name that leads to this machine is refused; a server for all is not asked whose name."""
    strange = TestClient(app.make(workspace / "build"), base_url="http://evil.example")
    assert strange.get("/api/").status_code == 421
    assert "access-control-allow-origin" not in strange.get("/api/").headers
    assert (
        TestClient(app.make(workspace / "build", local=False), base_url="http://tracker.example")
        .get("/api/")
        .is_success
    )


def test_only_what_is_published_is_served(client: TestClient, workspace: Path) -> None:
    (workspace / "build" / "shelf").mkdir(exist_ok=True)
    (workspace / "build" / "shelf" / "x.txt").write_text("private")
    assert client.get("/site/index.html").status_code == 200
    assert client.get("/exports/statements.jsonl").status_code == 200
    assert client.get("/tables/deals.parquet").status_code == 200
    assert client.get("/warifu.duckdb").status_code == 200
    for path in ("/shelf/x.txt", "/site/../shelf/x.txt", "/site/%2e%2e/shelf/x.txt", "/site/..%2f..%2fprogramme.yaml"):
        assert client.get(path).status_code == 404, path


def test_the_description_names_every_table_and_column() -> None:
    told = openapi.document()
    for name, row in c.TABLES.items():
        parameters = {one["name"] for one in told["paths"][f"/api/tables/{name}"]["get"]["parameters"]}
        names = {field.name for field in c.fields(row)}
        assert names <= parameters
        assert not names & set(answers.PAGING)
        assert set(told["components"]["schemas"][f"{name}-row"]["properties"]) == names


@pytest.mark.filterwarnings("ignore")
def test_strange_questions_get_the_answers_that_are_described(workspace: Path) -> None:
    """Schemathesis asks what the description allows, and what it does not."""
    schemathesis = pytest.importorskip("schemathesis", reason="the fuzzer is not installed")
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import strategies as st

    made = app.make(workspace / "build")
    schema = schemathesis.openapi.from_dict(openapi.document())
    tested = (
        "/api/",
        "/api/tables",
        "/api/tables/deals",
        "/api/tables/sums",
        "/api/deals/{deal}",
        "/api/figure",
        "/api/why",
    )
    operations = [found.ok() for found in schema.get_all_operations() if found.ok().path in tested]
    assert len(operations) == len(tested)
    client = TestClient(made, base_url="http://localhost", follow_redirects=False)

    @given(data=st.data())
    @settings(
        max_examples=40,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(data: st.DataObject) -> None:
        operation = data.draw(st.sampled_from(operations))
        case = data.draw(operation.as_strategy())
        try:
            told = client.request(
                case.method,
                case.formatted_path,
                params=case.query or None,
                headers={name: str(value) for name, value in (case.headers or {}).items() if str(value).isascii()},
            )
        except (UnicodeError, ValueError):
            return  # the client itself cannot send such a question
        described = openapi.document()["paths"][operation.path]["get"]["responses"]
        assert str(told.status_code) in described, (case.formatted_path, told.status_code)
        assert told.status_code < 500
        if told.status_code == 304:
            assert told.content == b""
            return
        content = described[str(told.status_code)]["content"]
        media = told.headers["content-type"].partition(";")[0]
        assert media in content
        operation.validate_response(schemathesis.Response.from_any(told)) if hasattr(schemathesis, "Response") else None

    ask()


def test_every_answer_fits_its_schema(client: TestClient) -> None:
    from jsonschema import Draft202012Validator

    described = openapi.document()
    questions = {
        "/api/": "/api/",
        "/api/tables": "/api/tables",
        "/api/deals/{deal}": "/api/deals/uj-001",
        "/api/figure": "/api/figure?address=all/binding",
        "/api/why": "/api/why?address=all/binding",
        **{f"/api/tables/{name}": f"/api/tables/{name}" for name in c.TABLES},
    }
    for path, question in questions.items():
        schema = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        judge = Draft202012Validator({**schema, "components": described["components"]})
        judge.validate(client.get(question).json())


def test_the_site_is_served_without_any_extra(workspace: Path) -> None:
    """With nothing but Python: the site, the files, and nothing else."""
    with plain.server(workspace / "build", "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port = server.server_address[1]

        def get(path: str, host: str = "localhost") -> tuple[int, str]:
            request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Host": f"{host}:{port}"})
            try:
                with urllib.request.urlopen(request, timeout=10) as told:
                    return told.status, told.headers["X-Content-Type-Options"]
            except urllib.error.HTTPError as fault:
                return fault.code, ""

        assert get("/") == (200, "nosniff")
        assert get("/site/index.html") == (200, "nosniff")
        assert get("/exports/statements.jsonl")[0] == 200
        for path in ("/shelf/", "/site/", "/site/../programme.yaml", "/..%2fprogramme.yaml", "/site/%2e%2e/x", "/api/"):
            assert get(path)[0] in (200, 404), path
        assert get("/shelf/x.txt")[0] == 404
        assert get("/site/index.html", host="evil.example")[0] == 421
        server.shutdown()
