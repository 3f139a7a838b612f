"""What a figure counts: beside it, around it, or carried over from the figure before."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

#: Marked text, printed figure, key of its measure.
COUNTED = [
    ("[330] episodes were recorded.", "330", "episode"),
    ("[25] return home interviews were held.", "25", "interview"),
    ("The number of [21,640] mainstream households fell.", "21,640", "household"),
    ("[214] of the [402] schools had less.", "214", "school"),
    ("[214] of the [402] schools had less.", "402", "school"),
    ("[Nine|count] customers paid. For [four] of the nine he did nothing.", "four", "customer"),
    ("Of the posts to go, [290] are in Leith.", "290", "post"),
    ("It has [42,850] approved places, of which [33,010] are filled.", "33,010", "place"),
    ("The firm has a workforce of [1,460].", "1,460", "workforce"),
    ("The party's membership stood at [41,200].", "41,200", "membership"),
    ("[Four|count] councils saw nobody, while [eight] saw everyone.", "eight", "council"),
    ("Visits rose to [91,160] visits, from [86,000].", "86,000", "visit"),
    ("There are [683] shops, [five] more than in June.", "five", "shop"),
    ("[Half|ratio] of the contracts, [26] of [52], will end.", "52", "contract"),
    ("Men accounted for [241] of the dead.", "241", "man"),
    ("The council voted [six] to [three] for it.", "three", "vote"),
    ("She lives in a town of [9,300].", "9,300", "resident"),
    ("The [14-room|count] lodge is full.", "14-room", "room"),
    ("[Twice|count] the gate stuck.", "Twice", "time"),
    ("He admitted [11] counts of fraud and [two] of theft.", "two", "count"),
    ("There are [12] dogs; the centre wants to bring that down to [six].", "six", "dog"),
    ("Incumbents won [5,480] and [5,216] votes.", "5,480", "vote"),
    ("It is a [30|count]-share index.", "30", "share"),
    ("Of [96] shots [41] were on target.", "41", "shot"),
    ("It closed [5,670] bank and building society branches.", "5,670", "branch"),
    ("It surveyed a crowd of [300].", "300", "person"),
    ("It had [294] ferries. Ticket sales fell. [Ten|count] of them sank.", "Ten", "ferry"),
    ("[24] inspectors' jobs went unfilled.", "24", "job"),
    ("Police logged [300] burglaries. The figure of [391] was wrong.", "391", "burglary"),
    ("It rained on [19] of [31] days.", "19", "day"),
    ("[12,000] Mumbai commuters were stranded.", "12,000", "commuter"),
    ("[Two|count] municipalities had none. [Six|count] others had [one] each.", "Six", "municipality"),
    ("RHIs are return home interviews (RHIs). [40] RHIs were held.", "40", "interview"),
    ("They took [39%] of the medals. There were [310] in all, with [90] for others.", "310", "medal"),
    ("They took [39%] of the medals. There were [310] in all, with [90] for others.", "90", "medal"),
    ("THE [300] CHILDREN WERE FOUND", "300", "child"),
]


@pytest.mark.parametrize(("marked", "figure", "key"), COUNTED, ids=[c[0][:50] for c in COUNTED])
def test_what_a_count_counts(claims: Claims, marked: str, figure: str, key: str) -> None:
    measure = claims(marked)[figure].measure
    assert measure is not None
    assert measure.key == key


@pytest.mark.parametrize(
    ("marked", "figure", "key"),
    [
        ("[15 per cent] of loans were late.", "15 per cent", "loan"),
        ("The firm made a loss of [£3m].", "£3m", "loss"),
        ("Gross margin widened to [43.1%].", "43.1%", "margin"),
        ("Net debt came down to [£142m].", "£142m", "debt"),
        ("The [$36] gift was typical.", "$36", "gift"),
    ],
)
def test_what_an_amount_measures(claims: Claims, marked: str, figure: str, key: str) -> None:
    measure = claims(marked)[figure].measure
    assert measure is not None
    assert measure.key == key


@pytest.mark.parametrize("marked", ["It is down to [214].", "[Nine|count] is enough.", "Tracks [3] and [4]"])
def test_nothing_is_made_up_where_nothing_is_named(claims: Claims, marked: str) -> None:
    assert all(c.measure is None or c.measure.found in {"here", "guess"} for c in claims(marked).values())


@pytest.mark.parametrize(
    ("marked", "figure", "found"),
    [
        ("[330] episodes ended.", "330", "here"),
        ("[70] episodes ended and [eight] went on.", "eight", "sentence"),
        ("[70] episodes ended. [Eight|count] went on.", "Eight", "paragraph"),
        ("[70] episodes ended.\n[Eight|count] of them went on.", "Eight", "document"),
        ("[70] episodes ended.\nAll of the [70] were short.", "70", "document"),
    ],
)
def test_a_measure_says_how_far_it_was_carried(claims: Claims, marked: str, figure: str, found: str) -> None:
    measure = claims(marked)[figure].measure
    assert measure is not None
    assert measure.found == found


def test_a_bare_number_goes_back_no_further_than_its_paragraph_but_by_a_guess(claims: Claims) -> None:
    measure = claims("[70] episodes ended.\nThe police had hoped for [eight].")["eight"].measure
    assert measure is None or measure.found == "guess"


def test_the_text_of_a_measure_is_as_printed(claims: Claims) -> None:
    measure = claims("It counted [330] episodes of children in care going missing.")["330"].measure
    assert measure is not None
    assert measure.text.startswith("episodes")
    assert measure.span is not None
    assert measure.span.start == len("It counted 330 ")
