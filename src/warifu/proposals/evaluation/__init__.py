"""How well a reader reads: any reader, on any marked folder, as a report one would publish.

    gold      a marked folder: `texts/<id>.txt` and `gold.jsonl`
    convert   warifu's five fields to the words of the marked format, and back what can be
    score     what was found, missed and invented, field by field and language by language
    report    the page
    kept      the scores as a file of a workspace, so that its tables and pages can tell them

In:   a marked folder, and a function from a page to proposals
Out:  scores, and the report

A reader is scored on what it proposes and not on what a person would make of it.
"""

from warifu.proposals.evaluation.gold import GoldText, load
from warifu.proposals.evaluation.kept import keep
from warifu.proposals.evaluation.report import report
from warifu.proposals.evaluation.score import Scores, evaluate

__all__ = ["GoldText", "Scores", "evaluate", "keep", "load", "report"]
