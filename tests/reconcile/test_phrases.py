"""Every phrase accepts the forms printed beside it and refuses its counter-example."""

from __future__ import annotations

import re

import pytest

from extractor.reconcile.link import bound, left_over, multiple, remainder
from extractor.reconcile.link.cues import change_phrases, share_phrases
from extractor.reconcile.link.cues.moves import MOVE, move_starts
from extractor.reconcile.link.cues.phrases import REACH, Phrase, compiled, mark, matches
from extractor.reconcile.link.order import compare
from extractor.reconcile.link.retold import same
from extractor.reconcile.link.window import apiece
from tests.reconcile.told import told

PHRASES = (
    *share_phrases.PHRASES,
    *remainder.PHRASES,
    *change_phrases.PHRASES,
    *compare.PHRASES,
    *multiple.PHRASES,
    *same.PHRASES,
    *bound.PHRASES,
    *left_over.PHRASES,
    *apiece.PHRASES,
)
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_WORDS = (
    r"\b(?:half|a (?:third|quarter|fifth)|doubled|trebled|twice|three times|threefold|two|five"
    r"|(?:fewer than )?one in ten)\b"
)
_FIGURE = re.compile(
    rf"(?:more than |around |just |about )?(?:(?:[£$€]?{_DIGITS}(?:bn|m\b|%)?)|{_WORDS})"
    r"(?:\s(?:per\s?cent|percent|(?:percentage|basis)?\s?points|million|grams))?",
    re.IGNORECASE,
)


def braced(printed: str) -> str:
    """The printed form with its figures in braces."""
    return _FIGURE.sub(lambda m: "{" + spelled(m[0]) + "}", printed)


def spelled(words: str) -> str:
    """The figure in a form that the hand-made stories know."""
    low = words.lower()
    for word, digits in (
        ("two", "2"),
        ("five", "5"),
        ("fewer than one in ten", "9.9 per cent"),
        ("one in ten", "10 per cent"),
    ):
        low = re.sub(rf"\b{word}\b", digits, low)
    return low


def met(phrase: Phrase, printed: str) -> bool:
    story = told(braced(printed))
    return any(True for _ in matches(mark(story), (phrase,)))


CASES = [(p, printed) for p in PHRASES for printed in p.accepts]


@pytest.mark.parametrize(("phrase", "printed"), CASES, ids=[f"{p.name}: {t}" for p, t in CASES])
def test_phrase_accepts(phrase: Phrase, printed: str) -> None:
    assert met(phrase, printed), mark(told(braced(printed))).text


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p.name)
def test_phrase_refuses(phrase: Phrase) -> None:
    assert not met(phrase, phrase.refuses), mark(told(braced(phrase.refuses))).text


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p.name)
def test_phrase_is_told_in_a_sentence_and_has_all_its_roles(phrase: Phrase) -> None:
    assert phrase.meaning
    assert compiled(phrase.pattern).groupindex


def test_names_are_unique() -> None:
    names = [p.name for p in PHRASES]
    assert len(names) == len(set(names))


ALL_IN_ONE = mark(told(" Then ".join(braced(f"{printed}, {printed}.") for _, printed in CASES)))


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p.name)
def test_phrase_is_found_wherever_a_plain_search_finds_it(phrase: Phrase) -> None:
    plain = [m.groupdict() for m in compiled(phrase.pattern).finditer(ALL_IN_ONE.text)]
    found = [m.roles for m in matches(ALL_IN_ONE, (phrase,))]
    roles = [
        {n: ALL_IN_ONE.claims[int(v)] for n, v in g.items() if v and not n.startswith("w_")} for g in plain
    ]
    assert roles
    assert found == roles


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda p: p.name)
def test_phrase_is_found_among_words_without_figures(phrase: Phrase) -> None:
    assert met(phrase, " ".join((f"{REACH * 'no '}.", phrase.accepts[0], f". {REACH * 'no '}.")))


def test_phrases_are_looked_for_around_figures_that_stand_near_each_other() -> None:
    story = told(f"Of {{70}} pupils {{25}} came. {REACH * 'no '} Then {{12}} left.")
    marked = mark(story)
    ((start, end),) = marked.stretches
    assert marked.text[start:end] == marked.text[: marked.text.index("‹C1›") + len("‹C1›") + REACH]


def test_marks_lead_back_to_the_document() -> None:
    story = told("Of {70} pupils {25} came.\n\nThat is {36 per cent}.")
    marked = mark(story)
    assert marked.text == "Of ‹C0› pupils ‹C1› came.|¶  That is ‹P2›.|¶"
    assert len(marked.offsets) == len(marked.text) + 1
    text = story.document.text
    assert [text[marked.offsets[marked.text.index(w)] :][: len(w)] for w in ("pupils", "That")] == [
        "pupils",
        "That",
    ]


def test_words_of_change_are_all_looked_for() -> None:
    words = "Rose, fell, upped, up, gone up-market; eased and grew 3%, cutting tax-cuts by rising dips"
    found = {m.start() for m in re.finditer(f"(?={MOVE})", words, re.IGNORECASE)}
    assert found <= set(move_starts(words, 0, len(words)))
    assert len(found) > 5
