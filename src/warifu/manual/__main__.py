"""Write the made pages of the manual again: `python -m warifu.manual [folder]`."""

from __future__ import annotations

import sys
from pathlib import Path

from warifu.manual import codelists, measures, problems


def main(folder: Path) -> None:
    pages = {"codelists.md": codelists.page(), "problems.md": problems.page(folder / "tests" / "problems")}
    for name, text in (pages | measures.pages()).items():
        path = folder / "docs" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
