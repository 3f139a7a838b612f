"""The share that somebody holds of a printed whole, and what he holds told elsewhere by his name.

"Sri Lanka welcomed 208,000 tourists, with India accounting for 26 per cent of them ... 41,600 visitors from India": the
share stands beside its whole, and only one figure of the story is told with the holder's name and what the whole counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.near import is_near
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("windows")["holder"]
_NAME = r"(?:[A-Z][\w’'&.-]+\s){1,3}"
#: "With India accounting for 26 per cent": who holds a share, right before it.
_HOLDS = Regex(
    rf"(?:^|[\s“])(?-i:(?P<name>{_NAME}))(?:alone\s)?(?:{one_of(_WORDS['holds'])})\s(?:about\s|some\s|just\s|only\s|nearly\s|almost\s)?$",
    re.IGNORECASE,
)
#: Behind a share: it is of what its sentence counts.
_OF = Regex(
    r"^(?:\sof\s(?:them|these|those|it|the\stotal|the\slot|all\s[a-z]+|(?:the\s|all\sthe\s)?(?P<noun>[a-z][\w-]+))(?=\s?[,.;)–—]|\s(?:and|but|with|while|in|last|this)\b|$)|\s?[,.;)]|$)"
)
_STRETCH = Regex(
    r"\b(?:quarter|week|weekend|days?|half|year|season|fortnight|alone|Sunday|Saturday|Monday|Friday)\b"
)
_APART = any_of(_WORDS["apart"])


def held(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each share with its holder, where one figure of the story is the holder's part of the whole."""
    for rate in open_ones:
        if family(rate) != "P" or is_change(rate) or rate.block in DISPLAY or rate.stance != "asserted":
            continue
        name, whole = _holder(story, rate), _whole(story, rate)
        if name is None or whole is None or _APART.search(story.sentence(rate)):
            continue
        told = set(_STRETCH.findall(story.sentence(rate)))
        parts = [c for c in story.claims if _is_part(story, c, whole, name)]
        one = len({c.figure.amount for c in parts}) == 1
        if one and set(_STRETCH.findall(story.sentence(parts[0]))) <= told:
            span = Span(
                min(whole.sentence.start, parts[0].sentence.start),
                max(rate.sentence.end, parts[0].sentence.end),
            )
            roles = (Role("rate", rate), Role("part", parts[0]), Role("whole", whole))
            relation = Relation(
                "share", roles, Cue(story.document.id, rate.sentence, story.words(span)), "contextual"
            )
            if is_near(relation):
                yield relation


def _holder(story: Story, rate: Claim) -> str | None:
    found = _HOLDS.search(before(story, rate, 80))
    return found["name"].strip() if found is not None and _OF.match(after(story, rate)) else None


def _whole(story: Story, rate: Claim) -> Claim | None:
    """The only count before a share in its sentence, of the noun that it names if it names one."""
    counts = [c for c in story.in_sentence(rate.sentence) if family(c) in "CU" and not is_change(c)]
    if len(counts) != 1 or counts[0].figure.span > rate.figure.span or counts[0].measure is None:
        return None
    found = _OF.match(after(story, rate))
    noun = found["noun"] if found is not None else None
    return counts[0] if noun is None or may_be_one(noun.rstrip("s"), counts[0].measure.key) else None


def _is_part(story: Story, part: Claim, whole: Claim, name: str) -> bool:
    """True for "41,600 visitors from India" and for "India sent 41,600"."""
    plain = family(part) == family(whole) and part.figure.amount.unit == whole.figure.amount.unit
    if not plain or part.block in DISPLAY or is_change(part) or part.stance != "asserted":
        return False
    if not surely_less(part.figure.amount, whole.figure.amount) or _APART.search(story.sentence(part)):
        return False
    noun = part.measure
    if (
        noun is not None
        and noun.found == "here"
        and (whole.measure is None or not may_be_one(noun.key, whole.measure.key))
    ):
        return False
    own = re.match(rf"^(?:\s[a-z]+){{0,2}}\sfrom\s(?:the\s)?{re.escape(name)}\b", after(story, part, 80))
    sent = rf"\b{re.escape(name)}\s(?:{one_of(_WORDS['sends'])})\s(?:the\smost,\s)?$"
    return own is not None or re.search(sent, before(story, part, 60)) is not None


__all__ = ["held"]
