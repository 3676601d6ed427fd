"""Make `reader/data/countries.csv` again: the names of countries in eight languages, from Unicode CLDR through Babel.

`pip install babel`, then `python bench/reader_countries.py`. Needed only when CLDR changes a name.
"""

import csv
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/warifu/proposals/reader/data/countries.csv"
LANGUAGES = ("en", "ru", "ja", "zh", "ko", "de", "fr", "es")
LEFT_OUT = {"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "XA", "XB", "ZZ", "UN", "EZ", "QO"}


def main() -> None:
    from babel import Locale

    names = {language: Locale(language).territories for language in LANGUAGES}
    codes = sorted(code for code in names["en"] if len(code) == 2 and code.isalpha() and code not in LEFT_OUT)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["iso", *LANGUAGES])
        for code in codes:
            writer.writerow([code, *(names[language].get(code, "") for language in LANGUAGES)])


if __name__ == "__main__":
    main()
