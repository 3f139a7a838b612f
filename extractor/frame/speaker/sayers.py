"""Who a phrase names as speaker: "said ranger Mick Tanaka, 36", "its director, Giles Pomfret, said"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.frame.named import CAP, RUN, SHORT, is_short, names, person_names, possessive
from extractor.frame.speaker.papers import paper_at
from extractor.frame.speaker.phrases import phrase_after, phrase_before, phrase_stop, trimmed, verb_start
from extractor.frame.speaker.said import Sayer, SayerKind, words
from extractor.frame.speaker.unnamed import FINITE, anyone, common, group_at, is_one_person, unnamed
from extractor.model import Span
from extractor.regexes import Regex

__all__ = ["RUN", "Sayer", "person_names", "sayer_after", "sayer_before", "words"]

#: Where the phrase after "said" stops being the speaker.
_AFTER_STOP = Regex(
    rf"(?<!\b[A-Z]){''.join(f'(?<!{t})' for t in SHORT.split('|'))}[.](?!\w)|[;:!?“”\"\n](?!\w)"
    r"|,?\s+(?:who|which|when|while|after|before|during|because|where|that|adding|but)\b"
    r"|,?\s+(?:in|on|at|of|from|via|to)\s+(?:an?|the|his|her|their|its|[A-Z]\w+day|\d)\b(?!\s+\w+\s*$)"
)
_CLAUSE = Regex(
    r"(?:[.!?][”\"’')]*\s+(?=[A-Z“\"‘(])|[;:–—\n“\"(]|,\s+(?:but|and|while|although|though|as)\s+|\s+(?:but|while|because|although)\s+)"
)
#: A clause inside the words before a verb, whose subject comes after it: "numbers that analysts said".
_RELATIVE = Regex(r"\b(?:that|which|whom)\s+(?!\w+ed\b)(?=\S+(?:\s+\S+){0,5}\s*$)")
_WHO = Regex(r",?\s+who\s*$")
_ASIDE = Regex(
    r",\s+(?:which|who|whose|whom|including|led\s+by|such\s+as|like|along\s+with|together\s+with|with|now|based\s+on"
    r"|\w+ed\s+(?:by|on|in|from)"
    r"|(?:in|at|during|through|via|before)\s+(?:an?|the|his|her|its|their)|on\s+\w+day|by\s+(?:e-?mail|phone|letter|telephone)|citing|quoting|asked|reached"
    r"|\w+ing\s+(?:at|to|in|on|before|from|during|outside|for|with|under|after|via|by)|\w+ed\s+\w+day|however|for\s+(?:instance|example)|in\s+(?:fact|turn|contrast)|meanwhile|too|among\s+others)\b"
)
#: Characters from a verb within which its speaker is named.
_FAR = 400
#: "According to her, the price": not "her office".
_OBJECT = Regex(r"(?:him|her|them)(?:[,.;:]|$)")
#: "(R-Idaho)", "(Ind)" after a name are part of it.
_PARTY = Regex(r"\s*\((?:[DRI]-[A-Z][\w. ]*|Ind|Lab|Con|Lib Dem|SNP|Plaid|Green|Independent)\)\s*")
_BRACKET = Regex(r"\s*\([^)]*\)\s*$")
_ALONE = Regex(rf"\W*(?:[Tt]he\s+)?({CAP})(?:\s*\([^)]*\))?(?:,[^,]*,)?\W*$")
#: "Xford High principal Ann Lee": what stands between a body that looks like a name and the person.
_ROLE = Regex(r"(?!.*\b(?:for|of|at|from|with|in|and|or|by|to)\b)(?:['’]s)?\s+(?:[a-z-]+\s+){1,4}")
#: Before a name that is where something is, and no subject: "Shares in Kestrel Learning fell".
_PLACED = Regex(r"\b(?:in|at|on|against|into|about|over|with)\s+(?:the\s+)?$", re.IGNORECASE)
_SPOKES = Regex(
    r"\b(?:spokes\w+|sources?|officials?|authorities|analysts?|economists?|researchers?|aides?|lawyers?|advisers?|experts?"
    r"|representatives?|executives?|prosecutors?|police)\s+(?:for|at|from|with|in|of)\b",
    re.IGNORECASE,
)
#: "her brother, Declan,", "..., the board's registrar, Mrs Folake Ojo,": a name after what its bearer is.
_WHOSE = Regex(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|(?:(?<=,\s)(?:the|an?)(?:\s+[\w-]+['’]s?)?|(?<=,\s)[A-Z][\w-]+['’]s))\s+"
    rf"(?:[a-z-]+\s+){{0,3}}?(?P<role>[a-z]+),\s+(?P<name>{CAP}(?:\s+{CAP}){{0,3}})\s*,?\s*$"
)
#: "analyst Rowe": a single name right after a word for what a person is.
_KIN = Regex(rf"\b([a-z]+)\s+({CAP})(?=\s*(?:,|$))")
_FIRM_BEFORE = Regex(r"(?:^|\s)([a-z-]+)\s+$")
_FIRM_NAMED = Regex(r"\W*[Tt]he\s+([a-z-]+),\s+")
#: The first verb of a sentence: "The widow of a miner HAS sued", "Two nurses FILED a complaint".
_FIRST_VERB = Regex(
    r"(?<!\b[Aa])(?<!\b[Aa]n)(?<!\b[Tt]he)(?<!\bof)(?<!\b[Hh]is)(?<!\b[Hh]er)(?<!\bits)(?<!\bfor)"
    r"\s+(?:has|have|had|is|are|was|were|will|would|[a-z]{2,}ed|took|went|gave|sent|sues|brought|made|held|met|wrote|spoke|stood"
    r"|fought|won|lost|hit\s+(?:back|out)|rose|got|told|put|quit)\b"
)
_PRONOUN = Regex(r"(?:^|(?<=[\s,“\"]))(?P<who>[Hh]e|[Ss]he|[Tt]hey)\s*$")
#: What a body has before its verb: "an Army COMMANDER", "the Marlow Council's SPOKESMAN".
_HOLDER = Regex(r"(?:['’]s)?\s+(?:(?!(?:of|at|for|from|in|with)\b)[a-z-]+\s+){0,3}?([a-z-]+)[\s,]*")


def sayer_after(text: str, start: int, stop: int, *, strict: bool = False) -> Sayer | None:
    """The speaker in the words that follow a verb of saying ("said X, chair of Y")."""
    stop = min(stop, start + _FAR)
    end = _AFTER_STOP.search(text, start, stop)
    paper = paper_at(text, start, stop, after=True)
    found = paper or _sayer(text, start, end.start() if end else stop, after=True)
    found = found or _sayer(text, start, phrase_stop(text, start, stop), after=True)
    if found is None and strict:
        found = anyone(text, phrase_after(text, Span(start, start), start, stop))
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
    alone = relative is not None and text[relative.end() : inner].strip().lower() in words("pronouns")
    if relative is not None and (alone or not FINITE.search(text, relative.end(), inner)):
        start = relative.end()
    found = _subject(text, start, inner, strict=strict)
    if found is None and strict:
        found = anyone(text, trimmed(text, _piece(text, _past_fronting(text, start, inner), inner), inner))
    if found is None:
        return None
    if found.kind == "pronoun":
        return found
    whole = phrase_before(text, found.printed, start, inner, human=found.kind == "person")
    party = bracket is not None and whole.end == bracket.start() and _PARTY.fullmatch(bracket[0])
    return replace(
        found,
        phrase=Span(whole.start, len(text[: bracket.end()].rstrip()))
        if bracket is not None and party
        else whole,
    )


def sayer_first(text: str, start: int, stop: int) -> Sayer | None:
    """The subject that opens a sentence, before any comma: "PRESIDENT LEE took to the stage"."""
    begin = _past_fronting(text, start, stop)
    verb = _FIRST_VERB.search(text, begin, min(stop, begin + _FAR))
    end = verb.start() if verb is not None else begin
    found = next(iter(names(text, begin, min(stop, begin + _FAR))), None)
    if found is None or not _opens(text, begin, found[0]) or "," in text[begin : found[0].start]:
        return _subject_first(text, begin, end)
    if verb is not None and text[begin:end].split()[:1] != [] and found[0].start >= end:
        return _subject_first(text, begin, end)
    return Sayer(found[0], found[0].of(text), found[1])


def _subject_first(text: str, start: int, stop: int) -> Sayer | None:
    """The words before the first verb: "THE WIDOW OF A MINER has sued", "She filed"."""
    printed = text[start:stop].strip()
    if printed.lower() in {"he", "she", "they"}:
        return Sayer(Span(start, start + len(printed)), printed.lower(), "pronoun")
    return anyone(text, Span(start, stop)) if "," not in printed else None


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
    pronoun = _PRONOUN.search(text, start, stop)
    if pronoun is not None:  # "In a paper out today SHE reports"
        return Sayer(Span(*pronoun.span("who")), pronoun["who"].lower(), "pronoun")
    piece = _piece(text, start, stop)
    fronted = _past_fronting(text, start, stop)
    return (
        (paper_at(text, fronted, stop) if piece <= fronted else None)
        or paper_at(text, piece, stop)
        or group_at(text, start, stop)
        or (_sayer(text, piece, stop, after=False) if piece > start else None)
        or (anyone(text, trimmed(text, piece, stop)) if piece > start and strict else None)
        or _sayer(text, _past_fronting(text, start, stop), stop, after=False)
    )


def _piece(text: str, start: int, stop: int) -> int:
    """Where the words after the last comma start; `start` where the verb itself follows a comma."""
    comma = text.rfind(", ", start, stop)
    return start if comma < 0 or text[start:stop].rstrip().endswith(",") else comma + 2


def _is_title_dot(text: str, found: re.Match[str]) -> bool:
    """True for the full stop of "Dr." or "Sen.", which ends no sentence."""
    word = re.search(r"([A-Z]\w*)$", text[max(0, found.start() - 12) : found.start()])
    return found[0].startswith(".") and word is not None and is_short(word[1])


def _past_fronting(text: str, start: int, stop: int) -> int:
    """Past the phrases before the subject: "In a statement, ", "Asked about the cuts, "."""
    for _ in range(4):
        while start < stop and not text[start].isalnum():
            start += 1
        first = Regex(r"\w+").match(text, start, stop)
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
    first = re.split(r"[\s,.]", segment, maxsplit=1)[0].lower()
    if after and _OBJECT.match(segment) is not None:
        at = text.index(segment, start)
        return Sayer(Span(at, at + len(first)), {"him": "he", "her": "she", "them": "they"}[first], "pronoun")
    if first in words("pronouns"):
        if after and len(segment.split(",")[0].split()) > 1:
            return None
        at = text.index(segment, start)
        return Sayer(Span(at, at + len(first)), first, "pronoun")
    named = [n for n in names(text, start, stop) if not _PLACED.search(text, start, n[0].start)]
    spokes = _SPOKES.search(text, start, stop)
    if spokes is not None and (not named or named[0][0].start > spokes.start()):
        return unnamed(text, start, stop, "people")
    return (
        _relative(text, start, stop)
        or _named(text, start, stop, named)
        or _kin(text, start, stop)
        or common(text, start, stop, after=after)
    )


def _relative(text: str, start: int, stop: int) -> Sayer | None:
    """The name behind words that tell what somebody is: "his wife, Carol,", "..., the clerk, Mrs Ojo,"."""
    found = _WHOSE.search(text, start, stop)
    if found is None or not is_one_person(f"the {found['role']}"):
        return None
    name = next(iter(person_names(text, *found.span("name"))), Span(*found.span("name")))
    return Sayer(name, name.of(text), "person")


def _kin(text: str, start: int, stop: int) -> Sayer | None:
    found = _KIN.search(text, start, stop)
    roles = words("people_nouns", "occupations")
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
    if crowd is not None and (
        crowd[1] in words("people_nouns", "body_nouns") or is_one_person(f"the {crowd[1]}")
    ):
        return unnamed(text, start, stop, "people")  # "Las Vegas police", "a Border Patrol agent"
    if people and (named[0][1] == "person" or _introduced(text, named[0][0], people[0])):
        return Sayer(people[0], people[0].of(text), "person")
    if named and named[0][1] == "body" and _opens(text, start, named[0][0]):
        span = named[0][0]
        holder = _HOLDER.fullmatch(text, span.end, stop)
        if not people and holder is not None and holder[1] not in words("body_nouns"):
            return unnamed(text, start, stop, "people")  # "a Marlow Council spokesman"
        return Sayer(span, span.of(text), "body")
    if people:
        return Sayer(people[0], people[0].of(text), "person")
    return _single(text, start, stop)


def _is_firm(text: str, start: int, name: Span) -> bool:
    """True for a name right after a body's noun: "the company, Tarn Stevedoring", "lender Fordham Mutual"."""
    before = _FIRM_NAMED.fullmatch(text, start, name.start) or _FIRM_BEFORE.search(text[start : name.start])
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
