"""The words that rank a figure in time: which end they mean, and from which year on: "the highest since 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.lexicon import table
from extractor.model import ComparisonDirection, Span
from extractor.reconcile.link.cues.moves import direction_of
from extractor.reconcile.link.order.dated import YEAR
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("ranks")["since"]
_ENDS: tuple[ComparisonDirection, ...] = ("higher", "lower")
_SUPERLATIVES, _ADJECTIVES, _COMPARED = (
    one_of([*_WORDS[n]["higher"], *_WORDS[n]["lower"], *_WORDS[n].get("either", ())])
    for n in ("superlatives", "adjectives", "compared")
)
_NUMBERS: dict[str, int] = dict(_WORDS["numbers"])
_SOME = r"(?:at\sleast\s|more\sthan\s|nearly\s|almost\s|about\s|some\s|over\s|the\s(?:last|past)\s)*"
_FROM = (
    r"(?:since\s(?:at\sleast\s|back\sin\s|the\s(?:[\w’'-]+\s){1,3}of\s|early\s|late\s|(?:January|February|March|April|May"
    r"|June|July|August|September|October|November|December)\s)?(?P<year>(?:18|19|20)\d\d)\b"
    rf"|(?:in|for|over)\s{_SOME}(?P<many>\d+|{one_of(_NUMBERS)})\s(?P<unit>years?|decades?)\b)"
)
_ALWAYS = r"(?P<always>on\srecord|ever\srecorded|in\s(?:its|the\s\w+[’']s)\shistory|since\srecords\sbegan)"
_NOUN = r"(?:\s(?!(?:of|in|for|among|at|outside|by|to|from|ever|on|since|yet)\b)[\w’'-]+){0,3}?"
#: "The driest year IN PERTH since 1994".
_PLACE = r"(?:\sin\s(?-i:[A-Z])[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]+)?)?"
_PHRASES = tuple(
    Regex(p, re.IGNORECASE)
    for p in (
        rf"\b(?P<word>{_SUPERLATIVES})(?P<noun>{_NOUN}){_PLACE},?\s(?:{_FROM}|{_ALWAYS})",
        rf"\b(?:a|an|its|the)\s(?P<many>\d+|{one_of(_NUMBERS)})[\s-](?P<unit>year|decade)[\s-](?P<word>high|low)\b",
        rf"\b(?:not|never|n[’']t|no)\b[^.;:]{{0,30}}?\b{_FROM}[^.;:]{{3,60}}?\b(?:so|this|as|such)\s(?P<word>{_ADJECTIVES})\b",
        rf"\b(?:not|never|n[’']t)\b[^.;:,]{{0,30}}?\b(?:so|this|as)\s(?P<word>{_ADJECTIVES})(?P<noun>{_NOUN})\s{_FROM}",
        rf"\b(?P<word>{_COMPARED})(?P<noun>{_NOUN})\sthan\s(?:at\sany\s(?:other\s)?(?:time|point|stage)|in\sany\s(?:other\s)?(?:year|season)"
        rf"|any\s(?:other\s)?(?:time|year|season)|it\shas\sbeen)\s{_FROM}",
        r"\b(?:a|its|an\sall-time)\s(?:new\s)?(?P<always>record)\s(?:(?P<word>high|low)\sof\s)?(?=£|\$|€|₹|N|R|\d)",
    )
)
#: Zones whose ranks are not read: headings and captions have no body of their own.
_UNREAD = DISPLAY - {"headline", "standfirst"}
#: What limits the group in which a figure is first, or makes it one of another kind than those printed.
_LIMITED, APART = any_of(_WORDS["limited"]), any_of(_WORDS["apart"])
_REACHED, _GAINS, _HARMS = (any_of(_WORDS[n]) for n in ("reached", "gains", "harms"))
_SENTENCE = Regex(r"(?<=[a-z\d)%”’\"][.!?])[”\"]?\s(?=[A-Z“\"‘$£€\d])")
#: Without a date of printing a story is taken to be no older than so many years after the last year that it prints.
_LATE, _LEAST = int(_WORDS["late"]), int(_WORDS["least"])


#: "Its weakest since 2018, at 84.20 to the dollar": which end that is hangs on what is given for what.
_RATE = Regex(r"\b(?:to|against)\sthe\s(?:US\s)?(?:dollar|euro|pound|yen|greenback)\b")
_STRENGTH = Regex(r"\b(?:weak|strong)est\b", re.IGNORECASE)
#: Where the words of a rank end: "the most since 2007 AND well above the average".
_BREAK = Regex(r"[,;:]|\sand\s")


@dataclass(frozen=True, slots=True)
class Since:
    """Words that rank a figure in time: where they stand, which end they mean, and from which year on."""

    span: Span
    direction: ComparisonDirection
    #: The year after which nothing passed it; None for a record of all times.
    year: int | None
    sentence: Span


def ranked_since(story: Story) -> Iterator[Since]:
    """Every "highest since 2009", "lowest in ten years" and "best on record" of the text."""
    for zone in story.zones:
        text = story.words(zone.span)
        if zone.kind in _UNREAD or not (
            "since" in text or "year" in text or "record" in text or "decade" in text
        ):
            continue
        for pattern in _PHRASES:
            for found in pattern.finditer(text):
                sentence = _sentence(text, found.start(), zone.span.start)
                said = _read(story, found, zone.span.start, sentence)
                if said is not None and (zone.kind not in DISPLAY or "since" in found[0].lower()):
                    yield said


def _sentence(text: str, at: int, offset: int) -> Span:
    """The sentence of a zone that holds an offset, by its stops; those with no figure have no other span."""
    stops = [m.end() for m in _SENTENCE.finditer(text)]
    start = max((s for s in stops if s <= at), default=0)
    return Span(offset + start, offset + min((s for s in stops if s > at), default=len(text)))


def _read(story: Story, found: re.Match[str], offset: int, sentence: Span) -> Since | None:
    groups = found.groupdict()
    span = Span(offset + found.start(), offset + found.end())
    around = story.words(sentence)
    behind = _BREAK.split(story.words(Span(span.end, min(sentence.end, span.end + 40))))[0]
    if _LIMITED.search(f"{groups.get('noun') or ''} {behind}"):
        return None
    way = _way(groups.get("word") or "high", story.words(Span(sentence.start, span.start)))
    if way is None or APART.search(around) or (_RATE.search(around) and _STRENGTH.search(found[0])):
        return None
    if groups.get("always"):
        return Since(span, way, None, sentence)
    year = int(groups["year"]) if groups.get("year") else _years_back(story, groups, around)
    return None if year is None else Since(span, way, year, sentence)


def _way(word: str, led: str) -> ComparisonDirection | None:
    """The end that a word means; "worst" means that to which the words before it moved."""
    word = word.lower()
    for way in _ENDS:
        if any(word in _WORDS[n][way] for n in ("superlatives", "adjectives", "compared")):
            return way
    told = _GAINS.search(led), _HARMS.search(led)
    if (told[0] is None) != (told[1] is None):
        return "higher" if (word == "best") == (told[0] is not None) else "lower"
    if _REACHED.search(led):
        return "higher"
    moved = direction_of(led)
    return None if moved is None else "higher" if moved == "rose" else "lower"


def _years_back(story: Story, groups: dict[str, str | None], sentence: str) -> int | None:
    """The year that so many years before the story are; None where it is not known well enough when it was printed."""
    told = (groups["many"] or "").lower()
    many = int(told) if told.isdigit() else _NUMBERS[told]
    many *= 10 if (groups["unit"] or "").startswith("decade") else 1
    own = {int(y) for y in YEAR.findall(sentence)}
    if len(own) == 1:
        return own.pop() - many
    if story.document.published is not None:
        return story.document.published.year - many
    printed = [int(y) for y in YEAR.findall(story.document.text)]
    return max(printed) + _LATE - many if printed and many >= _LEAST else None


__all__ = ["APART", "Since", "ranked_since"]
