"""Orders whose two figures stand elsewhere, each beside its name: "A pint was £4.10 in Marl. In Selby it was £5.20".

The words beside a figure name it: those of a statement's subject must pick one figure of a unit and a thing, those
of what it is compared with another. Where the other side is left out ("Marl had more"), the two must be the only
figures of their thing right before. Nothing is said where a word of the statement could make it one of another
thing, a part or another time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.lexicon import table
from extractor.model import Claim, Relation
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.order.levels_named import Named, named_levels, proper_names
from extractor.reconcile.link.order.ordering import (
    Statement,
    is_by_another,
    relation_of_order,
    singular,
    statements,
    tokens,
)
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_LISTS = table("orders")["words"]
#: Zones before and behind a statement in which its two figures may stand.
BACK, ON = 3, 3
#: Characters around a figure in which a word makes it no level of what is named.
NEXT = 30
#: "Denby, near Marl,".
_ASIDE = Regex(r"\s*[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2},")
#: How often an amount is paid.
_OFTEN = Regex(r"^\s(?:an?|per|each|every)\s(\w+)")
#: What is said of money alone: "Selby's are WORTH less", behind the ships that two yards build.
_PRICED = Regex(r"\b(?:worth|costs?|dearer|cheaper|pricier|valued)\b", re.IGNORECASE)
_NAME = Regex(r"(?<!\w)[A-Z][\w’'-]*")


def orders_by_name(story: Story, told: Sequence[Relation] = ()) -> Iterator[Relation]:
    """One relation for each statement that names one figure for each of its sides, but for those told already."""
    known = {frozenset(c.id for c in r.claims()) for r in told}
    if len(story.claims) < 2:
        return
    for statement in statements(story):
        pairs = list(_pairs(story, statement))
        if len(pairs) != 1 or _paid_apart(story, *pairs[0]):
            continue
        if frozenset(c.id for c in pairs[0]) not in known:
            yield relation_of_order(story, statement, *pairs[0])


def _paid_apart(story: Story, a: Claim, b: Claim) -> bool:
    """True for "£410 a week" and "£1,200 a month"."""
    often = {m[1].lower() for m in (_OFTEN.match(after(story, c)) for c in (a, b)) if m is not None}
    return len(often) > 1


def _pairs(story: Story, statement: Statement) -> Iterator[tuple[Claim, Claim]]:
    """The figures of the subject and of the other side, once for each thing that is told of both."""
    near = _near(story, statement)
    if any(statement.span.contains(c.figure.span) and not _is_no_figure(c) for c in story.claims):
        return
    for group in groups_of(near):
        levels = named_levels(story, group, statement.span)
        pair = _both(statement, levels) if statement.other.strip() else _alone(story, statement, levels)
        if pair is not None and _may_be(story, statement, *pair):
            yield pair[0].claim, pair[1].claim
    counted = _counted(statement, near)
    if counted is not None and _may_be(story, statement, *counted):
        yield counted[0].claim, counted[1].claim


def _counted(statement: Statement, near: Sequence[Claim]) -> tuple[Named, Named] | None:
    """ "More women than men": the figures of two things that the two sides name."""
    subject, other = (_counting(tokens(words), near) for words in (statement.subject, statement.other))
    if subject is None or other is None or subject.own & other.own:
        return None
    return (subject, other) if subject.claim.sentence == other.claim.sentence else None


def _counting(words: frozenset[str], near: Sequence[Claim]) -> Named | None:
    found = [c for c in near if family(c) == "C" and c.measure is not None and c.measure.found == "here"]
    found = [c for c in found if c.measure is not None and singular(c.measure.text.split()[0]) in words]
    if len({c.figure.amount for c in found}) != 1 or found[0].measure is None:
        return None
    key = frozenset([singular(found[0].measure.text.split()[0])])
    return Named(found[0], key, frozenset())


def _near(story: Story, statement: Statement) -> list[Claim]:
    number = story.block_number(statement.span.start)
    first = story.zones[max(0, number - BACK)].span.start
    last = story.zones[min(len(story.zones) - 1, number + ON)].span.end
    return [c for c in story.starting(first, last) if _is_level(statement, c)]


def _is_level(statement: Statement, claim: Claim) -> bool:
    plain = claim.stance == "asserted" and not claim.negated and claim.block not in DISPLAY
    fits = family(claim) in statement.families and claim.figure.value is not None and not is_change(claim)
    return plain and fits and (not statement.units or claim.figure.amount.unit in statement.units)


def _is_no_figure(claim: Claim) -> bool:
    """True for a year, and for the "one" of "dearer than one in Denham"."""
    return family(claim) == "?" or claim.figure.text.lower() == "one"


def groups_of(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The figures of one unit, by what they count; an amount that is told twice stays twice."""
    groups: list[list[Claim]] = []
    for claim in claims:
        own = next((g for g in groups if all(_one_thing(c, claim) for c in g)), None)
        if own is None:
            groups.append([claim])
        else:
            own.append(claim)
    return [g for g in groups if len({c.figure.amount for c in g}) > 1]


def _one_thing(a: Claim, b: Claim) -> bool:
    if family(a) != family(b) or (family(a) not in "CP" and a.figure.amount.unit != b.figure.amount.unit):
        return False
    kinds = {c.statistic if c.statistic in ("mean", "median") else None for c in (a, b)}
    if family(a) == "C" and len(kinds) > 1:
        return False
    if a.measure is None or b.measure is None or family(a) != "C":
        return True
    return may_be_one(a.measure.key, b.measure.key)


def _both(statement: Statement, levels: Sequence[Named]) -> tuple[Named, Named] | None:
    subject, other = (_told_of(tokens(words), levels) for words in (statement.subject, statement.other))
    return (subject, other) if subject and other and subject is not other else None


def _told_of(words: frozenset[str], levels: Sequence[Named]) -> Named | None:
    """The one level that some words name and do not name all of; a figure told twice is one."""
    named = [n for n in levels if n.proper & words]
    found = named or [n for n in levels if n.own & words]
    if len({n.claim.figure.amount for n in found}) != 1:
        return None
    return found[0]


def _alone(story: Story, statement: Statement, levels: Sequence[Named]) -> tuple[Named, Named] | None:
    """The figure that the subject names and the other one, where the two are the only ones right before."""
    if len(levels) != 2 or any(n.claim.figure.span.start > statement.span.start for n in levels):
        return None
    number = story.block_number(statement.span.start)
    last = max(levels, key=lambda n: n.claim.figure.span)
    if number - story.block_number(last.claim.figure.span.start) > 1:
        return None
    subject = _told_of(tokens(statement.subject), levels)
    if subject is None or not subject.proper & tokens(statement.subject):
        return None
    return subject, next(n for n in levels if n is not subject)


def _may_be(story: Story, statement: Statement, one: Named, two: Named) -> bool:
    a, b = one.claim, two.claim
    told = " ".join(story.sentence(c) for c in (a, b))
    if _PRICED.search(statement.words) and family(a) != "M":
        return False
    if not _at_one_time(a, b, one, two) or _times(statement.words) - _times(told):
        return False
    if any(_beside().search(f"{before(story, c, NEXT)} | {after(story, c, NEXT)}") for c in (a, b)):
        return False
    if not (_begins(story, statement.subject, one) and _begins(story, statement.other, two)):
        return False
    if (
        a.figure.amount == b.figure.amount
        or _is_narrowed(statement, told)
        or is_by_another(statement.words, told)
    ):
        return False
    if statement.counts and not _counts(statement.counts).search(f"{told} {statement.words}"):
        return False
    unknown = _unknown(story, statement, one, two)
    if statement.span.start < min(a.figure.span, b.figure.span).start:
        return not unknown or not statement.known or _is_led_in(story, statement, a, b)
    return not unknown and not _is_crossed(statement, one, two)


def _is_crossed(statement: Statement, one: Named, two: Named) -> bool:
    """True for "Houses in Marl are dearer" behind "a flat in Marl and a house in Selby"."""
    measures = [n.claim.measure for n in (one, two) if family(n.claim) == "C"]
    counted = frozenset(singular(m.key) for m in measures if m is not None)
    subject, other = tokens(statement.subject) - counted, tokens(statement.other) - counted
    return bool((two.own - two.proper) & subject or (one.own - one.proper) & (other - subject))


def _begins(story: Story, words: str, named: Named) -> bool:
    """True unless a name of something else comes before that of a figure: "Denby, near Marl, is dearer"."""
    if _ASIDE.match(words) and not named.own & tokens(words.split(",")[0]):
        return False
    names = [w for w in _NAME.findall(words) if singular(w) in proper_names(story)]
    return (
        not names or not named.proper or singular(names[0]) in named.proper or not tokens(words) & named.own
    )


def _is_led_in(story: Story, statement: Statement, *claims: Claim) -> bool:
    """True for a statement right before its figures that names what they count."""
    keys = {singular(c.measure.key) for c in claims if c.measure is not None}
    near = story.block_number(claims[0].figure.span.start) - story.block_number(statement.span.start) <= 1
    return near and bool(keys & tokens(statement.words))


def _at_one_time(a: Claim, b: Claim, one: Named, two: Named) -> bool:
    """True unless the figures are told of two times, and by no years that name them."""
    x, y = a.period, b.period
    if x is None or y is None or x.key == y.key:
        return True
    by_time = _times(" ".join(one.own)) or _times(" ".join(two.own))
    return bool(by_time) or "here" not in (x.found, y.found)


def _unknown(story: Story, statement: Statement, one: Named, two: Named) -> frozenset[str]:
    """The words of a statement that are told nowhere around its figures."""
    zones = {story.block_number(n.claim.figure.span.start) for n in (one, two)}
    around = " ".join(story.words(story.zones[z].span) for z in zones if z >= 0)
    outside = around.replace(story.words(statement.span), " ")
    keys = {n.claim.measure.key for n in (one, two) if n.claim.measure is not None}
    known = tokens(outside) | tokens(" ".join(keys)) | one.own | two.own | _plain()
    return frozenset(w for w in tokens(statement.words) - known if not is_kin(w, known))


def is_kin(word: str, known: frozenset[str]) -> bool:
    """True for another form of a known word: "reported" and "reporting"."""
    stem = re.sub(r"(?:ing|ed|er|e|y|ie)$", "", word)
    return len(stem) > 3 and any(k.startswith(stem) and len(k) - len(stem) < 4 for k in known)


def _is_narrowed(statement: Statement, told: str) -> bool:
    """True if a word of the statement tells a part, and none beside the figures does."""
    return any(
        m[0].lower() not in told.lower() for m in _narrow().finditer(statement.words) if not m[0][0].isupper()
    )


@cache
def _time() -> Regex:
    return any_of(_LISTS["time"])


def _times(words: str) -> frozenset[str]:
    return frozenset(m[0].lower() for m in _time().finditer(words))


@cache
def _beside() -> Regex:
    return any_of(_LISTS["beside"])


@cache
def _narrow() -> Regex:
    return any_of(_LISTS["narrow"])


@cache
def _counts(words: tuple[str, ...]) -> Regex:
    return any_of(words)


@cache
def _plain() -> frozenset[str]:
    return frozenset(singular(w) for w in (*_LISTS["plain"], *table("times")["empty"]))


__all__ = ["groups_of", "is_kin", "orders_by_name"]
