"""A figure of one story that its sibling has for another thing: another row, the year before, fewer parts.

    row     "Students from China, 1,120" where the sibling has 1,120 Indians and 890 Chinese
    stale   "6,930 in the year to March" where the sibling has 8,412, up from 6,930 the year before
    sum     "1,052 missions in all" where the sibling has 1,284, of which 734, 318 and 232 are parts

The number says what was mixed up, the words that it was: the story does not speak of what its number is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from extractor.model import Claim
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.apart import one_sided
from extractor.reconcile.link.retold.near_numbers import UNLIKELY, digits
from extractor.reconcile.link.retold.summed import leaves_out, own_words
from extractor.reconcile.named import names_of
from extractor.reconcile.siblings.own_span import is_brought_up
from extractor.reconcile.siblings.strayed_apart import is_of_another
from extractor.reconcile.siblings.strayed_rows import strayed_to
from extractor.reconcile.siblings.strays import Stray
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

#: Letters by which a name and its adjective are one: China, Chinese.
NAME = 4
#: Parts of a total: two of them leave no more than a part when one is left out.
PARTS = range(3, 7)
_NAMED = Regex(r"\b[A-Z][a-z]{3,}")
_DATE = Regex(
    r"\b(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|\d{4})\b"
)
_YEAR = Regex(r"\b20\d\d\b")
#: Words by which a number is of a part of a year, or of a year that is no more last year.
_PART = Regex(
    r"\b(?:so far|to date|quarter|half|months?|weeks?|season|before last|now|this year)\b", re.IGNORECASE
)
_MONTHS = Regex(r"\b(?:(?<!twelve )(?<!12 )months|weeks|quarters?)\b")
_FROM = Regex(r"\b(?:from|than|against|with|to|after|had been|was)\s+(?:the\s+|just\s+|only\s+)?$")
_EARLIER = Regex(r"\b(?:before|earlier|previous|prior|last|preceding|ago)\b")


def strays(a: Story, b: Story) -> Iterator[Stray]:
    """The figures of either story that are the other's for something else, each once."""
    for ours, theirs in ((a, b), (b, a)):
        for told in ours.claims:
            found = next(_of(ours, told, theirs), None) if _may_stray(told) else None
            if found is not None and not _prints(ours, found.due):
                if not is_of_another(ours, told, theirs, found.due):
                    yield found
            else:
                yield from (Stray(told, due, (same,), r) for due, same, r in strayed_to(ours, told, theirs))


def _may_stray(told: Claim) -> bool:
    """True for an exact long count or sum that the text below a headline asserts."""
    exact = told.figure.hedge is None and digits(told) >= UNLIKELY and family(told) in "CMU"
    return exact and told.block not in DISPLAY and told.stance == "asserted"


def _of(ours: Story, told: Claim, theirs: Story) -> Iterator[Stray]:
    same = [c for c in theirs.claims if c.figure.value == told.figure.value and alike(c, told)]
    body = [c for c in same if c.block not in DISPLAY]
    if len(body) == 1 and len(same) == 1:
        yield from _rows(ours, told, theirs, body[0])
        yield from _stale(ours, told, theirs, body[0])
    if not same:
        yield from _part_left_out(ours, told, theirs)


def _prints(story: Story, claim: Claim) -> bool:
    return any(alike(c, claim) and c.figure.value == claim.figure.value for c in story.claims)


def _rows(ours: Story, told: Claim, theirs: Story, same: Claim) -> Iterator[Stray]:
    """Another figure of the sibling's list is for what the story tells its number of."""
    here = _name(ours, told) or _words_of(told)
    there = _name(theirs, same)
    if not here or here & there or (not (there and _name(ours, told)) and _may_be(told, same)):
        return
    if is_brought_up(theirs, same):
        return
    due = [c for c in theirs.in_sentence(same.sentence) if c is not same and _is_row(told, theirs, c, here)]
    due = [c for c in due if not one_sided(ours, told, theirs, c)]
    if len({c.figure.amount for c in due}) == 1:
        yield Stray(told, due[0], (same,), "definition")


def _is_row(told: Claim, theirs: Story, row: Claim, here: frozenset[str]) -> bool:
    if not alike(row, told) or row.figure.hedge is not None or row.figure.value == told.figure.value:
        return False
    by_name = _name(theirs, row)
    if by_name:
        return bool(by_name & here)
    p, q = told.measure, row.measure
    return p is not None and q is not None and p.found == q.found == "here" and p.key == q.key


def _may_be(x: Claim, y: Claim) -> bool:
    """True if two counts are of what may be one thing; names of peoples are told apart by their letters."""
    p, q = x.measure, y.measure
    if p is None or q is None:
        return True  # the story before may say what it counts: "318,000 last year"
    if q.found != "here" and not q.text[:1].isupper():
        return True  # "Annagh (5,120 hours), Bellacorick (4,406)" counts hours twice
    if q.text[:1].isupper() and p.key != q.key:
        return False
    return "here" not in (p.found, q.found) or may_be_one(p.key, q.key)


def _name(story: Story, claim: Claim) -> frozenset[str]:
    """The names that a figure is of: its noun, "890 Chinese", or those of a sentence that has one figure."""
    noun = "" if claim.measure is None or claim.measure.found != "here" else claim.measure.text
    if noun[:1].isupper():
        return _cut(noun)
    if len(story.in_sentence(claim.sentence)) == 1:
        return _cut(story.sentence(claim))
    return _cut(dict(story.once(_listed, claim)).get(claim.id, ""))


def _listed(story: Story, claim: Claim) -> list[tuple[str, str]]:
    """The figures of a sentence with the words beside each where every one has a name: "Ellerby 2,945"."""
    told, (start, end) = story.in_sentence(claim.sentence), (claim.sentence.start, claim.sentence.end)
    ends = [start, *(c.figure.span.end for c in told)]
    starts = [*(c.figure.span.start for c in told), end]
    parts = [story.document.text[i:j] for i, j in zip(ends, starts, strict=True)]
    known = names_of(story.document.text)
    named = [any(m[0] in name for m in _NAMED.finditer(part) for name in known) for part in parts]
    if all(named[:-1]) and not named[-1]:
        return [(c.id, part) for c, part in zip(told, parts, strict=False)]
    if all(named[1:]) and not named[0]:
        return [(c.id, part) for c, part in zip(told, parts[1:], strict=True)]
    return []


def _cut(words: str) -> frozenset[str]:
    return frozenset(w[:NAME].lower() for w in _NAMED.findall(words))


def _words_of(claim: Claim) -> frozenset[str]:
    noun = claim.measure
    return frozenset() if noun is None or noun.found != "here" else content_words(noun.key)


def _stale(ours: Story, told: Claim, theirs: Story, old: Claim) -> Iterator[Stray]:
    """The number is the sibling's for the time before, the words are of the time now."""
    text, period = theirs.document.text, told.period
    before = text[old.sentence.start : old.figure.span.start]
    behind = text[old.figure.span.end : old.sentence.end]
    if period is None or period.found not in ("here", "sentence") or not _FROM.search(before):
        return
    if not _EARLIER.search(behind):
        return
    now = not _EARLIER.search(ours.sentence(told)) and not _MONTHS.search(period.text)
    for new in theirs.in_sentence(old.sentence):
        earlier = (
            new.figure.span < old.figure.span and alike(new, old) and new.figure.value != old.figure.value
        )
        if not earlier or _DATE.search(behind):
            continue
        if (now and _one_date(_dates(theirs, new), _dates(ours, told))) or _is_last_year(
            ours, told, theirs, new
        ):
            yield Stray(told, new, (old,), "stale")


def _is_last_year(ours: Story, told: Claim, theirs: Story, new: Claim) -> bool:
    """True for one thing done "last year" here, and there in the latest year that both stories print."""
    sentence, p, q = ours.sentence(told), told.measure, new.measure
    both = f"{sentence} {theirs.sentence(new)}"
    if _DATE.search(both) or _PART.search(both) or _EARLIER.search(sentence.replace("last year", "")):
        return False
    if told.period is None or told.period.text.lower() != "last year" or p is None or q is None:
        return False
    if p.key != q.key or told.event is None or new.event is None or told.event.key != new.event.key:
        return False
    latest = [max(_YEAR.findall(s.document.text), default="") for s in (ours, theirs)]
    return latest[0] == latest[1] != ""


def _one_date(here: frozenset[str], there: frozenset[str]) -> bool:
    """True if two sentences print one date: one year, where both print years."""
    years = [{d for d in dates if d.isdigit()} for dates in (here, there)]
    return bool(years[0] & years[1]) if all(years) else bool(here & there)


def _dates(story: Story, claim: Claim) -> frozenset[str]:
    return frozenset(_DATE.findall(story.sentence(claim)))


def _part_left_out(ours: Story, told: Claim, theirs: Story) -> Iterator[Stray]:
    """The number is the sibling's total without one of its parts, and the words leave none out."""
    if family(told) != "C" or leaves_out().search(ours.sentence(told)):
        return
    for total, parts in theirs.once(_totals):
        left = [p for p in parts if total.figure.value - p.figure.value == told.figure.value]  # type: ignore[operator]
        if (
            len(left) == 1
            and _tied(ours, told, theirs, total)
            and not _picks(ours, told, theirs, parts, left[0])
        ):
            yield Stray(told, total, tuple(p for p in parts if p is not left[0]), "sum")


def _totals(story: Story) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """Exact counts with the next ones that add up to them, within two sentences."""
    counts = [c for c in story.claims if family(c) == "C" and c.block not in DISPLAY]
    counts = [c for c in counts if c.figure.value and c.figure.hedge is None]
    found = []
    for n, total in enumerate(counts):
        # "8,940, up from 8,355": its parts may begin with the next sentence.
        later = next((m for m in range(n + 1, len(counts)) if counts[m].sentence != total.sentence), n + 1)
        for first, size in product(sorted({n + 1, later}), PARTS):
            parts = tuple(counts[first : first + size])
            near = len(parts) == size and story.number_of(parts[-1]) - story.number_of(total) <= 1
            if near and sum(p.figure.value or 0 for p in parts) == total.figure.value:
                found.append((total, parts))
    return found


def _tied(ours: Story, told: Claim, theirs: Story, total: Claim) -> bool:
    if (
        told.measure is not None
        and total.measure is not None
        and may_be_one(told.measure.key, total.measure.key)
    ):
        return True
    return bool(stems(ours.sentence(told)) & stems(theirs.sentence(total)))


def _picks(ours: Story, told: Claim, theirs: Story, parts: tuple[Claim, ...], left: Claim) -> bool:
    """True if the words name parts, and not the one that the number leaves out."""
    here = stems(ours.sentence(told))
    named = [p for p, own in zip(parts, own_words(theirs, parts), strict=True) if here & own]
    return bool(named) and left not in named


__all__ = ["strays"]
