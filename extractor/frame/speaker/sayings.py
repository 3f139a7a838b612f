"""Every place where a text says who says something, and whom each pronoun there stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.frame.sentence_ends import sentence_start, sentence_stop
from extractor.frame.speaker.antecedents import resolved
from extractor.frame.speaker.credited import by_words, fronted
from extractor.frame.speaker.marked import by_marks, labels
from extractor.frame.speaker.phrases import FINITE
from extractor.frame.speaker.quotes import Quote, near, quoted_at
from extractor.frame.speaker.said import SAID, Sayer, Saying, words
from extractor.frame.speaker.sayers import sayer_after, sayer_before, sayer_first
from extractor.model import Block, Span
from extractor.regexes import Regex

#: "The index added 18.96 points" says nothing, and "the office responded with letters" not what.
_NOTHING = Regex(
    r"(?<=added)\s+(?:[£$€]?\d|another\b)|(?:(?<=responded)|(?<=announced))\s+(?:with|to|by|his|her|their|its)\b"
    r"|(?:(?<=showed)|(?<=shows)|(?<=show))\s+(?:up|off)\b"
    r"|(?<=called)\s+(?:on|for|off|in|out|into|up|back|by)\b"
    r"|(?:(?<=claiming)|(?<=admitting)|(?<=maintaining)|(?<=adding))\s+"
    r"(?:[£$€]?\d|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|another|more|victory|credit|responsibility)\b)"
    r"|(?<=went on)\s+(?:strike|sale|trial|display|holiday|leave|show|air|record|hunger|tour|an?|the"
    r"|until|for|from|in|at|hold|view|offer|duty|foot)\b"
    r"|(?<=claimed)\s+(?:victory|credit|responsibility|[\w,]+\s+lives)\b"
)
#: Before "told" and "asked", where the one who stands before them only hears it: "She WAS told that".
_HEARS = Regex(
    r"(?<!\bcourt)(?<!\binquest)(?<!\binquiry)(?<!\btribunal)(?<!\bjury)(?<!\bhearing)(?<!\bcommittee)"
    r"\s(?:is|are|was|were|be|been|being)\s+(?:also\s+|then\s+|later\s+)?$"
)
_AUXILIARY = Regex(r"\b(?:to|would|could|should|might|may|will|can|must|not|did)\s+$", re.IGNORECASE)
#: What stands between two verbs of one subject: ", but also".
_JOINED = Regex(r"[,\s](?:and|but|then|yet)\s+(?:(?:also|then|later|further|again|[a-z]+ly)\s+)*$")
#: After a quote a person may be told to have said such things often: `"...," Barnes would say`.
_WONT = Regex(r"[,!?][”\"’']\s+[\w’'. -]{1,40}\bwould\s+(?:\w+\s+)?$")
#: Before a word of saying that is a noun there: "his claims", "the council's reports".
_NOUN = Regex(
    r"(?:\b(?:the|an?|his|her|its|their|our|my|your|these|those|of|such|any|no|in|for|with|two|three|four|five|six|seven|eight|nine|ten|\d[\d,.]*)|[’']s|s[’'])\s+$"
)
_PLURAL = Regex(
    r"(?:(?<!s)s|people|police|men|women|staff)(?:\s+(?:of|for|at|in|with|from|on|like|close|familiar)\b.*)?$"
)
#: Words that go on from their first noun to what it did or has: "the council owed £14m".
_CLAUSAL = Regex(r"(?:[\w’'-]+\s+){1,5}?(?:\w+ed|\d[\d,.]*|[£$€]\S+)\b")
_AT = Regex(
    r"(?!\s+(?:up|down|out|off|on|together|back)\b)[^.;“”\"]{0,60}\bat\s+(?!(?:the|his|her|its|their|home|work|risk)\b)"
)
#: What is said goes on after the verb: a clause, and no words of time or place.
_GOES_ON = Regex(
    r"\b(?:is|was|are|were|has|have|had|will|would|could|should|can|may|might|must|that|\w+(?<!hundr)ed)\b"
)


def sayings(text: str, zones: Sequence[Block], quoted: Sequence[Quote]) -> tuple[Saying, ...]:
    """The sayings outside quotes in the order of print, pronouns resolved where they can be."""
    found: list[Saying] = []
    labelled = {s.zone: s for s in labels(text, zones)}
    by_zone: dict[int, list[Quote]] = {}
    for quote in quoted:
        by_zone.setdefault(quote.zone, []).append(quote)
    for number, zone in enumerate(zones):
        own = by_zone.get(number, [])
        here = [labelled[number]] if number in labelled else []
        told = list(_in_zone(text, zone, number, own))
        told = sorted((*told, *fronted(text, zone, number, own, told)), key=lambda s: s.verb)
        for saying in (*here, *told):
            known = resolved(text, saying, zones, found, own)
            if known is not None:
                found.append(known)
    return tuple(found)


def _in_zone(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    told = list(by_words(text, zone, number, quoted))
    taken = {at for p in told for at in range(p.verb.start, p.verb.end)}
    yield from told
    yield from by_marks(text, zone, number, quoted)
    before: Saying | None = None
    for found in SAID.finditer(text, zone.span.start, zone.span.end):
        if found.start() in taken or quoted_at(quoted, found.start()) or _not_said(text, found):
            continue
        saying = _saying(text, zone, number, found, near(quoted, found.start()))
        saying = saying or _shared(text, zone, found, before)
        if saying is not None:
            before = saying
            yield saying


def _shared(text: str, zone: Block, found: re.Match[str], before: Saying | None) -> Saying | None:
    """The second verb of one subject: "Analysts described it as solid BUT ALSO NOTED that"."""
    start = sentence_start(text, zone.span, found.start())
    if before is None or before.inverted or before.verb.start < start:
        return None
    joined = _JOINED.search(text, before.verb.end, found.start())
    return Saying(Span(*found.span()), before.zone, before.sayer) if joined is not None else None


def _not_said(text: str, found: re.Match[str]) -> bool:
    """True for a word of saying that tells of none: "to say", "the blast claimed 40 lives", "puts out"."""
    before = text[max(0, found.start() - 12) : found.start()]
    bare = found[0] == "say" or found[0] in words("bare")
    at = _AT.match(text, found.end()) is not None
    wont = found[0] == "say" and _WONT.search(text, max(0, found.start() - 60), found.start()) is not None
    return (
        _NOTHING.match(text, found.end()) is not None
        or (found[0] in words("nouns_too") and _is_noun(text, found))
        or (
            found[0] in {"told", "asked"}
            and _HEARS.search(text, max(0, found.start() - 40), found.start()) is not None
        )
        or (bare and not wont and _AUXILIARY.search(before) is not None)
        or (found[0] in {"put", "puts"} and not at)
        or (found[0] in {"put", "put it"} and _AUXILIARY.search(before) is not None)
    )


def _is_noun(text: str, found: re.Match[str]) -> bool:
    """True for "his claims", "36 reports", "claims of": words of saying that say nothing there."""
    before = _NOUN.search(text, max(0, found.start() - 16), found.start())
    return before is not None or text.startswith(" of ", found.end())


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
    clause = found[0] in words("with_that") and text.startswith(" that", found.end())
    # "..., its comptroller reported, up from ..."
    ended = found[0] in words("findings") or (found[0] in words("amounts") and found[0].endswith("ed"))
    beside = ended and text.startswith((",", "."), verb.end)
    strict = (
        clause or beside or found[0] in words("bare", "strict", "going_on", "aside", "bare_that", "proposing")
    )
    if found[0] in words("participles"):
        return _by_the_subject(text, zone, verb, number)
    if not text[start : verb.start].strip(" ,“”\"'’‘–—-"):
        sayer = sayer_after(
            text, verb.end, min(stop, sentence_stop(text, zone.span, verb.end)), strict=strict
        )
        return _allowed(text, Saying(verb, number, sayer, inverted=True)) if sayer is not None else None
    sayer = sayer_before(text, start, verb.start, strict=strict)
    if found[0] in words("aside") and not clause:
        apart = sayer is not None and text.endswith(", ", start, sayer.printed.start)
        return Saying(verb, number, sayer) if sayer is not None and apart else None
    closing = _closing(text, zone, verb, stop)
    if closing is not None and (sayer is None or _outranks(text, closing, sayer, verb)):
        return Saying(verb, number, closing, inverted=True)
    if sayer is None and text[max(0, verb.start - 4) : verb.start].rstrip().endswith(","):
        sayer = sayer_after(text, verb.end, min(stop, sentence_stop(text, zone.span, verb.end)))
        inverted = sayer is not None and sayer.kind == "person"
        return Saying(verb, number, sayer, inverted=True) if sayer is not None and inverted else None
    return _allowed(text, Saying(verb, number, sayer)) if sayer is not None else None


def _outranks(text: str, closing: Sayer, before: Sayer, verb: Span) -> bool:
    """True if the words after ", said" are likelier its subject: "Wages, said Ann Lee, are low"."""
    if closing.kind != "person" and _CLAUSAL.match(closing.printed.of(text)) is not None:
        return False  # "Ann Lee, speaking on Monday, said the council owed £14m"
    named = before.kind == "person" and " " in before.text
    return before.printed.end < verb.start - 2 or (
        closing.kind == "person" and " " in closing.text and not named
    )


def _by_the_subject(text: str, zone: Block, verb: Span, number: int) -> Saying | None:
    """Whoever opens the sentence of "President Lee took the stage, saying", if nobody spoke before."""
    start = sentence_start(text, zone.span, verb.start)
    first = sayer_first(text, start, verb.start)
    other = any(f[0] in words("said") for f in SAID.finditer(text, start, verb.start))
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
    if FINITE.search(sayer.printed.of(text)) is not None:
        return None  # "Ann Lee, who voted no, said the board had paid"
    aside = text.startswith(",", sayer.printed.end)  # "Wages, said Ann Lee, are low."
    return sayer if aside or _GOES_ON.search(text, sayer.printed.end, end) is None else None


def _allowed(text: str, saying: Saying) -> Saying | None:
    """None for a finding of a person, who finds otherwise than papers do, or an infinitive of no group."""
    verb, kind = saying.verb.of(text), saying.sayer.kind
    if verb in words("said") or verb in words("about"):
        return saying
    if verb in words("bare", "bare_that"):
        several = (
            saying.sayer.text.lower() in words("some_people") or _PLURAL.search(saying.sayer.text) is not None
        )
        return saying if kind == "people" and several and not saying.inverted else None
    if verb in words("findings"):
        if kind == "person" or saying.sayer.text in {"he", "she"}:
            return saying if verb in words("expecting") else None
        return saying if kind in {"people", "body"} or saying.sayer.text == "it" else None
    return saying
