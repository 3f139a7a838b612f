"""What a figure counts: the noun, its modifiers, and the noun that ellipsis leaves out.

The levels stand in the order in which they are tried, from what the print says beside the
figure to what a reader carries over from the sentence before; the first that answers wins.
`Mention.text` is as near to the print as it can be; `Mention.key` is the lemma of the head noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, in_sentence
from extractor.frame.keys import Acronyms, singular
from extractor.frame.measure.bare import others, people, polled, put_at, stood_for, verb_after, who_did
from extractor.frame.measure.cells import headed, labelled
from extractor.frame.measure.ellipsis import (
    COUNTS,
    SHARES,
    Measured,
    carried,
    carry,
    gone_on,
    named_before,
    other_end,
    printed_as,
    restated,
)
from extractor.frame.measure.likeliest import likeliest
from extractor.frame.measure.people import hurt, people_of, suffering, voted
from extractor.frame.measure.reach import (
    following,
    has_parts,
    linear_of,
    modified,
    number_before,
    opens_of,
    owned,
    shared,
    through,
    told_of,
)
from extractor.frame.measure.valued import accounting, container, moved_object, sized, subject
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention, Span
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words that count times by themselves.
_TIMES = frozenset({"once", "twice", "thrice"})
_JOINED = Regex(r"-([a-z]{3,})\b(?!-)")


Level = Callable[[Spot, Sequence[Framed], Acronyms], Measured | None]


def measured(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """What the figure counts or measures, by the first level that answers; None if none does."""
    levels = COUNT_LEVELS if spot.figure.kind in COUNTS else AMOUNT_LEVELS
    return next(filter(None, (level(spot, earlier, known) for level in levels)), None)


@cache
def _no_share() -> frozenset[str]:
    """Nouns beside a share that it is no share of: "15% last YEAR", "a fall of 18 PER CENT"."""
    return frozenset([*table("nouns")["time"], *table("nouns")["vague"]])


def in_print(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun that is printed with the figure: "a 14-ROOM lodge", "twice", which counts times."""
    printed, end = spot.figure.text, spot.figure.span.end
    if printed.split()[-1].lower() in _TIMES:
        return Measured(Mention(spot.figure.span, printed, "time"))
    joined = re.search(r"\d-([a-z]{3,})$", printed)
    if joined is not None:
        return Measured(Mention(Span(end - len(joined[1]), end), joined[1], singular(joined[1])))
    following = _JOINED.match(spot.sentence.printed, end - spot.sentence.offset)
    if following is None:
        return None
    word = following[1]
    return Measured(Mention(Span(end + 1, end + 1 + len(word)), word, known.head(word) or singular(word)))


def in_row(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The plural between two numbers, which the parser may misread: "730 GEESE and 610 ducks"."""
    after = spot.ahead(3)
    if len(after) < 3 or after[1].lower_ not in {"and", "or", ","} or not after[2].like_num:
        return None
    noun = after[0]
    # "Geese" may be tagged as an adjective, but the number hangs on it, and it on the verb.
    held = spot.root.head == noun and noun.dep_ in {
        *grammar.OBJECTS,
        *grammar.SUBJECTS,
        "attr",
        "conj",
        "pobj",
    }
    return (
        through(noun, spot, known) if spot.figure.kind == "count" and (noun.tag_ == "NNS" or held) else None
    )


def own_noun(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun that the figure stands before: "330 EPISODES", "25 return home INTERVIEWS"."""
    noun = modified(spot) or (None if spot.figure.kind == "percentage" else following(spot) or shared(spot))
    if noun is not None and spot.figure.kind in SHARES and noun.lemma_.lower() in _no_share():
        return None
    if noun is not None and noun.lower_ in table("nouns")["further"]:
        # "Two more are in intensive care", "he beat 41 others": of people print need not say so.
        return others(spot, earlier, known)
    return through(noun, spot, known) if noun is not None else None


def part_of(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of "N of ...", "N out of M ...": "214 of the 402 SCHOOLS", "410 of THEM"."""
    noun = grammar.of_noun(spot.root, "of", "among") or linear_of(spot)
    if noun is None:
        return None
    noun = number_before(owned(noun))
    if noun.lower_ in {"us", "you"}:
        return Measured(Mention(spot.sentence.span_of(noun), noun.text, "person"))
    if noun.pos_ in {"PRON", "DET"} or noun.lower_ in {"those", "these"}:
        told = told_of(noun) if noun.lower_ == "them" else None
        if told is not None:
            return through(told, spot, known)
        found = carry(spot, earlier, known, pronoun=True, people=_who(noun))
        return found or (people(spot, earlier, known) if _who(noun) else None)
    if noun.like_num:
        whole = printed_as(noun.text, spot, earlier)
        if whole is not None:
            return whole
        inside = grammar.of_noun(noun, "of")
        above = noun.head if noun.dep_ == "nummod" and grammar.is_noun(noun.head) else inside
        noun = None if above is not None and number_before(above) == noun else above
    return through(noun, spot, known) if noun is not None and has_parts(noun) else None


def fronted(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of a fronted "of" phrase: "OF THE POSTS to go, 290 are", "places, OF WHICH 33,010"."""
    first = next((t for t in spot.before if opens_of(t, spot)), None)
    if first is None:
        return None
    noun = next(iter(grammar.children(first, "pobj")), first.nbor())
    if noun.lower_ in {"which", "whom"} and next(in_sentence(spot, earlier), None) is None:
        clause = next((t for t in grammar.upward(noun) if t.dep_ == "relcl"), None)
        noun = clause.head if clause is not None else noun
    if grammar.is_noun(noun) and not spot.holds(noun):
        return through(noun, spot, known)
    return carry(spot, earlier, known)


def of_phrase(spot: Spot, earlier: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun of the "of" phrase of a share or an amount: "15 per cent OF LOANS", "£3m OF SAVINGS"."""
    noun = (
        grammar.of_noun(spot.root, "of", "in") if spot.figure.kind != "ratio" else grammar.of_noun(spot.root)
    )
    if noun is None:
        return None
    if noun.pos_ in {"PRON", "DET"}:
        return carry(spot, earlier, known)
    return through(grammar.noun_end(noun), spot, known) if grammar.is_noun(noun) else None


def numbering(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun before "number", which the parser takes for a noun: "PRISONERS held there now number 300"."""
    before = spot.before
    if len(before) < 2 or before[-1].lower_ != "number" or before[-2].pos_ not in {"ADV", "AUX", "NOUN"}:
        return None
    plural = [t for t in before if t.tag_ == "NNS" and t.dep_ in {"nsubj", "ROOT"}]
    return through(plural[-1], spot, known) if plural else None


def in_all(spot: Spot, _: Sequence[Framed], known: Acronyms) -> Measured | None:
    """The noun that a figure in all sums up: "PARTICIPANTS who slept badly, 214 in all, were asked back"."""
    after = " ".join(t.lower_ for t in spot.close_behind(2))
    if not after.startswith(("in all", "in total", "altogether")):
        return None
    before = spot.before
    if not before or not before[-1].is_punct:
        return None
    plural = [t for t in before if t.tag_ == "NNS"]
    subjects = [t for t in plural if t.dep_ in grammar.SUBJECTS]
    noun = next(iter([*subjects, *reversed(plural)]), None)
    return through(noun, spot, known) if noun is not None else None


def own_unit(spot: Spot, _: Sequence[Framed], __: Acronyms) -> Measured | None:
    """The unit of a time that is the whole of a count: "on 19 of 31 DAYS"."""
    first = spot.tokens[0]
    if spot.figure.kind != "duration" or first.i < 2 or first.nbor(-1).lower_ not in {"of", "’s", "'s"}:
        return None
    counted = any(t.like_num for t in first.doc[max(0, first.i - 5) : first.i])
    span = spot.sentence.span_of(spot.last)
    return Measured(Mention(span, spot.last.text, singular(spot.last.lower_))) if counted else None


COUNT_LEVELS: tuple[Level, ...] = (
    in_print,
    accounting,
    hurt,
    in_all,
    numbering,
    who_did,
    stood_for,
    verb_after,
    in_row,
    own_noun,
    part_of,
    headed,
    restated,
    fronted,
    other_end,
    gone_on,
    named_before,
    voted,
    polled,
    people_of,
    put_at,
    sized,
    suffering,
    labelled,
    likeliest,
)
AMOUNT_LEVELS: tuple[Level, ...] = (
    own_unit,
    of_phrase,
    own_noun,
    headed,
    restated,
    fronted,
    other_end,
    gone_on,
    container,
    moved_object,
    subject,
    carried,
)


def _who(noun: Token) -> bool:
    """True for "those who answered": people, or bodies that act like them."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    tested = (
        noun.lower_ == "those" and after.tag_ == "VBN" and after.lemma_ in table("nouns")["acts"]["suffers"]
    )
    return tested or bool(after.lower_ == "who")
