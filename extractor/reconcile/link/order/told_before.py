"""A level in one sentence, and in a later one how it stands to another: "That is above the average of 92.4".

The later sentence speaks of the earlier level by a pronoun, by "the rate" and its like, or by the level's own noun,
and has no figure before the one that it is held against.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, ComparisonDirection, Cue, Relation, Role, Span
from extractor.reconcile.link.change import same_unit
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.order.compared import compared
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: Sentences from a level to a pronoun for it, to "the rate", and to its own noun.
NEXT, NEAR, FAR = 1, 4, 12
_PRONOUN = r"(?:That|This|It|They|These)"
_LEVEL = r"(?:rate|figure|number|total|level|share|proportion|price|cost|wait|pay|sum|average|result|score)"
_ADVERB = r"(?:now|still|also|only|just|well|far|even|slightly|marginally|comfortably|fractionally|a\s(?:little|touch|shade|bit)|some\sway|much|considerably|significantly)"
_MORE = r"above|over|ahead\sof|in\sexcess\sof|(?:higher|more|greater|larger|bigger|longer|dearer|older|heavier|hotter|warmer|wetter|faster|taller|deeper)\sthan"
_LESS = r"below|under|short\sof|behind|(?:lower|less|fewer|smaller|shorter|cheaper|younger|lighter|colder|cooler|drier|slower)\sthan"
_BEATS = r"(?:(?:exceed|top|surpass|outstrip|outpace|overtake|beat|outdo)(?:s|es|ed|ped)?|overtook|outdid)"
_TRAILS = r"(?:(?:trail|lag)(?:s|ed|ged)?(?:\sbehind)?|(?:falls?|fell|comes?|came)\s(?:just\s|well\s|far\s)?short\sof|undershoots?|undershot)"
_WIDE = (
    r"(?:national|state|statewide|county|regional|region|district|provincial|UK|U\.S\.|US|EU|England|country)"
)
#: From the start of its clause to the figure that a level is held against.
_HELD = Regex(
    rf"(?:^[“\"]?(?:(?:But|And|Yet|Still|However|Even\sso),?\s)?|\b(?:that|said|and|but|though|although|while)\s|:\s)"
    rf"(?P<subject>{_PRONOUN}|(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s(?:[\w’'-]+\s){{0,2}}?[\w’'-]+|[A-Z]?[a-z]+|it)"
    r"(?:,\swhich\s[^,;.]{1,70},)?\s(?:(?:is|was|are|were|remains?|remained|stands?|stood|stays?|stayed|runs?|ran)"
    rf"(?:\s{_ADVERB})*\s(?P<word>{_MORE}|{_LESS})|(?:{_ADVERB}\s)?(?P<verb>{_BEATS}|{_TRAILS}))\s(?:the|an?|its|their)\s"
    rf"(?:(?:[\w’'.-]+\s){{0,4}}?(?:average|mean|median|norm|target|goal|limit|benchmark|forecasts?|estimates?|record|{_WIDE}\s(?:rate|figure|level|share))\sof\s)?"
    r"(?:(?:about|just|some|around)\s)?$"
)
#: "The 82 per cent SEEN ACROSS the region", "the 92.4 per cent NATIONAL average".
_OF_OTHERS = Regex(
    rf"^\s(?:(?:seen|recorded|reported|registered|found|measured|posted)\s)?(?:nationally|nationwide|statewide|countrywide|regionally|elsewhere"
    rf"|across\s(?:the\s|all\s)?[\w’'-]+|{_WIDE}\s(?:average|rate|figure|norm|mean|median))\b"
)
_OF = Regex(r"\sof\s(?:(?:about|just|some|around)\s)?$")
_LOWER = Regex(rf"{_LESS}|{_TRAILS}")
_A_PRONOUN = Regex(_PRONOUN, re.IGNORECASE)
_A_LEVEL = Regex(rf"(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s{_LEVEL}s?")
#: A level that a sentence sets another one against: "from 3.8", "had sunk to 86.3".
_OLD = Regex(
    r"\b(?:from|against|than|(?:up|down)\son|compared\s(?:with|to))\s(?:[\w’'-]+\s)?$"
    r"|\bhad\s(?:(?:been|once|then|already)\s)*[\w’'-]+(?:\s(?:to|at|by))?\s$"
)
_THEN = Regex(r"\b(?:ago|earlier|previous(?:ly)?|then|once|before|last\stime)\b", re.IGNORECASE)
_THERE = Regex(r"\b(?:there|here|elsewhere)$")
_NOUN = Regex(r"^(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)\s")
_ASIDE = Regex(r",\s(?:who|which|where|whose)\s[^,]*,")
_CLAUSE = Regex(r"[;:]\s|\b(?:where|who|that|which|when|because|as|and|but|while|though|although)\s")
#: A claim that the sentence makes under a condition, or asks.
_OPEN = Regex(r"[?]|\b(?:if|unless|until|not|never|no\slonger)\b|n[’']t\b", re.IGNORECASE)
_COMPARED = Regex(rf"\s(?:{_MORE}|{_LESS}|{_BEATS}|{_TRAILS})\s(?:the|an?|its|their)\s[^;]*$")
#: A name, not at the start of a sentence or as its one word of rank; and one that says where.
_NAME = Regex(
    r"(?:(?<=[a-z,] )|(?<=[.”] ))(?!(?:The|That|This|It|They|These|But|And|Yet|Still|However|Even|In|At|Its|Their)\b)[A-Z][a-z]{3,}"
)
_PLACE = Regex(r"\b(?:in|at|for|across|from)\s([A-Z][a-z]{3,})")
#: An average for one sort, or so in one place only: "€160 FOR A suite", "of 95 per cent ONLY in the sixth form".
_ONE = Regex(r"^\sfor\san?\s|^[^.;]{0,60}\b(?:only|alone)\b")
_PLACED = Regex(r"^(?:In|At|Across|Among|For)\s")


def told_before(story: Story) -> Iterator[Relation]:
    """One relation for each figure that a level of an earlier sentence is said to be above or below."""
    for reference in story.claims:
        held = _held(story, reference)
        if held is None:
            continue
        subject = _subject(story, reference, held["subject"])
        if subject is not None:
            yield _relation(story, subject, reference, held)


def _held(story: Story, reference: Claim) -> re.Match[str] | None:
    """The words that hold a level told before against a figure, which is the first of its unit in its sentence."""
    lead = story.lead(reference)
    if reference.block in DISPLAY or family(reference) not in "CMUDPR" or is_change(reference):
        return None
    held = _HELD.search(lead)
    if held is None or _OPEN.search(story.sentence(reference)) or _PLACED.match(lead):
        return None
    told = _OF.search(held[0]) or _OF_OTHERS.match(after(story, reference))
    earlier = (c for c in story.in_sentence(reference.sentence) if c.figure.span < reference.figure.span)
    alone = all(family(c) == "D" != family(reference) for c in earlier)  # "the ten-year average of"
    return held if told and alone else None


def _subject(story: Story, reference: Claim, words: str) -> Claim | None:
    """The one level that the words before a comparison can speak of."""
    number = story.number_of(reference)
    pronoun, level = _A_PRONOUN.fullmatch(words), _A_LEVEL.fullmatch(words)
    noun = frozenset() if pronoun or level or _THERE.search(words) else stems(_NOUN.sub("", words))
    reach = NEXT if pronoun else NEAR if level else FAR if noun else 0
    for sentence in reversed(story.sentences[max(0, number - reach) : number]):
        inside = [
            c for c in story.in_sentence(sentence) if c.block not in DISPLAY and same_unit(c, reference)
        ]
        told = [c for c in inside if not _is_old(story, c)]
        if noun and not (told and noun <= stems(_clause(story.lead(told[0])))):
            continue
        if inside:
            one = (
                len(told) == 1
                and _is_level(told[0])
                and not _is_elsewhere(story, told[0], reference, far=bool(noun))
            )
            return told[0] if one else None
    return None


def _is_elsewhere(story: Story, level: Claim, reference: Claim, *, far: bool) -> bool:
    """True if a name that the sentence of the level has not stands between: "Kerry fared worse. The rate there"."""
    start = reference.sentence.start if far else level.sentence.end - 1
    led = _COMPARED.sub("", story.document.text[start : reference.figure.span.start])
    names = _PLACE.findall(led) if far else _NAME.findall(led)
    return (
        any(name not in story.sentence(level) for name in names)
        or _ONE.match(after(story, reference)) is not None
    )


def _clause(lead: str) -> str:
    """The words before a figure from the start of its clause, without what stands between commas."""
    return _CLAUSE.split(_ASIDE.sub("", lead))[-1]


def _is_level(claim: Claim) -> bool:
    return not is_change(claim) and not claim.negated and claim.stance == "asserted"


def _is_old(story: Story, claim: Claim) -> bool:
    """True for a level that the sentence sets another one against, or that it tells of an earlier time."""
    led = before(story, claim, 40)
    return _OLD.search(led) is not None or _THEN.search(f"{led} {after(story, claim)[:20]}") is not None


def _relation(story: Story, subject: Claim, reference: Claim, held: re.Match[str]) -> Relation:
    start = reference.sentence.start
    told = "word" if held["word"] else "verb"
    word = Span(start + held.start(told), start + held.end(told))
    way: ComparisonDirection = "lower" if _LOWER.fullmatch(held[told]) else "higher"
    comparison = compared(story, word, subject, way, word.start, word.end, "before")
    roles = (Role("stated", comparison), Role("subject", subject), Role("reference", reference))
    span = Span(subject.sentence.start, reference.figure.span.end)
    return Relation("compare", roles, Cue(story.document.id, span, story.words(span)), "stated")


__all__ = ["told_before"]
