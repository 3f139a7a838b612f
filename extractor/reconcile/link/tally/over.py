"""Parts by place that are more than their whole: "The police stopped 1,240 cars. 434 were in Ashby, 512 in Marl, 388 in Selby".

A list in the sentence behind a whole may leave parts out, so that too little proves nothing. But what happened in one
place did not happen in another: the parts of such a list cannot come to more than the whole that they are of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.tally.apart import set_apart
from extractor.reconcile.link.tally.listing import Tally, is_level, may_be_questioned, own_noun
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.wording import any_of

_WORDS = table("sums")["over"]
_WHERE = rf"(?:{'|'.join(_WORDS['where'])})\s(?:the\s)?(?P<name>[A-Z][\w’'-]+)"
#: "434 were in Ashby", "512 in Marl".
_BEHIND = re.compile(rf"^(?:\s(?!(?:and|or|to|of)\b)[\w’'-]+){{0,3}}?\s{_WHERE}")
#: "In Ashby there were 434", "in Marl 512", "Selby had 388", "from Ashby (434)".
_AHEAD = re.compile(
    rf"(?:{_WHERE},?\s(?:there\s(?:were|was|are)\s|it\s(?:was|is)\s|they\snumber(?:ed)?\s)?"
    rf"|(?P<owner>\b[A-Z][\w’'-]+)\s(?:{'|'.join(_WORDS['has'])})\s)(?:some\s|about\s|another\s|a\sfurther\s)*$"
    r"|(?P<listed>\b[A-Z][\w’'-]+)\s\($|(?:,|\band)\s(?P<bare>[A-Z][\w’'-]+)\s$",
)
#: "The Central zone accounts for 41,230 names": whose a figure is, in front of it.
_PLACED = re.compile(
    r"\b(?!(?:The|A|An|In|Its|Our|Their|Some|Of)\b)[A-Z][\w’'-]{0,30}\s[^.;]{0,80}?"
    r"(?:has|had|with|accounts?\sfor|accounted\sfor|holds|is\sat|are\sat)\s(?:some\s|about\s)?$"
)
_OF_THEM = re.compile(rf"^\W*(?:{'|'.join(_WORDS['of_them'])})\b", re.IGNORECASE)
#: Sentences of a list open so where they go on about the whole: with a part, or with the place of one.
_OPENS = re.compile(
    rf"^[“\"‘]?(?:(?:Some|About|Another)\s)?$|^[“\"‘]?{_WHERE}\b"
    rf"|^[“\"‘]?(?!(?:{'|'.join(_WORDS['no_places'])})\b)[A-Z][\w’'-]+\s(?:{'|'.join(_WORDS['has'])})\s"
)
#: From a whole to its places in one sentence; rivals stand side by side, "Leeds had 640 cases, Hull 702".
_LISTS = re.compile(r"(?:[,:;(–—-]\s?(?:with|including|among\sthem|namely)\s|:\s|\s[–—]\s|\()")
#: What gives a list a time or a count of its own.
_OTHER = any_of(_WORDS["other"])


def overs(story: Story, summed: frozenset[str]) -> Iterator[Tally]:
    """Each whole whose parts, listed by place in its sentence or the next, come to more than it."""
    for number, sentence in enumerate(story.sentences):
        parts = tuple(c for c in story.in_sentence(sentence) if is_level(c) and family(c) == "C")
        for whole, listed in _candidates(story, number, parts):
            tally = Tally(whole, listed)
            known = summed & {c.id for c in tally.claims}
            if not known and tally.exceeds and _may_be_questioned(story, tally):
                yield tally


def _may_be_questioned(story: Story, tally: Tally) -> bool:
    """True if no word of the list says that a thing may be in two of its places."""
    listed = Span(tally.parts[0].figure.span.start, tally.parts[-1].figure.span.end)
    return may_be_questioned(story, tally, among=(listed,)) and not set_apart(story, tally.parts)


def _candidates(
    story: Story, number: int, inside: Sequence[Claim]
) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """A whole with the list of places behind it, in its own sentence or in the one before."""
    earlier = [c for s in story.sentences[max(0, number - 1) : number] for c in story.in_sentence(s)]
    for whole, listed in ((earlier[-1:], inside), (inside[:1], inside[1:])):
        if (
            whole
            and len(listed) >= 2
            and _are_places(story, listed)
            and _may_be_whole(story, whole[0], listed)
        ):
            yield whole[0], tuple(listed)


def _may_be_whole(story: Story, whole: Claim, parts: Sequence[Claim]) -> bool:
    """True for a plain count of no place of its own, right before a list that goes on about it."""
    if not is_level(whole) or family(whole) != "C" or whole.block in DISPLAY or whole.negated:
        return False
    led = story.document.text[whole.sentence.start : whole.figure.span.start]
    if own_noun(story, whole) is None or _PLACED.search(led):
        return False  # "Kildare is at 165, Wicklow 118 and Meath 97": the first of the places
    if story.paragraphs_apart(whole, parts[0]) or parts[0].stance != whole.stance:
        return False
    text, first = story.document.text, parts[0]
    apart = first.sentence != whole.sentence
    start = first.sentence.start if apart else first.figure.span.start
    if _OTHER.search(text[start : parts[-1].figure.span.end]) or (_name(story, whole) and not apart):
        return False
    if not apart:
        gap = text[whole.figure.span.end : first.figure.span.start]
        return _LISTS.search(gap) is not None or _BEHIND.match(after(story, first, 60)) is not None
    led = text[start : first.figure.span.start]
    if _OF_THEM.match(led):
        return True
    bare = all(own_noun(story, p) is None for p in parts)
    return bare and _OPENS.match(led) is not None and _name(story, whole) is None


def _are_places(story: Story, parts: Sequence[Claim]) -> bool:
    """True if each part has a place of its own by its name."""
    names = [_name(story, p) for p in parts]
    return None not in names and len(set(names)) == len(names)


def _name(story: Story, part: Claim) -> str | None:
    found = _BEHIND.match(after(story, part, 60))
    if found is not None and found["name"] not in _WORDS["no_places"]:
        return found["name"]
    ahead = _AHEAD.search(before(story, part))
    name = None if ahead is None else ahead["name"] or ahead["owner"] or ahead["listed"] or ahead["bare"]
    return None if name in _WORDS["no_places"] else name


__all__ = ["overs"]
