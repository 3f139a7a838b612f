"""A mean beside the ends of what it is the mean of: "averaged 240 A MONTH. The BEST MONTH brought 231".

A mean lies between the lowest and the highest. The ends are a range in the mean's own clause, "between 3 and 9, with an
average of 5", or superlatives in its sentence or the next, told of what the mean is told for or of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import between
from extractor.lexicon import table
from extractor.model import (
    Claim,
    ComparisonDirection,
    Cue,
    Derived,
    Relation,
    Role,
    Span,
    stable_id,
)
from extractor.nouns import kinds, may_be_one
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.link.window.scope import after, before, one_thing
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("orders")["range_mean"]
_HEDGE = r"(?:about\s|around\s|some\s|just\s(?:over|under)\s|nearly\s|almost\s|only\s|just\s)?"
_UNIT = r"(?:\s(?!(?:this|last|next|overall|now|then|today|elsewhere)\b)[a-z-]+)?(?:\s(?:an?|per|each|every)\s[a-z]+|\seach|\sapiece)?"
#: From a range to its mean, from a mean to its range, and what may follow either.
_TO_MEAN = Regex(
    r"^(?:\s(?!(?:and|but|while|with|of|against|to|when|although|though|if)\b)[a-z-]+){0,5}"
    rf"(?:,?\s(?:with|giving|making)\sa|,\s?a|\sand\sa|,?\sat\sa)(?:n\saverage|\smean)(?:\sof)?\s{_HEDGE}$"
    rf"|^(?:\s(?!(?:and|but|while|with|of|against|to|when|although|though|if)\b)[a-z-]+){{0,5}}"
    rf"(?:,|,?\sand)\s(?:averag(?:ed|ing|es?))\s{_HEDGE}$",
    re.IGNORECASE,
)
_TO_RANGE = Regex(
    rf"^{_UNIT}(?:,|,?\sand|\s\()\s?(?:rang(?:ed|ing|es?)|var(?:ied|ying)|with\sa\srange(?:\sof)?|running)\s(?:from|between)?\s?$",
    re.IGNORECASE,
)
_NEXT = Regex(
    rf"^(?:The\saverage|The\smean|They\saveraged|It\saveraged)(?:\s(?:was|is|came\sto))?\s{_HEDGE}$"
)
_ENDS = Regex(rf"^{_UNIT}(?:,\s[^,]*\s(?:said|says)\b|\s?[.;:)]|,?\s(?:and|but)\b|,|\s?$)", re.IGNORECASE)
_AVERAGED = Regex(r"\b(?:averag(?:e|ed|es|ing)|mean)(?:\s[\w’'-]+){0,5}\s$", re.IGNORECASE)
#: "2,410 A MONTH", "22 litres A COW", "the average CROWD was".
_FOR = Regex(
    r"^(?:\s[a-z-]+){0,2}?\s(?:an?|per|each|every|for\s(?:each|every))\s(?P<noun>[a-z]{3,})", re.IGNORECASE
)
_OF = Regex(r"\baverage\s(?P<noun>[a-z]{4,})(?:\s[\w’'-]+){0,5}\s$", re.IGNORECASE)
_HIGH, _LOW = one_of(_WORDS["highest"]), one_of(_WORDS["lowest"])
_NAME = r"(?:,\s[A-Z][\w’'. -]{2,30},|\s\([A-Z][^()]{2,30}\)|,\s(?:in|on)\s[A-Z][\w ]{2,20},)?"
_VERB = rf"(?:\s{one_of(_WORDS['verbs'])})"
#: "The BEST MONTH, August, brought", "and the quietest", "a high of": up to the figure.
_END = Regex(
    rf"(?:(?:^|[,;]\s(?:and\s|with\s|while\s)?|\sand\s)(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]n\s(?:the|its|their))\s(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))"
    rf"(?:\s(?P<noun>(?!{one_of(_WORDS['verbs'])}\b)[a-z]{{3,}}))?{_NAME}"
    rf"(?P<verb>(?:\s(?:it|they|the\s[a-z]+))?{_VERB}|,)?\s{_HEDGE}$"
    rf"|(?:,\s|\s)(?:with\s|and\s)?an?\s(?:(?P<peak>high|peak|maximum)|(?P<floor>low|minimum))\sof\s{_HEDGE}$)"
)
#: "The warmest was 19C ON THE COAST", "the lowest was 5 FOR SERVICE".
_NARROWED = Regex(r"^(?:\s[a-z-]+){0,2}?\s(?:on|in|at|for|of|among|from|by)\s(?:the\s|an?\s|its\s)?[a-z]")
_GAINED = any_of(_WORDS["gained"])
_APART = any_of(_WORDS["apart"])
_THEN = any_of(_WORDS["then"])
_NUMBERS = frozenset("CMUPDRA")


def range_means(story: Story) -> Iterator[Relation]:
    """One relation for each mean and end of its range."""
    for mean in story.claims:
        if _is_mean(story, mean) and not _APART.search(story.sentence(mean)):
            yield from _of_range(story, mean)
            yield from _of_ends(story, mean)


def _is_mean(story: Story, claim: Claim) -> bool:
    plain = claim.block not in DISPLAY and claim.stance == "asserted" and not claim.negated
    if not plain or claim.figure.value is None or family(claim) not in _NUMBERS:
        return False
    return claim.statistic == "mean" or _AVERAGED.search(before(story, claim)) is not None


def _of_range(story: Story, mean: Claim) -> Iterator[Relation]:
    """The mean with the one range of its clause or, where the mean opens a sentence, of the one before."""
    if not _ENDS.match(after(story, mean)):
        return
    number = story.number_of(mean)
    inside = story.in_sentence(mean.sentence)
    ranges = [c for c in inside if _is_range(c, mean)]
    if len(ranges) == 1:
        told = ranges[0]
        led, behind = story.between(told, mean), story.between(mean, told)
        tied = told.figure.span < mean.figure.span and _TO_MEAN.match(led) is not None
        tied = tied or (mean.figure.span < told.figure.span and _TO_RANGE.match(behind) is not None)
    elif not ranges and number and _NEXT.match(story.lead(mean)):
        near = [c for c in story.in_sentence(story.sentences[number - 1]) if unit_of(c) == unit_of(mean)]
        told = near[0] if near else mean
        close = 0 <= mean.sentence.start - told.sentence.end <= 2
        tied = len(near) == 1 and _is_range(told, mean) and close and not _APART.search(story.sentence(told))
    else:
        return
    if tied and _is_of_it(mean, told):
        yield relation_of_end(story, mean, told, told.figure.span)


def _is_range(claim: Claim, mean: Claim) -> bool:
    a = claim.figure.amount
    open_ = a.low is None or a.high is None or a.low >= a.high
    return (
        claim.figure.value is None
        and not open_
        and unit_of(claim) == unit_of(mean)
        and claim.stance == "asserted"
    )


def _is_of_it(mean: Claim, end: Claim) -> bool:
    """True if the mean names no other thing than the ends count."""
    if mean.measure is not None and mean.measure.key.startswith("average"):
        return True
    return one_thing(mean, end)


def relation_of_end(
    story: Story, mean: Claim, end: Claim, words: Span, direction: ComparisonDirection | None = None
) -> Relation:
    """The mean below what is told as the highest, or above the lowest; a range, without a direction, has both."""
    reference: Claim | Derived = end
    if direction is None:
        a, m = end.figure.amount, mean.figure.amount
        over = a.low is None or m.high is None or m.high >= a.low
        direction, edge = ("lower", a.high) if over else ("higher", a.low)
        side = "highest" if over else "lowest"
        reference = Derived(
            stable_id("d", end.id, side),
            between(edge, edge, a.unit),
            f"the {side} of the range",
            (end,),
            end.figure.text,
        )
    teller = mean if mean.sentence.overlaps(words) else end
    comparison = compared(story, words, teller, direction, "range", words.start, mean.figure.span.start)
    extent = Span(min(mean.sentence.start, end.sentence.start), max(mean.sentence.end, end.sentence.end))
    roles = (Role("stated", comparison), Role("subject", mean), Role("reference", reference))
    return Relation("compare", roles, Cue(story.document.id, extent, story.words(extent)), "stated")


def _of_ends(story: Story, mean: Claim) -> Iterator[Relation]:
    """The mean with each superlative behind it in its sentence or the next."""
    number, own = story.number_of(mean), mean.sentence
    following = story.sentences[number + 1 : number + 2]
    near = [c for c in story.in_sentence(own) if mean.figure.span < c.figure.span]
    if following and 0 <= following[0].start - own.end <= 2:
        near += story.in_sentence(following[0])
    for end in near:
        if (
            end.figure.value is None
            or unit_of(end) != unit_of(mean)
            or end.stance != "asserted"
            or end.negated
        ):
            continue
        led = _clause(story, end)
        found = _END.search(led)
        if found is None or not _is_of_it(mean, end) or not _may_end(story, mean, end, found):
            continue
        if end.figure.amount == mean.figure.amount or _NARROWED.match(after(story, end)):
            continue
        at = end.figure.span.start - len(led) + found.start()
        words = Span(at + len(found[0]) - len(found[0].lstrip(" ,;")), end.figure.span.start - 1)
        highest = bool(found["high"] or found["peak"])
        yield relation_of_end(story, mean, end, words, "lower" if highest else "higher")


def _clause(story: Story, end: Claim) -> str:
    """The words of a sentence before an end, from the figure before it."""
    others = [c.figure.span.end for c in story.in_sentence(end.sentence) if c.figure.span < end.figure.span]
    return story.document.text[max([*others, end.sentence.start]) : end.figure.span.start]


def _may_end(story: Story, mean: Claim, end: Claim, found: re.Match[str]) -> bool:
    """True if a superlative is told of what the mean is told for, of those it counts, or of nothing else."""
    if end.sentence != mean.sentence and (
        _APART.search(story.sentence(end)) or _THEN.search(story.sentence(end))
    ):
        return False
    word = (found["high"] or found["low"] or "").lower()
    gains = family(end) in "CMUR" and _GAINED.search(found["verb"] or "") is not None
    if word in _WORDS["praise"] and not gains:
        return word == "worst" and found["verb"] is None and _is_behind_best(story, end)
    if not _is_alone(story, mean):
        return False
    noun = (found["noun"] or "").lower()
    if word in _WORDS["aged"]:
        aged = re.search(r"\baverage\sage\b", story.sentence(mean), re.IGNORECASE) is not None
        return aged and (not noun or "person" in kinds(noun) or noun.endswith(("er", "or")))
    if not noun:
        return word not in _WORDS["praise"] or _is_behind_best(story, end)
    told = [
        p for w, p in _WORDS["periods"].items() if re.search(rf"\b{w}\b", story.sentence(mean), re.IGNORECASE)
    ]
    told += [m["noun"] for m in (_FOR.match(after(story, mean)), _OF.search(before(story, mean))) if m]
    nouns = [*told, mean.measure.key if mean.measure is not None else ""]
    return any(n and may_be_one(n.lower(), noun) for n in nouns)


def _is_behind_best(story: Story, end: Claim) -> bool:
    """True for "the best cow gave 21 litres AND THE WORST 16"."""
    led = story.lead(end)
    return re.search(r"\b(?:best)\b", led, re.IGNORECASE) is not None and bool(_GAINED.search(led))


def _is_alone(story: Story, mean: Claim) -> bool:
    """True if no other mean of its unit stands in its sentence."""
    others = [c for c in story.in_sentence(mean.sentence) if c is not mean and unit_of(c) == unit_of(mean)]
    return not any(c.figure.span < mean.figure.span or c.statistic == "mean" for c in others)


__all__ = ["range_means", "relation_of_end"]
