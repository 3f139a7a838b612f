"""Where a witness or an official speaks of: the place that the text gives them.

"We cut 640 bales," said Hob Marr, who farms near LUND; Dee Ash, 44, of ARDEN; CORBY CITY Mayor Ann Lomax.
What they say of themselves is counted there, as far as they name no other place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from extractor.frame.gazetteer import gazetteer
from extractor.frame.sentences import Sentence
from extractor.frame.speaker.sayers import words
from extractor.frame.speaker.unnamed import is_one_person
from extractor.lexicon import table
from extractor.model import Block, Mention, Span
from extractor.regexes import Regex

_NAME = r"((?:[A-Z][\w'’-]*\s+){0,3}?(?:[A-Z][\w'’-]+))"
_AGE = r"(?:,\s+\d{1,3})?"
#: What somebody at a place does there, in small letters: a capital would be the body that they speak for.
_DOES = r"(?:[a-z\d][\w'’-]*,?\s+){1,9}?"
#: "Dee Ash, 44, of X", "Hob Marr, 46, a widower in X", "Ann Orr, who farms near X".
_OF = Regex(
    rf"{_NAME}{_AGE},\s+(?:(?:an?|the|whose|who)\s+(?P<does>{_DOES})|(?P<role>(?:[a-z-]+\s+){{1,3}}))?"
    r"(?:of|in|near|at|from|outside|around|(?:north|south|east|west)\s+of)\s+(?:the\s+)?$"
)
#: "Hana Rewi, who has run the X site".
_KEEPS = Regex(
    rf"{_NAME}{_AGE},\s+(?P<does>who\s+(?:has\s+|have\s+)?(?:runs?|keeps?|kept|owns?|manages?|managed|heads?|leads?|led))\s+(?:the\s+)?$"
)
#: "Said principal Ann Lomax of X".
_HEAD_OF = Regex(rf"\b[a-z]+\s+{_NAME}\s+of\s+(?:the\s+)?$")
#: Who is not where the word after says: they were there once, or speak for all of a country from there.
_ELSEWHERE = Regex(
    r"\b(?:born|raised|moved|grew|came|comes|went|left|studied|trained|flew|brother|sister|son|daughter|cousin|mother|father"
    r"|spokes\w+|analysts?|economists?|strategists?|professor|lecturer|researcher|scientist|minister|lawyer|barrister)\b"
)
#: "X Superintendent Ann Lomax", "X grazier Noel Pascoe".
_TITLED = Regex(rf"\s+((?:[A-Z][a-z]+\s+){{1,2}}){_NAME}")
_TRADE = Regex(
    rf"\s+((?:[a-z-]+\s+){{1,2}}){_NAME}(?=[,.”\"]|\s+(?:said|says|told|who|has|had|is|was|[a-z]+ed)\b)"
)
#: "Dee Ash, 68, is not so sure. She sold her stall in X".
_AGED = Regex(rf"[“\"]?{_NAME},\s+\d{{1,3}},\s")
_THEIRS = Regex(r"\b(?:her|his|their)\s+[^.?!“”\"\n]{1,40}\s(?:in|at|near)\s+(?:the\s+)?$")
_QUOTE = '“"'
_WORD = Regex(r"\w+")
#: Paragraphs over which a quotation may go on.
_LONG = 4
#: Another person who speaks: "said Ann Lee", "Ms Lee said".
_NAMED = Regex(
    r"\b(?:said|says|added)\s+(?:[a-z]+\s+){0,3}[A-Z]|\b[A-Z][\w'’-]+\s+(?:said|says|told|added)\b"
)
#: Somebody at a distance, "Dee Ash, of Arden, Texas", is far from what they saw.
_FAR = Regex(r",\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Witness:
    """A person by their last name, with the place that they speak of and where that is told."""

    name: str
    place: Mention
    told: Span


def witnesses(text: str, zoned: Sequence[Block], mentions: Sequence[Mention]) -> tuple[Witness, ...]:
    """The people whose place a text tells, in the order of print, each once."""
    found: dict[str, Witness] = {}
    for zone in zoned:
        first, last = (bisect_left(mentions, at, key=_start) for at in (zone.span.start, zone.span.end))
        inside = [m for m in mentions[first:last] if m.span is not None and zone.span.contains(m.span)]
        for witness in (*_in_zone(text, zone, inside), *_aged(text, zone, inside)):
            found.setdefault(witness.name, witness)
    return tuple(found.values())


def _start(mention: Mention) -> int:
    return mention.span.start if mention.span is not None else 0


@dataclass(frozen=True)
class Witnesses:
    """The people of a document whose place is told, in the order of print."""

    people: tuple[Witness, ...] = ()

    def at(self, text: str, sentence: Sentence, speaker: Mention | None = None) -> Mention | None:
        """The place of the person that a sentence is about, or whose words in quotation marks it holds.

        `speaker` is who says those words.
        """
        if not self.people:
            return None
        block = sentence.block.span
        known = self._called(speaker) if speaker is not None else None
        if known is not None:
            return _at(known)
        before = text[block.start : sentence.span.start]
        spoken = text[sentence.span.start] in _QUOTE or any(mark in before for mark in _QUOTE)
        for span in (sentence.span, block) if spoken else (sentence.span,):
            named = self._named(span.of(text))
            if named is not None:
                return _at(named)
        return self._goes_on(text, block)

    def _called(self, speaker: Mention) -> Witness | None:
        """The witness who speaks, by the last word of their name."""
        last = speaker.key.split()[-1:]
        return next((w for w in self.people if [w.name.lower()] == last), None)

    def _named(self, words_: str) -> Witness | None:
        """The last of the people whom some words name."""
        near = {n for word in _WORD.findall(words_) for n in self._by_word.get(word, ())}
        found = (n for n in near if re.search(rf"\b{re.escape(self.people[n].name)}\b", words_))
        return self.people[number] if (number := max(found, default=-1)) >= 0 else None

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        """Numbers of the people by the letters that their names begin with: "O" for O'Neill."""
        found: dict[str, list[int]] = {}
        for number, witness in enumerate(self.people):
            found.setdefault(_WORD.findall(witness.name)[0], []).append(number)
        return found

    def _goes_on(self, text: str, block: Span) -> Mention | None:
        """The place of who spoke in the paragraph before, where a quotation goes on and names nobody."""
        number = bisect_left(self.people, block.start, key=lambda w: w.told.start) - 1
        if number < 0 or text[block.start] not in _QUOTE or _NAMED.search(text, block.start, block.end):
            return None
        # The first line ends the paragraph that tells who speaks; those after it go on.
        before = self.people[number]
        _, *between = re.split(r"\n+", text[before.told.end : block.start].rstrip("\n"))
        quoted = all(p[:1] in _QUOTE and not _NAMED.search(p) for p in between)
        return _at(before) if quoted and len(between) < _LONG else None


def _at(witness: Witness) -> Mention:
    return replace(witness.place, found="paragraph")


def _in_zone(text: str, zone: Block, inside: Sequence[Mention]) -> Iterator[Witness]:
    for place in inside:
        if place.span is None or place.key in _wide() or _FAR.match(text, place.span.end):
            continue
        told = _told_of(text, max(zone.span.start, place.span.start - 120), place.span.start)
        titled = _TITLED.match(text, place.span.end) or _TRADE.match(text, place.span.end)
        if told is not None:
            yield Witness(told[1].split()[-1], place, Span(told.start(), place.span.end))
        elif titled is not None and _is_role(titled[1].split()):
            yield Witness(titled[2].split()[-1], place, Span(place.span.start, titled.end()))


def _told_of(text: str, start: int, stop: int) -> re.Match[str] | None:
    """The name of whoever the words before a place put there."""
    for told in (_OF, _KEEPS):
        found = told.search(text, start, stop)
        if found is not None:
            return found if _is_there(found) else None
    return _HEAD_OF.search(text, start, stop)


def _is_there(told: re.Match[str]) -> bool:
    """False for who was there once, or speaks for others. A bare role is one person's: "principal of X"."""
    groups = told.groupdict()
    if _ELSEWHERE.search(groups["does"] or groups.get("role") or ""):
        return False
    return not groups.get("role") or _is_role(groups["role"].split())


def _is_role(named: Sequence[str]) -> bool:
    """True for a title, "Superintendent", and for what one person is, "grazier"."""
    return bool(set(named) & words("titles")) or is_one_person(f"a {named[-1]}")


@cache
def _wide() -> frozenset[str]:
    """Keys of countries, states and counties, in which a witness is somewhere."""
    sections = ("countries", "nations", "states_us", "provinces", "counties", "regions")
    return frozenset(gazetteer()[row.split("|")[0]] for s in sections for row in table("places")[s])


def _aged(text: str, zone: Block, inside: Sequence[Mention]) -> Iterator[Witness]:
    """The person of a paragraph that opens with their name and age, and what is theirs: "HER stall in X"."""
    opens = _AGED.match(text, zone.span.start)
    leads = ((m, text[max(zone.span.start, m.span.start - 60) : m.span.start]) for m in inside if m.span)
    # Not "she said from her flat in Yoker".
    place = next((m for m, lead in leads if _THEIRS.search(lead) and not re.search('[”"]', lead)), None)
    if opens is not None and place is not None and place.key not in _wide():
        yield Witness(opens[1].split()[-1], place, zone.span)
