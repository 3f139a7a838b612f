"""Siblings: one story in two papers, what one of them slipped on, and what is only said otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractor.lexicon import load_policy
from extractor.model import Finding
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.reconcile import Story
from extractor.reconcile.siblings.one_event import Bond
from extractor.reconcile.siblings.pair import pair

AROUND = """Rescue boats out {calls} times from Kilcarra

The Kilcarra lifeboat was launched {calls} times last year, its coxswain, Brendan Tuohy, said.

Fuel for the boats came to £18,450, and a new engine to £212,300.

{line}
"""


def found_between(a: Story, b: Story) -> tuple[Finding, ...]:
    """The findings between two stories of which nothing else is known."""
    made = pair(a, b, load_policy(None))
    return made.told(one_event=made.bond.holds)


def findings(ours: str, theirs: str, calls: int = 137) -> list[Finding]:
    """What is found between two stories that differ in one line only, and perhaps in the number of calls."""
    texts = (AROUND.format(line=ours, calls=137), AROUND.format(line=theirs, calls=calls))
    review = review_documents([document_from_text(text, id=f"s{n}") for n, text in enumerate(texts)])
    a, b = (
        Story(document, tuple(c for c in review.claims if c.document == document.id))
        for document in review.documents
    )
    return [f for f in found_between(a, b) if f.verdict == "mismatch"]


@pytest.mark.parametrize(
    ("ours", "theirs", "reading"),
    [
        ("The crews saved 164 swimmers.", "The crews saved 146 swimmers.", "digit"),
        ("The crews saved 64 swimmers.", "The crews saved 71 swimmers.", None),
        ("Donors gave £2.4m to the station.", "Donors gave £2.4bn to the station.", "scale"),
        (
            "Some 31 per cent of calls were answered.",
            "Some 31 per cent of calls were not answered.",
            "complement",
        ),
        (
            "The station left 46 calls unanswered in the summer.",
            "The station left 46 calls answered in the summer.",
            "complement",
        ),
        (
            "Calls at night rose 31 per cent in the summer.",
            "Calls at night fell 31 per cent in the summer.",
            "direction",
        ),
        (
            "Calls at night rose by 31 per cent.",
            "At night, calls were down by 31 per cent, he said.",
            "direction",
        ),
        (
            "Volunteers train for 46 hours a week in winter.",
            "Volunteers train for 46 hours a month in winter.",
            "period",
        ),
        (
            "The shop sold 4,210 tickets for the raffle last week.",
            "The shop sold 4,210 tickets for the raffle last summer.",
            "period",
        ),
        (
            "Volunteers train for 46 hours in any one fortnight.",
            "In a typical month, 46 hours go into training volunteers.",
            "period",
        ),
        (
            "The shop sold 4,210 tickets for the raffle in May.",
            "The shop sold 4,210 tickets for the raffle in June.",
            "period",
        ),
        (
            "The shop sold 4,210 tickets for the raffle in May.",
            "In June, raffle tickets went well: the shop sold 4,210.",
            "period",
        ),
        (
            "The crews rescued 64 swimmers in Dunmore in the summer.",
            "The crews rescued 64 swimmers in Leitrim in the summer.",
            "place",
        ),
        (
            "Of the boats with a radio, 61 per cent passed the survey.",
            "Some 61 per cent of all the boats passed, the survey found.",
            "base",
        ),
        (
            "Lessons at the station are taken by 264 adults.",
            "In its classes the station gives lessons to 264 children.",
            "base",
        ),
        (
            "Some 61 per cent of members support the new slipway.",
            "The new slipway is opposed by 61 per cent of the station's members.",
            "complement",
        ),
        ("It saved 1,437 swimmers this season.", "This summer it saved more than 1,500 swimmers.", "hedge"),
        ("A ticket for the raffle costs £26.", "A ticket for the raffle costs €26.", "unit"),
        ("Takings at the shop rose 31 per cent.", "Takings at the shop rose 31 percentage points.", "points"),
        (
            "The crews towed 64 vessels home to the harbour.",
            "The crews towed 64 families home to the harbour.",
            "unit",
        ),
        (
            "The crews saved 871 swimmers in the season.",
            "The season saw more than 900 swimmers brought ashore.",
            "hedge",
        ),
        (
            "The shop took £48,310 over the summer.",
            "Takings at the shop were above £50,000 this summer.",
            "hedge",
        ),
        (
            "Volunteers gave 12,480 hours of their time.",
            "Almost 12,000 hours were given by volunteers.",
            "hedge",
        ),
        (
            "In the three months to June the crews saved 264 swimmers.",
            "Over six months to June, 264 swimmers were saved.",
            "period",
        ),
        (
            "The crews were called 264 times in the first quarter.",
            "Calls to the crews came to 264 in the half year.",
            "period",
        ),
        ("The crews saved 164 swimmers in June.", "In June, by the log, 131 swimmers were saved.", None),
        (
            "Running the slipway cost £41,300.",
            "The bill for the slipway came to £52,900.",
            None,
        ),
        (
            "Dunmore Boats made a pre-tax loss of £26m.",
            "At Dunmore Boats, profit before tax reached £26 million.",
            "complement",
        ),
        (
            "The station ended the year with a profit of £26,400.",
            "The station ended the year with a loss of £26,400.",
            "complement",
        ),
    ],
)
def test_a_slip_is_found_with_its_reading(ours: str, theirs: str, reading: str | None) -> None:
    found = findings(ours, theirs)
    assert [f.reading for f in found] == [reading]
    assert all({c.document for c in f.relation.claims()} == {"s0", "s1"} for f in found)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The shop sold 4,210 tickets for the raffle last month.",
            "The shop sold 4,210 tickets for the raffle last summer.",
        ),
        (
            "Volunteers trained for 46 hours, more than a year ago.",
            "Training volunteers takes 46 hours a month.",
        ),
        ("The crews saved 64 swimmers.", "The crews saved 64 swimmers, he added."),
        ("Almost 70 swimmers were saved by the crews.", "The crews saved 68 swimmers."),
        ("The crews saved 64 swimmers.", "The crews saved 71 windsurfers."),
        ("The crews saved 871 swimmers.", "More than 800 swimmers were saved by the crews."),
        ("In six months the crews saved 264 swimmers.", "The crews saved 264 swimmers in the half year."),
        ("In the four weeks the crews saved 264 swimmers.", "The crews saved 264 swimmers in the month."),
        ("The crews saved 264 swimmers in the year.", "In May the crews saved 264 swimmers, he said."),
        ("In Dunmore, 264 swimmers needed a rescue.", "Leitrim had 264 rescues of swimmers."),
        ("In Dunmore, 264 swimmers needed a rescue.", "Swimmers in Leitrim needed 264 rescues."),
        ("In Dunmore, 264 swimmers needed a rescue.", "Across Leitrim 264 swimmers needed rescuing."),
        (
            "In Dunmore, 264 swimmers were saved.",
            "Across Leitrim, Dunmore among it, 264 swimmers were saved.",
        ),
        ("Of all the boats 61 per cent were sound.", "Some 61 per cent of boats were sound."),
        ("61 per cent of boats that were surveyed passed.", "Of the surveyed boats, 61 per cent passed."),
        ("Nora Quill, 71, was the oldest volunteer.", "Declan Farry, 64, was the oldest volunteer."),
        ("Calls at night rose 31 per cent.", "Calls at night rose by 31%."),
        ("Some 31 per cent of calls came at night.", "Some 69 per cent of calls did not come at night."),
        ("The crews saved 64 children.", "The crews saved 64 youngsters."),
        ("It trained 64 crews in Kilcarra harbour.", "It trained 71 crews in Dunmore harbour."),
        ("The crews saved 64 swimmers at Ballyrobin.", "The crews saved 64 swimmers at Ballyrobin Strand."),
        ("The crews saved 64 swimmers, Nora Quill said.", "The crews saved 64 swimmers, Declan Farry said."),
        ("Of 137 calls 31 were cancelled.", "31 out of 137 calls were called off."),
    ],
)
def test_another_way_to_say_it_is_no_slip(ours: str, theirs: str) -> None:
    assert findings(ours, theirs) == []


def test_stories_that_differ_in_most_figures_tell_two_events() -> None:
    """Last year's bulletin and this year's: the same words, another number in each place."""
    lines = ("The crews saved {} swimmers and towed {} yachts. They spent {} nights at sea.", (64, 212, 77))
    ours = lines[0].format(*lines[1])
    theirs = lines[0].format(81, 267, 93)
    assert findings(ours, theirs, calls=161) == []


ALONE = "Of the boats in Leinster, 61 per cent passed the survey.\n\nStations in Ulster were left out of it."


def test_a_share_of_one_place_is_none_of_two() -> None:
    theirs = "The survey found that 61 per cent of boats in Leinster and Ulster passed."
    found = findings(ALONE, theirs)
    assert [(f.reading, f.severity) for f in found] == [("place", "warning")]
    assert "“Leinster and Ulster”" in found[0].explanation


@pytest.mark.parametrize(
    "theirs",
    [
        "The survey found that 61 per cent of boats in Leinster passed, and Ulster will follow.",
        "The survey found that 61 per cent of boats in Munster and Ulster passed.",
        "In Leinster 61 per cent of boats passed the survey, which left Ulster out.",
    ],
)
def test_two_places_of_other_figures_are_none_of_this_one(theirs: str) -> None:
    assert not [f for f in findings(ALONE, theirs) if f.reading == "place"]


def test_a_name_of_two_parts_is_one_place() -> None:
    """Nobody speaks of the second part by itself, so that either name may be the whole."""
    ours = "Of the boats in Leinster, 61 per cent passed the survey."
    theirs = "The survey found that 61 per cent of boats in Leinster and Ulster passed."
    assert findings(ours, theirs) == []


def test_stories_checked_together_are_compared_as_siblings() -> None:
    texts = [
        AROUND.format(line=f"The crews saved 64 swimmers in {month}.", calls=137) for month in ("May", "June")
    ]
    review = review_documents([document_from_text(text, id=f"s{n}") for n, text in enumerate(texts)])
    assert [(f.verdict, f.reading) for f in review.findings if f.verdict != "consistent"] == [
        ("mismatch", "period")
    ]


def test_stories_of_two_events_are_checked_together_as_strangers() -> None:
    lines = "The crews saved {} swimmers and towed {} yachts. They spent {} nights at sea."
    texts = (
        AROUND.format(line=lines.format(64, 212, 77), calls=137),
        AROUND.format(line=lines.format(81, 267, 93), calls=161),
    )
    review = review_documents([document_from_text(text, id=f"s{n}") for n, text in enumerate(texts)])
    assert [f for f in review.findings if f.reading in ("place", "period", "digit")] == []


def told_apart(ours: str, theirs: str) -> list[Finding]:
    """The mismatches between two texts that are checked together."""
    review = review_documents([document_from_text(text, id=f"s{n}") for n, text in enumerate((ours, theirs))])
    return [f for f in review.findings if f.verdict == "mismatch"]


def test_a_name_that_opens_every_sentence_is_a_name() -> None:
    around = "\n\nIts workforce stands at 9,301 people, of whom 126 are drivers.\n"
    ours = "Dunmore reported sales of £511 million for the half year." + around
    theirs = "Sales at Dunmore came to £511bn in the half year." + around
    assert [f.reading for f in told_apart(ours, theirs)] == ["scale"]


def test_what_both_print_is_no_rival_of_what_differs() -> None:
    """The 6,700 patients of both stories are not whom the 1,533 or the 1,167 could be."""
    ours = "The Kilcarra ward saw 6,700 patients in May.\n\nOf these, 1,533 patients waited over four hours."
    theirs = (
        "Almost 6,800 patients came to the ward at Kilcarra in May.\n\n"
        "The ward kept 1,167 patients waiting for longer than four hours."
    )
    around = "\n\nThe Kilcarra ward has 86 nurses and 483 beds.\n"
    found = told_apart(ours + around, theirs + around)
    assert [{c.figure.text for c in f.relation.claims()} for f in found] == [{"1,533", "1,167"}]


def test_a_pile_of_stories_needs_more_in_common_than_a_pair() -> None:
    weak = Bond(4.0, 0)
    assert weak.holds
    assert weak.holds_among(3)
    assert not weak.holds_among(79_800)


def test_fractions_in_words_are_in_common_everywhere() -> None:
    ours, theirs = (f"A third of {them} in Kilcarra voted in May.\n" for them in ("farmers", "tenants"))
    assert told_apart(ours, theirs) == []


def test_the_next_towns_bulletin_with_one_number_by_chance_is_other_news() -> None:
    form = (
        "Workmen mended 588 potholes across {town} in the spring.\n\n"
        "Of those reported, {share} per cent are mended, {who} said.\n\n"
        "Drivers told {body} Council of {told} of them.\n\nYusuf Osgood called it neither good nor bad.\n"
    )
    ours = form.format(town="Garrness", share=52, who="Damian Mulholland", body="Keldale", told="1,121")
    theirs = form.format(town="Elmgate", share=54, who="Karen Thistlewood", body="Wexmoor", told="1,084")
    assert told_apart(ours, theirs) == []


def test_a_year_that_nobody_prints_keeps_nothing_apart() -> None:
    """On the last day of June its quarter is over, and on the day before "to June" is a year ago."""
    lines = (
        "The crews saved 264 swimmers between April and June.",
        "In the three months to June crews saved 264.",
    )
    told = [document_from_text(AROUND.format(line=t, calls=137), id=f"s{n}") for n, t in enumerate(lines)]
    days = (date(2025, 6, 30), date(2025, 6, 29))
    review = review_documents([replace(d, published=day) for d, day in zip(told, days, strict=True)])
    starts = {c.period.start for c in review.claims if c.figure.text == "264" and c.period is not None}
    assert starts == {date(2024, 4, 1), date(2025, 4, 1)}
    assert [f for f in review.findings if f.verdict == "mismatch"] == []


def test_sentences_copied_with_a_name_tie_stories_though_a_figure_differs() -> None:
    form = (
        "{}\n\nDunmore sales up 3 per cent.\n\nDunmore has more than 2,300 employees.\n\n"
        "It will be discussed in 7 months.\n"
    )
    ours = form.format("Dunmore reported revenue of £913 million for the half year.")
    theirs = form.format("Half-year revenue at Dunmore came to £725 million.")
    assert [{c.figure.text for c in f.relation.claims()} for f in told_apart(ours, theirs)] == [
        {"£913 million", "£725 million"}
    ]


def of_a_pile(ours: str, theirs: str, *days: date) -> list[Finding]:
    """The mismatches between two texts of an audit, of which nobody said that they belong together."""
    texts = [document_from_text(text, id=f"s{n}") for n, text in enumerate((ours, theirs))]
    if days:
        texts = [replace(d, published=day) for d, day in zip(texts, days, strict=True)]
    review = review_documents(texts)
    a, b = (
        Story(document, tuple(c for c in review.claims if c.document == document.id))
        for document in review.documents
    )
    return [f for f in found_between(a, b) if f.verdict == "mismatch"]


def test_two_firms_of_one_name_with_one_revenue_tell_two_events() -> None:
    form = (
        "Harrowgate sales up {rise} per cent\n\nRevenue at Harrowgate came to £517m in the six months.\n\n"
        "It runs {shops} shops and made a pre-tax profit of £{profit}m.\n"
    )
    ours, theirs = form.format(rise=3, shops=233, profit=34), form.format(rise=10, shops=429, profit=24)
    assert of_a_pile(ours, theirs) == []


def test_stories_of_two_firms_with_two_numbers_by_chance_are_other_news() -> None:
    form = (
        "{firm} profits reach £{profit}m\n\nThe group's half-year revenue was £763 million.\n\n"
        "Same-store sales climbed 13 per cent, and it made a profit of £{profit}m.\n"
    )
    ours, theirs = form.format(firm="Greystoke", profit=88), form.format(firm="Westbury", profit=71)
    assert of_a_pile(ours, theirs) == []


def test_one_figure_that_differs_is_held_against_what_came_out_on_the_same_days() -> None:
    form = "The library in Elmley counted {visits} visits in the year.\n\nIt costs the council £339,000.\n"
    ours, theirs = form.format(visits="46,592"), form.format(visits="37,704")
    june, july = date(2025, 6, 3), date(2025, 7, 3)
    assert of_a_pile(ours, theirs) == of_a_pile(ours, theirs, june, july) == []
    assert len(of_a_pile(ours, theirs, june, date(2025, 6, 4))) == 1


def test_a_word_that_is_in_lower_case_in_the_sibling_is_no_name_of_its_own() -> None:
    rest = (
        "Half of all patients got better.\n\nSome {} of them dropped out.\n\nThey were asked for {} weeks.\n"
    )
    ours = "Researchers gave it to {} adults.\n\n" + rest
    theirs = "Doctors gave it to {} adults, the researchers say; doctors chose them.\n\n" + rest
    told = of_a_pile(ours.format("1,517", 23, 41), theirs.format("1,517", 32, 41))
    assert [f.reading for f in told] == ["digit"]
