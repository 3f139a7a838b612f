"""Figures that stand side by side and are not made of each other, and slips in the same words that are."""

from __future__ import annotations

import pytest

from tests.reconcile.conftest import questioned

#: Why nothing is wrong, and a text that tempts.
SOUND = [
    (
        "'together with' adds to what comes behind it",
        "The board raised the dividend to 95 cents a share, a nickel more, at a cost of about $456 million a "
        "quarter. Together with $600 million of buybacks it'll return most of the profit.",
    ),
    (
        "'of this, 1.69' is a part and no whole",
        "Of this, N1.69 trillion is to be raised within the state, and of that N1.2 trillion by the tax "
        "office. The federation is to bring N640 billion and grants and other receipts N270 billion. The "
        "remaining N520 billion, a sixth of the budget, will be borrowed.",
    ),
    (
        "'the four' counts one more than the three of the list",
        "The head received $2.02 million. The next three places are taken by colleagues of his, on "
        "$1.25 million, $1.08 million and $0.97 million, so that the four cost the firm $5.32 million "
        "between them.",
    ),
    (
        "the two of the 78 belong to a count of the paragraph before",
        "Should the results stand, Edo will lose two of their 78 gold medals.\n\n"
        "The wrestlers alone won 22 gold. Boxing gave nine, and the remaining 43 came from other sports.",
    ),
    (
        "the last of a list is no whole of what follows",
        "School boards account for 108,300 of the names, hospitals for 46,900 and towns for 76,400. "
        "Universities have 24,700 and ministries 26,100. The colleges and all the rest share the "
        "remaining 18,170.",
    ),
    (
        "'and Edo third with' goes on about another",
        "Bayelsa came second with 287 medals, of which 109 were gold, and Edo third with 243.",
    ),
    (
        "a gain is no sum of those who came and those who left",
        "At the end of the year there were 38,640 of us, 1,420 more than at its start: "
        "2,310 joined and 890 left.",
    ),
    (
        "the level behind 'when' is not what is so many times as large",
        "People came 412,600 times. That is 18 per cent more visits than the year before, when there were "
        "349,700, and a little more than three times as many as in the year before that (136,900).",
    ),
    (
        "a share between commas is of what stands before it",
        "In the 12 months to March people came to one of our 38 sites 412,600 times.\n\n"
        "Behind those visits are 61,200 different people in 24,900 households. Of the people, 19,600 were "
        "children, just under a third, and 4,900 were 65 or older. Four in 10 adults had a job.",
    ),
    (
        "the level behind 'a third below' is of that comparison",
        "The average price was €104 a megawatt-hour, €19 less than in January and a third below the €156 of "
        "two years ago.",
    ),
    (
        "a change of a kind of business is not one of the levels around it",
        "Fees were $2.9 billion, up 16 percent from $2.5 billion. Investment banking took in $820 million, "
        "with advice on mergers up by a half and underwriting of bonds up by two-thirds.",
    ),
    (
        "'though under the 65' is a norm",
        "Dealers had 58 days' worth of vehicles on their lots at the end of the year, almost double the "
        "number of the 30 of a year before, though under the 65 that they call normal.",
    ),
    (
        "319 of the 363 are no further places",
        "For the 363 places on coasts and lakes the figure was better: 319 of them met the test.\n\n"
        "Taking all the 794 together it's 647.",
    ),
    (
        "what a level was up from is not what is divided",
        "Revenue came to €1.28 billion.\n\nThat was up 6.7 per cent from €1.2 billion.\n\nSupermarkets "
        "brought in €790 million of it, convenience shops €365 million and the wholesale arm the remaining "
        "€125 million.",
    ),
    (
        "'in all' is of the minutes, and 11 are some of the 12",
        "She has used 11 of her 12 players for 100 minutes or more.\n\n"
        "The other, Isla Petrov, has had 34 minutes in all, and scored 19 goals in them.",
    ),
    (
        "the rate says the fall of the shares again",
        "The shares plunged by 104½p to 601½p, which is 14.8 per cent and took £470m off the value of the "
        "company, leaving it at £2.7bn.",
    ),
    (
        "a one that was read as no figure is a part as well",
        "On each of four tests, which are marked from one to four, the prison scored one for safety, two for "
        "respect, one for activity and two for release, which makes six.",
    ),
    (
        "the change has a level of its own",
        "In 2023 they made 82 percent of those they attempted. The figure rose by seven points to 89, and "
        "the captain put in 214 tackles and missed nine, a success rate of 96 percent, and he is 33.",
    ),
    (
        "'two fewer' is of the 52 before it",
        "It dropped to 21 wards from 41, and in the old city, where it won two of 18.\n\n"
        "It held its ground in the south with 52 of 74, two fewer than last time, and in the west with 52, "
        "down from 57.\n\nIn the last election it had six wards in the old city.",
    ),
    (
        "one span is since the first, another for the most",
        "Wheat purchases cross 300 lakh tonnes for first time in four years\n\nAgencies have bought 300.4 "
        "lakh tonnes of wheat. Uttar Pradesh sold 10.3 lakh tonnes of wheat, and this was the most in "
        "five years.",
    ),
    (
        "what grew has a level of its own",
        "A basket of 20 of them cost $61.40 last week at its Marrickville store. The same in brands was "
        "$94.10. We checked. Online was the standout. It grew by 21 per cent to $1.19 billion.",
    ),
    (
        "'more than last year' names the earlier level, and the next town has its own",
        "Leeds sold 310 houses, 40 fewer than a year ago, and Hull 225. The port moved 51,000 boxes, 3,000 "
        "more than in 2022, while Cork moved 38,000.",
    ),
    (
        "of two boards one has grown",
        "More pupils than ever sat it: 6,120 in the north, 720 more than last year, and 4,480 in the south.",
    ),
    (
        "45 is a share, said again of the 140",
        "The two surveys together interviewed 312 people; of those 147, or 47 per cent, were for the toll "
        "and 140, or 45, against. It's higher support than in the country as a whole.",
    ),
    (
        "the share that the list leaves out stands in the paragraph before",
        "In September streaming took 41.6% of viewing.\n\n"
        "Cable was at 26.1%, broadcast at 22.3% and the remaining 10% was stuff like video games and DVDs.",
    ),
    (
        "a House of so many members has as many seats",
        "Jan Morcha storms to 101 seats in 182-member House; ruling Sangh down to 62\n\n"
        "BHOPAL: The Jan Morcha on Thursday won a clear majority in the state Assembly, taking 101 of the "
        "182 seats, nine more than the 92 it needed. The Sangh was reduced to 62. Others won 19.",
    ),
    (
        "the parts of the 34 are told out, and the other 12 are of those buried",
        "Of the 34, 21 are women, eight are children and five are men. Most came from two villages. "
        "Twenty-two were buried on Tuesday; the remains of the other 12 are at a mortuary.",
    ),
    (
        "the ends of an age group are no parts",
        "Of the 146, 70 are children between 5 and 17 and 46 are under 5. Twenty-five are adults. The age of "
        "the other five is not known yet.",
    ),
    (
        "an average of a theater is no part of what all films took",
        "The week before it had been $61,000.\n\n"
        "The top five earned $118.3 million between them and all films $134 million.",
    ),
    (
        "a headline's growth of what was shipped is none of the price",
        "Phone makers shipped 316 million handsets in third quarter, up 2.4%\n\n"
        "The phone market grew, with shipments of 316 million units.\n\n"
        "The average phone sold for $356 before tax, up from $341.",
    ),
    (
        "'all the rest' closes the list of the paragraph and not what its last item is made of",
        "Investigations took $8.9 million and courts $5.1 million. Special events came to $6.3 million; of "
        "that, $3.8 million was for the convention, and the government has paid back $3.5 million. All the "
        "rest was $2.1 million.",
    ),
    (
        "a lead in a poll is no whole, and 'the other two' are polls",
        "A rival company's survey last week had National in front, 35 to 32.\n\n"
        "“That is one poll out of three. The other two have us ahead.”",
    ),
    (
        "two rows behind a rate are no part and whole",
        "Sixty-one per cent of Labour voters said that they were certain of their choice. For National it "
        "was 66, and for the Greens 52.",
    ),
    (
        "the loss at midday is not from the level of a week ago to that of the close",
        "The index finished 33.1 points, or 0.4 per cent, down at 8,241.6. It had been as much as 61 points "
        "lower just after lunch. Over the week it gained 0.7 per cent, having closed at 8184.3 a week ago.",
    ),
    (
        "'the remaining' closes the list of the paragraph too",
        "Investigations took $8.9 million and courts $5.1 million. Special events came to $6.3 million; of "
        "that, $3.8 million was for the convention, and the government has paid back $3.5 million. The "
        "remaining $2.1 million was for training.",
    ),
    (
        "deaths and some of the deaths are no list of those who stopped",
        "Deaths were 43 in the treatment group and 50 in the other. Of the 43, 19 were from heart disease; "
        "of the 50, 24.\n\n"
        "In all, 159 people stopped taking their pills early, 88 of them on the drug.",
    ),
    (
        "'half of them' is of the 300, not of the 790",
        "Of 9,400 budgeted positions, 8,610 are filled. The mayor would leave 300 of the 790 vacancies open, "
        "half of them in parks.",
    ),
    (
        "the total of a Saturday is none of a weekday's parts",
        "Trains carried 178,000 and buses 234,000. Trains are at 74% of their old level and buses at 87%. On "
        "Saturdays the total is 287,000, which is 96%.",
    ),
]
#: The kind of relation that cannot hold, and a text in the words of one above.
BROKEN = [
    ("sum", "Of its 2,600 tenants, 1,690 pay by bank and 640 in cash. The remaining 720 pay by post."),
    (
        "sum",
        "Three boroughs did well. Brent took £14m, Ealing £11m and Harrow £9m, so that the three took £43m "
        "in all.",
    ),
    ("sum", "Bayelsa won 187 medals, of which 109 were gold, 61 silver and 71 bronze."),
    ("sum", "The club sold 1,420 shares: 810 to members and 890 to fans."),
    (
        "multiple",
        "People came 349,700 times, a little more than three times as many as in the year before (136,900).",
    ),
    ("change", "It took 620 calls, 90 more than last year, and 540 the year before."),
    ("change", "The price was €104 a tonne, €19 less than the €139 of two years ago."),
]


@pytest.mark.parametrize("text", [t for _, t in SOUND], ids=[why for why, _ in SOUND])
def test_what_the_words_keep_apart_is_not_questioned(text: str) -> None:
    assert questioned(text) == []


@pytest.mark.parametrize(("kind", "text"), BROKEN, ids=[t[:40] for _, t in BROKEN])
def test_what_the_words_tie_still_is(kind: str, text: str) -> None:
    assert kind in questioned(text)
