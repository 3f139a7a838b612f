"""Relations whose figures the words beside them tell of another thing, of another group, or of the rest.

"All but 12 of the 88" are no twelve of them, the 16 clubs of a league no points, and a rise in dollars is none from
rate to rate.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from extractor.model import Claim, Relation, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.times import in_order
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.window.near import is_turned
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: A size that differs by no more may be the one that is told.
_SAME = 0.15
#: Before those that are left out: "ALL BUT 12 of the 88".
_ALL_BUT = Regex(
    r"\b(?:all|every\sone)\s(?:but|except(?:\sfor)?|save)\s(?:the\s|about\s|some\s)?$", re.IGNORECASE
)
#: Behind what was added, as a number and in per cent: "605, or 3.4 per cent, LONGER than it was".
_COMPARED = Regex(r"^,?\s(?:more|fewer|less|greater|worse|better|[a-z]{3,9}(?:er|ier))\sthan\b")
#: Before the size of a league: "came 13TH OF 16".
_PLACED = Regex(
    r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)\s(?:out\s)?of\s(?:the\s)?$",
    re.IGNORECASE,
)
#: "Earnings PER SHARE were 30.1p": what each has, and not what all have.
_PER_ONE = Regex(
    r"\b(?:per|a|each)\s(?:share|head|person|capita|household|pupil|unit|customer)\b", re.IGNORECASE
)
#: Between levels of one thing and a change of another: "cost a fifth more, SO FARES covered 75 per cent".
_SO_THEN = Regex(r",\sso\s(?:that\s)?(?!it\b|they\b|there\b|that\b|this\b|now\b|the\b)[a-z]+\s[a-z]+")
#: Between a change from a time of its own and the level of another group: "lower than a year ago, BUT NURSING POSTS were".
_THAN_THEN = Regex(
    r"^\s(?:[\w’'-]+\s){0,2}?(?:than|on|from)\s[^,;.]{0,30}\b(?:ago|before|earlier|last|previous)\b[^,;.]{0,20},\s(?:but|while|whereas|though)\s(?P<led>[^;.]*)$",
    re.IGNORECASE,
)
#: "Most OFTEN", "most commonly": how something happens, and no majority.
_HOW = Regex(
    r"\bmost\s(?:often|commonly|likely|notably|frequently|recently|usually|of\sall)\b[^,;(]*\W*$",
    re.IGNORECASE,
)
#: What several have together is not compared with how many they are.
_TOGETHER = Regex(r"\b(?:put\stogether|combined|between\sthem|in\sall|taken\stogether)\b", re.IGNORECASE)
_GROUP = Regex(r"\b(?:the|these|those|its|their|any)\s$", re.IGNORECASE)
_SUM_OF = Regex(r"\bsum\sof\s$", re.IGNORECASE)
#: "41 people IN THE HIGH-DOSE GROUP".
_IN_GROUP = Regex(
    r"^\s(?:[\w’'-]+\s){0,2}?(?:in|on|of|from)\sthe\s([\w’'-]+)\s(?:group|arm|cohort|class|ward|team|camp|band|sample|category|wing)\b",
    re.IGNORECASE,
)
#: "Houses in the SOUTH".
_SIDE = Regex(r"\bin\sthe\s(north|south|east|west|centre|middle)\b")
#: "1.4 times THE PACE of urban sales".
_PACE = Regex(r"^\s(?:(?:the|their|its|that)\s(?:pace|speed)|as\s(?:fast|quickly|rapidly))\b")
#: "So ITS SHARE OF THE VERDICT IS about 5 per cent".
_SUBJECT = Regex(
    r"\b(?:its|their|his|her|that)\s((?:[\w’'-]+\s){1,6}?)(?:is|was|are|were|equals|comes\sto|amounts\sto)\s(?:about\s|just\s|only\s|nearly\s)?$",
    re.IGNORECASE,
)
#: From how many to what they have together.
_COMBINED = Regex(
    r"^\s[^,;.]{0,40}\b(?:a\scombined|together|between\sthem|a\sjoint)\s(?:[a-z]+\s)?$", re.IGNORECASE
)
#: Between a level and the multiple told of it: "stood at 5.7 million, ABOUT THREE TIMES what it is now".
_RIGHT_BEHIND = Regex(r"^,\s(?:or\s|nearly\s|almost\s|more\sthan\s|just\s(?:over|under)\s)?$")


#: "146 OF THE ROOMS. Another town has 98. THE REMAINING 69": a part itself, and no whole of what comes next.
_OF_OTHERS = Regex(r"^\sof\s(?:the|its|their|these|those|them)\b", re.IGNORECASE)
_THE_REST = Regex(r"\b(?:remaining|other|rest,?)\s(?:about\s|some\s)?$", re.IGNORECASE)
#: "FOR NONFATAL SHOOTINGS, arrests were made in 31 cases, or 14 per cent": another group than was told of before.
_FRONTED = Regex(
    r"^[“\"‘]?(?:(?:For|Among|As\sfor|In|With)\s(?:the\s|its\s|their\s)?((?:[a-z][\w’'-]+\s){0,3}?(?!(?:years|months|weeks|days|decades|seasons|cases|hours|words|terms|circumstances|ways|instances|respects|numbers)\b)[a-z]{3,}s)"
    r"|Where\s([a-z][^,.;:\d]{3,40})),\s"
)
#: "ON THE OFFICIAL MEASURE sales grew by", "OFFICIAL FIGURES SHOW": beside levels that another body counts.
_ON_A_MEASURE = Regex(
    r"^[“\"‘]?(?:On|By)\s(?:[\w’'-]+\s){1,4}?(?:measure|count|basis|definition|series|method|reckoning)\b"
    r"|^[“\"‘]?(?:[\w’'-]+\s){1,3}?(?:figures|data|statistics)\s(?:show|showed|suggest|put|say)\b"
)
_REPORTED = Regex(r"\b(?:report(?:s|ed)|count(?:s|ed)|sa(?:ys|id)|claim(?:s|ed)|puts?|whose\sown)\b")
#: From a count over its share to what comes next: "27 of the members, or 15 per cent, up from".
_COUNTED = Regex(
    r"\d[^.;:]{0,50}(?:,\sor|\s\(|\s[–—])\s?(?:[a-z]+\s){0,2}[\d.]+\s?(?:%|per\scent|percent|pc)\)?[\s,–—]+(?:up|down)\s(?:from|on)\s$"
)


def is_unlike(story: Story, relation: Relation) -> bool:
    """True for a relation one of whose figures is told of another thing than the others."""
    return any(reason(story, relation) for reason in _REASONS.get(relation.kind, ()))


def _is_of_count(story: Story, relation: Relation) -> bool:
    """True for "27 are women, or 15 per cent, up from 20": the bare number may be what the count was before."""
    bare = [c for c in relation.claims("reference") if c.figure.text.isdigit()]
    return any(_COUNTED.search(before(story, c, 110)) for c in bare)


def _is_part_itself(story: Story, relation: Relation) -> bool:
    rests = any(_THE_REST.search(before(story, c, 24)) for c in relation.claims("part"))
    return rests and any(_OF_OTHERS.match(after(story, c)) for c in relation.claims("total"))


def _is_of_front_group(story: Story, relation: Relation) -> bool:
    """True for a share in a sentence that names its group first, if the whole was told before of none such."""
    (rate,) = relation.claims("rate")
    wholes = [c for c in relation.claims("whole") if c.sentence < rate.sentence]
    group = _FRONTED.match(story.sentence(rate))
    if group is None:
        return False
    named = content_words(group[1] or group[2])
    return any(not named & content_words(story.sentence(c)) for c in wholes)


def _is_on_a_measure(story: Story, relation: Relation) -> bool:
    """True for a change by one count, beside a level that another sentence has from somebody else."""
    (change,) = relation.claims("change")
    others = [c for c in _levels(relation) if c.sentence != change.sentence]
    told = any(_REPORTED.search(story.sentence(c)) for c in others)
    return told and _ON_A_MEASURE.match(story.sentence(change)) is not None


def _leaves_out(story: Story, relation: Relation) -> bool:
    """True if a part is told as what is left out."""
    return any(_ALL_BUT.search(before(story, c)) for c in relation.claims("part"))


def _was_added(story: Story, relation: Relation) -> bool:
    return any(_COMPARED.match(after(story, c)) for c in relation.claims("rate"))


def _is_of_payments(story: Story, relation: Relation) -> bool:
    """True for "the sum of 30 payments", how many were made."""
    return any(family(c) == "C" and _SUM_OF.search(before(story, c)) for c in relation.claims("total"))


def _is_size_of_league(story: Story, relation: Relation) -> bool:
    return any(_PLACED.search(before(story, c)) for name in ("from", "to") for c in relation.claims(name))


def _is_of_each(story: Story, relation: Relation) -> bool:
    """True for levels of what each has and a change that is not told so."""
    (change,), levels = relation.claims("change"), _levels(relation)
    sentence = story.sentence(change)
    told = all(
        c.sentence != change.sentence and _PER_ONE.search(before(story, c, 40) + after(story, c, 20))
        for c in levels
    )
    return told and _PER_ONE.search(sentence) is None


def _is_other_way(story: Story, relation: Relation) -> bool:
    """True for a change in per cent that goes the other way than its levels, by another size: it was never theirs."""
    (change,), (old,), (new,) = (relation.claims(n) for n in ("change", "from", "to"))
    if family(change) != "P":
        return False
    ordered = in_order(story, old, new, (change,))
    if not (is_turned(relation) or (ordered == (new, old) and old.sentence == new.sentence)):
        return False
    first, last, stated = (float(c.figure.value or 0) for c in (old, new, change))
    size = abs(last - first)
    made = (size, *(100 * size / abs(level) for level in (first, last) if level))
    return all(abs(m - stated) > _SAME * stated for m in made)


def _is_consequence(story: Story, relation: Relation) -> bool:
    """True if both levels follow a change, in a clause that tells what else came of it."""
    (change,), levels = relation.claims("change"), _levels(relation)
    first = min(c.figure.span for c in levels)
    if change.sentence != min(levels, key=lambda c: c.figure.span).sentence or first < change.figure.span:
        return False
    return _SO_THEN.search(story.words(Span(change.figure.span.end, first.start))) is not None


def _is_of_group_behind(story: Story, relation: Relation) -> bool:
    """True if one level stands in a clause about another group, behind a change from a time of its own."""
    (change,) = relation.claims("change")
    for level in _levels(relation):
        if level.sentence != change.sentence or level.figure.span < change.figure.span:
            continue
        found = _THAN_THEN.match(story.between(change, level))
        told = story.words(Span(change.sentence.start, change.figure.span.end))
        if found is not None and content_words(found["led"]) - content_words(told):
            return True
    return False


def _levels(relation: Relation) -> list[Claim]:
    return [c for name in ("from", "to") for c in relation.claims(name)]


def _is_how(story: Story, relation: Relation) -> bool:
    return any(_HOW.search(before(story, c, 80)) for c in relation.claims("subject"))


def _are_groups(story: Story, relation: Relation) -> bool:
    """True for "these two have more than the nine quietest together": what they have is compared, not how many they are."""
    told = relation.claims()
    groups = len(told) > 1 and all(family(c) == "C" and _GROUP.search(before(story, c)) for c in told)
    return groups and _TOGETHER.search(story.sentence(told[0])) is not None


def _is_of_level_before(story: Story, relation: Relation) -> bool:
    """True for a multiple right behind a level that it is not made with."""
    (multiple,) = relation.claims("multiple")
    if any(c.sentence == multiple.sentence for c in relation.claims()[1:]):
        return False
    ahead = [c for c in story.in_sentence(multiple.sentence) if c.figure.span < multiple.figure.span]
    if not ahead or ahead[-1] in relation.claims() or family(ahead[-1]) not in "CMUDP":
        return False
    return _RIGHT_BEHIND.match(story.between(ahead[-1], multiple)) is not None


def _is_of_a_group(story: Story, relation: Relation) -> bool:
    """True for a part "in the high-dose group" of a whole that is told of no such group."""
    for part in relation.claims("part"):
        found = _IN_GROUP.match(after(story, part, 60))
        wholes = relation.claims("whole")
        if found is not None and not any(
            found[1].lower() in story.sentence(w).lower() for w in wholes if w.sentence != part.sentence
        ):
            return all(w.sentence != part.sentence for w in wholes)
    return False


def _is_of_so_many(story: Story, relation: Relation) -> bool:
    """True if a part is how many have a total together: "the last TWO coal stations a combined 8.7"."""
    for total in relation.claims("total"):
        ahead = [p for p in relation.claims("part") if p.figure.span < total.figure.span]
        words = [story.between(p, total) for p in ahead if family(p) == "C"]
        if any(_COMBINED.match(w) for w in words):
            return True
    return False


def _is_of_pace(story: Story, relation: Relation) -> bool:
    """True for "1.4 times the pace", of how fast and not of how many."""
    return any(_PACE.match(after(story, c)) for name in ("change", "multiple") for c in relation.claims(name))


def _has_own_subject(story: Story, relation: Relation) -> bool:
    """True for "so ITS SHARE OF THE VERDICT is about 5 per cent": a rate of what its clause names and no figure counts."""
    if relation.strength != "contextual":
        return False
    for rate, part in zip(relation.claims("rate"), relation.claims("part"), strict=False):
        found = _SUBJECT.search(before(story, rate, 80))
        if found is None or part.sentence != rate.sentence or not part.figure.span < rate.figure.span:
            continue
        named = content_words(found[1]) - {"share", "rate", "total", "number", "figure"}
        told = story.words(Span(part.sentence.start, rate.figure.span.start - len(found[0])))
        if named and not named & content_words(told):
            return True
    return False


def _are_of_two_sides(story: Story, relation: Relation) -> bool:
    """True for houses "in the north" and houses "in the south"."""
    sides = [set(_SIDE.findall(after(story, c, 60))) for c in relation.claims()]
    return all(sides) and not set.intersection(*sides)


def _is_of_another_thing(_: Story, relation: Relation) -> bool:
    """True for "48 teams were split among 12 groups, with three GAMES each", a mean that names what it counts."""
    claims = [c for role in ("mean", "total", "n") for c in relation.claims(role)]
    keys = [c.measure.key for c in claims if c.measure is not None and c.measure.found == "here"]
    if relation.strength == "stated" or len(keys) != 3 or family(claims[0]) != "C":
        return False
    return not any(may_be_one(keys[0], other) for other in keys[1:])


_REASONS: Mapping[str, tuple[Callable[[Story, Relation], bool], ...]] = {
    "share": (_leaves_out, _was_added, _is_of_a_group, _is_of_front_group, _has_own_subject),
    "sum": (_leaves_out, _is_of_payments, _is_of_so_many, _is_part_itself),
    "change": (
        _is_size_of_league,
        _is_of_each,
        _is_other_way,
        _is_consequence,
        _is_of_group_behind,
        _is_of_pace,
        _is_on_a_measure,
    ),
    "mean": (_is_of_another_thing,),
    "same": (_are_of_two_sides,),
    "compare": (_is_how, _are_groups, _is_of_count),
    "multiple": (_is_of_level_before, _is_of_pace),
}

__all__ = ["is_unlike"]
