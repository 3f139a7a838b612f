"""Figures that have to lie between others: that for each year, and that of a whole among its groups."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.amount import meet, surely_less, total
from extractor.model import Finding, Relation
from extractor.reconcile.check.equations import amount_of, printed, shown, values_of
from extractor.reconcile.check.finding import finding_of


def between_years(relation: Relation, *, may_accuse: bool) -> Iterator[Finding]:
    """A figure told for each year lies between the lowest and the highest year."""
    stated, years = (
        amount_of(values_of(relation, "stated")[0]),
        [amount_of(v) for v in values_of(relation, "year")],
    )
    summed = total(years)
    if any(not surely_less(y, stated) for y in years) or not meet(summed, stated) or not may_accuse:
        return
    terms = " + ".join(printed(v) for v in values_of(relation, "year"))
    yield finding_of(
        relation,
        "mismatch",
        severity="error",
        stated=stated,
        computed=summed,
        reading="period",
        arithmetic=f"{terms} = {shown(summed)}; none reaches {printed(values_of(relation, 'stated')[0])}",
        explanation="The figure is told for each year, but no year reaches it. "
        "It would fit if the years were added.",
        suggestion="say over how many years the sum is spread",
    )


def between_groups(relation: Relation, *, may_accuse: bool) -> Iterator[Finding]:
    """A rate of a whole lies between the lowest and the highest of the groups that make it up."""
    stated, *groups = values_of(relation, "stated") + values_of(relation, "group")
    own, others = amount_of(stated), [amount_of(g) for g in groups]
    above, below = all(surely_less(g, own) for g in others), all(surely_less(own, g) for g in others)
    if not may_accuse or not (above or below):
        return
    sign = ">" if above else "<"
    yield finding_of(
        relation,
        "mismatch",
        severity="error",
        stated=own,
        arithmetic="; ".join(f"{printed(stated)} {sign} {printed(g)}" for g in groups),
        explanation="The rate of a whole lies between those of the groups that make it up.",
        missing=("another group than those printed",),
        suggestion="check the rates against the source",
    )


__all__ = ["between_groups", "between_years"]
