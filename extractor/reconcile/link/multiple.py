"""Multiples and means: "twice as many as", "doubled from", "an average of 4.2 each"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractor.amount import exact, surely_less
from extractor.model import Claim, Cue, Relation, Role
from extractor.nouns import may_be_one
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.phrases import Marked, Match, Phrase, first_of_each, matches, relation_of
from extractor.reconcile.link.fraction import fractions
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

MULTIPLES = (
    Phrase(
        "moved-times-from-to",
        "a level that became a multiple of another",
        r"{multiple:X}(?:\s[\w’'-]+){0,4}?\sfrom\s@LEAD{0,2}?{from:NPR}[^‹|¶;:]{0,50}?\sto\s{to:NPR}",
        "multiple",
        ("doubled from 12 to 24", "trebled in a year from £1.1m to £3.3m"),
        "doubled from last year, when 12 of the 24 left",
    ),
    Phrase(
        "moved-times-to-from",
        "a level that became a multiple, the new one told first",
        r"{multiple:X}(?:\s[\w’'-]+){0,4}?\sto\s@LEAD{0,2}?{to:NPR}[^‹|¶;:]{0,50}?\sfrom\s@LEAD{0,2}?{from:NPR}",
        "multiple",
        ("doubled to 24 from 12", "trebled in a year to £3.3m, from £1.1m"),
        "doubled to 24, and 12 came from Kent",
    ),
    Phrase(
        "times-as-many-as",
        "a level that is a multiple of another",
        r"{to:NPR}[^‹|¶;:]{0,50}?,?\s(?:which\s(?:is|was)\s|or\s|about\s|is\s|was\s|some\s)?{multiple:X}\s(?:as\s(?:many|much|high|large|big)\sas|that\sof|the|its|their)\s(?:(?!\b(?:but|though|although|yet|than|while)\b)[^‹|¶;:,]){0,50}?(?:‹D\d+›\s(?:ago|earlier|before)[^‹|¶;:,]{0,10}?)?{from:NPR}",
        "multiple",
        ("24 homes, twice as many as the 12", "was £2.4m, three times the £0.8m"),
        "24 homes, twice as many as last year, 12 of them empty",
    ),
    Phrase(
        "covered-times",
        "what is asked or offered for what there is, and how many times it covers that",
        r"{to:NR}[^‹|¶;:]{0,40}?\s(?:for|against|on)\s(?:the\s|its\s|just\s)?{from:NR}[^‹|¶;:]{0,60}?\b(?:over-?subscribed|over-?booked|covered)\s(?:by\s|about\s|almost\s|more\sthan\s|nearly\s)?{multiple:X}",
        "multiple",
        ("£96m of bids for the £24m on offer, so it was oversubscribed three times",),
        "£96m of bids for the £24m on offer, and three times the staff",
    ),
    Phrase(
        "from-times-to",
        "an old level, then the new one as its multiple",
        r"\bfrom\s{from:NPR}[^‹|¶;:]{0,50}?\sto\s{to:NPR}[^‹|¶;:()–—]{0,40}?(?:,\s|\s\(|\s[–—-]\s)(?:an?\s)?(?:[\w’'-]+\s)?{multiple:X}(?!\s(?:an?\s(?:day|week|month|year)|as|more|daily))",
        "multiple",
        ("from 12 to 24, more than twice", "from 12 to 36 – a threefold increase"),
        "from 12 to 24, and twice a week",
    ),
)
#: A multiple of a level that is printed behind it; what is that many times as much stands anywhere before it.
OF_A_LEVEL = (
    Phrase(
        "times-the-level",
        "so many times another level",
        r"{multiple:X}\s(?:as\s(?:many|much|high|large|big)\sas|that\sof|the|its|their)\s(?:(?!\b(?:but|though|although|yet|than|while)\b)[^‹|¶;:,]){0,50}?{from:NPR}",
        "multiple",
        ("twice as much as the £93,000", "three times the £0.8m"),
        "twice as many as last year, 12 of them",
    ),
)
MEANS = (
    Phrase(
        "total-number-each",
        "a total over a number of things, and what it makes for each",
        r"{n:C}[^‹|¶;()]{0,60}?{total:NCR}[^‹|¶]{0,30}?(?:,|:|\s[–—-]|\()\s(?:or\s|an\saverage\sof\s|that\sis\s|making\s)?{mean:NR}\s(?:each|apiece|a\shead|on\saverage|per\s(?!\d)[\w’'-]+)\b",
        "mean",
        ("212 volunteers, who gave 1,060 hours: five each", "40 firms shared £8m, £200,000 apiece"),
        "212 volunteers gave 1,060 hours and five each brought a friend",
    ),
    Phrase(
        "total-among-number",
        "a total shared among a number of things",
        r"{total:N}[^‹|¶;()]{0,50}?\s(?:among|between|across|over|for|from|to|in)\s(?:the\s|its\s|their\s|about\s)?{n:C}[^‹|¶;()]{0,40}?(?:,|:|\s[–—-]|\s\()\s?(?:or\s|an\saverage\sof\s|that\sis\s|making\s)?{mean:NR}\s(?:each|apiece|a\shead|on\saverage|per\s(?!\d)[\w’'-]+)\b",
        "mean",
        ("£8m shared among 40 firms, or £200,000 each", "1,060 hours over 212 shifts, five on average"),
        "£8m shared among 40 firms, five of them on average late",
    ),
)
#: A mean right after the two figures that make it; which divides which is told by their size alone.
QUOTIENTS = (
    Phrase(
        "two-figures-then-each",
        "two figures, then what one makes for each of the other",
        r"{one:NR}[^‹|¶]{0,90}?(?:[|][|\s]*[^‹|¶]{0,60}?)?{two:CMUDR}[^‹|¶;()]{0,40}?(?:,|:|\s[–—-])\s(?:or\s|so\sthat\sis\s|that\sis\s|which\sis\s|making\s)?(?:an\saverage\sof\s|on\saverage\s)?{mean:CMUR}\s(?:[\w’'-]+\s)?(?:each|apiece|a\shead|on\saverage|for\severy|for\seach|a\s(?:day|week|month|match|game|go|head|unit|night|hour))\b",
        "mean",
        (
            "went missing on 11,280 occasions.| These involved 3,105 children, an average of 3 each",
            "pulled 3,860 from the lake in 9 days, around 430 a day",
        ),
        "pulled 3,860 from the lake, 9 boats and 430 men worked each day",
    ),
)
PHRASES = (*MULTIPLES, *OF_A_LEVEL, *MEANS, *QUOTIENTS)


#: What begins another statement.
_TURNS = Regex(
    r"[;:()–—]|\b(?:and|but|while|whereas|though|although|who|which|where|when)\b(?!,?\s(?:is|was|were|are)\s$)",
    re.IGNORECASE,
)
_OBLIQUE = Regex(
    r"\b(?:at|in|for|from|between|among|with|of|to|on|over|across|by|after|within|into|during)\s(?:(?:the|its|their|his|her|all|some|about|just|only)\s)*$",
    re.IGNORECASE,
)
_ASIDE = Regex(r",\s(?:when|where)\s(?:[\w’'-]+\s){1,3}$", re.IGNORECASE)
#: "1,150 for each full-time post": what a mean is told for, of which the text must have told a number.
_FOR_EACH = Regex(
    r"\s?(?:[\w’'-]+\s)?(?:for\s(?:each|every)|to\s(?:each|every|an?|the))\s(?:[\w’'-]+\s)?([\w’'-]+)",
    re.IGNORECASE,
)
#: "Four of the nine days are over, at £480,000": the cost is that of the four.
_SOME_OF = Regex(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|some|most|many|few)\sof\s"
    r"(?:the|its|their|his|her)\s(?:[\w’'-]+\s)?$",
    re.IGNORECASE,
)
_TIMED = Regex(r"\s?(?:[\w’'-]+\s)?a\s(day|week|month|night|hour)\b", re.IGNORECASE)


def multiples(story: Story, marked: Marked) -> Iterator[Relation]:
    """All multiples that the story states with both levels."""
    taken: set[str] = set()
    for match in first_of_each(matches(marked, MULTIPLES), "multiple"):
        match = _of_subject(story, match)
        if same_unit(match.roles["from"], match.roles["to"]) and not _is_aside(story, match.roles["to"]):
            taken.add(match.roles["multiple"].id)
            yield relation_of(story, match, "multiple", "to", "from")
    for match in matches(marked, OF_A_LEVEL):
        level = _level_before(story, match) if match.roles["multiple"].id not in taken else None
        if level is not None:
            roles = {**match.roles, "to": level}
            yield relation_of(story, replace(match, roles=roles), "multiple", "to", "from")
    yield from fractions(story)


def _of_subject(story: Story, match: Match) -> Match:
    """The match with the subject of the clause in place of a number beside it: "5,000 eggs from 7 farms, twice the 1,600"."""
    oblique = match.phrase.name == "times-as-many-as" and _is_oblique(story, match.roles["to"])
    level = _level_before(story, match) if oblique else None
    return match if level is None else replace(match, roles={**match.roles, "to": level})


def _level_before(story: Story, match: Match) -> Claim | None:
    """The last figure of the level's unit before a multiple in its clause: "£186,000 between 37 groups, twice the"."""
    multiple, of = match.roles["multiple"], match.roles["from"]
    inside = [c for c in story.in_sentence(multiple.sentence) if c.figure.span < multiple.figure.span]
    alike = [c for c in inside if _one_unit(c, of) and not is_change(c) and not _is_oblique(story, c)]
    if not alike or _TURNS.search(story.between(alike[-1], multiple)):
        return None
    return None if _is_aside(story, alike[-1]) else alike[-1]


def _one_unit(level: Claim, of: Claim) -> bool:
    """True if both are in one unit, or the second leaves it out: "66,000 miles, twice the 22,000"."""
    named = of.measure is not None and of.measure.found == "here"
    return same_unit(level, of) or (family(of) == "C" and family(level) in "UR" and not named)


def _is_oblique(story: Story, claim: Claim) -> bool:
    """True for what is told beside the subject: "at 3 clinics", "in 40 weeks"; but not for "took in $8m"."""
    return family(claim) != "M" and _OBLIQUE.search(before(story, claim)) is not None


def _is_aside(story: Story, level: Claim) -> bool:
    """True for what was at another time: "18 per cent more than last year, when there were 40, and twice as many"."""
    return _ASIDE.search(story.lead(level)) is not None


def means(story: Story, marked: Marked) -> Iterator[Relation]:
    """All means with the total and the number that they were made of."""
    taken: set[str] = set()
    for match in first_of_each(matches(marked, MEANS), "mean"):
        if _mean_fits(match.roles["mean"], match.roles["total"]):
            taken.add(match.roles["mean"].id)
            yield relation_of(story, _turned(match), "mean", "total", "n")
    for match in matches(marked, QUOTIENTS):
        found = _quotient(story, match)
        if found is not None and match.roles["mean"].id not in taken:
            taken.add(match.roles["mean"].id)
            yield found


def _turned(match: Match) -> Match:
    """The match with the larger of two counts as the total, where the mean is above 1: "lent 48,600 to 5,400"."""
    mean, whole, number = (match.roles[r] for r in ("mean", "total", "n"))
    counts = family(whole) == family(number) == "C"
    if not counts or not surely_less(whole.figure.amount, number.figure.amount):
        return match
    if not surely_less(exact(1), mean.figure.amount):
        return match
    return replace(match, roles={**match.roles, "total": number, "n": whole})


def _quotient(story: Story, match: Match) -> Relation | None:
    """The mean of the two figures before it: the larger divided by the smaller, if the mean is above 1."""
    one, two, mean = (match.roles[r] for r in ("one", "two", "mean"))
    whole, number = (one, two) if surely_less(two.figure.amount, one.figure.amount) else (two, one)
    if (
        family(number) not in "CUD"
        or not surely_less(exact(1), mean.figure.amount)
        or not _mean_fits(mean, whole)
    ):
        return None
    if not surely_less(mean.figure.amount, whole.figure.amount):
        return None
    if _SOME_OF.search(before(story, number)):
        return None
    after = story.document.text[mean.figure.span.end : mean.sentence.end]
    told = _FOR_EACH.match(after)
    if told is not None and not any(c.measure is None or _is_named(c, told[1]) for c in (one, two)):
        return None
    timed = _TIMED.match(after)
    if timed is not None and (family(number) != "D" or number.figure.amount.unit != timed[1]):
        return None
    roles = (Role("mean", mean), Role("total", whole), Role("n", number))
    return Relation("mean", roles, Cue(story.document.id, match.span, story.words(match.span)), "stated")


def _is_named(claim: Claim, noun: str) -> bool:
    """True if a figure counts what a noun names, or may."""
    key = claim.measure.key if claim.measure is not None else ""
    return may_be_one(key, noun.lower()) or key.startswith(noun.lower()[:5])


def _mean_fits(mean: Claim, whole: Claim) -> bool:
    return family(mean) == "R" or family(whole) == "R" or same_unit(mean, whole)
