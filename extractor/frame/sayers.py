"""Who a phrase names as speaker: "said ranger Mick Tanaka, 36", "its director, Giles Pomfret, said"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.frame.named import CAP, RUN, SHORT, is_short, names, person_names, possessive
from extractor.frame.papers import paper_at
from extractor.frame.phrases import phrase_after, phrase_before, phrase_stop, trimmed, verb_start
from extractor.frame.said import Sayer, SayerKind, words
from extractor.model import Span

__all__ = ["RUN", "Sayer", "person_names", "sayer_after", "sayer_before", "words"]

#: Where the phrase after "said" stops being the speaker.
_AFTER_STOP = re.compile(
    rf"(?<!\b[A-Z]){''.join(f'(?<!{t})' for t in SHORT.split('|'))}[.](?!\w)|[;:!?“”\"\n](?!\w)"
    r"|,?\s+(?:who|which|when|while|after|before|during|because|where|that|adding|but)\b"
    r"|,?\s+(?:in|on|at|of|from|via|to)\s+(?:an?|the|his|her|their|its|[A-Z]\w+day|\d)\b(?!\s+\w+\s*$)"
)
_CLAUSE = re.compile(
    r"(?:[.!?][”\"’')]*\s+(?=[A-Z“\"‘(])|[;:–—\n“\"(]|,\s+(?:but|and|while|although|though|as)\s+|\s+(?:but|while|because|although)\s+)"
)
_AUXILIARY = re.compile(
    r"\s+(?:has|have|had|also|later|then|previously|recently|himself|herself|themselves)$"
)
#: A clause inside the words before a verb, whose subject comes after it: "numbers that analysts said".
_RELATIVE = re.compile(r"\b(?:that|which|whom)\s+(?!\w+ed\b)(?=\S+(?:\s+\S+){0,5}\s*$)")
_WHO = re.compile(r",?\s+who\s*$")
_ASIDE = re.compile(
    r",\s+(?:which|who|whose|whom|including|led\s+by|such\s+as|like|along\s+with|together\s+with|with|now|based\s+on"
    r"|\w+ed\s+(?:by|on|in|from)"
    r"|\w+ed\s+\w+day|however|for\s+(?:instance|example)|in\s+(?:fact|turn|contrast)|meanwhile|too|among\s+others)\b"
)
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|which|that|who|been|he|she|they|it|we|joined|before|after)\b"
)
#: Characters from a verb within which its speaker is named.
_FAR = 400
#: Words up to which a phrase without a name is taken for a speaker.
_LONGEST = 9
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
_ALONE = re.compile(rf"\W*(?:[Tt]he\s+)?({CAP})(?:\s*\([^)]*\))?(?:,[^,]*,)?\W*$")
#: "Xford High principal Ann Lee": what stands between a body that looks like a name and the person.
_ROLE = re.compile(r"(?!.*\b(?:for|of|at|from|with|in|and|or|by|to)\b)(?:['’]s)?\s+(?:[a-z-]+\s+){1,4}")
#: Before a name that is where something is, and no subject: "Shares in Kestrel Learning fell".
_PLACED = re.compile(r"\b(?:in|at|on|against|into|about|over|with)\s+(?:the\s+)?$", re.IGNORECASE)
_SPOKES = re.compile(
    r"\b(?:spokes\w+|sources?|officials?|authorities|analysts?|economists?|researchers?|aides?|lawyers?|advisers?|experts?"
    r"|representatives?|executives?|prosecutors?|police)\s+(?:for|at|from|with|in|of)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b[A-Za-z][a-z-]+\b")
#: "her brother Declan", "analyst Rowe": a single name after a word for what a person is.
_KIN = re.compile(rf"\b([a-z]+)\s+({CAP})(?=\s*(?:,|$))")
_NAMED_NEXT = re.compile(rf",?\s+({RUN.pattern})\s*(?:,|$)")
_FIRM_BEFORE = re.compile(r"(?:^|\s)([a-z-]+)\s+$")
_FIRM_NAMED = re.compile(r"\W*[Tt]he\s+([a-z-]+),\s+")
#: What a body has before its verb: "an Army COMMANDER", "the Marlow Council's SPOKESMAN".
_HOLDER = re.compile(r"(?:['’]s)?\s+(?:[a-z-]+\s+){0,3}?([a-z-]+)[\s,]*")


def sayer_after(text: str, start: int, stop: int, *, strict: bool = False) -> Sayer | None:
    """The speaker in the words that follow a verb of saying ("said X, chair of Y")."""
    stop = min(stop, start + _FAR)
    end = _AFTER_STOP.search(text, start, stop)
    paper = paper_at(text, start, stop, after=True)
    found = paper or _sayer(text, start, end.start() if end else stop, after=True)
    found = found or _sayer(text, start, phrase_stop(text, start, stop), after=True)
    if found is None and strict:
        found = _anyone(text, phrase_after(text, Span(start, start), start, stop))
    return found and replace(found, phrase=phrase_after(text, found.printed, start, stop))


def sayer_before(text: str, start: int, stop: int, *, strict: bool = False) -> Sayer | None:
    """The subject in the words before a verb of saying ("In a statement, X said").

    After a `strict` verb whatever is its subject speaks, whether or not a list knows the noun.
    """
    start = max(start, stop - _FAR)
    bracket = _BRACKET.search(text, start, stop)
    inner = bracket.start() if bracket is not None else stop
    for clause in _CLAUSE.finditer(text, start, inner):
        if not _is_title_dot(text, clause):
            start = clause.end()
    first = verb_start(text, start, inner)
    parted = any(text[start:end].rstrip().endswith(",") for end in (inner, first))
    inner = _before_asides(text, start, first, parted=parted)
    relative = _RELATIVE.search(text, start, inner)
    if relative is not None and not _FINITE.search(text, relative.end(), inner):
        start = relative.end()
    found = _subject(text, start, inner, strict=strict)
    if found is None and strict:
        found = _anyone(text, trimmed(text, _piece(text, _past_fronting(text, start, inner), inner), inner))
    return found and replace(found, phrase=phrase_before(text, found.printed, start, inner))


def sayer_first(text: str, start: int, stop: int) -> Sayer | None:
    """The name that opens a sentence, before any comma: "PRESIDENT LEE took to the stage"."""
    begin = _past_fronting(text, start, stop)
    found = next(iter(names(text, begin, min(stop, begin + _FAR))), None)
    if found is None or not _opens(text, begin, found[0]) or "," in text[begin : found[0].start]:
        return None
    return Sayer(found[0], found[0].of(text), found[1])


def _before_asides(text: str, start: int, stop: int, *, parted: bool) -> int:
    """Where a subject ends that asides part from its verb: ", including Leeds,", ", who runs it,"."""
    told = _WHO.search(text, start, stop)
    if told is not None:  # "advocates, who say"
        return _before_asides(text, start, told.start() + 1, parted=True) if told.start() > start else stop
    if not parted:
        return stop
    found = next(iter(_ASIDE.finditer(text, start, stop)), None)
    return found.start() + 1 if found is not None and text[start : found.start()].strip() else stop


def _subject(text: str, start: int, stop: int, *, strict: bool) -> Sayer | None:
    """A paper, or a group or name in the last piece, or the name that an apposition follows."""
    piece = _piece(text, start, stop)
    return (
        paper_at(text, _past_fronting(text, start, stop), stop)
        or paper_at(text, piece, stop)
        or _group(text, start, stop)
        or (_sayer(text, piece, stop, after=False) if piece > start else None)
        or (_anyone(text, trimmed(text, piece, stop)) if piece > start and strict else None)
        or _sayer(text, _past_fronting(text, start, stop), stop, after=False)
    )


def _piece(text: str, start: int, stop: int) -> int:
    """Where the words after the last comma start; `start` where the verb itself follows a comma."""
    comma = text.rfind(", ", start, stop)
    return start if comma < 0 or text[start:stop].rstrip().endswith(",") else comma + 2


def _anyone(text: str, span: Span) -> Sayer | None:
    """The words as a speaker of no known kind: "paramedics", "the patient's daughter"."""
    span = trimmed(text, span.start, span.end)
    printed = span.of(text)
    count = len(printed.split())
    opens = printed[:1].isupper() or re.match(r"(?:an?|the|his|her|its|their|our|my|[a-z]+)\b", printed)
    if not 0 < count <= _LONGEST or _FINITE.search(printed) or not opens or re.search(r"[\d“”\"]", printed):
        return None
    first, last = printed.split()[0].lower(), printed.split()[-1]
    refused = words("fronting") | words("no_subjects") | (words("no_names") if count == 1 else frozenset())
    told = (
        not _speaks(printed)
        and first not in refused
        and last not in words("no_speakers")
        and last[-1:].isalpha()
    )
    return Sayer(span, printed, "people") if told else None


def _speaks(printed: str) -> bool:
    """True if the words hold a verb of saying: "a spokesman said the numbers had to be" explained."""
    return bool(words("strict").intersection(printed.split()))


def _group(text: str, start: int, stop: int) -> Sayer | None:
    """A common noun right before the verb, whatever names stand before its comma: "..., two sources said"."""
    comma = text.rfind(", ", start, stop)
    last = start if comma < 0 else comma + 2
    phrase = text[last:stop].rstrip()
    noun = re.search(r"\b([a-z]+)$", phrase)
    if noun is None or noun[1] not in words("people_nouns") | words("body_nouns") or RUN.search(phrase):
        return None
    kind: SayerKind = "people" if noun[1] in words("people_nouns") else "body"
    return _phrase(text, last, last + len(phrase), kind)


def _is_title_dot(text: str, found: re.Match[str]) -> bool:
    """True for the full stop of "Dr." or "Sen.", which ends no sentence."""
    word = re.search(r"([A-Z]\w*)$", text[max(0, found.start() - 12) : found.start()])
    return found[0].startswith(".") and word is not None and is_short(word[1])


def _past_fronting(text: str, start: int, stop: int) -> int:
    """Past the phrases before the subject: "In a statement, ", "Asked about the cuts, "."""
    for _ in range(4):
        while start < stop and not text[start].isalnum():
            start += 1
        first = re.compile(r"\w+").match(text, start, stop)
        if first is None or first[0].lower() not in words("fronting"):
            return start
        comma = text.find(", ", start, stop)
        if comma < 0 or not text[comma + 2 : stop].strip():
            return first.end() if first[0].lower() in {"but", "and", "meanwhile", "as", "that"} else start
        start = comma + 2
    return start


def _sayer(text: str, start: int, stop: int, *, after: bool) -> Sayer | None:
    segment = text[start:stop].strip(" ,")
    if not segment or len(segment) > 220:
        return None
    first = segment.split()[0].lower().strip(",.")
    if first in words("pronouns"):
        if after and len(segment.split(",")[0].split()) > 1:
            return None
        at = text.index(segment, start)
        return Sayer(Span(at, at + len(first)), first, "pronoun")
    named = [n for n in names(text, start, stop) if not _PLACED.search(text, start, n[0].start)]
    group = _SPOKES.search(text, start, stop)
    if group is not None and (not named or named[0][0].start > group.start()):
        return _phrase(text, start, stop, "people")
    return (
        _named(text, start, stop, named) or _kin(text, start, stop) or _common(text, start, stop, after=after)
    )


def _kin(text: str, start: int, stop: int) -> Sayer | None:
    found = _KIN.search(text, start, stop)
    roles = words("people_nouns") | words("occupations")
    if found is None or found[1] not in roles or found[2].lower() in words("no_names"):
        return None
    return Sayer(Span(*found.span(2)), found[2], "person")


def _named(text: str, start: int, stop: int, named: list[tuple[Span, SayerKind]]) -> Sayer | None:
    """The first person's name, unless a body's stands before it with nothing but a comma between."""
    people = [s for s, kind in named if kind == "person"]
    while len(people) > 1 and _ROLE.fullmatch(text[people[0].end : people[1].start]):
        named, people = named[1:], people[1:]
    if people and _is_firm(text, start, people[0]):
        return Sayer(people[0], people[0].of(text), "body")
    crowd = _HOLDER.fullmatch(text, people[0].end, stop) if len(people) == 1 else None
    if crowd is not None and crowd[1] in words("people_nouns") | words("body_nouns"):
        return _phrase(text, start, stop, "people")  # "Las Vegas police"
    if people and (named[0][1] == "person" or _introduced(text, named[0][0], people[0])):
        return Sayer(people[0], people[0].of(text), "person")
    if named and named[0][1] == "body" and _opens(text, start, named[0][0]):
        span = named[0][0]
        holder = _HOLDER.fullmatch(text, span.end, stop)
        if not people and holder is not None and holder[1] not in words("body_nouns"):
            return _phrase(text, start, stop, "people")  # "a Marlow Council spokesman"
        return Sayer(span, span.of(text), "body")
    if people:
        return Sayer(people[0], people[0].of(text), "person")
    return _single(text, start, stop)


def _is_firm(text: str, start: int, name: Span) -> bool:
    """True for a name right after a body's noun: "the company, Tarn Stevedoring", "lender Fordham Mutual"."""
    before = _FIRM_NAMED.fullmatch(text, start, name.start) or _FIRM_BEFORE.search(text, start, name.start)
    return before is not None and before[1] in words("body_nouns")


def _single(text: str, start: int, stop: int) -> Sayer | None:
    """One word with a capital that is all of the phrase: a surname, or a body in capitals."""
    found = _ALONE.match(text[start:stop][:80])
    if found is None or found[1].lower() in words("no_names"):
        return None
    at = start + found.start(1)
    if found[1] in words("titles") and text[at - 4 : at].lower() == "the ":  # "the Minister said"
        return Sayer(Span(at - 4, start + found.end(1)), text[at - 4 : start + found.end(1)], "people")
    kind: SayerKind = "body" if found[1].isupper() and len(found[1]) > 1 else "person"
    return Sayer(Span(start + found.start(1), start + found.end(1)), found[1], kind)


def _introduced(text: str, body: Span, person: Span) -> bool:
    """True if the body only says whose the person is: "Labour's Ann Lee", "Fathom chief Ann Lee"."""
    between = text[body.end : person.start]
    return possessive(text, body.end) or "," not in between


def _opens(text: str, start: int, span: Span) -> bool:
    """True if nothing but an article or words of a role stands before the name."""
    before = text[start : span.start].strip(" ,").lower()
    return before in {"", "the", "a", "an"} or (
        before[:1].isalpha() and len(before.split()) <= 5 and "," not in before
    )


def _common(text: str, start: int, stop: int, *, after: bool) -> Sayer | None:
    """A common noun as speaker: "the council", "a coffee grower of 52", "police", "the bank's economists"."""
    found: tuple[Span, SayerKind] | None = None
    for word in _WORD.finditer(text, start, stop):
        noun = word[0].lower() if not text[start : word.start()].strip(" “\"‘'") else word[0]
        near = found is None or word.start() - found[0].end <= 3
        if not near or (found is None and after and word.start() - start > 60):
            break
        if noun in words("people_nouns"):
            late = len(text[start : word.start()].split()) > 6
            return None if late else _phrase(text, start, stop, "people")
        if noun in words("body_nouns"):
            found = Span(*word.span()), "body"
            name = _NAMED_NEXT.match(text, word.end(), stop)
            if name is not None and name[1].lower() not in words("no_names"):  # "polling company Sifo"
                return Sayer(Span(*name.span(1)), name[1], "body")
    return _phrase(text, _from(text, start, found[0].start), found[0].end, "body") if found else None


def _from(text: str, start: int, at: int) -> int:
    """Where the phrase starts that ends at a noun: not before the last comma."""
    comma = text.rfind(",", start, at)
    begin = comma + 1 if comma >= 0 else start
    while begin < at and not text[begin].isalnum():
        begin += 1
    return begin


def _phrase(text: str, start: int, stop: int, kind: SayerKind) -> Sayer | None:
    """The words up to the first comma, if they are no more than a noun with its "for" or "of"."""
    begin = start
    while begin < stop and not text[begin].isalnum():
        begin += 1
    comma = text.find(",", begin, stop)
    words_only = _AUXILIARY.sub("", text[begin : comma if comma >= 0 else stop].rstrip(" ,.“”\"‘’'(-—–"))
    longest = _LONGEST if kind == "body" else 2 * _LONGEST
    if not words_only or len(words_only.split()) > longest or _FINITE.search(words_only):
        return None
    if _speaks(words_only):
        return None
    return Sayer(Span(begin, begin + len(words_only)), words_only, kind)
