"""What the words around a multiple say: of what it is told, of what it is that many times, and which way.

"Ashby has five times as many pumps as Marl" compares, with Ashby for its subject and Marl for its
reference; "the number of pumps has doubled" tells a movement. No figures are looked at here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.reconcile.link.window.scope import after, before
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

WORDS = table("times")
#: Characters behind a multiple that may tell what it is of.
_REACH = 160


_SIZES = "|".join(rf"(?P<{n}>{one_of(WORDS[n])})" for n in ("many", "likely", "much", "dear", "far", "long"))
_AS = Regex(
    rf"^\sas\s(?:{_SIZES}|{one_of(WORDS['any'])})\b"
    r"(?P<noun>(?:(?!\sas\b)[^,;:.()–—]){0,60})(?:\sas\b(?P<of>[^,;:.()–—]{1,80}))?",
    re.IGNORECASE,
)
_THAN = Regex(
    rf"^\s(?:(?P<more>{one_of(WORDS['more'])})|(?P<fewer>{one_of(WORDS['fewer'])}))\b(?:\s(?:{_SIZES}|{one_of(WORDS['any'])})\b)?"
    r"(?P<noun>(?:(?!\sthan\b)[^,;:.()–—]){0,60})(?:\sthan\b(?P<of>[^,;:.()–—]{1,80}))?",
    re.IGNORECASE,
)
#: Comparatives of what one kind of figure alone can have.
_DEARER = Regex(r"^(?:dearer|costlier|cheaper)$", re.IGNORECASE)
_FARTHER = Regex(r"^(?:long|heavi|deep|tall|wid|old|short|light|shallow)er$", re.IGNORECASE)
_FAMILIES = {"many": "CPR", "likely": "PR", "much": "MUCP", "dear": "MR", "far": "U", "long": "DU"}
#: "The number in Marl", "that of owners", "what it was", "last year's total".
_LEVEL = Regex(
    r"^\s(?:of\s)?(?P<of>(?:the|its|their|that|those|what|last|[A-Z][\w-]+['’]s)\b[^,;:.()–—]{0,80})"
)
_WHAT = Regex(
    r"^\s(?:of\s)?(?:the|its|their)\s(?:[\w-]+\s)?(?:number|rate|figure|one|level|price|cost|size|proportion|share|height|weight)\b"
    r"|^\s(?:of\s)?(?:that|those|what)\s|^\s(?:of\s)?(?:last\s\w+|[A-Z][\w-]+)['’]s\s",
    re.IGNORECASE,
)
#: "The median is £75,500, so I have twice THAT": of one figure, and what is that many times as much is not printed.
_POINTS = Regex(r"^(?:that|those|this|these|it)\W*$", re.IGNORECASE)
_VERB = Regex(r"(?:doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|ing|es?)$", re.IGNORECASE)
_FOLD = Regex(r"fold$", re.IGNORECASE)
_MOVE_AFTER = Regex(rf"^\s(?:{one_of(WORDS['moves'])}\b)?(?P<of>[^,;:.()–—]{{0,80}})", re.IGNORECASE)
_MOVE_BEHIND = Regex(rf"^\s(?P<move>{one_of(WORDS['moves'])})\b", re.IGNORECASE)
_MOVED = Regex(
    rf"\b(?P<move>{one_of(WORDS['moves'])})\s(?:(?:by|about|almost|nearly|some|a\sfactor\sof|more\sthan)\s)*$",
    re.IGNORECASE,
)
_FALLS = Regex(rf"^{one_of(WORDS['falls'])}$", re.IGNORECASE)
_APART = any_of(WORDS["apart"])
#: "Grown BY a factor of five".
_FACTOR = Regex(r"\b(?:by|now)\s(?:(?:about|almost|nearly|some|a\sfactor\sof|more\sthan)\s)*$", re.IGNORECASE)
_NOW = any_of(WORDS["now"])
_BEFORE = Regex(rf"^\s?(?:what\s|that\s)?{one_of(WORDS['before'])}\W*$", re.IGNORECASE)
_BREAK = Regex(
    r"(?:(?<!\d),|,(?!\d)|[;:()–—])\s?(?:(?:and|but|while|so|or|that\sis|which\s(?:is|was|means))\s)?|\s[-–]\s|\sand\s"
)
_AGAIN = Regex(r"\b(?:in\sother\swords|put\sanother\sway),?\s", re.IGNORECASE)
_SAID = Regex(
    r"^.*\b(?:said|says|found|shows?|estimates?|reports?|according\sto\s[^,]{1,40},)\s(?:that\s)?",
    re.IGNORECASE,
)
#: What a word may end in, and how much of it must be left.
_ENDS, _SHORTEST = ("ing", "ed", "es", "s", "e"), 3
_SINGULAR = WORDS["singular"]
#: What is counted: "as many PUMPS as", "the number of PUMPS in".
_THING = rf"(?P<thing>(?:(?!(?:{'|'.join(WORDS['no_thing'])})\b)[\w’'-]+\s?){{1,4}})"
_COUNTED = Regex(rf"^\s{_THING}", re.IGNORECASE)
_NUMBER_OF = Regex(rf"\bnumbers?\sof\s(?:(?:the|its|their)\s)?{_THING}", re.IGNORECASE)
_TOKEN = Regex(r"[A-Za-z][\w-]*|\b(?:19|20)\d\d\b")
_EMPTY = frozenset(WORDS["empty"])


@dataclass(frozen=True, slots=True)
class Told:
    """A multiple as its clause tells it."""

    multiple: Claim
    #: Kinds of levels that it may be of, as letters of families.
    families: str
    #: True for a movement of one thing from one time to another.
    moved: bool
    #: True where the subject is the smaller of the two and the multiple is told as above 1.
    less: bool
    #: Words that name what it is told of, and what it is that many times.
    subject: frozenset[str]
    reference: frozenset[str]
    #: True if the reference is the level of an earlier time and nothing more is said.
    earlier: bool
    #: True if it stands beside nothing that could tell which level it is of.
    bare: bool
    clause: Span
    #: Words that name what both do or are: "as likely as owners TO BE IN ARREARS".
    deed: frozenset[str] = frozenset()
    #: Words that name what is counted, where the clause says: "five times as many PUMPS".
    counted: frozenset[str] = frozenset()

    @property
    def all_words(self) -> frozenset[str]:
        """All words of the clause that name something."""
        return self.subject | self.reference | self.deed


def told(story: Story, multiple: Claim) -> Told | None:
    """What the clause of a multiple says of it; None where the words make it no multiple of one level."""
    text = story.document.text
    end, stop = multiple.figure.span.end, min(multiple.sentence.end, multiple.figure.span.end + _REACH)
    behind = text[end:stop]
    start = _start(story, multiple)
    led = _SAID.sub("", text[start : multiple.figure.span.start])
    led = _AGAIN.sub("", led)
    if _APART.search(behind) or _APART.search(_FACTOR.sub("", led)):
        return None
    found = _compared(multiple, led, behind, start) or _moved(multiple, led, behind, start)
    return None if found is None else replace(found, counted=_counted(led, behind))


def _counted(led: str, behind: str) -> frozenset[str]:
    compared = _AS.match(behind) or _THAN.match(behind)
    things = [_NUMBER_OF.search(led), _NUMBER_OF.search(behind)]
    if compared is not None:
        things.append(_COUNTED.match(compared["noun"]))
    return frozenset[str]().union(*(words(t["thing"]) for t in things if t is not None))


def _start(story: Story, multiple: Claim) -> int:
    """Where a multiple's clause begins: at its sentence, or at the first break behind the figure before it."""
    inside = story.in_sentence(multiple.sentence)
    ends = [c.figure.span.end for c in inside if c.figure.span < multiple.figure.span]
    if not ends:
        return multiple.sentence.start
    found = _BREAK.search(story.document.text, ends[-1], multiple.figure.span.start)
    return ends[-1] if found is None else found.end()


def _compared(multiple: Claim, led: str, behind: str, start: int) -> Told | None:
    found = _AS.match(behind) or _THAN.match(behind)
    end = multiple.figure.span.end
    if found is not None:
        of = found["of"] or ""
        groups = found.groupdict()
        earlier = _BEFORE.match(of) is not None
        of, _, deed = of.partition(" to ")
        reference = frozenset() if earlier else words(of)
        subject = words(led) | words(found["noun"])
        bare = not reference and not earlier and _NOW.search(led + found["noun"]) is not None
        clause = Span(start, end + found.end())
        less = bool(groups.get("fewer"))
        return Told(
            multiple, _families(groups), False, less, subject, reference, earlier, bare, clause, words(deed)
        )
    found = _LEVEL.match(behind)
    if found is None or _VERB.search(multiple.figure.text) or _MOVED.search(led):
        return None
    if _POINTS.match(found["of"]):
        return None
    if family(multiple) == "P" and not _WHAT.match(behind):
        return None
    earlier = _BEFORE.match(found["of"]) is not None
    reference = frozenset() if earlier else words(found["of"])
    bare = not reference and not earlier and (family(multiple) == "P" or _NOW.search(led) is not None)
    clause = Span(start, end + found.end())
    return Told(multiple, "CMURDP", False, False, words(led), reference, earlier, bare, clause)


def _families(groups: dict[str, str | None]) -> str:
    """The kinds of figures that a comparison may be of."""
    more = groups.get("more") or groups.get("fewer") or ""
    if _DEARER.match(more):
        return "MR"
    if _FARTHER.match(more):
        return "DU"
    return next((families for name, families in _FAMILIES.items() if groups.get(name)), "CMURP")


def _moved(multiple: Claim, led: str, behind: str, start: int) -> Told | None:
    if family(multiple) != "X":
        return None
    move, after_it = _MOVED.search(led), _MOVE_BEHIND.match(behind)
    fold = _FOLD.search(multiple.figure.text) is not None and after_it is not None
    if not (_VERB.search(multiple.figure.text) or move or fold):
        return None
    way = move or (after_it if fold else None)
    less = way is not None and _FALLS.match(way["move"]) is not None
    led = led if move is None else led[: move.start()]
    found = _MOVE_AFTER.match(behind)
    of = "" if found is None else found["of"]
    end = multiple.figure.span.end + (0 if found is None else found.end())
    return Told(multiple, "CMURP", True, less, words(led), words(of), False, False, Span(start, end))


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """The stems of the words of a text that name something, and its years."""
    tokens = (re.sub(r"['’]s?$", "", t.lower()) for t in _TOKEN.findall(text.replace("’", "'")))
    return frozenset(stem(t) for t in tokens if t not in _EMPTY and (len(t) > 1 or t == "i"))


def stem(word: str) -> str:
    """The beginning of a word, without the end of a plural or of a verb: "backed", "backing"."""
    word = _SINGULAR.get(word, word)
    end = next((e for e in _ENDS if word.endswith(e) and len(word) - len(e) >= _SHORTEST), "")
    return word.removesuffix(end)[:5]


__all__ = ["WORDS", "Told", "after", "before", "told", "words"]
