"""Organisations in a claim's sentence: whose figures they are first, then those that are named.

"figures from X", "a report by X", "according to X", "X data show": the source. A person's own
organisation ("X of Y", "X, who chairs Y") stands with the person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.frame.speaker.sayers import RUN, Sayer, words
from extractor.model import Mention, Span
from extractor.names import same_name
from extractor.regexes import Regex

_SOURCE_BEFORE = Regex(
    r"\b(?:"
    + "|".join(sorted(words("sources")))
    + r")\b[^.;:]{0,40}?\b(?:from|by|of|at)\s+(?:the\s+)?$|\baccording\s+to\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SOURCE_AFTER = Regex(
    r"(?:['’]s)?\s+(?:own\s+)?(?:" + "|".join(sorted(words("sources"))) + r")\b", re.IGNORECASE
)
_BACK = 80


def organisations_of(text: str, sentence: Span, source: Sayer | None) -> tuple[Mention, ...]:
    """The organisations of a sentence, sources first, forms of one name once."""
    named = _named(text, sentence)
    sources = [m for m in named if m.span is not None and _is_source(text, sentence, m.span)]
    spoken = [_mention(source.span, source.text)] if source is not None and source.kind == "body" else []
    return _once([*spoken, *sources, *named])


def _named(text: str, sentence: Span) -> list[Mention]:
    found = []
    for run in RUN.finditer(text, sentence.start, sentence.end):
        span = _body(text, run, sentence)
        if span is not None:
            found.append(_mention(span, span.of(text)))
    return found


def _body(text: str, run: re.Match[str], sentence: Span) -> Span | None:
    parts = [p.rstrip(".,'’") for p in run[0].removesuffix("'s").removesuffix("’s").split()]
    known = any(p in words("bodies") for p in parts)
    short = len(parts) == 1 and parts[0].isupper() and 2 <= len(parts[0]) <= 6 and parts[0].isalpha()
    if not known and not (short and _is_source(text, sentence, Span(*run.span()))):
        return None
    end = run.end() - (2 if run[0].endswith(("'s", "’s")) else 0)
    tail = Regex(r"\s+(?:of|for)\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)*").match(
        text, end, sentence.end
    )
    return Span(run.start(), tail.end() if tail is not None and known else end)


def _is_source(text: str, sentence: Span, span: Span) -> bool:
    before = text[max(sentence.start, span.start - _BACK) : span.start]
    return _SOURCE_BEFORE.search(before) is not None or _SOURCE_AFTER.match(text, span.end) is not None


def _mention(span: Span, text: str) -> Mention:
    return Mention(span, text, " ".join(text.lower().removeprefix("the ").split()), "sentence")


def _once(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in mentions:
        if not any(same_name(mention.text, k.text) for k in kept):
            kept.append(mention)
    return tuple(kept)
