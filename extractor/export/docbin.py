"""A review as a spaCy DocBin: a Doc for each document, its figures as spans, and back.

Tokens are spaCy's English ones, cut further where a figure or a slot starts or ends inside of one, so that
every span has its place ("£4.2m-a-year"). `doc.spans["figures"]` has kinds as labels and ids of claims as
span ids, `doc.spans["slots"]` names of slots and ids of claims, `doc.spans["comparisons"]` directions;
`doc.ents` are the figures, for training. The whole record stands in `doc.user_data["crossfoot"]` as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from extractor.errors import SettingsError
from extractor.export.kinds import TextMode
from extractor.export.texts import mode_of
from extractor.report.records import RUN, DocumentRecord, ErrorRecord, FindingRecord, ReviewRecord, run_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

#: Where the record stands in the user data of a Doc.
KEY = "crossfoot"


class Kept(Struct, frozen=True):
    """What a Doc keeps beside its spans; findings between documents stand with the first one."""

    schema: str
    version: str
    model: str | None
    policy: str | None
    settings: dict[str, str]
    document: DocumentRecord
    findings: tuple[FindingRecord, ...] = ()
    errors: tuple[ErrorRecord, ...] = ()


def render_docbin(record: ReviewRecord) -> bytes:
    """The bytes of a DocBin, as `DocBin().from_disk` reads them.

    Raises:
        SettingsError: the record holds no texts.
    """
    if mode_of(record) is TextMode.none:
        raise SettingsError("a DocBin is made of words; use --text quote or full")
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("en")
    made = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
    for number, document in enumerate(record.documents):
        doc = _doc(document, nlp)
        doc.user_data[KEY] = msgspec.json.encode(_kept(record, document, first=number == 0)).decode()
        made.add(doc)
    return bytes(made.to_bytes())


def _kept(record: ReviewRecord, document: DocumentRecord, *, first: bool) -> Kept:
    run = run_of(record)
    kept = Kept(**run, document=replace(document, text=""))
    return replace(kept, findings=record.findings, errors=record.errors) if first else kept


def _doc(document: DocumentRecord, nlp: Language) -> Doc:
    from spacy.tokens import Doc
    from spacy.util import filter_spans

    words, spaces = _words(document, nlp)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    figures = [_span(doc, c.start, c.end, c.kind, c.id) for c in document.claims]
    doc.spans["figures"] = figures
    doc.spans["comparisons"] = [_span(doc, c.start, c.end, c.direction, c.id) for c in document.comparisons]
    doc.spans["slots"] = [
        _span(doc, slot.start, slot.end, name, claim.id)
        for claim in document.claims
        for name, slot in claim.slots.items()
        if slot.start is not None and slot.end is not None
    ]
    doc.set_ents(filter_spans(figures))
    return doc


def _span(doc: Doc, start: int, end: int, label: str, name: str) -> Span:
    span = doc.char_span(start, end, label=label, span_id=name)
    assert span is not None, f"{name}: {start} to {end} are no edges of tokens"
    return span


def _words(document: DocumentRecord, nlp: Language) -> tuple[list[str], list[bool]]:
    """The tokens of a text and whether a space follows each, cut where a span starts or ends."""
    edges = set(_edges(document))
    words: list[str] = []
    spaces: list[bool] = []
    for token in nlp.tokenizer(document.text):
        start, end = token.idx, token.idx + len(token)
        cuts = [start, *sorted(e for e in range(start + 1, end) if e in edges), end]
        for one, next_one in pairwise(cuts):
            words.append(document.text[one:next_one])
            spaces.append(next_one == end and bool(token.whitespace_))
    return words, spaces


def _edges(document: DocumentRecord) -> Iterator[int]:
    for claim in document.claims:
        yield from (claim.start, claim.end)
        for slot in claim.slots.values():
            yield from (edge for edge in (slot.start, slot.end) if edge is not None)
    for comparison in document.comparisons:
        yield from (comparison.start, comparison.end)


def read_docbin(data: bytes) -> ReviewRecord:
    """The record that a DocBin was made of.

    Raises:
        SettingsError: the bytes are no DocBin that `render_docbin` made, or one without a Doc.
    """
    import spacy
    from spacy.tokens import DocBin

    try:
        docs = list(DocBin().from_bytes(data).get_docs(spacy.blank("en").vocab))
        kept = [msgspec.json.decode(doc.user_data[KEY], type=Kept) for doc in docs]
        first = kept[0]
    except Exception as error:  # whatever zlib, msgpack and spaCy raise on bytes that are something else
        raise SettingsError(f"no DocBin as Crossfoot makes it ({type(error).__name__}: {error})") from error
    return ReviewRecord(
        **{name: getattr(first, name) for name in RUN},
        documents=tuple(replace(k.document, text=d.text) for k, d in zip(kept, docs, strict=True)),
        findings=first.findings,
        errors=first.errors,
    )
