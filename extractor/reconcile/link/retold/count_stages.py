"""How far a count had come for a number of it: with 41 of 64 precincts in, at 9 p.m., with all of them counted.

Two papers that tell of one election at two hours print two results, whoever leads in either, and both are right.
"""

from __future__ import annotations

import re

from extractor.model import Claim
from extractor.reconcile.link.retold.near_numbers import slipped
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_N = (
    r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|most|some|many|few"
    r"|several|much|(?:(?:one|two|three)[- ])?(?:thirds?|quarters?|fifths?))"
)
_AREAS = (
    r"(?:precincts?|polling (?:stations?|places?|units?|booths?|districts?)|booths?|(?:ballot )?boxes|wards?"
    r"|counties|constituenc(?:y|ies)|ridings?|electorates?|seats?|divisions?|districts?|rounds?|cent(?:res?|ers?)"
    r"|voting (?:cent(?:res?|ers?)|stations?)|LGAs?|local governments?|states?|parishes|municipalities)"
)
_VOTES = r"(?:votes?(?: cast)?|ballots?(?: papers| cast)?|results?|returns?)"
_IN = (
    r"(?:reporting|reported|counted|tallied|tabulated|collated|declared|announced|completed?|processed"
    r"|accounted for|(?:in|done)(?=[,.;)]|$))"
)
_BEEN = r"(?:\s(?:now|had|have|has|were|was|been))*"
_RESULT = r"(?:returns?|results?|counts?|tall(?:y|ies)|totals?|figures?|numbers?|vote|projections?)"
#: The count is at its end: "with ALL 64 PRECINCTS REPORTING", "the FINAL RESULT".
_FULL = Regex(
    r"\b(?:all|every(?: one)?(?: of)?|each(?: of)?|100 ?(?:%|per ?cent)(?: of)?)\s(?:of\s)?(?:(?:the|its|their)\s)?"
    rf"(?:[a-z]+[’']s\s)?(?:\d[\d,]*\s)?(?:{_AREAS}|{_VOTES}){_BEEN}\s{_IN}"
    rf"|\b(?<!not )(?<!un)(?:final|official|certified|complete|full|declared),?\s(?:unofficial\s|vote\s|certified\s)*"
    rf"{_RESULT}\b",
    re.IGNORECASE,
)
#: It goes on: "returns FROM 41 OF THE CITY’S 64 PRECINCTS", "WITH 60 PER CENT OF VOTES COUNTED".
_PARTIAL = Regex(
    rf"\b(?:{_RESULT}\s(?:in\s)?(?:from|in|for)|after|with)\s(?:(?:just|only|about|some|nearly|almost|over)\s)?{_N}\s"
    rf"(?:out\s)?of\s(?:(?:the|its|their|all)\s)?(?:[a-z]+[’']s\s)?(?:\d[\d,]*\s)?(?:\w+\s)?{_AREAS}\b"
    rf"|\b{_N}(?:\s?%|\sper\s?cent)?\s(?:of\s)?(?:(?:the|its|all)\s)?(?:[a-z]+[’']s\s)?(?:\d[\d,]*\s)?"
    rf"(?:{_AREAS}|{_VOTES}){_BEEN}\s{_IN}"
    rf"|\bwith\s(?:(?:just|only|about|some|nearly|almost|over|more|than)\s)*{_N}(?:\s?%|\sper\s?cent)\s{_IN}"
    rf"|\b(?:partial|early|first|preliminary|provisional|incomplete|initial|interim)\s(?:\w+\s)?{_RESULT}\b"
    rf"|\b{_VOTES}\s(?:counted\s)?so\sfar\b"
    rf"|\b(?:{_AREAS}|{_VOTES})\s(?:\w+\s)?(?:(?:still|yet)\s)?(?:left\s)?(?:out|to\s(?:come|be\scounted|count|report))\b",
    re.IGNORECASE,
)
_CLOCK = r"(\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)|\d{1,2}:\d\d|noon|midday|midnight)"
#: The hour that a count is told for: "AS OF 9 P.M.", "LED AT 10 P.M.".
_HOUR = Regex(
    r"\b(?:as\s(?:of|at)|by|(?:lead|leads|led|leading|ahead|trail\w*|count\w*|tall(?:y|ies))\b[^.;\d]{0,30}\sat)\s"
    rf"(?:(?:about|around|just|after)\s)*{_CLOCK}",
    re.IGNORECASE,
)
#: What is told of an election.
_POLL = Regex(
    r"\b(?:votes?|voted|voters|ballots?|precincts?|polling|candidates?|elections?|elected|referendum|by-election)\b",
    re.IGNORECASE,
)
#: The stage of a count that is over.
FULL = "all"
#: Paragraphs that say at which hour a story was written, with its headline.
LEAD = 3


def of_two_counts(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for two numbers of votes of which one was told before the count had come as far as for the other."""
    if family(x) not in "CP" or x.figure.value == y.figure.value:
        return False
    if not all(_POLL.search(s.paragraph(c)) for s, c in ((a, x), (b, y))):
        return False
    here, there = _stage(a, x), _stage(b, y)
    if FULL in (here, there):
        return bool(here and there) and here != there
    if not here and not there:
        return False
    one = here == there or bool({*here.split()} & {*there.split()})
    return not one and not slipped(x, y)


def _stage(story: Story, claim: Claim) -> str:
    """How far the count had come by the sentence of a number, its paragraph up to there, or the story's lead."""
    zone = story.zones[max(0, story.block_number(claim.sentence.start))]
    led = story.document.text[zone.span.start : claim.sentence.start]
    lead = " ".join(story.words(z.span) for z in story.zones[:LEAD])
    return _told(story.sentence(claim)) or _last(led) or _told(lead)


def _last(led: str) -> str:
    """The stage that the last sentence with any tells, before a number."""
    told = (_told(sentence) for sentence in reversed(re.split(r"(?<=[.?!])\s+", led)))
    return next((stage for stage in told if stage), "")


def _told(words: str) -> str:
    """The numbers that tell how far a count had come, or that it had come to its end; nothing for neither."""
    if _FULL.search(words):
        return FULL
    found = _PARTIAL.search(words) or _HOUR.search(words)
    if found is None:
        return ""
    return " ".join(re.findall(r"\d+(?:[.:]\d+)?", found[0])) or "part"


__all__ = ["of_two_counts"]
