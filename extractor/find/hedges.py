"""The words before and after a number that bend it: "almost", "no fewer than", "or more", "-odd".

A hedge governs the number that it touches and no other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extractor.lexicon import Policy, table
from extractor.regexes import Regex


@dataclass(frozen=True, slots=True)
class Hedge:
    """Hedging words in print, and the rule of the policy that says what they allow."""

    start: int
    end: int
    words: str
    rule: str


@dataclass(frozen=True, slots=True)
class Hedges:
    """The hedges of one policy, ready for looking up."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    rules: Mapping[str, Mapping[str, Any]]
    longest: int
    #: The last words of the hedges before a number, for a quick no.
    last: frozenset[str]


_PREPARED: dict[str, Hedges] = {}


def hedges_of(policy: Policy) -> Hedges:
    """The hedges that a policy knows: `words` stand before the number, `after` behind it."""
    if policy.digest not in _PREPARED:
        rules: Mapping[str, Mapping[str, Any]] = policy.rules["hedge"]
        before = {word: name for name, rule in rules.items() for word in rule.get("words", ())}
        after = {word: name for name, rule in rules.items() for word in rule.get("after", ())}
        longest = max((len(words.split()) for words in before), default=1)
        last = frozenset(words.split()[-1] for words in before) | _SIGNS.keys()
        _PREPARED[policy.digest] = Hedges(before, after, rules, longest, last)
    return _PREPARED[policy.digest]


_WORDS = Regex(r"[A-Za-z.'’]+|\+/-|[~≈<>≤≥±]=?|\n\n|[^\sA-Za-z.]")
_LAST = Regex(r"([A-Za-z.'’]+|\+/-|[~≈<>≤≥±]=?)[^\w~≈<>≤≥±=]*$")
_SIGNS = {
    ">": "over",
    "<": "under",
    "≥": "at_least",
    "≤": "at_most",
    ">=": "at_least",
    "<=": "at_most",
    "≈": "about",
}
#: What may follow "past" where it is "more than": "taking sales past 9,000".
_LARGE = Regex(
    r"(?:[A-Z]{0,2}[£$€])?\d(?:[\d,]*,\d{3}|"
    r"[\d,.]*[ -]?(?:%|per ?cent\b|million\b|billion\b|trillion\b|[mb]n?\b))|[£$€]\d"
)
LAST_WORD = Regex(r"([A-Za-z]+)[ \u00a0\n]$")
#: Hedge → words before it after which it is a plain preposition.
_GUARDED: Mapping[str, frozenset[str]] = {w: frozenset(v) for w, v in table("labels")["no_hedge"].items()}
_BEING = frozenset(("is", "are", "was", "were"))
_COMPARATIVES = frozenset(("more than", "less than", "fewer than", "higher than", "lower than"))
#: The size of a difference, after which "more than" compares: "£186 more than", "5 per cent less than".
_SIZE_BEFORE = Regex(
    r"(?:\d(?:[\d,.]*\d)?(?:[kmb]n?)?|%|per cent|percent|points?|times|million|billion|hundred|thousand|"
    r"dozen|half|third|quarter|tenth|fifth)[ \u00a0\n]$",
    re.IGNORECASE,
)
#: Characters looked back at for a hedge.
_BACK = 44
#: "200 or more than 190": the hedge belongs to the next number.
_NEXT_NUMBER = Regex(r"(?:[ \u00a0]than)?[ \u00a0][£$€]?\d")
#: "£20 plus VAT", "50 per cent plus one": what is added, where "20 plus years" is a bound.
_SOMETHING_ELSE = Regex(rf"[ \u00a0](?:{'|'.join(table('labels')['after_plus'])})\b", re.IGNORECASE)
_EMPTY_LINE = Regex(r"\n[ \t]{0,8}\n")
_AFTER = Regex(r"[ \u00a0-]?(\+|[A-Za-z]+(?:[ \u00a0][A-Za-z]+){0,2})")


def hedge_before(text: str, at: int, hedges: Hedges, *, level: bool = True) -> Hedge | None:
    """The longest hedge that ends right before the offset.

    `level` says that the number may be one that something moved to: "turnout is up to 45 per cent".
    """
    if at == 0 or text[at - 1] not in " \u00a0\n-~<>≈≤≥=c(±":
        return None
    last = _LAST.search(text, max(0, at - 16), at)
    if last is None or last[1].lower() not in hedges.last:
        return None
    window = text[max(0, at - _BACK) : at].removesuffix("-")
    base = max(0, at - _BACK)
    tokens = list(_WORDS.finditer(window))
    if base and tokens and tokens[0].start() == 0 and text[base - 1].isalpha():
        tokens = tokens[1:]
    phrase, found = "", None
    for count, token in enumerate(reversed(tokens), 1):
        if count > hedges.longest:
            break
        phrase = f"{token[0].lower()} {phrase}".rstrip()
        rule = hedges.before.get(phrase) or (_SIGNS.get(token[0]) if count == 1 else None)
        if rule is not None:
            found = Hedge(base + token.start(), at, phrase, rule)
    return None if found is not None and _is_no_hedge(text, found, level) else found


def _is_no_hedge(text: str, hedge: Hedge, level: bool) -> bool:
    """True for a preposition that only looks like a hedge: "edged up to $4m", "£18 more than last year"."""
    if _EMPTY_LINE.search(text, hedge.start, hedge.end):
        return True  # "come to some", and a new paragraph
    if hedge.words in _COMPARATIVES and _SIZE_BEFORE.search(text, max(0, hedge.start - 24), hedge.start):
        return True
    if hedge.start and text[hedge.start - 1] == "-" and hedge.words[0].isalpha():
        return True  # "a four-under 68"
    if hedge.words == "past" and not _LARGE.match(text, hedge.end):
        return True  # "ran past three homes", "ten past six"
    words = _GUARDED.get(hedge.words)
    if words is None:
        return False
    lead = LAST_WORD.search(text, max(0, hedge.start - 16), hedge.start)
    return lead is not None and lead[1].lower() in words and (level or lead[1].lower() not in _BEING)


def hedge_after(text: str, at: int, hedges: Hedges) -> Hedge | None:
    """The longest hedge that begins right behind the offset: "or more", "-odd", "+"."""
    found = _AFTER.match(text, at)
    if found is None:
        return None
    words = found[1].lower().replace("\u00a0", " ").split()
    while words:
        phrase = " ".join(words)
        rule = hedges.after.get(phrase)
        if rule is not None:
            end = found.start(1) + len(phrase)
            added = phrase == "plus" and _SOMETHING_ELSE.match(text, end) is not None
            other = added or text[end : end + 1].isalnum() or _NEXT_NUMBER.match(text, end)
            return None if other else Hedge(at, end, phrase, rule)
        words.pop()
    return None
