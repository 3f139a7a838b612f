"""Against the record: claims of a story looked up in official tables.

tables → observations;  claims → cells that they may mean → agrees, does not, or which would decide
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.lexicon import Policy, load_policy
from extractor.model import Claim, Finding
from extractor.reference.beside import with_figures_beside
from extractor.reference.dating import dated
from extractor.reference.describe import Description, description_beside
from extractor.reference.interpret import ReferenceTable, tables_of
from extractor.reference.judge import judge
from extractor.reference.match import Reader
from extractor.reference.moves import moves
from extractor.reference.ranks import ranks
from extractor.reference.setting import Told

__all__ = ["Description", "ReferenceTable", "Told", "against", "description_beside", "tables_of"]


def against(
    told: Told, references: Sequence[ReferenceTable], policy: Policy | None = None
) -> tuple[Finding, ...]:
    """What the tables say of a story's claims, in the order of print."""
    rules = policy or load_policy()
    readers = [Reader(told, dated(r, told)) for r in references]
    of_claims = [f for claim in told.claims for f in _of_claim(readers, claim, rules)]
    of_phrases = [f for reader in readers for f in (*ranks(reader), *moves(reader))]
    return tuple(with_figures_beside([*of_claims, *of_phrases], references))


def _of_claim(readers: Sequence[Reader], claim: Claim, policy: Policy) -> Iterator[Finding]:
    found = [f for reader in readers for f in judge(reader, claim, policy)]
    # One table that bears a figure out is enough: another may count something else.
    agreeing = [f for f in found if f.verdict == "consistent"]
    yield from agreeing[:1] or found
