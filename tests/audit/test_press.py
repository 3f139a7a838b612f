"""The made press: it is what it says, and an audit finds its slips."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpora.press.make import write
from corpora.press.score import half_of, scored
from corpora.press.topics import KINDS, names, topics
from extractor.audit.run import Way, audit
from extractor.audit.store import Store


def made(folder: Path, documents: int, conflicts: int, hostile: float = 0.0, seed: int = 3) -> Path:
    write(folder, documents, conflicts, hostile, seed)
    return folder


def test_the_same_arguments_give_the_same_press(tmp_path: Path) -> None:
    one, two = (made(tmp_path / n, 80, 8) for n in ("one", "two"))
    for name in ("press.jsonl", "truth.jsonl"):
        assert (one / name).read_bytes() == (two / name).read_bytes()


def test_every_wording_names_its_number() -> None:
    for topic in topics():
        for fact in topic.facts:
            assert all(f"{{{fact.of}}}" in wording for wording in fact.say), (topic.name, fact.of)
            assert set(fact.swap) <= KINDS.keys()
            for pairs in fact.swap.values():
                assert all(any(words in w for w in fact.say) for words, _ in pairs), (topic.name, fact.of)


def test_slips_are_of_every_kind_and_both_halves(tmp_path: Path) -> None:
    told = (made(tmp_path, 600, 40) / "truth.jsonl").read_text(encoding="utf-8")
    truth = [json.loads(line) for line in told.splitlines()]
    planted = [t for t in truth if t["planted"]]
    assert {t["planted"]["kind"] for t in planted} == KINDS.keys()
    assert {half_of(t) for t in planted} == {"tuned", "reported"}
    assert len({t["event"] for t in planted}) == len(planted) == 40


def test_an_audit_finds_slips_and_accuses_nothing_else(tmp_path: Path) -> None:
    folder = made(tmp_path / "press", 160, 12)
    with Store.open(tmp_path / "s.sqlite", create=True) as kept:
        audit([str(folder / "press.jsonl")], kept, way=Way(workers=2))
    result = scored(folder, tmp_path / "s.sqlite", "all")
    assert len(result.planted) == 12
    assert len(result.found) >= 6
    assert not result.false


def test_towns_differ_enough_for_their_news_to_be_apart() -> None:
    assert len(names()["heads"]) * len(names()["tails"]) >= 400


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_wordings_or_numbers_to_slip_on(kind: str) -> None:
    swaps = [f for t in topics() for f in t.facts if kind in f.swap or (kind == "hedge" and f.about)]
    assert swaps or kind in ("value", "digit")
