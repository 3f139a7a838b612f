"""Breaking relations that hold: prints in the same style, changes that break or do not, the count."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest

from gold.mutate import Change, Target, breaking, harmless, holds, sample, score_target, table, targets
from gold.reprint import Interval, Reprint, looser, moved, others
from gold.tally import Proportion, Tally

Json = dict[str, Any]
TEXT = (
    "Gulls counted\n\nOf 412 nests, 103 were empty, or 25 per cent. The hides cost £1.2m, the wardens said."
)


def figure(quote: str, low: float | None, high: float | None, role: str = "", text: str = TEXT) -> Json:
    start = text.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote), "role": role, "low": low, "high": high}


FIGURES = [
    figure("412", 412, 412, "whole"),
    figure("103", 103, 103, "part"),
    figure("25 per cent", 24.5, 25.5, "stated"),
]


def document(*, test: str = "100*part/whole", verdict: str = "consistent") -> Json:
    roles = [{k: f[k] for k in ("quote", "start", "end", "role")} for f in FIGURES]
    finding = {"verdict": verdict, "class": "E02", "test": test, "figures": roles}
    return {"id": "gulls", "text": TEXT, "figures": FIGURES, "findings": [finding]}


def prediction(label: Json, verdict: str, *quotes: str) -> Json:
    """A finding on the figures that read like this in the text of the label, wherever they have moved to."""
    found = [re.search(rf"\b{q}", label["text"]) for q in quotes]
    return {
        "verdict": verdict,
        "strength": "stated",
        "figures": [{"start": m.start(), "end": m.end()} for m in found if m],
    }


@pytest.mark.parametrize(
    ("quote", "interval", "style"),
    [
        ("412", (412, 412), r"\d{3}"),
        ("27,000", (26_500, 27_500), r"[1-9][1-9],000"),
        ("56.9 per cent", (56.85, 56.95), r"\d\d\.\d per cent"),
        ("more than £1.2m", (1.2e6, None), r"more than £\d\.\dm"),
        ("11p", (0.11, 0.11), r"[1-9]\dp|\d\dp"),
        ("Eleven", (11, 11), r"[A-Z][a-z]+(-[a-z]+)?"),
        ("one in five", (100 / 5.5, 100 / 4.5), r"one in [a-z]+"),
        ("a third", (31.7, 35), r"a (quarter|fifth)"),
        ("almost doubled", (1.8, 2), r"almost (trebled|quadrupled)"),
    ],
)
def test_another_number_keeps_the_style(quote: str, interval: Interval, style: str) -> None:
    prints = [r.quote for r in others(quote, interval)]
    assert prints
    assert quote not in prints
    assert [p for p in prints if not re.fullmatch(style, p)] == []


@pytest.mark.parametrize(
    ("quote", "interval"),
    [
        ("slightly higher", (0, 3)),  # a phrase prints no number
        ("15 to 20 per cent", (15, 20)),  # two numbers
        ("71st", (71, 71)),  # the letters would have to change as well
        ("412", (90, 110)),  # the label means something else than the print says
    ],
)
def test_what_cannot_be_read_is_not_reprinted(quote: str, interval: Interval) -> None:
    assert list(others(quote, interval)) == []


def test_a_moved_interval_is_the_wider_of_shifted_and_stretched() -> None:
    assert moved((412, 412), 412, 512) == (512, 512)
    assert moved((90, 110), 100, 200) == (180, 220)
    assert moved((90, 110), 100, 50) == (40, 60)
    assert moved((300, None), 300, 400) == (400, None)


@pytest.mark.parametrize(
    ("quote", "interval", "before", "prints"),
    [
        ("56.9%", (56.85, 56.95), "It was ", {"57%"}),
        ("£8.05", (8.05, 8.05), "It cost ", set()),
        ("412", (412, 412), "There were ", {"more than 410", "about 410", "nearly 420"}),
        ("£412", (412, 412), "It cost ", {"more than £410", "about £410", "nearly £420"}),
        ("412", (412, 412), "Among the ", set()),
        ("nearly 412", (370.8, 412), "There were ", set()),
        ("25 per cent", (24.5, 25.5), "It was ", {"twenty-five per cent"}),
        ("12", (12, 12), "It rained. ", {"Twelve"}),
        ("27,000", (26_500, 27_500), "There were ", set()),  # at two digits already
    ],
)
def test_a_looser_print_reaches_back(quote: str, interval: Interval, before: str, prints: set[str]) -> None:
    assert {r.quote for r in looser(quote, interval, before)} == prints


def test_a_breaking_change_makes_the_relation_impossible() -> None:
    target = Target(document(), 0)
    assert holds(target)
    for seed in range(20):
        change = breaking(target, Random(seed))
        assert change is not None
        assert not holds(target, change)
        assert change.applied(TEXT).count("\n\n") == 1


def test_a_relation_that_no_print_can_break_is_left_alone() -> None:
    assert breaking(Target(document(test="part < 1000*whole"), 0), Random(1)) is None


def test_after_a_harmless_change_the_relation_holds() -> None:
    target = Target(document(), 0)
    changes = [harmless(target, Random(seed)) for seed in range(20)]
    assert {c.reprint.how for c in changes if c} == {"hedge", "words"}
    assert all(c is not None and holds(target, c) for c in changes)


def test_only_consistent_relations_with_a_test_are_targets() -> None:
    assert targets([document(), document(test=""), document(verdict="mismatch")]) == [Target(document(), 0)]


def test_offsets_behind_a_change_lead_back() -> None:
    change = Change(FIGURES[0]["start"], FIGURES[0]["end"], Reprint("more than 410", (410, None), "hedge"))
    text = change.applied(TEXT)
    for quote in ("Gulls", "103", "25 per cent"):
        start = text.index(quote)
        assert TEXT[slice(*change.back(start, start + len(quote)))] == quote
    start = text.index("410")
    assert change.back(start, start + 3) == (change.start, change.end)


def scored(verdict: str, *quotes: str) -> Tally:
    """The count for a checker that, once a text is changed, sees one mismatch on these figures."""

    def review(label: Json) -> Json:
        return {"findings": [prediction(label, verdict, *quotes)]}

    tally = Tally()
    before = {"findings": [prediction(document(), "consistent", "25", "412")]}
    score_target(Target(document() | {"findings": [LABEL]}, 0), before, review, 1, tally)
    return tally


LABEL = document()["findings"][0] | {
    "figures": [f for f in FIGURES if f["role"] != "part"],
    "test": "whole/16.48",
}


def test_a_mismatch_on_the_changed_figure_is_a_catch() -> None:
    tally = scored("mismatch", r"\d+ per cent", r"\d+ nests")
    for score in ("caught.all", "caught.linked", "caught.strength.stated", "caught.itself"):
        assert tally.get(score) == Proportion(1, 1)
    assert tally.get("broken.elsewhere") == Proportion(0, 1)


def test_a_mismatch_elsewhere_is_no_catch_but_an_alarm() -> None:
    tally = scored("mismatch", "103", "£1.2m")
    assert tally.get("caught.all") == Proportion(0, 1)
    assert tally.get("caught.itself") == Proportion(0, 0)
    assert tally.get("broken.elsewhere") == Proportion(1, 1)
    assert tally.get("harmless.flagged") == Proportion(1, 1)


def test_only_a_mismatch_counts() -> None:
    tally = scored("undecided", r"\d+ per cent", r"\d+ nests")
    assert tally.get("caught.all") == Proportion(0, 1)
    assert tally.get("harmless.flagged") == Proportion(0, 1)
    assert tally.get("missed.undecided") == Proportion(1, 1)
    assert [d.kind for d in tally.details] == ["missed, stated"]


def test_a_mismatch_that_stood_before_is_no_news() -> None:
    label = document() | {"findings": [LABEL]}

    def review(changed: Json) -> Json:
        return {"findings": [prediction(changed, "mismatch", "103 were", "Gulls")]}

    tally = Tally()
    score_target(Target(label, 0), review(label), review, 1, tally)
    assert tally.get("linked") == tally.get("caught.all") == tally.get("broken.elsewhere") == Proportion(0, 1)


def test_a_sample_keeps_the_order_and_depends_on_the_seed() -> None:
    possible = [Target(document(), n) for n in range(50)]
    first = sample(possible, 10, 1)
    assert first == sample(possible, 10, 1) == sorted(first, key=lambda t: t.number)
    assert first != sample(possible, 10, 2)
    assert sample(possible, 0, 1) == possible


def test_the_table_gives_n_and_interval() -> None:
    tally = Tally({"caught.all": Proportion(9, 20)})
    assert next(table(tally)).endswith(" 45.0%     9 of 20     25.8 to 65.8")
