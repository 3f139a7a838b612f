"""An average by its own words: "12 sessions ... saw 1,860 patients in all, an average of 165 a session".

The words at an average name what it is told for ("a session", "the average flock", "one nurse to every eight") and
go on about what was told: they say nothing new. The only number of that noun is what the only total is shared among.
Where two could be meant, or others of the passage make the average, nothing is tied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import kinds, may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.fits.facts import ends
from extractor.reconcile.link.window.mean import is_usual, tells_more, totals_of
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["averaged"]
#: "165 a session", "£42 apiece": what an average is told for, behind it.
_PER = Regex(
    r"^\s?(?:[\w’'-]+\s)?(?:(?:each\s)?(?:for\s)?(?:a|an|per|each|every)\s"
    r"(?!(?:of|other|in|to|for|on|at|by|and|or|from|with|after|before|this|last|but|when|while|as|than|the)\b)"
    r"(?P<noun>[a-z][a-z-]+)|(?P<all>each|apiece|for\seach\sof\s(?:them|these|those))\b)"
)
#: The same before it: "the average flock at 2,740", "per family it comes to €1,350", "each of them saw 1,700".
_FOR = Regex(
    r"(?:\b(?:average|mean)\s(?P<mean>[a-z]+),?\s(?:[a-z]+,?\s){0,5}|\bper\s(?P<per>[a-z]+),?\s(?:[a-z]+\s){0,4}"
    r"|\b(?:each|every)\s(?P<every>[a-z]+)\s(?:thus\s|then\s|therefore\s)?(?:costs?|brought\sin|got|received|took|paid|pays|earned|raised|carried|drew|made|gave|had)\s(?:[a-z]+\s){0,3}"
    r"|\b(?P<each>each)\s(?:[a-z]+\s){0,3})(?:about\s|some\s|just\s|at\s)?$",
    re.IGNORECASE,
)
#: "One nurse to every eight", "one for every six of them".
_ONE_TO = Regex(r"\bone\s(?:(?P<noun>[a-z]+)\s)?(?:to|for)\s(?:every\s)?(?:about\s|some\s)?$", re.IGNORECASE)
_SEQUEL = any_of(_WORDS["sequel"])
#: Behind the "one" of "one for every six", which is no figure of its own.
_EVERY = Regex(r"^\s(?:[a-z]+\s)?(?:to|for)\b")
#: How the clause of an average begins that goes on about what was told.
_AGAIN = Regex(r"\W*(?:that|this|which|it|so)\b|,\s(?:an?\s(?:average|mean)|averaging|or)\b", re.IGNORECASE)
#: Behind the noun of an average: what is said of it.
_IS_SAID = Regex(
    r"[,;:()–—.]|\s(?:is|was|were|are|has|had|said|which|who|more|less|higher|lower|than|compared|against)\b"
)
#: How a sentence begins with its average: "Averaging 160 a week, the pantry handed out 9,360 parcels in 52 weeks".
_OPENS = Regex(r"^\W*(?:averaging|at\s(?:an\saverage|a\smean)\sof)\s(?:about\s|some\s)?$", re.IGNORECASE)
#: Before another level of what was counted: "up FROM 42,000", "20 percent more THAN THE 15,600 of last year".
_EARLIER = Regex(
    r"(?:\b(?:against|versus|than|compared\s(?:with|to)|(?:cent|percent|up|down)\son)|,\sfrom"
    r"|\b(?:up|down|ris\w+|rose|f[ae]ll\w*|grow\w*|grew|drop\w*|(?:in|de)creas\w+)\s(?:\w+\s){0,3}?from)"
    r"\s(?:the\s|a\s|just\s|only\s)?$"
)
#: Around a part of what was told: "OF WHOM 0.3 million came from abroad", "A$36,000 OF IT".
_OF_WHICH = Regex(r"\bof\s(?:which|whom)\b")
_OF_IT = Regex(r"^\s(?:[\w-]+\s)?of\s(?:it|them|which|whom|these|those)\b")
#: From a number to another that shares in the total: "260 families AND 40 shelters".
_AND = Regex(r"^(?:\s[\w’'-]+){0,3}?,?\sand\s(?:the\s|another\s)?$")
#: What "a head" and "per person" count.
_HEADS = ("head", "person", "capita", "inhabitant", "resident")
#: Those of whom a number is told as people: "48,000 people came".
_GUESTS = ("visitor", "guest", "spectator", "tourist", "customer", "caller")
#: Sentences with figures before the average's in which its total and number may stand.
BACK = 2
#: A quotient so far from the average was never meant.
FAR = 2.5


@dataclass(frozen=True, slots=True)
class _Told:
    """An average with the noun of what it is told for; None for "each" and "apiece"."""

    mean: Claim
    noun: str | None
    #: The words of its clause before it and behind it.
    led: str
    behind: str

    @property
    def is_said_again(self) -> bool:
        """True where its clause begins with what it goes on about: "That put", ", a mean of"."""
        return _AGAIN.match(self.led) is not None


def averages(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each average that no relation found so far is about, and whose words leave one total and number."""
    explained = {c.id for r in found for c in r.claims() if r.kind != "same"}
    for claim in story.claims:
        told = _told(story, claim) if claim.id not in explained else None
        relation = _relation(story, told) if told is not None else None
        if relation is not None:
            yield relation


def _told(story: Story, mean: Claim) -> _Told | None:
    if family(mean) not in "CMUR" or mean.block in DISPLAY or mean.stance != "asserted" or is_change(mean):
        return None
    if ends(mean) is None or is_usual(story, mean):
        return None
    led, behind = before(story, mean, 60), after(story, mean, 40)
    one, at, per = _ONE_TO.search(led), _FOR.search(led), _PER.match(behind)
    match = one or per or at
    if match is None:
        return None
    groups = match.groupdict()
    noun = groups.get("noun") or groups.get("mean") or groups.get("per") or groups.get("every")
    clause_led, clause_behind = _clause(story, mean)
    if match is at and len(at[0]) > len(clause_led):
        clause_led = at[0]
    sequel = _SEQUEL.search(clause_led) or _SEQUEL.search(clause_behind)
    return _Told(mean, noun.lower() if noun else None, clause_led, clause_behind) if sequel else None


def _clause(story: Story, mean: Claim) -> tuple[str, str]:
    """The words of an average's clause on either side, the stop that leads to it among them."""
    led = story.lead(mean)
    behind = story.words(Span(mean.figure.span.end, mean.sentence.end))
    stops = [m.start() for m in re.finditer(r"[,;:(–—](?!\d)", led)]
    return (led[stops[-1] :] if stops else led), _IS_SAID.split(behind)[0]


def _relation(story: Story, told: _Told) -> Relation | None:
    pool = _pool(story, told)
    number = _number(told, pool)
    total = _total(told, number, pool) if number is not None else None
    if (
        number is None
        or total is None
        or _says_more(story, told, total, number)
        or _shares(story, number, pool)
    ):
        return None
    if not _is_near(told.mean, total, number) or _is_made_otherwise(story, told, total, number):
        return None
    extent = Span(min(c.sentence.start for c in (total, number)), told.mean.sentence.end)
    roles = (Role("mean", told.mean), Role("total", total), Role("n", number))
    return Relation("mean", roles, Cue(story.document.id, extent, story.words(extent)), "contextual")


def _pool(story: Story, told: _Told) -> list[Claim]:
    """The figures of the paragraph's running text shortly before an average, or behind one that opens its sentence.

    Earlier levels and parts are left out: they are told beside what is averaged.
    """
    mean = told.mean
    place, block = story.number_of(mean), story.block_number(mean.sentence.start)
    if told.is_said_again and block > 0 and story.zones[block - 1].kind not in DISPLAY:
        block -= (
            1  # "5,250 families are in them.¶ They comprise 21,420 people. That works out to four a family"
        )
    if _OPENS.match(story.lead(mean)):
        near: list[Claim] = [c for c in story.in_sentence(mean.sentence) if c.figure.span > mean.figure.span]
    else:
        start = story.zones[block].span.start if block >= 0 else mean.sentence.start
        ahead = story.starting(start, mean.figure.span.start - 1)
        near = [c for c in ahead if place - story.number_of(c) <= BACK]
    able = (c for c in near if not is_change(c) and c.stance == "asserted" and ends(c) is not None)
    return [c for c in able if not _is_one_of(story, c) and not _is_beside(story, c)]


def _is_beside(story: Story, claim: Claim) -> bool:
    """True for an earlier level, and for a part of what was told."""
    led = story.lead(claim)
    return bool(_EARLIER.search(led) or _OF_WHICH.search(led) or _OF_IT.match(after(story, claim)))


def _is_one_of(story: Story, claim: Claim) -> bool:
    """True for the "one" of "one for every six"."""
    return claim.figure.text.lower() == "one" and _EVERY.match(after(story, claim)) is not None


def _number(told: _Told, pool: Sequence[Claim]) -> Claim | None:
    """The one number of what an average is told for; the first of them where its sentence parts it again.

    Where no number is named so, the passage has to have two figures alone: what is shared, and among how many.
    """
    counts = [c for c in pool if told.noun is not None and _counts(c, told.noun)]
    counts = [c for c in counts if c.measure is not None and c.measure.key == told.noun] or counts
    if not counts and len(pool) == 2 and (told.noun is None or told.is_said_again):
        first, last = sorted(pool, key=lambda c: (family(c) != "C", c.figure.value or 0))
        return first if family(first) == "C" and _is_one_kind(told.mean, last) else None
    whole, rest = counts[:1], counts[1:]
    parted = len(rest) > 1 and sum(c.figure.value or 0 for c in rest) == (whole[0].figure.value or 0)
    return whole[0] if whole and (not rest or parted) else None


def _is_one_kind(mean: Claim, total: Claim) -> bool:
    """False where an average names another thing than the total counts."""
    named = mean.measure is not None and mean.measure.found == "here" and family(mean) == "C"
    if not named or mean.measure is None or total.measure is None:
        return True
    return may_be_one(mean.measure.key, total.measure.key)


def _counts(number: Claim, noun: str) -> bool:
    """True if a number counts what an average is told for; all persons are heads."""
    if family(number) in "UD":
        return number.figure.amount.unit == noun or noun in number.figure.text.split()[-1]
    if family(number) != "C" or number.measure is None:
        return False
    if noun in _HEADS:
        return number.measure.key == "population" or "person" in kinds(number.measure.key)
    key = number.measure.key
    if key == "person":
        return noun in _GUESTS  # those that somebody spoke to are not all electors
    return key == noun or may_be_one(key, noun)


def _total(told: _Told, number: Claim, pool: Sequence[Claim]) -> Claim | None:
    """The one figure of what is averaged, as near as it comes."""
    able = [c for c in pool if c is not number and totals_of(told.mean, c) and _is_larger(c, number)]
    if told.noun is not None:
        able = [c for c in able if not _counts(c, told.noun)]
    nearest = [c for c in able if c.sentence == able[-1].sentence] if able else []
    return nearest[0] if len(nearest) == 1 else None


def _shares(story: Story, number: Claim, pool: Sequence[Claim]) -> bool:
    """True if another number is joined to the one that the total is shared among."""
    others = (c for c in pool if c.figure.span > number.figure.span and family(c) == "C")
    return any(_AND.match(story.between(number, c)) for c in others)


def _is_larger(total: Claim, number: Claim) -> bool:
    return family(total) != "C" or surely_less(number.figure.amount, total.figure.amount)


def _says_more(story: Story, told: _Told, total: Claim, number: Claim) -> bool:
    """True if the clause of an average has a word that was not told before: "the average NEW driver"."""
    start, led = min(total.sentence.start, number.sentence.start), told.mean.figure.span.start - len(told.led)
    ahead = story.words(Span(start, led)) if start < led else ""
    behind = story.words(Span(told.mean.figure.span.end + len(told.behind), told.mean.sentence.end))
    known = f"{ahead} {behind if _OPENS.match(told.led) else ''} {told.noun or ''}"
    return tells_more(f"{told.led} {told.behind}", known)


def _is_near(mean: Claim, total: Claim, number: Claim) -> bool:
    stated, whole, count = (float(c.figure.value or 0) for c in (mean, total, number))
    made = whole / count if count else 0.0
    return stated > 0 and made > 0 and max(stated / made, made / stated) <= FAR


def _is_made_otherwise(story: Story, told: _Told, total: Claim, number: Claim) -> bool:
    """True if the average fails, and others of the passage make it."""
    if _makes(told.mean, total, number):
        return False
    around = [c for c in story.around(told.mean, 1) if c is not told.mean and ends(c) is not None]
    wholes = [c for c in around if totals_of(told.mean, c) and _may_be_total(c, total)]
    counts = [c for c in around if (family(c) in "CD" if told.noun is None else _counts(c, told.noun))]
    return any(_makes(told.mean, w, c) for w in wholes for c in counts if w is not c)


def _may_be_total(claim: Claim, total: Claim) -> bool:
    """False for a figure that is open above, or names another thing than the total counts."""
    if claim.figure.amount.high is None:
        return False
    if claim.measure is None or total.measure is None or claim.measure.found != "here":
        return True
    return may_be_one(claim.measure.key, total.measure.key)


def _makes(mean: Claim, total: Claim, number: Claim) -> bool:
    stated, whole, count = ends(mean), ends(total), ends(number)
    if stated is None or whole is None or count is None or count[0] <= 0:
        return False
    half = 0.005 * stated[0] + (0.5 if family(mean) == "C" else 0.0)
    return stated[0] - half <= whole[1] / count[0] and whole[0] / count[1] <= stated[1] + half


__all__ = ["averages"]
