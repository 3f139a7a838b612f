"""Relations whose figures are drawn: what is true, how print rounds it, and what a wrong print would say.

A `Drawn` holds the true numbers of one relation. `told` prints each of them as fairly as its step allows, has
the package find them in the print, and puts the claims in their roles. `KINDS` is the table of all relations.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from extractor.find import find
from extractor.model import Claim, Comparison, ComparisonDirection, Cue, Direction, Relation, Role, Span

#: Draws from a strategy.
Draw = Callable[[st.SearchStrategy[Any]], Any]
#: What desks do with a half: all three are fair.
HALVES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)
PER_CENT, POINTS, TIMES, MONEY = "{} per cent", "{} percentage points", "{} times as many", "£{} each"
#: A level as it is or rounded: print of at least a thousand with two noughts is taken as rounded.
LEVEL, MILLIONS = "{} homes", "{} million homes"


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a relation: its role, what it truly is, and how it is printed."""

    role: str
    true: Fraction
    #: Decimals of the print; below 0 so many noughts at its end.
    places: int = 0
    form: str = LEVEL

    @property
    def step(self) -> Fraction:
        """What one step of the print is worth."""
        return Fraction(10) ** -self.places * (10**6 if self.form == MILLIONS else 1)

    def printed(self, half: str) -> str:
        """The number in print, rounded to its step."""
        in_steps = self.true / self.step
        with localcontext() as context:
            context.prec = 60
            whole = Decimal(in_steps.numerator) / Decimal(in_steps.denominator)
            steps = whole.quantize(Decimal(1), half)
            digits = steps.scaleb(-self.places).quantize(Decimal(1).scaleb(-max(self.places, 0)))
        return self.form.format(f"{digits:,f}")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The numbers of a relation, the one under test first, and the words that hold them."""

    numbers: tuple[Number, ...]
    direction: Direction | None = None
    #: Direction and degree of what is compared or ranked.
    compared: tuple[ComparisonDirection, str | None] | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A relation: what draws true numbers for it, and how to tell that its first number is wrong."""

    name: str
    draw: Callable[[Draw], Drawn]
    #: What the first number is, from the others in their order; None where it is no equation.
    follows: Callable[..., Fraction] | None = None
    #: What the judge computes, from all numbers; None where that is what follows.
    computes: Callable[..., Fraction] | None = None
    #: The drawn relation with numbers that cannot be true together, where there is no equation.
    wrong: Callable[[Draw, Drawn], Drawn] | None = None
    #: Roles of which each may be put for another of its name, in any order.
    alike: tuple[str, ...] = ()
    #: The two roles may change places.
    turns: bool = False
    #: Roles whose numbers may all be so many times as large.
    scaled: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The name that the model has for it: the first word."""
        return self.name.split()[0]


def told(kind: Kind, drawn: Drawn, half: str = ROUND_HALF_UP, strength: str = "stated") -> Relation:
    """The relation as a story would print it, its claims found in the text of its cue."""
    text = "; ".join(number.printed(half) for number in drawn.numbers)
    figures = find(text)
    assert len(figures) == len(drawn.numbers), f"{text!r} holds {[f.text for f in figures]}"
    whole = Span(0, len(text))
    roles = [
        Role(n.role, Claim(f"c-{i}", "story", f, whole))
        for i, (n, f) in enumerate(zip(drawn.numbers, figures, strict=True))
    ]
    if drawn.compared is not None:
        direction, degree = drawn.compared
        words = Comparison("k-1", "story", whole, text, whole, direction, degree=degree)
        roles.insert(0, Role("comparison", words))
    return Relation(kind.kind, tuple(roles), Cue("story", whole, text), strength, drawn.direction)  # type: ignore[arg-type]


def times(relation: Relation, names: Sequence[str], power: int) -> Relation:
    """The relation with the numbers of some roles ten, a hundred or more times as large."""

    def larger(claim: Claim) -> Claim:
        figure, factor = claim.figure, Fraction(10) ** power
        ends: dict[str, Any] = {
            name: None if end is None else end * factor
            for name in ("low", "high", "grain")
            for end in [getattr(figure.amount, name)]
        }
        value = None if figure.value is None else figure.value.scaleb(power)
        return replace(claim, figure=replace(figure, amount=replace(figure.amount, **ends), value=value))

    roles = (
        Role(r.name, larger(r.value)) if r.name in names and isinstance(r.value, Claim) else r
        for r in relation.roles
    )
    return replace(relation, roles=tuple(roles))


def level(draw: Draw, role: str, true: int | None = None, *, least: int = 2) -> Number:
    """A level, printed as it is or rounded so that two digits are left."""
    number = draw(st.integers(least, 10 ** draw(st.integers(1, 8)) + least)) if true is None else true
    rounded = [0, 0, *range(-len(str(number)) + 2, -1)] if number >= 1000 else [0]
    if number >= 10**6 and draw(st.booleans()):
        return Number(role, Fraction(number), draw(st.integers(1, 3)), MILLIONS)
    return Number(role, Fraction(number), draw(st.sampled_from(rounded)))


def rate(draw: Draw, role: str, true: Fraction | None = None, form: str = PER_CENT) -> Number:
    """A rate or a multiple, printed with up to two decimals."""
    own = draw(st.fractions(1, 99, max_denominator=997)) if true is None else true
    drawn = Number(role, own, draw(st.integers(0, 2)), form)
    # The package takes "100 per cent" for all and nought for none, and no rounding of either.
    assume(own in (0, 100) or form.format(100) != drawn.printed(ROUND_HALF_UP))
    assume(own == 0 or drawn.true >= drawn.step)
    return drawn


def _share(draw: Draw) -> Drawn:
    whole = level(draw, "whole", least=20)
    part = level(draw, "part", draw(st.integers(1, int(whole.true))))
    return Drawn((rate(draw, "rate", 100 * part.true / whole.true), part, whole))


def _share_of_few(draw: Draw) -> Drawn:
    whole = draw(st.integers(2, 100))
    share = rate(draw, "rate", Fraction(100 * draw(st.integers(0, whole)), whole))
    return Drawn((share, Number("whole", Fraction(whole))))


def _between_wholes(draw: Draw, drawn: Drawn) -> Drawn:
    """A share halfway between those that two whole numbers make."""
    share, whole = drawn.numbers
    half = Fraction(draw(st.integers(0, int(whole.true) - 1)) * 2 + 1, 2)
    return replace(drawn, numbers=(replace(share, true=100 * half / whole.true, places=2), whole))


def _complement(draw: Draw) -> Drawn:
    stated = rate(draw, "stated")
    return Drawn((stated, rate(draw, "other", 100 - stated.true)))


def _levels(draw: Draw) -> tuple[Number, Number, Direction]:
    old = level(draw, "from")
    near = int(old.true) + draw(st.integers(-int(old.true) // 20, int(old.true) // 20))
    new = level(draw, "to", draw(st.sampled_from([near, None])))
    assume(old.true != new.true)
    return old, new, "rose" if new.true > old.true else "fell"


def _change(draw: Draw) -> Drawn:
    old, new, way = _levels(draw)
    size = rate(draw, "change", abs(new.true - old.true) / old.true * 100)
    return Drawn((size, old, new), draw(st.sampled_from([way, None])))


def _change_of_level(draw: Draw) -> Drawn:
    old, new, way = _levels(draw)
    size = level(draw, "change", int(abs(new.true - old.true)))
    return Drawn((size, old, new), draw(st.sampled_from([way, None])))


def _change_in_points(draw: Draw) -> Drawn:
    old, new = rate(draw, "from"), rate(draw, "to")
    assume(old.true != new.true)
    size = rate(draw, "change", abs(new.true - old.true), POINTS)
    return Drawn((size, old, new), "rose" if new.true > old.true else "fell")


def _change_in_times(draw: Draw) -> Drawn:
    old, new, way = _levels(draw)
    size = rate(draw, "change", max(new.true / old.true, old.true / new.true), TIMES)
    return Drawn((size, old, new), way)


def _sum(draw: Draw) -> Drawn:
    parts = [level(draw, "part") for _ in range(draw(st.integers(2, 5)))]
    return Drawn((level(draw, "total", int(sum(p.true for p in parts))), *parts))


def _sum_of_shares(draw: Draw) -> Drawn:
    weights = draw(st.lists(st.integers(1, 99), min_size=2, max_size=5))
    places = draw(st.integers(0, 2))
    shares = (Fraction(100 * w, sum(weights)) for w in weights)
    return Drawn(tuple(Number("part", share, places, PER_CENT) for share in shares))


def _multiple(draw: Draw) -> Drawn:
    new, old, _ = _levels(draw)
    return Drawn(
        (
            rate(draw, "multiple", old.true / new.true, TIMES),
            replace(old, role="to"),
            replace(new, role="from"),
        )
    )


def _mean(draw: Draw) -> Drawn:
    whole, number = level(draw, "total"), level(draw, "n")
    form, places = draw(st.sampled_from([(LEVEL, 1), (LEVEL, 2), (MONEY, 2), (MONEY, 0), (LEVEL, 0)]))
    each = Number("mean", whole.true / number.true, places, form)
    assume(each.true >= each.step)
    return Drawn((each, whole, number))


def _mean_as_total(draw: Draw) -> Drawn:
    each, number = level(draw, "mean"), level(draw, "n")
    return Drawn((level(draw, "total", int(each.true * number.true)), each, number))


def _mean_of_years(draw: Draw) -> Drawn:
    years = [level(draw, "year") for _ in range(draw(st.integers(2, 5)))]
    return Drawn((Number("stated", sum((y.true for y in years), Fraction(0)) / len(years)), *years))


def _sum_for_mean(_: Draw, drawn: Drawn) -> Drawn:
    stated, *years = drawn.numbers
    return replace(drawn, numbers=(replace(stated, true=sum((y.true for y in years), Fraction(0))), *years))


def _mean_of_groups(draw: Draw) -> Drawn:
    groups = [rate(draw, "group") for _ in range(draw(st.integers(2, 5)))]
    weights = [draw(st.integers(1, 50)) for _ in groups]
    whole = sum(g.true * w for g, w in zip(groups, weights, strict=True)) / sum(weights)
    return Drawn((rate(draw, "stated", whole), *groups))


def _outside_groups(draw: Draw, drawn: Drawn) -> Drawn:
    stated, *groups = drawn.numbers
    low, high = min(g.true for g in groups), max(g.true for g in groups)
    off = draw(st.sampled_from([high + 3, low - 3] if low > 4 else [high + 3]))
    return replace(drawn, numbers=(replace(stated, true=off), *groups))


def _same(draw: Draw) -> Drawn:
    stated = level(draw, "stated")
    return Drawn((stated, level(draw, "from", int(stated.true))))


def _compare(draw: Draw) -> Drawn:
    subject, reference, way = _levels(draw)
    direction: ComparisonDirection = "lower" if way == "rose" else "higher"
    numbers = (replace(subject, role="subject"), replace(reference, role="reference"))
    return Drawn(numbers, compared=(direction, None))


def _compare_slightly(draw: Draw) -> Drawn:
    reference = rate(draw, "reference")
    gap = draw(st.fractions(Fraction(1, 50), 3, max_denominator=99))
    higher = draw(st.booleans())
    subject = rate(draw, "subject", reference.true + (gap if higher else -gap))
    assume(subject.true > 0)
    return Drawn((subject, reference), compared=("higher" if higher else "lower", "slightly"))


def _by_far(draw: Draw, drawn: Drawn) -> Drawn:
    """No slight difference, and one in the other direction."""
    subject, reference = drawn.numbers
    gap = subject.true - reference.true
    off = draw(st.sampled_from([reference.true + gap + (5 if gap > 0 else -5), reference.true - 2 * gap]))
    assume(off > 0 and abs(off - reference.true) > 2 * (subject.step + reference.step))
    return replace(drawn, numbers=(replace(subject, true=off), reference))


def _compare_equal(draw: Draw) -> Drawn:
    subject = level(draw, "subject")
    return Drawn((subject, level(draw, "reference", int(subject.true))), compared=("equal", None))


def _turned(_: Draw, drawn: Drawn) -> Drawn:
    """The two figures in each other's place; so far apart that no rounding turns them back."""
    subject, reference = drawn.numbers
    assume(abs(subject.true - reference.true) > apart(subject, reference))
    turned = (replace(reference, role=subject.role), replace(subject, role=reference.role))
    return replace(drawn, numbers=turned)


def _moved_off(_: Draw, drawn: Drawn) -> Drawn:
    subject, reference = drawn.numbers
    far = replace(subject, true=subject.true * 2 + 100 * subject.step, places=0, form=LEVEL)
    return replace(drawn, numbers=(far, reference))


def apart(*numbers: Number) -> Fraction:
    """So far apart that rounding by two digits leaves each of the numbers where it is."""
    return sum((max(n.step, n.true / 10) for n in numbers), Fraction(0))


def _bound(draw: Draw) -> Drawn:
    whole = level(draw, "whole")
    return Drawn((level(draw, "part", draw(st.integers(1, int(whole.true)))), whole))


def _places(draw: Draw, most: int) -> tuple[list[Number], bool]:
    """Different levels from the first place to the last, and whether the highest is first."""
    found = [level(draw, "rival") for _ in range(draw(st.integers(2, most)))]
    assume(len({n.true for n in found}) == len(found))
    up = draw(st.booleans())
    return sorted(found, key=lambda n: n.true, reverse=up), up


def _way(*, up: bool) -> ComparisonDirection:
    return "higher" if up else "lower"


def _rank(draw: Draw) -> Drawn:
    ordered, up = _places(draw, 6)
    place = draw(st.integers(1, len(ordered)))
    subject = replace(ordered.pop(place - 1), role="subject")
    return Drawn((subject, *ordered), compared=(_way(up=up), str(place)))


def _rank_told(draw: Draw) -> Drawn:
    """The same where the words name those ahead and behind."""
    ordered, up = _places(draw, 6)
    place = draw(st.integers(1, len(ordered)))
    sides = [replace(n, role="ahead" if i < place else "behind") for i, n in enumerate(ordered, 1)]
    subject = replace(sides.pop(place - 1), role="subject")
    return Drawn((subject, *sides), compared=(_way(up=up), str(place)))


def _other_place(draw: Draw, drawn: Drawn) -> Drawn:
    """The subject as large as another one and a half; it stands at one end now, and stood elsewhere."""
    assert drawn.compared is not None
    subject, *others = drawn.numbers
    beats = max if drawn.compared[0] == "higher" else min
    assume(beats(drawn.numbers, key=lambda n: n.true) != subject)
    end = beats(n.true for n in others)
    far = Fraction(int(end * 3 + 2)) if beats is max else Fraction(int(end / 3))
    assume(far > 0)
    return replace(drawn, numbers=(Number("subject", far), *others))


def _streak(draw: Draw) -> Drawn:
    ordered, up = _places(draw, 5)
    levels = tuple(replace(n, role="level") for n in reversed(ordered))
    return Drawn(levels, compared=(_way(up=up), None))


def _both_ways(_: Draw, drawn: Drawn) -> Drawn:
    """The last level back behind the first."""
    first = drawn.numbers[0]
    assert drawn.compared is not None
    back = int(first.true / 3) if drawn.compared[0] == "higher" else int(first.true * 3)
    assume(back > 0 and len(drawn.numbers) > 2)
    numbers = (*drawn.numbers[:-1], Number("level", Fraction(back)))
    # What came before has to go one way in print as well.
    firsts = [n.true for n in drawn.numbers[:2]]
    assume(abs(firsts[0] - firsts[1]) > apart(*drawn.numbers[:2]))
    return replace(drawn, numbers=numbers)


def _size(_: Fraction, old: Fraction, new: Fraction) -> Fraction:
    return (new - old) / old * 100


#: Every relation that is judged; of "same" with two nouns and of a share above 100 nothing else can be true.
KINDS: tuple[Kind, ...] = (
    Kind("share", _share, lambda part, whole: 100 * part / whole, scaled=("part", "whole")),
    Kind("share of few", _share_of_few, wrong=_between_wholes),
    Kind("complement", _complement, lambda other: 100 - other, turns=True),
    Kind(
        "change", _change, lambda old, new: abs(new - old) / old * 100, computes=_size, scaled=("from", "to")
    ),
    Kind(
        "change of level",
        _change_of_level,
        lambda old, new: abs(new - old),
        computes=lambda _, old, new: new - old,
        scaled=("change", "from", "to"),
    ),
    Kind(
        "change in points",
        _change_in_points,
        lambda old, new: abs(new - old),
        computes=lambda _, old, new: new - old,
    ),
    Kind(
        "change in times",
        _change_in_times,
        lambda old, new: max(new / old, old / new),
        scaled=("from", "to"),
    ),
    Kind("sum", _sum, lambda *parts: sum(parts, Fraction(0)), alike=("part",), scaled=("total", "part")),
    Kind(
        "sum of shares",
        _sum_of_shares,
        lambda *parts: 100 - sum(parts, Fraction(0)),
        computes=lambda *parts: sum(parts, Fraction(0)),
        alike=("part",),
    ),
    Kind("multiple", _multiple, lambda new, old: new / old, scaled=("to", "from")),
    Kind("mean", _mean, lambda whole, number: whole / number, scaled=("mean", "total")),
    Kind("mean as a total", _mean_as_total, lambda each, number: each * number, scaled=("mean", "total")),
    Kind("mean of years", _mean_of_years, wrong=_sum_for_mean, alike=("year",), scaled=("stated", "year")),
    Kind("mean of groups", _mean_of_groups, wrong=_outside_groups, alike=("group",)),
    Kind("same", _same, lambda other: other, turns=True, scaled=("stated", "from")),
    Kind(
        "compare",
        _compare,
        computes=lambda subject, reference: abs(subject - reference),
        wrong=_turned,
        scaled=("subject", "reference"),
    ),
    Kind(
        "compare slightly",
        _compare_slightly,
        computes=lambda subject, reference: abs(subject - reference),
        wrong=_by_far,
    ),
    Kind("compare equal", _compare_equal, wrong=_moved_off, scaled=("subject", "reference")),
    Kind("bound", _bound, wrong=_turned, scaled=("part", "whole")),
    Kind("rank", _rank, wrong=_other_place, alike=("rival",), scaled=("subject", "rival")),
    Kind(
        "rank told",
        _rank_told,
        wrong=_other_place,
        alike=("ahead", "behind"),
        scaled=("subject", "ahead", "behind"),
    ),
    Kind("rank of a streak", _streak, wrong=_both_ways, scaled=("level",)),
)

__all__ = ["HALVES", "KINDS", "Drawn", "Kind", "Number", "apart", "times", "told"]
