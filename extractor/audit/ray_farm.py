"""The same work on a cluster: Ray Data maps the analysis over the corpus, the parent keeps the store.

Each batch of tasks is a dataset of its own, so that what a batch holds is all that is held. A worker that
dies is started again; what it had under way and never answered is done here, by workers that lose one text
at a time.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from extractor.audit.farm import Done, Farm, Lost, Make
from extractor.errors import SettingsError

#: Tasks of a dataset, and of one call of a worker.
DATASET, CALL = 512, 8
#: What makes it survive: a dead worker is replaced, its call is tried once more, then given up.
SURVIVING = {"max_restarts": 4, "max_task_retries": 1}


@dataclass(frozen=True, slots=True)
class RayFarm:
    """Workers of a Ray cluster, or of a local one that is started for them."""

    make: Make
    arguments: tuple[Any, ...]
    workers: int
    seconds: float

    def each(self, tasks: Iterable[Any]) -> Iterator[Done[Any, Any] | Lost[Any]]:
        """The results as they come, in no order."""
        _started()
        waiting = iter(tasks)
        while left := dict(enumerate(islice(waiting, DATASET))):
            for number, answer in self._mapped(left):
                yield Done(left.pop(number), answer)
            if left:
                yield from Farm(self.make, self.arguments, self.workers, self.seconds).each(left.values())

    def _mapped(self, tasks: dict[int, Any]) -> Iterator[tuple[int, Any]]:
        """The numbers of the tasks that were done, with their results."""
        import ray.data

        rows = [{"number": n, "task": pickle.dumps(task)} for n, task in tasks.items()]
        blocks = max(1, len(rows) // CALL)
        context = ray.data.DataContext.get_current()
        context.max_errored_blocks = blocks
        context.enable_progress_bars = False
        done = ray.data.from_items(rows, override_num_blocks=blocks).map_batches(
            _Worker,
            fn_constructor_args=(self.make, self.arguments),
            batch_size=CALL,
            compute=ray.data.ActorPoolStrategy(min_size=1, max_size=self.workers),
            **SURVIVING,
        )
        for row in done.iter_rows():
            if row["answer"]:
                yield int(row["number"]), pickle.loads(row["answer"])


class _Worker:
    """What Ray keeps in a process: the model, loaded once."""

    def __init__(self, make: Make, arguments: tuple[Any, ...]) -> None:
        self.do: Callable[[Any], Any] = make(*arguments)

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """The pickled results; none where a text breaks the check, which the parent then finds out."""
        return {"number": batch["number"], "answer": [self._answer(task) for task in batch["task"]]}

    def _answer(self, task: bytes) -> bytes:
        try:
            return pickle.dumps(self.do(pickle.loads(task)))
        except Exception:
            return b""


def _started() -> None:
    """Join the cluster that the environment names, or start one on this machine.

    Raises:
        SettingsError: Ray is not installed.
    """
    try:
        import ray
    except ModuleNotFoundError as error:
        raise SettingsError("--engine ray needs Ray; pip install '.[ray]'") from error
    if not ray.is_initialized():
        ray.init(log_to_driver=False, include_dashboard=False, logging_level="ERROR")
