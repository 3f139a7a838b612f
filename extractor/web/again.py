"""A review checked again: with a person's corrections over its claims, and against dropped tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extractor.model import Correction, Finding, Review, Slot
from extractor.pipeline import check_again
from extractor.report.evidence import values_of
from extractor.web.files import written
from extractor.web.mending import mended
from extractor.web.store import Kept

if TYPE_CHECKING:
    from spacy.language import Language

#: Slots that say which cell of a table is meant.
_LOOKED_UP: frozenset[Slot] = frozenset({"base", "negated", "place", "period"})


def checked_again(
    raw: Review, corrections: Sequence[Correction], tables: Sequence[Kept], nlp: Language
) -> Review:
    """The review with what corrections and tables make of it; tables go by the names they were dropped with.

    Raises:
        InputError: a correction cannot be understood.
    """
    claims = mended(raw, corrections, nlp)
    with TemporaryDirectory(prefix="crossfoot-") as folder:
        again = check_again(raw, claims, references=written(tables, Path(folder)))
    findings = tuple(f for f in again.findings if not _rests_on_what_was_read(f, corrections))
    errors = [replace(e, source=e.source.rpartition("/")[2]) for e in again.errors]
    return replace(again, findings=findings, errors=tuple(dict.fromkeys(errors)))


def _rests_on_what_was_read(finding: Finding, corrections: Sequence[Correction]) -> bool:
    """True where a table was asked for a place or a time that a person has corrected.

    The look-up takes row and period from the sentence, so it would go on to question what was mended.
    """
    mended = {c.claim for c in corrections if c.slot in _LOOKED_UP}
    return bool(finding.cells) and any(v.id in mended for v in values_of(finding))
