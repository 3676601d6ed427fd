"""Exports: the tables in the forms that other people's tools read.

In:   tables, and nothing else
Out:  `build/exports/`: one file or folder a format, the same bytes for the same tables
Not here: any rule or figure; the site (`site`), the tables over HTTP (`api`); reading such forms (`proposals.imports`)

    book          the tables with what belongs together gathered, and who publishes them
    package       Frictionless Data Package: CSV with types, keys, codelists, sources and licence
    workbook      XLSX for people
    statements    JSON Lines with a JSON Schema
    iati          IATI 2.03 activities

Each format passes the public validator that exists for it; the tests run them.
"""
