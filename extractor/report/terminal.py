"""A review for people at a terminal: the questioned sentences, one card each, then one closing line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.model import Document, Finding, Review, Severity, Verdict
from extractor.report.cards import Card, cards
from extractor.report.evidence import Quote
from extractor.report.layout import UNICODE, Glyphs, Page, marked
from extractor.report.telling import OTHERS, about, closing, elsewhere, in_short, name, place, tallied
from extractor.report.words import READING, SEVERITY, VERDICT

STYLE: Mapping[Severity | Verdict, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "consistent": "green",
    "undecided": "magenta",
    "not_comparable": "cyan",
}
QUIET = "bright_black"


def render_text(
    review: Review,
    *,
    width: int = 80,
    colour: bool = False,
    everything: bool = False,
    glyphs: Glyphs = UNICODE,
) -> str:
    """The report on a review; `everything` adds short cards for what is not questioned."""
    page = Page(width, colour, glyphs)
    documents = {d.id: d for d in review.documents}
    questioned = cards(review)
    others = {verdict: cards(review, verdict) for verdict in (OTHERS if everything else ())}
    for document in review.documents:
        own = _of(document, questioned)
        _heading(page, document, tallied(review, document, own))
        _questioned(page, own, documents)
        for verdict, found in others.items():
            _others(page, verdict, _of(document, found), documents)
        page.blank()
    if review.documents:
        page.paragraph(closing(review, glyphs))
    return str(page)


def _of(document: Document, found: Iterable[Card]) -> list[Card]:
    return [card for card in found if card.questioned.document is document]


def _heading(page: Page, document: Document, numbers: Iterable[str]) -> None:
    between = f" {page.glyphs.dot} "
    page.paragraph(name(document), "bold")
    page.paragraph(between.join(about(document)), QUIET)
    for note in document.notes:
        page.paragraph(note, QUIET)
    page.paragraph(between.join(numbers))


def _questioned(page: Page, own: list[Card], documents: Mapping[str, Document]) -> None:
    for number, card in enumerate(own, start=1):
        style = STYLE[card.severity]
        page.blank()
        page.rule(SEVERITY[card.severity], style, f"{number} of {len(own)}" if len(own) > 1 else "")
        page.blank()
        _quote(page, card.questioned, style, place(card.questioned))
        for finding in card.findings:
            page.blank()
            _finding(page, card, finding, documents)
        page.items("Caveats", [in_short(f) for f in card.caveats])
        page.items("It would need", [m for f in card.findings for m in f.missing])
        page.items("Suggestion", [f.suggestion for f in card.findings])
        page.items("Id", [f.id for f in card.findings])


def _finding(page: Page, card: Card, finding: Finding, documents: Mapping[str, Document]) -> None:
    page.paragraph(finding.explanation or "The marked words do not agree with each other.", indent=2)
    for quote in elsewhere(card, finding, documents):
        page.blank()
        _quote(page, quote, QUIET, f"rests on {place(quote, card.questioned.document)}")
    page.blank()
    page.items("Arithmetic", [finding.arithmetic])
    page.items("Would fit if", [READING[finding.reading]] if finding.reading else [])
    page.items("Supposing", finding.assumptions)
    page.items("Notes", finding.notes)


def _quote(page: Page, quote: Quote, style: str, place: str) -> None:
    page.paragraph(place, QUIET, indent=2)
    page.quote(marked(quote.document.text, quote.sentence, quote.marks, page.glyphs.cut), style)


def _others(page: Page, verdict: Verdict, found: list[Card], documents: Mapping[str, Document]) -> None:
    """Short cards for sentences that are not questioned."""
    if not found:
        return
    page.blank()
    page.rule(VERDICT[verdict], STYLE[verdict], str(len(found)) if len(found) > 1 else "")
    for card in found:
        page.blank()
        _quote(page, card.questioned, STYLE[verdict], place(card.questioned))
        beside = [q for f in card.findings for q in elsewhere(card, f, documents)]
        page.items("With", [_words(page, q, card) for q in beside])
        for finding in card.findings:
            _short(page, finding)


def _short(page: Page, finding: Finding) -> None:
    page.items("Arithmetic", [finding.arithmetic])
    page.items("Because" if finding.verdict == "not_comparable" else "So", [finding.explanation])
    page.items("Notes", finding.notes)
    page.items("Missing", finding.missing)


def _words(page: Page, quote: Quote, card: Card) -> str:
    """The marked words of a sentence and where it stands."""
    words = f" {page.glyphs.cut} ".join(m.of(quote.document.text) for m in quote.marks)
    return f"{page.glyphs.open}{words}{page.glyphs.close}, {place(quote, card.questioned.document)}"
