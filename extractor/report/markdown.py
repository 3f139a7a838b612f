"""The report and the check sheet in Markdown: what a desk keeps beside a story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractor.model import Document, Finding, Review
from extractor.regexes import Regex
from extractor.report import telling
from extractor.report.cards import Card, cards
from extractor.report.evidence import Quote
from extractor.report.layout import clean
from extractor.report.sheet import Row, Sheet
from extractor.report.words import READING, SEVERITY, VERDICT

#: What Markdown, or HTML inside it, would take for a sign of its own.
_SIGNS = Regex(r"([\\`*_{}\[\]<>#|~&])")
#: The columns that people fill in stay empty.
HEADS = (
    "#",
    "Figure",
    "Where",
    "Counts",
    "Who says it",
    "Here",
    "Agrees with",
    "Source",
    "Checked by",
    "Date",
)


def render_markdown(review: Review, *, everything: bool = False) -> str:
    """Cards for the questioned sentences, then the check sheet, for each document."""
    sheet = Sheet(review)
    lines = [line for d in review.documents for line in _chapter(review, d, sheet, everything)]
    if review.documents:
        lines += [plain(telling.closing(review)), "", "Machine-made and unreviewed.", ""]
    return "\n".join(lines)


def plain(text: str) -> str:
    """Text from a story as Markdown shows it literally, on one line."""
    return _SIGNS.sub(r"\\\1", clean(text).strip())


def _chapter(review: Review, document: Document, sheet: Sheet, everything: bool) -> Iterator[str]:
    documents = {d.id: d for d in review.documents}
    own = [c for c in cards(review) if c.questioned.document is document]
    yield from (f"# {plain(telling.name(document))}", "")
    yield from _paragraphs([" · ".join(telling.about(document)), *document.notes])
    yield from _paragraphs([" · ".join(telling.tallied(review, document, own))])
    for card in own:
        yield from _card(card, documents)
    for verdict in telling.OTHERS if everything else ():
        others = [c for c in cards(review, verdict) if c.questioned.document is document]
        yield from _others(VERDICT[verdict], others)
    yield from _sheet(sheet.rows(document))


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        if text:
            yield from (plain(text), "")


def _card(card: Card, documents: Mapping[str, Document]) -> Iterator[str]:
    yield from (f"## {SEVERITY[card.severity]}: {plain(telling.place(card.questioned))}", "")
    yield from (f"> {_quoted(card.questioned)}", "")
    for finding in card.findings:
        yield from _paragraphs([finding.explanation])
        for quote in telling.elsewhere(card, finding, documents):
            place = telling.place(quote, card.questioned.document)
            yield from (f"Rests on {plain(place)}:", "", f"> {_quoted(quote)}", "")
        yield from _list(_entries(finding))
    yield from _list(
        [
            *(("Caveat", telling.in_short(f)) for f in card.caveats),
            *(("It would need", m) for f in card.findings for m in f.missing),
            *(("Suggestion", f.suggestion) for f in card.findings),
            *(("Id", f.id) for f in card.findings),
        ]
    )


def _entries(finding: Finding) -> list[tuple[str, str]]:
    return [
        ("Arithmetic", finding.arithmetic),
        ("Would fit if", READING[finding.reading] if finding.reading else ""),
        *(("Supposing", a) for a in finding.assumptions),
        *(("Note", n) for n in finding.notes),
    ]


def _list(entries: Iterable[tuple[str, str]]) -> Iterator[str]:
    told = [f"- {label}: {plain(text)}" for label, text in dict.fromkeys(entries) if text]
    yield from (*told, "") if told else ()


def _quoted(quote: Quote) -> str:
    """A sentence with its marked words in bold."""
    text, at, parts = quote.document.text, quote.sentence.start, []
    for mark in quote.marks:
        parts += [_inline(text[at : mark.start]), f"**{plain(mark.of(text))}**"]
        at = mark.end
    return "".join([*parts, _inline(text[at : quote.sentence.end])]).strip()


def _inline(text: str) -> str:
    """Literal text that keeps the spaces at its ends."""
    return _SIGNS.sub(r"\\\1", clean(text))


def _others(label: str, found: Sequence[Card]) -> Iterator[str]:
    if not found:
        return
    yield from (f"## {label}", "")
    for card in found:
        yield from (f"> {_quoted(card.questioned)}", "")
        yield from _list(e for f in card.findings for e in _short(f))


def _short(finding: Finding) -> list[tuple[str, str]]:
    return [
        ("Arithmetic", finding.arithmetic),
        ("So", finding.explanation),
        *(("Note", n) for n in finding.notes),
        *(("Missing", m) for m in finding.missing),
    ]


def _sheet(figures: Sequence[Row]) -> Iterator[str]:
    if not figures:
        return
    yield from ("## Check sheet", "", _line(HEADS), _line("---" for _ in HEADS))
    for row in figures:
        told = (row.quote, row.place, row.counts, row.speaker, row.status, "; ".join(row.agrees))
        yield _line([str(row.number), *map(plain, told), "", "", ""])
    yield ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
