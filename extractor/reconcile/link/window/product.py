"""A total beside so much for each of so many: "each of the 340 families will get £1,500, £510,000 in all".

The words tell the total as one ("in all", "at a cost of", "that comes to") or take up again what was
told ("the payments of"); it is the only other amount of its unit in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import surely_less
from extractor.lexicon import table
from extractor.model import Claim, Cue, Relation, Role, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.phrases import Marked
from extractor.reconcile.link.window.apiece import Pair, is_counted, pairs
from extractor.reconcile.link.window.mean import totals_of, unit_of
from extractor.reconcile.link.window.scope import GAP, STOP, after, before, stems
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("windows")["product"]


_FEW = r"(?:[\w’'-]+\s){0,5}?"
#: The same, without what makes the figure an end that something gets to, or a part.
_WHOM = rf"(?:(?!{one_of(_WORDS['not_whom'])}\b)[\w’'-]+\s){{0,5}}?"
_MARK = r"(?:,|\s[–—-]|:|;|\s\()\s?"
#: From the pair to its total in one sentence: ", at a cost to the state of ", " – ".
_MAKES = Regex(
    rf"^(?P<rest>[^,.;:()–—]{{0,60}}?){_MARK}(?:(?:or|and|which|that\sis|i\.e\.)\s)?{one_of(_WORDS['makes'])}\s{_WHOM}$",
    re.IGNORECASE,
)
_APPOSED = Regex(
    rf"^(?P<rest>[^,.;:()–—]{{0,60}}?){_MARK}(?:(?:or|for|that\sis|which\sis|making|about|some|nearly)\s)*$",
    re.IGNORECASE,
)
#: "The 340 families will get £1,500 each at a cost of £510,000".
_RUNS_ON = Regex(rf"^(?P<rest>[^,.;:()–—]{{0,60}}?)\s{one_of(_WORDS['runs_on'])}\s{_FEW}$", re.IGNORECASE)
_AND = Regex(r"(?:^|[\w’'-])\s(?:and|but|while|as|or)\s", re.IGNORECASE)
_A_TOTAL = any_of(_WORDS["a_total"])
_IN_ALL = Regex(
    rf"^(?:\s[\w’'-]+){{0,3}}?,?\s{one_of(_WORDS['in_all'])}\b(?!\s(?:the|its|these|those)\b)", re.IGNORECASE
)
#: At the start of the next sentence: "That comes to ", "The total cost will be ", "Altogether it paid ".
_SUMS_UP = Regex(
    rf"^[“\"‘]?(?:(?:that|this|which|it\sall|they)\s{_FEW}{one_of(_WORDS['comes_to'])}\s"
    rf"|it\s{one_of(_WORDS['adds_up'])}\s|(?:together|between\sthem|combined),?\s(?:they|these|the\s[a-z]+)\s(?:(?:will|would|can|could|should)\s)?(?!{one_of(_WORDS['not_sum'])}\b)[a-z]+\s|{one_of(_WORDS['altogether'])},?\s(?:(?P<who>(?:[\w’'-]+\s){{1,3}}?){one_of(_WORDS['did'])}\s)?)(?:{one_of(_WORDS['hedge'])}\s)?$",
    re.IGNORECASE,
)
#: "The payments of £510,000", "The bill for all of them is ": what was told for each, told again as one sum.
_AGAIN = Regex(
    rf"^[“\"‘]?(?:the|its|this|that|these|those)\s(?:{one_of(_WORDS['whole'])}\s)?(?:{one_of(_WORDS['sums'])}|{one_of(_WORDS['whole'])})(?:\s|,\s(?:which|who)\s[^,.;]{{2,50}},\s)"
    rf"(?:to\s(?:(?:the|its|their)\s)?[\w’'-]+\s)?(?:(?:for|of)\s(?:all\s(?:of\s)?)?(?:(?:them|it)\s(?:all\s)?|(?:(?:the|its|their|these|those)\s)?(?P<whose>[\w’'-]+)\s))?(?:{one_of(_WORDS['is'])}|of|worth)\s(?:{one_of(_WORDS['hedge'])}\s)?$",
    re.IGNORECASE,
)
#: What a sum told again is spent on: "the order of £9,100 for new chairs".
_FOR = Regex(
    r"^(?:\s[\w’'-]+)?\s(?:for|on|towards)\s(?:all\s(?:of\s)?)?(?:(?:the|its|their|these|those)\s)?([\w’'-]+)"
)
_PLAN = Regex(rf"^[“\"‘]?(?:the|its|this|that)\s{one_of(_WORDS['plans'])}\s(?:of|worth)\s$", re.IGNORECASE)
_THE = Regex(r"^[“\"‘]?(?:the|this|that)\s$", re.IGNORECASE)
_SUM_BEHIND = Regex(
    rf"^\s(?:[\w’'-]+\s)?(?:{one_of(_WORDS['sums'])}|{one_of(_WORDS['plans'])})\b", re.IGNORECASE
)
#: Before a total that is told before the pair: "will spend ", "raised a total of ".
_SPENDS = Regex(
    rf"\b{one_of(_WORDS['spends'])}\s(?:{one_of(_WORDS['hedge'])}\s|a\stotal\sof\s)*$", re.IGNORECASE
)
_BY = Regex(
    rf"^[^.;:()–—]{{0,60}}?(?:{one_of(_WORDS['by'])}\s[^.;:()–—]{{0,40}}|{_MARK}(?:{one_of(_WORDS['by'])}\s)?[^.;:()–—,]{{0,40}})$",
    re.IGNORECASE,
)
_IT = ("", "it", "they", "he", "she", "we", "that", "this", "it all", "all that", "all this")
_THEM = ("them", "it", "all", "everyone", "each")
#: What is left of a total told first goes elsewhere; characters behind the pair in which that may be said.
_REST = any_of(_WORDS["rest"])
REST = 300
#: Besides what was told for each, or for another stretch of time.
_OPEN = any_of(_WORDS["open"])
_TIME = Regex(
    r"\b(?:an?|per|each|every)\s(?:(year|month|week|day|night|season|hour)\b|(annual|month|week|dai)ly?\b)"
)
#: "Each of the 340 families that lost a home": some of those whom the total is for.
_ONLY = Regex(r"\b(?:that|who|whose|which|with(?!\seach)|without|in|from)\b", re.IGNORECASE)
_CLAUSES = Regex(r"[,;:(]|\s[–—-]\s")
_ADVERBS = {"annual": "year", "month": "month", "week": "week", "dai": "day"}
_NOUN = Regex(r"^\s(?:(?!in\b|of\b|for\b|to\b)[\w’'-]+\s)??([a-z]{3,})\b")


def products(story: Story, marked: Marked, found: Sequence[Relation]) -> Iterator[Relation]:
    """One relation for each number with an amount for each whose total the words tell."""
    known = {
        frozenset(c.id for c in r.claims()) for r in found if r.kind == "mean" and r.strength != "numeric"
    }
    for pair in pairs(story, marked):
        if not _is_alone(story, pair):
            continue
        total = _behind(story, pair) or _next(story, pair) or _before(story, pair) or _first(story, pair)
        if total is None or {pair.number.id, pair.mean.id, total.id} in known:
            continue
        roles = (Role("total", total), Role("n", pair.number), Role("mean", pair.mean))
        claims = (pair.number, pair.mean, total)
        span = Span(min(c.figure.span.start for c in claims), max(c.figure.span.end for c in claims))
        yield Relation("mean", roles, Cue(story.document.id, span, story.words(span)), "stated")


def _is_alone(story: Story, pair: Pair) -> bool:
    """False where another number or amount of the pair's sentence could take its place."""
    inside = story.in_sentence(pair.mean.sentence)
    own = {pair.mean.figure.amount, pair.number.figure.amount}
    others = [c for c in inside if c.figure.amount not in own and c.figure.span.start < pair.end]
    return not any(_could_be(c, pair) for c in others if not _is_total(story, c, pair))


def _could_be(claim: Claim, pair: Pair) -> bool:
    if family(claim) == family(pair.mean):
        return family(claim) == "C" or unit_of(claim) == unit_of(pair.mean)
    return family(claim) == family(pair.number)


def _is_total(story: Story, claim: Claim, pair: Pair) -> bool:
    """True for an amount in what the pair tells for each, larger than that."""
    amount = claim.figure.amount
    if (
        claim in (pair.mean, pair.number)
        or is_change(claim)
        or None in (amount.low, amount.high, claim.figure.value)
    ):
        return False
    if not totals_of(pair.mean, claim) or not surely_less(pair.mean.figure.amount, amount):
        return False
    return family(claim) != "C" or _counts_the_same(story, claim, pair)


def _counts_the_same(story: Story, total: Claim, pair: Pair) -> bool:
    """False for "30 laptops each, 520 pupils in all"."""
    noun = _NOUN.match(after(story, total))
    if noun is None or _IN_ALL.match(after(story, total)[: noun.end() + 4]) or pair.mean.measure is None:
        return True
    key = pair.mean.measure.key
    own = total.measure.key if total.measure is not None and total.measure.found == "here" else noun[1]
    return may_be_one(key, own) or is_counted(pair.mean, noun[1]) or noun[1] in _WORDS["general"]


def _is_open(story: Story, pair: Pair, total: Claim, words: str) -> bool:
    """True if the words round a total add something to it, or tell it for another stretch of time."""
    told = _TIME.search(after(story, total)) or _TIME.search(_CLAUSES.split(words)[-1])
    time = (told[1] or _ADVERBS[told[2]]) if told is not None else None
    if time != pair.time and not (time is None and pair.time == "year"):
        return True
    behind = after(story, total, 90) if total.figure.span.start >= pair.end else ""
    return _OPEN.search(words) is not None or _OPEN.search(behind) is not None


def _behind(story: Story, pair: Pair) -> Claim | None:
    """The first amount of the unit behind the pair in its sentence, if the words make it a total."""
    later = [c for c in story.in_sentence(pair.mean.sentence) if c.figure.span.start >= pair.end]
    if not later or not _is_total(story, later[0], pair) or any(_is_total(story, c, pair) for c in later[1:]):
        return None
    total = later[0]
    words = story.words(Span(pair.end, total.figure.span.start))
    clauses = STOP.split(words)
    if len(clauses) > 1:
        lead = clauses[-1]
        return (
            total if _sums_up(story, pair, total, lead) and not _is_open(story, pair, total, words) else None
        )
    apposed = _APPOSED.match(words) and (
        _IN_ALL.match(after(story, total)) or _A_TOTAL.search(total.figure.text)
    )
    if (
        not (apposed or _MAKES.match(words) or _RUNS_ON.match(words))
        or _AND.search(words)
        or _is_open(story, pair, total, words)
    ):
        return None
    return total


def _next(story: Story, pair: Pair) -> Claim | None:
    """The only amount of the unit in the next sentence, if the sentence sums up what was told."""
    place = story.number_of(pair.mean) + 1
    if place >= len(story.sentences) or story.sentences[place].start - pair.mean.sentence.end > GAP:
        return None
    inside = story.in_sentence(story.sentences[place])
    alike = [c for c in inside if _could_be(c, pair) and family(c) == family(pair.mean)]
    if len(alike) != 1 or not _is_total(story, alike[0], pair):
        return None
    total = alike[0]
    if len(story.in_sentence(pair.mean.sentence)) > 2 and _later_than(story, pair):
        return None
    lead = story.lead(total)
    return total if _sums_up(story, pair, total, lead) and not _is_open(story, pair, total, lead) else None


def _sums_up(story: Story, pair: Pair, total: Claim, lead: str) -> bool:
    """True for a sentence that begins "That comes to", "Altogether it paid", "The payments of"."""
    summed = _SUMS_UP.match(lead)
    if summed is None:
        return _tells_again(story, pair, total, lead)
    who = (summed["who"] or "").lower().strip()
    return who in _IT or bool(stems(who) & stems(story.sentence(pair.mean)))


def _tells_again(story: Story, pair: Pair, total: Claim, lead: str) -> bool:
    """True for "The payments of £510,000 will", "The £510,000 scheme"; not for "The cost of the hall is"."""
    again = _AGAIN.match(lead) or _PLAN.match(lead)
    if again is None:
        return _THE.match(lead) is not None and _SUM_BEHIND.match(after(story, total)) is not None
    spent = _FOR.match(after(story, total))
    nouns = [n.lower() for n in (again.groupdict().get("whose"), spent and spent[1]) if n]
    return all(n in _THEM or is_counted(pair.number, n) or is_counted(pair.mean, n) for n in nouns)


def _later_than(story: Story, pair: Pair) -> bool:
    """True if more of the unit is told behind the pair in its sentence."""
    later = [c for c in story.in_sentence(pair.mean.sentence) if c.figure.span.start >= pair.end]
    return any(_could_be(c, pair) for c in later)


def _before(story: Story, pair: Pair) -> Claim | None:
    """The only amount of the unit before the pair in its sentence: "will spend £t, with £m for each of"."""
    inside = story.in_sentence(pair.mean.sentence)
    earlier = [
        c for c in inside if c.figure.span.end <= pair.start and c.figure.amount != pair.number.figure.amount
    ]
    if pair.loose or len(earlier) != 1 or not _is_total(story, earlier[0], pair):
        return None
    total = earlier[0]
    words = story.words(Span(total.figure.span.end, pair.start))
    told = _SPENDS.search(before(story, total)) or _A_TOTAL.search(total.figure.text)
    if _REST.search(story.document.text[total.figure.span.end : pair.mean.sentence.end + REST]):
        return None
    return (
        total
        if told and _BY.match(words) and not _is_open(story, pair, total, words.replace(" with ", " "))
        else None
    )


def _first(story: Story, pair: Pair) -> Claim | None:
    """The only amount of the unit in the sentence or headline before, which names what the number counts."""
    place = story.number_of(pair.mean) - (2 if pair.number.sentence < pair.mean.sentence else 1)
    if pair.loose or place < 0 or pair.number.measure is None or pair.time is not None:
        return None
    sentence = story.sentences[place]
    alike = [c for c in story.in_sentence(sentence) if _could_be(c, pair)]
    if len(alike) != 1 or not _is_total(story, alike[0], pair) or _later_than(story, pair):
        return None
    total, told = alike[0], story.words(sentence)
    if _AND.search(after(story, total)) or _ONLY.search(story.words(Span(pair.start, pair.end))):
        return None
    if _REST.search(story.document.text[pair.mean.sentence.start : pair.mean.sentence.end + REST]):
        return None
    named = stems(pair.number.measure.key) & stems(told) or pair.number.measure.key in told.lower()
    spent = _SPENDS.search(before(story, total))
    return total if named and spent and not _is_open(story, pair, total, told) else None
