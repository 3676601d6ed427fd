"""RTF: the letters between the control words, each mapped to its bytes. Objects, pictures and fields are not followed.

Hidden (`\\v`), deleted, white and tiny letters are cut off, as in the other office readers.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from typing import Final

from warifu.documents import hidden, media
from warifu.documents.hidden import Cuttings
from warifu.documents.text.dates import line_dates
from warifu.documents.text.language import language_of
from warifu.documents.text.model import Composer, Spot, Text
from warifu.errors import UnreadableError

MAX_DEPTH: Final = 2000

_TOKEN = re.compile(rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.S)

SKIPPED: Final = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "object", "objdata", "fldinst", "themedata", "colorschememapping",
    "latentstyles", "datastore", "xmlnstbl", "listtable", "listoverridetable", "rsidtbl", "generator",
    "filetbl", "revtbl", "annotation", "atnid", "atnauthor", "comment", "template", "operator", "private",
    "nonshppict", "bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "pgdsctbl", "mmathPr", "wgrffmtfilter",
    "userprops", "doccomm",
})  # fmt: skip
LETTERS: Final = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": " ", "emspace": " ", "enspace": " ", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
BREAKS: Final = frozenset({"par", "line", "sect", "page", "row", "column"})
CHARSETS: Final = {
    0: "cp1252", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "big5hkscs", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    skipped: bool = False
    vanish: bool = False
    deleted: bool = False
    points: float = 12.0
    colour: int = 0
    ground: int = 0
    encoding: str = "cp1252"
    after_unicode: int = 1

    def why_unseen(self, colours: list[hidden.Colour | None]) -> str | None:
        if self.vanish:
            return "not-displayed"
        if self.deleted:
            return "deleted"
        if self.points <= hidden.TINY_POINTS:
            return "tiny"
        letters = colours[self.colour] if 0 < self.colour < len(colours) else None
        ground = colours[self.ground] if 0 < self.ground < len(colours) else None
        if letters is not None and hidden.alike(letters, ground or hidden.WHITE):
            return "same-colour"
        return None


def read_rtf(data: bytes) -> Text:
    """Read an RTF document.

    Raises:
        UnreadableError: It is no RTF, or nests beyond the limit.
    """
    if not data.startswith(b"{\\rtf"):
        raise UnreadableError(media.RTF, "it does not begin with {\\rtf")
    composer, cuttings = Composer(None), Cuttings()
    _Reader(data, composer, cuttings).read()
    body = composer.body()
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    dates = line_dates(lines)
    return Text(
        body=body,
        segments=composer.segments(),
        media_type=media.RTF,
        title=lines[0][:200] if lines else None,
        language=language_of(body),
        published=dates.published,
        modified=dates.modified,
        stated=dates.stated or dates.published,
        flags=cuttings.flags(),
    )


class _Reader:
    def __init__(self, data: bytes, composer: Composer, cuttings: Cuttings) -> None:
        self.data = data
        self.composer = composer
        self.cuttings = cuttings
        self.state = _State()
        self.stack: list[_State] = []
        page = re.search(rb"\\ansicpg(\d{3,5})", data[:2000])
        self.encoding = _codec(f"cp{page.group(1).decode()}") if page else "cp1252"
        self.state = replace(self.state, encoding=self.encoding)
        self.fonts = {
            int(number): CHARSETS[int(charset)]
            for number, charset in re.findall(rb"\\f(\d{1,6})[^{};]{0,80}?\\fcharset(\d{1,3})", data[:200_000])
            if int(charset) in CHARSETS and int(charset) != 0
        }
        self.colours = self._colours()
        self.swallow = 0
        self.gone: dict[str, list[str]] = {}
        self.pending: list[tuple[int, int, int]] = []
        self.high: tuple[int, int] | None = None

    def _colours(self) -> list[hidden.Colour | None]:
        table = re.search(rb"\{\\colortbl([^{}]*)\}", self.data[:200_000])
        colours: list[hidden.Colour | None] = []
        for entry in table.group(1).split(b";") if table else []:
            parts = [re.search(rb"\\" + name + rb"(\d{1,3})", entry) for name in (b"red", b"green", b"blue")]
            channels = [int(part.group(1)) for part in parts if part is not None]
            colours.append((channels[0], channels[1], channels[2]) if len(channels) == 3 else None)
        return colours

    def read(self) -> None:
        for token in _TOKEN.finditer(self.data):
            word, number, code, symbol, brace, plain = token.groups()
            if code is not None:
                self._byte(int(code, 16), token.start(), token.end())
                continue
            if plain is not None:
                for at in range(token.start(), token.end()):
                    self._byte(self.data[at], at, at + 1)
                continue
            self._flush()
            if brace == b"{":
                if len(self.stack) > MAX_DEPTH:
                    raise UnreadableError(media.RTF, "it nests too deep")
                self.stack.append(self.state)
            elif brace == b"}":
                self.state = self.stack.pop() if self.stack else self.state
            elif word is not None:
                self._word(word.decode("ascii"), None if number is None else int(number), token.start(), token.end())
            elif symbol is not None:
                self._symbol(symbol, token.start(), token.end())
        self._flush()
        for reason, letters in self.gone.items():
            self.cuttings.cut(reason, "".join(letters))

    def _symbol(self, symbol: bytes, start: int, end: int) -> None:
        if symbol == b"*":
            self.state = replace(self.state, skipped=True)
        elif symbol in b"\\{}":
            self._letter(symbol.decode("ascii"), start, end)
        elif symbol in (b"~", b"_", b"-"):
            self._letter({b"~": " ", b"_": "-", b"-": "\u00ad"}[symbol], start, end)
        elif symbol in (b"\n", b"\r"):
            self.composer.line_end()

    def _word(self, word: str, number: int | None, start: int, end: int) -> None:
        state = self.state
        on = number != 0
        if word in SKIPPED or (word == "bin" and number):
            self.state = replace(state, skipped=True)
        elif word == "u" and number is not None:
            self._unicode(number % 65536, start, end)
            self.swallow = state.after_unicode
        elif word == "uc" and number is not None:
            self.state = replace(state, after_unicode=number)
        elif word == "plain":
            self.state = replace(state, vanish=False, deleted=False, points=12.0, colour=0, ground=0)
        elif word in {"v", "webhidden"}:
            self.state = replace(state, vanish=on)
        elif word == "deleted":
            self.state = replace(state, deleted=on)
        elif word == "fs" and number is not None:
            self.state = replace(state, points=number / 2)
        elif word == "cf":
            self.state = replace(state, colour=number or 0)
        elif word in {"highlight", "chcbpat", "cb"}:
            self.state = replace(state, ground=number or 0)
        elif word == "f" and number is not None:
            self.state = replace(state, encoding=self.fonts.get(number, self.encoding))
        elif word in LETTERS:
            self._letter(LETTERS[word], start, end)
        elif state.skipped:
            return
        elif word in BREAKS:
            self.composer.line_end()
        elif word == "cell" and len(self.composer):
            self.composer.put_in(" | ")

    def _unicode(self, code: int, start: int, end: int) -> None:
        if 0xD800 <= code < 0xDC00:
            self.high = (code, start)
            return
        if 0xDC00 <= code < 0xE000:
            if self.high is not None:
                first, start = self.high
                self._letter(chr(0x10000 + ((first - 0xD800) << 10) + code - 0xDC00), start, end)
        else:
            self._letter(chr(code), start, end)
        self.high = None

    def _byte(self, value: int, start: int, end: int) -> None:
        if self.swallow:
            self.swallow -= 1
            return
        self.pending.append((value, start, end))

    def _flush(self) -> None:
        """Decode the bytes gathered since the last control word, letter by letter."""
        pending, self.pending = self.pending, []
        if not pending or self.state.skipped:
            return
        decoder = codecs.getincrementaldecoder(self.state.encoding)("replace")
        start = pending[0][1]
        for at, (value, _, end) in enumerate(pending):
            came = decoder.decode(bytes([value]), at == len(pending) - 1)
            for letter in came:
                self._letter(letter, start, end)
            if came:
                start = end

    def _letter(self, letter: str, start: int, end: int) -> None:
        if self.state.skipped:
            return
        reason = self.state.why_unseen(self.colours)
        if reason is None and hidden.unseen(letter):
            reason, shown = "zero-width", f"U+{ord(letter):04X} "
        else:
            shown = letter
        if reason is None:
            self.composer.add(letter, Spot(start, end))
        else:
            self.gone.setdefault(reason, []).append(shown)


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
