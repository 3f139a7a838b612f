"""The report of an audit as one HTML page that loads nothing, and as tables for other programs."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import StringIO
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extractor.audit.overview import Overview
from extractor.report.claim_table import disarmed
from extractor.report.files import write_atomically
from extractor.report.layout import clean
from extractor.report.words import READING, SEVERITY

#: Width of the longest bar, in the units of the chart.
LONGEST = 320


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the chart."""

    label: str
    number: int
    width: int


def render_page(seen: Overview, title: str) -> str:
    """The page; every word of a story is escaped and without control characters."""
    page = _environment().get_template("audit.html.j2")
    words = {"READING": READING, "SEVERITY": SEVERITY}
    return page.render(seen=seen, title=title, bars=_bars(seen), style=_style(), **words)


@cache
def _environment() -> Environment:
    loader = PackageLoader("extractor.audit", "templates")
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: (
            clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
        ),
    )


def _style() -> Markup:
    return Markup(
        resources.files("extractor.report").joinpath("templates/report.css").read_text(encoding="utf-8")
    )


def _bars(seen: Overview) -> list[Bar]:
    counts = Counter[str]()
    for row in seen.checks:
        where = "between" if row.between else "within"
        counts[f"{where}: {row.check}{', ' if row.reading else ''}{row.reading}"] += row.number
    most = max(counts.values(), default=1)
    return [Bar(label, n, max(2, LONGEST * n // most)) for label, n in sorted(counts.items())]


def write_tables(seen: Overview, folder: Path) -> list[Path]:
    """The tables of the report as CSV and Parquet; the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (head, rows) in _tables(seen).items():
        sheet = folder / f"{name}.csv"
        write_atomically(sheet, _csv(head, rows))
        written += [sheet, _parquet(sheet)]
    return written


_MATRIX = ("release", "figure", "sentence", "outlets", "fate", "printed")
Table = tuple[Sequence[str], Sequence[Sequence[object]]]


def _tables(seen: Overview) -> dict[str, Table]:
    outlets = [
        (o.name, o.documents, o.own_texts, o.figures, o.crossed, o.to_check, o.reviewed) for o in seen.outlets
    ]
    head = ("outlet", "documents", "own_texts", "figures", "cross_checked", "to_check", "reviewed")
    checks = [
        ("between" if c.between else "within", c.check, c.reading, c.severity, c.number) for c in seen.checks
    ]
    return {
        "disputes": (
            (
                "dispute",
                "cluster",
                "topic",
                "severity",
                "check",
                "reading",
                "quote",
                "sentence",
                "outlets",
                "alone",
            ),
            list(_sides(seen)),
        ),
        "outlets": (head, outlets),
        "checks": (("where", "check", "reading", "severity", "findings"), checks),
        "errors": (("input", "stage", "reason"), seen.errors),
        **({"releases": (_MATRIX, list(_cells(seen)))} if seen.matrices else {}),
    }


def _sides(seen: Overview) -> Iterator[Sequence[object]]:
    """A row for each side of each dispute."""
    for number, d in enumerate(seen.disputes, 1):
        for side in d.sides:
            sentence = f"{side.before}{side.quote}{side.after}"
            outlets = "; ".join(side.outlets)
            told = (number, d.cluster, d.topic, d.severity, d.check, d.reading)
            yield (*told, side.quote, sentence, outlets, d.alone or "")


def _cells(seen: Overview) -> Iterator[Sequence[object]]:
    """A row for each figure of each release and each wording, then one for each figure that has no origin."""
    for matrix in seen.matrices:
        columns = ["; ".join(outlets) for outlets in matrix.columns]
        for line in matrix.lines:
            sentence = f"{line.before}{line.quote}{line.after}"
            for outlets, cell in zip(columns, line.cells, strict=True):
                yield matrix.title, line.quote, sentence, outlets, cell.fate, "; ".join(cell.quotes)
        for outlets, quotes in zip(columns, matrix.added, strict=True):
            yield from ((matrix.title, "", "", outlets, "not in the source", quote) for quote in quotes)


def _csv(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(head)
    writer.writerows([disarmed(clean(v)) if isinstance(v, str) else v for v in row] for row in rows)
    return sheet.getvalue()


def _parquet(sheet: Path) -> Path:
    import duckdb

    target = sheet.with_suffix(".parquet")
    with duckdb.connect() as engine:
        told = engine.read_csv(str(sheet), header=True)
        told.write_parquet(str(target))
    return target
