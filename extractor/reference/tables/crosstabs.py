"""The cross-tabulation of a poll, turned: a row for each group, a column for each answer.

    Q4. Should the library open on Sundays?    Total  Men  Women
      Favour                                      58   55     61

What a story tells of no group is of all who were asked. Such a table only bears figures out: polls are told
by many groups that no sheet has, and by sums of answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.lexicon import table as data
from extractor.reference.tables.cells import cell, is_missing
from extractor.reference.tables.heads import head
from extractor.reference.tables.sections import Wide
from extractor.reference.words import roots
from extractor.regexes import Regex

_TOTAL = Regex(r"(?:grand\s+)?total|all(?:\s+[a-z]+){0,2}|overall|everyone", re.IGNORECASE)
_POLL = Regex(
    r"\b(?:cross-?tab\w*|toplines?|column\s+per\s?cent\w*|(?:un)?weighted|respondents?|survey|poll)\b",
    re.IGNORECASE,
)
_BASE = Regex(r"\b(?:base|bases|sample|margin\s+of\s+error|moe|respondents)\b|^\(?n\)?$", re.IGNORECASE)
_NUMBERED = Regex(r"^\s*(?:q(?:uestion)?\.?\s*)?\d+[a-z]?[.):]\s*", re.IGNORECASE)
_BRACKETS = Regex(r"\s*\([^()]*\)\s*$")
#: The answers to one question come to about so much.
_LEAST_SUM, _MOST_SUM = 95, 105
_LEAST_COLUMNS = 4
_MOST_COLUMNS = 150


@dataclass(slots=True)
class _Question:
    text: str
    #: Number of the row in the file, and its cells.
    answers: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def comes_to(self) -> float:
        """What its answers come to among all who were asked."""
        return sum(float(c.value) for _, row in self.answers if (c := cell(row[1])) is not None)


def turned(heads: Sequence[str], cells: Sequence[tuple[str, ...]], lines: Sequence[str]) -> Wide | None:
    """A cross-tabulation of a poll with its groups as rows; None for any other table."""
    names = [_BRACKETS.sub("", h.rsplit(": ", 1)[-1]).strip() for h in heads]
    if len(heads) < _LEAST_COLUMNS or not _TOTAL.fullmatch(names[1]):
        return None
    if any(head(h).period is not None for h in heads[1:]) or len(set(names[1:])) < len(names[1:]):
        return None
    questions = _questions(cells)
    bases = [(n, row) for n, row in questions[0].answers if _BASE.search(row[0])]
    said = bases or any(_POLL.search(line) for line in (*lines, *(row[0] for row in cells)))
    asked = [q for q in questions if q.answers and q.text]
    if not said or not asked or not any(_LEAST_SUM <= q.comes_to() <= _MOST_SUM for q in asked):
        return None
    return _laid(heads[0], names, bases, asked)


def _questions(cells: Sequence[tuple[str, ...]]) -> list[_Question]:
    found = [_Question("")]
    for number, row in enumerate(cells):
        if row[0].strip() and all(is_missing(c) for c in row[1:]):
            found.append(_Question(_NUMBERED.sub("", row[0]).strip(" .…")))
        elif any(cell(c) is not None for c in row[1:]):
            found[-1].answers.append((number, row))
    return found


def _laid(
    noun: str,
    names: Sequence[str],
    bases: Sequence[tuple[int, tuple[str, ...]]],
    asked: Sequence[_Question],
) -> Wide | None:
    often = Counter(row[0].strip().lower() for q in asked for _, row in q.answers)
    heads, rows = [noun or "Group"], []
    for number, row in bases:
        heads.append(row[0].strip())
        rows.append((number, row))
    for question in asked:
        for number, row in question.answers:
            answer = _BRACKETS.sub("", row[0].strip())
            plain = often[row[0].strip().lower()] == 1 and _says(answer)
            heads.append(f"{answer} (%)" if plain else f"{question.text}: {answer} (%)")
            rows.append((number, row))
    if len(heads) > _MOST_COLUMNS or len(rows) < 2:
        return None
    spots = {(g - 1, i): (n, g) for g in range(1, len(names)) for i, (n, _) in enumerate(rows, 1)}
    groups = data("reference")["crosstabs"]["groups"]
    laid = tuple(
        (groups.get(name.lower(), name), *(row[g] for _, row in rows)) for g, name in enumerate(names[1:], 1)
    )
    return Wide(tuple(heads), laid, spots)


def _says(answer: str) -> bool:
    """True for an answer that says by itself what it is of."""
    return bool(roots(answer)) and answer.lower() not in data("reference")["crosstabs"]["answers"]
