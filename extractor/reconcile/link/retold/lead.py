"""A headline or caption against the lead: the paragraphs that tell first what the display announces.

`headline` ties a display to the body by noun and deed. A lead seldom repeats either ("to shut 61
branches" over "is to close 16"); it is tied by standing first, by the words that it shares with
the display, and by being the only figure there that can be meant. Nothing is tied where the body
has the display's number anywhere, or anything that makes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.deeds import one_deed
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.cues.went import at_odds
from extractor.reconcile.link.retold.aside import is_of_another
from extractor.reconcile.link.retold.farther import farther
from extractor.reconcile.link.retold.scale_words import leaves_scale_out
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_WORDS = table("windows")["lead"]
#: Counts below this meet others all the time; figures that bear each other out are within this factor.
SMALL, NEAR = 10, Decimal("1.25")
#: From this number on swapped digits are no chance, and tell which of several figures is meant.
LONG = 100
#: How many paragraphs of the body are the lead, and how many times the smaller number the larger may be.
LEAD, FAR = 2, int(_WORDS["far"])
_PART = Regex(rf"\b(?:{'|'.join(_WORDS['part'])})\s$", re.IGNORECASE)
#: "First time in four years", "the most in five": a span that a record is told over.
_RECORD = Regex(
    r"\b(first|last|most|least|best|worst|[\w’'-]+est)\s(?:[\w’'-]+\s){0,2}?in\s(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_A_DAY = Regex(r"^[^,.;\d]{0,45}?(?<!\bhalf)\s(?:a|per|each|every)\s(?:day|night|week|month|hour)\b")
_PART_AFTER = Regex(rf"^\s?(?:{'|'.join(_WORDS['part_after'])})\b", re.IGNORECASE)
#: "Put in 600 oaks at Nenagh and the rest at Birr", so many characters on.
_REST, REST = Regex(r"\b(?:the\s(?:rest|others|remainder|remaining)|as\smany\sagain)\b"), 120
#: "By noon 96 of the pilgrims were ashore"; a share "of the time" is no part of another share.
_OF_ALL = Regex(r"^\sof\s(?:the|its|their|his|her|our)\b", re.IGNORECASE)
_IN_NAME = Regex(r"\b(?:[Ii]n|[Aa]t|[Aa]cross)\s([A-Z][\w’'-]+)")


def leads(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """Figures of the display that nothing explains, each with the one of the lead that it must mean."""
    made = {c.id for r in linked for c in r.claims()}
    body = [c for c in story.claims if c.block not in DISPLAY]
    for shown in story.claims:
        if shown.block not in DISPLAY or shown.id in made or shown.stance != "asserted":
            continue
        if leaves_scale_out(story, shown):
            continue
        if family(shown) in "CMPUD":
            backing = [c for c in body if _backs(shown, c)]
            told = (
                _borne_out(story, shown, backing)
                if backing
                else _meant(story, shown, body) or farther(story, shown, body)
            )
            if told is not None:
                yield _same(story, shown, told)


def _same(story: Story, shown: Claim, told: Claim) -> Relation:
    roles = (Role("stated", shown), Role("from", told))
    cue = Cue(story.document.id, shown.figure.span, shown.figure.text)
    return Relation("same", roles, cue, "contextual")


def _borne_out(story: Story, shown: Claim, backing: Sequence[Claim]) -> Claim | None:
    """The first figure of the lead that may be the display's, where words tie the two."""
    for told in _lead(story, backing):
        fits = (
            alike(shown, told) and meet(shown.figure.amount, told.figure.amount) and _of_one_size(shown, told)
        )
        tied = _one_noun(shown, told) and _one_frame(shown, told) and bool(_shared(story, shown, told))
        if fits and tied and not _is_part(story, told):
            return told
    return None


def _of_one_size(shown: Claim, told: Claim) -> bool:
    """False for small counts, which meet by chance, and where an open hedge alone makes two figures meet."""
    x, y = shown.figure.value, told.figure.value
    if x is None or y is None or min(x, y) <= 0 or (family(shown) == "C" and x < SMALL):
        return False
    return max(x / y, y / x) <= NEAR


def _backs(shown: Claim, told: Claim) -> bool:
    """True if the body's figure may be the display's: equal, within its hedge, or what it is rounded from."""
    return family(shown) == family(told) and (
        (meet(shown.figure.amount, told.figure.amount) and _may_mean(shown, told)) or _rounds(shown, told)
    )


def _may_mean(shown: Claim, told: Claim) -> bool:
    """False where "fewer than 50" only holds for a figure because it holds for nearly any."""
    x, y, amount = shown.figure.value, told.figure.value, shown.figure.amount
    if not x or not y or (amount.low and amount.high is not None):
        return True
    return max(x / y, y / x) <= FAR


def _rounds(shown: Claim, told: Claim) -> bool:
    """True if the two differ by less than a unit of the last printed digit: "$2bn" for "$1.96bn"."""
    x, y = shown.figure.value, told.figure.value
    if x is None or y is None:
        return False
    return abs(x - y) < Decimal(1).scaleb(int(x.normalize().as_tuple().exponent))


def _meant(story: Story, shown: Claim, body: Sequence[Claim]) -> Claim | None:
    """The only figure of the lead that the display can mean, where words or their want of a rival tie them."""
    lead = [c for c in _lead(story, body) if alike(shown, c) and _one_noun(shown, c)]
    lead = [c for c in lead if _is_rate(story, c) == _is_rate(story, shown)]
    lead = [c for c in lead if _record(story, c) == _record(story, shown)]
    whole = [c for c in lead if not _is_part(story, c)]
    beside = [c for c in story.claims if c.block is shown.block and c is not shown and alike(shown, c)]
    slips = [c for c in lead if _is_slip(shown, c)]
    meant = slips if len(slips) == 1 else _opening(story, shown, whole)
    if len({c.figure.amount for c in meant}) != 1 or any(_one_noun(shown, c) for c in beside):
        return None
    told = meant[0]
    if any(_comes_to(shown, told, c) for c in body if c is not told and alike(c, told)):
        return None
    added = not slips and any(c.sentence == told.sentence and c not in whole for c in lead)
    only = sum(alike(shown, c) for c in body) == 1
    fits = _one_frame(shown, told) and at_odds(story, shown, told) is None
    fits = fits and not (slips and is_of_another(story, told)) and not _is_elsewhere(story, shown, told)
    return told if fits and not added and _tied(story, shown, told, only=only) else None


def _opening(story: Story, shown: Claim, whole: Sequence[Claim]) -> Sequence[Claim]:
    """The only count of the first paragraph that has the display's two digits turned and its deed; else all given.

    "To shed 64 jobs" above "voted to eliminate 46 positions", of which the next paragraph counts the parts.
    """
    first = [c for c in whole if c.sentence == whole[0].sentence] if whole else []
    if len(first) != 1 or len(whole) == 1 or family(shown) != "C":
        return whole
    x, y = shown.figure.value, first[0].figure.value
    parts = [c.figure.value for c in whole if c is not first[0]]
    turned = x is not None and y is not None and slipped(x, y) and all(n is not None and n < y for n in parts)
    named = first[0].measure is not None and first[0].measure.found == "here"
    return first if turned and named and one_deed(story, shown, first[0]) else whole


def _is_elsewhere(story: Story, shown: Claim, told: Claim) -> bool:
    """True for "In Selby, ..." below a headline about Marl."""
    display = next(z for z in story.zones if z.kind in DISPLAY and z.span.contains(shown.figure.span))
    named, opened = _IN_NAME.search(story.words(display.span)), _IN_NAME.match(story.sentence(told))
    return named is not None and opened is not None and opened[1] not in story.words(display.span)


def _comes_to(shown: Claim, told: Claim, more: Claim) -> bool:
    """True for "12 dead" above "Nine died ... three more in hospital"."""
    whole, parts = shown.figure.value, (told.figure.value, more.figure.value)
    return whole is not None and None not in parts and whole == sum(p for p in parts if p is not None)


def _lead(story: Story, body: Sequence[Claim]) -> list[Claim]:
    """The figures in the first paragraphs of the body."""
    first = [n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY][:LEAD]
    return [c for c in body if story.block_number(c.figure.span.start) in first]


def _is_rate(story: Story, claim: Claim) -> bool:
    """True for "42,000 drivers go through here A DAY"."""
    return _A_DAY.match(after(story, claim)) is not None


def _one_noun(shown: Claim, told: Claim) -> bool:
    """False where two counts name different things, or two shares are taken of different wholes."""
    x, y = (shown.measure, told.measure) if family(shown) == "C" else (shown.base, told.base)
    return x is None or y is None or may_be_one(x.key, y.key) or bool({x.key, y.key} & set(_WORDS["general"]))


def _one_frame(shown: Claim, told: Claim) -> bool:
    """True if nothing that the two say of themselves keeps them apart."""
    if told.stance != "asserted" or shown.negated != told.negated:
        return False
    if is_change(shown) != is_change(told) and not _is_count_turned(shown, told):
        return False
    if shown.direction and told.direction and shown.direction != told.direction:
        return False
    places = shown.place, told.place
    here = {p.key for p in places if p is not None and p.found == "here"}
    return len(here) < 2


def _is_count_turned(shown: Claim, told: Claim) -> bool:
    """True for "will cost 52 beds" above "with the loss of 25 beds"."""
    x, y = shown.figure.value, told.figure.value
    return family(shown) == "C" and x is not None and y is not None and slipped(x, y)


def _record(story: Story, claim: Claim) -> str | None:
    """The word of a record that is told over a span, "most in five years"; None for any other figure."""
    found = _RECORD.search(before(story, claim))
    return found[1].lower() if found is not None else None


def _is_part(story: Story, told: Claim) -> bool:
    """True for "another 16", "16 of them", "at least 16": not all that the display can speak of."""
    behind = after(story, told)
    of_all = family(told) == "C" and _OF_ALL.match(behind)
    rest = _REST.search(after(story, told, REST))
    return bool(_PART.search(before(story, told)) or _PART_AFTER.match(behind) or of_all or rest)


def _tied(story: Story, shown: Claim, told: Claim, *, only: bool) -> bool:
    """True if words are in both, or no other figure of the body is of the unit; and both are of one size."""
    x, y = shown.figure.value, told.figure.value
    if x is None or y is None or x <= 0 or y <= 0:
        return False
    shared = len(_shared(story, shown, told))
    if slipped(x, y):
        return shared >= 1 or only
    if (is_change(shown) or family(shown) in "DU") and not _share_thing(story, shown, told):
        return False
    least = 0 if only and family(shown) in "MP" else 2 if family(shown) in "DU" else 1
    return shared - _named(story, shown, told) >= least and max(x / y, y / x) <= FAR


#: Words in small letters, which are no names.
_SMALL = Regex(r"\b[a-z][a-z’'-]+")


def _share_thing(story: Story, shown: Claim, told: Claim) -> bool:
    """True if two share a word that is no name nor unit: a tax that goes up 5 per cent is no budget of a tax office's."""
    ours, theirs = (
        set(_SMALL.findall(story.sentence(c))) - set(c.figure.text.split()) for c in (shown, told)
    )
    return bool(content_words(" ".join(ours)) & content_words(" ".join(theirs)))


def _named(story: Story, shown: Claim, told: Claim) -> int:
    """How many shared words are only the noun of two counts, and tie them in the first paragraph alone.

    A firm that sheds 178 jobs may have 290 jobs in the town.
    """
    first = next(n for n, zone in enumerate(story.zones) if zone.kind not in DISPLAY)
    if family(shown) != "C" or story.block_number(told.figure.span.start) == first:
        return 0
    nouns = content_words(" ".join(m.key for m in (shown.measure, told.measure) if m is not None))
    return len(_shared(story, shown, told) & nouns)


def _shared(story: Story, shown: Claim, told: Claim) -> frozenset[str]:
    return content_words(story.sentence(shown)) & content_words(story.sentence(told))


def _is_slip(shown: Claim, told: Claim) -> bool:
    """True if two numbers of three digits or more are one with its digits in another order."""
    x, y = shown.figure.value, told.figure.value
    return x is not None and y is not None and min(x, y) >= LONG and slipped(x, y)


def slipped(x: Decimal, y: Decimal) -> bool:
    """True if one number is the other with its digits in another order, or some thousand times as large."""
    a, b = (v.normalize().as_tuple().digits for v in (x, y))
    if len(a) < 2 or len(b) < 2:
        return False
    scale = max(Fraction(x) / Fraction(y), Fraction(y) / Fraction(x))
    return (a != b and sorted(a) == sorted(b)) or (a == b and scale in (1000, 1_000_000))


__all__ = ["leads", "slipped"]
