"""Who may come in, and from where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from visitors import Visitor

from readings import Desk
from warifu.decisions.roles import Role
from warifu.desk.app import ROUTES
from warifu.desk.people import Limit, Users
from warifu.errors import DecisionError

Team = Callable[[str], Visitor]


def test_the_link_works_once(visitor: Visitor) -> None:
    from starlette.testclient import TestClient

    assert visitor.gate.link == ""
    stranger = TestClient(visitor.client.app, base_url="http://127.0.0.1", follow_redirects=False)
    assert stranger.get("/enter?word=").status_code == 403
    assert stranger.get("/queue").headers["location"] == "/login"
    assert stranger.post("/login", data={"name": "mori", "password": "anything at all"}).status_code == 403


def test_every_page_but_the_door_wants_a_session(visitor: Visitor) -> None:
    visitor.client.cookies.clear()
    for method, path, act, _ in ROUTES:
        if act is not None:
            answer = visitor.client.request(method, path.replace("{", "").replace("}", ""))
            assert answer.status_code == 303, path
            assert answer.headers["location"] == "/login"
    assert visitor.get("/api/queue").status_code == 401


def test_a_form_without_the_sessions_word_changes_nothing(visitor: Visitor, harbour: Desk) -> None:
    about = next(iter(visitor.book.proposals))
    for csrf in ("", "wrong", visitor.csrf[:-1], "ключ"):
        answer = visitor.client.post(f"/proposals/{about}/judge", data={"action": "accept", "csrf": csrf})
        assert answer.status_code == 403
    assert visitor.client.post(f"/api/proposals/{about}/judgements", json={"action": "accept"}).status_code == 403
    assert not (harbour.folder / "decisions" / "mori.jsonl").exists()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"content-length": "9999999"}, 413),
    ],
)
def test_what_comes_from_elsewhere_or_is_too_large_is_refused(
    visitor: Visitor, headers: dict[str, str], status: int
) -> None:
    answer = visitor.client.post("/undo", data={"csrf": visitor.csrf}, headers=headers)
    assert answer.status_code == status


def test_every_answer_forbids_scripts_frames_and_other_sites(visitor: Visitor) -> None:
    for path in ("/queue", "/nowhere", "/static/desk.css", "/api/queue", "/login"):
        answer = visitor.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"


def test_no_page_has_a_script_or_a_style_of_its_own_or_from_another_site(visitor: Visitor) -> None:
    one = next(iter(visitor.book.proposals))
    for path in ("/queue", f"/proposals/{one}", "/deals/cranes", "/release"):
        page = visitor.get(path).text
        assert "<script>" not in page
        assert " style=" not in page
        assert " onclick" not in page
        assert "//" not in page.replace("http://www.w3.org/2000/svg", "").replace("https://ministry.example", "")


def test_the_way_back_never_leads_to_another_site(visitor: Visitor) -> None:
    for back in ("//evil.example", "http://evil.example", "/\\evil.example", "javascript:alert(1)", "/ok\r\nX: y"):
        answer = visitor.post("/settings", lang="ja", back=back)
        assert answer.headers["location"] == "/queue"


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(team: Team) -> None:
    visitor = team("mori")
    answer = visitor.client.post("/login", data={"name": "mori", "password": "password of mori"})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_after_five_wrong_passwords_the_right_one_does_not_help(team: Team) -> None:
    visitor = team("reader")
    for _ in range(5):
        assert visitor.client.post("/login", data={"name": "mori", "password": "a guess"}).status_code == 403
    assert visitor.client.post("/login", data={"name": "mori", "password": "password of mori"}).status_code == 403
    assert team("ito").csrf


def test_logging_out_ends_the_session(team: Team) -> None:
    visitor = team("mori")
    token = visitor.client.cookies["warifu_desk"]
    visitor.post("/logout")
    visitor.client.cookies.set("warifu_desk", token)
    assert visitor.get("/queue").status_code == 303


def test_a_team_has_no_link_and_no_registration(team: Team) -> None:
    visitor = team("mori")
    assert visitor.gate.link == ""
    assert visitor.client.get("/enter?word=").status_code == 403
    assert [path for _, path, *_ in ROUTES if "register" in path or "signup" in path] == []


def test_a_user_who_was_taken_out_is_out(team: Team, users_once: Path, tmp_path: Path) -> None:
    visitor = team("mori")
    visitor.gate.users = Users(tmp_path / "nobody.json")
    assert visitor.get("/queue").status_code == 303


def test_passwords_are_kept_as_hashes_that_only_the_owner_reads(tmp_path: Path) -> None:
    users = Users(tmp_path / "team.json")
    users.add("mori", "a long password", (Role.CODER,))
    text = users.path.read_text()
    assert "a long password" not in text
    assert "$argon2id$" in text
    assert users.path.stat().st_mode & 0o077 == 0
    assert users.check("mori", "a long password") is not None
    assert users.check("mori", "another password") is None
    assert users.check("nobody", "a long password") is None


@pytest.mark.parametrize(
    ("name", "password", "roles"),
    [("Mori", "long enough", (Role.CODER,)), ("../x", "long enough", (Role.CODER,)), ("mori", "short", (Role.CODER,)),
     ("mori", "long enough", ())],
)  # fmt: skip
def test_a_user_who_cannot_be_one_is_refused(tmp_path: Path, name: str, password: str, roles: tuple[Role, ...]) -> None:
    with pytest.raises(DecisionError):
        Users(tmp_path / "team.json").add(name, password, roles)
    assert not (tmp_path / "team.json").exists()


def test_a_limit_fills_again_evenly() -> None:
    now = [0.0]
    limit = Limit(3, 30, lambda: now[0])
    assert [limit.allows("x") for _ in range(4)] == [True, True, True, False]
    now[0] = 10
    assert [limit.allows("x") for _ in range(2)] == [True, False]
    assert limit.allows("y")


def test_a_pdf_page_of_another_digest_or_number_is_not_there(visitor: Visitor) -> None:
    for path in ("/documents/../../etc/passwd/pages/1.png", f"/documents/{'0' * 64}/pages/1.png", "/documents/x"):
        assert visitor.get(path).status_code == 404
    text = next(iter(visitor.book.documents))
    assert visitor.get(f"/documents/{text}/pages/1.png").status_code == 404
