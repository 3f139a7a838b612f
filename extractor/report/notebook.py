"""How a review shows itself in a notebook: as a page in a frame of its own, and as a table of claims."""

from __future__ import annotations

from html import escape
from importlib import import_module
from typing import Any

from extractor.model import Review
from extractor.report.encode.claims import claim_record
from extractor.report.html import render_html

#: Columns of the table whose values are records of their own are left to the JSON.
LEFT_OUT = frozenset({"slots", "boxes", "sentence", "period"})


def notebook_html(review: Review) -> str:
    """The report in a frame that no script of the notebook reaches, nor reaches the notebook."""
    page = escape(render_html(review), quote=True)
    return (
        f'<iframe srcdoc="{page}" sandbox="allow-scripts" title="Crossfoot report"'
        ' style="width:100%;height:36rem;border:1px solid #ccc"></iframe>'
    )


def rows(review: Review) -> list[dict[str, object]]:
    """A row for each claim, in the columns of the JSON output; values and bounds are decimal strings."""
    documents = {d.id: d for d in review.documents}
    made = []
    for claim in review.claims:
        record = claim_record(claim, documents[claim.document])
        flat = {n: getattr(record, n) for n in record.__struct_fields__ if n not in LEFT_OUT}
        period = claim.period
        made.append(
            {
                "document": claim.document,
                **flat,
                "period": None if period is None else period.text,
                "period_from": None if period is None else period.start,
                "period_to": None if period is None else period.end,
            }
        )
    return made


def frame(review: Review, package: str | None = None) -> Any:
    """The rows as a data frame of pandas or polars, whichever is named, or installed.

    Raises:
        ModuleNotFoundError: neither is installed.
    """
    for name in (package,) if package else ("pandas", "polars"):
        try:
            return import_module(name).DataFrame(rows(review))
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
    told = package or "pandas or polars"
    raise ModuleNotFoundError(f"to_frame needs {told}; install it: pip install {package or 'pandas'}")
