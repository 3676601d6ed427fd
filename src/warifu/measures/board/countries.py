"""Countries in English sentences; a code that is not here is printed as the code, which is never wrong."""

from __future__ import annotations

from typing import Final

_TEXT: Final = (
    "AE the United Arab Emirates|AO Angola|AR Argentina|AT Austria|AU Australia|BD Bangladesh|BE Belgium|BR Brazil|"
    "CA Canada|CD DR Congo|CH Switzerland|CL Chile|CN China|CO Colombia|CZ Czechia|DE Germany|DK Denmark|EG Egypt|"
    "ES Spain|ET Ethiopia|EU the European Union|FI Finland|FR France|GB the United Kingdom|GR Greece|HU Hungary|"
    "ID Indonesia|IE Ireland|IL Israel|IN India|IQ Iraq|IR Iran|IT Italy|JP Japan|KE Kenya|KH Cambodia|KP North Korea|"
    "KR South Korea|KZ Kazakhstan|LA Laos|LK Sri Lanka|MM Myanmar|MN Mongolia|MX Mexico|MY Malaysia|NG Nigeria|"
    "NL the Netherlands|NO Norway|NP Nepal|NZ New Zealand|PH the Philippines|PK Pakistan|PL Poland|PT Portugal|"
    "QA Qatar|RU Russia|SA Saudi Arabia|SE Sweden|SG Singapore|SN Senegal|TH Thailand|TL Timor-Leste|TR Türkiye|"
    "TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda|US the United States|UZ Uzbekistan|VE Venezuela|VN Vietnam|"
    "ZA South Africa|ZM Zambia|ZW Zimbabwe"
)
NAMES: Final[dict[str, str]] = {entry[:2]: entry[3:] for entry in _TEXT.split("|")}
"""English short names by ISO 3166-1 code (and EU)."""


def name(code: str) -> str:
    """A country inside a sentence: "Japan", "the United States"."""
    return NAMES.get(code, code)


def begins(code: str) -> str:
    """A country at the beginning of a sentence: "The United States"."""
    found = name(code)
    return found[:1].upper() + found[1:]
