"""A sibling's number told of another row, whole or year than the sibling has it for, by the words beside it.

    row     "Annagh alone has 4,836 boats", where the sibling has 2,175 at Annagh and 4,836 in Kilcarra
    part    "the first stage will bring 6,200 jobs", where it has 6,200, of which 2,600 in the first stage
    whole   "19 per cent of beginners", where it has 27 per cent of beginners and 19 of all members
    year    "1,452 in 2024", where it has 1,286 in 2024, down from the 1,452 of 2023

The sibling prints what is due, under the very name; the story that strays prints it nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Reading
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import clause_of, own_words
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import lacking, moving, stems, times
from extractor.reconcile.link.retold.apart import apart, one_sided
from extractor.reconcile.link.retold.elsewhere import held_alike
from extractor.reconcile.link.retold.near_numbers import digits
from extractor.reconcile.siblings.rows import goes_on, of_bodies, plain_words, row
from extractor.reconcile.siblings.strayed_apart import is_of_another
from extractor.reconcile.siblings.strayed_lists import is_average, is_item, is_place, is_stuff
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

#: Whether one figure of the sibling is due in place of the one that has the number; the story's is the first.
Test = Callable[[Story, Claim, Story, Claim, Claim], bool]
_YEAR = Regex(r"\b(?:19|20)\d\d\b")
_EARLIER = Regex(r"\b(?:before|earlier|previous|prior|preceding|ago|then|once|used to|had been)\b")
#: Parts of a thing that goes step by step.
_STEP = Regex(
    r"\b(?:first|second|third|fourth|last|final|next)\s(?:phase|stage|round|tranche|wave|leg|half|quarter|batch|dose|section|block)\b"
)
_OF_THEM = Regex(r"\bof (?:them|these|those|which|whom|the total|that)\b", re.IGNORECASE)
#: "Has its share of £14m": no more than a part.
_SHARE = Regex(r"\bshares? (?:of|in)\b", re.IGNORECASE)
#: A level that the one before it is set against.
_AGAINST = Regex(
    r"\b(?:from|than|against|with|on|to|after|compared with)\s+(?:the\s+|just\s+|only\s+|about\s+)?$"
)
#: Somebody of a body that was named: "The Stingers CAPTAIN", "Ashfield's top SCORER".
_SOMEONE = (
    r"(?:['’]s?)?\s(?:[a-z-]+\s){0,2}?(?:captain|skipper|vice-captain|striker|opener|all-rounder|batter|batsman|bowler|keeper|goalkeeper"
    r"|wicketkeeper|winger|midfielder|defender|forward|guard|centre|prop|hooker|fly-half|scorer|player|star|veteran|teenager"
    r"|coach|manager|chief|boss|chairman|chairwoman|president|director|leader|candidate|mayor|minister|spokesman|spokeswoman"
    r"|number\s\w+)\b"
)
#: Digits of a number that two figures hardly have by chance, where words tie it to both.
DIGITS = 2
_MONTH = Regex(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|quarter|half)\b"
)
#: "In the previous year there were", "a year earlier it was".
_YEAR_BEFORE = Regex(
    r"\b(?:(?:in |for )?the (?:previous|preceding|prior) (?:year|season)"
    r"|(?:in )?the (?:year|season) before(?: that)?"
    r"|(?:a|one) (?:year|season) (?:earlier|before|ago)|twelve months (?:earlier|before)),?\s"
    r"(?:it|there|they|the (?:figure|number|total))\s(?:was|were|had been|stood at)\s(?:\w+\s)?$",
    re.IGNORECASE,
)
#: Words by which a line of a business is known again: "frozen meals".
LINE = 2
#: Sentences with figures between what is due and what it was mistaken for, for a whole and for a year.
NEAR = 1


def strayed_to(ours: Story, told: Claim, theirs: Story) -> Iterator[tuple[Claim, Claim, Reading]]:
    """What the sibling has for what a figure is told of, and the figure with its number, with the mix-up."""
    same = [c for c in theirs.claims if c.figure.value == told.figure.value and alike(c, told)]
    if len(same) != 1 or same[0].block in DISPLAY or not _may_stray(told):
        return
    for reading, test in _TESTS:
        due = [
            c
            for c in theirs.claims
            if _may_be_due(ours, told, theirs, c) and test(ours, told, theirs, c, same[0])
        ]
        if len({c.figure.amount for c in due}) == 1:
            yield due[0], same[0], reading
            return


def _may_stray(told: Claim) -> bool:
    exact = told.figure.hedge in (None, "only", "just") and any(d.isdigit() for d in told.figure.text)
    return exact and (digits(told) >= DIGITS or _is_rate_of_change(told)) and told.block not in DISPLAY


def _is_rate_of_change(claim: Claim) -> bool:
    return family(claim) == "P" and is_change(claim) and claim.direction is not None


def _may_be_due(ours: Story, told: Claim, theirs: Story, due: Claim) -> bool:
    if not alike(told, due) or due.block in DISPLAY or not held_alike(ours, told, theirs, due):
        return False
    if is_of_another(ours, told, theirs, due):
        return False
    one_sort = (is_change(told) == is_change(due) and told.direction == due.direction) or _count_one(
        told, due
    )
    one_sort = one_sort and _of_one_noun(told, due)
    if not one_sort or told.negated != due.negated or meet(told.figure.amount, due.figure.amount):
        return False
    return not any(alike(c, due) and meet(c.figure.amount, due.figure.amount) for c in ours.claims)


def _count_one(told: Claim, due: Claim) -> bool:
    """True for "shed 1,350 jobs" and "480 jobs are to go": one noun, whatever became of what it counts."""
    p, q = told.measure, due.measure
    named = p is not None and q is not None and p.found == q.found == "here" and p.key == q.key
    return named and family(told) == "C"


def _of_one_noun(told: Claim, due: Claim) -> bool:
    """False for the 67 counties of Alabama and its 52 delegates; "of the total" is of whatever is counted."""
    nouns = [c.measure.key for c in (told, due) if c.measure is not None and family(c) == "C"]
    general = not {*nouns}.isdisjoint(table("siblings")["general"])
    return len(nouns) < 2 or general or may_be_one(nouns[0], nouns[1])


def _is_row(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True if the names beside the figure are those of what is due, and the number is told of other names."""
    if family(told) not in "CMU" or _is_then(ours, told) or _is_then(theirs, due):
        return False
    year = _YEAR.search(own_words(ours, told))
    if year is not None and year[0] not in own_words(theirs, due):
        return False
    common = plain_words(ours, theirs)
    here, there, meant = (row(s, c) - common for s, c in ((ours, told), (theirs, due), (theirs, same)))
    if goes_on(theirs, same, due) and of_bodies(here & there, told):
        return False  # "Brackwater has 860 men at work. Another 590 are on their way from Annagh"
    if _is_of_someone(ours, told, here & there) != _is_of_someone(theirs, due, here & there):
        return False  # "The Stingers captain went on to 71"
    return bool(here & there) and bool(meant) and not here & meant and not there & meant


def _is_of_someone(story: Story, claim: Claim, names: frozenset[str]) -> bool:
    """True if names only say whose captain, chief or player a number is of."""
    words = own_words(story, claim)
    return bool(names) and all(re.search(rf"\b{re.escape(n)}{_SOMEONE}", words) for n in names)


def _is_line(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True for changes of one way of which each line has its own: frozen meals up 5 per cent, snacks 8."""
    if not all(_is_rate_of_change(c) and c.direction == told.direction for c in (told, due, same)):
        return False
    if any(_is_then(s, c) for s, c in ((ours, told), (theirs, due), (theirs, same))):
        return False
    if apart(ours, told, theirs, due) is not None or one_sided(ours, told, theirs, due):
        return False
    here, there, meant = (_line(s, c) for s, c in ((ours, told), (theirs, due), (theirs, same)))
    return len(here) >= LINE and here == there and bool(here - meant) and bool(meant - here)


def _line(story: Story, claim: Claim) -> frozenset[str]:
    """The words beside a change that name what moved, without those for how it moved."""
    return stems(clause_of(story, claim)) - moving() - stems(claim.figure.text)


def _is_part(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True if what is due is some of those that the number is of: "2,600 OF THEM in the first stage"."""
    if family(told) not in "CMU" or _is_then(ours, told) or _SHARE.search(ours.sentence(told)):
        return False
    apart = theirs.number_of(due) - theirs.number_of(same)
    if not (same.figure.span < due.figure.span and apart <= NEAR) or theirs.paragraphs_apart(same, due):
        return False
    if not _OF_THEM.search(theirs.document.text[same.figure.span.end : due.sentence.end]):
        return False
    common = plain_words(ours, theirs)
    here, there, meant = (_steps(s, c, common) for s, c in ((ours, told), (theirs, due), (theirs, same)))
    return bool(here & there) and not here & meant


def _steps(story: Story, claim: Claim, common: frozenset[str]) -> frozenset[str]:
    """The names and the steps of a plan beside a figure."""
    own = own_words(story, claim)
    return (row(story, claim) - common) | frozenset(m.lower() for m in _STEP.findall(own))


def _is_whole(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True if one thing is told of one whole in both, and the sibling has the number for another whole."""
    wholes = [c.base or c.measure for c in (told, due, same)]
    if family(told) != "P" or any(w is None or w.found not in ("here", "sentence") for w in wholes):
        return False
    here, there, meant = (w.key for w in wholes if w is not None)
    if same.base is None or same.base.found != "here" or same.stance != "asserted":
        return False
    if here != there or may_be_one(here, meant) or _is_then(theirs, due) != _is_then(ours, told):
        return False
    if abs(theirs.number_of(due) - theirs.number_of(same)) > NEAR:
        return False
    of_what = stems(ours.sentence(told)) & stems(theirs.sentence(due)) & stems(theirs.sentence(same))
    beyond = stems(own_words(ours, told)) & stems(own_words(theirs, due)) - stems(f"{here} {meant}")
    return bool(of_what) and bool(beyond)


def _is_year(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True if the story tells the number of a year, and the sibling of the one before, beside that year's."""
    year, then = _year(ours, told), _year(theirs, same)
    if not year or year == then or _is_then(ours, told) or _is_then(theirs, due):
        return False
    if not _is_of_one(ours, told, theirs, due, same) or _is_last(told, year):
        return False
    if theirs.number_of(same) - theirs.number_of(due) not in (0, NEAR) or theirs.paragraphs_apart(same, due):
        return False
    if not (due.figure.span < same.figure.span) or not _one_whole(told, due, same):
        return False
    now = _year(theirs, due)
    if then:
        return now in ("", year) and (bool(now) or _is_latest(ours, year)) and int(then) < int(year)
    before = theirs.lead(same)
    led = _AGAINST.search(before) or _YEAR_BEFORE.search(before)
    return _is_then(theirs, same) and led is not None and (now or year) == year


def _is_last(told: Claim, year: str) -> bool:
    """True for a number of "last year" in a sentence that prints the year after as well."""
    period = told.period
    return period is not None and "last" in period.text.lower() and year not in period.text


def _is_of_one(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True if the sibling has all words that the number is told with, and tells both levels of one thing."""
    before = ours.lead(told)
    if _AGAINST.search(before):
        return False  # "was down from A$38.7 million"
    if {*_MONTH.findall(ours.sentence(told))} - {*_MONTH.findall(theirs.sentence(due))}:
        return False  # "By November"
    own = stems(own_words(ours, told)) - moving() - times()
    there = stems(theirs.paragraph(due))
    led = theirs.lead(same)
    set_against = due.sentence == same.sentence and _AGAINST.search(led) is not None
    levels = [stems(_EARLIER.sub(" ", own_words(theirs, c))) - moving() - times() for c in (due, same)]
    one = set_against or not levels[1] or bool(levels[0] & levels[1])
    nouns = {c.measure.key for c in (told, due) if c.measure is not None}
    called_off = len(nouns) == 1 and told.negated and due.negated  # "called off", "cancelled"
    unknown = 1 if set_against or called_off else 0
    return family(told) == "P" or (one and len(lacking(own, there)) <= unknown)


def _one_whole(*claims: Claim) -> bool:
    """True unless shares are of several wholes."""
    keys = {c.base.key for c in claims if c.base is not None}
    return family(claims[0]) != "P" or len(keys) == 1


def _year(story: Story, claim: Claim) -> str:
    """The year beside a figure, else the only one of its sentence; of "a year earlier" it is none."""
    beside = _YEAR.findall(own_words(story, claim))
    own = beside or ([] if _is_then(story, claim) else _YEAR.findall(story.sentence(claim)))
    return str(own[0]) if len(own) == 1 else ""


def _is_latest(story: Story, year: str) -> bool:
    return bool(year == max(_YEAR.findall(story.document.text)))


def _is_then(story: Story, claim: Claim) -> bool:
    """True if the words of a figure are of an earlier time."""
    return _EARLIER.search(own_words(story, claim).lower()) is not None


_TESTS: tuple[tuple[Reading, Test], ...] = (
    ("definition", _is_row),
    ("definition", _is_line),
    ("subset", _is_part),
    ("base", _is_whole),
    ("stale", _is_year),
    ("definition", is_item),
    ("definition", is_stuff),
    ("subset", is_place),
    ("base", is_average),
)

__all__ = ["strayed_to"]
