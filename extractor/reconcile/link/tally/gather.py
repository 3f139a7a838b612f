"""Which figures between a whole and the last of its parts are parts: by their unit, by what they count, by their clause.

Nothing here decides on a sum. A figure that may be a part and may be none is kept apart, so that a list which
would fit with it can be left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.amount import surely_less
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.tally.listing import WORDS, is_level, is_plain, of_one_unit
from extractor.reconcile.link.tally.questioned import is_no_part
from extractor.reconcile.link.window.scope import after, before, stems
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = WORDS["closed"]
_LOST = Regex(rf"\b(?:{'|'.join(_WORDS['lost'])})\s(?:[\w’'-]+\s){{0,3}}?$", re.IGNORECASE)
_MOVED = Regex(rf"\b(?:{'|'.join(_WORDS['moved'])})\s(?:[a-z]+\s)?$", re.IGNORECASE)
FURTHER = Regex(rf"\b(?:{'|'.join(_WORDS['further'])})\s(?:[\w’'-]+\s)?$", re.IGNORECASE)
OF_THEM = Regex(rf"^\s(?:[\w’'-]+\s)?(?:{'|'.join(_WORDS['of_them'])})\b", re.IGNORECASE)
#: Behind a number: it is some of the launches, or one of two shifts.
OF_THE = Regex(
    r"^\sof\s(?:(?:the|its|their|his|her|our|all|these|those)\s){0,2}(?P<words>(?:[\w’'-]+\s?){1,3})",
    re.IGNORECASE,
)
#: Behind a part: it is some of the part before it, or of the whole.
_OF_WHOM = Regex(r"^\sof\s(?:whom|which)\b", re.IGNORECASE)
_LOOSE = any_of(_WORDS["loose"])
_NESTED = Regex(r"\b(?:of\swhom|of\swhich|including|among\sthem),?\s(?:[\w’'-]+\s){0,2}?$", re.IGNORECASE)
_RATED = any_of(_WORDS["rated"])
_UNTOLD = any_of(_WORDS["untold"])
_FEW = any_of(_WORDS["few"])
_CLAUSE = Regex(r"[,;:()–—“”]|[.!?]\s|\s(?:and|while|but|which|who|where)\s")
_MORE = Regex(r"^\s(?:more\sthan|fewer|less|higher|lower|up|down)\b", re.IGNORECASE)
#: "Old tyres filled 58 more": one more part.
ONE_MORE = Regex(r"^\s(?:more|others?)\b(?!\sthan)", re.IGNORECASE)
#: Behind a number: what it counts stands there, with an adjective or two, "180 part-time jobs".
_ADJECTIVES = Regex(
    r"^(?:\s(?!(?:of|in|at|on|to|from|for|with|by|and|or|is|are|was|were|has|have|had|will|would)\b)[\w’'-]+){0,2}\s$"
)
#: Before a number without a noun: an age, a score, the number of a bus.
_NO_NUMBER = Regex(
    r"\b(?:(?<!figure\s)(?<!number\s)(?<!total\s)(?<!count\s)(?:is|was)|aged?|turn(?:s|ed)|nearly|number|no|route|page|class|grade|room|phase|flight|ward|zone|group|type"
    r"|level|top|until|since|by|before|after|about)\.?\s$",
    re.IGNORECASE,
)
#: Before a figure that is a whole of its own, and a sentence that names one: "Of the wells dug in 2019, 110 are dry".
_WHOLE = Regex(rf"\b(?:{'|'.join(_WORDS['whole'])})\s$", re.IGNORECASE)
_FRONTED = Regex(r"^[“\"‘]?(?:out\s)?of\s(?:the|its|their|those|these)\s", re.IGNORECASE)
#: "OF THESE 463, or 57 per cent, WERE late": a part of what was told before.
_OF_THESE = Regex(r"\b(?:of|among)\s(?:these|those|them|which|whom),?\s(?:about\s|some\s)?$", re.IGNORECASE)
_DID = Regex(
    r"^(?:,\s(?:or|about|some|nearly)\s[^,;]{1,40},|\s\([^)]{1,40}\))?\s(?:were|was|are|is|have|has|had|did|do|went|came)\b",
    re.IGNORECASE,
)
_DIGITS = Regex(r"\d")
#: The whole of a remainder stands so many paragraphs before it, at most.
BACK = int(_WORDS["back"])
#: What stands for the things of any whole.
_ANY = frozenset(_WORDS["any"])
#: A number below this in words is seldom a part of a list: "one of them", "two of the sites".
FEWEST = 3
#: Numbers below ten in words are parts of no such whole, and nothing that is left of one.
TEN, LARGE = 10, 150
#: "A few", "a handful", "several": no more than so many.
SCORE = 20
_ENDS = Regex(r"^(?:[.,;)”]|$)")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The figures between a whole and its last part."""

    parts: tuple[Claim, ...]
    #: What may be a part, or some of one, or something else.
    maybe: tuple[Claim, ...]
    #: Whether words tell a part that has no figure, or has one without an end.
    untold: bool
    #: How much the parts that words tell as a few come to at most.
    few: int


def gather(story: Story, whole: Claim, last: Claim) -> Gathered:
    """The figures in print between a whole and the last of its parts."""
    gap = Span(whole.figure.span.end, last.figure.span.start)
    parts: list[Claim] = []
    maybe: list[Claim] = []
    untold = _UNTOLD.search(story.words(gap)) is not None
    for claim in _between(story, gap, whole):
        named = is_of_noun(story, claim, whole)
        if not is_plain(claim):
            untold = untold or (named and not _OF_WHOM.match(after(story, claim)))
        elif surely_less(whole.figure.amount, claim.figure.amount):
            untold = untold or (named and not story.once(is_loose, claim))
        elif is_level(claim) and named and not story.once(is_loose, claim) and not is_small(claim, whole):
            parts.append(claim)
        else:
            maybe.append(claim)
    return Gathered(tuple(parts), tuple(maybe), untold, SCORE * len(_FEW.findall(story.words(gap))))


def _between(story: Story, gap: Span, whole: Claim) -> Iterator[Claim]:
    """The figures of a stretch in the unit of a whole that are not too small to count, and do not tell it again."""
    for claim in story.starting(gap.start, gap.end - 1):
        alike = claim.block not in DISPLAY and of_one_unit(claim, whole)
        again = claim.figure.amount == whole.figure.amount
        if alike and not again and not _is_negligible(claim, whole) and not _is_broken(claim, whole):
            yield level(story, claim)


def is_small(claim: Claim, whole: Claim) -> bool:
    """True for "nine", and for the 2 of "about 2 in the morning", below a whole of hundreds: seldom parts."""
    words = not any(ch.isdigit() for ch in claim.figure.text)
    return (claim.figure.value or 0) < (TEN if words else FEWEST) and (whole.figure.value or 0) >= LARGE


def _is_negligible(claim: Claim, whole: Claim) -> bool:
    """True for £87 beside £4.6m: less than the rounding of the whole."""
    amount, high = whole.figure.amount, claim.figure.amount.high
    if amount.low is None or amount.high is None or high is None:
        return False
    return family(claim) != "C" and high * 2 < amount.high - amount.low


def _is_broken(claim: Claim, whole: Claim) -> bool:
    """True for the 37.0 of a thermometer among people, who come in whole numbers."""
    counts = family(claim) == family(whole) == "C" and "." not in whole.figure.text
    return counts and "." in claim.figure.text and not any(ch.isalpha() for ch in claim.figure.text)


def level(story: Story, claim: Claim) -> Claim:
    """The figure as an amount where it reads as a change and is a number of things: "will lose 180 jobs"."""
    if not is_change(claim) or _MOVED.search(before(story, claim)):
        return claim
    behind = after(story, claim)
    further = FURTHER.search(before(story, claim, 30)) or OF_THEM.match(behind) or ONE_MORE.match(behind)
    more = _MORE.match(behind) is not None and not further
    told = _LOST.search(before(story, claim)) is not None or further is not None or _heads(claim)
    return replace(claim, statistic=None, direction=None) if told and not more else claim


def _heads(claim: Claim) -> bool:
    """True for "savings of £4.6m": the noun itself is of change."""
    return claim.measure is not None and claim.measure.span is not None


def is_of_noun(story: Story, claim: Claim, whole: Claim) -> bool:
    """True for an amount of money or a measure, and for a count that names nothing else than the whole counts."""
    if family(claim) != "C" or family(whole) != "C":
        return family(claim) == family(whole) or noun_behind(story, claim) is None
    noun = noun_behind(story, claim)
    some = OF_THE.match(after(story, claim)) if noun is None else None
    if some is not None:
        return are_named(story, some["words"], whole)
    return noun is None or whole.measure is None or may_be_one(noun, whole.measure.key)


def are_named(story: Story, words: str, whole: Claim) -> bool:
    """True if some of "the launches", "these" or "the total" are some of a whole."""
    key = "" if whole.measure is None else whole.measure.key
    named = {key} | {
        s for w in words.lower().split()[:1] for s in (w, w.removesuffix("s"), w.removesuffix("es"))
    }
    return (
        bool(named & _ANY)
        or any(may_be_one(n, key) for n in named if n and n != key)
        or bool(stems(words) & stems(story.sentence(whole)))
    )


def noun_behind(story: Story, claim: Claim) -> str | None:
    """What a count names right behind its figure, or before it with "of"."""
    noun = claim.measure
    if noun is None or noun.span is None:
        return None
    if noun.span.end <= claim.figure.span.start:
        led = story.words(Span(noun.span.end, claim.figure.span.start))
        return noun.key if led.strip() == "of" else None  # "a staff of 17"
    if noun.span.start < claim.figure.span.end:
        return None
    gap = story.words(Span(claim.figure.span.end, noun.span.start))
    return noun.key if noun.found == "here" and _ADJECTIVES.match(gap) else None


def is_loose(story: Story, claim: Claim) -> bool:
    """True if the clause of a figure, itself a #, tells it for each, of another time, or as an age."""
    nested = _OF_WHOM.match(after(story, claim)) or _NESTED.search(before(story, claim))
    if is_rated(story, claim) or nested:
        return True
    led, behind = before(story, claim, 90), after(story, claim, 90)
    if claim.figure.text.isalpha() and (claim.figure.value or 0) < FEWEST:
        return True
    if OF_THEM.match(behind) or FURTHER.search(led):
        return False
    bare = family(claim) == "C" and noun_behind(story, claim) is None
    if bare and _NO_NUMBER.search(led) and _ENDS.match(behind) and not OF_THE.match(behind):
        return True
    return _LOOSE.search(_clause(story, claim)) is not None


def is_rated(story: Story, claim: Claim) -> bool:
    """True if the clause of a figure tells it for each, as a price, or as an average."""
    return is_no_part(story, claim) or _RATED.search(_clause(story, claim)) is not None


def told_whole(story: Story, claim: Claim) -> bool:
    """True for "of the 130 that chime", "all 130", "a total of 130": a whole of its own."""
    return _WHOLE.search(before(story, claim) + _DIGITS.split(claim.figure.text)[0]) is not None


def is_item(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True if a whole is one of a list itself, or a part is of a whole in words: "of the wells dug in 2019, 110 are dry"."""
    if any(_FRONTED.match(story.sentence(p)) for p in parts[1:] if p.sentence != parts[0].sentence):
        return True
    if _OF_THESE.search(before(story, whole)) and _DID.match(after(story, whole)):
        return True
    if told_whole(story, whole):
        return False
    if OF_THEM.match(after(story, whole)) or FURTHER.search(before(story, whole)):
        return True
    earlier = [c for c in story.around(whole, BACK) if c.figure.span < whole.figure.span]
    larger = [
        c for c in earlier if of_one_unit(c, whole) and surely_less(whole.figure.amount, c.figure.amount)
    ]
    return any(
        c.block not in DISPLAY and is_of_noun(story, whole, c) and not is_rated(story, c) for c in larger
    )


def _clause(story: Story, claim: Claim) -> str:
    return _CLAUSE.split(before(story, claim, 90))[-1] + "# " + _CLAUSE.split(after(story, claim, 90))[0]


__all__: Sequence[str] = [
    "OF_THE",
    "Gathered",
    "are_named",
    "gather",
    "is_item",
    "is_loose",
    "is_of_noun",
    "is_rated",
    "is_small",
    "level",
    "noun_behind",
    "told_whole",
]
