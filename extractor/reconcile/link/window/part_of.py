"""A count that the words tell as counted from another: "of the 96 councillors 45 voted", "visited 410 bridges and passed 190"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.counted import is_some
from extractor.reconcile.link.window.others import is_of_others
from extractor.reconcile.link.window.scope import one_place
from extractor.reconcile.link.window.share import set_against
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import one_of

_WORDS = table("windows")["part_of"]
#: "45 of the 96 councillors", "6,080 issued out of an electorate of 12,800".
_OF_WHOLE = Regex(
    rf"^(?:\s[\w’'-]+)?\s(?:out\s)?of\s(?:(?:{one_of(_WORDS['the'])})\s){{0,2}}(?:[\w’'-]+\s)?$"
    r"|^[^.,;:]{0,50}\sout\sof\s(?:an?\s|the\s)?(?:[\w’'-]+\s){0,3}(?:of\s)?$",
    re.IGNORECASE,
)
#: "Of the 96 councillors, 45": before the whole, and from it to the part.
_OF = Regex(rf"^\W*(?:Of|Out\sof|Among)\s(?:(?:{one_of(_WORDS['the'])})\s){{0,2}}(?:[\w’'-]+\s)?$")
_TO_PART = Regex(r"^[^.;:]{1,90}$")
#: "Visited 410 bridges and passed 190": from the whole to the part.
_AND = Regex(
    rf"^[^.;:()]{{2,110}}?(?:\s|,\s)(?:{one_of(_WORDS['and'])})\s(?:[\w’'-]+\s){{0,5}}$|^[^.;:()]{{2,60}},\s(?:of|among)\s(?:which|whom|them|these|those)\s(?:[\w’'-]+\s){{0,2}}$",
    re.IGNORECASE,
)
_HEARD = Regex(
    r"\b(?:heard|repl(?:y|ies)|answers?|responses?|word|forms?|came)\s(?:back\s)?from\b", re.IGNORECASE
)
_TURNS = Regex(rf"\b(?:{one_of(_WORDS['turns'])})\b", re.IGNORECASE)
#: How the sentence begins whose count is of the one before.
_THEN = Regex(r"^[“\"‘]?(?:[^;:.\d]{0,60}\s)?$")


@dataclass(frozen=True, slots=True)
class PartOf:
    """The part, its whole, and the stretch of text in which they are told."""

    part: Claim
    whole: Claim
    extent: Span

    @property
    def last(self) -> Claim:
        """The one that is printed second."""
        return max((self.part, self.whole), key=lambda c: c.figure.span)


def parts_of(story: Story) -> Iterator[PartOf]:
    """All such pairs of the running text, each without a third count beside them."""
    told = [_counts(story, s) for s in story.sentences]
    for number, counts in enumerate(told):
        if len(counts) == 2 and (found := _in_one(story, *counts)) is not None:
            yield found
        if len(counts) == 1 and number + 1 < len(told) and len(told[number + 1]) == 1:
            found = _in_two(story, counts[0], told[number + 1][0])
            if found is not None:
                yield found


def _counts(story: Story, sentence: Span) -> list[Claim]:
    inside = story.in_sentence(sentence)
    return [c for c in inside if family(c) in "CMU" and c.block not in DISPLAY and not _is_kind(c)]


def _is_kind(claim: Claim) -> bool:
    return "-" in claim.figure.text and claim.figure.kind == "measure"


def _may_be(part: Claim, whole: Claim) -> bool:
    plain = all(c.stance == "asserted" and not is_change(c) and c.statistic is None for c in (part, whole))
    alike = family(part) == family(whole) and part.figure.amount.unit == whole.figure.amount.unit
    if not plain or not alike or not surely_less(part.figure.amount, whole.figure.amount):
        return False
    return one_place(part, whole)


def _in_one(story: Story, one: Claim, two: Claim) -> PartOf | None:
    between = story.between(one, two)
    if _OF_WHOLE.match(between) and _may_be(one, two):
        return PartOf(one, two, one.sentence)
    if not _may_be(two, one):
        return None
    led = story.lead(one)
    of = _OF.match(led) is not None and _TO_PART.match(between) is not None
    told = _AND.match(between) is not None and _TURNS.search(_HEARD.sub("", between)) is None
    counted = told and _leaves_noun_out(story, two, one) and not is_of_others(story, two, one)
    return PartOf(two, one, one.sentence) if of or counted else None


def _leaves_noun_out(story: Story, part: Claim, whole: Claim) -> bool:
    """True for a part that says no noun, says "of them", or has the whole's."""
    if is_some(story, part):
        return True
    noun = part.measure
    if noun is None or noun.found != "here":
        return True
    if noun.span is not None and noun.span.start < part.figure.span.end:
        return True
    return whole.measure is not None and may_be_one(noun.key, whole.measure.key)


def _in_two(story: Story, whole: Claim, part: Claim) -> PartOf | None:
    """The only count of a sentence, and the only one of the next, which leaves its noun out or says "of them"."""
    gap = story.document.text[whole.sentence.end : part.sentence.start]
    if gap.strip() or "\n" in gap or not _may_be(part, whole):
        return None
    led = story.lead(part)
    if not _THEN.match(led) or _TURNS.search(led) or family(part) != "C":
        return None
    if set_against(story, part, whole) or is_of_others(story, part, whole):
        return None
    bare = part.measure is None or part.measure.found != "here"
    return (
        PartOf(part, whole, Span(whole.sentence.start, part.sentence.end))
        if bare or is_some(story, part)
        else None
    )


__all__ = ["PartOf", "parts_of"]
