"""A rate told for so many people, beside the cases and the population: "117 cases among 180,000 people, 65 PER 100,000".

Both counts stand in the sentence of the rate, or in the one before where the rate goes on about them ("that is"), and no other
count does. The population is known by its words, and the rate is told of all the people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from extractor.amount import ratio, scale
from extractor.lexicon import table
from extractor.model import Amount, Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.shown import str_amount
from extractor.wording import any_of, one_of

_WORDS = table("orders")["per_so_many"]
#: "75 FOR EVERY 100,000 residents", "18 deaths PER 1,000".
_PER = Regex(
    r"^(?:\s(?!(?:and|or|of|in|to)\b)[a-z-]+){0,2}\s(?:per|for\s(?:every|each)|in\severy|to\severy)\s"
    r"(?P<base>1,?000|10,?000|100,?000|1,?000,?000|(?:one\s|a\s|1\s)?million|(?:a\s|one\s)?(?:hundred\s)?thousand)"
    r"(?:\sof\s(?:the\spopulation|population))?(?P<noun>\s(?!(?:an?|each|every|per)\b)[a-z-]+)?"
)
#: What leads from the counts to their rate: ", OR", "- A RATE OF", ", WHICH WORKS OUT AT".
_LED = Regex(
    rf"(?:,|;|\s[–—-]|\s\(|\.)\s?(?:{one_of(_WORDS['leads'])}\s)?(?:(?:just|about|some|only|nearly|almost|around|roughly|over|under)\s)*$"
    rf"|\s{one_of(_WORDS['leads'])}\s(?:(?:just|about|some|only|nearly|almost|around|roughly)\s)*$",
    re.IGNORECASE,
)
_OPENS = Regex(
    rf"^[“\"]?(?:{one_of(_WORDS['opens'])})\s(?:(?:just|about|some|only|nearly|almost|around|roughly)\s)*$",
    re.IGNORECASE,
)
_WITH = Regex(
    rf"^(?:With|In|Among)\s(?:an?\s|its\s|the\s)?(?:[^,;]|,(?=\d)){{5,60}},\s(?:{one_of(_WORDS['opens'])})\s(?:(?:just|about|some|only|nearly|almost|around|roughly)\s)*$"
)
_POPULATION = Regex(
    rf"\b(?:population\s(?:is|was|of)|home\sto|{one_of(_WORDS['places'])}\sof)\s"
    r"(?:(?:about|some|only|nearly|almost|around|just|over|under|its|the)\s)*$",
    re.IGNORECASE,
)
_PEOPLE = Regex(rf"^(?:\s(?!(?:and|of|with)\b)[a-z-]+)?\s{one_of(_WORDS['people'])}\b", re.IGNORECASE)
_APART = any_of(_WORDS["apart"])
_OVER_TIME = Regex(
    r"^\s(?:an?|per|each|every)\s(?:year|month|week|day)\b|^,?\s(?:annually|yearly|monthly|weekly)\b"
)
#: How far the population behind an official rate may lie from the one printed.
_REACH = Fraction(1, 20)


def per_so_many(story: Story) -> Iterator[Relation]:
    """One relation for each rate whose cases and population are told beside it."""
    for rate in story.claims:
        if (
            family(rate) not in "RC"
            or rate.block in DISPLAY
            or rate.stance != "asserted"
            or rate.figure.value is None
        ):
            continue
        found = _PER.match(after(story, rate, 70))
        if found is None:
            continue
        counts = _counts(story, rate)
        pair = None if counts is None else _pair(story, counts)
        if pair is not None and _is_of_all(story, rate, found, pair):
            yield _relation(story, rate, _base(found["base"]), *pair)


def _counts(story: Story, rate: Claim) -> list[Claim] | None:
    """The counts before a rate that its words lead on from."""
    led, number = before(story, rate, 60), story.number_of(rate)
    if number and _WITH.match(story.lead(rate)):
        return _first_and_own(story, rate, number)
    if _OPENS.match(story.lead(rate)) and number:
        span = Span(story.sentences[number - 1].start, rate.figure.span.start)
        if rate.sentence.start - story.sentences[number - 1].end > 2:
            return None
    elif _LED.search(led):
        span = Span(rate.sentence.start, rate.figure.span.start)
        inside = story.starting(span.start, span.end - 1)
        if len(inside) == 1 and number:
            last = story.sentences[number - 1]
            span = Span(last.start, span.end) if 0 <= rate.sentence.start - last.end <= 2 else span
    else:
        return None
    told = story.starting(span.start, span.end - 1)
    behind = story.starting(rate.figure.span.end + 20, rate.sentence.end)
    if _APART.search(story.words(Span(span.start, rate.sentence.end))) or behind:
        return None
    return None if any(family(c) != "C" for c in told) else list(told)


def _first_and_own(story: Story, rate: Claim, number: int) -> list[Claim] | None:
    """What a sentence opens with that the next puts over its own population: "WITH 180,000 PEOPLE, THAT IS a rate of"."""
    last = story.sentences[number - 1]
    own = [c for c in story.in_sentence(rate.sentence) if c.figure.span < rate.figure.span]
    before_it = story.in_sentence(last)
    if not before_it or any(
        story.words(Span(last.start, c.figure.span.start))[-5:] == " and " for c in before_it
    ):
        return None
    first = before_it[0]
    led = story.lead(first)
    near = 0 <= rate.sentence.start - last.end <= 2 and len(own) == 1
    told = story.words(Span(last.start, first.figure.span.end)) + " " + after(story, first, 30).split(",")[0]
    apart = _APART.search(told) or _APART.search(story.sentence(rate)) or "," in led or len(led) > 60
    return [first, *own] if near and not apart and family(first) == family(own[0]) == "C" else None


def _pair(story: Story, counts: list[Claim]) -> tuple[Claim, Claim] | None:
    """The cases and the population, where they are the only two counts."""
    if len(counts) != 2 or any(c.figure.value is None or c.negated or c.stance != "asserted" for c in counts):
        return None
    people = [c for c in counts if _is_population(story, c)]
    if len(people) != 1:
        return None
    cases = next(c for c in counts if c is not people[0])
    values = cases.figure.value or 0, people[0].figure.value or 0
    return (cases, people[0]) if 0 < values[0] * 5 <= values[1] and values[1] >= _WORDS["least"] else None


def _is_population(story: Story, claim: Claim) -> bool:
    return (
        _POPULATION.search(before(story, claim)) is not None or _PEOPLE.match(after(story, claim)) is not None
    )


def _is_of_all(story: Story, rate: Claim, found: re.Match[str], pair: tuple[Claim, Claim]) -> bool:
    """True for a rate of all the people, told for no length of time of its own."""
    behind = after(story, rate, 120)[found.end() :]
    if _OVER_TIME.match(behind):
        return False
    noun = (found["noun"] or "").strip()
    if not noun or noun in _WORDS["any"] or re.fullmatch(one_of(_WORDS["people"]), noun):
        return re.match(r"\s(?:aged|under|over|who|with|in|of)\b", behind) is None
    whole = pair[1].measure
    return whole is not None and noun in whole.text.lower().split()


def _base(words: str) -> int:
    digits = re.sub(r"\D", "", words)
    if "million" in words:
        return 1_000_000
    if "thousand" in words:
        return 100_000 if "hundred" in words else 1_000
    return int(digits)


def _relation(story: Story, rate: Claim, base: int, cases: Claim, people: Claim) -> Relation:
    made = scale(ratio(cases.figure.amount, people.figure.amount), base)
    unit = f"per {base}"
    told = f"{cases.figure.text} / {people.figure.text} × {base:,} = {str_amount(made)}"
    words = f"cases for every {base:,}"
    made = _stretched(made, unit)
    derived = Derived(stable_id("d", rate.id, "per"), made, words, (cases, people), told)
    span = Span(min(cases.sentence.start, people.sentence.start), rate.sentence.end)
    stated = replace(rate, figure=replace(rate.figure, amount=replace(rate.figure.amount, unit=unit)))
    cue = Cue(story.document.id, span, story.words(span))
    return Relation("same", (Role("stated", stated), Role("from", derived)), cue, "contextual")


def _stretched(made: Amount, unit: str) -> Amount:
    low = None if made.low is None else made.low * (1 - _REACH)
    high = None if made.high is None else made.high * (1 + _REACH)
    return replace(made, low=low, high=high, unit=unit, grain=None)


__all__ = ["per_so_many"]
