"""Who could take part in a draft, each with signs: the names in and before its sentence, and those that rules gave."""
# ruff: noqa: E501 - signs read better on one line

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from warifu.proposals.reader import links
from warifu.proposals.reader.mentions import GUESSED, Mention
from warifu.proposals.reader.parties import Parties, key
from warifu.proposals.reader.story import Story
from warifu.proposals.reader.weighing.signs import Signs, Token
from warifu.proposals.reader.words import Draft, PartyWords, Spoken

BACK: Final = 2
"""Sentences before that of a draft whose names may take part in it."""
_UNSAID: Final = {"ja": "JP"}
"""The state that a language leaves out where it is the one that acts."""


@dataclass(slots=True)
class Chance:
    """Somebody who may take part in a draft, with the role that rules gave it ("" for none) and its signs. `words` is where
    it stands nearest to the verb, `named` its fullest name."""

    words: PartyWords
    ruled: str
    where: str
    signs: list[str] = field(default_factory=list)
    named: PartyWords | None = None

    def fullest(self) -> PartyWords:
        return self.named or self.words


def pool(story: Story, parties: Parties, signs: Signs, draft: Draft) -> list[Chance]:
    """Everybody who may take part in a draft, each once, with signs."""
    found: dict[str, Chance] = {}
    ruled = {key(one): one for one in draft.parties}
    spoken = story.spoken[draft.sentence]
    base = spoken.sentence.start
    at = draft.stage.start - base
    ordered = sorted(_named(spoken), key=lambda one: (abs(one.start - at), one.start))
    for one in ordered:
        words = _words(parties, one, base)
        chance = found.setdefault(key(words), Chance(words, "", "here"))
        if len(words.mention.text) > len(chance.fullest().mention.text):
            chance.named = words
    for step in range(1, BACK + 1):
        if draft.sentence - step >= 0:
            earlier = story.spoken[draft.sentence - step]
            for one in _named(earlier):
                words = _words(parties, one, earlier.sentence.start)
                found.setdefault(key(words), Chance(words, "", f"back {step}"))
    for code in story.top()[:3]:
        where = story.where_of.get(code, (draft.paper.start, draft.paper.end))
        words = parties.state(code, *where, "signatory", "party:text")
        found.setdefault(key(words), Chance(words, "", "text"))
    for name, words in ruled.items():
        if name in found:
            chance = found[name]
            chance.ruled = words.role
            if len(words.mention.text) >= len(chance.fullest().mention.text):
                chance.named = words
            if chance.where != "here" or not (base <= words.start < spoken.sentence.end):
                chance.words = words
            else:
                chance.words = replace(chance.words, rule=words.rule)
        else:
            found[name] = Chance(words, words.role, "rule")
    chances = list(found.values())
    _sign(story, parties, signs, draft, spoken, chances)
    return chances


def _named(spoken: Spoken) -> list[Mention]:
    return [
        one
        for one in spoken.mentions
        if one.party or one.sort == "capital" or (one.sort == "adjective" and one.country)
    ]


def _words(parties: Parties, one: Mention, base: int) -> PartyWords:
    named = one
    if one.sort in {"capital", "adjective"}:
        state = parties.story.state_of.get(one.country)
        full = parties.story.fullest.get(one.country)
        named = replace(
            one,
            sort="country",
            id=one.country,
            type="state body",
            work="state",
            text=full or (state.text if state else one.text),
        )
    else:
        named = parties.named(one)
    return PartyWords(named, "", base + one.start, base + one.end, "party:learned")


def _sign(story: Story, parties: Parties, signs: Signs, draft: Draft, spoken: Spoken, chances: list[Chance]) -> None:
    base = spoken.sentence.start
    tokens = signs.sentence(draft.sentence)
    event = draft.event.verb or (draft.stage.start - base, draft.stage.end - base)
    if not 0 <= event[0] <= len(spoken.bare):
        event = (draft.paper.start - base, draft.paper.end - base)
    paper = draft.paper.start - base
    clause = next(
        (one for one in spoken.clauses if one.start <= event[0] < one.end),
        spoken.clauses[0] if spoken.clauses else None,
    )
    way = parties.way(draft, clause.text if clause is not None else spoken.bare)
    stage, name = draft.stage.value, draft.paper.value
    ruled = Counter(one.ruled for one in chances if one.ruled)
    sides = " ".join(f"{role[0]}{min(ruled[role], 2)}" for role in ("provider", "receiver", "signatory"))
    order = sorted((one.words.start, number) for number, one in enumerate(chances) if one.where == "here")
    rank = {number: place for place, (_, number) in enumerate(order)}
    title = {one.country for one in story.titled if one.country}
    for number, one in enumerate(chances):
        mention = one.words.mention
        sort = mention.work or mention.sort
        body = "state" if mention.sort in {"country", "government"} else "body"
        got = [
            "one", f"where={one.where}", f"ruled={one.ruled}", f"ruled={one.ruled} by {one.words.rule}", f"ruled={one.ruled} {name}", f"ruled={one.ruled} {sort}",
            f"sort={sort}", f"{sort} {name}", f"{sort} {draft.event.event}", f"{sort} {stage}", f"where={one.where} {body}", f"where={one.where} {name}", f"type={mention.type}",
            f"way={way} {sort}", f"way={way} where={one.where}",
            f"known={bool(mention.id)} {mention.strength == GUESSED}", f"named={min(story.countries.get(mention.country, 0), 4)} {body}",
            f"title={mention.country in title}", f"home={_UNSAID.get(story.language) == mention.country} {name} {body}",
            f"ruled here {sides} {one.ruled}",
            f"ruled here {sides} {body} {one.where}",
            f"pool={min(len(order), 5)} {one.where}", f"row={spoken.sentence.row} {one.where}",
        ]  # fmt: skip
        if one.where == "here":
            start, end = one.words.start - base, one.words.end - base
            here = next((m for m in spoken.mentions if m.start == start), mention)
            link = links.link_of(
                spoken.sentence.text,
                here,
                event,
                story.language,
                clause.start if clause is not None and clause.start <= start else 0,
            )
            side = "before" if start < event[0] else "after"
            inside = clause is not None and clause.start <= start < clause.end
            got += [
                f"link={link}", f"link={link} {way}", f"link={link} {name}", f"link={link} {side}", f"link={link} {draft.event.event}", f"link={link} {sort}", f"link={link} {sort} {name}",
                f"{side} {way}", f"{side} {name} {draft.event.event}", f"inside={inside} {side}", f"rank={min(rank[number], 4)} {way}", f"rank={min(rank[number], 4)} of {min(len(order), 5)} {name}",
                f"paper {'before' if start < paper else 'after'} {name} {body}", f"far={min(abs(start - event[0]) // 25, 6)} {side}", f"told as {here.sort}", f"told as {here.sort} {name}",
            ]  # fmt: skip
            if draft.sums:
                money = draft.sums[0].start - base
                got.append(f"sum {'before' if start < money else 'after'} {link} {name}")
                got.append(f"sum {min(abs(start - money) // 25, 5)} {'before' if start < money else 'after'}")
            got += _beside(tokens, start, end, way)
            if story.language in {"ru", "uk", "be"}:
                ending = here.text[-2:].lower()
                got += [f"ending={ending}", f"ending={ending} {way}", f"ending={ending} {name} {side}"]
        else:
            got += [
                f"{one.where} {sort} {name}",
                f"{one.where} {way} {body}",
                f"{one.where} place={min(draft.sentence, 3)}",
            ]
            if not order:
                got.append(f"nobody here {one.where} {body}")
            got.append(f"bodies here={min(len(order), 3)} {one.where} {body}")
            if any(
                other.words.mention.country == mention.country and other is not one and other.where == "here"
                for other in chances
            ):
                got.append(f"country here {one.where} {body}")
        one.signs = got


def _beside(tokens: list[Token], start: int, end: int, way: str) -> list[str]:
    before = [one.text for one in tokens if one.end <= start][-3:]
    after = [one.text for one in tokens if one.start >= end][:3]
    got: list[str] = []
    for place, word in enumerate(reversed(before)):
        got += [f"m-{place + 1} {word}"]
        if place < 2:
            got.append(f"m-{place + 1} {word} {way}")
    for place, word in enumerate(after):
        got += [f"m+{place + 1} {word}"]
        if place < 2:
            got.append(f"m+{place + 1} {word} {way}")
    if len(before) > 1:
        got.append(f"m-- {before[-2]} {before[-1]}")
    if len(after) > 1:
        got.append(f"m++ {after[0]} {after[1]}")
    if before and after:
        got.append(f"m-+ {before[-1]} {after[0]}")
    return got
