"""The API and the files of a build over HTTP: read-only, with conditional requests. Needs the extra `serve`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from warifu.api import openapi
from warifu.api.answers import Answer, Answers, refusal
from warifu.api.plain import HEADERS, LOCAL, host_of, told
from warifu.tables.files import DUCKDB, FOLDER, Tables

JSON: Final = "application/json"
PROBLEM: Final = "application/problem+json"
LONGEST: Final = 4096
"""Letters of a question; a longer one is not asked by anybody."""


class Current:
    """The answers of the build as it is now: built again while served, the next question sees it."""

    def __init__(self, build: Path) -> None:
        self._build = build
        self._stamp: tuple[tuple[str, int, int], ...] = ()
        self._answers: Answers | None = None

    def answers(self) -> Answers:
        stamp = tuple(
            (path.name, path.stat().st_mtime_ns, path.stat().st_size)
            for path in sorted((self._build / FOLDER).glob("*.parquet"))
        )
        if self._answers is None or stamp != self._stamp:
            self._answers, self._stamp = Answers(Tables(self._build)), stamp
        return self._answers


class OwnHost:
    """Refuses requests that name another host than this machine, and adds the headers of every answer."""

    def __init__(self, app: ASGIApp, *, local: bool) -> None:
        self._app = app
        self._local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message.setdefault("headers", []).extend(
                    (name.lower().encode(), value.encode()) for name, value in HEADERS.items()
                )
            await send(message)

        host = next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")
        if self._local and host_of(host) not in LOCAL:
            refused = _response(refusal(421, "this server answers for this machine alone"), "")
            await refused(scope, receive, with_headers)
            return
        await self._app(scope, receive, with_headers)


def make(build: Path, *, local: bool = True) -> Starlette:
    """The application for a build."""
    current = Current(build)

    def asked(answer: Callable[[Answers, Request], Answer]) -> Callable[[Request], Response]:
        """An end point that answers conditionally: the tag follows from the tables and the question."""

        def respond(request: Request) -> Response:
            if len(str(request.url)) > LONGEST:
                return _response(refusal(400, f"the question is longer than {LONGEST} letters"), "")
            answers = current.answers()
            question = f"{request.url.path}?{request.url.query}"
            tag = '"' + hashlib.sha256(f"{answers.digest} {question}".encode()).hexdigest()[:32] + '"'
            if _matches(request.headers.get("if-none-match", ""), tag):
                return Response(status_code=304, headers={"ETag": tag})
            return _response(answer(answers, request), tag)

        return respond

    api = [
        Route("/", asked(lambda answers, request: _no_question(request) or answers.index())),
        Route("/openapi.json", asked(lambda answers, request: _no_question(request) or Answer(openapi.document()))),
        Route("/tables", asked(lambda answers, request: _no_question(request) or answers.tables())),
        Route("/tables/{table}", asked(_table)),
        Route("/deals/{deal}", asked(lambda answers, request: _deal(answers, request))),
        Route("/figure", asked(lambda answers, request: _addressed(answers.figure, request))),
        Route("/why", asked(lambda answers, request: _addressed(answers.why, request))),
    ]
    return Starlette(
        routes=[
            Route("/", lambda request: RedirectResponse("/site/index.html")),
            Mount("/api", routes=api),
            Mount("/site", StaticFiles(directory=build / "site", html=True, check_dir=False)),
            Mount("/exports", StaticFiles(directory=build / "exports", check_dir=False)),
            Mount(f"/{FOLDER}", StaticFiles(directory=build / FOLDER, check_dir=False)),
            Route(f"/{DUCKDB}", lambda request: FileResponse(build / DUCKDB, media_type="application/octet-stream")),
        ],
        middleware=[Middleware(OwnHost, local=local)],
    )


def _table(answers: Answers, request: Request) -> Answer:
    names = [name for name, _ in request.query_params.multi_items()]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        return refusal(400, f"{twice[0]!r} is asked twice; ask for one value")
    return answers.table(request.path_params["table"], dict(request.query_params))


def _deal(answers: Answers, request: Request) -> Answer:
    return _no_question(request) or answers.deal(request.path_params["deal"])


def _no_question(request: Request) -> Answer | None:
    """A refusal where a question is asked that this end point does not know."""
    names = sorted(request.query_params)
    return refusal(400, f"{names[0]!r} is no question that is answered here") if names else None


def _addressed(answer: Callable[[str], Answer], request: Request) -> Answer:
    """A question about one figure: its address and nothing else."""
    names = [name for name, _ in request.query_params.multi_items()]
    if names != ["address"]:
        return refusal(400, "ask with one address, such as address=all/binding")
    return answer(request.query_params["address"])


def _matches(header: str, tag: str) -> bool:
    """Whether the reader has this answer already (RFC 9110: weak comparison)."""
    return header.strip() == "*" or tag in {part.strip().removeprefix("W/") for part in header.split(",")}


def _response(answer: Answer, tag: str) -> Response:
    body = msgspec.json.encode(answer.value)
    headers: dict[str, str] = {}
    if tag and answer.status == 200:
        headers["ETag"] = tag
    if answer.location:
        headers["Location"] = answer.location
    media = PROBLEM if answer.status >= 400 else JSON
    return Response(body, answer.status, headers, media)


def serve(build: Path, host: str, port: int, browser: bool) -> None:
    """Serve until Ctrl-C."""
    import uvicorn

    config = uvicorn.Config(
        make(build, local=host in LOCAL), host=host, port=port, log_level="warning", server_header=False
    )
    bound: Any = config.bind_socket()
    told(host, bound.getsockname()[1], browser, api=True)
    uvicorn.Server(config).run(sockets=[bound])
