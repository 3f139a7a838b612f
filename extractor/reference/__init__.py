"""Against the record: claims of a story looked up in official tables.

tables → observations;  claims → cells that they may mean → agrees, does not, or which would decide

`tables/` understands the table. `wording` reads a story beside it, by `rows/` and `times/`; `match` says
which cells a claim may mean, `judge` whether they agree with it. Claims of more than one cell have a room for
each sort: `changes/`, `computed/`, `ranks/`. `questioning/` keeps from false alarms. `likely/` comes last,
with weights, for what no rule ties. `source` is for a record in prose, a release.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.amount import PERCENT
from extractor.lexicon import Policy, load_policy
from extractor.model import Claim, Finding
from extractor.reference.beside import with_figures_beside
from extractor.reference.carried import carried
from extractor.reference.changes.moves import moves
from extractor.reference.changes.trends import trends
from extractor.reference.computed.gaps import comparisons
from extractor.reference.elliptic import completed
from extractor.reference.findings import questioned_value
from extractor.reference.judge import judge
from extractor.reference.likely import settled
from extractor.reference.match import Reader
from extractor.reference.pairs import joins_of, pairs, pairs_in
from extractor.reference.parallels import parallels
from extractor.reference.questioning.accusing import weighed
from extractor.reference.questioning.guards import is_beside_the_facts
from extractor.reference.questioning.narrowed import is_told_per
from extractor.reference.ranks.among_rows import ranks
from extractor.reference.ranks.holders import holders
from extractor.reference.setting import Told
from extractor.reference.singles import singles
from extractor.reference.tables.currencies import in_dollars_told
from extractor.reference.tables.describe import Description, description_beside
from extractor.reference.tables.interpret import tables_of
from extractor.reference.tables.large import LargeTable, is_large, load_large
from extractor.reference.tables.reference_table import ReferenceTable
from extractor.reference.tallies import tallies
from extractor.reference.times.dating import dated
from extractor.reference.transposed import transposed

__all__ = [
    "Description",
    "LargeTable",
    "ReferenceTable",
    "Told",
    "against",
    "description_beside",
    "is_large",
    "load_large",
    "tables_of",
]


def against(
    told: Told, references: Sequence[ReferenceTable | LargeTable], policy: Policy | None = None
) -> tuple[Finding, ...]:
    """What the tables say of a story's claims, in the order of print."""
    rules = policy or load_policy()
    tables = [r.slice(told) if isinstance(r, LargeTable) else r for r in references]
    readers = [_reader(told, in_dollars_told(dated(t, told), told)) for t in tables]
    joins = [j for r in readers for j in joins_of(r)]
    joined = [p.span for p in pairs_in(told.document.text)] if joins else []
    claims = [c for c in told.claims if not any(c.figure.span.overlaps(span) for span in joined)]
    claims = [c for c in claims if not is_told_per(told, c)]
    of_claims = [f for claim in claims for f in _of_claim(readers, claim, rules)]
    of_claims = _with_parallels(of_claims, readers, claims, rules)
    of_claims = _with_trends(of_claims, readers, claims, rules)
    of_claims += _surest([(r, weighed(r, f)) for r in readers for f in carried(r, of_claims, rules)])
    of_claims += [
        f
        for r in readers
        for f in tallies(r, [r.claims[c.id] for c in claims if c.id in r.claims], of_claims, rules)
    ]
    of_phrases = [f for r in readers for f in _phrases(r, of_claims)]
    listed = _surest([(r, f) for r in readers for f in (*pairs(r, joins), *singles(r))])
    found = with_figures_beside([*of_claims, *of_phrases, *listed], tables)
    found = settled(readers, list(found), claims, rules)
    slips = list(transposed(readers, found, claims, rules))
    known = {questioned_value(f.relation.roles).id for f in slips}
    told_by = {t.name for t in tables if t.bears_only}
    return tuple(
        f
        for f in (*(f for f in found if questioned_value(f.relation.roles).id not in known), *slips)
        if f.verdict == "consistent" or not any(c.observation.table in told_by for c in f.cells)
    )


def _phrases(reader: Reader, found: Sequence[Finding]) -> Iterator[Finding]:
    """What a table says of ranks, of movements without a size and of words of comparison."""
    told = (*ranks(reader, found), *moves(reader), *comparisons(reader))
    yield from (weighed(reader, f) for f in told)
    yield from holders(reader)


def _with_parallels(
    found: Sequence[Finding], readers: Sequence[Reader], claims: Sequence[Claim], policy: Policy
) -> list[Finding]:
    """The findings, with those of figures that go on as one that was borne out in place of undecided ones."""
    more = list(_surest([(r, weighed(r, f)) for r in readers for f in parallels(r, found, policy)]))
    known = {c.id for c in claims}
    more = [f for f in more if questioned_value(f.relation.roles).id in known]
    settled = {questioned_value(f.relation.roles).id for f in more}
    return [f for f in found if questioned_value(f.relation.roles).id not in settled] + more


def _with_trends(
    found: Sequence[Finding], readers: Sequence[Reader], claims: Sequence[Claim], policy: Policy
) -> list[Finding]:
    """The findings, those of figures that are held to cells by the level beside them in place of others."""
    known = {c.id for c in claims}
    more = list(_surest([(r, f) for r in readers for f in trends(r, found, policy)]))
    more = [f for f in more if questioned_value(f.relation.roles).id in known]
    settled = {questioned_value(f.relation.roles).id for f in more}
    return [f for f in found if questioned_value(f.relation.roles).id not in settled] + more


def _reader(told: Told, reference: ReferenceTable) -> Reader:
    """A story, its bare numbers completed, beside a table."""
    first = Reader(told, reference)
    whole = Reader(completed(told, first.plain, first.measures, of_rates=_is_of_rates(reference)), reference)
    # What was read of table and text holds for both.
    whole.__dict__.update({k: v for k, v in first.__dict__.items() if k != "told"})
    return whole


def _is_of_rates(reference: ReferenceTable) -> bool:
    """True if percentages are the only numbers of a table with decimals."""
    parts = [c for c in reference.columns if c.has_parts and not c.head.is_change]
    return bool(parts) and all(c.unit == PERCENT for c in parts)


def _of_claim(readers: Sequence[Reader], claim: Claim, policy: Policy) -> Iterator[Finding]:
    judged = ((r, f) for r in readers for f in judge(r, r.claims[claim.id], policy))
    found = [(reader, weighed(reader, f)) for reader, f in judged]
    yield from _surest(
        [(r, f) for r, f in found if f.verdict == "consistent" or not is_beside_the_facts(r, claim)]
    )


def _surest(found: Sequence[tuple[Reader, Finding]]) -> Iterator[Finding]:
    """Of the findings on one figure the one that agrees, else those of the table whose row is surest named.

    One table that bears a figure out is enough: another may count something else.
    """
    by_value: dict[str, list[tuple[Reader, Finding]]] = {}
    for reader, finding in found:
        by_value.setdefault(questioned_value(finding.relation.roles).id, []).append((reader, finding))
    for group in by_value.values():
        agreeing = [f for _, f in group if f.verdict == "consistent"]
        if agreeing:
            yield agreeing[0]
            continue
        sure = [_sureness(reader, f) for reader, f in group]
        yield from (f for (_, f), s in zip(group, sure, strict=True) if s == max(sure))


def _sureness(reader: Reader, finding: Finding) -> float:
    subjects = reader.subjects(questioned_value(finding.relation.roles))
    return max((s.certainty for s in subjects), default=0.0)
