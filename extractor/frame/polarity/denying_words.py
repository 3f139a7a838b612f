"""Words that deny by themselves: adjectives ("unfilled"), nouns ("refusal") and phrases with "without".

An adjective is known from the list, or from its make: "un-" before the participle of a verb
("unvaccinated", "unscreened") unless the prefix undoes something ("unlocked") or names a state.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from extractor.frame import grammar
from extractor.frame.event import words_of
from extractor.frame.keys import Acronyms, event_noun, noun_key
from extractor.frame.polarity.denial import cut_off, is_denied, role_in
from extractor.frame.sentences import Spot
from extractor.lexicon import table
from extractor.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Letters of the shortest participle that "un-" denies: "unpaid", not "unit".
_SHORTEST = 6


@cache
def denied_verb(word: str) -> str:
    """The verb that an adjective in lower case denies, "fill" for "unfilled"; "" if it denies none."""
    words = table("polarity")
    if word in words["adjective"]:
        return str(words["adjective"][word])
    base = next((word[len(p) :].lstrip("-") for p in words["prefix"] if word.startswith(p)), "")
    undone = word in words["undoing"] or word in words["status"]
    if not base.endswith(("ed", "en")) or len(word) <= _SHORTEST or undone:
        return ""
    return _infinitive(base) if base.endswith("ed") else _strong(base)


def _infinitive(participle: str) -> str:
    """The verb of a regular participle: "vaccinated" → "vaccinate", "screened" → "screen"."""
    stem = participle[:-2]
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    silent = stem.endswith(tuple(table("polarity")["silent_e"]))
    return f"{stem}e" if silent else stem


def _strong(participle: str) -> str:
    """The verb of a participle in -en: "eaten" → "eat", "taken" → "take", "written" → "write"."""
    stem = participle[:-2]
    if len(stem) > 3 and stem[-1] == stem[-2]:
        return f"{stem[:-1]}e"
    return f"{stem}e" if stem.endswith(("v", "k", "s", "e")) else stem


def by_word(spot: Spot, noun: Token | None, known: Acronyms) -> Mention | None:
    """The event that a word denies of what the figure counts: "330 unfilled posts", "40 WITHOUT a place"."""
    for owner in _owners(spot, noun):
        told = _by_noun(owner, spot) if grammar.is_noun(owner) else None
        told = told or _by_modifier(owner, spot, known)
        if told is not None:
            return told
    told = _not_so(spot) or _by_act(spot)
    if told is not None:
        return told
    verb = grammar.verb_of(spot.root)
    return _by_clause(verb, spot, known) or _fronted(verb, spot) if verb is not None else None


def _owners(spot: Spot, noun: Token | None) -> Iterator[Token]:
    """The noun and the figure's root, where the figure hangs on the noun or is the number of it."""
    owners = {spot.root, spot.root.head}
    if noun is not None and (noun in owners or noun in numbered(spot) or of_ratio(noun, spot)):
        yield noun
    yield spot.root
    inner = grammar.of_noun(spot.root) if spot.figure.kind == "money" else None
    if inner is not None and not grammar.children(inner, "det", "poss"):
        yield inner  # "£2bn of unclaimed deposits"
    yield from numbered(spot)


def of_ratio(noun: Token, spot: Spot) -> bool:
    """True for the PASSENGERS of "one in six disabled passengers", whom the parser hangs on the six."""
    near = spot.figure.kind == "ratio" and 0 < noun.i - spot.last.i <= 3
    return near and spot.last.nbor().lower_ != "of"  # "two thirds OF those who were killed"


def numbered(spot: Spot) -> tuple[Token, ...]:
    """The nouns whose number the figure is told to be: "the NUMBER of SCHOOLS without a head rose to 22"."""
    role_is_end = spot.root.dep_ in {"pobj", "attr", "dobj", "npadvmod"}
    verb = grammar.verb_of(spot.root) if role_is_end else None
    subjects = grammar.children(verb, *grammar.SUBJECTS) if verb is not None else []
    if not subjects:
        return ()
    subject = subjects[-1]
    if verb not in {spot.root.head, spot.root.head.head}:
        return ()  # "cancellations disrupted the plans OF thousands"
    if verb is not None and _comes_to(verb, spot):
        return (subject, *grammar.children(subject, "compound"))
    if subject.lemma_.lower() not in table("polarity")["number"]:
        return (subject,) if _refusal(subject) else ()
    inner = grammar.of_noun(subject)
    beside = [c for c in grammar.children(subject, "compound") if _refusal(c)]
    # "The rate for people without a diploma" counts something else.
    whose = subject.lemma_.lower() == "number" or inner is not None
    return (*([subject] if whose else []), *beside, *([inner] if inner is not None else []))


def _comes_to(verb: Token, spot: Spot) -> bool:
    """True for verbs that say how many their subject is: "unpaid tax CAME TO £4m"."""
    words, lemma = table("polarity")["comes_to"], verb.lemma_.lower()
    led = any(
        f"{lemma} {p.lower_}" in words and p.is_ancestor(spot.root) for p in grammar.children(verb, "prep")
    )
    return led or lemma in words or (lemma == "reach" and spot.figure.kind == "money")


def _by_act(spot: Spot) -> Mention | None:
    """What a noun says that so many did not: "the REFUSAL of six members", "six members' FAILURE to sign"."""
    counted = spot.root.head if spot.root.dep_ == "nummod" else spot.root
    if counted.dep_ == "poss":
        act = counted.head
    elif counted.dep_ == "pobj" and counted.head.lower_ in {"of", "by"}:
        act = counted.head.head
    else:
        return None
    todo = next((c for c in grammar.children(act, "acl") if c.pos_ in grammar.VERBS), None)
    if act.lemma_.lower() in table("polarity")["act"] and todo is not None:
        return Mention(spot.sentence.span_of(act), act.text, event_noun(todo.lemma_.lower()))
    return _by_noun(act, spot) if grammar.is_noun(act) else None


def _by_noun(noun: Token, spot: Spot) -> Mention | None:
    refused = _refusal(noun)
    if not refused or cut_off(spot.root, noun):
        return None
    return Mention(spot.sentence.span_of(noun), noun.text, refused)


def _refusal(noun: Token) -> str:
    """What a noun says was not done, "accept" for "refusal", "pay" for "NON-PAYMENT"; "" if nothing."""
    listed, lemma = table("polarity")["noun"], noun.lemma_.lower()
    if lemma in listed or noun.i < 2 or noun.nbor(-1).text not in {"-", "‑"}:
        return str(listed.get(lemma, ""))
    opening = noun.nbor(-2).lower_
    return str(listed.get(f"{opening}-{lemma}", lemma if opening == "non" else ""))


def _by_modifier(owner: Token, spot: Spot, known: Acronyms) -> Mention | None:
    for word in owner.children:
        # "Unpaid" that opens a sentence is taken for a name.
        if word.dep_ in {"amod", "acomp", "compound"} and not spot.holds(word) and denied_verb(word.lower_):
            return _adjective(word, spot)
        if word.dep_ == "amod" and word.pos_ in {"ADJ", "VERB"} and _is_non(word):
            return Mention(spot.sentence.span_of(word), word.text, event_noun(word.lemma_.lower()))
        if word.dep_ == "acl" and word.lemma_.lower() == "leave" and word.i == owner.i + 1:
            said = next((w for w in word.children if denied_verb(w.lower_)), None)  # "potholes left UNMENDED"
            if said is not None:
                return _adjective(said, spot)
            bare = next((w for w in word.children if w.lower_ == "without"), None)
            if bare is not None:
                return _without(bare, spot, known)  # "one in six patients left WITHOUT help"
        if word.dep_ == "prep" and word.lower_ == "without" and word.i - owner.i <= 4:
            return _without(word, spot, known)
    return _not_in(owner, spot)


def _not_in(owner: Token, spot: Spot) -> Mention | None:
    """The state that "not" and a preposition deny: "9,000 children NOT IN SCHOOL"."""
    after = [t for t in spot.sentence.tokens if owner.i < t.i <= owner.i + 2]
    if len(after) < 2 or after[0].lower_ != "not" or after[1].dep_ != "prep":
        return None
    inner = next(iter(grammar.children(after[1], "pobj")), after[1])
    key = f"{after[1].lower_} {inner.lemma_.lower()}"
    return Mention(spot.sentence.span_of(after[0], inner), words_of(after[0], inner), key)


def _is_non(word: Token) -> bool:
    """True for the second half of "non-compliant", which the model cuts at the hyphen."""
    return word.i > 1 and word.nbor(-1).text in {"-", "‑"} and word.nbor(-2).lower_ == "non"


def _by_clause(verb: Token, spot: Spot, known: Acronyms) -> Mention | None:
    """What a clause denies of a thing: "60 went unanswered", "leaves 40 undone", "were without a licence"."""
    role = role_in(spot, verb)
    left = role in grammar.OBJECTS and verb.lemma_.lower() == "leave"
    inner = grammar.of_noun(spot.root) or spot.root.head
    said = next((c for c in inner.rights if left and denied_verb(c.lower_)), None)
    if said is not None and grammar.is_noun(inner):
        return _adjective(said, spot)  # "left 38 per cent of the meals UNEATEN"
    if not (role in grammar.SUBJECTS or left) or is_denied(verb):
        return None
    if verb.lower_.startswith("un") and denied_verb(
        verb.lower_
    ):  # the parser takes "are unvaccinated" for a passive
        return _adjective(verb, spot)
    # "Went uneaten" is taken for an adverb.
    beside = grammar.children(verb, "advmod")
    unmodified = [c for c in beside if c.pos_ == "ADJ" or c.lower_.endswith(("ed", "en"))]
    for word in (*grammar.children(verb, "acomp", "oprd", "advcl", "xcomp", "ccomp"), *unmodified):
        said = next((w for w in (word, *word.children) if denied_verb(w.lower_)), None)
        if said is not None:
            return _adjective(said, spot)
    bare = verb.lemma_.lower() in table("polarity")["bare"] or grammar.children(verb, "auxpass")
    idly = spot.figure.kind != "money"  # "£4bn has helped some without moving the needle"
    for word in grammar.children(verb, "prep"):
        done = idly and grammar.children(word, "pcomp")
        one = not grammar.children(verb, "dobj") and _any_of(word)
        if word.lower_ == "without" and word.i > verb.i and (bare or done or one):
            return _without(word, spot, known)
    return None


def _any_of(prep: Token) -> bool:
    """True for "waited off the port WITHOUT A BUYER", "went out WITHOUT ANY crew"."""
    return any(c.lower_ in {"a", "an", "any"} for t in grammar.children(prep, "pobj") for c in t.lefts)


def _not_so(spot: Spot) -> Mention | None:
    """The adjective that is denied for the figure's own phrase: "found him NOT GUILTY on three counts"."""
    for above in grammar.upward(spot.root):
        unverbed = above.dep_ == "ROOT" and above.lower_.startswith("un")
        if unverbed and denied_verb(above.lower_) and spot.root.i < above.i:
            return _adjective(above, spot)  # "12 miners are UNACCOUNTED for" has no verb above the 12
        if (above.pos_ in grammar.VERBS and above.dep_ not in {"aux", "auxpass"}) or above.dep_ == "conj":
            return None
        denied = above.pos_ == "ADJ" and next(iter(grammar.children(above, "neg")), None)
        if denied and above.i < spot.root.i and denied.i + 1 == above.i:
            return Mention(
                spot.sentence.span_of(denied, above), words_of(denied, above), above.lemma_.lower()
            )
    return None


def _fronted(verb: Token, spot: Spot) -> Mention | None:
    """What stands denied in front of the figure: "still UNSOLD are 30", "among those NOT PAID were 20"."""
    if verb.lemma_.lower() != "be" or verb.i > spot.root.i:
        return None
    front = [t for t in spot.sentence.tokens if t.i < verb.i]
    named = any(t.dep_ in grammar.SUBJECTS and not denied_verb(t.lower_) for t in front)
    for word in [] if named else front:
        if denied_verb(word.lower_):
            return _adjective(word, spot)
        after = word.nbor()
        if word.lower_ == "not" and after.tag_ == "VBN":
            return Mention(
                spot.sentence.span_of(word, after), words_of(word, after), event_noun(after.lemma_.lower())
            )
    return None


def _adjective(word: Token, spot: Spot) -> Mention:
    return Mention(spot.sentence.span_of(word), word.text, event_noun(denied_verb(word.lower_)))


def _without(prep: Token, spot: Spot, known: Acronyms) -> Mention | None:
    """What something is without; None for what only tells the manner: "without warning"."""
    inner = next(iter(grammar.children(prep, "pobj", "pcomp")), None)
    if inner is None or spot.holds(inner):
        return None
    if any(t.lemma_.lower() in table("polarity")["manner"] for t in (inner, *inner.lefts)):
        return None
    key = noun_key(inner, known) if grammar.is_noun(inner) else event_noun(inner.lemma_.lower())
    return Mention(spot.sentence.span_of(prep, inner), words_of(prep, inner), key)
