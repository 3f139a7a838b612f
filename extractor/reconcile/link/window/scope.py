"""Windows: the sentences around a figure in which what it is made of should stand.

A window grows from the figure's own sentence to its neighbours. Only figures of the running
text are in it: headlines and captions repeat the body, and a repeat is no second choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractor.model import Claim, Cue, Span
from extractor.nouns import may_be_one
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import how_many

#: How many sentences before and after the figure's own a window may take in, the nearest first.
REACH = ((0, 0), (1, 0), (0, 1), (2, 0))
#: Characters without any figure that may lie between two neighbouring sentences.
GAP = 160
#: A number without a unit is seldom in the unit of one that is so many times as large.
FACTOR = 10
#: A number and its scale alone.
_BARE = Regex(r"(?:[A-Za-z]+\s)*[\d.,]+(?:\s?(?:thousand|million|billion|trillion|lakh|crore|bn|m|k))?")


@dataclass(frozen=True, slots=True)
class Window:
    """Some neighbouring sentences, and the claims in them other than the one they are opened for."""

    target: Claim
    span: Span
    claims: tuple[Claim, ...]

    @property
    def narrow(self) -> bool:
        """True if the window is the sentence of its target."""
        return self.span == self.target.sentence


def windows(story: Story, target: Claim, reach: Sequence[tuple[int, int]] = REACH) -> Iterator[Window]:
    """The windows of a figure, from its sentence outwards; none for a headline or a caption."""
    if target.block in DISPLAY:
        return
    place = story.number_of(target)
    for before, after in reach:
        found = _neighbours(story, place, before, after)
        if found is not None:
            span = Span(found[0].start, found[-1].end)
            inside = [c for s in found for c in story.in_sentence(s)]
            yield Window(target, span, tuple(c for c in inside if c is not target and c.block not in DISPLAY))


def _neighbours(story: Story, place: int, before: int, after: int) -> Sequence[Span] | None:
    """So many sentences around one; None where the text ends, or something long lies between."""
    first, last = place - before, place + after
    if first < 0 or last >= len(story.sentences):
        return None
    found = story.sentences[first : last + 1]
    near = all(b.start - a.end <= GAP for a, b in pairwise(found))
    apart = story.block_number(found[-1].start) - story.block_number(found[0].start)
    return found if near and apart <= 1 else None


def nearest_before(story: Story, target: Claim) -> Span | None:
    """The last sentence with figures before the target's."""
    for place in range(story.number_of(target) - 1, -1, -1):
        if any(c is not target for c in story.in_sentence(story.sentences[place])):
            return story.sentences[place]
    return None


def units(claims: Iterable[Claim], families: str) -> Iterator[tuple[Claim, ...]]:
    """The claims of some families, by family and unit; each value once, the last printed of it."""
    groups: dict[tuple[str, str], dict[object, Claim]] = {}
    for claim in claims:
        kind = family(claim)
        if kind in families:
            unit = "" if kind in "CP" else claim.figure.amount.unit
            groups.setdefault((kind, unit), {})[claim.figure.amount] = claim
    counts = tuple(groups.get(("C", ""), {}).values())
    for (kind, _), group in groups.items():
        alone = tuple(group.values())
        yield alone if kind == "C" or len(alone) > 1 else _with_unit_left_out(alone[0], counts)


def _with_unit_left_out(measured: Claim, counts: Sequence[Claim]) -> tuple[Claim, ...]:
    """ "96,400 tonnes ... In 2024 it was 120,500": the one measured figure with the one bare number."""
    keys = {measured.measure.key if measured.measure is not None else "", measured.figure.amount.unit}
    bare = [c for c in counts if c.measure is None or c.measure.key in keys or c.measure.found != "here"]
    return (
        (measured, *bare)
        if len(bare) == 1 and family(measured) in "UDR" and of_one_size(measured, bare[0])
        else (measured,)
    )


def leaves_unit_out(claim: Claim) -> bool:
    """True for an amount whose unit stands with another one, "4.5 million" behind "5.4 million litres"."""
    return family(claim) in "MUR" and _BARE.fullmatch(claim.figure.text) is not None


def of_one_size(a: Claim, b: Claim) -> bool:
    """True if neither number is so much larger that its unit cannot be the other's."""
    x, y = a.figure.value, b.figure.value
    return x is not None and y is not None and x > 0 and y > 0 and max(x / y, y / x) <= FACTOR


def of_one_noun(claims: Sequence[Claim], target: Claim) -> tuple[Claim, ...]:
    """Those claims that count what most of the text around the target counts, where a noun tells."""
    keys = {m.key for m in (target.measure, target.base) if m is not None}
    named = [c for c in claims if c.measure is not None and any(may_be_one(c.measure.key, k) for k in keys)]
    return tuple(named) if len(named) == 2 else tuple(claims)


def one_thing(a: Claim, b: Claim) -> bool:
    """False where two counts name different things."""
    if a.measure is None or b.measure is None or family(a) != "C":
        return True
    if "here" not in (a.measure.found, b.measure.found):
        return True
    return may_be_one(a.measure.key, b.measure.key)


def one_place(a: Claim, b: Claim) -> bool:
    """False where two figures name their places themselves and the places differ."""
    if a.place is None or b.place is None or a.place.key == b.place.key:
        return True
    return "here" not in (a.place.found, b.place.found)


#: "So that the four cost $5.3 million between them": how many a total is told for.
_HOW_MANY = Regex(
    r"\b(?:the|all|those|these)\s(two|three|four|five|six|seven|eight|nine|ten)\b"
    r"(?!\s(?:years?|months?|weeks?|days?|hours?|quarters?|seasons?|decades?|times)\b)[^;.]*$",
    re.IGNORECASE,
)


#: A subject of its own, and no "the two", "together" or "the total".
_SUBJECT = Regex(
    r"[“\"‘]?(?:The|Its|Their|His|Her|Our)\s(?!(?:two|three|four|five|six|pair|total|sum|tally|combined|bill|cost|lot|whole)\b)"
    r"(?:[\w’'-]+\s){1,3}?(?!(?:together|jointly|all)\b)[a-z]{3,}\s(?:[\w’'-]+\s){0,2}$"
)
_ALL = Regex(r"^\s(?:[\w’'-]+\s)?(?:in\sall|altogether|in\stotal|all\stold|overall)\b", re.IGNORECASE)


def may_be_for(story: Story, total: Claim, parts: Sequence[Claim]) -> bool:
    """False if the words before a total tell it for more or fewer things than its parts are.

    "The top 100 owe £274m between them", behind the sentences of two sums, is the total of the 100.
    "The trust took 3,300 in all", behind those of two of its clinics, may be that of more.
    """
    if all(p.sentence.end <= total.sentence.start for p in parts):
        led = story.lead(total)
        if _ALL.match(after(story, total)) and _SUBJECT.match(led):
            return False
        own = (c for c in story.in_sentence(total.sentence) if c.figure.span < total.figure.span)
        if any(family(c) == "C" and c.figure.value != len(parts) for c in own):
            return False
    found = _HOW_MANY.search(before(story, total))
    if found is None:
        return True
    number = found[1].lower()
    return sum(p.figure.text.lower() != number for p in parts) == how_many(number)


#: "For the 363 places: 319 of them", "11 of her 12 players": the one is a part of the other.
_OF_THEM = Regex(r"^\sof\s(?:it|them|those|these|whom|which)\b", re.IGNORECASE)
_OF_THE = Regex(
    r"^\s(?:[\w’'-]+\s)?of\s(?:the|its|their|his|her|our|my|all|those|these)\s(?:[\w’'-]+\s)?$", re.IGNORECASE
)


#: "140, or 45, against": a share that says the figure before it again, with its unit left out.
#: "121 closures, and of those 39 come first": a part of the 121.
_OF_THOSE = Regex(r"\b[Oo]f\s(?:those|these|them|which|whom)[,\s]\s?(?:just\s|only\s|about\s|some\s)?$")
#: How many characters before a figure "of those" begins at most.
_REACHES = 40
_SAID_AGAIN = Regex(r"^,?\s(?:or\s|\()$")


def are_nested(story: Story, parts: Sequence[Claim]) -> bool:
    """True if the words make one figure of a list a part of another."""
    of_them = any(_OF_THEM.match(after(story, p)) for p in parts[1:])
    gaps = (story.between(a, b) for a, b in pairwise(parts))
    return of_them or any(
        _OF_THE.match(g) or _SAID_AGAIN.match(g) or _OF_THOSE.search(g, max(0, len(g) - _REACHES))
        for g in gaps
    )


def in_one_paragraph(story: Story, parts: Sequence[Claim]) -> bool:
    """False for "will lose two of their 78.¶ The wrestlers won 22": the two are of another count."""
    return len({story.block_number(p.figure.span.start) for p in parts}) < 2


#: "They are owed £2.1m. That is": the parser takes such a stop for that of a shortened word and reads on.
STOP = Regex(r"(?<=[a-z\d)”][.!?])\s(?=[A-Z“])")


#: Behind a part of what was told before: "22 acrobats and 34 riggers, ten OF THEM hired by the day".
OF_THEM = Regex(r"^\sof\s(?:them|these|those|which|whom)\b", re.IGNORECASE)


def before(story: Story, claim: Claim, reach: int = 60) -> str:
    """The words before a figure in its sentence."""
    return story.document.text[
        max(claim.sentence.start, claim.figure.span.start - reach) : claim.figure.span.start
    ]


def after(story: Story, claim: Claim, reach: int = 60) -> str:
    """The words behind a figure in its sentence."""
    return story.document.text[claim.figure.span.end : min(claim.sentence.end, claim.figure.span.end + reach)]


def cue(story: Story, window: Window) -> Cue:
    """The window as the words that tie its figures."""
    return Cue(story.document.id, window.span, story.words(window.span))


_WORD = Regex(r"[A-Za-z]{4,}")


@lru_cache(maxsize=4096)
def stems(words: str) -> frozenset[str]:
    """The beginnings of the longer words, by which a thing named twice is known again."""
    return frozenset([w.lower()[:5] for w in _WORD.findall(words)])
