"""Where a claim holds: from the clause, the sentence, the paragraph, the headline, the document.

Phrases that stand for a place ("the county", "nationally") are resolved to the document's own
one or to its country; `names` says what a place is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.frame.datelines import after_dateline
from extractor.frame.gazetteer import is_site
from extractor.frame.nearest import Near, cost, nearest
from extractor.frame.place.aside import is_home, is_seat, others_at, sums_up, tells_where
from extractor.frame.place.names import place_mentions
from extractor.frame.place.namesakes import namesake
from extractor.frame.place.own import OPENING, country_of, is_firms_report, own_place, scopes_of, state_of
from extractor.frame.place.phrases import Called, areas, nationwide, phrases, statewide
from extractor.frame.place.witness import Witnesses, witnesses
from extractor.frame.sentences import Sentence, zones
from extractor.frame.speaker.sayers import words
from extractor.model import Document, Found, Mention, Span
from extractor.regexes import Regex

_THERE = Regex(
    r"\b(?:there(?!['’]s|\s+(?:is|are|was|were|has|have|had|will|would|may|might)\b)|where|the\s+(?:village|town|hospital|school|estate|site))\b",
    re.IGNORECASE,
)
#: Characters back in which "there" finds its place.
_CLOSE = 200
#: A sentence, or a figure, that goes on about what was told before.
_GOING_ON = Regex(
    r"[“\"]?(?:(?:But|And|So)\s+)?(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|[Tt]hese|[Tt]hose|[Tt]hat\s+(?:was|is)|In\s+that|Of\s+(?:these|those|them)|The\s+(?:other|remaining)\s+(?=\d)|A\s+further)\b"
)
#: "Last time, in 2022, IT WAS 231", "just two OF ITS 150 lots".
_GOING_LATER = Regex(
    r"[“\"]?(?:In|By|On|At|Last|Back|The\s+same|Since|Before|After|An?\s+(?:year|month|week|decade|day)|This|Now|Today|Then)\b"
    r"[^.;:?!“”\"\n]{0,45}?\b(?:it|they)\s+(?:was|were|is|are|had|has|have|stood|stands|fell|rose)\b"
    r"|[“\"]?(?:[A-Z][\w-]+\s+){1,2}(?:\w+\s+){0,2}of\s+(?:its|their)\b"
)
_OPENS = Regex(r"[^\d,;:]{0,40}")
_OF_THEM = Regex(r"\s+of\s+(?:them|these|those)\b")
#: What comes before a place that something is compared with.
_REFERRED = Regex(
    r"\b(?:than|with|(?:compar\w+|relative|similar|equal|next|close|akin)\s+to|against|above|below|average\s+(?:for|in|across))\s+(?:[\w'’]+\s+){0,4}$"
)
#: Where somebody went, or where something was said, is not where it was counted.
_ELSEWHERE = Regex(
    r"\b(?:gone|went|go|going|moved|flown|flew|emigrated|travelled|traveled)\s+(?:back\s+|away\s+)?to\s+(?:the\s+)?$"
    r"|\blost\s+(?:[\w,]+\s+){1,4}to\s+$"
    r"|\bholiday\s+in\s+(?:the\s+)?$"
    r"|^[A-Z][A-Z .'’-]+,\s+$"  # the state of a dateline
    r"|\btold\s+(?:[a-z]+\s+){1,4}(?:in|at)\s+$"  # "told a conference in Geneva"
    rf"|\b(?:{'|'.join(sorted(words('said')))})\s+(?:[a-z]+\s+){{0,2}}(?:at|outside|near)\s+(?:the\s+|an?\s+)?$"
)
#: "Better off than Poverty Flat, WHERE 31 per cent are unfilled".
_WHERE = Regex(r",\s+where\b")
#: Between a place and the figure that it has: "alone ACCOUNTED FOR 400", "(400".
_HAS = Regex(
    r"(?:\s+alone)?\s+[a-z]+(?:\s+[a-z]+){0,2}\s+(?:for|with|at|of)\s+(?:the\s+(?:other|remaining|rest)\s+)?|,?\s+(?:for|with|at)\s+(?:the\s+(?:other|remaining)\s+)?|\s+\("
)
#: "COMPETITORS get theirs at half of that": wherever those are.
_RIVALS = Regex(r"\b(?:competitors|(?:its|their|his|her|our)\s+rivals)\s+(?:[a-z]+\s+){1,4}$")
#: "Of 22 families, SHE SAID, nine came": whoever the paragraph told of, at a place, goes on.
_PRONOUN_SAID = Regex(r"\b(?:he|she)\s+(?:said|says|added|adds)\b")
_AT = Regex(r"\b(?:[Ii]n|[Aa]t|[Aa]cross)\s+$")


@dataclass(frozen=True, slots=True)
class Places:
    """The places that a document names, in the order of print, and its own one."""

    mentions: tuple[Mention, ...]
    own: Mention | None
    country: Mention | None
    #: Places set for what follows them: "Nationally, ...", "In England as a whole, ...".
    scopes: tuple[Mention, ...]
    text: str
    #: What "the county" and the like stand for.
    called: Called
    #: The state or province, for "statewide".
    state: Mention | None = None
    #: The people whose place is told.
    people: Witnesses = field(default_factory=Witnesses)
    #: The phrases for places of each sentence that was asked about.
    _phrased: dict[Span, tuple[Mention, ...]] = field(default_factory=dict)

    def phrased(self, sentence: Span) -> tuple[Mention, ...]:
        """What phrases stand for in a sentence: the whole country or state, an area, the text's own place."""
        if sentence not in self._phrased:
            self._phrased[sentence] = (
                *nationwide(self.text, sentence, self.country),
                *statewide(self.text, sentence, self.state or self.own),
                *areas(self.text, sentence),
                *self.called.within(sentence),
            )
        return self._phrased[sentence]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that start between two offsets."""
        first = bisect_left(self.mentions, start, key=_start)
        return self.mentions[first : bisect_left(self.mentions, end, key=_start)]


def _start(mention: Mention) -> int:
    return mention.span.start if mention.span is not None else 0


def places_of(
    document: Document, subjects: frozenset[int] = frozenset(), dictionary: frozenset[str] = frozenset()
) -> Places:
    """Every mention of a place in a document, and the place that the document is about.

    `subjects` are the starts of names that are the subject of a figure's clause; a word of the `dictionary`
    is no name of a town.
    """
    text, zoned = document.text, zones(document)
    mentions = place_mentions(text, zoned, subjects, dictionary)
    own, country = own_place(text, zoned, mentions), country_of(mentions)
    if own is None and not is_firms_report(text, zoned):
        own = namesake(text, zoned, subjects, dictionary)
    scopes = tuple(scopes_of(text, zoned, mentions, country))
    state, people = state_of(text, zoned, mentions), Witnesses(witnesses(text, zoned, mentions))
    return Places(mentions, own, country, scopes, text, Called(text, own, mentions), state, people)


def place_of(
    places: Places, sentence: Sentence, span: Span, speaker: Mention | None = None
) -> Mention | None:
    """Where the words at a span hold; None where nothing tells. `speaker` says them in quotation marks."""
    inside = places.within(after_dateline(places.text, sentence.span.start), sentence.span.end)
    others = others_at(places.text, sentence.span, span)
    if others is not None and inside:
        return _others(places, others)
    told = (*inside, *places.phrased(sentence.span))
    near = [
        Near(m.span, m)
        for m in told
        if m.span
        and not tells_where(places.text, m, inside)
        and _governs(places.text, sentence.span, span, m)
    ]
    best = None if sums_up(places.text, span, near) else _had(places.text, span, near)
    if best is not None:
        return best
    if _RIVALS.search(places.text, max(sentence.span.start, span.start - 60), span.start):
        return None
    if _THERE.search(sentence.span.of(places.text)):
        before = _before(places, sentence)
        if before is not None:
            return _as(before, "paragraph")
    called = phrases("own").search(places.text, sentence.span.start, sentence.span.end)
    if called is not None and places.own is not None:
        if called[0].lower() == "the council":  # a body: its place has the name
            return _as(places.own, "sentence")
        area = places.called.at(Span(*called.span()))
        return replace(area, key=places.own.key) if area.key == called[0].lower() else area
    topic = (
        _taken_up(places, sentence, span)
        or places.people.at(places.text, sentence, speaker)
        or _topic(places, sentence, span)
    )
    if topic is not None:
        return topic
    scope = _scope(places, sentence)
    return scope if scope is not None else places.own


def _had(text: str, figure: Span, near: Sequence[Near[Mention]]) -> Mention | None:
    """The place that has the figure, "KLIPGAT followed with 246 and Penrose with 220", or the nearest."""
    last = max((n for n in near if n.span.end <= figure.start), key=lambda n: n.span.end, default=None)
    within = (n for n in near if n.span.start >= figure.end and cost(text, figure, n.span)[0] < 2)
    if last is not None and next(within, None) is None and _HAS.fullmatch(text, last.span.end, figure.start):
        return last.value
    return nearest(text, figure, near)


def _others(places: Places, phrase: Span) -> Mention | None:
    """The site that a common noun tells, "the downtown site", or the text's own place for "the others"."""
    told = phrase.of(places.text)
    rest = told.split()[-1] in {"ones", "others", "rest", "remainder"}
    return places.own if rest else Mention(phrase, told, told.lower(), "sentence")


def _as(mention: Mention, found: Found) -> Mention:
    return Mention(mention.span, mention.text, mention.key, found)


def _governs(text: str, sentence: Span, figure: Span, place: Mention) -> bool:
    """True if the place stands in the figure's own clause, or opens the sentence."""
    assert place.span is not None
    lead = text[max(sentence.start, place.span.start - 60) : place.span.start]
    if _WHERE.match(text, place.span.end) and place.span.end <= figure.start:
        return True
    if place.found == "sentence" and (_ELSEWHERE.search(lead) or is_home(text, place.span)):
        return False
    if is_seat(text, place.span):
        return False
    average = place.span.of(text).lower() == "national average"
    referred = _REFERRED.search(text, max(sentence.start, place.span.start - 40), place.span.start)
    # "compared with 512 in Leeds": the 512 is itself what the other is compared with.
    beyond = referred is not None and not referred.start() < figure.start < place.span.start
    if average or beyond:
        return place.span.end <= figure.start and cost(text, figure, place.span)[0] < 2
    if cost(text, figure, place.span)[0] < 3 or place.span.end <= figure.start:
        return True
    return (
        place.span.end <= figure.start
        and OPENING.fullmatch(text, sentence.start, place.span.start) is not None
    )


def _before(places: Places, sentence: Sentence) -> Mention | None:
    """The last place named before a sentence, in its paragraph or close to it."""
    start = min(sentence.block.span.start, sentence.span.start - _CLOSE)
    since = places.within(start, sentence.span.start)
    return since[-1] if since else None


def _taken_up(places: Places, sentence: Sentence, figure: Span) -> Mention | None:
    """The last place of the paragraph, where a pronoun goes on about it: "IT will lose 180"."""
    start = sentence.block.span.start
    # "Of the 3,711 aboard, 712 fell ill, but half of them" goes on about the 712.
    first = _OPENS.fullmatch(places.text, sentence.span.start, figure.start) is not None
    of = _OF_THEM.match(places.text, figure.end, sentence.span.end) if first else None
    if of is None and not any(
        goes.match(places.text, sentence.span.start, sentence.span.end) for goes in (_GOING_ON, _GOING_LATER)
    ):
        return None
    if sentence.span.start == start:
        return _alone_before(places, start)
    before = Span(start, max(start, sentence.span.start))
    named = [
        *places.within(before.start, before.end),
        *places.called.within(before),
        *nationwide(places.text, before, places.country),
    ]
    # "Brazil sold 2.1m, of which 1.4m went TO ASIA. A year ago it was 1.8m": Brazil's.
    stays = [m for m in named if m.span and not places.text.endswith(" to ", before.start, m.span.start)]
    last = max(stays or named, key=_start, default=None)
    return _as(last, "paragraph") if last is not None else None


def _alone_before(places: Places, start: int) -> Mention | None:
    """The one place of the paragraph before: "In Lund the rink opened on Friday.\n\nITS club lost 11"."""
    end = start
    while end and places.text[end - 1] == "\n":
        end -= 1
    back = places.text.rfind("\n", 0, end) + 1
    if back == 0:
        return None  # the headline is of the whole story
    named = [*places.within(back, start), *places.called.within(Span(back, start))]
    return _as(named[-1], "paragraph") if len({m.key for m in named}) == 1 else None


def _topic(places: Places, sentence: Sentence, figure: Span) -> Mention | None:
    """The place that opened the paragraph, where no other has been named in it since."""
    start = sentence.block.span.start
    since = places.within(start, sentence.span.start)
    earlier = Span(start, max(start, sentence.span.start))
    whole = tuple(nationwide(places.text, earlier, places.country))
    if whole and all(_start(m) < _start(whole[-1]) for m in since):
        return _as(whole[-1], "paragraph")
    quoted = _same_quotation(places.text, since, sentence, figure)
    if quoted is not None:
        return quoted
    if not since or len({m.key for m in since}) > 1 or since[0].span is None:
        return None
    opens = OPENING.fullmatch(places.text, start, since[0].span.start) is not None
    lead = places.text[max(start, since[0].span.start - 12) : since[0].span.start]
    # "She bled in Kangeta, and the nurse wrote it down. “I called 27 people”": a witness speaks of there.
    witness = places.text[sentence.span.start] in '“"' and _AT.search(lead) is not None
    told = sentence.span.of(places.text)
    spoken = _PRONOUN_SAID.search(told) is not None and not re.search('[“"]', told)
    opens = opens or spoken or (witness and not is_site(since[0].text))
    return _as(since[0], "paragraph") if opens else None


def _same_quotation(text: str, since: Sequence[Mention], sentence: Sentence, figure: Span) -> Mention | None:
    """The last place of the quotation that still runs: "“Our lorries stood AT LUND. I brought home 11"."""
    if not since or since[-1].span is None or text[sentence.span.start] in '“"':
        return None
    block = text[sentence.block.span.start : since[-1].span.start]
    opened = block.count("“") > block.count("”") or block.count('"') % 2 == 1
    runs_on = re.search(r"[“”\"]|\b[Oo]urs?\b", text[since[-1].span.end : figure.start]) is None
    return _as(since[-1], "paragraph") if opened and runs_on else None


def _scope(places: Places, sentence: Sentence) -> Mention | None:
    """The place that an earlier sentence set for those after it: "In England as a whole, ..."."""
    for scope in reversed(places.scopes):
        assert scope.span is not None
        if scope.span.start < sentence.span.start:
            since = places.within(scope.span.end, sentence.span.start)
            if any(m.key != scope.key for m in since):
                return None
            own = phrases("own").search(places.text, scope.span.end, sentence.span.start)
            return None if own is not None else _as(scope, "paragraph")
    return None
