"""An average with the only total and number around it: "14,600 dogs in 2024, or 40 a day", "£75 apiece"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.tally.listing import swaps
from extractor.reconcile.link.window.scope import Window, after, before, cue, windows
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["mean"]
EACH = Regex(
    rf"^\s?(?:(?!for\b|to\b|per\b)[\w’'-]+\s)?(?:(?P<all>{'|'.join(_WORDS['all'])})\b|(?:{'|'.join(_WORDS['per'])})\s(?P<noun>[a-z]+))",
    re.IGNORECASE,
)
_AGAIN = Regex(rf"(?:{'|'.join(_WORDS['again'])})\s?(?:[\w’'-]+\s){{0,2}}?$", re.IGNORECASE)
#: "That's 140 a van": the average of what was just told, if a swap accounts for it.
_SUMS_UP = Regex(
    rf"(?:{'|'.join(table('sums')['mean']['sums_up'])})\s?(?:[\w’'-]+\s){{0,2}}?$", re.IGNORECASE
)
#: What an average may be told for besides things that are counted.
TIMES = ("hour", "day", "night", "week", "month", "quarter", "year")
#: ", eight to the mile;": an average that is an apposition of its own, with nothing said of it.
_SET_OFF = Regex(r",\s(?:[\w’'-]+\s)?$")
_ENDS = Regex(r"(?:\s(?:on\saverage|overall|in\sall))?\s?(?:[,.;:)–—-]|$)")
_SAYS_NOTHING = content_words(" ".join(_WORDS["nothing"]))
#: The time that was told before: "over the twelve months".
_THE_TIME = Regex(
    r"\b(?:over|in|during|across|for)\s(?:the|that)\s(?:(?:whole|twelve|\d+|full)\s)?(?:months?|year|week|day|season|period|quarter|term)\b"
)
#: A time of its own: "averaging 160 a week THIS YEAR".
_A_TIME = Regex(
    r"\b(?:(?:this|last|next)\s(?:year|month|week|season|winter|summer|spring|autumn|fall)|(?:19|20)\d\d)\b"
)
_STOP = Regex(r"[,;:(–—](?!\d)")
_USUAL = any_of(_WORDS["usual"])


def means(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each average that nothing explains and that stands by its total and number."""
    for mean in open_ones:
        each = EACH.match(after(story, mean))
        if family(mean) not in "CMURD" or is_change(mean) or each is None or is_usual(story, mean):
            continue
        if not says_again(story, mean, each):
            continue
        relation = next((r for w in windows(story, mean) if (r := _in(story, w, each)) is not None), None)
        if relation is not None:
            yield relation


#: "Those helped, 81,000 in all, COLLECTED AN AVERAGE OF 2.6 each": the total is the number of those who took.
_TOOK = Regex(r"^[^.;]{0,30},\s[a-z]+(?:ed|t|d|ook|ew|ave)\s(?:an\saverage\sof|on\saverage|about|some)\s$")


def is_usual(story: Story, mean: Claim, apart: Regex | None = None) -> bool:
    """True if the words beside an average tell what happens in general, or a price; `apart` are words to pass over."""
    earlier = [
        c.figure.span.end for c in story.in_sentence(mean.sentence) if c.figure.span < mean.figure.span
    ]
    start = max(earlier, default=mean.sentence.start)
    words = story.words(Span(start, mean.figure.span.start)) + after(story, mean, 40)
    return _USUAL.search(words if apart is None else apart.sub("", words)) is not None


def says_again(story: Story, mean: Claim, each: re.Match[str]) -> bool:
    """True if words before an average say again what was told, or it begins its sentence and tells a time."""
    first = mean.figure.span.start - mean.sentence.start <= 1
    alone = _SET_OFF.search(before(story, mean)) and _ENDS.match(after(story, mean)[each.end() :])
    return bool(_AGAIN.search(before(story, mean))) or (first and each["noun"] in TIMES) or bool(alone)


def tells_more(clause: str, known: str) -> bool:
    """True if the clause of an average has a word that narrows it: "those IN ASHBY got £42 each", "the average NEW driver".

    What is done by all, "spent", "carried", and the time told before, "over the twelve months", narrow nothing.
    """
    new = content_words(_THE_TIME.sub("", clause)) - _SAYS_NOTHING - content_words(known)
    return bool(new) or any(time not in known for time in _A_TIME.findall(clause))


def _in(story: Story, window: Window, each: re.Match[str]) -> Relation | None:
    """The average with the one total and the one number of a window."""
    mean = window.target
    kinds = "CMUD" if family(mean) == "D" else "CMU"
    figures = [c for c in window.claims if not is_change(c) and (family(c) in kinds or _times(c, each))]
    if any(family(c) == "P" and c.figure.span > mean.figure.span for c in story.in_sentence(mean.sentence)):
        return None  # "subscriptions, £240 each, raise less than half the sum"
    earlier = [c for c in figures if c.figure.span < mean.figure.span]
    if len(earlier) != 2 or any(c.figure.amount.low is None or c.figure.amount.high is None for c in earlier):
        return None
    number, total = sorted(
        earlier, key=lambda c: (not _times(c, each), family(c) != "C", c.figure.amount.low or 0)
    )
    loose = _SUMS_UP.search(before(story, mean)) is not None
    counted = family(number) == "C" and (counts(number, each) or (loose and _is_swapped(mean, total, number)))
    if not totals_of(mean, total) or not (counted or _times(number, each)):
        return None
    if not surely_less(number.figure.amount, total.figure.amount) and family(total) == "C":
        return None
    if total.sentence == mean.sentence and _TOOK.match(story.between(total, mean)):
        return None
    if _is_narrowed(story, window):
        return None
    roles = (Role("mean", mean), Role("total", total), Role("n", number))
    return Relation("mean", roles, cue(story, window), "contextual")


def _is_narrowed(story: Story, window: Window) -> bool:
    """True if the clause that leads to an average tells of some only: "long-haul flights carried an average of 276"."""
    mean = window.target
    led = story.lead(mean)
    clause = _STOP.split(led)[-1]
    ahead = story.words(
        Span(min(c.sentence.start for c in window.claims), mean.figure.span.start - len(clause))
    )
    return tells_more(clause, ahead)


def _times(number: Claim, each: re.Match[str]) -> bool:
    """True for a stretch in the unit that the average is told for: "over 14 nights ... 87 a night"."""
    return (
        family(number) in "UD"
        and each["noun"] is not None
        and each["noun"].lower() == number.figure.amount.unit
    )


def totals_of(mean: Claim, total: Claim) -> bool:
    """True if the total is in what is averaged: money for money, things for things."""
    if family(mean) in "CR":
        return family(total) == "C"
    return family(total) == family(mean) and unit_of(total) == unit_of(mean)


def unit_of(claim: Claim) -> str:
    """What a figure is counted in, whether it is told for a time or once: litres and litres a day."""
    return claim.figure.amount.unit.split(" / ")[0]


def _is_swapped(*figures: Claim) -> bool:
    """True if the average holds, or would if two neighbouring digits of one figure were swapped."""
    values = [c.figure.value for c in figures]
    whole = [int(v) for v in values if v is not None and v == int(v)]
    if len(whole) < 3:
        return False
    tries = [whole, *([*whole[:i], v, *whole[i + 1 :]] for i in range(3) for v in swaps(whole[i]))]
    return any(n > 0 and abs(total - mean * n) * 2 <= n for mean, total, n in tries)


def counts(number: Claim, each: re.Match[str]) -> bool:
    """True if the number counts what the average is told for."""
    if each["all"]:
        return True
    noun = each["noun"].lower()
    key = "" if number.measure is None else number.measure.key
    return may_be_one(key, noun) or key.startswith(noun[:5])
