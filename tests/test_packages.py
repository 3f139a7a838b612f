"""What an installation brings, and what is told where a package is missing."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from extractor.cli import run
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
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
    package: str,
    command: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    story, out = tmp_path / "calls.txt", tmp_path / "made"
    story.write_text("Of 70 calls 35 were answered.\n", encoding="utf-8")
    for name in [n for n in sys.modules if n.startswith("extractor.web.") or n.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    assert run([part.format(story=story, out=out) for part in command]) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [story]
