"""The noun that a change is told of: "its ROLLS were down by 2.5 per cent", after one about teachers."""

from __future__ import annotations

from functools import cache

from extractor.lexicon import table as data
from extractor.model import Claim
from extractor.reference.fitting import words_of
from extractor.reference.match import Reader
from extractor.reference.tables.reference_table import Column
from extractor.reference.words import root, roots
from extractor.regexes import Regex

_MOVED = (
    r"(?:up|down|higher|lower|rose|risen|rising|rises?|fell|fallen|falling|falls?|gr(?:ew|own|owing|ows?)|shr(?:ank|unk|inking)"
    r"|climb(?:ed|ing|s)?|dropp?(?:ed|ing|s)?|increas(?:ed|ing|es?)|decreas(?:ed|ing|es?)|declin(?:ed|ing|es?)"
    r"|jump(?:ed|ing|s)?|dipp?(?:ed|ing|s)?|slipp?(?:ed|ing|s)?|plunged|slumped|soared|surged|swelled|sank|tumbled|leapt)"
)
#: "Its rolls were down by", "their overall numbers have fallen": a possessed noun as what moves.
_OWN = Regex(
    r"\b(?:its|their|whose)\s+(?P<words>(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z-]{3,}))\s+"
    rf"(?:(?:was|were|is|are|has|have|had)\s+(?:also\s+)?(?:been\s+)?)?(?:[a-z]+ly\s+)?{_MOVED}\b[^.;:]{{0,40}}\Z"
)


def is_of_own_noun(reader: Reader, claim: Claim, column: Column) -> bool:
    """True where what a row's change is told of is none of a column's words: "its ROLLS were down by"."""
    place = reader.place(claim)
    found = _OWN.search(reader.told.document.text[place.before.start : claim.figure.span.start])
    if found is None or root(found["noun"]) in _bare():
        return False
    own = {*words_of(column), *reader.reference.title_words, *roots(reader.reference.row_noun)}
    others = {w for c in reader.reference.columns for w in words_of(c)} - set(words_of(column))
    said = roots(found["words"])
    if any(reader.akin(w, o) for w in said for o in words_of(column)):
        return False
    return any(reader.akin(w, o) for w in said for o in others) or not any(
        reader.akin(w, o) for w in said for o in own
    )


@cache
def _bare() -> frozenset[str]:
    """Roots of the nouns that say only that something is counted: "its total", "their share"."""
    listed = data("reference")
    words = [*listed["carried"]["words"], *listed["carry"], *listed["light"], "percentage", "proportion"]
    return frozenset(root(w) for w in [*words, "share", "rate", "level", "size", "result", "average"])
