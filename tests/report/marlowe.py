"""A story about an invented council and its sibling, reviewed by hand: what the reports are tried on."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from extractor.amount import between, complement, difference, exact, rounded
from extractor.model import (
    Amount,
    Block,
    Claim,
    Comparison,
    Cue,
    Derived,
    Document,
    Figure,
    FigureKind,
    Finding,
    Mention,
    Period,
    Problem,
    Relation,
    RelationKind,
    Review,
    Role,
    Span,
    Verdict,
)

STORY = """\
More than 400 council tenants call for a fire check, figures show

Marlowe Council took no fewer than 410 calls for a home fire check in a year, new figures show.

A spokeswoman for the council said: “Between October 2019 and October 2020 we logged 410 calls from tenants; \
63.4 per cent accepted a visit and all of them were offered one.”

The 63.4 rate is slightly higher than the national average.

It is lower than the average for the county.

Across the country, almost 9,200 households made a total of 31,000 calls during 2019-20.

More than half of all calls (62 per cent) did not lead to a visit taking place."""

SIBLING = """\
Fire checks: calls to Marlowe Council

Tenants of Marlowe Council rang 401 times for a home fire check, the council said."""


def document(name: str, text: str, outlet: str) -> Document:
    """A text with its first line as headline and a paragraph for each of the others."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    blocks = tuple(Block("headline" if n == 0 else "paragraph", s) for n, s in enumerate(lines))
    return Document(
        id=name,
        text=text,
        blocks=blocks,
        title=lines[0].of(text),
        source=f"{name}.txt",
        outlet=outlet,
        published=date(2020, 12, 3),
        language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


MAIN = document("marlowe", STORY, "The Fenwold Mercury")
OTHER = document("sibling", SIBLING, "Radio Fenwold")


def span(text: str, words: str, nth: int = 1) -> Span:
    """The nth place of some words in a text."""
    start = [m.start() for m in re.finditer(re.escape(words), text)][nth - 1]
    return Span(start, start + len(words))


def sentence_at(home: Document, place: Span) -> Span:
    """Here every paragraph is one sentence."""
    block = home.block_at(place.start)
    assert block is not None
    return block.span


def claim(
    name: str,
    words: str,
    amount: Amount,
    *,
    nth: int = 1,
    value: str | None = None,
    kind: FigureKind = "count",
    home: Document = MAIN,
) -> Claim:
    place = span(home.text, words, nth)
    block = home.block_at(place.start)
    assert block is not None
    figure = Figure(place, words, kind, amount, None if value is None else Decimal(value))
    return Claim(name, home.id, figure, sentence_at(home, place), block.kind)


def mention(words: str, key: str) -> Mention:
    return Mention(span(STORY, words), words, key)


def finding(
    name: str, verdict: Verdict, kind: RelationKind, roles: dict[str, object], cue: str, **more: object
) -> Finding:
    """A finding of the main story; the first role is the questioned one."""
    filled = tuple(Role(n, v) for n, v in roles.items())  # type: ignore[arg-type]
    relation = Relation(kind, filled, Cue(MAIN.id, span(STORY, cue), cue), "stated")
    return Finding(name, relation, verdict, **more)  # type: ignore[arg-type]


COUNCIL = mention("A spokeswoman for the council", "marlowe council")
HEADLINE = replace(
    claim("c-400", "More than 400", between(400, None, "tenants", low_open=True), value="400"),
    measure=mention("council tenants", "tenant"),
)
CALLS = replace(
    claim("c-410", "no fewer than 410", between(410, None, "calls"), value="410"),
    measure=mention("calls for a home fire check", "call"),
)
LOGGED = replace(
    claim("c-410b", "410", exact(410, "calls"), nth=2, value="410"),
    measure=Mention(span(STORY, "calls from tenants"), "calls from tenants", "call"),
    speaker=COUNCIL,
    voice="direct_quote",
    organisations=(mention("Marlowe Council", "marlowe council"), mention("the council", "marlowe council")),
    period=Period(
        span(STORY, "Between October 2019 and October 2020"),
        "Between October 2019 and October 2020",
        "2019-10/2020-10",
        "span",
        date(2019, 10, 1),
        date(2020, 10, 31),
    ),
)
ACCEPTED = replace(
    claim(
        "c-634",
        "63.4 per cent",
        rounded(Decimal("63.4"), Fraction(1, 10), "%"),
        value="63.4",
        kind="percentage",
    ),
    speaker=COUNCIL,
    voice="direct_quote",
    event=mention("accepted", "accept"),
)
RATE = claim(
    "c-634b", "63.4", rounded(Decimal("63.4"), Fraction(1, 10), "%"), nth=2, value="63.4", kind="percentage"
)
HOUSEHOLDS = claim("c-9200", "almost 9,200", between(8280, 9200, "households", high_open=True), value="9200")
NATIONAL = claim("c-31000", "31,000", exact(31000, "calls"), value="31000")
HALF = claim("c-half", "More than half", between(50, 100, "%", low_open=True), kind="percentage")
NO_VISIT = replace(
    claim("c-62", "62 per cent", rounded(62, 1, "%"), value="62", kind="percentage"),
    negated=True,
    event=mention("did not lead to a visit", "lead"),
)
YEAR = claim("c-year", "2019-20", exact(2019), kind="date")
SLIGHTLY = Comparison(
    "k-slightly",
    MAIN.id,
    span(STORY, "slightly higher"),
    "slightly higher",
    sentence_at(MAIN, span(STORY, "slightly higher")),
    "higher",
    Mention(span(STORY, "The 63.4 rate"), "The 63.4 rate", "rate"),
    mention("the national average", "national"),
    "slightly",
)
LOWER = Comparison(
    "k-lower",
    MAIN.id,
    span(STORY, "lower"),
    "lower",
    sentence_at(MAIN, span(STORY, "lower")),
    "lower",
    reference=mention("the average for the county", "county"),
)
VISITED = Derived(
    "d-38", complement(NO_VISIT.figure.amount), "calls that led to a visit", (NO_VISIT,), "100 − 62 = 38"
)

COMPLEMENT = finding(
    "f-complement",
    "mismatch",
    "compare",
    {"comparison": SLIGHTLY, "subject": RATE, "reference": VISITED},
    "slightly higher",
    severity="error",
    reading="complement",
    asserted_by=("narration", "narration"),
    stated=between(0, 3, "points"),
    computed=difference(RATE.figure.amount, VISITED.amount),
    arithmetic="100 − 62 = 38; 63.4 − 38 = 24.85 to 25.95 points, not slightly above",
    assumptions=("62 per cent is rounded to a whole number",),
    missing=("a national rate of visits accepted, which the story does not print",),
    suggestion="drop the comparison, or print both rates with their base, period and source",
    explanation="62 per cent of calls did not lead to a visit, so 38 per cent did. 63.4 is about 25 points "
    "above 38, not slightly above; it is slightly above 62, the share that did not.",
)
UNIT = finding(
    "f-unit",
    "mismatch",
    "same",
    {"headline": HEADLINE, "body": CALLS, "quoted": LOGGED},
    "council tenants",
    severity="warning",
    reading="unit",
    asserted_by=("headline", "the council"),
    arithmetic="31,000 / 9,200 = 3.37 calls each; 410 / 3.37 = about 122 households",
    notes=("support from the national figures only",),
    missing=("the number of tenants who called",),
    suggestion="say “more than 400 calls”",
    explanation="The headline counts tenants where the story counts calls; one may call several times.",
)
PERIODS = finding(
    "f-period",
    "not_comparable",
    "compare",
    {"subject": RATE, "reference": NO_VISIT},
    "higher than the national average",
    explanation="October 2019 to October 2020 is not the national year, 2019-20.",
)
EVENTS = finding(
    "f-event",
    "not_comparable",
    "compare",
    {"subject": RATE, "reference": NO_VISIT},
    "higher than the national average",
    explanation="“accepted” is not the same as a visit “taking place”.",
)
SAME = finding(
    "f-same",
    "consistent",
    "same",
    {"headline": HEADLINE, "body": CALLS},
    "More than 400",
    arithmetic="410 is more than 400",
)
SHARE = finding(
    "f-share",
    "consistent",
    "share",
    {"rate": ACCEPTED, "whole": LOGGED},
    "63.4 per cent accepted",
    arithmetic="260 / 410 = 63.41 per cent",
    notes=("one whole number of calls gives this rate: 260",),
)
OVER_HALF = finding(
    "f-half",
    "consistent",
    "same",
    {"hedged": HALF, "exact": NO_VISIT},
    "More than half",
    arithmetic="62 > 50",
)
COUNTY = finding(
    "f-county",
    "undecided",
    "compare",
    {"comparison": LOWER},
    "lower than the average for the county",
    missing=("the county's rate is not given",),
)

CLAIMS = (HEADLINE, CALLS, LOGGED, ACCEPTED, RATE, HOUSEHOLDS, NATIONAL, YEAR, HALF, NO_VISIT)
PROVENANCE = {
    "version": "0.1.0",
    "model": "en_test 3.8.0",
    "policy": "0123456789ab",
    "published": "2020-12-03",
}

REVIEW = Review(
    documents=(MAIN,),
    claims=CLAIMS,
    comparisons=(SLIGHTLY, LOWER),
    derived=(VISITED,),
    findings=(SAME, UNIT, COMPLEMENT, PERIODS, EVENTS, SHARE, OVER_HALF, COUNTY),
    provenance=PROVENANCE,
)

RANG = replace(
    claim("o-401", "401", exact(401, "calls"), value="401", home=OTHER),
    speaker=Mention(span(SIBLING, "the council"), "the council", "marlowe council", "sentence"),
    voice="indirect_quote",
)
BETWEEN = replace(
    finding(
        "f-between",
        "mismatch",
        "same",
        {"here": CALLS, "there": RANG},
        "no fewer than 410",
        severity="error",
        reading="digit",
        arithmetic="401 is not at least 410",
        explanation="The two stories give the council's calls for the same year as 410 and as 401.",
    ),
)
BOTH = replace(
    REVIEW,
    documents=(MAIN, OTHER),
    claims=(*CLAIMS, RANG),
    findings=(*REVIEW.findings, BETWEEN),
    errors=(Problem("missing.txt", "no such file; check the path"), Problem("feed.jsonl", "not JSON", 7)),
)
