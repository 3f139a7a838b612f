"""A rate that headline or lead tell first, whose part and whole stand below: "A third of shops sell knives ... of 48, 24".

Tied by words on both sides: the whole counts what the rate is of, the part is counted from that whole, and the
clause of the part tells what the rate tells of them. Where more than one pair could be meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.amount import difference, meet, scale, surely_less
from extractor.amount import ratio as divide
from extractor.lexicon import table
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.window.counted import is_general, is_some
from extractor.reconcile.link.window.near import is_near
from extractor.reconcile.link.window.no_share import NO_SHARE, OF_THOSE_WHO, REST, SINCE, is_of_then, is_other
from extractor.reconcile.link.window.scope import after, before, one_place
from extractor.reconcile.link.window.share import partitive, set_against
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["foretold"]
#: Sentences of the body that may tell a rate first, and sentences from a whole to its part.
FIRST, REACH = 2, 2
#: Letters by which a word of the rate's clause is known again: "passed" and "pass".
STEM = 4
#: Characters behind a rate in which it names what it is of.
NAME = 60
#: Before a whole: "had replies from 340".
_ANSWERS = Regex(rf"\b(?:{'|'.join(_WORDS['answered'])})\s(?:some\s|about\s|only\s)?$", re.IGNORECASE)
_ENDING = Regex(r"(?:ied|ies|y|ed|ing|ves|es|fe|(?<!s)s)$")
_DENIED = Regex(r"\b(?:no|not|never|none|without|nobody|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE)
_EDGE = Regex(r",\s(?:and|but|while)\s|[;–—”“\"]")
#: "Unsafe", "unopened": the same as not safe, not opened.
_UN = Regex(r"\bun(?!der|til|io|it|iv|iq|cle)(?=[a-z]{4,})", re.IGNORECASE)
#: Words by which the counts below are of another time or place than the rate.
_APART = any_of(_WORDS["apart"])
#: "One jab, half the malaria": so much less of it, and no share of things that were counted.
_MASS = Regex(
    r"^\sthe\s(?!people|men|women|children|staff|police|cattle|sheep|fish)[\w’'-]+(?<!s)\b", re.IGNORECASE
)
#: "Of every 100 toddlers": no count of any.
_EVERY = Regex(r"\b(?:each|every|per)\s$", re.IGNORECASE)
#: "42,000 wait, some of them twice, WHICH BRINGS the treatments to 48,600".
_BRINGS = Regex(r"\b(?:brings?|bringing|brought|makes?|making|made|takes|taking)\b", re.IGNORECASE)
#: Where what a rate tells is over: "..., the road corps said on Friday".
_TAIL = Regex(r",\s(?!(?:and|or)\b)|\s(?:after|because|as|since|but|while)\s|[;:–—.]")


def foretold(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each rate told first that nothing explains, with the one pair below that tells the same."""
    counts = [c for c in story.claims if family(c) == "C" and c.block not in DISPLAY and not is_change(c)]
    for rate in open_ones:
        if not _is_told_first(story, rate):
            continue
        pairs = list(_pairs(story, rate, counts))
        if len({(p.figure.amount, w.figure.amount) for p, w in pairs}) == 1:
            relation = _relation(story, rate, *pairs[0])
            if relation is not None:
                yield relation


def _is_told_first(story: Story, rate: Claim) -> bool:
    if family(rate) != "P" or is_change(rate) or rate.direction is not None or rate.statistic == "mean":
        return False
    if rate.block not in (*_WORDS["blocks"],) and rate.sentence not in story.once(_lead):
        return False
    others = [c for c in story.in_sentence(rate.sentence) if c is not rate and family(c) in "CMUP"]
    if others or is_other(story, rate):
        return False
    told = before(story, rate, 30)
    if _MASS.match(after(story, rate)):
        return False
    some = OF_THOSE_WHO.match(after(story, rate)) or REST.search(told)
    return not (some or NO_SHARE.search(told) or SINCE.match(after(story, rate)))


def _lead(story: Story) -> Sequence[Span]:
    """The first sentences of the running text that have figures."""
    return sorted({c.sentence for c in story.claims if c.block not in DISPLAY})[:FIRST]


def _pairs(story: Story, rate: Claim, counts: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each part below the rate that tells what the rate tells, with the whole that it is counted from."""
    later = [c for c in counts if c.figure.span > rate.figure.span]
    for part in later:
        whole = _whole(story, rate, part, later)
        if whole is None or (set_against(story, part, whole) and part.sentence == whole.sentence):
            continue
        if not _is_elsewhere(story, rate, part, whole) and _tells_it(story, rate, part, whole):
            yield part, whole


def _is_elsewhere(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True where the pair is of a place or a time of its own: "In Galway ... 24 of them", "70 left in the first year"."""
    told = story.words(Span(rate.sentence.end, part.sentence.end))
    if _APART.search(told) or is_of_then(story, rate, part):
        return True
    places = [c.place.key for c in (rate, whole) if c.place is not None]
    own = part.place is not None and part.place.found in ("here", "sentence")
    placed = own and part.place is not None and part.place.key not in places
    return placed or not (one_place(part, whole) and one_place(rate, part))


def _whole(story: Story, rate: Claim, part: Claim, counts: Sequence[Claim]) -> Claim | None:
    """The one larger count before a part, or beside it, of what the rate is of."""
    told = [c for c in counts if surely_less(part.figure.amount, c.figure.amount)]
    told = [c for c in told if not _EVERY.search(before(story, c, 8))]
    beside = [
        c
        for c in told
        if c.sentence == part.sentence
        and partitive(story, part, c)
        and not (_counts_others(part, c) or _BRINGS.search(_gap(story, part, c)))
    ]
    before_it = [c for c in told if c.figure.span < part.figure.span and _is_named(story, rate, c)]
    untold = [c for c in told if c.figure.span < part.figure.span and _leaves_noun_out(c)]
    found = [c for c in before_it if _is_counted_from(story, part, c)] or beside
    rivals = {c.figure.amount for c in (*(before_it or found), *untold)}
    return found[-1] if len(rivals) == 1 and found else None


def _gap(story: Story, a: Claim, b: Claim) -> str:
    first, last = sorted((a.figure.span, b.figure.span))
    return story.words(Span(first.end, last.start))


def _counts_others(part: Claim, whole: Claim) -> bool:
    """True for the 312 of "of 340 men 120 failed; 312 women sat": both name what they count, and it is not one."""
    nouns = [c.measure.key for c in (part, whole) if c.measure is not None and c.measure.found == "here"]
    return len(nouns) == 2 and not may_be_one(*nouns)


def _leaves_noun_out(count: Claim) -> bool:
    """True for the 1,500 of "1,600 trains in November and 1,500 in December": it may be another whole."""
    return count.measure is None or count.measure.found != "here"


def _is_named(story: Story, rate: Claim, whole: Claim) -> bool:
    """True if the rate is of what a count counts, or the count is one of answers that people gave."""
    if _ANSWERS.search(before(story, whole, 24)):
        return True
    if whole.measure is None or whole.measure.found != "here":
        return False
    keys = {m.key for m in (rate.base, rate.measure) if m is not None and m.found == "here"}
    if whole.measure.key in _WORDS["answers"] or any(may_be_one(k, whole.measure.key) for k in keys):
        return True
    named = _stems(f"{rate.figure.text} {after(story, rate, NAME)}")
    return any(_meet(w, n) for w in _stems(whole.measure.key) for n in named)


def _is_counted_from(story: Story, part: Claim, whole: Claim) -> bool:
    """True if a part says "of them", leaves its noun out, or counts what the whole counts."""
    if is_some(story, part):
        return True
    if _ANSWERS.search(before(story, whole, 24)) and (part.measure is None or is_general(part)):
        return True
    if part.measure is None or part.measure.found != "here":
        return story.number_of(part) - story.number_of(whole) <= REACH
    return whole.measure is not None and may_be_one(part.measure.key, whole.measure.key)


def _tells_it(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if the clause of a part has a word of what the rate tells, beyond the nouns of both."""
    nouns = {s for m in (whole.measure, rate.base) if m is not None for s in _stems(f"{m.text} {m.key}")}
    told = [s for s in _stems(_predicate(story, rate)) if not any(_meet(s, n) for n in nouns)]
    return any(_meet(s, t) for s in _stems(_clause(story, part, whole)) for t in told)


def _predicate(story: Story, rate: Claim) -> str:
    behind = story.words(Span(rate.figure.span.end, rate.sentence.end))
    return _TAIL.split(behind)[0]


def _clause(story: Story, part: Claim, whole: Claim) -> str:
    """The words around a part up to the figures beside it other than its whole: "231 of the 1,540 wells had run dry"."""
    beside = (c for c in story.in_sentence(part.sentence) if c is not part)
    others = [c.figure.span for c in beside if c is not whole or c.figure.span < part.figure.span]
    start = max((s.end for s in others if s.end <= part.figure.span.start), default=part.sentence.start)
    end = min((s.start for s in others if s.start >= part.figure.span.end), default=part.sentence.end)
    ahead, behind = (
        story.words(Span(start, part.figure.span.start)),
        story.words(Span(part.figure.span.end, end)),
    )
    return f"{_EDGE.split(ahead)[-1]}·{_EDGE.split(behind)[0]}"


def _stems(words: str) -> frozenset[str]:
    found = re.findall(r"[a-z][a-z’'-]{2,}", _UN.sub("", words.lower()))
    return frozenset(_ENDING.sub("", w) for w in found if content_words(w)) - _idle()


@cache
def _idle() -> frozenset[str]:
    """The stems, "cit" of "city" among them, that stand in any sentence."""
    return frozenset(_ENDING.sub("", w) for w in _WORDS["idle"])


def _meet(a: str, b: str) -> bool:
    """True if one of two stems begins the other."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and (len(short) >= STEM or short == long)


def _relation(story: Story, rate: Claim, part: Claim, whole: Claim) -> Relation | None:
    """The share; where one side is denied and the other is not, of those that are left."""
    denied = [
        bool(_DENIED.search(w) or _UN.search(w))
        for w in (_predicate(story, rate), _clause(story, part, whole))
    ]
    roles = [Role("rate", rate), Role("part", part), Role("whole", whole)]
    cue = Cue(story.document.id, part.sentence, story.words(part.sentence))
    if denied[0] == denied[1]:
        relation = Relation("share", tuple(roles), cue, "contextual")
        return relation if is_near(relation) else None
    told = scale(divide(part.figure.amount, whole.figure.amount), 100, rate.figure.amount.unit)
    if not meet(told, rate.figure.amount):
        return None
    left = difference(whole.figure.amount, part.figure.amount)
    words = f"{whole.figure.text} − {part.figure.text}"
    rest = Derived(stable_id("d", whole.id, part.id, "rest"), left, "what is left", (whole, part), words)
    return Relation("share", (roles[0], Role("part", rest), roles[2]), cue, "stated")


__all__ = ["foretold"]
