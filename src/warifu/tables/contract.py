"""The column contracts: every table, what one row of it is, and what each column means.

A release names `VERSION`. A column is never renamed or given another meaning under one version: a change that could
break a reader raises the first number, a new table or column the second.

Words for everybody: a date column `*_text` holds an EDTF date as the source gives it (2016, 2016-12, 2016-12-16, a
period); beside it stand `*_first` and `*_last`, the earliest and latest day it can mean. Empty (null) is "not told",
never zero. Amounts are exact decimals. Lists of ids are lists, in the order of their sheet.
"""

from __future__ import annotations

import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, NamedTuple

VERSION: Final = "1.4"


@dataclass(frozen=True, slots=True)
class Column:
    """What a column means; `key` marks the columns that tell rows apart, `to` the table and column it points into."""

    meaning: str
    key: bool = False
    to: str = ""
    codelist: str = ""


def _key(meaning: str, to: str = "") -> Column:
    return Column(meaning, key=True, to=to)


C = Column
Text = str
Ids = tuple[str, ...]


class ProgrammeRow(NamedTuple):
    """A package between governments; a workspace has one."""

    programme: Annotated[str, _key("Identifier")]
    name_en: Annotated[str, C("Name in English")]
    name_ja: Annotated[str, C("Name in Japanese; empty where none is given")]
    name_ru: Annotated[str, C("Name in Russian; empty where none is given")]
    side_left: Annotated[str, C("ISO 3166-1 code of the side on the left half of the tally")]
    side_right: Annotated[str, C("ISO 3166-1 code of the side on the right half")]
    currency: Annotated[str, C("Currency of all converted sums (ISO 4217)")]
    legal_form: Annotated[str, C("What the package is in law, in words")]
    binding: Annotated[str, C("Whether the package as a whole binds", codelist="Binding")]
    linked_talks: Annotated[str, C("The talks it is linked to")]
    begin_text: Annotated[str, C("When it began (EDTF)")]
    end_text: Annotated[str, C("When it ended (EDTF); empty while it runs")]
    status: Annotated[str, C("How it stands, in words")]
    looked_until: Annotated[str, C("The day until which its makers followed it (EDTF)")]
    as_of: Annotated[date, C("The reader's day: nothing published later is in these tables")]
    summary_en: Annotated[str, C("The story in short, English")]
    summary_ja: Annotated[str, C("The story in short, Japanese")]
    summary_ru: Annotated[str, C("The story in short, Russian")]
    note: Annotated[str, C("A note of its makers")]
    talks_topics: Annotated[Ids, C("Topics of sayings that belong to the linked talks; all others to the programme")]
    names: Annotated[Ids, C("Names in other languages, each as its BCP 47 code, a colon and the name")]
    summaries: Annotated[Ids, C("Summaries in other languages, written the same way")]


class AreaRow(NamedTuple):
    """One of the programme's areas."""

    area: Annotated[str, _key("Identifier")]
    name_en: Annotated[str, C("Name in English")]
    name_ja: Annotated[str, C("Name in Japanese")]
    name_ru: Annotated[str, C("Name in Russian")]
    sources: Annotated[Ids, C("Sources of the names", to="sources.source")]
    names: Annotated[Ids, C("Names in other languages, each as its BCP 47 code, a colon and the name")]


class DealRow(NamedTuple):
    """A deal as it was known on the reader's day."""

    deal: Annotated[str, _key("Identifier; never changes")]
    title: Annotated[str, C("Title, by its coder")]
    areas: Annotated[Ids, C("Areas it lies in; it may lie in several", to="areas.area")]
    belongs: Annotated[str, C("How it belongs to the programme", codelist="Belongs")]
    umbrella: Annotated[bool, C("A frame or list whose parts are deals of their own: its sums are in no total")]
    part_of: Annotated[str, C("The umbrella it is part of; empty for none", to="deals.deal")]
    counted: Annotated[bool, C("Whether it is in the programme's figures: core, and no umbrella")]
    instrument: Annotated[str, C("How value moves", codelist="Instrument")]
    form: Annotated[str, C("The firmest paper it stands on", codelist="Form")]
    binding: Annotated[str, C("Whether that paper binds", codelist="Binding")]
    basis: Annotated[str, C("On what ground the answer about binding is given", codelist="Basis")]
    stage: Annotated[str, C("The furthest thing that has happened", codelist="Stage")]
    stage_text: Annotated[str, C("When it came to that stage first (EDTF); empty where no source says")]
    status: Annotated[str, C("How the work goes, by the latest word", codelist="Status")]
    status_text: Annotated[str, C("The day of that word (EDTF)")]
    first_text: Annotated[str, C("When it was first announced or signed (EDTF)")]
    year: Annotated[int | None, C("The year of that, where it is one")]
    place: Annotated[str, C("Where it lies, in words")]
    country: Annotated[str, C("ISO 3166-1 code of that place")]
    confidence: Annotated[str, C("The coder's confidence in the whole sheet")]
    support: Annotated[int, C("Independent origins that tell of it; copies do not count")]
    versions: Annotated[int, C("Voices that tell of it")]
    gaps: Annotated[int, C("Differences between voices")]
    problems: Annotated[int, C("Problems found in its evidence")]
    last_text: Annotated[str, C("The latest day of which anything is known (EDTF)")]
    silent_since: Annotated[str, C("Last evidence of an open deal not heard of for a year (EDTF); else empty")]
    health_sources: Annotated[int, C("Mark of 0 to 5: how good its sources are")]
    health_completeness: Annotated[int, C("Mark of 0 to 5: how many of five basics are known")]
    health_follow_up: Annotated[int, C("Mark of 0 to 5: how recent the last look or news is")]
    health_agreement: Annotated[int | None, C("Mark of 0 to 5: how far voices agree; empty with one voice")]
    health_missing: Annotated[Ids, C("Which of the basics are missing")]
    coder: Annotated[str, C("Who coded it")]
    coded: Annotated[str, C("When (EDTF)")]
    judged: Annotated[Ids, C("What of the coding was a judgement, in words")]
    note: Annotated[str, C("The coder's note")]
    file: Annotated[str, C("The sheet it stands in")]
    line: Annotated[int, C("The line of that sheet")]
    region: Annotated[str, C("ISO 3166-2 code of the region of that place")]
    partial: Annotated[bool, C("An umbrella of which some parts are known to be missing here")]
    sources: Annotated[Ids, C("The sources that the coder read for it, in the sheet's order", to="sources.source")]


class DealPartyRow(NamedTuple):
    """A party's part in a deal."""

    deal: Annotated[str, _key("The deal", "deals.deal")]
    party: Annotated[str, _key("The party", "parties.party")]
    role: Annotated[str, Column("What it does there", key=True, codelist="Role")]
    place: Annotated[int, C("Its place in the sheet's list, from 1")]


class StageRow(NamedTuple):
    """A stage that a deal reached, once for each day that sources give."""

    deal: Annotated[str, _key("The deal", "deals.deal")]
    number: Annotated[int, _key("Place in the deal's timeline, from 1")]
    stage: Annotated[str, C("The stage", codelist="Stage")]
    on_text: Annotated[str, C("When (EDTF); empty where no source says")]
    on_first: Annotated[date | None, C("The earliest day it can mean")]
    on_last: Annotated[date | None, C("The latest day it can mean")]
    statements: Annotated[Ids, C("Statements that tell it", to="statements.statement")]
    sources: Annotated[Ids, C("Sources that tell it", to="sources.source")]
    note: Annotated[str, C("The coder's note")]


class SumRow(NamedTuple):
    """One sum of a deal: told once or many times, counted once."""

    sum: Annotated[str, _key("Identifier: the deal and the row of its sheet")]
    deal: Annotated[str, C("The deal", to="deals.deal")]
    kind: Annotated[str, C("What kind of sum; kinds are never added to each other", codelist="SumKind")]
    amount: Annotated[Decimal, C("The amount as told, in its own currency")]
    currency: Annotated[str, C("That currency (ISO 4217)")]
    bound: Annotated[str, C("How the source limits it", codelist="Bound")]
    upper: Annotated[Decimal | None, C("The upper end, where two ends are told")]
    low: Annotated[Decimal | None, C("The least it can mean; empty: no lower end")]
    high: Annotated[Decimal | None, C("The most it can mean; empty: no upper end")]
    standing: Annotated[str, C("How it stands to the other sums of the deal", codelist="Standing")]
    counted: Annotated[bool, C("Whether totals take it")]
    on_text: Annotated[str, C("The day of the sum (EDTF)")]
    converted: Annotated[Decimal | None, C("In the programme's currency; empty where no rate is at hand")]
    converted_low: Annotated[Decimal | None, C("The least, converted")]
    converted_high: Annotated[Decimal | None, C("The most, converted")]
    rate: Annotated[Decimal | None, C("Units of the programme's currency for one unit")]
    rate_on: Annotated[str, C("The day or period of the rate")]
    rate_source: Annotated[str, C("Who says so")]
    support: Annotated[int, C("Independent sound origins that tell it")]
    doubtful: Annotated[bool, C("Told by spun or garbled sources only: in no total")]
    statements: Annotated[Ids, C("Statements that tell it", to="statements.statement")]
    sources: Annotated[Ids, C("Sources that tell it", to="sources.source")]
    note: Annotated[str, C("The coder's note")]


class RestatedRow(NamedTuple):
    """A sum as its source restates it: in another currency, or in the prices of another year."""

    sum: Annotated[str, _key("The sum", "sums.sum")]
    number: Annotated[int, _key("Number within the sum, from 1; each restates the one before it")]
    amount: Annotated[Decimal, C("The amount")]
    currency: Annotated[str, C("Its currency (ISO 4217)")]
    rate: Annotated[str, C("Units of the money before it for one unit of this currency, digit by digit as told")]
    prices: Annotated[str, C("The year whose prices it is in; empty: those of its day")]
    deflator: Annotated[str, C("The level of prices at the sum's day where that year's is 1, digit by digit as told")]


class LabelRow(NamedTuple):
    """Another ledger's own classification of a deal, as imported; it is in no figure of this one."""

    deal: Annotated[str, _key("The deal", "deals.deal")]
    label: Annotated[str, _key("What that ledger calls the classification")]
    value: Annotated[str, C("How it classifies the deal")]


class StatementRow(NamedTuple):
    """What one source says about one deal, in somebody's voice, accepted by a person."""

    statement: Annotated[str, _key("Identifier: deal, row of the sheet, source")]
    deal: Annotated[str, C("The deal", to="deals.deal")]
    field: Annotated[str, C("What it tells of: stage, status, paper, instrument, party or sum")]
    says: Annotated[str, C("What it says, in the words of the codelists")]
    on_text: Annotated[str, C("The day of the act (EDTF)")]
    published_text: Annotated[str, C("The day of publication (EDTF)")]
    source: Annotated[str, C("The source; empty where it rests on the sheet's sources together", to="sources.source")]
    voice: Annotated[str, C("Whose word it is")]
    side: Annotated[str, C("The side of that voice; empty where nobody has judged it")]
    quote: Annotated[str, C("The source's own words, where kept")]
    note: Annotated[str, C("The coder's wording")]
    by: Annotated[str, C("Who stands behind the reading")]
    file: Annotated[str, C("The kept file it stands in")]
    line: Annotated[int, C("The line of that file")]
    read_by: Annotated[str, C("The machine that read it before that person accepted it; empty: no machine")]


class ReadingRow(NamedTuple):
    """What a machine read and no person has settled yet: it is in no figure and no other table."""

    reading: Annotated[str, _key("Identifier of the reading")]
    deal: Annotated[str, C("The deal it was matched with; empty: none, or a new one", to="deals.deal")]
    kind: Annotated[str, C("What it tells of: deal, bundle, mandate, expectation or talk")]
    says: Annotated[str, C("What it reads, field by field")]
    quote: Annotated[str, C("The passage it was read from")]
    source: Annotated[str, C("The publication, as the document's index has it")]
    document: Annotated[str, C("Digest of the document")]
    reader: Annotated[str, C("The machine and its version")]
    confidence: Annotated[float, C("The machine's own confidence, 0 to 1")]
    doubtful: Annotated[bool, C("The document is spun, or a figure in it looks garbled")]
    state: Annotated[str, C("open, waiting (another coder is wanted), unsure or disputed")]


class VersionRow(NamedTuple):
    """A deal in one voice's own words: only what this voice says."""

    deal: Annotated[str, _key("The deal", "deals.deal")]
    voice: Annotated[str, _key("The voice")]
    side: Annotated[str, C("Its side")]
    stage: Annotated[str, C("The furthest stage it tells", codelist="Stage")]
    stage_text: Annotated[str, C("When, by its word (EDTF)")]
    form: Annotated[str, C("The paper it names", codelist="Form")]
    binding: Annotated[str, C("Whether it says the paper binds", codelist="Binding")]
    sums: Annotated[Ids, C("The sums it tells: kind, bound, amount")]
    statements: Annotated[Ids, C("Its statements", to="statements.statement")]


class GapRow(NamedTuple):
    """A named difference between two voices on one deal."""

    deal: Annotated[str, _key("The deal", "deals.deal")]
    number: Annotated[int, _key("Number within the deal, from 1")]
    field: Annotated[str, C("In what they differ: sum, form, binding or timing")]
    left_voice: Annotated[str, C("One voice")]
    left: Annotated[str, C("What it says")]
    right_voice: Annotated[str, C("The other voice")]
    right: Annotated[str, C("What it says")]
    left_side: Annotated[str, C("The side of the one voice; empty: unjudged")]
    right_side: Annotated[str, C("The side of the other")]
    between_sides: Annotated[bool, C("Whether the two voices speak for two different sides")]


class LookRow(NamedTuple):
    """Somebody looked for news of a deal."""

    deal: Annotated[str, _key("The deal", "deals.deal")]
    number: Annotated[int, _key("Number within the deal, from 1")]
    on_text: Annotated[str, C("When (EDTF)")]
    by: Annotated[str, C("Who")]
    found: Annotated[str, C("What was found, in words")]


class SourceRow(NamedTuple):
    """A publication, as cited."""

    source: Annotated[str, _key("Identifier")]
    publisher: Annotated[str, C("Who published it")]
    published_text: Annotated[str, C("When (EDTF)")]
    language: Annotated[str, C("Its language (BCP 47)")]
    kind: Annotated[str, C("What kind of publisher", codelist="SourceKind")]
    side: Annotated[str, C("Whose side the publisher belongs to or speaks for; third for neither; empty: unjudged")]
    rank: Annotated[int | None, C("Rank by kind, 1 to 8; empty for none")]
    voice: Annotated[str, C("Whose word it is where nobody is quoted")]
    url: Annotated[str, C("Its address")]
    origin: Annotated[
        str, C("What counts as the one witness: the source it copies, else itself; origin:… for one that is not here")
    ]
    doubtful: Annotated[bool, C("Spun or garbled: supports nothing alone")]
    document: Annotated[str, C("Digest of the kept document; empty where none is kept")]
    statements: Annotated[int, C("Statements about deals that rest on it")]
    note: Annotated[str, C("A note")]


class PartyRow(NamedTuple):
    """Who takes part."""

    party: Annotated[str, _key("Identifier")]
    name: Annotated[str, C("Name")]
    country: Annotated[str, C("ISO 3166-1 code; empty where unknown")]
    type: Annotated[str, C("State body, state-owned or private", codelist="PartyType")]
    name_ja: Annotated[str, C("Name in Japanese")]
    name_ru: Annotated[str, C("Name in Russian")]
    deals: Annotated[int, C("Deals it takes part in")]
    note: Annotated[str, C("A note")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class MandateRow(NamedTuple):
    """Who oversees the programme on a side, in which office, since when."""

    number: Annotated[int, _key("Number, from 1, in the order of the programme file")]
    side: Annotated[str, C("The side")]
    person: Annotated[str, C("The person")]
    charge: Annotated[str, C("The office or charge")]
    body: Annotated[str, C("The ministry or body")]
    since_text: Annotated[str, C("Since when (EDTF); empty where unknown")]
    since_first: Annotated[date | None, C("The earliest day that can mean")]
    until_text: Annotated[str, C("Until when (EDTF); empty: unknown or still")]
    until_last: Annotated[date | None, C("The latest day that can mean")]
    note: Annotated[str, C("A note")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class BodyRow(NamedTuple):
    """A council or committee that carries the programme."""

    number: Annotated[int, _key("Number, from 1")]
    name: Annotated[str, C("Name")]
    level: Annotated[str, C("Level and charge")]
    since_text: Annotated[str, C("Since when (EDTF)")]
    note: Annotated[str, C("A note")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class HeadlineRow(NamedTuple):
    """A sum or count that somebody gave for the whole programme; in no total."""

    number: Annotated[int, _key("Number, from 1")]
    label: Annotated[str, C("What it is said to be")]
    kind: Annotated[str, C("Its kind")]
    on_text: Annotated[str, C("When it was said (EDTF)")]
    amount: Annotated[Decimal | None, C("The sum")]
    currency: Annotated[str, C("Its currency")]
    figure: Annotated[str, C("The number, where it is no sum")]
    unit: Annotated[str, C("Its unit")]
    bound: Annotated[str, C("How it is limited", codelist="Bound")]
    voice: Annotated[str, C("Whose word it is")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]
    whole: Annotated[bool, C("Given for all of the programme; else for a part of it")]


class HopeRow(NamedTuple):
    """Something hoped for, and what came."""

    number: Annotated[int, _key("Number, from 1")]
    hoped: Annotated[str, C("What was hoped for, in words")]
    came: Annotated[str, C("What came, in words")]
    hoped_amount: Annotated[Decimal | None, C("The hoped sum")]
    hoped_currency: Annotated[str, C("Its currency")]
    came_amount: Annotated[Decimal | None, C("The sum that came")]
    came_currency: Annotated[str, C("Its currency")]
    single_voice: Annotated[bool, C("One voice's claim that nobody else confirms")]
    doubtful: Annotated[bool, C("Told by a spun or garbled source")]
    voice: Annotated[str, C("Whose word it is")]
    note: Annotated[str, C("A note")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class CountRow(NamedTuple):
    """A count of documents that somebody gave on a day."""

    number: Annotated[int, _key("Number, from 1")]
    on_text: Annotated[str, C("The day (EDTF)")]
    voice: Annotated[str, C("Whose word it is")]
    signed: Annotated[int, C("Documents said to be signed")]
    bound: Annotated[str, C("How the number is limited", codelist="Bound")]
    moving: Annotated[str, C("How many are said to be under way, in the source's words")]
    note: Annotated[str, C("A note")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class EventRow(NamedTuple):
    """A turn in the programme's own life."""

    number: Annotated[int, _key("Number, from 1")]
    on_text: Annotated[str, C("The day (EDTF)")]
    on_first: Annotated[date | None, C("The earliest day that can mean")]
    what: Annotated[str, C("What happened")]
    note: Annotated[str, C("A note")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class RationaleRow(NamedTuple):
    """What a side wanted and why, as told."""

    number: Annotated[int, _key("Number, from 1")]
    side: Annotated[str, C("The side")]
    what: Annotated[str, C("What it wanted, in words")]
    on_text: Annotated[str, C("When it was said (EDTF)")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class SaidRow(NamedTuple):
    """Something somebody said about the programme."""

    said: Annotated[str, _key("Identifier")]
    on_text: Annotated[str, C("When (EDTF)")]
    on_first: Annotated[date | None, C("The earliest day that can mean")]
    speaker: Annotated[str, C("Who")]
    office: Annotated[str, C("In which office")]
    side: Annotated[str, C("On which side")]
    kind: Annotated[str, C("What it expresses", codelist="SaidKind")]
    topic: Annotated[str, C("What it is about")]
    paraphrase: Annotated[str, C("The coder's wording")]
    quote: Annotated[str, C("The speaker's own words, where kept")]
    ties_to: Annotated[str, C("The topic it is made conditional on")]
    tie: Annotated[str, C("How: conditional, creates conditions, kept apart")]
    hoped_low: Annotated[Decimal | None, C("The least hoped for")]
    hoped_high: Annotated[Decimal | None, C("The most hoped for")]
    unit: Annotated[str, C("The unit of that")]
    confidence: Annotated[str, C("The coder's confidence")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]
    file: Annotated[str, C("The kept file it stands in")]
    line: Annotated[int, C("The line of that file")]
    about: Annotated[str, C("The side whose position is told where somebody tells another's; empty: the speaker's own")]


class TalkRow(NamedTuple):
    """A step on the linked talks."""

    talk: Annotated[str, _key("Identifier")]
    on_text: Annotated[str, C("When (EDTF)")]
    on_first: Annotated[date, C("The earliest day that can mean")]
    on_last: Annotated[date, C("The latest day that can mean")]
    kind: Annotated[str, C("What it was")]
    title: Annotated[str, C("Title")]
    place: Annotated[str, C("Where")]
    country: Annotated[str, C("ISO 3166-1 code")]
    meeting_no: Annotated[str, C("Its number, where they are counted")]
    movement: Annotated[int | None, C("Movement of the talks, -2 to +2; empty where not coded")]
    reason: Annotated[str, C("Why it was coded so")]
    confidence: Annotated[str, C("The coder's confidence")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class RivalRow(NamedTuple):
    """A figure about another investor in the same region."""

    rival: Annotated[str, _key("Identifier")]
    country: Annotated[str, C("Whose investment it is")]
    period: Annotated[str, C("Period")]
    metric: Annotated[str, C("What is measured")]
    value: Annotated[Decimal | None, C("The value")]
    unit: Annotated[str, C("Its unit")]
    currency: Annotated[str, C("Its currency")]
    scope: Annotated[str, C("Where")]
    basis: Annotated[str, C("planned, actual, or empty for unknown: bases are never mixed")]
    note: Annotated[str, C("A note")]
    confidence: Annotated[str, C("The coder's confidence")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]
    measured: Annotated[str, C("What was measured, in words that rows of others share; empty: the metric itself")]


class ContextRow(NamedTuple):
    """A figure or date of the surroundings: trade, visitors, budget, sanctions."""

    context: Annotated[str, _key("Identifier")]
    series: Annotated[str, C("The series it belongs to")]
    period: Annotated[str, C("Period")]
    value: Annotated[Decimal | None, C("The value")]
    unit: Annotated[str, C("Its unit")]
    currency: Annotated[str, C("Its currency")]
    note: Annotated[str, C("A note")]
    confidence: Annotated[str, C("The coder's confidence")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class ClaimRow(NamedTuple):
    """A published number that is checked for itself: its sums, parts, percentages and units."""

    claim: Annotated[str, _key("Identifier")]
    on_text: Annotated[str, C("When it was published, as told")]
    voice: Annotated[str, C("Whose word it is")]
    subject: Annotated[str, C("What it is about")]
    item: Annotated[str, C("Which number of it")]
    value: Annotated[Decimal, C("The number")]
    unit: Annotated[str, C("Scale and bound, as printed")]
    total: Annotated[str, C("The claim it is a part of", to="claims.claim")]
    complete: Annotated[str, C("yes on a total whose parts the source says are all")]
    part: Annotated[str, C("For a percentage: the claim above the line", to="claims.claim")]
    whole: Annotated[str, C("For a percentage: the claim below the line", to="claims.claim")]
    note: Annotated[str, C("A note")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class QuestionRow(NamedTuple):
    """One version of an answer on which sources differ."""

    question: Annotated[str, _key("Identifier of the question")]
    version: Annotated[str, _key("Which version")]
    topic: Annotated[str, C("Topic")]
    asked: Annotated[str, C("The question")]
    claim: Annotated[str, C("What this version says")]
    treatment: Annotated[str, C("How the ledger treats it")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class TargetRow(NamedTuple):
    """A target and what came of it in somebody's statistics, in billions of US dollars."""

    target: Annotated[str, _key("Identifier")]
    category: Annotated[str, C("Group of goods or services")]
    period: Annotated[str, C("Year or years")]
    basis: Annotated[str, C("Whose statistics")]
    increase_usd_bn: Annotated[Decimal | None, C("Promised increase over the base")]
    target_usd_bn: Annotated[Decimal | None, C("Base plus increase")]
    actual_usd_bn: Annotated[Decimal | None, C("What came")]
    ratio: Annotated[Decimal | None, C("The ratio as published")]
    as_of_text: Annotated[str, C("The vintage of the statistics (EDTF)")]
    note: Annotated[str, C("A note")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class StatisticRow(NamedTuple):
    """One value of somebody's statistics, period by period, each as published on a day."""

    number: Annotated[int, _key("Number, from 1, in sorted order")]
    measure: Annotated[str, C("What is counted: exports, base, increase, rate …")]
    category: Annotated[str, C("Of what")]
    period: Annotated[str, C("The period (EDTF)")]
    value: Annotated[str, C("The value, digit by digit as told or added up")]
    unit: Annotated[str, C("Its unit")]
    basis: Annotated[str, C("Whose statistics, and which scope")]
    published_text: Annotated[str, C("When it was made public (EDTF): a later publication revises an earlier one")]
    source: Annotated[str, C("Who says so", to="sources.source")]
    rows: Annotated[int, C("Rows of the source's table that were added up to it")]


class RateRow(NamedTuple):
    """A rate of exchange that the workspace keeps itself, beside those that come with warifu."""

    number: Annotated[int, _key("Number, from 1")]
    currency: Annotated[str, C("Units of this currency (ISO 4217)")]
    base: Annotated[str, C("for one unit of this")]
    on_text: Annotated[str, C("The day, month or year (EDTF)")]
    rate: Annotated[str, C("The rate, digit by digit as told")]
    source: Annotated[str, C("Who says so")]


class MovementRow(NamedTuple):
    """What one coder, who had not seen the deals, read off one step of the talks."""

    number: Annotated[int, _key("Number, from 1")]
    talk: Annotated[str, C("The step", to="talks.talk")]
    coder: Annotated[str, C("The coder")]
    movement: Annotated[int, C("Movement of the talks, -2 to +2")]
    on_text: Annotated[str, C("When it was coded (EDTF)")]
    reason: Annotated[str, C("Why, in words")]


class SettingRow(NamedTuple):
    """A file of settings of the measures or of the coding, as it stands: with it the same figures come again."""

    file: Annotated[str, _key("Its place in the workspace")]
    text: Annotated[str, C("Its text")]


class FigureRow(NamedTuple):
    """A published figure."""

    figure: Annotated[str, _key("Its address: programme/slice/measure")]
    slice: Annotated[str, C("The part of the programme it is for: all, area-…, side-…, year-…, party-…")]
    slice_label: Annotated[str, C("That part in words")]
    measure: Annotated[str, C("What is measured")]
    label: Annotated[str, C("That in words")]
    value: Annotated[Decimal | None, C("The value; empty where there is no answer")]
    unit: Annotated[str, C("deals, share, a currency, or what the method says")]
    low: Annotated[Decimal | None, C("The lower end of its range; empty: open or none")]
    high: Annotated[Decimal | None, C("The upper end")]
    n: Annotated[int, C("How many cases it rests on")]
    answer: Annotated[str, C("found, or which of the answers that are not zero", codelist="Answer")]
    method: Annotated[str, C("The method page it is explained on")]
    note: Annotated[str, C("What must be said beside it")]
    deals: Annotated[Ids, C("The deals in it", to="deals.deal")]
    sums: Annotated[Ids, C("The sums that were added", to="sums.sum")]
    rows: Annotated[Ids, C("The rows of the lists that it rests on: sayings, talks, rivals, context, targets")]
    sources: Annotated[Ids, C("The sources it rests on beside those of its deals and rows", to="sources.source")]
    missing: Annotated[Ids, C("The deals that belong in it and tell no value: they are not zero", to="deals.deal")]


class BesideRow(NamedTuple):
    """A programme of another ledger that this one is set beside, as that ledger stood when its figures were taken."""

    programme: Annotated[str, _key("Identifier of that programme")]
    place: Annotated[int, C("Its place in the comparison, from 1; this ledger's own programme stands before it")]
    name_en: Annotated[str, C("Name in English")]
    name_ja: Annotated[str, C("Name in Japanese; empty where none is given")]
    name_ru: Annotated[str, C("Name in Russian; empty where none is given")]
    as_of_text: Annotated[str, C("The reader's day of its figures (EDTF)")]
    kept: Annotated[str, C("Digest of what its ledger kept then")]
    release: Annotated[str, C("The release they are from; empty: none")]
    address: Annotated[str, C("Where its site is; empty: not told")]


class BesideFigureRow(NamedTuple):
    """A figure of such a programme, computed by its own ledger."""

    programme: Annotated[str, _key("The programme", "beside.programme")]
    measure: Annotated[str, _key("What is measured")]
    label: Annotated[str, C("That in words")]
    value: Annotated[Decimal | None, C("The value; empty where there is no answer")]
    unit: Annotated[str, C("deals, share, a currency, or what the method says")]
    low: Annotated[Decimal | None, C("The lower end of its range; empty: open or none")]
    high: Annotated[Decimal | None, C("The upper end")]
    n: Annotated[int, C("How many cases it rests on")]
    answer: Annotated[str, C("found, or which of the answers that are not zero", codelist="Answer")]
    method: Annotated[str, C("How it was made")]


class ComparisonRow(NamedTuple):
    """One measure over this programme and those beside it: what may be said of the difference."""

    measure: Annotated[str, _key("What is measured")]
    place: Annotated[int, C("Its place on the page, from 1")]
    label: Annotated[str, C("That in words")]
    unit: Annotated[str, C("The unit of all values; empty: they differ, and each stands alone")]
    size: Annotated[bool, C("How much there is of something: set side by side, and no order drawn from it")]
    n: Annotated[int, C("Programmes that have a value")]
    apart: Annotated[Ids, C("Pairs whose ranges do not overlap, as ids: the larger, above, the smaller")]
    says: Annotated[str, C("What may be said of it")]


class MethodRow(NamedTuple):
    """How a figure or section is made: the words of the function or module that makes it."""

    method: Annotated[str, _key("Its name, as figures and sections give it")]
    text: Annotated[str, C("What it computes, from what, with its source")]


class SectionRow(NamedTuple):
    """What one measure has to say of the programme, in words a non-specialist reads."""

    section: Annotated[str, _key("The measure")]
    place: Annotated[int, C("Its place on the page, from 1")]
    title: Annotated[str, C("Title")]
    question: Annotated[str, C("The question, in a reader's words")]
    verdict: Annotated[str, C("says, cannot tell, not asked or not applicable")]
    says: Annotated[str, C("The answer in a sentence or two")]
    n: Annotated[int, C("How many cases it rests on")]
    method: Annotated[str, C("Its method page")]
    assumption: Annotated[str, C("What must hold for it to mean what it says")]
    details: Annotated[Ids, C("Sentences that go on from there")]
    warnings: Annotated[Ids, C("Sentences that must be printed wherever the answer is")]
    figures: Annotated[Ids, C("Its figures, in order", to="figures.figure")]
    series: Annotated[Ids, C("Its pictures, in order", to="series.series")]
    grids: Annotated[Ids, C("Its tables of words, in order", to="grids.grid")]
    sliders: Annotated[Ids, C("Its precomputed sliders, in order", to="sliders.slider")]
    made_from: Annotated[Ids, C("Deals, sums, statements, rows and sources it was made from")]


class QuoteRow(NamedTuple):
    """Somebody's words, as evidence of a section."""

    section: Annotated[str, _key("The section", "sections.section")]
    number: Annotated[int, _key("Number within the section, from 1")]
    ref: Annotated[str, C("The row it stands in")]
    who: Annotated[str, C("Who said it")]
    side: Annotated[str, C("On which side")]
    on_text: Annotated[str, C("When (EDTF)")]
    words: Annotated[str, C("The words")]
    quoted: Annotated[bool, C("The speaker's own words; else the coder's paraphrase")]
    sources: Annotated[Ids, C("Sources", to="sources.source")]


class SeriesRow(NamedTuple):
    """One picture; its points are in `points`, and so is the table beside it."""

    series: Annotated[str, _key("Its address: programme/slice/name")]
    section: Annotated[str, C("The measure it belongs to")]
    title: Annotated[str, C("Title")]
    chart: Annotated[str, C("bars, lines, steps, intervals, calendar, matrix or curve")]
    axis: Annotated[str, C("What x is: category, number or day")]
    x_title: Annotated[str, C("What stands under the picture")]
    y_title: Annotated[str, C("What stands at its side")]
    unit: Annotated[str, C("The unit of y")]
    says: Annotated[str, C("What a reader sees in it, in one sentence")]


class PointRow(NamedTuple):
    """One point of a picture."""

    series: Annotated[str, _key("The picture", "series.series")]
    number: Annotated[int, _key("Place in the picture, from 1")]
    at: Annotated[str, C("Where, in words or as a day")]
    x: Annotated[float | None, C("Where, as a number")]
    y: Annotated[float | None, C("How much; empty: no value, which is not zero")]
    low: Annotated[float | None, C("The lower end of its range")]
    high: Annotated[float | None, C("The upper end")]
    group: Annotated[str, C("The line, lane or colour it belongs to")]
    label: Annotated[str, C("What to write at it")]
    mark: Annotated[str, C("What sets it apart: thin, published, planned, bundled, told, or empty")]
    made_from: Annotated[Ids, C("What it was made from")]


class GridRow(NamedTuple):
    """A table of words of a section; its cells are in `cells`."""

    grid: Annotated[str, _key("Its address: programme/slice/name")]
    section: Annotated[str, C("The measure it belongs to")]
    title: Annotated[str, C("Title")]
    says: Annotated[str, C("What a reader sees in it")]
    columns: Annotated[Ids, C("Its columns, in order")]


class CellRow(NamedTuple):
    """A row of such a table."""

    grid: Annotated[str, _key("The table", "grids.grid")]
    number: Annotated[int, _key("Row, from 1")]
    cells: Annotated[Ids, C("As many cells as the table has columns")]
    made_from: Annotated[Ids, C("What the row was made from")]


class SliderRow(NamedTuple):
    """Figures computed beforehand for a page with sliders."""

    slider: Annotated[str, _key("Its address: programme/slice/name")]
    section: Annotated[str, C("The measure it belongs to")]
    title: Annotated[str, C("Title")]
    json: Annotated[str, C("The figures, as canonical JSON that says what it holds")]


class ProblemRow(NamedTuple):
    """A fault in the evidence, by the name of its rule."""

    number: Annotated[int, _key("Number, from 1, in sorted order")]
    about: Annotated[str, C("The deal or file it is about")]
    rule: Annotated[str, C("The rule that found it; the manual explains it")]
    severity: Annotated[str, C("note, look, or severe: a release is refused while one stands")]
    message: Annotated[str, C("What is wrong and what to do")]
    where: Annotated[str, C("File and line")]


class DocumentRow(NamedTuple):
    """A kept document: bytes by digest, what is known of them, and what they count for."""

    document: Annotated[str, _key("Digest of its bytes (SHA-256)")]
    source: Annotated[str, C("The publication it is a capture of: an address, or file: and a name")]
    cited_as: Annotated[Ids, C("The sources of the ledger that name it", to="sources.source")]
    capture: Annotated[int, C("Which capture of that publication, from 1")]
    address: Annotated[str, C("Where it came from")]
    publisher: Annotated[str, C("Who published it")]
    side: Annotated[str, C("Whose side the publisher is on; empty: unknown")]
    rank: Annotated[int | None, C("Rank of the publisher; empty for none")]
    title: Annotated[str, C("Title")]
    language: Annotated[str, C("Language (BCP 47)")]
    published_text: Annotated[str, C("Published (EDTF)")]
    modified_text: Annotated[str, C("Modified (EDTF)")]
    captured_text: Annotated[str, C("Captured (EDTF)")]
    stated_text: Annotated[str, C("The day it bears itself (EDTF)")]
    media_type: Annotated[str, C("Media type")]
    size: Annotated[int, C("Size in bytes")]
    licence: Annotated[str, C("Licence, where told")]
    unread: Annotated[str, C("Why there is no text; empty where there is one")]
    group: Annotated[str, C("Digest of the document that stands for its original")]
    copy_kind: Annotated[str, C("alone, original, exact, syndicated, cut, rewritten, translated, mosaic or spun")]
    copy_why: Annotated[str, C("Why it is in that group")]
    likeness: Annotated[float, C("Score beside the original, 0 to 3; 1.1 and more is kin")]
    spun: Annotated[bool, C("Machine-spun: supports nothing alone")]


class FlagRow(NamedTuple):
    """Something a reader of a document should know."""

    document: Annotated[str, _key("The document", "documents.document")]
    flag: Annotated[
        str, _key("spun, suspect, garbled-figures, hidden:REASON, needs-ocr, read-by-ocr, cut-short, unread")
    ]
    amount: Annotated[int, C("How many signs, figures, characters or pages it is about")]
    why: Annotated[str, C("Why, in a sentence")]
    signs: Annotated[Ids, C("What it rests on, the heaviest first")]


class DoubtfulRow(NamedTuple):
    """A figure of a document that should not be believed as it stands."""

    document: Annotated[str, _key("The document", "documents.document")]
    start: Annotated[int, _key("Offset of its first character in the text")]
    words: Annotated[str, C("The words")]
    rule: Annotated[str, C("The rule that doubts it")]
    why: Annotated[str, C("Why")]
    likely: Annotated[str, C("What it probably said; empty where nothing tells")]


class CodeRow(NamedTuple):
    """One word of a codelist, with its meaning and the nearest term elsewhere."""

    codelist: Annotated[str, _key("The list")]
    code: Annotated[str, _key("The word")]
    meaning: Annotated[str, C("What it means")]
    iati: Annotated[str, C("Nearest IATI 2.03 term; empty: none is near")]
    oecd: Annotated[str, C("Nearest OECD DAC term")]
    plover: Annotated[str, C("Nearest PLOVER 2021 term")]
    tuff: Annotated[str, C("Nearest AidData TUFF 3.0 term")]
    name_ja: Annotated[str, C("The word in Japanese")]
    name_ru: Annotated[str, C("The word in Russian")]


class ReleaseRow(NamedTuple):
    """A numbered, dated state of the ledger that was published and can be cited."""

    release: Annotated[int, _key("Its number, from 1")]
    on_day: Annotated[date, C("The day of the release")]
    as_of: Annotated[date, C("The reader's day of its tables")]
    kept: Annotated[str, C("Digest of what was kept")]
    warifu: Annotated[str, C("The version of the program that made it")]
    contract: Annotated[str, C("The version of its tables' contract")]
    signed_by: Annotated[str, C("Who answers for it")]
    words: Annotated[str, C("What they said when signing")]
    deals: Annotated[int, C("Deals in it")]
    statements: Annotated[int, C("Statements in it")]
    changes: Annotated[int, C("Changes since the release before")]


class ChangeRow(NamedTuple):
    """What changed from one release to the next, and why."""

    release: Annotated[int, _key("The later of the two", "releases.release")]
    number: Annotated[int, _key("Number within the release, from 1")]
    deal: Annotated[str, C("The deal; it may be no more: see redirects")]
    title: Annotated[str, C("Its title then")]
    kind: Annotated[
        str,
        C(
            "new, withdrawn, joined, stage, binding, form, status, counted, sum-told, sum-changed or sum-dropped: "
            "what changed"
        ),
    ]
    before: Annotated[str, C("How it stood before")]
    after: Annotated[str, C("How it stands in this release")]
    why: Annotated[str, C("Why, in words, where somebody said")]
    sources: Annotated[Ids, C("Sources that tell what is new")]


class RedirectRow(NamedTuple):
    """Where the address of a deal leads that is no more: an id never disappears."""

    old: Annotated[str, _key("The old id")]
    new: Annotated[Ids, C("What stands in its place; none: the deal was withdrawn", to="deals.deal")]
    on_text: Annotated[str, C("When (EDTF)")]
    by: Annotated[str, C("Who decided it")]
    why: Annotated[str, C("Why")]


class AgreementRow(NamedTuple):
    """How far coders agree on one field who judged the same readings without seeing each other's judgement."""

    field: Annotated[str, _key("What was judged: verdict (accept or reject), deal, or a field of a reading")]
    units: Annotated[int, C("Readings that at least two coders judged")]
    coders: Annotated[int, C("Coders who judged a reading that another judged too")]
    alpha: Annotated[Decimal | None, C("Krippendorff's alpha: 1 perfect, 0 as by chance; empty: not known")]
    low: Annotated[Decimal | None, C("Lower end of its 95% interval; empty where all gave one answer")]
    high: Annotated[Decimal | None, C("Upper end")]
    reading: Annotated[str, C("What may be made of it: firm, tentative, nothing (below .667), or no variation")]
    note: Annotated[str, C("What must be said beside it")]


class AccuracyRow(NamedTuple):
    """How well a reader reads one field in one language, on texts that people marked."""

    reader: Annotated[str, _key("The reader and its version")]
    set: Annotated[str, _key("The marked texts")]
    language: Annotated[str, _key("Language (BCP 47); all: all of them")]
    field: Annotated[str, _key("What was to be read")]
    n: Annotated[int, C("Cases that were marked, or found where none can be missed: what it rests on")]
    found: Annotated[int, C("Cases that the reader read")]
    right: Annotated[int, C("Those of them that are as marked")]
    precision: Annotated[Decimal | None, C("right over found; empty where nothing was found")]
    recall: Annotated[Decimal | None, C("right over marked; empty where nothing can be missed")]
    f1: Annotated[Decimal | None, C("Harmonic mean of the two; empty where nothing can be missed")]
    marked: Annotated[int | None, C("Cases that people marked; empty where nothing can be missed")]


class CommentRow(NamedTuple):
    """A comment, dispute or correction, with its answers; its number names it for ever."""

    number: Annotated[str, _key("Its number")]
    about: Annotated[str, C("What it is about: a deal, statement, sum, figure or source")]
    deal: Annotated[str, C("The deal that belongs to; empty for none", to="deals.deal")]
    kind: Annotated[str, C("comment, dispute or correction")]
    by: Annotated[str, C("Who said it")]
    on_text: Annotated[str, C("When (EDTF)")]
    words: Annotated[str, C("What they said")]
    source: Annotated[str, C("The source they gave")]
    answer: Annotated[str, C("What was answered, answers parted by an empty line; empty: nothing yet")]
    answered_by: Annotated[str, C("Who answered")]
    answered_text: Annotated[str, C("When they last did (EDTF)")]
    release: Annotated[str, C("The release in which it landed; empty: in none yet")]
    status: Annotated[str, C("open, answered, upheld or turned down")]


class MetaRow(NamedTuple):
    """What these tables were made from and by, and who publishes them."""

    name: Annotated[
        str,
        _key(
            "contract, as_of, kept (digest of the kept folders), release and released where nothing has changed since; "
            "publisher, address, licence, contact, organisation"
        ),
    ]
    value: Annotated[str, C("Its value")]


TABLES: Final[Mapping[str, type[Any]]] = {
    "programmes": ProgrammeRow,
    "areas": AreaRow,
    "deals": DealRow,
    "deal_parties": DealPartyRow,
    "stages": StageRow,
    "sums": SumRow,
    "restated": RestatedRow,
    "labels": LabelRow,
    "statements": StatementRow,
    "readings": ReadingRow,
    "versions": VersionRow,
    "gaps": GapRow,
    "looks": LookRow,
    "sources": SourceRow,
    "documents": DocumentRow,
    "flags": FlagRow,
    "doubtful": DoubtfulRow,
    "parties": PartyRow,
    "mandates": MandateRow,
    "bodies": BodyRow,
    "headlines": HeadlineRow,
    "hopes": HopeRow,
    "counts": CountRow,
    "events": EventRow,
    "rationales": RationaleRow,
    "said": SaidRow,
    "talks": TalkRow,
    "rivals": RivalRow,
    "context": ContextRow,
    "claims": ClaimRow,
    "questions": QuestionRow,
    "targets": TargetRow,
    "statistics": StatisticRow,
    "rates": RateRow,
    "movements": MovementRow,
    "settings": SettingRow,
    "figures": FigureRow,
    "beside": BesideRow,
    "beside_figures": BesideFigureRow,
    "comparisons": ComparisonRow,
    "methods": MethodRow,
    "sections": SectionRow,
    "quotes": QuoteRow,
    "series": SeriesRow,
    "points": PointRow,
    "grids": GridRow,
    "cells": CellRow,
    "sliders": SliderRow,
    "problems": ProblemRow,
    "codes": CodeRow,
    "releases": ReleaseRow,
    "changes": ChangeRow,
    "redirects": RedirectRow,
    "agreement": AgreementRow,
    "accuracy": AccuracyRow,
    "comments": CommentRow,
    "meta": MetaRow,
}
"""Every table by name, in the order in which a reader meets them."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column as files and manuals need it: its plain type, whether it may be empty, and what it means."""

    name: str
    kind: str  # text, whole, decimal, number, yes-no, day, list
    empty: bool
    column: Column


KINDS: Final[Mapping[object, str]] = {
    str: "text",
    int: "whole",
    Decimal: "decimal",
    float: "number",
    bool: "yes-no",
    date: "day",
    tuple[str, ...]: "list",
}


def fields(row: type[Any]) -> tuple[Field, ...]:
    """The columns of a table, read off its row type."""
    found = []
    for name, hint in typing.get_type_hints(row, include_extras=True).items():
        kind, column = typing.get_args(hint)[:2]
        inner = [item for item in typing.get_args(kind) if item is not type(None)]
        empty = type(None) in typing.get_args(kind)
        found.append(Field(name, KINDS[inner[0] if empty else kind], empty, column))
    return tuple(found)
