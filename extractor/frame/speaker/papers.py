"""Papers that say something: "figures from the ONS show", "Barlow's report found", "the indictment says"."""

from __future__ import annotations

from extractor.frame.named import BODY_TAIL, RUN, names
from extractor.frame.speaker.phrases import FINITE, phrase_stop, trimmed
from extractor.frame.speaker.said import Sayer, words
from extractor.model import Span
from extractor.regexes import Regex

#: Their nouns as part of a pattern, with and without a capital.
PAPERS = "|".join(sorted({form for noun in words("papers") for form in (noun, noun.capitalize())}))
#: A paper at the start of a phrase: "Census data", "A report from", "the bank's latest figures".
_PAPER = Regex(
    r"[\s,“\"(]*(?:[Tt]he\s+|[Aa]n?\s+)?"
    r"(?P<noun>(?:(?!(?:from|of|by|in|on|at|to|and|with|for|as|than|what|whether|which|that|who|how|if|not|never|\w+n[’']t)\s)[\w./’'-]+\s+){0,6}?"
    rf"(?:{PAPERS}))"
    r"(?=\s+(?:from|by|of|for|at|on|in|into|to|about|among|that|which|conducted|seen|taken|done|made|\w+ed)\b|\s*[,.;]|\s*$)"
)
_OWNED = Regex(
    r"(?:[Tt]he\s+)?(?P<owner>(?!(?:[Ii]ts|[Tt]heir|[Tt]oday|\w+day|[Tt]his|[Ll]ast)\b)[\w .-]+?)"
    r"(?:[’']s|(?<=s)[’'])\s"
)
_MADE_BY = Regex(r"\s++(?:(?:\w++\s++)?from|(?:[^,;.]{0,40}?\s)?by)\s+(?:the\s+|an?\s+)?")


def paper_at(text: str, start: int, stop: int, *, after: bool = False) -> Sayer | None:
    """A paper as the source, by the body behind it where one is named: "figures from the ONS"."""
    found = _PAPER.match(text, start, stop)
    if found is None or (not after and FINITE.search(text, found.end(), stop)):
        return None
    noun = Span(found.start("noun"), found.end("noun"))
    behind = _owner(text, noun) or _author(text, noun.end, stop)
    if behind is not None:
        return Sayer(behind, behind.of(text), "body", Span(noun.start, max(noun.end, behind.end)))
    return Sayer(noun, noun.of(text), "body", noun)


def _owner(text: str, noun: Span) -> Span | None:
    """Whose paper it is: "BARLOW's report", "NHS ENGLAND data"."""
    owned = _OWNED.match(text, noun.start, noun.end)
    if owned is not None:
        return Span(*owned.span("owner"))
    named = [s for s, kind in names(text, noun.start, noun.end) if kind == "body"]
    return named[0] if named and named[0].end < noun.end else None


def _author(text: str, at: int, stop: int) -> Span | None:
    """Who made the paper: "a survey by lender FORDHAM", "a report from the STATE AUDITOR"."""
    made = _MADE_BY.match(text, at, stop)
    if made is None:
        return None
    whole = trimmed(text, made.end(), phrase_stop(text, made.end(), stop))
    run = RUN.search(text, whole.start, whole.end)
    if run is None or run[0].endswith(("'s", "’s")):
        return whole if whole.end > whole.start else None
    tail = BODY_TAIL.match(text, run.end(), whole.end)
    return Span(run.start(), tail.end() if tail is not None else run.end())
