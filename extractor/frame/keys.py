"""Canonical keys, under which the slots of different claims meet.

A measure's key is the lemma of its head noun in lower case ("episode", "child", "price"). An
event's key is the lemma of its verb, with its particle or complement ("go missing"); where the
verb acts on a noun the noun follows after a colon ("accept:interview"); where the verb says
no more than that the thing happened ("took place", "resulted in"), the noun stands alone
("interview"), as it does for the verb of the same stem ("to be interviewed").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extractor.lexicon import table
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: A short form in brackets or after "or a", with its long form somewhere before it.
_SHORT = Regex(r"(?:\(|\bor\s+(?:an?\s+)?)[“\"‘']?([A-Z][A-Za-z]{1,6}?)s?[”\"’']?(?=[).,;])")
_WORD = Regex(r"[A-Za-z][\w’'-]*")
_PARTICLES = frozenset({"in", "out", "up", "off", "by", "on", "down", "over", "away", "back"})
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to"})
#: Characters before a short form in which its long form ends.
_REACH = 120


@dataclass(frozen=True, slots=True)
class Acronyms:
    """The short forms that a text defines: "return home interviews (RHIs)"."""

    #: Short form in capitals → lemma of the head noun that it stands for.
    heads: Mapping[str, str]

    def head(self, word: str) -> str | None:
        """Lemma of the noun behind a short form, with or without a plural s; None if undefined."""
        return self.heads.get(word) or self.heads.get(word.removesuffix("s"))


def acronyms(text: str) -> Acronyms:
    """All short forms that the text explains beside their long form."""
    found = {}
    for m in _SHORT.finditer(text):
        words = _WORD.findall(text[max(0, m.start() - _REACH) : m.start()])
        spoken = [w for w in words if w.lower() not in _SMALL]
        for long in (words[-len(m[1]) :], spoken[-len(m[1]) :]):
            if "".join(w[0] for w in long).upper() == m[1].upper():
                found[m[1]] = singular(long[-1].lower())
    return Acronyms(found)


def noun_key(noun: Token, known: Acronyms) -> str:
    """The key of a noun: what its short form stands for, or its lemma."""
    return known.head(noun.text) or _joined(noun) or _lemma(noun)


def _joined(noun: Token) -> str | None:
    """The whole of a noun with a hyphen: "call-OUTS", "break-INS", "no-SHOWS", not "two-year-OLDS"."""
    if noun.i < 2 or noun.nbor(-1).text != "-":
        return None
    first = noun.nbor(-2)
    apart = first.whitespace_ or noun.nbor(-1).whitespace_ or first.like_num or not first.is_alpha
    linked = first.i > 0 and first.nbor(-1).text == "-" and not first.nbor(-1).whitespace_
    particle = singular(noun.lower_) in _PARTICLES
    if not particle and (apart or linked or noun.pos_ != "NOUN"):
        return None
    return f"{first.lower_}-{singular(noun.lower_)}"


def event_noun(verb_lemma: str) -> str:
    """The noun for what a verb does, "interview" for "to interview"; the lemma itself if none is listed."""
    return str(table("nouns")["verb_noun"].get(verb_lemma, verb_lemma))


@cache
def singular(word: str) -> str:
    """A plain English singular, for words that were not parsed: "interviews" → "interview"."""
    irregular: Mapping[str, str] = table("nouns")["singular"]
    if word in irregular:
        return irregular[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _lemma(noun: Token) -> str:
    irregular: Mapping[str, str] = table("nouns")["singular"]
    if noun.lower_ in irregular:  # the model makes "specie" of "species"
        return irregular[noun.lower_]
    lemma = str(noun.lemma_).lower()
    # The model leaves plurals of unknown words and of capitals alone ("RHIs", "CHILDREN").
    if lemma in table("nouns")["singular"] or (noun.tag_ in {"NNS", "NNPS"} and lemma == noun.lower_):
        return singular(lemma)
    return singular(lemma) if noun.is_upper and len(noun) > 4 else lemma
