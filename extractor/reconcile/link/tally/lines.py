"""Lists of labels and figures, a line each: "Books: £0.6m / Fees: £0.5m / Total: £1.1m"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.tally.listing import MOST, WORDS, Tally, is_level, of_one_unit
from extractor.reconcile.link.tally.questioned import may_be_questioned, overlaps
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_LINES = WORDS["lines"]
#: A line up to its figure: a label and a colon, or where the line is its own also a comma or a dash.
_LABEL = Regex(
    r"(?:(?:^|[\n.;•])\s*(?:[-–—•*]\s*)?(?P<label>[^\n.;:•]{2,60}):\s*"
    r"|(?:^|\n)(?:[-–—•*]\s*)?(?P<line>[^\n.;:•\d]{2,60}(?:,|\s[–—-]))\s)(?:about\s|some\s)?$"
)
_END = Regex(r"^\s*(?:[.;\n]|$)")
_TOTAL = any_of(_LINES["total"])
_CATCH_ALL = any_of(_LINES["catch_all"])
#: Fewer lines are no list, and a list of shares that is out by more points was never one whole.
FEWEST, APART = 3, 15
#: "PASS RATES by school:", "turnout in": each of its own whole.
_RATES = Regex(
    r"\b(?:rates?|turnout|growth|changes?|increases?|rises?|falls?|occupancy|attendance|scores?)\b[^.\n]{0,60}\n*$",
    re.IGNORECASE,
)
#: Characters before a list that may say that one could give several answers.
INTRODUCTION = 400


def lines(story: Story, summed: frozenset[str]) -> Iterator[Relation]:
    """One relation for each list of lines with its total, and for each list of shares that takes up everything."""
    for run in _runs(story):
        if len(run) < FEWEST or len(run) > MOST + 1 or any(c.id in summed for c in run):
            continue
        found = _shares(story, run) if family(run[0]) == "P" else _with_total(story, run)
        if found is not None:
            yield found


def _runs(story: Story) -> Iterator[tuple[Claim, ...]]:
    """The claims of neighbouring lines of one unit."""
    run: list[Claim] = []
    for claim in story.claims:
        follows = bool(run) and label(story, claim) is not None and _next_to(story, run[-1], claim)
        if not follows:
            yield tuple(run)
            run = []
        if label(story, claim) is not None and not is_change(claim):
            run.append(claim)
    yield tuple(run)


def _next_to(story: Story, a: Claim, b: Claim) -> bool:
    between = story.between(a, b)
    alike = family(a) == family(b) == "P" or (is_level(a) and is_level(b) and of_one_unit(a, b))
    one_line = between.count(":") == 1 or (":" not in between and between.count("\n") in (1, 2))
    return alike and len(between) < 100 and one_line


def label(story: Story, claim: Claim) -> str | None:
    """The label of a figure that has a line to itself; None for any other figure."""
    text, span = story.document.text, claim.figure.span
    found = _LABEL.search(text[max(0, span.start - 90) : span.start])
    if found is None or not _END.match(text[span.end : span.end + 8]):
        return None
    return found["label"] or found["line"]


def _with_total(story: Story, run: Sequence[Claim]) -> Relation | None:
    """The list with the one line that is its total, if that is the first or the last."""
    named = [c for c in run if _TOTAL.search(label(story, c) or "")]
    if len(named) != 1 or named[0] not in (run[0], run[-1]) or not all(map(is_level, run)):
        return None
    tally = Tally(named[0], tuple(c for c in run if c is not named[0]))
    return tally.relation(story) if tally.holds or may_be_questioned(story, tally) else None


def _shares(story: Story, run: Sequence[Claim]) -> Relation | None:
    """A list of shares whose last line takes up all that the others do not."""
    values = [c.figure.value for c in run]
    if not _CATCH_ALL.search(label(story, run[-1]) or "") or any(v is None for v in values):
        return None
    span = Span(run[0].sentence.start, run[-1].sentence.end)
    introduced = Span(max(0, span.start - INTRODUCTION), span.start)
    if _RATES.search(introduced.of(story.document.text)):
        return None
    together = float(sum(v for v in values if v is not None))
    if abs(together - 100) > APART or overlaps(story, span, introduced):
        return None
    roles = (Role("part", run[-1]), *(Role("part", c) for c in run[:-1]))
    return Relation("sum", roles, Cue(story.document.id, span, story.words(span)), "contextual")
