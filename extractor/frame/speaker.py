"""Who says a figure, and how: in a direct quote, in indirect speech, or nobody but the narrator.

A person who is named speaks directly or indirectly. An organisation, or "officials", is a
speaker only where its words are quoted: figures that it is merely said to have given are
indirect speech with the organisation among the claim's organisations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.frame.named import names
from extractor.frame.quotes import Quote, quote_at, quotes
from extractor.frame.said import Sayer, Saying, words
from extractor.frame.sayings import sayings
from extractor.frame.sentences import Sentence, zones
from extractor.model import Block, Document, Found, Mention, Span, Voice

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What may follow the verb of a last clause: "on Monday", "in a filing", "at a meeting of the board".
_REST = re.compile(
    r"(?:(?:\s+(?:reporters|journalists|parliament|(?:the|a)\s+\w+))?"
    r"\s*(?:(?:,?\s+(?:on|in|at|late|early|last|this|during|after|by|via|for|earlier)\s+|\s+(?=[A-Z]\w+day|yesterday|today))"
    r"[\w’'-]+(?:\s+(?!(?:was|were|is|are|had|has|have|would|will)\b)[\w’'-]+){0,6})?)\s*[.!?,;”\"]*\s*"
)
#: What is said stands before a verb that nothing follows: "he said.", "he said on Monday,".
_ENDS = re.compile(
    r"(?:\s+(?:reporters|(?:the|a|an)\s+\w+|[A-Z]\w+))?(?:\s+(?:on\s+|late\s+|early\s+)?[A-Z]\w+day|\s+(?:yesterday|today|later))?"
    r"(?:\s+(?:in|at|during|after|on)\s[^,.;“\"]{1,60})?\s*(?:[.;!?)”\"—–-]|,(?!\s*[“\"‘'])|$)"
)
#: Where what is said may end within its sentence.
_BOUNDARY = re.compile(r";|,\s+(?:but|while|although|though|whereas)\b|[”\"]")
_BESIDE = re.compile(r"(?:[,;]\s*(?:and|but|while|whereas)?|\s(?:and|but|while))\s+$")
_QUOTE_NEXT = re.compile(r"[,:]?\s*[“«‘]|[,:]\s+[\"']")
_QUOTE_END = re.compile(r"[”\"’']\s*$")
_ADDING = re.compile(r"\b(?:adding|noting|saying|warning|stressing|claiming|insisting|arguing)\b")
_PLACE = re.compile(r"\s+(?:in|on|at|after|during|by|before|for|outside|as|from|over|to)\b")
_THAT = re.compile(r"\bthat\b")
_FINITE = re.compile(r"\b(?:is|was|are|were|has|have|had|will|would|that|because|since)\b")
#: A line that signs the quote before it, and the marks around one.
_SIGNED = re.compile(r"\W{0,3}(?P<who>[A-Z][^,.!?;:“”\"\n]{3,40})(?:,[^.!?;:“”\"\n]{2,60})?\s*")
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
    return Speech(document.text, zoned, quoted, said, speakers)


def said_of(speech: Speech, sentence: Sentence, span: Span, root: Token | None) -> Said:
    """Who says the words at a span; `root` is the token by which they hang on their sentence."""
    quote = quote_at(speech.quotes, span)
    if quote is not None:
        told = speech.speakers.get(speech.quotes.index(quote))
        if told is not None:
            return _said(speech.text, "direct_quote", *told)
        return Said("narration" if len(quote.span) < 40 else "direct_quote")
    label = next((s for s in speech.sayings if s.label and s.zone == _zone_of(speech, span.start)), None)
    if label is not None:
        return _said(speech.text, "direct_quote", label.sayer, "paragraph")
    if sentence.block.kind == "headline":
        return Said("headline")
    return _indirect(speech, sentence, span, root)


def _zone_of(speech: Speech, at: int) -> int:
    return next((n for n, z in enumerate(speech.zones) if z.span.start <= at < z.span.end), -1)


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
    return _from_zone_before(text, zoned, quoted, said, known, number, quote)


def _signature(text: str, zoned: Sequence[Block], quote: Quote) -> Sayer | None:
    """A name alone in the paragraph after one that is all a quote: "Ann Lee, the Ashby Echo"."""
    if quote.zone + 1 >= len(zoned):
        return None
    zone, after = zoned[quote.zone].span, zoned[quote.zone + 1].span
    rest = text[zone.start : quote.span.start] + text[quote.span.end : zone.end]
    line = _SIGNED.fullmatch(text, after.start, after.end)
    named = (
        names(text, line.start("who"), line.end("who")) if line is not None and not rest.strip(_MARKS) else []
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
    inside = [s for s in speech.sayings if sentence.span.contains(s.verb)]
    governing = [s for s in inside if _governs(speech.text, sentence, s, span, root)]
    if not governing:
        return Said()
    saying = _outer(speech.text, governing, span)
    speaks = saying.sayer.kind == "person" and not saying.according
    return _said(speech.text, "indirect_quote", saying.sayer, "sentence", speaks=speaks)


def _outer(text: str, governing: Sequence[Saying], span: Span) -> Saying:
    """The outermost of nested sayings; of two side by side ("X said A, and Y that B") the nearer before."""
    kept = governing[0]
    for saying in governing[1:]:
        beside = _BESIDE.search(text, kept.verb.end, saying.sayer.printed.start)
        if beside is not None and saying.verb.end <= span.start:
            kept = saying
    return kept


def _governs(text: str, sentence: Sentence, saying: Saying, span: Span, root: Token | None) -> bool:
    """True if the words at the span are what is said, and not part of telling who says it."""
    if saying.verb.of(text) in words("acts") or saying.sayer.printed.contains(span):
        return False
    if saying.according or saying.passive:
        return True
    verb = next(iter(reversed(sentence.inside(saying.verb))), None)
    if verb is None or root is None:
        return False
    end = saying.sayer.printed.end if saying.inverted else saying.verb.end
    if span.start < saying.verb.start and _QUOTE_NEXT.match(text, end) is not None:
        return False  # what this verb tells is the quote after it
    if _parenthetical(sentence, saying):
        return True
    if _in_aside(root):
        return False
    if span.start < saying.verb.start:
        ends = _ENDS.match(text, end) is not None
        return _closes(text, sentence, saying) or (ends and _hangs_on(root, verb, before=True))
    return _hangs_on(root, verb, before=False) or _follows(text, saying, span)


def _hangs_on(root: Token, verb: Token, *, before: bool) -> bool:
    """True if the parser hangs the words on the verb as what is said."""
    below = root
    while below.head.i != below.i:
        above = below.head
        if above.i == verb.i:
            return below.dep_ in {"ccomp", "parataxis", "xcomp"} or (below.dep_ == "advcl" and before)
        below = above
    return before and verb.dep_ in {"parataxis", "ccomp", "advcl"} and verb.head.i == below.i


def _closes(text: str, sentence: Sentence, saying: Saying) -> bool:
    """True for "..., X said on Monday.": a last clause that says whose all the words before it are."""
    start = min(saying.sayer.printed.start, saying.verb.start)
    end = max(saying.sayer.printed.end, saying.verb.end) if saying.inverted else saying.verb.end
    return text.endswith(", ", 0, start) and _REST.fullmatch(text, end, sentence.span.end) is not None


def _follows(text: str, saying: Saying, span: Span) -> bool:
    """True for words after "said that", or that are the object of "estimates" and the like."""
    verb = saying.verb.of(text)
    start = max(saying.verb.end, saying.sayer.printed.end) if saying.inverted else saying.verb.end
    between = text[start : span.start]
    if _ADDING.search(between) is not None:
        return True
    first = min(saying.sayer.printed.start, saying.verb.start)
    if _QUOTE_END.search(text, max(0, first - 3), first) is not None:
        return False  # what this verb tells is the quote before it
    if _BOUNDARY.search(between) or (_PLACE.match(between) and not re.search(r",|\bthat\b", between)):
        return False
    if verb in words("amounts"):
        return not _FINITE.search(between)
    return (
        verb in {"that", *words("participles")}
        or verb in {"said", "says", "say"}
        or (verb in words("strict") and _THAT.search(between) is not None)
    )


def _parenthetical(sentence: Sentence, saying: Saying) -> bool:
    """True for "..., she says, ...": the rest of the sentence is hers on both sides."""
    before = [t.text for t in sentence.tokens if sentence.span_of(t).end <= saying.verb.start][-3:]
    after = [t.text for t in sentence.tokens if sentence.span_of(t).start >= saying.verb.end][:1]
    return after == [","] and "," in before and before[-1] != ","


def _in_aside(root: Token) -> bool:
    """True in a clause such as ", which stood at 14": the narrator's, whoever says the rest."""
    clauses = [t for t in (root, *root.ancestors) if t.dep_ == "relcl"]
    return any(c.left_edge.i > 0 and c.left_edge.nbor(-1).text == "," for c in clauses)
