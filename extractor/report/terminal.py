"""A review for people at a terminal: the questioned sentences, one card each, then one closing line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.model import Document, Finding, Review, Severity, Verdict
from extractor.report.cards import Card, cards, tally
from extractor.report.evidence import Quote, quotes_of, span_of, values_of, where
from extractor.report.layout import UNICODE, Glyphs, Page, clean, marked
from extractor.report.words import READING, SEVERITY, VERDICT, counted, inside_sentence

STYLE: Mapping[Severity | Verdict, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "note": "bold cyan",
    "consistent": "green",
    "undecided": "magenta",
    "not_comparable": "cyan",
}
QUIET = "bright_black"
#: Verdicts that only a full report shows, in its order.
OTHERS: tuple[Verdict, ...] = ("undecided", "not_comparable", "consistent")
#: Undecided comparisons that the closing line names.
NAMED = 5


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
        _heading(page, document, _tally(review, document, len(own)))
        _questioned(page, own, documents)
        for verdict, found in others.items():
            _others(page, verdict, _of(document, found), documents)
        page.blank()
    if review.documents:
        page.paragraph(_closing(review, documents, glyphs))
    return str(page)


def _of(document: Document, found: Iterable[Card]) -> list[Card]:
    return [card for card in found if card.questioned.document is document]


def _heading(page: Page, document: Document, numbers: list[str]) -> None:
    between = f" {page.glyphs.dot} "
    page.paragraph(_name(document), "bold")
    about = [document.source if document.title else None, document.outlet, _day(document)]
    page.paragraph(between.join(part for part in about if part), QUIET)
    for note in document.notes:
        page.paragraph(note, QUIET)
    page.paragraph(between.join(numbers))


def _name(document: Document) -> str:
    return document.title or document.source or document.id


def _day(document: Document) -> str | None:
    day = document.published
    return None if day is None else f"{day.day} {day:%B %Y}"


def _tally(review: Review, document: Document, asked: int) -> list[str]:
    found = [f.verdict for f in review.findings if values_of(f)[0].document == document.id]
    rest = [f"{found.count(v):,} {VERDICT[v].lower()}" for v in reversed(OTHERS) if v in found]
    questioned = (
        counted(asked, "sentence questioned", "sentences questioned") if asked else "nothing questioned"
    )
    return [questioned, f"{'other ' if asked else ''}checks: {', '.join(rest)}"] if rest else [questioned]


def _questioned(page: Page, own: list[Card], documents: Mapping[str, Document]) -> None:
    for number, card in enumerate(own, start=1):
        style = STYLE[card.severity]
        page.blank()
        page.rule(SEVERITY[card.severity], style, f"{number} of {len(own)}" if len(own) > 1 else "")
        page.blank()
        _quote(page, card.questioned, style, _place(card.questioned))
        for finding in card.findings:
            page.blank()
            _finding(page, card, finding, documents)
        page.items("Caveats", [_in_short(f) for f in card.caveats])
        page.items("It would need", [m for f in card.findings for m in f.missing])
        page.items("Suggestion", [f.suggestion for f in card.findings])


def _finding(page: Page, card: Card, finding: Finding, documents: Mapping[str, Document]) -> None:
    page.paragraph(finding.explanation or "The marked words do not agree with each other.", indent=2)
    for quote in _elsewhere(card, finding, documents):
        page.blank()
        _quote(page, quote, QUIET, f"rests on {_place(quote, card.questioned.document)}")
    page.blank()
    page.items("Arithmetic", [finding.arithmetic])
    page.items("Would fit if", [READING[finding.reading]] if finding.reading else [])
    page.items("Supposing", finding.assumptions)
    page.items("Notes", finding.notes)


def _elsewhere(card: Card, finding: Finding, documents: Mapping[str, Document]) -> tuple[Quote, ...]:
    """The other sentences that a finding rests on."""
    others = [v for v in values_of(finding) if not card.questioned.holds(v)]
    return quotes_of(others, documents, [finding.reading])


def _in_short(finding: Finding) -> str:
    """A finding in one line."""
    return finding.explanation or finding.arithmetic or "; ".join(finding.notes) or finding.relation.cue.text


def _quote(page: Page, quote: Quote, style: str, place: str) -> None:
    page.paragraph(place, QUIET, indent=2)
    page.quote(marked(quote.document.text, quote.sentence, quote.marks, page.glyphs.cut), style)


def _place(quote: Quote, home: Document | None = None) -> str:
    """Where a sentence stands and who gives its figures."""
    place = where(quote.document, quote.marks[0].start)
    foreign = home is not None and home is not quote.document
    if foreign:
        place += f" of {_name(quote.document)}"
    if quote.speaker is None:
        return place
    place += f", figures given by {inside_sentence(quote.speaker)}"
    return f"{place}, quoted by {quote.document.outlet}" if foreign and quote.document.outlet else place


def _others(page: Page, verdict: Verdict, found: list[Card], documents: Mapping[str, Document]) -> None:
    """Short cards for sentences that are not questioned."""
    if not found:
        return
    page.blank()
    page.rule(VERDICT[verdict], STYLE[verdict], str(len(found)) if len(found) > 1 else "")
    for card in found:
        page.blank()
        _quote(page, card.questioned, STYLE[verdict], _place(card.questioned))
        beside = [q for f in card.findings for q in _elsewhere(card, f, documents)]
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
    return f"{page.glyphs.open}{words}{page.glyphs.close}, {_place(quote, card.questioned.document)}"


def _closing(review: Review, documents: Mapping[str, Document], glyphs: Glyphs) -> str:
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
