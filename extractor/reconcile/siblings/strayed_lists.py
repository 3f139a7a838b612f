"""A sibling's number told of another line of its list, of one place for all, or of one for the average.

    item     "21,300 tonnes of cod", where the sibling has "herring with 21,300 tonnes ... and cod with 9,640"
    place    "1,350 jobs at its Orsby plant", where it has 1,350 jobs worldwide, and 480 at Orsby
    average  "in Harrowby 58.9 per cent", where it has 54.2 per cent, and 58.9 on average for England

All the words that the story tells the number with stand beside what is due, and those beside the sibling's
number are not in the story's sentence.
"""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import own_words
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import lacking, moving, stems, times
from extractor.reconcile.link.retold.near_numbers import UNLIKELY, digits
from extractor.reconcile.siblings.rows import plain_words, row
from extractor.reconcile.story import Story, alike, family
from extractor.regexes import Regex

#: Digits of a number that one event has once, whatever words are beside it.
TELLING = 4
#: Letters of words that are one: "waited", "waiting".
SHORT = 4
#: How many times as large one line of a list is as another, at most.
APART = 10
#: Words on either side of a number among which is what it counts, and what ends a line of a list.
BESIDE = 3
_STOPS = Regex(r"[,;:()–—]|\b(?:and|but|while)\b|\d")
#: Sentences with figures between a whole, or an average, and what is due beside it.
NEAR = 1
_OTHERS = Regex(
    r"\b(?:other|others|another|neighbou?ring|rest|elsewhere|rather|instead|unlike|than|compared|against|ahead|behind|versus|before"
    r"|earlier|ago|previous(?:ly)?|not|never|no)\b",
    re.IGNORECASE,
)
_CLAUSE = Regex(r",\s|[;:()–—]|\s(?:and|but|while|whereas|which|who)\s")
_THEN = Regex(r"\b(?:before|earlier|ago|previous(?:ly)?|then|once|had been|last)\b", re.IGNORECASE)
_WILL = Regex(
    r"\b(?:will|would|plans?|planned|is to|are to|to be|should|could|may|might|wants?|aims?|intends?)\b"
)
#: Words for the whole of what a number is of.
_WHOLE = Regex(
    r"\b(?:in all|in total|a total of|altogether|together|overall|worldwide|globally|nationwide|nationally"
    r"|statewide|countywide|citywide|across the (?:[a-z]+\s)?[a-z]+"
    r"|(?:the|its|a) (?:[a-z]+ )?(?:group|nation|country|state|county|borough|district|region|province"
    r"|city|council|company|firm)(?: as a whole)?)\b",
    re.IGNORECASE,
)
_OF_THEM = Regex(
    r"\bof (?:them|these|those|which|whom)\b|\bincluding\b|\bthe (?:other|rest|remaining)\b", re.IGNORECASE
)
#: Beside a place where a number is not its own: "also at Orsby", "most of it in Cobar", "based at Orsby".
_ASIDE = Regex(
    r"\b(?:also|based|heard|told|said|says|most|many|some|half|part|much|among|one of|shares?|led|leads|hit"
    r"|worst|from [A-Z][\w’'-]+ to|including|such as|as well|especially|mainly|chiefly|conference|meeting"
    r"|where|which|whose|who|and)\b"
)
#: An average, or what a greater place has.
_AVERAGE = Regex(
    r"\b(?:average|mean|national(?:ly)?|nationwide|statewide|countrywide|countywide|England|Britain|Scotland|Wales"
    r"|Ireland|Australia|India|Canada|the UK|the US"
    r"|(?:figure|rate|share|proportion|percentage) (?:for|in|across) [A-Z]\w+"
    r"|(?:the|whole) (?:[a-z]+ )?(?:country|nation|state|county|region|province))\b"
)
#: Verbs by which a place has what is told.
_HAS = "(?:is|are|has|had|gets?|got|loses?|lost|takes?|took|counts?|counted|recorded|saw|will)"


def is_item(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True if what is due is another line of a list than the number, by what each counts."""
    if family(told) not in "CMU" or due.sentence != same.sentence or digits(told) < UNLIKELY:
        return False
    here, there, meant = (_line(s, c) for s, c in ((ours, told), (theirs, due), (theirs, same)))
    sentence = _plain(ours.sentence(told))
    own, others = (here & there) - meant, meant - there - sentence
    if not _is_of_line(told, due, same) or not own or not others or (family(told) != "C" and own != there):
        return False
    if _OTHERS.search(ours.sentence(told)) or any(_THEN.search(own_words(theirs, c)) for c in (due, same)):
        return False
    beyond = (sentence & _plain(theirs.sentence(due))) - own
    return (bool(beyond) or digits(told) >= TELLING) and _is_known(ours, told, theirs, due, 1)


def _is_of_line(told: Claim, due: Claim, same: Claim) -> bool:
    """True for levels of one size, and counts of one noun where the sibling has the number for another."""
    nouns = [c.measure for c in (told, due, same)]
    if not _is_size(due, same) or is_change(told):
        return False
    if family(told) != "C":
        return True
    here, there, meant = ("" if m is None or m.found != "here" else m.key for m in nouns)
    return bool(here and meant) and here == there and not may_be_one(here, meant)


def _line(story: Story, claim: Claim) -> frozenset[str]:
    """The words for what a line of a list counts: those next to the number, or its noun for want of any."""
    nouns = [m.text for m in (claim.measure, claim.base) if m is not None and m.found == "here"]
    text, span = story.document.text, claim.figure.span
    before = _STOPS.split(text[claim.sentence.start : span.start])[-1].split()[-BESIDE:]
    behind = _STOPS.split(text[span.end : claim.sentence.end])[0].split()[:BESIDE]
    return _plain(" ".join([*before, *behind])) or _plain(" ".join(nouns))


def _plain(words: str) -> frozenset[str]:
    """The words by their very first letters, without those for a movement or a time, and marks of deeds."""
    return frozenset(w[:SHORT] for w in stems(words) - moving() - times() if w[0] != "~")


def is_stuff(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True for "118,000 tonnes of barley", where it has 384,000 of barley and 118,000 of rapeseed."""
    nouns = [c.measure for c in (told, due, same)]
    if family(told) != "U" or digits(told) < UNLIKELY or theirs.paragraphs_apart(due, same):
        return False
    here, there, meant = ("" if m is None or m.found != "here" else m.key for m in nouns)
    if not (here and meant) or here != there or may_be_one(here, meant) or not _is_size(due, same):
        return False
    sentence = ours.sentence(told).lower()
    if meant[:SHORT] in sentence or _OTHERS.search(own_words(ours, told)) or _WILL.search(sentence):
        return False
    now = not any(_THEN.search(own_words(theirs, c)) for c in (due, same))
    return now and _is_known(ours, told, theirs, due, 0)


def _is_size(due: Claim, same: Claim) -> bool:
    """True for two levels of one size."""
    size = (due.figure.value or 1) / (same.figure.value or 1)
    return max(size, 1 / size) <= APART and not is_change(due) and not is_change(same)


def is_place(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True if the number is of all, and what is due of the one place that the story tells it of."""
    if family(told) not in "CMU" or abs(theirs.number_of(due) - theirs.number_of(same)) > NEAR:
        return False
    if theirs.paragraphs_apart(due, same) > 1 or not _is_whole(theirs, due, same):
        return False
    common = plain_words(ours, theirs)
    here, there, meant = (row(s, c) - common for s, c in ((ours, told), (theirs, due), (theirs, same)))
    there, here = there - meant, here - meant
    if len(there) not in (1, 2) or not here or not here <= there:
        return False
    words = own_words(ours, told)
    if _ASIDE.search(words) or _OTHERS.search(words) or _WHOLE.search(words):
        return False
    return _is_had(words, here) and _is_known(ours, told, theirs, same, 1, due)


def _is_whole(theirs: Story, due: Claim, same: Claim) -> bool:
    """True if the words, or the parts listed behind it, say that a number is of all."""
    if _WHOLE.search(own_words(theirs, same)):
        return True
    text = theirs.document.text
    if theirs.paragraphs_apart(due, same) or due.figure.span < same.figure.span:
        return _WHOLE.search(theirs.sentence(same)) is not None and due.figure.span > same.figure.span
    if _OF_THEM.search(text[same.figure.span.end : due.sentence.end]):
        return True
    parts = [c for c in theirs.starting(same.figure.span.end, due.sentence.end) if alike(c, same)]
    return sum(c.figure.value or 0 for c in parts) == same.figure.value


def _is_had(sentence: str, names: frozenset[str]) -> bool:
    """True if a place has what is told: "at its Orsby plant", "in Eastfield", "Marsh End has"."""
    told = "|".join(re.escape(n) for n in sorted(names))
    at = rf"\b(?:[Aa]t|[Ii]n|[Ff]or|[Tt]o|[Ff]rom)\s(?:(?:its|the|their)\s)?(?:[A-Z][\w’'-]+\s)?(?:{told})\b"
    opens = rf"^(?:The\s(?:\w+\s(?:at|in|of)\s)?|Its\s)?(?:[A-Z][\w’'-]+\s)?(?:{told})\b"
    opens += rf"(?:\s[A-Za-z][\w’'-]+){{0,2}}?\s{_HAS}\b"
    return re.search(at, sentence) is not None or re.match(opens, sentence) is not None


def is_average(ours: Story, told: Claim, theirs: Story, due: Claim, same: Claim) -> bool:
    """True if the number is the average, or a greater place's, and what is due that of the place named."""
    if family(told) != "P" or digits(told) < 2 or abs(theirs.number_of(due) - theirs.number_of(same)) > NEAR:
        return False
    if not (_AVERAGE.search(own_words(theirs, same)) and due.figure.span < same.figure.span):
        return False
    sentence = own_words(ours, told)
    if _AVERAGE.search(sentence) or _AVERAGE.search(theirs.lead(due)) or _OTHERS.search(sentence):
        return False
    if theirs.paragraphs_apart(due, same):
        return False
    common = plain_words(ours, theirs)
    here, meant = row(ours, told) - common, row(theirs, same) - common
    beyond = (_plain(sentence) & _plain(theirs.sentence(due))) - _plain(" ".join(here))
    return len(beyond) >= 2 and bool(here) and not here & meant and _is_known(ours, told, theirs, due, 0)


def _is_known(ours: Story, told: Claim, theirs: Story, due: Claim, most: int, *more: Claim) -> bool:
    """True if the sibling has the words that the story tells the number with, or all but some of them."""
    own, beside = own_words(ours, told), (due, *more)
    sentences = " ".join(theirs.sentence(c) for c in beside)
    if _WILL.search(own) is not None and _WILL.search(sentences) is None:
        return False
    values = {c.figure.value for s in beside for c in theirs.in_sentence(s.sentence)}
    others = _within(ours, told)
    if any(c.figure.value not in values for c in others):
        return False  # "mothers under 20"
    there = stems(sentences) if most == 0 else stems(theirs.document.text)
    plans = stems(" ".join(_WILL.findall(own)))
    named = stems(" ".join(row(ours, told)))
    left = lacking(stems(own) - moving() - times() - named - plans, there)
    return len({w[:SHORT] for w in left} - {w[:SHORT] for w in there}) <= most


def _within(story: Story, told: Claim) -> list[Claim]:
    """The other figures right behind what a number counts, before the clause is over."""
    behind = _CLAUSE.search(story.document.text, told.figure.span.end, told.sentence.end)
    end = told.sentence.end if behind is None else behind.start()
    return [c for c in story.in_sentence(told.sentence) if told.figure.span.end <= c.figure.span.start < end]


__all__ = ["is_average", "is_item", "is_place", "is_stuff"]
