"""Those who did and those who did not: words by which two figures divide one whole between them."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.window.scope import after, one_place
from extractor.reconcile.story import Story
from extractor.regexes import Regex
from extractor.wording import any_of

_POLAR = table("sums")["polar"]
#: "Eleven did not", "in five it was not": nothing follows, so that the deed is the one told before.
_DENIES = Regex(
    rf"^(?:\s(?!(?:who|that|which|because|and|but|while)\b)[^\W\d][\w’'-]*){{0,4}}?\s(?:{'|'.join(_POLAR['denies'])})\s?(?:[.,;:)”\"]|$|(?:and|but)\b)",
    re.IGNORECASE,
)
#: "71 per cent said they had. THE 29 per cent WHO HAD NOT were asked why".
_WHO_NOT = Regex(
    r"^\swho\s(?:said\sthey\s)?(?:had|did|have|do|would|were|are)(?:\snot|n[’']t)\s"
    r"(?=(?:were|was|are|is|said|gave|told|cited|blamed|put|mostly|mainly)\b)",
    re.IGNORECASE,
)
_NOT_DOING = Regex(
    r"^(?:\s(?:are|were|is|was|had|have|has|did|do))?(?:\snot|n[’']t)\s(?P<verb>[a-z]{4,})"
    r"(?:\s(?:them|it|any|so|on|up|in|at\sall|new\s(?:ones|patients)))*\s?(?:[.,;:)]|$)",
    re.IGNORECASE,
)
#: Before a figure: what was not done, and behind it nothing new.
_NOT_DONE = Regex(
    r"\b(?:has|have|had|did|does|do|was|were|is|are|will)(?:\snot|n[’']t)\s(?P<verb>[a-z]{4,})\s(?:the\sother\s)?",
    re.IGNORECASE,
)
_ALONE = Regex(r"^(?:\sof\s(?:them|these|those))?[.,;]", re.IGNORECASE)
#: Characters before a figure in which its denial begins, those in which the deed was told, and letters of its stem.
BACK, AHEAD, STEM = 40, 240, 5
#: "On Tuesday 14 did not", "in Kent nine were not".
_OWN_SCOPE = Regex(r"\b(?:on|in|at|by|last|this|next|during|of\sthe)\s[\w’'-]+,?\s*$", re.IGNORECASE)
#: "51 per cent IF the loss is counted", "the 90 per cent MARK".
_CONDITION = Regex(
    r"^\s(?:(?:[\w’'-]+\s){0,3}?(?:if|unless|assuming|including|excluding|counting)"
    r"|mark|threshold|target|line|level|limit|cut-?off|bar|goal|minimum|benchmark|ceiling|cap|floor|standard)\b",
    re.IGNORECASE,
)
_SAME = rf"(?:\s(?:{'|'.join(_POLAR['same'])}|of\s(?:them|those|it)))*"
_PAIRS = {
    name: [tuple(Regex(rf"\b(?:{side})\b", re.IGNORECASE) for side in pair) for pair in _POLAR[name]]
    for name in ("opposites", "divides", "exhaustive")
}
#: Between a group and the share of a whole that it makes up.
_HOLDS = (
    r"(?:now\s|still\s)?(?:are|were|h[oe]lds?|mak(?:e|es|ing)\sup|made\sup|account(?:s|ed)?\sfor|took|take|won|win"
    r"|fill(?:ed)?|form(?:ed)?|occup(?:y|ied))\s(?:(?:about|some|nearly|almost|just|only|another)\s)?"
)
#: From a share to the group that it is: " of the pupils were ", " are ", " ".
_IS = (
    r"(?:\sof\s(?:(?:the|its|all|those|our|their|his|her)\s)?[\w’'-]+(?:\s[\w’'-]+)?(?=\s(?:are|were|is|was|live|lived|work|worked)\s))?"
    r"(?:\s(?:are|were|is|was|being|live|lived|living|work|worked|working))?\s"
)
#: The whole that both are of, no thing of their own: not "44 per cent of their leave".
_OF_ONE = Regex(r"^\sof\s(?!(?:their|his|her|those)\b)", re.IGNORECASE)
_HEDGE = r"(?:(?:about|some|nearly|almost|just|only|another|the\sother)\s)*"
#: Characters behind the second in which a third may be told.
NEXT = 80
#: Words for those who are neither.
_THIRD = any_of(_POLAR["third"])
_EDGE = Regex(r"[.,;:()–—]|\s(?:and|while|but)\s")


def denies(story: Story, claim: Claim) -> bool:
    """True if a figure counts those who did not do what the sentence told of others, at no other time."""
    if _OWN_SCOPE.search(_clause(story, claim)[0]):
        return False
    behind = story.words(Span(claim.figure.span.end, claim.sentence.end))
    the = story.lead(claim).strip('“" ') == "The" and _WHO_NOT.match(behind) is not None
    return _DENIES.match(behind) is not None or the or _is_not_doing(story, claim, behind)


def _is_not_doing(story: Story, claim: Claim, behind: str) -> bool:
    """True for the 49 of "71 accepting new patients and 49 NOT ACCEPTING THEM"."""
    found = _NOT_DOING.match(behind)
    if found is None:
        return False
    deed = Regex(rf"(?<!not\s)(?<!n[’']t\s)\b{re.escape(found['verb'][:STEM].lower())}", re.IGNORECASE)
    return deed.search(story.lead(claim)) is not None


def is_of_condition(story: Story, share: Claim) -> bool:
    """True for what one way of counting gives, and for a mark that others reach or not."""
    return _CONDITION.match(after(story, share)) is not None


def denies_deed(story: Story, claim: Claim) -> bool:
    """True for the four of "accepted nine of 13 demands and has not accepted four": the same deed, not done."""
    start = claim.figure.span.start
    found = _NOT_DONE.search(story.document.text, max(claim.sentence.start, start - BACK), start)
    if found is None or found.end() != start or not _ALONE.match(after(story, claim)):
        return False
    deed = Regex(rf"(?<!not\s)(?<!n[’']t\s)\b{re.escape(found['verb'][:STEM].lower())}", re.IGNORECASE)
    return deed.search(story.document.text, max(story.start, start - AHEAD), found.start()) is not None


def of_one_time(a: Claim, b: Claim) -> bool:
    """False where two figures name times or places of their own: "on Monday 12 ... on Tuesday 14 did not"."""
    times = {c.period.key for c in (a, b) if c.period is not None}
    return len(times) < 2 and one_place(a, b)


def are_divided(story: Story, a: Claim, b: Claim) -> bool:
    """True if two figures of a list count kinds that everything is one of: "21 men and 13 women"."""
    return any(
        x.search(label(story, a)) and y.search(label(story, b))
        for pair in _PAIRS["divides"]
        for x, y in (pair, pair[::-1])
    )


def are_opposed(story: Story, a: Claim, b: Claim) -> bool:
    """True if the clauses of two figures tell opposite things of one object: "passed it ... failed"."""
    one, (front, back) = " ".join(_clause(story, a)), _clause(story, b)
    if _OWN_SCOPE.search(front):
        return False
    pairs = [order for pair in _PAIRS["opposites"] for order in (pair, pair[::-1])]
    told = [y for x, y in pairs if x.search(one) and not y.search(one) and not x.search(f"{front} {back}")]
    return any((y.search(front) and _ends(back, "")) or _ends(back, y.pattern) for y in told)


def divide_by_name(story: Story, a: Claim, b: Claim) -> bool:
    """True for "women hold 44 per cent of the seats and men 66", "44 per cent are men and 66 per cent women".

    Not for what "boys scored, 62 per cent, and girls 58", nor for "44 per cent of men and 66 per cent of women".
    """
    orders = [order for pair in _PAIRS["divides"] for order in (pair, pair[::-1])]
    return any(
        _is_group(story, a, x.pattern) and _is_group(story, b, y.pattern, of=x.pattern) for x, y in orders
    )


def are_exhaustive(story: Story, a: Claim, b: Claim) -> bool:
    """True if the two that the words divide are all that there are, so that they make no less than the whole either.

    Those who turned out and those who stayed away are; men and women may leave out children, or firms.
    """
    told = story.words(Span(a.sentence.start, b.sentence.end + NEXT))
    if (
        _THIRD.search(told)
        or len([c for c in story.starting(a.sentence.start, b.sentence.end) if c not in (a, b)]) > 2
    ):
        return False
    one, two = (" ".join(" ".join(_clause(story, c)).split()) for c in (a, b))
    orders = [order for pair in _PAIRS["exhaustive"] for order in (pair, pair[::-1])]
    return any(x.search(one) and y.search(two) for x, y in orders)


def _is_group(story: Story, share: Claim, name: str, of: str = "") -> bool:
    """True if a share is that of a group in its whole: the name in front as what holds it, or behind as what it is.

    The second of two, which names the group `of` nowhere, may leave the verb out: "and men 66".
    """
    front, back = _clause(story, share)
    if of and all(c.figure.span >= share.figure.span for c in story.in_sentence(share.sentence)):
        front = story.lead(share)  # "Of those who drink, 56 per cent"
    if of and re.search(rf"\b(?:{of})\b", f"{front} {back}", re.IGNORECASE):
        return False
    verb = f"(?:{_HOLDS})?" if of else _HOLDS
    lead = r"^\s?" if of else r"(?:^|(?<!among)(?<!of)(?<!for)(?<!by)(?<!in)\s)"
    held = rf"{lead}(?:the\s)?(?:{name})\s{verb}{_HEDGE}$"
    if re.search(held, front, re.IGNORECASE) and (not back or (not of and _OF_ONE.match(back))):
        return True
    alone = not of or re.fullmatch(rf"\s?{_HEDGE}", front, re.IGNORECASE)
    return bool(alone) and re.match(rf"^{_IS}(?:{name})\s?$", back, re.IGNORECASE) is not None


def _ends(behind: str, opposite: str) -> bool:
    """True if nothing new follows a figure: no other object than the one told before."""
    between = rf"(?:\s[\w’'-]+){{0,7}}?\s(?:{opposite})" if opposite else ""
    on = r"(?:\s(?:it|them|that|this)\s(?:in|at|on|by)\s(?:a|an|the)\s(?:[\w’'-]+\s?){1,8})?"
    return re.match(rf"^{_SAME}{between}{_SAME}{on}\s?$", behind, re.IGNORECASE) is not None


def label(story: Story, claim: Claim) -> str:
    """The words right behind a figure, up to a pause or the next figure."""
    return _clause(story, claim)[1]


def _clause(story: Story, claim: Claim) -> tuple[str, str]:
    """The words before and behind a figure in its clause, without any other figure."""
    others = [c.figure.span for c in story.in_sentence(claim.sentence) if c is not claim]
    start = max([s.end for s in others if s.end <= claim.figure.span.start], default=claim.sentence.start)
    end = min([s.start for s in others if s.start >= claim.figure.span.end], default=claim.sentence.end)
    before, behind = (
        story.words(Span(start, claim.figure.span.start)),
        story.words(Span(claim.figure.span.end, end)),
    )
    return _EDGE.split(before)[-1], _EDGE.split(behind)[0]
