"""The place that a text is about where no name in it is told to be one: the town of its bodies' names.

"SOLVANE Ferries", "the HOCHFALL mountains", "TARRANDALE'S trains", "the six dams that
supply KLEINVLEI", "what HARNWICK thinks". An English word is no such name, nor is a person or a company.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.frame.gazetteer import listed
from extractor.frame.place.never import is_firm_or_person, may_be_place
from extractor.model import Block, Mention, Span
from extractor.regexes import Regex

#: Zones from the top in which the bodies are looked for, and the name that alone is enough in a headline.
_TOP = 4
_NAME = r"(?P<name>[A-Z][\w’'-]*[a-z]|[A-Z]{4,})"
#: "The families OF Harnwick", "the dams that SUPPLY Kleinvlei".
_SERVED = Regex(
    r"\b(?:(?:families|people|residents|commuters|passengers|patients|tenants|households|children|pupils|shops)"
    rf"\s+(?:of|in|around)|suppl(?:y|ies)|supplying|serves?|serving)\s+{_NAME}"
)
#: "TARRANDALE'S trains", where the capitals only open the story.
_SHOUTED = Regex(r"(?P<name>[A-Z]{4,})(?:['’][Ss])?\s+[a-z]")
#: "What HARNWICK thinks", "as KLEINVLEI keeps its curbs", "SOUTHMERE leaves 4,000 undone", "how SARN voted".
_HEADED = Regex(
    rf"(?:^|\b(?:[Aa]s|[Ww]hat|[Hh]ow|[Ww]here|[Ww]hy|[Ww]hen|[Ww]hile|[Aa]fter|[Bb]efore|[Ff]or|to|from|of|[Ii]f|than)\s+)"
    rf"{_NAME}\b(?!\s+[A-Z])"
)
#: Words with a capital before a name that are no first names.
_LEADS = frozenset(
    {
        "The",
        "In",
        "At",
        "As",
        "But",
        "And",
        "When",
        "While",
        "For",
        "From",
        "Across",
        "Where",
        "What",
        "How",
        "Why",
        "If",
        "To",
        "Of",
        "On",
        "Near",
        "After",
        "Before",
    }
)
_ALONE = Regex(rf"{_NAME}\b(?!\s+[A-Z])")
#: What makes the name in a headline one of a firm: "Aurelane SHARES", "Kestrel lifts PROFIT".
_TRADED = Regex(
    r"\b(?:[Ss]hares?|[Pp]rofits?|[Ii]nvestors|shareholders|dividend|earnings|revenues?|sales|Inc|Ltd|plc|PLC|Corp|Bank)\b"
)


def namesake(
    text: str, zoned: Sequence[Block], subjects: frozenset[int], dictionary: frozenset[str]
) -> Mention | None:
    """The name that most bodies and things of a text's top have, as the place that it is about.

    `subjects` are the starts of names that are the subject of a figure's clause: one that the headline has
    is enough.
    """
    if not dictionary:
        return None
    top = [z.span for z in zoned[:_TOP]]
    told = Counter(
        m["name"].title() if m["name"].isupper() else m["name"] for m in _told(text, top, subjects)
    )
    fit = [n for n in told if _may_be(text, n, dictionary)]
    best = max(fit, key=lambda n: told[n], default=None)
    if best is None:
        return None
    at = re.search(rf"\b{re.escape(best)}\b", text, re.IGNORECASE)
    assert at is not None
    in_head = bool(zoned) and zoned[0].span.start <= at.start() < zoned[0].span.end
    return Mention(Span(*at.span()), best, best.lower(), "headline" if in_head else "document")


def _told(text: str, top: Sequence[Span], subjects: frozenset[int]) -> Iterator[re.Match[str]]:
    for number, zone in enumerate(top):
        for sign in (_bodies(), _things(), _SERVED):
            yield from sign.finditer(text, zone.start, zone.end)
        shouted = _SHOUTED.match(text, zone.start, zone.end)
        if shouted is not None and number:
            yield shouted
    if len(top) > 1 and _TRADED.search(text, top[0].start, top[1].end) is None:
        head = top[0]
        for found in _HEADED.finditer(text, head.start, head.end):
            again = re.search(rf"\b{re.escape(found['name'])}\b", text[head.end :], re.IGNORECASE)
            if again is not None:
                yield found
        for at in sorted(subjects):
            named = _ALONE.match(text, at) if top[1].start <= at < top[1].end else None
            if named is not None and re.search(rf"\b{re.escape(named['name'])}\b", head.of(text)):
                yield named


def _may_be(text: str, name: str, dictionary: frozenset[str]) -> bool:
    low = re.sub(r"['’]s?$", "", name.lower())
    if low in dictionary or low.removesuffix("s") in dictionary or not may_be_place(name, frozenset()):
        return False
    # "Ann HARNWICK", not "The HARNWICK".
    first = (m[1] for m in re.finditer(rf"\b([A-Z][a-z]+)\.?\s+{re.escape(name)}\b(?!\s+[A-Z])", text))
    return all(word in _LEADS for word in first) and not is_firm_or_person(text, name)


@cache
def _bodies() -> Regex:
    """ "Solvane Ferries", "Ngaruni Dairy Farmers' Co-operative"."""
    last = "|".join(sorted(listed("namesakes")))
    return Regex(rf"\b{_NAME}(?:\s+[A-Z][a-z]+['’]?){{0,3}}?\s+(?:{last})\b(?!\s+[A-Z])")


@cache
def _things() -> Regex:
    """ "The Hochfall mountains", "the Pellan fire centre"."""
    nouns = "|".join(sorted(listed("named_things", "sites")))
    return Regex(rf"\b(?:[Tt]he|[Aa]t|[Ii]n)\s+(?:the\s+)?{_NAME}\s+(?:[a-z]+\s+)?(?:{nouns})\b")
