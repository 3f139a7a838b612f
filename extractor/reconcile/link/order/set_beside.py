"""Phrases that set one figure beside another with words of comparison in between or before both.

They go on where those of `compare` end: the other thing is told in words of its own ("dearer than in the
city, where it sells for £1.05"), in the next sentence, or before its number.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.model import Claim
from extractor.reconcile.link.cues.phrases import Match, Phrase
from extractor.reconcile.story import family

#: Words that tell which of two figures is the larger, whatever they are figures of.
MORE = (
    r"(?P<w_more>\b(?:(?:slightly|marginally|far|much|well|only\sslightly)\s)?(?:more\slikely|less\slikely|likelier|more|less|fewer|higher|lower"
    r"|greater|smaller|larger|bigger|longer|shorter|older|younger|heavier|lighter|cheaper|dearer|costlier|taller|warmer"
    r"|colder|cooler|hotter|wetter|drier|busier)\b)"
)
#: The same and how fast, which only spans of time are.
MORE_OR_QUICKER = MORE.replace("|busier)", "|busier|quicker|faster|swifter|slower)")
#: Words within a clause: no figure, no other clause.
_IN = r"(?:(?!\b(?:while|but|and|although|though|because|after|before|since|if|or)\b)[^‹|¶;:.])"
_HAS = r"(?:(?:is|was|are|were|costs?|had|has|have|took|takes|stood\sat|stands\sat|came\sto|comes\sto|pays?|paid|sells?\sfor|sold\sfor|goes\sfor|went\sfor)\s)"
#: The verb of a level, or of the deed again: "turnout WAS", "it SOLD".
_HAD = r"(?:(?:is|was|were|had|stood\sat|came\sto|took|sold|made|raised|counted|logged|recorded|saw)\s)"
#: A figure and the rest of its sentence, with maybe a part of it.
_TOLD = rf"{{to:NP}}(?:,?\sof\s(?:which|whom|these|them)\s‹[A-Z]\d+›)?{_IN}{{0,80}}?"
#: What opens a sentence about the figure of the one before: "It was", "The number is".
_IT_IS = r"(?:(?:That|This|It|The\s(?:figure|number|total|count|sum|amount|rate))\s(?:is|was|remains?|remained|has\sbeen)|(?:That|It)[’']s)"
#: A clause of few words up to its object: "it handed over", "police wrote".
_DOES = (
    r"(?:(?!(?:and|or|of|but)\b)[\w’'-]+\s){2,5}"
    r"(?<!\bthe\s)(?<!\ba\s)(?<!\bon\s)(?<!\bafter\s)(?<!\bwith\s)"
)
#: "Than in the year before, when they brought in 710".
_THAN_WHERE = rf"\sthan\s(?:{_IN}|before){{2,60}}?,\s(?:where|which|when)\s(?:{_IN}{{0,30}}?{_HAS}|{_DOES})(?:about\s|just\s|only\s)?{{from:NP}}"

#: Over or under a limit, and the names that limits have.
_OVER = (
    r"(?P<w_more>\b(?:(?:well|far|just|comfortably|way|only\sjust|not\sfar|slightly|still)\s)?(?:over|above|under|below|short\sof|beyond"
    r"|in\sexcess\sof|higher\sthan|lower\sthan|more\sthan|less\sthan))"
)
_LIMIT = r"(?:level|limit|threshold|standard|maximum|minimum|trigger|cap|ceiling|floor|mark|guideline|benchmark|norm|average|line)"

BESIDE = (
    Phrase(
        "more-than-two-in-order",
        "a comparison, then the two figures in its order",
        MORE
        + rf"\s(?:[\w’'-]+\s){{0,3}}?than\s{_IN}{{1,60}}?(?:,|\s[–—-]|:|\s\()\s?(?:at\s|with\s|by\s)?{{to:NP}}"
        r"(?:\s(?!to\b|against\b)[\w’'-]+){0,4}?,?\s(?:against|versus|compared\s(?:with|to)|to)\s"
        r"(?:(?:the\s)?(?:[\w’'.-]+\s)?[\w.-]+[’']s?\s|their\s|its\s|the\s(?:[\w’'-]+\s){1,2}){from:NP}",
        "compare",
        (
            "more cars than the old one, 62 to the old one's 74",
            "fewer procedures than the one in Slough, 760 a year to Slough's 1,310",
        ),
        "more cars than the old one, 62 to be sold and 74 kept",
    ),
    Phrase(
        "that-is-more-than-where",
        "a figure, and in the next sentence how it stands to another one",
        rf"{_TOLD}@NEXT{_IT_IS}\s{MORE}{_THAN_WHERE}",
        "compare",
        (
            "costs £271,000.| That is less than in Bangor, where buyers paid £252,000",
            "costs £94.| That's dearer than in the city, where it sells for £105",
            "took 640.| It was larger than in the year before, when they brought in 710",
        ),
        "costs £94.| That is dearer than it was, though £105 is asked",
    ),
    Phrase(
        "they-are-fewer-than-where",
        "a number of things, and in the next sentence how it stands to another one",
        rf"{_TOLD}@NEXT(?:They|These|Those|Both)\s(?:is|was|are|were|have\sbeen)\s(?P<w_more>\b(?:(?:slightly|far|much|well|many)\s)?(?:more|fewer|less|higher|lower)\b){_THAN_WHERE}",
        "compare",
        ("came to 1,214, of which 170 were barns.| They were lower than in May, when it handed over 1,356",),
        "sold 40 loaves.| They were smaller than in May, when she baked 30",
    ),
    Phrase(
        "level-a-more-thing",
        "a figure, and in the next sentence another one that is a larger or smaller one of its kind",
        rf"{{from:U}}{_IN}{{0,30}}?@NEXT{_IN}{{2,50}}?{{to:U}}(?:\s(?!and\b|or\b)[\w’'-]+){{0,3}},\san?\s{MORE}\s(?:day|night|week|month|quarter|year|season|spring|summer|autumn|winter|one|total|figure)\b(?!\sthan)",
        "compare",
        ("used up 205 grams.| November brought 212 grams, a slightly larger total,",),
        "used up 205 grams.| November brought 212 grams, a larger total than the last,",
    ),
    Phrase(
        "above-the-average-of-it-is",
        "a comparison with an average that is printed at once, then the figure that is compared",
        rf"(?P<w_more>\b(?:above|below|higher\sthan|lower\sthan|more\sthan|less\sthan)\b)\s(?:the|a|an|its|their)\s(?:[\w’'-]+\s){{0,4}}?"
        rf"(?:average|mean|median|norm|limit|target|threshold)\sof\s{{from:NP}}\s?(?::|\s?[–—])\s?{_IN}{{0,50}}?{_HAS}(?:about\s|just\s|only\s)?{{to:NP}}",
        "compare",
        ("far above the regional average of £910: a flat goes for £780",),
        "far above the regional average of £910, and £780 is asked",
    ),
    Phrase(
        "cheaper-at",
        "a figure, and behind it another thing that is less or more at its own",
        rf"{{from:NP}}{_IN}{{0,40}}?(?:;|,|:|,?\s(?:while|and|but)|@NEXT)\s?[^‹|¶;:.]{{1,50}}?\s(?:is|are|was|were)\s(?:only\s|just\s|even\s|still\s)?"
        rf"(?:a\s(?:little|bit|shade|touch)\s)?{MORE}\sat\s(?:about\s|just\s|only\s)?{{to:NP}}",
        "compare",
        ("costs the broadcaster £41,000; football is only a little cheaper at £39,500",),
        "costs £41,000; football is cheaper, and at £39,500 it is shown",
    ),
    Phrase(
        "quicker-than-the-other",
        "a figure, and behind a pause one that it is said to be above or below",
        rf"{{to:NP}}{_IN}{{0,60}}?,\s(?:(?:and|or|which\s(?:is|was))\s)?{MORE_OR_QUICKER}\sthan\s(?:the|its|their|his|her)\s"
        rf"(?:(?!half\b)[\w’'-]+\s){{0,2}}?{{from:NP}}",
        "compare",
        ("reached her in 47 minutes by pigeon, quicker than the 82", "took 12 days, longer than the usual 9"),
        "took 47 minutes, quicker than half of the 82",
    ),
    Phrase(
        "well-over-the-other",
        "a figure, and behind a pause one that it is over or under",
        r"{to:NP}(?:\s[\w’'-]+){0,6}?,\s(?P<w_more>(?:(?:well|far|just|comfortably|way|only\sjust|not\sfar|slightly)\s)?(?:over|above|under|below|short\sof|beyond|ahead\sof|behind))"
        r"\sthe\s(?:[\w’'-]+\s){0,2}?{from:NP}(?=\s(?:that|which|of|in|last|the|it|they|he|she|set|needed|allowed|promised)\b)",
        "compare",
        ("gained 412 yards, well over the 287 that", "raised £3,100, just short of the £3,250 it"),
        "gained 412 yards, over the 287 hills",
    ),
    Phrase(
        "below-the-level-which-is",
        "a figure, and behind a pause a limit by its name that it is over or under",
        rf"{{to:NP}}(?:\s(?!and\b|but\b)[\w’'-]+){{0,6}}?,\s(?:but\s|and\s|which\s(?:is|was)\s|still\s)?{_OVER}"
        rf"\s(?:the|its|their|a|an)\s(?:[\w’'-]+\s){{0,3}}?{_LIMIT}(?:(?:\s(?!and\b|but\b)[\w’'-]+){{0,9}},\s(?:which\s(?:is|was|stands\sat|stood\sat)|set\sat|put\sat)"
        r"|\s(?:that|which)\s(?:[\w’'-]+\s){1,8}?(?:is|at)|\s(?:of|set\sat))\s(?:about\s|just\s|only\s)?{from:NP}",
        "compare",
        (
            "held 17 grams of it, below the level that obliges a district to act, which is 15",
            "stood at 62 metres, well above the danger mark of 60",
            "ran at 41 kilometres, under the limit of 40",
        ),
        "held 17 grams, below the level of the pond with 15 ducks",
    ),
    Phrase(
        "is-lower-than-theirs",
        "a figure between commas that is less or more than another one between commas",
        rf"{{to:NP}},\s(?:is|was|are|were|remains?)\s{MORE}\sthan\s(?:(?!and\b)[\w’'-]+\s){{0,3}}?[\w’'-]+,\s{{from:NP}}(?=[,.;])",
        "compare",
        ("in Alice Springs, 63.5 per cent, is lower than girls', 69 per cent,",),
        "63.5 per cent, is lower than girls' and 69 per cent, they say",
    ),
    Phrase(
        "beating-the-forecast-of",
        "a figure, and behind a pause a forecast, a target or an average that it beats or misses",
        r"{to:NP}(?:\s(?!and\b|but\b)[\w’'-]+){0,4}?,\s(?:comfortably\s|easily\s|narrowly\s|just\s|well\s)?"
        r"(?P<w_more>beating|topping|exceeding|surpassing|bettering|missing|undershooting|trailing|lagging)\s"
        r"(?:(?!and\b|but\b)[\w’'-]+\s){0,4}?(?:forecasts?|estimates?|expectations?|consensus|target|goal|average)\sof\s(?:about\s|just\s)?{from:NP}",
        "compare",
        (
            "earned $1.12 a share, beating analysts' forecasts of $1.18",
            "was 61.4 per cent, trailing the state average of 64.2",
        ),
        "earned $1.12 a share, beating an average of all but 18 rivals",
    ),
    Phrase(
        "more-than-in-the-year-when",
        "a figure that is more or less than at another time, and the figure of that",
        rf"{{to:NP}}(?:\s(?!and\b|but\b)[\w’'-]+){{0,4}}?,\s(?:which\s(?:is|was)\s|and\s)?{MORE}\sthan\s(?:(?:in|at)\s)?"
        rf"(?:(?:19|20)\d\d|[A-Z][a-z]+|last\s(?:year|month|season|time)|(?:the|a)\s(?:\w+\s)?(?:year|month|season|election)(?:\s(?:before|earlier|ago))?),\swhen\s{_IN}{{0,40}}?"
        rf"{_HAD}(?:about\s|just\s|only\s)?{{from:NP}}(?=\s?[.,;|]|$)",
        "compare",
        (
            "38 per cent voted, more than in May, when turnout was 44 per cent",
            "logged 312 thefts, fewer than last year, when there were 287",
        ),
        "38 per cent voted, more than in May, when 44 people were turned away",
    ),
    Phrase(
        "fewer-than-when-there-were",
        "a comparison with a time or place whose figure follows, then the figure compared",
        MORE + rf"\s(?:[\w’'-]+\s){{0,3}}?than\s{_IN}{{2,40}}?,\s(?:when|where)\s{_IN}{{0,20}}?"
        rf"{_HAS}(?:about\s|just\s|only\s)?{{from:NP}};\s[^‹|¶;:.]{{0,50}}?{_HAS}{{to:NP}}",
        "compare",
        ("fewer crimes than in the north, where there were 310; the total was 344",),
        "fewer crimes than in the north, where there were 310 police; 344 left",
    ),
)

#: Phrases with an article before the second figure.
_LEAVES_OUT = ("quicker-than-the-other", "well-over-the-other", "below-the-level-which-is")


def with_time(match: Match) -> Match:
    """The match with the unit of its new level for the old one, where that leaves it out: "rose to 14 weeks from 19"."""
    to, of = match.roles["to"], match.roles["from"]
    own = {c.measure.key for c in (to, of) if c.measure is not None}
    bare = family(of) == "C" and (of.measure is None or of.measure.found != "here" or len(own) == 1)
    moved = match.phrase.name.startswith("moved")  # not "seen within four hours, up from 66.7 per cent"
    return _in_unit_of(match, "from", to) if moved and family(to) == "D" and bare else match


def _in_unit_of(match: Match, role: str, other: Claim) -> Match:
    of = match.roles[role]
    amount = replace(of.figure.amount, unit=other.figure.amount.unit)
    told = replace(of, figure=replace(of.figure, kind=other.figure.kind, amount=amount))
    return replace(match, roles={**match.roles, role: told})


def with_unit(match: Match) -> Match:
    """The match with the unit of the first figure for the second, where it is left out: "47 minutes ... than the 82"."""
    to, of = match.roles["to"], match.roles["from"]
    noun = of.measure
    bare = family(of) == "C" and (noun is None or noun.found != "here" or noun.key in to.figure.text)
    if match.phrase.name.endswith("which-is") and noun is not None and noun.span is not None:
        bare = (
            family(of) == "C" and noun.span < of.figure.span
        )  # what the limit obliges, and not what is counted
    if match.phrase.name not in _LEAVES_OUT or family(to) not in "UD" or not bare:
        return match
    return _in_unit_of(match, "from", to)
