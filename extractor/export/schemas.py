"""The JSON Schemas of rows and of labels; `python -m extractor.export.schemas docs/schema` writes them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from extractor.export.labels import LabelledDocument
from extractor.export.rows import ClaimRow, FindingRow

#: File → its title, what it describes, and the types: a value is of the first that it fits.
SCHEMAS: dict[str, tuple[str, str, tuple[type, ...]]] = {
    "crossfoot-rows-1": ("Rows", "A line of `crossfoot export --format jsonl`.", (ClaimRow, FindingRow)),
    "crossfoot-labels-1": ("Labels", "A text that people labelled.", (LabelledDocument,)),
}


def schema_texts() -> dict[str, str]:
    """File name → the schema as it stands in `docs/schema`."""
    return {f"{name}.schema.json": _text(*told) for name, told in SCHEMAS.items()}


def _text(title: str, description: str, types: tuple[type, ...]) -> str:
    schemas, parts = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    whole: dict[str, Any] = schemas[0] if len(schemas) == 1 else {"oneOf": list(schemas)}
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "description": description,
    }
    return json.dumps({**head, **whole, "$defs": parts}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for file, text in schema_texts().items():
        (Path(sys.argv[1]) / file).write_text(text, encoding="utf-8")
