"""Sayings without a subject before their verb: "according to X", "per X", "asked by X", "data showing"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.frame.named import DAY, names
from extractor.frame.sentence_ends import sentence_start, sentence_stop
from extractor.frame.speaker.papers import PAPERS, paper_at
from extractor.frame.speaker.phrases import FINITE
from extractor.frame.speaker.quotes import Quote, quoted_at
from extractor.frame.speaker.said import Sayer, Saying, words
from extractor.frame.speaker.sayers import sayer_after, sayer_before
from extractor.literals import find_within
from extractor.model import Block, Span
from extractor.regexes import Regex

_ACCORDING = Regex(r"\b[Aa]ccording\s+to\s+")
#: What somebody counts or has seen: "BY HER COUNT 28 per cent", "IN HIS EXPERIENCE three quarters".
_RECKONED = Regex(
    r"\b(?:[Bb]y|[Ii]n|[Oo]n)\s+(?P<who>his|her|their|its)\s+(?:own\s+)?"
    r"(?P<verb>count|account|reckoning|estimate|estimation|calculations?|tally|figures|numbers|arithmetic|maths|math|experience|view)\b"
)
#: What may be counted on and told in, beside what is done by somebody's count.
_ON = {
    "on": {"reckoning", "figures", "calculations", "arithmetic", "account"},
    "in": {"view", "telling", "account"},
}
#: A paper that opens a sentence of what it found: "IN A POLL OF 1,004 ADULTS, 12 per cent said no".
_FRONTED = Regex(
    r"(?:^|(?<=\n)|(?<=[.!?]\s)|(?<=[”\"]\s))In\s+(?P<paper>(?:the|an?|one|another|its|his|her|their|that|\w+['’]s)\s+(?:[\w./’'-]+\s+){0,4}?"
    r"(?:polls?|surveys?|study|audit|analysis|census|questionnaire)\b(?:[^.,;:“”\"]|(?<=\d),(?=\d)){0,140}?),\s"
)
#: The same of somebody named: "BY THE DISTRICT'S COUNT, 92 per cent", "on the union's own figures".
_NAMED_COUNT = Regex(
    r"\b(?P<by>[Bb]y|[Oo]n|[Ii]n)\s+(?P<who>(?:(?:the|an?)\s+)?(?:[\w.&-]+\s+){0,5}?(?!\w*(?:day|night|week|month|year|quarter|season)\b)"
    r"[\w.&-]+?)(?:['’]s|(?<=s)['’])\s+(?:own\s+|latest\s+|best\s+|most\s+recent\s+|official\s+)*"
    r"(?P<verb>count|tally|reckoning|estimates?|estimation|calculations?|figures|arithmetic|maths|math|account|view|telling)\b(?=,|\s+[a-z\d])"
)
_COUNT_OF = Regex(r"\b[Bb]y\s+the\s+(?:count|reckoning|estimates?|calculations?|tally|account)\s+of\s+")
_DAY = r"(?:\s+(?:on|last|late|early)?\s*\w+(?:day|night|week)|\s+yesterday)?"
_PASSIVE = Regex(
    rf"\b(?:(?:is|was|are|were|been|as)\s+(?:\w+ly\s+|first\s+)?(?:{'|'.join(sorted(words('reporting')))}){_DAY}\s+by\s+"
    r"|(?:is|was|are|were|been)\s+asked\b[^.;“”\"]{0,80}?\sby\s+)"
)
#: The second of two who say something: "The city said that it had, and councillor Ann Lee that it had not".
_GAPPED = Regex(
    r"\b(?:said|says|told)\b[^.;“”\"]{0,300}?,?\s+(?:and|but)\s+(?P<who>[^,.;“”\"]{3,60}?)\s+(?P<that>that)\b"
)
#: "per the same poll", "per Ad Age", not "per day" or "per capita".
_PER = Regex(
    r"(?:(?<=[,(—–-]\s)|(?<=[(—–])|(?<=\n)|(?<=[.!?]\s))[Pp]er\s+(?=[A-Z][a-z]|[A-Z]{2,}\b|(?:the|an?|its|his|her|their)\s)"
)
_SAYS = "|".join(sorted(words("said", "bare"), key=len, reverse=True))
#: "Who claims two of her children as dependents" says nothing.
_NONE_SUCH = Regex(r"\s+(?:victory|credit|responsibility|one|two|three|four|five|six|seven|\d|[$£€])")
_TELLS = "|".join(sorted(words("said", "findings"), key=len, reverse=True))
#: A paper as it is first named: "the latest CNN/ORC polls", "a Saez report", "Census data", "new figures".
_PAPER = (
    r"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ss]ome|[Ss]everal)\s+"
    r"(?:(?!(?:the|an?|its|his|her|their|one|another|that|which|who|and|of|from|by|in|to)\b)[\w./’'-]+\s+){0,6}?"
    r"|(?:[A-Z][\w./’'-]*\s+){1,4}|(?:[Nn]ew|recent|official|internal|federal|court|public|government|tax)\s+)?"
    rf"(?:{PAPERS})\b(?:\s+(?:by|from|in|of|on|for|published|released|issued|conducted)\b[^,.;:“”\"]{{1,80}}?)?"
)
_HELPS = r"(?:(?:has|have|had|also|later|recently|itself|themselves)\s+)*"
#: "a report in the Gazette that said", "data from the port showing", "one poll, which found".
_PAPER_TELLS = Regex(
    rf"(?P<paper>{_PAPER})(?:(?:\s+that|,?\s+which)\s+{_HELPS}(?P<verb>{_TELLS})"
    rf"|(?<!\bby)(?<!\bin)(?<!\bof)(?<!\bwhile)(?<!\bafter)\s+(?P<participle>{'|'.join(sorted(words('papers_tell')))}))\b"
)
#: What is worth looking for that pattern, which is slow.
_TOLD_BY_PAPER = Regex(
    rf"\s(?:that|which)\s+{_HELPS}(?:{_TELLS})\b|\s(?:{'|'.join(sorted(words('papers_tell')))})\b"
)
#: What a body is said to say in passing: "the council, which says".
_WHICH = Regex(rf",\s+which\s+{_HELPS}(?P<verb>{_TELLS})\b")
_PEOPLE = "|".join(sorted(words("people_nouns")))
#: What a group is said to say: "gun control advocates, including the president, who say".
_WHO = Regex(
    r"(?P<who>(?:\b(?:the|some|many|most|several|other|two|three|his|her|their|its)\s+)?"
    rf"(?:\b(?!(?:of|to|by|for|with|and|from|in|at|on|as|than|that|know|zero|no)\b)[\w-]+\s+){{0,2}}?\b(?:{_PEOPLE}))"
    rf"(?:,\s+(?:including|among\s+them|such\s+as|led\s+by)\s[^,.;]{{2,60}})?,?\s+who\s+{_HELPS}(?P<verb>{_SAYS})\b"
)
#: "Ann Lee of the network, 42, who believes": what may stand between a name and what else it says.
_NAMED_WHO = Regex(
    rf"(?:\s+(?:of|from|at|with)\s[^,.;]{{2,60}}|\s\([^)]*\))?(?:,\s+[^,.;]{{1,60}}){{0,2}},\s+who\s+{_HELPS}(?P<verb>{_SAYS})\b"
)
_PRONOUN = Regex(r"\b(?:I|[Ww]e|[Tt]hey|[Yy]ou|[Hh]e|[Ss]he|[Ii]t)\s+$")
#: A paper that does what says something: "the suit SEEKS $2 million", "Her report RECOMMENDED a rise".
_PAPER_ACTS = "|".join(sorted(words("paper_acts"), key=len, reverse=True))
_PAPER_DOES = Regex(
    rf"(?:^|(?<=\n)|(?<=[.!?”\"]\s)|(?<=,\s)|(?<=\band\s)|(?<=\bbut\s))(?P<paper>{_PAPER})(?:,\s[^,.;:“”\"]{{3,60}},)?\s+(?:also\s+|then\s+|further\s+)?(?P<verb>{_PAPER_ACTS})\b"
)
_PAPER_WORK = Regex(rf"\s(?:{_PAPER_ACTS})\b")
_EXPECTANT = "|".join(sorted({form for w in words("expectant") for form in (w, w[0].upper() + w[1:])}))
#: Those who expect a figure: "ANALYSTS POLLED BY LEE HAD BEEN LOOKING FOR 12 cents a share".
_EXPECTED = Regex(
    rf"\b(?P<who>(?:{_EXPECTANT})"
    r"(?:\s+(?:polled|surveyed|questioned|canvassed|contacted|who|at|in|from)\b[^.,;:“”\"]{1,60}?)?)"
    r"\s+(?:(?:had|have)\s+)?(?P<verb>(?:(?:were|are|was|is|been)\s+)?"
    r"(?:looking\s+for|expecting|hoping\s+for|braced\s+for|betting\s+on)|pencill?ed\s+in)\b"
)
#: Words said that are handed over as a whole: "sent this statement:".
_HANDED = Regex(
    r"\b(?P<verb>sent|issued|released|gave|posted|shared|offered|provided|emailed|read|made|put\s+out)\s+(?:[\w.’'-]+\s+){0,5}?"
    r"(?:statement|response|reply|answer|letter|email|e-mail|message|post|explanation|comment|warning)\b[^.;:“”\"]{0,80}:"
)


def by_words(text: str, zone: Block, number: int, quoted: Sequence[Quote]) -> Iterator[Saying]:
    """The sayings of a zone whose source is no subject of their verb."""
    for saying in (
        *_credited(text, zone, number, _ACCORDING),
        *_credited(text, zone, number, _PER),
        *_credited(text, zone, number, _COUNT_OF),
        *_reckoned(text, zone, number),
        *_counted(text, zone, number),
        *_expected(text, zone, number),
        *_passive(text, zone, number),
        *_gapped(text, zone, number),
        *_which(text, zone, number),
        *_who(text, zone, number),
        *_papers(text, zone, number),
        *_paper_does(text, zone, number),
        *_handed(text, zone, number),
    ):
        idle = saying.verb.of(text).startswith("claim") and _NONE_SUCH.match(text, saying.verb.end)
        if not quoted_at(quoted, saying.verb.start) and not idle:
            yield saying


def _credited(text: str, zone: Block, number: int, cue: Regex) -> Iterator[Saying]:
    for found in find_within(cue, text, zone.span.start, zone.span.end):
        stop = sentence_stop(text, zone.span, found.end())
        sayer = sayer_after(text, found.end(), stop, strict=True)
        if sayer is not None:
            yield Saying(Span(*found.span()), number, sayer, according=True)


def _reckoned(text: str, zone: Block, number: int) -> Iterator[Saying]:
    for found in find_within(_RECKONED, text, zone.span.start, zone.span.end):
        pronoun = {"his": "he", "her": "she", "their": "they", "its": "it"}[found["who"]]
        sayer = Sayer(Span(*found.span("who")), pronoun, "pronoun")
        yield Saying(Span(*found.span("verb")), number, sayer, according=True)


def _counted(text: str, zone: Block, number: int) -> Iterator[Saying]:
    for found in find_within(_NAMED_COUNT, text, zone.span.start, zone.span.end):
        sayer = sayer_after(text, found.start("who"), found.end("who"), strict=True)
        by = found["by"].lower()
        if (
            sayer is not None
            and (by == "by" or found["verb"] in _ON[by])
            and not re.search(DAY, found["who"])
        ):
            yield Saying(Span(*found.span("verb")), number, sayer, according=True)


def fronted(
    text: str, zone: Block, number: int, quoted: Sequence[Quote], told: Sequence[Saying]
) -> Iterator[Saying]:
    """A paper that opens a sentence in which nobody else says anything: "IN A POLL OF 1,004, 12 said no"."""
    for found in find_within(_FRONTED, text, zone.span.start, zone.span.end):
        stop = sentence_stop(text, zone.span, found.end())
        other = any(found.start() <= s.verb.start < stop for s in told)
        sayer = paper_at(text, *found.span("paper"), after=True)
        if sayer is not None and not other and not quoted_at(quoted, found.start()):
            whole = Span(*found.span("paper"))
            yield Saying(
                Span(found.start(), found.start() + 2), number, replace(sayer, phrase=whole), according=True
            )


def _expected(text: str, zone: Block, number: int) -> Iterator[Saying]:
    for found in find_within(_EXPECTED, text, zone.span.start, zone.span.end):
        who = Span(*found.span("who"))
        yield Saying(Span(*found.span("verb")), number, Sayer(who, who.of(text), "people"), onward=True)


def _passive(text: str, zone: Block, number: int) -> Iterator[Saying]:
    for found in find_within(_PASSIVE, text, zone.span.start, zone.span.end):
        stop = sentence_stop(text, zone.span, found.end())
        sayer = sayer_after(text, found.end(), stop, strict=True)
        if sayer is not None:
            yield Saying(Span(*found.span()), number, sayer, passive=True)


def _gapped(text: str, zone: Block, number: int) -> Iterator[Saying]:
    for found in find_within(_GAPPED, text, zone.span.start, zone.span.end):
        sayer = sayer_before(text, found.start("who"), found.end("who"))
        if sayer is not None and sayer.kind == "person":
            yield Saying(Span(*found.span("that")), number, sayer)


def _papers(text: str, zone: Block, number: int) -> Iterator[Saying]:
    """Papers with a clause that tells what they say: "a report in the Gazette THAT SAID", "data SHOWING"."""
    if _TOLD_BY_PAPER.search(text, zone.span.start, zone.span.end) is None:
        return
    for found in find_within(_PAPER_TELLS, text, zone.span.start, zone.span.end):
        sayer = paper_at(text, *found.span("paper"), after=True)
        verb = Span(*found.span("verb" if found["verb"] else "participle"))
        whole = Span(*found.span("paper"))
        verbs = (words("said", "findings")) - words("papers")
        if (
            sayer is not None
            and not FINITE.search(whole.of(text))
            and verbs.isdisjoint(whole.of(text).split())
        ):
            yield Saying(verb, number, replace(sayer, phrase=whole), onward=True)


def _paper_does(text: str, zone: Block, number: int) -> Iterator[Saying]:
    """What a paper does to say something: "the suit SEEKS $2 million", "Her letter LISTS 14 of them"."""
    if _PAPER_WORK.search(text, zone.span.start, zone.span.end) is None:
        return
    for found in find_within(_PAPER_DOES, text, zone.span.start, zone.span.end):
        start = max(found.start("paper"), sentence_start(text, zone.span, found.end("paper")))
        whole = Span(start, found.end("paper"))
        sayer = paper_at(text, whole.start, whole.end, after=True)
        if sayer is not None and not FINITE.search(whole.of(text)):
            yield Saying(Span(*found.span("verb")), number, replace(sayer, phrase=whole), onward=True)


def _which(text: str, zone: Block, number: int) -> Iterator[Saying]:
    """A body named right before the clause that tells what it says: "the Clean Air Board, WHICH SAYS"."""
    for found in find_within(_WHICH, text, zone.span.start, zone.span.end):
        start = sentence_start(text, zone.span, found.start())
        last = next(
            (n for n in reversed(names(text, start, found.start())) if n[0].end == found.start()), None
        )
        if last is not None and last[1] == "body":
            yield Saying(
                Span(*found.span("verb")), number, Sayer(last[0], last[0].of(text), "body"), onward=True
            )


def _who(text: str, zone: Block, number: int) -> Iterator[Saying]:
    """People of whom a clause tells what they say: "advocates WHO SAY", "Ann Lee, 42, WHO BELIEVES"."""
    if text.find(" who ", zone.span.start, zone.span.end) < 0:
        return
    for found in _WHO.finditer(text, zone.span.start, zone.span.end):
        who = _past_verb(text, Span(*found.span("who")))
        yield Saying(Span(*found.span("verb")), number, Sayer(who, who.of(text), "people"), onward=True)
    for name, kind in names(text, zone.span.start, zone.span.end):
        found_after = _NAMED_WHO.match(text, name.end, zone.span.end) if kind == "person" else None
        if found_after is not None:
            told = Sayer(name, name.of(text), kind)
            yield Saying(Span(*found_after.span("verb")), number, told, onward=True)


def _past_verb(text: str, who: Span) -> Span:
    """The words for a group without the verb of a pronoun before them: "it MET bus drivers"."""
    alone = _PRONOUN.search(text, max(0, who.start - 6), who.start) is not None
    verb = Regex(r"\w+\s+").match(text, who.start, who.end) if alone else None
    return Span(verb.end(), who.end) if verb is not None else who


def _handed(text: str, zone: Block, number: int) -> Iterator[Saying]:
    """Those who hand over what they say: "the agency SENT THIS STATEMENT:"."""
    for found in find_within(_HANDED, text, zone.span.start, zone.span.end):
        sayer = sayer_before(text, sentence_start(text, zone.span, found.start()), found.start(), strict=True)
        if sayer is not None:
            yield Saying(Span(found.start(), found.end() - 1), number, sayer)
