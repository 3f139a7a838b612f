"""What a desk has settled before: a file of findings that a report leaves out.

A line is the id of a finding ("f-3c9d2a1b7e60"), or a regular expression between strokes, "/house style/",
that stands somewhere in the sentences of the finding's figures. "#" begins a comment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import regex

from extractor.errors import SettingsError
from extractor.model import Claim, Comparison, Finding, Review

#: Seconds that one pattern may take in one sentence; patterns are people's own and may be slow ones.
PATIENCE = 1.0


@dataclass(frozen=True, slots=True)
class Ignored:
    """The ids and the patterns of a file."""

    ids: frozenset[str]
    patterns: tuple[regex.Pattern[str], ...]


def load_ignored(path: Path) -> Ignored:
    """Read an ignore file.

    Raises:
        SettingsError: the file cannot be read, or a line of it is neither an id nor a pattern.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: no file of findings to ignore that can be read") from error
    told = [
        (n, line.partition(" #")[0].strip()) for n, line in enumerate(lines, 1) if not line.startswith("#")
    ]
    ids = frozenset(line for _, line in told if line.startswith("f-"))
    patterns = (_pattern(path, n, line) for n, line in told if line and not line.startswith("f-"))
    return Ignored(ids, tuple(patterns))


def _pattern(path: Path, number: int, line: str) -> regex.Pattern[str]:
    if len(line) < 3 or not (line.startswith("/") and line.endswith("/")):
        raise SettingsError(f"{path}, line {number}: {line!r} is no id (f-...) and no /pattern/")
    try:
        return regex.compile(line[1:-1])
    except regex.error as error:
        raise SettingsError(f"{path}, line {number}: {line} is no regular expression: {error}") from error


def without_ignored(review: Review, ignored: Ignored) -> Review:
    """The review without the findings that an ignore file names.

    Raises:
        SettingsError: a pattern takes too long.
    """
    texts = {document.id: document.text for document in review.documents}
    kept = tuple(f for f in review.findings if not _is_ignored(f, ignored, texts))
    return replace(review, findings=kept)


def _is_ignored(finding: Finding, ignored: Ignored, texts: dict[str, str]) -> bool:
    if finding.id in ignored.ids:
        return True
    return any(_found(p, sentence) for sentence in _sentences(finding, texts) for p in ignored.patterns)


def _found(pattern: regex.Pattern[str], sentence: str) -> bool:
    try:
        return pattern.search(sentence, timeout=PATIENCE) is not None
    except TimeoutError as error:
        raise SettingsError(
            f"/{pattern.pattern}/ takes over {PATIENCE:g} s in one sentence; make it simpler"
        ) from error


def _sentences(finding: Finding, texts: dict[str, str]) -> Iterator[str]:
    for role in finding.relation.roles:
        if isinstance(role.value, Claim | Comparison) and role.value.document in texts:
            yield role.value.sentence.of(texts[role.value.document])
