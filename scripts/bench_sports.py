"""Wrong numbers in machine-written reports of matches, against their box and line scores.

    CROSSFOOT_SHARED=/path python scripts/bench_sports.py [--show missed|wrong|found]

The tables are written as CSV with a description each (names of columns, other names for rows), read and
matched as any table is. People marked the wrong words of each report: a marked number is found when the
figure of a mismatch shares a word with it; a mismatch is right when it shares one with a marked number.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

Json = dict[str, Any]
Span = tuple[int, int]

#: Column → what it is called in words, and by what other words.
PLAYER = {
    "MIN": ("minutes", ["minutes played"]),
    "PTS": ("points", ["points scored"]),
    "REB": ("rebounds", ["boards"]),
    "AST": ("assists", ["dimes"]),
    "STL": ("steals", []),
    "BLK": ("blocks", ["blocked shots", "rejections"]),
    "TO": ("turnovers", []),
    "PF": ("fouls", ["personal fouls"]),
    "FGM": ("field goals made", ["shots made"]),
    "FGA": ("field goals attempted", ["shots attempted"]),
    "FG3M": ("three-pointers made", ["threes made"]),
    "FG3A": ("three-pointers attempted", ["threes attempted"]),
    "FTM": ("free throws made", []),
    "FTA": ("free throws attempted", []),
    "OREB": ("offensive rebounds", ["offensive boards"]),
    "DREB": ("defensive rebounds", ["defensive boards"]),
}
TEAM = {
    "PTS": ("points", ["points scored", "score"]),
    "PTS_QTR1": ("points in the first quarter", ["first period"]),
    "PTS_QTR2": ("points in the second quarter", ["second period"]),
    "PTS_QTR3": ("points in the third quarter", ["third period"]),
    "PTS_QTR4": ("points in the fourth quarter", ["fourth period", "final quarter", "final frame"]),
    "PTS_HALF1": ("points in the first half", ["halftime", "intermission"]),
    "PTS_HALF2": ("points in the second half", []),
    "AST": ("assists", []),
    "REB": ("rebounds", ["boards"]),
    "TOV": ("turnovers", []),
    "WINS": ("wins", []),
    "LOSSES": ("losses", []),
    "FG_PCT": ("shooting from the field (%)", ["from the floor", "shots", "field goals"]),
    "FG3_PCT": (
        "shooting from three-point range (%)",
        ["three-pointers", "beyond the arc", "threes", "long range", "deep", "three-point line", "downtown"],
    ),
    "FT_PCT": ("shooting from the free-throw line (%)", ["free throws", "charity stripe", "foul line"]),
}
#: Columns that are printed with a dash, and what such a pair is called.
PLAYER_JOINS = [
    ["FG3M", "FG3A", "3Pt", "long range", "deep", "beyond the arc", "three-point range", "three-point line"],
    ["FTM", "FTA", "FT", "free-throw line", "charity stripe", "foul line"],
    ["FGM", "FGA", "FG", "shooting", "field", "floor"],
]
TEAM_JOINS = [
    ["WINS", "LOSSES"],
    ["PTS"],
    ["PTS_QTR1", "first quarter", "first period", "opening quarter"],
    ["PTS_QTR2", "second quarter", "second period"],
    ["PTS_QTR3", "third quarter", "third period"],
    ["PTS_QTR4", "fourth quarter", "fourth period", "final quarter", "final frame", "final 12 minutes"],
    ["PTS_HALF1", "first half", "halftime", "intermission"],
    ["PTS_HALF2", "second half"],
    ["REB", "rebound", "boards", "glass"],
    ["TOV", "turnover"],
]


def main() -> None:
    """Print precision and recall with n."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--show", choices=("missed", "wrong", "found"))
    show = parser.parse_args().show
    counted: Counter[str] = Counter()
    for name, outcome, words in judged(Path(os.environ["CROSSFOOT_SHARED"]) / "benchmarks/sports-accuracy"):
        counted[outcome] += 1
        if outcome == show:
            print(f"{name}  {words}")
    for label, hit, miss in (("precision", "right", "wrong"), ("recall", "found", "missed")):
        n = counted[hit] + counted[miss]
        print(f"{label} {counted[hit]}/{n} = {counted[hit] / n:.1%}" if n else f"{label} 0/0")


def judged(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Report, outcome and words of each marked number and each mismatch."""
    boxes = {b["shared_task_text_id"]: b for b in map(json.loads, (folder / "box_scores.jsonl").open())}
    marks: dict[str, list[Json]] = {}
    for row in csv.DictReader((folder / "gsml.csv").open()):
        if row["TYPE"] == "NUMBER":
            marks.setdefault(row["TEXT_ID"].split(".")[0], []).append(row)
    for game in csv.DictReader((folder / "games.csv").open()):
        name = game["TEXT_ID"]
        if name in boxes:
            yield from _of_game(name, game["GENERATED_TEXT"], boxes[name], marks.get(name, []))


def _of_game(name: str, words: str, box: Json, marks: Sequence[Json]) -> Iterator[tuple[str, str, str]]:
    tokens = words.split()
    text, spans = printed(tokens)
    with tempfile.TemporaryDirectory() as folder:
        found = mismatches(text, write_tables(Path(folder), box))
    wrong = [
        (spans[int(m["DOC_TOKEN_START"]) - 1][0], spans[int(m["DOC_TOKEN_END"]) - 1][1], m["CORRECTION"])
        for m in marks
    ]
    for start, end, correction in wrong:
        hit = any(s < end and start < e for s, e, _ in found)
        around = (
            f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 40]} -> {correction}"
        )
        yield name, "found" if hit else "missed", around
    for start, end, arithmetic in found:
        hit = any(s < end and start < e for s, e, _ in wrong)
        around = f"{text[max(0, start - 60) : start]}[{text[start:end]}]{text[end : end + 30]}"
        yield name, "right" if hit else "wrong", f"{around} | {arithmetic}"


def printed(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """The report as people would print it, and where each of its words stands."""
    text, spans, glue = "", [], True
    quoted = False
    for token in tokens:
        left = token in {",", ".", ")", "'s", "n't", "'", "!", "?", ":", ";", "%", "'d", "'ve", "'re", "'ll"}
        joined = token == "-"
        if not (glue or left or joined or (token == '"' and quoted)):
            text += " "
        quoted = not quoted if token == '"' else quoted
        spans.append((len(text), len(text) + len(token)))
        text += token
        glue = joined or token in {"(", "$"} or (token == '"' and quoted)
    return text, spans


def mismatches(text: str, tables: Sequence[Path]) -> list[tuple[int, int, str]]:
    """Start, end and arithmetic of every figure that the tables question."""
    from extractor import pipeline
    from extractor.model import Claim
    from extractor.read import document_from_text

    review = pipeline.review_documents([document_from_text(text)], references=tables)
    found = []
    for finding in review.findings:
        if finding.verdict == "mismatch" and finding.cells:
            first = finding.relation.roles[0].value
            span = first.figure.span if isinstance(first, Claim) else first.span
            found.append((span.start, span.end, finding.arithmetic))
    return found


def write_tables(folder: Path, box: Json) -> list[Path]:
    """The players and the teams of a match as two CSV files, each with its description."""
    players, teams = folder / "players.csv", folder / "teams.csv"
    scores = box["box_score"]
    keys = [k for k in scores["PLAYER_NAME"] if scores["PLAYER_NAME"][k] != "N/A"]
    with players.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["PLAYER", *PLAYER])
        writer.writerows([scores["PLAYER_NAME"][k], *(scores[c][k] for c in PLAYER)] for k in keys)
    sides = [(box["home_city"], box["home_line"]), (box["vis_city"], box["vis_line"])]
    one_city = sides[0][0] == sides[1][0]
    with teams.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["TEAM", *TEAM])
        writer.writerows([line["TEAM-NAME"], *_team(line)] for _, line in sides)
    rows = {
        line["TEAM-NAME"]: [f"{city} {line['TEAM-NAME']}", *([] if one_city else [city])]
        for city, line in sides
    }
    described = (
        (players, {"label": "PLAYER", "joins": PLAYER_JOINS, "schema": _schema(PLAYER)}),
        (
            teams,
            {"label": "TEAM", "rows": rows, "joins": TEAM_JOINS, "schema": _schema(TEAM)},
        ),
    )
    for path, description in described:
        path.with_suffix(".json").write_text(json.dumps(description))
    return [players, teams]


def _team(line: Json) -> Iterator[str]:
    for column in TEAM:
        if column.startswith("PTS_HALF"):
            first = 1 if column.endswith("1") else 3
            quarters = [line[f"TEAM-PTS_QTR{q}"] for q in (first, first + 1)]
            yield str(sum(map(int, quarters)))
        else:
            yield line[f"TEAM-{column}"]


def _schema(columns: dict[str, tuple[str, list[str]]]) -> Json:
    return {"fields": [{"name": n, "title": title, "aliases": a} for n, (title, a) in columns.items()]}


if __name__ == "__main__":
    main()
