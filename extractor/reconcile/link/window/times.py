"""Multiples told apart from their two levels: "Marl has 120 pumps. Ashby has 362, five times as many".

The words choose: those that the multiple is told of pick the one level by the names beside it, those behind
"as", "than" and "that of" the other. Every word of the multiple's clause must be told beside the levels:
"five times as many as in 2010" is of a figure that is not printed. Where no word tells which of the only two is
meant, the larger is taken for so many times the smaller.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import meet
from extractor.model import Claim, Cue, Relation, RelationKind, Role, Span
from extractor.reconcile.link.cues.times import in_order
from extractor.reconcile.link.window.near import is_near_multiple
from extractor.reconcile.link.window.scope import Window, before, windows
from extractor.reconcile.link.window.told_levels import TIMES, Levels, levels_of
from extractor.reconcile.link.window.told_times import WORDS, Told, stem, told
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: How many sentences before and after the multiple's own its levels may stand in.
_REACH = ((0, 0), (1, 0), (0, 1), (2, 0), (0, 2))
_GOES_ON = frozenset((*TIMES, *WORDS["months"], *WORDS["goes_on"]))
_WORD = Regex(r"[a-z]+")
_YEAR = Regex(r"\b((?:19|20)\d\d)\b")
_LAST = Regex(
    r"\b(?:last\s(?:year|month|week|season|summer|winter|spring|autumn)|a\s(?:year|month|week)\sago)\b", re.I
)
_NOW = Regex(
    r"\b(?:this\s(?:year|month|week|season|summer|winter|spring|autumn)|now|today|currently)\b", re.I
)
#: Sentences around the levels whose figures may be the ones meant.
_RIVALS = 2
#: From the first to the second of two levels told behind the multiple: "362 against 120".
_PAIRED = Regex(r"^[^.;]{0,60}?\b(?:against|to|compared\swith|compared\sto|versus|and|for)\s[^.;]{0,20}$")
#: From the thing that a multiple is of to its level: ", Pole-1, which weighed".
_WHICH = Regex(
    r"^(?:,\s(?:the\s)?[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2})?,?\s(?:which|that|who|where|whose\s[a-z]+)\s(?:[a-z]+\s){0,3}?"
    r"(?:weigh(?:s|ed)?|is|was|are|were|been|measure[sd]?|stands?|stood|costs?|took|takes?|lasts?|lasted|had|has|ran|reached)"
    r"\s(?:at\s|for\s)?(?:about\s|just\s|only\s)?$"
    r"|^,?\s(?:at|with|on)\s(?:just\s|only\s)?$"
)
#: The same where the verb is that of the first level: "SOLD 126 vans, twice as many as Trishna, which SOLD 84".
_WHICH_DID = Regex(
    r"^,\s(?:which|that|who|where)\s(?:had\s|has\s)?(?P<verb>[a-z]{3,})\s(?:about\s|just\s|only\s)?$"
)
_OTHER_CLAUSE = Regex(r"[;:]|\b(?:while|but|whereas|although|though|and\s(?:is|was|are|were)\snot)\b")
#: "It placed 3,430 of them": the things of the sentence before.
_OF_THEM = Regex(r"^\sof\s(?:them|these|those)\b")
_THERE = Regex(r"(?:There\s(?:were|was|are|is)|The\s(?:number|figure|total|count|tally)(?!\sof))\s")
_FIRST = Regex(r"^\s?[:(–—,-]\s?(?:(?:about|some|around|nearly)\s)?$")


def times(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each multiple that no relation found so far is about and whose words leave one pair of levels."""
    tested = {r.roles[0].value.id for r in found}
    for claim in story.claims:
        if claim.id in tested or claim.negated or claim.stance != "asserted" or not _may_be(claim):
            continue
        said = told(story, claim)
        relation = None if said is None or said.bare else _relation(story, said)
        if relation is not None and _is_near(relation):
            yield relation


def _may_be(claim: Claim) -> bool:
    """True for a multiple, and for a fraction that may tell one: "half as many"."""
    return family(claim) == "X" or claim.figure.kind == "ratio"


def _is_near(relation: Relation) -> bool:
    return relation.kind == "share" or is_near_multiple(relation)


def _relation(story: Story, said: Told) -> Relation | None:
    for window in windows(story, said.multiple, _REACH):
        levels = levels_of(story, said, window)
        if levels is None:
            continue
        pair = _pair(story, said, levels)
        return None if pair is None else _of(story, said, window, pair)
    return None


def _of(story: Story, said: Told, window: Window, pair: tuple[Claim, Claim]) -> Relation:
    to, of = (pair[1], pair[0]) if said.less else pair
    kind: RelationKind = "multiple" if family(said.multiple) == "X" else "share"
    names = ("multiple", "to", "from") if kind == "multiple" else ("rate", "part", "whole")
    roles = tuple(Role(n, c) for n, c in zip(names, (said.multiple, to, of), strict=True))
    start = min(said.clause.start, *(c.figure.span.start for c in pair))
    end = max(said.clause.end, *(c.figure.span.end for c in pair))
    extent = Span(start, end)
    cue = Cue(story.document.id, extent, story.words(extent))
    return Relation(kind, roles, cue, "contextual", rivals=_rivals(story, window, pair))


def _rivals(story: Story, window: Window, pair: tuple[Claim, Claim]) -> tuple[Claim, ...]:
    """The other figures of the levels' unit around the window."""
    numbers = [story.number_of(c) for c in (window.target, *pair)]
    first, last = max(0, min(numbers) - _RIVALS), min(len(story.sentences) - 1, max(numbers) + _RIVALS)
    near = story.starting(story.sentences[first].start, story.sentences[last].end)
    return tuple(c for c in near if c not in pair and c is not window.target)


def _pair(story: Story, said: Told, levels: Levels) -> tuple[Claim, Claim] | None:
    """The level that is so many times the other, and the other; None where the words leave it open."""
    if said.moved or said.earlier:
        return _at_two_times(story, said, levels)
    subject, reference = levels.named(said.subject), levels.named(said.reference)
    unknown = said.all_words - levels.vocabulary
    if len(subject) == len(reference) == 1 and subject != reference and not unknown:
        return levels.claims[subject[0]], levels.claims[reference[0]]
    if len(levels.claims) != 2:
        return None
    if _is_around(story, said, levels):
        return levels.claims[0], levels.claims[1]
    if levels.claims[1].figure.span > said.multiple.figure.span:
        return _told_behind(story, said, levels)
    if unknown or len(subject) > 1 or len(reference) > 1 or subject == reference != []:
        return None
    one, two = levels.claims
    if subject or reference:
        to = subject[0] if subject else 1 - reference[0]
        return (one, two) if to == 0 else (two, one)
    return _by_size(said, one, two)


def _is_around(story: Story, said: Told, levels: Levels) -> bool:
    """True for "at 9.6 tonnes it is three times as heavy as the old one, which weighed 3.2 tonnes"."""
    one, two = (c.figure.span for c in levels.claims)
    if not one < said.multiple.figure.span < two or not said.reference or said.clause.end > two.start:
        return False
    inside = all(c.sentence == said.multiple.sentence for c in levels.claims)
    leads = story.words(Span(one.end, said.multiple.figure.span.start))
    behind = story.words(Span(said.clause.end, two.start))
    did = _WHICH_DID.match(behind)
    again = did is not None and did["verb"] in before(story, levels.claims[0], 40).split()
    return inside and _OTHER_CLAUSE.search(leads) is None and (again or _WHICH.match(behind) is not None)


def _by_size(said: Told, one: Claim, two: Claim) -> tuple[Claim, Claim]:
    """The two so that the multiple has the best chance to hold."""
    small, large = sorted((one, two), key=lambda c: c.figure.amount.low or 0)
    part = family(said.multiple) != "X" or said.less or (said.multiple.figure.value or 1) < 1
    return (small, large) if part else (large, small)


def _told_behind(story: Story, said: Told, levels: Levels) -> tuple[Claim, Claim] | None:
    """The two that follow: "five times as many pumps as Marl: 362 against 120", "It has 362, and Marl 120"."""
    one = levels.claims[0]
    if not said.clause.end <= one.figure.span.start or not _is_of_noun(said, levels):
        return None
    subject, reference = levels.named(said.subject), levels.named(said.reference)
    for to, of in ((0, 1), (1, 0)):
        if subject not in ([], [to]) or reference not in ([], [of]):
            continue
        pure = levels.names[to] - levels.names[of] <= said.all_words
        pure = pure and levels.names[of] - levels.names[to] <= said.all_words
        if pure and (
            subject or reference or (to == 0 and said.reference and _is_paired(story, said, levels))
        ):
            return levels.claims[to], levels.claims[of]
    return None


def _is_paired(story: Story, said: Told, levels: Levels) -> bool:
    """True for two that stand right behind the multiple: ": 362 against 120"."""
    one, two = levels.claims
    if not one.sentence == two.sentence == said.multiple.sentence:
        return False
    opens = story.words(Span(said.clause.end, one.figure.span.start))
    between = story.between(one, two)
    return _FIRST.match(opens) is not None and _PAIRED.match(between) is not None


def _is_of_noun(said: Told, levels: Levels) -> bool:
    """False for counts that name another thing than the clause of the multiple does."""
    keys = {stem(c.measure.key) for c in levels.claims if c.measure is not None and c.measure.found == "here"}
    return family(levels.claims[0]) != "C" or keys <= said.all_words


def _at_two_times(story: Story, said: Told, levels: Levels) -> tuple[Claim, Claim] | None:
    """The later and the earlier of two levels of one thing."""
    if len(levels.claims) != 2:
        return None
    one, two = levels.claims
    unknown = said.all_words - levels.vocabulary
    if two.figure.span > said.multiple.figure.span:
        if not said.subject or (unknown and not (_go_on(said, levels) or _are_of_them(story, said, levels))):
            return None
    elif unknown:
        return None
    ordered = _by_time(levels) or in_order(story, one, two, (said.multiple,))
    if ordered is None or meet(one.figure.amount, two.figure.amount):
        return None
    old, new = ordered
    subject, reference = levels.named(said.subject), levels.named(said.reference)
    if any(levels.claims[i] is old for i in subject) or any(levels.claims[i] is new for i in reference):
        return None
    return new, old


def _are_of_them(story: Story, said: Told, levels: Levels) -> bool:
    """True for "orders doubled. It placed 3,430 of them, compared with 1,140", "The number went from": right behind."""
    one, two = levels.claims
    text, number = story.document.text, story.number_of(said.multiple)
    near = one.sentence == two.sentence and story.number_of(one) - number <= 1
    named = any(_OF_THEM.match(text[c.figure.span.end : c.sentence.end]) for c in (one, two))
    if not named and _THERE.match(story.sentence(one)) is not None:
        named = all(c.measure is None or c.measure.found != "here" for c in (one, two))
    elsewhen = said.reference - {stem(w) for w in (*TIMES, "last")}
    return near and named and not elsewhen and _PAIRED.match(story.between(one, two)) is not None


def _go_on(said: Told, levels: Levels) -> bool:
    """True for "There were 120 in 2019 and 362 last year": levels behind a movement that name nothing but times."""
    one, two = levels.claims
    bare = all(
        c.measure is None or c.measure.found != "here" or c.measure.key in TIMES for c in levels.claims
    )
    told_of = {w for words_beside in levels.beside for w in _WORD.findall(words_beside.lower())}
    names = frozenset[str]().union(*levels.names)
    return bare and one.sentence == two.sentence and told_of <= _GOES_ON and not said.reference - names


def _by_time(levels: Levels) -> tuple[Claim, Claim] | None:
    """The earlier and the later of two levels by the year, "last year" or "now" that stands beside each."""
    one, two = (_when(words_beside) for words_beside in levels.beside)
    if one is None or two is None or one == two:
        return None
    first, second = levels.claims
    return (first, second) if one < two else (second, first)


def _when(words_beside: str) -> tuple[int, int] | None:
    """A rank in time: a year before "last year", and that before "now"; None for no time or for more than one."""
    found = [(0, int(year)) for year in set(_YEAR.findall(words_beside))]
    found += [(1, 0)] * bool(_LAST.search(words_beside)) + [(2, 0)] * bool(_NOW.search(words_beside))
    return found[0] if len(found) == 1 else None
