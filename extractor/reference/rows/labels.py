"""The rows that a story names: labels in full or in short, and "the national average"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extractor.lexicon import table as data
from extractor.model import Span
from extractor.names import short_forms
from extractor.reference.rows.class_words import is_direction, without_classes
from extractor.reference.rows.common_nouns import are_common, common_nouns
from extractor.reference.rows.spellings import one_spelling, without_marks
from extractor.reference.tables.reference_table import ReferenceTable, is_average, is_total
from extractor.regexes import Regex
from extractor.wording import any_of

_TOKEN = Regex(r"[^\W_]+(?:['’.&][^\W_]+)*|&")
#: What stands before a common noun that names a row: "in retail".
_PLACED = Regex(r"(?:^|[.!?“\"\n]\s*|\b(?:in|for|at|by|of|and)\s+)$", re.IGNORECASE)
_COMPARES = Regex(r"\b(?:above|below|than|against|with|over|under|of)\s+$", re.IGNORECASE)
#: A label that is longer than this is a sentence.
_LONGEST = 8
_TWO = 2
#: Fewer letters than this are no short form.
_LEAST_LETTERS = 3

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A place in a story that names a row, or several that share the name."""

    span: Span
    labels: tuple[str, ...]
    #: False for a part of the label ("Thomas") and for a likeness.
    full: bool = True
    #: True for "nationally" and the like.
    wide: bool = False
    #: True for "the city" of a story about one row.
    home: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of a table's rows by their words."""

    forms: dict[Words, tuple[str, ...]]
    #: Parts of labels that are one label's alone: a surname.
    parts: dict[Words, tuple[str, ...]]
    totals: tuple[str, ...]
    #: What the rows are, "district", in lower case.
    noun: str = ""
    #: True where the labels are common nouns, "Retail trade", which a story prints without a capital.
    common: bool = False
    #: Names of blocks, of one word, which say which row only where they have a capital: "Place", "East".
    blocks: dict[Words, tuple[str, ...]] = field(default_factory=dict)


def labels_of(reference: ReferenceTable) -> Labels:
    """The names by which a story may call the rows of a table."""
    forms: defaultdict[Words, set[str]] = defaultdict(set)
    parts: defaultdict[Words, set[str]] = defaultdict(set)
    for label in dict.fromkeys(r.label for r in reference.rows):
        for name in (label, *reference.description.rows.get(label, ())):
            short = [one_spelling(form) for form in short_forms(without_marks(name))]
            for form in short:
                forms[form].add(label)
            for word in _parts(name, short):
                parts[(word,)].add(label)
    blocks: defaultdict[Words, set[str]] = defaultdict(set)
    for form, label in without_classes(reference):
        (blocks if len(form) == 1 else forms)[form].add(label)
    for row in reference.rows:
        for form in (f for alias in row.aliases for f in _block_names(alias)):
            own = blocks if len(form) == 1 else forms
            own[form].add(row.label)
    for people, countries in _peoples(forms):
        parts[people] |= countries
    averages = (r for r in reference.rows if is_average(r.label))
    totals = tuple(dict.fromkeys(r.label for r in reference.totals or averages))
    clear = {f: tuple(sorted(found)) for f, found in forms.items() if sum(map(len, f)) >= _LEAST_LETTERS}
    alone = {p: tuple(sorted(found)) for p, found in parts.items() if p not in clear}
    every = list(dict.fromkeys(r.label for r in reference.rows))
    common = are_common(every)
    if common:
        alone |= _first_words(every, clear)
    return Labels(clear, alone, totals, reference.row_noun.lower(), common, _sorted(blocks))


def _sorted(found: Mapping[Words, set[str]]) -> dict[Words, tuple[str, ...]]:
    return {form: tuple(sorted(labels)) for form, labels in found.items()}


def _block_names(alias: str) -> Iterator[Words]:
    """The names of a block, those of a direction in both of their forms: "East" and "Eastern"."""
    directions: dict[str, str] = data("reference")["blocks"]["directions"]
    for form in short_forms(without_marks(alias)):
        yield one_spelling(form)
        for short, long in directions.items():
            if form in ((short,), (long,)):
                yield from ((short,), (long,))


def _peoples(forms: dict[Words, set[str]]) -> list[tuple[Words, set[str]]]:
    """The names of peoples, for the rows of their countries: "Fijians", "South Korean", "the French"."""
    found: list[tuple[Words, set[str]]] = []
    for people, country in {**data("places")["demonyms"], **data("reference")["peoples"]}.items():
        land = tuple(country.split(" "))
        if land not in forms or land == tuple(people.lower().split(" ")):
            continue
        words = tuple(people.lower().split(" "))
        for form in (words, (*words[:-1], f"{words[-1]}s")):
            found.append((form, forms[land]))
            if len(words) < len(land) == _TWO and land[0] in ("south", "north"):
                found.append(((land[0], *form), forms[land]))
    return found


def _first_words(labels: Sequence[str], taken: dict[Words, tuple[str, ...]]) -> dict[Words, tuple[str, ...]]:
    """ "Retail" for "Retail trade", where no other label has the word."""
    words = {label: [_plain(m[0]) for m in _TOKEN.finditer(label)] for label in labels}
    found: dict[Words, tuple[str, ...]] = {}
    for label, own in words.items():
        first = own[:1]
        others = any(first[0] in w for other, w in words.items() if other != label) if first else True
        if others or len(own) < 2 or tuple(first) in taken or first[0] in data("reference")["weak"]:
            continue
        if len(first[0]) > _LEAST_LETTERS + 1:
            found[tuple(first)] = (label,)
    return found


def _parts(name: str, forms: Sequence[Words]) -> Iterator[str]:
    """The first and the last word of a name of several, where they say which."""
    words = forms[0] if forms else ()
    if len(words) < 2 or is_total(name) or name.lower() == name:
        return
    while len(words) > 2 and words[-1] in ("jr", "sr", "ii", "iii"):
        words = words[:-1]
    for word in (words[0], words[-1]):
        if word not in data("reference")["weak"] and len(word) > _LEAST_LETTERS:
            yield word


def mentions(text: str, labels: Labels) -> tuple[Named, ...]:
    """Every place of a text that names a row, in the order of print."""
    tokens = [(m.start(), m.end(), m[0]) for m in _TOKEN.finditer(text)]
    words = one_spelling([_plain(t[2]) for t in tokens])
    found = list(_named(text, tokens, words, labels))
    found += _wide(text, labels, found)
    return tuple(sorted(found, key=lambda n: n.span))


def _plain(token: str) -> str:
    lower = token.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    return lower.replace(".", "")


def _named(
    text: str, tokens: Sequence[tuple[int, int, str]], words: Sequence[str], labels: Labels
) -> Iterator[Named]:
    at, lowered = 0, common_nouns(text, tokens, words, labels.forms)
    while at < len(tokens):
        named = _at(text, tokens, words, at, labels, lowered)
        if named is None:
            at += 1
            continue
        count, one = named
        yield one
        at += count


def _at(
    text: str,
    tokens: Sequence[tuple[int, int, str]],
    words: Sequence[str],
    at: int,
    labels: Labels,
    lowered: frozenset[Words],
) -> tuple[int, Named] | None:
    for count in range(min(_LONGEST, len(tokens) - at), 0, -1):
        form = tuple(words[at : at + count])
        span = Span(tokens[at][0], tokens[at + count - 1][1])
        told = _stands_alone(text, tokens, at) or is_direction(text, span)
        if count == 1 and form in labels.blocks and told:
            own = labels.blocks[form]
            return count, Named(span, own, wide=set(own) <= set(labels.totals))
        plain = labels.common or form in lowered
        lower = plain and bool(_PLACED.search(text[max(0, span.start - 12) : span.start]))
        if form in labels.forms and (lower or _is_name(text, tokens, at, count, labels.forms[form])):
            return count, Named(span, labels.forms[form], wide=set(labels.forms[form]) <= set(labels.totals))
        people = form in labels.parts and count > 1 and tokens[at][2][0].isupper()
        if people or (count == 1 and form in labels.parts and (lower or _stands_alone(text, tokens, at))):
            return count, Named(span, labels.parts[form], full=False)
    return None


def _is_name(
    text: str, tokens: Sequence[tuple[int, int, str]], at: int, count: int, labels: Sequence[str]
) -> bool:
    """A name is printed with a capital, unless the label itself has none inside."""
    first = tokens[at][2]
    if all(label[1:].lower() == label[1:] and " " in label for label in labels):
        return True  # "Applications received"
    if all(label in _groups() for label in labels):
        return True  # "women", of a poll
    if not first[0].isupper() and not first[0].isdigit():
        return False
    # "West Hexley" is not Hexley.
    return count > 1 or not _follows_name(text, tokens, at)


def _follows_name(text: str, tokens: Sequence[tuple[int, int, str]], at: int) -> bool:
    """True if a word with a capital stands right before, inside the sentence: part of a longer name."""
    if at == 0:
        return False
    start, end, before = tokens[at - 1]
    opens = at < 2 or bool(re.search(r"[.!?:“\"\n]\s*$", text[max(0, start - 3) : start]))
    joined = text[end : tokens[at][0]] == " "
    return joined and before[0].isupper() and not opens and before.lower() not in _lead_ins()


@cache
def _groups() -> frozenset[str]:
    """The groups of a poll that are printed without a capital."""
    return frozenset(g for g in data("reference")["crosstabs"]["groups"].values() if g.islower())


@cache
def _lead_ins() -> frozenset[str]:
    return frozenset(["the", "in", "and", "at", "for", "of", "but", "while", "i"])


def _stands_alone(text: str, tokens: Sequence[tuple[int, int, str]], at: int) -> bool:
    """True if the word is no part of another name: "Thomas", but not "Thomas Hardy"."""
    token = tokens[at][2]
    if not token[0].isupper() or _follows_name(text, tokens, at):
        return False
    if at + 1 == len(tokens):
        return True
    start, _, after = tokens[at + 1]
    possessive = token.endswith(("'s", "’s"))
    return possessive or text[tokens[at][1] : start] != " " or not after[0].isupper()


def _wide(text: str, labels: Labels, found: Sequence[Named]) -> Iterator[Named]:
    if not labels.totals:
        return
    for match in _all_rows(labels.noun).finditer(text):
        yield Named(Span(match.start(), match.end()), labels.totals, wide=True)
    for match in _wide_words().finditer(text):
        span = Span(match.start(), match.end())
        # "The district" is one row of a table of districts, and all rows of a table of parishes.
        if match[0].lower().removeprefix("the ") == labels.noun or is_wider(match[0], labels.totals):
            continue
        # "Dene's overall rate" is Dene's.
        own = match[0].lower() == "overall" and text[: span.start].endswith(("'s ", "’s ", "its ", "their "))
        if not own and not any(span.overlaps(n.span) for n in found):
            yield Named(span, labels.totals, wide=True)


def is_wider(words: str, totals: Sequence[str], *, strict: bool = False) -> bool:
    """True for words of another size of place than the rows for all: "nationally", in a table of a state."""
    # "State" is a nation in some releases: what is above its average may be told by "national".
    own = {size for t in totals if (strict or t.lower() != "state") and (size := size_of(t))}
    told = size_of(words)
    return bool(own) and told is not None and told not in own


def size_of(words: str) -> str | None:
    """The size of place that words name, "nation" or "state"; None where they name none."""
    lower = words.lower()
    for size, names in data("reference")["sizes"].items():
        if any(re.search(rf"\b{re.escape(n)}", lower) for n in names):
            return str(size)
    return None


def names_wider(text: str, totals: Sequence[str]) -> bool:
    """True if a text speaks of a place of another size than the rows for all, and not to compare with it."""
    found = (m for m in _wide_words().finditer(text) if is_wider(m[0], totals, strict=True))
    return any(not _COMPARES.search(text[: m.start()]) for m in found)


@cache
def _all_rows(noun: str) -> Regex:
    """ "Across all prisons", "in every district", "the average station" in a table of them."""
    word = re.escape(noun.split(" ")[-1]) if noun else "rows?"
    each = rf"{word.removesuffix('y')}(?:y|ies|e?s)?"
    return Regex(
        rf"\b(?:across|in|at|of|for)\s+(?:all|every)\s+(?:the\s+)?{each}\b|\bthe\s+(?:average|typical|mean)\s+{each}\b",
        re.IGNORECASE,
    )


@cache
def _wide_words() -> Regex:
    words = sorted(data("reference")["wide"], key=len, reverse=True)
    return any_of(re.escape(w) for w in words)
