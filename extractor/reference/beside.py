"""The figures of a story beside a finding: they print its other cells, or the one that would fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.model import Claim, Finding, Observation, Role
from extractor.reference.tables.reference_table import ReferenceTable
from extractor.reference.tables.shares import shares_of

Address = tuple[str, int, int]


def with_figures_beside(findings: Sequence[Finding], references: Sequence[ReferenceTable]) -> list[Finding]:
    """The findings, each with the story's figures that its arithmetic may be redone with."""
    printed = _printed(findings)
    wholes = {t.name: dict(shares_of(t)) for t in references}
    return [_with(f, printed, wholes.get(f.cells[0].observation.table, {})) for f in findings]


def _printed(findings: Sequence[Finding]) -> dict[Address, Claim]:
    """Cell → the first figure of the story that prints it."""
    found: dict[Address, Claim] = {}
    for finding in findings:
        first = finding.relation.roles[0].value
        if finding.verdict == "consistent" and len(finding.cells) == 1 and isinstance(first, Claim):
            found.setdefault(_address(finding.cells[0].observation), first)
    return found


def _address(o: Observation) -> Address:
    return o.table, o.row, o.column


def _with(finding: Finding, printed: dict[Address, Claim], shares: dict[int, tuple[int, int]]) -> Finding:
    stated = finding.relation.roles[0].value
    if not isinstance(stated, Claim) or finding.relation.kind != "same":
        return finding
    if finding.verdict == "mismatch":
        fitting = (printed.get(_address(c.observation)) for c in finding.cells if c.name == "fits")
        roles = [Role("context", c) for c in fitting if c is not None and c.id != stated.id]
    else:
        roles = list(_parts(finding.cells[0].observation, printed, shares))
    known = {r.value.id for r in finding.relation.roles}
    more = tuple(r for r in roles[:2] if r.value.id not in known)
    return replace(finding, relation=replace(finding.relation, roles=(*finding.relation.roles, *more)))


def _parts(
    o: Observation, printed: dict[Address, Claim], shares: dict[int, tuple[int, int]]
) -> Iterator[Role]:
    """The figures that print the part and the whole of a share in the same row."""
    for name, column in zip(("part", "whole"), shares.get(o.column, ()), strict=False):
        claim = printed.get((o.table, o.row, column))
        if claim is not None:
            yield Role(name, claim)
