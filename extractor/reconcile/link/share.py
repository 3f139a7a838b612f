"""Shares: a part, the whole that it is taken of, and the rate that the print gives for it.

Where the print ties all three, a rate that does not fit can be questioned. Where it ties two,
the third is sought: a whole with the noun of the base may be questioned too, any other figure
may only confirm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from extractor.amount import meet, scale, str_amount, surely_less
from extractor.amount import product as times
from extractor.amount import ratio as divide
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, Strength, stable_id
from extractor.reconcile.link.cues.phrases import Marked, Match, Phrase, first_of_each, matches, relation_of
from extractor.reconcile.link.fits.fill import fitting, nearby, tied
from extractor.reconcile.story import Story, family

#: Part, whole and rate, all tied by the words.
WHOLE_PHRASES = (
    Phrase(
        "part-of-whole-rate",
        "a part out of its whole, and the rate that they make",
        r"{part:N}@FEW@OF@ADJ{0,2}?{whole:N}[^‹|¶,;:()–—]{0,60}?@AGAIN{rate:P}@STILL",
        "share",
        ("25 of 70, around 36 per cent", "1,075 of 2,863 applicants, or 37.5 per cent", "6 out of 40 (15%)"),
        "25 of 70 came by bus and 36 per cent on foot",
    ),
    Phrase(
        "part-rate-of-whole",
        "a part, its rate in brackets or after a comma, then the whole",
        r"{part:N}[^‹|¶;:()–—]{0,60}?@AGAIN{rate:P}\)?,?\sof\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?@ADJ{0,2}?{whole:N}",
        "share",
        ("214 schools, or 53 per cent of the 402", "1,620 GWh in February, 50 per cent of the 3,240 GWh"),
        "214 schools closed, 53 per cent of pupils stayed at home, 402 did not",
    ),
    Phrase(
        "rate-of-whole-part",
        "a rate of a whole, then the part that it makes",
        r"{rate:P}@OF{whole:N}[^‹|¶,;:()–—]{0,60}?@AGAIN{part:N}(?=\s*[,.)|–—]|\s(?:of\sthem|in\sall)\b)",
        "share",
        ("37.5 per cent of the 2,863 applicants, or 1,075.", "a third of its 402 schools (134)"),
        "a third of its 402 schools, 134 teachers and a bus",
    ),
    Phrase(
        "rate-part-of-whole",
        "a rate, then the part out of its whole",
        r"{rate:P}(?:\s[\w’'-]+){0,6}?(?:\s\(|,\s|:\s|\s[–—]\s)(?:or\s|that\sis\s|i\.e\.\s|just\s|only\s)?{part:N}\s(?:out\s)?of\s(?:@ART\s|all\s|a\stotal\sof\s)?@ADJ{0,2}?{whole:N}",
        "share",
        ("is at 71 per cent (64 of 90)", "a 53 per cent turnout: 214 out of 402"),
        "is at 71 per cent; 64 of 90 boats left",
    ),
    Phrase(
        "whole-with-part-rate",
        "a whole, 'with' a part, and its rate",
        r"{whole:N}(?:\s[\w’'-]+){1,6}?,?\swith\s(?:only\s|just\s|some\s)?{part:N}[^‹|¶;,()]{0,50}?(?:\s\(|,\s(?:or\s)?|,?\sor\s|\s[–—]\s(?:or\s)?){rate:P}(?=\s*[),.;|–—])",
        "share",
        ("It answered 402 requests in full, with 214 late, or 53 per cent.",),
        "It answered 402 requests with 214 staff, and 53 per cent were late",
    ),
    Phrase(
        "whole-part-of-them-rate",
        "a whole in one sentence, 'of them' in the next, with the rate",
        r"{whole:N}[^‹|¶]{0,120}?@NEXT(?:only\s|just\s|some\s|but\s|in\sall\s)?{part:N}\sof\s(?:these|those|them)\b[^‹|¶;]{0,50}?(?:\s\(|,\s(?:or\s)?|,?\sor\s|\s[–—]\s(?:or\s)?){rate:P}@STILL",
        "share",
        ("It had 402 replies.| Only 214 of them, or 53 per cent, said no",),
        "It had 402 replies.| Only 214 of them came by post and 53 per cent late",
    ),
    Phrase(
        "part-that-was-rate-of-whole",
        "a part, then 'that was' its rate of the whole",
        r"{part:N}[^‹|¶]{0,80}?@NEXT(?:that|this|it|they|these)\s(?:is|was|were|are|made\sup|makes\sup|accounts?\sfor|accounted\sfor|represents?|represented)\s(?:about\s|just\s|only\s)?{rate:P}\sof\s(?:@ART\s|all\s|all\sthe\s)?@ADJ{0,2}?{whole:N}",
        "share",
        ("In May 214 were late.| That was 53 per cent of the 402 sent",),
        "In May 214 were late.| That was 53 per cent more than 402",
    ),
    Phrase(
        "of-whole-part-rate",
        "a fronted whole, then a part and its rate",
        r"\b(?:of|out\sof|among)\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?{whole:N}[^‹|¶]{0,80}?,\s[^‹|¶;]{0,60}?{part:N}[^‹|¶;:()–—]{0,60}?@AGAIN{rate:P}@STILL",
        "share",
        (
            "Of the 402 schools, 214 (53 per cent) had less",
            "of its 1,200 homes, some 300, or a quarter, are empty",
        ),
        "Of the 402 schools, 214 closed and 53 per cent of pupils stayed",
    ),
    Phrase(
        "of-whole-part-that-is-rate",
        "a fronted whole and its part, then the rate in a sentence of its own",
        r"\b(?:of|out\sof|among)\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?(?:[\w’'-]+\s){0,2}?{whole:N}[^‹|¶]{0,80}?,\s[^‹|¶;]{0,60}?{part:N}[^‹|¶]{0,100}?@NEXT(?:(?:that|this|it)\s(?:is|was|makes|means|gives|amounts\sto)|[^‹|¶]{0,40}?\b(?:is|was)\s(?:therefore|thus|so))\s(?:a\srate\sof\s|about\s)?{rate:P}@STILL",
        "share",
        (
            "Of the city's 120 boats, 54 could not sail.| That is 45 per cent of the fleet",
            "Out of 2,000 who had entered, 1,600 came.| Attendance was therefore 80 per cent",
        ),
        "Of the city's 120 boats, 54 could not sail.| In May 45 per cent of seamen were ill",
    ),
    Phrase(
        "whole-of-which-part-rate",
        "a whole, the part of it after 'of which', and its rate",
        r"{whole:N}[^‹|¶;]{0,90}?,?\sof\s(?:which|whom|them|these|those)\s(?:only\s|just\s|some\s)?{part:N}[^‹|¶;]{0,60}?(?:@AGAIN|\s[–—-]\s(?:an?\s)?(?:[\w’'-]+\s){0,2}?of\s){rate:P}@STILL",
        "share",
        (
            "42,870 approved places, of which 33,010, or 77%, were filled",
            "463 beds open on Monday, of which 449 were full — an occupancy of 97 per cent",
        ),
        "463 beds, of which 449 were full, and 97 per cent of nurses were in",
    ),
    Phrase(
        "whole-part-rate-of-them",
        "a whole and its part, and the rate 'of them'",
        r"{whole:N}[^‹|¶;]{0,110}?{part:N}[^‹|¶;,()]{0,30}?(?:,|\s[–—-]|\s\()\s?(?:or\s|just\s|about\s)?{rate:P}\sof\s(?:them|the\stotal|the\swhole)\b(?!\s(?:who|that|with|in|on))",
        "share",
        ("wrote to all 96 of its members and had replies from 24, a quarter of them",),
        "wrote to 96 members, 24 firms and a quarter of the press",
    ),
    Phrase(
        "of-these-part-rate",
        "a whole in one sentence, its part and rate in the next, tied by 'of these'",
        r"{whole:N}[^‹|¶]{0,140}?@NEXT(?:of|among|out\sof)\s(?:these|those|them|which|whom)\b,?[^‹|¶]{0,60}?{part:N}[^‹|¶;:()–—]{0,60}?@AGAIN{rate:P}@STILL",
        "share",
        ("It had 402 replies.| Of these, 214 (53 per cent) said no",),
        "It had 402 replies.| In all 214 (53 per cent) said no",
    ),
)
#: Part and rate; the whole has to be found.
PART_PHRASES = (
    Phrase(
        "part-bracket-rate",
        "a part with its rate in brackets",
        r"{part:N}(?:\s[\w’'-]+){0,6}?\s\(\s*(?:@OR\s)?{rate:P}(?=\s*[);,]|\sof\b)",
        "share",
        ("1,134 GWh (35 per cent)", "5,980 incidents (53%)"),
        "1,134 GWh (up 35 per cent)",
    ),
    Phrase(
        "part-or-rate",
        "a part and, said again, its rate",
        r"{part:N}[^‹|¶;:()–—]{0,90}?@OR_RATE{rate:P}@STILL",
        "share",
        ("25 interviews were carried out – a rate of 36 per cent", "£64m, or 22% of turnover"),
        "£64m, or 22% more than last year",
    ),
    Phrase(
        "part-comma-rate",
        "a part with its rate after a comma",
        r"{part:N}(?:\s[\w’'-]+){0,4}?,\s{rate:P}(?=\s*[,.;|]|\sof\b)",
        "share",
        ("wind was giving 3,870 MW, 55 per cent.", "£9,000 from pupils, 37.5 per cent of the total"),
        "it rose to 3,870 MW, 55 per cent more than last year",
    ),
    Phrase(
        "rate-then-part",
        "a rate of a group and the number that it stands for",
        r"{rate:P}(?:\sof\s(?:them|these|those|(?:the\s|all\s)?[\w’'-]+(?:\s[\w’'-]+)?)|\s[\w’'-]+)?(?:\s\(|,\s(?:or\s)?|\s[–—]\s){part:N}(?=\s*[,);.–—|]|\sof\sthem\b)",
        "share",
        ("more than a third of them, 4,262, travel by bus", "53 per cent of schools (214)"),
        "a third of them, 4,262 pupils and their parents",
    ),
)
#: Rate and whole; the part has to be found, and can only confirm.
BASE_PHRASES = (
    Phrase(
        "rate-of-whole",
        "a rate of a printed whole",
        r"{rate:P}\s(?:[\w’'-]+\s){0,2}?of\s(?:@ART\s|all\s|all\sthe\s|a\stotal\sof\s)?@ADJ{0,3}?{whole:N}",
        "share",
        ("17% of all 25,930 households", "a quarter of the 96 firms"),
        "17% of households and 25,930 flats",
    ),
)
#: A rate and what it means in money or heads.
MEANING_PHRASES = (
    Phrase(
        "rate-means-part",
        "a rate, and what it means in numbers",
        r"{rate:P}[^‹|¶]{0,40}?,?\s(?:which|and|that)\s(?:[\w’'-]+\s){0,4}?(?:(?:means?|meant|comes\sto|came\sto|works\sout\sat|amounts\sto|equals)\s@ADJ{0,2}?|(?:is|was)\s(?:about\s|just\s)?){part:CM}",
        "share",
        ("10 per cent, and on this house that means finding €34,500", "a fifth of it, which comes to £2m"),
        "10 per cent, and that is why 34 left",
    ),
)
#: A rate told of a printed base, where no part is printed.
SMALL_BASE = (
    Phrase(
        "of-base-rate",
        "a rate of a base named right before it",
        r"\b(?:of|among)\s(?:the|those|these|all|all\sthe)\s{whole:C}(?:\s[\w’'-]+){0,4}?,\s(?:exactly\s|precisely\s|only\s|just\s|some\s)?{rate:P}\s(?!of\b)",
        "share",
        ("Of the 24, exactly 61.4 per cent said", "among the 40 patients, 35.2 per cent had"),
        "of the 24 towns, 61.4 per cent of voters said",
    ),
)
_OF_THEM = re.compile(r"\sof\s(?:them|those|these|whom|which)\b", re.IGNORECASE)
PHRASES = (*WHOLE_PHRASES, *PART_PHRASES, *BASE_PHRASES, *MEANING_PHRASES, *SMALL_BASE)


def shares(story: Story, marked: Marked) -> Iterator[Relation]:
    """All shares that the story states or lets one find."""
    full = [m for m in first_of_each(matches(marked, WHOLE_PHRASES), "rate") if _possible(m)]
    full = [m for m in full if not _is_subject(story, m)]
    yield from (relation_of(story, m, "rate", "part", "whole") for m in full if not _is_of_part(story, m))
    taken = {m.roles["rate"].id for m in full}
    yield from _other_parts(story, marked)
    yield from _of_small_base(story, marked, taken)
    for match in first_of_each(matches(marked, PART_PHRASES), "rate"):
        if match.roles["rate"].id not in taken and _is_share(match.roles["rate"]):
            yield from _with_whole(story, match)
            taken.add(match.roles["rate"].id)
    for match in first_of_each(matches(marked, BASE_PHRASES), "rate"):
        if match.roles["rate"].id not in taken and _is_share(match.roles["rate"]):
            yield from _with_part(story, match)


#: "Some 710 of the 2,040, 64 per cent were against": what the share did, so that it says nothing again.
_DID = re.compile(
    r"\s(?:were|was|are|is|had|have|has|said|say|did|do|would|will|voted|want(?:ed)?|thought|believed?|backed|opposed"
    r"|supported|favou?red|preferred|chose|felt)\b"
)


def _is_subject(story: Story, match: Match) -> bool:
    """True for a share behind a comma that begins a clause of its own about others than the counts before."""
    rate, text = match.roles["rate"].figure.span, story.document.text
    last = all(c.figure.span.end <= rate.start for n, c in match.roles.items() if n != "rate")
    return last and text[: rate.start].endswith(", ") and _DID.match(text, rate.end) is not None


def _other_parts(story: Story, marked: Marked) -> Iterator[Relation]:
    """A rate with its part against the other rate with its part: both imply one whole."""
    pairs = [
        m
        for m in first_of_each(matches(marked, MEANING_PHRASES + PART_PHRASES), "rate")
        if family(m.roles["part"]) in "CM"
    ]
    for match in pairs:
        for other in pairs:
            if _is_other(story, match, other):
                yield _share(story, match, match.roles["part"], _implied_whole(other), "stated")


def _is_other(story: Story, match: Match, other: Match) -> bool:
    """True if the second rate is said to be what the first one leaves, just after it."""
    first, second = match.roles["rate"], other.roles["rate"]
    if first.figure.span >= second.figure.span or story.paragraphs_apart(first, second) > 1:
        return False
    before = story.document.text[max(0, second.figure.span.start - 16) : second.figure.span.start]
    told = re.search(r"\b(?:other|remaining)\s$", before, re.IGNORECASE)
    one_unit = family(match.roles["part"]) == family(other.roles["part"])
    adds = (
        first.figure.value is not None
        and second.figure.value is not None
        and first.figure.value + second.figure.value == 100
    )
    return bool(told) and one_unit and adds


def _implied_whole(match: Match) -> Derived:
    """What a part and its rate make together."""
    part, rate = match.roles["part"], match.roles["rate"]
    whole = scale(divide(part.figure.amount, rate.figure.amount), 100, part.figure.amount.unit)
    told = f"{part.figure.text} / {rate.figure.text} = {str_amount(whole)}"
    return Derived(
        stable_id("d", part.id, rate.id, "whole"), whole, "the whole that they imply", (part, rate), told
    )


def _of_small_base(story: Story, marked: Marked, taken: set[str]) -> Iterator[Relation]:
    """A share with decimals, or a small base: is there a whole number that prints as the share?"""
    for match in first_of_each(matches(marked, SMALL_BASE), "rate"):
        rate, whole = match.roles["rate"], match.roles["whole"]
        if rate.id not in taken and _is_share(rate) and whole.figure.hedge is None:
            taken.add(rate.id)
            yield relation_of(story, match, "rate", "whole")
    for rate in story.claims:
        decimals = (
            rate.figure.value is not None and rate.figure.value != rate.figure.value.to_integral_value()
        )
        if rate.id not in taken and rate.figure.kind == "percentage" and decimals and _is_share(rate):
            yield from _of_told_base(story, rate)


def _of_told_base(story: Story, rate: Claim) -> Iterator[Relation]:
    """A share with decimals and the count in its sentence, or just before, of what it is taken of."""
    keys = {m.key for m in (rate.base, rate.measure) if m is not None}
    before = [
        c
        for c in story.claims
        if family(c) == "C" and c.figure.span < rate.figure.span and story.paragraphs_apart(c, rate) == 0
    ]
    bases = [c for c in before if c.measure is not None and c.measure.key in keys and c.figure.hedge is None]
    if bases:
        cue = Cue(story.document.id, rate.figure.span, rate.figure.text)
        yield Relation("share", (Role("rate", rate), Role("whole", bases[-1])), cue, "contextual")


def _is_share(rate: Claim) -> bool:
    return rate.statistic != "change" and rate.direction is None


def _is_of_part(story: Story, match: Match) -> bool:
    """True for a share of the part itself: "300 of the 790 vacancies open, half OF THEM in parks"."""
    rate, whole = match.roles["rate"].figure.span, match.roles["whole"].figure.span
    behind = story.words(Span(rate.end, match.roles["rate"].sentence.end))
    return whole < rate and _OF_THEM.match(behind) is not None


def _possible(match: Match) -> bool:
    """False where the part cannot belong to the whole: other units, or a movement between them."""
    part, whole = match.roles["part"], match.roles["whole"]
    same_unit = family(part) == "C" or part.figure.amount.unit == whole.figure.amount.unit
    if surely_less(whole.figure.amount, part.figure.amount):
        return False
    return family(part) == family(whole) and same_unit and match.roles["rate"].statistic != "change"


def _alike_near(story: Story, anchor: Claim, *but: Claim) -> list[Claim]:
    """The claims of the anchor's family and unit around it."""
    unit = None if family(anchor) == "C" else anchor.figure.amount.unit
    return [c for c in nearby(story, anchor, family(anchor), unit=unit) if c not in but]


def _with_whole(story: Story, match: Match) -> Iterator[Relation]:
    part, rate = match.roles["part"], match.roles["rate"]
    near = [c for c in _alike_near(story, part) if not surely_less(c.figure.amount, part.figure.amount)]
    implied = scale(divide(part.figure.amount, rate.figure.amount), 100)
    named = _named_whole(near, part, rate)
    whole = named if named is not None and meet(named.figure.amount, implied) else fitting(implied, near)
    if whole is not None:
        yield _share(story, match, part, whole, "numeric")


def _named_whole(near: list[Claim], part: Claim, rate: Claim) -> Claim | None:
    """The whole with the noun of the base, where the rate names its base and one value has that noun."""
    if rate.base is None or rate.base.key[:4] not in rate.base.text.lower():
        return None
    return tied(near, (rate.base.key,), lambda c: not c.negated and same_scope(c, part))


def same_scope(a: Claim, b: Claim) -> bool:
    """False where the two are told of different places or times."""
    places = a.place is None or b.place is None or a.place.key == b.place.key
    periods = a.period is None or b.period is None or a.period.key == b.period.key
    return places and periods


def _with_part(story: Story, match: Match) -> Iterator[Relation]:
    rate, whole = match.roles["rate"], match.roles["whole"]
    near = [c for c in _alike_near(story, whole) if not surely_less(whole.figure.amount, c.figure.amount)]
    implied = scale(times(rate.figure.amount, whole.figure.amount), Fraction(1, 100))
    part = fitting(implied, near)
    if part is not None:
        yield _share(story, match, part, whole, "numeric")


def _share(story: Story, match: Match, part: Claim, whole: Claim | Derived, strength: Strength) -> Relation:
    roles = (Role("rate", match.roles["rate"]), Role("part", part), Role("whole", whole))
    return Relation("share", roles, Cue(story.document.id, match.span, story.words(match.span)), strength)
