"""Bytes in, text out; every character of the text knows the place it came from.

    read(data, media_type)   the one door: a `Text`, or an `UnreadableError` that says why
    model                    Text, Segment, Place, Flag, and the Composer that builds them
    encoding                 which letters the bytes stand for, and which bytes each letter took
    html pdf office rtf sheets mail plain      one reader a kind of document
    language dates           what language it is in; the days it says of itself

A reader never trusts: XML entities are refused, no script, macro or formula is run, nothing is fetched, and what a
person could not see on the page (`documents.hidden`) never enters the body. Readers run in `documents.worker`,
a process with a limit on time and memory.
"""

from __future__ import annotations

from warifu.documents.text.model import Composer, Flag, Place, Segment, Text
from warifu.documents.text.reading import read

__all__ = ["Composer", "Flag", "Place", "Segment", "Text", "read"]
