"""Three machine spinners, made for measuring: each swaps words at the rates that a study counted in real spun pages.

The phrase lists below were written from descriptions of such pages, before and apart from the detector's table; about
half of what they do is in no rule of the detector. Rates are chances for each place where a rule could apply, set so that 1,000
words hold about as many traces as the study's pages did (for example 12.6 "and you will", 7.4 "the new", 2.0 "N that is ADJ").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

Swap = tuple[str, float, tuple[str, ...]]

FILLER: tuple[Swap, ...] = (
    (r"\band (?=[a-zA-Z])", 0.45, ("and you will ", "and you may ", "and you can ", "and ")),
    (r"\bthe (?=[a-z])", 0.11, ("the newest ", "the latest ", "the fresh ", "the brand new ", "the fresh new ", "the new ")),
    (r"\bThe (?=[A-Za-z])", 0.3, ("Brand new ", "The newest ", "The fresh ", "New ")),
    (r"\bthe (?=[A-Z])", 0.15, ("the newest ", "this new ", "the brand new ", "the latest ")),
    (r"\bto (?=[a-z]+\b)", 0.12, ("in order to ", "so you can ", "to help you ")),
    (r"\bwith (?=[a-zA-Z])", 0.4, ("which have ", "that have ", "having ", "with ")),
    (r"\bof (?=[a-zA-Z])", 0.08, ("out-of ", "off ", "out of ")),
    (r"\bfor (?=[a-zA-Z])", 0.25, ("to possess ", "to own ", "having ", "for ")),
    (r"\bin (?=the\b)", 0.2, ("inside ", "when you look at ", "on ")),
    (r"\b(?:In|On|Since|Until) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b", 0.8,
     ("Into the ", "Within the ", "In the ")),
    (r"\b(?:on|in) \d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?", 0.6,
     ("into the ", "on the , ", "within the , ", "inside the ,")),
    (r"\b2(?=\.\d)", 0.5, ("dos", "two")),
    (r"\b6(?=\.\d)", 0.4, ("six", "seis")),
    (r"(?<=\.)6\b", 0.4, ("six", "6")),
    (r"\b(?:However|Nevertheless), ", 0.8, (" not, ",)),
    (r"\bFor example, ", 0.6, ("Such, ",)),
    (r"\bboth\b", 0.8, ("each other", "one another")),
    (r"\bwas\b", 0.12, ("is actually", "is", "try")),
    (r"\bsaid\b", 0.3, ("told you", "told me", "told you,", "said")),
    (r"\bloans?\b", 0.6, ("financing", "mortgage")),
    (r"\bbillion\b", 0.15, ("mil", "million", "billion")),
    (r"\bthousands?\b", 0.6, ("plenty", "thousand")),
    (r"\bnot\b", 0.3, ("perhaps not", "maybe not", "maybe not")),
    (r"\ba (?=[a-z]+\b)", 0.05, ("a good ", "good ", "a ")),
    (r"\bunder\b", 0.6, ("less than", "below")),
    (r"\bpeople\b", 0.6, ("anybody", "some body", "some one")),
    (r"\bby (?=[A-Z])", 0.5, ("of the ", "because of the ", "from the ")),
    (r"\b(?:agreement|contract)\b", 0.6, ("contract", "offer", "arrangement")),
    (r"\bproject\b", 0.6, ("opportunity", "endeavor", "enterprise")),
    (r"\bproduces?\b", 0.8, ("yields", "provides")),
    (r"\bneeds?\b", 0.5, ("demands", "means", "requires")),
    (r"\bcould\b", 0.5, ("you are going to", "you can expect to", "could")),
    (r"\bstate\b", 0.5, ("condition", "county")),
    (r"\bpower\b", 0.5, ("fuel", "electricity")),
)

SYNONYM: tuple[Swap, ...] = (
    (r"\b(federal|financial|national|annual|joint|personal|foreign|commercial|nuclear|medical|private|global|regional|first|former|"
     r"public|main|online|monthly) ([a-z]{4,})\b", 0.45, (r"\2 that is \1", r"\2 which is \1")),
    (r"\bwas\b", 0.3, ("had been", "ended up being", "happened to be")),
    (r"\bwere\b", 0.3, ("had been", "were")),
    (r"\bis (?=[a-z]+ed\b)", 0.3, ("happens to be ", "is ")),
    (r"\bof the\b", 0.22, ("associated with the", "regarding the", "of this", "for the")),
    (r"\bpercent\b", 0.9, ("per cent", "%")),
    (r"\bfound that\b", 0.8, ("unearthed that", "discovered that")),
    (r"\bsuch as\b", 0.5, ("such as for instance", "such as for example")),
    (r"\bneed to\b", 0.7, ("need certainly to", "have to")),
    (r"\bneeds to\b", 0.7, ("has to", "needs certainly to")),
    (r"\bnot\b", 0.25, ("perhaps not", "maybe not", "not")),
    (r"\b(have|has) (?=[a-z]+(?:ed|en)\b)", 0.4, (r"\1 actually ", r"\1 now ", r"\1 already ")),
    (r"\bwho (?=[a-z])", 0.35, ("whom ", "that ", "who ")),
    (r"\bwill be\b", 0.4, ("will undoubtedly be", "will soon be", "are going to be")),
    (r"\bwith the\b", 0.25, ("using the", "aided by the", "utilizing the", "because of the")),
    (r"\band the\b", 0.25, ("plus the", "as well as the", "therefore the", "while the")),
    (r"\bin the\b", 0.15, ("within the", "into the", "inside the")),
    (r"\bsecond\b", 0.7, ("2nd",)),
    (r"\bthird\b", 0.7, ("3rd", "third")),
    (r"\bAmericans\b", 0.7, ("Us citizens", "People in america")),
    (r"\btake\b", 0.4, ("simply take", "just take")),
    (r"\bpeople\b", 0.5, ("individuals", "folks", "people")),
    (r"\blast year\b", 0.8, ("a year ago", "just last year")),
    (r"\blast week\b", 0.8, ("a week ago",)),
    (r"\bbuy\b", 0.6, ("purchase", "get")),
    (r"\bmoney\b", 0.4, ("cash", "funds")),
    (r"\bhelp\b", 0.5, ("assist", "help")),
    (r"\balso\b", 0.4, ("additionally", "also")),
    (r"\bbut\b", 0.5, ("but", "however,", "nonetheless")),
    (r"\bbecause\b", 0.5, ("since", "due to the fact", "because")),
    (r"\babout\b", 0.4, ("around", "roughly", "concerning")),
    (r"\bshould\b", 0.4, ("ought to", "need to", "should")),
    (r"\bthe new\b", 0.5, ("the brand new", "the brand brand new")),
    (r"\bNew (?=[A-Z])", 0.4, ("Brand New ", "Brand brand New ")),
    (r"\bvery\b", 0.6, ("extremely", "really")),
    (r"\binterest rates?\b", 0.8, ("rates of interest", "interest levels")),
    (r"\blenders?\b", 0.5, ("loan providers", "loan provider")),
    (r"\bworkers\b", 0.5, ("employees", "workers")),
    (r"\bsaid\b", 0.2, ("stated", "said")),
    (r"\bfirst\b", 0.4, ("very first", "first")),
)

ESSAY: tuple[Swap, ...] = (
    (r"\bplace\b", 0.7, ("topographic point", "place")),
    (r"\baccording to\b", 0.8, ("harmonizing to",)),
    (r"\bhand\b", 0.7, ("manus",)),
    (r"\btimes?\b", 0.6, ("clip",)),
    (r"\bhealth\b", 0.8, ("wellness",)),
    (r"\bfell\b", 0.8, ("autumn", "autumned", "fell")),
    (r"\bfall\b", 0.8, ("autumn",)),
    (r"\bworld\b", 0.7, ("universe",)),
    (r"\bWorld\b", 0.5, ("Universe",)),
    (r"\bcompany\b", 0.6, ("concern", "company")),
    (r"\bbusiness\b", 0.6, ("concern",)),
    (r"\bglobal\b", 0.7, ("planetary",)),
    (r"\bfinancial\b", 0.6, ("fiscal",)),
    (r"\beducation\b", 0.7, ("instruction",)),
    (r"\bpart\b", 0.6, ("portion",)),
    (r"\bpoor\b", 0.7, ("hapless",)),
    (r"\bsituation\b", 0.7, ("state of affairs",)),
    (r"\bbeing\b", 0.6, ("bing",)),
    (r"\bhaving\b", 0.6, ("holding",)),
    (r"\bsales\b", 0.7, ("gross revenues",)),
    (r"\bkey\b", 0.6, ("cardinal",)),
    (r"\balso\b", 0.4, ("besides",)),
    (r"\bneeds?\b", 0.6, ("demand", "demands")),
    (r"\bvarious\b", 0.7, ("assorted",)),
    (r"\bnational\b", 0.4, ("stateal", "national")),
    (r"\bwork\b", 0.3, ("work", "plant")),
    (r"\b([a-z]{3,}ing)s\b", 0.8, (r"\1ss",)),
    (r"\b([a-z]{3,})ments\b", 0.4, (r"\1mentss", r"\1ments")),
    (r"\b(publish|finish|establish|reach|approach|launch|teach|watch|push|fix)es\b", 0.9, (r"\1s",)),
    (r"\bmade\b", 0.3, ("maked", "made")),
    (r"\bgave\b", 0.5, ("gived", "gave")),
    (r"\btook\b", 0.5, ("taked", "took")),
    (r"\bsold\b", 0.4, ("selled", "sold")),
    (r"\brose\b", 0.6, ("rised", "rose")),
    (r"\bmonths?\b", 0.2, ("months", "month")),
    (r"\bpower\b", 0.5, ("powerfulness", "power")),
    (r"\bbuild(?=s|ing)?\b", 0.5, ("construct",)),
    (r"\bpeople\b", 0.5, ("people", "persons")),
    (r"\bchildren\b", 0.5, ("kids",)),
    (r"\bgovernment\b", 0.3, ("authorities",)),
    (r"\bproblems?\b", 0.5, ("job",)),
    (r"\bmain\b", 0.5, ("chief",)),
    (r"\busing\b", 0.6, ("utilizing",)),
    (r"\bdecision\b", 0.5, ("determination",)),
    (r"\bresearch\b", 0.5, ("research", "survey")),
    (r"\bplan\b", 0.3, ("program", "plan")),
)

FAMILIES: dict[str, tuple[Swap, ...]] = {"filler": FILLER, "synonym": SYNONYM, "essay": ESSAY}


def spin(text: str, family: str, seed: int) -> str:
    """`text` as a spinner of `family` leaves it; the same seed gives the same text."""
    rng = Random(f"{family}/{seed}/{text[:60]}")
    for pattern, chance, phrases in FAMILIES[family]:
        text = re.sub(pattern, _swap(rng, chance, phrases), text)
    return text


def _swap(rng: Random, chance: float, phrases: tuple[str, ...]) -> Callable[[re.Match[str]], str]:
    def swap(match: re.Match[str]) -> str:
        if rng.random() >= chance:
            return match.group(0)
        return match.expand(rng.choice(phrases).replace("\\", "\\"))

    return swap
