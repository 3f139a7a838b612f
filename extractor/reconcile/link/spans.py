"""How long something went on, beside its years, and how old somebody was: "mayor FROM 1998 TO 2011, 15 years", "born in 1948 ... died
in 2019, AGED 75".

The years stand right beside the length; a birth and the year of an age stand in one sentence, or in one paragraph with no other birth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.amount import between
from extractor.lexicon import table
from extractor.model import Claim, Cue, Derived, Relation, Role, stable_id
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("lasted")
_SPANS = _WORDS["spans"]
_MONTH = r"(?:(?:early|late|mid|\d{1,2})[\s-])?(?:[A-Z][a-z]+\s)?"
_YEAR = r"((?:17|18|19|20)\d\d)"
_PAIR = rf"(?:from|between)\s{_MONTH}{_YEAR}\s(?:to|until|till|and)\s{_MONTH}{_YEAR}"
#: "FROM 1998 TO 2011, 15 years", "a span of 15 years", and "for 15 years, FROM 1998 TO 2011".
_LED = Regex(
    rf"\b{_PAIR}(?:,|\s[–—-]|\s\()\s?(?:(?:or|for|a|an|some|about|almost|nearly|in\sall)\s|a\s{one_of(_SPANS['spans'])}\sof\s){{0,2}}$",
    re.IGNORECASE,
)
_BEHIND = Regex(rf"^(?:\s(?:in\sall|altogether))?,?\s(?:\()?{_PAIR}(?=\s?(?:[.,;)]|$))", re.IGNORECASE)
_FOR = Regex(r"\b(?:for|a\s[a-z]+\sof)\s(?:some\s|about\s|almost\s|nearly\s)?$", re.IGNORECASE)
#: "IN THE 17 years BETWEEN 1998 AND 2013 the town lost its bank".
_IN_THE = Regex(r"\b(?:in|over|during|across)\s(?:all\s)?(?:the|those)\s$", re.IGNORECASE)
_BETWEEN = Regex(rf"^\s{_PAIR}(?!\s(?:when|that|in\swhich|for\swhich|with)\b|[–-])", re.IGNORECASE)
_ENDS = Regex(
    r"^(?:\s(?:in\sall|altogether|in\stotal|in\s(?:the\s)?(?:job|post|office|charge)))?\s?(?:[.,;)]|$)",
    re.IGNORECASE,
)
#: "BORN IN 1948", "born on 4 May 1948".
_BORN = Regex(
    rf"\b[Bb]orn\s(?:[\w’'-]+\s){{0,6}}?(?:in|on)\s(?:\d{{1,2}}\s|[A-Z][a-z]+\s)*(?:\d{{1,2}},\s)?{_YEAR}\b"
)
#: Right before an age: "in 2019, AGED", "died in May 2019 at the age of".
_AGED = Regex(
    rf"\b(?:in|on)\s(?:\d{{1,2}}\s|[A-Z][a-z]+\s)*(?:\d{{1,2}},\s)?{_YEAR},?\s(?:aged?|at\s(?:the\sage\sof\s)?|when\s(?:she|he)\swas\s)\s?$"
)
#: "He was 17 WHEN HE WALKED through the gates in the summer of 1953".
_WAS = Regex(r"^[“\"]?(?:He|She)\swas\s(?:only\s|just\s)?$")
_WHEN = Regex(
    rf"^\swhen\s(?:he|she)\s[^,;.]{{3,70}}?\bin\s(?:the\s(?:spring|summer|autumn|fall|winter)\sof\s|early\s|late\s|[A-Z][a-z]+\s)?{_YEAR}\b"
)
#: The last line of an obituary: "Mary Ann Roe, BORN March 9, 1938; DIED June 12, 2024".
_DATE = rf"(?:\d{{1,2}}\s[A-Z][a-z]+|[A-Z][a-z]+\s\d{{1,2}}),?\s{_YEAR}"
_LIFE = Regex(rf"\b[Bb]orn\s(?:on\s)?{_DATE}[;,]\s(?:and\s)?died\s(?:on\s)?{_DATE}")
_DIED = Regex(r"\b(?:has|have|had)?\s?died,?\s(?:aged|at\sthe\sage\sof)\s$")
_KIN = any_of(_SPANS["kin"])
_LOOSE = any_of(_SPANS["loose"])
_HE = Regex(r"[“\"]?(?:He|She)\b")
_ANY_YEAR = Regex(rf"\b{_YEAR}\b")
_ROUND = int(_WORDS["round"])
#: Nobody is older.
_OLDEST = 115


def spans(story: Story) -> Iterator[Relation]:
    """One relation for each length or age that stands beside the two years that make it."""
    for claim in story.claims:
        if (
            claim.block in DISPLAY
            or claim.stance != "asserted"
            or claim.negated
            or claim.figure.value is None
        ):
            continue
        if claim.figure.kind == "duration" and claim.figure.amount.unit == "year":
            yield from _length(story, claim)
        elif claim.figure.kind in ("age", "count"):
            yield from _age(story, claim)


def _length(story: Story, claim: Claim) -> Iterator[Relation]:
    led, behind = before(story, claim, 90), after(story, claim, 60)
    found = _LED.search(led) if _ENDS.match(behind) else None
    if found is None and _FOR.search(led):
        found = _BEHIND.match(behind)
    if found is None and _IN_THE.search(led):
        found = _BETWEEN.match(behind)
    if found is None or (claim.figure.value or 0) < _SPANS["least"] or _LOOSE.search(story.sentence(claim)):
        return
    first, last = int(found[1]), int(found[2])
    if first < last:
        reach = _ROUND if (claim.figure.value or 0) % 10 == 0 else 1
        yield _relation(story, claim, first, last, (last - first - reach, last - first + reach))


def _age(story: Story, claim: Claim) -> Iterator[Relation]:
    found = _AGED.search(before(story, claim, 60))
    if found is None and _WAS.match(story.lead(claim)):
        found = _WHEN.match(after(story, claim, 130))
    if found is None:
        yield from _of_life(story, claim)
        return
    start = story.zones[max(0, story.block_number(claim.sentence.start))].span.start
    text = story.document.text[start : claim.figure.span.start]
    born = list(_BORN.finditer(text))
    if len(born) != 1 or len(_BORN.findall(story.document.text)) != 1:
        return
    beside = start + born[0].start() >= claim.sentence.start
    behind = text[born[0].start() :]
    others = behind if beside else behind.partition(". ")[2]
    if _KIN.search(others) or not others:
        return
    if not beside and not _HE.match(story.sentence(claim)):
        return
    if beside and len(_ANY_YEAR.findall(story.sentence(claim))) != 2:
        return
    first, last = int(born[0][1]), int(found[1])
    if 0 < last - first <= _OLDEST:
        yield _relation(story, claim, first, last, (last - first - 1, last - first))


def _of_life(story: Story, claim: Claim) -> Iterator[Relation]:
    """ "Who has died aged 84", above the only birth and death that the story dates in one line."""
    lives = list(_LIFE.finditer(story.document.text))
    if len(lives) != 1 or _DIED.search(before(story, claim)) is None:
        return
    ages = [c for c in story.claims if _DIED.search(before(story, c)) and c.block not in DISPLAY]
    first, last = int(lives[0][1]), int(lives[0][2])
    if len(ages) == 1 and 0 < last - first <= _OLDEST:
        yield _relation(story, claim, first, last, (last - first - 1, last - first))


def _relation(story: Story, claim: Claim, first: int, last: int, reach: tuple[int, int]) -> Relation:
    words = f"years from {first} to {last}"
    told = f"{last} − {first} = {last - first}"
    made = Derived(
        stable_id("d", claim.id, words), between(*reach, claim.figure.amount.unit), words, (), told
    )
    cue = Cue(story.document.id, claim.sentence, story.sentence(claim))
    return Relation("same", (Role("stated", claim), Role("from", made)), cue, "contextual")


__all__ = ["spans"]
