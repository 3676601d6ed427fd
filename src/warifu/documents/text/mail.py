"""A letter (RFC 822): who wrote what when, and its text; attachments are documents of their own.

The text is the HTML part, read as any page, where there is one: mail programs show it, and a plain part beside it can
say what nobody sees. Else it is the plain part. Places are byte ranges in that part
as decoded, named by its number; the heading lines (subject, sender, day) map to the letter's own bytes.
"""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Final

import msgspec

from warifu.documents import media
from warifu.documents.text.language import language_of
from warifu.documents.text.model import Segment, Text

SHOWN: Final = ("Subject", "From", "Date")


def read_mail(data: bytes) -> Text:
    """Read a letter's text part and its heading lines."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    inner, number = _text_part(message)
    heads = _headings(message, data)
    body = "".join(line for line, _, _ in heads)
    segments: list[Segment] = []
    at = 0
    for line, start, end in heads:
        segments.append(Segment(at, at + len(line), start, end))
        at += len(line)
    if inner is not None:
        part = f"part {number}"
        segments += [
            Segment(one.start + at, one.end + at, one.byte_start, one.byte_end, part) for one in inner.segments
        ]
        body += inner.body
    day = _day(message)
    return Text(
        body=body,
        segments=tuple(segments),
        media_type=media.MAIL,
        encoding=inner.encoding if inner is not None else None,
        title=_header(message, "Subject"),
        language=language_of(inner.body if inner is not None else body),
        published=day,
        stated=day,
        flags=inner.flags if inner is not None else (),
    )


def _header(message: EmailMessage, name: str) -> str | None:
    try:
        value = message[name]
    except (ValueError, IndexError, AttributeError, TypeError, OverflowError):
        return None
    return " ".join(str(value).split()) or None if value is not None else None


def _headings(message: EmailMessage, data: bytes) -> list[tuple[str, int, int]]:
    found = []
    for name in SHOWN:
        value = _header(message, name)
        place = re.search(rb"^" + name.encode() + rb":[^\n]*\n(?:[ \t][^\n]*\n)*", data, re.I | re.M)
        if value is not None and place is not None:
            found.append((f"{name}: {value}\n", place.start(), place.end()))
    return sorted(found, key=lambda one: SHOWN.index(one[0].partition(":")[0]))


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _text_part(message: EmailMessage) -> tuple[Text | None, int]:
    from warifu.documents.text.html import read_html
    from warifu.documents.text.plain import read_plain

    plain: tuple[Text | None, int] = (None, 0)
    for number, part in enumerate(message.walk(), start=1):
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes):
            continue
        if part.get_content_type() == "text/html":
            return msgspec.structs.replace(read_html(payload, part.get_content_charset()), published=None), number
        if part.get_content_type() == "text/plain" and plain[0] is None:
            plain = (read_plain(payload, media.PLAIN, part.get_content_charset()), number)
    return plain
