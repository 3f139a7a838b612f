"""The bytes of one file and where they come from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.errors import EmptyError, InputError
from extractor.model import Document, Problem
from extractor.read.draft import Origin
from extractor.read.options import OPTIONS, ReadOptions
from extractor.read.watch import goes_on

#: An archive in an archive in an archive is as deep as people pack.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Given:
    """The bytes of one file with what is known of them."""

    data: bytes
    origin: Origin
    #: How many archives it lies in.
    depth: int = 0
    options: ReadOptions = OPTIONS


def given(data: bytes, origin: Origin, depth: int = 0, options: ReadOptions = OPTIONS) -> Given:
    """The bytes, if there are any and not too many.

    Raises:
        EmptyError: there are none but blanks.
        InputError: there are too many, or they lie too deep.
    """
    if not data.strip():
        raise EmptyError(origin.source, "empty; give a file with text")
    if len(data) > options.most_bytes:
        told = f"more than {options.size} MB; split it, or allow more with --size-limit"
        raise InputError(origin.source, told)
    if depth > DEEPEST:
        raise InputError(origin.source, f"packed more than {DEEPEST} archives deep; unpack it first")
    return Given(data, replace(origin, sha256=hashlib.sha256(data).hexdigest()), depth, options)


def not_empty(
    found: Iterator[Document | Problem],
    origin: Origin,
    otherwise: str = "no article in it; give a file that holds some",
) -> Iterator[Document | Problem]:
    """What was found.

    Raises:
        EmptyError: it was nothing.
    """
    nothing = not goes_on()
    for one in found:
        nothing = False
        yield one
    if nothing:
        raise EmptyError(origin.source, otherwise)
