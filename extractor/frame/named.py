"""Names of people and bodies, told by capitals and word lists: they are what a small model tags worst."""

from __future__ import annotations

import re

from extractor.frame.speaker.said import SayerKind, words
from extractor.model import Span
from extractor.regexes import Regex

#: Short titles that end in a full stop within a name: "Dr. Ann Lee", "Sen. Lee", "Charles E. Lee".
SHORT = "Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|Prof|Coun|Cllr|Hon|St|Maj|Adm|Det|Supt|Jr|Sr"
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
CAP = rf"(?:(?:{SHORT})\.(?=\s)|(?:[A-Z]\.)+(?=[\s,])|{_UPPER}(?:[\w’'-]*[\w](?:(?<=s)[’'](?=\s[A-Z]))?)?)"
_PARTICLE = r"(?:de|da|del|della|van|von|der|den|bin|al|el|la|le|ní|ter|ten|dos|du)"
DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Septem|Octo|Novem|Decem)ber"
    r"|(?:January|February|March|April|May|June|July|August)\b"
)
#: A run of words with capitals, with the small words that stand inside names.
RUN = Regex(rf"\b{CAP}(?:\s+(?:{_PARTICLE}\s+)*{CAP}|\s+&\s+{CAP})*")
BODY_TAIL = Regex(rf"\s+(?:of|for|on(?!\s+(?:{DAY})))\s+(?:the\s+)?{CAP}(?:\s+(?:and\s+)?{CAP})*")


def person_names(text: str, start: int, stop: int) -> list[Span]:
    """Names of people between two offsets: two words or more with capitals, or one after a title."""
    return [s for s, kind in names(text, start, stop) if kind == "person"]


def names(text: str, start: int, stop: int) -> list[tuple[Span, SayerKind]]:
    """The names of people and bodies in a stretch of text, each with its kind."""
    found: list[tuple[Span, SayerKind]] = []
    for run in RUN.finditer(text, start, stop):
        inside = bool(found) and run.start() < found[-1][0].end  # "Responsive Politics" of the Center for it
        named = None if inside else _name(text, run, stop)
        if named is not None:
            found.append(named)
    return found


def is_persons(text: str, name: Span) -> bool:
    """True if a title or a word for what a person is stands before a single name: "Mr Osei"."""
    before = re.search(r"([\w]+)\.?\s+$", text[max(0, name.start - 24) : name.start])
    if before is None:
        return False
    return before[1] in words("titles") or before[1].lower() in words("people_nouns", "occupations")


def possessive(text: str, end: int) -> bool:
    return text[end : end + 2] in {"'s", "’s"} or text[end - 2 : end] in {"'s", "’s"}


def _name(text: str, run: re.Match[str], stop: int) -> tuple[Span, SayerKind] | None:
    parts = list(re.finditer(r"\S+", run[0]))
    if any(_bare(p[0]) in words("bodies") for p in parts) and not _titled(parts):
        tail = BODY_TAIL.match(text, run.end(), stop)
        article = len(parts) > 1 and parts[0][0] in {"A", "An"}
        return Span(run.start() + parts[article].start(), tail.end() if tail else run.end()), "body"
    lead = max((i + 1 for i, p in enumerate(parts[:-1]) if _leads(p[0])), default=0)
    rest, before = parts[lead:], [p[0].lower() for p in parts[:lead]]
    titles = any(w not in words("fronting") for w in before)
    while len(rest) > 1 and rest[0][0].lower() in words("no_names"):
        rest = rest[1:]
    if len(rest) > 1 and (rest[0][0] in words("no_first_names") or _is_the(text, run, parts, titles)):
        return Span(run.start() + rest[0].start(), run.end()), "body"  # "Mississippi Power", "the Polio Desk"
    if (
        not rest
        or _bare(rest[-1][0]) in words("titles")
        or (len(rest) < 2 and not titles)
        or possessive(text, run.end())
    ):
        return None
    return Span(run.start() + rest[0].start(), run.start() + rest[-1].end()), "person"


def _is_the(text: str, run: re.Match[str], parts: list[re.Match[str]], titles: bool) -> bool:
    """True for a name with an article and no title, or with an "&": people have neither."""
    article = text[max(0, run.start() - 4) : run.start()].lower() == "the " or parts[0][0] == "The"
    return "&" in run[0] or (article and not titles)


def _leads(word: str) -> bool:
    """True for a title or a possessive inside a run: the name starts after it."""
    return (
        _bare(word) in words("titles")
        or word.lower() in words("people_nouns", "occupations")
        or word.endswith(("'s", "’s", "s’"))
        or word.lower() in words("fronting")
    )


def _titled(parts: list[re.Match[str]]) -> bool:
    """True for "Police Commissioner Ann Lee": the body's word is part of a title before a name."""
    last_body = max(i for i, p in enumerate(parts) if _bare(p[0]) in words("bodies"))
    return any(_bare(p[0]) in words("titles") for p in parts[last_body + 1 :]) and len(parts) - last_body > 2


def _bare(word: str) -> str:
    return word.rstrip(".,'’")


def is_short(word: str) -> bool:
    """True for a word whose full stop ends no sentence: "Dr.", "Oct.", an initial."""
    return len(word) == 1 or word in words("dotted") or word in SHORT.split("|")
