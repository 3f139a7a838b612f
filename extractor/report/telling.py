"""What every report tells in the same words: names, places, tallies, the closing line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from extractor.model import Document, Finding, Review, Verdict
from extractor.regexes import Regex
from extractor.report.cards import Card, tally
from extractor.report.evidence import Quote, quotes_of, span_of, values_of, where
from extractor.report.layout import UNICODE, Glyphs, clean
from extractor.report.words import VERDICT, counted, inside_sentence

#: Verdicts that only a full report shows, in its order.
OTHERS: tuple[Verdict, ...] = ("undecided", "not_comparable", "consistent")
#: Undecided comparisons that the closing line names.
NAMED = 5
#: "EMBARGOED until 00.01 on Thursday", "Not for publication before noon".
_EMBARGO = Regex(
    r"\b(?:under|strict(?:ly)?)?\s*embargo(?:ed)?\b|\bnot for (?:release|publication|broadcast)\b",
    re.IGNORECASE,
)
#: An embargo stands in a short line of its own, not in running text about one.
_EMBARGO_LINE = 160


def name(document: Document) -> str:
    """What people call a document: its title, or where it came from."""
    return document.title or document.source or document.id


def about(document: Document) -> tuple[str, ...]:
    """Where a document came from and when, as far as known."""
    day = document.published
    told = None if day is None else f"{day.day} {day:%B %Y}"
    return tuple(p for p in (document.source if document.title else None, document.outlet, told) if p)


def embargo(document: Document) -> str | None:
    """The line that asks not to publish yet, if the text has one."""
    lines = (line.strip() for line in document.text.splitlines())
    return next((line for line in lines if len(line) <= _EMBARGO_LINE and _EMBARGO.search(line)), None)


def tallied(review: Review, document: Document, questioned: Sequence[Card]) -> tuple[str, ...]:
    """How many sentences are questioned, and what the other checks said; a caveat counts with its card."""
    asked, told = len(questioned), {f.id for card in questioned for f in card.caveats}
    own = (f for f in review.findings if values_of(f)[0].document == document.id)
    found = [f.verdict for f in own if f.id not in told]
    rest = [f"{found.count(v):,} {VERDICT[v].lower()}" for v in reversed(OTHERS) if v in found]
    first = counted(asked, "sentence questioned", "sentences questioned") if asked else "nothing questioned"
    return (first, f"{'other ' if asked else ''}checks: {', '.join(rest)}") if rest else (first,)


def elsewhere(card: Card, finding: Finding, documents: Mapping[str, Document]) -> tuple[Quote, ...]:
    """The sentences, other than the questioned one, that a finding rests on."""
    others = [v for v in values_of(finding) if not card.questioned.holds(v)]
    return quotes_of(others, documents, [finding.reading])


def in_short(finding: Finding) -> str:
    """A finding in one line."""
    return finding.explanation or finding.arithmetic or "; ".join(finding.notes) or finding.relation.cue.text


def place(quote: Quote, home: Document | None = None) -> str:
    """Where a sentence stands and who gives its figures; its document too where that is not `home`."""
    told = where(quote.document, quote.marks[0].start)
    foreign = home is not None and home is not quote.document
    if foreign:
        told += f" of {name(quote.document)}"
    if quote.speaker is None:
        return told
    told += f", figures given by {inside_sentence(quote.speaker)}"
    return f"{told}, quoted by {quote.document.outlet}" if foreign and quote.document.outlet else told


def closing(review: Review, glyphs: Glyphs = UNICODE) -> str:
    """How much could be checked, and what is left open."""
    documents = {d.id: d for d in review.documents}
    numbers = tally(review)
    left = [_open_question(f, documents, glyphs) for f in numbers.undecided]
    named = [*left[:NAMED], f"{len(left) - NAMED} more"] if len(left) > NAMED else left
    listed = f" ({'; '.join(named)})" if named else ""
    figures = f"{numbers.checked:,} of {counted(numbers.figures, 'figure', 'figures')}"
    comparisons = counted(len(left), "asserted comparison", "asserted comparisons")
    return f"{figures} could be cross-checked here; {comparisons} undecided{listed}; agreement is not proof."


def _open_question(finding: Finding, documents: Mapping[str, Document], glyphs: Glyphs) -> str:
    value = values_of(finding)[0]
    words = clean(span_of(value).of(documents[value.document].text))
    missing = f": {finding.missing[0]}" if finding.missing else ""
    return f"{glyphs.open}{words}{glyphs.close}{missing}"
