"""What a number without a noun counts, where the words before it tell."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from extractor.frame.keys import acronyms
from extractor.frame.language_model import load_model
from extractor.frame.measure import likeliest
from extractor.frame.measure.candidates import candidates
from extractor.frame.sentences import parse, with_spots
from extractor.model import Document
from tests.frame.conftest import Claims

#: Marked text, printed figure, key of its measure.
TOLD = [
    ("The depot lost [40] drivers in May. In June it lost [12].", "12", "driver"),
    ("Ballinvara took in [310] ewes on Monday and Clonagh [220].", "220", "ewe"),
    ("Bookings fell to [2,100] from [1,850].", "1,850", "booking"),
    ("It had [48] beds last winter. This year there are [31].", "31", "bed"),
    ("Of [96] sheds, [40] were sound. Another [12] leaned.", "12", "shed"),
    ("They counted [300] puffins. A year ago they counted [410].", "410", "puffin"),
    ("Council workers planted [90] trees. Only [52] survived the summer.", "52", "tree"),
    ("Inspectors visited [60] kitchens in March; [14] were closed on the spot.", "14", "kitchen"),
    ("The clinic wrote to [800] patients and [120] never replied.", "120", "patient"),
    ("Dubbo recorded [17] frosts, Orange [31] and Bathurst [26].", "26", "frost"),
    ("Growers sold [900] crates on Tuesday. By Friday they had sold [1,400].", "1,400", "crate"),
    ("The library lent [5,000] books. The mobile van lent [640].", "640", "book"),
    ("We ordered [200] stents. On Monday [80] came.", "80", "stent"),
]


@pytest.mark.parametrize(("marked", "figure", "key"), TOLD, ids=[t[0][:60] for t in TOLD])
def test_a_bare_number_counts_what_was_spoken_of(claims: Claims, marked: str, figure: str, key: str) -> None:
    measure = claims(marked)[figure].measure
    assert measure is not None
    assert measure.key == key


def test_candidates_are_what_was_counted_and_named_and_people(claims: Claims) -> None:
    told = list(claims("The drivers met [40] clerks. Then [12] left.").values())
    text = "The drivers met 40 clerks. Then 12 left."
    document = Document("d", text)
    figures = [c.figure for c in claims("The drivers met [40] clerks. Then [12] left.").values()]
    assert len(told) == len(figures) == 2
    *_, (_, (last,)) = with_spots(parse(document, [], load_model(None), lambda _: True), figures)
    assert {"clerk", "driver", "person"} <= set(candidates(last, [], acronyms(text), {}))


def test_no_order_of_signs_changes_a_sum(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeliest, "_weights", lambda: {"a": 0.1, "b": 0.7, "c": 1e16, "d": -1e16})
    one, other = (SimpleNamespace(features=tuple(order)) for order in ("abcd", "cadb"))
    assert likeliest._sum(one) == likeliest._sum(other)
