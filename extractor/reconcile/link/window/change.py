"""A change and the two levels around it, where the text leaves no other choice.

"Cases climbed to 561, officials said. That is 37 more than on Friday, when 524 were listed": no
phrase ties the three, but the change points back, one level is told as the earlier one, and there
is no third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import meet, surely_less
from extractor.model import Claim, Relation, Role, Span
from extractor.reconcile.link.change import fits_kind
from extractor.reconcile.link.cues.beside import is_of_another, is_own
from extractor.reconcile.link.cues.moves import MOVE, direction_of, is_change
from extractor.reconcile.link.cues.other_subject import is_of_other_subject
from extractor.reconcile.link.cues.times import in_order, is_marked
from extractor.reconcile.link.fits.hypotheses import way_of
from extractor.reconcile.link.window.levels import (
    OLD_AFTER,
    OLD_BEFORE,
    WORDS,
    are_of_two,
    by_way,
    has_own_level,
    is_elsewhere,
    is_gap,
    is_level,
    is_old,
    is_ordered,
    of_a_size,
)
from extractor.reconcile.link.window.plain import TIME, is_told
from extractor.reconcile.link.window.scope import (
    Window,
    after,
    are_nested,
    before,
    cue,
    nearest_before,
    of_one_noun,
    one_place,
    one_thing,
    stems,
    units,
    windows,
)
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: What points back to levels told before: "that is 37", "a fall of 6%", "they are now", "so ... 9 days longer".
BACK = Regex(
    rf"\b(?:that|this|it|which|so)(?:\s(?:is|was|represents?|represented|means|meant|marks?|makes|made)|[’']s)\b[^;]{{0,50}}$"
    rf"|\b(?:the|that|this|an?|its|their)\s(?:[\w’'-]+\s){{0,2}}?{MOVE}[^,;]{{0,30}}$"
    r"|^[“\"‘]?(?:they|it|we|he|she|those|these)\b[^;]{0,80}$|(?<!even )(?<!or )\bso\s(?:that\s)?[^;]{0,60}$|,\sthen,\s[^;]{0,60}$",
    re.IGNORECASE,
)
#: A sentence that goes on about the thing of the one before.
GOES_ON = Regex(rf"^[“\"‘]?(?:{'|'.join(WORDS['goes_on'])})\b")
OF_ANOTHER = Regex(r"^[^.;]{0,25}?\b(?:in|of|for)\s(?:the\s)?((?:[\w’'-]+\s?){1,4})")
_OF_DIRECTLY = Regex(r"^\s(?:in|of|for)\s(?:the\s)?((?:[\w’'-]+\s?){1,4})")
ATTACHED = Regex(r"^\s?(?:[\w’'-]+\s){0,2}?(?:to|at|from|on)\s(?:[\w’'-]+\s){0,3}$")
#: What begins a clause about something else: "to $14.8 million, but prices have gone up by a third".
OTHER_CLAUSE = Regex(
    rf"\b(?:but|while|where|whereas|although|though|because|as)\b|;|,\ssince\s(?:the|its|their|his|her)\s(?:[\w’'-]+\s){{1,3}}?(?:has|have|had|is|are|was|were|{MOVE})\b",
    re.IGNORECASE,
)
#: "From 39 to 47; the increase of": what follows goes on about the levels.
_TOLD_BACK = Regex(rf";\s(?:the|that|this|an?)\s(?:[\w’'-]+\s)?{MOVE}\s(?:of|is|was)\s$", re.IGNORECASE)
#: "44 per cent in 2019, when the electorate was six per cent smaller": the change is the electorate's.
WHEN = Regex(r",\swhen\s(?:the|its|their|his|her|there)\s", re.IGNORECASE)
_WHICH = Regex(r",\s(?:which|who|whose|where)\s[^,;]*$", re.IGNORECASE)
_VERB_AFTER = Regex(
    r"^[^,;]{0,40},\s(?!(?:up|down|an?|the|or|and|but|so|which|who|that|more|less|fewer|some|about|nearly|almost|only|just)\b|\w+ing\b)"
    r"[a-z]+\s",
)
#: A change that names what it is measured from: "31 per cent above where it stood in 2021".
MEASURED_FROM = Regex(
    r"^\s?(?:[\w’'-]+\s){0,2}?(?:than|above|below|from|on|since|compared|over)\s(?!that\b|this\b|it\b|then\b|before\b)",
    re.IGNORECASE,
)
#: "That is 38 more than in the previous year": from the level of that time.
_FROM_THEN = Regex(
    r"^\s?(?:[\w’'-]+\s){0,1}?(?:than|on|from)\s(?:in\s|at\s|for\s|during\s)?(?:(?:the\s)?(?:previous|prior|preceding|last)|the|a)\s"
    r"(?:year|month|week|day|season|quarter|summer|winter|spring|autumn)(?:\s(?:before|earlier|ago))?(?=[,.;:]|\sand\b|$)",
    re.IGNORECASE,
)
#: A change between commas, and a clause behind it: "52 of 74, two fewer than last time, and in the west 52".
_CLOSES = Regex(r"^[^,;.:]{0,40},\s(?:and|but|while|whereas)\s", re.IGNORECASE)
#: A sentence that gives the levels of what has just moved, and what marks the later one.
_IT_WAS = Regex(
    r"^[“\"‘]?(?:it|they|there|that|the\s(?:number|figure|total|count|tally|rate|price|sum))\s(?:was|were|had\sbeen|used\sto\sbe|stood\sat|went\sfrom"
    r"|(?:has\s)?(?:gone|gone\sup|risen|fallen|grown)\sfrom)\s(?:just\s|only\s|about\s|some\s|at\s)?$",
    re.IGNORECASE,
)
_NOW_TOLD = Regex(r"\b(?:now|today|is|are|stands?|to)\s(?:[\w’'-]+\s){0,2}", re.IGNORECASE)
#: A sentence whose change is told of each of several things: "Both are double the levels of June: 47 and 53".
_OF_EACH = Regex(r"^(?:[“\"‘])?(?:Both|Neither|Each|All\s(?:three|four|of\sthem))\b|\brespectively\b")
LEVELS = "CMUDPR"


def changes(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each change that nothing explains and that stands by two levels."""
    for change in open_ones:
        if is_told(story, change):
            relation = next((r for w in windows(story, change) if (r := _in(story, w)) is not None), None)
            if relation is not None:
                yield relation


def _in(story: Story, window: Window) -> Relation | None:
    """The change with the only two levels of a window, where it has two."""
    change = window.target
    for group in units((c for c in window.claims if is_level(story, change, c)), LEVELS):
        group = group if len(group) == 2 else of_a_size(group)
        levels = group if len(group) == 2 else of_one_noun(group, change)
        if len(levels) == 2 and fits_kind(change, levels[0]) and _are_levels(story, window, *levels):
            return _relation(story, window, *levels)
    return None


def _are_levels(story: Story, window: Window, one: Claim, two: Claim) -> bool:
    """True if one of the two is told as the earlier one, and the change and both speak of one thing."""
    if not _are_alike(story, one, two) or not has_own_level(story, window.target, one, two):
        return False
    change = window.target
    if not is_ordered(story, change, one, two) or _OF_EACH.search(story.sentence(change)):
        return False
    others = [c for c in window.claims if is_change(c) and fits_kind(c, one)]
    if not all(is_gap(c, one, two) for c in others) or exceeds(change, one, two):
        return False
    if not any(is_old(story, c) for c in (one, two)) or not _keeps_attached(story, window, one, two):
        return False
    ordered = in_order(story, one, two, (change,))
    told = story.words(window.span).replace(after(story, change), "")
    if is_of_another(story, change, told) or is_of_other_subject(story, change, one, two):
        return False
    if any(is_elsewhere(story, c) for c in (one, two)) or (ordered and is_own(story, change, ordered[0])):
        return False
    if one.sentence == two.sentence == change.sentence:
        if is_aside(story, change, one, two) or _is_of_clause(story, change, one, two):
            return False
        words = _between(story, change, one, two)
        return not (
            is_other_clause(story, change, words) or (_is_last(change, one, two) and WHEN.search(words))
        )
    return _is_told_ahead(story, change, one, two) or (
        _points_back(story, window, one, two) and _go_on(story, one, two)
    )


def _are_alike(story: Story, one: Claim, two: Claim) -> bool:
    """True for two levels that may be of one thing and place at two times."""
    if are_nested(story, sorted((one, two), key=lambda c: c.figure.span)) or are_of_two(story, one, two):
        return False
    if not one_thing(one, two) or not one_place(one, two) or _one_time(one, two):
        return False
    return not meet(one.figure.amount, two.figure.amount)


def _is_told_ahead(story: Story, change: Claim, one: Claim, two: Claim) -> bool:
    """True for "It rose by 12 per cent. There were 48 in May and there are now 60": the levels of what has just moved."""
    first = min(one, two, key=lambda c: c.figure.span)
    lead = story.lead(first)
    told_next = one.sentence == two.sentence and change.sentence < one.sentence
    if not told_next or family(one) not in "CMP" or family(two) not in "CMP" or not _IT_WAS.match(lead):
        return False
    named = [c.measure for c in (one, two) if c.measure is not None and c.measure.found == "here"]
    if any(not stems(m.text) & stems(story.sentence(change)) for m in named):
        return False
    alone = all(c is change or family(c) not in LEVELS for c in story.in_sentence(change.sentence))
    told = _NOW_TOLD.search(story.words(Span(first.figure.span.end, one.sentence.end))) is not None
    return alone and told and not MEASURED_FROM.match(after(story, change))


def exceeds(change: Claim, *levels: Claim) -> bool:
    """True for "130, so there will be 350 more" beside five: nothing rises by more than it comes to."""
    own = family(change) in "CMUD"
    return own and all(surely_less(c.figure.amount, change.figure.amount) for c in levels)


def is_aside(story: Story, change: Claim, one: Claim, two: Claim) -> bool:
    """True if a change is set between commas behind a figure, and both levels come only after that.

    So does one level where the change names its time: "1,412, a third more than the year before, and 3,006".
    """
    closes = _CLOSES.match(after(story, change))
    if closes is None or not re.search(r",\s(?:[\w’'-]+\s)?$", before(story, change, 20)):
        return False
    start = change.figure.span.end + closes.end()
    behind = [c for c in (one, two) if c.figure.span.start >= start]
    if len(behind) == 1 and MEASURED_FROM.match(closes[0]) and TIME.search(closes[0]):
        led = story.document.text[start : behind[0].figure.span.start]
        return not (OLD_BEFORE.search(led) or OLD_AFTER.match(after(story, behind[0])))
    return len(behind) == 2


def _is_of_clause(story: Story, change: Claim, *levels: Claim) -> bool:
    """True for "Hotels, which were 29 and are 31 per cent of beds, charge 17 per cent more": levels set in a clause of their own."""
    first, last = sorted(c.figure.span for c in levels)
    led = story.document.text[change.sentence.start : first.start]
    goes_on = story.document.text[last.end : change.figure.span.start]
    return _WHICH.search(led) is not None and _VERB_AFTER.search(goes_on) is not None


def _is_last(change: Claim, *levels: Claim) -> bool:
    return all(c.figure.span < change.figure.span for c in levels)


def is_other_clause(story: Story, change: Claim, words: str) -> bool:
    """True if the words up to a change turn to something else: "; costs fell by", but not "; the increase of"."""
    if _TOLD_BACK.search(words) is None:
        return OTHER_CLAUSE.search(words) is not None
    before_it = story.lead(change)
    return is_of_other(story, change, before_it) or OTHER_CLAUSE.search(_TOLD_BACK.sub("", words)) is not None


def is_of_other(story: Story, change: Claim, told: str) -> bool:
    """True for "the drop of 35 per cent in funding" where the levels are told in other words and no time is named."""
    of = _OF_DIRECTLY.match(after(story, change))
    if of is None or TIME.search(of[1]):
        return False
    return bool(stems(of[1])) and not stems(of[1]) & stems(told)


def _between(story: Story, change: Claim, one: Claim, two: Claim) -> str:
    """The words between the change and the nearer level."""
    at = change.figure.span
    spans = [
        (c.figure.span.end, at.start) if c.figure.span < at else (at.end, c.figure.span.start)
        for c in (one, two)
    ]
    start, end = min(spans, key=lambda s: s[1] - s[0])
    return story.document.text[start:end]


def _keeps_attached(story: Story, window: Window, one: Claim, two: Claim) -> bool:
    """False where the change is told with a level of its own, "up 14% at $37", that is neither of the two."""
    change = window.target
    for claim in story.in_sentence(change.sentence):
        if claim.figure.span.start > change.figure.span.end and claim not in (one, two):
            between = story.between(change, claim)
            if ATTACHED.match(between) and family(claim) in (*LEVELS, "T"):
                return False
    return True


def _one_time(one: Claim, two: Claim) -> bool:
    """True if both levels name their own time and it is one."""
    if one.period is None or two.period is None:
        return False
    own = one.period.found == two.period.found == "here"
    return own and one.period.key == two.period.key


def _points_back(story: Story, window: Window, one: Claim, two: Claim) -> bool:
    """True if the change points to levels told elsewhere, and not to those of something else."""
    change = window.target
    lead = story.lead(change)
    beside = any(c.sentence == change.sentence for c in (one, two))
    measured = MEASURED_FROM.match(after(story, change)) and not _FROM_THEN.match(after(story, change))
    if not beside and (not BACK.search(lead) or measured):
        return False
    if not beside and nearest_before(story, change) not in (one.sentence, two.sentence):
        return False
    told = stems(story.sentence(one) + " " + story.sentence(two))
    of = OF_ANOTHER.match(after(story, change))
    if not beside and of is not None and stems(of[1]) and not stems(of[1]) & told:
        return False
    named = change.measure
    if beside or named is None or direction_of(named.text) is not None:
        return True
    return not stems(named.text) or bool(stems(named.text) & told)


def _go_on(story: Story, one: Claim, two: Claim) -> bool:
    """True if the later level is told in the sentence of the first, or in one that goes on about its thing."""
    first, second = sorted((one, two), key=lambda c: c.figure.span)
    if first.sentence == second.sentence:
        return True
    return bool(GOES_ON.match(story.sentence(second)))


def _relation(story: Story, window: Window, one: Claim, two: Claim) -> Relation:
    """The change from the level that is told as the earlier one, or else from where its direction starts."""
    change = window.target
    way = way_of(story, change)
    ordered = in_order(story, one, two, (change,))
    old, new = ordered or by_way(one, two, way)
    told = ordered is not None and one.sentence == two.sentence == change.sentence
    told = told and is_marked(story, one, two, (change,))
    roles = (Role("change", change), Role("from", old), Role("to", new))
    return Relation("change", roles, cue(story, window), "stated" if told else "contextual", way)
