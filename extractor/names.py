"""Names of organisations: whether two printed forms are one name.

Aliases and acronyms decide first; then words that name a type ("Council", "Trust") and words
that tell two bodies of one type apart; only then likeness of spelling, with a margin. Two
councils are two.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from extractor.lexicon import table
from extractor.regexes import Regex

_WORD = Regex(r"[\w&]+(?:['’.][\w]+)*")
#: Likeness from which a single word counts as misspelt: one letter in eight.
_LIKE = 0.87


def same_name(a: str, b: str) -> bool:
    """True if the two are forms of one organisation's name; False where that is not clear."""
    first, second = _canonical(a), _canonical(b)
    if not first or not second:
        return False
    if first == second:
        return True
    if _stands_for(a, first, b) or _stands_for(b, second, a):
        return True
    return _one_body(first, second)


def acronym(name: str) -> str:
    """The initials of a name's words with a capital, "LGA" for "Local Government Association"."""
    return "".join(w[0] for w in _WORD.findall(name) if w[0].isupper())


def _canonical(name: str) -> tuple[str, ...]:
    words = [w.lower().replace("’", "'").removesuffix("'s").replace(".", "") for w in _WORD.findall(name)]
    alias = _aliases().get(" ".join(w for w in words if w not in _small()))
    return alias if alias is not None else tuple(w for w in words if w not in _small())


@cache
def _small() -> frozenset[str]:
    return frozenset(table("organisations")["small"])


@cache
def _aliases() -> dict[str, tuple[str, ...]]:
    """Any form in lower case → the words of the first form of its row, small words left out."""
    forms: dict[str, tuple[str, ...]] = {}
    for row in table("organisations")["aliases"]:
        kept = [tuple(w for w in form.lower().split() if w not in _small()) for form in row]
        forms.update({" ".join(words): kept[0] for words in kept})
    return forms


def _stands_for(printed: str, short: tuple[str, ...], name: str) -> bool:
    """True if the short form is printed in capitals and spells the initials of the long one."""
    letters = re.sub(r"[^A-Za-z]", "", printed.removeprefix("the ").removeprefix("The "))
    return len(short) == 1 and len(letters) >= 2 and letters.isupper() and letters == acronym(name)


def _one_body(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    types = _types()
    a_types, b_types = [types[w] for w in a if w in types], [types[w] for w in b if w in types]
    a_names, b_names = [w for w in a if w not in types], [w for w in b if w not in types]
    if a_types and b_types and a_types != b_types and not _shorter_type(a_types, b_types):
        return False
    if not a_names or not b_names or len(a_names) != len(b_names):
        return False
    return all(_alike(x, y) for x, y in zip(a_names, b_names, strict=True))


def _shorter_type(a: list[str], b: list[str]) -> bool:
    """ "Council" is the short form of "Borough Council", but a county council is no borough council."""
    short, long = sorted((a, b), key=len)
    return len(short) < len(long) and short == long[len(long) - len(short) :]


def _alike(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < 6 or any(c.isdigit() for c in a + b):
        return False
    return DamerauLevenshtein.normalized_similarity(a, b, score_cutoff=_LIKE) > 0


@cache
def _types() -> dict[str, str]:
    """Word of a type → the word that stands for it ("dept" → "department")."""
    return {w: row[0] for row in table("organisations")["types"] for w in row}


def short_forms(label: str) -> tuple[tuple[str, ...], ...]:
    """The forms by which a text may print the name of a row, as words in lower case, the fullest first.

    >>> short_forms("Hexley DSB")
    (('hexley', 'dsb'), ('hexley',))
    >>> short_forms("Marlow, City of")
    (('marlow', 'city', 'of'), ('city', 'of', 'marlow'), ('marlow',))
    """
    plain = re.sub(r"\s*[\[(][^\])]*[\])]", "", label)
    head, comma, tail = plain.partition(",")
    forms = [_lowered(plain)]
    if comma:
        forms += [_lowered(f"{tail} {head}"), _lowered(head)]
    words = _WORD.findall(head)
    while len(words) > 1 and _is_type(words[-1]):
        words = words[:-1]
        forms.append(_lowered(" ".join(words)))
    kept = [w for w in words if not _is_type(w)]
    forms.append(_lowered(" ".join(kept[:-1] if kept and kept[-1].lower() in _small() else kept)))
    return tuple(dict.fromkeys(f for f in forms if f))


def _is_type(word: str) -> bool:
    """ "Council", and letters that stand for such words: "DSB", "NHS"."""
    lower = word.lower()
    return bool({lower, lower.removesuffix("s")} & _types().keys()) or (
        word.isupper() and 2 <= len(word) <= 4
    )


def _lowered(words: str) -> tuple[str, ...]:
    return tuple(
        w.lower().replace("’", "'").removesuffix("'s").replace(".", "") for w in _WORD.findall(words)
    )
