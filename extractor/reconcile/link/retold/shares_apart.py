"""Shares that both stories tell of one thing and that do not meet: "more than half voted", "turnout was 42 per cent".

The two need one whole, and words of one deed, phrase or thing, in whatever form; neither story may have the
other's share for that as well. Where several shares of a story could be meant, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Claim, Cue, Mention, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.clauses import clause_of
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.retold.apart import apart, of_other_wholes, one_sided
from extractor.reconcile.link.retold.elsewhere import held_alike, one_place
from extractor.reconcile.link.retold.exchanged import exchanged
from extractor.reconcile.link.retold.facts import around, facts, idle, is_then, mark_of
from extractor.reconcile.link.retold.follows import are_others
from extractor.reconcile.link.retold.limits import limits_apart
from extractor.reconcile.link.retold.narrower import is_narrower
from extractor.reconcile.link.retold.portion import of_other_parts
from extractor.reconcile.link.retold.strangers import of_strangers
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.siblings.rows import of_two_rows
from extractor.reconcile.siblings.stretches import stretches
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Words of a vote, by which a turnout is of the electorate, whatever noun it has.
_VOTE = Regex(
    r"\b(?:turn-?out|vot(?:e|ers?|ed|ing)|electorate|elect(?:ors?|ions?)|polls|ballots?|register(?:ed)?|run-?off"
    r"|referendum)\b",
    2,
)
_OPEN = frozenset(("more", "over", "less", "fewer", "under", "least", "below", "above", "most", "beyond"))
_YEAR, _RELATIVE = Regex(r"\b(?:19|20)\d\d\b"), Regex(r"\b(?:last|this|previous|past) (?:year|season)\b")
_SPANS = frozenset(("annual", "full-year", "quarterly", "monthly"))
_THEM = frozenset(("them", "these", "those", "which", "whom"))
#: What two turnouts of one vote weigh, and what ties two shares whose wholes are not known to be one.
SURE, NEEDED = 5, 2
_HALF = Fraction(50)


def shares_apart(a: Story, b: Story) -> Iterator[Relation]:
    """Pairs of shares of one thing that do not meet."""
    for x in _shares(a):
        y = _only([(_weight(a, x, b, y), y) for y in _shares(b)])
        if y is None or _prints(a, x, b) or _prints(b, y, a):
            continue
        back = _only([(_weight(a, c, b, y), c) for c in _shares(a)])
        one = back is not None and back.figure.amount == x.figure.amount and _may_be_one(a, x, b, y)
        if one and (_is_of_half(x) or _is_of_half(y)):
            cue = Cue(x.document, x.figure.span, x.figure.text)
            yield Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


def _is_of_half(claim: Claim) -> bool:
    """True for "more than half" and "fewer than half": other shares told in two ways are two too often."""
    amount = claim.figure.amount
    told = (amount.low, amount.high)
    return "half" in claim.figure.text.lower() and told in ((_HALF, None), (Fraction(0), _HALF))


def _shares(story: Story) -> list[Claim]:
    return story.once(_told_shares)


def _told_shares(story: Story) -> list[Claim]:
    shares = (c for c in story.claims if family(c) == "P" and c.block not in DISPLAY and not is_change(c))
    return [c for c in shares if not is_then(story, c)]


def _only(weighed: Sequence[tuple[int, Claim]]) -> Claim | None:
    """The share that is tied most closely, where it is the only one."""
    most = max((n for n, _ in weighed), default=0)
    best = sorted((c for n, c in weighed if n == most), key=lambda c: c.figure.hedge is not None)
    one = all(meet(best[0].figure.amount, c.figure.amount) for c in best[1:])
    return best[0] if most and one else None


def _weight(a: Story, x: Claim, b: Story, y: Claim) -> int:
    """How many words, phrases and things two shares are both told with; nothing where their wholes are two."""
    one = _one_whole(x, y)
    if one is False:
        return 0
    ours, theirs = _told(a, x), _told(b, y)
    shared = (ours & around(b, y)) | (theirs & around(a, x))
    shared -= idle() | (_wholes(x, y) if one else frozenset())
    if _turnout() in shared:
        if all(_VOTE.search(s.sentence(c)) for s, c in ((a, x), (b, y))):
            return SURE
        shared -= {_turnout()}
    if (ours - around(b, y) and theirs - around(a, x)) or _two_deeds(x, y, shared):
        return 0  # "seen by a doctor", "seen by a dentist"
    exact = all(any(d.isdigit() for d in c.figure.text) for c in (x, y))
    least = 1 if one and not exact else NEEDED
    return len(shared) if len(shared) >= least else 0


def _two_deeds(x: Claim, y: Claim, shared: frozenset[str]) -> bool:
    """True if each share has a verb of its own, and no phrase for one thing ties the two."""
    deeds = [facts(c.event.text) - idle() for c in (x, y) if c.event is not None and c.event.found == "here"]
    two = len(deeds) == 2 and x.event is not None and y.event is not None and x.event.key != y.event.key
    return two and not deeds[0] & deeds[1] and not any(w[0] == "=" for w in shared)


def _turnout() -> str:
    return mark_of("turnout")


def _one_whole(x: Claim, y: Claim) -> bool | None:
    """Whether two shares are of one whole; None where that is not said."""
    p, q = _whole(x), _whole(y)
    if p is None or q is None or {p.key, q.key} & {"person", "people"}:
        return None  # "two in five of them"
    if may_be_one(p.key, q.key) or facts(p.key) & facts(q.key):
        return True
    return None if _turnout() in facts(p.key) | facts(q.key) else False


def _whole(claim: Claim) -> Mention | None:
    noun = claim.base or claim.measure
    return None if noun is None or noun.found in ("document", "guess") else noun


def _wholes(*claims: Claim) -> frozenset[str]:
    """The words of the wholes, which tie nothing; turnout is what is told of a whole."""
    nouns = [w for c in claims if (w := _whole(c)) is not None and _turnout() not in facts(w.text)]
    return frozenset(w for n in nouns for w in facts(f"{n.text} {n.key}"))


def _told(story: Story, claim: Claim) -> frozenset[str]:
    """What a share says of its whole."""
    deed = "" if claim.event is None else claim.event.text
    own = facts(clause_of(story, claim)) | facts(deed)
    return own - _wholes(claim) - facts(claim.figure.text) - idle()


def _prints(ours: Story, x: Claim, theirs: Story) -> bool:
    """True if the other story has a share that agrees, told of the same if either has one end only."""
    shares = (c for c in theirs.claims if family(c) == "P" and c.block not in DISPLAY)
    met = (c for c in shares if meet(x.figure.amount, c.figure.amount))
    return any(not (_is_open(x) or _is_open(c)) or _weight(ours, x, theirs, c) for c in met)


def _is_open(claim: Claim) -> bool:
    return bool(_OPEN & {*(claim.figure.hedge or "").split()})


def _may_be_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True unless words set two shares apart: of other names, times, places, sorts, sides, or of those who did not."""
    if not may_be_one_time(x.period, y.period) or not one_place(x, y) or not held_alike(a, x, b, y):
        return False
    if of_strangers(a, x, b, y) or of_two_rows(a, x, b, y) or apart(a, x, b, y) is not None:
        return False
    if not (_counts_them(a, x, b) and _counts_them(b, y, a)) or _of_two_sorts(a, x, b, y):
        return False
    if is_narrower(a, x, b, y) or of_other_wholes(a, x, b, y) or _of_two_times(a, x, b, y):
        return False
    by_mark = any(w[0] == "=" for w in _told(a, x) & _told(b, y))
    if limits_apart(a, x, b, y) or exchanged(a, x, b, y) or (of_other_parts(a, x, b, y) and not by_mark):
        return False
    return _of_one_side(a, x, b, y) and (_is_open(x) or _is_open(y) or not are_others(x, y))


def _of_one_side(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if neither is of those who did not; "vacant" and "unfilled" deny the same."""
    empty = mark_of("vacant")
    if empty in _told(a, x) & _told(b, y):
        return True
    return x.negated == y.negated and not one_sided(a, x, b, y)


def _of_two_sorts(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one clause alone says that its share is a forecast, an average, the highest."""
    ours, theirs = clause_of(a, x), clause_of(b, y)
    told = (Regex(words) for words in table("siblings")["status"])
    return any((p.search(ours) is None) != (p.search(theirs) is None) for p in told)


def _of_two_times(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for other years, for a year and "last year", and for a share of a quarter and one of a year."""
    ours, theirs = a.sentence(x), b.sentence(y)
    here, there = set(_YEAR.findall(ours)), set(_YEAR.findall(theirs))
    if here != there and (bool(here and there) or _RELATIVE.search(ours if there else theirs) is not None):
        return True
    spans = [stretches(clause_of(s, c)) | _of_a_span(clause_of(s, c)) for s, c in ((a, x), (b, y))]
    return all(spans) and not spans[0] & spans[1]


def _of_a_span(words: str) -> frozenset[str]:
    return frozenset("year" if w in ("annual", "full-year") else w for w in words.split() if w in _SPANS)


def _counts_them(story: Story, claim: Claim, other: Story) -> bool:
    """True unless a share is of some whom only one story counts: "402 of the homes, more than half of THEM"."""
    base = claim.base
    if base is None or base.text.lower() not in _THEM:
        return True
    before = (c for c in story.in_sentence(claim.sentence) if c.figure.span.end <= claim.figure.span.start)
    counts = {c.figure.value for c in before if family(c) == "C"}
    return not counts or bool(counts & {c.figure.value for c in other.claims})


__all__ = ["shares_apart"]
