"""Imports: other people's tables, read as if their rows were coding sheets.

In:   tables (CSV, XLSX, JSON), IATI activity files and data packages, each with a mapping file that says what is where
Out:  sheets, sources, parties and rates, with the row and column of every value; and every problem found
Not here: taking the statements apart (`statements.fold`), adding anything up (`measures`)

A mapping is a table of words: nothing in it runs. A file that is shorter than it should be, or another than the one
that was imported, is a severe problem, so a part never passes for the whole.
"""

from warifu.proposals.imports.workspace import FOLDER, Imported, read_all, read_one, read_series

__all__ = ["FOLDER", "Imported", "read_all", "read_one", "read_series"]
