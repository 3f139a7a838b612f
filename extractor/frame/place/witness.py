"""Where a witness or an official speaks of: the place that the text gives them.

"We cut 640 bales," said Hob Marr, who farms near LUND; Dee Ash, 44, of ARDEN; CORBY CITY Mayor Ann Lomax.
What they say of themselves is counted there, as far as they name no other place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from extractor.frame.gazetteer import gazetteer
from extractor.frame.sayers import words
from extractor.frame.sentences import Sentence
from extractor.model import Block, Mention, Span

_NAME = r"((?:[A-Z][\w'’-]*\s+){1,3}?(?:[A-Z][\w'’-]+))"
_AGE = r"(?:,\s+\d{1,3})?"
#: "Dee Ash, 44, of X", "Hob Marr, 46, a widower in X"; not "from", which tells only where they were born.
_OF = re.compile(
    rf"{_NAME}{_AGE},\s+(?:(?:an?|the|whose|who)\s+(?:[\w'’-]+\s+){{1,9}}?)?(?:of|in|near)\s+(?:the\s+)?$"
)
#: "said principal Ann Lomax of X".
_HEAD_OF = re.compile(rf"\b[a-z]+\s+{_NAME}\s+of\s+(?:the\s+)?$")
#: "X Superintendent Ann Lomax".
_TITLED = re.compile(rf"\s+((?:[A-Z][a-z]+\s+){{1,2}}){_NAME}")
#: "Dee Ash, 68, is not so sure. She sold her stall in X".
_AGED = re.compile(rf"[“\"]?{_NAME},\s+\d{{1,3}},\s")
_THEIRS = re.compile(r"\b(?:her|his|their)\s+[^.?!“”\"\n]{1,40}\s(?:in|at|near)\s+(?:the\s+)?$")
_QUOTE = '“"'
_WORD = re.compile(r"\w+")
#: Paragraphs over which a quotation may go on.
_LONG = 4
#: Another person who speaks: "said Ann Lee", "Ms Lee said".
_NAMED = re.compile(
    r"\b(?:said|says|added)\s+(?:[a-z]+\s+){0,3}[A-Z]|\b[A-Z][\w'’-]+\s+(?:said|says|told|added)\b"
)
#: Somebody at a distance, "Dee Ash, of Arden, Texas", is far from what they saw.
_FAR = re.compile(r",\s+[A-Z]")


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

    def at(self, text: str, sentence: Sentence) -> Mention | None:
        """The place of the person that a sentence is about, or that its quotation is of."""
        if not self.people:
            return None
        block = sentence.block.span
        spoken = text[sentence.span.start] in _QUOTE or "“" in text[block.start : sentence.span.start]
        for span in (sentence.span, block) if spoken or '"' in block.of(text) else (sentence.span,):
            named = self._named(span.of(text))
            if named is not None:
                return _at(named)
        return self._goes_on(text, block)

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
        if place.span is None or place.key in gazetteer().values() or _FAR.match(text, place.span.end):
            continue
        start = max(zone.span.start, place.span.start - 120)
        told = _OF.search(text, start, place.span.start) or _HEAD_OF.search(text, start, place.span.start)
        titled = _TITLED.match(text, place.span.end)
        if told is not None:
            yield Witness(told[1].split()[-1], place, Span(told.start(), place.span.end))
        elif titled is not None and set(titled[1].split()) & words("titles"):
            yield Witness(titled[2].split()[-1], place, Span(place.span.start, titled.end()))


def _aged(text: str, zone: Block, inside: Sequence[Mention]) -> Iterator[Witness]:
    """The person of a paragraph that opens with their name and age, and what is theirs: "HER stall in X"."""
    opens = _AGED.match(text, zone.span.start)
    leads = ((m, text[max(zone.span.start, m.span.start - 60) : m.span.start]) for m in inside if m.span)
    # Not "she said from her flat in Yoker".
    place = next((m for m, lead in leads if _THEIRS.search(lead) and not re.search('[”"]', lead)), None)
    if opens is not None and place is not None and place.key not in gazetteer().values():
        yield Witness(opens[1].split()[-1], place, zone.span)
