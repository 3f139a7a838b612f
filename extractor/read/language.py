"""Which language a text is in, by its commonest short words and its script.

Light on purpose: the one question is whether English rules may read it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from extractor.lexicon import table
from extractor.regexes import Regex

#: Whole words: the E of "E06000001" in every row of a table is no Portuguese.
_WORD = Regex(r"\b[^\W\d_]+\b")
#: Fewer short words than this tell nothing.
_LEAST = 4
#: One word over and over is no language: "(ha)" in every head of a table is hectares, and no Spanish.
_DIFFERENT = 3
#: Another language must show this many times the words that English does.
_CLEARLY = 1.6
#: What is no Latin letter of a European language.
_BEYOND = Regex(r"[\u0250-\U0010ffff]")
#: Share of letters outside the Latin script past which a text is not English.
_MOST_FOREIGN = 0.5
_SAMPLE = 20_000


def language_of(text: str) -> str | None:
    """Two-letter code of the language; None where the text is too short to tell."""
    sample = text[:_SAMPLE]
    if script := _foreign_script(sample):
        return script
    words = _short_words(sample)
    counts = Counter({code: own.total() for code, own in words.items()})
    best = max(counts, key=lambda code: counts[code], default=None)
    if best is None or counts[best] < _LEAST or len(words[best]) < _DIFFERENT:
        return None
    if best != "en" and counts[best] < _CLEARLY * counts["en"]:
        return "en" if counts["en"] >= _LEAST else None
    return best


def language_name(code: str) -> str:
    """What messages call it: "French" for "fr"."""
    named: str = table("reading")["names"].get(code, code)
    return named


def _short_words(text: str) -> dict[str, Counter[str]]:
    """Language → its short words in a text, with how often each stands there."""
    known = _languages_by_word()
    found: dict[str, Counter[str]] = {}
    for form in _WORD.findall(text):
        # A capital alone is a mark or a head, "W, D, L", and no "d'" or "l'".
        word = form.lower()
        if word in known and (len(form) > 1 or form == word):
            for code in known[word]:
                if code not in found:
                    found[code] = Counter()
                found[code][word] += 1
    return found


#: First words in the names of letters that any script may use, and of private ones, which have no name.
_NO_SCRIPTS = {"", "LATIN", "MODIFIER", "MATHEMATICAL", "FULLWIDTH", "DOUBLE"}


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    languages: dict[str, list[str]] = table("reading")["languages"]
    words = {w for listed in languages.values() for w in listed}
    return {w: tuple(code for code, listed in languages.items() if w in listed) for w in words}


def _foreign_script(text: str) -> str | None:
    if text.isascii():
        return None
    beyond = Counter(filter(str.isalpha, _BEYOND.findall(text)))
    if not beyond:
        return None
    foreign: Counter[str] = Counter()
    for letter, times in beyond.items():
        script = unicodedata.name(letter, "").split(" ")[0].split("-")[0]
        if script not in _NO_SCRIPTS:
            foreign[script] += times
    if foreign.total() <= _MOST_FOREIGN * sum(map(str.isalpha, text)):
        return None
    scripts: dict[str, str] = table("reading")["scripts"]
    # Japanese mixes Chinese characters with its own two scripts, which no other language has.
    own = next((s for s in ("HIRAGANA", "KATAKANA") if foreign[s]), foreign.most_common(1)[0][0])
    return scripts.get(own, own.lower() or None)
