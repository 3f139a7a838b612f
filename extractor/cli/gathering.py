"""What a command works on: reviews that were kept, stores of audits, stories that are checked first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extractor.cli.ending import complain

if TYPE_CHECKING:
    from extractor.model import Document
    from extractor.report.records import ReviewRecord


@dataclass(frozen=True, slots=True)
class Checking:
    """How stories are checked, and how the stores that are given were made."""

    published: date | None = None
    policy: Path | None = None
    tables: tuple[Path, ...] = ()


def gathered(sources: Sequence[str], checking: Checking) -> ReviewRecord:
    """All that is given as one record.

    Raises:
        SettingsError: a file cannot be read, or the reviews do not go together.
    """
    from extractor.export.load import is_record, is_store, load_record, merged

    kept = [s for s in sources if is_record(Path(s))]
    stores = [s for s in sources if is_store(Path(s))]
    stories = [s for s in sources if s not in kept and s not in stores]
    made = [*(load_record(Path(s)) for s in kept), *(_stored(Path(s), checking) for s in stores)]
    return merged([*made, *([_checked(stories, checking)] if stories else [])])


def _stored(path: Path, checking: Checking) -> ReviewRecord:
    from extractor.audit.review import stored_record
    from extractor.audit.settings import Settings
    from extractor.audit.store import Store

    with Store.open(path) as store:
        return stored_record(store, Settings(checking.published, checking.policy))


def _checked(stories: Sequence[str], how: Checking) -> ReviewRecord:
    from extractor import pipeline
    from extractor.report.encode import review_record

    review = pipeline.check(*stories, published=how.published, policy=how.policy, references=how.tables)
    return review_record(review)


def documents_in(stories: Iterable[str]) -> list[Document]:
    """The texts that are given, read and no more; what cannot be read is told."""
    from extractor.model import Document
    from extractor.read import read

    found = [one for story in stories for one in read(story)]
    for one in found:
        if not isinstance(one, Document):
            complain(f"{one.source}: {one.message}")
    return [one for one in found if isinstance(one, Document)]
