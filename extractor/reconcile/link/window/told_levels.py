"""The levels that a multiple may be of, with the words beside each that name it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.levels import is_level
from extractor.reconcile.link.window.scope import Window, after
from extractor.reconcile.link.window.told_times import Told, stem, words
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Where the words behind a level stop being about it, and where a clause begins that has its own subject.
_STOP = Regex(
    r"(?<!\d),|,(?!\d)|[;:()–—]|\.\s|\s(?:and|but|while|whereas|to|from|against|compared|up|down|than|after)\s"
)
_CLAUSE = Regex(r";|,\s(?:and|but|while|whereas)\s|\s(?:while|whereas)\s")
#: Behind a count: how often it comes to that.
_OFTEN = Regex(
    r"^\s(?:[\w’'-]+\s){1,2}an?\s(day|night|week|month|year|hour)\b(?!\s(?:ago|earlier|later|before))", re.I
)
#: What "120 last year" does not count.
TIMES = frozenset(
    ["year", "month", "week", "day", "season", "summer", "winter", "spring", "autumn", "quarter"]
)


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels of a window with the words beside each."""

    claims: tuple[Claim, ...]
    #: The words beside each level, and those of them that name something.
    beside: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    #: All words of their sentences outside the clause of the multiple.
    vocabulary: frozenset[str]

    def named(self, told_of: frozenset[str]) -> list[int]:
        """The levels that some words name and do not name all of."""
        own = told_of - frozenset.intersection(*self.names)
        return [i for i, names in enumerate(self.names) if names & own]


def levels_of(story: Story, said: Told, window: Window) -> Levels | None:
    """The levels of a window that a multiple may be of: two or more of one unit and noun."""
    fitting = [c for c in window.claims if family(c) in said.families and _is_level(story, said, c)]
    groups = [g for g in _by_unit(story, fitting) if len({c.figure.amount for c in g}) > 1]
    if len(groups) != 1:
        return None
    claims = _of_noun(said, groups[0])
    if not _are_counted(said, claims):
        return None
    if len(claims) < 2 or not _count_one_thing(claims) or _are_averages_of_two_kinds(claims):
        return None
    beside = tuple(_beside(story, said, c, claims) for c in claims)
    sentences = {c.sentence for c in claims}
    text = " ".join(_outside(story, said, s) for s in sorted(sentences))
    keys = {stem(c.measure.key) for c in claims if c.measure is not None and c.measure.found == "here"}
    return Levels(tuple(claims), beside, tuple(map(words, beside)), words(text) | keys)


def _is_level(story: Story, said: Told, claim: Claim) -> bool:
    if claim.figure.kind == "ratio" or is_change(claim) or claim.stance != "asserted":
        return False
    return (
        not claim.negated
        and (family(claim) != "D" or "D" in said.families)
        and is_level(story, said.multiple, claim)
    )


def _by_unit(story: Story, claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(_unit(story, claim), []).append(claim)
    return list(groups.values())


def _unit(story: Story, claim: Claim) -> tuple[str, str]:
    """Family and unit; "120 visitors a day" is a rate like "362 a day"."""
    kind = family(claim)
    often = _OFTEN.match(after(story, claim)) if kind == "C" else None
    if often is not None:
        return "R", f"per {often[1].lower()}"
    return kind, "" if kind in "CP" else claim.figure.amount.unit


def _of_noun(said: Told, claims: Sequence[Claim]) -> list[Claim]:
    """Those counts whose noun the clause of the multiple names, where it names one."""
    told_of = said.all_words
    named = [
        c for c in claims if family(c) == "C" and c.measure is not None and stem(c.measure.key) in told_of
    ]
    return named if len(named) > 1 else list(claims)


def _are_counted(said: Told, claims: Sequence[Claim]) -> bool:
    """False for "five times as many people" beside numbers of pumps."""
    if not said.counted or family(claims[0]) not in "CPR":
        return True
    keys = {stem(m.key) for c in claims for m in (c.measure, c.base) if m is not None}
    return bool(keys & said.counted) or not keys


def _count_one_thing(claims: Sequence[Claim]) -> bool:
    if family(claims[0]) != "C":
        return True
    keys = [c.measure.key for c in claims if c.measure is not None and c.measure.key not in TIMES]
    return not keys or all(may_be_one(keys[0], k) for k in keys[1:])


def _are_averages_of_two_kinds(claims: Sequence[Claim]) -> bool:
    """True for a median and a mean, or an average and a plain figure."""
    kinds = {c.statistic if c.statistic in ("mean", "median") else None for c in claims}
    return len(kinds) > 1


def _beside(story: Story, said: Told, claim: Claim, claims: Sequence[Claim]) -> str:
    """The words that are about one level and no other, outside the clause of the multiple."""
    text, sentence = story.document.text, claim.sentence
    ends = [c.figure.span for c in claims if c is not claim and sentence.contains(c.figure.span)]
    start = max((s.end for s in ends if s < claim.figure.span), default=sentence.start)
    end = min((s.start for s in ends if s > claim.figure.span), default=sentence.end)
    if sentence.contains(said.multiple.figure.span):
        start = said.clause.end if start < said.clause.end <= claim.figure.span.start else start
        end = said.clause.start if claim.figure.span.end <= said.clause.start < end else end
    led = text[start : claim.figure.span.start]
    led = led[_about(led) :] if start > sentence.start else led
    told_of = text[claim.figure.span.end : end]
    return f"{_CLAUSE.split(led)[-1]} {told_of[: _about(told_of)]}"


def _about(words_behind: str) -> int:
    """Where the words behind a figure stop being about it."""
    stop = _STOP.search(words_behind)
    return len(words_behind) if stop is None else stop.start()


def _outside(story: Story, said: Told, sentence: Span) -> str:
    """The words of a sentence that are not of the multiple's clause."""
    if not sentence.contains(said.multiple.figure.span):
        return story.words(sentence)
    text = story.document.text
    return f"{text[sentence.start : said.clause.start]} {text[said.clause.end : sentence.end]}"
