"""Measures: what the deals amount to, one function a figure.

In:   deals as known on a day, and what was said, hoped and measured around them
Out:  figures, each with its range, its number of cases, its method and what it was made from
Not here: gathering statements (`deals`), drawing (`site`)

Pure. Money stays Decimal; a missing answer is None and never 0.
"""
