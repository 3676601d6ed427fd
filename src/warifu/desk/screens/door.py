"""Coming and going: the one-time link, logging in and out, language, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse, Response

from warifu.errors import WarifuError

if TYPE_CHECKING:
    from warifu.desk.app import Context


def enter(here: Context) -> Response:
    """The one-time link."""
    token = here.gate.enter(here.query.get("word", ""))
    if token is None:
        return here.page("login.html", 403, fault="link-used", team=here.gate.users is not None)
    return here.with_session(RedirectResponse("/queue", 303), token)


def login(here: Context) -> Response:
    """The form for a team's users."""
    return here.page("login.html", fault="", team=here.gate.users is not None)


def log_in(here: Context) -> Response:
    """Let a user in."""
    name, password = here.form.get("name", "")[:64], here.form.get("password", "")[:1_000]
    token = here.gate.login(name, password, here.address)
    if token is None:
        return here.page("login.html", 403, fault="fault-login", team=here.gate.users is not None)
    return here.with_session(RedirectResponse("/queue", 303), token)


def log_out(here: Context) -> Response:
    """End the session."""
    here.gate.leave(here.token)
    answer = RedirectResponse("/login", 303)
    here.without_session(answer)
    return answer


def settings(here: Context) -> Response:
    """Language and light or dark, kept in the browser."""
    answer = RedirectResponse(here.safe(here.form.get("back", "/queue")), 303)
    for name, allowed in (("lang", ("en", "ja", "ru")), ("theme", ("auto", "light", "dark"))):
        value = here.form.get(name, "")
        if value in allowed:
            answer.set_cookie(name, value, max_age=31_536_000, samesite="lax", httponly=True)
    return answer


def help_page(here: Context) -> Response:
    """All keys."""
    return here.page("help.html")


def fault_page(here: Context, fault: WarifuError, status: int) -> Response:
    return here.fault(status, str(fault))
