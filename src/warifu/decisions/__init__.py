"""Decisions: what analysts judged, one append-only log an analyst.

In:   a judgement about a proposal, a statement or a deal, and the head of the log its author was looking at
Out:  a line at the end of that log, signed, dated, with the digest of the line before; and what all lines amount to
Not here: what a decision does to the ledger (`statements.fold`, `statements.judged`)

    log         the files: append, read, verify
    standing    which decisions stand, once what was taken back is taken back
    judgement   what coders and adjudicators made of each proposal, and whether that settles it
    rereading   which proposals are one reading made again, so that no judgement is asked for twice
    policy      how many coders must judge a proposal, as the workspace says
    queue       what is to be judged, most consequential first
    roles       who may do what
    blind       agreement of coders who did not see each other, field by field
    agreement   Krippendorff's alpha
    movement    how the talks moved, coded blind
    comments    comments, disputes and corrections, numbered and answered
    history     what was known of a deal on two days, and what differs

Nothing is edited or deleted: whoever changes their mind decides again.
"""
