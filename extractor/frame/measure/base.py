"""The whole that a share is taken of: "of all missing episodes", "of those with private agencies".

The text of a base keeps the words that narrow it, because they alone tell two groups apart:
"children placed directly with the local authority", "those with private fostering agencies".
The key is the head noun's lemma; "those" has the key of the noun that it stands for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extractor.frame.earlier import Framed, in_sentence
from extractor.frame.keys import Acronyms
from extractor.frame.measure.bare_share import SHARE_LEVELS
from extractor.frame.measure.ellipsis import COUNTS, SHARES, Measured, brought
from extractor.frame.measure.whole import group, whole_of
from extractor.frame.movement import moved
from extractor.frame.sentences import Spot
from extractor.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token


def base_of(
    spot: Spot, measured: Measured | None, earlier: Sequence[Framed], known: Acronyms
) -> Mention | None:
    """The whole of a share, or of a count that is a part ("25 of 70 occasions"); None if unknown."""
    whole = whole_of(spot)
    if whole is not None:
        return group(whole, spot, earlier, known)
    if measured is not None and measured.host is not None:
        return _of_host(measured.host, spot)
    if spot.figure.kind not in SHARES or moved(spot, None).statistic == "change" or _beyond(spot):
        return None
    listed = _listed(spot, earlier)
    if listed is not None:
        return brought(listed, "sentence")
    beside = _beside(spot, measured) if measured is not None else None
    if beside is not None:
        return beside
    told = next(filter(None, (level(spot, earlier, known) for level in SHARE_LEVELS)), None)
    # What was counted just before: "there were 40 dogs, and 12 per cent".
    carried = measured is not None and measured.mention.found not in {"here", "document", "guess"}
    return told or (measured.mention if measured is not None and carried else None)


def _beyond(spot: Spot) -> bool:
    """True for how far one value is from another: "20 per cent DOWN on", "4% ABOVE the £81m"."""
    after = spot.last.nbor().lower_ if spot.last.i + 1 < len(spot.last.doc) else ""
    return after in {"down", "up", "higher", "lower", "below", "above"}


def _of_host(host: Framed, spot: Spot) -> Mention | None:
    """The whole of what the figure says again: "25 of 70 OCCASIONS, 36 per cent", "504 INSPECTIONS, 16%".

    What says a change again ("a rise of 3,400, or 2.5%") is a share of nothing, nor is what says an amount
    again a share of the thing that cost it ("energy takes £632, or 51 per cent").
    """
    if host.base is not None or spot.figure.kind not in SHARES:
        return host.base
    whole = host.statistic != "change" and host.spot.figure.kind in COUNTS
    return host.measure if whole else None


def _beside(spot: Spot, measured: Measured) -> Mention | None:
    """The measure as the whole: "one in five CHILDREN"."""
    noun = measured.noun
    near = noun is not None and 0 < noun.i - spot.last.i <= 3 and spot.figure.kind == "ratio"
    near = near and not (noun is not None and _is_verb(noun, spot))
    return measured.mention if near and measured.mention.found == "here" else None


def _is_verb(noun: Token, spot: Spot) -> bool:
    """True for the verb of "seven in ten EAT there", which the parser takes for a noun."""
    several = spot.figure.text.split()[0].lower() not in {"one", "1", "a", "an"}
    return several and noun.tag_ == "NN" and noun.i == spot.last.i + 1


def _listed(spot: Spot, earlier: Sequence[Framed]) -> Mention | None:
    """The whole of the share before in a list: "46 per cent picked A, 35 per cent B"."""
    host = next((f for f in in_sentence(spot, earlier) if f.spot.figure.kind in SHARES), None)
    if host is None or host.base is None or host.statistic == "change":
        return None
    # "Women were likelier than men to say so, 49 per cent against 43" speaks of two groups.
    apart = any(t.lower_ in {"likelier", "likely"} for t in spot.sentence.tokens)
    return None if apart else host.base
