"""`crossfoot compare`: two versions of a story, or two audits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.ending import OK, UNREADABLE, complain, guarded, print_out
from extractor.cli.options import Debug

if TYPE_CHECKING:
    from extractor.audit.versions import Change, Versions
    from extractor.model import Claim
    from extractor.reconcile import Story

#: What is told first; what was kept is only counted.
ORDER = ("changed", "reworded", "gone", "added")
TOLD = {"changed": "changed", "reworded": "same number, other words", "gone": "gone", "added": "new"}
HEAD = b"SQLite format 3\x00"


def compare(
    old: Annotated[
        str, typer.Argument(help="The earlier version, or the store of an audit.", show_default=False)
    ],
    new: Annotated[str, typer.Argument(help="The later one.", show_default=False)],
    debug: Debug = False,
) -> int:
    """Tell what a correction or a rewrite did to the figures of a story, or on what two audits differ."""

    def work() -> int:
        if _is_store(old) and _is_store(new):
            print_out("".join(f"{line}\n" for line in _audits(Path(old), Path(new))))
            return OK
        return _stories(old, new)

    return guarded(work, debug)


def _is_store(path: str) -> bool:
    if not Path(path).is_file():
        return False
    with Path(path).open("rb") as file:
        return file.read(len(HEAD)) == HEAD


def _stories(old: str, new: str) -> int:
    from extractor import pipeline
    from extractor.audit.versions import versions

    review = pipeline.check(old, new)
    for problem in review.errors:
        complain(f"{problem.source}: {problem.message}")
    if len(review.documents) != 2:
        complain(f"compare takes two stories, {len(review.documents)} could be read; give one file for each")
        return UNREADABLE
    if review.documents[1].duplicate_of is not None:
        print_out("the same text\n")
        return OK
    print_out("".join(f"{line}\n" for line in _told(versions(review))))
    return UNREADABLE if review.errors else OK


def _told(found: Versions) -> Iterator[str]:
    kept = sum(change.fate == "kept" for change in found.changes)
    for fate in ORDER:
        for change in found.changes:
            if change.fate == fate:
                yield from _change(found, change)
    yield f"{kept} of {len(found.changes)} figures as they were"
    yield from (f"no longer questioned: {question}" for question in found.mended)
    yield from (f"questioned now: {question}" for question in found.broken)


def _change(found: Versions, change: Change) -> Iterator[str]:
    yield f"{TOLD[change.fate]}: {_figures(change)}"
    if change.old is not None:
        yield f"  - {_sentence(found.old, change.old)}"
    if change.new is not None:
        yield f"  + {_sentence(found.new, change.new)}"


def _figures(change: Change) -> str:
    told = [claim.figure.text for claim in (change.old, change.new) if claim is not None]
    return " → ".join(dict.fromkeys(told))


def _sentence(story: Story, claim: Claim) -> str:
    return " ".join(story.sentence(claim).split())


def _audits(old: Path, new: Path) -> Iterator[str]:
    from extractor.audit.store import Store
    from extractor.audit.versions import came_and_went

    with Store.open(old) as before, Store.open(new) as after:
        came, went = came_and_went(before, after)
    yield from (f"questioned now: {one}" for one in came)
    yield from (f"no longer questioned: {one}" for one in went)
    yield f"{len(came)} more questioned, {len(went)} no longer"
