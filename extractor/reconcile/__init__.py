"""What cannot be true together: claims are linked by language and judged by interval arithmetic.

    chapter → link → derive → check

`chapter` cuts what is as long as a book; `link` makes relations out of claims and the words between
them, and lets numbers that fit only bear a figure out; `derive` says what follows from them; `check`
judges each relation. `siblings` does the same between two stories; `story` is how all of them see one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.lexicon import Policy, load_policy
from extractor.model import Derived, Finding, Relation
from extractor.reconcile.chapter import chapters
from extractor.reconcile.check import check, not_comparable
from extractor.reconcile.derive import derived
from extractor.reconcile.link import link
from extractor.reconcile.link.guards.caveats import caveats
from extractor.reconcile.link.retold.between import supplied
from extractor.reconcile.one_number import not_about, of_two_things
from extractor.reconcile.siblings.pair import across
from extractor.reconcile.story import Story

__all__ = ["Reconciled", "Story", "reconcile"]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What the claims of some documents say together."""

    derived: tuple[Derived, ...] = ()
    findings: tuple[Finding, ...] = ()


def reconcile(stories: Sequence[Story], policy: Policy | None = None) -> Reconciled:
    """Every relation of the stories, each alone and all together, judged under a word policy."""
    policy = policy or load_policy()
    findings: list[Finding] = []
    open_ones: list[Relation] = []
    for chapter in (chapter for story in stories for chapter in chapters(story)):
        relations = list(link(chapter))
        open_ones += relations if len(stories) > 1 else ()
        findings += _judged(chapter, relations, policy)
    if len(stories) > 1:
        findings += [*across(stories, policy), *check(supplied(stories, open_ones), policy)]
    follows = [d for story in stories for d in derived(story)]
    return Reconciled(tuple(follows), tuple(findings))


def _judged(story: Story, relations: Sequence[Relation], policy: Policy) -> Iterator[Finding]:
    """What the relations within one story come to."""
    odd = list(of_two_things(story))
    yield from not_about(check(relations, policy), odd)
    yield from odd
    yield from (not_comparable(c) for c in caveats(story, relations))
