"""Ranks by name over sentences: "Harle is the emptiest of the four reservoirs ... Harle stood at 43 per cent ...".

The sentence of the rank has no figure but the number of those ranked. They are the figures of one unit and thing
around it that stand beside a name each: as many as that number says, or all of one list where it says none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.lexicon import table
from extractor.literals import find_all
from extractor.model import Claim, Comparison, ComparisonDirection, Cue, Relation, Role, Span, stable_id
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.order.by_names import groups_of
from extractor.reconcile.link.order.levels_named import Named, named_levels, proper_names
from extractor.reconcile.link.order.ordering import (
    clause_of,
    families_of,
    is_by_another,
    is_quoted,
    sentences_of,
    singular,
    tokens,
)
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import FEW, how_many

_TOPS = table("orders")["top"]
_RANKS = table("ranks")
_WAYS: tuple[ComparisonDirection, ...] = ("higher", "lower")
_OF = Regex(
    rf"\b(?:of|among)\s(?:all\s)?(?:the\s|its\s|their\s|these\s|those\s)?(?P<n>{'|'.join(FEW)}|\d{{1,2}})\b",
    re.IGNORECASE,
)
_BEFORE = Regex(
    rf"\b(?:{'|'.join([*_RANKS['apart']['before'], *_RANKS['ordinals']['words']])})\s?$", re.IGNORECASE
)
_AFTER = Regex(rf"^[\s-](?:[a-z-]+\s){{0,2}}?(?:{'|'.join(_RANKS['apart']['after'])})", re.IGNORECASE)
_NAMED = Regex(r"(?:,|\sand|,\sand)\s(?:(?:in|at)\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}\s$")
#: "MOST OF two decades" is no most of anything; "the most of the three" is.
_MOST_OF = Regex(r"(?!the\s·).{0,4}·\sof\b", re.IGNORECASE)
_ENDS = Regex(r"[,.;]|\sand\s|$")
#: Zones around a rank in which its figures may stand; fewer than these are no list.
NEAR, LEAST = 3, 3


@dataclass(frozen=True, slots=True)
class _Rank:
    """A superlative in a clause without figures: its way, kinds of figures, words, and how many are ranked."""

    span: Span
    word: Span
    direction: ComparisonDirection
    families: str
    units: tuple[str, ...]
    words: str
    number: int | None
    #: What must be told beside the figures: the noun behind "most".
    noun: str


def ranks_by_name(story: Story) -> Iterator[Relation]:
    """One relation for each rank that a name has among named figures around it."""
    if len(story.claims) < LEAST:
        return
    for start, end in sentences_of(story):
        text = story.document.text[start:end]
        for found in find_all(_pattern(), text):
            rank = _read(story, text, start, found)
            levels = None if rank is None else _levels(story, rank)
            if rank is not None and levels is not None:
                yield _relation(story, rank, *levels)


def _read(story: Story, text: str, start: int, found: re.Match[str]) -> _Rank | None:
    opened, end = clause_of(text, found.start(), found.end())
    left, behind = text[opened : found.start()], text[found.end() : end]
    number = story.block_number(start)
    zone = story.zones[number].span.start if number >= 0 else 0
    if is_quoted(story.document.text[zone : start + found.start()]) or text.rstrip().endswith("?"):
        return None
    if found["word"].lower() == "most" and _MOST_OF.match(f"{left[-4:]}·{behind}"):
        return None
    if _BEFORE.search(left[-24:]) or _AFTER.match(behind) or _turned().search(f"{left} {behind}"):
        return None
    of = _OF.search(behind) or _OF.search(left)
    own = [c for c in story.starting(start + opened, start + end - 1) if family(c) != "?"]
    if len(own) > (of is not None):
        return None
    kind, way = next((k, w) for k, w, p in _kinds() if p.fullmatch(found["word"]))
    rule = _TOPS[kind]
    noun = re.match(r"(?:\s[a-z’'-]+){0,3}?(?=\s(?:of|in|at|among|with|was|were|is)\b|$)", behind)
    families = families_of(f"{left} {behind}") or rule["families"] if kind == "any" else rule["families"]
    many = None if of is None else _number(of["n"].lower())
    told = noun[0].strip() if noun is not None and kind in ("any", "most") else ""
    span = Span(start + opened, start + end)
    word = Span(start + found.start("word"), start + found.end("word"))
    return _Rank(span, word, way, families, tuple(rule["units"]), f"{left} {behind}", many, told)


def _number(word: str) -> int:
    return how_many(word)


def _levels(story: Story, rank: _Rank) -> tuple[Claim, list[Claim]] | None:
    """The figure of the name that is ranked, and those of the others."""
    number = story.block_number(rank.span.start)
    first = story.zones[max(0, number - NEAR)].span.start
    last = story.zones[min(len(story.zones) - 1, number + NEAR)].span.end
    near = [c for c in _with_units(story, story.starting(first, last)) if _is_level(rank, c)]
    found = [p for p in (_placed(story, rank, g) for g in groups_of(near)) if p is not None]
    return found[0] if len(found) == 1 else None


def _with_units(story: Story, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The figures, with the unit for those that leave it out: "Crook Tarn was 58 per cent full, Lady Mere 63"."""
    told: Claim | None = None
    for claim in claims:
        if told is not None and told.sentence == claim.sentence and _leaves_out(story, claim):
            amount = replace(claim.figure.amount, unit=told.figure.amount.unit)
            yield replace(claim, figure=replace(claim.figure, kind=told.figure.kind, amount=amount))
        else:
            told = claim if family(claim) in "PU" else None
            yield claim


def _leaves_out(story: Story, claim: Claim) -> bool:
    text, span = story.document.text, claim.figure.span
    named = _NAMED.search(text[max(claim.sentence.start, span.start - 60) : span.start])
    return (
        family(claim) in "CA" and named is not None and _ENDS.match(text[span.end : span.end + 6]) is not None
    )


def _is_level(rank: _Rank, claim: Claim) -> bool:
    plain = claim.stance == "asserted" and not claim.negated and claim.block not in DISPLAY
    fits = family(claim) in rank.families and claim.figure.value is not None and not is_change(claim)
    return (
        plain
        and fits
        and claim.figure.hedge is None
        and (not rank.units or claim.figure.amount.unit in rank.units)
    )


def _placed(story: Story, rank: _Rank, group: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    levels = [n for n in named_levels(story, group, rank.span) if n.proper]
    if any(n.claim.sentence.contains(rank.word) for n in levels):
        return None  # a rank beside its own figures
    if not _are_closed(rank, group, levels) or not _are_apart(levels):
        return None
    words = tokens(rank.words)
    subject = [n for n in levels if n.proper & words]
    if len(subject) != 1 or not _begins(story, rank, subject[0]) or not _is_noun(story, rank, levels):
        return None
    return subject[0].claim, [n.claim for n in levels if n is not subject[0]]


def _are_closed(rank: _Rank, group: Sequence[Claim], levels: Sequence[Named]) -> bool:
    """True if the named figures are as many as are ranked, or all of one sentence where no number is told."""
    if rank.number is not None:
        return len(levels) == rank.number
    return len(levels) == len(group) >= LEAST and len({n.claim.sentence for n in levels}) == 1


def _are_apart(levels: Sequence[Named]) -> bool:
    names = [n.proper for n in levels]
    told = [p if (p := n.claim.period) is not None and p.found == "here" else None for n in levels]
    periods = {None if p is None else p.key for p in told}
    return len(periods) < 2 and all(not a & b for i, a in enumerate(names) for b in names[:i])


def _begins(story: Story, rank: _Rank, subject: Named) -> bool:
    """True if the first name of the clause is that of the figure."""
    names = [singular(w) for w in re.findall(r"(?<!\w)[A-Z][\w’'-]*", rank.words)]
    known = [w for w in names if w in proper_names(story) or w in subject.proper]
    return bool(known) and known[0] in subject.proper


def _is_noun(story: Story, rank: _Rank, levels: Sequence[Named]) -> bool:
    """True if what is ranked is told beside the figures, or is a word for any number."""
    told = " ".join(story.sentence(n.claim) for n in levels)
    if is_by_another(rank.words, told):
        return False
    first = min(n.claim.figure.span.start for n in levels)
    if rank.number is None or rank.span.start > first:
        words = rank.words if rank.number is None else _OF.split(rank.words)[0]
        known = tokens(told) | _plain() | frozenset[str]().union(*(n.own for n in levels))
        if tokens(words) - tokens(rank.noun) - known:
            return False
    keys = " ".join(n.claim.measure.key for n in levels if n.claim.measure is not None)
    return (
        not rank.noun
        or families_of(rank.noun) != ""
        or tokens(rank.noun) - _plain() <= tokens(f"{told} {keys}")
    )


def _relation(story: Story, rank: _Rank, subject: Claim, rivals: Sequence[Claim]) -> Relation:
    comparison = Comparison(
        stable_id("k", story.document.id, "rank-by-name", str(rank.word.start)),
        story.document.id,
        rank.word,
        story.words(rank.word),
        rank.span,
        rank.direction,
        block=subject.block,
        stance=subject.stance,
        speaker=subject.speaker,
    )
    roles = (Role("stated", comparison), Role("subject", subject), *(Role("rival", c) for c in rivals))
    return Relation("rank", roles, Cue(story.document.id, rank.span, story.words(rank.span)), "contextual")


@cache
def _kinds() -> tuple[tuple[str, ComparisonDirection, Regex], ...]:
    return tuple(
        (k, way, Regex("|".join(rule[way]), re.IGNORECASE)) for k, rule in _TOPS.items() for way in _WAYS
    )


@cache
def _pattern() -> Regex:
    words = "|".join(p.pattern for _, _, p in _kinds())
    return Regex(rf"\b(?:the\s)?(?P<word>{words})\b", re.IGNORECASE)


@cache
def _turned() -> Regex:
    own = {"most", "all", "other", "others", "both"}
    words = "|".join(w for w in table("orders")["words"]["turned"] if w not in own)
    return Regex(rf"\b(?:{words}|{'|'.join(table('orders')['words']['time'])})\b|n[’']t\b", re.IGNORECASE)


@cache
def _plain() -> frozenset[str]:
    return frozenset(map(singular, (*table("orders")["words"]["plain"], *table("times")["empty"])))


__all__ = ["ranks_by_name"]
