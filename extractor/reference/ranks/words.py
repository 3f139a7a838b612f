"""The words that give a row its place: "the third highest", "came top", "ranks second"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extractor.lexicon import table as data
from extractor.model import ComparisonDirection, Span
from extractor.regexes import Regex

_SUPERLATIVE = Regex(r"\b(\w{3,})est\b", re.IGNORECASE)
#: "Of all but Dene", "outside London"; and "the most after Dene", where no place counts Dene in.
_BUT = Regex(
    r"\b(?:but|except(?:ing|\s+for)?|bar|barring|apart\s+from|other\s+than|outside|besides|excluding)"
    r"\s+(?:in\s+|for\s+|those\s+(?:of|in)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = Regex(r"\b(?:after|behind)\s+(?:only\s+|the\s+)?$", re.IGNORECASE)
_EDGE = Regex(r"\b(?:top|bottom|best|worst)\Z", re.IGNORECASE)
_LISTED = Regex(r"\s*(?:,|and|,\s*and|or|&)\s+(?:the\s+)?$", re.IGNORECASE)
#: "The largest rise" ranks changes, not what they are changes of.
_OF_CHANGE = Regex(
    r"\s+(?:[\w-]+\s+){0,2}?(?:ris(?:es?|ers?|ing)|fall(?:s|ers?|ing)?|drops?|gain(?:s|ers?)?|increases?|decreases?|declin(?:es?|ers?)|jumps?"
    r"|climb(?:s|ers?)?|movers?|growth|grow(?:ers?|ing)|improv(?:ements?|ers?)|shrink(?:ers?|ing)"
    r"|reductions?|loss(?:es)?|los(?:ers?|ing)|leaps?|slumps?|swings?|surges?|changes?|turnarounds?)\b",
    re.IGNORECASE,
)
#: Characters around a rank in which words may say that it is none.
AROUND = 24


@dataclass(frozen=True, slots=True)
class Rank:
    """Words that give a row its place among the others."""

    span: Span
    #: 1 for first from the end that the words mean.
    place: int
    #: None where praise or blame may mean either end.
    end: ComparisonDirection | None


def ranks_in(text: str) -> Iterator[Rank]:
    """The words of rank in a text.

    >>> [r.place for r in ranks_in("Marsh has the third highest rate, and Dene the fewest staff.")]
    [3, 1]
    >>> list(ranks_in("It was the highest since 2010 and one of the largest in the county."))
    []
    """
    for match in _words().finditer(text):
        before = text[max(0, match.start() - AROUND) : match.start()].lower().rstrip().removesuffix(" the")
        after = text[match.end() : match.end() + AROUND].lower().lstrip(" -")
        listed = data("reference")["rank"]
        if any(re.search(rf"\b{w}$", before) for w in listed["never_before"]):
            continue
        if _EDGE.search(match[0]) and re.match(rf"(?:{'|'.join(listed['grades'])})\b", after):
            continue  # "hold the top mark"
        if any(re.match(rf"(?:\w+\s+)?{w}\b", after) for w in listed["never_after"]):
            continue
        ends_told = (n for n in ("highest", "lowest", "either") if match[n] or match[f"{n}_phrase"])
        name, ordinals = next(ends_told, "either"), listed["ordinals"]
        ordinal = match["ordinal"] or match["alone"]
        place = ordinals.index(ordinal.lower()) + 2 if ordinal else 1
        ends: dict[str, ComparisonDirection | None] = {"highest": "higher", "lowest": "lower", "either": None}
        yield Rank(Span(match.start(), match.end()), place, ends[name])


def is_of_change_told(text: str, end: int) -> bool:
    """True if what stands behind words of rank says that they rank changes: "the largest RISE"."""
    return _OF_CHANGE.match(text, end) is not None


def left_out(text: str, rank: Rank, end: int, names: Iterable[Span]) -> tuple[Span, ...]:
    """The names, in order, between a rank and the end of its clause that its words leave out of the order."""
    found: list[Span] = []
    for name in names:
        if not rank.span.end <= name.start < end:
            continue
        before = text[rank.span.end : name.start]
        goes_on = bool(found) and _LISTED.fullmatch(text, found[-1].end, name.start)
        if goes_on or _BUT.search(before) or (rank.place == 1 and _AFTER.search(before)):
            found.append(name)
    return tuple(found)


@cache
def _words() -> Regex:
    listed = data("reference")["rank"]
    ends = ("highest", "lowest", "either")
    words = "|".join(rf"(?P<{n}>{'|'.join(listed[n])})" for n in ends)
    phrases = "|".join(rf"(?P<{n}_phrase>{'|'.join(listed[f'phrases_{n}'])})" for n in ends)
    ordinal = rf"(?:(?P<ordinal>{'|'.join(listed['ordinals'])})[-\s])?"
    lead = r"(?:the|its|their|with|whose|had|has|as|\w+['’]s)\s+"
    ordinals = "|".join(listed["ordinals"])
    verbs = r"c(?:o|a)mes?|ranks?|ranked|finish(?:es|ed)|placed|(?:is|are|was|were)(?:\s+(?:now|also|still))?"
    alone = rf"(?:{verbs})\s+(?P<alone>{ordinals})"
    stop = r"(?!\s*[-–]|\s+(?:time|year|of|to|in a row|straight|consecutive|day|term|home|hand)\b)"
    return Regex(rf"\b(?:(?:{lead}){ordinal}(?:{words})\b|{phrases}|{alone}{stop}\b)", re.IGNORECASE)


def plain_forms(text: str) -> tuple[str, ...]:
    """The words that superlatives are made of.

    >>> plain_forms("the wettest"), plain_forms("the busiest"), plain_forms("the most")
    (('wet',), ('busy',), ())
    """
    stems = [m[1].lower() for m in _SUPERLATIVE.finditer(text)]
    return tuple(f"{s[:-1]}y" if s.endswith("i") else s[:-1] if s[-1] == s[-2] != "l" else s for s in stems)
