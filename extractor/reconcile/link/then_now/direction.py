"""Which way a thing went, told by a verb alone, beside its level then and now: "Attendance fell. It was 410 in May and 734 in June".

No figure sizes the movement, so only its direction, and the little that "edged" allows, is at stake. The two levels are
the only figures of their unit in the words that follow, the words tell the earlier from the later one, and what
they are levels of is the subject of the verb, or is told by "it", "the figure" or nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from extractor.model import Claim, Comparison, Cue, Mention, Relation, Role, Span, stable_id
from extractor.nouns import kinds
from extractor.reconcile.link.cues.moves import MOVE, direction_of, is_change, untold
from extractor.reconcile.link.cues.times import in_order
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.fits.facts import unit_of
from extractor.reconcile.link.order.compare import PLACES
from extractor.reconcile.link.then_now.groups import are_in_one
from extractor.reconcile.link.then_now.levels import PAYS
from extractor.reconcile.link.then_now.ordered import FIRST, WORDS, by_period, opened
from extractor.reconcile.link.window.levels import is_elsewhere, is_level
from extractor.reconcile.link.window.scope import after, are_nested, one_place, units
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

#: A clause that is a subject and its movement, up to where the levels begin: "Attendance at the fair fell last year".
_CLAUSE = Regex(
    rf"^(?:(?-i:[A-Z][A-Z.’' -]+)(?:,\s[\w.]+)?\s?[:—–-]\s)?[“\"‘]?(?P<subject>(?:[\w’'-]+\s){{1,9}}?)(?P<has>(?:{one_of(WORDS['has'])}\s)*)(?P<move>(?:{one_of(WORDS['small'])}\s)?{MOVE}(?:\s(?:up|down|higher|lower))?)"
    rf"(?P<rest>(?:,?\s(?!{one_of(WORDS['bound'])}\b)[\w’'-]+){{0,9}}?)(?:,?[”\"’]?,?\s[\w’' -]{{3,50}}\s{one_of(WORDS['says'])}(?:\s[\w’'-]+){{0,4}}(?:[.:]|,(?=\swith\b))\s|[.:;—–]\s|\s[—–-]\s|,\s(?={one_of(WORDS['goes_on'])}\b)|,?\s(?=(?:when|as)\s))",
    re.IGNORECASE,
)
_OTHER = any_of(WORDS["other"])
#: How the words from the clause to the first level begin where they go on about its subject.
_GOES_ON = Regex(rf"^[“\"‘]?\s?(?:{one_of(WORDS['on'])}\b|[“\"(]?$)", re.IGNORECASE)
_DATED = Regex(
    r"\b(?:(?:19|20)\d\d|January|February|March|April|June|July|August|September|October|November|December)\b"
)
_LAST, _YEARS = Regex(r"\blast\s(?:year|season|term)\b", re.IGNORECASE), Regex(r"\b(?:19|20)\d\d\b")
_CROWD = any_of(WORDS["crowd"])
#: How words begin behind a verb that moves no number with them.
_FIGURATIVE = Regex(rf"^\s(?:{one_of(WORDS['figurative'])})", re.IGNORECASE)
_ARTICLE = Regex(r"an?|the|this|that|its|their|his|her|our|no|another|such|of|in|for", re.IGNORECASE)
_PARTICLE = Regex(
    r"up|down|higher|lower|more|less|fewer|bigger|smaller|greater|larger|above|below", re.IGNORECASE
)
#: "Attendance is recovering. Some 29 per cent were absent": what is better may be less.
_IS_BETTER = Regex(r"\b(?:improv|recover|worsen|deteriorat|strengthen|weaken)", re.IGNORECASE)
_EACH = Regex(r"^\s(?:an?|per|each)\s[a-z]", re.IGNORECASE)
_NAME = Regex(r"\b(?<!^)[A-Z][a-z][\w’'-]+")
_NO_NAMES = frozenset(WORDS["no_names"])
_APART = Regex(
    r"\b(?:will|next|forecast|expected|before\sthe|of\swhich|of\swhom|normal|typical|usual|ordinary)\b",
    re.IGNORECASE,
)
_PRICES = Regex(r"\b(?:prices?|costs?|fares?|fees?|rents?|tolls?|charges?|bills?|tariffs?)\b", re.IGNORECASE)
#: Families of figures that can be levels.
FAMILIES = "CMUPRID"
#: Letters behind a count within which its noun ends, and letters that make a stem.
NEAR, STEM = 30, 4
#: "Ten years ago": when, and no level.
_WHEN = Regex(r"^\s(?:ago|earlier|later|before|previously)\b", re.IGNORECASE)
#: Where a level is told for: "in the county".
_WHERE = Regex(r"^(?:\s[\w’'-]+)?\s(?:in|on|at|across)\sthe\s(?P<noun>[a-z]{3,})", re.IGNORECASE)
#: Characters from the clause to the second level, and sentences with figures that they may stand in.
REACH, SENTENCES = 260, 2


def directions(story: Story, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each movement without a size whose two levels follow it."""
    known = {frozenset(c.id for c in r.claims()) for r in found if r.kind == "compare"}
    for number, sentence in enumerate(story.sentences):
        for start in _starts(story, number, sentence):
            relation = _at(story, start)
            if relation is not None and frozenset(c.id for c in relation.claims()) not in known:
                yield relation
                break


def _starts(story: Story, number: int, sentence: Span) -> Iterator[int]:
    """Where the clause of a movement may begin: with a sentence with levels, or with one before it without figures."""
    yield sentence.start
    block = story.zones[story.block_number(sentence.start)]
    last = story.sentences[number - 1].end if number else 0
    gap = story.document.text[max(last, block.span.start) : sentence.start]
    stops = [m.end() for m in re.finditer(r"[.!?][”\"]?\s", gap.rstrip())]
    yield max(last, block.span.start) + (stops[-1] if stops else len(gap) - len(gap.lstrip()))


def _at(story: Story, start: int) -> Relation | None:
    """The movement of a clause with the two levels behind it, where the words leave no other choice."""
    text = story.document.text
    clause = _CLAUSE.match(text[start : start + REACH])
    if clause is None or (untold(clause["move"]) and direction_of(clause["move"].split()[-1]) is None):
        return None
    if not _is_verb(clause):
        return None
    levels = _levels(story, start, start + clause.end())
    if (
        levels is None
        or _has_figure(story, clause, start, levels[0])
        or _OTHER.search(clause[0])
        or not _is_of_subject(story, clause, start, levels)
    ):
        return None
    ordered = opened(story, *levels) or in_order(story, *levels) or by_period(*levels)
    if ordered is None or not _is_then(story, clause["rest"], levels):
        return None
    move = Span(start + clause.start("move"), start + clause.end("move"))
    return _relation_of(story, move, Span(start, levels[1].sentence.end), *ordered)


def _levels(story: Story, start: int, end: int) -> tuple[Claim, Claim] | None:
    """The only two levels of one unit that follow a clause in its block; none if the clause has a figure."""
    block = story.zones[story.block_number(start)]
    if block.kind in DISPLAY:
        return None
    behind = story.starting(end, min(block.span.end, end + REACH))
    if not behind:
        return None
    sentences = list(dict.fromkeys(c.sentence for c in behind))[:SENTENCES]
    behind = tuple(c for c in behind if not _WHEN.match(after(story, c, 20)))
    if sum(unit_of(c) == unit_of(behind[0]) for c in behind if c.sentence == sentences[0]) > 1:
        sentences = sentences[:1]  # "They logged 214, against 262 a year ago. Dogs killed nine"
    told = [
        _listed(c, end, story.document.text)
        for c in behind
        if c.sentence in sentences and family(c) in FAMILIES
    ]
    groups = (sorted(g, key=lambda c: c.figure.span) for g in units(told, FAMILIES))
    first = next((g for g in groups if told[0].id == g[0].id), [])
    if len(first) != 2 or first[0].id != behind[0].id or any(is_change(c) for c in told):
        return None
    x, y = first
    plain = all(
        c.stance == "asserted" and (c.figure.value or 0) > 0 and is_level(story, x, c) for c in (x, y)
    )
    if (
        not plain
        or not one_place(x, y)
        or are_nested(story, (x, y))
        or any(is_elsewhere(story, c) for c in (x, y))
    ):
        return None
    return x, y


def _is_verb(clause: re.Match[str]) -> bool:
    """True unless the word of movement is a noun, "the cause was a drop", or a verb that moves no number.

    "Cars made up", "the cost falls hardest on", "rose to the occasion" are of the latter.
    """
    if _FIGURATIVE.match(clause["rest"]):
        return False
    led = f"{clause['subject']}{clause['has'] or ''}".split()
    if led and _ARTICLE.fullmatch(led[-1]):
        return False
    return _PARTICLE.fullmatch(clause["move"]) is None or bool(clause["has"])


def _has_figure(story: Story, clause: re.Match[str], start: int, level: Claim) -> bool:
    """True if the clause has a size, or a figure that could be a level; "seventeen-micron fleece" has none."""
    own = [c for c in story.starting(start, start + clause.end() - 1) if family(c) in "CMUPRTX"]
    return any(
        c.figure.span.start >= start + clause.start("move") or unit_of(c) == unit_of(level) for c in own
    )


#: "The sharpest fall: 318 FEWER": a size after all.
_MORE = Regex(r"\s(?:more|fewer|less|higher|lower|up|down)\b")


def _listed(claim: Claim, end: int, text: str) -> Claim:
    """A level right behind the clause, which the verb made look like the size of the movement: "fell: 410 in May"."""
    beside = claim.figure.span.start - end <= 1 and not _MORE.match(text[claim.figure.span.end :][:20])
    return replace(claim, statistic=None) if beside else claim


def _is_of_subject(story: Story, clause: re.Match[str], start: int, levels: tuple[Claim, Claim]) -> bool:
    """True if both levels are told of the subject, by its noun, by "it" or by leaving it out."""
    subject = content_words(clause["subject"])
    text, opens = story.document.text, start + clause.end()
    led = text[opens : levels[0].figure.span.start]
    between = text[levels[0].figure.span.end : levels[1].figure.span.start]
    where = [m["noun"] for c in levels if (m := _WHERE.match(after(story, c, 40))) is not None]
    if len(set(where)) == 2 and not FIRST.match(after(story, levels[0], 30)):
        return False
    if not subject or _is_elsewhere(clause[0], led, between) or _APART.search(led + between):
        return False
    if _differ(story, *levels) or _are_of_two(*levels):
        return False
    nouns = [noun for c in levels if (noun := _counted(c)) is not None]
    if not all(_is_one(m, subject, clause["subject"]) for m in nouns):
        return False
    if _IS_BETTER.search(clause["move"]) is not None:
        told = f"{led} {between} {after(story, levels[1], NEAR)}"
        return bool(nouns) or _shares(content_words(told), subject)
    paid = PAYS.search(led) is not None and _PRICES.search(clause["subject"]) is not None
    return bool(nouns) or paid or bool(_GOES_ON.match(led)) or _shares(content_words(led), subject)


def _differ(story: Story, x: Claim, y: Claim) -> bool:
    """True for "410 a game in May, and 734 came to the final": one count is told for each, the other is not."""
    each = [family(c) == "R" or _EACH.match(after(story, c, 12)) is not None for c in (x, y)]
    return {family(x), family(y)} <= {"C", "R"} and each[0] != each[1]


def _are_of_two(x: Claim, y: Claim) -> bool:
    """True for shares that are printed as those of two groups: "84% of tenants, compared with 46% of owners"."""
    one, two = _group(x), _group(y)
    return one is not None and two is not None and one != two


def _group(level: Claim) -> str | None:
    """Whose share a level is, where that stands right behind it."""
    whole = level.base
    if family(level) != "P" or whole is None or whole.span is None:
        return None
    return whole.key if 0 < whole.span.end - level.figure.span.end <= NEAR else None


def _counted(level: Claim) -> Mention | None:
    """The noun right behind a count: "410 trains"; a sum or a share has none, whatever it is of."""
    noun = level.measure
    if family(level) != "C" or noun is None or noun.span is None:
        return None
    return noun if 0 < noun.span.end - level.figure.span.end <= NEAR else None


def _is_one(noun: Mention, subject: AbstractSet[str], words: str) -> bool:
    if _shares(content_words(noun.text), subject) or are_in_one(words, noun.text):
        return True
    return _CROWD.search(words) is not None and (
        "person" in kinds(noun.key) or noun.key.endswith(("er", "or"))
    )


def _shares(words: AbstractSet[str], subject: AbstractSet[str]) -> bool:
    """True if a word of either is one of the other, or begins it: the "wait" of "waiting times"."""
    return any(
        x.startswith(y) or y.startswith(x) for x in words for y in subject if min(len(x), len(y)) >= STEM
    )


def _is_elsewhere(clause: str, led: str, between: str) -> bool:
    """True if the words of the levels name another place than the movement, or the second another than the first."""
    ours, first, second = (set(_NAME.findall(words)) - _NO_NAMES for words in (clause[1:], led, between))
    return bool(ours and first - ours) or bool(second - ours - first)


def _is_then(story: Story, rest: str, levels: tuple[Claim, Claim]) -> bool:
    """True unless the clause names a month or year of its own that neither level is told for.

    Whether "last year" comes after a year that is named depends on when the story was printed.
    """
    dates = {m[0] for m in _DATED.finditer(rest)}
    told = " ".join(story.sentence(c) for c in levels)
    relative = _LAST.search(told) or _LAST.search(rest)
    return all(date in told for date in dates) and not (relative and _YEARS.search(told))


def _relation_of(story: Story, move: Span, extent: Span, old: Claim, new: Claim) -> Relation | None:
    if PLACES.search(story.words(extent)):
        return None
    words = story.words(move)
    way = direction_of(words.split()[-1]) or direction_of(words)
    small = re.match(rf"{one_of(WORDS['small'])}\b", words, re.IGNORECASE) is not None
    comparison = Comparison(
        stable_id("k", story.document.id, move.start, move.end),
        story.document.id,
        move,
        words,
        new.sentence,
        "higher" if way == "rose" else "lower",
        degree="edged" if small else None,
        block=new.block,
        stance=new.stance,
        speaker=new.speaker,
    )
    roles = (Role("stated", comparison), Role("subject", new), Role("reference", old))
    return Relation("compare", roles, Cue(story.document.id, extent, story.words(extent)), "contextual")


__all__ = ["directions"]
