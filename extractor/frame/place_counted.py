"""Names that are places because something is counted at them: "Leeds had 12, WETHERDALE nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.frame.gazetteer import gazetteer, listed
from extractor.lexicon import table
from extractor.model import Block

#: A number that is told of the name before it, in a row of such: "Leeds had 12, Wetherdale nine".
_NUMBERED = re.compile(
    rf"(?:['’]s)?,?\s+(?:(?:{'|'.join(table('places')['counted_by'])})\s+){{0,2}}"
    r"(?:(?:just|only|nearly|almost|about|some|barely)\s+)?(?:[£$€]?\d|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
#: "OLD MILL HAD 2,310", of a name that opens a sentence, where another place has been named before it.
_COUNTED = re.compile(
    r"\s+(?:had|recorded|reported|saw|logged|reached|hit|lost|counted|managed|registered|loaded|landed)\s+"
    r"(?:(?:just|only|nearly|almost|about|some|barely)\s+)?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
#: "More than any other PARISH in the district": the kind of place that is counted.
_ANY_OTHER = re.compile(r"\b(?:any|every|each|all|no)\s+(?:other\s+)?(\w+)|\bother\s+(\w+)")


def beside(text: str, runs: Sequence[tuple[Block, re.Match[str]]], told: dict[str, str]) -> Iterator[str]:
    """Names beside a known place: "at Ohara AND PUKEKO FLAT", "Leeds had 12, WETHERDALE nine"."""
    numbered: dict[int, list[str]] = {}
    for (_, before), (_, run) in pairwise(runs):
        joined = text[before.end() : run.start()] in {" and ", " or "}
        # "Gary Peters of Michigan and Maria Cantwell of Washington" are two people.
        joined = joined and not text.startswith(" of ", run.end())
        if joined and _known(plain(before[0]), told):
            yield plain(run[0])
    for zone, run in runs:
        name = plain(run[0])
        if _COUNTED.match(text, run.end(), zone.span.end) and len(name.split()) < 3:
            others = (r for z, r in runs if z is zone and r.start() != run.start())
            told_at = text[max(0, run.start() - 4) : run.start()] == " at "
            opens = starts(text, run.start())
            opens &= " " in name or not name.endswith("s")  # "BOATS landed 1,870"
            if told_at or (opens and any(_known(plain(r[0]), told) for r in others)):
                yield name
        if _NUMBERED.match(text, run.end(), zone.span.end):
            stop = max(text.rfind(". ", zone.span.start, run.start()), zone.span.start)
            numbered.setdefault(stop, []).append(name)
    for start, names in numbered.items():
        if len(names) > 2 or any(_known(name, told) for name in names) or _of_a_kind(text, start):
            yield from names


def _of_a_kind(text: str, start: int) -> bool:
    """True for a sentence that sets what it names beside others of a kind: "than any other PARISH"."""
    end = text.find("\n", start + 2)
    for found in _ANY_OTHER.finditer(text, start, min(start + 240, end if end > 0 else len(text))):
        noun = found[1] or found[2]
        if noun in listed("row_heads") or noun in listed("settled"):
            return True
    return False


def _known(name: str, told: dict[str, str]) -> bool:
    return name in told or name in gazetteer()


def plain(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def starts(text: str, at: int) -> bool:
    return at == 0 or text[max(0, at - 2) : at].rstrip(" “\"‘'(-•")[-1:] in {"", ".", "!", "?", "\n", ":"}
