"""A rate with a part and a whole, by what the text shows of the three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.fraction import is_below_peak
from extractor.reconcile.link.tie.triple import (
    BEHIND,
    Choice,
    Triple,
    around,
    between,
    distance,
    position,
    step,
    unit_of,
)
from extractor.reconcile.link.window.no_share import NO_SHARE, SINCE, is_other, is_ruled_out
from extractor.reconcile.link.window.others import is_of_others
from extractor.reconcile.link.window.scope import after, before, one_place, stems
from extractor.reconcile.link.window.share import (
    MOVED,
    OF_FIGURE,
    PARTITIVE,
    counted_off,
    has_other_whole,
    of_base,
    partitive,
    said_again,
    says_rate,
    set_against,
)
from extractor.reconcile.story import DISPLAY, Story, family

_WHOLE = re.compile(
    rf"\b(?:{'|'.join(table('windows')['share']['whole'])})\s(?:[\w’'-]+\s){{0,3}}$", re.IGNORECASE
)
_OF = re.compile(r"^\s?(?:per\scent\s|percent\s)?of\s((?:[^\s,.;:()]+\s?){1,3})", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:them|those|these|it|that|this|which|whom)\b", re.IGNORECASE)
_COLLECTIVE = re.compile(r"(?:the\s)?(?:total|whole|all|sum|lot|group|number)\b", re.IGNORECASE)
#: "Of Amazon's total": the whole has an owner, and is no figure beside it.
_OWNED = re.compile(
    r"[^,.;]{0,30}[’']s?\s(?:total|overall|annual|entire|full|sales|income|budget|profits?)\b"
)
#: Between a part and a whole that are set against each other.
_COMPARED = re.compile(
    r"\b(?:compared|against|versus|than|rather|up\sfrom|down\sfrom|up\son|down\son)\b", re.IGNORECASE
)
#: Before a rate that goes on about the figure before it: "712 fell ill, BUT almost half of them were well".
_BUT = re.compile(r"\b(?:but|while|although|though|whereas|yet)\s(?:\w+\s){0,2}$", re.IGNORECASE)
#: "19,600 were children, just under a third, and 4,900": the rate is of what stands before it.
_CLOSES = re.compile(r"^,\s(?:and|but|while|whereas)\s", re.IGNORECASE)
#: How a rate is set beside what it says again.
_SET = {
    "or": re.compile(r"\bor\s(?:\w+\s)?$", re.IGNORECASE),
    "bracket": re.compile(r"\(\s?(?:\w+\s)?$"),
    "dash": re.compile(r"[–—-]\s(?:\w+\s)?$"),
    "comma": re.compile(r",\s(?:\w+\s)?$"),
    "is": re.compile(r"\b(?:is|was|are|were|represents?|makes?|about)\s$", re.IGNORECASE),
}
#: Wholes below this have few shares.
LEAST = 5


def triples(story: Story, rate: Claim) -> Iterator[Triple]:
    """Each part and whole that a rate could be the share of; none for what is no share of a count."""
    if not _is_share(story, rate) or _OWNED.match(after(story, rate, BEHIND)):
        return
    amounts = around(story, rate, lambda c: family(c) in "CMU" and not is_change(c))
    choice = Choice(rate, amounts)
    for one, two in combinations(amounts, 2):
        part, whole = (one, two) if surely_less(one.figure.amount, two.figure.amount) else (two, one)
        if unit_of(one) != unit_of(two) or not surely_less(part.figure.amount, whole.figure.amount):
            continue
        if (whole.figure.value or 0) >= LEAST and (part.figure.value or 0) > 0:
            triple = Triple(rate, part, whole, choice)
            if not _is_ruled_out(story, triple):
                yield triple


def features(story: Story, triple: Triple) -> Iterator[str]:
    """What can be said of a rate, a part and a whole, beyond what can be said of any three figures."""
    rate, part, whole = triple.claims
    sides = position(story, rate, part)[0] + position(story, rate, whole)[0]
    tells = {
        "again": said_again(story, part, rate),
        "says": says_rate(story, rate, part),
        "partitive": part.sentence == whole.sentence and story.once(partitive, part, whole),
        "counted off": story.once(counted_off, part, whole),
        "part of": story.once(_tells_part, part),
    }
    yield from (f"{name}={told}" for name, told in tells.items())
    yield f"tells={sides}:{','.join(name for name, told in tells.items() if told)}"
    for name, claim in (("x", part), ("y", whole)):
        yield f"whole {name}={story.once(_names_whole, claim)}"
    of_figure = rate.figure.span < whole.figure.span and OF_FIGURE.match(between(story, rate, whole))
    yield f"of figure={bool(of_figure)}"
    of = _of(story, triple)
    yield f"of={of}"
    yield f"of={of}:{sides}"
    yield f"against={story.once(set_against, part, whole)}"
    yield f"set={story.once(_set, rate)}"
    closer = [c for c in story.in_sentence(part.sentence) if family(c) == "P" and c is not rate]
    if any(distance(c, part) < distance(rate, part) for c in closer):
        yield "closer rate"
    nearest = distance(rate, triple.rivals[0]) if triple.rivals else 9999
    yield f"rival apart={step(nearest, 20, 60, 150, 400)}"


def _names_whole(story: Story, claim: Claim) -> bool:
    return _WHOLE.search(before(story, claim, 40)) is not None


def _set(story: Story, rate: Claim) -> str:
    led = before(story, rate, 14)
    return next((name for name, pattern in _SET.items() if pattern.search(led)), "other")


def relation(story: Story, triple: Triple) -> Relation:
    """The rate as part of whole."""
    rate, part, whole = triple.claims
    roles = (Role("rate", rate), Role("part", part), Role("whole", whole))
    extent = triple.extent
    cue = Cue(story.document.id, extent, story.words(extent))
    return Relation("share", roles, cue, "contextual", rivals=triple.choice.claims)


def _is_share(story: Story, rate: Claim) -> bool:
    """True unless a rate is a change, interest, a chance, what is usual, or open to one side."""
    if rate.block in DISPLAY or family(rate) != "P" or is_change(rate) or rate.direction is not None:
        return False
    if rate.figure.amount.low is None or rate.figure.amount.high is None or rate.statistic == "mean":
        return False
    if is_other(story, rate):
        return False
    return not (NO_SHARE.search(before(story, rate, 20)) or SINCE.match(after(story, rate)))


def _is_ruled_out(story: Story, triple: Triple) -> bool:
    """True where the words say that the rate is of something else, or set the two against each other."""
    rate, part, whole = triple.claims
    if not of_base(rate, part, whole) or story.once(_are_compared, part, whole):
        return True
    if is_below_peak(story, rate, whole):
        return True
    if _of(story, triple) == "other" or is_ruled_out(story, rate, part, whole):
        return True
    if (
        rate.figure.span < part.figure.span
        and part.sentence == rate.sentence
        and ";" in between(story, rate, part)
    ):
        return True
    other = has_other_whole(story, rate, whole)
    return other or _is_whole(story, rate, part) or _is_apposed(story, rate, part)


def _are_compared(story: Story, part: Claim, whole: Claim) -> bool:
    """True for counts of other places or things, set against each other, moved or means: no part and whole."""
    if not one_place(part, whole) or "mean" in (part.statistic, whole.statistic):
        return True
    if not _one_noun(part, whole) and not story.once(_tells_part, part):
        return True
    if story.once(_is_moved, part) or (whole.sentence < part.sentence and is_of_others(story, part, whole)):
        return True
    return bool(_COMPARED.search(between(story, part, whole))) and not story.once(partitive, part, whole)


def _is_moved(story: Story, part: Claim) -> bool:
    return MOVED.search(before(story, part, 40)) is not None


def _one_noun(part: Claim, whole: Claim) -> bool:
    """False where both name what they count and the nouns differ: replies and chairs."""
    named = [c.measure for c in (part, whole) if c.measure is not None and c.measure.found == "here"]
    return len(named) < 2 or may_be_one(named[0].key, named[1].key)


def _tells_part(story: Story, part: Claim) -> bool:
    """True for "of them 214", "38 of those"."""
    return bool(PARTITIVE.search(before(story, part, 30) + "·" + after(story, part, 30)))


def _is_whole(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "712 tested positive, but almost half of them": the rate is of the part."""
    if part.sentence != rate.sentence or part.figure.span > rate.figure.span:
        return False
    of = story.once(_words_behind, rate)
    told = of is not None and _PRONOUN.match(of[1]) is not None
    goes_on = _BUT.search(before(story, rate, 24)) is not None
    return told and (goes_on or not (said_again(story, part, rate) or story.once(_tells_part, part)))


def _is_apposed(story: Story, rate: Claim, part: Claim) -> bool:
    """True if a rate is set between commas behind a figure, and the part comes only after that."""
    if part.sentence != rate.sentence or part.figure.span < rate.figure.span:
        return False
    return _SET["comma"].search(before(story, rate, 14)) is not None and bool(
        _CLOSES.match(between(story, rate, part))
    )


def _words_behind(story: Story, rate: Claim) -> re.Match[str] | None:
    return _OF.match(after(story, rate))


def _of(story: Story, triple: Triple) -> str:
    """What the words behind a rate name as its whole: a pronoun, a number, one of the two, something else."""
    rate, part, whole = triple.claims
    of = story.once(_words_behind, rate)
    if of is None:
        return "none"
    if _PRONOUN.match(of[1]):
        return "pronoun"
    if any(c.isdigit() for c in of[1]):
        return "number"
    named = stems(of[1])
    end = rate.figure.span.end + of.end()
    for name, claim in (("whole", whole), ("part", part)):
        start = claim.figure.span.start
        led = story.document.text[max(end, start - 30) : start] if start > end else before(story, claim, 30)
        if named & stems(led + " " + after(story, claim, 40)):
            return name
    return "collective" if _COLLECTIVE.match(of[1]) or not named else "other"
