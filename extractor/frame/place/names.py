"""Names of places: those that the gazetteer knows, and those that the text itself tells as such.

"In X", "X Council", "X's schools", "the village of X", an address: sure signs make a name a place
at once; a possessive, a headline or "of X" only together. Names of people and companies are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.frame.gazetteer import gazetteer as gazetteer
from extractor.frame.gazetteer import listed
from extractor.frame.place.lies import roads
from extractor.frame.place.signs import told_places
from extractor.frame.speaker.sayers import RUN, words
from extractor.lexicon import table
from extractor.model import Block, Mention, Span
from extractor.regexes import Regex

#: After "English" or "French" these make it the language.
_NO_NOUN = frozenset(
    {
        "and",
        "or",
        "language",
        "is",
        "was",
        "as",
        "in",
        "at",
        "by",
        "teacher",
        "teachers",
        "lessons",
        "fries",
        "side",
    }
)
_MONEY = Regex(r"\s+(?:cents?|dollars?|pesos?|pounds?|rupees?|francs?|shillings?|kron(?:a|or|er?))\b")
_NUMBERED = Regex(rf"\b(?:{'|'.join(table('places')['numbered'])})\s+\d{{1,2}}\b")
#: What ends a printed name and is no part of it.
_TAIL = Regex(r"(?:['’]s?|-based)$")
_VERB = Regex(r"\s+(\w+)")
_MONEY_SIGN = Regex(r"Rs|K?Sh")
#: What ends a run of words with capitals and is no name.
_NO_NAME = Regex(r"\s(?:I|Rs\.?|K?Sh\.?|US|NZ|GH|Tk|RM)$")
_LEAD = Regex(
    r"(?:In|At|Across|Near|Around|Throughout|Outside|From|For|The|But|And|While|When|As|Of|On|To|Its|Neighbouring|Neighboring"
    r"|Nearby|Off|Over|Beyond|Inside|Within|Since|With|By|Like|Unlike|So|Yet|If|Although|Though|After|Before|Between|Both"
    r"|Only|Even|Elsewhere|That|This|Until|Under|Because|Where|Why|How|What|Who|Which|Is|Are|Was|Were|Does|Did|Do|Has"
    r"|Have|Had|Can|Will|Would|Should|Could|Last|Next|Today|Yesterday|Now"
    rf"|{'|'.join(table('periods')['months'])}|{'|'.join(table('periods')['weekdays'])})\s+"
)


def place_mentions(
    text: str,
    zoned: Sequence[Block],
    subjects: frozenset[int] = frozenset(),
    dictionary: frozenset[str] = frozenset(),
) -> tuple[Mention, ...]:
    """Every mention of a place in a text, in the order of print.

    `subjects` are the starts of names that are the subject of a figure's clause; a word of the `dictionary`
    is no name of a town.
    """
    runs = [(z, r) for z in zoned for r in _runs(text, z.span)]
    local = told_places(text, zoned, runs, subjects, dictionary)
    named = [m for z, r in runs for m in _mentions(text, z, r, local)]
    found = [*named, *_with_number(text, zoned), *roads(text, zoned)]
    return tuple(sorted(found, key=lambda m: m.span.start if m.span else 0))


def _with_number(text: str, zoned: Sequence[Block]) -> Iterator[Mention]:
    """Parts of a town that have a number for a name: "in WARD 6"."""
    for zone in zoned:
        for found in _NUMBERED.finditer(text, zone.span.start, zone.span.end):
            yield Mention(Span(*found.span()), found[0], found[0].lower(), "sentence")


def _mentions(text: str, zone: Block, run: re.Match[str], local: dict[str, str]) -> Iterator[Mention]:
    """The longest known names inside a run of words with capitals."""
    parts = list(re.finditer(r"\S+", run[0]))
    at = 0
    while at < len(parts):
        for stop in range(len(parts), at, -1):
            start, end = run.start() + parts[at].start(), run.start() + parts[stop - 1].end()
            name = _TAIL.sub("", text[start:end])
            key = (
                gazetteer().get(name)
                or _people_key(text, name, end)
                or local.get(name)
                or _shouted(name, zone)
            )
            if key is None:
                continue
            inside = text[max(0, start - 14) : start].endswith(("University of ", "Bishop of ", "Bank of "))
            based = text.startswith("-based", start + len(name))
            # "66.2 US cents", "Canadian dollars" are money.
            inside = inside or _MONEY.match(text, start + len(name)) is not None
            if not inside and (based or not _in_a_name(parts, at, stop)):
                yield Mention(Span(start, start + len(name)), name, key, "sentence")
                at = stop - 1
                break
        at += 1


def _people_key(text: str, name: str, end: int) -> str | None:
    """The country of "Canadians", or of "Canadian" before a word in small letters."""
    demonyms = table("places")["demonyms"]
    if name.endswith("s") and name[:-1] in demonyms:
        return str(demonyms[name[:-1]])
    following = _VERB.match(text, end)
    small = following is not None and following[1][0].islower() and following[1] not in _NO_NOUN
    return demonyms.get(name) if small else None


def _shouted(name: str, zone: Block) -> str | None:
    """A gazetteer name in a headline or dateline in capitals."""
    return (
        gazetteer().get(name.title())
        if name.isupper() and len(name) > 3 and zone.kind != "table_cell"
        else None
    )


def _in_a_name(parts: Sequence[re.Match[str]], at: int, stop: int) -> bool:
    """True for "Boston Globe" or "Paris Hilton": a place in a longer run that names something else."""
    after = parts[stop][0].rstrip("'’s.,") if stop < len(parts) else ""
    before = parts[at - 1][0] if at else ""
    if after in words("titles") and stop + 1 < len(parts):
        return False  # "CORBY CITY Superintendent Ann Lomax"
    if _is_body(" ".join(p[0].rstrip("'’s.,") for p in parts[stop:])):
        return False  # "LEEDS Crown Court"
    return (bool(after) and not _is_body(after)) or (
        bool(before)
        and at > 0
        and before[0].isupper()
        and before not in {"The", "In"}
        and before not in listed("body_first")
        and not after
    )


def _is_body(words: str) -> bool:
    return words == "Council" or words in listed("body_words", "place_words", "services")


def _runs(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Runs of words with capitals, without the "In" or "The" that opens a sentence."""
    for run in RUN.finditer(text, span.start, span.end):
        if _MONEY_SIGN.fullmatch(run[0]):
            continue
        lead = _LEAD.match(text, run.start(), run.end())
        start = run.start() if lead is None else lead.end()
        # "At Lund Siding I counted 140": the "I" is no part of the name; nor the "Rs" of "and Lund Rs 114".
        tail = _NO_NAME.search(text, run.start(), run.end())
        stop = run.end() if tail is None else tail.start()
        yield RUN.match(text, start, stop) or run
