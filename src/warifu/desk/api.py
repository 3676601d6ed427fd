"""The desk as JSON, described by OpenAPI at `/api/openapi.json`: the same book, the same rights, the same refusals.

A session's cookie says who asks; whatever writes must also carry the session's word in the header `X-CSRF-Token`
(`/api/me` tells it to the page's own scripts; another site can neither read nor send it).
"""

from __future__ import annotations

import hmac
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from warifu.decisions import comments
from warifu.decisions.comments import CommentKind, Said
from warifu.decisions.judgement import Change, encoded
from warifu.decisions.roles import Act, Role, may
from warifu.desk import forms
from warifu.desk.book import Draft
from warifu.desk.forms import BadFormError
from warifu.desk.screens import queue as asked_of
from warifu.desk.screens.batches import MOST_IN_A_BATCH
from warifu.errors import DecisionError, StaleWriteError
from warifu.proposals.proposal import FIELDS, PartyRead, Proposal, SumRead, Told

if TYPE_CHECKING:
    from warifu.desk.app import Context


class Me(msgspec.Struct):
    """Who asks."""

    name: str
    roles: list[Role]
    csrf: str


class Question(msgspec.Struct):
    """One question of the queue; `why` are the reasons for its place."""

    id: str
    kind: str
    source: str
    language: str
    area: str
    deal: str
    passage: str
    points: float
    why: list[str]


class Questions(msgspec.Struct):
    """A part of the queue; `count` are all that wait for you."""

    count: int
    questions: list[Question]


class Judged(msgspec.Struct):
    """One judgement that you may see."""

    analyst: str
    action: str
    reason: str
    at: str
    change: Change


class Seen(msgspec.Struct):
    """A proposal as you may see it; `seen` must come back with your judgement."""

    proposal: Proposal
    state: str
    needed: int
    judgements: list[Judged]
    seen: str


class Judging(msgspec.Struct, forbid_unknown_fields=True):
    """Your judgement: accept, correct, reject or unsure. A correction or rejection needs a reason."""

    action: str
    seen: str = ""
    reason: str = ""
    change: Change = msgspec.field(default_factory=Change)
    role: str = ""


class Batch(msgspec.Struct, forbid_unknown_fields=True):
    """One judgement of several proposals; one undo takes all of it back."""

    about: list[str]
    action: str
    reason: str = ""
    seen: str = ""


class Looking(msgspec.Struct, forbid_unknown_fields=True):
    """What you found when you looked for news of a deal."""

    found: str = "nothing"


class Commenting(msgspec.Struct, forbid_unknown_fields=True):
    """A comment, dispute or correction."""

    about: str
    text: str
    kind: CommentKind = CommentKind.COMMENT
    by: str = ""
    source: str = ""


class Done(msgspec.Struct):
    """What was recorded: how many decisions, and when the last of them."""

    decisions: int
    at: str = ""


class Fault(msgspec.Struct):
    """What is wrong, and what to do."""

    error: str
    seen: str = ""


class DealLine(msgspec.Struct):
    """A deal in a word."""

    id: str
    title: str
    stage: str
    silent_since: str


class FieldAgreement(msgspec.Struct):
    """How far coders agree on a field."""

    field: str
    alpha: float | None
    low: float | None
    high: float | None
    n: int
    disputed: list[str]


class Comment(msgspec.Struct):
    """A comment with the number under which it is known."""

    number: str
    about: str
    kind: CommentKind
    text: str
    open: bool
    upheld: bool | None
    release: str


Answer = tuple[int, msgspec.Struct | list[Any]]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address of the API."""

    method: str
    path: str
    act: Act
    make: Callable[[Context, Any], Answer]
    says: str
    takes: type[msgspec.Struct] | None
    gives: Any
    parameters: tuple[tuple[str, str, str], ...] = ()


def me(here: Context, _: None) -> Answer:
    return 200, Me(here.person.name, sorted(here.person.roles), here.person.csrf)


def queue(here: Context, _: None) -> Answer:
    wanted = asked_of.filter_of(here.query)
    offset, limit = asked_of.number(here.query.get("offset"), 0), min(asked_of.number(here.query.get("limit"), 50), 500)
    count, waiting = here.book.waiting(here.person, wanted, here.skipped)
    found = [
        Question(
            item.id, item.kind, item.source, item.language, item.area, item.deal,
            here.book.proposals[item.id].passage, item.points, [f"{why.rule}: {why.about}" for why in item.why],
        )
        for item in islice(waiting, offset, offset + limit)
    ]  # fmt: skip
    return 200, Questions(count, found)


def proposal(here: Context, _: None) -> Answer:
    view = here.book.view(here.path["about"], here.person)
    if view is None:
        return 404, Fault("there is no such proposal")
    visible = [Judged(one.analyst, one.action, one.reason, one.at, one.change) for one in view.visible]
    state = view.outcome.state.value if view.outcome.settled or len(visible) == len(view.outcome.judgements) else "open"
    return 200, Seen(view.proposal, state, view.needed, visible, view.seen)


def judge(here: Context, asked: Judging) -> Answer:
    about = here.path["about"]
    view = here.book.view(about, here.person)
    if view is None:
        return 404, Fault("there is no such proposal")
    if asked.action not in ("accept", "correct", "reject", "unsure") or asked.role not in ("", "adjudicator"):
        return 422, Fault(
            f"there is no action {asked.action!r} in role {asked.role!r}: accept, correct, reject, unsure"
        )
    if asked.action == "correct" and not asked.change.corrects:
        return 422, Fault("a correction corrects something: send what, or accept")
    if asked.action != "correct" and asked.change.corrects:
        return 422, Fault("this corrects the reading: send the action correct, and a reason")
    fault = _wrong(asked.change, view.proposal, view.body, here.book.deals())
    if fault:
        return 422, Fault(fault)
    value = "" if asked.change == Change() or asked.action in ("reject", "unsure") else encoded(asked.change)
    made = here.book.decide(here.person, [Draft(about, asked.action, value, asked.reason, asked.role)], asked.seen)
    return 201, Done(len(made), made[-1].at)


def _wrong(change: Change, proposal: Proposal, body: str, deals: Mapping[str, str]) -> str:
    """What keeps a change from being one; empty: nothing."""
    if change.deal and change.deal != "new" and change.deal not in deals:
        return f"there is no deal {change.deal!r}"
    quotes = [told for told in change.fields.values() if told is not None]
    for name, told in change.fields.items():
        if name not in FIELDS[proposal.kind]:
            return f"a {proposal.kind} has no field {name!r}"
        if told is not None:
            try:
                forms.checked(name, told.value)
            except BadFormError:
                return f"{name}: {told.value!r} is none of its words"
    anchored: list[Told | PartyRead | SumRead] = [*quotes, *(change.parties or ()), *(change.sums or ())]
    for one in anchored:
        if not 0 <= one.start < one.end <= len(body) or body[one.start : one.end] != one.quote:
            return f"“{one.quote[:60]}” does not stand at {one.start}:{one.end} of the document"
    form: dict[str, str] = {}
    for place, money in enumerate(change.sums or ()):
        form |= {f"s.{place}.{name}": getattr(money, name) for name in ("number", "currency", "kind", "bound", "upper")}
    try:
        forms.change({"f.": "", **form}, proposal, body, deals)
    except BadFormError as fault:
        return f"{fault.field}: {fault.fault}"
    return ""


def batch(here: Context, asked: Batch) -> Answer:
    unknown = [one for one in asked.about if one not in here.book.proposals]
    if unknown or not asked.about or len(asked.about) > MOST_IN_A_BATCH:
        return 422, Fault(f"{len(unknown)} of {len(asked.about)} are no proposals; a batch has 1 to 500")
    if asked.action not in ("accept", "reject", "unsure"):
        return 422, Fault("a batch accepts, rejects, or is unsure")
    drafts = [Draft(one, asked.action, "", asked.reason) for one in dict.fromkeys(asked.about)]
    made = here.book.decide(here.person, drafts, asked.seen, batch=True)
    return 201, Done(len(made), made[-1].at)


def undo(here: Context, _: None) -> Answer:
    last = here.book.undo(here.person)
    return (409, Fault("there is nothing to take back")) if last is None else (201, Done(1, last.at))


def deals(here: Context, _: None) -> Answer:
    return 200, [
        DealLine(one.id, one.case.title, one.stage.value, str(one.silent_since or ""))
        for one in here.book.ledger().deals
    ]


def look(here: Context, asked: Looking) -> Answer:
    name = here.path["deal"]
    if name not in here.book.deals():
        return 404, Fault("there is no such deal")
    made = here.book.decide(here.person, [Draft(name, "look", asked.found.strip() or "nothing")])
    return 201, Done(len(made), made[-1].at)


def agreement(here: Context, _: None) -> Answer:
    return 200, [
        FieldAgreement(
            one.field, one.agreement.alpha, one.agreement.low, one.agreement.high, one.agreement.n, list(one.disputed)
        )
        for one in here.book.agreement()
    ]


def all_comments(here: Context, _: None) -> Answer:
    found = comments.threads([one for one in here.book.standing() if here.book.open_to(one, here.person)])
    return 200, [
        Comment(one.number, one.about, one.said.kind, one.said.text, one.open, one.upheld, one.release) for one in found
    ]


def comment(here: Context, asked: Commenting) -> Answer:
    if not asked.text.strip() or not asked.about.strip():
        return 422, Fault("say something, and about what")
    with here.book.lock:
        said = Said(comments.next_number(here.book.decisions()), asked.kind, asked.text.strip(), asked.by, asked.source)
        made = here.book.decide(here.person, [Draft(asked.about.strip(), "note", msgspec.json.encode(said).decode())])
    return 201, Done(len(made), made[-1].at)


def logs(here: Context, _: None) -> Answer:
    with here.book.lock:
        found = here.book.decisions()
        broken = dict(here.book.broken)
    if broken:
        return 503, Fault("; ".join(broken.values()))
    return 200, Done(len(found), found[-1].at if found else "")


ABOUT: Final = (("about", "path", "Id of the proposal"),)
ENDPOINTS: Final[Sequence[Endpoint]] = (
    Endpoint("GET", "/api/me", Act.READ, me, "Who you are", None, Me),
    Endpoint("GET", "/api/queue", Act.READ, queue, "What waits for you, most consequential first", None, Questions,
             (*((name, "query", f"Only this {name}") for name in asked_of.ORIGINS),
              ("offset", "query", "How many to leave out"), ("limit", "query", "How many to give, at most 500"))),
    Endpoint("GET", "/api/proposals/{about}", Act.READ, proposal, "One proposal", None, Seen, ABOUT),
    Endpoint("POST", "/api/proposals/{about}/judgements", Act.JUDGE, judge, "Judge it", Judging, Done, ABOUT),
    Endpoint("POST", "/api/batches", Act.JUDGE, batch, "Judge several in one go", Batch, Done),
    Endpoint("POST", "/api/undo", Act.COMMENT, undo, "Take back your last decision", None, Done),
    Endpoint("GET", "/api/deals", Act.READ, deals, "All deals", None, list[DealLine]),
    Endpoint("POST", "/api/deals/{deal}/looks", Act.JUDGE, look, "You looked for news of a deal", Looking, Done,
             (("deal", "path", "Id of the deal"),)),
    Endpoint("GET", "/api/agreement", Act.READ, agreement, "How far coders agree", None, list[FieldAgreement]),
    Endpoint("GET", "/api/comments", Act.READ, all_comments, "All comments", None, list[Comment]),
    Endpoint("POST", "/api/comments", Act.COMMENT, comment, "Say something", Commenting, Done),
    Endpoint("GET", "/api/log", Act.READ, logs, "Whether every log is whole", None, Done),
)  # fmt: skip
"""Every address of the API, in the order of the manual."""


def routes(context: Callable[[Request], Context]) -> list[BaseRoute]:
    """The API as routes; `context` makes from a request what pages are made from."""
    found: list[BaseRoute] = [Route("/api/openapi.json", _described, methods=["GET"])]
    return [*found, *(Route(one.path, _endpoint(one, context), methods=[one.method]) for one in ENDPOINTS)]


async def _described(request: Request) -> Response:
    return JSONResponse(description())


def _endpoint(one: Endpoint, context: Callable[[Request], Context]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        here = context(request)
        asked: Any = None
        if request.method == "POST":
            word = request.headers.get("x-csrf-token", "")
            if not hmac.compare_digest(word.encode(), here.person.csrf.encode()):
                return _answer(403, Fault("send the session's word in X-CSRF-Token: /api/me tells it"))
            if one.takes is not None:
                try:
                    asked = msgspec.json.decode(await request.body(), type=one.takes)
                except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as fault:
                    return _answer(400, Fault(str(fault)))
        if not may(here.person.roles, one.act):
            return _answer(403, Fault(f"{here.person.name} may not {one.act}"))
        return await run_in_threadpool(_made, one, here, asked)

    return endpoint


def _made(one: Endpoint, here: Context, asked: Any) -> Response:
    here.book.refresh()
    try:
        return _answer(*one.make(here, asked))
    except StaleWriteError as fault:
        return _answer(409, Fault("what you were looking at has changed: read it again, then decide", fault.found))
    except DecisionError as fault:
        return _answer(422, Fault(str(fault)))


def _answer(status: int, value: Any) -> Response:
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def description() -> dict[str, Any]:
    """The OpenAPI document."""
    bodies = [one.takes for one in ENDPOINTS if one.takes is not None]
    answers = [one.gives for one in ENDPOINTS]
    schemas, parts = msgspec.json.schema_components(
        [*bodies, *answers, Fault], ref_template="#/components/schemas/{name}"
    )
    taken = dict(zip([one.path for one in ENDPOINTS if one.takes is not None], schemas, strict=False))
    given = dict(zip([(one.method, one.path) for one in ENDPOINTS], schemas[len(bodies) :], strict=False))
    fault = {"content": {"application/json": {"schema": schemas[-1]}}}
    paths: dict[str, dict[str, Any]] = {}
    for one in ENDPOINTS:
        done = "201" if one.method == "POST" else "200"
        told: dict[str, Any] = {
            "operationId": f"{one.method.lower()}_{one.make.__name__}",
            "summary": one.says,
            "responses": {
                done: {
                    "description": "Done",
                    "content": {"application/json": {"schema": given[one.method, one.path]}},
                },
                **{code: {"description": words, **fault} for code, words in FAULTS.items()},
                "401": {"description": "Log in first"},
                "429": {"description": "Too many requests"},
            },
            "parameters": [
                {
                    "name": name, "in": place, "description": says, "required": place == "path",
                    "schema": {"type": "integer", "minimum": 0, "maximum": 9_999_999}
                    if name in ("offset", "limit") else {"type": "string"},
                }
                for name, place, says in one.parameters
            ],
            "security": [{"session": []} if one.method == "GET" else {"session": [], "csrf": []}],
        }  # fmt: skip
        if one.takes is not None:
            told["requestBody"] = {
                "required": True,
                "content": {"application/json": {"schema": taken[one.path]}},
            }
        paths.setdefault(one.path, {})[one.method.lower()] = told
    return {
        "openapi": "3.1.0",
        "info": {"title": "warifu desk", "version": "1", "description": (__doc__ or "").strip()},
        "paths": paths,
        "components": {
            "schemas": parts,
            "securitySchemes": {
                "session": {"type": "apiKey", "in": "cookie", "name": "warifu_desk"},
                "csrf": {"type": "apiKey", "in": "header", "name": "X-CSRF-Token"},
            },
        },
    }


FAULTS: Final = {
    "400": "The body is not what the address takes",
    "403": "You may not, or the word in X-CSRF-Token is wrong",
    "404": "There is no such thing",
    "409": "What you were looking at has changed, or there is nothing to take back",
    "413": "Too large",
    "422": "The decision cannot be made; the message says why",
    "503": "A log is broken",
}
"""What each code of refusal means."""
