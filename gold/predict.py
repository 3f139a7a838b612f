"""What the package says about labelled texts, in the shape of its JSON output."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from gold.findings import score_tables
from gold.score import score_document, score_set
from gold.tables import score_case
from gold.tally import Json, Tally, merged
from gold.texts import Case, LabelledSet, Part


def predict(labels: Sequence[Json], *tables: Path) -> Json:
    """The review of some labelled texts together, as `crossfoot check --format json` prints it."""
    from extractor import pipeline
    from extractor.read import document_from_text
    from extractor.report.json import render_json

    documents = [document_from_text(label["text"], id=label["id"]) for label in labels]
    review: Json = json.loads(render_json(pipeline.review_documents(documents, references=tables)))
    return review


def score_part(part: Part, only: str = "") -> Tally:
    """The scores of a part, or of those documents and sets whose id contains some words."""
    documents = (_score_alone(d) for d in part.documents if only in d["id"])
    sets = (_score_together(s) for s in part.sets if only in s.label["id"])
    tabled = (_score_tabled(c) for c in part.tabled if only in c.label["id"])
    cases = (score_case(c.label, predict([c.label], c.table)) for c in part.cases if only in c.label["id"])
    return merged([*documents, *sets, *tabled, *cases])


def _score_tabled(case: Case) -> Tally:
    return score_tables(case.label, predict([case.label], case.table))


def _score_alone(label: Json) -> Tally:
    return score_document(label, predict([label])["documents"][0])


def _score_together(labelled: LabelledSet) -> Tally:
    return score_set(labelled.label, labelled.documents, predict(labelled.documents))


def sample_consistent(part: Part, number: int) -> Iterator[str]:
    """Some of the predicted consistent findings, evenly spread, as lines for a reader to judge."""
    found = [(d, f) for label in part.documents for d in predict([label])["documents"] for f in d["findings"]]
    agreeing = [(d, f) for d, f in found if f["verdict"] == "consistent"]
    step = max(1, len(agreeing) // number)
    for document, finding in agreeing[::step][:number]:
        quotes = " | ".join(f"{f['role']}: {_around(document['text'], f)}" for f in finding["figures"])
        yield f"{document['id']} {finding['relation']}: {finding['arithmetic']}\n    {quotes}"


def _around(text: str, figure: Json) -> str:
    return text[max(0, figure["start"] - 40) : figure["end"] + 40].replace("\n", " ")
