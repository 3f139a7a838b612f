"""Reviews as data for other tools: tables, annotations, datasets.

Everything here takes the published record of a review (schema "crossfoot/1", `extractor/report/records.py`),
as `crossfoot check --format json` prints it, so what was checked once can be exported again and again.

`formats` names them all. `rows` makes claims and findings flat, for `csv`, `jsonl` and `parquet`;
`annotations`, `docbin`, `labelstudio` and `claimreview` are for the programs of others;
`dataset` is a folder to hand on. What is written here is read back: records by `load`, the rest by the
`read_...` of its own module.
"""
