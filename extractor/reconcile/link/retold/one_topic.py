"""Whether two figures of siblings are told of one thing: by their nouns, deeds and the words of their sentences."""

from __future__ import annotations

import re

from extractor.lexicon import table
from extractor.model import Claim
from extractor.nouns import are_distinct, kinds, may_be_one
from extractor.reconcile.clauses import own_words
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import cut, stems, times, words
from extractor.reconcile.link.retold.near_numbers import (
    UNLIKELY,
    digits,
    one_thing_counted,
    opposed,
    rounds,
    scaled,
    slipped,
    turned,
)
from extractor.reconcile.siblings.two_lines import of_two_subjects
from extractor.reconcile.siblings.wholes_apart import are_of_two_kinds
from extractor.reconcile.story import Story, family, one_noun
from extractor.regexes import Regex

_OF = Regex(r"\b(?:in|of|at|on|for|with|from|to)\b")
#: Words in common that tie two counts whose nouns do not.
TELLING = 2
#: What is for something else, and prices.
_FOR = Regex(
    r"\b(?P<noun>[A-Za-z]{3,})\s(?:in|of|at|on|for|with|from|to|near)\s(?:the|its|their|an?)\s(?P<of>\w+)"
)
#: Words with a capital, and those of them that open no sentence.
_CAPITAL, _WITHIN = Regex(r"\b[A-Z]\w+"), Regex(r"(?<=[a-z0-9,] )[A-Z]\w+")
_PRICE = Regex(r"\b(?:costs|sells?|sold|an? \w+ (?:cost|costs|is)|each|apiece|per|prices?d? (?:at|of an?))\b")


def one_topic(a: Story, b: Story, x: Claim, y: Claim) -> bool:
    """True if the words tell both figures of one thing; the more, the less alike the numbers are."""
    shared = words(a.sentence(x)) & words(b.sentence(y))
    if family(x) == "P" and not _one_base(x, y):
        return False
    if opposed(x, y):
        return len(_beyond(a, x, b, y) - cut(words(x.figure.text) | words(y.figure.text))) >= 2
    # Numbers that are each other's slip, or one the other rounded, hardly meet by chance.
    if turned(x, y) and not slipped(x, y):
        beyond = _beyond(a, x, b, y) - times() - cut(words(x.figure.text) | words(y.figure.text))
        return len(beyond) >= 2 or (bool(beyond) and both_spent(a, x, b, y))
    if slipped(x, y) or rounds(x, y):
        if _is_weak(x, y) and not (_beyond(a, x, b, y) or are_for_one(a, x, b, y)):
            return False
        if of_two_kinds(x, y) or (family(x) == "C" and _may_be_two(a, x, b, y)):
            return False
        long = min(digits(x), digits(y)) >= UNLIKELY
        people = family(x) == "C" and bool(shared) and _are_people(x, y)
        return one_noun(x, y) or people or len(shared) >= 2 or (family(x) != "C" and (bool(shared) or long))
    if family(x) == "C":
        # "Likely voters" in two polls are two words in common, and no more than the noun.
        shared = stems(a.sentence(x)) & stems(b.sentence(y))
        beyond = shared - cut(noun_words(x))
        one_act = any(w.startswith("~") for w in beyond) or not _two_deeds(x, y)
        told = len(shared) >= 2 and (len(beyond) >= 2 or (bool(beyond) and one_act))
        return one_noun(x, y) and (told or one_deed(x, y))
    if family(x) == "P":
        # "Volunteers" and "the charity says" are not what is told of them.
        shared = stems(a.sentence(x)) & stems(b.sentence(y))
        if is_change(x) and is_change(y) and of_two_subjects(a, x, b, y):
            return False
        return one_deed(x, y) and not shared <= cut(noun_words(x) | _whose(x) | _whose(y))
    shared -= _of_figures(a, x) & _of_figures(b, y)
    return len(shared) >= 2 or (bool(shared) and are_of_one_thing(a, x, b, y))


def are_of_one_thing(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for two amounts of one noun, or spent on one thing."""
    return one_noun(x, y) or bool(both_spent(a, x, b, y) and _paid_for(a, x, b, y))


def _of_figures(story: Story, claim: Claim) -> frozenset[str]:
    """The words that the figures of a sentence are made of: "million", "shillings"."""
    return words(" ".join(c.figure.text for c in story.in_sentence(claim.sentence)))


def told_alike(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for two shares of one whole whose own words tell one thing of it, in whatever form: "late", "lateness"."""
    p, q = x.base or x.measure, y.base or y.measure
    if family(x) != "P" or is_change(x) or is_change(y) or p is None or q is None or p.key != q.key:
        return False
    if {p.found, q.found} - {"here", "sentence"}:
        return False
    told = stems(own_words(a, x)) & stems(own_words(b, y)) - stems(p.key) - stems(p.text)
    return bool(told - stems(q.text) - times() - stems(f"{x.figure.text} {y.figure.text}"))


def are_for_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if two sums were spent on one thing: "the clock repairs", "repairs to the clock"; not "leaflets for it"."""
    if not both_spent(a, x, b, y) or any(_is_price(s.sentence(c)) for s, c in ((a, x), (b, y))):
        return False
    named = _paid_for(a, x, b, y)
    if len(named) != 1:
        return bool(named)
    (word,) = named
    return not any(_is_beside(word, s.sentence(c)) for s, c in ((a, x), (b, y)))


def _paid_for(a: Story, x: Claim, b: Story, y: Claim) -> frozenset[str]:
    """What two sentences have in common but for words of spending, times, names, and of who says so."""
    shared = stems(a.sentence(x)) & stems(b.sentence(y)) - times() - cut(
        frozenset(table("siblings")["spending"])
    )
    shared = frozenset(w for w in shared if not w.startswith("~"))
    said = frozenset(w for c in (x, y) for m in (c.source, c.speaker) if m is not None for w in stems(m.text))
    return shared - said - _names(a, x, b, y) - stems(f"{x.figure.text} {y.figure.text}")


def _is_price(sentence: str) -> bool:
    """True for what each of many costs."""
    return _PRICE.search(sentence) is not None


def _is_beside(word: str, sentence: str) -> bool:
    """True if a word only says more of another noun: "leaflets for the BALLOT"; "spent £40,000 on the recount"."""
    told = [m for m in _FOR.finditer(sentence) if m["of"].lower().startswith(word)]
    return any(m["noun"].lower() not in table("siblings")["spending"] for m in told)


def _is_weak(x: Claim, y: Claim) -> bool:
    """True for a rounded number with a verb of its own, or a scale away: 118 shops were shut, over 120 lost money."""
    if scaled(x, y):
        return not one_deed(x, y) and not one_thing_counted(x, y)
    return not slipped(x, y) and _two_deeds(x, y)


def _names(a: Story, x: Claim, b: Story, y: Claim) -> frozenset[str]:
    """The words of either sentence with a capital that is not for opening it."""
    known = a.once(_capitals) | b.once(_capitals)
    told = (w for s, c in ((a, x), (b, y)) for w in _CAPITAL.findall(s.sentence(c)))
    return stems(" ".join(w for w in told if w in known))


def _capitals(story: Story) -> frozenset[str]:
    """The words that a story writes with a capital within its sentences."""
    return frozenset(_WITHIN.findall(story.document.text))


def _two_deeds(x: Claim, y: Claim) -> bool:
    """True for two verbs, each with its own figure."""
    told = [c.event.key for c in (x, y) if c.event is not None and c.event.found == "here"]
    return len(told) == 2 and not one_deed(x, y)


def _beyond(a: Story, x: Claim, b: Story, y: Claim) -> frozenset[str]:
    """What two sentences have in common besides what is counted and whose it is."""
    shared = stems(a.sentence(x)) & stems(b.sentence(y))
    return shared - cut(noun_words(x) | noun_words(y)) - _names(a, x, b, y)


def _whose(claim: Claim) -> frozenset[str]:
    """The words for the whole of a share and for who tells it."""
    told = (m.text for m in (claim.base, claim.source, claim.speaker) if m is not None)
    return frozenset(w for text in told for w in words(text))


def _may_be_two(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if little more than what is counted ties two counts, and its words set the two apart."""
    if not slipped(x, y) and one_deed(x, y):
        return False  # "1,437 grey seal pups were born", "more than 1,500 pups were born"
    if are_two_things(x, y):
        return len(_own_words(stems(a.sentence(x)) & stems(b.sentence(y)))) < TELLING
    told = len(_own_words(_beyond(a, x, b, y)))
    return picks_some(a, x, b, y) and (not told or (told < TELLING and not _speak_of_it(a, x, b, y)))


def _own_words(shared: frozenset[str]) -> list[str]:
    """The words themselves, without the marks of deeds that stand for them."""
    return [w for w in shared if not w.startswith("~")]


def _speak_of_it(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if either story has the words somewhere by which the other picks its things."""
    told = ((x, b), (y, a))
    return all(c.measure is None or _picking(c.measure.text) <= stems(s.document.text) for c, s in told)


def picks_some(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if one of two counts alone picks its things: 240 LONG-DISTANCE trains, 420 trains."""
    return one_noun(x, y) and any(
        c.measure is not None and _picking(c.measure.text) - stems(s.sentence(d))
        for c, d, s in ((x, y, b), (y, x, a))
    )


def of_two_kinds(x: Claim, y: Claim) -> bool:
    """True for dogs and cats: two listed sorts of things."""
    told = [c.measure.key for c in (x, y) if c.measure is not None and c.measure.found == "here"]
    return len(told) == 2 and are_of_two_kinds(*told)


def _picking(noun: str) -> frozenset[str]:
    """The words before the last of a noun: "LONG-DISTANCE trains"."""
    return stems(" ".join(_OF.split(noun)[0].split()[:-1]))


def are_two_things(x: Claim, y: Claim) -> bool:
    """True for two counts whose sentences name what is counted, and not with nouns that may be one."""
    told = [c.measure for c in (x, y) if c.measure is not None and c.measure.found == "here"]
    if family(x) != "C" or len(told) < 2 or {m.key for m in told} & {*table("siblings")["general"]}:
        return False
    ours, theirs = (stems(f"{m.key} {m.text}") for m in told)
    return not may_be_one(told[0].key, told[1].key) and not ours & theirs and not _are_people(x, y)


def _are_people(x: Claim, y: Claim) -> bool:
    """True for two words for people who may be the same: 38,600 customers, 39,000 people; not teachers, pupils."""
    keys = [c.measure.key for c in (x, y) if c.measure is not None]
    if len(keys) != 2 or not all("person" in kinds(key) for key in keys):
        return False
    return not are_distinct(*keys) and not are_of_two_kinds(*keys)


def noun_words(claim: Claim) -> frozenset[str]:
    """The words of what is counted, without what is said of where: "fires in the district" are fires."""
    return frozenset() if claim.measure is None else words(_OF.split(claim.measure.text)[0])


def both_spent(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if both sentences say that money was spent: "cost £38,000", "the bill came to £38,000"."""
    spending = frozenset(table("siblings")["spending"])
    spent = (set(re.findall(r"[a-z]+", s.lower())) & spending for s in (a.sentence(x), b.sentence(y)))
    return family(x) == "M" and all(spent)


def _one_base(x: Claim, y: Claim) -> bool:
    """True if two shares may be of one whole; where one prints none, what it counts is it."""
    if x.base is None and y.base is None:
        return True
    ours, theirs = (c.base or c.measure for c in (x, y))
    return ours is not None and theirs is not None and may_be_one(ours.key, theirs.key)


def one_deed(x: Claim, y: Claim) -> bool:
    """True for one verb with one object; what is counted may be it: "the sailings lost", "sailings were lost"."""
    if x.event is None or y.event is None:
        return False
    (ours, _, here), (theirs, _, there) = (e.key.partition(":") for e in (x.event, y.event))
    if x.event.key == y.event.key:
        return True
    own = {c.measure.key for c in (x, y) if c.measure is not None}
    return ours == theirs and not (here and there) and (here or there) in own


__all__ = [
    "are_for_one",
    "are_two_things",
    "both_spent",
    "noun_words",
    "of_two_kinds",
    "one_deed",
    "one_topic",
    "picks_some",
    "told_alike",
]
