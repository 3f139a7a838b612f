"""Checks in a process of their own: they end at their limit or when told, and the next one goes on."""

from __future__ import annotations

import pickle
import subprocess
import time
from collections.abc import Iterator
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

import pytest

from extractor.errors import ModelError
from extractor.model import Correction, Review
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.web.bench import Limits
from extractor.web.checker import Checker, NotDoneError, _Answers
from tests.web.served import STORY, served

#: Minutes of work: whoever waits for its end in a test has failed it.
ENDLESS = "\n\n".join(
    f"The hall at Thornby let {n + 310} rooms in {1900 + n % 120}, {n % 89 + 11} per cent of {n + 4000} in"
    f" all, and {n + 21} more than in the year before, when {n + 289} were let for {n * 7 + 13} pounds."
    for n in range(1500)
)


@pytest.fixture(scope="module")
def started() -> Iterator[Checker]:
    made = Checker()
    yield made
    made.close()


@pytest.fixture
def checker(started: Checker) -> Checker:
    started.seconds = 300
    return started


def check(checker: Checker, text: str = STORY) -> Review:
    return checker.check([document_from_text(text, id="t")], None)


def test_it_says_what_a_check_in_this_process_says(checker: Checker) -> None:
    document = document_from_text(STORY, id="t")
    assert check(checker) == review_documents([document])


def test_a_check_ends_at_its_limit_and_the_next_goes_on(checker: Checker) -> None:
    check(checker)  # the model is there
    checker.seconds = 0.5
    with pytest.raises(NotDoneError, match=r"more than 0\.5 seconds"):
        check(checker, ENDLESS)
    checker.seconds = 300
    assert check(checker).findings


def test_a_check_is_stopped_from_another_thread(checker: Checker) -> None:
    check(checker)
    told: list[str] = []

    def work() -> None:
        try:
            check(checker, ENDLESS)
        except NotDoneError as error:
            told.append(str(error))

    thread = Thread(target=work)
    thread.start()
    time.sleep(0.5)
    checker.stop()
    thread.join(10)
    assert told == ["It was stopped before it was done."]
    checker.stop()  # nothing runs: nothing happens
    assert check(checker).findings


def test_a_process_that_dies_is_told_and_replaced(checker: Checker) -> None:
    check(checker)
    assert checker._hand is not None
    checker._hand.process.kill()
    with pytest.raises(NotDoneError, match="broke down"):
        check(checker)
    assert check(checker).findings


def test_a_fault_of_ours_is_told_without_the_text(checker: Checker) -> None:
    correction = Correction("c-none", "measure", "nobody's")
    with pytest.raises(NotDoneError, match=r"internal error, \w+Error: this is a bug"):
        checker.correct("no review", [correction], [])  # type: ignore[arg-type]


@pytest.mark.parametrize("what", [subprocess.run, print, eval, Path("x")])
def test_an_answer_makes_reviews_and_nothing_else(what: object) -> None:
    with pytest.raises(pickle.UnpicklingError):
        _Answers(BytesIO(pickle.dumps(what))).load()


def test_a_page_tells_that_a_check_takes_too_long(checker: Checker) -> None:
    checker.seconds = 0.001
    with served(checker=checker) as client:
        address, page = client.paste()
        assert "The check takes more than 0.001 seconds" in page
        assert address not in client.get("/").text  # nobody could open it
        checker.seconds = 300
        assert "slightly higher" in client.paste()[1]


def test_work_is_stopped_on_its_page(checker: Checker) -> None:
    check(checker)
    with served(checker=checker, limits=Limits(check=300)) as client:
        begun = client.post("/works", {"text": ENDLESS})
        address = begun.headers["location"]
        waiting = client.get(address)
        assert waiting.status == 202
        assert f'action="{address}/stop"' in waiting.text
        behind = client.post("/works", {"text": STORY}).headers["location"]  # waits for its turn
        client.post(f"{behind}/stop", {})
        assert "It was stopped" in client.opened_page(behind)
        assert client.post(f"{address}/stop", {}).status == 303
        assert "It was stopped" in client.opened_page(address)
        assert client.get("/").text.count(address) == 0


def test_a_correction_whose_check_has_no_end_is_not_kept(checker: Checker) -> None:
    with served(checker=checker) as client:
        address, page = client.paste()
        claim = page.partition('name="claim" value="')[2].partition('"')[0]
        checker.seconds = 0.0001
        refused = client.post(f"{address}/claims", {"claim": claim, "measure": "loans"})
        assert refused.status == 422
        assert "takes more than" in refused.text
        checker.seconds = 300
        kept = client.get(address).text
        assert 'value="loans"' not in kept
        assert "slightly higher" in kept


def test_a_model_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.web.checker._work", _without_model)
    alone = Checker()
    with pytest.raises(ModelError, match="no model here"):
        check(alone)
    alone.close()


def _without_model(line: Connection) -> None:
    """What a process says that finds no model."""
    line.send_bytes(b"no model here")
