"""Denial in a clause: "not", "never", "failed to", and what part a figure has in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.sentences import Spot
from extractor.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token


def cut_off(token: Token, verb: Token) -> bool:
    """True if a colon or a semicolon stands between the figure and the verb."""
    first, last = sorted((token.i, verb.i))
    return any(t.text in {":", ";"} for t in token.doc[first:last])


def through_saying(verb: Token, spot: Spot) -> Token:
    """What people say of themselves: "1,900 said that they did not WANT one"."""
    if verb.lemma_.lower() not in table("polarity")["says"] or role_in(spot, verb) not in grammar.SUBJECTS:
        return verb
    for told in grammar.children(verb, "ccomp"):
        if any(c.dep_ in grammar.SUBJECTS and c.lower_ == "they" for c in told.children):
            return told
        if is_denied(told) and any(t.lower_ == "them" for t in told.subtree):
            return told  # "one in nine said that the message had not got to THEM"
    return verb


def through_failing(verb: Token) -> tuple[Token, bool]:
    """The infinitive of "failed to" or "have yet to", and True if such words denied it."""
    fails = table("polarity")["fails"]
    if _still_waits(verb):
        deeper = next(iter(grammar.children(verb, "xcomp")), verb)
        return deeper, not is_denied(verb)
    if verb.dep_ == "xcomp" and _still_waits(verb.head):
        return verb, not is_denied(verb.head)
    if verb.lemma_.lower() in fails:
        deeper = next((c for c in grammar.children(verb, "xcomp") if c.pos_ in grammar.VERBS), None)
        return (deeper, not is_denied(verb)) if deeper is not None else (verb, False)
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in fails:
        return verb, not is_denied(verb.head)
    if verb.dep_ == "xcomp" and verb.head.lower_ in table("polarity")["unable"]:
        return verb, not is_denied(verb.head.head)  # "has been UNABLE to fill eight"
    if verb.dep_ == "acl" and verb.head.lemma_.lower() in table("polarity")["act"]:
        return verb, not is_denied(verb)  # "his FAILURE to attend six of the meetings"
    if verb.lemma_.lower() in table("polarity")["choosing"]:
        return next((c for c in grammar.children(verb, "xcomp") if c.pos_ in grammar.VERBS), verb), False
    unable = next(
        (c for c in grammar.children(verb, "acomp") if c.lower_ in table("polarity")["unable"]), None
    )
    if unable is not None and (deeper := next(iter(grammar.children(unable, "xcomp")), None)) is not None:
        return deeper, not is_denied(verb)
    if _yet_to(verb):
        return next(iter(grammar.children(verb, "xcomp")), verb), True
    return verb, verb.dep_ == "xcomp" and _yet_to(verb.head)


def _still_waits(verb: Token) -> bool:
    """True for "still await it", "are waiting to be seen", not for "waited an hour"."""
    going_on = any(c.lower_ == "still" or (c.dep_ == "xcomp" and verb.tag_ == "VBG") for c in verb.children)
    return verb.lemma_.lower() in {"wait", "await"} and going_on


def _yet_to(verb: Token) -> bool:
    """True for "have yet to", "is still to"."""
    return any(
        c.lower_ in {"yet", "still"} and c.i + 1 < len(c.doc) and c.nbor().lower_ == "to"
        for c in verb.children
    )


def det_no(token: Token) -> bool:
    """True for "NO interview", "NEITHER twin", "NOT A penny"."""
    if any(c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in token.children):
        return True
    return any(c.lower_ == "not" and c.nbor().lower_ in {"a", "an", "one"} for c in token.lefts)


def is_denied(verb: Token) -> bool:
    """True for "not", "n't" or "never" on the verb, unless "only" or "just" follows."""
    for token in grammar.children(verb, "neg"):
        after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
        if after not in table("polarity")["soft"]:
            return True
    if verb.lemma_.lower() in {"do", "be", "have"} and _not_after(verb):
        return True
    if any(c.lower_ == "longer" and c.i > 0 and c.nbor(-1).lower_ == "no" for c in verb.children):
        return True
    opening = grammar.children(verb, "cc", "preconj", "advmod")
    return any(c.lower_ in {"nor", "neither"} and c.i < verb.i and c.nbor().pos_ == "AUX" for c in opening)


def _not_after(verb: Token) -> bool:
    """True for "the rest did NOT, among them", where the parser hangs "not" on what follows."""
    after = verb.doc[verb.i + 1 : verb.i + 3]
    closes = len(after) == 2 and (after[1].is_punct or after[1].lower_ in {"and", "but"})
    return closes and after[0].lower_ in {"not", "n't", "n’t"}


def is_modal(verb: Token) -> bool:
    """True if what is denied is only that one can, must or should: "you can't do forty things"."""
    return any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ != "could" for c in verb.children)


def will_not(verb: Token) -> bool:
    """True for "will not" and "would not", which say of certain things that they are left undone."""
    return any(c.lower_ in {"will", "wo", "would", "'d", "’d"} for c in grammar.children(verb, "aux"))


def cannot(verb: Token) -> bool:
    """True for "cannot", which says of some OF a group that they are left undone."""
    return any(c.lower_ in {"can", "ca"} for c in grammar.children(verb, "aux"))


def contrasted(verb: Token, spot: Spot) -> bool:
    """True for the second of two verbs with a number each: "upheld 60 complaints and did not uphold 140"."""
    bare = spot.root.pos_ == "NUM" and spot.root.dep_ in grammar.OBJECTS
    others = any(t.like_num and t.i < verb.i for t in spot.sentence.tokens)
    if bare and others and spot.figure.kind == "count":
        return True  # "said that 3,100 bags were late and that it had not traced 240"
    if verb.dep_ != "conj":
        return False
    objects = grammar.children(verb.head, *grammar.OBJECTS)
    return any(t.like_num for o in objects for t in (o, *grammar.children(o, "nummod")))


def told_inside(verb: Token, spot: Spot) -> bool:
    """True for a figure inside what is denied: "did not give the AGES OF the three boys"."""
    top = next((c for c in verb.children if c.is_ancestor(spot.root) and c != spot.root), None)
    head = spot.root.head
    own = head == top or (head.head == top and head.dep_ == "nummod")
    if top is None or own or spot.figure.kind == "money" or top.lemma_.lower() in table("polarity")["number"]:
        return False
    if top.dep_ in grammar.OBJECTS:
        return grammar.is_noun(top)
    # "Families OF FOUR do not qualify"; "owners of 12 HOMES did not reply".
    bare = spot.root.dep_ == "pobj" and grammar.of_noun(spot.root) is None
    inside = any(p.lower_ == "of" and p.is_ancestor(spot.root) for p in top.children)
    return grammar.is_noun(top) and inside and (bare or top.dep_ == "nsubjpass")


def nothing_in(verb: Token, spot: Spot) -> bool:
    """True for the cases in which there was no such thing: "had NO effect IN 27 per cent of patients"."""
    share = spot.figure.kind in {"percentage", "ratio"}
    if not share and grammar.of_noun(spot.root) is None:
        return False
    lacking = [t for t in grammar.children(verb, *grammar.SUBJECTS, *grammar.OBJECTS) if det_no(t)]
    # "NO lifeguard was on duty AT two of the beaches" hangs on the verb.
    preps = [p for t in (*lacking, *([verb] if lacking else [])) for p in grammar.children(t, "prep")]
    words = {"in", "for", "among", "at", *(["on"] if share else [])}
    return any(p.lower_ in words and p.is_ancestor(spot.root) for p in preps)


def role_in(spot: Spot, verb: Token) -> str:
    """The label under which the figure's phrase hangs on the verb; "" where it does not."""
    below = spot.root
    for above in grammar.upward(spot.root):
        if above == verb:
            return str(below.dep_)
        # "Seventy-two were closed": the parser hangs the subject on "were".
        below = below if above.dep_ in {"aux", "auxpass"} and below.dep_ in grammar.SUBJECTS else above
    return ""


def is_definite(spot: Spot) -> bool:
    """True for "12 OF THE schools", "THE 12 schools"; "did not lose 40,000 beds" denies that there were."""
    before = spot.tokens[0].nbor(-1).lower_ if spot.tokens[0].i > 0 else ""
    return before in {"the", "these", "those", "its", "their"} or grammar.of_noun(spot.root) is not None


def own_verb(spot: Spot) -> Token | None:
    """The verb of "51 QUALIFIED and nine dropped out", which the parser takes for an adjective of the 51."""
    last = spot.last
    after = [t for t in spot.sentence.tokens if last.i < t.i <= last.i + 2]
    if len(after) < 2 or after[0].tag_ not in {"VBD", "VBN", "JJ"} or after[0].head != spot.root:
        return None
    return (
        after[0]
        if after[0].lower_.endswith("ed")
        and after[0].dep_ == "amod"
        and after[1].lower_ in {"and", "but", ",", ";"}
        else None
    )


def denied_next(spot: Spot) -> Token | None:
    """The verb right after a number, whatever the parser hangs that on: "11 DID NOT", "61 NEVER HEARD"."""
    after = spot.close_behind(2)
    if (
        len(after) < 2
        or spot.root.dep_ in grammar.SUBJECTS
        or spot.figure.kind not in {"count", "percentage"}
    ):
        return None
    if after[0].tag_ in {"VBD", "VBP", "VBZ"} and after[1].lower_ in {"not", "n't", "n’t"}:
        return after[0] if after[0].dep_ not in {"aux", "auxpass"} else after[0].head
    return after[1] if after[0].lower_ == "never" and after[1].tag_ == "VBD" else None


def misread(spot: Spot) -> Token | None:
    """The main verb of "In 412 of those cases the owner was not told", which the parser hangs on "cases"."""
    whole = grammar.of_noun(spot.root)
    clauses = grammar.children(whole, "relcl") if whole is not None else []
    return next((c for c in clauses if not any(t.tag_ in {"WDT", "WP"} for t in c.subtree)), None)
