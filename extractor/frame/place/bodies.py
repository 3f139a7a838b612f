"""Names that a body or a site makes places: "TYRMORE council has refused 27", "the LINDALE centre saw 41".

A noun such as "council" needs an article unless a name stands before it, so the word before it is one, though
it opens the sentence; and what has students, or shuts, at a university is counted there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.frame.gazetteer import listed
from extractor.frame.place.counted import NUMBER, plain, starts
from extractor.model import Block
from extractor.regexes import Regex

#: "340 students AT Westmere University", "AT Port Dover Polytechnic, 94 per cent".
_AT_ONE = Regex(
    r"(?:(?:^|[.!?\n]\s*)At|\b\d[\d,.]*\s+(?:[a-z-]+\s+)?[a-z]+\s+at|(?:[Ss]tudents|[Pp]upils|[Ss]taff)\s+at)\s+(?:the\s+)?$"
)
#: "At Moyle 61mph", "in the North Stand one in four": where a number follows at once.
_AT = Regex(r"\b(?:at|At|in\s+the|In\s+the)\s+$")
_AT_ONCE = Regex(rf"\s+{NUMBER}")
#: "Kirimoni AS A WHOLE".
_AS_A_WHOLE = Regex(r"\s+as\s+a\s+whole\b")
#: "The Lindale site DID 23,400", "the Skell centre TURNED AWAY 40": not what it always does, "employs 341".
_DOES = Regex(rf"\s+(?:[a-z]+ed|did|had|made|took|saw|sold|held|got|lost)\s+(?:[a-z]+\s+){{0,2}}{NUMBER}")
_SEATS = frozenset({"University", "Polytechnic", "College", "Institute", "Seminary"})
STREETS = frozenset({"Road", "Street", "Lane", "Avenue", "Way", "Drive", "Gate", "Row", "Hill"})


def housed_places(
    text: str, zoned: Sequence[Block], runs: Sequence[tuple[Block, re.Match[str]]]
) -> Iterator[str]:
    """The names that a body or a site makes places, as they are printed."""
    for zone, run in runs:
        name = plain(run[0])
        head = bool(zoned) and zone is zoned[0]
        if name != run[0] or len(name.split()) > 3:
            continue
        if _is_bare(text, zone, run, head=head) or _is_housed(text, run, name):
            yield name
        elif not head and run.start() == zone.span.start:
            yield from _from_capitals(name)


def _is_bare(text: str, zone: Block, run: re.Match[str], *, head: bool) -> bool:
    """True for the name in "Tyrmore council has refused": no article before, one body behind."""
    if head or run[0].split()[0] in listed("nameless"):
        return False
    follows = _bare().match(text, run.end(), zone.span.end)
    return follows is not None and starts(text, run.start())


def _is_housed(text: str, run: re.Match[str], name: str) -> bool:
    back = text[max(0, run.start() - 60) : run.start()]
    last = name.split()[-1]
    if _AS_A_WHOLE.match(text, run.end()) is not None:
        return True
    if last in _SEATS and " " in name:
        return _AT_ONE.search(back) is not None
    if _AT.search(back) and _AT_ONCE.match(text, run.end()) is not None:
        return back.rstrip().lower().endswith("at") or last in listed("place_words")
    site = _site().match(text, run.end())
    if site is None or not re.search(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir)\s+$", back):
        return False
    return last in STREETS or _DOES.match(text, site.end()) is not None


def _from_capitals(name: str) -> Iterator[str]:
    """The name of "ARDMOYLE Council carried out 61", which has its capitals from opening a paragraph."""
    first, _, rest = name.partition(" ")
    if first.isupper() and len(first) > 3 and rest in listed("body_words"):
        yield from (first, first.title())


@cache
def _bare() -> Regex:
    nouns = "|".join(sorted(listed("bodies_of_place")))
    return Regex(
        rf"\s+(?:{nouns})\s+(?:has|had|will|was|is|would|said|says|did|does|could|[a-z]+ed|lost|sold|spent|saw|gave|put|paid|took|got|made|kept|met|hit|fell|rose|cut|held|ran|lay|stood)\b"
    )


@cache
def _site() -> Regex:
    nouns = "|".join(sorted(listed("sites", "located")))
    return Regex(rf"\s+(?:{nouns})\b")
