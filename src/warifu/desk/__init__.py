"""The review desk: a web application in which people judge what machines read, and leave a trail.

In:   the ledger of a workspace, its proposals and documents; what people decide in their browsers
Out:  decisions, and nothing else
Not here: what a decision does (`statements.judged`), the order of the queue (`decisions.queue`), publishing (`exports`)

    book        what the desk knows of a workspace, kept in step with its files; the only writer
    forms       a filled form as a decision
    marks       a text cut into pieces, with the words of every field marked and nothing in it able to act
    pages       a page of a PDF as a picture, made in a process of its own
    people      users, passwords, sessions
    transient   sessions, drafts and who looks at what, in SQLite: may be deleted at any time
    words       the interface in English, Japanese and Russian
    screens/    the pages
    signing     preview, look, sign off
    guard       the gate that every request passes
    app         which address leads to which page; `api` the same as JSON, described by OpenAPI
"""
