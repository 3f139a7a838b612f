"""Shares of a small base: whether some whole number out of it prints as the share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from extractor.amount import PERCENT, last_digit, middle, truncated, wholes_that_print_as
from extractor.model import Claim, Finding, Relation
from extractor.reconcile.check.equations import printed, values_of
from extractor.reconcile.check.finding import finding_of
from extractor.shown import str_number

#: Shares of more people than these are often weighted, and need come from no whole number of them.
SURVEYED = 100


def attainable(relation: Relation, *, may_accuse: bool) -> Iterator[Finding]:
    """A finding that some whole number of the base prints as the share, or that none does."""
    rate, whole = values_of(relation, "rate")[0], values_of(relation, "whole")[0]
    if not isinstance(rate, Claim) or not isinstance(whole, Claim) or rate.figure.value is None:
        return
    n, grain = whole.figure.value, last_digit(rate.figure.value)
    if n is None or n != int(n) or not 0 < n <= 2000 or 100 / n < grain:
        return
    stated = replace(rate.figure.amount)
    ways = {"": stated, "truncation": truncated(rate.figure.value, grain, PERCENT)}
    for name, interval in ways.items():
        fits = wholes_that_print_as(interval, int(n))
        if fits:
            yield _one_of(relation, int(n), fits[0], name)
            return
    if relation.strength == "stated" and n <= SURVEYED and may_accuse:
        yield _none_of(relation, int(n))


def _one_of(relation: Relation, n: int, k: int, way: str) -> Finding:
    rate = values_of(relation, "rate")[0]
    notes = (
        (f"{k} of {n} gives {printed(rate)} only if the last digit is cut off; or the base is not {n}",)
        if way
        else (f"{k} of {n} would print as {printed(rate)}",)
    )
    arithmetic = f"{k} / {n} = {str_number(100 * Fraction(k, n), 2)}%"
    return finding_of(
        relation, "consistent", arithmetic=arithmetic, notes=notes, reading="truncation" if way else None
    )


def _none_of(relation: Relation, n: int) -> Finding:
    rate = values_of(relation, "rate")[0]
    share = middle(rate.figure.amount) if isinstance(rate, Claim) else None
    below = int((share or 0) * n / 100)
    near = "; ".join(
        f"{k} / {n} = {str_number(100 * Fraction(k, n), 2)}%" for k in (below, below + 1) if k <= n
    )
    return finding_of(
        relation,
        "mismatch",
        severity="warning",
        arithmetic=near,
        explanation=f"No whole number out of {n} makes {printed(rate)}.",
        missing=(
            f"the base of the {printed(rate)}, if it is not {n}; a weighted share need not be a whole number",
        ),
        suggestion="check the share and its base against the source",
    )
