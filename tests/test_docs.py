"""The documents that people read first: commands run, output is true, links lead somewhere."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from docs.make_accuracy import page as accuracy
from docs.make_accuracy import precision
from docs.make_catalogue import catalogue
from docs.make_pages import lay
from docs.make_schema import page as schema

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted(p for p in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("gold/**/*.md")))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CATALOGUE = ROOT / "docs" / "catalogue.md"
ACCURACY = ROOT / "docs" / "accuracy.md"
SCHEMA = ROOT / "docs" / "schema.md"
#: A line of printed output that stands for any lines.
REST = "..."


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it, with the output that it promises."""

    page: Path
    command: str
    output: tuple[str, ...]


def shown_in(page: Path) -> Iterator[Shown]:
    for language, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, *output = part.rstrip("\n").split("\n")
                yield Shown(page, command, tuple(output))


def snippets_in(page: Path) -> list[str]:
    return [
        body for language, body in BLOCK.findall(page.read_text(encoding="utf-8")) if language == "python"
    ]


SHOWN = [s for page in PAGES for s in shown_in(page)]
SNIPPETS = [(page, code) for page in PAGES for code in snippets_in(page)]


def ran(command: str, folder: Path) -> str:
    """What a shell prints for a command, both streams, in an 80 column terminal without colour."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def agrees(promised: tuple[str, ...], printed: list[str]) -> bool:
    """True if the printed lines are the promised ones, where "..." stands for any lines."""
    pattern = "".join(
        r"(?:[^\n]*\n)*?" if p.strip() == REST else re.escape(p.rstrip()) + r"\n" for p in promised
    )
    return re.fullmatch(pattern, "".join(f"{line.rstrip()}\n" for line in printed)) is not None


@pytest.mark.parametrize(
    ("promised", "printed", "true"),
    [
        (("a", "b"), ["a", "b"], True),
        (("a", "b"), ["a"], False),
        (("a", "..."), ["a", "b", "c"], True),
        (("a", "...", "c"), ["a", "c"], True),
        (("a", "...", "c"), ["a", "b"], False),
        ((), ["a"], False),
    ],
)
def test_the_comparison_itself(promised: tuple[str, ...], printed: list[str], true: bool) -> None:
    assert agrees(promised, printed) is true


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the checkout, so that commands which write leave it alone."""
    return _checkout(tmp_path_factory.mktemp("checkout"))


def _checkout(made: Path) -> Path:
    made.mkdir(exist_ok=True)
    for name in ("corpora", "docs", "gold", "extractor"):
        (made / name).symlink_to(ROOT / name)
    return made


def test_the_readme_shows_commands_and_code() -> None:
    assert len([s for s in SHOWN if s.page.name == "README.md"]) >= 4
    assert SNIPPETS


@cache
def printed_by(page: Path, folder: Path) -> dict[Shown, list[str]]:
    """What the commands of a page print, one after the other: later ones read what earlier ones wrote."""
    return {shown: ran(shown.command, folder).splitlines() for shown in SHOWN if shown.page == page}


@pytest.mark.parametrize("shown", SHOWN, ids=lambda s: f"{s.page.name}: {s.command[:60]}")
def test_a_command_prints_what_the_page_says(shown: Shown, folder: Path) -> None:
    printed = printed_by(shown.page, folder)[shown]
    assert agrees(shown.output, printed), "\n".join(["printed instead:", *printed])


@pytest.mark.parametrize(("page", "code"), SNIPPETS, ids=lambda v: v.name if isinstance(v, Path) else "")
def test_a_snippet_runs(page: Path, code: str, folder: Path) -> None:
    printed_by(page, folder)
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, "HF_HOME": str(folder / "cache"), "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    promised = [line.split("#", 1)[1].strip() for line in code.splitlines() if line.startswith("# ")]
    assert all(line in done.stdout for line in promised), done.stdout


def test_the_finding_in_the_readme_is_the_one_that_is_printed(folder: Path) -> None:
    (body,) = [
        b for language, b in BLOCK.findall((ROOT / "README.md").read_text("utf-8")) if language == "json"
    ]
    shown = json.loads(body)
    whole = json.loads(ran("crossfoot check corpora/demo/noise-complaints.txt --format json", folder))
    (real,) = [f for f in whole["documents"][0]["findings"] if f["id"] == shown["id"]]
    assert {name: real[name] for name in shown} == shown


def test_the_catalogue_is_the_one_that_the_code_makes() -> None:
    assert CATALOGUE.read_text("utf-8") == catalogue(), "run python -m tests.test_docs"


def test_the_accuracy_is_the_one_that_is_pinned() -> None:
    assert ACCURACY.read_text("utf-8") == accuracy(), "run python -m tests.test_docs"


def test_the_fields_and_columns_are_those_of_the_code() -> None:
    assert SCHEMA.read_text("utf-8") == schema(), "run python -m tests.test_docs"


def test_the_site_builds_without_a_dead_link(tmp_path: Path) -> None:
    lay(tmp_path / "build" / "pages")
    shutil.copy(ROOT / "zensical.toml", tmp_path)
    done = ran("python -m zensical build --clean --strict", tmp_path)
    assert "No issues found" in done
    made = (tmp_path / "build" / "site" / "docs" / "tutorial" / "index.html").read_text(encoding="utf-8")
    assert "From a story to a dataset" in made
    listed = set(re.findall(r'"((?:docs|gold)/[^"]+\.md)"', (ROOT / "zensical.toml").read_text("utf-8")))
    laid = {
        p.relative_to(ROOT).as_posix() for p in PAGES if p.parent in (ROOT / "docs", ROOT / "docs" / "guides")
    }
    assert laid <= listed


def test_precision_falls_as_errors_get_rarer() -> None:
    assert precision(0.5, 0.8, 0.1) == pytest.approx(8 / 9)
    assert precision(0.01, 0.8, 0.1) == pytest.approx(0.008 / 0.107)


LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(BLOCK, "", page.read_text(encoding="utf-8"))
    gone = [target for target in LINK.findall(text) if not (page.parent / target).exists()]
    assert not gone


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_named_files_exist(page: Path) -> None:
    """Paths of ours in code marks are real ones."""
    named = re.findall(r"`((?:extractor|gold|docs|scripts|tests|corpora)/[\w./-]+)`", page.read_text("utf-8"))
    assert not [n for n in named if not (ROOT / n).exists()]


WAY = (ROOT / "docs" / "one-figure.md").read_text(encoding="utf-8")
ROOMS = re.findall(r"^\| \d \| `(extractor/[\w/]+)` \| (.+) \|$", WAY, re.MULTILINE)


@pytest.mark.parametrize(("room", "told"), ROOMS, ids=[room for room, _ in ROOMS])
def test_the_way_of_a_figure_leads_through_what_is_there(room: str, told: str) -> None:
    code = "\n".join(
        path.read_text("utf-8") for path in (*(ROOT / room).rglob("*.py"), ROOT / "extractor/model.py")
    )
    names = re.findall(r"`(\w+)`", told)
    assert not [n for n in names if not re.search(rf"^ *(?:def|class) {n}\b|^    {n}: ", code, re.MULTILINE)]
    assert not [
        f
        for f in re.findall(r"`([\w/]+(?:\.py|/))`", told)
        if not any((ROOT / "extractor/reconcile/link").glob(f))
    ]


def refreshed(page: Path, folder: Path) -> str:
    """The page with every whole output printed anew; outputs that hold "..." are left as they are."""
    text = page.read_text(encoding="utf-8")
    for shown in shown_in(page):
        if REST not in (line.strip() for line in shown.output):
            before = "\n".join((f"$ {shown.command}", *shown.output))
            after = "\n".join(
                (f"$ {shown.command}", *(s.rstrip() for s in ran(shown.command, folder).splitlines()))
            )
            assert "internal error" not in after, after
            text = text.replace(before, after)
    return text


if __name__ == "__main__":  # python -m tests.test_docs puts new outputs in the pages
    CATALOGUE.write_text(catalogue(), encoding="utf-8")
    ACCURACY.write_text(accuracy(), encoding="utf-8")
    SCHEMA.write_text(schema(), encoding="utf-8")
    with TemporaryDirectory() as name:
        for number, changed in enumerate(PAGES):
            changed.write_text(refreshed(changed, _checkout(Path(name) / str(number))), encoding="utf-8")
