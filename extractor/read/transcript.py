"""Subtitles and transcripts (SRT, WebVTT): what was said, by speaker, without the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from extractor.model import Document
from extractor.read.clean import clean, one_line
from extractor.read.draft import Origin, Piece, document_from_pieces
from extractor.read.zones import ends_sentence
from extractor.regexes import Regex

_CUE = Regex(r"(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}[^\n]*\n")
_HEADER = Regex(r"\A\s*WEBVTT[^\n]*(?:\n[^\n]+)*|^(?:NOTE|STYLE|REGION)\b[^\n]*(?:\n[^\n]+)*", re.MULTILINE)
_VOICE = Regex(r"<v(?:\.[\w.]+)?\s+([^>]+)>")
_TAG = Regex(r"</?[a-z][^>]*>|\{\\[^}]*\}|<\d[\d:.]*>", re.IGNORECASE)
_NEW_SPEAKER = Regex(r"\s*(?:>>|-\s+|[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}:\s)")
#: A turn longer than this is parted at the end of a sentence.
_LONG_TURN = 600


def transcript(text: str, origin: Origin, notes: tuple[str, ...] = ()) -> Document:
    """The words of a transcript in turns; every turn is a paragraph.

    Raises:
        EmptyError: nothing is said in it.
        NotSupportedError: it is not English.
    """
    cleaned = clean(text)
    said = (Piece(turn) for turn in _turns(_cues(cleaned.text)))
    return document_from_pieces(said, origin, (*notes, *cleaned.notes))


def _cues(text: str) -> Iterator[str]:
    """The words of each cue, its number and times left out; repeats of rolling captions once."""
    body = _HEADER.sub("", text)
    before = ""
    for part in _CUE.split(body)[1:]:
        # The number of the next cue ends this part.
        lines = re.sub(r"\n\s*\n\s*(?:\d+|[\w-]+)?\s*$", "", part.rstrip("\n") + "\n\n").strip()
        words = one_line(unescape(_TAG.sub("", _VOICE.sub(r"\1: ", " ".join(lines.split())))))
        if words and words != before:
            yield words
            before = words


def _turns(cues: Iterator[str]) -> Iterator[str]:
    turn = ""
    for cue in cues:
        over = _NEW_SPEAKER.match(cue) or (len(turn) > _LONG_TURN and ends_sentence(turn))
        if turn and over:
            yield turn
            turn = ""
        turn = f"{turn} {cue}".strip()
    if turn:
        yield turn
