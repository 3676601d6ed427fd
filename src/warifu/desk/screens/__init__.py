"""Screens: the pages of the desk, each a function from a request and a person to HTML.

    queue         what waits, and what comes next
    judging       one proposal beside its source
    batches       several at once
    documents     a whole document, and what was missed in it
    deals         deals, looks, joins, splits
    team          differences, overruled, agreement
    movement      how the talks moved, coded blind
    talk          comments and answers
    publishing    history, release, log
    door          coming and going

`app.ROUTES` says which address leads to which.
"""
