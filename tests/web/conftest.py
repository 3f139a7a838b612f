"""One server for the tests that leave nothing behind which others would trip over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.served import Client, served


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with served() as asked:
        yield asked
