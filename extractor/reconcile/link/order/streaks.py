"""Figures that words set in the order of time: "fell for the third year running: 41, 40, 38", a record broken.

A streak is said of a list that a colon, a dash or a bracket opens right behind the words; the newest figure may stand
first or last. A record is said of two figures alone, of money, heat, rain or large counts: of games and races
nobody knows from the words whether the smaller number is the better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Comparison, ComparisonDirection, Cue, Relation, Role, Span, stable_id
from extractor.reconcile.link.cues.moves import MOVE, direction_of, untold
from extractor.reconcile.link.cues.phrases import Marked
from extractor.reconcile.story import DISPLAY, Story, alike, family

_WORDS = table("ranks")
#: Fewer people or things than these may be moves of a game, strokes or games lost.
LARGE = 1000
_STEP = r"(?:,|;|,?\s(?:then|to)|,?\sand(?:\sthen)?)\s(?:to\s)?"
_NUMBER = re.compile(r"‹[A-Z](\d+)›")


def streaks(story: Story, marked: Marked) -> Iterator[Relation]:
    """One relation for each list of three figures or more that is said to rise or fall all the time."""
    for found in marked.find(_streak(), "@MOVE"):
        way = direction_of(found["move"])
        levels = [marked.claims[int(n)] for n in _NUMBER.findall(found["list"])]
        if way is None or untold(found["move"]) or not _of_one_kind(levels):
            continue
        direction: ComparisonDirection = "higher" if way == "rose" else "lower"
        words = Span(marked.offsets[found.start("move")], marked.offsets[found.start("opening")])
        yield _relation(story, levels[0], words, direction, [("level", c) for c in levels])


def records(story: Story, marked: Marked) -> Iterator[Relation]:
    """One relation for each record that is printed with the one that it beat."""
    for found in _record().finditer(marked.text):
        new, old = (marked.claims[int(found[name])] for name in ("new", "old"))
        start = marked.text.rfind("|", 0, found.start()) + 1
        around = marked.text[start : found.end() + 20]
        if _low().search(around) or not _is_large(new) or not _of_one_kind([new, old], hedged="a record"):
            continue
        words = Span(marked.offsets[found.start("beats")], marked.offsets[found.start("mark")])
        yield _relation(story, new, words, "higher", [("subject", new), ("behind", old)])


def _is_large(claim: Claim) -> bool:
    kind, value = family(claim), claim.figure.value
    measured = any(claim.figure.amount.unit in _WORDS["measured"][m]["units"] for m in ("heat", "rain"))
    return (
        kind in "MP" or (kind == "U" and measured) or (kind == "C" and value is not None and value >= LARGE)
    )


def _of_one_kind(claims: Sequence[Claim], hedged: str = "") -> bool:
    if any(c.figure.value is None or c.figure.value < 0 or c.block in DISPLAY for c in claims):
        return False
    if any(
        c.figure.hedge is not None and not c.figure.text.lower().startswith(hedged or "-") for c in claims
    ):
        return False
    return all(alike(c, claims[0]) for c in claims) and family(claims[0]) in "CMUPRD"


def _relation(
    story: Story,
    claim: Claim,
    words: Span,
    direction: ComparisonDirection,
    roles: Sequence[tuple[str, Claim]],
) -> Relation:
    text = story.words(words).strip(" ,:–—(-")
    words = Span(words.start, words.start + len(text))
    comparison = Comparison(
        stable_id("k", story.document.id, str(words.start), str(words.end), "rank"),
        story.document.id,
        words,
        text,
        claim.sentence,
        direction,
        block=claim.block,
        stance=claim.stance,
        speaker=claim.speaker,
    )
    cue = Cue(story.document.id, words, text)
    return Relation("rank", (Role("stated", comparison), *(Role(n, c) for n, c in roles)), cue, "stated")


@cache
def _streak() -> re.Pattern[str]:
    row, spell = "|".join(_WORDS["streak"]["in_a_row"]), "|".join(_WORDS["streak"]["spell"])
    ordinals = "|".join((*_WORDS["ordinals"]["words"], r"‹K\d+›"))
    nth = rf"(?:the|a|an|its|their)\s(?:{ordinals})\s"
    return re.compile(
        rf"(?P<move>{MOVE})(?:\sagain)?\sfor\s{nth}(?:(?:{row})\s(?:{spell})|(?:{spell})\s(?:{row}))"
        rf"(?P<opening>\s?[:(–—]\s?)(?:from\s)?(?P<list>‹[A-Z]\d+›(?:{_STEP}‹[A-Z]\d+›){{2,}})",
        re.IGNORECASE,
    )


@cache
def _record() -> re.Pattern[str]:
    beats, mark = "|".join(_WORDS["record"]["beats"]), "|".join(_WORDS["record"]["mark"])
    return re.compile(
        rf"‹[A-Z](?P<new>\d+)›[^‹|¶;:]{{0,60}}?,\s(?P<beats>{beats})\s(?:the|its|their|his|her)\s(?:[\w’'-]+\s){{0,3}}?"
        rf"(?P<mark>{mark})(?:,?\sof|\s\()\s?‹[A-Z](?P<old>\d+)›",
        re.IGNORECASE,
    )


@cache
def _low() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_WORDS['record']['low'])})", re.IGNORECASE)
