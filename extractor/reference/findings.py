"""Findings against a table: what its cells make, and the sum that a reader can redo."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from extractor.model import (
    Cited,
    Claim,
    Comparison,
    Cue,
    Finding,
    Relation,
    RelationKind,
    Role,
    Verdict,
    stable_id,
)
from extractor.reference.match import At, Reader
from extractor.reference.readings import Explained
from extractor.reference.stated import Computed, Stated, place_of, shown, shown_cell


def agrees(stated: Stated, computed: Computed) -> Finding:
    """What the cells make has a value in common with the claim."""
    return _judged("consistent", stated, computed, computed.cells)


def questioned(
    stated: Stated, computed: Computed, fit: Explained | None, assumptions: tuple[str, ...] = ()
) -> Finding:
    """What the cells make has no value in common with the claim; and the mix-up that would fit."""
    others = () if fit is None else tuple(Cited("fits", o) for o in fit.cells)
    words = "" if fit is None else f" It would fit {fit.words}."
    lead = f"“{stated.claim.figure.text}” does not agree with the table, which gives {shown(computed.amount)}"
    return _judged(
        "mismatch",
        stated,
        computed,
        (*computed.cells, *others),
        severity="error",
        reading=None if fit is None else fit.reading,
        explanation=f"{lead} for {computed.told}.{words}",
        assumptions=assumptions,
        missing=("another row, column or period, if the sentence means one",),
        suggestion="check the figure against the table",
    )


def _judged(
    verdict: Verdict, stated: Stated, computed: Computed, cells: Iterable[Cited], **slots: Any
) -> Finding:
    return finding(
        computed.kind,
        verdict,
        (Role("stated", stated.claim),),
        cells,
        stated=stated.amount,
        computed=computed.amount,
        arithmetic=computed.arithmetic,
        **slots,
    )


def undecided(reader: Reader, stated: Stated, candidates: Sequence[At]) -> Finding:
    """A claim that may mean several cells, none of which agrees."""
    cited = tuple(cite(reader, c) for c in candidates)
    missing = tuple(
        f"whether {place_of(c.observation)} ({shown_cell(c.observation)}) is meant" for c in cited
    )
    return finding("same", "undecided", (Role("stated", stated.claim),), cited, missing=missing)


def doubted(found: Finding) -> Finding:
    """What does not agree with a table, as what may mean its cells: the words tie it to them too loosely."""
    cells = tuple(c for c in found.cells if c.name != "fits")
    missing = tuple(
        f"whether {place_of(c.observation)} ({shown_cell(c.observation)}) is meant" for c in cells
    )
    return finding(found.relation.kind, "undecided", found.relation.roles, cells, missing=missing)


def finding(
    kind: RelationKind, verdict: Verdict, roles: Sequence[Role], cells: Iterable[Cited], **slots: Any
) -> Finding:
    """A finding that rests on figures of a story and cells of tables, with a stable id."""
    cited = tuple(cells)
    first = questioned_value(roles)
    span = first.figure.span if isinstance(first, Claim) else first.span
    words = first.figure.text if isinstance(first, Claim) else first.text
    relation = Relation(kind, tuple(roles), Cue(first.document, span, words), "contextual")
    addresses = (f"{c.name}:{c.observation.table}:{c.observation.row}:{c.observation.column}" for c in cited)
    name = stable_id("f", kind, verdict, *(r.value.id for r in roles), *addresses)
    return Finding(name, relation, verdict, asserted_by=(_who(first),), cells=cited, **slots)


def questioned_value(roles: Sequence[Role]) -> Claim | Comparison:
    """The figure or phrase under test, which stands first."""
    first = roles[0].value
    assert isinstance(first, Claim | Comparison)
    return first


def _who(value: Claim | Comparison) -> str:
    if value.speaker is not None:
        return value.speaker.text
    return "headline" if value.block == "headline" else "narration"


def cite(reader: Reader, at: At, name: str = "cell") -> Cited:
    """A cell that gives a number, in a role."""
    observation = reader.reference.observation(at.row, at.column)
    assert observation is not None
    return Cited(name, observation)
