"""A record in each of the formats of `crossfoot export`."""

from __future__ import annotations

import msgspec

from extractor.export.kinds import Format, Rows
from extractor.export.rows import rows_of
from extractor.report.records import ReviewRecord


def rendered_export(record: ReviewRecord, shape: Format, kind: Rows) -> str | bytes:
    """The record, which holds as much text as it is to hold, in a format that fits in one file.

    Raises:
        SettingsError: the format cannot be made without texts, and there are none.
    """
    match shape:
        case Format.csv:
            from extractor.export.csv import render_rows_csv

            return render_rows_csv(rows_of(record, kind), kind)
        case Format.jsonl:
            from extractor.export.jsonl import render_rows_jsonl

            return render_rows_jsonl(rows_of(record, kind))
        case Format.parquet:
            from extractor.export.parquet import render_rows_parquet

            return render_rows_parquet(record, rows_of(record, kind), kind)
        case Format.annotations:
            from extractor.export.annotations import render_annotations

            return render_annotations(record)
        case Format.labelstudio:
            from extractor.export.labelstudio import render_labelstudio

            return render_labelstudio(record)
        case Format.docbin:
            from extractor.export.docbin import render_docbin

            return render_docbin(record)
        case Format.claimreview:
            from extractor.export.claimreview import render_claimreviews

            return render_claimreviews(record)
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"
