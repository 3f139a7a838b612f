"""Figures that rest on several rows or columns: a multiple, a gap, a difference, a sum."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lexicon import Policy
from extractor.model import Claim, Finding
from extractor.reference.computed.apart import apart
from extractor.reference.computed.gaps import gap, gap_of
from extractor.reference.computed.multiples import is_multiple, multiple
from extractor.reference.computed.sums import joined_rows, share_of_sum, sums
from extractor.reference.match import Reader


def of_several(reader: Reader, claim: Claim, policy: Policy) -> Sequence[Finding] | None:
    """What the table says of such a figure; None where it is of one cell, of a share or of two times."""
    if is_multiple(reader, claim):
        return list(multiple(reader, claim, policy))
    set_against = gap_of(reader, claim)
    if set_against is not None:
        return list(gap(reader, claim, set_against, policy))
    found = list(apart(reader, claim, policy))
    if found:
        return found
    added = [*sums(reader, claim, policy), *share_of_sum(reader, claim, policy)]
    return added if added or joined_rows(reader, claim) else None
