"""The gate that every request passes: right host, no more than so much and so often, a session, and safe answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from warifu.desk.people import COOKIE, Gate

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Cache-Control": "no-store",
}
OPEN: Final = ("/login", "/enter", "/static/", "/api/openapi.json")
"""What may be had without a session."""
LARGEST: Final = 1 << 20
"""Most bytes of a request's body."""


class Guard:
    """Wraps the whole application."""

    def __init__(self, app: App, gate: Gate, hosts: frozenset[str]) -> None:
        self.app = app
        self.gate = gate
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                answer = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    if not (name == "Cache-Control" and name in answer):
                        answer[name] = value
            await send(message)

        refused = self._refused(scope, headers)
        if refused is not None:
            await refused(scope, receive, safely)
            return
        await self.app(scope, _bounded(receive), safely)

    def _refused(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to a request that goes no further; None for one that may."""
        host = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
        if host.strip("[]") not in self.hosts:
            return PlainTextResponse("this desk is not served under that name", 421)
        if scope["method"] not in ("GET", "HEAD", "POST"):
            return PlainTextResponse("only GET, HEAD and POST", 405, {"Allow": "GET, HEAD, POST"})
        origin = headers.get("origin")
        if scope["method"] == "POST" and origin not in (None, "null") and _host(origin) not in self.hosts:
            return PlainTextResponse("this came from another site", 403)
        if origin == "null" and scope["method"] == "POST":
            return PlainTextResponse("this came from nowhere", 403)
        size = headers.get("content-length", "0")
        if not size.isdecimal() or int(size) > LARGEST:
            return PlainTextResponse(f"more than {LARGEST} bytes", 413)
        address = scope["client"][0] if scope.get("client") else "nobody"
        token = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        person = self.gate.person(token)
        scope["warifu.person"], scope["warifu.token"] = person, token
        if not self.gate.requests.allows(person.name if person is not None else address):
            return PlainTextResponse("too many requests: wait a minute", 429, {"Retry-After": "60"})
        path = scope["path"]
        if person is None and not path.startswith(OPEN):
            if path.startswith("/api/"):
                return PlainTextResponse("log in first", 401)
            return RedirectResponse("/login", 303)
        return None


def _host(origin: str | None) -> str:
    rest = (origin or "").partition("://")[2]
    return (rest.rpartition(":")[0] if ":" in rest and not rest.endswith("]") else rest).strip("[]")


def _bounded(receive: Receive) -> Receive:
    """Refuse a body that says it is small and is not."""
    total = 0

    async def counted() -> Message:
        nonlocal total
        message = await receive()
        if message["type"] == "http.request":
            total += len(message.get("body", b""))
            if total > LARGEST:
                return {"type": "http.disconnect"}
        return message

    return counted
