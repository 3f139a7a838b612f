"""Reasons why two figures that the text sets side by side are not of one kind.

A caveat neither replaces nor softens what a comparison comes to; people see it on the same card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.lexicon import table
from extractor.literals import find_all
from extractor.model import Claim, Cue, Derived, Period, Relation
from extractor.reconcile.caveat import Caveat, caveat_on
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.guards.disclaimed import disclaimed, likest
from extractor.reconcile.link.guards.uneven import uneven
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Words by which a text itself says that two figures do not belong side by side.
_BESIDE = r"(?:beside|against|alongside|side\sby\sside|next\sto|on\sthe\ssame\s(?:line|page))"
_OTHERWISE = r"(?:a\sdifferent|another|different|a\snew|other|new)\s(?:basis|bases|ways?|methods?|definitions?|scales?|rules|footing)"
WARNING = Regex(
    rf"\b(?:can(?:not|[’']t)|should\snot|shouldn[’']t|must\snot|may\snot|not\sto)\sbe\s(?:directly\s)?(?:compared|(?:set|put|laid|held|placed|stood|measured)\s{_BESIDE}|read\stogether)"
    rf"|\b(?:warn|caution|advise|argue)(?:s|d|ed)?\s(?:[\w’'-]+\s){{0,3}}?against\s(?:comparing|reading\s(?:the\stwo|them)\b|(?:setting|putting|laying|holding|placing)\s[^.;]{{0,30}}?\b{_BESIDE})"
    r"|\bnot\s(?:directly\s|strictly\s|really\s|fully\s)?comparable\b|\b(?:answer|measure|count)s?\sdifferent(?:ly|\s(?:things|questions|groups))"
    r"|\b(?:wrong|unfair|misleading|a\smistake|no\s(?:good|use)|not\s(?:fair|right|possible)|hard|impossible)\sto\s(?:hold|set|put|measure|compare)\s"
    r"(?:the|that|this|these|those|it|them|one|either)\b[^.;]{0,40}?\b(?:against|beside|alongside|with|by)\b"
    r"|\b(?:wrong|unfair|misleading|makes?\sno\ssense|not\spossible|impossible)\sto\scompare\b"
    r"|\bno\s(?:[\w-]+\s){0,2}(?:rate|comparison|conclusion|trend)\s(?:should|can|may)\sbe\s(?:inferred|drawn|made)|\bnot\slike\swith\slike\b|\bapples\sand\s(?:oranges|pears)\b"
    r"|\bcomparisons?\s(?:is|are|was|were)\s(?:not\spossible|impossible|meaningless|invalid)\b|\bno\s(?:direct|fair|like-for-like|true)\scomparison\sis\spossible\b"
    r"|\b(?:do|does|did)\s?n[o’']t\s(?:measure|count|cover|describe|mean)\sthe\ssame\b|\b(?:do|does|did)\snot\s(?:measure|count|cover|describe|mean)\sthe\ssame\b"
    rf"|\b(?:measured|counted|compiled|collected|calculated|recorded|reported|worked\sout|drawn\sup|counts?)\s(?:on|in|by|under|to)\s{_OTHERWISE}\b"
    r"|\b(?:on|under)\s(?:a\sdifferent|another)\s(?:basis|definition)\s(?:from|than|to)\b|\bbreak\sin\s(?:the|its)\s(?:series|data|figures|statistics)\b"
    r"|\b(?:not|never)\s(?:to\s)?be\s(?:confused\swith|mistaken\sfor)\s(?:the|its|their|that|those)\s[^.;]{0,30}?\d",
    re.IGNORECASE,
)
_IMPROVED = Regex(
    r"\b(?:improved|better|progress|more\s\w+ly|sooner|faster|turned\sa\s?round|come\sa\slong\sway|risen|raised|worse|deteriorated)\b",
    re.IGNORECASE,
)
_NOW = Regex(
    r"\b(?:today|now|currently|at\spresent|this\s(?:year|month|week)|nowadays|these\sdays)\b", re.IGNORECASE
)


def caveats(story: Story, linked: Sequence[Relation]) -> Iterator[Caveat]:
    """The caveats on the comparisons of a story, and those that the text itself gives."""
    for relation in linked:
        if relation.kind == "compare" and relation.strength == "contextual":
            yield from _of_comparison(story, relation)
    yield from uneven(story, linked)
    warned = tuple(_warned(story))
    yield from warned
    told = {frozenset(c.relation.claims()) for c in warned}
    yield from (c for c in disclaimed(story) if frozenset(c.relation.claims()) not in told)
    yield from _then_and_now(story)


def _of_comparison(story: Story, relation: Relation) -> Iterator[Caveat]:
    subject = [r.value for r in relation.roles if r.name == "subject" and isinstance(r.value, Claim)]
    reference = [c for r in relation.roles if r.name == "reference" for c in _claims(r.value)]
    if subject and reference:
        yield from differences(story, subject[0], reference[0], relation.cue)


def _claims(value: object) -> tuple[Claim, ...]:
    if isinstance(value, Derived):
        return value.claims
    return (value,) if isinstance(value, Claim) else ()


def differences(story: Story, a: Claim, b: Claim, cue: Cue) -> Iterator[Caveat]:
    """Period, deed and population, each where both claims name one and they differ."""
    x, y = _period_of(story, a), _period_of(story, b)
    if x is not None and y is not None and _other_time(x, y):
        yield caveat_on(a, b, cue, "period", f"{x.text} is not {y.text}.")
    if a.event is not None and b.event is not None and _other_stage(a.event.key, b.event.key):
        yield caveat_on(a, b, cue, "definition", f"“{a.event.text}” is not the same as “{b.event.text}”.")
    groups = _population(story, a), _population(story, b)
    if groups[0] and groups[1] and groups[0] != groups[1]:
        yield caveat_on(a, b, cue, "subset", f"One is told of {groups[0]}, the other of {groups[1]}.")


def _period_of(story: Story, claim: Claim) -> Period | None:
    """When a claim holds: its own period, or that of the figure before it that is told of the same place."""
    if claim.period is not None:
        return claim.period
    before = [
        c for c in story.claims if c.figure.span < claim.figure.span and story.paragraphs_apart(c, claim) <= 1
    ]
    alike = [c for c in before if c.period is not None and c.place is not None and _one_place(c, claim)]
    return alike[-1].period if alike else None


def _one_place(a: Claim, b: Claim) -> bool:
    return a.place is not None and b.place is not None and a.place.key == b.place.key


def _other_time(x: Period, y: Period) -> bool:
    """True if both periods are dated and they are not one."""
    if x.key == y.key or None in (x.start, x.end, y.start, y.end):
        return False
    return (x.start, x.end) != (y.start, y.end)


def _other_stage(a: str, b: str) -> bool:
    """True if two deeds are done to one thing but are not one deed: "accept:interview" and "interview"."""
    return a != b and a.split(":")[-1] == b.split(":")[-1]


@cache
def _people() -> Regex:
    person = table("nouns")["kind"]["person"]
    nouns = sorted({*person["general"], *person["nouns"]}, key=len, reverse=True)
    plural = [*(f"{n}s" for n in nouns), "children", "people", "men", "women"]
    return Regex(
        r"(?:\b(?P<before>foster|looked[\s-]after|disabled|elderly|young|older|female|male|state|private|primary|secondary|homeless|unemployed|full-time|part-time|\w+-born)\s)?"
        r"\b(?:"
        + "|".join(map(re.escape, plural))
        + r")\b(?:\s(?P<after>(?:in|under|on|from|without)\s(?:care|foster\scare|custody|hospital|work|benefits|school|prison|university|\w+\scare)|who\s\w+\s\w+))?",
        re.IGNORECASE,
    )


def _population(story: Story, claim: Claim) -> str:
    """The narrowed group of people that a claim is told of, in its sentence or the one before; "" if none."""
    block = next((z for z in story.zones if z.span.contains(claim.figure.span)), None)
    if block is None:
        return ""
    here = story.document.text[block.span.start : claim.sentence.end]
    number = story.block_number(claim.figure.span.start)
    before = story.words(story.zones[number - 1].span) if number > 0 else ""
    for text in (here, before):
        found = [m for m in _people().finditer(text) if m["before"] or m["after"]]
        if found:
            return found[-1][0].lower()
    return ""


def _warned(story: Story) -> Iterator[Caveat]:
    """Two figures that the text itself warns not to compare."""
    text = story.document.text
    for found in find_all(WARNING, text, story.start):
        number = story.block_number(found.start())
        close = [
            c
            for c in story.claims
            if number - 1 <= story.block_number(c.figure.span.start) <= number
            and c.figure.span.start < found.end() + 80
        ]
        told = [c for c in close if family(c) in "CPM"]
        asserted = [c for c in told if _is_told(story, c)]
        pair = _alone(story, asserted, found.start()) or _last_pair(asserted) or _only_pair(told)
        if pair is not None:
            cue = Cue(story.document.id, None, found[0])
            yield caveat_on(pair[1], pair[0], cue, "definition", f"The text itself says so: “{found[0]}”.")


#: "The two counts", and a figure that another is only measured by: "more than the 9,300 of last year".
_POINTS = Regex(r"\b(?:the|these|those|both)\s$", re.IGNORECASE)
_MEASURE = Regex(r"\b(?:than|from|on|against|with)\s(?:the\s)?$", re.IGNORECASE)


_STOP = Regex(r"[.!?][”\"’]?\s")


def _is_told(story: Story, claim: Claim) -> bool:
    """False for a number that only points to what was told, and for one that is told as a yardstick."""
    lead = before(story, claim)
    small = family(claim) == "C" and (claim.figure.value or 0) < 10
    own = WARNING.search(lead)  # "hold that figure against the 41,800"
    return not (small and _POINTS.search(lead)) and (own is not None or _MEASURE.search(lead) is None)


def _alone(story: Story, claims: Sequence[Claim], at: int) -> tuple[Claim, Claim] | None:
    """The one figure of the sentences that a warning closes, and what it would be held against elsewhere."""
    back = at - story.document.text.rfind("\n", 0, at) - 1
    ends = [m.end() for m in _STOP.finditer(story.document.text, at - back, at)]
    start = ends[-2] if len(ends) > 1 else at - back
    held = [c for c in claims if start <= c.figure.span.start < at]
    other = likest(story, held[0]) if len(held) == 1 else None
    return None if other is None else (other, held[0])


def _only_pair(claims: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The two figures of a kind, where there are no more: "4,100, from 5,300 in 2018"."""
    return _last_pair(claims) if len(claims) == 2 else None


def _last_pair(claims: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    for later in reversed(claims):
        for earlier in reversed(claims):
            if (
                earlier.figure.span < later.figure.span
                and family(earlier) == family(later)
                and earlier.figure.value != later.figure.value
            ):
                return earlier, later
    return None


#: How far a thing got, by the words that tell it.
_STAGES = (
    ("offered", Regex(r"\b(?:offer(?:s|ed|ing)?|invited)\b", re.IGNORECASE)),
    ("accepted", Regex(r"\b(?:accept(?:s|ed|ing)?|took\sup|taken\sup)\b", re.IGNORECASE)),
    (
        "carried out",
        Regex(r"\b(?:carried\sout|took\splace|taken\splace|held|conducted|completed)\b", re.IGNORECASE),
    ),
)


def _stage(sentence: str) -> str | None:
    told = [name for name, words in _STAGES if words.search(sentence)]
    return told[0] if len(told) == 1 else None


def _then_and_now(story: Story) -> Iterator[Caveat]:
    """A share told as an improvement of today against an earlier share that was measured at another stage."""
    shares = [c for c in story.claims if family(c) == "P" and not c.negated]
    for now in shares:
        sentence = story.sentence(now)
        block = story.zones[story.block_number(now.figure.span.start)]
        passage = story.document.text[block.span.start : now.sentence.end]
        if not _NOW.search(sentence) or not _IMPROVED.search(passage):
            continue
        then = next(
            (
                c
                for c in shares
                if c.figure.span < now.figure.span and _at_other_stage(story, c, now, passage)
            ),
            None,
        )
        if then is not None:
            stages = f"{_stage(sentence)} now, {_stage(story.sentence(then))} then"
            cue = Cue(story.document.id, now.sentence, sentence)
            yield caveat_on(now, then, cue, "definition", f"They are not measured alike: {stages}.")


def _at_other_stage(story: Story, then: Claim, now: Claim, passage: str) -> bool:
    """True if the earlier share is of another stage; the passage says what "offered one" is one of."""
    x, y = _stage(story.sentence(then)), _stage(story.sentence(now))
    shared = content_words(story.sentence(then)) & content_words(passage)
    return x is not None and y is not None and x != y and bool(shared)
