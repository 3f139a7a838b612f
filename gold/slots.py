"""Slots of the claims against the labels, each beside what a guess without reading would score.

- measure: the head noun of what is counted, on counts; the guess is the word after the figure.
- negated: F1; the guess is "never", which finds none.
- speaker: precision and recall, a name is met when it shares a word that is no title; the guess is "nobody".
- place, period: agreement on all figures, where the guess is the document's commonest, and on those that
  differ from it, where that guess scores nothing.

A figure that was not found has no slots: it counts as wrong wherever something had to be found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gold.tally import Json, Tally

Pair = tuple[Json, Json | None]

IRREGULAR = {"people": "person", "children": "child", "men": "man", "women": "woman", "pennies": "penny"}
#: Words that carry neither a name, a place nor a time by themselves.
EMPTY = {
    "the",
    "a",
    "an",
    "of",
    "for",
    "in",
    "at",
    "on",
    "to",
    "and",
    "or",
    "from",
    "between",
    "by",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "its",
    "their",
    "his",
    "her",
}
#: Words of time that say which only together with another: "last year" is not "the year before".
VAGUE = {
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "quarter",
    "last",
    "this",
    "next",
    "each",
    "every",
    "end",
    "since",
}


def score_slots(label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
    """Count the slots of a document's figures, each with the claim that found it or None."""
    _score_measure(label, pairs, tally)
    _score_negated(label, pairs, tally)
    _score_speaker(pairs, tally)
    _score_commonest("place", pairs, tally)
    _score_commonest("period", pairs, tally)


def _score_measure(label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
    for figure, claim in pairs:
        if figure["kind"] != "count" or not figure["unit"]:
            continue
        wanted = head_noun(figure["unit"])
        got = "" if claim is None else head_noun(_slot(claim, "measure", "key"))
        after = re.match(r"\W*(\w+)", label["text"][figure["end"] :])
        tally.count("measure", got == wanted, 1)
        tally.count("measure.guess", after is not None and head_noun(after[1]) == wanted, 1)
        if claim is not None and got != wanted:
            where = label["text"][max(0, figure["start"] - 30) : figure["end"] + 40].replace("\n", " ")
            tally.tell("wrong measure", label["id"], f"{figure['quote']} counts {wanted}, not {got}: {where}")


def _score_negated(label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
    for figure, claim in pairs:
        got = claim is not None and claim["negated"]
        if figure["negated"]:
            tally.count("negated.recall", got, 1)
        if got:
            tally.count("negated.precision", figure["negated"], 1)
        if got != figure["negated"]:
            kind = "false negation" if got else "missed negation"
            where = label["text"][max(0, figure["start"] - 60) : figure["end"] + 80].replace("\n", " ")
            tally.tell(kind, label["id"], f"{figure['quote']}: {where}")
        tally.count("negated.guess", not figure["negated"], 1)


def _score_speaker(pairs: Sequence[Pair], tally: Tally) -> None:
    for figure, claim in pairs:
        wanted = words(figure["speaker"] or "")
        got = words("" if claim is None else _slot(claim, "speaker", "text"))
        if wanted:
            tally.count("speaker.recall", bool(wanted & got), 1)
        if got:
            tally.count("speaker.precision", bool(wanted & got), 1)
        tally.count("speaker.guess", not wanted, 1)


def _score_commonest(name: str, pairs: Sequence[Pair], tally: Tally) -> None:
    values = Counter(figure[name] for figure, _ in pairs)
    if not values:
        return
    commonest = values.most_common(1)[0][0]
    for figure, claim in pairs:
        right = claim is not None and _same_slot(name, figure[name], claim)
        tally.count(name, right, 1)
        tally.count(f"{name}.guess", figure[name] == commonest, 1)
        if figure[name] != commonest:
            tally.count(f"{name}.differing", right, 1)


def _same_slot(name: str, wanted: str | None, claim: Json) -> bool:
    got = [_slot(claim, name, "text"), _slot(claim, name, "key")]
    if wanted is None:
        return not any(got)
    return any(same_words(wanted, g) for g in got)


def same_words(wanted: str, got: str) -> bool:
    """True if the words are the same, or one side only adds some beyond a vague "last year"."""
    a, b = words(wanted), words(got)
    return bool(a) and (a == b or (bool((a & b) - VAGUE) and (a <= b or b <= a)))


def words(text: str) -> set[str]:
    """Lower-case words and numbers without articles, prepositions and titles."""
    return set(re.findall(r"\w+", text.casefold())) - EMPTY


def head_noun(phrase: str) -> str:
    """The last word in the singular: "ships' crews" is a crew, "authorities" an authority."""
    found = re.findall(r"[\w'-]+", phrase.casefold())
    return singular(found[-1]) if found else ""


def singular(noun: str) -> str:
    """A plain English singular, enough to bring a label and a key together."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if re.search(r"(ss|x|ch|sh)es$", noun):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us")) else noun


def _slot(claim: Json, name: str, part: str) -> str:
    slot = claim["slots"].get(name)
    return "" if slot is None else slot[part]
