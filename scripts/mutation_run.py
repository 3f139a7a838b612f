"""Runs the tests that reach a mutant, each mutant in a fork of one process that has loaded everything.

The tests are collected and run once, which tells how long each takes and which lines of the mutated
modules it reaches. For a mutant only those run that reach its lines, the quickest first, until one fails:
then the mutant is noticed. The source stays as it is: the fork puts the changed code into the loaded module.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import hashlib
import importlib
import json
import os
import resource
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random
from types import CodeType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol
from mutation_make import PROBE, Mutant, mutants, mutated, with_probes

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "build" / "mutation" / "results.jsonl"
#: What is mutated, and what pytest is told to run for it: tests that say what must hold, a case at a time.
CHECKS = ("tests/reconcile/check", "tests/reconcile/test_verdicts.py", "tests/reconcile/test_rank.py")
TARGETS: dict[str, tuple[str, ...]] = {
    "extractor/amount.py": ("tests/test_amount.py",),
    **{
        f"extractor/reconcile/check/{name}.py": CHECKS
        for name in (
            "__init__",
            "attainable",
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
#: Of the tests that reach a mutant the quickest ones run that take so many seconds together.
ENOUGH = 6.0
#: A mutant may take this many times the processor time of its tests, and seconds besides.
PATIENCE, SPARE = 5, 10
SEED = 11
#: How often a property is tried for a mutant.
EXAMPLES = 20
#: Bytes of memory that the tests of a mutant may take more than they need.
MEMORY = 4 << 30
#: What these modules keep does not depend on the mutated ones, and loading it takes seconds.
KEPT = ("extractor.frame", "extractor.pipeline", "extractor.lexicon", "extractor.find", "re", "spacy")


@dataclass(slots=True)
class Reach:
    """What one run of every test tells: its processor time, and the lines of each file that it reaches."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[str, set[int]]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def reaching(self, file: str, mutant: Mutant) -> list[str]:
        """The tests that reach a mutant's lines; all of its module's if made on import or none do."""
        wanted = set(range(mutant.line, mutant.end + 1))
        by_test = self.lines[file]
        found = [name for name, lines in by_test.items() if lines & wanted]
        return list(by_test) if mutant.on_import or not found else found


class Session:
    """A plugin that takes over pytest's loop."""

    def __init__(self, files: Sequence[str], only: str | None, again: bool) -> None:
        self.files, self.only, self.again = files, only, again

    def pytest_sessionstart(self) -> None:
        """Fewer examples of the property tests, and none made simpler; each text is parsed once."""
        from hypothesis import Phase, settings

        settings.register_profile(
            "mutation",
            settings.get_profile("crossfoot"),
            max_examples=EXAMPLES,
            phases=(Phase.explicit, Phase.generate),
        )
        settings.load_profile("mutation")
        from extractor import pipeline

        pipeline._story = _remembered(pipeline._story)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run every test once, then each mutant's."""
        items = {item.nodeid: item for item in session.items}
        reach = _reach(list(items.values()), self.files)
        for name in reach.failed:
            print(f"left out, it fails without a mutant: {name}", flush=True)
            del items[name]
        gc.collect()
        gc.freeze()
        _try_all(self.files, items, reach, self.only, self.again)
        return True


def _remembered(story: Callable[..., Any]) -> Callable[..., Any]:
    """What a document claims, worked out once: nothing that is mutated has a part in it."""
    known: dict[Any, Any] = {}

    def remembered(document: Any, policy: Any, nlp: Any, published: Any) -> Any:
        key = (repr(document), policy.digest, id(nlp), published)
        if key not in known:
            known[key] = story(document, policy, nlp, published)
        return known[key]

    return remembered


def _reach(items: Sequence[pytest.Item], files: Sequence[str]) -> Reach:
    reach = Reach(lines={file: {} for file in files})
    met: dict[str, set[int]] = {file: set() for file in files}
    for file in files:
        tree = with_probes((ROOT / file).read_text(encoding="utf-8"))
        _put_in(file, tree, {PROBE: met[file].update})
    for item, following in zip(items, [*items[1:], None], strict=True):
        for lines in met.values():
            lines.clear()
        _forget()
        start = time.process_time()
        reports = runtestprotocol(item, log=False, nextitem=following)
        reach.seconds[item.nodeid] = time.process_time() - start
        if any(report.failed for report in reports):
            reach.failed.append(item.nodeid)
            continue
        for file, lines in met.items():
            if lines:
                reach.lines[file][item.nodeid] = set(lines)
    for file in files:
        _put_in(file, ast.parse((ROOT / file).read_text(encoding="utf-8")), {})
    return reach


def _try_all(
    files: Sequence[str], items: dict[str, pytest.Item], reach: Reach, only: str | None, again: bool
) -> None:
    """Try the mutants of some files in the order of a lottery: those tried so far are a sample of all."""
    sources = {file: (ROOT / file).read_text(encoding="utf-8") for file in files}
    left = [
        (file, mutant)
        for file in files
        for known in [_known(file, sources[file], again)]
        for mutant in mutants(sources[file])
        if mutant.name not in known and only in (None, mutant.place)
    ]
    Random(SEED).shuffle(left)
    kills: dict[str, Counter[str]] = {}
    for file, mutant in left:
        names = [name for name in reach.reaching(file, mutant) if name in items]
        earlier = kills.setdefault(mutant.place, Counter())
        names.sort(key=lambda name: (-earlier[name], reach.seconds[name]))
        spent = list(accumulate(reach.seconds[name] for name in names))
        names = names[: bisect_right(spent, ENOUGH)]
        limit = SPARE + PATIENCE * sum(reach.seconds[name] for name in names)
        verdict, by = _try(file, sources[file], mutant, [items[name] for name in names], limit)
        earlier[by] += 1
        _keep(file, sources[file], mutant, verdict, by)
        if verdict == "survived":
            print(_line(file, mutant) + f" ({len(names)} tests)", flush=True)


def _line(file: str, mutant: Mutant) -> str:
    before, after = (" ".join(one.split()) for one in (mutant.before, mutant.after))
    return f"{file}:{mutant.line} {mutant.place}: {before}  →  {after}"


def _try(
    file: str, source: str, mutant: Mutant, items: Sequence[pytest.Item], limit: float
) -> tuple[str, str]:
    """What becomes of a mutant, and the test that noticed it."""
    if not items:
        return "survived", ""
    given, taken = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(given)
        _silent()
        _limited(limit)
        os.write(taken, _noticed(file, source, mutant, items).encode())
        os._exit(0)
    os.close(taken)
    with os.fdopen(given, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    if status != 0:
        return "stopped", ""
    return ("survived", "") if said == "-" else ("noticed", said)


def _silent() -> None:
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def _limited(seconds: float) -> None:
    whole = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _noticed(file: str, source: str, mutant: Mutant, items: Sequence[pytest.Item]) -> str:
    """The first test that fails under a mutant; "-" for none, "import" where it cannot even be loaded."""
    try:
        _mutate(file, source, mutant)
    except Exception:  # any error of the mutant is a mutant noticed
        return "import"
    _forget()
    for item, following in zip(items, [*items[1:], None], strict=True):
        reports = runtestprotocol(item, log=False, nextitem=following)
        if any(report.failed for report in reports):
            return item.nodeid
    return "-"


def _mutate(file: str, source: str, mutant: Mutant) -> None:
    """Give the loaded functions the changed code, and everyone who has it the changed constant."""
    module = _module(file)
    made = _put_in(file, mutated(source, mutant), {})
    if mutant.on_import and mutant.place in made:
        _rebind(mutant.place, getattr(module, mutant.place), made[mutant.place])


def _put_in(file: str, tree: ast.Module, besides: dict[str, Any]) -> dict[str, Any]:
    """Run a module's changed code and give its functions, as they are loaded, what came of it."""
    module = _module(file)
    name = module.__name__
    vars(module).update(besides)
    made = {"__name__": name, "__file__": module.__file__, "__package__": module.__package__, **besides}
    exec(compile(tree, str(ROOT / file), "exec"), made)
    functions = dict(_functions(vars(module), name))
    for path, new in _functions(made, name):
        old = functions[path]
        old.__code__ = new.__code__
        old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
    return made


def _module(file: str) -> ModuleType:
    return importlib.import_module(file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))


def _functions(space: dict[str, Any], module: str) -> Iterator[tuple[str, FunctionType]]:
    """The functions and methods that a module defines, by their path in it."""
    for name, value in space.items():
        plain = getattr(value, "__wrapped__", value)
        if isinstance(plain, FunctionType) and plain.__module__ == module:
            yield name, plain
        elif isinstance(value, type) and value.__module__ == module:
            for inner, method in vars(value).items():
                if isinstance(method, FunctionType) and isinstance(method.__code__, CodeType):
                    yield f"{name}.{inner}", method


def _rebind(name: str, old: object, new: object) -> None:
    for module in list(sys.modules.values()):
        if isinstance(module, ModuleType) and vars(module).get(name) is old:
            setattr(module, name, new)


def _forget() -> None:
    """Empty what functions remember, except what takes long to load."""
    if not _CACHES:
        _CACHES.extend(
            kept
            for kept in gc.get_objects()
            if isinstance(kept, functools._lru_cache_wrapper) and not str(kept.__module__).startswith(KEPT)
        )
    for cache in _CACHES:
        cache.cache_clear()


_CACHES: list[Any] = []


def _known(file: str, source: str, again: bool) -> set[str]:
    """The mutants of this very source that were tried before; the survivors are tried again if asked for."""
    return {
        one["mutant"]
        for one in _results()
        if one["file"] == file
        and one["source"] == _digest(source)
        and not (again and one["verdict"] == "survived")
    }


def _keep(file: str, source: str, mutant: Mutant, verdict: str, by: str) -> None:
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


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()[:16]


def _results() -> Iterable[dict[str, str]]:
    """The newest result of each mutant."""
    if not RESULTS.exists():
        return []
    records = map(json.loads, RESULTS.read_text(encoding="utf-8").splitlines())
    return {(one["file"], one["source"], one["mutant"]): one for one in records}.values()


def report() -> None:
    """Print the figures of each module, and its survivors."""
    for file in TARGETS:
        source = (ROOT / file).read_text(encoding="utf-8")
        made = {mutant.name: mutant for mutant in mutants(source)}
        found = [one for one in _results() if one["file"] == file and one["source"] == _digest(source)]
        n = Counter(one["verdict"] for one in found)
        told = f"{n['noticed'] + n['stopped']} noticed ({n['stopped']} by its time or memory)"
        print(f"{file}: {len(made)} made, {len(found)} tried, {told}, {n['survived']} survived")
        for one in found:
            if one["verdict"] == "survived":
                print("  " + _line(file, made[one["mutant"]]))


def main() -> int:
    """Try the mutants of the files named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--only", help="the mutants of one function or constant")
    parser.add_argument("--again", action="store_true", help="try once more what has survived")
    given = parser.parse_args()
    if given.files == ["results"]:
        report()
        return 0
    files = [file for file in TARGETS if not given.files or any(part in file for part in given.files)]
    for tests in dict.fromkeys(TARGETS[file] for file in files):
        session = Session([file for file in files if TARGETS[file] == tests], given.only, given.again)
        code = pytest.main(["-q", "-p", "no:cacheprovider", "--no-header", "--no-summary", *tests], [session])
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return int(code)
    return 0


if __name__ == "__main__":
    sys.exit(main())
