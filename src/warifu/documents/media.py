"""What kind of document some bytes are: told from the bytes first, from the name and the sender's word last."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import BinaryIO, Final

HTML: Final = "text/html"
PLAIN: Final = "text/plain"
CSV: Final = "text/csv"
PDF: Final = "application/pdf"
RTF: Final = "application/rtf"
MAIL: Final = "message/rfc822"
MBOX: Final = "application/mbox"
ZIP: Final = "application/zip"
WARC: Final = "application/warc"
RSS: Final = "application/rss+xml"
ATOM: Final = "application/atom+xml"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT: Final = "application/vnd.oasis.opendocument.text"
UNKNOWN: Final = "application/octet-stream"

READABLE: Final = frozenset({HTML, PLAIN, CSV, PDF, RTF, MAIL, RSS, ATOM, DOCX, XLSX, ODT})
"""Kinds that `text.read` reads."""
CONTAINERS: Final = frozenset({ZIP, WARC, MBOX})
"""Kinds that are opened, and whose members are the documents."""

_ENDINGS: Final = {
    "html": HTML, "htm": HTML, "xhtml": HTML, "shtml": HTML, "txt": PLAIN, "text": PLAIN, "md": PLAIN, "csv": CSV,
    "tsv": CSV, "pdf": PDF, "rtf": RTF, "eml": MAIL, "mbox": MBOX, "zip": ZIP, "warc": WARC, "rss": RSS, "atom": ATOM,
    "docx": DOCX, "xlsx": XLSX, "odt": ODT,
}  # fmt: skip
_SAID: Final = {
    HTML: HTML, "application/xhtml+xml": HTML, PLAIN: PLAIN, CSV: CSV, "text/tab-separated-values": CSV, PDF: PDF,
    "text/rtf": RTF, RTF: RTF, MAIL: MAIL, RSS: RSS, ATOM: ATOM, DOCX: DOCX, XLSX: XLSX, ODT: ODT,
    "text/markdown": PLAIN,
}  # fmt: skip


def media_type(data: bytes, name: str = "", said: str | None = None) -> str:
    """The media type of `data`.

    Args:
        data: The bytes, or at least the whole of a ZIP.
        name: A file name or address, for its ending.
        said: The sender's `Content-Type`, with or without parameters.
    """
    head = data[:2048]
    ending = _ENDINGS.get(_ending(name))
    told = None if said is None else _SAID.get(said.partition(";")[0].strip().lower())
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(b"{\\rtf"):
        return RTF
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return zip_kind(BytesIO(data))
    if head.startswith(b"WARC/") or (head.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")) and ".warc" in name.lower()):
        return WARC
    text = head.lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if re.match(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<(?:rss|rdf:rdf)[\s>]", text, re.S):
        return RSS
    if re.match(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*)*<feed[\s>]", text, re.S):
        return ATOM
    if re.match(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)[\s>]", text, re.S):
        return HTML
    if re.match(rb"From \S+.*\d{4}\r?\n[\w-]+:", head):
        return MBOX
    like_mail = ending in {MAIL, MBOX} or re.match(rb"(?:[A-Za-z-]+: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}", head)
    if like_mail and re.search(rb"^(?:From|Received|Message-ID|MIME-Version|Subject):", head, re.M | re.I):
        return MBOX if ending == MBOX else MAIL
    if told in {HTML, CSV} or ending in {HTML, CSV}:
        return told if told in {HTML, CSV} else str(ending)
    if (
        re.search(rb"<(?:p|div|table|title|meta|h1|article|body|br)\b[^>]*>", text)
        and text.count(b"<") > 2
        and ending != PLAIN
    ):
        return HTML
    if told == PLAIN or ending == PLAIN or _is_text(data):
        return PLAIN
    return UNKNOWN


def _ending(name: str) -> str:
    last = re.split(r"[?#]", name)[0].rstrip("/").rpartition("/")[2]
    return last.rpartition(".")[2].lower() if "." in last else ""


def zip_kind(file: BinaryIO) -> str:
    """Which kind of ZIP an open file is: an office document, or an archive of documents."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = set(archive.namelist()[:5000])
            if "word/document.xml" in names:
                return DOCX
            if "xl/workbook.xml" in names:
                return XLSX
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                said = archive.read("mimetype").decode("ascii", "replace").strip()
                if said == ODT:
                    return ODT
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return ZIP
    return ZIP


def _is_text(data: bytes) -> bool:
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    zeros = head.count(0)
    if zeros:
        return abs(head[0::2].count(0) - head[1::2].count(0)) > 0.3 * len(head) and odd == zeros
    return bool(head) and odd * 50 < len(head)
