"""Site: the published pages, in three languages, made from the tables and nothing else.

In:   `build/tables`
Out:  `build/site`: static pages that work from a disk, a bucket or a server, with no network and no third party
Not here: any figure (`measures`) or file format of others (`exports`)

    book        the tables, read once and indexed the way pages ask for them
    pages       which pages there are, and the rows that each shows
    writing     how numbers, dates, names and codes are written in a language
    words       every word of the interface, in English, Japanese and Russian
    sayings     what a statement says, in the words of a page's language
    citation    how a page is cited
    search      the deals as data that a page searches without a server
    countries   names of countries in three languages
    phrases     sentences of the measures in Japanese and Russian
    addresses   where a page lies, and the link from one to another
    tally       the split tally: our picture of two accounts of one programme
    charts      the pictures of the measures, as SVG
    build       draws the pages whose rows changed, and leaves the others

A page is a pure function of its rows, its template and the words, so equal tables give equal bytes. Documents are
hostile: all text is escaped, no page runs a script that is not a file of ours, and a link out is http or https.
"""

from warifu.site.build import SiteReport, build

__all__ = ["SiteReport", "build"]
