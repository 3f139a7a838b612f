"""A review checked again: with a person's corrections over its claims, and against dropped tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from extractor.model import Correction, Review
from extractor.pipeline import check_again
from extractor.web.files import written
from extractor.web.mending import mended
from extractor.web.store import Kept

if TYPE_CHECKING:
    from spacy.language import Language


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
    errors = [replace(e, source=e.source.rpartition("/")[2]) for e in again.errors]
    return replace(again, errors=tuple(dict.fromkeys(errors)))
