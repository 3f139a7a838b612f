"""Phrases that set two levels against each other: "up to 412 from 404", "412, against 404", "more than"."""

from __future__ import annotations

from extractor.reconcile.link.cues.phrases import Phrase

MOVED = (
    Phrase(
        "moved-from-to",
        "a movement from one level to another",
        r"(?P<w_move>@MOVE)@STEADY{0,5}?@PAUSE\sfrom\s@LEAD{0,2}?{from:NP}(?:\s[\w’'-]+){0,6}?\sto\s@LEAD{0,2}?{to:NP}",
        "compare",
        ("crept up from 24.1 to 24.8", "fell from £3.2bn in March to £2.9bn"),
        "rose, and it is 40 miles from 24 towns to 25 others",
    ),
    Phrase(
        "moved-to-from",
        "a movement to one level from another",
        r"(?P<w_move>@MOVE)@STEADY{0,5}?@PAUSE\sto\s@LEAD{0,2}?{to:NP}(?:\s(?!after\b|when\b|following\b|with\b|and\b)[\w’'-]+){0,6}?,?\sfrom\s@LEAD{0,2}?{from:NP}",
        "compare",
        ("edged up to $412 million from $404.7 million", "fell to 21,640, from 22,330"),
        "rose to 412 after a call from 404 members",
    ),
    Phrase(
        "moved-to-it-had-been",
        "a movement to a level, then the old level in the next sentence",
        r"(?P<w_move>@MOVE)@STEADY{0,5}?\sto\s@LEAD{0,2}?{to:NP}[^‹|¶]{0,50}?@NEXT(?:it|they|that|this|the\s[\w’'-]+)\s(?:had\sbeen|was|were|stood\sat|had\sstood\sat)\s(?:about\s|just\s)?{from:NP}",
        "compare",
        ("Rice fell to 2,310 boxes.| It had been 2,460 the season before",),
        "Rice fell to 2,310 boxes.| It feeds 2,460 people",
    ),
    Phrase(
        "level-up-from",
        "a level that is up or down from another",
        r"{to:NP}(?:\s[\w’'-]+){0,8}?(?:,|\s\(|\s[–—-])\s?(?P<w_move>up|down)\s(?:\w+ly\s)?(?:from|on)\s(?:[\w’'-]+\s){0,2}?{from:NP}(?!\s(?:more|less|fewer|years?|months?)\b)",
        "compare",
        ("4,245 pupils, up from 3,945", "was 17 per cent (down from 19)"),
        "4,245 pupils, up from the bottom with 3 others",
    ),
)
AGAINST = (
    Phrase(
        "up-on-last-year-against",
        "a level that is up or down on another time, and the level of that",
        r"(?P<w_more>\b(?:up|down|higher|lower))\s(?:on|than)\s(?:in\s)?(?:last|the\sprevious|a|the\ssame|this\stime)\s(?:\w+\s)?(?:year|month|season|week|quarter|term)(?:\s(?:ago|before|earlier))?(?::|,|\s[–—-])\s(?:[\w’'-]+\s){0,3}?{to:NP}(?:\s[\w’'-]+){0,6}?,?\s@AGAINST\s(?:[\w’'-]+\s){0,3}?{from:NP}",
        "compare",
        ("are down on last year: 286,000 so far, compared with 301,000",),
        "are down on last year: 286,000 so far, and 301,000 people live there",
    ),
    Phrase(
        "more-against",
        "two figures set against each other after a comparing word",
        r"(?P<w_more>\b(?:more\slikely|less\slikely|likelier|higher|lower|more|fewer|less|greater|better|worse|above|below)\b)(?!,\sat\b)(?![^‹|¶]{0,60}?,\s(?:but|and|while)\s)[^‹|¶]{0,140}?(?:,|:|\s[–—-]|\s\(|\sat|\swith)\s?(?:[\w’'-]+\s){0,3}?{to:NP}(?:\s[\w’'-]+){0,6}?,?\s@AGAINST\s(?:[\w’'-]+\s){0,3}?{from:NP}",
        "compare",
        (
            "more likely to be seen – 50 per cent compared to just 30 per cent",
            "likelier than men to want it, 49 per cent against 43 per cent",
        ),
        "more than once, 50 per cent of them, and 30 per cent against",
    ),
)
THAN = (
    Phrase(
        "level-more-than-level",
        "a level said to be more or less than another",
        r"{to:NP}(?:(?:\s[\w’'-]+){0,6}?,|(?:\s[\w’'-]+){1,6}?)\s(?P<w_more>more|fewer|less|higher|lower|greater|smaller)\sthan\s(?:the\s|its\s|their\s|last\syear[’']s\s|in\s[\w’'-]+,?\swhen\sit\swas\s)(?:[\w’'-]+\s)?{from:NP}",
        "compare",
        (
            "took 1,310 calls, fewer than the 1,404 of last year",
            "is 49 per cent, higher than the 43 per cent",
        ),
        "took 1,310 calls, fewer than half of the 1,404",
    ),
    Phrase(
        "moved-to-against",
        "a movement to a level, set against the old one",
        r"(?P<w_more>@MOVE)@STEADY{0,5}?\sto\s@LEAD{0,2}?{to:NP}(?:\s[\w’'-]+){0,6}?,?\s(?:compared\s(?:with|to)|against)\s(?:[\w’'-]+\s){0,3}?{from:NP}",
        "compare",
        ("fell to 1,204 in May, compared with 1,310 a year before",),
        "fell to 1,204 in May, and 1,310 people complained",
    ),
)
