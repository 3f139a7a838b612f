"""So much for each of so many: "each of the 340 families will get £1,500", "14 buses at $4m a bus".

Where the words leave open whether an amount is for each or for all, "fines of £70 for 340 drivers",
the pair is loose: only a total that is told as one makes it an amount for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.lexicon import table
from extractor.model import Claim, Span
from extractor.nouns import may_be_one
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.cues.phrases import Marked, Match, Phrase, matches
from extractor.reconcile.link.window.scope import after, stems
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.wording import any_of, one_of

_WORDS = table("windows")["apiece"]


_THE = r"(?:the|its|their|his|her|our|my|your|those|these)"
_GAP = r"[^‹|¶;:()]{0,70}?"
_W = r"[\w’'-]+"
_EACH = r"(?:each(?!\s(?:year|month|week|day|night|hour|time|other|of|season)\b)|apiece|a\s(?:head|piece)|per\s(?:head|person))\b"
_NO_TIME = r"(?!(?:year|month|week|day|night|hour|time|season|lot|total|bid|day)\b)"
_RATED = "so-much-an-hour-for-hours"
APIECE = (
    Phrase(
        "each-of-number",
        "what each of a number gets, costs or pays",
        rf"\b(?:each|every)(?:\ssingle)?(?:\sone)?\sof\s(?:{_THE}\s)?(?:{_W}\s){{0,2}}?{{n:C}}{_GAP}{{mean:NR}}",
        "mean",
        ("Each of the 24 homes will get £500", "every one of its 24 pupils got a coat costing £50"),
        "24 homes will get £500",
    ),
    Phrase(
        "every-one-of-number",
        "what every one of a number gets, costs or pays: the words are a figure of their own",
        rf"{{all:P}}\sof\s(?:{_THE}\s)?(?:{_W}\s){{0,2}}?{{n:C}}{_GAP}{{mean:NR}}",
        "mean",
        ("100 per cent of the 24 homes got £500",),
        "100 per cent of homes got £500",
    ),
    Phrase(
        "so-much-to-every-one-of-number",
        "an amount that goes to or comes from every one of a number",
        rf"{{mean:NR}}(?:\s{_W}){{0,5}}?\s(?:to|for|from|on|with|in)\s{{all:P}}\sof\s(?:{_THE}\s)?(?:{_W}\s){{0,2}}?{{n:C}}",
        "mean",
        ("£500 to 100 per cent of its 24 growers",),
        "£500 to 100 per cent of growers",
    ),
    Phrase(
        "number-so-much-each",
        "a number of things, and an amount that is told for each",
        rf"{{n:C}}{_GAP}{{mean:NR}}(?:\s(?!(?:and|or|but)\b){_W}){{0,3}}?\s{_EACH}",
        "mean",
        ("sold 24 chairs at £50 each", "24 homes will get £500 apiece", "fed 24 guests at £50 a head"),
        "24 homes will get £500 each year",
    ),
    Phrase(
        "number-each-so-much",
        "a number of things, each of which has so much",
        r"{n:C}[^‹|¶;:()]{0,60}?\beach\s(?!(?:of(?!\s(?:(?:which|whom|them)\b|‹))|other|year|month|week|day)\b)"
        r"(?:of\s(?:which|whom|them)\s)?(?:with\s|of\s|good\sfor\s|rated\sat\s|worth\s|capable\sof\s[\w-]+\s)?(?:@ADJ){0,6}?{mean:NR}",
        "mean",
        (
            "24 coaches, each with 53 seats",
            "the 24 growers were each given £500",
            "24 ponds, each of 12 acres",
        ),
        "24 growers gave each other 12 seeds",
    ),
    Phrase(
        "so-much-to-each-of-number",
        "an amount that goes to or comes from each of a number",
        rf"{{mean:NR}}(?:\s{_W}){{0,5}}?\s(?:to|for|from|on|with|in)\s(?:each|every)(?:\sone)?\sof\s(?:{_THE}\s)?(?:{_W}\s){{0,2}}?{{n:C}}",
        "mean",
        ("£500 to each of the 24 growers", "paid £50 for each of its 24 chairs"),
        "£500 to the 24 growers",
    ),
    Phrase(
        "so-much-each-to-number",
        "an amount each, and the number of those who get or give it",
        rf"{{mean:NR}}(?:\s{_W}){{0,2}}?\s{_EACH}\s(?:to|for|from|on)\s(?:all\s(?:of\s)?)?(?:{_THE}\s|some\s)?{{n:C}}",
        "mean",
        ("£500 apiece to 24 growers", "£50 each from the 24 members"),
        "£500 to 24 growers",
    ),
    Phrase(
        "so-much-a-thing-for-number",
        "an amount for a thing of a kind, and the number of those things",
        rf"{{mean:NRU}}\s(?:{_W}\s){{0,2}}?(?:an?|per|every|each|for\severy|for\seach)\s(?P<w_thing>[a-z]+)[^‹|¶;:()]{{0,40}}?(?:\s(?:for|to|from|on|with|in|by|over|and)\s|,\s)(?:all\s)?(?:(?:{_THE}|it|they)\s)?(?:{_W}\s){{0,3}}?{{n:CDU}}",
        "mean",
        ("£500 per pupil for 24 pupils", "saw 12 people a day for 24 days"),
        "£500 for 24 pupils",
    ),
    Phrase(
        _RATED,
        "a rate told in one figure, and the stretch for which it went on",
        r"{mean:UR}\s(?:for|over)\s(?:(?:the|all|about|some)\s)?{n:CD}",
        "mean",
        ("mixed 12 grams for 24 hours",),
        "12 grams in 24 hours",
    ),
    Phrase(
        "number-at-so-much-a-thing",
        "a number of things, and an amount for a thing of that kind",
        rf"{{n:CDU}}{_GAP}{{mean:NRU}}\s(?:{_W}\s){{0,2}}?(?:an?|per|every|each|for\severy|for\seach)\s(?P<w_thing>[a-z]+)",
        "mean",
        ("ordered 24 buses at £500 a bus", "for 24 days they saw 12 people a day"),
        "ordered 24 buses at £500",
    ),
    Phrase(
        "number-at-an-average-of",
        "a number of things, and what they cost on average",
        rf"{{n:C}}(?:\s(?!(?:and|or|but)\b){_W}){{0,4}}?,?\s(?:at|for)\san\saverage(?:\s(?:price|cost|fee|rent|salary|fare|value|weight))?\sof\s{{mean:NR}}",
        "mean",
        ("sold 24 chairs at an average price of £50",),
        "sold 24 chairs and lent others at an average price of £50",
    ),
    Phrase(
        "boxes-of",
        "a number of vessels, teams or classes that each hold so many",
        rf"{{n:C}}\s{one_of(_WORDS['vessels'])}\sof\s{{mean:C}}",
        "mean",
        ("24 coaches of 53 seats", "12 classes of 24 pupils"),
        "24 homes of 12 families",
    ),
    Phrase(
        "each-thing-so-much",
        "what each thing of a kind has, gets or costs, after their number",
        rf"\b(?:each|every)\s{_NO_TIME}(?P<w_thing>[a-z]+)(?:\s(?!(?:and|or|but|in|of)\b){_W}){{0,6}}?\s{{mean:N}}",
        "mean",
        ("24 growers, and each grower will get £500", "Each chair costs £50"),
        "each year £50 is paid",
    ),
    Phrase(
        "each-had-so-much",
        "what each had of a number told in the sentence before",
        rf"[|¶]\s?(?P<w_each>Each|Every\sone)\s(?!of\b)(?P<w_verb>{one_of(_WORDS['gets'])})\s(?:{_W}\s){{0,3}}?{{mean:N}}",
        "mean",
        ("There were 24 coaches.| Each had 53 seats", "There were 24 growers.| Each got £500"),
        "Each was built by 24 men",
    ),
    Phrase(
        "all-get-a",
        "one payment of a size for each of all of a number",
        rf"\ball\s(?:of\s)?(?:{_THE}\s)?{{n:C}}{_GAP}\ban?\s(?:{_W}\s){{0,2}}?{one_of(_WORDS['payment'])}\sof\s{{mean:M}}",
        "mean",
        ("All 24 growers will get a bonus of £500", "all of the 24 members had a rebate of £50"),
        "All 24 growers will share £500",
    ),
)
LOOSE = (
    Phrase(
        "fines-of",
        "payments of one size to or from a number of people",
        rf"\b{one_of(_WORDS['payments'])}\sof\s{{mean:M}}[^‹|¶;:()]{{0,50}}?\s(?:to|for|on|by|from|against)\s(?:{_W}\s){{0,3}}?{{n:C}}",
        "mean",
        ("fines of £50 were handed to 24 drivers", "made grants of £500 to its 24 members"),
        "a fund of £500 for 24 drivers",
    ),
    Phrase(
        "number-pays-a-year",
        "what a number of people pay or earn for a time",
        rf"{{n:C}}(?:\s{_W}){{1,3}}?\s{one_of(_WORDS['pays'])}\s{{mean:M}}\s(?:a|per|each|every)\s(?:year|month|week|day|night|season)\b",
        "mean",
        ("The 24 members pay £50 a year",),
        "The 24 members pay £50",
    ),
    Phrase(
        "sold-at",
        "a number of things bought or sold at a price",
        rf"\b{one_of(_WORDS['trades'])}\s(?:{_W}\s){{0,2}}?{{n:C}}(?:\s{_W}){{1,4}}?\s(?:at|priced\sat)\s(?:a\s(?:price|cost)\sof\s)?{{mean:M}}(?!\s(?:an?|per|each|every)\b)",
        "mean",
        ("sold 24 chairs at £50", "bought 24 wooden chairs at a price of £50"),
        "sold 24 chairs for £50",
    ),
)
PHRASES = (*APIECE, *LOOSE)
#: Between a number and what is told for each: another statement, or only some of them.
_TURNS = any_of(_WORDS["turns"])
_UNEVEN = any_of(_WORDS["uneven"])
_HEADS = frozenset(_WORDS["heads"])
_CALENDAR = ("year", "month", "week", "day", "night", "season", "hour")
_TIMED = Regex(r"^(?:\s[\w’'-]+){0,3}?\s(?:an?|per|each|every)\s(year|month|week|day|night|season|hour)\b")
#: In per cent: "every one of".
_ALL = 100
#: Other things that are told for each are other amounts: "paid £50 each and £20 for parking".
_AND = Regex(r"^(?:\s[\w’'-]+){0,4}?\s(?:and|plus|or)\s[£$€₹]?\d")


@dataclass(frozen=True, slots=True)
class Pair:
    """A number and what the text tells for each of it."""

    number: Claim
    mean: Claim
    #: True where only a total that is told as one makes it an amount for each.
    loose: bool
    #: The stretch of time for which the amount is told, other than one that the number counts.
    time: str | None

    @property
    def end(self) -> int:
        """Where its last figure ends."""
        return max(self.number.figure.span.end, self.mean.figure.span.end)

    @property
    def start(self) -> int:
        """Where its first figure begins."""
        return min(self.number.figure.span.start, self.mean.figure.span.start)


def pairs(story: Story, marked: Marked) -> Iterator[Pair]:
    """Each amount that is told for each of one number; none where two numbers are told for it."""
    found: dict[str, list[Pair]] = {}
    for phrases, loose in ((APIECE, False), (LOOSE, True)):
        for match in matches(marked, phrases):
            pair = _pair(story, match, loose)
            if pair is not None:
                found.setdefault(pair.mean.id, []).append(pair)
    for told in found.values():
        if len({p.number.id for p in told}) == 1:
            yield told[0]


def _pair(story: Story, match: Match, loose: bool) -> Pair | None:
    mean, all_ = match.roles["mean"], match.roles.get("all")
    if all_ is not None and all_.figure.amount.low != _ALL:
        return None
    number = match.roles.get("n") or _number_before(story, mean, match.words.get("thing"))
    if number is None or not _may_be(number, "CDU") or not _may_be(mean, "CMURD"):
        return None
    thing = match.words.get("thing")
    if "n" in match.roles and not _is_for(number, mean, thing):
        return None
    if match.phrase.name == _RATED and family(number) != "D":
        return None
    if "n" in match.roles and (thing is None or thing in _HEADS) and _turns(story, number, mean):
        return None
    if _UNEVEN.search(story.sentence(mean)) or _AND.match(after(story, mean)):
        return None
    timed = _TIMED.match(after(story, mean))
    time = timed[1] if timed is not None and timed[1] != number.figure.amount.unit else None
    return Pair(number, mean, loose, time)


def _turns(story: Story, a: Claim, b: Claim) -> bool:
    """True if another statement begins between two figures of a sentence."""
    first, second = sorted((a.figure.span, b.figure.span))
    return _TURNS.search(story.words(Span(first.end, second.start))) is not None


def _may_be(claim: Claim, families: str) -> bool:
    amount = claim.figure.amount
    told = claim.figure.value is not None and claim.figure.value > 0
    return (
        family(claim) in families
        and told
        and amount.low is not None
        and amount.high is not None
        and claim.block not in DISPLAY
        and not is_change(claim)
    )


def _is_for(number: Claim, mean: Claim, thing: str | None) -> bool:
    """True if the amount is told for a thing that the number counts: "£4m a bus" for 14 buses."""
    if family(number) in "DU":
        unit = number.figure.amount.unit
        return unit == (mean.figure.amount.unit.partition("/")[2].strip() or thing)
    if thing is None:
        return "/" not in mean.figure.amount.unit
    if thing in _CALENDAR:
        return False
    return thing in _HEADS or is_counted(number, thing)


def is_counted(number: Claim, noun: str) -> bool:
    """True if a number counts what a noun names."""
    if number.measure is None:
        return False
    key = number.measure.key
    return may_be_one(key, noun) or bool(stems(key) & stems(noun)) or key.startswith(noun[:5])


def _number_before(story: Story, mean: Claim, thing: str | None) -> Claim | None:
    """The only number of a kind of thing in the words before the amount, or in the sentence before."""
    own = [c for c in story.in_sentence(mean.sentence) if c.figure.span < mean.figure.span]
    place = story.number_of(mean)
    earlier = story.sentences[place - 1] if place else None
    if (
        not own
        and earlier is not None
        and story.block_number(earlier.start) == story.block_number(mean.sentence.start)
    ):
        own = [c for c in story.in_sentence(earlier) if c.block not in DISPLAY]
    counts = [c for c in own if family(c) == "C"]
    if len(counts) != 1 or (thing is not None and not is_counted(counts[0], thing)):
        return None
    return counts[0]
