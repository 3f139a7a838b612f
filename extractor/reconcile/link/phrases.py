"""Phrases: how print ties figures together, as data.

A phrase is a pattern over a paragraph in which every figure has been replaced by a mark,
so that the words around the figures can be read without their digits:

    25 of 70, around 36 per cent   →   ‹C0› of ‹C1›, ‹P2›

In a pattern, `{part:C}` is a figure of family C that takes the role `part`; several
letters allow several families, `{part:CM}`. `GAP` is any run of words inside the sentence
that holds no figure, `CLAUSE` one that holds no comma, dash or bracket either, and `|`
stands where a sentence ends.

Families: C count, P percentage or ratio, T points, M money, U measure, D duration,
A age, X multiple, R rate, K rank, I index; N is short for C, M, U and D.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.model import Block, Claim, Cue, Relation, RelationKind, Role, Span, Strength
from extractor.reconcile.link.story import Story, family

_GAP = r"[^‹|]{0,120}?"
_CLAUSE = r"[^‹|,;:()–—]{0,80}?"
_SLOT = re.compile(r"\{(\w+):(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of print to state a relation."""

    name: str
    meaning: str
    pattern: str
    relation: RelationKind
    #: Printed forms that it accepts, and one that it must refuse.
    accepts: tuple[str, ...]
    refuses: str
    strength: Strength = "stated"


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph with marks for figures, and the way back to the text."""

    text: str
    claims: tuple[Claim, ...]
    #: Offset in the marked text → offset in the document, one entry a character.
    offsets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a paragraph."""

    phrase: Phrase
    roles: dict[str, Claim]
    span: Span


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression of a phrase's pattern."""

    def slot(found: re.Match[str]) -> str:
        letters = found[2].replace("N", "CMUD")
        return rf"‹[{letters}](?P<{found[1]}>\d+)›"

    expanded = _SLOT.sub(slot, pattern).replace("|", r"\|")
    return re.compile(expanded.replace("GAP", _GAP).replace("CLAUSE", _CLAUSE), re.IGNORECASE)


def mark(text: str, block: Span, claims: Sequence[Claim]) -> Marked:
    """A block of the text with each claim's figure replaced by ‹family number›."""
    pieces: list[str] = []
    offsets: list[int] = []
    at = block.start
    ends = {c.sentence.end for c in claims}
    for number, claim in enumerate(claims):
        _copy(text, at, claim.figure.span.start, ends, pieces, offsets)
        sign = f"‹{family(claim)}{number}›"
        pieces.append(sign)
        offsets += [claim.figure.span.start] * len(sign)
        at = claim.figure.span.end
        if at in ends:
            pieces.append("|")
            offsets.append(at)
    _copy(text, at, block.end, ends, pieces, offsets)
    return Marked("".join(pieces), tuple(claims), (*offsets, block.end))


def _copy(text: str, start: int, end: int, ends: set[int], pieces: list[str], offsets: list[int]) -> None:
    for at in range(start, end):
        pieces.append(" " if text[at] in "\n|‹›" else text[at])
        offsets.append(at)
        if at + 1 in ends:
            pieces.append("|")
            offsets.append(at + 1)


def matches(story: Story, phrases: Sequence[Phrase]) -> Iterator[Match]:
    """All places where a phrase stands, block after block, phrase after phrase."""
    for block, claims in story.blocks():
        yield from matches_in(story, block, claims, phrases)


def matches_in(
    story: Story, block: Block, claims: Sequence[Claim], phrases: Sequence[Phrase]
) -> Iterator[Match]:
    """All places in one block where a phrase stands."""
    marked = mark(story.document.text, block.span, claims)
    for phrase in phrases:
        for found in compiled(phrase.pattern).finditer(marked.text):
            roles = {name: marked.claims[int(n)] for name, n in found.groupdict().items() if n}
            yield Match(phrase, roles, _span(marked, found))


def _span(marked: Marked, found: re.Match[str]) -> Span:
    last = max((int(n) for n in found.groupdict().values() if n), default=None)
    end = marked.offsets[found.end()]
    if last is not None:
        end = max(end, marked.claims[last].figure.span.end)
    return Span(marked.offsets[found.start()], end)


def relation_of(story: Story, match: Match, *order: str) -> Relation:
    """The relation that a match states, with its roles in the given order."""
    roles = tuple(Role(name, match.roles[name]) for name in order if name in match.roles)
    cue = Cue(story.document.id, match.span, story.words(match.span))
    return Relation(match.phrase.relation, roles, cue, match.phrase.strength)


def first_of_each(found: Iterator[Match], *key: str) -> Iterator[Match]:
    """Matches in order, without those whose key roles were filled by the same claims before."""
    seen: set[tuple[str, ...]] = set()
    for match in found:
        ids = tuple(match.roles[name].id for name in key if name in match.roles)
        if ids not in seen:
            seen.add(ids)
            yield match
