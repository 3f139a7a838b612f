"""Stories in other voices whose figures are marked with what they count, where and when.

`python -m tests.frame.voiced` prints the scores of both halves, `--show KIND` the slips of the tuned half.

A mark is "[figure|label @place #period]", where place and period are those of the first lines if left out:

    [330|episode]    a count and its head noun          [12%|/call]    a percentage and the noun of its whole
    [£5m|$]          any other kind of figure           [12%|/]        a percentage that is no share

"@-" and "#-" stand for none. Rules may be tuned on every other story in the order of their names; the
others are only counted, never read to mend a rule.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from gold.evaluate import ROWS, slips, table
from gold.figures import score_figures
from gold.predict import predict
from gold.slots import score_slots
from gold.tally import Json, Tally, merged

FOLDER = Path(__file__).parent / "voices"
HALVES = ("tune", "report")
_MARK = re.compile(r"\[([^\]|]+)\|([^\]@#]*)(?:@([^\]#]+))?(?:#([^\]]+))?\]")


def stories(half: str) -> list[Json]:
    """The labelled stories of a half, as the gold writes them."""
    paths = sorted(FOLDER.glob("*.txt"))[HALVES.index(half) :: 2]
    return [labelled(p.stem, p.read_text(encoding="utf-8")) for p in paths]


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
def scores(half: str) -> Tally:
    """What the package gets right of a half."""
    return merged(_scored(story) for story in stories(half))


def _scored(story: Json) -> Tally:
    tally = Tally()
    pairs = score_figures(story, predict([story])["documents"][0], tally)
    score_slots(story, pairs, tally)
    return tally


def report() -> Iterator[str]:
    """Scores of the marked slots, and the slips of the tuned half that were asked for."""
    marked = {"measure", "base", "place", "period"}
    names = {row[0] for row in ROWS["Slots"] if row[1].split(".")[0] in marked}
    for half in HALVES:
        lines = [line for line in table(scores(half)) if any(line.strip().startswith(n) for n in names)]
        yield from (f"{half}: {len(stories(half))} stories", *lines)
    if "--show" in sys.argv:
        yield from slips(scores("tune"), sys.argv[sys.argv.index("--show") + 1])


if __name__ == "__main__":
    print(*report(), sep="\n")
