"""Scores on made sentences of the news: values, values with units, and values with bounds or direction.

    PYTHONPATH=. python tests/find/news.py [--part tune|report] [--failures]

The sentences stand in `news.toml`, which says what the marks mean. Nobody reads the failures of the part
`report` before its score is told.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from extractor.find import find
from extractor.find.finish import settle
from extractor.find.hedges import hedges_of
from extractor.find.joins import JOINS
from extractor.find.nouns import Item, Pair
from extractor.find.scan import drafts_of
from extractor.lexicon import load_policy
from extractor.model import Figure

_FILE = Path(__file__).with_name("news.toml")
_QUANTITY = re.compile(r"([~<>]?)(-?\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?(?: ([^\s^]{2,}|%))?(?: ([\^v]))?")
#: What no quantity is; a place in an order ("his 200th game") is left aside.
_OUTSIDE = ("date", "reference", "score", "rank")
#: Rules of the policy → the mark of a bound.
_MARKS = {
    **dict.fromkeys(("almost", "just_over", "about", "odd"), "~"),
    **dict.fromkeys(("over", "at_least"), ">"),
    **dict.fromkeys(("under", "at_most"), "<"),
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is wanted or read: value (of a range both ends), unit, bound, direction."""

    value: str
    unit: str
    bound: str
    move: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence with what was wanted and what was read."""

    text: str
    wanted: tuple[Quantity, ...]
    read: tuple[Quantity, ...]


def sentences(part: str) -> list[tuple[str, tuple[Quantity, ...]]]:
    """The sentences of a part, of all fields, with what they hold."""
    fields = tomllib.loads(_FILE.read_text(encoding="utf-8"))[part].values()
    return [(text, tuple(map(wanted, marks))) for field in fields for text, *marks in field]


def wanted(mark: str) -> Quantity:
    found = _QUANTITY.fullmatch(mark)
    if found is None:
        raise ValueError(f"{mark!r} is not BOUND VALUE UNIT MOVE")
    bound, low, high, unit, move = found.groups(default="")
    return Quantity(_printed(low, *([high] if high else [])), _unit(unit), bound, move)


def _printed(*ends: str | Decimal | Fraction | float) -> str:
    return "..".join(f"{float(end):.4g}" for end in ends)


def _unit(wanted: str) -> str:
    """The unit as a figure carries it: counts have none, and a price keeps its currency alone."""
    counted, _, per = wanted.partition("/")
    if counted.startswith("#"):
        return f"per{per}" if counted == "#" else ""
    return counted if len(counted) == 3 and counted.isupper() else wanted


def outcomes(part: str) -> list[Outcome]:
    """Every sentence of a part with what the number grammar reads in it."""
    return [Outcome(text, wanted, tuple(quantities(text))) for text, wanted in sentences(part)]


def quantities(text: str) -> Iterator[Quantity]:
    """The figures of a text that are quantities."""
    items: list[Item] = [settle(text, draft) for draft in drafts_of(text)]
    for join in JOINS:
        items = join(text, items)
    pairs = [item for item in items if isinstance(item, Pair) and item.how == "range"]
    for figure in find(text):
        if figure.kind not in _OUTSIDE:
            inside = next((p for p in pairs if figure.span.start <= p.start < figure.span.end), None)
            yield Quantity(_value(figure, inside), figure.amount.unit.replace(" ", ""), bound(figure))


def _value(figure: Figure, pair: Pair | None) -> str:
    """The value; of a range both ends as printed, without their rounding."""
    if pair is None or figure.value is not None:
        return _printed(figure.value or 0)
    return _printed(*(end.number.value / end.unit.divisor for end in (pair.first, pair.last)))


def bound(figure: Figure) -> str:
    """The mark of a figure's bound: "~", "<", ">", or nothing."""
    hedges = hedges_of(load_policy())
    words = figure.hedge or ""
    rule = hedges.before.get(words) or hedges.after.get(words) or ""
    if figure.pattern != "range" and figure.amount.high is None:
        return ">"
    return _MARKS.get(rule, "")


def f1(outcomes: Iterable[Outcome], *parts: str) -> tuple[float, int, int, int]:
    """F1 over quantities that agree in these parts, with the numbers right, read and wanted."""
    right = read = wanted = 0
    for outcome in outcomes:
        a, b = (
            Counter(tuple(getattr(q, part) for part in parts) for q in side)
            for side in (outcome.wanted, outcome.read)
        )
        right += (a & b).total()
        wanted, read = wanted + a.total(), read + b.total()
    return 2 * right / max(1, read + wanted), right, read, wanted


def failures(outcomes: Sequence[Outcome]) -> list[str]:
    """The sentences in which a value, unit or bound is wrong, with what differs on both sides."""
    lines = []
    for one in outcomes:
        wanted, read = (Counter((q.value, q.unit, q.bound) for q in side) for side in (one.wanted, one.read))
        if wanted != read:
            missed, false = _show(wanted - read), _show(read - wanted)
            lines.append(f"  {one.text}\n     wanted {missed}\n     read   {false}")
    return lines


def _show(some: Iterable[tuple[str, str, str]]) -> str:
    return "; ".join(f"{bound}{value} {unit}".strip() for value, unit, bound in some)


#: What is asked, and in which parts a quantity has to agree.
SCORES = {"value": ("value",), "value and unit": ("value", "unit"), "value and bound": ("value", "bound")}


def main() -> None:
    """Print the three scores of a part, and with --failures the sentences that are not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=["tune", "report"], default="tune")
    parser.add_argument("--failures", action="store_true")
    given = parser.parse_args()
    read = outcomes(given.part)
    for name, parts in SCORES.items():
        score, right, found, wanted = f1(read, *parts)
        print(f"{name:16} F1 {score:.1%}   right {right}, read {found}, wanted {wanted}")
    print(*(failures(read) if given.failures else ()), sep="\n")


if __name__ == "__main__":
    main()
