"""What is still to find, beside what is wanted and what there is of it.

"It aims to raise £250,000. By last weekend the total had reached £184,000. It still has £76,000 to find."
The three stand near each other, each told by words beside it, and no other figure of the unit stands among them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from extractor.amount import exact, rounded, scale, surely_less
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.misprints import differ_in_a_digit
from extractor.reconcile.story import DISPLAY, Story
from extractor.regexes import Regex

#: Paragraphs before that of the rest in which the others may stand.
_REACH = 8
#: What is less than so much of what is wanted makes no difference: "There was €3,700 in a biscuit tin".
_LITTLE = Fraction(1, 50)
_SOME = r"(?:about\s|some\s|around\s|nearly\s|almost\s|just\s(?:over|under)\s|another\s|a\sfurther\s)?"
#: Behind and before what is still to find.
_TO_FIND = Regex(
    r"^(?:\smore)?(?:\s(?:is|are|was|still|left|yet|has|must|remains))*\s"
    r"(?:to\s(?:find|raise|go|collect|get|be\s(?:found|raised|collected))"
    r"(?!\s(?:an?|new|other|out|work|jobs?|their|its|that|to)\b)"
    r"|(?:must|needs?\sto|ha[sd]\sto|have\sto|will\shave\sto|remains?\sto)\s(?:still\s)?be\s(?:found|raised|collected)"
    r"|short\b(?!\s(?:of|on|in|at|for|this|every|each|during|when)\b)|needed(?!\s(?:to|for|in|at|on)\b)|outstanding|missing|lacking"
    r"|be\s(?:found|raised))(?!\s(?:[\w’'-]+\s){0,4}(?:each|every|per|a\s(?:day|week|month|year)))\b",
    re.IGNORECASE,
)
_LACKING = Regex(
    rf"\b(?:outstanding|(?:shortfall|gap)\sof|short\sby"
    r"|(?:must|needs?\sto|ha[sd]\sto|have\sto)\s(?:still\s)?(?:find|raise|collect)"
    rf"\s(?:the\s(?:remaining|other|last|final)|another|a\sfurther)|still\sneeds?)\s{_SOME}$",
    re.IGNORECASE,
)
#: "Needs ANOTHER 400", and what may follow for it to be all that is wanted.
_ANOTHER = Regex(r"\b(?:needs?|requires?|wants?)\s(?:another|a\sfurther|some)\s$", re.IGNORECASE)
_NEEDS = Regex(r"\b(?:needs?|requires?|is|are|remains?)\s(?:still\s)?$", re.IGNORECASE)
_SUBJECT = Regex(
    r"(?:the\s|a\s)?(?!(?:it|there|they|this|that|he|she|we|group|club|charity|appeal|fund|trust|team|campaign|committee|organi[sz]ers|family|project)\b)(?!(?:needs?|wants?|requires?|is|are)\b)([A-Za-z][\w’'-]+)\s(?:[\w’'-]+\s){0,4}(?:needs?|wants?|requires?|is|are)\b",
    re.IGNORECASE,
)
_PAUSE = Regex(r"[,;:–—]\s(?:(?:and|but|so|while|though)\s)?|\s(?:and|but|so|while|though)\s")
#: From here on a number may be rounded.
_LARGE = 1000
_MORE = Regex(r"^\smore\b", re.IGNORECASE)
_ALL = Regex(
    r"^(?:\smore)?(?:\s(?!to\b|by\b|for\b|a\b|in\b|each\b|every\b)(?P<noun>[a-z]+))?(?:\s?[.,;]|\s?$"
    r"|\sto\s(?:reach|hit|get\sthere|meet|make\sit|qualify|win|pass|succeed|complete)\b)",
    re.IGNORECASE,
)
_VERBS = ("needed", "required", "more", "short")
#: In the sentence of a rest: it was one of another time.
_THEN = Regex(r"\b(?:last|previous(?:ly)?|ago|earlier|(?:19|20)\d\d)\b", re.IGNORECASE)
_DENIED = Regex(
    r"\b(?:not|never|no\slonger)\s(?:[\w’'-]+\s){0,3}$|n[’']t\s(?:[\w’'-]+\s){0,3}$", re.IGNORECASE
)
_OTHER = Regex(r"\b(?:sister|other|another|neighbou?ring|different|second|separate|also)\b", re.IGNORECASE)
_NAME = Regex(r"(?<!^)(?<![“\"])\b[A-Z][a-z]{2,}")
#: Before and behind what is wanted in all.
_WANTS = Regex(
    r"\b(?:target|goal|(?:appeal|campaign|drive)\sfor|aim(?:s|ing|ed)?|hop(?:es|ed|ing)|set\sout|seek(?:s|ing)?|need(?:s|ed)?|requir(?:es|ed)|wants?|wanted"
    rf"|(?:will|would|to)\scost|costs?|asking\sfor)(?:\s(?!another\b|further\b|more\b)[\w’'-]+){{0,4}}\s{_SOME}$",
    re.IGNORECASE,
)
_WANTED = Regex(
    r"^(?:\s[a-z]+)?\s(?:target|goal|appeal|campaign|needed|required"
    r"|(?:that\s)?(?:it|they|the\s[\w-]+)\s(?:needs?|wants?|needed|requires?))\b",
    re.IGNORECASE,
)
#: Before and behind what there is of it so far.
_HAS = Regex(
    r"\b(?:raised|collected|gathered|brought\sin|reached|received|secured|banked|got|has|have|had|stood\sat|stands\sat|come\sto)"
    rf"(?:\s(?!to\b|of\b)[\w’'-]+){{0,2}}\s{_SOME}$",
    re.IGNORECASE,
)
_HAD = Regex(
    r"^(?:\s[\w’'-]+){0,5}?\s(?:(?:has|have|had)\s(?:already\s|now\s|so\sfar\s)?(?:been\s(?:raised|pledged|collected|given|found)"
    r"|come\sin)|so\sfar|in\sthe\sbank)\b",
    re.IGNORECASE,
)


def to_find(story: Story) -> Iterator[Relation]:
    """One relation for each figure told as still to find, if it is plain what is wanted and what there is."""
    for rest in story.claims:
        if rest.block in DISPLAY or not _is_lacking(story, rest):
            continue
        near = [c for c in story.claims if _is_near(story, rest, c)]
        told = _alone(story, rest, near) or _slipped(story, rest, near)
        if told is not None and not _is_of_another(story, rest, *told):
            wanted, had = told
            span = Span(
                min(wanted.sentence.start, had.sentence.start), max(rest.sentence.end, had.sentence.end)
            )
            roles = (Role("total", _set(wanted)), Role("part", _below(had)), Role("part", _below(rest)))
            yield Relation("sum", roles, Cue(story.document.id, span, story.words(span)), "stated")


def _alone(story: Story, rest: Claim, near: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """What is wanted and what there is of it, if no other amount stands near that could be a part."""
    wanted = _only(story, [c for c in near if surely_less(rest.figure.amount, c.figure.amount)], _is_wanted)
    behind = [c for c in near if wanted is not None and wanted.figure.span < c.figure.span]
    had = _only(story, behind, _is_had)
    if had is not None:
        near = behind  # what was told before is of another sum
    else:
        had = _only(story, [c for c in near if c is not wanted], _is_had)
    if wanted is None or had is None or not surely_less(had.figure.amount, wanted.figure.amount):
        return None
    amounts = {wanted.figure.amount, had.figure.amount}
    little = scale(wanted.figure.amount, _LITTLE)
    alone = all(c.figure.amount in amounts or surely_less(c.figure.amount, little) for c in near)
    return (wanted, had) if alone else None


def _slipped(story: Story, rest: Claim, near: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The only ones of several such amounts of which a wrong digit makes the rest, unless the rest is somebody else's."""
    text, led = story.document.text[: rest.sentence.start], story.lead(rest)
    if _OTHER.search(led) or any(name not in text for name in _NAME.findall(led)):
        return None
    wanted, had = ([c for c in near if told(story, c)] for told in (_is_wanted, _is_had))
    found = [(w, h) for w in wanted for h in had if _is_slip(rest, w, h, near)]
    return found[-1] if len({(w.figure.value, h.figure.value) for w, h in found}) == 1 else None


def _set(wanted: Claim) -> Claim:
    """A target as the number that somebody set: "$2m" is no rounding of $1.9m."""
    figure, value = wanted.figure, wanted.figure.value
    plain = value is not None and figure.hedge is None
    amount = exact(value, figure.amount.unit) if plain and value is not None else figure.amount
    return replace(wanted, figure=replace(figure, amount=amount), stance="asserted")


def _below(part: Claim) -> Claim:
    """A part as rounded to its last digit, and short of the halves that round either way."""
    figure, amount, value = part.figure, part.figure.amount, part.figure.value
    if figure.hedge is not None or value is None:
        return replace(part, stance="asserted")
    if value >= _LARGE:
        amount = replace(rounded(value, _grain(int(value)), amount.unit), low_open=True, high_open=True)
    return replace(part, figure=replace(figure, amount=amount), stance="asserted")


def _is_lacking(story: Story, claim: Claim) -> bool:
    led, behind = before(story, claim), after(story, claim)
    told = _TO_FIND.match(behind) or _LACKING.search(led)
    if told is None and _ALL.match(behind):
        told = _ANOTHER.search(led) or (_NEEDS.search(led) if _MORE.match(behind) else None)
    then = _THEN.search(story.sentence(claim)) is not None
    denied = _DENIED.search(led) is not None
    return told is not None and not then and claim.figure.value is not None and not denied


def _is_near(story: Story, rest: Claim, other: Claim) -> bool:
    """True for another figure of the unit in the paragraphs before, or in the same one."""
    number, own = story.block_number(other.sentence.start), story.block_number(rest.sentence.start)
    return other is not rest and own - _REACH <= number <= own and unit_of(other) == unit_of(rest)


def _grain(value: int) -> int:
    """The step of the last digit that is no nought: 1,000 for 28,000."""
    digits = str(value)
    return int("1" + "0" * (len(digits) - len(digits.rstrip("0"))))


def _is_of_another(story: Story, rest: Claim, *others: Claim) -> bool:
    """True for "The CHURCH needs another 400", where the words before speak of no church."""
    led = before(story, rest)
    if not (_ANOTHER.search(led) or _NEEDS.search(led)):
        return False
    led = story.lead(rest)
    start = max((m.end() for m in _PAUSE.finditer(led)), default=0)
    subject = _SUBJECT.match(led, start)
    told = story.document.text[min(c.sentence.start for c in others) : rest.sentence.start + start].lower()
    counted = _ALL.match(after(story, rest))
    noun = counted["noun"] if counted is not None else None
    if noun and noun not in _VERBS and noun.lower()[:4] not in told:
        return True  # "needs 12 crew. It has nine and needs two more drivers"
    return subject is not None and subject[1].lower() not in told


def _only(story: Story, claims: Sequence[Claim], told: Callable[[Story, Claim], bool]) -> Claim | None:
    """The only one of some figures that is told so, or the last of those that print one amount."""
    found = [c for c in claims if told(story, c)]
    return found[-1] if found and len({c.figure.amount for c in found}) == 1 else None


def _is_wanted(story: Story, claim: Claim) -> bool:
    return _WANTS.search(before(story, claim)) is not None or _WANTED.match(after(story, claim)) is not None


def _is_had(story: Story, claim: Claim) -> bool:
    told = _HAS.search(before(story, claim)) or _HAD.match(after(story, claim))
    return told is not None and not _is_wanted(story, claim)


def _is_slip(rest: Claim, wanted: Claim, had: Claim, near: Sequence[Claim]) -> bool:
    """True if a wrong digit makes the rest of what is lacking, and no other amount near by accounts for it."""
    told, whole, part = (c.figure.value or Decimal(0) for c in (rest, wanted, had))
    lacking, parts = whole - part, {c.figure.value for c in near} - {whole, part}
    return lacking > 0 and differ_in_a_digit(told, lacking) and abs(lacking - told) not in parts
