"""Ranks in time against a year that is printed: "the highest since 2009", and "It had been 3.9 per cent in 2020".

The words say from when on nothing was so high or so low. A level of the same thing that the story dates later than
that, and before the one that is ranked, may not pass it. What is ranked is the only plain level of the sentence, or
of the one before where the rank is told by "It was"; the level of the other year goes on about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from extractor.lexicon import table
from extractor.model import Claim, Comparison, Cue, Relation, Role, Span, stable_id
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.order.dated import IN_YEAR, MONTHS, STRETCH, YEAR, year_of
from extractor.reconcile.link.order.since_far import far, is_of_it, under_headline
from extractor.reconcile.link.order.since_words import APART, Since, ranked_since
from extractor.reconcile.link.retold.same import key_of
from extractor.reconcile.link.window.levels import SMALL
from extractor.reconcile.link.window.scope import after, before, of_one_size, one_place
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("ranks")["since"]
#: Where a rank's sentence goes on about the level before it.
_IT_WAS = Regex(rf"^[“\"‘]?(?:{'|'.join(_WORDS['it_was'])})\b", re.IGNORECASE)
_CLAUSE = Regex(r"[,;:(–—]\s?|\s(?:and|but|while|whereas|when|as)\s")
_PLAIN = any_of(_WORDS["plain"])
#: "In 2021, with offices shut, it was": between commas, and said of the time.
_ASIDE = Regex(r"(?:^|\bthat\s)\W*(?:[\w’'-]+\s){0,5}[Ii]n\s(?:18|19|20)\d\d,\s(?:[^,]*,\s)?|\bwhen\b[^,]*,")
_THE = Regex(rf"\bthe\s(?:{one_of(_WORDS['levels'])})\b", re.IGNORECASE)
#: "The co-op paid": who was told of before.
_HOLDER = Regex(r"^\W*(?:In\s\d{4},?\s)?(?:the|its|their)\s([a-z][\w’-]+)\s[\w’'-]+\s\W?$", re.IGNORECASE)
#: The verb right before a level, whatever it is.
_VERB = Regex(r"[\w’'-]+\s(?:(?:just|only|about|some)\s)?(?:£|\$|€|₹|N|R|Rs\s)?$")
_AGAINST = Regex(
    r"\b(?:from|against|compared\s(?:with|to)|than|versus|(?:up|down)\son|below|above|instead\sof|had\sbeen|after)\s"
    r"(?:(?:the|a|an|just|only|about|some)\s)*$",
    re.IGNORECASE,
)
#: "Settled £142 HIGHER at £4,870": by how much it moved.
_BY = Regex(r"^\s(?:higher|lower|up|down|dearer|cheaper|firmer|weaker|stronger|more|less)\b")
_AGO = Regex(
    r"^[^,;.]{0,40}?\b(?:(?:ago|earlier|previously|the\s\w+\sbefore)\b|in\sthe\s(?:previous|preceding)\s)"
)


def ranks_since(story: Story) -> Iterator[Relation]:
    """One relation for each rank in time that a printed year may speak against."""
    for said in ranked_since(story):
        subject = _subject(story, said)
        if subject is None:
            continue
        near = () if subject.block in DISPLAY else story.around(subject, 1)
        rivals = [c for c in near if _is_rival(story, said, subject, c, _is_of_it)]
        rivals += [c for c in far(story, subject, rivals) if _is_rival(story, said, subject, c, is_of_it)]
        if rivals:
            yield _relation(story, said, subject, rivals)


def _subject(story: Story, said: Since) -> Claim | None:
    """The only level that the words may rank; None where two could be meant."""
    inside = _levels(story, said, said.sentence)
    if inside:
        return inside[0] if len(inside) == 1 else None
    if story.zones[story.block_number(said.span.start)].kind in DISPLAY:
        return under_headline(story, said)
    led = story.words(Span(said.sentence.start, said.span.start))
    if not _IT_WAS.match(led) or story.starting(said.sentence.start, said.span.start):
        return None
    earlier = [s for s in story.sentences if s.end <= said.sentence.start]
    near = earlier and said.sentence.start - earlier[-1].end <= 2
    levels = _levels(story, said, earlier[-1]) if near else ()
    return levels[0] if len(levels) == 1 else None


def _levels(story: Story, said: Since, sentence: Span) -> Sequence[Claim]:
    """The levels of a sentence that are of now: not those of earlier, nor changes beside levels."""
    told = [
        c
        for c in story.starting(sentence.start, sentence.end - 1)
        if not said.span.contains(c.figure.span) and family(c) in "CMUPR" and not _is_earlier(story, c)
    ]
    told = [c for c in told if c.stance == "asserted" and not c.negated and (c.figure.value or 0) > 0]
    told = [c for c in told if family(c) != "C" or c.measure is not None or (c.figure.value or 0) >= SMALL]
    plain = [c for c in told if not is_change(c)]
    usual = [c for c in plain if c.statistic != "mean"]
    return usual or plain or told


def _is_earlier(story: Story, level: Claim) -> bool:
    """True for a level that the words set the ranked one against: "up from 2.9 per cent", "against $8.05 last year"."""
    behind = after(story, level)
    return bool(_AGAINST.search(before(story, level)) or _AGO.match(behind) or _BY.match(behind))


def _is_rival(
    story: Story,
    said: Since,
    subject: Claim,
    other: Claim,
    is_of_it: Callable[[Story, Since, Claim, Claim], bool],
) -> bool:
    """True for a level of the same thing that the story dates between the year of the words and now."""
    if other is subject or other.block in DISPLAY or said.span.overlaps(other.figure.span):
        return False
    if unit_of(other) != unit_of(subject) or is_change(other) != is_change(subject):
        return False
    if other.direction != subject.direction and is_change(subject):
        return False
    plain = other.stance == "asserted" and not other.negated and other.figure.hedge in (None, "just", "only")
    if not plain or not of_one_size(subject, other) or not one_place(subject, other):
        return False
    year = year_of(story, other)
    return (
        year is not None and _is_between(story, said, subject, year) and is_of_it(story, said, subject, other)
    )


def _is_between(story: Story, said: Since, subject: Claim, year: int) -> bool:
    words = story.sentence(subject).replace(story.words(said.span), "")
    words += story.words(said.sentence).replace(story.words(said.span), "")
    own = {int(y) for y in YEAR.findall(words)} - {year}
    if said.year is not None and year <= said.year:
        return False
    if year in {int(y) for y in YEAR.findall(words)} and year_of(story, subject) == year:
        return False
    return all(year < y for y in own)


def _is_of_it(story: Story, said: Since, subject: Claim, other: Claim) -> bool:
    """True if the words of the other year's level go on about what is ranked, over a time of one length."""
    led = story.lead(other)
    tail = _CLAUSE.split(after(story, other, 80))[0]
    if APART.search(f"{led} {tail}"):
        return False
    known = f"{story.sentence(subject)} {story.words(said.sentence)}"
    if not _is_of_length(subject, known, f"{led} {tail}"):
        return False
    if family(other) == "C" and other.measure is not None and other.measure.found == "here":
        named = other.measure.key
        if not (may_be_one(named, key_of(subject)) or content_words(named) <= content_words(known)):
            return False
    return _names_nothing_new(story, (subject, other), led, tail, known)


def _is_of_length(subject: Claim, ours: str, theirs: str) -> bool:
    """False for a count of a month beside that of a year; rates and shares have no length."""
    if family(subject) in "PR" or re.search(r"^\s(?:an?|per)\s", ours.partition(subject.figure.text)[2]):
        return True
    here, there = ({m.lower() for m in STRETCH.findall(words)} for words in (ours, theirs))
    return bool(here) == bool(there) or bool(here & there)


def _names_nothing_new(story: Story, both: tuple[Claim, Claim], led: str, tail: str, known: str) -> bool:
    """True if what the other level is told of was told of what is ranked: "it", "the rate", the same noun."""
    subject, other = both
    spoken = _VERB.sub(" ", _ASIDE.sub(" ", led))
    tail = YEAR.sub(" ", IN_YEAR.sub(" ", tail))
    ours = content_words(known)
    told = content_words(MONTHS.sub(" ", _PLAIN.sub(" ", f"{spoken} {tail}")))
    new = told - ours
    if not new:
        return story.paragraphs_apart(subject, other) == 0 or bool(told) or _THE.search(led) is not None
    holder = _HOLDER.match(led)
    start = story.document.text[: subject.sentence.start].lower()
    return holder is not None and new <= content_words(holder[1]) and holder[1].lower() in start


def _relation(story: Story, said: Since, subject: Claim, rivals: Sequence[Claim]) -> Relation:
    comparison = Comparison(
        stable_id("k", story.document.id, str(said.span.start), str(said.span.end), "since"),
        story.document.id,
        said.span,
        story.words(said.span),
        said.sentence,
        said.direction,
        block=subject.block,
        stance=subject.stance,
        speaker=subject.speaker,
    )
    extent = Span(
        min(subject.sentence.start, said.sentence.start, *(c.sentence.start for c in rivals)),
        max(said.sentence.end, *(c.sentence.end for c in rivals)),
    )
    roles = (Role("stated", comparison), Role("subject", subject), *(Role("behind", c) for c in rivals))
    return Relation("rank", roles, Cue(story.document.id, extent, story.words(extent)), "contextual")


__all__ = ["ranks_since"]
