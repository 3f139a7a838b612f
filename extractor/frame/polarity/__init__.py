"""Whether a figure counts those that did or those that did not: `whether` settles it, by rules alone.

`denial` reads the clause ("not", "failed to"), `denying_words` single words ("unfilled"), `scope` says how
far they reach. `likely_denied` guesses, by weights, where no rule holds; nothing is checked by a guess.
"""
