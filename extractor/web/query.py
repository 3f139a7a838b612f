"""A letter to the editor about accepted findings: it quotes and asks, and asserts nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.model import Document, Finding, Review
from extractor.report.evidence import Quote, quotes_of, values_of, where
from extractor.report.layout import clean
from extractor.report.telling import name
from extractor.report.words import READING


def drafted(review: Review, findings: Sequence[Finding]) -> str:
    """The letter; "" where nothing was accepted."""
    if not findings:
        return ""
    documents = {d.id: d for d in review.documents}
    asked = [
        f"{number}. " + "\n".join(_asked(finding, documents))
        for number, finding in enumerate(findings, start=1)
    ]
    titles = dict.fromkeys(documents[values_of(f)[0].document] for f in findings)
    about = " and ".join(f"“{clean(name(d))}”" for d in titles)
    return "\n\n".join(
        [
            "Dear editor,",
            f"May we ask you about some figures in {about}?",
            *asked,
            "Could you tell us what the figures rest on, or where we have misread them?",
            "With kind regards,",
        ]
    )


def _asked(finding: Finding, documents: dict[str, Document]) -> Iterator[str]:
    first, *others = quotes_of(values_of(finding), documents)
    yield f"{_place(first)}: “{_sentence(first)}”"
    for other in others:
        yield f"{_place(other, first)}: “{_sentence(other)}”"
    if finding.cells and len(values_of(finding)) == 1:
        yield f"Is this the entry of the table that the sentence means: {clean(finding.arithmetic)}?"
        return
    yield "Are these figures meant to be read together, of the same thing, place and time?"
    if finding.arithmetic:
        yield f"Would this be how to set them side by side: {clean(finding.arithmetic)}?"
    if finding.reading:
        yield f"Might it be that {READING[finding.reading]}?"
    for missing in finding.missing:
        yield f"Is there something to go by here: {clean(missing)}?"


def _place(quote: Quote, home: Quote | None = None) -> str:
    told = where(quote.document, quote.marks[0].start)
    if home is not None and home.document is not quote.document:
        told += f" of “{clean(name(quote.document))}”"
    return told[:1].upper() + told[1:]


def _sentence(quote: Quote) -> str:
    return clean(quote.sentence.of(quote.document.text)).strip()
