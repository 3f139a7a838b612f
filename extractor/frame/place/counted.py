"""Names that are places because something is counted at them: "Leeds had 12, WETHERDALE nine"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from extractor.frame.gazetteer import gazetteer, listed
from extractor.lexicon import table
from extractor.model import Block
from extractor.regexes import Regex

#: A number, with a word that says how near it comes.
NUMBER = (
    r"(?:(?:just|only|nearly|almost|about|some|barely)\s+)?(?:[£$€]?\d|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
#: A number that is told of the name before it, in a row of such: "Leeds had 12, Wetherdale nine".
_NUMBERED = Regex(rf"(?:['’]s)?,?\s+(?:(?:{'|'.join(table('places')['counted_by'])})\s+){{0,2}}{NUMBER}")
#: ", Northgate 305 and": a member of a row that has left out its verb.
_GAP_BEFORE = Regex(r"(?:,|;|,?\s+and)\s+(?:the\s+)?$")
_GAP_AFTER = Regex(
    rf"(?:\s+(?:{'|'.join(sorted(listed('bodies_of_place')))}))?\s+(?:at\s+)?{NUMBER}[\d,.]*(?=[,.;]|\s+and\b|\s*\n|\s*$)"
)
#: "OLD MILL HAD 2,310", of a name that opens a sentence, where another place has been named before it.
COUNTED = Regex(
    r"\s+(?:had|recorded|reported|saw|logged|reached|hit|lost|counted|managed|registered|loaded|landed)\s+"
    r"(?:(?:just|only|nearly|almost|about|some|barely)\s+)?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
#: A number with its money: "Rs 114 crore".
_SUM = rf"(?:[A-Z][A-Za-z]{{0,2}}\$?\.?\s?(?=\d)|[₹₦])?{NUMBER}"
#: "Wylie TOOK 41,200 of those", "Okaja Central ACCOUNTS FOR 400": whatever a member did, in small letters.
_SHARED = Regex(
    rf"(?:,[^,.;:\d\n]{{1,40}},)?(?:\s+(?:alone|itself|also))?\s+[a-z]{{2,}}(?:\s+[a-z]{{2,}}){{0,2}}\s+{_SUM}"
)
#: "and Dagmar 18,900", "Okaja West FOR 290", "Penrose (18)", "Penrose: 18".
_SHARE = Regex(
    rf"(?:,?\s+(?:for|at|with|on))?\s+{_SUM}|\s+\({_SUM}[^)\n]{{0,20}}\)|:\s+{_SUM}|\s+followed\s+with\s+{_SUM}"
)
_NEXT = Regex(r"(?:[,;]|,?\s+(?:and|while)|\bfollowed\s+by)\s+$")
#: Before a name that opens a sentence.
_LEADS = ("the", "its", "our", "their", "in", "at")
_LED = Regex(rf"(?:\b(?:{'|'.join(f'[{w[0].upper()}{w[0]}]{w[1:]}' for w in _LEADS)})\s+)+$")
#: "More than any other PARISH in the district": the kind of place that is counted.
_ANY_OTHER = Regex(r"\b(?:any|every|each|all|no)\s+(?:other\s+)?(\w+)|\bother\s+(\w+)")


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
        if COUNTED.match(text, run.end(), zone.span.end) and len(name.split()) < 3:
            others = (r for z, r in runs if z is zone and r.start() != run.start())
            told_at = text[max(0, run.start() - 4) : run.start()] == " at "
            opens = starts(text, run.start())
            opens &= " " in name or not name.endswith("s")  # "BOATS landed 1,870"
            if told_at or (opens and any(_known(plain(r[0]), told) for r in others)):
                yield name
        if _NUMBERED.match(text, run.end(), zone.span.end):
            stop = max(text.rfind(". ", zone.span.start, run.start()), zone.span.start)
            numbered.setdefault(stop, []).append(name)
    yield from _gapped(text, runs, told)
    for start, names in numbered.items():
        if len(names) > 2 or any(_known(name, told) for name in names) or _of_a_kind(text, start):
            yield from names


def shares(
    text: str, runs: Sequence[tuple[Block, re.Match[str]]], dictionary: frozenset[str]
) -> Iterator[tuple[str, ...]]:
    """Lists of names among which a count is shared out: "Kherwad took 198 AND BHENSDI 114".

    What they share may have gone to firms, people or parties as well: who asks has to look at each name.
    """
    row: list[str] = []
    last: re.Match[str] | None = None
    for _, run in runs:
        goes_on = last is not None and _goes_on(text, last, run)
        if not goes_on:
            if len(row) > 1:
                yield tuple(row)
            row = []
        if (goes_on and _SHARE.match(text, run.end())) or (
            not goes_on and _opens_shares(text, run, dictionary)
        ):
            row, last = [*row, plain(run[0])], run
        elif not goes_on:
            last = None
    if len(row) > 1:
        yield tuple(row)


def _goes_on(text: str, last: re.Match[str], run: re.Match[str]) -> bool:
    """True for a name that goes on with the list of the one before: ", Okaja West", "and Okaja East"."""
    between = text[last.end() : run.start()]
    return _NEXT.search(between) is not None and len(between) < 80 and not re.search(r"[.!?]\s|\n", between)


def _opens_shares(text: str, run: re.Match[str], dictionary: frozenset[str]) -> bool:
    """True for a name that opens its sentence and got a number, and no word with a capital only from that."""
    name = plain(run[0])
    opens = starts(text, run.start()) and not (" " not in name and name.lower() in dictionary)
    return opens and (_SHARED.match(text, run.end()) or _SHARE.match(text, run.end())) is not None


def _gapped(text: str, runs: Sequence[tuple[Block, re.Match[str]]], told: dict[str, str]) -> Iterator[str]:
    """Names in a row that a place opens: "The Lindale centre saw 41, GATE STREET 28 and Tollbar 23"."""
    first: re.Match[str] | None = None
    for zone, run in runs:
        name = plain(run[0])
        if _opens_row(text, run):
            first = run if _known(name, told) else None
        elif first is not None and re.search(r"[.!?]\s|\n", text[first.end() : run.start()]):
            first = None
        if first is None:
            continue
        gap = _GAP_BEFORE.search(text, max(0, run.start() - 12), run.start())
        if gap is not None and _GAP_AFTER.match(text, run.end(), zone.span.end):
            yield name


def _opens_row(text: str, run: re.Match[str]) -> bool:
    """True for the name that opens a sentence, with an article or "its" before it."""
    back = text[max(0, run.start() - 16) : run.start()]
    lead = _LED.search(back) if back.rstrip().lower().endswith(_LEADS) else None
    return starts(text, run.start() - (len(lead[0]) if lead else 0))


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


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name without the end of a possessive."""
    return name.removesuffix("'s").removesuffix("’s").removesuffix("'").removesuffix("’")


def starts(text: str, at: int) -> bool:
    return at == 0 or text[max(0, at - 2) : at].rstrip(" “\"‘'(-•")[-1:] in {"", ".", "!", "?", "\n", ":"}
