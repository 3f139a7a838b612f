"""Changes: an old level, a new one, and the movement that the print gives between them.

A change stands in per cent, in points, in the unit of the levels ("up 300 to 4,245") or as a
multiple ("doubled from 12 to 24").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from extractor.amount import difference, scale, surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Direction, Relation, Role, Span, Strength
from extractor.reconcile.link.cues.change_phrases import BOTH, FULL
from extractor.reconcile.link.cues.moves import direction_of, is_change
from extractor.reconcile.link.cues.phrases import Marked, Match, first_of_each, matches
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

#: A gap so many times as large as the change told is one between other levels.
OTHER_SIZE = Fraction(10)
_DENIED = Regex(r"\b(?:instead\sof|rather\sthan|far\sfrom|without)\s$", re.IGNORECASE)
#: Numbers that are lower where more is meant.
_COUNTS_BACK = any_of(table("windows")["turned"]["reversed"])


#: Between a change and the level that it reached.
#: "EIGHTEEN PER CENT OF 45 is about 8": a share, reckoned.
_AS = Regex(
    r",\s(?:as|while|because|although|though|whereas)\s(?!(?:an?|it|they|the\s(?:total|figure|number|rate|price|cost))\b)"
    r"(?:[\w’'-]+\s){2,6}$",
    re.IGNORECASE,
)
_MADE_UP = Regex(
    r"\bma(?:k(?:es?|ing)|de)\sup\s(?:about\s|some\s|just\s|over\s|nearly\s|almost\s|only\s)?$", re.IGNORECASE
)
_SHARE_OF = Regex(
    r"(?:%|\bper\scent|\bpercent|\bhalf|\bthird|\bquarter|\bfifth|\btenth)\sof\s(?:the\s)?$", re.IGNORECASE
)
_REACHED = Regex(r"^(?:\sto|,\sto)\s(?:a\s|about\s|some\s|just\s|around\s|nearly\s)?$", re.IGNORECASE)


def changes(story: Story, marked: Marked) -> Iterator[Relation]:
    """All movements that the story states with both levels."""
    full = [
        m
        for m in map(_with_unit, first_of_each(matches(marked, FULL), "change"))
        if _possible(m)
        and not _is_denied(story, m)
        and not story.paragraphs_apart(m.roles["from"], m.roles["to"])
        and not _is_of_other_clause(story, m)
        and not _is_of_another_time(m)
        and not _is_above_another(story, m)
    ]
    yield from (_change(story, m, m.roles["from"], m.roles["to"], "stated") for m in full)
    taken = {m.roles["change"].id for m in full}
    for match in matches(marked, BOTH):
        relation = _between_two(story, match)
        if relation is not None and relation.roles[0].value.id not in taken:
            taken.add(relation.roles[0].value.id)
            yield relation


def _is_of_another_time(match: Match) -> bool:
    """True for "down by 48 to 710. A year ago there were 630": the level of another sentence lies on the other side."""
    change, old, new = (match.roles[r] for r in ("change", "from", "to"))
    if old.sentence == change.sentence or family(change) not in "CMUR":
        return False
    told_less, told_more = (old, new) if way(match) == "rose" else (new, old)
    if not surely_less(told_more.figure.amount, told_less.figure.amount):
        return False
    gap = difference(told_less.figure.amount, told_more.figure.amount)
    return surely_less(scale(change.figure.amount, OTHER_SIZE), gap)


#: "From 6.20 to 7.05, which is 4.1 per cent ABOVE YESTERDAY'S CLOSE": measured from what neither level is.
_ABOVE = Regex(r"^\s(?:above|below|ahead\sof|behind|short\sof|shy\sof|over|under)\s", re.IGNORECASE)


def _is_above_another(story: Story, match: Match) -> bool:
    """True for a size behind both levels that is told of a third thing."""
    change = match.roles["change"]
    last = all(match.roles[n].figure.span < change.figure.span for n in ("from", "to"))
    return (
        last and _ABOVE.match(story.document.text[change.figure.span.end : change.sentence.end]) is not None
    )


def _is_of_other_clause(story: Story, match: Match) -> bool:
    """True for "to $24m from $29m, AS EXPORTS GREW 6 per cent": the movement has a subject of its own."""
    change, last = match.roles["change"], max(match.roles[n].figure.span for n in ("from", "to"))
    words = story.document.text[last.end : change.figure.span.start]
    return _AS.search(words) is not None


def _between_two(story: Story, match: Match) -> Relation | None:
    """The change between two levels, the old one being that which the movement starts from."""
    change = match.roles.get("change") or match.roles["change2"]
    one, two = match.roles["one"], match.roles["two"]
    direction = _way_told(story, match)
    if match.words.get("move") in ("likelier", "ahead", "clear"):
        direction = "rose"
    if not same_unit(one, two) or not fits_kind(change, one) or direction is None:
        return None
    loose = match.phrase.strength == "contextual"
    if any(_SHARE_OF.search(story.lead(c)) for c in (one, two)):
        return None
    if _MADE_UP.search(story.lead(change)):
        return None
    if is_change(one) or is_change(two) or (loose and _others_between(story, match)):
        return None
    if _reaches_another(story, change, one, two):
        return None
    low, high = (one, two) if surely_less(one.figure.amount, two.figure.amount) else (two, one)
    if not surely_less(low.figure.amount, high.figure.amount) or _is_more(change, high):
        return None
    old, new = (low, high) if direction == "rose" else (high, low)
    roles = (Role("change", change), Role("from", old), Role("to", new))
    cue = Cue(story.document.id, match.span, story.words(match.span))
    return Relation("change", roles, cue, match.phrase.strength, direction)


def _is_more(change: Claim, level: Claim) -> bool:
    """True for "came out $2.6m ahead, so the rest lost $21.7m" behind 19.1: nothing moves by more than the higher level."""
    return family(change) in "CMU" and surely_less(level.figure.amount, change.figure.amount)


def _reaches_another(story: Story, change: Claim, one: Claim, two: Claim) -> bool:
    """True for "It grew by 21 per cent to $1.19 billion" behind the prices of two baskets."""
    end = change.figure.span.end
    behind = [c for c in story.in_sentence(change.sentence) if c.figure.span.start >= end]
    return any(
        c not in (one, two)
        and family(c) in "CMUR"
        and _REACHED.match(story.words(Span(end, c.figure.span.start)))
        for c in behind
    )


def _others_between(story: Story, match: Match) -> bool:
    """True if the sentence has a third level of the same unit, which may be the one meant."""
    one = match.roles["one"]
    sentences = {c.sentence for c in match.claims()}
    inside = [c for s in sentences for c in story.in_sentence(s)]
    own = {c.id for c in match.claims()}
    return any(c.id not in own and same_unit(c, one) for c in inside)


def _with_unit(match: Match) -> Match:
    """The match with the unit of the new level for the old one that leaves it out: "41.2 million litres ... from 44.8 million"."""
    new, old = match.roles["to"], match.roles["from"]
    named = old.measure is not None and old.measure.found == "here" and old.measure.key not in new.figure.text
    if family(new) not in "UR" or family(old) != "C" or named or not _of_one_size(new, old):
        return match
    amount = replace(old.figure.amount, unit=new.figure.amount.unit)
    told = replace(old, figure=replace(old.figure, kind=new.figure.kind, amount=amount))
    return replace(match, roles={**match.roles, "from": told})


def _of_one_size(new: Claim, old: Claim) -> bool:
    x, y = new.figure.value or 0, old.figure.value or 0
    return 0 < x <= 10 * y and y <= 10 * x


def way(match: Match) -> Direction | None:
    """Which way the match's word of movement points."""
    return direction_of(match.words.get("move", ""))


#: "Has GIVEN UP 28 per cent", "gave back": what goes up in these words is lost.
_GIVEN = Regex(r"\bg(?:iv(?:e[ns]?|ing)|ave)\s(?:up|back)\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE)


def _way_told(story: Story, match: Match) -> Direction | None:
    """Which way the words of movement right before or behind a change point."""
    change = match.roles.get("change") or match.roles["change2"]
    if _GIVEN.search(story.lead(change)):
        return "fell"
    return direction_of(match.words.get("move") or match.words.get("move2") or "")


def _is_denied(story: Story, match: Match) -> bool:
    """True for "instead of falling by 12 per cent, from 500 to 560": what did not happen."""
    return bool(_DENIED.search(story.document.text[: match.span.start][-30:]))


def _possible(match: Match) -> bool:
    """True if the levels are of one unit and the change can lie between them."""
    change, old, new = (match.roles[r] for r in ("change", "from", "to"))
    return same_unit(old, new) and fits_kind(change, new)


def same_unit(a: Claim, b: Claim) -> bool:
    """True if two levels can be subtracted."""
    if family(a) != family(b):
        return False
    return family(a) in "CP" or a.figure.amount.unit == b.figure.amount.unit


def fits_kind(change: Claim, level: Claim) -> bool:
    """True if the change is relative, or stands in the unit of the level."""
    kind = family(change)
    if kind in "PX":
        return True
    if kind == "T":
        return family(level) == "P"
    return same_unit(change, level)


def _change(story: Story, match: Match, old: Claim, new: Claim, strength: Strength) -> Relation:
    roles = (Role("change", match.roles["change"]), Role("from", old), Role("to", new))
    cue = Cue(story.document.id, match.span, story.words(match.span))
    counts_back = _COUNTS_BACK.search(story.document.text[match.span.start : match.span.end + 20])
    return Relation("change", roles, cue, strength, None if counts_back else _way_told(story, match))
