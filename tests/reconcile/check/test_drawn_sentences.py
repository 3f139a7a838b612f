"""The same of whole sentences: drawn numbers in words that tie them, from the text to the finding."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.model import Finding
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from tests.fuzzing_stories import hold
from tests.reconcile.check.drawn import HALVES, KINDS, LEVEL, MILLIONS, Drawn, Kind, Number
from tests.reconcile.check.test_properties import slipped

few = settings(max_examples=4)
#: A relation and a sentence that ties its numbers, in the order in which they are drawn.
SENTENCES = {
    "share": "Of the {2} homes, {1} were sold, or {0} per cent of them.",
    "change": "The number of homes sold {way} by {0} per cent from {1} to {2}.",
    "change of level": "The number of homes sold {way} by {0} from {1} to {2}.",
    "change in points": "The jobless rate {way} by {0} percentage points from {1} per cent to {2} per cent.",
    "sum": "The plan shows {0} homes: {parts}.",
    "multiple": "The council built {1} homes, {0} times as many as the {2} built the year before.",
    "mean": "The {2} clubs have {1} members in all, an average of {0} each.",
    "same": "The council built {0} homes last year. The {1} homes that the council built last year are let.",
    "compare": "The council built {0} homes last year, {more} than the {1} homes it built the year before.",
    "bound": "Of the {1} homes, {0} were sold.",
}
PARTS = ("apartments", "townhouses", "bungalows", "studios", "detached houses")
every_sentence = pytest.mark.parametrize("name", SENTENCES)


def printed(name: str, drawn: Drawn, half: str) -> str:
    """The sentence with the numbers in it."""
    numbers = [
        n.printed(half).removesuffix(" homes") if n.form == MILLIONS else replace(n, form="{}").printed(half)
        for n in drawn.numbers
    ]
    *some, last = (f"{number} {part}" for number, part in zip(numbers[1:], PARTS, strict=False))
    higher = drawn.compared is not None and drawn.compared[0] == "higher"
    return SENTENCES[name].format(
        *numbers,
        way=drawn.direction or ("rose" if drawn.numbers[-1].true > drawn.numbers[-2].true else "fell"),
        more="more" if higher else "fewer",
        parts=f"{', '.join(some)} and {last}",
    )


def checked(name: str, drawn: Drawn, half: str = HALVES[0]) -> list[Finding]:
    """What checking the sentence brings to light, all of it within the text."""
    review = review_documents([document_from_text(printed(name, drawn, half), id="story")])
    hold(review)
    assert len(review.claims) == len(drawn.numbers)
    return list(review.findings)


def kind_of(name: str) -> Kind:
    """The relation of that name."""
    return next(kind for kind in KINDS if kind.name == name)


@every_sentence
@few
@given(data=st.data())
def test_a_true_sentence_is_not_questioned(name: str, data: st.DataObject) -> None:
    drawn = kind_of(name).draw(data.draw)
    findings = checked(name, drawn, data.draw(st.sampled_from(HALVES)))
    assert [f.explanation for f in findings if f.verdict == "mismatch"] == []


@every_sentence
@few
@given(data=st.data())
def test_a_wrong_sentence_is_never_borne_out(name: str, data: st.DataObject) -> None:
    drawn = slipped(data, kind_of(name))
    told_of = [f for f in checked(name, drawn) if len(f.relation.claims()) == len(drawn.numbers)]
    assert [f.arithmetic for f in told_of if f.verdict == "consistent"] == []


@every_sentence
def test_the_sentence_ties_its_numbers(name: str) -> None:
    kind = kind_of(name)
    findings = checked(name, PLAIN[name])
    assert kind.kind in {f.relation.kind for f in findings if f.verdict == "consistent"}


def _plain(*numbers: float, form: str = LEVEL) -> Drawn:
    return Drawn(tuple(Number("", Fraction(str(n)), len(str(n).partition(".")[2]), form) for n in numbers))


#: Numbers that anybody sees to be true.
PLAIN = {
    "share": _plain(25.0, 114, 456),
    "change": _plain(12.5, 1200, 1350),
    "change of level": _plain(150, 1200, 1350),
    "change in points": _plain(1.5, 4.7, 6.2),
    "sum": _plain(860, 430, 260, 170),
    "multiple": _plain(2.5, 3450, 1380),
    "mean": _plain(253, 38456, 152),
    "same": _plain(860, 860),
    "compare": replace(_plain(860, 830), compared=("higher", None)),
    "bound": _plain(123, 456),
}
