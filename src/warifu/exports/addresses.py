"""Permanent addresses: where the site shows a thing, under the address that the publisher gives.

The paths are the site's (`site.addresses`; a test keeps the two in step). They never change: a deal that is no more
keeps its address and leads on.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

SAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")
LONGEST: Final = 80

PAGES: Final = frozenset({"deals", "areas", "parties", "sources"})
"""What has a page of its own."""


def slug(name: str) -> str:
    """A file name or anchor for an identifier; names that had to be altered carry a digest, so none fall together."""
    plain = SAFE.sub("-", name).strip("-.")
    if plain == name and len(plain) <= LONGEST:
        return plain
    return f"{plain[:LONGEST]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".strip("-")


def path(kind: str, name: str) -> str:
    """Where the site shows it: a deal, area, party or source on its page, a statement or sum on its deal's page, a
    document on its own, a figure where it is explained."""
    if kind in PAGES:
        return f"{kind}/{slug(name)}.html"
    if kind in ("statements", "sums"):
        return f"deals/{slug(name.partition('/')[0])}.html#{slug(name)}"
    if kind == "documents":
        return f"documents/{slug(name[:16])}.html"
    _, part, measure = name.split("/", 2)
    return f"why/{slug(part)}.html#{slug(measure)}"
