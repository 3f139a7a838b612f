"""Reviews for people and programs: each format is a module that takes a `Review` and gives text.

`terminal`, `html`, `markdown`, `sheet`, `claim_table` and `notebook` are for people, `json` and `sarif` for
programs. `records` is the shape of the JSON, `encode/` brings the nouns into it. `cards` gathers
the findings on one sentence, `evidence` says what they rest on, `telling` and `words` how that is put.
"""
