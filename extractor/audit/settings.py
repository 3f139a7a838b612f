"""What an audit depends on: the same settings give the same store, whatever the number of workers."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from extractor import __version__
from extractor.audit.codec import to_json
from extractor.lexicon import load_policy, table
from extractor.model import Document


@dataclass(frozen=True, slots=True)
class Settings:
    """What every text of an audit is analysed with."""

    published: date | None = None
    policy: Path | None = None
    model: str | None = None

    @property
    def digest(self) -> str:
        """Equal for settings under which a text has the same claims and findings."""
        return _digest(__version__, load_policy(self.policy).digest, self.model, self.published)


def content_id(document: Document, settings: str) -> str:
    """The same for the same text, zones, title and day under the same settings, whoever prints it."""
    zones = to_json(document.blocks)
    return _digest(document.text, zones, document.title, document.published, document.language, settings)


def _digest(*parts: object) -> str:
    told = "\x1f".join("" if p is None else str(p) for p in parts)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def rules(section: str) -> dict[str, Any]:
    """A section of `data/audit.toml`."""
    found: dict[str, Any] = table("audit")[section]
    return found
