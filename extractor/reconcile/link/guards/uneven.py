"""Figures that the text sets side by side though its own words measure them by different rods.

A month beside a year, 53 weeks beside 52, a share of the bill beside a share of the part of it that is
electricity: each is told by words at both figures, and is a caution, whatever the numbers say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from extractor.model import Claim, Cue, Period, Relation, Span
from extractor.reconcile.caveat import Caveat, caveat_on
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, alike, family
from extractor.regexes import Regex

#: Days in a period of a kind, as far as one can tell two kinds apart by them.
DAYS = {"day": 1, "month": 30, "quarter": 91, "calendar": 365, "financial": 365, "academic": 365}
_MOVES = frozenset({"compare", "change", "multiple"})
_LEVELS = frozenset({"subject", "reference", "from", "to"})
#: "For the 53 weeks to 3 February", "in the 52 weeks of the year before": what accounts run over.
_OVER = Regex(r"\b(?:for|in|over|during)\sthe\s$", re.IGNORECASE)
_RUNS = Regex(r"^\s(?:to|of|ended|ending|that\sended|until|before)\b", re.IGNORECASE)
#: "7.5 per cent, and not the 37 per cent it had of electricity".
_NOT_THE = Regex(r"^,?\s(?:and\s)?not\sthe\s$", re.IGNORECASE)
_OWNED = Regex(
    r"^\s(?:(?:that\s)?(?:it|they|he|she)\s\w+|[\w’'-]+\s[\w’'-]+)?\s?(?:of|in|among)\s", re.IGNORECASE
)
#: "Measured against the electricity part alone they are 15 per cent".
_MEASURED = Regex(
    r"\b(?:measured|taken|set|reckoned|counted|calculated)\s(?:against|as\sa\s(?:share|proportion|part)\sof|as\sa\spercentage\sof)\b"
    r"[^.;]{0,80}?\b(?:alone|only|by\s(?:itself|themselves))\b",
    re.IGNORECASE,
)


def uneven(story: Story, linked: Sequence[Relation]) -> Iterator[Caveat]:
    """One caveat for each pair of figures that are measured over different times or of different wholes."""
    for relation in linked:
        yield from _of_lengths(relation)
    yield from _of_runs(story, {c.sentence for r in linked if r.kind in _MOVES for c in r.claims()})
    yield from _of_another(story)
    yield from _measured(story)


def _of_lengths(relation: Relation) -> Iterator[Caveat]:
    """Two levels that the text compares, one of a month and one of a year, both by their own words."""
    if relation.kind not in _MOVES or relation.strength == "numeric":
        return
    levels = [r.value for r in relation.roles if r.name in _LEVELS and isinstance(r.value, Claim)]
    if len(levels) != 2:
        return
    x, y = (c.period for c in levels)
    if x is not None and y is not None and _days(x) and _days(y) and _days(x) != _days(y):
        yield caveat_on(levels[0], levels[1], relation.cue, "period", f"{x.text} is not as long as {y.text}.")


def _days(period: Period) -> int:
    """The days of a period that is told beside its figure; 0 for any other."""
    return DAYS.get(period.kind, 0) if period.found in ("here", "sentence") else 0


def _of_runs(story: Story, moved: AbstractSet[Span]) -> Iterator[Caveat]:
    """Two stretches over which accounts run, of different lengths in one unit, where the accounts are compared."""
    for sentence in story.sentences:
        runs = [c for c in story.in_sentence(sentence) if family(c) == "D" and _is_run(story, c)]
        if sentence in moved and len(runs) == 2 and alike(*runs):
            x, y = runs
            if x.figure.value != y.figure.value:
                cue = Cue(story.document.id, sentence, story.words(sentence))
                told = f"{x.figure.text} are not as long as {y.figure.text}."
                yield caveat_on(x, y, cue, "period", told)


def _is_run(story: Story, claim: Claim) -> bool:
    return bool(_OVER.search(before(story, claim)) and _RUNS.match(after(story, claim)))


def _of_another(story: Story) -> Iterator[Caveat]:
    """A share that the text itself tells from one of another whole."""
    for first, last in zip(story.claims, story.claims[1:], strict=False):
        if family(first) != "P" or family(last) != "P" or first.sentence != last.sentence:
            continue
        between = story.between(first, last)
        if _NOT_THE.match(between) and _OWNED.match(after(story, last)):
            cue = Cue(story.document.id, last.sentence, between.strip())
            yield caveat_on(
                first, last, cue, "definition", "The text itself says that they are of different wholes."
            )


def _measured(story: Story) -> Iterator[Caveat]:
    """A share that is told to be measured against a part alone, with the share of the whole before it."""
    for number, claim in enumerate(story.claims):
        found = _MEASURED.search(before(story, claim, 160)) if family(claim) == "P" else None
        if found is None or is_change(claim):
            continue
        words = _around(story, claim)
        for earlier in story.claims[:number]:
            one = family(earlier) == "P" and earlier.sentence != claim.sentence and not is_change(earlier)
            if one and len(words & content_words(story.sentence(earlier))) >= 2:
                cue = Cue(story.document.id, claim.sentence, found[0])
                yield caveat_on(claim, earlier, cue, "definition", f"One is “{found[0]}”, the other is not.")
                break


def _around(story: Story, claim: Claim) -> frozenset[str]:
    """The words of a sentence and of the one before it, among which is what "they" are."""
    block = story.zones[story.block_number(claim.figure.span.start)]
    return content_words(story.document.text[block.span.start : claim.sentence.end])


__all__ = ["uneven"]
