"""A number of things and the list of them: "five priorities: housing, roads, the harbour and schools".

The list is counted by its commas and its "and"; where an "and" may belong to an item ("research and
development") both counts are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.amount import between
from extractor.lexicon import table
from extractor.model import Claim, Cue, Derived, Relation, Role, Span, stable_id
from extractor.reconcile.link.window.named_list import counts_more, named_lists
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex
from extractor.shown import str_amount
from extractor.wording import any_of

_WORDS = table("windows")["listed"]
_LIST = Regex(r"(?:\s(?!and\b)[\w’'-]+){1,6}:\s(?P<items>[^:.;!?\n|]{12,400})[.\n]")
_OPEN = any_of(_WORDS["open"])
_AND = Regex(r"\s(?:and|&|plus)\s")
#: What the count of a list is called.
ITEMS = "items listed"
#: Numbers of things that people list.
FEWEST, MOST = 3, 12
#: An item of more words than these is a sentence, not an item.
LONG = 9


def listed(story: Story, claims: Sequence[Claim]) -> Iterator[Relation]:
    """One relation for each small count that a colon and a list of the counted things follow."""
    for claim in claims:
        named = next(named_lists(story, claim), None)
        if named is not None:
            yield _relation(story, claim, *named)
            continue
        value = claim.figure.value
        if family(claim) != "C" or claim.block in DISPLAY or claim.figure.hedge is not None or value is None:
            continue
        if not FEWEST <= value <= MOST or re.search(
            r"\bof\s(?:the\s|its\s|their\s)?$", before(story, claim, 12)
        ):
            continue
        end = claim.figure.span.end
        found = _LIST.match(story.document.text, end)
        if found is None or _OPEN.search(found[0]) or counts_more(story, claim, found.end()):
            continue
        counted = _count(found["items"])
        if counted is not None:
            yield _relation(story, claim, Span(found.start("items"), found.end("items")), *counted)


def _count(items: str) -> tuple[int, int] | None:
    """The fewest and the most items that a list may have; None for what is no plain list."""
    parts = [p.strip() for p in items.split(",") if p.strip()]
    if len(parts) < FEWEST - 1 or any(len(p.split()) > LONG or any(c.isdigit() for c in p) for p in parts):
        return None
    last = parts[-1]
    closed = last.startswith(("and ", "& "))
    if not closed and not _AND.search(last):
        return None
    inner = sum(len(_AND.findall(p)) for p in parts)
    fewest = len(parts) + (0 if closed else 1)
    return fewest, len(parts) + inner


def _relation(story: Story, claim: Claim, span: Span, fewest: int, most: int) -> Relation:
    words = story.words(span)
    amount = between(fewest, max(fewest, most))
    told = f"items listed: {str_amount(amount)}"
    items = Derived(stable_id("d", claim.id, str(span.start)), amount, ITEMS, (), told)
    cue = Cue(story.document.id, span, words)
    return Relation("sum", (Role("total", claim), Role("part", items)), cue, "stated")
