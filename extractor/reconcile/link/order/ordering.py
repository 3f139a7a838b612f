"""Statements that set two things in order by words alone: "Drinkers in Marl pay more than those in Selby".

A statement tells which way it goes, of what kinds of figures it can be, and the words that name its two sides;
the side that is compared with may be left out ("Marl had more"). No figures are looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from extractor.lexicon import table
from extractor.literals import holds, present
from extractor.model import Claim, Comparison, ComparisonDirection, Cue, Relation, Role, Span, stable_id
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.wording import any_of

_TABLE = table("orders")
_LISTS = _TABLE["words"]
_WAYS: tuple[ComparisonDirection, ...] = ("higher", "lower")
#: Where a sentence of a zone ends.
_ENDS = Regex(r"(?<=[.!?”\"])\s+(?=[A-Z“\"‘£$€\d])|\n+")
#: Where a clause begins, and where one ends; a place set before it is of it: "In Marl, beer is dearer".
_OPENS = Regex(
    r"[;:—–()“”\"|]|,\s(?:and|but|while|whereas|although|though|so|yet|as|which|who|because|since|that)\s"
    r"|\s(?:while|whereas|although|though|because|but|that|says?|said|shows?|showed|found)\s",
    re.IGNORECASE,
)
_CLOSES = Regex(
    r"[,;:—–()“”\"]|\.(?:\s|$)|\s(?:and|but|while|whereas|although|though|because|when|where|which|who|after|as)\s",
    re.IGNORECASE,
)
_THAN = Regex(r"\bthan\b", re.IGNORECASE)
_TURNED = Regex(rf"\b(?:{'|'.join(_LISTS['turned'])})\b|n[’']t\b|\?", re.IGNORECASE)
_NO_NAME = Regex(rf"\s*(?:{'|'.join(_LISTS['than'])})", re.IGNORECASE)
#: "Than those", which goes on behind "who".
_THOSE = Regex(r"\s*(?:those|people|the\sones?)\s*$", re.IGNORECASE)
_WORD = Regex(r"[A-Za-z][\w’'-]*|\b(?:19|20)\d\d\b")
_LEAST = 4


#: "The emptiest BY VOLUME", "pay more FOR PARKING": the measure of an order.
_BY_WHICH = Regex(
    r"\b(?:by|for)\s(?!the\b|far\b|now\b|example\b|instance\b|every\b|each\b|all\b)([a-z][\w’'-]{3,})\b"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One order of two things: the words of its subject, and of what it is compared with ("" where left out)."""

    span: Span
    word: Span
    direction: ComparisonDirection
    subject: str
    other: str
    families: str
    units: tuple[str, ...]
    #: True if every word of the statement must be told beside its figures.
    known: bool
    #: Words of which one must stand in the statement or beside the figures; none: any.
    counts: tuple[str, ...]
    #: Where the words of the other side begin; the end of the statement where it is left out.
    turn: int
    #: True for a comparing word, false for a verb or a preposition.
    by_word: bool

    @property
    def words(self) -> str:
        """All words of the statement but for those that compare."""
        return f"{self.subject} {self.other}"


def statements(story: Story) -> Iterator[Statement]:
    """The statements of order of a story's sentences, in order of print."""
    text = story.document.text
    words = {word for _, _, pattern in _patterns() for word in present(pattern, text[story.start :])}
    for start, end in sentences_of(story):
        low = text[start:end].lower()
        if any(w in low for w in words):
            told = filter(_names_other, in_sentence(text[start:end], start))
            zone = story.zones[story.block_number(start)].span.start
            yield from (s for s in told if not is_quoted(text[zone : s.word.start]))


def sentences_of(story: Story) -> tuple[tuple[int, int], ...]:
    """Start and end of every sentence, those without figures too."""
    return story.once(_sentences)


def _sentences(story: Story) -> tuple[tuple[int, int], ...]:
    return tuple(_cut(story))


def _cut(story: Story) -> Iterator[tuple[int, int]]:
    for zone in story.zones:
        start = zone.span.start
        for found in _ENDS.finditer(story.document.text, start, zone.span.end):
            if found.start() - start > _LEAST:
                yield start, found.start()
            start = found.start()
        if zone.span.end - start > _LEAST:
            yield start, zone.span.end


def is_quoted(before: str) -> bool:
    """True inside quotation marks: what somebody says is told against what somebody else says."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def in_sentence(sentence: str, start: int) -> Iterator[Statement]:
    """The statements of a sentence that begins at an offset, whether or not their other side may be a name."""
    low = sentence.lower()
    for kind, direction, pattern in _patterns():
        for found in pattern.finditer(sentence) if holds(low, pattern) else ():
            statement = _read(sentence, start, kind, direction, found)
            if statement is not None:
                yield statement


def _names_other(statement: Statement) -> bool:
    """False for "more than last year" and "more than that"."""
    return _NO_NAME.match(statement.other) is None


def _read(
    sentence: str, start: int, kind: str, direction: ComparisonDirection, found: re.Match[str]
) -> Statement | None:
    opened, end = clause_of(sentence, found.start(), found.end())
    left, behind = sentence[opened : found.start()], sentence[found.end() : end]
    if _TURNED.search(left) or _TURNED.search(behind) or sentence.rstrip('”" ').endswith("?"):
        return None
    rule: Mapping[str, Any] = _TABLE[kind.split(".")[0]][kind.split(".")[1]]
    families, subject, other, turn = rule["families"], f"{left} ", behind, found.end()
    if kind.startswith("word"):
        than = _THAN.search(behind)
        subject = f"{left} {behind if than is None else behind[: than.start()]}"
        other = "" if than is None else behind[than.end() :]
        turn = end if than is None else found.end() + than.end()
        if kind == "word.sized":
            families = families_of(subject)
    elif not other.strip():
        return None
    word = Span(start + found.start(), start + found.end())
    return Statement(
        Span(start + opened, start + end),
        word,
        direction,
        subject,
        other,
        families,
        tuple(rule.get("units", ())),
        bool(rule.get("known", True)),
        tuple(rule.get("counts", ())),
        start + turn,
        kind.startswith("word"),
    )


def clause_of(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around some words of a sentence begins and ends."""
    opened = max((m.end() for m in _OPENS.finditer(sentence[:start])), default=0)
    return opened, _end(sentence, end)


def _end(sentence: str, start: int) -> int:
    """Where the clause behind a comparing word ends; "those who live in Marl" goes on."""
    closed = _CLOSES.search(sentence, start)
    if closed is not None and closed[0].strip() in ("who", "where"):
        than = _THAN.search(sentence, start, closed.start())
        if than is not None and _THOSE.match(sentence[than.end() : closed.start()]):
            closed = _CLOSES.search(sentence, closed.end())
    return len(sentence) if closed is None else closed.start()


def families_of(subject: str) -> str:
    """The kinds of figures that are said to be higher: those of the noun, any of "it"."""
    kinds = [k for k, nouns in _nouns() if nouns.search(subject)]
    if not kinds and re.match(r"\s*(?:in\s[\w\s]{2,30},?\s)?(?:it|that)\s", subject, re.IGNORECASE):
        return "PRMU"
    return "".join(kinds)


@cache
def _nouns() -> tuple[tuple[str, Regex], ...]:
    return tuple((k, any_of(n)) for k, n in _TABLE["noun"].items())


@cache
def _patterns() -> tuple[tuple[str, ComparisonDirection, Regex], ...]:
    found = []
    for sort in ("word", "verb"):
        for name, rule in _TABLE[sort].items():
            found += [(f"{sort}.{name}", way, any_of(rule[way])) for way in _WAYS if rule[way]]
    return tuple(found)


def relation_of_order(story: Story, statement: Statement, subject: Claim, other: Claim) -> Relation:
    """The comparison of a statement with the figures of its two sides."""
    inside = subject.sentence.overlaps(statement.span)
    comparison = Comparison(
        stable_id("k", story.document.id, "by-name", str(statement.word.start)),
        story.document.id,
        statement.word,
        story.words(statement.word),
        subject.sentence if inside else statement.span,
        statement.direction,
        block=subject.block,
        stance=subject.stance,
        speaker=subject.speaker,
    )
    roles = (Role("stated", comparison), Role("subject", subject), Role("reference", other))
    cue = Cue(story.document.id, statement.span, story.words(statement.span))
    return Relation("compare", roles, cue, "contextual")


@lru_cache(maxsize=8192)
def is_by_another(words: str, told: str) -> bool:
    """True if an order names its measure, and the words beside its figures do not."""
    named = {singular(m[1]) for m in _BY_WHICH.finditer(words)}
    return bool(named - tokens(told))


def tokens(text: str) -> frozenset[str]:
    """The words of a text in lower case, without the end of a plural or a possessive, and its years."""
    return frozenset(singular(w) for w in _WORD.findall(text))


def singular(word: str) -> str:
    """A word as it meets its other forms: "Marl’s" and "marl", "cases" and "case"."""
    low = re.sub(r"[’']s?$", "", word.lower())
    return low[:-1] if len(low) > _LEAST - 1 and low.endswith("s") and not low.endswith("ss") else low


__all__ = [
    "Statement",
    "clause_of",
    "families_of",
    "in_sentence",
    "is_quoted",
    "relation_of_order",
    "sentences_of",
    "singular",
    "statements",
    "tokens",
]
