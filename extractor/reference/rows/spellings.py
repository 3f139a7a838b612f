"""One spelling for the words of a name that table and story may print in several ways.

>>> one_spelling(("saint", "neot's", "&", "cross"))
('st', 'neot', 'and', 'cross')
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import partial

from extractor.regexes import Regex

#: The mark of a footnote behind a name: "Hallow³", "Dene*".
_MARKS = Regex(r"(?<=[^\W\d_])[¹²³⁰⁴-⁹*†‡§]+(?=\s|$)")
_SAME = {"&": "and", "saint": "st", "saints": "st", "mount": "mt"}
#: "St Helier's", "St Heliers": a saint's name may print its genitive either way.
_SAINT = "st"
_LEAST = 4


def one_spelling(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name, in lower case, as they are compared."""
    same = [_SAME.get(w, w) for w in words]
    return tuple(_of_saint(w) if i and same[i - 1] == _SAINT else w for i, w in enumerate(same))


def _of_saint(word: str) -> str:
    plain = word.replace("’", "'").removesuffix("'s").rstrip("'")
    return plain[:-1] if plain.endswith("s") and len(plain) > _LEAST else plain


def without_marks(label: str) -> str:
    """A label without the marks of its footnotes.

    >>> without_marks("Hallow³")
    'Hallow'
    """
    return _MARKS.sub("", label).strip()


#: How spans of time in a story are printed in heads: "over a year" is "over 52 weeks".
_SPANS = (
    (
        Regex(
            r"(?<=\bover )a year\b|(?<=\bthan )a year\b|(?<=\bleast )a year\b|\b12 months\b", re.IGNORECASE
        ),
        "52",
    ),
    (Regex(r"\btwo years\b|\b24 months\b", re.IGNORECASE), "104"),
    (Regex(r"\bsix months\b|\bhalf a year\b", re.IGNORECASE), "26"),
    (Regex(r"\b18 months\b|\beighteen months\b", re.IGNORECASE), "78"),
)


#: Hours of a story as the minutes of heads: "over an hour" is "over 60 minutes".
_HOURS = (
    (
        Regex(
            r"(?<=\bover )an hour\b|(?<=\bthan )an hour\b|(?<=\bwithin )an hour\b|\b(?:one|1) hour\b",
            re.IGNORECASE,
        ),
        "60",
    ),
    (Regex(r"\b(?:two|2) hours\b", re.IGNORECASE), "120"),
    (Regex(r"\b(?:four|4) hours\b", re.IGNORECASE), "240"),
    (Regex(r"\bhalf an hour\b|\bhalf-hour\b", re.IGNORECASE), "30"),
    (Regex(r"\b(?:a\s+)?quarter of an hour\b", re.IGNORECASE), "15"),
)


def _put(weeks: str, span: re.Match[str]) -> str:
    return weeks.ljust(len(span[0]))


def with_weeks(text: str, known: Container[str]) -> str:
    """The text with the weeks of a head in the place of a span of time, every place kept.

    >>> with_weeks("waited over a year", {"52"})
    'waited over 52    '
    """
    for span, weeks in (*_SPANS, *(_HOURS if "minut" in known else ())):
        if weeks in known:
            text = span.sub(partial(_put, weeks), text)
    return text
