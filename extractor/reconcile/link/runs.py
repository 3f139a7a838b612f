"""Runs: figures of one unit that the print lists side by side, "46 per cent, 35 per cent and 19"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.model import Claim, Span
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Words right before a figure that set it against the one before instead of listing it.
_BREAKS = Regex(
    r"\b(?:compared\s(?:with|to)|against|than|versus|from|to|up|down|by|out\sof|of|of\sthe|of\sall|on|over|above|below"
    r"|equal\sto|or|worth|with\sjust|within|after|before|nearly\sto|at\s\w+\sper|per|every|each)\s(?:the\s|a\s|an\s|just\s|only\s|about\s)?$",
    re.IGNORECASE,
)
_LISTED = Regex(r"[,;]|\band\b|\bplus\b|\bwhile\b|[.][”\"’']?\s", re.IGNORECASE)
#: Words that make what follows a part of what went before.
_SUBSET = Regex(
    r"\b(?:of\s(?:those|these|them|which|whom)|including|among\sthem|population)\b", re.IGNORECASE
)
_REST = Regex(
    r"\bthe\s(?:rest|remaining|remainder|balance|others?)(?:\s(?!way\b)[\w’'-]+){0,3}\s$", re.IGNORECASE
)
#: "67 per cent among the others", "among the others it was 67 per cent": a share of those, and not the rest.
_OF_OTHERS = Regex(
    r"\b(?:among|of|for|in|with|at)\s(?:all\s)?the\s(?:others\b|(?:rest|remainder|other)\b(?!\s?¦))",
    re.IGNORECASE,
)
_REST_AFTER = Regex(r"^[^,.;]{0,12}\b(?:rest|remaining|remainder|others?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Two or more listed figures, and whether the last is said to be what is left."""

    claims: tuple[Claim, ...]
    closed: bool

    @property
    def span(self) -> Span:
        """From the first figure to the end of the last."""
        return Span(self.claims[0].figure.span.start, self.claims[-1].figure.span.end)


def runs(story: Story, families: str, *, across: bool = False) -> Iterator[Run]:
    """The runs of figures of some families in each sentence; `across` sentences of one zone if asked."""
    for group in _groups(story, across):
        units = dict.fromkeys((family(c), unit_of(c)) for c in group if family(c) in families)
        for kind, unit in units:
            alike = [c for c in group if family(c) == kind and unit_of(c) == unit]
            yield from _split(story, alike)


def unit_of(claim: Claim) -> str:
    """The unit in which a figure adds up with others; counts and shares have none."""
    return "" if family(claim) in "CP" else claim.figure.amount.unit


def _groups(story: Story, across: bool) -> Iterator[tuple[Claim, ...]]:
    if across:
        yield from (claims for _, claims in story.blocks())
    else:
        yield from (story.in_sentence(s) for s in story.sentences)


def _split(story: Story, alike: list[Claim]) -> Iterator[Run]:
    current: list[Claim] = []
    for claim in alike:
        if current and not _listed(story, current[-1], claim):
            yield from _run(story, current)
            current = []
        current.append(claim)
    yield from _run(story, current)


def _run(story: Story, claims: list[Claim]) -> Iterator[Run]:
    if len(claims) >= 2:
        yield Run(tuple(claims), says_rest(story, claims[-1]))


def _listed(story: Story, a: Claim, b: Claim) -> bool:
    between = story.between(a, b)
    apart = _BREAKS.search(between) or _SUBSET.search(between)
    return len(between) < 160 and bool(_LISTED.search(between)) and not apart


def says_rest(story: Story, claim: Claim) -> bool:
    """True if the words at a figure say that it is what is left: "the remaining 2,140"."""
    span = claim.figure.span
    before = story.document.text[max(claim.sentence.start, span.start - 50) : span.start]
    after = story.document.text[span.end : claim.sentence.end]
    if is_of_others(story, claim):
        return False
    return bool(_REST.search(before) or _REST_AFTER.match(after))


def is_of_others(story: Story, claim: Claim) -> bool:
    """True for a share that is told of the others by themselves: "among the others it was 67 per cent"."""
    span = claim.figure.span
    before = story.document.text[max(claim.sentence.start, span.start - 50) : span.start]
    after = story.document.text[span.end : min(claim.sentence.end, span.end + 25)]
    around = f"{before.rpartition(',')[2]}¦{re.split('[,.;]', after)[0]}"
    return family(claim) == "P" and _OF_OTHERS.search(around) is not None
