"""Exports: the tables in the forms that other people's tools read.

In:   tables, and nothing else
Out:  `build/exports/`: one file or folder a format, the same bytes for the same tables
Not here: any rule or figure; the site (`site`), the tables over HTTP (`api`); reading such forms (`proposals.imports`)

    book          the tables with what belongs together gathered, and who publishes them
    making        makes every format, or those asked for, and lists what it made with sizes and digests
    package       Frictionless Data Package: CSV with types, keys, codelists, sources and licence
    workbook      XLSX for people
    statements    JSON Lines with a JSON Schema
    iati          IATI 2.03 activities
    followthemoney, plover, annotations, provenance, codelists, feed, citation, catalogue
                  one format or family each; `linked` holds what the JSON-LD ones share, `addresses` where things are
    charts, briefing
                  pictures and a printable briefing, made when asked for
    freeze        whether the tables may be released, and the record that they become

Each format passes the public validator that exists for it; the tests run them. `making.FORMATS` is the one table of
formats.
"""

from warifu.exports.making import FORMATS, build

__all__ = ["FORMATS", "build"]
