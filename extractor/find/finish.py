"""The third pass: hedges, intervals, and the figures as the other stages take them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from extractor.find.hedges import LAST_WORD, Hedge, Hedges, hedge_after, hedge_before, hedges_of
from extractor.find.intervals import Bare, bare, exactly, halving, hedged, one_in, parts_in, span_of
from extractor.find.joins import JOINS
from extractor.find.nouns import Draft, Item, Pair
from extractor.find.rates import told_each
from extractor.find.sums import as_paid
from extractor.find.unit import PER, Unit
from extractor.lexicon import Policy, table
from extractor.model import Amount, Figure, FigureKind, Span
from extractor.regexes import Regex
from extractor.wording import any_of

_PERCENT_NEAR = Regex(rf"{'|'.join(table('labels')['vote'])}", re.IGNORECASE)
_SPORT = any_of(table("labels")["sport"])
_MARKET = Regex(rf"\b(?:{'|'.join(table('labels')['market'])})\b")
#: "287 points, or 2.4 percent": those of an index of shares.
_IN_PERCENT = Regex(r",? (?:or|\() ?(?:about |nearly )?\d[\d.]* ?(?:%|per ?cent)")
#: Rules of hedges before a number that yield to one behind it: "about 500 or more".
_YIELDS = ("bare", "about")
_BOUNDS = Regex(r",?[ \u00a0\n](?:and|but|yet)[ \u00a0\n](?:also |still )?|,[ ]")
#: "Is up to 80 years old" bounds, where "turnout is up to 80 per cent" moved.
_SIZES = ("age", "duration", "multiple")
_NEAR = 240
_DURING_AFTER = frozenset(table("labels")["during_after"])
_RATE_NOUN = Regex(r"[ \u00a0](?:rate|share|turnout)\b")


def figures_of(text: str, drafts: Sequence[Draft], policy: Policy) -> list[Figure]:
    """The drafts as figures, after they have lent each other what they could."""
    items: list[Item] = [settle(text, d) for d in drafts]
    for join in JOINS:
        items = join(text, items)
    hedges = hedges_of(policy)
    return _bounded(text, list(_figures(text, items, policy, hedges)))


def _bounded(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """ "More than 10 but fewer than 20": two bounds of one quantity are a range."""
    out: list[Figure] = []
    for figure in figures:
        first = out[-1] if out else None
        if first is not None and first.hedge and figure.hedge and _are_bounds(text, first, figure):
            out[-1] = _between(text, first, figure)
        else:
            out.append(figure)
    return out


def _are_bounds(text: str, a: Figure, b: Figure) -> bool:
    if (a.kind, a.amount.unit) != (b.kind, b.amount.unit) or a.value is None or b.value is None:
        return False
    if not _BOUNDS.fullmatch(text[a.span.end : b.span.start]):
        return False
    low, high = (a, b) if a.amount.high is None else (b, a)
    if low.amount.high is not None or high.amount.low not in (0, None):
        return False
    return low.amount.low is not None and high.amount.high is not None and low.amount.low < high.amount.high


def _between(text: str, a: Figure, b: Figure) -> Figure:
    low, high = (a, b) if a.amount.high is None else (b, a)
    span = Span(a.span.start, b.span.end)
    amount = replace(low.amount, high=high.amount.high, high_open=high.amount.high_open, grain=None)
    hedge = f"{a.hedge} {b.hedge}"
    return Figure(span, span.of(text), a.kind, amount, None, hedge, "range")


def settle(text: str, draft: Draft) -> Draft:
    """A draft whose unit was open, decided by the text around it: the "points" of a poll or a match."""
    if draft.kind == "money":
        return replace(draft, number=as_paid(text, draft))
    if draft.unit.sure:
        if (
            draft.bare
            and draft.number.rounded
            and draft.number.step < 1
            and _RATE_NOUN.match(text, draft.end)
        ):
            return replace(draft, unit=Unit("percentage", "%"), pattern="percentage")
        return draft
    if draft.number.form == "fraction" and draft.number.value < 1:
        return replace(draft, unit=Unit("points", draft.unit.name))  # no match is won by a quarter-point
    each = told_each(text, draft.end)
    if each is not None:
        return replace(draft, unit=Unit("rate", f"{PER}{each}"), end=draft.number.end, pattern="rate")
    if _IN_PERCENT.match(text, draft.end):
        return replace(draft, unit=Unit("count", ""), end=draft.number.end, pattern="count")
    around = text[max(0, draft.start - _NEAR) : draft.end + _NEAR]
    at = draft.start - max(0, draft.start - _NEAR)
    near = around[around.rfind("\n\n", 0, at) + 1 :].split("\n\n", 1)[0] if "\n\n" in around else around
    if _PERCENT_NEAR.search(near) and not _SPORT.search(near) and not _MARKET.search(near):
        return replace(draft, unit=Unit("points", draft.unit.name))
    return replace(draft, unit=Unit("count", ""), end=draft.number.end, pattern="count")


def _figures(text: str, items: Sequence[Item], policy: Policy, hedges: Hedges) -> Iterator[Figure]:
    floor = 0
    for item in items:
        figure = _outside(text, item) or _quantity(text, item, policy, hedges, floor)
        if figure is not None and figure.span.start >= floor:
            yield figure
            floor = figure.span.end


def _outside(text: str, item: Item) -> Figure | None:
    if isinstance(item, Pair) or item.outside is None:
        return None
    span = Span(item.start, item.end)
    return Figure(span, span.of(text), item.outside, Amount(None, None), None, pattern=item.pattern)


def _quantity(text: str, item: Item, policy: Policy, hedges: Hedges, floor: int) -> Figure | None:
    before = hedge_before(text, item.start, hedges, level=_kind(item) not in _SIZES)
    if before is not None and (before.start < floor or _is_during(text, item, before)):
        before = None
    after = hedge_after(text, item.end, hedges) if before is None or before.rule in _YIELDS else None
    if before is not None and before.rule == "about" and after is not None:
        before = None if after.rule in ("at_least", "at_most") else before
    hedge = after or before
    if isinstance(item, Draft) and item.maybe and (hedge is None or item.bare):
        return None
    start = before.start if before is not None else item.start
    reach = item.reach if isinstance(item, Draft) and after is not None else 0
    end = max(after.end if after is not None else item.end, reach)
    if isinstance(item, Pair) and item.how == "margin":
        return _margin(text, item, policy)
    if isinstance(item, Pair) and item.how == "range":
        return _range(text, item, policy, start, end, hedge)
    return _single(text, item, policy, hedges, Span(start, end), hedge)


def _kind(item: Item) -> FigureKind:
    return item.last.kind if isinstance(item, Pair) else item.kind


def _is_during(text: str, item: Item, hedge: Hedge) -> bool:
    """True for "spread over three years" and "412,300 over 11 games": "over" does not mean more than."""
    unit = item.last.unit if isinstance(item, Pair) else item.unit
    if hedge.words != "over":
        return False
    if text[max(0, hedge.start - 2) : hedge.start - 1].isdigit():
        return True
    if unit.kind != "duration":
        return False
    lead = LAST_WORD.search(text, max(0, hedge.start - 16), hedge.start)
    return lead is None or lead[1].lower() not in _DURING_AFTER


def _range(text: str, pair: Pair, policy: Policy, start: int, end: int, hedge: Hedge | None) -> Figure:
    unit = pair.last.unit
    first, last = _bare(pair.first, policy), _bare(pair.last, policy)
    if first.value > last.value:  # "ranging from 8 to -3 degrees"
        first, last = last, first
    span = Span(start, end)
    amount = span_of(first.amount, last.amount)
    return Figure(span, span.of(text), unit.kind, amount, None, hedge.words if hedge else None, "range")


def _margin(text: str, pair: Pair, policy: Policy) -> Figure:
    """A number with the margin that is printed beside it."""
    middle, off = _bare(pair.first, policy), _bare(pair.last, policy).value
    span = Span(pair.start, pair.end)
    amount = Amount(middle.value - off, middle.value + off, pair.first.unit.name)
    value = _value(pair.first, middle)
    return Figure(span, span.of(text), pair.first.unit.kind, amount, value, None, "margin")


def _single(text: str, item: Item, policy: Policy, hedges: Hedges, span: Span, hedge: Hedge | None) -> Figure:
    rule = hedges.rules[hedge.rule] if hedge is not None else None
    words = hedge.words if hedge is not None else None
    if isinstance(item, Pair):
        number = _share(item, policy)
        return Figure(
            span, span.of(text), "ratio", hedged(number, rule), _rounded(number.value), words, "share"
        )
    number = _bare(item, policy)
    amount = halving(number, rule) if _is_halving(item, number) else hedged(number, rule)
    return Figure(span, span.of(text), item.kind, amount, _value(item, number), words, _pattern(item))


def _is_halving(item: Draft, number: Bare) -> bool:
    return item.kind == "multiple" and item.number.form == "words" and number.value == Fraction(1, 2)


def _pattern(draft: Draft) -> str:
    return "malformed" if draft.number.malformed else draft.pattern


def _bare(draft: Draft, policy: Policy) -> Bare:
    return bare(draft.number, draft.unit.kind, draft.unit.name, draft.unit.divisor, policy.rules)


def _share(pair: Pair, policy: Policy) -> Bare:
    part, whole = pair.first.number.value, pair.last.number.value
    if part == 1 and whole > 1:
        return one_in(whole, exactly(policy.rules["one_in"]["half_step"]))
    return parts_in(part, whole)


def _rounded(value: Fraction) -> Decimal:
    """A value as a decimal, to six places where it has no end."""
    return (
        Decimal(value.numerator)
        if value.denominator == 1
        else round(Decimal(value.numerator) / value.denominator, 6)
    )


def _value(draft: Draft, number: Bare) -> Decimal:
    if draft.unit.divisor == 1 and draft.unit.kind != "ratio":
        return draft.number.printed()
    return _rounded(number.value)
