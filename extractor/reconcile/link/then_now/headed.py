"""Headlines that tell which way a thing went and no more, "Clearance rate climbs", beside two levels side by side in the body.

Every pair of levels that the headline's noun names has to go the other way, and no sentence of the body that names it may
tell of a movement the headline's way: then it is of something else than those levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Block, Comparison, Cue, Direction, Relation, Role, Span, stable_id
from extractor.reconcile.link.cues.moves import MOVE, direction_of, untold
from extractor.reconcile.link.cues.stretch import are_over_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.order.compare import PLACES
from extractor.reconcile.link.then_now.announced import DENIED, PART, is_named
from extractor.reconcile.link.then_now.groups import beside
from extractor.reconcile.link.then_now.levels import VAGUE
from extractor.reconcile.link.then_now.naming import are_wider
from extractor.reconcile.link.then_now.sides import Sides, sides
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("then_now")["direction"]
#: "Auction clearance rate climbs as", "Exam entries in German: up again".
_VERB = Regex(
    rf"^(?P<subject>(?:[\w’'-]+\s){{1,7}}?[\w’'-]+)(?:\s|:\s)(?:(?:is|are|has|have|still|again|now|also)\s)*(?P<move>{MOVE})"
    r"(?P<rest>(?:\s(?:in|at|on|as|after|for|amid|despite|across|under|again|while|this|last|year|sharply|further|slightly|but)\b.*|\s?[,;:–—-].*|$))",
    re.IGNORECASE,
)
#: "Sharp rise in burglaries".
_NOUN = Regex(
    rf"^(?:(?:an?|another|sharp|steep|big|slight|small|record|further|welcome|worrying|new)\s){{0,2}}(?P<move>{MOVE})\sin\s"
    r"(?P<subject>(?:[\w’'-]+\s){0,4}?[\w’'-]+)(?P<rest>\s(?:in|at|on|as|after|for|amid|despite|across|brings?|worries|alarms|pleases|prompts?|puts)\b.*|\s?[,;:–—-].*|$)",
    re.IGNORECASE,
)
_OTHER = any_of(_WORDS["other"])
_SENTENCE = Regex(r"(?<=[.!?])[”\"’]?\s")
_MOVES = Regex(MOVE, re.IGNORECASE)
#: What tells a size of its own, so that the levels need not be those that moved.
_SIZES = "CMURPXT"
#: Paragraphs from the top in which the levels stand.
TOP = 6


def headed(story: Story) -> Iterator[Relation]:
    """One relation for each headline that tells only a way, where all levels that it names went the other one."""
    for zone in story.zones:
        found = _read(story, zone) if zone.kind == "headline" else None
        if found is None:
            continue
        way = direction_of(found["move"])
        pairs = [p for p in sides(story) if _is_of(story, found, p)]
        ways = {_points(p) for p in pairs}
        if way is None or len(ways) != 1 or ways & {way, None} or not _is_top(story, pairs[0]):
            continue
        if _fits(story, found, pairs[0]) and not _is_told(story, found["subject"], way):
            yield _relation(story, zone, found, pairs[0], way)


def _read(story: Story, zone: Block) -> re.Match[str] | None:
    """The subject and the movement of a headline without any size."""
    words = story.words(zone.span)
    inside = story.starting(zone.span.start, zone.span.end)
    if any(family(c) in _SIZES for c in inside) or DENIED.search(words) or _OTHER.search(words):
        return None
    found = _VERB.match(words) or _NOUN.match(words)
    return None if found is None or untold(found["move"]) else found


def _is_of(story: Story, found: re.Match[str], pair: Sides) -> bool:
    """True if the headline's subject names what two levels are of: by their noun, or as "a clearance rate of 64 per cent"."""
    if is_named(story, found["subject"], content_words(found[0]), pair):
        return True
    own, last = content_words(found["subject"]), content_words(found["subject"].split()[-1])
    told = content_words(beside(story, pair.new)) | content_words(beside(story, pair.old))
    return bool(last) and last <= told and ((own == last and not own <= VAGUE) or bool((own & told) - last))


def _is_top(story: Story, pair: Sides) -> bool:
    first = next((n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY), 0)
    return story.block_number(pair.new.sentence.start) - first < TOP


def _fits(story: Story, found: re.Match[str], pair: Sides) -> bool:
    """False for a part of the place, another stretch of time, and places in a table."""
    rest, levels = found["rest"], story.words(pair.extent)
    apart = PART.match(rest) or are_wider(rest, levels) or PLACES.search(levels)
    return not apart and are_over_one(found[0], levels)


def _is_told(story: Story, subject: str, way: Direction) -> bool:
    """True if a sentence of the body that names the subject tells of a movement that way."""
    named = content_words(subject)
    body = " ".join(story.words(z.span) + " " for z in story.zones if z.kind not in DISPLAY)
    for sentence in _SENTENCE.split(body):
        if content_words(sentence) & named and any(
            direction_of(m[0]) == way for m in _MOVES.finditer(sentence)
        ):
            return True
    return False


def _points(pair: Sides) -> Direction | None:
    if surely_less(pair.old.figure.amount, pair.new.figure.amount):
        return "rose"
    return "fell" if surely_less(pair.new.figure.amount, pair.old.figure.amount) else None


def _relation(story: Story, zone: Block, found: re.Match[str], pair: Sides, way: Direction) -> Relation:
    move = Span(zone.span.start + found.start("move"), zone.span.start + found.end("move"))
    comparison = Comparison(
        stable_id("k", story.document.id, move.start, move.end),
        story.document.id,
        move,
        story.words(move),
        zone.span,
        "higher" if way == "rose" else "lower",
        block="headline",
    )
    roles = (Role("stated", comparison), Role("subject", pair.new), Role("reference", pair.old))
    return Relation("compare", roles, Cue(story.document.id, zone.span, story.words(zone.span)), "contextual")


__all__ = ["headed"]
