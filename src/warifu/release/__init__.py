"""Release: the numbered, dated states of a ledger that were published, as kept in `releases/<number>/`.

In:   the kept folder of each release, and the git history of the workspace
Out:  the releases in order, what changed from each to the next, where each old id leads, and the files as they were
Not here: whether a state may be released, and making it one (`exports.freeze`); building (`cli`)

    record      reads and writes a release: who signed it, from what it was made, every deal as it stood, its methods
    changes     what changed from one release to the next, and why; pure
    redirects   where the address of a deal that is no more leads
    history     asks git: is everything committed, and what was kept when a release was made

    releases/<number>/
      release.yaml      number, day, digests of what is kept and of the code, sign-off
      deals.jsonl       every deal as it stood: stage, form, binding, sums
      changes.jsonl     what changed since the release before
      methods.md        the method behind every figure, as it was
      SHA256SUMS        every published file
"""
