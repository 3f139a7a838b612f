"""What a table cell counts, by its heads: "Missing episodes" over the column, "Kent" before the row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.frame.earlier import Framed
from extractor.frame.ellipsis import Measured
from extractor.frame.keys import Acronyms, singular
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.nouns import kinds

#: What a head says beside its noun: brackets, and all after a comma or a dash.
_ASIDE = re.compile(r"\([^)]*\)|[,;:–—].*|\b(?:19|20)\d\d\S*")
_RELATION = re.compile(r"\s+(?:in|for|with|by|from|at|on|per|to|who|that|without)\s", re.IGNORECASE)


def headed(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of a cell's column head, or else of its row head; None outside tables."""
    heads = [(head, head_noun(head, known)) for head in reversed(spot.sentence.block.heads)]
    named = [(head, noun) for head, noun in heads if noun is not None]
    plain = next((h for h in named if h[1] and _is_thing(h[0], h[1])), named[0] if named else None)
    return Measured(Mention(None, plain[0], plain[1])) if plain is not None and plain[1] else None


def head_noun(head: str, known: Acronyms) -> str | None:
    """The lemma of the noun that a head names: "Number of children (2019)" → "child"; None for "2018-19"."""
    words = _RELATION.split(_ASIDE.sub("", head).strip())[0]
    found = re.findall(r"[^\W\d_][\w’'-]*", words.rsplit(" of ", 1)[-1])
    if not found:
        return None
    noun = known.head(found[-1]) or singular(found[-1].casefold())
    empty = {*table("nouns")["reading"], *table("nouns")["vague"], *table("nouns")["time"], "change"}
    return None if noun in empty else noun


def _is_thing(head: str, noun: str) -> bool:
    """True for a plural or a noun of a known kind: places that name a row are neither."""
    last = head.split()[-1].casefold()
    return bool(kinds(noun)) or (last.endswith("s") and last != noun)
