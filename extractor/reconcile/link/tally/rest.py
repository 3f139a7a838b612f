"""What is left of a whole: "Of the 960 pupils, 512 take the bus and 301 walk. The other 147 are driven"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import surely_less
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.tally.apart import has_part_as_share, set_apart
from extractor.reconcile.link.tally.gather import is_item
from extractor.reconcile.link.tally.listing import (
    WORDS,
    Tally,
    fitting,
    is_level,
    is_next_row,
    of_one_unit,
    told_before,
)
from extractor.reconcile.link.tally.polar import denies, denies_deed, of_one_time
from extractor.reconcile.link.tally.questioned import may_be_questioned, names_another
from extractor.reconcile.link.window.scope import before, in_one_paragraph, windows
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_REST = WORDS["rest"]
_UNDONE = any_of(WORDS["closed"]["undone"])
#: "$133m WOULD BE LEFT IF the state pays back $38m": so much with what is still to come.
_WOULD = Regex(
    r"\b(?:left|remain\w*|over)\b[^.;\d]{0,24}\b(?:if|once|unless|until|provided|assuming|should)\b",
    re.IGNORECASE,
)
_BEFORE = Regex(
    rf"(?:^|[\s(—–])(?:{'|'.join(_REST['before'])})(?:\s(?!(?:than|has|have|had|with|holds?|held|gets?|got|takes?|took)\b)[^\W\d][\w’'-]*){{0,2}}?,?\s$",
    re.IGNORECASE,
)
#: "The balance of £14m went to the fund and the rest to debt": not all that is left.
_AGAIN = Regex(r"\b(?:the\s(?:rest|remainder|balance)|the\sremaining)\b", re.IGNORECASE)
#: A sentence that closes what the paragraph lists.
_ALL_THE_REST = Regex(
    r"(?:(?:all\s)?(?:the\s)?(?:rest|remain\w+|balance|others?)|everything\selse)\b", re.IGNORECASE
)
#: "The other 20 that the council bought", "the other nine bodies": of some of them, or of something else.
_NARROWS = Regex(r"\s(?:[\w’'-]+\s){0,2}?(?:that|who|which|whose)\b")
_OF_PLACE = Regex(
    r"\s(?:(?!(?:are|were|was|is|had|have|did|do|will|went|came)\b)[\w’'-]+\s){0,2}?"
    r"(?:in|on|at|near|under|above|below|along|behind)\s(?:the|its|their|this|that)\s(?:[\w’'-]+\s){1,2}?"
    r"(?:are|were|was|is|had|have|did|do|will|stand|stay|belong|went|came|remain)\b"
)
_OTHERS = Regex(r"\s(?!others\b|was\b|has\b|is\b)([a-z]{2,}(?:s|men|women|people|children))\b")
_THE_OTHER = Regex(r"\b(?:other|remaining|rest|last)\s(?:of\s)?(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
_AFTER = Regex(rf"^\s(?:{'|'.join(_REST['after'])})", re.IGNORECASE)
_WHOLE = Regex(rf"\b(?:{'|'.join(_REST['whole'])})\b[^;.]{{0,24}}$", re.IGNORECASE)
#: Before an earlier level: "that was up 6.7 per cent from €1.2bn".
_FORMER = Regex(
    r"\b(?:up|down|rose|risen|fell|fallen|rise|fall|increase|drop|gain|compared|against)\b[^,;]{0,40}"
    r"\b(?:from|with|to|on)\s(?:the\s)?$|\bagainst\s(?:the\s)?$",
    re.IGNORECASE,
)
#: "Lagos had 101, Abuja nine": a name after another figure is the next of a list.
_LISTED = Regex(r"\d,\s(?:[A-Z][\w’'-]*\s)+$")
#: "There were 164 in 2015 and 97 are left": what is left is of these.
_THERE_WERE = Regex(r"\b(?:there\s(?:were|was|had\sbeen)|used\sto\sbe)\s(?:about\s|some\s)?$", re.IGNORECASE)
_OF_THESE = Regex(r"\bof\s(?:these|those|them|which|whom),?\s$", re.IGNORECASE)
_ARE = Regex(r"\s(?:are|were|was|is|had|have|came|went|live|work|did|do|will|would)\b")
#: Between a part and its whole: "nine of the 14".
OF_WHOLE = Regex(r"^\s(?:[\w’'-]+\s){0,3}?of\s(?:the\s|its\s|their\s|all\s)?(?:[\w’'-]+\s)?$")


def is_rest(story: Story, claim: Claim) -> bool:
    """True if the words at a figure say that it is what is left of something."""
    behind = story.words(Span(claim.figure.span.end, claim.sentence.end))
    told = _BEFORE.search(before(story, claim)) or _AFTER.match(behind)
    return told is not None and not _AGAIN.search(behind)


def rests(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each remainder that stands behind its whole and the other parts."""
    for rest in story.claims:
        if rest.block in DISPLAY or rest.id in summed or not is_level(rest):
            continue
        left = is_rest(story, rest)
        if not left and not denies(story, rest) and not denies_deed(story, rest):
            continue
        seen = [[c for c in w.claims if _is_before(story, c, rest)] for w in windows(story, rest)]
        tally = next((t for group in seen if (t := _in(story, rest, group)) is not None), None)
        if tally is None or not (left or _is_pair(story, tally)):
            continue
        if not tally.holds and (is_narrowed(story, tally.total, rest) if left else not tally.exceeds):
            continue  # "Of 580 asked, 249 were for it and 290 were not": others did not say
        if tally.holds or (
            _is_free(rest, seen)
            and not is_undone(story, tally)
            and not has_part_as_share(story, tally.total, tally.parts)
            and not _closes_longer(story, tally)
            and not is_item(story, tally.total, tally.parts)
            and may_be_questioned(story, tally)
        ):
            yield tally.relation(story)


def is_undone(story: Story, tally: Tally) -> bool:
    """True if between a whole and what is left of it some is put back, or more is added, or would be."""
    start, end = tally.total.figure.span.end, tally.parts[-1].sentence.end
    words = story.words(Span(start, max(start, end)))
    return _UNDONE.search(words) is not None or _WOULD.search(words) is not None


def is_narrowed(story: Story, whole: Claim, rest: Claim) -> bool:
    """True for a rest that is told of some only, or counts what was not told before."""
    if _THE_OTHER.search(before(story, rest)) is None:
        return False
    behind = story.words(Span(rest.figure.span.end, rest.sentence.end))
    if _NARROWS.match(behind) or _OF_PLACE.match(behind):
        return True
    noun = _OTHERS.match(behind) if family(rest) == "C" else None
    told = story.words(Span(whole.sentence.start, max(whole.sentence.start, rest.figure.span.start))).lower()
    return noun is not None and noun[1].rstrip("s")[:6] not in told


def _is_pair(story: Story, tally: Tally) -> bool:
    """True for those who did and those who did not, and nobody else."""
    return len(tally.parts) == 2 and of_one_time(*tally.parts) and not denies(story, tally.parts[0])


def _is_before(story: Story, claim: Claim, rest: Claim) -> bool:
    """True for what stands before a remainder, and for the whole right behind it: "the last 14 of the 60"."""
    behind = claim.figure.span.start - rest.figure.span.end
    after_it = 0 < behind < 40 and OF_WHOLE.match(story.between(rest, claim))
    return is_level(claim) and of_one_unit(claim, rest) and (behind < 0 or bool(after_it))


def _is_free(rest: Claim, groups: Sequence[Sequence[Claim]]) -> bool:
    """True if no figure around is a whole of which others leave just the rest."""
    return not any(fitting((*group, rest), whole, rest) for group in groups for whole in group)


def _closes_longer(story: Story, tally: Tally) -> bool:
    """True if the remainder may be of more than the whole, being in a sentence after it, as the last of a list.

    "Courts took $5.1 million. Events came to $6.3 million; of that, ... was for two. All the rest was $2.1 million."
    """
    whole, rest = tally.total, tally.parts[-1]
    earlier = [c for c in told_before(story, whole) if story.paragraphs_apart(c, whole) == 0]
    listed = [c for c in earlier if is_level(c) and of_one_unit(c, whole) and c.sentence < whole.sentence]
    opens = _ALL_THE_REST.match(story.words(rest.sentence)) is not None
    return opens and bool(listed) and rest.sentence != whole.sentence


def _in(story: Story, rest: Claim, figures: Sequence[Claim]) -> Tally | None:
    """The whole before a remainder with all parts between them; of several, the one that they come nearest to."""
    ordered = _whole_first(
        story, sorted(figures, key=lambda c: (c.figure.span < rest.figure.span, c.figure.span))
    )
    wholes = (_of_whole(story, rest, ordered, place) for place in range(len(ordered) - 2, -1, -1))
    return min((t for t in wholes if t is not None), key=lambda t: t.gap, default=None)


def _of_whole(story: Story, rest: Claim, ordered: Sequence[Claim], place: int) -> Tally | None:
    """The figure at a place as the whole of all that follow; None if it is told as none or is too small."""
    whole, parts = ordered[place], ordered[place + 1 :]
    larger = all(surely_less(p.figure.amount, whole.figure.amount) for p in (*parts, rest))
    told = _is_whole(story, whole, parts, figures=ordered[:place])
    if parts and is_next_row(story, whole, parts[0]):
        return None
    if any(_THERE_WERE.search(before(story, p, 30)) for p in parts if p.sentence != whole.sentence):
        return None
    if larger and told and in_one_paragraph(story, parts) and not set_apart(story, (*parts, rest)):
        return Tally(whole, (*parts, rest))
    return None


def _whole_first(story: Story, figures: Sequence[Claim]) -> Sequence[Claim]:
    """The figures with a whole before its part where it stands behind it, as in "nine of the 14 seats"."""
    ordered = list(figures)
    for i in range(len(ordered) - 1):
        first, second = ordered[i], ordered[i + 1]
        if second.figure.span < first.figure.span:
            continue
        between = story.between(first, second)
        if OF_WHOLE.match(between) and surely_less(first.figure.amount, second.figure.amount):
            ordered[i], ordered[i + 1] = second, first
    return ordered


def _is_whole(story: Story, whole: Claim, parts: Sequence[Claim], figures: Sequence[Claim]) -> bool:
    """True if the words before a figure tell it as a whole, or it has a sentence before its parts to itself."""
    if _FORMER.search(before(story, whole)) or names_another(story, whole, parts):
        return False
    if is_part_of_these(story, whole):
        return False
    alone = all(c.sentence != whole.sentence for c in (*parts, *figures))
    return alone or is_told_whole(story, whole)


def is_part_of_these(story: Story, claim: Claim) -> bool:
    """True for the 24 of "Of these 24 are chimps"."""
    behind = story.words(Span(claim.figure.span.end, claim.sentence.end))
    return _OF_THESE.search(before(story, claim, 20)) is not None and _ARE.match(behind) is not None


def is_told_whole(story: Story, whole: Claim) -> bool:
    """True if the words before a figure tell it as a whole; "of these 24 are chimps" tells a part."""
    told = before(story, whole, 40)
    return (
        not is_part_of_these(story, whole)
        and _WHOLE.search(told) is not None
        and _LISTED.search(told) is None
    )
