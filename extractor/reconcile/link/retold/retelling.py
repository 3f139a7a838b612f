"""A fact told again further down, or in a quote, with a slip: "2,346 people", then "nearly 4,200 in a weekend".

Two numbers that differ are seldom one fact. These are taken for one only if a slip of the pen makes one of the
other (`misprints`), they count one thing, and the story has hardly another figure of it that either could mean.
What ties them besides is one of these: one stands in the display, the sentences share a word beyond the noun,
the later one points back ("his 173"), or a quote goes on about what was told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from extractor.amount import meet, total
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.deeds import one_deed
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.aside import elsewhere, hours, is_named_apart, is_set_apart
from extractor.reconcile.link.retold.scale_words import leaves_scale_out
from extractor.reconcile.link.retold.slip import digits, slip
from extractor.reconcile.link.window.repeat import tells_which
from extractor.reconcile.link.window.scope import after, before, one_place
from extractor.reconcile.misprints import is_seldom, rounds
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_WORDS = table("windows")["retelling"]
#: Two figures bear each other out if they meet and are within this factor: "more than 900" is no 4,210.
NEAR = Decimal("1.25")
ROUNDED = Decimal("1.01")
#: How many other figures of the noun there may be, and how many paragraphs a fact and its retelling are apart.
OTHERS, FAR = 1, int(_WORDS["far"])
#: The same for what is tied by less than words in common.
CLOSE = 2
#: Digits that tell a number without a noun, how large it is, and figures of one noun that are no chance.
LONG, MANY, SMALL = 3, 100, 10
#: How many times the smaller of two counts of one deed the larger may be.
TIMES = 2
_BACK = Regex(rf"\b(?:{'|'.join(_WORDS['back'])})\s$", re.IGNORECASE)
_PART = Regex(rf"\b(?:{'|'.join(_WORDS['part'])})\s$", re.IGNORECASE)
_PART_AFTER = Regex(rf"^[\s-](?:{'|'.join(_WORDS['part_after'])})\b", re.IGNORECASE)
#: "Homes that got it went lower still, TO 17.": where the thing told before went, whatever its subject counts.
_REACHED = Regex(
    r"\b(?:lower|higher|down|up|further|still|fell|rose|dropped|climbed)\b[^.;]{0,15}\sto\s(?:about\s|some\s|just\s|only\s|nearly\s)?$",
    re.IGNORECASE,
)
_BARE = Regex(r"^\s?(?:[.,;:)”\"]|$)")

#: A quote that opens with its figure goes on about what was told: "Fifty-seven hectares in two summers".
_OPENING = Regex(r"[“\"‘']?")
_OF = Regex(r"^\sof\s((?:[\w’'-]+\s?){1,3})")
_IN_ALL = Regex(r"^\s(?:[\w’'-]+\s){0,2}?(?:in\sall|altogether|in\stotal|all\stold)\b", re.IGNORECASE)
#: "I was 104 in the first round", "then 13": an age or a score, or the next number that will do.
_OWN = Regex(
    r"\b(?:(?:I|he|she|you)\s(?:was|am|is|were|had\sbeen|got|made|hit|shot)|then|after|at)\s$", re.IGNORECASE
)


def retellings(story: Story, linked: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each two figures of the story that only a slip keeps from being one."""
    together = {frozenset((a.id, b.id)) for r in linked for a, b in combinations(r.claims(), 2)}
    told = [c for c in story.claims if story.once(may_be_retold, c)]
    for x, y in _pairs(story, told):
        if frozenset((x.id, y.id)) in together or not (slip(x, y) is not None or _is_said_again(story, x, y)):
            continue
        if _one_fact(story, x, y):
            span = Span(x.sentence.start, y.sentence.end)
            cue = Cue(story.document.id, span, story.words(span))
            yield Relation("same", (Role("stated", y), Role("from", x)), cue, "contextual")


def _pairs(story: Story, told: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each two figures of one unit that stand near enough, or the first of them in the display."""
    places = [story.block_number(c.sentence.start) for c in told]
    behind = list(_behind(told))
    for number, x in enumerate(told):
        for y, place in zip(told[behind[number] :], places[behind[number] :], strict=True):
            if place - places[number] > max(FAR, CLOSE) and x.block not in DISPLAY:
                break
            if _may_be_one(x, y):
                yield x, y


def _behind(told: Sequence[Claim]) -> Iterator[int]:
    """For each figure the number of the first one behind its sentence: none is told twice in one sentence."""
    sentences = [c.sentence for c in told]
    first = 0
    for number, sentence in enumerate(sentences):
        first = max(first, number + 1)
        while first < len(sentences) and sentences[first] == sentence:
            first += 1
        yield first


def _may_be_one(x: Claim, y: Claim) -> bool:
    """What is seen at a look: two sentences of the running text, or of it and the display, on one unit."""
    if not alike(x, y) or x.sentence == y.sentence or (y.block in DISPLAY and y.block != "caption"):
        return False
    if x.negated != y.negated and not _is_shown(x, y):
        return False
    return one_place(x, y) and (names_one(x, y) or y.voice == "direct_quote" or _is_shown(x, y))


def _is_shown(x: Claim, y: Claim) -> bool:
    """True if one of two figures stands in a headline or a caption and the other in the running text."""
    return (x.block in DISPLAY) != (y.block in DISPLAY)


def may_be_retold(story: Story, claim: Claim) -> bool:
    """True for an amount that the text asserts, and that is no change and no further part of one."""
    if family(claim) not in "CMUP" or claim.stance != "asserted" or is_change(claim):
        return False
    if _PART.search(before(story, claim)) or _PART_AFTER.match(after(story, claim)):
        return False
    return not (_REACHED.search(before(story, claim)) and _BARE.match(after(story, claim)))


def _one_fact(story: Story, x: Claim, y: Claim) -> bool:
    if not _one_time(x, y) or _is_borne_out(story, x, y):
        return False
    if elsewhere(story, x) ^ elsewhere(story, y) or any(leaves_scale_out(story, c) for c in (x, y)):
        return False
    if _is_shown(x, y) and slip(x, y) == "swapped" and any(is_set_apart(story, c) for c in (x, y)):
        return False
    if hours(story, y) - hours(story, x):
        return False
    if not names_one(x, y):
        return _goes_on_in_quote(story, x, y) or _is_shown_bare(story, x, y)
    if _are_of_two(story, x, y) or is_named_apart(story, x, y):
        return False
    return _is_long_slip(x, y) or (_others(story, x, y) <= OTHERS and _are_tied(story, x, y))


def _one_time(x: Claim, y: Claim) -> bool:
    """True unless two figures are of other times; how long a deed took, "in 14 hours", is no time of another one's."""
    took = any(c.period is not None and c.period.key.startswith("over:") for c in (x, y))
    return may_be_one_time(x.period, y.period) or (took and slip(x, y) == "swapped")


def _is_long_slip(x: Claim, y: Claim) -> bool:
    """True for long numbers with two digits exchanged, and one of them in the display: chance hardly makes two such facts."""
    return _is_shown(x, y) and slip(x, y) == "swapped" and min(digits(x), digits(y)) > LONG


def names_one(x: Claim, y: Claim) -> bool:
    """True if two figures are of one unit or one whole, or count one thing by their nouns: "rooms" and "bedrooms"."""
    if family(x) == "P":
        return x.base is not None and y.base is not None and may_be_one(x.base.key, y.base.key)
    if family(x) != "C":
        return True
    if x.measure is None or y.measure is None:
        return False
    ours, theirs = x.measure.key, y.measure.key
    return may_be_one(ours, theirs) or ours.endswith(theirs) or theirs.endswith(ours)


def _are_of_two(story: Story, x: Claim, y: Claim) -> bool:
    """True for "4.2km of deer fencing" and "2.5km of new hedge": one unit, and of two things."""
    ours, theirs = (_OF.match(after(story, c)) for c in (x, y))
    if family(x) == "C" or ours is None or theirs is None or _is_quoted(x, y):
        return False
    return not content_words(ours[1]) & content_words(theirs[1])


def _is_borne_out(story: Story, x: Claim, y: Claim) -> bool:
    """True if another figure of the story agrees with one of the two."""
    others = [c for c in story.claims if c is not x and c is not y and alike(c, x)]
    beside = [c for c in others if story.paragraphs_apart(c, y) == 0]
    if _is_shown(x, y) and any(
        meet(total((c.figure.amount, y.figure.amount)), x.figure.amount) for c in beside
    ):
        return True  # "Over 5,000" above "4,870 at the main gate. Another 400 came by the back"
    if _is_long_slip(x, y):  # what is told again in the lead may be told wrong further on
        return any(agree(c, y) for c in others)
    return any(agree(c, x) or agree(c, y) for c in others)


def agree(a: Claim, b: Claim) -> bool:
    """True if one of two figures bears the other out: they meet, or one is the other rounded."""
    u, v = a.figure.value, b.figure.value
    if not u or not v:
        return alike(a, b) and meet(a.figure.amount, b.figure.amount)
    rounded = rounds(u, v) and max(u / v, v / u) <= ROUNDED
    told = meet(a.figure.amount, b.figure.amount) or (a.figure.hedge is b.figure.hedge is None and rounded)
    return alike(a, b) and told and max(u / v, v / u) <= NEAR


def _others(story: Story, x: Claim, y: Claim) -> int:
    """How many further figures of the story could be meant."""
    there = (c for c in story.claims if c is not x and c is not y and alike(c, x) and c.stance == "asserted")
    return sum(names_one(c, x) or names_one(c, y) for c in there)


def _are_tied(story: Story, x: Claim, y: Claim) -> bool:
    apart, shared = story.paragraphs_apart(x, y), words_shared(story, x, y)
    if _is_shown(x, y):
        rounded = min(size(x), size(y)) >= MANY and _others(story, x, y) == 0 and slip(x, y) == "leaned"
        return min(digits(x), digits(y)) >= 2 or shared > 0 or rounded or _is_said_again(story, x, y)
    if apart < CLOSE and _BACK.search(before(story, y)) and not tells_which(story, y):
        return True
    if apart < CLOSE and _is_quoted(x, y) and _OPENING.fullmatch(before(story, y)):
        return True
    shared += slip(x, y) == "scaled" and _IN_ALL.match(after(story, y)) is not None
    # One word in common ties a quote to what it is said about, and a round number to the one that it stands for.
    no_chance = _is_no_chance(story, x, y)
    least = 1 if no_chance or _is_quoted(x, y) or slip(x, y) == "leaned" else 2
    return apart <= FAR and (shared >= least or (no_chance and one_deed(story, x, y)))


def _is_no_chance(story: Story, x: Claim, y: Claim) -> bool:
    """True for the only two counts of a noun, both printed with it, that long numbers with two digits turned make one."""
    named = all(c.measure is not None and c.measure.found == "here" for c in (x, y))
    return named and slip(x, y) == "swapped" and is_seldom("swapped", x, y) and _others(story, x, y) == 0


def words_shared(story: Story, x: Claim, y: Claim) -> int:
    """How many words the sentences share besides the noun or the unit of the figures."""
    nouns = " ".join(m.text for m in (x.measure, y.measure) if m is not None and family(x) == "C")
    nouns += f" {x.figure.text} {y.figure.text}"
    return len((content_words(story.sentence(x)) & content_words(story.sentence(y))) - content_words(nouns))


def _is_quoted(x: Claim, y: Claim) -> bool:
    """True if a quote stands against the story's own words."""
    return (x.voice == "direct_quote") != (y.voice == "direct_quote")


def _is_shown_bare(story: Story, x: Claim, y: Claim) -> bool:
    """A number without a noun of its own in the display or below: "Nearly 8,000 at ploughing match"."""
    bare = any(c.measure is None or c.measure.found != "here" or c.measure.span is None for c in (x, y))
    long = slip(x, y) == "leaned" or (slip(x, y) == "swapped" and max(digits(x), digits(y)) >= LONG)
    shared = words_shared(story, x, y)
    told = shared > 1 or (min(map(size, (x, y))) >= MANY and (long or shared > 0))
    return _is_shown(x, y) and bare and told


def size(claim: Claim) -> Decimal:
    return claim.figure.value or Decimal(0)


def _is_said_again(story: Story, x: Claim, y: Claim) -> bool:
    """True for the only two figures of a noun, one of them shown or quoted, with one deed: "sold 850 tickets".

    Without a slip that accounts for it the two differ by no more than another count would.
    """
    if not (_is_shown(x, y) or _is_quoted(x, y)) or family(x) != "C" or not names_one(x, y):
        return False
    u, v = size(x), size(y)
    if min(u, v) < SMALL or max(u, v) > TIMES * min(u, v) or meet(x.figure.amount, y.figure.amount):
        return False
    named = all(c.measure is not None and c.measure.found == "here" for c in (x, y))
    return named and _others(story, x, y) == 0 and _is_one_deed(story, x, y) and _are_of_one_scope(x, y)


def _is_one_deed(story: Story, x: Claim, y: Claim) -> bool:
    """True if both sentences tell of the figure with one verb, or share a word beyond its noun."""
    verbs = {c.event.key.split(":")[0] for c in (x, y) if c.event is not None}
    both = x.event is not None and y.event is not None
    return (both and len(verbs) == 1) or words_shared(story, x, y) > 0


def _are_of_one_scope(x: Claim, y: Claim) -> bool:
    """False where the two sentences tell different places or times."""
    pairs = ((x.place, y.place), (x.period, y.period))
    told = [(p.key, q.key) for p, q in pairs if p and q and {p.found, q.found} <= {"here", "sentence"}]
    return all(p == q for p, q in told)


def _goes_on_in_quote(story: Story, x: Claim, y: Claim) -> bool:
    """A number without a noun in a quote: "We saw off nearly 4,200 in a weekend", after "2,346 people"."""
    bare = y.measure is None or y.measure.found != "here"
    quoted = y.voice == "direct_quote" and _is_quoted(x, y) and x.block not in DISPLAY
    named = x.measure is not None and x.measure.found == "here"
    return (
        bare
        and named
        and quoted
        and slip(x, y) != "scaled"
        and not _OWN.search(before(story, y, 16))
        and min(digits(x), digits(y)) >= 2
        and story.paragraphs_apart(x, y) <= CLOSE
    )


__all__ = [
    "agree",
    "may_be_retold",
    "names_one",
    "retellings",
]
