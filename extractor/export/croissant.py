"""The metadata of a dataset folder in Croissant 1.0, so that loaders find its tables and their columns."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from msgspec.inspect import BoolType, DateType, IntType

from extractor.export.columns import Column, columns_of
from extractor.export.kinds import Rows
from extractor.report.records import ReviewRecord

Json = dict[str, Any]
#: The terms that Croissant 1.0 uses, as its specification prints them.
CONTEXT: Json = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
FORMATS = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".jsonl": "application/jsonlines",
    ".parquet": "application/x-parquet",
}
#: Columns of decimal strings.
NUMBERS = frozenset({"value", "low", "high", "stated_low", "stated_high", "computed_low", "computed_high"})
#: What was done to make the labels, and what to mind.
COLLECTION = "Read and labelled by a program, Crossfoot; nobody has reviewed the labels."
BIASES = "English news stories with figures; what the program misses or misreads is missing or wrong here."
SENSITIVE = "Claims name the speakers whom the stories name."


def render_croissant(record: ReviewRecord, files: Mapping[str, bytes], name: str, licence: str | None) -> str:
    """The metadata of a dataset that holds those files, by name, under a name and a licence of the user's."""
    told: Json = {
        "name": name,
        "description": description_of(record),
        "version": f"{record.version}+policy.{record.policy}",
        "license": licence,
        "dataCollection": COLLECTION,
        "dataBiases": BIASES,
        "personalSensitiveInformation": SENSITIVE,
        "distribution": [file_object(path, data) for path, data in files.items()],
        "recordSet": [_table(kind) for kind in Rows],
    }
    return croissant({name: value for name, value in told.items() if value is not None})


def croissant(told: Json) -> str:
    """The metadata of a dataset as indented JSON-LD, from what there is to say of it."""
    head = {"@context": CONTEXT, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0"}
    return json.dumps({**head, **told}, ensure_ascii=False, indent=2) + "\n"


def description_of(record: ReviewRecord) -> str:
    """What the dataset is, in a sentence."""
    claims = sum(len(d.claims) for d in record.documents)
    findings = sum(len(d.findings) for d in record.documents) + len(record.findings)
    return (
        f"{claims} figures of {len(record.documents)} documents with what each claims, {findings} findings"
        f" on how they agree; by Crossfoot {record.version} (model {record.model}, policy {record.policy})."
    )


def file_object(path: str, data: bytes) -> Json:
    """A file of a dataset with its size and digest."""
    return {
        "@type": "cr:FileObject",
        "@id": path,
        "name": path,
        "contentUrl": path,
        "encodingFormat": next(kind for ending, kind in FORMATS.items() if path.endswith(ending)),
        "contentSize": f"{len(data)} B",
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _table(kind: Rows) -> Json:
    fields = [_field(kind, column) for column in columns_of(kind)]
    return {"@type": "cr:RecordSet", "@id": kind.value, "name": kind.value, "field": fields}


def _field(kind: Rows, column: Column) -> Json:
    name = f"{kind.value}/{column.name}"
    source = {"fileObject": {"@id": f"{kind.value}.csv"}, "extract": {"column": column.name}}
    told = {"@type": "cr:Field", "@id": name, "name": name, "dataType": _type(column), "source": source}
    return {**told, "description": "A list or an object, in JSON."} if column.kind == "many" else told


def text_field(records: str, path: str, column: str) -> Json:
    """A field of a record set that stands as text or JSON in the lines of a file."""
    source = {"fileObject": {"@id": path}, "extract": {"column": column}}
    name = f"{records}/{column}"
    return {"@type": "cr:Field", "@id": name, "name": name, "dataType": "sc:Text", "source": source}


def _type(column: Column) -> str:
    if column.name in NUMBERS:
        return "sc:Float"
    if isinstance(column.type, IntType) and not column.nullable:
        return "sc:Integer"
    if isinstance(column.type, BoolType):
        return "sc:Boolean"
    return "sc:Date" if isinstance(column.type, DateType) else "sc:Text"
