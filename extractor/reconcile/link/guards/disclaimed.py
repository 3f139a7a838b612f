"""Figures of others that a text itself tells apart: "Marlow boasts 51 per cent, but it counts the informal ones as well".

Reporters set a figure of another body, place or time beside their own and say in the same breath what it leaves
out, takes in or is really of. The words name one figure; the one that it stands beside is the story's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Claim, Cue, Mention, Period
from extractor.nouns import may_be_one
from extractor.reconcile.caveat import Caveat, caveat_on
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.named import names_of
from extractor.reconcile.story import DISPLAY, Story, alike, family
from extractor.regexes import Regex

_FIGURE = r"(?:figure|number|count|total|tally|rate|share|sum|estimate|survey|poll|list|register|tables?|return|audit|study|review|trial|team|definition|measure|series)"
#: What stands for the figure or for those who gave it.
_SUBJECT = (
    rf"(?:it|they|that|this|those|these|he|she|(?:that|this|the|its|their|his|her)\s(?:[\w’'-]+\s)?{_FIGURE}s?"
    rf"|[A-Z][\w’'-]+[’']s\s(?:own\s)?{_FIGURE}s?|(?:the|its|their)\s[\w’'-]+\s(?:there|here))"
)
_ADVERB = r"(?:(?:also|only|merely|just|really|in\sfact|rather|simply|both|all)\s)?"
#: What a figure takes in or leaves out.
_TAKES = (
    r"(?:counts?|counted|includ(?:es?|ed)|exclud(?:es?|ed)|omit(?:s|ted)?|ignor(?:es?|ed)|covers?|covered"
    r"|(?:leaves?|left)\s(?:\w+\s)?(?:out|aside)|(?:takes?|took)\s(?:\w+\s)?in|lumps?\s(?:in|together)"
    r"|(?:looks?|looked)\s(?:only\s)?at|(?:add|throw)s?\sin|bas(?:es?|ed)\s(?:it|that|this|them|its\s\w+)\son|(?:adds?|added)\s(?:on|up))"
)
#: What a figure is of: weaker words, which want a contrast in front of them or behind.
_IS_OF = (
    r"(?:(?:is|are|was|were)\s(?:also\s|only\s|all\s)?(?:for|of|from|based\son|drawn\sfrom|taken\sfrom|quoted|told|measured|worked\sout|reckoned|calculated|struck)"
    r"|(?:refers?|referred|relates?|related|applies|applied)\s(?:only\s)?to|measur(?:es?|ed)|(?:runs?|ran|goes|went)\s(?:from|to|back)"
    r"|(?:is|are|was|were)\s(?:looking|asking|counting|measuring|working|talking)|(?:comes?|came)\sfrom)"
)
_WHAT = r"what\s(?:it|they|he|she)\s\w+\s(?:is|was|were)\b"
_ASIDE = r"(?:,\s(?:though|however),?)?\s"
_CONTRAST = r"(?:but|and(?=\s(?:it|they)\s(?:leaves?\sout|excludes?|omits?|ignores?))|though|although|however|yet|only|albeit|except\sthat|whereas|while)"
#: In the sentence of the figure: "..., but it leaves out those owned by men".
_TURN = Regex(
    rf"[,;:–—]\s{_CONTRAST},?\s(?:[^,;]{{1,30}},\s)?(?:{_ADVERB}{_TAKES}|only\s(?:for|among)|{_SUBJECT}\s{_ADVERB}(?:{_TAKES}|{_IS_OF}|(?:did|does|do)\sso)\b|{_WHAT})(?P<rest>[^;]*)",
    re.IGNORECASE,
)
#: In the next sentence: "It was looking at adults, though", "That is for the whole metro".
_NEXT = Regex(
    rf"^[“\"‘]?(?:{_CONTRAST},?\s)?(?:{_SUBJECT}{_ASIDE}{_ADVERB}(?:{_TAKES}|{_IS_OF})\b|{_WHAT})(?P<rest>[^;]*)",
    re.IGNORECASE,
)
_NEXT_CONTRAST = Regex(
    rf"^[“\"‘]?{_CONTRAST}\b|,\s(?:though|however)\b|\b(?:as\swell|too|alone|only|also|instead|rather\sthan|and\snot|not\sjust|not\sfor|not\sof)\b"
    r"|\b(?:whole|entire|all)\sof\b|\b(?:the\s(?:whole|entire)|(?:every|all)\s(?:the\s)?[\w’'-]+s?\s(?:in|across|of))\b|\b(?:leav|left|exclud|omit|ignor)",
    re.IGNORECASE,
)
_SENTENCE = Regex(r"[\s”\"’]{0,3}([^.!?\n]{1,300})")
#: Who takes in a crowd or a view is no figure: "but they counted on a draw".
_NOT_OF_FIGURES = Regex(
    r"^\s(?:on|for\s(?:little|nothing|much)|him|her|them|us|me|a\sdraw|for\sit)\b", re.IGNORECASE
)
#: What sets a claim against a yardstick or a time of its own is no figure of another.
_YARDSTICK = Regex(r"\b(?:than|from|with)\s(?:the\s)?$", re.IGNORECASE)
#: What parts two figures of one sentence: "counts 112 mills; the federation's list has 87".
_OWN_CLAUSE = Regex(r";|,\s(?:and|but|while|whereas)\b")
#: Who has a figure: "the chamber of trade has", "organisers claimed", "in the academies it was".
_HOLDER = Regex(
    r"^((?:[\w’'-]+\s){1,5}?)(?:(?:is|are|was|were)\s(?:said|thought|reported|believed)\sto\shave\b|(?:it|this|that)\s(?:is|was)\b"
    r"|(?:has|had|have|says?|said|claims?|claimed|reports?|reported|finds?|found|speaks?\sof|spoke\sof|boasts?|boasted|quotes?|quoted|counts?|counted"
    r"|puts?|lists?|listed|records?|recorded|takes|took|carried|logs|logged|estimates?|estimated|reckons?|reckoned|gives?|gave|points?\sto|pointed\sto"
    r"|uses?|used|prints?|printed|publishes|published|sells|sold|fines|fined|draws?|drew|gets?|got|makes?\sit|made\sit)\b)",
    re.IGNORECASE,
)
_EVEN = "CPMU"
#: The likeness that two figures need, and that two shares need.
ENOUGH = (3, 1)


def disclaimed(story: Story) -> Iterator[Caveat]:
    """One caveat for each figure that the words behind it set apart, beside the story's figure most like it."""
    for claim in story.claims:
        words = _disclaimer(story, claim) if _may_be(story, claim) else None
        other = likest(story, claim) if words is not None else None
        if words is not None and other is not None:
            cue = Cue(story.document.id, None, words)
            yield caveat_on(claim, other, cue, "definition", f"The text itself says so: “{words}”.")


def _may_be(story: Story, claim: Claim) -> bool:
    if family(claim) not in _EVEN or is_change(claim) or claim.block in DISPLAY:
        return False
    return _YARDSTICK.search(before(story, claim)) is None


def _disclaimer(story: Story, claim: Claim) -> str | None:
    """The words behind a figure that say what it takes in, leaves out or is of; None if it is not the last before them."""
    text, end = story.document.text, claim.figure.span.end
    found = _TURN.search(text, end, claim.sentence.end)
    if found is not None and not _NOT_OF_FIGURES.match(found["rest"]):
        return _told(found[0]) if _is_last(story, claim, found.start()) else None
    words = _next(story, claim)
    found = _NEXT.match(words)
    if found is None or not _NEXT_CONTRAST.search(words) or _NOT_OF_FIGURES.match(found["rest"]):
        return None
    return _told(words) if _is_last(story, claim, claim.sentence.end) else None


def _next(story: Story, claim: Claim) -> str:
    """The words of the sentence behind that of a claim, in its block."""
    block = story.zones[story.block_number(claim.figure.span.start)]
    found = _SENTENCE.match(story.document.text, claim.sentence.end, block.span.end)
    return "" if found is None else found[1]


def _is_last(story: Story, claim: Claim, end: int) -> bool:
    """True if no other figure stands between a figure and what is said of it."""
    return not any(family(c) in _EVEN for c in story.starting(claim.figure.span.end, end))


def _told(words: str) -> str:
    return words.strip(' ,;:–—“”"‘’').rstrip(".")


def likest(story: Story, claim: Claim) -> Claim | None:
    """The figure that one would be held against: of its sort, told elsewhere, and the most alike of the same paragraph.

    One word that both sentences have makes two shares alike, and a noun or three words other figures. Failing that, the
    only figure of its sort will do, or the first share, if the sentence names whose the other one is.
    """
    told = [c for c in story.claims if _of_one_sort(story, claim, c) and _is_of_another(story, claim, c)]
    alike_ones = [c for c in told if _likeness(story, claim, c) >= ENOUGH[family(claim) == "P"]]
    if alike_ones:
        return max(
            alike_ones, key=lambda c: (not story.paragraphs_apart(c, claim), _likeness(story, claim, c))
        )
    only = len(told) == 1 and (family(claim) != "M" or _likeness(story, claim, told[0]) > 0)
    return told[0] if told and (only or family(claim) == "P") else None


def _is_of_another(story: Story, claim: Claim, other: Claim) -> bool:
    """True if the words up to a figure name a body, a place or a time that the sentence of the other has not."""
    lead = story.lead(claim)
    if names_of(lead) - names_of(story.sentence(other)):
        return True
    start = lead.rfind(";") + 1
    holder = _HOLDER.match(lead[start:].lstrip('“"‘ '))
    told = lead[:start] if other.sentence == claim.sentence else story.sentence(other)
    if holder is not None and content_words(holder[1]) - content_words(told):
        return True
    pairs = ((claim.source, other.source), (claim.place, other.place), (claim.period, other.period))
    return any(_told_here(x) and (y is None or x.key != y.key) for x, y in pairs if x is not None)


def _told_here(slot: Mention | Period) -> bool:
    return slot.found in ("here", "sentence")


def _of_one_sort(story: Story, claim: Claim, other: Claim) -> bool:
    if other is claim or other.block in DISPLAY or family(other) != family(claim) or not alike(claim, other):
        return False
    if is_change(other) or _YARDSTICK.search(before(story, other)):
        return False
    if other.sentence == claim.sentence and not _OWN_CLAUSE.search(story.between(other, claim)):
        return False
    return other.figure.span < claim.figure.span and other.figure.value != claim.figure.value


def _likeness(story: Story, claim: Claim, other: Claim) -> int:
    """How much two figures are of one thing by their noun and by the words of their sentences."""
    x, y = claim.measure, other.measure
    noun = x is not None and y is not None and may_be_one(x.key, y.key)
    shared = content_words(story.sentence(claim)) & content_words(story.sentence(other))
    return 3 * noun + len(shared)


__all__ = ["disclaimed", "likest"]
