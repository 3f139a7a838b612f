"""Twenty wordings and more of what is wanted, expected and reckoned, and of outcomes that look like it."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

TARGETS = [
    "The trust has a target of [95 per cent].",
    "Its [95 per cent] target was set in 2019.",
    "The target is [95 per cent].",
    "The target stands at [95 per cent].",
    "Ministers set a goal of [300] homes.",
    "The force aims to answer [90 per cent] of calls in ten seconds.",
    "The club is aiming for [40] wins.",
    "The airline hopes to carry [2m|count] passengers.",
    "The chief constable wanted [30 per cent] within [three years|duration].",
    "The mayor has pledged to plant [10,000] trees.",
    "The group wants to open [30] shops.",
    "The union is seeking a rise of [6 per cent].",
    "The union is demanding a rise of [6 per cent].",
    "The council vowed to cut [200] posts.",
    "The board is committed to hiring [50] nurses.",
    "Its ambition is to house [600] families.",
    "The plan sets a quota of [12] boats.",
    "Schools are supposed to teach [190] days.",
    "The minister intends to hire [1,000] guards.",
    "The [300] homes that she promised are to be built in Ashby.",
    "Missing the target of [95 per cent] cost the trust its bonus.",
    "Last year it fell short of its [95 per cent] goal.",
]
OUTCOMES = [
    "Of the calls, most were answered within the target. That is [45 per cent].",
    "[45 per cent] were handed over within the target.",
    "[45 per cent] met the target.",
    "[12] of the trusts missed the target.",
    "[12] trusts missed their goal.",
    "[45 per cent] were seen inside the target time.",
    "The trust beat its target, with [97 per cent] seen in time.",
    "The trust fell short of its target, with [83 per cent] seen in time.",
    "The trust hit the target: [96 per cent] were seen.",
    "At [83 per cent], it was below the target.",
    "Only [83 per cent] were seen, below the target.",
    "It managed [83 per cent], well short of the goal.",
    "[83 per cent] were seen in time, above the target.",
    "[7] of the nine regions exceeded the target.",
    "[61 per cent] were answered, against a goal of half.",
    "It raised [£4m], more than its target.",
    "[Three|count] in all missed their targets.",
    "The force answered [83 per cent] of calls on target.",
    "[83 per cent] came in outside the target.",
    "It built [210] homes and so failed to meet its target.",
    "Having met its goal, it had [£3m] to spare.",
    "Men wanted for theft stole [40] bikes.",
    "[40] shots were on target.",
    "Police were called to a [40] year-old who hoped for help.",
]
PROJECTED = [
    "Sales are expected to reach [£3m].",
    "Sales were expected to reach [£3m].",
    "The airline is on course to carry [2m|count] people.",
    "The firm is on track for a profit of [£3m].",
    "The bank forecasts growth of [2 per cent].",
    "Growth is forecast at [2 per cent].",
    "The bridge will cost [£3m].",
    "The scheme would create [300] jobs.",
    "The scheme could create [300] jobs.",
    "The scheme may create [300] jobs.",
    "The scheme is set to create [300] jobs.",
    "The scheme is likely to create [300] jobs.",
    "[300] jobs are likely to go.",
    "[300] jobs are expected to go.",
    "[300] jobs are set to go.",
    "[300] jobs will go.",
    "[300] jobs could go.",
    "[300] jobs would be lost under the plan.",
    "The office projects a deficit of [£3bn].",
    "Analysts predict sales of [£3bn].",
    "Prices look set to rise by [4 per cent].",
    "The club is due to sign [three|count] players.",
    "Up to [300] jobs are at risk.",
    "The group plans to open [30] shops.",
    "Turnout is tipped to pass [60 per cent].",
    "The population is projected to pass [9 million].",
    "The town stands to lose [£4m].",
    "Economists had pencilled in [2 per cent].",
    "Ticket sales should top [9,000].",
]
ESTIMATED = [
    "An estimated [330] people came.",
    "The council estimates that [330] people came.",
    "Police put the crowd at [330].",
    "Police put the number of marchers at [9,000].",
    "Some [330] people are thought to have come.",
    "[330] people are thought to have come.",
    "[330] people are believed to be inside.",
    "It is believed that [330] were inside.",
    "It is thought [330] were inside.",
    "The charity reckons [330] sleep rough.",
    "The damage was estimated at [£3m].",
    "By one estimate it cost [£3m].",
    "Researchers calculate that it costs [£3m].",
    "The bill has been calculated at [£3m].",
    "The model suggests [330] deaths.",
    "[330] came, according to estimates.",
    "[330] came, the council estimates.",
    "[330] came, by the council's estimate.",
    "Modelling points to [330] deaths.",
    "Experts guess that [330] are left.",
    "The fraud is thought to have cost [£3m].",
    "A rough count found [330].",
    "The loss is put at [£3m].",
]
REPORTED = [
    "Of the vans, [54] could not be driven.",
    "[19 per cent] would sooner leave it.",
    "[Eight|count] could boast a full record.",
    "There were [330] episodes.",
    "The council counted [330] episodes.",
    "The firm could not find [40] of the files.",
    "The team could boast [40] caps.",
    "The town, which will host the fair, has [40] shops.",
    "[40] people died and more are expected to leave.",
    "The forecast was wrong: [40] houses flooded.",
    "Sales rose [4 per cent], better than forecast.",
    "Up to [300] people came.",
    "A plant that makes [300] cars a day is closing.",
    "She said that [40] had come.",
    "Profit fell to [£3m], which was less than expected.",
    "[40] were invited and they would not say why.",
    "It beat expectations with a profit of [£3m].",
    "The project cost [£3m], which will be paid by the state.",
    "[40] schools closed in May.",
    "The May poll gave her [40 per cent].",
    "In May [40] schools closed.",
    "The price is [£40], and may include breakfast.",
]


@pytest.mark.parametrize("marked", TARGETS)
def test_what_is_wanted_is_a_target(claims: Claims, marked: str) -> None:
    assert {c.stance for c in claims(marked).values()} == {"target"}


@pytest.mark.parametrize("marked", OUTCOMES)
def test_what_became_of_a_target_is_asserted(claims: Claims, marked: str) -> None:
    assert {c.stance for c in claims(marked).values()} == {"asserted"}


@pytest.mark.parametrize("marked", PROJECTED)
def test_what_is_expected_is_projected(claims: Claims, marked: str) -> None:
    assert {c.certainty for c in claims(marked).values()} == {"projected"}


@pytest.mark.parametrize("marked", ESTIMATED)
def test_what_is_reckoned_is_estimated(claims: Claims, marked: str) -> None:
    assert {c.certainty for c in claims(marked).values()} == {"estimated"}


@pytest.mark.parametrize("marked", REPORTED)
def test_what_was_counted_is_reported(claims: Claims, marked: str) -> None:
    assert {c.certainty for c in claims(marked).values()} == {"reported"}
