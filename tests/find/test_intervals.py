"""How exactly an amount is meant, in many voices: what a print rounds, what a hedge allows, what is fixed."""

from __future__ import annotations

import pytest

from extractor.find import find
from tests.find.test_patterns import bounds

#: Sentence, words of the figure, low and high; "open" where there is no bound.
CASES = {
    "counted, not visibly rounded": [
        ("The wards sent home 331 patients overnight.", "331", "331", "331"),
        ("Thirty-one of the stalls were let.", "Thirty-one", "31", "31"),
        ("They hung 1,052 lanterns on the pier.", "1,052", "1052", "1052"),
        ("The rolls list 48,215 voters.", "48,215", "48215", "48215"),
        ("It took 70 bearers to carry it.", "70", "70", "70"),
        ("Only 900 of them ever sailed.", "Only 900", "900", "900"),
    ],
    "counted and visibly rounded": [
        ("The fair drew 27,000 people.", "27,000", "26500", "27500"),
        ("He keeps 6,400 hens at Coldbrook.", "6,400", "6350", "6450"),
        ("A crowd of 40,000 sang.", "40,000", "39500", "40500"),
        ("The town of 120,000 has no theatre.", "120,000", "115000", "125000"),
        ("They have 1.2 million followers.", "1.2 million", "1150000", "1250000"),
        ("Her channel has 350k fans.", "350k", "349500", "350500"),
        ("It has 3 crore users.", "3 crore", "25000000", "35000000"),
    ],
    "measured in whole numbers": [
        ("The pass is 63 kilometres off.", "63 kilometres", "63", "63"),
        ("A 50-metre pool is planned.", "50-metre", "50", "50"),
        ("It fell to -7C on the moor.", "-7C", "-7", "-7"),
        ("The tank takes 900 litres.", "900 litres", "900", "900"),
        ("They drove 1,940 miles in a week.", "1,940 miles", "1940", "1940"),
        ("The co-op shipped 21,400 tonnes.", "21,400 tonnes", "21350", "21450"),
        ("It covers 700,000 hectares.", "700,000 hectares", "695000", "705000"),
    ],
    "measured in decimals": [
        ("The gorge is 12.5 km long.", "12.5 km", "12.45", "12.55"),
        ("She weighed 3.56 kilograms.", "3.56 kilograms", "3.555", "3.565"),
        ("It made 4.8 million litres of juice.", "4.8 million litres", "4750000", "4850000"),
    ],
    "hedged no tighter than the print": [
        ("It fell by just over 1% in May.", "just over 1%", "1", "1.5"),
        ("It fell by just over 30% in May.", "just over 30%", "30", "33"),
        ("Nearly 2 per cent of them left.", "Nearly 2 per cent", "1.5", "2"),
        ("They won close to 34 per cent of appeals.", "close to 34 per cent", "30.6", "35.7"),
        ("It was almost 12 kilometres long.", "almost 12 kilometres", "10.8", "12"),
    ],
    "per cent and points": [
        ("Turnout was 56.9 per cent.", "56.9 per cent", "56.85", "56.95"),
        ("In all 36% said no.", "36%", "35.5", "36.5"),
        ("It was down by two percentage points.", "two percentage points", "1.5", "2.5"),
        ("Rates went up 25 basis points.", "25 basis points", "0.25", "0.25"),
        ("All, 100 per cent of them, signed.", "100 per cent", "100", "100"),
    ],
    "prices, fares, fines and awards": [
        ("A day ticket is £18.", "£18", "18", "18"),
        ("A swim costs €5.50 from May.", "€5.50", "5.5", "5.5"),
        ("Offenders face a $450 fine.", "$450", "450", "450"),
        ("She was awarded £64,000.", "£64,000", "64000", "64000"),
        ("The house went for €345,000.", "€345,000", "345000", "345000"),
        ("Stamps cost 85p each.", "85p", "0.85", "0.85"),
        ("The minimum wage is $7.25 an hour.", "$7.25", "7.25", "7.25"),
        ("The vicar was paid KSh 2,400.", "KSh 2,400", "2400", "2400"),
    ],
    "sums of money that are told in round figures": [
        ("It earned £5.2m in June.", "£5.2m", "5150000", "5250000"),
        ("They owe $3 billion.", "$3 billion", "2500000000", "3500000000"),
        ("The appeal has raised £24,000 so far.", "£24,000", "23500", "24500"),
        ("Gifts came to $6.85 on average.", "$6.85", "6.845", "6.855"),
        ("Oil is 143.2p a litre.", "143.2p", "1.4315", "1.4325"),
        ("The rail body spent £34,200,000.", "£34,200,000", "34150000", "34250000"),
    ],
    "bounded": [
        ("More than 300 marched.", "More than 300", "300", "open"),
        ("It is no longer than 12 pages.", "no longer than 12", "0", "12"),
        ("Fewer than 40 stayed.", "Fewer than 40", "0", "40"),
        ("At least £900 went.", "At least £900", "900", "open"),
        ("Up to a third may leave.", "Up to a third", "0", "33.333333"),
        ("Guests of 60 or over eat free.", "60 or over", "60", "open"),
        ("They had 20-plus years there.", "20-plus years", "20", "open"),
        ("Scores of boats sank.", "Scores", "40", "open"),
    ],
    "hedged": [
        ("Almost 500 hens died.", "Almost 500", "450", "500"),
        ("Just over 500 hens died.", "Just over 500", "500", "550"),
        ("About 500 hens died.", "About 500", "475", "525"),
        ("Some 500 hens died.", "Some 500", "475", "525"),
        ("The trip takes an hour or so.", "an hour or so", "0.95", "1.05"),
        ("Nearly half the hens died.", "Nearly half", "45", "50"),
        ("Around 7 million were fed.", "Around 7 million", "6500000", "7500000"),
    ],
    "shares and multiples in words": [
        ("A quarter of the hens died.", "A quarter", "23.75", "26.25"),
        ("One in eight hens died.", "One in eight", "11.764706", "13.333333"),
        ("Seven in ten hens lived.", "Seven in ten", "65", "75"),
        ("Feed costs twice as much.", "twice", "1.8", "2.2"),
        ("Sales trebled.", "trebled", "2.7", "3.3"),
        ("The flock more than halved.", "more than halved", "0", "0.5"),
        ("The flock almost halved.", "almost halved", "0.5", "0.555556"),
        ("Tram passengers double in a year", "double", "1.8", "2.2"),
    ],
    "lengths of time, ages and places are exact": [
        ("He served 27 years.", "27 years", "27", "27"),
        ("Dinah Moss, 84, cut the ribbon.", "84", "84", "84"),
        ("It is the 200th race.", "200th", "200", "200"),
    ],
}
ROWS = [(why, *case) for why, cases in CASES.items() for case in cases]


@pytest.mark.parametrize(("why", "sentence", "words", "low", "high"), ROWS)
def test_an_amount_allows_what_its_words_allow(
    why: str, sentence: str, words: str, low: str, high: str
) -> None:
    figure = next((f for f in find(sentence) if f.text == words), None)
    assert figure is not None, f"{words!r} is not among {[f.text for f in find(sentence)]}"
    assert bounds(figure) == (low, high), why
