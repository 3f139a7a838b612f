"""Where a claim holds: from the clause, the sentence, the paragraph, the headline, the document.

Phrases that stand for a place ("the county", "nationally") are resolved to the document's own
one or to its country; `place_names` says what a place is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.frame.gazetteer import gazetteer, is_site
from extractor.frame.nearest import Near, cost, nearest
from extractor.frame.place_names import place_mentions
from extractor.frame.place_phrases import areas, own_area, phrases
from extractor.frame.sentences import Sentence, zones
from extractor.lexicon import table
from extractor.model import Block, Document, Found, Mention, Span

_THERE = re.compile(r"\b(?:there|where|the\s+(?:village|town|hospital|school|estate|site))\b", re.IGNORECASE)
#: Weight of a mention in the headline and in the zones after it; any later one weighs one.
_WEIGHTS = (4, 3, 3, 3)
#: Weight from which a place is what a document is about: one mention near the top, three later.
_ENOUGH = 3
#: Characters back in which "there" finds its place.
_CLOSE = 200
#: A sentence, or a figure, that goes on about what was told before.
_GOING_ON = re.compile(
    r"[“\"]?(?:(?:But|And|So)\s+)?(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|[Tt]hese|[Tt]hose|In\s+that|Of\s+(?:these|those|them))\b"
)
_OPENS = re.compile(r"[^\d,;:]{0,40}")
_OF_THEM = re.compile(r"\s+of\s+(?:them|these|those)\b")
#: What may stand before a place that opens a sentence.
_OPENING = re.compile(
    r"[“\"‘'(]*(?:(?:But|And|Meanwhile,|While)\s+)?(?:(?:[Ii]n|[Aa]t|[Aa]cross|[Ff]or|[Aa]round)\s+)?(?:[Tt]he\s+)?"
)
#: What comes before a place that something is compared with.
_REFERRED = re.compile(
    r"\b(?:than|with|(?:compar\w+|relative|similar|equal|next|close|akin)\s+to|against|above|below|average\s+(?:for|in|across))\s+(?:[\w'’]+\s+){0,4}$"
)
#: A dateline with its state: "WILLARD, Ga. – ", "PORTLAND, Maine —".
_DATELINE = re.compile(r"[A-Z][A-Z .’'-]+,\s+((?:[A-Z][\w.]+\s?){1,2}?)\s*(?:\([^)]*\)\s*)?[–—-]")
_AFTER_DATELINE = re.compile(r"[^\n.–—:]{0,30}\.?[^\n.–—:]{0,10}(?:[–—:]|\s--?\s)")
_AT = re.compile(r"\b(?:[Ii]n|[Aa]t|[Aa]cross)\s+$")
_ENDS = re.compile(r"[a-z\d)%’”]{2}[.!?][”\"’]?\s+(?=[“\"‘A-Z])")
#: What comes before a country that the sentences after it are about as well.
_SCOPE = re.compile(
    r"(?:In|Across|Throughout)\s+(?:the\s+(?=U))?"
    r"(?=[A-Z]\w+(?:\s+[A-Z]\w+)*(?:\s+as\s+a\s+whole)?,)"
)


@dataclass(frozen=True, slots=True)
class Places:
    """The places that a document names, in the order of print, and its own one."""

    mentions: tuple[Mention, ...]
    own: Mention | None
    country: Mention | None
    #: Places set for what follows them: "Nationally, ...", "In England as a whole, ...".
    scopes: tuple[Mention, ...]
    text: str
    #: The state or province, for "statewide".
    state: Mention | None = None

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that start between two offsets."""
        first = bisect_left(self.mentions, start, key=_start)
        return self.mentions[first : bisect_left(self.mentions, end, key=_start)]


def _start(mention: Mention) -> int:
    return mention.span.start if mention.span is not None else 0


def places_of(document: Document) -> Places:
    """Every mention of a place in a document, and the place that the document is about."""
    text, zoned = document.text, zones(document)
    mentions = place_mentions(text, zoned)
    own, country = _own(text, zoned, mentions), _country(mentions)
    scopes = tuple(_scopes(text, zoned, mentions, country))
    return Places(mentions, own, country, scopes, text, _state(text, zoned, mentions))


def place_of(places: Places, sentence: Sentence, span: Span) -> Mention | None:
    """Where the words at a span hold; None where nothing tells."""
    inside = places.within(sentence.span.start, sentence.span.end)
    whole = [*_whole(places, sentence.span), *_states(places, sentence.span)]
    phrased = [*areas(places.text, sentence.span), *own_area(places.text, places.own, sentence.span)]
    near = [
        Near(m.span, m)
        for m in (*inside, *whole, *phrased)
        if m.span and _governs(places.text, sentence.span, span, m)
    ]
    best = nearest(places.text, span, near)
    if best is not None:
        return best
    if _THERE.search(sentence.span.of(places.text)):
        before = _before(places, sentence)
        if before is not None:
            return _as(before, "paragraph")
    if places.own is not None and phrases("own").search(places.text, sentence.span.start, sentence.span.end):
        return _as(places.own, "sentence")
    topic = _taken_up(places, sentence, span) or _topic(places, sentence)
    if topic is not None:
        return topic
    scope = _scope(places, sentence)
    return scope if scope is not None else places.own


def _as(mention: Mention, found: Found) -> Mention:
    return Mention(mention.span, mention.text, mention.key, found)


def _governs(text: str, sentence: Span, figure: Span, place: Mention) -> bool:
    """True if the place stands in the figure's own clause, or opens the sentence."""
    assert place.span is not None
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
        and _OPENING.fullmatch(text, sentence.start, place.span.start) is not None
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
    if of is None and _GOING_ON.match(places.text, sentence.span.start, sentence.span.end) is None:
        return None
    before = Span(start, max(start, sentence.span.start))
    named = [
        *places.within(before.start, before.end),
        *own_area(places.text, places.own, before),
        *_whole(places, before),
    ]
    last = max(named, key=_start, default=None)
    return _as(last, "paragraph") if last is not None else None


def _topic(places: Places, sentence: Sentence) -> Mention | None:
    """The place that opened the paragraph, where no other has been named in it since."""
    start = sentence.block.span.start
    since = places.within(start, sentence.span.start)
    if not since or len({m.key for m in since}) > 1 or since[0].span is None:
        return None
    opens = _OPENING.fullmatch(places.text, start, since[0].span.start) is not None
    lead = places.text[max(start, since[0].span.start - 12) : since[0].span.start]
    # "She bled in Kangeta, and the nurse wrote it down. “I called 27 people”": a witness speaks of there.
    witness = places.text[sentence.span.start] in '“"' and _AT.search(lead) is not None
    opens = opens or (witness and not is_site(since[0].text))
    return _as(since[0], "paragraph") if opens else None


def _scope(places: Places, sentence: Sentence) -> Mention | None:
    """The place that an earlier sentence set for those after it: "In England as a whole, ..."."""
    for scope in reversed(places.scopes):
        assert scope.span is not None
        if scope.span.start < sentence.span.start:
            since = places.within(scope.span.end, sentence.span.start)
            own = phrases("own").search(places.text, scope.span.end, sentence.span.start)
            ended = own is not None or any(m.key != scope.key for m in since)
            return None if ended else _as(scope, "paragraph")
    return None


def _top(text: str, zoned: Sequence[Block], mention: Mention) -> int:
    """The weight of a mention by where it stands; past the first sentence of a zone one less."""
    assert mention.span is not None
    for zone, weight in zip(zoned, _WEIGHTS, strict=False):
        if zone.span.contains(mention.span):
            later = _ENDS.search(text, zone.span.start, mention.span.start)
            return weight - (later is not None)
    return 1


def _is_dateline(text: str, mention: Mention) -> bool:
    """True for "NAIROBI – Kenya expects": where the story was written, not what it is about."""
    assert mention.span is not None
    dash = _AFTER_DATELINE.match(text, mention.span.end)
    return mention.text.isupper() and len(mention.text) > 3 and dash is not None


def _own(text: str, zoned: Sequence[Block], mentions: Sequence[Mention]) -> Mention | None:
    """The place that weighs most: in the headline, then in the first paragraphs, then anywhere.

    Of two that weigh the same the first is taken; a lake or a school weighs little wherever it stands.
    """
    weight: Counter[str] = Counter()
    dated: Counter[str] = Counter()
    for mention in mentions:
        weight[mention.key] += 1 if is_site(mention.text) else _top(text, zoned, mention)
        dated[mention.key] -= not _is_dateline(text, mention)
    ranked = sorted(weight, key=lambda k: (-weight[k], dated[k] == 0))
    if not ranked or weight[ranked[0]] < _ENOUGH:
        return None
    key = ranked[0]
    # Not "OAKVALE, Ga. –" where the text goes on with "Oakvale".
    named = sorted((m for m in mentions if m.key == key), key=lambda m: m.text.isupper() and len(m.text) > 3)
    first = next((m for m in named if m.text.removesuffix("s") not in table("places")["demonyms"]), named[0])
    in_head = first.span is not None and bool(zoned) and zoned[0].span.contains(first.span)
    return _as(first, "headline" if in_head else "document")


def _country(mentions: Sequence[Mention]) -> Mention | None:
    """The country that the document speaks of, for "nationally"."""
    known = {
        gazetteer()[f]
        for row in (*table("places")["nations"], *table("places")["countries"])
        for f in row.split("|")
    }
    counted = Counter(m.key for m in mentions if m.key in known)
    for bloc in table("places")["blocs"]:
        counted.pop(gazetteer()[bloc], None)
    if not counted:
        return None
    key = counted.most_common(1)[0][0]
    return next(m for m in mentions if m.key == key)


def _whole(places: Places, span: Span) -> Iterator[Mention]:
    """Phrases for the whole country in a sentence: "nationally", "across the country"."""
    for found in phrases("whole").finditer(places.text, span.start, span.end):
        yield _country_at(Span(*found.span()), found[0], places.country)


def _states(places: Places, span: Span) -> Iterator[Mention]:
    """Phrases for the whole state in a sentence, "statewide"; the text's own place where it names none."""
    for found in phrases("states").finditer(places.text, span.start, span.end):
        state = places.state or places.own
        if state is not None:
            yield Mention(Span(*found.span()), state.text, state.key, "sentence")


def _state(text: str, zoned: Sequence[Block], mentions: Sequence[Mention]) -> Mention | None:
    """The state or province that the document names first, in its dateline too: "WILLARD, Ga. – "."""
    provinces = {gazetteer()[f] for row in table("places")["provinces"] for f in row.split("|")}
    for zone in zoned[:4]:
        dated = _DATELINE.match(text, zone.span.start, zone.span.end)
        key = gazetteer().get(dated[1].strip()) if dated is not None else None
        if dated is not None and key is not None:
            full = key.removesuffix(", united states").title()
            return Mention(Span(*dated.span(1)), full, key, "document")
    named = (m for m in mentions if m.key.endswith(", united states") or m.key in provinces)
    return next(named, None)


def _country_at(span: Span, phrase: str, country: Mention | None) -> Mention:
    if country is None:
        return Mention(span, phrase, "country", "sentence")
    return Mention(span, country.text, country.key, "sentence")


def _scopes(
    text: str, zoned: Sequence[Block], mentions: Sequence[Mention], country: Mention | None
) -> Iterator[Mention]:
    for zone in zoned:
        found = _SCOPE.match(text, zone.span.start, zone.span.end)
        phrase = phrases("whole").match(text, zone.span.start, zone.span.end)
        if phrase is not None:
            yield _country_at(Span(*phrase.span()), phrase[0], country)
        elif found is not None:
            at = next((m for m in mentions if m.span is not None and m.span.start == found.end()), None)
            if at is not None and at.key in gazetteer().values():
                yield at
