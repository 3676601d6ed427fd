"""Bytes in, filed by digest; text out, with stable offsets; which documents derive from another.

    intake      `add`: files, folders, globs, ZIP, WARC, mail, feeds and addresses in; an `AddReport` out
    fetch       the only module that opens a connection, and what it refuses
    archives    opens containers, member by member, within limits
    store       the kept bytes and the index; `open_store` to read them
    index       one line a capture, each chained to the one before
    worker      reads each document in a process with a limit on time and memory
    text/       one reader a kind of document; every character maps to its place
    anchors     quote to anchor and back, as W3C Web Annotation selectors
    hidden      what a person would not see, and so never enters a text
    publishers  whose voice a publisher is: side, kind, rank
    listing     what `warifu documents` shows, and why a document says what it says

    records     what other rooms read of all this: one frozen `terms.document.DocumentRecord` a document, its copy
                group, and `judged`: the sources of a workspace with `original` and `doubtful` set from their documents

    fingerprint, prepared, grouping, copies      which documents derive from one original, and why
    translated                                   the same, across languages
    spun, signatures, figures                    machine-spun pages and garbled figures, with their signs
    caseless, beginnings, literals               patterns searched several times as fast as by `re.I`, and how

A document is one capture of a source: bytes, kept as they came. What is derived from them (texts, groups) is made
again when missing, and gives the same bytes on every machine.
"""
