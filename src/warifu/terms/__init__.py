"""Terms: the words and values that cross every door of warifu.

In:   nothing
Out:  money, partial dates, the five fields, codelists, evidence, deals and problems, all frozen
Not here: converting money (`measures.rates`), reading files (`proposals`), judging (`decisions`)

Nothing in this room reads a disk, a clock or a setting.
"""
