"""How long a thing lasted, beside the years in which it began and ended: "made its first ream in 1952 ... locked in 2019".

"During the mill's 57 working years" says that it is the time of the whole. The years are those of the same
paragraph or the one before, one told with a word of beginning and one with a word of ending, and no others so told.
Any two years of the story, also that of its printing, that make the length excuse it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from extractor.amount import between
from extractor.lexicon import table
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("lasted")
_YEAR = Regex(r"(?<![\d£$€.,-])\b((?:17|18|19|20)\d\d)\b(?![\d,]*\d|-)")
_SENTENCE = Regex(r"(?<=[a-z\d)%”’\"][.!?])[”\"]?\s+(?=[A-Z“\"‘])")
_CLAUSE = Regex(r"[,;:–—]\s|\s(?:and|but|while|before|until)\s(?=[\w’'-]+\s)")
_LOOSE, _STOPPED = (any_of(_WORDS[n]) for n in ("loose", "stopped"))
_KINDS = tuple((any_of(kind["began"]), any_of(kind["ended"])) for kind in _WORDS["kinds"])
_FROM_TO = Regex(
    r"\b(?:from|between)\s(?:[A-Z][a-z]+\s)?((?:17|18|19|20)\d\d)\s(?:to|until|till|and)\s(?:[A-Z][a-z]+\s)?((?:17|18|19|20)\d\d)\b"
)
#: "In its 102 years", "the mill's 57 working years".
_OWN = Regex(
    r"\b(?:in|during|over|through|throughout|for|of)\s(?:all\s)?(?:its|their|his|her|the\s(?P<holder>[\w-]+)(?:['’]s|s['’]))\s(?:[a-z]+-?\s)?$",
    re.IGNORECASE,
)
#: The same as a subject: "Its 90 years on the square were over".
_SPENT = Regex(
    rf"\b(?:having|had|has|have)\s(?:been\s)?{one_of(_WORDS['spent'])}\s(?:[\w’'-]+\s){{0,2}}?for\s$|\blasted\s(?:for\s)?$",
    re.IGNORECASE,
)
_AFTER = Regex(
    r"\b(?:after|ending|ended|end\sof|to\san\send|spanning|capping|closing)\s(?:a\scareer\sof\s|its\s|their\s|his\s|her\s)?$",
    re.IGNORECASE,
)
#: "It WILL HAVE turned out socks FOR 92 years", "closes on 31 May AFTER 74 years".
_WILL = Regex(r"\bwill\shave\s(?:been\s)?[\w’'-]+(?:\s[\w’'-]+){0,6}?\sfor\s$", re.IGNORECASE)
_LEAVES = Regex(
    r"\b(?:clos(?:es|ed|ing)|shut(?:s|ting)?|retir(?:es|ed|ing)|step(?:s|ped)\sdown|st(?:ands|ood)\sdown|f[ae]ll(?:s)?\ssilent)\b[^,;.]{0,40}\safter\s$",
    re.IGNORECASE,
)
_STOPS = Regex(r"^\s?(?:[.;,]|$)")
_OF = Regex(rf"^\s(?:{'|'.join(_WORDS['of'])})\b", re.IGNORECASE)
_AS = Regex(rf"^\sas\s(?:its\s|their\s|the\s)?{one_of(_WORDS['agents'])}\b", re.IGNORECASE)
_NARROW = Regex(
    r"^\s(?:as|of|in|on|at|with|without|for|under|among|between|when|during|by|from|to)\b", re.IGNORECASE
)
#: "57 WORKING YEARS".
_NOUN = Regex(r"^(?:\s[a-z]+)?\syears?\b")
#: Which kind is that of people in a post, and how a sentence begins that goes on about one.
_PEOPLE = 1
_HE = Regex(r"[“\"]?(?:He|She)\b")
_NAME = Regex(r"\b[A-Z][a-z][\w’'-]+")
#: Paragraphs before that of a length in which its years are looked for; all of them where it has a holder.
_REACH = 1
_ROUND = int(_WORDS["round"])


@dataclass(frozen=True, slots=True)
class _Dated:
    """A year with the words of its clause, and where it stands."""

    year: int
    at: int
    words: str


def lasted(story: Story) -> Iterator[Relation]:
    """One relation for each length of time that is told of a whole whose first and last year are printed."""
    for length in story.claims:
        if _may_be_length(length) and _is_of_whole(story, length):
            years = _years_of(story, length)
            if years is not None and not _is_made(story, length):
                yield _relation(story, length, *years)


def _may_be_length(claim: Claim) -> bool:
    unit, value = claim.figure.amount.unit, claim.figure.value
    whole = claim.figure.kind == "duration" and unit == "year" and value is not None and value >= 3
    return whole and claim.block not in DISPLAY and claim.stance == "asserted" and not claim.negated


def _is_of_whole(story: Story, length: Claim) -> bool:
    """True if the words beside a length of time make it that of the whole."""
    led, told = before(story, length, 70), after(story, length, 40)
    told = _NOUN.sub("", told)
    if _LOOSE.search(led[-14:]) or _LOOSE.match(told.lstrip()):
        return False
    of = _OF.match(told) or _AS.match(told)
    if _NARROW.match(told if of is None else told[of.end() :]):
        return False
    own = _OWN.search(led)
    if own is not None:
        return True
    if _SPENT.search(led) or _WILL.search(led) or (_LEAVES.search(led) and _STOPS.match(told)):
        return True
    return _AFTER.search(led) is not None and _OF.match(told) is not None


def _holder(story: Story, length: Claim) -> str | None:
    """Whose years they are, where a noun tells: "the MILL's 57 working years"."""
    own = _OWN.search(before(story, length, 70))
    return None if own is None else own["holder"]


def _extent(story: Story, length: Claim) -> Span:
    """Where the years of a length are looked for."""
    number = story.block_number(length.sentence.start)
    first = next((n for n, z in enumerate(story.zones) if z.kind not in DISPLAY), 0)
    if _holder(story, length) is None:
        first = max(first, number - _REACH)
    return Span(min(story.zones[first].span.start, length.sentence.start), length.sentence.end)


def _years_of(story: Story, length: Claim) -> tuple[_Dated, _Dated] | None:
    """The only year of a beginning and the only one of an end, told before the length or in its sentence."""
    text = story.words(_extent(story, length))
    pair = _FROM_TO.findall(text)
    told = list(_dated(text))
    if len(pair) == 1 and len({d.year for d in told}) == 2:
        first, last = (next(d for d in told if d.year == int(y)) for y in pair[0])
        return (first, last) if first.year < last.year else None
    found = _first_and_last(told, text) or _first_elsewhere(story, length, told, text)
    if found is None or found[0].year >= found[1].year:
        return None
    holder = _holder(story, length)
    if holder is not None and not content_words(holder) & content_words(found[0].words):
        return None
    return found


def _first_and_last(told: Sequence[_Dated], text: str) -> tuple[_Dated, _Dated] | None:
    """The only year in which a thing of one kind began and the only one in which such a thing ended, with no break told."""
    if _STOPPED.search(text):
        return None
    began, ended = _of_kinds(told, 0), _of_kinds(told, 1)
    if len(began) != 1 or len(ended) != 1 or began[0][1] != ended[0][1]:
        return None
    return began[0][0], ended[0][0]


def _of_kinds(told: Sequence[_Dated], end: int) -> list[tuple[_Dated, int]]:
    """The years in which something began (0), or ended (1), with the number of its kind."""
    return [
        (d, n)
        for d in told
        for n, kind in enumerate(_KINDS)
        if kind[end].search(d.words) and not kind[1 - end].search(d.words)
    ]


def _first_elsewhere(
    story: Story, length: Claim, told: Sequence[_Dated], text: str
) -> tuple[_Dated, _Dated] | None:
    """The year in which somebody ends beside a length, and the only one of the story in which he or she began.

    Both sentences name the person: "Poon, who took over in 2006", behind "Augustus Poon steps down in May 2025".
    """
    ended = _of_kinds(told, 1)
    if len(ended) != 1 or ended[0][1] != _PEOPLE or _of_kinds(told, 0) or _STOPPED.search(text):
        return None
    whole = story.document.text
    began = [d for d, n in _of_kinds(list(_dated(whole)), 0) if n == _PEOPLE]
    if len(began) != 1 or not _HE.match(story.sentence(length)):
        return None
    names = set(_NAME.findall(began[0].words))
    return (began[0], ended[0][0]) if names & set(_NAME.findall(ended[0][0].words)) else None


def _dated(text: str) -> Iterator[_Dated]:
    """Each year with the words of its clause: from the last break, or the last year, up to the next."""
    stops = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text)]
    for begins, ends in pairwise(stops):
        found = list(_YEAR.finditer(text, begins, ends))
        for n, year in enumerate(found):
            left = found[n - 1].end() if n else begins
            led = text[left : year.start()]
            if n:
                parts = _CLAUSE.split(led)
                led = parts[-1] if len(parts) > 1 else led
            yield _Dated(int(year[1]), year.start(), led)


def _is_made(story: Story, length: Claim) -> bool:
    """True if any two years of the story, or one of them and that of its printing, make the length."""
    years = {int(y) for y in _YEAR.findall(story.document.text)}
    if story.document.published is not None:
        years.add(story.document.published.year)
    low, high = length.figure.amount.low, length.figure.amount.high
    return any(_fits(low, high, abs(a - b)) for a, b in combinations(sorted(years), 2))


def _fits(low: object, high: object, gap: int) -> bool:
    return (low is None or low <= gap + 1) and (high is None or gap - 1 <= high)  # type: ignore[operator]


def _relation(story: Story, length: Claim, first: _Dated, last: _Dated) -> Relation:
    gap = last.year - first.year
    reach = _ROUND if (length.figure.value or 0) % 10 == 0 else 1
    told = f"{last.year} − {first.year} = {gap}"
    words = f"years from {first.year} to {last.year}"
    span = Derived(
        stable_id("d", length.id, words), between(gap - reach, gap + reach, "year"), words, (), told
    )
    extent = _extent(story, length)
    cue = Cue(story.document.id, extent, story.words(extent))
    return Relation("same", (Role("stated", length), Role("from", span)), cue, "contextual")


__all__ = ["lasted"]
