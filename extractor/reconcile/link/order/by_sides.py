"""Orders with a figure on each side: "more in Marl (27) than in Selby (34)", "with 27, Marl was behind Selby's 34".

The words of the order are read as if the figures were not there, so that those in brackets and between commas are
on the side of what they stand beside. Two figures right behind an order are in its order: "more than Selby: 27
against 34".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.order.ordering import Statement, in_sentence, is_quoted, relation_of_order
from extractor.reconcile.link.window.scope import one_thing
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

#: A blanked figure in brackets or between commas, with a noun and what leads it in.
_BRACKETS = Regex(r"\([\s0]*0+[^()0]{0,20}\)")
_ASIDE = Regex(r",\s(?:(?:with|at|on)\s)(?:about\s|just\s|only\s)?0+(?:\s[a-z]{2,12}){0,2}(?=[,.;]|$)")
_OPENING = Regex(r"^(?:With|At|On)\s(?:about\s|just\s|only\s)?0+(?:\s[a-z]{2,12}){0,2}(?=,)")
_EVERY = Regex(r"\b(?:for\s(?:every|each)|per|in\severy)\s0+(?:\s[a-z]+){0,2}")
#: Between a figure and a comparing word where it is the size of the difference: "£550, or nearly half, more than",
#: "N41.2bn OR 22 PER CENT higher than", "£550 (12%) more than".
_SIZE = Regex(
    r"^(?:(?:,?\s(?:or|and|that\sis)\s[^,.;:()]{1,40},?)|\s\([^()]{1,40}\)|\s[–—-]\s[^,.;:()–—]{1,40}\s[–—-])?\s*$"
)
#: Right behind an order, and between the two figures that stand there.
_BEHIND = Regex(r"^\s?[:–—(,]\s?(?:(?:at|with|by)\s)?$")
_TO = Regex(
    r"^(?:\s[a-z-]+){0,3}?,?\s(?:against|to|versus|compared\s(?:with|to))\s(?:(?:the|its|their|[A-Z][\w-]+[’']s?)\s){0,2}$"
)
#: "More than last year, when it had 34": where the other side's figure follows.
_WHEN = Regex(
    r"^,\s(?:which\s|who\s|(?:when|where)\s(?:it|they|he|she|we|there|that|the\s(?:figure|number|total|count|rate|tally|share))\s)"
    r"[^,;:.]{0,30}$"
)
#: A figure that another one is told for: "27 for every 100,000".
_FOR_EVERY = Regex(
    r"\b(?:for\s(?:every|each)|per|in\severy|out\sof(?:\severy)?|of)\s(?:the\s)?$", re.IGNORECASE
)
#: "The 34 of its rival" counts no rivals.
_OF = Regex(r"\s(?:of|in|at|for|among)\s(?!them\b|these\b|those\b|(?:(?:the|its|their|his|her|our)\s)?\d)")
#: Where such a figure is no level of the side: a size, a part, a limit.
_NO_LEVEL = Regex(
    r"\b(?:by|of\s(?:those|them|these|which)|another|extra|further|up\sto|aged|under|over|least|most|than|top|bottom|richest|poorest"
    r"|wealthiest|highest-paid|lowest-paid|upper|lower|first|last|other)\s$",
    re.IGNORECASE,
)


def orders_by_side(story: Story, told: Sequence[Relation] = ()) -> Iterator[Relation]:
    """One relation for each order that has one figure on either side, but for those told already."""
    known = {frozenset(c.id for c in r.claims()) for r in told}
    for sentence in story.sentences:
        inside = [c for c in story.in_sentence(sentence) if c.figure.value is not None]
        if len(inside) < 2:
            continue
        blank = _blanked(story, sentence, inside)
        for statement in in_sentence(blank, sentence.start):
            pair = _sides(story, statement, inside) or _behind(story, statement, inside)
            if pair is None or frozenset(c.id for c in pair) in known or not _may_be(story, statement, *pair):
                continue
            known.add(frozenset(c.id for c in pair))
            yield relation_of_order(story, statement, *pair)


def _blanked(story: Story, sentence: Span, inside: Sequence[Claim]) -> str:
    """A sentence with its figures as zeros, and as blanks where they stand in brackets or between commas."""
    text = list(story.words(sentence))
    for claim in inside:
        start, end = claim.figure.span.start - sentence.start, claim.figure.span.end - sentence.start
        text[start:end] = "0" * (end - start)
    told = "".join(text)
    for pattern in (_EVERY, _BRACKETS, _OPENING, _ASIDE):
        told = pattern.sub(lambda m: " " * len(m[0]), told)
    return told


def _sides(story: Story, statement: Statement, inside: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The one figure on the side of the subject and the one on the other, of one unit."""
    here = [c for c in inside if statement.span.contains(c.figure.span) and _is_level(story, statement, c)]
    subject = [c for c in here if c.figure.span.start < statement.turn]
    other = [c for c in here if c.figure.span.start >= statement.turn] or _follows(story, statement, inside)
    if len(subject) != 1 or len(other) != 1 or not _alike(subject[0], other[0]):
        return None
    end = subject[0].figure.span.end
    leads = end <= statement.word.start and statement.by_word
    if leads and _SIZE.match(story.document.text[end : statement.word.start]):
        return None
    return _as_count(subject[0], other[0]), _as_count(other[0], subject[0])


def _as_count(claim: Claim, beside: Claim) -> Claim:
    """A number in brackets that was read as an age as the count that it is beside another one."""
    if family(claim) != "A" or family(beside) != "C":
        return claim
    amount = replace(claim.figure.amount, unit="")
    return replace(claim, figure=replace(claim.figure, kind="count", amount=amount))


def _alike(one: Claim, two: Claim) -> bool:
    """True for one unit; a number in brackets behind a name is read as an age and may be a count."""
    return alike(one, two) or {family(one), family(two)} == {"A", "C"}


def _follows(story: Story, statement: Statement, inside: Sequence[Claim]) -> list[Claim]:
    """The figure of "last year, when it had 34"."""
    later = [c for c in inside if c.figure.span.start >= statement.span.end]
    if not later or statement.turn >= statement.span.end:
        return []
    lead = story.document.text[statement.span.end : later[0].figure.span.start]
    return later[:1] if _WHEN.match(lead) and _is_level(story, statement, later[0]) else []


def _behind(story: Story, statement: Statement, inside: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The two figures right behind an order, in its order."""
    later = [c for c in inside if c.figure.span.start >= statement.span.end]
    if len(later) < 2 or not statement.by_word or statement.turn >= statement.span.end:
        return None
    one, two = later[:2]
    text = story.document.text
    leads = _BEHIND.match(text[statement.span.end : one.figure.span.start])
    if leads is None or _TO.match(text[one.figure.span.end : two.figure.span.start]) is None:
        return None
    levels = all(_is_level(story, statement, c) for c in (one, two))
    return (one, two) if levels and alike(one, two) else None


def _is_level(story: Story, statement: Statement, claim: Claim) -> bool:
    any_kind = statement.by_word and statement.known and statement.families != "PR"
    kinds = (
        "CPMUDRA"
        if any_kind
        else f"{statement.families}A"
        if "C" in statement.families
        else statement.families
    )
    if family(claim) not in kinds or (statement.units and claim.figure.amount.unit not in statement.units):
        return False
    plain = claim.stance == "asserted" and not claim.negated and claim.block not in DISPLAY
    led = story.document.text[
        max(claim.sentence.start, claim.figure.span.start - 24) : claim.figure.span.start
    ]
    apart = _FOR_EVERY.search(led) is not None or _NO_LEVEL.search(led) is not None
    return plain and not is_change(claim) and claim.figure.hedge is None and not apart


def _may_be(story: Story, statement: Statement, subject: Claim, other: Claim) -> bool:
    text = story.document.text
    of = _OF.match(text, other.figure.span.end) is not None
    if subject.figure.amount == other.figure.amount or not (of or one_thing(subject, other)):
        return False
    number = story.block_number(statement.span.start)
    start = story.zones[number].span.start if number >= 0 else 0
    if is_quoted(text[start : statement.word.start]):
        return False
    words = story.sentence(subject)
    return not statement.counts or any(
        re.search(rf"\b(?:{c})\b", words, re.IGNORECASE) for c in statement.counts
    )


__all__ = ["orders_by_side"]
