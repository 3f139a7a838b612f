"""Learns the weights of `extractor/data/ties.toml`: `python -m gold.ties --help`.

Which figures a text ties is known where people labelled it (the tuning parts of the gold and of the
passages, and all of `gold/told`, written to learn from), and where the printed numbers of a story without
an error show it (corpora/clean): one pair of levels makes the change, the others do not. Pairs that fit by
chance are left out. Logistic regression on the features of the text, which never look at the fit, then says
how much each speaks for a tie. Scores are those of stories that were held out, a fifth at a time.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from spacy.language import Language

from extractor.amount import meet
from extractor.find import find
from extractor.frame import frame, load_model
from extractor.lexicon import load_policy
from extractor.model import Claim, Relation
from extractor.read import document_from_text
from extractor.reconcile.check.equations import EQUATIONS
from extractor.reconcile.link import link
from extractor.reconcile.link.tie import TIES, Tie
from extractor.reconcile.link.tie.triple import Triple
from extractor.reconcile.link.window.near import is_near
from extractor.reconcile.story import Story
from gold.logistic import regression
from gold.passages.passage import load as load_passages
from gold.tally import Json
from gold.texts import load_part
from gold.told.cutting import load as load_cuttings

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "extractor" / "data" / "ties.toml"
FOLDS = 5
#: Weight of the squared coefficients, which keeps rare features small.
RIDGE = 1.0
#: Times that a feature has to be seen to get a weight, and the least weight that is kept.
SEEN, KEPT = 15, 0.05
#: What each is learnt from; the cuttings told no more changes apart.
SOURCES = {"change": {"gold", "passages", "clean"}, "share": {"gold", "passages", "told", "clean"}}
#: From which likelihood on a tie may accuse: where the held-out stories without an error stay unflagged.
LEAST = {"change": 0.85, "share": 0.95}
HEADER = """\
# How much each feature of a text speaks for a tie between three figures: log odds, learnt.
#
# Made by `python -m gold.ties --write`, never by hand; docs/decisions/0011-learnt-ties.md tells how and
# why. `least` is the likelihood from which a tie is made. Features are named in reconcile/link/tie.
"""
#: 1 for a tie, 0 for none, None where nobody can tell.
Label = Callable[[Triple], int | None]
#: The figures of each labelled tie by their offsets; None for a story whose numbers have to show them.
Truth = Sequence[Sequence[tuple[int, int]]] | None


@dataclass(frozen=True, slots=True)
class Sample:
    """One figure of a story with everything that it could be tied to."""

    source: str
    document: str
    story: Story
    triples: tuple[Triple, ...]
    described: tuple[frozenset[str], ...]
    labels: tuple[int | None, ...]


def samples(tie: Tie) -> Iterator[Sample]:
    """The figures of all stories to learn from that have anything to be tied to."""
    for source, story, truth in _stories():
        if source not in SOURCES[tie.name]:
            continue
        label = _label(tie, story, truth)
        for claim in story.claims:
            triples = tuple(tie.triples(story, claim))
            if triples:
                described = tuple(tie.describe(story, t) for t in triples)
                yield Sample(source, story.document.id, story, triples, described, tuple(map(label, triples)))


def fits(tie: Tie, story: Story, triple: Triple) -> bool:
    """True if the printed numbers of three figures agree, whether the text ties them or not."""
    relation = tie.relation(story, triple)
    equation = EQUATIONS[relation.kind](relation, load_policy())
    return meet(equation.stated, equation.computed)


def _learnt(chosen: Sequence[Sample]) -> dict[str, float]:
    pairs = [(d, y) for s in chosen for d, y in zip(s.described, s.labels, strict=True) if y is not None]
    return regression([d for d, _ in pairs], [y for _, y in pairs], ridge=RIDGE, seen=SEEN)


def _fold(document: str) -> int:
    """Twins stay together: the number comes from the id without its last word."""
    return int(hashlib.sha256(document.removesuffix("-twin").encode()).hexdigest(), 16) % FOLDS


def held_out(every: Sequence[Sample]) -> Iterator[tuple[Sample, float, int]]:
    """Each sample with the likelihood and place of its best triple under weights learnt without its fold."""
    for fold in range(FOLDS):
        weights = _learnt([s for s in every if _fold(s.document) != fold])
        for sample in every:
            if _fold(sample.document) == fold:
                sums = [sum(weights.get(f, 0.0) for f in d) for d in sample.described]
                best = max(range(len(sums)), key=sums.__getitem__)
                yield sample, 1 / (1 + exp(-sums[best])), best


@cache
def _stories() -> tuple[tuple[str, Story, Truth], ...]:
    """All stories to learn from, with their source."""
    gold = [("gold", d["id"], d["text"], _gold_ties(d)) for d in load_part("tune").documents]
    passages = [("passages", p.id, p.text, () if p.innocent else (p.figures,)) for p in load_passages("tune")]
    told = [("told", c.id, c.text, tuple(t.figures for t in c.relations)) for c in load_cuttings()]
    clean = [
        ("clean", path.stem, path.read_text("utf-8"), None)
        for path in sorted((ROOT / "corpora" / "clean").glob("*.txt"))
    ]
    return tuple(
        (source, framed_story(name, text), truth)
        for source, name, text, truth in (*gold, *passages, *told, *clean)
    )


def _gold_ties(document: Json) -> Truth:
    return [
        [(e["start"], e["end"]) for e in finding["figures"]]
        for finding in document["findings"]
        if finding["verdict"] in ("consistent", "mismatch") and len(finding["figures"]) <= 4
    ]


def _label(tie: Tie, story: Story, truth: Truth) -> Label:
    """What is known of the triples of a story: by its labels, or where it has none by its numbers."""
    shown = {_set(r) for r in link(story) if r.strength != "contextual"} if truth is None else set()

    def label(triple: Triple) -> int | None:
        labelled = any(all(_among(c, spans) for c in triple.claims) for spans in truth or ())
        if labelled or frozenset(c.id for c in triple.claims) in shown:
            return 1
        return None if fits(tie, story, triple) else 0

    return label


def _among(claim: Claim, spans: Sequence[tuple[int, int]]) -> bool:
    return any(claim.figure.span.start < end and start < claim.figure.span.end for start, end in spans)


def _set(relation: Relation) -> frozenset[str]:
    return frozenset(c.id for c in relation.claims())


def framed_story(name: str, text: str) -> Story:
    """A text as the linkers see it."""
    document = document_from_text(text, id=name)
    framed = frame(document, find(text, load_policy(), document.blocks), _model(), None)
    return Story(document, framed.claims, framed.comparisons)


@cache
def _model() -> Language:
    return load_model(None)


def _report(tie: Tie, every: Sequence[Sample]) -> Iterator[str]:
    """How many held-out ties are right at each likelihood, and which wrong ones would be flagged."""
    judged = list(held_out(every))
    for least in (0.5, 0.7, 0.8, 0.9, 0.95):
        for source in ("gold", "passages", "told", "clean"):
            own = [(s, best) for s, p, best in judged if s.source == source and p >= least]
            right = sum(s.labels[best] == 1 for s, best in own)
            wrong = sum(s.labels[best] == 0 for s, best in own)
            flagged = sum(_would_flag(tie, s, best) for s, best in own)
            ties = sum(1 in s.labels for s, *_ in judged if s.source == source)
            told = f"right {right} of {ties}, wrong {wrong}, {flagged} of them near"
            yield f"{tie.name} {least} {source}: {told}"
    for sample, p, best in judged:
        if p >= LEAST[tie.name] and _would_flag(tie, sample, best):
            told = " | ".join(c.figure.text for c in sample.triples[best].claims)
            words = sample.story.words(sample.triples[best].extent).replace("\n", " ")
            yield f"  {sample.document} {p:.2f} {told}\n      {words[:600]}"


def _would_flag(tie: Tie, sample: Sample, best: int) -> bool:
    triple = sample.triples[best]
    wrong = sample.labels[best] == 0 and not tie.is_explained(sample.story, triple)
    return wrong and is_near(tie.relation(sample.story, triple))


def _written(learnt: dict[str, dict[str, float]]) -> str:
    lines = [HEADER]
    for name, weights in learnt.items():
        lines += [f"[{name}]", f"least = {LEAST[name]}", "", f"[{name}.weights]"]
        lines += [f'"{f}" = {w:.2f}' for f, w in sorted(weights.items()) if abs(w) >= KEPT]
        lines.append("")
    return "\n".join(lines)


def main() -> int:
    """Entry point: prints the held-out scores; writes the weights if asked."""
    parser = argparse.ArgumentParser(description="Learn which figures a text ties.")
    parser.add_argument("--write", action="store_true", help=f"write {OUT.relative_to(ROOT)}")
    arguments = parser.parse_args()
    learnt = {}
    for tie in TIES:
        every = list(samples(tie))
        print(*_report(tie, every), sep="\n")
        learnt[tie.name] = _learnt(every)
    if arguments.write:
        OUT.write_text(_written(learnt), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
