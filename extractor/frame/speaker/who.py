"""Who says a figure, and how: in a direct quote, in indirect speech, or nobody but the narrator.

A person, named or not, speaks directly or indirectly. An organisation, or "officials", is a
speaker only where its words are quoted: figures that it is merely said to have given are
indirect speech with the organisation among the claim's organisations.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.frame.named import names, person_names
from extractor.frame.sentences import Sentence, zones
from extractor.frame.speaker.headlined import credited_by_headline
from extractor.frame.speaker.quotes import Quote, quote_at, quotes
from extractor.frame.speaker.reported import telling
from extractor.frame.speaker.said import Sayer, Saying, words
from extractor.frame.speaker.sayings import sayings
from extractor.frame.speaker.unnamed import is_one_person
from extractor.model import Block, Document, Found, Mention, Span, Voice
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A line that signs the quote before it, and the marks around one.
_SIGNED = Regex(r"\W{0,3}(?P<who>[A-Z][^,.!?;:“”\"\n]{3,40})(?:,[^.!?;:“”\"\n]{2,60})?\s*")
_MARKS = " \n“”\"'‘’«»„"
#: Characters between a quote and the verb that tells its speaker.
_GAP = 160


@dataclass(frozen=True, slots=True)
class Speech:
    """All that a document quotes and reports."""

    text: str
    zones: tuple[Block, ...]
    quotes: tuple[Quote, ...]
    sayings: tuple[Saying, ...]
    #: Number of the quote → its speaker and how far from the quote the speaker is told.
    speakers: dict[int, tuple[Sayer, Found]]
    #: Number of the zone → the label that opens it.
    labels: dict[int, Saying]


@dataclass(frozen=True, slots=True)
class Said:
    """Who says something and in what voice; `sayer` is whoever it comes from, though nobody may speak."""

    voice: Voice = "narration"
    speaker: Mention | None = None
    sayer: Sayer | None = None
    #: The words that name the sayer, as printed at the saying; its key is who they stand for.
    source: Mention | None = None


def speech_of(document: Document) -> Speech:
    """The quotes of a document, each with its speaker where one is told."""
    zoned = zones(document)
    quoted = quotes(document.text, zoned)
    said = sayings(document.text, zoned, quoted)
    speakers: dict[int, tuple[Sayer, Found]] = {}
    near: dict[int, list[Saying]] = {}
    for saying in said:
        near.setdefault(saying.zone, []).append(saying)
    for number, quote in enumerate(quoted):
        around = (*near.get(quote.zone - 1, ()), *near.get(quote.zone, ()))
        told = _speaker_of(document.text, zoned, quoted, around, speakers, number, quote)
        if told is not None:
            speakers[number] = told
    return Speech(document.text, zoned, quoted, said, speakers, {s.zone: s for s in said if s.label})


def said_of(speech: Speech, sentence: Sentence, span: Span, root: Token | None) -> Said:
    """Who says the words at a span; `root` is the token by which they hang on their sentence."""
    quote = quote_at(speech.quotes, span)
    if quote is not None:
        told = speech.speakers.get(speech.quotes.index(quote))
        if told is not None:
            return _said(speech.text, "direct_quote", *told)
        return Said("narration" if len(quote.span) < 40 else "direct_quote")
    label = speech.labels.get(_zone_of(speech, span.start)) if speech.labels else None
    if label is not None:
        return _said(speech.text, "direct_quote", label.sayer, "paragraph")
    if sentence.block.kind == "headline":
        credited = credited_by_headline(speech.text, sentence.block.span, span)
        return (
            Said("headline")
            if credited is None
            else _said(speech.text, "headline", credited, "sentence", speaks=False)
        )
    return _indirect(speech, sentence, span, root)


def _zone_of(speech: Speech, at: int) -> int:
    number = bisect_right(speech.zones, at, key=lambda z: z.span.start) - 1
    return number if number >= 0 and at < speech.zones[number].span.end else -1


def _said(text: str, voice: Voice, sayer: Sayer, found: Found, *, speaks: bool = True) -> Said:
    key = " ".join(sayer.text.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ").split())
    source = Mention(sayer.printed, sayer.printed.of(text), key, found)
    return Said(voice, Mention(sayer.span, sayer.text, key, found) if speaks else None, sayer, source)


def _speaker_of(
    text: str,
    zoned: Sequence[Block],
    quoted: Sequence[Quote],
    said: Sequence[Saying],
    known: dict[int, tuple[Sayer, Found]],
    number: int,
    quote: Quote,
) -> tuple[Sayer, Found] | None:
    """The first that holds: the sentence around it, the speech it goes on from, its zone, the one before."""
    here = [s for s in said if s.zone == quote.zone]
    near = _adjacent(text, here, quote)
    if near is not None:
        return near.sayer, "sentence"
    signature = _signature(text, zoned, quote)
    if signature is not None:
        return signature, "paragraph"
    if quote.continues and number - 1 in known:
        return known[number - 1][0], "paragraph"
    before = [s for s in here if s.verb.end <= quote.span.start]
    if before:
        return before[-1].sayer, "paragraph"
    if number and number - 1 in known and quoted[number - 1].zone == quote.zone:
        return known[number - 1][0], "paragraph"
    after = [s for s in here if s.verb.start >= quote.span.end and not s.according]
    if after and _alone_before(text, zoned[quote.zone].span, quote, after[0]):
        return after[0].sayer, "paragraph"
    answer = _answer(text, zoned, quoted, known, number, quote)
    answer = answer or _from_zone_before(text, zoned, quoted, said, known, number, quote)
    return answer or (None if here else _told_of_before(text, zoned[quote.zone].span, quote))


def _told_of_before(text: str, zone: Span, quote: Quote) -> tuple[Sayer, Found] | None:
    """A sentence in quotes that nobody is told to say: of the one person of whom the sentence before tells.

    As in: Ann Lee, 34, has waited since May. “They sent me 12 letters.”
    """
    stop = text.rfind(". ", zone.start, max(zone.start, quote.span.start - 4))
    start = zone.start if stop < 0 else stop + 2
    before = text[start : quote.span.start].rstrip("“\"‘' ")
    whole = quote.span.of(text)[:1].isupper() and quote.span.of(text).rstrip().endswith((".", "!", "?"))
    people = person_names(text, start, quote.span.start)
    if not before.endswith(".") or not whole or len(people) != 1:
        return None
    return Sayer(people[0], people[0].of(text), "person"), "paragraph"


def _answer(
    text: str,
    zoned: Sequence[Block],
    quoted: Sequence[Quote],
    known: dict[int, tuple[Sayer, Found]],
    number: int,
    quote: Quote,
) -> tuple[Sayer, Found] | None:
    """An answer, all of a paragraph after a question: of whoever gave the one before, or was named last."""
    asked = zoned[quote.zone - 1].span.of(text) if quote.zone else ""
    before = quoted[number - 1] if number else None
    inside = before is not None and before.zone == quote.zone - 1
    if not asked.rstrip().endswith("?") or inside or _beside(text, zoned[quote.zone].span, quote.span):
        return None
    if before is not None and before.zone == quote.zone - 2 and number - 1 in known:
        return known[number - 1][0], "paragraph"
    named = [
        n
        for z in zoned[max(0, quote.zone - 4) : quote.zone]
        for n in person_names(text, z.span.start, z.span.end)
    ]
    return (Sayer(named[-1], named[-1].of(text), "person"), "paragraph") if named else None


def _beside(text: str, zone: Span, inner: Span) -> str:
    """What stands in a zone beside some words of it, without marks."""
    return (text[zone.start : inner.start] + text[inner.end : zone.end]).strip(_MARKS)


def _signature(text: str, zoned: Sequence[Block], quote: Quote) -> Sayer | None:
    """A name alone in the paragraph after one that is all a quote: "Ann Lee, the Ashby Echo"."""
    if quote.zone + 1 >= len(zoned):
        return None
    zone, after = zoned[quote.zone].span, zoned[quote.zone + 1].span
    line = _SIGNED.fullmatch(text, after.start, after.end)
    named = (
        names(text, line.start("who"), line.end("who"))
        if line is not None and not _beside(text, zone, quote.span)
        else []
    )
    if len(named) != 1 or named[0][1] != "person":
        return None
    span = named[0][0]
    return Sayer(span, span.of(text), "person")


def _adjacent(text: str, here: Sequence[Saying], quote: Quote) -> Saying | None:
    """The saying that touches the quote: `“...,” said X`, `X said: “...”`, `“...,” X told Y`."""
    after = next((s for s in here if s.verb.start >= quote.span.end), None)
    if after is not None:
        gap = text[quote.span.end : after.verb.start]
        joined = (
            text[quote.span.end - 1 : quote.span.end] in ",?!–—-"
            or text[quote.span.end + 1 : quote.span.end + 2] == ","
        )
        if joined and len(gap) < _GAP and ". " not in gap.replace("Dr. ", "").replace("Sen. ", ""):
            return after
    before = next((s for s in reversed(here) if s.verb.end <= quote.span.start), None)
    if before is not None and not before.inverted:
        gap = text[before.verb.end : quote.span.start - 1]
        if len(gap) < _GAP and not any(e in gap for e in (". ", "! ", "? ")):
            return before
    return None


def _alone_before(text: str, zone: Span, quote: Quote, saying: Saying) -> bool:
    """True if the quote opens the zone and the saying stands in the next sentence."""
    opening = not text[zone.start : quote.span.start].strip("“\"'‘ ")
    return opening and saying.verb.start - quote.span.end < 2 * _GAP


def _from_zone_before(
    text: str,
    zoned: Sequence[Block],
    quoted: Sequence[Quote],
    said: Sequence[Saying],
    known: dict[int, tuple[Sayer, Found]],
    number: int,
    quote: Quote,
) -> tuple[Sayer, Found] | None:
    """A quote that opens a paragraph belongs to whoever spoke at the end of the one before."""
    if text[zoned[quote.zone].span.start : quote.span.start].strip("“\"'‘ "):
        return None
    spoke = [s for s in said if s.zone == quote.zone - 1]
    if spoke:
        return spoke[-1].sayer, "paragraph"
    if number and number - 1 in known and quoted[number - 1].zone == quote.zone - 1:
        return known[number - 1][0], "paragraph"
    return None


def _indirect(speech: Speech, sentence: Sentence, span: Span, root: Token | None) -> Said:
    saying = telling(speech.text, speech.sayings, sentence, span, root)
    if saying is None:
        return Said()
    if saying.verb.of(speech.text) in words("promises"):  # what is promised is not said to be so
        return _said(speech.text, "narration", saying.sayer, "sentence", speaks=False)
    sayer = saying.sayer
    speaks = sayer.kind == "person" or (sayer.kind == "people" and is_one_person(sayer.text))
    return _said(speech.text, "indirect_quote", saying.sayer, "sentence", speaks=speaks)
