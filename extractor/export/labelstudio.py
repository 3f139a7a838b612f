"""A review as tasks of Label Studio, with what Crossfoot found as predictions, or blind.

Label Studio counts UTF-16 code units, as browsers do; here and in every other format offsets are code points.
A relation goes from the figure under test to another one and is labelled with its kind, its verdict and the
other's role. What the interface has no place for goes along in the data of a task, where it is kept as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import msgspec
from msgspec.structs import replace

from extractor.errors import SettingsError
from extractor.export.kinds import TextMode
from extractor.export.label_config import PHRASE, ROLES, TYPED
from extractor.export.texts import mode_of
from extractor.model import stable_id
from extractor.report.records import (
    ClaimRecord,
    ComparisonRecord,
    DocumentRecord,
    FigureRecord,
    FindingRecord,
    ReviewRecord,
    run_of,
)

Json = dict[str, Any]
#: Where a comparison stands → its id.
Known = dict[tuple[int | None, int | None], str]


def render_labelstudio(record: ReviewRecord, *, blind: bool = False) -> str:
    """A task for each document, to be imported into a project with the interface of `label_config`.

    Blind tasks hold the text and nothing that Crossfoot makes of it.

    Raises:
        SettingsError: the record holds no texts.
    """
    if mode_of(record) is TextMode.none:
        raise SettingsError("Label Studio needs words to label; use --text quote or full")
    run = msgspec.to_builtins(run_of(record))
    tasks = [{"data": _data(d, run)} if blind else _task(d, run, record) for d in record.documents]
    return json.dumps(tasks, ensure_ascii=False, indent=2) + "\n"


def _data(document: DocumentRecord, run: Json) -> Json:
    named = {"document": document.id, "text_sha256": document.text_sha256, "run": run}
    return {"text": document.text, "title": document.title, **named}


def _task(document: DocumentRecord, run: Json, record: ReviewRecord) -> Json:
    between = [f for f in record.findings if any(one.document == document.id for one in f.figures)]
    kept = {
        "record": msgspec.to_builtins(replace(document, text="")),
        "findings_between": msgspec.to_builtins(between),
    }
    made = f"crossfoot {record.version} policy {record.policy}"
    prediction = {"model_version": made, "result": list(_results(document))}
    return {"data": {**_data(document, run), **kept}, "predictions": [prediction]}


def _results(document: DocumentRecord) -> Iterator[Json]:
    units = Units(document.text)
    for claim in document.claims:
        yield from _region(claim.id, claim.kind, claim, document.text, units)
        yield from _slots(claim, document.text, units)
    phrases = {_phrase_id(f): f for finding in document.findings for f in finding.figures if _is_phrase(f)}
    known: Known = {(c.start, c.end): c.id for c in document.comparisons}
    for comparison in document.comparisons:
        yield from _region(comparison.id, PHRASE, comparison, document.text, units)
    for name, phrase in phrases.items():
        if (phrase.start, phrase.end) not in known:
            yield from _region(name, PHRASE, phrase, document.text, units)
    for finding in document.findings:
        yield from _relations(finding, known)


def _region(
    name: str, label: str, place: ClaimRecord | ComparisonRecord | FigureRecord, text: str, units: Units
) -> Iterator[Json]:
    yield _result(name, "figure", "labels", {**units.value(place.start, place.end, text), "labels": [label]})


def _slots(claim: ClaimRecord, text: str, units: Units) -> Iterator[Json]:
    value = units.value(claim.start, claim.end, text)
    if claim.negated:
        yield _result(claim.id, "negated", "choices", {**value, "choices": ["negated"]})
    words = {"of": claim.measure, "period": claim.period and claim.period.text}
    for name in TYPED:
        typed = words.get(name, getattr(claim, name, None))
        if typed:
            yield _result(claim.id, name, "textarea", {**value, "text": [typed]})


def _relations(finding: FindingRecord, known: Known) -> Iterator[Json]:
    first, *others = [f for f in finding.figures if f.start is not None]
    for other in others:
        labels = [finding.relation, finding.verdict, other.role if other.role in ROLES else "context"]
        ends = {"from_id": _region_id(first, known), "to_id": _region_id(other, known)}
        yield {"type": "relation", **ends, "direction": "right", "labels": labels}


def _result(name: str, control: str, kind: str, value: Json) -> Json:
    return {"id": name, "from_name": control, "to_name": "text", "type": kind, "value": value}


def _is_phrase(figure: FigureRecord) -> bool:
    return figure.claim is None and figure.start is not None


def _phrase_id(figure: FigureRecord) -> str:
    return stable_id("p", figure.start, figure.end)


def _region_id(figure: FigureRecord, known: Known) -> str:
    return figure.claim or known.get((figure.start, figure.end)) or _phrase_id(figure)


class Units:
    """Offsets of a text in UTF-16 code units, as browsers count, from those in code points, and back."""

    def __init__(self, text: str) -> None:
        self._before = [0, *accumulate(2 if ord(c) > 0xFFFF else 1 for c in text)]
        self._points = {units: points for points, units in enumerate(self._before)}

    def value(self, start: int | None, end: int | None, text: str) -> Json:
        """A stretch of the text as Label Studio writes it."""
        assert start is not None
        assert end is not None
        return {"start": self._before[start], "end": self._before[end], "text": text[start:end]}

    def points(self, units: int) -> int:
        """The code points before an offset in code units.

        Raises:
            KeyError: the offset is inside a character, or past the end.
        """
        return self._points[units]
