"""Movements in per cent, as a fraction or a multiple, whose two levels a story tells elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.amount import difference, meet, negate
from extractor.model import Claim, Cue, Direction, Relation, Role, Span
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.beside import is_of_another, way_beside
from extractor.reconcile.link.cues.moves import MOVE, direction_of, is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.link.guards.made import makes_change
from extractor.reconcile.link.then_now.levels import Pair, are_near, likeliest, pairs
from extractor.reconcile.link.then_now.naming import are_wider, nouns
from extractor.reconcile.link.then_now.sides import Sides, sides
from extractor.reconcile.link.then_now.subject import is_about, is_no_wider, is_over, names_rate
from extractor.reconcile.link.window.change import ATTACHED, BACK, LEVELS, exceeds
from extractor.reconcile.link.window.levels import by_way, has_own_level, is_free, is_of_average
from extractor.reconcile.link.window.near import is_near, is_near_multiple
from extractor.reconcile.link.window.plain import is_plain, is_told
from extractor.reconcile.link.window.scope import after, before, nearest_before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Verbs that are a multiple of their own, and which way they point.
_TURNS: tuple[tuple[Direction, Regex], ...] = (
    ("rose", Regex(r"(?:doubl|tripl|trebl|quadrupl|quintupl)(?:es|ed|ing)$|fold$", re.IGNORECASE)),
    ("fell", Regex(r"halv(?:es?|ed|ing)$", re.IGNORECASE)),
)
#: "Three times as many", "twice what it was", and then a time.
_TIMES_AS = Regex(
    r"^\s(?:as\s(?:many|much)\b|(?:what|that|the\s(?:number|figure|total|sum|amount|level))\b)"
    r"[^,;.:]{0,70}?\b(?:years?|months?|season|quarter|week|before|ago|earlier|last)\b",
    re.IGNORECASE,
)
#: "8 per cent below the long-term average": set against something, not moved.
_NOT_MOVED = Regex(
    r"^\s(?:above|below|over(?!\s(?:the\s)?(?:same|last|past|weekend|year|month|week|summer|winter|spring|autumn|season|decade|period|holiday)\b)"
    r"|under|ahead|behind|short|off)\b",
    re.IGNORECASE,
)
#: "The drop of 35 per cent in funding": what moved, behind a movement; a time or place is none.
_IN = Regex(
    r"^\s(?:in|of|for)\s((?!(?:the|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|this|that|last|just|each|every|\d+)\b)[a-z][\w’'-]{2,}(?:\s[a-z][\w’'-]{3,})?)"
)
#: "Burglaries halve in the west": a part of the place, and no time.
_IN_THE = Regex(
    r"^\s(?:in|on)\sthe\s(?!(?:last|past|first|second|third|fourth|final|same|previous|next|latest|opening|early|late|year|month|week|quarter"
    r"|decade|half|season|summer|winter|spring|autumn|period|face|wake|run|back|end|way|whole|course|space)\b)([a-z]{3,})"
)
#: From a level to its own movement: "316 million handsets in the quarter, up".
_OWN = Regex(
    r"^(?:\s[\w’'-]+){0,7}?,\s(?:up|down|an?\s(?:[\w-]+\s)?(?:rise|fall|gain|loss|drop|increase|decrease)\sof)\s(?:by\s|about\s|some\s|just\s)?$",
    re.IGNORECASE,
)
#: "There were 3,150 passages last year, 8 per cent down": the level that the movement led to, not where it began.
_OWN_LEVEL = Regex(r"^(?:\s[\w’'-]+){0,7}?,\s(?:about\s|some\s|just\s)?$", re.IGNORECASE)
#: "Visits BY FAMILIES doubled": a part of what moved, told before the movement.
_OF_PART = Regex(
    r"^[^,;:]{3,60}?\b(?:by|among|from|with)\s(?:the\s|its\s|their\s)?([a-z][\w’'-]{3,})\b[^,;:]{0,30}$",
    re.IGNORECASE,
)
#: "And FREIGHT SAW a jump of 150 per cent".
_SAW = Regex(
    r"\b(?:and|while|but|as)\s(?:the\s|its\s)?([a-z][\w’'-]{2,})\s(?:saw|had|showed|recorded|posted|enjoyed|suffered)\s(?:an?|the)\s[^,;]*$",
    re.IGNORECASE,
)
_YEAR = Regex(r"\b(?:19|20)\d\d\b")
_SINCE_THEN = Regex(r"Since\s(?:then|that)\b")
_WAY = Regex(r"^\s(?:up|down|more|fewer|less|higher|lower)\s?[.,;:)]", re.IGNORECASE)
_NOUN = Regex(rf"\b(?:the|that|this|an?)\s(?:[\w-]+\s)?({MOVE}),?\sof\s(?:[\w-]+\s)?$", re.IGNORECASE)
_DENIED = Regex(
    r"\b(?:not|never|no|without|nearly\sas|instead\sof|rather\sthan|if|unless)\b|n[’']t\b", re.IGNORECASE
)


#: "Ordered the cities to cut their use by 25 per cent": what is to be done, and has moved nothing yet.
_ORDERED = Regex(
    r"\b(?:order|forc|requir|instruct|urg|oblig|ask|direct|compel|tell|told)(?:e[sd]?|s|ed|ing)?\s"
    r"(?:[\w’'-]+\s){1,6}?to\s(?:[\w’'-]+\s){1,6}$",
    re.IGNORECASE,
)


def moved(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each movement that no relation found so far is about, where one pair of levels fits the words."""
    explained, fell = _explained(found), _set_beside(found)
    measured = {
        frozenset(c.id for c in r.claims()[1:]): r.claims()[0].id
        for r in found
        if r.kind in ("change", "multiple")
    }
    for change in story.claims:
        fits = explained.get(change.id, set())
        way = _way(story, change) if None not in fits else None
        if way is None:
            continue
        told = likeliest(story, [p for p in _candidates(story, change, fell) if _fits(story, change, p)])
        if len(told) != 1:
            continue
        levels = frozenset(c.id for c in told[0].both)
        if (fits and levels not in fits) or measured.get(levels, change.id) != change.id:
            continue
        relation = _relation(story, change, told[0], way)
        near = is_near_multiple(relation) if relation.kind == "multiple" else is_near(relation)
        if near or (names_rate(story, change, told[0]) and _is_in_points(change, told[0])):
            yield relation


def _set_beside(found: Sequence[Relation]) -> list[tuple[Claim, Claim]]:
    """The shares, the older one first, that the words make a movement from one to the other: "fell to 48% from 54%"."""
    pairs = []
    for relation in found:
        compared = relation.comparison() if relation.kind == "compare" else None
        if relation.strength == "stated" and compared is not None and direction_of(compared.text) is not None:
            new, old = relation.claims()
            if family(new) == family(old) == "P":
                pairs.append((old, new))
    return pairs


def _is_in_points(change: Claim, pair: Pair) -> bool:
    """True for a movement that its two shares make in points: the 2 per cent from 8 per cent to 6."""
    if any(family(c) != "P" for c in pair.both):
        return False
    gap = difference(pair.old.figure.amount, pair.new.figure.amount)
    size = replace(change.figure.amount, unit=gap.unit)
    return meet(size, gap) or meet(negate(size), gap)


def _explained(found: Sequence[Relation]) -> dict[str, set[frozenset[str] | None]]:
    """What explains a figure: the two levels that the numbers of a change fit, whichever way; None for all else."""
    explained: defaultdict[str, set[frozenset[str] | None]] = defaultdict(set)
    for relation in found:
        if relation.kind == "same":
            continue
        change, *others = relation.claims()
        fits = relation.kind == "change" and relation.strength == "numeric" and len(others) == 2
        explained[change.id].add(frozenset(c.id for c in others) if fits else None)
        for claim in others:
            explained[claim.id].add(None)
    return explained


def _candidates(story: Story, change: Claim, beside: Sequence[tuple[Claim, Claim]]) -> Iterator[Pair]:
    """The pairs without a rival, and those that the words set side by side whatever else is told."""
    known = set()
    for pair in pairs(story, change):
        known.add(frozenset(c.id for c in pair.both))
        yield pair
    if change.block in DISPLAY or family(change) not in "PXT":
        return
    for old, new in dict.fromkeys((*(s.both for s in story.once(_sides)), *beside)):
        pair = Pair(old, new, ordered=True)
        apart = change not in pair.both and frozenset((old.id, new.id)) not in known
        near = apart and fits_kind(change, new) and are_near(story, change, old, new)
        if not near or not all(is_free(story, change, c) for c in pair.both):
            continue
        if is_no_wider(story, change, pair) or names_rate(story, change, pair):
            yield pair


def _sides(story: Story) -> tuple[Sides, ...]:
    return tuple(sides(story))


def _way(story: Story, change: Claim) -> Direction | None:
    """Which way a plain movement points; None for what is none."""
    if change.stance != "asserted" or change.negated or family(change) not in "PXCMUT":
        return None
    if _NOT_MOVED.match(after(story, change)):
        return None
    if _ORDERED.search(before(story, change, 90)):
        return None
    if _DENIED.search(before(story, change, 40)) or not is_plain(story, change):
        return None
    if family(change) == "P":
        return _way_of_share(story, change)
    if family(change) in "CMUT":
        led = story.lead(change)
        told = change.block not in DISPLAY and (is_told(story, change) or BACK.search(led) is not None)
        return way_beside(story, change) if told else None
    if _TIMES_AS.match(after(story, change, 120)):
        return "rose"
    return next((way for way, verb in _TURNS if verb.search(change.figure.text)), None)


def _way_of_share(story: Story, change: Claim) -> Direction | None:
    """ "Up by a fifth", "an increase of 8 per cent", "The increase, of 15 per cent,"."""
    noun = _NOUN.search(before(story, change, 40))
    if noun is not None:
        return direction_of(noun[1])
    told = is_told(story, change) if change.block not in DISPLAY else is_change(change)
    return way_of(story, change) or way_beside(story, change) if told else None


def _fits(story: Story, change: Claim, pair: Pair) -> bool:
    """True if the words make the pair the levels of a movement."""
    if (
        exceeds(change, *pair.both)
        or not has_own_level(story, change, *pair.both)
        or not _keeps_attached(story, change, pair)
        or _is_since_another(story, change, pair)
        or _is_long_before(story, change, pair)
        or is_of_average(story, change, *pair.both)
    ):
        return False
    told = " ".join(story.sentence(c) for c in pair.both).replace(after(story, change), "")
    if is_of_another(story, change, told) or _is_in(story, change, told) or _is_of_part(story, change, pair):
        return False
    return is_over(story, change, pair) and is_about(story, change, pair)


def _is_since_another(story: Story, change: Claim, pair: Pair) -> bool:
    """True for "Ten years ago 1,755 died. SINCE THEN ..." where neither level is of the sentence before."""
    return _SINCE_THEN.match(story.sentence(change)) is not None and nearest_before(story, change) not in (
        change.sentence,
        *(c.sentence for c in pair.both),
    )


def _is_long_before(story: Story, change: Claim, pair: Pair) -> bool:
    """True for "a gain of 13 per cent. In 2020 it had been 97 million": a level of some year that is not the last."""
    period, text = pair.old.period, story.document.text
    if period is None or not _YEAR.fullmatch(period.key) or period.found not in ("here", "sentence"):
        return False
    new = next(c for c in pair.both if c is not pair.old)
    if new.period is not None and new.period.found in ("here", "sentence"):
        return False
    if pair.old.sentence <= change.sentence or _YEAR.search(story.sentence(change)):
        return False
    printed, latest = story.document.published, max(map(int, _YEAR.findall(text)))
    if printed is None and pair.old.sentence == new.sentence and int(period.key) == latest:
        return False  # "5,640, against 6,000 in 2024" in a story that names no later year
    return (printed.year if printed is not None else latest) != int(period.key) + 1


def _is_in(story: Story, change: Claim, told: str) -> bool:
    """True for "the drop of 35 per cent in funding" where no funding was told."""
    if are_wider(after(story, change), told):
        return True
    found = _IN.match(after(story, change)) or _IN_THE.match(after(story, change))
    return found is not None and not content_words(found[1]) & content_words(told)


def _is_of_part(story: Story, change: Claim, pair: Pair) -> bool:
    """True if words before a movement name a part or another thing that no level is told of."""
    led = story.lead(change)
    named = [m[1] for m in (_OF_PART.match(led), _SAW.search(led)) if m is not None]
    told = " ".join(story.sentence(c) for c in pair.both if c.sentence != change.sentence)
    known = content_words(told) | nouns(story, pair)
    return any(content_words(word) and not content_words(word) & known for word in named)


def _keeps_attached(story: Story, change: Claim, pair: Pair) -> bool:
    """False where the movement is told with a level of its own, "up 14% at $37", that is neither of the two."""
    told = story.words(
        Span(min(pair.old.figure.span.end, change.figure.span.start), change.figure.span.start)
    )
    if (
        pair.old.figure.span < change.figure.span
        and _OWN_LEVEL.match(told)
        and _WAY.match(after(story, change))
    ):
        return False
    others = [c for c in story.in_sentence(change.sentence) if c not in pair.both and family(c) in LEVELS]
    behind = [c for c in others if c.figure.span > change.figure.span]
    ahead = [c for c in others if c.figure.span < change.figure.span]
    if any(ATTACHED.match(story.between(change, c)) for c in behind):
        return False
    return not any(_OWN.match(story.between(c, change)) for c in ahead)


def _relation(story: Story, change: Claim, pair: Pair, way: Direction) -> Relation:
    told = by_way(*pair.both, way)
    # "Will be £412m, £21m more than THIS YEAR'S £391m": the words of time may be read the wrong way round.
    old, new = told if not pair.ordered or makes_change(change, *told) else pair.both
    cue = Cue(story.document.id, change.sentence, story.sentence(change))
    if family(change) == "X":
        return Relation(
            "multiple", (Role("multiple", change), Role("to", new), Role("from", old)), cue, "contextual"
        )
    roles = (Role("change", change), Role("from", old), Role("to", new))
    return Relation("change", roles, cue, "contextual", way)


__all__ = ["moved"]
