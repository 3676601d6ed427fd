"""What language a text is in: its script decides where it can, py3langid among our languages where it cannot.

Deterministic: the same text gives the same answer on every machine. Too little text gives None, unless the document
declares its language and the script does not contradict it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any, Final

LANGUAGES: Final = (
    "ar", "be", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja",
    "kk", "ko", "ky", "lt", "lv", "mn", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sr", "sv", "th", "tr", "uk",
    "ur", "vi", "zh",
)  # fmt: skip
"""BCP 47 primary tags that an answer may be."""

SCRIPTS: Final = {
    "kana": re.compile("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]"),
    "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"),
    "hangul": re.compile("[\uac00-\ud7a3\u1100-\u11ff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "arabic": re.compile("[\u0600-\u06ff]"),
    "hebrew": re.compile("[\u05d0-\u05ea]"),
    "greek": re.compile("[\u0370-\u03ff]"),
    "thai": re.compile("[\u0e00-\u0e7f]"),
    "devanagari": re.compile("[\u0900-\u097f]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
}
ALONE: Final = {"hangul": "ko", "hebrew": "he", "greek": "el", "thai": "th", "devanagari": "hi"}
WITHIN: Final = {
    "cyrillic": frozenset({"be", "bg", "kk", "ky", "mn", "ru", "sr", "uk"}),
    "arabic": frozenset({"ar", "fa", "ur"}),
    "latin": frozenset(LANGUAGES) - {"ar", "be", "bg", "el", "fa", "he", "hi", "ja", "kk", "ko", "ky", "mn", "ru",
                                     "sr", "th", "uk", "ur", "zh"},
}  # fmt: skip

ENOUGH: Final = 20
"""Letters below which a language is not told from letters that several languages share."""
SAMPLE: Final = 20_000


def language_of(text: str, declared: str | None = None) -> str | None:
    """The BCP 47 tag of the language that most of `text` is in; None where there is too little to tell."""
    sample = text[:SAMPLE]
    counts = {name: len(script.findall(sample)) for name, script in SCRIPTS.items()}
    counts["han"] = counts["han"] * 2
    letters = sum(counts.values())
    said = _primary(declared)
    if letters == 0:
        return None
    if (
        counts["kana"] >= 3
        and counts["kana"] * 12 >= counts["kana"] + counts["han"]
        and (counts["kana"] + counts["han"] > 0.3 * letters)
    ):
        return "ja"
    script = max(sorted(counts), key=lambda name: counts[name])
    if script == "han":
        return said if said in {"ja", "zh"} and letters < 4 * ENOUGH else "zh"
    if script == "kana":
        return "ja"
    if script in ALONE:
        return ALONE[script]
    allowed = WITHIN[script]
    if counts[script] < ENOUGH:
        return said if said in allowed else None
    return _classified(sample, allowed)


def _primary(declared: str | None) -> str | None:
    if declared is None:
        return None
    tag = re.split(r"[-_,;\s]", declared.strip().lower())[0]
    return {"nb": "no", "nn": "no"}.get(tag, tag) if tag in {*LANGUAGES, "nb", "nn"} else None


def _classified(sample: str, allowed: frozenset[str]) -> str | None:
    ranked = _identifier().rank(unicodedata.normalize("NFC", sample))
    return next((tag for tag, _ in ranked if tag in allowed), None)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(LANGUAGES))
    return identifier
