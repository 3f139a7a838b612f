"""What a figure counts: the noun, its modifiers, and the noun that ellipsis leaves out.

The levels stand in the order in which they are tried, from what the print says beside the
figure to what a reader carries over from the sentence before; the first that answers wins.
`Mention.text` is as near to the print as it can be; `Mention.key` is the lemma of the head noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, before, in_sentence, same_value
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Found, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Kinds that count things; the others measure something.
COUNTS = frozenset({"count", "rate"})
SHARES = frozenset({"percentage", "ratio"})
_NUMBER_DEPS = frozenset(
    {"nummod", "quantmod", "amod", "compound", "nmod", "det", "poss", "advmod", "npadvmod"}
)
_CLOSED = frozenset({"DET", "ADP", "VERB", "AUX", "PUNCT", "CCONJ", "SCONJ", "PRON", "ADV", "PART"})


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure, and its head noun where that stands in the figure's own sentence."""

    mention: Mention
    noun: Token | None = None
    restates: bool = False


Level = Callable[[Spot, Sequence[Framed], Acronyms], Measured | None]


def measured(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """What the figure counts or measures, by the first level that answers; None if none does."""
    levels = COUNT_LEVELS if spot.figure.kind in COUNTS else AMOUNT_LEVELS
    return next(filter(None, (level(spot, earlier, known) for level in levels)), None)


def mention_of(noun: Token, spot: Spot, known: Acronyms, found: Found = "here") -> Mention:
    """The noun with its modifiers, less the figure itself."""
    after = spot.last.i + 1 if spot.last.i < noun.i else 0
    start, stop = grammar.phrase_start(noun, after), grammar.phrase_stop(noun)
    if start.i <= spot.tokens[0].i <= stop.i:
        start, stop = (noun, noun) if spot.tokens[0].i > noun.i else (noun.doc[spot.last.i + 1], stop)
    span = spot.sentence.span_of(start, stop)
    return Mention(span, noun.doc[start.i : stop.i + 1].text, noun_key(noun, known), found)


def own_noun(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun that the figure stands before: "330 EPISODES", "25 return home INTERVIEWS"."""
    noun = _modified(spot) or _following(spot)
    return _through(noun, spot, known) if noun is not None else None


def part_of(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of "N of ...", "N out of M ...": "214 of the 402 SCHOOLS", "410 of THEM"."""
    noun = grammar.of_noun(spot.root, "of", "among") or _linear_of(spot)
    if noun is None:
        return None
    if noun.pos_ in {"PRON", "DET"} or noun.lower_ in {"those", "these"}:
        return _carried(spot, earlier)
    if noun.like_num:
        inside = grammar.of_noun(noun, "of")
        noun = noun.head if noun.dep_ == "nummod" and grammar.is_noun(noun.head) else inside
    return _through(noun, spot, known) if noun is not None and grammar.is_noun(noun) else None


def restated(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Measured | None:
    """What the figure just before counts, where this one says it again: "(56 per cent)"."""
    host = next(in_sentence(spot, earlier), None)
    if host is None or host.measure is None or not _says_again(spot, host.spot):
        return None
    return Measured(replace(host.measure, found="sentence"), host.noun, restates=True)


def fronted(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of a fronted "of" phrase: "OF THE POSTS to go, 290 are", "places, OF WHICH 33,010"."""
    first = next((t for t in spot.sentence.tokens if t.i < spot.tokens[0].i and _opens_of(t, spot)), None)
    if first is None:
        return None
    noun = next(iter(grammar.children(first, "pobj")), first.nbor())
    if grammar.is_noun(noun):
        return _through(noun, spot, known)
    return _carried(spot, earlier)


def container(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun that the figure tells the size of: "a WORKFORCE of 1,460", "a 37.5 per cent INCREASE"."""
    noun = grammar.noun_above(spot.root)
    return _through(noun, spot, known) if noun is not None else None


def subject(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The subject of a verb that gives a value: "The BACKLOG stood at 41,200", "MARGIN widened to 43.1%"."""
    verb = _valuing_verb(spot)
    noun = grammar.subject_of(verb) if verb is not None else None
    if noun is None or spot.holds(noun):
        return None
    if noun.pos_ == "PRON" or noun.lower_ in table("nouns")["reading"]:
        return _carried(spot, earlier) if grammar.of_noun(noun) is None else _through(noun, spot, known)
    return _through(noun, spot, known) if grammar.is_noun(noun) else None


def carried(spot: Spot, earlier: Sequence[Framed], _: Acronyms) -> Measured | None:
    """What the nearest figure before counts: "EIGHT could boast", "compared with 30"."""
    return _carried(spot, earlier)


def of_phrase(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of the "of" phrase of a share or an amount: "15 per cent OF LOANS", "£3m OF SAVINGS"."""
    noun = (
        grammar.of_noun(spot.root, "of", "in") if spot.figure.kind != "ratio" else grammar.of_noun(spot.root)
    )
    if noun is None:
        return None
    return _carried(spot, earlier) if noun.pos_ in {"PRON", "DET"} else _through(noun, spot, known)


COUNT_LEVELS: tuple[Level, ...] = (own_noun, part_of, restated, fronted, container, subject, carried)
AMOUNT_LEVELS: tuple[Level, ...] = (of_phrase, own_noun, restated, fronted, container, subject, carried)


def _modified(spot: Spot) -> Token | None:
    """The noun outside the figure that its root modifies."""
    root = spot.root
    head = root.head
    if root.dep_ not in _NUMBER_DEPS or spot.holds(head) or not grammar.is_noun(head):
        return None
    gap = root.doc[spot.last.i + 1 : head.i]
    apart = head.i < spot.last.i or any(
        t.text in {",", ";", "(", ")", "–", "—"}
        or (t.pos_ in {"VERB", "ADP"} and t.dep_ not in {"amod", "compound"})
        for t in gap
    )
    return None if apart else grammar.noun_end(head)


def _following(spot: Spot) -> Token | None:
    """The noun of the run of adjectives and nouns right after the figure, whatever the parser made of it."""
    doc, at = spot.last.doc, spot.last.i + 1
    noun = None
    while at < len(doc) and not doc[at].is_sent_start and at - spot.last.i < 7:
        token = doc[at]
        if (token.pos_ in _CLOSED and token.text not in {"-"}) or token.like_num or token.is_space:
            break
        noun = token if token.pos_ in grammar.NOUNS else noun
        at += 1
    return noun


def _through(noun: Token, spot: Spot, known: Acronyms) -> Measured:
    """The noun itself, or the one that a transparent noun carries: "number of HOUSEHOLDS"."""
    carries = table("nouns")["transparent"]
    for _ in range(3):
        if noun.lemma_.lower() not in carries:
            break
        inner = grammar.of_noun(noun, "of", "for", "in") or _compound(noun)
        if inner is None or not grammar.is_noun(inner) or spot.holds(inner):
            break
        noun = inner
    return Measured(mention_of(noun, spot, known), noun)


def _compound(noun: Token) -> Token | None:
    return next(
        (c for c in reversed(list(noun.lefts)) if c.dep_ in {"compound", "nmod"} and grammar.is_noun(c)), None
    )


def _linear_of(spot: Spot) -> Token | None:
    """The noun after "of the (nine)", "out of" right behind the figure, where the parse lost it."""
    after = [t for t in spot.sentence.tokens if t.i > spot.last.i][:7]
    words = [t.lower_ for t in after]
    start = 2 if words[:2] == ["out", "of"] else 1 if words[:1] == ["of"] else 0
    rest = after[start:] if start else []
    for token in rest:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "ADP"}:
            return None
        if token.lower_ in {"them", "these", "those", "which", "whom"}:
            return token
        if grammar.is_noun(token):
            return grammar.noun_end(token)
    return None


def _says_again(spot: Spot, host: Spot) -> bool:
    """True for a figure in brackets or between commas right after another of another kind."""
    text = spot.sentence.tokens[0].doc.text
    offset = spot.sentence.offset
    left = text[host.figure.span.end - offset : spot.figure.span.start - offset]
    right = text[spot.figure.span.end - offset :][:3]
    if re.search(r"\(\s*(?:or\s+)?$", left):
        return (
            right[:1] in {")", ",", ";"}
            and "(" not in left[:-4].rstrip("( or")
            and host.figure.kind != spot.figure.kind
        )
    another = {host.figure.kind, spot.figure.kind} in (
        {"count", "percentage"},
        {"count", "ratio"},
        {"ratio", "percentage"},
    )
    closes = re.match(r"\s*(?:[,.;:)–—]|$)", right) is not None
    opens = re.search(r"[,–—]\s*(?:or\s+|that is\s+|a (?:rate|share) of\s+)?$", left) is not None
    return another and closes and opens and not re.search(r"[;]", left)


def _opens_of(token: Token, spot: Spot) -> bool:
    """True for the "of" or "among" of a phrase in front of the figure's clause."""
    if token.lower_ not in {"of", "among"} or token.i + 1 >= spot.tokens[0].i:
        return False
    starts = (
        token.i == spot.sentence.tokens[0].i
        or token.nbor(-1).is_punct
        or token.nbor(-1).lower_ in {"and", "but"}
    )
    between = [t for t in spot.sentence.tokens if token.i < t.i < spot.tokens[0].i]
    which = between[0].lower_ in {"which", "whom", "these", "those", "them"}
    comma = any(t.text == "," for t in between) or which
    return starts and comma and not any(t.dep_ == "ROOT" and t.pos_ in grammar.VERBS for t in between)


def _valuing_verb(spot: Spot) -> Token | None:
    """The verb that gives its subject the figure as a value; None where the figure itself is subject."""
    root = spot.root
    for token in grammar.upward(root):
        if token.pos_ in grammar.VERBS and token.dep_ not in {"amod", "compound"}:
            lemma = token.lemma_.lower()
            direct = root.dep_ in grammar.OBJECTS | {"acomp"} and root.head == token
            if direct and spot.figure.kind in COUNTS:
                return token if lemma in VALUING_DIRECT else None
            return token if root.dep_ not in grammar.SUBJECTS and _moves(spot, lemma) else None
        if token.dep_ in grammar.SUBJECTS:
            return None
    return None


VALUING_DIRECT = frozenset({"be", "number", "total", "reach", "hit", "exceed", "top", "average"})


def _moves(spot: Spot, lemma: str) -> bool:
    verbs = table("comparisons")["moves"]
    listed = lemma in verbs["rose"] or lemma in verbs["fell"] or lemma in verbs["stood"]
    return listed or spot.figure.kind not in COUNTS


def _carried(spot: Spot, earlier: Sequence[Framed]) -> Measured | None:
    twin = same_value(spot, earlier)
    kinds = COUNTS if spot.figure.kind in COUNTS | SHARES else frozenset({spot.figure.kind})
    nearest = twin or next(before(spot, earlier, kinds), None)
    if nearest is None or nearest.measure is None:
        return None
    here = nearest.spot.sentence.span == spot.sentence.span
    block = nearest.spot.sentence.block is spot.sentence.block
    found: Found = "sentence" if here else "paragraph" if block else "document"
    return Measured(replace(nearest.measure, found=found), nearest.noun if here else None)
