"""The one door to the readers: which reader reads which media type."""

from __future__ import annotations

import re

from warifu.documents import media
from warifu.documents.text.model import Text
from warifu.errors import UnreadableError


def read(data: bytes, media_type: str | None = None, *, said: str | None = None, address: str | None = None) -> Text:
    """The text of one document.

    Args:
        data: Its bytes.
        media_type: What kind it is; told from the bytes when None.
        said: The sender's `Content-Type`, whose charset is believed where the bytes agree.
        address: Where it came from, if anywhere.

    Raises:
        UnreadableError: The bytes are no document of that kind, or of a kind that no reader reads.
    """
    kind = media.media_type(data, address or "", said) if media_type is None else media_type
    declared = _charset(said)
    if kind == media.HTML:
        from warifu.documents.text.html import read_html

        return read_html(data, declared, address)
    if kind in {media.PLAIN, media.CSV}:
        from warifu.documents.text.plain import read_plain

        return read_plain(data, kind, declared)
    if kind == media.PDF:
        from warifu.documents.text.pdf import read_pdf

        return read_pdf(data)
    if kind == media.DOCX:
        from warifu.documents.text.office import read_docx

        return read_docx(data)
    if kind == media.ODT:
        from warifu.documents.text.office import read_odt

        return read_odt(data)
    if kind == media.RTF:
        from warifu.documents.text.rtf import read_rtf

        return read_rtf(data)
    if kind == media.XLSX:
        from warifu.documents.text.sheets import read_xlsx

        return read_xlsx(data)
    if kind == media.MAIL:
        from warifu.documents.text.mail import read_mail

        return read_mail(data)
    if kind in {media.RSS, media.ATOM}:
        from warifu.documents.text.feeds import read_feed

        return read_feed(data, kind)
    raise UnreadableError(kind, "no reader reads this kind of document")


def _charset(said: str | None) -> str | None:
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", said or "", re.I)
    return found.group(1) if found else None
