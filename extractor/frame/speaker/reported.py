"""Whose words in a sentence are, by its sayings: which of them has the words as what is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractor.frame.sentences import Sentence
from extractor.frame.speaker.said import Saying, words
from extractor.model import Span
from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What may follow the verb of a last clause: "on Monday", "in a filing", "at a meeting of the board".
_REST = Regex(
    r"(?:(?:\s+(?:reporters|journalists|parliament|(?:the|a)\s+\w+))?"
    r"\s*(?:(?:,?\s+(?:on|in|at|late|early|last|this|during|after|by|via|for|earlier)\s+|\s+(?=[A-Z]\w+day|yesterday|today))"
    r"[\w’'-]+(?:\s+(?!(?:was|were|is|are|had|has|have|would|will|that|which|who)\b)[\w’'-]+){0,12})?)\s*[.!?,;”\"]*\s*"
)
#: Whom somebody told: "told ALDERMEN on Tuesday", "told THE BOARD, it had been 26".
_ADDRESSED = Regex(
    r"\s+(?:(?:the|an?|his|her|its|their)\s+[\w-]+(?:['’]s?\s+[\w-]+|\s+(?!(?:on|in|at|by|that|how|why|it|they|he|she)\b)[a-z-]+)?"
    r"|(?:[a-z]{3,}(?:s|men)|staff|parliament|congress|council)\b|MPs|us|me|(?:The\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)"
)
#: What is said stands before a verb that nothing follows: "he said.", "he said on Monday,".
_ENDS = Regex(
    r"(?:\s+(?:reporters|(?:the|a|an)\s+\w+|[A-Z]\w+))?(?:\s+(?:on\s+|late\s+|early\s+)?[A-Z]\w+day|\s+(?:yesterday|today|later))?"
    r"(?:\s+(?:in|at|during|after|on)\s[^,.;“\"]{1,60})?\s*(?:[.;!?)”\"—–-]|,(?!\s*[“\"‘'])|$)"
)
#: Where what is said may end within its sentence.
_BOUNDARY = Regex(r";|,\s+(?:but|while|although|though|whereas)\b|[”\"]")
_BESIDE = Regex(r"(?:[,;]\s*(?:and|but|while|whereas)?|\s(?:and|but|while))\s+$")
_QUOTE_NEXT = Regex(r"[,:]?\s*[“«‘]|[,:]\s+[\"']")
#: A quote that goes on from what was said before: `"Each costs 12, he said, “AND I pay”."`
_GOES_ON = Regex(r",?\s*[“«‘\"'](?:and|but|so|because|or|which|though|not|if)\b")
_QUOTE_END = Regex(r"[,?!–—-][”\"’']\s*$|[”\"’'],\s*$")
_ADDING = Regex(r"\b(?:adding|noting|saying|warning|stressing|claiming|insisting|arguing)\b")
_PLACE = Regex(r"\s+(?:in|on|at|after|during|by|before|for|outside|as|from|over|to)\b")
#: Behind a last clause, what the figures before are held against: "Lee said on Monday, AGAINST 31 in 2019".
_TRAILS = Regex(
    r"(?:\s+(?:reporters|journalists))?\s+(?:(?:on\s+|late\s+|early\s+|last\s+)?(?:\w+day|yesterday|today|week|month)"
    r"|in\s+(?:an?|the|his|her|its)\s+[\w’'-]+(?:\s+[\w’'-]+)?),\s+"
    r"(?:against|compared|up|down|or|from|out\s+of|a\s+(?:rise|fall|drop|jump|figure|rate|total|share)|an\s+(?:average|increase))\b"
)
_AFTER_COMMA = Regex(r",\s+(?:as\s+)?$")
_AS = Regex(r"[“\"‘'\s]*[Aa]s\s+(?:the\s+)?")
_SOON = Regex(r"[^,.;:“”\"]{0,40},")
_THAT = Regex(r"\bthat\b")
#: A second thing that is said: "said it was “bad,” AND THAT crews from five states".
_AND_THAT = Regex(r"\b(?:and|but)\s+that\s(?!(?:is|was|would|will|had|has|could)\b)")
#: What somebody was told, with no "that": "told the board HE had left 12", "told staff in a letter IT would".
_TOLD_CLAUSE = Regex(
    r"(?:\s+(?:on|in|at|during|by|via|last)\s[^,.;:“”\"]{1,50}?)?"
    r"\s+(?:that|he|she|it|they|we|there|the|his|her|its|their|an?|some|about|more\s+than|only|just|up\s+to)\b"
)
#: "told the STORY of the 14", "told a crowd OF the poor".
_TALE = Regex(
    r"\b(?:story|stories|tale|tales|truth|joke|lie|lies|of|to|for|who|and)$|\b(?:story|tale|truth)\b"
)
#: An aside that tells on: "said it was up 9 per cent in May, WHEN it rained", ", WHICH WOULD make it 24".
_TOLD_ON = Regex(r"where|when|which\s+(?:would|will|could|should|means|meant|may|might)\b")
#: A question is what is asked: "ASKED WHY six posts were empty", "asked the minister whether".
_QUESTION = Regex(r"(?:\s+[\w’'-]+){0,4}?\s+(?:why|whether|how|if)\b")
_FINITE = Regex(r"\b(?:is|was|are|were|has|have|had|will|would|that|because|since)\b")


def telling(
    text: str, sayings: Sequence[Saying], sentence: Sentence, span: Span, root: Token | None
) -> Saying | None:
    """The saying that has the words at the span as what is said, the outermost of several."""
    start, end = sentence.span.start, sentence.span.end
    first, last = (bisect_left(sayings, at, key=lambda s: s.verb.start) for at in (start, end))
    inside = [s for s in sayings[first:last] if s.verb.end <= end]
    governing = [s for s in inside if _governs(text, sentence, s, span, root)]
    whole = next((s for s in governing if _as_told(text, sentence, s)), None)
    # "Doctors told us that 12 left, his wife said.": the last clause is the outermost.
    whole = whole or next((s for s in reversed(governing) if _last(text, sentence, s, span)), None)
    return whole or (_outer(text, governing, span) if governing else None)


def _last(text: str, sentence: Sentence, saying: Saying, span: Span) -> bool:
    return not saying.according and span.start < saying.verb.start and _closes(text, sentence, saying)


def _outer(text: str, governing: Sequence[Saying], span: Span) -> Saying:
    """The outermost of nested sayings; of two side by side ("X said A, and Y that B") the nearer before."""
    kept = governing[0]
    for saying in governing[1:]:
        beside = _BESIDE.search(text, kept.verb.end, saying.sayer.printed.start)
        if beside is not None and saying.verb.end <= span.start:
            kept = saying
    return kept


def _governs(text: str, sentence: Sentence, saying: Saying, span: Span, root: Token | None) -> bool:
    """True if the words at the span are what is said, and not part of telling who says it."""
    verb_text = saying.verb.of(text)
    points = verb_text in words("about") and not verb_text.startswith("describe")
    asked = verb_text in words("asking") and _QUESTION.match(text, saying.verb.end) is not None
    if (verb_text in words("acts") and not asked) or points or saying.sayer.printed.contains(span):
        return False
    if saying.according or saying.passive:
        return True
    if saying.onward or _as_told(text, sentence, saying):
        return span.start > saying.verb.end and not _BOUNDARY.search(text, saying.verb.end, span.start)
    verb = next(iter(reversed(sentence.inside(saying.verb))), None)
    if verb is None or root is None:
        return False
    end = saying.sayer.printed.end if saying.inverted else saying.verb.end
    if span.start < saying.verb.start and _QUOTE_NEXT.match(text, end) is not None:
        first = min(saying.sayer.printed.start, saying.verb.start)  # else it tells the quote after it
        return text.endswith(", ", sentence.span.start, first) and _GOES_ON.match(text, end) is not None
    if _parenthetical(text, sentence, saying):
        return True
    if _inside_clause(text, saying):
        return span.start > saying.verb.end and not re.search(r"[,;]\s", text[saying.verb.end : span.start])
    if _in_aside(root, before=span.start < saying.verb.start):
        return False
    if span.start < saying.verb.start:
        ends = _ENDS.match(text, end) is not None
        return _closes(text, sentence, saying) or (ends and _hangs_on(root, verb, before=True))
    return _hangs_on(root, verb, before=False) or _follows(text, saying, span)


def _hangs_on(root: Token, verb: Token, *, before: bool) -> bool:
    """True if the parser hangs the words on the verb as what is said."""
    below = root
    while below.head.i != below.i:
        above = below.head
        if above.i == verb.i:
            return below.dep_ in {"ccomp", "parataxis", "xcomp"} or (below.dep_ == "advcl" and before)
        below = above
    return before and verb.dep_ in {"parataxis", "ccomp", "advcl"} and verb.head.i == below.i


def _closes(text: str, sentence: Sentence, saying: Saying) -> bool:
    """True for "..., X said on Monday.": a last clause that says whose all the words before it are."""
    start = min(saying.sayer.printed.start, saying.verb.start)
    if not text.endswith(", ", 0, start):
        return False
    return any(_REST.fullmatch(text, end, sentence.span.end) for end in _ends_of(text, saying))


def _ends_of(text: str, saying: Saying) -> tuple[int, ...]:
    """Where the words that tell who says it may end: behind the verb, or behind whom somebody told."""
    if saying.inverted:
        return (max(saying.sayer.printed.end, saying.verb.end),)
    told = _ADDRESSED.match(text, saying.verb.end) if saying.verb.of(text) in {"told", "tells"} else None
    return (saying.verb.end, told.end()) if told is not None else (saying.verb.end,)


def _follows(text: str, saying: Saying, span: Span) -> bool:
    """True for words after "said that", or that are the object of "estimates" and the like."""
    verb = saying.verb.of(text)
    start = max(saying.verb.end, saying.sayer.printed.end) if saying.inverted else saying.verb.end
    between = text[start : span.start]
    if _ADDING.search(between) is not None:
        return True
    first = min(saying.sayer.printed.start, saying.verb.start)
    if _QUOTE_END.search(text, max(0, first - 3), first) is not None:
        return False  # what this verb tells is the quote before it
    if verb in words("strict", "with_that", "going_on") and _AND_THAT.search(between) is not None:
        return _BOUNDARY.search(between[between.rindex("that") :]) is None
    if _BOUNDARY.search(between):
        return False
    told = _ADDRESSED.match(text, saying.verb.end) if verb in {"told", "tells"} else None
    if told is not None and not saying.inverted and _TOLD_CLAUSE.match(text, told.end(), span.start):
        return not _TALE.search(told[0])
    if verb in words("amounts", "proposing") and (verb.endswith(" it") or not _PLACE.match(between)):
        return not _FINITE.search(between)
    if _PLACE.match(between) and not re.search(r",|\bthat\b", between):
        return False
    return (
        verb in {"that", *words("participles")}
        or verb in {"said", "says", "say"}
        or (verb in words("strict", "with_that", "going_on") and _THAT.search(between) is not None)
        or (verb in words("asking") and _QUESTION.match(between) is not None)
    )


def _parenthetical(text: str, sentence: Sentence, saying: Saying) -> bool:
    """True for "..., she says, ...": the rest of the sentence is hers on both sides."""
    start = min(saying.sayer.printed.start, saying.verb.start)
    beside = any(text.startswith(", ", end) for end in _ends_of(text, saying))
    trails = any(_TRAILS.match(text, end) is not None for end in _ends_of(text, saying))
    if (beside or trails) and _AFTER_COMMA.search(text, sentence.span.start, start) is not None:
        return True
    before = [t.text for t in sentence.tokens if sentence.span_of(t).end <= saying.verb.start][-3:]
    after = [t.text for t in sentence.tokens if sentence.span_of(t).start >= saying.verb.end][:1]
    return after == [","] and "," in before and before[-1] != ","


def _inside_clause(text: str, saying: Saying) -> bool:
    """True for a saying inside a clause about something: "the fund, which SHE SAID held £4m"."""
    return not saying.inverted and text.endswith((", which ", ", who "), 0, saying.sayer.printed.start)


def _as_told(text: str, sentence: Sentence, saying: Saying) -> bool:
    """True for "As X notes, ..." that opens a sentence: all the rest is what X notes."""
    opens = _AS.fullmatch(text, sentence.span.start, saying.sayer.printed.start) is not None
    return opens and _SOON.match(text, saying.verb.end) is not None


def _in_aside(root: Token, *, before: bool) -> bool:
    """True in a clause such as ", which stood at 14": the narrator's, whoever says the rest."""
    return any(before or not _TOLD_ON.match(clause) for clause in _asides(root))


def _asides(root: Token) -> Iterator[str]:
    """The clauses between commas that hold a token, as printed from their first word on."""
    for clause in (t for t in (root, *root.ancestors) if t.dep_ == "relcl"):
        first = clause.left_edge
        if first.i > 0 and first.nbor(-1).text == ",":
            yield first.doc[first.i : first.i + 3].text
