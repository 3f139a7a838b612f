"""What forbids to say of figures that they should make a sum: another time, another noun, a list that is left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import are_distinct, may_be_one
from extractor.reconcile.link.tally.apart import are_rivals, is_range
from extractor.reconcile.link.tally.listing import FACTOR, MOST, WORDS, Tally, own_noun, swapped
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.link.worded import nearly_completed
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_LIST = WORDS["list"]
_OPEN = any_of(_LIST["open"])
_OVERLAP = any_of(_LIST["overlap"])
_NO_PART = Regex(rf"^\s(?:{'|'.join(_LIST['no_part'])})", re.IGNORECASE)
#: A year that tells when: "390 places by 2028".
_YEAR = Regex(r"\b(?:in|by|since|until|before|after|from|of|to|for)\s(?:19|20)\d\d\b", re.IGNORECASE)
#: Characters, at most, from a bare number to a measured one behind it: "275 and 310 hectares".
LENDS = 20
_CLAUSE_END = Regex(r"[,;.()–—]")
#: What tells of an earlier time than the sentences before.
_THEN = any_of(table("windows")["times"]["then"])
#: Behind a part: what it is a part of, "of the dead".
_OF_THE = Regex(r"^\sof\sthe\s([a-z]{3,})", re.IGNORECASE)
#: "On Saturdays the total is 287,000" behind what weekdays bring.
_ON_DAY = Regex(
    r"\b(?:on|at|over|by)\s(?:the\s)?((?:mon|tues|wednes|thurs|fri|satur|sun|week)days|weekends|holidays)\b",
    re.IGNORECASE,
)


def is_of_another_time(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for "A year before it was 2,410 in all" behind the sentence of its parts."""
    told = story.lead(whole).split(";")[-1]
    if any(p.sentence == whole.sentence for p in parts):
        return False
    day = _ON_DAY.search(told)
    other_day = day is not None and not any(day[1].lower() in story.sentence(p).lower() for p in parts)
    return other_day or _THEN.search(told) is not None


def names_another(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for "Laboratories have confirmed 43." and "Eleven of the dead": a bare number of something else."""
    if not parts or (whole.measure is not None and whole.measure.found == "here"):
        return False
    named = _OF_THE.match(story.words(Span(parts[0].figure.span.end, parts[0].sentence.end)))
    return named is not None and named[1].lower() not in story.sentence(whole).lower()


def may_be_questioned(
    story: Story, tally: Tally, *, kinds: bool = False, among: Sequence[Span] | None = None
) -> bool:
    """True if nothing in the words forbids that the parts make the total; they may be kinds of it if told so.

    `among` are the places whose words count, where they are not all from the first figure to the last.
    """
    if not 2 <= len(tally.parts) <= MOST or tally.holds:
        return False
    if not (tally.near or swapped(tally)) and not nearly_completed(story, tally.relation(story), FACTOR):
        return False
    if any(not surely_less(p.figure.amount, tally.total.figure.amount) for p in tally.parts):
        return False
    if not _has_unit_near(tally.claims):
        return False
    if any(is_range(story, p) for p in tally.parts) or are_rivals(story, tally.claims):
        return False
    if any(is_no_part(story, c) for c in tally.claims) or (
        among is None and _has_other_numbers(story, tally)
    ):
        return False
    same = _no_noun_is_distinct(tally) and not _is_mixed(story, tally) if kinds else _one_noun(story, tally)
    places = _clauses(story, tally) if among is None else among
    return same and all(is_closed(story, span) for span in places)


def _has_unit_near(claims: Sequence[Claim]) -> bool:
    """False where a bare number stands alone before the first that has a unit: "the 155 reservoirs hold 158 gigalitres"."""
    first = min((c.figure.span.start for c in claims if family(c) == "U"), default=0)
    return all(c.figure.span.end + LENDS >= first for c in claims)


def is_no_part(story: Story, claim: Claim) -> bool:
    """True if the words behind a figure make it a price, a rate or one of others."""
    return _NO_PART.match(after(story, claim)) is not None


def is_closed(story: Story, span: Span) -> bool:
    """True if no word of some sentences says that a list is open, compared or counted twice."""
    return not _OPEN.search(story.words(span)) and not overlaps(story, span)


def overlaps(story: Story, span: Span, *others: Span) -> bool:
    """True if a word of the paragraph, or of other places, says that one thing may be counted twice."""
    block = story.block_number(span.start)
    spans = (story.zones[block].span if block >= 0 else span, *others)
    return any(_OVERLAP.search(story.words(s)) for s in spans)


def _has_other_numbers(story: Story, tally: Tally) -> bool:
    """True if digits stand between the figures that were read as no figure: "four for 31"."""
    text = story.document.text
    inside = sorted(
        (c.figure.span for c in story.claims if tally.span.contains(c.figure.span)), key=lambda s: s.start
    )
    gaps = (_YEAR.sub("", text[a.end : b.start]) for a, b in pairwise(inside))
    return any(any(ch.isdigit() for ch in gap) for gap in gaps)


def _one_noun(story: Story, tally: Tally) -> bool:
    """True unless a part names another thing than the total: people, and the sites they go to."""
    if family(tally.total) != "C" or tally.total.measure is None:
        return True
    key = tally.total.measure.key
    named = [noun for p in tally.parts if (noun := own_noun(story, p)) is not None]
    return all(may_be_one(noun, key) for noun in named)


def _no_noun_is_distinct(tally: Tally) -> bool:
    """True unless a part is known to be no kind of what the total counts: "120 apples ... 250 pieces of fruit"."""
    key = tally.total.measure.key if tally.total.measure is not None else ""
    return family(tally.total) != "C" or not any(
        p.measure is not None and are_distinct(p.measure.key, key) for p in tally.parts
    )


def _is_mixed(story: Story, tally: Tally) -> bool:
    """True if one part is of the total's own noun and another of a thing that may not be it: cases, and the courts they go to."""
    if family(tally.total) != "C" or tally.total.measure is None:
        return False
    key = tally.total.measure.key
    named = [noun for p in tally.parts if (noun := own_noun(story, p)) is not None]
    return key in named and not all(may_be_one(noun, key) for noun in named)


def _clauses(story: Story, tally: Tally) -> tuple[Span, ...]:
    """From the start of the first sentence to the end of the clause of the last figure.

    Where the whole stands in a paragraph before its parts, what lies between them is left out.
    """
    span, last = tally.sentences, tally.span.end
    end = last + len(_CLAUSE_END.split(story.words(Span(last, span.end)))[0])
    first = min(p.sentence.start for p in tally.parts)
    apart = all(story.paragraphs_apart(tally.total, p) for p in tally.parts)
    if apart and tally.total.sentence.end <= first:
        return tally.total.sentence, Span(first, end)
    return (Span(span.start, end),)
