"""Who a phrase names as speaker: "said ranger Mick Tanaka, 36", "its director, Giles Pomfret, said".

Works on the words before or after a verb of saying, by capitals and word lists: names of people
and bodies are what a small model tags worst.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extractor.lexicon import table
from extractor.model import Span

SayerKind = Literal["person", "body", "people", "pronoun"]

#: Short titles that end in a full stop within a name: "Dr. Ann Lee", "Sen. Lee", "Charles E. Lee".
_SHORT = "Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Prof|Coun|Cllr|Hon|St|Maj|Adm|Det|Supt|Jr|Sr"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_CAP = rf"(?:(?:{_SHORT})\.(?=\s)|(?:[A-Z]\.)+(?=[\s,])|{_UPPER}(?:[\w’'-]*[\w])?)"
_PARTICLE = r"(?:de|da|del|della|van|von|der|den|bin|al|el|la|le|ní|ter|ten|dos|du)"
#: A run of words with capitals, with the small words that stand inside names.
RUN = re.compile(rf"\b{_CAP}(?:\s+(?:{_PARTICLE}\s+)*{_CAP}|\s+&\s+{_CAP})*")
_BODY_TAIL = re.compile(rf"\s+(?:of|for)\s+(?:the\s+)?{_CAP}(?:\s+(?:and\s+)?{_CAP})*")
#: Where the phrase after "said" stops being the speaker.
_AFTER_STOP = re.compile(
    rf"(?<!\b[A-Z]){''.join(f'(?<!{t})' for t in _SHORT.split('|'))}[.](?!\w)|[;:!?“”\"\n](?!\w)"
    r"|,?\s+(?:who|which|when|while|after|before|during|because|where|that|adding|but)\b"
    r"|,?\s+(?:in|on|at|of|from|via|to)\s+(?:an?|the|his|her|their|its|[A-Z]\w+day|\d)\b(?!\s+\w+\s*$)"
)
_CLAUSE = re.compile(
    r"(?:[.!?][”\"’')]*\s+|[;:–—\n“\"(]|,\s+(?:but|and|while|although|though|as)\s+|\s+(?:but|while|because|although)\s+)"
)
_AUXILIARY = re.compile(
    r"\s+(?:has|have|had|also|later|then|previously|recently|himself|herself|themselves)$"
)
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|which|that|who|been|he|she|they|it|we|joined|before|after)\b"
)
#: Words up to which a phrase without a name is taken for a speaker.
_LONGEST = 9
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
_ALONE = re.compile(rf"\W*(?:[Tt]he\s+)?({_CAP})(?:\s*\([^)]*\))?(?:,[^,]*,)?\W*$")
#: "Xford High principal Ann Lee": what stands between a body that looks like a name and the person.
_ROLE = re.compile(r"(?!.*\b(?:for|of|at|from|with|in|and|or|by|to)\b)(?:['’]s)?\s+(?:[a-z-]+\s+){1,4}")
#: Before a name that is where something is, and no subject: "Shares in Kestrel Learning fell".
_PLACED = re.compile(r"\b(?:in|at|on|against|into|about|over|with)\s+(?:the\s+)?$", re.IGNORECASE)
_SPOKES = re.compile(
    r"\b(?:spokes\w+|sources?|officials?|authorities|analysts?|economists?|researchers?|aides?|lawyers?|advisers?|experts?"
    r"|representatives?|executives?|prosecutors?|police)\s+(?:for|at|from|with|in|of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sayer:
    """Words that name a speaker, and what kind of speaker."""

    span: Span
    text: str
    kind: SayerKind


@cache
def words(section: str) -> frozenset[str]:
    """A word list of `extractor/data/speech.toml`."""
    return frozenset(table("speech")[section])


def sayer_after(text: str, start: int, stop: int) -> Sayer | None:
    """The speaker in the words that follow a verb of saying ("said X, chair of Y")."""
    end = _AFTER_STOP.search(text, start, stop)
    return _sayer(text, start, end.start() if end else stop, after=True)


def sayer_before(text: str, start: int, stop: int) -> Sayer | None:
    """The subject in the words before a verb of saying ("In a statement, X said")."""
    bracket = _BRACKET.search(text, start, stop)
    stop = bracket.start() if bracket is not None else stop
    for clause in _CLAUSE.finditer(text, start, stop):
        if not _is_title_dot(text, clause):
            start = clause.end()
    group = _group(text, start, stop)
    if group is not None:
        return group
    last = text.rfind(", ", start, stop) + 2
    if last > start + 1 and len(text[last:stop].split()) == 1:  # "..., Pillai says", "..., it said"
        aside = _sayer(text, last, stop, after=False)
        if aside is not None:
            return aside
    return _sayer(text, _past_fronting(text, start, stop), stop, after=False)


def _group(text: str, start: int, stop: int) -> Sayer | None:
    """A common noun right before the verb, whatever names stand before its comma: "..., two sources said"."""
    last = max(start, text.rfind(", ", start, stop) + 2)
    phrase = text[last:stop].rstrip()
    noun = re.search(r"\b([a-z]+)$", phrase)
    if noun is None or noun[1] not in words("people_nouns") | words("body_nouns") or RUN.search(phrase):
        return None
    kind: SayerKind = "people" if noun[1] in words("people_nouns") else "body"
    return _phrase(text, last, last + len(phrase), kind)


def person_names(text: str, start: int, stop: int) -> list[Span]:
    """Names of people between two offsets: two words or more with capitals, or one after a title."""
    return [s for s, kind in _names(text, start, stop) if kind == "person"]


def _is_title_dot(text: str, found: re.Match[str]) -> bool:
    """True for the full stop of "Dr." or "Sen.", which ends no sentence."""
    word = re.search(r"([A-Z]\w*)$", text[max(0, found.start() - 12) : found.start()])
    return found[0].startswith(".") and word is not None and (word[1] in words("titles") or len(word[1]) == 1)


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
    named = [n for n in _names(text, start, stop) if not _PLACED.search(text, start, n[0].start)]
    group = _SPOKES.search(text, start, stop)
    if group is not None and (not named or named[0][0].start > group.start()):
        return _phrase(text, start, stop, "people")
    return _named(text, start, stop, named) or _common(text, start, stop, after=after)


def _named(text: str, start: int, stop: int, named: list[tuple[Span, SayerKind]]) -> Sayer | None:
    """The first person's name, unless a body's stands before it with nothing but a comma between."""
    people = [s for s, kind in named if kind == "person"]
    while len(people) > 1 and _ROLE.fullmatch(text[people[0].end : people[1].start]):
        named, people = named[1:], people[1:]
    if people and (named[0][1] == "person" or _introduced(text, named[0][0], people[0])):
        return Sayer(people[0], people[0].of(text), "person")
    if named and named[0][1] == "body" and _opens(text, start, named[0][0]):
        span = named[0][0]
        return Sayer(span, span.of(text), "body")
    if people:
        return Sayer(people[0], people[0].of(text), "person")
    return _single(text, start, stop)


def _single(text: str, start: int, stop: int) -> Sayer | None:
    """One word with a capital that is all of the phrase: a surname, or a body in capitals."""
    found = _ALONE.match(text[start:stop][:80])
    if found is None or found[1].lower() in words("no_names"):
        return None
    kind: SayerKind = "body" if found[1].isupper() and len(found[1]) > 1 else "person"
    return Sayer(Span(start + found.start(1), start + found.end(1)), found[1], kind)


def _introduced(text: str, body: Span, person: Span) -> bool:
    """True if the body only says whose the person is: "Labour's Ann Lee", "Fathom chief Ann Lee"."""
    between = text[body.end : person.start]
    return _possessive(text, body.end) or "," not in between


def _opens(text: str, start: int, span: Span) -> bool:
    """True if nothing but an article or words of a role stands before the name."""
    before = text[start : span.start].strip(" ,").lower()
    return before in {"", "the", "a", "an"} or (
        before[:1].isalpha() and len(before.split()) <= 5 and "," not in before
    )


def _possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in {"'s", "’s"} or text[end - 2 : end] in {"'s", "’s"}


def _common(text: str, start: int, stop: int, *, after: bool) -> Sayer | None:
    """A common noun as speaker: "the council", "a coffee grower of 52", "police"."""
    found = re.compile(r"\b[a-z][a-z-]+\b").finditer(text, start, stop)
    for word in found:
        if word[0] in words("people_nouns"):
            return _phrase(text, start, stop, "people")
        if word[0] in words("body_nouns"):
            return _phrase(text, _from(text, start, word.start()), word.end(), "body")
        if after and word.start() - start > 60:
            return None
    return None


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
    if not words_only or len(words_only.split()) > _LONGEST or _FINITE.search(words_only):
        return None
    return Sayer(Span(begin, begin + len(words_only)), words_only, kind)


def _names(text: str, start: int, stop: int) -> list[tuple[Span, SayerKind]]:
    found: list[tuple[Span, SayerKind]] = []
    for run in RUN.finditer(text, start, stop):
        named = _name(text, run, stop)
        if named is not None:
            found.append(named)
    return found


def _name(text: str, run: re.Match[str], stop: int) -> tuple[Span, SayerKind] | None:
    parts = list(re.finditer(r"\S+", run[0]))
    if any(_bare(p[0]) in words("bodies") for p in parts) and not _titled(parts):
        tail = _BODY_TAIL.match(text, run.end(), stop)
        return Span(run.start(), tail.end() if tail else run.end()), "body"
    lead = max((i + 1 for i, p in enumerate(parts[:-1]) if _leads(p[0])), default=0)
    rest, titles = parts[lead:], lead
    while len(rest) > 1 and rest[0][0].lower() in words("no_names"):
        rest = rest[1:]
    if (
        not rest
        or _bare(rest[-1][0]) in words("titles")
        or (len(rest) < 2 and not titles)
        or _possessive(text, run.end())
    ):
        return None
    return Span(run.start() + rest[0].start(), run.start() + rest[-1].end()), "person"


def _leads(word: str) -> bool:
    """True for a title or a possessive inside a run: the name starts after it."""
    return (
        _bare(word) in words("titles")
        or word.lower() in words("people_nouns") | words("occupations")
        or word.endswith(("'s", "’s", "s’"))
        or word.lower() in words("fronting")
    )


def _titled(parts: list[re.Match[str]]) -> bool:
    """True for "Police Commissioner Ann Lee": the body's word is part of a title before a name."""
    last_body = max(i for i, p in enumerate(parts) if _bare(p[0]) in words("bodies"))
    return any(_bare(p[0]) in words("titles") for p in parts[last_body + 1 :]) and len(parts) - last_body > 2


def _bare(word: str) -> str:
    return word.rstrip(".,'’")
