"""Movements that speak of two levels set side by side right before them, or of those that a headline announces.

"The line carried 468,000, where it had managed 390,000 in the same months of last year. Growth of 28 per cent in twelve
months is beyond our plan": the noun of a movement with nothing beside it that would say of what else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.amount import difference, meet
from extractor.lexicon import table
from extractor.literals import search
from extractor.model import Claim, Cue, Direction, Relation, Role
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.moves import MOVE, direction_of
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.then_now.announced import (
    ADJUSTED,
    DENIED,
    ENDS,
    TURNS,
    YEAR,
    announced,
    is_same_time,
    way_of_verb,
)
from extractor.reconcile.link.then_now.sides import FAMILIES, Sides, sides
from extractor.reconcile.link.window.levels import UNTOLD
from extractor.reconcile.link.window.near import is_near, is_near_multiple
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import one_of

_WORDS = table("then_now")["sides"]
_TIME = rf"(?:{'|'.join(_WORDS['spans'])})"
#: Behind the noun of a movement: nothing, a time, or its verb.
_CLOSED = Regex(
    rf"^(?:,?\s(?:over|in|within|on|since|from|during)\s(?P<time>{_TIME})(?:\s(?:alone|flat))?)?"
    rf"(?:\s?[.,;:)”\"—–]|\s(?:{one_of(_WORDS['verbs'])}|[“\"‘]|on\s(?:the|a)\s(?:year|month|week)|\w+(?:ed|es)\b)|$)",
    re.IGNORECASE,
)
_ART = r"(?:(?:an?|the|that|this|such\san?|its|their)\s)"
#: What a movement's sentence says of it where it is no subject: "called the doubling", "put the 28 per cent jump down to".
_CALLED = rf"\b(?:{one_of(_WORDS['called'])})\s"
_OPENS = r"^[“\"‘]?\s?(?:(?:But|And|So|Yet)\s)?"
_ADJ = rf"(?:{one_of(_WORDS['adjectives'])}\s)?"
#: "Growth of", "a rise of", "the increase, of": what stands right before the figure.
_NOUN_OF = Regex(
    rf"(?:{_OPENS}{_ART}?|{_CALLED}{_ART})(?P<between>{_ADJ})(?P<noun>{MOVE}|improvement|growth),?\sof\s(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
#: "The 12 per cent gain", "that 28% rise".
_THE = Regex(rf"(?:{_OPENS}|{_CALLED}){_ART}$|\b(?:the|that|this)\s$", re.IGNORECASE)
_LEADS = Regex(rf"(?:{_OPENS}|{_CALLED}){_ART}{_ADJ}$|\b(?:the|that|this)\s$", re.IGNORECASE)
_GAIN = Regex(rf"^[\s-](?P<noun>{MOVE}|improvement|growth)\b", re.IGNORECASE)
_GERUND = Regex(r"(?:doubl|tripl|trebl|quadrupl|quintupl|halv)ing$", re.IGNORECASE)
_IN = Regex(
    r"^\s(?:in|of|for)\s(?:the\s|its\s|their\s)?(?:number\sof\s)?((?:[a-z][\w’'-]+\s?){1,3})", re.IGNORECASE
)
_VAGUE_TIME = Regex(r"\b(?:short|brief|few|then|period|interval|that)\b", re.IGNORECASE)
_ONE_YEAR = Regex(
    r"^(?:an?|one|the|a\ssingle)\s(?:last\s|past\s)?year$|\b(?:12|twelve)\smonths$", re.IGNORECASE
)
_YEARS_AGO = Regex(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:years|decades)\s(?:ago|earlier|before)\b",
    re.I,
)
_YEAR_AGO = Regex(r"\b(?:previous|last|preceding)\syear\b|\byear\s(?:ago|before|earlier)\b", re.IGNORECASE)
_SPAN = Regex(
    r"\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d+)\s(?:years?|months?|weeks?|decades?|seasons?)",
    re.I,
)
#: How the sentence of two levels begins that gives them for what has just moved.
_POINTS = Regex(
    r"^[“\"‘]?(?:(?:In|At|On|By|During)\s(?:(?-i:[a-z\d][\w’'-]*),?\s){1,4}?)?(?:there|it|they|the\s(?:number|figure|total|count|rate|price|bill))\s(?:[\w’'-]+\s){0,4}\W?$",
    re.IGNORECASE,
)
_CLAUSE = Regex(r"[,;:()“”\"–—]")
_PLANNED = Regex(
    r"\b(?:is|was|are|were|be|been|being)\s(?:\w+\s)?(?:planned|forecast|expected|foreseen|predicted|budgeted|targeted|promised|proposed|normal|usual|typical|common|enough|needed|required|likely|possible|due"
    r"|(?:the|its|their|an?|our)\s(?:goal|aim|target|plan|hope|forecast|promise))\b"
    r"|\b(?:planned|forecast|expected|hoped|next|targeted|promised|proposed)\s(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)


def told_back(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each movement that nothing explains so far and that two levels side by side are told for."""
    explained = {c.id for r in found for c in r.claims() if r.kind != "same" and r.strength != "numeric"}
    pairs = list(sides(story))
    for change in story.claims if pairs else ():
        if change.id in explained or family(change) not in "PX" or change.stance in ("denied", "target"):
            continue
        told = _told(story, change, pairs)
        if told is not None:
            relation = _relation(story, change, *told)
            near = is_near_multiple(relation) if relation.kind == "multiple" else is_near(relation)
            if near or _are_points(change, told[0]):
                yield relation


def _told(story: Story, change: Claim, pairs: Sequence[Sides]) -> tuple[Sides, Direction] | None:
    """The pair that a movement speaks of, and which way it points."""
    if change.block in DISPLAY:
        return announced(story, change, pairs)
    return _behind(story, change, pairs) or _ahead(story, change, pairs)


def _ahead(story: Story, change: Claim, pairs: Sequence[Sides]) -> tuple[Sides, Direction] | None:
    """The pair of the next sentence, where that goes on about what moved: "has quadrupled. There were 150 then"."""
    near = [p for p in pairs if _follows(story, p, change)]
    way = way_of_verb(story, change) if near else None
    if way is None or len({p.both for p in near}) != 1 or not fits_kind(change, near[0].new):
        return None
    alone = all(c is change or family(c) not in FAMILIES for c in story.in_sentence(change.sentence))
    plain = alone and _is_plain(story, change) and ENDS.match(after(story, change)) is not None
    return (near[0], way) if plain and is_same_time(story, change, near[0]) else None


def _follows(story: Story, pair: Sides, change: Claim) -> bool:
    """True if a pair stands in the sentence right behind that of a movement, and opens by pointing back."""
    first = min(pair.both, key=lambda c: c.figure.span)
    gap = story.document.text[change.sentence.end : first.sentence.start]
    if first.sentence.start < change.sentence.end or gap.strip() or "\n" in gap:
        return False
    return _POINTS.match(story.lead(first)) is not None


def _behind(story: Story, change: Claim, pairs: Sequence[Sides]) -> tuple[Sides, Direction] | None:
    """The pair that ends right before the sentence of a movement which goes on about it."""
    near = [p for p in pairs if _is_next(story, p, change)]
    way = _way(story, change) if near else None
    if way is None or len({p.both for p in near}) != 1 or not fits_kind(change, near[0].new):
        return None
    if not _is_alone(story, change, near[0]) or not _is_plain(story, change):
        return None
    return (near[0], way) if _is_of_it(story, change, near[0]) else None


def _is_next(story: Story, pair: Sides, change: Claim) -> bool:
    """True if no other figures of the levels' kind stand between them and the sentence of the movement."""
    start, end = pair.last.figure.span.end, change.sentence.start
    if end < pair.last.sentence.end or story.paragraphs_apart(pair.last, change) > 1:
        return False
    between = [c for c in story.starting(start, end - 1) if family(c) in "CMURPT"]
    return not between and not story.document.text[pair.last.sentence.end : end].strip()


def _is_alone(story: Story, change: Claim, pair: Sides) -> bool:
    """True if the sentence of a movement has no level of its own before it or right behind it.

    "The rise of 12 per cent is the largest in the five areas": a number of things is no level beside two shares.
    """
    others = [c for c in story.in_sentence(change.sentence) if c is not change and family(c) in FAMILIES]
    if family(pair.new) == "P":
        others = [c for c in others if family(c) != "C" or c.measure is None or c.measure.found != "here"]
    return all(family(c) == "D" or c.figure.span.start - change.figure.span.end > 60 for c in others)


def _is_plain(story: Story, change: Claim) -> bool:
    led, told = before(story, change, 60), _CLAUSE.split(after(story, change, 80))[0]
    sentence = story.sentence(change)
    if _PLANNED.search(led) or _PLANNED.search(told):
        return False
    told = told[:14]
    return not (DENIED.search(led) or UNTOLD.search(f"{led} {told}") or search(ADJUSTED, sentence))


def _way(story: Story, change: Claim) -> Direction | None:
    """Which way the noun of a movement points that has a figure for its size, or is one."""
    told = after(story, change, 40)
    if family(change) == "X":
        is_noun = (
            _GERUND.search(change.figure.text) is not None and _LEADS.search(story.lead(change)) is not None
        )
        return next((w for w, p in TURNS if p.search(change.figure.text)), None) if is_noun else None
    led = story.lead(change)
    noun = _NOUN_OF.search(led)
    if noun is not None:
        return direction_of(noun["noun"]) or ("rose" if noun["noun"].lower() in _WORDS["good"] else None)
    gain = _GAIN.match(told)
    if gain is None or not _THE.search(led):
        return None
    return direction_of(gain["noun"]) or ("rose" if gain["noun"].lower() in _WORDS["good"] else None)


def _is_of_it(story: Story, change: Claim, pair: Sides) -> bool:
    """True if nothing beside the movement says what else it is of."""
    told = after(story, change, 80)
    gain = _GAIN.match(told) if family(change) == "P" else None
    told = told if gain is None else told[gain.end() :]
    closed = _CLOSED.match(told)
    if closed is not None:
        return _is_over(closed["time"], story.words(pair.extent))
    of = _IN.match(told)
    known = content_words(story.words(pair.extent))
    return of is not None and bool(content_words(of[1])) and content_words(of[1]) <= known


def _is_over(time: str | None, levels: str) -> bool:
    """False for "growth of 35 per cent over two years" beside two levels that are not told to be two years apart."""
    if time is None or _VAGUE_TIME.search(time):
        return True
    if re.search(YEAR, time):
        return time in levels
    if _ONE_YEAR.search(time):
        return re.search(YEAR, levels) is None and _YEARS_AGO.search(levels) is None
    number = _SPAN.search(time)
    years = re.search(YEAR, levels) is not None and _YEAR_AGO.search(levels) is None
    return number is not None and (number[0].lower() in levels.lower() or years)


def _are_points(change: Claim, pair: Sides) -> bool:
    """True for "six per cent" from 40 to 46 per cent: the mix-up accounts for it, however far the two are apart."""
    if family(change) != "P" or "P" not in {family(c) for c in pair.both}:
        return False
    gap = difference(*sorted((c.figure.amount for c in pair.both), key=lambda a: a.low or 0, reverse=True))
    return meet(replace(gap, unit=change.figure.amount.unit), change.figure.amount)


def _relation(story: Story, change: Claim, pair: Sides, way: Direction) -> Relation:
    cue = Cue(story.document.id, change.sentence, story.sentence(change))
    levels = (Role("from", pair.old), Role("to", pair.new))
    if family(change) == "X":
        return Relation("multiple", (Role("multiple", change), *levels[::-1]), cue, "contextual")
    return Relation("change", (Role("change", change), *levels), cue, "contextual", way)


__all__ = ["told_back"]
