"""The share of those who did not, taken up again: "71 per cent said they had. THE 39 PER CENT WHO HAD NOT were asked why".

"The" says that the share is known: it is what the share before it leaves. It is so where its deed is the one before it,
denied, or the contrary of that, and where no other share near by leaves so much. Less than what is left proves
nothing, since some may not know. Of a number that is told with its part, what did not is just the rest: "3,240 were
booked. Of those, 2,656 were kept. THE 584 THAT WERE NOT KEPT".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import complement, exact, meet, surely_less, total
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.contrary import contrary
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.window.scope import after, before, one_place, one_thing
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_SIDES = table("orders")["most_told"]
_FOR, _AGAINST = (any_of(_SIDES[n]) for n in ("for", "against"))
#: Paragraphs back to the share that is known.
REACH = 2
#: Characters behind a share that tell whose it is.
NEAR = 60
_THE = Regex(r"\b[Tt]he\s(?:(?:other|remaining)\s)?$")
_OF_ALL = r"(?:\sof\s(?:them|these|those|respondents|people|everyone|all)\b)?"
#: "Who had NOT", up to the next verb or the end.
_NOT = Regex(
    rf"^{_OF_ALL}\s(?:who|which|that)\s(?:(?:say|said)\s(?:that\s)?they\s)?(?:ha[ds]|have|did|do|does|was|were|is|are|could|can|would|will)"
    r"(?:\snot|n[’']t)(?P<deed>(?:\s(?!(?:is|are|was|were|had|has|have|will|would|said|say|says|may|must|can|could|got)\b)[\w’'-]+){0,5})"
)
_WHO = Regex(rf"^{_OF_ALL}\s(?:who|which|that)\s(?P<deed>(?:[\w’'-]+\s?){{1,3}})")
#: Behind a number: "appointments that were NOT kept".
_NOT_SO_MANY = Regex(
    r"^(?:\s[\w’'-]+){0,2}?\s(?:who|which|that)\s(?:ha[ds]|have|did|do|does|was|were|is|are)(?:\snot|n[’']t)"
    r"(?P<deed>\s[\w’'-]+)"
)
_OF_THOSE = Regex(r"\b[Oo]f\s(?:those|these|them),?\s(?:only\s|just\s)?$")
_OF_THEM = Regex(r"^\sof\s(?:them|those|these)\b")
_ALL = Regex(r"(?:every|all|none|both|neither)\b", re.IGNORECASE)
#: What a denied deed may add: "who had not GOT THERE YET".
_IDLE = frozenset(stems("got there yet done so it them one answered been replied any either"))
#: In the sentence of either share: it is of other people, of another time, or of some of those before.
_APART = Regex(
    r"\b(?:last|ago|earlier|previous\w*|(?:19|20)\d\d|among|women|men|boys|girls|under|aged|of\sthe\sothers|compared|against\s\d)\b",
    re.IGNORECASE,
)


def who_did_not(story: Story) -> Iterator[Relation]:
    """One relation for each share of those who did not that the share before it does not leave, or does."""
    for rest in story.claims:
        if not _is_share(rest) or rest.block in DISPLAY or not _THE.search(before(story, rest)):
            continue
        known = _known(story, rest)
        if len(known) == 1 and _denies(story, rest, known[0]) and one_place(rest, known[0]):
            yield from _relation(story, rest, known[0])


def counts_left(story: Story) -> Iterator[Relation]:
    """One relation for each number of those that did not, beside the number that did and the number of all."""
    for rest in story.claims:
        behind = _NOT_SO_MANY.match(after(story, rest)) if _is_count(rest) else None
        if behind is None or not _THE.search(before(story, rest)):
            continue
        told = _whole_and_part(story, rest)
        if told is None or _APART.search(story.lead(rest) + after(story, rest)[:NEAR]):
            continue
        whole, part = told
        if stems(behind["deed"]) <= stems(story.sentence(part)) | _IDLE and stems(behind["deed"]):
            extent = Span(whole.sentence.start, rest.sentence.end)
            roles = (Role("total", whole), Role("part", part), Role("part", rest))
            yield Relation("sum", roles, Cue(story.document.id, extent, story.words(extent)), "stated")


def _is_count(claim: Claim) -> bool:
    plain = claim.stance == "asserted" and claim.figure.hedge is None and claim.block not in DISPLAY
    return plain and family(claim) == "C" and claim.figure.value is not None


def _whole_and_part(story: Story, rest: Claim) -> tuple[Claim, Claim] | None:
    """The part "of those" in the sentence before the rest, and the one number that stands before that."""
    number = story.number_of(rest)
    if (
        number == 0
        or story.block_number(rest.sentence.start) - story.block_number(story.sentences[number - 1].start) > 1
    ):
        return None
    inside = [c for c in story.in_sentence(story.sentences[number - 1]) if family(c) == "C"]
    parts = [c for c in inside if _OF_THOSE.search(before(story, c)) or _OF_THEM.match(after(story, c))]
    if len(parts) != 1 or not _is_count(parts[0]):
        return None
    earlier = [c for c in story.claims if c.figure.span < parts[0].figure.span and _is_count(c)]
    if not earlier or story.number_of(earlier[-1]) < number - 2:
        return None
    whole = earlier[-1]
    if sum(c.sentence == whole.sentence for c in earlier) > 1 or len(inside) > 1 + (whole in inside):
        return None
    larger = all(surely_less(c.figure.amount, whole.figure.amount) for c in (parts[0], rest))
    return (whole, parts[0]) if larger and one_thing(whole, rest) else None


def _is_share(claim: Claim) -> bool:
    plain = claim.stance == "asserted" and not _ALL.match(claim.figure.text)
    return plain and family(claim) == "P" and not is_change(claim)


def _known(story: Story, rest: Claim) -> Sequence[Claim]:
    """The shares of the nearest sentence before that has any; none if one near by leaves the rest as it is told."""
    number, own = story.number_of(rest), story.block_number(rest.sentence.start)
    near = [s for s in story.sentences[:number] if own - story.block_number(s.start) <= REACH]
    told = [[c for c in story.in_sentence(s) if _is_share(c)] for s in near]
    told = [of for of in told if of]
    inside = [c for c in story.in_sentence(rest.sentence) if c is not rest and family(c) == "P"]
    if not told or any(c.figure.span < rest.figure.span for c in inside):
        return ()
    others = [c for of in told[:-1] for c in of]
    if any(_leaves(c, rest) for c in others) or any(c.block in DISPLAY for c in told[-1]):
        return ()
    return told[-1]


def _leaves(known: Claim, rest: Claim) -> bool:
    return meet(complement(known.figure.amount), rest.figure.amount)


def _denies(story: Story, rest: Claim, known: Claim) -> bool:
    """True if the words behind a share deny the deed of the one before, or tell its contrary."""
    behind, told = after(story, rest), story.sentence(known)
    if _APART.search(told) or _APART.search(story.lead(rest) + behind[:NEAR]) or known.negated:
        return False
    found = _NOT.match(behind)
    if found is not None:
        return stems(found["deed"]) <= stems(told) | _IDLE
    found = _WHO.match(behind)
    if found is None:
        return False
    deed = found["deed"].lower()
    sides = (
        _FOR.search(told) and not _AGAINST.search(told) and _AGAINST.search(deed) and not _FOR.search(deed)
    )
    turned = contrary(told.lower(), deed)
    return bool(sides) or (turned is not None and turned[0] == "complement")


def _relation(story: Story, rest: Claim, known: Claim) -> Iterator[Relation]:
    both = total((rest.figure.amount, known.figure.amount))
    over = surely_less(exact(100), both)
    if over or _leaves(known, rest):
        extent = Span(known.sentence.start, rest.sentence.end)
        roles = (Role("stated", rest), Role("other", known))
        yield Relation("complement", roles, Cue(story.document.id, extent, story.words(extent)), "stated")


__all__ = ["counts_left", "who_did_not"]
