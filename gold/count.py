"""Prints how large the gold is, by part: `python -m gold.count`. It shows counts, no label and no text."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

from gold.findings import VERDICTS
from gold.passages.passage import load as load_passages
from gold.texts import PARTS, Part, digest, load_part


def counts_of(part: Part) -> Iterator[tuple[str, int]]:
    """What is counted of a part, in the order of print."""
    documents = part.documents
    verdicts = Counter(f["verdict"] for d in documents for f in d["findings"])
    figures = [f for d in documents for f in d["figures"]]
    yield "documents", len(documents)
    yield "words", sum(len(d["text"].split()) for d in documents)
    yield "figures", len(figures)
    yield "figures, negated", sum(f["negated"] for f in figures)
    yield "percentages with a base labelled", sum("base" in f for f in figures if f["kind"] == "percentage")
    for verdict in VERDICTS:
        yield f"findings, {verdict.replace('_', ' ')}", verdicts[verdict]
    yield "sets of siblings", len(part.sets)
    yield "findings between documents", sum(len(s.label["cross_findings"]) for s in part.sets)
    yield "stories with a table", len(part.cases)
    yield "statements on a table", sum(len(c.label["statements"]) for c in part.cases)
    yield "passages", len(load_passages(part.name))


def lines() -> Iterator[str]:
    """The table, one line a count, and the digest of what was counted."""
    columns = [dict(counts_of(load_part(name))) for name in PARTS]
    yield f"{'':<34}" + "".join(f"{name:>9}" for name in PARTS)
    for label in columns[0]:
        yield f"{label:<34}" + "".join(f"{column[label]:>9,}" for column in columns)
    yield f"sha256 {digest()}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines())
