"""Decisions: what analysts judged, one append-only log an analyst.

In:   a judgement about a proposal, a statement or a deal, and the head of the log its author was looking at
Out:  a line at the end of that log, signed, dated, with the digest of the line before
Not here: what a decision does to the ledger (`statements.fold`)

Nothing is edited or deleted: whoever changes their mind decides again.
"""
