"""Shares and numbers that go on with a statement before, and denials right behind a figure.

The last four of each list, and the last six of the innocent ones, were written after the rule.
"""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text
from tests.frame.conftest import Claims

_LEFT = "Derby left [22 per cent] of its posts unfilled in the spring"
_CAME = "In Derby [22 per cent] of patients did not turn up last year"
#: A share that goes on with another: text, print, key of its whole; both count those that did not.
GOING_ON = [
    (f"{_CAME}. In Leeds it had been [15 per cent].", "15 per cent", "patient"),
    (f"{_CAME}. The work cost [£900]. In May it was [15].", "15", "patient"),
    (f"{_LEFT}. Bristol stood at [9 per cent].", "9 per cent", "post"),
    (f"{_LEFT}. The door cost [£900]. The figure for Leeds was [15 per cent].", "15 per cent", "post"),
    (f"{_CAME}. Leeds did better still, at [15].", "15", "patient"),
    (f"{_CAME}. Bristol put its own at [15 per cent].", "15 per cent", "patient"),
    (f"{_LEFT}. That compares with [15 per cent] in Leeds.", "15 per cent", "post"),
    (f"{_CAME}. Ours was [15] a year ago.", "15", "patient"),
    (f"{_LEFT}. Bristol's is [15].", "15", "post"),
    (f"{_CAME}. The target is [15 per cent].", "15 per cent", "patient"),
    (f"{_LEFT} and in Leeds [15].", "15", "post"),
    (f"{_CAME}.\n\nNationally the share is [15 per cent].", "15 per cent", "patient"),
    (f"{_CAME}.\n\nThat compares with [15 per cent] in Leeds.", "15 per cent", "patient"),
    (f"{_LEFT}.\n\nAcross Ireland it is [31 per cent].", "31 per cent", "post"),
    (f"{_CAME}. The clinic spent [£900]. The year before it had been [19].", "19", "patient"),
    (f"{_LEFT}. For Leeds and Bristol it was [11].", "11", "post"),
    (f"{_CAME}, and in Leeds it was [40].", "40", "patient"),
]
#: A clause that speaks of something new: the text, the print.
NEW = [
    (f"{_CAME}. Unemployment stood at [9 per cent].", "9 per cent"),
    (f"{_LEFT}. The margin was [43 per cent].", "43 per cent"),
    (f"{_CAME}. In May it hired [15] nurses.", "15"),
    (f"{_LEFT}. Bristol has [15] buses.", "15"),
    (f"{_CAME}. Its chief nurse has [15] years to go.", "15"),
    (f"{_LEFT}.\n\nThe bank lent at [3 per cent].", "3 per cent"),
    (f"{_CAME}. Derby Rovers won [12].", "12"),
    (f"{_LEFT}. Sales at the shop were up [15 per cent].", "15 per cent"),
    (f"{_CAME}.\n\nIn Leeds [15 per cent] of buses were late.", "15 per cent"),
    (f"{_LEFT}. The oldest post is [44] years old.", "44"),
    (f"{_LEFT}. In Leeds the rate was [60 per cent] higher.", "60 per cent"),
]
#: Denials behind a figure: the text, the print, whether it counts those that did not.
STRAIGHT = [
    ("Of 412 calls last year [90], or [22 per cent], went unanswered.", "90", True),
    ("Of the calls, [90] (22 per cent) were never returned.", "90", True),
    ("She wrote to the firms, and [41] of them had still not replied.", "41", True),
    ("By Monday night [415] had still not been matched.", "415", True),
    ("They left [38 per cent] of the meals uneaten.", "38 per cent", True),
    ("[One in six|ratio] disabled passengers left without help.", "One in six", True),
    ("Of the buses, [18], nearly a fifth, did not run.", "18", True),
    ("Some [90] (22 per cent) remained unsold on Friday.", "90", True),
    ("Of the forms, [90] in Leeds were not signed.", "90", True),
    ("In the north stand [one in four|ratio] seats went unused.", "one in four", True),
    ("[A fifth|ratio] of Derby babies not seen at home", "A fifth", True),
    ("By March [2,415] households in Derby were still waiting for a home.", "2,415", True),
    ("On the islands [19] went without, in the town far more.", "19", True),
    ("That leaves [34] still to be done.", "34", True),
    ("Those [90] (22 per cent) were open on Friday.", "90", False),
    ("The [$30m] in aid that she promised would not be reduced.", "$30m", False),
    ("Some [19] went without fuss to the other hall.", "19", False),
    ("Of the calls [90], or [22 per cent], were answered at once.", "90", False),
    ("They left [38 per cent] of the unpaid bills to him.", "38 per cent", False),
    ("The [90] were not only late but cold.", "90", False),
    ("[One in six|ratio] passengers left with a coat.", "One in six", False),
]
#: What a number counts that its own clause does not name: a whole story, the print, the key, how it is found.
COUNTED = [
    ("The port had 412 delays. Breakdowns accounted for 241 of the delays.", "241", "delay", "here"),
    ("Of the dead, men accounted for 241.", "241", "man", "here"),
    (
        "Crews dug up 4,480 pipes.\n\nIn May 310 pipes burst.\n\n“Sure,” he said. The South Side got 1,910.",
        "1,910",
        "pipe",
        "guess",
    ),
]


@pytest.mark.parametrize(("text", "figure", "key"), GOING_ON)
def test_a_share_goes_on_with_another(claims: Claims, text: str, figure: str, key: str) -> None:
    claim = claims(text)[figure]
    assert claim.base is not None
    assert claim.base.key == key
    assert claim.negated


@pytest.mark.parametrize(("text", "figure"), NEW)
def test_a_clause_that_speaks_of_something_new_denies_nothing(claims: Claims, text: str, figure: str) -> None:
    assert not claims(text)[figure].negated


@pytest.mark.parametrize(("text", "figure", "negated"), STRAIGHT)
def test_a_denial_right_behind_a_figure(claims: Claims, text: str, figure: str, negated: bool) -> None:
    assert claims(text)[figure].surely_negated is negated


@pytest.mark.parametrize(("text", "figure", "key", "found"), COUNTED)
def test_what_an_unnamed_number_counts(text: str, figure: str, key: str, found: str) -> None:
    review = review_documents([document_from_text(text, id="a")])
    claim = next(c for c in review.claims if c.figure.text == figure)
    assert claim.measure is not None
    assert (claim.measure.key, claim.measure.found) == (key, found)


def test_nothing_is_checked_by_a_guess() -> None:
    text = (
        "Crews dug up 40 pipes.\n\nIn May 31 pipes burst.\n\nThe South Side got 1,910. Pipes in all: 1,900."
    )
    review = review_documents([document_from_text(text, id="a")])
    assert not [f for f in review.findings if f.verdict == "mismatch"]
