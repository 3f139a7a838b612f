"""Phrases: how print ties figures together, as data.

A phrase is a pattern over a text in which every figure has been replaced by a mark, so that
the words around the figures can be read without their digits:

    25 of 70, around 36 per cent. Of these, 12   →   ‹C0› of ‹C1›, ‹P2›.| Of these, ‹C3›

In a pattern `{part:C}` is a figure of family C that takes the role `part`; several letters
allow several families, and N is short for C, M, U and D. `|` stands where a sentence with a
figure ends, `¶` where a zone does. `@GAP` and the like are macros, see `MACROS`. Groups named
`w_...` keep words that the builder of a relation wants to see.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, pairwise, repeat

from extractor.literals import Held, find_all
from extractor.model import Claim, Cue, Relation, RelationKind, Role, Span, Strength
from extractor.reconcile.link.cues.moves import MOVE, move_starts
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

MACROS: Mapping[str, str] = {
    # Any words inside the sentence that hold no figure.
    "GAP": r"[^‹|¶]{0,120}?",
    # The same without a comma, dash, colon or bracket.
    "CLAUSE": r"[^‹|¶,;:()–—]{0,80}?",
    "FEW": r"(?:\s[\w’'-]+){0,3}?",
    #: "Eased again last week, to", but not "a tenth more, from".
    "PAUSE": r"(?:(?<!\bmore)(?<!\bless)(?<!\bfewer)(?<!higher)(?<!lower)(?<!\bup)(?<!\bdown)(?<!larger)(?<!smaller),)?",
    "NEXT": r"[.”\"’']*\s*[|¶][|¶\s“\"‘]*",
    "DASH": r"\s*[,(–—:;-]+\s*",
    "OF": r"\s(?:out\s)?of\s(?:the\s|all\s|all\sthe\s|its\s|their\s|those\s|these\s|a\stotal\sof\s|some\s|our\s|his\s|her\s)?",
    "ART": r"(?:the|a|an|its|their|some|his|her|our|those|these)",
    "OR": r"(?:or|that\sis|i\.e\.|ie|which\sis|making|equal\sto|equivalent\sto|amounting\sto|representing|accounting\sfor|making\sup|a\srate\sof|a\sshare\sof|some|just)",
    # A figure said again in another form: "25 (36 per cent)", "25, or 36 per cent", "25 – 36 per cent".
    "AGAIN": r"(?:\s?\(\s*(?:@OR\s)?|,?\s@OR\s|,\s|\s[–—-]\s(?:@OR\s)?)",
    "OR_RATE": r"(?:,|\s[–—-])?\s(?:and\s)?(?:or|that\sis|i\.e\.|equal\sto|equivalent\sto|representing|accounting\sfor|making\sup|which\sis|just|a\srate\sof|a\sshare\sof)\s(?:a\srate\sof\s)?",
    # What follows a rate that is a change and no share.
    "STILL": r"(?!\)?\s?(?:more|less|fewer|up|down|higher|lower|above|below|over|under|increase|rise|fall|drop|cut|jump|off)\b)",
    # A word before a noun: none that starts another phrase.
    "ADJ": r"(?:(?!(?:and|or|in|at|on|from|to|with|for|by|while|but|who|whom|which|them|these|those|that|after|when|as)\b)[\w’'-]+\s)",
    # A word between "to" or "from" and a figure: no verb and no person.
    "LEAD": r"(?:(?!(?:was|were|is|are|be|been|had|has|have|us|them|him|her|me|you|it)\b)[\w’'-]+\s)",
    # Words up to a figure that stay in the clause.
    "NEAR": r"(?:(?!\b(?:while|but|and|as|after|when|because|with|although|despite|though|so(?!\sfar))\b)[^‹|¶;:()]){0,60}?",
    # From a fronted whole to its part: "Of the 160 eels, about 112", "Of the 160 tagged eels 112".
    "FRONTED": r"(?:[^‹|¶]{0,80}?,\s[^‹|¶;]{0,60}?|(?:\s(?!(?:and|or|plus|to|but|from|with|than)\b)[\w’'-]+){1,5}\s)",
    # A word that is no word of movement.
    "STEADY": r"(?:\s(?!@MOVE)[\w’'%-]+)",
    "AGAINST": r"(?:compared\s(?:to|with)|in\scomparison\s(?:to|with)|against|versus|vs\.?|as\sopposed\sto|as\sagainst|rather\sthan|while|whereas|but)",
    "MOVE": MOVE,
}
_MACRO = Regex(r"@([A-Z]+(?:_[A-Z]+)*)")
_SLOT = Regex(r"\{(\w+):(\w+)\}")
_MARK = Regex(r"‹.\d+›")
_BRACKET = Regex(r"\\.|[()]")
#: Characters from one figure of a phrase to the next, and from them to its ends: no phrase is nearly as wide.
REACH = 300
#: The marks that a text itself could hold, and its lines.
_BLANKS = str.maketrans(dict.fromkeys("\n|‹›¶", " "))


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way of print to state a relation."""

    name: str
    meaning: str
    pattern: str
    relation: RelationKind
    #: Printed forms that it accepts, and one that it must refuse.
    accepts: tuple[str, ...]
    refuses: str
    strength: Strength = "stated"


@dataclass(frozen=True)
class Marked:
    """A text with marks for figures, and the way back to the document."""

    text: str
    claims: tuple[Claim, ...]
    #: Offset in the marked text → offset in the document, one entry a character and one for the end.
    offsets: tuple[int, ...]

    def find(self, pattern: Regex, opening: str) -> Iterator[re.Match[str]]:
        """What `finditer` finds of a pattern that begins with the opening, whose places are looked up once."""
        end = -1
        for starts, held in zip(self._starts(opening), self._held, strict=True):
            for start in starts if starts and held.may_hold(pattern) else ():
                found = pattern.match(self.text, start) if start >= end else None
                if found is not None:
                    end = found.end()
                    yield found

    def _starts(self, opening: str) -> tuple[tuple[int, ...], ...]:
        """Where an opening may stand in each stretch; words of change open a dozen phrases and take long to find."""
        if opening not in self._found:
            begins = compiled(f"(?={opening})")
            self._found[opening] = tuple(
                tuple(move_starts(self.text, *inside))
                if opening == "@MOVE"
                else tuple(m.start() for m in begins.finditer(self.text, *inside))
                if held.may_hold(begins)
                else ()
                for inside, held in zip(self.stretches, self._held, strict=True)
            )
        return self._found[opening]

    def search(self, pattern: Regex) -> Iterator[re.Match[str]]:
        """What `finditer` finds of a pattern where phrases of several figures may stand."""
        for inside, held in zip(self.stretches, self._held, strict=True):
            if held.may_hold(pattern):
                yield from pattern.finditer(self.text, *inside)

    @cached_property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """Where phrases of several figures may stand: around figures that stand near each other."""
        found: list[tuple[int, int]] = []
        for one, other in pairwise(m.span() for m in _MARK.finditer(self.text)):
            if other[0] - one[1] <= REACH:
                start = max(0, one[0] - REACH)
                joined = found.pop()[0] if found and found[-1][1] >= start else start
                found.append((joined, other[1] + REACH))
        return tuple(found)

    @cached_property
    def _held(self) -> tuple[Held, ...]:
        """The words of the stretches."""
        return tuple(Held(self.text[start:end].lower()) for start, end in self.stretches)

    @cached_property
    def _found(self) -> dict[str, tuple[tuple[int, ...], ...]]:
        return {}


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in a text."""

    phrase: Phrase
    roles: dict[str, Claim]
    span: Span
    #: What the groups named `w_...` matched, in lower case, under the name without `w_`.
    words: dict[str, str] = field(default_factory=dict)

    def claims(self) -> tuple[Claim, ...]:
        """What fills the roles, in the order of the pattern."""
        return tuple(self.roles.values())


_AGO = Regex(r"\s(?:ago|earlier|previously)\b")


@cache
def compiled(pattern: str) -> Regex:
    """The regular expression of a phrase's pattern."""

    def slot(found: re.Match[str]) -> str:
        letters = found[2].replace("N", "CMUD")
        return rf"‹[{letters}](?P<{found[1]}>\d+)›"

    expanded = _SLOT.sub(slot, pattern)
    while _MACRO.search(expanded):
        expanded = _MACRO.sub(lambda m: MACROS[m[1]], expanded)
    return Regex(expanded, re.IGNORECASE)


def _is_date(text: str, claim: Claim) -> bool:
    """True for the time of "40 per cent four years ago", which is no figure that a phrase could mean."""
    return family(claim) == "D" and _AGO.match(text, claim.figure.span.end) is not None


def mark(story: Story) -> Marked:
    """The document with each claim's figure replaced by ‹family number›."""
    text, claims = story.document.text, story.claims
    numbered = {c.figure.span.start: (n, c) for n, c in enumerate(claims) if not _is_date(text, c)}
    sentence_ends = {s.end for s in story.sentences}
    zone_ends = {z.span.end for z in story.zones}
    events = sorted({*numbered, *sentence_ends, *zone_ends, len(text)})
    pieces: list[str] = []
    offsets: list[Iterable[int]] = []

    def put(piece: str, places: Iterable[int]) -> None:
        pieces.append(piece)
        offsets.append(places)

    at = story.start
    while at < len(text):
        if at in numbered:
            number, claim = numbered[at]
            figure = f"‹{family(claim)}{number}›"
            put(figure, repeat(at, len(figure)))
            at = claim.figure.span.end
        else:
            stop = events[bisect_right(events, at)]
            put(text[at:stop].translate(_BLANKS), range(at, stop))
            at = stop
        if at in sentence_ends:
            put("|", (at,))
        if at in zone_ends:
            put("¶", (at,))
    return Marked("".join(pieces), claims, (*chain.from_iterable(offsets), len(text)))


def matches(marked: Marked, phrases: Sequence[Phrase]) -> Iterator[Match]:
    """All places where a phrase stands, phrase after phrase."""
    present = {family(c) for c in marked.claims}
    for phrase in phrases:
        if _may_stand(phrase.pattern, present):
            for found in _found(marked, phrase.pattern):
                yield _match(marked, phrase, found)


def _found(marked: Marked, pattern: str) -> Iterator[re.Match[str]]:
    if len(_families(pattern)) < 2:
        return find_all(compiled(pattern), marked.text)
    opening = _opening(pattern)
    if opening is None:
        return marked.search(compiled(pattern))
    return marked.find(compiled(pattern), opening)


@cache
def _opening(pattern: str) -> str | None:
    """The words that a pattern begins with, if it keeps them in a group."""
    if not pattern.startswith("(?P<w_"):
        return None
    depth = 0
    for found in _BRACKET.finditer(pattern):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            optional = pattern[found.end() : found.end() + 1] in ("?", "*", "{")
            return None if optional else pattern[pattern.index(">") + 1 : found.start()]
    return None


def _may_stand(pattern: str, present: set[str]) -> bool:
    """False where a role's families are not in the text at all: the pattern need not even be compiled."""
    return all(present & families for families in _families(pattern))


@cache
def _families(pattern: str) -> tuple[frozenset[str], ...]:
    """The families that each of a pattern's roles may have."""
    return tuple(frozenset(letters.replace("N", "CMUD")) for _, letters in _SLOT.findall(pattern))


def _match(marked: Marked, phrase: Phrase, found: re.Match[str]) -> Match:
    groups = {name: value for name, value in found.groupdict().items() if value}
    numbers = {name: int(value) for name, value in groups.items() if not name.startswith("w_")}
    roles = {name: marked.claims[n] for name, n in numbers.items()}
    words = {name[2:]: value.lower().strip() for name, value in groups.items() if name.startswith("w_")}
    last = max((c.figure.span.end for c in roles.values()), default=0)
    start, end = marked.offsets[found.start()], marked.offsets[found.end()]
    return Match(phrase, roles, Span(start, max(start, end, last)), words)


def relation_of(story: Story, match: Match, *order: str) -> Relation:
    """The relation that a match states, with its roles in the given order."""
    roles = tuple(Role(name, match.roles[name]) for name in order if name in match.roles)
    cue = Cue(story.document.id, match.span, story.words(match.span))
    return Relation(match.phrase.relation, roles, cue, match.phrase.strength)


def first_of_each(found: Iterator[Match], *key: str) -> Iterator[Match]:
    """Matches in order, without those whose key roles were filled by the same claims before."""
    seen: set[tuple[str, ...]] = set()
    for match in found:
        ids = tuple(match.roles[name].id for name in key if name in match.roles)
        if ids not in seen:
            seen.add(ids)
            yield match
