"""Scores on sets of sentences that others made, and the failures by cause.

    CROSSFOOT_SHARED=FOLDER python tests/find/public_sets.py [--failures] [SET ...]

Conventions are mapped here, once, and nowhere else; `docs/decisions/find-public-sets.md` says them in words.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

from extractor.find import find
from extractor.find.currencies import Currencies
from extractor.find.drafts import decimals_at
from extractor.find.joins import JOINS
from extractor.find.nouns import Draft, Item
from extractor.find.number_words import words_at
from extractor.find.numerals import GLYPHS, Numeral, digits_at
from extractor.find.ones import is_pronoun
from extractor.find.scan import drafts_of
from extractor.find.units import unit_after
from extractor.model import Amount, Figure, Span
from extractor.periods import find_periods

Case = dict[str, Any]
#: Ports that a case may leave out; one that all of them leave out is left out here.
PORTS = {"dotnet", "java", "javascript", "python"}
#: A read thing: its first and last character (inclusive, as the sets count) and what it is.
Reading = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One sentence with what was wanted and what was read."""

    text: str
    wanted: tuple[Reading, ...]
    read: tuple[Reading, ...]

    @property
    def right(self) -> bool:
        """True if all spans and values are right."""
        return sorted(self.wanted) == sorted(self.read)

    @property
    def cause(self) -> str:
        """Why it is wrong, in two words."""
        spans, got = {(a, b) for a, b, _ in self.wanted}, {(a, b) for a, b, _ in self.read}
        if spans == got:
            return "other value"
        if len(self.wanted) > len(self.read):
            return "missed"
        return "too many" if len(self.wanted) < len(self.read) else "other span"


def cases(shared: Path, name: str) -> list[Case]:
    """The cases of a Recognizers-Text file that at least one port supports."""
    path = shared / "benchmarks" / "recognizers-text" / f"{name}.json"
    loaded: list[Case] = json.loads(path.read_text(encoding="utf-8-sig"))
    supported = [c for c in loaded if {p.strip() for p in c.get("NotSupported", "").split(",")} != PORTS]
    return [c for c in supported if not any(_SIGN_FIRST.match(r["Text"]) for r in c["Results"])]


#: "Per cent of 210" is 210% in the set, and the share of a whole of 210 in news: left out.
_SIGN_FIRST = re.compile(r"per ?cents? of ", re.IGNORECASE)


def number(value: Fraction | Decimal | str | None) -> str:
    """A number to six significant digits, so that 2/3 and 0.666666666667 are one."""
    if value is None:
        return ""
    exact = Fraction(value)
    return f"{exact.numerator / exact.denominator:.6g}"


def core(figure: Figure) -> tuple[int, int]:
    """First and last character without the hedge, which the sets do not count in."""
    start, end = figure.span.start, figure.span.end
    if figure.hedge is not None:
        words = figure.hedge.split()
        if figure.text.lower().startswith(words[0]):
            start += re.match(r"\s*".join(map(re.escape, words)) + r"\s*", figure.text, re.I).end()  # type: ignore[union-attr]
        else:
            end = (
                start
                + re.search(r"[\s-]*" + r"\s*".join(map(re.escape, words)) + "$", figure.text, re.I).start()
            )  # type: ignore[union-attr]
    return start, end - 1


def numerals(text: str) -> Iterator[Reading]:
    """NumberModel: every number in digits or words, whatever it counts; "one over three" is one number."""
    read = list(_numerals(text))
    joined: list[tuple[int, int, Fraction]] = []
    for start, end, value in read:
        if joined and value and _is_quotient(text, joined[-1], start, value):
            joined[-1] = (joined[-1][0], end, joined[-1][2] / value)
        else:
            joined.append((start, end, value))
    for start, end, value in joined:
        yield start, end - 1, number(value)


def _is_quotient(text: str, first: tuple[int, int, Fraction], start: int, value: Fraction) -> bool:
    """True for "one over three" and "two out of five", but not for money over years."""
    gap = re.fullmatch(r"\s+(over|out of|in)\s+", text[first[1] : start])
    if gap is None or text[: first[0]].rstrip().endswith("$"):
        return False
    return gap[1] == "over" or 0 < first[2] < value


def _numerals(text: str) -> Iterator[tuple[int, int, Fraction]]:
    at = 0
    for token in re.finditer(rf"[A-Za-z]+|\d+|[{''.join(GLYPHS)}]|(?<![\w.])\.\d", text):
        start = token.start()
        if start < at or re.match(r"[A-Za-z0-9][-.]?$", text[max(0, start - 1) : start]):
            continue
        found = _numeral(text, start)
        if found is not None:
            yield found
            at = found[1]


def _numeral(text: str, at: int) -> tuple[int, int, Fraction] | None:
    if text[at].isalpha():
        read = words_at(text, at)
        if read is not None and text[at : at + 3].lower() == "one" and is_pronoun(text, at, read.end):
            return None
    elif text[at] in GLYPHS:
        read = Numeral(at, at + 1, GLYPHS[text[at]])
    elif text[at] == ".":
        read = decimals_at(text, at + 1)
    else:
        read = digits_at(text, at)
    if (
        read is None
        or read.form in ("ordinal", "vague")
        or re.match(r"(?:st|nd|rd|th|ml|km|m)\b", text[read.end :])
    ):
        return None
    if read.suffix == "m":  # "1m" is a metre to the set
        return None
    sign = re.search(r"(?<![\w.] )(?<![\w.])[-−+]\s?$|\b(?:minus|negative)[ -]+$", text[:at], re.I)
    negative = sign is not None and not sign[0].startswith("+")
    return (sign.start() if sign else at, read.end, -read.value if negative else read.value)


def ranges(text: str) -> Iterator[Reading]:
    """NumberRange: figures that are bounded on one side or two, hedge included; open and closed alike.

    "From 10 to 20" is one range there and two figures here, and "equal to 10" is the range from 10 to 10.
    """
    figures = find(text)
    for first, last in pairwise(figures):
        lead = re.search(r"\bfrom\s+$", text[: first.span.start], re.I)
        if lead is not None and text[first.span.end : last.span.start] == " to ":
            low, high = (number(f.value) for f in (first, last))
            yield lead.start(), last.span.end - 1, f"{low},{high}"
    for figure in figures:
        if re.fullmatch(r"equal\w*(?: to)?", figure.hedge or "") and figure.value is not None:
            yield (
                figure.span.start,
                _number_end(text, figure),
                f"{number(figure.value)},{number(figure.value)}",
            )
        if figure.kind in ("date", "reference", "score"):
            continue
        inside = [value for _, _, value in numerals(figure.text)]
        if figure.value is None and len(inside) >= 2:
            low, high = sorted(inside[:2], key=float)
            lead = re.search(r"\b(?:between|from)\s+$", text[: figure.span.start], re.I)
            yield lead.start() if lead else figure.span.start, _number_end(text, figure), f"{low},{high}"
        elif figure.hedge is not None and figure.value is not None:
            bound = number(figure.value if figure.kind != "ratio" else figure.value / 100)
            if figure.amount.high is None:
                yield figure.span.start, _number_end(text, figure), f"{bound},"
            elif figure.amount.low is None or (figure.amount.low == 0 and figure.value != 0):
                yield figure.span.start, _number_end(text, figure), f",{bound}"


def _number_end(text: str, figure: Figure) -> int:
    """Where the number or its hedge ends, the unit left out: "over thirty years old"."""
    last = figure.span.end - 1
    if figure.hedge is not None and figure.text.lower().endswith(figure.hedge):
        return last
    return figure.span.start + max((end for _, end, _ in numerals(figure.text)), default=last)


def percentages(text: str) -> Iterator[Reading]:
    """PercentModel: "5%" is 5."""
    for figure in find(text):
        if figure.kind == "percentage" and figure.value is not None:
            yield (*core(figure), number(figure.value))


def money(text: str) -> Iterator[Reading]:
    """CurrencyModel: the value in the printed unit, cents in cents; any currency will do."""
    for figure in find(text):
        if figure.kind == "money" and figure.value is not None:
            hundredths = re.fullmatch(r"[^$£€]*?(cents?|pence|penny|\dp|\dc|paise|¢)", figure.text)
            whole = re.search(r"dollar|pound|euro", figure.text)
            yield (*core(figure), number(figure.value * 100 if hundredths and not whole else figure.value))


def measures(text: str) -> Iterator[Reading]:
    """DimensionModel: value in the printed unit; temperatures are a set of their own."""
    for figure in find(text):
        if figure.kind == "measure" and "degree_" not in figure.amount.unit:
            yield _last(figure)


def _last(figure: Figure) -> Reading:
    """A figure; of a range the second number, which is all that the sets read of "40 to 50 years"."""
    start, end = core(figure)
    if figure.value is not None:
        return start, end, number(figure.value)
    *_, (first, _, value) = numerals(figure.text)
    return figure.span.start + first, end, value


def ages(text: str) -> Iterator[Reading]:
    """AgeModel: value in the printed unit; "25 years old"."""
    for figure in find(text):
        if figure.kind == "age":
            yield _last(figure)


def durations(text: str) -> Iterator[Reading]:
    """DurationExtractor: spans alone; "an hour" is a duration there, and here only with a hedge."""
    items: list[Item] = list(drafts_of(text))
    for join in JOINS:
        items = join(text, items)
    for item in items:
        if isinstance(item, Draft) and item.kind == "duration":
            yield item.start, item.end - 1, ""


def periods(text: str) -> Iterator[Reading]:
    """DatePeriodExtractor: spans alone, with the article and "between"; single days are left out."""
    for period in find_periods(text):
        if period.span is None or period.kind == "day" or _ONE_DAY.fullmatch(period.key):
            continue
        lead = _BEFORE_PERIOD.search(text, 0, period.span.start)
        ends = _TWO_ENDS.search(period.text) is not None
        if lead is not None and (ends or lead["article"]):
            yield (lead.start() if ends else lead.start("article")), period.span.end - 1, ""
        else:
            yield period.span.start, period.span.end - 1, ""


#: Keys of today, Friday, "last Monday".
_ONE_DAY = re.compile(r"weekday:\w+|now[+-]\d+:day|(?:last|this|next):\w+day|--\d\d-\d\d")
_BEFORE_PERIOD = re.compile(r"\b(?:(?:between|from)\s+)?(?P<article>the\s+)?$", re.IGNORECASE)
_TWO_ENDS = re.compile(r"\s(?:to|and|through|until|till)\s|\d\s?[-–]\s?\d")


def _plain(result: Case) -> str:
    value = result["Resolution"].get("value")
    return number(str(value).removesuffix("%")) if value not in (None, "null") else ""


def _bounds(result: Case) -> str:
    low, high = result["Resolution"]["value"][1:-1].split(",")
    return f"{number(low) if low else ''},{number(high) if high else ''}"


#: Set → what reads it, what its labels say, and the least share that has to be right.
RECOGNIZERS: dict[str, tuple[Callable[[str], Iterator[Reading]], Callable[[Case], str], float]] = {
    "NumberModel": (numerals, _plain, 0.90),
    "NumberRangeModel": (ranges, _bounds, 0.80),
    "PercentModel": (percentages, _plain, 0.90),
    "CurrencyModel": (money, _plain, 0.85),
    "DimensionModel": (measures, _plain, 0.80),
    "AgeModel": (ages, _plain, 0.80),
    "DurationExtractor": (durations, lambda _: "", 0.75),
    "DatePeriodExtractor": (periods, lambda _: "", 0.75),
}


def recognizers(shared: Path, name: str) -> list[Outcome]:
    """Every case of a set with what was wanted and read."""
    read, label, _ = RECOGNIZERS[name]
    return [_outcome(case, read, label) for case in cases(shared, name)]


def _outcome(case: Case, read: Callable[[str], Iterator[Reading]], label: Callable[[Case], str]) -> Outcome:
    text = case["Input"]
    wanted = [(*_span(text, r), label(r)) for r in case["Results"] if _has_value(r)]
    plain, offsets = printed(text)
    found = [(offsets[start], offsets[end], value) for start, end, value in read(plain)]
    return Outcome(text, tuple(wanted), tuple(found))


_TOKENISED = re.compile(
    r"(?<=[a-z]) - (?=[a-z])|(?<=\d) [./] (?=\d)|(?<=\d) (?=%)|(?<=\bC) (?=\$)", re.IGNORECASE
)


def printed(text: str) -> tuple[str, list[int]]:
    """The text as a newspaper prints it, where the set cut it into tokens ("two - thirds", "7 . 57 %").

    With it, for each character, its offset in the set's text.
    """
    text = re.sub(r"\bc \$", "C $", text)  # the Canadian dollar of a text in small letters
    kept = [True] * len(text)
    for found in _TOKENISED.finditer(text):
        for i in range(*found.span()):
            kept[i] = text[i] != " "
    offsets = [i for i, keep in enumerate(kept) if keep]
    return "".join(text[i] for i in offsets), offsets


_NO_NUMBER = re.compile(r"(?:all|full|whole|few|a few|some|several|another)\b", re.IGNORECASE)


def _has_value(result: Case) -> bool:
    """False for a unit without a number ("%", "all day", "several weeks"): no quantity in our convention."""
    if result.get("TypeName", "duration") == "duration" and _NO_NUMBER.match(result["Text"]):
        return False
    resolution = result.get("Resolution")
    return resolution is None or resolution.get("value") not in (None, "null")


def _span(text: str, result: Case) -> tuple[int, int]:
    if "Start" in result and "End" in result:
        return result["Start"], result["End"]
    start = text.lower().index(result["Text"].lower())
    return start, start + len(result["Text"]) - 1


def quantulum(shared: Path) -> list[Outcome]:
    """The sentences of quantulum3: value and unit of every quantity, in the order of print."""
    path = shared / "benchmarks" / "quantulum3" / "quantities.json"
    loaded: list[Case] = json.loads(path.read_text(encoding="utf-8"))
    return [_quantulum_outcome(case) for case in loaded]


#: Unit names of that set, and ours.
_UNIT_NAMES = {
    "dimensionless": "",
    "percentage": "%",
    "dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "degree fahrenheit": "degree_fahrenheit",
    "pound-mass": "pound",
    "tonne": "metric_ton",
    "cubic centimetre": "milliliter",
    "ton per day": "ton/day",
    "count per week": "per week",
    "electronvolt": "electron_volt",
    "teraelectronvolt": "teraelectron_volt",
}


#: Units of the set that are sizes of ours.
_SIZES = {"cent": (Fraction(1, 100), "dollar"), "dozen": (Fraction(12), "dimensionless")}


def _unit_name(name: str) -> str:
    """ "cubic kilometre" as "kilometer**3", "kilometre per hour" as "kilometer/hour"."""
    if name in _UNIT_NAMES:
        return _UNIT_NAMES[name]
    name = (
        re.sub(r"metre\b", "meter", name)
        .replace("litre", "liter")
        .replace(" per ", "/")
        .replace("gramme", "gram")
    )
    name = re.sub(r"square (\w+)", r"\1**2", name)
    name = re.sub(r"cubic (\w+)", r"\1**3", name)
    name = re.sub(r"(watt) (hour)", r"\1*\2", name)
    return name.replace(" ", "_").lower()


def _quantulum_outcome(case: Case) -> Outcome:
    wanted = tuple(_quantulum_label(label) for label in case["res"])
    return Outcome(case["req"], wanted, tuple(_quantities(case["req"])))


def _quantulum_label(label: Case) -> Reading:
    value = Fraction(str(label["value"]))
    size, name = _SIZES.get(label["unit"], (Fraction(1), label["unit"]))
    return 0, 0, f"{number(value * size)} {_unit_name(name)}"


def _quantities(text: str) -> Iterator[Reading]:
    """Every figure as value and unit; a range by its middle, a share as the number that it is.

    The set takes years and labels for numbers without a unit, "a gallon" for one, and joins a price with what
    it buys ("dollar per kilogram"), so they are read as such here.
    """
    read = [*find(text), *_single_units(text)]
    figures = [
        (_worth(figure), *_priced(text, figure), figure) for figure in sorted(read, key=lambda f: f.span)
    ]
    out: list[tuple[Fraction, str, int]] = []
    for value, unit, end, figure in figures:
        if value is None:
            continue
        last = out[-1] if out else None
        start = figure.span.start
        if (
            last is not None
            and last[1] == unit
            and text[last[2] : start] == " to "
            and "from " in text[:start]
        ):
            out[-1] = ((last[0] + value) / 2, unit, end)
        else:
            out.append((value, unit, end))
    for value, unit, _ in out:
        yield 0, 0, f"{number(value)} {unit}"


def _single_units(text: str) -> Iterator[Figure]:
    """ "A gallon" and "zero", which are figures here only in company."""
    for draft in drafts_of(text):
        if draft.maybe and (draft.unit.kind == "measure" or draft.number.value == 0):
            span = Span(draft.start, draft.end)
            amount = Amount(draft.number.value, draft.number.value, draft.unit.name)
            yield Figure(span, span.of(text), draft.kind, amount, draft.number.printed())


def _priced(text: str, figure: Figure) -> tuple[str, int]:
    """The unit as the set names it, and where it ends."""
    end = figure.span.end
    if figure.kind == "ratio":
        return "", end
    per = re.compile(r" per (?=[a-z])|/").match(text, end) if figure.kind == "money" else None
    if per is not None:
        digits = not text[per.end() :].startswith("hour")
        found = unit_after(text, per.end(), digits=digits, currencies=Currencies.of(text))
        if found is not None:
            return f"dollar/{found[0].name}", found[1]
    name = figure.amount.unit
    return (name if figure.kind in ("money", "rate") else name.replace(" ", "").lower()), end


def _worth(figure: Figure) -> Fraction | None:
    """The value; of a range the middle; of a year or label its number, None where it has none."""
    if figure.kind in ("date", "reference", "score"):
        label = re.fullmatch(r"(?:(?:end of )?the )?(\d+)s?", figure.text)
        return Fraction(label[1]) if label is not None else None
    if figure.value is not None:
        return Fraction(figure.value) / (100 if figure.kind == "ratio" else 1)
    low, high = figure.amount.low, figure.amount.high
    return (low + high) / 2 if low is not None and high is not None else Fraction(0)


def main() -> None:
    """Print the score of each set, and with --failures every sentence that is not right, by cause."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", default=[*RECOGNIZERS, "quantulum3"])
    parser.add_argument("--failures", action="store_true")
    given = parser.parse_args()
    shared = Path(os.environ["CROSSFOOT_SHARED"])
    for name in given.sets:
        outcomes = quantulum(shared) if name == "quantulum3" else recognizers(shared, name)
        right = sum(o.right for o in outcomes)
        wrong = [o for o in outcomes if not o.right]
        causes = Counter(o.cause for o in wrong)
        print(f"{name:20} {right:4} of {len(outcomes):4} = {right / len(outcomes):.1%}  {dict(causes)}")
        for outcome in sorted(wrong, key=lambda o: o.cause) if given.failures else ():
            print(f"  {outcome.cause}: {outcome.text[:160]!r}\n     wanted {_show(outcome, outcome.wanted)}")
            print(f"     read   {_show(outcome, outcome.read)}")


def _show(outcome: Outcome, readings: tuple[Reading, ...]) -> str:
    return "; ".join(f"{outcome.text[a : b + 1]!r} {value}" for a, b, value in readings)


if __name__ == "__main__":
    main()
