"""The share that a part has of its whole, told by each story in its own way: "levies make up a fifth of bills".

Shares of one part and one whole that do not meet cannot both be so. Parts and wholes are read from the words
around a figure; one word that picks out another part, or another whole, leaves nothing to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from extractor.amount import meet
from extractor.lexicon import table
from extractor.model import Amount, Claim, Cue, Relation, Role
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.stems import stems
from extractor.reconcile.link.retold.apart import apart, one_sided, sets_apart
from extractor.reconcile.link.retold.elsewhere import one_place
from extractor.reconcile.link.retold.narrower import is_narrower
from extractor.reconcile.named import names_of, of_others
from extractor.reconcile.siblings.periods import may_be_one_time
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

#: Where a noun ends and what is said of it begins.
_BESIDE = Regex(r"\s(?:of|in|on|at|for|from|with|to|by|under)\s")
#: Words that open a clause, so that what stands behind them is its subject.
_OPENS = Regex(r"[,;:–—]|\b(?:that|which|who|says?|said|finds?|found|but|while|because|where|so)\b")
#: Two parts told together.
_AND = Regex(r"\band\b|&")

_FOR_A_NOUN = frozenset(
    ["that", "this", "it", "they", "these", "those", "which", "he", "she", "we", "you", "i", "there"]
)


@dataclass(frozen=True, slots=True)
class Portion:
    """A part and its whole as a sentence names them, and whether the share is of the whole or on top of the rest."""

    part: str
    whole: str
    added: bool


def portions(a: Story, b: Story) -> Iterator[Relation]:
    """Two shares of one part of one whole that do not meet."""
    for x in a.claims:
        told = [y for y in b.claims if _is_of_one(a, x, b, y)]
        if len({y.figure.amount for y in told}) != 1 or _meet(a, x, b, told[0]):
            continue
        y = told[0]
        alone = len({c.figure.amount for c in a.claims if _is_of_one(a, c, b, y)}) == 1
        if alone and not _prints(a, y) and not _prints(b, x) and _is_fair(a, x, b, y):
            cue = Cue(x.document, x.figure.span, x.figure.text)
            yield Relation("same", (Role("stated", x), Role("from", y)), cue, "stated")


def of_other_parts(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True for shares of two parts, or of two wholes: "interest eats up", "dividends eat up"."""
    ours, theirs = a.once(portion, x), b.once(portion, y)
    if ours is None or theirs is None:
        return False
    told = [_AND.search(p.part) is not None for p in (ours, theirs)]
    disjoint = not stems(ours.part) & stems(theirs.part)
    return disjoint or told[0] != told[1] or not _is_one_noun(a, ours.whole, b, theirs.whole)


def _is_of_one(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    ours, theirs = a.once(portion, x), b.once(portion, y)
    return ours is not None and theirs is not None and _are_one(a, ours, b, theirs)


def _are_one(a: Story, ours: Portion, b: Story, theirs: Portion) -> bool:
    return _is_one_noun(a, ours.part, b, theirs.part) and _is_one_noun(a, ours.whole, b, theirs.whole)


def _meet(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    return meet(_of_whole(a, x), _of_whole(b, y))


def _of_whole(story: Story, claim: Claim) -> Amount:
    """A share as one of the whole: what adds a quarter to a bill is a fifth of it."""
    told, amount = story.once(portion, claim), claim.figure.amount
    if told is None or not told.added:
        return amount
    low, high = (
        None if end is None else Fraction(end) * 100 / (100 + end) for end in (amount.low, amount.high)
    )
    return Amount(low, high, amount.unit, amount.low_open, amount.high_open)


def _is_fair(a: Story, x: Claim, b: Story, y: Claim) -> bool:
    """True if nothing sets the two apart: time, place, stance, names, or words that pick out others."""
    if x.negated != y.negated or x.stance != "asserted" or y.stance != "asserted":
        return False
    if not may_be_one_time(x.period, y.period) or not one_place(x, y) or of_others(a, x, b, y):
        return False
    return apart(a, x, b, y) is None and not one_sided(a, x, b, y) and not is_narrower(a, x, b, y)


def _prints(story: Story, claim: Claim) -> bool:
    """True if a story has a share that agrees, and does not say that it is of something else."""
    shares = (c for c in story.claims if family(c) == "P" and not is_change(c) and not sets_apart(story, c))
    return any(meet(claim.figure.amount, c.figure.amount) and c.figure.amount.low for c in shares)


def portion(story: Story, claim: Claim) -> Portion | None:
    """What part of what whole a share is by the words around it; None where they do not say so plainly."""
    if family(claim) != "P" or is_change(claim):
        return None
    text, span = story.document.text, claim.figure.span
    before, after = text[claim.sentence.start : span.start], text[span.end : claim.sentence.end]
    clause = _OPENS.split(before)[-1]
    for opening, closing in _ways():
        left, right = opening.search(clause), closing.match(after)
        if left is not None and right is not None:
            found = {**left.groupdict(), **right.groupdict()}
            part, whole = _bare(found["part"]), _bare(found["whole"])
            return None if part.split()[-1] in _FOR_A_NOUN else Portion(part, whole, bool(found.get("to")))
    return None


def _bare(noun: str) -> str:
    return noun.strip(" “”\"'‘’").lower()


@cache
def _ways() -> tuple[tuple[Regex, Regex], ...]:
    """The ways to tell a portion: what stands before the figure, and what behind it."""
    rule = table("siblings")["portion"]
    verbs, gives, gets = ("|".join(rule[name]) for name in ("verbs", "goes", "gets"))
    noun = r"(?P<{}>(?:[\w’'-]+\s){{0,8}}?[\w’'-]+)"
    part, whole = noun.format("part"), noun.format("whole")
    adverb = r"(?:\s(?:now|already|still|currently|alone|together|then|typically|usually))?"
    end = rf"(?=\s*(?:[,.;:–—?!)“”]|$)|\s(?:{'|'.join(rule['ends'])})\b)"
    return (
        (
            Regex(rf"(?:^|\s){part}{adverb}\s(?:{verbs})\s$"),
            Regex(rf"\s(?:of|(?P<to>to)|on)\s{whole}{end}"),
        ),
        (Regex(rf"\bputs?\s(?:the\s)?{part}\sat\s$"), Regex(rf"\sof\s{whole}{end}")),
        (
            Regex(r"^\W*(?:(?:about|some|nearly)\s)?$", re.I),
            Regex(rf"\sof\s{whole}\s(?:{gives})\s{part}{end}"),
        ),
        (
            Regex(rf"(?:^|\s){whole}\s(?:{gets})\s$"),
            Regex(rf"\sof\s(?:its|their|his|her)\s\w+\sfrom\s{part}{end}"),
        ),
    )


def _is_one_noun(a: Story, x: str, b: Story, y: str) -> bool:
    """True if two names are of one thing: the same noun, and no word beside it that picks out another."""
    if (_AND.search(x) is None) != (_AND.search(y) is None):
        return False
    (mine, before, behind), (other, front, back) = _parted(x), _parted(y)
    if not stems(mine) & stems(other):
        return False
    plain = _plain() | stems(" ".join(names_of(a.document.text) & names_of(b.document.text)))
    if stems(x) - plain == stems(y) - plain:
        return True
    if behind - plain != back - plain:
        return False
    ours, theirs = _beyond(before, front), _beyond(front, before)
    if ours and theirs:
        return False
    return all(_is_known(w, b) for w in ours) and all(_is_known(w, a) for w in theirs)


def _parted(noun: str) -> tuple[str, frozenset[str], frozenset[str]]:
    """The noun itself, the words before it, and those behind it: "household energy BILLS in the north"."""
    told = _BESIDE.split(noun, maxsplit=1)
    *front, head = told[0].split() or [""]
    if front and stems(front[-1]) and head in table("siblings")["portion"]["paid"]:
        head = front.pop()
    return (
        head,
        frozenset(re.sub(r"[’']s?$", "", w) for w in front),
        stems(told[1]) if len(told) > 1 else frozenset(),
    )


def _beyond(words: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The words of one name that the other lacks, but for those that pick nothing out."""
    known = stems(" ".join(others)) | _plain()
    rows = [set(row) for row in table("siblings")["portion"]["like"]]
    return frozenset(
        w for w in words if stems(w) - known and not any(w in row and row & others for row in rows)
    )


def _is_known(word: str, story: Story) -> bool:
    """True if a story that does not say a word here speaks of it, and never as of one among others."""
    text = story.document.text
    alike = [w for row in table("siblings")["portion"]["like"] if word in row for w in row]
    one = "|".join(map(re.escape, alike or [word]))
    one = rf"(?:{one})"
    if re.search(rf"\b{one}\b", text, re.I) is None:
        return word.title() in names_of(text)
    among = (
        rf"\b{one}\s(?:and|or|part|side|half|portion|alone|only)\b|\b(?:and|or|than|not)\s(?:the\s)?{one}\b"
    )
    return re.search(among, text, re.I) is None and word not in _parting()


@cache
def _plain() -> frozenset[str]:
    rule = table("siblings")
    return stems(" ".join([*rule["plain"], *rule["portion"]["owners"]]))


@cache
def _parting() -> frozenset[str]:
    """Words that part a whole, whatever it is of."""
    pairs = table("siblings")["opposite"]["whole"]
    return frozenset(w for pair in pairs for side in pair for w in side.split("|"))


__all__ = ["of_other_parts", "portion", "portions"]
