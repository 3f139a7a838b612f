"""The commands that pages show without their output: each is run on stand-ins, or at least understood."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.web.store import Store
from tests.conftest import ROOT
from tests.test_docs import BLOCK, PAGES

DEMO = ROOT / "corpora" / "demo"
MADE = ROOT / "corpora" / "made"
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
#: A line of an indented block: the command, and what is said of it behind two spaces or "#".
COMMAND = re.compile(
    r"^    ((?:crossfoot |scripts/|python -m |pip install ).*?)(?: *#.*| {2,}.*)?$", re.MULTILINE
)
#: Words that stand for what a reader puts there.
STANDING = {
    "SOURCE...": "story.txt",
    "FORMAT": "json",
    "none|quote|full": "quote",
    "FILE": "made.json",
    "PATHS": "articles",
    "OLD": "story.txt",
    "NEW": "articles/brickworks-homes.txt",
    "DOCUMENT": "noise-complaints",
}
#: Commands of which only the options are looked at here, and why.
NOT_RUN = {
    "crossfoot serve": "never ends; tests/web runs it",
    "--engine ray": "needs Ray, and tests/audit runs it where it is installed",
    "press/press.jsonl": "needs what the command before it makes",
}


def shown() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        text = BLOCK.sub("", page.read_text(encoding="utf-8"))
        yield from ((str(page.relative_to(ROOT)), found[1]) for found in COMMAND.finditer(text))


SHOWN = list(shown())


def did(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that the pages name: stories, a release, a table, labels of two people."""
    made = tmp_path_factory.mktemp("reader")
    for number, story in enumerate(sorted(DEMO.glob("*.txt"))):
        for name in ("articles", ("north", "south")[number % 2]):
            (made / name).mkdir(exist_ok=True)
            shutil.copy(story, made / name)
    (made / "releases").mkdir()
    shutil.copy(DEMO / "bus-lane-fines.txt", made / "releases")
    (made / "releases" / "settled.txt").write_text("/drivers/\n", encoding="utf-8")
    shutil.copy(DEMO / "noise-complaints.txt", made / "story.txt")
    shutil.copy(MADE / "table-plain.xlsx", made / "table.xlsx")
    shutil.copy(MADE / "charity-reading-scheme.indented.pdf", made / "release.pdf")
    Store(made / "desk.sqlite").close()
    _label(made)
    return made


def _label(folder: Path) -> None:
    """A kept review, and the labels of two people on the same stories in one export of Label Studio."""
    did("crossfoot check articles --format json -o review.json", folder)
    did("crossfoot annotate make articles -o labelling", folder)
    tasks: list[dict[str, Any]] = json.loads((folder / "labelling" / "tasks.json").read_text("utf-8"))
    value = {"start": 0, "end": 7, "text": "", "labels": ["count"]}
    region = {"id": "a", "from_name": "figure", "to_name": "text", "type": "labels", "value": value}
    two = [{"completed_by": number, "result": [region]} for number in (1, 2)]
    for name, made in (("export", two), ("alone", two[:1])):
        export = [{**task, "annotations": made} for task in tasks]
        (folder / f"{name}.json").write_text(json.dumps(export), encoding="utf-8")
    for name in ("labels", "other"):
        assert did(f"crossfoot annotate read alone.json -o {name}.json", folder).returncode == 0


def test_they_are_found() -> None:
    assert ("README.md", "pip install .") in SHOWN
    assert ("docs/annotate.md", "crossfoot annotate agree export.json") in SHOWN
    assert len(SHOWN) > 25


@pytest.mark.parametrize(
    "page", sorted({page for page, command in SHOWN if command.startswith("crossfoot ")})
)
def test_the_commands_of_a_page_run(page: str, folder: Path) -> None:
    """One after the other: later ones read what earlier ones wrote."""
    for command in (c for p, c in SHOWN if p == page and c.startswith("crossfoot ")):
        words = [STANDING.get(word, word) for word in shlex.split(command)]
        if any(known in command for known in NOT_RUN):
            words.append("--help")  # unknown options are refused before help is given
        done = did(shlex.join(words), folder)
        assert done.returncode in (0, 1), done.stderr
        assert all("and left out; without" in line for line in done.stderr.splitlines()), done.stderr


@pytest.mark.parametrize(
    ("page", "command"), [s for s in SHOWN if s[1].startswith(("scripts/", "python -m "))]
)
def test_a_program_of_the_repository_has_these_options(page: str, command: str, folder: Path) -> None:
    head, *words = shlex.split(command.removeprefix("python -m "))
    if command.startswith("scripts/"):
        script = (ROOT / head).read_text(encoding="utf-8")
        assert os.access(ROOT / head, os.X_OK)
        options = [word for word in words if word.startswith("--")]
        if not options:
            return
        (head,) = re.findall(r"(-m gold\.\w+|scripts/\w+\.py)", script)
        head = head.removeprefix("-m ")
    file = ROOT / head
    run = f"python {file}" if head.endswith(".py") else f"python -m {head}"
    told = did(f"{run} --help", folder).stdout
    assert all(word in told for word in words if word.startswith("--")), told


@pytest.mark.parametrize(("page", "command"), [s for s in SHOWN if s[1].startswith("pip install ")])
def test_an_extra_is_declared(page: str, command: str) -> None:
    named = [extra for found in re.findall(r"\.\[(.+?)\]", command) for extra in found.split(",")]
    assert set(named) <= set(EXTRAS)
    assert "." in command.split() or named
