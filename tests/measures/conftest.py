"""Property tests here run the same cases on every machine, and a busy machine fails none of them."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("measures", deadline=None, derandomize=True)
settings.load_profile("measures")
