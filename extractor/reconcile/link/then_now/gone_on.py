"""Sentences that set the level told before beside an earlier one: "used 410 units in June. That was up from 500".

"That" is the only figure of its unit in the sentence before. What stands between it and the earlier level is no more than
the words that say how the two compare, or a multiple.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon import table
from extractor.model import Claim, Comparison, Cue, Relation, Role, Span, stable_id
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import direction_of, is_change
from extractor.reconcile.link.order.compare import PLACES
from extractor.reconcile.link.retold.same import key_of
from extractor.reconcile.link.then_now.sides import is_told_level
from extractor.reconcile.link.window.scope import after, before, of_one_size, one_place
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("then_now")["gone_on"]
_THAT = (
    rf"^[“\"‘]?(?:That|This|It|(?:The|That|This)\s{one_of(_WORDS['general'])})"
    rf"(?:[’']s|\s(?:is|was|has\sbeen|represents|represented|marks|marked))\s(?:{one_of(_WORDS['slightly'])}\s)*"
)
_THE = rf"(?:{one_of(_WORDS['the'])}\s)*$"
#: From the start of the sentence to the earlier level.
_COMPARES = Regex(rf"{_THAT}(?P<more>{one_of(_WORDS['more'])})\s(?:(?:on|from|than)\s)?{_THE}", re.IGNORECASE)
#: "Four times THE 318 reported in the same period LAST YEAR": what stands beside another, and is not "that".
_IS_OLD = Regex(
    r"\b(?:than|times|twice|double|half|from|against|with|versus)\s(?:the\s|its\s|about\s|just\s)*$",
    re.IGNORECASE,
)
_THEN = any_of(table("then_now")["sides"]["then"])
#: The same up to a multiple, and from it to the level that it is of.
_OPENS = Regex(rf"{_THAT}$", re.IGNORECASE)
_TIMES_OF = Regex(rf"^\s(?:as\s(?:{one_of(_WORDS['as'])})\sas\s)?{_THE}", re.IGNORECASE)
#: Before what the level of a sentence is compared with.
_REFERENCE = Regex(r"\b(?:times|than|as|against|with|to|of|from)\sthe\s$", re.IGNORECASE)


def gone_on(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each sentence that compares the level before it with one of its own, and is not yet read."""
    known = {c.id for r in found if r.kind in ("compare", "multiple", "change") for c in r.claims()}
    for sentence, behind in zip(story.sentences, story.sentences[1:], strict=False):
        gap = story.document.text[sentence.end : behind.start]
        if gap.strip() or "\n" in gap or PLACES.search(story.words(Span(sentence.start, behind.end))):
            continue
        for old in story.in_sentence(behind):
            new = _level_before(story, sentence, old) if old.id not in known else None
            relation = None if new is None else _relation(story, behind, old, new)
            if relation is not None:
                yield relation
                break


def _level_before(story: Story, sentence: Span, old: Claim) -> Claim | None:
    """The only figure of an earlier level's unit and noun in a sentence, if it is a level."""
    alike = [c for c in story.in_sentence(sentence) if _one_unit(c, old)]
    if len(alike) != 1 or is_change(old) or old.stance != "asserted" or (old.figure.value or 0) <= 0:
        return None
    new = alike[0]
    if _REFERENCE.search(before(story, new)):
        return None  # "four times the 318 of last year. It is already more than the 1,190": it is what was compared
    if not is_told_level(story, new) or not of_one_size(new, old) or not one_place(new, old):
        return None
    if _IS_OLD.search(before(story, new)) or _THEN.search(after(story, new, 45).split(",")[0]):
        return None
    named = all(c.measure is not None and c.measure.found == "here" for c in (new, old))
    return new if family(new) != "C" or not named or may_be_one(key_of(new), key_of(old)) else None


def _one_unit(new: Claim, old: Claim) -> bool:
    return family(new) == family(old) and (
        family(new) in "CP" or new.figure.amount.unit == old.figure.amount.unit
    )


def _relation(story: Story, sentence: Span, old: Claim, new: Claim) -> Relation | None:
    led = story.words(Span(sentence.start, old.figure.span.start))
    compared = _COMPARES.match(led)
    if compared is not None:
        return _compare(story, compared, sentence, old, new)
    for multiple in story.in_sentence(sentence):
        opens = story.words(Span(sentence.start, multiple.figure.span.start))
        between = story.words(
            Span(multiple.figure.span.end, max(multiple.figure.span.end, old.figure.span.start))
        )
        if multiple is not old and _OPENS.match(opens) and _TIMES_OF.match(between):
            return _times(story, sentence, multiple, old, new)
    return None


def _times(story: Story, sentence: Span, multiple: Claim, old: Claim, new: Claim) -> Relation | None:
    cue = Cue(story.document.id, sentence, story.words(sentence))
    if family(multiple) == "X":
        roles = (Role("multiple", multiple), Role("to", new), Role("from", old))
        return Relation("multiple", roles, cue, "contextual")
    if multiple.figure.kind == "ratio":
        roles = (Role("rate", multiple), Role("part", new), Role("whole", old))
        return Relation("share", roles, cue, "contextual")
    return None


def _compare(story: Story, found: re.Match[str], sentence: Span, old: Claim, new: Claim) -> Relation | None:
    way = direction_of(found["more"])
    span = Span(sentence.start + found.start("more"), sentence.start + found.end("more"))
    if way is None:
        return None
    comparison = Comparison(
        stable_id("k", story.document.id, span.start, span.end),
        story.document.id,
        span,
        story.words(span),
        sentence,
        "higher" if way == "rose" else "lower",
        block=old.block,
        stance=new.stance,
        speaker=old.speaker,
    )
    roles = (Role("stated", comparison), Role("subject", new), Role("reference", old))
    return Relation("compare", roles, Cue(story.document.id, sentence, story.words(sentence)), "stated")


__all__ = ["gone_on"]
