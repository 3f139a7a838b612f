"""How the findings of a work stand: shown, accepted or dismissed, by whom, and what was noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.model import Claim, Correction, Document, Finding, Review, Slot, stable_id
from extractor.report.evidence import span_of, values_of
from extractor.web.mending import SLOTS, words_in
from extractor.web.store import DECISIONS, STATES, Entry, State


def lasting_key(finding: Finding, documents: Mapping[str, Document]) -> str:
    """The same key for the same finding wherever its sentences come back, whatever the document is called."""
    told = []
    for value in values_of(finding):
        text = documents[value.document].text
        told.append(f"{_plain(span_of(value).of(text))} in {_plain(value.sentence.of(text))}")
    return stable_id("k", finding.relation.kind, finding.verdict, *sorted(told))


def _plain(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Standing:
    """What people said of one finding."""

    #: The last decision; None where there is none, or the last one took it back.
    decision: Entry | None = None
    state: Entry | None = None
    #: Everything, in order.
    history: tuple[Entry, ...] = ()

    @property
    def is_dismissed(self) -> bool:
        """True where the finding is folded away."""
        return self.decision is not None and self.decision.what == "dismiss"

    @property
    def is_accepted(self) -> bool:
        """True where somebody means to ask about it."""
        return self.decision is not None and self.decision.what == "accept"


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot of a claim in its form."""

    slot: Slot
    label: str
    words: str
    #: The correction that lies over it.
    correction: Correction | None


class Board:
    """The findings of one review beside what people said of them."""

    def __init__(
        self,
        work: str,
        review: Review,
        entries: Sequence[Entry],
        dismissals: Mapping[str, Entry],
        corrections: Sequence[Correction] = (),
    ) -> None:
        self.work = work
        self.states: tuple[State, ...] = STATES
        self._review = review
        self._documents = {d.id: d for d in review.documents}
        self._keys = {f.id: lasting_key(f, self._documents) for f in review.findings}
        self._entries = entries
        self._dismissals = dismissals
        self._corrections = {(c.claim, c.slot): c for c in corrections}

    def key(self, finding: Finding) -> str:
        """Under which decisions on a finding are kept."""
        return self._keys[finding.id]

    def standing(self, finding: Finding) -> Standing:
        """What was said of a finding here; failing that, whether it was dismissed elsewhere before."""
        key = self.key(finding)
        own = tuple(e for e in self._entries if e.finding == key)
        decided = [e for e in own if e.what in DECISIONS]
        last = decided[-1] if decided else self._dismissals.get(key)
        states = [e for e in own if e.what == "state"]
        return Standing(
            None if last is None or last.what == "reopen" else last, states[-1] if states else None, own
        )

    @property
    def shown(self) -> Review:
        """The review without what was dismissed."""
        kept = tuple(f for f in self._review.findings if not self.standing(f).is_dismissed)
        return replace(self._review, findings=kept)

    @property
    def dismissed(self) -> tuple[Finding, ...]:
        """What was dismissed, here or where the same sentences stood before."""
        return tuple(f for f in self._review.findings if self.standing(f).is_dismissed)

    @property
    def accepted(self) -> tuple[Finding, ...]:
        """What somebody means to ask about."""
        return tuple(f for f in self._review.findings if self.standing(f).is_accepted)

    def claims(self, finding: Finding) -> tuple[Claim, ...]:
        """The figures that a finding rests on."""
        return tuple(v for v in values_of(finding) if isinstance(v, Claim))

    def quote(self, claim: Claim) -> str:
        """A figure as printed."""
        return claim.figure.span.of(self._documents[claim.document].text)

    def filled(self, claim: Claim) -> tuple[Filled, ...]:
        """The slots of a claim, for its form."""
        return tuple(
            Filled(slot, label, words_in(claim, slot), self._corrections.get((claim.id, slot)))
            for slot, label in SLOTS.items()
        )

    def words(self, slot: Slot) -> tuple[str, ...]:
        """What the figures of these texts have in a slot, to choose from."""
        return tuple(dict.fromkeys(w for c in self._review.claims if (w := words_in(c, slot))))

    @property
    def people(self) -> frozenset[str]:
        """Who decided or corrected anything here."""
        told = {e.who for e in self._entries if e.what in (*DECISIONS, "state")}
        return frozenset(told | {c.who for c in self._corrections.values()})
