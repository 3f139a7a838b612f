"""Shapes that make quotes run away: each is read to its end, and what nobody says stays with nobody."""

from __future__ import annotations

import time

import pytest

from extractor.frame.sentences import zones
from extractor.frame.speaker.quotes import quotes
from extractor.frame.speaker.sayings import sayings
from extractor.model import Document
from tests.frame.conftest import Claims

#: Text → figure → who speaks it, None where nobody does.
SHAPES: list[tuple[str, dict[str, str | None]]] = [
    # a quote that never closes
    (
        "“We lost [7] of them, Ann Lee said.\nThe council has [9] homes.\nIt has [11] schools.",
        {"7": "Ann Lee", "9": None, "11": None},
    ),
    ("Ann Lee said: “We lost [7].\nThe council has [9] homes.", {"7": "Ann Lee", "9": None}),
    ("“We lost [7].\nThe council has [9] homes. “It is bad,” said Ann Lee.", {"9": None}),
    # a quote inside a quote
    ("“He said ‘you lost [7]’ and left,” said Ann Lee. The council has [9].", {"7": "Ann Lee", "9": None}),
    ("‘He said “you lost [7]” and left,’ said Ann Lee. The council has [9].", {"7": "Ann Lee", "9": None}),
    ("\"He said 'you lost [7]' and left,\" said Ann Lee. The council has [9].", {"7": "Ann Lee", "9": None}),
    # two single marks for a double one
    ("“We lost [7],’’ said Ann Lee. The council has [9] homes.", {"7": "Ann Lee", "9": None}),
    # a missing paragraph break
    (
        "“We lost [7],” said Ann Lee.“We lost [8],” said Bob Ray.The council has [9] homes.",
        {"7": "Ann Lee", "8": "Bob Ray", "9": None},
    ),
    # a sentence cut by a paragraph
    ("“We lost [7]\nof them,” said Ann Lee.\nThe council has [9] homes.", {"9": None}),
    ("Ann Lee said that\n[7] of them were lost.\nThe council has [9] homes.", {"9": None}),
    # a headline in capitals
    (
        "COUNCIL LOST [7] HOMES, SAYS ANN LEE\nThe council has [9] homes. “It lost [8],” said Ann Lee.",
        {"7": None, "9": None, "8": "Ann Lee"},
    ),
    # a list of bullets
    ("The council said:\n- [7] homes\n- [8] schools\n- “[9] libraries”", {"7": None, "8": None}),
    ("- “We lost [7],” said Ann Lee\n- The council has [9] homes", {"7": "Ann Lee", "9": None}),
    # a table read as text
    ("Said  Homes  Report\nAshby  [7]  told 36\nCorby  [8]  said 48", {"7": None, "8": None}),
    # a transcript
    (
        "Q: How many?\nANN LEE: We had [7].\nBOB RAY: I said “[8]”.\nANN LEE: Yes.\nBOB RAY: [9|count].",
        {"7": "ANN LEE", "8": "BOB RAY", "9": "BOB RAY"},
    ),
    # a measure that looks like a mark
    ("The [6]-foot-2\" man, said Ann Lee, was 5' tall. The council has [9] homes.", {"9": None}),
]


@pytest.mark.parametrize(("text", "spoken"), SHAPES)
def test_no_quote_runs_away(claims: Claims, text: str, spoken: dict[str, str | None]) -> None:
    found = claims(text)
    told = {figure: found[figure].speaker for figure in spoken}
    assert {figure: said and said.text for figure, said in told.items()} == spoken


PIECES = [
    "The council said it had 5. ",
    "“We lost 5, he said. ",
    "“We lost 5,” he said. ",
    "said said by ",
    "Ann Lee, who, ",
    "it was said by it ",
    "According to a report by the ",
    "’ ' \" ”",
    "The Board. The board said so. ",
    "Ann Lee came. Lee said so. ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_text_of_one_paragraph_is_read_in_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        zoned = zones(Document("d", text))
        taken = []
        for _ in range(2):
            start = time.process_time()
            sayings(text, zoned, quotes(text, zoned))
            taken.append(time.process_time() - start)
        return min(taken)

    seconds(500)
    assert any(seconds(40_000) < 10 * max(seconds(10_000), 0.02) for _ in range(3))
