"""What all tests share: settings of the property tests, and the folder of texts that are not ours to ship."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every run, and no example fails for being slow on a busy machine.
settings.register_profile("crossfoot", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("crossfoot")

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts that other people wrote; the test is skipped, aloud, where it is not given."""
    named = os.environ.get("CROSSFOOT_SHARED")
    if not named:
        pytest.skip("CROSSFOOT_SHARED names no folder of texts")
    return Path(named)
