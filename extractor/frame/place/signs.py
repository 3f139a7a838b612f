"""What makes a name a place where no gazetteer knows it: the words around it, its ending, its neighbours.

Sure signs ("in X", "X Council", "X's schools", an address) make a name a place at once; weak ones (a
headline, a possessive, "of X", an ending such as "-shire") only two together. Names of people and of
companies are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.frame.gazetteer import gazetteer, listed
from extractor.frame.keys import singular
from extractor.frame.place.bodies import STREETS, housed_places
from extractor.frame.place.counted import beside, plain, shares
from extractor.frame.place.lies import lying_places
from extractor.frame.place.never import (
    Others,
    body_words,
    ending_weight,
    ends_in_place,
    is_firm_or_person,
    may_be_place,
    others_of,
)
from extractor.frame.place.rows import row_places
from extractor.frame.place.subjects import subject_places
from extractor.frame.place.turns import turned_places
from extractor.frame.speaker.sayers import words as speech_words
from extractor.frame.speaker.unnamed import is_one_person
from extractor.model import Block
from extractor.regexes import Regex
from extractor.wording import any_of

#: The word after a name and its possessive, with a number or "own" between them passed over.
_NEXT = Regex(
    r"(['’]s?)?\s+(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|own|state|public|average)\s+)?([a-z]+)"
)
_ADDRESS = Regex(
    r"\b(?:Street|Road|Lane|Avenue|Terrace|Close|Drive|Crescent|Way|Place|Square|Court|Gardens),\s+$"
)
#: Sure signs after and before a name: "X, where ...", "At X, ...", "the district of X".
_WHERE = Regex(
    r",\s+(?:\w+\s+){0,5}where\b"
    r"|,\s+an?\s+(?:[\w-]+\s+){0,3}(?:village|town|city|district|island|county|suburb|hamlet|settlement|township)"
    r"(?=\s+(?:of|in|on|near|outside|off|north|south|east|west|with|where)\b|[,.;])"
    r"|,\s+the\s+(?:[\w-]+\s+){0,5}(?:villages?|towns?|city|cities|districts?|islands?|county|counties|valleys?|suburbs?)\b"
)
#: "LUNN'S POINT", "Hell's Gate": a name with its owner.
_OWNED = Regex(r"[A-Z][a-z]+['’]s\s[A-Z][a-z]+")
#: A dateline: "GRANBY FALLS, Minn. (AP) —", "RAJPURA: "; in a transcript a colon follows whoever speaks.
_DATELINE = Regex(
    r"([A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]+){0,3})(?:,\s+[A-Z][\w.]+(?:\s+[\w.]+)?){0,2}\s*(?:\([^)\n]{2,25}\)\s*)?"
    r"(?:(:)|\s?[–—-]{1,2})\s"
)
#: "KIRIMUNI County Referral Hospital": a body that has its name from its county.
_SEATED = Regex(r"(\w+(?:\s+\w+)?)\s+(?:County|City|District|Borough|Town|Municipal|Regional)\s+[A-Z]")
#: Joined names of towns: "Lac-aux-Ormes", "Stow-on-Marsh".
_JOINED = Regex(r"[A-Z]\w+-(?:sur|aux|en|les|le|la|de|du|des|on|upon|under|by|am|an|der)-[A-Z]")
_AT_FIRST = Regex(
    r"(?:^|[.!?\n]\s*)At\s+$|\b(?:village|town|city|district|island|county|borough|parish|port|region|province|suburb|harbour|harbor|valley|hamlet|township)\s+of\s+$"
    r"|\b(?:[Rr]esidents|[Ii]nhabitants|[Vv]illagers|[Tt]ownspeople|[Pp]eople|[Ss]treets|[Oo]utskirts|[Hh]ouseholders|[Rr]atepayers)\s+of\s+$"
)
#: Weak signs beside a sure one by which a place is known that a body is named after.
_SURE = 2
#: Characters around a list of names in which is said what they are.
_BESIDE = 160
#: What a name may end in that alone is never a place.
_KIND_OF = Regex(r" (?:State|Street)$")
#: "SHARES in X" are a firm's.
_STAKE = Regex(r"\b(?:[Ss]hares|[Ss]takes?|[Ii]nvestors|[Cc]onfidence|[Tt]rust|[Ff]aith)\s+in\s+$")
#: "It stood AT X", "wheat AT X", and not "an economist AT X", "jobs AT X", "aimed AT X".
_AT = Regex(r"(?:\b([A-Za-z]+)[\d,.]*|\d|[^\w\s]|^|\n)\s*\b[Aa]t\s+$")
#: No name of a town: a sum of money, a number.
_NO_TOWN = Regex(r"\d|^(?:Sh|Rs)$")
#: "Libraries AT X", "the prison IN X".
_SITE_AT = Regex(r"\b([a-z]+)\s+(?:at|in|near|outside)\s+$")


def told_places(
    text: str,
    zoned: Sequence[Block],
    runs: Sequence[tuple[Block, re.Match[str]]],
    subjects: frozenset[int] = frozenset(),
    dictionary: frozenset[str] = frozenset(),
) -> dict[str, str]:
    """Names that the text itself makes places → their key: sure signs at once, weak ones from two up.

    `subjects` are the starts of names that are the subject of a figure's clause.
    """
    others = others_of(text, zoned, runs)
    named = others.named
    told = _signed(text, zoned, runs, others)
    told |= dict(_dated(text, zoned)) | dict(_apposed(text, runs, named))
    told |= dict(row_places(text, zoned))
    turned = turned_places(text, (r for _, r in runs))
    told |= {n: n.lower() for n in turned if may_be_place(n, named)}
    lying = (n for n in lying_places(text, runs) if n not in others.surnames or n in told)
    told |= {n: n.lower() for n in lying if may_be_place(_KIND_OF.sub("", n), named)}
    housed = (n for n in housed_places(text, zoned, runs) if may_be_place(n.title(), others.people))
    told |= {name: name.lower() for name in housed}
    near = (
        n
        for n in beside(text, runs, told)
        if n not in others.surnames and (may_be_place(n, named) or (" " in n and n.split()[-1] in STREETS))
    )
    told |= {name: name.lower() for name in near}
    listing = (row for row in shares(text, runs, dictionary) if _is_of_places(text, row, others))
    told |= {name: name.lower() for row in listing for name in row if name not in gazetteer()}
    told |= {n: n.lower() for n in subject_places(text, runs, subjects, others, told)}
    return dict(_shorter(runs, told, others)) | told


def _is_of_places(text: str, row: Sequence[str], others: Others) -> bool:
    """True for a list of names none of which is that of a firm, a person or a party."""
    at = text.find(row[0])
    around = text[max(0, at - _BESIDE) : at + _BESIDE]
    return _no_places().search(around) is None and all(
        len(name.split()) < 4
        and name not in others.surnames
        and may_be_place(name, others.named)
        and not is_firm_or_person(text, name)
        for name in row
    )


@cache
def _no_places() -> Regex:
    """What is shared out among parties and teams, and who shares: "seats", "goals", "the contractors"."""
    plurals = (f"{noun}s" for noun in speech_words("firms"))
    return any_of([*listed("no_shares"), *plurals])


def _shorter(
    runs: Sequence[tuple[Block, re.Match[str]]], told: dict[str, str], others: Others
) -> Iterator[tuple[str, str]]:
    """The first words of sites by which they are called later: "THORNLEY" for Thornley Pool."""
    alone = {name for _, r in runs if " " not in (name := plain(r[0]))} - others.surnames
    for name, key in told.items():
        first, _, rest = name.partition(" ")
        if (
            rest in listed("shortened")
            and first in alone
            and may_be_place(first, others.named | others.openers)
        ):
            yield first, key


def _signed(
    text: str, zoned: Sequence[Block], runs: Sequence[tuple[Block, re.Match[str]]], others: Others
) -> dict[str, str]:
    """The names with a sure sign, or with two weak ones."""
    never = others.named | others.openers
    # Where a headline gives every word a capital, the capital says nothing.
    head = None if not zoned or _all_capitals(zoned[0].span.of(text)) else zoned[0]
    strong: dict[str, str] = {}
    weak: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    for zone, run in runs:
        signs[plain(run[0])] += _weak_signs(text, zone, head, run)
    for zone, run in runs:
        name = _owned_name(run[0]) or _local_name(text, run)
        # A body may have its name from its town: "Carrow Tenants' League", beside "Carrow's firefighters".
        named_after = name in others.bodies and (signs[name or ""] >= _SURE or _is_land(text, run))
        barred = never - others.bodies if named_after else never
        if name and may_be_place(name, barred) and name not in others.surnames:
            strong[name] = name.lower().removeprefix("the ")
        bare = plain(run[0])
        if bare not in others.surnames and may_be_place(bare, never) and _stands_at(text, run.start(), bare):
            strong[bare] = bare.lower()
        if bare not in others.surnames and may_be_place(bare, never) and len(bare.split()) <= 2:
            weak[bare] += _weak_signs(text, zone, head, run)
    for name in weak:
        weak[name] += ending_weight(name)
    return strong | {name: name.lower() for name, signs in weak.items() if signs >= 2}


def _is_land(text: str, run: re.Match[str]) -> bool:
    """True for "the Waihemo BASIN", which the Waihemo Trust has its name from as well."""
    following = _NEXT.match(text, run.end())
    return following is not None and not following[1] and following[2] in listed("place_words")


def _dated(text: str, zoned: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """The place of a dateline in the first zones, as it is printed there and as it would be elsewhere."""
    labels = sum((m := _DATELINE.match(text, z.span.start)) is not None and m[2] == ":" for z in zoned)
    for zone in zoned[:3]:
        found = _DATELINE.match(text, zone.span.start, zone.span.end)
        speaks = found is not None and found[2] == ":" and labels > 1
        known = found is not None and found[1].title() in listed("no_datelines") | gazetteer().keys()
        if found is not None and not speaks and not known:
            yield from ((form, found[1].lower()) for form in (found[1], found[1].title()))


def _apposed(
    text: str, runs: Sequence[tuple[Block, re.Match[str]]], never: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Names told to be places though they open a sentence: "Sommerau, the lowest of the VALLEYS"."""
    for _, run in runs:
        name = plain(run[0])
        seated = _SEATED.match(name)
        titled = seated is not None and name[seated.end() - 1 :].split()[0] in speech_words("titles")
        if seated is not None and not titled and may_be_place(seated[1], never):
            yield seated[1], seated[1].lower()
        told = _WHERE.match(text, run.start() + len(name)) or _JOINED.match(name)
        if told and len(name.split()) < 4 and may_be_place(name, never) and _may_be_inside(name.split()):
            yield name, name.lower()


def _all_capitals(headline: str) -> bool:
    """True for "Senators Signal Breakthrough in Gun Debate": most long words have a capital."""
    long = re.findall(r"\b[A-Za-z]{4,}", headline.split("\n")[0])
    return len(long) > 3 and sum(w[0].isupper() for w in long) > 0.7 * len(long)


def _weak_signs(text: str, zone: Block, head: Block | None, run: re.Match[str]) -> int:
    """Signs that alone prove nothing: a headline's name, a possessive, "of X"."""
    possessive = plain(run[0]) != run[0]
    before = text[max(zone.span.start, run.start() - 4) : run.start()].split()[-1:]
    return (zone is head) + possessive + (before in (["of"], ["to"], ["from"], ["at"], ["on"]))


def _owned_name(name: str) -> str | None:
    """ "Lunn's Point", where the last word is that of a piece of land."""
    return name if _OWNED.fullmatch(name) and name.split()[-1] in listed("owned") else None


def _local_name(text: str, run: re.Match[str]) -> str | None:
    name = re.split(r"['’]s\s", plain(run[0]))[-1]
    if "-based" in name:
        return name.partition("-based")[0].removeprefix("The ")
    tokens = name.split()
    if len(tokens) in {2, 3} and tokens[0] in listed("body_first"):
        return " ".join(tokens[1:])
    for ending in body_words().get(tokens[-1], ()):
        if name.endswith(" " + ending) and len(tokens) > len(ending.split()):
            if len(tokens) - len(ending.split()) > 3 or any(plain(t) != t for t in tokens):
                return None
            return name.removesuffix(" " + ending).removeprefix("The ")
    following = _NEXT.match(text, run.start() + len(plain(run[0])))
    word = following[2] if following else ""
    if len(tokens) > 1 and (ends_in_place(tokens) or tokens[0] in listed("first_words")):
        return name
    back = text[max(0, run.start() - 40) : run.start()].rstrip()
    near = back.endswith(("at", "in", "near", "outside"))
    site = _SITE_AT.search(text, max(0, run.start() - 30), run.start()) if near else None
    if site is not None and singular(site[1]) in listed("sites", "located") and _may_be_inside(tokens):
        return name
    if word in listed("place_words") or word in listed("people_of") or word in listed("sites"):
        return name if tokens[-1] not in speech_words("bodies") else None
    before = [w.lstrip("“\"‘'(") for w in text[max(0, run.start() - 14) : run.start()].split()[-1:]]
    first = back.endswith(("At", "of")) and _AT_FIRST.search(text, max(0, run.start() - 24), run.start())
    if first or _WHERE.match(text, run.start() + len(name)):
        return name if _may_be_inside(tokens) else None
    led = bool(before) and before[0].lower() in listed("led_by") and _may_be_inside(tokens)
    led = led and _STAKE.search(text, max(0, run.start() - 16), run.start()) is None
    housed = back.endswith(",") and _ADDRESS.search(text, max(0, run.start() - 40), run.start())
    return name if led or housed else None


def _stands_at(text: str, start: int, name: str) -> bool:
    """True for a name of one word or two behind "at", where no person, job or share is at a firm."""
    if not text[max(0, start - 30) : start].rstrip().endswith(("at", "At")):
        return False
    if len(name.split()) > 2 or _NO_TOWN.search(name) or not _may_be_inside(name.split()):
        return False
    found = _AT.search(text, max(0, start - 30), start)
    word = found[1].lower() if found is not None and found[1] else ""
    if found is None or word in listed("at_firms") or is_one_person(f"a {singular(word)}"):
        return False
    return not is_firm_or_person(text, name)


def _may_be_inside(tokens: Sequence[str]) -> bool:
    """True for what one may be in: a town, or a house of that name, but no company or court of law."""
    house = len(tokens) > 1 and tokens[-1] in listed("houses") and tokens[0] not in listed("no_houses")
    return house or tokens[-1] not in speech_words("bodies")
