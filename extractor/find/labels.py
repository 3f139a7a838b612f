"""Numbers that a word before them, or their place in a list, makes a name: "section 12", "No 10"."""

from __future__ import annotations

import re

from extractor.find.nouns import Outside
from extractor.lexicon import table
from extractor.regexes import Regex

_LABELS = table("labels")
_BEFORE = frozenset(_LABELS["before"])
_CAPITALISED = frozenset(_LABELS["capitalised"])
_BEFORE_WORDS = frozenset(_LABELS["before_words"])
_LEAD = Regex(r"([A-Za-z]+(?:&P(?:/ASX)?)?\.?)(?: ?\(?)?[ \u00a0-]$")
#: "The S&B 100" is an index, after its makers and its size; "in A&E 97 per cent" tells a share.
_INITIALS = Regex(r"\b[Tt]he [A-Z]&[A-Z][ \u00a0]$")
_SIZE = Regex(r"(?:[1-9]0|[1-9]\d?00)(?![\d,.%-]\S|%)")
#: "No 10", "P.S. 611" and "PS 9", the public schools of New York.
_NO_DOT = Regex(r"(?<![A-Za-z])(?:No|Nos|no|nos)\.?[ \u00a0]?$|\b[PIM]\.?S\.?[ \u00a0]?$|[#@§№]$")
_ITEM = Regex(r"(\d{1,2})(?:\.|\))(?=[ \u00a0][A-Z“\"‘])")
_PARAGRAPH = Regex(r"\d+(?:\([a-zA-Z]\)(?:\(\d+\))*|\(\d+\)(?:\([a-z]\))+)")


#: "The 513 area code", "a 911 call", "18 U.S.C.": what a number is that this follows.
_LABELLED_AFTER = Regex(
    r"\d{3,5}[ ](?:area|dialling|dialing|zip|country)[ ]code|"
    r"(?:911|999|112|101|111)[ ](?:call(?:s|er|ers)?|operator|dispatch\w*|emergency|recording)\b|"
    r"\d{1,2}[ ](?:U\.?S\.?C|C\.?F\.?R)\b"
)
#: "The Gang of 8", "the Group of 20 met": how many they are is their name.
_NAMED_BY_SIZE = Regex(r"\b(?:Gang|Group) of $")
_COUNTED_NOUN = Regex(r"[ ][a-z-]+s\b|[ ](?:people|men|women|children)\b")
#: "1) it costs too much": a number and a bracket that nothing opened; "(2) that it is late".
_INLINE_ITEM = Regex(r"(\d{1,2})\)(?=[ ][a-z])")
_ITEM_REACH = 1500


def word_label(text: str, at: int) -> Outside | None:
    """A number in words that a word before it makes a name: "Title Two", "number eight"."""
    found = _LEAD.search(text, max(0, at - 18), at)
    if found is None or not (found[1].lower() in _BEFORE_WORDS or found[1] in _CAPITALISED):
        return None
    return Outside(at, at + 1, "reference", "label")


def label(text: str, at: int) -> Outside | None:
    """A number that a word before it makes a name: "section 12", "Type 2", "No 10"."""
    if _LABELLED_AFTER.match(text, at) or _is_size_name(text, at):
        return Outside(at, _id_end(text, at), "reference", "label")
    if at == 0 or text[at - 1] not in " \u00a0#-(@§№.\n":
        return None
    numbered = _NO_DOT.search(text, max(0, at - 7), at) and not _DECIMAL.match(text, at)
    if (numbered and not _WITH_UNIT.match(text, at)) or _dialled(text, at) or _OF_INDEX.match(text, at):
        return Outside(at, _id_end(text, at), "reference", "label")
    found = _LEAD.search(text, max(0, at - 18), at)
    if found is None:
        return None
    word = found[1]
    if _DAY.search(text, max(0, at - 16), at) and not _counted(text, _id_end(text, at)):
        return Outside(at, _id_end(text, at), "reference", "label")
    vote = _VOTE.match(text, at) if word in ("House", "Senate") else None
    if vote is not None:
        return Outside(at, vote.end(), "score", "score")
    if word in ("No.", "no.") and (_DECIMAL.match(text, at) or _WITH_UNIT.match(text, at)):
        return None  # the answer: "Will it rise? No. 17.6 cents is all of it."
    if word.lower() in _BEFORE or word in _CAPITALISED or (word.isupper() and word.title() in _CAPITALISED):
        if _POINTED.search(text, max(0, at - 30), at):
            return None
        end = _id_end(text, at)
        return None if _counted(text, end) else Outside(at, end, "reference", "label")
    return None


def _is_size_name(text: str, at: int) -> bool:
    index = _INITIALS.search(text, max(0, at - 8), at) and _SIZE.match(text, at)
    if index and (_DECIMAL.match(text, at) or _WITH_UNIT.match(text, at)):
        return False
    named = index or _NAMED_BY_SIZE.search(text, max(0, at - 10), at)
    return named is not None and not _COUNTED_NOUN.match(text, _id_end(text, at))


_SENT_TO = Regex(
    r"\b(?:[Tt]ext(?:ing)?|[Dd]ial(?:led|ing)?|[Cc]all(?:ed|ing)?|[Rr]ing)(?: [\w’']+){0,3}?(?: to| on)? $"
)
#: "Died by day 30", "on day 3 of the trial".
_VOTE = Regex(r"\d{1,3}(?: to |-)\d{1,3}(?![\d%,]| per)")
#: "Under that rule 96 of the visits would count": the word before is complete without the number.
_POINTED = Regex(r"\b(?:under|by|with|in|of|on|at|from|for) (?:that|this|such|which) \w+ $", re.IGNORECASE)
_DAY = Regex(r"\b(?:by|on|at|from|since|until|to|after|before|of) [Dd]ay $")
_DECIMAL = Regex(r"\d+\.\d|\d[\d,]*[ ]?(?:%|per cent|percent|million|billion|[kmb]n?\b)")
_WITH_UNIT = Regex(
    r"\d[\d,.]*[ -](?:cents?|pence|years?|months?|weeks?|days?|hours?|minutes?|miles?|kilomet\w+|metres?|"
    r"people|pupils|patients|of)\b"
)
#: "The 300 index": how many shares it holds is its name.
_OF_INDEX = Regex(r"\d{2,4}[ \u00a0](?:share |stock )?[Ii]ndex\b")
_SHORT_CODE = Regex(r"\d{3,7}(?![\d,%]|\.\d)")
_EMERGENCY = {"911", "999", "112", "101", "111"}


def _dialled(text: str, at: int) -> bool:
    """True for "call 999" and "text HELP to 70123": a number that one rings."""
    near = text[max(0, at - 40) : at]
    if not ("all" in near or "ext" in near or "ial" in near or "ing" in near):
        return False
    found = _SHORT_CODE.match(text, at)
    if found is None or not _SENT_TO.search(near):
        return False
    return len(found[0]) > 4 or found[0] in _EMERGENCY


_NUMBERLIKE = Regex(
    r"[ \u00a0]?(?:%|per ?cent|percent|million|billion|thousand|people|pages|points|years? old|times|per \d|"
    r"m\b|metres?|meters?|feet|foot|ft|km|cm|mm|inch|miles|hours?|minutes?|days|weeks|months)"
)


def _counted(text: str, end: int) -> bool:
    """True where the word does not name the number: "call 5,000 people", "text 40%"."""
    return bool(_NUMBERLIKE.match(text, end)) or (
        text[end : end + 1] == "," and text[end + 1 : end + 2].isdigit()
    )


#: "Patent No. 6,285,999".
_GROUPED = Regex(r"(?<=[Nn]o\. )\d{1,3}(?:,\d{3})+\b")
_ID = Regex(
    r"[\dA-Za-z]+(?:[.\-/–]\d[\dA-Za-z]*)*(?:\([\dA-Za-z]{1,3}\))*"
    r"(?:(?:, | and | to | or )\d{1,4}(?!\d|[,.]\d|%|[ -](?!(?:pupils|students|children|classes)\b)[a-z]))*"
)


def _id_end(text: str, at: int) -> int:
    found = _GROUPED.match(text, at) or _ID.match(text, at)
    return found.end() if found is not None else at + 1


def numbered(text: str, at: int) -> Outside | None:
    """The number of a list item at the head of its line: "3. Wash the rice", "2) Bring a coat"."""
    found = _ITEM.match(text, at) if not at or text[at - 1] in "\n(" else None
    if found is None and at and text[at - 1] in " (\n":
        found = _inline_item(text, at)
    return Outside(at, found.end(1), "reference", "label") if found is not None else None


def _inline_item(text: str, at: int) -> re.Match[str] | None:
    """ "1) it costs too much" without an opening bracket, or "(1) that ..." with "(2)" somewhere after."""
    found = _INLINE_ITEM.match(text, at)
    if found is None:
        return None
    if text[at - 1] == "(":
        return found if _has_neighbour(text, at, int(found[1])) else None
    before = text[max(0, at - 200) : at]
    return found if before.count("(") <= before.count(")") else None


def _has_neighbour(text: str, at: int, item: int) -> bool:
    after = text.find(f"({item + 1})", at, at + _ITEM_REACH)
    return after >= 0 or text.find(f"({item - 1})", max(0, at - _ITEM_REACH), at) >= 0


def paragraph(text: str, at: int) -> Outside | None:
    """ "501(c)(4)": a paragraph of a law."""
    found = _PARAGRAPH.match(text, at)
    return Outside(at, found.end(), "reference", "label") if found is not None else None
