"""A description beside a table: what guessing cannot settle.

A Frictionless Data Package (or one resource of it) in JSON. Read of each field: `name` (the head),
`title` and `description` (more words for it), `unit`, and two of our own: `aliases` (words by which
stories call the column) and, for the resource, `label` (the field that names the rows), `joins`
(fields that are printed together with a dash, "32-18") and `rows` (label → other names for it).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractor.errors import SettingsError
from extractor.reference.tables.heads import Head
from extractor.reference.tables.heads import head as head_of
from extractor.reference.words import roots


@dataclass(frozen=True, slots=True)
class Described:
    """What a description says of a column."""

    title: str = ""
    unit: str = ""
    aliases: tuple[str, ...] = ()

    def head(self, printed: Head) -> Head:
        """The head with the words that the description adds."""
        if not self.title:
            return printed
        told = head_of(self.title)
        return replace(
            told,
            text=printed.text,
            period=told.period or printed.period,
            words=told.words or roots(self.title),
        )


@dataclass(frozen=True, slots=True)
class Description:
    """What a description says of a table; empty where there is none."""

    label: str | None = None
    columns: Mapping[str, Described] = field(default_factory=dict)
    #: Groups of columns that are printed together, "32-18".
    joins: tuple[tuple[str, ...], ...] = ()
    #: Label → other names for the row.
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def description_beside(path: Path) -> Description | None:
    """The description of a table: `NAME.json` beside it, or `datapackage.json` with a resource of its name.

    Raises:
        SettingsError: it is there and cannot be read.
    """
    own, package = path.with_suffix(".json"), path.with_name("datapackage.json")
    if own.is_file():
        return described(own, path.name)
    return described(package, path.name) if package.is_file() else None


def described(path: Path, name: str) -> Description | None:
    """The description of the table called `name`; None if the file speaks of others only.

    Raises:
        SettingsError: no JSON object, or fields without names.
    """
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
        resources = loaded.get("resources", [loaded])
        found = next((r for r in resources if Path(r.get("path", name)).name == name), None)
        return None if found is None else _description(found)
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise SettingsError(f"description {path}: {error}; see docs/reference.md") from error


def _description(resource: Mapping[str, Any]) -> Description:
    schema = resource.get("schema", {})
    columns = {
        _text(f["name"]): Described(
            _text(f.get("title") or f.get("description") or ""),
            _text(f.get("unit", "")),
            tuple(map(_text, f.get("aliases", ()))),
        )
        for f in schema.get("fields", ())
    }
    joins = tuple(tuple(map(_text, group)) for group in resource.get("joins", ()))
    rows = {label: tuple(map(_text, names)) for label, names in resource.get("rows", {}).items()}
    label = resource.get("label")
    return Description(None if label is None else _text(label), columns, joins, rows)


def _text(value: object) -> str:
    """The value, if it is a text; else a TypeError that names it."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} should be a text")
    return value
