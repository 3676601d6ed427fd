"""What was learned from marked texts decides between the drafts that the rules make.

    signs      a draft, a sum, a text   →  what is looked at: words, sorts of names, classes, places; never a name
    pool       a draft                  →  everybody who may take part in it, with signs
    weights    signs                    →  how sure each answer is (`weights.json`, written by `eval/reading/learn.py`)
    weigh      drafts of a text         →  its deals: which are told, on which paper, at which stage, by whom

Nothing here reads a word that the rules have not found: every name, sum and date is one of theirs. A weighed paper or
stage says so in its rule ("paper:weighed"), and the proposal's reasons say how sure each answer was.
"""
