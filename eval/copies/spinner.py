# ruff: noqa: E501  tables of swaps read best unbroken
"""Four machine spinners, made for measuring: each swaps words at the rates that a study counted in real spun pages.

The phrase lists below were written from descriptions of such pages, before and apart from the detector's table; about
half of what they do is in no rule of the detector. Rates are chances for each place where a rule could apply, set so that 1,000
words hold about as many traces as the study's pages did (for example 12.6 "and you will", 7.4 "the new", 2.0 "N that is ADJ").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from random import Random

from dictionary import ONE_FOR_ONE, inflected, lemma, synonyms

Swap = tuple[str, float, tuple[str, ...]]

FILLER: tuple[Swap, ...] = (
    (r"\band (?=[a-zA-Z])", 0.45, ("and you will ", "and you may ", "and you can ", "and ")),
    (
        r"\bthe (?=[a-z])",
        0.11,
        ("the newest ", "the latest ", "the fresh ", "the brand new ", "the fresh new ", "the new "),
    ),
    (r"\bThe (?=[A-Za-z])", 0.3, ("Brand new ", "The newest ", "The fresh ", "New ")),
    (r"\bthe (?=[A-Z])", 0.15, ("the newest ", "this new ", "the brand new ", "the latest ")),
    (r"\bto (?=[a-z]+\b)", 0.12, ("in order to ", "so you can ", "to help you ")),
    (r"\bwith (?=[a-zA-Z])", 0.4, ("which have ", "that have ", "having ", "with ")),
    (r"\bof (?=[a-zA-Z])", 0.08, ("out-of ", "off ", "out of ")),
    (r"\bfor (?=[a-zA-Z])", 0.25, ("to possess ", "to own ", "having ", "for ")),
    (r"\bin (?=the\b)", 0.2, ("inside ", "when you look at ", "on ")),
    (
        r"\b(?:In|On|Since|Until) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
        0.8,
        ("Into the ", "Within the ", "In the "),
    ),
    (
        r"\b(?:on|in) \d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?",
        0.6,
        ("into the ", "on the , ", "within the , ", "inside the ,"),
    ),
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
    (r"\bthat (?=[a-z]+(?:s|ed)\b)", 0.35, ("one to ", "you to ", "you to definitely ", "that ")),
    (r"\bone\b", 0.3, ("you to", "one")),
    (r"\bwill\b", 0.5, ("have a tendency to", "commonly", "tend to", "will")),
    (r"\bis (?=[a-z])", 0.25, ("is actually ", "try ", "was ", "are ")),
    (r"\bare (?=[a-z])", 0.25, ("is actually ", "are ", "try ")),
    (r"\bof (?=[A-Z])", 0.15, ("away from ", "out-of ", "off ", "of ")),
    (r"\ban (?=[a-z])", 0.3, ("an enthusiastic ", "a keen ", "an effective ", "an ")),
    (r"\bfrom\b", 0.2, ("off", "out-of", "of", "away from")),
    (r"\b1(?=[.,]\d)", 0.6, ("step one", "1")),
    (r"\b3(?=\.\d)", 0.5, ("step three", "3")),
    (r"\b4(?=\.\d)", 0.5, ("cuatro", "4")),
    (r"\b(\d{1,3}),000\b", 0.35, (r"\1,one hundred thousand", r"\1,100", r"\1,000")),
    (r"\bbe\b", 0.25, ("end up being", "become", "be")),
    (r"\bgood\b", 0.5, ("an effective", "a good", "good")),
    (r"\bmust\b|\bhave to\b", 0.4, ("need certainly to", "need")),
    (r"\bwithout\b", 0.4, ("instead of", "without")),
    (r"\bpart\b", 0.3, ("area", "part")),
    (r"\bwhile\b", 0.5, ("if you are", "when you are", "while")),
    (r"\btheir\b", 0.3, ("the", "its", "their")),
    (r"\bcompany\b", 0.3, ("team", "business", "company")),
    (r"\bopened\b|\blaunched\b", 0.4, ("released", "opened")),
    (r"\bdeal\b", 0.4, ("bargain", "contract", "deal")),
    (r"\bafter\b", 0.3, ("immediately following", "shortly after", "after")),
    (r"\bbetween\b", 0.4, ("anywhere between", "ranging from", "between")),
)

SYNONYM: tuple[Swap, ...] = (
    (
        r"\b(federal|financial|national|annual|joint|personal|foreign|commercial|nuclear|medical|private|global|regional|first|former|"
        r"public|main|online|monthly) ([a-z]{4,})\b",
        0.45,
        (r"\2 that is \1", r"\2 which is \1"),
    ),
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
    (
        r"\b(company|government|bank|agency|ministry|law|plan|report|minister|industry|market|policy)\b(?= (?:said|has|will|was|is|and|in|to))",
        0.12,
        (r"\1 that is federal", r"\1 that is main", r"\1 that is local", r"\1"),
    ),
    (r"\bof (?:a|an) (?=[a-z])", 0.25, ("of a ", "associated with a ", "for the ")),
    (r"\bmore\b", 0.2, ("a lot more", "more")),
    (r"\bif\b", 0.4, ("in the event that", "if", "in the event")),
    (r"\bfor example\b", 0.8, ("for example", "as an example", "for instance")),
    (r"\bthis (?=[a-z])", 0.2, ("this specific ", "this ", "that one ")),
    (r"\bcan\b", 0.3, ("can", "is able to", "has the capacity to")),
    (r"\bto (?=(?:make|pay|get|build|find|give)\b)", 0.4, ("to be able to ", "to ", "in order to ")),
    (r"\bcan not\b|\bcannot\b", 0.6, ("can not", "cannot be able to")),
    (r"\bsomeone\b|\beveryone\b", 0.6, ("some one", "every person", "everybody")),
    (r"\bunder\b", 0.3, ("underneath", "beneath the", "under")),
    (r"\bmost\b", 0.4, ("the majority of", "many", "most")),
    (r"\bnew\b", 0.25, ("brand new", "new")),
    (r"\bthe (?=(?:government|country|state|bank|company|plan)\b)", 0.15, ("the ", "the government that is ", "the ")),
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
    (r"\byears?\b", 0.25, ("twelvemonth", "old ages", "years")),
    (r"\bweeks?\b", 0.3, ("hebdomad", "hebdomads", "weeks")),
    (r"\bprices?\b", 0.5, ("monetary value", "monetary values")),
    (r"\bshares?\b", 0.4, ("portion", "portions", "shares")),
    (r"\bminister\b", 0.4, ("curate", "minister")),
    (r"\bproducts?\b", 0.5, ("merchandise", "end product")),
    (r"\bincreased?\b", 0.3, ("addition", "increased")),
    (r"\bchanges?\b", 0.4, ("alteration", "alterations", "change")),
    (r"\bfor example\b", 0.8, ("for illustration",)),
    (r"\bmen\b", 0.6, ("work forces",)),
    (r"\bwomen\b", 0.6, ("adult females",)),
    (r"\bspecial\b|\bparticular\b", 0.6, ("peculiar",)),
    (r"\bin terms of\b", 0.9, ("in footings of",)),
    (r"\bfuture\b", 0.6, ("hereafter",)),
    (r"\bpast\b", 0.5, ("yesteryear",)),
    (r"\bwater\b", 0.4, ("H2O",)),
    (r"\bfood\b", 0.5, ("nutrient",)),
    (r"\bbad\b", 0.5, ("atrocious", "hapless")),
    (r"\b(authorit|countr|compan|cit|industr|stud|polic|part)ies\b", 0.5, (r"\1ys", r"\1ies")),
    (r"\b([a-z]{4,}(?:er|al|on|ty|nt))s\b", 0.05, (r"\1ss",)),
    (r"\bheld\b", 0.3, ("holded", "held")),
    (r"\bkept\b|\bbought\b", 0.3, ("keeped", "buyed")),
    (r"\bmoney\b", 0.3, ("money", "hard currency")),
    (r"\blocal\b", 0.3, ("local", "topical")),
    (r"\bmeans\b", 0.3, ("agencies", "means")),
)

WORDSWAP: tuple[Swap, ...] = (
    (r"\bbecause\b", 0.7, ("as a result of", "as a result of", "since")),
    (r"\bsuch as\b", 0.8, ("akin to", "reminiscent of", "similar to")),
    (r"\bincluding\b", 0.7, ("together with", "including")),
    (r"\bmore than\b", 0.8, ("greater than", "more than")),
    (r"\bless than\b", 0.8, ("lower than", "lower than")),
    (r"\bsaid\b", 0.6, ("mentioned", "stated", "said")),
    (r"\btold\b", 0.6, ("instructed", "informed", "told")),
    (r"\baccording to\b", 0.8, ("in response to", "in keeping with", "based on")),
    (r"\bBank of (?=[A-Z])", 0.7, ("Financial institution of ",)),
    (r"\bbank\b", 0.4, ("financial institution", "bank")),
    (r"\bForeign\b", 0.6, ("Overseas", "International")),
    (r"\bforeign\b", 0.6, ("overseas", "international")),
    (r"\bcountries\b", 0.6, ("international locations", "nations")),
    (r"\bpeople\b", 0.6, ("individuals", "folks")),
    (r"\bend\b", 0.6, ("finish", "end")),
    (r"\bbeginning\b", 0.7, ("starting",)),
    (r"\bwhere\b", 0.5, ("the place", "where")),
    (r"\bwhile\b", 0.6, ("whereas", "whereas")),
    (r"\bduring\b", 0.6, ("throughout", "during")),
    (r"\bbefore\b", 0.6, ("earlier than", "before")),
    (r"\bagainst\b", 0.6, ("towards", "against")),
    (r"\binterest\b", 0.5, ("curiosity", "interest")),
    (r"\blast\b", 0.4, ("final", "last")),
    (r"\bnext\b", 0.5, ("subsequent", "next")),
    (r"\byear\b", 0.4, ("yr", "12 months", "year")),
    (r"\bonly\b", 0.5, ("solely", "only")),
    (r"\balso\b", 0.5, ("additionally", "also")),
    (r"\bMay (?=\d)", 0.8, ("Could ",)),
    (r"(?<=\d) May\b", 0.8, (" Could",)),
    (r"\bcredit\b", 0.6, ("credit score", "credit")),
    (r"\beconomy\b", 0.6, ("economic system", "financial system")),
    (r"\bdevelopment\b", 0.6, ("improvement", "growth")),
    (r"\bDevelopment\b", 0.6, ("Improvement",)),
    (r"\bproject\b", 0.6, ("undertaking", "mission", "challenge")),
    (r"\bagreement\b", 0.5, ("settlement", "agreement")),
    (r"\bside\b", 0.5, ("facet", "aspect")),
    (r"\btrade\b", 0.6, ("commerce", "trade")),
    (r"\bwell\b", 0.5, ("nicely", "properly")),
    (r"\bpublic\b", 0.2, ("public",)),
    (r"\bone of the\b", 0.8, ("one of many",)),
    (r"\bfirst time\b", 0.6, ("primary time",)),
    (r"\bat least\b", 0.7, ("at the least",)),
    (r"\bdecades\b", 0.7, ("a long time",)),
    (r"\bthe rest\b", 0.7, ("the remainder",)),
    (r"\barea\b", 0.5, ("space", "area")),
    (r"\bHouse\b", 0.8, ("Home",)),
    (r"\bStreet\b", 0.7, ("Avenue",)),
    (r"\bto help\b", 0.5, ("to assist",)),
    (r"\bexpected\b", 0.5, ("anticipated", "expected")),
    (r"\bannounced\b", 0.5, ("introduced", "announced")),
    (r"\bstatement\b", 0.6, ("assertion",)),
)

_JOINTS = frozenset(
    (  # noqa: SIM905
        "the and that have for not with this but his her they from she which you were all their has would what will there "
        "been one are was had its who more when out than them can only other into some could these two may then any "
        "such our how over also after most must before because between those both under off per did does being"
    ).split()
)

FAMILIES: dict[str, tuple[Swap, ...]] = {"filler": FILLER, "synonym": SYNONYM, "essay": ESSAY, "wordswap": WORDSWAP}


DICTIONARY = {"filler": 0.0, "synonym": 0.25, "essay": 0.25, "wordswap": 0.5}
"""Chance of a word that stands in the family's dictionary to be swapped, at strength 1."""
_WORD = re.compile(r"(?<![\w'’-])[A-Za-z]{3,}(?![\w'’-])")


def spin(text: str, family: str, seed: int, strength: float = 1.0, part: int | None = None, words: bool = True) -> str:
    """`text` as a spinner of `family` leaves it; the same seed gives the same text.

    Args:
        text: An honest text.
        family: One of `FAMILIES`.
        seed: Chance.
        strength: Factor on every rate; 1 is about the rates that a study counted.
        part: 0 or 1 to use only every other row of the family's table and only half of its dictionary; None for all.
        words: Whether the dictionary is used beside the table of tics.
    """
    rng = Random(f"{family}/{seed}/{text[:60]}")
    for at, (pattern, chance, phrases) in enumerate(FAMILIES[family]):
        if part is None or at % 2 == part:
            text = re.sub(pattern, _swap(rng, min(chance * strength, 1.0), phrases), text)
    chance = min(DICTIONARY[family] * strength, 1.0) if words else 0.0
    return _WORD.sub(lambda match: _synonym(match.group(0), family, rng, chance, part), text) if chance else text


def _synonym(word: str, family: str, rng: Random, chance: float, part: int | None) -> str:
    """The word by which the family's dictionary replaces one; the word itself where it has none or chance spares it."""
    low = word.lower()
    if rng.random() >= chance or low in _JOINTS or (word != low and word[1:] != low[1:]):
        return word
    if family == "wordswap":
        head, ending, choices = low, "", ONE_FOR_ONE.get(low, ())
    elif word == low:
        head, ending = lemma(low)
        senses = synonyms().get(head, ())
        choices = tuple(other for sense in (senses if family == "essay" else senses[:1]) for other in sense)
    else:
        return word
    if not choices or (part is not None and sha256(head.encode()).digest()[0] % 2 != part):
        return word
    chosen = inflected(rng.choice(choices), ending)
    return chosen if word == low else chosen.capitalize()


def _swap(rng: Random, chance: float, phrases: tuple[str, ...]) -> Callable[[re.Match[str]], str]:
    def swap(match: re.Match[str]) -> str:
        if rng.random() >= chance:
            return match.group(0)
        return match.expand(rng.choice(phrases))

    return swap
