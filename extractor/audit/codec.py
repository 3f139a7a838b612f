"""Nouns as JSON and back, exactly: a bound of 1/3 stays a third.

>>> from extractor.model import Amount
>>> from fractions import Fraction
>>> third = Amount(Fraction(1, 3), None, "%")
>>> from_json(to_json(third), Amount) == third
True
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, TypeVar

import msgspec

from extractor.regexes import Regex

Noun = TypeVar("Noun")
#: Digits over digits: "1e999999999" is a fraction as well, and takes hours.
_FRACTION = Regex(r"-?\d{1,4000}(?:/\d{1,4000})?")


def to_json(noun: object) -> str:
    """A noun, or a tuple of them, as one line of JSON."""
    return msgspec.json.encode(noun, enc_hook=_told).decode()


def from_json(text: str, kind: type[Noun]) -> Noun:
    """The noun that `to_json` wrote."""
    return msgspec.json.decode(text, type=kind, dec_hook=_made)


def _told(value: object) -> str:
    if isinstance(value, Fraction):
        return str(value)
    raise NotImplementedError(f"no JSON for {type(value).__name__}")


def _made(kind: type, value: Any) -> Any:
    if kind is Fraction:
        if not isinstance(value, str) or _FRACTION.fullmatch(value) is None:
            raise ValueError(f"no fraction: {str(value)[:40]!r}")
        return Fraction(value)
    raise NotImplementedError(f"no {kind.__name__} from JSON")
