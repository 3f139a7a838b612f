"""A score and by how much one side leads in it: "won 104-97, A SEVEN-POINT WIN", "21-10 up at the interval, A LEAD OF 11 points".

The two stand side by side in a sentence, or the lead opens the next one. A game told in goals and points ("2-14 to 1-12") is one of
points. Any other score near by that makes the size excuses it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import exact
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.reconcile.link.margin.sides import HEDGE, WORDS
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_SCORES = WORDS["scores"]
_SIDE = r"\d{1,3}"
_GAELIC = r"\d{1,2}-\d{1,2}"
_PAIR = rf"(?P<score>(?<![\d.,$£€/–-]){_GAELIC}\s(?:to|against)\s{_GAELIC}(?![\d/–-]|\.\d)|(?<![\d.,$£€/–-]){_SIDE}\s?[-–]\s?{_SIDE}(?![\d/–%-]|[.,]\d|\sto\s\d))"
_ANY = Regex(_PAIR)
_UNITS, _SIZES, _AT = (one_of(_SCORES[n]) for n in ("units", "sizes", "at"))
_WORD = r"[^\W\d][\w’'-]*"
_WHEN = rf"(?:\s(?:up|down|ahead|behind|adrift|in\sfront))?(?:\sat\s{_AT})?"
#: Between a score and a size behind it: ", A SEVEN-POINT win", "up at the interval, A LEAD OF 11 points".
_THEN = rf"{_WHEN}(?:,|\s[–—-]|\s\(|\sfor)\s?(?:with\s|and\s|in\s|in\swhat\swas\s)?(?:an?|the|their|its|his|her)\s"
_LED = Regex(rf"{_PAIR}{_THEN}(?:{_WORD}\s)?(?:(?P<of>{_SIZES})\sof\s)?{HEDGE}$", re.IGNORECASE)
_POINT = Regex(rf"^[\s-](?:{_UNITS})[\s-](?:{_SIZES})\b(?!\s(?:of|in|last|from)\b)", re.IGNORECASE)
_COUNTED = Regex(rf"^(?:\s(?:{_UNITS}))?(?=\s?(?:[.,;)]|$))", re.IGNORECASE)
#: "Won BY FIVE points, 2-14 to 1-12", "led BY 14 points at three-quarter time, 68-52".
_BY = Regex(rf"\bby\s{HEDGE}$|\b(?:{_SIZES})\sof\s{HEDGE}$", re.IGNORECASE)
_OWN = Regex(
    rf"^\s(?:{_UNITS})(?:\s(?!and\b|but\b|after\b|with\b|to\b|from\b){_WORD}){{0,4}}?(?:,|\s[–—-]|\s\(|:)\s?{_PAIR}(?=\s?(?:[.,;)]|$)|\s(?:at|in|on)\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
#: "TEN points BEHIND at the break, 17-9".
_BEHIND = Regex(
    rf"^(?:\s(?:{_UNITS}))?\s(?:up|down|ahead|behind|adrift|in\sfront|clear)(?:\sat\s{_AT})?(?:,|\s[–—-]|\s\()\s?{_PAIR}(?=\s?[.,;)])",
    re.IGNORECASE,
)
#: "THE 23-POINT WIN was their fifth", "It was a three-goal win".
_OPENS = Regex(r"^[“\"]?(?:The|That|Their|This|Its|His|Her|It\swas\san?|It\swas\stheir|That\swas\san?)\s$")
_STOP = Regex(r"(?<=[a-z\d)”’\"][.!?])[”\"]?\s+(?=[A-Z“\"‘])")
_WON, _APART, _LATER = (any_of(_SCORES[n]) for n in ("won", "apart", "later"))
#: A lead that comes and goes in a game, and the words of a score at a moment and at the end.
_GOES, _STOOD, _ENDED = (any_of(_SCORES[n]) for n in ("goes", "stood", "ended"))
#: What was won or lost, and the verbs of each; "beat" tells of both.
_LOST, _GAINED, _LOSSES, _WINS = (any_of(_SCORES[n]) for n in ("lost", "gained", "losses", "wins"))
#: A size that a slip may have made of what a score makes.
_FACTOR, _STEP = 2, 2


def score_margins(story: Story) -> Iterator[Relation]:
    """One relation for each size of points, goals or runs with the score that stands beside it."""
    for size in story.claims:
        value = size.figure.value
        if (
            value is None
            or value < 1
            or size.block in DISPLAY
            or size.negated
            or not _may_be_size(story, size)
        ):
            continue
        found = _beside(story, size) or _before(story, size)
        if found is None:
            continue
        gap = _gap(found)
        near = gap > 0 and (max(value / gap, gap / value) <= _FACTOR or abs(value - gap) <= _STEP)
        if near and (value == gap or not _is_of_another(story, size, int(value))):
            yield _relation(story, size, found, gap)


def _may_be_size(story: Story, size: Claim) -> bool:
    behind = _behind(story, size)
    return re.match(rf"[\s-](?:{_UNITS})\b", behind) is not None or size.figure.kind == "points"


def _behind(story: Story, size: Claim) -> str:
    """The words behind a number, its unit of points with them."""
    unit = len(size.figure.text) - len(
        re.sub(r"[\s-](?:points?)$", "", size.figure.text, flags=re.IGNORECASE)
    )
    return story.words(Span(size.figure.span.end - unit, size.sentence.end))


def _beside(story: Story, size: Claim) -> str | None:
    """The score of the sentence that the words set beside a size."""
    sentence = story.sentence(size)
    if _WON.search(sentence) is None or _APART.search(sentence):
        return None
    led, behind = story.lead(size), _behind(story, size)
    found = _LED.search(led)
    if found is not None:
        tail = _COUNTED if found["of"] else _POINT
        told = story.words(Span(size.sentence.start, size.figure.span.end))
        held = tail.match(behind) and _is_of_moment(told, led[found.end("score") :] + behind)
        return found["score"] if held else None
    by = _OWN.match(behind) if _BY.search(led) else _BEHIND.match(behind)
    return by["score"] if by is not None else None


def _before(story: Story, size: Claim) -> str | None:
    """The one score of the sentence before one that a size opens."""
    if not _OPENS.match(story.lead(size)) or not _POINT.match(_behind(story, size)):
        return None
    block = story.zones[story.block_number(size.sentence.start)].span
    told = _STOP.split(story.words(Span(block.start, size.sentence.start)).strip())[-1]
    if _WON.search(told) is None or not _is_of_moment(told, _behind(story, size)):
        return None
    if not _is_of_outcome(told, _behind(story, size)[:30]):
        return None
    sentence = story.sentence(size)
    if _APART.search(told) or _APART.search(sentence) or _LATER.search(sentence) or _ANY.search(sentence):
        return None
    scores = [m["score"] for m in _ANY.finditer(told)]
    return scores[0] if len(scores) == 1 else None


def _is_of_moment(told: str, size: str) -> bool:
    """True unless a lead, which comes and goes, stands beside a score at the end: "lost 24-18, a ten-point LEAD gone"."""
    return _GOES.search(size[:40]) is None or (
        _STOOD.search(told) is not None and _ENDED.search(told) is None
    )


def _is_of_outcome(told: str, size: str) -> bool:
    """True unless a defeat is told behind a win alone, or a win behind a defeat: those are of another day."""
    lost, won = _LOST.search(told), _GAINED.search(told)
    return bool((lost or not _LOSSES.search(size)) and (won or not _WINS.search(size)))


def _gap(score: str) -> int:
    """By how much the one side of a score has more; a goal makes three points."""
    one, two = _sides(score)
    return abs(one - two)


def _sides(score: str) -> tuple[int, int]:
    numbers = [int(n) for n in re.findall(r"\d+", score)]
    if len(numbers) == 4:
        return 3 * numbers[0] + numbers[1], 3 * numbers[2] + numbers[3]
    return numbers[0], numbers[1]


def _shown(score: str) -> str:
    low, high = sorted(_sides(score))
    return f"{score}: {high} − {low}" if " " in score.strip() else f"{high} − {low}"


def _is_of_another(story: Story, size: Claim, value: int) -> bool:
    """True if a score near by, or two numbers of one, make the size."""
    place = story.block_number(size.sentence.start)
    zones = story.zones[max(0, place - 2) : place + 3]
    text = story.words(Span(zones[0].span.start, zones[-1].span.end))
    return any(_gap(m["score"]) == value for m in _ANY.finditer(text))


def _relation(story: Story, size: Claim, score: str, gap: int) -> Relation:
    made = Derived(
        stable_id("d", size.id, score),
        exact(gap, size.figure.amount.unit),
        f"what a score of {score} makes",
        (),
        f"{_shown(score)} = {gap}",
    )
    cue = Cue(story.document.id, size.sentence, story.sentence(size))
    return Relation("same", (Role("stated", size), Role("from", made)), cue, "contextual")


__all__ = ["score_margins"]
