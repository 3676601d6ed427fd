"""The offline reader: from the text of a document to proposals, by rules, tables and learned weights.

    page, sentences       the body in plain widths; sentences and rows, with offsets
    triage                passes over what cannot hold a deal
    money, days           amounts and dates as texts write them
    table, mentions, likeness, role_nouns     names that are known, that show themselves by their form, or "the lender"
    lexicon/              what the words of each language say of a deal, one module a language; `cues` the small words
    story                 all of this for one document, sentence by sentence
    clauses, segments     sentences cut into clauses, clauses into undertakings
    events                what a clause says happened (`english_events` and its like: by the form of the verb)
    papers, sums, counts  which paper it is about, which sums are its own and of which kind, bundles
    links, parties        how a name hangs in its clause, and its role
    describing, areas     day, programme, place, voice; areas by words (area_words: more of them)
    deals, rows           drafts of undertakings, from clauses and from rows of tables
    weighing/             which drafts are told, on which paper, at which stage, by whom: learned from marked texts
    merging, worth        drafts that tell one deal; what is no deal between countries
    expectations, mandates, talks     what sides hope for, who is in charge, how the linked talks moved
    calibration           weights to confidence
    reader                `read(page)`: proposals

In:   a `Page`
Out:  proposals, the same for the same page on every machine
Not here: matching proposals with deals (`proposals.matching`), scoring a reader (`proposals.evaluation`)
"""

from warifu.proposals.reader.page import Page
from warifu.proposals.reader.reader import NAME, READER, VERSION, read

__all__ = ["NAME", "READER", "VERSION", "Page", "read"]
