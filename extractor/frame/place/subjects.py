"""Names that are places because they are the subject of a figure beside others of their kind.

"Other towns did better. TARBOLT mended 24 of its 90"; "KLIPGAT, the smallest, has less than a third"; "Leeds
lost 30 mains, while BALLINREE lost 41". The grammar of the figure's clause says whose figure it is; that the
name is a place, and no firm or person, takes a word for what such places are, near before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from extractor.frame.gazetteer import gazetteer, listed
from extractor.frame.grammar import children, subject_of, verb_of
from extractor.frame.keys import singular
from extractor.frame.place.counted import plain
from extractor.frame.place.never import Others, ending_weight, ends_in_place, is_firm_or_person, may_be_place
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Block
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Characters back from a name in which its kind is told, over one end of a paragraph.
_BACK = 200
#: Words of a name.
_LONGEST = 2
_ENDS = Regex(r"[.!?][”\"’]?\s+(?=[“\"‘A-Z])|\n+")
#: What stands before the kinds: "OTHER towns", "the SIX depots", "ITS neighbours".
_SOME = (
    r"others?|the|its|their|our|his|her|most|all|both|some|several|few|these|those|many|neighbou?ring|nearby|\d+"
    r"|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|which|[\w-]+[’']s?"
)
#: "Klipgat, THE SMALLEST of the dams,": what sets a name beside others of its kind.
_RANKED = Regex(
    r",\s+(?:by\s+contrast|too"
    r"|for\s+(?:example|instance)|on\s+the\s+other\s+hand|meanwhile)\b"
    r"|,\s+(?:\w+\s+)?the\s+(?:\w+[- ]){0,2}(?:\w{2,}est|best|worst|most|least)\b"
    r"(?!\s+\w+\s+(?:firm|company|maker))"
    r"|\s+(?:came|was|finished|is)\s+(?:top|bottom|last|first|second|third|best|worst|lowest|highest|next)\b"
    r"|\s+(?:topped|tops|leads|led|trails|trailed|lags|lagged)\s+(?:the\s+)?(?:table|list|league|way|field|rest|others)\b"
    r"|\s+as\s+a\s+whole\b"
)
#: "By contrast, TARBOLT", "the worst was TARBOLT", "only TARBOLT".
_LED = Regex(
    r"\b(?:[Bb]y\s+contrast,|[Oo]nly|[Tt]ake|[Cc]onsider|[Ll]ike|[Uu]nlike|(?:best|worst|lowest|highest|top|bottom|next)\s+(?:\w+\s+)?(?:is|was|came))\s+$"
)
#: A place that opens its clause, and a number told of it.
_OPENS = Regex(
    r"(?:^|[.!?;:,\n“\"]\s*|\b(?:and|but|while|whereas)\s+)"
    r"(?:(?:[Ii]n|[Aa]t|[Bb]ut|[Aa]nd|[Ww]hile)\s+)?(?:[Tt]he\s+)?$"
)
_HAS = Regex(r"[^.!?;:\n]{1,50}?(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|none)\b)")
_ARTICLE = Regex(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y)\s+$")


def subject_starts(spots: Iterable[Spot], dictionary: frozenset[str]) -> frozenset[int]:
    """Where the names start that are the subject of a figure's clause, or have its subject.

    A word of the `dictionary` is none: it may have its capital from opening a sentence.
    """
    found: set[int] = set()
    for spot in spots:
        verb = verb_of(spot.root)
        subject = subject_of(verb) if verb is not None else None
        for token in () if subject is None else (subject, *children(subject, "poss")):
            first = _first(token)
            common = first.i == token.i and dictionary.isdisjoint(_forms(first))
            if token.tag_ in {"NNP", "NNPS"} and token.text[0].isupper() and (common or first.i < token.i):
                found.add(spot.sentence.span_of(first).start)
    return frozenset(found)


def _forms(token: Token) -> set[str]:
    """A word as printed, and what it is one or several of: the model may take it for a name."""
    return {token.lower_, token.lemma_.lower(), singular(token.lower_), re.sub(r"men$", "man", token.lower_)}


def _first(token: Token) -> Token:
    """The first word of the name that a token ends."""
    while token.i > token.sent.start and token.nbor(-1).text[:1].isupper() and token.nbor(-1).is_alpha:
        if token.nbor(-1).pos_ in {"DET", "ADP", "CCONJ", "SCONJ", "PRON", "ADV", "AUX"}:
            break
        token = token.nbor(-1)
    return token


def subject_places(
    text: str,
    runs: Sequence[tuple[Block, re.Match[str]]],
    subjects: frozenset[int],
    others: Others,
    told: dict[str, str],
) -> Iterator[str]:
    """The names among the subjects that a word for their kind makes places, as they are printed."""
    for _, run in runs:
        name = plain(run[0])
        if run.start() not in subjects or name in told or not _may_be(text, run, name, others):
            continue
        if _is_of_a_kind(text, run, name) or _is_beside(text, runs, run, told):
            yield name


def _may_be(text: str, run: re.Match[str], name: str, others: Others) -> bool:
    parts = name.split()
    if len(parts) > _LONGEST or name in gazetteer() or parts[-1] in others.surnames - {"Field"}:
        return False
    if len(parts) > 1 and not (ends_in_place(parts) or ending_weight(name)):
        return False
    lead = text[max(0, run.start() - 24) : run.start()]
    if _ARTICLE.search(lead) or not may_be_place(name, others.named):
        return False
    return not is_firm_or_person(text, name)


def _is_of_a_kind(text: str, run: re.Match[str], name: str) -> bool:
    """True where the sentence, or the one before, speaks of others of its kind or ranks the name."""
    end = run.start() + len(name)
    if _RANKED.match(text, end) or _LED.search(text, max(0, run.start() - 40), run.start()):
        return True
    stops = list(_ENDS.finditer(text, max(0, run.start() - _BACK), run.start()))
    start = stops[-2].end() if len(stops) > 1 else stops[0].end() if stops else max(0, run.start() - _BACK)
    return _kinds().search(text, start, run.start()) is not None


def _is_beside(
    text: str, runs: Sequence[tuple[Block, re.Match[str]]], run: re.Match[str], told: dict[str, str]
) -> bool:
    """True for a name behind a place that is the subject of a clause before: "Leeds lost 30, while NAME"."""
    stops = list(_ENDS.finditer(text, max(0, run.start() - _BACK), run.start()))
    here = [s for s in stops if "\n" not in s[0]]
    back = stops[-1].end() if stops and stops[-1] not in here else here[-2].end() if len(here) > 1 else 0
    back = max(back, text.rfind("\n", 0, run.start()), run.start() - _BACK)
    near = (o for _, o in runs if back <= o.start() < run.start())
    return any(
        (plain(o[0]) in told or plain(o[0]) in gazetteer())
        and not (o[0].isupper() and len(o[0]) > 3)  # a dateline
        and _OPENS.search(text, max(0, o.start() - 24), o.start()) is not None
        and _HAS.match(text, o.end()) is not None
        for o in near
    )


@cache
def _kinds() -> Regex:
    """ "Other towns", "the six depots", "its neighbours", "elsewhere"."""
    nouns = "|".join(sorted({*table("places")["settled"], *table("places")["peers"]}))
    one = "|".join(sorted({*listed("row_heads"), "board", "dam", "reservoir", "school", "hospital", "site"}))
    return Regex(
        rf"\b(?:{_SOME})\s+(?:[\w’'-]+\s+){{0,2}}?(?:{nouns})\b|\b(?:every|no|any|another)\s+(?:other\s+)?(?:{one})\b"
        r"|\b(?:elsewhere|everywhere|anywhere)\b",
        re.IGNORECASE,
    )
