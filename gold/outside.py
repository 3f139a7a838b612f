"""Other systems on the gold: its texts for them to read, and what they found for us to score.

A system is given lines of `{"id", "text"}` and answers with documents that have the same ids, as lines or as
one object with `documents`, in the format of `crossfoot check --format json`. Of that it needs `id` and, for
each claim, `start` and `end`; for each finding `verdict` and `figures` with `start` and `end`. Whatever else
it leaves out counts as not found. Labels of a person, in the gold's own format, are read as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from gold.score import score_document, score_set
from gold.tally import Json, Tally, merged
from gold.texts import Part

#: The slots that are scored, each a phrase or null.
SLOTS = ("measure", "base", "place", "period", "speaker", "source")


class OutsideError(Exception):
    """A file of predictions that cannot be scored, and why."""


def texts_of(part: Part, only: str = "") -> Iterator[str]:
    """A line of JSON for each document of a part whose id contains some words: id and text, and no label."""
    for document in (d for d in part.documents if only in d["id"]):
        yield json.dumps({"id": document["id"], "text": document["text"]}, ensure_ascii=False) + "\n"


def load_predictions(path: Path) -> Json:
    """What a system found, as one object with `documents`, and `findings` between them.

    Raises:
        OutsideError: the file is not there, or is not of this format.
    """
    try:
        text = path.read_text(encoding="utf-8")
        return _one_object(text)
    except OSError as error:
        raise OutsideError(f"{path}: {error.strerror}") from error
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise OutsideError(
            f"{path}: not in the format of crossfoot check --format json ({error!r})"
        ) from error


def _one_object(text: str) -> Json:
    try:
        loaded = json.loads(text)
        lines = loaded if isinstance(loaded, list) else [loaded]
    except json.JSONDecodeError:
        lines = [json.loads(line) for line in text.split("\n") if line.strip()]
    documents = [d for line in lines for d in line.get("documents", [line] if "id" in line else [])]
    findings = [f for line in lines if "id" not in line for f in line.get("findings", [])]
    return {"documents": list(map(_document, documents)), "findings": list(map(_finding, findings))}


def _document(given: Json) -> Json:
    claims: list[Json] = given.get("claims", given.get("figures")) or []
    found = [_finding(f, number) for number, f in enumerate(given.get("findings", []))]
    return {
        "id": given["id"],
        "text": given.get("text", ""),
        "claims": list(map(_claim, claims)),
        "findings": found,
    }


def _claim(given: Json) -> Json:
    """A claim with everything that is scored; numbers become decimal strings, so that no digit is made up."""
    empty = {"kind": "", "quote": "", "unit": "", "negated": False}
    bounds = {name: _decimal(given.get(name)) for name in ("value", "low", "high")}
    flat = {**given, "measure": given.get("measure", _counted(given))}
    slots = given.get("slots") or {name: _slot(flat[name]) for name in SLOTS if flat.get(name)}
    return {**empty, **given, **bounds, "slots": slots}


def _counted(label: Json) -> str | None:
    """What a label of a person counts: the noun of its unit, where `of` may tell more about it."""
    return label.get("unit") if label.get("kind") == "count" and label.get("unit") else label.get("of")


def _decimal(value: float | str | None) -> str | None:
    return None if value is None else str(value)


def _slot(value: str | Json) -> Json:
    words = value["text"] if isinstance(value, dict) else value
    return {"text": words, "key": words}


def _finding(given: Json, number: int = 0) -> Json:
    empty = {"id": str(number), "relation": "", "reading": None, "arithmetic": ""}
    return {**empty, **given, "figures": [{"role": "", "quote": "", **f} for f in given["figures"]]}


def score_predictions(part: Part, predicted: Json, only: str = "") -> Tally:
    """The scores of what a system found in the documents and sets of a part; a document left out is missed.

    Raises:
        OutsideError: a document was read in another wording, or a figure lies outside of it.
    """
    by_id = {d["id"]: d for d in predicted["documents"]}
    wanted = [label for label in part.documents if only in label["id"]]
    tallies = [score_document(label, _beside(label, by_id)) for label in wanted]
    for labelled in part.sets:
        if only in labelled.label["id"]:
            together = [_beside(d, by_id) for d in labelled.documents]
            between = _within(predicted["findings"], {d["id"] for d in labelled.documents})
            found = {"documents": together, "findings": between}
            tallies.append(score_set(labelled.label, labelled.documents, found))
    return merged(tallies)


def _beside(label: Json, by_id: dict[str, Json]) -> Json:
    found = by_id.get(label["id"], {"id": label["id"], "text": "", "claims": [], "findings": []})
    if found["text"] and len(found["text"]) != len(label["text"]):
        raise OutsideError(f"{label['id']}: the text is another one; give the system what --texts writes")
    size = len(label["text"])
    places = [*found["claims"], *(f for finding in found["findings"] for f in finding["figures"])]
    if any(not 0 <= p["start"] < p["end"] <= size for p in places):
        raise OutsideError(f"{label['id']}: a figure lies outside of the text; offsets count code points")
    return found


def _within(findings: Sequence[Json], names: set[str]) -> list[Json]:
    """The findings between documents whose figures all stand in documents of a set."""
    kept = [{**f, "figures": [g for g in f["figures"] if g.get("document")]} for f in findings]
    return [f for f in kept if f["figures"] and {g["document"] for g in f["figures"]} <= names]


def answered(part: Part, predicted: Json) -> Part:
    """The documents of a part that a system answered, and none of its sets."""
    known = {d["id"] for d in predicted["documents"]}
    return replace(part, documents=tuple(d for d in part.documents if d["id"] in known), sets=())


def read(part: Part, predicted: Json) -> str:
    """How much of a part a system answered."""
    known = {d["id"] for d in predicted["documents"]}
    return f"{sum(d['id'] in known for d in part.documents)} of {len(part.documents)} documents answered"
