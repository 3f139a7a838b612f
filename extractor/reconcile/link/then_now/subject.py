"""What a movement is a movement of, and over which time: whether that is what two levels are told for."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.cues.moves import MOVE
from extractor.reconcile.link.cues.other_subject import is_of_other_subject, subject_words
from extractor.reconcile.link.cues.stretch import are_over_one
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.then_now.levels import PAYS, Pair, clause, is_named
from extractor.reconcile.link.then_now.naming import is_one_measure, names, nouns
from extractor.reconcile.link.window.change import BACK
from extractor.reconcile.link.window.scope import after, before, nearest_before, one_place
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_SUBJECT, _SPANS = table("then_now")["subject"], table("then_now")["spans"]


_APART = any_of(_SUBJECT["apart"])
_ALL = Regex(r"\b(?:all\s(?!of\sthem\b)[a-z]+s\b|as\sa\swhole|overall|of\sall\skinds)", re.IGNORECASE)
_PRICES = Regex(rf"\b(?:{'|'.join(_SUBJECT['prices'])})s?\b", re.IGNORECASE)
#: Before a movement, from the beginning of its clause: its subject is what was told.
_GENERAL = Regex(
    rf"^\W*(?:(?:so|thus|hence|therefore|now|overall|then)\s)?(?:(?:the|that|this|its|their)\s)?(?:[\w-]+\s)?(?:{'|'.join(_SUBJECT['general'])})\s(?!of\s)"
    rf"(?:(?:is|are|was|were|has|have|had|means?|meant|represents?|represented|marks?|marked|therefore|thus|now|since|also|been|nearly|almost|about|gone)\s)*"
    rf"(?:{MOVE}\s|an?\s|by\s|of\s)*(?:{MOVE}\s(?:of|by)?\s?)?",
    re.IGNORECASE,
)
#: The same where the movement itself is the subject: "The increase, of".
_MOVEMENT = Regex(
    rf"\b(?:the|that|this|an?)\s(?:[\w-]+\s)?{MOVE},?\s(?:of|was|is|by|came\sto)\s(?:[\w-]+\s)?$",
    re.IGNORECASE,
)
#: From a level to its movement in apposition: ", an increase of", ", or 60 per cent more".
_BESIDE = Regex(
    rf"^[^,;.:]{{0,40}}(?:,|\s[–—-]|\s\()\s?(?:or\s|which\s(?:is|was)\s|that\s(?:is|was)\s)?(?:an?\s)?(?:[\w-]+\s)?(?:{MOVE}\s(?:of|by)?\s?)?$",
    re.IGNORECASE,
)
_CLAUSE = Regex(
    r";|[,–—:]\s?(?:and|but|while|whereas|so)\s|[”\"]\s|\sas\s(?=[a-z]+\s(?:for|in|of)\s)|\bthat\s(?=[\w’'-]+\s(?:has|have|had|was|were|is|are|will|would)\b)"
)
#: Behind "doubled": what was doubled.
_THING = Regex(r"^\s(?:the|its|their|our|his|her|an?)\s((?:[\w’'-]+\s?){1,4})")
#: "The council VALUES THE CROP AT": what it is worth, and not what there is of it.
_VALUED = Regex(
    r"\b(?:valu(?:es?|ed|ing)|pric(?:es?|ed|ing)|insur(?:es?|ed))\s(?:the|its|their)\s[^,;.]{1,30}\sat\s(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
#: Words for what a thing is worth.
_WORTH = Regex(
    r"\b(?:valu|worth|pric|cost|earn|return|revenue|income|takings|sales)\w*|[£$€₹]", re.IGNORECASE
)
_YEAR = Regex(r"\b(?:19|20)\d\d\b")
_THEN = Regex(r"\bthen\b", re.IGNORECASE)
#: "Freshmen WHO ARE 18": some of them.
_SOME = Regex(r"\b(?:who|whose|aged|under|among|alone)\b", re.IGNORECASE)
#: "SALES OF flats rose", "WITH SALES up": what moved is not what is counted next.
_SUBJECT_OF = Regex(
    r"(?<!\bnumber)(?<!\btotal)(?<!\bcount)\sof\s|,\swith\s|,\s(?:and|as|while)\s", re.IGNORECASE
)
_NAME, _NO_NAMES = Regex(r"(?<!^)\b[A-Z][a-z][\w’'-]+"), frozenset(table("then_now")["direction"]["no_names"])
_OF_THEM = Regex(r"^\sof\s(?:them|these|those)\b")
#: "Since that yearbook", "since January": what the earlier level must be told for.
_SINCE = Regex(r"\bsince\s((?!then\b)(?:[\w’'-]+\s?){1,3})", re.IGNORECASE)
#: What began since then: "in the 12 months before the scheme started".
_BEFORE = Regex(r"\b(?:before|until|when|previous(?:ly)?)\b", re.IGNORECASE)
#: "The 13 per cent rise", "That drop of", at the beginning of a sentence.
_THE = Regex(r"^\W*(?:(?:so|but|and)\s)?(?:the|that|this)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_THE_SAME = Regex(r"\b(?:the|that|this)\s(?:[a-z]+\s)?$", re.IGNORECASE)
_RISE = Regex(rf"^[\s-](?:[\w-]+\s)?{MOVE}(?!\s(?:in|of|for|among)\b)", re.IGNORECASE)
_THAT_RISE = Regex(
    rf"^\W*(?:(?:so|but|and)\s)?(?:the|that|this)\s(?:[\w-]+\s)?{MOVE}\sof\s(?:[\w-]+\s)?$", re.IGNORECASE
)
#: "The 12 per cent improvement in THE SETTLEMENT RATE": the rate that moved.
_RISE_IN = Regex(
    rf"^[\s-](?:[\w-]+\s)?{MOVE}\sin\s(?:the\s|its\s|their\s|our\s)?((?:[\w’'-]+\s)?(?:rate|share|proportion|percentage|figure)s?|attendance|turnout|unemployment|occupancy|take-?up|uptake|support|approval|absence|absenteeism)\b",
    re.IGNORECASE,
)
#: How far behind its levels it may come, in sentences with figures and in paragraphs.
BACK_IN_SENTENCES, BACK_IN_PARAGRAPHS = 2, 2
_YEAR_AGO, _LONGER = any_of(_SPANS["year_ago"]), any_of(_SPANS["longer"])


def is_about(story: Story, change: Claim, pair: Pair) -> bool:
    """True if the clause of a movement names what the levels are of, or goes on about it."""
    own = _own_clause(story, change)
    if (
        _APART.search(own)
        or _is_of_all(own, story, pair)
        or not all(one_place(change, c) for c in pair.both)
        or not _acts_on(story, change, pair)
    ):
        return False
    if is_of_other_subject(story, change, *pair.both) or _is_its_value(story, own, pair):
        return False
    if names(story, change, own, pair) or _is_price(story, change, pair) or _leads_to(story, change, pair):
        return True
    return change.block not in DISPLAY and _goes_on(story, change, pair)


def _is_its_value(story: Story, own: str, pair: Pair) -> bool:
    """True for two values of a crop and a clause about the crop: "the crop doubles", "values the crop at $9 billion"."""
    return any(_VALUED.search(before(story, c, 60)) for c in pair.both) and not _WORTH.search(own)


def is_no_wider(story: Story, change: Claim, pair: Pair) -> bool:
    """True if the subject of a movement has no word that the levels are not told with, or another for their measure."""
    led = _CLAUSE.split(story.lead(change))[-1]
    if _SOME.search(led):
        return False
    told = content_words(" ".join(story.sentence(c) for c in pair.both))
    return (
        subject_words(led) <= told
        or is_one_measure(story, change, led, pair)
        or _leads_to(story, change, pair)
    )


def _leads_to(story: Story, change: Claim, pair: Pair) -> bool:
    """True for two counts right behind a movement that leave their noun out: "had 1,500 then and has 1,200 now"."""
    first = min(pair.both, key=lambda c: c.figure.span)
    gap = story.document.text[change.sentence.end : max(change.sentence.end, first.sentence.start)]
    if change.block in DISPLAY or first.sentence.start < change.sentence.end or gap.strip() or "\n" in gap:
        return False
    if any(c.sentence != first.sentence for c in pair.both) or family(first) != "C":
        return False
    bare = all(not is_named(c) or _OF_THEM.match(after(story, c)) for c in pair.both)
    led = story.lead(change)
    last = max(c.figure.span.end for c in pair.both)
    named = set(_NAME.findall(story.words(Span(first.sentence.start, last)))) - _NO_NAMES
    return bare and not _SUBJECT_OF.search(led) and all(n in story.sentence(change) for n in named)


def _is_of_all(own: str, story: Story, pair: Pair) -> bool:
    """True where the levels are told of all, "sales of all cars", and the movement, of some, is not."""
    told = any(_ALL.search(clause(story, c, *pair.both)) for c in pair.both)
    return told and _ALL.search(own) is None


def _own_clause(story: Story, change: Claim) -> str:
    if change.block in DISPLAY:
        return story.sentence(change)
    text, span = story.document.text, change.figure.span
    led = _CLAUSE.split(text[change.sentence.start : span.start])[-1]
    return led + change.figure.text + _CLAUSE.split(text[span.end : change.sentence.end])[0]


def _acts_on(story: Story, change: Claim, pair: Pair) -> bool:
    """False for "doubling the aid for students" between two sums of something else."""
    thing = _THING.match(after(story, change))
    return family(change) != "X" or thing is None or bool(content_words(thing[1]) & nouns(story, pair))


def _is_price(story: Story, change: Claim, pair: Pair) -> bool:
    """True for "charges will go up by 8 per cent" of two sums that something costs, and not for "water bills"."""
    led = _CLAUSE.split(story.lead(change))[-1]
    paid = all(PAYS.search(clause(story, c)) or _PRICES.search(clause(story, c)) for c in pair.both)
    if family(pair.old) != "M" or not paid or not _PRICES.search(led):
        return False
    return subject_words(_PRICES.sub(" ", led)) <= content_words(
        " ".join(story.sentence(c) for c in pair.both)
    )


def _goes_on(story: Story, change: Claim, pair: Pair) -> bool:
    """True for "Numbers were therefore down by a fifth", ", an increase of 8 per cent", right behind a level."""
    later = max(pair.both, key=lambda c: c.figure.span)
    if later.figure.span > change.figure.span:
        return False
    if _is_told_back(story, change, later, pair):
        return True
    if later.sentence == change.sentence:
        words = story.between(later, change)
        beside = _BESIDE.match(words) is not None
        return beside or _leads(_CLAUSE.split(words)[-1])
    near = nearest_before(story, change) == later.sentence and story.paragraphs_apart(later, change) == 0
    led = story.lead(change)
    back = family(change) in "CMU" and BACK.search(led) is not None
    return near and (back or _leads(_CLAUSE.split(led)[-1]))


def _is_told_back(story: Story, change: Claim, later: Claim, pair: Pair) -> bool:
    """True for "The 13 per cent rise was put down to", "That drop of six per cent", a little further on."""
    led = story.lead(change)
    told = _THE.match(led) is not None and _RISE.match(after(story, change)) is not None
    if (
        not (told or names_rate(story, change, pair) or _THAT_RISE.match(led))
        or later.sentence == change.sentence
    ):
        return False
    apart = story.number_of(change) - story.number_of(later)
    return apart <= BACK_IN_SENTENCES and story.paragraphs_apart(later, change) <= BACK_IN_PARAGRAPHS


def names_rate(story: Story, change: Claim, pair: Pair) -> bool:
    """True for "the 12 per cent rise IN THE SETTLEMENT RATE" where the sentence of a share tells that rate."""
    rate = _RISE_IN.match(after(story, change, 80))
    if rate is None or family(pair.new) != "P" or _THE_SAME.search(story.lead(change)) is None:
        return False
    return any(content_words(rate[1]) <= content_words(story.sentence(c)) for c in pair.both)


def _leads(words: str) -> bool:
    general = _GENERAL.match(words)
    return (general is not None and len(words) - general.end() <= 12) or _MOVEMENT.search(words) is not None


def is_over(story: Story, change: Claim, pair: Pair) -> bool:
    """False where a movement is told over another time than that between the levels."""
    own = _own_clause(story, change)
    old, new = (clause(story, c, *pair.both, change) for c in pair.both)
    years = set(_YEAR.findall(own))
    told = {*_YEAR.findall(old), *_YEAR.findall(new)}
    if years and not years & told and (told or not _THEN.search(old)):
        return False
    if pair.ordered and _LONGER.search(own) and _YEAR_AGO.search(old):
        return False
    since = _SINCE.search(own)
    known = content_words(old)
    if since is not None and not (
        content_words(since[1]) <= known or _BEFORE.search(old) or _THEN.search(old)
    ):
        return False
    if any(c.sentence == change.sentence for c in pair.both):
        return True  # the time in its clause is that of the level
    return are_over_one(own.replace(change.figure.text, ""), old)


__all__ = ["is_about", "is_no_wider", "is_over", "names_rate"]
