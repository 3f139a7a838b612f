"""Figures beside what they are made of: tied where the text leaves one choice, and left alone elsewhere."""

from __future__ import annotations

import pytest

from extractor.model import Finding
from extractor.reconcile import reconcile
from tests.reconcile.told import told


def found(text: str, verdict: str) -> list[Finding]:
    return [f for f in reconcile([told(text)]).findings if f.verdict == verdict]


#: A story whose last figure but one cannot be, and the relation that says so.
QUESTIONED = [
    (
        "Deaths on the road fell from {61:death} to {47:death}.| The minister called it progress.| "
        "A drop of {32 per cent:drop:change} still leaves one each week.",
        "change",
    ),
    (
        (
            "The club had {95:member} members in 2019.| "
            "They are now {133:member}, a rise of {60 per cent:drop:change}."
        ),
        "change",
    ),
    (
        (
            "The rider costs the union {£8.59} in 2023.| "
            "It has since come to {£7.45}, a cut of {£1.74:cut:change}."
        ),
        "change",
    ),
    (
        "Riders left {26,410:item} items on the trains.| The office has reunited {6,075:item}, "
        "or {33 per cent}, with an owner.",
        "share",
    ),
    (
        "The office had {322:reply} replies to its plan and {219:reply} of those objected.| "
        "At {58 per cent} that is the most so far.",
        "share",
    ),
    (
        "Parents raised {£6,420}, a silence by staff brought in {£1,080}, and the old boys sent {£2,500}.| "
        "That makes {£12,000}, so the minibus is safe.",
        "sum",
    ),
    (
        "Of the ferry's {214:passenger} passengers, {38:passenger} were winched up and "
        "{169:passenger} taken off.| "
        "The other {17} swam.",
        "sum",
    ),
    (
        "The north has {9:seat} of the {14:seat} seats.| The south has {2:seat} and the other {4} are empty.",
        "sum",
    ),
    ("{26:pupil} pupils share {£1,950} of prize money.| That is {£57} apiece, the teacher said.", "mean"),
    ("The town cleared {1,847:mine} mines.| Villagers welcomed the {1,487} but dug on.", "same"),
    ("It wrote to {96:member} and had replies from {26:member}.| Of the {24:member}, most said no.", "same"),
    ("The town set {5} priorities: housing, the harbour, the trail and the finding of doctors.", "sum"),
    ("Runners drank {412} litres, far below the {287} that the club had bought.", "compare"),
]


@pytest.mark.parametrize(("text", "kind"), QUESTIONED, ids=[t[:30] for t, _ in QUESTIONED])
def test_the_only_choice_may_be_questioned(text: str, kind: str) -> None:
    (finding,) = found(text, "mismatch")
    assert finding.relation.kind == kind
    assert finding.relation.strength in ("stated", "contextual")


#: Stories in which figures stand near each other and another reading is open.
LEFT_ALONE = [
    # So wide a gap says that the three were never one fact.
    "It had {95:member} members in 2019.| They are now {133:member}, a rise of {4 per cent:rise:change}.",
    # The change is told of something else.
    (
        "Deaths fell from {61:death} to {47:death}.| "
        "A rise in fuel prices of {42 per cent:drop:change} kept cars at home."
    ),
    "The bill went from {$14.3m} to {$14.8m}, but prices have gone up by {33 per cent:drop:change}.",
    # It names what it is measured from.
    (
        "Inflation eased to {4.0 per cent} from {5.0 per cent}.| "
        "That is {31 per cent:drop:change} above where it stood in 2021."
    ),
    # A third level is near.
    (
        "It had {95:member} members in 2019 and {110:member} in 2020.| "
        "They are now {133:member}, a rise of {60 per cent:drop:change}."
    ),
    # Real terms, forecasts and peaks.
    "Pay rose from {£400} to {£440} last year.| That is a rise of {2 per cent:drop:change} in real terms.",
    "The fund fell from a peak of {£440} to {£400}.| That is a fall of {20 per cent:drop:change}.",
    # Another place, not another time.
    "It had {412:birth} births against {398:birth} in Cork, and that is a rise of {60 per cent:drop:change}.",
    # The share is of something else, or of what is usual.
    (
        "Riders left {26,410:item} items.| "
        "The office has {6,075:chair} chairs, or {43 per cent}, it rents out."
    ),
    "Riders left {26,410:item} items and took {6,075:item} back.| Normally that is {43 per cent}.",
    "The firm cut its staff from {16,000} to {10,700}, which is also by {43 per cent}.",
    # The list is open, or the total is one of its parts.
    "Donors including parents gave {£6,420} and {£1,080}.| That makes {£12,000} so far.",
    "Men won {30:seat} seats and women {12:seat}.| All {30} sat down.",
    # A price for each is no average.
    "{26:pupil} pupils raised {£1,950}.| That is less than the fee of {£57} a pupil.",
    # An "and" may belong to an item; a list may be open.
    "It set {4} themes: research and development, jobs, skills and training, and health.",
    "It set {5} themes, among others: housing, jobs and health.",
    # A new count begins.
    "It wrote to {96:member} and had {26:member} replies.| Of the {24:town} in the county, most said no.",
    # Another number, not the same one.
    "The town cleared {1,847:mine} mines.| It welcomed the {1,487} who came by bus.",
    # The change belongs to the level that stands right before it, or to one level only.
    "One went to {£40}, up {£1.25:rise:change}, and the other to {£39.75} from {£38.25}.",
    "It pays {£633}, including an increase of {35 per cent:rise:change}.| In 2009 it was {£433}.",
    "It fetched {$2.81} in May.| Prices have since slipped by {12 per cent:drop:change}, from {$2.35}.",
    # It is measured from another thing.
    (
        "Rain came to {811 mm:rain}, {two-thirds:rain:change} more than in the west; "
        "it was {1,027 mm:rain} in 2020."
    ),
    # A place where other figures hold begins.
    "Of {35:worker} there were {30:worker} last year, where the wage is {19 per cent:rise:change} higher.",
    # A level that is only a bound is no start.
    "It rose by {95p:rise:change} to {£73.70}.| It had been {below £69} in the middle of last week.",
    # The sentence tells back, and the counts stand behind it.
    "In {602:case} it is unknown.| That is {40 per cent}.| Of the {830:case} others, cars did {236:case}.",
    # Another part, another time, two groups, a likeness, a list of two rates.
    "Of {1,806:reader} readers {1,011:reader} said no.| Another {31%} said yes.",
    (
        "With {59:child} children ill in the first group and {14:child} in the second group, "
        "{36 per cent} were well."
    ),
    "Peel, a place {half} as big, had {128:theft} of {151:theft}.",
    "Of {53:man} men {25:man} got in, so the rates are {48 per cent} and {47 per cent}.",
    # Prices for a time are no parts; nor are the groups that are counted.
    "It holds {£61,300}, and {£740} at {£2} a month.| In all, it is {£148,900}.",
    (
        "The next {4:borough} saw {10,730:theft} between them.| "
        "In the {27:borough} other boroughs there were {13,690} in all."
    ),
    # A list that another count leads.
    "It was revised from {5} to {4}: the officer, two men and the driver.",
    # Nothing sets one against the other.
    "Runners drank {412} litres, and below the {287} seats was a bar.",
    "Of the {3,400:person} people there, {640:person} were ill, but {44 per cent} of them felt nothing.",
]


@pytest.mark.parametrize("text", LEFT_ALONE, ids=[t[:40] for t in LEFT_ALONE])
def test_what_may_mean_something_else_is_left_alone(text: str) -> None:
    assert found(text, "mismatch") == []


def test_what_numbers_explain_is_not_questioned() -> None:
    text = (
        "It had {95:member} members in 2019.| They are now {133:member}, a rise of {40 per cent:drop:change}."
    )
    assert found(text, "mismatch") == []
    assert [f.relation.kind for f in found(text, "consistent")] == ["change"]


def test_a_headline_is_no_second_choice() -> None:
    body = QUESTIONED[0][0]
    assert len(found(f"# Deaths down to {{47:death}}\n\n{body}", "mismatch")) == 1
