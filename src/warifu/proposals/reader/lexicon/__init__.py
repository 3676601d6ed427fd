"""What the words of each language say about a deal: one module a language, all with the classes of `classes`.

The reader knows no other words than these tables.
"""

from __future__ import annotations

from typing import Final

from warifu.proposals.reader.lexicon.arabic import ARABIC
from warifu.proposals.reader.lexicon.chinese import CHINESE
from warifu.proposals.reader.lexicon.classes import EVENTS, PAPERS, Lexicon
from warifu.proposals.reader.lexicon.english import ENGLISH
from warifu.proposals.reader.lexicon.french import FRENCH
from warifu.proposals.reader.lexicon.german import GERMAN
from warifu.proposals.reader.lexicon.japanese import JAPANESE
from warifu.proposals.reader.lexicon.korean import KOREAN
from warifu.proposals.reader.lexicon.russian import RUSSIAN
from warifu.proposals.reader.lexicon.spanish import SPANISH

LEXICONS: Final[dict[str, Lexicon]] = {
    "en": ENGLISH, "ru": RUSSIAN, "ja": JAPANESE, "zh": CHINESE, "ko": KOREAN, "de": GERMAN, "fr": FRENCH,
    "es": SPANISH, "ar": ARABIC,
}  # fmt: skip


def lexicon_of(language: str) -> Lexicon:
    """The words of a language; English for one that has no table, where few of its words will be found."""
    return LEXICONS.get(language, ENGLISH)


__all__ = ["EVENTS", "PAPERS", "Lexicon", "lexicon_of"]
