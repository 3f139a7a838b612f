"""Findings as they leave the judges: with their stable id and who asserts each side."""

from __future__ import annotations

from typing import Any

from extractor.model import Claim, Comparison, Derived, Finding, Relation, Verdict, stable_id


def finding_of(relation: Relation, verdict: Verdict, **slots: Any) -> Finding:
    """A finding on a relation; the same relation and verdict have the same id on every run."""
    parts = [v.id for v in (r.value for r in relation.roles)]
    name = stable_id("f", relation.kind, verdict, *parts, *(r.name for r in relation.roles))
    sides = (r.value for r in relation.roles)
    asserted = tuple(dict.fromkeys(who(v) for v in sides if not isinstance(v, Derived)))
    return Finding(name, relation, verdict, asserted_by=asserted, **slots)


def who(value: Claim | Comparison) -> str:
    """Who says a figure: a speaker, the headline or the narration."""
    if value.speaker is not None:
        return value.speaker.text
    return "headline" if value.block == "headline" else "narration"
