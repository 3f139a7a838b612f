"""What a worker makes of one text: rows for the store, and the signature by which siblings meet."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.audit.codec import to_json
from extractor.audit.settings import Settings, rules
from extractor.frame.gazetteer import gazetteer
from extractor.model import Claim, Comparison, Derived, Document, Finding, Mention, Period
from extractor.reconcile.link.cues.topic import content_words
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.language import Language

#: A row of the store, in the order of its table's columns.
Row = tuple[object, ...]
_WORD = Regex(r"\w+(?:[.,’']\w+)*")
#: A word with a capital letter inside a sentence.
_NAME = Regex(r"(?<=[a-z,;] )[A-Z]\w+")
#: Several of them in a row: a person, a firm, a place.
_FULL_NAME = Regex(r"[A-Z][a-z]\w+(?: [A-Z][a-z]\w+)+")
#: Kinds of figures that tell nothing of where a text comes from.
_NO_QUANTITY = {"date", "reference", "score", "rank"}


@dataclass(frozen=True, slots=True)
class Analysis:
    """One text under certain settings, as the store keeps it."""

    content: str
    text: str
    document: str
    comparisons: str
    signature: bytes
    figures: str
    claims: tuple[Row, ...]
    anchors: tuple[Row, ...]
    bands: tuple[int, ...]
    findings: tuple[FindingRows, ...]


@dataclass(frozen=True, slots=True)
class FindingRows:
    """A finding in its three tables."""

    relation: Row
    roles: tuple[Row, ...]
    finding: Row


def analyse(document: Document, content: str, settings: Settings, nlp: Language) -> Analysis:
    """Check a document by itself, under the id of its text instead of its own."""
    from extractor import pipeline

    named = replace(document, id=content, source=None, url=None, sha256="", duplicate_of=None)
    review = pipeline.review_documents([named], published=settings.published, policy=settings.policy, nlp=nlp)
    claims = tuple(claim_row(c, document.text) for c in review.claims)
    signature = signature_of(document.text)
    return Analysis(
        content,
        document.text,
        to_json(replace(named, text="", tables=(), outlet=None, byline=None)),
        to_json(review.comparisons),
        signature,
        figures_digest(review.claims, document.text),
        claims,
        tuple(anchors_of(content, review.claims, document.text)),
        tuple(bands_of(signature)),
        tuple(finding_rows(content, f) for f in review.findings),
    )


def claim_row(claim: Claim, text: str) -> Row:
    """A claim as a row of `claims`."""
    figure = claim.figure
    return (
        claim.document,
        claim.id,
        figure.span.start,
        figure.span.end,
        figure.span.of(text),
        figure.kind,
        None if figure.value is None else format(figure.value, "f"),
        None if figure.amount.low is None else str(figure.amount.low),
        None if figure.amount.high is None else str(figure.amount.high),
        figure.amount.unit,
        figure.hedge,
        _key(claim.measure),
        _key(claim.base),
        _key(claim.event),
        claim.negated,
        _key(claim.place),
        _key(claim.period),
        _key(claim.speaker),
        claim.stance,
        claim.block,
        _hash(_plain(claim.sentence.of(text))),
        _figure_hash(claim),
        to_json(claim),
    )


def finding_rows(scope: str, finding: Finding) -> FindingRows:
    """A finding as rows of `relations`, `roles` and `findings`."""
    relation = finding.relation
    values = [(r.name, v) for r in relation.roles for v in _printed(r.value)]
    return FindingRows(
        (scope, finding.id, relation.kind, relation.strength, relation.cue.text),
        tuple((scope, finding.id, n, name, *_where(v)) for n, (name, v) in enumerate(values)),
        (
            scope,
            finding.id,
            relation.kind,
            finding.verdict,
            finding.severity,
            finding.reading,
            finding.arithmetic,
            finding.explanation or "; ".join(finding.notes),
        ),
    )


def _printed(value: Claim | Comparison | Derived) -> Sequence[Claim | Comparison]:
    return value.claims if isinstance(value, Derived) else (value,)


def _where(value: Claim | Comparison) -> Row:
    span = value.figure.span if isinstance(value, Claim) else value.span
    return value.document, value.id, span.start, span.end


def signature_of(text: str) -> bytes:
    """The MinHash of a text's shingles: the share of values that two have in common is their likeness."""
    from rensa import RMinHash

    rule = rules("signature")
    words, size = _plain(text).split(), rule["shingle"]
    made = RMinHash(num_perm=rule["values"], seed=rule["seed"])
    made.update([" ".join(words[n : n + size]) for n in range(max(1, len(words) - size + 1))])
    return struct.pack(f"<{rule['values']}I", *made.digest())


def bands_of(signature: bytes) -> Iterator[int]:
    """A hash for each slice of a signature."""
    size = 4 * rules("signature")["band"]
    for number, start in enumerate(range(0, len(signature), size)):
        yield _hash(f"{number}:{signature[start : start + size].hex()}")


def likeness(a: bytes, b: bytes) -> float:
    """The share of values that two signatures have in common, 0 to 1."""
    equal = sum(a[n : n + 4] == b[n : n + 4] for n in range(0, len(a), 4))
    return equal / (len(a) // 4)


def figures_digest(claims: Sequence[Claim], text: str) -> str:
    """Equal for two texts whose figures stand in the same sentences; a text without figures is alone."""
    told = [_plain(s.of(text)) for s in sorted({c.sentence for c in claims})]
    return hashlib.sha256("\n".join(told or [text]).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def anchors_of(content: str, claims: Sequence[Claim], text: str) -> Iterator[Row]:
    """Rows of `anchors`: each number with the telling words of its sentence; names and towns of a text."""
    seen = set()
    for claim in claims:
        value = claim.figure.value
        if (
            value is None
            or claim.figure.kind in _NO_QUANTITY
            or (claim.figure.kind == "count" and value < 10)
        ):
            continue
        told = f"{value.normalize()}|{claim.figure.amount.unit}"
        digits = len(value.normalize().as_tuple().digits)
        for word in _telling(claim.sentence.of(text)):
            hashed = _hash(f"{told}|{word}")
            if hashed not in seen:
                seen.add(hashed)
                yield hashed, content, _hash(told), digits, _hash(word)
    for name in sorted({*_FULL_NAME.findall(text), *_towns(claims, text)}):
        yield _hash(f"|{name}"), content, 0, 0, _hash(name)


def _towns(claims: Sequence[Claim], text: str) -> Iterator[str]:
    """The towns of one word that figures are of: a story names its town where it names nobody.

    Countries, counties and great cities have more news than one event; what things are "at" may be a firm.
    """
    places = (c.place for c in claims if c.place is not None)
    towns = {p.key for p in places if p.key.capitalize() in p.text} - set(gazetteer().values())
    yield from (key for key in towns if " " not in key and f" at {key.capitalize()}" not in text)


def _telling(sentence: str) -> list[str]:
    """Names first, then long words: rewriters keep them, and few other texts have them."""
    names = content_words(" ".join(_NAME.findall(sentence)))
    by_length = sorted(_WORD.findall(sentence.lower()), key=lambda w: (-len(w), w))
    words = [w for long in by_length for w in content_words(long)]
    return list(dict.fromkeys([*sorted(names), *words]))[: int(rules("siblings")["words"])]


def _figure_hash(claim: Claim) -> int | None:
    """A hash of what is counted and how many; None where the number is too plain to tell anything."""
    figure = claim.figure
    if figure.value is None or figure.kind in _NO_QUANTITY or claim.measure is None:
        return None
    if len(figure.value.normalize().as_tuple().digits) < 2:
        return None
    return _hash(f"{figure.value.normalize()}|{figure.amount.unit}|{claim.measure.key}")


def _plain(text: str) -> str:
    """The words in lower case, one blank apart: what an editor's quotes and dashes leave alone."""
    return " ".join(_WORD.findall(text.lower()))


def _hash(text: str) -> int:
    """64 bits with a sign, as SQLite keeps whole numbers."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


def _key(mention: Mention | Period | None) -> str | None:
    return None if mention is None else mention.key
