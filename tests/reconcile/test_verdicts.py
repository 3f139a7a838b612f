"""What small stories come to: the verdict, and the mix-up that is named."""

from __future__ import annotations

import pytest

from extractor.lexicon import load_policy
from extractor.model import Finding, Mention, Span
from extractor.reconcile import Story, reconcile
from tests.reconcile.told import compared, told

#: Story, relation kind, verdict, reading.
CASES = [
    # shares
    ("{25} of {70}, {around 36 per cent}, came.", "share", "consistent", None),
    (
        "{1,075:applicant} of {2,863:applicant} applicants, or {37.5 per cent}, won.",
        "share",
        "consistent",
        None,
    ),
    (
        "{1,075:applicant} of {2,863:applicant} applicants, or {62.5 per cent}, won.",
        "share",
        "mismatch",
        "complement",
    ),
    ("{214:school} schools, or {60 per cent} of the {402:school}, closed.", "share", "mismatch", None),
    ("Of the {402:school} schools, {214:school} ({53 per cent}) had less.", "share", "consistent", None),
    (
        "It had {402:reply} replies.| Of these, {214:reply} ({35 per cent}) said no.",
        "share",
        "mismatch",
        None,
    ),
    ("{76:boat} of the {100:boat} boats, or {77 per cent}, sank.", "share", "mismatch", None),
    ("{188} of {330} episodes, or {56.9 per cent}, did.", "share", "consistent", "truncation"),
    ("Of the {24:reply} replies, {61.4 per cent} said yes.", "share", "mismatch", None),
    ("Of the {24:reply} replies, {62.5 per cent} said yes.", "share", "consistent", None),
    # changes
    ("Sales rose {12 per cent} from {£50m} to {£56m}.", "change", "consistent", None),
    ("Sales rose {12 per cent} from {£50m} to {£66m}.", "change", "mismatch", None),
    ("Its share fell by {3 per cent}, to {11 per cent} from {14 per cent}.", "change", "mismatch", "points"),
    ("Its share fell by {3 points}, to {11 per cent} from {14 per cent}.", "change", "consistent", None),
    ("Profit was {£84.2m}, up {12.3 per cent} on the {£75.0m} of 2020.", "change", "consistent", None),
    ("Profit was {£84.2m}, up {10.9 per cent} on the {£75.0m} of 2020.", "change", "mismatch", "base"),
    ("Numbers rose by {300} to {4,245} from {3,945}.", "change", "consistent", None),
    ("Numbers rose by {300} to {3,945} from {4,245}.", "change", "mismatch", "direction"),
    # sums
    (
        "{22:post} teachers, {9:post} nurses and {14:post} cooks, making {45:post} in all.",
        "sum",
        "consistent",
        None,
    ),
    (
        "{22:post} teachers, {9:post} nurses and {14:post} cooks, a total of {55:post} posts.",
        "sum",
        "mismatch",
        None,
    ),
    (
        "Of the three options, {46 per cent} chose north, {35 per cent} south and {19 per cent} neither.",
        "sum",
        "consistent",
        None,
    ),
    (
        "Of the three options, {46 per cent} chose north, {35 per cent} south and {29 per cent} neither.",
        "sum",
        "mismatch",
        None,
    ),
    # said again
    ("More than half of all cases, well, {half} ({48 per cent}).", "same", "consistent", None),
    ("Some {a third} of them ({52 per cent}) left.", "same", "mismatch", None),
    # order
    ("Pupils crept up from {24.1} to {24.8}.", "compare", "consistent", None),
    ("Arrests fell from {1,204} in May to {1,310} in June.", "compare", "mismatch", "direction"),
    (
        "It is more likely there: {50 per cent} compared with {30 per cent} here.",
        "compare",
        "consistent",
        None,
    ),
    # multiples and means
    ("Bills doubled: they {doubled} from {£12m} to {£24m}.", "multiple", "consistent", None),
    ("Bills {doubled} from {£12m} to {£15m}.", "multiple", "mismatch", None),
    ("{212:volunteer} volunteers gave {1,060:hour} hours: {5:hour} each.", "mean", "consistent", None),
    # impossible
    ("{450:school} of the {402:school} schools closed.", "bound", "mismatch", None),
]


def findings(story: Story) -> list[Finding]:
    return list(reconcile([story], load_policy()).findings)


@pytest.mark.parametrize(("text", "kind", "verdict", "reading"), CASES, ids=[c[0][:60] for c in CASES])
def test_verdict(text: str, kind: str, verdict: str, reading: str | None) -> None:
    met = [f for f in findings(told(text)) if f.relation.kind == kind]
    assert [(f.verdict, f.reading) for f in met] == [(verdict, reading)]


#: Nothing here may be questioned, for the reason told beside it.
QUIET = [
    ("groups named by a share", "The richest {1 per cent} pays more than the bottom {90 per cent} do."),
    ("other bases", "{25:girl} girls and {36 per cent} of the {70:boy} boys came."),
    ("two movements", "Sales rose {12 per cent} to {£56m} while costs fell from {£60m} to {£40m}."),
    (
        "several answers",
        "People could tick more than one: {61 per cent} noise, {58 per cent} air and {44 per cent} the rest.",
    ),
    ("a target", "{25:neg} of {70}, {60 per cent:stance=target}, is the aim."),
    ("a refuted figure", "{25} of {70}, {60 per cent:stance=denied}, he wrote."),
    (
        "another figure fits",
        "{9:boat} of the {40:boat} boats, {18:crew} of {90:crew} crew, or {20 per cent}, left.",
    ),
    ("ranks", "The club rose in the table from {12} to {9}."),
    ("a fall over 100 per cent of a profit", "Profit fell by {140 per cent:profit:change} on the year."),
    ("years apart", "In spring it was {£12m}, {twice} the usual, from {£3m} to {£4m} elsewhere."),
]


@pytest.mark.parametrize(("why", "text"), QUIET, ids=[q[0] for q in QUIET])
def test_nothing_is_questioned(why: str, text: str) -> None:
    assert not [f for f in findings(told(text)) if f.verdict == "mismatch"]


class TestAgainstAnAverage:
    """The flagship's shape in another field: a local rate, an average printed as its opposite."""

    TEXT = (
        "# {More than 400:tenant} tenants called for repairs\n\n"
        "Tenants called on no fewer than {410:call} occasions.\n\n"
        "Of those, {63.4 per cent:call:event=accept/visit:place=marlowe} accepted a visit.\n\n"
        "That rate is slightly higher than the national average.\n\n"
        "In England {62 per cent:call:neg:event=visit:place=england} of calls did not lead to a visit."
    )

    def story(self, text: str = TEXT) -> Story:
        made = told(text)
        where = made.document.text.index("the national average")
        reference = Mention(Span(where, where + 20), "the national average", "average:national")
        return compared(made, "slightly higher", degree="slightly", reference=reference)

    def compared(self, text: str = TEXT) -> list[Finding]:
        return [f for f in findings(self.story(text)) if f.relation.comparison() is not None]

    def test_the_opposite_share_is_taken_and_named(self) -> None:
        (found,) = self.compared()
        assert (found.verdict, found.severity, found.reading) == ("mismatch", "error", "complement")
        assert found.arithmetic.startswith("100 − 62 = 38")
        assert "drop the comparison" in found.suggestion

    def test_a_share_of_the_same_side_agrees(self) -> None:
        told_same = self.TEXT.replace(":neg", "")
        (found,) = self.compared(told_same)
        assert found.verdict == "consistent"

    def test_without_the_average_it_stays_open(self) -> None:
        alone = self.TEXT[: self.TEXT.index("In England")]
        (found,) = self.compared(alone)
        assert found.verdict == "undecided"
        assert "the national average" in found.missing[0]

    def test_a_sibling_supplies_the_average(self) -> None:
        alone = self.story(self.TEXT[: self.TEXT.index("In England")])
        sibling = told(self.TEXT[self.TEXT.index("In England") :], document="sibling")
        found = [f for f in reconcile([alone, sibling]).findings if f.relation.comparison() is not None]
        assert "mismatch" in {f.verdict for f in found}

    def test_the_headline_counts_something_else(self) -> None:
        swapped = [f for f in findings(self.story()) if f.reading == "unit"]
        assert [f.verdict for f in swapped] == ["mismatch"]


def test_events_in_the_headline_told_as_people() -> None:
    story = told(
        "# {More than 300:child} children missing from foster homes\n\n"
        "Foster children went missing on no fewer than {330:occasion} occasions."
    )
    (found,) = [f for f in findings(story) if f.verdict == "mismatch"]
    assert (found.relation.kind, found.reading, found.severity) == ("same", "unit", "error")


def test_a_headline_that_counts_what_the_body_counts_is_quiet() -> None:
    story = told(
        "# {More than 300:child} children missing from foster homes\n\n"
        "In all {330:child} foster children went missing, on {900:occasion} occasions."
    )
    assert not [f for f in findings(story) if f.verdict == "mismatch"]


def test_a_year_is_not_the_sum_of_the_years() -> None:
    story = told(
        "# {£9.4m} a year for schools\n\n"
        "It gets {£1.7m} in 2026, then {£3.1m} in 2027 and reaches {£4.6m} in 2028."
    )
    (found,) = [f for f in findings(story) if f.verdict == "mismatch"]
    assert (found.relation.kind, found.reading) == ("mean", "period")


def test_the_rest_must_imply_the_same_whole() -> None:
    wrong = (
        "A buyer puts down {10 per cent}, which comes to {€39,500}.| "
        "The bank lends the other {90 per cent}, or {€310,500}."
    )
    right = wrong.replace("39,500", "34,500")
    assert [f.verdict for f in findings(told(wrong)) if f.verdict == "mismatch"] == ["mismatch"]
    assert not [f for f in findings(told(right)) if f.verdict == "mismatch"]


def test_ids_are_stable_and_unique() -> None:
    story = told(CASES[0][0] + " " + CASES[10][0])
    first, second = findings(story), findings(story)
    assert [f.id for f in first] == [f.id for f in second]
    assert len({f.id for f in first}) == len(first)
