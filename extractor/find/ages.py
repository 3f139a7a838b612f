"""Numbers that are ages by what stands around them: "aged 39", "Ann Lee, 39, said"."""

from __future__ import annotations

from extractor.find.numerals import Numeral
from extractor.lexicon import table
from extractor.regexes import Regex

_AGE_BEFORE = frozenset(table("labels")["age_before"])
_AGE_LEAD = Regex(
    r"([A-Za-z]+)(?: (?:just|only|about|around|between|from|over|under|up to|at least))?[ \u00a0]$"
)
_AGE_THAN = Regex(r"\b(?:younger|older) than $|\bage of $")
_NAMED = Regex(r"(?<!\w)[A-Z][\w'’.-]*(?:,[ \n](?:both |now |then )?| \()$")
#: "201 from Ontario, 112 from Australia": a place in a list, whose next number counts again.
_LISTED_PLACE = Regex(r"\b(?:from|of|in|at|for) (?:the )?(?:[A-Z][\w'’.-]* ?)+, $")
_PERSON_OF = Regex(
    rf"\b(?:{'|'.join(table('labels')['person'])}) of (?:just |only |about |around |over |under )?$"
)
_RETIRED = Regex(rf"\b(?:{'|'.join(table('labels')['retired'])}) at (?:just |only |about )?$")
#: "She made partner in 1975, at 44, and retired in 1996, at 65".
_AT_YEAR = Regex(r"\b(?:19|20)\d\d, (?:then |still )?at (?:just |only |about |the age of )?$")
_CLAUSE = Regex(r"[.,;:)](?!\d)|$|[ ](?:and|after|with|from|in|of|while)\b")
_APPOSED = Regex(r"[,;)]|\.(?=[ \n”\"]|$)| (?:who|of|from|told|said|and (?:his|her))\b|[ ][-–—][ ]")
_ALMOST = r"(?:only |just |about |around |already |now |nearly |almost |still )?$"
#: "She was 12", "I'm 53", "Maria, who is only 29", "when Zachary was twelve", "until they turn 18".
_BEING = Regex(
    r"(?:\b(?:[Hh]e|[Ss]he|I|who) (?:is|was|am|will be|would be|turn(?:s|ed)|had turned|has turned)|"
    r"\b(?:[Hh]e|[Ss]he|I)['’](?:s|m)|"
    r"\b(?:[Ww]hen|[Ss]ince|[Uu]ntil|[Bb]efore|once) (?:the (?:child|boy|girl|baby) |[A-Z][\w'’-]+ )"
    r"(?:is|was|turns|turned)|"
    r"\b(?:[Ww]hen|[Uu]ntil|[Bb]efore|once) (?:he|she|I|they) (?:turns?|turned|reach(?:es|ed)?)) "
    rf"{_ALMOST}"
)
#: What may follow an age that stands where something else could be counted: the end of its clause.
_AGE_END = Regex(
    r"[.,;:!?)](?!\d)|$|[ ]on [A-Z]|[ ]in \d{4}\b|"
    rf"[ ](?:and (?:{'|'.join(table('labels')['after_age_and'])})|{'|'.join(table('labels')['after_age'])})\b"
)
#: "At 67, Ann Lee had hoped": a person's age at the head of a sentence.
_AT_HEAD = Regex(r"(?:^|[.!?”\"]\s|\n)At (?:just |only )?$")
_PERSON_NEXT = Regex(r", (?:[A-Z][a-z]+|he|she|I)\b")
_LEGAL_AGE = Regex(r"\bage (?:(?:to|of|from|at|is|was|limit) )+(?:\d\d to )?$")


def is_age(text: str, start: int, number: Numeral) -> bool:
    """ "Aged 39", "she was 12", and "Ann Lee, 39, said" or "Ann Lee (39)"."""
    if number.rounded or not 0 < number.value < 120:
        return False
    if _is_told(text, start, number):
        return True
    return number.form == "digits" and _is_worn(text, start, number)


def _is_told(text: str, start: int, number: Numeral) -> bool:
    """True for an age that a verb tells of a person, in digits or in words: "when she was seven"."""
    if not 4 < number.value < 111 or number.form not in ("digits", "words"):
        return False
    if _LEGAL_AGE.search(text, max(0, start - 30), start):
        return True
    if not _AGE_END.match(text, number.end):
        return False
    if _BEING.search(text, max(0, start - 60), start):
        return True
    at_head = _AT_HEAD.search(text, max(0, start - 12), start)
    return at_head is not None and _PERSON_NEXT.match(text, number.end) is not None


def _is_worn(text: str, start: int, number: Numeral) -> bool:
    """True for an age by the words and the name that it stands beside."""
    if _AGE_THAN.search(text, max(0, start - 20), start):
        return True
    lead = _AGE_LEAD.search(text, max(0, start - 24), start)
    if lead is not None and lead[1].lower() in _AGE_BEFORE:
        return True
    if _PERSON_OF.search(text, max(0, start - 30), start):
        return True
    reached = _RETIRED.search(text, max(0, start - 34), start) or _AT_YEAR.search(
        text, max(0, start - 34), start
    )
    if reached and _CLAUSE.match(text, number.end):
        return True
    apposed = _APPOSED.match(text, number.end)
    if apposed is None or not _NAMED.search(text, max(0, start - 30), start):
        return False
    if apposed[0] == " of" and text[apposed.end() : apposed.end() + 2].strip()[:1].isdigit():
        return False  # "in Class 4B, 27 of 31 pupils"
    return apposed[0] not in (" from", " of") or not _LISTED_PLACE.search(text, max(0, start - 40), start)
