"""Names that the turn of a sentence makes places, where nothing beside them does.

"Across the strait, DUNMARRA took in 40"; "MARUNDA banned it, and thefts THERE fell"; "of the four suburbs the
thriftiest, GUNDAL, managed 149"; "in THE NARROWS".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.frame.gazetteer import listed
from extractor.frame.place.lies import APART, SIDES
from extractor.lexicon import table
from extractor.regexes import Regex
from extractor.wording import any_of

_POSSESSIVE = Regex(r"['’]s?$")
#: What says where the name after it lies.
_AWAY = Regex(
    rf"\b(?:(?:[Aa]cross|[Oo]ver|[Dd]own|[Uu]p|[Aa]long|[Bb]eyond)\s+the\s+{APART}"
    rf"|(?:[Ff]urther|[Ff]arther)\s+(?:{SIDES})|[Nn]ext\s+door|[Tt]o\s+the\s+(?:{SIDES})),?\s+(?:in\s+)?$"
)
#: "NAME banned it, and thefts THERE fell", "NAME took 40. THERE, 14 were": no other name in between.
_THERE = Regex(
    r"(?!['’])[^.!?\nA-Z“\"]{3,140}(?:\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|to|by)\b|['’])"
    r"|[.]\s+There,\s)"
)
#: What a place does or is, not "small THINGS", whose first word has its capital from opening the sentence.
_DOES = Regex(
    r"(?:,|['’]s)?\s+(?:[a-z]+ed|has|had|is|was|will|would|took|lost|saw|kept|made|got|let|did|went|came|paid|sold|ran|spent|cut)\b"
)
_RANKED = Regex(
    r"\b[Tt]he\s+(?:\w{3,}est|best|worst|(?:most|least)\s+\w+)(?:\s+of\s+(?:them|these|all))?,\s+$"
)
_IN_THE = Regex(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout)\s+[Tt]he\s+$")
_AFTER_THE = Regex(r"[.,;\n]|\s+(?:it|they|the|there|he|she|we)\b")
#: Characters back in which the kind of what is ranked is named: "Four SUBURBS met it. The thriftiest, ...".
_KIND_BACK = 150


def turned_places(text: str, runs: Iterator[re.Match[str]]) -> Iterator[str]:
    """The names, each a run of words with capitals, that the words around their clause make places."""
    for run in runs:
        name = _POSSESSIVE.sub("", run[0])
        if len(name.split()) < 4 and _is_turned(text, run, name):
            yield name


def _is_turned(text: str, run: re.Match[str], name: str) -> bool:
    back = text[max(0, run.start() - 40) : run.start()]
    end = run.start() + len(name)
    if _AWAY.search(back):
        return True
    if back.rstrip().endswith(("the", "The")) and _IN_THE.search(back):
        return name.split()[-1] in listed("place_words") and _AFTER_THE.match(text, end) is not None
    if text.startswith(",", end) and _RANKED.search(back):
        return _kinds().search(text, max(0, run.start() - _KIND_BACK), run.start()) is not None
    opens = back.rstrip(' “"')[-1:] in {"", ".", "!", "?", "\n"}
    does = _DOES.match(text, end) is not None
    return opens and does and _THERE.match(text, end) is not None


def _kinds() -> Regex:
    return any_of(table("places")["settled"])
