"""Words of a story that a table may judge though they print no number: a rank, a direction."""

from __future__ import annotations

from extractor.model import Comparison, ComparisonDirection, Mention, Span, stable_id
from extractor.reference.setting import Told
from extractor.regexes import Regex

_SENTENCE_END = Regex(r"(?<=[.!?”\"])\s+(?=[A-Z“\"‘'(])")


def phrase(
    told: Told, span: Span, direction: ComparisonDirection, subject: Mention | None = None
) -> Comparison:
    """The words as a comparison with what the table holds."""
    document = told.document
    block = document.block_at(span.start)
    return Comparison(
        id=stable_id("p", document.id, span.start, span.end),
        document=document.id,
        span=span,
        text=span.of(document.text),
        sentence=sentence_at(told, span),
        direction=direction,
        subject=subject,
        block="paragraph" if block is None else block.kind,
    )


def sentence_at(told: Told, span: Span) -> Span:
    """The sentence around a phrase: that of a figure in it, else between full stops of its paragraph."""
    known = [s for s in told.figures if s.contains(span)]
    if known:
        return min(known, key=len)
    around = told.paragraph(span.start)
    text = around.of(told.document.text)
    start, end = around.start, around.end
    for match in _SENTENCE_END.finditer(text):
        at = around.start + match.start()
        if at <= span.start:
            start = around.start + match.end()
        elif at >= span.end:
            end = at
            break
    return Span(start, end)
