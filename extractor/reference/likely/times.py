"""The times that a figure may be of, each described by the words that tell when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from extractor.model import Period, Span
from extractor.periods import find_periods
from extractor.reference.likely.around import Around, step
from extractor.reference.likely.board import Measure
from extractor.reference.times.looking_back import is_older
from extractor.reference.times.when import one_time
from extractor.regexes import Regex

_OLDER = Regex(
    r"\b(?:year|month|quarter|season|decade)s?\s+(?:earlier|before|ago|previously)"
    r"|\bprevious\s+(?:year|season|quarter|month)|\byear[- ]earlier",
    re.IGNORECASE,
)
_NOW = Regex(
    r"\blast\s+(?:year|season|month|quarter)|\bin\s+the\s+(?:latest|last)\b|\bthis\s+(?:year|season)"
    r"|\bnow\b|\bcurrent|\btoday\b|\blatest\b",
    re.IGNORECASE,
)
_HAD = Regex(r"\bhad\s+(?:\w+\s+)?(?:been|stood|\w+ed)\b|\bused\s+to\b|\bwas\s+then\b", re.IGNORECASE)
_BACK = ("older", "had", "looks back", "from")
#: "Had lent", "having sold", and not "had most loans".
_BEFORE = Regex(
    r"\b(?:had|having)\s+(?:\w+ly\s+)?(?!most\b|best\b|least\b|\w{3,}est\b)\w*(?:ed|en|nt|ld|ght|pt|lt|st|de|wn)\b",
    re.IGNORECASE,
)
_FROM = Regex(r"\b(?:from|against|compared\s+(?:with|to)|than)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_TO = Regex(r"\bto\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


class Telling:
    """The words around a figure that tell when."""

    def __init__(self, around: Around) -> None:
        self.around = around
        text, clause = around.text, around.clause.of(around.text)
        before = around.place.before.of(text)
        tried = (
            ("older", _OLDER, clause),
            ("older in sentence", _OLDER, around.sentence.of(text)),
            ("now", _NOW, clause),
            ("had", _HAD, clause),
            ("from", _FROM, before),
            ("to", _TO, before),
        )
        self.cues = [name for name, words, where in tried if words.search(where)]
        self.cues += ["looks back"] if is_older(around.board.reader.told, around.claim) else []
        self.told = {
            name: self._periods(where)
            for name, where in (
                ("clause", around.clause),
                ("sentence", around.sentence),
                ("previous", around.previous),
                ("paragraph", around.above),
            )
        }
        self.cues += [f"no time in {name}" for name in ("clause", "sentence") if not self.told[name]]
        self.rule = around.board.reader.when(around.claim)

    def times(self, measure: Measure) -> dict[str | None, frozenset[str]]:
        """Key of a time → features, of the times that a measure has."""
        keys = self.around.board.times[measure]
        if len(keys) == 1:
            return {keys[0]: frozenset({"only"})}
        dated = [k for k in keys if k is not None]
        found: dict[str | None, frozenset[str]] = {None: frozenset({"undated"})} if None in keys else {}
        for at, key in enumerate(dated):
            found[key] = frozenset(self._features(key, len(dated) - 1 - at, len(dated)))
        return found

    @cached_property
    def printed(self) -> Counter[str | None]:
        """How many other figures of the story print cells of each time."""
        board, own = self.around.board, self.around.claim.id
        return Counter(
            t for id_, keys in board.printed.items() if id_ != own for t in {t for _, _, t in keys}
        )

    @property
    def is_of_before(self) -> bool:
        """True where words look back: "having lent 27,310", "a year earlier"."""
        said = self.around.clause.of(self.around.text)
        return any(cue in _BACK for cue in self.cues) or _BEFORE.search(said) is not None

    @property
    def is_from(self) -> bool:
        """True for the older of two numbers: "fall from 3,600"."""
        return "from" in self.cues

    def _periods(self, where: Span) -> Sequence[Period]:
        return find_periods(where.of(self.around.text))

    def _features(self, key: str, back: int, many: int) -> Iterator[str]:
        """What speaks for and against a time, so many `back` from the latest."""
        period = self.around.board.periods[key]
        where = {0: "latest", 1: "second", many - 1: "first"}.get(back, "other")
        yield where
        yield f"{where} of {step(many, 2, 3, 6)}"
        allowed = self.rule.of(period)
        yield f"rule {allowed}{' assumed' if self.rule.assumed else ''}"
        yield f"rule {allowed} {where}"
        yield from (f"{cue} {where}" for cue in self.cues)
        for name, told in self.told.items():
            if any(one_time(p, period) for p in told):
                yield f"said in {name}"
                yield f"said in {name} of {min(len(told), 3)}"
            elif any(p.start is not None for p in told):
                yield f"another said in {name}"
        yield f"printed {step(self.printed[key], 0, 2)} {where}"
        for place, keys in self.around.neighbours:
            several = {time for _, _, time in keys}
            if key in several and place != "paragraph after":
                yield f"neighbour {place}{' one' if len(several) == 1 else ''}"
