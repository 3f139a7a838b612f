"""What there is to choose in an export; imports nothing, so that the command line starts at once."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What an export is written as."""

    csv = "csv"
    jsonl = "jsonl"
    json = "json"
    parquet = "parquet"
    annotations = "annotations"
    labelstudio = "labelstudio"
    docbin = "docbin"
    claimreview = "claimreview"
    dataset = "dataset"


class Rows(StrEnum):
    """What a table has a row for."""

    claims = "claims"
    findings = "findings"


class TextMode(StrEnum):
    """How much of the texts is handed on."""

    none = "none"
    quote = "quote"
    full = "full"
