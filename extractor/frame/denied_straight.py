"""Denials right behind a figure, whatever the parser hangs them on: "90, or 22 per cent, WENT UNANSWERED".

Only what may close a figure off stands between: whose part it is ("12 OF THEM did not") and the same told
again ("90, OR 22 PER CENT, were never read"). Then a verb that is denied, or one that says how things
are left, with an adjective that denies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractor.frame.denying_words import denied_verb
from extractor.frame.grammar import VERBS
from extractor.frame.keys import event_noun
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tokens behind the figure among which the denial stands.
_REACH = 16
#: What may close a figure off: "of them", "in Leeds", "others", and the same told again.
_CLOSED = re.compile(
    r"(?:\s*(?:of (?:them|these|those|which|whom)|others|more|(?:in|at|on|from) [A-Z][\w’'-]*))?"
    r"(?:\s*[,(–—]\s*(?:(?:or|that is|about|some|nearly|almost|just|roughly|over|an?) ){0,3}"
    r"(?:\d[\d.,]*\s?(?:%|per ?cent)|half|third|quarter|fifth|(?:one|two|three|four|\d+) in \w+)"
    r"[^,;.()–—]{0,40}[,)–—])?\s*"
)
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
    return _denial(after, spot) if after and after[0].pos_ in VERBS else None


def _denial(words: list[Token], spot: Spot) -> Mention | None:
    verbs = words[:6]
    for n, token in enumerate(verbs):
        if token.lower_ in _NOT:
            return _verb_denied(verbs[n + 1 :], token, spot) if n else None
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


def _verb_denied(after: list[Token], said: Token, spot: Spot) -> Mention | None:
    """The verb behind "not": "were not READ", "did not COME"; an adjective or a noun tells a state."""
    if not after or after[0].lower_ in table("polarity")["soft"]:
        return None
    verb = next((t for t in after if t.pos_ not in {"ADV", "AUX", "PART"}), None)
    if verb is None or verb.pos_ != "VERB" or verb.lemma_.lower() in table("polarity")["unmoved"]:
        return None
    return Mention(spot.sentence.span_of(said, verb), verb.text, event_noun(verb.lemma_.lower()))
