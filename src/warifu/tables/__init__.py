"""Tables: what the ledger came to, as Parquet files and one DuckDB file, column by column.

In:   a ledger
Out:  `build/tables/*.parquet` and `build/warifu.duckdb`, the same bytes for the same ledger; and reading them back
Not here: any rule or figure; drawing (`site`), other formats (`exports`)

    contract    every table and column, with its meaning: what outsiders may rely on
    rows        a ledger's rows, table by table
    trust       the rows on how far the others can be trusted: agreement, accuracy, comments
    files       writes and reads Parquet and DuckDB; the only module that imports pyarrow and duckdb
    why         walks from a figure back to the words it rests on

The site, the exports and the API read tables and nothing else, so whatever they show can be had by anybody.
"""
