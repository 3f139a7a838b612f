"""Times that say at what pace something goes: "a year", "each week", and what takes weeks or years."""

from __future__ import annotations

import re

from extractor.model import Period, Span
from extractor.regexes import Regex

#: Characters before a figure in which "each week" stands.
_BACK = 24
_EACH = Regex(
    r"(?:\s+\S+){0,5}?\s+((?:a|each|every|per)\s+(year|month)|annually|yearly|monthly)\b(?!\s+(?:ago|earlier|before|later))"
)
_STOP = Regex(r"[,.;:()—]")
_EVERY = Regex(r"(?:each|every)\s+(year|month|week|day)\b,?\s+$", re.IGNORECASE)
#: What goes up or down takes its time: "taxes have GONE UP 19 per cent in four years".
CHANGES = Regex(
    r"\b(?:ris(?:e|es|en|ing)|rose|up|down|f[ae]ll(?:en|s|ing)?|gr[eo]w(?:n|s|ing|th)?|climb\w*|dropp?\w*|increas\w*"
    r"|decreas\w*|declin\w*|shr[aiu]nk\w*|cut|doubl\w*|halv\w*|jump\w*|soar\w*|gain\w*|lost|higher|lower)\b"
)


def frequency(text: str, sentence: Span, span: Span) -> Period | None:
    """The rate of a figure in a sentence, "£31m A YEAR", "EACH WEEK 40"; None where it has none."""
    first = _EVERY.search(text, max(sentence.start, span.start - _BACK), span.start)
    if first is not None:
        return Period(Span(*first.span()), first[0].strip(" ,"), f"per:{first[1]}", "relative", found="here")
    found = _EACH.match(text, span.end, sentence.end)
    if found is None or _STOP.search(text, span.end, found.start(1)):
        return None
    unit = found[2] or {"annually": "year", "yearly": "year", "monthly": "month"}[found[1]]
    return Period(Span(*found.span(1)), found[1], f"per:{unit}", "relative", found="here")
