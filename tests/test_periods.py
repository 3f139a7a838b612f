"""Periods: what the text prints, the key under which equal ones meet, and the days they stand for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.model import Period
from extractor.periods import find_periods, resolve, same_period
from extractor.periods.patterns import DIGITS, LETTERS, Pattern
from extractor.periods.relative import RELATIVE
from extractor.periods.within import WITHIN

EVERY = (*DIGITS, *LETTERS, *RELATIVE, *WITHIN)


def only(text: str) -> Period:
    """The one period of a text."""
    found = find_periods(text)
    assert len(found) == 1, [p.text for p in found]
    return found[0]


def opening(pattern: Pattern, example: str) -> int:
    """Where the period begins in an example, behind the words that have to lead up to it."""
    return next(at for at in range(len(example)) if pattern.is_led(example, at))


@pytest.mark.parametrize("pattern", EVERY, ids=lambda p: p.name)
def test_each_pattern_reads_its_own_examples(pattern: Pattern) -> None:
    for example in pattern.accepts:
        found = pattern.rule.match(example, opening(pattern, example))
        assert found is not None, example
        read = pattern.build(found)
        assert read is not None, example
        assert read.end == len(example), example
    refused = pattern.rule.match(pattern.refuses)
    assert refused is None or not pattern.is_led(pattern.refuses, 0) or pattern.build(refused) is None


@pytest.mark.parametrize(("pattern", "example"), [(p, e) for p in EVERY for e in p.accepts])
def test_each_example_is_found_whole_in_a_sentence(pattern: Pattern, example: str) -> None:
    found = only(f"It happened: {example}, they said.")
    assert found.text.endswith(example[opening(pattern, example) :])


@pytest.mark.parametrize(
    ("text", "printed", "key", "kind"),
    [
        ("There were 40 on 12 March 2019.", "12 March 2019", "2019-03-12", "day"),
        ("There were 40 on March 12, 2019.", "March 12, 2019", "2019-03-12", "day"),
        ("It rained on 13/03/2019.", "13/03/2019", "2019-03-13", "day"),
        ("It opened in 2019 with 40 staff.", "2019", "2019", "calendar"),
        ("The 2016 election cost more.", "2016", "2016", "calendar"),
        ("2019's figures are out.", "2019", "2019", "calendar"),
        ("Deaths rose from 2018 to 2020.", "2018 to 2020", "2018/2020", "span"),
        ("Between 2010 and 2015 it fell.", "2010 and 2015", "2010/2015", "span"),
        ("It has risen since 2010.", "since 2010", "2010/", "span"),
        ("The total for 2018-19 was 330.", "2018-19", "2018-04/2019-03", "financial"),
        ("The total for 2018/19 was 330.", "2018/19", "2018-04/2019-03", "financial"),
        ("In the 2018-19 academic year", "2018-19 academic year", "2018-09/2019-08", "academic"),
        ("the year ending March 2019", "year ending March 2019", "2018-04/2019-03", "financial"),
        ("The year to 31 March was poor.", "year to 31 March", "--04/--03", "financial"),
        ("the 12 months to June 2020", "12 months to June 2020", "2019-07/2020-06", "span"),
        ("in the three months to the end of June", "three months to the end of June", "--04/--06", "span"),
        ("for the 53 weeks to 3 February", "53 weeks to 3 February", "53:week/--02-03", "span"),
        (
            "between September 2018 and September 2019",
            "September 2018 and September 2019",
            "2018-09/2019-09",
            "span",
        ),
        ("between March and June 2020", "March and June 2020", "2020-03/2020-06", "span"),
        ("from November to February 2020", "November to February 2020", "2019-11/2020-02", "span"),
        (
            "1 April 2023 to 31 March 2024: findings",
            "1 April 2023 to 31 March 2024",
            "2023-04/2024-03",
            "span",
        ),
        ("between 3 and 9 October", "3 and 9 October", "--10-03/--10-09", "span"),
        ("in the third quarter of 2020", "third quarter of 2020", "2020-07/2020-09", "quarter"),
        ("Third-quarter revenue rose.", "Third-quarter", "q3", "quarter"),
        ("at the end of September", "end of September", "--09-30", "day"),
        ("in early 2019", "early 2019", "early:2019", "calendar"),
        ("in the September quarter of 2021", "September quarter of 2021", "2021-07/2021-09", "quarter"),
        ("over the June quarter", "June quarter", "--04/--06", "quarter"),
        ("In 2020's long rains 701 fell.", "2020", "2020", "calendar"),
        ("in the 1980's", "1980's", "1980/1989", "span"),
        ("in the 70s", "70s", "1970/1979", "span"),
        ("in the seventies", "seventies", "1970/1979", "span"),
        ("It rose in October last year.", "October last year", "now-1:--10", "relative"),
        ("its best day since Dec. 20.", "since Dec. 20", "--12-20/", "span"),
        ("In this Jan. 15, 2013, photo", "Jan. 15, 2013", "2013-01-15", "day"),
        ("It ran through Sept. 30, 2015.", "Sept. 30, 2015", "2015-09-30", "day"),
        ("It opens in Jan and shuts.", "Jan", "--01", "month"),
        ("the week of May 3, 2021", "week of May 3, 2021", "2021-05-03/2021-05-09", "span"),
        ("the third quarter of last year", "third quarter of last year", "q3:now-1:year", "quarter"),
        ("open Friday to Sunday only", "Friday to Sunday", "stretch:weekday:friday/weekday:sunday", "span"),
        ("in the first week of July", "first week of July", "first:week/--07", "span"),
        ("from 2015 to May 2017", "2015 to May 2017", "2015-01/2017-05", "span"),
        ("in the 1990s", "1990s", "1990/1999", "span"),
        ("a profit the year before: good", "year before", "then-1:year", "relative"),
        ("compared with the same period last year", "same period last year", "same:now-1:year", "relative"),
        ("In the year, 8,010 were received.", "year", "then+0:year", "relative"),
        ("from 1939-45 it was closed", "1939-45", "1939/1945", "span"),
    ],
)
def test_periods_as_printed(text: str, printed: str, key: str, kind: str) -> None:
    found = only(text)
    assert (found.text, found.key, found.kind) == (printed, key, kind)
    assert found.span is not None
    assert found.span.of(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "There were 2,019 people and 2019 people.",
        "Nearly 2000 came, and more than 2010 left.",
        "It may rain and may not.",
        "May said it would. Theresa May agreed with Mrs May.",
        "They march on the offices.",
        "He paid £2019 and $1999 and 2019.5 and 1999%.",
        "Covid-19 and Grade 10 and room 2012.",
        "a second, a quarter, the second of three quarters",
        "It was priced at 32.",
        "Temperatures were in the 70s, and she is in her seventies, he in his early 60s.",
        "The rest of the team, Jan Smit and Mar Lee, came in later in the hall.",
        "In the tens of thousands, at the spring session, the average age was in the 30s.",
        "It is a last resort for the next generation.",
        "Call 01632 960 410 or 2019202020.",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert [p.text for p in find_periods(text)] == []


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("last year", "2020-01-01", "2020-12-31"),
        ("this month", "2021-05-01", "2021-05-31"),
        ("last month", "2021-04-01", "2021-04-30"),
        ("last quarter", "2021-01-01", "2021-03-31"),
        ("last week", "2021-04-26", "2021-05-02"),
        ("yesterday", "2021-05-02", "2021-05-02"),
        ("last March", "2021-03-01", "2021-03-31"),
        ("last May", "2020-05-01", "2020-05-31"),
        ("October", "2020-10-01", "2020-10-31"),
        ("31 March", "2021-03-31", "2021-03-31"),
        ("the year to 31 March", "2020-04-01", "2021-03-31"),
        ("the past five years", "2016-05-03", "2021-05-03"),
        ("five years ago", "2016-01-01", "2016-12-31"),
        ("the last financial year", "2020-04-01", "2021-03-31"),
        ("March last year", "2020-03-01", "2020-03-31"),
        ("Friday", "2021-04-30", "2021-04-30"),
        ("so far this year", "2021-01-01", "2021-05-03"),
        ("end of September", "2020-09-30", "2020-09-30"),
    ],
)
def test_dates_follow_from_the_day_of_publication(printed: str, start: str, end: str) -> None:
    found = resolve(only(f"so many over {printed}."), date(2021, 5, 3))
    assert (str(found.start), str(found.end)) == (start, end)


def test_a_period_ahead_takes_the_first_that_has_not_ended() -> None:
    found = resolve(only("by March"), date(2021, 5, 3), ahead=True)
    assert found.key == "2022-03"


def test_nothing_is_dated_without_a_day_of_publication() -> None:
    for text in ("last year", "in October", "the year to March", "two years ago"):
        assert resolve(only(text), None).start is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2018-19", "the year ending March 2019", True),
        ("2018-19", "September 2018 to September 2019", False),
        ("2019", "in 2018", False),
        ("2018-19", "the 2018-19 academic year", None),
        ("last year", "in 2020", None),
        ("a year earlier", "the year before", None),
    ],
)
def test_whether_two_periods_are_one(a: str, b: str, same: bool | None) -> None:
    assert same_period(only(f"in {a}."), only(f"in {b}.")) is same


DAYS = st.dates(date(1905, 1, 1), date(2095, 12, 31))


@given(DAYS, st.sampled_from(["%-d %B %Y", "%B %-d, %Y", "%Y-%m-%d", "%-d %b %Y", "%b. %-d, %Y"]))
def test_a_day_printed_any_way_is_read_back(day: date, way: str) -> None:
    if "%b" in way and day.month == 5 and "." in way:
        way = "%B %-d, %Y"
    found = only(f"It began on {day.strftime(way)}.")
    assert (found.start, found.end, found.key) == (day, day, day.isoformat())


@given(DAYS, st.integers(1, 4000))
def test_a_stretch_printed_either_way_has_one_key(first: date, length: int) -> None:
    last = min(first + timedelta(days=length), date(2099, 12, 31))
    a = only(f"from {first:%-d %B %Y} to {last:%-d %B %Y}.")
    b = only(f"between {first:%B %-d, %Y} and {last:%B %-d, %Y}.")
    assert (a.start, a.end) == (first, last)
    assert a.key == b.key


@given(st.text(alphabet="0123456789 -/.,MarchyeQlstFYAo\n", max_size=60))
def test_no_text_breaks_it_and_spans_never_overlap(text: str) -> None:
    found = find_periods(text)
    at = 0
    for period in found:
        assert period.span is not None
        assert period.span.start >= at
        assert period.span.of(text) == period.text
        at = period.span.end
        resolve(period, date(2021, 5, 3))
        assert period.start is None or period.end is None or period.start <= period.end
