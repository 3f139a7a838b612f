"""Prints the JSON Schema of the output, which stands in `docs/schema/crossfoot-1.schema.json`.

python -m extractor.report.schema > docs/schema/crossfoot-1.schema.json
"""

from __future__ import annotations

import json
import sys

from extractor.report.records import json_schema


def schema_text() -> str:
    """The schema as it stands in `docs/schema`, with a final line end."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
