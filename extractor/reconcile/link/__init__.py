"""Linking: which claims speak of one thing, and the words that say so.

Nothing here looks whether numbers agree to question a figure; a fit may only find the figure
that a phrase leaves out, and such a relation can confirm and never accuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.model import Claim, Derived, Relation, Span
from extractor.reconcile.link.bound import bounds
from extractor.reconcile.link.cell import cells
from extractor.reconcile.link.change import changes
from extractor.reconcile.link.complement import complements
from extractor.reconcile.link.converted import converted
from extractor.reconcile.link.cues.phrases import Marked, mark
from extractor.reconcile.link.cues.praise import by_what_is_good
from extractor.reconcile.link.cues.times import is_of_earlier
from extractor.reconcile.link.fits.confirm import confirmed, shared_wholes
from extractor.reconcile.link.fits.weighed import weighed
from extractor.reconcile.link.guards.beside import is_beside
from extractor.reconcile.link.guards.came_back import is_later
from extractor.reconcile.link.guards.counted_back import is_counted_back
from extractor.reconcile.link.guards.earlier import only_borne_out
from extractor.reconcile.link.guards.loose import is_loose
from extractor.reconcile.link.guards.misread import is_misread
from extractor.reconcile.link.guards.no_items import is_no_item
from extractor.reconcile.link.guards.otherwise import is_made_otherwise
from extractor.reconcile.link.guards.second import of_one_statement
from extractor.reconcile.link.guards.sites import is_of_site
from extractor.reconcile.link.guards.tails import is_narrowed
from extractor.reconcile.link.guards.unlike import is_unlike
from extractor.reconcile.link.guards.wholes import is_part_of_another, of_one_whole
from extractor.reconcile.link.lasted import lasted
from extractor.reconcile.link.margin import margins
from extractor.reconcile.link.multiple import means, multiples
from extractor.reconcile.link.order.compare import comparisons
from extractor.reconcile.link.order.extremes import extremes
from extractor.reconcile.link.order.listed_mean import listed_means
from extractor.reconcile.link.order.most_polled import most_polled
from extractor.reconcile.link.order.most_told import most_told
from extractor.reconcile.link.order.overall import wholes_outside
from extractor.reconcile.link.order.range_mean import range_means
from extractor.reconcile.link.order.rank import ranks
from extractor.reconcile.link.order.ranked_by_name import ranks_by_name
from extractor.reconcile.link.order.since import ranks_since
from extractor.reconcile.link.parted import parted
from extractor.reconcile.link.per_so_many import per_so_many
from extractor.reconcile.link.remainder import remainders
from extractor.reconcile.link.retold.both_ways import both_ways
from extractor.reconcile.link.retold.headline import displayed
from extractor.reconcile.link.retold.headline_noun import misnamed
from extractor.reconcile.link.retold.lead import leads
from extractor.reconcile.link.retold.named_back import named_back
from extractor.reconcile.link.retold.other_things import carried_over
from extractor.reconcile.link.retold.retelling import retellings
from extractor.reconcile.link.retold.same import repeats
from extractor.reconcile.link.retold.scaled_back import scaled_back
from extractor.reconcile.link.retold.unit_swaps import unit_swaps
from extractor.reconcile.link.share import shares
from extractor.reconcile.link.spans import spans
from extractor.reconcile.link.tally import tallies
from extractor.reconcile.link.tally.who_did_not import counts_left, who_did_not
from extractor.reconcile.link.then_now import (
    directions,
    gone_on,
    headed,
    held_against,
    is_moved_lately,
    moved,
    to_levels,
    told_back,
)
from extractor.reconcile.link.tie import tied
from extractor.reconcile.link.to_find import to_find
from extractor.reconcile.link.total import sums
from extractor.reconcile.link.turned import turned, without
from extractor.reconcile.link.window import placed, unfitting
from extractor.reconcile.link.window.averaged import averages
from extractor.reconcile.link.window.near import is_turned, leaves_another
from extractor.reconcile.link.window.product import products
from extractor.reconcile.link.window.scope import before
from extractor.reconcile.link.window.times import times
from extractor.reconcile.link.worded import completed
from extractor.reconcile.link.yearly import yearly
from extractor.reconcile.story import Story, family
from extractor.regexes import Regex

__all__ = ["link"]

_OF_WHICH = Regex(r"\bof\s(?:which|whom|these|those|them)\s$", re.IGNORECASE)


def link(story: Story) -> Iterator[Relation]:
    """All relations within one story: those that words tie, then those that only numbers make."""
    marked = mark(story)
    found = [_with_rivals(story, r) for r in _by_words(story, marked)]
    found += displayed(story, found)
    found += confirmed(story, found)
    summed = [_with_rivals(story, r) for r in tallies(story, found)]
    found = [*_without_fits(found, summed), *summed]
    wrong = list(turned(story, found))
    found = [*without(found, wrong), *wrong]
    apart = [_with_rivals(story, r) for r in unfitting(story, found)]
    found = [*_without_fits(found, apart), *apart]
    found += [_with_rivals(story, r) for r in times(story, found)]
    found += [_with_rivals(story, r) for r in placed(story, found)]
    found += [_with_rivals(story, r) for r in products(story, marked, found)]
    found += averages(story, found)
    found += tied(story, found)
    shifted = list(moved(story, found))
    found = [*without(found, shifted), *shifted]
    found += told_back(story, found)
    found += directions(story, found)
    found += held_against(story, found)
    found += [_with_rivals(story, r) for r in gone_on(story, found)]
    found += to_levels(story)
    found += headed(story)
    found += [_with_rivals(story, r) for r in margins(story, found)]
    found += leads(story, found)
    found += retellings(story, found)
    found += named_back(story, found)
    found += carried_over(story, found)
    found += misnamed(story)
    found += [r for r in scaled_back(story) if not _is_tied(r, found)]
    turned_round = list(both_ways(story))
    found = [*_but_for(found, turned_round), *turned_round]
    found += cells(story)
    found += shared_wholes(story, found)
    found += parted(story, found)
    found += _ranked(story, marked)
    found += ranks_since(story)
    found += wholes_outside(story)
    found += range_means(story)
    found += listed_means(story)
    found += most_told(story)
    found += most_polled(story)
    found += [r for r in (*who_did_not(story), *counts_left(story)) if not _is_tied(r, found)]
    found += lasted(story)
    found += spans(story)
    found += converted(story)
    found += per_so_many(story)
    lacking = list(to_find(story))
    found = [r for r in found if r.kind != "change" or not _is_tied(r, lacking)]
    found += [r for r in lacking if not _is_tied(r, found)]
    told = (
        of_one_statement(story, only_borne_out(story, by_what_is_good(story, r)))
        for r in completed(story, found)
    )
    kept = [r for r in told if r.strength == "numeric" or _may_be_asked(story, r)]
    yield from kept
    yield from weighed(story, kept)


def _is_tied(relation: Relation, found: Sequence[Relation]) -> bool:
    """True if words tie the same figures already, in whichever way."""
    own = {c.id for c in relation.claims()}
    return any(r.strength != "numeric" and {c.id for c in r.claims()} == own for r in found)


def _may_be_asked(story: Story, relation: Relation) -> bool:
    """True for figures that are told as of one time, in one statement, and of one whole where they make one."""
    apart = is_loose(story, relation) or is_beside(story, relation) or is_narrowed(story, relation)
    apart = apart or _may_go_back(story, relation) or is_made_otherwise(story, relation)
    apart = apart or is_part_of_another(story, relation) or is_misread(story, relation)
    apart = apart or is_unlike(story, relation) or is_no_item(story, relation) or is_later(story, relation)
    apart = apart or is_of_site(story, relation) or is_counted_back(story, relation)
    return of_one_whole(relation) and _told_at_once(story, relation) and not apart


def _may_go_back(story: Story, relation: Relation) -> bool:
    """True for a change that points the wrong way, unless it is the earlier level that is so much more."""
    levels = [c for name in ("from", "to") for c in relation.claims(name)]
    change = relation.roles[0].value
    told = isinstance(change, Claim) and len(levels) == 2 and is_turned(relation)
    return told and isinstance(change, Claim) and is_of_earlier(story, change, *levels)


def _without_fits(found: Sequence[Relation], told: Sequence[Relation]) -> Iterator[Relation]:
    """The relations but for fits of numbers to figures that words tie to others, or to some of them only."""
    tied = {r.roles[0].value.id for r in told if r.kind == "share"}
    lists = [{c.id for c in r.claims()} for r in told if r.kind == "sum"]
    for relation in found:
        own = {c.id for c in relation.claims()}
        some = relation.kind == "sum" and any(own < all_ for all_ in lists)
        if relation.strength != "numeric" or not (some or relation.roles[0].value.id in tied):
            yield relation


def _but_for(found: Sequence[Relation], turned_round: Sequence[Relation]) -> Iterator[Relation]:
    """The relations but for those that bear out a share that is told of the others."""
    wrong = {r.roles[0].value.id for r in turned_round}
    for relation in found:
        borne_out = relation.kind in ("same", "share") and relation.strength != "stated"
        if not (borne_out and any(c.id in wrong for c in relation.claims())):
            yield relation


def _told_at_once(story: Story, relation: Relation) -> bool:
    """True unless the figures stand in posts of a live page that went up one after the other.

    A toll that rises from post to post is no slip: each post says what was known when it went up.
    """
    return len({story.posted(c) for c in relation.claims()} - {None}) < 2


def _by_words(story: Story, marked: Marked) -> Iterator[Relation]:
    yield from shares(story, marked)
    yield from remainders(story, marked)
    changed = [r for r in changes(story, marked) if not leaves_another(r)]
    yield from changed
    yield from sums(story, marked)
    yield from complements(story)
    yield from multiples(story, marked)
    yield from means(story, marked)
    compared = (r for r in comparisons(story, marked) if not is_moved_lately(story, r))
    yield from _once(compared, changed)
    yield from repeats(story, marked)
    yield from unit_swaps(story)
    yield from bounds(story, marked)
    yield from yearly(story)


def _once(compared: Iterator[Relation], changed: Sequence[Relation]) -> Iterator[Relation]:
    """Comparisons of the same two figures once, by the first words that tell them.

    "Three FEWER than" is the word of a change, and tells nothing beyond it.
    """
    sizes = {(frozenset(c.id for c in r.claims()[1:]), r.claims()[0].figure.span.end) for r in changed}
    seen: set[frozenset[str]] = set()
    for relation in compared:
        pair, comparison = frozenset(c.id for c in relation.claims()), relation.comparison()
        ends = range(comparison.span.start - 1, comparison.span.start + 1) if comparison is not None else ()
        if len(pair) < 2 or (pair not in seen and not any((pair, end) in sizes for end in ends)):
            seen.add(pair)
            yield relation


def _ranked(story: Story, marked: Marked) -> Iterator[Relation]:
    """What the words put in order; last, so that no figure counts as explained by its rank."""
    yield from (told := list(ranks(story, marked)))
    known = [c.span for r in told if (c := r.comparison()) is not None]
    yield from (r for r in ranks_by_name(story) if not _is_told(r, known))
    yield from extremes(story, marked)


def _is_told(relation: Relation, known: Sequence[Span]) -> bool:
    """True for a rank whose words rank the figures of their own sentence already."""
    comparison = relation.comparison()
    return comparison is not None and any(s.overlaps(comparison.span) for s in known)


def _with_rivals(story: Story, relation: Relation) -> Relation:
    """The relation with the other figures of its sentences, any of which may be the one meant."""
    if relation.rivals or relation.strength == "numeric":
        return relation
    own = relation.claims()
    beside = [c for s in {c.sentence for c in own} for c in story.in_sentence(s)]
    told = {c.id for c in own} | {
        c.id for r in relation.roles if isinstance(r.value, Derived) for c in r.value.claims
    }
    rivals = {c.id: c for c in (*beside, *_counted(story, relation)) if c.id not in told}
    ordered = sorted(rivals.values(), key=lambda c: c.figure.span)
    return replace(relation, rivals=tuple(c for c in ordered if not _is_part(story, relation, c)))


def _counted(story: Story, relation: Relation) -> Iterator[Claim]:
    """Any number above an average: "those served owed £1,925 each" below 214 notices and 153 cases.

    An average told by one end only, "less than £1,000", is made by nearly any number.
    """
    mean, *others = relation.claims()
    if relation.kind == "mean" and mean.figure.amount.low and mean.figure.amount.high is not None:
        last = max(c.figure.span.start for c in (mean, *others))
        yield from (c for c in story.starting(0, last) if family(c) == "C")


def _is_part(story: Story, relation: Relation, claim: Claim) -> bool:
    """True for the 170 of "1,214, of which 170 were bungalows. They were fewer than": a part is not what is compared."""
    return relation.kind == "compare" and _OF_WHICH.search(before(story, claim, 20)) is not None
