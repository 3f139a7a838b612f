"""Which two figures of a story are the level of one thing, as it was and as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.beside import unmoved
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.retold.same import key_of
from extractor.reconcile.link.then_now.groups import are_in_one, beside
from extractor.reconcile.link.then_now.when import Pair, clause, in_time
from extractor.reconcile.link.window.levels import SMALL, is_elsewhere, is_free, is_plain_level
from extractor.reconcile.link.window.scope import after, are_nested, before, of_one_size, one_place
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("then_now")["levels"]
#: A level this many times as large as both of a pair, or as small, is of something else.
FAR = int(_WORDS["far"])
#: A movement and its levels are so many sentences with figures apart at most.
NEAR = int(table("then_now")["spans"]["near"])


_BACK = any_of(_WORDS["back"])
PAYS = any_of(table("then_now")["subject"]["pays"])
#: "61 of them", "of which 170": a part of a level, and none itself; "612 of them, against 450" is one.
_OF_THEM = Regex(
    r"^\s(?:[\w’'-]+\s)?of\s(?:(?:whom|which)\b|(?:them|these|those)\b"
    r"(?!,?\s(?:against|compared|versus|up\sfrom|down\sfrom|then|now|today|last|in\s(?:19|20)\d\d|an?\syear)\b))",
    re.IGNORECASE,
)
_OF_THE = Regex(r"^\sof\s(?:the|its|their|these|those)\s", re.IGNORECASE)
_AMONG = Regex(
    r"\b(?:(?:among|including)\s(?:(?:them|these|those|which|whom),?\s)?|of\s(?:them|these|those|which|whom),?\s)(?:about\s|some\s)?$",
    re.IGNORECASE,
)
#: "Of the 23 economists, 19 had called a cut": a whole and its parts.
_OF_ALL = Regex(r"^\W*(?:Of|Among|Out\sof)\s(?:the|its|their|all|those|these|some|about)\b")
#: "63 did": what the others did.
_DID = Regex(r"^\s(?:did|had|were|have|do)\W*$")
_BE = Regex(r"was|were|been|is|are|stood|stands|numbered|be")
#: "A 40-foot box": of what size it is, which does not move.
_OF_KIND = Regex(r"\d-[a-z]")
_HEDGES = Regex(r"at|about|some|just|only|nearly|almost|around|roughly|over|under|a|an|the|its|their")
#: Lengths of time that are levels, and no dates: "learners waited 24 weeks".
_TAKES = Regex(r"\b(?:wait(?:s|ed|ing)?|t[ao]kes?|taking|last(?:s|ed))\b[^,;.]*$", re.IGNORECASE)
#: Among more levels than these two are not told from the others, and all pairs take long.
MOST = 80
#: Nouns that frames read off a time beside a figure, and that nothing is counted in.
_TIMES = frozenset(["year", "month", "week", "day", "quarter", "season", "time"])
#: Nouns that many things are told by.
VAGUE = frozenset([*_TIMES, *_WORDS["vague"]])


def pairs(story: Story, change: Claim | None = None) -> Iterator[Pair]:
    """The pairs of levels that a movement, or any, could lie between, each without a third that could be meant."""
    able = (
        c
        for c in story.claims
        if c is not change and story.once(_may_be_level, c) and (change is None or is_free(story, change, c))
    )
    levels = list(islice(able, MOST + 1))
    if len(levels) > MOST:
        return
    for group in _by_unit(levels):
        for x, y in combinations([c for c in group if are_near(story, change, c)], 2):
            near = _may_be_pair(change, x, y) and are_near(story, change, x, y)
            if near and are_one(story, change, x, y):
                pair = in_time(story, x, y, change)
                if pair is not None and not _rivals(story, pair, group):
                    yield pair


def likeliest(story: Story, told: Sequence[Pair]) -> Sequence[Pair]:
    """Of several pairs, those told with one verb: "received 1,120 ... employs 210 ... received 1,460"."""
    alike = [p for p in told if _frame(story, p.old) == _frame(story, p.new) != ""]
    return alike if len(told) > 1 and len(alike) == 1 else told


def _frame(story: Story, level: Claim) -> str:
    """The word that leads to a level, hedges left out; forms of "to be" are one."""
    words = [w for w in before(story, level, 40).lower().split() if not _HEDGES.fullmatch(w)]
    word = words[-1] if words else ""
    return "be" if _BE.fullmatch(word) else word


def are_near(story: Story, change: Claim | None, *levels: Claim) -> bool:
    """True for levels that are told shortly before or after, or of a movement of a headline or a lead."""
    places = [story.number_of(c) for c in (*levels, *([] if change is None else [change]))]
    near = max(places) - min(places) <= NEAR
    return near or (change is not None and story.once(_leads, change))


def _leads(story: Story, change: Claim) -> bool:
    first = next((n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY), 0)
    return change.block in DISPLAY or story.block_number(change.figure.span.start) == first


def _by_unit(levels: Iterable[Claim]) -> Iterable[Sequence[Claim]]:
    groups: dict[str, list[Claim]] = {}
    for level in levels:
        groups.setdefault(unit_of(level), []).append(level)
    bare = [c for c in groups.get("C", ()) if not is_named(c)]
    for unit, group in groups.items():
        if unit != "C" and family(group[0]) in "URDM":
            group.extend(c for c in bare if any(of_one_size(c, level) for level in group))
    return groups.values()


def _may_be_pair(change: Claim | None, x: Claim, y: Claim) -> bool:
    return (
        (change is None or fits_kind(change, x))
        and of_one_size(x, y)
        and not meet(x.figure.amount, y.figure.amount)
    )


def _may_be_level(story: Story, claim: Claim) -> bool:
    """True for a level of anything that may have moved by a share or a multiple of itself."""
    plain = claim.block not in DISPLAY and claim.stance == "asserted" and not claim.negated
    value = claim.figure.value or 0
    if not plain or family(claim) not in "CMURD" or value <= 0 or (family(claim) == "C" and value < SMALL):
        return False
    if _OF_KIND.search(claim.figure.text):
        return False
    if family(claim) == "D" and not _TAKES.search(before(story, claim, 30)):
        return False
    part = _OF_THEM.match(after(story, claim)) or _AMONG.search(before(story, claim))
    part = part or _OF_ALL.match(story.sentence(claim))
    return part is None and is_plain_level(story, unmoved(story, claim)) and not is_elsewhere(story, claim)


def are_one(story: Story, change: Claim | None, x: Claim, y: Claim) -> bool:
    """True if the words tell two figures of one thing: by its noun, by its verb, or by pointing back to it."""
    if not one_place(x, y) or are_nested(story, sorted((x, y), key=lambda c: c.figure.span)):
        return False
    if is_named(x) and is_named(y):
        one = may_be_one(key_of(x), key_of(y))
        return one or (
            family(x) != "C" and (_one_verb(x, y) or _points_back(story, x, y) or _alike(story, x, y))
        )
    if _points_back(story, x, y) or (family(x) != "C" and _one_verb(x, y)) or _one_price(story, x, y):
        return True
    return _goes_without_saying(story, change, *((x, y) if is_named(y) else (y, x)))


def _alike(story: Story, x: Claim, y: Claim) -> bool:
    """True for "brought in 41,300 tonnes", "last spring's harvest was 31,600 tonnes"."""
    return are_in_one(*(beside(story, c) for c in (x, y)))


def _one_price(story: Story, x: Claim, y: Claim) -> bool:
    """True for "a day's parking costs £6.40", "parking will cost £7.20"."""
    if family(x) != "M":
        return False
    ours, theirs = (clause(story, c).partition("‹›")[0] for c in (x, y))
    if not PAYS.search(ours) or not PAYS.search(theirs):
        return False
    shared = content_words(PAYS.sub(" ", ours)) & content_words(PAYS.sub(" ", theirs))
    return bool(shared - _TIMES)


def _goes_without_saying(story: Story, change: Claim | None, bare: Claim, full: Claim) -> bool:
    """True for a number of its paragraph's noun, or one right behind a movement of it: "halved: he counts 203"."""
    if not is_named(full):
        return False
    inherited = bare.measure is not None and bare.measure.found in ("sentence", "paragraph")
    if inherited and may_be_one(key_of(bare), key_of(full)):
        return story.paragraphs_apart(bare, full) == 0
    if change is None:
        return False
    led = story.lead(change)
    return bare.sentence == change.sentence and bool(content_words(led) & content_words(key_of(full)))


def is_named(claim: Claim) -> bool:
    return claim.measure is not None and claim.measure.found == "here" and claim.measure.key not in _TIMES


def _one_verb(x: Claim, y: Claim) -> bool:
    """True if one deed is told of both: "sold 252 km of it", "sold 42 km"."""
    deeds = [c.event.key.split(":")[0] for c in (x, y) if c.event is not None and c.event.found == "here"]
    return len(deeds) == 2 and deeds[0] == deeds[1]


def _points_back(story: Story, x: Claim, y: Claim) -> bool:
    """True if the one printed later leaves its noun out, or says "the figure", "the same": what was told before."""
    earlier, later = sorted((x, y), key=lambda c: c.figure.span)
    own = later.measure is not None and later.measure.found == "sentence"
    if own and is_named(earlier) and not may_be_one(key_of(later), key_of(earlier)):
        return False  # "1,950 officers. There were 512 thefts, compared with 842"
    led, _, told = clause(story, later).partition("‹›")
    return _BACK.search(led) is not None or " same " in told or _DID.match(told) is not None


def _rivals(story: Story, pair: Pair, levels: Sequence[Claim]) -> list[Claim]:
    """Other levels, all of one unit, that may be of the thing too by their size and noun."""
    sizes = sorted(float(c.figure.value or 0) for c in pair.both)
    near = (c for c in levels if sizes[0] / FAR <= float(c.figure.value or 0) <= sizes[1] * FAR)
    near = (c for c in near if not (_is_part(story, c) and not any(_is_part(story, p) for p in pair.both)))
    return [c for c in near if c is not pair.old and c is not pair.new and _is_rival(pair, c)]


def _is_part(story: Story, claim: Claim) -> bool:
    """True for "39 of the latest cases", a part of a level and none itself."""
    return family(claim) == "C" and _OF_THE.match(after(story, claim)) is not None


def _is_rival(pair: Pair, other: Claim) -> bool:
    named = [c for c in pair.both if is_named(c)]
    told = other.measure is not None and other.measure.found in ("here", "sentence")
    if told and named and not any(may_be_one(key_of(c), key_of(other)) for c in named):
        return False
    return not any(meet(other.figure.amount, c.figure.amount) for c in pair.both)


__all__ = ["PAYS", "VAGUE", "Pair", "are_one", "clause", "pairs"]
