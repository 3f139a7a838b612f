"""A table against the prose about it: the cell of a row that the text names, told with its digits swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from extractor.amount import meet
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.retold.lead import slipped
from extractor.reconcile.story import DISPLAY, Story, alike
from extractor.regexes import Regex

#: Digits that both numbers have at least: those of two swap by chance.
LEAST = 3
#: A row of a table that was typed into the text, with its label in front.
_ROW = Regex(r"^\s*(?P<label>[^\W\d][^|\n]{1,50}?)\s*\|", re.MULTILINE)
#: How a sentence begins that goes on about what the one before it named.
_GOES_ON = Regex(r"^[“\"]?(?:It|They|There|Its|Their|That|This)\b")


def cells(story: Story) -> Iterator[Relation]:
    """One relation for each figure of the prose that must be a cell of a row that its words name."""
    labelled = [(c, label) for c in story.claims if (label := _label(story, c))]
    in_table = {c.id for c, _ in labelled}
    if not labelled:
        return
    for told in story.claims:
        fits = told.id not in in_table and told.block not in DISPLAY and not is_change(told)
        if fits and told.stance == "asserted" and not _is_printed(story, told):
            yield from _slip(story, told, labelled)


def _slip(story: Story, told: Claim, labelled: Sequence[tuple[Claim, str]]) -> Iterator[Relation]:
    words = _named_in(story, told)
    row = [c for c, label in labelled if re.search(rf"\b{re.escape(label)}\b", words)]
    meant = [c for c in row if alike(c, told) and _is_slip(c, told)]
    if len(meant) == 1:
        cue = Cue(story.document.id, told.sentence, story.sentence(told))
        yield Relation("same", (Role("stated", told), Role("from", meant[0])), cue, "contextual")


def _is_slip(cell: Claim, told: Claim) -> bool:
    x, y = cell.figure.value, told.figure.value
    return x is not None and y is not None and min(_digits(x), _digits(y)) >= LEAST and slipped(x, y)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _is_printed(story: Story, told: Claim) -> bool:
    """True if the figure stands anywhere else: in another cell, or further up."""
    return any(
        c is not told and alike(c, told) and meet(c.figure.amount, told.figure.amount) for c in story.claims
    )


def _named_in(story: Story, told: Claim) -> str:
    """The sentence of a figure, with the words before it in its paragraph if it goes on about their subject."""
    block = story.zones[story.block_number(told.figure.span.start)]
    sentence = story.sentence(told)
    if _GOES_ON.match(sentence):
        before = re.split(
            r"(?<=[.!?])\s", story.document.text[block.span.start : told.sentence.start].strip()
        )
        return f"{before[-1]} {sentence}"
    return sentence


def _label(story: Story, claim: Claim) -> str:
    """The words in front of the row of a table that a figure stands in; "" in prose."""
    number = story.block_number(claim.figure.span.start)
    zone = story.zones[number] if number >= 0 else None
    if zone is not None and zone.kind == "table_cell":
        while number > 0 and story.zones[number - 1].row == zone.row is not None:
            number -= 1
        first = story.words(story.zones[number].span).strip()
        return first if re.match(r"[^\W\d]", first) else ""
    text, at = story.document.text, claim.figure.span.start
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    found = _ROW.match(Span(start, end if end >= 0 else len(text)).of(text))
    return found["label"].strip() if found is not None else ""
