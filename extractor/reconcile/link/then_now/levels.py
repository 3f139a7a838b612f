"""Which two figures of a story are the level of one thing, as it was and as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, islice

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.beside import unmoved
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.times import COMING, HAD, LEFT, PRESENT, in_order, time_of
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.tie.triple import unit_of
from extractor.reconcile.link.window.levels import SMALL, is_elsewhere, is_free, is_plain_level
from extractor.reconcile.link.window.scope import after, are_nested, before, of_one_size, one_place
from extractor.reconcile.story import DISPLAY, Story, family

_WORDS = table("then_now")["levels"]
#: A level this many times as large as both of a pair, or as small, is of something else.
FAR = int(_WORDS["far"])
#: A movement and its levels are so many sentences with figures apart at most.
NEAR = int(table("then_now")["spans"]["near"])


def _any(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_WORDS[name])})\b", re.IGNORECASE)


_THEN, _LAST, _NOW, _BACK, _EARLIER = (_any(n) for n in ("then", "last", "now", "back", "earlier"))
PAYS = re.compile(rf"\b(?:{'|'.join(table('then_now')['subject']['pays'])})\b", re.IGNORECASE)
_OPENS = re.compile(rf"^\W*(?:{'|'.join(_WORDS['opens'])})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: "61 of them", "of which 170": a part of a level, and none itself.
_OF_THEM = re.compile(r"^\s(?:[\w’'-]+\s)?of\s(?:them|these|those|whom|which)\b", re.IGNORECASE)
_AMONG = re.compile(
    r"\b(?:(?:among|including)\s(?:(?:them|these|those|which|whom),?\s)?|of\s(?:them|these|those|which|whom),?\s)(?:about\s|some\s)?$",
    re.IGNORECASE,
)
#: "Of the 23 economists, 19 had called a cut": a whole and its parts.
_OF_ALL = re.compile(r"^\W*(?:Of|Among|Out\sof)\s(?:the|its|their|all|those|these|some|about)\b")
_SINCE = re.compile(r"^[^,;]{0,25}\bsince\b", re.IGNORECASE)
#: What opens a sentence and tells the time of all of it: "This spring she went back".
_OPENING = re.compile(r"\W{0,12}(?:[\w’'-]{1,40}\s){1,4}")
#: Among more levels than these two are not told from the others, and all pairs take long.
MOST = 80
#: Where a clause about something else begins.
_CLAUSE = re.compile(r";|[,–—]\s?(?:and|but|while|whereas|so)\s|[”\"]\s|\.\s")
#: Nouns that frames read off a time beside a figure, and that nothing is counted in.
_TIMES = frozenset(["year", "month", "week", "day", "quarter", "season", "time"])
#: Nouns that many things are told by.
VAGUE = frozenset([*_TIMES, *_WORDS["vague"]])


@dataclass(frozen=True, slots=True)
class Pair:
    """The earlier and the later level of one thing; `ordered` is False where only the movement tells which is which."""

    old: Claim
    new: Claim
    ordered: bool

    @property
    def both(self) -> tuple[Claim, Claim]:
        """The two, the earlier one first."""
        return self.old, self.new


def pairs(story: Story, change: Claim) -> Iterator[Pair]:
    """The pairs of levels that a movement could lie between, each without a third that could be meant instead."""
    able = (c for c in story.claims if story.once(_may_be_level, c) and is_free(story, change, c))
    levels = list(islice(able, MOST + 1))
    if len(levels) > MOST:
        return
    for group in _by_unit(levels):
        for x, y in combinations([c for c in group if _are_near(story, change, c)], 2):
            near = _may_be_pair(change, x, y) and _are_near(story, change, x, y)
            if near and are_one(story, change, x, y):
                pair = _ordered(story, change, x, y)
                if pair is not None and not _rivals(pair, group):
                    yield pair


def _are_near(story: Story, change: Claim, *levels: Claim) -> bool:
    """True for levels that are told shortly before or after, or of a movement of a headline or a lead."""
    places = [story.number_of(c) for c in (*levels, change)]
    return max(places) - min(places) <= NEAR or story.once(_leads, change)


def _leads(story: Story, change: Claim) -> bool:
    first = next((n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY), 0)
    return change.block in DISPLAY or story.block_number(change.figure.span.start) == first


def _by_unit(levels: Iterable[Claim]) -> Iterable[Sequence[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for level in levels:
        groups.setdefault(unit_of(level), []).append(level)
    return groups.values()


def _may_be_pair(change: Claim, x: Claim, y: Claim) -> bool:
    return fits_kind(change, x) and of_one_size(x, y) and not meet(x.figure.amount, y.figure.amount)


def _may_be_level(story: Story, claim: Claim) -> bool:
    """True for a level of anything that may have moved by a share or a multiple of itself."""
    plain = claim.block not in DISPLAY and claim.stance == "asserted" and not claim.negated
    value = claim.figure.value or 0
    if not plain or family(claim) not in "CMUR" or value <= 0 or (family(claim) == "C" and value < SMALL):
        return False
    part = _OF_THEM.match(after(story, claim)) or _AMONG.search(before(story, claim))
    part = part or _OF_ALL.match(story.sentence(claim))
    return part is None and is_plain_level(story, unmoved(story, claim)) and not is_elsewhere(story, claim)


def clause(story: Story, claim: Claim, *others: Claim) -> str:
    """The words of the clause that a figure stands in, with what opens its sentence; up to other figures."""
    inside = [c for c in others if c is not claim and claim.sentence.contains(c.figure.span)]
    return story.once(_clause, claim, *inside)


def _clause(story: Story, claim: Claim, *others: Claim) -> str:
    text, span = story.document.text, claim.figure.span
    moves = [c for c in story.in_sentence(claim.sentence) if is_change(c) or family(c) in "PX"]
    near = [c.figure.span for c in (*others, *moves) if c is not claim]
    start = max((s.end for s in near if s < span), default=claim.sentence.start)
    end = min((s.start for s in near if span < s), default=claim.sentence.end)
    led = _CLAUSE.split(text[start : span.start])[-1]
    opening = _OPENING.match(text[claim.sentence.start : span.start - len(led)])
    return f"{opening[0] if opening else ''} {led}‹›{_CLAUSE.split(text[span.end : end])[0]}".strip()


def _ordered(story: Story, change: Claim, x: Claim, y: Claim) -> Pair | None:
    """The two by the time that their clauses tell; None where nothing tells it."""
    told = {c.id: clause(story, c, x, y, change) for c in (x, y)}
    old = _old(story, change, told, x, y)
    if old is None:
        thens = any(_is_then(words) for words in told.values())
        order = None if thens else in_order(story, x, y, (change,))
        return Pair(*order, ordered=True) if order is not None and _is_marked(story, change, *order) else None
    new = y if old is x else x
    if _LAST.search(told[old.id]) and _YEAR.search(told[new.id]):
        return Pair(new, old, ordered=False)  # "in 2022 ... last year"
    return (
        None if _NOW.search(told[old.id]) and not _NOW.search(told[new.id]) else Pair(old, new, ordered=True)
    )


def _is_marked(story: Story, change: Claim, old: Claim, new: Claim) -> bool:
    """True if more than a plain past tense tells which is the earlier one."""
    ranks = [time_of(story, c, (old, new, change)) for c in (old, new)]
    return ranks[0] in (LEFT, HAD) or (ranks[0] == PRESENT and ranks[1] == COMING)


def _old(story: Story, change: Claim, told: Mapping[str, str], x: Claim, y: Claim) -> Claim | None:
    """The only one of two that is told as earlier; or as earlier than that; or with a year, beside "now" or "since"."""
    dated = [c for c in (x, y) if _YEAR.search(told[c.id])]
    news = [c for c in (x, y) if _NOW.search(told[c.id])]
    since = len(dated) == 1 and _SINCE.search(after(story, change)) is not None
    ways = (
        [c for c in (x, y) if _is_then(told[c.id])],
        [c for c in (x, y) if _EARLIER.search(told[c.id])],
        [c for c in dated if since or (len(news) == 1 and c not in news)],
    )
    return next((found[0] for found in ways if len(found) == 1), None)


@lru_cache(maxsize=4096)
def _is_then(words: str) -> bool:
    return _THEN.search(words) is not None or _OPENS.match(words) is not None


def are_one(story: Story, change: Claim, x: Claim, y: Claim) -> bool:
    """True if the words tell two figures of one thing: by its noun, by its verb, or by pointing back to it."""
    if not one_place(x, y) or are_nested(story, sorted((x, y), key=lambda c: c.figure.span)):
        return False
    if _named(x) and _named(y):
        one = may_be_one(_noun(x), _noun(y))
        return one or (family(x) != "C" and (_one_verb(x, y) or _points_back(story, x, y)))
    if _points_back(story, x, y) or (family(x) != "C" and _one_verb(x, y)) or _one_price(story, x, y):
        return True
    return _goes_without_saying(story, change, *((x, y) if _named(y) else (y, x)))


def _one_price(story: Story, x: Claim, y: Claim) -> bool:
    """True for "a day's parking costs £6.40", "parking will cost £7.20"."""
    if family(x) != "M":
        return False
    ours, theirs = (clause(story, c).partition("‹›")[0] for c in (x, y))
    if not PAYS.search(ours) or not PAYS.search(theirs):
        return False
    shared = content_words(PAYS.sub(" ", ours)) & content_words(PAYS.sub(" ", theirs))
    return bool(shared - _TIMES)


def _goes_without_saying(story: Story, change: Claim, bare: Claim, full: Claim) -> bool:
    """True for a number of its paragraph's noun, or one right behind a movement of it: "halved: he counts 203"."""
    if not _named(full):
        return False
    inherited = bare.measure is not None and bare.measure.found in ("sentence", "paragraph")
    if inherited and may_be_one(_noun(bare), _noun(full)):
        return story.paragraphs_apart(bare, full) == 0
    led = story.words(Span(change.sentence.start, change.figure.span.start))
    return bare.sentence == change.sentence and bool(content_words(led) & content_words(_noun(full)))


def _named(claim: Claim) -> bool:
    return claim.measure is not None and claim.measure.found == "here" and claim.measure.key not in _TIMES


def _noun(claim: Claim) -> str:
    return "" if claim.measure is None else claim.measure.key


def _one_verb(x: Claim, y: Claim) -> bool:
    """True if one deed is told of both: "sold 252 km of it", "sold 42 km"."""
    deeds = [c.event.key.split(":")[0] for c in (x, y) if c.event is not None and c.event.found == "here"]
    return len(deeds) == 2 and deeds[0] == deeds[1]


def _points_back(story: Story, x: Claim, y: Claim) -> bool:
    """True if the one printed later leaves its noun out, or says "the figure", "the same": what was told before."""
    later = max((x, y), key=lambda c: c.figure.span)
    led, _, told = clause(story, later).partition("‹›")
    return _BACK.search(led) is not None or " same " in told


def _rivals(pair: Pair, levels: Sequence[Claim]) -> list[Claim]:
    """Other levels, all of one unit, that may be of the thing too by their size and noun."""
    sizes = sorted(float(c.figure.value or 0) for c in pair.both)
    near = (c for c in levels if sizes[0] / FAR <= float(c.figure.value or 0) <= sizes[1] * FAR)
    return [c for c in near if c is not pair.old and c is not pair.new and _is_rival(pair, c)]


def _is_rival(pair: Pair, other: Claim) -> bool:
    named = [c for c in pair.both if _named(c)]
    told = other.measure is not None and other.measure.found in ("here", "sentence")
    if told and named and not any(may_be_one(_noun(c), _noun(other)) for c in named):
        return False
    return not any(meet(other.figure.amount, c.figure.amount) for c in pair.both)


def nouns(pair: Pair) -> frozenset[str]:
    """The words for what the two are levels of."""
    told = [c.measure for c in pair.both if c.measure is not None and _named(c)]
    keys = [m.key for m in told if m.key not in VAGUE]
    return content_words(" ".join(f"{k} {k}es {k[:-1]}ies" for k in keys))


__all__ = ["PAYS", "VAGUE", "Pair", "are_one", "clause", "nouns", "pairs"]
