"""What a number without a noun may count, each described by features of the text around it.

The things counted before, the plurals that were spoken of in the last sentences or come next, the wholes of
shares, what grammar proposes ("the BACKLOG stood at 300"), and people. Features are few words each and never
look at a value but to see that it is told again; `data/bare.toml` says how much each speaks for a candidate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.earlier import Framed, empty_nouns, uncounted
from extractor.frame.keys import Acronyms, noun_key
from extractor.frame.measure.ellipsis import COUNTS, SHARES, Measured, brought
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Found, Mention, Span
from extractor.nouns import kinds

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Figures back to which candidates are looked for, blocks, and sentences and tokens of a block.
_FIGURES = 80
_BLOCKS = 6
_SENTENCES = 3
_TOKENS = 100
#: Figures at the start of a document that tell what it is about.
_LEAD = 3
_ROLES = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "csubj": "subject",
    "dobj": "object",
    "attr": "attr",
    "pobj": "pobj",
    "conj": "conj",
    "appos": "appos",
    "nummod": "number",
    "ROOT": "root",
    "npadvmod": "adverb",
}
_PREPOSITIONS = frozenset({"of", "in", "at", "by", "for", "with", "to", "from"})
_PLACES = ("block", "last", "second")


@dataclass(slots=True)
class Candidate:
    """A thing that may be counted, as it would be told, with what speaks for and against it."""

    measured: Measured
    features: set[str] = field(default_factory=set)


class Candidates(dict[str, Candidate]):
    """Candidates under their keys; the first that is told of a key stays."""

    def tell(self, measured: Measured, *features: str) -> None:
        """Add features to the candidate of a key, which is new with the first."""
        self.setdefault(measured.mention.key, Candidate(measured)).features.update(features)


def role(token: Token) -> str:
    """The part that a word plays in its clause, in few classes."""
    return _ROLES.get(token.dep_, "other")


def candidates(
    spot: Spot, earlier: Sequence[Framed], known: Acronyms, proposed: Mapping[str, Measured]
) -> Candidates:
    """All that a bare number may count, those first that grammar proposes under the name of a rule."""
    found = Candidates()
    for name, measured in proposed.items():
        found.tell(measured, f"rule {name}")
    _told(spot, earlier[-_FIGURES:], found)
    _lead(earlier, found)
    _wholes(spot, earlier, found)
    _spoken(spot, earlier, known, found)
    _coming(spot, known, found)
    for way in _ways(spot):
        found.tell(
            Measured(Mention(None, "people", "person", "document")),
            "people",
            f"people {way} {role(spot.root)}",
        )
    for key, candidate in found.items():
        candidate.features.update(_kind_features(key, spot))
    return found


def _told(spot: Spot, earlier: Sequence[Framed], found: Candidates) -> None:
    """The things that figures before count, the nearest first."""
    often = Counter(f.measure.key for f in earlier if f.measure is not None)
    most = max(often.values(), default=0)
    seen: list[str] = []
    for place, framed in _placed(spot, earlier):
        if (
            framed.measure is None
            or framed.measure.key in seen
            or framed.spot.figure.kind not in COUNTS | SHARES
        ):
            continue
        key = framed.measure.key
        seen.append(key)
        share = 4 * often[key] // sum(often.values())
        found.tell(
            _again(framed, spot),
            *_as_told(spot, framed, place, len(seen) - 1),
            f"often={min(often[key], 4)}",
            f"often most={often[key] == most}",
            f"often share={share}",
        )


def _placed(spot: Spot, earlier: Sequence[Framed]) -> Iterator[tuple[str, Framed]]:
    """Earlier figures with how far back they stand, the nearest first."""
    gone, block = 0, spot.sentence.block
    for framed in reversed(earlier):
        if framed.spot.sentence.block is not block:
            gone, block = gone + 1, framed.spot.sentence.block
        if gone > _BLOCKS:
            return
        here = framed.spot.sentence.span == spot.sentence.span
        yield "sentence" if here else _PLACES[gone] if gone < len(_PLACES) else "far", framed


def _as_told(spot: Spot, framed: Framed, place: str, rank: int) -> Iterator[str]:
    """How the nearest figure of a candidate stands to the bare one."""
    own, bare = _role_of(framed), _way_in(spot.root)
    verb, other = grammar.verb_of(spot.root), grammar.verb_of(framed.spot.root)
    yield "told"
    yield f"told rank={min(rank, 4)}"
    yield f"told {place}"
    yield f"told {place} as {bare}"
    yield f"told {place} rank={min(rank, 3)}"
    yield f"told kind={framed.spot.figure.kind}"
    yield f"told as {own}"
    yield f"told as {own} now {bare}"
    yield f"told alike={own == role(spot.root)}"
    yield f"told own={framed.measure is not None and framed.measure.found == 'here'}"
    if _same_verb(verb, other):
        yield "told verb"
    if framed.noun is not None and framed.noun.dep_ == "pobj":
        yield f"told after {framed.noun.head.lower_}"
    if framed.spot.figure.value == spot.figure.value:
        yield "told value"
    if framed.negated:
        yield "told not"
    if framed.measure is not None and framed.measure.key in uncounted():
        yield "told vague"


def _way_in(root: Token) -> str:
    """The part that the bare number plays, behind a preposition with that: "pobj for"."""
    preposition = root.head.lower_ if root.dep_ == "pobj" else ""
    return f"{role(root)} {preposition}" if preposition in _PREPOSITIONS else role(root)


def _role_of(framed: Framed) -> str:
    root = framed.spot.root
    return role(framed.noun) if framed.noun is not None and root.dep_ == "nummod" else role(root)


def _same_verb(one: Token | None, other: Token | None) -> bool:
    same = one is not None and other is not None and one.lemma_.lower() == other.lemma_.lower()
    return same and one is not None and one.lemma_.lower() not in {"be", "have"}


def _again(framed: Framed, spot: Spot) -> Measured:
    """What a figure before counts, marked with how far it came."""
    assert framed.measure is not None
    here = framed.spot.sentence.span == spot.sentence.span
    block = framed.spot.sentence.block is spot.sentence.block
    where: Found = "sentence" if here else "paragraph" if block else "document"
    return Measured(brought(framed.measure, where), framed.noun if here else None)


def _lead(earlier: Sequence[Framed], found: Candidates) -> None:
    """What the first figures of the document count, and those of its headline."""
    for framed in earlier[:_LEAD]:
        if framed.measure is not None and framed.measure.key in found:
            found[framed.measure.key].features.add("lead")
        headed = framed.spot.sentence.block.kind in {"headline", "heading"}
        if framed.measure is not None and headed:
            found.tell(Measured(brought(framed.measure, "document")), "headline")


def _wholes(spot: Spot, earlier: Sequence[Framed], found: Candidates) -> None:
    """The wholes of the last shares."""
    for framed in reversed(earlier[-4:]):
        if framed.base is not None:
            here = framed.spot.sentence.span == spot.sentence.span
            found.tell(
                Measured(brought(framed.base, "sentence" if here else "document")),
                "whole",
                f"whole own={framed.base.found == 'here'}",
                f"whole here={here}",
            )


def _spoken(spot: Spot, earlier: Sequence[Framed], known: Acronyms, found: Candidates) -> None:
    """The plurals of the sentence in front of the figure, of those before, and of the blocks before."""
    doc, at = spot.last.doc, spot.tokens[0].i
    offset = spot.sentence.offset
    for back, tokens in enumerate(_sentences(doc[max(0, at - _TOKENS) : at])):
        _plurals(spot, tokens, offset, "here" if back == 0 else f"back={back}", known, found)
    blocks: list[Framed] = []
    for framed in reversed(earlier[-_FIGURES:]):
        known_blocks = [spot.sentence.block, *(b.spot.sentence.block for b in blocks)]
        if len(blocks) < 2 and not any(framed.spot.sentence.block is b for b in known_blocks):
            blocks.append(framed)
    for back, framed in enumerate(blocks, 1):
        tokens = list(framed.spot.last.doc[-_TOKENS:])
        _plurals(spot, tokens, framed.spot.sentence.offset, f"block={back}", known, found)


def _sentences(before: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens of the last sentences, the last first; the first may be empty."""
    tokens: list[Token] = []
    told = 0
    for token in reversed(list(before)):
        tokens.insert(0, token)
        if token.is_sent_start:
            yield tokens
            tokens, told = [], told + 1
        if told > _SENTENCES:
            return
    if tokens:
        yield tokens


def _plurals(
    spot: Spot, tokens: Sequence[Token], offset: int, place: str, known: Acronyms, found: Candidates
) -> None:
    rank = 0
    for noun in reversed(tokens):
        key = _plural(noun, known)
        if key is None:
            continue
        if key in found and "named" in found[key].features:
            found[key].features.add("named again")
            continue
        span = Span(offset + noun.idx, offset + noun.idx + len(noun))
        where: Found = "sentence" if place == "here" else "document" if "block" in place else "paragraph"
        mention = Mention(span, noun.text, key, where)
        found.tell(Measured(mention, noun if place == "here" else None), *_as_named(spot, noun, place, rank))
        rank += 1


def _plural(noun: Token, known: Acronyms) -> str | None:
    """The key of a plural that may be counted."""
    if noun.tag_ not in {"NNS", "NNPS"} or not grammar.is_noun(noun) or noun.dep_ in {"compound", "nmod"}:
        return None
    key = noun_key(noun, known)
    return None if key in uncounted() else key


def _as_named(spot: Spot, noun: Token, place: str, rank: int) -> Iterator[str]:
    """How a plural that was named stands to the bare number."""
    own, bare = role(noun), role(spot.root)
    yield "named"
    yield f"named {place}"
    yield f"named as {own}"
    yield f"named rank={min(rank, 3)}"
    yield f"named {place} rank={min(rank, 3)}"
    yield f"named {place} as {own} now {bare}"
    yield f"named counted={any(c.dep_ == 'nummod' for c in noun.children)}"
    if noun.dep_ == "pobj" and noun.head.lower_ in _PREPOSITIONS:
        yield f"named after {noun.head.lower_}"
    if _same_verb(grammar.verb_of(spot.root), grammar.verb_of(noun)):
        yield "named verb"


def _coming(spot: Spot, known: Acronyms, found: Candidates) -> None:
    """The plurals behind the figure in its sentence."""
    for noun in spot.ahead(_TOKENS):
        key = _plural(noun, known)
        if key is not None:
            mention = Mention(spot.sentence.span_of(noun), noun.text, key, "sentence")
            near = noun.i - spot.last.i < 5
            found.tell(Measured(mention, noun), "next", f"next as {role(noun)}", f"next near={near}")


def _ways(spot: Spot) -> Iterator[str]:
    """What kinds of verb the number stands with: what people do or suffer, movements, having."""
    verb = grammar.verb_of(spot.root)
    lemma = verb.lemma_.lower() if verb is not None else ""
    acts, moves = table("nouns")["acts"], table("comparisons")["moves"]
    listed = ("does", "suffers", "mortal", "thinks", "units", "valued", "seats", "employs")
    ways = [name for name in listed if lemma in acts[name]]
    moved = any(lemma in moves[way] for way in ("rose", "fell", "stood"))
    yield from [*ways, *(["moves"] if moved else [])] or ["other"]


def _kind_features(key: str, spot: Spot) -> Iterator[str]:
    """What kind of thing a candidate is, and after which preposition the number stands."""
    for kind in sorted(kinds(key)) or ["unknown"]:
        yield f"kind {kind}"
        if spot.root.dep_ == "pobj":
            yield f"kind {kind} after {spot.root.head.lower_}"
    if key in empty_nouns():
        yield "empty"
