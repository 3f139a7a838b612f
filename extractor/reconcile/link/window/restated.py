"""A part said again as its share, in other words than its whole: "1,240 officers ... 130 of those jobs ... one in four".

The share is tied to its part by the words between them, or by how its sentence begins: "that is", "put another way".
The part goes back to what was counted before it: it says "of them" or "of those jobs", counts what the whole counts,
or leaves its noun out. The whole is the one larger count before it. Where two could be meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.amount import difference, exact, meet, scale, surely_less
from extractor.amount import ratio as divide
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import kinds, may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.counted import is_some, names_itself
from extractor.reconcile.link.window.no_share import AS_PART, REST
from extractor.reconcile.link.window.others import is_of_others
from extractor.reconcile.link.window.scope import after, before, one_place, stems
from extractor.reconcile.link.window.share import COLLECTIVE, OF_THEM_DID, set_against
from extractor.reconcile.link.window.taken import TAKEN
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["restated"]
_HEDGE = rf"(?:(?:{'|'.join(_WORDS['hedge'])})\s)*"
_RATE = rf"(?:(?:an?|the|its|their)\s(?:[\w’'-]+\s){{0,2}}?(?:{'|'.join(_WORDS['rate'])})\s(?:of|at)\s)?"
_LEADS = "|".join(_WORDS["leads"])
#: The start of a sentence, up to a share that says again what the sentence before told.
_LEAD = Regex(
    rf"^[“\"‘(]?(?:[^;:,.\d]{{0,40}}:\s)?(?:and\s|but\s|or\s)?(?:{_LEADS}){_RATE}{_HEDGE}$", re.IGNORECASE
)
#: ... and one that begins with the share: "One in three, in other words, is closed".
_BARE = Regex(rf"^[“\"‘(]?{_HEDGE}$", re.IGNORECASE)
_BEHIND = Regex(rf"^(?:\sof\sthem)?,\s(?:{'|'.join(_WORDS['behind'])})\b", re.IGNORECASE)
#: From a part to its share at the end of the clause.
_INLINE = Regex(
    rf"^(?P<told>[^;:()–—\"”]{{0,90}}?)(?:,\s|;\s|:\s|\s[–—-]\s|\s\(|,?\s(?=or\s))(?:(?:and\s|or,?\s)?(?:{_LEADS})|or\s)?{_RATE}{_HEDGE}$",
    re.IGNORECASE,
)
#: "More than half OF THE LIST HAD THUS been dealt with".
_THUS = Regex(
    r"^(?:\sof\s(?:them|these|those|it|the\s(?P<noun>[\w’'-]+)))?\s(?:had|has|have|was|were|is|are)\s"
    r"(?:thus|therefore|thereby|accordingly|hence)\b",
    re.IGNORECASE,
)
_TURNS = any_of(_WORDS["turns"])
#: Behind the share: its clause is over, or it is of all that were counted.
_OVER = Regex(
    r"^(?:\s?[,.;:)–—”\"]|$|\s[–—]|\s(?:and|but)\b"
    rf"|\sof\s(?:them|those|these|it|all|{'|'.join(_WORDS['all'])})(?=\s?[,.;:)–—]|$|\s(?:and|but|did|do|was|were|is|are|has|have|had|will)\b)"
    rf"|\sof\s{TAKEN}"
    r"|\sof\s(?:the|its|their|those|these|all)\s(?:[\w’'-]+\s)?(?P<noun>[\w’'-]+)(?=\s?[,.;:)–—]|$))",
    re.IGNORECASE,
)
_OF_WHOLE = Regex(
    r"^(?:\s[\w’'-]+)?\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|all|a\stotal\sof|some)\s){0,2}(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
#: "97 OF THE hackneys".
_OF_THE = Regex(
    r"^(?:\s[\w’'-]+)?\sof\s(?:the|its|their|his|her|our)\s(?:[\w’'-]+\s)?(?P<noun>[a-z][\w’'-]*s|people|staff|men|women|children)\b",
    re.IGNORECASE,
)
_NEW_CLAUSE = Regex(r"[;:]|,\s(?:and|but|of\s(?:which|whom))\s")
#: "The town once had": of another time than its part.
_FORMER = any_of(_WORDS["former"])
_APART_BEFORE = Regex(rf"\b(?:{'|'.join(_WORDS['apart'])})\s(?:\w+\s)?$", re.IGNORECASE)
_APART_BEHIND = Regex(rf"^\s(?:{'|'.join([*_WORDS['apart'], *_WORDS['apart_behind']])})\b", re.IGNORECASE)
#: "Put another way": the sentence tells in other words what the one before told, whatever follows.
_ANEW = Regex(rf"^[“\"‘(]?(?:{'|'.join(_WORDS['anew'])})", re.IGNORECASE)
_OF_ALL = Regex(
    r"^\s(?:(?:did|do|does|was|were|is|are|has|have|had|will|would|got|lost|won|went|came|failed|passed|said|left|stayed)\b"
    r"|of\s(?:them|those|these)\b"
    r"|(?:of\s)?(?:(?:the|all|its|their|his|her|our|those|these)\s){0,2}(?:[\w’'-]+\s)?(?P<noun>[\w’'-]+s|people|staff|men|women|children)\b)",
    re.IGNORECASE,
)
#: Nouns for any of those that were counted.
_GENERAL = stems(" ".join([*table("windows")["worked"]["general"], *COLLECTIVE]))
#: Sentences with figures, and characters, back to the whole.
BACK, REACH = 3, 600
#: Characters between a sentence and the one that says it again.
GAP = 4


def restated(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each share that says a part again whose whole stands before it."""
    for rate in open_ones:
        if family(rate) != "P" or is_change(rate) or rate.direction is not None or rate.block in DISPLAY:
            continue
        if surely_less(exact(100), rate.figure.amount):
            continue
        part = _part(story, rate)
        whole = _whole(story, rate, part) if part is not None else None
        if part is None or whole is None or AS_PART.search(before(story, whole)):
            continue
        if _are_told_at_once(story, rate, part, whole):
            yield _relation(story, rate, part, whole)


def _relation(story: Story, rate: Claim, part: Claim, whole: Claim) -> Relation:
    roles = (Role("rate", rate), Role("part", part), Role("whole", whole))
    span = Span(whole.sentence.start, rate.sentence.end)
    return Relation("share", roles, Cue(story.document.id, span, story.words(span)), "stated")


def _part(story: Story, rate: Claim) -> Claim | None:
    """The count that a share says again: the one before it in its clause, or the one of the sentence before."""
    here = [c for c in story.in_sentence(rate.sentence) if c.figure.span < rate.figure.span]
    if here:
        part = _last(here)
        return part if part is not None and _ends_clause(story, rate, part) else None
    if not _says_again(story, rate):
        return None
    place = story.number_of(rate) - 1
    told = story.sentences[place] if place >= 0 else None
    if told is None or rate.sentence.start - told.end > GAP:
        return None
    if not _closes(story, rate) and not _ANEW.match(story.words(rate.sentence)):
        return None
    counted = "CUP" if rate.figure.kind == "ratio" else "CMUP"  # one in four are no dollars
    counts = [c for c in story.in_sentence(told) if family(c) in counted]
    of_whole = [a for a, b in pairwise(counts) if _is_count(a) and _is_of_whole(story, a, b)]
    if len(of_whole) == 1:
        return of_whole[0]
    if any(family(c) != "C" for c in counts[-1:]) or any(family(c) == "P" for c in counts):
        return None
    if counts and is_some(story, counts[-1]) and _is_count(counts[-1]):
        return counts[-1]  # "in six harbours ... failed 104 of them"
    return _last(counts)


def _says_again(story: Story, rate: Claim) -> bool:
    """True if the words of its sentence tell a share as what was just told."""
    lead = story.lead(rate)
    if _LEAD.match(lead):
        return True
    behind = after(story, rate)
    return _BARE.match(lead) is not None and (_BEHIND.match(behind) or _THUS.match(behind)) is not None


def _last(counts: Sequence[Claim]) -> Claim | None:
    """The last of several figures, unless another is smaller: "13 goals in 52 games" are a pair of their own."""
    if not counts or not _is_count(counts[-1]):
        return None
    last = counts[-1]
    return (
        None
        if any(surely_less(c.figure.amount, last.figure.amount) for c in counts if family(c) == "C")
        else last
    )


def _is_count(claim: Claim) -> bool:
    return (
        family(claim) == "C" and claim.block not in DISPLAY and (not is_change(claim) or names_itself(claim))
    )


def _ends_clause(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "130 were empty, or one in four."."""
    told = _INLINE.match(story.between(part, rate))
    if OF_THEM_DID.match(after(story, rate)):
        return False
    return told is not None and not _TURNS.search(told["told"]) and _closes(story, rate)


def _closes(story: Story, rate: Claim, *counts: Claim) -> bool:
    """True if nothing behind a share says that it is of others than those counted."""
    behind = after(story, rate)
    over = _OVER.match(behind) or _THUS.match(behind)
    if over is None:
        return False
    if not counts or over["noun"] is None or _may_be(over["noun"], *counts):
        return True
    return over.re is _THUS.compiled and bool(stems(over["noun"]) & stems(story.sentence(counts[-1])))


def _is_of_whole(story: Story, part: Claim, whole: Claim) -> bool:
    """True for "130 of the 1,240 trains"."""
    if not surely_less(part.figure.amount, whole.figure.amount):
        return False
    return _OF_WHOLE.match(story.between(part, whole)) is not None


def _whole(story: Story, rate: Claim, part: Claim) -> Claim | None:
    """The one count that a part may be counted from, beside it or before it."""
    follows = story.following(part)
    beside = follows is not None and follows.sentence == part.sentence and family(follows) == "C"
    if follows is not None and beside and _is_of_whole(story, part, follows):
        return follows
    larger = [c for c in _before(story, part) if not surely_less(c.figure.amount, part.figure.amount)]
    if len({c.figure.amount for c in larger}) > 1:
        larger = [c for c in larger if _names(part, c) or _names(rate, c)]
    if len({c.figure.amount for c in larger}) != 1 or not _is_counted_from(story, part, larger[-1]):
        return None
    return larger[-1] if surely_less(part.figure.amount, larger[-1].figure.amount) else None


def _before(story: Story, part: Claim) -> list[Claim]:
    """The counts before a part, not far; none where a share between them takes some of what was counted."""
    first = story.sentences[max(0, story.number_of(part) - BACK)].start
    start = part.figure.span.start
    near = story.starting(max(first, start - REACH), start - 1)
    counts = [c for c in near if _is_count(c) and story.paragraphs_apart(c, part) < 2]
    if any(family(c) == "P" for c in near if counts and c.figure.span > counts[0].figure.span):
        return []
    return counts


def _names(claim: Claim, count: Claim) -> bool:
    """True if what a figure is of is what a count counts, both said right there."""
    told = [m.key for m in (claim.base, claim.measure) if m is not None and m.found == "here"]
    noun = count.measure
    return noun is not None and noun.found == "here" and any(may_be_one(noun.key, key) for key in told)


def _is_counted_from(story: Story, part: Claim, whole: Claim) -> bool:
    """True if a part says what it is of, or leaves it out where nothing else is told that it could be of."""
    if is_of_others(story, part, whole):
        return False
    noun = _OF_THE.match(after(story, part))
    if noun is not None and not _may_be(noun["noun"], whole):
        return False  # "97 of the hackneys" are none of the 340 districts
    if is_some(story, part):
        return True
    if part.sentence == whole.sentence and not _NEW_CLAUSE.search(story.between(whole, part)):
        return False  # "6,480 inmates in space for 4,023"
    if part.measure is not None and part.measure.found == "here":
        return _names(part, whole)
    near = story.number_of(part) - story.number_of(whole) < 2 or story.paragraphs_apart(part, whole) == 0
    return near and _may_be_left_out(story, part, whole)


def _may_be_left_out(story: Story, part: Claim, whole: Claim) -> bool:
    """True if the noun that a part leaves out may be the whole's; one that counts fewer than the part is not it."""
    if part.measure is None or whole.measure is None or may_be_one(part.measure.key, whole.measure.key):
        return True
    guessed = [c for c in _before(story, part) if c.measure is not None and c.measure.key == part.measure.key]
    return bool(guessed) and all(surely_less(c.figure.amount, part.figure.amount) for c in guessed)


def _are_told_at_once(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """False for figures of other places or times, for averages and what is left, and where they are compared."""
    if not one_place(part, whole) or "mean" in (rate.statistic, part.statistic, whole.statistic):
        return False
    told = [c.period for c in (part, whole) if c.period is not None and c.period.found == "here"]
    if len(told) == 2 and told[0].key != told[1].key:
        return False
    if part.sentence == whole.sentence and set_against(story, part, whole):
        return False
    lead = before(story, part)
    if REST.search(lead) or _APART_BEFORE.search(lead) or _APART_BEHIND.match(after(story, part)):
        return False
    led = story.lead(whole)
    of_whole = part.figure.span < whole.figure.span and _is_of_whole(story, part, whole)
    if not of_whole and _FORMER.search(led):
        return False
    return _closes(story, rate, part, whole) or _is_told_anew(story, rate, part, whole)


def _is_told_anew(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for "Put another way, 64 per cent of the people who argued got off", unless it tells of those who did not."""
    found = _OF_ALL.match(after(story, rate))
    if not _ANEW.match(story.words(rate.sentence)) or found is None:
        return False
    if found["noun"] and not (
        _may_be(found["noun"], part, whole) or _is_new(story, found["noun"], rate, whole)
    ):
        return False
    left = difference(whole.figure.amount, part.figure.amount)
    return not meet(
        scale(divide(left, whole.figure.amount), 100, rate.figure.amount.unit), rate.figure.amount
    )


def _is_new(story: Story, noun: str, rate: Claim, whole: Claim) -> bool:
    """True for a noun that no other figure counts: "260 vessels ... put another way, one in four BOATS"."""
    if whole.measure is None or noun[0].isupper() or kinds(noun) != kinds(whole.measure.key):
        return False
    others = (c.measure.key for c in story.claims if c.measure is not None and c.sentence != rate.sentence)
    return not any(may_be_one(key, noun) or stems(key) & stems(noun) for key in others)


def _may_be(noun: str, *counts: Claim) -> bool:
    """True for "people", for "the total", and for a noun that counts the part or the whole."""
    told = [f"{m.text} {m.key}" for c in counts for m in (c.measure, c.base) if m is not None]
    return bool(stems(noun) & (_GENERAL | stems(" ".join(told))))


__all__ = ["restated"]
