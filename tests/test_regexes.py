"""What is compiled when it is first used behaves like what was compiled at once."""

import ast
import gc
import importlib
import pickle
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import extractor
from extractor.regexes import Regex

PACKAGE = Path(extractor.__file__).parent
STORY = PACKAGE.parent / "corpora" / "demo" / "noise-complaints.txt"
WORDS = r"(?P<noun>[a-z]+)s\b"
COUNT = """
import gc, sys
from extractor import cli
from extractor.regexes import Regex
try:
    cli.run(["check", sys.argv[1]])
except SystemExit:
    pass
held = [r for r in gc.get_objects() if isinstance(r, Regex)]
print("counted", len(held), sum("compiled" in vars(r) for r in held))
"""


@pytest.mark.parametrize(
    "call",
    [
        lambda p: p.search("Two dogs and cats")["noun"],
        lambda p: p.search("Two dogs and cats", 6)["noun"],
        lambda p: p.match("dogs and cats")[0],
        lambda p: p.match("two dogs", 4, 7),
        lambda p: p.fullmatch("dogs")[0],
        lambda p: [m.span() for m in p.finditer("Two dogs and cats")],
        lambda p: p.findall("Two dogs and cats"),
        lambda p: p.sub("x", "Two dogs and cats"),
        lambda p: p.sub(lambda m: m["noun"].upper(), "Two dogs and cats", 1),
        lambda p: p.split("Two dogs and cats"),
        lambda p: dict(p.groupindex),
        lambda p: p.pattern,
    ],
)
def test_it_does_what_a_pattern_does(call):
    lazy = Regex(WORDS, re.IGNORECASE)
    for _ in range(2):  # before it is compiled, and after
        assert call(lazy) == call(re.compile(WORDS, re.IGNORECASE))


def test_its_text_and_flags_are_known_without_compiling():
    lazy = Regex(WORDS, re.IGNORECASE)
    assert (lazy.pattern, lazy.flags) == (WORDS, re.IGNORECASE)
    assert repr(lazy) == f"Regex({WORDS!r}, 2)"
    assert "compiled" not in vars(lazy)
    assert lazy.search("DOGS") is not None
    assert "compiled" in vars(lazy)


def test_a_match_knows_its_pattern():
    lazy = Regex(WORDS)
    found = lazy.search("dogs")
    assert found is not None
    assert found.re is lazy.compiled


def test_two_of_the_same_text_are_equal():
    assert Regex("a") == Regex("a")
    assert Regex("a") != Regex("a", re.IGNORECASE)
    assert Regex("a") != "a"
    assert len({Regex("a"), Regex("a"), Regex("b")}) == 2


def test_it_can_be_pickled_when_it_is_compiled():
    lazy = Regex(WORDS, re.IGNORECASE)
    lazy.search("dogs")
    again = pickle.loads(pickle.dumps(lazy))
    assert again == lazy
    assert again.search("DOGS") is not None


def test_every_one_of_the_package_compiles():
    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    held = [found for found in gc.get_objects() if isinstance(found, Regex)]
    assert len(held) > 2000
    wrong = []
    for one in held:
        try:
            made = re.compile(one.pattern, one.flags)
        except re.error as error:
            wrong.append((one, error))
        else:  # flags within the text would go unseen by who asks for them
            wrong += (
                [(one, "flags in the text")] if made.flags & ~re.UNICODE != one.flags & ~re.UNICODE else []
            )
    assert wrong == []


def _is_late(node: ast.AST) -> bool:
    """False for `re.compile` of anything but bytes."""
    if not isinstance(node, ast.Call) or ast.unparse(node.func) != "re.compile":
        return True
    return isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, bytes)


def test_nothing_is_compiled_at_once():
    paths = sorted(PACKAGE.rglob("*.py"))
    trees = ((path.name, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)
    assert [name for name, tree in trees if not all(map(_is_late, ast.walk(tree)))] == ["regexes.py"]


def test_a_story_compiles_a_third_of_them():
    done = subprocess.run(
        [sys.executable, "-c", COUNT, STORY], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    held, compiled = map(int, re.findall(r"^counted (\d+) (\d+)$", done.stdout, re.MULTILINE)[0])
    assert compiled < held * 0.4
