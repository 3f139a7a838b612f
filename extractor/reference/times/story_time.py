"""Whether a figure without a time of its own is of the time that the figures beside it are of."""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.periods import find_periods
from extractor.reference.fitting import fits
from extractor.reference.match import Candidate, Reader
from extractor.reference.stated import agree, has_many_digits
from extractor.reference.times.looking_back import is_older
from extractor.regexes import Regex

_NOW = Regex(
    r"\b(?:is|are|has|have|holds?|employs?|pays?|stands?|spends?|gets?|runs?)\s+(?:now\s+|just\s+|only\s+)?$"
)
_PAST = Regex(r"\b(?:was|were|had|been|last year|before|earlier|ago|from)\b", re.IGNORECASE)
#: Words in a sentence that may speak of another time than the story.
_ANOTHER = Regex(
    r"\b(?:ago|before|earlier|previous(?:ly)?|once|then|used\s+to|had(?=\s+[a-z])|since|until|than(?!\s+(?:an?\s+(?:hour|day|week|fortnight|month|year)\b(?!\s+(?:ago|before|earlier))|half|any|all|\d|one|two|three|four|five|ten|twice|double|a\s+(?:third|quarter|fifth|tenth)))|from(?=\s+(?:[a-z]+\s+){0,2}\W?\d)|against|compared|by\s+now"
    r"|last|first|original(?:ly)?|already|still|again|back|recover\w*|return\w*|remain\w*|later|next)\b",
    re.IGNORECASE,
)
#: What follows is of the story's time again: "99.6, against 64.9 the year before, while in Marsh it is 87.7".
_TURN = Regex(r";\s|,\s+(?:while|whereas|but)\s")
_PART = Regex(r";\s")
_SIZE = Regex(r"\s+(?:per\s+cent\s+|points?\s+)?(?:more|fewer|less|higher|lower|up|down|better|worse)\b")
#: So many figures elsewhere in the story do what one of the same paragraph does.
_ELSEWHERE = 2


def tells_now(reader: Reader, claim: Claim) -> bool:
    """True where a verb of the present tells what is the case now: "the median rent is $2,265"."""
    place = reader.place(claim)
    before = reader.told.document.text[place.before.start : place.before.end]
    return bool(_NOW.search(before)) and not _PAST.search(
        reader.told.document.text[place.before.start : place.after.end]
    )


def goes_on_in_time(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True where nothing in a sentence tells a time and figures around it print the same column.

    "Marsh lost 740,600 days. Dene lost 508,400": of the same year, though Dene had 508,400 the year before.
    """
    if not tells_no_time(reader, claim):
        return False
    around = reader.told.paragraph(claim.sentence.start)
    others = [c for c in reader.told.claims if c.id != claim.id and _prints(reader, c, first)]
    return any(around.contains(c.sentence) for c in others) or len(others) >= _ELSEWHERE


def tells_no_time(reader: Reader, claim: Claim, *, but: Regex | None = None) -> bool:
    """True where the words of a figure, from one turn of its sentence to the next, tell no time `but` one."""
    text, span = reader.told.document.text, claim.figure.span
    breaks = list(_TURN.finditer(text, claim.sentence.start, span.start))
    start = breaks[-1].end() if breaks else claim.sentence.start
    told = text[start : min(_end(text, claim), _before_change(reader, claim))]
    told = told if but is None else but.sub(" ", told)
    times = any(not p.key.startswith("weekday") for p in find_periods(told))
    return not (is_older(reader.told, claim) or _ANOTHER.search(told) or times)


def _before_change(reader: Reader, claim: Claim) -> int:
    """Where a change behind a figure begins: "745 homes, though 99 fewer than in spring"."""
    text, behind = reader.told.document.text, claim.figure.span.end
    figures = (c for c in reader.told.figures.get(claim.sentence, ()) if c.figure.span.start >= behind)
    first = next(figures, None)
    if first is None or not (first.statistic == "change" or _SIZE.match(text, first.figure.span.end)):
        return claim.sentence.end
    return first.figure.span.start


def _end(text: str, claim: Claim) -> int:
    """Where the next part of a sentence begins that tells its own time: "; a year before it had been 29"."""
    after = _PART.search(text, claim.figure.span.end, claim.sentence.end)
    end = claim.sentence.end
    if after is None or any(p.start is not None for p in find_periods(text[after.end() : end])):
        return end  # "Arnvik landed 47,702; in 2022 Drum had 6,013" may be of 2022 as a whole
    return after.start()


def _prints(reader: Reader, claim: Claim, first: Candidate) -> bool:
    """True if a figure with digits enough prints a cell of a column, in the row that it names."""
    if not has_many_digits(claim) or not fits(claim, first.column):
        return False
    labels = [w for s in reader.subjects(claim)[:1] for w in s.labels]
    rows = [r for label in labels for r in reader.rows.get(label, ()) if r.period == first.row.period]
    amounts = (reader.reference.amount(r, first.column) for r in rows)
    return any(a is not None and agree(claim.figure.amount, a) for a in amounts)
