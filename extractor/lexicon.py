"""Word lists and thresholds: data files under `extractor/data`, read once.

A list is a TOML file whose header says what it holds and where its numbers come from.
The word policy is the one that people may replace (`--policy FILE`).
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from extractor.errors import SettingsError


@cache
def table(name: str) -> Mapping[str, Any]:
    """The parsed data file `extractor/data/NAME.toml`."""
    text = (resources.files("extractor") / "data" / f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@dataclass(frozen=True, slots=True)
class Policy:
    """What hedges, fraction words and adverbs of degree allow; see `data/policy.toml`."""

    rules: Mapping[str, Any]
    #: First twelve hex digits of the file's SHA-256, printed in every output.
    digest: str

    def degree(self, word: str) -> Mapping[str, Any] | None:
        """The rule for an adverb or verb of degree, or None where the policy has none."""
        rules: Mapping[str, Mapping[str, Any]] = self.rules["degree"]
        return next((rule for rule in rules.values() if word.lower() in rule["words"]), None)


def load_policy(path: Path | None = None) -> Policy:
    """The shipped policy, or the one in a file.

    Raises:
        SettingsError: the file cannot be read, is no TOML or lacks a section.
    """
    if path is None:
        return _shipped_policy()
    try:
        return _policy(path.read_bytes())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"policy {path}: {error}; copy extractor/data/policy.toml and edit it") from error


@cache
def _shipped_policy() -> Policy:
    return _policy((resources.files("extractor") / "data" / "policy.toml").read_bytes())


def _policy(data: bytes) -> Policy:
    rules = tomllib.loads(data.decode("utf-8"))
    missing = {"hedge", "fraction", "multiple", "one_in", "degree"} - rules.keys()
    if missing:
        raise SettingsError(f"policy: no section [{sorted(missing)[0]}]; see extractor/data/policy.toml")
    return Policy(MappingProxyType(rules), hashlib.sha256(data).hexdigest()[:12])
