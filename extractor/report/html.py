"""The report as one self-contained HTML page: the story as it reads, cards beside it, nothing loaded.

Every string from a story goes through Jinja's escaping and loses its control characters, and the page's
own content policy allows its one script by digest and no other.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from importlib import resources
from itertools import groupby
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extractor.model import Claim, Document, Finding, Review, Verdict
from extractor.report import telling
from extractor.report.cards import Card, cards
from extractor.report.evidence import Quote, values_of
from extractor.report.layout import clean
from extractor.report.number_line import amount_words, number_line
from extractor.report.pages import Boxed, Sheet, boxed
from extractor.report.passages import Passage, excerpt, marks_of, passages
from extractor.report.sheet import STATUS, Row
from extractor.report.sheet import Sheet as Figures
from extractor.report.words import READING, SEVERITY, VERDICT

#: From what to look at first; also the order of the filter.
VERDICTS: tuple[Verdict, ...] = ("mismatch", "undecided", "not_comparable", "consistent")
#: Elements that zones of a text become.
ELEMENTS: Mapping[str, str] = {
    "headline": "h2",
    "standfirst": "p",
    "heading": "h3",
    "quote": "blockquote",
    "caption": "p",
    "footnote": "p",
    "correction": "p",
    "list_item": "li",
    "table_cell": "td",
}


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring passages that make one element: a list, a table, or a single paragraph."""

    kind: str
    #: One row for lists and paragraphs.
    rows: tuple[tuple[Passage, ...], ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of all its passages."""
        return tuple(card for row in self.rows for passage in row for card in passage.cards)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One document of the report."""

    document: Document
    tally: tuple[str, ...]
    embargo: str | None
    groups: tuple[Group, ...]
    figures: tuple[Row, ...]
    pages: tuple[Boxed, ...] = ()


def render_html(
    review: Review,
    *,
    everything: bool = False,
    whole: bool = True,
    made: date | None = None,
    signed: str | None = None,
    sheets: Mapping[str, Sequence[Sheet]] = MappingProxyType({}),
) -> str:
    """The page; `everything` opens with all verdicts shown, `whole=False` leaves the full texts out.

    `made` is the day printed in the notice that the report is machine-made; no day by default. `signed`
    names the person who stands for it; without one it says that nobody does. `sheets` are pictures of the
    pages of documents, by their ids.
    """
    told = contents(review, everything=everything, whole=whole, made=made, signed=signed, sheets=sheets)
    return environment().get_template("report.html.j2").render(told)


def contents(
    review: Review,
    *,
    everything: bool = False,
    whole: bool = True,
    made: date | None = None,
    signed: str | None = None,
    desk: object = None,
    sheets: Mapping[str, Sequence[Sheet]] = MappingProxyType({}),
) -> dict[str, object]:
    """What the template is filled with; a `desk` adds a person's controls to cards and figures."""
    found = {verdict: cards(review, verdict) for verdict in VERDICTS}
    figures = Figures(review)
    chapters = tuple(
        _chapter(review, d, found, figures, whole, sheets.get(d.id, ())) for d in review.documents
    )
    return {
        "review": review,
        "chapters": chapters,
        "documents": {d.id: d for d in review.documents},
        "counts": _counts(card for c in chapters for group in c.groups for card in group.cards),
        "everything": everything,
        "whole": whole,
        "made": made,
        "signed": signed,
        "desk": desk,
        "closing": telling.closing(review),
        "style": Markup(_asset("report.css")),
        "script": Markup(_asset("report.js")),
        "script_digest": _digest(_asset("report.js")),
    }


def _counts(shown: Iterable[Card]) -> Counter[Verdict]:
    """As the line above each story counts: sentences that are questioned, and all other checks one by one."""
    counts: Counter[Verdict] = Counter()
    for card in shown:
        counts[card.verdict] += 1 if card.verdict == "mismatch" else len(card.findings)
    return counts


def _chapter(
    review: Review,
    document: Document,
    found: Mapping[Verdict, Sequence[Card]],
    figures: Figures,
    whole: bool,
    sheets: Sequence[Sheet],
) -> Chapter:
    own = {v: [c for c in of if c.questioned.document is document] for v, of in found.items()}
    # A caveat stands on the card that it belongs to; alone it would say the same twice.
    told = {f.id for c in own["mismatch"] for f in c.caveats}
    every = [c for v in VERDICTS for c in own[v] if not told >= {f.id for f in c.findings}]
    shown = (passages if whole else excerpt)(document, marks_of(review, document), every)
    return Chapter(
        document=document,
        tally=telling.tallied(review, document, own["mismatch"]),
        embargo=telling.embargo(document),
        groups=tuple(_groups(shown)),
        figures=figures.rows(document),
        pages=boxed(review, document, sheets),
    )


def _groups(shown: Sequence[Passage]) -> Iterator[Group]:
    for kind, run in groupby(shown, key=lambda p: p.block.kind):
        if kind == "table_cell":
            lines = groupby(run, key=lambda p: p.block.row)
            yield Group("table", tuple(tuple(line) for _, line in lines))
        elif kind == "list_item":
            yield Group("list", (tuple(run),))
        else:
            yield from (Group(kind, ((passage,),)) for passage in run)


def _pieces(quote: Quote) -> Iterator[tuple[str, bool]]:
    """The words of a quoted sentence, each stretch with whether it is marked."""
    text, at = quote.document.text, quote.sentence.start
    for mark in quote.marks:
        yield text[at : mark.start], False
        yield mark.of(text), True
        at = mark.end
    yield text[at : quote.sentence.end], False


def _words(quote: Quote) -> str:
    """The marked words alone."""
    return " … ".join(" ".join(mark.of(quote.document.text).split()) for mark in quote.marks)


def _calculates(finding: Finding) -> bool:
    """False where the arithmetic says one thing twice, as of two equal figures: "4; 4"."""
    first, _, second = finding.arithmetic.partition("; ")
    return bool(first) and first != second


def sources(card: Card, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Whose figures a card rests on, in the words by which the text says so: "“412”: “the institute”"."""
    named: dict[str, list[str]] = {}
    for claim in dict.fromkeys(v for f in card.findings for v in values_of(f)):
        if isinstance(claim, Claim) and claim.source is not None:
            figure = claim.figure.span.of(documents[claim.document].text)
            named.setdefault(claim.source.text, []).append(f"“{figure}”")
    return tuple(f"{', '.join(dict.fromkeys(figures))}: “{words}”" for words, figures in named.items())


def _percent(share: Fraction) -> str:
    return f"{float(share) * 100:.2f}"


def _safe(value: object) -> object:
    """What a template prints: text without control characters, anything else as it is."""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return "\n".join(clean(line) for line in value.splitlines()) if "\n" in value else clean(value)


@cache
def environment() -> Environment:
    """The templates of the report with the filters that they use; what they print is escaped."""
    made = Environment(
        loader=PackageLoader("extractor.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_safe,
    )
    made.globals.update(
        verdicts=VERDICTS,
        VERDICT=VERDICT,
        SEVERITY=SEVERITY,
        READING=READING,
        STATUS=STATUS,
        ELEMENTS=ELEMENTS,
    )
    made.filters.update(
        about=telling.about,
        amount=amount_words,
        calculates=_calculates,
        in_short=telling.in_short,
        line=number_line,
        name=telling.name,
        percent=_percent,
        pieces=_pieces,
        values=values_of,
        words=_words,
    )
    made.globals.update(place=telling.place, elsewhere=telling.elsewhere, sources=sources)
    return made


@cache
def _asset(name: str) -> str:
    return (resources.files("extractor.report") / "templates" / name).read_text(encoding="utf-8").strip()


def _digest(script: str) -> str:
    """The script as a content policy names it."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
