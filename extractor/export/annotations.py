"""A review as W3C Web Annotations (Recommendation of 23 February 2017), and back.

Each claim annotates its figure; each finding annotates all figures and phrases that it rests on. A target
says where it is twice: by quoted words with what stands around them, and by position in code points of the
text, which is named by its digest (RFC 6920) and, through `via`, by the address that it came from. The body
is two resources: words for people, and the record in JSON, from which everything comes back.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from extractor.errors import SettingsError
from extractor.export.rows import placed_findings
from extractor.export.texts import LEFT_OUT
from extractor.model import stable_id
from extractor.report.records import ClaimRecord, DocumentRecord, FindingRecord, ReviewRecord, run_of
from extractor.report.words import READING, VERDICT

Json = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Before the name of whatever has no address of its own.
URN = "urn:crossfoot:"
#: Characters quoted before and after the words, as far as the export holds them.
AROUND = 32


def render_annotations(record: ReviewRecord) -> str:
    """An annotation collection with one page, as indented JSON-LD."""
    items = [*_claims(record), *_findings(record)]
    name = stable_id("a", *(item["id"] for item in items))
    page = {"id": f"{URN}page:{name}", "type": "AnnotationPage", "startIndex": 0, "items": items}
    run = msgspec.to_builtins(run_of(record))
    collection = {
        "@context": [CONTEXT, {"crossfoot": URN}],
        "id": f"{URN}collection:{name}",
        "type": "AnnotationCollection",
        "label": "Figures and findings; machine-made and unreviewed",
        "generator": {
            "id": f"{URN}version:{record.version}",
            "type": "Software",
            "name": f"Crossfoot {record.version}",
        },
        "total": len(items),
        "first": page,
        "crossfoot:run": json.dumps(run, ensure_ascii=False),
    }
    return json.dumps(collection, ensure_ascii=False, indent=2) + "\n"


def _claims(record: ReviewRecord) -> Iterator[Json]:
    for document in record.documents:
        for claim in document.claims:
            body = _body(document.id, claim, "describing", claim_words(claim))
            yield _annotation(
                f"claim:{claim.id}", "describing", body, [_target(document, claim.start, claim.end)]
            )


def _findings(record: ReviewRecord) -> Iterator[Json]:
    documents = {d.id: d for d in record.documents}
    for home, finding in placed_findings(record):
        body = _body(None if home is None else home.id, finding, "assessing", finding_words(finding))
        targets = list(_targets(finding, home, documents))
        yield _annotation(f"finding:{finding.id}", "assessing", body, targets)


def _annotation(name: str, purpose: str, body: list[Json], targets: list[Json]) -> Json:
    target = targets[0] if len(targets) == 1 else targets
    return {"id": URN + name, "type": "Annotation", "motivation": purpose, "body": body, "target": target}


def _body(home: str | None, record: ClaimRecord | FindingRecord, purpose: str, words: str) -> list[Json]:
    value = json.dumps({"document": home, **msgspec.to_builtins(record)}, ensure_ascii=False)
    return [
        {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "language": "en", "value": words},
        {"type": "TextualBody", "purpose": purpose, "format": "application/json", "value": value},
    ]


def claim_words(claim: ClaimRecord) -> str:
    """What a figure allows, for people: "percentage, 56.85 to 56.95 %"."""
    low, high = claim.low or "any less", claim.high or "any more"
    amount = low if low == high else f"{low} to {high}"
    return f"{claim.kind}, {amount} {claim.unit}".strip()


def finding_words(finding: FindingRecord) -> str:
    """What a finding says, for people, as far as the export holds words."""
    parts = [
        f"{VERDICT[finding.verdict]} ({finding.relation})",
        finding.explanation,
        finding.arithmetic,
        f"would fit if {READING[finding.reading]}" if finding.reading else "",
    ]
    return " | ".join(part for part in parts if part)


def _targets(
    finding: FindingRecord, home: DocumentRecord | None, documents: Mapping[str, DocumentRecord]
) -> Iterator[Json]:
    for figure in finding.figures:
        document = documents[figure.document] if isinstance(figure.document, str) else home
        if document is not None and figure.start is not None and figure.end is not None:
            yield _target(document, figure.start, figure.end)


def _target(document: DocumentRecord, start: int, end: int) -> Json:
    selector: list[Json] = [{"type": "TextPositionSelector", "start": start, "end": end}]
    text = document.text
    if text:
        quote = {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - AROUND) : start].rpartition(LEFT_OUT)[2],
            "suffix": text[end : end + AROUND].partition(LEFT_OUT)[0],
        }
        selector.insert(0, quote)
    return {"type": "SpecificResource", "source": _source(document), "selector": selector}


def _source(document: DocumentRecord) -> Json:
    digest = urlsafe_b64encode(bytes.fromhex(document.text_sha256)).rstrip(b"=").decode()
    named = {"language": document.language, "via": document.url}
    told = {"id": f"ni:///sha-256;{digest}", "type": "Text", "format": "text/plain"}
    return {**told, **{key: value for key, value in named.items() if value}}


def read_annotations(
    text: str,
) -> tuple[dict[str, list[ClaimRecord]], list[tuple[str | None, FindingRecord]]]:
    """Document → its claims, and the findings with the document that they lie in.

    Raises:
        SettingsError: it is no collection that `render_annotations` wrote.
    """
    claims: dict[str, list[ClaimRecord]] = {}
    findings: list[tuple[str | None, FindingRecord]] = []
    try:
        for item in json.loads(text)["first"]["items"]:
            (value,) = [b["value"] for b in item["body"] if b["format"] == "application/json"]
            told = json.loads(value)
            if item["id"].startswith(f"{URN}claim:"):
                claims.setdefault(told["document"], []).append(msgspec.convert(told, ClaimRecord))
            else:
                findings.append((told["document"], msgspec.convert(told, FindingRecord)))
    except (KeyError, TypeError, ValueError, msgspec.ValidationError) as error:
        raise SettingsError(f"no web annotations as Crossfoot writes them: {error}") from error
    return claims, findings
