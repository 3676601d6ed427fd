"""Deals: statements gathered, with every voice's version kept.

In:   cases, parties, sources, a way to convert money, and the day to look from (`as_of`)
Out:  deals as they were known on that day: stage, form, binding, sums, versions, gaps, health
Not here: figures over many deals (`measures`), finding faults in statements (`statements.checks`)

Pure: time comes in as `as_of`, rates come in as a function.
"""
