"""Parts beside their wholes: "44 of the town's 180 posts" is possible and "33 of the 24 pupils" is not."""

from __future__ import annotations

import pytest

from extractor.pipeline import review_documents
from extractor.read import document_from_text


def bounds(text: str) -> list[tuple[str, str]]:
    findings = review_documents([document_from_text(text, id="parted")]).findings
    return [(f.verdict, f.arithmetic) for f in findings if f.relation.kind == "bound"]


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("The school said that 13 of the 24 pupils failed the test.", "13 ≤ 24"),
        ("Some 44 of Wharfe's 180 on-call posts were unfilled.", "44 ≤ 180"),
        ("Of the 602 bookings 211 were tested.", "211 ≤ 602"),
        ("Among the club's 90 members, only 12 voted.", "12 ≤ 90"),
        ("She wrote 84 letters, of which just 12 were answered.", "12 ≤ 84"),
        ("By Monday 1,215 people had applied, and 1,130 of them were waiting.", "1,130 ≤ 1,215"),
        ("Rangers made 214 arrests in spring.\n\nDrones saw the men in 85 of the arrests.", "85 ≤ 214"),
        ("The yard has 12 furnaces. Five of them were off.", "5 ≤ 12"),
    ],
)
def test_a_part_within_its_whole_is_consistent(text: str, arithmetic: str) -> None:
    assert bounds(text) == [("consistent", arithmetic)]


@pytest.mark.parametrize(
    ("text", "arithmetic"),
    [
        ("The school said that 33 of the 24 pupils failed the test.", "33 > 24"),
        ("In the north 31 of 30 trains ran.", "31 > 30"),
        ("Of the 240 patients, 338 got the drug.", "338 > 240"),
        ("Harlow's owner said 912 of the firm's 840 drivers had signed.", "912 > 840"),
        ("Rangers made 42 arrests in spring.\n\nDrones saw the men in 85 of the arrests.", "85 > 42"),
        ("Its 31 branches reopened. Rain got into 45 of the branches.", "45 > 31"),
        ("He pleaded for 120 trees, of which 210 were to be felled.", "210 > 120"),
    ],
)
def test_a_part_above_its_whole_is_questioned(text: str, arithmetic: str) -> None:
    assert bounds(text) == [("mismatch", arithmetic)]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 40 schools, 300 teachers walked out.",
        "It has 40 branches with 600 staff. About 450 of them will lose their jobs.",
        "The club sold 40 shirts. It has 900 fans, and 700 of them wanted one.",
        "Of the 12 firms that bid, the largest hired 450 people.",
        "The town lost 30 shops of its 25 per cent.",
        "There were 121 closures, and of those 39 come before June, which brings the total to 351.",
        "It has 86,000 agents in all 36 states, of whom 31,000 are women.",
        "Rangers made 42 arrests in May and 90 arrests in June. Drones saw the men in 85 of the arrests.",
        "The chain shut 31 branches. It has 400 branches left, and 45 of the branches are to be sold.",
        "Out of 9 seats came a swing of 12 points.",
    ],
)
def test_nothing_is_questioned_where_the_whole_may_be_another(text: str) -> None:
    findings = review_documents([document_from_text(text, id="parted")]).findings
    assert all(f.verdict == "consistent" for f in findings)
