"""Changes: an old level, a new one, and the movement that the print gives between them.

A change stands in per cent, in points, in the unit of the levels ("up 300 to 4,245") or as a
multiple ("doubled from 12 to 24").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import (
    surely_less,
)
from extractor.lexicon import table
from extractor.model import Claim, Cue, Direction, Relation, Role, Span, Strength
from extractor.reconcile.link.cues.moves import direction_of, is_change
from extractor.reconcile.link.cues.phrases import Marked, Match, Phrase, first_of_each, matches
from extractor.reconcile.story import Story, family

_DENIED = re.compile(r"\b(?:instead\sof|rather\sthan|far\sfrom|without)\s$", re.IGNORECASE)
#: Numbers that are lower where more is meant.
_COUNTS_BACK = re.compile(rf"\b(?:{'|'.join(table('windows')['turned']['reversed'])})\b", re.IGNORECASE)
#: Change, old and new level, all tied by the words.
FULL = (
    Phrase(
        "moved-by-to-from",
        "a movement, its size, the new level and the old one",
        r"(?P<w_move>@MOVE)(?:\sin\s[\w’'-]+(?:\s[\w’'-]+)?)?\s(?:by\s|of\s)?{change:PTNX},?(?:\s(?!(?:and|but|while)\b)[\w’'-]+){0,4}?\sto\s{to:NPR}@NEAR\sfrom\s@LEAD{0,2}?{from:NPR}",
        "change",
        ("rose 1.5 percent, to $8.12 from $8.00", "fell by 3.1%, to 21,640 households from 22,330"),
        "rose 1.5 percent, to $8.12, while sales went from $8.00",
    ),
    Phrase(
        "moved-by-from-to",
        "a movement, its size, the old level and the new one",
        r"(?P<w_move>@MOVE)(?:\sin\s[\w’'-]+(?:\s[\w’'-]+)?)?\s(?:by\s|of\s)?{change:PTNX},?(?:\s(?!(?:and|but|while)\b)[\w’'-]+){0,4}?\sfrom\s{from:NPR}@NEAR\sto\s{to:NPR}",
        "change",
        ("rose by 12 per cent from 50 to 56", "a fall of 300, from 4,545 last year to 4,245"),
        "rose by 12 per cent from a low base to 56",
    ),
    Phrase(
        "moved-from-to-by",
        "a movement between two levels, then its size",
        r"\bfrom\s{from:NPR}@NEAR\sto\s{to:NPR}[^‹|¶;:()–—]{0,50}?(?:,\s|\s\(|\s[–—-]\s)(?:that\sis\s|which\sis\s|or\s)?(?:an?\s)?(?:[\w’'-]+\s){0,2}?(?P<w_move>@MOVE)(?:\sof)?(?:\s(?:about|some|around|nearly|just))?\s{change:PTNX}",
        "change",
        ("from 50 to 56, a rise of 12 per cent", "from 24.1 in May to 24.8 (up 2.9%)"),
        "from 50 to 56, a rise that 12 per cent of people noticed",
    ),
    Phrase(
        "moved-from-to-change-noun",
        "a movement between two levels, then its size before its noun",
        r"\bfrom\s{from:NPR}@NEAR\sto\s{to:NPR}[^‹|¶;:()–—]{0,50}?(?:,\s|\s\(|\s[–—-]\s)(?:that\sis\s|which\sis\s|or\s)?(?:an?\s)?{change:PTNX}\s(?:[\w’'-]+\s)?(?P<w_move>@MOVE)",
        "change",
        ("from 50 to 56, a 12 per cent rise", "from $4.10 to $3.69 – a 10 percent drop"),
        "from 50 to 56, and 12 per cent of them rose early",
    ),
    Phrase(
        "moved-to-from-by",
        "a movement to a new level from an old one, then its size",
        r"\bto\s{to:NPR}@NEAR\sfrom\s{from:NPR}[^‹|¶;:()–—]{0,50}?(?:,\s|\s\(|\s[–—-]\s)(?:that\sis\s|which\sis\s|or\s)?(?:an?\s)?(?:[\w’'-]+\s){0,2}?(?P<w_move>@MOVE)(?:\sof)?(?:\s(?:about|some|around|nearly|just))?\s{change:PTNX}",
        "change",
        ("to £142m from £213m, a drop of a third",),
        "to £142m from £213m, a drop that a third of banks feared",
    ),
    Phrase(
        "level-moved-on",
        "a new level, then the size of the movement and the old level",
        r"{to:NPR}[^‹|¶;:()]{0,60}?(?:,|\s\(|\s[–—-])\s?(?:which\s(?:is|was)\s|or\s)?(?:an?\s)?(?:(?!(?:but|yet|though|although)\b)[\w’'-]+\s)?(?P<w_move>@MOVE)(?:\sof)?(?:\sby)?\s{change:PTNX}\s(?:on|from|over|against|compared\s(?:with|to)|versus)\s(?:(?!\band\b|\bwhile\b|\bbut\b)[^‹|¶;:,()]){0,40}?{from:NPR}",
        "change",
        ("was £84.2m, up 12.3 per cent on the £75.0m", "came to £52.7m, a fall of 18 per cent from £64.3m"),
        "was £84.2m, up 12.3 per cent, on sales of £75.0m",
    ),
    Phrase(
        "level-change-move-on",
        "a new level, then the size of the movement, its word and the old level",
        r"{to:NPR}(?:[^‹|¶;:()]{0,60}?(?:,|\s\(|\s[–—-])\s?(?:which\s(?:is|was)\s|or\s)?(?:an?\s)?|\s(?:is|was|are|were)\s(?:still\s|now\s|thus\s|about\s|nearly\s)?){change:PTNX}\s(?P<w_move>more|less|fewer|higher|lower|up|down|above|below|increase|rise|fall|drop)\s(?!(?:than\s)?(?:in|at|during|last(?!\s[\w-]+[’']s\s)|before|when)\b)(?!(?:with|for|to|by)\b)(?:than|on|from|over)?\s?(?:(?!\band\b|\bwhile\b|\bbut\b)[^‹|¶;:,()]){0,40}?{from:NPR}",
        "change",
        (
            "counted 2,430 vehicles, 12 per cent more than the 2,170",
            "making 9.0p, 50 per cent up on the 6.0p",
        ),
        "counted 2,430 vehicles, 12 per cent more than in the 17 years",
    ),
    Phrase(
        "moved-from-to-the-change",
        "a movement between two levels, then its size in the next sentence",
        r"(?P<w_move>@MOVE)@STEADY{0,5}?\sfrom\s@LEAD{0,2}?{from:NPR}(?:\s(?!and\b)[\w’'-]+){0,4}?\sto\s@LEAD{0,2}?{to:NPR}[^‹|¶]{0,30}?@NEXT(?:The|That|This)\s(?:change|difference|movement),\s(?:of\s)?{change:PTNX},",
        "change",
        ("has dropped from 61 to 47.| The change, 14, pleased everyone",),
        "has dropped from 61 to 47.| The change, 14 weeks of talks later, pleased everyone",
    ),
    Phrase(
        "added-taking-total-to-from",
        "so many more, then the new total and the old one",
        r"(?P<w_move>(?i:add(?:ed|s|ing)?|gain(?:ed|s|ing)?|los(?:t|es|ing)|shed(?:ding)?))\s{change:PTNX}(?:\s(?!and\b)[\w’'-]+){0,14}?,\s(?:taking|bringing|lifting|raising|cutting|reducing)\s(?:its|the|their)\s(?:[\w’'-]+\s){1,3}?to\s{to:NPR}(?:\s[\w’'-]+){0,3}?,?\sfrom\s{from:NPR}",
        "change",
        ("added 14 jobs in the year, taking the total to 61 from 47",),
        "added 14 jobs, taking buses to 61 places from 47 villages",
    ),
    Phrase(
        "change-noun-from-to",
        "the size of a movement before its noun, then both levels",
        r"{change:PTNX}\s(?:[\w’'-]+\s)?(?!(?:fell|rose|grew|shrank|sank|slid|\w+ed)\b)(?P<w_move>@MOVE)(?:\s[\w’'-]+){0,5}?,?\sfrom\s@LEAD{0,2}?{from:NPR}@NEAR\sto\s@LEAD{0,2}?{to:NPR}",
        "change",
        ("a 12 per cent rise in pupils, from 50 to 56", "a 10 percent drop from $4.10 a year ago to $3.69"),
        "a 12 per cent rise, and buses from 50 villages go to 56 schools",
    ),
    Phrase(
        "change-noun-to-from",
        "the size of a movement before its noun, then the new level and the old",
        r"{change:PTNX}\s(?:[\w’'-]+\s)?(?!(?:fell|rose|grew|shrank|sank|slid|\w+ed)\b)(?P<w_move>@MOVE)(?:\s[\w’'-]+){0,5}?,?\sto\s@LEAD{0,2}?{to:NPR}@NEAR\sfrom\s@LEAD{0,2}?{from:NPR}",
        "change",
        ("a 12 per cent rise in pupils, to 56 from 50",),
        "a 12 per cent rise, and notes to 56 parents came from 50 schools",
    ),
    Phrase(
        "moved-level-by-to",
        "an old level that was moved by so much to a new one",
        r"(?P<w_move>@MOVE)\s(?:[\w’'-]+\s){0,4}?(?:from\s)?{from:NPR}(?:\s[\w’'-]+){0,4}?\sby\s{change:PTX},?\sto\s{to:NPR}",
        "change",
        ("raised its fee of £50 by 12 per cent, to £56",),
        "raised £50 by noon, 12 per cent of it from £56 gifts",
    ),
    Phrase(
        "moved-by-to-then-was",
        "a movement, its size and the new level, then the old level as it was",
        r"(?P<w_move>@MOVE)(?:\s(?!from\b)[\w’'-]+){0,3}?\s(?:by\s|of\s)?{change:PTNX},?(?:\s[\w’'-]+){0,3}?(?<!according)\sto\s{to:NPR}[^‹|¶]{0,40}?@NEXT[^‹|¶]{0,50}?\b(?:was|were|had\sbeen|stood\sat)\s(?:about\s|just\s)?{from:NPR}",
        "change",
        ("rose 12 per cent to £56m last year.| The year before it was £50m",),
        "rose 12 per cent to £56m.| A ticket costs £50",
    ),
    Phrase(
        "level-against-level-up",
        "a new level against an old one, then the movement between them",
        r"{to:NPR}[^‹|¶;:()]{0,60}?,?\s(?:compared\s(?:with|to)|against)\s(?:[\w’'-]+\s){0,3}?{from:NPR}[^‹|¶;()]{0,40}?(?:,|\s\(|\s[–—-])\s?(?P<w_move>up|down)\s(?:by\s)?{change:PTNX}",
        "change",
        ("56 pupils, compared with 50 last year, up 12 per cent",),
        "56 pupils, compared with 50 last year, up in arms over 12 per cent",
    ),
    Phrase(
        "stood-moved-to",
        "an old level told first, then the movement to the new one",
        r"(?:stood\sat|was|were|had\sbeen|from|of)\s{from:NPR}[^‹|¶;:]{0,60}?(?:,|\sand|\sbut)\s(?:has\s|have\s|had\s|then\s|then\shas\s)?(?P<w_move>@MOVE)\s(?:by\s)?{change:PTNX}[^‹|¶;:]{0,20}?\sto\s{to:NPR}",
        "change",
        ("which stood at 14 percent in March, shrank 3 percent to 11 percent",),
        "which stood at 14 percent, shrank 3 percent of the time",
    ),
    Phrase(
        "level-up-from-change",
        "a new level, the old one, then the size of the movement",
        r"{to:NPR}[^‹|¶;:()]{0,60}?(?:,|\s\(|\s[–—-])\s?(?:up|down|compared\s(?:with|to)|against|rising|falling)\s(?:from\s)?(?:[\w’'-]+\s){0,2}?{from:NPR}[^‹|¶;:()–—]{0,50}?(?:,\s|\s\(|\s[–—-]\s)(?:an?\s)?(?:[\w’'-]+\s)?(?P<w_move>@MOVE)\sof\s(?:about\s|some\s|around\s)?{change:PTNX}",
        "change",
        ("account for 17% of households, compared with 15% last year, an increase of two percentage points",),
        "17% of households, compared with 15% last year, and two percentage points of turnout",
    ),
)
#: Change and both levels, where the words of movement alone tell which level is the old one.
BOTH = (
    Phrase(
        "two-levels-then-change",
        "two levels side by side, then the change from one to the other",
        r"{one:NPR}[^‹|¶;]{0,90}?{two:NPR}[^‹|¶;]{0,50}?(?:,|:|\s[–—-]|\s\()\s?(?:that\sis\s|or\s|which\sis\s|and\sso\s)?(?:an?\s)?(?:(?P<w_move>@MOVE)\sof\s(?:about\s|some\s)?{change:PTX}|{change2:PTX}\s(?:[\w’'-]+\s)?(?P<w_move2>@MOVE))",
        "change",
        (
            "issued 88 permits in 2024 and 121 so far this year, a 37.5 per cent increase",
            "managed 149, and Palm Rise 262: 76 per cent more",
            "stood at 41,200, against 39,600 in June — a jump of 4 per cent",
        ),
        "issued 88 permits and 121 notices; a 37.5 per cent increase in staff helped",
        "contextual",
    ),
    Phrase(
        "level-had-been-level-moved-by",
        "a level, the old one in the next sentence, then the movement between them",
        r"{one:NPR}[^‹|¶]{0,40}?@NEXT[^‹|¶]{0,60}?\b(?:had\sbeen|was|were|stood\sat)\s(?:[\w’'-]+\s){0,2}?{two:NPR}[^‹|¶]{0,60}?[.][”\"]?[|][|\s]*[^|¶]{0,70}?(?P<w_move>@MOVE)\s(?:by\s|of\s)?{change:PTX}",
        "change",
        (
            "It stood at 18,000 boxes.| In March there had been 13,500 behind the dam.| Since then it has risen by 33 per cent",
        ),
        "It stood at 18,000 boxes.| In March there had been 13,500.| The price of fuel and 33 per cent more staff helped",
    ),
    Phrase(
        "two-levels-so-moved-by",
        "two levels, in one sentence or two, and the movement that follows from them",
        r"{one:NPR}[^‹|¶]{0,40}?(?:[|][|\s]*[^‹|¶]{0,60}?)?{two:NPR}[^‹|¶;]{0,30}?,?\s(?:so|meaning|which\smeans|and\sso|that\sis)\s[^‹|¶;]{0,50}?(?P<w_move>@MOVE)\s(?:by\s|of\s)?{change:PTNX}",
        "change",
        ("a turnout of 65 per cent.| In 2022 it was 59 per cent, so that interest went up by 10 per cent",),
        "a turnout of 65 per cent.| In 2022 some 59 per cent voted early and costs went up by 10 per cent",
    ),
    Phrase(
        "change-then-levels",
        "a lead in points, then the two shares",
        r"{change:T}\s(?P<w_move>more|higher|likelier|ahead|above|clear|behind|less|lower|fewer)[^‹|¶;]{0,90}?(?:,|:|\s[–—-]|\s\(|\sby|\sat)\s?(?:about\s)?{one:P}[^‹|¶;]{0,40}?\s(?:against|to|compared\s(?:with|to)|versus)\s(?:[\w’'-]+\s){0,3}?{two:P}",
        "change",
        ("6 points likelier than men to want it, 49 per cent against 43 per cent",),
        "6 points likelier, and 49 per cent of men went to 43 per cent",
    ),
    Phrase(
        "closed-down-at-having",
        "a movement and the new level, then the old one told as before",
        r"(?P<w_move>@MOVE)\s(?:by\s)?{change:PTN}\s(?:at|to)\s{one:NPR}(?:(?!\b(?:while|but|and|as)\b)[^‹|¶;]){0,30}?,?\s(?:having|after|from|against|compared\s(?:with|to))\s[^‹|¶;]{0,40}?{two:NPR}",
        "change",
        ("closed down 4.3% at $17.85, having finished Monday at $18.65",),
        "closed down 4.3% at $17.85, and someone else sold at $18.65",
    ),
)
PHRASES = (*FULL, *BOTH)


#: Between a change and the level that it reached.
_REACHED = re.compile(r"^(?:\sto|,\sto)\s(?:a\s|about\s|some\s|just\s|around\s|nearly\s)?$", re.IGNORECASE)


def changes(story: Story, marked: Marked) -> Iterator[Relation]:
    """All movements that the story states with both levels."""
    full = [
        m
        for m in first_of_each(matches(marked, FULL), "change")
        if _possible(m)
        and not _is_denied(story, m)
        and not story.paragraphs_apart(m.roles["from"], m.roles["to"])
    ]
    yield from (_change(story, m, m.roles["from"], m.roles["to"], "stated") for m in full)
    taken = {m.roles["change"].id for m in full}
    for match in matches(marked, BOTH):
        relation = _between_two(story, match)
        if relation is not None and relation.roles[0].value.id not in taken:
            taken.add(relation.roles[0].value.id)
            yield relation


def _between_two(story: Story, match: Match) -> Relation | None:
    """The change between two levels, the old one being that which the movement starts from."""
    change = match.roles.get("change") or match.roles["change2"]
    one, two = match.roles["one"], match.roles["two"]
    direction = direction_of(match.words.get("move") or match.words.get("move2") or "")
    if match.words.get("move") in ("likelier", "ahead", "clear"):
        direction = "rose"
    if not same_unit(one, two) or not fits_kind(change, one) or direction is None:
        return None
    loose = match.phrase.strength == "contextual"
    if is_change(one) or is_change(two) or (loose and _others_between(story, match)):
        return None
    if _reaches_another(story, change, one, two):
        return None
    low, high = (one, two) if surely_less(one.figure.amount, two.figure.amount) else (two, one)
    if not surely_less(low.figure.amount, high.figure.amount):
        return None
    old, new = (low, high) if direction == "rose" else (high, low)
    roles = (Role("change", change), Role("from", old), Role("to", new))
    cue = Cue(story.document.id, match.span, story.words(match.span))
    return Relation("change", roles, cue, match.phrase.strength, direction)


def _reaches_another(story: Story, change: Claim, one: Claim, two: Claim) -> bool:
    """True for "It grew by 21 per cent to $1.19 billion" behind the prices of two baskets."""
    end = change.figure.span.end
    behind = [c for c in story.in_sentence(change.sentence) if c.figure.span.start >= end]
    return any(
        c not in (one, two)
        and family(c) in "CMUR"
        and _REACHED.match(story.words(Span(end, c.figure.span.start)))
        for c in behind
    )


def _others_between(story: Story, match: Match) -> bool:
    """True if the sentence has a third level of the same unit, which may be the one meant."""
    one = match.roles["one"]
    sentences = {c.sentence for c in match.claims()}
    inside = [c for s in sentences for c in story.in_sentence(s)]
    own = {c.id for c in match.claims()}
    return any(c.id not in own and same_unit(c, one) for c in inside)


def way(match: Match) -> Direction | None:
    """Which way the match's word of movement points."""
    return direction_of(match.words.get("move", ""))


def _is_denied(story: Story, match: Match) -> bool:
    """True for "instead of falling by 12 per cent, from 500 to 560": what did not happen."""
    return bool(_DENIED.search(story.document.text[: match.span.start][-30:]))


def _possible(match: Match) -> bool:
    """True if the levels are of one unit and the change can lie between them."""
    change, old, new = (match.roles[r] for r in ("change", "from", "to"))
    return same_unit(old, new) and fits_kind(change, new)


def same_unit(a: Claim, b: Claim) -> bool:
    """True if two levels can be subtracted."""
    if family(a) != family(b):
        return False
    return family(a) in "CP" or a.figure.amount.unit == b.figure.amount.unit


def fits_kind(change: Claim, level: Claim) -> bool:
    """True if the change is relative, or stands in the unit of the level."""
    kind = family(change)
    if kind in "PX":
        return True
    if kind == "T":
        return family(level) == "P"
    return same_unit(change, level)


def _change(story: Story, match: Match, old: Claim, new: Claim, strength: Strength) -> Relation:
    roles = (Role("change", match.roles["change"]), Role("from", old), Role("to", new))
    cue = Cue(story.document.id, match.span, story.words(match.span))
    counts_back = _COUNTS_BACK.search(story.document.text[match.span.start : match.span.end + 20])
    return Relation("change", roles, cue, strength, None if counts_back else way(match))
