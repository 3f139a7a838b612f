"""Stories made by hand: figures in braces, nouns behind a colon, no model and no grammar.

    told("It had {402:reply} replies.| Of these, {214:reply} ({53 per cent}) said no.")

`|` ends a sentence, a blank line ends a paragraph, the first paragraph is the headline if it
starts with "# ". Behind a figure may stand its noun and, after more colons, slots: "neg",
"base=reply", "event=visit", "place=england", "change", "stance=target".
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from extractor.amount import between, exact, last_digit, rounded
from extractor.model import (
    Amount,
    Block,
    Claim,
    Comparison,
    Document,
    Figure,
    FigureKind,
    Mention,
    Period,
    Span,
    stable_id,
)
from extractor.reconcile import Story

_FIGURE = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
WORDS = {
    "half": 50,
    "a third": Fraction(100, 3),
    "a quarter": 25,
    "a fifth": 20,
    "two-thirds": Fraction(200, 3),
}
MULTIPLES = {"doubled": 2, "twice": 2, "trebled": 3, "three times": 3, "threefold": 3}
SCALES = {"m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
CURRENCIES = {"£": "GBP", "$": "USD", "€": "EUR"}


def told(marked: str, *, document: str = "story") -> Story:
    """The story that the marked text tells."""
    text, figures, ends, blocks = _read(marked)
    claims = tuple(
        _claim(document, text, note, span, _sentence(span, ends, text), blocks) for span, note in figures
    )
    return Story(Document(document, text, tuple(blocks), sha256="x"), claims)


def compared(story: Story, words: str, **slots: object) -> Story:
    """The story with one comparison more: its words, direction, reference and the like."""
    start = story.document.text.index(words)
    span = Span(start, start + len(words))
    sentence = next(b.span for b in story.zones if b.span.contains(span))
    made = Comparison("k-1", story.document.id, span, words, sentence, "higher")
    return Story(story.document, story.claims, (*story.comparisons, replace(made, **slots)))  # type: ignore[arg-type]


def _read(marked: str) -> tuple[str, list[tuple[Span, str]], list[int], list[Block]]:
    figures: list[tuple[Span, str]] = []
    ends: list[int] = []
    blocks: list[Block] = []
    text = ""
    for paragraph in marked.strip().split("\n\n"):
        kind = "headline" if paragraph.startswith("# ") else "paragraph"
        start = len(text)
        for piece in re.split(r"(\{[^{}]*\}|\|)", paragraph.removeprefix("# ")):
            if piece == "|":
                ends.append(len(text))
            elif found := _FIGURE.fullmatch(piece):
                words = found[1].split(":")[0]
                figures.append((Span(len(text), len(text) + len(words)), found[1]))
                text += words
            else:
                text += piece
        ends.append(len(text))
        blocks.append(Block(kind, Span(start, len(text))))  # type: ignore[arg-type]
        text += "\n\n"
    return text.rstrip("\n"), figures, ends, blocks


def _sentence(span: Span, ends: list[int], text: str) -> Span:
    end = min(e for e in ends if e >= span.end)
    start = max((e for e in ends if e <= span.start), default=0)
    while text[start].isspace():
        start += 1
    return Span(start, end)


def _claim(document: str, text: str, note: str, span: Span, sentence: Span, blocks: list[Block]) -> Claim:
    words, *slots = note.split(":")
    figure = figure_of(words, span)
    block = next(b for b in blocks if b.span.contains(span))
    claim = Claim(stable_id("c", document, span.start), document, figure, sentence, block.kind)
    if slots and slots[0] and "=" not in slots[0] and slots[0] not in ("neg", "change"):
        noun = slots.pop(0)
        claim = replace(claim, measure=Mention(None, noun, noun))
    for slot in slots:
        claim = _with_slot(claim, slot)
    return claim


def _with_slot(claim: Claim, slot: str) -> Claim:
    name, _, value = slot.replace("/", ":").partition("=")
    if name == "neg":
        return replace(claim, negated=True)
    if name == "change":
        return replace(claim, statistic="change")
    if name == "stance":
        return replace(claim, stance=value)  # type: ignore[arg-type]
    if name == "period":
        return replace(claim, period=Period(None, value, value, "span"))
    return replace(claim, **{name: Mention(None, value, value)})  # type: ignore[arg-type]


def figure_of(words: str, span: Span) -> Figure:
    """A figure as the finder would read it, for the few forms that these tests print."""
    kind, amount, value = _amount(words)
    hedge = next(
        (h for h in ("more than", "around", "about", "almost", "up to") if words.lower().startswith(h)), None
    )
    if hedge == "more than":
        amount = between(amount.low, None, amount.unit, low_open=True)
    return Figure(span, words, kind, amount, value, hedge)


def _amount(words: str) -> tuple[FigureKind, Amount, Decimal | None]:
    bare = re.sub(r"^(?:more than|around|about|almost|up to) ", "", words.lower())
    if bare in WORDS:
        middle = Fraction(WORDS[bare])
        return "ratio", between(middle * Fraction(19, 20), middle * Fraction(21, 20), "%"), None
    if bare in MULTIPLES:
        return "multiple", exact(MULTIPLES[bare], "times"), Decimal(MULTIPLES[bare])
    found = _NUMBER.search(bare)
    assert found is not None, words
    number = Decimal(found[0].replace(",", ""))
    if re.search(r"per ?cent|%", bare):
        return "percentage", rounded(number, last_digit(number), "%"), number
    if "point" in bare:
        return "points", rounded(number, last_digit(number), "points"), number
    scale = next((s for w, s in SCALES.items() if re.search(rf"\d ?{w}\b", bare)), 1)
    if bare.endswith("grams"):
        return "measure", exact(number, "gram"), number
    if bare[0] in CURRENCIES:
        money = rounded(number * scale, last_digit(number) * scale, CURRENCIES[bare[0]])
        whole = exact(number, CURRENCIES[bare[0]])
        return "money", money if scale > 1 or number != int(number) else whole, number * scale
    return "count", exact(number * scale), number * scale
