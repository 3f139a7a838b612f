"""Every place where a text says who says something, and whom each pronoun there stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.frame.antecedents import resolved
from extractor.frame.named import is_short
from extractor.frame.quotes import Quote, near
from extractor.frame.said import Sayer, Saying, words
from extractor.frame.sayers import sayer_after, sayer_before, sayer_first
from extractor.model import Block, Span

_SAID = re.compile(
    r"\b(?:"
    + "|".join(
        sorted(
            {
                re.escape(w)
                for section in ("said", "about", "strict", "findings", "bare", "participles")
                for w in words(section)
            },
            key=len,
            reverse=True,
        )
    )
    + r")\b"
)
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+")
_PASSIVE = re.compile(
    rf"\b(?:is|was|are|were|been)\s+(?:\w+ly\s+)?(?:{'|'.join(sorted(words('reporting')))})"
    r"(?:\s+(?:on|last|late|early)?\s*\w+(?:day|night|week)|\s+yesterday)?\s+by\s+"
)
#: The second of two who say something: "The city said that it had, and councillor Ann Lee that it had not".
_GAPPED = re.compile(
    r"\b(?:said|says|told)\b[^.;“”\"]{0,300}?,?\s+(?:and|but)\s+(?P<who>[^,.;“”\"]{3,60}?)\s+(?P<that>that)\b"
)
_COLON = re.compile(r"(?P<who>[A-Z][^.:;!?“”\"]{2,80}):\s*[“\"‘']")
_LABEL = re.compile(
    r"^(?:\*\*)?([A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}|[A-Z]{2,}(?:\s+[A-Z]+){0,4})(?:\*\*)?:\s+(?=\S)"
)
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[“\"‘'A-Z(])")
#: "The index added 18.96 points" says nothing, and "the office responded with letters" not what.
_NOTHING = re.compile(
    r"(?<=added)\s+(?:[£$€]?\d|another\b)|(?:(?<=responded)|(?<=announced))\s+(?:with|to|by|his|her|their|its)\b"
    r"|(?<=claimed)\s+(?:victory|credit|responsibility|[\w,]+\s+lives)\b"
)
_AUXILIARY = re.compile(r"\b(?:to|would|could|should|might|may|will|can|must|not|did)\s+$")
_AT = re.compile(r"[^.;“”\"]{0,60}\bat\b")
_ANY_VERB = re.compile(r"[,?!—–][”\"’']\s+([a-z]+(?:ed|s))\s+(?=(?:[a-z-]+\s+){0,3}[A-Z])")
_DASHED = re.compile(r"[”\"’'»]?\s*[—–-]{1,2}\s*(?=[A-Z])")
#: What is said goes on after the verb: a clause, and no words of time or place.
_GOES_ON = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|could|should|can|may|might|must|that|\w+(?<!hundr)ed)\b"
)
#: Characters back in which a sentence starts.
_LONG = 2000
#: Labelled lines from which a text is taken for a transcript.
_TRANSCRIPT = 3


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
        told = sorted(_in_zone(text, zone, number, own), key=lambda s: s.verb)
        for saying in (*here, *told):
            known = resolved(text, saying, zones, found, own)
            if known is not None:
                found.append(known)
    return tuple(found)


def sentence_start(text: str, zone: Span, at: int) -> int:
    """Where the sentence starts that holds an offset, by its punctuation."""
    start = max(zone.start, at - _LONG)
    ends = (e.end() for e in reversed(list(_SENTENCE_END.finditer(text, start, at))) if _is_end(text, e))
    return next(ends, start)


def sentence_stop(text: str, zone: Span, at: int) -> int:
    """Where the sentence ends that holds an offset."""
    ends = (
        e.start() + 1 for e in _SENTENCE_END.finditer(text, at, min(zone.end, at + _LONG)) if _is_end(text, e)
    )
    return next(ends, min(zone.end, at + _LONG))


def _is_end(text: str, found: re.Match[str]) -> bool:
    """False for the full stop of "Dr." or of an initial."""
    word = re.search(r"([A-Z]\w*)\.$", text[max(0, found.start() - 12) : found.start() + 1])
    return word is None or not is_short(word[1])


def _labels(text: str, zones: Sequence[Block]) -> Iterator[Saying]:
    labelled = [(n, m) for n, z in enumerate(zones) if (m := _LABEL.match(text[z.span.start : z.span.end]))]
    if len(labelled) < _TRANSCRIPT or len({m[1] for _, m in labelled}) == len(labelled):
        return
    for number, found in labelled:
        at = zones[number].span.start
        name = Span(at + found.start(1), at + found.end(1))
        words_only = found[1].isupper() or found[1].split()[0].lower() not in words("no_names")
        if len(found[1]) > 1 and words_only:  # "One Side:" is nobody
            yield Saying(name, number, Sayer(name, found[1], "person"), label=True)


def _in_zone(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    yield from _according(text, zone, number, quoted)
    told = list(_passive(text, zone, number, quoted))
    passive = {at for p in told for at in range(p.verb.start, p.verb.end)}
    yield from told
    yield from _gapped(text, zone, number, quoted)
    yield from _colons(text, zone, number, quoted)
    yield from _signed(text, zone, number, quoted)
    yield from _inverted(text, zone, number, quoted)
    for found in _SAID.finditer(text, zone.span.start, zone.span.end):
        taken = found.start() in passive or _quoted(found.start(), quoted)
        if not taken and not _not_said(text, found):
            saying = _saying(text, zone, number, found, near(quoted, found.start()))
            if saying is not None:
                yield saying


def _not_said(text: str, found: re.Match[str]) -> bool:
    """True for a word of saying that tells of none: "to say", "the blast claimed 40 lives", "puts out"."""
    before = text[max(0, found.start() - 12) : found.start()]
    bare = found[0] == "say" or found[0] in words("bare")
    at = _AT.match(text, found.end()) is not None
    return (
        _NOTHING.match(text, found.end()) is not None
        or (bare and _AUXILIARY.search(before) is not None)
        or (found[0] in {"put", "puts"} and not at)
    )


def _according(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    for found in _ACCORDING.finditer(text, zone.span.start, zone.span.end):
        stop = sentence_stop(text, zone.span, found.end())
        sayer = sayer_after(text, found.end(), stop, strict=True)
        if sayer is not None and not _quoted(found.start(), quoted):
            yield Saying(Span(*found.span()), number, sayer, according=True)


def _passive(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    for found in _PASSIVE.finditer(text, zone.span.start, zone.span.end):
        stop = sentence_stop(text, zone.span, found.end())
        sayer = sayer_after(text, found.end(), stop, strict=True)
        if sayer is not None and not _quoted(found.start(), quoted):
            yield Saying(Span(*found.span()), number, sayer, passive=True)


def _gapped(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    for found in _GAPPED.finditer(text, zone.span.start, zone.span.end):
        sayer = sayer_before(text, found.start("who"), found.end("who"))
        if sayer is not None and sayer.kind == "person" and not _quoted(found.start(), quoted):
            yield Saying(Span(*found.span("that")), number, sayer)


def _colons(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    """A name and a colon that open a sentence before a quote: `Premier Angela Doyle: “We will.”`."""
    for quote in quoted:
        start = sentence_start(text, zone.span, quote.span.start)
        found = _COLON.fullmatch(text, start, quote.span.start)
        sayer = sayer_before(text, start, found.end("who")) if found is not None else None
        verb = found is not None and _SAID.search(found["who"]) is not None
        if found is not None and sayer is not None and not verb and sayer.kind in {"person", "people"}:
            yield Saying(Span(found.end("who"), found.end("who") + 1), number, sayer)


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
            text,
            found.end(),
            min([stop, *(q.span.start for q in near(quoted, found.end()) if q.span > quote.span)]),
        )
        if sayer is not None and sayer.kind == "person" and " " in sayer.text:
            yield Saying(Span(*found.span(1)), number, sayer, inverted=True)


def _quoted(at: int, quoted: Sequence[Quote]) -> bool:
    return any(q.span.start <= at < q.span.end for q in near(quoted, at))


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
    strict = found[0] in words("strict")
    if found[0] in words("participles"):
        return _by_the_subject(text, zone, verb, number)
    if not text[start : verb.start].strip(" ,“”\"'’‘–—-"):
        sayer = sayer_after(
            text, verb.end, min(stop, sentence_stop(text, zone.span, verb.end)), strict=strict
        )
        return _allowed(text, Saying(verb, number, sayer, inverted=True)) if sayer is not None else None
    sayer = sayer_before(text, start, verb.start, strict=strict)
    closing = _closing(text, zone, verb, stop)
    if closing is not None and (sayer is None or _outranks(closing, sayer, verb)):
        return Saying(verb, number, closing, inverted=True)
    if sayer is None and text[max(0, verb.start - 4) : verb.start].rstrip().endswith(","):
        sayer = sayer_after(text, verb.end, min(stop, sentence_stop(text, zone.span, verb.end)))
        inverted = sayer is not None and sayer.kind == "person"
        return Saying(verb, number, sayer, inverted=True) if sayer is not None and inverted else None
    return _allowed(text, Saying(verb, number, sayer)) if sayer is not None else None


def _outranks(closing: Sayer, before: Sayer, verb: Span) -> bool:
    """True if the words after ", said" are likelier its subject: "Wages, said Ann Lee, are low"."""
    named = before.kind == "person" and " " in before.text
    return before.printed.end < verb.start - 2 or (
        closing.kind == "person" and " " in closing.text and not named
    )


def _by_the_subject(text: str, zone: Block, verb: Span, number: int) -> Saying | None:
    """The name that opens the sentence of "President Lee took the stage, saying", if nobody spoke before."""
    start = sentence_start(text, zone.span, verb.start)
    first = sayer_first(text, start, verb.start)
    other = any(f[0] in words("said") for f in _SAID.finditer(text, start, verb.start))
    comma = text[max(start, verb.start - 2) : verb.start].strip() == ","
    return Saying(verb, number, first) if first is not None and comma and not other else None


def _closing(text: str, zone: Block, verb: Span, stop: int) -> Sayer | None:
    """The source of ", said X, chair of Y." after words that are no quote, with no clause after it."""
    if not text.endswith(", ", zone.span.start, verb.start) or verb.of(text) not in words("said") - {
        "told",
        "tells",
    }:
        return None
    end = min(stop, sentence_stop(text, zone.span, verb.end))
    sayer = sayer_after(text, verb.end, end, strict=verb.of(text) in words("strict"))
    if sayer is None or sayer.kind == "pronoun" or sayer.printed.start > verb.end + 1:
        return None
    if verb.of(text) not in words("strict") and not sayer.text[:1].isupper():
        return None  # "..., announced his candidacy"
    aside = text.startswith(",", sayer.printed.end)  # "Wages, said Ann Lee, are low."
    return sayer if aside or _GOES_ON.search(text, sayer.printed.end, end) is None else None


def _allowed(text: str, saying: Saying) -> Saying | None:
    """None for a finding of a person, who finds otherwise than papers do, or an infinitive of no group."""
    verb, kind = saying.verb.of(text), saying.sayer.kind
    if verb in words("said") or verb in words("about"):
        return saying
    if verb in words("bare"):
        return saying if kind == "people" and not saying.inverted else None
    if verb in words("findings"):
        if kind == "person":
            return saying if verb in words("expecting") else None
        return saying if kind in {"people", "body"} or saying.sayer.text == "it" else None
    return saying
