"""The rate of a whole beside those of the groups that make it up: "71 per cent in one ward, 64 in the other, 73 overall".

It lies between the lowest and the highest of them, whatever their sizes. The rates of the groups stand in one
sentence, the whole's or one beside it, and the text says that there are no more of them: by words that leave no
third ("boys", "girls"), by how many there are ("the trust's two departments"), or by counts that add up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("orders")["overall"]
_WHOLE = any_of(_WORDS["whole"])
_THEN, _NARROW = any_of(_WORDS["then"]), any_of(_WORDS["narrow"])
_JUDGED = Regex(rf"^\s{one_of(_WORDS['judged'])}")
_WIDE = frozenset(_WORDS["wide"])
_PLAIN, _RATES = (content_words(" ".join(_WORDS[n])) for n in ("plain", "rates"))
#: "The trust's overall figure": whose it is.
_OWNER = Regex(r"\b(?:the|its|their)\s[\w-]+(?:[’']s|s[’'])(?=\s)", re.IGNORECASE)
#: Groups whose rates go on about what was told of the whole: "Among girls the figure was 79 per cent".
_GOES_ON = Regex(r"\b(?:[Ii]t|that|the\s(?:figure|share|rate|proportion))\s(?:was|is|stood|came)\b")
_DIVIDES = tuple(tuple(any_of([side]) for side in pair) for pair in _WORDS["divides"])
_TWO = Regex(rf"\b(?:two|both)\s(?:[\w-]+\s){{0,2}}?{one_of(_WORDS['sites'])}\b", re.IGNORECASE)
_BREAK = Regex(r"[,;:.()–—]\s?|\s(?:and|but|while|whereas|against|with)\s")
#: Behind a rate: a verb or noun that says what the whole is of, up to the next stop.
_TAIL = Regex(r"^[^,;:.()–—]*")
_AVERAGE = Regex(r"\b(?:averag\w+|mean|median|typical\w*)\b", re.IGNORECASE)
#: Paragraphs around the whole in which the groups are counted.
_REACH = 2
#: A slip makes a rate no more than so many times too large or too small.
_FACTOR = 2


def wholes_outside(story: Story) -> Iterator[Relation]:
    """One relation for each rate of a whole that stands by the rates of all its groups."""
    for whole in story.claims:
        if _is_level(story, whole):
            said = _said(story, whole)
            if said is not None:
                yield from _relations(story, whole, said)


def _is_level(story: Story, claim: Claim) -> bool:
    """True for a rate, and for an average told as one in its sentence."""
    a = claim.figure.amount
    told = (
        claim.block not in DISPLAY and claim.stance == "asserted" and a.low is not None and a.high is not None
    )
    if not told or is_change(claim) or claim.direction is not None:
        return False
    return family(claim) == "P" or (
        family(claim) in "UMDC" and _AVERAGE.search(story.sentence(claim)) is not None
    )


def _said(story: Story, whole: Claim) -> re.Match[str] | None:
    """The words that make a rate that of a whole, before it in its clause or right behind it."""
    led = _clause(story, whole)[0]
    return _WHOLE.search(led) or _WHOLE.search(_TAIL.match(after(story, whole, 40))[0])  # type: ignore[index]


def _clause(story: Story, claim: Claim) -> tuple[str, str]:
    """What stands before and behind a figure, up to the figures beside it."""
    beside = [c.figure.span for c in story.in_sentence(claim.sentence)]
    start = max((s.end for s in beside if s < claim.figure.span), default=claim.sentence.start)
    end = min((s.start for s in beside if claim.figure.span < s), default=claim.sentence.end)
    return story.words(Span(start, claim.figure.span.start)), story.words(Span(claim.figure.span.end, end))


def _relations(story: Story, whole: Claim, said: re.Match[str]) -> Iterator[Relation]:
    for groups in _groups(story, whole):
        first, last = (
            min(c.sentence.start for c in (whole, *groups)),
            max(c.sentence.end for c in (whole, *groups)),
        )
        extent = Span(first, last)
        if _is_one_rate(story, whole, groups, said) and _are_all(story, whole, groups, said):
            roles = (Role("stated", whole), *(Role("group", c) for c in groups))
            yield Relation("mean", roles, Cue(story.document.id, extent, story.words(extent)), "contextual")
            return


def _groups(story: Story, whole: Claim) -> Iterator[tuple[Claim, Claim]]:
    """The two other rates of its sentence, or else those right before or right behind it."""
    near = [c for c in story.around(whole, 1) if _is_level(story, c) and unit_of(c) == unit_of(whole)]
    own = [c for c in near if c.sentence == whole.sentence and c is not whole]
    if len(own) == 2:
        yield own[0], own[1]
    if own:
        return
    before_, behind = (
        [c for c in near if c.sentence.end <= whole.sentence.start],
        [c for c in near if c.sentence.start >= whole.sentence.end],
    )
    for both in (before_[-2:], behind[:2]):
        beside = [c for c in near if c not in both and {c.sentence} & {b.sentence for b in both}]
        if len(both) == 2 and not beside and _is_next(story, whole, both):
            yield both[0], both[1]


def _is_next(story: Story, whole: Claim, both: Sequence[Claim]) -> bool:
    """True if no more than one sentence with figures lies between the three."""
    numbers = sorted(story.number_of(c) for c in (whole, *both))
    return numbers[-1] - numbers[0] <= 2


def _is_one_rate(story: Story, whole: Claim, groups: Sequence[Claim], said: re.Match[str]) -> bool:
    """True if the words beside the rate of the whole name nothing that those of the groups do not."""
    told = {c.sentence for c in (whole, *groups)}
    if any(_THEN.search(story.words(span)) for span in told) or len({c.negated for c in groups}) > 1:
        return False
    if any(_NARROW.search(" ".join(_part(story, c))) for c in groups):
        return False
    values = [float(c.figure.value or 0) for c in (whole, *groups)]
    if min(values) <= 0 or not any(1 / _FACTOR < values[0] / v < _FACTOR for v in values[1:]):
        return False
    return _goes_on(story, whole, groups) or not _new_words(story, whole, groups, said)


def _goes_on(story: Story, whole: Claim, groups: Sequence[Claim]) -> bool:
    """True if the rates of the groups stand behind that of the whole and name nothing but the groups."""
    follow = all(c.figure.span.start > whole.figure.span.end for c in groups)
    return follow and _GOES_ON.search(story.sentence(groups[0])) is not None


def _new_words(story: Story, whole: Claim, groups: Sequence[Claim], said: re.Match[str]) -> set[str]:
    """The beginnings of words around the rate of the whole that neither those of the groups nor the lead tell."""
    led, tail = _clause(story, whole)
    tail = _TAIL.match(tail)[0]  # type: ignore[index]
    own = _OWNER.sub(" ", _WHOLE.sub(" ", led)) + (" " if _JUDGED.match(tail) else _WHOLE.sub(" ", tail))
    own = re.sub(r"^.*[,;:](?=.*\w)", " ", own) if whole.sentence == groups[0].sentence else own
    words = content_words(own) - _PLAIN - content_words(_named(said))
    told = content_words(" ".join(story.sentence(c) for c in groups))
    words -= frozenset() if told & _RATES else _RATES
    return {w[:4] for w in words} - {w[:4] for w in told} - _told_before(story, whole)


def _told_before(story: Story, whole: Claim) -> set[str]:
    """The beginnings of words by which the story opens, its names and its topic."""
    first = next((z for z in story.zones if z.kind not in DISPLAY), story.zones[0])
    if first.span.end > whole.sentence.start:
        return set()
    return {w[:4] for w in content_words(story.document.text[story.start : first.span.end])}


def _named(said: re.Match[str]) -> str:
    return next((w for w in said.groupdict().values() if w), "")


def _are_all(story: Story, whole: Claim, groups: Sequence[Claim], said: re.Match[str]) -> bool:
    """True if the groups are all of the whole."""
    noun = _named(said).lower()
    text = story.document.text[story.start : whole.sentence.start].lower()
    text = text.replace(said[0].lower(), "")
    known = not noun or re.search(rf"\b{noun[:6]}", text) is not None
    if known and any(_divide(story, groups, pair) for pair in _DIVIDES):
        return True
    if noun in _WIDE and not known:
        return False
    return _are_two(story, whole, groups) or _are_summed(story, whole, groups)


def _part(story: Story, claim: Claim) -> tuple[str, str]:
    """What stands right around a figure in its part of the sentence: "Among the women, 72 per cent had a job"."""
    led, tail = _clause(story, claim)
    breaks = [m.end() for m in _BREAK.finditer(led) if m[0].strip() != "," or led[m.end() :].strip()]
    behind = _BREAK.search(tail)
    return led[breaks[-1] if breaks else 0 :], tail[: behind.start()] if behind is not None else tail


def _divide(story: Story, groups: Sequence[Claim], pair: Sequence[Regex]) -> bool:
    one, other = (" ".join(_part(story, c)) for c in groups)
    first, last = pair
    for a, b in ((one, other), (other, one)):
        if first.search(a) and last.search(b) and not last.search(a) and not first.search(b):
            return True
    return False


def _are_two(story: Story, whole: Claim, groups: Sequence[Claim]) -> bool:
    """True if the text says "its two wards" close before, and the groups are named apart."""
    start = story.zones[max(0, story.block_number(whole.sentence.start) - _REACH)].span.start
    words = story.words(Span(start, max(c.sentence.end for c in (whole, *groups))))
    one, other = (_name(story, c) for c in groups)
    return _TWO.search(words) is not None and bool(one - other) and bool(other - one)


def _name(story: Story, claim: Claim) -> frozenset[str]:
    return content_words(" ".join(_part(story, claim)))


def _are_summed(story: Story, whole: Claim, groups: Sequence[Claim]) -> bool:
    """True if two counts of groups so named make a third: "12,500 girls" and "13,750 boys" of 26,250."""
    counts = [c for c in story.around(whole, _REACH) if family(c) == "C" and c.figure.hedge is None]
    values = {c.figure.value for c in counts if c.figure.value}
    one, other = (_name(story, c) for c in groups)
    one, other = one - other, other - one
    for a, b in combinations(counts, 2):
        if a.sentence == b.sentence and (a.figure.value or 0) + (b.figure.value or 0) in values:
            x, y = _name(story, a), _name(story, b)
            x, y = x - y, y - x
            if (x & one and y & other) or (x & other and y & one):
                return True
    return False


__all__ = ["wholes_outside"]
