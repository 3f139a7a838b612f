"""Comparisons: the many ways in which print sets two things side by side."""

from __future__ import annotations

import pytest

from extractor.frame.comparison.references import key_of, reference_key, reference_words
from tests.frame.conftest import Told

#: Marked text, comparing words, direction, key of the reference.
WAYS = [
    (
        "The [61.2] rate is slightly higher than the national average.",
        "slightly higher",
        "higher",
        "average:national",
    ),
    ("Only [31%] were seen, below the England average.", "below", "lower", "average:england"),
    ("Around [36 per cent], lower than the average for Wales.", "lower", "lower", "average:wales"),
    (
        "At [7.4%], unemployment is well above the Scottish average.",
        "well above",
        "higher",
        "average:scotland",
    ),
    ("Pay rose by [2%], in line with the national average.", "in line with", "equal", "average:national"),
    ("Turnout, at [48%], was much lower than last year.", "much lower", "lower", "previous:year"),
    ("Sales rose by [4%], bucking the national trend.", "bucking", "higher", "trend:national"),
    (
        "The county's growth of [3%] outstripped the regional average.",
        "outstripped",
        "higher",
        "average:regional",
    ),
    ("Delhi exceeded the all-India average with [72%].", "exceeded", "higher", "average:india"),
    ("Kent's [4.1] trails the national rate.", "trails", "lower", "average:national"),
    ("Murders fell to [31], the lowest since 1998.", "lowest", "lower", "since 1998"),
    ("It was the wettest July in [118|count] years, at [210 mm|measure].", "wettest", "higher", "118 years"),
    ("Imports were [$4.2bn], up on a year earlier.", "up on", "higher", "previous:year"),
    (
        "Residents used [178 litres|measure] a day, down from [193] a year ago.",
        "down from",
        "lower",
        "previous:year",
    ),
    ("The town has [9.1] cases per head, twice the national rate.", "twice", "higher", "average:national"),
    ("Half the boys, [12%], did so, half the national average.", "half", "lower", "average:national"),
    (
        "Boys were more likely to be excluded: [9%], compared with [4%] of girls.",
        "more likely",
        "higher",
        "4% of girls",
    ),
    (
        "Men are likelier than women to drive: [61%] do.",
        "likelier",
        "higher",
        "women to drive",
    ),
    ("Rents are [36 per cent] above the state figure of [$540].", "above", "higher", "state figure of $540"),
    ("Revenue of [$41m] beat expectations.", "beat", "higher", "expected"),
    ("Attendance was [91.2%], short of the target of [95%].", "short of", "lower", "target"),
    ("Fares cost [a third] more than the other line.", "more", "higher", "other line"),
    ("There were [210] fewer than in 2018-19.", "fewer", "lower", "2018-19"),
    ("At [5%] the rate is marginally lower than the UK average.", "marginally lower", "lower", "average:uk"),
    ("The [44%] figure is on a par with the national average.", "on a par with", "equal", "average:national"),
    ("Inflation of [5%] was higher than forecast.", "higher", "higher", "expected"),
]


@pytest.mark.parametrize(("marked", "words", "direction", "key"), WAYS, ids=[w[1] + ":" + w[3] for w in WAYS])
def test_a_comparison_is_read(told: Told, marked: str, words: str, direction: str, key: str) -> None:
    found = {c.text: c for c in told(marked).comparisons}
    assert words in found
    assert found[words].direction == direction
    assert found[words].reference is not None
    assert found[words].reference.key == key


@pytest.mark.parametrize(
    "marked",
    [
        "[More than 300] children went missing.",
        "Drivers over [17] may apply.",
        "Under the plan, [290] posts will go.",
        "It cost no more than last year, at [£40].",
        "The share was not higher than the national average of [44%].",
        "Rather than [12] buses, it runs [nine].",
        "She lives above the shop with [two] cats.",
        "Turnout was higher than [50%].",
        "Over the past year [12] shops opened.",
        "She beat Rita Gale by [300] votes.",
        "It is a more useful tool than the other [two].",
        "The bill would double the number of visas to [80,000].",
    ],
)
def test_no_comparison_is_made_up(told: Told, marked: str) -> None:
    assert not told(marked).comparisons


@pytest.mark.parametrize(
    ("marked", "subject"),
    [
        ("The [61.2] rate is slightly higher than the national average.", "The 61.2 rate"),
        ("Interviews followed [around 36 per cent], lower than the England average.", "around 36 per cent"),
        ("Business rates take [6 per cent] of turnover, twice the national rate.", "Business rates"),
    ],
)
def test_the_subject_of_a_comparison(told: Told, marked: str, subject: str) -> None:
    (found,) = told(marked).comparisons
    assert found.subject is not None
    assert found.subject.text == subject


def test_degree_and_spans_point_into_the_text(told: Told) -> None:
    (found,) = told("The county's rate, [12%], is only slightly lower than a year ago.").comparisons
    assert (found.text, found.degree) == ("only slightly lower", "only slightly")
    assert found.reference is not None
    assert found.reference.text == "a year ago"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("the national average", "average:national"),
        ("the average for the nation", "average:national"),
        ("the rate across the country", "average:national"),
        ("the England average", "average:england"),
        ("the English average", "average:england"),
        ("the England and Wales rate", "average:england and wales"),
        ("the average in New South Wales", "average:new south wales"),
        ("the Norland figure of £5,420", "average:norland"),
        ("Kerala's average", "average:kerala"),
        ("the five-year average", "average:long"),
        ("the county average", "average:regional"),
        ("the same period last year", "previous:year"),
        ("the previous quarter", "previous:quarter"),
        ("a decade ago", None),
        ("the March figure", None),
        ("those with private agencies", None),
    ],
)
def test_keys_of_references(words: str, key: str | None) -> None:
    assert reference_key(words) == key


def test_a_reference_without_a_key_is_its_own_words() -> None:
    assert key_of("The other line") == "other line"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the national average, it said.", "the national average"),
        ("1,460 to 1,000 by June.", "1,460 to 1,000 by June"),
        ("the average of 4.2 each (in 2019)", "the average of 4.2 each"),
        ("the rate in Wales and fell again", "the rate in Wales"),
        ("the average – a first", "the average"),
    ],
)
def test_where_a_reference_ends(text: str, words: str) -> None:
    assert reference_words(text) == words
