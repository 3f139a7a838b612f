"""When a claim holds: which times a document tells, and which of them a figure belongs to.

`extractor.periods` reads what a calendar names, `words` the other times; `scope` says what period the
document is about, `lead` what its top tells where nothing else does; `when` settles a figure's.
"""

from extractor.frame.period.when import TIMELESS, Earlier, Times, is_compared, period_of, times_of, was_level

__all__ = ["TIMELESS", "Earlier", "Times", "is_compared", "period_of", "times_of", "was_level"]
