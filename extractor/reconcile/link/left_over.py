"""Totals of which a part is told and "the other" or "the remaining" part.

"The other two CLASSES start next week" and "the other four IN THE VALLEY are to go" begin just like what is left of
a whole. So they accuse only where a verb follows the number at once and no further figure stands between; else
they confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import surely_less
from extractor.model import Claim, Cue, Relation, Role
from extractor.reconcile.link.cues.phrases import Marked, Match, Phrase, first_of_each, matches
from extractor.reconcile.link.runs import unit_of
from extractor.reconcile.story import Story, family

#: A total, one part, and the part that is left.
PHRASES = (
    Phrase(
        "of-total-part-the-other",
        "a fronted total, a part, and 'the other' part",
        r"(?<!›\s)\b(?:of|out\sof)\s(?!(?:which|whom|them|those|these)\b)(?:@ART\s|all\s|all\sthe\s)?(?:[\w’'-]+\s){0,2}?{total:N}[^‹|¶]{0,90}?,\s[^‹|¶;]{0,60}?{first:N}[^‹|¶]{0,110}?(?:@NEXT|,\s(?:and\s|while\s|with\s)?|;\s|\sand\s)(?:the|its|their)\s(?:other|remaining)\s{rest:N}",
        "sum",
        (
            "Of the 975 patients, 585 got better.| The other 390 did not",
            "of its 96 firms, 24 replied and the remaining 72 did not",
        ),
        "Of the 975 patients, 585 got better and 390 others came later",
    ),
    Phrase(
        "total-part-the-other",
        "a total in one sentence, a part in the next, then 'the other' part",
        r"{total:N}(?:\s[\w’'-]+){1,4}[.”\"]*\s?[|¶][|¶\s]*(?:[\w’'-]+\s){1,4}{first:N}[.,;”\"]*\s?(?:[|¶][|¶\s]*|and\s)(?:the|its|their)\s(?:other|remaining)\s{rest:N}",
        "sum",
        ("The centre received 73,800 calls.| Operators picked up 67,650.| The other 6,150 rang out",),
        "The centre received 73,800 calls.| It has 67 staff.| Last year 6,150 rang out",
    ),
)


#: "Two, both nurses OF 30": an age.
_PLURAL = re.compile(r"\b[a-z]{3,}(?:s|men|ren)\s$")

#: What follows a rest that is told of nothing narrower: "the other 390 DID not".
_VERB = re.compile(
    r"\s(?:are|were|is|was|did|do|does|have|had|has|will|would|can|could|must|remain(?:ed|s)?|stay(?:ed|s)?|went|came|got"
    r"|took|said|voted|failed|refused|declined|rang|left|lost|won|live[ds]?|work(?:ed)?|not)\b|[,.;]"
)


def left_overs(story: Story, marked: Marked) -> Iterator[Relation]:
    """All totals of which one part is told, and the other as what is left."""
    for match in first_of_each(matches(marked, PHRASES), "total", "rest"):
        if _PLURAL.search(story.document.text[max(0, match.span.start - 20) : match.span.start]):
            continue
        whole, first, rest = (match.roles[r] for r in ("total", "first", "rest"))
        if (
            _is_larger(whole, first, rest)
            and len({(unit_of(c), family(c)) for c in (whole, first, rest)}) == 1
        ):
            roles = (Role("total", whole), Role("part", first), Role("part", rest))
            cue = Cue(story.document.id, match.span, story.words(match.span))
            yield Relation("sum", roles, cue, "stated" if _is_all_that_is_left(story, match) else "numeric")


def _is_all_that_is_left(story: Story, match: Match) -> bool:
    """True if the rest is of nothing narrower than the whole, and no other figure may have been left out."""
    rest = match.roles["rest"].figure.span
    inside = story.starting(match.span.start, rest.start)
    return len(inside) <= len(match.roles) and _VERB.match(story.document.text, rest.end) is not None


def _is_larger(whole: Claim, *parts: Claim) -> bool:
    """False for "won 22 gold. Boxing gave nine, and the remaining 43": nothing leaves more than it was."""
    return not any(surely_less(whole.figure.amount, p.figure.amount) for p in parts)
