"""Figures that stand where a level, a part or a whole would, and that the words beside them tell as something else.

"Over the decade" is no order, the 12 years that a record has stood no level, those who were asked no part of all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from extractor.lexicon import table
from extractor.model import Claim, Mention, Relation, Span
from extractor.nouns import are_distinct
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.guards.no_movement import is_no_movement
from extractor.reconcile.link.window.scope import after, before, stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

_TOLD = table("margins")["lead"]
#: Characters behind words of order that may tell what they are.
BEHIND = 40
#: "72 per cent, and OVER THE DECADE 78", "15 per cent, HALF AS MUCH AGAIN as the 10".
_OVER_TIME = Regex(
    r"\s(?:the\s|a\s|an\s|its\s)?(?:past\s|last\s|same\s|whole\s|full\s|next\s)?(?:[\w-]+\s)?"
    r"(?:decade|years?|months?|weeks?|days?|quarters?|season|summer|winter|period|term|time)\b"
)
_AS_MUCH_AGAIN = Regex(r"\sas\s(?:much|many|large|big|high|long)\sagain\b")
#: "The highest in the registry's 12 years": how long a record has stood.
_STOOD = Regex(
    r"\b(?:highest|lowest|most|fewest|best|worst|largest|smallest|record)\s(?:[\w-]+\s){0,2}(?:in|of|for)\s"
    r"(?:the\s|its\s|their\s|all\s|more\sthan\s)?(?:[\w’'-]+\s){0,2}$",
    re.IGNORECASE,
)
_EACH = Regex(r"^\s?(?:[\w’'-]+\s)?(?:each|apiece)\b")
_AT = Regex(r"\bat\s$", re.IGNORECASE)
#: Before those of whom a rate is told: "surveyed 388 of 780 members".
_ASKED = Regex(
    r"\b(?:surveyed|polled|asked|interviewed|questioned|sampled|tested|checked|visited|examined|studied)\s$"
)
#: Before a rate that only says again how many were: "tested 390 of the 780 sites, OR 65 per cent".
_OR = Regex(r"(?:,\s|\s[–—-]+\s|\s\()(?:or\s|that\sis,?\s|which\sis\s)?$")
#: "FOR 1,870 ringed before 2003 IT WAS 52 per cent": those that a rate is of.
_FOR_THESE = Regex(r"^[“\"‘]?(?:For|Among|With)\s(?:the\s)?$")
_IT_WAS = Regex(
    r"\b(?:it|that|the\s(?:rate|figure|share|proportion))\s(?:is|was|were|had\sbeen)\s(?:about\s|only\s|just\s)?$"
)
#: "Three years ago, at the height of the boom": a sentence about another time.
_THEN = Regex(
    r"^[“\"‘]?(?:(?:[\w-]+\s){1,3}(?:ago|earlier|before)\b|At\sthe\s(?:time|height|peak)\b|Back\sthen\b)"
)
#: "Australia and the European Union TOGETHER promised": those that a total is of.
_TOGETHER = Regex(
    r"\b([A-Z][\w’-]+)\sand\s(?:the\s)?([A-Z][\w’-]+)(?:\s[A-Z][\w’-]+)*\stogether\s(?:[a-z]+\s){1,3}$"
)
#: "The three plants earn more than THE OTHER eight": how many earn it, and not how much.
_THE_OTHER = Regex(r"\bthe\sother\s$")
#: "2 per cent OF THE SOUTHERN TOTAL": of the total of something that the whole is not told for.
_OF_TOTAL = Regex(
    r"^\sof\s(?:the|all)\s([a-z]{4,})\s(?:total|tally|sum|figure|bill|budget|turnover|catch|crop|count|vote)\b",
    re.IGNORECASE,
)
#: "Less than a third OF ITS PEAK": of the largest level, whichever stands nearer.
_OF_PEAK = Regex(
    r"^\sof\s(?:its|the|their|that)\s(?:[\w-]+\s)?(?:peak|high|height|record|best|maximum)\b", re.IGNORECASE
)
#: "From 402 to 2.8 times THAT FIGURE": the one right before.
_THAT_FIGURE = Regex(r"^\sthat\s(?:figure|number|total|sum|amount|level|rate|many)\b")
#: Before what another level is set against.
_PASSED = Regex(r"\b(?:above|below|over|under|than|on|beyond)\s(?:[\w’'-]+\s){0,2}$", re.IGNORECASE)
#: "The winning MARGIN of 3,338", "won BY 3,338".
_LEAD = Regex(
    rf"\b(?:{'|'.join((*_TOLD['nouns'], *_TOLD['apart']))})(?:\s[\w’'-]+){{0,3}}?\s$"
    rf"|\b(?:{'|'.join(_TOLD['won'])})\s(?:[\w’'-]+\s){{0,3}}?by\s$",
    re.IGNORECASE,
)
#: Somebody whose figures are no earlier ones of what moved.
_RIVALS = Regex(r"\b(?:rivals?|competitors?|counterparts?|neighbou?rs?|neighbou?ring)\b", re.IGNORECASE)
#: Before an earlier level: "up 12 per cent from 27,840".
_FROM = Regex(
    r"\b(?:up|down|rose|risen|fell|fallen|grew|grown|increased?|dropped|climbed|declined)\b[^.;]{0,30}\bfrom\s$"
)

#: What a list goes on with and does not count: "12 cottages, five sheds, A GAS BAR and the old rink".
_UNCOUNTED = Regex(
    r"^(?:\s(?!and\b|or\b)[\w’'-]+){1,4}(?:,(?:\sand)?|\sand|\splus|,?\sas\swell\sas)\s"
    r"(?:an?\s(?!further\b|total\b|combined\b|dozen\b|hundred\b)|the\s(?!other\b|rest\b|remaining\b|remainder\b)|its\s|their\s|several\s|some\s|various\s|assorted\s|many\s)",
    re.IGNORECASE,
)

#: Between a part and the whole that it is of: "seven OF THE LARDER'S 18 centres".
_SOME_OF = Regex(r"^\s(?:out\s)?of\s(?:(?!and\b|or\b|which\b|whom\b)[\w’'-]+\s){0,4}?$", re.IGNORECASE)
#: "37 of the 52 came early, WHEN nine in ten patients live": of those to whom that happens, wherever they are.
_ELSEWHERE = Regex(r"[,;]\s(?:when|where|at\swhich|in\swhich|for\swh(?:om|ich)|whereas)\s")
#: "1,200 loaves A DAY", and the loaves of one: "ON SUNDAY it sold 400".
_EVERY_DAY = Regex(r"^\s(?:[\w’'-]+\s){0,4}?(?:an?|each|every|per)\s(?:day|night|week|month)\b")
_ONE_DAY = Regex(r"^[“\"‘]?(?:On|In|At|Last|Over)\s(?:the\s)?(?:[A-Z]\w+|weekend|week|month)\b")
#: Behind a rate that is told as a number: "533 car thefts FOR EVERY 100,000 people".
_FOR_SO_MANY = Regex(
    r"^\s(?:[\w’'-]+\s){0,4}?(?:for\severy|in\severy|out\sof\severy|per)\s(?:\d|thousand\b|million\b)"
)
#: Before one part of a whole: "THE LARGEST GROUP of the women, 110".
_A_PART = Regex(
    r"\bthe\s(?:next\s|second[\s-]|third[\s-])?(?:largest|biggest|smallest)\s(?:single\s)?"
    r"(?:group|share|part|portion|proportion|category|contingent|slice)\b[^.;:\d]{0,40}$",
    re.IGNORECASE,
)
#: "Cleared $142,000 BETWEEN THEM": all of theirs.
_BETWEEN_THEM = Regex(r"^(?:\s[\w’'-]+){0,2}\sbetween\sthem\b")


def is_misread(story: Story, relation: Relation) -> bool:
    """True for a relation one of whose figures, or whose words of order, tell something else."""
    if relation.kind == "compare":
        others = any(_THE_OTHER.search(before(story, c)) for c in relation.claims("reference"))
        apart = others or _is_over_other_time(relation) or _is_no_order(story, relation)
        return apart or _is_span_of_record(story, relation)
    if relation.kind == "change":
        return (
            _is_span_of_record(story, relation)
            or is_no_movement(story, relation)
            or _is_of_rival(story, relation)
        )
    if relation.kind == "multiple":
        return (
            _is_of_that_figure(story, relation)
            or _is_of_rival(story, relation)
            or _are_both_passed(story, relation)
        )
    if relation.kind == "sum":
        parts = relation.claims("part")
        each = any(_EACH.match(after(story, c)) for c in parts) or sum(_is_hour(story, c) for c in parts) > 1
        apart = _goes_on_uncounted(story, relation) or _are_nested(story, parts)
        apart = apart or _is_usual(story, relation) or _is_theirs(story, relation)
        return each or apart or _is_of_named(story, relation)
    if relation.kind not in ("share", "bound"):
        return False
    wrong_whole = any(_is_no_whole(story, c, relation) for c in relation.claims("whole"))
    if wrong_whole or _is_next_one(story, relation):
        return True
    return _is_no_part(story, relation) or _is_of_another_clause(story, relation)


def _is_theirs(story: Story, relation: Relation) -> bool:
    """True for what two shops cleared BETWEEN THEM, as the whole of what others are told to have made next."""
    totals, parts = relation.claims("total"), relation.claims("part")
    return any(
        _BETWEEN_THEM.match(after(story, t)) and all(p.sentence > t.sentence for p in parts) for t in totals
    )


def _is_next_one(story: Story, relation: Relation) -> bool:
    """True for "three of the 16 shelters, though A FOURTH is to add kennels": one more, and no share."""
    which = {"a third": 2, "a fourth": 3, "a fifth": 4, "a sixth": 5, "a seventh": 6}
    parts = {c.figure.value for c in relation.claims("part")}
    return any(
        which.get(c.figure.text.lower()) in parts and not after(story, c).startswith(" of ")
        for c in relation.claims("rate")
    )


def _is_no_whole(story: Story, whole: Claim, relation: Relation) -> bool:
    """True for a rate, for the largest part of another whole, and for adults where households are the part."""
    if _FOR_SO_MANY.match(after(story, whole, 60)) or _A_PART.search(before(story, whole, 60)):
        return True
    parts = [c for c in relation.claims("part") if c.sentence != whole.sentence]
    return any(_are_distinct(part.measure, whole.measure) for part in parts)


def _are_distinct(one: Mention | None, other: Mention | None) -> bool:
    named = one is not None and other is not None and one.found == other.found == "here"
    return named and one is not None and other is not None and are_distinct(one.key, other.key)


def _are_nested(story: Story, parts: Sequence[Claim]) -> bool:
    """True where one part is told as some of the next: "seven of the larder's 18 centres"."""
    pairs = pairwise(sorted(parts, key=lambda c: c.figure.span))
    return any(one.sentence == two.sentence and _SOME_OF.match(story.between(one, two)) for one, two in pairs)


def _is_of_another_clause(story: Story, relation: Relation) -> bool:
    """True for a share of those of whom a clause behind the part and the whole tells something in general."""
    rate, others = relation.claims("rate"), (*relation.claims("part"), *relation.claims("whole"))
    last = max((c.figure.span.end for c in others), default=0)
    if not rate or last >= rate[0].figure.span.start or rate[0].sentence.start > last:
        return False
    return _ELSEWHERE.search(story.words(Span(last, rate[0].figure.span.start))) is not None


def _goes_on_uncounted(story: Story, relation: Relation) -> bool:
    """True for parts below their total with more behind them that has no number."""
    parts = sorted(relation.claims("part"), key=lambda c: c.figure.span)
    whole = sum(c.figure.value or 0 for c in relation.claims("total"))
    short = sum(c.figure.value or 0 for c in parts) < whole
    return short and bool(parts) and _UNCOUNTED.match(after(story, parts[-1])) is not None


def _is_no_order(story: Story, relation: Relation) -> bool:
    comparison = relation.comparison()
    if comparison is None:
        return False
    end = comparison.span.end
    words, behind = comparison.text.lower(), story.document.text[end : end + BEHIND]
    over = words == "over" and _OVER_TIME.match(behind) is not None
    return over or (words == "half" and _AS_MUCH_AGAIN.match(behind) is not None)


def _is_over_other_time(relation: Relation) -> bool:
    """True for a count of one month beside one of six."""
    counts = [c for c in relation.claims() if family(c) == "C"]
    kinds = {c.period.kind for c in counts if c.period is not None}
    return len(counts) == 2 and "span" in kinds and bool(kinds & {"day", "month"})


def _is_usual(story: Story, relation: Relation) -> bool:
    """True for a total of every day, where another sentence tells the parts of one day."""
    totals, parts = relation.claims("total"), relation.claims("part")
    usual = any(_EVERY_DAY.match(after(story, c)) for c in totals)
    apart = all(p.sentence != c.sentence for p in parts for c in totals)
    return usual and apart and any(_ONE_DAY.match(story.sentence(p)) for p in parts)


def _is_span_of_record(story: Story, relation: Relation) -> bool:
    return any(family(c) == "D" and _STOOD.search(before(story, c)) for c in relation.claims())


def _is_of_named(story: Story, relation: Relation) -> bool:
    """True for a total that two together have, where no part is told for either."""
    totals = relation.claims("total")
    named = next((m for c in totals if (m := _TOGETHER.search(before(story, c, 80))) is not None), None)
    if named is None:
        return False
    told = " ".join(story.words(Span(c.sentence.start, c.figure.span.end)) for c in relation.claims("part"))
    return not any(name in told for name in named.groups())


def _is_of_rival(story: Story, relation: Relation) -> bool:
    """True if the sentence of one level alone, other than that of the change, tells of a rival."""
    change, *levels = relation.claims()
    if _LEAD.search(before(story, change, 60)):
        return False  # that of a winner lies between the two
    apart = {c.sentence for c in levels} - {change.sentence}
    told = [_RIVALS.search(story.words(s)) is not None for s in {c.sentence for c in levels}]
    return any(told) and not all(told) and any(_RIVALS.search(story.words(s)) for s in apart)


def _is_of_that_figure(story: Story, relation: Relation) -> bool:
    """True for "2.8 times that figure" of a level that is not the last one before it in the sentence."""
    multiple = relation.claims()[0]
    if _THAT_FIGURE.match(after(story, multiple)) is None:
        return False
    ahead = [c for c in story.in_sentence(multiple.sentence) if c.figure.span < multiple.figure.span]
    return bool(ahead) and ahead[-1] not in relation.claims("from")


def _are_both_passed(story: Story, relation: Relation) -> bool:
    """True for "19 per cent ABOVE last season's 3.96 million AND four times the 1.18 million": both are of a third."""
    multiple, level = relation.claims()[0], next(iter(relation.claims("to")), None)
    if level is None or not level.figure.span < multiple.figure.span:
        return False
    words = story.between(level, multiple)
    return words.strip(" ,") == "and" and _PASSED.search(before(story, level)) is not None


def _is_hour(story: Story, claim: Claim) -> bool:
    """True for "at 7", "at 12.30"."""
    return _AT.search(before(story, claim)) is not None and 0 < (claim.figure.value or 0) < 24


def _is_no_part(story: Story, relation: Relation) -> bool:
    parts, wholes = relation.claims("part"), relation.claims("whole")
    rates = relation.claims("rate")
    said_again = bool(rates) and all(_OR.search(before(story, c)) for c in rates)
    if any(_ASKED.search(before(story, c)) for c in parts) and not said_again:
        return True
    if any(_FROM.search(before(story, c)) for c in wholes):
        return True
    of_total = next((m for c in rates if (m := _OF_TOTAL.match(after(story, c, 50))) is not None), None)
    if of_total is not None and not any(stems(of_total[1]) & stems(story.sentence(c)) for c in wholes):
        return True
    if any(_is_of_those(story, c, part) for c in rates for part in parts):
        return True
    if any(_is_of_then(story, c, whole) for c in rates for whole in wholes):
        return True
    if any(_OF_PEAK.match(after(story, c)) for c in rates) and not all(_is_largest(story, c) for c in wholes):
        return True
    return any(_are_named_together(story, a, b) for a, b in combinations((*parts, *wholes), 2))


def _is_of_those(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "For 1,870 ringed before 2003 it was 52 per cent"."""
    opens = story.lead(part)
    return (
        part.sentence == rate.sentence
        and bool(_FOR_THESE.match(opens))
        and bool(_IT_WAS.search(before(story, rate)))
    )


def _is_of_then(story: Story, rate: Claim, whole: Claim) -> bool:
    """True for a whole of a sentence about another time, and a rate of one that is not."""
    apart = whole.sentence != rate.sentence and whole.figure.span < rate.figure.span and family(whole) != "P"
    return apart and bool(_THEN.match(story.sentence(whole))) and not _THEN.match(story.sentence(rate))


def _is_largest(story: Story, level: Claim) -> bool:
    """True if no figure of the unit around a level is larger."""
    around = (c for c in story.around(level, 2) if unit_of(c) == unit_of(level))
    return all((c.figure.value or 0) <= (level.figure.value or 0) for c in around)


def _are_named_together(story: Story, one: Claim, other: Claim) -> bool:
    """True for "of 6.8 million and 7.1 million"."""
    first, last = sorted((one.figure.span, other.figure.span))
    return story.document.text[first.end : last.start] in (" and ", " or ")
