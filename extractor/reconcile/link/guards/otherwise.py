"""Figures that others of the passage account for: a relation that fails is no mismatch where they make one that holds.

"In Dale County, where 150,000 acres were sown, soybeans claimed 67,500, which is 45 per cent", behind the 126,000
acres of another county: the words were read wrongly, not printed wrongly. A few pairs meet by chance, so that some
misprints stay unsaid; one that is questioned for nothing costs more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from extractor.model import Claim, Relation
from extractor.reconcile.link.cues.moves import is_change
from extractor.reconcile.link.fits.equations import added, gap, percent, percent_change, quotient
from extractor.reconcile.link.fits.facts import Ends, ends, unit_of
from extractor.reconcile.link.guards.made import (
    adds_up,
    are_alike,
    ends_of,
    is_rise,
    makes_share,
    meets,
    others_near,
    tells_much,
    width,
)
from extractor.reconcile.link.guards.mean_otherwise import mean_otherwise
from extractor.reconcile.link.guards.moved_otherwise import moved_otherwise
from extractor.reconcile.link.guards.same_otherwise import same_otherwise
from extractor.reconcile.link.window.scope import after
from extractor.reconcile.misprints import may_slip_into
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: A part and its share make a whole that hardly another pair makes by chance, if they leave it no wider than this.
SURE = 0.05
#: A whole anywhere in the story is the one meant if a rate is told this closely.
EXACT = 0.005
#: How likely chance may make a total of some of its parts.
CHANCE = 0.05
#: From a figure to the share that says it again: "6,212 votes, OR 38.4 per cent", "5,047 (31.2 per cent)".
_AGAIN = Regex(
    r"^(?:\s(?!and\b|but\b)[\w’'-]+){0,2}(?:,\s(?:or\s)?|\s\(|\sor\s|\s[–—-]\s|:\s)"
    r"(?:(?:about|just|nearly|almost|over|under|some|roughly|around|more|less|than|a|full)\s){0,3}$",
    re.IGNORECASE,
)


def is_made_otherwise(story: Story, relation: Relation) -> bool:
    """True for a relation that fails and of which another figure near by makes one that holds."""
    made = _MADE.get(relation.kind)
    return made is not None and not _holds(relation) and made(story, relation)


def _share(story: Story, relation: Relation) -> bool:
    """The part of another whole, the whole as a part of something larger, or the part as another one's whole."""
    rate = relation.claims("rate")
    part, whole = relation.claims("part"), relation.claims("whole")
    if not (len(rate) == len(part) == len(whole) == 1):
        return False
    others = others_near(story, relation, part[0])
    if any(makes_share(rate[0], c, part[0]) for c in others):
        return True
    if any(makes_share(rate[0], told, c) for told in (part[0], whole[0]) for c in others):
        return True
    # "1,865 were for it ... 2,218 of the 3,412 voted, so that 54.7 per cent of all backed it"
    if any(tells_much(c) and tells_much(whole[0]) and makes_share(rate[0], c, whole[0]) for c in others):
        return True
    moved = is_change(part[0]) or is_change(rate[0])
    if moved and not after(story, part[0]).startswith(" of ") and _is_of_old(rate[0], part[0], whole[0]):
        return True
    return _is_of_another_whole(story, rate[0], part[0], whole[0])


def _is_of_old(rate: Claim, part: Claim, whole: Claim) -> bool:
    """True for a movement told twice: 58,300 came, UP BY 8,300, OR 17 PER CENT, is a share of those who came before."""
    told, both = ends(rate), list(ends_of((part, whole)))
    if told is None or len(both) != 2:
        return False
    moved, level = ((low + high) / 2 for low, high in both)
    return any(old > 0 and told[0] <= 100 * moved / old <= told[1] for old in (level - moved, level + moved))


def _is_of_another_whole(story: Story, rate: Claim, part: Claim, whole: Claim) -> bool:
    """True if another figure with its share makes the same whole, or the story prints that whole somewhere.

    "Roche took 6,212 votes, or 38.4 per cent, and Nugent 5,047 (31.2 per cent)": each makes 16,180. Where a slip
    makes the whole of the relation of it, that is the one meant.
    """
    implied = _whole_of(part, rate)
    shared = [p for p in _told_with_shares(story, rate) if rate not in p and part not in p]
    pairs = [p for p in shared if are_alike(p[0], part)]
    if implied is None or width(implied) > SURE:
        return False
    if may_slip_into(whole, *implied):
        # "Benn 13,046 (40%), Orr 10,111 (31%)": a share of its own bears the whole out.
        return any(p[0] is whole and _make_one(implied, _whole_of(*p)) for p in pairs)
    if width(implied) <= EXACT:
        printed = [c for c in story.claims if c not in (part, whole) and c.block not in DISPLAY]
        if any(are_alike(c, part) and tells_much(c) and _lies_in(c, implied) for c in printed):
            return True
    return any(_make_one(implied, _whole_of(*p)) for p in pairs)


def _make_one(implied: Ends, other: Ends | None) -> bool:
    """True if two parts with their shares may be of one whole."""
    return other is not None and width(other) <= SURE and implied[0] <= other[1] and other[0] <= implied[1]


def _lies_in(claim: Claim, within: Ends) -> bool:
    value = claim.figure.value
    return value is not None and within[0] <= value <= within[1]


def _whole_of(part: Claim, rate: Claim) -> Ends | None:
    """What a part and its rate make together; None where either is open or nothing."""
    both = list(ends_of((part, rate)))
    if len(both) != 2 or both[1][0] <= 0 or both[0][0] <= 0:
        return None
    low, high = quotient(both)
    return 100 * low, 100 * high


def _told_with_shares(story: Story, claim: Claim) -> Iterator[tuple[Claim, Claim]]:
    """The figures around another that are told with a share of their own beside them."""
    for one, two in pairwise(story.around(claim, 1)):
        if one.sentence != two.sentence or {family(one), family(two)} not in (
            {"C", "P"},
            {"M", "P"},
            {"U", "P"},
        ):
            continue
        if _AGAIN.match(story.between(one, two)):
            yield (two, one) if family(one) == "P" else (one, two)


def _sum(story: Story, relation: Relation) -> bool:
    """A part that the others make, another total of the parts, all of them parts of something larger, or one part more in their sentences.

    Where only the window of a total shows its parts, it may also be that of all but one at an end of the list:
    "cocaine worth €1.9m, cannabis put at €640,000 and €85,000 in cash. The drugs came to €2.54m".
    """
    total, parts = relation.claims("total"), relation.claims("part")
    if len(total) != 1 or len(parts) < 2 or len(relation.claims()) < len(relation.roles):
        return False
    others = others_near(story, relation, total[0])
    apart = any(p.sentence != parts[0].sentence for p in parts)
    if apart and any(adds_up(part, [p for p in parts if p is not part]) for part in parts):
        return True
    if any(adds_up(c, parts) or adds_up(c, (*total, *parts)) for c in others):
        return True
    if relation.strength == "contextual" and len(parts) > 2:
        shorter = (parts[1:], parts[:-1])
        if any(adds_up(total[0], some) for some in shorter):
            return True
    own = {p.sentence for p in parts}
    if any(adds_up(total[0], (*parts, c)) for c in others if c.sentence in own or tells_much(c)):
        return True
    if _have_own_shares(story, total[0], parts):
        return True
    return (
        _is_of_some(total[0], parts)
        or _is_of_another_part(story, total[0], parts, others)
        or _is_of_account(total[0], parts, others)
    )


def _is_of_another_part(story: Story, total: Claim, parts: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """True if another figure in the place of one part makes the total: "231 in a building for 410, 242 in 385 seats"."""
    reach, told = ends(total), list(ends_of(parts))
    if reach is None or len(told) < len(parts):
        return False
    beside = [c for c in others if story.paragraphs_apart(c, total) == 0]
    spread = max(reach[1] - reach[0], 1 if family(total) == "C" else 0)
    likely = len(parts) * len(beside) * spread <= CHANCE * reach[1]
    return likely and any(
        adds_up(total, [c, *(p for p in parts if p is not part)]) for part in parts for c in beside
    )


def _have_own_shares(story: Story, total: Claim, parts: Sequence[Claim]) -> bool:
    """True if each part is told with the share that it is of the whole: "Of 500 asked, 190 (38 per cent) ... 325 (65 per cent)"."""
    shares = {told.id: share for part in parts for told, share in _told_with_shares(story, part)}
    return all(p.id in shares and makes_share(shares[p.id], p, total) for p in parts)


def _is_of_some(total: Claim, parts: Sequence[Claim]) -> bool:
    """True if some of the parts make a total that hardly chance does: "640 fields held 83 nests and 29 more, giving 112"."""
    reach, told = ends(total), list(ends_of(parts))
    if reach is None or len(told) < len(parts) or any(c.figure.hedge is not None for c in (total, *parts)):
        return False
    some = [s for n in range(2, len(parts)) for s in combinations(parts, n)]
    one = 1 if family(total) == "C" else 0
    spread = max(one, reach[1] - reach[0], *(high - low for low, high in told))
    likely = len(some) * spread <= CHANCE * reach[1]
    return likely and any(adds_up(total, s) for s in some)


def _is_of_account(total: Claim, parts: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """True if a further figure is taken off what two parts make: £180m less £85m, with £38m back, leaves £133m."""
    if len(parts) != 2 or any(c.figure.hedge is not None for c in (total, *parts)):
        return False
    long = [c for c in others if tells_much(c) and c.figure.hedge is None]
    told = ends(total)
    for one, two in (parts, parts[::-1]):
        for taken in long:
            made = list(ends_of((one, taken)))
            back = list(ends_of((total, two)))
            if told is not None and len(made) == len(back) == 2 and _overlap(added(made), added(back)):
                return True
    return False


def _overlap(one: Ends, other: Ends) -> bool:
    """True if the middle of one lies in the other."""
    middle = (one[0] + one[1]) / 2
    return other[0] <= middle <= other[1]


_MADE: dict[str, Callable[[Story, Relation], bool]] = {
    "share": _share,
    "change": moved_otherwise,
    "sum": _sum,
    "mean": mean_otherwise,
    "same": same_otherwise,
}


def _holds(relation: Relation) -> bool:
    """True if the figures of a relation agree among themselves, at a quick look."""
    first, *others = relation.claims()
    if relation.kind == "share":
        return len(others) == 2 and meets(first, (others[0], others[1]), percent)
    if relation.kind == "sum":
        return adds_up(first, others)
    if relation.kind == "mean":
        return len(others) == 2 and meets(first, (others[0], others[1]), quotient)
    if relation.kind == "change" and len(others) == 2:
        rises = {"rose": True, "fell": False}.get(relation.direction or "")
        relative = unit_of(first) == "P" and unit_of(others[0]) != "P"
        right = rises is None or is_rise(*others) == rises
        return right and meets(first, (others[0], others[1]), percent_change if relative else gap)
    return False
