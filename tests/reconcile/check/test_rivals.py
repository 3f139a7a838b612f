"""A share that does not hold, and another part of its sentences that may be the one meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.amount import between
from extractor.model import Amount, Claim, Derived, Relation, Role, Span
from tests.reconcile.check.related import found, related

BACK = "It got {512:part} of {840:whole} back, {30 per cent:rate}, and {252:rival} were blank"
UNDER = between(None, 50, "%")
#: Nothing up to a half, and none of it: "fewer than half".
FEWER = between(0, 50, "%", high_open=True)


def share(text: str) -> Relation:
    """The share of a text, with its rate under test wherever that stands."""
    relation = related("share", text)
    return replace(relation, roles=tuple(sorted(relation.roles, key=lambda r: r.name != "rate")))


def measured(relation: Relation, name: str, amount: Amount) -> Relation:
    """A relation one of whose figures has another interval; "rival" is the one that may be meant."""

    def told(claim: Claim) -> Claim:
        return replace(claim, figure=replace(claim.figure, amount=amount))

    if name == "rival":
        return replace(relation, rivals=tuple(map(told, relation.rivals)))
    roles = (
        replace(r, value=told(r.value)) if r.name == name and isinstance(r.value, Claim) else r
        for r in relation.roles
    )
    return replace(relation, roles=tuple(roles))


@pytest.mark.parametrize(
    "text",
    [
        "Sewage turned up at {84:part} of {120:whole} and {30 per cent:rate} had tar, {36:rival}",
        "Sewage turned up at {36:rival} of {120:whole}, tar at {84:part}, or {30 per cent:rate}",
        "Sewage turned up at {84:part} of {120:whole}, here, or {30 per cent:rate}, and tar at {36:rival}",
        "Sewage turned up at {84:part} of {120:whole} piers and beaches that were seen twice this year, or "
        "{30 per cent:rate}, and tar at {36:rival}",
    ],
)
def test_a_part_that_may_be_meant_makes_a_share_hold(text: str) -> None:
    (finding,) = found(share(text))
    assert (finding.verdict, finding.relation.strength) == ("consistent", "numeric")
    assert "36 / 120" in finding.arithmetic


@pytest.mark.parametrize(
    "again", [", or {}", " (about {})", " ({})", ", OR ABOUT {}", ", or just {}", " at most, or {}"]
)
def test_behind_a_rate_that_says_its_part_again_is_none(again: str) -> None:
    text = "Sewage turned up at {84:part} of {120:whole}" + again.format("{30 per cent:rate}")
    (finding,) = found(share(f"{text} and tar at {{36:rival}}"))
    assert (finding.verdict, finding.relation.strength) == ("mismatch", "stated")


def test_a_rate_of_another_sentence_says_no_part_again() -> None:
    relation = share(
        "Sewage turned up at {84:part} of {120:whole}, or {30 per cent:rate}, and tar at {36:rival}"
    )
    rate = relation.roles[0].value
    assert isinstance(rate, Claim)
    apart = replace(rate, sentence=Span(0, 9))
    (finding,) = found(replace(relation, roles=(Role("rate", apart), *relation.roles[1:])))
    assert finding.verdict == "consistent"


@pytest.mark.parametrize("start", [0, 9, None])
def test_the_words_before_a_rate_are_found_wherever_the_cue_begins(start: int | None) -> None:
    relation = share(
        "In May, sewage turned up at {84:part} of {120:whole} ({30 per cent:rate}) and tar at {36:rival}"
    )
    text = relation.cue.text[start or 0 :]
    span = None if start is None else Span(start, start + len(text))
    (finding,) = found(replace(relation, cue=replace(relation.cue, span=span, text=text)))
    assert finding.verdict == "mismatch"


def test_a_rate_that_follows_from_others_stands_nowhere_before_a_part() -> None:
    relation = related("share", "Sewage turned up at {84:part} of {120:whole} and tar at {36:rival}")
    rate = Derived("d-1", between(30, 30, "%"), "what is left", (), "100 − 70")
    (finding,) = found(replace(relation, roles=(Role("rate", rate), *relation.roles)))
    assert (finding.verdict, finding.arithmetic) == ("consistent", "36 / 120 = 30%")


def test_a_part_of_a_sum_may_be_meant_whatever_its_size() -> None:
    (finding,) = found(related("sum", "{40:total} are {22:part} and {9:part}, {18:rival}"))
    assert (finding.verdict, finding.arithmetic) == ("consistent", "22 + 18 = 40")


def test_a_number_of_another_kind_is_none() -> None:
    relation = related("share", "{20 per cent:rate} are {60:part} of {90:whole}, {300:rival}")
    assert found(relation)[0].verdict == "consistent"
    (rival,) = relation.rivals
    aged = replace(rival, figure=replace(rival.figure, kind="age"))
    assert found(replace(relation, rivals=(aged,)))[0].verdict == "mismatch"


@pytest.mark.parametrize("amount", [UNDER, FEWER, between(50, None, "%")])
def test_behind_a_rate_open_to_one_side_nearly_any_would_do(amount: Amount) -> None:
    behind = measured(share(BACK.replace("30 per", "90 per")), "rate", amount)
    if amount.low == 50:
        behind = measured(measured(behind, "part", between(30, 30)), "rival", between(512, 512))
    (finding,) = found(behind)
    assert finding.verdict == "mismatch"


@pytest.mark.parametrize("amount", [between(0, 50, "%"), between(10, 50, "%", high_open=True)])
def test_a_rate_with_both_ends_is_not_open(amount: Amount) -> None:
    (finding,) = found(measured(share(BACK), "rate", amount))
    assert (finding.verdict, finding.relation.strength) == ("consistent", "numeric")


def test_before_the_rate_a_part_may_be_meant_however_open_that_is() -> None:
    text = "Of {840:whole} it got {30:rival} blank and {512:part} back, {45 per cent:rate}"
    (finding,) = found(measured(share(text), "rate", UNDER))
    assert finding.verdict == "consistent"


@pytest.mark.parametrize("amount", [between(252, None), between(None, 252)])
def test_a_part_open_to_one_side_makes_any_share(amount: Amount) -> None:
    text = "{30 per cent:rate} are {512:part} of {840:whole}, {252:rival}"
    assert found(share(text))[0].verdict == "consistent"
    assert found(measured(share(text), "rival", amount))[0].verdict == "mismatch"


def test_a_part_above_its_whole_is_none() -> None:
    (finding,) = found(share("{200 per cent:rate} are {20:part} of {60:whole}, {120:rival}"))
    assert finding.verdict == "mismatch"


def test_a_whole_below_its_part_is_none() -> None:
    (finding,) = found(share("{200 per cent:rate} are {60:part} of {90:whole}, {30:rival}"))
    assert finding.verdict == "mismatch"


def test_a_whole_that_fits_may_be_meant() -> None:
    (finding,) = found(share("{20 per cent:rate} are {60:part} of {90:whole}, {300:rival}"))
    assert (finding.verdict, finding.arithmetic) == ("consistent", "60 / 300 = 20%")


def test_the_first_that_fits_is_taken_behind_others_that_do_not() -> None:
    text = "{20 per cent:rate} are {60:part} of {90:whole}, {95:rival} and {300:rival}, {310:rival}"
    (finding,) = found(share(text))
    assert finding.arithmetic == "60 / 300 = 20%"


def test_a_rate_open_to_one_side_would_agree_with_nearly_any_share() -> None:
    text = "{20 per cent:rate} are {60:part} of {90:whole}, {more than 10 per cent:rival}"
    assert found(share(text))[0].verdict == "mismatch"
    (finding,) = found(share(text + ", {66.7 per cent:rival}"))
    assert (finding.verdict, finding.arithmetic) == ("consistent", "60 / 90 = 66.67%")


def test_a_part_open_to_one_side_may_be_meant_in_a_sum() -> None:
    (finding,) = found(related("sum", "{40:total} are {22:part} and {9:part}, {more than 15:rival}"))
    assert finding.verdict == "consistent"


@pytest.mark.parametrize(
    ("words", "amount", "verdict"),
    [
        ("hundreds", between(15, None), "mismatch"),
        ("hundreds", between(None, 500), "mismatch"),
        ("eighteen", between(18, 18), "consistent"),
        ("15 or more", between(15, None), "consistent"),
    ],
)
def test_a_word_for_many_is_nearly_any_number(words: str, amount: Amount, verdict: str) -> None:
    relation = related("sum", "{40:total} are {22:part} and {9:part}, {18:rival}")
    (rival,) = relation.rivals
    told = replace(rival, figure=replace(rival.figure, text=words, amount=amount, value=None))
    assert found(replace(relation, rivals=(told,)))[0].verdict == verdict


def test_a_word_for_a_share_may_be_meant_though_it_is_open() -> None:
    relation = related("sum", "{90 per cent:total}: {40 per cent:part} and {30 per cent:part}, {half:rival}")
    (rival,) = relation.rivals
    most = replace(rival, figure=replace(rival.figure, text="most", amount=between(50, None, "%")))
    assert found(replace(relation, rivals=(most,)))[0].verdict == "consistent"


@pytest.mark.parametrize("name", ["part", "whole"])
def test_beside_an_amount_that_follows_another_figure_may_be_meant(name: str) -> None:
    number, text = ("60", "{300:rival}") if name == "part" else ("90", "{18:rival}")
    relation = share(f"{{20 per cent:rate}} are {{60:part}} of {{90:whole}}, {text}")
    follows = Derived("d-1", between(int(number), int(number)), "the rest", (), number)
    roles = tuple(replace(r, value=follows) if r.name == name else r for r in relation.roles)
    (finding,) = found(replace(relation, roles=roles))
    assert finding.verdict == "consistent"
