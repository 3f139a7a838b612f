"""What tests share: settings of the property tests, texts that are not ours to ship, a browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same examples on every run, and no example fails for being slow on a busy machine.
settings.register_profile("crossfoot", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("crossfoot")

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
#: A browser as root in a container has no sandbox; a test page loads nothing from anywhere.
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium; the test is skipped, aloud, where there is none."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip("no Chromium here; on Debian and Ubuntu: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()
