"""Manual: the pages that are made from the program itself, so that they cannot be out of date.

In:   the codelists, the table of checks, the docstrings of the measures, and the gallery of problems (folders with an
      input and its exact message)
Out:  Markdown: `docs/codelists.md`, `docs/problems.md`, `docs/measures/`
Not here: pages about a workspace (`site`), pages that a person writes (`docs/`)

Run it with `python -m warifu.manual` in the project's folder.
"""
