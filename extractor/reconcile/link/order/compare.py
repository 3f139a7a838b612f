"""Comparisons: what "slightly higher than the national average" sets against what.

Two figures in one sentence are tied by its words ("50 per cent compared with 30", "fell from
12 to 9"). The other ways have a file each: orders by name or side, majorities, and references
that name no figure (`average`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.lexicon import table
from extractor.model import (
    ComparisonDirection,
    Cue,
    Relation,
    Role,
    Span,
)
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.compare_phrases import AGAINST, MOVED, THAN
from extractor.reconcile.link.cues.moves import direction_of, is_amount, untold
from extractor.reconcile.link.cues.phrases import Marked, Match, first_of_each, matches
from extractor.reconcile.link.order.average import with_named
from extractor.reconcile.link.order.by_names import orders_by_name
from extractor.reconcile.link.order.by_sides import orders_by_side
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.link.order.listed_after import listed_after
from extractor.reconcile.link.order.majority import majorities
from extractor.reconcile.link.order.most_of import most_of
from extractor.reconcile.link.order.named_order import named_orders
from extractor.reconcile.link.order.set_after import set_after
from extractor.reconcile.link.order.set_beside import BESIDE, with_time, with_unit
from extractor.reconcile.link.order.speeds import is_of_speed, way_of_verb
from extractor.reconcile.link.order.told_before import told_before
from extractor.reconcile.link.window.scope import after, before, one_thing
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: "The reductions RAN from 9 to 48 per cent": the ends of a range, in whatever order.
_SPANS = Regex(
    r"\b(?:ran|runs?|running|rang(?:e[sd]?|ing)|var(?:y|ie[sd]|ying)|stretch(?:e[sd]|ing)?|spread|span(?:s|ned)?|anywhere|anything|everything)"
    r"\s(?:between|from)\s",
    re.IGNORECASE,
)
PHRASES = (*MOVED, *AGAINST, *THAN, *BESIDE)
#: Before a stretch of time in which something else was counted: "61,400 over its first seven days".
_SPELL = Regex(
    r"\b(?:in|over|for|within|during|after|across)\s(?:the\s|its\s|their\s|his\s|her\s|our\s)?"
    r"(?:first\s|last\s|past\s|opening\s|latest\s|next\s|previous\s)?$",
    re.IGNORECASE,
)
#: Where a smaller number is the better place, "up from 12 to 9" is no contradiction.
PLACES = Regex(
    r"\brank|\bseed|\bchart|\b\w+(?:st|nd|rd|th)\splace\b|\bplaces\s(?:up|down)\b|\bposition|\bleague\b|\bhandicap|\bodds\b|\bratio\b|\bin\sthe\stable|\bstandings\b|\bdivision\b|\bof\sthe\stable",
    re.IGNORECASE,
)
#: Words that size a movement beside its verb, and verbs that do.
_ADVERBS = r"(?:(?:only|just|very)\s)?(?:slightly|marginally|fractionally|a\s(?:touch|shade|tad|fraction|smidgen|whisker))"
_EDGED = Regex(r"(?:edg(?:ed?|es|ing)|nudg(?:ed?|es|ing)|tick(?:s|ed|ing)?)(?:\s(?:up|down|higher|lower))?")
_LITTLE_BEFORE = Regex(
    rf"(?:\b(?:edg(?:ed?|es|ing)|nudg(?:ed?|es|ing)|tick(?:s|ed|ing)?)\s(?:back\s)?|\b{_ADVERBS}\s)$"
)
_LITTLE = Regex(rf"\s(?:(?:up|down|back)\s)?{_ADVERBS}\b")
#: A count below which "edged up" is said of what is many per cent.
FEW = 50


def comparisons(story: Story, marked: Marked) -> Iterator[Relation]:
    """All comparisons of the story that two figures can bear out or not."""
    yield from (told := [*_in_words(story, marked), *named_orders(story)])
    yield from orders_by_name(story, told)
    yield from orders_by_side(story, told)
    yield from majorities(story)
    yield from most_of(story)
    yield from set_after(story)
    yield from listed_after(story)
    yield from told_before(story)
    for comparison in story.comparisons:
        yield from with_named(story, comparison)


#: "The richest 1 percent" is a group of people and no amount.
_GROUPS = Regex(
    r"\b(?:top|bottom|richest|poorest|wealthiest|highest-paid|lowest-paid|upper|lower|first|last|other|(?:for|in)\s(?:every|each)|per)\s$",
    re.IGNORECASE,
)


def _names_groups(story: Story, match: Match) -> bool:
    """True if a figure of a match only names a group."""
    text = story.document.text
    starts = (c.figure.span.start for c in match.claims())
    return any(_GROUPS.search(text[max(0, start - 16) : start]) for start in starts)


def _in_words(story: Story, marked: Marked) -> Iterator[Relation]:
    for match in first_of_each(matches(marked, MOVED), "to", "from"):
        relation = _moved(story, with_time(match))
        if relation is not None:
            yield relation
    for match in first_of_each(matches(marked, (*AGAINST, *THAN, *BESIDE)), "to", "from"):
        match = with_unit(match)
        word = match.words["more"]
        places = PLACES.search(story.sentence(match.roles["to"]))
        alike = _of_one(match) and not (
            _names_groups(story, match)
            or _turns(story, match)
            or _is_attribute(story, match)
            or _is_some(story, match)
            or _HOW.match(story.document.text, match.span.start) is not None
            or is_of_speed(story, match, word)
            or any(c.statistic == "change" and _SIZE.match(after(story, c)) for c in match.claims())
            or any(_NOT.search(before(story, c, 30)) for c in match.claims())
        )
        if alike and not places and not untold(word) and not _PRAISE & set(word.split()):
            yield _relation(story, match, word, _direction(word))


def _of_one(match: Match) -> bool:
    """True for two levels of one unit; a clause of its own must not count another thing either."""
    to, of = match.roles["to"], match.roles["from"]
    words = set(match.words["more"].split())
    if (_QUICK & words and family(to) != "D") or (_BEATS & words and family(to) == "D"):
        return False
    return same_unit(to, of) and (
        not match.phrase.name.endswith(("than-where", "which-is")) or one_thing(to, of)
    )


def _is_attribute(story: Story, match: Match) -> bool:
    """True for "failures IN HIGHER maths came to 4.6 per cent": the word belongs to a name, and compares nothing."""
    lead = story.document.text[max(0, match.span.start - 12) : match.span.start]
    first = re.match(r"[\w’'-]+", story.words(match.span))
    return (
        first is not None and first[0].lower() in _ATTRIBUTES and _AFTER_PREPOSITION.search(lead) is not None
    )


def _is_some(story: Story, match: Match) -> bool:
    """True for "higher at 58 OF THEM. In the north it was higher at 9": at so many, and no level of the next sentence's."""
    to, of = match.roles["to"], match.roles["from"]
    return to.sentence != of.sentence and any(_OF_THEM.match(after(story, c)) for c in (to, of))


#: "The tone was LESS CHEERFUL, with 1,604 decliners against 1,388": how it was, and no order of the two.
_HOW = Regex(
    r"(?:more|less)\s[a-z]+(?:ful|ous|ive|al|able|ible|ic|ing|ed|ent|ant|ish|ary|less|at|ombre)(?:,|\swith\b)",
    re.IGNORECASE,
)
_OF_THEM = Regex(r"^\sof\s(?:them|these|those|which|whom)\b")
#: "850 FEWER in fact": a difference, and no side of a comparison.
_SIZE = Regex(r"^\s(?:more|fewer|less|higher|lower)\b")
_ATTRIBUTES = {"higher", "lower", "upper", "further", "greater"}
_AFTER_PREPOSITION = Regex(r"\b(?:in|of|at|for|with|from|among|to)\s(?:the\s)?$", re.IGNORECASE)


def _turns(story: Story, match: Match) -> bool:
    """True for "more goals, with 538, BUT SHE has taken 598 shots": the second figure is of another deed."""
    first, last = sorted(c.figure.span for c in (match.roles["to"], match.roles["from"]))
    return _BUT.search(story.document.text[first.end : last.start]) is not None


#: "More, maybe three, but NOT four".
_NOT = Regex(r"\b(?:not|never|hardly)\s(?:even\s|quite\s|yet\s)?$", re.IGNORECASE)
_BUT = Regex(r",\s(?:but|though|although)\s(?:he|she|it|they|we)\b", re.IGNORECASE)
_QUICK = {"quicker", "faster", "swifter", "slower"}
#: Whether better is higher hangs on what is counted.
_PRAISE = {"better", "worse"}
_MISSES = {"missing", "undershooting", "trailing", "lagging"}
#: What a time does that is less, and a sum that is more.
_BEATS = {"beating", "topping", "exceeding", "surpassing", "bettering", *_MISSES}
_LESS = {"below", "under", "short", "behind", "quicker", "faster", "swifter", *_MISSES}


def _direction(word: str) -> ComparisonDirection:
    words = set(re.findall(r"[a-z]+", word))
    lower = words & {*_LESS, *table("comparisons")["words"]["lower"]} or direction_of(word) == "fell"
    return "lower" if lower else "higher"


#: "Put LOSSES to 2.6 billion from an initial 1.9 billion": what was lost, and no fall.
_LEVELS = {"loss", "losses", "gain", "gains", "savings"}


#: "The increase WAS REVISED TO 2.9 per cent from 3.1": what was told of a movement, and none itself.
_REVISED = Regex(
    r"\b(?:revised|restated|corrected|amended|re-?estimated|recalculated)\s(?!up|down|higher|lower)(?:\w+ly\s)?to\s",
    re.IGNORECASE,
)


#: "24 MORE shops than it began, up from 588": a difference, and no level.
_MORE = Regex(r"^\s(?:more|fewer|less|extra|additional)\b", re.IGNORECASE)


def _moved(story: Story, match: Match) -> Relation | None:
    word = match.words["move"]
    if _is_how_long(story, match):
        return None
    way = way_of_verb(story, match, word) if is_of_speed(story, match, word) else direction_of(word)
    if (
        way is None
        or word in _LEVELS
        or _REVISED.search(story.words(match.span))
        or untold(word)
        or is_amount(story.words(match.span))
        or _MORE.match(after(story, match.roles["to"]))
        or not same_unit(match.roles["to"], match.roles["from"])
    ):
        return None
    if PLACES.search(story.sentence(match.roles["to"])) or _names_groups(story, match):
        return None
    if _SPANS.search(story.words(match.span)):
        return None
    relation = _relation(story, match, word, "higher" if way == "rose" else "lower")
    return _moved_a_little(relation) if _is_little(story, match, word) else relation


def _is_little(story: Story, match: Match, word: str) -> bool:
    """True for "edged up to", "rose slightly, to": a movement that is said to be small, whether it is or not."""
    before_word, _, behind = story.words(match.span).lower().partition(word)
    lead = story.document.text[max(0, match.span.start - 24) : match.span.start].lower() + before_word
    return _EDGED.fullmatch(word) is not None or bool(_LITTLE_BEFORE.search(lead) or _LITTLE.match(behind))


def _moved_a_little(relation: Relation) -> Relation:
    """The movement with its degree; a few more of a few is neither little nor much."""
    comparison = relation.comparison()
    assert comparison is not None
    few = any(family(c) == "C" and (c.figure.value or 0) < FEW for c in relation.claims())
    sized = replace(comparison, degree=None if few else "edged")
    roles = (replace(relation.roles[0], value=sized), *relation.roles[1:])
    return replace(relation, roles=roles)


def _is_how_long(story: Story, match: Match) -> bool:
    """True for "61,400 over its first seven days, up from 57,900": the days are not what went up."""
    new, old = match.roles["to"], match.roles["from"]
    if family(new) != "D" or old.measure is None or not any(c.isdigit() for c in old.figure.text):
        return False
    return _SPELL.search(story.lead(new)) is not None


def _relation(story: Story, match: Match, word: str, direction: ComparisonDirection) -> Relation:
    inside = story.words(match.span).lower().find(word)
    at = match.span.start + inside
    span, degree = _with_degree(story, Span(at, at + len(word))) if inside >= 0 else (match.span, None)
    new, old = match.roles["to"], match.roles["from"]
    comparison = compared(story, span, new, direction, span.start, span.end, degree=degree)
    roles = (Role("stated", comparison), Role("subject", new), Role("reference", old))
    return Relation("compare", roles, Cue(story.document.id, match.span, story.words(match.span)), "stated")


def _with_degree(story: Story, word: Span) -> tuple[Span, str | None]:
    """The comparing words with the adverb that sizes the difference, "slightly more likely"; and the adverb."""
    sized = "|".join(map(re.escape, sorted(table("comparisons")["degree"], key=len, reverse=True)))
    start = max(0, word.start - 24)
    before = re.search(rf"\b({sized})\s+$", story.document.text[start : word.start], re.IGNORECASE)
    if before is not None:
        return Span(start + before.start(), word.end), before[1].lower()
    inside = re.match(rf"({sized})\s", story.words(word), re.IGNORECASE)
    return word, inside[1].lower() if inside is not None else None
