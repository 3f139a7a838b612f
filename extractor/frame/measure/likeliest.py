"""What a number without a noun most likely counts, by weights learnt from labelled stories.

"Ashby had 17", "340 were turned away", "up to 2,100 from 1,850": print says what is counted in the words
before. `candidates.py` gathers what that may be, `data/bare.toml` says how much each feature of a candidate
speaks for it. Grammar goes first: these weights are asked only where no noun stands with the number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from math import fsum

from extractor.frame import grammar
from extractor.frame.earlier import Framed
from extractor.frame.keys import Acronyms
from extractor.frame.measure.bare import ahead, held
from extractor.frame.measure.candidates import Candidate, candidates
from extractor.frame.measure.ellipsis import Measured, carried
from extractor.frame.measure.gapped import gapped
from extractor.frame.measure.people import acting
from extractor.frame.measure.valued import container, moved_object, subject
from extractor.frame.sentences import ONE_SENTENCE, Spot
from extractor.lexicon import table

#: What grammar proposes for a number without a noun of its own, by the name of the rule.
RULES = {
    "container": container,
    "moved": moved_object,
    "gapped": gapped,
    "subject": subject,
    "acting": acting,
    "held": held,
    "ahead": ahead,
    "carried": carried,
}


def likeliest(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The likeliest thing counted; None for a cell of a table.

    Where a rule says the same it is told as the rule has it, and else marked as a guess, on which no other
    slot rests and by which nothing is checked.
    """
    if spot.figure.kind not in {"count", "rate"} or spot.sentence.block.kind == "table_cell":
        return None
    proposed = proposals(spot, earlier, known)
    found = candidates(spot, earlier, known, proposed)
    best = max(found, key=lambda key: _sum(found[key]))
    if best == "person" and _is_made_up(found[best], spot):
        return None
    told = next((m for m in proposed.values() if m.mention.key == best), None)
    return told or Measured(replace(found[best].measured.mention, found="guess"))


def _is_made_up(people: Candidate, spot: Spot) -> bool:
    """True for people of whom nothing in print speaks, where the number does nothing: "It is down to 214"."""
    doing = spot.root.dep_ in grammar.SUBJECTS and spot.root.head.pos_ == "VERB"
    named = any(not f.startswith(("people", "kind")) for f in people.features)
    return not named and (not doing or spot.sentence.block.kind in ONE_SENTENCE)


def proposals(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> dict[str, Measured]:
    """What each rule of grammar answers for the figure, those that answer nothing left out."""
    answers = {name: rule(spot, earlier, known) for name, rule in RULES.items()}
    return {name: measured for name, measured in answers.items() if measured is not None}


def _sum(candidate: Candidate) -> float:
    # Exact, so that the order in which a set gives its features decides nothing.
    weights = _weights()
    return fsum(weights.get(feature, 0.0) for feature in candidate.features)


@cache
def _weights() -> Mapping[str, float]:
    weights: Mapping[str, float] = table("bare")["weights"]
    return weights
