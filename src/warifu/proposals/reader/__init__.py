"""The offline reader: from the text of a document to proposals, by rules and tables alone.

    page, sentences       the body in plain widths; sentences and rows, with offsets
    triage                passes over what cannot hold a deal
    money, days           amounts and dates as texts write them
    table, mentions, likeness     the names that are known, and those that show themselves by their form
    lexicon               what the words of each language say of a deal; the only place with words
    clauses, links        what a clause says happened; how a name hangs in it, and its role
    deals                 clauses gathered into drafts of deals and bundles
    expectations, mandates, talks     what sides hope for, who is in charge, how the linked talks moved
    areas, calibration    areas by words; points to confidence
    reader                `read(page)`: proposals

In:   a `Page`
Out:  proposals, the same for the same page on every machine
Not here: matching proposals with deals (`proposals.matching`), scoring a reader (`proposals.evaluation`)
"""

from warifu.proposals.reader.page import Page
from warifu.proposals.reader.reader import NAME, READER, VERSION, read

__all__ = ["NAME", "READER", "VERSION", "Page", "read"]
