"""How far one side of a contest is ahead: "won 48,210 votes to Ms Koss's 46,905, a margin of 1,305"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.margin.sides import (
    FEWEST,
    HEDGE,
    WORDS,
    is_made,
    is_near_size,
    is_told,
    of_one_thing,
    ordered,
    relation_of,
    sentences_back,
    sides_in,
)
from extractor.reconcile.link.window.scope import after, are_nested, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_LEAD = WORDS["lead"]
_IS = rf"(?:\sof\s(?:victory|defeat))?(?:,\s{HEDGE}$|(?:\s(?:over|above|on|between)\s[^,;.:\d]{{1,40}}?)?,?\s{one_of(_LEAD['is'])}\s{HEDGE}$)"
_NOUN = Regex(rf"\b{one_of(_LEAD['nouns'])}{_IS}", re.IGNORECASE)
_APART = Regex(rf"\b{one_of(_LEAD['apart'])}{_IS}", re.IGNORECASE)
_WON = Regex(rf"\b{one_of(_LEAD['won'])}\b[^;.:\d]{{0,50}}?\sby\s{HEDGE}$", re.IGNORECASE)
_GOT = Regex(
    rf"\b{one_of(_LEAD['got'])}\s[^;.:\d]{{0,40}}?\b{one_of(_LEAD['seat'])}\b[^;.:\d]{{0,20}}?\sby\s{HEDGE}$",
    re.IGNORECASE,
)
_BEHIND = Regex(
    rf"^(?:[\s-](?!ahead\b)[a-z]+)?[\s-](?:{one_of(_LEAD['nouns'])}|{one_of(_LEAD['ahead'])})\b(?!\sof\b)",
    re.IGNORECASE,
)
#: Between the two figures of a vote, and between the second and its margin.
_TO = Regex(r"^(?:\s(?:votes?|ballots?|members|councillors|points?))?\s(?:to|against)\s$", re.IGNORECASE)
_BY_SO_MUCH = Regex(
    rf"^(?:\s(?:votes?|ballots?|against))?(?:\s(?:for|against|in\sfavour\sof|to\sapprove|to\sback)\s(?:it|them|the\s[a-z]+))?(?:,|\s[–—]|\s\()\s?(?:with\s|giving\s|which\s(?:is|was)\s)?an?\s"
    rf"(?:[a-z]+\s)?{one_of([*_LEAD['nouns'], *_LEAD['apart']])}\s(?:of\s)?{HEDGE}$",
    re.IGNORECASE,
)
#: A line of a result: "Breen (Labour) 4,812, Reilly (Conservative) 4,230. MAJORITY 682".
_MAJORITY = Regex(rf"(?:^|[.;]\s)(?:[A-Z][a-z]+\s)?[Mm]ajority:?\s$|\ba\smajority\sof\s{HEDGE}$")
_ENDS = Regex(r"^(?:\svotes?)?\s?(?:[.,;)]|$)")
_NAMED = Regex(r"\b[A-Z][\w’'-]+(?:\s\([^()]{2,30}\))?:?,?\s$")
_CONTEST = any_of(_LEAD["contest"])
_OTHER = any_of(_LEAD["other"])
#: "A gap of 29 points between owners and those in hostels" names its sides itself.
_BETWEEN = Regex(r"^(?:\s[\w’'-]+){0,2}?\sbetween\b", re.IGNORECASE)
_VOTES = Regex(r"\bvotes?\b|\bpoll(?:s|ed|ing)\b|\bballots?\b", re.IGNORECASE)
#: "Was wider THAN either camp had predicted": what a lead is held against, and no word of its own.
_WIDER = Regex(
    r"\s(?:was|is|proved|turned\sout)\s(?:far\s|much\s|even\s)?(?:[a-z]+er|more\s[a-z]+|less\s[a-z]+)\sthan\b.*"
)
#: What ends the clause of a lead.
_CLAUSE = Regex(r"[,;:()–—]\s|\s[–—]\s")
#: A figure that is told as a lead of another time, or as one of all: "from a majority of 428", "11,000 votes cast".
_LEADING = Regex(rf"\b(?:{'|'.join(_LEAD['nouns'])})\s(?:\w+\s){{0,3}}$", re.IGNORECASE)
#: In the sentence of a lead that is told before its votes: somebody has just got it.
_WINS = Regex(rf"\b{one_of([*_LEAD['won'], *_LEAD['got']])}\b", re.IGNORECASE)
#: In the words behind a lead: they are of another vote or seat, or of all votes.
_ELSEWHERE = Regex(
    r"\b(?:ago|earlier|previous(?:ly)?|last\s(?:time|year)|neighbouring|next\sdoor|elsewhere|postal|spoil\w*|recount|this\s(?:time|week|month|year)|second\scount|first\scount)\b"
    r"|^In\s(?:the\s)?[A-Z]",
    re.IGNORECASE,
)
_YEAR = Regex(
    r"\b(?:in|at|of)\s(?:the\s)?(?:(?:19|20)\d\d|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_CAST = Regex(
    r"^(?:\s[\w’'-]+){0,2}?\s(?:cast|counted|returned|spoil\w*|registered|electors|voters)\b", re.IGNORECASE
)


def leads(story: Story) -> Iterator[Relation]:
    """One relation for each lead with the only two sides that are told beside it."""
    for size in story.claims:
        score = _score(story, size)
        if score is not None:
            yield relation_of(story, size, *score)
            continue
        if family(size) not in "CTM" or (size.figure.value or 0) < 1:
            continue
        contest = _is_lead(story, size)
        if size.block in DISPLAY and not (contest and _VOTES.search(story.sentence(size))):
            continue
        if not contest and _APART.search(before(story, size, 90)) is None:
            continue
        pair = _pair(story, size, contest)
        if pair is None or is_of_another(story, size) or _BETWEEN.match(after(story, size)):
            continue
        if not is_made(story, size) and not is_told(story, size, *pair):
            yield relation_of(story, size, *pair)


def _score(story: Story, size: Claim) -> tuple[Claim, Claim] | None:
    """The two figures of a vote right before its margin: "by 11 votes to four, a margin of seven"."""
    earlier = [c for c in story.in_sentence(size.sentence) if c.figure.span < size.figure.span]
    if len(earlier) < 2 or family(size) not in "CTM":
        return None
    one, two = earlier[-2:]
    to = story.between(one, two)
    behind = story.between(two, size)
    if not (_TO.match(to) and _BY_SO_MUCH.match(behind)) or {family(one), family(two)} != {family(size)}:
        return None
    pair = ordered(one, two)
    return pair if pair is not None and is_near_size(size, *pair) else None


def _is_lead(story: Story, size: Claim) -> bool:
    led, behind = before(story, size, 90), after(story, size)
    return bool(
        _MAJORITY.search(led)
        or _NOUN.search(led)
        or _WON.search(led)
        or _GOT.search(led)
        or _BEHIND.match(behind)
    )


def _pair(story: Story, size: Claim, contest: bool) -> tuple[Claim, Claim] | None:
    """The smaller and the larger of the sides of the nearest sentences that tell two; None where they tell more."""
    if size.block in DISPLAY:
        return _ahead(story, size)
    for span in sentences_back(story, size) if contest else (size.sentence,):
        sides = sides_in(story, span, size)
        if len(sides) > 2:
            sides = _front_two(story, sides) if contest else ()
            if not sides:
                return None
        if len(sides) == 2 and _are_sides(story, size, span, sides, contest):
            return ordered(*sides)
    return _ahead(story, size) if contest else None


def _ahead(story: Story, size: Claim) -> tuple[Claim, Claim] | None:
    """The votes of the first two behind a lead: those of the next sentence that tells votes, and of the one after."""
    at = story.number_of(size) + 1
    if _WINS.search(story.sentence(size)) is None:
        return None
    told = [n for n in range(at, len(story.sentences)) if _tells_votes(story, n, size)]
    if not told or (size.block not in DISPLAY and told[0] > at):
        return None
    last = told[0] if len(_votes(story, told[0], size)) > 1 else told[0] + 1
    if any(n > last and len(_votes(story, n, size)) > 1 for n in told) or last >= len(story.sentences):
        return None  # a second count, or another seat
    span = Span(story.sentences[told[0]].start, story.sentences[last].end)
    sides = sorted(sides_in(story, span, size), key=lambda c: c.figure.span)
    values = [c.figure.value or 0 for c in sides]
    if len(sides) < 2 or min(values[:2]) < max(values[2:], default=0) or _is_apart(story, size, span):
        return None
    pair = ordered(*sides[:2])
    if pair is None or not is_near_size(size, *pair) or (pair[0].figure.value or 0) < FEWEST:
        return None
    apart = any(_LEADING.search(before(story, c)) or _CAST.match(after(story, c)) for c in pair)
    return None if apart or are_nested(story, sides[:2]) else pair


def _tells_votes(story: Story, number: int, size: Claim) -> bool:
    return (
        bool(_votes(story, number, size)) and _VOTES.search(story.words(story.sentences[number])) is not None
    )


def _votes(story: Story, number: int, size: Claim) -> tuple[Claim, ...]:
    return sides_in(story, story.sentences[number], size)


def _is_apart(story: Story, size: Claim, span: Span) -> bool:
    """True if words that are told behind a lead name a time or seat of their own, or the lead has a year."""
    words = story.words(span)
    return bool(_ELSEWHERE.search(words) or _YEAR.search(story.sentence(size)) or _YEAR.search(words))


def _front_two(story: Story, sides: Sequence[Claim]) -> tuple[Claim, ...]:
    """The first two of the votes of several candidates, where they are the most and stand in one sentence."""
    told = sorted((c for c in sides if not _CAST.match(after(story, c))), key=lambda c: c.figure.span)
    values = [c.figure.value or 0 for c in told]
    one_sentence = len({c.sentence for c in told}) == 1 and all(family(c) == "C" for c in told)
    if not one_sentence or len(told) < 3 or _VOTES.search(story.words(told[0].sentence)) is None:
        return ()
    rest = max(values[2:])
    return tuple(told[:2]) if min(values[:2]) > rest else ()


def _are_sides(story: Story, size: Claim, span: Span, sides: Sequence[Claim], contest: bool) -> bool:
    """True if both stand before the size, or both behind it, in one contest, and are no lead themselves."""
    sides = sorted(sides, key=lambda c: c.figure.span)
    earlier = [c.figure.span < size.figure.span for c in sides]
    if earlier[0] != earlier[1] or are_nested(story, sides) or (not contest and not earlier[0]):
        return False
    told = ordered(*sides)
    if told is None or not is_near_size(size, *told) or (told[0].figure.value or 0) < FEWEST:
        return False
    if any(_LEADING.search(before(story, c)) or _CAST.match(after(story, c)) for c in sides):
        return False
    ends = _ENDS.match(after(story, size)) and _MAJORITY.search(before(story, size, 90))
    listed = ends and all(_NAMED.search(before(story, c)) for c in sides)
    told_so = not contest or _CONTEST.search(story.words(span)) is not None or listed
    return bool(told_so) and of_one_thing(story, size, *sides)


def is_of_another(story: Story, size: Claim) -> bool:
    """True if a lead is one over somebody else, hoped for, or of another time."""
    return _OTHER.search(_clause(story, size)) is not None


def _clause(story: Story, size: Claim) -> str:
    led = story.lead(size)
    behind = _CLAUSE.split(story.words(Span(size.figure.span.end, size.sentence.end)))
    return _CLAUSE.split(led)[-1] + "# " + _WIDER.sub("", behind[0])


__all__ = ["is_of_another", "leads"]
