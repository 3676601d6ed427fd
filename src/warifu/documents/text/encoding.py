"""Which letters the bytes stand for, and which bytes each letter took.

The order of belief: a byte order mark, UTF-8 that is without fault, what the document or its sender declared (if the
bytes agree), and last a guess among the encodings that pages in our languages use. Bytes that fit nowhere become
U+FFFD, one character a byte, so that no offset is lost.
"""

from __future__ import annotations

import codecs
import re
from array import array
from collections.abc import Iterator
from typing import Final

STEP: Final = 512
"""Characters between two remembered byte offsets; a look-up encodes at most so many."""

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

BROWSERS_READ: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "shift_jis": "cp932",
    "shift_jisx0213": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
"""What browsers take the declared name to mean (WHATWG Encoding Standard), by Python's codec names."""

GUESSED: Final = (
    "cp932", "euc_jp", "gb18030", "big5hkscs", "cp949", "cp1251", "koi8_r", "cp866", "cp1256", "iso8859_6",
    "cp1255", "cp1253", "cp1254", "cp1250", "cp1252",
)  # fmt: skip

KEEP: Final = "warifu.keep"
"""The error handler that keeps each byte that fits nowhere as a lone surrogate, U+DC00 and the byte.

Like Python's `surrogateescape`, but for bytes below 128 too, which UTF-16 and the shifting encodings can strand.
"""


def _keep(error: UnicodeError) -> tuple[str | bytes, int]:
    if isinstance(error, UnicodeDecodeError):
        return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end
    if isinstance(error, UnicodeEncodeError):
        letters = error.object[error.start : error.end]
        if all("\udc00" <= letter <= "\udcff" for letter in letters):
            return bytes(ord(letter) - 0xDC00 for letter in letters), error.end
    raise error


codecs.register_error(KEEP, _keep)

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""")


class Decoded:
    """Text and, for each of its characters, the byte where it begins."""

    def __init__(self, data: bytes, text: str, encoding: str, skipped: int) -> None:
        self.text = text.translate(_LONE_BYTES) if _has_lone(text) else text
        self.encoding = encoding
        self.faults = len(_LONE.findall(text))
        self._raw = text
        self._skipped = skipped
        self._exact: array[int] | None = None
        self._marks = array("Q", [skipped])
        if text.isascii():
            width = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}.get(encoding, 1)
            if len(text) * width + skipped == len(data):
                self._width: int | None = width
                return
        self._width = None
        at = skipped
        for begin in range(0, len(text), STEP):
            try:
                at += len(text[begin : begin + STEP].encode(encoding, KEEP))
            except UnicodeEncodeError:
                at = -1
                break
            self._marks.append(at)
        if at != len(data) or text.encode(encoding, KEEP) != data[skipped:]:
            self._exact = _walk(data, encoding, skipped, len(text))

    def byte_at(self, index: int) -> int:
        """The byte where character `index` begins; the end of the bytes for `index` = length."""
        if self._width is not None:
            return self._skipped + index * self._width
        if self._exact is not None:
            return self._exact[index]
        mark = index // STEP
        return self._marks[mark] + len(self._raw[mark * STEP : index].encode(self.encoding, KEEP))

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Characters `start:end` in runs, and whether each re-encodes to exactly its bytes.

        Bytes that fitted nowhere are runs of their own.
        """
        if not self.faults:
            yield start, end, self._exact is None
            return
        at = start
        for lone in _LONE.finditer(self._raw, start, end):
            if lone.start() > at:
                yield at, lone.start(), self._exact is None
            yield lone.start(), lone.end(), False
            at = lone.end()
        if at < end:
            yield at, end, self._exact is None


_LONE = re.compile("[\udc00-\udcff]")
_LONE_BYTES: Final = dict.fromkeys(range(0xDC00, 0xDD00), "\ufffd")


def _has_lone(text: str) -> bool:
    return _LONE.search(text) is not None


def _walk(data: bytes, encoding: str, skipped: int, length: int) -> array[int]:
    """Byte offsets by decoding one byte at a time: slow, for encodings that shift or do not round-trip."""
    decoder = codecs.getincrementaldecoder(encoding)(KEEP)
    starts = array("Q")
    begun = skipped
    for at in range(skipped, len(data)):
        came = decoder.decode(data[at : at + 1])
        if came:
            starts.extend([begun] * len(came))
            begun = at + 1
    starts.extend([begun] * len(decoder.decode(b"", True)))
    starts.extend([begun] * max(length - len(starts), 0))
    starts.append(len(data))
    return starts


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`; `declared` is what the sender said (an HTTP header), before what the bytes say themselves."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, len(mark))
    if b"\x1b$" in data or b"\x1b(" in data:
        text = _strictly(data, "iso2022_jp")
        if text is not None:
            return Decoded(data, text, "iso2022_jp", 0)
    utf16 = _wide(data)
    if utf16 is not None:
        return _decoded(data, utf16, 0)
    text = _strictly(data, "utf-8")
    if text is not None:
        return Decoded(data, text, "utf-8", 0)
    for name in (declared, _declared_inside(data)):
        codec = _codec(name)
        if codec is not None and codec != "utf-8":
            text = _strictly(data, codec)
            if text is not None:
                return Decoded(data, text, codec, 0)
    if _mostly_utf8(data):
        return _decoded(data, "utf-8", 0)
    for name in (declared, _declared_inside(data)):
        codec = _codec(name)
        if codec is not None:
            return _decoded(data, codec, 0)
    return _decoded(data, _guess(data), 0)


def _decoded(data: bytes, encoding: str, skipped: int) -> Decoded:
    return Decoded(data, data[skipped:].decode(encoding, KEEP), encoding, skipped)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _declared_inside(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def _codec(name: str | None) -> str | None:
    if name is None:
        return None
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    found = BROWSERS_READ.get(found, found)
    return None if found in {"utf-16", "utf-32", "utf-7", "idna", "punycode"} or not _is_text(found) else found


def _is_text(codec: str) -> bool:
    return bool(getattr(codecs.lookup(codec), "_is_text_encoding", True))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    head = data[:1024]
    if len(head) < 8 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even == 0:
        return "utf-16-le"
    if even > 0.4 * half and odd == 0:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """UTF-8 with a few broken bytes, as pages glued from two sources have them."""
    text = data.decode("utf-8", KEEP)
    lone = len(_LONE.findall(text))
    wide = sum(1 for _ in re.finditer("[^\x00-\x7f\udc00-\udcff]", text))
    return wide > 8 * lone


def _guess(data: bytes) -> str:
    """The likeliest encoding: one that decodes, read in the commonest letters of its own language."""
    sample = data[:32768]
    scored = []
    for order, encoding in enumerate(GUESSED):
        text = sample.decode(encoding, "ignore" if len(sample) < len(data) else KEEP)
        scored.append((-_likely(text), order, encoding))
    return min(scored)[2]


_COMMON = re.compile(
    "[ぁ-んァ-ヶー、。]|[一-龥]|[가-힣]|[а-яё]|[ءا-ي]|[א-ת]|[α-ωάέήίόύώ]|[a-zäöüßéèêàçñóíúáşğıřžčšąęł]"
)
_SCRIPTS: Final = (
    re.compile("[ぁ-ん]"), re.compile("[ァ-ヶー]"), re.compile("[\u4e00-\u9fff]"), re.compile("[가-힣]"),
    re.compile("[а-яё]"), re.compile("[А-ЯЁ]"), re.compile("[ء-ي]"), re.compile("[א-ת]"), re.compile("[α-ώ]"),
)  # fmt: skip
_OFTEN: Final = frozenset("的一是不了在人有我他这中大来上国個到說們為会時要就出也和年生以対日月る目第発本経済定協力政府"
                          "이다는을의가에고하지기로한사오еоаинтсрвлкمانليوהוילתאαοιετν的國經濟合作")  # fmt: skip
_ODD = re.compile("[\udc00-\udcff\x00-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff\uff61-\uff9f│-╬¤¦§¨¯]")


def _likely(text: str) -> float:
    wide = [char for char in text if char > "\x7f"]
    if not wide:
        return 0.0
    often = sum(char in _OFTEN for char in wide)
    kana = len(_SCRIPTS[0].findall(text))
    common = len(_COMMON.findall("".join(wide)))
    odd = len(_ODD.findall(text))
    mixed = len(re.findall("[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]", text))  # two scripts in one word
    turned = len(re.findall("[а-яё][А-ЯЁ]", text))  # КОИ-8 read as Windows-1251 turns the cases round
    return (common + 2 * often + 3 * kana - 8 * odd - 6 * turned - 3 * mixed) / len(wide)
