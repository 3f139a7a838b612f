"""One pattern for any of many words, so that a long text is passed once and stopped at only where one stands.

The words are made into a tree of letters: "year" and "years" become `years?`, "last" and "latest"
`la(?:st|test)`. Each letter of the text is then looked at about once, however many words there are, and the
pattern steps over whole words, which is several times as fast as a search that tries every letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extractor.regexes import Regex

_Tree = dict[str, "_Tree"]
#: Marks in a tree that a word may end here.
_END = ""
#: Words passed in one go: the matcher remembers each of them until it stops.
_STRIDE = 200


def stops(words: Iterable[str], gates: Mapping[str, str], digits: str, marks: str = "") -> Regex:
    """A pattern that runs over a text to the next stop: group 1 is a word, 2 digits, 3 one of the marks.

    Words are stopped at small, with a capital or in capitals, where no letter touches them. `gates` says of
    common words what has to follow for them to be worth a stop: "that" before a unit of time. `digits` is the
    pattern of a number, `marks` are single characters. After a long stretch without any, and at the end of
    the text, no group has matched.
    """
    word = _any_word(words, gates)
    gap = f"[^A-Za-z0-9{marks}]*"
    mark = f"|([{marks}])" if marks else ""
    return Regex(rf"{gap}(?:(?!{word})[A-Za-z]+{gap}){{0,{_STRIDE}}}(?:({word})|({digits}){mark}|)")


def _any_word(words: Iterable[str], gates: Mapping[str, str]) -> str:
    """The pattern of the words alone."""
    tree: _Tree = {}
    for word in words:
        if word not in gates:
            for form in (word, word.capitalize(), word.upper()):
                _plant(tree, form)
    ways = [_pattern(tree), *(f"(?i:{word})(?={after})" for word, after in gates.items())]
    return rf"(?:{'|'.join(ways)})(?![A-Za-z])"


def _plant(tree: _Tree, word: str) -> None:
    for letter in word:
        tree = tree.setdefault(letter, {})
    tree[_END] = {}


def _pattern(tree: _Tree) -> str:
    """What may follow from here on; letters that lead to the same are one class."""
    heads: dict[str, list[str]] = {}
    for letter, below in tree.items():
        if letter != _END:
            heads.setdefault(_pattern(below), []).append(re.escape(letter))
    ways = [
        (letters[0] if len(letters) == 1 else f"[{''.join(letters)}]") + rest
        for rest, letters in heads.items()
    ]
    if not ways:
        return ""
    if len(ways) == 1 and _END not in tree:
        return ways[0]
    return f"(?:{'|'.join(ways)})" + ("?" if _END in tree else "")
