"""Activities of a file, one by one, in memory that does not grow; hostile XML is refused.

A file may declare no entities, cannot reach out of itself, and no single activity may swell without end. A file that
ends early is a problem: the activities before the end are not the whole.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from lxml import etree

from warifu.errors import HostileXmlError
from warifu.proposals.imports.places import fault
from warifu.terms.problem import Problem

MOST_AN_ACTIVITY: Final = 64 << 20
"""No activity is longer; the largest published ones have a few megabytes."""

ROOT: Final = "iati-activities"
ACTIVITY: Final = "iati-activity"


@dataclass(slots=True)
class File:
    """A file being read. After the last activity `version`, `generated`, `count` and `problems` are complete."""

    path: Path
    name: str
    version: str = ""
    generated: str = ""
    count: int = 0
    problems: list[Problem] = field(default_factory=list)


class _Watched:
    """A file that counts what was read from it since the last activity."""

    def __init__(self, file: IO[bytes] | gzip.GzipFile, name: str) -> None:
        self._file = file
        self._name = name
        self.since = 0

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size if size > 0 else 1 << 16)
        self.since += len(data)
        if self.since > MOST_AN_ACTIVITY:
            raise HostileXmlError(self._name, f"one activity is longer than {MOST_AN_ACTIVITY >> 20} MB")
        return data


def activities(file: File) -> Iterator[etree._Element]:
    """Each activity in turn; it is emptied when the next one is asked for, so take from it what is needed.

    Raises:
        HostileXmlError: It declares entities, or an activity has no end.
    """
    with file.path.open("rb") as raw:
        packed = raw.read(2) == b"\x1f\x8b"
    with gzip.open(file.path) if packed else file.path.open("rb") as source:
        watched = _Watched(source, file.name)
        try:
            yield from _walk(watched, file)
        except etree.XMLSyntaxError as error:
            line = error.lineno or 1
            message = (
                f"the file is not well formed on line {line} ({error.msg}), after {file.count:,} activities: "
                "it is cut off or broken, so nothing of it is used; fetch it again"
            )
            file.problems.append(fault(file.name, line, "", "broken-xml", message))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            message = f"the packed file is cut off or broken ({error}), after {file.count:,} activities: fetch it again"
            file.problems.append(fault(file.name, 1, "", "cut-off", message))


def _walk(watched: _Watched, file: File) -> Iterator[etree._Element]:
    walk = etree.iterparse(
        watched,
        events=("start", "end"),
        tag=(ROOT, ACTIVITY),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    first = next(walk, None)
    root = walk.root if first is None else first[1]
    _refuse_entities(root, file)
    if root.tag != ROOT:
        message = f"its outermost element is <{root.tag}>, not <{ROOT}>: this is no IATI activity file"
        file.problems.append(fault(file.name, 1, "", "not-iati", message))
        return
    file.version = root.get("version", "")
    file.generated = root.get("generated-datetime", "")
    for event, element in walk:
        if event == "end" and element.tag == ACTIVITY and element.getparent() is root:
            watched.since = 0
            file.count += 1
            yield element
            element.clear(keep_tail=False)
            while element.getprevious() is not None:
                del root[0]


def _refuse_entities(root: etree._Element, file: File) -> None:
    document = root.getroottree().docinfo.internalDTD
    if document is not None and document.entities():  # type: ignore[attr-defined] # the stubs do not know it
        raise HostileXmlError(file.name, "it declares entities of its own")
