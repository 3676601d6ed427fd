"""`proposals/<run>.jsonl`: one file a run; its first line is the run, each other one a proposal; never edited.

A run is named after what it did, not when: reader, its version and settings, and the documents read. The same reading
done again gives the same file with the same name and the same bytes, wherever and in whatever order it was done.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from warifu.errors import BadInputError
from warifu.proposals.proposal import Proposal
from warifu.terms.problem import Problem, Severity

FOLDER: Final = "proposals"


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a run did: `reader` with its `version` and `settings` read these `documents` (digests, sorted).

    `counts` says what was found and dropped on the way ("read", "passed over by triage", "ungrounded fields dropped").
    """

    id: str
    reader: str
    version: str
    settings: dict[str, str] = {}
    documents: tuple[str, ...] = ()
    counts: dict[str, int] = {}


_ENCODER: Final = msgspec.json.Encoder(order="deterministic")
_RUN: Final = msgspec.json.Decoder(Run)
_PROPOSAL: Final = msgspec.json.Decoder(Proposal)


def digest_of(*parts: object) -> str:
    """The first 16 hex digits of the SHA-256 of values, as canonical JSON."""
    return hashlib.sha256(_ENCODER.encode(parts)).hexdigest()[:16]


def run_id(reader: str, version: str, settings: dict[str, str], documents: Iterable[str]) -> str:
    return f"{reader}-{digest_of(reader, version, settings, sorted(documents))}"


def proposal_id(proposal: Proposal) -> str:
    """The id of a proposal: a digest of what it reads, not of the run, so that reading again finds it again."""
    return digest_of(
        proposal.document, proposal.kind, proposal.reader, proposal.start, proposal.fields, proposal.parties,
        proposal.sums,
    )  # fmt: skip


def write(workspace: Path, run: Run, proposals: Sequence[Proposal]) -> Path:
    """Write the file of a run, whole or not at all; proposals are put in order of document, place and id."""
    folder = workspace / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(proposals, key=lambda one: (one.document, one.start, one.end, one.kind, one.id))
    path = folder / f"{run.id}.jsonl"
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as file:
        file.write(_ENCODER.encode(run) + b"\n")
        for proposal in ordered:
            file.write(_ENCODER.encode(proposal) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    return path


def read(path: Path) -> tuple[Run, list[Proposal]]:
    """A run and its proposals.

    Raises:
        BadInputError: A line is no proposal; the problem names the file and the line.
    """
    with path.open("rb") as file:
        lines = file.read().splitlines()
    proposals: list[Proposal] = []
    try:
        run = _RUN.decode(lines[0] if lines else b"")
        for line in lines[1:]:
            proposals.append(_PROPOSAL.decode(line))
    except msgspec.DecodeError as error:
        message = f"this line is no proposal ({error}). Delete the file and read again: warifu read"
        problem = Problem(path.name, "broken-proposals", message, Severity.SEVERE, f"{path}:{len(proposals) + 2}")
        raise BadInputError([problem]) from error
    return run, proposals


def paths(workspace: Path) -> list[Path]:
    """The file of every run, in the order of their names whatever the disk says."""
    return sorted((workspace / FOLDER).glob("*.jsonl"))


def proposals_of(workspace: Path) -> Iterator[Proposal]:
    """Every proposal of a workspace, run by run; one that several runs made comes once."""
    seen: set[str] = set()
    for path in paths(workspace):
        for proposal in read(path)[1]:
            if proposal.id not in seen:
                seen.add(proposal.id)
                yield proposal
