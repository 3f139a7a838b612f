"""Which cell a figure states, by weights learnt from labelled stories.

    figure → rows, measures and times, each with a likelihood → cells that the number bears out

Nothing here looks at whether a number agrees with its cell before the likelihoods stand.
"""

from extractor.reference.likely.settled import settled

__all__ = ["settled"]
