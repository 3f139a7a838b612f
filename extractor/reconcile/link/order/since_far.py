"""A rank in time that stands in the headline, and levels of other years that the story tells far from it.

What the headline ranks is the first level of the body that it can mean: rain under "wettest", the only share of a
sentence that takes up its noun. Paragraphs away a level must be tied to it more closely than beside it: told of the
same month in the same unit, or of nothing that the rank does not name, or as the peak of the rally before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.order.dated import MONTHS, STRETCH, YEAR
from extractor.reconcile.link.order.since_words import APART, Since
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("ranks")["since"]
_MEASURED: dict[str, list[str]] = {w: g["units"] for g in _WORDS["measured"] for w in g["words"]}
_PEAK, _RALLY = any_of(_WORDS["peak"]), any_of(_WORDS["rally"])
_PRICES = content_words(" ".join((*_WORDS["prices"], *_WORDS["plain"])))
_BESIDE = Regex(r"\s(?:above|below|more|less|higher|lower|warmer|cooler|hotter|colder)\b")
_LEVEL = Regex(rf"\bthe\s({'|'.join(_WORDS['levels'])})\b")
_TOLD = Regex(rf"\b[Ii]n\s(?:{MONTHS.pattern}\s)?(?:18|19|20)\d\d\b")
_CLAUSE = Regex(r"[,;:(–—]\s?|\s(?:and|but|while|whereas|when|as|before)\s")
_NAME = Regex(r"(?<=[a-z\d,;:]\s)[A-Z][\w’'-]+")
#: Paragraphs of the body in which the level is told that a headline ranks.
_LEAD = 3
#: Levels of other years, far from the rank, are no more than so many times apart.
_FACTOR = 2.0


def under_headline(story: Story, said: Since) -> Claim | None:
    """The level of the body that the rank of a headline means."""
    body = [z for z in story.zones if z.kind not in DISPLAY and z.span.start > said.span.end][:_LEAD]
    if not body:
        return None
    near = story.starting(body[0].span.start, body[-1].span.end - 1)
    word = next((w for w in _MEASURED if re.search(rf"\b{w}\b", said_words(story, said), re.I)), None)
    if word is not None:
        fit = [c for c in near if _is_plain(c) and c.figure.amount.unit in _MEASURED[word]]
        fit = [c for c in fit if not _BESIDE.match(after(story, c))]
        warmth = any("degree" in unit for unit in _MEASURED[word])
        return next((c for c in fit if (c.statistic == "mean") == warmth), fit[0] if fit else None)
    named = content_words(story.words(Span(said.sentence.start, said.span.start)))
    for sentence in sorted({c.sentence for c in near}):
        inside = [c for c in story.in_sentence(sentence) if _is_plain(c) and family(c) in "PR"]
        if len(inside) == 1 and named & content_words(story.words(sentence)):
            return inside[0]
    return None


def said_words(story: Story, said: Since) -> str:
    """The words of a rank."""
    return story.words(said.span)


def _is_plain(claim: Claim) -> bool:
    a = claim.figure.amount
    plain = claim.stance == "asserted" and not claim.negated and a.low is not None and a.high is not None
    return plain and not is_change(claim) and claim.figure.kind != "multiple"


def is_of_it(story: Story, said: Since, subject: Claim, other: Claim) -> bool:
    """True if a level paragraphs away is surely one of what is ranked."""
    values = sorted(float(c.figure.value or 0) for c in (subject, other))
    if values[0] <= 0 or values[1] > _FACTOR * values[0] or unit_of(subject) != unit_of(other):
        return False
    words = story.sentence(other)
    if family(other) == "M" and _is_peak(story, other):
        return True
    if APART.search(words) or _names_anew(story, other):
        return False
    known = f"{story.sentence(subject)} {story.words(said.sentence)}"
    if other.figure.kind == "measure" and MONTHS.search(words):
        return _is_of_month(known, words)
    return _is_of_words(story, known, other) or _is_level_again(story, said, subject, other)


def _names_anew(story: Story, other: Claim) -> bool:
    """True if its sentence names somebody or some place that the story has not named before."""
    text = story.document.text[story.start : other.sentence.start]
    names = set(_NAME.findall(MONTHS.sub(" ", story.sentence(other))))
    return any(not re.search(rf"\b{re.escape(n)}", text) for n in names)


def _is_of_month(known: str, words: str) -> bool:
    """True if both are told of one month of the year, whole or in part alike."""
    ours, theirs = ({m.lower() for m in MONTHS.findall(w)} for w in (known, words))
    parts = {m.lower().removesuffix("s") for m in STRETCH.findall(words)} - theirs - {"month"}
    mine = {m.lower().removesuffix("s") for m in STRETCH.findall(known)}
    return len(ours) == 1 and ours == theirs and parts <= mine


def _is_of_words(story: Story, known: str, other: Claim) -> bool:
    """True if its part of the sentence names what is ranked, and nothing else."""
    words = story.sentence(other)
    at = other.figure.span.start - other.sentence.start
    breaks = [m.end() for m in re.finditer(r"[;:(–—]\s?|\s(?:but|while|whereas|when)\s", words[:at])]
    tail = _CLAUSE.split(words[at + len(other.figure.text) :])[0]
    led = words[breaks[-1] if breaks else 0 : at]
    told = content_words(MONTHS.sub(" ", YEAR.sub(" ", f"{led} {tail}"))) - content_words(
        " ".join(_WORDS["plain"])
    )
    told -= content_words(" ".join(c.figure.text for c in story.in_sentence(other.sentence)))
    stretch = {m.lower() for m in STRETCH.findall(words)} - {m.lower() for m in STRETCH.findall(known)}
    return bool(told) and told <= content_words(known) and not stretch


def _is_level_again(story: Story, said: Since, subject: Claim, other: Claim) -> bool:
    """True for "the level reached 75.8 metres" behind "the highest level since 1952", with no other such figure between."""
    led = story.lead(other)
    named = _LEVEL.findall(led.lower())
    alike = [c for c in story.claims if unit_of(c) == unit_of(subject) and not is_change(c)]
    near = story.paragraphs_apart(subject, other) <= _LEAD
    return (
        near
        and len(alike) == 2
        and len(named) == 1
        and named[0] in said_words(story, said).lower().split()
        and not content_words(_TOLD.sub(" ", led)) - content_words(" ".join(_WORDS["plain"]))
    )


def _is_peak(story: Story, other: Claim) -> bool:
    """True for "The previous rally came to an end in March 2024, when prices peaked at £5,015"."""
    words = story.sentence(other)
    led = words[: other.figure.span.start - other.sentence.start]
    clause = _CLAUSE.split(led)[-1]
    return (
        _RALLY.search(led) is not None
        and _PEAK.search(clause) is not None
        and content_words(MONTHS.sub(" ", clause)) <= _PRICES
    )


def far(story: Story, subject: Claim, near: Sequence[Claim]) -> Sequence[Claim]:
    """The claims of the body that are not near."""
    known = {c.id for c in near}
    return [c for c in story.claims if c.id not in known and c.block not in DISPLAY and c is not subject]


__all__ = ["far", "is_of_it", "under_headline"]
