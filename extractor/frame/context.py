"""All about a figure that is not what it counts: who says it, where, when, and whether it is asserted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from extractor.frame.organisations import organisations_of
from extractor.frame.parsed import Parsed
from extractor.frame.period import (
    TIMELESS,
    Earlier,
    Times,
    is_compared,
    period_of,
    times_of,
    was_level,
)
from extractor.frame.period.lead import (
    Timed,
    is_day,
    is_of_poll,
    lead_period,
)
from extractor.frame.place import Places, place_of, places_of
from extractor.frame.sentences import Sentence, zones
from extractor.frame.speaker.who import Speech, said_of
from extractor.frame.stance import certainty_of, stance_of
from extractor.model import (
    Certainty,
    Document,
    Figure,
    FigureKind,
    Found,
    Mention,
    Period,
    PeriodKind,
    Span,
    Stance,
    Voice,
)
from extractor.regexes import Regex

#: A period found so is not told with the number.
_INHERITED: frozenset[Found] = frozenset({"paragraph", "document", "headline"})
#: Kinds of a story's own time that what IS or WILL BE as it is written has left: "she HAS 18 women now".
_SHORT: frozenset[PeriodKind] = frozenset({"calendar", "day", "month", "quarter", "academic"})
#: A day on which lists and stocks are counted: what IS so as it is written was so then.
_STANDS = Regex(r"(?:the\s+)?(?:end|start|beginning|last\s+day)\s+of\b")
#: A period found so is that of the whole story.
_OF_STORY: frozenset[Found] = frozenset({"document", "headline"})
#: Headline and paragraphs of a story's top.
_TOP = 4
#: A period found so near is printed with the number.
_PRINTED: frozenset[Found] = frozenset({"here", "sentence", "paragraph"})


@dataclass(frozen=True, slots=True)
class Context:
    """The slots of a claim that the text around the figure fills."""

    place: Mention | None = None
    period: Period | None = None
    speaker: Mention | None = None
    source: Mention | None = None
    voice: Voice = "narration"
    organisations: tuple[Mention, ...] = ()
    stance: Stance = "asserted"
    certainty: Certainty = "reported"


def contexts(
    document: Document,
    figures: Sequence[Parsed],
    subjects: frozenset[int],
    published: date | None = None,
    dictionary: frozenset[str] = frozenset(),
) -> tuple[Context, ...]:
    """One context for each figure, in their order; `published` dates what is told relative to now.

    `subjects` are the starts of names that are the subject of a figure's clause; a word of the `dictionary`
    has its capital only from opening a sentence.
    """
    places = places_of(document, subjects, dictionary)
    times = times_of(document, published or document.published)
    found: list[Context] = []
    earlier: list[Earlier] = []
    for number, one in enumerate(figures):
        if number and figures[number - 1].sentence.block is not one.sentence.block:
            earlier = []
        found.append(_context(document, one, places, times, earlier[::-1]))
        if earlier and earlier[-1].period is None:
            earlier.pop()  # of the figures without a period only the last is asked for anything
        earlier.append(_as_earlier(document.text, one, found[-1]))
    return tuple(_repeated(figures, list(_inherited(document, times, figures, found))))


def _inherited(
    document: Document, times: Times, figures: Sequence[Parsed], found: Sequence[Context]
) -> Iterator[Context]:
    """The contexts, where figures that tell no time have that of the story's first one that does."""
    text = document.text
    timed = [
        Timed(c.period, is_compared(text, f.sentence.span, f.figure.span))
        for f, c in zip(figures, found, strict=True)
    ]
    lead = lead_period(text, zones(document), times.periods, timed)
    own = lead if times.own is None or (lead is not None and times.own.found == "document") else times.own
    top = _top(document)
    for one, time, context in zip(figures, timed, found, strict=True):
        if time.period is not None and time.period.found in _INHERITED and one.holds_always:
            yield replace(context, period=None)
            continue
        if one.figure.span.start >= top and _told_apart(one, context):
            # What a paragraph sets holds for what somebody says in it, what the story sets does not.
            yield (
                context
                if time.period is None or time.period.found not in _OF_STORY
                else replace(context, period=None)
            )
            continue
        short = own is not None and (own.kind in _SHORT or is_day(own)) and not _STANDS.match(own.text)
        over = short and one.is_of_today
        yield replace(context, period=own) if _takes_own(text, times, one, time) and not over else context


def _top(document: Document) -> int:
    """Where the headline and the paragraphs end that tell what a story is about."""
    zoned = zones(document)
    return zoned[min(_TOP, len(zoned)) - 1].span.end if zoned else 0


def _told_apart(one: Parsed, context: Context) -> bool:
    """True for what somebody says of now, or of money: "We HAVE 40", "she put it at £3m"."""
    told = context.voice in ("direct_quote", "indirect_quote")
    return told and (one.figure.kind == "money" or one.is_of_today)


def _takes_own(text: str, times: Times, one: Parsed, time: Timed) -> bool:
    """True for a figure that tells no time, is compared with none, and does not hold always."""
    if time.period is not None:
        return time.period.found == "document" and times.own is not None and time.period.key == times.own.key
    level = time.compared and (
        times.compared is not None or was_level(text, one.sentence.span, one.figure.span)
    )
    apart = one.is_whole_ahead or one.holds_always
    return not level and one.figure.kind not in TIMELESS and not apart


def _repeated(figures: Sequence[Parsed], found: Sequence[Context]) -> Iterator[Context]:
    """A number that is printed again without its period has the one that it was printed with."""
    told: dict[tuple[FigureKind, Decimal], Period] = {}
    for one, context in zip(figures, found, strict=True):
        figure = one.figure
        if context.period is not None and context.period.found in _PRINTED and _telling(figure):
            told.setdefault((figure.kind, figure.value or Decimal(0)), context.period)
    for one, context in zip(figures, found, strict=True):
        figure = one.figure
        period = told.get((figure.kind, figure.value)) if figure.value is not None else None
        inherited = context.period is None or context.period.found in ("document", "headline")
        yield replace(context, period=replace(period, found="document")) if period and inherited else context


def _telling(figure: Figure) -> bool:
    """True for a number that is hardly printed twice by chance: three digits, or a decimal point."""
    return figure.value is not None and len(figure.value.as_tuple().digits) >= 3


def comparison_context(speech: Speech, sentence: Sentence, span: Span) -> tuple[Stance, Mention | None]:
    """Stance and speaker of comparing words in a sentence."""
    held = sentence.inside(span)
    said = said_of(speech, sentence, span, held[0] if held else None)
    return stance_of(speech.text, sentence, span), said.speaker


def _context(
    document: Document, one: Parsed, places: Places, times: Times, earlier: Sequence[Earlier]
) -> Context:
    sentence, span, said = one.sentence, one.figure.span, one.said
    return Context(
        place=place_of(places, sentence, span, said.speaker if said.voice == "direct_quote" else None),
        period=period_of(times, sentence, one.figure, earlier, today=one.is_of_today),
        speaker=said.speaker,
        source=said.source,
        voice=said.voice,
        organisations=organisations_of(document.text, sentence.span, said.sayer),
        stance=stance_of(document.text, sentence, span),
        certainty=certainty_of(document.text, sentence, span),
    )


def _as_earlier(text: str, one: Parsed, context: Context) -> Earlier:
    compared = is_compared(text, one.sentence.span, one.figure.span)
    polled = is_of_poll(text, one.sentence.span) and one.is_of_today
    return Earlier(one.figure, context.period, compared, polled)
