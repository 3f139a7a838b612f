"""What an installation brings, and what is told where a package is missing."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: A command in a process that lacks a package: what a test takes out of this one, later tests would miss.
WITHOUT = (
    "import sys; sys.modules[sys.argv[1]] = None; from extractor.cli import run; sys.exit(run(sys.argv[2:]))"
)
DECLARED = [Requirement(line) for line in PROJECT["dependencies"]]


def needs(name: str, extra: str = "") -> set[Requirement]:
    """What a package needs on this machine with an extra, or without any."""
    told = map(Requirement, requires(name) or ())
    return {one for one in told if one.marker is None or one.marker.evaluate({"extra": extra})}


def all_needs() -> Iterator[Requirement]:
    """What is declared, what that needs, and so on."""
    todo, seen = list(DECLARED), set[str]()
    while todo:
        one = todo.pop()
        yield one
        if one.name not in seen:
            seen.add(one.name)
            todo += needs(one.name)


def test_what_an_extra_with_an_underscore_brings_is_declared() -> None:
    """pip 23, which Debian 12 has, finds no "lxml[html_clean]", warns, and goes on without."""
    missed = {
        canonicalize_name(brought.name)
        for one in all_needs()
        for extra in one.extras
        if "_" in extra
        for brought in needs(one.name, canonicalize_name(extra)) - needs(one.name)
    }
    assert missed == {"lxml-html-clean"}
    assert missed <= {canonicalize_name(one.name) for one in DECLARED}


def test_all_that_an_installation_brings_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = {canonicalize_name(line.partition("==")[0]) for line in lines if "==" in line}
    assert {canonicalize_name(one.name) for one in all_needs()} <= pinned


@pytest.mark.parametrize(
    ("package", "command", "told"),
    [
        (
            "rensa",
            ("audit", "{story}", "--store", "{out}"),
            "audit needs rensa; install it: pip install '.[audit]'",
        ),
        ("duckdb", ("audit", "{story}", "--store", "{out}"), "crossfoot audit needs duckdb"),
        ("duckdb", ("report", "{story}", "--tables", "{out}"), "crossfoot report --tables needs duckdb"),
        ("duckdb", ("export", "{story}", "--format", "parquet", "-o", "{out}"), "pip install duckdb"),
        ("uvicorn", ("serve", "--store", "{out}"), "serve needs uvicorn; install it: pip install '.[web]'"),
    ],
)
def test_a_missing_extra_is_told_and_leaves_nothing_behind(
    package: str, command: tuple[str, ...], told: str, tmp_path: Path
) -> None:
    story, out = tmp_path / "calls.txt", tmp_path / "made"
    story.write_text("Of 70 calls 35 were answered.\n", encoding="utf-8")
    arguments = [part.format(story=story, out=out) for part in command]
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT, package, *arguments], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert told in ran.stderr
    assert list(tmp_path.iterdir()) == [story]
