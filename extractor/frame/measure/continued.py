"""A share that goes on with the one before: "In May IT WAS 15", "LUND STOOD AT 9 per cent", "and IN MARL 4".

Its own clause says no more than another place, time or body, and the value. The whole, what happened
to it and whether it did not are those of the statement that it goes on with. The number may stand
without its sign: what "22 per cent did not. In May it was 15" counts is no longer said.

Any other noun in the clause speaks of something new ("UNEMPLOYMENT stood at 9 per cent").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed
from extractor.frame.sentences import Spot
from extractor.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHARES = frozenset({"percentage", "ratio"})
#: What a number without a sign may go on with: the nearest of these.
_TOLD = frozenset({"percentage", "ratio", "count", "rate"})
#: Paragraphs back that a share may go on with; a number without a sign stays in its own.
_BACK = 3
#: Where a clause ends for this purpose.
_ENDS = frozenset({",", ";", ":", "(", ")", "–", "—", "and", "but", "while", "whereas", "though", "although"})
_OPEN_CLASS = frozenset({"ADP", "DET", "AUX", "PART", "ADV", "PROPN", "NUM", "PUNCT", "SPACE", "SYM"})
_PRONOUNS = frozenset({"it", "that", "this", "which", "ours", "theirs", "mine", "yours", "hers"})
_SIGNS = frozenset({"'s", "’s", "'", "’"})
#: Behind a figure that is of something, or tells how far one value is from another: "60 per cent HIGHER".
_FURTHER = frozenset({"of", "more", "not", "higher", "lower", "up", "down", "above", "below", "less"})
#: Before the second of two values: "up from 12", "against 30", "compared with 9".
_FROM = frozenset({"from", "against", "versus", "with", "to", "on"})


def continued(spot: Spot, earlier: Sequence[Framed]) -> Framed | None:
    """The share that a figure goes on with; None if its own clause says what it is of."""
    bare = spot.figure.kind == "count"
    if not bare and spot.figure.kind not in _SHARES:
        return None
    if bare and (spot.figure.value is None or not 0 < spot.figure.value <= 100):
        return None
    host = _host(spot, earlier, 0 if bare else _BACK)
    if host is None or not _closes(spot) or grammar.of_noun(spot.root) is not None:
        return None
    return host if _says_no_more(spot, host, bare=bare) else None


def _host(spot: Spot, earlier: Sequence[Framed], back: int) -> Framed | None:
    """The nearest share that tells its whole or denies; for a bare number the nearest figure must be one."""
    gone, block = 0, spot.sentence.block
    for framed in reversed(earlier):
        if framed.spot.sentence.block is not block:
            gone, block = gone + (block.kind != "list_item"), framed.spot.sentence.block
        if gone > back or framed.spot.figure.kind in {"points", "multiple"}:
            return None
        if framed.statistic == "change" or framed.spot.figure.kind not in _TOLD:
            continue
        if framed.spot.figure.kind in _SHARES or framed.share:
            return framed if framed.base is not None or framed.negated else None
        if back == 0:
            return None
    return None


def _closes(spot: Spot) -> bool:
    """True if nothing but a place or a time stands between the figure and the end of its clause."""
    for token in spot.ahead(8):
        if token.lower_ in _ENDS or token.is_sent_start or token.text in {".", "!", "?", "”", '"', "’"}:
            return True
        if not (token.pos_ in _OPEN_CLASS or _stands_aside(token)) or token.lower_ in _FURTHER:
            return False
    return True


def _says_no_more(spot: Spot, host: Framed, *, bare: bool) -> bool:
    clause = list(_clause(spot, host))
    if not all(t.pos_ in _OPEN_CLASS or _stands_aside(t) or _gives_value(t) for t in clause):
        return False
    words = [t.lower_ for t in clause if not t.is_punct]
    here = host.spot.sentence.span == spot.sentence.span
    verbs = [t for t in clause if _gives_value(t) or (t.pos_ == "AUX" and t.lemma_ == "be")]
    if not verbs:
        led = words[-1:] == ["at"] or (words[-1:] != [] and words[-1] in _FROM)
        named = any(t.pos_ == "PROPN" or t.lower_ in _units() for t in clause)
        return bool(clause) and ((here and named) or (led and (here or _after_comma(spot, clause))))
    lemma = verbs[-1].lemma_.lower()
    subject = [t for t in clause if t.i < verbs[0].i]
    again = any(t.lower_ in _PRONOUNS or _is_again(t) for t in subject) or _owned(subject)
    if lemma == "be":
        return again and not {"that", "this"} & {t.lower_ for t in subject}
    if any(_is_again(t) or t.lower_ in {*_PRONOUNS, "own"} for t in clause):
        return True  # "put THEIRS at 9", "keep THE FIGURE to 13"
    placed = any(t.pos_ == "PROPN" or t.lower_ in _units() for t in subject)
    return placed and (not bare or lemma in table("nouns")["acts"]["levels"]["bare"])


def _clause(spot: Spot, host: Framed) -> Iterator[Token]:
    """The tokens from the last end of a clause to the figure, in the order of print."""
    back: list[Token] = []
    for token in reversed(spot.before):
        if token.i <= host.spot.last.i and token.doc is host.spot.last.doc:
            break
        if token.lower_ in _ENDS and any(_weighs(t) for t in back):
            break
        back.append(token)
    return iter(back[::-1])


def _weighs(token: Token) -> bool:
    return token.pos_ in {*grammar.VERBS, "PROPN", "NOUN"} or token.lower_ in {"at", *_FROM}


def _after_comma(spot: Spot, clause: Sequence[Token]) -> bool:
    """True for "Downtown did better yet, AT 4": what goes before tells no other thing."""
    return bool(clause) and clause[0].i > spot.sentence.tokens[0].i and clause[0].nbor(-1).text == ","


def _stands_aside(token: Token) -> bool:
    """True for a place or a time, and for words that stand for the figure before."""
    if token.lower_ in _PRONOUNS or token.tag_ == "PRP$" or _is_again(token) or token.lower_ in _units():
        return True
    if token.pos_ == "ADJ" or token.lower_ in {"own", "there", "same", "equivalent", "before", "since"}:
        return token.lower_ not in {"more", "other"}
    nouns = table("nouns")
    if token.lemma_.lower() in {*nouns["time"], *nouns["peopled"]} or token.lower_ in nouns["adverbial"]:
        return True
    return token.dep_ == "pobj" and token.head.lower_ not in {"of", "at", "to", "by"}


def _gives_value(token: Token) -> bool:
    levels = table("nouns")["acts"]["levels"]
    return token.pos_ in grammar.VERBS and token.lemma_.lower() in {*levels["bare"], *levels["signed"]}


def _is_again(token: Token) -> bool:
    levels = table("nouns")["acts"]["levels"]
    return token.lemma_.lower() in {*table("nouns")["again"], *levels["again"]}


def _units() -> frozenset[str]:
    return frozenset(table("nouns")["acts"]["unit_nouns"])


def _owned(subject: Sequence[Token]) -> bool:
    """True for "LUND'S is 15"."""
    return bool(subject) and subject[-1].text in _SIGNS
