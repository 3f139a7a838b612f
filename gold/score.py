"""The scorer: labels against predictions, as `gold/README.md` says under "Scoring".

Pure functions over JSON: a labelled document or set, and what `crossfoot check --format json` prints for it.
What the README leaves open is fixed here:

- A predicted figure of kind date, reference or score is nobody's quantity and is ignored, as is a labelled
  one of kind other (clock times, goals): neither found nor missed, and a prediction on it is no false one.
- Figures and evidence meet when they share a character; each counts once, the longest overlap first.
- The value is right when it could have been printed there: a finite end of a one-sided interval ("more than
  300": 300; "up to 40": 40), any value inside a two-sided one, and for a printed range (null) both ends.
- Intervals agree when both ends do, to six decimals. Whether an end is open is not labelled and not scored.
  A share that is unbounded below or above agrees with one that ends at 0 or at 100.
- A prediction whose evidence exceeds the label's by more than two figures matches nothing.
- A class agrees when the relation can show it (`findings.RELATIONS_OF_CLASS`).
- Labels that rest on cells of a reference table are scored apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from gold.figures import score_figures
from gold.findings import score_findings, score_relations
from gold.slots import score_slots
from gold.tally import Json, Tally


def score_document(label: Json, predicted: Json) -> Tally:
    """All scores of one document: figures, slots, findings."""
    tally = Tally()
    pairs = score_figures(label, predicted, tally)
    score_slots(label, pairs, tally)
    score_findings(label, predicted, tally)
    return tally


def score_set(label: Json, documents: Sequence[Json], predicted: Json) -> Tally:
    """The scores of findings between the documents of a set.

    A prediction may match what the documents say alone as well, but only `cross_findings` are counted.
    """
    tally = Tally()
    names = {d["id"]: d for d in documents}
    cross = [_cross_label(f, label, names) for f in label["cross_findings"]]
    alone = [_with_document(f, d["id"]) for d in documents for f in d["findings"]]
    found = [_with_document(f, d["id"]) for d in predicted["documents"] for f in d["findings"]]
    found += predicted["findings"]
    score_relations("sets", label["id"], cross, found, alone, tally)
    return tally


def _cross_label(finding: Json, label: Json, names: dict[str, Json]) -> Json:
    ids = {name: _set_document(label["id"], name, path, names) for name, path in label["docs"].items()}
    return {**finding, "figures": [{**f, "document": ids[f["doc"]]} for f in finding["figures"]]}


def _set_document(set_id: str, name: str, path: str, names: dict[str, Json]) -> str:
    stem = path.rpartition("/")[2].removesuffix(".json")
    return stem if stem in names else f"{set_id}-{name}"


def _with_document(finding: Json, document: str) -> Json:
    return {**finding, "figures": [{**f, "document": document} for f in finding["figures"]]}
