"""How fast a whole check is, and how much memory it holds, beside spaCy's own full pipeline on the same news.

All take every text once, in groups that take turns, so that neither a busy machine nor a cache favours one.
The texts are of four densities: shipped news, which has figures in every sentence; the same thinned twice, to
twice as many as ordinary news has and to as many; and where `CROSSFOOT_SHARED` names a folder with
`wild/articles.jsonl`, ordinary news itself, not ours to ship. quantulum3, Recognizers-Text and CQE, which
find quantities and check nothing, take part where they are installed. CQE asks for versions that go with no
other package, and for a locale:

    pip install --target build/cqe --no-deps CQE==2.0.3 emoji==1.7.0 fuzzywuzzy==0.18.0 more_itertools \
        ordered-set inflect==5.4.0 spacy_download python-Levenshtein Levenshtein rapidfuzz
    localedef -i en_US -f UTF-8 build/en_US.UTF-8
    scripts/bench cqe
"""

from __future__ import annotations

import gc
import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from time import process_time

from extractor.find import find
from extractor.frame import load_model
from extractor.frame.language_model import PACKAGES
from extractor.pipeline import review_documents
from extractor.read import document_from_text
from extractor.regexes import Regex

NEWS = Path(__file__).resolve().parent.parent / "corpora" / "clean"
#: Every fourth of the shipped texts: the ratio settles on fewer, and nobody waits.
STEP = 4
#: Texts in a group: enough for spaCy to work in batches.
GROUP = 4
#: Articles of the folder that is not shipped.
WILD = 48
#: Figures in 1,000 characters to which texts are thinned; 400 articles of ordinary news have 2.65.
DENSITIES = (5, 2)
#: Thinned texts that make one of an article's length.
JOINED = 6
_SENTENCE = re.compile(r"(?<=[.!?])[”\"’]?\s+(?=[A-Z“\"‘])")
#: Texts that the memory is measured on: more of them take longer and hold no more.
HELD = 8
#: What spaCy's documentation calls a batch; larger ones hold more memory and are no faster here.
BATCH = 8
NO_QUANTITY = {"date", "reference", "score"}

#: Something that reads texts and keeps nothing.
Reader = Callable[[Sequence[str]], None]


def checker() -> Reader:
    """The whole check, from characters to findings, each text a story of its own."""
    nlp = load_model()

    def read(texts: Sequence[str]) -> None:
        for number, text in enumerate(texts):
            review_documents([document_from_text(text, id=f"story-{number}")], nlp=nlp)

    read(["Of the 12 who came, 8 stayed."])
    for pattern in (held for held in gc.get_objects() if isinstance(held, Regex)):
        pattern.search("")  # compiled, as it is after some hundred stories
    return read


def full_spacy() -> Reader:
    """The same model with all its components, entities among them, and nothing of ours."""
    import spacy

    nlp = spacy.load(package())

    def read(texts: Sequence[str]) -> None:
        for _ in nlp.pipe(texts, batch_size=BATCH):
            pass

    return read


def package() -> str:
    """The package that the check takes its model from."""
    from spacy.util import is_package

    return next(name for name in PACKAGES if is_package(name))


def quantulum() -> Reader:
    """quantulum3 without its classifier: quantities with units."""
    parse = import_module("quantulum3.parser").parse

    def read(texts: Sequence[str]) -> None:
        for text in texts:
            parse(text)

    return read


def recognizers() -> Reader:
    """Recognizers-Text: numbers, percentages, sums of money and dimensions."""
    suite = import_module("recognizers_suite")
    wanted = [
        getattr(suite, f"recognize_{what}") for what in ("number", "percentage", "currency", "dimension")
    ]

    def read(texts: Sequence[str]) -> None:
        for text in texts:
            for recognize in wanted:
                recognize(text, suite.Culture.English)

    return read


def cqe() -> Reader:
    """CQE with the same model: quantities with units and what they measure."""
    parse = import_module("CQE.CQE").CQE(spacy_model=package()).parse

    def read(texts: Sequence[str]) -> None:
        for text in texts:
            parse(text)

    return read


READERS: dict[str, Callable[[], Reader]] = {"check": checker, "spaCy": full_spacy}
#: Finders of quantities, by the module that each comes in.
FINDERS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "quantulum3": ("quantulum3", quantulum),
    "Recognizers-Text": ("recognizers_suite", recognizers),
    "CQE": ("CQE", cqe),
}


def news() -> list[str]:
    """Some of the shipped news texts, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(NEWS.glob("*.txt"))[::STEP]]


def thinned(density: int) -> list[str]:
    """Texts made of all shipped ones, most sentences with figures left out, so that few are left, as in news.

    Some texts in a row make one. Of it stay the sentences without figures, and of those with figures the
    first ones, until `density` figures stand in 1,000 characters of the others.
    """
    texts = [path.read_text(encoding="utf-8") for path in sorted(NEWS.glob("*.txt"))]
    return [thin("\n\n".join(texts[at : at + JOINED]), density) for at in range(0, len(texts), JOINED)]


def thin(text: str, density: int) -> str:
    """The text without most of its sentences with figures."""
    paragraphs = [[(s, figures(s)) for s in _SENTENCE.split(p)] for p in text.split("\n\n")]
    left = density * sum(len(s) for p in paragraphs for s, n in p if not n) / 1000
    kept = []
    for paragraph in paragraphs:
        stays = []
        for sentence, number in paragraph:
            if not number or left > 0:
                left -= number
                stays.append(sentence)
        kept += [" ".join(stays)] if stays else []
    return "\n\n".join(kept)


def figures(text: str) -> int:
    """How many quantities a text prints."""
    return sum(f.kind not in NO_QUANTITY for f in find(text))


def wild(shared: Path) -> list[str]:
    """Every fourth of the first articles of a folder that is not ours to ship."""
    lines = (shared / "wild" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines[: STEP * WILD : STEP]]


def kinds() -> Iterator[tuple[str, list[str]]]:
    """The texts of each density, with what they are."""
    yield "shipped news", news()
    for density in DENSITIES:
        yield f"shipped news, thinned to {density}", thinned(density)
    shared = os.environ.get("CROSSFOOT_SHARED")
    if shared:
        yield "ordinary US news, not shipped", wild(Path(shared))


def cost(read: Reader, texts: Sequence[str]) -> float:
    """Processor seconds of one reading."""
    start = process_time()
    read(texts)
    return process_time() - start


def turns(readers: Sequence[Reader], texts: Sequence[str]) -> list[list[float]]:
    """For each group of texts, processor seconds of each reader; who begins changes every time."""
    costs = []
    for number, start in enumerate(range(0, len(texts), GROUP)):
        group = texts[start : start + GROUP]
        first = number % len(readers)
        order = [*range(first, len(readers)), *range(first)]
        seconds = {at: cost(readers[at], group) for at in order}
        costs.append([seconds[at] for at in range(len(readers))])
    return costs


def peak(name: str) -> float:
    """Megabytes that a process of its own holds at most while it reads the first texts.

    A new process begins with the peak of the one that starts it: ask before a model is loaded.
    """
    ran = subprocess.run([sys.executable, __file__, name], check=True, capture_output=True, text=True)
    return float(ran.stdout)


def hold(name: str) -> None:
    """Read the first texts and print this process's peak: what `peak` starts."""
    READERS[name]()(news()[:HELD])
    unit = 1024**2 if sys.platform == "darwin" else 1024
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit)


def told_cost(seconds: Sequence[float], texts: Sequence[str]) -> str:
    """Speed over all texts, and the processor time of one in the middle group."""
    speed = sum(map(len, texts)) / sum(seconds) / 1000
    sizes = [len(texts[start : start + GROUP]) for start in range(0, len(texts), GROUP)]
    middle = median(1000 * s / size for s, size in zip(seconds, sizes, strict=True))
    return f"{speed:.1f} kB/s, {middle:.0f} ms a text in the middle group"


def tell(what: str, texts: Sequence[str], names: Sequence[str], readers: Sequence[Reader]) -> None:
    """Print what some texts cost each reader, and how much less than each of the others the check takes."""
    characters = sum(map(len, texts))
    density = 1000 * sum(map(figures, texts)) / characters
    sizes = f"{len(texts)} texts, {characters:,} characters, {density:.1f} figures in 1,000 characters"
    print(f"{what}: {sizes}")
    costs = turns(readers, texts)
    for side, name in enumerate(names):
        print(f"  {name}: {told_cost([c[side] for c in costs], texts)}")
        ratios = sorted(c[side] / c[0] for c in costs)
        if side:
            print(
                f"  check is {median(ratios):.2f} times as fast as {name}: median of {len(ratios)} groups,"
                f" {ratios[0]:.2f} to {ratios[-1]:.2f}"
            )


def beside(name: str) -> None:
    """Print speed and ratios of the check and one finder alone, on every `STEP`th of the texts."""
    names = ("check", name)
    readers = [(READERS | {n: make for n, (_, make) in FINDERS.items()})[n]() for n in names]
    for what, texts in kinds():
        tell(what, texts[::STEP], names, readers)


def main() -> None:
    """Print speed, ratios and memory."""
    peaks = {name: peak(name) for name in READERS}
    made = READERS | {name: make for name, (module, make) in FINDERS.items() if find_spec(module)}
    readers = [make() for make in made.values()]
    for read in readers:
        read(["Warm words, 12 of them, in a sentence that nobody counts."])
    print(f"model: {package()}")
    for what, texts in kinds():
        tell(what, texts, tuple(made), readers)
    print(f"peak memory: check {peaks['check']:.0f} MB, spaCy {peaks['spaCy']:.0f} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--beside"]:
        beside(sys.argv[2])
    elif len(sys.argv) > 1:
        hold(sys.argv[1])
    else:
        main()
