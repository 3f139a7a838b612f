"""Stories and snippets in other voices whose figures are marked with what they count, where and when.

`python -m tests.frame.voiced` prints the scores of both halves, `--show KIND` the slips of the tuned half.

A mark is "[figure|label @place #period]", where place and period are those of the first lines if left out:

    [330|episode]    a count and its head noun          [12%|/call]    a percentage and the noun of its whole
    [£5m|$]          any other kind of figure           [12%|/]        a percentage that is no share

"@-" and "#-" stand for none. Rules may be tuned on every other story in the order of their names and on
`slots/tune.txt`, `scopes/tune.txt` and `settings/tune.txt`; the others are only counted, never read to mend
a rule.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from pathlib import Path

from gold.evaluate import ROWS, slips, table
from gold.figures import score_figures
from gold.predict import predict
from gold.slots import score_slots
from gold.tally import Json, Tally, merged

FOLDER = Path(__file__).parent / "voices"
SNIPPETS = Path(__file__).parent / "slots"
SCOPES = Path(__file__).parent / "scopes"
SETTINGS = Path(__file__).parent / "settings"
HALVES = ("tune", "report")
_MARK = re.compile(r"\[([^\]|]+)\|([^\]@#]*)(?:@([^\]#]+))?(?:#([^\]]+))?\]")


def stories(half: str) -> list[Json]:
    """The labelled stories of a half, as the gold writes them."""
    paths = sorted(FOLDER.glob("*.txt"))[HALVES.index(half) :: 2]
    return [labelled(p.stem, p.read_text(encoding="utf-8")) for p in paths]


def snippets(half: str) -> list[Json]:
    """The labelled snippets of a half, three to six sentences each, under "=== name" lines."""
    return _parted(SNIPPETS, half)


def scopes(half: str) -> list[Json]:
    """The labelled stories of a half that tell of several places and times, six to ten sentences each."""
    return _parted(SCOPES, half)


def settings(half: str) -> list[Json]:
    """The labelled stories of a half in which plain subjects and institutions stand for places."""
    return _parted(SETTINGS, half)


def _parted(folder: Path, half: str) -> list[Json]:
    parts = (folder / f"{half}.txt").read_text(encoding="utf-8").split("=== ")[1:]
    named = (part.split("\n", 1) for part in parts)
    return [labelled(name.strip(), body) for name, body in named]


#: The collections of marked texts, by name.
TEXTS: dict[str, Callable[[str], list[Json]]] = {
    "stories": stories,
    "snippets": snippets,
    "scopes": scopes,
    "settings": settings,
}


def labelled(name: str, marked: str) -> Json:
    """A story and its labels from a text with marks."""
    place, period, body = marked.split("\n", 2)
    body = body.strip()
    default = {"place": _value(place[1:]), "period": _value(period[1:])}
    text, figures, at = "", [], 0
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()] + mark[1]
        figures.append(default | _label(mark, len(text)))
        at = mark.end()
    return {"id": name, "text": text + body[at:], "figures": figures}


def _label(mark: re.Match[str], end: int) -> Json:
    label = mark[2].strip()
    told = {"place": mark[3], "period": mark[4]}
    where = {name: _value(words.strip()) for name, words in told.items() if words is not None}
    share = label.startswith("/")
    kind = "percentage" if share else "measure" if label == "$" else "count"
    whole = {"base": label[1:] or None} if share else {}
    unit = label if kind == "count" else None
    place = {"quote": mark[1], "start": end - len(mark[1]), "end": end}
    blank = {"low": None, "high": None, "negated": False, "speaker": None}
    return {**place, **blank, "kind": kind, "unit": unit, **whole, **where}


def _value(words: str) -> str | None:
    return None if words.strip() == "-" else words.strip()


@cache
def scores(half: str, texts: str = "stories") -> Tally:
    """What the package gets right of a half of a collection."""
    return merged(_scored(story) for story in TEXTS[texts](half))


def _scored(story: Json) -> Tally:
    tally = Tally()
    pairs = score_figures(story, predict([story])["documents"][0], tally)
    score_slots(story, pairs, tally)
    return tally


def report() -> Iterator[str]:
    """Scores of the marked slots, and the slips of the tuned half that were asked for."""
    marked = {"measure", "base", "place", "period"}
    names = {row[0] for row in ROWS["Slots"] if row[1].split(".")[0] in marked}
    for texts, half in product(TEXTS, HALVES):
        tally = scores(half, texts)
        lines = [line for line in table(tally) if any(line.strip().startswith(n) for n in names)]
        yield from (f"{half}: {len(TEXTS[texts](half))} {texts}", *lines)
    if "--show" in sys.argv:
        shown = merged(scores("tune", texts) for texts in TEXTS)
        yield from slips(shown, sys.argv[sys.argv.index("--show") + 1])


if __name__ == "__main__":
    print(*report(), sep="\n")
