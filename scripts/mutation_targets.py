"""What is mutated, and which tests are run for it.

The arithmetic and the checks are tried whole. Of the other modules of `extractor/reconcile`, which make some
fifty thousand mutants, a sample is drawn with the seed: a larger one has the smaller one in it.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from mutation_make import Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent
SEED = 11
#: What is mutated, and what pytest is told to run for it: tests that say what must hold, a case at a time.
CHECKS = ("tests/reconcile/check", "tests/reconcile/test_verdicts.py", "tests/reconcile/test_rank.py")
TARGETS: dict[str, tuple[str, ...]] = {
    "extractor/amount.py": ("tests/test_amount.py",),
    **{
        f"extractor/reconcile/check/{name}.py": CHECKS
        for name in (
            "__init__",
            "attainable",
            "between",
            "equations",
            "finding",
            "order",
            "rank",
            "readings",
            "rivals",
            "words",
        )
    },
}
#: What is run for all others.
OTHERS = ("tests/reconcile",)
#: What is drawn of them: a file and its mutant.
Drawn = list[tuple[str, Mutant]]


def whole(parts: list[str]) -> dict[tuple[str, ...], Drawn]:
    """The mutants of the modules whose path has one of these in it, or of all, by the tests that are run."""
    found: dict[tuple[str, ...], Drawn] = {}
    for file, tests in TARGETS.items():
        if not parts or any(part in file for part in parts):
            found.setdefault(tests, []).extend((file, mutant) for mutant in mutants(source_of(file)))
    return found


def sample(count: int, parts: list[str]) -> dict[tuple[str, ...], Drawn]:
    """So many mutants of the other modules of `extractor/reconcile`, or of those that are named."""
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "extractor/reconcile").rglob("*.py"))
    made = [
        (file, mutant)
        for file in files
        if file not in TARGETS and (not parts or any(part in file for part in parts))
        for mutant in mutants(source_of(file))
    ]
    Random(SEED).shuffle(made)
    return {OTHERS: made[:count]}


def source_of(file: str) -> str:
    """The code of a module as it stands."""
    return (ROOT / file).read_text(encoding="utf-8")
