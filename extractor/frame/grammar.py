"""Questions about the grammar of a sentence: which noun, which verb, whose subject.

All take and give spaCy tokens and know nothing of figures or documents. The labels are those
of the English models (nsubj, dobj, pobj, relcl ...).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = frozenset({"NOUN", "PROPN"})
VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj", "dative", "attr", "oprd"})
#: Clauses that hang on a noun and tell what it did: "councils that offered", "children reported missing".
NOUN_CLAUSES = frozenset({"relcl", "acl"})
#: What stands behind a number and is part of it.
_SIGNS = frozenset({"per cent", "percent", "%", "pc", "£", "$", "€", "₹"})


def is_noun(token: Token) -> bool:
    """True for common and proper nouns that are no number, no sign of one and no bar of a table."""
    worded = token.pos_ in NOUNS and not token.like_num and token.lower_ not in _SIGNS
    return worded and any(map(str.isalnum, token.text))


def children(token: Token, *deps: str) -> list[Token]:
    """The direct dependants with one of the labels, in the order of print."""
    return [c for c in token.children if c.dep_ in deps]


def upward(token: Token) -> Iterator[Token]:
    """The token's head, that one's head and so on up to the root."""
    while token.head.i != token.i:
        token = token.head
        yield token


def verb_of(token: Token) -> Token | None:
    """The verb whose clause the token stands in; None in a headline without one."""
    if token.pos_ in VERBS and token.dep_ not in {"amod", "compound"}:
        return token
    found = (
        t for t in upward(token) if t.pos_ in VERBS and t.dep_ not in {"amod", "compound", "aux", "auxpass"}
    )
    return next(found, None)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one that it shares ("rose and then fell")."""
    for v in (verb, *upward(verb)):
        own = next((c for c in v.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            return v.head if own.tag_ in {"WDT", "WP"} and v.dep_ == "relcl" else own
        if any(c.dep_ == "expl" for c in v.children):
            return None  # "there were 443"
        if v.dep_ in NOUN_CLAUSES:
            return v.head
        if v.dep_ not in {"conj", "xcomp", "advcl", "aux", "auxpass"} or v.head.pos_ not in VERBS:
            return None
    return None


def of_noun(token: Token, *prepositions: str) -> Token | None:
    """The noun of the phrase "of ..." that hangs on the token: "half of all missing EPISODES"."""
    words = prepositions or ("of",)
    for prep in children(token, "prep"):
        if prep.lower_ in words:
            return next(iter(children(prep, "pobj", "pcomp")), None)
    return None


def noun_above(token: Token) -> Token | None:
    """The noun whose "of" or "with" phrase the token closes: "a TURNOVER of £287m"."""
    if token.dep_ != "pobj" or token.head.dep_ != "prep":
        return None
    above = token.head.head
    return above if is_noun(above) else None


def noun_end(token: Token) -> Token:
    """The last token of the run of nouns that the token opens or stands in."""
    while token.i + 1 < len(token.doc) and _goes_on(token, token.nbor()):
        token = token.nbor()
    return token


def phrase_start(noun: Token, stop: int) -> Token:
    """The first token of the noun's own modifiers that stands after position `stop`."""
    start = noun
    for t in reversed(noun.doc[max(stop, noun.sent.start) : noun.i]):
        if t.is_punct and t.text not in {"-", "–", "'", "’", "“", '"'}:
            break
        if t.pos_ in {"DET", "VERB", "AUX", "ADP", "CCONJ", "SCONJ"} and t.dep_ not in {"amod", "compound"}:
            break
        start = t
    return start


def phrase_stop(noun: Token, limit: int = 8) -> Token:
    """The last token of "of", "for", "with" phrases that close up to the noun, at most `limit` tokens on."""
    stop = noun
    for prep in children(noun, "prep"):
        end = prep.right_edge
        short = end.i - noun.i <= limit and prep.lower_ in {
            "of",
            "for",
            "with",
            "without",
            "from",
            "by",
            "in",
        }
        if prep.i == stop.i + 1 and short and not _broken(prep, end):
            stop = end
    return stop


def _goes_on(token: Token, after: Token) -> bool:
    # "9,412 measles JABS"
    onward = after.head.i >= token.i or (token.head == after and after.tag_ == "NNS")
    # "The seven House seats DEMOCRATS flipped"
    apart = token.tag_ in {"NNS", "NNPS"} and after.dep_ in SUBJECTS and after.head.i > after.i
    return not apart and is_noun(after) and onward and not after.is_sent_start


def _broken(first: Token, last: Token) -> bool:
    inside = first.doc[first.i : last.i + 1]
    return any(
        (t.is_punct and t.text in {",", ";", ":", "(", ")", "–", "—"}) or t.dep_ == "relcl" for t in inside
    )
