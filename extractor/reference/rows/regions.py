""" "The region", after one of its rows: the row for the whole block that the last named row is a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.lexicon import table as data
from extractor.model import Span
from extractor.reference.rows.homes import home_label
from extractor.reference.rows.labels import Named
from extractor.reference.setting import Told
from extractor.reference.tables.reference_table import ReferenceTable
from extractor.regexes import Regex

#: What follows a block that is told by its noun alone: "the lake supplied", and no "lake shore road".
_VERBS = (
    "is|are|was|were|has|have|had|took|made|got|saw|lost|rose|fell|grew|gave|did|sold|caught|drew|and|but|with|as|than"
    "|between|together|account|where|which|recorded|reported|the|average|averages|figure|total|share"
)


def regions(told: Told, named: Sequence[Named], reference: ReferenceTable) -> Iterator[Named]:
    """Every "the region" of a story, for the block of the row named last, if the table calls blocks so."""
    wholes = _wholes(reference)
    if not wholes:
        return
    yield from _sorts(told.document.text, named, reference)
    text, home = told.document.text, home_label(told, named)
    for match in _words().finditer(text):
        span = Span(match.start(), match.end())
        if match["word"].lower() not in _sizes(reference) or any(
            span.overlaps(n.span) and not n.wide for n in named
        ):
            continue
        whole = wholes.get(_last(told, named, span, wholes) or home or "")
        if whole is not None:
            yield Named(span, (whole,), full=False)


def _sorts(text: str, named: Sequence[Named], reference: ReferenceTable) -> Iterator[Named]:
    """Every "the lake" and "the nationals", for "Lake total" and "All national museums"."""
    sorts = _sorts_of(reference)
    for match in _nouns(tuple(sorts)).finditer(text) if len(sorts) > 1 else ():
        span = Span(match.start("word"), match.end("word"))
        if not any(span.overlaps(n.span) for n in named):
            yield Named(span, (sorts[match["sort"].lower()],), full=False)


def _sorts_of(reference: ReferenceTable) -> dict[str, str]:
    """The one word that tells a block from the others → its label; none that a column or another row has."""
    labels = dict.fromkeys(reference.rows[n].label for n in reference.parts)
    words = {label: re.findall(r"[a-z]+", label.lower()) for label in labels}
    common = {w for a in words for b in words if a != b for w in set(words[a]) & set(words[b])}
    common |= {*data("reference")["totals"], *data("reference")["blocks"]["sizes"], "all", "total"}
    heads = {w for c in reference.columns for w in re.findall(r"[a-z]+", c.head.text.lower())}
    rows = {
        w for r in reference.rows if r.label not in labels for w in re.findall(r"[a-z]+", r.label.lower())
    }
    found: dict[str, str] = {}
    for label, own in words.items():
        told = [w for w in own if w not in common]
        if len(told) == 1 and len(told[0]) > 2 and not {told[0], f"{told[0]}s"} & (heads | rows):
            found[told[0]] = label
    return found


@cache
def _nouns(sorts: tuple[str, ...]) -> Regex:
    listed = "|".join(sorted(map(re.escape, sorts), key=len, reverse=True))
    return Regex(
        rf"\b[Tt]he\s+(?P<word>(?P<sort>{listed})s?)\b(?=['’]s\s|[.,;:]|\s+(?:{_VERBS})\b|\s+\w+(?:ed|[^su]s)\s)",
        re.IGNORECASE,
    )


def _wholes(reference: ReferenceTable) -> dict[str, str]:
    """Label of a row → that of the block that it is a part of."""
    return {
        reference.rows[part].label: reference.rows[whole].label
        for whole, parts in reference.parts.items()
        for part in parts
    }


def _sizes(reference: ReferenceTable) -> frozenset[str]:
    """What the table calls its blocks: by their labels, or the head of the column that names them."""
    labels = {reference.rows[n].label for n in reference.parts}
    words = {w for text in (*labels, *reference.heads) for w in re.findall(r"[a-z]+", text.lower())}
    noun = reference.row_noun.lower().split(" ")[-1:]
    return frozenset(words - set(noun))


def _last(told: Told, named: Sequence[Named], span: Span, parts: dict[str, str]) -> str | None:
    """The label of the last row before a place in its paragraph that is part of a block."""
    around = told.paragraph(span.start)
    before = [n for n in named if around.start <= n.span.start and n.span.end <= span.start and not n.wide]
    own = [n.labels[0] for n in before if len(n.labels) == 1 and n.labels[0] in parts]
    return own[-1] if own else None


@cache
def _words() -> Regex:
    listed = "|".join(sorted(data("reference")["blocks"]["sizes"], key=len, reverse=True))
    return Regex(rf"\b[Tt]he\s+(?P<word>{listed})\b(?:\s+as\s+a\s+whole)?")
