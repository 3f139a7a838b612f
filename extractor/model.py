"""The nouns: what every stage takes and gives.

All are frozen, slotted dataclasses over the standard library. A printed value is a
`Decimal` (trailing zeros survive), a bound is a `Fraction`, and no float ever enters.
Offsets count Unicode code points and point into `Document.text`, which is never
rewritten after reading.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from typing import Any, Literal

BlockKind = Literal[
    "headline",
    "standfirst",
    "heading",
    "paragraph",
    "list_item",
    "quote",
    "caption",
    "table_cell",
    "footnote",
    "correction",
]

FigureKind = Literal[
    "count",
    "percentage",
    "points",
    "money",
    "rate",
    "ratio",
    "multiple",
    "duration",
    "age",
    "measure",
    "rank",
    "index",
    "score",
    "date",
    "reference",
]
#: Found so that they are not taken for quantities; nothing is claimed by them.
NO_QUANTITY: frozenset[FigureKind] = frozenset({"date", "reference", "score"})

#: How a slot of a claim was found, from nearest to farthest; nothing is checked by a guess.
Found = Literal["here", "sentence", "paragraph", "headline", "document", "guess"]

Voice = Literal["narration", "headline", "direct_quote", "indirect_quote"]
Statistic = Literal["total", "mean", "median", "share", "change", "maximum", "minimum"]
Stance = Literal["asserted", "denied", "questioned", "hypothetical", "target", "superseded"]
Certainty = Literal["reported", "estimated", "projected"]
Direction = Literal["rose", "fell"]
#: The slots of a claim that a person may correct.
Slot = Literal["measure", "base", "negated", "place", "period"]
PeriodKind = Literal["day", "month", "quarter", "calendar", "financial", "academic", "span", "relative"]
ComparisonDirection = Literal["higher", "lower", "equal"]

RelationKind = Literal[
    "share", "complement", "change", "sum", "multiple", "mean", "same", "compare", "bound", "rank"
]
#: Who says that the figures belong together: the text, its layout and context, or only the numbers.
Strength = Literal["stated", "contextual", "numeric"]
Verdict = Literal["consistent", "mismatch", "not_comparable", "undecided"]
Severity = Literal["error", "warning", "note"]
#: The mix-ups that may account for a failing relation, each told as "would fit if".
Reading = Literal[
    "complement",
    "base",
    "inverse",
    "points",
    "unit",
    "definition",
    "scale",
    "digit",
    "period",
    "level",
    "sum",
    "subset",
    "average",
    "odds",
    "place",
    "direction",
    "rank",
    "hedge",
    "list",
    "truncation",
    "per_head",
    "stale",
]


def stable_id(prefix: str, *parts: object) -> str:
    """The same short id for the same parts, on every run and machine."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}-{digest[:12]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points, `text[start:end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True if no character of the other lies outside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A zone of the text: a headline, a paragraph, a list item, a table cell."""

    kind: BlockKind
    span: Span
    page: int | None = None
    #: Left, top, right, bottom in points from the top left corner of the page.
    box: tuple[float, float, float, float] | None = None
    row: int | None = None
    column: int | None = None
    #: Row and column heads of a table cell, outermost first.
    heads: tuple[str, ...] = ()
    language: str | None = None
    #: When the post of a live page that the zone belongs to went up, where the page says it.
    posted: datetime | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Cells as printed, row after row, with the heads that name their columns."""

    caption: str | None
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    #: The range of the document's text in which the table stands, where it does.
    span: Span | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One cell of a table, understood: of whom it speaks, of what, when, and how much."""

    #: What people call the table: its file, and its caption where a file holds several.
    table: str
    #: Row below the head and column, both counted from 1.
    row: int
    column: int
    #: The cell as printed.
    text: str
    entity: str
    measure: str
    #: What the cell allows; its rounding, where the table is rounded, as an interval.
    amount: Amount
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read, with its zones."""

    id: str
    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    title: str | None = None
    #: Path, address or "-" that the text came from.
    source: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    #: The news agency that the text credits.
    agency: str | None = None
    published: date | None = None
    modified: date | None = None
    #: Two-letter code; the stages read English alone.
    language: str | None = None
    sha256: str = ""
    #: What a reader should know of the reading: pages without text, readers that disagree.
    notes: tuple[str, ...] = ()
    #: Id of the earlier document of the same run that has the same text; such a repeat is not checked again.
    duplicate_of: str | None = None

    def block_at(self, offset: int) -> Block | None:
        """The zone that holds the character at the offset, if any does."""
        return next((b for b in self.blocks if b.span.start <= offset < b.span.end), None)

    def locate(self, span: Span) -> tuple[int, tuple[float, float, float, float] | None] | None:
        """Page (from 1) and box of the zone that the span starts in; None where there are no pages."""
        block = self.block_at(span.start)
        if block is None or block.page is None:
            return None
        return block.page, block.box


@dataclass(frozen=True, slots=True)
class Amount:
    """The interval that printed words allow; a bound of None is unbounded.

    Percentages stand in per cent (56.9), points in percentage points, money in whole
    units of its currency. `grain` is the rounding step that the print shows (1/10 for
    "56.9"), None where the value is exact or the step is unknown.
    """

    low: Fraction | None
    high: Fraction | None
    unit: str = ""
    low_open: bool = False
    high_open: bool = False
    grain: Fraction | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an amount needs low <= high, not {self.low} > {self.high}")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity as printed, with the interval that its words allow."""

    span: Span
    text: str
    kind: FigureKind
    amount: Amount
    #: The number without its hedge; None for a range ("10 to 20").
    value: Decimal | None
    #: The hedging words in lower case, "more than"; None for a bare number.
    hedge: str | None = None
    #: Name of the pattern that found it.
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that fill a slot of a claim, and the key under which slots meet.

    `span` is None where the slot was inherited from something that is not in the text,
    such as the publication date. `key` is canonical: lower case, lemmas, aliases resolved.
    """

    span: Span | None
    text: str
    key: str
    found: Found = "here"


@dataclass(frozen=True, slots=True)
class Period:
    """When a claim holds: the words, and the days that they stand for where known (both inclusive)."""

    span: Span | None
    text: str
    key: str
    kind: PeriodKind
    start: date | None = None
    end: date | None = None
    found: Found = "here"


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure with its frame: what a reader would say that it says. Every slot may be empty."""

    id: str
    document: str
    figure: Figure
    #: The sentence that the figure stands in.
    sentence: Span
    block: BlockKind = "paragraph"
    #: What is counted: "episodes for children in care", key "episode".
    measure: Mention | None = None
    #: Whole that a share or part is taken of: "of those episodes", key "episode".
    base: Mention | None = None
    #: What they did or what happened: "accepted", key "accept".
    event: Mention | None = None
    #: True where the figure counts those that did NOT: declined, unfilled, without.
    negated: bool = False
    #: "guess" where only learnt weights say that they did not: nothing is checked by that.
    negated_found: Found = "here"
    place: Mention | None = None
    period: Period | None = None
    speaker: Mention | None = None
    #: The words by which the text says whose figure it is, of a body or a paper too; key: who they stand for.
    source: Mention | None = None
    voice: Voice = "narration"
    organisations: tuple[Mention, ...] = ()
    statistic: Statistic | None = None
    direction: Direction | None = None
    stance: Stance = "asserted"
    certainty: Certainty = "reported"

    @property
    def surely_negated(self) -> bool:
        """Whether words or a rule say that it is denied; False where that is guessed alone."""
        return self.negated and self.negated_found != "guess"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words that set two things side by side: "slightly higher than the national average"."""

    id: str
    document: str
    #: The comparing words alone, "slightly higher".
    span: Span
    text: str
    sentence: Span
    direction: ComparisonDirection
    #: What is compared, and with what; the key of a reference is "national", "last year" and the like.
    subject: Mention | None = None
    reference: Mention | None = None
    #: The adverb of degree in lower case, "slightly"; None where there is none.
    degree: str | None = None
    block: BlockKind = "paragraph"
    stance: Stance = "asserted"
    speaker: Mention | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """An amount that is printed nowhere but follows from claims."""

    id: str
    amount: Amount
    #: What it is, for a reader: "episodes per child".
    label: str
    claims: tuple[Claim, ...]
    arithmetic: str


@dataclass(frozen=True, slots=True)
class Cue:
    """The words or the layout that say why figures belong together."""

    document: str
    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Role:
    """One place in the equation of a relation, and what fills it."""

    name: str
    value: Claim | Comparison | Derived


@dataclass(frozen=True, slots=True)
class Relation:
    """A hypothesis that some claims or comparisons satisfy an equation.

    The first role is the one under test: the figure or phrase that a card questions.
    """

    kind: RelationKind
    roles: tuple[Role, ...]
    cue: Cue
    strength: Strength
    #: Which way the words say that it went: "a fall of 300"; None where they do not.
    direction: Direction | None = None
    #: Other claims that could take a role as well as the one that has it.
    rivals: tuple[Claim, ...] = ()

    def claims(self, name: str | None = None) -> tuple[Claim, ...]:
        """The claims in a role, or in all of them; comparisons and derived amounts left out."""
        found = (r.value for r in self.roles if name is None or r.name == name)
        return tuple(v for v in found if isinstance(v, Claim))

    def comparison(self) -> Comparison | None:
        """The comparison that the relation judges, if it judges one."""
        return next((r.value for r in self.roles if isinstance(r.value, Comparison)), None)


@dataclass(frozen=True, slots=True)
class Cited:
    """A cell of a table in the role that it takes in a finding's arithmetic."""

    name: str
    observation: Observation


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation, judged: the verdict with everything that a sceptic needs to replay it."""

    id: str
    relation: Relation
    verdict: Verdict
    severity: Severity = "note"
    #: Who says each side: "headline", "the council", "narration".
    asserted_by: tuple[str, ...] = ()
    stated: Amount | None = None
    computed: Amount | None = None
    arithmetic: str = ""
    reading: Reading | None = None
    #: What had to be supposed: "56% rounded to the nearest whole number".
    assumptions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    #: What would settle an undecided one, or make a mismatched sentence right.
    missing: tuple[str, ...] = ()
    suggestion: str = ""
    #: One or two sentences for a reader who sees nothing else.
    explanation: str = ""
    #: The cells of reference tables that the finding rests on.
    cells: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """An input that could not be read, or not wholly, and the way out."""

    source: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person puts in place of a slot of a claim; it lies over the claim and is stored apart."""

    #: Id of the claim.
    claim: str
    slot: Slot
    #: The words that fill the slot, "" to empty it; "yes" or "no" for `negated`.
    text: str
    who: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What checking one document, or several together, brought to light."""

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    derived: tuple[Derived, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: tuple[Problem, ...] = ()
    #: Model, version, policy digest and settings that the run used, for every output.
    provenance: dict[str, str] = field(default_factory=dict)

    def to_frame(self, package: str | None = None) -> Any:
        """The claims as a data frame of "pandas" or "polars", whichever is named, or installed.

        Raises:
            ModuleNotFoundError: neither is installed.
        """
        return import_module("extractor.report.notebook").frame(self, package)

    def _repr_html_(self) -> str:
        # What a notebook asks for. The report is found by name, so that the nouns stand on nothing else.
        return str(import_module("extractor.report.notebook").notebook_html(self))
