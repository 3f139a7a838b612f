"""What a figure counts: `what` settles it, from the noun beside it to the one that print leaves out.

`reach` finds the noun of a figure, `base` and `whole` what a share is of, `ellipsis` what is carried over
from the figure before, `cells` the heads of a table; `likeliest` weighs the `candidates` of a bare number.
"""
