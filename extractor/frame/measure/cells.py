"""What a table cell counts, by its heads: "Missing episodes" over the column, "Kent" before the row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.frame.earlier import Framed, empty_nouns
from extractor.frame.keys import Acronyms, noun_key, singular
from extractor.frame.measure.ellipsis import Measured
from extractor.frame.rows import column_head
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What a head says beside its noun: brackets, and all after a comma or a dash.
_ASIDE = Regex(r"\([^)]*\)|[,;:–—].*|\b(?:19|20)\d\d\S*")
#: Words of a label at most; what is longer is a clause.
_LABEL = 5
_RELATION = Regex(r"\s+(?:an?|in|for|with|by|from|at|on|per|to|who|that|without)\s", re.IGNORECASE)


def headed(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of a cell's column head, or else of its row head; None outside tables."""
    heads = [(head, head_noun(head, known)) for head in _heads(spot)]
    named = [(head, noun) for head, noun in heads if noun is not None]
    plain = next((h for h in named if h[1] and _is_thing(h[0], h[1])), named[0] if named else None)
    return Measured(Mention(None, plain[0], plain[1])) if plain is not None and plain[1] else None


def labelled(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of a label before a colon or a dash: "Pothole CLAIMS: 2,614", "HOMES lost – 41"."""
    tokens = spot.sentence.tokens
    after = next(iter(spot.ahead(1)), None)
    before = [t for t in tokens if t.i < spot.tokens[0].i]
    closed = after is None or after.is_punct or after.lower_ in {"up", "down", "from"}
    if not closed or not before or before[-1].text not in {":", "):", "–", "—", "-"}:
        return None
    label = _label(before[:-1])
    noun = label[-1] if 0 < len(label) <= _LABEL else None
    # "Pothole CLAIMS: 300" is taken for a verb; "Leeds: 300" names a place.
    if noun is None or (noun.tag_ not in {"NNS", "VBZ"} and not kinds(noun_key(noun, known))):
        return None
    key = singular(noun.lower_) if noun.tag_ == "VBZ" else noun_key(noun, known)
    empty = {*empty_nouns(), *table("nouns")["reading"], *table("nouns")["vague"]}
    return None if key in empty else Measured(Mention(spot.sentence.span_of(noun), noun.text, key), noun)


def _label(tokens: Sequence[Token]) -> list[Token]:
    """The words of a label up to its noun: "Homes" of "Homes lost", "Cases" of "Cases in Leeds"."""
    found: list[Token] = []
    for token in tokens:
        carries = bool(found) and found[-1].lemma_.lower() in table("nouns")["transparent"]
        acts = token.pos_ in {"VERB", "AUX"} and (token.tag_ != "VBZ" or token != tokens[-1])
        if token.text == "(" or (found and not carries and (token.pos_ == "ADP" or acts)):
            break
        if token.is_punct or token.pos_ == "ADP":
            found = []
        else:
            found.append(token)
    return found


def _heads(spot: Spot) -> tuple[str, ...]:
    """The heads of the figure's cell, the nearest first; of the line of a barred table the column's alone."""
    block, text = spot.sentence.block, spot.sentence.printed
    if not block.heads or block.kind == "table_cell":
        return block.heads[::-1]
    head = column_head(block, text[: spot.figure.span.start - spot.sentence.offset])
    return () if head is None else (head,)


def head_noun(head: str, known: Acronyms) -> str | None:
    """The lemma of the noun that a head names: "Number of children (2019)" → "child"; None for "2018-19"."""
    words = _RELATION.split(_ASIDE.sub("", head).strip())[0]
    found = re.findall(r"[^\W\d_][\w’'-]*", words.rsplit(" of ", 1)[-1])
    if not found:
        return None
    noun = known.head(found[-1]) or singular(found[-1].casefold())
    # "Hours open" counts hours, "Month" names its rows.
    named = () if found[-1].endswith("s") else table("nouns")["time"]
    empty = {*table("nouns")["reading"], *table("nouns")["vague"], *named, "change"}
    return None if noun in empty else noun


def _is_thing(head: str, noun: str) -> bool:
    """True for a plural or a noun of a known kind: places that name a row are neither."""
    last = head.split()[-1].casefold()
    return bool(kinds(noun)) or (last.endswith("s") and last != noun)
