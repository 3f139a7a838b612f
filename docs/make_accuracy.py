"""Prints the page on measured accuracy, from the scores that `gold/floors.json` pins.

python docs/make_accuracy.py > docs/accuracy.md
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from gold.tally import Proportion, wilson  # noqa: E402

#: Name of a pinned score → what a reader sees.
SCORES = {
    "figures.recall": "figures found",
    "figures.precision": "marked spans that are figures",
    "figures.value": "figures with the right value",
    "figures.interval": "interval, of those found",
    "figures.kind": "kind, of those found",
    "measure": "what is counted, on counts",
    "negated.f1": "negated ones (F1)",
    "speaker.recall": "speakers found",
    "speaker.precision": "named speakers that are right",
    "place.differing": "place, where it is not the commonest of the text",
    "period.differing": "period, where it is not the commonest of the text",
    "mismatch.recall": "mismatches found",
    "mismatch.precision": "questioned figures that are mismatches",
    "consistent.recall": "relations that hold, found",
    "not_comparable.recall": "not comparable ones found",
    "documents.unflagged": "stories without a mismatch that are left alone",
    "sets.mismatch.recall": "mismatches between stories found",
    "sets.mismatch.precision": "questioned between stories that are mismatches",
    "cases.mismatch.recall": "wrong statements that a table questions",
    "cases.mismatch.precision": "questioned by a table that are wrong",
    "cases.consistent.recall": "right statements that a table bears out",
}
#: One story in so many holds a mismatch.
RARITIES = (2, 5, 10, 20, 50, 100)
HEAD = """\
# How well it does

Made by `docs/make_accuracy.py` from `gold/floors.json`; do not edit it here.

Measured on the [gold](../gold/README.md): invented stories with every figure and relation labelled.
Rules are written while looking at the part **tune**; the part **report** is only scored, so its numbers
are the ones to expect of texts that nobody has seen. Each share stands with n and its 95% interval
(Wilson): with n below 50 the interval is the message. The [datasheet](../gold/DATASHEET.md) says what
the gold is not.
"""
REPRODUCE = """\
## Measure it yourself

    scripts/evaluate                        # both parts, more scores than here, half a minute
    scripts/gate                            # the same, held against the pinned ones
    scripts/evaluate --predicted found.json # another system, by its output

The pinned scores belong to the state of the labels with the digest `{digest}`.
"""
RARE = """\
## Where errors are rare

In the gold about every third story holds a mismatch. In print it is far fewer, and the rarer they are,
the more of what is questioned is questioned for nothing: precision is a property of the program *and* of
the pile. For a pile in which one story in N holds a mismatch:

- with the share of mismatches that the report part shows to be found ({recall}),
- and with the share of clean stories that are flagged: {flagged} here, so all that is known is that it
  lies below {worst},

| one story in | flagged ones that hold one, at worst | for nine right in ten, flag one clean story in |
|---|---|---|
{rows}

The middle column is what the measurement can promise, not what is likely: it starts from the upper end
of the interval. To promise more takes more clean stories, not better rules. Read a sample of what is
flagged in *your* pile before you trust a rate.
"""


def page() -> str:
    """The page: a table of scores, how to get them, and what rarity does to precision."""
    pinned = json.loads((ROOT / "gold" / "floors.json").read_text(encoding="utf-8"))
    parts = {part: {k: _proportion(v) for k, v in found.items()} for part, found in pinned["floors"].items()}
    table = "\n".join(["| | tune | report |", "|---|---|---|", *_rows(parts)])
    return "\n".join(
        [HEAD, table, "", REPRODUCE.format(digest=pinned["digest"][:16]), _rare(parts["report"])]
    )


def _proportion(told: str) -> Proportion:
    hits, n = told.split("/")
    return Proportion(int(hits), int(n))


def _rows(parts: dict[str, dict[str, Proportion]]) -> Iterator[str]:
    for name, label in SCORES.items():
        cells = [_cell(parts[part].get(name), name) for part in ("tune", "report")]
        yield f"| {label} | {' | '.join(cells)} |"


def _cell(score: Proportion | None, name: str) -> str:
    if score is None or score.n == 0:
        return "nothing to count"
    low, high = wilson(score)
    interval = "" if name.endswith("f1") else f", {100 * low:.0f} to {100 * high:.0f}"
    return f"{100 * score.hits / score.n:.1f}% of {score.n}{interval}"


def _rare(scores: dict[str, Proportion]) -> str:
    found, clean = scores["mismatch.recall"], scores["documents.unflagged"]
    flagged = Proportion(clean.n - clean.hits, clean.n)
    recall, worst = found.hits / found.n, wilson(flagged)[1]
    rows = "\n".join(_rarity(n, recall, worst) for n in RARITIES)
    told = f"{flagged.hits} of {flagged.n}"
    return RARE.format(recall=_cell(found, ""), flagged=told, worst=f"{100 * worst:.1f}%", rows=rows)


def _rarity(n: int, recall: float, worst: float) -> str:
    at_worst = precision(1 / n, recall, worst)
    return f"| {n} | {100 * at_worst:.0f}% | {1 / allowed(1 / n, recall, 0.9):,.0f} |"


def precision(prevalence: float, recall: float, flagged: float) -> float:
    """The share of flagged stories that hold a mismatch, from the share of clean ones that are flagged."""
    right, wrong = prevalence * recall, (1 - prevalence) * flagged
    return right / (right + wrong)


def allowed(prevalence: float, recall: float, wanted: float) -> float:
    """The share of clean stories that may be flagged for the wanted precision."""
    return prevalence * recall * (1 - wanted) / (wanted * (1 - prevalence))


if __name__ == "__main__":
    sys.stdout.write(page())
