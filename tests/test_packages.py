"""What an installation brings: nothing is left to extras that some versions of pip pass over."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.metadata import requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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
