# ruff: noqa: E501  stories and sets read best unbroken
"""The fingerprint keeps what a spinner keeps, and lets go of what copies change."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import stories
from hypothesis import given
from hypothesis import strategies as st

from warifu.documents.fingerprint import containment, figure_key, fingerprint, hashes, overlap, stem


def test_spacing_case_and_punctuation_do_not_change_the_digest() -> None:
    loose = stories.ORIGINAL.upper().replace(". ", " .\n\n")
    assert fingerprint(loose).digest == fingerprint(stories.ORIGINAL).digest
    assert fingerprint(stories.ORIGINAL + " more").digest != fingerprint(stories.ORIGINAL).digest


def test_a_spinner_breaks_the_wording_more_than_the_skeleton() -> None:
    mine, theirs = fingerprint(stories.SPUN), fingerprint(stories.ORIGINAL)
    assert overlap(mine.skeleton, theirs.skeleton) > overlap(mine.shingles, theirs.shingles) > 0


def test_direct_quotations_are_left_out_because_independent_reports_share_them() -> None:
    quote = "“We sell tea and bread to the people who wait here every morning, and nobody has told us where to go.”"
    first = fingerprint(f"{stories.ORIGINAL} {quote}")
    second = fingerprint(f"{stories.OTHER} {quote}")
    assert overlap(first.shingles, second.shingles) == 0


def test_a_text_that_is_nearly_all_quotation_keeps_it() -> None:
    assert len(fingerprint(f"He said: “{stories.ORIGINAL[:600]}”").shingles) > 0


def test_a_cut_text_is_contained_in_the_whole() -> None:
    assert containment(fingerprint(stories.CUT).shingles, fingerprint(stories.ORIGINAL).shingles) > 0.95


def test_figures_are_read_alike_however_they_are_grouped() -> None:
    assert [figure_key(one) for one in ("1,150", "1150", "2.50", "2,5", "7")] == ["1150", "1150", "2.5", "2.5", None]
    assert stem("governments") == stem("government")


@given(st.text(max_size=400))
def test_any_text_has_a_fingerprint_of_ascending_hashes_each_once(text: str) -> None:
    one = fingerprint(text)
    assert one == fingerprint(text)
    for packed in (one.skeleton, one.content, one.shingles, one.sketch):
        found = hashes(packed)
        assert (np.diff(found.astype(object)) > 0).all()


def test_the_fingerprint_is_the_same_whatever_the_hash_seed() -> None:
    code = "import stories; from warifu.documents.fingerprint import fingerprint as f; print(f(stories.JAPANESE).skeleton.hex())"
    seen = set()
    for seed in ("0", "7"):
        places = os.pathsep.join([os.path.dirname(stories.__file__), *sys.path])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": places}
        seen.add(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment).stdout)
    assert len(seen) == 1
