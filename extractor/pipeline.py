"""The stages in order: the one module that composes them.

    read → find → frame → reconcile → Review

Nothing heavy is imported before a function runs, and the language model is loaded once in a process.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from extractor import __version__
from extractor.lexicon import Policy, load_policy
from extractor.model import Claim, Document, Mention, Problem, Review

if TYPE_CHECKING:
    from spacy.language import Language

    from extractor.read import ReadOptions
    from extractor.reconcile import Story
    from extractor.reference import LargeTable, ReferenceTable

#: A file, an address of one, or "-" for standard input.
Source = str | PathLike[str]


def check(
    *stories: Source,
    published: date | None = None,
    policy: Path | Policy | None = None,
    model: str | None = None,
    stdin: BinaryIO | None = None,
    references: Sequence[Source] = (),
    reading: ReadOptions | None = None,
) -> Review:
    """Read stories, find their figures and check them within each story and between the stories.

    What cannot be read becomes a `Problem` in `Review.errors`; the rest is still checked.
    `published` dates words such as "last year", before the day that a story itself names. `model` is a
    spaCy model by name or path; `policy` a file like `extractor/data/policy.toml`; `references` are
    official tables that every story is checked against. `reading` moves the limits of reading and opens
    locked files.

    Raises:
        SettingsError: the policy, or the description of a table, cannot be used.
        ModelError: there is no such model.
    """
    given = _input(stories, stdin, reading)
    return _run(given, published, policy, partial(_model, model), reconcile=True, references=references)


def claims(
    *stories: Source,
    published: date | None = None,
    policy: Path | Policy | None = None,
    model: str | None = None,
    stdin: BinaryIO | None = None,
    reading: ReadOptions | None = None,
) -> Review:
    """Read stories and say what each figure claims, as `check` does, without checking anything."""
    given = _input(stories, stdin, reading)
    return _run(given, published, policy, partial(_model, model), reconcile=False)


def review_documents(
    documents: Iterable[Document],
    *,
    published: date | None = None,
    policy: Path | Policy | None = None,
    nlp: Language | None = None,
    references: Sequence[Source] = (),
) -> Review:
    """Check documents that were read before; `nlp` is a loaded spaCy model, the installed one by default."""
    loaded = partial(_model, None) if nlp is None else lambda: nlp
    return _run(tuple(documents), published, policy, loaded, reconcile=True, references=references)


def check_again(
    review: Review,
    claims: Iterable[Claim],
    *,
    policy: Path | Policy | None = None,
    references: Sequence[Source] = (),
) -> Review:
    """The review with other claims in place of its own, those of a person's corrections, judged anew.

    No text is read and no grammar is asked; what the claims say is taken as it comes.
    """
    from extractor.reconcile import Story

    rules = policy if isinstance(policy, Policy) else load_policy(policy)
    kept = tuple(claims)
    stories = [
        Story(
            document,
            tuple(c for c in kept if c.document == document.id),
            tuple(c for c in review.comparisons if c.document == document.id),
        )
        for document in review.documents
        if document.duplicate_of is None
    ]
    judged = _reconciled(replace(review, claims=kept), stories, rules)
    return _against(judged, stories, references, rules) if references else judged


def _input(
    stories: Sequence[Source], stdin: BinaryIO | None, reading: ReadOptions | None
) -> tuple[Document | Problem, ...]:
    from extractor.read import ReadOptions, read

    given = sys.stdin.buffer if stdin is None else stdin
    options = reading or ReadOptions()
    return tuple(one for story in stories for one in read(fspath(story), stdin=given, options=options))


def _run(
    given: Sequence[Document | Problem],
    published: date | None,
    policy: Path | Policy | None,
    model: Callable[[], Language],
    *,
    reconcile: bool,
    references: Sequence[Source] = (),
) -> Review:
    rules = policy if isinstance(policy, Policy) else load_policy(policy)
    documents = tuple(repeats_marked(distinct(one for one in given if isinstance(one, Document))))
    errors = tuple(one for one in given if isinstance(one, Problem))
    review = Review(documents=documents, errors=errors, provenance=_provenance(rules, published))
    if not documents:
        return review
    nlp = model()
    stories = [
        _story(document, rules, nlp, published) for document in documents if document.duplicate_of is None
    ]
    framed = _framed(review, stories, nlp)
    checked = _reconciled(framed, stories, rules) if reconcile else framed
    return _against(checked, stories, references, rules) if references else checked


def _framed(review: Review, stories: Sequence[Story], nlp: Language) -> Review:
    """The review with what its documents claim."""
    from extractor.frame import model_name

    return replace(
        review,
        claims=tuple(claim for story in stories for claim in story.claims),
        comparisons=tuple(comparison for story in stories for comparison in story.comparisons),
        provenance={**review.provenance, "model": model_name(nlp)},
    )


def _reconciled(review: Review, stories: Sequence[Story], policy: Policy) -> Review:
    """The review with what follows from its claims, and what cannot be true together."""
    from extractor.reconcile import reconcile

    found = reconcile([_unguessed(story) for story in stories], policy)
    return replace(review, derived=found.derived, findings=found.findings)


def unguessed(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims without what they are only guessed to count or to deny: nothing is checked by that."""
    return tuple(
        replace(c, measure=_sure(c.measure), base=_sure(c.base), negated=c.surely_negated) for c in claims
    )


def _unguessed(story: Story) -> Story:
    return replace(story, claims=unguessed(story.claims))


def _sure(mention: Mention | None) -> Mention | None:
    return None if mention is not None and mention.found == "guess" else mention


def _against(
    review: Review, stories: Sequence[Story], references: Sequence[Source], policy: Policy
) -> Review:
    """The review with what official tables say of its claims."""
    from extractor.reference import Told, against

    tables, problems = _tables(references)
    sure = map(_unguessed, stories)
    told = (Told(story.document, story.claims, story.comparisons) for story in sure)
    found = tuple(f for story in told for f in against(story, tables, policy))
    return replace(review, findings=review.findings + found, errors=review.errors + problems)


def _tables(
    references: Sequence[Source],
) -> tuple[tuple[ReferenceTable | LargeTable, ...], tuple[Problem, ...]]:
    """The tables of some files with their descriptions, and the files that hold none."""
    from extractor.errors import InputError
    from extractor.read import read
    from extractor.reference import description_beside, is_large, load_large, tables_of

    tables: list[ReferenceTable | LargeTable] = []
    problems: list[Problem] = []
    for given in references:
        path = fspath(given)
        described = description_beside(Path(path))
        if is_large(Path(path)):
            try:
                large = load_large(Path(path), described)
            except InputError as error:
                problems.append(Problem(path, error.message))
                continue
            tables += [] if large is None else [large]
            problems += [] if large is not None else [Problem(path, "no table of numbers found")]
            continue
        for one in read(path):
            found = () if isinstance(one, Problem) else tables_of(one, described)
            tables += found
            if isinstance(one, Problem):
                problems.append(one)
            elif not found:
                problems.append(Problem(path, "no table of numbers found; give a CSV, XLSX or ODS file"))
    return tuple(tables), tuple(problems)


def _story(document: Document, policy: Policy, nlp: Language, published: date | None) -> Story:
    from extractor.find import find
    from extractor.frame import frame
    from extractor.reconcile import Story

    figures = find(document.text, policy, document.blocks)
    framed = frame(document, figures, nlp, published)
    return Story(document, framed.claims, framed.comparisons)


@cache
def _model(name: str | None) -> Language:
    from extractor.frame import load_model

    return load_model(name)


def _provenance(policy: Policy, published: date | None) -> dict[str, str]:
    """What a second run needs to say the same: version, policy digest, settings."""
    made = {"version": __version__, "policy": policy.digest}
    return made if published is None else {**made, "published": published.isoformat()}


def distinct(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents, a number added to an id that an earlier one has: "story", "story-2"."""
    taken: set[str] = set()
    for document in documents:
        name, number = document.id, 1
        while name in taken:
            number += 1
            name = f"{document.id}-{number}"
        taken.add(name)
        yield document if name == document.id else replace(document, id=name)


def repeats_marked(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents, each that has the text of an earlier one marked as its duplicate."""
    first: dict[str, str] = {}
    for document in documents:
        text = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
        known = first.setdefault(text, document.id)
        if known == document.id:
            yield document
        else:
            note = f"the same text as {known}, not checked again"
            yield replace(document, duplicate_of=known, notes=(*document.notes, note))
