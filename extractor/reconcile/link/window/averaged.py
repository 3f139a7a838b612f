"""An average told in words right behind its total and number: "gave £t to 340 families, an average of £m".

Also what each is said to get of a total that they share: "so each family gets £1,500". The total and
the number stand in one clause, the one to, for or from the other, and nothing else there could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.apiece import is_counted
from extractor.reconcile.link.window.mean import totals_of
from extractor.reconcile.link.window.scope import GAP, STOP, after, before, stems
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.wording import any_of, one_of

_WORDS = table("windows")["averaged"]


_HEDGE = rf"(?:{one_of(_WORDS['hedge'])}\s)?"
_EACH = r"\b(?:each|every)\s(?:(?:one\s)?of\s(?:the|its|their|those|these)\s)?(?:(?P<noun>[a-z]{3,})\s)??"
#: At the end of the words before an average of what its sentence told, or at the start of the next sentence.
_APPOSED = re.compile(
    rf"(?:,|\s[–—-]|\()\s?(?:(?:or|that\sis|making|which\sis|giving|at)\s)?an?\saverage\s(?:[\w’'-]+\s)?of\s{_HEDGE}$"
    rf"|(?:,\s|\s)averaging\s{_HEDGE}$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    rf"^[“\"‘]?(?:the\s(?:average|mean)\s{one_of(_WORDS['is'])}|(?:that|this)\s(?:is|was|makes|made|means|gives|works\sout\sat|comes\sto)\s"
    rf"an?\saverage\s(?:[\w’'-]+\s)?of|that\saverages(?:\sout)?(?:\sat)?)\s{_HEDGE}$",
    re.IGNORECASE,
)
#: "So each family gets ", "leaving each of them with ".
_GETS = re.compile(
    rf"\b(?:{one_of(_WORDS['so'])}|{one_of(_WORDS['leaving'])})\s{_EACH}(?:(?:{one_of(_WORDS['gets'])}|with)\s)?{_HEDGE}$",
    re.IGNORECASE,
)
_EACH_OPENS = re.compile(rf"^[“\"‘]?{_EACH}{one_of(_WORDS['gets'])}\s{_HEDGE}$", re.IGNORECASE)
#: "Which means £1,500 for each family".
_MEANS = re.compile(rf"\b{one_of(_WORDS['means'])}\s{_HEDGE}$", re.IGNORECASE)
_FOR_EACH = re.compile(
    r"^\s(?:for|to|from)\s(?:each|every)\s(?:(?:one\s)?of\s(?:the|its|their|those|these)\s)?([a-z]{3,})"
)
#: In such a headline: it is no news of what was paid.
_UNTOLD = any_of(_WORDS["untold"])
#: Below it: the total is for others too.
_AND = re.compile(r"\s(?:and|or)\s", re.IGNORECASE)
_SO_MUCH_EACH = re.compile(r"^\s(?:each|apiece|a\shead|on\saverage)(?:$|[,.;:\n]|\s(?!and\b|or\b))")
#: Behind an average: its sentence is over, or it is for one of those that were counted.
_OVER = re.compile(
    r"^(?:\s(?:each|apiece|a\shead))?(?:[.,;:)”\"’]|\s[–—-]|$)|^\s(?:an?|per|for\s(?:each|every))\s(?P<noun>[a-z]+)"
)
#: From a total to its number: "to the ", "among about ".
_TO = re.compile(
    r"^[^,;:()–—]{0,40}?\b(?:to|for|on|among|amongst|between|across|from|by)\s(?:[\w’'-]+\s){0,3}?$",
    re.IGNORECASE,
)
#: From a number to what all of them did: " families will share ".
_DID = re.compile(rf"^\s(?:[\w’'-]+\s){{1,4}}?{one_of(_WORDS['did'])}\s{_HEDGE}$", re.IGNORECASE)
#: That winners are named is no sign that others lost, where all of a number won.
_UNEVEN = [w for w in table("windows")["shared"]["open"] if w != "winners?"]
_OPEN = any_of([*_UNEVEN, *_WORDS["open"]])
#: Characters before an average in which the words that tell it as one stand.
REACH = 110


def averages(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each average of the one total and the one number that its sentence or the last told."""
    known = {r.roles[0].value.id for r in found if r.kind == "mean" and r.strength != "numeric"}
    known |= {c.id for r in found if r.kind == "mean" and r.strength != "numeric" for c in r.claims("mean")}
    for mean in story.claims:
        if mean.id in known or not _may_be_mean(mean):
            continue
        sentence = _told_in(story, mean)
        pair = _total_and_number(story, mean, sentence) if sentence is not None else None
        if pair is None or _is_open(story, pair, mean):
            continue
        total, number = pair
        roles = (Role("mean", mean), Role("total", total), Role("n", number))
        spans = [c.figure.span for c in (mean, *pair)]
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        yield Relation("mean", roles, Cue(story.document.id, span, story.words(span)), "stated")


def _may_be_mean(mean: Claim) -> bool:
    amount = mean.figure.amount
    bounded = amount.low is not None and amount.high is not None and mean.figure.value is not None
    return family(mean) in "MU" and bounded and not is_change(mean)


def _told_in(story: Story, mean: Claim) -> Span | None:
    """The sentence of the total and the number that an average is told of; None for what is no such average."""
    if mean.block in DISPLAY:
        return _below(story, mean)
    printed = story.words(Span(mean.sentence.start, mean.figure.span.start))
    lead = STOP.split(printed)[-1]
    near = lead[-REACH:]
    if (
        _APPOSED.search(near)
        or _GETS.search(near)
        or (_MEANS.search(near) and _FOR_EACH.match(after(story, mean)))
    ):
        own = [c for c in story.in_sentence(mean.sentence) if c.figure.span < mean.figure.span]
        return mean.sentence if own else _before(story, mean)
    if _OPENS.match(lead) or _EACH_OPENS.match(lead):
        return _before(story, mean) if lead == printed else mean.sentence
    return None


def _below(story: Story, mean: Claim) -> Span | None:
    """The first sentence below a headline that tells what each gets: "Families to get £1,500 each"."""
    place = story.number_of(mean) + 1
    each = mean.block == "headline" and _SO_MUCH_EACH.match(after(story, mean))
    alone = sum(family(c) == family(mean) for c in story.in_sentence(mean.sentence)) == 1
    if not each or not alone or place >= len(story.sentences):
        return None
    apart = story.sentences[place].start - mean.sentence.end
    return story.sentences[place] if apart <= GAP else None


def _before(story: Story, mean: Claim) -> Span | None:
    """The sentence right before that of an average."""
    place = story.number_of(mean) - 1
    if place < 0 or mean.sentence.start - story.sentences[place].end > GAP:
        return None
    return story.sentences[place]


def _total_and_number(story: Story, mean: Claim, sentence: Span) -> tuple[Claim, Claim] | None:
    """The one total and the one number of a sentence, if its words make the one of the other."""
    told = [c for c in story.in_sentence(sentence) if c.block not in DISPLAY]
    if sentence == mean.sentence:
        told = [c for c in told if c.figure.span < mean.figure.span]
    totals = [c for c in told if family(c) == family(mean)]
    numbers = [c for c in told if family(c) == "C"]
    if (
        len(totals) != 1
        or len(numbers) != 1
        or not _is_total(mean, totals[0])
        or not _counts(story, numbers[0], mean)
    ):
        return None
    total, number = totals[0], numbers[0]
    if total.figure.span < number.figure.span:
        tied = _TO.match(story.words(Span(total.figure.span.end, number.figure.span.start)))
    else:
        tied = _DID.match(story.words(Span(number.figure.span.end, total.figure.span.start)))
    return (total, number) if tied else None


def _is_total(mean: Claim, total: Claim) -> bool:
    amount = total.figure.amount
    bounded = amount.low is not None and amount.high is not None and not is_change(total)
    return bounded and totals_of(mean, total) and surely_less(mean.figure.amount, amount)


def _counts(story: Story, number: Claim, mean: Claim) -> bool:
    """True if the number is of those that the average is told for, where a noun says it."""
    if number.figure.amount.low is None or number.figure.amount.high is None or is_change(number):
        return False
    if mean.block in DISPLAY:
        return _is_named(story, number, mean) and _UNTOLD.search(story.sentence(mean)) is None
    near = STOP.split(story.words(Span(mean.sentence.start, mean.figure.span.start)))[-1][-REACH:]
    each = _GETS.search(near) or _EACH_OPENS.match(near)
    behind = _FOR_EACH.match(after(story, mean))
    if behind is None and _OVER.match(after(story, mean)) is None:
        return False
    over = _OVER.match(after(story, mean))
    nouns = [each and each["noun"], behind and behind[1], over and over["noun"]]
    return all(is_counted(number, n) or n in _WORDS["heads"] for n in nouns if n)


def _is_named(story: Story, number: Claim, mean: Claim) -> bool:
    """True if the headline of an average names those whom the number counts."""
    key = number.measure.key if number.measure is not None else ""
    return len(key) > 3 and bool(stems(key) & stems(story.sentence(mean)))


def _is_open(story: Story, pair: tuple[Claim, Claim], mean: Claim) -> bool:
    """True if not all of the total is shared, or not alike, or the average is of another time or place."""
    first = min(c.figure.span.start for c in pair)
    below = mean.figure.span.start < first
    words = story.words(pair[0].sentence if below else Span(first, mean.figure.span.start))
    words += " · " + after(story, mean)
    if below and _AND.search(story.words(Span(first, pair[0].sentence.end))):
        return True
    return (
        _OPEN.search(words) is not None
        or _OPEN.search(before(story, min(pair, key=lambda c: c.figure.span))) is not None
    )
