"""Statements against reference tables: which wrong ones were questioned, which right ones borne out.

A case is a story with a table and statements, each labelled right or wrong by the table's cells. A wrong
one is found when a prediction that rests on cells questions it, a right one when a prediction agrees with it
and none questions it; a prediction that questions anything else is a false alarm. Only the figure or phrase
under test counts, which stands first in a finding.
"""

from __future__ import annotations

from gold.tally import Json, Tally


def table_findings(predicted: Json) -> list[Json]:
    """The findings of a review that rest on cells, each with the figures of its text alone."""
    found = [f for f in predicted["findings"] if any("table" in g for g in f["figures"])]
    return [{**f, "figures": [_placed(g) for g in f["figures"] if "table" not in g]} for f in found]


def _placed(figure: Json) -> Json:
    return {key: value for key, value in figure.items() if key != "document"}


def score_case(case: Json, predicted: Json) -> Tally:
    """The scores of one case."""
    tally, found = Tally(), table_findings(predicted)
    for statement in case["statements"]:
        met = [f["verdict"] for f in found if _tests(f, statement)]
        wanted = statement["verdict"]
        hit = wanted in met and (wanted == "mismatch" or "mismatch" not in met)
        tally.count(f"cases.{wanted}.recall", hit, 1)
        if not hit:
            tally.tell(
                f"missed cases.{wanted}", case["id"], f"{statement['quote']} ({', '.join(met) or 'nothing'})"
            )
    for finding in found:
        if finding["verdict"] == "mismatch":
            _count_questioned(case, finding, tally)
        elif finding["verdict"] == "consistent":
            wrong = any(s["verdict"] == "mismatch" and _tests(finding, s) for s in case["statements"])
            tally.count("cases.consistent.precision", not wrong, 1)
    return tally


def _count_questioned(case: Json, finding: Json, tally: Tally) -> None:
    tested = [s for s in case["statements"] if _tests(finding, s)]
    right = any(s["verdict"] == "mismatch" for s in tested)
    tally.count("cases.mismatch.precision", right, 1)
    told = next((s["reading"] for s in tested if s["reading"] is not None), None)
    if right and told is not None:
        tally.count("cases.reading", finding["reading"] == told, 1)
    if not right:
        tally.tell(
            "false alarm cases", case["id"], f"{finding['figures'][0]['quote']} {finding['arithmetic']}"
        )


def _tests(finding: Json, statement: Json) -> bool:
    first = finding["figures"][0]
    return bool(first["start"] < statement["end"] and statement["start"] < first["end"])
