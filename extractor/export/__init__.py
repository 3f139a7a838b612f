"""Reviews as data for other tools: tables, annotations, datasets.

Everything here takes the published record of a review (schema "crossfoot/1", `extractor/report/records.py`),
as `crossfoot check --format json` prints it, so what was checked once can be exported again and again.
"""
