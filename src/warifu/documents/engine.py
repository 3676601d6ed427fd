"""The heavy steps of adding and grouping over daft: on all cores of this machine, or unchanged on a cluster.

    spread("read", rows)       texts out of documents, each in the bounded process
    spread("prepare", rows)    what grouping reads off each text
    spread("find", rows)       candidates, a range of hashes a row
    spread("score", rows)      likeness of candidates, some thousand pairs a row

A step is a function from bytes to bytes, named in `STEPS`; daft carries rows to wherever there are cores and brings
answers back, and order is restored by number. What runs there is the very code that runs without an engine, so the
outcome is the same to the byte. Daft runs embedded unless told otherwise (`DAFT_RUNNER=ray`, `RAY_ADDRESS`): nothing
here knows which.
"""

from __future__ import annotations

import os
import tempfile
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from warifu.documents import grouping
from warifu.documents.fingerprint import Fingerprint
from warifu.documents.grouping import Corpus, Floats, Pairs, Sets
from warifu.documents.text.model import Text
from warifu.documents.worker import Limits, Reader

__all__ = ["STEPS", "clusters", "prepare", "read", "spread"]


class Job(msgspec.Struct, frozen=True):
    """One document to read."""

    data: bytes
    media_type: str | None
    said: str | None
    address: str | None
    limits: Limits


class _Answer(msgspec.Struct, frozen=True):
    text: Text | None = None
    fault: str | None = None


PAIRS_A_ROW: Final = 50_000
_encode, _JOB, _ANSWER = msgspec.msgpack.encode, msgspec.msgpack.Decoder(Job), msgspec.msgpack.Decoder(_Answer)


def spread(step: str, rows: Sequence[bytes], at_once: int = 1) -> list[bytes]:
    """The answer to each row, in the order of the rows.

    Args:
        step: A name in `STEPS`.
        rows: What to work on.
        at_once: Rows handed to one worker together; more where a row is little work.
    """
    if not rows:
        return []
    import daft
    from daft import DataType

    cores = os.cpu_count() or 1

    class Step:
        def __init__(self, name: str) -> None:
            from warifu.documents.engine import STEPS

            self._run = STEPS[name]()

        @daft.method(return_dtype=DataType.binary())  # type: ignore[untyped-decorator]
        def answer(self, row: bytes) -> bytes:
            return self._run(row)

    spreading: Any = daft.cls(Step, use_process=True, max_concurrency=cores)(step)
    frame = daft.from_pydict({"number": list(range(len(rows))), "row": list(rows)})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # embedded, there are no partitions, and daft says so each time
        frame = frame.into_partitions(min(2 * cores, len(rows))).into_batches(at_once)
    answers = frame.select("number", spreading.answer(frame["row"]).alias("answer")).to_pydict()
    order = np.argsort(np.array(answers["number"]))
    return [answers["answer"][at] for at in order]


def read(jobs: Sequence[Job]) -> list[Text | str]:
    """The text of each document, or a sentence that says why there is none."""
    found = [_ANSWER.decode(raw) for raw in spread("read", [_encode(job) for job in jobs], at_once=4)]
    return [one.text if one.text is not None else one.fault or "no answer" for one in found]


def prepare(texts: Sequence[str]) -> list[bytes]:
    """What `prepared.read` gives for each text."""
    return spread("prepare", [text.encode("utf-8", "surrogatepass") for text in texts], at_once=32)


def clusters(prints: Mapping[str, Fingerprint], *, days: Mapping[str, str] | None = None) -> grouping.Clusters:
    """`grouping.clusters`, with candidates found and scored in pieces."""
    return grouping.clusters(prints, days=days, find=candidates, score=scores)


def candidates(sketch: Sets) -> Pairs:
    rows = [_packed(values, owners, np.array([size])) for values, owners, size in grouping.sliced(sketch)]
    counted = [_unpacked(raw, "<i8", "<i8") for raw in spread("find", rows)]
    return grouping.chosen(sketch, [(codes, counts) for codes, counts in counted])


def scores(made: Corpus, pairs: Pairs) -> tuple[Floats, Floats]:
    parts = [pairs[at : at + PAIRS_A_ROW] for at in range(0, len(pairs), PAIRS_A_ROW)]
    answers = [_unpacked(raw, "<f8", "<f8") for raw in spread("score", [_excerpt(made, part) for part in parts])]
    empty = np.empty(0)
    return (
        np.concatenate([like for like, _ in answers]) if answers else empty,
        np.concatenate([same for _, same in answers]) if answers else empty,
    )


def _excerpt(made: Corpus, pairs: Pairs) -> bytes:
    """The pairs, and of the corpus only the documents that stand in them, as bytes."""
    docs, inverse = np.unique(pairs, return_inverse=True)
    parts = [np.array([made.documents]), inverse.reshape(pairs.shape).ravel().astype(np.int64)]
    for sets, held in ((made.skeleton, made.skeleton_held), (made.content, made.content_held), (made.shingles, None)):
        places, _ = grouping.places(sets, docs)
        start = np.concatenate([[0], np.cumsum(sets.start[docs + 1] - sets.start[docs])])
        parts += [start, sets.flat[places], np.empty(0, np.uint16) if held is None else held[places]]
    return _packed(*parts)


def _scored(row: bytes) -> bytes:
    kinds = ["<i8", "<i8", *(["<i8", "<u8", "<u2"] * 3)]
    documents, pairs, *rest = _unpacked(row, *kinds)
    skeleton, content, shingles = (Sets(rest[at + 1], rest[at]) for at in (0, 3, 6))
    none = np.empty(0, dtype=np.int64)
    nobody = Sets(np.empty(0, dtype=np.uint64), np.zeros(1, dtype=np.int64))
    made = Corpus(skeleton, content, shingles, nobody, none, rest[2], rest[5], int(documents[0]))
    return _packed(*grouping.scores(made, pairs.reshape(-1, 2)))


def _found(row: bytes) -> bytes:
    values, owners, size = _unpacked(row, "<u8", "<i8", "<i8")
    return _packed(*grouping.counted(values, owners, np.int64(size[0])))


def _packed(*arrays: Any) -> bytes:
    return _encode([array.tobytes() for array in arrays])


def _unpacked(raw: bytes, *kinds: str) -> list[Any]:
    parts = msgspec.msgpack.decode(raw, type=list[bytes])
    return [np.frombuffer(part, dtype=kind) for part, kind in zip(parts, kinds, strict=True)]


def _reading() -> Callable[[bytes], bytes]:
    readers: dict[Limits, Reader] = {}

    def run(row: bytes) -> bytes:
        job = _JOB.decode(row)
        reader = readers.setdefault(job.limits, Reader(job.limits))
        with tempfile.NamedTemporaryFile() as file:
            file.write(job.data)
            file.flush()
            outcome = reader.read(Path(file.name), job.media_type, job.said, job.address)
        return _encode(_Answer(fault=outcome) if isinstance(outcome, str) else _Answer(text=outcome))

    return run


def _preparing() -> Callable[[bytes], bytes]:
    from warifu.documents.prepared import read

    return lambda row: read(row.decode("utf-8", "surrogatepass"))


STEPS: Final[Mapping[str, Callable[[], Callable[[bytes], bytes]]]] = {
    "read": _reading,
    "prepare": _preparing,
    "find": lambda: _found,
    "score": lambda: _scored,
}
"""Every step: made once in each worker, then called with row after row."""
