"""The rows that a figure may speak of, and how sure each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.lexicon import table as data
from extractor.model import Span
from extractor.reference.rows.elsewhere import (
    goes_on,
    is_elsewhere,
    names_another,
    only_says_where,
    other_name,
)
from extractor.reference.rows.homes import is_alone, rows_about
from extractor.reference.rows.labels import Named, names_wider
from extractor.reference.setting import Place, Told, without
from extractor.reference.words import root
from extractor.regexes import Regex

_RIGHT_BEFORE = Regex(
    r"\b(?:in|at|for|across|of|by|from|with|among|on|was|is|were|belongs to)\s+(?:the\s+)?$", re.IGNORECASE
)
#: "The state's biggest" says among whom, not who.
_RANKED_IN = Regex(
    r"\b(?:[a-z]{3,}est|worst|best|most|least)\s(?:[a-z]+\s){0,3}?(?:in|of|across|anywhere\sin)\s(?:the\s)?$"
)
_RANKED = Regex(r"['’]s\s+(?:[\w-]+\s+)?(?:\w{3,}est|most|least|top|only)\b")
_OPENS = Regex(r"(?:^|[,;—–]\s+)(?:and\s+)?(?:at|with)\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
_IN_ALL = Regex(r"\b(?:in|of|across)\s+(?:the\s+)?$", re.IGNORECASE)
_ASIDE = Regex(r",\s+[^,.;:]{0,40}\b(?:in|of|across)\s+$")
#: "The southern group, of which Marsh is one of six, ..."
_ASIDE_WHICH = Regex(r",\s+(?:(?:of|in|to|where)\s+which|which\s+(?:includes|covers|takes\s+in)|where)\s+$")
#: "Councils on the coast recycled", "districts further south": of no one row.
_PLURAL = Regex(
    r"[“\"]?(?:The\s+|All\s+|Other\s+)?([A-Za-z]+s)\s+(?:on|in|at|along|near|across|around|inland|further|outside)\b"
)
_BETWEEN_THEM = Regex(r"\bbetween\s+them\b|\bjointly\b")
#: What a row loses that is named as the scope of another, or before another.
_SCOPE, _EARLIER = 0.2, 0.15
#: A row named in another part of the sentence is no surer than the one that the text goes on about.
_FIRM = 0.5
#: How sure a row is that is not named where another name is.
_STRANGE = 0.5
#: How sure all rows are where the text has gone on about one up to here.
_FAR = 0.45
#: How sure each row is where the sentence before names several: not enough to question anything.
_SEVERAL = 0.58
#: "Compared with 21.5 per cent for the nation": the next sentence goes on about the other row.
_SET_AGAINST = Regex(
    r"\b(?:compared\s+(?:with|to)|against|than|versus|above|below|behind|ahead\s+of)\b(?:[^.;!?\n]|\.\d)*$",
    re.IGNORECASE,
)
_SIDE = 0.3
_MANY_NAMED = 3
_THOSE = Regex(r"\W*(?:Those|These|Some|Another)\b")
#: "Level with the rest of the country".
_REST_OF = Regex(
    r"\b(?:rest|remainder|most|much|half|parts?|north|south|east|west|centre|edge|outskirts)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_OTHER_SIDE = Regex(
    r"\b(?:compared|against|versus|than|below|above|behind|(?:ahead|short)\s+of)\b", re.IGNORECASE
)
#: "Half of all visitors", where no row is named.
_OF_ALL = Regex(r"\bof\s+all\s+(?!of\b)[a-z]+")
_ITS_OWN = Regex(r"\b(?:its|their)\s+own\b")
#: A clause that hangs on a name, and what ends it.
_WHERE = Regex(r"(?:['’]s)?,?\s+(?:in\s+which|where|which|whose|who)\b", re.IGNORECASE)
_ENDED = Regex(r"[;:.!?—–](?=\s)|,|\b(?:and|but|while|whereas)\s")
#: A name this many characters after a figure may still be its own: "58 per cent of pupils in Saltby".
_NEAR = 45


#: "In all there are 278 providers": of whom the text speaks, or of all rows.
_SUMMED = Regex(r"in\s+all|in\s+total|altogether", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """Labels that a figure may speak of, and how sure that is from 0 to 1."""

    labels: tuple[str, ...]
    certainty: float
    named: Named | None = None


def _is_of_a_rank(text: str, place: Place, name: Span) -> bool:
    """True for all rows that one is first among: "the country's worst", "the longest in THE STATE"."""
    led = text[place.sentence.start : name.start]
    return _RANKED.match(text, name.end) is not None or _RANKED_IN.search(led) is not None


def subjects(
    told: Told,
    place: Place,
    span: Span,
    named: Sequence[Named],
    totals: Sequence[str],
    vocabulary: frozenset[str],
) -> tuple[Subject, ...]:
    """The rows that a figure may speak of, the surest first; none where it names another place."""
    text = told.document.text
    here = [n for n in named if place.sentence.start <= n.span.start and n.span.end <= place.sentence.end]
    here = _but_asides(text, span, _of_their_own(told, place, here))
    last = max((n.span for n in here if n.span.end <= span.start), default=None)
    several = any(not n.wide for n in here)
    found = [
        Subject(n.labels, _nearness(text, place, span, n, n.span == last, among=several), n)
        for n in here
        if not n.span.overlaps(span) and not (n.wide and _is_of_a_rank(text, place, n.span))
    ]
    found = _of_clause(text, place, span, [s for s in found if s.certainty > 0])
    found = [
        replace(s, certainty=min(s.certainty, _STRANGE))
        if s.named is not None and only_says_where(text, place, span, s.named, named)
        else s
        for s in found
    ]
    elsewhere = is_elsewhere(told, place, here, vocabulary) or other_name(told, place, span, named)
    own = [n.span for n in here if not n.wide]  # "the region", of a table with a row for it
    if names_wider(without(text, place.before.start, place.after.end, own), totals):
        return ()  # "nationally", beside the row of a state
    summed = [s for s in found if s.named is not None and _SUMMED.fullmatch(s.named.span.of(text))]
    firm = [s for s in found if s.certainty >= _FIRM]
    alone = bool(firm) and all(s in summed for s in firm)
    if not elsewhere and (alone or max((s.certainty for s in found), default=0.0) < _FIRM):
        inherited = list(_inherited(told, place, named, totals))
        if alone and any(
            s.named is not None or s.labels not in {w.labels for w in summed} for s in inherited
        ):
            # "In all there are 278": of the row that the story goes on about, or of all rows.
            found = [replace(s, certainty=min(s.certainty, _SEVERAL)) for s in found]
            inherited = [replace(s, certainty=min(s.certainty, _SEVERAL)) for s in inherited]
        if _is_of_several(place.sentence.of(text)):
            inherited = [
                s if set(s.labels) <= set(totals) else replace(s, certainty=min(s.certainty, _SEVERAL))
                for s in inherited
            ]
        if names_another(told, place, named, vocabulary):  # a row that is only supposed is not sure then
            inherited = [s if s.named else replace(s, certainty=_STRANGE) for s in inherited]
        # What the sentence sets a figure against is not what it is of: "against 65 per cent across England".
        against = (s for s in found if s.certainty <= _SIDE and (s.named is None or s.named.full))
        other = {s.labels for s in against}  # "in the 36 districts", all of them, is set against nothing
        found += [s for s in inherited if s.named is not None or s.labels not in other]
    return _ranked(found)


def _of_their_own(told: Told, place: Place, here: list[Named]) -> list[Named]:
    """ "It issued 431, compared with 1,110 in Marsh; 68 of its own": the rows before the first figure."""
    stretch = Span(place.before.start, place.after.end)
    if not _ITS_OWN.search(stretch.of(told.document.text)) or any(place.holds(n.span) for n in here):
        return here
    first = min(c.figure.span.start for c in told.figures[place.sentence])
    return [n for n in here if n.span.end <= first]


def _is_of_several(sentence: str) -> bool:
    """True where a sentence tells of rows that it does not name: "Councils on the coast", "between them"."""
    found = _PLURAL.match(sentence)
    return bool(_BETWEEN_THEM.search(sentence)) or (
        found is not None and root(found[1]) in {root(w) for w in data("reference")["row_nouns"]}
    )


def _but_asides(text: str, span: Span, here: list[Named]) -> list[Named]:
    """ "The south, of which Marsh is one of six, had 40": the rows but those of an aside."""
    asides = [
        n
        for n in here[1:]
        if n.span.end < span.start
        and _ASIDE_WHICH.search(text[max(0, n.span.start - 30) : n.span.start])
        and "," in text[n.span.end : span.start]
    ]
    return [n for n in here if n not in asides]


def _nearness(
    text: str, place: Place, span: Span, named: Named, is_last: bool, *, among: bool = True
) -> float:
    """How sure it is that a figure speaks of a row named in its sentence, `among` others or alone."""
    less = 0.0 if named.full else 0.02
    if _REST_OF.search(text[: named.span.start]):
        return _SIDE
    if _is_relative(text, place, span, named):
        return 1.0 - less
    if _OPENS.search(text[place.sentence.start : span.start]) and re.fullmatch(
        r"(?:\s+[\w'’-]+){0,4},\s+(?:the\s+)?", text[span.end : named.span.start]
    ):
        return 1.0 - less  # "At 8.6 per cent, Marsh has the lowest rate"
    if place.after.start <= named.span.start and named.span.end <= place.after.end:
        return _after(text[span.end : named.span.start], named) - less
    if named.span.end <= span.start:
        gap = span.start - named.span.end
        own = place.before.start <= named.span.start
        # "At Elmsworth, the second longest list in England": the whole is where, not who.
        # "Whitby Sands, at the other end of the county, had 48".
        aside = named.wide and among and _ASIDE.search(text[: named.span.start]) is not None
        wide = named.wide or (_IN_ALL.search(text[: named.span.start]) and not is_last)
        scope = _SCOPE if wide and among else 0.0
        earlier = 0.0 if own or is_last else _EARLIER
        off = scope if not own or aside else 0.0
        return (0.95 if own else 0.75) - min(gap, 400) / 4000 - less - earlier - off
    return 0.3 - less


def _of_clause(text: str, place: Place, span: Span, found: list[Subject]) -> list[Subject]:
    """The rows with those beyond a clause less sure: "Dene is ahead of Marsh, where 12 were late"."""
    own = [s for s in found if s.named is not None and _is_relative(text, place, span, s.named)]
    if not own:
        return found
    return [s if s in own else replace(s, certainty=s.certainty - _SCOPE) for s in found]


def _is_relative(text: str, place: Place, span: Span, named: Named) -> bool:
    """True for a figure in a clause that hangs on a row: "ahead of Marsh, where 12 were late"."""
    between = text[named.span.end : span.start]
    found = _WHERE.match(between)
    if found is None or named.span.end < place.sentence.start:
        return False
    return not _ENDED.search(between, found.end())


def _after(between: str, named: Named) -> float:
    """A row named behind a figure: "58 per cent in Saltby", but not "58 votes, the fewest in the state"."""
    if _OTHER_SIDE.search(between):
        return _SIDE  # "two points more than last year, against 65 per cent across England"
    if len(between) <= _NEAR and _RIGHT_BEFORE.search(between) and not re.search(r"[,;:(]", between):
        return 1.0
    return 0.4 if named.wide and re.search(r"[,;:(]", between) else 0.9 if named.wide else 0.55


def _inherited(told: Told, place: Place, named: Sequence[Named], totals: Sequence[str]) -> Iterator[Subject]:
    """The row that the sentences before named last, else the one that the story is about, else all rows."""
    around = told.paragraph(place.sentence.start)
    before = [n for n in named if around.start <= n.span.start and n.span.end <= place.sentence.start]
    text = told.document.text
    if before and all(_is_set_against(text, n, around.start) for n in before):
        # "867, against 560 in Dene. Some 36,000 children": hardly of Dene, but not surely of another.
        yield Subject(before[-1].labels, _SEVERAL, before[-1])
        before = []
    before = [n for n in before if not _is_set_against(text, n, around.start)]
    if before:
        onward = goes_on(place.sentence.of(told.document.text))
        beside = [n for n in before if n.span.start >= told.sentence_start(before[-1].span.start, around)]
        if len({n.labels for n in beside if not n.wide}) > 1:
            # "Marsh has twice what Dene has. Its rate is 4": of the first, if not of the last.
            first = next(n for n in beside if not n.wide)
            yield Subject(first.labels, _SEVERAL if onward else _SEVERAL / 2, first)
            yield Subject(before[-1].labels, _SEVERAL, before[-1])
            return
        own = next((n for n in beside if not n.wide), None)
        if before[-1].wide and own is not None:
            # "Dene missed 8 per cent, the nation 7. One in four there": there is hardly the nation.
            yield Subject(own.labels, 0.7 if onward else _SEVERAL, own)
            yield Subject(before[-1].labels, _SEVERAL, before[-1])
            return
        different = len({n.labels for n in before})
        one = onward or different == 1
        # "The north buried 36, Ashby 15. In Birk it was nine. Those hurt numbered 447": of any of them.
        sure = 0.7 if one else 0.6
        if different >= _MANY_NAMED and (not one or _THOSE.match(text, place.sentence.start)):
            sure = _SEVERAL
        yield Subject(before[-1].labels, sure, before[-1])
        return
    about = rows_about(told, named)
    if totals and _OF_ALL.search(text[place.before.start : place.after.end]):
        yield Subject(tuple(totals), 0.65)
        return
    if len(about) == 1:
        # "Its share had been 79": of the headline's row, though the lead sets it beside others.
        sure = is_alone(told, named, about[0]) or goes_on(place.sentence.of(told.document.text))
        yield Subject(about[0].labels, 0.6 if sure else _SEVERAL, about[0])
    if totals:
        far = len(about) == 1 and _goes_on_about(told, place, named, about[0])
        yield Subject(tuple(totals), 0.6 if not about else _FAR if far else 0.5)


def _goes_on_about(told: Told, place: Place, named: Sequence[Named], one: Named) -> bool:
    """True if the last row named before a sentence, but for the headline, is that of the story."""
    text, shown = told.document.text, told.openings[0]
    before = [
        n
        for n in named
        if n.span.end <= place.sentence.start
        and not _SUMMED.fullmatch(n.span.of(text))
        and not any(s.contains(n.span) for s in shown)
    ]
    return bool(before) and max(before, key=lambda n: n.span).labels == one.labels


def _is_set_against(text: str, named: Named, start: int) -> bool:
    found = _SET_AGAINST.search(text[max(start, named.span.start - 80) : named.span.start])
    return found is not None and (named.wide or any(c.isdigit() for c in found[0]))


def _ranked(found: Sequence[Subject]) -> tuple[Subject, ...]:
    best: dict[tuple[str, ...], Subject] = {}
    for subject in sorted(found, key=lambda s: -s.certainty):
        best.setdefault(subject.labels, subject)
    return tuple(best.values())
