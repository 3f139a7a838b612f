"""The record of each linker on stories that are right: `python -m gold.linkers FOLDER ...`.

Of all relations that a linker makes of right stories those that hold speak for it, and those that are
questioned against it; what it finds among the labelled stories of the tuning part speaks for it as well. See
docs/decisions/0020-linkers-are-weighed.md. Folders hold texts (*.txt, at any depth) that no rule was written
on, or the record flatters.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from unittest import mock

from extractor.model import Relation
from gold.predict import predict
from gold.tally import Json
from gold.texts import load_part

#: Where relations are made.
ROOM = "/extractor/reconcile/link/"
#: Kind of a relation and the claims that it holds together.
Key = tuple[str, frozenset[str]]


def records(labels: Iterable[Json]) -> Iterator[tuple[str, str]]:
    """For each finding that words tie, the linker that made its relation and the verdict."""
    makers: dict[Key, str] = {}
    make = Relation.__init__

    def made(self: Relation, *given: object, **named: object) -> None:
        make(self, *given, **named)  # type: ignore[arg-type]
        maker = _maker()
        if maker:
            makers[self.kind, frozenset(c.id for c in self.claims())] = maker

    with mock.patch.object(Relation, "__init__", made):
        for label in labels:
            for finding in predict([label])["documents"][0]["findings"]:
                if finding["strength"] != "numeric":
                    ids = frozenset(f["claim"] for f in finding["figures"] if f["claim"])
                    yield makers.get((finding["relation"], ids), "elsewhere"), finding["verdict"]


def _maker() -> str:
    """The function of a linker that is just making a relation, by module and name; none for a copy."""
    frame = sys._getframe(2)
    path, _, module = frame.f_code.co_filename.replace("\\", "/").rpartition(ROOM)
    return f"{module.removesuffix('.py')}:{frame.f_code.co_name}" if path else ""


def texts(folders: Sequence[Path]) -> Iterator[Json]:
    """The texts of some folders, as if they were labelled."""
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            yield {"id": path.stem, "text": path.read_text(encoding="utf-8")}


def main() -> int:
    """Entry point of `python -m gold.linkers`."""
    parser = argparse.ArgumentParser(prog="python -m gold.linkers", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, help="folders of right stories")
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for maker, verdict in records(texts(parser.parse_args().folders)):
        told[maker][verdict] += 1
    for maker, verdict in records(load_part("tune").documents):
        told[maker]["found"] += verdict == "mismatch"
    print("questioned  holds  found in the gold  linker")
    for maker, n in sorted(told.items(), key=lambda item: (-item[1]["mismatch"], item[0])):
        print(f"{n['mismatch']:10}  {n['consistent']:5}  {n['found']:17}  {maker}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
