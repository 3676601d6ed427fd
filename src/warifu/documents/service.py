"""Asks a service that the user named: one JSON question, one JSON answer, within limits; nothing is followed elsewhere.

A sibling of `fetch`, which never goes into a private network: a model often runs on the analyst's own machine, so here
the address is allowed to be local. It comes from the command line alone, never from a document.
"""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from warifu.errors import FetchError, TooMuchError

LARGEST: Final = 4 << 20
"""Most bytes of an answer."""


class _NoRedirect(HTTPRedirectHandler):
    """A service answers where it was asked: a redirect is a fault, and the key goes nowhere else."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> None:
        return None


def ask(address: str, question: dict[str, Any], key: str = "", seconds: float = 120.0) -> Any:
    """Post a question as JSON and read the answer.

    Raises:
        FetchError: The address is no http address, the service did not answer, or its answer is no JSON.
        TooMuchError: The answer is larger than `LARGEST`.
    """
    if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).netloc:
        raise FetchError(address, "not an http or https address. Give one such as http://127.0.0.1:8080/v1")
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})
    request = Request(address, json.dumps(question).encode(), headers, method="POST")
    try:
        with build_opener(_NoRedirect).open(request, timeout=seconds) as answer:
            data = answer.read(LARGEST + 1)
    except HTTPError as error:
        raise FetchError(address, f"answered {error.code}. Is the model's name right, and the key?") from error
    except (URLError, TimeoutError, OSError) as error:
        raise FetchError(address, f"did not answer ({error}). Is the service running?") from error
    if len(data) > LARGEST:
        raise TooMuchError(address, f"{LARGEST >> 20} MB of answer")
    try:
        return json.loads(data)
    except ValueError as error:
        raise FetchError(address, "answered, but not in JSON. Is it an OpenAI-compatible service?") from error
