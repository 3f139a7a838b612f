"""Who says a figure: `who` settles it, from the quotes and sayings of the text and the names in them.

`sayings` finds every place where somebody says something (`said`, `credited`, `marked`), `sayers` who that
is (`papers`, `unnamed`; `antecedents` for "he"), `reported` and `quotes` what is said.
"""
