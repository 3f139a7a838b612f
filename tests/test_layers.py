"""The layers: who may import whom, and which package has its home where."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "extractor"
STAGES = ("read", "find", "frame", "reconcile", "reference", "report")
#: Modules that stand on the stages, lowest first; each may import those before it.
ABOVE = ("ignored", "pipeline", "spacy_component", "export", "audit", "web", "cli", "__main__")
#: Third-party package → where it may be imported.
HOMES = {
    "charset_normalizer": ("read",),
    "jinja2": ("report", "audit", "web"),
    "docx": ("read", "report"),
    "duckdb": ("audit", "export", "reference"),
    "fastwarc": ("read",),
    "lxml": ("read",),
    "markdown_it": ("read",),
    "markupsafe": ("report", "audit", "web"),
    "msgspec": ("report", "export", "audit", "web"),
    "openpyxl": ("read",),
    "pdfplumber": ("read",),
    "pypdfium2": ("read",),
    "rapidfuzz": ("names",),
    "regex": ("ignored",),
    "ray": ("audit",),
    "rensa": ("audit",),
    "rich": ("report", "cli"),
    "starlette": ("web",),
    # All but frame and export only name the type of a loaded model.
    "spacy": ("frame", "pipeline", "export", "audit", "web"),
    "thinc": ("frame",),
    "trafilatura": ("read",),
    "typer": ("cli",),
    "uvicorn": ("web",),
}
#: Modules that reach the network.
SOCKETS = {"socket", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "ftplib", "smtplib", "asyncio"}
#: Names out of the stories that the tests know by heart: the package must not know them.
KNOWN_STORIES = re.compile(r"wigan|wiltshire|pona\b", re.IGNORECASE)


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """`extractor.find.units` for its file; a package for its `__init__.py`."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(module: str) -> str:
    """The stage or module right below the package: `find` for `extractor.find.units`, "" for itself."""
    return [*module.split("."), ""][1]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> set[str]:
    """Every module that the file imports, at the top or inside a function, by its absolute name."""
    package = name_of(path) if path.name == "__init__.py" else name_of(path).rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.update(_imported_from(node, package))
    return found


def _imported_from(node: ast.ImportFrom, package: str) -> Iterator[str]:
    above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    source = ".".join([*above, *([node.module] if node.module else [])])
    yield source
    # "from extractor import pipeline" imports a module, "from extractor.model import Claim" a name.
    yield from (f"{source}.{a.name}" for a in node.names if is_module(f"{source}.{a.name}"))


def is_module(name: str) -> bool:
    path = PACKAGE.parent.joinpath(*name.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def own(imported: set[str]) -> set[str]:
    return {m for m in imported if m.split(".")[0] == "extractor"}


def foreign(imported: set[str]) -> set[str]:
    tops = {m.split(".")[0] for m in imported}
    return tops - {"extractor", "__future__"} - set(sys.stdlib_module_names)


def may_import(importer: str, imported: str) -> bool:
    """True if a module in one room may import something in another."""
    if importer == imported or imported == "":
        return True
    if importer in ABOVE:
        return imported not in ABOVE or ABOVE.index(imported) < ABOVE.index(importer)
    if importer == "":  # extractor/__init__.py hands out what the layers below the command line offer
        return imported not in ("cli", "__main__", "web", "audit")
    return imported not in STAGES and imported not in ABOVE


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    importer = room(name_of(path))
    breaches = {m for m in own(imports(path)) if not may_import(importer, room(m))}
    assert not breaches, f"{name_of(path)} must not import {sorted(breaches)}"


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("find", "model", True),
        ("find", "frame", False),
        ("model", "find", False),
        ("amount", "model", True),
        ("pipeline", "find", True),
        ("pipeline", "cli", False),
        ("cli", "pipeline", True),
        ("report", "pipeline", False),
        ("reconcile", "reconcile", True),
    ],
)
def test_the_rule_itself(importer: str, imported: str, allowed: bool) -> None:
    assert may_import(importer, imported) is allowed


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_each_foreign_package_has_one_home(path: Path) -> None:
    used = foreign(imports(path))
    homeless = {p for p in used if room(name_of(path)) not in HOMES.get(p, ())}
    assert not homeless, f"{name_of(path)} is no home of {sorted(homeless)}; see HOMES"


def test_the_nouns_stand_on_the_standard_library_alone() -> None:
    used = imports(PACKAGE / "model.py")
    assert not foreign(used)
    assert not own(used)


def test_no_module_imports_itself_in_a_circle() -> None:
    needs = {name_of(p): own(imports(p)) - {name_of(p)} for p in modules()}
    # What a package hands out in its __init__ is no need of the modules inside it.
    for name, wanted in needs.items():
        needs[name] = {m for m in wanted if not name.startswith(f"{m}.")}
    while free := {name for name, wanted in needs.items() if not wanted & needs.keys()}:
        needs = {name: wanted for name, wanted in needs.items() if name not in free}
    assert not needs, f"imports in a circle among {sorted(needs)}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nothing_opens_a_socket(path: Path) -> None:
    reaching = {m for m in imports(path) if m.split(".")[0] in SOCKETS and m != "urllib.parse"}
    assert not reaching


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_code_knows_a_story(path: Path) -> None:
    docstrings = {id(d) for d in _docstrings(tree(path))}
    told = [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    names = [n.id for n in ast.walk(tree(path)) if isinstance(n, ast.Name)]
    assert not [s for s in [*told, *names] if KNOWN_STORIES.search(s)]


def _docstrings(module: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0] if node.body else None
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


@pytest.mark.parametrize("path", sorted((PACKAGE / "data").glob("*.toml")), ids=lambda p: p.name)
def test_no_word_list_knows_a_story(path: Path) -> None:
    assert not KNOWN_STORIES.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", ["extractor", "extractor.cli"])
def test_importing_it_does_not_load_the_heavy_packages(module: str) -> None:
    heavy = "{'spacy', 'trafilatura', 'pdfplumber', 'pypdfium2', 'numpy'}"
    code = f"import sys, {module}; print(sorted({heavy} & sys.modules.keys()))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
