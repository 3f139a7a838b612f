"""Attributes of tokens by rules that are looked up: the model's own rules, without its matcher.

spaCy's attribute ruler matches two hundred patterns against every token. Each of them asks a token for its
tag, its label, its form in lower case and whether it is space, and for nothing else, so that what a token
gets is looked up by these once the patterns were asked. A model whose rules ask for more keeps its own ruler.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extractor.regexes import Regex

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

#: What a pattern may ask of a token to be looked up.
ASKED = frozenset(("TAG", "DEP", "LOWER", "IS_SPACE"))
#: What a rule may set, in the order of the columns.
SET = ("TAG", "POS", "MORPH", "LEMMA", "DEP")
#: Stands for every form that no pattern names.
_ANY = "otherwise"

#: The attributes of a token before the rules, and its form or 0 where no rule names it.
State = tuple[int, ...]
#: A token of a pattern: the number of its rule, of the pattern and of the token in it.
Step = tuple[int, int, int]


def quicken(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline look up what it matched before, if its rules can be looked up."""
    if "attribute_ruler" not in nlp.pipe_names:
        return
    ruler = nlp.get_pipe("attribute_ruler")
    if _can_be_looked_up(ruler):
        lookup = Lookup(ruler)
        vars(ruler).update(match=lookup.match, set_annotations=lookup.set_annotations)


def _can_be_looked_up(ruler: AttributeRuler) -> bool:
    specs = (spec for _, _, pattern in _patterns(ruler) for spec in pattern)
    return all(spec.keys() <= ASKED for spec in specs) and all(
        str(name) in SET for rule in ruler.patterns for name in rule["attrs"]
    )


def _patterns(ruler: AttributeRuler) -> Iterator[tuple[int, int, Sequence[Mapping[str, Any]]]]:
    for number, rule in enumerate(ruler.patterns):
        for which, pattern in enumerate(rule["patterns"]):
            yield number, which, pattern


class Lookup:
    """What the rules of a ruler set, by the state of a token."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.attrs import IDS
        from spacy.matcher import Matcher

        self._vocab = ruler.vocab
        self._asked = [IDS[name] for name in (*SET, "LOWER")]
        self._set = self._asked[:-1]
        self._attrs, self._indices = ruler.attrs, ruler.indices
        self._steps = Matcher(self._vocab)
        self._lengths: dict[tuple[int, int], int] = {}
        forms: set[str] = set()
        regexes: set[str] = set()
        for number, which, pattern in _patterns(ruler):
            self._lengths[number, which] = len(pattern)
            for place, spec in enumerate(pattern):
                self._steps.add(f"{number} {which} {place}", [[dict(spec)]])
                _gather(spec.get("LOWER"), forms, regexes)
        self._named = Regex("|".join(f"(?:{r})" for r in regexes)) if regexes else None
        self._forms = {self._vocab.strings.add(f) for f in forms}
        self._form_of: dict[int, int] = {}
        self._fits: dict[State, frozenset[Step]] = {}
        self._final: dict[State, tuple[int, ...]] = {}

    def match(self, doc: Doc) -> list[State]:
        """The state of each token."""
        form = self._form_of
        rows = doc.to_array(self._asked).tolist() if len(doc) else []
        return [(*row[:-1], form[row[-1]] if row[-1] in form else self._form(row[-1])) for row in rows]

    def set_annotations(self, doc: Doc, states: Sequence[State]) -> None:
        """Set what the rules say, the later rule before the earlier one."""
        if not states:
            return
        final = self._final
        rows = [final[s] if s in final else self._alone(s) for s in states]
        for at, rules in self._together(states).items():
            rows[at] = self._apply(states[at], rules)
        self._write(doc, rows)

    def _write(self, doc: Doc, rows: Sequence[tuple[int, ...]]) -> None:
        table = doc.to_array(self._set)
        table[:] = rows
        doc.from_array(self._set, table)

    def _form(self, lower: int) -> int:
        """The form if a rule may name it, else 0."""
        text = self._vocab.strings[lower]
        named = lower in self._forms or text.isspace() or (self._named and self._named.search(text))
        self._form_of[lower] = lower if named else 0
        return self._form_of[lower]

    def _alone(self, state: State) -> tuple[int, ...]:
        """What the rules of one token make of a state."""
        rules = {rule for rule, which, _ in self._steps_of(state) if self._lengths[rule, which] == 1}
        self._final[state] = self._apply(state, rules)
        return self._final[state]

    def _apply(self, state: State, rules: set[int]) -> tuple[int, ...]:
        made = dict(zip(self._set, state, strict=False))
        for rule in sorted(rules):
            made.update(self._attrs[rule])
        return tuple(made[name] for name in self._set)

    def _together(self, states: Sequence[State]) -> dict[int, set[int]]:
        """All rules of those tokens that a rule of several tokens sets."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for at, state in enumerate(states):
            for rule, which, place in self._steps_of(state):
                length = self._lengths[rule, which]
                if place == 0 and 1 < length <= len(states) - at:
                    rest = range(1, length)
                    if all((rule, which, p) in self._steps_of(states[at + p]) for p in rest):
                        found[at + self._indices[rule] % length].add(rule)
        for at, rules in found.items():
            rules |= {r for r, w, _ in self._steps_of(states[at]) if self._lengths[r, w] == 1}
        return found

    def _steps_of(self, state: State) -> frozenset[Step]:
        """Which tokens of which patterns a token of this state would be."""
        known = self._fits.get(state)
        if known is None:
            known = self._fits[state] = frozenset(self._asked_of(state))
        return known

    def _asked_of(self, state: State) -> Iterator[Step]:
        from spacy.tokens import Doc

        doc = Doc(self._vocab, [self._vocab.strings[state[-1]] if state[-1] else _ANY])
        self._write(doc, [state[:-1]])
        for name, _, _ in self._steps(doc, allow_missing=True):
            rule, which, place = map(int, self._vocab.strings[name].split())
            yield rule, which, place


def _gather(asked: object, forms: set[str], regexes: set[str]) -> None:
    """The forms and regular expressions that a pattern names, "on" or {"IN": [...]} or {"REGEX": ...}."""
    if isinstance(asked, str):
        forms.add(asked)
    elif isinstance(asked, Mapping):
        for how, value in asked.items():
            if how == "REGEX":
                regexes.add(value)
            else:
                forms.update(value)
