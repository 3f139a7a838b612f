"""Runs the tests that reach a mutant, each mutant in a fork of one process that has loaded everything.

The tests are collected and run once, which tells how long each takes and which lines of the mutated
modules it reaches. For a mutant only those run that reach its lines, first those that reach most of its
module, until one fails: then the mutant is noticed. The source stays as it is: the fork puts the changed
code into the loaded module.
"""

from __future__ import annotations

import argparse
import ast
import functools
import gc
import importlib
import os
import resource
import sys
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from random import Random
from types import CodeType, FunctionType, ModuleType
from typing import Any

import mutation_constants
import pytest
from _pytest.runner import runtestprotocol
from mutation_make import PROBE, Mutant, mutated, with_probes
from mutation_results import keep, line, report, untried
from mutation_targets import ROOT, SEED, Drawn, sample, source_of, whole

#: Of the tests that reach a mutant the first ones run that take so many seconds together.
ENOUGH = 6.0
#: So many seconds of one test are many.
SLOW = 1.0
#: A mutant may take this many times the processor time of its tests, and seconds besides.
PATIENCE, SPARE = 5, 10
#: How often a property is tried for a mutant.
EXAMPLES = 20
#: Bytes of memory that the tests of a mutant may take more than they need.
MEMORY = 4 << 30
#: What these modules keep does not depend on the mutated ones, and loading it takes seconds.
KEPT = ("extractor.frame", "extractor.pipeline", "extractor.lexicon", "extractor.find", "re", "spacy")


@dataclass(slots=True)
class Reach:
    """What one run of every test tells: its processor time, and the lines of each file as bits."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)

    def reaching(self, file: str, mutant: Mutant) -> list[str]:
        """The tests that reach a mutant's lines; all of its module's if made on import or none do.

        A module that only others read has none of its own: what it holds may be met by any test.
        """
        wanted = _bits(range(mutant.line, mutant.end + 1))
        by_test = self.lines[file]
        found = [name for name, lines in by_test.items() if lines & wanted]
        if mutant.on_import or not found:
            return list(by_test or self.seconds)
        return found

    def place(self, file: str, test: str) -> tuple[bool, int, float]:
        """Where a test stands among others: slow ones last, before them those that reach most of a module."""
        took = self.seconds[test]
        return took > SLOW, -self.lines[file].get(test, 0).bit_count(), took


class Session:
    """A plugin that takes over pytest's loop."""

    def __init__(self, drawn: Drawn, seconds: float) -> None:
        self.drawn, self.seconds = drawn, seconds

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
        reach = _reach(list(items.values()), self.drawn)
        for name in reach.failed:
            print(f"left out, it fails without a mutant: {name}", flush=True)
            del items[name]
        gc.collect()
        gc.freeze()
        _try_all(self.drawn, items, reach, self.seconds)
        return True


def _remembered(story: Callable[..., Any]) -> Callable[..., Any]:
    """What a document claims, worked out once: nothing that is mutated has a part in it.

    Each time the story is another one, so that it has no answers of earlier tests by it (`Story.once`).
    """
    known: dict[Any, Any] = {}

    def remembered(document: Any, policy: Any, nlp: Any, published: Any) -> Any:
        key = (repr(document), policy.digest, id(nlp), published)
        if key not in known:
            start = time.process_time()
            known[key] = story(document, policy, nlp, published)
            _PARSING.append(time.process_time() - start)
        return replace(known[key])

    return remembered


#: What each text took that was parsed since a test began: a mutant does not take it again.
_PARSING: list[float] = []


def _reach(items: Sequence[pytest.Item], drawn: Drawn) -> Reach:
    files = list(dict.fromkeys(file for file, _ in drawn))
    reach = Reach(lines={file: {} for file in files})
    met: dict[str, set[int]] = {file: set() for file in files}
    for file in files:
        _put_in(file, with_probes(source_of(file)), {PROBE: met[file].update})
    for item, following in zip(items, [*items[1:], None], strict=True):
        for lines in met.values():
            lines.clear()
        _PARSING.clear()
        _forget()
        start = time.process_time()
        reports = runtestprotocol(item, log=False, nextitem=following)
        reach.seconds[item.nodeid] = time.process_time() - start - sum(_PARSING)
        if any(report.failed for report in reports):
            reach.failed.append(item.nodeid)
            continue
        for file, lines in met.items():
            if lines:
                reach.lines[file][item.nodeid] = _bits(lines)
    for file in files:
        _put_in(file, ast.parse(source_of(file)), {})
    return reach


def _bits(lines: Iterable[int]) -> int:
    return sum(1 << number for number in lines)


def _try_all(drawn: Drawn, items: dict[str, pytest.Item], reach: Reach, seconds: float) -> None:
    """Try mutants in the order of a lottery: those tried so far are a sample of all."""
    Random(SEED).shuffle(drawn)
    kills: dict[str, Counter[str]] = {}
    for file, mutant in drawn:
        names = [name for name in reach.reaching(file, mutant) if name in items]
        earlier = kills.setdefault(mutant.place, Counter())
        names.sort(key=lambda name: (-earlier[name], *reach.place(file, name)))
        spent = list(accumulate(reach.seconds[name] for name in names))
        names = names[: bisect_right(spent, seconds)]
        limit = SPARE + PATIENCE * sum(reach.seconds[name] for name in names)
        source = source_of(file)
        verdict, by = _try(file, source, mutant, [items[name] for name in names], limit)
        earlier[by] += 1
        keep(file, source, mutant, verdict, by)
        if verdict == "survived":
            print(line(file, mutant) + f" ({len(names)} tests)", flush=True)


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
    module, tree = _module(file), mutated(source, mutant)
    whole_class = isinstance(getattr(module, mutant.place, None), type)
    if mutant.on_import and not whole_class and module.__name__.startswith(mutation_constants.PACKAGE):
        mutation_constants.change(file, tree)
        return
    made = _put_in(file, tree, {})
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
            for inner, held in vars(value).items():
                method = getattr(held, "fget", None) or getattr(held, "func", None) or held  # of a property
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


def main() -> int:
    """Try the mutants of the files named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", help='parts of paths; "results" prints the figures so far')
    parser.add_argument("--only", help="the mutants of one function or constant")
    parser.add_argument("--again", action="store_true", help="try once more what has survived")
    parser.add_argument("--sample", type=int, default=0, help="so many mutants of the other modules")
    parser.add_argument("--seconds", type=float, default=ENOUGH, help="of tests for a mutant")
    given = parser.parse_args()
    parts = [part for part in given.files if part != "results"]
    chosen = sample(given.sample, parts) if given.sample else whole(parts)
    for tests, drawn in chosen.items():
        if "results" in given.files:
            report(drawn, together=bool(given.sample))
            continue
        left = [one for one in untried(drawn, again=given.again) if given.only in (None, one[1].place)]
        session = Session(left, given.seconds)
        code = pytest.main(["-q", "-p", "no:cacheprovider", "--no-header", "--no-summary", *tests], [session])
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return int(code)
    return 0


if __name__ == "__main__":
    sys.exit(main())
