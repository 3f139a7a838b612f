"""Words beside a figure that make it one of some only, of more, or of another stretch of time than the others.

"It was 410 at the gate in May and 734 with the online tickets in June": no fall and no rise of one thing.
"£25 on average before fees", "making £95,000 with what they had been given": not what the figures before make.
"A difference of four points from the county's gap", "the drop of 35 per cent in polio jabs": of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.lexicon import table
from extractor.model import Claim, Relation, Span
from extractor.reconcile.link.cues.moves import MOVE, is_change
from extractor.reconcile.link.cues.topic import content_words
from extractor.reconcile.link.guards.unfinished import goes_on, is_of_other_rest
from extractor.reconcile.link.window.scope import after, stems
from extractor.reconcile.story import DISPLAY, Story, family
from extractor.regexes import Regex

#: "£25 on average before fees", "£300,000 each for the three large ones": of some, or told otherwise.
_NARROWED = Regex(
    r"^\s(?:[\w’'-]+\s)?(?:each|apiece|on\saverage|a\shead|an?\s[\w’'-]+|per\s[\w’'-]+|for\s(?:each|every)\s[\w’'-]+)\s(?:before|after|with|without|until|till|including|excluding|plus|not\scounting|net\sof|if|when"
    r"|at\s(?:weekends?|peak|night|most|least|first)|on\s(?:weekdays|weekends|(?:Satur|Sun)days)"
    r"|in\sthe\s(?:first|last|early|later)|for\s(?:the|those|each|every)\s(?:\w+\s){0,2}(?:ones|who|with)"
    r"|(?:to|for|among)\sthose)\b",
    re.IGNORECASE,
)
#: Where the clause of a derived figure ends, what leads on to something of its own, and what tells no thing.
_ENDS = Regex(r"[.,;:()–—]|\s(?:and|but|while|whereas|which|who|that|as|because|so|when|where)\s")
_FURTHER = Regex(
    r"\s?(?:(?:each|apiece|an?\s[\w’'-]+|per\s[\w’'-]+|percent|points?|(?:more|less|higher|lower)(?!\sthan))\s)?(?:of\s(?:it|them)\s)?"
    r"(?P<on>in|at|on|among|once|after|before|if|during|for(?!\s(?:each|every))|to\sthe|by\sthe)\s",
    re.IGNORECASE,
)
#: "IN THE SPACE OF TWO YEARS", "IN A YEAR": over which time, and of nothing else.
_OVER_TIME = Regex(
    r"^\s(?:over|in|within)\s(?:(?:the|just|only|barely|last|past|space\sof|course\sof|span\sof)\s)*"
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|\d+)\s(?:single\s|full\s|short\s)?"
    r"(?:years?|months?|weeks?|days?|decades?|quarters?|seasons?|generations?)\b",
    re.IGNORECASE,
)
_PLAIN = Regex(
    rf"\b(?:{'|'.join(table('windows')['change']['time'])}|each|apiece|head|person|average|total|all|whole|per|cent|percent|percentage|points?|more|less"
    r"|fewer|higher|lower|up|down|rise|fall|increase|decrease|drop|cut|jump|gain|said|says|according|\d+)\b",
    re.IGNORECASE,
)
#: "In 207 cases it came back. The others owed £5,088 between them, £46 on average".
_THE_OTHERS = Regex(r"\b[Tt]he\s(?:others?|rest|remaining)\b")
#: What is said of one of two figures and must be said of the other too.
_SCOPES = tuple(
    Regex(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"(?:before|after)\s(?:tax|VAT|fees|costs|interest|expenses|the\s(?:costs|discount|rebate|levy))",
        r"(?:for|among|of)\s(?:boys|girls|men|women|children|adults|pensioners|students|nurses|doctors|under-\d+s|over-\d+s)",
        r"(?:for|to)\s(?:each|every)\s\w+|for\s(?:one|two|four)",
        r"in\sall|in\stotal|altogether|of\sall\skinds|about\sall|in\sthe\swhole\sof|alone",
        r"on\s(?:\w+days|weekends)|at\s(?:weekends|night|noon|midnight|peak\stimes)",
        r"at\sthe\s(?:gate|door|front|back)|online|by\spost|in\sperson",
    )
)
#: "€6.40 with peanuts", and before a figure ", with the fast boats, it was ".
_WITH = Regex(
    r"(?<=#)(?!\sof\s(?:them|these|those)\b)(?:\s[\w’'-]+){0,3}?\s(?:together\s)?(?:with|including|excluding|without|counting)\b"
    r"|,\s(?:with|including|excluding|without)\s(?=[^,#]{2,40},\s[^,#]{0,20}#)",
    re.IGNORECASE,
)
#: At what times of the day or the week.
_HOURS = _SCOPES[4]
#: What compares, and tells no movement.
_MORE = Regex(
    r"\b(?:more|most|less|fewer|likelier|outnumber\w*|outsold|ahead|behind|than|\w+er)\b", re.IGNORECASE
)
#: "812 thefts of all kinds" beside "thefts of bicycles are up".
_OF_ALL = Regex(r"\b(?:of|about|on)\sall\s(?:kinds|sorts|types|its|their|the)\b", re.IGNORECASE)
_ALL = Regex(r"\b(?:all|overall|every)\b", re.IGNORECASE)
#: A stretch of time that one of two figures of an order is told for.
_SPAN = Regex(
    r"\b(?:over|in|during|for|since|within|through)\s(?:(?:the|all|its|their|last|past|first|next|two|three|four|whole|full|same)\s)*"
    r"(years?|months?|weeks?|days?|seasons?|decades?|quarters?|winter|summer|spring|autumn)\b(?!\s(?:ago|earlier|before)\b)"
    r"|\b(last\s(?:year|season|month|week|time))\b|\bsince\s(?:(?:19|20)\d\d|[A-Z]\w+)",
    re.IGNORECASE,
)
_TIME = Regex(
    rf"\b(?:{'|'.join(table('windows')['change']['time'][:16])}|now|today|(?:19|20)\d\d)\b", re.IGNORECASE
)
#: "The drop of 35 per cent in polio jabs".
_CHANGED_IN = Regex(
    rf"^\s(?:per\scent\s|percent\s)?(?:{MOVE}\s)?(?:in|of|among)\s(?:the\s|its\s|their\s)?(?:number\sof\s|cost\sof\s|price\sof\s)?"
    r"(?!(?:an?|one|two|three|four|five|six|ten|twelve|last|past|first|second|same|next|week|month|year|quarter|day|session|time"
    r"|total|all|real|annual|average|less|more|just|only|each|every|this|that|these|those|which|what"
    r"|county|city|town|country|state|region|area|district|borough|province|island)\b)"
    r"([a-z][\w’'-]{3,})"
)
#: "The 18 per cent gain that its rival reported".
_REPORTED_BY = Regex(
    rf"^[\s-](?:{MOVE}\s)?(?:that|which)\s(?:an?|the|its|their|another)\s([a-z][\w’'-]{{3,}})\s\w+ed\b"
)
#: "Six per cent fewer candidates" beside two shares of them.
_MORE_OF = Regex(
    r"^[\s-](?:more|fewer|extra)\s(?!than|since|when|which|after|over|from|each|this|that|last)[a-z]{4,}"
)
#: "Freight has risen by a fifth": a subject of its own, with no article.
_SUBJECT = Regex(
    r"(?!(?:That|This|It|They|There|These|Those|Numbers|Figures|We|He|She|You|Both|All|Today|Now|Since|Overall)\b)"
    r"([A-Z][a-z]{3,})\s(?:has|have|had|is|are|was|were|rose|fell|grew|went)\b"
)
#: Behind "Membership fell by 30 per cent.": its levels, told with a pronoun.
_OF_THOSE = Regex(r"\d\sof\s(?:them|these|those)\b")
_IT_WAS = Regex(r"[“\"‘]?(?:It|They|There)\s(?:was|were|had\sbeen|used\sto\sbe|stood\sat)\b")


def is_narrowed(story: Story, relation: Relation) -> bool:
    """True where words beside a figure, or behind the last, make it one of another scope than the others."""
    roles = {r.name: r.value for r in relation.roles if isinstance(r.value, Claim)}
    made = [roles[n] for n in ("mean", "rate", "change", "multiple") if n in roles]
    if "rate" in roles and "part" in roles and roles["rate"].figure.span < roles["part"].figure.span:
        made.append(roles["part"])
    if any(_goes_further(story, c, relation.claims()) for c in made):
        return True
    if relation.kind == "mean" and "mean" in roles:
        return _is_of_some(story, roles["mean"], relation.claims())
    levels = [roles[n] for n in ("subject", "reference", "from", "to") if n in roles]
    if len(levels) == 2 and _differ(story, levels, _SCOPES[:1]):
        return True
    word = relation.comparison()
    # "Higher than the national average" names the other side, whatever time that is told for.
    named = word is not None and word.reference is not None and word.reference.key.endswith("national")
    told = len(levels) == 2 and relation.strength == "contextual" and not named
    if told and _are_of_two(story, relation, *levels):
        return True
    if relation.kind == "change" and "change" in roles:
        ends = [c for n, c in roles.items() if n in ("from", "to")]
        return _is_of_another(story, roles["change"], ends) or _is_in_row(story, roles["change"], ends)
    if relation.kind == "complement":
        return is_of_other_rest(story, relation.claims())
    if relation.kind != "sum":
        return False
    if relation.roles[0].name != "total":
        return is_of_other_rest(story, relation.claims()) or _differ(story, relation.claims(), (_HOURS,))
    return goes_on(story, relation)


def _goes_further(story: Story, derived: Claim, claims: Sequence[Claim]) -> bool:
    """True if the words behind a mean, a rate or a change name what was not told of the figures that make it.

    "£45 a head once the champagne was paid for", "a rise of 9 per cent in hours worked", "a tenth in the lower school".
    """
    here = all(c.sentence == derived.sentence for c in claims)
    is_last = all(c is derived or c.figure.span < derived.figure.span for c in claims)
    if derived.block in DISPLAY or not (is_last or (here and is_change(derived))):
        return False
    start = derived.figure.span.end
    over = _OVER_TIME.match(story.words(Span(start, derived.sentence.end)))
    start += 0 if over is None else over.end()
    inside = (c.figure.span.start for c in story.in_sentence(derived.sentence) if c is not derived)
    end = min((n for n in inside if n > start), default=derived.sentence.end)
    tail = _ENDS.split(story.words(Span(start, end)))[0]
    found = _FURTHER.match(tail)
    if found is None:
        return False
    apart = [story.sentence(c) for c in claims if c.sentence != derived.sentence]
    led = story.lead(derived)
    named = content_words(_PLAIN.sub(" ", tail[found.start("on") :]))
    return bool(named) and not named & content_words(" ".join([led, *apart]))


def _is_of_some(story: Story, mean: Claim, claims: Sequence[Claim]) -> bool:
    """True for an average of some, and for one of the others than those that were counted before it."""
    start = min(c.figure.span.end for c in claims)
    others = _THE_OTHERS.search(story.document.text, start, max(start, mean.figure.span.start))
    return others is not None or _NARROWED.match(after(story, mean)) is not None


def _are_of_two(story: Story, relation: Relation, one: Claim, two: Claim) -> bool:
    """True if one of two figures is told with a scope, or over a time, that the other is not told with.

    Boys and girls are what "higher" compares; a number that "rose" is of both.
    """
    word = relation.comparison()
    compared = word is not None and _MORE.search(word.text) is not None
    if _differ(story, (one, two), (*_SCOPES, _WITH) if not compared else (*_SCOPES[:1], *_SCOPES[2:], _WITH)):
        return True
    if any(_OF_ALL.search(_told(story, c)) for c in (one, two)) and not _ALL.search(
        _asserted(story, relation)
    ):
        return True
    if not compared or any(c.period is not None and c.period.found == "document" for c in (one, two)):
        return False
    told = [_told(story, c) for c in (one, two)]
    timed = [_TIME.search(words) is not None for words in told]
    return one.sentence != two.sentence and timed[0] != timed[1] and any(map(_SPAN.search, told))


def _asserted(story: Story, relation: Relation) -> str:
    """The words that tell which way two levels go."""
    change = relation.roles[0].value
    return story.sentence(change) if isinstance(change, Claim) else relation.cue.text


def _differ(story: Story, claims: Sequence[Claim], scopes: Sequence[Regex]) -> bool:
    """True if a figure is told with a scope that an earlier one is not told with; the first one's is that of all."""
    told = [_told(story, c) for c in sorted(claims, key=lambda c: c.figure.span)]
    found = ([_first(scope, words) for words in told] for scope in scopes)
    return any(later not in ("", first) for first, *others in found for later in others)


def _first(scope: Regex, words: str) -> str:
    found = scope.search(words)
    return "" if found is None else found[0].lower()


def _told(story: Story, claim: Claim) -> str:
    """The words of a figure's clause, up to a pause; what stands between two figures is of one up to its commas."""
    inside = [c.figure.span for c in story.in_sentence(claim.sentence) if c is not claim]
    start = max((s.end for s in inside if s < claim.figure.span), default=0)
    end = min((s.start for s in inside if claim.figure.span < s), default=0)
    led = story.words(Span(start or claim.sentence.start, claim.figure.span.start))
    behind = story.words(Span(claim.figure.span.end, end or claim.sentence.end))
    led = _PAUSE.split(led.rsplit(",", 1)[-1] if start else led)[-1]
    return f"{led}#{_PAUSE.split(behind.split(',')[0] if end else behind)[0]}"


_PAUSE = Regex(r"[;:()–—]|,\s(?:and|but|while|whereas)\s|\s(?:and|but|while|whereas)\s")


def _is_of_another(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True for a change of something that no level is told of, and for one of a number beside two shares."""
    behind = after(story, change)
    if family(change) == "P" and all(family(c) == "P" for c in levels) and _MORE_OF.match(behind):
        return True
    apart = [c for c in levels if c.sentence != change.sentence]
    if len(apart) < len(levels):
        return False
    told = " ".join(story.sentence(c) for c in levels)
    ahead = change.sentence < levels[0].sentence and (_IT_WAS.match(told) or _OF_THOSE.search(told))
    by = _REPORTED_BY.match(behind)
    named = (_CHANGED_IN.match(behind), by, None if ahead else _SUBJECT.match(story.sentence(change)))
    return any(bool(stems(m[1])) and not stems(m[1]) & stems(told) for m in named if m is not None)


def _is_in_row(story: Story, change: Claim, levels: Sequence[Claim]) -> bool:
    """True for "sales of £8.1m were 4 per cent down and costs of £7.4m 3 per cent up": each level has its own."""
    if len(levels) != 2 or any(c.sentence != change.sentence for c in levels):
        return False
    first, last = sorted(c.figure.span for c in levels)
    own = [
        c.figure.span
        for c in story.in_sentence(change.sentence)
        if is_change(c) and family(c) == family(change)
    ]
    return first < change.figure.span < last and any(last < span for span in own)


__all__ = ["is_narrowed"]
