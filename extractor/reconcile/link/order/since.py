"""Ranks in time against a year that is printed: "the highest since 2009", and "It had been 3.9 per cent in 2020".

The words say from when on nothing was so high or so low. A level of the same thing that the story dates later than
that, and before the one that is ranked, may not pass it. What is ranked is the only plain level of the sentence, or
of the one before where the rank is told by "It was"; the level of the other year goes on about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.lexicon import table
from extractor.model import Claim, Comparison, ComparisonDirection, Cue, Relation, Role, Span, stable_id
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import direction_of, is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.order.dated import IN_YEAR, MONTHS, STRETCH, YEAR, year_of
from extractor.reconcile.link.retold.same import key_of
from extractor.reconcile.link.window.levels import SMALL
from extractor.reconcile.link.window.scope import after, before, of_one_size, one_place
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.wording import any_of, one_of

_WORDS = table("ranks")["since"]
_ENDS: tuple[ComparisonDirection, ...] = ("higher", "lower")
_SUPERLATIVES, _ADJECTIVES, _COMPARED = (
    one_of([*_WORDS[n]["higher"], *_WORDS[n]["lower"], *_WORDS[n].get("either", ())])
    for n in ("superlatives", "adjectives", "compared")
)
_NUMBERS: dict[str, int] = dict(_WORDS["numbers"])
_SOME = r"(?:at\sleast\s|more\sthan\s|nearly\s|almost\s|about\s|some\s|over\s|the\s(?:last|past)\s)*"
_FROM = (
    r"(?:since\s(?:at\sleast\s|back\sin\s|the\s(?:[\w’'-]+\s){1,3}of\s|early\s|late\s|(?:January|February|March|April|May"
    r"|June|July|August|September|October|November|December)\s)?(?P<year>(?:18|19|20)\d\d)\b"
    rf"|(?:in|for|over)\s{_SOME}(?P<many>\d+|{one_of(_NUMBERS)})\s(?P<unit>years?|decades?)\b)"
)
_ALWAYS = r"(?P<always>on\srecord|ever\srecorded|in\s(?:its|the\s\w+[’']s)\shistory|since\srecords\sbegan)"
_NOUN = r"(?:\s(?!(?:of|in|for|among|at|outside|by|to|from|ever|on|since|yet)\b)[\w’'-]+){0,3}?"
_PHRASES = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        rf"\b(?P<word>{_SUPERLATIVES})(?P<noun>{_NOUN}),?\s(?:{_FROM}|{_ALWAYS})",
        rf"\b(?:a|an|its|the)\s(?P<many>\d+|{one_of(_NUMBERS)})[\s-](?P<unit>year|decade)[\s-](?P<word>high|low)\b",
        rf"\b(?:not|never|n[’']t|no)\b[^.;:]{{0,30}}?\b{_FROM}[^.;:]{{3,60}}?\b(?:so|this|as|such)\s(?P<word>{_ADJECTIVES})\b",
        rf"\b(?:not|never|n[’']t)\b[^.;:,]{{0,30}}?\b(?:so|this|as)\s(?P<word>{_ADJECTIVES})(?P<noun>{_NOUN})\s{_FROM}",
        rf"\b(?P<word>{_COMPARED})(?P<noun>{_NOUN})\sthan\s(?:at\sany\s(?:other\s)?(?:time|point|stage)|in\sany\s(?:other\s)?(?:year|season)"
        rf"|any\s(?:other\s)?(?:time|year|season)|it\shas\sbeen)\s{_FROM}",
        r"\b(?:a|its|an\sall-time)\s(?:new\s)?(?P<always>record)\s(?:(?P<word>high|low)\sof\s)?(?=£|\$|€|₹|N|R|\d)",
    )
)
#: What limits the group in which a figure is first, or makes it one of another kind than those printed.
_LIMITED, _APART = any_of(_WORDS["limited"]), any_of(_WORDS["apart"])
#: Where a rank's sentence goes on about the level before it.
_IT_WAS = re.compile(rf"^[“\"‘]?(?:{'|'.join(_WORDS['it_was'])})\b", re.IGNORECASE)
_REACHED = any_of(_WORDS["reached"])
_SENTENCE = re.compile(r"(?<=[a-z\d)%”’\"][.!?])[”\"]?\s(?=[A-Z“\"‘$£€\d])")
#: Without a date of printing a story is taken to be no older than so many years after the last year that it prints.
_LATE, _LEAST = int(_WORDS["late"]), int(_WORDS["least"])
_CLAUSE = re.compile(r"[,;:(–—]\s?|\s(?:and|but|while|whereas|when|as)\s")
_PLAIN = any_of(_WORDS["plain"])
#: "In 2021, with offices shut, it was": between commas, and said of the time.
_ASIDE = re.compile(
    r"(?:^|\bthat\s)\W*(?:[\w’'-]+\s){0,5}[Ii]n\s(?:18|19|20)\d\d,\s(?:[^,]*,\s)?|\bwhen\b[^,]*,"
)
_THE = re.compile(rf"\bthe\s(?:{one_of(_WORDS['levels'])})\b", re.IGNORECASE)
#: "The co-op paid": who was told of before.
_HOLDER = re.compile(
    r"^\W*(?:In\s\d{4},?\s)?(?:the|its|their)\s([a-z][\w’-]+)\s[\w’'-]+\s\W?$", re.IGNORECASE
)
#: The verb right before a level, whatever it is.
_VERB = re.compile(r"[\w’'-]+\s(?:(?:just|only|about|some)\s)?(?:£|\$|€|₹|N|R|Rs\s)?$")
_AGAINST = re.compile(
    r"\b(?:from|against|compared\s(?:with|to)|than|versus|(?:up|down)\son|below|above|instead\sof|had\sbeen|after)\s"
    r"(?:(?:the|a|an|just|only|about|some)\s)*$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"^[^,;.]{0,40}?\b(?:(?:ago|earlier|previously|the\s\w+\sbefore)\b|in\sthe\s(?:previous|preceding)\s)"
)


@dataclass(frozen=True, slots=True)
class Since:
    """Words that rank a figure in time: where they stand, which end they mean, and from which year on."""

    span: Span
    direction: ComparisonDirection
    #: The year after which nothing passed it; None for a record of all times.
    year: int | None
    sentence: Span


def ranks_since(story: Story) -> Iterator[Relation]:
    """One relation for each rank in time that a printed year may speak against."""
    for said in _said(story):
        subject = _subject(story, said)
        if subject is None:
            continue
        rivals = [c for c in story.around(subject, 1) if _is_rival(story, said, subject, c)]
        if rivals:
            yield _relation(story, said, subject, rivals)


def _said(story: Story) -> Iterator[Since]:
    for zone in story.zones:
        text = story.words(zone.span)
        if zone.kind in DISPLAY or not (
            "since" in text or "year" in text or "record" in text or "decade" in text
        ):
            continue
        for pattern in _PHRASES:
            for found in pattern.finditer(text):
                sentence = _sentence(text, found.start(), zone.span.start)
                said = _read(story, found, zone.span.start, sentence)
                if said is not None:
                    yield said


def _sentence(text: str, at: int, offset: int) -> Span:
    """The sentence of a zone that holds an offset, by its stops; those with no figure have no other span."""
    stops = [m.end() for m in _SENTENCE.finditer(text)]
    start = max((s for s in stops if s <= at), default=0)
    return Span(offset + start, offset + min((s for s in stops if s > at), default=len(text)))


def _read(story: Story, found: re.Match[str], offset: int, sentence: Span) -> Since | None:
    groups = found.groupdict()
    span = Span(offset + found.start(), offset + found.end())
    around = story.words(sentence)
    if _LIMITED.search(
        f"{groups.get('noun') or ''} {story.words(Span(span.end, min(sentence.end, span.end + 40)))}"
    ):
        return None
    way = _way(groups.get("word") or "high", story.words(Span(sentence.start, span.start)))
    if way is None or _APART.search(around):
        return None
    if groups.get("always"):
        return Since(span, way, None, sentence)
    year = int(groups["year"]) if groups.get("year") else _years_back(story, groups, around)
    return None if year is None else Since(span, way, year, sentence)


def _way(word: str, led: str) -> ComparisonDirection | None:
    """The end that a word means; "worst" means that to which the words before it moved."""
    word = word.lower()
    for way in _ENDS:
        if any(word in _WORDS[n][way] for n in ("superlatives", "adjectives", "compared")):
            return way
    if _REACHED.search(led):
        return "higher"
    moved = direction_of(led)
    return None if moved is None else "higher" if moved == "rose" else "lower"


def _years_back(story: Story, groups: dict[str, str | None], sentence: str) -> int | None:
    """The year that so many years before the story are; None where it is not known well enough when it was printed."""
    told = (groups["many"] or "").lower()
    many = int(told) if told.isdigit() else _NUMBERS[told]
    many *= 10 if (groups["unit"] or "").startswith("decade") else 1
    own = {int(y) for y in YEAR.findall(sentence)}
    if len(own) == 1:
        return own.pop() - many
    if story.document.published is not None:
        return story.document.published.year - many
    printed = [int(y) for y in YEAR.findall(story.document.text)]
    return max(printed) + _LATE - many if printed and many >= _LEAST else None


def _subject(story: Story, said: Since) -> Claim | None:
    """The only level that the words may rank; None where two could be meant."""
    inside = _levels(story, said, said.sentence)
    if inside:
        return inside[0] if len(inside) == 1 else None
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
    return plain or told


def _is_earlier(story: Story, level: Claim) -> bool:
    """True for a level that the words set the ranked one against: "up from 2.9 per cent", "against $8.05 last year"."""
    return _AGAINST.search(before(story, level)) is not None or _AGO.match(after(story, level)) is not None


def _is_rival(story: Story, said: Since, subject: Claim, other: Claim) -> bool:
    """True for a level of the same thing that the story dates between the year of the words and now."""
    if other is subject or other.block in DISPLAY or said.span.overlaps(other.figure.span):
        return False
    if unit_of(other) != unit_of(subject) or is_change(other) != is_change(subject):
        return False
    if other.direction != subject.direction and is_change(subject):
        return False
    plain = other.stance == "asserted" and not other.negated and other.figure.hedge is None
    if not plain or not of_one_size(subject, other) or not one_place(subject, other):
        return False
    year = year_of(story, other)
    return (
        year is not None
        and _is_between(story, said, subject, year)
        and _is_of_it(story, said, subject, other)
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
    led = story.words(Span(other.sentence.start, other.figure.span.start))
    tail = _CLAUSE.split(after(story, other, 80))[0]
    if _APART.search(f"{led} {tail}"):
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
