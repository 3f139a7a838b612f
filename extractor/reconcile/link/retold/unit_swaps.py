"""A headline that counts people where its story counts events: "410 patients turned away" over 410 visits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.amount import meet, middle
from extractor.model import Claim, Cue, Derived, Relation, Role
from extractor.nouns import are_distinct, kinds, may_be_one
from extractor.reconcile.derive import each
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.order.ordering import singular
from extractor.reconcile.link.retold.same import is_hedged, key_of, significant_digits
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Before the number that a rate is told for.
_FOR_EACH = Regex(r"\b(?:per|(?:for|in|of|to)\s+(?:every|each)|out\s+of)\s+$", re.IGNORECASE)
#: What a sentence numbers, before its number: "the NUMBER OF PEOPLE in need rose to".
_NUMBER_OF = Regex(r"\b(?:number|count|total|tally)\sof\s(?:the\s|its\s)?([a-z]+)\b", re.IGNORECASE)
#: Behind the number of a thing's size: "the 182-member House".
_HYPHENED = Regex(r"[-‑–](?=[a-z])")
#: Right behind a number that leaves its noun out.
_VERB = Regex(r"\s(?:have\s|had\s|to\s|were\s|are\s)?([a-z]{4})[a-z]*\b", re.IGNORECASE)
#: Letters that a verb has in common with the noun of what it does: "apply" and "applications".
STEM = 4
#: Letters that a word for those who do something has in common with the word for what they do.
ROOT = 5
#: Kinds of what people come to do, and may do often.
_DONE = frozenset({"event", "treatment", "request", "journey"})
#: Kinds of things that befall people, so that a bare number of those "waiting" may be mistaken for people.
_BEFALLS = frozenset({"event", "request", "treatment", "wait", "offence"})


def unit_swaps(story: Story) -> Iterator[Relation]:
    """A headline's number of people that the body knows as a number of events, or the other way round."""
    body = [
        c
        for c in story.claims
        if c.block not in DISPLAY
        and family(c) == "C"
        and not (_is_for_each(story, c) or tells_size(story, c))
    ]
    for shown in story.claims:
        if (
            shown.block in DISPLAY
            and family(shown) == "C"
            and _has_noun(shown)
            and not tells_size(story, shown)
        ):
            yield from _swapped(story, shown, body)


def _has_noun(shown: Claim) -> bool:
    """False where the noun is read across another number: "143 rescued, more than 200 homes hit"."""
    return shown.measure is not None and not any(ch.isdigit() for ch in shown.measure.text)


def _prints_noun(told: Claim) -> bool:
    """False for "Sixty-one were put to sleep", which does not say what they are."""
    return told.measure is not None and told.measure.found in ("here", "sentence")


def tells_size(story: Story, claim: Claim) -> bool:
    """True for the size of what follows: "the 182-member House" has 182 seats, "a 24-bed ward" 24 patients."""
    end = claim.figure.span.end
    return _HYPHENED.match(story.document.text, end) is not None


def _is_number_of(story: Story, shown: Claim, told: Claim) -> bool:
    """True for "the NUMBER OF PEOPLE in need in nine counties to 2.45 million" below a headline that counts people."""
    lead = story.lead(told)
    own = {key_of(shown), "" if shown.measure is None else shown.measure.text.lower()}
    return any(m[1].lower() in own or singular(m[1]) in own for m in _NUMBER_OF.finditer(lead))


def _is_for_each(story: Story, claim: Claim) -> bool:
    """True for so many as a rate is told for: "5.4 homes for every 1,000 people" counts no people."""
    return _FOR_EACH.search(story.lead(claim)) is not None


def _swapped(story: Story, shown: Claim, body: Sequence[Claim]) -> Iterator[Relation]:
    fits = [c for c in body if c.measure is not None and _near_value(shown, c)]
    if any(may_be_one(key_of(shown), key_of(c)) for c in fits):
        return
    others = [
        c
        for c in fits
        if _is_another_unit(story, shown, c)
        and not c.negated
        and _told_alike(story, shown, c)
        and _prints_noun(c)
        and not _is_number_of(story, shown, c)
    ]
    if others:
        others += [
            c for c in fits if c not in others and any(may_be_one(key_of(c), key_of(o)) for o in others)
        ]
        others.sort(key=lambda c: c.figure.span)
        support = [d for d in each(story) if any(_may_back(d, c) for c in others)]
        counted = [c for c in body if may_be_one(key_of(shown), key_of(c)) and _beside(story, c, others)]
        roles = (
            Role("stated", shown),
            *(Role("other", c) for c in others[-2:]),
            *(Role("counted", c) for c in counted[:1]),
            *(Role("support", d) for d in support[:1]),
        )
        cue = Cue(
            story.document.id, shown.measure.span if shown.measure else shown.figure.span, _words(shown)
        )
        yield Relation("same", roles, cue, "contextual")


def _is_another_unit(story: Story, shown: Claim, told: Claim) -> bool:
    """True if the two count things that are never one; "61,000 lose power" may mean homes, being a bare number."""
    if _is_its_doer(key_of(shown), key_of(told)):
        return False
    bare = shown.measure is not None and shown.measure.span is None
    if bare and _is_done(story, shown, told):
        return False
    return are_distinct(key_of(shown), key_of(told)) and (not bare or bool(kinds(key_of(told)) & _BEFALLS))


def _is_its_doer(people: str, event: str) -> bool:
    """True for the visitors of visits, as a headline calls them: whoever comes twice is two of them there."""
    root = event.split()[-1][:ROOT] if event else ""
    return len(root) == ROOT and bool(kinds(event) & _DONE) and people.split()[-1].startswith(root)


def _is_done(story: Story, shown: Claim, told: Claim) -> bool:
    """True for "41,200 APPLY for" above 41,200 applications: the verb of a headline and the body's noun of it."""
    verb, noun = _VERB.match(story.document.text, shown.figure.span.end), key_of(told).split()
    return verb is not None and bool(noun) and verb[1].lower() == noun[-1][:STEM]


def _beside(story: Story, claim: Claim, others: Sequence[Claim]) -> bool:
    """True if a count stands in the paragraph of one of the others: what the headline's noun really numbers."""
    return claim.base is None and any(story.paragraphs_apart(claim, o) == 0 for o in others)


def _may_back(support: Derived, body: Claim) -> bool:
    """True if a ratio of events to people is told of the same kind of event."""
    return body not in support.claims and may_be_one(key_of(support.claims[0]), key_of(body))


def _words(claim: Claim) -> str:
    return claim.figure.text if claim.measure is None else f"{claim.figure.text} {claim.measure.text}"


def _near_value(shown: Claim, body: Claim) -> bool:
    """True if the shown number is the body's, or a hedge a little below or above it."""
    if shown.figure.value is None or body.figure.value is None or shown.figure.value < 10:
        return False
    if shown.figure.value == body.figure.value:
        return True
    if not is_hedged(shown) or not meet(shown.figure.amount, body.figure.amount):
        return False
    centre = middle(body.figure.amount)
    return centre is not None and Fraction(5, 6) <= Fraction(body.figure.value) / Fraction(
        shown.figure.value
    ) <= Fraction(6, 5)


def _told_alike(story: Story, shown: Claim, body: Claim) -> bool:
    """True if the two sentences share enough words to tell one thing."""
    common = content_words(story.sentence(shown)) & content_words(story.sentence(body))
    exact = not is_hedged(shown) and shown.figure.value == body.figure.value
    long = significant_digits(body) >= 3 or (bool(common) and (body.figure.value or 0) >= 100)
    return len(common) >= 2 or (exact and long)
