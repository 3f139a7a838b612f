"""The whole that a share is taken of."""

from __future__ import annotations

import pytest

from tests.frame.conftest import Claims

WHOLES = [
    ("[63%] of carers were over 50.", "63%", "carers", "carer"),
    ("[50 per cent] of children in care were seen.", "50 per cent", "children in care", "child"),
    ("Of [70] episodes, [25], or [36 per cent], were followed up.", "36 per cent", None, "episode"),
    ("There were [330] episodes. They were seen in [57%] of them.", "57%", "them", "episode"),
    (
        "Of the children, [50%] were seen, against [30%] of those with private agencies.",
        "30%",
        "those with private agencies",
        "child",
    ),
    ("[46%] of adults chose the north, [35%] the south and [19%] neither.", "19%", None, "adult"),
    ("[17%] of households paid, compared with [15%] last year.", "15%", None, "household"),
    ("[One in five] children lives in poverty.", "One in five", None, "child"),
    ("[Nine out of ten|ratio] Sydney schools will lose.", "Nine out of ten", None, "school"),
    ("[Two thirds|ratio] of Pune's schools closed.", "Two thirds", "Pune's schools", "school"),
    ("The party polled [1,004] voters. [61%] of those asked were men.", "61%", "those asked", "voter"),
    ("More than [half|ratio] of all missing episodes ([56 per cent]) ended.", "56 per cent", None, "episode"),
]


@pytest.mark.parametrize(("marked", "figure", "text", "key"), WHOLES, ids=[w[0][:50] for w in WHOLES])
def test_the_whole_of_a_share(claims: Claims, marked: str, figure: str, text: str | None, key: str) -> None:
    base = claims(marked)[figure].base
    assert base is not None
    assert base.key == key
    assert text is None or base.text == text


@pytest.mark.parametrize(
    ("marked", "figure"),
    [
        ("Sales rose [12%].", "12%"),
        ("The margin was [43.1 per cent].", "43.1 per cent"),
        ("[Twelve|count] dogs ran off.\n\n\nTurnout was [61%].", "61%"),
        ("Women were likelier than men to vote, [49%] against [43].", "43"),
    ],
)
def test_no_whole_is_made_up(claims: Claims, marked: str, figure: str) -> None:
    assert claims(marked)[figure].base is None
