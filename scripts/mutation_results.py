"""What became of each mutant, kept between two runs in `build/mutation`."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from mutation_make import Mutant
from mutation_targets import ROOT, Drawn, source_of

RESULTS = ROOT / "build" / "mutation" / "results.jsonl"


def untried(drawn: Drawn, *, again: bool) -> Drawn:
    """Those that were not tried with this very source; with `again` those too that have survived."""
    verdicts = _verdicts(drawn)
    done = {"noticed", "stopped"} if again else {"noticed", "stopped", "survived"}
    return [one for one, verdict in zip(drawn, verdicts, strict=True) if verdict not in done]


def keep(file: str, source: str, mutant: Mutant, verdict: str, by: str) -> None:
    """Write down what became of a mutant, and the test that noticed it."""
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    record = {
        "file": file,
        "source": _digest(source),
        "mutant": mutant.name,
        "verdict": verdict,
        "by": by,
    }
    with RESULTS.open("a", encoding="utf-8") as out:
        out.write(json.dumps(record) + "\n")


def report(drawn: Drawn, *, together: bool) -> None:
    """Print the figures of each module, or of all together, and the survivors."""
    verdicts = _verdicts(drawn)
    groups = {"all": drawn} if together else {file: [d for d in drawn if d[0] == file] for file, _ in drawn}
    for name, group in groups.items():
        n = Counter(v for one, v in zip(drawn, verdicts, strict=True) if together or one[0] == name)
        tried = n["noticed"] + n["stopped"] + n["survived"]
        of = f" of {len({file for file, _ in group})} modules" if together else ""
        told = f"{n['noticed'] + n['stopped']} noticed ({n['stopped']} by its time or memory)"
        print(f"{name}: {len(group)} made{of}, {tried} tried, {told}, {n['survived']} survived")
        for (file, mutant), verdict in zip(drawn, verdicts, strict=True):
            if verdict == "survived" and (together or file == name):
                print("  " + line(file, mutant))


def line(file: str, mutant: Mutant) -> str:
    """A mutant as one line: where it is, and what it was and is."""
    before, after = (" ".join(one.split()) for one in (mutant.before, mutant.after))
    return f"{file}:{mutant.line} {mutant.place}: {before}  →  {after}"


def _verdicts(drawn: Drawn) -> list[str]:
    known = {(one["file"], one["source"], one["mutant"]): one["verdict"] for one in _results()}
    digests = {file: _digest(source_of(file)) for file in {file for file, _ in drawn}}
    return [known.get((file, digests[file], mutant.name), "") for file, mutant in drawn]


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def _results() -> Iterable[dict[str, str]]:
    if not RESULTS.exists():
        return []
    return map(json.loads, RESULTS.read_text(encoding="utf-8").splitlines())
