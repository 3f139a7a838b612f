"""Ranks among the figures of a text: "the highest of the four at 31 per cent", "the most, 212, ahead of York (198)".

    order      words after the figure say who comes behind or before it: "ahead of", "followed by"
    of_number  the words say among how many it is first, and the passage prints exactly so many
    by_name    names with a figure each in one sentence, and who of them has the most in it or the next

The rivals are figures of one unit without a hedge, and nothing among them is a mean, a total or of another time.
Where a superlative reaches out of the text ("since 2010", "in Europe") only the words of order bind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Relation
from extractor.reconcile.link.cues.phrases import Marked
from extractor.reconcile.link.order.ranked import (
    Line,
    Place,
    is_alike,
    lines_of,
    of_one_kind,
    relation_of_place,
    unlike,
)
from extractor.reconcile.link.order.superlatives import Superlative, superlatives
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import FEW, how_many

_WORDS = table("ranks")
_OF_NUMBER = Regex(
    rf"(?<!› )\b(?:of|among|between)\s(?:(?:all|the|these|those|our|its|their|his|her)\s)*(?:‹C(?P<mark>\d+)›|(?P<word>{'|'.join(FEW)}))"
    r"(?!\s?(?:per|%|-))",
    re.IGNORECASE,
)
_SCOPE = rf"(?:\s(?:of|among)\s(?:(?:all|the|these|those|our|its|their)\s)*(?:‹C\d+›|{'|'.join(FEW)})(?:\s[a-z][\w’'-]*){{0,3}}?)?"
_SITE = r"(?:\s(?:in|at|among|for)\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})?"
_FIGURE = r"‹[A-Z](?P<number>\d+)›"
_AFTER = Regex(
    rf"(?:\s(?!(?:and|but|while|with|at|of|in)\b)[a-z][\w’'-]*){{0,5}}?(?:\sof\s[a-z][\w’'-]*)?{_SCOPE}{_SITE}"
    rf"(?P<link>,?\s(?:at|with|was|were|is|on|cost|costs|took|reached|lasted)(?:\s(?:just|only))?|:|\s\(|,|\s[–—-])"
    rf"\s?{_FIGURE}"
)
_BEFORE = Regex(
    rf"{_FIGURE}(?:\s[\w’'-]+){{0,4}}?(?P<link>,|\s\(|\s(?:was|is|were|being)(?:\sby\sfar)?|\s[–—-])?(?:\s?(?:its|their|his|her))?\s?$"
)
_STRONG = Regex(r"[a-z]|:|\(")
#: What may lie between a figure with its superlative and the words of order: a noun, a place.
_FOLLOWS = Regex(
    r"(?:\s(?!(?:and|but|while|as|after|which|who|to)\b)[a-z’'-]+){0,4}(?:\s(?:in|at|for|among)\s[^‹,;]{1,30})?[\s,)–—-]*"
)
#: How a figure of a list is led in, and what lies between figures that are not: "198 in York and 140 in Hull".
_STYLE = Regex(r"\(|\b(?:on|at|with)(?=\s$)")
_AND_IN = Regex(r"\)?\s(?:in|at|for|from|on)\s(?:the\s)?[A-Z][^‹]*?(?:,|,?\sand)\s$")
#: What every superlative has, so that most texts need not be split.
_SUPERLATIVE = Regex(r"est\b|\bmost\b|\bleast\b", re.IGNORECASE)
#: Characters that may lie between two figures of one list.
_GAP = 60
#: Groups of more than these are seldom printed whole.
MOST = 12
_NAME = r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}"
_VERB = r"(?:has|had|is|was|were|saw|recorded|reported|took|got|came|sold|made|counted|remains|received)"
_NAMED_BEFORE = Regex(rf"(?P<name>{_NAME})(?:\s{_VERB})?,?(?:\s(?:at|with|on))?[\s:(]{{1,2}}$")
_NAMED_AFTER = Regex(rf"(?:\s[a-z]+){{0,2}}\s(?:in|at|for|from)\s(?P<name>{_NAME})")
_HOLDER = Regex(rf"(?P<name>{_NAME})(?:\s(?:{_VERB}))?(?:\s(?:easily|again|both|by\sfar))?\s$")
_CLOSED = Regex(r"(?:\s[a-z]+s?)?(?:\sof\s(?:the\s‹C\d+›|the\s[a-z]+|them|all))?(?:[.,;|¶]|\sand\s[A-Z]|$)")
_LED_BY_NOTHING = Regex(r"(?:^|\sand|[;:–—])\s*$")


def ranks(story: Story, marked: Marked) -> Iterator[Relation]:
    """One relation for each superlative whose figure and rivals are printed."""
    if _SUPERLATIVE.search(marked.text) is None:
        return
    lines = tuple(lines_of(marked))
    for at, line in enumerate(lines):
        for said in superlatives(marked, line.start, line.end):
            place = _ordered(line, said) or _of_number(lines, at, said) or _by_name(lines, at, said)
            if place is not None and of_one_kind(place):
                yield relation_of_place(story, marked, place)


def _ordered(line: Line, said: Superlative) -> Place | None:
    """Those behind or before it by the words: "with 212, ahead of York (198) and Hull (140)"."""
    text = line.marked.text
    for role, pattern in (("behind", _order("leads")), ("ahead", _order("trails"))):
        cue = pattern.search(text, said.start, line.end)
        if cue is None or (role == "ahead") != (said.place > 1):
            continue
        subject = subject_of(line, said, cue.start()) or _only(line, said, cue.start())
        rivals = _listed(line, cue.end())
        if subject is None or not rivals or (role == "ahead" and len(rivals) >= said.place):
            continue
        (begins, ends), (_, last) = line.where(subject), line.where(rivals[-1])
        first = min(said.start, begins)
        if _FOLLOWS.fullmatch(text, max(said.end, ends), cue.start()) is None:
            continue
        if not unlike(text[first : cue.start()]) and not unlike(text[cue.end() : last + 1]):
            return Place(said, subject, tuple((role, r) for r in rivals), first, last)
    return None


def subject_of(line: Line, said: Superlative, end: int) -> Claim | None:
    """The figure that stands beside the superlative; None where both sides could be meant."""
    text = line.marked.text
    after = _AFTER.match(text, said.end, end)
    before = _BEFORE.search(text[line.start : said.start])
    if after is not None and before is not None:
        firm = [_STRONG.search(f["link"] or "was") is not None for f in (after, before)]
        if firm[0] == firm[1]:
            return None
        after, before = (after, None) if firm[0] else (None, before)
    found = after or before
    if found is None:
        return None
    claim = line.marked.claims[int(found["number"])]
    itself = before is not None and bool(_STRONG.search(before["link"] or ""))
    return claim if said.may_rank(claim, itself=itself) else None


def _only(line: Line, said: Superlative, end: int) -> Claim | None:
    """The one figure before the words of order, if it may be ranked."""
    found = [c for _, e, c in line.marks if e <= end and family(c) not in "K?"]
    return found[0] if len(found) == 1 and said.may_rank(found[0]) else None


def _listed(line: Line, start: int) -> list[Claim]:
    """The figures that follow each other in one style from an offset on: all in brackets, or all behind "on"."""
    found: list[Claim] = []
    text, at, style = line.marked.text, start, ""
    for begins, ends, claim in line.marks:
        if begins < start:
            continue
        between = text[at:begins]
        own = _STYLE.search(between)
        goes_on = own is not None and own[0] == style if style else _AND_IN.match(between) is not None
        if len(between) > _GAP or re.search(r"[;:]|\b(?:while|but|although|though|against)\b", between):
            break
        if found and not goes_on:
            break
        style = style if found else (own[0] if own is not None else "")
        found.append(claim)
        at = ends
    return found


def _of_number(lines: Sequence[Line], at: int, said: Superlative) -> Place | None:
    """ "The highest of the four": the passage prints exactly four figures of its unit."""
    line = lines[at]
    many, subject = _number(line), subject_of(line, said, line.end)
    if many is None or subject is None:
        return None
    for first, last in ((at, at), (at - 1, at), (at, at + 1)):
        inside = _window(lines, first, last)
        rivals = [c for w in inside for _, _, c in w.marks if c is not subject and _may_be(c, subject, many)]
        if len(rivals) == many and last == at:
            rivals = _without_repeat(rivals, subject)
        if len(rivals) == many - 1:
            start, end = inside[0].start, inside[-1].end
            told = tuple(("rival", r) for r in rivals)
            return None if unlike(line.marked.text[start:end]) else Place(said, subject, told, start, end)
    return None


def _without_repeat(rivals: list[Claim], subject: Claim) -> list[Claim]:
    """The rivals without the one that the subject says again: "34 days in Fell ... the longest was 34 days"."""
    same = [c for c in rivals if c.figure.amount == subject.figure.amount]
    return [c for c in rivals if c is not same[0]] if len(same) == 1 else rivals


def _window(lines: Sequence[Line], first: int, last: int) -> Sequence[Line]:
    if first < 0 or last >= len(lines) or lines[first].zone != lines[last].zone:
        return ()
    return lines[first : last + 1]


def _number(line: Line) -> int | None:
    """How many the sentence says that are ranked: "of the four lenders"; None where it does not, or not clearly."""
    found: set[int] = set()
    for scope in _OF_NUMBER.finditer(line.marked.text, line.start, line.end):
        value = None if scope["word"] else line.marked.claims[int(scope["mark"])].figure.value
        many = how_many(scope["word"].lower()) if scope["word"] else value
        if many is not None and many == int(many) and 2 <= many <= MOST:
            found.add(int(many))
    return found.pop() if len(found) == 1 else None


def _may_be(claim: Claim, subject: Claim, many: int) -> bool:
    """True for a figure of the subject's unit that is not, in words, the number of those ranked or of some of them."""
    in_words = claim.figure.text.isalpha()
    numbers_them = claim.figure.value == many or not subject.figure.text.isalpha()
    return is_alike(claim, subject) and not (in_words and numbers_them)


def _by_name(lines: Sequence[Line], at: int, said: Superlative) -> Place | None:
    """ "Ashby 41, Denny 57, Elstow 22. Denny had the most": the names of a list, and one of them."""
    line, text = lines[at], lines[at].marked.text
    name = _holder(line, said)
    for one in reversed(lines[max(0, at - 1) : at + 1]):
        named = _named(one) if name and one.zone >= line.zone - 1 else {}
        if name not in named:
            continue
        subject = named.pop(name)
        if not said.may_rank(subject) or unlike(text[one.marks[0][0] : one.marks[-1][1]]):
            return None
        rivals = tuple(("rival", c) for c in named.values())
        return Place(said, subject, rivals, one.start, said.end, "contextual")
    return None


def _holder(line: Line, said: Superlative) -> str:
    """The name of which a superlative is said and nothing more; "" for "Last year Leeds had the most"."""
    text = line.marked.text
    holder = _HOLDER.search(text[line.start : said.start])
    closed = _CLOSED.match(text, said.end + len(f" {said.noun}" if said.noun else ""), line.end + 1)
    if holder is None or closed is None or unlike(text[line.start : line.end]):
        return ""
    led = text[line.start : line.start + holder.start()]
    return holder["name"] if _LED_BY_NOTHING.search(led) else ""


def _named(line: Line) -> dict[str, Claim]:
    """Each name with its figure where all figures of a sentence have one, before or behind it; else nothing."""
    text, ends = line.marked.text, [line.start, *(e for _, e, _ in line.marks)]
    marks = [(s, e, c) for s, e, c in line.marks if family(c) not in "K?"]
    before = [_NAMED_BEFORE.search(text[ends[n] : s]) for n, (s, _, _) in enumerate(line.marks)]
    after = [_NAMED_AFTER.match(text, e, line.end) for _, e, _ in marks]
    for found in (before, after):
        names = [f["name"] for f in found if f is not None]
        if len(names) == len(marks) == len(set(names)) and len(names) >= 3:
            return {name: c for name, (_, _, c) in zip(names, marks, strict=True)}
    return {}


@cache
def _order(name: str) -> Regex:
    return Regex(rf"\b(?:{'|'.join(_WORDS['order'][name])})\s?", re.IGNORECASE)
