"""The card of a dataset folder: what is in it, how it was made, and what it must not be taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from extractor.export.croissant import description_of
from extractor.export.kinds import TextMode
from extractor.export.rows import placed_findings
from extractor.export.texts import mode_of
from extractor.report.records import ReviewRecord

TEXTS = {
    TextMode.none: "No word of the texts is in it, only offsets, numbers and codes.",
    TextMode.quote: "Of the texts it holds the sentences with figures; every other character is “░”.",
    TextMode.full: "It holds the texts whole.",
}
OWNERS = """\
The texts belong to those who published them, and no licence here covers them. Whoever has them can put them
back: `crossfoot rehydrate documents.jsonl STORY...`.
"""
FILES = """\
| file | holds |
|---|---|
| `documents.jsonl` | everything: a document a line, findings between documents, what could not be read |
| `claims.csv`, `claims.parquet` | a row for each figure |
| `findings.csv`, `findings.parquet` | a row for each finding |
| `crossfoot-1.schema.json` | the JSON Schema of `documents.jsonl` |
| `croissant.json` | this card for programs (Croissant 1.0) |

Values and bounds are decimal strings, percentages in per cent, bounds rounded outward; an empty bound is
unbounded. Offsets count Unicode code points. Cells of the CSV that a spreadsheet would run start with an
apostrophe.
"""
LIMITS = """\
- Nobody has reviewed the labels. How often they are right is measured on other texts, with n and intervals,
  by `scripts/evaluate` of Crossfoot; measure a sample of yours before you rely on them.
- A mismatch says that figures do not agree with each other, not which of them is right, nor who erred.
- What nobody relates is not judged: figures without a finding are not figures that agree.
"""


def render_card(record: ReviewRecord, name: str, licence: str | None) -> str:
    """The card in Markdown, with the head that dataset hubs read."""
    return "\n".join(
        [*_head(name, licence), f"# {name}", "", description_of(record), "", *_body(record, licence)]
    )


def _head(name: str, licence: str | None) -> Iterator[str]:
    yield from ("---", f"pretty_name: {_quoted(name)}", "language: en")
    yield f"license: {_quoted(licence) if licence else 'other'}"
    yield from ("tags: [claims, quantities, news]", "configs:")
    for table in ("claims", "findings"):
        yield from (f"- config_name: {table}", f"  data_files: {table}.parquet")
    yield from ("---", "")


def _quoted(words: str) -> str:
    """Words as a string of YAML: JSON's quotes are YAML's, too."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _body(record: ReviewRecord, licence: str | None) -> Iterator[str]:
    yield from ("## Texts and licence", "")
    yield from (TEXTS[mode_of(record)], OWNERS)
    yield f"The licence of the labels: {licence or 'not named yet'}."
    yield from ("", "## Files", "", FILES, "## What is in it", "", *_counts(record), "")
    yield from ("## How it was made", "", *_making(record), "", "## What it is not", "", LIMITS)


def _counts(record: ReviewRecord) -> Iterator[str]:
    yield from _table("kind", (c.kind for d in record.documents for c in d.claims), "figures")
    yield ""
    yield from _table("verdict", (f.verdict for _, f in placed_findings(record)), "findings")
    yield ""
    yield from _table("outlet", (d.outlet or "not named" for d in record.documents), "documents")


def _table(name: str, values: Iterable[str], counted: str) -> Iterator[str]:
    yield from (f"| {name} | {counted} |", "|---|---|")
    for value, number in sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])):
        yield f"| {value.replace('|', ' ')} | {number} |"


def _making(record: ReviewRecord) -> Iterator[str]:
    yield f"- Crossfoot {record.version}, schema {record.schema}, model {record.model}"
    yield f"- word policy {record.policy}"
    yield from (f"- {name}: {value}" for name, value in sorted(record.settings.items()))
    yield f"- inputs that could not be read: {len(record.errors)}"
