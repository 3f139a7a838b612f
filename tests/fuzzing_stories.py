"""Mutated news stories for the whole check, the same ones on every run.

A mutation does what editing, copying and scanning do to a story: numbers changed, sentences moved or doubled,
words lost between figures, marks of other alphabets, quotes that never close. Which story a number mutates is
drawn by the names of the stories, so that a story more changes no case but those that it is drawn for.
"""

from __future__ import annotations

import faulthandler
import random
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from extractor.errors import InputError
from extractor.model import Document, Figure, Review, Span
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.report.html import render_html
from extractor.report.json import render_json, render_jsonl
from extractor.report.markdown import render_markdown
from extractor.report.sarif import render_sarif
from tests.read.fuzzing import limited

ROOT = Path(__file__).resolve().parent.parent
STORIES = {
    path.stem: path.read_text(encoding="utf-8").strip()
    for folder in ("demo", "clean")
    for path in sorted((ROOT / "corpora" / folder).glob("*.txt"))
}
#: Seconds of a processor that mutated stories may take, and the characters for each where they are long.
LIMIT, LONG = 30, 2_000
RENDERERS: tuple[Callable[[Review], str], ...] = (
    render_json,
    render_jsonl,
    render_html,
    render_markdown,
    render_sarif,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
#: Numbers that no desk prints, and those that only a broken one does.
_NUMBERS = [
    "0",
    "-0",
    "1",
    "000",
    "1e9",
    "9" * 40,
    "1,2,3",
    "0.000",
    "½",
    "3/0",
    "12.",
    ".5",
    "١٢",
    "②",
    "−4",
]
#: What stands where it should not: joiners, signs that turn the writing, halves of pairs, endless words.
_ODD = [
    "",
    "\0",
    "\u200d",
    "\u202e",
    "\ufeff",
    "\u0301" * 20,
    "“",
    "”",
    "(",
    ")))",
    "…",
    "—",
    "🏠",
    "\t",
    "\n\n",
]
_ODD += ["\n- ", "%", "£", " per cent", " of which ", " of them ", " than the ", " up from ", " not "]
_ODD += ["x" * 5_000, " and" * 200, " 4" * 200]


def mutated(number: int) -> str:
    """A shipped story with one to twelve mutations."""
    chance = random.Random(f"story {number}")
    story = text = drawn(f"story {number}")
    left = chance.randint(1, 12)
    while left > 0 or text == story:  # some mutations find nothing to change
        text = chance.choice(_MUTATIONS)(text, chance)
        left -= 1
    return text


def drawn(lot: str) -> str:
    """The story that a lot falls on, whatever other stories there are."""
    return STORIES[min(STORIES, key=lambda name: sha256(f"{lot} {name}".encode()).digest())]


def _other_number(text: str, chance: random.Random) -> str:
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    old = chance.choice(found)
    new = chance.choice([*_NUMBERS, str(chance.randint(0, 2_000_000)), chance.choice(found)[0]])
    return text[: old.start()] + new + text[old.end() :]


def _odd_piece(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_ODD) + text[at + chance.choice((0, 0, 1, 4)) :]


def _sentence_moved(text: str, chance: random.Random) -> str:
    sentences = _SENTENCE.split(text)
    moved = sentences.pop(chance.randrange(len(sentences)))
    for _ in range(chance.randint(0, 3)):
        sentences.insert(chance.randint(0, len(sentences)), moved)
    return chance.choice((" ", " ", "\n\n", "")).join(sentences)


def _words_lost(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    at = chance.randrange(len(words))
    return " ".join(words[:at] + words[at + chance.randint(1, 5) :])


def _two_stories(text: str, chance: random.Random) -> str:
    other = drawn(str(chance.random()))
    return text[: chance.randint(0, len(text))] + other[chance.randint(0, len(other)) :]


def _table(text: str, chance: random.Random) -> str:
    rows = ("\t".join(chance.choices([*_NUMBERS, "homes", "2023", "—", ""], k=4)) for _ in range(6))
    return f"{text}\n\n" + "\n".join(rows)


def _letters_changed(text: str, chance: random.Random) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


_MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    *(_other_number, _odd_piece, _sentence_moved, _words_lost) * 3,
    _two_stories,
    _table,
    _letters_changed,
)


def try_out(number: int) -> float:
    """Check the story, every fourth beside its neighbour, and print it all ways; how many seconds that took.

    Raises:
        TimeoutError: it took longer than the limit.
        AssertionError: something found lies outside its text.
    """
    start = time.process_time()
    numbers = (number, number + 1) if number % 4 == 0 else (number,)
    with limited(max(LIMIT, sum(len(mutated(n)) for n in numbers) // LONG)):
        review = review_documents([one for n in numbers for one in _read(n)])
        hold(review)
        for render in RENDERERS:
            assert isinstance(render(review), str)
    return time.process_time() - start


def _read(number: int) -> Iterator[Document]:
    try:
        yield document_from_text(mutated(number), id=f"story-{number}")
    except InputError:
        return


def hold(review: Review) -> None:
    """Assert that all spans lie in their texts and each figure stands where it says."""
    texts = {document.id: document.text for document in review.documents}
    for document in review.documents:
        _inside(document, document.text, texts)
    for found in (*review.claims, *review.comparisons, *review.derived, *review.findings):
        _inside(found, "", texts)


def _inside(value: Any, text: str, texts: dict[str, str]) -> None:
    """Assert it of a noun and of all that it holds; a noun that names its document brings its text."""
    if isinstance(value, Span):
        assert value.end <= len(text), f"{value} is outside a text of {len(text)} characters"
    elif isinstance(value, tuple):
        for one in value:
            _inside(one, text, texts)
    elif is_dataclass(value):
        if isinstance(value, Figure):
            assert value.span.of(text) == value.text
        own = texts[value.document] if hasattr(value, "document") else text
        for field in fields(value):
            _inside(getattr(value, field.name), own, texts)


def main(arguments: list[str]) -> int:
    """Try so many stories, going on where the last run stopped; how many broke the check."""
    faulthandler.enable()
    most = int(arguments[0]) if arguments else 10_000
    kept = ROOT / "build" / "fuzz"
    kept.mkdir(parents=True, exist_ok=True)
    done = kept / "stories.done"
    broken = []
    slowest = 0.0
    for number in range(int(done.read_text()) if done.exists() else 0, most):
        try:
            slowest = max(slowest, try_out(number))
        except Exception:
            traceback.print_exc(limit=-3)
            (kept / f"{number}.story.txt").write_text(mutated(number), encoding="utf-8", errors="replace")
            broken.append(number)
            print(f"story {number} broke it", flush=True)
        done.write_text(str(number + 1))
    print(f"stories: {most} tried, {len(broken)} broke it {broken[:10] or ''}, slowest {slowest:.1f} s")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
