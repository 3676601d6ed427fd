"""Plain text and CSV: every character as it stands, each mapped to its bytes."""

from __future__ import annotations

from warifu.documents.hidden import Cuttings, unseen
from warifu.documents.text.dates import line_dates
from warifu.documents.text.encoding import decode
from warifu.documents.text.language import language_of
from warifu.documents.text.model import Composer, Spot, Text


def read_plain(data: bytes, media_type: str, declared: str | None = None) -> Text:
    """Read text that is only text; a row of a CSV is a line, with its commas and quotes as they stand."""
    decoded = decode(data, declared)
    cuttings = Cuttings()
    composer = Composer(decoded.encoding)
    at = 0
    for start, end in [*unseen(decoded.text), (len(decoded.text), len(decoded.text))]:
        for low, high, linear in decoded.runs(at, start):
            composer.add(decoded.text[low:high], Spot(decoded.byte_at(low), decoded.byte_at(high)), linear=linear)
        cuttings.cut("zero-width", _names(decoded.text[start:end]))
        at = end
    body = composer.body()
    lines = [line for line in body.splitlines() if line.strip()]
    dates = line_dates([line.strip() for line in lines])
    first = lines[0].strip() if lines else None
    return Text(
        body=body,
        segments=composer.segments(),
        media_type=media_type,
        encoding=decoded.encoding,
        title=first if media_type == "text/plain" and first is not None and len(first) <= 200 else None,
        language=language_of(body),
        published=dates.published,
        modified=dates.modified,
        stated=dates.stated or dates.published,
        flags=cuttings.flags(),
    )


def _names(letters: str) -> str:
    return "".join(chr(ord(c) - 0xE0000) if 0xE0020 <= ord(c) < 0xE007F else f"U+{ord(c):04X} " for c in letters)
