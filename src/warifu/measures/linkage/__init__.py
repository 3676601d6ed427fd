"""Linkage: did the coded movement in the talks differ after binding deals?

In:   meetings with their coded movement, deal events with their dates, and a `Protocol` fixed before the first run
Out:  the difference with everything needed to doubt it, and the one sentence that may be said of it
Not here: what the sides said of a link (`measures.mismatch`), coders' agreement (`decisions.agreement`)

`protocol` says what is asked and of what, `exposure` which meeting followed which deal, `chance` what relabelling
gives, `rates` the two by two table, `power` what could have been seen, `past` diagnostics that test nothing, `report`
all of it.
"""
