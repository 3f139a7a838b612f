"""The claim table alone: every figure with its frame, for people and as CSV."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from io import StringIO

from extractor.completeness import not_printed
from extractor.model import Claim, Document, Review
from extractor.report.encode.claims import claim_record
from extractor.report.evidence import Places
from extractor.report.layout import UNICODE, Glyphs, Page, marked
from extractor.report.words import counted
from extractor.shown import str_amount

#: Columns of the CSV, in order; numbers as in the JSON.
COLUMNS = (
    "document",
    "source",
    "title",
    "outlet",
    "published",
    "id",
    "start",
    "end",
    "quote",
    "kind",
    "value",
    "low",
    "high",
    "low_open",
    "high_open",
    "unit",
    "hedge",
    "direction",
    "measure",
    "base",
    "event",
    "negated",
    "place",
    "period",
    "period_from",
    "period_to",
    "period_kind",
    "speaker",
    "voice",
    "organisation",
    "statistic",
    "stance",
    "certainty",
    "block",
    "page",
    "sentence",
)
#: The column of what each claim lacks, on request.
MISSING = "not_printed"
#: Columns that we write ourselves and that a spreadsheet may take for numbers.
NUMBERS = frozenset({"start", "end", "value", "low", "high", "page"})

#: What makes a cell a formula in some spreadsheet.
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render_csv(review: Review, *, missing: bool = False) -> str:
    """One row for each claim, with a header; cells that a spreadsheet would run are disarmed.

    `missing` adds the column `not_printed`: "source; base", empty where a claim is complete.
    """
    documents = {d.id: d for d in review.documents}
    sheet = StringIO()
    columns = (*COLUMNS, MISSING) if missing else COLUMNS
    writer = csv.DictWriter(sheet, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for claim in review.claims:
        writer.writerow(_row(claim, documents[claim.document]))
    return sheet.getvalue()


def _row(claim: Claim, document: Document) -> dict[str, str]:
    record = claim_record(claim, document)
    period = record.period
    values: dict[str, object] = {
        **{name: getattr(record, name) for name in COLUMNS if hasattr(record, name)},
        "document": document.id,
        "source": document.source,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "period": period and period.text,
        "period_from": period and period.from_,
        "period_to": period and period.to,
        "period_kind": period and period.kind,
        "sentence": " ".join(claim.sentence.of(document.text).split()),
        MISSING: "; ".join(not_printed(claim)),
    }
    return {name: _cell(name, value) for name, value in values.items()}


def _cell(name: str, value: object) -> str:
    """A value as a cell: "true" and "false", nothing for None, and no text that starts a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if name in NUMBERS else disarmed(str(value))


def disarmed(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip().startswith(FORMULA) or text.startswith(("\t", "\r")) else text


def render_claims(
    review: Review, *, width: int = 80, colour: bool = False, glyphs: Glyphs = UNICODE, missing: bool = False
) -> str:
    """Every figure in its sentence, with the interval that it allows and the slots that were found.

    `missing` adds which of source, period, measure and base is not printed.
    """
    page = Page(width, colour, glyphs)
    of: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in review.claims:
        of[claim.document].append(claim)
    for document in review.documents:
        page.paragraph(document.title or document.source or document.id, "bold")
        page.paragraph(counted(len(of[document.id]), "figure", "figures"))
        places = Places(document)
        for claim in of[document.id]:
            page.blank()
            _claim(page, claim, document, places)
            page.items("Not printed", [", ".join(not_printed(claim))] if missing else [])
        page.blank()
    return str(page)


def _claim(page: Page, claim: Claim, document: Document, places: Places) -> None:
    page.paragraph(places.of(claim.figure.span.start), "bright_black", indent=2)
    page.quote(marked(document.text, claim.sentence, [claim.figure.span], page.glyphs.cut), "cyan")
    for label, entry in _slots(claim).items():
        page.items(label, [entry])


def _slots(claim: Claim) -> Mapping[str, str]:
    """What was found of a claim, by the names that people know it by; empty where it was not."""
    figure = claim.figure
    unit = f" {figure.amount.unit}" if figure.amount.unit else ""
    named = {
        "Allows": f"{str_amount(figure.amount)}{unit} ({figure.kind})",
        "Counts": claim.measure,
        "Out of": claim.base,
        "Event": claim.event,
        "Where": claim.place,
        "When": claim.period,
        "Says who": claim.speaker,
    }
    told = {label: m if isinstance(m, str) else m.text for label, m in named.items() if m is not None}
    if claim.negated:
        told["Event"] = f"{told.get('Event', '')} (negated)".strip()
    if claim.stance != "asserted":
        told["Stance"] = claim.stance
    return told
