"""How much of other people's texts an export holds: nothing, the sentences that matter, or all of it.

`none`: no word of the texts, nor of what Crossfoot wrote about them, since that quotes them. Offsets,
numbers, units, kinds, verdicts and ids stay; "" stands where words were, null where there never were any.
`quote`: the sentences that hold a figure or a comparison, the words of slots and cues; every other character
of `text` that is no space becomes "░", so that offsets still point to what they pointed to.
`full`: the texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from extractor.export.kinds import TextMode
from extractor.regexes import Regex
from extractor.report.records import (
    ClaimRecord,
    ComparisonRecord,
    CueRecord,
    DerivedRecord,
    DocumentRecord,
    FigureRecord,
    FindingRecord,
    ReviewRecord,
    SlotRecord,
)

#: What stands for a character that is left out.
LEFT_OUT = "░"
#: Words that arithmetic uses by itself; all others in it are taken from the texts ("1,900 drivers").
RECKONING = frozenset({"to", "points", "point", "times", "of", "or"})
_WORD = Regex(r" ?[^\W\d_][\w’'-]*")
#: Who asserts a side of a finding, where it is nobody's name.
NAMELESS = frozenset({"narration", "headline"})


def with_text(record: ReviewRecord, mode: TextMode) -> ReviewRecord:
    """The record with so much of the texts; its settings say how much, under "text"."""
    settings = {**record.settings, "text": mode.value}
    if mode is TextMode.full:
        return replace(record, settings=settings)
    if mode is TextMode.none:
        documents = tuple(map(_wordless, record.documents))
        findings = tuple(map(_finding, record.findings))
        return replace(record, settings=settings, documents=documents, findings=findings)
    cited = _cited(record.findings)
    quoted = tuple(_quoted(d, cited.get(d.id, [])) for d in record.documents)
    return replace(record, settings=settings, documents=quoted)


def mode_of(record: ReviewRecord) -> TextMode:
    """How much of the texts a record holds."""
    return TextMode(record.settings.get("text", TextMode.full))


Range = tuple[int | None, int | None]


def _cited(findings: Iterable[FindingRecord]) -> dict[str, list[Range]]:
    """Document → the ranges of it that findings between documents rest on."""
    cited: dict[str, list[Range]] = {}
    for finding in findings:
        words: list[CueRecord | FigureRecord] = [finding.cue, *finding.figures]
        for one in words:
            cited.setdefault(str(one.document), []).append((one.start, one.end))
    return cited


def _quoted(document: DocumentRecord, cited: Iterable[Range]) -> DocumentRecord:
    text = document.text
    kept = bytearray(len(text))
    for start, end in (*_quotes(document), *cited):
        if start is not None and end is not None:
            kept[start:end] = b"\1" * (end - start)
    shown = "".join(c if keep or c.isspace() else LEFT_OUT for c, keep in zip(text, kept, strict=True))
    return replace(document, text=shown)


def _quotes(document: DocumentRecord) -> Iterator[Range]:
    """The ranges of a text that its claims, comparisons and findings quote."""
    told: list[ClaimRecord | ComparisonRecord] = [*document.claims, *document.comparisons]
    for one in told:
        yield one.sentence.start, one.sentence.end
        yield one.start, one.end
        yield from ((s.start, s.end) for s in one.slots.values())
    for finding in document.findings:
        yield finding.cue.start, finding.cue.end
        yield from ((figure.start, figure.end) for figure in finding.figures)


def _wordless(document: DocumentRecord) -> DocumentRecord:
    return replace(
        document,
        title=_blank(document.title),
        text="",
        blocks=tuple(replace(b, heads=("",) * len(b.heads)) for b in document.blocks),
        claims=tuple(map(_claim, document.claims)),
        comparisons=tuple(map(_comparison, document.comparisons)),
        derived=tuple(map(_derived, document.derived)),
        findings=tuple(map(_finding, document.findings)),
    )


def _claim(claim: ClaimRecord) -> ClaimRecord:
    words = ("measure", "base", "event", "place", "speaker", "organisation")
    return replace(
        claim,
        quote="",
        **{name: _blank(getattr(claim, name)) for name in words},
        period=claim.period and replace(claim.period, text=""),
        slots=_slots(claim.slots),
    )


def _comparison(comparison: ComparisonRecord) -> ComparisonRecord:
    words = ("subject", "reference", "speaker")
    return replace(
        comparison,
        quote="",
        **{name: _blank(getattr(comparison, name)) for name in words},
        slots=_slots(comparison.slots),
    )


def _slots(slots: dict[str, SlotRecord]) -> dict[str, SlotRecord]:
    return {name: replace(slot, text="", key="") for name, slot in slots.items()}


def _derived(derived: DerivedRecord) -> DerivedRecord:
    return replace(derived, label="", arithmetic=_numbers(derived.arithmetic))


def _finding(finding: FindingRecord) -> FindingRecord:
    return replace(
        finding,
        cue=_cue(finding.cue),
        figures=tuple(map(_figure, finding.figures)),
        arithmetic=_numbers(finding.arithmetic),
        asserted_by=tuple(who if who in NAMELESS else "" for who in finding.asserted_by),
        assumptions=(),
        notes=(),
        missing=(),
        suggestion="",
        explanation="",
    )


def _numbers(arithmetic: str) -> str:
    """The arithmetic without the nouns of its numbers."""
    return _WORD.sub(lambda word: word[0] if word[0].strip() in RECKONING else "", arithmetic).strip()


def _cue(cue: CueRecord) -> CueRecord:
    return replace(cue, quote="")


def _figure(figure: FigureRecord) -> FigureRecord:
    # A cell of a table that was given beside the story is no word of the story.
    return figure if isinstance(figure.table, str) else replace(figure, quote="")


def _blank(words: str | None) -> str | None:
    return None if words is None else ""
