"""A rate whose whole stands in a sentence before, and whose part is told with it or right after it.

"Inspectors went into 40 shops. Eleven sold them a vape, a failure rate of 27.5 per cent": the part
leaves its noun out or says "of them", so that it is counted from what was told before. "Of 1,266
guests 58 per cent said yes. That is 734 people": the second sentence says the rate again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.window.counted import is_counted_of, is_some, names_itself, of_their_noun
from extractor.reconcile.link.window.named_whole import named_whole
from extractor.reconcile.link.window.no_share import (
    NO_SHARE,
    OF_THOSE_WHO,
    REST,
    SINCE,
    is_other,
    is_ruled_out,
)
from extractor.reconcile.link.window.scope import Window, after, before, one_place, windows
from extractor.reconcile.link.window.share import (
    has_other_whole,
    of_base,
    partitive,
    says_rate,
    set_against,
)
from extractor.reconcile.link.window.taken import TAKEN
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of

_WORDS = table("windows")["worked"]
#: Sentences before and after the rate's: the part stands in it or beside it, the whole up to two sentences before.
_REACH = ((0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1))
_HEDGE = rf"(?:(?:{'|'.join(_WORDS['hedge'])})\s)*"
_RATE = rf"(?:an?|the|its)\s(?:[\w’'-]+\s){{0,3}}?(?:{'|'.join(_WORDS['rate'])})\sof\s"
#: Before a share that is told as one: "a loss rate of" is no loss.
_NAMED = Regex(rf"\b{_RATE}{_HEDGE}$", re.IGNORECASE)
#: Words by which a part is told to come to a rate.
_MAKES = rf"(?:(?:{'|'.join(_WORDS['adverb'])})\s)?(?:{'|'.join(_WORDS['makes'])})"
#: From a part to the rate that ends its clause: "sold her a vape without asking for proof of age, a failure rate of",
#: "brought in €103m and now accounts for".
_ENDS = Regex(
    rf"^(?P<told>[^,.;:()–—]{{0,90}})(?:(?:,|\s[–—-]|\s\()\s?(?:or\s|(?:(?:which|that)\s)?{_MAKES}\s)?"
    rf"|,?\s(?:or|(?:and|which|that)\s{_MAKES}|{_MAKES})\s)(?:{_RATE})?{_HEDGE}$",
    re.IGNORECASE,
)
#: "Had given up, according to the trade body, which puts the drop-out rate at".
_PUTS = Regex(
    rf"^[^;()]{{0,140}}\b(?:{'|'.join(_WORDS['puts'])})\s(?:[\w’'-]+\s){{0,3}}?(?:an?|the|its|their)\s(?:[\w-]+\s){{0,2}}?"
    rf"(?:{'|'.join(_WORDS['rate'])})\s(?:of|at)\s{_HEDGE}$",
    re.IGNORECASE,
)
#: "It remains well below that of 2019, when there were 58,310": what a whole is compared with.
_BESIDE = Regex(
    r"\b(?:than|against|below|above|compared|up\s(?:on|from)|down\s(?:on|from))\b[^.;]*$", re.IGNORECASE
)
#: From a rate to the part that says it again, and what closes it.
_THAT_IS = Regex(
    rf"^(?:\sof\s(?:(?:them|these|those|whom|which)|(?:the|its|their|those|these|his|her|our|all)"
    r"(?:\s(?!(?:that|who|which|where|whose|with|in|from|at|on|aged|under|over)\b)[\w’'-]+){1,5}))?"
    rf"(?:,\s(?:or\s)?|\s\(|\s[–—]\s){_HEDGE}$",
    re.IGNORECASE,
)
_CLOSED = Regex(r"^(?:\s[\w’'-]+)?[,)]")
#: Another subject or another time before the comma.
_TURNS = any_of(_WORDS["turns"])
#: Behind the rate its clause is over, or it is of what was counted.
_OVER = Regex(
    rf"^(?:\s?[,.;)–—]|$|\s(?:and|but)\b|\sof\s{TAKEN}|\s(?:the|its|their|his|her|our)\s[\w’'-]+(?=[,.;)]|$)"
    rf"|\sof\s(?:(?:them|those|these|all|it|(?:[\w-]+\s)?(?:{'|'.join(_WORDS['of_all'])})"
    rf"|the\s(?:total|whole|lot)|(?:the|its|their|all)\s[\w’'-]+)(?=[,.;)]|$|\s(?:and|but)\b)|all\b))"
    rf"(?!,?\s(?:{'|'.join(_WORDS['compared'])})\b[^,;.]{{0,40}}?(?:\d|\b(?:half|third|quarter|years?|last|before|average|previous|earlier|average)\b))",
    re.IGNORECASE,
)
_AGAINST = Regex(
    rf"\b(?:compared\s(?:with|to)|against|than|from|versus|up\son|down\son|plus|another)\s{_HEDGE}$",
    re.IGNORECASE,
)
#: "For every 1,000 vehicles that crossed, 37 did not pay".
_EVERY = Regex(r"\b(?:for|of|out\sof|in)\s(?:each|every)\s$", re.IGNORECASE)
#: "In 2019 it was 668,000": what the whole was at another time is no part of it.
_THEN = Regex(
    rf"^[“\"‘]?[^;:.]{{0,40}}?\b(?:{'|'.join(table('windows')['twice']['earlier'])})\b", re.IGNORECASE
)
#: Before a part that says the rate of the sentence before again: "That is 734 people".
_MEANS = Regex(rf"^[“\"‘]?(?:{'|'.join(_WORDS['means'])})\s{_HEDGE}$", re.IGNORECASE)
#: Behind a number that is no part: "that is 40 more than", "300 short of".
_SET_APART = Regex(rf"^\s(?:[\w’'-]+\s)?(?:{'|'.join(_WORDS['apart'])})\b", re.IGNORECASE)


def worked(story: Story, open_ones: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each share that nothing explains, whose part and whole are told so."""
    for rate in open_ones:
        if _is_share(story, rate):
            relation = next(
                (r for w in windows(story, rate, _REACH) if (r := _in(story, w)) is not None), None
            )
            if relation is None:
                named = _of_named(story, rate)
                # A whole told far off bears a share out and questions none: on unseen stories too few were slips.
                relation = None if named is None else replace(named, strength="numeric")
            if relation is not None:
                yield relation


def _of_named(story: Story, rate: Claim) -> Relation | None:
    """The rate of the only count of what the part is of, some paragraphs before: "63 of the apprentices ... 44 per cent"."""
    window = next(windows(story, rate, ((1, 1),)), None) or next(windows(story, rate, ((1, 0), (0, 0))), None)
    parts = [c for c in window.claims if _may_be_part(story, rate, c)] if window is not None else []
    whole = named_whole(story, rate, parts[0]) if len(parts) == 1 else None
    if window is None or whole is None or not _are_tied(story, rate, parts[0], whole):
        return None
    return _relation(story, rate, parts[0], whole)


def _relation(story: Story, rate: Claim, part: Claim, whole: Claim) -> Relation:
    """The share; stated where the words at the part say what it is of, or the rate's sentence says it again."""
    cases = part.measure is not None and part.measure.key in _WORDS["cases"]
    told = is_some(story, part) or cases or part.sentence != rate.sentence
    roles = (Role("rate", rate), Role("part", part), Role("whole", whole))
    span = Span(min(c.sentence.start for c in (rate, part, whole)), max(c.sentence.end for c in (rate, part)))
    cue = Cue(story.document.id, span, story.words(span))
    return Relation("share", roles, cue, "stated" if told else "contextual")


def _may_be_part(story: Story, rate: Claim, part: Claim) -> bool:
    """True for an amount that the rate says again; "dropped 391 of the cases" is told as some of them, no fall."""
    plain = not is_change(part) or is_some(story, part)
    return family(part) in "CMU" and plain and _tells(story, rate, part)


def _is_share(story: Story, rate: Claim) -> bool:
    named = _NAMED.search(before(story, rate)) is not None
    if family(rate) != "P" or rate.block in DISPLAY or (not named and (is_change(rate) or rate.direction)):
        return False
    if is_other(story, rate) or OF_THOSE_WHO.match(after(story, rate)):
        return False
    return not (NO_SHARE.search(before(story, rate, 20)) or SINCE.match(after(story, rate)))


def _in(story: Story, window: Window) -> Relation | None:
    """The rate with the one part of a window that is told with it, and the one larger amount before that."""
    rate = window.target
    parts = [c for c in window.claims if _may_be_part(story, rate, c)]
    if len(parts) != 1:
        return None
    part = parts[0]
    whole = _whole(story, window, part)
    if whole is None or not _are_tied(story, rate, part, whole):
        return None
    return _relation(story, rate, part, whole) if is_counted_of(story, rate, part, whole) else None


def _tells(story: Story, rate: Claim, part: Claim) -> bool:
    """True if a rate says a part again, at the end of its clause or in a sentence of its own, or is said again by it."""
    if part.sentence == rate.sentence:
        if rate.figure.span < part.figure.span:
            return _is_apposed(story, rate, part)
        return _ends_clause(story, rate, part)
    if part.sentence < rate.sentence:
        if any(c.figure.span < rate.figure.span for c in story.in_sentence(rate.sentence)):
            return False  # "They took in 93 of them, or 37.5 per cent" says its own part again
        return says_rate(story, rate, part) and _OVER.match(after(story, rate)) is not None
    lead = story.lead(part)
    figures = [c for c in story.in_sentence(rate.sentence) if c.figure.span > rate.figure.span]
    return not figures and bool(_MEANS.match(lead)) and not _SET_APART.match(after(story, part))


def _is_apposed(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "Over half of the children they saw, 618, had"."""
    between = story.between(rate, part)
    return _THAT_IS.match(between) is not None and _CLOSED.match(after(story, part)) is not None


def _ends_clause(story: Story, rate: Claim, part: Claim) -> bool:
    between = Span(part.figure.span.end, rate.figure.span.start)
    words = story.words(between)
    if any(between.contains(c.figure.span) for c in story.in_sentence(rate.sentence)):
        return False
    ends = _ENDS.match(words)
    if not _PUTS.match(words) and (ends is None or _TURNS.search(ends["told"])):
        return False
    return _OVER.match(after(story, rate)) is not None


def _whole(story: Story, window: Window, part: Claim) -> Claim | None:
    """The only amount of the part's unit in the window that is larger, if it stands before the part."""
    unit = part.figure.amount.unit if family(part) != "C" else ""
    first = max(0, story.number_of(min(part, window.target, key=lambda c: c.figure.span)) - 2)
    told = (c for s in story.sentences[first : story.number_of(part) + 1] for c in story.in_sentence(s))
    alike = [c for c in (*told, *window.claims) if family(c) == family(part) and c is not part]
    alike = [c for c in alike if c.block not in DISPLAY and (not is_change(c) or names_itself(c))]
    alike = [c for c in alike if family(c) == "C" or c.figure.amount.unit == unit]
    larger = [c for c in alike if not surely_less(c.figure.amount, part.figure.amount)]
    if len({c.figure.amount for c in larger}) > 1:
        larger = of_their_noun(window.target, part, larger)
    if len({c.figure.amount for c in larger}) != 1:
        return None
    whole = max(larger, key=lambda c: c.figure.span)
    plain = whole.figure.span < part.figure.span and surely_less(part.figure.amount, whole.figure.amount)
    return whole if plain and whole in window.claims else None


def _are_tied(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    if not one_place(part, whole) or not of_base(rate, part, whole) or has_other_whole(story, rate, whole):
        return False
    if "mean" in (rate.statistic, part.statistic, whole.statistic) or _is_set_against(story, part, whole):
        return False
    if REST.search(before(story, part, 30)) or _is_of_then(story, part, whole):
        return False
    if whole.sentence != part.sentence and _BESIDE.search(before(story, whole)):
        return False
    every = _EVERY.search(before(story, whole, 20)) is not None
    if part.sentence == whole.sentence and not (every or partitive(story, part, whole)):
        return False
    if _is_bare(story, rate, part) and len(_counts_beside(story, whole)) > 1:
        return False
    return part.sentence > rate.sentence or not is_ruled_out(story, rate, part, whole)


def _is_bare(story: Story, rate: Claim, part: Claim) -> bool:
    """True for "Almost half, 640, are under six": nothing says of what."""
    if part.sentence != rate.sentence or not rate.figure.span < part.figure.span:
        return False
    return not story.between(rate, part).startswith(" of ")


def _counts_beside(story: Story, whole: Claim) -> list[Claim]:
    """A count and all others of its sentence: "604 are girls and 714 boys" tell no whole."""
    return [c for c in story.in_sentence(whole.sentence) if family(c) == family(whole)]


def _is_of_then(story: Story, part: Claim, whole: Claim) -> bool:
    """True for a part that opens with an earlier time, unless the whole is of that time too."""
    told = [c.period for c in (part, whole) if c.period is not None and c.period.found != "document"]
    one_time = len(told) == 2 and told[0].key == told[1].key and told[1].found in ("here", "sentence")
    then = _THEN.match(story.lead(part))
    return then is not None and not one_time


def _is_set_against(story: Story, part: Claim, whole: Claim) -> bool:
    """True if the words between two counts of one sentence, or right before the second of two, compare them."""
    if part.sentence == whole.sentence:
        return set_against(story, part, whole)
    return _AGAINST.search(before(story, part, 30)) is not None
