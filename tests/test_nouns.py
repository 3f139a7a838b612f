"""Which nouns meet and which never do."""

from __future__ import annotations

import pytest

from extractor.lexicon import table
from extractor.nouns import are_distinct, kinds, may_be_one


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("episode", "occasion"),
        ("episode", "incident"),
        ("time", "occasion"),
        ("pupil", "student"),
        ("job", "post"),
        ("patient", "person"),
        ("council", "authority"),
        ("council", "organisation"),
        ("bridge", "bridge"),
        ("post", "worker"),
        ("burglary", "crime"),
    ],
)
def test_nouns_that_may_count_one_thing(a: str, b: str) -> None:
    assert may_be_one(a, b)
    assert may_be_one(b, a)
    assert not are_distinct(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("episode", "child"),
        ("time", "child"),
        ("application", "applicant"),
        ("treatment", "patient"),
        ("pathway", "patient"),
        ("offence", "offender"),
        ("household", "person"),
        ("dose", "person"),
        ("megawatt", "megawatt-hour"),
        ("school", "pupil"),
        ("company", "worker"),
        ("interview", "child"),
    ],
)
def test_nouns_that_never_do(a: str, b: str) -> None:
    assert are_distinct(a, b)
    assert are_distinct(b, a)
    assert not may_be_one(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("nurse", "patient"), ("bridge", "tunnel"), ("interview", "scan"), ("case", "patient")]
)
def test_nouns_of_which_nothing_is_known(a: str, b: str) -> None:
    assert not may_be_one(a, b)
    assert not are_distinct(a, b)


def test_every_distinct_pair_names_a_kind_or_a_noun_outside_all_kinds() -> None:
    names = table("nouns")["kind"].keys()
    odd = [n for pair in table("nouns")["distinct"] for n in pair if n not in names and kinds(n)]
    assert not odd
