"""A rate with a part and a whole, by what the text shows of the three."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from extractor.model import Claim, Cue, Mention, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.fits.equations import percent, percent_change
from extractor.reconcile.link.fits.facts import Ends, ends, unit_of
from extractor.reconcile.link.guards.made import makes_share
from extractor.reconcile.link.tie.triple import Choice, Triple, around, between, distance, position, step
from extractor.reconcile.link.tie.wording import wording
from extractor.reconcile.link.window.counted import is_counted_of
from extractor.reconcile.link.window.no_share import NO_SHARE, REST, SINCE, is_other, is_ruled_out
from extractor.reconcile.link.window.scope import after, before, one_place
from extractor.reconcile.link.window.share import has_other_whole, of_base
from extractor.reconcile.story import AMOUNTS, DISPLAY, Story, family
from extractor.regexes import Regex

#: Behind a rate that is none of a count: "half a medium order", "40 per cent of votes counted at nine".
_OTHER = Regex(r"^\s(?:an?\s|of\s(?:the\s)?\w+\s(?:counted|in|declared|reported|tallied)\b)")
#: Behind a part that is one of equal ones, and behind a rate that is of the part itself: "$611,000, half of that".
_EACH = Regex(r"^\s?(?:[\w’'-]+\s)?(?:each|apiece)\b")
_OF_THAT = Regex(r"^\sof\s(?:that|this|it|which)\b")
_OF_THEM = Regex(r"^\sof\s(?:them|these|those|whom)\b")
#: From a part to a rate of something else: "48 were changed, AND IN 60 per cent of these", "and the city's rate IS".
_GOES_ON = Regex(r"\b(?:and|but|while|whereas|though|although|yet)\b")
_NEW_SUBJECT = Regex(
    r",\s(?:and|but|while|whereas|though|although)\s[^,;]*\b(?:is|was|are|were|stands?|stood)\s$"
)
#: Sentences before and after the rate's that may hold the whole; the part stands in the next one at most.
BEFORE, AFTER = 3, 1


def triples(story: Story, rate: Claim) -> Iterator[Triple]:
    """Each part and whole that a rate could be the share of; none for what is no share of a count."""
    if not _is_share(story, rate):
        return
    choice = Choice(rate, around(story, rate, lambda c: _is_amount(story, rate, c)))
    for one, two in combinations(choice.claims, 2):
        if unit_of(one) != unit_of(two):
            continue
        part, whole = (one, two) if _is_less(one, two) else (two, one)
        if _may_be_of(story, rate, part, whole) and not is_ruled_out(story, rate, part, whole):
            yield Triple(rate, part, whole, choice)


def _may_be_of(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for a part below its whole and near the rate, whose words count it from that."""
    if not _is_less(part, whole) or abs(story.number_of(part) - story.number_of(rate)) > 1:
        return False
    if _is_set_off(story, rate, part, whole) or not one_place(part, whole):
        return False
    if (
        not of_base(rate, part, whole)
        or has_other_whole(story, rate, whole)
        or REST.search(before(story, whole, 30))
    ):
        return False
    if _EACH.match(after(story, part)) or _is_of_part(story, rate, part):
        return False
    return part.sentence == whole.sentence or is_counted_of(story, rate, part, whole)


def _is_of_part(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "Marek's stand at $611,000, a little over half of that", and behind "and", "but", ";" for "of them" too."""
    if part.sentence != rate.sentence or rate.figure.span < part.figure.span:
        return False
    words, behind = between(story, part, rate), after(story, rate)
    if _OF_THAT.match(behind) or _NEW_SUBJECT.search(words):
        return True
    goes_on = ";" in words or _GOES_ON.search(words) is not None
    return goes_on and _OF_THEM.match(behind) is not None


def features(story: Story, triple: Triple) -> Iterator[str]:
    """What can be said of a rate, a part and a whole, beyond what can be said of any three figures."""
    rate, part, whole = triple.claims
    named = {"t": rate, "x": part, "y": whole}
    yield from wording(story, named)
    order = "".join(sorted(named, key=lambda letter: named[letter].figure.span))
    where = f"{order} {position(story, rate, part)}{position(story, rate, whole)}"
    yield f"at={where}"
    yield from _nouns(triple, order, where)
    yield from _rivalry(story, triple, order, where)
    yield f"negated={''.join(str(int(c.negated)) for c in triple.claims)}"
    yield f"in words={not any(c.isdigit() for c in rate.figure.text)}"
    yield from (f"hedged {letter}" for letter, claim in named.items() if claim.figure.hedge is not None)


def relation(story: Story, triple: Triple) -> Relation:
    """The rate as part of whole."""
    rate, part, whole = triple.claims
    roles = (Role("rate", rate), Role("part", part), Role("whole", whole))
    extent = triple.extent
    cue = Cue(story.document.id, extent, story.words(extent))
    return Relation("share", roles, cue, "contextual", rivals=triple.choice.claims)


def is_explained(story: Story, triple: Triple) -> bool:
    """True if the part makes the rate of another whole of the story, or the two make another rate near by.

    So is what is gone, where the two are levels ("it was 4.8, having been 6.4: a quarter of it had gone"), and the
    share in both, where they are two parts. A tie that fails so is no mismatch: the three were never one fact.
    """
    rate, part, whole = triple.claims
    stated, share, total = ends(rate), ends(part), ends(whole)
    if stated is None or share is None or total is None or _meet(stated, percent((share, total))):
        return False
    wholes = (
        c for c in story.claims if family(c) in AMOUNTS and unit_of(c) == unit_of(part) and c is not part
    )
    rates = (c for c in story.around(rate, 2) if c is not rate and family(c) == "P")
    told = any(makes_share(rate, part, c) for c in wholes) or any(makes_share(c, part, whole) for c in rates)
    both = (share[0] + total[0], share[1] + total[1])
    return told or _meet(stated, percent_change((total, share))) or _meet(stated, percent((share, both)))


def _meet(one: Ends, other: Ends) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _is_share(story: Story, rate: Claim) -> bool:
    """True unless a rate is a change, interest, a chance, what is usual, or open to one side."""
    if rate.block in DISPLAY or family(rate) != "P" or is_change(rate) or rate.direction is not None:
        return False
    if (
        ends(rate) is None
        or rate.statistic == "mean"
        or is_other(story, rate)
        or (rate.figure.value or 0) >= 100
    ):
        return False
    if _OTHER.match(after(story, rate)):
        return False
    return not (NO_SHARE.search(before(story, rate, 20)) or SINCE.match(after(story, rate)))


def _is_amount(story: Story, rate: Claim, claim: Claim) -> bool:
    apart = story.number_of(claim) - story.number_of(rate)
    told = family(claim) in AMOUNTS and not is_change(claim) and -BEFORE <= apart <= AFTER
    return told and (claim.figure.value or 0) > 0


def _is_set_off(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True where a semicolon stands between a part and both others: "261 passed; Bray, with 470, had 38 per cent"."""
    alone = part.sentence == rate.sentence and (part.figure.span < whole.figure.span) == (
        part.figure.span < rate.figure.span
    )
    near = min((rate, whole), key=lambda c: distance(part, c))
    return alone and ";" in between(story, part, near)


def _is_less(one: Claim, other: Claim) -> bool:
    """True if a figure is below another, whatever their roundings."""
    a, b = ends(one), ends(other)
    return a is not None and b is not None and a[1] < b[1] and a[0] < b[1]


def _nouns(triple: Triple, order: str, where: str) -> Iterator[str]:
    """Whether the three speak of one thing, as far as they name it."""
    rate, part, whole = triple.claims
    base, counted = _same(rate.base, whole.measure), _same(part.measure, whole.measure)
    yield f"base={base}:{rate.base.found if rate.base is not None else 'none'}"
    yield f"at:base={where}:{base}"
    yield f"nouns={order}:{base}:{counted}"
    yield f"counted={order}:{counted}"
    yield f"base of part={order}:{_same(rate.base, part.measure)}"
    yield f"rate of={_same(rate.measure, part.measure)}:{_same(rate.measure, whole.measure)}"


def _same(one: Mention | None, other: Mention | None) -> str:
    if one is None or other is None:
        return "none"
    return "same" if one.key == other.key else "alike" if may_be_one(one.key, other.key) else "differ"


def _rivalry(story: Story, triple: Triple, order: str, where: str) -> Iterator[str]:
    """Which other figures could be the part or the whole, and which other rates stand by."""
    rate, part, whole = triple.claims
    of_unit = triple.of_unit
    for letter, claim in (("x", part), ("y", whole)):
        place = f"{step(of_unit.index(claim), 0, 1, 2, 3, 5)}"
        yield f"place {letter}={place}:{position(story, rate, claim)}"
        yield f"at:place {letter}={where}:{place}"
    larger = [c for c in of_unit if _is_less(part, c) and distance(rate, c) < distance(rate, whole)]
    yield f"larger nearer={min(len(larger), 3)}"
    yield f"at:larger nearer={where}:{min(len(larger), 3)}"
    first, *_, last = sorted(triple.claims, key=lambda c: c.figure.span)
    told = {c.id for c in triple.claims}
    inside = [c for c in story.starting(first.figure.span.start, last.figure.span.start) if c.id not in told]
    alike = step(sum(unit_of(c) == unit_of(part) for c in inside), 0, 1, 2, 4)
    yield f"inside={order}:{alike}"
    yield f"at:inside={where}:{alike}"
    yield f"rates inside={order}:{min(sum(family(c) == 'P' for c in inside), 3)}"
    own = [c for c in of_unit if c.sentence == rate.sentence]
    yield f"beside={min(len(own), 4)}:{part.sentence == rate.sentence}{whole.sentence == rate.sentence}"
    rates = sum(family(c) == "P" for c in story.in_sentence(rate.sentence))
    yield f"rates beside={min(rates, 3)}"
