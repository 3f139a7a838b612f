"""What the words beside a figure say became of the things that it counts: they came, or they went."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Reading
from extractor.reconcile.contrary import contrary
from extractor.reconcile.story import Story
from extractor.regexes import Regex

_WORDS = table("windows")["went"]
#: Where a clause ends.
_STOP = Regex(r"[,;:()–—.]")
#: What begins another clause: "narrows to R14.9bn AS oil imports jump".
_TURN = Regex(r"\s(?:as|while|after|before|when|because|although|though|despite|since|whereas)\s")
_REACHED = Regex(
    r"\b(?:rose|risen|rising|climb(?:ed|ing)|gr[eo]wn?|jumped|increased|up|fell|fallen|falling|dropped|down|went|gone)"
    r"\s(?:back\s|again\s|further\s)?to\s(?:at\sleast\s|about\s|nearly\s|some\s)?$",
    re.IGNORECASE,
)
_OPPOSITE = tuple(Regex(rf"\b(?:{'|'.join(_WORDS[name])})\b") for name in ("more", "fewer"))


def at_odds(story: Story, x: Claim, y: Claim) -> tuple[Reading, str, str] | None:
    """Contrary words beside two figures, "create" and "redundancies", and what they are contrary about."""
    if _is_level(story, x) != _is_level(story, y):
        return None  # "31 homes lost", and "the number destroyed rose to 31"
    here, there = _clause(story, x), _clause(story, y)
    said = contrary(here, there) or _came_or_went(here, there)
    if said is None or any(
        word not in _of_figure(told, c) for word, told, c in zip(said[1:], (here, there), (x, y), strict=True)
    ):
        return None
    return said


def _of_figure(told: str, claim: Claim) -> str:
    """The part of a clause that holds its figure, where the clause has parts."""
    parts = _TURN.split(told)
    return next((p for p in parts if claim.figure.text.lower() in p), told)


def _is_level(story: Story, claim: Claim) -> bool:
    """True for the level that a count has come to, whichever way it went."""
    return _REACHED.search(story.lead(claim)) is not None


def _came_or_went(here: str, there: str) -> tuple[Reading, str, str] | None:
    for one, other in (_OPPOSITE, _OPPOSITE[::-1]):
        ours, theirs = one.search(here), other.search(there)
        if ours and theirs and not other.search(here) and not one.search(there):
            return "direction", ours[0], theirs[0]
    return None


def _clause(story: Story, claim: Claim) -> str:
    """The words around a figure up to a comma or the next figure, in lower case."""
    others = [c.figure.span for c in story.in_sentence(claim.sentence) if c is not claim]
    span, sentence = claim.figure.span, claim.sentence
    start = max([sentence.start, *(s.end for s in others if s.end <= span.start)])
    end = min([sentence.end, *(s.start for s in others if s.start >= span.end)])
    text = story.document.text
    lead, rest = _STOP.split(text[start : span.start])[-1], _STOP.split(text[span.end : end])[0]
    return f"{lead}{claim.figure.text}{rest}".lower()


__all__ = ["at_odds"]
