"""Movement and statistic: whether a figure is a level, an amount of change, a mean or a share.

rose BY 300, up 12%, a fall of 300, 12% fewer     change, with its direction
rose TO 4,245 FROM 3,945                          two levels: a direction, no statistic
an average of 4.2, a median of £310               mean, median
56 per cent of episodes, one in five              share
a peak of 1,200, a low of 3                       maximum, minimum
a total of 27,000                                 total
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from extractor.frame import grammar
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.literals import holds
from extractor.model import Direction, Mention, Statistic
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Kinds that measure by how much something moved when nothing says that they are a level.
_SIZES = frozenset({"percentage", "points", "multiple", "ratio"})
#: Kinds that comparing adjectives size, "12 grams lighter"; lengths of time have some of their own.
_MEASURED = frozenset({"measure", "money"})
#: Hedges that name where something went: "tumbled below $20,000".
_LEVELS = frozenset({"below", "above", "past", "beyond"})
_SHARES = frozenset({"percentage", "ratio"})
#: What a verb before them has no say behind.
_TURNS = frozenset({"but", "while", "whereas", "although", "though", ";"})
#: Stands for the figure in the words around it.
FIGURE = "\0"
_BY = Regex(r"\bby\s+(?:an average of\s+|(?:[\w-]+\s+){0,2}?)$", re.IGNORECASE)
_UP_FROM = Regex(r"\b(up|down)\s+(?:from|on|to)\s+(?:[\w’'-]+\s+){0,2}?$", re.IGNORECASE)
_TO_FROM = Regex(r"\b(to|from)\s+(?:[\w’'-]+\s+){0,3}?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Moved:
    """The statistic that a figure gives, and the way that it or its thing went."""

    statistic: Statistic | None = None
    direction: Direction | None = None


def moved(spot: Spot, base: Mention | None) -> Moved:
    """Statistic and direction of a figure; a share is one that has a base or stands as one."""
    change = _change(spot)
    if change is not None:
        return change
    direction = _direction_of_level(spot)
    return Moved(_statistic(spot) or _share(spot, base), direction)


def _change(spot: Spot) -> Moved | None:
    """The change that a figure sizes: "up 12%", "by 300", "a rise of 12", "12% more"; None for a level."""
    before, after = _before(spot), _after(spot)
    if not _phrasal().search(before):
        around = f"{before}{FIGURE}{after}"
        low = around.lower()
        for direction, pattern in _beside(_group(spot)):
            found = pattern.search(around) if holds(low, pattern) else None
            if found is not None and not (spot.figure.kind == "count" and _counts_falls(found[0])):
                return Moved("change", direction)
    return _moved_by_verb(spot, before)


def _counts_falls(told: str) -> bool:
    """True for "1,310 falls", which are counted; "a 1,310 fall" and "12% falls" are changes."""
    return told.startswith(f"{FIGURE} ") and told.endswith("s") and " " not in told[2:]


def _moved_by_verb(spot: Spot, before: str) -> Moved | None:
    """The change of a verb of movement that the figure closes up to: "rose 12%", "cut its staff by 300"."""
    by = _BY.search(before) is not None
    level = _preposition(spot) or spot.tokens[0].lower_ in _LEVELS
    verb = None if level and not by else _moving_verb(spot)
    if verb is None or _phrasal().search(before):
        return None
    away = spot.tokens[0].i - verb.i
    direct = away == 1 or (0 < away <= 3 and verb in {spot.root, spot.root.head, spot.root.head.head})
    if by or (direct and (spot.figure.kind in _SIZES or verb.lemma_.lower() not in _transitive())):
        return Moved("change", _way(verb))
    return None


def _direction_of_level(spot: Spot) -> Direction | None:
    """The way that led to a level: "rose TO 4,245", "down FROM 193"."""
    before = _before(spot)
    found = _UP_FROM.search(before)
    if found is not None:
        return "rose" if found[1].lower() == "up" else "fell"
    lead = _TO_FROM.search(before)
    verb = _moving_verb(spot) if lead is not None else None
    if lead is None or verb is None:
        return None
    # "The levies raise £200m from 2.3 million homes" moves no level.
    return None if lead[1].lower() == "from" and verb.lemma_.lower() in _transitive() else _way(verb)


def _preposition(spot: Spot) -> bool:
    """True if a preposition, hedges aside, stands before the figure: "declined AFTER only 3,160"."""
    left = [t for t in spot.close_before(3) if t.pos_ not in {"ADV", "DET"}]
    return bool(left) and (left[-1].pos_ == "ADP" or left[-1].lower_ == "to")


def _statistic(spot: Spot) -> Statistic | None:
    """The statistic that words beside the figure name: "an AVERAGE of", "at its PEAK"."""
    around = f"{_before(spot)}{FIGURE}{_after(spot)}"
    low = around.lower()
    for name, words in _statistic_words():
        if holds(low, words) and words.search(around):
            return name
    return None


def _share(spot: Spot, base: Mention | None) -> Statistic | None:
    return "share" if spot.figure.kind in _SHARES and base is not None else None


def _moving_verb(spot: Spot) -> Token | None:
    """The verb of movement in whose clause the figure stands."""
    verb = grammar.verb_of(spot.root)
    if verb is None or _way(verb) is None or verb not in spot.sentence.tokens:
        return None
    between = [t for t in spot.sentence.tokens if verb.i < t.i < spot.tokens[0].i]
    turn = max((t.i for t in between if t.lower_ in _TURNS), default=None)
    if turn is None:
        return verb
    # "Landings fall but price LIFTS value by a tenth", where a headline's verb was read as a noun.
    return next((t for t in reversed(between) if t.i > turn and _way(t) is not None), None)


def _way(verb: Token) -> Direction | None:
    words, lemma = table("comparisons")["moves"], verb.lemma_.lower()
    return "rose" if lemma in words["rose"] else "fell" if lemma in words["fell"] else None


def _transitive() -> frozenset[str]:
    """Verbs whose object is what was moved, not by how much: "cut 300 jobs"."""
    return frozenset(table("comparisons")["transitive"])


def _before(spot: Spot) -> str:
    first = spot.tokens[0]
    return _words(spot, max(spot.sentence.tokens[0].i, first.i - 8), first.i)


def _after(spot: Spot) -> str:
    last = spot.last
    return str(last.whitespace_) + _words(spot, last.i + 1, min(spot.sentence.tokens[-1].i, last.i + 6) + 1)


def _words(spot: Spot, start: int, end: int) -> str:
    return str(spot.last.doc[start:end].text_with_ws) if start < end else ""


def _group(spot: Spot) -> str:
    """The section of further patterns for the figure's kind, "" for none."""
    kind = spot.figure.kind
    if kind == "duration":
        return "timed"
    return "sized" if kind in _SIZES else "measured" if kind in _MEASURED else ""


@cache
def _beside(group: str) -> tuple[tuple[Direction, Regex], ...]:
    """Patterns over the words around a figure that make it a change; more of them for its kind."""
    words = table("movement")
    nouns = table("comparisons")["move_nouns"]
    found = []
    directions: tuple[Direction, ...] = ("rose", "fell")
    for direction in directions:
        noun = f"(?:{'|'.join(nouns[direction])})s?"
        for pattern in [*words["beside"][direction], *(words[group][direction] if group else ())]:
            compiled = Regex(pattern.replace("NOUN", noun), re.IGNORECASE)
            found.append((direction, compiled))
    return tuple(found)


@cache
def _phrasal() -> Regex:
    """Verbs whose "up" or "down" is no movement: "make up 15 per cent"."""
    return Regex(str(table("movement")["phrasal"]), re.IGNORECASE)


@cache
def _statistic_words() -> tuple[tuple[Statistic, Regex], ...]:
    listed = table("movement")["statistic"]
    return tuple((cast(Statistic, n), Regex("|".join(ps), re.IGNORECASE)) for n, ps in listed.items())
