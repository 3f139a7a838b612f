"""Clusters spread over the workers that checked the texts: each reads them from the store and compares.

What they find goes back to the parent, which alone writes. What a worker fails at, the parent does itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.audit.across import Between, betweens
from extractor.audit.clusters import Cluster
from extractor.audit.farm import Done, Farm
from extractor.audit.settings import Settings
from extractor.audit.store import Store

#: Clusters that a worker gets at a time: few enough that none waits for the last one.
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Comparing:
    """Clusters that a worker has to compare, and the store that it finds their texts in."""

    store: str
    clusters: tuple[Cluster, ...]


def compare(task: Comparing, settings: Settings) -> tuple[Between, ...]:
    """What a worker does with such a task."""
    with Store.reading(task.store) as store:
        return tuple(betweens(store, task.clusters, settings))


def spread(farm: Farm, store: Store, settings: Settings, found: Sequence[Cluster]) -> Iterator[Between]:
    """What is found between the wordings of each cluster, in no order."""
    path = store.path
    if farm.waiting < 2 or not path:
        yield from betweens(store, found, settings)
        return
    tasks = (Comparing(path, tuple(found[n : n + AT_ONCE])) for n in range(0, len(found), AT_ONCE))
    for answer in farm.each(tasks):
        lost = () if isinstance(answer, Done) else answer.task.clusters
        yield from answer.result if isinstance(answer, Done) else betweens(store, lost, settings)
