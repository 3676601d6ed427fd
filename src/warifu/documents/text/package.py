"""Opens office files, which are ZIPs of XML parts, without letting them swell, reach out, or run anything.

Parts are read by expat, which tells the byte at which each piece of text stands; a part that declares entities of its
own is refused, so none can be expanded or included.
"""

from __future__ import annotations

import codecs
import re
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Final
from xml.parsers import expat

from warifu.errors import UnreadableError

MAX_PART: Final = 128 << 20
MAX_RATIO: Final = 200
MAX_PARTS: Final = 20_000
MAX_DEPTH: Final = 500

Attributes = dict[str, str]


class Package:
    """The parts of one office file."""

    def __init__(self, data: bytes, kind: str) -> None:
        self.kind = kind
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise UnreadableError(kind, f"a broken ZIP ({error})") from error
        if len(self._zip.infolist()) > MAX_PARTS:
            raise UnreadableError(kind, f"more than {MAX_PARTS} parts")
        self.names = frozenset(self._zip.namelist())

    def part(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            UnreadableError: It is not there, broken, or swells beyond the limits.
        """
        if name not in self.names:
            raise UnreadableError(self.kind, f"it has no part {name}")
        info = self._zip.getinfo(name)
        cap = min(MAX_PART, max(info.compress_size * MAX_RATIO, 1 << 20))
        try:
            with self._zip.open(info) as file:
                data = file.read(cap + 1)
        except (
            zipfile.BadZipFile,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            zlib.error,
            EOFError,
        ) as error:
            raise UnreadableError(self.kind, f"its part {name} is broken ({error})") from error
        if len(data) > cap:
            raise UnreadableError(self.kind, f"its part {name} unpacks to more than {cap >> 20} MB")
        return data


class Walker:
    """One pass over an XML part, with the byte range of every piece of text.

    `opened` and `closed` get the local name (without the namespace) and, for `opened`, the attributes by local name.
    """

    def __init__(
        self,
        opened: Callable[[str, Attributes], None],
        closed: Callable[[str], None],
        text: Callable[[str, int, int], None],
    ) -> None:
        self._opened, self._closed, self._text = opened, closed, text
        self._depth = 0
        self._data = b""
        self.encoding = "utf-8"

    def walk(self, data: bytes, kind: str, part: str) -> None:
        """Read `data` to its end.

        Raises:
            UnreadableError: It is not well formed, nests too deep, or declares entities.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = lambda text: self._characters(text, parser.CurrentByteIndex)
        parser.EntityDeclHandler = self._refuse
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._data = data
        said = re.match(rb"""<\?xml[^>]*encoding=["']([\w.-]+)["']""", data)
        try:
            self.encoding = codecs.lookup(said.group(1).decode()).name if said else "utf-8"
        except LookupError as error:
            raise UnreadableError(kind, f"{part} is in an unknown encoding ({error})") from error
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError) as error:
            raise UnreadableError(kind, f"{part} is not well formed ({error})") from error
        except _RefusedError as error:
            raise UnreadableError(kind, f"{part} {error}") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _RefusedError("nests too deep")
        self._opened(_local(name), {_local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._closed(_local(name))

    def _characters(self, text: str, at: int) -> None:
        entity = self._data[at : at + 1] == b"&"
        end = self._data.find(b";", at) + 1 if entity else at + len(text.encode(self.encoding, "replace"))
        self._text(text, at, end)

    def _refuse(self, *_: object) -> None:
        raise _RefusedError("declares entities, which are not expanded")


class _RefusedError(Exception):
    """The part does something that is never followed."""


def _local(name: str) -> str:
    return name.rpartition(" ")[2]
