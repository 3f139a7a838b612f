"""Lemmas that are looked up: the model's own rules, asked once for each form with its part of speech.

spaCy's lemmatizer looks for a form in lists of up to sixty thousand words, from end to end, and makes the
lemma of a base form anew for every token. Sets hold the same words, and what a form became is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Lemmatizer
    from spacy.tokens import Doc, Token

#: The text of a token, its part of speech, its morphology and the lemma that it has, or 0.
State = tuple[int, int, int, int]


def quicken_lemmas(nlp: Language) -> None:
    """Let the lemmatizer of a pipeline look up what it has made before, if it goes by rules."""
    if "lemmatizer" not in nlp.pipe_names:
        return
    lemmatizer = nlp.get_pipe("lemmatizer")
    if getattr(lemmatizer, "mode", None) != "rule":
        return
    if lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for part, words in list(index.items()):
            index[part] = frozenset(words)
    vars(lemmatizer).update(pipe=Lemmas(lemmatizer).pipe)


class Lemmas:
    """What a lemmatizer makes of a token, by the token's state."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        from spacy.attrs import IDS

        self._lemmatizer = lemmatizer
        self._strings = lemmatizer.vocab.strings
        self._asked = [IDS[name] for name in ("ORTH", "POS", "MORPH", "LEMMA")]
        self._made: dict[State, int] = {}

    def pipe(self, docs: Iterable[Doc], **_: object) -> Iterator[Doc]:
        """The documents with lemmas, one by one; the size of batches changes nothing."""
        for doc in docs:
            if len(doc):
                self._set(doc)
            yield doc

    def _set(self, doc: Doc) -> None:
        made, table = self._made, doc.to_array(self._asked)
        states = list(map(tuple, table.tolist()))
        table[:, 3] = [made[s] if s in made else self._make(s, doc[at]) for at, s in enumerate(states)]
        doc.from_array(self._asked[3:], table[:, 3:])

    def _make(self, state: State, token: Token) -> int:
        """The lemma of a token; one that it has already stays."""
        if self._lemmatizer.overwrite or not state[3]:
            self._made[state] = self._strings.add(self._lemmatizer.lemmatize(token)[0])
        else:
            self._made[state] = state[3]
        return self._made[state]
