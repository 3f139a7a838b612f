"""Makes a press: some thousand stories of some hundred events, with slips that only a sibling gives away.

    python -m corpora.press.make FOLDER --documents 5000 --conflicts 200 --hostile 0.02

writes `press.jsonl` (the stories), `truth.jsonl` (which sentence of which story tells which fact, and what
was planted) and `hostile/` (files that cannot be read). The same arguments give the same bytes.

An event is printed by one to six papers: word for word, shortened, or told anew. Other towns have events of
the same sort in the same weeks, in the same words and with other numbers; nothing in those is a slip.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from corpora.press.hostile import write_hostile
from corpora.press.topics import KINDS, Fact, Release, names, person, release, topics

#: Slips that put another number into the wording; the others change words.
NUMBERS = ("value", "digit")
START = date(2025, 3, 3)
#: Days over which the events are spread.
SPREAD = 180


@dataclass(slots=True)
class Sentence:
    """A fact as one story words it."""

    fact: str
    wording: str
    exact: bool
    text: str = ""


@dataclass(slots=True)
class Story:
    """One printing of an event."""

    id: str
    event: int
    outlet: str
    day: date
    release: Release
    headline: str
    sentences: list[Sentence]
    colour: list[str]
    planted: dict[str, str] | None = None
    changed: dict[str, int] = field(default_factory=dict)

    def paragraphs(self) -> list[str]:
        """Headline, then facts with colour between them."""
        lead, *rest = [s.text for s in self.sentences]
        return [self.release.told(self.headline, **self.changed), lead, *_mixed(rest, self.colour)]

    def record(self) -> dict[str, Any]:
        """What `crossfoot audit` reads."""
        text = "\n\n".join(self.paragraphs()) + "\n"
        return {"id": self.id, "outlet": self.outlet, "published": self.day.isoformat(), "text": text}

    def truth(self) -> dict[str, Any]:
        """What a judge needs: the sentences of each fact, and the slip."""
        told = [[s.fact, s.text] for s in self.sentences]
        shown = [f.of for f in self.release.topic.facts if f"{{{f.of}}}" in self.headline]
        told += [[fact, self.paragraphs()[0]] for fact in shown]
        return {
            "id": self.id,
            "event": self.event,
            "topic": self.release.topic.name,
            "told": told,
            "planted": self.planted,
        }


def _mixed(facts: Sequence[str], colour: Sequence[str]) -> Iterator[str]:
    for number, fact in enumerate(facts):
        yield fact
        if number < len(colour):
            yield colour[number]


def press(documents: int, conflicts: int, random: Random) -> list[Story]:
    """So many stories, with so many slips, as many of each kind as there are stories that allow it."""
    stories: list[Story] = []
    event = 0
    while len(stories) < documents:
        made = release(random.choice(topics()), random)
        stories += _event(event, made, random)[: documents - len(stories)]
        event += 1
    _plant(stories, conflicts, random)
    for story in stories:
        _word(story)
    return stories


def _event(event: int, made: Release, random: Random) -> list[Story]:
    day = START + timedelta(days=random.randrange(SPREAD))
    papers = random.sample(range(40), random.choice((1, 1, 2, 2, 3, 3, 4, 5, 6)))
    around = _around(random)
    first = _told(made, around, random)
    stories = []
    for number, paper in enumerate(papers):
        own = first if number == 0 or random.random() < 0.4 else _told(made, around, random)
        sentences = [Sentence(s.fact, s.wording, s.exact) for s in own[1]]
        if number and own is first and random.random() < 0.5:
            sentences = sentences[:-1]
        outlet = f"{names()['heads'][paper % 25]}ton {names()['outlets'][paper]}"
        out = day + timedelta(days=random.randrange(3))
        stories.append(Story(f"e{event:05}-{number}", event, outlet, out, made, own[0], sentences, own[2]))
    return stories


def _told(made: Release, around: Mapping[str, int], random: Random) -> tuple[str, list[Sentence], list[str]]:
    """A headline, sentences and colour: one paper's way of telling it."""
    lead, *rest = made.topic.facts
    random.shuffle(rest)
    kept = [lead, *rest[: random.randint(max(2, len(rest) - 2), len(rest))]]
    sentences = [_sentence(fact, random) for fact in kept]
    colour = [
        _coloured(wording, around, random)
        for wording in random.sample(names()["colour"], random.randint(1, 3))
    ]
    return random.choice(made.topic.headlines), sentences, colour


def _sentence(fact: Fact, random: Random) -> Sentence:
    if fact.about and random.random() < 0.2:
        return Sentence(fact.of, random.choice(fact.about), exact=False)
    return Sentence(fact.of, random.choice(fact.say), exact=True)


def _coloured(wording: str, around: Mapping[str, int], random: Random) -> str:
    """Colour with what is so around the event, and with a resident of its own."""
    resident = {"age": random.randint(24, 88), "years": random.randint(3, 22)}
    return wording.format(person=person(random), **around, **resident)


def _around(random: Random) -> dict[str, int]:
    """Numbers of the surroundings, which every paper has right."""
    limits = {"crowd": (11, 29), "day": (4, 20), "days": (5, 29), "many": (120, 980), "buns": (4, 12)}
    limits |= {"seats": (31, 66), "empty": (2, 9), "months": (2, 9)}
    return {k: random.randint(low, high) for k, (low, high) in limits.items()}


def _plant(stories: Sequence[Story], conflicts: int, random: Random) -> None:
    """Slips of every kind in turn, at most one an event, in a fact that a sibling prints exactly."""
    order = list(stories)
    random.shuffle(order)
    siblings: dict[int, list[Story]] = {}
    for story in stories:
        siblings.setdefault(story.event, []).append(story)
    taken: set[int] = set()
    kinds = list(KINDS)
    for number in range(conflicts):
        kind = kinds[number % len(kinds)]
        for story in order:
            if story.event not in taken and _slip(story, kind, siblings[story.event], random):
                taken.add(story.event)
                break


def _slip(story: Story, kind: str, siblings: Sequence[Story], random: Random) -> bool:
    """Make a slip of a kind in a story if one is possible."""
    facts = {f.of: f for f in story.release.topic.facts}
    for sentence in random.sample(story.sentences, len(story.sentences)):
        others = [
            s for o in siblings if o is not story for s in o.sentences if s.fact == sentence.fact and s.exact
        ]
        if others and sentence.exact and _altered(story, sentence, facts[sentence.fact], kind, random):
            story.planted = {"kind": kind, "fact": sentence.fact, "before": sentence.wording}
            return True
    return False


def _altered(story: Story, sentence: Sentence, fact: Fact, kind: str, random: Random) -> bool:
    if kind in NUMBERS:
        number = _other_number(story.release.numbers[fact.of], kind, random)
        story.changed = {} if number is None else {fact.of: number}
        return number is not None
    if kind == "hedge":
        return _hedged(sentence, fact)
    for words, slip in fact.swap.get(kind, ()):
        # "{homes} homes" may become "{homes} shops", never "{shops} shops".
        slipped = re.sub(r"(?<!\{)" + re.escape(words), slip.replace("\\", ""), sentence.wording)
        if slipped != sentence.wording:
            sentence.wording = slipped
            return True
    return False


def _hedged(sentence: Sentence, fact: Fact) -> bool:
    """ "More than N" for a number below N."""
    if not fact.about:
        return False
    wording = next(w for w in fact.about if "{least}" in w)
    sentence.wording = wording.replace("{least}", "{most}")
    return "ore than" in wording


def _other_number(number: int, kind: str, random: Random) -> int | None:
    if kind == "digit":
        digits = str(number)
        turned = [digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in range(len(digits) - 1)]
        fit = [int(t) for t in turned if t[0] != "0" and abs(int(t) - number) * 50 >= number]
        return random.choice(fit) if fit else None
    factor = random.choice((random.uniform(1.1, 1.45), random.uniform(0.68, 0.9)))
    other = round(number * factor)
    return other if abs(other - number) >= 2 else None


def _word(story: Story) -> None:
    for sentence in story.sentences:
        altered = story.planted is not None and story.planted["fact"] == sentence.fact
        sentence.text = story.release.told(sentence.wording, **(story.changed if altered else {}))


def write(folder: Path, documents: int, conflicts: int, hostile: float, seed: int) -> int:
    """Write the press; the number of slips in it."""
    random = Random(seed)
    stories = press(documents, conflicts, random)
    folder.mkdir(parents=True, exist_ok=True)
    _lines(folder / "press.jsonl", (s.record() for s in stories))
    _lines(folder / "truth.jsonl", (s.truth() for s in stories))
    write_hostile(folder / "hostile", round(documents * hostile), random)
    return sum(s.planted is not None for s in stories)


def _lines(path: Path, records: Iterator[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def main() -> None:
    """Read the arguments and write the press."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--conflicts", type=int, default=200)
    parser.add_argument("--hostile", type=float, default=0.0, help="share of files that cannot be read")
    parser.add_argument("--seed", type=int, default=8)
    given = parser.parse_args()
    planted = write(given.folder, given.documents, given.conflicts, given.hostile, given.seed)
    print(f"{given.documents} stories, {planted} slips planted in {given.folder}")


if __name__ == "__main__":
    main()
