"""The periods that figures and letters spell out, each pattern one entry.

An entry has a name, the words that it opens with, the rule, a builder that turns a match into
what was read (None to refuse it after all), two printed forms that it accepts and one that it
must refuse. The first entry that reads something at a place wins, so the longer ones stand first.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extractor.periods import fragments as f
from extractor.periods import readings as r
from extractor.periods.calendar import Point
from extractor.periods.fragments import DASH, DAY, FULL_MONTH, MONTH, SEASON, YEAR
from extractor.periods.readings import Read
from extractor.regexes import Regex


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to print a period."""

    name: str
    #: The first word in lower case, or `SHORT_DIGITS`, `LONG_DIGITS`: the rule is tried there alone.
    opens: tuple[str, ...]
    rule: Regex
    build: Callable[[re.Match[str]], Read | None]
    accepts: tuple[str, str]
    refuses: str
    #: Words that have to stand right before it, if any; they are no part of the span.
    lead: Regex | None = None

    def is_led(self, text: str, at: int) -> bool:
        """True if the words that have to stand before the offset do."""
        return self.lead is None or self.lead.search(text, max(0, at - 28), at) is not None


YEAR_OPENS = (f.LONG_DIGITS,)
SHORT_OPENS = (f.SHORT_DIGITS,)
MONTH_OPENS = tuple(f.MONTH_NUMBER)
_PART_OF = rf"(?:({YEAR})|(?:the|this|last)\s+(?:new\s+|current\s+|financial\s+|fiscal\s+)*year)\b"
_NO_NUMBER = r"(?![\w]|[.,]\d|\s?(?:%|per\s?cent\b|pc\b))"

#: Patterns that start with a digit.
DIGITS = (
    Pattern(
        "iso",
        YEAR_OPENS,
        Regex(rf"({YEAR})-(\d\d)-(\d\d)(?!\d)"),
        r.iso,
        ("2019-03-12", "1999-12-31"),
        "2019-13-12",
    ),
    Pattern(
        "slashed",
        SHORT_OPENS,
        Regex(r"(\d\d?)[/.](\d\d?)[/.]((?:19|20)\d\d)(?!\d)"),
        r.slashed,
        ("12/03/2019", "31.12.2020"),
        "32/13/2019",
    ),
    Pattern(
        "labelled year",
        YEAR_OPENS,
        Regex(
            rf"({YEAR})[-–/](\d\d(?:\d\d)?)(?![\d]|[-–/.]\d)"
            r"(\s+(?:(?:financial|fiscal|tax|academic|school)\s+year|season)\b)?"
        ),
        r.labelled,
        ("2018-19", "2018/2019 academic year"),
        "2018-2",
    ),
    Pattern(
        "decade",
        YEAR_OPENS,
        # "The 1980's" are ten years, "2020's long rains" are those of one.
        Regex(
            r"((?:1[5-9]|20)\d0)(?:['’](?:(?<=(?:the|mid)[\s-]\d{4}['’])|(?<=late\s\d{4}['’])|(?<=early\s\d{4}['’])))?s\b"
        ),
        lambda m: r.stretch(m, "span", Point(int(m[1])), Point(int(m[1]) + 9)),
        ("1990s", "2010s"),
        "1995s",
    ),
    Pattern(
        "days of a month",
        SHORT_OPENS,
        Regex(
            rf"({DAY})(?:\s+(?:to|and|or|until|till|through)\s+|\s?{DASH}\s?)({DAY})(?:\s+of)?\s+({MONTH})(?:,?\s+({YEAR})\b)?"
        ),
        r.days,
        ("3 to 9 October", "3-9 October 2019"),
        "9 to 3 October",
    ),
    Pattern(
        "day and month",
        SHORT_OPENS,
        Regex(rf"({DAY})(?:\s+of)?\s+({MONTH})(?:,?\s+({YEAR})(?!\d|,\d))?"),
        lambda m: r.stretch(m, "day", Point(f.year(m[3]), f.month(m[2]), f.day(m[1]))),
        ("12 March 2019", "31st of March"),
        "32 March",
    ),
    Pattern(
        "quarter of a year, digits first",
        SHORT_OPENS,
        Regex(rf"([1-4])Q\b()(?:\s?({YEAR})\b)?"),
        r.quarter,
        ("3Q 2020", "1Q"),
        "5Q",
    ),
)

#: Patterns that start with a letter.
LETTERS = (
    Pattern(
        "first of a month",
        ("first",),
        Regex(rf"first\s+of\s+({FULL_MONTH})\b(?:,?\s+({YEAR})(?!\d|,\d))?"),
        lambda m: r.stretch(m, "day", Point(f.year(m[2]), f.month(m[1]), 1)),
        ("first of March", "first of May 2019"),
        "first of many",
    ),
    Pattern(
        "quarter by its last month",
        MONTH_OPENS,
        Regex(rf"(?<![–/-])(?<!\bto\s)({MONTH})(?:\s+({YEAR}))?\s+quarter\b(?:,?\s+(?:of\s+)?({YEAR})\b)?"),
        r.quarter_to,
        ("September quarter of 2021", "June 2020 quarter"),
        "June quarterly report",
    ),
    Pattern(
        "days after their month",
        MONTH_OPENS,
        Regex(
            rf"({MONTH})\s+(?:the\s+)?({DAY})(?:\s+(?:to|and|until|through)\s+(?:the\s+)?|\s?{DASH}\s?)({DAY}){_NO_NUMBER}(?:,?\s+({YEAR})\b)?"
        ),
        r.month_days,
        ("March 3-9, 2019", "Oct. 3 to 9"),
        "March 9-3",
    ),
    Pattern(
        "day after its month",
        MONTH_OPENS,
        Regex(rf"({MONTH})\s+({DAY}){_NO_NUMBER}(?:,?\s+({YEAR})(?!\d|,\d))?"),
        lambda m: r.stretch(m, "day", Point(f.year(m[3]), f.month(m[1]), f.day(m[2]))),
        ("March 12, 2019", "Dec. 8"),
        "March 12 per cent",
    ),
    Pattern(
        "month and year",
        MONTH_OPENS,
        Regex(rf"({MONTH}),?(?:\s+of)?\s+({YEAR})(?!\d|[,.]\d|\s?%)"),
        lambda m: r.stretch(m, "month", Point(int(m[2]), f.month(m[1]))),
        ("March 2019", "Sept. 2018"),
        "March 2019.5",
    ),
    Pattern(
        "month",
        MONTH_OPENS,
        Regex(rf"({FULL_MONTH})\b"),
        lambda m: r.stretch(m, "month", Point(None, f.month(m[1]))),
        ("October", "MARCH"),
        "march",
    ),
    Pattern(
        "other year and its label",
        ("financial", "fiscal", "tax", "academic", "school"),
        Regex(
            rf"((?:financial|fiscal|tax|academic|school)\s+year)s?,?\s+({YEAR})[-–/]((?:\d\d)?\d\d)\b", re.I
        ),
        r.called_label,
        ("financial year 2018-19", "academic year 2018/2019"),
        "financial year 2018-25",
    ),
    Pattern(
        "fiscal year",
        ("fy", "fiscal", "financial"),
        Regex(
            rf"(?:FY\s?['’]?|(?i:fiscal|financial)(?:\s+(?i:year))?\s+)({YEAR}|(?<=[Y\s'’])\d\d(?=\b))(?:[-–/](\d\d(?:\d\d)?))?\b"
        ),
        r.fiscal,
        ("FY2019", "fiscal 2020"),
        "fiscal 3",
    ),
    Pattern(
        "quarter",
        ("first", "second", "third", "fourth", "final"),
        Regex(
            rf"(?i:(first|second|third|fourth|final)[-\s]quarter)\b(?!\s+of\s+(?:an?|his|her|its|their|the\s+(?:game|match|population))\b)"
            rf"(?:,?\s+(?:of\s+)?(?:the\s+)?((?i:fiscal|financial)\s+(?:(?i:year)\s+)?)?({YEAR})\b)?"
        ),
        r.quarter,
        ("third quarter of 2020", "third-quarter"),
        "third quarters",
    ),
    Pattern(
        "quarter, in short",
        ("q",),
        Regex(rf"Q([1-4])\b(?:\s?(?:of\s+|,\s?)?(FY\s?)?({YEAR})\b)?"),
        r.quarter,
        ("Q3 2020", "Q1"),
        "Q5 2020",
    ),
    Pattern(
        "half-year, in short",
        ("h",),
        Regex(rf"H([12])\s+(?:of\s+)?({YEAR})\b"),
        r.half,
        ("H1 2020", "H2 of 2019"),
        "H5 2020",
    ),
    Pattern(
        "half of a year",
        ("first", "second"),
        Regex(rf"(first|second)[-\s]half\s+of\s+{_PART_OF}", re.I),
        r.half,
        ("first half of 2020", "second half of the year"),
        "first half of the match",
    ),
    Pattern(
        "part of a year",
        ("first", "last", "final"),
        Regex(rf"(first|last|final)\s+({f.NUMBER})\s+(day|week|month)s\s+of\s+{_PART_OF}", re.I),
        r.part,
        ("first six months of 2020", "first nine weeks of the new year"),
        "first six months of treatment",
    ),
    Pattern(
        "season",
        (*f.WORDS["seasons"], "fall"),
        Regex(rf"({SEASON}|fall|autumn)\s+(?:of\s+)?({YEAR})(?:[-–/]\d\d)?\b", re.I),
        lambda m: r.named(m, "span", f"{m[2]}-{'autumn' if m[1].lower() == 'fall' else m[1].lower()}"),
        ("summer 2019", "fall of 2020"),
        "summer of love",
    ),
)
