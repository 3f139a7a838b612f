"""What an audit costs: two workers beside one, and how the stage between documents grows.

The stage between documents is measured on made presses of 5,000 to 50,000 stories, whose figures are found
and not parsed: the noun behind a number stands for what it counts. Clusters, comparisons and writes are real.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from math import log
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from corpora.press.make import press, write
from extractor.audit.across import compare_siblings
from extractor.audit.analysis import Analysis, anchors_of, bands_of, claim_row, figures_digest, signature_of
from extractor.audit.codec import to_json
from extractor.audit.run import Way, audit
from extractor.audit.settings import Settings, content_id
from extractor.audit.store import Printing, Store
from extractor.find import find
from extractor.model import Claim, Document, Mention, Span, stable_id
from extractor.read import document_from_text

#: Stories that one and two workers check in turn.
CHECKED = 4_000
TURNS = 3
SIZES = (5_000, 10_000, 20_000, 50_000)
_SENTENCE = re.compile(r"[^\n]+")
_NOUN = re.compile(r"\s*([a-z]+)")


def claims_in(document: Document) -> Iterator[Claim]:
    """Figures with the word behind them as what they count, a line as their sentence."""
    text = document.text
    lines = [Span(*m.span()) for m in _SENTENCE.finditer(text)]
    for figure in find(text, blocks=document.blocks):
        sentence = next(s for s in lines if s.contains(figure.span))
        noun = _NOUN.match(text, figure.span.end)
        measure = None if noun is None else Mention(Span(*noun.span(1)), noun[1], noun[1].removesuffix("s"))
        name = stable_id("c", document.id, figure.span.start)
        yield Claim(name, document.id, figure, sentence, measure=measure)


def analysed(document: Document, content: str) -> Analysis:
    """One text as a worker would hand it over, without its own findings."""
    named = document_from_text(document.text, id=content)
    claims = tuple(claims_in(named))
    signature = signature_of(named.text)
    return Analysis(
        content,
        named.text,
        to_json(named),
        "[]",
        signature,
        figures_digest(claims, named.text),
        tuple(claim_row(c, named.text) for c in claims),
        tuple(anchors_of(content, claims, named.text)),
        tuple(bands_of(signature)),
        (),
    )


def filled(path: Path, documents: int) -> None:
    """A store of so many made stories, analysed and not yet compared."""
    digest = Settings().digest
    with Store.open(path, create=True) as store:
        store.connection.execute("PRAGMA synchronous = OFF")
        for story in press(documents, documents // 25, Random(8)):
            told = story.record()
            document = document_from_text(told["text"], id=told["id"])
            printing = Printing.of(document, content_id(document, digest))
            store.print(printing)
            if not store.holds(printing.content):
                store.add(analysed(document, printing.content), digest)


def between(documents: int) -> None:
    """Compare a made press; print processor seconds, seconds, peak megabytes, clusters and findings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "press.sqlite"
        filled(path, documents)
        with Store.open(path) as store:
            start, clock = process_time(), perf_counter()
            compare_siblings(store, Settings())
            seconds, waited = process_time() - start, perf_counter() - clock
            ((clusters,),) = store.rows("SELECT count(DISTINCT id) FROM clusters")
            ((found,),) = store.rows("SELECT count(*) FROM findings")
    print(json.dumps([seconds, waited, peak(), clusters, found]))


def peak() -> float:
    """Megabytes that this process held at most."""
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def growth() -> None:
    """Print what the stage between documents costs by the size of the press."""
    costs = {}
    for size in SIZES:
        ran = subprocess.run(
            [sys.executable, __file__, "between", str(size)], check=True, capture_output=True, text=True
        )
        seconds, waited, held, clusters, found = json.loads(ran.stdout)
        costs[size] = seconds
        told = f"{seconds:.1f} s of a processor ({waited:.1f} s by the clock), {held:.0f} MB"
        print(f"between {size:,} stories: {told}, {clusters:,} clusters, {found:,} findings")
    least, most = SIZES[0], SIZES[-1]
    allowed = most * log(most) / (least * log(least))
    grown = costs[most] / costs[least]
    print(f"{least:,} to {most:,}: {grown:.1f} times the time; n log n would be {allowed:.1f} times")


def seconds_of(folder: Path, workers: int, number: int) -> float:
    """Seconds by the clock of an audit of the press in a folder, model loads included."""
    with Store.open(folder / f"{workers}-{number}.sqlite", create=True) as store:
        start = perf_counter()
        audit([str(folder / "press.jsonl")], store, way=Way(workers=workers))
        return perf_counter() - start


def workers() -> None:
    """Print how much faster two workers are than one, in turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, CHECKED, 10, 0.0, seed=8)
        ratios = []
        for number in range(TURNS):
            one, two = (seconds_of(folder, n, number) for n in ((1, 2) if number % 2 == 0 else (2, 1)))
            one, two = (one, two) if number % 2 == 0 else (two, one)
            ratios.append(one / two)
            print(f"{CHECKED} stories: {one:.1f} s with one worker, {two:.1f} s with two")
    print(f"two workers are {sorted(ratios)[TURNS // 2]:.2f} times as fast as one (median of {TURNS})")


if __name__ == "__main__":
    if sys.argv[1:2] == ["between"]:
        between(int(sys.argv[2]))
    else:
        growth()
        workers()
