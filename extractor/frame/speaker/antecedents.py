"""Whom "he", "Lee", "the agency" and "the governor" stand for: a name that was printed before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extractor.frame.gazetteer import gazetteer
from extractor.frame.named import DAY, RUN, is_persons, person_names
from extractor.frame.sentence_ends import sentence_start
from extractor.frame.speaker.quotes import Quote, quote_at
from extractor.frame.speaker.said import Sayer, Saying, words
from extractor.lexicon import table
from extractor.model import Block, Span
from extractor.regexes import Regex

#: Zones back in which a pronoun looks for its person.
_REACH = 3
#: Sayings back in which a surname does.
_MANY = 200
#: Windows back in which a surname looks for the name in full.
_FAR = 60
#: Windows back in which the name of a body or a title is looked for, and characters of each.
_BACK, _LONG = 8, 3000
#: A group that opens a sentence: "The union's lawyers", "State election officials".
_GROUP = Regex(
    r"(?:The\s+|Some\s+|Many\s+)?(?P<who>(?:[\w’'-]+\s+){0,4}?(?P<noun>[A-Za-z]+s|people|[Pp]olice))\s+(?=[a-z])"
)
_ARTICLE = Regex(r"(?:The|A|An)\s+")
#: "The minister added": whoever spoke last, if that was a person with a name.
_THE_PERSON = Regex(r"[Tt]he\s+(?!.*(?:s|police)$)[\w-]+(?:\s+\w+)?")
#: "the agency", "The rail regulator": an article and one or two common words.
_THE_BODY = Regex(r"[Tt]he\s+(?:[a-z-]+\s+)?(?P<noun>[a-z-]+)|it")


def resolved(
    text: str, saying: Saying, zones: Sequence[Block], earlier: Sequence[Saying], quoted: Sequence[Quote]
) -> Saying | None:
    """The saying with the name that its pronoun or surname stands for; None for a pronoun without one."""
    sayer = saying.sayer
    if sayer.text in {"i", "we"}:
        return None  # the narrator
    if sayer.kind == "pronoun":
        known = _antecedent(text, saying, zones, earlier, quoted)
    elif sayer.kind == "people":
        known = _described(text, saying, zones, earlier) or sayer
    elif sayer.kind == "body":
        known = _named_body(text, zones, saying.zone, sayer) or _spoken_body(sayer, earlier, saying) or sayer
    elif " " not in sayer.text:
        full = next((s.sayer for s in reversed(earlier[-_MANY:]) if _ends_in(s.sayer, sayer.text)), None)
        known = full or _full_name(text, zones, saying)
        # A single name that no fuller one explains is a company's as often as a person's.
        known = known or (sayer if is_persons(text, sayer.span) else replace(sayer, kind="body"))
    else:
        known = sayer
    return None if known is None else replace(saying, sayer=replace(known, phrase=sayer.printed))


def _spoken_body(sayer: Sayer, earlier: Sequence[Saying], saying: Saying) -> Sayer | None:
    """The body that said something last, where "the agency" repeats no word of a name printed before."""
    if not _THE_BODY.fullmatch(sayer.text) or sayer.text.split()[-1] not in words("bureaus"):
        return None
    near = (s.sayer for s in reversed(earlier[-_MANY:]) if s.zone >= saying.zone - _REACH)
    return next((s for s in near if s.kind == "body" and RUN.fullmatch(s.text)), None)


def _described(text: str, saying: Saying, zones: Sequence[Block], earlier: Sequence[Saying]) -> Sayer | None:
    """The person whom "the governor" or "the councillor" stands for: of that title, or whoever spoke last."""
    sayer = saying.sayer
    noun = sayer.text.split()[-1].lower()
    if not _THE_PERSON.fullmatch(sayer.text) or noun not in words("people_nouns", "occupations"):
        return None
    titled = _titled_person(text, zones, saying.zone, sayer)
    if titled is not None:
        return titled
    named = next((s.sayer for s in reversed(earlier[-_MANY:]) if s.zone >= saying.zone - _REACH), None)
    return named if named is not None and named.kind == "person" else None


def _ends_in(sayer: Sayer, name: str) -> bool:
    return sayer.kind == "person" and name in sayer.text.split() and " " in sayer.text


def _full_name(text: str, zones: Sequence[Block], saying: Saying) -> Sayer | None:
    name, at = saying.sayer.text, saying.verb.start
    for window in _back(zones, saying.zone, at, _FAR):
        for span in _people_in(text, window):
            if span.end <= at and span.of(text).split()[-1] == name and " " in span.of(text):
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
        (
            s
            for s in reversed(earlier[-_MANY:])
            if s.sayer.kind in wanted
            and s.zone >= saying.zone - _REACH
            and _as_many(saying.sayer.text, s.sayer)
        ),
        None,
    )
    if body:
        return spoke.sayer if spoke is not None else _named_body(text, zones, saying.zone, saying.sayer)
    for number in range(saying.zone, max(-1, saying.zone - _REACH - 1), -1):
        zone = zones[number].span
        end = min(zone.end, saying.verb.start)
        if saying.sayer.text == "they" and number == saying.zone:
            group = _group_before(text, zone, saying.sayer.span.start)
            if group is not None:
                return group
        if spoke is not None and spoke.zone == number:
            return _opener(text, zone, spoke, saying) or spoke.sayer
        names = person_names(text, max(zone.start, end - _LONG), end)
        own = [n for n in names if _may_be(saying.sayer.text, text, n) and quote_at(quoted, n) is None]
        if own:
            first = next((n for n in reversed(own) if _is_subject(text, n)), own[0])
            return Sayer(first, first.of(text), "person")
    return spoke.sayer if spoke is not None else None


def _group_before(text: str, zone: Span, at: int) -> Sayer | None:
    """The group that is the subject of the sentence before: "State OFFICIALS questioned it. They say"."""
    stop = sentence_start(text, zone, at + 1)
    start = sentence_start(text, zone, max(zone.start, stop - 2)) if stop > zone.start else stop
    found = _GROUP.match(text, start, stop)
    noun = found["noun"].lower() if found is not None else ""
    if found is None or noun not in words("people_nouns") or not noun.endswith(("s", "people", "police")):
        return None
    return Sayer(Span(*found.span("who")), found["who"], "people")


def _opener(text: str, zone: Span, spoke: Saying, saying: Saying) -> Sayer | None:
    """The person who opens the zone, where an unnamed one spoke there as no subject: "and a nurse wrote"."""
    if spoke.sayer.kind != "people" or _is_subject(text, spoke.sayer.printed) or saying.sayer.text == "they":
        return None
    first = next(iter(person_names(text, zone.start, min(spoke.verb.start, zone.start + _LONG))), None)
    return Sayer(first, first.of(text), "person") if first is not None and first.start == zone.start else None


def _named_body(text: str, zones: Sequence[Block], zone: int, sayer: Sayer) -> Sayer | None:
    """The named body that a common noun stands for; None if it is a name itself, or stands for none."""
    found = _THE_BODY.fullmatch(sayer.text)
    if found is None:
        return None
    noun = found["noun"] or "it"
    before = list(_bodies(text, zones, zone, sayer.printed.start))
    same = [b for b in before if noun in b.of(text).lower().split()]
    if same:
        return Sayer(same[0], same[0].of(text), "body")
    # "The company" may be any firm, and is then the subject of a sentence before.
    subjects = [b for b in before if noun in words("firms") and _is_subject(text, b)]
    return Sayer(subjects[0], subjects[0].of(text), "body") if subjects else None


def _titled_person(text: str, zones: Sequence[Block], zone: int, sayer: Sayer) -> Sayer | None:
    """The person named before with the title that a common noun repeats: "Gov. Lee" for "the governor"."""
    noun = sayer.text.split()[-1].lower()
    at = sayer.printed.start
    for window in _back(zones, zone, at, _BACK):
        for span in reversed(_people_in(text, window)):
            if span.end <= at and noun in _titles_of(text, span):
                return Sayer(span, span.of(text), "person")
    return None


def _titles_of(text: str, name: Span) -> Iterator[str]:
    """The titles and words of a role that stand right before and after a name, written out."""
    before = re.findall(r"[A-Za-z]+", text[max(0, name.start - 40) : name.start].rpartition(",")[2])[-3:]
    apposition = re.match(r",\s+([^,.;“”\"]{3,60})", text[name.end : name.end + 70])
    after = re.findall(r"[A-Za-z]+", apposition[1])[:4] if apposition else []
    short = table("speech")["short_titles"]
    yield from (short.get(w, w).lower() for w in (*before, *after))


def _bodies(text: str, zones: Sequence[Block], zone: int, at: int) -> Iterator[Span]:
    """Names that may be a body's, the nearest first."""
    for window in _back(zones, zone, at, _BACK):
        yield from (s for s in reversed(_bodies_in(text, window)) if s.end <= at)


@lru_cache(maxsize=256)
def _bodies_in(text: str, window: Span) -> tuple[Span, ...]:
    people = {s for s in _people_in(text, window) if not _is_subject(text, s)}
    runs = (_without_article(text, Span(*r.span())) for r in RUN.finditer(text, window.start, window.end))
    return tuple(s for s in runs if s not in people and not _is_word(text, s))


@lru_cache(maxsize=256)
def _people_in(text: str, window: Span) -> tuple[Span, ...]:
    return tuple(person_names(text, window.start, window.end))


def _without_article(text: str, run: Span) -> Span:
    """The name in a run of words with capitals: without "The", without a possessive's end."""
    article = _ARTICLE.match(text, run.start, run.end)
    start = article.end() if article is not None else run.start
    return Span(start, run.end - (2 if text[run.end - 2 : run.end] in {"'s", "’s"} else 0))


def _is_word(text: str, span: Span) -> bool:
    """True for a word with a capital that is no name: "Meanwhile, the company"."""
    printed = span.of(text).lower()
    known = printed in words("no_names", "fronting")
    return known or (" " not in printed and text.startswith(",", span.end))


def _as_many(pronoun: str, sayer: Sayer) -> bool:
    """False for a group that "he" cannot stand for: "aides to the mayor", "officials"."""
    head = re.split(r"\s(?:of|for|at|in|with|to|from|who|that)\s|,", sayer.text)[0].lower()
    several = head.endswith(("s", "people", "police", "staff"))
    return sayer.kind != "people" or pronoun not in {"he", "she"} or not several


def _may_be(pronoun: str, text: str, name: Span) -> bool:
    """False for a name that "he" or "she" cannot stand for: a place's, a day's, one of the other sex."""
    printed = name.of(text)
    if words("things").intersection(printed.split()) or printed in words("dotted"):
        return False  # "the Pacific Trade Partnership", "Jan"
    shouted = [w.isupper() and len(w) > 3 for w in printed.split()]
    if printed in gazetteer() or re.search(DAY, printed) or (any(shouted) and not all(shouted)):
        return False
    title = re.search(
        r"\b(Mr|Sir|Lord|Mrs|Ms|Miss|Dame|Lady|Baroness)\.?\s+(?:\w+\s+)?$",
        text[max(0, name.start - 20) : name.start],
    )
    male = title is not None and title[1] in {"Mr", "Sir", "Lord"}
    return title is None or pronoun not in {"he", "she"} or male == (pronoun == "he")


def _back(zones: Sequence[Block], zone: int, at: int, most: int) -> Iterator[Span]:
    """Windows of the zones up to an offset, the nearest first; a long zone is cut into several."""
    for number in range(zone, -1, -1):
        span = zones[number].span
        end = min(span.end, at) if number == zone else span.end
        for start in range(
            span.start + max(0, end - 1 - span.start) // _LONG * _LONG, span.start - 1, -_LONG
        ):
            if most <= 0:
                return
            most -= 1
            yield Span(start, min(span.end, start + _LONG))


def _is_subject(text: str, span: Span) -> bool:
    """True for a name that opens a sentence, after an article at most."""
    before = text[max(0, span.start - 8) : span.start].removesuffix("The ")
    return not before.strip() or re.search(r"[.!?][”\"]?\s+$|\n$", before) is not None
