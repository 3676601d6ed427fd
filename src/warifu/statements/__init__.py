"""Statements: what the sources say, once a person stands behind it.

In:   sheets (accepted by their author), decisions, the list of sources
Out:  cases: each deal with all its statements, sorted, and the problems found on the way
Not here: judging between statements (`deals.resolve`), converting money (`measures.rates`)

Both modules are pure: the same input gives the same output, byte for byte.
"""
