"""One number that a story tells of two things: "84 seats gained" and "84 places go", 57 acres, 57 hectares.

Equal numbers agree to arithmetic, so these never fail a check of amounts. They are questioned by their
words: contrary ones beside the number in the display and in the body, or two units of one dimension.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from extractor.lexicon import table
from extractor.model import Claim, Cue, Finding, Reading, Relation, Role, Span
from extractor.reconcile.check.finding import finding_of
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.cues.went import at_odds
from extractor.reconcile.link.retold.aside import is_elsewhere
from extractor.reconcile.link.retold.retelling import may_be_retold, names_one
from extractor.reconcile.misprints import significant
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

#: "It will also scrap 31 routes", "for each one that was felled": both things happened, and as often.
_BOTH_WAYS = Regex(
    r"\b(?:also|too|as\swell|in\sturn|in\sreturn|for\s(?:each|every)|as\smany|same\snumber|back|instead|replac\w+|in\s(?:the|its)\splace"
    r"|by\scoincidence)\b",
    re.IGNORECASE,
)
_WORDS = table("windows")["one_number"]
#: Counts below this meet others all the time.
SMALL = 10
#: Paragraphs from a number to itself with another unit.
REACH = 2


def of_two_things(story: Story) -> Iterator[Finding]:
    """What the story tells with one number and cannot mean both times."""
    for told in _by_value(story):
        for x, y in combinations([c for c in told if story.once(may_be_retold, c)], 2):
            if x.sentence == y.sentence:
                continue
            if _are_two_units(story, x, y):
                yield _finding(x, y, x.figure.text, y.figure.text, "unit")
            elif x.block in DISPLAY and y.block not in DISPLAY:
                yield from _contrary(story, x, y)


def _by_value(story: Story) -> Iterator[list[Claim]]:
    """The figures that print one number, for each number that is printed more than once."""
    told: defaultdict[Decimal, list[Claim]] = defaultdict(list)
    for claim in story.claims:
        if claim.figure.value is not None:
            told[claim.figure.value].append(claim)
    yield from (same for same in told.values() if len(same) > 1)


def not_about(found: Iterable[Finding], odd: Sequence[Finding]) -> Iterator[Finding]:
    """The findings but for those that bear out with one number what is told of two things."""
    told = {frozenset(c.id for c in f.relation.claims()) for f in odd}
    for finding in found:
        same = finding.relation.kind == "same" and finding.verdict == "consistent"
        if not same or frozenset(c.id for c in finding.relation.claims()) not in told:
            yield finding


def _contrary(story: Story, x: Claim, y: Claim) -> Iterator[Finding]:
    """Contrary words beside a number in the display and in the body, where the body tells it once."""
    if not alike(x, y) or family(x) == "U" or not names_one(x, y) or (x.figure.value or 0) < SMALL:
        return
    again = [c for c in story.claims if c is not x and alike(c, x) and c.figure.value == x.figure.value]
    if (
        again != [y]
        or x.negated != y.negated
        or is_elsewhere(story, y)
        or _BOTH_WAYS.search(story.sentence(y))
    ):
        return
    said = at_odds(story, x, y)
    if said is not None:
        reading, ours, theirs = said
        yield _finding(x, y, ours, theirs, reading)


def _are_two_units(story: Story, x: Claim, y: Claim) -> bool:
    """True for one number of two digits or more in two units of one dimension, told of one thing."""
    ours, theirs = x.figure.amount.unit, y.figure.amount.unit
    if family(x) != family(y) or ours == theirs or len(significant(x.figure.value)) < 2:
        return False
    if not any(ours in units and theirs in units for units in _dimensions()):
        return False
    if _have_own_conversions(story, x, y):
        return False
    if x.block in DISPLAY or (y.block in DISPLAY and _of_one_thing(x, y)):
        return True
    quoted = (x.voice == "direct_quote") != (y.voice == "direct_quote")
    shared = content_words(story.sentence(x)) & content_words(story.sentence(y))
    return story.paragraphs_apart(x, y) <= REACH and (quoted or bool(shared))


#: From a figure to itself in another unit: "18-mile (29-kilometer)", "29 miles, or 47 kilometres".
_CONVERTED = Regex(
    r"^\s?(?:\(|,\sor\s|\sor\s|/\s?|[–—]\s?|=\s?)(?:about\s|some\s|nearly\s|roughly\s|just\s(?:over"
    r"|under)\s)?$"
)


def _have_own_conversions(story: Story, x: Claim, y: Claim) -> bool:
    """True for two lengths that are each told in a second unit right beside, and with two numbers."""
    told = [_conversion(story, c) for c in (x, y)]
    values = {c.figure.value for c in told if c is not None}
    return None not in told and len(values) == 2


def _conversion(story: Story, claim: Claim) -> Claim | None:
    """The figure beside another in the same sentence that tells it in another unit of its dimension."""
    unit = claim.figure.amount.unit
    for other in story.in_sentence(claim.sentence):
        units = {unit, other.figure.amount.unit}
        if len(units) == 1 or not any(units <= dimension for dimension in _dimensions()):
            continue
        first, last = sorted((claim.figure.span, other.figure.span))
        if _CONVERTED.match(story.words(Span(first.end, max(first.end, last.start)))):
            return other
    return None


def _of_one_thing(x: Claim, y: Claim) -> bool:
    """True for "the 118-metre chimney" and "the 118-foot chimney"."""
    named = x.measure is not None and y.measure is not None and x.measure.found == y.measure.found == "here"
    return named and names_one(x, y) and x.measure.key == y.measure.key  # type: ignore[union-attr]


@cache
def _dimensions() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(units) for units in _WORDS["dimensions"])


def _finding(x: Claim, y: Claim, ours: str, theirs: str, reading: Reading) -> Finding:
    cue = Cue(x.document, x.figure.span, x.figure.text)
    relation = Relation("same", (Role("stated", x), Role("from", y)), cue, "contextual")
    return finding_of(
        relation,
        "mismatch",
        severity="error",
        reading=reading,
        arithmetic=f"{x.figure.text} = {y.figure.text}" if reading != "unit" else f"{ours} ≠ {theirs}",
        explanation=f"One number is told with “{ours}” and with “{theirs}”, which cannot both be meant.",
        suggestion="see which of the two the source has",
    )


__all__ = ["not_about", "of_two_things"]
