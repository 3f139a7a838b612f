"""Statements that print a name and a number: what they count, and whether those that did not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extractor.model import Claim
from extractor.pipeline import review_documents
from extractor.read import document_from_text


def claims(text: str, nlp: Language) -> dict[str, Claim]:
    review = review_documents([document_from_text(text, id="gapped")], nlp=nlp)
    return {c.figure.text: c for c in review.claims}


@pytest.mark.parametrize(
    ("text", "printed", "noun"),
    [
        (
            "Great Ashcombe recorded 41 burglaries in May. Stoke Peverell had 17, Marlow nine and Combe two.",
            "17 nine two",
            "burglary",
        ),
        (
            "Nearly 6,200 patients missed a clinic.\n\nKilmarra saw 1,140, the clinic 870, Dunavar 388.",
            "1,140 870 388",
            "patient",
        ),
        (
            "Waverton shipped 340 tonnes and sold 52 tractors in June. The northern depot saw 31.",
            "31",
            "tractor",
        ),
        ("Oyo State registered 212 cases of the fever.\n\nThe country as a whole had 611.", "611", "case"),
        ("Cork saw 88 evictions in the quarter, Galway 31 and Sligo four.", "31 four", "eviction"),
        ("In Brisbane 420 homes were sold. Townsville logged 96.", "96", "home"),
    ],
)
def test_a_name_and_a_number_go_on_with_what_was_counted(
    text: str, printed: str, noun: str, nlp: Language
) -> None:
    found = claims(text, nlp)
    keys = {t: m.key for t in printed.split() if (m := found[t].measure) is not None}
    assert keys == dict.fromkeys(printed.split(), noun)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "They turned away 46 families, 31 of them in Queens, 12 in Brooklyn and three on the island.",
            "31 12 three",
        ),
        ("Some 90 calls were not answered, 61 of them in the north.", "61"),
        (
            "Twelve per cent of the appointments were not kept. In Lothmoor the share was 9 per cent.",
            "9 per cent",
        ),
        ("Almost 40 pupils did not sit the test. The figure was 12 in Clare.", "12"),
        ("The firm failed to run 214 of Matan's 856 sailings, or 25 per cent.", "214|25 per cent"),
        ("The town has 41 potholes left unmended and 12 lamps.", "41"),
        ("Nearly 6,200 patients did not attend. Kilmarra had 1,140 and Dunavar 388.", "1,140 388"),
    ],
)
def test_parts_and_others_of_those_that_did_not_did_not(text: str, printed: str, nlp: Language) -> None:
    found = claims(text, nlp)
    wanted = printed.split("|") if "|" in printed or "per" in printed else printed.split()
    assert {t: found[t].negated for t in wanted} == dict.fromkeys(wanted, True)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The firm failed to run 214 of Matan's 856 sailings in June.", "856"),
        ('"Of ten on the books, six hadn\'t answered the alert."', "ten"),
        ("The shelters turned away 46 families, 31 of them were housed in the east.", "31"),
        ("Some 90 trains did not run, 61 of them went on to be sold in the spring.", "61"),
        ("Sixty did not vote, and Marlow elected nine.", "nine"),
        ("Twelve per cent did not come. In Ashby the turnout was 71 per cent.", "71 per cent"),
    ],
)
def test_what_is_told_of_others_is_not_denied(text: str, printed: str, nlp: Language) -> None:
    assert not claims(text, nlp)[printed].negated
