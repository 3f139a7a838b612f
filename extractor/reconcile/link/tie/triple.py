"""A figure with two others that it may be made of, and what the text shows of the three.

Every feature is one printed fact with a name, "order=2" or "period tx=same": the weights of
`data/ties.toml` say how much each speaks for one tie. None looks whether the numbers fit.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractor.model import Amount, Claim, Mention, Period, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.fits.confirm import HEAP
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.window.change import OTHER_CLAUSE
from extractor.reconcile.link.window.scope import after, before, stems
from extractor.reconcile.speakers import speakers_of
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Sentences before and after the target's that may hold the others, and characters to them.
BEFORE, AFTER, FAR = 4, 3, 1000


@dataclass(frozen=True)
class Choice:
    """The figures that could be one of the others of a target, and what its triples ask of them in common."""

    target: Claim
    #: In print order.
    claims: tuple[Claim, ...]

    def of_units(self, units: frozenset[str]) -> tuple[Claim, ...]:
        """All figures of some units, the nearest to the target first."""
        found = self._of_units.get(units)
        if found is None:
            own = [c for c in self.claims if unit_of(c) in units]
            found = self._of_units[units] = tuple(sorted(own, key=lambda c: distance(self.target, c)))
        return found

    def amount(self, claim: Claim) -> int:
        """Equal for figures of the choice that print the same amount."""
        return self._amounts[claim.id]

    @cached_property
    def _of_units(self) -> dict[frozenset[str], tuple[Claim, ...]]:
        return {}

    @cached_property
    def _amounts(self) -> dict[str, int]:
        numbers: dict[Amount, int] = {}
        return {c.id: numbers.setdefault(c.figure.amount, len(numbers)) for c in self.claims}


@dataclass(frozen=True)
class Triple:
    """A figure under test and two others: a change with two levels in print order, a rate with part and whole."""

    target: Claim
    first: Claim
    second: Claim
    #: All figures that could have been the others.
    choice: Choice

    @property
    def claims(self) -> tuple[Claim, Claim, Claim]:
        """The three, the target first."""
        return self.target, self.first, self.second

    @cached_property
    def extent(self) -> Span:
        """From the first sentence of the three to the end of the last."""
        return Span(min(c.sentence.start for c in self.claims), max(c.sentence.end for c in self.claims))

    @cached_property
    def rivals(self) -> tuple[Claim, ...]:
        """The other figures of the unit, those that repeat one of the two left out; the nearest first."""
        amount = self.choice.amount
        own = amount(self.first), amount(self.second)
        return tuple([c for c in self.of_unit if amount(c) not in own])

    @cached_property
    def of_unit(self) -> tuple[Claim, ...]:
        """All figures of the unit, or the two units where one of them leaves it out; the nearest first."""
        return self.choice.of_units(frozenset((unit_of(self.first), unit_of(self.second))))


def around(story: Story, target: Claim, admits: Callable[[Claim], bool]) -> tuple[Claim, ...]:
    """The figures of the running text near a target that could be one of the others; none of a heap of them."""
    place, start = story.number_of(target), target.figure.span.start
    return tuple(
        c
        for c in story.starting(start - FAR, start + FAR)
        if c is not target
        and c.block not in DISPLAY
        and len(story.in_sentence(c.sentence)) <= HEAP
        and -BEFORE <= story.number_of(c) - place <= AFTER
        and c.figure.amount.low is not None
        and c.figure.amount.high is not None
        and admits(c)
    )


def features(story: Story, triple: Triple) -> Iterator[str]:
    """What can be said of any three figures at a look."""
    yield "all"
    yield from _places(story, triple)
    t, x, y = triple.claims
    yield from story.once(_of_tx, t, x)
    yield from story.once(_of_ty, t, y)
    yield from story.once(_of_xy, x, y)
    yield f"speakers={step(len(speakers_of(triple.claims)), 0, 1)}"
    yield from _sizes(triple)


#: The names of what `late` describes. What a name tells stands behind "="; a triple has each name once at most.
LATE = frozenset(
    (
        *("rivals", "rivals anywhere", "rivals beside", "changes", "rates", "nearest", "nearest two"),
        *(f"passed {name}{what}" for name in ("t", "xy") for what in ("", " change")),
        *(f"{of} {name}" for of in ("words", "sentence") for name in ("tx", "ty", "xy")),
    )
)


def late(story: Story, triple: Triple) -> Iterator[str]:
    """What can be said of any three figures and takes longest to look for: rivals, and words that they share."""
    yield from _rivals(story, triple)
    t, x, y = triple.claims
    for name, a, b in (("tx", t, x), ("ty", t, y), ("xy", x, y)):
        yield from _shared_words(story, name, a, b)


def position(story: Story, target: Claim, other: Claim) -> str:
    """S for one sentence, P1 for the sentence before, N2 for the next but one."""
    apart = story.number_of(other) - story.number_of(target)
    return "S" if apart == 0 else f"{'P' if apart < 0 else 'N'}{abs(apart)}"


def between(story: Story, one: Claim, other: Claim) -> str:
    """The text between two figures."""
    first, last = sorted((one.figure.span, other.figure.span))
    return story.document.text[first.end : last.start]


def distance(one: Claim, other: Claim) -> int:
    """How many characters lie between two figures."""
    first, last = sorted((one.figure.span, other.figure.span))
    return max(0, last.start - first.end)


def step(number: float, *steps: float) -> str:
    """The first of the steps that a number does not exceed; "more" above all of them."""
    return next((f"{s:g}" for s in steps if number <= s), "more")


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


_WORD = Regex(r"\w+")
_PRONOUN = Regex(r"[“\"‘]?(?:that|this|it|they|those|these|so|of (?:them|those|these))\b", re.IGNORECASE)
_ARTICLE = Regex(r"[“\"‘]?(?:the|a|an|its|their)\b", re.IGNORECASE)


def _places(story: Story, triple: Triple) -> Iterator[str]:
    t, x, y = triple.claims
    where = position(story, t, x), position(story, t, y)
    sides = where[0][0] + where[1][0]
    order = "".join(
        name for _, name in sorted((c.figure.span, n) for c, n in zip((t, x, y), "txy", strict=True))
    )
    yield f"where={where[0]},{where[1]}"
    yield f"sides={sides}"
    yield f"order={order}"
    yield f"order={order}:{sides}"
    yield f"zones={step(max(story.paragraphs_apart(t, c) for c in (x, y)), 0, 1, 2)}"
    yield f"opens={story.once(_opens, t)}:{'S' in sides}"


def _opens(story: Story, claim: Claim) -> str:
    opening = story.lead(claim)
    return "pronoun" if _PRONOUN.match(opening) else "article" if _ARTICLE.match(opening) else "other"


def _of_tx(story: Story, t: Claim, x: Claim) -> Sequence[str]:
    """What can be said of two of the three alone, and holds for all triples that hold them."""
    return [*_apart(story, "tx", t, x), *_slots("tx", t, x)]


def _of_ty(story: Story, t: Claim, y: Claim) -> Sequence[str]:
    return [*_apart(story, "ty", t, y), *_slots("ty", t, y)]


def _of_xy(story: Story, x: Claim, y: Claim) -> Sequence[str]:
    return [*_apart(story, "xy", x, y), *_slots("xy", x, y)]


def _apart(story: Story, name: str, a: Claim, b: Claim) -> Iterator[str]:
    words = between(story, a, b)
    yield f"apart {name}={step(count_words(words), 2, 4, 7, 11, 20, 40, 80)}"
    if a.sentence == b.sentence and OTHER_CLAUSE.search(words):
        yield f"clause {name}"


def _slots(name: str, a: Claim, b: Claim) -> Iterator[str]:
    yield f"measure {name}={_nouns(a.measure, b.measure)}"
    yield f"period {name}={_keys(a.period, b.period)}"
    yield f"place {name}={_keys(a.place, b.place)}"
    if a.negated != b.negated:
        yield f"negated {name}"
    if a.event is not None and b.event is not None:
        yield f"event {name}={a.event.key == b.event.key}"
    if name != "xy":
        yield f"base {name[1]}={_nouns(a.base, b.measure)}"


def _rivals(story: Story, triple: Triple) -> Iterator[str]:
    t, x, y = triple.claims
    extent = triple.extent
    rivals = triple.rivals
    inside = [c for c in rivals if extent.contains(c.figure.span)]
    yield f"rivals={step(len(inside), 0, 1, 2)}"
    yield f"rivals anywhere={step(len(rivals), 0, 1, 2, 4)}"
    yield f"rivals beside={step(sum(c.sentence == t.sentence for c in inside), 0, 1)}"
    others = [c for c in story.in_sentence(extent) if c is not t]
    yield f"changes={step(sum(map(is_change, others)), 0, 1, 2)}"
    rates = [c for c in others if family(c) == "P" and c is not x and c is not y]
    yield f"rates={step(len(rates), 0, 1, 2)}"
    nearest, next_one = triple.of_unit[:2]
    yield f"nearest={'x' if nearest is x else 'y' if nearest is y else 'rival'}"
    yield f"nearest two={(nearest is x or nearest is y) and (next_one is x or next_one is y)}:{step(len(rivals), 0, 1, 2)}"
    near = x if distance(t, x) <= distance(t, y) else y
    for name, a, b in (("t", t, near), ("xy", x, y)):
        passed = [c for c in _passed(story, a, b) if c is not t and c is not x and c is not y]
        yield f"passed {name}={step(len(passed), 0, 1)}"
        if any(map(is_change, passed)):
            yield f"passed {name} change"


def _passed(story: Story, a: Claim, b: Claim) -> Iterator[Claim]:
    """The figures between two."""
    first, last = sorted((a.figure.span, b.figure.span))
    return (c for c in story.starting(first.start, last.start) if first < c.figure.span < last)


def _nouns(one: Mention | None, other: Mention | None) -> str:
    if one is None or other is None:
        return "none"
    told = "same" if one.key == other.key else "alike" if may_be_one(one.key, other.key) else "differ"
    return f"{told}:{int(one.found == 'here')}{int(other.found == 'here')}"


def _keys(one: Mention | Period | None, other: Mention | Period | None) -> str:
    if one is None or other is None:
        return "none"
    return f"{'same' if one.key == other.key else 'differ'}:{(one.found == 'here') + (other.found == 'here')}"


def _shared_words(story: Story, name: str, a: Claim, b: Claim) -> Iterator[str]:
    """Words that the passages of two of the three share."""
    near = [stems(f"{before(story, c, 40)} {after(story, c, 40)}") for c in (a, b)]
    yield f"words {name}={step(len(near[0] & near[1]), 0, 1, 2)}"
    if name != "xy" and b.sentence != a.sentence:
        own = stems(story.sentence(a))
        yield f"sentence {name}={step(len(own & stems(story.sentence(b))), 0, 1, 2)}"


def _sizes(triple: Triple) -> Iterator[str]:
    t, x, y = triple.claims
    a, b = x.figure.value, y.figure.value
    small, large = (min(a, b), max(a, b)) if a is not None and b is not None else (0, 0)
    yield f"ratio={step(float(large / small), 1.3, 2, 4, 10, 50) if small > 0 else 'none'}"
    yield f"kind={family(t)}{'change' if is_change(t) else ''}"
    yield f"of={family(x)}"
    yield f"digits={any(c.isdigit() for c in t.figure.text)}"
    if small < 10:
        yield "small"
    for name in ("certainty", "stance", "statistic"):
        if getattr(x, name) != getattr(y, name):
            yield f"{name} differs"
    if (x.figure.hedge is None) != (y.figure.hedge is None):
        yield "hedge differs"
