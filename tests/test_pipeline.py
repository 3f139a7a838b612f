"""The composition of the stages: what goes where, what is loaded when, what becomes of bad input."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

import extractor
from extractor import pipeline
from extractor.errors import SettingsError
from extractor.frame import Frames
from extractor.lexicon import Policy, load_policy
from extractor.model import Block, Claim, Document, Figure, Problem
from extractor.read import document_from_text
from extractor.reconcile import Reconciled, Story
from tests.report.marlowe import CALLS, COMPLEMENT, LOGGED, MAIN, OTHER, SLIGHTLY, VISITED


@dataclass
class Calls:
    """What each stand-in for a stage was given."""

    texts: list[str] = field(default_factory=list)
    published: list[date | None] = field(default_factory=list)
    stories: list[tuple[str, ...]] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    models: list[str | None] = field(default_factory=list)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Stages that do nothing but note how they were called."""
    seen = Calls()

    def read(source: str, stdin: object = None, options: object = None) -> Iterator[Document | Problem]:
        known = {"marlowe.txt": MAIN, "sibling.txt": OTHER}
        yield known.get(source) or Problem(source, "no such file")

    def find(text: str, policy: Policy, blocks: Sequence[Block]) -> tuple[Figure, ...]:
        seen.texts.append(text)
        seen.policies.append(policy.digest)
        return (CALLS.figure, LOGGED.figure)

    def frame(
        document: Document, figures: Sequence[Figure], nlp: object, published: date | None = None
    ) -> Frames:
        seen.published.append(published)
        made = tuple(Claim(f"{document.id}-{f.text}", document.id, f, f.span) for f in figures)
        return Frames(made, (SLIGHTLY,))

    def reconcile(stories: Sequence[Story], policy: Policy | None = None) -> Reconciled:
        seen.stories.append(tuple(s.document.id for s in stories))
        return Reconciled((VISITED,), (COMPLEMENT,))

    def load_model(name: str | None = None) -> str:
        seen.models.append(name)
        return name or "default"

    monkeypatch.setattr("extractor.read.read", read, raising=False)
    monkeypatch.setattr("extractor.find.find", find, raising=False)
    monkeypatch.setattr("extractor.frame.frame", frame)
    monkeypatch.setattr("extractor.frame.load_model", load_model)
    monkeypatch.setattr("extractor.frame.model_name", lambda nlp: f"en_{nlp} 1.0")
    monkeypatch.setattr("extractor.reconcile.reconcile", reconcile)
    pipeline._model.cache_clear()
    return seen


@pytest.fixture(autouse=True)
def _no_model_left_over() -> Iterator[None]:
    yield
    pipeline._model.cache_clear()


def test_each_stage_gets_what_the_one_before_gave(calls: Calls) -> None:
    review = pipeline.check("marlowe.txt")
    assert calls.texts == [MAIN.text]
    assert review.documents == (MAIN,)
    assert [c.figure for c in review.claims] == [CALLS.figure, LOGGED.figure]
    assert review.comparisons == (SLIGHTLY,)
    assert review.derived == (VISITED,)
    assert review.findings == (COMPLEMENT,)


def test_several_stories_are_reconciled_together(calls: Calls) -> None:
    review = pipeline.check("marlowe.txt", Path("sibling.txt"))
    assert calls.stories == [("marlowe", "sibling")]
    assert {c.document for c in review.claims} == {"marlowe", "sibling"}


def test_a_repeat_is_told_and_not_checked_again(calls: Calls) -> None:
    review = pipeline.check("marlowe.txt", "sibling.txt", "marlowe.txt")
    first, _, repeat = review.documents
    assert (first.duplicate_of, repeat.duplicate_of) == (None, first.id)
    assert repeat.id == f"{first.id}-2"
    assert repeat.notes[-1] == f"the same text as {first.id}, not checked again"
    assert calls.stories == [(MAIN.id, OTHER.id)]
    assert repeat.id not in {claim.document for claim in review.claims}


def test_claims_reconciles_nothing(calls: Calls) -> None:
    review = pipeline.claims("marlowe.txt")
    assert calls.stories == []
    assert review.claims
    assert not review.findings


def test_what_cannot_be_read_is_told_and_the_rest_checked(calls: Calls) -> None:
    review = pipeline.check("gone.txt", "marlowe.txt")
    assert review.errors == (Problem("gone.txt", "no such file"),)
    assert review.documents == (MAIN,)
    assert review.findings == (COMPLEMENT,)


def test_no_model_is_loaded_when_nothing_could_be_read(calls: Calls) -> None:
    review = pipeline.check("gone.txt")
    assert calls.models == []
    assert "model" not in review.provenance


def test_the_model_is_loaded_once_in_a_process(calls: Calls) -> None:
    pipeline.check("marlowe.txt", "sibling.txt")
    pipeline.check("marlowe.txt")
    assert calls.models == [None]


def test_a_loaded_model_is_used_as_it_is(calls: Calls) -> None:
    review = pipeline.review_documents([MAIN], nlp="given")  # type: ignore[arg-type]
    assert calls.models == []
    assert review.provenance["model"] == "en_given 1.0"


def test_the_day_of_publication_reaches_the_frames(calls: Calls) -> None:
    day = date(2024, 5, 31)
    review = pipeline.check("marlowe.txt", published=day)
    assert calls.published == [day]
    assert review.provenance["published"] == "2024-05-31"


def test_the_run_is_recorded(calls: Calls) -> None:
    review = pipeline.check("marlowe.txt", model="other")
    assert review.provenance == {
        "version": extractor.__version__,
        "policy": load_policy().digest,
        "model": "en_other 1.0",
    }


def test_another_policy_reaches_the_stages(calls: Calls, tmp_path: Path) -> None:
    changed = tmp_path / "policy.toml"
    changed.write_bytes(b"# ours\n" + (Path(extractor.__file__).parent / "data" / "policy.toml").read_bytes())
    review = pipeline.check("marlowe.txt", policy=changed)
    assert calls.policies == [review.provenance["policy"]]
    assert review.provenance["policy"] != load_policy().digest


@pytest.mark.usefixtures("calls")
def test_a_policy_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"gone\.toml"):
        pipeline.check("marlowe.txt", policy=tmp_path / "gone.toml")


@pytest.mark.parametrize(
    ("ids", "made"),
    [
        (["a", "b"], ["a", "b"]),
        (["a", "a", "a"], ["a", "a-2", "a-3"]),
        (["a", "a-2", "a"], ["a", "a-2", "a-3"]),
    ],
)
def test_no_two_documents_have_one_id(ids: list[str], made: list[str]) -> None:
    documents = [replace(MAIN, id=name) for name in ids]
    assert [d.id for d in pipeline.distinct(documents)] == made


@pytest.mark.parametrize("name", extractor.__all__)
def test_the_package_hands_out_what_it_names(name: str) -> None:
    assert getattr(extractor, name) is not None


def test_what_the_package_lacks_is_told() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        extractor.nonsense  # noqa: B018


@pytest.mark.parametrize("module", ["extractor", "extractor.pipeline"])
def test_importing_it_brings_no_model_and_no_reader(module: str) -> None:
    heavy = "('spacy', 'trafilatura', 'msgspec', 'rich')"
    code = f"import sys, {module}; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize("cut", ["5.6 per\n\ncent", "5.6\n\nper cent", "$5\n\nmillion"])
def test_a_number_cut_by_a_paragraph_is_checked_in_the_first(cut: str) -> None:
    text = f"Sales\n\nOf 20 lakh cars 1.12 lakh were electric, or {cut} of the whole. Dealers held 12 more."
    review = pipeline.review_documents([document_from_text(text)])
    assert len(review.claims) == 4
    assert all(c.sentence.contains(c.figure.span) for c in review.claims)
