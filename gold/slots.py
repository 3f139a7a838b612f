"""Slots of the claims against the labels, each beside what a guess without reading would score.

- measure: the head noun of what is counted, on counts; the guess is the word after the figure.
- base: the head noun of the whole of a percentage, where that is labelled; right as well where both say
  that there is none; the guess is "none".
- negated: F1; the guess is "never", which finds none.
- speaker: precision and recall, a name is met when it shares a word that is no title; the guess is "nobody".
- source: the same for whoever or whatever a figure comes from, by the words or the key of the mention, in the
  documents that are labelled with it.
- a period is met by the same months told in another way, "2023-24" for "1 April 2023 to 31 March 2024".
- place, period: agreement on all figures, where the guess is the document's commonest, and on those that
  differ from it, where that guess scores nothing.

A figure that was not found has no slots: it counts as wrong wherever something had to be found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from gold.tally import Json, Tally
from gold.times import plain_time, same_time

Pair = tuple[Json, Json | None]

IRREGULAR = {
    "shelves": "shelf",
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "pennies": "penny",
    "lives": "life",
    "movies": "movie",
    "buses": "bus",
    "cargoes": "cargo",
    "heroes": "hero",
    "potatoes": "potato",
    "tomatoes": "tomato",
    "mosquitoes": "mosquito",
    "embargoes": "embargo",
    "vetoes": "veto",
    "echoes": "echo",
}
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
#: Where the noun of a labelled whole has ended: "requests answered in time", "lifts the city owns".
_NARROWS = re.compile(
    r"\s(?:of|in|with|by|from|to|for|on|at|through|without|before|after|that|which|who|whose|not|the|a|an"
    r"|[A-Z]\w+\s\w+s$|\w+ed|given|made|sent|read|due|open|available|ashore|took"
    r"|put|born|begun|sown|done|bought|they|he|she|it|we)\b.*"
)


def score_slots(label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
    """Count the slots of a document's figures, each with the claim that found it or None."""
    _score_measure(label, pairs, tally)
    _score_base(label, pairs, tally)
    _score_negated(label, pairs, tally)
    _score_speaker(label, pairs, tally)
    _score_source(label, pairs, tally)
    _score_commonest("place", label, pairs, tally)
    _score_commonest("period", label, pairs, tally)


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
            told = f"{figure['quote']} counts {wanted}, not {got}: {_around(label, figure, 30, 40)}"
            tally.tell("wrong measure", label["id"], told)


def _score_base(label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
    for figure, claim in pairs:
        if figure["kind"] != "percentage" or "base" not in figure:
            continue
        wanted = whole_noun(figure["base"] or "")
        got = "" if claim is None else head_noun(_slot(claim, "base", "key"))
        right = claim is not None and got == wanted
        tally.count("base", right, 1)
        tally.count("base.guess", not wanted, 1)
        if wanted:
            tally.count("base.named", right, 1)
        if got:
            tally.count("base.precision", right, 1)
        if not right and claim is not None:
            kind = _slip("base", wanted, got)
            told = f"{figure['quote']} is of {wanted}, not {got}: {_around(label, figure, 60, 50)}"
            tally.tell(kind, label["id"], told)


def _slip(name: str, wanted: Collection[str], got: Collection[str]) -> str:
    """What is wrong with a slot: filled with something else, left empty, or filled for nothing."""
    return f"{'missed' if not got else 'wrong' if wanted else 'false'} {name}"


def _score_negated(label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
    for figure, claim in pairs:
        got = claim is not None and claim["negated"]
        if figure["negated"]:
            tally.count("negated.recall", got, 1)
        if got:
            tally.count("negated.precision", figure["negated"], 1)
        if got != figure["negated"]:
            kind = "false negation" if got else "missed negation"
            tally.tell(kind, label["id"], f"{figure['quote']}: {_around(label, figure, 60, 80)}")
        tally.count("negated.guess", not figure["negated"], 1)


def _score_speaker(label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
    for figure, claim in pairs:
        wanted = words(figure["speaker"] or "")
        got = words("" if claim is None else _slot(claim, "speaker", "text"))
        if wanted:
            tally.count("speaker.recall", bool(wanted & got), 1)
        if got:
            tally.count("speaker.precision", bool(wanted & got), 1)
        tally.count("speaker.guess", not wanted, 1)
        if claim is not None and (wanted or got) and not wanted & got:
            kind = _slip("speaker", wanted, got)
            told = f"{figure['quote']} by {figure['speaker']}, not {_slot(claim, 'speaker', 'text')}"
            tally.tell(kind, label["id"], f"{told}: {_around(label, figure, 60, 60)}")


def _score_source(label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
    for figure, claim in pairs:
        if "source" not in figure:
            continue
        wanted = words(figure["source"] or "")
        told_by = [] if claim is None else [_slot(claim, "source", part) for part in ("text", "key")]
        got = words(" ".join(told_by))
        if wanted:
            tally.count("source.recall", bool(wanted & got), 1)
        if got:
            tally.count("source.precision", bool(wanted & got), 1)
        if claim is not None and (wanted or got) and not wanted & got:
            told = f"{figure['quote']} from {figure['source']}, not {_slot(claim, 'source', 'text')}"
            tally.tell(_slip("source", wanted, got), label["id"], f"{told}: {_around(label, figure, 60, 60)}")


def _score_commonest(name: str, label: Json, pairs: Sequence[Pair], tally: Tally) -> None:
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
        if claim is not None and not right:
            rare = "differing" if figure[name] != commonest else "common"
            told = f"{figure['quote']} is {figure[name]}, not {_slot(claim, name, 'text')}"
            tally.tell(f"wrong {name}, {rare}", label["id"], f"{told}: {_around(label, figure, 70, 60)}")


def _same_slot(name: str, wanted: str | None, claim: Json) -> bool:
    got = [_slot(claim, name, "text"), _slot(claim, name, "key")]
    if not words(wanted or ""):  # none, or a dash
        return not any(got)
    if name == "period":
        return any(
            same_time(wanted or "", g) or same_words(plain_time(wanted or ""), plain_time(g)) for g in got
        )
    return any(same_words(wanted or "", g) for g in got)


def same_words(wanted: str, got: str) -> bool:
    """True if the words are the same, or one side only adds some beyond a vague "last year"."""
    a, b = words(wanted), words(got)
    return bool(a) and (a == b or (bool((a & b) - VAGUE) and (a <= b or b <= a)))


def words(text: str) -> set[str]:
    """Lower-case words and numbers without articles, prepositions and titles."""
    return set(re.findall(r"\w+", text.casefold())) - EMPTY


def whole_noun(phrase: str) -> str:
    """The head noun of a labelled whole in the singular: "people polled" are persons."""
    return head_noun(_NARROWS.sub("", re.sub(r"^(?:all\s+)?(?:the\s+)?", "", phrase)))


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


def _around(label: Json, figure: Json, before: int, after: int) -> str:
    """The print around a figure, on one line."""
    text: str = label["text"][max(0, figure["start"] - before) : figure["end"] + after]
    return text.replace("\n", " ")


def _slot(claim: Json, name: str, part: str) -> str:
    slot = claim["slots"].get(name)
    return "" if slot is None else slot[part]
