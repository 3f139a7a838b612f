"""What people do: decide, note, correct, draft and sign, each entered in the store with who and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from extractor.model import Claim, Correction, Review, Slot
from extractor.report.words import counted
from extractor.web.bench import Bench
from extractor.web.board import Board
from extractor.web.mending import words_in
from extractor.web.store import STATES, Entry, What, now

#: What may be said of a finding.
OF_FINDINGS: tuple[What, ...] = ("accept", "dismiss", "reopen", "note", "state")


class Refused(Exception):  # noqa: N818 - it is an answer to a person, not a fault
    """What somebody asked for cannot be done, and why."""


class Desk:
    """A bench's works as people go over them."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._store = bench.store
        #: What the next view of a work tells once.
        self._news: dict[str, str] = {}

    def board(self, work: str, review: Review) -> Board:
        """How the findings of a work stand."""
        store = self._store
        return Board(work, review, store.entries(work), store.dismissals(), store.corrections(work))

    def news(self, work: str) -> str:
        """What came of the last change; told once."""
        return self._news.pop(work, "")

    def decide(self, work: str, finding: str, what: str, text: str, who: str) -> None:
        """Enter a decision, a note or a state.

        Raises:
            Refused: there is no such finding, decision or state.
        """
        said = next((w for w in OF_FINDINGS if w == what), None)
        board = self.board(work, self._review(work))
        known = {board.key(f) for f in (*board.shown.findings, *board.dismissed)}
        if said is None or finding not in known or (said == "state" and text not in STATES):
            raise Refused("There is no such finding or decision any more; reload the page.")
        kept = text[:2000] if said in ("note", "state") else ""
        self._store.enter(Entry(finding, said, kept, who, now(), work))

    def correct(self, work: str, claim: str, given: Mapping[str, str], who: str) -> None:
        """Lay what differs from a claim over it, and check again.

        Raises:
            Refused: there is no such figure.
            InputError: the period cannot be read.
            NotDoneError: the check came to no end.
        """
        before = self._review(work)
        found = self._claim(before, claim)
        slots: tuple[Slot, ...] = get_args(Slot)
        changed = [s for s in slots if s in given and given[s] != words_in(found, s)]
        made = [Correction(claim, s, given[s], who, now()) for s in changed]
        self._bench.correct(work, made)
        self._told(work, before, f"{counted(len(made), 'slot', 'slots')} corrected")

    def undo(self, work: str, claim: str, who: str) -> None:
        """Take all corrections of a claim away, and check again."""
        before = self._review(work)
        laid = [c for c in self._store.corrections(work) if c.claim == claim]
        taken = [Correction(claim, c.slot, "", who, now()) for c in laid]
        self._bench.correct(work, taken, undo=True)
        self._told(work, before, "As it was read")

    def sign(self, work: str, who: str) -> None:
        """A second reader stands for the report.

        Raises:
            Refused: there is no name, or it is that of somebody who decided something.
        """
        board = self.board(work, self._review(work))
        if not who:
            raise Refused("Give your name to sign.")
        if who.casefold() in {p.casefold() for p in board.people}:
            raise Refused(f"{who} decided or corrected something here; somebody else has to sign.")
        self._store.enter(Entry("", "sign", "", who, now(), work))

    def signed(self, work: str) -> str | None:
        """Who signed, unless something was changed since."""
        last = next((e for e in reversed(self._store.entries(work)) if e.what == "sign"), None)
        touched = self._store.touched(work)
        return None if last is None or (touched is not None and touched > last.at) else last.who

    def draft(self, work: str) -> str:
        """The letter as somebody kept it, "" where nobody did."""
        kept = [e.text for e in self._store.entries(work) if e.what == "query"]
        return kept[-1] if kept else ""

    def keep_draft(self, work: str, letter: str, who: str) -> None:
        """Keep a letter as it stands."""
        self._review(work)
        self._store.enter(Entry("", "query", letter, who, now(), work))

    def _review(self, work: str) -> Review:
        review = self._bench.review(work)
        if review is None:
            raise Refused("This work is not open any more; open it again from the first page.")
        return review

    def _claim(self, review: Review, claim: str) -> Claim:
        found = next((c for c in review.claims if c.id == claim), None)
        if found is None:
            raise Refused("There is no such figure any more; reload the page.")
        return found

    def _told(self, work: str, before: Review, lead: str) -> None:
        after = self._review(work)
        self._news[work] = f"{lead}, and checked again: {difference(before, after)}."


@dataclass(frozen=True, slots=True)
class Pages:
    """What the answers to requests need."""

    bench: Bench
    desk: Desk
    #: The word that our own forms hold.
    csrf: str


def difference(before: Review, after: Review) -> str:
    """What another check changed, in words."""
    old, new = ({f.id: f for f in r.findings if f.verdict == "mismatch"} for r in (before, after))
    gone, come = len(old.keys() - new.keys()), len(new.keys() - old.keys())
    told = [
        *([f"{counted(gone, 'finding is', 'findings are')} gone"] if gone else []),
        *([f"{counted(come, 'finding is', 'findings are')} new"] if come else []),
    ]
    if told:
        return ", ".join(told)
    return (
        "what is questioned stays the same" if set(new.values()) == set(old.values()) else "a finding changed"
    )
