"""Whom a headline credits with its figures: "Overtime up 30 percent, AUDIT SAYS", "MAYOR: 40 jobs to go"."""

from __future__ import annotations

import re

from extractor.frame.named import names
from extractor.frame.speaker.said import Sayer, words
from extractor.frame.speaker.unnamed import FINITE
from extractor.model import Span
from extractor.regexes import Regex

_SAYS = "|".join(sorted(words("headline_verbs"), key=len, reverse=True))
_WHO = r"(?P<who>[^\s,.;:“”\"][^,;:“”\"]{1,50}?)"
#: Who says it, and what is told before and after.
_FORMS = (
    # "..., police say", "..., superintendent tells parents", "..., inquest hears"
    Regex(rf"(?P<said>.+),\s+{_WHO}\s+(?:{_SAYS}|tells(?:\s+[\w’'-]+){{0,3}})\s*(?:$|,\s)"),
    # "..., says report", "... say police"
    Regex(
        rf"(?P<said>.*?[^\s,]),?\s+(?:says|say|warns|warn|finds|reveals|claims|admits|claim|warn|insists)\s+{_WHO}\s*$"
    ),
    # behind a colon or a dash: "12 die in pile-up: police", "Four in ten wait too long – report"
    Regex(rf"(?P<said>.+)(?::|\s[–—-])\s+{_WHO}\s*$"),
    # before a colon, as in "Suit: Man fell nine times"
    Regex(rf"{_WHO}:\s+(?P<said>.+)$"),
    # "Audit finds 12 bridges unsafe"
    Regex(rf"{_WHO}\s+(?P<verb>{_SAYS})\s+(?P<said>.+)$"),
)
#: The form in which whatever stands before the verb is a source, and those in which a label may be none.
_SURE, _LABELS = _FORMS[0], _FORMS[2:4]
#: What others than papers do without saying it: "Police FIND 12 cars in lake".
_DEEDS = Regex(r"finds?|found|shows?|showed|reports?|reveals?|hears|fears?|suggests?|claims?")
_LAST = Regex(r"[\w-]+$")


def credited_by_headline(text: str, line: Span, span: Span) -> Sayer | None:
    """The source that a line of display names for the words at a span; None where it names none."""
    for form in _FORMS:
        found = form.fullmatch(text, line.start, line.end) or form.match(text, line.start, line.end)
        if found is None or not found.start("said") <= span.start < found.end("said"):
            continue
        who = _who(text, Span(*found.span("who")), sure=form is _SURE, label=form in _LABELS)
        genre = form in _LABELS and found["who"].lower() in words("genres")
        deed = form is _FORMS[4] and _DEEDS.fullmatch(found["verb"]) and (who is None or not _is_paper(who))
        if who is not None and not genre and not deed:
            return who
    return None


def _who(text: str, span: Span, *, sure: bool, label: bool) -> Sayer | None:
    """The words as a source, if they are a name or end in a noun for people, bodies or papers."""
    printed = span.of(text)
    if re.search(r"[\d£$€]", printed) or FINITE.search(printed):
        return None
    last = _LAST.search(printed)
    noun = last[0].lower() if last is not None else ""
    listed = noun in words("papers", "people_nouns", "body_nouns", "occupations", "sources")
    named = (printed.isupper() and printed.isalpha()) or (
        not label and bool(names(text, span.start, span.end))
    )
    known = listed or named or (sure and len(printed.split()) <= 4)
    return (
        Sayer(span, printed, "body" if noun in words("papers", "body_nouns") else "people") if known else None
    )


def _is_paper(who: Sayer) -> bool:
    return who.text.lower().split()[-1] in words("papers", "sources")
