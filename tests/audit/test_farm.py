"""Workers: what is given out, in which order, and what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from extractor.audit.farm import Done, Farm, Lost


def doubling() -> Callable[[int], int]:
    return lambda n: 100 // (5 - n) if n == 5 else n * 2


def told(taken: list[int]) -> Iterator[int]:
    for n in range(8):
        taken.append(n)
        yield n


@pytest.mark.parametrize("workers", [1, 3])
def test_every_task_comes_back_once(workers: int) -> None:
    answers = list(Farm(doubling, (), workers, 60.0).each(told([])))
    assert sorted(a.result for a in answers if isinstance(a, Done)) == [0, 2, 4, 6, 8, 12, 14]
    assert [a.task for a in answers if isinstance(a, Lost)] == [5]


def test_a_free_worker_has_its_next_task_before_the_answer_is_looked_at() -> None:
    taken: list[int] = []
    farm = Farm(doubling, (), 1, 60.0)
    answers = farm.each(told(taken))
    next(answers)
    assert farm.waiting == 0
    assert taken == [0, 1, 2]
    answers.close()  # type: ignore[attr-defined]
