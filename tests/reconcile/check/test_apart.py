"""Figures of different stances, speakers and papers: where they are judged together all the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from extractor.amount import between, exact
from extractor.model import Amount, Claim, Derived, Relation, Role, Span
from extractor.reconcile.check import _is_bill, _is_slip
from extractor.reconcile.check.readings import scale_apart
from tests.reconcile.check.related import found, related


def papers(text: str, *amounts: Amount | None, kind: str = "same") -> Relation:
    """A relation whose second figure stands in another paper, with other amounts where they are given."""
    relation = related(kind, text)
    first, second, *rest = (replace(c, measure=None) for c in relation.claims())
    told = [first, replace(second, document="other"), *rest]
    for i, amount in enumerate(amounts):
        if amount is not None:
            told[i] = replace(told[i], figure=replace(told[i].figure, amount=amount))
    return replace(relation, roles=tuple(Role(r.name, c) for r, c in zip(relation.roles, told, strict=True)))


class TestSpeakers:
    """Two speakers differ about a number, but not about the order of its digits."""

    @pytest.mark.parametrize(
        ("first", "second", "slip"),
        [
            ("£186,400", "£168,400", True),
            ("$2.4bn", "$2.4m", True),
            ("$2.4m", "$2.4bn", True),
            ("£186,400", "£186,900", False),  # one digit
            ("186", "168", True),
            ("18", "81", False),  # two digits are soon turned
            ("2,400", "240", False),  # a nought is no scale word
            ("240", "2,400", False),
            ("2,400", "2", False),
        ],
    )
    def test_swapped_digits_and_scale_words_are_slips(self, first: str, second: str, slip: bool) -> None:
        relation = related("same", f"{{{first}:stated:speaker=Ann}}, {{{second}:from:speaker=Bo}}")
        assert _is_slip(*relation.claims()) == slip
        assert bool(found(relation)) == slip

    def test_only_of_one_fact_told_twice(self) -> None:
        sum_ = "{186:total:speaker=Ann}: {84:part:speaker=Bo}, {84:part:speaker=Bo}"
        assert not found(related("sum", sum_))
        assert found(related("sum", sum_.replace(":speaker=Ann", "").replace(":speaker=Bo", "")))


class TestPlans:
    """What one paper says will be and another that it may be is one plan."""

    TEXT = "{240:stated:stance=%s}, {420:from:stance=%s}"

    @pytest.mark.parametrize(
        ("first", "second", "judged"),
        [
            ("asserted", "target", True),
            ("target", "asserted", True),
            ("target", "target", True),
            ("asserted", "denied", False),
            ("target", "projected", False),
        ],
    )
    def test_of_two_papers(self, first: str, second: str, judged: bool) -> None:
        relation = papers(self.TEXT % (first, second))
        assert bool(found(relation)) == judged

    def test_in_one_paper_they_are_two(self) -> None:
        assert not found(related("same", self.TEXT % ("asserted", "target")))

    def test_only_of_one_fact_told_twice(self) -> None:
        text = "{doubled:multiple} from {240:from:stance=target} to {420:to}"
        relation = related("multiple", text)
        words, old, new = relation.claims()
        roles = zip(("multiple", "from", "to"), (words, old, replace(new, document="other")), strict=True)
        assert not found(replace(relation, roles=tuple(Role(name, c) for name, c in roles)))

    def test_of_a_fall_of_more_than_all_there_is_no_other_paper(self) -> None:
        assert not found(papers("{450:part:stance=target} of {402:whole}", kind="bound"))

    def test_with_a_third_figure_they_are_no_two(self) -> None:
        assert not found(papers("{240:stated}, {420:from:stance=target}, {430:from}"))


class TestBills:
    """Parts that are known and lead to what is asked for them."""

    TEXT = "The roof is {22:part} and the hall {9:part}, %s they ask for {40:total:stance=%s} in all"

    def bill(self, words: str = "so", stance: str = "target", text: str = TEXT) -> Relation:
        relation = related("sum", text % (words, stance))
        *parts, total = relation.roles
        return replace(relation, roles=(total, *parts))

    @pytest.mark.parametrize("words", ["so", "So", "so that", "which means", "meaning"])
    def test_words_lead_from_the_parts_to_the_sum(self, words: str) -> None:
        assert found(self.bill(words))

    @pytest.mark.parametrize("words", ["and", "also", "soon"])
    def test_without_them_they_do_not(self, words: str) -> None:
        assert not found(self.bill(words))

    @pytest.mark.parametrize(("stance", "judged"), [("projected", True), ("denied", False)])
    def test_a_sum_is_asked_for_or_expected(self, stance: str, judged: bool) -> None:
        assert bool(found(self.bill(stance=stance))) == judged

    def test_what_is_told_needs_no_such_word(self) -> None:
        assert found(self.bill("and", "asserted"))
        assert _is_bill(self.bill("so", "asserted"))

    def test_the_words_stand_behind_the_last_part(self) -> None:
        early = "The roof is {22:part}, %s the hall is {9:part}; they ask for {40:total:stance=%s} in all"
        assert not found(self.bill(text=early))

    def test_and_before_the_sum(self) -> None:
        assert not found(self.bill("and", text=self.TEXT + ", so there"))

    def test_the_parts_are_of_one_stance(self) -> None:
        assert not found(self.bill(text=self.TEXT.replace("9:part", "9:part:stance=denied")))

    @pytest.mark.parametrize("start", [0, 4])
    def test_wherever_the_cue_begins(self, start: int) -> None:
        relation = self.bill()
        text = relation.cue.text[start:]
        cue = replace(relation.cue, span=Span(start, start + len(text)), text=text)
        assert found(replace(relation, cue=cue))
        again = self.bill("and", text="So, " + self.TEXT)
        text = again.cue.text[start:]
        assert not found(
            replace(again, cue=replace(again.cue, span=Span(start, start + len(text)), text=text))
        )

    def test_a_cue_without_a_place_leads_nowhere(self) -> None:
        relation = self.bill()
        assert not found(replace(relation, cue=replace(relation.cue, span=None)))

    def test_words_tell_the_sum(self) -> None:
        assert not found(replace(self.bill(), strength="contextual"))

    def test_a_sum_of_nothing_is_no_bill(self) -> None:
        relation = self.bill()
        assert not _is_bill(replace(relation, roles=relation.roles[:1]))

    def test_only_a_sum_is_one(self) -> None:
        assert not _is_bill(replace(self.bill(), kind="share"))


class TestPoints:
    """A rise of so many per cent between two shares: the points are no share that was cut off."""

    def test_what_is_the_difference_is_points(self) -> None:
        text = "{6 per cent:by} from {84.1 per cent:from} to {90.1 per cent:to}"  # 7.13 per cent
        (finding,) = found(related("change", text, direction="rose"))
        assert (finding.verdict, finding.reading) == ("mismatch", "points")

    def test_where_it_might_be_a_share_cut_off(self) -> None:
        text = "{%s per cent:by} from {%s:from} to {%s:to}"
        cut = "7", "90.0 per cent", "97.0 per cent"  # 7.78 per cent
        (finding,) = found(related("change", text % cut, direction="rose"))
        assert (finding.verdict, finding.reading) == ("mismatch", "points")
        (finding,) = found(related("change", text % ("7", "90.0", "97.0"), direction="rose"))
        assert (finding.verdict, finding.reading) == ("consistent", "truncation")

    def test_a_fall_is_of_the_same_size(self) -> None:
        text = "{7 per cent:by} from {90.0 per cent:from} to {83.0 per cent:to}"
        (finding,) = found(related("change", text, direction="fell"))
        assert (finding.verdict, finding.reading) == ("mismatch", "points")

    def test_another_size_is_a_share_cut_off(self) -> None:
        text = "{7.7 per cent:by} from {90.0 per cent:from} to {97.0 per cent:to}"
        (finding,) = found(related("change", text, direction="rose"))
        assert finding.verdict == "consistent"

    def test_a_level_that_is_a_range_tells_none(self) -> None:
        relation = related(
            "change", "{7 per cent:by} from {90.0 per cent:from} to {97.0 per cent:to}", direction="rose"
        )
        change, old, new = relation.claims()
        ranged = replace(new, figure=replace(new.figure, amount=between(97, 97, "%"), value=None))
        roles = zip(("change", "from", "to"), (change, old, ranged), strict=True)
        (finding,) = found(replace(relation, roles=tuple(Role(name, c) for name, c in roles)))
        assert (finding.verdict, finding.reading) == ("consistent", "truncation")

    def test_only_a_change_has_them(self) -> None:
        relation = related("share", "{56.9 per cent:rate} are {188:part} of {330:whole}")
        (finding,) = found(relation)
        assert finding.reading == "truncation"


class TestScales:
    """One bound in two papers, a thousand times as high in one."""

    OPEN = between(279_000_000, None, "GBP")
    LESS = between(0, 279_000_000, "GBP", high_open=True)

    @pytest.mark.parametrize("amount", [OPEN, replace(OPEN, low=None, high=Fraction(279_000_000)), LESS])
    def test_a_bound_meets_what_is_a_thousand_times_as_low(self, amount: Amount) -> None:
        assert scale_apart(papers("{£279m:stated}, {£279,000:from}", amount))
        assert scale_apart(papers("{£279,000:stated}, {£279m:from}", None, amount))

    @pytest.mark.parametrize(
        ("first", "second", "apart"),
        [
            ("£279m", "£279,000", True),
            ("£279m", "£279", True),
            ("£279m", "£27.9m", False),
            ("£279m", "£281,000", False),
            ("£2m", "£2,000", False),  # of one digit it is soon chance
            ("£27m", "£27,000", True),
        ],
    )
    def test_by_a_scale_word_and_no_more(self, first: str, second: str, apart: bool) -> None:
        claims = related("same", f"{{{first}:stated}}").claims()
        value = Fraction(claims[0].figure.value or 0)
        relation = papers(f"{{{first}:stated}}, {{{second}:from}}", between(value, None, "GBP"))
        assert scale_apart(relation) == apart

    def test_it_is_questioned_as_such(self) -> None:
        (finding,) = found(papers("{£279,000:stated}, {£279m:from}", between(279_000, None, "GBP")))
        assert (finding.verdict, finding.reading) == ("mismatch", "scale")

    def test_what_has_both_ends_is_no_bound(self) -> None:
        assert not scale_apart(papers("{£279m:stated}, {£279,000:from}"))

    def test_one_paper_tells_two_bounds(self) -> None:
        relation = papers("{£279m:stated}, {£279,000:from}", self.OPEN)
        first, second = relation.claims()
        assert not scale_apart(
            replace(relation, roles=(Role("stated", first), Role("from", replace(second, document="story"))))
        )

    def test_of_one_fact_and_two_figures(self) -> None:
        relation = papers("{£279m:stated}, {£279,000:from}", self.OPEN)
        assert not scale_apart(replace(relation, kind="multiple"))
        assert not scale_apart(papers("{£279m:stated}, {£279,000:from}, {£279:from}", self.OPEN))

    @pytest.mark.parametrize("place", [0, 1])
    @pytest.mark.parametrize("value", [None, Decimal(0)])
    def test_a_range_and_nothing_are_no_number(self, place: int, value: Decimal | None) -> None:
        relation = papers("{£279m:stated}, {£279,000:from}", self.OPEN)
        told: list[Claim] = list(relation.claims())
        told[place] = replace(told[place], figure=replace(told[place].figure, value=value))
        roles = (Role("stated", told[0]), Role("from", told[1]))
        assert not scale_apart(replace(relation, roles=roles))


def test_two_that_are_nothing_are_no_slip() -> None:
    first, second = related("same", "{10:stated}, {20:from}").claims()
    none = replace(first, figure=replace(first.figure, value=Decimal(0), amount=exact(0)))
    assert not _is_slip(none, second)


def test_a_level_that_follows_from_others_leaves_two_printed_figures() -> None:
    relation = related("change", "{7 per cent:by} from {90.0 per cent:from} to {97.0 per cent:to}")
    change, old, new = relation.roles
    assert isinstance(old.value, Claim)
    follows = Role("from", Derived("d-1", old.value.figure.amount, "what is left", (), "100 − 10"))
    (finding,) = found(replace(relation, roles=(change, follows, new), direction="rose"))
    assert (finding.verdict, finding.reading) == ("consistent", "truncation")


def test_a_rise_that_is_no_difference_may_be_cut_off() -> None:
    text = "{7.7 per cent:by} from {90.00 per cent:from} to {97.00 per cent:to}"
    (finding,) = found(related("change", text, direction="rose"))
    assert (finding.verdict, finding.reading) == ("consistent", "truncation")


def test_to_a_level_of_its_own_size_a_rise_from_a_range_is_a_share() -> None:
    relation = related("change", "{7 per cent:by} from {6.5 per cent:from} to {7.00 per cent:to}")
    change, old, new = relation.roles
    assert isinstance(old.value, Claim)
    figure = replace(old.value.figure, amount=between(Fraction("6.495"), Fraction("6.505"), "%"), value=None)
    ranged = Role("from", replace(old.value, figure=figure))
    (finding,) = found(replace(relation, roles=(change, ranged, new), direction="rose"))
    assert (finding.verdict, finding.reading) == ("consistent", "truncation")


def test_two_speakers_may_differ_about_a_sum_with_a_part_like_it() -> None:
    assert not found(related("sum", "{186:total:speaker=Ann}: {168:part:speaker=Bo}, {84:part:speaker=Bo}"))


def test_of_three_figures_the_first_two_are_held_together() -> None:
    text = "{186:stated:speaker=Ann}, {168:from:speaker=Bo}, {172:from:speaker=Bo}"
    assert found(related("same", text))
    assert not found(related("same", text.replace("168", "174")))


def test_words_behind_the_sum_lead_nowhere_wherever_the_cue_begins() -> None:
    relation = related(
        "sum", "The roof is {22:part} and the hall {9:part}; they ask for {40:total}, so there"
    )
    *parts, total = relation.roles
    assert isinstance(total.value, Claim)
    asked = Role("total", replace(total.value, stance="target"))
    start = relation.cue.text.index("and the hall")
    text = relation.cue.text[start:]
    cue = replace(relation.cue, span=Span(start, start + len(text)), text=text)
    assert not found(replace(relation, roles=(asked, *parts), cue=cue))
