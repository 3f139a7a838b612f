"""Figures of one unit that may make a sum, and the ways in which they make one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf

from extractor.amount import meet, middle, surely_less, total
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.scope import windows
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

WORDS = table("sums")
_NEXT_ROW = Regex(r"(?:\band|,|\bwhile)\s(?:[A-Z][\w’'-]*\s){1,4}(?:had\s|has\s|on\s)?$")
#: Sentences before a total that may hold parts of it.
BEFORE = 4
#: Characters between a figure and its noun.
BESIDE = 40
MOST = int(WORDS["bounds"]["parts"])
FACTOR = float(WORDS["bounds"]["factor"])
_SWAPPED = int(WORDS["bounds"]["swapped"])


@dataclass(frozen=True, slots=True)
class Tally:
    """A total and the parts that the print gives for it, in the order of print."""

    total: Claim
    parts: tuple[Claim, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All its figures, the total first."""
        return (self.total, *self.parts)

    @property
    def holds(self) -> bool:
        """True if the printed figures can be right together."""
        return meet(self.total.figure.amount, total(p.figure.amount for p in self.parts))

    @property
    def exceeds(self) -> bool:
        """True if the parts are surely more than the total."""
        return surely_less(self.total.figure.amount, total(p.figure.amount for p in self.parts))

    @property
    def gap(self) -> float:
        """The larger of the total and the sum over the smaller: 1 where they agree."""
        a, b = middle(self.total.figure.amount), middle(total(p.figure.amount for p in self.parts))
        return float(max(a / b, b / a)) if a is not None and b is not None and a > 0 and b > 0 else inf

    @property
    def near(self) -> bool:
        """True if the total and the sum differ by no more than a slip would make them."""
        return self.gap <= FACTOR

    @property
    def span(self) -> Span:
        """From its first figure to the end of its last."""
        figures = [c.figure.span for c in self.claims]
        return Span(min(f.start for f in figures), max(f.end for f in figures))

    @property
    def sentences(self) -> Span:
        """From the start of its first sentence to the end of its last."""
        first, last = min(self.claims, key=_place), max(self.claims, key=_place)
        return Span(first.sentence.start, last.sentence.end)

    def relation(self, story: Story) -> Relation:
        """The sum as a relation that the text ties."""
        span = self.sentences
        roles = (Role("total", self.total), *(Role("part", p) for p in self.parts))
        return Relation("sum", roles, Cue(story.document.id, span, story.words(span)), "contextual")


def _place(claim: Claim) -> int:
    return claim.figure.span.start


def is_level(claim: Claim) -> bool:
    """True for an amount that can be added: bounded on both sides, above nothing and no change."""
    if family(claim) not in "CMU" or is_change(claim) or claim.statistic in ("mean", "median"):
        return False
    return is_plain(claim)


def is_plain(claim: Claim) -> bool:
    """True for an amount above nothing that is bounded on both sides."""
    a = claim.figure.amount
    return a.low is not None and a.high is not None and a.low > 0


def of_one_unit(a: Claim, b: Claim) -> bool:
    """True if two amounts are counted in one unit, which a bare number may leave out: "310 hectares and 275"."""
    kinds = family(a) + family(b)
    if kinds in ("CU", "UC"):
        bare, measured = (a, b) if kinds == "CU" else (b, a)
        return bare.measure is None or bare.measure.key in measured.figure.text.lower()
    return family(a) == family(b) and (kinds == "CC" or a.figure.amount.unit == b.figure.amount.unit)


def fitting(claims: Sequence[Claim], whole: Claim, must: Claim | None = None) -> Tally | None:
    """Some of the claims, the fewest left out, that make the whole; `must` is one of them where given."""
    others = [c for c in claims if c is not whole][:MOST]
    for size in range(len(others), 1, -1):
        for parts in combinations(others, size):
            tally = Tally(whole, parts)
            if (must is None or must in parts) and tally.holds:
                return tally
    return None


def made_nearby(story: Story, whole: Claim, but: Sequence[Claim] = ()) -> bool:
    """True if any figures in the sentences around make a total, whatever the words say.

    What is divided twice is made by others than the parts in question: 99 babies of 96 women, three of them twins.
    """
    around = [w.claims for w in windows(story, whole)] + [told_before(story, whole)]
    groups = ([c for c in group if is_level(c) and of_one_unit(c, whole)] for group in around)
    made = [t for group in groups if (t := fitting(group, whole)) is not None]
    return any(not but or set(t.parts) & set(but) for t in made)


def is_next_row(story: Story, one: Claim, two: Claim) -> bool:
    """True for the second of two rows: "Harlin had 11,200 without power and Obey County 7,900"."""
    between = story.between(one, two)
    return one.sentence == two.sentence and _NEXT_ROW.search(between) is not None


def told_before(story: Story, claim: Claim) -> tuple[Claim, ...]:
    """The figures of a sentence up to a claim and of the few sentences before, in whatever paragraph."""
    place = story.number_of(claim)
    found = [c for s in story.sentences[max(0, place - BEFORE) : place + 1] for c in story.in_sentence(s)]
    return tuple(c for c in found if c.figure.span < claim.figure.span and c.block not in DISPLAY)


def own_noun(story: Story, claim: Claim) -> str | None:
    """What a figure counts, if the noun stands beside it; None for a name: "Ereko accounted for 12,975"."""
    noun, end = claim.measure, claim.figure.span.end
    if noun is None or noun.found != "here":
        return None
    if noun.span is None:
        return noun.key
    around = Span(min(end, noun.span.start), max(end, noun.span.end))
    others = [
        c for c in story.in_sentence(claim.sentence) if c is not claim and around.overlaps(c.figure.span)
    ]
    beside = end <= noun.span.start < end + BESIDE or noun.text.islower()
    return noun.key if beside and not others else None


def swapped(tally: Tally) -> bool:
    """True if two swapped digits in one printed figure account for the whole gap."""
    total_, parts = _whole_number(tally.total), [_whole_number(p) for p in tally.parts]
    if total_ is None or any(p is None for p in parts):
        return False
    gap = total_ - sum(p for p in parts if p is not None)
    numbers = [(total_, -1), *((p, 1) for p in parts if p is not None)]
    return any(
        gap == sign * (other - n) for n, sign in numbers for other in swaps(n) if n >= 10 ** (_SWAPPED - 1)
    )


def _whole_number(claim: Claim) -> int | None:
    value = claim.figure.value
    return int(value) if value is not None and value == int(value) else None


def swaps(number: int) -> Iterator[int]:
    """What a whole number was before two neighbouring digits of it were swapped; closing zeros stay."""
    digits = str(number).rstrip("0")
    zeros = "0" * (len(str(number)) - len(digits))
    for i in range(len(digits) - 1):
        yield int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] + zeros)
