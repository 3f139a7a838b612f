"""Any interval, for the tests of what is done with one."""

from __future__ import annotations

from hypothesis import strategies as st

from extractor.amount import (
    between,
    exact,
)
from extractor.model import Amount

numbers = st.fractions(-20, 20, max_denominator=4)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    """Any interval with at least one member: ends open, closed or missing."""
    low, high = sorted((draw(numbers), draw(numbers)))
    if low == high:
        return exact(low)
    return between(
        draw(st.sampled_from([low, None])),
        draw(st.sampled_from([high, None])),
        low_open=draw(st.booleans()),
        high_open=draw(st.booleans()),
    )
