"""What the words right beside a figure say that makes it another thing than a cell's level.

"277 of the vacant homes were its own" counts a part, "such homes" are those told of before, "outnumber them
by 300" is a lead, and the 1,000 of "for every 1,000 people" counts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractor.amount import PERCENT, POINTS
from extractor.model import Amount, Claim, Finding, Span
from extractor.reference.column_nouns import has_noun
from extractor.reference.elliptic import is_bare
from extractor.reference.findings import questioned_value
from extractor.reference.fitting import span_of, words_of
from extractor.reference.match import Candidate, Reader
from extractor.reference.setting import Told
from extractor.reference.stated import agree, has_many_digits
from extractor.reference.tables.reference_table import Column, is_total
from extractor.reference.words import roots
from extractor.regexes import Regex

#: Before the number that a rate is told for.
_FOR_EVERY = Regex(r"\b(?:per|(?:for|in|of|to|from|with|among)\s+(?:every|each))\s+\Z", re.IGNORECASE)
_TOTAL = Regex(
    r"\b(?:total|overall|all)\s+(?!but\b|of\b|the\b|over\b)[a-z]{3,}|\bof\s+(?:all|every)\s+(?:kinds?|sorts?)\b"
)
_EVERY = Regex(r"\bevery\s+\Z", re.IGNORECASE)
_ONE = Regex(
    r"an?\s+(?!single\b|lone\b|dozen\b|hundred\b|thousand\b|million\b|billion\b|couple\b|score\b)[a-z]",
    re.IGNORECASE,
)
_ROUND = tuple(10**n for n in range(10))
#: "277 of the vacant homes were", up to the verb.
_OF_THE = Regex(
    r"\s+of\s+(?:the|its|their|his|her|our|all|these|those|[A-Z][\w-]*['’]s?)\s+(?P<whole>(?:[\w'’-]+\s+){1,6}?)"
    r"(?:are|is|was|were|had|has|have|did|do|got|came|went|never|[a-z]+ed)\b"
)
#: What was told of before, and may be a part of what a head names.
_SUCH = Regex(r"\b(?:such|these|those)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_SUCH_ONES = Regex(r"\b[Ss]uch\s+(?!as\b|a\b|an\b)[a-z]+(?:s|en|ople|dren)\b")
_OF_THEM = Regex(
    r"\s+(?:(?:more|fewer|less)\s+)?of\s+(?:them|these|those|that|this|which|whom)\b", re.IGNORECASE
)
_NONE = Regex(
    r"(?:\s+[\w'’-]+){0,4}\s+(?:(?:had|have|has|were|was|are|is|did|do|got|stood|went|with)\s+(?:no|not|never|nothing|none)"
    r"|without|lack(?:ed|s)?|need(?:ed|s)?|(?:were|was|are|is|did|do|had|have)n['’]t)\b"
)
_LACKS = Regex(
    r"\b(?:no|not|non|never|without|un[a-z]{4,}|outstanding|missing|lacking)\b|\bun[a-z]+ed\b", re.IGNORECASE
)
_PART_OF = Regex(r"(?:\s+[a-z-]+){0,3}\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+|some\s+)?")
_OF_THOSE = Regex(
    r"\s+of\s+(?:those|these|the\s+ones)\s+(?:who|that|which|with|without|in|on|still|not|under|over)\b"
)
_THOSE_WHO = Regex(r"\b[Oo]f\s+(?:those|these)\s+(?:who|that|which|whom)\b[^;:.]{0,60}\Z")
#: "Beef cows outnumber those in milk by": a lead, whatever is counted.
_LEAD = Regex(
    r"\b(?:outnumber|outstrip|outpac|outdo|exceed|surpass|overtak|trail|lag|undercut|overshoot|undersho|top|beat|led|lead)\w*"
    r"\b[^.;:!?\n]{0,80}\bby\s+(?:just\s+|only\s+|about\s+|some\s+|nearly\s+|almost\s+)?\Z",
    re.IGNORECASE,
)
#: "Dene's was larger, 595", after "the biggest increase, 310".
_WAS = Regex(r"['’]s\s+(?:was|is)\s+(?:the\s+)?(?:[a-z]+er\b|most|least|more|less)?[^.;:]{0,40}\Z")
_MOVED = Regex(
    r"\b(?:rises?|falls?|drops?|increases?|decreases?|declines?|jumps?|gains?|loss(?:es)?|growth|reductions?)\b"
)
_OF_SUM = Regex(r"\s+of\s+(?:its|the|their|his|her)\s+(?:[a-z]+\s+)?(?:[A-Z]{0,2}[£$€₦₹])\d")
_IS_LEVEL = Regex(r"\bby\s+[\w.,%]+(?:\s+[\w%]+){0,2},?\s+to\s+(?:just\s+|only\s+)?$", re.IGNORECASE)
#: "4,308 for more than two, 18 per cent up": what stands between a level and what is told of it.
_TOLD_OF = Regex(
    r"(?:\s{1,3}[\w'’-]{1,30}){0,8}?\s{0,3}[,(–—]\s{0,3}(?:(?!and\b|but\b|while\b|with\b)[\w'’-]{1,20}\s{1,3}){0,5}"
)
#: "That is 21 per cent of the total", "It is still 20 per cent more than in 2022": of the level before.
_THAT_IS = Regex(
    r"\s*(?:and\s+)?(?:That|This|It)\s+(?:is|was|are|were|means|meant|makes|made|represents|represented|amounts\s+to|equals)"
    r"\s+(?:(?!a\s+rise|a\s+fall)[\w'’-]{1,12}\s+){0,4}"
)
_NO_LEVEL = ("multiple", "points", "date", "age", "rank", "reference", "score", "ratio")
_WITHIN = Regex(r"\b(?:within|in|over|under|than|after|for|every)\s+(?:the\s+|an?\s+)?\Z", re.IGNORECASE)
_GAINED = Regex(r"\b(?:los(?:e|es|t|ing)|gain(?:s|ed|ing)?|shed(?:s|ding)?)\s+(?:\w+\s+)?$", re.IGNORECASE)
#: "Added almost 6 per cent in the year": growth, where no "of" makes it a share.
_GREW = Regex(
    r"\b(?:los(?:e|es|t|ing)|gain(?:s|ed|ing)?|shed(?:s|ding)?|add(?:s|ed|ing)?|put(?:s|ting)?\s+on)"
    r"\s+(?:(?:just|only|about|almost|nearly|some|over|under|more\s+than|less\s+than)\s+)*$"
)
_OVER_TIME = Regex(
    r"\s+(?:[a-z]+\s+){0,5}?(?:in|over|during|on|through)\s+(?:the|a|one|two|three|four|five|ten)\s+(?:\w+\s+)?"
    r"(?:years?|decade|months?|quarters?|season)\b|\s+(?:last|this)\s+(?:year|season|quarter|month)\b"
)
#: Characters around a figure in which these stand.
_NEAR = 120
#: No share goes by more points than this.
_MOST_POINTS = 100


def is_told_per(told: Told, claim: Claim) -> bool:
    """True for the number that a rate is told for, the 1,000 of "9.5 for every 1,000", and for an article."""
    start, value = claim.figure.span.start, claim.figure.value
    if claim.figure.kind == "count" and _ONE.match(claim.figure.text):
        return True  # "a completion rate of 80.7 per cent" counts no completion
    if claim.figure.kind == "duration" and _EVERY.search(told.document.text, max(0, start - _NEAR), start):
        return True  # "services that come every ten minutes"
    if value is None or value not in _ROUND:  # "one doctor for every 1,631 patients"
        return False
    return _FOR_EVERY.search(told.document.text[max(0, start - _NEAR) : start]) is not None


def is_of_those_before(reader: Reader, claim: Claim, column: Column | None = None) -> bool:
    """True for what is counted among those told of before: "such homes", "54 fewer of those".

    What they did may name a column of its own all the same: "176 of them are nurseries".
    """
    text, noun = reader.told.document.text, claim.measure
    if (found := _OF_THEM.match(text, claim.figure.span.end)) is not None:
        behind = roots(reader.plain[found.end() : reader.place(claim).after.end])
        own = () if column is None else _own_words(reader, column)
        return not own or not all(any(reader.akin(w, b) for b in behind) for w in own)
    if _SUCH_ONES.search(text, reader.place(claim).before.start, claim.figure.span.start):
        return True
    if noun is None or noun.span is None or not reader.place(claim).holds(noun.span):
        return False
    told = noun.span.of(text).lower()
    return told.startswith(("such ", "these ", "those ")) or bool(
        _SUCH.search(text[claim.sentence.start : noun.span.start])
    )


def _own_words(reader: Reader, column: Column) -> tuple[str, ...]:
    """Roots of the words of a column that no other measure of the table has."""
    others = (c for c in reader.reference.columns if not reader.same_measure(c, column))
    shared = {w for c in others for w in words_of(c)} | reader.reference.title_words
    return tuple(w for w in words_of(column) if w not in shared)


def is_of_those_who(told: Told, claim: Claim) -> bool:
    """True for a share of those told of by what they did: "Of those who did, 54", "a tenth of those with"."""
    if _OF_THOSE.match(told.document.text, claim.figure.span.end):
        return True
    return _THOSE_WHO.search(told.document.text, claim.sentence.start, claim.figure.span.start) is not None


def is_change_of_another(reader: Reader, claim: Claim) -> bool:
    """True for the size of a change told before, by a possessive: "a rise of 310, but Dene's was 595"."""
    text, begin = reader.told.document.text, claim.sentence.start
    if claim.figure.kind != "count" or _WAS.search(text, begin, claim.figure.span.start) is None:
        return False
    around = reader.told.paragraph(claim.sentence.start)
    start = reader.told.sentence_before(claim.sentence, around)
    return _MOVED.search(text, start, claim.figure.span.start) is not None


def may_be_points(reader: Reader, claim: Claim) -> bool:
    """True for "It rose by four in Dene", after a share that went by so many points."""
    if claim.figure.amount.unit or not is_bare(reader.told.document.text, claim):
        return False
    if (claim.figure.value or 0) > _MOST_POINTS:
        return False
    around = reader.told.paragraph(claim.sentence.start)
    before = [
        c
        for s, g in reader.told.figures.items()
        if around.contains(s) and s.start < claim.sentence.start
        for c in g
    ]
    last = max(before, key=lambda c: c.figure.span, default=None)
    if last is None:
        return False
    points = last.measure is not None and last.measure.key == "point"
    return points or last.figure.amount.unit in (PERCENT, POINTS)


def is_lead(reader: Reader, claim: Claim) -> bool:
    """True for a lead, "outnumber those in milk by 92,000", and a part, "$3 billion of its $8 billion"."""
    text, span = reader.told.document.text, claim.figure.span
    return _LEAD.search(text[claim.sentence.start : span.start]) is not None or bool(
        _OF_SUM.match(text, span.end)
    )


def has_none(reader: Reader, claim: Claim, column: Column) -> bool:
    """True for what is counted by what it lacks: "299 places had no child in them".

    A column of what lacks something ("No suspect found") is named so.
    """
    text, place = reader.told.document.text, reader.place(claim)
    if claim.figure.kind != "count" or _LACKS.search(column.head.text):
        return False
    found = _NONE.match(text, claim.figure.span.end, place.after.end)
    return found is not None


def is_whole_of_part(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for the 3,874 of "3,083 places of 3,874 are rated 5": what they are is told of the part."""
    text = reader.told.document.text
    before = [
        c for c in reader.told.figures.get(claim.sentence, ()) if c.figure.span.end <= claim.figure.span.start
    ]
    if not before or claim.figure.kind != "count" or has_noun(reader, claim, first):
        return False
    return _PART_OF.fullmatch(text, before[-1].figure.span.end, claim.figure.span.start) is not None


def is_part_of_named(reader: Reader, claim: Claim, column: Column) -> bool:
    """True for a part of what a column counts: "277 of the vacant homes were its own"."""
    if claim.figure.kind != "count":
        return False
    text = reader.told.document.text
    found = _OF_THE.match(text, claim.figure.span.end, claim.sentence.end)
    if found is None:
        return False
    place = reader.place(claim)
    own = roots(
        reader.plain[place.before.start : found.start()] + reader.plain[found.end("whole") : place.after.end]
    )
    return not any(reader.akin(a, b) for a in own for b in words_of(column))


def is_level(reader: Reader, claim: Claim) -> bool:
    """True for the level behind the size of a change: the 461 of "by six to 461"."""
    before = reader.told.document.text[claim.sentence.start : claim.figure.span.start]
    return _IS_LEVEL.search(before) is not None


def is_told_of_another(reader: Reader, claim: Claim, amounts: Iterable[Amount]) -> bool:
    """True where the level right before a change or share prints none of the cells that it is held to.

    "4,308 for more than two hours, 18 per cent up" is up on the 4,308, whatever else the sentence names.
    """
    level = level_beside(reader, claim)
    if level is None:
        return False
    told = level.figure.amount
    return not any(agree(replace(told, unit=a.unit), a) for a in amounts)


def level_beside(reader: Reader, claim: Claim) -> Claim | None:
    """The level that a change or share is told of: right before it, or before "That is 21 per cent of"."""
    text, start = reader.told.document.text, claim.figure.span.start
    before = [c for c in reader.told.figures.get(claim.sentence, ()) if c.figure.span.end <= start]
    if _THAT_IS.fullmatch(text, claim.sentence.start, start) is not None:
        around = reader.told.paragraph(claim.sentence.start)
        first = reader.told.sentence_before(claim.sentence, around)
        last = (
            c
            for s, group in reader.told.figures.items()
            if first <= s.start < claim.sentence.start
            for c in group
        )
        levels = sorted((c for c in last if _is_level(text, c)), key=lambda c: c.figure.span)
        return levels[-1] if levels else None
    levels = [c for c in before if _is_level(text, c)]
    if not levels or _TOLD_OF.fullmatch(text, levels[-1].figure.span.end, start) is None:
        return None
    between = Span(levels[-1].figure.span.end, start)
    return None if any(between.contains(n.span) for n in reader.named) else levels[-1]


def _is_level(text: str, claim: Claim) -> bool:
    """True for the size of something: no time within which it was, and no change."""
    figure = claim.figure
    if figure.kind in _NO_LEVEL or claim.statistic == "change" or not figure.text[-1:].strip():
        return False
    if figure.kind == "duration" or not has_many_digits(claim):
        return any(c.isdigit() for c in figure.text) and not _WITHIN.search(text, 0, figure.span.start)
    return True


def is_of_all_kinds(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True for a total, where a row is held to one of its kinds: "total crime fell to 1,123", of assaults."""
    own = reader.rows.get(first.row.label, ())
    if (
        len(own) < 2
        or any(map(is_total, first.row.kinds))
        or not any(is_total(k) for r in own for k in r.kinds)
    ):
        return False
    place = reader.place(claim)
    start = min(claim.sentence.start, place.before.start)
    return _TOTAL.search(reader.told.document.text, start, place.after.end) is not None


def is_gain(told: Told, claim: Claim) -> bool:
    """True for what was lost or gained: "Housing loses $111.6 million", "added 6 per cent in the year"."""
    text, span = told.document.text, claim.figure.span
    before = text[claim.sentence.start : span.start]
    if claim.figure.amount.unit == PERCENT:
        return bool(_GREW.search(before) and _OVER_TIME.match(text, span.end))
    return bool(_GAINED.search(before)) and claim.figure.kind in ("count", "money", "measure")


def column_before(reader: Reader, claim: Claim, found: Sequence[Finding]) -> Column | None:
    """The column of the last figure that was borne out before "such homes", in the paragraph."""
    if not is_of_those_before(reader, claim):
        return None
    around, start = reader.told.paragraph(claim.sentence.start).start, claim.figure.span.start
    told = [
        (span_of(questioned_value(f.relation.roles)).start, f.cells[-1].observation)
        for f in found
        if f.verdict == "consistent" and f.relation.kind in ("same", "change") and f.cells
    ]
    last = max(((at, o) for at, o in told if around <= at < start), key=lambda t: t[0], default=None)
    if last is None or last[1].table != reader.reference.name:
        return None
    return reader.reference.column_of(last[1])
