"""Whether a figure most likely counts those that did NOT, by weights learnt from labelled stories.

The rules of `whether.py` and `restated.py` go first. Where they find no denial, these signs are asked: which
words that deny stand where beside the figure, what its clause denies by the parse, and whether a bare number
follows one of things left undone. `data/denied.toml` says how much each speaks for a denial.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed
from extractor.frame.polarity.denial import det_no, is_denied, role_in
from extractor.frame.polarity.denying_words import denied_verb
from extractor.frame.polarity.whether import is_whole, stands_beside
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Kinds of figures that count those who did or did not.
_KINDS = frozenset({"count", "rate", "percentage", "ratio", "money"})
#: How the signs begin that a rule has seen and refused; what a rule calls denied has none of them.
REFUSED = "refused "
_PLAIN = ("verb plain", "upper plain")
#: Tokens right beside a figure, those of its sentence that are looked at, and those that close a clause.
_NEAR = 4
_SENTENCE = 60
_CLOSES = frozenset({",", ";", ":", "(", ")", "–", "—", "-", ".", "but", "while", "and", "”", "“"})
#: How the words before a figure join it to the one before.
_LINKS = (
    ("part", Regex(r"\bof (?:them|these|those|whom|which)\b|\bincluding\b")),
    ("end", Regex(r"\b(?:from|against|compared|than|versus)\b")),
    ("but", Regex(r"\b(?:but|while|whereas|although|though)\b")),
    ("whole", Regex(r"\b(?:out )?of\s*(?:the|its|their|all|some)?\s*$")),
    ("again", Regex(r"[(,–—]\s*(?:or|that is|nearly|about|some)?\s*$")),
    ("and", Regex(r"\band\b")),
)
#: Words right before a figure that say of which group it is.
_BEFORE = frozenset(
    {"the", "other", "remaining", "another", "of", "all", "only", "but", "than", "from", "to"}
)
_GROUP = frozenset({"them", "these", "those", "whom"})
#: Denials that stand beside a verb: "went UNUSED", "NOBODY came".
_BESIDE = frozenset({"nobody", "un", "without", "yet", "unable", "state"})


def likely_denied(spot: Spot, noun: Token | None, earlier: Sequence[Framed]) -> bool:
    """True if the weights hold a denial for likelier than none."""
    return may_be_denied(spot) and likelihood(signs(spot, noun, earlier), _weights()) > 0.5


def may_be_denied(spot: Spot) -> bool:
    """True for a figure that counts some of a group; not for the whole of a part, or what explains a noun."""
    return spot.figure.kind in _KINDS and not is_whole(spot) and not stands_beside(spot)


def likelihood(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """How likely a denial is, from 0 to 1, by the signs that were found."""
    return 1 / (1 + math.exp(-math.fsum(weights.get(sign, 0.0) for sign in [*found, ""])))


def signs(spot: Spot, noun: Token | None, earlier: Sequence[Framed]) -> frozenset[str]:
    """What speaks for and against a denial of the things that a figure counts."""
    kind = "count" if spot.figure.kind == "rate" else spot.figure.kind
    grammatical = frozenset(_clauses(spot, noun))
    # The rules have seen what the grammar denies, and do not hold it for told of the figure.
    refused = (f"{REFUSED}{sign}" for sign in grammatical if not sign.startswith(_PLAIN))
    found = (*_windows(spot), *grammatical, *refused, *_carried(spot, noun, earlier), *_shape(spot))
    return frozenset((f"kind {kind}", *found))


def _windows(spot: Spot) -> Iterator[str]:
    """The words that deny behind and before a figure: near, in its clause, past that, past another number."""
    for side, tokens in (("behind", spot.ahead(_SENTENCE)), ("before", spot.before[::-1][:_SENTENCE])):
        where = ""
        for n, token in enumerate(tokens):
            if n and token.lower_ in _CLOSES:
                where = where or "beyond"
            where = "past number" if token.like_num else where
            if way := _way(token):
                yield f"{side} {way}"
                yield f"{side} {where or ('near' if n < _NEAR else 'far')} {way}"


def _way(token: Token) -> str:
    """The way in which a word denies, or sets a group beside another; "" for most words."""
    onward = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return _way_of(token.lower_, token.lemma_.lower(), onward)


@lru_cache(maxsize=20_000)
def _way_of(word: str, lemma: str, onward: str) -> str:
    ways, words = _ways(), table("polarity")
    if way := ways.get(word) or ways.get(lemma):
        return way
    if denied_verb(word):
        return "un"
    if lemma in words["opposite"] or f"{lemma} {onward}" in words["opposite"]:
        return "opposite"
    return "noun" if lemma in words["noun"] else ""


@cache
def _ways() -> Mapping[str, str]:
    words = table("polarity")
    named: dict[str, Iterable[str]] = {
        "state": words["vacant"],
        "undone": words["undone"],
        "except": ("except", "but", "bar"),
        "only": ("only", "just", "barely"),
        "did": ("did", "do", "does"),
        "other": ("other", "others", "rest", "remaining", "remainder", "another"),
        "unable": words["unable"],
        "fails": words["fails"],
        "yet": ("yet", "still"),
        "without": ("without",),
        "nobody": words["nobody"],
        "no": ("no", "neither"),
        "not": ("not", "n't", "n’t", "never", "nor"),
    }
    return {word: way for way, listed in named.items() for word in listed}


def _clauses(spot: Spot, noun: Token | None) -> Iterator[str]:
    """What the clauses on the noun deny, the verb above the figure, and the verb on which that one hangs."""
    owners = {spot.root, *(t for t in (noun, spot.root.head) if t is not None and grammar.is_noun(t))}
    for owner in owners:
        for clause in grammar.children(owner, *grammar.NOUN_CLAUSES):
            yield from (f"clause {way}" for way in _denials(clause))
    verb = grammar.verb_of(spot.root)
    for name, above in (("verb", verb), ("upper", _upper(verb))):
        if above is not None:
            part = _part(role_in(spot, above))
            ways = tuple(_denials(above))
            yield from (f"{name} {way}" for way in ways)
            yield from (f"{name} {way} as {part}" for way in ways or ("plain",))


def _upper(verb: Token | None) -> Token | None:
    """The verb on which another one hangs: "FAILED to offer", "was UNABLE to"."""
    hangs = verb is not None and verb.dep_ in {"xcomp", "ccomp", "advcl", "conj"}
    return grammar.verb_of(verb.head) if verb is not None and hangs else None


def _denials(verb: Token) -> Iterator[str]:
    """How a verb is denied, or denies by itself."""
    if is_denied(verb):
        yield "not"
    way = _way(verb)
    passive = bool(grammar.children(verb, "nsubjpass", "auxpass")) or verb.dep_ == "acl"
    if way and way != "did":
        yield f"{way} passive" if passive else way
    for child in verb.children:
        if det_no(child):
            yield f"has no {_part(child.dep_)}"
        elif (beside := _way(child)) in _BESIDE:
            yield f"has {beside}"


def _part(dep: str) -> str:
    """The part that a word plays in a clause, in few classes."""
    if dep in grammar.SUBJECTS:
        return "subject" if dep == "nsubj" else "passive subject"
    if dep in grammar.OBJECTS:
        return "object"
    return dep if dep in {"prep", "agent", "npadvmod", "conj"} else "other"


def _carried(spot: Spot, noun: Token | None, earlier: Sequence[Framed]) -> Iterator[str]:
    """Whether a bare number follows one of things left undone, and how it is joined to that."""
    if not earlier or noun is not None or not _is_idle(spot):
        return
    last = earlier[-1]
    told, place = "not" if last.negated else "did", _place(spot, last)
    alike = last.spot.figure.kind == spot.figure.kind
    yield f"last {told} {place}"
    yield f"last {told} {place} {_link(spot, last)}"
    yield f"last {told} {place} alike={alike}"


def _place(spot: Spot, framed: Framed) -> str:
    if framed.spot.sentence.span == spot.sentence.span:
        return "sentence"
    return "block" if framed.spot.sentence.block is spot.sentence.block else "far"


def _link(spot: Spot, last: Framed) -> str:
    """How the words between two figures of a sentence join them, or those that open it before the figure."""
    inside = _place(spot, last) == "sentence"
    start = last.spot.figure.span.end if inside else spot.sentence.span.start
    offset = spot.sentence.offset
    words = spot.sentence.printed[start - offset : spot.figure.span.start - offset]
    joined = next((name for name, pattern in _LINKS if pattern.search(words)), "plain")
    verbs = any(t.pos_ in grammar.VERBS for t in spot.before if offset + t.idx >= start)
    return f"{joined} with verb" if verbs else joined


def _is_idle(spot: Spot) -> bool:
    """True where the clause of a figure tells no deed of its own: "In Marl it WAS nine", "Stoke HAD 17"."""
    verb = grammar.verb_of(spot.root)
    if verb is None:
        return True
    levels = table("nouns")["acts"]["levels"]
    return verb.lemma_.lower() in {"be", "have", *levels["bare"], *levels["signed"]}


def _shape(spot: Spot) -> Iterator[str]:
    """The part that the figure plays, and the words right beside it."""
    yield f"part {_part(spot.root.dep_)}"
    after = [t.lower_ for t in spot.close_behind(2)]
    if after[:1] == ["of"]:
        yield "of them" if _GROUP.intersection(after) else "of the"
    if spot.before and spot.before[-1].lower_ in _BEFORE:
        yield f"after {spot.before[-1].lower_}"
    if any(t.lower_ in {"of", "among"} for t in spot.before[-4:]):
        yield "whole"
    if spot.sentence.block.kind != "paragraph":
        yield f"in {spot.sentence.block.kind}"


@cache
def _weights() -> Mapping[str, float]:
    weights: Mapping[str, float] = table("denied")["weights"]
    return weights
