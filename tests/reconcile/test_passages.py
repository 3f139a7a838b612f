"""Related figures in natural words: the passages are sound, and nothing in them is flagged as they stand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from gold.passages.evaluate import outcomes
from gold.passages.passage import Edit, load

PASSAGES = load()
KINDS = sorted({p.kind for p in PASSAGES})


def test_ids_and_texts_are_unique() -> None:
    for values in ([p.id for p in PASSAGES], [p.text for p in PASSAGES]):
        assert [v for v, n in Counter(values).items() if n > 1] == []


def test_an_id_is_its_kind_or_its_file_and_a_number() -> None:
    """A short story has one of all kinds: its id is of its file, its kind of the relation."""
    told = {p.id: "story-[a-z]" if p.kind.startswith("story-") else p.kind for p in PASSAGES}
    assert [one for one, start in told.items() if not re.fullmatch(rf"{start}-\d{{3}}", one)] == []


def test_no_two_passages_share_a_long_run_of_words() -> None:
    runs: dict[tuple[str, ...], set[str]] = {}
    for p in PASSAGES:
        words = re.findall(r"[a-z]+", p.text.lower())
        for i in range(len(words) - 8):
            runs.setdefault(tuple(words[i : i + 9]), set()).add(p.id)
    assert [ids for ids in runs.values() if len(ids) > 1] == []


def test_related_figures_are_two_at_least_and_in_order() -> None:
    related = [p for p in PASSAGES if not p.innocent]
    assert [p.id for p in related if len(p.figures) < 2 or list(p.figures) != sorted(set(p.figures))] == []


def test_every_relation_can_be_broken_and_no_innocent_one() -> None:
    assert [p.id for p in PASSAGES if p.innocent is bool(p.broken)] == []
    assert [p.id for p in PASSAGES if p.innocent and p.harmless] == []


def test_every_edit_changes_the_text_in_its_own_way() -> None:
    for p in PASSAGES:
        edited = [e.apply(p.text) for e in (*p.broken, *p.harmless)]
        assert len({p.text, *edited}) == len(edited) + 1, p.id


def test_both_parts_hold_every_kind() -> None:
    assert {(p.kind, p.part) for p in PASSAGES} == {(k, part) for k in KINDS for part in ("tune", "report")}


def test_an_edit_moves_what_stands_behind_it() -> None:
    edit = Edit(3, 5, "100")
    assert edit.apply("of 70 or 80") == "of 100 or 80"
    assert [edit.move(s) for s in ((0, 2), (3, 5), (9, 11))] == [(0, 2), (3, 6), (10, 12)]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_flagged_as_it_stands(kind: str) -> None:
    tuned = [p for p in load("tune") if p.kind == kind]
    flagged = [
        o for p in tuned for o in outcomes(replace(p, broken=(), harmless=())) if o[1] == "false" and o[4]
    ]
    assert flagged == []
