"""What people labelled in Label Studio, from the JSON that it exports."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from extractor.errors import SettingsError
from extractor.export.label_config import PHRASE, ROLES, TYPED
from extractor.export.labels import LabelledDocument, LabelledFigure, LabelledFinding, LabelledRole
from extractor.export.labelstudio import Units
from extractor.model import RelationKind, Verdict

Json = dict[str, Any]


def read_labelstudio(path: Path) -> list[LabelledDocument]:
    """A labelled document for each annotation that was submitted and not cancelled.

    Raises:
        SettingsError: the file is not such an export, or a label lies outside of its text.
    """
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
        return [
            _document(task["data"], annotation)
            for task in tasks
            for annotation in task["annotations"]
            if not annotation.get("was_cancelled")
        ]
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}; check the path") from error
    except (KeyError, TypeError, ValueError) as error:
        told = f"{type(error).__name__} {error}"
        raise SettingsError(
            f"{path}: no JSON export of a Crossfoot project in Label Studio ({told})"
        ) from error


def is_labelstudio(path: Path) -> bool:
    """True for a JSON export of annotated tasks."""
    if path.suffix != ".json" or not path.is_file():
        return False
    data = path.read_bytes()
    return data.lstrip().startswith(b"[") and b'"annotations"' in data and b'"from_name"' in data


def _document(data: Json, annotation: Json) -> LabelledDocument:
    text = data["text"]
    units = Units(text)
    regions: defaultdict[str, list[Json]] = defaultdict(list)
    for result in annotation["result"]:
        if result["type"] != "relation":
            regions[result["id"]].append(result)
    read = {name: _figure(results, text, units) for name, results in regions.items()}
    places = {name: figure for name, figure in read.items() if figure is not None}
    figures = sorted((f for f in places.values() if f.kind != PHRASE), key=lambda f: (f.start, f.end))
    return LabelledDocument(
        id=data["document"],
        text=text,
        figures=tuple(figures),
        findings=tuple(_findings(annotation["result"], places)),
        annotator=_annotator(annotation),
    )


def _annotator(annotation: Json) -> str:
    who = annotation.get("completed_by")
    return str(who.get("email") or who.get("id")) if isinstance(who, dict) else str(who)


def _figure(results: list[Json], text: str, units: Units) -> LabelledFigure | None:
    """A region with its slots; None where slots are left of a region whose label was taken away."""
    label = next((r for r in results if r["type"] == "labels"), None)
    if label is None:
        return None
    start, end = (units.points(label["value"][name]) for name in ("start", "end"))
    typed = {r["from_name"]: " ".join(r["value"]["text"]) for r in results if r["type"] == "textarea"}
    slots = {name: typed.get(name) for name in TYPED if name not in ("low", "high")}
    bounds = {name: float(typed[name]) if name in typed else None for name in ("low", "high")}
    negated = any(r["from_name"] == "negated" and r["value"]["choices"] for r in results)
    (kind,) = label["value"]["labels"]
    return LabelledFigure(text[start:end], start, end, kind, negated=negated, **bounds, **slots)  # type: ignore[arg-type]


def _findings(results: list[Json], places: dict[str, LabelledFigure]) -> Iterator[LabelledFinding]:
    """Relations from one figure with the same kind and verdict are one finding."""
    told: defaultdict[tuple[str, str | None, str], list[LabelledRole]] = defaultdict(list)
    for relation in (r for r in results if r["type"] == "relation"):
        labels = relation.get("labels") or []
        kind = next((w for w in labels if w in get_args(RelationKind)), None)
        verdict = next((w for w in labels if w in get_args(Verdict)), "consistent")
        role = next((w for w in labels if w in ROLES), "context")
        told[relation["from_id"], kind, verdict].append(_role(places[relation["to_id"]], role))
    for (first, kind, verdict), others in told.items():
        yield LabelledFinding(verdict, (_role(places[first], "stated"), *others), kind)


def _role(figure: LabelledFigure, role: str) -> LabelledRole:
    return LabelledRole(figure.quote, figure.start, figure.end, role)
