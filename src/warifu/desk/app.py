"""The application: which address leads to which page, and what every page is given."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import jinja2
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from warifu.decisions.roles import Act, may
from warifu.desk import api, forms, words
from warifu.desk.book import Book
from warifu.desk.forms import BadFormError
from warifu.desk.guard import Guard
from warifu.desk.people import COOKIE, SESSION, Gate, Person
from warifu.desk.screens import batches, deals, documents, door, judging, movement, publishing, queue, talk, team
from warifu.desk.transient import Transient
from warifu.errors import BrokenLogError, DecisionError, StaleWriteError, WarifuError
from warifu.terms.codelist import MEANINGS

HERE: Final = Path(__file__).parent
STATUS: Final[Mapping[type[WarifuError], int]] = {
    StaleWriteError: 409,
    BrokenLogError: 503,
    DecisionError: 422,
    WarifuError: 500,
}
"""The HTTP code of each class of fault; the nearest class counts."""

NOBODY: Final = Person("", frozenset())


@dataclass
class Context:
    """What a page is made from: the request, who asks, and what the desk knows."""

    request: Request
    person: Person
    book: Book
    gate: Gate
    transient: Transient
    pages: jinja2.Environment
    secure: bool
    form: dict[str, str] = field(default_factory=dict)
    given: FormData | None = None

    @property
    def query(self) -> Mapping[str, str]:
        return self.request.query_params

    @property
    def path(self) -> Mapping[str, str]:
        return self.request.path_params

    @property
    def now(self) -> float:
        return self.gate.clock()

    @property
    def token(self) -> str:
        return str(self.request.scope.get("warifu.token", ""))

    @property
    def address(self) -> str:
        return self.request.client.host if self.request.client is not None else "nobody"

    @property
    def partly(self) -> bool:
        """Whether the browser wants a part of the page."""
        return self.request.headers.get("hx-request") == "true"

    @cached_property
    def skipped(self) -> list[str]:
        """What this person put aside, the longest ago first."""
        kept = self.transient.skipped(self.person.name)
        return sorted(kept, key=lambda name: (kept[name], name))

    @cached_property
    def language(self) -> str:
        """The interface's language: as chosen, else as the browser says."""
        chosen = self.request.cookies.get("lang", "")
        if chosen in words.LANGUAGES:
            return chosen
        for part in self.request.headers.get("accept-language", "").split(","):
            code = part.split(";")[0].strip().split("-")[0].lower()
            if code in words.LANGUAGES:
                return code
        return "en"

    def word(self, key: str) -> str:
        return words.word(key, self.language)

    def many(self, name: str) -> list[str]:
        """All values of a form's field."""
        return [] if self.given is None else [str(value) for value in self.given.getlist(name)]

    def form_filter(self) -> Mapping[str, str]:
        """The filter that a form carries along."""
        from urllib.parse import parse_qsl

        return dict(parse_qsl(self.form.get("filter", "")))

    def safe(self, back: str) -> str:
        """An address of this desk, never one elsewhere."""
        plain = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable()
        return back if plain else "/queue"

    def page(self, name: str, status: int = 200, main: str = "", **values: Any) -> Response:
        """A whole page, or its part `main` where the browser asked for a part."""
        if main and self.partly:
            return self.fragment(main, status, **values)
        return self._answer(name, status, values)

    def fragment(self, name: str, status: int = 200, **values: Any) -> Response:
        return self._answer(name, status, values)

    def _answer(self, name: str, status: int, values: Mapping[str, Any]) -> Response:
        text = self.pages.get_template(name).render(
            {
                "here": self,
                "person": self.person,
                "may": lambda act: may(self.person.roles, Act(act)),
                "t": self.word,
                "code": self.code,
                "lang": self.language,
                "theme": self.request.cookies.get("theme", "auto"),
                "path": self.request.url.path,
                "programme": self.book.kept.programme,
                "flash": words.word(flash, self.language) if (flash := self.query.get("done", "")) else "",
                "broken": self.book.broken,
                "keys": words.KEYS,
                **values,
            }
        )
        return HTMLResponse(text, status)

    def code(self, value: str) -> str:
        """A word of a codelist in the interface's language."""
        return code_word(value, self.language)

    def go(self, back: str, done: str) -> Response:
        """On to another page, with a word about what was done."""
        back = self.safe(back)
        joint = "&" if "?" in back else "?"
        target = f"{back}{joint}done={done}"
        if self.partly:
            return Response(status_code=204, headers={"HX-Redirect": target})
        return RedirectResponse(target, 303)

    def missing(self) -> Response:
        return self.fault(404, self.word("not-there"))

    def fault(self, status: int, message: str) -> Response:
        """A page, or a part, that says what is wrong."""
        if self.partly:
            answer = self.fragment("_fault.html", status, message=message)
            answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = "#says", "innerHTML"
            return answer
        return self._answer("fault.html", status, {"status": status, "message": message})

    def with_session(self, answer: Response, token: str) -> Response:
        answer.set_cookie(
            COOKIE, token, max_age=int(SESSION), httponly=True, samesite="lax", secure=self.secure, path="/"
        )
        return answer

    def without_session(self, answer: Response) -> None:
        answer.delete_cookie(COOKIE, path="/")


_CODES: Final = {word.value: meaning for word, meaning in MEANINGS.items()}


def code_word(value: str, language: str) -> str:
    meaning = _CODES.get(value)
    found = "" if meaning is None or language == "en" else getattr(meaning, language)
    return found or words.word(f"code-{value}", language, otherwise=value)


Screen = Callable[[Context], Response]

ROUTES: Final[Sequence[tuple[str, str, Act | None, Screen]]] = (
    ("GET", "/queue", Act.READ, queue.queue),
    ("GET", "/next", Act.READ, queue.go_on),
    ("GET", "/proposals/{about}", Act.READ, judging.proposal),
    ("POST", "/proposals/{about}/judge", Act.JUDGE, judging.judge),
    ("POST", "/proposals/{about}/draft", Act.JUDGE, judging.draft),
    ("GET", "/proposals/{about}/pages/{page}", Act.READ, judging.pdf_page),
    ("GET", "/documents/{digest}", Act.READ, documents.document),
    ("POST", "/documents/{digest}/add", Act.JUDGE, documents.add),
    ("GET", "/documents/{digest}/pages/{page}.png", Act.READ, judging.picture),
    ("POST", "/batch/preview", Act.JUDGE, batches.batch_preview),
    ("POST", "/batch", Act.JUDGE, batches.batch),
    ("POST", "/undo", Act.COMMENT, judging.undo),
    ("GET", "/deals", Act.READ, deals.deals),
    ("GET", "/deals/options", Act.READ, deals.deal_options),
    ("GET", "/deals/{deal}", Act.READ, deals.deal),
    ("POST", "/deals/{deal}/look", Act.JUDGE, deals.look),
    ("POST", "/deals/{deal}/close", Act.JUDGE, deals.close),
    ("POST", "/deals/{deal}/join", Act.JUDGE, deals.join),
    ("POST", "/deals/{deal}/split", Act.JUDGE, deals.split),
    ("GET", "/disputes", Act.ADJUDICATE, team.disputes),
    ("GET", "/overruled", Act.READ, team.overruled),
    ("GET", "/agreement", Act.READ, team.agreement),
    ("GET", "/movement", Act.JUDGE, movement.all_talks),
    ("GET", "/movement/{talk}", Act.JUDGE, movement.one_talk),
    ("POST", "/movement/{talk}", Act.JUDGE, movement.code),
    ("GET", "/history", Act.READ, publishing.history),
    ("GET", "/comments", Act.READ, talk.all_comments),
    ("POST", "/comments", Act.COMMENT, talk.comment),
    ("POST", "/comments/{number}/answer", Act.ANSWER, talk.answer),
    ("GET", "/release", Act.READ, publishing.release),
    ("POST", "/release/look", Act.READ, publishing.release_look),
    ("POST", "/release/publish", Act.PUBLISH, publishing.publish),
    ("GET", "/log", Act.READ, publishing.trail),
    ("GET", "/help", Act.READ, door.help_page),
    ("POST", "/settings", Act.READ, door.settings),
    ("POST", "/logout", Act.READ, door.log_out),
    ("GET", "/login", None, door.login),
    ("POST", "/login", None, door.log_in),
    ("GET", "/enter", None, door.enter),
)
"""Every page: method, address, what one must be allowed to do (None: anybody may), and the function that makes it."""


def make_app(
    book: Book, gate: Gate, hosts: Sequence[str] = ("127.0.0.1", "localhost", "::1"), secure: bool = False
) -> Starlette:
    """The desk as an ASGI application.

    Args:
        book: The workspace.
        gate: Who may come in.
        hosts: The names under which it is served: no other is answered.
        secure: Whether it is served by HTTPS, so that cookies never travel without.
    """
    pages = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["amount"] = amount
    pages.globals["missed_choices"] = {**forms.CHOICES, "sums": forms.KINDS, "roles": forms.ROLES}

    def context(request: Request) -> Context:
        person = request.scope.get("warifu.person") or NOBODY
        return Context(request, person, book, gate, gate.transient, pages, secure)

    def screen(act: Act | None, make: Screen) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            here = context(request)
            if request.method == "POST":
                here.given = await request.form(max_files=0, max_fields=2_000)
                here.form = {name: str(value) for name, value in here.given.items()}
            return await run_in_threadpool(_made, here, act, make)

        return endpoint

    async def trouble(request: Request, fault: Exception) -> Response:
        here = context(request)
        if isinstance(fault, HTTPException):
            return here.fault(fault.status_code, here.word("not-there") if fault.status_code == 404 else fault.detail)
        if isinstance(fault, ClientDisconnect):
            return Response(status_code=413)
        if isinstance(fault, WarifuError):
            return here.fault(status_of(fault), str(fault))
        traceback.print_exception(fault)
        return here.fault(500, here.word("fault-ours"))

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        gate.transient.close()

    routes = [Route(path, screen(act, make), methods=[method]) for method, path, act, make in ROUTES]
    app = Starlette(
        routes=[
            Route("/", lambda request: RedirectResponse("/queue", 303)),
            *routes,
            *api.routes(context),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        exception_handlers=dict.fromkeys((HTTPException, WarifuError, ClientDisconnect, Exception), trouble),
        lifespan=life,
    )
    app.add_middleware(Guard, gate=gate, hosts=frozenset(hosts))
    return app


def _made(here: Context, act: Act | None, make: Screen) -> Response:
    """The answer of a page, after the checks that every page has."""
    import hmac

    if act is not None:
        if here.request.method == "POST":
            word = here.form.get("csrf") or here.request.headers.get("x-csrf-token", "")
            if not hmac.compare_digest(word.encode(), here.person.csrf.encode()):
                return here.fault(403, here.word("fault-csrf"))
        if not may(here.person.roles, act):
            return here.fault(403, here.word("fault-role"))
        here.book.refresh()
    try:
        return make(here)
    except BadFormError as fault:
        return here.fault(422, f"{fault.field}: {here.word(fault.fault)}")


def status_of(fault: WarifuError) -> int:
    return next(STATUS[kind] for kind in type(fault).__mro__ if kind in STATUS)


def amount(text: str) -> str:
    """A number with its digits in threes."""
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(str(text))
    except InvalidOperation:
        return str(text)
    return f"{number:,f}" if number != number.to_integral_value() else f"{number.to_integral_value():,f}"
