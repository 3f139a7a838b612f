"""Prints the catalogue of the phrases that tie figures together, from the code that reads them.

python docs/make_catalogue.py > docs/catalogue.md
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from extractor.reconcile.link.phrases import Phrase  # noqa: E402

HEAD = """\
# The phrases that tie figures together

Made by `docs/make_catalogue.py` from the code; do not edit it here.

A figure is compared with another only where words or layout say that they belong together. These are
the words: under each relation its phrases, each with what it means, print that it reads and print that
it must not take for it. In the examples "|" ends a sentence. Tests run every line of this list.
"""


def phrases() -> Iterator[Phrase]:
    """Every phrase of the linkers, each once, in the order of the modules."""
    seen: set[str] = set()
    package = import_module("extractor.reconcile.link")
    for module in sorted(m.name for m in iter_modules(package.__path__)):
        for value in vars(import_module(f"{package.__name__}.{module}")).values():
            for phrase in value if isinstance(value, tuple) else (value,):
                if isinstance(phrase, Phrase) and phrase.name not in seen:
                    seen.add(phrase.name)
                    yield phrase


def catalogue() -> str:
    """The page, a section for each relation."""
    of: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases():
        of[phrase.relation].append(phrase)
    sections = (_section(kind, found) for kind, found in sorted(of.items()))
    return "\n".join([HEAD, *sections])


def _section(kind: str, found: list[Phrase]) -> str:
    return "\n".join([f"## {kind}\n", *(_entry(p) for p in found)])


def _entry(phrase: Phrase) -> str:
    read = "\n".join(f"- reads: {example}" for example in phrase.accepts)
    return f"**{phrase.name}**: {phrase.meaning}\n\n{read}\n- not: {phrase.refuses}\n"


if __name__ == "__main__":
    sys.stdout.write(catalogue())
