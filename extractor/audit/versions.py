"""Two versions of a story: what became of each figure; and two audits: what came and went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractor.amount import meet
from extractor.audit.store import Store
from extractor.model import Claim, Document, Review
from extractor.reconcile import Story
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.retold.elsewhere import retold
from extractor.reconcile.siblings.claim_shifts import shift_of_slots
from extractor.reconcile.siblings.edited import edits
from extractor.reconcile.siblings.word_shifts import shift_of_words

Fate = Literal["changed", "reworded", "gone", "added", "kept"]
_MISMATCHES = """
SELECT f.relation || ' ' || f.arithmetic || ' ' || (
    SELECT group_concat(coalesce(d.outlet, d.source) || '#' || d.name, ' / ') FROM documents d WHERE d.current
    AND d.content IN (SELECT content FROM roles r WHERE r.scope = f.scope AND r.relation = f.id)
) FROM findings f WHERE f.verdict = 'mismatch' ORDER BY 1
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of the old version, the new version, or both."""

    fate: Fate
    old: Claim | None = None
    new: Claim | None = None


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of a story: every figure once, and what each version is questioned for."""

    old: Story
    new: Story
    changes: tuple[Change, ...]
    mended: tuple[str, ...]
    broken: tuple[str, ...]


def versions(review: Review) -> Versions:
    """What the second document of a review makes of the figures of the first."""
    old, new = (_story(review, document) for document in review.documents[:2])
    told = [_questions(review, story.document) for story in (old, new)]
    mended = tuple(q for q in told[0] if q not in told[1])
    broken = tuple(q for q in told[1] if q not in told[0])
    return Versions(old, new, tuple(changes(old, new)), mended, broken)


def changes(old: Story, new: Story) -> Iterator[Change]:
    """Figures in the order of the new version; then those that are gone."""
    pairs = {y.id: (fate, x) for fate, x, y in _paired(old, new)}
    for y in new.claims:
        yield Change(*pairs[y.id], y) if y.id in pairs else Change("added", None, y)
    met = {x.id for _, x in pairs.values()}
    yield from (Change("gone", x) for x in old.claims if x.id not in met)


def _paired(old: Story, new: Story) -> Iterator[tuple[Fate, Claim, Claim]]:
    """Figures that belong together: by their sentence, by their number, by what they tell; each once."""
    taken: set[str] = set()
    for fate, x, y in (*_in_sentences(old, new), *_by_number(old, new), *_told_anew(old, new)):
        if x.id not in taken and y.id not in taken:
            taken |= {x.id, y.id}
            yield fate, x, y


def _in_sentences(old: Story, new: Story) -> Iterator[tuple[Fate, Claim, Claim]]:
    for edit in edits(old, new):
        turned = shift_of_words(edit.lost, edit.gained) is not None
        for x, y in edit.pairs:
            if x.figure.amount != y.figure.amount and not (x.figure.value == y.figure.value is not None):
                yield "changed", x, y
            else:
                yield "reworded" if turned or shift_of_slots(x, y) else "kept", x, y


def _by_number(old: Story, new: Story) -> Iterator[tuple[Fate, Claim, Claim]]:
    for x in old.claims:
        words = content_words(old.sentence(x))
        same = [y for y in new.claims if y.figure.amount == x.figure.amount and y.block == x.block]
        for y in sorted(same, key=lambda y: -len(words & content_words(new.sentence(y)))):
            yield "kept", x, y


def _told_anew(old: Story, new: Story) -> Iterator[tuple[Fate, Claim, Claim]]:
    for relation in retold(old, new):
        x, y = relation.claims()
        yield "kept" if meet(x.figure.amount, y.figure.amount) else "changed", x, y


def _story(review: Review, document: Document) -> Story:
    claims = tuple(replace(c, negated=c.surely_negated) for c in review.claims if c.document == document.id)
    return Story(document, claims, tuple(c for c in review.comparisons if c.document == document.id))


def _questions(review: Review, document: Document) -> tuple[str, ...]:
    """What a version is questioned for by itself."""
    found = (f for f in review.findings if f.verdict == "mismatch")
    own = (f for f in found if {_document(r.value) for r in f.relation.roles} == {document.id})
    return tuple(dict.fromkeys(f"{f.explanation} ({f.arithmetic})" for f in own))


def _document(value: object) -> str:
    claims = getattr(value, "claims", None)
    return str(claims[0].document if claims else value.document)  # type: ignore[attr-defined]


def came_and_went(old: Store, new: Store) -> tuple[Sequence[str], Sequence[str]]:
    """What only the later audit questions, and what only the earlier one did."""
    before, after = ({str(row[0]) for row in store.rows(_MISMATCHES)} for store in (old, new))
    return sorted(after - before), sorted(before - after)
