"""Every place where a text says who says something, and whom each pronoun there stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.frame.quotes import Quote
from extractor.frame.sayers import Sayer, person_names, sayer_after, sayer_before, words
from extractor.lexicon import table
from extractor.model import Block, Span

_SAID = re.compile(
    r"\b(?:"
    + "|".join(
        sorted(map(re.escape, (*table("speech")["said"], *table("speech")["about"])), key=len, reverse=True)
    )
    + r")\b"
)
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+")
_LABEL = re.compile(
    r"^(?:\*\*)?([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}|[A-Z]{2,}(?:\s+[A-Z]+){0,4})(?:\*\*)?:\s+(?=\S)"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[“\"‘'A-Z(])")
#: "The index added 18.96 points" says nothing.
_SUM = re.compile(r"(?<=added)\s+(?:[£$€]?\d|another\b)")
_ANY_VERB = re.compile(r"[,?!—–][”\"’']\s+([a-z]+(?:ed|s))\s+(?=(?:[a-z-]+\s+){0,3}[A-Z])")
#: "The minister added": whoever spoke last, if that was a person with a name.
_DEFINITE = re.compile(r"[Tt]he\s+(?!.*(?:s|police)$)[\w-]+(?:\s+\w+)?")
_DASHED = re.compile(r"[”\"’'»]?\s*[—–-]{1,2}\s*(?=[A-Z])")
#: Zones back in which a pronoun looks for its person.
_REACH = 3
#: Sayings back in which a surname does.
_MANY = 200
#: Zones back in which a surname looks for the name in full.
_FAR = 60
#: Labelled lines from which a text is taken for a transcript.
_TRANSCRIPT = 3


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying, or "according to", with its speaker."""

    verb: Span
    zone: int
    sayer: Sayer
    #: True where the speaker stands after the verb: "said X".
    inverted: bool = False
    #: True for "according to X".
    according: bool = False
    #: True for the label of a line in a transcript.
    label: bool = False


def sayings(text: str, zones: Sequence[Block], quoted: Sequence[Quote]) -> tuple[Saying, ...]:
    """The sayings outside quotes in the order of print, pronouns resolved where they can be."""
    found: list[Saying] = []
    labels = {s.zone: s for s in _labels(text, zones)}
    by_zone: dict[int, list[Quote]] = {}
    for quote in quoted:
        by_zone.setdefault(quote.zone, []).append(quote)
    for number, zone in enumerate(zones):
        own = by_zone.get(number, [])
        here = [labels[number]] if number in labels else []
        for saying in (*here, *_in_zone(text, zone, number, own)):
            known = _resolved(text, saying, zones, found, own)
            if known is not None:
                found.append(known)
    return tuple(found)


def sentence_start(text: str, zone: Span, at: int) -> int:
    """Where the sentence starts that holds an offset, by its punctuation."""
    ends = [e.end() for e in _SENTENCE_END.finditer(text, zone.start, at) if _is_end(text, e)]
    return ends[-1] if ends else zone.start


def sentence_stop(text: str, zone: Span, at: int) -> int:
    """Where the sentence ends that holds an offset."""
    ends = (e.start() + 1 for e in _SENTENCE_END.finditer(text, at, zone.end) if _is_end(text, e))
    return next(ends, zone.end)


def _is_end(text: str, found: re.Match[str]) -> bool:
    """False for the full stop of "Dr." or of an initial."""
    word = re.search(r"([A-Z]\w*)\.$", text[max(0, found.start() - 12) : found.start() + 1])
    return word is None or not (word[1] in words("titles") or len(word[1]) == 1)


def _labels(text: str, zones: Sequence[Block]) -> Iterator[Saying]:
    labelled = [(n, m) for n, z in enumerate(zones) if (m := _LABEL.match(text[z.span.start : z.span.end]))]
    if len(labelled) < _TRANSCRIPT or len({m[1] for _, m in labelled}) == len(labelled):
        return
    for number, found in labelled:
        at = zones[number].span.start
        name = Span(at + found.start(1), at + found.end(1))
        if len(found[1]) > 1:
            yield Saying(name, number, Sayer(name, found[1], "person"), label=True)


def _in_zone(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    for found in _ACCORDING.finditer(text, zone.span.start, zone.span.end):
        sayer = sayer_after(text, found.end(), sentence_stop(text, zone.span, found.end()))
        if sayer is not None and not _quoted(found.start(), quoted):
            yield Saying(Span(*found.span()), number, sayer, according=True)
    yield from _signed(text, zone, number, quoted)
    yield from _inverted(text, zone, number, quoted)
    for found in _SAID.finditer(text, zone.span.start, zone.span.end):
        if not _quoted(found.start(), quoted) and not _SUM.match(text, found.end()):
            saying = _saying(text, zone, number, found, quoted)
            if saying is not None:
                yield saying


def _signed(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    """A name after a dash that closes a quote: `"We have built 13,000." — Ana Paewai`."""
    for quote in quoted:
        found = _DASHED.match(text, quote.span.end, zone.span.end)
        sayer = sayer_after(text, found.end(), zone.span.end) if found is not None else None
        if found is not None and sayer is not None and sayer.kind == "person":
            yield Saying(Span(found.end() - 1, found.end()), number, sayer, inverted=True)


def _inverted(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    """Any verb between a quote and a person's name is one of saying: `"...," fumed Peter Fisher`."""
    for quote in quoted:
        found = _ANY_VERB.match(text, quote.span.end - 1, zone.span.end)
        if found is None or found[1] in words("said"):
            continue
        stop = sentence_stop(text, zone.span, found.end())
        sayer = sayer_after(
            text, found.end(), min([stop, *(q.span.start for q in quoted if q.span > quote.span)])
        )
        if sayer is not None and sayer.kind == "person" and " " in sayer.text:
            yield Saying(Span(*found.span(1)), number, sayer, inverted=True)


def _quoted(at: int, quoted: Sequence[Quote]) -> bool:
    return any(q.span.start <= at < q.span.end for q in quoted)


def _saying(
    text: str, zone: Block, number: int, found: re.Match[str], quoted: Sequence[Quote]
) -> Saying | None:
    verb = Span(*found.span())
    start = max(
        [
            sentence_start(text, zone.span, verb.start),
            *(q.span.end + 1 for q in quoted if q.span.end < verb.start),
        ]
    )
    stop = min([zone.span.end, *(q.span.start for q in quoted if q.span.start > verb.end)])
    subject = text[start : verb.start].strip(" ,“”\"'’‘–—-")
    if not subject and found[0] not in {"saying", "adding", "noting"}:
        sayer = sayer_after(text, verb.end, min(stop, sentence_stop(text, zone.span, verb.end)))
        return Saying(verb, number, sayer, inverted=True) if sayer is not None else None
    if found[0] in {"saying", "adding", "noting"}:
        return None
    sayer = sayer_before(text, start, verb.start)
    if sayer is None and text[max(0, verb.start - 4) : verb.start].rstrip().endswith(","):
        sayer = sayer_after(text, verb.end, min(stop, sentence_stop(text, zone.span, verb.end)))
        return (
            Saying(verb, number, sayer, inverted=True)
            if sayer is not None and sayer.kind == "person"
            else None
        )
    return Saying(verb, number, sayer) if sayer is not None else None


def _resolved(
    text: str, saying: Saying, zones: Sequence[Block], earlier: Sequence[Saying], quoted: Sequence[Quote]
) -> Saying | None:
    """The saying with the name that its pronoun or surname stands for; None for a pronoun without one."""
    sayer = saying.sayer
    if sayer.kind == "pronoun":
        stands_for = _antecedent(text, saying, zones, earlier, quoted)
        return replace(saying, sayer=stands_for) if stands_for is not None else None
    if sayer.kind == "people" and _DEFINITE.fullmatch(sayer.text):
        named = next((s.sayer for s in reversed(earlier[-_MANY:]) if s.zone >= saying.zone - _REACH), None)
        return replace(saying, sayer=named) if named is not None and named.kind == "person" else saying
    if sayer.kind == "person" and " " not in sayer.text:
        full = next((s.sayer for s in reversed(earlier[-_MANY:]) if _ends_in(s.sayer, sayer.text)), None)
        full = full or _full_name(text, zones, saying)
        # A single name that no fuller one explains is a company's as often as a person's.
        return replace(saying, sayer=full or replace(sayer, kind="body"))
    return saying


def _ends_in(sayer: Sayer, name: str) -> bool:
    return sayer.kind == "person" and name in sayer.text.split() and " " in sayer.text


def _full_name(text: str, zones: Sequence[Block], saying: Saying) -> Sayer | None:
    name = saying.sayer.text
    for zone in reversed(zones[max(0, saying.zone - _FAR) : saying.zone + 1]):
        for span in person_names(text, zone.span.start, min(zone.span.end, saying.verb.start)):
            if span.of(text).split()[-1] == name and " " in span.of(text):
                return Sayer(span, span.of(text), "person")
    return None


def _antecedent(
    text: str, saying: Saying, zones: Sequence[Block], earlier: Sequence[Saying], quoted: Sequence[Quote]
) -> Sayer | None:
    """Whoever spoke or was named last before the pronoun, within a few zones."""
    body = saying.sayer.text == "it"
    wanted = (
        {"body"}
        if body
        else {"person", "people"}
        if saying.sayer.text != "they"
        else {"people", "person", "body"}
    )
    spoke = next(
        (s for s in reversed(earlier[-_MANY:]) if s.sayer.kind in wanted and s.zone >= saying.zone - _REACH),
        None,
    )
    if body:
        return spoke.sayer if spoke is not None else None
    for number in range(saying.zone, max(-1, saying.zone - _REACH - 1), -1):
        zone = zones[number].span
        if spoke is not None and spoke.zone == number:
            return spoke.sayer
        names = person_names(text, zone.start, min(zone.end, saying.verb.start))
        own = [n for n in names if not _quoted(n.start, quoted)]
        if own:
            first = own[0]
            return Sayer(first, first.of(text), "person")
    return spoke.sayer if spoke is not None else None
