"""Stories that tell the same news, and what one prints otherwise than the other.

`pair` compares two and asks whether they tell one event (`one_event`). One number told of two things:
`claim_shifts`, `word_shifts` and `unit_shifts` say what was changed, `strayed` and its neighbours whose
number it is. Two numbers for one thing: `explained` says why they are no slip. What ties the figures of two
stories stands in `link/retold/`, beside what ties those of one.
"""
