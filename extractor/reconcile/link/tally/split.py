"""A whole and the parts behind it: "128 children, 80 for Saturdays and 48 for weekdays".

A list that says it is complete may be questioned either way. One that does not may leave parts out, so it is
questioned if its parts are too many, or if two swapped digits account for the gap, and only where the labels
of the parts are of one form: then they are parts of one division and do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from extractor.model import Claim, Relation, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.tally.apart import has_part_as_share, set_apart
from extractor.reconcile.link.tally.listing import (
    WORDS,
    Tally,
    is_level,
    made_nearby,
    of_one_unit,
    own_noun,
    swapped,
)
from extractor.reconcile.link.tally.polar import are_divided, are_opposed
from extractor.reconcile.link.tally.questioned import may_be_questioned
from extractor.reconcile.link.window.named_whole import named_whole
from extractor.reconcile.link.window.scope import after, before, windows
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_INTO = WORDS["into"]
_NOT_COUNTED = r"(?:and|or|plus|while|but)\b"
_COMPLETE = Regex(rf"(?:{'|'.join(_INTO['complete'])})\s*(?:[\w’'-]+\s){{0,2}}?$", re.IGNORECASE)
#: Words between a whole and its first part: what is counted, and a pause.
_PARTIAL = Regex(
    rf"^(?:(?:\s(?!{_NOT_COUNTED})[\w’'-]+){{1,8}}\s?(?:[,;(–—]|\s-)\s?(?:{'|'.join(_INTO['lead'])})*|[^;]{{0,90}}?\s?(?:{'|'.join(_INTO['partial'])})\s(?:{'|'.join(_INTO['lead'])})*)$",
    re.IGNORECASE,
)
#: "Of the 58 irrigators who came, 49": a whole in front, and its clause before the first part.
_FRONTED = Regex(
    r"\b(?:out\s)?of\s(?:the\s|its\s|their\s|all\s|those\s)?(?:[\w’'-]+\s){0,2}?$", re.IGNORECASE
)
_CLAUSE = Regex(r"^[^;:]{1,90},\s(?:[\w’'-]+\s){0,3}?$")
_COMPRISED = Regex(
    r"^(?:the|its|their|all)\s(?P<noun>[\w’'-]+)\s(?:compris\w+|consist\w+\sof|(?:are|were|is|was)\s(?:made\sup\sof|split|divided))\b",
    re.IGNORECASE,
)
#: Behind a whole: its parts are kinds of it, "642 deer, of which 388 hinds", "a crew of 42, 28 men".
_KINDS = Regex(rf"^,\s$|(?:{'|'.join([*_INTO['partial'], *_INTO['complete']])})", re.IGNORECASE)
_LISTED = Regex(r"(?:,|;|\band|\bplus)\s(?:[\w’'-]+\s){0,2}?$", re.IGNORECASE)
_VERB = any_of(WORDS["list"]["verbs"])
#: "412 ARE men and 348 ARE women".
_IS = Regex(r"^\s?(?:are|were)\s(?=[\w-]+$)", re.IGNORECASE)
#: "Opened 14 stores, 11 of them in towns, AND SHUT six": another deed, and no part of what the first one made.
_DEED = Regex(
    r"\band\s(?:then\s|also\s|later\s|has\s|had\s)?(?:shut|cut|lost|sold|sent|sank|left|gave|took|bought|won|\w+ed)\s(?:another\s|about\s|some\s)?$"
)
#: "The other 18 clubs shared THE REMAINING 56": what is left never opens a list.
_REMAINS = Regex(
    r"\b(?:the|its|their)\s(?:remaining|remainder|rest|other|last|final)\s(?:[\w’'-]+\s)?$", re.IGNORECASE
)
_PREPOSITION = Regex(
    r"^\s?(?:[\w’'-]+\s)?(in|at|from|for|to|on|by|with|of|aged?|under|over)\b", re.IGNORECASE
)
#: Between two parts: "287, of which 109 were gold, and Edo third with 243" goes on about another.
_NEW_SUBJECT = Regex(
    r"(?:,|;|\b(?:and|while|but))\s(?:the\s)?[A-Z][\w’'-]+(?:\s[\w’'-]+){0,4}?\s"
    r"(?:with|on|at|had|has|took|won|got|made|scored|sold|sent)\s(?:[\w’'-]+\s)?$"
)
_STAGE = Regex(r"\bthe\s(?:first|second|third|next|final)\b", re.IGNORECASE)
_OF_ITS = Regex(r"\s(?:[a-z]+\s)?(?:out\s)?of\s(?:its|their|his|her|the|all)\s", re.IGNORECASE)
#: A part with the name of its whole, and the preposition before a part.
_OF_THE = Regex(r"^\sof\s(?:the|its|their|those|these)\s[a-z]", re.IGNORECASE)
_BEHIND = Regex(
    r"\b(in|at|on|for|to|with|by|from)\s(?:(?:about|some|just|only|another|a\sfurther)\s)?$", re.IGNORECASE
)
#: Words of the longest label that a part without a verb has.
LABEL = 8


def splits(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each whole with its parts listed behind it in one sentence."""
    for sentence in story.sentences:
        found = (
            *_in_sentence(story, sentence),
            *_comprised(story, sentence),
            *_of_named(story, sentence),
            *_of_its(story, sentence),
        )
        for whole, parts in found:
            twice = whole.id in summed and not _is_complete(story, whole, parts)
            if twice or any(p.id in summed for p in parts) or set_apart(story, parts):
                continue
            tally = Tally(whole, parts)
            told = _KINDS.search(story.between(whole, parts[0])) is not None
            kinds = told or (len(parts) == 2 and are_divided(story, *parts))
            told_apart = has_part_as_share(story, whole, parts) and not tally.exceeds
            free = not told_apart and _accuses(story, tally)
            if tally.holds or (free and may_be_questioned(story, tally, kinds=kinds)):
                yield tally.relation(story)
                break


def _in_sentence(story: Story, sentence: Span) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Each figure of a sentence that a list follows up to the end of the sentence, with that list."""
    levels = [c for c in story.in_sentence(sentence) if is_level(c) and c.block not in DISPLAY]
    for whole in levels:
        behind = (c for c in levels if c.figure.span > whole.figure.span and of_one_unit(c, whole))
        first = tuple(islice(behind, 3))
        opens = len(first) >= 2 and not _REMAINS.search(before(story, first[0]))
        if opens and _leads_to(story, whole, first) and not _is_listed(story, whole, levels):
            yield whole, (*first, *behind)


def _is_listed(story: Story, claim: Claim, levels: Sequence[Claim]) -> bool:
    """True for an item of a list itself: "£188,000 went on a house, £143,000 on cars"."""
    earlier = (c for c in reversed(levels) if c.figure.span < claim.figure.span and of_one_unit(c, claim))
    last = next(earlier, None)
    return last is not None and _LISTED.search(story.between(last, claim)) is not None


def _leads_to(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True if the words between a figure and the list behind it, of which three are asked, may make the list its parts."""
    gap = story.between(whole, parts[0])
    if len(parts) == 2 and gap.strip() == "," and are_divided(story, *parts):
        return True
    fronted = _FRONTED.search(before(story, whole)) is not None and _CLAUSE.match(gap) is not None
    return fronted or _PARTIAL.match(gap) is not None or _COMPLETE.search(gap) is not None


def _comprised(story: Story, sentence: Span) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """ "Ninety-nine babies were born. The babies comprised 42 girls and 57 boys"."""
    found = _COMPRISED.match(story.words(sentence))
    parts = tuple(c for c in story.in_sentence(sentence) if is_level(c))
    if found is None or len(parts) < 2:
        return
    noun = found["noun"].lower()
    named = [
        c
        for w in windows(story, parts[0])
        for c in w.claims
        if is_level(c)
        and c.figure.span < parts[0].figure.span
        and story.words(Span(c.figure.span.end, c.sentence.end)).lower().startswith(f" {noun}")
    ]
    if named:
        yield named[0], parts


def _of_named(story: Story, sentence: Span) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """A list that opens with "318 of the complaints" in a story that counts its complaints once.

    Of two parts one is the contrary of the other; of more, all stand behind one preposition: "in 12 of the
    parks he closed a path, in nine he put up a notice".
    """
    parts = tuple(c for c in story.in_sentence(sentence) if is_level(c) and family(c) == "C")
    if len(parts) < 2 or parts[0].block in DISPLAY or not _OF_THE.match(after(story, parts[0])):
        return
    whole = named_whole(story, parts[0], parts[0])
    nouns = [own_noun(story, p) for p in parts[1:] if p.measure is not None and p.measure.span is not None]
    bare = whole is not None and all(
        n is None or may_be_one(n, whole.measure.key) for n in nouns if whole.measure
    )
    if (
        whole is not None
        and bare
        and (_are_contrary(story, *parts) if len(parts) == 2 else _are_parallel(story, parts))
    ):
        yield whole, parts


def _of_its(story: Story, sentence: Span) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """ "Won 18 OF ITS 30 games and lost 12": a whole between its only two parts, of which one is the contrary of the other."""
    levels = [c for c in story.in_sentence(sentence) if is_level(c) and family(c) == "C"]
    if len(levels) != 3 or levels[0].block in DISPLAY:
        return
    one, whole, other = levels
    if _OF_ITS.fullmatch(story.between(one, whole)) and are_opposed(story, one, other):
        yield whole, (one, other)


def _are_contrary(story: Story, a: Claim, b: Claim) -> bool:
    """True if two parts are all that there is: men and women, what was upheld and what was thrown out."""
    return are_divided(story, a, b) or are_opposed(story, a, b)


def _are_parallel(story: Story, parts: Sequence[Claim]) -> bool:
    """True if one preposition stands before each part."""
    led = [m[1].lower() if (m := _BEHIND.search(before(story, p))) is not None else None for p in parts]
    return None not in led and len(set(led)) == 1


def _is_complete(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True if the words say that the parts are all of the whole."""
    into = _COMPLETE.search(story.between(whole, parts[0])) is not None
    divided = len(parts) == 2 and are_divided(story, *parts)
    comprised = whole.sentence != parts[0].sentence and not _OF_THE.match(after(story, parts[0]))
    return into or divided or comprised


def _accuses(story: Story, tally: Tally) -> bool:
    """True if the list is complete, or of one form and sure to be wrong."""
    into = _COMPLETE.search(story.between(tally.total, tally.parts[0])) is not None
    twice = tally.parts if _is_complete(story, tally.total, tally.parts) else ()
    if made_nearby(story, tally.total, but=twice) and not (into and tally.exceeds):
        return False
    if len(tally.parts) == 2 and tally.exceeds and are_opposed(story, *tally.parts):
        return True
    if _is_complete(story, tally.total, tally.parts):
        labels = [_IS.sub("", label) for label in _labels(story, tally)]
        return tally.exceeds or not any(map(_VERB.search, labels[1:]))
    gaps = [story.between(a, b) for a, b in pairwise(tally.parts)]
    if any(_NEW_SUBJECT.search(gap) or _DEED.search(gap) for gap in gaps):
        return False
    if _is_apart(tally) and len(tally.parts) == 2:
        return tally.exceeds  # of 760 complaints 415 were upheld and 245 thrown out: others may be open
    parallel = _is_apart(tally) and _are_parallel(story, tally.parts)
    return (tally.exceeds or swapped(tally)) and (parallel or _of_one_form(story, tally))


def _is_apart(tally: Tally) -> bool:
    """True if a whole stands in another sentence than its parts."""
    return tally.total.sentence != tally.parts[0].sentence


def _of_one_form(story: Story, tally: Tally) -> bool:
    """True if the labels of the parts are alike: all with one preposition, or all but the first without a verb."""
    labels = [*_labels(story, tally)]
    short = all(len(label.split()) <= LABEL and not _VERB.search(label) for label in labels[1:])
    prepositions = [_preposition(label) for label in labels]
    own = set(story.between(tally.total, tally.parts[0]).lower().split())
    if any(map(_STAGE.search, labels)):
        return False  # "84 passed the first part and 46 failed the second"
    if not short or "of" in prepositions[1:] or any(p in own for p in prepositions):
        return False
    return None in prepositions or len(set(prepositions)) == 1


def _preposition(label: str) -> str | None:
    found = _PREPOSITION.match(label)
    return found[1].lower() if found is not None else None


def _labels(story: Story, tally: Tally) -> Iterator[str]:
    """The words behind each part, up to the next part or the end of the sentence."""
    for a, b in pairwise(tally.parts):
        yield re.sub(
            r"^\sof\s(?:them|these|those)\b|[,;]?\s(?:and|plus|with)?\s*$|[,;]\s*$", "", story.between(a, b)
        )
    last = tally.parts[-1]
    yield re.split(
        r"[,;.(–—]|\s(?:who|which|that|whose|where)\s",
        story.words(Span(last.figure.span.end, last.sentence.end)),
    )[0]


__all__ = ["splits"]
