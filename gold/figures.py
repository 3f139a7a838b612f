"""Figures against claims: which were found, and whether value, interval and kind are right."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gold.tally import Json, Tally

#: Kinds of claims that are found so that they are not taken for quantities.
NO_QUANTITY = {"date", "reference", "score"}
#: Labelled, but no quantities either: clock times and the like.
NOT_LABELLED = {"other", "date", "year"}
#: Bounds are printed to six decimals, rounded outward.
TOLERANCE = Decimal("0.0000011")


def pair_spans(labels: Sequence[Json], predicted: Sequence[Json]) -> list[tuple[int, int]]:
    """Labels and predictions that share characters, each at most once, the longest overlap first."""
    shared = [
        (overlap, -g, -p)
        for g, label in enumerate(labels)
        for p, claim in enumerate(predicted)
        if (overlap := min(label["end"], claim["end"]) - max(label["start"], claim["start"])) > 0
    ]
    pairs: list[tuple[int, int]] = []
    for _, minus_g, minus_p in sorted(shared, reverse=True):
        if all(-minus_g != g and -minus_p != p for g, p in pairs):
            pairs.append((-minus_g, -minus_p))
    return sorted(pairs)


def score_figures(label: Json, predicted: Json, tally: Tally) -> list[tuple[Json, Json | None]]:
    """Each labelled figure with the claim that found it, if one did."""
    wanted = [f for f in label["figures"] if f["kind"] not in NOT_LABELLED]
    waived = [f for f in label["figures"] if f["kind"] in NOT_LABELLED]
    claims = [c for c in predicted["claims"] if c["kind"] not in NO_QUANTITY]
    pairs = dict(pair_spans(wanted, claims))
    extra = [c for p, c in enumerate(claims) if p not in pairs.values()]
    wrong = [c for c in extra if not any(_share_characters(c, f) for f in waived)]
    tally.count("figures.recall", len(pairs), len(wanted))
    tally.count("figures.precision", len(pairs), len(pairs) + len(wrong))
    for claim in wrong:
        tally.tell("false figure", label["id"], f"{claim['kind']} {_context(label['text'], claim)}")
    found = [(f, claims[pairs[g]] if g in pairs else None) for g, f in enumerate(wanted)]
    for figure, found_claim in found:
        _score_figure(label, figure, found_claim, tally)
    return found


def _score_figure(label: Json, figure: Json, claim: Json | None, tally: Tally) -> None:
    if claim is None:
        tally.count("figures.value", 0, 1)
        tally.tell("missed figure", label["id"], f"{figure['kind']} {_context(label['text'], figure)}")
        return
    checks = {
        "value": value_is_right(figure, claim),
        "interval": intervals_agree(figure, claim),
        "kind": figure["kind"] == claim["kind"],
        "span": (figure["start"], figure["end"]) == (claim["start"], claim["end"]),
    }
    for name, right in checks.items():
        tally.count(f"figures.{name}", right, 1)
        if not right:
            tally.tell(f"wrong {name}", label["id"], _figure_against_claim(label["text"], figure, claim))


def value_is_right(figure: Json, claim: Json) -> bool:
    """True if the printed value could stand where the figure was labelled."""
    if claim["value"] is None:
        return intervals_agree(figure, claim)
    value, low, high = Decimal(claim["value"]), _number(figure["low"]), _number(figure["high"])
    if low is None or high is None:
        return value in (low, high)
    if low == 0:
        return abs(value - high) <= TOLERANCE
    return low - TOLERANCE <= value <= high + TOLERANCE


def intervals_agree(figure: Json, claim: Json) -> bool:
    """True if both ends of the two intervals agree to six decimals."""
    share = figure["unit"] == "%"
    low = _ends_agree(figure["low"], claim["low"], Decimal(0))
    return low and _ends_agree(figure["high"], claim["high"], Decimal(100) if share else None)


def _ends_agree(label: float | None, predicted: str | None, limit: Decimal | None) -> bool:
    a, b = _number(label), _number(predicted)
    if a is None or b is None:
        return a is b or limit in (a, b)
    return abs(a - b) <= TOLERANCE


def _number(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _share_characters(a: Json, b: Json) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _context(text: str, span: Json, around: int = 40) -> str:
    before, after = text[max(0, span["start"] - around) : span["start"]], text[span["end"] :][:around]
    return f"{before}[{text[span['start'] : span['end']]}]{after}".replace("\n", " ")


def _figure_against_claim(text: str, figure: Json, claim: Json) -> str:
    wanted = f"{figure['kind']} {figure['low']}..{figure['high']} {figure['unit']}"
    got = f"{claim['kind']} {claim['value']} {claim['low']}..{claim['high']} {claim['unit']}"
    return f"{_context(text, figure, 20)} is {wanted}, not {got} [{claim['quote']}]"
