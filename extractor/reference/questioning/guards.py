"""What keeps a cell from questioning a figure, though its row and its head are named.

A figure of a survey, of another stretch of time, of a part that the table does not count, or of another size
altogether is no wrong print of the cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache

from extractor.amount import PERCENT
from extractor.lexicon import table as data
from extractor.model import Amount, Claim
from extractor.periods import find_periods
from extractor.reference.fitting import of_statistic, words_of
from extractor.reference.match import Candidate, Reader
from extractor.reference.questioning.strangers import is_norm, is_of_a_rival, is_of_more
from extractor.reference.stated import agree, has_many_digits
from extractor.reference.tables.reference_table import Column, Row
from extractor.reference.words import root, roots
from extractor.regexes import Regex
from extractor.wording import any_of

#: A column of means may be told with words for them.
_AVERAGE = Regex(r"\b(?:average|mean|per)\b", re.IGNORECASE)
#: "220 pupils were sent home", "1,900 voters who were turned away".
_BEFELL = Regex(
    r"\s+(?:(?:who|that|which)\s+)?(?:(?:were|was|are|is|had|have|has|been|being|got|get)\s+)+(?:\w+ly\s+)?"
    r"(?P<verb>[a-z]+(?:ed|en|ept|ung|own|ade|ent|ought|aught|id|ld))\b"
)
#: "Pupils over 11", "pupils with special needs", "patients who live alone".
_PART = Regex(
    r"\s+(?:(?:are|were|is|was)\s+)?(?:(?:aged|over|under|older\s+than|younger\s+than|born|without|whose)\s+|(?:who|with)\s+)"
    r"(?P<words>(?:[\w'’-]+\s*){1,4})"
)
_BOUND = Regex(
    r"\b(?:are|is|were|was|be|being|aged|those|anyone|people|of)\s+(?:over|under|above|below)\s+\d+$"
)
_NO_NOUN = Regex(r"\s*(?:[.,;:)”\"]|(?:and|or|when|in|at)\b|\Z)")
_OF_THE = Regex(r"\s*[Oo]f\s+(?:the|its|their|all|those|these|some|about|nearly|almost|\s)*")
#: First persons, in a quotation; characters before a sentence in which it may have opened.
_I = Regex(r"\b(?:I|I['’](?:ve|m|d|ll)|my|me|we|we['’](?:ve|re|d|ll)|our|us)\b")
_QUOTE = 400
_IT = Regex(r"\b(?:it|they|that|this)\b", re.IGNORECASE)
#: "A week", "per hour", "weekly".
_FOR = Regex(
    r"\s*(?:\b(?:an?|per|each|every)\s+|/\s?)(?P<time>hour|day|night|week|month|quarter|year)\b"
    r"|\s*\b(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly)\b",
    re.IGNORECASE,
)


def is_of_another_whole(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True where words say that a figure is of something else than the rows of the table."""
    return (
        _of_another_span(reader, claim, first)
        or _of_another_stretch(reader, claim, first)
        or _is_age(reader, claim)
        or is_strange(reader, claim, first.column, row=first.row)
        or _of_another_base(reader, claim, first)
    )


def _of_another_stretch(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for a sum told for another time than the head's: "$95 a night" of "Pay ($ a week)"."""
    own = _FOR.match(reader.told.document.text, claim.figure.span.end)
    head = _FOR.search(first.column.head.text)
    return own is not None and head is not None and _time_of(own) != _time_of(head)


def _is_age(reader: Reader, claim: Claim) -> bool:
    """True for a bound that no noun follows: "most of the pupils are over 11"."""
    text, end = reader.told.document.text, claim.figure.span.end
    bound = _BOUND.search(text[claim.sentence.start : end])
    return claim.figure.kind == "count" and bound is not None and _NO_NOUN.match(text, end) is not None


def is_strange(
    reader: Reader, claim: Claim, column: Column, *, alone: bool = False, row: Row | None = None
) -> bool:
    """True where no word beside a figure names the column, and some are about something else: "own a car".

    `alone` leaves out what is carried over from the sentence before: "rents rose by 12 per cent" is of rents.
    """
    if claim.figure.kind == "measure":
        return False  # millimetres are of rain
    near, segment = reader.near(claim), data("reference")["tie"]["segment"] * data("reference")["tie"]["akin"]
    before = reader.plain[reader.place(claim).before.start : claim.figure.span.start]
    alone = alone and _IT.search(before) is None
    own = roots(claim.sentence.of(reader.plain))
    # "Males" of a table of causes and sexes leaves the cause open.
    kinds = reader.sorting(row) if row is not None and len(row.kinds) == 1 else ()
    words = (*words_of(column), *kinds)
    here = (w for w in words if not alone or any(reader.akin(w, o) for o in own))
    if any(reader.support(near, w) >= segment for w in here):
        return False
    return is_of_more(reader, claim)


def _time_of(found: re.Match[str]) -> str:
    word = (found["time"] or found["adverb"]).lower()
    return "day" if word == "daily" else word.removesuffix("ly")


def is_beside_the_facts(reader: Reader, claim: Claim) -> bool:
    """True for what people answered or want: "44 per cent told a survey", "promised to cut it by 40"."""
    if _of_a_survey(reader, claim) or _is_own_tale(reader, claim) or is_norm(reader, claim):
        return True
    before = reader.told.document.text[claim.sentence.start : claim.figure.span.start]
    if is_of_a_rival(before):
        return True
    return _intents().search(before) is not None and not _intents().search(reader.text)


def _is_own_tale(reader: Reader, claim: Claim) -> bool:
    """True for what a speaker tells of their own days: "I had six people for four mattresses"."""
    text = reader.told.document.text
    opened = text.rfind("“", claim.sentence.start - _QUOTE, claim.figure.span.start)
    plain = text[claim.sentence.start : claim.figure.span.start].count('"') % 2 == 1
    inside = plain or opened > text.rfind("”", 0, claim.figure.span.start)
    return inside and opened >= -1 and _I.search(claim.sentence.of(text)) is not None


@cache
def _intents() -> Regex:
    return any_of(data("reference")["surveys"]["intents"])


def is_out_of_reach(claim: Claim, first: Candidate, cell: Amount) -> bool:
    """True for two numbers so far apart that one is hardly a slip for the other: $95 and $2,355."""
    full = first.tie.firmness >= data("reference")["tie"]["full"] and has_many_digits(claim)
    most = Fraction(data("reference")["reach"]["named" if full else "times"])
    a, b = _size(claim.figure.amount), _size(cell)
    return a is not None and b is not None and min(a, b) * most < max(a, b)


def is_near_bound(stated: Amount, cell: Amount) -> bool:
    """True unless a cell lies far beyond the bound that a figure names: "over 55" tells no cell of 145."""
    most = Fraction(data("reference")["reach"]["open"])
    if stated.low == 0 and stated.high is not None and cell.high is not None:
        return cell.high * most >= stated.high  # "fewer than 8,000" tells no cell of 800
    if stated.high is None and stated.low is not None and cell.low is not None:
        return cell.low <= most * stated.low or stated.low <= 0
    return True


def _size(amount: Amount) -> Fraction | None:
    given = [abs(x) for x in (amount.low, amount.high) if x is not None]
    return max(given) if given else None


def _of_another_span(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for a sum or mean over more than a cell holds: "45 points over his last two games"."""
    place = reader.place(claim)
    text = reader.told.document.text[place.before.start : place.after.end]
    found = _spans().search(text)
    return found is not None and not _AVERAGE.search(f"{first.column.head.text} {first.column.aliases}")


@cache
def _spans() -> Regex:
    return any_of(data("reference")["spans"]["words"])


def _of_a_survey(reader: Reader, claim: Claim) -> bool:
    """True for what people were asked, where the table is none of answers: "44 per cent told a survey"."""
    text = claim.sentence.of(reader.told.document.text)
    return _surveys().search(text) is not None and not _surveys().search(reader.text)


@cache
def _surveys() -> Regex:
    return any_of(data("reference")["surveys"]["words"])


def _of_another_base(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for a share of those that the column counts: "61 per cent of women" of "Women (% of staff)"."""
    base, whole = claim.base, first.column.head.base
    if first.column.unit != PERCENT or not whole:
        return False
    if _is_of_so_many(reader, claim, whole):
        return True
    if base is None:
        return False
    own = root(base.key)
    if any(reader.akin(own, w) for w in whole):
        return False
    return any(reader.akin(own, w) for w in first.column.head.words)


def _is_of_so_many(reader: Reader, claim: Claim, whole: Iterable[str]) -> bool:
    """True for a share of a number told first: "Of the 10,800 courses, three in ten", of "% of people"."""
    text, start = reader.told.document.text, claim.sentence.start
    first = next(iter(reader.told.figures.get(claim.sentence, ())), claim).figure.span
    if first == claim.figure.span or _OF_THE.fullmatch(text, start, first.start) is None:
        return False
    between = roots(text[first.end : claim.figure.span.start])
    return not any(reader.akin(w, b) for w in whole for b in between)


def counts_the_same(reader: Reader, claim: Claim) -> bool:
    """True if the table knows the noun of a claim and every word that narrows it."""
    if claim.measure is None or find_periods(claim.measure.text):
        return True
    if not _is_whole(reader, claim) or _is_narrowed(reader, claim):
        return False
    plain = claim.figure.kind == "measure" and claim.base is None
    if plain or claim.figure.kind in ("money", "duration"):
        return True  # whoever pays or waits, it is the sum or the time that is told
    named = {w for label in reader.labels.forms for w in map(root, label)} | set(
        roots(" ".join(data("reference")["totals"]))
    )
    words = _up_to_head(claim.measure.text, claim.measure.key)
    known = (w in named or w.isdigit() or any(reader.akin(w, v) for v in reader.vocabulary) for w in words)
    return all(known)


def _is_whole(reader: Reader, claim: Claim) -> bool:
    """False where a verb that the table does not know narrows a count: "1,909 students left early"."""
    if claim.figure.kind != "count" or claim.event is None or claim.event.span is None:
        return True
    if not reader.place(claim).holds(claim.event.span) or _is_doer(reader, claim):
        return True
    verb = claim.event.key.split(":")[0].split(" ")[0]
    noun = claim.measure.key if claim.measure is not None else ""
    if verb in data("reference")["light"] or root(verb) == root(noun):
        return True
    return any(reader.akin(root(verb), v) for v in reader.vocabulary)


def _is_doer(reader: Reader, claim: Claim) -> bool:
    """True for those by whom something is done: "looked after by 300 officers"."""
    before = reader.told.document.text[claim.sentence.start : claim.figure.span.start]
    return bool(re.search(r"\bby\s+(?:just\s+|only\s+|some\s+)?$", before))


def _up_to_head(text: str, key: str) -> Sequence[str]:
    """Roots of a noun phrase up to its head: what it counts, without what follows."""
    words = roots(text)
    head = root(key)
    return words[: words.index(head) + 1] if head in words else words[:1]


def _is_narrowed(reader: Reader, claim: Claim) -> bool:
    """True where words right behind the noun tell of a part: "pupils were sent home", "pupils over 11"."""
    noun = None if claim.measure is None else claim.measure.span
    if claim.figure.kind != "count" or noun is None or noun.end <= claim.figure.span.start:
        return False
    text = reader.told.document.text
    head = re.search(rf"\b{re.escape(_printed_head(claim))}\w*", text[noun.start : noun.end], re.IGNORECASE)
    end = noun.start + head.end() if head is not None else noun.end
    if (verb := _BEFELL.match(text, end)) is not None:
        return verb["verb"] not in data("reference")["light"] and not _knows(reader, verb["verb"])
    part = _PART.match(text, end)
    return part is not None and not any(_knows(reader, w) for w in roots(part["words"]))


def _printed_head(claim: Claim) -> str:
    """What a noun and its plural share in print."""
    key = claim.measure.key if claim.measure is not None else ""
    return key.removesuffix("y").removesuffix("f") if len(key) > 3 else key


def _knows(reader: Reader, word: str) -> bool:
    """True if a table names what a word does, or a row does."""
    one = root(word)
    named = {root(w) for form in reader.labels.forms for w in form}
    return one in named or any(reader.akin(one, v) for v in reader.vocabulary)


def is_printed_beside(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True if another figure of the sentence prints the cell: "51 per cent did, and among boys it was 47"."""
    amount = reader.reference.amount(first.row, first.column)
    others = (c for c in reader.told.figures.get(claim.sentence, ()) if c is not claim)
    return amount is not None and any(
        c.figure.amount.unit == claim.figure.amount.unit and agree(c.figure.amount, amount) for c in others
    )


def is_carried_too_far(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True if no word of its sentence names the column, and another one of the row prints the figure.

    "61 per cent of boys made it. Westgate is last at 49 per cent": of the boys, or of all its pupils.
    """
    own = set(roots(claim.sentence.of(reader.told.document.text)))
    told = first.column.number in of_statistic(claim, reader.reference.columns)  # "on average"
    sorts = [
        r for r in reader.rows.get(first.row.label, ()) if r.period == first.row.period and r != first.row
    ]
    kinds = [w for k in first.row.kinds for w in roots(k)] if sorts else []
    if told or any(reader.akin(a, b) for a in own for b in (*words_of(first.column), *kinds)):
        return False
    unit = first.column.unit
    others = [c for c in reader.reference.columns if c.unit == unit]
    others = [c for c in others if not reader.same_measure(c, first.column)]  # another year is a slip
    amounts = [reader.reference.amount(first.row, c) for c in others]
    amounts += [reader.reference.amount(r, first.column) for r in sorts if r.kinds != first.row.kinds]
    return any(a is not None and agree(claim.figure.amount, a) for a in amounts)
