"""Bullets with their whole told before: "It will spend £18m, divided as follows: / - £7m for paths / - £11m for lifts"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractor.amount import surely_less
from extractor.model import Block, Claim, Relation, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.tally.gather import level
from extractor.reconcile.link.tally.listing import MOST, WORDS, Tally, is_level, of_one_unit, own_noun
from extractor.reconcile.link.tally.questioned import is_no_part, may_be_questioned
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_ITEMS = WORDS["items"]
_COMPLETE = any_of(_ITEMS["complete"])
_OPEN = any_of(_ITEMS["open"])
#: From a number to the colon before the bullets: what they name.
_NAMES = Regex(r"^\s(?:[\w’'-]+\s?){1,4}:$")
_SENTENCE = Regex(r"(?<=[.?!])[”\"’']?\s+(?=[“\"‘'A-Z])")
#: Paragraphs before the words that lead to the list in which its whole may stand.
BACK = 2


def items(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each list of bullets with the figure before it that it divides."""
    for first, listed in _lists(story):
        lead = _lead(story, first)
        parts = _parts(story, listed) if lead is not None else ()
        whole = _whole(story, first, lead, parts) if lead is not None and parts else None
        if lead is None or whole is None or summed & {c.id for c in (whole, *parts)}:
            continue
        tally = Tally(whole, parts)
        complete = _COMPLETE.search(story.words(lead)) is not None or _counts(story, lead, len(parts))
        told = (whole.sentence, lead, *(zone.span for zone in listed))
        closed = complete and may_be_questioned(story, tally, among=told)
        if tally.holds or closed:
            yield replace(tally.relation(story), strength="stated" if complete else "contextual")


def _lists(story: Story) -> Iterator[tuple[int, Sequence[Block]]]:
    """The runs of bullets, each with the number of its first zone."""
    for kind, zones in groupby(enumerate(story.zones), key=lambda z: z[1].kind):
        if kind == "list_item":
            run = list(zones)
            yield run[0][0], [zone for _, zone in run]


def _lead(story: Story, first: int) -> Span | None:
    """The sentence with a colon that leads to a list."""
    if not first or story.zones[first - 1].kind in DISPLAY:
        return None
    zone = story.zones[first - 1].span
    words = story.words(zone).rstrip()
    if not words.endswith(":"):
        return None
    start = max((m.end() for m in _SENTENCE.finditer(words)), default=0)
    lead = Span(zone.start + start, zone.end)
    return None if _OPEN.search(story.words(lead)) else lead


def _counts(story: Story, lead: Span, bullets: int) -> bool:
    """True if the words that lead to a list say how many things it names: "the money came from three funds:"."""
    told = [c for c in story.in_sentence(lead) if family(c) == "C" and _NAMES.match(after(story, c))]
    return bool(told) and told[-1].figure.value == bullets


def _parts(story: Story, listed: Sequence[Block]) -> tuple[Claim, ...]:
    """The one figure of each bullet that is in the unit of the first bullet's first; nothing if one has none or two."""
    inside = [
        [
            c
            for c in story.starting(b.span.start, b.span.end)
            if is_level(c) and b.span.contains(c.figure.span)
        ]
        for b in listed
    ]
    if not 2 <= len(inside) <= MOST or not inside[0]:
        return ()
    alike = [[c for c in group if of_one_unit(c, inside[0][0])] for group in inside]
    return tuple(group[0] for group in alike) if all(len(group) == 1 for group in alike) else ()


def _whole(story: Story, first: int, lead: Span, parts: Sequence[Claim]) -> Claim | None:
    """The last larger figure of the unit in the sentence that leads to the list, or the only one not far before it."""
    start = story.zones[max(0, first - 1 - BACK)].span.start
    told = (level(story, c) for c in story.starting(start, lead.end) if c.block not in DISPLAY)
    near = [c for c in told if is_level(c)]
    near = [c for c in near if of_one_unit(c, parts[0]) and not is_no_part(story, c)]
    own = [c for c in near if lead.contains(c.figure.span)]
    named = own or [c for c in near if _is_named(story, c, parts)]
    if len({c.figure.amount for c in named}) != 1:
        return None
    whole = named[-1]
    return whole if all(surely_less(p.figure.amount, whole.figure.amount) for p in parts) else None


def _is_named(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for money and measures, and for a count of what some bullet names."""
    if family(whole) != "C":
        return True
    nouns = [noun for p in parts if (noun := own_noun(story, p)) is not None]
    key = whole.measure.key if whole.measure is not None else ""
    return bool(nouns) and all(may_be_one(noun, key) for noun in nouns)


__all__ = ["items"]
