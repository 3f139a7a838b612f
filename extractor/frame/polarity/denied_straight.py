"""Denials right behind a figure, whatever the parser hangs them on: "90, or 22 per cent, WENT UNANSWERED".

Only what may close a figure off stands between: whose part it is ("12 OF THEM did not") and the same told
again ("90, OR 22 PER CENT, were never read"). Then a verb that is denied, or one that says how things
are left, with an adjective that denies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.frame.grammar import VERBS
from extractor.frame.keys import event_noun
from extractor.frame.polarity.denying_words import denied_verb
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tokens behind the figure among which the denial stands.
_REACH = 16
#: A figure told again: "or 22 per cent", "that is half".
_AGAIN = (
    r"(?:(?:or|that is|about|some|nearly|almost|just|roughly|over|an?) ){0,3}"
    r"(?:\d[\d.,]*\s?(?:%|per ?cent)|half|third|quarter|fifth|(?:one|two|three|\d+) in \w+)[^,;.()–—]{0,40}"
)
#: What may close a figure off: "of them", "in Leeds", "others", and the same told again.
_CLOSED = Regex(
    r"(?:\s*(?:of (?:them|these|those|which|whom)|others|more|(?:in|at|on|from) [A-Z][\w’'-]*))?"
    rf"(?:\s*[,(–—]\s*{_AGAIN}[,)–—])?\s*"
)
#: The same behind the nouns: "households visited, THAT IS 36 PER CENT, did not receive".
_ASIDE = Regex(rf",\s+{_AGAIN},\s+")
#: Tokens of nouns and phrases with prepositions between a figure and its verb, and their parts of speech.
_PHRASES = 9
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PART"})
_WAITS = frozenset({"waiting", "awaiting"})
#: What opens a clause of time before the main one.
_FRONTS = frozenset({"since", "when", "after", "before", "until", "once", "as", "while"})
#: Subjects behind a figure that is what they did not do it to: "10 of them WE did not get".
_SUBJECTS = frozenset({"we", "they", "i", "he", "she", "you"})
_FAILED = frozenset({"failed", "fail", "fails"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_LEFT = frozenset({"be", "go", "remain", "stay", "lie", "stand", "sit", "leave", "end"})


def denied_straight(spot: Spot) -> Mention | None:
    """The event that the words behind the figure deny; None if they deny none."""
    words = spot.ahead(_REACH)
    if not words:
        return None
    first, last = words[0], words[-1]
    text = first.doc.text[first.idx : last.idx + len(last)]
    closed = _CLOSED.match(text)
    after = [t for t in words if t.idx - first.idx >= (closed.end() if closed else 0)]
    if not after or (_is_led(spot) and after[0].lower_ not in {"still", "yet"}):
        return None
    if closed and closed.end() and after[0].lower_ in _SUBJECTS:
        after = after[1:]
    elif not _is_verb(after[0]):
        after = _past_phrases(after)
    return _denial(after, spot) if after else None


def _is_led(spot: Spot) -> bool:
    """True for the figure of "a home FOR 12 in Leeds was never opened", which is no subject."""
    before = spot.tokens[0].nbor(-1) if spot.tokens[0].i > spot.sentence.tokens[0].i else None
    if before is None or (before.pos_ == "VERB" and spot.before[0].lower_ in _FRONTS):
        return False  # "SINCE the season BEGAN 61 of 176 games have not been played"
    return before.pos_ in {"ADP", "VERB", "AUX", "PART"} or before.lower_ == "than"


def _is_verb(token: Token) -> bool:
    return token.pos_ in VERBS or token.lower_ in {*_NOT, "still", "yet"}


def _past_phrases(words: list[Token]) -> list[Token]:
    """The verb and what follows, where only nouns and where they are stand before it.

    As in: "one in four SEATS went unused", "a fifth OF THE BABIES not seen".
    """
    for n, token in enumerate(words[:_PHRASES]):
        aside = _ASIDE.match(token.doc.text, token.idx)
        if aside is not None:
            return [t for t in words[n:] if t.idx >= aside.end()]
        if _is_verb(token) and not _is_participle(token, words[n + 1 :]):
            return words[n:]
        if token.pos_ not in _NOMINAL and not _is_verb(token):
            return []
    return []


def _is_participle(token: Token, after: list[Token]) -> bool:
    """True for a form that only describes the noun before it: "the barley DELIVERED failed"."""
    behind = after[0] if after else None
    described = behind is not None and (behind.lower_ in _FAILED or behind.tag_ in {"VBD", "VBZ", "VBP"})
    return token.tag_ in {"VBG", "VBN"} or (token.tag_ == "VBD" and described)


def _denial(words: list[Token], spot: Spot) -> Mention | None:
    verbs = words[:6]
    for n, token in enumerate(verbs):
        if token.lower_ in _NOT:
            after = verbs[n + 1 :]
            done = n > 0 or (after != [] and after[0].tag_ == "VBN")  # "a fifth of babies not seen"
            return _verb_denied(after, token, spot) if done else None
        if _left_undone(token, verbs[n + 1 :]):
            return Mention(spot.sentence.span_of(token), token.text, event_noun(token.lemma_.lower()))
        if denied_verb(token.lower_):
            left = n > 0 and any(t.lemma_.lower() in _LEFT for t in verbs[:n])
            return (
                Mention(spot.sentence.span_of(token), token.text, event_noun(denied_verb(token.lower_)))
                if left
                else None
            )
        if token.pos_ not in VERBS and token.pos_ not in {"ADV", "PART"}:
            return None
    return None


def _left_undone(token: Token, after: list[Token]) -> bool:
    """True for "were STILL WAITING", "are YET TO be seen", "STILL TO be done", "WENT WITHOUT"."""
    words = [t.lower_ for t in after]
    if token.lower_ in {"still", "yet"}:
        undone = (
            token.lower_ == "still"
            and words[:1] != []
            and (words[0] in _WAITS or denied_verb(words[0]) != "")
        )
        return words[:1] == ["to"] or undone
    if token.lower_ in _FAILED:
        return words[:1] == ["to"]
    closes = len(after) > 1 and (after[1].is_punct or after[1].lower_ in {"and", "in", "on", "at"})
    return token.lemma_.lower() in {"go", "do"} and words[:1] == ["without"] and closes


def _verb_denied(after: list[Token], said: Token, spot: Spot) -> Mention | None:
    """The verb behind "not": "were not READ", "did not COME"; an adjective or a noun tells a state."""
    if not after or after[0].lower_ in table("polarity")["soft"]:
        return None
    verb = next((t for t in after if t.pos_ not in {"ADV", "AUX", "PART"}), None)
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() in table("polarity")["unmoved"]:
        return None
    return Mention(spot.sentence.span_of(said, verb), verb.text, event_noun(verb.lemma_.lower()))
