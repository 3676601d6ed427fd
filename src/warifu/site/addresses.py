"""Where a page lies, and how one page points to another; every link is relative, so a site can be moved."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

SAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST: Final = 80
"""Names longer than this are cut: some file systems take 255 bytes, and some archives of sites take 100."""


@lru_cache(maxsize=1 << 16)
def slug(name: str) -> str:
    """A file name or anchor for an identifier; names that had to be altered carry a digest, so none fall together."""
    plain = SAFE.sub("-", name).strip("-.")
    if plain == name and len(plain) <= LONGEST:
        return plain
    return f"{plain[:LONGEST]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".strip("-")


def deal(identifier: str) -> str:
    return f"deals/{slug(identifier)}.html"


def area(identifier: str) -> str:
    return f"areas/{slug(identifier)}.html"


def party(identifier: str) -> str:
    return f"parties/{slug(identifier)}.html"


def source(identifier: str) -> str:
    return f"sources/{slug(identifier)}.html"


def document(digest: str) -> str:
    return f"documents/{slug(digest[:16])}.html"


def section(measure: str) -> str:
    return f"measures/{slug(measure)}.html"


def picture(series: str) -> str:
    return f"pictures/{slug(series)}.svg"


def statement(deal_id: str, identifier: str) -> str:
    """A statement stands on its deal's page, under an anchor of its own."""
    return f"{deal(deal_id)}#{slug(identifier)}"


def why(figure: str) -> str:
    """The place that says how a figure came about; figures are named programme/slice/measure."""
    _, part, measure = figure.split("/", 2)
    return f"why/{slug(part)}.html#{slug(measure)}"


def relative(here: str, there: str) -> str:
    """The link from one page of a language to another: both are paths from that language's first page."""
    if there.startswith("#"):
        return there
    up = "../" * here.count("/")
    return up + there


OUTWARD: Final = frozenset({"http", "https"})


def outward(url: str) -> str:
    """An address that a page may link to; empty for anything that is not plainly a page on the web."""
    if any(ord(letter) < 33 or letter in "\\<>\"'`" for letter in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in OUTWARD or not parts.hostname or parts.username or parts.password:
        return ""
    return url
