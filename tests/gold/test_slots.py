"""How the slots of claims are scored against the labels."""

from __future__ import annotations

import pytest

from gold.slots import score_slots, whole_noun
from gold.tally import Json, Proportion, Tally

TEXT = "Of 40 calls, 30 per cent were late."


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("people polled", "person"),
        ("requests answered in time", "request"),
        ("household energy bill", "bill"),
        ("usual October rain", "rain"),
        ("energy Ireland uses", "energy"),
        ("all the hives opened", "hive"),
        ("lifts the city owns", "lift"),
        ("the total", "total"),
        ("tagged carp", "carp"),
    ],
)
def test_the_noun_of_a_labelled_whole(phrase: str, noun: str) -> None:
    assert whole_noun(phrase) == noun


def _figure(**labels: object) -> Json:
    blank = {"quote": "30 per cent", "start": 13, "end": 24, "kind": "percentage", "unit": None}
    return {**blank, "negated": False, "speaker": None, "place": None, "period": None, **labels}


def _claim(**slots: str) -> Json:
    return {"negated": False, "slots": {name: {"text": word, "key": word} for name, word in slots.items()}}


def _scored(figure: Json, claim: Json | None) -> Tally:
    tally = Tally()
    score_slots({"id": "d", "text": TEXT}, [(figure, claim)], tally)
    return tally


@pytest.mark.parametrize(
    ("label", "claim", "hits", "slip"),
    [
        ("calls received", _claim(base="call"), 1, []),
        ("calls received", _claim(base="minute"), 0, ["wrong base"]),
        ("calls received", _claim(), 0, ["missed base"]),
        ("calls received", None, 0, []),
        (None, _claim(), 1, []),
        (None, _claim(base="call"), 0, ["false base"]),
    ],
)
def test_a_base_is_right_where_its_noun_is_or_where_there_is_none(
    label: str | None, claim: Json | None, hits: int, slip: list[str]
) -> None:
    tally = _scored(_figure(base=label), claim)
    assert tally.get("base") == Proportion(hits, 1)
    assert [d.kind for d in tally.details] == slip


def test_a_percentage_without_the_label_is_not_scored() -> None:
    assert _scored(_figure(), _claim(base="call")).get("base") == Proportion(0, 0)


@pytest.mark.parametrize(
    ("label", "claim", "recall", "precision", "slip"),
    [
        ("the levy board", _claim(source="a board"), (1, 1), (1, 1), []),
        ("the levy board", _claim(source="the union"), (0, 1), (0, 1), ["wrong source"]),
        ("the levy board", _claim(), (0, 1), (0, 0), ["missed source"]),
        ("the levy board", None, (0, 1), (0, 0), []),
        (None, _claim(source="the union"), (0, 0), (0, 1), ["false source"]),
        (None, _claim(), (0, 0), (0, 0), []),
    ],
)
def test_a_source_is_met_by_a_shared_word(
    label: str | None,
    claim: Json | None,
    recall: tuple[int, int],
    precision: tuple[int, int],
    slip: list[str],
) -> None:
    tally = _scored(_figure(source=label), claim)
    assert tally.get("source.recall") == Proportion(*recall)
    assert tally.get("source.precision") == Proportion(*precision)
    assert [d.kind for d in tally.details] == slip


def test_the_key_of_a_source_meets_it_where_its_words_do_not() -> None:
    told = {"negated": False, "slots": {"source": {"text": "it", "key": "levy board"}}}
    tally = _scored(_figure(source="the levy board"), told)
    assert tally.get("source.recall") == Proportion(1, 1)


def test_a_document_without_the_source_is_not_scored_for_it() -> None:
    tally = _scored(_figure(), _claim(source="the union"))
    assert tally.get("source.precision") == Proportion(0, 0)


def test_the_commonest_place_counts_apart_from_the_others() -> None:
    tally = Tally()
    figures = [_figure(place=p) for p in ("Leeds", "Leeds", "York")]
    score_slots({"id": "d", "text": TEXT}, [(f, _claim(place="Leeds")) for f in figures], tally)
    assert tally.get("place") == Proportion(2, 3)
    assert tally.get("place.differing") == Proportion(0, 1)
    assert [d.kind for d in tally.details] == ["wrong place, differing"]
