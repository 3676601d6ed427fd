"""The board: every measure of this room run on one programme, and what it says laid out page by page.

In:   a `Board`, which is everything the ledger knows of a programme on a day
Out:  a `Report` (`terms.report`): figures, sections, pictures, tables and grids, each saying what it was made from
Not here: the formulas, which stand alone in the modules of the room above and know nothing of pages

`record` is the board itself, `page` one page under work, `pages` runs them all. The other modules are one page each, in
the order of the pages: `score`, `conversion`, `expectations` (with `sayings`), `versions`, `dependence`, `shift`,
`rivals`, `talks`, `bargain`, `choices`, `delivery`, `claims`.
"""

from warifu.measures.board.pages import run
from warifu.measures.board.record import Board

__all__ = ["Board", "run"]
