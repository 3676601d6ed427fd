"""Asks a model about a page, piece by piece; keeps its answers; keeps of them what the text bears out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from warifu.documents import service
from warifu.documents.spun import judge
from warifu.errors import DocumentError
from warifu.proposals.model_reader import prompt
from warifu.proposals.model_reader.grounding import Answer, Grounding
from warifu.proposals.proposal import Proposal
from warifu.proposals.reader.page import Page
from warifu.proposals.reader.table import Table, default_table
from warifu.proposals.runs import digest_of, proposal_id

VERSION: Final = "1"
PIECE: Final = 4000
"""Most characters asked about at once; pieces are cut at line ends."""
TRIES: Final = 2

_ANSWER: Final = msgspec.json.Decoder(Answer, strict=False)


class ModelReader:
    """A reader behind an OpenAI-compatible address.

    Attributes:
        counts: What was asked, answered from the cache, failed, and dropped; grows as pages are read.
    """

    def __init__(
        self, address: str, model: str, key: str = "", cache: Path | None = None, table: Table | None = None
    ) -> None:
        self._address = address.rstrip("/") + "/chat/completions"
        self._model = model
        self._key = key
        self._cache = cache
        self._table = table or default_table()
        self.version = VERSION
        self.prompt_digest = digest_of(prompt.SYSTEM, prompt.SCHEMA)
        self.counts: dict[str, int] = {}

    def read(self, page: Page, run: str = "") -> list[Proposal]:
        """The grounded proposals of a page; pieces that failed are counted, and cost the others nothing."""
        found: dict[str, Proposal] = {}
        spun = judge(page.body).verdict == "spun"
        for start, end in pieces(page.body):
            answer = self._answer(page, page.body[start:end])
            if answer is None:
                self._count("pieces that failed")
                continue
            check = Grounding(page, start, end, self._table, f"model {self._model}", self._count)
            for deal in answer.deals:
                proposal = check.proposal(deal)
                if proposal is not None:
                    proposal = msgspec.structs.replace(proposal, run=run, doubtful=spun)
                    proposal = msgspec.structs.replace(proposal, id=proposal_id(proposal))
                    found[proposal.id] = proposal
        return sorted(found.values(), key=lambda one: (one.start, one.end, one.id))

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1

    def _answer(self, page: Page, text: str) -> Answer | None:
        asked = prompt.question(self._model, page.title, page.published, text)
        kept = self._kept(asked)
        if kept is not None:
            self._count("answers from the cache")
            return kept
        for attempt in range(TRIES):
            self._count("questions asked")
            try:
                words = _words(service.ask(self._address, asked if attempt == 0 else prompt.plainer(asked), self._key))
                answer = _decoded(words)
            except (DocumentError, msgspec.DecodeError, UnicodeDecodeError):
                continue
            self._keep(asked, words)
            return answer
        return None

    def _path(self, asked: dict[str, Any]) -> Path | None:
        """Where the answer is kept: named after text, prompt and model, all of which stand in the question."""
        if self._cache is None:
            return None
        name = hashlib.sha256(msgspec.json.encode(asked, order="deterministic")).hexdigest()
        return self._cache / name[:2] / f"{name[2:]}.json"

    def _kept(self, asked: dict[str, Any]) -> Answer | None:
        path = self._path(asked)
        if path is None:
            return None
        try:
            return _decoded(path.read_bytes())
        except (OSError, msgspec.DecodeError):
            return None

    def _keep(self, asked: dict[str, Any], words: bytes) -> None:
        path = self._path(asked)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(words)
            unfinished.replace(path)


def pieces(body: str) -> Iterator[tuple[int, int]]:
    """The body in pieces of whole lines, each at most `PIECE` characters; a longer line is cut."""
    start = 0
    while start < len(body):
        end = min(start + PIECE, len(body))
        if end < len(body):
            cut = body.rfind("\n", start + 1, end)
            end = cut + 1 if cut > start else end
        yield start, end
        start = end


def _decoded(words: bytes) -> Answer:
    """The answer; of one that was broken off, the deals that stand whole before the break."""
    try:
        return _ANSWER.decode(words)
    except msgspec.DecodeError:
        at = words.rfind(b"},")
        while at > 0:
            try:
                return _ANSWER.decode(words[: at + 1] + b"]}")
            except msgspec.DecodeError:
                at = words.rfind(b"},", 0, at)
        raise


def _words(answer: Any) -> bytes:
    """The text of the first choice; models like to fence JSON, which is forgiven."""
    try:
        content = answer["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError) as error:
        raise msgspec.DecodeError("no choice in the answer") from error
    if not isinstance(content, str):
        raise msgspec.DecodeError("the answer is no text")
    content = content.strip()
    if content.startswith("```"):
        content = content.split("\n", 1)[-1].rsplit("```", 1)[0]
    return content.encode()
