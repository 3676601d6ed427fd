"""IATI: activity files of the International Aid Transparency Initiative, versions 1.01 to 2.03, at any size.

In:   an activity file (XML, also packed)
Out:  one sheet an activity, its parties and sources, with the number of the activity and the path of every value
Not here: writing IATI (`exports`)

`stream` gives activities one by one and holds one at a time; `activity` makes a sheet of one; `validation` judges a
file by the standard's own schema, codelists and ruleset.
"""
