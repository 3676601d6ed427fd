"""Proposals: readings of sources, kept as made.

In:   analysts' coding sheets (YAML, one file a deal), tables (CSV), and documents for the machine readers
Out:  sheets and rows with the file and line of every value; machine proposals, believed by nobody
Not here: judging proposals (`decisions`), turning sheets into statements (`statements.fold`)

A sheet is a person's reading and counts as accepted by its author; a machine's reading never does.
"""
