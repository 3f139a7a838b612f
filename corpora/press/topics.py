"""The made news of `tuned.toml` and `reported.toml`: releases as facts, and the slips that papers make."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal

FOLDER = Path(__file__).resolve().parent
Half = Literal["tuned", "reported"]
#: Kinds of slips, each tuned on or only reported on. The first three alter the number, the rest the words.
KINDS: dict[str, Half] = {
    "value": "tuned",
    "digit": "tuned",
    "scale": "tuned",
    "polarity": "tuned",
    "direction": "tuned",
    "unit": "reported",
    "period": "reported",
    "place": "reported",
    "base": "reported",
    "hedge": "reported",
}
_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a release says, in several wordings."""

    of: str
    say: tuple[str, ...]
    #: Wordings that round the number, and hold as well.
    about: tuple[str, ...] = ()
    #: For each kind of slip, words and what it makes of them.
    swap: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Topic:
    """What releases of one sort are made from."""

    name: str
    half: Half
    draw: Mapping[str, tuple[int, int]]
    derive: Mapping[str, str]
    headlines: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """The numbers and names of one event."""

    topic: Topic
    numbers: Mapping[str, int]
    names: Mapping[str, str]

    def told(self, wording: str, **other: int) -> str:
        """A wording with its numbers, printed with commas, and its names."""
        numbers = {**self.numbers, **other}
        return _PLACE.sub(lambda m: self.names.get(m[1]) or f"{numbers[m[1]]:,}", wording)


@cache
def topics() -> tuple[Topic, ...]:
    """All topics, those that may be tuned on first."""
    halves: tuple[Half, ...] = ("tuned", "reported")
    return tuple(_topic(n, h, made) for h in halves for n, made in _table(h).items())


@cache
def names() -> dict[str, Any]:
    """The lists of made names."""
    return _table("names")


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _topic(name: str, half: Half, made: Mapping[str, Any]) -> Topic:
    draw = {k: (low, high) for k, (low, high) in made["draw"].items()}
    facts = tuple(_fact(f) for f in made["fact"])
    return Topic(name, half, draw, made.get("derive", {}), tuple(made["headlines"]), facts)


def _fact(made: Mapping[str, Any]) -> Fact:
    swap = {kind: tuple((a, b) for a, b in pairs) for kind, pairs in made.get("swap", {}).items()}
    return Fact(made["of"], tuple(made["say"]), tuple(made.get("about", ())), swap)


def release(topic: Topic, random: Random) -> Release:
    """An event of a topic, with numbers and names of its own."""
    numbers = {k: random.randint(low, high) for k, (low, high) in topic.draw.items()}
    known = {"up": _up, "down": _down, "whole": _whole}
    for name, rule in topic.derive.items():
        # The rules are our own, a line each beside the wordings; there is nothing else in reach.
        exact = {k: Fraction(v) for k, v in numbers.items()}
        numbers[name] = int(eval(rule, {"__builtins__": {}, **known, **exact}))
    return Release(topic, numbers, _named(random))


def _named(random: Random) -> dict[str, str]:
    from_ = names()
    town = random.choice(from_["heads"]) + random.choice(from_["tails"])
    county = random.choice(from_["heads"]) + random.choice(from_["shires"])
    people = {role: person(random) for role in ("person", "rival")}
    return {
        "town": town,
        "county": county,
        "body": f"{county} Council",
        "firm": random.choice(from_["firms"]),
        **people,
    }


def person(random: Random) -> str:
    """A made name."""
    return f"{random.choice(names()['first'])} {random.choice(names()['last'])}"


def _up(number: Fraction, step: int) -> int:
    """The next step above a number."""
    return int(number // step + 1) * step


def _down(number: Fraction, step: int) -> int:
    """The next step below a number."""
    return int(-(-number // step) - 1) * step


def _whole(number: Fraction) -> int:
    """Rounded to the nearest whole number, a half upward."""
    return int(number + Fraction(1, 2))
