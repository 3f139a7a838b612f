"""The place that a document is about, its country and its state: by where it names them, and how often."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.frame.gazetteer import gazetteer, is_site
from extractor.frame.place.aside import in_lists, is_home, is_neighbour, is_side
from extractor.frame.place.lies import is_road
from extractor.frame.place.phrases import country_at, led_own, phrases
from extractor.lexicon import table
from extractor.model import Block, Mention, Span
from extractor.regexes import Regex

#: Weight of a mention in the headline and in the zones after it; any later one weighs one.
_WEIGHTS = (4, 4, 3, 3)
#: What a place weighs more that opens the headline, or the first paragraph.
_OPENERS = (4, 6)
#: Weight from which a place is what a document is about: one mention near the top, three later.
_ENOUGH = 3
#: A dateline with its state: "WILLARD, Ga. – ", "PORTLAND, Maine —".
_DATELINE = Regex(r"[A-Z][A-Z .’'-]+,\s+((?:[A-Z][\w.]+\s?){1,2}?)\s*(?:\([^)]*\)\s*)?[–—-]")
_AFTER_DATELINE = Regex(r"[^\n.–—:]{0,30}\.?[^\n.–—:]{0,10}(?:[–—:]|\s--?\s)")
_ENDS = Regex(r"[a-z\d)%’”]{2}[.!?][”\"’]?\s+(?=[“\"‘A-Z])")
#: Zones from the top in which a report of a firm says so.
_FIRM_TOP = 5
_SHARES = Regex(
    r"\b(?:[Ss]hares\s+(?:of|in|fell|rose|closed|ended|slipped|climbed|gained|jumped|dropped|were\s+(?:up|down))"
    r"|[Nn]et\s+profit|[Pp]re-?tax\s+profit|[Nn]et\s+income|[Oo]perating\s+profit|[Ee]arnings\s+per\s+share)\b"
)
#: What comes before a country that the sentences after it are about as well.
_SCOPE = Regex(
    r"(?:In|Across|Throughout)\s+(?:the\s+(?=U))?"
    r"(?=[A-Z]\w+(?:\s+[A-Z]\w+)*(?:\s+as\s+a\s+whole)?,)"
)
#: What may stand before a place that opens a sentence.
OPENING = Regex(
    r"[“\"‘'(]*(?:(?:But|And|Meanwhile,|While)\s+)?(?:(?:[Ii]n|[Aa]t|[Oo]n|[Aa]cross|[Ff]or|[Aa]round)\s+)?(?:[Tt]he\s+)?"
)


def own_place(text: str, zoned: Sequence[Block], mentions: Sequence[Mention]) -> Mention | None:
    """The place that weighs most: in the headline, then in the first paragraphs, then anywhere.

    Of two that weigh the same the first is taken; a lake or a school weighs little wherever it stands.
    """
    weight: Counter[str] = Counter()
    dated: Counter[str] = Counter()
    listed = in_lists(text, mentions)
    # "Wells in Ashby / Skell had 12, Lund 9": about Ashby, where the headline names it.
    sharing = {m.key for m in mentions if m.span is not None and m.span.start in listed}
    headed = {m.key for m in mentions if m.span and zoned and zoned[0].span.contains(m.span)} - sharing
    homes = {m.key for m in mentions if m.span is not None and is_home(text, m.span)}
    for mention in mentions:
        assert mention.span is not None
        if is_home(text, mention.span) or is_neighbour(text, mention.span):
            continue
        opens = _opener(text, zoned, mention)
        listing = mention.span.start in listed or mention.key in homes
        part = _is_part(mention.text) or (listing and not (opens and not headed))
        weight[mention.key] += 1 if part else _top(text, zoned, mention) + opens
        dated[mention.key] -= not is_dateline(text, mention)
    ranked = sorted(weight, key=lambda k: (-weight[k], dated[k] == 0))
    area = _nameless(text, zoned, mentions)
    if area is not None or not ranked:
        return area
    only = _only_part(zoned, mentions) if weight[ranked[0]] < _ENOUGH else ranked[0]
    if only is None:
        return None
    key = only
    # Not "OAKVALE, Ga. –" where the text goes on with "Oakvale".
    named = sorted((m for m in mentions if m.key == key), key=lambda m: m.text.isupper() and len(m.text) > 3)
    if _is_of_firm(text, zoned, named):
        return None
    first = next((m for m in named if m.text.removesuffix("s") not in table("places")["demonyms"]), named[0])
    in_head = first.span is not None and bool(zoned) and zoned[0].span.contains(first.span)
    return replace(first, found="headline" if in_head else "document")


def _is_of_firm(text: str, zoned: Sequence[Block], named: Sequence[Mention]) -> bool:
    """True for a report of a firm's profit or shares, whose top names the place in its dateline only."""
    if not is_firms_report(text, zoned):
        return False
    spans = [m.span for m in named if m.span is not None and not is_dateline(text, m)]
    return not any(z.span.contains(s) and not _is_firms(text, s) for z in zoned[:3] for s in spans)


def is_firms_report(text: str, zoned: Sequence[Block]) -> bool:
    """True for a text that tells of a firm's profit or shares near its top."""
    return any(_SHARES.search(text, z.span.start, z.span.end) for z in zoned[:_FIRM_TOP])


def _is_firms(text: str, place: Span) -> bool:
    """True for where a firm sits: "the LUND-based tile maker"."""
    return text.startswith("-based", place.end)


def _only_part(zoned: Sequence[Block], mentions: Sequence[Mention]) -> str | None:
    """The lake or the school that alone is named in the headline and the paragraph after it.

    Not a river: a flood or a fire has its name from one.
    """
    top = [z.span for z in zoned[:2]]
    named = {m.key: m for z in top for m in mentions if m.span is not None and z.contains(m.span)}
    sites = (k for k, m in named.items() if is_site(m.text) and "River" not in m.text)
    return next(sites, None) if len(named) == 1 else None


def _is_part(name: str) -> bool:
    """True for a lake, a school, a side of a town or a road, which lie within what a text is about."""
    return is_site(name) or is_side(name) or is_road(name)


def _nameless(text: str, zoned: Sequence[Block], mentions: Sequence[Mention]) -> Mention | None:
    """The region of "across the region" in a first paragraph, where that and the headline name no place."""
    top = [z.span for z in zoned[:2]]
    if any(z.contains(m.span) for z in top for m in mentions if m.span is not None):
        return None
    found = (Span(*m.span(1)) for z in top for m in led_own().finditer(text, z.start, z.end))
    first = next(found, None)
    return Mention(first, first.of(text), first.of(text).lower(), "document") if first is not None else None


def _top(text: str, zoned: Sequence[Block], mention: Mention) -> int:
    """The weight of a mention by where it stands; past the first sentence of a zone one less."""
    assert mention.span is not None
    for zone, weight in zip(zoned, _WEIGHTS, strict=False):
        if zone.span.contains(mention.span):
            later = _ENDS.search(text, zone.span.start, mention.span.start)
            return weight - (later is not None)
    return 1


def _opener(text: str, zoned: Sequence[Block], mention: Mention) -> int:
    """The weight of opening the headline or the first paragraph: "LONDON shares edge up"."""
    assert mention.span is not None
    for zone, more in zip(zoned, _OPENERS, strict=False):
        if mention.text.isupper() and len(mention.text) > 3:
            return 0  # a dateline
        if zone.span.contains(mention.span) and OPENING.fullmatch(text, zone.span.start, mention.span.start):
            return more
    return 0


def is_dateline(text: str, mention: Mention) -> bool:
    """True for "NAIROBI – Kenya expects": where the story was written, not what it is about."""
    assert mention.span is not None
    dash = _AFTER_DATELINE.match(text, mention.span.end)
    return mention.text.isupper() and len(mention.text) > 3 and dash is not None


def country_of(mentions: Sequence[Mention]) -> Mention | None:
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


def state_of(text: str, zoned: Sequence[Block], mentions: Sequence[Mention]) -> Mention | None:
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


def scopes_of(
    text: str, zoned: Sequence[Block], mentions: Sequence[Mention], country: Mention | None
) -> Iterator[Mention]:
    """The places that a paragraph sets for what follows: "Nationally, ...", "In England as a whole, ..."."""
    for zone in zoned:
        found = _SCOPE.match(text, zone.span.start, zone.span.end)
        phrase = phrases("whole").match(text, zone.span.start, zone.span.end)
        if phrase is not None:
            yield country_at(Span(*phrase.span()), phrase[0], country)
        elif found is not None:
            at = bisect_left(mentions, found.end(), key=_start)
            here = at < len(mentions) and _start(mentions[at]) == found.end()
            if here and mentions[at].key in gazetteer().values():
                yield mentions[at]


def _start(mention: Mention) -> int:
    return mention.span.start if mention.span is not None else 0
