"""Figures of one unit that may make a sum, the ways in which they make one, and what forbids to say they should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import inf

from extractor.amount import meet, middle, surely_less, total
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import are_distinct, may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.tally.apart import are_rivals, is_range
from extractor.reconcile.link.window.scope import after, windows
from extractor.reconcile.link.worded import nearly_completed
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

WORDS = table("sums")
_LIST = WORDS["list"]
_OPEN = any_of(_LIST["open"])
_OVERLAP = any_of(_LIST["overlap"])
_NO_PART = Regex(rf"^\s(?:{'|'.join(_LIST['no_part'])})", re.IGNORECASE)
#: A year that tells when: "390 places by 2028".
_YEAR = Regex(r"\b(?:in|by|since|until|before|after|from|of|to|for)\s(?:19|20)\d\d\b", re.IGNORECASE)
#: Characters, at most, from a bare number to a measured one behind it: "275 and 310 hectares".
LENDS = 20
_CLAUSE_END = Regex(r"[,;.()–—]")
#: What tells of an earlier time than the sentences before.
_THEN = any_of(table("windows")["times"]["then"])
_NEXT_ROW = Regex(r"(?:\band|,|\bwhile)\s(?:[A-Z][\w’'-]*\s){1,4}(?:had\s|has\s|on\s)?$")
#: Behind a part: what it is a part of, "of the dead".
_OF_THE = Regex(r"^\sof\sthe\s([a-z]{3,})", re.IGNORECASE)
#: "On Saturdays the total is 287,000" behind what weekdays bring.
_ON_DAY = Regex(
    r"\b(?:on|at|over|by)\s(?:the\s)?((?:mon|tues|wednes|thurs|fri|satur|sun|week)days|weekends|holidays)\b",
    re.IGNORECASE,
)
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


def is_of_another_time(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for "A year before it was 2,410 in all" behind the sentence of its parts."""
    told = story.lead(whole).split(";")[-1]
    if any(p.sentence == whole.sentence for p in parts):
        return False
    day = _ON_DAY.search(told)
    other_day = day is not None and not any(day[1].lower() in story.sentence(p).lower() for p in parts)
    return other_day or _THEN.search(told) is not None


def is_next_row(story: Story, one: Claim, two: Claim) -> bool:
    """True for the second of two rows: "Harlin had 11,200 without power and Obey County 7,900"."""
    between = story.between(one, two)
    return one.sentence == two.sentence and _NEXT_ROW.search(between) is not None


def names_another(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for "Laboratories have confirmed 43." and "Eleven of the dead": a bare number of something else."""
    if not parts or (whole.measure is not None and whole.measure.found == "here"):
        return False
    named = _OF_THE.match(story.words(Span(parts[0].figure.span.end, parts[0].sentence.end)))
    return named is not None and named[1].lower() not in story.sentence(whole).lower()


def told_before(story: Story, claim: Claim) -> tuple[Claim, ...]:
    """The figures of a sentence up to a claim and of the few sentences before, in whatever paragraph."""
    place = story.number_of(claim)
    found = [c for s in story.sentences[max(0, place - BEFORE) : place + 1] for c in story.in_sentence(s)]
    return tuple(c for c in found if c.figure.span < claim.figure.span and c.block not in DISPLAY)


def may_be_questioned(
    story: Story, tally: Tally, *, kinds: bool = False, among: Sequence[Span] | None = None
) -> bool:
    """True if nothing in the words forbids that the parts make the total; they may be kinds of it if told so.

    `among` are the places whose words count, where they are not all from the first figure to the last.
    """
    if not 2 <= len(tally.parts) <= MOST or tally.holds:
        return False
    if not (tally.near or swapped(tally)) and not nearly_completed(story, tally.relation(story), FACTOR):
        return False
    if any(not surely_less(p.figure.amount, tally.total.figure.amount) for p in tally.parts):
        return False
    if not _has_unit_near(tally.claims):
        return False
    if any(is_range(story, p) for p in tally.parts) or are_rivals(story, tally.claims):
        return False
    if any(is_no_part(story, c) for c in tally.claims) or (
        among is None and _has_other_numbers(story, tally)
    ):
        return False
    same = _no_noun_is_distinct(tally) and not _is_mixed(story, tally) if kinds else _one_noun(story, tally)
    places = _clauses(story, tally) if among is None else among
    return same and all(is_closed(story, span) for span in places)


def _has_unit_near(claims: Sequence[Claim]) -> bool:
    """False where a bare number stands alone before the first that has a unit: "the 155 reservoirs hold 158 gigalitres"."""
    first = min((c.figure.span.start for c in claims if family(c) == "U"), default=0)
    return all(c.figure.span.end + LENDS >= first for c in claims)


def is_no_part(story: Story, claim: Claim) -> bool:
    """True if the words behind a figure make it a price, a rate or one of others."""
    return _NO_PART.match(after(story, claim)) is not None


def is_closed(story: Story, span: Span) -> bool:
    """True if no word of some sentences says that a list is open, compared or counted twice."""
    return not _OPEN.search(story.words(span)) and not overlaps(story, span)


def overlaps(story: Story, span: Span, *others: Span) -> bool:
    """True if a word of the paragraph, or of other places, says that one thing may be counted twice."""
    block = story.block_number(span.start)
    spans = (story.zones[block].span if block >= 0 else span, *others)
    return any(_OVERLAP.search(story.words(s)) for s in spans)


def _has_other_numbers(story: Story, tally: Tally) -> bool:
    """True if digits stand between the figures that were read as no figure: "four for 31"."""
    text = story.document.text
    inside = sorted(
        (c.figure.span for c in story.claims if tally.span.contains(c.figure.span)), key=lambda s: s.start
    )
    gaps = (_YEAR.sub("", text[a.end : b.start]) for a, b in pairwise(inside))
    return any(any(ch.isdigit() for ch in gap) for gap in gaps)


def _one_noun(story: Story, tally: Tally) -> bool:
    """True unless a part names another thing than the total: people, and the sites they go to."""
    if family(tally.total) != "C" or tally.total.measure is None:
        return True
    key = tally.total.measure.key
    named = [noun for p in tally.parts if (noun := own_noun(story, p)) is not None]
    return all(may_be_one(noun, key) for noun in named)


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


def _no_noun_is_distinct(tally: Tally) -> bool:
    """True unless a part is known to be no kind of what the total counts: "120 apples ... 250 pieces of fruit"."""
    key = tally.total.measure.key if tally.total.measure is not None else ""
    return family(tally.total) != "C" or not any(
        p.measure is not None and are_distinct(p.measure.key, key) for p in tally.parts
    )


def _is_mixed(story: Story, tally: Tally) -> bool:
    """True if one part is of the total's own noun and another of a thing that may not be it: cases, and the courts they go to."""
    if family(tally.total) != "C" or tally.total.measure is None:
        return False
    key = tally.total.measure.key
    named = [noun for p in tally.parts if (noun := own_noun(story, p)) is not None]
    return key in named and not all(may_be_one(noun, key) for noun in named)


def _clauses(story: Story, tally: Tally) -> tuple[Span, ...]:
    """From the start of the first sentence to the end of the clause of the last figure.

    Where the whole stands in a paragraph before its parts, what lies between them is left out.
    """
    span, last = tally.sentences, tally.span.end
    end = last + len(_CLAUSE_END.split(story.words(Span(last, span.end)))[0])
    first = min(p.sentence.start for p in tally.parts)
    apart = all(story.paragraphs_apart(tally.total, p) for p in tally.parts)
    if apart and tally.total.sentence.end <= first:
        return tally.total.sentence, Span(first, end)
    return (Span(span.start, end),)


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
