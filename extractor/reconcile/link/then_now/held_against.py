"""A verb that moves a thing to a level, beside the earlier level behind it: "rose to £2.18m, FROM THE PREVIOUS YEAR'S £2.31m".

The earlier level stands in the same sentence behind "from", "against" and the like with its time, or opens the next one: "The year
before it was £2.31m". Where a month is named, what moved since the last one may be held against a year ago, so only "from" tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon import table
from extractor.model import Claim, Comparison, Cue, Relation, Role, Span, stable_id
from extractor.reconcile.link.cues.moves import MOVE, direction_of, untold
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.window.scope import after, before, of_one_size, one_place, one_thing
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("then_now")["held_against"]
_HEDGE = r"(?:(?:about|just|only|some|nearly|almost|around|over|under|a|an|the|its|their)\s)*"
#: "Turnover ROSE TO", "sales were UP AT".
_TO = Regex(
    rf"\b(?P<move>{MOVE})(?:\s(?:slightly|sharply|further|only|just|modestly|steeply|marginally))?\sto\s{_HEDGE}$"
    rf"|\b(?:was|were|is|are|came\sin|ended)\s(?P<at>up|down|higher|lower)\sat\s{_HEDGE}$",
    re.IGNORECASE,
)
_THEN = one_of(_WORDS["then"])
_SAID = r"(?:,\s(?:the\s|its\s)?[\w’'-]+\s(?:said|says|reported))?"
_NOUN = r"(?:\s(?!(?:and|but|in|of|for|at|on|from|against|after|with|before)\b)[a-z-]+){0,2}"
#: Between the levels: "from" alone, or with the time of the earlier one; other words need that time.
_FROM = Regex(
    rf"^{_NOUN}{_SAID},?\s(?:(?:up|down)\s)?from\s(?P<time>(?:the\s)?(?:{_THEN}(?:’s|'s)\s)?){_HEDGE}$",
    re.IGNORECASE,
)
_AGAINST = Regex(
    rf"^{_NOUN}{_SAID},?\s(?:against|compared\s(?:with|to)|versus|over|after|on|from)\s(?P<time>(?:the\s)?(?:{_THEN}(?:’s|'s)\s)?){_HEDGE}$",
    re.IGNORECASE,
)
_PAUSE = Regex(
    rf"^{_NOUN};\s(?:the\s|its\s)?{_THEN}(?:(?:’s|'s)\s(?:figure|total|number|tally))?,?\s(?:(?:it|there|they)\s)?(?:had\sbeen|was|were)\s{_HEDGE}$",
    re.IGNORECASE,
)
_NEXT = Regex(
    rf"^(?:(?:The|Its|A|In\sthe)\s)?{_THEN}(?:(?:’s|'s)\s(?:figure|total|number|tally))?,?\s(?:(?:it|the\sfigure|the\stotal|there|they)\s)?(?:had\sbeen|was|were|stood\sat)\s{_HEDGE}$",
    re.IGNORECASE,
)
_TIMED = Regex(
    rf"^{_NOUN},?\s(?:in\s)?(?:(?:the|a|an)\s)?(?:{_THEN}|(?:19|20)\d\d)(?=\s?(?:[.,;)]|$))", re.IGNORECASE
)
_SHIPPED = Regex(
    rf"^(?:\s(?-i:[a-z’'-]+)){{1,3}}?(?:\sin)?\s(?:the\s)?(?:same\s[a-z]+\s)?{_THEN}(?=\s?(?:[.,;)]|$))",
    re.IGNORECASE,
)
_CLOSED = Regex(rf"^{_NOUN}\s?(?:[.;)]|$)")
_STOP = Regex(r"^\.\s(?=[A-Z])")
#: "£1,340 IN DUBLIN", and no month.
_PLACE = Regex(
    r"^\s(?:in|at)\s(?:the\s)?(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4])\b)[A-Z]"
)
_BETWEEN = Regex(r"\bto\s[^;:]*\b(?:against|compared\s(?:with|to))\b", re.IGNORECASE)
_TURNED, _OTHERS, _SHORT, _LATELY = (any_of(_WORDS[n]) for n in ("turned", "others", "short", "lately"))


def held_against(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each level that a verb leads to and the words hold against the one before."""
    known = {frozenset(c.id for c in r.claims()) for r in found if r.kind in ("compare", "change")}
    for new in story.claims:
        told = _moved(story, new)
        if told is None:
            continue
        old = _old(story, new)
        if old is None or frozenset((new.id, old.id)) in known or not _may_be_asked(story, new, old):
            continue
        yield _relation(story, new, old, told)


def _moved(story: Story, new: Claim) -> Span | None:
    """The verb that leads to a level, if it says which way and the level is the first of its unit in the sentence."""
    if new.block in DISPLAY or new.stance != "asserted" or new.negated or new.figure.value is None:
        return None
    if family(new) not in "CMUPI" or new.figure.value <= 0:
        return None
    led = before(story, new)
    found = _TO.search(led)
    if found is None or _TURNED.search(story.lead(new)):
        return None
    name = "move" if found["move"] else "at"
    word = found[name].lower()
    if word.endswith("ing") or (name == "move" and (untold(word) or direction_of(word.split()[-1]) is None)):
        return None
    first = next(c for c in story.in_sentence(new.sentence) if unit_of(c) == unit_of(new))
    start = new.figure.span.start - len(led)
    return Span(start + found.start(name), start + found.end(name)) if first is new else None


def _old(story: Story, new: Claim) -> Claim | None:
    """The only other level of its unit in the sentence, else the only one of the next, where the words hold it against the new one."""
    behind = [c for c in story.in_sentence(new.sentence) if c.figure.span > new.figure.span]
    behind = [c for c in behind if unit_of(c) == unit_of(new)]
    if len(behind) > 1:
        return None
    if behind:
        old = behind[0]
        between, tail = story.between(new, old), after(story, old)
        timed = _TIMED.match(tail) or _SHIPPED.match(tail)
        found = _FROM.match(between)
        if found is not None and (found["time"] or timed or _CLOSED.match(tail)):
            return old
        if _is_lately(story, new):
            return None
        found = _AGAINST.match(between)
        told = (found is not None and (found["time"] or timed)) or _PAUSE.match(between)
        read_on = _STOP.sub("", between)  # "to £2.18m. The year before" is read on as one sentence
        opens = read_on != between and _NEXT.match(read_on) and (_CLOSED.match(tail) or _TIMED.match(tail))
        return old if told or opens else None
    number = story.number_of(new)
    following = story.sentences[number + 1 : number + 2]
    if not following or not 0 <= following[0].start - new.sentence.end <= 2 or _is_lately(story, new):
        return None
    inside = story.in_sentence(following[0])
    if len(inside) != 1 or unit_of(inside[0]) != unit_of(new):
        return None
    tail = after(story, inside[0])
    ends = _CLOSED.match(tail) or _TIMED.match(tail)
    return inside[0] if ends and _NEXT.match(story.lead(inside[0])) else None


def _is_lately(story: Story, new: Claim) -> bool:
    """True if a level may have moved since last month and be held against a year ago."""
    number = story.number_of(new)
    last = story.in_sentence(story.sentences[number - 1]) if number else ()
    near = any(unit_of(c) == unit_of(new) and one_thing(c, new) for c in last)
    return near or _LATELY.search(story.sentence(new)) is not None


def _may_be_asked(story: Story, new: Claim, old: Claim) -> bool:
    if old.stance != "asserted" or old.negated or old.figure.value is None or old.statistic == "change":
        return False
    if not of_one_size(new, old) or not one_place(new, old) or not one_thing(new, old):
        return False
    return not _is_of_other(story, new, old)


def _is_of_other(story: Story, new: Claim, old: Claim) -> bool:
    """True if the earlier level is of another thing or a longer time, or none of last time."""
    told = story.words(Span(new.sentence.start, old.sentence.end))
    return _OTHERS.search(told) is not None or _SHORT.search(told) is not None


def is_moved_lately(story: Story, relation: Relation) -> bool:
    """True for a comparison of "fell to 4.2 per cent IN MAY, against 4 A YEAR AGO": it fell since April."""
    claims = relation.claims()
    if relation.kind != "compare" or len(claims) != 2 or not _BETWEEN.search(relation.cue.text):
        return False
    new, old = claims
    if not new.figure.span < old.figure.span or _TO.search(before(story, new)) is None:
        return False
    if _PLACE.match(after(story, old)) and not _PLACE.search(after(story, new, 20)):
        return True
    monthly = family(new) in "PMI" or not _LATELY.search(story.sentence(new))
    return (monthly and _is_lately(story, new)) or _is_of_other(story, new, old)


def _relation(story: Story, new: Claim, old: Claim, verb: Span) -> Relation:
    words = story.words(verb)
    way = direction_of(words.split()[-1])
    up = way == "rose" if way is not None else words.lower() in ("up", "higher")
    comparison = Comparison(
        stable_id("k", story.document.id, "held", verb.start),
        story.document.id,
        verb,
        words,
        new.sentence,
        "higher" if up else "lower",
        block=new.block,
        stance=new.stance,
        speaker=new.speaker,
    )
    extent = Span(new.sentence.start, old.sentence.end)
    roles = (Role("stated", comparison), Role("subject", new), Role("reference", old))
    return Relation("compare", roles, Cue(story.document.id, extent, story.words(extent)), "stated")


__all__ = ["held_against", "is_moved_lately"]
